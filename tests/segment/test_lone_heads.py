"""Folios beside one name, where nothing else tells that the name is the magazine's."""

from __future__ import annotations

from converter.segment import find_furniture
from converter.source import Line

PARTS = [
    "渡口的石阶有三十一级，最下面的两级常年浸在",
    "水里，摆渡的人每天早晨用刷子刷一遍，刷到看得",
    "见石头的纹路。冬天结了冰，他就撒一把粗盐，盐化",
    "了，石阶也白了，像落过一层薄雪，孩子们都在上面",
    "写字，写完了等太阳出来。",
]


def lines(*heads: str) -> list[Line]:
    texts = [PARTS[0]]
    for head, part in zip(heads, PARTS[1:], strict=True):
        texts += [head, part]
    return [Line(at, text) for at, text in enumerate(texts, 1)]


def test_one_name_beside_numbers_that_count_the_pages_is_a_running_head() -> None:
    found = find_furniture(lines("20·晓渡", "21·晓渡", "22·晓渡", "24·晓渡"))
    assert sorted(found.reasons) == [2, 4, 6, 8]
    assert [one.page for one in found.breaks] == [20, 21, 22, 24]


def test_numbers_that_leap_or_several_names_are_none() -> None:
    assert not find_furniture(lines("20·晓渡", "35·晓渡", "51·晓渡", "88·晓渡")).reasons
    assert not find_furniture(lines("1·春汛", "2·夏汛", "3·秋汛", "4·冬汛")).reasons
