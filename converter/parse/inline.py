"""Raw text of paragraphs to :class:`Text`: blanks, LaTeX remnants, addresses, joins.

Blanks that OCR put between Chinese characters, or between them and Latin letters or
digits, are taken out: the quarter em there is the typesetter's business (clreq §3.2.4).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.clean.dashes import half_dashes
from converter.clean.lone_dashes import NAME as DASHES
from converter.clean.quotes import NAME as STRAIGHT
from converter.clean.quotes import single_quotes
from converter.hanzi import CJK_MARKS, HAN, has_han, is_han
from converter.model import Change, Drop, Mark, MarkKind, Text
from converter.parse.markup import may_hold, resolve
from converter.parse.signed_ends import signed_at_end
from converter.segment.units import are_latin, is_tight, is_torn_address, is_torn_number
from converter.values import NamedTuple

_CJK = f"{HAN}{re.escape(CJK_MARKS)}％℃"
_BLANK = re.compile(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")
_SPACES = re.compile(r"\s+")
_ADDRESS = re.compile(
    r"(?P<url>https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+|www\.[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+(?:/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*)?)"
    r"|(?P<mail>[A-Za-z0-9._+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
)


class Piece(NamedTuple):
    """A part of a paragraph as one page had it: raw text, its lines, the page it begins.

    ``lines`` are the numbers and texts of its lines where it has several.
    """

    text: str
    first: int
    last: int
    page: str = ""
    lines: tuple[tuple[int, str], ...] = ()


class Built(NamedTuple):
    """A text and what was left out or changed on the way."""

    text: Text
    drops: tuple[Drop, ...] = ()
    changes: tuple[Change, ...] = ()


def tidy(text: str) -> str:
    """The text without the blanks that Chinese does not have; Latin words keep one."""
    return _SPACES.sub(" ", _BLANK.sub("", text.strip()))


def build(pieces: Sequence[Piece], *, blanks: bool = False, without: Collection[str] = ()) -> Built:
    """Make one text of the pieces of a paragraph.

    With ``blanks`` the single blanks between Chinese characters stay, as titles need.
    ``without`` names cleaning rules that are switched off.
    """
    value = ""
    marks: list[Mark] = []
    drops: list[Drop] = []
    changes: list[Change] = []
    for index, piece in enumerate(pieces):
        held = may_hold(piece.text)
        part = _SPACES.sub(" ", piece.text) if blanks else piece.text
        part, part_marks = resolve(part) if held else (part, [])
        part, part_marks = _strip_blanks(part, part_marks, blanks=blanks)
        if held:
            _account(piece, part, drops, changes)
        if value and part and _needs_space(value, part):
            value += " "
        offset = len(value)
        if piece.page:
            marks.append(Mark(MarkKind.PAGE, offset, offset, piece.page))
        if index:
            marks.append(Mark(MarkKind.SEAM, offset, offset, str(piece.first)))
        marks += [Mark(m.kind, m.start + offset, m.end + offset, m.target) for m in part_marks]
        value += part
    if "**" in value:
        value, marks = _starless(value, marks, pieces, drops)
    marks += _addresses(value)
    if STRAIGHT not in without:
        value = _single_quotes(value, pieces, changes) if "'" in value else value
        value = _quotes(value, pieces, changes)
    if "—" in value and DASHES not in without:
        value, marks = _dashes(value, marks, pieces, changes)
    text = Text(value, order(marks))
    clause = _CLAUSE.match(pieces[0].text) if pieces else None
    if clause is not None and value.startswith(clause["head"]):
        text = respaced(text, len(clause["head"]), " ")
    return Built(text, tuple(drops), tuple(changes))


def _starless(
    value: str, marks: list[Mark], pieces: Sequence[Piece], drops: list[Drop]
) -> tuple[str, list[Mark]]:
    """Signs of bold print that are a pair only over the pieces, or have lost the other half."""
    from converter.parse.stars import without_stars  # few issues have any

    before = marks
    value, marks, taken = without_stars(value, marks)
    begins = [0, *(mark.start for mark in before if mark.kind is MarkKind.SEAM)]
    lines = {at: _starred(piece) for at, piece in enumerate(pieces)} if taken else {}
    for place in taken:
        one, two = (bisect_right(begins, at) - 1 for at in (place, place + 1))
        if one == two:
            line = lines[one].pop(0) if lines[one] else pieces[one].first
            drops.append(Drop(line, "**", "markup"))
        else:  # each half on its own piece
            drops += [Drop(pieces[at].first, "*", "markup") for at in (one, two)]
    return value, marks


def _starred(piece: Piece) -> list[int]:
    """The line of each sign of bold print of a piece whose own markup is resolved."""
    return [line for line, text in piece.lines for _ in range(resolve(text)[0].count("**"))]


def _quotes(value: str, pieces: Sequence[Piece], changes: list[Change]) -> str:
    """Straight quotation marks in Chinese text become “ and ” by turns.

    Done on whole paragraphs, since a quotation may run over lines and pages, and one page
    may have curly marks and the next one straight ones. Marks that would not pair are
    left alone: the proof reports them.
    """
    if not ('"' in value or "＂" in value) or not has_han(value):
        return value
    out = []
    found: list[Change] = []
    depth = 0
    for char in value:
        shown = char
        if char in '"＂':
            shown = "”" if depth else "“"
            found.append(Change(pieces[0].first, 0, char, shown, STRAIGHT))
        depth += {"“": 1, "”": -1}.get(shown, 0)
        if depth not in (0, 1):
            return value
        out.append(shown)
    if depth:
        return value
    changes += found
    return "".join(out)


def _single_quotes(value: str, pieces: Sequence[Piece], changes: list[Change]) -> str:
    """A pair of straight single marks around Chinese words becomes ‘ and ’ (GB/T 15834-2011 §4.8)."""
    parts: list[str] = []
    end = 0
    for edit in single_quotes(value):
        parts += (value[end : edit.start], edit.after)
        end = edit.end
        changes.append(Change(pieces[0].first, 0, "'", edit.after, STRAIGHT))
    return "".join((*parts, value[end:]))


def _dashes(
    value: str, marks: list[Mark], pieces: Sequence[Piece], changes: list[Change]
) -> tuple[str, list[Mark]]:
    """Dashes that OCR halved where a line or a page ends, so that no line by itself shows it."""
    for edit in reversed(half_dashes(value)):
        at, more = edit.end, len(edit.after) - 1
        value = value[: edit.start] + edit.after + value[at:]
        marks = [
            Mark(m.kind, m.start + more * (m.start >= at), m.end + more * (m.end >= at), m.target)
            for m in marks
        ]
        changes.append(Change(pieces[0].first, 0, "—", edit.after, DASHES))
    return value, marks


def _needs_space(before: str, after: str) -> bool:
    left, right = before[-1], after[0]
    if is_torn_number(before, after) or is_torn_address(before, after) or is_tight(before, after):
        return False
    return are_latin(before, after) or (
        left.isascii()
        and right.isascii()
        and right.isalnum()
        and (left.isalnum() or left in ",.;:)")
    )


def _place(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.kind.value, mark.target


def order(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Sort marks by start, the longer first, and drop those that would overlap another.

    Seams that are alike all stay: a piece of which nothing is left has its own, too.
    """
    if len(marks) < 2:
        return tuple(marks)
    alike = set(marks)
    if len(alike) < len(marks):
        seams = [mark for mark in marks if mark.kind is MarkKind.SEAM]
        ordered = sorted([*alike.difference(seams), *seams], key=_place)
    else:
        ordered = sorted(alike, key=_place)
    kept: list[Mark] = []
    stack: list[Mark] = []
    for mark in ordered:
        while stack and stack[-1].end <= mark.start:
            stack.pop()
        if stack and mark.end > stack[-1].end:
            continue
        kept.append(mark)
        if mark.end > mark.start:
            stack.append(mark)
    return tuple(kept)


