"""Books opened in a reader's engine (foliate-js) in Chromium: all of it works, and is seen.

The pictures go to ``.cache/pictures/epub``; look at them after a change of the styles.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Frame, Page, sync_playwright

from converter.epub import EpubOptions, write_epub
from converter.profile import Profile
from converter.resources import Resources
from tests.support.editions import CASES, Book, editions
from tests.support.epub import Epub
from tests.support.issues import full_issue
from tests.support.tools import CACHE

pytestmark = pytest.mark.browser

ENGINE = CACHE / "npm" / "epub" / "node_modules" / "foliate-js"
HARNESS = Path(__file__).with_name("reader.html")
PICTURES = CACHE / "pictures" / "epub"
SCREENS = {"phone": (390, 844), "tablet": (820, 1180)}
OPTIONS = EpubOptions(Profile(), Resources())


class Handler(SimpleHTTPRequestHandler):
    """The harness, the engine and the books; anything else is not found."""

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0]
        if name == "/reader.html":
            return str(HARNESS)
        if name.startswith("/foliate/"):
            return str(ENGINE / name.removeprefix("/foliate/"))
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        pass


def of_case(name: str, ending: str) -> Book:
    (book,) = [one for one in editions(name, CASES[name]) if one.name.endswith(ending)]
    return book


BOOKS: dict[str, Callable[[], Book]] = {
    "sample": lambda: of_case("sample", ".zh-Hans"),
    "everything": lambda: Book("everything", full_issue(), OPTIONS),
    "vertical": lambda: of_case("haiyu-2024-03", "-vertical"),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for name, made in BOOKS.items():
        book = made()
        write_epub(book.issue, folder / f"{name}.epub", book.options)
    return folder


@pytest.fixture(scope="module")
def address(shelf: Path) -> Iterator[str]:
    assert ENGINE.is_dir(), "foliate-js is not installed; `make test` installs what tests need"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=shelf))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Reader:
    """An open book, and everything that the browser complains about."""

    page: Page
    told: dict[str, Any]
    faults: list[str] = field(default_factory=list)

    def call(self, code: str, *arguments: str) -> Any:
        return self.page.evaluate(f"arguments_ => reader.{code}(...arguments_)", list(arguments))

    @property
    def frame(self) -> Frame:
        """The document that is on the screen: the engine keeps one of the book's at a time."""
        frames = [frame for frame in self.page.frames if frame.url.startswith("blob:")]
        return frames[0]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Reader]]:
    readers: list[Reader] = []

    def open_book(name: str, screen: str = "phone", scheme: Any = "light") -> Reader:
        width, height = SCREENS[screen]
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="zh-CN",
            device_scale_factor=1.5,
        )
        reader = Reader(page, {})
        readers.append(reader)
        faults = reader.faults
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(f"not loaded: {request.url}"))
        page.on("response", lambda r: faults.append(f"{r.status} {r.url}") if not r.ok else None)
        page.goto(f"{address}/reader.html")
        page.wait_for_function("globalThis.reader !== undefined")
        reader.told = reader.call("open", f"/{name}.epub")
        return reader

    yield open_book
    for reader in readers:
        reader.page.close()
        assert reader.faults == []


@pytest.mark.parametrize("name", BOOKS)
def test_every_entry_of_the_navigation_opens_its_place(
    name: str, opened: Callable[..., Reader], shelf: Path
) -> None:
    reader = opened(name)
    book = Epub(shelf / f"{name}.epub")
    assert reader.told["title"] == book.metadata("dc:title")[0]
    assert reader.told["cover"]
    entries = [entry for entry in reader.told["toc"] if entry["href"]]
    assert len(entries) >= 7
    for entry in entries:
        place = reader.call("goTo", entry["href"])
        assert place["seen"], entry
        head = entry["label"].partition(" / ")[0]
        if Path(entry["href"].partition("#")[0]).stem[-2:].isdigit():
            assert place["text"] == head
        # Where several begin on one screen, the engine tells the last one.
        links = [one["href"] for one in entries]
        assert links.index(place["entry"]) >= links.index(entry["href"])
        assert place["entry"].partition("#")[0] == entry["href"].partition("#")[0]


@pytest.mark.parametrize("name", BOOKS)
def test_every_printed_page_and_landmark_is_found(name: str, opened: Callable[..., Reader]) -> None:
    reader = opened(name)
    pages = reader.told["pages"]
    assert len(pages) >= 4
    for page in pages:
        place = reader.call("goTo", page["href"])
        assert place["seen"], page
        # Where a printed page begins within a screen, the engine tells the later one.
        assert place["page"], page
    kinds = {kind for landmark in reader.told["landmarks"] for kind in landmark["type"]}
    assert {"cover", "toc", "bodymatter"} <= kinds
    for landmark in reader.told["landmarks"]:
        assert reader.call("goTo", landmark["href"])["seen"]


def test_a_book_in_vertical_lines_turns_its_pages_the_other_way(
    opened: Callable[..., Reader],
) -> None:
    reader = opened("vertical")
    assert reader.told["direction"] == "rtl"
    reader.call("goTo", "EPUB/a01.xhtml")
    mode = "document => getComputedStyle(document.documentElement).writingMode"
    assert reader.frame.evaluate(f"({mode})(document)") == "vertical-rl"


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["sample", "vertical"])
def test_the_cover_is_no_wider_and_no_higher_than_the_screen(
    name: str, screen: str, browser: Browser, shelf: Path, tmp_path: Path
) -> None:
    with ZipFile(shelf / f"{name}.epub") as book:
        book.extractall(tmp_path)
    width, height = SCREENS[screen]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto((tmp_path / "EPUB" / "cover.xhtml").as_uri())
    box = page.locator("img").bounding_box()
    page.close()
    assert box is not None
    assert max(box["width"] / width, box["height"] / height) == pytest.approx(1, abs=0.06)


