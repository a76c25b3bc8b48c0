"""Lines that by themselves look like those of a contents list, or like prose."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, width
from converter.source import Line

_OF_ISSUE = r"(?:[\s/|·｜]*(?:19|20)\d\d\s*[.·/年]\s*(?:第\s*)?\d{1,2}\s*[期月号]?)?"
"""CONTENTS 2024.22, 目录 2024年第5期: the date of the issue behind the heading."""
_NUMBER_OF_ISSUE = r"(?:(?:19|20)\d\d\s*年\s*)?第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月\s*[号號刊]|期)"
"""10月号目录, 2016年第10期要目: the same before it."""
_CODE = r"(?:\s*[（(]\s*(?:[A-Za-z]{1,4}[ .\-]?)?\d{2,8}[A-Za-z]?\s*[）)])?"
"""目录（zk9701a）: the code of the issue, as magazines sent by mail have it behind the heading."""
_GOES_ON = r"(?:\s*[（(]?\s*(?:[续續]|[接承]上[页頁])\s*[）)]?)?"
"""目录（续）, over the second page of the contents."""
_CONTENTS_HEADING = re.compile(
    rf"^\s*#*\s*\**\s*[\-—【\[（(《「·•・●◆■★◇○◎]*\s*(?:(?:(?:本\s*期|{_NUMBER_OF_ISSUE})\s*)?(?:目\s*[录錄次]|要\s*目|总\s*目\s*[录次]|(?:今\s*日|要\s*闻|新\s*闻|精\s*彩|版\s*面|内\s*容)?\s*(?:导\s*读|導\s*讀)|今\s*日\s*看\s*点)|[本这這]\s*期\s*(?:菜\s*[单單]|一\s*[览覽]|要\s*[览覽]|精\s*彩|内\s*容|內\s*容|看\s*[点點]|有\s*(?:什么|甚麼|啥)|[导導]\s*航))\s*(?:[/|·]?\s*(?:CONTENTS|Contents|MULU|INDEX))?"
    rf"{_OF_ISSUE}{_CODE}{_GOES_ON}\s*[\-—】\]）)》」·•・●◆■★◇○◎]*\s*\**\s*$"
    r"|^\s*#*\s*\**\s*本\s*期\s*[/|·｜]?\s*(?:INSIDE|Inside|(?:IN\s+)?THIS\s+ISSUE|(?:In\s+)?[Tt]his\s+[Ii]ssue|CONTENTS|Contents)\s*\**\s*$"
    rf"|^\s*#*\s*\**\s*(?:CONTENTS|Contents|C\s+O\s+N\s+T\s+E\s+N\s+T\s+S)\s*[/|·｜]?\s*(?:目\s*[录錄次])?{_OF_ISSUE}\s*\**\s*$"
)


_HEADED_CONTENTS = re.compile(
    r"^\s*(?:\d{1,3}\s+)?(?:[^\s\d。，]{2,12}[\s·|｜/／]+)?(?:(?:19|20)\d\d\s*[.．年/／-]\s*(?:第\s*)?\d{1,2}\s*[月期]?|(?:19|20)\d\d\s*年?\s*第\s*\d{1,2}\s*期)[\s·|｜/／]+"
    r"(?:本期)?目\s*[录錄次](?:\s*[/|·]?\s*(?:CONTENTS|Contents))?(?:\s+\d{1,3})?\s*$"
)
"""某刊 2021.09 目录 CONTENTS 1: the head of the page, which is the only heading."""
_WIDEST_HEADING = 40


LEADER = re.compile(r"(?:[.．·•…﹒⋯‥_‧∙⋅]\s*){3,}|…{1,}|-{4,}")


PAGE = r"(?!(?:1[5-9]|20)\d\d\s*(?:年|[-–—~～]+\s*(?:1[5-9]|20)?\d\d(?!\d)))[\dlIO〇Z]{1,4}(?:\s*[-–—~～]\s*\d{1,4})?"
"""A page, or the first and the last one of an article, and not the years of which it tells (2010 年底)."""
_AFTER_PAGE = r"(?:\D|\d{1,4}\s*(?:年|周年|个|位|岁|种|条|万|亿|%))"
"""What a title may begin with: 2024年度人物 and 10个关键词, too."""
ROW_OF_CONTENTS = re.compile(rf"^(?:\||{PAGE}\s+{_AFTER_PAGE})|[.．…·\s]{PAGE}$")


LISTED = re.compile(
    r"(?<![.．·•…﹒⋯‥_‧∙⋅])(?<![.．·•…﹒⋯‥_‧∙⋅]\s)(?:[.．·•…﹒⋯‥_‧∙⋅]\s*+){3,}+[^。！？]{0,40}?[（(/\s]?\s*[\dlIO〇]{1,4}\s*[）)]?\s*$|(?<!…)…++[^。！？…]{0,40}?\s*\d{1,4}\s*$"
)
"""A line that ends in a leader and a page, an author between them perhaps.

