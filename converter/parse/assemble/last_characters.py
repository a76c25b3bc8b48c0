"""The last character of a heading or of a source, which OCR has left on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, width
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.segment import Unit

_LEAST, _MOST = 6, 32
"""Em of the line above, which is no name and no prose."""
_PARAGRAPH = 24
"""Em of the paragraphs around: among verse a character may stand alone."""
_COUNTED = frozenset("一二三四五六七八九十百上中下前后後左右甲乙丙丁")
"""What numbers parts and counts for a heading of its own."""


def with_last_characters(units: list[Unit]) -> list[Unit]:
    """The units, with 第三个问题：怎样做 | 到 and ——某某中心组学习体 | 会 put together.

    No heading, name or paragraph is a single character.
    """
    lasts = [at for at in range(2, len(units)) if _is_last(units, at)]
    return with_lines_joined(units, dict.fromkeys(lasts, False)) if lasts else units


def _is_last(units: Sequence[Unit], at: int) -> bool:
    """True for one character below a line of a few words, between paragraphs."""
    text = units[at].text
    if len(text) != 1 or not is_han(text) or text in _COUNTED:
        return False
    above = units[at - 1]
    if above.quoted or above.wrapped or not is_han(above.text[-1]):
        return False
    if units[at].markup_level and not above.markup_level:
        return False  # ### 船, below a caption
    if not (_LEAST <= width(above.text) <= _MOST and ends_sentence(units[at - 2].text)):
        return False
    return at + 1 == len(units) or width(units[at + 1].text) >= _PARAGRAPH
