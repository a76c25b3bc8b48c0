"""The metadata of a periodical's issue, as the elements of the package document.

EPUB 3.3 §5.5 and appendix D; relators are the MARC codes of the Library of Congress.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter import patterns as re
from converter.epub.identity import Identity, one_line, printed_date
from converter.epub.pages import authors_of, title_of
from converter.model import Issue, Masthead, MastheadEntry, MastheadKind
from converter.render.byline import closed_up
from converter.render.extent import printed_pages
from converter.render.language import title_language
from converter.render.pinyin import name_in_pinyin, title_in_pinyin
from converter.render.words import Words
from converter.values import NamedTuple

Attributes = tuple[tuple[str, str], ...]


class Element(NamedTuple):
    """One element of ``metadata``: a ``dc:`` element or a ``meta``."""

    tag: str
    text: str
    attributes: Attributes = ()


_RELATORS: tuple[tuple[str, str], ...] = (
    ("校对|校對", "pfr"),
    ("设计|設計|美编|美編|美术|美術|装帧|裝幀|版式|排版", "bkd"),
    ("摄影|攝影|图片|圖片", "pht"),
    ("插图|插圖|绘|繪", "ill"),
    ("翻译|翻譯|译|譯", "trl"),
    ("社长|社長|出版人|总经理|總經理|发行人|發行人", "pbd"),
    ("编|編", "edt"),
)
"""Parts of a role on the masthead and the relator they stand for, the telling ones first."""

_BODIES: dict[MastheadKind, str] = {
    MastheadKind.SPONSOR: "isb",  # issuing body
    MastheadKind.SUPERVISOR: "oth",  # MARC has no supervising authority
    MastheadKind.PRINTER: "prt",
}


def relator(label: str) -> str:
    """The MARC relator code of a role on the masthead; ``ctb`` where none fits better."""
    for pattern, code in _RELATORS:
        if re.search(pattern, label):
            return code
    return "ctb"


def _meta(name: str, text: str, refines: str = "", scheme: str = "") -> Element:
    attributes = [("refines", f"#{refines}")] if refines else []
    attributes.append(("property", name))
    if scheme:
        attributes.append(("scheme", scheme))
    return Element("meta", text, tuple(attributes))


def _of_kind(masthead: Masthead, kind: MastheadKind) -> Iterator[tuple[MastheadEntry, str]]:
    for entry in masthead.entries:
        if entry.kind is kind:
            for value in entry.values:
                if text := one_line(value):
                    yield entry, text


def _titles(identity: Identity) -> Iterator[Element]:
    yield Element("dc:title", identity.title, (("id", "title"),))
    yield _meta("title-type", "main", "title")
    if sort := title_in_pinyin(identity.title):
        yield _meta("file-as", sort, "title")
    if language := title_language(identity.parallel, identity.magazine):
        yield Element(
            "meta",
            identity.parallel,
            (("refines", "#title"), ("property", "alternate-script"), ("xml:lang", language)),
        )


def _identifiers(identity: Identity) -> Iterator[Element]:
    yield Element("dc:identifier", identity.unique, (("id", "uid"),))
    if identity.issn:
        yield Element("dc:identifier", f"urn:issn:{identity.issn}", (("id", "issn"),))
    if identity.cn:
        yield Element("dc:identifier", f"CN {identity.cn}", (("id", "cn"),))


def _person(
    tag: str, prefix: str, number: int, name: str, roles: Iterable[str], *, is_body: bool
) -> Iterator[Element]:
    target = f"{prefix}{number}"
    yield Element(tag, name, (("id", target),))
    for role in roles:
        yield _meta("role", role, target, "marc:relators")
    if sort := title_in_pinyin(name) if is_body else name_in_pinyin(name):
        yield _meta("file-as", sort, target)


def _creators(issue: Issue) -> Iterator[Element]:
    names = dict.fromkeys(name for a in issue.articles for name in authors_of(issue, a))
    signed = (author for a in issue.articles for byline in a.bylines for author in byline.authors)
    bodies = {one_line(author.name) for author in signed if author.is_body}
    for number, name in enumerate(names, start=1):
        yield from _person("dc:creator", "creator", number, name, ("aut",), is_body=name in bodies)


def _contributors(masthead: Masthead) -> Iterator[Element]:
    roles: dict[str, dict[str, None]] = {}
    for entry, name in _of_kind(masthead, MastheadKind.STAFF):
        roles.setdefault(closed_up(name), {})[relator(entry.label)] = None
    persons = set(roles)
    for kind, code in _BODIES.items():
        for _, name in _of_kind(masthead, kind):
            roles.setdefault(name, {})[code] = None
    for number, (name, codes) in enumerate(roles.items(), start=1):
        is_body = name not in persons
        yield from _person("dc:contributor", "contributor", number, name, codes, is_body=is_body)


def _publishers(masthead: Masthead) -> Iterator[Element]:
    names = [name for _, name in _of_kind(masthead, MastheadKind.PUBLISHER)]
    names = names or [name for _, name in _of_kind(masthead, MastheadKind.SPONSOR)]
    for name in dict.fromkeys(names):
        yield Element("dc:publisher", name)


def _source(identity: Identity, words: Words) -> str:
    issn = f"（ISSN {identity.issn}）" if identity.issn else ""
    number = identity.issue or identity.total
    return f"《{identity.magazine}》{number}{issn}{words.printed_edition}"


def _description(issue: Issue, identity: Identity) -> str:
    titles = [title for article in issue.articles if (title := title_of(issue, article))]
    head = "　".join(part for part in (identity.numbering, printed_date(identity.date)) if part)
    return "\n".join(part for part in (head, "；".join(titles)) if part)


def _series(identity: Identity) -> Iterator[Element]:
    yield Element(
        "meta", identity.magazine, (("property", "belongs-to-collection"), ("id", "series"))
    )
    yield _meta("collection-type", "series", "series")
    if identity.position:
        yield _meta("group-position", identity.position, "series")
    if identity.issn:
        yield _meta("dcterms:identifier", f"urn:issn:{identity.issn}", "series")


def calibre_series(identity: Identity) -> tuple[tuple[str, str], ...]:
    """The series once more, as (name, content) of the ``meta`` that calibre reads."""
    position = (("calibre:series_index", identity.position),) if identity.position else ()
    return (("calibre:series", identity.magazine), *position)


def _articles(issue: Issue, ids: Iterable[str]) -> Iterator[Element]:
    """Title, authors, section and printed pages of each article, on its manifest entry."""
    for article, target in zip(issue.articles, ids, strict=True):
        if title := title_of(issue, article):
            yield _meta("dcterms:title", title, target)
        for name in authors_of(issue, article):
            yield _meta("dcterms:creator", name, target)
        names = issue.section_names
        if 0 <= article.section < len(names) and one_line(names[article.section]):
            yield _meta("schema:articleSection", one_line(names[article.section]), target)
        first, last = printed_pages(article)
        if first:
            pages = f"{first}–{last}" if last and last != first else first
            yield _meta("schema:pagination", pages, target)


def metadata(
    issue: Issue,
    identity: Identity,
    words: Words,
    article_ids: Iterable[str],
    *,
    has_pages: bool,
) -> tuple[Element, ...]:
    """All metadata but the accessibility's. ``article_ids`` are the manifest's, in order."""
    masthead = issue.masthead
    subjects = dict.fromkeys(name for raw in issue.section_names if (name := one_line(raw)))
    rights = [text for _, text in _of_kind(masthead, MastheadKind.NOTICE)]
    description = _description(issue, identity)
    source = _source(identity, words)
    return (
        *_identifiers(identity),
        *_titles(identity),
        Element("dc:language", identity.language),
        *_creators(issue),
        *_contributors(masthead),
        *_publishers(masthead),
        *([Element("dc:date", identity.date)] if identity.date else ()),
        *([_meta("dcterms:issued", identity.date)] if identity.date else ()),
        _meta("dcterms:modified", identity.modified),
        Element("dc:type", "periodical"),
        *([Element("dc:source", source)] if identity.from_masthead else ()),
        *([_meta("pageBreakSource", source)] if has_pages else ()),
        *(Element("dc:subject", name) for name in subjects),
        *([Element("dc:description", description)] if description else ()),
        *(Element("dc:rights", text) for text in dict.fromkeys(rights)),
        *_series(identity),
        *_articles(issue, article_ids),
    )
