"""How far a box goes: to what closes it, or as far as its text reads as one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, number, width
from converter.parse.boxes import (
    BoxStart,
    goes_on_as_source,
    is_attribution,
    is_excerpt,
    is_excerpted,
)
from converter.parse.cohesion import belong
from converter.parse.extent.closing import (
    AT_END,
    closes,
    closes_box,
    is_advised,
    is_supplied,
    signed_at_end,
    sourced_at_end,
)
from converter.parse.extent.lists import end_of_list, ends_clauses, fields_end
from converter.parse.extent.title import title_of
from converter.parse.flush_lines import flush_rest, frame_end
from converter.parse.grams import Trigrams
from converter.parse.headings import numbering
from converter.parse.heal import NO_START, is_bracketed
from converter.parse.said import speaker_of
from converter.parse.signed_ends import ends_with_teller
from converter.segment import Unit
from converter.values import NamedTuple

if TYPE_CHECKING:
    from converter.parse.piece_odds import Around


class BoxExtent(NamedTuple):
    """Which units a box takes (indexes, end exclusive) and which of them say what."""

    end: int
    title: int | None
    body: tuple[int, ...]
    attribution: tuple[int, ...]


def decided_extent(
    units: Sequence[Unit], start: int, head: BoxStart, last: int, trigrams: Trigrams
) -> BoxExtent:
    """What a box holds that ends with line ``last`` because an editor says so."""
    end = start + 1
    while end < len(units) and units[end].last <= last:
        end += 1
    title, first = title_of(units, start, head, end, trigrams)
    mark = next((i for i in range(max(first, end - 3), end) if closes(units[i:end])), end)
    return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))


class Cut(NamedTuple):
    """What a box stands in, and what tells where that goes on."""

    tail: str
    """The paragraph, or its end, that waits to be continued after the box, "" if none does."""
    trigrams: Trigrams
    """Those of the issue."""
    later: Sequence[Unit] = ()
    """Pieces behind the next boxes, any of which may carry that sentence on as well."""
    tops: Container[int] = ()
    """The first lines of what stands at the top of a page."""
    single: bool = False
    """The boxes of the issue have one paragraph each."""
    series: str = ""
    """The paragraph above the box if it ends with a semicolon, behind which more may follow."""


def box_extent(
    units: Sequence[Unit], start: int, head: BoxStart, stops: frozenset[int], cut: Cut
) -> BoxExtent:
    """Where a box ends.

    ``stops`` are units that cannot belong to it (headings, speakers, other boxes, the
    next title). The strongest sign of the end is an attribution; without one the box is a
    single paragraph, unless its own text breaks off.
    """
    tail = cut.tail
    limit = start + 1 if _is_among_pieces(units, start, head) else _limit(units, start, stops)
    limit = max(limit, fields_end(units, start + 1) if head.titled else 0)
    title, first = title_of(units, start, head, limit, cut.trigrams)
    limit = frame_end(units, first, limit)
    listed = end_of_list(units, (start, first), limit, head.rest, tail)
    listed = flush_rest(units, first, listed, limit)
    if limit <= listed < len(units) and listed not in stops and closes_box(units[listed].text):
        limit = listed + 1  # below questions and answers, which end a box otherwise
    mark = _mark(units, (start, first), limit, listed, tail)
    if mark >= first and (
        mark == listed
        or (mark == listed - 1 and _TOLD.match(units[mark].text) is not None)
        or is_excerpt(head.label)
        or _belongs(units, first, mark, open_before=bool(tail), goes_on=mark + 1 < limit)
    ):
        end = mark + 1
        while end < len(units) and _more_attribution(units, mark, end, limit):
            end += 1
        return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))
    if first >= limit:
        return BoxExtent(limit, title, (), ())
    if end := _sourced_to(units, (start, first), head, limit, open_before=bool(tail)):
        return BoxExtent(end, title, tuple(range(first, end)), ())
    if end := _series_goes_on(units, first, limit, cut.series):
        return BoxExtent(end, title, tuple(range(first, end)), ())
    around = _around(units, start, head, (title, first), cut)
    from converter.parse.allot import end_among_paragraphs, sentence_below

    if listed and tail:
        # A sentence may stand below the items, and above what carries on the broken one.
        end = listed + sentence_below(units, listed, limit, around)
    elif listed and ends_clauses(units, first, listed):
        end = listed
    elif listed:
        end = end_among_paragraphs(units, first, listed, limit, around)
    else:
        end = _end_without_attribution(units, first, limit, around)
        if not tail:
            name = "" if title is None else units[title].text.strip("“”《》「」 ")
            end = _takes_up(units, start, end, limit, name)
    return BoxExtent(end, title, tuple(range(first, end)), ())


def _is_among_pieces(units: Sequence[Unit], start: int, head: BoxStart) -> bool:
    """True for 名称　……。 on one line among small pieces that each are signed behind their last word.

    A bracket at the end of what stands below it is that of the next piece, and not of the box.
    """
    if not head.rest or not ends_sentence(head.rest):
        return False
    above = units[max(0, start - _PIECES) : start]
    return sum(ends_with_teller(unit.text) for unit in above) > 1


_PIECES = 8
"""Units of some pieces with their headings."""


def _series_goes_on(units: Sequence[Unit], first: int, limit: int, series: str) -> int:
    """Where 干得一般的，……； stands below a box that cuts 干得好的，……；: its end, 0 if nothing does so.

    The cut paragraph tells several cases, parted by semicolons, of which some open alike.
    """
    opened = {part.strip()[:_OPENS] for part in re.split("[：；。]", series) if len(part) > _OPENS}
    for at in range(first + 1, limit):
        text = units[at].text
        if text[:_OPENS] in opened and "；" in text and ends_sentence(units[at - 1].text):
            return at
    return 0


_OPENS = 2
"""Characters with which two cases open alike."""


def _mark(
    units: Sequence[Unit], begins: tuple[int, int], limit: int, listed: int, tail: str
) -> int:
    """The unit that may close a box, one above its text if none does; ``listed`` is the end of a list.

    ``begins`` are the units of its name and of its text.
    """
    start, first = begins
    # 来源：…… among 年代：…… and 尺寸：…… is an item of their list.
    begin = max(start + 1, listed - 1)
    mark = next(
        (
            i
            for i in range(begin, limit)
            if closes_box(units[i].text) and not _signs_saying(units, first, i)
        ),
        first - 1,
    )
    if mark < first and tail:
        mark = _in_brackets(units, first, limit)
    return mark if mark >= first else _dated_source(units, first, limit)


def _signs_saying(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for ——某某 below one short sentence that cuts another: who says that, and not who wrote the box.

    The sentence that it cuts is the article's, and stands below the whole paragraphs of the box.
    """
    if at - _SAYING <= first or speaker_of(units[at].text) == "":
        return False
    above, said = units[at - _SAYING].text.rstrip(), units[at - 1].text
    if is_han(said[-1]) and units[at - 1].gap and not units[at].gap and width(said) <= _FRAME:
        return ends_sentence(above)  # no paragraph of a box has lost its full stop
    cut = not ends_sentence(above) and above[-1] in "，：" and width(above) > _FRAME
    return cut and width(said) <= _FRAME and ends_sentence(units[at - _SAYING - 1].text)


