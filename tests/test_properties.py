"""What must hold of any text: properties of cleaning, parsing and the account of characters.

The texts are damaged issues, pieces of them in random order, and Chinese noise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from converter.clean import RULE_NAMES, RULES, clean
from converter.diagnostics import EmptyInputError
from converter.model import Article, Block, Box, Issue, Paragraph, Text, article_texts
from converter.model.serial import from_json, to_json
from converter.pipeline import Restored, restore
from converter.source import Line, Source, read_bytes
from tests.damage import damaged_issue
from tests.evaluation.kept import cleaned_counts, dropped_counts, model_counts
from tests.support.drawn import drawn

FAMILIES = ("sample", "other")
SEEDS = range(25)
quick = drawn(60, suppress_health_check=[HealthCheck.too_slow])

ALPHABET = (
    "的一是在有为水城书人，。、；：？！“”‘’（）《》【】—…·％％"
    "0123456789.,:;!?()[]|#*-_^{}$%/ABCabcPM\u3000 \t\n\n一二三四①②③■◆〇○０Ａ，"
    "摘要链接记者目录期年月页\u200b\ufeff\U00020000é\u0301"
)
noise = st.text(st.sampled_from(ALPHABET), max_size=400)
shapes = st.sampled_from(
    (
        "一、", "（一）", "1.", "1.1 ", "(1)", "①", "第一，", "一是", "链接 ", "【资料】", "——摘自", "记者：",
        "问：", "| a | b |", "|---|---|", "- ", "# ", "12", "— 12 —", "目 录", "ISSN 1234-5678",
        "2020年第3期 总第9期", "定 价：", "（下转第9页）", "（上接第3页）", "……3", "PM_{2.5}", "参考文献", "[1] ",
        "摘要：", "\f", "<!-- page 3 -->", "编者按：", "《", "“", "（",
    )
)  # fmt: skip
lines_of_an_issue = st.lists(st.tuples(shapes, noise), max_size=30).map(
    lambda rows: "\n".join(head + body for head, body in rows)
)


@cache
def damaged(seed: int, family: str) -> bytes:
    return damaged_issue(seed, family).data


@cache
def restored(seed: int, family: str) -> Restored:
    return restore(damaged(seed, family), name=f"{family}-{seed}.txt")


def shuffled(seed: int, family: str) -> str:
    """An issue whose lines some accident has mixed up."""
    rng = Random(seed)  # noqa: S311  (no secret)
    lines = damaged(seed, family).decode("utf-8-sig").splitlines()
    for _ in range(rng.randrange(1, 40)):
        at = rng.randrange(len(lines))
        match rng.randrange(4):
            case 0:
                del lines[at : at + rng.randrange(1, 9)]
            case 1:
                lines.insert(at, lines[rng.randrange(len(lines))])
            case 2:
                lines[at : at + 6] = reversed(lines[at : at + 6])
            case _:
                half = len(lines[at]) // 2
                lines[at : at + 1] = [lines[at][:half], lines[at][half:]]
        lines = lines or ["。"]
    return "\n".join(lines)


every_issue = pytest.mark.parametrize(
    ("family", "seed"), [(family, seed) for family in FAMILIES for seed in SEEDS]
)


# --- cleaning -----------------------------------------------------------------------------


def numbered(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, part) for number, part in enumerate(text.split("\n"), 1))


@given(noise)
@drawn(400)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(numbered(text))
    twice = clean(once.lines)
    assert twice.lines == once.lines
    assert twice.changes == ()


@every_issue
def test_cleaning_an_issue_twice_is_cleaning_it_once(family: str, seed: int) -> None:
    source = read_bytes(damaged(seed, family), "x.txt")
    once = clean(source.lines)
    assert clean(once.lines).lines == once.lines


@given(noise)
@drawn(200)
def test_the_list_of_changes_tells_all_that_was_changed(text: str) -> None:
    source = numbered(text)
    cleaned = clean(source)
    assert [line.number for line in cleaned.lines] == [line.number for line in source]
    for before, after in zip(source, cleaned.lines, strict=True):
        counts = Counter(before.text)
        for change in cleaned.changes:
            if change.line == before.number:
                counts.update(change.after)
                counts.subtract(change.before)
        assert +counts == Counter(after.text)
        assert not -counts


@given(noise)
@drawn(100)
def test_a_rule_that_is_switched_off_changes_nothing(text: str) -> None:
    for rule in RULES:
        made = clean(numbered(text), without=(rule.name,))
        assert all(change.rule != rule.name for change in made.changes)
    assert clean(numbered(text), without=RULE_NAMES).lines == numbered(text)


# --- the account of characters ------------------------------------------------------------


def assert_nothing_lost(source: Source, issue: Issue) -> None:
    """Source, repaired, equals model and drops: counted here, without the program's account."""
    need = cleaned_counts(source, issue.changes)
    have = model_counts(issue) + dropped_counts(issue.drops)
    missing = need - have
    assert not missing, f"lost: {dict(missing.most_common(8))}"


