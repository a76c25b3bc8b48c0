"""Lines drawn from measured glyphs are the lines that WeasyPrint would have drawn."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from weasyprint.draw import text as draw

from converter.typeset import composition
from converter.typeset.drawing import drawing
from tests.typeset.reader import Reader
from tests.typeset.setting import pdf_of, sheet
from tests.typeset.texts import HAN, paragraphs

CSS = sheet(24, "zh-Hans", align="justify", extra="s { letter-spacing: 0.1em }")
ODD = (
    "e\u0301" * 12
    + HAN[:40]
    + "👩‍👩‍👧‍👦😀"
    + HAN[40:70]
    + "<s>"
    + HAN[70:90]
    + "</s>——"
    + "𠀀" * 5
    + "٣",
    "AVAToWA fi ffi office " * 6 + HAN[:20],
    "<u style='text-decoration: underline'>" + HAN[:50] + "</u>" + "\ue000\ue001" + HAN[50:60],
)


def both(body: str) -> tuple[list[object], list[object]]:
    with composition():
        long_way = Reader(pdf_of(body, CSS)).glyphs
        with drawing():
            short_way = Reader(pdf_of(body, CSS)).glyphs

    def seen(glyphs: list[object]) -> list[object]:
        return [
            (one.text, round(one.x, 1), round(one.y, 1), one.font, one.page)  # type: ignore[attr-defined]
            for one in glyphs
        ]

    return seen(list(long_way)), seen(list(short_way))


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(markups=paragraphs(count=8))
def test_any_line_comes_out_the_same(markups: tuple[str, ...]) -> None:
    long_way, short_way = both("".join(f"<p>{markup}</p>" for markup in markups))

    assert len(short_way) > 100
    assert short_way == long_way


@pytest.mark.parametrize("markup", ODD, ids=range(len(ODD)))
def test_what_is_no_plain_glyph_comes_out_the_same(markup: str) -> None:
    long_way, short_way = both(f"<p>{markup}</p>")

    assert short_way == long_way


def test_weasyprint_draws_by_itself_afterwards() -> None:
    stock = draw.draw_first_line
    with drawing():
        with drawing():
            assert draw.draw_first_line is not stock
        assert draw.draw_first_line is not stock
    assert draw.draw_first_line is stock
