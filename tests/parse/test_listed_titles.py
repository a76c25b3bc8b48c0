"""Titles of the contents that OCR has put on the line above them, or before what stands below."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph
from tests.support.ferry import BOATS, FERRY, LAMP, STONES
from tests.support.restored import restored

HEAD = "水乡\n2001年第3期\n\n目录\n\n散文\n\n老渡口的石阶 张水 4\n\n特稿\n\n一条船怎样活下来 葛小川 8\n\n"


def issue(between: str, *, head: str = HEAD) -> Issue:
    text = (
        f"{head}老渡口的石阶\n\n张水\n\n{STONES}\n\n{FERRY}{between}葛小川\n\n{BOATS}\n\n{LAMP}\n"
    )
    return restored(text).issue


def titles(found: Issue) -> list[str]:
    return ["".join(line.value for line in made.title) for made in found.articles]


def texts(found: Issue, at: int) -> list[str]:
    blocks = found.articles[at].blocks
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "between",
    [
        "一条船怎样活下来\n\n",
        " 一条船怎样活下来\n\n",
        "\n\n（作者系镇文化站干部）　一条船怎样活下来\n\n",
        "\n\n特稿·一条船怎样活下来\n\n",
        "\n\n一条船怎样活下来——访船匠葛长发\n\n",
    ],
)
def test_a_title_behind_what_ends_above_it_stands_on_a_line_of_its_own(between: str) -> None:
    found = issue(between)
    assert titles(found) == ["老渡口的石阶", "一条船怎样活下来"]
    assert texts(found, 0)[:2] == [STONES, FERRY]
    assert texts(found, 1) == [BOATS, LAMP]


def test_a_title_before_its_text() -> None:
    text = f"{HEAD}老渡口的石阶\n\n张水\n\n{STONES}\n\n{FERRY}\n\n一条船怎样活下来　{BOATS}\n\n{LAMP}\n"
    found = restored(text).issue
    assert titles(found) == ["老渡口的石阶", "一条船怎样活下来"]
    assert texts(found, 1) == [BOATS, LAMP]


def test_the_first_line_of_a_title_of_two() -> None:
    head = HEAD.replace("一条船怎样活下来 葛小川 8", "一条船怎样活下来\n让老手艺有饭吃 葛小川 8")
    found = issue(" 一条船怎样活下来\n让老手艺有饭吃\n\n", head=head)
    assert titles(found) == ["老渡口的石阶", "一条船怎样活下来让老手艺有饭吃"]
    assert texts(found, 0) == [STONES, FERRY]


def test_a_sentence_that_says_a_title_and_a_line_that_begins_with_it_stay() -> None:
    said = "镇上的人都在问，一条船怎样活下来，没有人答得出。"
    found = issue(f"\n\n{said}\n\n一条船怎样活下来，要看木头。{LAMP}\n\n一条船怎样活下来\n\n")
    assert said in texts(found, 0)
    assert titles(found) == ["老渡口的石阶", "一条船怎样活下来"]


def test_lines_of_a_title_on_one_line_stay_together() -> None:
    head = HEAD.replace("一条船怎样活下来 葛小川 8", "推动“三进三问”\n让老手艺有饭吃 葛小川 8")
    found = issue("\n\n推动“三进三问” 让老手艺有饭吃\n\n", head=head)
    assert titles(found) == ["老渡口的石阶", "推动“三进三问”让老手艺有饭吃"]


def test_a_title_of_three_rows_in_a_table() -> None:
    rows = "| 散文 | | |\n|---|---|---|\n| 老渡口的石阶 | 张水 | 4 |\n| 特稿 | | |\n| 加强文物保护利用 | | |\n| 守护好祖先留下的船 | | |\n| 让老手艺融入生活 | 葛小川 | 8 |\n\n"
    head = f"水乡\n2001年第3期\n\n目录\n\n{rows}"
    found = issue("\n\n加强文物保护利用\n\n守护好祖先留下的船\n\n让老手艺融入生活\n\n", head=head)
    assert [section.name for section in found.contents.sections] == ["散文", "特稿"]
    assert ["".join(one.title) for part in found.contents.sections for one in part.entries] == [
        "老渡口的石阶",
        "加强文物保护利用守护好祖先留下的船让老手艺融入生活",
    ]
