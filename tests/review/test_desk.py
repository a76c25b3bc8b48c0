"""What the desk shows of an issue, and that each mark explains itself."""

from __future__ import annotations

from converter.diagnostics import Diagnostic
from converter.model import Text
from converter.review.bits import Stretch, cut
from converter.review.lists import weight
from tests.review.samples import ISSUE, desk_of, item, items, line, marks

INTERRUPTED = ISSUE.replace(
    "再决定用几分力\n\n气。渡口对面",
    "再决定用几分力\n\n链接 篙长一丈二。\n\n——《船工手记》\n\n气。渡口对面",
)
PAGED = ISSUE.replace("他从不催人，也从不抢渡", "他从不催人,也从不抢渡 (从不)")


def test_a_join_tells_its_lines_and_its_reason() -> None:
    one = item(desk_of(), "清溪渡口的船老大")
    first, second = line("清溪渡口的船老大"), line("气。渡口对面")
    assert marks(one, "seam") == [
        f"Joined: line {first} goes on in line {second} (no full stop at the end of the piece)"
    ]
    in_chinese = item(desk_of(language="zh"), "清溪渡口的船老大")
    assert marks(in_chinese, "seam") == [f"接合：第{first}行在第{second}行继续（前段末尾没有句号）"]


def test_a_join_that_an_editor_made_says_so() -> None:
    first, second = line("他从不催人"), line("桥今年秋天")
    toml = f"[[join]]\nlines = [{first}, {second}]\nend = '你们走桥。'\nstart = '桥今年秋天'\n"
    one = item(desk_of(toml=toml), "他从不催人")
    assert marks(one, "seam") == [
        f"Joined: line {first} goes on in line {second} (an editor decided)"
    ]


def test_lines_that_run_on_within_a_piece_are_marked_more_lightly() -> None:
    wrapped = (
        "冬天的渡口要先敲开岸边的薄冰，", "船底才不会被割破。他有一根旧铁",
        "钎，头上包着铜，敲起冰来声音很", "脆，对岸的人听见就知道他醒了。",
    )  # fmt: skip
    text = ISSUE.replace("他从不催人", "\n".join(wrapped) + "\n\n他从不催人")
    start = line("他从不催人")
    one = item(desk_of(text), "冬天的渡口")
    assert marks(one, "wrap") == [
        f"Line {number + 1} runs on from line {number}" for number in range(start, start + 3)
    ]
    assert marks(one, "seam") == []


def test_a_repaired_character_is_marked_on_both_sides() -> None:
    seen = desk_of(PAGED)
    where = line("他从不催人")
    says = f"“,” became “，” on line {where}: full-width punctuation"
    assert says in marks(item(seen, "他从不催人"), "change")
    assert says in [bit.says for bit in seen.sheet[where - 1].bits]
    assert ("full-width punctuation", ",", "，", ((where, 1),)) in seen.changes


def test_a_dropped_line_is_marked_and_listed_and_can_be_kept() -> None:
    seen = desk_of()
    where = line("渡口 7")
    shown = seen.sheet[where - 1]
    assert shown.gone
    assert [bit.says for bit in shown.bits if bit.mark] == ["Dropped “渡口 7”: running head"]
    groups = {group.name: group.rows for group in seen.drops}
    rows = groups["running head"]
    assert next(iter(groups)) == "running head"  # words before mere marks
    assert [(row.line, row.keep) for row in rows] == [(where, True)]


def test_the_place_where_a_box_stood_is_marked_in_its_paragraph() -> None:
    seen = desk_of(INTERRUPTED)
    box = next(one for one in items(seen) if one.kind == "box")
    paragraph = item(seen, "清溪渡口的船老大")
    first, last = box.first, box.last
    assert marks(paragraph, "anchor") == [
        f"The box “链接” (lines {first}–{last}) interrupted the paragraph here"
    ]
    assert box.anchor == paragraph.key
    assert box.says.startswith("Interrupted the paragraph above after its character ")


def test_a_title_and_its_entry_in_the_contents_lead_to_each_other() -> None:
    seen = desk_of()
    listed = next(one for one in items(seen) if one.kind == "listed")
    title = next(one for one in items(seen) if one.key == "i-a01-title")
    assert title.match == listed.key
    assert title.says == f"In the contents on line {listed.first}: “撑篙的人”, page 2"
    assert listed.match == "p-a01"
    assert [row.state for row in seen.contents] == ["same", "same"]


