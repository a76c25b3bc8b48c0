"""Entries that run on in one line, each brought to a line of its own."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from math import inf

from converter import patterns as re
from converter.hanzi import HAN, has_han, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import split_leader
from converter.segment.regions.entries import pages_within
from converter.source import Line


def with_entries_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """4 标题 作者 6 标题 作者, and 标题 作者 4 标题 作者 6: a line for each of them.

    What stands before the first page, where the pages stand first, is the section's name.
    """
    lines = _with_names_apart(lines)
    named = [_NAMED.match(line.text) for line in lines]
    out: list[Line] = []
    for line, name in zip(lines, named, strict=True):
        if name is not None and len(named) - named.count(None) >= _FEWEST:
            out.append(Line(line.number, _framed(name["name"])))
            line = Line(line.number, name["rest"])  # noqa: PLW2901
        parts = _parts(line.text) if "|" not in line.text else []
        lead = line.text[: len(line.text) - len(line.text.lstrip())]
        out += [Line(line.number, _framed(part, lead)) for part in parts] or [line]
    return out


_FEWEST = 2
_SIGNS = "■◆●▲★▶►◎□◇○▼※"
_MARKED_NAME = re.compile(rf"^\s*(?:[{_SIGNS}]\s*[{HAN}·]{{2,8}}|【[^】]{{2,8}}】)(?:\s+\S.*)?$")
"""◆ 特稿 or 【特稿】 at the head of a line."""
_NAMED = re.compile(
    rf"^\s*(?P<name>[【〖][^】〗\d]{{2,10}}[】〗]|[{HAN}·\s]{{2,12}}[：:])\s*(?P<rest>[（(\[Pp]?\.?\d{{1,3}}[）)\]]?[\s/／].*)$"
)
"""特稿：4 标题 作者."""


_FRAMED_ALONE = re.compile(r"^\s*(?:\|\s*)?【[^【】\d]{2,10}】[\s|]*$")
_FRAMED_WITHIN = re.compile(
    r"(?P<before>\d{1,3})?\s+(?P<name>【[^【】\d]{2,10}】)\s*(?P<after>(?:[Pp]\.?\s?)?\d{1,3}(?=[\s.、]))?(?=.*\S)"
)
"""4 标题 …… 作者 【特稿】 6 标题, 标题 …… 作者 4 【特稿】 标题: a section behind an entry."""


def _with_names_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, each framed section that stands behind the entry of another on its own.

    As in most contents of the kind: 【特稿】 has a line to itself in the others.
    """
    if sum(_FRAMED_ALONE.match(line.text) is not None for line in lines) < _FEWEST:
        return lines
    out: list[Line] = []
    for line in lines:
        begin = 0
        for hit in _FRAMED_WITHIN.finditer(line.text) if "【" in line.text else ():
            if "|" in line.text or not (hit["before"] or hit["after"]):
                continue
            at, end = hit.span("name")
            if has_han(line.text[begin:at]):
                own = (line.text[begin:at].rstrip(), line.text[at:end])
                out += [Line(line.number, text) for text in own]
                begin = end
        out.append(Line(line.number, line.text[begin:].lstrip()) if begin else line)
    return out


def _framed(part: str, lead: str = "") -> str:
    """特稿： as 【特稿】; any other part as far from the edge as the first one."""
    return f"【{part[:-1].strip()}】" if part[-1] in "：:" else lead + part


def _parts(text: str) -> list[str]:
    """The entries of a line with several; [] for any other."""
    found = pages_within(text)
    if not found:
        return []
    last = not has_han(text[found[-1].end() :])
    begins = [_begin(text, hit.start()) for hit in found]
    ends = [_end(text, hit.end()) for hit in found]
    cuts = [0, *(ends[:-1] if last else begins), len(text)]
    parts = (text[one:other].strip(_BETWEEN) for one, other in itertools.pairwise(cuts))
    return [part for part in parts if part]


_BETWEEN = " \t\u3000；;，,"
_OPEN, _CLOSE = "（([Pp.", "）)]"


def _begin(text: str, at: int) -> int:
    """Where a page begins with the marks before it: （4）, P.4."""
    while at and text[at - 1] in _OPEN and (text[at - 1] != "." or text[at - 2 : at - 1] in "Pp"):
        at -= 1
    return at


def _end(text: str, at: int) -> int:
    while at < len(text) and text[at] in _CLOSE:
        at += 1
    return at


_NAME_AND_ENGLISH = re.compile(
    rf"^\s*(?P<page>\d{{1,3}})?\s*(?P<name>[{HAN}]{{2,8}}[ \u3000]{{2,}}[A-Z][A-Z &'’]+)$"
)


