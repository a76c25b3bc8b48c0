"""Hard-wrapped pages: notes at their foot, and indents that only some of them keep."""

from __future__ import annotations

from itertools import pairwise

import pytest

from converter.clean import clean
from converter.model import Article, Paragraph
from converter.parse.issue.foot import foot_notes
from converter.segment import make_units
from converter.source import Line
from tests.support.ferry import BOATS, BRIDGE, FERRY, LAMP, MEASURE, SHIP, STONES
from tests.support.restored import restored

CITED = "①何若溪编：《白沙镇志·渡口卷》，白沙镇档案室1984年油印本，第166页。"


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
        # Where each paragraph is a line, so is a note, be it wider than the column of other pages.
        (
            [f"{STONES}船停在树下①，人在"],
            [CITED, "树上坐着。", "一、渡口的灯", LAMP],
            [CITED],
        ),
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
