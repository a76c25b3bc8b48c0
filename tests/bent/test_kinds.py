"""Local damage: each kind, on a small issue that has a place for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.evaluation.bent.sheet import Sheet, changes
from tests.evaluation.bent.trials import KINDS, Plan, bent
from tests.evaluation.cases import Case
from tests.evaluation.from_truth import load_truth
from tests.support.golden import Golden

HERE = Path(__file__).parent
SMALL = Case("small", (HERE / "issue.txt").read_bytes(), load_truth(HERE / "truth.json"))
ALL = Plan(tuple(KINDS), per=20)
LOSING = ("_misread", "_doubled", "_twice", "_lost", "cut_by_page", "cut_by_folio", "_head")
"""Ends of the names of kinds that change which letters there are."""
OTHERS = frozenset(
    [
        "cut_by_scrap",
        "folio_between",
        "page_cut",
        "quote_among",
        "seam_doubled",
        "stanza_cut",
        "stray_among",
    ]
)
MOVING = tuple(
    name
    for name in KINDS
    if name.endswith(("blanks_lost", "blank_lost")) or not (name.endswith(LOSING) or name in OTHERS)
)
"""Kinds that move what there is, or change blanks and marks alone."""


def letters(lines: Sequence[str]) -> Counter[str]:
    return Counter(char for line in lines for char in line if char.isalnum())


def test_each_kind_changes_what_it_tells(golden: Golden) -> None:
    sheet, told = Sheet(SMALL), list[str]()
    for name, kind in KINDS.items():
        told.append(f"{name}: {kind.told}")
        for bend in bent(sheet, name, Plan((name,))):
            for one in changes(sheet.lines, bend.lines):
                told.append(f"  line {one.row + 1}")
                told += [f"  - {line}".rstrip() for line in one.before]
                told += [f"  + {line}".rstrip() for line in one.after]
    golden(HERE / "changes.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_finds_a_place_and_leaves_nearly_all_lines(name: str) -> None:
    sheet = Sheet(SMALL)
    made = list(bent(sheet, name, ALL))
    assert made
    for bend in made:
        kept = Counter(sheet.lines) & Counter(bend.lines)
        assert bend.lines != tuple(sheet.lines)
        assert kept.total() >= len(sheet.lines) - 5


@pytest.mark.parametrize("name", MOVING)
def test_what_is_moved_loses_no_letter(name: str) -> None:
    sheet = Sheet(SMALL)
    for bend in bent(sheet, name, ALL):
        assert letters(bend.lines) == letters(sheet.lines)


def test_most_kinds_are_held_to_the_letters() -> None:
    assert len(MOVING) > len(KINDS) / 2


@pytest.mark.parametrize("name", KINDS)
def test_the_damages_of_a_plan_are_all_different(name: str) -> None:
    made = [bend.lines for bend in bent(Sheet(SMALL), name, ALL)]
    assert len(set(made)) == len(made)


def test_the_same_seed_draws_the_same_damage() -> None:
    def drawn(seed: int) -> list[tuple[str, ...]]:
        sheet = Sheet(SMALL)
        return [
            bend.lines for name in KINDS for bend in bent(sheet, name, Plan((name,), seed=seed))
        ]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_a_kind_draws_the_same_alone_and_among_others() -> None:
    sheet = Sheet(SMALL)
    for name in ("title_cut", "box_moved"):
        list(bent(sheet, name, ALL))
    again = [bend.lines for bend in bent(sheet, "spaced", Plan(("spaced",)))]
    assert again == [bend.lines for bend in bent(Sheet(SMALL), "spaced", Plan(("spaced",)))]


def test_a_kind_without_a_place_does_nothing() -> None:
    lines = SMALL.data.decode().split("\n")
    first = lines.index("人物", lines.index("人物") + 1)
    bare = Sheet(Case("bare", "\n".join(lines[first:]).encode(), SMALL.truth))
    contents = [name for name, kind in KINDS.items() if kind.group == "contents"]
    assert contents
    assert not [name for name in contents if list(bent(bare, name, ALL))]
    assert list(bent(bare, "cut_by_blank", ALL))


# --- lines --------------------------------------------------------------------------------


def printed(measure: int) -> Case:
    """The small issue in a column."""
    lines = SMALL.data.decode().split("\n")
    parts = [line[at : at + measure] for line in lines for at in range(0, len(line) or 1, measure)]
    return Case("printed", "\n".join(parts).encode(), SMALL.truth)


@pytest.mark.parametrize("name", [name for name in KINDS if "_on_" in name or "glued" in name])
def test_no_line_of_a_column_gets_longer_than_it_is_wide(name: str) -> None:
    sheet = Sheet(printed(28))
    for bend in bent(sheet, name, ALL):
        assert max(len(line) for line in bend.lines[sheet.region.stop :]) <= 30


def test_no_sign_of_markdown_gets_into_a_line() -> None:
    text = SMALL.data.decode().replace("\n拿不准", "\n> 拿不准").replace("\n红色", "\n> 红色")
    sheet = Sheet(Case("marked", text.encode(), SMALL.truth))
    assert list(bent(Sheet(SMALL), "box_title_on_text", ALL))
    assert not list(bent(sheet, "box_title_on_text", ALL))


def test_a_folio_has_a_page_of_its_article() -> None:
    seen = set()
    for bend in bent(Sheet(SMALL), "cut_by_folio", ALL):
        (change,) = changes(SMALL.data.decode().split("\n"), bend.lines)
        seen |= {line for line in change.after if line.startswith("·")}
    assert seen <= {f"· {number} ·" for number in (3, 4, 7, 8, 9, 10, 11)}
    assert len(seen) > 1


def test_a_running_head_is_cut_at_a_blank_and_keeps_its_signs() -> None:
    text = SMALL.data.decode().replace("渡口与桥　2023.2", "== 渡口与桥 2023.2 ==")
    sheet = Sheet(Case("signs", text.encode(), SMALL.truth))
    made = list(bent(sheet, "running_head_cut", ALL))
    assert made
    for bend in made:
        assert {"== 渡口与桥", "2023.2 =="} <= set(bend.lines)


def test_paragraphs_are_glued_where_the_first_ends_as_it_was_printed() -> None:
    text = SMALL.data.decode().replace("不能再翻。", "不能再翻")
    sheet = Sheet(Case("open", text.encode(), SMALL.truth))
    made = [bend.lines for bend in bent(sheet, "paragraphs_glued", ALL)]
    assert not [line for lines in made for line in lines if "再翻记日记" in line]
    made = [bend.lines for bend in bent(Sheet(SMALL), "paragraphs_glued", ALL)]
    assert [line for lines in made for line in lines if "再翻。记日记" in line]


# --- truths -------------------------------------------------------------------------------


def test_a_lost_page_is_not_asked_for() -> None:
    for bend in bent(Sheet(SMALL), "page_lost", ALL):
        (truth,) = bend.truths
        pages = [one.page for one in truth.articles]
        assert pages.count("") == 1


def test_a_lost_heading_is_not_asked_for() -> None:
    for bend in bent(Sheet(SMALL), "heading_lost", ALL):
        (truth,) = bend.truths
        told = [item.text for one in truth.articles for item in one.items]
        assert len([text for text in told if text[:2] in ("一、", "二、")]) == 1


def test_a_heading_without_its_number_may_have_any_level() -> None:
    (one, *_) = bent(Sheet(SMALL), "number_lost", ALL)
    levels = {
        item.level
        for truth in one.truths
        for item in truth.articles[0].items
        if item.text in ("钟是谁家的", "往后还敲不敲")
    }
    assert levels == {1, 2, 3}


def test_two_paragraphs_on_one_line_may_be_one() -> None:
    for bend in bent(Sheet(SMALL), "paragraphs_glued", ALL):
        both, one = bend.truths
        assert both == SMALL.truth
        count = sum(len(article.items) for article in one.articles)
        assert count == sum(len(article.items) for article in both.articles) - 1


def test_a_lost_section_is_asked_for_where_the_body_has_it_over_a_title() -> None:
    lines = SMALL.data.decode().split("\n")
    for bend in bent(Sheet(SMALL), "section_lost", ALL):
        (truth,) = bend.truths
        (lost,) = (Counter(lines) - Counter(bend.lines)).elements()
        asked = ["人物", None, "风物", "风物"] if lost == "人物" else ["人物", "人物", None, None]
        assert [one.section for one in truth.articles] == asked


@pytest.mark.parametrize("name", ["byline_misread", "listed_name_misread"])
def test_of_two_names_in_contents_and_body_either_will_do(name: str) -> None:
    for bend in bent(Sheet(SMALL), name, ALL):
        own, other = bend.truths
        assert own == SMALL.truth
        (read,) = {one.authors for one in other.articles} - {one.authors for one in own.articles}
        assert read[0] in "".join(bend.lines)


def test_a_moved_box_stands_behind_another_item_in_the_truth() -> None:
    for bend in bent(Sheet(SMALL), "box_moved", ALL):
        (truth,) = bend.truths
        orders = [[item.kind for item in one.items] for one in truth.articles]
        assert orders != [[item.kind for item in one.items] for one in SMALL.truth.articles]
