"""Where an article says the words of a unit elsewhere: in a row, or gathered from several places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key
from converter.parse.assemble.twice import SaidAgain
from converter.segment import Unit
from converter.values import NamedTuple

_MORE = 2
"""So many clauses behind the first one that stand in one order are no chance."""
_LEFT, _RIGHT = frozenset("，；：。、"), frozenset("，；。、！？")
RUN = 4
PLACES = 16
APART = 4
"""So far apart may stand two pieces of one paragraph, with notes or boxes between them."""
_IN_FEW = 4
"""A run of characters that stands in so few texts tells which ones to compare."""
_FEW = 10
"""Characters of a sentence of a few words."""
_LOOKED_AT = 4
"""So many times the runs that are needed are looked at for rare ones."""


def says_in_turn(said: str, text: str) -> bool:
    """True if a sentence of what is said has the clauses of a text, the first and the last as its own."""
    first, *more = text.split("，")
    if len(more) >= _MORE and _says_in_order(said, text):
        return True
    at = said.find(f"{first}，")
    if at < 0 or (at and said[at - 1] not in "。！？；“「"):
        return False
    for clause in more:
        found = said.find(f"，{clause}", at + 1)
        if found < 0 or "。" in said[at:found]:
            return False
        at = found
    return True


def _says_in_order(said: str, text: str) -> bool:
    """True for 谁管谁记，谁用谁还，谁丢谁赔。 of 第一，谁管谁记；第二，谁用谁还；第三，谁丢谁赔。: whole clauses."""
    at = 0
    for clause in text.rstrip("。！？").split("，"):
        found = said.find(clause, at + 1)
        end = found + len(clause)
        if found < 0 or said[found - 1] not in _LEFT or said[end : end + 1] not in _RIGHT:
            return False
        if at and "。" in said[at:found]:
            return False
        at = end
    return True


def runs_through(said: str, name: str) -> bool:
    """True if a text has all of a name's characters, in order and close to each other, in runs."""
    begin = said.find(name[:RUN])
    while begin >= 0:
        at, place, left = 0, begin, len(name) // 3
        while at < len(name):
            size = 0
            while (
                at + size < len(name) and said[place + size : place + size + 1] == name[at + size]
            ):
                size += 1
            at, place = at + size, place + size
            if at == len(name):
                return True
            found = said.find(name[at : at + 2], place, place + left + 2)
            if found < 0:
                break
            left -= found - place
            place = found
        begin = said.find(name[:RUN], begin + 1)
    return False


def holds_parts(said: str, name: str) -> bool:
    """True if a sentence has a name's characters in few long runs, in order.

    不造高楼，从一双筷子做起。 of 不造那些高楼，先去各村看了三遍，从一双筷子做起。: between them it may say whole clauses.
    """
    return any(_in_parts(key(one), name) for one in _STOPS.split(said) if len(one) > len(name))


def _in_parts(said: str, name: str) -> bool:
    at = place = parts = 0
    while at < len(name):
        size = _PART
        found = said.find(name[at : at + size], place)
        if found < 0 or len(name) - at < size or (at and found - place > _BETWEEN):
            return False
        while at + size < len(name) and said.startswith(name[at : at + size + 1], found):
            size += 1
        if 0 < len(name) - at - size < _PART:
            return False
        at, place, parts = at + size, found + size, parts + 1
        if parts > _PARTS:
            return False
    return parts > 1


_STOPS = re.compile("[。！？]")
_PART, _PARTS, _BETWEEN = 5, 3, 40
"""The least characters of such a run, the most runs, and the most characters between two."""


def begins_with_rest(text: str, rest: str) -> bool:
    """True for the text below a page that begins with what a sentence there still lacks.

    Of a character or two nothing but a piece that has no more is known to be that.
    """
    return text == rest if len(rest) < RUN else text.startswith(rest)


def gathered(names: Sequence[str], said: SaidAgain, index: int, parts: Sequence[str]) -> bool:
    """True for sentences each of which the text says somewhere, though not one after the other."""
    return len(parts) > 1 and all(
        len(part) >= RUN
        and any(
            part in names[other]
            for other in islice(said.texts_with(part[:RUN]), PLACES)
            if other != index
        )
        for part in parts
    )


def _is_said(part: str, text: str) -> bool:
    """True if a text holds most of a sentence."""
    own = [part[at : at + 4] for at in range(len(part) - 3)]
    if 2 * sum(gram in text for gram in own) >= len(own):
        return True
    # In a few words one misread character is in most runs of four.
    return len(part) < _FEW and any(_one_more(part, at) in text for at in range(len(part)))


def _one_more(part: str, at: int) -> str:
    """A text without a character that the OCR has doubled or put in."""
    return part[:at] + part[at + 1 :]


class Again(NamedTuple):
    """A place where the text says the words of a unit."""

    mark: str
    """What stands behind them; "" at the end of a unit."""
    parted: bool
    """The end of a page parts them."""

    @property
    def ends_clause(self) -> bool:
        """True if no more of the clause stands there."""
        return not is_han(self.mark)

    @property
    def ends_sentence(self) -> bool:
        """True if the sentence ends there."""
        return self.mark in ("。", "！", "？")


