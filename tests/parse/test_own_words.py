"""Words of a magazine's own that no list knows: before its authors, behind its folios."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Paragraph, Role
from converter.parse.byline import read_byline
from converter.segment import find_furniture
from converter.source import Line
from tests.support.restored import restored


def signed(line: str, *known: str) -> list[tuple[str, str]] | None:
    """The authors that a line names, with their offices; ``None`` for no byline."""
    found = read_byline(line, known=frozenset(known))
    return [(one.name, one.office) for one in found.authors] if found is not None else None


def numbered(text: str) -> list[Line]:
    """The lines of a text."""
    return [Line(at, line) for at, line in enumerate(text.split("\n"), 1)]


@pytest.mark.parametrize(
    ("line", "known", "who"),
    [
        ("〈下笔〉霍闻笛　船模匠人", ("霍闻笛",), [("霍闻笛", "船模匠人")]),
        ("〈下笔〉霍 闻", ("霍闻",), [("霍闻", "")]),
        ("〈下笔〉霍闻笛　退休船工，71岁", ("霍闻笛",), [("霍闻笛", "退休船工，71岁")]),
        ("〈下笔〉霍闻笛　〈摄影〉卢小舟", ("霍闻笛",), [("霍闻笛", ""), ("卢小舟", "")]),
        ("〔掌灶〕霍闻笛　〔尝鲜〕全体编辑部", ("霍闻笛",), [("霍闻笛", "")]),
        ("〈口述〉霍闻笛　退休船工", (), [("霍闻笛", "退休船工")]),
        ("〈整理〉卢小舟", (), [("卢小舟", "整理")]),
    ],
)
def test_words_in_brackets_stand_before_those_who_sign(
    line: str, known: tuple[str, ...], who: list[tuple[str, str]]
) -> None:
    assert signed(line, *known) == who


@pytest.mark.parametrize(
    "line",
    ["〈摄影〉卢小舟", "〈下笔〉霍闻笛", "〈渡口〉是一首长诗。", "［注释］霍闻笛走了；船还在"],
)
def test_a_word_of_no_list_needs_the_contents(line: str) -> None:
    assert not signed(line)


def test_who_an_author_is_signs_nothing() -> None:
    assert not signed("［作者简介］霍闻笛，沅州师范学院教师", "霍闻笛")


def test_running_heads_count_their_pages_with_a_word_of_their_own() -> None:
    text = (
        "渡口 06埠\n\n江上的雾还没有散，摆渡的老人已经解开了缆绳。\n\n船坞 ▶ l2埠\n\n"
        "他说这条船是父亲留下来的，修过十一回，每一回都换一块板。\n\n渡 口 1O埠\n\n桐溪 03埠"
    )
    body = numbered(text)
    assert not {1, 5, 9} & set(find_furniture(body, known=("渡口", "船坞")).reasons)
    body = numbered(text.replace("1O埠", "2O埠"))
    found = find_furniture(body, known=("渡口", "船坞"))
    assert {1, 5, 9} <= set(found.reasons)
    assert 11 not in found.reasons  # no name of the issue
    assert [one.page for one in found.breaks] == [6, 12, 20]


def test_counted_names_of_sections_are_running_heads_within_text() -> None:
    text = (
        "叁 船坞\n\n一条旧船的修法\n\n他说这条船是父亲留下来的，修过十一回，每一回都换一块\n\n"
        "叁 船坞\n\n板，如今没有一块是原来的了。"
    )
    reasons = find_furniture(numbered(text), known=("船坞",)).reasons
    assert 7 in reasons
    assert 1 not in reasons


def test_headings_behind_a_mark_that_points_be_one_on_two_lines() -> None:
    prose = (
        "江上的雾还没有散，摆渡的老人已经解开了缆绳，等第一个过河的人。",
        "船坞里停着三条旧船，最老的一条是他父亲留下来的，修过十一回。",
        "桥修好以后过河的人少了，逢集的日子还有人坐船，说船上凉快。",
    )
    text = "\n\n".join(
        (
            *("目录\n1 渡口记 霍闻笛\n5 旧船 卢小舟", "渡口记", "霍闻笛", prose[0]),
            *("▷第一趟：雾", prose[1], "▷第二次到\n第四次：一船的人", prose[2]),
            *("▷末一趟：灯", prose[0], "旧船", "卢小舟", prose[1]),
        )
    )
    blocks = restored(text).issue.articles[0].blocks
    heads = "".join(one.text.value for one in blocks if isinstance(one, Heading))
    assert heads == "第一趟：雾第二次到第四次：一船的人末一趟：灯"
    assert not any(isinstance(one, Figure) for one in blocks)


def test_three_parts_under_each_letter_sign_it() -> None:
    letters = (
        "上期写到的老渡口我小时候天天走，船钱是两分，下雨天不要钱。",
        "我家还留着一把旧船桨，桨柄磨得发亮，孩子拿它当枪使。",
        "桥通车那天我也在，看见摆渡的人站在岸上，一句话也没有说。",
    )
    signs = (
        "桐溪\u3000撑篙人\u300071岁",
        "桐溪\u3000小满她娘\u300043岁",
        "沅州\u3000旧船客\u300066岁",
    )
    body = [line for both in zip(letters, signs, strict=True) for line in both]
    text = "\n\n".join(
        ("目录\n1 渡口记 霍闻笛\n5 岸边的话", "渡口记", "霍闻笛", letters[0], "岸边的话", *body)
    )
    blocks = restored(text).issue.articles[1].blocks
    roles = [one.role for one in blocks if isinstance(one, Paragraph)]
    assert roles == [Role.BODY, Role.SIGNATURE] * 3
