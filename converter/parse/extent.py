"""Where a box ends, and which of its units are its title, its text and its attribution."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from converter import patterns as re
from converter.hanzi import bigrams, ends_sentence, is_han, key, squeeze, width
from converter.names import is_name
from converter.parse.boxes import BoxStart, is_attribution, is_excerpt
from converter.parse.cohesion import belong
from converter.parse.grams import Trigrams
from converter.parse.heal import NO_START
from converter.parse.items import form_of, list_end
from converter.parse.seam import goes_on
from converter.segment import Unit


class BoxExtent(NamedTuple):
    """Which units a box takes (indexes, end exclusive) and which of them say what."""

    end: int
    title: int | None
    body: tuple[int, ...]
    attribution: tuple[int, ...]


def decided_extent(units: Sequence[Unit], start: int, head: BoxStart, last: int) -> BoxExtent:
    """What a box holds that ends with line ``last`` because an editor says so."""
    end = start + 1
    while end < len(units) and units[end].last <= last:
        end += 1
    title, first = _title_of(units, start, head, end)
    mark = next((i for i in range(max(first, end - 3), end) if _closes(units[i:end])), end)
    return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))


_ADVISERS = (
    "顾问|顧問|律师|律師|医师|醫師|医生|醫生|药师|藥師|营养师|營養師|教授|研究员|研究員|专家|專家|"
    "老师|老師|教师|教師|法官|检察官|檢察官|工程师|工程師|咨询师|諮詢師"
)
_SIGNED = re.compile(
    rf"^[（(]\s*[\u4e00-\u9fff]{{0,12}}?(?:{_ADVISERS})\s*(?P<third>[\u4e00-\u9fff]{{2,4}})[）)]$"
    r"|^[（(]\s*(?:点评[人者]?|點評[人者]?|作者|评论?|文)?\s*[：:]?\s*(?P<name>[\u4e00-\u9fff](?:\s{0,3}[\u4e00-\u9fff]){1,3}?)\s*(?:辑|輯|编|編|摘编?|译|譯|整理|供稿)?(?:[\s，,、：:]+[^（）。]{2,24})?[）)]$"
    r"|^(?:点评[人者]?|点评专家|點評人|整理|讲述人?|供稿)\s*[：:]\s*(?P<other>[\u4e00-\u9fff]{2,4})(?:[\s（，].*)?$"
)


_MADE = re.compile(
    r"^[（(]\s*(?:[\u4e00-\u9fff][\u4e00-\u9fff\s、]{1,10}(?:辑|輯|供稿|摘编|摘編|编译|編譯|整理)|(?:文|撰文|整理|编译|編譯|供稿|资料|資料)\s*[/／：:|｜]\s*[\u4e00-\u9fff\s、]{2,12})\s*[）)]$"
)
"""（某某辑）, （整理／编辑部）."""


def closes_box(text: str) -> bool:
    """True for an attribution, and for who wrote a comment: （程远山　师范学院教授）."""
    if is_attribution(text) or (len(text) <= 24 and _MADE.match(text)):
        return True
    hit = _SIGNED.match(text) if len(text) <= 40 else None
    return hit is not None and is_name(squeeze(hit["name"] or hit["other"] or hit["third"]))


_AT_END = re.compile(r"(?<=[。！？”])\s*(?P<by>[（(][^（）()]{2,30}[）)])$")


def signed_at_end(text: str) -> str:
    """Who wrote a box, behind its last sentence: ……就更完整了。（程远山）; "" for nobody."""
    hit = _AT_END.search(text)
    return hit["by"] if hit is not None and closes_box(hit["by"]) else ""


def _closes(units: Sequence[Unit]) -> bool:
    """True for an attribution and what may be its second line, and no text after it."""
    return is_attribution(units[0].text) and not any(ends_sentence(one.text) for one in units[1:])


def _title_of(
    units: Sequence[Unit], start: int, head: BoxStart, end: int
) -> tuple[int | None, int]:
    """Which unit is the title of a box, if one is, and where its text begins."""
    first = start if head.rest else start + 1
    if first + 1 < end and (
        head.titled or _titled_by_label(head, units[start + 1])
        if head.rest
        else _may_title(units[first], units[first + 1])
    ):
        return first, first + 1
    return None, first


def _may_title(unit: Unit, following: Unit | None) -> bool:
    """A short line that is no sentence, before the text of a box."""
    if following is None or is_attribution(unit.text) or is_attribution(following.text):
        return False
    if (form := form_of(unit)) and form == form_of(following):
        return False  # the first item of a list
    if unit.text[-1] in _JOINING and not following.gap:
        return False  # a line that goes on
    if unit.text[-1] == "？" and width(unit.text) <= 20 and width(following.text) >= 24:
        return True  # 霓虹灯为何发光？
    return (
        width(unit.text) <= 26 and not ends_sentence(unit.text) and unit.text[-1] not in "，、；："
    )


def _titled_by_label(head: BoxStart, following: Unit) -> bool:
    """链接：“五步法”, and its text below it: what stands with the label is a title.

    Below a blank line it may as well be what is left of the box at the foot of a page; a
    title is a few words without a mark, or a question.
    """
    rest = head.rest
    if (
        width(rest) > (_LONG_TITLE if rest[0] in "《〈" else _TITLE)
        or rest[-1] in "，、；：。"
        or not ends_sentence(following.text)
    ):
        return False
    if width(following.text) <= 20 or following.text[0] in NO_START:
        return False
    if following.gap:
        asks = rest[-1] in "？?"
        return not re.search("[，。；：！？,;:!?]", rest[:-1] if asks else rest) and (
            asks or (not ends_sentence(rest) and rest[-1] not in _FUNCTION_END)
        )
    return not ends_sentence(rest) or (rest[-1] in "？?" and width(following.text) >= 24)


_TITLE, _LONG_TITLE = 20, 32
"""Em of the longest title beside the name of a box, and of one that begins with that of a work."""
_FUNCTION_END = frozenset("的了和与與及在对對为為将將是把被从從向由于於并並而且或以使让讓之")
"""Words after which a line goes on."""
_JOINING = frozenset("和与與及对對把被从從向由将將")
"""Words that no title ends with."""


def box_extent(
    units: Sequence[Unit],
    start: int,
    head: BoxStart,
    stops: frozenset[int],
    *,
    tail: str,
    trigrams: Trigrams,
    later: Sequence[Unit] = (),
) -> BoxExtent:
    """Where a box ends.

    ``stops`` are units that cannot belong to it (headings, speakers, other boxes, the
    next title); ``tail`` is the paragraph, or its end, that waits to be continued after
    it, "" if none does; ``trigrams`` are those of the issue; ``later`` are pieces behind
    the next boxes, any of which may carry that sentence on as well.
    The strongest sign of the end is an attribution; without one the box is a single
    paragraph, unless its own text breaks off.
    """
    open_before = bool(tail)
    # >>> 链接: what looks like a mark of Markdown on the label alone is an ornament.
    quoted = start + 1 < len(units) and units[start].quoted and units[start + 1].quoted
    limit = start + 1
    while (
        limit < len(units)
        and limit not in stops
        and limit - start <= 12
        and units[limit].quoted == quoted
    ):
        limit += 1
    mark = next((i for i in range(start + 1, limit) if closes_box(units[i].text)), None)
    title, first = _title_of(units, start, head, limit)
    listed = list_end(units, first, limit, head.rest if first == start else "")
    if not listed and first > start and is_han(tail[-1:] or "。"):
        listed = _sayings_end(units, first, limit)
    if (
        mark is not None
        and mark >= first
        and (
            mark == listed
            or is_excerpt(head.label)
            or _belongs(units, first, mark, open_before=open_before, goes_on=mark + 1 < limit)
        )
    ):
        end = mark + 1
        while end < limit and not units[end].gap and _more_attribution(units, mark, end):
            end += 1
        return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))
    if first >= limit:
        return BoxExtent(limit, None if title is None else title, (), ())
    if listed:
        return BoxExtent(listed, title, tuple(range(first, listed)), ())
    name = head.label + ("" if title is None else units[title].text)
    broken = _Broken(tail, trigrams, later, name, title is not None or head.titled)
    found = BoxExtent(*_without_attribution(units, first, limit, title, broken))
    if open_before:
        return found
    name = "" if title is None else units[title].text.strip("“”《》「」 ")
    end = _takes_up(units, start, found.end, limit, name)
    return found._replace(end=end, body=tuple(range(first, end)))


_QUOTED = re.compile(r"^(?:“[^“”]{2,60}”|「[^「」]{2,60}」)")
_SAYINGS = 3
"""So many paragraphs that open with what somebody says are a list of sayings."""


def _sayings_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list ends of things one says, each with a remark, 0 if none begins."""
    end = first
    while end < limit and _QUOTED.match(units[end].text) and ends_sentence(units[end].text):
        end += 1
    # What carries on the broken sentence stands below it.
    return end if end - first >= _SAYINGS and end < limit else 0


