"""How far a masthead reaches above and below the lines that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_misread, key, squeeze, width
from converter.names import split_names
from converter.segment.regions.entries import LEADER, entry_like, is_contents_heading
from converter.segment.regions.going_on import lists_title, short_lines
from converter.segment.regions.labels import (
    ISSUE_LINE,
    is_masthead_line,
)
from converter.segment.rules import is_rule
from converter.source import Line

IMPRINT = re.compile(
    r"^(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*出版)?$|出版(?:[\s\u3000]*[双雙半]?[月年季周週旬]刊)?$|^[（(]?(?:[双雙半]?[月年]|季|周|週|旬)刊[）)]?$|(?:编印|主办|主編|主编|(?<=[馆館会會部社室组組局厅廳院所心校委厂廠队隊站盟协協])[ \u3000]?[编編])(?:[\s\u3000]|$)|^[农農夏]历|^今日\s*[\d一二三四五六七八九十]+\s*版|^第\s*[\d一二三四五六七八九十百千〇零]+\s*期$|^零售|^内部资料|^內部資料|免费交流$|[\s\u3000]免[费費](?:派[发發]|取[阅閱]|[赠贈][阅閱])$"
)
NEAR, PROSE = 4, 30
"""Lines below a byline among which the text begins, and the fewest em of its first paragraph."""
_PUBLISHED = re.compile(
    r"^[（(]?(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月\s*[\dOlI]{1,2}\s*日\s*(?:出版|发行|發行)[）)]?$"
    r"|^(?:中[華华])?民[國国]\s*[一二三四五六七八九十百〇零○\d]{1,6}\s*年\s*[一二三四五六七八九十\d]{1,3}\s*月"
    r"(?:\s*[一二三四五六七八九十\d]{1,3}\s*日)?\s*(?:出版|發行|发行)$"
)
_FOLIO = re.compile(r"^[^\w\s]{1,2}\s*\d{1,3}\s*[^\w\s]{0,2}$")
"""· 11 ·, （ 5 ）: the foot of the page above an imprint."""
_KEYWORDS = re.compile(r"^(?:Key\s?words|关\s*键\s*词|關\s*鍵\s*詞)\s*[:：]", re.IGNORECASE)
"""Key words: …, the last line of the abstracts above an imprint at the end of a journal."""
_HEAD_LINES = 12
"""The most lines of a masthead above the first that has a label, where the contents follow."""
_NAMED = re.compile(
    r"^[\s【\[■●◆]*(?:版\s*[权權]\s*[页頁]?|版[权權]信息|版[权權](?:資訊|资讯)|刊[务務]|本刊信息|[Mm]asthead|MASTHEAD|[Ii]mprint|IMPRINT)[\s】\]]*$"
)
"""版權頁: what stands over a masthead at the end of an issue."""
_NUMERAL_PAGE = re.compile(
    r"\S(?:[ \u3000]{2,}|[…⋯·．.]{2,}[ \u3000]*)[〇○零一二三四五六七八九十百廿卅]{1,4}\s*$"
)
"""抗戰時期的南湖中學　　章伯勛　二: an entry of the contents with its page in Chinese numerals."""
_SENDER = re.compile(rf"^[{HAN}]{{2,16}}[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$")
"""某市某街道　某某: whence somebody writes, and the name."""
_IN_BRACKETS = re.compile(
    rf"^[（(]\s*(?:[{HAN}]{{2,16}}[ \u3000]+)?(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})\s*[）)]$"
)
"""（某　某）, （某库　某某）: who wrote what stands above."""
_MANY = 5
"""So many lines below the contents are no head of the masthead, unless one of them tells the issue."""
_NOTICE = re.compile(
    r"版权所有|版權所有|版权归|不得转载|不得轉載|请勿转载|未经\S{0,10}(?:许可|授权|同意|允许)|未經\S{0,10}(?:許可|授權|同意)|印装质量|印裝品質|印装品质|稿酬|著作权|著作權|文责自负|文責自負|[\w.\-]+@[\w\-]+\.|www\."
)
"""What stands in small print below those who make a magazine."""
_ADDRESS = re.compile(r"^(?:[\w.\-]+@[\w\-]+(?:\.[\w\-]+)+|(?:https?://|www\.)[\w./\-]+)$")
"""Where to write to, and nothing else."""
_SMALL_PRINT = 4
_LAST_LINES = 16
_OF_THE_HOUSE = re.compile(r"^本[刊报報社期]")
"""本刊内容不能代替医生的诊断。"""
_LONG_NOTICE = 160
_FAR, _LISTED = 100, 200
"""Lines between the head of a masthead and contents at the end of an issue, and lines of those."""
NAME = 3
"""Characters of a name or a title, at least, that is told by the contents."""
_SECTION = re.compile(r"^(?P<mark>[·•●■◆★☆※◇□▲])\s*[^\s\d：:](?:\s*[^\s\d：:]){1,7}\s*(?P=mark)$")
"""·家　事·: the name of a section right below the masthead."""
_LINE, _PARAGRAPH = 14, 60
"""Em of a line of running text, and of a paragraph, at least."""


def is_imprint_line(text: str) -> bool:
    """True for a line that tells the issue or the day of publication, and nothing else."""
    issue = ISSUE_LINE.search(text)
    if issue is not None and width(text) < 40:
        return squeeze(text).startswith(squeeze(issue[0]))
    return _PUBLISHED.match(text.strip()) is not None


def is_head_line(text: str) -> bool:
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


def reach_up(lines: Sequence[Line], first: int, contents_at: int | None) -> int:
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
        if not is_head_line(text) or (lowest and (entry_like(text) or signs)):
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


def _below_gap(lines: Sequence[Line], at: int, first: int) -> int:
    """The first line below the lowest blank one, as what else stands above it are contents, too."""
    while first > at and not lines[first - 1].blank:
        first -= 1
    return first


def _signs_letter(lines: Sequence[Line], index: int) -> bool:
    """True for a place and a name, or a name in brackets, below running text, above the masthead that ends an issue."""
    text = lines[index].text.strip()
    hit = _SENDER.match(text) or _IN_BRACKETS.match(text)
    if hit is None or not split_names(hit["name"]) or is_masthead_line(lines[index].text):
        return False
    above = next((lines[at].text for at in range(index - 1, 0, -1) if not lines[at].blank), "")
    return width(above) >= PROSE and ends_sentence(above)


def tells_whom(text: str) -> bool:
    """True for 内部资料　免费交流: for whom an issue is, and nothing else."""
    return _FOR_WHOM.match(text.strip()) is not None


def tells_of_cover(text: str) -> bool:
    """True for 封面：……（某某摄）, 封底：……: what is on the cover of the issue."""
    return _ON_COVER.match(text.strip()) is not None


_ON_COVER = re.compile(
    r"^(?:本期|本刊)?(?:封面|封底|封[二三四]|扉页|扉頁)(?:设计|設計|摄影|攝影|题字|題字|图片|圖片|照片|插图|插圖|绘画|繪畫|作品)?\s*[：:]\s*[^\s。；][^。；]{0,38}$"
)
_FOR_WHOM = re.compile(
    r"^(?:本[刊报報])?(?:版权所有|版權所有|内部(?:资料|資料|交流|刊物|读物)|仅供(?:内部|会员)|免费(?:赠阅|交流)|非卖品)[^。，]{0,30}$"
)


def reach_down(
    lines: Sequence[Line], first: int, last: int, contents_at: int | None, head: int
) -> int:
    """Take in what goes on below the last labelled line of the same block.

    At ``head`` the title of the first article stands, if anything tells it.
    """
    limit = contents_at if contents_at is not None and contents_at > last else len(lines)
    limit = min(limit, head)
    index = last + 1
    listed = titles_listed(lines, first, contents_at)
    while index < limit and not lines[index].blank and index - last < 12:
        if listed and _is_listed(key(lines[index].text), listed):
            return index - 1  # a section or a title of the contents, which stand above
        if _SECTION.match(lines[index].text.strip()) or _is_marked(lines, index):
            return index - 1
        if _begins_text(lines, index) or _begins_column(lines, index, last):
            return _last_told(lines, last)  # what stands below is the head of an article
        index += 1
    return _with_notices(lines, index - 1, limit)


def _is_marked(lines: Sequence[Line], index: int) -> bool:
    """True for # and a title below lines without marks, of which the one above tells something."""
    text = lines[index].text
    return text.startswith("#") and not (
        lines[index - 1].text.startswith("#") or is_masthead_line(text)
    )


