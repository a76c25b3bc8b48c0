"""Reading and writing corrections files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.corrections import (
    Entry,
    corrections_path,
    load_corrections,
    parse_corrections,
    with_entry,
    without_entry,
)
from converter.corrections import entries as decision
from converter.diagnostics import MissingInputError, ModelFormatError

_QUOTES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12
).filter(lambda text: bool(text.split()))
_LINES = st.integers(1, 9999)
ENTRIES = st.one_of(
    st.builds(decision.Replace, _LINES, _QUOTES, st.just("") | _QUOTES, st.integers(0, 9)),
    st.builds(
        lambda first, more, end, start, joined: decision.Seam(first, first + more + joined, end, start, joined),
        _LINES, st.integers(0, 9), _QUOTES, _QUOTES, st.booleans(),
    ),
    st.builds(decision.HeadingLine, _LINES, _QUOTES, st.integers(0, 6)),
    st.builds(decision.TitleLine, _LINES, _QUOTES, st.booleans()),
    st.builds(decision.BoxStartLine, _LINES, _QUOTES, st.booleans()),
    st.builds(lambda line, more, a, b: decision.BoxEnd(line, a, line + more, b), _LINES, st.integers(0, 9), _QUOTES, _QUOTES),
    st.builds(decision.BoxPlace, _LINES, _QUOTES, _LINES, _QUOTES),
    st.builds(decision.DropLine, _LINES, _QUOTES),
    st.builds(decision.KeepLine, _LINES, _QUOTES),
    st.builds(decision.Conversion, _QUOTES, _QUOTES, st.sampled_from(("", "zh-Hant-TW"))),
    st.builds(decision.Seen, st.just("HEA003"), _LINES, _QUOTES, st.just("") | _QUOTES),
)  # fmt: skip


def bare(entries: tuple[Entry, ...]) -> list[Entry]:
    return [replace(entry, place=0) for entry in entries]


@given(st.lists(ENTRIES, max_size=6))
def test_what_is_written_is_read_back_in_the_same_order(entries: list[Entry]) -> None:
    text = ""
    for entry in entries:
        text = with_entry(text, entry)

    assert bare(parse_corrections(text, "f").entries) == entries


@given(st.lists(ENTRIES, min_size=1, max_size=6), st.data())
def test_taking_an_entry_back_leaves_the_others_and_the_comments(
    entries: list[Entry], data: st.DataObject
) -> None:
    text = "# mine\n"
    for entry in entries:
        text = with_entry(text, entry) + "# a remark\n"
    index = data.draw(st.integers(0, len(entries) - 1))
    place = parse_corrections(text, "f").entries[index].place

    left = without_entry(text, place)

    assert bare(parse_corrections(left, "f").entries) == entries[:index] + entries[index + 1 :]
    assert left.count("# a remark") == len(entries)
    assert left.startswith("# mine\n")


def test_adding_and_taking_back_gives_the_same_file() -> None:
    text = "# mine\n\n[[drop]]\nline = 3\ntext = '广告'\n"
    more = with_entry(text, decision.HeadingLine(7, "结语", 1))

    assert without_entry(more, parse_corrections(more, "f").entries[1].place) == text


def test_there_is_nothing_to_take_back_where_no_entry_stands() -> None:
    with pytest.raises(LookupError):
        without_entry("# mine\n\n[[drop]]\nline = 3\ntext = '广告'\n", 4)


def test_one_table_can_say_everything_about_a_box() -> None:
    text = """
[[box]]
line = 5
text = "链接"
starts = true
last = 7
last-text = "县志"
paragraph = 3
paragraph-text = "渡口"
note = "对照扫描件第 3 页"
"""
    assert bare(parse_corrections(text, "f").entries) == [
        decision.BoxStartLine(5, "链接", starts=True),
        decision.BoxEnd(5, "链接", 7, "县志"),
        decision.BoxPlace(5, "链接", 3, "渡口"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[replce]]\nline = 1", "f:1: unknown key “replce”; did you mean “replace”?"),
        ("replace = 3", "f:1: “replace” must be tables ([[replace]]), not the number 3"),
        ("\n[[drop]]\ntext = 'a'", "f:2: “line” is missing here"),
        ("[[drop]]\nline = 0\ntext = 'a'", "f:2: “line” must be between 1 and 100000000, not 0"),
        ("[[drop]]\nline = 3\ntext = '  '", "f:3: “text” must quote some characters of the source"),
        (
            "[[drop]]\nline = 3\ntext = 'a'\nlevel = 1",
            "f:4: unknown key “level”; known are line, note, text",
        ),
        ("[[replace]]\nline = 3\ntext = 'a'\nwith = 'b\\nc'", None),
        (
            '[[replace]]\nline = 3\ntext = "a"\nwith = "b\\nc"',
            "f:4: “with” must be one line; take lines apart with [[split]]",
        ),
        (
            '[[replace]]\nline = 3\ntext = "a\\nb"\nwith = "b"',
            "f:3: “text” must be part of one line",
        ),
        (
            "[[join]]\nlines = [4, 3]\nend = 'a'\nstart = 'b'",
            "f:2: “lines” must be two line numbers in order, such as [30, 33]",
        ),
        (
            "[[join]]\nlines = [3, 3]\nend = 'a'\nstart = 'b'",
            "f:2: “lines” must be two line numbers in order, such as [30, 33]",
        ),
        (
            "[[heading]]\nline = 3\ntext = 'a'\nlevel = 7",
            "f:4: “level” must be between 0 and 6, not 7",
        ),
        ("[[box]]\nline = 3\ntext = 'a'", "f:1: [[box]] must say “starts”, “last” or “paragraph”"),
        (
            "[[title]]\nline = 3\ntext = 'a'\nstarts = 'yes'",
            "f:4: “starts” must be true or false, not a text",
        ),
        (
            "[[traditional]]\ntext = 'a'\nas = 'b'\nedition = 'fr'",
            "f:4: “fr” is no edition; there are zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK",
        ),
        (
            "[[seen]]\ncode = 'XXX001'",
            "f:2: there is no diagnostic “XXX001”; fukan explain lists them",
        ),
    ],
)
def test_a_mistake_is_an_error_with_its_line(text: str, message: str | None) -> None:
    if message is None:  # a literal string has no escapes: this is one line
        assert len(parse_corrections(text, "f").entries) == 1
        return
    with pytest.raises(ModelFormatError) as raised:
        parse_corrections(text, "f")

    assert str(raised.value) == message


def test_the_file_lies_beside_the_issue(tmp_path: Path) -> None:
    assert corrections_path(tmp_path / "2030.05.txt") == tmp_path / "2030.05.corrections.toml"


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"

    with pytest.raises(MissingInputError, match=r"cannot read the corrections .*: no such file"):
        load_corrections(path)


def test_a_file_in_another_encoding_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes("\n\n# 更正".encode("gb18030"))

    with pytest.raises(ModelFormatError, match=r"c.toml:3: a corrections file must be UTF-8"):
        load_corrections(path)
