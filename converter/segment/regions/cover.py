"""The cover, and the line of an issue that stands alone for a masthead."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, squeeze, width
from converter.segment.regions.entries import is_contents_heading
from converter.segment.regions.labels import (
    ISSUE_LINE,
    NAMED_ISSUE,
    PINYIN,
    SHORT_ISSUE,
    count_labels,
    is_masthead_line,
)
from converter.segment.regions.reach import IMPRINT, is_head_line, reach_up
from converter.source import Line

_COUNTED = re.compile(r"[\s\u3000]+第\s*[\d一二三四五六七八九十百〇零○]+\s*期\s*$")
"""The number of the issue, on one line behind the name."""
_MONTH = re.compile(
    r"(?:(?:19|20)\d\d|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5})"
    r"\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?!\s*\d)"
)
_NAMED_TWICE = 2
_TITLE = re.compile(rf"^[{HAN}·]{{2,10}}$")
_COVER_NAME, _COVER_LINES, _COVER_WIDTH = 10, 6, 20
"""Characters of a magazine's name, and the lines of a cover that has no headlines, and their em."""
_TOP = 12
"""Lines at the top of a newspaper among which its date stands."""
_DAY = re.compile(
    r"(?:(?:19|20)\d\d|[二一][〇零○O一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*[日号].*(?:星期|[周週][一二三四五六日]|第\s*\d+\s*期)"
)
_FIGURES_AND_COUNT = re.compile(
    r"^(?P<day>(?:19|20)\d\d\s?(?P<by>[./-])\s?\d{1,2}(?:\s?(?P=by)\s?\d{1,2})?)?\s*"
    r"[（(]?(?:[总總]\s*)?第\s*\d{1,5}\s*[期號号][）)]?(?(day)|\s+(?:19|20)\d\d(?P<with>[./-])\d{1,2}(?:(?P=with)\d{1,2})?)$"
)
"""2012.8.6 第31期, 第31期 2012-08-06: the day in figures, and the number."""
_ENGLISH_BEHIND = re.compile(
    rf"^(?P<own>\S.*?[{HAN}])[\s\u3000]{{1,}}[A-Z][A-Za-z .]+,?\s.*\b(?:19|20)\d\d\b[^{HAN}]*$"
)
_BARE_COUNT = re.compile(
    r"^[^，。：；？！]{0,14}?[（(]?第\s*[\d一二三四五六七八九十百千〇零○]+\s*[期號号辑輯][）)]?$"
)
_WHOLE_DATE = re.compile(
    r"^[（(]?(?:(?:19|20)\d\d|[二一][〇零○O一二三四五六七八九]{3})\s*年\s*"
    r"(?:[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?|[春夏秋冬](?:季[刊号號]?)?)(?:出版|印行)?[）)]?$"
)
"""二〇一六年十月, （2016年10月1日出版）, 二〇二二年春, on a line of their own."""
_COUNT_AND_DATE = re.compile(
    r"^第\s*[\d一二三四五六七八九十百千〇零○]+\s*[期號号]\s+[（(]?(?:(?:19|20)\d\d|[一二][〇零○O一二三四五六七八九]{3})\s*年.{0,12}$"
)
"""第五期　　一九八三年九月二十五日, on a line of their own."""
_NAMED_COUNT = re.compile(
    rf"^[{HAN}·]{{2,16}}[ \u3000]+[（(]?(?:[总總]\s*)?第\s*[\d一二三四五六七八九十百千〇零○]+\s*[期號号][）)]?[ \u3000]+"
    r"[（(]?(?:(?:19|20)\d\d|[一二][〇零○O一二三四五六七八九]{3}|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5})"
    r"\s*年[^，。]{0,12}$"
)
"""某某社区报　第21期　2023年11月: name, number and date on a line."""
_ALONE_COUNT = re.compile(r"^第[\d一二三四五六七八九十百千〇零○]+[期辑輯号號]$")
"""第九辑, below the name of the series."""
_JOURNAL_LINE = 80
"""Em of a line that tells name and issue in two languages."""


def issue_line_only(lines: Sequence[Line], contents_at: int | None) -> tuple[int, int] | None:
    """A cover that says no more than the title and the issue."""
    limit = contents_at if contents_at is not None else min(len(lines), 60)
    for i in range(limit):
        text = lines[i].text
        told = ISSUE_LINE.search(text) and width(text) < 40
        if told or (
            i < _TOP and (_tells_issue(text) or _tells_abroad(text) or _is_counted(lines, i))
        ):
            return (reach_up(lines, i, contents_at), _imprint_end(lines, i + 1))
    return None


