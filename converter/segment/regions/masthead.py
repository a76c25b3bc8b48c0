"""Where the masthead is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, squeeze, width
from converter.names import split_names
from converter.segment.regions.entries import LEADER, entry_like, is_contents_heading
from converter.segment.regions.going_on import BARE_FOLIO, lists_title, short_lines
from converter.segment.regions.labels import (
    ISSUE_LINE,
    NAMED_ISSUE,
    PINYIN,
    SHORT_ISSUE,
    count_labels,
    is_masthead_line,
)
from converter.segment.rules import is_rule
from converter.source import Line

_IMPRINT = re.compile(
    r"^(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*出版)?$|出版(?:[\s\u3000]*[双雙半]?[月年季周週旬]刊)?$|^[（(]?(?:[双雙半]?[月年]|季|周|週|旬)刊[）)]?$|(?:编印|主办|主編|主编|(?<=[馆館会會部社室组組局厅廳院所心校委厂廠队隊站盟协協])[编編])(?:[\s\u3000]|$)|^[农農夏]历|^今日\s*[\d一二三四五六七八九十]+\s*版|^第\s*[\d一二三四五六七八九十百千〇零]+\s*期$|^零售|^内部资料|^內部資料|免费交流$"
)


def find_masthead(
    lines: Sequence[Line], contents_at: int | None, labels: Collection[str]
) -> tuple[int, int] | None:
    """The indexes of the masthead, end exclusive; ``None`` if there is none."""
    size = len(lines)
    head = range(min(size, _HEAD))
    # It may begin within the head of a short issue, and go on below.
    tail = range(size - _TAIL if size > _HEAD else size, size)
    best: tuple[int, int, int] | None = None
    told: list[int] = []
    for zone in (head, tail):
        hits = [
            i
            for i in zone
            if is_masthead_line(lines[i].text, labels) and not _addresses_editors(lines, i)
        ]
        for first, last, count in _clusters(lines, hits):
            if count >= _LEAST_TOLD and (best is None or count > best[2]):
                best = (first, last, count)
                told = [hit for hit in hits if first <= hit <= last]
    if best is None:
        return issue_line_only(lines, contents_at)
    first = best[0]
    last = _above_article(lines, told, contents_at)
    first = _reach_up(lines, first, contents_at)
    last = _reach_down(lines, first, last, contents_at)
    return (first, last + 1)


_HEAD, _TAIL = 400, 200
"""Lines at the top and at the end of an issue among which its masthead is."""
_EDITORS = re.compile(r"^(?:《[^》]{1,12}》)?(?:编辑部|編輯部|编辑|編輯|主编|主編)[：:]$")


def _addresses_editors(lines: Sequence[Line], index: int) -> bool:
    """True for 编辑部：, and below it what somebody writes to them."""
    if not _EDITORS.match(lines[index].text.strip()):
        return False
    below = (line.text for line in lines[index + 1 : index + _NEAR] if not line.blank)
    text = next(below, "")
    return width(text) >= _PROSE and "，" in text


def _clusters(lines: Sequence[Line], hits: list[int]) -> list[tuple[int, int, int]]:
    """Runs of hits with at most three other lines of text between two of them.

    At the top a line may tell several things; under a page one line tells who made that.
    What begins as another of the run does tells nothing more: 地址：……, below each of three shops.
    """
    found: list[tuple[int, int, int]] = []
    start = previous = -1
    count = 0
    begun: set[str] = set()
    for hit in hits:
        text = lines[hit].text
        if previous < 0 or _texts_between(lines, previous, hit) > 3:
            if count:
                found.append((start, previous, count))
            start, count = hit, 0
            begun.clear()
        if (label := squeeze(text)[:_LABEL]) not in begun:
            count += _told(text) if hit < _FIRST_PAGE else 1
        begun.add(label)
        previous = hit
    if count:
        found.append((start, previous, count))
    return found


def _above_article(lines: Sequence[Line], hits: Sequence[int], contents_at: int | None) -> int:
    """The last of some labelled lines above the first article, whose editor signs it: 主编／某某.

    A title of the contents, which stand above, parts the two, and running text is below.
    """
    listed = _listed(lines, hits[0], contents_at)
    last = len(hits) - 1
    while listed and last and _is_byline(lines, hits[last - 1], hits[last], listed):
        last -= 1
    return hits[last]


def _is_byline(lines: Sequence[Line], above: int, at: int, listed: str) -> bool:
    """True for a line below a title of the contents and above running text."""
    names = (key(line.text) for line in lines[above + 1 : at])
    if not any(len(name) >= _NAME and name in listed for name in names):
        return False
    below = next((line.text for line in lines[at + 1 : at + _NEAR] if not line.blank), "")
    return width(below) >= _PROSE and "，" in below


_NEAR, _PROSE = 4, 30
"""Lines below a byline among which the text begins, and the fewest em of its first paragraph."""


def _told(text: str) -> int:
    """How many things a line of the masthead tells, one behind the other."""
    return max(1, count_labels(text))


_LABEL = 2
"""Characters with which a line begins that tell its label from others."""
_FIRST_PAGE = 60
"""Lines from the top among which a newspaper has its masthead."""
_FOOT_LINES = 4


def find_foot(lines: Sequence[Line], begin: int) -> tuple[int, int] | None:
    """The last lines of an issue where they tell its address and printer, below ``begin``.

    Newspapers print them under the last page, away from the rest of their mastheads.
    """
    end = len(lines)
    while end > begin and (lines[end - 1].blank or BARE_FOLIO.match(lines[end - 1].text.strip())):
        end -= 1
    first = end
    while first > begin and end - first < _FOOT_LINES and _is_imprint(lines[first - 1].text):
        first -= 1
    told = sum(_told_at_foot(line.text) for line in lines[first:end])
    several = any(_told_at_foot(line.text) >= 2 for line in lines[first:end])
    # One line, too: 编辑：…… 印刷：…….
    least = _LEAST_TOLD - (end - first == 1)
    if first < end and all(_FOR_WHOM.match(line.text.strip()) for line in lines[first:end]):
        return (first, end)
    return (first, end) if told >= least and several else None


def _is_imprint(text: str) -> bool:
    """True for a line that tells where a paper is made and had, and not who made the page.

    主编：…… 校对：…… are those of an issue, and 内部资料 says for whom it is.
    """
    if _FOR_WHOM.match(text.strip()):
        return True
    named = _BY_WHOM.match(text.strip()) is not None and _told_at_foot(text) > 1
    return named or (count_labels(text) > 0 and re.search(_MADE_AND_HAD, text) is not None)


def _told_at_foot(text: str) -> int:
    """How many things a line tells of who made an issue, where, and for whom."""
    return count_labels(text) + (_WITHIN.search(text) is not None)


_WITHIN = re.compile(
    r"\s(?:本刊)?[只仅僅]?供?(?:内部|內部)(?:阅读|閱讀|交流|参考|參考|资料|資料)\s*$"
)
_FOR_WHOM = re.compile(
    r"^(?:版权所有|版權所有|内部(?:资料|资料|交流|刊物|读物)|仅供(?:内部|会员)|免费(?:赠阅|交流)|非卖品)[^。，]{0,30}$"
)
_BY_WHOM = re.compile(
    r"^(?:总?主\s*编|编辑者?|編輯者?|總?主\s*編|总编辑?|總編輯?|编印|編印|主办|主辦)\s*[：:]"
)


_MADE_AND_HAD = "地址|社址|邮编|邮政编码|印刷|承印|刻印|油印|排印|发行|订阅|定价|零售价|印厂|印数"
_LEAST_TOLD = 3
"""Labels that make a masthead."""


def _texts_between(lines: Sequence[Line], first: int, last: int) -> int:
    between = [line for line in lines[first + 1 : last] if not line.blank]
    if any(is_contents_heading(line.text) or width(line.text) > 160 for line in between):
        return 99
    return len(between)


def issue_line_only(lines: Sequence[Line], contents_at: int | None) -> tuple[int, int] | None:
    """A cover that says no more than the title and the issue."""
    limit = contents_at if contents_at is not None else min(len(lines), 60)
    for i in range(limit):
        text = lines[i].text
        told = ISSUE_LINE.search(text) and width(text) < 40
        if told or (
            i < _TOP and (_tells_issue(text) or _tells_abroad(text) or _is_counted(lines, i))
        ):
            return (_reach_up(lines, i, contents_at), _imprint_end(lines, i + 1))
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
    if named and all(_is_head_line(text) and width(text) <= _COVER_WIDTH for text in texts):
        return (0, limit)
    if _is_dated_cover(texts):
        return (0, limit)
    return issue_line_only(lines[:limit], None) or _titled_cover(lines, limit)


_COUNTED = re.compile(r"[\s\u3000]+第\s*[\d一二三四五六七八九十百〇零○]+\s*期\s*$")
"""The number of the issue, on one line behind the name."""
_MONTH = re.compile(
    r"(?:(?:19|20)\d\d|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5})"
    r"\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?!\s*\d)"
)


def _is_dated_cover(texts: Sequence[str]) -> bool:
    """True for a few short lines, of which one tells the month and another can be the name."""
    return (
        _NAMED_TWICE <= len(texts) <= _COVER_LINES
        and all(_is_head_line(text) and width(text) <= _COVER_WIDTH for text in texts)
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
        if not _is_head_line(text) or width(text) > _COVER_WIDTH or len(texts) == _COVER_LINES:
            break
        texts.append(text)
        end = at + 1
    if len(texts) < _NAMED_TWICE or not _TITLE.match(squeeze(texts[0])):
        return None
    return (0, end) if PINYIN.match(texts[1]) else None


_NAMED_TWICE = 2
_TITLE = re.compile(rf"^[{HAN}·]{{2,10}}$")


_COVER_NAME, _COVER_LINES, _COVER_WIDTH = 10, 6, 20
"""Characters of a magazine's name, and the lines of a cover that has no headlines, and their em."""
_TOP = 12
"""Lines at the top of a newspaper among which its date stands."""
_DAY = re.compile(
    r"(?:(?:19|20)\d\d|[二一][〇零○O一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*[日号].*(?:星期|[周週][一二三四五六日]|第\s*\d+\s*期)"
)


