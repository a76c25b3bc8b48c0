"""Short sentences that OCR has parted by a blank line, as if each half were a paragraph.

A pull quote is set in a few lines, large and with room between them: 拆下来的是铁，装上去的也 | 是铁，
中间隔着的是三十年。
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.parse.boxes import is_attribution
from converter.parse.captions import is_unnumbered_caption, names_picture
from converter.parse.headings import ends_in_particle, numbering
from converter.parse.kinds import labelled
from converter.parse.usage import joins
from converter.profile import Profile
from converter.segment import Unit

_LEAST, _HALF, _WHOLE = 4, 30, 48
"""Em of the shortest first half, of the longest half, and of the longest sentence set so."""
_PARAGRAPH, _AROUND = 24, 2
"""Em from which on a unit is rather a paragraph, and among how many units on each side there is one:
verse has none so near."""
_CLAUSE, _VERSE, _EVEN = 18, 13, 2
"""Em of a clause that ends with its half, of a line of verse, and by how much two of those differ."""
_CARRY_ON = frozenset("，、；：。！？”』」》）")
"""With what no line begins (GB/T 15834-2011 §5.1.2): it carries on the one above."""
_POINTS = frozenset("，；。")
_SPEAKS = re.compile("^[^，。；：]{1,8}：")
_PARTICLE_GOES_ON, _CLAUSE_GOES_ON, _WORDS_GO_ON = -1.1, 0.0, 2.4
"""What :func:`joins` says at least below 的, 在 and the like, below a clause, and where the first half may
be a heading."""
_LIKELIER, _SURELY = 0.7, 1.5
"""By so much likelier the second half carries on than what stands below it, and than it carries on a
sentence that breaks off above both."""
_WORDS, _REST = 8, 24
"""Em of a first half without a mark at least, and of what then follows it at most."""
_TWICE = 4
"""Characters that are read on both sides of a seam at most."""


def with_thoughts_whole(units: list[Unit], profile: Profile) -> list[Unit]:
    """The units, of which those are one that are the halves of one short sentence.

    The first breaks off, the second ends as a sentence does; what stands side by side at their
    seam does so in other prose, or no line can begin with it. A paragraph stands above or below.
    """
    labels = profile.boxes.labels
    seconds = {
        at: False
        for at in range(1, len(units))
        if _is_half(units, at) and units[at - 1].text not in labels and _belong(units, at)
    }
    return with_lines_joined(units, seconds)


def _is_half(units: Sequence[Unit], at: int) -> bool:
    above, unit = units[at - 1], units[at]
    size, rest = width(above.text), width(unit.text)
    if not (_LEAST <= size <= _HALF and rest <= _HALF and size + rest <= _WHOLE):
        return False
    if ends_sentence(above.text) or not ends_sentence(unit.text) or not _is_plain(units, at):
        return False
    if at > 1 and units[at - 2].text[-1] in "；：":
        return False  # the items of a list, or what the text leads up to
    around = (*units[max(0, at - 1 - _AROUND) : at - 1], *units[at + 1 : at + 1 + _AROUND])
    return any(width(one.text) >= _PARAGRAPH for one in around)


def _is_plain(units: Sequence[Unit], at: int) -> bool:
    above, unit = units[at - 1], units[at]
    if not (above.gap and unit.gap):
        return False
    marked = (one.markup_level or one.strong or one.quoted or one.bullet for one in (above, unit))
    set_so = (one.opens is not None or one.caption or one.wrapped for one in (above, unit))
    told = is_attribution(unit.text) or labelled(above.text) or labelled(unit.text)
    numbered = numbering(above.text) or numbering(unit.text)
    caption = names_picture(above.text) or is_unnumbered_caption(above.text)
    return not (any(marked) or any(set_so) or told or numbered or caption)


def _belong(units: Sequence[Unit], at: int) -> bool:
    above, below = units[at - 1].text, units[at].text
    if below[0] in _CARRY_ON:
        return True
    twice = any(above.endswith(below[:size]) for size in range(1, _TWICE + 1))
    if twice or _SPEAKS.match(below) or not is_han(below[0]):
        return False
    if at + 1 < len(units) and is_attribution(units[at + 1].text):
        return False  # what somebody says, and who
    odds = joins(above, below)
    if _goes_on_below(units, at, odds):
        return False
    before = units[at - 2].text if at > 1 else "。"
    whole = ends_sentence(before)
    if not whole and joins(before, below) > odds - _SURELY:
        return False  # a sentence that the first of them has cut
    if above[-1] in "，；、":
        even = width(above) <= _VERSE and abs(width(above) - width(below)) <= _EVEN
        alone = whole or (width(before) >= _PARAGRAPH and before[-1] != "，")
        return alone and width(above) <= _CLAUSE and (above[-1] == "；" or not even)
    if above.startswith("——") or not is_han(above[-1]):
        return False
    if any(point in above for point in _POINTS):
        return odds >= (_PARTICLE_GOES_ON if ends_in_particle(above) else _CLAUSE_GOES_ON)
    return width(above) >= _WORDS and width(below) <= _REST and odds >= _WORDS_GO_ON


def _goes_on_below(units: Sequence[Unit], at: int, odds: float) -> bool:
    """True if a sentence goes on below what cuts it, as the ``odds`` of the unit itself are less."""
    if at + 1 == len(units) or _SPEAKS.match(units[at + 1].text):
        return False
    likelier = _LIKELIER if odds < _WORDS_GO_ON else 0.0
    return joins(units[at - 1].text, units[at + 1].text) > odds - likelier
