"""Where names of sidebars may stand: on a line of their own, or before a text."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, squeeze, width
from converter.parse.boxes import BARS
from converter.parse.frames import between_pair, with_known_mark
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_reference_head, labelled
from converter.segment.units.matter import lists_on
from converter.source import Line
from converter.values import NamedTuple

_MARKS = "【〖〔﹝〈［\\[▲■●◆★※▶►☞➤◎☆◇○" + BARS
_AROUND = "·•—–=＝~～/／"
"""What may stand on both sides of a name on a line of its own: —— 词条 ——, == 词条 ==, 词条 ///."""
_OWN = re.compile(
    rf"^[{_MARKS}{_AROUND}#*>\s]*(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,7}})"
    rf"(?:[】〗〕﹞〉］\]*\s]*[：:]?|\s*[▲■●◆★※◎☆◇○{_AROUND}][▲■●◆★※◎☆◇○{_AROUND}\s]*|\s+[A-Z][A-Za-z &'’-]{{2,20}})$"
)
_LEAD = re.compile(
    rf"^[{_MARKS}#*>\s]*(?P<name>[{HAN}]{{2,8}})(?P<sep>[】〗〕﹞〉］\]*]+\s*[：:|｜]?\s*|\s*[：:|｜│]\s*|[ \u3000]+)(?P<rest>\S.*)$"
)
_BRACKETS = frozenset("【〖〔﹝〈［[")
_ORNAMENTS = frozenset(_MARKS + "#*>") - _BRACKETS - {"\\"}
_SEPARATORS = frozenset(" \u3000：:|｜│】〗〕﹞〉］]*")
_DIGITS = re.compile(r"\d+")
LONGEST = 8
"""Characters of the longest name."""
_HEAD = 14
"""So many characters hold a name, the marks around it and what parts it from its text."""
_ENDS_NO_NAME = frozenset("的和与與及在对對为為将將是把被从從向由而或以让讓了着著也都就还還")
_WIRE = re.compile(r"[讯訊电電]$|报道$|報道$")
_OF_HOUSE = re.compile(r"本[刊报報社台臺]|新华|新華|中新|[综綜]合|[记記]者|通[讯訊]")
"""本刊讯: how news begins; 书讯 alone over short news is the name of a box."""
_OPENS_NO_NAME = frozenset("第其这這那我你他她它但而也在从從对對把为為")


class Place(NamedTuple):
    """Where a name stands: the index of its line, and the text behind it, "" for none."""

    at: int
    name: str
    rest: str
    bracketed: bool
    labelled: bool
    """A colon parts it from its text, as it does the name of a speaker."""
    marked: bool = False
    """An ornament or a mark of the OCR stands before it."""


def place_at(at: int, line: str) -> Place | None:
    """What may be the name of a box at the beginning of a line."""
    text = with_known_mark(line.strip())
    if text.startswith(("——", "--")) and text[-1] not in _AROUND:
        return None  # ——某刊: whence a saying is
    if len(text) <= 2 * LONGEST:
        hit = _OWN.match(text)
        if hit is not None:
            name = hit["name"]
            spaced = " " in name or "\u3000" in name
            if not spaced or all(len(part) == 1 for part in name.split()):
                brackets, marked = text[0] in _BRACKETS, text[0] in _ORNAMENTS
                return Place(at, squeeze(name), "", brackets, labelled=False, marked=marked)
    name, rest = between_pair(text) or ("", "")
    if rest:
        return Place(at, name, rest, bracketed=False, labelled=False, marked=True)
    if _SEPARATORS.isdisjoint(text[:_HEAD]):
        return None
    hit = _LEAD.match(text)
    if hit is None or ("*" in hit["sep"] and text[0] != "*"):  # 必须**坚持……**
        return None
    if hit["sep"] == " " and hit["rest"][0].isdecimal() and is_han(text[0]):
        return None  # 早上 7 点，……: blanks around figures part no name from a text
    bracketed = text[0] in _BRACKETS
    colon = not bracketed and hit["sep"].strip() in ("：", ":")
    rest = hit["rest"].strip("* ")
    # ▎手册：怎样去某地 has a bar before it, as nobody who speaks has.
    colon = colon and not (text[0] in BARS and width(rest) <= TITLE and not ends_sentence(rest))
    return Place(at, hit["name"], rest, bracketed, labelled=colon, marked=text[0] in _ORNAMENTS)


TITLE = 24
"""Em of the longest title beside a name."""


def may_name(places: Sequence[Place], text: Sequence[Line]) -> bool:
    """True unless the words at some places, whose lines are ``text``, certainly name no box."""
    name, first = places[0].name, text[places[0].at].text.strip()
    beside = [_DIGITS.sub("", place.rest) for place in places if place.rest]
    return (
        len(set(beside)) == len(beside)  # 明远纪事 2004年第10期 again and again is a running head
        and name[-1] not in _ENDS_NO_NAME
        and name[0] not in _OPENS_NO_NAME
        and numbering(name) is None
        and not (_WIRE.search(name) and (beside or _OF_HOUSE.match(name)))
        and not is_credit(first)
        and not is_reference_head(name)
        and labelled(first) is None
        and labelled(f"{name}：") is None
        and not any(lists_on(text[place.at - 1].text.strip(), name) for place in places if place.at)
        and not all(_is_second_line(text, place) for place in places)
    )


def _is_second_line(text: Sequence[Line], place: Place) -> bool:
    """True right below 三、请老师傅口授火候，在探, a numbered line that ends nothing: 方里一寸一寸刮土."""
    above = text[place.at - 1].text.strip() if place.at and not place.rest else ""
    return above != "" and not ends_sentence(above) and numbering(above) is not None


def stand_below_folios(places: Sequence[Place], text: Sequence[Line]) -> bool:
    """True if a name stands alone right below numbers that rise, three or more, and nowhere else."""
    above = [text[place.at - 1].text.strip() for place in places if place.at and not place.rest]
    if len(above) < max(_HEADS, len(places)) or not all(map(_FOLIO.fullmatch, above)):
        return False
    return all(int(one) < int(other) for one, other in itertools.pairwise(above))


_HEADS = 3
_FOLIO = re.compile(r"\d{1,4}")
