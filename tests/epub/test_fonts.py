"""Embedded fonts: open, cut down to what is set in them, their size told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from converter.diagnostics import Diagnostic
from converter.epub import EpubOptions, write_epub
from converter.epub import fonts as fonts_module
from converter.epub.cover.faces import Face, find_face
from converter.epub.fonts.subset import cut
from converter.epub.fonts.usage import Use, characters_by_face
from converter.model import Article, Issue, Paragraph, Text
from converter.profile import Profile
from converter.resources import Resources
from tests.support.epub import Epub
from tests.support.epubcheck import Message
from tests.support.issues import full_issue

COVER = Path(__file__).with_name("cover.png")
OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER, embed_fonts=True)

EXPLAINED = {
    "CSS-028": "the font faces are what --embed-fonts asks for",
    "OPF-097": "the licence of the fonts travels with them and is linked from nowhere",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Diagnostic, ...]]:
    target = tmp_path_factory.mktemp("fonts") / "book.epub"
    return target, write_epub(full_issue(), target, OPTIONS)


@pytest.fixture(scope="module")
def book(made: tuple[Path, tuple[Diagnostic, ...]]) -> Epub:
    return Epub(made[0])


@pytest.fixture
def kai_everywhere(monkeypatch: pytest.MonkeyPatch) -> Face:
    """One small typeface for all roles: to open the large ones takes a second each."""
    kai = find_face("kai", "zh-Hans")
    assert kai is not None
    monkeypatch.setattr(fonts_module, "find_face", lambda *_: kai)
    return kai


def page(body: str) -> bytes:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'.encode()


def uses(body: str, css: str) -> dict[Use, str]:
    found = characters_by_face([page(body)], css, {"Hei", "Kai"})
    return {use: "".join(sorted(chars)) for use, chars in found.items()}


def test_the_cascade_decides_which_face_a_character_needs() -> None:
    css = 'h1 { font-family: "Hei", serif } .k { font-family: Kai } p.k b { font-weight: normal }'
    assert uses('<h1>甲<i>乙</i></h1><p class="k">丙<b>丁</b>戊</p><p>己</p>', css) == {
        Use("Hei", bold=True): "乙甲",
        Use("Kai", bold=False): "丁丙戊",
    }


def test_a_face_inside_another_ends_with_its_element() -> None:
    css = '.k { font-family: "Kai" } .h { font-family: "Hei"; font-weight: 700 }'
    assert uses('<p class="k">甲<span class="h">乙</span>丙</p>', css) == {
        Use("Kai", bold=False): "丙甲",
        Use("Hei", bold=True): "乙",
    }


def test_a_rule_that_no_reader_understands_is_skipped() -> None:
    css = 'p:::x { font-family: "Hei" } @media print { p { font-family: "Hei" } } p { font-family: "Kai" }'
    assert uses("<p>甲</p>", css) == {Use("Kai", bold=False): "甲"}


def test_each_face_holds_what_is_set_in_it_and_little_else(book: Epub) -> None:
    fonts = {
        Path(name).name: TTFont(BytesIO(data))
        for name, data in book.members.items()
        if name.endswith((".otf", ".ttf"))
    }
    assert set(fonts) == {"song.otf", "song-bold.otf", "hei.otf", "hei-bold.otf", "kai.ttf"}
    covered = {name: {chr(code) for code in font.getBestCmap()} for name, font in fonts.items()}
    assert set("清晨点渡口的灯还亮着") <= covered["song.otf"]
    assert set("门牌比地图记得更久") <= covered["hei-bold.otf"]
    assert set("最早的门牌是木头") <= covered["kai.ttf"]
    assert "蓝" not in covered["hei-bold.otf"], "a character of a box only"
    text = "".join(book.text(name) for name in [*book.spine, book.nav_name])
    for name, characters in covered.items():
        assert characters <= set(text) | set(" \xa0—"), name


def test_no_font_bears_a_name_that_its_makers_reserved(book: Epub) -> None:
    for name, data in book.members.items():
        if name.endswith((".otf", ".ttf")):
            font = TTFont(BytesIO(data))
            told = [str(r) for r in font["name"].names if r.nameID in (1, 4, 6)]
            assert told
            assert all(one.startswith("Fukan") for one in told)
            assert "Open Font License" in font["name"].getDebugName(13)


def test_the_licence_travels_with_the_fonts(book: Epub) -> None:
    text = book.source("EPUB/fonts/OFL.txt")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Adobe" in text
    assert "LXGW" in text
    assert "OTHER DEALINGS IN THE FONT SOFTWARE" in text


def test_the_size_is_told(made: tuple[Path, tuple[Diagnostic, ...]], book: Epub) -> None:
    (told,) = [one for one in made[1] if one.code == "EPB006"]
    total = sum(len(d) for name, d in book.members.items() if name.endswith((".otf", ".ttf")))
    assert told.message().startswith("embedded 5 font subsets of ")
    assert told.message().endswith(f"{round(total / 1024)} KiB together")


def test_a_book_with_fonts_is_valid(
    made: tuple[Path, tuple[Diagnostic, ...]], epubcheck: Callable[..., list[Message]]
) -> None:
    found = epubcheck(made[0], usage=True)
    assert {message.code for message in found} == set(EXPLAINED)


@pytest.mark.usefixtures("kai_everywhere")
def test_the_same_issue_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.epub", tmp_path / "second.epub"
    for target in (first, second):
        write_epub(full_issue(), target, OPTIONS)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.usefixtures("kai_everywhere")
def test_characters_that_no_face_has_are_named(tmp_path: Path) -> None:
    article = Article("a01", (Text("字"),), blocks=(Paragraph(Text("\U0003134f字")),))
    problems = write_epub(Issue(articles=(article,)), tmp_path / "book.epub", OPTIONS)
    (missing,) = [one for one in problems if one.code == "EPB008"]
    assert missing.message() == (
        "the embedded 宋体 face lacks 1 characters of the text: \U0003134f"
    )


def test_a_face_that_is_not_open_stays_out(
    tmp_path: Path, kai_everywhere: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed.ttf"
    with TTFont(kai_everywhere.path, lazy=True) as font:
        font["OS/2"].fsType = 2  # restricted licence embedding
        font.save(closed)
    assert cut(Face(closed), "字", "Fukan Kai", bold=False) is None
    monkeypatch.setattr(
        fonts_module,
        "find_face",
        lambda role, _: Face(closed) if role == "kai" else kai_everywhere,
    )
    problems = write_epub(full_issue(), tmp_path / "book.epub", OPTIONS)
    (told,) = [one for one in problems if one.code == "EPB007"]
    assert "楷体" in told.message()
    assert "kai" not in " ".join(Epub(tmp_path / "book.epub").members)


def test_without_fonts_installed_the_book_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts_module, "find_face", lambda *_: None)
    problems = write_epub(full_issue(), tmp_path / "book.epub", OPTIONS)
    assert {one.code for one in problems if one.code.startswith("EPB00")} >= {"EPB007"}
    assert not [name for name in Epub(tmp_path / "book.epub").members if "fonts/" in name]


def test_a_file_that_is_no_font_stays_out(tmp_path: Path) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"OTTO\0\0")
    assert cut(Face(broken), "字", "Fukan Kai", bold=False) is None


def test_without_the_option_there_are_no_fonts(tmp_path: Path) -> None:
    write_epub(full_issue(), tmp_path / "book.epub", replace(OPTIONS, embed_fonts=False))
    book = Epub(tmp_path / "book.epub")
    assert not [name for name in book.members if "fonts/" in name]
    assert "@font-face" not in book.source("EPUB/style.css")