A leader is tried as a whole and from its first dot: there are scans with thousands of them.
"""


_DOTS_AND_PAGE = re.compile(rf"(?:{LEADER.pattern})\s*(?:{PAGE})?")
"""A leader on a line of its own, with the page to which it leads perhaps."""
_PAGED_FIRST = re.compile(
    rf"^(?:(?:[Pp][.．]?\s?)?{PAGE}(?:\s+|\s*[/／｜]\s*)|[（(\[]\s*{PAGE}\s*[）)\]]\s*){_AFTER_PAGE}"
)
_PAGED_LAST = re.compile(
    rf"\D[\s/（(|·]\s*(?:[Pp][.．]?\s?)?{PAGE}\s*[版页頁]?[）)]?$|[/／]\s*\d{{1,2}}[SB]$"
)


PAGED_WITHIN = re.compile(
    rf"(?<=[{HAN}”’》」！？])\s*(?:[（(]\s*\d{{1,3}}\s*[）)]|\s[Pp]\.?\s?\d{{1,3}}\s)\s*(?=[{HAN}](?:[{HAN}·\s、]{{1,16}})$)"
)
"""标题（4）作者, 标题 P4 作者: the page between the title and its author."""
_LEAD_IN = re.compile(
    r"^(?:编者按|编者的话|摘\s*要|内容提要|核心提示|导语|編者按|編按|编按)\s*[：:】]"
)


_PAGE_WITHIN_LINE = re.compile(
    r"(?:^|(?<=[\s（(.．…·—/／|，；;：:】〗])|(?<=[.．…·/／\s][Pp])|(?<=^[Pp]))(?P<page>\d{1,3})(?=$|[\s）)/／|，；;])(?![）)]\s*[班组組队隊])"
)
_LONGEST_ENTRY = 90
"""Em of an entry with its authors."""


def pages_within(text: str) -> list[re.Match[str]]:
    """The pages in a line on which several entries run on: 4 标题 作者 6 标题 作者 8 ….

    [] for another line: the pages grow from one to the next, words stand between them, and no
    sentence ends there.
    """
    if len(text) < _LEAST_RUN or not any(map(str.isdecimal, text)) or "。" in text:
        return []
    found = list(_PAGE_WITHIN_LINE.finditer(text))
    values = [int(hit["page"]) for hit in found]
    if len(values) < _FEWEST_RUN or any(a >= b for a, b in itertools.pairwise(values)):
        return []
    ends = [*(hit.span("page") for hit in found), (len(text), len(text))]
    between = [text[one[1] : other[0]] for one, other in itertools.pairwise(ends)]
    if not between[-1].strip(" \t\u3000）)."):
        between.pop()
        between.insert(0, text[: ends[0][0]])  # the pages stand last
    elif found[0].start("page") > _LEAD:
        return []
    sized = all(has_han(part) and _SHORTEST <= width(part) <= _LONGEST_ENTRY for part in between)
    return found if sized else []


_LEAST_RUN = 12
_FEWEST_RUN = 2
_SHORTEST = 3
_LEAD = 14
"""The most characters of a section's name and its marks before the first page."""


_ITEM = re.compile(r"^[-*+]\s+(?=\d{1,4}\s+\S|\S.*[^-–—\s]$)")
"""The bullet that Markdown has before an entry; - 4 - is a folio."""


POINTING = re.compile(rf"^\s*(?:>{{2,3}}|＞{{2,3}}|[»›▶►▸]{{1,3}})\s*(?={PAGE}\s+{_AFTER_PAGE})")
"""What points to the page before a title: >>03 标题."""


