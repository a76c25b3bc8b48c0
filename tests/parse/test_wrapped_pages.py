"""Pages that OCR has left in their printed lines, among others whose lines it has put together."""

from __future__ import annotations

from itertools import count

from converter.parse.issue.wrapped_pages import edges_of_wrapped_pages
from converter.segment import Unit, make_units
from converter.source import Line

PLAIN = "渡口的灯一盏一盏地亮了，撑船的人把竹篙横在船头，等最后一个过河的人，水声比平时大，" * 2
PRINTED = "渡口的灯一盏一盏地亮了，撑船的人把竹篙横在船头。"


def _units(*shapes: int) -> list[Unit]:
    """Units of so many printed lines each; 0 is a paragraph on one line, -1 a heading."""
    numbers = count(1, 2)
    made: list[Unit] = []
    for shape in shapes:
        texts = {0: [PLAIN], -1: ["渡口的夜"]}.get(shape, [PRINTED] * shape)
        lines = tuple(Line(next(numbers), text) for text in texts)
        made.append(Unit(lines, "".join(texts), gap=True, wrapped=shape > 1))
    return made


def test_a_page_ends_where_the_printed_lines_do() -> None:
    units = _units(0, 0, 0, 0, 5, 6, -1, 4, 0, 0, 0, 0, 0, 0)
    assert edges_of_wrapped_pages(units) == {units[4].first, units[8].first}


def test_a_box_may_stand_between() -> None:
    units = _units(0, 0, 0, 0, 0, 8, -1, 0, 7, 0, 0, 0, 0, 0, 0)
    assert edges_of_wrapped_pages(units) == {units[5].first, units[9].first}


def test_beside_a_heading_nothing_tells_on_which_page_it_is() -> None:
    units = _units(0, 0, 0, 0, 0, -1, 8, 7, -1, 0, 0, 0, 0, 0, 0)
    assert edges_of_wrapped_pages(units) == frozenset()


def test_a_pull_quote_or_a_box_in_printed_lines_is_no_page() -> None:
    assert edges_of_wrapped_pages(_units(0, 0, 0, 3, 0, 0, 0, 0)) == frozenset()


def test_where_most_pages_are_so_their_ends_tell_nothing() -> None:
    assert edges_of_wrapped_pages(_units(0, 9, 9, 9, 0, 9, 9)) == frozenset()


SAYINGS = [
    "伞借出去容易，雨借不出去，晴天更没有人来还。——修伞匠石阿公",
    "钟走得慢，是因为它数得认真，走得快的那只倒常常停。——钟表铺学徒罗川的日记里只有一句",
    "桥不问谁过河，它只问自己还撑不撑得住。——造桥的季师傅在落成那天",
    "树长得慢，是在等看它的人长大，等不到也不急。——护林员谈门前那株种了三十年的银杏",
    "水往低处走，所以它到得比谁都远。——渡口的摆渡人，没有留下名字",
    "书借出去是一本，还回来是两本，多的那一本是批注。——旧书店的柯老板在开张那天",
    "灯下看人，影子比人老实。——皮影戏班的班主在最后一场演出以后",
]
PROSE = "渡口的灯一盏一盏地亮了，撑船的人把竹篙横在船头，等最后一个过河的人，水声比平时大，他却听得很清楚，那个人还在山梁上走着。"


def _printed(text: str, measure: int) -> list[str]:
    """The lines of a column whose first-line indent OCR has lost."""
    first = measure - 2
    return [text[:first], *(text[at : at + measure] for at in range(first, len(text), measure))]


def test_sayings_of_a_printed_page_are_whole_beside_lines_of_another_width() -> None:
    blocks = [
        *([PLAIN] for _ in range(6)),
        *(_printed(PROSE * 2, 34) for _ in range(2)),
        *([PLAIN] for _ in range(6)),
        _printed(PROSE, 19),
        *(_printed(text, 19) for text in SAYINGS),
        *([PLAIN] for _ in range(6)),
    ]
    texts = [text for block in blocks for text in (*block, "")]
    units = make_units([Line(at, text) for at, text in enumerate(texts, 1)])
    assert [unit.text for unit in units] == ["".join(block) for block in blocks]
