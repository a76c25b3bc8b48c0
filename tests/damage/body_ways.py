"""The ways in which magazines print the bodies of their articles, each drawn for itself.

A magazine has its lines and pages, an article its headings, turns and paragraphs. The
dimensions do not depend on one another, so that there are more forms than anybody has seen,
as there are in print; where two exclude each other, one gives way.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from random import Random

HOUSE_WAYS: dict[str, tuple[str, ...]] = {
    "layout": (
        *("paragraphs", "paragraphs", "paragraphs", "tight", "indented paragraphs"),
        *("indented", "indented", "wrapped", "flush", "all apart"),
    ),
    "measure": ("16", "20", "25", "34"),
    "furniture": ("none", "none", "gap", "folio", "dash", "head", "head and folio", "mark"),
    "head gap": ("none", "above", "both", "both"),
    "head indent": ("none", "none", "two", "middle"),
    "markup": ("none",) * 6 + ("bold", "hash"),
    "seams": ("clean", "clean", "doubled"),
    "marks": ("full", "full", "full", "half width"),
}
"""The dimensions of a magazine, each with its ways; what is more frequent stands more than once."""

PIECE_WAYS: dict[str, tuple[str, ...]] = {
    "ladder": (
        *("none", "cn", "cn", "cn bar", "paren", "first", "arabic", "decimal", "chapter"),
        *("capital", "capital bar", "roman", "roman point", "stem", "zeros", "zeros above"),
        *("letter", "alone", "digits alone", "plain", "plain", "plain", "plain", "plain"),
    ),
    "below": ("none", "none", "ladder", "ladder", "plain", "run-in", "series"),
    "words": (
        *("noun", "noun", "any", "any", "sentence", "question", "colon", "dash", "book"),
        *("quoted", "couplet", "ornament", "bracket", "two lines", "english", "stop"),
    ),
    "texts": (
        *("prose", "prose", "prose", "long", "dialogue", "short", "dates", "circled", "series"),
        *("ordinal", "letter", "quotation", "verse", "figures"),
    ),
    "talk": (
        *("none",) * 12,
        *("reporter", "question", "Q and A", "magazine", "round", "office", "bold", "surname"),
    ),
    "turns": ("one", "one", "several"),
    "echo": ("no", "no", "yes"),
    "opening": ("prose", "prose", "prose", "heading", "note"),
    "ending": ("none", "none", "none", "about", "editor", "references"),
    "inset": ("none", "none", "none", "caption"),
}
"""The dimensions of an article."""

_APART = frozenset({"paragraphs", "wrapped", "all apart"})
_WRAPPED = frozenset({"indented", "wrapped", "flush", "all apart"})
_BY_LOOKS = frozenset({"plain", "none"})


@dataclass(frozen=True, slots=True)
class BodyHouse:
    """How a magazine prints its articles: one way of each dimension."""

    layout: str
    measure: str
    furniture: str
    head_gap: str
    head_indent: str
    markup: str
    seams: str
    marks: str

    @property
    def apart(self) -> bool:
        """True where blank lines part all paragraphs."""
        return self.layout in _APART

    @property
    def wraps(self) -> bool:
        """True where each printed line is a line of the file."""
        return self.layout in _WRAPPED

    @property
    def indents(self) -> bool:
        """True where paragraphs begin with two blanks."""
        return self.layout in {"indented", "indented paragraphs", "all apart"}

    def ways(self) -> dict[str, str]:
        """The way of each dimension by its name."""
        return {one.name.replace("_", " "): getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True)
class BodyWay:
    """How an article is made: one way of each dimension."""

    ladder: str
    below: str
    words: str
    texts: str
    talk: str
    turns: str
    echo: str
    opening: str
    ending: str
    inset: str

    def ways(self) -> dict[str, str]:
        """The way of each dimension by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def draw_house(rng: Random) -> BodyHouse:
    """A magazine; what cannot be printed together gives way."""
    drawn = {name.replace(" ", "_"): rng.choice(ways) for name, ways in HOUSE_WAYS.items()}
    house = BodyHouse(**drawn)
    if house.apart:
        house = replace(house, head_gap="both")
    if house.markup != "none":  # what knows of bold print knows of paragraphs
        layout = "paragraphs" if house.wraps or house.indents else house.layout
        house = replace(house, layout=layout, head_indent="none", head_gap="both")
    if not house.indents:
        house = replace(house, head_indent="none")
    if house.wraps:  # a word is doubled where OCR completes it at the end of a page's text
        house = replace(house, seams="clean")
    return house


def draw_piece(rng: Random, house: BodyHouse) -> BodyWay:
    """An article; what cannot be told gives way."""
    way = BodyWay(**{name: rng.choice(ways) for name, ways in PIECE_WAYS.items()})
    if way.talk not in {"none", "bold"}:
        way = replace(way, below="none", texts="prose", echo="no", inset="none")
        if way.ladder not in {"none", "cn", "plain"}:
            way = replace(way, ladder=rng.choice(("none", "none", "plain")))
    if way.talk == "bold" and house.markup == "none":
        way = replace(way, talk="none")
    return _with_texts(house, _with_headings(house, way))


def _with_headings(house: BodyHouse, way: BodyWay) -> BodyWay:
    """The article with other headings where nobody could tell them from its texts."""
    plain = way.ladder == "plain" or way.below == "plain"
    if way.words == "stop" and house.markup == "none":
        way = replace(way, words="any")
    lone = plain and house.head_gap != "both"
    if way.words == "two lines" and (lone or house.layout == "all apart" or house.markup != "none"):
        way = replace(way, words="noun")
    if way.words == "question" and way.talk != "none":
        way = replace(way, words="noun")
    if way.ladder in {"none", "alone", "digits alone", "plain", "letter", "stem"}:
        way = replace(way, below="none")
    if way.ladder not in {"cn", "paren", "decimal", "arabic"} and way.below == "ladder":
        way = replace(way, below="none")
    return way


def _with_texts(house: BodyHouse, way: BodyWay) -> BodyWay:
    """The article with other texts where nobody could tell one from another."""
    if way.opening == "heading" and (way.ladder == "none" or way.texts == "letter"):
        way = replace(way, opening="prose")
    if way.texts == "verse" and not (house.apart and house.layout != "all apart"):
        way = replace(way, texts="prose")
    if house.layout == "flush" and way.texts in {"dialogue", "short", "letter"}:
        way = replace(way, texts="prose")
    if way.ending == "references" and house.marks == "half width":
        way = replace(way, ending="none")
    if way.texts == "circled" and way.below in {"run-in", "series"}:
        way = replace(way, texts="prose")
    return way
