"""The neutral reading of a finished EPUB, by nothing but what the file itself says.

Reads the container, the package document, the navigation document and the XHTML files
(EPUB 3.3 §5–§7) as a reading system would; the program is not asked.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from tests.evaluation.reading import ArticleReading, BoxReading, IssueReading, Item

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SILENT_ROLES = frozenset({"doc-pagebreak", "doc-backlink"})
_CONTAINERS = frozenset(
    {
        "section",
        "div",
        "header",
        "footer",
        "article",
        "main",
        "body",
        "ol",
        "ul",
        "dl",
        "figure",
        "blockquote",
        "hgroup",
    }
)


def tag(element: ET.Element) -> str:
    """The local name of an element."""
    return str(element.tag).rpartition("}")[2]


def classes(element: ET.Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def types(element: ET.Element) -> set[str]:
    """Its ``epub:type`` and ``role`` values."""
    return set(element.get(_EPUB_TYPE, "").split()) | set(element.get("role", "").split())


def text_of(element: ET.Element, silent: frozenset[str] = _SILENT_ROLES) -> str:
    """All text, without page breaks and back links, which are ``silent``; a ``br`` is a line break."""
    return "".join(_texts(element, silent)).strip()


def _texts(element: ET.Element, silent: frozenset[str]) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if tag(child) == "br":
            yield "\n"
        elif not (types(child) & silent) and tag(child) not in (
            "rt",
            "rp",
            "script",
            "style",
        ):
            yield from _texts(child, silent)
        if child.tail:
            yield child.tail


def _lines(element: ET.Element) -> tuple[str, ...]:
    """The lines of a title or a verse: child blocks or what stands between line breaks."""
    rows = [
        child
        for child in element
        if tag(child) in ("span", "p", "div") and "line" in classes(child)
    ]
    if not rows and tag(element) == "div":
        rows = [child for child in element.iter() if tag(child) == "p"]
    if rows:
        return tuple(line for row in rows for line in _lines(row))
    return tuple(line.strip() for line in text_of(element).split("\n") if line.strip())


class Book:
    """An open EPUB: its package document, spine and navigation."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self._files = {name: archive.read(name) for name in archive.namelist()}
        container = self.parse("META-INF/container.xml")
        rootfile = next(e for e in container.iter() if tag(e) == "rootfile")
        self.opf_name = str(rootfile.get("full-path"))
        self.package = self.parse(self.opf_name)
        self._folder = posixpath.dirname(self.opf_name)
        manifest = [e for e in self.package.iter() if tag(e) == "item"]
        self._by_id = {str(item.get("id")): item for item in manifest}
        spine = [e for e in self.package.iter() if tag(e) == "itemref"]
        self.spine = [
            self.resolve(str(self._by_id[str(ref.get("idref"))].get("href"))) for ref in spine
        ]
        nav = next(item for item in manifest if "nav" in item.get("properties", "").split())
        self.nav_name = self.resolve(str(nav.get("href")))

    def resolve(self, href: str, base: str | None = None) -> str:
        """The name in the archive of a link from the package document or from ``base``."""
        folder = self._folder if base is None else posixpath.dirname(base)
        return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))

    def parse(self, name: str) -> ET.Element:
        """A file of the archive as XML."""
        return ET.fromstring(self._files[name])  # noqa: S314  (a book that we made)

    def toc(self) -> Iterator[tuple[str, str, str]]:
        """(section, text, file) of each entry of the table of contents that has a link."""
        nav = next(
            e for e in self.parse(self.nav_name).iter() if tag(e) == "nav" and "toc" in types(e)
        )
        for child in nav:
            if tag(child) == "ol":
                yield from self._entries(child, "")

    def _entries(self, listing: ET.Element, section: str) -> Iterator[tuple[str, str, str]]:
        for entry in listing:
            label = next((e for e in entry if tag(e) in ("a", "span")), None)
            if label is None:
                continue
            text = text_of(label)
            href = label.get("href")
            if href is not None:
                yield section, text, self.resolve(href, self.nav_name)
            for child in entry:
                if tag(child) == "ol":
                    yield from self._entries(child, text)


def read_epub(path: Path) -> IssueReading:
    """Read a finished EPUB. Raises ``KeyError`` or ``ET.ParseError`` if it is none."""
    book = Book(path)
    pages = {name: book.parse(name) for name in book.spine}
    articles: list[ArticleReading] = []
    seen: set[str] = set()
    for section, label, name in book.toc():
        chapter = _chapter(pages[name]) if name in pages else None
        if chapter is None or name in seen:
            continue
        seen.add(name)
        article = _article(chapter, section)
        shown = "".join(label.split())
        if "".join("".join(article.title).split()) not in shown:
            article = replace(article, title=(label,))  # the nav is what a reader sees
        articles.append(article)
    front = [text_of(_body(page)) for page in pages.values() if _chapter(page) is None]
    metadata = [e.text or "" for e in book.package.iter() if e.text]
    return IssueReading(
        articles=tuple(articles),
        front_matter="\n".join([*metadata, *front]),
        all_text="\n".join("".join(_body(page).itertext()) for page in pages.values()),
    )


def _body(page: ET.Element) -> ET.Element:
    return next(e for e in page.iter() if tag(e) == "body")


