"""WeasyPrint's private functions: asserted before, put back after, done without if they differ."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from weasyprint.layout import inline, preferred

from converter.typeset import composition
from converter.typeset.composer import Maker
from tests.typeset.setting import composed, pdf_of, sheet
from tests.typeset.texts import HAN

TEXT = f"<p>{HAN[:90]}，“{HAN[90:120]}”。</p>"
CSS = sheet(20, "zh-Hans", align="justify", extra="")


def replaced() -> tuple[Any, ...]:
    return inline.split_inline_box, inline.justify_line, preferred.inline_line_widths


def another(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function with a parameter more."""

    def changed(*arguments: Any, novelty: Any = None) -> Any:  # noqa: ARG001
        return function(*arguments)

    return changed


@pytest.fixture
def stock() -> bytes:
    """The paragraph as WeasyPrint alone sets it."""
    return pdf_of(TEXT, CSS)


def test_weasyprint_is_put_back_as_it_was() -> None:
    before = replaced()
    with composition():
        assert replaced() != before
    assert replaced() == before


def test_it_is_put_back_after_an_error() -> None:
    before = replaced()
    with pytest.raises(ZeroDivisionError), composition():
        _ = 1 / 0
    assert replaced() == before


def test_blocks_inside_one_another_are_put_back_once_the_outer_one_ends() -> None:
    before = replaced()
    with composition() as outer:
        with composition(style="half") as inner:
            pdf_of(TEXT, CSS)
        pdf_of(TEXT, CSS)
        assert replaced() != before
    assert inner.lines
    assert outer.lines
    assert replaced() == before


def test_nothing_of_the_composition_is_left_in_later_documents(stock: bytes) -> None:
    with composition():
        assert pdf_of(TEXT, CSS) != stock
    assert pdf_of(TEXT, CSS) == stock


def test_the_documents_of_other_threads_are_left_alone(stock: bytes) -> None:
    found: list[bytes] = []
    with composition():
        thread = threading.Thread(target=lambda: found.append(pdf_of(TEXT, CSS)))
        thread.start()
        thread.join()
    assert found == [stock]


def test_text_in_another_language_is_left_to_weasyprint() -> None:
    with composition() as report:
        pdf_of(
            "<p>Not a word of Chinese in this paragraph, which has several lines.</p>", CSS, "en"
        )
    assert report.lines == 0


@pytest.mark.parametrize(
    ("module", "name"),
    [(inline, "split_inline_box"), (inline, "justify_line"), (preferred, "inline_line_widths")],
)
def test_a_changed_signature_means_stock_layout_and_one_warning(
    monkeypatch: pytest.MonkeyPatch, stock: bytes, module: Any, name: str
) -> None:
    monkeypatch.setattr(module, name, another(getattr(module, name)))
    with composition() as report:
        assert pdf_of(TEXT, CSS) == stock

    assert not report.active
    (said,) = report.diagnostics
    assert said.code == "TYP001"
    assert f"{name} has changed" in said.message()


def test_a_function_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(inline, "text_align")
    with composition() as report:
        pass

    assert "layout.inline:text_align is gone" in report.diagnostics[0].message()


def test_another_major_version_is_not_tried(monkeypatch: pytest.MonkeyPatch, stock: bytes) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with composition() as report:
        assert pdf_of(TEXT, CSS) == stock

    assert [one.code for one in report.diagnostics] == ["TYP001"]
    assert "71.0" in report.diagnostics[0].message()


def test_a_line_that_cannot_be_composed_is_set_by_weasyprint_and_told_once(
    monkeypatch: pytest.MonkeyPatch, stock: bytes
) -> None:
    def broken(_: Maker) -> None:
        raise KeyError(TEXT[:4])

    monkeypatch.setattr(Maker, "make", broken)
    with composition() as report:
        assert pdf_of(TEXT, CSS) == stock

    assert report.failures > 1
    assert [one.code for one in report.diagnostics] == ["TYP002"]
    assert "KeyError" in report.diagnostics[0].message()


@pytest.mark.parametrize(
    "markup",
    [
        "<span dir='rtl' style='direction: rtl'>עברית</span>之后",
        "甲\t乙",
        "<span style='float: right'>浮</span>动",
        "",
        " ",
        "<br/><br/>",
        "<b></b><i></i>",
        "<span style='display: inline-block; width: 3em'>块</span>之后" + HAN[:60],
        "“" * 50,
        "，" * 80,
        "—" * 81,
        "A" * 200,
        "\u200b".join(HAN[:60]),
        "e\u0301" * 60,
        "👩‍👩‍👧‍👦" * 20,
        "𠀀𠮷" * 30,
        HAN[:30] + "مرحبا" + HAN[30:60],
        "a\u00adb" * 60,
    ],
    ids=range(18),
)
def test_nothing_makes_the_composition_fail(markup: str) -> None:
    with composition() as report:
        pdf_of(f"<p>{markup}</p>", CSS)
    assert report.failures == 0


def test_a_word_that_no_line_can_hold_is_broken_and_not_lost() -> None:
    word = "antidisestablishmentarianism" * 4

    assert "".join(line.text for line in composed([f"这个词{word}很长"], 17).lines) == (
        f"这个词{word}很长"
    )
