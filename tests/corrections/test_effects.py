"""What each kind of correction does to an issue."""

from __future__ import annotations

import pytest

from converter.corrections import apply_corrections, parse_corrections
from converter.diagnostics import Span
from converter.model import Article, Box, Heading, Paragraph
from converter.pipeline import Restored
from converter.source import read_bytes
from tests.corrections.samples import ISSUE, corrected, line, said


def headings(found: Restored) -> list[tuple[str, int]]:
    blocks = (block for article in found.issue.articles for block in article.blocks)
    return [(block.text.value, block.level) for block in blocks if isinstance(block, Heading)]


def paragraphs(article: Article) -> list[tuple[Span, ...]]:
    return [block.spans for block in article.blocks if isinstance(block, Paragraph)]


def spans(*lines: int) -> tuple[Span, ...]:
    return tuple(Span.line(number) for number in lines)


@pytest.fixture(autouse=True)
def _nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under every correction here the account of characters balances."""
    original = corrected

    def checked(toml: str, text: str = ISSUE) -> Restored:
        found = original(toml, text)
        assert found.account is not None
        assert found.account.balanced, found.account
        return found

    monkeypatch.setattr(f"{__name__}.corrected", checked)


def test_without_corrections_the_issue_reads_as_the_program_thinks() -> None:
    found = corrected("")

    assert headings(found) == [("水的脾气", 1)]
    assert paragraphs(found.issue.articles[0])[0] == spans(19, 21)
    assert found.applied is None


def test_a_text_is_replaced_before_cleaning_and_recorded_as_a_change() -> None:
    found = corrected("[[replace]]\nline = {一年里}\ntext = '水几乎漫过'\nwith = '水快要漫过'")

    block = found.issue.articles[0].blocks[2]
    assert isinstance(block, Paragraph)
    assert "水快要漫过船舷" in block.text.value
    change = next(c for c in found.issue.changes if c.rule == "correction")
    assert (change.line, change.column, change.before, change.after) == (
        line("一年里"),
        30,
        "水几乎漫过",
        "水快要漫过",
    )


def test_columns_of_other_repairs_still_count_in_the_line_as_it_stands_in_the_file() -> None:
    text = ISSUE.replace("船压得很低，", "船压得很低,")
    toml = "[[replace]]\nline = {一年里}\ntext = '一年里'\nwith = '一年之中里头'"

    change = next(c for c in corrected(toml, text).issue.changes if c.before == ",")

    assert change.column == text.splitlines()[line("一年里") - 1].index(",")


def test_an_occurrence_can_be_chosen() -> None:
    toml = "[[replace]]\nline = {一年里}\ntext = '，'\noccurrence = 2\nwith = '、'"

    block = corrected(toml).issue.articles[0].blocks[2]

    assert isinstance(block, Paragraph)
    assert block.text.value.startswith("一年里最忙的是腊月。外出的人回来，带着大包小包、船")


def test_two_pieces_are_split() -> None:
    toml = "[[split]]\nlines = [19, 21]\nend = '再决定用几分力'\nstart = '气。渡口'"

    assert paragraphs(corrected(toml).issue.articles[0])[:2] == [spans(19), spans(21)]


def test_two_pieces_are_joined() -> None:
    toml = "[[join]]\nlines = [{他从不}, {桥今年}]\nend = '你们走桥。'\nstart = '桥今年秋天'"

    article = corrected(toml).issue.articles[0]

    assert paragraphs(article)[-1] == spans(31, 35)


def test_what_was_a_heading_can_be_joined_to_what_follows() -> None:
    toml = """