_SAYING = 2
"""A name, what is said above it, and the text that it cuts."""
_TOLD = re.compile(
    r"^(?:[资資]料|数据|數據)?[来來]源[：:]\s*(?:\S*《|\S*(?:[馆館局站会會社部院志报報网網处處所厅廳办辦队隊组組校]|中心|公司|集[团團])[）)]?$|(?<=[料据據][来來]源[：:])\S)"
)
"""来源：某市博物馆, behind 年代：…… and 数量：……: it looks like one of the items."""
_BRACKETED = re.compile(
    r"^[（(](?![下上]?[转轉接续續])(?:[^（）()。！？：:/／]|[（(][^（）()]*[）)]){4,40}[）)]$"
)
_PICTURED = re.compile("[图圖摄攝绘繪]")


def _in_brackets(units: Sequence[Unit], first: int, limit: int) -> int:
    """（某会值班记录，1963年） below whole paragraphs, in mid-sentence: whence those are.

    -1 if there is none. What carries on the sentence stands below it.
    """
    for at in range(first, min(limit, first + _MOST_TAKEN + 1)):
        text = units[at].text
        if at > first and _BRACKETED.match(text) and not _PICTURED.search(text):
            return at if at + 1 < len(units) and ends_sentence(units[at + 1].text) else -1
        if not ends_sentence(text):
            return -1
    return -1