@every_issue
def test_every_character_of_an_issue_is_in_the_model_or_dropped(family: str, seed: int) -> None:
    made = restored(seed, family)
    assert made.source is not None
    assert_nothing_lost(made.source, made.issue)
    assert made.account is not None
    assert made.account.balanced, (made.account.missing[:40], made.account.surplus[:40])


@given(st.sampled_from(FAMILIES), st.integers(0, 10**6))
@drawn(40)
def test_every_character_of_a_mixed_up_issue_is_in_the_model_or_dropped(
    family: str, seed: int
) -> None:
    text = shuffled(seed % 60 + 1000, family)
    made = restore(text.encode(), name="mixed.txt")
    assert made.source is not None
    assert_nothing_lost(made.source, made.issue)
    assert made.account is not None
    assert made.account.balanced, (made.account.missing[:40], made.account.surplus[:40])


@example("0问：第012後0目录文後·\n:「**链接问：—题目●<b>」\n年$答：0—）第●—题目")
@example("…\n:||…0\n…一..0")
@example("0\n0[0 1\n0\n0")
@given(st.one_of(noise, lines_of_an_issue))
@drawn(300)
def test_every_character_of_any_text_is_in_the_model_or_dropped(text: str) -> None:
    try:
        made = restore(text.encode(), name="noise.txt")
    except EmptyInputError:
        assert not text.strip("\ufeff").split()
        return
    assert made.source is not None
    assert_nothing_lost(made.source, made.issue)
    assert made.account is not None
    assert made.account.balanced, (made.account.missing[:40], made.account.surplus[:40])


@every_issue
def test_each_drop_stands_in_the_line_it_names(family: str, seed: int) -> None:
    made = restored(seed, family)
    assert made.source is not None
    cleaned = {line.number: line.text for line in clean(made.source.lines).lines}
    for drop in made.issue.drops:
        assert drop.reason
        left = Counter("".join(drop.text.split()))
        left.subtract("".join(cleaned[drop.line].split()))
        left.subtract("".join(made.source.lines[drop.line - 1].text.split()))
        assert not +left, drop


# --- the model ----------------------------------------------------------------------------


def spans_of(issue: Issue) -> Iterator[tuple[int, int]]:
    """Every span of a model, wherever it is."""
    stack: list[object] = [issue]
    while stack:
        thing = stack.pop()
        if isinstance(thing, tuple):
            stack += thing
        elif hasattr(thing, "first") and hasattr(thing, "last"):
            yield thing.first, thing.last
        elif hasattr(thing, "__dataclass_fields__"):
            stack += [getattr(thing, name) for name in thing.__dataclass_fields__]


@every_issue
def test_all_spans_are_lines_of_the_file(family: str, seed: int) -> None:
    made = restored(seed, family)
    assert made.source is not None
    size = len(made.source.lines)
    spans = list(spans_of(made.issue))
    assert len(spans) > 20
    assert all(1 <= first <= last <= size for first, last in spans)
    assert all(0 <= found.line <= size for found in made.diagnostics)