def said_again(
    units: Sequence[Unit], said: SaidAgain, broken: frozenset[int], index: int
) -> list[Again]:
    """Where the text says the words of a unit, be it over the end of a page.

    There the last character may stand twice. What is said again and again is told by the
    first places.
    """
    text = units[index].text.strip()
    found: list[Again] = []
    for other in said.texts_with(key(text[:8])[:RUN]):
        if other == index:
            continue
        if len(found) >= PLACES:
            break
        whole, below = units[other].text, other + 1 + (other + 1 == index)
        size = len(whole)
        if other in broken and below < len(units):
            whole += units[below].text[: len(text) + 1].removeprefix(whole[-1])
        at = whole.find(text)
        while at >= 0 and len(found) < PLACES:
            end = at + len(text)
            found.append(Again(whole[end : end + 1] if end != size else "", at < size < end))
            at = whole.find(text, at + 1)
    return found


def _pieces(
    names: Sequence[str], broken: frozenset[int], other: int, index: int
) -> Iterator[tuple[str, str]]:
    """A unit with each of those that may carry it on; never the one at ``index``."""
    reach = APART if other in broken else 1
    for step in range(1, reach + 1):
        after = other + step
        if after == index:
            if step == 1:
                yield names[other], ""  # what is quoted right below it
            continue
        one, rest = names[other], names[after] if after < len(names) else ""
        # Pieces that do not stand side by side have to meet within the quotation.
        if step == 1 or _meet(one, rest, names[index]):
            yield one, rest


def _meet(one: str, rest: str, name: str) -> bool:
    """True if the end of a piece and the beginning of the next stand in a quotation."""
    return one[-RUN:] in name and rest[:RUN] in name


def places_of_some(runs: Sequence[str], said: SaidAgain, most: int) -> Iterator[int]:
    """The texts in which some runs stand, rare ones if they are soon found; each may come again."""
    places: list[Sequence[int]] = []
    rare = 0
    for texts in said.texts_with_each(runs[: _LOOKED_AT * most]):
        places.append(texts)
        rare += len(texts) <= _IN_FEW
        if rare == most:
            break
    for numbers in sorted(places, key=len)[:most]:
        yield from numbers


def elsewhere(
    names: Sequence[str],
    said: SaidAgain,
    broken: frozenset[int],
    index: int,
    needed: float,
    parts: Sequence[str] = (),
) -> bool:
    """True if one other unit, or two pieces of a paragraph, hold nearly all of a unit's text.

    ``broken`` are the units that stop in the middle of a sentence. ``parts`` are the sentences of the unit, if it may have left
    out something between them; all of them have to be said in the other, one by one.
    """
    name = names[index]
    own = list(dict.fromkeys(p[i : i + 4] for p in parts or (name,) for i in range(len(p) - 3)))
    needed = 0.85 if parts and len(name) >= 18 else needed
    # So many may be missing, or stand where two neighbours meet; one more cannot.
    spare = int((1 - needed) * len(own)) + 3 + 1
    others = (
        number - back
        for number in places_of_some(own, said, spare)
        for back in range(APART + 1)
        if back < 2 or number - back in broken
    )
    seen = {index}
    for other in others:
        if other < 0 or other in seen:
            continue
        seen.add(other)
        for one, rest in _pieces(names, broken, other, index):
            text = one + rest
            # Two pieces may hold as much as the quotation; one has to hold more, or all of it.
            if len(text) < 0.9 * len(name) or (len(name) < 60 and len(text) <= len(name)):
                continue
            below = len(name) < 60 and len(one) < len(name) and other > index
            if below and not (other in broken and _meet(one, rest, name)):
                continue
            if sum(1 for gram in own if gram in text) < needed * len(own):
                continue
            if all(_is_said(part, text) for part in parts):
                return True
    return False


def leaves_out_subject(own: str, said: str, at: int) -> bool:
    """True for 盯着尺子，不如盯着水。 where a sentence ends 人人盯着尺子，不如盯着水。, without who does it.

    Both clauses stand at the end of that text, from ``at`` on, in the words in which they are set apart.
    """
    own = own.strip("“”「」 。")
    subject = _NO_HAN.split(said[:at])[-1]
    if "，" not in own or not 0 < len(subject) <= _SUBJECT:
        return False
    return said[at:].rstrip("”」 ").rstrip("。！？") == own


_NO_HAN = re.compile(rf"[^{HAN}]")
_SUBJECT = 4
"""The most characters of who does it."""


def begins_clause(units: Sequence[Unit], said: SaidAgain, index: int) -> bool:
    """True if what is said again begins a clause where it is said first.

    A repetition from the middle of a clause is chance, and no pull quote. Where nothing
    begins alike, a character was misread, which is no reason to doubt.
    """
    head = units[index].text.lstrip("“「『")[:8]
    name = key(head)
    others = said.texts_with(name[:4]) if len(name) >= 4 else range(len(units))
    own = units[index].text
    clauses = ends_sentence(own) or "，" in own  # a heading in words of the text has neither
    inside = False
    for other in others:
        text = units[other].text
        at = text.find(head) if other != index else -1
        if at == 0 or (at > 0 and not is_han(text[at - 1])):
            return True
        if at > 0 and clauses and _JOINS.search(text[:at][-_WORD:]):
            return True
        if at > 0 and other == index - 1 and leaves_out_subject(own, text, at):
            return True
        inside = inside or at > 0
    return not inside


_JOINS = re.compile(
    rf"(?:^|[^{HAN}])(?:可是|但是|但|因[为為]|所以|其[实實]|不[过過]|而且|而|也|[却卻]|只是|于是|於是|原[来來]|[毕畢]竟|我[觉覺]得|我想|我[发發][现現]|[我你您他她它][们們]?|咱们|咱們)$"
)
_WORD = 5
"""What joins a sentence to the one before, which a pull quote leaves out: 可是自己画的线，……."""