def find_cover(
    lines: Sequence[Line], limit: int, masthead: tuple[int, int]
) -> tuple[int, int] | None:
    """The lines at the top, down to ``limit``, that tell the magazine and the issue.

    ``masthead`` is elsewhere. Where it names what the first line says, all lines belong to the
    cover if none of them is more than a few words.
    """
    texts = [line.text for line in lines[:limit] if not line.blank]
    told = key("".join(line.text for line in lines[slice(*masthead)]))
    name = key(_COUNTED.sub("", texts[0])) if texts else ""
    named = 2 <= len(name) <= _COVER_NAME and name in told and len(texts) <= _COVER_LINES
    if named and all(is_head_line(text) and width(text) <= _COVER_WIDTH for text in texts):
        return (0, limit)
    if _is_dated_cover(texts):
        return (0, limit)
    return issue_line_only(lines[:limit], None) or _titled_cover(lines, limit)


def _is_dated_cover(texts: Sequence[str]) -> bool:
    """True for a few short lines, of which one tells the month and another can be the name."""
    return (
        _NAMED_TWICE <= len(texts) <= _COVER_LINES
        and all(is_head_line(text) and width(text) <= _COVER_WIDTH for text in texts)
        and any(map(_MONTH.search, texts))
        and any(_TITLE.match(squeeze(text)) for text in texts)
    )


def _titled_cover(lines: Sequence[Line], limit: int) -> tuple[int, int] | None:
    """The short lines at the top that begin with the magazine's name and its pinyin in capitals.

    Below them the cover may say what stands inside, and then comes text.
    """
    end, texts = 0, list[str]()
    for at in range(limit):
        text = lines[at].text.strip()
        if not text:
            continue
        if not is_head_line(text) or width(text) > _COVER_WIDTH or len(texts) == _COVER_LINES:
            break
        texts.append(text)
        end = at + 1
    if len(texts) < _NAMED_TWICE or not _TITLE.match(squeeze(texts[0])):
        return None
    return (0, end) if PINYIN.match(texts[1]) else None


def _tells_abroad(text: str) -> bool:
    """True for a journal's line of name and issue with the same in English behind it."""
    hit = _ENGLISH_BEHIND.match(text) if width(text) < _JOURNAL_LINE else None
    return hit is not None and ISSUE_LINE.search(hit["own"]) is not None


def _is_counted(lines: Sequence[Line], at: int) -> bool:
    """True for 某会会刊　第一百一十八期 right above the date: the number without a year."""
    if _BARE_COUNT.match(lines[at].text.strip()) is None:
        return False
    below = next((line.text for line in lines[at + 1 : at + 3] if not line.blank), "")
    if _WHOLE_DATE.match(squeeze(below)) or ISSUE_LINE.match(below.strip()):
        return True
    above = [line.text for line in lines[:at] if not line.blank]
    alone = _ALONE_COUNT.match(squeeze(lines[at].text)) is not None
    return alone and len(above) == 1 and _TITLE.match(squeeze(above[0])) is not None


def _tells_issue(text: str) -> bool:
    plain = text.strip()
    counted = _COUNT_AND_DATE.match(plain) or NAMED_ISSUE.match(plain) or _NAMED_COUNT.match(plain)
    counted = counted or _NO_AND_DATE.match(plain)
    return counted is not None or _is_dated(text) or SHORT_ISSUE.match(text) is not None


_NO_AND_DATE = re.compile(
    r"^(?:No|NO|#)[.．]?\s*\d{1,4}[ \u3000]+(?:19|20)\d\d[./年-]\s*\d{1,2}(?!\d)[^，。；：]{0,24}$"
)
"""No. 382　　2009.05.14 - 05.20: how many issues there are, and the days of this one."""


def _is_dated(text: str) -> bool:
    """2009年11月3日　星期二　第4417期: the day of a newspaper."""
    if _FIGURES_AND_COUNT.match(text.strip()):
        return True
    return width(text) < 64 and not ends_sentence(text) and _DAY.search(text) is not None


def _imprint_end(lines: Sequence[Line], end: int) -> int:
    """The end of the lines right below the issue line that tell date and publisher."""
    for index in range(end, min(len(lines), end + 8)):
        text = lines[index].text.strip()
        if not text:
            continue
        if width(text) > 40 or ends_sentence(text) or is_contents_heading(text):
            break
        told = bool(ISSUE_LINE.search(text) or _WHOLE_DATE.match(squeeze(text)))
        told = told or is_masthead_line(text) or _pairs(text)
        if told or (width(text) <= 24 and (IMPRINT.search(text) or IMPRINT.match(squeeze(text)))):
            end = index + 1
    return end


def _pairs(text: str) -> bool:
    """True for 指导老师：某某　本期主编：某某: several pairs, one of which a masthead has."""
    return len(re.findall(r"\S[：:]\s*\S", text)) > 1 and count_labels(text) > 0
