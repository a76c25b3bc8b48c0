"""Sections that stand in the rows of their entries, or have more in theirs than a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import (
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    page_number,
    split_leader,
)
from converter.parse.contents.people import is_author_row
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import (
    holds_page,
    is_marked,
    section_style,
    titles_of,
)
from converter.values import NamedTuple, replace

_FIRST_WORD = re.compile(
    r"^(?P<page>\d{1,4}\s+)?(?P<first>[^\s…]{2,8})(?:\s*[|｜]\s*|\s+(?:[·•/／]\s+)?)(?P<rest>\S.*)$"
)
_OPENS = re.compile(
    r"^(?:卷首|卷首[语語话話寄絮]\S{0,2}|刊首[语語]|(?:编辑|編輯|总编|總編|主编|主編|社[长長])室?(?:手[记記]|[报報]告|[寄絮][语語]|[的之]?[话話])|[编編]者(?:的)?[话話]|[编編][辑輯]室|[开開][篇卷首][语語]?|本刊[评評][论論][员員]?|社[论論]|[刊发發][刊首][词詞])$"
)
"""What magazines call the one piece that opens an issue."""


def opens_issue(name: str) -> bool:
    """True for the name of the one piece that opens an issue: 卷首语, 编者的话."""
    return _OPENS.match(name) is not None


def with_opening(rows: list[Row], body: BodyIndex) -> list[Row]:
    """卷首 above its one title, which the body has so, where the other sections have marks."""
    for index, row in enumerate(rows[:-1]):
        if row.table or holds_page(row.cells[0]):
            break
        if not _OPENS.match(row.cells[0]) or rows[index + 1].table:
            continue
        titles = titles_of(rows[index + 1].cells[0])
        if any(body.stands_above(row.cells[0], title) for title in titles):
            return [*rows[:index], replace(row, section=True), *rows[index + 1 :]]
    return rows


def with_own_sections(rows: list[Row], body: BodyIndex) -> list[Row]:
    """本周焦点　标题 …… 2, where the body prints 本周焦点 and the title on lines of their own."""
    hits: dict[int, re.Match[str]] = {}
    for index, row in enumerate(rows):
        hit = None if row.table else _FIRST_WORD.match(row.cells[0])
        if hit is not None and hit["page"] and not _OPENS.match(hit["first"]):
            hit = None  # 12 标题的前半　后半: two lines of a title
        if hit is not None and _names_section(hit["first"], hit["rest"], body):
            hits[index] = hit
    hits = {at: hit for at, hit in hits.items() if not _is_under_section(rows, at, hits)}
    style, sure = section_style(rows)
    if sure:
        # Where others stand in another way, a longer one is the first line of a title.
        longest = _SHORT_NAME if style == "alone" else 0
        hits = {
            at: hit
            for at, hit in hits.items()
            if is_marked(hit["first"])
            or width(hit["first"]) <= longest
            or body.heads_pages(hit["first"])
        }
    if len(hits) < 2 and not _opens_alone(rows, hits):
        return rows
    hits |= _set_alike(rows, hits, body)
    # Where but some entries name their sections so, those of the others stand above them.
    paged = sum(holds_page(row.cells[0]) for row in rows)
    whole = len(hits) * 5 >= paged * 4
    out: list[Row] = []
    section = ""
    for index, row in enumerate(rows):
        hit = hits.get(index)
        if hit is None:
            out.append(row)
            section = section if whole else ""
            continue
        if hit["first"] != section:
            section = hit["first"]
            name = f"【{section}】" if whole else section
            out.append(Row([name], row.lines, gap=True, alone=True, section=not whole))
        out.append(Row([f"{hit['page'] or ''}{hit['rest']}"], row.lines, gap=False))
    return out


_SHORT_NAME = 4


def _set_alike(
    rows: Sequence[Row], hits: Mapping[int, re.Match[str]], body: BodyIndex
) -> dict[int, re.Match[str]]:
    """Entries that begin as those do whose sections the body proves: 片头　标题 …… 2.

    What parts the word from the title is the same, and the body has the title alone.
    """
    signs = {_parting(hit) for hit in hits.values()}
    if len(hits) < _FEWEST or len(signs) > 1 or " " in signs:
        return {}  # one blank parts the lines of a title as well
    found: dict[int, re.Match[str]] = {}
    for index, row in enumerate(rows):
        hit = None if row.table or index in hits else _FIRST_WORD.match(row.cells[0])
        if hit is None or not holds_page(row.cells[0]) or _parting(hit) not in signs:
            continue
        if _leads(hit["first"], hit["rest"], body):
            found[index] = hit
    return found


def _parting(hit: re.Match[str]) -> str:
    """The blank or stroke between the first word of a row and its title."""
    return hit.string[hit.end("first") : hit.start("rest")]


def _is_under_section(rows: Sequence[Row], at: int, hits: Mapping[int, re.Match[str]]) -> bool:
    """True for an entry below the name of a section on a line of its own, or after one like it.

    Its first word is the first line of its title.
    """
    while at - 1 in hits:
        at -= 1
    above = rows[at - 1] if at else None
    return (
        above is not None
        and above.alone
        and not above.table
        and not holds_page(above.cells[0])
        and width(above.cells[0]) <= _NAME
    )


def _opens_alone(rows: list[Row], hits: Mapping[int, re.Match[str]]) -> bool:
    """True for 卷首语　标题 …… 4 above all others, whose sections stand on lines of their own."""
    if not hits or not _OPENS.match(next(iter(hits.values()))["first"]):
        return False
    at = next(iter(hits))
    following = rows[at + 1] if at + 1 < len(rows) else None
    above = (other for other in rows[:at] if other.table or holds_page(other.cells[0]))
    return (
        following is not None
        and not following.table
        and not holds_page(following.cells[0])
        and next(above, None) is None
    )


def _names_section(first: str, rest: str, body: BodyIndex) -> bool:
    """True if the body prints a word over the title in the rest of a row, or with its folios."""
    if split_names(first) and "·" not in first:
        return False
    title = re.sub(r"\s*[（(]?\d{1,4}[）)]?\s*$", "", split_leader(rest)[0])
    if len(key(title)) <= len(key(first)) or split_names(title) or is_author_row(title):
        return False
    if body.exact[key(first)] and body.stands_above(first, title):
        return True
    return body.heads_pages(first) and bool(body.exact[key(title)])


_PART = re.compile(
    r"^(?P<page>(?:p\.?\s?)?\d{1,4}\s+)?(?P<part>(?:part|chapter|act)\.?\s*(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six))[\s.．：:|｜·]+(?P<rest>\S.*)$",
    re.IGNORECASE,
)


def _prints_part(part: str, rest: str, body: BodyIndex) -> bool:
    """True if the body has Part 1 alone, or with the title behind it."""
    if body.exact[key(part)]:
        return True
    return any(body.exact[key(part + title)] for title in titles_of(rest))


def part_of(text: str) -> tuple[str, str] | None:
    """Part 1｜标题 as its two parts, ``None`` if a line is nothing of the kind."""
    hit = _PART.match(text.strip()) if text[:1] in tuple("PpCcAa") else None
    return (hit["part"], hit["rest"]) if hit is not None else None


def without_parts(rows: list[Row], body: BodyIndex) -> list[Row]:
    """6 Part 1　标题, where the body prints Part 1 on a line of its own, over the title."""
    out: list[Row] = []
    for row in rows:
        hit = None if row.table else _PART.match(row.cells[0])
        if hit is not None and _prints_part(hit["part"], hit["rest"], body):
            text = f"{hit['page'] or ''}{hit['rest']}"
            out.append(Row([text], row.lines, row.gap, row.alone))
        else:
            out.append(row)
    return out


_LABELLED = re.compile(
    rf"^(?P<page>\d{{1,4}}\s+)?(?:[\[【〔（(]\s*(?P<name>[{HAN}·]{{2,8}})\s*[\]】〕）)]|(?P<word>[{HAN}]{{2,6}})\s*[：:])\s*(?P<rest>\S.*)$"
)
"""4 【特稿】标题, 特稿：标题."""


def with_labels(rows: list[Row], body: BodyIndex) -> list[Row]:
    """4 【特稿】标题　作者, entry after entry, where the body has the titles without such labels.

    Where no section has a line of its own, an entry without one is of the section above.
    """
    hits: dict[int, _Label] = {}
    for index, row in enumerate(rows):
        label = _label_of(row)
        if label is not None and any(body.exact[key(title)] for title in titles_of(label.rest)):
            hits[index] = label
    paged = [at for at, row in enumerate(rows) if row.table or holds_page(row.cells[0])]
    if len(hits) < _FEWEST:
        return rows
    if len(hits) * 5 < len(paged) * 4 and (paged[0] not in hits or _has_names_apart(rows)):
        return rows
    return _sections_apart(rows, hits)


class _Label(NamedTuple):
    """The name of a section with which a row begins, or one of its cells."""

    name: str
    rest: str
    """What is left of the row, or of the cell."""
    cell: int = 0


def _label_of(row: Row) -> _Label | None:
    """The label before the title of a row, ``None`` for none."""
    for cell, text in enumerate(row.cells):
        hit = _LABELLED.match(text)
        if hit is not None:
            rest = f"{hit['page'] or ''}{hit['rest']}"
            return _Label(hit["name"] or hit["word"], rest, cell)
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
    rf"^(?P<page>\d{{1,4}}\s+)?(?P<name>[{HAN}·]{{2,6}})(?:\s*[|｜]\s*|\s+(?:[·•/／]\s+)?)(?P<rest>\S.*)$"
)
"""特稿　标题, 特稿 · 标题."""


def with_leading_names(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """特稿　标题 作者 …… 4, where the body has the title alone, and nowhere the two together.

    An entry without such a word belongs to the section of the one above. Where the sections
    have lines of their own, such words are kickers, and noted as such in ``contents``.
    """
    hits: dict[int, _Label] = {}
    for index, row in enumerate(rows):
        hit = None if row.table else _LED.match(row.cells[0])
        if hit is not None and holds_page(row.cells[0]) and _leads(hit["name"], hit["rest"], body):
            hits[index] = _Label(hit["name"], f"{hit['page'] or ''}{hit['rest']}")
    paged = sum(not row.table and holds_page(row.cells[0]) for row in rows)
    if len({label.name for label in hits.values()}) < _FEWEST or len(hits) * 3 < paged:
        return rows
    if _has_names_apart(rows):
        return _without_kickers(rows, hits, contents) if len(hits) * 5 >= paged * 4 else rows
    close = (replace(row, gap=False) for row in rows)
    return _sections_apart(close, hits)


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
    short = [row.cells[0] for row in rows if not row.table and width(row.cells[0]) <= _NAME]
    return any(not holds_page(text) and not is_author_row(text) for text in short)


def _leads(name: str, rest: str, body: BodyIndex) -> bool:
    """True if a title of the body stands behind a word that is no part of it and no author."""
    titles = [title for title in titles_of(rest) if " " in title or not is_author_row(title)]
    if split_names(name) or any(body.is_signed(title, name) for title in titles):
        return False
    if any(body.exact[key(name + title)] or body.stands_above(name, title) for title in titles):
        return False
    return any(body.is_title(key(title)) for title in titles)


_FEWEST = 3
_NAME = 8
"""The most em of a section's name."""