def test_contents_that_differ_or_are_missing_say_how() -> None:
    text = ISSUE.replace(
        "一碗面的账 ........ 苏田 6", "一碗面的小账本 ........ 苏木 6\n山间来信 ........ 陆知 9"
    )
    rows = desk_of(text).contents
    assert [row.state for row in rows] == ["same", "differs", "missing"]
    assert rows[1].differs == ("title", "author")
    assert rows[2].differs == ("no such article",)


def test_doubts_stand_by_severity_then_by_what_they_are_about_then_by_line() -> None:
    made = [
        Diagnostic.of("PRF005", 3, word="and", text="x"),
        Diagnostic.of("ART002", 90, title="x"),
        Diagnostic.of("HEA002", 50, char="x"),
        Diagnostic.of("ART001", 80, title="x"),
        Diagnostic.of("PRF005", 2, word="and", text="x"),
    ]
    ordered = sorted(made, key=weight)
    assert [(one.code, one.line) for one in ordered][:2] == [("ART002", 90), ("ART001", 80)]
    assert [one.line for one in ordered if one.code == "PRF005"] == [2, 3]
    assert [one.severity for one in ordered] == sorted((o.severity for o in made), reverse=True)


def test_seen_doubts_stand_apart_at_the_end() -> None:
    text = ISSUE.replace("他便笑一笑", "他便and笑一笑")
    open_one = desk_of(text).doubts[0]
    assert (open_one.code, open_one.seen) == ("PRF005", False)
    toml = f"[[seen]]\ncode = 'PRF005'\nline = {open_one.line}\ntext = '他从不催人'\n"
    settled = desk_of(text, toml)
    assert [(row.code, row.seen) for row in settled.doubts] == [("PRF005", True)]
    assert settled.counts.seen == 1
    assert settled.counts.warnings == 0


def test_a_seen_doubt_of_an_edition_is_no_idle_entry_where_no_edition_is_made() -> None:
    text = ISSUE.replace("他便笑一笑", "他干笑")
    row = next(row for row in desk_of(text, edition="zh-Hant-TW").doubts if row.code == "VAR001")
    toml = (
        f"[[seen]]\ncode = 'VAR001'\nline = {row.line}\ntext = '{ISSUE.splitlines()[row.line - 1][:4]}'\n"
        f"about = '{row.about}'\n"
    )
    with_edition = desk_of(text, toml, edition="zh-Hant-TW")
    assert row.about in [one.about for one in with_edition.doubts if one.seen]
    assert not [one for one in desk_of(text, toml).doubts if one.code == "COR006"]


def test_a_conversion_doubt_offers_each_form_of_a_phrase_found_only_there() -> None:
    text = ISSUE.replace("他便笑一笑", "我的表呢，他便笑一笑，谁的表也")
    seen = desk_of(text, edition="zh-Hant-TW")
    assert seen.forms is not None
    row = next(one for one in seen.forms.rows if one.character == "表")
    assert len(row.places) == 2
    for place in row.places:
        assert text.count(place.phrase) == 1
        assert "表" in place.phrase
        assert [choice.form for choice in place.choices] == [row.chosen, *row.others]
        assert sum(choice.chosen for choice in place.choices) == 1
    said = marks(item(seen, "他从不催人"), "form")
    assert said[0].startswith(f"表 became {row.chosen} by default; it could be ")


def test_bits_never_change_the_text_whatever_marks_cross() -> None:
    bits = cut(
        "清晨的渡口",
        [(0, 3, "strong"), (2, 4, "sup")],
        [Stretch(1, 4, "change", "x"), Stretch(2, 2, "seam", "y"), Stretch(5, 5, "page", "z")],
    )
    assert "".join(bit.text for bit in bits) == "清晨的渡口"
    assert [(bit.text, bit.style) for bit in bits if bit.text] == [
        ("清", "strong"), ("晨", "strong"), ("的", "strong sup"), ("渡", "sup"), ("口", ""),
    ]  # fmt: skip
    assert [bit.mark for bit in bits] == ["", "change", "seam", "change", "change", "", "page"]
    assert cut(Text("").value, [], []) == ()
