"""Sections that stand in the rows of their entries, or have more in theirs than a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, squeeze, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.labels import FEWEST, is_signer, leads
from converter.parse.contents.marks import (
    PAGE_FIRST,
    PAGE_ONLY,
    continues,
    split_leader,
)
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import (
    SECTION_NAME,
    holds_page,
    is_marked,
    section_style,
    titles_of,
)
from converter.values import replace

_FIRST_WORD = re.compile(
    rf"^(?P<page>\d{{1,4}}\s+)?(?P<first>[^\s…]{{2,8}}|[{HAN}](?=[\s|｜]))(?:\s*[|｜]\s*|\s+(?:[·•/／]\s+)?)(?P<rest>\S.*)$"
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
    hits = _own_names(rows, body)
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


def _own_names(rows: Sequence[Row], body: BodyIndex) -> dict[int, re.Match[str]]:
    """The rows that begin with a name which the body prints over the title in their rest."""
    hits: dict[int, re.Match[str]] = {}
    for index, row in enumerate(rows):
        hit = None if row.table else _FIRST_WORD.match(row.cells[0])
        if hit is not None and hit["page"] and not _OPENS.match(hit["first"]):
            hit = None  # 12 标题的前半　后半: two lines of a title
        if hit is not None and _names_section(hit["first"], hit["rest"], body):
            hits[index] = hit
    headed = _headed_rows(rows) if hits else frozenset()
    hits = {
        at: hit
        for at, hit in hits.items()
        if at not in headed and not _is_under_section(rows, at, hits)
    }
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
    return hits


_SHORT_NAME = 4
"""Characters of a first word that is rather the name of a section than a line of a title."""


def _set_alike(
    rows: Sequence[Row], hits: Mapping[int, re.Match[str]], body: BodyIndex
) -> dict[int, re.Match[str]]:
    """Entries that begin as those do whose sections the body proves: 片头　标题 …… 2.

    What parts the word from the title is the same, and the body has the title alone.
    """
    signs = {_parting(hit) for hit in hits.values()}
    if len(hits) < FEWEST or len(signs) > 1 or " " in signs:
        return {}  # one blank parts the lines of a title as well
    found: dict[int, re.Match[str]] = {}
    for index, row in enumerate(rows):
        hit = None if row.table or index in hits else _FIRST_WORD.match(row.cells[0])
        if hit is None or not holds_page(row.cells[0]) or _parting(hit) not in signs:
            continue
        if leads(hit["first"], hit["rest"], body):
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
        and width(above.cells[0]) <= SECTION_NAME
    )


def _headed_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The rows in blocks that begin with the name of a section, where several blocks do.

    The first word of an entry there is the first line of its title.
    """
    found: list[int] = []
    heads = 0
    inside = False
    for at, row in enumerate(rows):
        if row.gap:
            below = rows[at + 1] if at + 1 < len(rows) else None
            inside = below is not None and not below.gap and _may_head(row)
            heads += inside
        elif inside:
            found.append(at)
    return frozenset(found if heads >= _HEADED else ())


_HEADED = 3
"""So many blocks with a name above are no chance."""


def _may_head(row: Row) -> bool:
    """True for a few words without a page that name nobody."""
    text = row.cells[0]
    short = not row.table and has_han(text) and width(squeeze(text)) <= SECTION_NAME
    return short and not holds_page(text) and split_names(text) is None and not continues(text)


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
    if split_names(first) and "·" not in first and not _signed_behind(first, rest, body):
        return False
    if len(first) == 1:  # 詩　渡 某某 34: over its title in the body, which is no second half of it
        titles = {key(title) for title in titles_of(rest) if not is_signer(title)}
        return bool(body.below(first) & titles)
    title = re.sub(r"\s*[（(]?\d{1,4}[）)]?\s*$", "", split_leader(rest)[0])
    if len(key(title)) <= len(key(first)) or is_signer(title):
        return False
    if body.exact[key(first)] and body.stands_above(first, title):
        # Right above it, where blank lines part blocks, a longer one is a line of the title.
        return len(first) <= _SHORT_NAME or not body.goes_on(first, title)
    return body.heads_pages(first) and bool(body.exact[key(title)])


