"""Which of the paragraphs below the first are a box's own, where no source closes it.

What stands below the first paragraph of a box is its second one, or the text again. Every
piece has some evidence for either: a box is mostly set at the end of its article or section,
its paragraphs are short and alike, full of figures, and say what its title says; the text has
people in it, and what carries a broken sentence on begins like no paragraph. The likeliest way
to allot the pieces is taken; what each of them says is weighed in ``piece_odds``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, PAIRS, ends_sentence, is_han, unclosed, unopened, width
from converter.parse.alike_openings import opens_alike
from converter.parse.boxes import is_attribution
from converter.parse.items import item_form
from converter.parse.piece_odds import HEADING, PAGE, Alloting, Around
from converter.parse.rests import has_rest, without_rests
from converter.parse.seam import goes_on
from converter.parse.tables import is_caption
from converter.segment import Unit
from converter.segment.units import is_indented

_MOST = 5
"""Paragraphs at most that stand below the first one of a box."""
_PIECES = 4
"""Pieces among which one carries on the sentence that a box has cut."""
_LATER = 2.5
"""By how much a piece behind the next box must carry a sentence on better (log odds)."""
_OVERLEAF = 1.7
"""What it says for the first piece on the next page, below whole paragraphs of the box, that it
carries the sentence on which breaks off on this one."""
_WITH_REST = 1.0
"""What it says against a piece of the box that its last line stands below it: a page may have cut
one of the text."""


def end_among_paragraphs(
    units: Sequence[Unit], first: int, end: int, limit: int, around: Around
) -> int:
    """Where a box ends that stands between whole paragraphs, of which it has those up to ``end``.

    ``first`` is its first unit with text, ``limit`` the first that cannot be its own.
    """
    alloting = Alloting(units, first, around)
    scores, ends, at = [0.0], [end], end
    while at < min(len(units), limit, end + _MOST) and _is_paragraph(units, at, limit):
        scores.append(scores[-1] + alloting.own(at) + _BETWEEN_WHOLE)
        at += 1 + has_rest(units, at, limit)
        ends.append(at)
    last = at == len(units) or (at == limit and at + 1 == len(units))  # a pull quote, who wrote it
    if last or heads(units, at):
        for left, price in zip(range(1, len(scores)), (*_LEFT, *[_LEFT[-1]] * _MOST), strict=False):
            scores[-1 - left] -= price
    else:
        scores[0] += _MARGIN
    return ends[max(range(len(scores)), key=scores.__getitem__)]


_LEFT = (0.5, 1.0)
"""What it says against a box that one paragraph is left below it, or more, at the end of its
article or section."""
_MARGIN, _BETWEEN_WHOLE = 0.0, 0.38
"""What it says for the first paragraph alone that more follow than those of a box, and for each
paragraph more that the box cuts no sentence: where it does, one of them must carry that on."""


def _is_paragraph(units: Sequence[Unit], at: int, limit: int) -> bool:
    """True for a whole paragraph that may as well be the box's as the text's."""
    unit = units[at]
    form = item_form(unit.text)
    return (
        (ends_sentence(unit.text) or has_rest(units, at, limit))
        and unit.opens is not False
        and not unit.markup_level
        and not unit.pictured
        and (
            form in ("", "date", "figure")
            or form == item_form(units[at - 1].text)
            or (form == "label" and _SENTENCE.match(unit.text) is not None)
        )
    )


_SENTENCE = re.compile("[^：。]{1,6}[也很最更都][^：。]{1,4}：[^。]+。.")
"""原因也简单：……。……。: no item of a list begins with a clause."""


def carried_on_at(units: Sequence[Unit], first: int, end: int, limit: int, around: Around) -> int:
    """Which unit carries on the sentence that a box cuts: the likeliest, or the next after ``end``.

    It may be one that stands ``later``, behind other boxes: then all before is the box's.
    """
    if end >= limit:
        return end
    if end > first + 1 and heads(units, end):
        return end - 1  # no heading carries anything on
    alloting = Alloting(units, first, around)
    tail = around.tail
    most = min(limit, end + 2 * _PIECES)
    closes = (at for at in range(end + 1, most) if heads(units, at) or is_caption(units[at].text))
    limit = next(closes, most)
    best, best_score, best_odds, score = end, -math.inf, -math.inf, 0.0
    top = next((at for at in range(end, limit) if units[at].first in around.tops), -1)
    pieces = without_rests(units, end, limit, _PIECES)
    told = _told_by_seam(tail, {at: (units[at].text, alloting.odds(at)) for at in pieces})
    for at in pieces:
        unit = units[at]
        if told == at:
            return at
        if unit.opens is False or _is_flush(units, first, at):
            return at  # the only one that has no indent
        if opens_alike(tail, around.before, unit.text):
            # The next paragraph of the article: what carries on the broken one stands above.
            return best
        odds = alloting.odds(at)
        likely = score + alloting.carries(at, odds) + _OVERLEAF * (at == top)
        if unit.opens is None and likely > best_score:
            best, best_score, best_odds = at, likely, odds
        if not ends_sentence(unit.text):
            if not has_rest(units, at, limit):
                return best
            score -= _WITH_REST
        score += alloting.own(at)
    behind = max(
        (goes_on(tail, unit.text, around.trigrams) for unit in around.later), default=-math.inf
    )
    return at + 1 if behind >= best_odds + _LATER else best


def _closes(tail: str, text: str) -> bool:
    """True if a piece closes the bracket or quotation in which the box has cut the sentence."""
    opened, closed = unclosed(tail), unopened(text)
    return bool(opened and closed) and PAIRS[opened[-1]] == closed[0]


def _told_by_seam(tail: str, pieces: Mapping[int, tuple[str, float]]) -> int:
    """The only piece that carries a broken sentence on beyond doubt, -1 if none or several do.

    ``pieces`` have their texts, and the odds of each by the words at the seam.
    """
    closing = [at for at, (text, _) in pieces.items() if _closes(tail, text)]
    if closing:
        return closing[0] if len(closing) == 1 else -1
    best = max(pieces, key=lambda at: pieces[at][1], default=-1)
    others = [odds for at, (_, odds) in pieces.items() if at != best]
    sure = best in pieces and pieces[best][1] >= _BOUND and all(odds < 0 for odds in others)
    return best if sure else -1


_BOUND = 9.0
"""Log odds of a word that the seam parts."""


def _is_flush(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for a line without an indent below those of a box, where paragraphs on one line have one."""
    if is_indented(units[at].lines[0]) or not is_indented(units[first].lines[0]):
        return False
    near = units[max(0, first - PAGE) : first]
    whole = [
        is_indented(unit.lines[0])
        for above, unit in pairwise(near)
        if (ends_sentence(above.text) or width(above.text) <= HEADING)
        and width(unit.text) > HEADING
        and ends_sentence(unit.text)
    ]
    return len(whole) >= _HABIT and sum(whole) * _NOT_ALL >= len(whole) * (_NOT_ALL - 1)


