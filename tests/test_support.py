"""The tests' own tools see what they are meant to see: a blind one would pass everything."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.evaluation.from_epub import read_epub as read_as_shown
from tests.support import epubcheck as epubcheck_tool
from tests.support import pdf
from tests.support.epub import Epub, NavPoint
from tests.support.golden import Golden
from tests.support.tools import run, tool

CONTAINER = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="a/b.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u" xml:lang="zh">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="u">urn:uuid:2f1c9f3e-7f0e-4a53-9b0e-1f0f6d2d3c11</dc:identifier>
<dc:title>山雨</dc:title><dc:language>zh-Hans</dc:language>
<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c"/></spine></package>"""
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh">
<head><title>山雨</title></head><body>{}</body></html>"""
NAV = '<nav epub:type="toc"><ol><li><a href="text/one.xhtml#t">山雨</a></li></ol></nav>'


def book(folder: Path, body: str = '<h1 id="t">山雨</h1>') -> Path:
    """A book of one page."""
    path = folder / "book.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("a/b.opf", PACKAGE)
        archive.writestr("a/nav.xhtml", PAGE.format(NAV))
        archive.writestr("a/text/one.xhtml", PAGE.format(body))
    return path


def test_epubcheck_has_nothing_to_say_of_a_sound_book(
    tmp_path: Path, epubcheck: Callable[..., list[epubcheck_tool.Message]]
) -> None:
    assert epubcheck(book(tmp_path)) == []


def test_epubcheck_says_what_is_wrong_and_where_again_and_again(
    tmp_path: Path, epubcheck: Callable[..., list[epubcheck_tool.Message]]
) -> None:
    faulty = book(tmp_path, '<h1 id="t">山雨</h1><blink>夜</blink>')
    first, second = epubcheck(faulty), epubcheck(faulty)
    assert first == second
    assert [(one.severity, one.code) for one in first] == [("ERROR", "RSC-005")]
    assert first[0].place.startswith("a/text/one.xhtml:3:")
    assert "blink" in first[0].text


def test_the_number_of_a_cited_work_is_text_though_it_leads_back_and_that_of_a_note_is_none(
    tmp_path: Path,
) -> None:
    back = '<a role="doc-backlink" href="#t">{}</a>'
    page = (
        f'<section class="article"><h1 id="t">山雨</h1><p class="reference">{back.format("[1]")}沈一帆.渡口[J].</p>'
        f"<p>夜里的雨。{back.format('↑')}</p></section>"
    )
    (article,) = read_as_shown(book(tmp_path, page)).articles
    assert [item.text for item in article.items] == ["[1]沈一帆.渡口[J].", "夜里的雨。"]


def test_an_epub_is_read_by_its_own_paths(
    tmp_path: Path, read_epub: Callable[[Path], Epub]
) -> None:
    opened = read_epub(book(tmp_path))
    assert opened.spine == ["a/text/one.xhtml"]
    assert opened.nav() == (NavPoint("山雨", "a/text/one.xhtml#t"),)
    assert opened.nav("page-list") == ()
    assert opened.metadata("dc:title") == ["山雨"]
    assert opened.text("a/text/one.xhtml") == "山雨"


def test_a_pdf_is_read_by_poppler(tmp_path: Path) -> None:
    from weasyprint import HTML

    target = tmp_path / "page.pdf"
    css = "@page{size:100mm 50mm} body{font-family:'Noto Serif CJK SC'} h2{break-before:page}"
    HTML(string=f"<title>夜航</title><style>{css}</style><p>风起<h2>潮落").write_pdf(target)
    assert pdf.page_count(target) == 2
    assert pdf.info(target)["Title"] == "夜航"
    assert pdf.text(target, 2).strip() == "潮落"
    assert {font["emb"] for font in pdf.fonts(target)} == {"yes"}
    assert all("NotoSerifCJK" in font["name"].replace("-", "") for font in pdf.fonts(target))
    picture = pdf.page_png(target, 1, tmp_path / "page.png", dpi=50)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_golden_file_is_compared_and_never_made_in_passing(tmp_path: Path) -> None:
    expected = tmp_path / "expected.txt"
    with pytest.raises(pytest.fail.Exception, match="--update-golden"):
        Golden(update=False)(expected, "晴")
    assert not expected.exists()
    Golden(update=True)(expected, "晴")
    Golden(update=False)(expected, "晴")
    with pytest.raises(AssertionError):
        Golden(update=False)(expected, "阴")


def test_a_tool_that_is_missing_or_fails_fails_the_test(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="make test"):
        tool("no-such-program-anywhere")
    with pytest.raises(pytest.fail.Exception, match="qpdf ended with 2"):
        run("qpdf", "--check", tmp_path / "absent.pdf")
