"""TOML whose keys know their lines."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.diagnostics import ModelFormatError
from converter.tomltext import Section, quoted, read_toml
from tests.support.drawn import drawn

TEXT = '''# a comment
name = "x"
list = [
  "one",  # with a comment
  "two",
]

[table]
"quoted key" = """
several lines
[no-table]
"""
inline = { a = 1, b = [1, 2] }
dotted.key = 1

[[entry]]
k = 'a'
[[entry]]
k = "b"

[entry.sub]
deep = true
# the end
'''


def test_every_key_has_its_line() -> None:
    document = read_toml(TEXT, "file")

    lines = {
        path: document.line_of(path)
        for path in (
            ("name",), ("list", 1), ("table",), ("table", "quoted key"), ("table", "inline", "b"),
            ("table", "dotted", "key"), ("entry", 0, "k"), ("entry", 1), ("entry", 1, "sub", "deep"),
        )
    }  # fmt: skip

    assert list(lines.values()) == [2, 5, 8, 9, 13, 14, 17, 18, 22]


def test_a_table_ends_with_its_last_key() -> None:
    tables = read_toml(TEXT, "file").tables

    assert tables[("table",)] == (8, 14)
    assert tables[("entry", 0)] == (16, 17)
    assert tables[("entry", 1, "sub")] == (21, 22)


def test_what_is_absent_has_the_line_of_what_would_hold_it() -> None:
    assert read_toml(TEXT, "file").line_of(("entry", 1, "nothing")) == 18


def test_a_mistake_in_the_syntax_is_told_with_its_line() -> None:
    with pytest.raises(ModelFormatError, match=r"^file:2: this is not TOML: "):
        read_toml('a = 1\nb = "open\nc = 2\n', "file")


def test_a_file_that_breaks_off_is_told_with_its_last_line() -> None:
    with pytest.raises(ModelFormatError, match=r"^file:2: this is not TOML: "):
        read_toml("a = 1\nb = [1,", "file")


def read_all(section: Section) -> None:
    section.only(("name", "list", "number", "flag"))
    section.text("name")
    section.texts("list")
    section.whole("number", least=1, most=3)
    section.flag("flag")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nnaem = 1", "f:2: unknown key “naem”; did you mean “name”?"),
        ("[other]", "f:1: unknown table “other”; known are flag, list, name, number"),
        ("name = 3", "f:1: “name” must be a text in quotation marks, not the number 3"),
        ("list = 'a'", "f:1: “list” must be a list of texts in square brackets, not a text"),
        (
            "list = [\n'a',\ntrue]",
            "f:3: “list” must hold texts in quotation marks only, not true or false",
        ),
        ("number = '1'", "f:1: “number” must be a whole number, not a text"),
        ("number = true", "f:1: “number” must be a whole number, not true or false"),
        ("number = 7", "f:1: “number” must be between 1 and 3, not 7"),
        ("flag = 1", "f:1: “flag” must be true or false, not the number 1"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(text: str, message: str) -> None:
    section = Section.root(read_toml(text, "f"))

    with pytest.raises(ModelFormatError) as raised:
        read_all(section)

    assert str(raised.value) == message


@drawn(100)
@given(st.text())
def test_a_quoted_text_is_read_back(text: str) -> None:
    readable = text.encode("utf-8", "replace").decode()  # half surrogates cannot be written

    assert tomllib.loads(f"key = {quoted(readable)}")["key"] == readable


_KEYS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
_VALUES = st.one_of(
    st.text(max_size=8).filter(lambda t: t.isprintable()), st.integers(0, 9), st.booleans()
)


@drawn(100)
@given(
    pairs=st.lists(st.tuples(_KEYS, _VALUES), unique_by=lambda pair: pair[0], max_size=8),
    spaced=st.booleans(),
)
def test_lines_are_right_whatever_the_keys(
    pairs: list[tuple[str, str | int]], *, spaced: bool
) -> None:
    lines = ["[[table]]"]
    for key, value in pairs:
        written = quoted(value) if isinstance(value, str) else str(value).lower()
        lines += ["# [not] = a key", ""] if spaced else []
        lines.append(f"{quoted(key)} = [{written}, {written}]")

    document = read_toml("\n".join(lines), "file")

    for key, _ in pairs:
        line = document.line_of(("table", 0, key))
        assert lines[line - 1].startswith(f"{quoted(key)} = ")
