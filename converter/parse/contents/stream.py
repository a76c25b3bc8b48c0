"""The words of the contents in the order in which OCR gives them, told apart by the body."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, PAIRS, has_han, key, width
from converter.names import is_name, is_office, split_names
from converter.names.house import HOUSE, POST, RANK, TEAM
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import BYLINE_PREFIX, SUBTITLE
from converter.parse.contents.people import is_authors, is_pen_name, signs
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import is_marked
from converter.parse.contents.words import (
    SHORT,
    STOPPED,
    WORD,
    Place,
    Word,
    is_clause,
    is_glued_page,
    is_page,
    is_range,
    is_told,
    line_length,
    misread,
)
from converter.parse.credits import read_credits
from converter.values import dataclass

_OFFICE = 8
"""The most characters of an office before a name."""
_LEADS_PAGE = re.compile(r"(?<![A-Za-z])[Pp](?=\.?\s?\d{1,4}(?!\d))")
"""P before a page."""
_SIGNER = 16
"""The most em of a house that no word at its end tells."""
_LED = re.compile(r"(?:[.．·•…﹒⋯‥・]\s*){2,}$|…\s*$|[/／]\s*$")
_OPENING = "“‘《〈「『—"
_CLOSED_WITHIN = re.compile(rf"[{HAN}]{{1,5}}([〕］\]】）)])")
"""日〕某某, whose country has its first bracket in front of the words."""
_WITHIN = "、，：；—"
"""What may stand at the end of a line that goes on."""
_CLOSING = "”’》〉」』！？!?"
_APART = re.compile(r"[\s|｜丨/／】：:]")
"""What parts names from other words."""


@dataclass(slots=True, eq=False)
class Piece:
    """Some words of the contents that belong together: ``kind`` is page, line, names, part or rest.

    A line is one of the body's; names are those of authors, a part is what they did; the rest
    nothing accounts for.
    """

    kind: str
    parts: list[tuple[int, str]]
    """The places, by their indexes, and what stands there."""
    led: bool = False
    """Dots or a stroke lead to it."""

    @property
    def text(self) -> str:
        """The words, on one line."""
        return " ".join(text for _, text in self.parts)

    @property
    def key(self) -> str:
        """The words, for comparison."""
        return key(self.text)


def places_of(rows: Sequence[Row]) -> list[Place]:
    """The lines of all rows and cells."""
    return [
        Place(text.strip(), at, tuple(row.lines), row.gap, row.table, row.section)
        for at, row in enumerate(rows)
        for cell in row.cells
        for text in cell.split("\n")
    ]


def pieces_of(places: Sequence[Place], body: BodyIndex) -> list[Piece]:
    """All words of the contents, told apart by what the body has."""
    words = [
        Word(hit[0].lower(), at, *hit.span())
        for at, place in enumerate(places)
        for hit in WORD.finditer(place.text)
        if not _LEADS_PAGE.match(place.text, hit.start())
    ]
    pieces: list[Piece] = []
    at = begin = 0
    while at < len(words):
        count = line_length(words, at, places, body)
        if count and is_clause(words, at, count, places, body):
            count = 0
        page = not count and (is_page(words[at], places) or is_glued_page(words, at, places, body))
        if not count and not page:
            at += 1
            continue
        pieces += _rest(words[begin:at], places, body)
        if page:
            count = 1 + is_range(words[at : at + 2], places)
            pieces.append(_piece("page", words[at : at + count], places))
            at += count
        else:
            pieces.append(_told(_piece("line", words[at : at + count], places), places))
            at += count
        begin = at
    pieces += _rest(words[begin:], places, body)
    _tell_titles(pieces, body)
    _tell_holders(pieces, body)
    _tell_leading(pieces, body)
    _tell_signers(pieces, places, body)
    _tell_pen_names(pieces, body)
    _tell_sections(pieces, places, body)
    return pieces


def _tell_titles(pieces: Sequence[Piece], body: BodyIndex) -> None:
    """Take for a title what reads like a name, where the body has the name beside it below it."""
    for at, (piece, following) in enumerate(itertools.pairwise(pieces)):
        if piece.kind != "names":
            continue
        same = piece.parts[0][0] == following.parts[0][0]
        if following.kind in {"names", "part"} or (following.kind == "rest" and same):
            signer = following.key
            if following.kind != "names" and at + 2 < len(pieces):
                signer = pieces[at + 2].key  # 水表房 文/某某
            if same and signer and any(signer in below for below in body.below(piece.key)):
                piece.kind = "line"
        elif following.kind == "line" and following.key in body.below(piece.key):
            piece.kind = "line"  # 家常 over 祖母的算盘: a section
        elif following.kind == "page" and same and body.exact[piece.key]:
            above = pieces[at - 1] if at else None
            if above is None or above.kind == "page":
                piece.kind = "line"  # 水尺 14: a title


def _tell_holders(pieces: Sequence[Piece], body: BodyIndex) -> None:
    """Take for a name what the body has below a title and behind the posts of who signs there.

    战云飞 below 某省某局党组书记、局长, or on that line: its surname is in no list.
    """
    titles = {one.key for one in pieces if one.kind == "line" and len(one.key) > _HOLDER}
    below = {line for title in titles for line in body.below(title)}
    posts = {line for line in below if is_office(line)}
    held = {name for post in posts for name in body.below(post)} - posts
    for piece in pieces:
        name = piece.key
        if piece.kind not in {"line", "rest"} or not 1 < len(name) <= _HOLDER or is_office(name):
            continue
        behind = (line for line in below if line.endswith(name) and line != name)
        if name in held or any(is_office(line.removesuffix(name)) for line in behind):
            piece.kind = "names"


def _tell_pen_names(pieces: Sequence[Piece], body: BodyIndex) -> None:
    """Take for a name a word right below a title that has but text below it in the body: 言 午.

    Below the last line of a title stands who signs.
    """
    own = {piece.key for piece in pieces}
    for one, other in itertools.pairwise(pieces):
        if one.kind != "line" or other.kind != "line" or not is_pen_name(other.text):
            continue
        below = other.key in body.below(one.key) and not body.below(other.key) & own
        if below and len(one.key) > _HOLDER:
            other.kind = "names"


def _tell_sections(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> None:
    """Take 文史苑 for no name, though it is made like one, where somebody signs above and below it.

    It stands alone between two titles, each of which has names, and signs neither in the body.
    """
    lines = [at for at, piece in enumerate(pieces) if piece.kind == "line"]
    for above, below in itertools.pairwise(lines):
        between = [piece for piece in pieces[above + 1 : below] if piece.kind != "page"]
        signers = body.below(pieces[above].key)
        last = between[-1] if len(between) > 1 else None
        if last is None or last.kind != "names" or key(places[last.parts[0][0]].text) != last.key:
            continue
        own = [one for one in between[:-1] if any(name.endswith(one.key) for name in signers)]
        under = signers | _below_title(pieces[below:], body)
        if own and not any(last.key in name for name in under):
            own[0].kind, last.kind = "names", "rest"


def _below_title(pieces: Sequence[Piece], body: BodyIndex) -> set[str]:
    """What the body has under the lines of the title with which some pieces begin."""
    found = set(body.below(pieces[0].key))
    for piece in pieces[1:_LINES]:
        if piece.kind != "line" or piece.key not in found:
            break
        found |= body.below(piece.key)
    return found


_LINES = 3
"""Lines of a title."""
_HOLDER = 4
"""The most characters of such a name."""


def _tell_leading(pieces: Sequence[Piece], body: BodyIndex) -> None:
    """Take for no names what begins a title's line like some, and does not sign that title.

    路史回忆　标题 某某: the name of a section that begins with a surname.
    """
    for at, piece in enumerate(pieces[:-1]):
        title = pieces[at + 1]
        if title.kind != "line" or piece.kind == "page":
            continue
        place = piece.parts[0][0]
        if piece.kind != "names":
            if len(piece.key) > 1 and _signs_below(title, piece, body):
                piece.kind = "names"
            continue
        first = at == 0 or pieces[at - 1].kind == "page" or pieces[at - 1].parts[-1][0] != place
        if first and title.parts[0][0] == place and not body.is_signed(title.text, piece.text):
            signed = any(body.is_signed(title.text, name) for name in piece.text.split())
            piece.kind = piece.kind if signed else "rest"


def _signs_below(title: Piece, piece: Piece, body: BodyIndex) -> bool:
    """True for what the body has as the author below a title, and not as a section or a line of it."""
    if len(piece.key) > _SIGNER or body.goes_on(title.text, piece.text):
        return False
    if body.below(piece.key) or is_marked(piece.text):
        return False  # a title of its own, or a section
    signer = piece.key
    return any(
        line.endswith(signer) and len(line) <= len(signer) + _OFFICE
        for line in body.below(title.key)
    )


def _tell_signers(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> None:
    """Tell who signs below titles, be it a house that ends in an unheard-of word."""
    lines = [piece for piece in pieces if piece.kind == "line"]
    below = {name for piece in lines for name in body.below(piece.key)}
    below |= {name for line in below for name in before_office(line)}
    own = {piece.key for piece in pieces}
    told = [piece for piece in pieces if piece.kind != "rest" or has_han(piece.text)]
    for place, (before, piece) in enumerate(itertools.pairwise(told), 2):
        text, under = piece.text, piece.key in below
        one, other = places[before.parts[-1][0]], places[piece.parts[0][0]]
        if before.kind != "line":  # whose own title is misread
            same = before.kind == "rest" and one is other and _OF_HOUSE.match(text) is not None
            beside = False
        else:
            same, beside = one is other, one.row == other.row
        if piece.kind == "names":
            # 水产·果蔬 is no name, where the lines about it say so.
            if "·" in text and not under and not same and width(text) <= SHORT:
                piece.kind = "rest"
        elif piece.kind == "page" or names_subject(text):
            continue
        elif piece.kind == "rest" and one.row == other.row and _is_part(text):
            piece.kind = "part"
        elif body.below(piece.key) & own or (SUBTITLE.match(text) and not signs(text)):
            continue  # ……服务大局, a title with its author below it; a subtitle
        elif _is_signed_below(piece, told[place : place + 1], body) or _is_one_of_several(
            piece, other
        ):
            continue
        elif _is_signer(
            piece, under=under, same=same, beside=beside, bracketed=_in_brackets(piece, other)
        ):
            piece.kind = "names"


_OF_HOUSE = re.compile(rf"^(?:{HOUSE})(?:(?:{RANK})?(?:{POST})|[{HAN}]{{1,8}}(?:{TEAM}))$")
"""本刊评论员, 本刊市场部."""


def _is_signed_below(piece: Piece, after: Iterable[Piece], body: BodyIndex) -> bool:
    """True for the last line of a title: the names that follow stand under it in the body.

    An office of any length may stand before them there.
    """
    names = tuple(one.key for one in after if one.kind == "names")
    return bool(names) and any(
        line.endswith(names) or not before_office(line).isdisjoint(names)
        for line in body.below(piece.key)
    )


def before_office(line: str) -> frozenset[str]:
    """What may be the name in the key of 某某（某省某厅厅长）: two characters to four before an office."""
    sizes = range(2, min(_HOLDER, len(line) - 2) + 1)
    return frozenset(
        line[:size] for size in sizes if is_office(line[size:]) and is_name(line[:size])
    )


def _is_signer(
    piece: Piece, *, under: bool, same: bool, beside: bool, bracketed: bool = False
) -> bool:
    """True for an author ``under`` a title of the body, or on the ``same`` line as one here.

    ``beside`` tells that the line or another cell of its row has the title.
    """
    text = piece.text
    if (signs(text) and (under or same)) or (under and is_authors(text)):
        return True
    if under and same and bracketed:
        return True
    return width(text) <= _SIGNER and beside and (piece.led or (under and not same))


def _in_brackets(piece: Piece, place: Place) -> bool:
    """True for a name in brackets of its own."""
    before, _, _ = place.text.partition(piece.parts[0][1])
    return before.rstrip()[-1:] in {"（", "("}


def _is_one_of_several(piece: Piece, place: Place) -> bool:
    """True for the second of 竹筒诱捕地老虎 / 草木灰拌韭根 / 旧纱窗晾种: titles of short pieces."""
    _, _, rest = place.text.partition(piece.parts[0][1])
    return piece.led and rest.lstrip()[:1] in set("/／") and not re.search(r"^\s*[/／]\s*\d", rest)


def _is_part(text: str) -> bool:
    """True for what somebody is or did: 编辑 beside a name, 作者 or 文 before one."""
    return is_office(text) or BYLINE_PREFIX.match(f"{text}：") is not None


def _piece(kind: str, words: Sequence[Word], places: Sequence[Place]) -> Piece:
    """The piece of some words, with the signs between and about them."""
    parts: list[tuple[int, str]] = []
    last = words[-1].place
    for place in dict.fromkeys(word.place for word in words):
        own = [word for word in words if word.place == place]
        start, end = own[0].start, own[-1].end
        text = places[place].text
        if kind != "page":
            while start and text[start - 1] in _OPENING:
                start -= 1
            hit = _CLOSED_WITHIN.match(text, start, end) if start else None
            if hit is not None and PAIRS.get(text[start - 1]) == hit[1]:
                start -= 1
            after = _CLOSING + "。" * (kind == "rest") + _WITHIN * (place != last)
            if "（" in text[start:end].rpartition("）")[2]:
                after += "）"
            while end < len(text) and text[end] in after:
                end += 1
        parts.append((place, text[start:end]))
    lead = places[words[0].place].text[: words[0].start]
    return Piece(kind, parts, _LED.search(lead) is not None)


def _told(piece: Piece, places: Sequence[Place]) -> Piece:
    """A line of the body; names, if it is nothing else, be it that works stand before or behind them."""
    named = split_names(piece.text) is not None or _tells_works(piece.text)
    if named and not is_marked(places[piece.parts[0][0]].text):
        piece.kind = "names"
    return piece


def _tells_works(text: str) -> bool:
    """True for 口述／某某　整理／某某, which the body may have as it stands, far below a title (导语)."""
    told = read_credits(text)
    return told is not None and all(is_name(name) for one in told for name in one.names)


def _rest(words: Sequence[Word], places: Sequence[Place], body: BodyIndex) -> Iterable[Piece]:
    """What no line of the body accounts for: misread titles, names, and others."""
    for place in dict.fromkeys(word.place for word in words):
        own = [word for word in words if word.place == place]
        if sum(len(word.name) for word in own) == 1 and not _is_one_letter(places, place):
            continue
        sentence = is_told(places[place].text) or STOPPED.search(places[place].text)
        cut = 0 if sentence else misread(own, body)
        if cut:
            yield _told(_piece("line", own[:cut], places), places)
        yield from _told_rest(own[cut:], places)


def _is_one_letter(places: Sequence[Place], at: int) -> bool:
    """True for 诗 alone on a line, and no letter of words set upright: the name of a section."""
    near = [one.text for one in places[max(0, at - 1) : at + 2]]
    own = places[at].text
    alone = sum(len(key(text)) == 1 and has_han(text) for text in near) == 1
    return alone and has_han(own) and len(key(own)) == 1 and not places[at].cell


def _told_rest(words: Sequence[Word], places: Sequence[Place]) -> Iterable[Piece]:
    """Some words of a line as names and what stands before or behind them."""
    if not words:
        return
    text = places[words[0].place].text
    parted = [
        at
        for at, (one, other) in enumerate(itertools.pairwise(words), 1)
        if _APART.search(text[one.end : other.start])
    ]
    for cut in (0, *parted):
        piece = _piece("names", words[cut:], places)
        if cut and len(words[cut].name) == 1 and len(words[cut - 1].name) == 1:
            continue  # within letter-spaced words
        if signs(piece.text) and (cut or not _is_head(piece, places)):
            if cut:
                yield _piece("rest", words[:cut], places)
            yield piece
            return
    for cut in reversed(parted):
        piece = _piece("names", words[:cut], places)
        if signs(piece.text):
            yield piece
            yield _piece("rest", words[cut:], places)
            return
    yield _piece("rest", words, places)


def _is_head(piece: Piece, places: Sequence[Place]) -> bool:
    """True for 本刊启事 below a blank line and right above something else."""
    at = piece.parts[0][0]
    below = places[at + 1] if at + 1 < len(places) else None
    own = key(places[at].text) == piece.key and not places[at].cell
    return own and places[at].gap and below is not None and not below.gap
