"""Questions of an interview that are told by their type alone: **您为什么……？** over each answer."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.segment import Unit

_FEWEST = 3
"""So many questions are no chance."""
_ANSWER = 16
"""Em of the first paragraph of an answer, at least, and of what a page has cut off it."""
_YOU = re.compile("您|[你妳](?!追我赶|争我)")
_MYSELF = re.compile("我(?![国國])")


def bold_questions(units: Sequence[Unit]) -> frozenset[int]:
    """The units in bold that ask somebody, who answers below each; none where bold type heads parts.

    All that is bold in the article asks, once at least with 您 or 你; and whoever answers most of it
    speaks of himself. Questions that head the parts of what is told (为什么要洗手？) have no such text.
    """
    strong = [at for at, unit in enumerate(units) if unit.strong]
    asked = [at for at in strong if units[at].text.rstrip()[-1:] in tuple("？?")]
    if len(asked) < _FEWEST or len(asked) < len(strong) or any(one.markup_level for one in units):
        return frozenset()
    ends = [*asked[1:], len(units)]
    answers = [units[at + 1 : end] for at, end in zip(asked, ends, strict=True)]
    if not all(map(_is_answer, answers)):
        return frozenset()
    own = sum(any(_MYSELF.search(unit.text) for unit in answer) for answer in answers)
    to_somebody = any(_YOU.search(units[at].text) for at in asked)
    return frozenset(asked) if to_somebody and own * 2 >= len(asked) else frozenset()


def _is_answer(units: Sequence[Unit]) -> bool:
    """True for a paragraph, whole or cut by its page, and what may stand below it."""
    text = units[0].text if units else ""
    return ends_sentence(text) or width(text) >= _ANSWER
