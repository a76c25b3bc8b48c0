"""Pull quotes before a title: the OCR reads them as the end of the article before.

A pull quote says again what its own article says, word for word or in other words. The
first is seen by its words; the second by whose words they are, those of the article that
it precedes or of the one that it seems to end, and by the habit of the issue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.hanzi import ends_sentence, key, width
from converter.model import PullQuote
from converter.parse.attributions import read_attribution
from converter.parse.boxes import is_attribution
from converter.parse.context import Context, piece_of, spans_of
from converter.parse.geometry import odds_of_closing
from converter.parse.headings import numbering
from converter.parse.heal import decide, is_bracketed
from converter.parse.kinds import labelled
from converter.parse.paragraph import complete
from converter.segment import Unit

Quote = list[Unit]
"""The units of a pull quote, its attribution among them."""

_MOST = 3
"""So many pull quotes may stand before a title, and so many pieces may a page make of one."""
_SHORTEST, _LONGEST = 12, 300
"""Characters of a pull quote that is told by its topic; longer ones are text."""
_CLEAR, _CLEAR_BY_HABIT = 2.8, 1.3
"""From here on the words of a text tell whose it is, in standard deviations; the second holds
where another title of the issue has a pull quote before it that says again what its text says, or
some have one that is clear by itself."""
_HABIT = 2
"""So many are no chance."""
_CAP = 2.5
"""What a single pair of characters may say at most (log ratio)."""
_TITLE, _TITLES_MOST = 0.6, 4
"""What a pair of characters of a title says beyond that, and how many of them count."""
_BELOW_NAME = 6.0
"""What it says that the name of a section or column stands above a text, on its page: nothing
of the article before stands there, unless the name is printed over the page."""
_SERIES, _SET = -2.0, 1.5
"""What it says that a text begins like the one before it (坚持…… 坚持……), and that it alone
is set in short lines."""
_OVER = 1.0
"""What it says that the paragraph before it takes leave: ……一定能够变成农民的钱袋。"""


@dataclass(slots=True)
class _Text:
    """The text of an article as far as it is known, and its title, for comparison."""

    key: str
    title: str = ""
    counts: dict[str, int] = field(default_factory=dict)

    def rate(self, pair: str) -> float:
        """How often two characters stand side by side, per character."""
        found = self.counts.get(pair)
        if found is None:
            found = self.counts[pair] = self.key.count(pair)
        return found / max(1, len(self.key))


def take_quotes(
    parts: list[list[Unit]], titles: Sequence[str], above: Sequence[int]
) -> list[list[Quote]]:
    """Take the pull quotes before each title out of the part before it.

    ``parts`` are the units before the first article and those of each article's body; the
    quotes taken are missing in them afterwards. ``titles`` are the articles', and
    ``above`` are the lines of the names over them, 0 where there is none. Returns those of
    each article.
    """
    taken = [_said_again(parts, index) for index in range(len(parts) - 1)]
    names = ["", *map(key, titles)]
    texts = [_Text(_key(part), name) for part, name in zip(parts, names, strict=True)]
    found = []
    for index, quotes in enumerate(taken):
        start = _last_paragraph(parts[index]) if not quotes else -1
        if start >= (3 if index else 0) and _may_be_quote(parts[index][start:]):
            clear = _clearness(parts, texts, index, start) + _form(parts, index, start)
            # What has come here from another page (下转) stands below the title, too.
            below = parts[index + 1][0].first if parts[index + 1] else 0
            if 0 < above[index] < parts[index][start].first < below:
                clear += _BELOW_NAME
            found.append((clear, index, start))
    count = sum(1 for quotes in taken if quotes)
    said = count > 0
    for clear, index, start in sorted(found, reverse=True):
        # Laplace's rule: how many titles of this issue have a pull quote before them.
        habit = (count + 1) / (len(taken) + 2)
        needed = _CLEAR_BY_HABIT if said or count >= _HABIT else _CLEAR
        # Where all have one, words have to tell all the same: one may be missing.
        if 2 * (clear - needed) + min(0.0, math.log(habit / (1 - habit))) <= 0:
            break
        taken[index] = [parts[index][start:]]
        del parts[index][start:]
        count += 1
    return taken


def _key(units: Sequence[Unit]) -> str:
    return "".join(key(unit.text) for unit in units)


def _said_again(parts: list[list[Unit]], index: int) -> list[Quote]:
    """The pull quotes before a title whose words stand in its article."""
    before, own = parts[index], parts[index + 1]
    text = _key(own)
    previous = _key(before[:-1]) if index else ""
    quotes: list[Quote] = []
    while before and len(quotes) < _MOST:
        end = len(before)
        if is_attribution(before[-1].text) and end > 1 and before[-1].text.startswith("——"):
            end -= 1
        first = _last_paragraph(before[:end])
        if not _is_said_in(before[first:end], text, previous):
            first = end - 1
            if not _is_said_in(before[first:end], text, previous):
                break
        quotes.insert(0, before[first:])
        del before[first:]
    return quotes


def _is_said_in(units: Sequence[Unit], text: str, previous: str) -> bool:
    """True if units say what a text says, and another text does not."""
    name = _key(units)
    return len(name) >= _SHORTEST and _contained(name, text) and not (previous and name in previous)


def _contained(name: str, text: str) -> bool:
    """True if nearly all of a text is said in another."""
    # Some pieces of a long text tell as much as all.
    own = [name[i : i + 4] for i in range(0, len(name) - 3, 1 + len(name) // 60)]
    found, needed = len(own), 0.8 * max(1, len(own))
    for gram in own:
        found -= gram not in text
        if found < needed:
            return False
    return found >= needed


def _last_paragraph(units: Sequence[Unit]) -> int:
    """Where the last paragraph begins, of which a page or a box may have made pieces."""
    at = len(units) - 1
    while at > 0 and len(units) - at < _MOST and _goes_on(units[at - 1], units[at]):
        at -= 1
    return at


def _goes_on(before: Unit, after: Unit) -> bool:
    if complete(before.text) or is_attribution(before.text) or width(before.text) < 20:
        return False
    return numbering(before.text) is None and decide(before.text, after.text).join


def _may_be_quote(units: Sequence[Unit]) -> bool:
    """True for whole sentences that are no part of a series and bear no label."""
    first, last = units[0].text, units[-1].text
    size = sum(width(unit.text) for unit in units)
    return (
        _SHORTEST <= size <= _LONGEST
        and ends_sentence(last)
        and numbering(first) is None
        and labelled(first) is None
        and not is_bracketed(first)
        and not first.startswith(("[", "［"))
    )


def _clearness(parts: list[list[Unit]], texts: list[_Text], index: int, start: int) -> float:
    """By how many deviations the last paragraph of a part speaks of what the next part does.

    The mean log ratio of the rates of its pairs of characters, over that of chance; pairs
    that neither part has say nothing.
    """
    before = parts[index][start - 1] if start else None
    boxed = before is not None and is_attribution(before.text)
    if index and before is not None and not (boxed or complete(before.text)):
        return -math.inf  # it stands under a heading
    name = _key(parts[index][start:])
    one = texts[index + 1]
    # Before the first title there is nothing that it might be the end of.
    left = texts[index].key.removesuffix(name) if index else ""
    other = _Text(left or "".join(text.key for text in texts[index + 2 :])[:20000])
    if not one.key or not other.key:
        return -math.inf
    pairs = _pairs(name)
    least = 1 / (len(one.key) + len(other.key))
    total = 0.0
    for pair in sorted(pairs):
        ratio = math.log((one.rate(pair) + least) / (other.rate(pair) + least))
        total += max(-_CAP, min(_CAP, ratio))
    return total / math.sqrt(max(1, len(pairs))) + _named(pairs, texts, index)


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


def _named(pairs: set[str], texts: list[_Text], index: int) -> float:
    """What it says that some pairs stand in the next title and not in the one before."""
    before, after = _pairs(texts[index].title), _pairs(texts[index + 1].title)
    said = 0
    for pair in pairs & (before ^ after):
        # What half of the articles speak of (发展) tells nothing.
        if sum(text.rate(pair) > 0 for text in texts) <= max(2, len(texts) // 2):
            said += 1 if pair in after else -1
    return _TITLE * max(-_TITLES_MOST, min(_TITLES_MOST, said))


def _form(parts: list[list[Unit]], index: int, start: int) -> float:
    """What the form of the last paragraph of a part says, beside what precedes it."""
    own, before = parts[index][start:], parts[index][max(0, start - 4) : start]
    said = 0.0
    head = key(own[0].text)[:2]
    if index and any(key(unit.text)[:2] == head for unit in before[-2:]):
        said += _SERIES
    if index and before and odds_of_closing(before[-1].text) < 0:
        said += _OVER if odds_of_closing(own[-1].text) >= 0 else 0.0
    around = (*before, *parts[index + 1][:4])
    if own[0].wrapped and not any(unit.wrapped for unit in around):
        said += _SET
    return said


def quote(units: Sequence[Unit], own_id: str, context: Context) -> PullQuote:
    """A pull quote with its attribution, if it has one; what the page cut is one again."""
    body = [unit for unit in units if not is_attribution(unit.text)]
    marks = [unit for unit in units if is_attribution(unit.text)]
    attribution = read_attribution(marks, context) if marks else None
    paragraphs: list[Quote] = []
    for unit in body:
        if paragraphs and _goes_on(paragraphs[-1][-1], unit):
            paragraphs[-1].append(unit)
        else:
            paragraphs.append([unit])
    return PullQuote(
        tuple(context.ledger.text([piece_of(unit) for unit in group]) for group in paragraphs),
        attribution,
        spans_of(units),
        own_id,
    )
