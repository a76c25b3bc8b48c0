"""Titles, which the contents and the articles print: each puts the other right."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import dice, is_han, key, squeeze, width
from converter.memo import per_issue
from converter.model import Article, Change, Text
from converter.parse.context import Context, piece_of
from converter.parse.headings import ORNAMENT
from converter.parse.inline import Piece
from converter.parse.kinds import labelled
from converter.parse.openings import Opening
from converter.parse.readings import places
from converter.segment import Unit


def title_of(opening: Opening, units: list[Unit], context: Context) -> tuple[Text, ...]:
    """The title in the author's own lines: as the contents break it, if the words agree."""
    units = _unadorned(opening, units, context)
    lines = _parted_at_blanks(opening, units) or [
        [piece_of(units[at]) for at in line] for line in _whole_lines(opening, units)
    ]
    body = [context.ledger.text(pieces, blanks=len(pieces) == 1) for pieces in lines]
    if opening.entry < 0 and opening.framed:
        name = _FRAMED.match(body[0].value)
        if name is not None:
            context.ledger.drop_rest(
                units[opening.title[0]].first, body[0].value, name["name"], "label-mark"
            )
            return (Text(name["name"]),)
    if opening.barred and (parted := kicked_title(opening, units)) is not None:
        line = units[opening.title[0]].first
        context.ledger.drop_rest(line, body[0].value, "".join(parted), "label-mark")
        return (Text(parted[1]),)
    if len(body) > 1 or opening.entry < 0:
        return tuple(body)
    listed_as = "".join(opening.reading[0])
    framed = _FRAMED.match(body[0].value) if not _FRAMED.match(listed_as) else None
    if framed is not None and (
        key(framed["name"]) == key(listed_as) or _is_column(framed["name"], listed_as)
    ):
        line = units[opening.title[0]].first
        context.ledger.drop_rest(line, body[0].value, framed["name"], "label-mark")
        return (Text(framed["name"]),)
    kicked = kicked_title(opening, units) if not body[0].marks else None
    if kicked is not None:
        line = units[opening.title[0]].first
        context.ledger.drop_rest(line, body[0].value, "".join(kicked), "label-mark")
        return (Text(kicked[1]),)
    listed = [line for line in opening.reading[0] if not line.startswith(("——", "—", "--"))]
    if body[0].marks:
        return tuple(body)
    if len(listed) == 1 and (halves := _set_on_two(units[opening.title[0]], listed[0])):
        return tuple(
            context.ledger.text([piece_of(units[opening.title[0]], one)]) for one in halves
        )
    if len(listed) < 2:
        return tuple(body)
    broken = _break_like(body[0].value, listed)
    return tuple(Text(line) for line in broken) if broken else tuple(body)


def _unadorned(opening: Opening, units: list[Unit], context: Context) -> list[Unit]:
    """The units, of which the first of a title has lost the ornament before it, as headings lose it.

    The contents may print it as well; 【 and the marks of works are none.
    """
    first = opening.title[0]
    ornament = ORNAMENT.match(units[first].text)
    if ornament is None:
        return units
    context.ledger.drop(units[first].first, ornament[0], "list-mark")
    bare = units[first].text[ornament.end() :]
    return [*units[:first], units[first]._replace(text=bare), *units[first + 1 :]]


def _whole_lines(opening: Opening, units: Sequence[Unit]) -> list[list[int]]:
    """The units of each line of a title, of which two are one that a narrow column has broken.

    以实干论英雄 / 建设高素质的 / 干部队伍 is 以实干论英雄 建设高素质的干部队伍 in the contents: they have a
    blank where a line ends, but not where that one does.
    """
    lines = [[at] for at in opening.title]
    if opening.entry < 0 or len(lines) == 1:
        return lines
    listed = [line for line in opening.reading[0] if not line.startswith(("——", "—", "--"))]
    names = [key(units[at].text) for at in opening.title]
    if key("".join(listed)) != "".join(names):
        return lines
    blanks = set(itertools.accumulate(len(key(word)) for word in " ".join(listed).split()))
    ends = list(itertools.accumulate(map(len, names)))[:-1]
    if not blanks.intersection(ends):
        return lines
    whole = [[opening.title[0]]]
    for end, at in zip(ends, opening.title[1:], strict=True):
        if end in blanks:
            whole.append([at])
        else:
            whole[-1].append(at)
    return whole