def _last_told(lines: Sequence[Line], last: int) -> int:
    """The last line right below a labelled one that is of the imprint as well: a notice, for whom it is."""
    below = last + 1
    while below < len(lines) and _tells_more(lines[below].text):
        below += 1
    return below - 1


def _tells_more(text: str) -> bool:
    """True for 内部交流　免费取阅, for 未经许可不得转载, and for a label in no list: 排版：某某社."""
    plain = text.strip()
    if ends_sentence(plain) or width(plain) > _LONG_LABEL:
        return False
    notice = _NOTICE.search(plain) is not None or tells_whom(plain)
    return notice or _LABEL.match(plain) is not None


_LABEL = re.compile(rf"^[{HAN}](?:\s?[{HAN}]){{1,3}}\s*[：:]\s*[{HAN}]{{2,12}}$")
_LONG_LABEL = 40


def _is_listed(name: str, listed: str) -> bool:
    """True for the key of a section or a title of the contents, in which OCR may have misread one."""
    if len(name) < NAME:
        return f"\n{name}\n" in listed
    if name in listed or len(name) < _SURE:
        return name in listed
    return any(is_misread(name, line[: len(name)]) for line in listed.split("\n"))


_SURE = 6
"""Characters of a title at least that nothing else is like but for one."""


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
        whom = tells_whom(text)
        told = whom or (_NOTICE.search(text) is not None and width(text) <= _LONG_NOTICE)
        if taken >= _SMALL_PRINT or not told:
            break
        if limit >= len(lines) and not (whom or _OF_THE_HOUSE.match(text.strip())):
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


