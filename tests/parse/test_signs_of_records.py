"""Who keeps a record, who signs a letter in a column set solid, and a picture's maker nobody could be named like."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Role
from tests.parse.test_kept_indents import COLUMN
from tests.support.restored import restored


def issue(*lines: str, above: tuple[str, ...] = ("张水",)) -> Issue:
    text = "\n".join((*above, *COLUMN[:9], *lines, *COLUMN[9:]))
    return restored(f"渡口\n\n{text}\n").issue


def roles(found: Issue) -> dict[str, Role]:
    blocks = [block for article in found.articles for block in article.blocks]
    return {
        "".join(block.text.value.split()): block.role
        for block in blocks
        if isinstance(block, Paragraph)
    }


def headings(found: Issue) -> list[str]:
    blocks = [block for article in found.articles for block in article.blocks]
    return [block.text.value for block in blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("line", ["记录人 葛□□", "记录人 葛小川", "见证人 葛小川"])
def test_who_kept_a_record_signs_it(line: str) -> None:
    found = issue(line, "二、七月十二日三时十五分")
    assert roles(found)[line.replace(" ", "")] is Role.SIGNATURE
    assert "二、七月十二日三时十五分" in "".join(headings(found))


def test_a_place_and_a_name_sign_a_letter_over_the_next_heading() -> None:
    found = issue("城关镇 葛立德", "更正", above=("张水", "关于渡口的一点补充", "编辑同志："))
    assert roles(found)["城关镇葛立德"] is Role.SIGNATURE
    assert "更正" in headings(found)


def test_no_name_but_who_took_the_pictures_below_who_wrote() -> None:
    begins = ("夏", "天的夜里躺在老渡口的石阶上，老人", "会指着头顶那条灰白的带子说话。")
    text = "\n".join(("撰文 葛小川", "图片 夜行社", *begins, *COLUMN))
    head = "渡口\n2016年第3期\n主办单位：某县文化馆\n\n目录\n04 老渡口的石阶\n   葛小川\n06 桥头的灯\n   张水\n\n"
    found = restored(f"{head}老渡口的石阶\n{text}\n桥头的灯\n张 水\n" + "\n".join(COLUMN)).issue
    assert headings(found) == []
    names = [[one.name for line in made.bylines for one in line.authors] for made in found.articles]
    assert names == [["葛小川"], ["张水"]]
