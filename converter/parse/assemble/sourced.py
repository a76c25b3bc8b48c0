"""Boxes that nothing but the source below their text tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.names import is_name
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.parse.boxes import (
    LABEL_SHAPE,
    BoxStart,
    attribution_text,
    bare_label,
    is_attribution,
    is_bracketed_work,
    is_excerpted,
    is_source,
)
from converter.parse.context import Decisions
from converter.parse.cutting import breaks_off
from converter.parse.extent import is_supplied, names_document
from converter.parse.headings import Numbering, is_heading_text, numbering
from converter.parse.items import is_date, list_end
from converter.parse.kinds import labelled
from converter.parse.said import speaker_of
from converter.segment import Unit

PARAGRAPH, _PARAGRAPHS = 16, 3
"""Em of a paragraph of a box that its source proves, and the most of them."""
_LEAST_TITLE, _MOST_TITLE = 5, 24
"""Em of the title of such a box."""

Starts = Sequence[BoxStart | None]
Numbers = Sequence[Numbering | None]


def is_sourced(
    units: Sequence[Unit], starts: Starts, numbers: Numbers, at: int, *, within: bool = False
) -> bool:
    """True for whole paragraphs, as a box may have, with their source after them.

    ``within`` asks for a source in brackets with a paragraph of the text below it.
    """
    for index in range(at, min(len(units), at + _PARAGRAPHS + 1)):
        unit = units[index]
        if is_source(unit.text):
            below = units[index + 1].text if index + 1 < len(units) else ""
            goes_on = width(below) > _MOST_TITLE and unit.text[0] in "（("
            return index > at and (goes_on or not within)
        if not _is_paragraph(unit) or starts[index] is not None or numbers[index] is not None:
            return False
    return False


def is_supplied_within(units: Sequence[Unit], starts: Starts, numbers: Numbers, at: int) -> bool:
    """True for whole paragraphs from a unit on with （某某供稿） below them, as nowhere else, and more text.

    Where each of several pieces is signed so, they are no boxes; nor is the end of an article.
    """
    end = at
    while end < min(len(units) - 1, at + _PARAGRAPHS) and _is_paragraph(units[end]):
        if starts[end] is not None or numbers[end] is not None:
            return False
        end += 1
    if end == at or end + 2 >= len(units) or not is_supplied(units[end].text):
        return False
    return sum(is_supplied(unit.text) for unit in units) == 1


_TOLD = re.compile(r"^(?:资料|数据|資料|數據|信息)(?:来源|來源)\s*[：:]\s*\S[^。]{2,48}$")
_BOX_NAME = re.compile(rf"^[{HAN}]{{2,4}}$")
_BESIDE = re.compile(
    rf"^(?P<label>[{HAN}]{{2,4}})[ \u3000]+(?P<title>[{HAN}“《][^，。；：！]{{3,19}})$"
)


def told_start(units: Sequence[Unit], starts: Starts, numbers: Numbers, at: int) -> BoxStart | None:
    """数据窗 / its title / a paragraph / 资料来源：……: the box that begins at a unit, if one does.

    The name may stand beside the title, or be missing. A table or a chart has its source so as
    well, and no whole paragraph above it.
    """
    text, first = units[at].text.strip(), at + 1
    if not units[at].gap or first + 1 >= len(units) or ends_sentence(text) or labelled(text):
        return None
    named = _BOX_NAME.match(text) is not None
    if named and _may_be_titled(units, numbers, first):
        first += 1
    if starts[first] is not None:
        return None
    beside = None if named else _BESIDE.match(text)
    said = (named or beside is not None) and _is_said(units, numbers, first)
    said = said or (named and _is_quoted(units, numbers, at))
    said = said or (named and first > at + 1 and _is_block(units, starts, numbers, at, first))
    if not (said or _is_told(units, numbers, first)):
        return None
    if named:
        return BoxStart(text, "", own_line=True)
    if beside is not None:
        return BoxStart(beside["label"], beside["title"], own_line=False, titled=True)
    if _LEAST_TITLE <= width(text) <= _MOST_TITLE and is_han(text[-1]) and " " not in text:
        return BoxStart("", text, own_line=False, titled=True)
    return None


def is_told(text: str) -> bool:
    """True for 资料来源：……, which stands below a text as well as below a table."""
    return _TOLD.match(text) is not None


def is_taken_from(text: str) -> bool:
    """True for ——摘自……, ——《某某办法》 and ——某某座谈会纪要: whence a text is, and not who said it."""
    if is_excerpted(text):
        return True
    if not text.startswith("——") or not is_attribution(text) or speaker_of(text):
        return False
    return names_document(attribution_text(text))


def signs_long(units: Sequence[Unit], mark: str) -> bool:
    """True for ——某某 below units that say more than anybody does in a pull quote.

    Nothing signs the rest of a sentence, so that they carry on none.
    """
    signed = mark.startswith("——") and is_attribution(mark)
    return signed and sum(width(unit.text) for unit in units) > _SAID


_SAID = 80
"""Em of the longest of what somebody says within a sentence."""


def _may_be_titled(units: Sequence[Unit], numbers: Numbers, at: int) -> bool:
    """True for a few words below the name of a box."""
    text = units[at].text
    return width(text) <= _MOST_TITLE and is_han(text[-1]) and numbers[at] is None


def _is_told(units: Sequence[Unit], numbers: Numbers, at: int) -> bool:
    """True for a paragraph or two with 资料来源：…… below them."""
    for index in range(at, min(len(units), at + 3)):
        if index > at and _TOLD.match(units[index].text):
            return units[index].gap
        if not _is_paragraph(units[index]) or numbers[index] is not None:
            return False
    return False


def _is_said(units: Sequence[Unit], numbers: Numbers, at: int) -> bool:
    """True for a paragraph with ——某社区书记　某某 below it, where headings are numbered and go on below.

    Under a heading without a number it may be what somebody said before the text begins, unless
    the article ends with it.
    """
    if at + 1 >= len(units) or not _is_paragraph(units[at]) or numbers[at] is not None:
        return False
    who = units[at + 1].text
    if not who.startswith("——") or ends_sentence(who) or not is_attribution(who):
        return False
    if at + 2 == len(units):
        return True
    goes_on = numbers[at + 2] is not None or _is_paragraph(units[at + 2])
    return goes_on and sum(number is not None for number in numbers) >= _COUNTED


def _is_quoted(units: Sequence[Unit], numbers: Numbers, at: int) -> bool:
    """True for a name over paragraphs with ——某村《某公约》 below them, where no other line is like it.

    A heading has others beside it in its article.
    """
    end = at + 2
    while end <= at + _PARAGRAPHS and end < len(units) and _is_paragraph(units[end]):
        end += 1
    work = units[end].text if end < len(units) else ""
    if not (work.startswith("——") and "《" in work and is_attribution(work)):
        return False
    if not all(map(_is_paragraph, units[at + 1 : end])):
        return False
    return not any(
        other != at
        and numbers[other] is None
        and width(units[other].text) <= _MOST_TITLE
        and is_han(units[other].text[-1])
        and _is_paragraph(units[other - 1])
        and _is_paragraph(units[other + 1])
        for other in range(1, len(units) - 1)
    )


def _is_block(units: Sequence[Unit], starts: Starts, numbers: Numbers, at: int, first: int) -> bool:
    """True for a name, its title, paragraphs and their source between two blank lines, and none within."""
    if not is_sourced(units, starts, numbers, first):
        return False
    end = next(index for index in range(first, len(units)) if is_source(units[index].text))
    within = any(unit.gap for unit in units[at + 1 : end + 1])
    return not within and (end + 1 == len(units) or units[end + 1].gap)


_COUNTED = 3
"""So many numbers in an article count its headings or its points."""


def sourced_titles(
    units: Sequence[Unit], starts: Starts, numbers: Numbers, decisions: Decisions
) -> list[int]:
    """容错要过“四道门”, whole paragraphs and their source between those of the text: boxes.

    Where other lines like it head no such paragraphs, each is one of the headings, unless
    those have numbers.
    """
    lines = [
        at
        for at in range(1, len(units) - 2)
        if starts[at] is None and numbers[at] is None and _may_be_title(units, at, decisions)
    ]
    found = [at for at in lines if is_sourced(units, starts, numbers, at + 1, within=True)]
    if len(found) < len(lines) and not _is_counted(units, numbers):
        heads = [width(units[at].text) for at in lines if at not in found]
        return [at for at in found if width(units[at].text) >= _LONGER * max(heads)]
    return found


def with_whole_titles(units: list[Unit], labels: Collection[str]) -> list[Unit]:
    """The units, with titles of such boxes that stand on two lines put together.

    So are those of boxes that cut a sentence, which no source needs to tell. ``labels`` are names
    of boxes, of which none is the first line of a title.
    """
    broken: dict[int, bool] = {}
    for at in range(1, len(units) - 2):
        if _goes_on(units, at) and bare_label(units[at - 1].text) not in labels:
            closed = _is_closed(units, at + 1)
            if (closed and _is_paragraph(units[at + 1])) or _cuts(units, at):
                broken[at] = closed
    return with_lines_joined(units, broken)


def titled_texts(units: Sequence[Unit], starts: Starts) -> dict[int, BoxStart]:
    """纪实要留哪些痕 动议环节，应当留存……。 and its source: boxes whose title OCR has put before the text."""
    found: dict[int, BoxStart] = {}
    for at in range(1, len(units) - 2):
        hit = _RUN_IN.match(units[at].text) if starts[at] is None else None
        above = units[at - 1].text
        if hit is None or width(above) <= _MOST_TITLE or above[-1] in "；，、":
            continue
        if is_date(units[at].text):
            continue  # 1935年　……, the last of a chronicle
        if len(hit["title"]) < _NAME and not _is_supplied_below(units, at):
            continue
        if _is_closed(units, at, broken=not ends_sentence(units[at - 1].text)):
            titled = len(hit["title"]) > _NAME
            found[at] = BoxStart(hit["title"], hit["text"], own_line=False, named=titled)
    return found


_COLONED = re.compile(
    rf"^(?:(?P<name>[{HAN}]{{2,6}})(?:[：:]|[ \u3000]+(?:(?![\dA-Za-z])|(?<=[资資]料.)|(?<=[数數][据據].)))|[【〖\[]\s*(?P<framed>[{HAN}]{{2,6}})\s*[】〗\]]\s*)(?P<text>[^“「：].{{19,}}[。！？])$"
)
_TAKEN_FROM = re.compile(
    r"^(?:(?:——|—|[（(])\s*(?:据|據|摘自|摘编自|摘編自|选自|選自|引自|来源|來源)|(?:来源|來源)[：:]\s*《)"
)
"""——据某局, （摘自……） and 来源：《某报告》."""


def coloned_texts(units: Sequence[Unit], starts: Starts) -> dict[int, BoxStart]:
    """参考资料：…… over ——据《某报告》: a name in no list before a text that has its source.

    A colon, a blank or brackets part the two.

    Nobody speaks so: no other line begins with the name, which is no person's.
    """
    found: dict[int, BoxStart] = {}
    for at in range(1, len(units) - 1):
        text = units[at].text
        free = starts[at] is None and starts[at - 1] is None  # below the name of a box is its text
        if not free or not _TAKEN_FROM.match(units[at + 1].text):
            continue
        hit = _COLONED.match(text)
        name = (hit["name"] or hit["framed"]) if hit is not None else ""
        if hit is None or labelled(text) is not None or is_name(name) or is_date(text):
            continue
        if is_attribution(units[at + 1].text) and not _says_more(units, at, name):
            found[at] = BoxStart(name, hit["text"], own_line=False)
    return found


def _says_more(units: Sequence[Unit], at: int, name: str) -> bool:
    """True if another line begins with a name."""
    return any(unit.text.startswith(name) for place, unit in enumerate(units) if place != at)


def _is_supplied_below(units: Sequence[Unit], at: int) -> bool:
    """True for （某某供稿） right below a text, whose name may be as short as 名物."""
    return at + 1 < len(units) and is_supplied(units[at + 1].text)


_NAME = 4
"""Characters of what is rather the name of a box than its title."""


_RUN_IN = re.compile(
    rf"^(?P<title>[{HAN}“”《》、\d]{{2,20}})(?: (?!\d)|[ \u3000]{{2,}}|\u3000)(?P<text>[{HAN}\d“《].*[。！？”])$"
)
_LEAST_LINE = 5
"""The least em of the first line of a title on two, which the name of a box may stand over."""
_LONGER = 2
"""By so much a title is longer than the headings of its article, if those have no numbers."""


def _is_closed(units: Sequence[Unit], at: int, *, broken: bool = False) -> bool:
    """True for the text of a box with its source in brackets below it, and prose below that.

    Where a sentence is ``broken`` above, the source may stand behind a dash, too.
    """
    end = at + 1
    while end < at + _PARAGRAPHS and end < len(units) and _is_paragraph(units[end]):
        end += 1
    if end >= len(units) or not _is_source_of(units[end].text, broken=broken):
        return False
    below = end + 1
    bracket = units[end].text[0] in "（(" and units[end].text[-1] not in "）)"
    if below < len(units) and bracket and not units[below].gap:
        below += 1  # the second line of the source
    return below < len(units) and width(units[below].text) > _MOST_TITLE


def _is_source_of(text: str, *, broken: bool) -> bool:
    if broken and text.startswith("——"):
        return is_attribution(text) and not ends_sentence(text)
    return text[0] in "（(" and (is_source(text) or is_bracketed_work(text) or is_supplied(text))


def _is_paragraph(unit: Unit) -> bool:
    return ends_sentence(unit.text) and width(unit.text) >= PARAGRAPH


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """True for the second line of a title, right below the first."""
    above, unit = units[at - 1], units[at]
    return (
        above.gap
        and not unit.gap
        and width(above.text) >= _LEAST_LINE
        and not LABEL_SHAPE.match(above.text)
        and is_han(above.text[-1])
        and above.markup_level == unit.markup_level
        and width(above.text) + width(unit.text) <= _MOST_TITLE
        and not any(
            re.search("[，。；：！]", one.text) or numbering(one.text) for one in (above, unit)
        )
        and labelled(above.text) is None
    )


def _cuts(units: Sequence[Unit], at: int) -> bool:
    """True for two lines within a broken sentence, of which the first is too long for a name."""
    above = units[at - 2].text if at > 1 else "。"
    return (
        units[at + 1].gap
        and (_is_paragraph(units[at + 1]) or list_end(units, at + 1, at + _ITEMS) > at + 2)
        and width(units[at - 1].text) >= _NO_NAME
        and width(above) > _MOST_TITLE
        and breaks_off(above)
    )


_ITEMS = 5
"""Units below a title among which a list begins."""
_NO_NAME = 7
"""Em of what is too long for the name of a box, over its title."""


def _is_counted(units: Sequence[Unit], numbers: Numbers) -> bool:
    """True for an article whose headings have numbers."""
    pairs = zip(units, numbers, strict=True)
    return sum(number is not None and is_heading_text(unit.text) for unit, number in pairs) > 1


def _may_be_title(units: Sequence[Unit], at: int, decisions: Decisions) -> bool:
    """True for a line below a whole paragraph that may be the title of a box."""
    unit = units[at]
    return (
        unit.gap
        and _LEAST_TITLE <= width(unit.text) <= _MOST_TITLE
        and unit.text[-1] not in "，。；：、！）"
        and ends_sentence(units[at - 1].text)
        and not is_attribution(unit.text)
        and labelled(unit.text) is None
        and decisions.boxes.get(unit.first) is None
        and unit.first not in decisions.headings
    )
