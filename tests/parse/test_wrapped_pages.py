"""Pages that OCR has left in their printed lines, among others whose lines it has put together."""

from __future__ import annotations

from itertools import count

from converter.parse.issue.wrapped_pages import edges_of_wrapped_pages
from converter.segment import Unit
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
