"""Pull quotes that their size tells: a few short lines between long paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, unclosed, unopened, width
from converter.segment import Unit

_MOST = 4
_LINE, _WHOLE = 22, 72
"""Em of one line and of the whole: what is set large breaks early."""
_PARAGRAPH = 24
"""Em from which on a piece shows that the OCR writes paragraphs, not lines."""


def large_to(units: Sequence[Unit], at: int) -> int:
    """The end of some lines set large within the sentence that the unit before them begins.

    They stand between blank lines, break where no paragraph would, and end a sentence.
    Returns 0 where there are none, or only one.
    """
    if not at or not units[at].gap or width(units[at - 1].text) < _PARAGRAPH:
        return 0
    end, size = at, 0.0
    while end < len(units) and (end == at or not units[end].gap):
        size += width(units[end].text)
        if end - at == _MOST or width(units[end].text) > _LINE or size > _WHOLE:
            return 0
        end += 1
    text = "".join(unit.text for unit in units[at:end])
    whole = ends_sentence(text) and not unclosed(text) and not unopened(text)
    inner = any(ends_sentence(unit.text) and "。" in unit.text for unit in units[at : end - 1])
    return end if end - at > 1 and end < len(units) and whole and not inner else 0
