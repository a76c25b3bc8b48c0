"""Pull quotes before a title: two parted by a blank line, several in large type, those that begin a page."""

from __future__ import annotations

import pytest

from converter.model import Article
from tests.parse.test_pull_quotes import CANAL, MARKET, SCHOOL, last_paragraph, quotes
from tests.support.restored import restored

LISTED = ("目录", "1 水渠记 张水", "3 图书室 李山", "5 赶集 王禾", CANAL[0][:35])
CLEAR = "集市的秤准了，摊贩和顾客心里都准；公平秤不说话，吵架的人自己就少了一半。"
VAGUE = "秤砣虽小，压得住人心。"
LAST = "孩子们把借来的书包上书皮，还的时候再把书皮收回去，一张书皮能用三个学期。"


def _issue(*above: str, folios: bool = False) -> list[Article]:
    """Three articles, the last of them below some lines; ``folios`` stand at the ends of pages."""
    feet = [f"· {number} ·" if folios else "" for number in (2, 4)]
    parts = [*LISTED, "水渠记", "张水", *CANAL, feet[0]]
    parts += ["图书室", "李山", *SCHOOL, LAST, feet[1], *above, "赶集", "王禾", *MARKET]
    return list(restored("\n\n".join(part for part in parts if part)).issue.articles)


def test_two_thoughts_parted_by_a_blank_line_are_told_by_the_upper_one() -> None:
    found = _issue(CLEAR, VAGUE)
    assert quotes(found[2]) == [CLEAR, VAGUE]
    assert last_paragraph(found[1]) == LAST
    # The lower one alone might as well be the end of the article.
    assert quotes(_issue(VAGUE)[2]) == []
    sure = "公平不在纸上，在人人看得见的地方。"
    assert quotes(_issue(sure)[2]) == [sure]
    assert quotes(_issue(CLEAR, sure)[2]) == [CLEAR, sure]


def test_a_long_paragraph_above_a_thought_is_none() -> None:
    assert VAGUE not in quotes(_issue(SCHOOL[0] * 2, VAGUE)[2])


def test_a_thought_with_which_the_page_of_its_title_begins() -> None:
    assert quotes(_issue(VAGUE, folios=True)[2]) == [VAGUE]


LINES = ("集市的秤准了，", "摊贩和顾客心里都准；公平秤不说话，吵架的人自己就", "少了一半。")


@pytest.mark.parametrize("lines", [LINES, (LINES[0] + LINES[1], LINES[2])])
def test_several_thoughts_in_lines_set_close_above_a_title(lines: tuple[str, ...]) -> None:
    found = _issue("\n".join([*lines, VAGUE]))
    assert quotes(found[2]) == [CLEAR, VAGUE]


def test_a_sentence_ends_within_a_line_of_a_quotation() -> None:
    first = (
        "公平秤不说话，吵架的人自己就少了一半。",
        "集市的秤准了，摊贩和顾客心里都",
        "准，管理员也就放下了心。",
    )
    found = _issue("\n".join([*first, VAGUE]))
    assert quotes(found[2]) == ["".join(first), VAGUE]
