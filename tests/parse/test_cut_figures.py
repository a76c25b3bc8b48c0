"""Figures, dates and names in quotation marks that are cut off the first words of an article or section."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from tests.support.bend import PROSE, article

REST = "家家都在屋檐下挂着一盏灯，风再大也没有灭过，船上的人远远就看得见。"
LAST = "守灯的后生一路吹着口哨走过长长的石堤，回到家里，炉膛里剩下的火还没有熄。"


def told(*pieces: str) -> list[str]:
    blocks = article(*pieces).blocks
    return [block.text.value for block in blocks if isinstance(block, Heading | Paragraph)]


CUTS = [
    ("渡口两岸住着不少人家，其中会撑船的占", f"57%，{REST}"),
    ("渡口两岸的人家都靠水吃饭，会撑船的有", f"627个，{REST}"),
    ("为了看清渡口的水位涨落，20", f"24年3月，{REST}"),
    ("为了看清渡口的水位涨落，2024年", f"3月，{REST}"),
    ("渡口地处下游，两岸一共有4.9", f"万户居民，{REST}"),
]


@pytest.mark.parametrize(("first", "rest"), CUTS)
def test_a_figure_cut_in_the_first_words_of_an_article_is_one(first: str, rest: str) -> None:
    assert told(first, rest, PROSE)[0].replace(" ", "") == first + rest


@pytest.mark.parametrize("name", ["“活历史”", "《备案表》"])
def test_the_last_word_of_a_sentence_begins_no_paragraph(name: str) -> None:
    first, rest = "从四月起渡口取消了纸做的船票，改为填一张", f"{name}。{REST}"
    assert told(first, rest, LAST)[0] == first + rest


@pytest.mark.parametrize(("first", "rest"), CUTS)
def test_a_figure_cut_in_the_first_words_below_a_heading_is_one(first: str, rest: str) -> None:
    found = told(PROSE, "一、两岸的人家", first, rest, PROSE.replace("河水", "溪水"))
    assert found[2].replace(" ", "") == first + rest


def test_a_clause_before_the_last_word_of_its_sentence_is_no_heading() -> None:
    first, rest = "“渡”字左边一个“水”，右边一个", f"“度”，{REST}"
    assert told(PROSE, "一、两岸的人家", first, rest, LAST)[2] == first + rest
