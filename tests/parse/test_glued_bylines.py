"""Bylines that have lost the blanks between their entries."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("文/沙鸥图/贝蒂", ["沙鸥"]),
        ("採訪／許礁攝影／簡汐", ["許礁"]),
        ("采写 | 本刊记者安可摄影 | 石礼", ["安可"]),
        ("主讲 | 沐川市第三医院主任医师霍青囊整理 | 柳条", ["霍青囊", "柳条"]),
        ("王小明口述宋雨前采访整理", ["王小明", "宋雨前"]),
        ("伊丽丝·霍恩著韦林译", ["伊丽丝·霍恩", "韦林"]),
        ("伊丽丝·霍恩著 韦林译", ["伊丽丝·霍恩", "韦林"]),
        ("陈敬轩/文李木/图", ["陈敬轩"]),
        ("□陈敬轩文李木图", ["陈敬轩"]),
        ("本刊记者陈敬轩摄影李木", ["陈敬轩"]),
        ("特约撰稿陈敬轩本刊记者李木", ["陈敬轩", "李木"]),
        ("本刊记者沈木尤晚晴", ["沈木", "尤晚晴"]),
        ("文/摄影岑远", ["岑远"]),
        ("撰文：凌波攝影：Tony Lam", ["凌波"]),
    ],
)
def test_the_names_of_a_byline_without_blanks(text: str, names: list[str]) -> None:
    found = read_byline(text)
    assert found is not None
    assert [author.name for author in found.authors] == names


def test_a_name_with_no_surname_is_one_that_the_contents_give() -> None:
    text = "尕让口述宋雨前采访整理"
    assert read_byline(text) is None
    found = read_byline(text, known=frozenset(["尕让", "宋雨前"]))
    assert found is not None
    assert sorted(author.name for author in found.authors) == ["宋雨前", "尕让"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("本刊记者温故实习生林小满", ["温故", "林小满"]), ("本刊记者乔木尤晚晴", ["乔木", "尤晚晴"])],
)
def test_a_name_that_is_a_word_is_one_that_the_contents_give(text: str, names: list[str]) -> None:
    found = read_byline(text, known=frozenset(names))
    assert found is not None
    assert [author.name for author in found.authors] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("文/张文图", "张文图"),
        ("文/张图南　图/李四光", "张图南"),
        ("撰文/图书馆文献组", "图书馆文献组"),
    ],
)
def test_works_within_names_part_nothing(text: str, name: str) -> None:
    found = read_byline(text)
    assert found is not None
    assert [author.name for author in found.authors] == [name]


@pytest.mark.parametrize("text", ["于无声处听惊雷文", "张口述说李子怎样整理", "一张图里的春天"])
def test_a_title_is_no_byline(text: str) -> None:
    assert read_byline(text) is None
