"""Folios that OCR has put behind the last words of their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from converter.parse.issue.glued_folios import glued_folios
from converter.segment import PageBreak
from converter.source import Line
from tests.support.blocks import texts
from tests.support.restored import restored

PROSE = (
    "船厂的老钳工把锉刀一把一把擦干净，按长短挂回墙上，这是他每天下班前做的最后一件事。",
    "墙上的钉子已经换过三回，挂锉刀的位置一直没有变，新来的徒弟闭着眼睛也摸得到。",
    "他说手艺和工具一样，放在哪里要有数，乱了就找不到，找不到就等于没有。",
)


def _pages(glued: str, folio: str = "{}") -> list[Line]:
    """The lines of five pages of three sentences; the folio of the third stands behind its text."""
    made: list[str] = []
    for page in range(11, 16):
        made += PROSE
        if page == 13:
            made[-1] += glued
        else:
            made.append(folio.format(page))
    return [Line(number, text) for number, text in enumerate(made, 1)]


def _furniture(lines: Sequence[Line]) -> tuple[Mapping[int, str], list[PageBreak]]:
    folios = [line for line in lines if len(line.text) < 10]
    counted = [PageBreak(line.number, int(line.text.strip("· —"))) for line in folios]
    return {line.number: "folio" for line in folios}, counted


@pytest.mark.parametrize(
    ("glued", "folio"), [(" 13", "{}"), ("　13", "{}"), (" · 13 ·", "· {} ·"), (" —13—", "— {} —")]
)
def test_between_those_around_it(glued: str, folio: str) -> None:
    lines = _pages(glued, folio)
    (found,) = glued_folios(lines, *_furniture(lines))
    assert found.page == 13
    assert lines[found.at].text[: found.start] == PROSE[-1]
    assert lines[found.at].text[found.start :] == glued


@pytest.mark.parametrize(
    ("glued", "folio"),
    [
        (" 12", "{}"),  # the page above has that number
        (" 16", "{}"),  # and it is lower than the one below
        (" · 13 ·", "{}"),  # no other has points around it
        ("13", "{}"),  # nothing parts it from the text
        (" 13", "· {} ·"),  # no other stands bare
    ],
)
def test_no_folio(glued: str, folio: str) -> None:
    lines = _pages(glued, folio)
    assert glued_folios(lines, *_furniture(lines)) == []


def test_a_number_of_things_is_text() -> None:
    lines = _pages("墙上挂着 13")
    assert len(glued_folios(lines, *_furniture(lines))) == 1
    lines[11] = lines[11]._replace(text="个徒弟的锉刀，" + lines[11].text)
    assert glued_folios(lines, *_furniture(lines)) == []


def test_a_number_at_the_head_of_a_page_is_text() -> None:
    lines = _pages("")
    assert lines[8].text == PROSE[0]
    lines[8] = lines[8]._replace(text=f"{PROSE[0]} 13")
    assert glued_folios(lines, *_furniture(lines)) == []


def test_too_few_folios_tell_nothing() -> None:
    lines = _pages(" 13")[:13]
    assert glued_folios(lines, *_furniture(lines)) == []


CUT = (
    "梅雨过后，仓库的木门胀得关不上，守门的老何拿刨子一点一点刨，刨花卷成一圈一圈的。",
    "码头上的秤换成了电子的，老秤杆还挂在账房里，谁家嫁女儿都来借去讨个吉利。",
    "缆桩磨得发亮，绳子在上面勒出七道沟，船老大说那是七代人留下的手印。",
    "灯塔早就不用人守了，看塔人的女儿每个月还上去一次，把玻璃里外擦干净。",
    "冬天捕回来的带鱼晾在竹竿上，风从北边来，整条街都是咸的，猫也跟着胖了。",
)


def test_the_paragraph_is_whole_and_the_page_counted() -> None:
    lines = ["# 船厂", "", "目录", "", "锉刀 …… 11", "", "锉刀", ""]
    for page, text in enumerate(CUT, 11):
        lines += [f"{text[:11]}，{PROSE[page % 3]}", "", text[:24]]
        if page == 13:
            lines[-1] += f" {page}"
        else:
            lines += ["", str(page)]
        lines += ["", text[24:], ""]
    found = restored("\n".join(lines))
    dropped = [one.text for one in found.issue.drops if one.reason == "folio"]
    assert dropped == ["11", "12", "13", "14", "15"]
    assert texts(found.issue)[1::2] == list(CUT)
