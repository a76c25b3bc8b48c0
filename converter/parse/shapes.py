"""Titles told by what follows them, for articles that no contents list and nobody signs.

Notices, regulations, minutes and speeches (GB/T 9704-2012 for official texts) open with a
number of the document, a date, an address to those who read, or their first chapter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_date_line, is_salutation, jump
from converter.segment import Unit

_NUMBER = re.compile(
    rf"^[{HAN}]{{1,12}}\s*[〔\[（(]\s*(?:19|20)\d\d\s*[〕\]）)]\s*(?:第\s*)?\d+\s*[号號]$"
)
_KIND_OF_DOCUMENT = re.compile(
    r"(?:通知|办法|规定|决定|意见|纪要|讲话|致辞|报告|公告|通报|章程|条例|细则|方案|公报|倡议书|启事|辦法|規定|決定|紀要|講話|報告|通報)"
    r"(?:（[^（）]{1,16}）)?$"
)


_WHEN = re.compile("^(?:[会會][议議])?[时時][间間]\\s*[：:]\\s*\\S")
"""时间：2016年9月9日, with which minutes open."""
_SOURCED = re.compile("[。！？]\\s*[（(][^（()）。]{2,24}[）)]$")
"""……一张纸。（本刊编辑部）: the end of a text, and who wrote it."""


def is_document_number(text: str) -> bool:
    """东大发〔2023〕61号: the number of an official document."""
    return len(text) <= 32 and _NUMBER.match(text.strip()) is not None


def opens_document(units: Sequence[Unit], at: int) -> bool:
    """True if a line that may be a title is followed by what only opens a document."""
    unit = units[at]
    if at + 1 >= len(units) or width(unit.text) < 4 or ends_sentence(unit.text):
        return False
    if at and not _closes(units[at - 1].text):
        return False
    text = units[at + 1].text
    if is_document_number(text):
        return True
    official = _KIND_OF_DOCUMENT.search(unit.text) is not None
    bare = text.strip("（）()")
    if is_date_line(bare) and at + 2 < len(units) and width(units[at + 2].text) >= 16:
        return official or text != bare
    if official and (is_salutation(text) or _WHEN.match(text) is not None):
        return True
    number = numbering(text)
    return (
        official
        and number is not None
        and number.value == 1
        and number.kind in ("chapter", "part", "cn")
    )


def _closes(text: str) -> bool:
    """True for the last line of an article: a full stop, a date, a signature."""
    ended = ends_sentence(text) or _SOURCED.search(text) is not None
    return ended or is_date_line(text) or width(text) <= 16


def stands_apart(units: Sequence[Unit], at: int) -> bool:
    """True for a short line between blank ones, where :func:`blanks_are_rare`."""
    if at + 1 >= len(units) or not units[at].gap or not units[at + 1].gap:
        return False
    if at and not _closes(units[at - 1].text):
        return False
    if units[at].opens and units[at + 1].opens is False:
        return False  # the first line of a paragraph, which goes on flush on the next page
    return width(units[at].text) >= 4


def blanks_are_rare(units: Sequence[Unit]) -> bool:
    """True if blank lines part no paragraphs, so that those there are part more."""
    prose = [unit for unit in units if width(unit.text) >= 24]
    return sum(unit.gap for unit in prose) * 2 <= len(prose)


def title_level(units: Sequence[Unit], titles: Sequence[int], *, lettered: bool) -> int:
    """How many ``#`` this OCR puts before titles of articles, 0 if it does not.

    ``titles`` are the units of the titles that are known. Where none is, the topmost
    level is that of titles if several lines have it and there are lower ones, too. The texts
    of a newsletter (``lettered``) have it, also where no line is lower.
    """
    known = Counter(units[at].markup_level for at in titles)
    if titles:
        level, count = known.most_common(1)[0]
        return level if level and count * 3 >= len(titles) * 2 else 0
    levels = Counter(unit.markup_level for unit in units if unit.markup_level)
    from converter.parse.marked_sections import section_level  # most issues have contents

    if over := section_level(units, lettered=lettered):
        return over + 1
    top = min(levels, default=0)
    return top if levels[top] >= 2 and (lettered or len(levels) > 1) else 0


def breaks_off(unit: Unit) -> bool:
    """True for a text that is not at its end, as （责任编辑：某某） and （下转第33页） are, and [作者简介：……]."""
    text = unit.text
    if ends_sentence(text) or unit.short:
        return False
    noted = text[0] + text[-1] in ("[]", "［］", "【】")
    return not (noted or is_credit(text) or (text[-1] in "）)" and jump(text) is not None))
