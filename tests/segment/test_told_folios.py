"""Folios that only the contents tell, or that stand alone in an issue."""

from __future__ import annotations

import pytest

from tests.support.articles import texts
from tests.support.restored import restored

FIRST = (
    "渡口的老秤行开了三代，门板一共十二块，每天清早由账房先生按号码一块一块卸下来。",
    "最旧的那一块上还留着光绪年间的刀痕，谁也说不清是怎么来的。",
    "账房先生姓何，戴一副断了腿的眼镜，算盘打得比谁都快。",
)
SECOND = (
    "修船的人住在河湾里，院子里堆着桐油和麻丝，下雨天屋里也是一股木头的味道。",
    "他修了四十年船，自己却没有一条，过河的时候还要喊对岸的渡工。",
)


def issue(number: str, pages: tuple[str, str] = (" 23", " 27"), second: str = "") -> str:
    first = [FIRST[0], "", FIRST[1], number, FIRST[2]]
    rows = [SECOND[0], second, SECOND[1]] if second else ["\n\n".join(SECOND)]
    contents = [f"老秤行 何若溪{pages[0]}", f"修船的人 罗长庚{pages[1]}"]
    return "\n".join(
        ["目录", *contents, "", "老秤行", "何若溪", "", *first, "", "修船的人", "罗长庚", "", *rows]
    )


def found(text: str) -> list[list[str]]:
    return [texts(article) for article in restored(text).issue.articles]


@pytest.mark.parametrize("number", ["24", "23", "26"])
def test_a_number_between_the_pages_of_two_articles_is_a_folio(number: str) -> None:
    assert found(issue(number)) == [list(FIRST), list(SECOND)]
    made = restored(issue(number)).issue
    assert [(drop.text, drop.reason) for drop in made.drops if drop.text == number] == [
        (number, "folio")
    ]


def test_pages_go_on_behind_the_last_title() -> None:
    assert found(issue("", second="28")) == [list(FIRST), list(SECOND)]


def test_the_only_number_of_an_issue_without_pages_is_a_folio() -> None:
    assert found(issue("24", ("", ""))) == [list(FIRST), list(SECOND)]


@pytest.mark.parametrize(("number", "pages"), [("31", (" 23", " 27")), ("5", ("", ""))])
def test_other_numbers_are_no_folios(number: str, pages: tuple[str, str]) -> None:
    assert all(drop.text != number for drop in restored(issue(number, pages)).issue.drops)
