"""Contents in two columns that OCR has read across, with one blank between them."""

from __future__ import annotations

import pytest

from converter.parse.contents import across
from converter.parse.contents.body import BodyIndex
from converter.source import Line
from tests.support.calls import calls_of
from tests.support.restored import restored

TEXT = "渡口的木船一共有四条，两条在水里，一条在岸上，还有一条只剩下龙骨，孩子们把它当作一座桥，来来回回地走。"
ARTICLES = {
    "守好一条航道": "童一舟",
    "一张罚单的分量\n与一条鱼的价钱": "何小满",
    "夜航灯为什么不亮": "罗守一",
    "码头上的板凳": "米清渠",
    "“铁锚”老师": "方 竹",
    "论浮桥的寿命\n及其延长办法": "陆水声",
}
SECTIONS = [("要论", [0]), ("执法", [1, 2]), ("人物", [3, 4]), ("论坛", [5])]
PAGES = ["2", "6", "11", "17", "21", "26"]
LEFT = [
    "要论",
    "2 守好一条航道 童一舟",
    "执法",
    "6 一张罚单的分量 何小满",
    "与一条鱼的价钱",
    "11 夜航灯为什么不亮 罗守一",
]
RIGHT = [
    "人物",
    "17 码头上的板凳 米清渠",
    "21 “铁锚”老师 方 竹",
    "论坛",
    "26 论浮桥的寿命",
    "及其延长办法 陆水声",
]


ONE_LINE = [title for title in ARTICLES if "\n" not in title]


def sections(rows: list[str], *lost: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sections of the contents with these rows; of the ``lost`` lines the body has none."""
    body = "\n\n".join(f"{title}\n\n{name}\n\n{TEXT}" for title, name in ARTICLES.items())
    body = "\n\n".join(part for part in body.split("\n\n") if part not in lost)
    for part in lost:
        body = body.replace(f"{part}\n", "")
    text = "航政\n2023年第4期\n\n目 录\n\n" + "\n".join(rows) + f"\n\n{body}\n"
    return [
        (section.name, [("".join(entry.title), entry.page) for entry in section.entries])
        for section in restored(text).issue.contents.sections
    ]


EXPECTED = [
    (name, [(list(ARTICLES)[at].replace("\n", ""), PAGES[at]) for at in entries])
    for name, entries in SECTIONS
]


def abreast(left: list[str], right: list[str]) -> list[str]:
    size = max(len(left), len(right))
    one, other = (lines + [""] * (size - len(lines)) for lines in (left, right))
    return [f"{a} {b}".strip() for a, b in zip(one, other, strict=True)]


@pytest.mark.parametrize(
    "rows",
    [
        abreast(LEFT, RIGHT),
        abreast(LEFT, ["", *RIGHT]),
        abreast(["", *LEFT], RIGHT),
    ],
)
def test_columns_with_a_blank_between_are_one_under_the_other(rows: list[str]) -> None:
    assert sections(rows) == EXPECTED


@pytest.mark.parametrize("lost", [*ONE_LINE, "一张罚单的分量"])
def test_an_entry_of_which_the_body_has_lost_the_title_stands_in_its_column(lost: str) -> None:
    """Its title is put into the body over who signs it."""
    assert sections(abreast(LEFT, RIGHT), lost) == EXPECTED


def test_columns_of_which_the_body_has_lost_most_titles_are_not_told() -> None:
    rows = abreast(LEFT, RIGHT)
    assert sections(rows, *list(ARTICLES)[:4]) != EXPECTED


def test_entries_in_one_column_stay_where_they_are() -> None:
    assert sections([*LEFT, *RIGHT]) == EXPECTED


def test_a_line_too_long_for_two_columns_is_not_tried_at_each_blank(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = calls_of(monkeypatch, across, "_title")
    rows = [*abreast([LEFT[1], LEFT[3]], [RIGHT[1], RIGHT[2]]), "渡口 " * 80]
    body = [Line(at, text) for at, text in enumerate("\n".join(ARTICLES).split("\n"))]
    lines = [Line(at, text) for at, text in enumerate(rows)]
    assert across.with_columns_apart(lines, BodyIndex(body)) is lines
    assert 0 < tried.call_count < 80


MIDDLE = [
    "执法　　　　　　　　　　　　　　　　人物",
    "一张罚单的分量与一条鱼的价钱",
    "……何小满（6）　　　　　　　　　　　码头上的板凳",
    "论坛　　　　　　　　　　　　　　　　……………米清渠（17）",
    "夜航灯为什么不亮　　　　　　　　　　“铁锚”老师",
    "…………罗守一（9）　　　　　　　　　……………方 竹（21）",
    "守好一条航道",
    "……………童一舟（11）",
]


@pytest.mark.parametrize("size", [6, 8])
def test_two_columns_between_entries_over_the_whole_width(size: int) -> None:
    above = ["本期特稿", "", "论浮桥的寿命及其延长办法…………陆水声（2）", ""]
    found = sections([*above, *MIDDLE[:size]])
    assert [name for name, _ in found] == ["本期特稿", "执法", "论坛", "人物"]
    pages = [page for _, entries in found for _, page in entries]
    assert pages == ["2", "6", "9", *["11"] * (size > 6), "17", "21"]