def blocks_with_text(article: Article) -> Iterator[Block]:
    for block in (*article.front, *article.blocks, *article.back):
        yield block
        if isinstance(block, Box):
            yield from block.blocks


@every_issue
def test_each_paragraph_came_from_the_lines_it_names(family: str, seed: int) -> None:
    """The words of a paragraph stand in its lines, those of the repairs included."""
    made = restored(seed, family)
    assert made.source is not None
    lines = {line.number: line.text for line in made.source.lines}
    gained: dict[int, str] = {}
    for change in made.issue.changes:
        gained[change.line] = gained.get(change.line, "") + change.after
    for article in made.issue.articles:
        for block in blocks_with_text(article):
            if not isinstance(block, Paragraph):
                continue
            assert block.spans, block
            numbers = {n for span in block.spans for n in range(span.first, span.last + 1)}
            there = Counter("".join(lines[n] + gained.get(n, "") for n in numbers))
            missing = Counter("".join(block.text.value.split())) - there
            assert not missing, (block.text.value, missing)


def assert_marks_are_sound(text: Text) -> None:
    size = len(text.value)
    order = [(mark.start, -mark.end) for mark in text.marks]
    assert order == sorted(order), text
    for mark in text.marks:
        assert 0 <= mark.start <= mark.end <= size, text
    ranges = [(m.start, m.end) for m in text.marks if m.start < m.end]
    for one in ranges:
        for other in ranges:
            nested = one[0] >= other[0] and one[1] <= other[1]
            around = other[0] >= one[0] and other[1] <= one[1]
            assert nested or around or one[1] <= other[0] or other[1] <= one[0], text


@every_issue
def test_marks_lie_within_their_text_and_nest(family: str, seed: int) -> None:
    count = 0
    for article in restored(seed, family).issue.articles:
        for text in article_texts(article):
            assert_marks_are_sound(text)
            count += 1
    assert count


@every_issue
def test_ids_are_unique_and_anchors_point_at_paragraphs(family: str, seed: int) -> None:
    issue = restored(seed, family).issue
    ids = Counter(article.id for article in issue.articles)
    for article in issue.articles:
        blocks = list(blocks_with_text(article))
        ids.update(block.id for block in blocks if block.id)
        ids.update(note.id for note in article.notes)
        known = {block.id for block in blocks}
        for block in blocks:
            if isinstance(block, Box) and block.anchor:
                assert block.anchor in known
    assert all(count == 1 for count in ids.values())
    for section in issue.contents.sections:
        for entry in section.entries:
            assert not entry.article or ids[entry.article] == 1
    assert all(-1 <= article.section < len(issue.section_names) for article in issue.articles)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("seed", range(6))
def test_the_json_of_a_model_gives_the_same_model(family: str, seed: int) -> None:
    issue = restored(seed, family).issue
    again = from_json(to_json(issue))
    assert again == issue
    assert to_json(again) == to_json(issue)


@pytest.mark.parametrize("family", FAMILIES)
def test_restoring_twice_gives_the_same(family: str) -> None:
    for seed in range(6):
        one = restored(seed, family)
        other = restore(damaged(seed, family), name=f"{family}-{seed}.txt")
        assert one.issue == other.issue
        assert one.diagnostics == other.diagnostics


@given(lines_of_an_issue)
@quick
def test_any_text_gives_a_sound_model(text: str) -> None:
    if not text.split():
        return
    made = restore(text.encode(), name="noise.txt")
    assert made.source is not None
    size = len(made.source.lines)
    assert all(1 <= first <= last <= size for first, last in spans_of(made.issue))
    for article in made.issue.articles:
        for value in article_texts(article):
            assert_marks_are_sound(value)
    assert from_json(to_json(made.issue)) == made.issue
