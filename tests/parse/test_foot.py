"""Hard-wrapped pages: notes at their foot, and indents that only some of them keep."""

from __future__ import annotations

from itertools import pairwise

import pytest

from converter.clean import clean
from converter.model import Article, Paragraph
from converter.parse.issue.foot import foot_notes
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

MEASURE = 24
STONES = "渡口的石阶是光绪年间修的，一共四十八级，每一级都是从后山抬下来的青石。抬石的人里有我的曾祖，他左肩高右肩低，一辈子没有改过来。"
BOATS = "涨水的时候船停在半坡的樟树下，树干上钉着一只铁环，铁环磨得比手指还细。船工说，环在，船就在，这话传了三代人。"
FERRY = "过渡不收读书人的钱，这是老规矩。先生过渡要念一段书，学生过渡要背一首诗，船工听完了才肯解缆绳，背不出的坐在石阶上等下一趟。"
LAMP = "夜里有一盏灯，挂在对岸的竹竿上，是给晚归的人照路的。点灯的是一位寡妇，她的男人死在那条河里，所以她不许别人再摸黑过河。"
BRIDGE = "一九七一年修了桥，桥离渡口只有半里路。通桥那天船工把桨收进屋里，第二天早上还是坐到石阶上，坐了整整一个夏天才肯走开。"
SHIP = "后来那条船翻过来扣在樟树下，孩子们在上面捉迷藏。有一年发大水，船自己翻了身，漂到河中间，打了一个转，就往下游去了。"


def column(text: str, indent: int = 2) -> str:
    first = MEASURE - indent
    lines = [text[:first], *(text[at : at + MEASURE] for at in range(first, len(text), MEASURE))]
    return "\u3000" * indent + "\n".join(lines)


def article(*pages: str) -> Article:
    text = "\n".join(["老渡口", "何若溪", *(f"{page}\n· {n} ·" for n, page in enumerate(pages, 3))])
    return restored(text).issue.articles[0]


def texts(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_a_note_at_the_foot_of_a_page_cuts_no_sentence() -> None:
    called = LAMP.replace("竹竿上", "竹竿上①", 1)
    lines = column(called).split("\n")
    head, tail = "\n".join(lines[:-1]), lines[-1]
    note = "① 竹竿今已不存，原址在对岸小学操场的东南角，据镇\n志所附旧图。"
    found = article(
        "\n".join([column(STONES), column(BOATS), column(FERRY), head, note]),
        "\n".join([tail, column(BRIDGE), column(SHIP)]),
    )
    assert called.replace("①", "") in [text.replace("①", "") for text in texts(found)]
    assert [made.text.value for made in found.notes] == [
        "竹竿今已不存，原址在对岸小学操场的东南角，据镇志所附旧图。"
    ]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        # The call of a note at the beginning of a full line is no note.
        (["船停在树下①，人在树上"], ["①，船工不在。"], []),
        # A mark that nothing has called.
        (["船停在树下，人在树上。"], ["① 先看水，后看天。"], []),
        (["船停在树下①，人在树上。"], ["① 见镇志。"], ["① 见镇志。"]),
        # Below one sentence of a note goes on what it has cut in two.
        (["船停在树下①，人在"], ["① 见镇志。", "树上坐着，望着对岸的灯。"], ["① 见镇志。"]),
        # On the same page a note may have several.
        (["船停在树下①。"], ["① 见镇志。", "县志没有说。"], ["① 见镇志。", "县志没有说。"]),
    ],
)
def test_what_is_a_note(above: list[str], below: list[str], expected: list[str]) -> None:
    lines = [Line(at, text) for at, text in enumerate([*above, *below], 1)]
    found = [line.text for note in foot_notes(lines, 24.0) for line in note]
    assert found == expected


def test_a_page_with_indents_in_an_issue_that_has_lost_most_of_them() -> None:
    head, tail = "\n".join(column(LAMP).split("\n")[:2]), "\n".join(column(LAMP).split("\n")[2:])
    indented = [
        [column(STONES), column(FERRY), head],
        [tail, column(BRIDGE), column(SHIP), column(BOATS)],
        [column(text) for text in (FERRY, STONES, BRIDGE)],
    ]
    flush = [[column(text, 0) for text in pair] for pair in pairwise([STONES, BOATS, FERRY, LAMP])]
    lines: list[Line] = []
    for page in [*indented, *flush, *flush, *flush]:
        start = lines[-1].number + 2 if lines else 1
        lines += [Line(start + at, text) for at, text in enumerate("\n".join(page).split("\n"))]
    units = make_units(lines)
    assert [unit.opens for unit in units[2:7]] == [True, False, True, True, True]
    assert {unit.opens for unit in units[10:]} == {None}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("1 9 6 7年8月，河上修了桥。", "1967年8月，河上修了桥。"),
        ("到2 0 0 8 年为止", "到2008 年为止"),
        ("第1 2 3 4年级", "第1 2 3 4年级"),
        ("3 1 9 6 7年", "3 1 9 6 7年"),
        ("1 2 3年级", "1 2 3年级"),
    ],
)
def test_the_digits_of_a_year(text: str, after: str) -> None:
    assert clean([Line(1, text)]).lines[0].text == after