def _parted_at_blanks(opening: Opening, units: Sequence[Unit]) -> list[list[Piece]]:
    """The lines of a title on several of which a blank within one parts it, as in the contents.

    四十里水路　顺风走了 / 整整一天 is 四十里水路 顺风走了整整一天 there: a line that ends where it is full
    leaves few words to the last. Nothing where the blanks of the contents stand elsewhere.
    """
    if opening.entry < 0 or len(opening.title) < _LINES:
        return []
    *above, rest = (width(units[at].text) for at in opening.title)
    if rest * _LINES > max(above):
        return []
    listed = " ".join(line for line in opening.reading[0] if not line.startswith(("—", "--")))
    words = [(units[at], word) for at in opening.title for word in units[at].text.split()]
    ends = list(itertools.accumulate(len(key(word)) for _, word in words))
    blanks = set(itertools.accumulate(len(key(word)) for word in listed.split()))
    sizes = itertools.accumulate(len(key(units[at].text)) for at in opening.title)
    last = ends[-1]
    if key(listed) != "".join(key(word) for _, word in words) or len(blanks) < _LINES:
        return []
    if not blanks <= set(ends) or blanks.intersection(sizes) != {last}:
        return []
    lines: list[list[Piece]] = [[]]
    for (unit, word), end in zip(words, ends, strict=True):
        lines[-1].append(piece_of(unit, word))
        if end in blanks and end < last:
            lines.append([])
    return lines


def _set_on_two(unit: Unit, listed: str) -> list[str]:
    """The halves of 汤里的油花 为什么总是圆的, of which the contents know nothing: two lines in print.

    OCR has read both as one, and the blank is all that is left of where the first ended.
    """
    words = unit.text.split()
    if len(words) != _LINES or " " in listed.strip() or key("".join(words)) != key(listed):
        return []
    if width(unit.text) < _TWO_LINES:
        return []  # short ones have blanks for their commas
    whole = all(len(key(word)) >= _HALF for word in words)
    return (
        words if whole and all(is_han(word[0]) and is_han(words[0][-1]) for word in words) else []
    )


_HALF, _TWO_LINES = 3, 11
"""Characters of the shorter line of such a title, and the fewest em of the whole."""
_LINES = 2
"""Lines of such a title, and by how much longer than its last one another is."""
_KICKED = re.compile(r"^[【\[]?(?P<name>[^\s【\[】\]|｜丨]{2,8})\s*[|｜丨】\]]\s*(?P<title>\S.*)$")
"""寄语 | 把话筒递下去, 【寄语】把话筒递下去: the name of a section or a column, and the title."""


def kicked_title(opening: Opening, units: Sequence[Unit]) -> tuple[str, str] | None:
    """The name of a column before the title on its line, and the title; ``None`` without one.

    The contents have the title alone, or the same behind a mark of their own.
    """
    if (opening.entry < 0 and not opening.barred) or len(opening.title) > 1:
        return None
    hit = _KICKED.match(units[opening.title[0]].text.strip())
    if hit is None:
        return None
    if opening.barred:
        return hit["name"], _once(hit["name"], hit["title"])
    listed = "".join(opening.reading[0])
    other = _KICKED.match(listed.strip())
    same = other is not None and key(other["title"]) == key(hit["title"])
    return (hit["name"], hit["title"]) if same or key(hit["title"]) == key(listed) else None


def _once(name: str, title: str) -> str:
    """A title that an engine has read twice on its line, once: 一条船 声音 | 一条船."""
    half, bar, again = title.rpartition(name)
    rest = again.lstrip(" |｜丨")
    doubled = bool(bar) and len(again) > len(rest) and key(half) == key(rest)
    return half.strip() if doubled else title


def _is_column(name: str, listed: str) -> bool:
    """True for a column of which the contents name but the first piece."""
    return width(name) <= _COLUMN and not key(listed).startswith(key(name))


_COLUMN = 8
"""The most em of the name of a column."""
_FRAMED = re.compile(
    r"^[【〔\[〖·•●■◆★☆※｜丨|▎]\s*(?P<name>[^】〕\]〗｜丨|]+?)\s*[】〕\]〗·•●■◆★☆※｜丨|▎]$"
)
"""【声音】, ｜声音｜: the name of a section, which is the title of its only article, too."""
_STAR = re.compile(r"\s*(?P<star>[*＊※†‡]{1,2})$")


def without_star(
    title: tuple[Text, ...], line: int, body: Sequence[Unit], context: Context
) -> tuple[Text, ...]:
    """The title without the star that calls for who has paid for the work, or for its author.

    That stands at the foot of the page behind the same star, and is no note of the text.
    """
    hit = _STAR.search(title[-1].value) if title else None
    if hit is None or hit.start() == 0 or any(mark.end > hit.start() for mark in title[-1].marks):
        return title
    if not any(_answers(unit.text, hit["star"]) for unit in body):
        return title
    context.ledger.drop(line, hit["star"], "markup")
    return (*title[:-1], Text(title[-1].value[: hit.start()], title[-1].marks))