_ENGLISH_BEHIND = re.compile(
    rf"^(?P<own>\S.*?[{HAN}])[\s\u3000]{{1,}}[A-Z][A-Za-z .]+,?\s.*\b(?:19|20)\d\d\b[^{HAN}]*$"
)
_BARE_COUNT = re.compile(
    r"^[^，。：；？！]{0,14}?[（(]?第\s*[\d一二三四五六七八九十百千〇零○]+\s*[期號号辑輯][）)]?$"
)
_WHOLE_DATE = re.compile(
    r"^[（(]?(?:(?:19|20)\d\d|[二一][〇零○O一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?(?:出版|印行)?[）)]?$"
)
_COUNT_AND_DATE = re.compile(
    r"^第\s*[\d一二三四五六七八九十百千〇零○]+\s*[期號号]\s+[（(]?(?:(?:19|20)\d\d|[一二][〇零○O一二三四五六七八九]{3})\s*年.{0,12}$"
)
"""第五期　　一九八三年九月二十五日, on a line of their own."""


_ALONE_COUNT = re.compile(r"^第[\d一二三四五六七八九十百千〇零○]+[期辑輯号號]$")
"""第九辑, below the name of the series."""


def _tells_abroad(text: str) -> bool:
    """True for a journal's line of name and issue with the same in English behind it."""
    hit = _ENGLISH_BEHIND.match(text) if width(text) < _JOURNAL_LINE else None
    return hit is not None and ISSUE_LINE.search(hit["own"]) is not None


