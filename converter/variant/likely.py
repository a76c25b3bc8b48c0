"""What a one-to-many character most likely is, by weights that were learnt from texts.

A phrase needs the very word, a rule its clue at the very place. Where both are silent, the
characters around the place still speak: 汤 and 筷 nearby make 面 noodles, 船 and 岸 make 划 a
stroke of the oar. ``data/likely.txt`` holds a weight for each such sign; their sum tells
the form, and the commonest form stays unless the sum is clear. What is decided so remains
a guess, and the report lists it with the form that was chosen, unless the sum speaks plainly
against every form but the commonest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from string import ascii_lowercase, ascii_uppercase

from converter.variant.family import signs_of_name
from converter.variant.tables import DATA

_SURE = 5
"""Tenths by which the signs must outweigh the commonest form."""
_SURE_OF = {"托": 20, "松": 20, "扎": 14, "当": 12, "姜": 11}
"""The same where prose that nobody has seen showed less to be mostly wrong: it has sounds of
foreign names (托 扎 松), 当 before what happens, and women of old whom 姜 names.
"""
_CLEAR = -20
"""Tenths below which the signs speak so plainly against every rarer form that nobody need look.

Of 21,000 such places in prose from Taiwan and Hong Kong one in 300 had another form, most of
these by a misprint, in a name or in Cantonese.
"""
_NEVER_CLEAR = frozenset("里系")
"""Those that foreign names (里) and the style of courts (系) use where no sign tells of it."""
_NOT_CLEAR_BEFORE = {"后": frozenset("港湖坑寮厝壁埔庄宅浦隘洋")}
"""What names of places in Taiwan have behind it, in one form or in the other (后壁, 後壁湖)."""
_NEAR = 10
"""So many characters to either side count wherever they stand."""
_FAMILIES = frozenset("余于范姜钟涂游岳郁谷")
"""Family names that are words: one that stands often is read in one way (:func:`weigh`)."""
_THINGS = frozenset("面卷表坛签丑斗冲")
"""What is spoken of in one sense through a paragraph, mostly."""
_FAR = ("*", "+")
_NEAR_MOST = {"里": 6}
"""A mile is told by its number, not by the miles and names that stand near 里."""
_NAMED_BEFORE = 6
_NICKS = ("老", "小", "阿")
_MOST = 20
"""So many places of a name are looked at."""
_EVERYWHERE = frozenset(
    "。0A的了在是我他她它你们这那有不没一也就都和与着过到说要上下去来把被从对为以而之其个人大小得地很又还但及或等中里后前年"
    "月日时么什可能会想看自己只几两三多少第次将因所于并且如果此些样吗呢吧啊出起给让向跟比再才却更最已曾正每各某无非天点"
)
"""What stands near everything says nothing."""
_POINTS = "，。；：！？、“”‘’「」『』《》〈〉（）()—…·,.;:!?\"' \u3000\n"
_SIGNS = {
    **{at: "0" if chr(at).isdigit() else "A" for at in range(128)},
    **dict.fromkeys(map(ord, "０１２３４５６７８９"), "0"),
    **dict.fromkeys(map(ord, _POINTS), "。"),
}
"""Characters as the signs know them: all points are one, all digits, all letters."""
_NUMBERS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两几数零〇半")


WIDTHS = {"<2": 2, "<3": 3, ">2": 2, ">3": 3, "=": 2}
"""So many characters make one sign of a kind; of the other kinds one does."""

_Weights = tuple[str, int, dict[str, tuple[str, str]]]
"""A form that is not the commonest one, where it starts, the signs of each kind one after
another with a letter for the weight of each. They stay strings: few of them are ever asked for,
and to take all apart takes longer than all else here.
"""
Signs = dict[str, Iterable[str]]
"""What stands around a place, by kind."""


@cache
def _rows() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for line in (DATA / "likely.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            rows.setdefault(line[0], []).append(line[2:])
    return rows


_LETTERS = {letter: at for at, letter in enumerate(ascii_uppercase, 1)}
_LETTERS |= {letter: -at for at, letter in enumerate(ascii_lowercase, 1)}
"""The weights in tenths: A is 1, B is 2, a is -1, b is -2."""


@cache
def _weights_of(character: str) -> tuple[_Weights, ...]:
    """The weights for a character, read when it is first met."""
    made = []
    for row in _rows().get(character, ()):
        form, start, *fields = row.split("\t")
        told = zip(fields[1::3], fields[2::3], strict=True)
        made.append((form, int(start), dict(zip(fields[::3], told, strict=True))))
    return tuple(made)


def characters_with_weights() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The characters that weights are known of, each with the forms they may speak for."""
    for character in _rows():
        yield character, tuple(form for form, _, _ in _weights_of(character))


