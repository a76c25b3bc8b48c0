"""Running heads over the title of the article that begins on their page, which no contents name."""

from __future__ import annotations

import pytest

from converter.segment import find_furniture
from converter.source import Line

END = "岸上的灯亮了一排，照着收回来的船缆。"


def heads(*texts: str) -> list[str]:
    lines = [Line(at + 1, text) for at, text in enumerate(texts)]
    found = find_furniture(lines)
    return [line.text for line in lines if found.reasons.get(line.number) == "running-head"]


def page(head: str, seed: str) -> list[str]:
    cut = f"{seed}堤上的人把船缆一根一根地收回来，数了又数，船舱里的水已经舀干"
    return [head, "", f"了，{seed}雨也停了，岸上的灯亮了一排。{cut}", ""]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("堤上的灯　5", "堤上的灯　{}"),
        ("第2期　　　堤上的灯　　　5", "第2期　　　堤上的灯　　　{}"),
    ],
)
@pytest.mark.parametrize("between", [(), ("圆桌会", "")])
def test_a_head_with_its_page_right_over_the_title(
    first: str, later: str, between: tuple[str, ...]
) -> None:
    before = [*page("2　河湾水利", "甲"), *page("4　河湾水利", "乙"), END, ""]
    own = [first, "", *between, "堤上的灯", "", "陶 然", "", "夜里的堤比白天的长。", ""]
    after = [*page(later.format(7), "丙"), *page("8　河湾水利", "丁"), *page(later.format(9), "戊")]
    found = heads(*before, *own, *after)
    assert found == [
        "2　河湾水利",
        "4　河湾水利",
        first,
        later.format(7),
        "8　河湾水利",
        later.format(9),
    ]


def test_a_number_that_is_not_that_of_the_page_heads_nothing() -> None:
    before = [*page("2　河湾水利", "甲"), *page("4　河湾水利", "乙")]
    own = ["堤上的灯　31", "", "堤上的灯", "", "陶 然", "", "夜里的堤比白天的长。", ""]
    after = [*page("6　河湾水利", "丙"), *page("8　河湾水利", "丁")]
    assert "堤上的灯　31" not in heads(*before, *own, *after)


def test_a_title_stands_at_the_foot_of_its_page_and_again_above() -> None:
    pages = [text for page in (3, 4, 5, 6) for text in (END, "", str(page), "")]
    own = ["堤上的灯", "", "陶 然", "", END, "", "8"]
    assert heads(*pages, END, "", "堤上的灯", "", "7", "", *own) == ["堤上的灯"]
    assert heads(*pages, END, "", "堤上的灯", "", *own) == []


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("圆桌会　堤上的灯亮了", True),
        ("圆桌会 堤上的灯売了", True),
        ("圆桌会 堤下的灯売了", False),
        ("渡口边 堤上的灯亮了", False),
    ],
)
def test_a_section_and_the_title_right_over_that_title(head: str, *, told: bool) -> None:
    lines = [Line(at + 1, text) for at, text in enumerate((END, "", head, "", "堤上的灯亮了", END))]
    found = find_furniture(lines, sections=frozenset({"圆桌会"}))
    assert (found.reasons.get(3) == "running-head") is told
