"""Lines as a browser makes them of the style sheet, on screens of many widths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, sync_playwright

from converter.epub import EpubOptions, write_epub
from converter.model import (
    Article,
    Author,
    Block,
    Byline,
    Issue,
    Mark,
    MarkKind,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Note,
    Paragraph,
    Role,
    Table,
    TableCell,
    Text,
)
from converter.profile import Profile
from converter.resources import Resources

pytestmark = pytest.mark.browser

WIDTHS = range(320, 420, 6)
CLAUSE = "水尺每天读一次，读数记在簿子里"
EQUATION = "4Fe²⁺+O₂+10H₂O=4Fe(OH)₃↓+8H⁺"


@pytest.fixture(scope="module")
def screen(chromium_path: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture
def shown(screen: Page, tmp_path: Path) -> Callable[..., Page]:
    """Opens the page of an article of these blocks."""

    def show(
        *blocks: Block, notes: tuple[Note, ...] = (), bylines: tuple[Byline, ...] = ()
    ) -> Page:
        article = Article("a01", (Text("水尺"),), bylines=bylines, blocks=blocks, notes=notes)
        options = EpubOptions(Profile(), Resources(), cover=Path(__file__).with_name("cover.png"))
        write_epub(Issue(articles=(article,)), tmp_path / "book.epub", options)
        with ZipFile(tmp_path / "book.epub") as book:
            book.extractall(tmp_path / "book")
        screen.goto((tmp_path / "book" / "EPUB" / "a01.xhtml").as_uri())
        return screen

    return show


def test_no_line_begins_with_the_mark_of_a_note(shown: Callable[..., Page]) -> None:
    value = f"{CLAUSE}①，" * 8
    marks = [
        Mark(MarkKind.NOTE_REF, at, at + 1, "n1") for at, char in enumerate(value) if char == "①"
    ]
    note = Note("n1", "①", Text("见值班簿。"))
    page = shown(Paragraph(Text(value, tuple(marks)), id="p1"), notes=(note,))
    first = """() => [...document.querySelectorAll('.note-mark')].filter(mark => {
      const range = document.createRange(), before = mark.previousSibling
      range.setStart(before, before.length - 1)
      range.setEnd(before, before.length)
      return mark.getBoundingClientRect().left < range.getBoundingClientRect().left
    }).length"""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(first) == 0, width


def test_no_number_of_a_table_is_broken(shown: Callable[..., Page]) -> None:
    def row(*cells: str, header: bool = False) -> tuple[TableCell, ...]:
        return tuple(TableCell(Text(cell), header=header) for cell in cells)

    rows = [
        row(f"第{one}号水尺/厘米", "79.6±6.1（夜里）", f"80.2±{one}.8（早晨）", f"0.57{one}")
        for one in "123"
    ]
    head = row("项目", "对照组（n=61）", "观察组（n=63）", "P值", header=True)
    page = shown(Table((head, *rows)))
    page.set_viewport_size({"width": 320, "height": 700})
    lines = """() => [...document.querySelectorAll('td.number')].map(cell => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return range.getClientRects().length
    })"""
    assert page.evaluate(lines) == [1, 1, 1]


def test_no_sign_of_a_table_is_parted_from_its_number(shown: Callable[..., Page]) -> None:
    """Nor a number from the one it is put against; words go on behind a stroke."""
    cells = ("水尺/厘米", "13/7", "＜0.001", "早晨/夜里/平均", "1～3")
    page = shown(Table((tuple(TableCell(Text(cell)) for cell in cells),) * 2))
    page.set_viewport_size({"width": 200, "height": 700})
    lines = """() => [...document.querySelectorAll('td')].slice(0, 5).map(cell => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return new Set([...range.getClientRects()].map(one => one.top)).size
    })"""
    assert [count == 1 for count in page.evaluate(lines)] == [False, True, True, False, True]
    assert page.locator("tr").first.inner_text().split() == list(cells)


def test_what_somebody_does_is_not_torn_in_a_byline(shown: Callable[..., Page]) -> None:
    told = (Author("林汀", "河湾镇水文站总工程师兼总务科长"), Author("柳条", "整理"))
    line = Text("主讲 | 河湾镇水文站总工程师兼总务科长 林汀　整理 | 柳条")
    page = shown(Paragraph(Text(CLAUSE)), bylines=(Byline(line, told),))
    lines = """() => [...document.querySelectorAll('.byline span')].map(one => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return range.getClientRects().length
    })"""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        assert set(page.evaluate(lines)) == {1}, width


def test_a_long_equation_tears_no_line_apart(shown: Callable[..., Page]) -> None:
    page = shown(Paragraph(Text(f"反应可以写成：{EQUATION}。{CLAUSE}。")))
    gap = """() => {
      const range = document.createRange(), text = document.querySelector('p:not(.byline)').firstChild
      range.setStart(text, 1)
      range.setEnd(text, 2)
      return range.getBoundingClientRect().width / parseFloat(getComputedStyle(text.parentNode).fontSize)
    }"""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(gap) < 2, width
    assert page.locator("p").first.inner_text().startswith(f"反应可以写成：{EQUATION}。")


def test_no_number_is_parted_at_the_blank_for_its_thousands(shown: Callable[..., Page]) -> None:
    page = shown(Paragraph(Text("有效日记1 204份，" * 12)))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        lines = "() => [...document.querySelectorAll('.whole')].map(e => e.getClientRects().length)"
        assert page.evaluate(lines) == [1] * 12, width
    assert page.locator("p").first.inner_text() == "有效日记1 204份，" * 12


def test_references_in_english_hang_like_the_others(shown: Callable[..., Page]) -> None:
    page = shown(
        Paragraph(Text("[1] 林汀. 水尺[M]. 上渡: 上渡出版社, 2019."), Role.REFERENCE),
        Paragraph(Text("[2] HARROW J. The shape of a tide[M]. Northport, 2003."), Role.REFERENCE),
    )
    style = """() => [...document.querySelectorAll('.reference')].map(
      one => [getComputedStyle(one).textIndent, getComputedStyle(one).marginTop].join())"""
    one, other = page.evaluate(style)
    assert one == other
    assert one.startswith("-")


@pytest.mark.parametrize("width", [320, 390, 820])
def test_the_labels_of_an_imprint_stand_on_a_line(screen: Page, tmp_path: Path, width: int) -> None:
    licence = MastheadEntry(MastheadKind.LICENCE, "广告经营许可证", ("沅工商广字001号",))
    staff = MastheadEntry(MastheadKind.STAFF, "主编", ("林汀",))
    issue = Issue(Masthead("渡口", entries=(staff, licence)))
    options = EpubOptions(Profile(), Resources(), cover=Path(__file__).with_name("cover.png"))
    write_epub(issue, tmp_path / "book.epub", options)
    with ZipFile(tmp_path / "book.epub") as book:
        book.extractall(tmp_path / "book")
    screen.goto((tmp_path / "book" / "EPUB" / "masthead.xhtml").as_uri())
    screen.set_viewport_size({"width": width, "height": 700})
    lines = """() => [...document.querySelectorAll('dt')].map(label => {
      const range = document.createRange()
      range.selectNodeContents(label)
      return range.getClientRects().length
    })"""
    assert screen.evaluate(lines) == [1, 1]
