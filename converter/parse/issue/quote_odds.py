"""What tells a pull quote in its own words from the end of the article before it.

All weights are log odds, fitted to some 340 texts before titles of three dozen magazines, of
which one in six was a pull quote, and rounded. Where a magazine has pull quotes before the
other titles of a section, it has one before this title, too: that is its habit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, pairs_of, squeeze, width
from converter.names import split_names
from converter.parse.boxes import is_attribution, is_work
from converter.parse.cohesion import is_telling
from converter.parse.geometry import calls_to, odds_of_closing
from converter.parse.headings import numbering, run_in_series
from converter.parse.heal import decide
from converter.parse.items import is_date
from converter.parse.kinds import is_credit, is_salutation, is_worked_by
from converter.parse.letters.signers import is_placed
from converter.parse.paragraph import complete
from converter.segment import Unit
from converter.segment.units import is_imprint, printed_width
from converter.segment.units.signs import SPEAKER

_CAP = 2.5
"""What a single pair of characters may say at most (log ratio)."""
_BASE, _TOPIC, _CHARACTERS = 0.25, 0.8, 0.4
_TITLE, _TITLES_MOST = 0.8, 4
"""What a pair of characters of a title says beyond that, and how many of them count."""
_SPELT, _SPELLS, _SPELT_MOST, _BRIEF = 1.2, 2, 4, 60
"""What it says that a thought has each character of a title, of how many, and how long it may be."""
_BELOW_NAME = 6.0
"""What it says that the name of a section or column stands above a text, on its page: nothing
of the article before stands there, unless the name is printed over the page."""
_FIRST = 2.0
"""What it says that no article stands above a text, which it could be the end of."""
_BELOW_CREDIT = 2.0
"""What it says that above a text stands who made the article before, which ends with that."""
_SERIES, _SET = -2.5, 1.9
"""What it says that a text begins like the one before it (坚持…… 坚持……), and that it alone
is set in short lines."""
_OVER = 1.2
"""What it says that the paragraph before it takes leave: ……一定能够变成农民的钱袋。"""
_SUMS_UP = re.compile(
    "最[后後](?:需要|[应應][当當]|[还還]?[要想]|必[须須])|[总總]之，|[总總]而言之|[综綜]上|[说說]到底|[归歸]根[结結到]底"
)
"""最后需要指出的是，……: the last paragraph of an article, as all of a dozen that begin so are."""
_COUNTS_ON, _FIGURE = -1.0, re.compile("[0-9０-９]")
"""What it says that it has figures as the paragraph before it has: a report, or a box of figures."""
_SHORT = 22
"""Em of a text that says too little to tell whose it is."""
_LONG, _LONGER = 100, -0.03
"""Characters of a text beyond which each says so much: paragraphs are longer than most pull quotes."""
_RARE, _CERTAIN = -2.0, 1.0
"""The least and the most that the habit of an issue says."""
_SAME = 2.0
"""So many titles of the same section the habit of the whole issue is worth."""

TURNS = tuple(
    map(
        re.compile,
        (
            "不是[^。]*[而也，][是不]|不在[^。]*[而，]在|不[看光][^。]*看|不[仅只是][^。]*更",
            "只[有要][^。]*[才就]|没有[^。]*就没有|與其|与其|越[^。]{1,14}越|有多[^。]*有多",
            "[；;]",
        ),
    )
)
"""不是……而是……: how a sentence is turned that is to be remembered."""
_MANNERS = (
    (_FIGURE, -1.0),
    (re.compile("我(?![们們])|[他她](?![们們])|你|[記记]者|本刊|笔者|筆者"), -1.15),
    (re.compile("我[们們]"), -0.5),
    (re.compile("[“「]"), -1.0),
    (re.compile("[：:]"), -0.4),
    (re.compile("不得|[请請]勿|[许許]可"), -0.6),
    (re.compile("^[，。、；]"), -0.5),
    (
        re.compile(
            "^(?:其中|此外|另外|与此同时|與此同時|[对對为為]此[，,]|[随隨][后後]|接下[来來]|下一?次[，你我]|[总總]之[，,]|[综綜]上)"
        ),
        -3.0,
    ),
)
"""Who speaks, figures, what somebody said, 其中 of what stands above: the end of a report rather than a thought."""


_TELLING = 20_000
"""So many characters of an article tell of what it speaks."""


class Words:
    """The text of an article as far as it is known, and its title, as keys."""

    def __init__(self, key: str, title: str = "") -> None:
        self.key = key
        self.told = key[:_TELLING]
        self.title = title
        self.counts: dict[str, int] = {}

    def rate(self, pair: str) -> float:
        """How often one character stands there, or two side by side, per character."""
        found = self.counts.get(pair)
        if found is None:
            found = self.counts[pair] = self.told.count(pair)
        return found / max(1, len(self.told))


def odds_of_quote(
    parts: Sequence[Sequence[Unit]], texts: Sequence[Words], index: int, start: int, above: int
) -> float:
    """The log odds that the last paragraph of a part is a pull quote of the article after it.

    The paragraph begins at the unit ``start`` of ``parts[index]``; ``texts`` are the words of
    the parts, ``above`` is the line of a name over the title, 0 where there is none. The
    habit of the issue is left out.
    """
    own = parts[index][start:]
    named = 0 < above < own[0].first
    closed = start > 0 and _closes(parts[index][start - 1].text)
    free = _stands_free(parts[index], start) or closed
    free = (
        free or (named and _ends_letter(parts[index][start - 1])) or _is_signed(parts[index], start)
    )
    if index and not (free and _is_set_apart(parts[index], start)):
        return -math.inf
    if start and _counts_on(parts[index][start - 1].text, own[0].text):
        return -math.inf
    if _is_turn(parts[index], start):
        return -math.inf
    name = key("".join(unit.text for unit in own))
    pairs = pairs_of(name)
    odds = _BASE + _topic(pairs, name, texts, index) + _named(pairs, texts, index)
    odds += _SPELT * _spells_title(name, texts, index)
    odds += _LONGER * max(0, len(name) - _LONG)
    odds += _form(parts, index, start) + _manner("".join(unit.text for unit in own))
    odds += _BELOW_CREDIT if closed else 0.0
    odds += 0.0 if index else _FIRST
    # What has come here from another page (下转) stands below the title, too.
    below = parts[index + 1][0].first if parts[index + 1] else 0
    odds += _alone_in_talk(parts[index], start)
    odds += _FLUSH * _stands_flush(parts[index], start)
    odds += _CENTRED * all(unit.centred and not unit.pictured for unit in own)
    return odds + (_BELOW_NAME if named and own[0].first < below else 0.0)


def _closes(text: str) -> bool:
    """True for 编辑/某某 and 整理/某某, with which an article is over."""
    return (is_credit(text) and not is_imprint(text)) or is_worked_by(text)


def _is_signed(units: Sequence[Unit], start: int) -> bool:
    """True for a text below who signs the article above, between blank lines and below its end."""
    if start < _ABOVE or not (units[start].gap and units[start - 1].gap):
        return False
    last = start - 1
    if last > 1 and is_date(units[last].text) and not complete(units[last - 1].text):
        last -= 1  # 某镇　某某 above the day on which a letter was written
    signer = units[last].text.strip()
    signs = split_names(signer) is not None or _DESK.match(squeeze(signer)) is not None
    if not signs and width(signer) < _BROKEN:  # who signs the last of several letters
        signs = is_placed(signer) or _signs_letter(units[max(0, last + 1 - _LETTER) : last])
    return signs and complete(units[last - 1].text)


def _signs_letter(above: Sequence[Unit]) -> bool:
    """True for what stands below a letter, whose salutation is among the units above."""
    return any(is_salutation(unit.text) for unit in above)


_ABOVE, _LETTER = 2, 8
"""Units above the text: who signs, and the last paragraph; and those of a letter."""
_DESK = re.compile(r"^(?:本刊|本报|本報|本社)?(?:[编編][辑輯][部室组組]|[编編]者|评论员|評論員)$")


def _ends_letter(unit: Unit) -> bool:
    """True for what is too short to break off a sentence: who signs the letter above."""
    return width(unit.text) < _BROKEN


def _stands_free(units: Sequence[Unit], start: int) -> bool:
    """False for a text below a heading, or the rest of a sentence that a box has broken off."""
    at = start - 1
    if at > 0 and is_work(units[at].text) and is_attribution(units[at - 1].text):
        at -= 1  # the second work that a box was taken from
    if at < 0 or not (is_attribution(units[at].text) or _is_work_alone(units, at)):
        return at < 0 or (complete(units[at].text) and not _rest_below_box(units, start))
    for first in range(at - 1, max(0, at - _BOX), -1):
        if _NAMED.match(units[first].text):
            above = units[first - 1].text
            broken = width(above) >= _BROKEN and not complete(above)
            return not (broken and decide(above, units[start].text).join)
    return True


def _is_work_alone(units: Sequence[Unit], at: int) -> bool:
    """True for 《某某规程》 below whole text: the work that a box was taken from."""
    return at > 0 and is_work(units[at].text) and complete(units[at - 1].text)


def _rest_below_box(units: Sequence[Unit], start: int) -> bool:
    """True for the rest of a sentence right below the one paragraph of a box, which has cut it."""
    at = start - 1
    if at and units[at - 1].gap and _ALONE_NAME.match(units[at - 1].text):
        at -= 1
    elif not _NAMED.match(units[at].text):
        return False
    above = units[at - 1].text if at else ""
    broken = width(above) >= _BROKEN and not complete(above)
    return broken and decide(above, units[start].text).join


def _is_set_apart(units: Sequence[Unit], start: int) -> bool:
    """False for a paragraph that nothing parts from the one above it, where others are parted.

    It stands among the lines of a column, or begins with an indent as they do.
    """
    own = units[start]
    if own.gap:
        return True
    return not (own.wrapped or own.opens or any(unit.gap for unit in units[1:start]))


def _stands_flush(units: Sequence[Unit], start: int) -> bool:
    """True for a text without an indent below a paragraph that has ended early, where all others have one."""
    if not start or units[start].opens is not False or units[start].indent >= 1:
        return False
    if units[start - 1].opens is not True or _GLUED_NAME.match(units[start].text):
        return False  # the rest of what something above cuts, or a box
    above = [unit for unit in units[max(0, start - _NEAR) : start] if unit.gap and _is_prose(unit)]
    widest = max((printed_width(line) for unit in above for line in unit.lines), default=0.0)
    early = printed_width(units[start - 1].lines[-1]) <= widest - _ROOM
    begun = sum(unit.opens is True for unit in above)
    return early and begun >= _BEGUN and begun * _MOST_OF >= len(above) * (_MOST_OF - 1)


def _is_prose(unit: Unit) -> bool:
    return unit.wrapped and complete(unit.text)


_GLUED_NAME = re.compile(rf"[【〔\[]|[{HAN}]{{2,6}}(?:\s|[：:])|[^{HAN}\d“「‘『（]")
"""小提示 ……, 【……】 and ▲……: what names a box or stands under a picture."""
_NEAR, _BEGUN, _MOST_OF, _ROOM = 8, 2, 4, 4.5
"""So many units above tell how paragraphs begin, so many of them at least, but for one of so many that a page
has cut; and em that are left over behind a last line."""
_FLUSH = 2.5
"""What it says that a text stands flush there."""
_CENTRED = 3.0
"""What it says that the markup sets a text in the middle, where no picture stands above it."""


def _is_turn(units: Sequence[Unit], start: int) -> bool:
    """True for what somebody says in a talk: 某某：…… below other turns."""
    if not SPEAKER.match(units[start].text):
        return False
    return sum(SPEAKER.match(unit.text) is not None for unit in units[:start]) > 1


def _alone_in_talk(units: Sequence[Unit], start: int) -> float:
    """What it says that below a talk nobody is named as who says the text.

    The fewer paragraphs of the talk go on with an answer, the less it is one of them; but who says
    我 is the one who answers.
    """
    if _SPEAKS.search(units[start].text):
        return 0.0
    turns = [at for at in range(start) if SPEAKER.match(units[at].text)]
    if len(turns) < _TALK or not any(units[at].text.endswith(("？", "?")) for at in turns):
        return 0.0  # 年代：…… and 尺寸：…… of a list, in which nobody asks
    return min(_ALONE, math.log((start - turns[0] + 2) / (start - turns[0] - len(turns) + 1)))


_SPEAKS = re.compile("我(?![们們国國])")
_TALK, _ALONE = 4, 1.5
"""Turns of a talk, and the most that a text without a speaker says below them."""


def _counts_on(before: str, text: str) -> bool:
    """True for 三是…… below 二是……: a text that goes on with a series is no thought of its own."""
    if value := run_in_series(text):
        return value > 1 and run_in_series(before) == value - 1
    one, other = numbering(before), numbering(text)
    return bool(one and other and one.kind == other.kind and one.value + 1 == other.value)


_NAMED = re.compile(rf"[【\[]?[{HAN}]{{2,6}}[】\]]?(?:[\s：:|｜](?!\s*\d)|$)")
"""The name of a box, alone or before its text."""
_ALONE_NAME = re.compile(rf"^[【\[]?[{HAN}]{{2,6}}[】\]]?$")
_BOX, _BROKEN = 6, 24
"""Units of a box, and em of a sentence that is broken off above it."""


def odds_of_habit(
    taken: Collection[int], sections: Sequence[int], unsigned: Collection[int] = ()
) -> list[float]:
    """The log odds that a title has a pull quote before it, for each title of the issue.

    ``taken`` are those that are known to have one, ``sections`` the section of each title, -1
    where it is unknown. By Laplace's rule, so that nothing is ever certain. The ``unsigned``
    among signed ones, news and letters, say nothing of the others.
    """
    count = len(sections) - sum(index not in taken for index in unsigned)
    rate = (len(taken) + 1) / (count + 2)
    many = Counter(section for section in sections if section >= 0)
    have = Counter(sections[index] for index in taken if sections[index] >= 0)
    odds = []
    for index, section in enumerate(sections):
        own = index in taken and section >= 0
        others = max(0, many[section] - 1)
        share = (have[section] - own + _SAME * rate) / (others + _SAME)
        odds.append(max(_RARE, min(_CERTAIN, math.log(share / (1 - share)))))
    return odds


def odds_of_main_piece(
    parts: Sequence[Sequence[Unit]], texts: Sequence[Words], index: int
) -> float:
    """What the size of the next article says for a pull quote before it, in an issue where not all have one.

    Of some 190 articles those longer than most have one, and those with numbered headings, four times
    as often; that a short one has none is left to its words.
    """
    sizes = sorted(len(text.key) for text in texts[1:])
    if len(sizes) < _SEVERAL:
        return 0.0
    ratio = len(texts[index + 1].key) / max(1, sizes[len(sizes) // 2])
    said = max(0.0, _LARGE * math.log2(max(1.0, ratio)))
    headed = sum(
        width(unit.text) <= _HEADING and numbering(unit.text) is not None
        for unit in parts[index + 1]
    )
    return min(_MAIN, said + _HEADED * (headed > 1))


_SEVERAL, _HEADING = 6, 30
"""Articles whose lengths tell what is long, and the most em of a heading."""
_LARGE, _HEADED, _MAIN = 0.8, 0.8, 1.5
"""What it says that an article is twice as long as most, that it has headings, and the most of both."""


def _topic(pairs: frozenset[str], name: str, texts: Sequence[Words], index: int) -> float:
    """By how many deviations a paragraph speaks of what the next part does.

    The mean log ratio of the rates of its pairs of characters, over that of chance; pairs
    that neither part has say nothing. So do its characters, but those that any text has: a
    thought of few words has hardly a pair of its article's, and yet speaks of 种 as that does.
    """
    one = texts[index + 1]
    # Before the first title there is nothing that it might be the end of.
    left = texts[index].key.removesuffix(name) if index else ""
    other = Words(left[-_TELLING:] or "".join(text.key for text in texts[index + 2 :]))
    if not one.key or not other.key:
        return -math.inf
    single = [char for char in sorted(set(name)) if is_telling(char)]
    return _TOPIC * _deviations(sorted(pairs), one, other) + _CHARACTERS * _deviations(
        single, one, other
    )


def _deviations(words: Sequence[str], one: Words, other: Words) -> float:
    """By how many deviations some words are rather those of one text than of another."""
    least = 1 / (len(one.told) + len(other.told))
    total, telling = 0.0, 0
    for word in words:
        here, there = one.rate(word), other.rate(word)
        if here or there:
            ratio = math.log((here + least) / (there + least))
            total += max(-_CAP, min(_CAP, ratio))
            telling += 1
    return max(-3.0, min(8.0, total / math.sqrt(max(1, telling))))


def _named(pairs: frozenset[str], texts: Sequence[Words], index: int) -> float:
    """What it says that some pairs stand in the next title and not in the one before."""
    before, after = pairs_of(texts[index].title), pairs_of(texts[index + 1].title)
    said = 0
    for pair in pairs & (before ^ after):
        # What half of the articles speak of (发展) tells nothing.
        if sum(text.rate(pair) > 0 for text in texts) <= max(2, len(texts) // 2):
            said += 1 if pair in after else -1
    return _TITLE * max(-_TITLES_MOST, min(_TITLES_MOST, said))


def _spells_title(name: str, texts: Sequence[Words], index: int) -> bool:
    """True for a brief thought with each character of a short title (守井), not all of which stand above.

    Two characters seldom stand side by side in what is said of them: 井有多深……我守了三十年.
    """
    title = texts[index + 1].title
    left = texts[index].key.removesuffix(name)
    brief = _SPELLS <= len(title) <= _SPELT_MOST and len(name) <= _BRIEF
    return (
        brief
        and all(char in name and is_telling(char) for char in title)
        and not all(char in left for char in title)
    )


def _form(parts: Sequence[Sequence[Unit]], index: int, start: int) -> float:
    """What the form of the last paragraph of a part says, beside what precedes it."""
    own, before = parts[index][start:], parts[index][max(0, start - 4) : start]
    said = 0.0
    head = key(own[0].text)[:2]
    alike = sum(key(unit.text)[:2] == head for unit in before[-3:])
    if index and alike:
        said += _SERIES * (1 + 0.8 * (alike > 1))
    elif index and calls_to(own[0].text) and any(calls_to(unit.text) for unit in before[-2:]):
        said += _SERIES  # 坚持实践验学，…… below 注重问题导学，……
    if index and before and (_sums_up(before) or odds_of_closing(before[-1].text) < 0):
        said += _OVER if odds_of_closing(own[-1].text) >= 0 else 0.0
    if index and before and _FIGURE.search(own[0].text) and _FIGURE.search(before[-1].text):
        said += _COUNTS_ON
    around = (*before, *parts[index + 1][:4])
    if own[0].wrapped and not any(unit.wrapped for unit in around):
        said += _SET
    return said


def _sums_up(units: Sequence[Unit]) -> bool:
    """True if a paragraph with which all is said stands above, and a box perhaps that it holds."""
    return any(_SUMS_UP.match(unit.text) for unit in units)


def _manner(text: str) -> float:
    """What it says how a text speaks."""
    said = 0.5 * min(2, sum(bool(turn.search(text)) for turn in TURNS))
    said += sum(odds for pattern, odds in _MANNERS if pattern.search(text))
    return said - (0.5 if width(text) < _SHORT else 0.0)
