"""Titles where neither contents nor bylines nor levels of signs tell any.

Texts that somebody has gathered one below the other have heads of one kind still: those under
a sign, below each of which the headings are counted anew; or lines at the left edge, where
everything else is indented.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, width
from converter.parse.headings.numbers import numbering
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.segment import Unit

_PART = re.compile(
    r"^(?:参\s*考\s*文\s*献|注\s*释|附\s*录|致\s*谢|[引前绪]\s*言|绪\s*论|结\s*[语论]|结\s*束\s*语|摘\s*要|关\s*键\s*[词字])\s*[：:]?$"
)
"""What a paper calls its parts that have no number."""
_SENTENCE = 24
"""Em of a sentence that is text."""
_FEWEST = 2
"""So many titles are no chance."""
_TITLE, _TEXT = 48, 24
"""The most em of a title, and the least of a paragraph."""
_PARAGRAPHS = 3
"""So many paragraphs each of the texts has at least."""
_HEAD_LINES, _ENOUGH = 5, 3
"""Units before the only title at most; so many numbers are no chance."""
_INDENTED = 9
"""Of ten lines at the left edge and elsewhere, so many are indented."""


def only_text(survey: Survey) -> list[Opening]:
    """The one text that a single # above all others heads, where nothing tells several.

    Where one # stands before all headings alike, their numbers tell that they are lower.
    """
    marked = [at for at, unit in enumerate(survey.units) if unit.markup_level]
    if not marked or survey.contents.entries or marked[0] >= _HEAD_LINES:
        return []
    first, *others = marked
    top = survey.units[first].markup_level == 1
    lower = all(survey.units[at].markup_level > 1 for at in others)
    if not (top and (lower or _are_its_parts(survey, first, others))):
        return []
    if not survey.may_be_title(first):
        return []
    below = survey.units[first + 1 :]
    told = any(width(one.text) >= _SENTENCE and ends_sentence(one.text) for one in below)
    return [Opening(first, [first])] if told else []


def _are_its_parts(survey: Survey, first: int, others: Sequence[int]) -> bool:
    """True for 1 引言, 2.1 办法 and 参考文献, which are marked as the title above them is.

    So is the title in English, and nothing else.
    """
    texts = [survey.units[at].text for at in others]
    counted = [text for text in texts if numbering(text) is not None]
    rest = [text for text in texts if numbering(text) is None]
    named = all(not has_han(text) or _PART.match(text) for text in rest)
    return len(counted) >= _ENOUGH and named and numbering(survey.units[first].text) is None


def untold_titles(survey: Survey) -> list[Opening]:
    """The openings of texts that nothing else tells; none where there is but one."""
    if survey.contents.entries:
        return []
    found = _counted_anew(survey) or _at_the_edge(survey)
    return [Opening(at, [at]) for at in found]


def _counted_anew(survey: Survey) -> list[int]:
    """The heads under signs of one level, below each of which headings are counted from 一、 on."""
    units = survey.units
    heads = [at for at, unit in enumerate(units) if unit.markup_level]
    if len(heads) < _FEWEST or len({units[at].markup_level for at in heads}) > 1 or heads[0] > 1:
        return []
    if not all(survey.may_be_title(at) for at in heads):
        return []
    ends = [*heads[1:], len(units)]
    told = all(_counts(units[at + 1 : end]) for at, end in zip(heads, ends, strict=True))
    return heads if told else []


def _counts(units: Sequence[Unit]) -> bool:
    """True for a text with headings that are counted from the first on, and paragraphs between them."""
    numbers = [
        told
        for unit in units
        if width(unit.text) <= _TITLE
        and not ends_sentence(unit.text)
        and (told := numbering(unit.text)) is not None
    ]
    tops = [told for told in numbers if told.kind == numbers[0].kind]
    return len(tops) >= _FEWEST and tops[0].value == 1 and _is_text(units)


def _is_text(units: Sequence[Unit]) -> bool:
    """True for several whole paragraphs."""
    whole = [unit for unit in units if width(unit.text) >= _TEXT and ends_sentence(unit.text)]
    return len(whole) >= _PARAGRAPHS


def _at_the_edge(survey: Survey) -> list[int]:
    """The lines at the left edge that stand alone over indented text, where all text is indented."""
    units = survey.units
    indented = sum(unit.indent >= 1 for unit in units)
    if indented * 10 < len(units) * _INDENTED:
        return []
    heads = [at for at in range(len(units) - 1) if _is_alone(survey, at)]
    if len(heads) < _FEWEST:
        return []
    ends = [*heads[1:], len(units)]
    told = all(_is_text(units[at + 1 : end]) for at, end in zip(heads, ends, strict=True))
    return heads if told else []


def _is_alone(survey: Survey, at: int) -> bool:
    """True for a line between blank ones that may be a title, over a paragraph that is indented."""
    unit, below = survey.units[at], survey.units[at + 1]
    apart = unit.gap and below.gap and unit.indent < 1 <= below.indent
    plain = not (unit.wrapped or unit.strong or unit.bullet or unit.quoted or unit.text[0] in "_*")
    return apart and plain and width(unit.text) <= _TITLE and survey.may_be_title(at)
