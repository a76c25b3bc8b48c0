"""Boxes at the end of an article, below who edited it or below its last part: what fills a page up."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.parse.assemble.outline import Outline
from converter.parse.assemble.sourced import PARAGRAPH
from converter.parse.boxes import BoxStart, bare_label, is_attribution
from converter.parse.kinds import is_credit

_EDITED = re.compile(
    r"^[（(〔\[【]?\s*(?:本[文栏欄版期][^\s/／：:｜|]{0,2})?(?:责任|責任|责|責|执行|執行)?(?:编辑|編輯|编|編)"
)
"""责任编辑 某某, （责编：某某）, 本栏编辑/某某: with whom an article is over."""
_FRAMED = re.compile(
    rf"^(?:[【〖〔［\[]\s*[{HAN}“”·\s]{{2,10}}[】〗〕］\]]|(?P<mark>[◇◆■●★▲◎☆※])\s*[{HAN}“”·\s]{{2,10}}(?P=mark)?)$"
)
"""【校园拾零】, ◆ 笑一笑 ◆: a name in its frame."""
_MOST = 8
"""Paragraphs of what fills a page up."""


def find_below_credits(outline: Outline) -> None:
    """Fill the ``starts`` with a framed name over all that stands below who edited an article.

    The article is over there, so that the name heads no part of it.
    """
    units = outline.units
    for at in range(2, len(units) - 1):
        credit = units[at - 1].text.strip()
        if _EDITED.match(credit) is None or not is_credit(credit):
            continue
        text = units[at].text.strip()
        free = outline.starts[at] is None and not outline.is_decided(at)
        if free and _FRAMED.match(text) and _is_filler(outline, at + 1):
            outline.starts[at] = BoxStart(bare_label(text), "", own_line=True)
            outline.points[at] = units[-1].last
        return


_REMARK = re.compile(rf"^[{HAN}]{{2,4}}(?:点评|點評|短评|短評)$")
_PART = re.compile(r"^【[^【】]{2,10}】$")
_FEWEST_PARTS, _SHORT = 3, 12
"""So many headings in one frame are the way of an article; em of a line that may be another one."""


def find_last_remark(outline: Outline) -> None:
    """Fill the ``starts`` with 处方点评 over the last paragraph, all of whose headings stand in 【】.

    In no frame it heads no part of the article; 【点评】 does.
    """
    units, at = outline.units, len(outline.units) - 2
    name = squeeze(units[at].text) if at >= _FEWEST_PARTS else ""
    if not _REMARK.match(name):
        return
    if not outline.is_free(at, _SHORT) or outline.is_decided(at) or not _is_filler(outline, at + 1):
        return
    short = [
        unit.text.strip()
        for unit in units[:at]
        if width(unit.text) <= _SHORT and not ends_sentence(unit.text)
    ]
    if len(short) >= _FEWEST_PARTS and all(map(_PART.match, short)):
        outline.starts[at] = BoxStart(name, "", own_line=True)


def _is_filler(outline: Outline, at: int) -> bool:
    """True for a few paragraphs without another box or a heading, to the end of the article."""
    units = outline.units[at:]
    if units[-1:] and is_attribution(units[-1].text):
        units = units[:-1]
    whole = [unit for unit in units if ends_sentence(unit.text) or unit.text[-1] in "：:"]
    return (
        0 < len(units) <= _MOST
        and len(whole) == len(units)
        and any(width(unit.text) >= PARAGRAPH for unit in units)
        and not any(outline.starts[at:])
        and not any(outline.numbers[at:])
    )