def _more_attribution(units: Sequence[Unit], mark: int, index: int) -> bool:
    text, first = units[index].text, units[mark].text.strip()
    if first[0] in "（(" and first[-1] in "）)" and text[0] not in "《（":
        return False  # its bracket is closed
    return (
        width(text) <= 60
        and not ends_sentence(text)
        and "。" not in text
        and (text[0] in "《（“" or len(units[mark].text) < 24)
    )


def _belongs(
    units: Sequence[Unit], first: int, mark: int, *, open_before: bool, goes_on: bool
) -> bool:
    """An attribution belongs to the box if what is between reads as its text."""
    between = mark - first
    if between <= 1:
        return True
    texts = [units[i].text for i in range(first, mark)]
    if open_before:
        # With a broken sentence before the box, complete paragraphs are still the box's;
        # a fragment in the middle would be the continuation.
        broken = sum(1 for text in texts[:-1] if not ends_sentence(text))
        # One break is that of a page, if the sentence before the box goes on after it.
        return between <= 5 and (not broken or (broken == 1 and goes_on))
    return between <= 4 and sum(map(width, texts)) <= 1600


class _Broken(NamedTuple):
    """The sentence that breaks off before a box, and what tells where it goes on."""

    tail: str
    trigrams: Trigrams
    later: Sequence[Unit]
    name: str
    """The label and the title of the box."""
    titled: bool = False
    """The box has a title."""

    def about(self) -> frozenset[str]:
        """Pairs of characters that tell what the box is about, and nothing else of the issue."""
        return frozenset(
            pair
            for pair in bigrams(key(self.name)) - bigrams(key(self.tail))
            if pair and "的" not in pair and self.trigrams.count(pair) <= _RARE
        )