def test_a_note_pops_up_and_leads_back(opened: Callable[..., Reader]) -> None:
    reader = opened("everything")
    reader.call("goTo", "EPUB/a01.xhtml")
    frame = reader.frame
    marks = frame.locator("a[role=doc-noteref]")
    assert marks.all_inner_texts() == ["①", "②"]
    marks.first.click()
    reader.page.wait_for_function("reader.note !== null")
    assert reader.page.evaluate("reader.note") == {
        "type": "footnote",
        "text": "① 据镇邮政所2019年的登记。",
    }
    reader.call("close")
    back = frame.locator("[role=doc-backlink]").first.get_attribute("href")
    assert back is not None
    assert reader.call("goTo", f"EPUB/a01.xhtml{back}")["text"] == "①"


def test_a_note_that_nothing_calls_stays_in_sight(opened: Callable[..., Reader]) -> None:
    reader = opened("everything")
    reader.call("goTo", "EPUB/a01.xhtml")
    shown = reader.frame.locator(".notes .note:visible")
    assert [text.split() for text in shown.all_inner_texts()] == [["③", "没有人引用的一条。"]]


def test_a_box_is_a_landmark_with_a_name_of_its_own(opened: Callable[..., Reader]) -> None:
    reader = opened("sample")
    reader.call("goTo", "EPUB/a02.xhtml")
    frame = reader.frame
    boxes = frame.get_by_role("complementary")
    assert boxes.count() == 3
    names = [
        "链接",
        "链接 ——摘自《青浣江流域禁捕公告》",
        "链接 ——澄州市渔民转产工作座谈会纪要",
    ]
    for name in names:
        box = frame.get_by_role("complementary", name=name, exact=True)
        assert box.count() == 1
        assert box.get_by_role("heading", name="链接").count() == 1
        assert box.locator(".attribution").inner_text().startswith("——")
        ground = "e => getComputedStyle(e).backgroundColor"
        assert box.evaluate(ground) != "rgba(0, 0, 0, 0)"
        assert box.evaluate("e => e.previousElementSibling.matches('p, aside')")


def test_a_pull_quote_is_not_read_twice(opened: Callable[..., Reader]) -> None:
    reader = opened("sample")
    reader.call("goTo", "EPUB/a02.xhtml")
    quote = reader.frame.locator(".pull-quote p").first
    sentence = quote.inner_text()
    assert quote.is_visible()
    assert sentence not in reader.frame.locator(".pull-quote").first.aria_snapshot()
    assert reader.frame.locator("section.article").aria_snapshot().count(sentence) == 1


def test_a_table_has_headers_and_a_name(opened: Callable[..., Reader]) -> None:
    reader = opened("everything")
    reader.call("goTo", "EPUB/a01.xhtml")
    table = reader.frame.get_by_role("table", name="表1　河湾镇邮件数量")
    assert table.get_by_role("columnheader").all_inner_texts() == ["年份", "件数", "来信", "去信"]
    assert table.get_by_role("rowheader").all_inner_texts() == ["1990", "2020"]


def luminance(colour: str) -> float:
    """Relative luminance of ``rgb(…)`` (WCAG 2.2)."""
    channels = [float(one) / 255 for one in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_takes_the_readers_colours(scheme: str, opened: Callable[..., Reader]) -> None:
    reader = opened("everything", scheme=scheme)
    reader.call("goTo", "EPUB/a01.xhtml")
    colours = reader.frame.evaluate(
        "[...document.querySelectorAll('body *:not(a)')].filter(e => e.textContent.trim() && "
        "!e.closest('a')).map(e => getComputedStyle(e).color)"
    )
    assert len(colours) > 30
    bright = [luminance(colour) for colour in colours]
    assert min(bright) > 0.7 if scheme == "dark" else max(bright) < 0.1


SIGHTS = {
    "sample": {
        "cover": ("cover.xhtml", "img"),
        "epigraph": ("epigraph.xhtml", "blockquote"),
        "masthead": ("masthead.xhtml", "h1"),
        "contents": ("contents.xhtml", "h1"),
        "opening": ("a01.xhtml", "header"),
        "heading": ("a02.xhtml", "h2"),
        "box": ("a02.xhtml", ".box"),
    },
    "everything": {
        "opening": ("a01.xhtml", "header"),
        "interview": ("a01.xhtml", ".question"),
        "table": ("a01.xhtml", "table"),
        "back": ("a01.xhtml", ".back"),
    },
    "vertical": {
        "masthead": ("masthead.xhtml", "h1"),
        "contents": ("contents.xhtml", "h1"),
        "opening": ("a02.xhtml", "header"),
        "body": ("a02.xhtml", "p:nth-of-type(4)"),
    },
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", BOOKS)
def test_pictures_are_taken_and_are_light_or_dark(
    name: str, screen: str, scheme: str, opened: Callable[..., Reader]
) -> None:
    reader = opened(name, screen, scheme)
    folder = PICTURES / f"{screen}-{scheme}"
    folder.mkdir(parents=True, exist_ok=True)
    for sight, (file, selector) in SIGHTS[name].items():
        reader.call("goToElement", f"EPUB/{file}", selector)
        picture = folder / f"{name}-{sight}.png"
        taken = reader.page.screenshot(path=picture)
        if sight == "cover":
            continue
        with Image.open(BytesIO(taken)) as image:
            grey = ImageStat.Stat(image.convert("L"))
        # Some ink, on a ground that is mostly the reader's own.
        assert grey.stddev[0] > 8, picture
        assert grey.median[0] < 60 if scheme == "dark" else grey.median[0] > 200, picture
