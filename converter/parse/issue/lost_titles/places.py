"""Where lost titles stood: over the bylines of their authors, between the articles around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import ends_sentence, key, width
from converter.parse.byline import names_subject
from converter.parse.contents.marks import SUBTITLE
from converter.parse.issue.lost_titles.listed import LEAST, SECTION, Entry, Row
from converter.parse.issue.lost_titles.printed import SHORT, TEXT, Printed
from converter.parse.kinds import is_foreign
from converter.values import NamedTuple

_PART = 3
"""The fewest characters of a line of a title."""
_BETWEEN = " \t\u3000·"
"""What stands between the lines of a title; a shorter one may be meant before a colon."""
_GOES_ON = "，：、"
"""How a line of a title ends that another one follows."""


class LostTitle(NamedTuple):
    """A line of a title that the body lacks, and before which of its lines it stands."""

    before: int
    text: str


class _Head(NamedTuple):
    """The line below a lost title, and the key of a line of it that the body has there."""

    at: int
    printed: str = ""


def lost_titles(printed: Printed, entries: Sequence[Entry]) -> Iterator[LostTitle]:
    """The titles that only the contents have, with their places in the body."""
    anchors = [_anchor(entry, printed) for entry in entries]
    above = -1
    for number, entry in enumerate(entries):
        if not entry.lost:
            above = max(above, anchors[number])
            continue
        later = [*entry.others_below(printed), *anchors[number + 1 :]]
        below = min((at for at in later if at > above), default=len(printed.texts))
        upper = entries[number - 1] if number else None
        own = (
            upper is not None
            and anchors[number - 1] == above >= 0
            and upper.signs(above + 1, printed)
        )
        head = _head(entry, upper, printed, range(above + 1 + own, below))
        if head is not None:
            above = head.at
            for line in _lines(entry.lost, head, printed):
                yield LostTitle(printed.places[head.at], line)


def _anchor(entry: Entry, printed: Printed) -> int:
    """The line of the title, if the body has that once; -1 for any other entry."""
    titles = [row.title for row in entry.rows if row.printed]
    name = key(max(titles, key=len, default=""))
    places = printed.exact.get(name, []) if len(name) >= LEAST else []
    return places[0] if len(places) == 1 else -1


def _head(entry: Entry, upper: Entry | None, printed: Printed, within: range) -> _Head | None:
    """Where the title of an entry is lost, ``None`` if nothing tells it."""
    for places in (
        entry.signers(printed),
        _subtitles(entry, printed),
        _below_section(entry, upper, printed, within),
        _below_end(entry, printed, within),
    ):
        heads = {head for at in places if at in within for head in _heads(entry, at, printed)}
        if len(heads) > 1:
            heads = {head for head in heads if printed.is_below_section(head.at)}
        if heads:
            return heads.pop() if len(heads) == 1 else None
    return None


def _subtitles(entry: Entry, printed: Printed) -> list[int]:
    """The lines of the body with the subtitle of an entry."""
    told = [row.title for row in entry.rows if row.printed and _is_subtitle(row.title)]
    told += [row.title.partition("——")[2] for row in entry.lost]
    return [at for title in told for at in printed.exact.get(key(title), ())]


def _is_subtitle(text: str) -> bool:
    return SUBTITLE.match(text) is not None or names_subject(text)


def _below_section(entry: Entry, upper: Entry | None, printed: Printed, within: range) -> list[int]:
    """The text right below the name of the section that an entry is the first of, or who signs it there."""
    rows = entry.above or (upper.rows[-1:] if upper is not None else ())
    names = [key(row.text) for row in rows if row.printed and not row.authors]
    places = [at for at in printed.exact.get(names[-1], ()) if at in within] if names else []
    if not places or not printed.ends_above(places[0]):
        return []
    texts = printed.texts
    below = places[0] + 1
    below += below < len(texts) and is_foreign(texts[below])
    text = texts[below] if below < len(texts) else ""
    if width(text) >= TEXT and ends_sentence(text):
        return [below]
    named = any(row.authors for row in entry.rows)
    return [below] if not named and printed.is_signed(below) else []


def _below_end(entry: Entry, printed: Printed, within: range) -> list[int]:
    """The text that ends with （某某） whom the entry names, right below （某某） at the end of the one above it."""
    authors = next((row.authors for row in entry.rows if row.authors), ())
    ends = [at for at in printed.closed_by(authors) if at in within]
    if len(ends) != 1:
        return []
    above = printed.closings(range(within.start, ends[0]))
    if len(above) != 1:
        return []
    first = above[0] + 1
    first += printed.is_below_section(first + 1)
    return [first] if first < ends[0] else []


def _heads(entry: Entry, at: int, printed: Printed) -> Iterator[_Head]:
    """Where the title over a byline is lost; nothing if it may stand there."""
    own = {key(row.title) for row in entry.below if width(row.title) > SECTION}
    while at > printed.begins and (
        printed.keys[at - 1] in own
        or (_leads_down(printed.texts[at - 1]) and not printed.is_below_section(at))
    ):
        at -= 1
    whole = key("".join(_without_subtitle(row.title, printed) for row in entry.lost))
    name = printed.keys[at - 1] if at else ""
    left = len(whole) - len(name)
    if len(name) >= _PART and left > 0 and whole.startswith(name):
        yield from [_Head(at, name)] if left >= _PART else []
    elif len(name) >= _PART and left > 0 and whole.endswith(name):
        first = left >= SECTION and printed.ends_above(at - 1)
        yield from [_Head(at - 1, name)] if first else []
    elif _is_of_another(entry, at, printed) and not printed.is_signed(at):
        return
    elif not (printed.has_part(whole) or printed.may_be_titled(at, whole)):
        yield _Head(at)


def _is_of_another(entry: Entry, at: int, printed: Printed) -> bool:
    """True for a row of the contents that is none of an entry: the title of another one."""
    return printed.is_listed(at) and printed.keys[at] not in {key(row.text) for row in entry.below}


def _leads_down(text: str) -> bool:
    """True for what stands between a title and who signs: a subtitle, or the title in English."""
    return len(text) <= SHORT and (_is_subtitle(text) or is_foreign(text))


def _lines(rows: Sequence[Row], head: _Head, printed: Printed) -> list[str]:
    """The lines of a title that the body lacks, without the subtitle that it has."""
    lines = [_without_subtitle(row.title, printed) for row in rows]
    if not head.printed:
        return lines
    above = printed.texts[head.at - 1] if head.at else ""
    ends = above[-1] if above[-1:] in _GOES_ON and printed.keys[head.at - 1] == head.printed else ""
    return _rest(" ".join(lines), head.printed, _BETWEEN + ends)


def _without_subtitle(title: str, printed: Printed) -> str:
    name, dash, told = title.partition("——")
    return name.rstrip() if name and dash and key(told) in printed.exact else title


def _rest(title: str, printed: str, between: str) -> list[str]:
    """What is left of a title beside its line of a key, [] where OCR has lost the end of that line.

    One of the marks ``between`` parts the two.
    """
    for cut in range(1, len(title)):
        one, other = title[:cut], title[cut:]
        if one[-1] not in between and other[0] not in between:
            continue
        if key(one) == printed:
            return [other.lstrip(between).rstrip()]
        if key(other) == printed:
            return [one.rstrip()]
    return []