_KEY_WORDS = re.compile(
    r"^(?P<label>[【〔\[［]?\s*(?:关\s*键\s*词|關\s*鍵\s*詞)\s*[】〕\]］]?\s*[：:]?)\s*(?P<words>[^，。；、：,;:]+)$"
)
"""关键词：渡口　石阶　桐油, whose words blanks part."""
_REPORTERS = re.compile(
    r"^[^（(]{0,28}[（(](?P<who>(?:本[报報刊台网])?(?:首席|特约|见习|实习)?(?:记者|記者|通讯员|通訊員)\s[^（）()]{2,60})[）)]"
)
"""The names in a dateline, 本报讯（记者 某某 通讯员 某某）, whose blanks part them."""


_CLAUSE = re.compile(
    r"^\s*(?P<head>第[〇零一二三四五六七八九十百千\d]{1,6}[条條](?:之[一二三四五六七八九十])?)\s+(?=\S)"
)
"""第一条　……, the number of a clause, which a blank parts from its words."""


def _is_letter(word: str) -> bool:
    return len(word) == 1 and (is_han(word) or word in "，、：！？“”·")


def _strip_blanks(text: str, marks: list[Mark], *, blanks: bool) -> tuple[str, list[Mark]]:
    """Take blanks out and move the marks along."""
    if text.split(maxsplit=1) == [text]:
        return text, marks
    pattern = _SPACES if blanks else _BLANK
    stripped = text.strip()
    lead = len(text) - len(text.lstrip())
    if not marks:
        words = stripped.split()
        if len(words) >= 2 and all(map(_is_letter, words)) and is_han(words[0]):
            return "".join(words), []  # 卷 首, 雨 ， 还 在 下: letter-spaced as a whole
        listed = None if blanks else _KEY_WORDS.match(stripped)
        if listed is not None and min(map(len, own := listed["words"].split())) > 1 < len(own):
            return tidy(listed["label"]) + " ".join(own), []  # nothing else parts them
        named = None if blanks else _REPORTERS.match(stripped)
        if named is not None:
            head = tidy(stripped[: named.start("who")])
            who = _SPACES.sub(" ", named["who"])
            return head + who + tidy(stripped[named.end("who") :]), []
        signed = None if blanks else signed_at_end(stripped)
        if signed is not None:
            return tidy(stripped[: signed[0]]) + signed[1] + stripped[-1], []
        return (
            _SPACES.sub(" ", stripped) if blanks else _SPACES.sub(" ", _BLANK.sub("", stripped))
        ), []
    keep = [True] * len(stripped)
    for hit in pattern.finditer(stripped):
        first = hit.start() + (1 if blanks else 0)
        for at in range(first, hit.end()):
            keep[at] = False
    new_offset = [0] * (len(stripped) + 1)
    for at, kept in enumerate(keep):
        new_offset[at + 1] = new_offset[at] + kept
    value = "".join(char for char, kept in zip(stripped, keep, strict=True) if kept)
    size = len(stripped)
    moved = [
        Mark(
            m.kind,
            new_offset[min(max(m.start - lead, 0), size)],
            new_offset[min(max(m.end - lead, 0), size)],
            m.target,
        )
        for m in marks
    ]
    return value, moved


