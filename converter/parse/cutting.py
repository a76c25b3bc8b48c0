"""Sidebars under a name that no list has, set into the middle of a sentence.

A few words without a full stop, then whole paragraphs, then the rest of the sentence that
broke off above: 螺丝松了, 冷知识冰箱, 班长口头禅. What stands below a running head or a caption
carries the sentence on itself; below the name of a box it does not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, bigrams, ends_sentence, is_han, key, squeeze, width
from converter.names import is_name
from converter.parse.boxes import BoxStart, box_start, is_attribution
from converter.parse.captions import is_unnumbered_caption
from converter.parse.captions.told import POINTERS
from converter.parse.cut_colons import is_cut_behind_colon
from converter.parse.extent import closes_box
from converter.parse.frames import Frame, read_frame
from converter.parse.grams import Trigrams
from converter.parse.headings import numbering
from converter.parse.items import item_form, list_end
from converter.parse.kinds import is_credit, labelled
from converter.parse.ranks import likely_rank
from converter.parse.recipes import RECIPE
from converter.parse.seam import goes_on
from converter.profile import Profile
from converter.segment import Unit
from converter.segment.units import is_day
from converter.values import NamedTuple

_NAME = re.compile(
    rf"^(?P<name>[{HAN}“”「」]{{2,8}}?)(?:(?:[\s　]+|\s*[|｜/／○●◎◆◇■□★☆※]\s*)(?P<title>[{HAN}“”「」？]{{2,18}}))?$"
)
_FRAMED = re.compile(rf"^[〔［【〈\[“「]\s*(?P<name>[{HAN}]{{2,6}})\s*[〕］】〉\]”」]$")
"""〔渡口词典〕, “渡口词典”: a name in brackets or quotation marks on a line of its own."""
_TITLE = re.compile(rf"^[{HAN}\d“「《][{HAN}A-Za-z\d“”「」《》、·—％%]{{2,17}}[{HAN}”」》？]$")
"""5步做成一杆秤, 一支“慢香”里有什么？: words without a mark of a sentence."""
_QUESTION = re.compile(rf"^[{HAN}\d“]{{1,9}}，[{HAN}A-Za-z\d“”《》]{{3,14}}？?$")
"""离开水，它靠什么呼吸: a question in two clauses."""
_ASKS = re.compile(
    "怎么|怎麼|怎样|怎樣|如何|什么|什麼|为何|為何|哪[些里儿个裡個]|多少|几[个次年]|吗？$|嗎？$|呢？$"
)
_WORK = re.compile(
    r"^(?:文|图|圖|插图|插圖|题图|題圖|绘图|繪圖|绘像|繪像|绘画|摄影|攝影|供图|供圖|图片|圖片|制图|製圖|撰文|整理|编辑|編輯|责编|校对|记者|記者|通讯员)(?:\s|　|$)"
)
_CALLS = re.compile(
    r"(?:来信|來信|来稿|來稿|投稿|稿件|稿子|信件|作品|应征|應徵)[^。；]{0,6}[请請](?:寄|发|發|投|传|傳|注明)"
    r"|(?:邮箱|郵箱|信箱|E-?mail)[^。；]{0,8}[A-Za-z\d._-]+\s?@"
)
"""来稿请寄……: a notice in which the house asks for letters."""
_NO_END = re.compile("(?:[和与在对为将是把被从向而或以让]|(?<![理自缘事来因情案])由)$")
"""Words that no name ends with; 理由 and 缘由 do."""
_LONGEST = 24
"""Characters of a name and a title."""
_LABEL = 5
"""Em of the name of a box; what is longer, and stands there once, is a title."""
_BROKEN = 16
"""From this width on (em) a text that ends without a mark is broken off."""
_ITEMS = 12
"""The most items of a list below such a name."""
_REACH = 5
"""Units among which the rest of the broken sentence stands."""
_ENOUGH = 1.5
"""The log odds from which a name is taken for one."""
_MARKED = 1.5
"""What the mark of a heading says, which no sentence has in its middle."""
_EVEN, _LEAST_TITLE, _BEFORE = -1.0, 4, 8
"""The same of a title that stands there once: lines without a mark that cut a sentence hardly are
anything else, where no one's name stands in them. Its least em, and the pieces above it."""
_ALIKE = 1e-9
"""By so much differ sums of the same odds."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")
_SHARED, _TITLED, _AGAIN, _ASKED, _CALLED = 1.5, 1.5, 3.0, 1.5, 2.0
"""What words shared with the text below, a title and the same name elsewhere speak for a box, and
what a question says, which no caption asks, and a notice of the house, which no sentence needs."""


def repeated_names(units: Sequence[Unit], tops: Container[int] = ()) -> frozenset[str]:
    """The short lines that stand in an issue more than once, or begin several.

    ``tops`` are the first lines of pages, on which running heads stand.
    """
    names = (
        _NAME.match(unit.text.strip())
        for unit in units
        if len(unit.text) <= _LONGEST and unit.first not in tops
    )
    counts = Counter(hit["name"] for hit in names if hit is not None)
    return frozenset(name for name, count in counts.items() if count > 1)


def cutting_names(
    parts: Iterable[Sequence[Unit]], trigrams: Trigrams, profile: Profile, repeated: frozenset[str]
) -> tuple[str, ...]:
    """The names of boxes that are told by the sentences they cut, beside those of the profile.

    ``parts`` are the units of each article.
    """
    found = {
        start.label
        for units in parts
        for at in range(1, len(units) - 2)
        if (start := cutting_start(units, at, trigrams, profile, repeated)) and start.label
    }
    return tuple(sorted(found.difference(profile.boxes.labels)))


def cutting_start(
    units: Sequence[Unit],
    at: int,
    trigrams: Trigrams,
    profile: Profile,
    repeated: frozenset[str] = frozenset(),
) -> BoxStart | None:
    """The beginning of a box at a unit that stands within a broken sentence."""
    if not 0 < at < len(units) - 2 or len(units[at].text) > _LONGEST:
        return None
    if units[at].markup_level and units[at - 1].quoted and not units[at].quoted:
        return None  # a pull quote, which needs no full stop, over a heading
    if units[at - 1].text[0] in POINTERS:
        return None  # the caption of a picture, which needs no full stop
    text = units[at].text.strip()
    if text.strip("【】［］[]") in RECIPE:
        return None  # 面粉300克，白芝麻少许 over 【做法】 needs no full stop either
    frame = read_frame(text)
    if frame is not None and (start := _framed_start(units, at, frame, trigrams)) is not None:
        return start
    line = _read_line(text)
    if line is None or not _is_within(units, at, line, trigrams):
        return None
    if _ends_question(units[at - 1].text, text):
        return None
    title, first = line.beside, at + 1
    if line.name and not title and _is_title(units[first]) and _is_text(units[first + 1]):
        title, first = units[first].text, first + 1
    marked = bool(units[at].markup_level)
    items = list_end(units, first, min(len(units) - 1, first + _ITEMS)) if marked else 0
    told = _is_text(units[first]) or _begins_points(units, first) or items
    told = told or _lists_in_sentences(units, at, first, trigrams)
    if not told or box_start(units[first], profile) is not None:
        return None
    closed = _is_closed(units, first)
    score = _CLOSED if closed else _weigh(units, at, max(first, items - 1), trigrams)
    score += _MARKED * marked + _ASKED * line.asks
    score += _CALLED * (_CALLS.search(units[first].text) is not None)
    score += _TITLED * bool(title or line.framed) + _AGAIN * (line.name in repeated)
    shared = bool(bigrams(key(line.text + title)) & bigrams(key(units[first].text)))
    score += _SHARED * shared
    alone = not title and line.text not in repeated
    likely = score >= _ENOUGH - _ALIKE
    if not likely and (not alone or _set_in(units, at, trigrams) + _SHARED * shared < _EVEN):
        return None
    if line.beside:
        return BoxStart(line.name, line.beside, own_line=False, titled=True)
    label = line.name and likely and width(line.text) <= _LABEL and not (shared and closed)
    if alone and not (line.framed or label):
        return BoxStart("", units[at].text.strip(), own_line=False, titled=True)
    return BoxStart(squeeze(line.text), "", own_line=True)


class _Line(NamedTuple):
    """A line of its own that may be the name of a box, or its title."""

    text: str
    """The line without blanks between its characters, and without brackets around it."""
    name: str
    beside: str
    """The title beside the name."""
    framed: bool
    asks: bool


def _read_line(text: str) -> _Line | None:
    """Read a line as the name of a box, with a title perhaps, or as a title; ``None`` if it is none."""
    if all(len(part) == 1 for part in text.split()):
        text = squeeze(text)
    framed = _FRAMED.match(text)
    text = framed["name"] if framed is not None else text
    hit = _NAME.match(text)
    name, beside = (hit["name"], hit["title"] or "") if hit is not None else ("", "")
    asks = _ASKS.search(text) is not None
    titles = _TITLE.match(text) or (asks and _QUESTION.match(text))
    if not name and (not titles or _YEAR.search(text)):
        return None
    return _Line(text, name, beside, framed is not None, asks)


def _is_within(units: Sequence[Unit], at: int, line: _Line, trigrams: Trigrams) -> bool:
    """True if a sentence breaks off above such a line, and the line breaks off nowhere itself."""
    above = units[at - 1]
    stops = above.text.rstrip().endswith("；") and _is_closed(units, at + 1)
    if not (stops or _breaks_off_above(units, at)) or _is_broken_heading(above):
        return False
    over_title = bool(line.name) and not line.beside and units[at + 1].gap
    whole = (over_title and _is_title(units[at + 1])) or (line.asks and "是" in line.text)
    if not _may_name(units[at], whole=whole):
        return False
    if not is_name(line.name) or _is_closed(units, at + 1):
        return True
    # 养护卡 may be somebody, but nobody signs a title amid a sentence that goes on below its text.
    titled = over_title and _is_title(units[at + 1]) and _is_text(units[at + 2])
    return titled and _weigh(units, at, at + 2, trigrams) >= _CLOSED


def _ends_question(above: str, text: str) -> bool:
    """True for 会落一样厚的灰呢？ below ……三年的酒，怎么: the end of what is asked, and no other question."""
    begun = _STOPS.split(above)[-1]
    return (
        text[-1] in "？?"
        and _ASKING_WORD.search(text) is None
        and _ASKING_WORD.search(begun) is not None
    )


_STOPS = re.compile("[。！？；]")
_ASKING_WORD = re.compile(
    "怎[么麼样樣]|什[么麼]|[为為]何|如何|哪|[谁誰]|多少|几[个次年]|[难難]道|是不是|能不能|会不会|會不會|有[没沒]有"
)
"""What asks, but for the particle at the end of a question."""


def _breaks_off_above(units: Sequence[Unit], at: int) -> bool:
    """True if what stands above a unit breaks off, be it the last line of a paragraph, parted from that.

    An engine that looks for the parts of a page first may read that line as a part of its own.
    """
    above = units[at - 1]
    if breaks_off(above.text) or is_cut_behind_colon(above):
        return True
    parted = at > 1 and not (above.markup_level or above.strong or above.bullet or above.quoted)
    return (
        parted
        and is_han(above.text[-1])
        and _MARKS.search(above.text) is not None
        and breaks_off(units[at - 2].text)
    )


def _framed_start(
    units: Sequence[Unit], at: int, frame: Frame, trigrams: Trigrams
) -> BoxStart | None:
    """The box whose name stands in brackets within a sentence that goes on behind its text."""
    if not breaks_off(units[at - 1].text) or _is_broken_heading(units[at - 1]):
        return None
    first, end = at + 1, min(len(units) - 1, at + _ITEMS)
    last = max(first, list_end(units, first, end) - 1)
    # In a narrower frame the first line has no indent, as if it carried something on.
    text = units[first]._replace(opens=None)
    if last == first and not (_is_text(text) or _begins_points(units, first)):
        return None
    closed = _is_closed(units, first)
    if not closed and _weigh(units, at, last, trigrams) + _IN_BRACKETS < _ENOUGH:
        return None
    titled = bool(frame.title)
    return BoxStart(frame.name, frame.title, own_line=not titled, titled=titled)


_IN_BRACKETS = 3.0
"""What brackets around a name say, in which no words of a sentence stand alone."""


def _set_in(units: Sequence[Unit], at: int, trigrams: Trigrams) -> float:
    """By how much rather a unit is the title of a box than a caption, below which the text goes on."""
    from converter.parse.allot import set_in
    from converter.parse.piece_odds import Around

    text = units[at].text.strip()
    if width(text) < _LEAST_TITLE or units[at].wrapped:
        return -math.inf
    before = [unit.text for unit in units[max(0, at - _BEFORE) : at]]
    tail = before[-1][-400:]
    own = goes_on(tail, text, trigrams)  # some words that a column has cut out of the sentence
    behind = max(goes_on(tail, unit.text, trigrams) for unit in units[at + 2 : at + _REACH])
    made = set_in(units, at, Around(tail, before, trigrams, (), text, text, text))
    return made - max(0.0, own - behind - 1.0)


def _is_broken_heading(unit: Unit) -> bool:
    """二、紧扣四个环节，让每一个项目都经得起 | 代表和群众的检验: what stands below ends it."""
    number = numbering(unit.text) or likely_rank(unit.text)
    return number is not None and number.kind != "ordinal" and "。" not in unit.text


def _weigh(units: Sequence[Unit], at: int, first: int, trigrams: Trigrams) -> float:
    """How much better the broken sentence goes on behind the text of a box than before it."""
    tail = units[at - 1].text[-400:]
    behind = []
    for unit in units[first + 1 : first + _REACH]:
        if numbering(unit.text) is not None or unit.markup_level or is_attribution(unit.text):
            break
        if unit.opens is not True:
            behind.append(goes_on(tail, unit.text, trigrams))
    if not behind:
        return -9.0
    within = max(goes_on(tail, unit.text, trigrams) for unit in units[at + 1 : first + 1])
    own = goes_on(tail, units[at].text, trigrams)
    return max(behind) - within - max(0.0, own - max(behind) - 1.0)


_CLOSED = 3.0
"""What a signature in brackets below the text says, with more of the article below it."""
_PARAGRAPHS = 3


def _is_closed(units: Sequence[Unit], first: int) -> bool:
    """True if （某某辑） or a source stands below whole paragraphs, and the article goes on.

    So does ——某某报告, which ends with no mark.
    """
    for at in range(first + 1, min(len(units) - 1, first + _PARAGRAPHS + 1)):
        text = units[at].text
        if text[0] in "（(—" and closes_box(text) and not ends_sentence(text):
            return True
        if not _is_text(units[at]):
            return False
    return False


def breaks_off(text: str) -> bool:
    """True for a text that stops within a clause, a date, a figure or behind a name of its sentence or after a comma."""
    plain = text.rstrip()
    within = (plain[-1].isdecimal() or plain[-1] in "”》") and "。" in plain
    return (
        (within or is_han(plain[-1]) or plain[-1] in "，、")
        and (width(plain) >= _BROKEN or "。" in plain)
        and not ends_sentence(plain)
        and not is_unnumbered_caption(plain)
        and not is_attribution(plain)
        and not _is_signed(plain)
        and ("。" in plain or item_form(plain) not in ("label", "work"))
    )


def _is_signed(text: str) -> bool:
    """True for 某某学院离退休支部　某某, which ends a letter and breaks off nothing."""
    *place, name = text.split()
    return bool(place) and width(text) <= _SIGNED and not _MARKS.search(text) and is_name(name)


_SIGNED, _MARKS = 40, re.compile("[，。；：！？、]")


def _may_name(unit: Unit, *, whole: bool) -> bool:
    """False for what breaks off itself; 怎么做到的 over a title does not, nor 账是怎么算的."""
    text = unit.text.strip()
    return (
        not (unit.pictured or unit.quoted or unit.bullet or unit.wrapped)
        and _NO_END.search(text) is None
        and (whole or text[-1] != "的")
        and _WORK.match(text) is None
        and numbering(text) is None
        and not is_credit(text)
        and not is_day(text)
        and labelled(text) is None
    )


def _is_title(unit: Unit) -> bool:
    """True for a few words, or a question, over the text of a box."""
    text = unit.text.strip()
    return (
        2 <= width(text) <= 20
        and (is_han(text[-1]) or text[-1] in "？”」")
        and not re.search("[，。；：]", text)
        and numbering(text) is None
        and not is_attribution(text)
    )


def _lists_in_sentences(units: Sequence[Unit], at: int, first: int, trigrams: Trigrams) -> bool:
    """True for 满分十分：动力七分，……。如果……。 below a name, if the broken sentence surely goes on behind it.

    It begins like a turn or an item, and nobody is named so.
    """
    hit = _HEADED.match(units[first].text.strip())
    if hit is None or is_name(hit["head"]) or labelled(units[first].text) is not None:
        return False
    plain = units[first]._replace(text=f"{hit['head']}，{hit['rest']}")
    return _is_text(plain) and _weigh(units, at, first, trigrams) >= _CLOSED


_HEADED = re.compile("(?P<head>[^，。；！？：:“”]{2,8})[：:](?P<rest>[^“”「」]{4,}[。；].{4,})$")


def _begins_points(units: Sequence[Unit], at: int) -> bool:
    """True for the first of a few points, each ending with a semicolon but for the last one."""
    for unit in units[at : at + _REACH]:
        if not unit.text.endswith("；"):
            return unit is not units[at] and _is_text(unit)
        if not _is_text(unit._replace(text=f"{unit.text[:-1]}。")):
            return False
    return False


def _is_text(unit: Unit) -> bool:
    """True for a whole paragraph that opens no turn and no item."""
    text = unit.text.strip()
    return (
        width(text) >= 10
        and ends_sentence(text)
        and numbering(text) is None
        and unit.opens is not False
        and not re.match("[^，。；！？“”]{1,8}[：:]", text)
        and labelled(text) is None
    )