def _chapter(page: ET.Element) -> ET.Element | None:
    """The article of a page: a chapter with a title of its own."""
    for element in page.iter():
        named = "article" in classes(element) or types(element) & {"chapter", "doc-chapter"}
        sectional = tag(element) in ("section", "article")
        if named and sectional and any(tag(e) == "h1" for e in element.iter()):
            return element
    return None


def _article(chapter: ET.Element, section: str) -> ArticleReading:
    title = next(e for e in chapter.iter() if tag(e) == "h1")
    subtitle = next((e for e in chapter.iter() if "subtitle" in classes(e)), None)
    authors = [
        text_of(person)
        for line in chapter.iter()
        if "byline" in classes(line)
        for person in line.iter()
        if "author" in classes(person)
    ]
    own_section = next((e for e in chapter.iter() if "section-name" in classes(e)), None)
    walker = _Walker()
    walker.walk(chapter)
    return ArticleReading(
        section=section or (text_of(own_section) if own_section is not None else ""),
        title=_lines(title),
        subtitle=text_of(subtitle) if subtitle is not None else "",
        authors=tuple(authors),
        pull_quotes=tuple(walker.quotes),
        items=tuple(walker.items),
        notes=tuple(walker.notes),
    )


class _Walker:
    """Goes through an article in reading order."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.quotes: list[str] = []
        self.notes: list[tuple[str, str]] = []

    def walk(self, parent: ET.Element) -> None:
        for element in parent:
            self._visit(element)

    def _visit(self, element: ET.Element) -> None:
        name, kinds = tag(element), types(element)
        marks = classes(element)
        if (
            marks
            & {"subtitle", "parallel-title", "byline", "section-name", "kicker", "attribution"}
            or kinds & _SILENT_ROLES
        ):
            return
        if name == "aside" or "doc-footnote" in kinds:
            self._aside(element)
        elif name in _HEADINGS:
            self.items.append(Item("heading", text_of(element), level=int(name[1]) - 1))
        elif name == "table":
            self.items.append(Item("table", _table(element)))
        elif "verse" in marks:
            self.items.append(Item("verse", "\n".join(_lines(element))))
        elif name in ("figcaption", "caption"):
            self.items.append(Item("figure", text_of(element)))
        elif name == "p" or (
            name in ("li", "dd", "dt") and not any(tag(e) == "p" for e in element)
        ):
            self._paragraph(element)
        elif name in _CONTAINERS or name in ("li", "dd"):
            self.walk(element)

    def _paragraph(self, element: ET.Element) -> None:
        cited = "reference" in classes(element)  # its number, [1], leads back to where it is cited
        text = text_of(element, _SILENT_ROLES - {"doc-backlink"} if cited else _SILENT_ROLES)
        if not text:
            return
        speaker = next((e for e in element if "speaker" in classes(e)), None)
        first = speaker is not None and not (element.text or "").strip()
        name = text_of(speaker).rstrip("：: ") if speaker is not None and first else ""
        self.items.append(Item("paragraph", text, speaker=name))

    def _aside(self, element: ET.Element) -> None:
        kinds, marks = types(element), classes(element)
        if "pull-quote" in marks or "doc-pullquote" in kinds:
            self.quotes.append("\n".join(_paragraph_texts(element)))
        elif kinds & {"footnote", "endnote", "doc-footnote", "doc-endnote"}:
            self.notes.append(_note(element))
        elif "notes" in marks or kinds & {"footnotes", "doc-endnotes"}:
            self.walk(element)
        else:
            self.items.append(Item("box", box=_box(element)))


def _paragraph_texts(element: ET.Element) -> list[str]:
    found = [e for e in element.iter() if tag(e) == "p" and not classes(e) & {"attribution"}]
    return [text_of(e) for e in found] or [text_of(element)]


def _note(element: ET.Element) -> tuple[str, str]:
    text = text_of(element)
    marker = next((e for e in element.iter() if classes(e) & {"marker", "note-marker"}), None)
    if marker is not None:
        shown = text_of(marker)
        return shown, text.removeprefix(shown).strip()
    return text[:1], text[1:].strip()


def _table(element: ET.Element) -> str:
    rows = [e for e in element.iter() if tag(e) == "tr"]
    return "\n".join(
        "\t".join(text_of(cell) for cell in row if tag(cell) in ("td", "th")) for row in rows
    )


def _box(element: ET.Element) -> BoxReading:
    label = title = attribution = ""
    for part in element.iter():
        if "box-label" in classes(part):
            label = text_of(part)
        elif "box-title" in classes(part):
            title = text_of(part)
        elif "attribution" in classes(part):
            attribution = text_of(part)
    inside = _Walker()
    for part in element:
        if not classes(part) & {"box-label", "box-title", "box-head"} and not _is_head(part):
            inside._visit(part)
    texts = [item.text for item in inside.items]
    return BoxReading(label, title, tuple(texts), attribution)


def _is_head(part: ET.Element) -> bool:
    """A header of a box that holds nothing but its label and title."""
    return tag(part) in ("header", "hgroup") or any(
        classes(e) & {"box-label", "box-title"} for e in part.iter()
    )