def is_contents_heading(text: str) -> bool:
    """True for 目录, 目 次, 本期目录, CONTENTS on a line of its own."""
    if len(text) >= _WIDEST_HEADING:
        return False
    return _CONTENTS_HEADING.match(text) is not None or _HEADED_CONTENTS.match(text) is not None


_OWN_HEADING = re.compile(rf"^本[ \u3000]?期(?:[ \u3000]?[{HAN}]){{1,4}}$")


def is_own_heading(text: str) -> bool:
    """True for 本期一日: a magazine's own words over its contents, and over the name of a section there."""
    return _OWN_HEADING.match(text.strip()) is not None


def entry_like(text: str) -> bool:
    """A line that looks like an entry of a contents list by itself."""
    plain = POINTING.sub("", _ITEM.sub("", text.strip()))
    if not plain:
        return False
    if width(plain) > _LONGEST_ENTRY:
        return bool(pages_within(plain))
    if plain.startswith("|") or plain.count("|") >= 2:
        return True
    if not has_han(plain):
        alone = _DOTS_AND_PAGE.fullmatch(plain) is not None or plain.lstrip("/／ ").isdigit()
        return alone or _PAGES_ALONE.match(plain) is not None
    if plain[-1] in "，、；：":
        return False  # in the middle of a sentence
    led = LEADER.search(plain) and not ends_sentence(plain) and not _BROKEN_OFF.search(plain)
    return bool(led or _LED_TO_PAGE.match(plain)) or bool(
        _PAGED_FIRST.match(plain)
        or (_PAGED_LAST.search(plain) and not ends_sentence(plain))
        or (plain[0] not in "（(第" and PAGED_WITHIN.search(plain))
    )


_PAGES_ALONE = re.compile(r"^\d{1,3}(?:[ \u3000、，]+\d{1,3}){1,7}$")
"""23 24 25, the pages of as many entries above."""
_BROKEN_OFF = re.compile(r"[，；][^…]*…{1,2}(?=[^…\d]{10,}$)[^…\d]*[，；]")
"""A line of running text with an ellipsis: clauses stand on both sides, and no page at its end."""


_LED_TO_PAGE = re.compile(
    r"^[^，。；！？…⋯]{2,40}(?:[…⋯]{2,}|[.．·]{4,})\s*[（(\[]\s*\d{1,3}\s*[）)\]]$"
)
"""编后记……（15）: a leader to a page in brackets, and no author; a sentence ends as well with ……（见注）."""


_LONGEST_LINE = 56
"""Em of the longest line that is no running text."""


def is_prose(text: str) -> bool:
    """True for a line of running text."""
    plain = LEADER.sub("", text)
    if LISTED.search(text):
        return False
    if text.startswith("|") or text.count("|") >= 2:
        return False
    if width(plain) > _LONGEST_LINE and pages_within(text):
        return False
    return width(plain) > _LONGEST_LINE or (
        ends_sentence(plain) and plain.endswith("。") and width(plain) > 12
    )


def is_wrapped_prose(lines: Sequence[Line], index: int) -> bool:
    """Running text that was hard-wrapped: commas and stops in lines of one width."""
    text = lines[index].text.strip()
    if _LEAD_IN.match(text):
        return True
    if _is_listed(text) or index + 1 >= len(lines) or lines[index + 1].blank:
        return False
    after = lines[index + 1].text.strip()
    if width(text) < 14 or _is_listed(after) or not re.search(r"[，。；：、]", text):
        return False
    third = lines[index + 2].text.strip() if index + 2 < len(lines) else ""
    return (
        bool(re.search(r"[，。；：]", after))
        and ("。" in text + after + third or "，" in after)
        and abs(width(text) - width(after)) <= 4
        and not _is_listed(third)
    )


def _is_listed(text: str) -> bool:
    """True for an entry, and not for 134 千瓦装机分给 22 个小组，……，……, a line that begins with a number."""
    first, *others = text.split("，")
    clauses = len(others) >= _CLAUSES and width(first) >= _CLAUSE and "：" not in text
    runs_on = clauses and not (LEADER.search(text) or _PAGED_LAST.search(text))
    return entry_like(text) and not runs_on


_CLAUSES, _CLAUSE = 2, 10
"""So many commas has no title on one line, and em of what stands before the first of them; names are shorter."""
