"""Reading a magazine's conventions."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.diagnostics import MissingInputError, ModelFormatError
from converter.model import MastheadKind
from converter.pipeline import load_profile
from converter.profile import Profile, Vocabulary
from converter.profile.load import parse_profile

FULL = """\
name = "浪花"
titles = ["浪花", "浪花季刊"]
sections = ["灯下"]
running-heads = ["浪花 LANGHUA"]
headings = ["cn", "arabic", "plain"]
interviewers = ["阿澈"]

[colours]
primary = "#123ABC"

[boxes]
extra = ["船长的话"]

[masthead]
"掌舵" = "staff"

[cleaning]
off = ["dashes"]

[severities]
BOX001 = "off"
HEA003 = "error"

[house]
theme = "modern"
page = "a4"
columns = 2
size = 10.5
vertical = true
indent-after-heading = false
glossaries = ["terms.toml"]
"""


def test_every_key_reaches_the_profile(tmp_path: Path) -> None:
    path = tmp_path / "langhua.profile.toml"
    path.write_text(FULL, encoding="utf-8")

    profile = load_profile(path)

    assert profile.name == "浪花"
    assert profile.titles == ("浪花", "浪花季刊")
    assert profile.sections == ("灯下",)
    assert profile.running_heads == ("浪花 LANGHUA",)
    assert profile.headings == ("cn", "arabic", "plain")
    assert profile.interviewers == ("阿澈",)
    assert profile.colours.primary == "#123abc"
    assert profile.colours.accent == Profile().colours.accent
    assert profile.boxes.labels == (*Profile().boxes.labels, "船长的话")
    assert profile.masthead == (("掌舵", MastheadKind.STAFF),)
    assert profile.cleaning_off == ("dashes",)
    assert profile.severities == (("BOX001", "off"), ("HEA003", "error"))
    assert (profile.house.theme, profile.house.page, profile.house.columns) == ("modern", "a4", 2)
    assert (profile.house.size, profile.house.vertical, profile.house.vocabulary) == (
        10.5,
        True,
        None,
    )
    assert profile.house.indent_after_heading is False
    assert profile.house.glossaries == (str(tmp_path / "terms.toml"),)


def test_an_empty_profile_is_the_default_under_the_name_of_its_file() -> None:
    assert parse_profile("", "langhua.profile.toml") == Profile(name="langhua")


def test_own_labels_replace_the_usual_ones() -> None:
    boxes = parse_profile('[boxes]\nlabels = ["甲", "乙"]\nambiguous = ["乙", "丙"]', "f").boxes

    assert boxes.labels == ("甲", "乙")
    assert boxes.ambiguous == ("乙",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nnmae = "x"', "f:2: unknown key “nmae”; did you mean “name”?"),
        ('titles = ["a", ""]', "f:1: “titles” holds an empty text"),
        (
            '[colours]\nprimary = "red"',
            "f:2: “red” is not a colour; write # and six hexadecimal digits (#8c2f24)",
        ),
        (
            '[severities]\nHEA999 = "off"',
            "f:2: there is no diagnostic “HEA999”; fukan explain lists them",
        ),
        (
            '[severities]\n\nHEA003 = "bad"',
            "f:3: “bad” is no severity; there are off, info, warning, error",
        ),
        (
            '[cleaning]\noff = [\n  "dusting",\n]',
            "f:3: “dusting” is no cleaning rule; there are mops",
        ),
        ('headings = ["roman"]', "f:1: “roman” is no kind of heading number; there are cn"),
        ("[house]\ncolumns = 4", "f:2: “columns” must be between 1 and 2, not 4"),
        ('[house]\npage = "a9"', "f:2: “a9” is no size of page; there are 16k, 32k, a4, b5"),
        ('[house]\nsize = "big"', "f:2: “size” must be a number of points, such as 10.5"),
        ("colours = 3", "f:1: “colours” must be a table ([colours]), not the number 3"),
    ],
)
def test_a_mistake_is_an_error_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ModelFormatError) as raised:
        parse_profile(text, "f", Vocabulary(cleaning=("mops",), headings=("cn",)))

    assert str(raised.value) == message


def test_a_wrong_kind_of_masthead_entry_is_an_error_with_its_line() -> None:
    with pytest.raises(
        ModelFormatError, match=r"^f:2: “captain” is no kind of masthead entry; there are title"
    ):
        parse_profile('[masthead]\n"掌舵" = "captain"', "f")


def test_a_missing_profile_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"cannot read the profile .*: no such file"):
        load_profile(tmp_path / "none.toml")


def test_a_profile_in_another_encoding_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(b"# ok\nname = '\xc0\xcb'\n")

    with pytest.raises(ModelFormatError, match=r"p.toml:2: a profile must be UTF-8"):
        load_profile(path)