def signs_around(text: str, offset: int) -> Signs:
    """What stands around a place: neighbours by their distance, pairs, and all that is near.

    ``<`` is before, ``>`` behind, ``=`` on both sides, ``*`` near, ``+`` in the same clause;
    ``#`` is a number, ``@`` what makes a name.
    """
    before = text[max(0, offset - _NEAR) : offset][::-1].translate(_SIGNS)
    after = text[offset + 1 : offset + 1 + _NEAR].translate(_SIGNS)
    l1, l2, l3 = tuple(f"{before[:3]:。<3}")
    r1, r2, r3 = tuple(f"{after[:3]:。<3}")
    signs: Signs = {
        "<": l1,
        "<<": l2,
        "<2": (l2 + l1,),
        "<3": (l3 + l2 + l1,),
        ">": r1,
        ">>": r2,
        ">2": (r1 + r2,),
        ">3": (r1 + r2 + r3,),
        "=": (l1 + r1,),
        "*": set(before + after) - _EVERYWHERE,
        "+": set(before.partition("。")[0] + after.partition("。")[0]) - _EVERYWHERE,
    }
    if l1 in _NUMBERS:
        signs["#"] = "<>" if r1 in _NUMBERS else "<"
        signs["#="] = r1
    elif r1 in _NUMBERS:
        signs["#"] = ">"
    if text[offset] in _FAMILIES:
        signs["@"] = signs_of_name(text, offset)
    return signs


def _lead(signs: Signs, weights: _Weights, near: int = 0) -> int:
    """By how much the signs speak for a form; those that are but near, by ``near`` at most."""
    _, lead, told = weights
    if near:
        far = {kind: signs[kind] for kind in _FAR}
        lead += min(near, _lead(far, ("", 0, told)))
        signs = {kind: found for kind, found in signs.items() if kind not in _FAR}
    for kind, found in signs.items():
        if known := told.get(kind):
            keys, letters = known
            width = WIDTHS.get(kind, 1)
            for key in found:
                at = keys.find(key)
                while at % width and at >= 0:  # across the border of two
                    at = keys.find(key, at + 1)
                if at >= 0:
                    lead += _LETTERS[letters[at // width]]
    return lead


def _alike(text: str, offset: int) -> tuple[str, int]:
    """What names somebody at a place, and how far into it the family name stands."""
    if text[offset - 1 : offset] in _NICKS:
        return text[offset - 1 : offset + 1], 1
    return text[offset : offset + 3], 0


def _places(text: str, offset: int, article: str) -> list[Signs]:
    """The signs at a place; for a family name those at all places that name somebody so."""
    if text[offset] not in _FAMILIES:
        return [signs_around(text, offset)]
    name, inside = _alike(text, offset)
    places: list[Signs] = []
    at = article.find(name)
    while at >= 0 and len(places) < _MOST:
        places.append(signs_around(article, at + inside))
        at = article.find(name, at + 1)
    return places or [signs_around(text, offset)]


def _favour(text: str, offset: int, made: str, default: str) -> int:
    """What speaks for the rarer form of a thing that a paragraph has named by it before."""
    if text[offset] not in _THINGS:
        return 0
    rare = any(c == text[offset] and m != default for c, m in zip(text, made, strict=False))
    return _NAMED_BEFORE if rare else 0


def _is_doubted(text: str, offset: int) -> bool:
    """True before what makes a name of either form: no sign tells 后港 from 後港."""
    return text[offset + 1 : offset + 2] in _NOT_CLEAR_BEFORE.get(text[offset], ())


def weigh(
    text: str, offset: int, article: str = "", made: str = "", default: str = ""
) -> tuple[str, bool]:
    """The form (OpenCC's standard) of a character, "" for the commonest, and whether it is clear.

    ``made`` is the text as phrases have converted it, with the ``default`` form where they
    were silent: 卷 in a paragraph on 春捲 is more likely 捲.

    What may be a family name is read like the same name elsewhere in the ``article``: one
    place says 余少亭唱, the next one but 余少亭有意.
    """
    best, lead = "", _SURE_OF.get(text[offset], _SURE)
    forms = _weights_of(text[offset])
    if not forms:
        return best, False
    places = _places(text, offset, article)
    favour = _favour(text, offset, made, default)
    near = _NEAR_MOST.get(text[offset], 0)
    clear = text[offset] not in _NEVER_CLEAR and not _is_doubted(text, offset)
    for weights in forms:
        lead_of = [_lead(signs, weights, near) for signs in places]
        found = sum(lead_of) // len(places) + favour
        clear = clear and found <= _CLEAR
        if found > lead:
            best, lead = weights[0], found
    return best, clear