[[heading]]
line = 29
text = "水的脾气"
level = 0
[[join]]
lines = [29, 31]
end = "水的脾气"
start = "他从不催人"
"""
    found = corrected(toml)

    assert headings(found) == []
    assert paragraphs(found.issue.articles[0])[-2] == spans(29, 31)


def test_lines_that_were_one_piece_are_split() -> None:
    toml = "[[split]]\nlines = [41, 42]\nend = '老板娘不识字，'\nstart = '却从来'"

    assert paragraphs(corrected(toml).issue.articles[1]) == [spans(41), spans(42)]


def test_one_line_is_taken_apart() -> None:
    toml = "[[split]]\nlines = [42, 42]\nend = '记错过。'\nstart = '她说字'"

    found = corrected(toml)

    values = [b.text.value for b in found.issue.articles[1].blocks if isinstance(b, Paragraph)]
    assert values[1:] == ["她说字会骗人，圈不会。"]
    assert values[0].endswith("却从来没有记错过。")


def test_a_line_becomes_a_heading_of_any_level() -> None:
    toml = "[[heading]]\nline = {桥今年}\ntext = '桥今年秋天通车'\nlevel = 3"

    assert headings(corrected(toml))[-1][1] == 3


def test_a_line_inside_a_piece_becomes_a_heading() -> None:
    toml = "[[heading]]\nline = 42\ntext = '却从来没有'\nlevel = 1"

    assert headings(corrected(toml))[-1] == ("却从来没有记错过。她说字会骗人，圈不会。", 1)


def test_a_heading_becomes_text() -> None:
    assert headings(corrected("[[heading]]\nline = {水的}\ntext = '水的脾气'\nlevel = 0")) == []


def test_a_line_becomes_the_title_of_an_article_and_stops_being_one() -> None:
    more = corrected("[[title]]\nline = {水的}\ntext = '水的脾气'\nstarts = true").issue.articles
    fewer = corrected(
        "[[title]]\nline = {苏}\ntext = '苏 田'\nstarts = false\n[[title]]\nline = 37\ntext = '一碗面的账'\nstarts = false"
    ).issue.articles

    assert [a.title[0].value for a in more] == ["撑篙的人", "水的脾气", "一碗面的账"]
    assert [a.title[0].value for a in fewer] == ["撑篙的人"]


def test_a_box_is_none() -> None:
    found = corrected("[[box]]\nline = {链接}\ntext = '链接 清溪'\nstarts = false")

    assert not [b for b in found.issue.articles[0].blocks if isinstance(b, Box)]


def boxes(found: Restored) -> list[Box]:
    return [b for a in found.issue.articles for b in a.blocks if isinstance(b, Box)]


def test_a_box_begins_where_the_editor_says() -> None:
    found = corrected("[[box]]\nline = {桥今年}\ntext = '桥今年'\nstarts = true")

    assert [(box.label, box.spans[0].first) for box in boxes(found)] == [("链接", 23), ("", 35)]


def test_the_first_word_of_a_line_is_the_label_of_its_box() -> None:
    text = ISSUE.replace("桥今年", "后话：桥今年")

    found = corrected("[[box]]\nline = 35\ntext = '后话'\nstarts = true", text)

    assert boxes(found)[1].label == "后话"


def test_a_box_ends_where_the_editor_says() -> None:
    found = corrected(
        "[[box]]\nline = {链接}\ntext = '链接'\nlast = {一年里}\nlast-text = '一年里最忙'"
    )

    assert boxes(found)[0].spans[-1].last == line("一年里")


def test_a_box_moves_to_its_paragraph() -> None:
    toml = "[[box]]\nline = {链接}\ntext = '链接'\nparagraph = {他从不}\nparagraph-text = '他从不'"

    article = corrected(toml).issue.articles[0]

    kinds = [block.type for block in article.blocks]
    assert kinds == ["paragraph", "paragraph", "heading", "paragraph", "box", "paragraph"]
    assert boxes(corrected(toml))[0].anchor == article.blocks[3].id


def test_a_box_moves_to_another_article() -> None:
    toml = (
        "[[box]]\nline = {链接}\ntext = '链接'\nparagraph = {面馆}\nparagraph-text = '面馆的账本'"
    )

    articles = corrected(toml).issue.articles

    assert [block.type for block in articles[1].blocks] == ["paragraph", "box"]


def test_a_line_is_dropped_and_one_that_was_dropped_is_kept() -> None:
    dropped = corrected("[[drop]]\nline = {一年里}\ntext = '一年里'").issue.drops
    kept = corrected("[[keep]]\nline = {渡口 7}\ntext = '渡口 7'")

    assert (line("一年里"), "correction") in [(drop.line, drop.reason) for drop in dropped]
    assert not [drop for drop in kept.issue.drops if drop.line == line("渡口 7")]
    assert said(kept, "COR005") == []


def test_a_doubt_that_was_seen_is_not_raised_again() -> None:
    cut = ISSUE.replace("一个人也没有。", "一个人也没有")
    doubt = said(corrected("", cut), "HEA003")
    assert doubt

    found = corrected("[[seen]]\ncode = 'HEA003'\nline = {桥今年}\ntext = '桥今年'", cut)

    assert said(found, "HEA003") == []
    assert [(d.code, d.line) for d in found.seen] == [("HEA003", line("桥今年"))]


def test_a_doubt_that_says_something_else_now_is_raised_again() -> None:
    cut = ISSUE.replace("一个人也没有。", "一个人也没有")
    toml = "[[seen]]\ncode = 'HEA003'\nline = {桥今年}\ntext = '桥今年'\nabout = '别的话'"

    assert said(corrected(toml, cut), "HEA003")


def test_lines_keep_their_numbers_whatever_is_inserted_between_them() -> None:
    source = read_bytes(ISSUE.encode(), "issue.txt")
    toml = "[[heading]]\nline = 42\ntext = '却'\nlevel = 1\n[[split]]\nlines = [42, 42]\nend = '。'\nstart = '她'"

    lines = apply_corrections(source.lines, parse_corrections(toml, "f")).lines

    numbers = [one.number for one in lines]
    assert numbers == sorted(numbers)
    assert "".join(one.text for one in lines) == "".join(one.text for one in source.lines)
