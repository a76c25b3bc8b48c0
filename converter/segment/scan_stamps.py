"""Stamps of whoever has digitized an issue: a scanning program, a library, a site of papers.

They stand anywhere on the page, also between the rows of the contents and within sentences, and
say nothing of the issue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.source import Line

_PROGRAMS = (
    "扫描全能王|掃描全能王|全能扫描王|夸克扫描王?|布丁扫描|白描|扫描宝|CamScanner|Cam ?Scanner|Adobe Scan|Office Lens"
    "|WPS(?:[ ]?(?:Office|PDF))?|金山PDF|福昕(?:PDF)?(?:编辑器|阅读器)|pdfFactory(?: Pro)?|Foxit [A-Z][A-Za-z ]{2,20}"
)
_OF_PROGRAM = re.compile(
    rf"^(?:(?:由|使用|通过)\s*)?[“\"]?(?:{_PROGRAMS})[”\"]?\s*(?:试用版本?|免费版)?\s*"
    r"(?:扫描|掃描)?(?:创建|創建|生成|制作|扫描|轉換|转换)(?:\s*[\w.:/-]{4,40})?$"
    rf"|^(?:Scanned|Created|Converted|Generated|Produced)\s+(?:by|with|using)\s+(?:{_PROGRAMS}|[A-Z][A-Za-z. -]{{2,30}})$"
    rf"|^(?:{_PROGRAMS})$",
    re.IGNORECASE,
)
_OF_ARCHIVE = re.compile(
    r"China Academic Journal Electronic Publishing House|^万方数据(?:\s*WANFANG DATA)?(?:\s*文献链接)?$"
    r"|^(?:中国知网|维普资讯|万方数据|超星|龙源期刊网?)?\s*(?:https?://)?(?:www\.)?(?:cnki\.(?:net|com\.cn)|cqvip\.com|wanfangdata\.com\.cn|qikan\.com(?:\.cn)?)/?$",
    re.IGNORECASE,
)
"""?1994-2020 China Academic Journal Electronic Publishing House. All rights reserved. http://www.cnki.net."""
_OF_LIBRARY = re.compile(
    rf"^[\[【（(]?[{HAN}]{{2,16}}(?:图书馆|圖書館|资料室|資料室|档案馆|檔案館|藏书楼|书库)(?:馆?藏(?:书(?:之?章|印)?)?|館藏|藏書|惠存|收藏)[\]】）)]?$"
)
_SITE = re.compile(r"^(?:https?://)?(?:[A-Za-z0-9-]{1,32}\.){1,4}[A-Za-z]{2,8}/?$")
_LONGEST, _SHORTEST = 140, 2
_AGAIN = 3
"""So often stands at least what a library or a site has put on each page."""
_NUMBER = re.compile(r"^\W*\d{1,4}\W*$")
_LABEL = re.compile(r"^[^。，]{2,10}[：:]")


def find_scan_stamps(lines: Sequence[Line]) -> list[int]:
    """The places of such stamps.

    That of a library or a site comes again.
    """
    found: list[int] = []
    again: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = line.text
        if not _SHORTEST <= len(text) <= _LONGEST or not _may_be(text):
            continue
        text = text.strip()
        if _OF_PROGRAM.match(text) or _OF_ARCHIVE.search(text):
            found.append(at)
        elif _OF_LIBRARY.match(text) or _SITE.match(text):
            again[key(text)].append(at)
    for places in again.values():
        if len(places) >= _AGAIN:
            found += _without_own(lines, places)
    return sorted(found)


def _without_own(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """The places without those that may be the issue's own: in its imprint, and beside folios.

    Where most stand beside folios, so that it is at the foot of the pages, only those are left.
    """
    beside = [_beside(lines, at) for at in places]
    numbered = [any(map(_NUMBER.match, texts)) for texts in beside]
    own = sum(numbered) * 2 >= len(places)
    labelled = any(map(_LABEL.match, beside[0]))
    return [
        at
        for at, number in zip(places[labelled:], numbered[labelled:], strict=True)
        if not (own and number)
    ]


_ENDS = frozenset("馆館室楼库藏书書章印存】］)）]建描成作换換王")


def _may_be(text: str) -> bool:
    """False for nearly all lines: a stamp has Latin letters, or ends as one does."""
    last = text.rstrip()[-1:]
    return last in _ENDS or (last.isascii() and (last.isalpha() or last in "/.")) or "万方" in text


def _beside(lines: Sequence[Line], at: int) -> tuple[str, str]:
    """The texts above and below a line."""
    above = next((line.text for line in reversed(lines[max(0, at - 4) : at]) if not line.blank), "")
    below = next((line.text for line in lines[at + 1 : at + 5] if not line.blank), "")
    return above.strip(), below.strip()
