"""What the editors say last in an issue, which no contents list."""

from __future__ import annotations

import pytest

from converter.model import Issue
from tests.support.restored import restored

LONG = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。"
)
LAST = "这一期编完的时候，岸边的芦苇已经有一人高了，来稿比去年多了一倍。"


def issue(*pieces: str) -> Issue:
    first = f"摆渡人的台阶\n\n文／陶 然\n\n{LONG}\n\n{LONG}\n\n"
    second = f"水尺旁边\n\n文／苏 河\n\n{LONG}\n\n{LONG}"
    text = "".join((first, second, *pieces))
    return restored(f"河湾风物\n二〇一三年第二期\n\n{text}\n").issue


def titles(found: Issue) -> list[str]:
    return ["".join(line.value for line in article.title) for article in found.articles]


FIRST = ["摆渡人的台阶", "水尺旁边"]


@pytest.mark.parametrize("name", ["编后", "编　后", "编后记", "編後語"])
def test_the_last_words(name: str) -> None:
    assert titles(issue(f"\n\n{name}\n\n{LAST}")) == [*FIRST, "".join(name.split())]


def test_they_may_have_a_title_below_their_name() -> None:
    assert titles(issue(f"\n\n编后\n\n十一月的雨\n\n{LAST}")) == [*FIRST, "十一月的雨"]


@pytest.mark.parametrize("close", ["编后记", "编后"])
def test_close_below_a_text(close: str) -> None:
    assert titles(issue(f"\n{close}\n　　{LAST}\n　　{LAST}")) == [*FIRST, close]


def test_one_paragraph_close_below_a_text_is_of_the_article() -> None:
    assert titles(issue(f"\n编后\n　　{LAST}")) == FIRST


def test_elsewhere_they_are_said_to_an_article() -> None:
    more = f"\n\n值班室的炉子\n\n文／罗 岩\n\n{LONG}"
    assert titles(issue(f"\n\n编后\n\n{LAST}", more)) == [*FIRST, "值班室的炉子"]
