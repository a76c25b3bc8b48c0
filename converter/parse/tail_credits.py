"""Who edited an article, on the line of its last words: ……再说。（责编：某某）."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.kinds import is_credit
from converter.parse.tail_headings import parted_tail
from converter.segment import Unit

_BRACKETED = re.compile(
    r"(?<=[。！？”」…])[ \u3000]*(?P<credit>[（(【\[][^（）()【】\[\]]{3,60}[）)】\]])$"
)
_EDITED = re.compile(
    rf"^[（(【\[]\s*(?:本文|本期|本版|本栏)?\s*(?:责任?\s*编辑?|責任?\s*編輯?|编\s*辑|編\s*輯|责任\s*校对)\s*[：:／/\s]\s*[{HAN}\s、/·]{{2,24}}[）)】\]]$"
)
"""（责编：某某）, which no running text has in brackets."""
_LEAST = 20
"""Characters of a paragraph behind which a credit may stand."""


def with_credits_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units of an article, with who edited it apart from the paragraph on whose line that stands.

    （作者系……） does so only behind the last words of the article.
    """
    made: list[Unit] = []
    for at, unit in enumerate(units):
        start = _credit_at(unit, last=at + 1 == len(units))
        made += parted_tail(unit, start) if start else (unit,)
    return made


def _credit_at(unit: Unit, *, last: bool) -> int:
    """Where the credit at the end of a paragraph begins, 0 if it has none."""
    hit = _BRACKETED.search(unit.text, _LEAST) if unit.text[-1:] in tuple("）)】]") else None
    if hit is None or unit.quoted or unit.caption:
        return 0
    credit = hit["credit"]
    told = _EDITED.match(credit) is not None or (last and _tells_of_author(credit))
    whole = not unit.wrapped or unit.lines[-1].text.rstrip().endswith(credit)
    return hit.start("credit") if told and whole else 0


def _tells_of_author(credit: str) -> bool:
    """True for （作者系某某局局长） and what else in brackets closes an article; （作者：某某） ends its last sentence."""
    return is_credit(credit) or _OF_AUTHOR.match(credit) is not None


_OF_AUTHOR = re.compile(
    r"^[（(【\[]\s*(?:本文)?作者(?:分别|均)?(?:系|为|為|单位|單位|现任|現任|曾任)"
)