def _signed_behind(first: str, rest: str, body: BodyIndex) -> bool:
    """True for 查经　标题　某某 2: no name, but over the title in the body, which 某某 signs there."""
    for title in titles_of(rest):
        tail = re.sub(r"[\s.．…·]*[（(]?\d{1,4}[）)]?\s*$", "", rest.removeprefix(title)).strip()
        if rest.startswith(title) and split_names(tail) and body.is_signed(title, tail):
            return body.stands_above(first, title)
    return False


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


_BILINGUAL = re.compile(
    rf"^[{HAN}·]{{2,8}}\s*(?:[|｜/／·•]\s*)?(?:(?<=[\s|｜/／·•])|(?=[A-Z]{{3}}))[A-Z][A-Z &’'/-]+$"
)
_BOTH = 2
"""So many names in two languages on lines of their own are the way of the magazine."""


def with_bilingual_names(rows: list[Row]) -> list[Row]:
    """人物 PEOPLE right above its entry told as a section, as others stand on lines of their own.

    OCR keeps the blank line below such a name or loses it; no line of a title has the form.
    """
    named = [at for at, row in enumerate(rows) if not row.table and _BILINGUAL.match(row.cells[0])]
    if sum(rows[at].alone for at in named) < _BOTH:
        return rows
    out = list(rows)
    for at in named:
        if rows[at].gap and at + 1 < len(rows):
            out[at] = replace(rows[at], section=True)
    return out


_CAPITALS = re.compile("(?=.{4})[A-Z][A-Z &’'/-]+")
_MATES = 3
"""So many names in capitals beside short Chinese ones are the way of the magazine."""


def with_mates(rows: list[Row]) -> list[Row]:
    """The rows with 特稿 FEATURE for 特稿 and FEATURE on two lines, where all sections have English.

    So are several names with their English behind them, on lines of their own. Nothing else of the
    contents is in capitals, and a section's name is short; whether the
    English stands over or under it is the same for all. Titles need no page to tell it.
    """
    beside = [at for at, row in enumerate(rows) if _BILINGUAL.match(row.cells[0])]
    if len({rows[at].cells[0] for at in beside if not rows[at].table}) >= _MATES:
        told = set(beside)
        return [
            replace(row, gap=True, section=True) if at in told and not row.table else row
            for at, row in enumerate(rows)
        ]
    capitals = [at for at, row in enumerate(rows) if not row.table and _is_capitals(row)]
    if len({rows[at].cells[0] for at in capitals}) < _MATES:
        return rows
    sides = [
        {at: at + step for at in capitals if _is_mate(rows, at + step, step)} for step in (1, -1)
    ]
    sides = [one for one in sides if len(one) >= _MATES and len(one) * 4 >= len(capitals) * 3]
    if not sides:
        return rows
    mates = max(sides, key=lambda one: _likely(rows, one))
    taken = set(mates.values())
    out: list[Row] = []
    for at, row in enumerate(rows):
        if at in mates:
            name = rows[mates[at]]
            lines = sorted([*row.lines, *name.lines])
            out.append(Row([f"{name.cells[0]} {row.cells[0]}"], lines, gap=True, section=True))
        elif at not in taken:
            out.append(row)
    return out


def _likely(rows: Sequence[Row], mates: Mapping[int, int]) -> tuple[int, float]:
    """How likely names belong to the English beside them: a blank line is above the two, they are short."""
    above = sum(rows[min(pair)].gap for pair in mates.items())
    return above, -sum(width(rows[name].cells[0]) for name in mates.values()) / len(mates)


def _is_capitals(row: Row) -> bool:
    return _CAPITALS.fullmatch(row.cells[0]) is not None


def _is_mate(rows: Sequence[Row], at: int, step: int) -> bool:
    """True for a short Chinese row beside its English, with an entry below the two."""
    below = max(at, at - step) + 1
    if not 0 <= at < len(rows) or below >= len(rows) or rows[at].table:
        return False
    if step > 0 and rows[at].gap:
        return False
    text = rows[at].cells[0]
    return has_han(text) and width(squeeze(text)) <= SECTION_NAME and not holds_page(text)


