"""Pull quotes before a title: the OCR reads them as the end of the article before.

A pull quote says again what its own article says, word for word or in other words. The
first is seen by its words; the second by whose words they are, those of the article that
it precedes or of the one that it seems to end, and by the habit of the issue.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, key, unopened, width
from converter.model import PullQuote
from converter.parse.attributions import read_attribution
from converter.parse.boxes import is_attribution, is_work
from converter.parse.context import Context, piece_of, spans_of
from converter.parse.grams import Trigrams
from converter.parse.headings import numbering
from converter.parse.heal import decide, is_bracketed
from converter.parse.issue.quote_odds import (
    Words,
    odds_of_habit,
    odds_of_main_piece,
    odds_of_quote,
)
from converter.parse.issue.quote_pages import tell_titles, turns_above, turns_between
from converter.parse.kinds import NOTED, is_credit, labelled
from converter.parse.paragraph import complete
from converter.parse.seam import goes_on
from converter.segment import Unit
from converter.segment.units import is_indented
from converter.segment.units.starts import needed

Quote = list[Unit]
"""The units of a pull quote, its attribution among them."""

_MOST = 3
"""So many pull quotes may stand before a title, and so many pieces may a page make of one."""
_TEXT, _BRIEF = 3, 2.0
"""Paragraphs of a text above, and what it says against a pull quote (log odds) that one is missing:
so little tells hardly what the article speaks of."""
_NOTHING_ELSE = -1.0
"""The least that the habit of an issue says of what stands above the first title, where another title
has a pull quote before it: the text ends no article."""
_PLAIN, _HARDLY = 6.0, 1.0
"""Log odds of a pull quote that is plain to see, and of what hardly is one beside three of those."""
_UNSTOPPED = 1.0
"""What it says that a text ends without a full stop."""
_SHORTEST, _LEAST, _LONGEST = 12, 10, 300
"""The least characters of a pull quote that is told by its words and of one told by its topic; longer
ones are text."""


def take_quotes(  # noqa: PLR0913  (what tells them stands in several places)
    parts: list[list[Unit]],
    titles: Sequence[str],
    above: Sequence[int],
    sections: Sequence[int],
    listed: Sequence[str] = (),
    unsigned: Collection[int] = (),
    trigrams: Trigrams | None = None,
    *,
    tops: Collection[int] = (),
) -> list[list[Quote]]:
    """Take the pull quotes before each title out of the part before it.

    ``parts`` are the units before the first article and those of each article's body; the
    quotes taken are missing in them afterwards. ``titles`` are the articles', ``above`` are
    the lines of the names over them, 0 where there is none, and ``sections`` their numbers,
    -1 where one is unknown; ``listed`` is what the contents say below each title, and ``unsigned``
    are the few articles that nobody signs; ``trigrams`` tell how the issue puts characters side by
    side, and ``tops`` are the first lines on pages. Returns those of each article.
    """
    told = listed or [""] * len(titles)
    taken = [_said_again(parts, index, told[index]) for index in range(len(parts) - 1)]
    names = ["", *map(key, titles)]
    texts = [Words(_key(part), name) for part, name in zip(parts, names, strict=True)]
    found = _likely(parts, texts, taken, above, trigrams, sorted(tops))
    have = {index for index, quotes in enumerate(taken) if quotes}
    # Where the pull quotes of an issue are plain to see, what hardly is one belongs to its text.
    plain = len(have) + sum(odds > _PLAIN for _, odds in found.values())
    least = _HARDLY if plain >= _TEXT else 0.0
    more = set(found)
    while more:  # each one found makes the next more likely
        habit = odds_of_habit(have, sections, unsigned)
        if have:
            habit[:1] = [max(_NOTHING_ELSE, odds) for odds in habit[:1]]
        more = {at for at, (_, odds) in found.items() if odds + habit[at] > least} - have
        have |= more
    habit = odds_of_habit(have, sections, unsigned)
    for index, (start, odds) in found.items():
        two = odds + habit[index] > -_PAIR and _begins_two(parts, texts, index, start, above)
        if index not in have and not two:
            continue
        taken[index] = _thoughts(parts[index][start:])
        if two:
            taken[index].insert(0, parts[index][two:start])
        del parts[index][two or start :]
        # Above one in other words may stand another that says what the article says.
        room = len(taken[index])
        taken[index] = _said_again(parts, index, told[index], room) + taken[index]
    if 0 in have & found.keys() and (more_above := _above_first(parts, texts, taken[0], above)):
        taken[0] = [*more_above, *taken[0]]
    _take_above(parts, texts, taken, above, habit=odds_of_habit(have, sections, unsigned))
    return taken


def _thoughts(units: Quote) -> list[Quote]:
    """Several thoughts set close, each whole: pull quotes of their own."""
    quotes: list[Quote] = []
    for unit in units:
        if quotes and (is_attribution(unit.text) or not _is_over(units, quotes[-1][-1], unit)):
            quotes[-1].append(unit)
        else:
            quotes.append([unit])
    return quotes


def _is_over(units: Quote, above: Unit, unit: Unit) -> bool:
    """True if a thought ends above a unit: with its sentence, and not because its line was full.

    ``units`` are all that stand close: their longest line tells the measure, if it can one that breaks
    off a sentence, as only a full one does.
    """
    if not complete(above.text):
        return False
    lines = [line.text.strip() for one in units for line in one.lines]
    measure = max(map(width, [line for line in lines if not complete(line)] or lines))
    size = width(above.lines[-1].text.strip())
    return size > _PRINTED or size + needed(unit.text) < measure


_MOST_LINES = 10
"""Printed lines of a pull quote that OCR parts at each."""
_PRINTED = 36
"""Em of the longest printed line of a pull quote; what is longer stands on a line by itself."""


def _take_above(
    parts: list[list[Unit]],
    texts: Sequence[Words],
    taken: list[list[Quote]],
    above: Sequence[int],
    *,
    habit: Sequence[float],
) -> None:
    """Take one more thought above the pull quotes of a title, where another title has several.

    It is short, and stands right above them; how the issue has them says as much as its words.
    """
    several = {index for index, quotes in enumerate(taken) if len(quotes) > 1}
    for index, quotes in enumerate(taken[1:] if several else (), 1):
        units = parts[index]
        if not quotes or len(quotes) >= _MOST or not several - {index}:
            continue
        start = _last_paragraph(units)
        if start < _TEXT or quotes[0][0].first - units[-1].last > _NEAR:
            continue
        own = units[start:]
        size = sum(width(unit.text) for unit in own)
        if size > _THOUGHT or not quotes[0][0].gap or not _may_be_quote(own):
            continue
        if _is_set_as_text(units, start) or not ends_sentence(own[-1].text):
            continue
        # Of the text above, what is taken tells nothing any more.
        left = _with_text(texts, index, units)
        if odds_of_quote(parts, left, index, start, above[index]) + habit[index] > _ANOTHER:
            quotes.insert(0, own)
            del units[start:]


def _with_text(texts: Sequence[Words], index: int, units: Sequence[Unit]) -> list[Words]:
    """The texts, that of one article being what some units say."""
    return [*texts[:index], Words(_key(units), texts[index].title), *texts[index + 1 :]]


def _begins_two(
    parts: Sequence[list[Unit]],
    texts: Sequence[Words],
    index: int,
    start: int,
    above: Sequence[int],
) -> int:
    """Where the upper of two thoughts above a title begins, parted by a blank line; 0 for none.

    What the lower one alone would not tell two short paragraphs do, the upper of which clearly
    speaks of the next article.
    """
    units = parts[index]
    at = _last_paragraph(units[:start]) if start else -1
    if not index or at < _TEXT or not (units[at].gap and units[start].gap):
        return 0
    both = units[at:start], units[start:]
    short = max(sum(width(unit.text) for unit in own) for own in both) <= _THOUGHT
    near = units[start].first - units[start - 1].last <= _NEAR
    whole = ends_sentence(units[start - 1].text) and _may_be_quote(both[0])
    if not (short and near and whole) or _is_set_as_text(units, at):
        return 0
    left = [*parts[:index], units[:start], *parts[index + 1 :]]
    said = _with_text(texts, index, left[index])
    odds = odds_of_quote(left, said, index, at, above[index])
    return at if odds + odds_of_main_piece(left, said, index) > _CLEAR else 0


_PAIR = 1.5
"""By how much less speaks for the lower of two thoughts above a title than for one alone (log odds)."""
_ANOTHER = 1.0
"""Log odds of one more thought above the pull quotes of a title."""


def _above_first(
    parts: list[list[Unit]], texts: Sequence[Words], below: Sequence[Quote], above: Sequence[int]
) -> list[Quote]:
    """A thought right above the pull quote of the first article, which no article can end with."""
    units = parts[0]
    start = _last_paragraph(units)
    near = start >= 0 and below[0][0].first - units[-1].last <= _NEAR if units else False
    if not near or len(below) >= _MOST or not _may_be_quote(units[start:]):
        return []
    # No blank line parts the first sentence of a quotation from the others.
    close = not below[0][0].gap and below[0][0].first == units[-1].last + 1
    if not close and odds_of_quote(parts, texts, 0, start, above[0]) < _CLEAR:
        return []
    own = units[start:]
    del units[start:]
    if below[0][0].gap or _is_over([*own, *below[0]], own[-1], below[0][0]):
        return [own]
    below[0][:0] = own  # the first line of that one
    return []


_NEAR, _CLEAR = 2, 3.0
"""Lines down to the next pull quote, and log odds, of another above it."""


def _likely(
    parts: Sequence[list[Unit]],
    texts: Sequence[Words],
    taken: Sequence[Sequence[Quote]],
    above: Sequence[int],
    trigrams: Trigrams | None,
    pages: Sequence[int],
) -> dict[int, tuple[int, float]]:
    """The parts that may end with a pull quote in other words: where it begins, and its log odds."""
    found: dict[int, tuple[int, float]] = {}
    starts = [_last_thoughts(units) if units else 0 for units in parts[:-1]]
    at_top = _AT_TOP * tell_titles(parts, starts, pages)
    above_own: Sequence[Quote] = ()
    for index, quotes in enumerate(taken):
        start = starts[index] if parts[index] and not quotes else -1
        own = start >= (_TEXT - 1 if index else 0) and not _is_set_as_text(parts[index], start)
        own = own and not _says(parts[index][start:], above_own)
        own = own and not _closes_above(parts[index], start)
        if own and index and trigrams is not None:
            own = not _carries_on(parts[index], start, trigrams)
        above_own = quotes
        if own and _may_be_quote(parts[index][start:]):
            odds = odds_of_quote(parts, texts, index, start, above[index])
            odds += odds_of_main_piece(parts, texts, index) if index else 0.0
            odds -= _UNSTOPPED * (not ends_sentence(parts[index][-1].text))
            odds -= _OVERLEAF * turns_between(parts, index, pages)
            odds += at_top * turns_above(parts[index], start, pages)
            found[index] = start, odds - _BRIEF * (index > 0 and start < _TEXT)
            above_own = [parts[index][start:]] if odds > 0 else quotes
    return found


def _closes_above(units: Sequence[Unit], start: int) -> bool:
    """True for ……的日子。”某某说。 below a sentence that breaks off: the marks that it closes open above."""
    above = units[start - 1].text if start else "。"
    return not ends_sentence(above) and bool(unopened("".join(unit.text for unit in units[start:])))


_OVERLEAF, _AT_TOP = 8.0, 2.0
"""What it says against a pull quote that the page of the title begins below it, and for one that
it begins with it: of ten articles hardly one ends with a paragraph at the head of a page."""


def _key(units: Sequence[Unit]) -> str:
    return "".join(key(unit.text) for unit in units)


def _said_again(parts: list[list[Unit]], index: int, listed: str, have: int = 0) -> list[Quote]:
    """The pull quotes before a title whose words stand in its article, or below it in the contents.

    ``have`` are those below them that are known already.
    """
    before, own = parts[index], parts[index + 1]
    text = f"{_key(own)}\n{key(listed)}"
    previous = _key(before[:-1]) if index else ""
    quotes: list[Quote] = []
    while before and len(quotes) + have < _MOST:
        end = len(before)
        if NOTED.match(before[-1].text) or labelled(before[-1].text):
            break  # a note at the foot of the page or a date, which another article has as well
        if is_attribution(before[-1].text) and end > 1 and before[-1].text.startswith("——"):
            end -= 1
        first = _last_paragraph(before[:end])
        # Either the whole last paragraph is a quotation, or its last pieces are.
        said = (at for at in range(first, end) if _is_said_in(before[at:end], text, previous))
        first = next(said, -1)
        # Before the first title no article ends: two quotations may be one paragraph and the next.
        if first < 0 or (quotes and index and _is_of_text(before[first:], quotes[0], text)):
            break
        quotes.insert(0, before[first:])
        del before[first:]
        if index and sum(width(unit.text) for unit in quotes[0]) <= _SECOND:
            previous = _key(before[:-1])  # which does not hold a second quotation above it
    return quotes


def _is_of_text(units: Sequence[Unit], below: Quote, text: str) -> bool:
    """True for what the text has right before the quotation ``below``, and for a box."""
    return _key(units) + _key(below) in text or units[0].text[0] in "【[〔［"


_SECOND = 36
"""Em of a quotation above which a second one may stand."""


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


def is_said(units: Sequence[Unit], text: str) -> bool:
    """True if nearly all that units say stands in a text, which is a key."""
    return _contained(_key(units), text)


_CLAUSES, _CLAUSE = re.compile("[，。；：！？、…—“”「」]+"), 6
"""What parts clauses, and the least characters of one that is not said twice by chance."""


def _says(units: Sequence[Unit], quotes: Sequence[Quote]) -> bool:
    """True for a paragraph with a clause of the pull quotes of the article that it ends."""
    text = "".join(unit.text for unit in units)
    said = (clause for one in quotes for unit in one for clause in _CLAUSES.split(unit.text))
    return any(len(clause) >= _CLAUSE and clause in text for clause in said)


def _carries_on(units: Sequence[Unit], start: int, trigrams: Trigrams) -> bool:
    """True for the rest of a sentence that a box has cut, which its paragraphs carry on far worse."""
    for at in range(start - 1, max(0, start - _BOX), -1):
        if complete(units[at].text):
            continue
        named = at > 0 and width(units[at].text) < _PIECE  # the name of the box
        first = at - named
        text = units[first].text
        if complete(text) or width(text) < _PIECE or not is_han(text[-1]):
            return False
        odds = [
            goes_on(text[-_TAIL:], unit.text, trigrams) for unit in units[first + 1 : start + 1]
        ]
        return odds[-1] > _CLEARLY + max((0.0, *odds[:-1]))
    return False


_BOX, _TAIL, _CLEARLY = 6, 400, 6.0
"""Units of a box, characters of the text above it that tell what carries it on, and by how much
better that does so (log odds)."""


def _last_paragraph(units: Sequence[Unit]) -> int:
    """Where the last paragraph begins, of which a page or a box may have made pieces."""
    if (close := _set_close(units)) is not None:
        return close
    at = len(units) - 1
    while at > 0 and _goes_on(units[at - 1], units[at]):
        # A page makes two or three pieces; what OCR parts at each printed line is of more.
        printed = max(width(one.text) for one in units[at - 1 : at + 1]) <= _PRINTED
        if len(units) - at >= (_MOST_LINES if printed else _MOST):
            break
        if is_work(units[at - 1].text) and (units[at].gap or _is_sourced(units, at - 1)):
            break  # the title of the work that a box was taken from, on a line of its own
        at -= 1
    return at


def _is_sourced(units: Sequence[Unit], at: int) -> bool:
    """True for 《某某规定》 below ——摘自某某会, whose work it is."""
    return at > 0 and is_attribution(units[at - 1].text)


def _last_thoughts(units: Sequence[Unit]) -> int:
    """Where the last paragraph begins, or the first of a few that stand close below a blank line.

    Blank lines part all others, so that these belong together: several thoughts.
    """
    start = at = _last_paragraph(units)
    while at > 1 and not units[at].gap and start - at < _MOST - 1:
        above = units[at - 1]
        if above.wrapped or not complete(above.text) or width(above.text) > _THOUGHT:
            return _set_large(units, start)
        at -= 1
    apart = {unit.gap for unit in units[max(1, at - _NEIGHBOURS) : at]}
    # Blank lines part all paragraphs, or none but these.
    together = at < start and units[at].gap and len(apart) < _BOTH
    return at if together else _set_large(units, start)


def _set_large(units: Sequence[Unit], start: int) -> int:
    """Where a few printed lines below the last blank one begin, several thoughts among them; or ``start``."""
    at = start
    while at > 1 and not units[at].gap and len(units) - at < _LINES:
        at -= 1
    if at == start:
        return start
    lines = [line for unit in units[at:] for line in unit.lines]
    size = sum(width(unit.text) for unit in units[at:])
    printed = max(width(line.text.strip()) for line in lines) <= _PRINTED
    whole = units[at].gap and complete(units[at - 1].text) and complete(units[start - 1].text)
    return at if printed and whole and size <= _SEVERAL else start


_LINES, _SEVERAL = 6, 160
"""The most pieces that stand so, and their em."""
_BOTH = 2
"""Ways in which paragraphs stand, with a blank line above them and without."""
_THOUGHT, _NEIGHBOURS = 100, 5
"""Em of the longest of several thoughts, and the paragraphs above them that tell how all are parted."""


def _set_close(units: Sequence[Unit]) -> int | None:
    """Where a few even lines below a blank one begin that are set large, ``None`` if none end here.

    Only the last one is shorter, and no sentence ends within them.
    """
    at = len(units) - 1
    while at > 0 and not units[at].gap and len(units) - at < _LARGE:
        at -= 1
    lines = units[max(0, at) :]
    if len(lines) < 2 or not lines[0].gap or any(unit.wrapped for unit in lines):
        return None
    sizes = [width(unit.text.rstrip("，")) for unit in lines]
    measure = max(sizes[:-1])
    even = min(sizes[:-1]) >= measure - _UNEVEN and sizes[-1] <= measure + 1
    if not even or not _LEAST_LINE <= measure <= _CLOSE:
        return None
    return at if not any(complete(unit.text) for unit in lines[:-1]) else None


_LARGE, _LEAST_LINE, _UNEVEN = 4, 7, 1.5
"""Lines of a pull quote set large, the least em of the longest, and by how many the others differ."""
_PIECE, _BROKEN = 20, 10
"""Em of a piece that a page has cut, and of a line that breaks off behind a comma, at least."""
_CLOSE = 30
"""The most em of the second of two lines of a pull quote."""


def _goes_on(before: Unit, after: Unit) -> bool:
    # Lines set large stand close, with blank lines around them.
    close = before.gap and not after.gap and width(after.text) <= _CLOSE
    least = _BROKEN if close or before.text[-1] in "，、" else _PIECE
    whole = complete(before.text) and not before.text.endswith("；")
    if whole or is_attribution(before.text) or width(before.text) < least:
        return False
    return numbering(before.text) is None and decide(before.text, after.text).join


def _is_set_as_text(units: Sequence[Unit], at: int) -> bool:
    """True for indented lines as long as those of the indented paragraph above: no pull quote."""
    if not at:
        return False
    pair = units[at - 1], units[at]
    if not all(unit.wrapped and is_indented(unit.lines[0]) for unit in pair):
        return False
    above, own = (max(width(line.text.strip()) for line in unit.lines) for unit in pair)
    return abs(above - own) <= 1


def _may_be_quote(units: Sequence[Unit]) -> bool:
    """True for whole sentences that are no part of a series and bear no label."""
    first, last = units[0].text, units[-1].text
    size = sum(width(unit.text) for unit in units)
    return (
        _LEAST <= size <= _LONGEST
        and (ends_sentence(last) or _is_thought(units))
        and numbering(first) is None
        and labelled(first) is None
        and not is_bracketed(first)
        and not first.startswith(("[", "［"))
    )


def _is_thought(units: Sequence[Unit]) -> bool:
    """True for clauses on a line of their own that have lost their full stop, as those of a headline."""
    text = "".join(unit.text for unit in units)
    one = len(units) == 1 or _set_close(units) == 0
    alone = one and units[0].gap and "，" in text and is_han(text[-1])
    plain = not (is_attribution(text) or is_credit(text) or re.search("[。：！？/／|｜@]", text))
    return alone and plain


def quote(units: Sequence[Unit], own_id: str, context: Context) -> PullQuote:
    """A pull quote with its attribution, if it has one; what the page cut is one again."""
    body = [unit for unit in units if not is_attribution(unit.text)]
    marks = [unit for unit in units if is_attribution(unit.text)]
    attribution = read_attribution(marks, context) if marks else None
    paragraphs: list[Quote] = []
    for unit in body:
        close = paragraphs and not unit.gap and not _is_over(body, paragraphs[-1][-1], unit)
        if paragraphs and (close or _goes_on(paragraphs[-1][-1], unit)):
            paragraphs[-1].append(unit)
        else:
            paragraphs.append([unit])
    return PullQuote(
        tuple(context.ledger.text([piece_of(unit) for unit in group]) for group in paragraphs),
        attribution,
        spans_of(units),
        own_id,
    )
