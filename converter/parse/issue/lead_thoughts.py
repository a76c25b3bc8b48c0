"""Pull quotes between who wrote an article and its text that say it in words of their own.

Nothing of their article need stand in them. One kind is told by its form alone: a line that is
nothing but a quotation, or one brief sentence turned to be remembered, over a long paragraph. Of
some eight hundred articles one in a hundred begins with a paragraph so short, and none of those
has such a form. Where an issue does so once, its other articles that open with one brief sentence
about no one and no time do so as well. Two clauses that are alike tell it where two articles or
more have something of that form: of two hundred that begin with a short paragraph two in a hundred
have it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.boxes import is_attribution
from converter.parse.headings import numbering
from converter.parse.kinds import NOTED, is_credit, labelled
from converter.parse.paragraph import complete
from converter.parse.turned_thoughts import is_balanced_thought, is_turned_thought
from converter.segment import Unit
from converter.segment.units.signs import SPEAKER

_SHORTEST, _LONGEST, _SAID, _LINES = 8, 30, 44, 56
"""Em of a thought, the most of what somebody says, and of a thought that is told by its form."""
_PRINTED, _LINE = 4, 36
"""The most lines that OCR leaves of one, and em of the longest of them."""
_SEVERAL = 2
"""So many articles that open so are no chance."""
_PARAGRAPH, _LONGER, _FULL = 28, 1.4, 50
"""The least em of the paragraph below, by how many times it is longer, and the least of one of the next."""
_NEXT = 3
"""The paragraphs below of which one has to be so long."""
_COUNT = re.compile(r"^[一二三四五六七八九十\d]{1,2}[.、．]?$")
"""The pieces among which that one stands, and a chapter that has but its number."""
_MOST = 2
"""So many stand over one article; more short lines are how it begins."""
_OF_TEXT = re.compile(
    r"^[我他她它你这這那此但可而于於所因]|我(?![们們])|\d|[《》“”「」：；（）]|了。$|[说說问問]道?。$|[昨今]天|去年|今年|那年|有一[天年]"
)
"""Who tells of whom and of when: how a text opens."""
_BY, _MOTTO = 24, re.compile("《|题记|題記")
"""Em of who said it; a work, or 题记: the author's own motto."""


def take_lead_thoughts(parts: Sequence[list[Unit]], quotes: Sequence[list[list[Unit]]]) -> None:
    """Move such pull quotes from the head of each body to the article's ``quotes``.

    ``parts`` are the units before the first article and those of each article's body.
    """
    runs = {
        index: ends
        for index, above in enumerate(quotes)
        if not above and (ends := _run(parts[index + 1]))
    }
    sure = {index for index, ends in runs.items() if _is_sure(parts[index + 1], ends)}
    alike = {index for index, ends in runs.items() if _is_balanced(parts[index + 1], ends)}
    if len(sure | alike) >= _SEVERAL:
        sure |= alike
    for index, ends in runs.items():
        body = parts[index + 1]
        if index in sure or (sure and _is_timeless(body, ends)):
            for first, end in pairwise((0, *ends)):
                quotes[index].append(body[first:end])
            del body[: ends[-1]]


def _run(body: Sequence[Unit]) -> list[int]:
    """Where each of the short lines ends over the first long paragraph, none if it is no such place.

    Who says it ends what is said. Blank lines part all of it, or nothing in the whole article.
    """
    ends: list[int] = []
    at = 0
    while at < len(body) - 1 and len(ends) <= _MOST:
        end = _lines_to(body, at)
        if not _may_be(body[at]._replace(text=_said(body, at, end))):
            break
        at = end
        signed = body[at].text
        if body[at - 1].text[0] in "“「" and signed.startswith("——") and is_attribution(signed):
            if width(signed) > _BY or _MOTTO.search(signed):
                return []
            at += 1
        ends.append(at)
    if not ends or len(ends) > _MOST or at >= len(body):
        return []
    if numbering(body[at].text) is not None or _COUNT.match(body[at].text):
        at += at + 1 < len(body)  # 一, the first chapter
    below, own = body[at], max(map(width, _texts(body, ends)))
    apart = all(body[end].gap for end in ends) and body[at].gap
    bare = not any(unit.gap or unit.wrapped for unit in body[1:])
    long = width(below.text) >= max(_PARAGRAPH, _LONGER * own) and below.text[0] not in "“「"
    long = long and any(width(unit.text) >= _FULL for unit in body[at : at + _NEXT])
    return ends if long and (apart or bare) else []


