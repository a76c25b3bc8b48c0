"""Which unit is the title of a box, and where its text begins."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.parse.boxes import (
    BoxStart,
    is_attribution,
)
from converter.parse.extent.figure_lines import figures_end
from converter.parse.grams import Trigrams
from converter.parse.headings import ends_in_particle
from converter.parse.heal import NO_START
from converter.parse.items import form_of, item_form
from converter.parse.seam import carries_on
from converter.parse.usage import joins
from converter.segment import Unit
from converter.segment.units import is_indented
from converter.segment.units.starts import needed
from converter.segment.units.unit import INDENT


def title_of(
    units: Sequence[Unit], start: int, head: BoxStart, end: int, trigrams: Trigrams
) -> tuple[int | None, int]:
    """Which unit is the title of a box, if one is, and where its text begins.

    ``trigrams`` are those of the issue.
    """
    first = start if head.rest else start + 1
    own = itertools.takewhile(lambda unit: not is_attribution(unit.text), units[first:end])
    listed = list(own)
    titled = len(listed) > 1 and form_of(listed[1]) and not form_of(listed[0])
    if head.own_line and head.label and are_points(listed) and not titled:
        return None, first
    if figures_end(units, first, end, head.rest):
        return None, first
    if first + 1 < end:
        text, below = head.rest or units[first].text, units[first + 1]
        if head.rest:
            titled = (
                head.titled
                or _titled_by_label(head, below, ends=_is_text(head, units, start + 1, end))
                or _over_list(head, units, start + 1)
                or (
                    _WORK.match(head.rest) is not None
                    and _NAMED_BELOW.match(below.text) is not None
                )
            )
        else:
            titled = _may_title(units[first], below)
        named = (head.label or not head.titled) and (
            head.rest or not _had_room(units[first], below)
        )
        if titled and not (named and not form_of(below) and _is_cut(text, below.text, trigrams)):
            return first, first + 1
    return None, first


_WORK = re.compile("^《[^《》]{1,30}》$")
_NAMED_BELOW = re.compile("^(?:[书書片剧劇]名|作者|[导導]演)[：:]")
"""《某书》 over 书名：……: what the facts below are about."""
_POINT, _POINTS = 26, 3
"""The most em of a point, and how many make a list."""


def are_points(units: Sequence[Unit]) -> bool:
    """True for a few short lines set close, none of which ends with a mark: each tells one thing.

    Of more of them blank lines may part all.
    """
    apart = len(units) > _POINTS and all(unit.gap for unit in units)
    return len(units) >= _POINTS and all(
        width(unit.text) <= _POINT
        and (apart or not (at and unit.gap))
        and (is_han(unit.text[-1]) or (at > 0 and unit.text[-1] == "）"))
        and not unit.wrapped
        for at, unit in enumerate(units)
    )


def _may_title(unit: Unit, following: Unit | None) -> bool:
    """A short line that is no sentence, before the text of a box."""
    if following is None or is_attribution(unit.text) or is_attribution(following.text):
        return False
    if (form := form_of(unit)) and form == form_of(following):
        return False  # the first item of a list
    if _SAYS.match(unit.text) and _SAYS.match(following.text):
        return False  # 师：……？ over 生：……
    if ASKED.match(unit.text) or _SENTENCE.search(unit.text):
        return False  # 问：……？ over 答：……; 凳子重。——居民某某
    if _FIGURE.match(unit.text) or _ARTICLE.match(unit.text):
        return False  # 2.9万吨, and below it what there is so much of; 第三条，……
    if not following.gap and (unit.text[-1] in _JOINING or _fills_frame(unit, following)):
        return False  # a line that goes on
    if _UNFINISHED.search(unit.text):
        return False
    if _breaks_off(unit.text, following) and not _had_room(unit, following):
        return False
    if following.gap and width(unit.text) >= _TITLE_LINE and unit.text[-1] == "的":
        return False  # ……，澎澎的 | 像放久了的馒头，……: a page has cut it
    over = width(following.text) >= (16 if ends_sentence(following.text) else 24) or (
        (form_of(following) or ASKED.match(following.text)) and not form_of(unit)
    )
    if unit.text[-1] == "？" and width(unit.text) <= 20 and over:
        return True  # 霓虹灯为何发光？ over a paragraph, or over the items of a list
    return (
        width(unit.text) <= 26 and not ends_sentence(unit.text) and unit.text[-1] not in "，、；："
    )


_SAYS = re.compile(rf"^[{HAN}]{{1,3}}[：:]\s*\S")
_SENTENCE = re.compile("。[”」]?——")
_ARTICLE = re.compile("^第[一二三四五六七八九十百\\d]{1,4}[条條款][，：\\s]")
"""第三条，…… of a rule, which a page may have cut."""


_UNFINISHED = re.compile("；.|，[^，。：；！？、”》]{1,2}$|第[一二三四五六七八九十百\\d]{1,4}$")
"""……的乌鸦夫妇，请 | 绕道走。 and 第十六 | 条：……: no title has a clause of so few characters at its end."""


def _breaks_off(text: str, following: Unit) -> bool:
    """True for the first line of the text of a box, which the OCR has parted from the others.

    Other prose goes on behind it as the piece below it does; or that is one more line, as long as it.
    """
    if width(text) < _TITLE_LINE or not is_han(text[-1]) or form_of(following):
        return False
    below = following.text
    alike = abs(width(below) - width(text)) <= _RAGGED
    if alike and not ends_sentence(below) and is_han(below[-1]):
        return True
    return joins(text, below) >= (_IN_CLAUSE if "，" in text else _SURELY)


def _had_room(unit: Unit, following: Unit) -> bool:
    """True for a line that is no first line of a text, as it had room for what begins the one below.

    That has printed lines, the longest of which tell how wide the frame is.
    """
    if unit.wrapped or len(following.lines) < _PRINTED:
        return False
    full = max(width(line.text.strip()) for line in following.lines)
    return width(unit.text) + needed(following.text) <= full - INDENT - _SPARE


_PRINTED, _SPARE = 3, 0.6
"""Lines that tell the width of a frame, and em that may be left over in a full one."""


def _is_cut(text: str, below: str, trigrams: Trigrams) -> bool:
    """True for 系统的升级改造是保 | 障……的基础。, the text of a box that a page or a frame has cut near its beginning.

    The longer the line, the less likely it is a title, and the less the words at the seam need say.
    """
    size = width(text)
    if size < _SHORT_LINE or not (is_han(text[-1]) and is_han(below[0])):
        return False
    if text[-_WORD:] == below[:_WORD]:
        return False  # 短篇小说征文 over 征文自即日起……: no clause says a word twice
    if text[-1] == "是" or (size >= _LINE and text.count("，") > 1):
        return True  # 生于1952年，属龙，在水边长大的 | 孩子，……
    needed = _SAID if size < _LINE else max(0.0, _NEEDED - _LESS * (size - _LINE))
    return carries_on(text, below, trigrams) >= needed


_WORD = 2
_SHORT_LINE, _LINE = 10, 13
_SAID, _NEEDED, _LESS = 4.5, 2.5, 0.3
"""Em of lines that are titles nearly always, or as often as not text; the log odds that tell it is text,
and by how much fewer each more em asks: counted in a hundred titles of boxes and a thousand cut texts."""
_RAGGED = 2.6
"""By so many em full lines of a frame differ, where the OCR has lost the indent of the first."""
_SURELY, _IN_CLAUSE = 1.5, 0.5
"""Log odds that a piece carries on a line: of six hundred headings three in a hundred seem to go on so,
and of those with a comma fewer."""


def _fills_frame(unit: Unit, following: Unit) -> bool:
    """True for a line as long as the first of several below it, or shorter by its lost indent."""
    size = width(unit.text)
    if size < _TITLE_LINE or is_indented(following.lines[0]):
        return False
    if "，" in unit.text and _left_for_figure(size, following):
        return True
    if len(following.lines) < _FEW_LINES:  # two lines of a clause or more, and the rest
        rest = "，" in unit.text and ends_sentence(following.text)
        # 义务出工 | 1960个，……: the first line is shorter by its indent.
        indent = INDENT if _COUNTED.match(following.text) else 0
        return rest and width(following.text) <= size + indent + _ALIKE
    opening = width(following.lines[0].text.strip())
    left = opening - size
    if min(abs(left), abs(left - INDENT)) >= _ALIKE:
        return False
    # As much shorter than those below it as an indent is wide, it begins a paragraph itself.
    full = sorted(width(line.text.strip()) for line in following.lines[1:-1])
    return not full or abs(full[len(full) // 2] - INDENT - opening) >= _ALIKE


def _left_for_figure(size: float, following: Unit) -> bool:
    """True for 1丈等于 over 3.333米，……: a figure stays whole, and so has not fitted the line above."""
    figure = _UNBROKEN.match(following.text)
    left = width(following.lines[0].text.strip()) - size
    return figure is not None and INDENT <= left <= INDENT + width(figure[0]) + _ALIKE


_COUNTED = re.compile(rf"\d[\d.]*[{HAN}]{{1,2}}，")
"""1960个，: a figure that the words before it ask for, and no beginning of a sentence."""
_UNBROKEN = re.compile(r"\d+(?:[.,]\d+)*[%％]?")
_TITLE_LINE, _FEW_LINES, _ALIKE = 12, 2, 1.1
"""Em of a line too long to be a title by its looks alone, and what full lines tell of a frame."""


def _ends_block(units: Sequence[Unit], at: int, end: int) -> bool:
    """True if a unit ends a sentence, or the last of the lines that stand close below it does."""
    if units[at].gap:  # the lines of a frame, which blank lines part from all else
        while at + 1 < end and not units[at + 1].gap and not ends_sentence(units[at].text):
            at += 1
    return ends_sentence(units[at].text)


def _is_text(head: BoxStart, units: Sequence[Unit], at: int, end: int) -> bool:
    """True if what stands below the name of a box ends, or is more than a line, which a page cuts.

    Lines of one text have the same length, so that a longer one is a paragraph.
    """
    size, text = width(units[at].text), units[at].text
    if _ends_block(units, at, end):
        return True
    if units[at].gap:
        whole = size >= _PARAGRAPH or "。" in text
        return whole and joins(head.rest, text) < _SURELY
    return size > width(head.label) + 1 + width(head.rest) + _RAGGED


_PARAGRAPH = 40
"""Em of what is longer than the printed lines of a box."""


def _titled_by_label(head: BoxStart, following: Unit, *, ends: bool) -> bool:
    """链接：“五步法”, and its text below it: what stands with the label is a title.

    Below a blank line it may as well be what is left of the box at the foot of a page; a
    title is a few words without a mark, or a question.
    """
    rest = head.rest
    quoted = (rest[0], rest[-1]) in _QUOTES and not ends_sentence(rest)
    if (
        width(rest) > (_LONG_TITLE if rest[0] in "《〈" else _TITLE)
        or rest[-1] in "，、；：。"
        or _UNFINISHED.search(rest)
        or not (quoted or ends)
    ):
        return False
    if (form := item_form(rest)) and form == form_of(following):
        return False  # 思考题 1. ……？, the first of several
    short = width(following.text) <= _SHORT_TEXT and not (
        _NAMED_THING.match(rest) and ends_sentence(following.text)
    )
    if short or following.text[0] in NO_START:
        return False
    if following.gap:
        asks = rest[-1] in "？?"
        clauses = asks or _ASKS.search(rest) or _TWO_CLAUSES.match(rest)
        marks = "[。；：！？;:!?]" if clauses else "[，。；：！？,;:!?]"
        return not re.search(marks, rest[:-1] if asks else rest) and (
            asks or (not ends_sentence(rest) and not ends_in_particle(rest))
        )
    return not ends_sentence(rest) or (rest[-1] in "？?" and width(following.text) >= 24)


def _over_list(head: BoxStart, units: Sequence[Unit], at: int) -> bool:
    """【小贴士】出门之前，要带的五样东西: a title beside the label, over the items of a list."""
    indented = units[at].indent >= _INDENTED
    items = [one for one in units[at : at + 3] if not indented or one.indent >= _INDENTED][:2]
    form = form_of(items[0]) if len(items) > 1 else ""
    listed = (form and form == form_of(items[1])) or _are_clauses(items)
    return bool(listed) and (
        width(head.rest) <= _TITLE
        and not item_form(head.rest)
        and (head.rest[-1] in "？?" or not ends_sentence(head.rest))
        and head.rest[-1] not in "，、；："
    )


_INDENTED = 1.5
"""Em of blanks before the first line of an item, which may go on flush in the next."""


def _are_clauses(items: Sequence[Unit]) -> bool:
    """True for 不听汇报，只看现场； over 不念稿子，只说办法；: two points without a number."""
    return len(items) > 1 and all(
        width(item.text) <= _CLAUSE and item.text[-1] in ends
        for item, ends in zip(items, ("；;", "；;。"), strict=True)
    )


_CLAUSE = 40
"""Em of a point that has no number."""
_QUOTES = frozenset([("“", "”"), ("《", "》"), ("「", "」"), ("‘", "’")])
_TITLE, _LONG_TITLE = 20, 32
"""Em of the longest title beside the name of a box, and of one that begins with that of a work."""
_NAMED_THING = re.compile("^“[^“”]{2,8}”[\u4e00-\u9fff]{1,5}$")
"""“一页纸”工作法: what a box is about, whatever stands below."""
_SHORT_TEXT = 14
"""Em of a line below the name of a box that may be the rest of the one beside it."""
_ASKS = re.compile(
    "怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|為何|哪些|什么|什麼|多少|是谁|是誰|谁的|誰的|谁来|誰來|能不能|该不该|該不該"
)
"""离婚以后，孩子的探望怎么约定: a question without its mark."""
_TWO_CLAUSES = re.compile(rf"^[{HAN}“”]{{3,6}}[，,][{HAN}“”]{{3,6}}$")
"""突然听不见，要当急症: no line of a text is so short."""
ASKED = re.compile("^[问問QＱ]\\s*[：:]")
_FIGURE = re.compile(r"^约?\d[\d.,]*\s*(?![号號型式])(?:[%％‰℃]|[\u4e00-\u9fff]{1,3})$")
_JOINING = frozenset("和与與及对對把被从從向由将將")
"""Words that no title ends with."""
