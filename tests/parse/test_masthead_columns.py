"""Mastheads that OCR has read in two columns, and labels that are letter-spaced on a line."""

from __future__ import annotations

import pytest

from converter.parse.issue.masthead_columns import with_labels_beside
from converter.parse.masthead.items import Item, add_line
from converter.source import Line
from tests.support.restored import restored

LABELS = ("主管：", "主办：", "社 长：", "邮 编：", "网 址：")
VALUES = ("河湾县文化局", "河湾县图书馆", "沈一帆", "199072", "www.hewan.example.com")


def _read(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [line.text for line in with_labels_beside(lines) if line.text]


@pytest.mark.parametrize("blanks", [False, True])
def test_each_label_stands_before_its_value(blanks: bool) -> None:  # noqa: FBT001
    apart = [""] if blanks else []
    texts = [part for text in (*LABELS, *VALUES) for part in (text, *apart)]
    assert _read(*texts) == [a + b for a, b in zip(LABELS, VALUES, strict=True)]


def test_labels_without_a_colon() -> None:
    assert _read("主管", "主办", "定 价", "", "河湾县文化局", "河湾县图书馆", "12.00元") == [
        "主管 河湾县文化局",
        "主办 河湾县图书馆",
        "定 价 12.00元",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        (*LABELS, "", *VALUES[:-1]),  # one is lost: which?
        (*LABELS, "", *VALUES, "河湾镇渡口路1号"),  # one is too many
        (*LABELS, "", *VALUES[::-1]),  # no post code is www.…
        (*LABELS[:2], "", *VALUES[:2]),  # too few
        ("主管：河湾县文化局", "主办：河湾县图书馆", "社 长：沈一帆"),
    ],
)
def test_no_columns(texts: tuple[str, ...]) -> None:
    assert _read(*texts) == [text for text in texts if text]


def test_the_masthead_has_them() -> None:
    head = "\n".join(("河湾文艺", "", "2023年第5期", "", *LABELS, "", *VALUES))
    made = restored(
        f"{head}\n\n目录\n\n渡口 唐果 2\n\n渡口\n\n唐果\n\n" + "渡口的灯一盏一盏地亮了。" * 6
    )
    told = {entry.label: entry.values for entry in made.issue.masthead.entries if entry.label}
    assert told == {
        label.rstrip("：").replace(" ", ""): (value,)
        for label, value in zip(LABELS, VALUES, strict=True)
    }


def _entries(line: str) -> list[tuple[str, str]]:
    items: list[Item] = []
    add_line(items, line, 1, gap=True, labels={})
    return [(item.label.replace(" ", ""), item.value) for item in items]


def test_a_letter_spaced_label_within_a_line_begins_an_entry() -> None:
    assert _entries(
        "邮发代号：99-692 订 阅 电 话：(0199) 10054335 电 子 邮 箱：a@hewan.example.com"
    ) == [
        ("邮发代号", "99-692"),
        ("订阅电话", "(0199) 10054335"),
        ("电子邮箱", "a@hewan.example.com"),
    ]


def test_the_end_of_a_letter_spaced_label_begins_none() -> None:
    assert _entries("读 者 来 信 电 话：(0199) 10054335")[0][0] != "电话"