_JOURNAL_LINE = 80
"""Em of a line that tells name and issue in two languages."""


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
    counted = _COUNT_AND_DATE.match(text.strip()) or NAMED_ISSUE.match(text.strip())
    return counted is not None or _is_dated(text) or SHORT_ISSUE.match(text) is not None


def _is_dated(text: str) -> bool:
    """2009年11月3日　星期二　第4417期: the day of a newspaper."""
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
        if told or (width(text) <= 24 and (_IMPRINT.search(text) or _IMPRINT.match(squeeze(text)))):
            end = index + 1
    return end


def _pairs(text: str) -> bool:
    """True for 指导老师：某某　本期主编：某某: several pairs, one of which a masthead has."""
    return len(re.findall(r"\S[：:]\s*\S", text)) > 1 and count_labels(text) > 0


_PUBLISHED = re.compile(
    r"^[（(]?(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月\s*[\dOlI]{1,2}\s*日\s*(?:出版|发行|發行)[）)]?$"
    r"|^(?:中[華华])?民[國国]\s*[一二三四五六七八九十百〇零○\d]{1,6}\s*年\s*[一二三四五六七八九十\d]{1,3}\s*月"
    r"(?:\s*[一二三四五六七八九十\d]{1,3}\s*日)?\s*(?:出版|發行|发行)$"
)


def is_imprint_line(text: str) -> bool:
    """True for a line that tells the issue or the day of publication, and nothing else."""
    issue = ISSUE_LINE.search(text)
    if issue is not None and width(text) < 40:
        return squeeze(text).startswith(squeeze(issue[0]))
    return _PUBLISHED.match(text.strip()) is not None