def _is_pair(body: Sequence[Unit], at: int) -> bool:
    """True for 一只好阀门的一生， and right below it 没有人会想起它。, between blank lines: larger type."""
    if at + 2 >= len(body) or body[at + 1].gap or not body[at + 2].gap:
        return False
    one, other = body[at : at + 2]
    if one.text[-1] != "，" or other.text.find("。") != len(other.text) - 1 or "。" in one.text:
        return False
    marked = any(
        unit.markup_level or unit.bullet or unit.wrapped or not is_han(unit.text[0])
        for unit in (one, other)
    )
    return not marked and width(one.text + other.text) <= _SAID and labelled(one.text) is None


def _lines_to(body: Sequence[Unit], at: int) -> int:
    """The end of a thought of which OCR has left the printed lines: they stand close, the last one ends it."""
    end = at + 1
    while (
        end < min(len(body) - 1, at + _PRINTED)
        and not body[end].gap
        and not complete(body[end - 1].text)
        and width(body[end - 1].text) <= _LINE
    ):
        end += 1
    return end


def _said(body: Sequence[Unit], at: int, end: int) -> str:
    """What some units say, without who said it."""
    return "".join(unit.text for unit in body[at:end] if not unit.text.startswith("——"))


def _texts(body: Sequence[Unit], ends: Sequence[int]) -> list[str]:
    """What each of the short lines says."""
    return [_said(body, first, end) for first, end in pairwise((0, *ends))]


def _may_be(unit: Unit) -> bool:
    """True for one sentence on a short line of its own, or nothing but what somebody says."""
    text = unit.text
    marked = unit.markup_level or unit.bullet or unit.pictured or unit.quoted
    if marked or not (_SHORTEST <= width(text) <= _LINES and ends_sentence(text)):
        return False
    if numbering(text) is not None or labelled(text) is not None or NOTED.match(text):
        return False
    if SPEAKER.match(text) or is_attribution(text) or is_credit(text):
        return False
    if width(text) <= _SAID and _is_said(text):
        return not unit.wrapped
    if not is_han(text[0]):
        return False
    brief = width(text) <= _LONGEST and text.find("。") == len(text) - 1 and not unit.wrapped
    return brief or is_turned_thought(text) or is_balanced_thought(text)


def _is_said(text: str) -> bool:
    """True for “……。”: whole sentences within one pair of quotation marks."""
    return (
        text[:1] in ("“", "「")
        and text[-2:-1] in ("。", "！", "？")
        and not any(mark in text[1:-1] for mark in "“”「」")
    )


def _is_sure(body: Sequence[Unit], ends: Sequence[int]) -> bool:
    """True if one of the lines is told by its form: a saying where no others stand in the text."""
    if any(_is_pair(body, at) for at in (0, *ends[:-1])):
        return True
    texts = _texts(body, ends)
    if any(map(is_turned_thought, texts)):
        return True
    said = any(map(_is_said, texts))
    return said and not any(_is_said(unit.text) for unit in body[ends[-1] :])


def _is_balanced(body: Sequence[Unit], ends: Sequence[int]) -> bool:
    """True if one of the lines has two clauses that are alike."""
    return any(map(is_balanced_thought, _texts(body, ends)))


def _is_timeless(body: Sequence[Unit], ends: Sequence[int]) -> bool:
    """True if all of the lines are sentences about no one and no time."""
    return all("，" in text and _OF_TEXT.search(text) is None for text in _texts(body, ends))
