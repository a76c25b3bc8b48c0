"""Items of lists that a mark tells, such as those of exporters of Markdown."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, width
from converter.segment.units.signs import BULLET
from converter.segment.units.unit import Unit
from converter.source import Line

_LEAST = 16
"""Em of a single item: what is shorter may be a name or a folio behind a dash."""


def unbulleted(units: Sequence[Unit]) -> list[Unit]:
    """The units, the items of lists without their marks.

    A mark is that of a list where the next item has the same one, or where the text uses
    Markdown and a whole sentence follows a hyphen: a star may as well call a note.
    """
    marks = [
        BULLET.match(unit.text) if unit.text[0] in "-*+" and not unit.code else None
        for unit in units
    ]
    if not any(marks):
        return list(units)
    dashed = [
        unit.text
        for unit, hit in zip(units, marks, strict=True)
        if hit is not None and hit["mark"] == "-" and has_han(unit.text)
    ]
    # Whole paragraphs behind hyphens, and no short item: some exporters mark a page so.
    paragraphs = (
        len(dashed) >= _MANY
        and all(map(_is_sentence, dashed))
        and (sum(map(width, dashed)) >= _LONG * len(dashed))
    )
    markdown = paragraphs or any(unit.markup_level for unit in units)
    made = list(units)
    for at, (unit, hit) in enumerate(zip(units, marks, strict=True)):
        if hit is None or not (has_han(unit.text) or (markdown and _has_words(unit.text))):
            continue
        beside = [
            other["mark"]
            for step in (at - 1, at + 1)
            if 0 <= step < len(marks) and (other := marks[step]) is not None
        ]
        alone = markdown and hit["mark"] == "-" and _is_sentence(unit.text)
        if hit["mark"] in beside or alone:
            text = unit.text[hit.end() :]
            listed = not (paragraphs and hit["mark"] == "-")
            made[at] = unit._replace(text=text, markup=unit.markup + hit["mark"], bullet=listed)
    return made


def _has_words(text: str) -> bool:
    """True for - unwrap, an item in Latin letters, and not for - 12 -, a folio."""
    return any(map(str.isalpha, text))


def items_of(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines that each begin an item, as their marks or their ends tell.

    No line begins with a dot that carries the text on, though OCR may have torn one name so.
    Where all lines count, open with a label or end a sentence, but for a title above them and
    a source below, each is an item.
    """
    if len(lines) < _ITEMS:
        return frozenset()
    texts = [line.text.strip() for line in lines]
    sentences = texts[:-1] if texts[-1][0] in _SOURCE else texts
    if len(sentences) >= _FOUR and all(map(ends_sentence, sentences)):
        return frozenset(line.number for line in lines)
    for tells in (_counts, _are_facts, _are_sentences, _are_clauses):
        for first, end in ((0, 0), (1, 0), (0, 1), (1, 1)):
            inner = texts[first : len(texts) - end]
            if len(inner) >= _ITEMS and tells(inner):
                return frozenset(line.number for line in lines[first:])
    marks = [_ITEM.match(text) for text in texts]
    counts = Counter(hit["mark"] for hit in marks if hit is not None)
    return frozenset(
        line.number
        for line, hit in zip(lines, marks, strict=False)
        if hit is not None and counts[hit["mark"]] > 1
    )


def _are_facts(texts: Sequence[str]) -> bool:
    """True for 开放：…… and 票价：…… and so on, or for figures and what they count."""
    one = _FACT if _FACT.match(texts[0]) else _FIGURE
    return len(texts) > _ITEMS - (one is _FIGURE) and all(map(one.match, texts))


def _are_clauses(texts: Sequence[str]) -> bool:
    """True for lines that all end with ；, but for the last, which ends the sentence."""
    *most, last = texts
    return (
        len(texts) > _ITEMS
        and all(text[-1] == "；" for text in most)
        and (last[-1] == "；" or ends_sentence(last))
    )


def _are_sentences(texts: Sequence[str]) -> bool:
    """True for lines that all end a sentence, as those of a paragraph never do."""
    sizes = [width(text) for text in texts[:-1]]
    full = len(texts) < _MANY and max(sizes) - min(sizes) < _UNEVEN  # as in a column
    return len(texts) > _ITEMS and not full and all(map(ends_sentence, texts))


def _counts(texts: Sequence[str]) -> bool:
    """True for lines of which each begins with the next of ① ② ③, or of 1. 2. 3."""
    hits = [_NUMBER.match(text) for text in texts]
    values = [0 if hit is None else _value(hit["n"] or hit["d"]) for hit in hits]
    return values == list(range(1, len(values) + 1))


def _value(number: str) -> int:
    return int(unicodedata.numeric(number))


_NUMBER = re.compile(r"^(?:(?P<n>[①-⑨])|(?P<d>\d)[.．、)）](?!\d))\s*\S")
_ITEMS, _MANY = 2, 5
_SOURCE, _FOUR = "（(—", 4
"""What a source below begins with, and lines that in no column all end a sentence by chance."""
_LONG = 50
"""Em of a paragraph, on an average of several; items are shorter."""
_UNEVEN = 2.5
"""By so many em differ the lines of a paragraph at most, but for the last."""
_FIGURE = re.compile(rf"^\d[\d.,]*[%％]?[{HAN}]{{0,3}}[：:]\s*\S")
_FACT = re.compile(rf"^[{HAN}]{{2,8}}[：:]\s*\S")
_ITEM = re.compile(rf"^(?P<mark>[·•●▪◆■○◇])\s*(?=[{HAN}“《\d])(?!.{{0,12}}(?P=mark))")


def _is_sentence(text: str) -> bool:
    return width(text) >= _LEAST and ends_sentence(text)
