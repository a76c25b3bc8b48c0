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