def _begins_column(lines: Sequence[Line], index: int, last: int) -> bool:
    """True for the first of three lines of one width that break off sentences, below a shorter line.

    ``last`` is the last line with a label; a notice that goes on below it has no such line above it.
    """
    own = [line.text.strip() for line in lines[index : index + _LINES_OF_COLUMN]]
    if index - last < 2 or len(own) < _LINES_OF_COLUMN or min(map(width, own)) < _LINE:
        return False
    if any(is_masthead_line(text) or entry_like(text) or _NOTICE.search(text) for text in own):
        return False
    # The first line may have lost its indent.
    even = max(map(width, own[1:])) - min(map(width, own[1:])) <= _EVEN
    even = even and -_EVEN <= width(own[1]) - width(own[0]) <= _INDENT
    above = width(lines[index - 1].text.strip()) < width(own[1]) - _INDENT
    marks = sum(re.search("[，。；]", text) is not None for text in own)
    return even and above and marks > 1 and not all(map(ends_sentence, own[:2]))


_LINES_OF_COLUMN, _EVEN, _INDENT = 3, 1.0, 3.0
"""Lines that tell a narrow column; em by which full ones differ, and by which others are shorter."""


def titles_listed(lines: Sequence[Line], end: int, contents_at: int | None) -> str:
    """The keys of the lines of the contents, where they stand above the masthead or far below it.

    Right below it they part it from the articles themselves.
    """
    if contents_at is None or end < contents_at <= end + _FAR:
        return ""
    last = end if contents_at < end else contents_at + _LISTED
    names = (key(line.text) for line in lines[contents_at + 1 : last])
    return "\n".join(("", *filter(None, names), ""))


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
