"""Characters of the other script that OCR put between those of the issue's own.

Nothing is changed. A word or sentence that is quoted in the other script is as its author
wants it: only a character that stands alone among others is told.
"""

from __future__ import annotations

from functools import cache

from converter import patterns as re
from converter.hanzi import is_han
from converter.proof.misread import Misreading
from converter.proof.scripts import BOTH_WAYS, ONLY_TRADITIONAL, SHAPES

_LEAST_RUN = 4
"""Han in a row, with the odd one: fewer are a name, a seal, a word that is spoken of."""


def mixed(
    text: str,
    *,
    traditional: bool,
    names: frozenset[str] = frozenset(),
) -> list[Misreading]:
    """The characters of ``text`` that are of the other script than it is written in.

    Args:
        text: What is read.
        traditional: True if the issue is written in Traditional characters.
        names: Characters of the names in the issue, which people write as they like.

    Returns:
        Each with its place and its form in the issue's own script, in their order.

    """
    forms = _simplified() if traditional else _traditional()
    return [
        Misreading(hit.start(), hit[0], forms[hit[0]])
        for hit in _any_of(traditional=traditional).finditer(text)
        if hit[0] not in names and _stands_alone(text, hit.start(), forms)
    ]


def _stands_alone(text: str, at: int, forms: dict[str, str]) -> bool:
    """True if no other character of the other script is in the same run of Han."""
    size = 1
    for beside in (range(at - 1, -1, -1), range(at + 1, len(text))):
        for place in beside:
            char = text[place]
            if not is_han(char):
                break
            if char in forms:
                return False
            size += 1
    return size >= _LEAST_RUN


@cache
def _any_of(*, traditional: bool) -> re.Pattern[str]:
    """One look for all of them is quicker than to gather the characters of a text."""
    return re.compile(f"[{''.join(_simplified() if traditional else _traditional())}]")


@cache
def _traditional() -> dict[str, str]:
    """Traditional characters that Simplified print does not have, with what it has."""
    pairs = ONLY_TRADITIONAL + BOTH_WAYS
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


@cache
def _simplified() -> dict[str, str]:
    """Simplified characters that Traditional print does not have, with what it has."""
    pairs = zip(BOTH_WAYS[1::2], BOTH_WAYS[::2], strict=True)
    return {simplified: form for simplified, form in pairs if simplified not in SHAPES}