_DATED = re.compile(
    r"^[^。！？；]{3,}(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?(?:[）)]|[，,](?:原件|原稿|抄件|手稿)?[^，。；]{0,3}[存藏][^，。；]{2,16})?$"
    r"|^[^。！？；，]{0,12}《[^》]{2,30}》(?:第?[^，。；《》]{1,8})?(?:《[^》]{2,20}》)?(?:第[^，。；]{1,6})?$"
    r"|^[^。！？；，：]{2,16}(?:[局会會站馆館院社部署所厅廳委]|中心|公司|集团|集團|大学|大學)[^。！？；，：]{0,8}"
    r"(?:年报|年報|年鉴|年鑑|公报|公報|会刊|會刊|记录|記錄|实录|實錄|笔录|筆錄|纪要|紀要|档案|檔案)$"
    r"|^[^。！？；，：]{4,28}(?:[会會]上|(?:[视視]察|[调調]研|考察)[时時])的(?:[讲講][话話]|[发發]言|[报報]告)$"
    r"|^(?:19|20)\d\d年[^。！？；，：]{2,20}(?:[会會]|会议|會議)要求$"
)
"""某办公室通知，1966年11月3日; 某某来信（2009年3月12日）; 光绪《某县志》卷末《杂识》: no sentence, and
whence something is."""
_SOURCE_LINE = 44
"""Em of such a line."""


def names_document(text: str) -> bool:
    """True for 某某座谈会纪要, 《某某规程》 and 某某同志在某会上的讲话 alone: whence a text is."""
    plain = text.strip()
    told = width(plain) <= _SOURCE_LINE and not ends_sentence(plain) and _DATED.match(plain)
    return bool(told) and _PICTURE_WORDS.search(plain) is None


def _dated_source(units: Sequence[Unit], first: int, limit: int) -> int:
    """The line below the first paragraphs of a box that tells whence it is, in no word for that.

    -1 if there is none. A blank line stands before it, as before all paragraphs, and text below.
    """
    for at in range(first + 1, min(limit, first + _FEW_ABOVE + 1)):
        text = units[at].text.strip()
        if not ends_sentence(units[at - 1].text):
            return -1
        if is_advised(text):
            return at
        if names_document(text):
            return at
    return -1


_FEW_ABOVE = 2
_PICTURE_WORDS = re.compile("[摄攝拍左右图圖]")


def _sourced_to(
    units: Sequence[Unit],
    begins: tuple[int, int],
    head: BoxStart,
    limit: int,
    *,
    open_before: bool,
) -> int:
    """The end of a box whose last sentence has its source behind it, 0 if none has.

    ``begins`` are the units of its name and of its text. Where each of several texts has a
    source of its own the last of them ends the box.
    """
    start, first = begins
    for at in range(first, limit):
        if not _is_told(head.rest if at == start else units[at].text):
            continue
        goes_on = at + 1 < limit
        if at > first and not _belongs(units, first, at, open_before=open_before, goes_on=goes_on):
            return 0
        end = at + 1
        while end < limit and sourced_at_end(units[end].text):
            end += 1
        return end
    return 0


def _is_told(text: str) -> bool:
    """True for ……。（摘自《某某规程》） and ……。（整理：某某资料室）: whence it is behind its last sentence."""
    return sourced_at_end(text) or (text[-1:] in ("）", ")") and is_supplied(signed_at_end(text)))


def _limit(units: Sequence[Unit], start: int, stops: frozenset[int]) -> int:
    """Where a box ends at the latest."""
    # >>> 链接: what looks like a mark of Markdown on the label alone is an ornament.
    quoted = start + 1 < len(units) and units[start].quoted and units[start + 1].quoted
    limit = start + 1
    while (
        limit < len(units)
        and limit not in stops
        and limit - start <= _MOST
        and units[limit].quoted == quoted
        and not _next_work(units, start, limit)
        and not _next_point(units, start, limit)
    ):
        limit += 1
    return limit


