"""Names of sections and kickers with which entries begin, where the body has the titles alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, is_han, key, squeeze, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.entries import plain_entry
from converter.parse.contents.marks import PAGE_ONLY
from converter.parse.contents.people import is_author_row
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import SECTION_NAME, holds_page, titles_of
from converter.values import NamedTuple, replace

_LABELLED = re.compile(
    rf"^(?P<page>(?=[lIO]?\d)[\dlIO]{{1,4}}\s+)?(?:[\[【〔（(]\s*(?P<name>[{HAN}·]{{2,8}})\s*[\]】〕）)]|(?P<word>[{HAN}]{{2,6}})\s*[：:])\s*(?P<rest>\S.*)$"
)
"""4 【特稿】标题, 特稿：标题."""


def with_labels(rows: list[Row], body: BodyIndex) -> list[Row]:
    """4 【特稿】标题　作者, entry after entry, where the body has the titles without such labels.

    Where no section has a line of its own, an entry without one is of the section above.
    """
    hits: dict[int, _Label] = {}
    for index, row in enumerate(rows):
        label = _label_of(row)
        if label is not None and any(
            body.is_printed(key(title)) for title in titles_of(label.rest)
        ):
            hits[index] = label
    paged = [at for at, row in enumerate(rows) if row.table or holds_page(row.cells[0])]
    if len(hits) < FEWEST:
        told = _framed_alike(rows, hits | _marked(rows, body))
        told |= _framed_in_body(hits, body)
        return _sections_apart(rows, told)
    if len(hits) * 5 < len(paged) * 4 and (paged[0] not in hits or _has_names_apart(rows)):
        return rows
    return _sections_apart(rows, hits)


def _framed_alike(rows: Sequence[Row], hits: Mapping[int, _Label]) -> dict[int, _Label]:
    """The labels in frames, or behind marks, with which others stand alone: 【特稿】标题 below 【要论】.

    The OCR has put the name and the first entry on one line.
    """
    alone = Counter(row.cells[0][0] for row in rows if _FRAMED.match(row.cells[0]))
    spaced = sum(_SPACED_OUT.match(row.cells[0]) is not None for row in rows)
    found = {at: hit for at, hit in hits.items() if alone[rows[at].cells[hit.cell][0]] >= _ALONE}
    if spaced >= _ALONE:
        found |= {at: hit for at, hit in hits.items() if _LETTER_SPACED.match(rows[at].cells[0])}
    return found


def _framed_in_body(hits: Mapping[int, _Label], body: BodyIndex) -> dict[int, _Label]:
    """The labels in frames, several of them, where a line of the body is such a name.

    An entry below that has none goes on with the section. One label alone may be of its entry only.
    """
    framed = {at: hit for at, hit in hits.items() if hit.framed}
    if len({hit.name for hit in framed.values()}) < _ALONE:
        return {}
    return framed if any(body.stands_alone(hit.name) for hit in framed.values()) else {}


def _marked(rows: Sequence[Row], body: BodyIndex) -> dict[int, _Label]:
    """■特稿 标题, ■特　稿 标题, ·特稿·标题, where the body has the title: a name behind a mark, and an entry."""
    found = {}
    for at, row in enumerate(rows):
        text = row.cells[0]
        hit = None if row.table else _MARKED.match(text) or _letter_spaced(text, body)
        if hit is not None and any(body.exact[key(title)] for title in titles_of(hit["rest"])):
            found[at] = _Label(
                squeeze(hit["name"] or hit.groupdict().get("between") or ""), hit["rest"]
            )
    return found


def _letter_spaced(text: str, body: BodyIndex) -> re.Match[str] | None:
    """书 评　标题　某某 …… 4; before 谷 雨　标题 …… 4, with nobody behind, stands who wrote it."""
    hit = _LETTER_SPACED.match(text)
    if hit is None or split_names(hit["name"]) is not None:
        return None
    title = next((one for one in titles_of(hit["rest"]) if body.exact[key(one)]), "")
    behind = hit["rest"].removeprefix(title) if title else ""
    return hit if sum(map(is_han, behind)) > 1 else None


_MARKS = "■◆●▲★▶►◎□◇○"
_POINTS = "·•・"
_MARKED = re.compile(
    rf"^\s*(?:[{_MARKS}]\s*(?P<name>[{HAN}·]{{2,6}}|[{HAN}](?:[ \u3000][{HAN}]){{1,3}})[ \u3000]+"
    rf"|[{_POINTS}]\s*(?P<between>[{HAN}]{{2,8}})\s*[{_POINTS}]\s*)(?P<rest>\S.*)$"
)
_LETTER_SPACED = re.compile(
    rf"^\s*(?P<name>[{HAN}](?:[ \u3000][{HAN}]){{1,3}})(?:[ \u3000]{{2,}}|\u3000)(?P<rest>[{HAN}“《\d][^ \u3000].+)$"
)
"""书 评　标题 …… 4, where other names stand alone so."""
_SPACED_OUT = re.compile(rf"^\s*[{HAN}](?:[ \u3000]+[{HAN}]){{1,3}}\s*$")
_FRAMED = re.compile(
    rf"^\s*(?:[\[【〔]\s*[{HAN}·]{{2,8}}\s*[\]】〕]|[{_MARKS}]\s*[{HAN}·]{{2,8}}"
    rf"|[{_POINTS}]\s*[{HAN}]{{2,8}}\s*[{_POINTS}])\s*$"
)
_ALONE = 2
"""So many names of sections in a frame show how all are set."""


class _Label(NamedTuple):
    """The name of a section with which a row begins, or one of its cells."""

    name: str
    rest: str
    """What is left of the row, or of the cell."""
    cell: int = 0
    framed: bool = False
    """It stands in brackets."""


def _label_of(row: Row) -> _Label | None:
    """The label before the title of a row, ``None`` for none."""
    for cell, text in enumerate(row.cells):
        hit = _LABELLED.match(text)
        if hit is not None:
            rest = f"{hit['page'] or ''}{hit['rest']}"
            return _Label(hit["name"] or hit["word"], rest, cell, framed=bool(hit["name"]))
    return None


def _sections_apart(rows: Iterable[Row], named: Mapping[int, _Label]) -> list[Row]:
    """The rows with the names of sections, which some begin with, on rows of their own."""
    out: list[Row] = []
    section = ""
    for index, row in enumerate(rows):
        label = named.get(index)
        if label is None:
            out.append(row)
            continue
        if label.name != section:
            section = label.name
            out.append(Row([section], row.lines, gap=True, alone=True, section=True))
        cells = [label.rest if at == label.cell else cell for at, cell in enumerate(row.cells)]
        out.append(Row(cells, row.lines, gap=False))
    return out


_LED = re.compile(
    rf"^(?P<page>(?=[lIO]?\d)[\dlIO]{{1,4}}\s+)?(?P<name>(?:(?!丨)[{HAN}·]){{2,6}}|[{HAN}](?:\s+[{HAN}]){{1,3}})(?:\s*[|｜│丨┃]\s*|\s+(?:[·•/／]\s+)?)(?P<rest>\S.*)$"
)
"""特稿　标题, 特稿 · 标题, O6 特稿│标题, 通　　讯　标题."""


def with_leading_names(
    rows: list[Row], body: BodyIndex, contents: RawContents, indents: Mapping[int, float]
) -> list[Row]:
    """特稿　标题 作者 …… 4, where the body has the title alone, and nowhere the two together.

    An entry without such a word belongs to the section of the one above, or to none if it
    stands as far left as the words do, and others do not. Where the sections have lines of
    their own above such entries, the words are kickers. ``contents`` notes either.
    """
    hits: dict[int, _Label] = {}
    for index, row in enumerate(rows):
        hit = None if row.table else _LED.match(row.cells[0])
        if hit is not None and _has_page(rows, index) and leads(hit["name"], hit["rest"], body):
            hits[index] = _Label(squeeze(hit["name"]), f"{hit['page'] or ''}{hit['rest']}")
        elif row.table and (label := _leading_cell(row, body)) is not None:
            hits[index] = label
    paged = sum(
        any(map(PAGE_ONLY.match, row.cells)) if row.table else _has_page(rows, index)
        for index, row in enumerate(rows)
    )
    if len({label.name for label in hits.values()}) < FEWEST or len(hits) * 3 < paged:
        return rows
    apart = {at for at, row in enumerate(rows) if _is_apart(row)}
    if any(at + 1 in hits for at in apart) or len(apart) * 3 > len(hits):
        return _without_kickers(rows, hits, contents) if len(hits) * 5 >= paged * 4 else rows
    contents.free += _at_edge(rows, hits, apart, indents)
    close = (replace(row, gap=False, section=at in apart) for at, row in enumerate(rows))
    return _sections_apart(close, hits)


def _has_page(rows: Sequence[Row], index: int) -> bool:
    """True for an entry with its page, be it alone in the next row."""
    if holds_page(rows[index].cells[0]):
        return True
    below = rows[index + 1] if index + 1 < len(rows) else None
    return below is not None and not below.table and bool(PAGE_ONLY.match(below.cells[0]))


def _at_edge(
    rows: Sequence[Row], named: Container[int], apart: Container[int], indents: Mapping[int, float]
) -> list[int]:
    """The lines of entries that begin as far left as the names of sections do, and have none.

    Those that go on with a section are indented; where none is, all go on with it. The first
    below a section's own line is in it.
    """
    inside = [
        at
        for at, row in enumerate(rows)
        if at not in named
        and at not in apart
        and at - 1 not in apart
        and not PAGE_ONLY.match(row.cells[0])
        and _has_page(rows, at)
    ]
    deep = {at for at in inside if indents.get(rows[at].lines[0], 0.0) >= _DEEP}
    return [line for at in inside if deep and at not in deep for line in rows[at].lines]


_DEEP = 2
"""Em by which an entry is indented that goes on with the section above."""


def _leading_cell(row: Row, body: BodyIndex) -> _Label | None:
    """| 特稿 标题 | 某某 | 4 |: the name that OCR has read into the cell of the title."""
    for at, cell in enumerate(row.cells):
        hit = _LED.match(cell)
        if hit is None:
            continue
        name, rest = hit["name"], hit["rest"]
        title = key(rest.partition("——")[0])
        signs = split_names(name) is not None and not body.stands_above(name, rest)
        whole = bool(body.exact[key(cell)]) or signs
        if not whole and body.is_title(title) and not is_author_row(rest):
            return _Label(name, f"{hit['page'] or ''}{rest}", at)
    return None


def _without_kickers(
    rows: Iterable[Row], named: Mapping[int, _Label], contents: RawContents
) -> list[Row]:
    """The rows without the words that some begin with, which are noted."""
    out: list[Row] = []
    for at, row in enumerate(rows):
        if at in named:
            contents.kickers.append((row.lines[0], named[at].name))
            row = replace(row, cells=[named[at].rest])  # noqa: PLW2901
        out.append(row)
    return out


def _has_names_apart(rows: Iterable[Row]) -> bool:
    """True if a short row is neither an entry nor its author: sections have lines of their own."""
    return any(map(_is_apart, rows))


def _is_apart(row: Row) -> bool:
    """True for a short row that is no entry, no page and nobody's name."""
    text = row.cells[0]
    if row.table or width(text) > SECTION_NAME or PAGE_ONLY.match(text):
        return False
    return not holds_page(text) and not is_author_row(text)