def _account(piece: Piece, part: str, drops: list[Drop], changes: list[Change]) -> None:
    raw, made = Counter("".join(piece.text.split())), Counter("".join(part.split()))
    lost, gained = "".join((raw - made).elements()), "".join((made - raw).elements())
    if gained:
        changes.append(Change(piece.first, 0, lost, gained, "latex"))
    elif lost:
        drops += [Drop(line, text, "markup") for line, text in _places(piece, Counter(lost))]


def _places(piece: Piece, lost: Counter[str]) -> Iterator[tuple[int, str]]:
    """The lines of a piece whose markup was resolved, and what each of them lost."""
    for line, text in piece.lines:
        own = Counter("".join(text.split())) - Counter("".join(resolve(text)[0].split()))
        if found := "".join((own & lost).elements()):
            lost -= Counter(found)
            yield line, found
    for line, text in piece.lines:
        # Markup that the end of a line cuts in two.
        if found := "".join((Counter(text) & lost).elements()):
            lost -= Counter(found)
            yield line, found
    if rest := "".join(lost.elements()):
        yield piece.first, rest


def _addresses(value: str) -> list[Mark]:
    if "@" not in value and "www." not in value and "://" not in value:
        return []
    marks = []
    for hit in _ADDRESS.finditer(value):
        found = hit[0].rstrip(".,;:!?)'")
        end = hit.start() + len(found)
        if hit["mail"]:
            target = f"mailto:{found}"
        else:
            target = found if "://" in found else f"http://{found}"
        marks.append(Mark(MarkKind.LINK, hit.start(), end, target))
    return marks


def respaced(text: Text, at: int, blank: str) -> Text:
    """The text with ``blank`` in place of the blanks, if any, that stand at an offset."""
    end = at
    while end < len(text.value) and text.value[end].isspace():
        end += 1
    by = at + len(blank) - end

    def moved(offset: int) -> int:
        return offset if offset <= at else max(at, offset + by)

    marks = [
        # What begins behind the blank goes along with it, what ends before it stays.
        Mark(m.kind, m.start + by if m.start >= end else moved(m.start), moved(m.end), m.target)
        if m.end > m.start
        else Mark(m.kind, m.start + by * (m.start >= end), m.end + by * (m.end >= end), m.target)
        for m in text.marks
    ]
    return Text(text.value[:at] + blank + text.value[end:], order(marks))


_BEFORE_BRACKET = re.compile(rf"(?<=[{HAN}])\s+(?=（)")


def closed_up(text: Text) -> Text:
    """The text without blanks before a full-width bracket, which has its own white (clreq §3.1.6)."""
    while hit := _BEFORE_BRACKET.search(text.value):
        text = respaced(text, hit.start(), "")
    return text


def with_marks(text: Text, *marks: Mark) -> Text:
    """The text with more marks, in order."""
    return Text(text.value, order((*text.marks, *marks)))
