"""Pull quotes between who wrote an article and its text, where the issue sets them there.

Some say again word for word what their article says, and are told by that alone, wherever they
stand. Where several do so in this place, or several have no full stop, the others stand there as
well that leave words out, or say it in words of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, key, width
from converter.parse.boxes import is_attribution
from converter.parse.headings import numbering
from converter.parse.issue.quote_odds import TURNS
from converter.parse.kinds import NOTED, is_credit, labelled
from converter.parse.turned_thoughts import is_turned_thought
from converter.parse.usage import joins
from converter.segment import Unit
from converter.segment.units.signs import SPEAKER

_SHORTEST, _LONGEST = 8, 100
"""Characters of such a pull quote."""
_PARAGRAPH, _UNITS, _FARTHER = 60, 3, 6
"""Em of a paragraph of the text below it, the pieces of the shortest text, and those among which one is
so long below words that no paragraph can be, as they have no full stop."""
_WHOLE, _MOST, _SOME = 0.85, 0.4, 0.1
"""The part of its runs of four characters that a quotation says again, one that leaves words out,
and one in other words."""
_FEW, _SHARE = 3, 4
"""So many quotations, of so many articles each one at least, are what the issue does."""


def take_lead_quotes(parts: Sequence[list[Unit]], quotes: Sequence[list[list[Unit]]]) -> None:
    """Move the pull quotes at the head of each body to the article's ``quotes``.

    ``parts`` are the units before the first article and those of each article's body. Where only
    one or two say something again or lack a full stop, they stay: they are told by that among the
    paragraphs, too.
    """
    for index, above in enumerate(quotes):
        body = parts[index + 1]
        if not above and (_is_flush_thought(body) or _is_bold_thought(body)):
            above.append([parts[index + 1].pop(0)])
    said = {
        index: _said_again(parts[index + 1])
        for index, above in enumerate(quotes)
        if not above and _may_lead(parts[index + 1])
    }
    sure = sum(part >= _WHOLE for part in said.values())
    near = sum(part >= _MOST for part in said.values())
    # No paragraph lacks its full stop: where several do in this place, they are none.
    bare = sum(not ends_sentence(parts[index + 1][0].text) for index in said)
    again = sure >= _FEW - 1 and near >= _FEW and near * _SHARE >= len(quotes)
    if not again and (bare < _FEW or bare * _SHARE < len(quotes)):
        return
    most = max(near, bare) * 2 >= len(said)
    for index, part in said.items():
        text = parts[index + 1][0].text
        thought = _is_turned(text) or not ends_sentence(text)
        if part >= _MOST or (thought and (most or part >= _SOME)):
            quotes[index].append([parts[index + 1].pop(0)])


def _may_lead(body: Sequence[Unit], *, below: bool = True) -> bool:
    """True for a short text on its own over the longer paragraphs of an article.

    A blank line stands ``below`` it, where those part paragraphs.
    """
    if len(body) <= _UNITS:
        return False
    unit = body[0]
    text = unit.text
    plain = (
        _SHORTEST <= len(key(text)) <= _LONGEST
        and not (unit.markup_level or unit.bullet or unit.pictured)
        and numbering(text) is None
        and labelled(text) is None
        and not (SPEAKER.match(text) or NOTED.match(text))
        and not (is_attribution(text) or is_credit(text))
    )
    whole = ends_sentence(text) or _is_unstopped(text, body[1].text)
    near = body[1:3] if ends_sentence(text) else body[1:_FARTHER]
    longer = any(width(other.text) >= max(_PARAGRAPH, width(text)) for other in near)
    return plain and whole and longer and (body[1].gap or not below)


def _is_unstopped(text: str, below: str) -> bool:
    """True for clauses without a full stop that the text below does not carry on, as if a page had cut them."""
    clauses = is_han(text[-1]) and "，" in text and "。" not in text
    return clauses and joins(text, below) <= _NOT_ON


_NOT_ON = -0.05
"""What other prose says at most (log odds) of the words at the seam."""


def _is_flush_thought(body: Sequence[Unit]) -> bool:
    """True for a thought without an indent over paragraphs that have one, and none of the text."""
    if not _may_lead(body, below=False):
        return False
    unit, below = body[0], body[1:_UNITS]
    indented = all(one.opens is True for one in below)
    return unit.opens is False and indented and is_turned_thought(unit.text)


def _is_bold_thought(body: Sequence[Unit]) -> bool:
    """True for a thought all in bold over an article that says it again, or that is as brief as a motto.

    What is longer, and nowhere else, leads into the article.
    """
    if not (_may_lead(body) and body[0].strong and ends_sentence(body[0].text)):
        return False
    brief = width(body[0].text) <= _MOTTO and _is_turned(body[0].text)
    return (brief or _said_again(body) >= _MOST) and not any(one.strong for one in body[1:3])


_MOTTO = 30
"""Em of a thought that leads into nothing."""


def _said_again(body: Sequence[Unit]) -> float:
    """Which part of the runs of four characters of the first unit stands below it, too."""
    name, text = key(body[0].text), "\n".join(key(unit.text) for unit in body[1:])
    runs = [name[at : at + 4] for at in range(len(name) - 3)]
    return sum(run in text for run in runs) / max(1, len(runs))


def _is_turned(text: str) -> bool:
    """True for a sentence or two that are turned to be remembered."""
    return len(re.findall("[。！？]", text)) <= _SENTENCES and any(
        turn.search(text) for turn in TURNS
    )


_SENTENCES = 2
"""The most sentences of a thought."""