_HABIT, _NOT_ALL = 3, 5
"""So many paragraphs tell how they begin on these pages; one of so many may begin otherwise."""


def set_in(units: Sequence[Unit], at: int, around: Around) -> float:
    """By how much rather a broken sentence goes on below the paragraph under a unit than in it.

    In log odds; then the unit is the title of a box of which the paragraph is the first.
    """
    alloting = Alloting(units, at, around)
    first, best, score = at + 1, -math.inf, 0.0
    odds = alloting.odds(first)
    within = alloting.carries(first, odds)
    for below in range(first, min(len(units) - 1, first + _PIECES)):
        if not ends_sentence(units[below].text):
            break
        score += alloting.own(below)
        rest = units[below + 1]
        if rest.opens or heads(units, below + 1):
            break
        best = max(best, score + alloting.carries(below + 1, alloting.odds(below + 1)))
    return best - within


def sentence_below(units: Sequence[Unit], at: int, limit: int, around: Around) -> bool:
    """True if a whole sentence below the items of a box is its own as well.

    The next piece, and not that one, must carry on the sentence that the box cuts; it need do so
    no better where notes at the foot of the page part the two.
    """
    after = at + 1
    while after < len(units) and units[after].text[0] in CIRCLED:
        after += 1  # a note that is called above ends the box as well
    noted = after > at + 1
    if after >= len(units) or (after >= limit and not noted) or heads(units, after):
        return False
    below, rest = units[at], units[after]
    if not ends_sentence(below.text) or below.opens is False or rest.opens:
        return False
    odds = goes_on(around.tail, rest.text, around.trigrams)
    more = odds - goes_on(around.tail, below.text, around.trigrams)
    return (
        more >= 0
        if noted or _tells_of_items(units, at, rest.text)
        else odds >= _LIKELY and more >= _FAR
    )


_ITEM = re.compile(rf"^(?P<name>[{HAN}]{{1,6}})(?:[：:]|[ \u3000]+)\s*[^\s。]{{1,16}}$")
_FEW_ITEMS = 2


def _tells_of_items(units: Sequence[Unit], at: int, rest: str) -> bool:
    """True for 牛腩切块焯水，用油把姜和酱炒香…… below 牛腩：1斤半 and 姜：5片: what is done with them.

    The ``rest`` of the text says their names less often.
    """
    names: set[str] = set()
    for unit in reversed(units[:at]):
        if (hit := _ITEM.match(unit.text.strip())) is None:
            break
        names.add(hit["name"])
    told = sum(name in units[at].text for name in names)
    return told >= _FEW_ITEMS and told - sum(name in rest for name in names) >= _FEW_ITEMS


_LIKELY, _FAR = 2.5, 3.2
"""What must speak for that (log odds), and by how much more than for the sentence: weighed on
twelve hundred sentences that pages cut, as for a pull quote."""


def heads(units: Sequence[Unit], at: int) -> bool:
    """True for a heading between blank lines, above a paragraph: by its markup or its looks."""
    if at + 1 >= len(units):
        return False
    unit, following = units[at], units[at + 1]
    text = unit.text
    if unit.markup_level:
        return True
    apart = (unit.gap and following.gap) or (unit.opens is not False and following.opens is True)
    return (
        apart
        and not unit.wrapped
        and width(text) <= HEADING
        and not ends_sentence(text)
        and (is_han(text[-1]) or text[-1] in "”》")
        and not re.search("[，。；：]", text)
        and width(following.text) >= 2 * HEADING
        and (ends_sentence(following.text) or "。" in following.text)
        and not is_attribution(text)
        and following.opens is not False
    )