_FOLIO = re.compile(r"^[^\w\s]{1,2}\s*\d{1,3}\s*[^\w\s]{0,2}$")
"""· 11 ·, （ 5 ）: the foot of the page above an imprint."""


_KEYWORDS = re.compile(r"^(?:Key\s?words|关\s*键\s*词|關\s*鍵\s*詞)\s*[:：]", re.IGNORECASE)
"""Key words: …, the last line of the abstracts above an imprint at the end of a journal."""


def _is_head_line(text: str) -> bool:
    """A line that may belong to the head of a masthead: short and no sentence."""
    plain = text.strip().lstrip("#").strip(" *")
    return (
        width(plain) <= 40
        and not ends_sentence(re.sub(r"(?<=[A-Za-z])\.$", "", plain))
        and not plain.startswith(("——", "—", "|", "#", "-"))
        and not is_contents_heading(plain)
        and not _FOLIO.match(plain)
        and not _KEYWORDS.match(plain)
        and not (LEADER.search(plain) and re.search(r"\d\s*[）)]?\s*$", plain))
    )


_HEAD_LINES = 12
"""The most lines of a masthead above the first that has a label, where the contents follow."""


_NAMED = re.compile(
    r"^[\s【\[■●◆]*(?:版\s*[权權]\s*[页頁]?|版[权權]信息|版[权權](?:資訊|资讯)|刊[务務]|本刊信息|[Mm]asthead|MASTHEAD|[Ii]mprint|IMPRINT)[\s】\]]*$"
)
"""版權頁: what stands over a masthead at the end of an issue."""


def _reach_up(lines: Sequence[Line], first: int, contents_at: int | None) -> int:
    """Take in the title and the issue line above the first labelled line."""
    lowest = contents_at + 1 if contents_at is not None and contents_at < first else 0
    at, sure, taken, index = first, first, 0, first - 1
    most = _HEAD_LINES if contents_at is not None and contents_at > first else 8
    places = short_lines(lines, first) if lowest else {}
    while index >= lowest and taken < most:
        text = lines[index].text
        if not text.strip() or is_rule(text):
            index -= 1
            continue
        signs = 0 < lowest < index and entry_like(lines[index - 1].text) and split_names(text)
        if not _is_head_line(text) or (lowest and (entry_like(text) or signs)):
            break  # an entry of the contents, or its author below it
        if lowest and _NUMERAL_PAGE.search(text):
            return _below_gap(lines, at, first)
        if lowest and lists_title(lines, index, places):
            break
        if lowest and _signs_letter(lines, index):
            break
        if sure == at and _PUBLISHED.match(text.strip()):
            sure = index
        at, taken, index = index, taken + 1, index - 1
        if _NAMED.match(text):
            return at
    told = any(ISSUE_LINE.search(lines[index].text) for index in range(at, first))
    if contents_at is not None and contents_at < first and taken >= _MANY and not told:
        return sure
    return at


_NUMERAL_PAGE = re.compile(
    r"\S(?:[ \u3000]{2,}|[…⋯·．.]{2,}[ \u3000]*)[〇○零一二三四五六七八九十百廿卅]{1,4}\s*$"
)
"""抗戰時期的南湖中學　　章伯勛　二: an entry of the contents with its page in Chinese numerals."""


def _below_gap(lines: Sequence[Line], at: int, first: int) -> int:
    """The first line below the lowest blank one, as what else stands above it are contents, too."""
    while first > at and not lines[first - 1].blank:
        first -= 1
    return first


_SENDER = re.compile(rf"^[{HAN}]{{2,16}}[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$")
"""某市某街道　某某: whence somebody writes, and the name."""

_IN_BRACKETS = re.compile(rf"^[（(]\s*(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})\s*[）)]$")
"""（某　某）: who wrote what stands above."""


def _signs_letter(lines: Sequence[Line], index: int) -> bool:
    """True for a place and a name, or a name in brackets, below running text, above the masthead that ends an issue."""
    text = lines[index].text.strip()
    hit = _SENDER.match(text) or _IN_BRACKETS.match(text)
    if hit is None or not split_names(hit["name"]) or is_masthead_line(lines[index].text):
        return False
    above = next((lines[at].text for at in range(index - 1, 0, -1) if not lines[at].blank), "")
    return width(above) >= _PROSE and ends_sentence(above)


_MANY = 5
"""So many lines below the contents are no head of the masthead, unless one of them tells the issue."""