def with_pages_of_names_below(lines: Sequence[Line]) -> Sequence[Line]:
    """2要闻　　NEWS over its pieces, where others are 访谈　　TALKS: the page is that of the first piece."""
    hits = [_NAME_AND_ENGLISH.match(line.text) for line in lines]
    plain = sum(hit is not None and not hit["page"] for hit in hits)
    if plain < _FEWEST or not any(hit is not None and hit["page"] for hit in hits):
        return lines
    out: list[Line] = []
    page = ""
    for line, hit in zip(lines, hits, strict=True):
        text = line.text if hit is None else hit["name"]
        if page and text.strip():
            bare = text.lstrip()
            lead = text[: len(text) - len(bare)]
            text, page = (text if bare[0].isdecimal() else f"{lead}{page}\u3000{bare}"), ""
        page = hit["page"] or "" if hit is not None else page
        out.append(Line(line.number, text))
    return out


_LETTERED = re.compile(r"^\s*[Pp]\s?\d{1,3}(?!\d)")
_LETTERED_WITHIN = re.compile(rf"(?<=\S)[ \t\u3000]+(?=[Pp]\d{{1,3}}[ \t\u3000]+[{HAN}“《「『])")
_TORN = re.compile(r"^(?P<lead>\s*[Pp]\s?)(?P<one>\d)[ \u3000](?P<two>\d)(?=[ \u3000]+\D)")


def with_lettered_pages_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """……某某 P20 标题 on two lines, and P2 4 标题 below P22 as P24, where P begins most entries.

    What stands on one line in the order of its pages, and before those below, is no two columns.
    """
    if sum(_LETTERED.match(line.text) is not None for line in lines) < _SEVERAL:
        return lines
    following = _pages_below(lines)
    out: list[Line] = []
    last = 0
    for line, below in zip(lines, following, strict=True):
        parts = _LETTERED_WITHIN.split(line.text) if "|" not in line.text else [line.text]
        pages = [last, *filter(None, map(_lettered_page, parts)), below]
        if pages != sorted(pages):
            parts = [line.text]
        for part in parts:
            torn = _TORN.match(part)
            text = part
            if torn is not None and int(torn["one"]) < last <= int(torn["one"] + torn["two"]):
                text = f"{torn['lead']}{torn['one']}{torn['two']}{part[torn.end() :]}"
            last = _lettered_page(text) or last
            out.append(line._replace(text=text))
    return out


def _lettered_page(text: str) -> int:
    """The page with a letter that begins a text, 0 without one."""
    page = _LETTERED.match(text)
    return int("".join(filter(str.isdecimal, page[0]))) if page is not None else 0


def _pages_below(lines: Sequence[Line]) -> list[float]:
    """The first page with a letter below each line, without bound below the last."""
    pages: list[float] = []
    page = inf
    for line in reversed(lines):
        pages.append(page)
        torn = _TORN.match(line.text) is not None
        page = page if torn else _lettered_page(line.text) or page
    return pages[::-1]


_COUNTS = re.compile(rf"第(?P<n>[ \u3000]*\d{{1,4}}[ \u3000]*)(?=[期届屆次批轮輪号號][{HAN}])")


def with_counts_closed(lines: Sequence[Line]) -> Sequence[Line]:
    """某校第 37 期进修班 as 某校第37期进修班: what counts a class is no page between two blanks."""
    return [
        line._replace(text=_COUNTS.sub(lambda hit: f"第{hit['n'].strip()}", line.text))
        if "第 " in line.text
        else line
        for line in lines
    ]


_CARRIED = re.compile(
    rf"^\s*(?P<who>[{HAN}]{{2,4}}(?:[ \u3000、，][{HAN}]{{1,4}})*)[ \u3000]+(?P<page>\d{{1,3}})[ \u3000]+(?=[{HAN}“‘《「『])"
)
_PAGED_FIRST = re.compile(rf"(?:^|\s)(?P<page>\d{{1,3}})[ \u3000]+(?=[{HAN}“‘《「『])")


def with_names_carried_back(lines: Sequence[Line]) -> Sequence[Line]:
    """8 标题 作者 12 标题 | 某某 15 标题: the author of the entry above, where entries run on over lines.

    Pages stand first, so that no section has a name and a page behind it.
    """
    out: list[Line] = []
    for line in lines:
        above = out[-1].text if out else ""
        hit = _CARRIED.match(line.text) if above.strip() and "|" not in line.text else None
        pages = list(_PAGED_FIRST.finditer(above)) if hit is not None else []
        first = bool(pages) and not above[: pages[0].start("page")].strip()
        if hit is None or not first or int(pages[-1]["page"]) >= int(hit["page"]):
            out.append(line)
            continue
        if split_names(hit["who"]) is None or _ends_with_name(above):
            out.append(line)
            continue
        out[-1] = out[-1]._replace(text=f"{above.rstrip()} {hit['who']}")
        out.append(Line(line.number, line.text[hit.start("page") :]))
    return out


