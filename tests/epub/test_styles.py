"""The style sheet: Chinese typography where it is supported, nothing that binds the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from converter.epub import EpubOptions, write_epub
from converter.epub.styles import compact
from converter.profile import Profile
from converter.profile.schema import Colours, House
from converter.resources import Resources
from tests.support.epub import Epub
from tests.support.issues import full_issue

COVER = Path(__file__).with_name("cover.png")
OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER)


def sheet(folder: Path, language: str = "zh-Hans", **choices: Any) -> str:
    write_epub(full_issue(language), folder / "book.epub", replace(OPTIONS, **choices))
    return Epub(folder / "book.epub").source("EPUB/style.css")


def rules(css: str) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Selectors and declarations of each rule, those of ``@supports`` with the others."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule":
            assert rule.lower_at_keyword == "supports", rule
            yield from rules(tinycss2.serialize(rule.content))
            continue
        assert rule.type == "qualified-rule", rule
        declared = {}
        for one in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True):
            assert one.type == "declaration", one
            declared[one.lower_name] = tinycss2.serialize(one.value).strip()
        selectors = tinycss2.serialize(rule.prelude).split(",")
        yield [selector.strip() for selector in selectors], declared


def declared(css: str, selector: str) -> dict[str, str]:
    """What the sheet says of a selector as it is written, but for needless blanks."""
    found: dict[str, str] = {}
    selector = re.sub(r" ([+>]) ", r"\1", selector)
    for selectors, declarations in rules(css):
        if selector in selectors:
            found |= declarations
    return found


@pytest.mark.parametrize(
    ("language", "first"),
    [("zh-Hans", "PingFang SC"), ("zh-Hant-TW", "PingFang TC"), ("zh-Hant-HK", "PingFang HK")],
)
def test_each_edition_asks_for_its_own_shapes(tmp_path: Path, language: str, first: str) -> None:
    css = sheet(tmp_path, language)
    assert declared(css, "h1")["font-family"].startswith(f'"Fukan Hei","{first}"')
    hong_kong = language == "zh-Hant-HK"
    assert ("CJK HK" in css, "CJK TC" in css) == (hong_kong, language == "zh-Hant-TW")


def test_the_rules_of_the_chinese_page_are_stated(tmp_path: Path) -> None:
    css = sheet(tmp_path)
    page = declared(css, "html")
    assert page["line-break"] == "strict"
    assert declared(css, "p")["text-wrap"] == "pretty"  # no character alone on the last line
    assert page["text-autospace"] == "normal"
    assert page["text-spacing-trim"] == "normal"
    assert page["hanging-punctuation"] == "allow-end"
    body = declared(css, "body")
    assert (body["text-align"], body["text-justify"]) == ("justify", "inter-ideograph")
    assert declared(css, "p")["text-indent"] == "2em"
    assert declared(css, "h2")["break-after"] == "avoid"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
@pytest.mark.parametrize("lines", ["horizontal", "vertical"])
def test_nothing_binds_the_reader(language: str, lines: str, tmp_path: Path) -> None:
    for selectors, declarations in rules(sheet(tmp_path, language, vertical=lines == "vertical")):
        for name, value in declarations.items():
            where = (selectors, name, value)
            assert "!important" not in value, where
            assert name != "color" or value in {"inherit", "currentColor"}, where
            if name.startswith("background"):
                # A shade over whatever ground the reader has chosen.
                assert re.fullmatch(r"rgba\(128,\s*128,\s*128,\s*0?\.\d+\)", value), where
            if name == "font-size":
                assert value.endswith(("em", "%")), where
            assert not re.search(r"\d(?:pt|cm|mm|in)\b", value), where
        if "font-family" in declarations:
            assert not {"html", "body", "p"} & set(selectors), "the reader's own face rules"


@pytest.mark.parametrize(("language", "region"), [("zh-Hans", "SC"), ("zh-Hant-TW", "TC")])
def test_faces_by_role_end_in_a_generic_one(language: str, region: str, tmp_path: Path) -> None:
    css = sheet(tmp_path, language)
    heading, box = declared(css, "h1")["font-family"], declared(css, ".box p")["font-family"]
    assert f'"PingFang {region}"' in heading
    assert heading.endswith("sans-serif")
    assert f'"Kaiti {region}"' in box
    assert box.endswith("serif")


def test_the_colours_are_the_magazines_and_only_on_rules(tmp_path: Path) -> None:
    profile = Profile(colours=Colours(primary="#1f4e5f", accent="#c9822b"))
    css = sheet(tmp_path, profile=profile)
    assert declared(css, ".article header")["border-color"] == "#1f4e5f"
    assert declared(css, ".box")["border-color"] == "#c9822b"


def test_the_sheet_is_short_and_says_the_same() -> None:
    css = "/* why */\nh1 + p , h2 > a { margin: 0.5em 10.05em ; width: calc(1em + 0.2em); }\n"
    assert compact(css) == "h1+p,h2>a{margin:.5em 10.05em;width:calc(1em + .2em)}"


def test_a_house_may_set_the_first_paragraph_flush(tmp_path: Path) -> None:
    assert "text-indent" not in declared(sheet(tmp_path), "h2 + p")
    house = House(indent_after_heading=False)
    css = sheet(tmp_path, profile=Profile(house=house))
    assert declared(css, "h2 + p")["text-indent"] == "0"


def test_the_vertical_edition_runs_from_right_to_left(tmp_path: Path) -> None:
    css = sheet(tmp_path, "zh-Hant-TW", vertical=True)
    page = declared(css, "html")
    for name in ("writing-mode", "-webkit-writing-mode", "-epub-writing-mode"):
        assert page[name] == "vertical-rl"
    # White above and below English lines lies beside them here.
    assert declared(css, 'p[lang="en"]:not(.reference)')["margin"] == "0 .5em"
    book = Epub(tmp_path / "book.epub")
    spine = book.package.find("{http://www.idpf.org/2007/opf}spine")
    assert spine.get("page-progression-direction") == "rtl"
    assert '<span class="tcy">12</span>' in book.source("EPUB/a01.xhtml")


def test_when_a_text_came_in_is_no_signature_in_vertical_lines(tmp_path: Path) -> None:
    """收稿日期, which is a credit as well, stands as 基金项目 does."""
    for vertical in (False, True):
        css = sheet(tmp_path, "zh-Hant-TW", vertical=vertical)
        found = [
            declarations["text-align"]
            for selectors, declarations in rules(css)
            if {".credit", ".origin"} & set(selectors) and "text-align" in declarations
        ]
        assert found[-1] in {"left", "start"}


def test_an_abstract_begins_where_its_keywords_do(tmp_path: Path) -> None:
    css = sheet(tmp_path)
    assert declared(css, ".abstract")["text-indent"] == "0"
    assert declared(css, ".keywords")["text-indent"] == "0"


def test_the_users_own_sheet_takes_the_place_of_ours(tmp_path: Path) -> None:
    styles = tmp_path / "styles"
    styles.mkdir()
    (styles / "epub.css").write_text("p { text-indent: 1em }", encoding="utf-8")
    css = sheet(tmp_path, resources=Resources(styles=styles))
    assert declared(css, "p") == {"text-indent": "1em"}
    assert "PingFang SC" in css, "sheets that the user's folder lacks are ours"


def test_titles_in_the_contents_have_lines_of_like_length(tmp_path: Path) -> None:
    assert declared(sheet(tmp_path), ".contents .title")["text-wrap"] == "balance"


def test_what_is_short_is_not_parted_and_no_caption_stands_alone(tmp_path: Path) -> None:
    css = sheet(tmp_path)
    for where in (".short", "tr"):
        assert declared(css, where)["break-inside"] == "avoid"
        assert declared(css, where)["page-break-inside"] == "avoid"
    for where in ("caption", "thead", ".question"):
        assert declared(css, where)["break-after"] == "avoid"