def with_english(rows: list[Row]) -> list[Row]:
    """特稿 and FEATURE on two lines, above an entry: the name of one section."""
    out: list[Row] = []
    taken = False
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        after = rows[index + 2] if index + 2 < len(rows) else None
        if taken:
            taken = False
        elif following is not None and _says_again(row, following, after):
            taken = True
            parts = [row.cells[0], following.cells[0]]
            parts.sort(key=has_han, reverse=True)
            lines = [*row.lines, *following.lines]
            out.append(Row([" ".join(parts)], lines, row.gap, alone=row.gap and following.alone))
        else:
            out.append(row)
    return out


def _says_again(row: Row, following: Row, after: Row | None) -> bool:
    """True for a short Chinese row and one of capitals under or over it, with an entry below."""
    if row.table or following.table or after is None or following.gap:
        return False
    pair = (row.cells[0], following.cells[0])
    han = next((text for text in pair if has_han(text)), "")
    latin = next((text for text in pair if not has_han(text)), "")
    if not han or not latin or width(han) > _NAME or holds_page(han) or split_names(han):
        return False
    entry = after.table or holds_page(after.cells[0]) or PAGE_ONLY.match(after.cells[0])
    return bool(entry) and re.fullmatch("[A-Z][A-Z &’'/-]+", latin) is not None