def _ends_with_name(text: str) -> bool:
    """True for an entry that tells its author: the last words are a name."""
    words = text.split()
    return any(split_names(" ".join(words[-count:])) is not None for count in (1, 2))


_PIECES = re.compile(r"\s+[/／]\s+")
_PAGE_BEFORE = re.compile(r"^(?P<lead>\s*(?:[Pp]\.?\s?)?\d{1,3}\s+)(?P<rest>\S.*)$")
_SEVERAL = 3
"""So many short pieces on one line."""


def with_pieces_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """11 化学系 / 土木系 / 外文系: several pieces on one line with one page, each of which the body prints.

    Behind a stroke stands who wrote a piece as well, but that heads no text. The title of one
    piece may be lost or misread in the body. What leads to 读者来稿 behind the last one leads to
    no author, but to those who sign below their pieces.
    """
    out: list[Line] = []
    for line in lines:
        if "/" not in line.text and "／" not in line.text:
            out.append(line)
            continue
        hit = _PAGE_BEFORE.match(line.text)
        bare = line.text.lstrip()
        lead = hit["lead"] if hit is not None else line.text[: len(line.text) - len(bare)]
        rest = hit["rest"] if hit is not None else bare
        title, after = split_leader(rest.rstrip()) if hit is not None else (rest.rstrip(), "")
        pieces = _PIECES.split(title if after else rest.rstrip())
        if len(pieces) < _SEVERAL or not _heads_several(pieces, body):
            out.append(line)
            continue
        behind = rest.rstrip()[len(title) :] if after and split_names(after) else ""
        out += [Line(line.number, lead + piece + behind) for piece in pieces]
    return out


def _heads_several(pieces: Sequence[str], body: BodyIndex) -> bool:
    """True if the body has all pieces but one, none of which stands right below another there."""
    known = [piece for piece in pieces if body.exact[key(piece)]]
    if len(known) == len(pieces):
        return True
    if len(pieces) - len(known) > 1 or not all(len(key(piece)) >= _TITLE for piece in pieces):
        return False  # a page or a name is among them
    return not any(body.stands_above(*two) for two in itertools.pairwise(pieces))


_TITLE = 4
"""Characters of the shortest title beside one that the body lacks."""
_PAGED = re.compile(rf"[{HAN}…．.·\s/（(](?:[Pp]\.?)?\d{{1,3}}[）)]?$")
_MARK_BEHIND = re.compile(
    rf"^(?P<entry>.*[{HAN}].*?)[ \t\u3000]+(?P<name>(?P<mark>[{_SIGNS}])\s*[{HAN}·]{{2,8}}(?:[ \t\u3000]+\S.*)?|(?P<frame>【)[^】]{{2,8}}】)$"
)
_PAGE_WITHIN = re.compile(
    rf"^(?P<entry>.*[{HAN}].*(?:[{HAN}…．.·\s/（(]|[Pp]\.?)\d{{1,3}}[）)]?)[ \t\u3000]+(?P<name>[{HAN}“《][^|]{{1,40}})$"
)


def with_names_behind_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """标题 …… 作者 4 街坊: the name of the next section, or a title, on the line of the entry above.

    Pages end most entries, and the body has the words on a line of their own; or other names
    stand alone behind the same mark.
    """
    paged = sum(_PAGED.search(line.text) is not None for line in lines) >= _PAGED_LAST
    alone = Counter(line.text.strip()[:1] for line in lines if _MARKED_NAME.match(line.text))
    out: list[Line] = []
    for line in lines:
        text = line.text.rstrip()
        if len(text) > _LONGEST_LINE:
            out.append(line)
            continue
        hit = _MARK_BEHIND.match(text) if text and alone else None
        if hit is None or alone[hit["mark"] or hit["frame"]] < _FEWEST:
            hit = _PAGE_WITHIN.match(text) if paged else None
            hit = hit if hit is not None and body.exact[key(hit["name"])] else None
        if hit is None:
            out.append(line)
        else:
            out += [Line(line.number, hit["entry"]), Line(line.number, hit["name"])]
    return out


_LONGEST_LINE = 200
"""Characters of the longest line with an entry and what stands behind it."""
_PAGED_LAST = 3
"""So many entries end with their pages where all do."""
