"""Contents of which the heading was not read."""

from __future__ import annotations

import pytest

from converter.segment.regions.find import find_regions
from converter.segment.regions.labels import is_masthead_line
from converter.source import Line
from tests.support.restored import listed, restored

_PROSE = "渡口的灯在江水涨起来之前总要先亮一阵，撑船的人看见了，就把缆绳收到第二级石阶上去。"


def _lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def _contents(*texts: str) -> tuple[int, int] | None:
    return find_regions(_lines(*texts)).contents


def test_contents_in_another_language_are_not_those_above_them() -> None:
    own = ["渡口灯光的亮度 …… 祝小满 61", "缆绳的磨损 …… 甘泉水 66", "石阶的读数 …… 柳远舟 70"]
    english = ["Contents", "61 Light of a Ferry ……", "66 Wear of Ropes ……", "70 Reading Steps ……"]
    texts = [*own, "", *english, "", "渡口灯光的亮度", "祝小满", _PROSE]
    found = _contents(*texts)
    assert found is not None
    assert found[0] == 0


def test_the_first_section_comes_again_over_its_article() -> None:
    rows = ["专题·灯", "012　渡口的灯　祝小满", "024　缆绳　甘泉水", "影像", "036　石阶　柳远舟"]
    head = ["专题·灯", "", "渡口的灯", "", "撰文 | 祝小满　摄影 | 柳远舟", "", _PROSE[:24] + "。"]
    body = [
        "013　江上地理",
        "",
        "第一天　灯",
        "",
        _PROSE,
        "",
        "014　江上地理",
        "",
        "影像",
        "",
        "石阶",
    ]
    assert _contents(*rows, "", *head, "", *body) == (0, 5)


def test_a_table_is_told_by_its_cells_below_a_quotation() -> None:
    said = ["渡口好不好，不在灯有多亮，在江水涨起来的时候有没有人站在第二级石阶上。"]
    rows = ["| 灯下 | 2 | 渡口的灯 | 祝小满 |", "| 水边 | 5 | 缆绳 | 甘泉水 |"]
    rows += [f"|  |  | 石阶的读数和{' ' * 60}| 柳远舟 |", "| 信箱 | 9 | 江上来信 | |"]
    texts = [*said, "", *rows, "", "渡口的灯", "", "祝小满", "", _PROSE, "", "缆绳", "", _PROSE]
    assert _contents(*texts, "", "江上来信", "", _PROSE) == (2, 6)


def test_the_imprint_is_no_entry() -> None:
    imprint = ["渡口", "2022年第6期", "主办　渡口管理站", "主　　编　祝小满"]
    imprint += [
        "国际刊号　ISSN 9945-1182",
        "邮发代号　99-5",
        "定　　价　8.00元",
        "电　　话　0791-10664",
    ]
    rows = [
        "灯下",
        "渡口的灯　　祝小满（6）",
        "水边",
        "缆绳　　甘泉水（9）",
        "石阶　　柳远舟（11）",
    ]
    body = ["灯下", "渡口的灯", "□祝小满", f"　　{_PROSE}", "缆绳", "□甘泉水", f"　　{_PROSE}"]
    assert _contents(*imprint, *rows, *body) == (8, 13)


def test_a_section_among_entries_is_no_misread_heading() -> None:
    """实录 has a character of 目录, but entries stand above it."""
    rows = ["灯下", "渡口的灯 …… 祝小满 12", "缆绳 …… 甘泉水 24", "修船实录"]
    rows += ["石阶 …… 柳远舟 36", "船坞 …… 韩小渡 40", "桐油 …… 顾南山 44"]
    heads = ["渡口的灯", "缆绳", "石阶", "船坞", "桐油"]
    got = restored("\n\n".join([*rows, *(part for head in heads for part in (head, _PROSE))]))
    assert [title for _, title, _, _ in listed(got)] == heads
    assert {section for section, *_ in listed(got)} == {"灯下", "修船实录"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("渡口的人 / 摄影、文字：祝小满 / 7", False),
        ("- 渡口的人 / 摄影：祝小满 / 12", False),
        ("摄影、文字：祝小满", True),
    ],
)
def test_what_an_author_has_done_before_the_page_is_of_an_entry(line: str, *, told: bool) -> None:
    assert is_masthead_line(line) is told