def _without_attribution(
    units: Sequence[Unit],
    first: int,
    limit: int,
    title: int | None,
    broken: _Broken,
) -> tuple[int, int | None, tuple[int, ...], tuple[int, ...]]:
    end = first + 1
    near = units[max(0, first - 30) : first + 30]
    spaced = sum(unit.gap for unit in near) * 2 >= len(near)
    # Text that breaks off and goes on in the next unit of the same block or page.
    while end < limit and not units[end].gap and (spaced or not ends_sentence(units[end - 1].text)):
        end += 1
    while end < limit and units[end - 1].text.rstrip()[-1:] in tuple("；;"):
        end += 1  # the next of several points
    if not broken.tail:
        if not ends_sentence(units[end - 1].text) and end < limit and units[end].gap:
            end += 1
        end = _before_heading(units, end, limit)
        return end, title, tuple(range(first, end)), ()
    if not ends_sentence(units[end - 1].text) and end + 1 < limit:
        end += 1
    limit = next((at for at in range(end + 1, min(limit, end + 4)) if _heads(units, at)), limit)
    end = _continuation_at(units, end, min(limit, end + 4), broken)
    return end, title, tuple(range(first, end)), ()


def _takes_up(units: Sequence[Unit], start: int, end: int, limit: int, title: str) -> int:
    """The end of a box with the paragraphs that take up what it alone speaks of."""
    while end < limit and end - start <= _MOST_TAKEN and _is_paragraph(units[end]):
        box = "".join(unit.text for unit in units[start:end])
        around = (*units[max(0, start - _AROUND) : start], *units[end + 1 : end + 1 + _AROUND])
        others = [unit.text for unit in around]
        if not belong(box, units[end].text, others, title.strip("“”《》「」 ")):
            break
        end += 1
    return end


_AROUND = 200
"""Units on either side of a box that tell what the article speaks of."""
_MOST_TAKEN = 4
"""Units of a box to which a paragraph more is added for what it says."""