def with_paged_sections(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """特稿 4, and its titles below without pages: the page is that of the first of them.

    The body has the titles, and of no paged row more than the name over a title; a row without
    titles below it is a section and its only article, which is noted in ``contents``.
    """
    paged = [index for index, row in enumerate(rows) if not row.table and holds_page(row.cells[0])]
    # Two lines of one title stand so as well, but not a section with two titles.
    several = any(
        _is_title(rows, index + 1, body) and _is_title(rows, index + 2, body) for index in paged
    )
    if len(paged) < _FEWEST_PAGED or not several or any(row.table for row in rows):
        return rows
    own = {index: _own_page(rows, index, body) for index in paged}
    made = {index: _with_page(rows, index, body) for index in paged if own[index] is None}
    proved = sum(found is not None and found.proved for found in made.values())
    if None in made.values() or proved * 3 < 2 * len(made):
        return rows
    if len(made) < max(_FEWEST_PAGED, len(paged) - len(made)):
        return rows  # most of them are entries of their own
    out: list[Row] = []
    for index, row in enumerate(rows):
        found, single = made.get(index), own.get(index)
        if found is not None:
            page = found.page
            out.append(Row([found.name], row.lines, gap=True, alone=True, section=True, page=page))
        elif single is not None:
            name, page = single
            out.append(Row([name], row.lines, gap=True, alone=True, section=True, page=page))
            out.append(Row([name], row.lines, gap=False))
            contents.columns.append((row.lines[0], name))
        else:
            out.append(row)
    return out


_FEWEST_PAGED = 2


def _is_title(rows: list[Row], index: int, body: BodyIndex) -> bool:
    """True for a row without a page whose title stands alone in the body, not under another."""
    if index >= len(rows) or holds_page(rows[index].cells[0]):
        return False
    text = rows[index].cells[0]
    found = any(body.exact[key(title)] for title in titles_of(text))
    return found and not body.stands_above(rows[index - 1].cells[0], text)


class _Paged(NamedTuple):
    """The name and the page of a section, and whether the body has the title below it."""

    name: str
    page: str
    proved: bool


def _own_page(rows: list[Row], index: int, body: BodyIndex) -> tuple[str, str] | None:
    """The name and page of a section that is its own article: nothing stands below it."""
    following = rows[index + 1] if index + 1 < len(rows) else None
    if not rows[index].gap or (following is not None and not holds_page(following.cells[0])):
        return None
    hit = PAGE_LAST.match(rows[index].cells[0]) or PAGE_FIRST.match(rows[index].cells[0])
    name = split_leader(hit["rest"])[0] if hit is not None else ""
    return (name, hit["page"]) if hit is not None and body.exact[key(name)] else None


def _with_page(rows: list[Row], index: int, body: BodyIndex) -> _Paged | None:
    """The name and the page of a section that has one, with a title of the body below."""
    text = rows[index].cells[0]
    following = rows[index + 1] if index + 1 < len(rows) else None
    hit = PAGE_LAST.match(text) or PAGE_FIRST.match(text)
    if hit is None or following is None or following.table or holds_page(following.cells[0]):
        return None
    name, author = split_leader(hit["rest"])
    if author:
        return None
    below = following.cells[0]
    if split_names(below) and body.is_signed(name, below):
        return None  # a title, and its author below it
    titles = titles_of(below)
    titled = any(body.exact[key(title)] for title in titles)
    # 安全角 begins like a surname, but signs nothing.
    signs = split_names(name) and (
        not titled or any(body.is_signed(title, name) for title in titles)
    )
    if width(name) > _NAME or signs or not has_han(name):
        return None
    # What the body has otherwise stands below its name as the others do.
    alike = rows[index].gap and not following.gap
    return _Paged(name, hit["page"], titled) if titled or alike else None


_JOINT = re.compile(
    rf"^[{HAN}·]{{2,8}}(?:(?:[ \t]+|\u3000+|\s*[|｜/／]\s*)[{HAN}·]{{2,8}}){{1,2}}$"
)
_BLANKS = re.compile(r"[\s|｜/／]+")


def with_joint_sections(rows: list[Row], body: BodyIndex) -> list[Row]:
    """以案说法　业务问答 over two entries: two sections whose names OCR has put on one line.

    The body prints the second over its own title, or beside its folio.
    """
    out: list[Row] = []
    later: dict[int, str] = {}
    for index, row in enumerate(rows):
        if index in later:
            out.append(Row([later[index]], row.lines, gap=True, alone=True, section=True))
        text = "" if row.table else row.cells[0]
        names = _BLANKS.split(text) if _JOINT.match(text) else []
        begins = _begins(names, rows[index + 1 :], body) if len(names) > 1 else []
        if not begins:
            out.append(row)
            continue
        out.append(Row([names[0]], row.lines, gap=True, alone=True, section=True))
        later |= {index + 1 + at: name for at, name in zip(begins, names[1:], strict=True)}
    return out


def _begins(names: Sequence[str], below: Sequence[Row], body: BodyIndex) -> list[int]:
    """Before which of the entries below each of the names but the first stands; [] for none."""
    end = 0
    while end < len(below) and (below[end].table or holds_page(below[end].cells[0])):
        end += 1
    entries = [" ".join(row.cells).replace("\n", " ") for row in below[:end]]
    begins: list[int] = []
    # 史鉴 may be a name, but not beside what the body prints alone, as it does the name of a section.
    both = split_names(names[0]) is None and body.exact[key(names[0])] > 0
    for name in names[1:]:
        first = begins[-1] + 1 if begins else 1
        found = next((at for at in range(first, end) if _heads(name, entries[at], body)), 0)
        if not found or (split_names(name) and not both):
            return []
        begins.append(found)
    return begins


def _heads(name: str, entry: str, body: BodyIndex) -> bool:
    """True if the body prints a name over the title of an entry, or beside the folio of its page."""
    hit = PAGE_FIRST.match(entry) or PAGE_LAST.match(entry)
    if hit is not None and int(page_number(hit["page"])) in body.folios(name):
        return True
    return any(body.stands_above(name, title) for title in titles_of(entry))