def _reach_down(lines: Sequence[Line], first: int, last: int, contents_at: int | None) -> int:
    """Take in what goes on below the last labelled line of the same block."""
    limit = contents_at if contents_at is not None and contents_at > last else len(lines)
    index = last + 1
    listed = _listed(lines, first, contents_at)
    while index < limit and not lines[index].blank and index - last < 12:
        name = key(lines[index].text)
        if name in listed if len(name) >= _NAME else f"\n{name}\n" in listed:
            return index - 1  # a section or a title of the contents, which stand above
        if _SECTION.match(lines[index].text.strip()):
            return index - 1
        if _begins_text(lines, index):
            return last  # what stands between is the head of an article
        index += 1
    return _with_notices(lines, index - 1, limit)


_NOTICE = re.compile(
    r"版权所有|版權所有|版权归|不得转载|不得轉載|请勿转载|未经\S{0,10}(?:许可|授权|同意|允许)|未經\S{0,10}(?:許可|授權|同意)|印装质量|印裝品質|印装品质|稿酬|著作权|著作權|文责自负|文責自負|[\w.\-]+@[\w\-]+\.|www\."
)
"""What stands in small print below those who make a magazine."""
_ADDRESS = re.compile(r"^(?:[\w.\-]+@[\w\-]+(?:\.[\w\-]+)+|(?:https?://|www\.)[\w./\-]+)$")
"""Where to write to, and nothing else."""
_SMALL_PRINT = 4


def _with_notices(lines: Sequence[Line], last: int, limit: int) -> int:
    """Take in the notices that blank lines part from the masthead, above the contents."""
    below = next((at for at in range(last + 1, limit) if not lines[at].blank), limit)
    if below < limit and _ADDRESS.match(lines[below].text.strip()):
        last = below
    if limit >= len(lines):
        last = _last_notice(lines, last)
    taken = 0
    for index in range(last + 1, limit):
        if lines[index].blank:
            continue
        text = lines[index].text
        if taken >= _SMALL_PRINT or _NOTICE.search(text) is None or width(text) > _LONG_NOTICE:
            break
        if limit >= len(lines) and not _OF_THE_HOUSE.match(text.strip()):
            break  # the articles follow, one of which may tell of such things
        last, taken = index, taken + 1
    return last


def _last_notice(lines: Sequence[Line], last: int) -> int:
    """The last line of an issue, where nothing but notices of the house stands below its masthead."""
    if len(lines) - last > _LAST_LINES:
        return last
    below = [at for at in range(last + 1, len(lines)) if not lines[at].blank]
    told = len(below) <= _SMALL_PRINT and all(
        width(text := lines[at].text.strip()) <= _LONG_NOTICE
        and ends_sentence(text)
        and (_OF_THE_HOUSE.match(text) or _NOTICE.search(text))
        for at in below
    )
    return below[-1] if below and told else last


_LAST_LINES = 16
_OF_THE_HOUSE = re.compile(r"^本[刊报報社期]")
"""本刊内容不能代替医生的诊断。"""
_LONG_NOTICE = 160


def _listed(lines: Sequence[Line], end: int, contents_at: int | None) -> str:
    """The keys of the lines of the contents, where they stand above the masthead."""
    if contents_at is None or contents_at > end:
        return ""
    names = (key(line.text) for line in lines[contents_at + 1 : end])
    return "\n".join(("", *filter(None, names), ""))


_NAME = 3
"""Characters of a name or a title, at least, that is told by the contents."""
_SECTION = re.compile(r"^(?P<mark>[·•●■◆★☆※◇□▲])\s*[^\s\d：:](?:\s*[^\s\d：:]){1,7}\s*(?P=mark)$")
"""·家　事·: the name of a section right below the masthead."""


def _begins_text(lines: Sequence[Line], index: int) -> bool:
    """True for an indented line of running text that goes on flush below, or a whole paragraph of it."""
    whole = lines[index].text.strip()
    if width(whole) >= _PARAGRAPH and ends_sentence(whole) and whole.count("，") > 1:
        return not (_NOTICE.search(whole) or _OF_THE_HOUSE.match(whole))
    text, after = lines[index].text, lines[index + 1].text if index + 1 < len(lines) else ""
    if is_masthead_line(text) or len(text) - len(text.lstrip()) < 2 or ends_sentence(text):
        return False
    flush = after[:1].strip() and not is_masthead_line(after)
    return bool(flush) and width(text.strip()) >= _LINE and re.search("[，。；]", text) is not None


_LINE, _PARAGRAPH = 14, 60
"""Em of a line of running text, and of a paragraph, at least."""