def _answers(text: str, star: str) -> bool:
    """True for * 本文系…… at the foot of a page, or what names its kind: * 基金项目：……."""
    if not text.startswith(star):
        return False
    return labelled(text) is not None or width(text) >= 12


def corrected(
    title: tuple[Text, ...], opening: Opening, units: list[Unit], context: Context
) -> tuple[Text, ...]:
    """The title with a misread character put right from the contents, if the text bears it out."""
    if opening.entry < 0 or any(text.marks for text in title):
        return title
    printed = "".join(text.value for text in title)
    if rest := _cut_off(title, opening):
        printed, line = _counting(printed), units[opening.title[-1]].last
        context.ledger.changes.append(Change(line, 0, "", rest, "title-from-contents"))
        context.ledger.doubt("TOC004", line, listed=printed + rest, printed=printed)
        last = title[-1]
        return (*title[:-1], Text(last.value + rest, last.marks))
    out, found = _put_right(title, context.titles.get(opening.entry, ""))
    line = units[opening.title[0]].first
    for one, other in found:
        context.ledger.changes.append(Change(line, 0, one, other, "title-from-contents"))
    if found:
        context.ledger.doubt("TOC004", line, listed=listed_as(opening), printed=printed)
    return out


def listed_as(opening: Opening) -> str:
    """The title that the contents give an article, its lines together; "" for one without an entry."""
    return "".join(line for line in opening.reading[0] if not line.startswith(("——", "—", "--")))


_LONGEST_CUT = 12
"""Characters that the OCR may have lost at the end of a title."""


def _cut_off(title: tuple[Text, ...], opening: Opening) -> str:
    """What the contents say after the last word of a title that breaks off within a line."""
    if opening.subtitle:
        return ""
    printed = _counting("".join(text.value for text in title))
    for line in opening.reading[0]:
        name = _counting(line)
        if name and printed.startswith(name) and len(printed) > len(name):
            printed = printed[len(name) :]
            continue
        rest = line[len(printed) :]
        whole = not line.startswith(printed) or not 0 < len(rest) <= _LONGEST_CUT
        # Where a title may end, a shorter one may be meant.
        return "" if whole or len(printed) < _SHORTEST_LEFT or not is_han(rest[0]) else rest
    return ""


_SHORTEST_LEFT = 6
"""Characters of a line of a title that breaks off: 水渠 of 水渠记 may be another title."""


@per_issue(4096)
def _counting(text: str) -> str:
    """The characters of a text that count for its key, as they are printed."""
    return "".join(char for char in text if key(char))


def _put_right(lines: Sequence[Text], right: str) -> tuple[tuple[Text, ...], list[tuple[str, str]]]:
    """Lines with the characters of the words as they are right, and what was put in place of what."""
    plain = "".join(squeeze(line.value) for line in lines)
    better = {at: right[other] for place in places(plain, right) for at, other in place}
    made, at = [], 0
    for line in lines:
        chars = list(line.value)
        for place, char in enumerate(chars):
            if not char.isspace():
                chars[place] = better.get(at, char)
                at += 1
        made.append(Text("".join(chars), line.marks))
    found = [(plain[at], char) for at, char in sorted(better.items())]
    return tuple(made), found


def _break_like(value: str, lines: list[str]) -> list[str] | None:
    """Break ``value`` where ``lines`` break, if it has blanks at those places."""
    parts = value.split(" ")
    out: list[str] = []
    for line in lines:
        name = key(line)
        taken = ""
        while parts and len(key(taken)) < len(name):
            taken = f"{taken} {parts.pop(0)}".strip()
        if not taken or abs(len(key(taken)) - len(name)) > 1 or dice(key(taken), name) < 0.5:
            return None
        out.append(taken)
    return out if not parts else None


def listed_title(
    titles: tuple[str, ...], article: Article, line: int, context: Context
) -> tuple[str, ...]:
    """The title in the contents with misread characters put right from the article."""
    printed = "".join(text.value for text in article.title)
    lines, found = _put_right([Text(title) for title in titles], squeeze(printed))
    for one, other in found:
        context.ledger.changes.append(Change(line, 0, one, other, "contents-from-title"))
    if found:
        context.ledger.doubt("TOC004", line, listed="".join(titles), printed=printed)
    return tuple(text.value for text in lines)
