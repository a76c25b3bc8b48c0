"""Names of sections at the heads of pages, above the rest of a sentence or set from top to bottom."""

from __future__ import annotations

import pytest

from converter.segment.section_tops import sections_at_tops
from converter.source import Line

CUT, REST = "船舱里的水已经舀干，堤上的人数了又", "数，才把船缆一根一根地收回来。"
WHOLE = "岸上的灯亮了一排，照着收回来的船缆。"
SECTIONS = frozenset(("药箱", "渡口"))


def heads(above: str, *top: str) -> list[str]:
    lines = [Line(at + 1, text) for at, text in enumerate((above, "12", *top))]
    return [lines[at].text for at in sections_at_tops(lines, SECTIONS, {2: "folio"})]


@pytest.mark.parametrize(
    "name", [("渡口",), ("渡口 FERRY",), ("FERRY 渡口",), ("FERRY", "渡口"), ("药", "箱")]
)
def test_the_name_above_the_rest_of_a_sentence_is_a_running_head(name: tuple[str, ...]) -> None:
    assert heads(CUT, *name, REST) == list(name)


def test_a_name_set_from_top_to_bottom_is_one_below_a_whole_paragraph_as_well() -> None:
    assert heads(WHOLE, "药", "箱", "夜里的渡船") == ["药", "箱"]
    assert heads(WHOLE, "药", "夜里的渡船") == []


@pytest.mark.parametrize("name", [("渡口",), ("FERRY", "渡口")])
def test_below_a_whole_paragraph_it_opens_its_section(name: tuple[str, ...]) -> None:
    assert heads(WHOLE, *name, "夜里的渡船") == []


def test_what_names_no_section_is_text() -> None:
    assert heads(CUT, "船缆 ROPES", REST) == []
    lines = [Line(1, CUT), Line(2, "渡口"), Line(3, REST)]
    assert sections_at_tops(lines, SECTIONS, {}) == []


@pytest.mark.parametrize("told", [{2: "folio"}, {2: "folio", 3: "running-head"}])
def test_its_english_below_it_is_one_too(told: dict[int, str]) -> None:
    lines = [Line(at + 1, text) for at, text in enumerate((CUT, "12", "渡口", "FERRY", REST))]
    found = [lines[at].text for at in sections_at_tops(lines, SECTIONS, told)]
    assert found == ["渡口", "FERRY"][len(told) - 1 :]
    other = [Line(1, CUT), Line(2, "12"), Line(3, "船缆"), Line(4, "ROPES"), Line(5, REST)]
    assert sections_at_tops(other, SECTIONS, {2: "folio", 3: "running-head"}) == []