_IN_BOTH = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,8}})[\s|｜/／·]+(?P<english>[A-Z]{{3}}[A-Z]*(?:[ &’'-]+[A-Z]+)*)[\s|｜/／：:·]+(?P<rest>.*[{HAN}].*)$"
)


def with_bilingual_lead(rows: list[Row], body: BodyIndex) -> list[Row]:
    """文讯 NEWS 标题 30 as the name of a section and its first entry, where several begin so.

    One does where the body has the title.
    """
    hits: dict[int, tuple[re.Match[str], str]] = {}
    for at, row in enumerate(rows):
        if row.table or not row.cells[0].split()[1:]:
            continue
        paged = PAGE_FIRST.match(row.cells[0])
        text = paged["rest"] if paged else row.cells[0]
        page = row.cells[0].removesuffix(text)
        hit = _IN_BOTH.match(text)
        if hit is not None and not _is_one_title(text, hit, body):
            hits[at] = hit, page
    known = any(any(map(body.knows, titles_of(hit["rest"]))) for hit, _ in hits.values())
    if len({hit["english"] for hit, _ in hits.values()}) < (1 if known else _BOTH):
        return rows
    return _led_apart(
        rows,
        {
            at: (f"{hit['name']} {hit['english']}", page, hit["rest"])
            for at, (hit, page) in hits.items()
        },
    )


def _is_one_title(text: str, hit: re.Match[str], body: BodyIndex) -> bool:
    """True for 内核里的 TLS 卸载, which the body has as a title, and 日历 ANNA LIND 与 JON BERG."""
    if split_names(text[hit.end("name") :].strip()):
        return True
    lead = key(hit["name"] + hit["english"])
    return any(
        title.startswith(lead) and body.is_title(title) for title in map(key, titles_of(text))
    )


_BARRED = re.compile(rf"^(?P<name>[{HAN}·]{{2,8}})\s*[｜丨]\s*(?P<rest>\S.*)$")


def with_barred_lead(rows: list[Row], body: BodyIndex) -> list[Row]:
    """人物｜标题 as the name of a section and its first entry, where several begin so.

    The body has some of the titles; others are misread, or go on below. Names of people before
    their bars are of authors.
    """
    hits: dict[int, tuple[str, re.Match[str]]] = {}
    for at, row in enumerate(rows):
        if row.table or ("｜" not in row.cells[0] and "丨" not in row.cells[0]):
            continue
        paged = PAGE_FIRST.match(row.cells[0])
        text = paged["rest"] if paged else row.cells[0]
        if (hit := _BARRED.match(text)) is not None and not body.is_title(key(text)):
            hits[at] = row.cells[0].removesuffix(text), hit
    names = {hit["name"] for _, hit in hits.values()}
    people = sum(split_names(name) is not None for name in names)
    known = sum(any(map(body.knows, titles_of(hit["rest"]))) for _, hit in hits.values())
    if len(names) < _MATES or people * 3 > len(names) or known < _BOTH or known * 3 < len(hits):
        return rows
    return _led_apart(
        rows, {at: (hit["name"], page, hit["rest"]) for at, (page, hit) in hits.items()}
    )


def _led_apart(rows: Sequence[Row], hits: Mapping[int, tuple[str, str, str]]) -> list[Row]:
    """The rows, of which some begin with the name of a section: that, and the page and the rest."""
    out: list[Row] = []
    last = ""
    for at, row in enumerate(rows):
        if at not in hits:
            out.append(row)
            continue
        name, page, rest = hits[at]
        if name != last:
            out.append(Row([name], row.lines, gap=True, section=True))
        last = name
        out.append(Row([f"{page}{rest}"], row.lines, gap=False))
    return out


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
    if not han or not latin or width(han) > SECTION_NAME or holds_page(han) or split_names(han):
        return False
    entry = after.table or holds_page(after.cells[0]) or PAGE_ONLY.match(after.cells[0])
    return bool(entry) and re.fullmatch("[A-Z][A-Z &’'/-]+", latin) is not None