def _is_paragraph(unit: Unit) -> bool:
    return width(unit.text) >= 24 and ends_sentence(unit.text) and not unit.markup_level


_REST = 3
"""The most paragraphs that follow the first one of a box, down to the next heading."""
_TEXT = 24
"""The least em of a paragraph of a box that a heading ends, and the most of the heading."""


def _before_heading(units: Sequence[Unit], end: int, limit: int) -> int:
    """The end of a box of several paragraphs, which cuts no sentence and stands above a heading.

    A box that stands between two paragraphs is mostly set at the end of its section: what is
    left of a few paragraphs above the next heading is rather its own than text.
    """
    for at in range(end, min(len(units), end + _REST)):
        if _heads(units, at):
            return at
        text = units[at].text
        if at >= limit or not ends_sentence(text) or width(text) < _TEXT:
            break
    return end


def _heads(units: Sequence[Unit], at: int) -> bool:
    """True for a heading between blank lines, above a paragraph: by its markup or its looks."""
    if at + 1 >= len(units):
        return False
    unit, following = units[at], units[at + 1]
    text = unit.text
    if unit.markup_level:
        return True
    return (
        unit.gap
        and following.gap
        and not unit.wrapped
        and width(text) <= _TEXT
        and (is_han(text[-1]) or text[-1] in "”》")
        and not re.search("[，。；：]", text)
        and width(following.text) >= 2 * _TEXT
        and (ends_sentence(following.text) or "。" in following.text)
        and not is_attribution(text)
        and following.opens is not False
    )


_ALIKE = 3
"""A piece that begins with so many characters of the broken paragraph is the one after it: 建立“学”…… 建立“用”……."""
_LONGER, _LONGER_TITLED = 1.0, 0.6
"""What each further paragraph of a box without attribution has to be outweighed by, and of one
with a title: nearly half of those have two paragraphs or more."""


_DOUBLED = 1.5
"""What it says that a piece begins with the character that stands before the seam."""


def chained(before: str, text: str) -> bool:
    """True if a paragraph takes up at its beginning what the one before says at its end."""
    head = key(text[:_FIRST_WORDS])[:2]
    return len(head) > 1 and head in key(before[-_LAST_WORDS:])


_RARE = 3
"""So often at most does an issue say a word that tells what a box is about."""
_FIRST_WORDS, _LAST_WORDS = 6, 40
_ABOUT, _OPENING = 4.0, 24
"""What a word of the title says at the beginning of a paragraph, within so many characters."""
_CHAINED = 2.5
"""What it says that a paragraph begins with a word of the one before: both are of one text."""
_LATER = 2.5
"""By how much a piece behind the next box must carry a sentence on better (log odds)."""


def _continuation_at(
    units: Sequence[Unit],
    first: int,
    limit: int,
    broken: _Broken,
) -> int:
    """Which unit carries on a sentence that the box interrupted: the likeliest, or the next.

    It may be one that stands ``later``, behind other boxes: then all before is the box's.
    What says again what the box is ``about`` is its own.
    """
    if first >= limit:
        return first
    tail, trigrams, later, about = broken.tail, broken.trigrams, broken.later, broken.about()
    best, best_score = first, -math.inf
    longer = _LONGER_TITLED if broken.titled else _LONGER
    opening = tail[:_ALIKE] if len(tail) > _ALIKE and is_han(tail[0]) else ""
    for index in range(first, limit):
        if units[index].opens is False:
            return index  # the only one that has no indent
        text = units[index].text
        score = goes_on(tail, text, trigrams) - longer * (index - first)
        if tail[-1] == text[0] and is_han(text[0]):
            # 排队 | 队名单: one character that OCR has read on both sides of the box
            once = goes_on(tail[:-1], text, trigrams) + _DOUBLED
            score = max(score, once - longer * (index - first))
        if opening and text.startswith(opening):
            # The next paragraph of the article: what carries on the broken one stands above.
            return best
        if about & bigrams(key(text[:_OPENING])):
            score -= _ABOUT
        if index > first and chained(units[index - 1].text, text):
            score -= _CHAINED
        if units[index].opens is None and score > best_score:
            best, best_score = index, score
        if not ends_sentence(units[index].text):
            return best
    behind = max((goes_on(tail, unit.text, trigrams) for unit in later), default=-math.inf)
    return limit if behind >= best_score + _LATER else best