_NUMBER = re.compile(r"^[\[［〔]\s*(\d{1,3})\s*[\]］〕]\s*\S")


def _next_work(units: Sequence[Unit], start: int, at: int) -> bool:
    """［3］…… carries on the list of works whose ［2］…… stands right above the box."""
    above = _NUMBER.match(units[start - 1].text) if start else None
    below = _NUMBER.match(units[at].text)
    return above is not None and below is not None and int(below[1]) == int(above[1]) + 1


_IN_ORDER = re.compile(r"^\W*第(?P<n>[一二三四五六七八九十]{1,2})[，,、：:]")


def _next_point(units: Sequence[Unit], start: int, at: int) -> bool:
    """第三，…… carries on the points of the text whose 第二，…… stands above the box, and none in it."""
    below = _IN_ORDER.match(units[at].text)
    n = number(below["n"]) if below is not None else None
    if n is None or n < _SECOND:
        return False
    points = (
        (place, number(hit["n"]))
        for place in range(at - 1, max(-1, start - _ABOVE_IT), -1)
        if place != start and (hit := _IN_ORDER.match(units[place].text)) is not None
    )
    place, above = next(points, (at, None))
    return place < start and above == n - 1


_SECOND, _ABOVE_IT = 2, 8
"""The number of a point that has another above it, and units above a box among which that stands."""
_MOST = 12
"""Units of a box."""


def _around(
    units: Sequence[Unit],
    start: int,
    head: BoxStart,
    begins: tuple[int | None, int],
    cut: Cut,
) -> Around:
    """What stands around the text of a box, and what the box is called.

    ``begins`` are the unit of its title, if it has one, and the first of its text.
    """
    from converter.parse.piece_odds import Around  # most boxes end with who said it, or a mark

    title, first = begins
    name = head.label + ("" if title is None else units[title].text)
    opening = head.rest if first == start else units[first].text
    before = [unit.text for unit in units[max(0, start - _BEFORE) : start]]
    own = head.rest if head.titled or title == start else ""
    if not own and title is not None:
        own = units[title].text
    tail, trigrams, later, tops, single, _ = cut
    return Around(tail, before, trigrams, later, name, own, opening, tops, single)


_BEFORE = 8
"""Units above a box that tell what the text speaks of."""


def _more_attribution(units: Sequence[Unit], mark: int, index: int, limit: int) -> bool:
    text, first = units[index].text, units[mark].text.strip()
    if goes_on_as_source("".join(unit.text for unit in units[mark:index]), text):
        return True
    if index >= limit or units[index].gap:
        return False
    if first[0] in "（(" and first[-1] in "）)" and text[0] not in "《（":
        return False  # its bracket is closed
    if _SAID_WHOLE.match(text) or numbering(text) is not None:
        return False  # “让居民当主角” and 第二天　海 are headings
    return (
        width(text) <= 60
        and not ends_sentence(text)
        and "。" not in text
        and (text[0] in "《（“" or len(units[mark].text) < 24)
    )


_SAID_WHOLE = re.compile("^“[^“”]*”$")


def _paragraphs(units: Sequence[Unit]) -> list[str]:
    """The texts of units, of which the lines of a narrow frame are one where none ends a sentence."""
    texts: list[str] = []
    for unit in units:
        goes_on = texts and not unit.gap and unit.opens is not True and not ends_sentence(texts[-1])
        if goes_on and width(unit.text) <= _FRAME:
            texts[-1] += unit.text
        else:
            texts.append(unit.text)
    return texts


_FRAME = 30
"""Em of the longest line of a frame."""


def _belongs(
    units: Sequence[Unit], first: int, mark: int, *, open_before: bool, goes_on: bool
) -> bool:
    """An attribution belongs to the box if what is between reads as its text."""
    texts = _paragraphs(units[first:mark])
    between = len(texts)
    if between <= 1:
        return True
    if open_before:
        # With a broken sentence before the box, complete paragraphs are still the box's;
        # a fragment in the middle would be the continuation.
        broken = sum(not (ends_sentence(text) or text[-1] == "；") for text in texts[:-1])
        # One break is that of a page, if the sentence before the box goes on after it.
        few = between <= _FEW or _are_points(texts, units[mark].text)
        return few and (not broken or (broken == 1 and goes_on))
    few = between <= _FEW - 1 and sum(map(width, texts)) <= _MUCH
    return few or _are_points(texts, units[mark].text)


