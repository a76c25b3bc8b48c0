"""Whole lines that OCR has read twice in a row, which nobody prints so."""

from __future__ import annotations

import pytest

from converter.model import Heading
from tests.support.bend import article
from tests.support.blocks import boxes, headings
from tests.support.ferry import BOATS, FERRY, LAMP, STONES
from tests.support.restored import restored


def text(*pieces: str) -> str:
    return "目录\n1 渡口 张水\n\n渡口\n\n张水\n\n" + "\n\n".join(pieces)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["二、渡口的灯由谁来点", "（二）渡口的灯", "2.渡口的灯由谁来点"])
def test_a_heading_stands_once(head: str, gap: str) -> None:
    first = head.replace("二", "一").replace("2", "1").replace("灯", "船")
    found = article(first, STONES, f"{head}{gap}{head}", LAMP)
    heads = [one.text.value for one in found.blocks if isinstance(one, Heading)]
    assert heads == [first, head]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_name_of_a_box_and_who_signs_stand_once(gap: str) -> None:
    made = restored(
        text(STONES, f"链接{gap}链接", LAMP, BOATS).replace("张水\n\n石", f"张水{gap}张水\n\n石")
    )
    assert [label for label, _, _ in boxes(made.issue)] == ["链接"]
    (byline,) = made.issue.articles[0].bylines
    assert byline.text.value == "张水"
    told = [drop.text for drop in made.issue.drops if drop.reason == "duplicate"]
    assert "链接" in told


def test_a_refrain_stands_as_often_as_it_is_sung() -> None:
    song = "摇啊摇，摇到外婆桥。\n摇啊摇，摇到外婆桥。\n外婆夸我好宝宝。\n糖一包，果一包。"
    sung = restored(text(STONES, song, FERRY)).issue
    assert str(sung.articles[0]).count("摇啊摇") == 2
    assert headings(sung) == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["老渡口的灯", "渡口怎么走", "三百级石阶"])
def test_a_heading_without_a_number_stands_once_over_its_text(head: str, gap: str) -> None:
    found = article(STONES, f"{head}{gap}{head}", LAMP, BOATS)
    assert [one.text.value for one in found.blocks if isinstance(one, Heading)] == [head]


@pytest.mark.parametrize(
    "byline", ["文｜张水", "本刊记者 张水", "文/某县水利局", "张 水（某县水利局局长）"]
)
def test_who_signs_by_a_word_or_a_mark_stands_once(byline: str) -> None:
    made = restored(f"渡口\n\n{byline}\n{byline}\n\n{STONES}\n\n{LAMP}\n\n{BOATS}\n").issue
    assert len([one for line in made.articles[0].bylines for one in line.authors]) == 1


@pytest.mark.parametrize("label", ["【提示】", "资料", "**知识链接**"])
def test_any_name_of_a_box_stands_once(label: str) -> None:
    cut = f"{STONES}{LAMP}船往对岸去的时候，船上的人"
    made = restored(text(cut, f"{label}\n\n{label}", BOATS, f"都不说话。{FERRY}"))
    assert len(boxes(made.issue)) == 1


def test_the_name_of_a_section_stands_over_its_only_article_of_that_name() -> None:
    contents = "目录\n\n读者来信\n读者来信 …… 4\n\n水乡\n渡口 张水 …… 6\n\n"
    made = restored(
        f"{contents}读者来信\n\n读者来信\n\n{STONES}\n\n{LAMP}\n\n水乡\n\n渡口\n\n张水\n\n{BOATS}\n\n{FERRY}\n"
    ).issue
    assert [made.contents.sections[one.section].name for one in made.articles] == [
        "读者来信",
        "水乡",
    ]
    assert not [drop for drop in made.drops if drop.reason == "duplicate"]
