"""What an editor does becomes entries of the corrections file, and the issue follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.corrections import apply_corrections, load_corrections, parse_corrections, with_entry
from converter.diagnostics import FukanError, UsageFaultError
from converter.model import Box, Heading, Issue, Paragraph
from converter.review.bench import Bench, StaleError
from converter.review.edits import Shown, replacements
from converter.review.wish import Wish
from converter.source import Line
from tests.review.samples import ISSUE, LINES, line, written

Do = Callable[..., Bench]
FERRYMAN, RIVER = line("清溪渡口的船老大"), line("气。渡口对面")
WINTER, TEMPER = line("一年里最忙的"), line("他从不催人")
BRIDGE, BOX, HEAD = line("桥今年秋天"), line("链接 清溪渡口"), line("水的脾气")
FOLIO = line("渡口 7")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return written(tmp_path, ISSUE.replace("他便笑一笑", "他便and笑一笑"))


@pytest.fixture
def bench(source: Path) -> Bench:
    return Bench(Wish(source, edition="zh-Hant-TW"), "en", "token")


def do(bench: Bench, name: str, **facts: Any) -> dict[str, Any]:
    return bench.act({"do": name, "version": bench.version, **facts})


def issue(bench: Bench) -> Issue:
    return bench.case.restored.issue


def paragraph(bench: Bench, start: str) -> Paragraph:
    blocks = [block for article in issue(bench).articles for block in article.blocks]
    (found,) = (
        one for one in blocks if isinstance(one, Paragraph) and one.text.value.startswith(start)
    )
    return found


def kinds(bench: Bench) -> list[str]:
    """The tables of the corrections file, in its order."""
    path = bench.journal.path
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [row.strip("[]") for row in text.splitlines() if row.startswith("[[")]


def idle(bench: Bench) -> list[str]:
    """Complaints about corrections."""
    return [d.message() for d in bench.case.restored.diagnostics if d.code.startswith("COR")]


def test_a_join_is_rejected_and_accepted_again(bench: Bench) -> None:
    assert len(paragraph(bench, "清溪渡口").spans) == 2
    do(bench, "split", first=FERRYMAN, second=RIVER)
    assert len(paragraph(bench, "清溪渡口").spans) == 1
    assert paragraph(bench, "气。渡口对面").spans
    do(bench, "join", first=FERRYMAN, second=RIVER)
    assert len(paragraph(bench, "清溪渡口").spans) == 2
    # The second decision takes the place of the first.
    assert kinds(bench) == ["join"]
    assert idle(bench) == []


def test_two_paragraphs_are_joined(bench: Bench) -> None:
    do(bench, "join", first=TEMPER, second=BRIDGE)
    assert paragraph(bench, "他从不催人").text.value.endswith("一个人也没有。")
    assert idle(bench) == []


def test_accepting_a_join_settles_the_doubt_about_it(tmp_path: Path) -> None:
    text = ISSUE.replace("再决定用几分力\n\n气。渡口", "再决定用几分力气\n\n气。渡口")
    bench = Bench(Wish(written(tmp_path, text)), "en", "token")
    (doubt,) = (d for d in bench.case.restored.diagnostics if d.code.startswith("HEA"))
    assert doubt.line == FERRYMAN
    do(bench, "join", first=FERRYMAN, second=RIVER)
    assert [d.code for d in bench.case.restored.seen] == [doubt.code]
    assert not [d for d in bench.case.restored.diagnostics if d.code.startswith("HEA")]
    bench.undo({})
    assert kinds(bench) == []


def test_a_paragraph_is_parted_inside_a_source_line(bench: Bench) -> None:
    offset = LINES[WINTER - 1].index("外出的人")
    do(bench, "split-at", line=WINTER, offset=offset)
    assert paragraph(bench, "一年里最忙的是腊月。").text.value == "一年里最忙的是腊月。"
    assert paragraph(bench, "外出的人回来").spans
    assert idle(bench) == []


def test_a_paragraph_is_parted_at_a_place_of_the_restored_text(bench: Bench) -> None:
    whole = paragraph(bench, "清溪渡口")
    inside = whole.text.value.index("他说水有水的脾气")
    do(bench, "split-in", item=whole.id, offset=inside)
    assert paragraph(bench, "他说水有水的脾气").spans[-1].last == RIVER
    again = paragraph(bench, "他说水有水的脾气")
    do(bench, "split-in", item=again.id, offset=again.text.value.index("气。渡口对面"))
    assert paragraph(bench, "气。渡口对面").spans
    assert idle(bench) == []


def test_a_line_becomes_a_heading_of_a_level_and_none_again(bench: Bench) -> None:
    do(bench, "heading", line=HEAD, level=0)
    assert not [b for a in issue(bench).articles for b in a.blocks if isinstance(b, Heading)]
    do(bench, "heading", line=HEAD, level=2)
    (found,) = (b for a in issue(bench).articles for b in a.blocks if isinstance(b, Heading))
    assert (found.level, found.text.value) == (2, "水的脾气")
    assert kinds(bench) == ["heading"]
    assert idle(bench) == []


def test_a_line_becomes_the_title_of_an_article(bench: Bench) -> None:
    do(bench, "title", line=HEAD, starts=True)
    titles = ["".join(text.value for text in article.title) for article in issue(bench).articles]
    assert titles == ["撑篙的人", "水的脾气", "一碗面的账"]
    do(bench, "title", line=HEAD, starts=False)
    assert len(issue(bench).articles) == 2
    assert kinds(bench) == ["title"]


def test_a_box_is_moved_begins_ends_and_is_none(bench: Bench) -> None:
    do(bench, "move", line=BOX, paragraph=WINTER)
    (box,) = (b for a in issue(bench).articles for b in a.blocks if isinstance(b, Box))
    assert box.anchor == paragraph(bench, "一年里最忙的").id
    do(bench, "box-end", line=BOX, last=BOX)
    (box,) = (b for a in issue(bench).articles for b in a.blocks if isinstance(b, Box))
    assert box.spans[-1].last == BOX
    assert box.anchor == paragraph(bench, "一年里最忙的").id
    do(bench, "box", line=BOX, starts=False)
    assert not [b for a in issue(bench).articles for b in a.blocks if isinstance(b, Box)]


def test_a_decision_about_one_side_of_a_box_leaves_what_the_table_says_of_the_others(
    bench: Bench,
) -> None:
    bench.journal.path.write_text(
        f"[[box]]\nline = {BOX}\ntext = '链接 清溪渡口'\nlast = {BOX}\nlast-text = '木船二十余条'\n"
        f"paragraph = {WINTER}\nparagraph-text = '一年里最忙的'\n",
        encoding="utf-8",
    )
    bench.since("")
    do(bench, "move", line=BOX, paragraph=TEMPER)
    (box,) = (b for a in issue(bench).articles for b in a.blocks if isinstance(b, Box))
    assert box.anchor == paragraph(bench, "他从不催人").id
    assert box.spans[-1].last == BOX
    assert kinds(bench) == ["box", "box"]


def test_a_line_is_dropped_and_kept_again(bench: Bench) -> None:
    do(bench, "keep", line=FOLIO)
    assert not [drop for drop in issue(bench).drops if drop.line == FOLIO]
    do(bench, "drop", line=BRIDGE)
    assert [drop.reason for drop in issue(bench).drops if drop.line == BRIDGE] == ["correction"]
    do(bench, "keep", line=BRIDGE)
    assert paragraph(bench, "桥今年秋天通车").spans
    assert kinds(bench) == ["keep"]


def test_text_is_edited_and_edited_again_from_the_source(bench: Bench) -> None:
    wanted = LINES[WINTER - 1].replace("腊月", "冬月").replace("漫过", "盖过")
    do(bench, "text", lines={str(WINTER): wanted})
    assert paragraph(bench, "一年里最忙的").text.value == wanted
    assert kinds(bench) == ["replace", "replace"]
    again = wanted.replace("冬月", "正月")
    do(bench, "text", lines={str(WINTER): again})
    assert paragraph(bench, "一年里最忙的").text.value == again
    assert kinds(bench) == ["replace", "replace"]
    do(bench, "text", lines={str(WINTER): LINES[WINTER - 1]})
    assert kinds(bench) == []
    assert idle(bench) == []


def test_a_form_is_chosen_for_the_edition_and_its_doubt_is_gone(bench: Bench) -> None:
    forms = bench.desk.forms
    assert forms is not None
    row = forms.rows[0]
    place = row.places[0]
    other = next(choice for choice in place.choices if not choice.chosen)
    do(bench, "form", text=place.phrase, becomes=other.becomes)
    forms = bench.desk.forms
    assert forms is not None
    left = [len(one.places) for one in forms.rows if one.character == row.character]
    assert sum(left) == len(row.places) - 1
    assert [(use.source, use.target) for use in forms.glossary] == [(place.phrase, other.becomes)]


def test_a_doubt_is_marked_as_seen(bench: Bench) -> None:
    row = next(one for one in bench.desk.doubts if one.code == "PRF005")
    do(bench, "seen", code=row.code, line=row.line, about=row.about)
    assert [one.code for one in bench.desk.doubts if one.seen] == ["PRF005"]
    whole = next(one for one in bench.desk.doubts if one.code == "VAR001")
    do(bench, "seen", code=whole.code, line=whole.line, about=whole.about)
    assert [one.code for one in bench.desk.doubts if one.seen] == ["PRF005", "VAR001"]


def test_a_single_decision_is_taken_back(bench: Bench) -> None:
    do(bench, "heading", line=HEAD, level=0)
    do(bench, "drop", line=BRIDGE)
    place = next(row.place for row in bench.desk.decisions if row.kind == "Heading")
    do(bench, "back", place=place)
    assert kinds(bench) == ["drop"]
    with pytest.raises(UsageFaultError, match="not in the corrections file any more"):
        do(bench, "back", place=9999)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"do": "burn"}, "there is no such act"),
        ({"do": ["join"]}, "there is no such act"),
        ({"do": "join", "first": 30, "second": 20}, "must be in order"),
        ({"do": "join", "first": 1, "second": 10**9}, "“second” must be a whole number from 1 to"),
        ({"do": "heading", "line": True, "level": 1}, "“line” must be a whole number"),
        ({"do": "heading", "line": 2, "level": 1}, "line 2 is blank"),
        ({"do": "heading", "line": 1, "level": 7}, "“level” must be a whole number from 0 to 6"),
        ({"do": "title", "line": 1, "starts": "yes"}, "“starts” must be true or false"),
        ({"do": "text", "lines": {"1": "a\nb"}}, "a line must stay one line"),
        ({"do": "text", "lines": {"../x": "a"}}, "“line” must be a whole number"),
        ({"do": "text", "lines": {}}, "must give the lines"),
        ({"do": "form", "text": "水\n[[drop]]", "becomes": "水"}, "“text” must be one line"),
        ({"do": "form", "text": "水", "becomes": ""}, "“becomes” must be a text"),
        ({"do": "seen", "code": "XXX999", "line": 0}, "there is no diagnostic XXX999"),
        ({"do": "split-at", "line": BRIDGE, "offset": 9999}, "nothing can be parted there"),
        ({"do": "split-in", "item": "a99", "offset": 3}, "there is no such paragraph"),
        ({"do": "box-end", "line": 30, "last": 29}, "a box cannot end before it begins"),
    ],
)
def test_an_act_that_makes_no_sense_changes_nothing(
    bench: Bench, facts: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageFaultError, match=message):
        bench.act({**facts, "version": bench.version})
    assert not bench.journal.path.exists()


def test_an_act_on_an_old_state_is_refused(bench: Bench, source: Path) -> None:
    old = bench.version
    source.write_text("　\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(StaleError):
        bench.act({"do": "drop", "line": BRIDGE, "version": old})
    assert not bench.journal.path.exists()


# -- edits of lines ---------------------------------------------------------------------------


@given(
    st.text("河边船水，。“” \t", min_size=1, max_size=30),
    st.text("河边船水，。“” ", max_size=30),
)
@settings(max_examples=300, deadline=None)
def test_replacements_lead_from_the_line_to_what_is_wanted(raw: str, wanted: str) -> None:
    if not raw.strip():
        return
    text = ""
    for entry in replacements(1, raw, wanted):
        text = with_entry(text, entry)
    corrections = parse_corrections(text, "x.toml")
    applied = apply_corrections([Line(1, raw)], corrections)
    assert not applied.diagnostics, applied.diagnostics
    made = "".join(one.text for one in applied.lines)
    if not wanted.strip():
        assert made.strip() == ""
    else:
        assert Shown(made).text == wanted or made == wanted


def test_a_replacement_quotes_as_much_as_it_takes_to_be_found_again() -> None:
    (entry,) = replacements(3, "渡口的水，码头的水", "渡口的水，码头的冰")
    assert entry.text == "码头的水"[-4:]
    many = replacements(3, "水水水水水水", "水水冰水水水")
    made = apply_corrections([Line(1, "x"), Line(2, "x"), Line(3, "水水水水水水")], _file(*many))
    assert made.lines[2].text == "水水冰水水水"


def _file(*entries: Any) -> Any:
    text = ""
    for entry in entries:
        text = with_entry(text, entry)
    return parse_corrections(text, "x.toml")


def test_control_characters_that_no_page_shows_do_not_shift_an_edit() -> None:
    raw = "渡\x07口\t的船老大姓钱，今年六十七岁"
    shown = Shown(raw)
    assert shown.text == "渡口 的船老大姓钱，今年六十七岁"
    assert shown.column(1) == 2
    entries = replacements(1, raw, shown.text.replace("六十七", "六十八"))
    made = apply_corrections([Line(1, raw)], _file(*entries)).lines[0].text
    assert made == raw.replace("六十七", "六十八")


# -- the file ---------------------------------------------------------------------------------


def test_undo_goes_back_step_by_step_to_no_file_at_all(bench: Bench) -> None:
    do(bench, "drop", line=BRIDGE)
    do(bench, "heading", line=HEAD, level=0)
    bench.undo({})
    assert kinds(bench) == ["drop"]
    bench.undo({})
    assert not bench.journal.path.exists()
    assert not bench.journal.can_undo
    with pytest.raises(UsageFaultError, match="nothing to undo"):
        bench.undo({})


def test_after_a_new_start_undo_takes_back_the_last_entry(bench: Bench, source: Path) -> None:
    do(bench, "drop", line=BRIDGE)
    do(bench, "heading", line=HEAD, level=0)
    fresh = Bench(Wish(source), "en", "token")
    assert fresh.journal.can_undo
    fresh.undo({})
    assert kinds(fresh) == ["drop"]


def test_what_somebody_else_wrote_into_the_file_is_kept(bench: Bench) -> None:
    do(bench, "drop", line=BRIDGE)
    path = bench.journal.path
    comment = "# Seen by Lu, 3 May.\n\n"
    path.write_text(comment + path.read_text(encoding="utf-8"), encoding="utf-8")
    bench.since("")
    do(bench, "heading", line=HEAD, level=0)
    assert path.read_text(encoding="utf-8").startswith(comment)
    assert len(load_corrections(path).entries) == 2
    path.write_text(path.read_text(encoding="utf-8") + "\n# And I.\n", encoding="utf-8")
    with pytest.raises(UsageFaultError, match="changed elsewhere"):
        bench.undo({})
    assert "# And I." in path.read_text(encoding="utf-8")


def test_a_broken_file_is_never_overwritten(bench: Bench) -> None:
    path = bench.journal.path
    path.write_text("[[drop]\nline = ", encoding="utf-8")
    with pytest.raises(FukanError, match=r"issue\.corrections\.toml:\d+: this is not TOML"):
        do(bench, "drop", line=BRIDGE)
    assert path.read_text(encoding="utf-8") == "[[drop]\nline = "


def test_a_file_that_cannot_be_written_is_said_and_the_desk_stays_as_it_was(
    bench: Bench, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FukanError, match=r"cannot write .*No space left on device"):
        do(bench, "drop", line=BRIDGE)
    monkeypatch.undo()
    assert paragraph(bench, "桥今年秋天通车").spans
    assert sorted(one.name for one in source.parent.iterdir()) == ["issue.txt"]


def test_a_link_stays_a_link(bench: Bench, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.toml"
    target.write_text("# mine\n", encoding="utf-8")
    bench.journal.path.symlink_to(target)
    bench.since("")
    do(bench, "drop", line=BRIDGE)
    assert bench.journal.path.is_symlink()
    assert "[[drop]]" in target.read_text(encoding="utf-8")


def test_only_the_blocks_that_changed_are_sent(bench: Bench) -> None:
    state = do(bench, "heading", line=HEAD, level=0)
    assert "r-p-a01" in state["chunks"]
    assert "r-p-masthead" not in state["chunks"]
    assert "panel-decided" in state["chunks"]
    everything = bench.since("unheard of")
    assert everything is not None
    assert set(everything["chunks"]) == set(bench.chunks)
    assert bench.since(state["version"]) is None