def leads(name: str, rest: str, body: BodyIndex) -> bool:
    """True if a title of the body stands behind a word that is no part of it and no author.

    路史 begins like a surname, and so does the title 白手套: where the author stands at the end,
    neither is a name, unless the body has the first as one.
    """
    signed = bool(plain_entry(rest, [], -1).authors_text)
    titles = [one for one in titles_of(rest) if signed or " " in one or not _signs_alone(one)]
    if split_names(name) and not (signed and not body.names(key(name))):
        return False
    if any(_signs(name, title, body) for title in titles):
        return False
    if any(body.exact[key(name + title)] or body.stands_above(name, title) for title in titles):
        return False
    return any(body.is_title(key(title)) for title in titles)


def _signs_alone(text: str) -> bool:
    """True for what names an author and no title, be it 編輯室, which has no name of its own."""
    return is_author_row(text) or _DESK.match(squeeze(text)) is not None


_DESK = re.compile(r"^(?:[编編][辑輯]|[资資]料)[部室组組]$")


def _signs(name: str, title: str, body: BodyIndex) -> bool:
    """True if the body names somebody under a title; 通讯 is no author of who is a 通讯员."""
    return body.is_signed(title, name) and not body.is_signed(title, f"{squeeze(name)}员")


def is_signer(rest: str) -> bool:
    """True if nothing but who wrote stands behind the first word of a row: 标题 某某 4."""
    plain = _PAGE.sub("", rest).strip("□■○●◎·•　 ")
    return is_author_row(rest) or split_names(plain) is not None or _signs_alone(plain)


_PAGE = re.compile(r"[\s.．…·]*\d{1,4}\s*$")
FEWEST = 3
"""So many entries that begin so are no chance."""
