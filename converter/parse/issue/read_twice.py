"""Printed lines that OCR has read twice: the last one of a page once more at the top of the next.

…… 背后连着收费、连着评审 | 背后连着收费、连着评审、连着协会的会费……: what begins within a
sentence, and has just been said to the letter, is no pull quote and no refrain.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import ends_sentence, is_han, key, width
from converter.names import split_names
from converter.parse.boxes import LABEL_SHAPE, bare_label
from converter.parse.byline import read_byline
from converter.parse.context import Context
from converter.parse.headings import numbering
from converter.profile import Profile
from converter.source import Line

_LEAST, _LONGEST = 10, 60
"""Characters that are said again at least, and of the longest printed line."""
_LIKE = 2
"""Characters that stand before the words and end them, too, where both are clauses of one form."""
_DIFFERENT = 6
"""So many different Chinese characters are among them at least: no row of figures, and no sound."""
_PAUSES = "，、；"


def without_lines_read_twice(
    lines: Sequence[Line],
    context: Context,
    known: Collection[str] = (),
    titles: Collection[str] = (),
) -> list[Line]:
    """The lines without what one says again of the end of the one before; both are one paragraph.

    ``known`` are the keys of names and titles: a section's may stand over its only article, too;
    ``titles`` are those of titles that no section has.
    """
    made: list[Line] = []
    again = _titles_again(lines, titles)
    last, before, earlier = -1, "", ""
    """The place of the last line with a text, the text of the line right above that one, and that of
    the last one with a text there, whatever blank lines are between."""
    for at, line in enumerate(lines):
        if line.blank or last < 0:
            last = last if line.blank else len(made)
            made.append(line)
            continue
        above = made[last]
        if at in again:
            context.ledger.drop(line.number, line.text.strip(), "duplicate")
            context.ledger.doubt("HEA001", Span(again[at], line.number), text=line.text.strip())
            continue
        if above.text.strip() == line.text.strip() and (
            _is_whole_again(line.text.strip(), context.profile)
            or _heads_twice(made, last, lines[at : at + _BELOW], known)
        ):
            context.ledger.drop(line.number, line.text.strip(), "duplicate")
            context.ledger.doubt("HEA001", Span(above.number, line.number), text=line.text.strip())
            continue
        size = _said_again(before, above.text.strip(), line.text.strip())
        if size and _is_quotation(above.text.strip(), size, earlier):
            size = 0
        text, rest = line.text.strip()[:size], line.text.strip()[size:]
        if size:
            context.ledger.drop(line.number, text, "duplicate")
            context.ledger.doubt("HEA001", Span(above.number, line.number), text=text)
            if not rest.strip():
                continue
            context.joins.setdefault((above.number, line.number), True)
        earlier = above.text.strip()
        before = earlier if not size and above.number + 1 == line.number else ""
        last = len(made)
        made.append(line._replace(text=rest) if size else line)
    return made


def _titles_again(lines: Sequence[Line], titles: Collection[str]) -> dict[int, int]:
    """The places of the lines of titles that stand twice, one right below the other, and what lines they say.

    Such a title has one line or two; below it is no third one, as a refrain would be.
    """
    found: dict[int, int] = {}
    filled = [at for at, line in enumerate(lines) if not line.blank] if titles else []
    texts = [lines[at].text.strip() for at in filled]
    for first, text in enumerate(texts):
        for size in (1, _TWO):
            second = first + size
            own = texts[first:second]
            if len(text) > _LONGEST or own != texts[second : second + size]:
                continue
            if own[0] in (
                *texts[max(0, first - size) : first],
                *texts[second + size : second + 2 * size],
            ):
                continue
            names = {key(one) for one in ("".join(own), own[0]) if len(one) >= _SHORTEST}
            if not names.isdisjoint(titles):
                places = zip(filled[second : second + size], filled[first:second], strict=True)
                found.update((at, lines[one].number) for at, one in places)
    return found


_TWO = 2
"""The most lines of a title that are looked for again."""


def _is_whole_again(text: str, profile: Profile) -> bool:
    """True for a line, the same as the one above, that nobody prints twice in a row.

    It is a heading or an item with its number, the name of a box, or who signs.
    """
    if len(text) < _NAME or text[0] == "|" or width(text) > _HEADING:
        return False
    name = bare_label(text.strip("*#> "))
    if name in profile.boxes.labels or LABEL_SHAPE.match(name):
        return True
    if numbering(text) is not None and len(text) >= _SHORTEST:
        return True
    if split_names(text) is not None:
        return True
    signed = read_byline(text)
    return signed is not None and signed.certainty >= _SIGNED and bool(signed.authors)


def _heads_twice(
    made: Sequence[Line], last: int, below: Sequence[Line], known: Collection[str]
) -> bool:
    """True for a few words twice, below the end of a paragraph and over the text that they head.

    ``last`` is the place of the upper one among the lines ``made``, ``below`` begins with the lower one.
    """
    text = below[0].text.strip()
    if len(text) > _WORDS or not (is_han(text[-1]) or text[-1] in "”》）*") or text[0] in "|“「":
        return False
    if key(text) in known or len(set(filter(is_han, text))) < _NAME or _MARKS.search(text):
        return False
    above = next((line.text.strip() for line in reversed(made[:last]) if not line.blank), "")
    under = next((line.text.strip() for line in below[1:] if not line.blank), "")
    apart = last > 0 and made[last - 1].blank and len(text) >= _SHORTEST
    if under == text or not (apart or ends_sentence(above)):
        return False
    return width(under) >= _TEXT or _signs(under)


def _signs(text: str) -> bool:
    """True for who signs, below a title that stands twice."""
    signed = read_byline(text)
    return signed is not None and signed.certainty >= _NAMED and bool(signed.authors)


_SIGNED, _NAMED = 0.85, 0.75
"""How sure a byline is that says by a mark or a word whose it is, and one with nothing but a name."""
_WORDS, _TEXT, _BELOW = 24, 14, 4
"""Characters of the longest heading without a number, em of the text below it, and the lines to look at."""
_MARKS = re.compile("[，。；：！？…]")
_NAME, _SHORTEST = 2, 4
"""Characters of the shortest name, and of the shortest line with a number."""
_HEADING = 40
"""Em of the longest heading."""


def _said_again(before: str, above: str, below: str) -> int:
    """How many characters at the end of ``above`` begin ``below``, where they are a printed line.

    ``before`` is the line right above those, "" if there is none.
    """
    if len(below) < _LEAST or len(above) < _LEAST or below[0] == "|":
        return 0
    at = above.rfind(below[:_LEAST], max(0, len(above) - _LONGEST))
    size = len(above) - at
    if at < 0 or below[:size] != above[at:]:
        return 0
    whole, text = above[:at] if at else before, below[:size]
    if not whole or text in whole or len(set(filter(is_han, text))) < _DIFFERENT:
        return 0
    if at and before and not ends_sentence(before):
        return 0  # in a column the whole line would be said again
    if whole.endswith(text[-_LIKE:]):
        return 0  # 有的抬着石料，有的 | 抬着石料，有的: like clauses in a row
    if text == below and (ends_sentence(text) or not at) and not _is_column(whole, text):
        return 0  # a clause that is quoted, or a title below its running head
    within = not ends_sentence(whole) and (whole[-1].isalnum() or whole[-1] in _PAUSES)
    return size if within or (len(below) >= _NO_QUOTE and not ends_sentence(text)) else 0


def _is_quotation(text: str, size: int, earlier: str) -> bool:
    """True for a pull quote between the halves of its own sentence, both of which it says."""
    head = text[: len(text) - size]
    return len(head) >= _LEAST and earlier.endswith(head)


def _is_column(above: str, text: str) -> bool:
    """True for a line that breaks off below another one as long."""
    return not ends_sentence(text) and abs(width(above) - width(text)) <= _HANGING


_HANGING = 2
"""Em by which the lines of a column differ, since marks may hang over their ends."""
_NO_QUOTE = 90
"""Characters of a paragraph that is too long for a pull quote of the sentence a page has cut."""