_FEW, _MUCH = 5, 1600
"""So many paragraphs in a broken sentence, or one fewer and so many em between whole ones, a source closes."""


def _are_points(texts: Sequence[str], mark: str) -> bool:
    """True for several short paragraphs, and below them a line that says whence they are."""
    sourced = is_excerpted(mark) or (is_attribution(mark) and mark.strip()[0] not in "—-－")
    return sourced and len(texts) <= _MOST_POINTS and max(map(width, texts)) <= _POINT


_MOST_POINTS, _POINT = 9, 60
"""So many points a box has at most, and em of the longest."""


def _end_without_attribution(units: Sequence[Unit], first: int, limit: int, around: Around) -> int:
    """Where a box ends that nothing closes: a single paragraph, unless its text breaks off."""
    from converter.parse.allot import carried_on_at, end_among_paragraphs

    end = first + 1
    near = units[max(0, first - 30) : first + 30]
    spaced = sum(unit.gap for unit in near) * 2 >= len(near)
    spaced = spaced and sum(unit.opens is True for unit in near) * 4 < len(near)
    # Text that breaks off and goes on in the next unit of the same block or page.
    while end < limit and not units[end].gap and (spaced or not ends_sentence(units[end - 1].text)):
        if around.tail and _is_whole(units[end - 1]):
            break  # what carries that sentence on may stand right below
        end += 1
    while end < limit and units[end - 1].text.rstrip()[-1:] in tuple("；;"):
        end += 1  # the next of several points
    end = _lines_to(units, first, end, limit)
    if rest := _rest_at(units, end, limit):
        return rest
    last = units[end - 1].text
    breaks_off = not (ends_sentence(last) or AT_END.search(last) or is_bracketed(last))
    if not around.tail:
        if breaks_off and end < limit and units[end].gap:
            end += 1
        return end_among_paragraphs(units, first, end, limit, around)
    if breaks_off and end + 1 < limit:
        end += 1
    return carried_on_at(units, first, end, limit, around)


def _is_whole(unit: Unit) -> bool:
    """True for a paragraph on a line of its own, with no lines of a frame."""
    return not unit.wrapped and width(unit.text) >= _MUCH_LINE and ends_sentence(unit.text)


_MUCH_LINE = 48
"""Em of a line that no frame has."""


def _lines_to(units: Sequence[Unit], first: int, end: int, limit: int) -> int:
    """Where the lines of a frame end that blank ones part, each of which breaks off a sentence.

    They are of one length, but for the first one, which has lost its indent perhaps, and the last.
    """
    size = max(width(unit.text) for unit in units[first:end])
    if size > _FRAME or units[first].wrapped:
        return end
    indent, at = _INDENT, end
    while at < limit and is_han(units[at - 1].text[-1]) and not units[at].wrapped:
        below = width(units[at].text)
        if width(units[at - 1].text) < size - _RAGGED or below > size + indent + _UNEVEN:
            break
        size, indent, at = max(size, below), 0.0, at + 1
    return at if at > end + 1 or (at > end and ends_sentence(units[end].text)) else end


_INDENT, _RAGGED, _UNEVEN = 2.0, 2.6, 1.2
"""Em of an indent that OCR has lost, and by which the lines of a frame are shorter, and longer, than
those above them."""


def _rest_at(units: Sequence[Unit], end: int, limit: int) -> int:
    """The piece below whole paragraphs that begins with a mark, 0 if none of a few does.

    No paragraph begins so: it carries on what stands above the box, though that may be whole.
    """
    for at in range(end, min(limit, end + _MOST_TAKEN)):
        text = units[at].text
        if text[0] in NO_START and text[0] not in "·…":
            return at if ends_sentence(units[at - 1].text) else 0
        if not ends_sentence(text) or units[at].markup_level:
            return 0
    return 0


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
