"""What can be no pull quote, though it says the words of its article again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, has_han, is_han
from converter.parse.assemble.draft import Draft
from converter.parse.headings import run_in_series
from converter.parse.kinds import REFERENCE_ITEM
from converter.parse.usage import joins
from converter.segment import Unit

_WORD = 1.5
"""What must speak for it (log odds) that a word goes on at a seam."""
_OPENING, _STOPPED = tuple("“「"), ("”。", "」。")


def is_of_text(units: Sequence[Unit], draft: Draft, at: int) -> bool:
    """True for a cited work, and within a sentence for what belongs to that sentence.

    There it is the rest of an English abstract; “……”。, whose full stop is that of the sentence
    around it (GB/T 15834-2011 §4.8.3); a piece in which a word goes on and another breaks off; or
    the end of the sentence over 二是……, with which nothing goes on.
    """
    text = units[at].text
    if REFERENCE_ITEM.match(text):
        return True
    if draft.open is None or not draft.mid_sentence():
        return False
    if not has_han(text) or (text.startswith(_OPENING) and text.endswith(_STOPPED)):
        return True
    below = units[at + 1].text if at + 1 < len(units) else ""
    if ends_sentence(text) and run_in_series(below) > 1:
        return True
    return all(
        is_han(one[-1:] or "。") and is_han(other[:1] or "。") and joins(one, other) >= _WORD
        for one, other in pairwise((draft.open.tail(4), text, below))
    )
