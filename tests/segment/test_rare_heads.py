"""Running heads on a few pages only: the name and a section, in Latin letters too, or a section's folio."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.segment import find_furniture
from converter.source import Line

TITLE = "渡口月刊"
KNOWN = [key(TITLE), "书话", "讲坛", key("专题·水上人家")]
PARTS = (
    "渡口的石阶有三十一级，最下面的两级常年浸在水里，摆渡的人每天早晨用刷子刷一遍，刷到看得",
    "见石头的纹路。冬天结了冰，他就撒一把粗盐，盐化了，石阶也白了，像落过一层薄雪，孩子们都在上面",
    "写字，写完了等太阳出来。太阳出来以后字就不见了，石阶上只剩下一道一道湿的印子，踩上去还有些",
    "滑，摆渡的人便在两边拉了麻绳。",
)


def lines(*heads: str) -> list[Line]:
    texts = [PARTS[0]]
    for head, part in zip(heads, PARTS[1:], strict=False):
        texts += ["", head, "", part]
    return [Line(at, text) for at, text in enumerate(texts, 1)]


def heads(*texts: str) -> list[int]:
    found = find_furniture(lines(*texts), known=KNOWN, title=key(TITLE)).reasons
    return sorted(at for at, reason in found.items() if reason == "running-head")


@pytest.mark.parametrize("head", ["渡口月刊 | 书话", "专题·水上人家｜渡口月刊", "渡口月刊│讲坛"])
def test_the_name_and_a_section_with_a_bar_between_are_a_running_head(head: str) -> None:
    assert heads(head) == [3]


@pytest.mark.parametrize("head", ["渡口月刊 | 石阶", "讲坛 | 书话", "渡口月刊 | 渡口月刊"])
def test_other_words_beside_a_bar_are_none(head: str) -> None:
    assert heads(head) == []


def test_the_name_in_latin_letters_stands_before_several_sections() -> None:
    assert heads("DUKOU YUEKAN 书话", "DUKOU YUEKAN 讲坛") == [3, 7]
    assert heads("BOOKS 书话", "FORUM 讲坛") == []


def test_a_section_beside_the_page_that_follows_is_a_running_head() -> None:
    pages = [*lines("6 渡口月刊", "旧栏目 7", "8 渡口月刊"), Line(90, "10 渡口月刊")]
    found = find_furniture(pages, known=KNOWN, title=key(TITLE))
    assert [(one.line, one.page) for one in found.breaks] == [(3, 6), (7, 7), (11, 8), (90, 10)]
    rises = [
        *lines("6 渡口月刊", "旧栏目 7", "旧栏目 9"),
        Line(90, "10 渡口月刊"),
        Line(91, "12 渡口月刊"),
    ]
    found = find_furniture(rises, known=KNOWN, title=key(TITLE))
    assert [one.page for one in found.breaks] == [6, 7, 9, 10, 12]
    leaps = [*lines("6 渡口月刊", "旧栏目 3", "8 渡口月刊"), Line(90, "10 渡口月刊")]
    assert 7 not in find_furniture(leaps, known=KNOWN, title=key(TITLE)).reasons
