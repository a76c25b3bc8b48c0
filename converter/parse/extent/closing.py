"""What closes a box: whence it is, who wrote it, or who made it."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze
from converter.memo import per_issue
from converter.names import is_body, is_name, join_spaced
from converter.parse.boxes import (
    is_attribution,
    is_bracketed_work,
    is_source,
    rounded,
)
from converter.segment import Unit

_ADVISERS = (
    "顾问|顧問|律师|律師|医师|醫師|医生|醫生|药师|藥師|营养师|營養師|教授|研究员|研究員|专家|專家|"
    "老师|老師|教师|教師|法官|检察官|檢察官|工程师|工程師|咨询师|諮詢師"
)
_SIGNED = re.compile(
    rf"^[（(]\s*[\u4e00-\u9fff]{{0,12}}?(?:{_ADVISERS})\s*(?P<third>[\u4e00-\u9fff]{{2,4}})[）)]$"
    r"|^[（(]\s*(?:点评[人者]?|點評[人者]?|作者|评论?|文)?\s*[：:]?\s*(?P<name>[\u4e00-\u9fff](?:\s{0,3}[\u4e00-\u9fff]){1,3}?)\s*(?:辑|輯|编|編|摘编?|译|譯|整理|供稿)?(?:[\s，,、：:]+[^（）。]{2,24})?[）)]$"
    r"|^(?:点评[人者]?|点评专家|點評人|点评人|整理|讲述人?|供稿)\s*[：:]\s*(?P<other>[\u4e00-\u9fff]{2,4})(?:[\s（，].*)?$"
)
_MADE = re.compile(
    r"^[（(]\s*(?:[\u4e00-\u9fff][\u4e00-\u9fff\s、]{1,20}(?:辑|輯|供稿|提供|摘编|摘編|编译|編譯|整理|记录|記錄|设计|設計|绘制|繪製|口述|讲述|講述|[抄选選并並拓]录|[抄選并並拓]錄|统计|統計)|(?:文|撰文|编译|編譯|供稿|资料|資料|[\u4e00-\u9fff]{0,4}(?:整理|统计|統計|提供|汇总|彙總|制[图表]|製[圖表]|采集|採集|审核|審核|推荐|推薦|推荐单位|推薦單位|推荐人|推薦人))\s*[/／：:|｜]\s*[\u4e00-\u9fff\s、]{2,20})\s*[）)]$"
)
"""（某某辑）, （某某站提供）, （数据整理／编辑部）."""
_COMPILED = re.compile(
    r"^[（(](?:本[刊报報社]|编者|編者|记者|記者)?(?:综合|綜合|根据|根據|依据|依據|[据據])[^（）()。！？；]{4,40}"
    r"(?:统计|統計|整理|汇总|彙總|编制|編製|计算|計算|测算|測算|制作|製作|绘制|繪製)(?:[，,]\s*\d{4}\s*年[^（）()。，]{0,8})?[）)]$"
)
"""（本刊根据某某公司七月日志统计）: from what the house has made a box."""
_COMPILED_LINE = 56
"""The most characters of such a line."""
_HOUSE = re.compile(
    r"^[（(](?P<name>[\u4e00-\u9fff]{2,}(?:[ \u3000、]?[\u4e00-\u9fff]{2,})*)(?:[ \u3000]+(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)?[）)]$"
)
"""（某某区卫生服务中心）, （某某学院　某某系）: whose advice a box gives."""
_HOUSE_NAME = range(6, 25)
"""Characters of such a name."""
_ASCRIBED = re.compile(
    r"^[（(](?:本[刊报報社](?:综合|綜合|编辑部|編輯部|资料室?|資料室?|(?:特约|特約)?(?:记者|記者|通讯员|通訊員)(?:[ \u3000：:][^（）()，。！？；]{2,24})?|讯|訊)|综合整理|綜合整理|[译譯作编編]者|编译者|編譯者"
    r"|(?:以上|上述|本文)[^（）()。！？；]{0,8}[录錄选選摘引采採辑輯]自[^（）()。！？；]{2,24}"
    r"|(?:示范|示範|设计|設計|审核|審核|审定|審定|口述|讲述|講述|供稿|制图|製圖|制表|製表|统计|統計|顾问|顧問|指导|指導|撰文|[点點][评評][人者]|[记記][录錄][人者]?|[执執][笔筆]|[测測][绘繪量]|采集|採集|解答|答疑)\s*[：:]\s*[^（）()，。！？；]{2,24}"
    r"|本[刊报報社][^（）()，。！？；]{0,14}(?:[实實][测測]|[测測][试試]|[调調][查研]|[采採][样樣]|[统統][计計]|整理|[组組])"
    r"|[^（）()，。！？；：]{2,12}[ \u3000](?:19|20)\d\d\s*年[^（）()，。！？；]{0,8}[测測记記绘繪]"
    r"|[^（）()，。！？；]{2,16}[著编編撰][，,][^（）()。！？；]{2,40}(?:出版|社|年|版|[第]?\d+[页頁])[^（）()。！？；]{0,8})[）)]$"
    r"|^[（(][^（）()，。！？；：“”]{2,24}在[^（）()。！？；：“”]{3,40}(?:[讲講][话話]|[发發]言|致[辞辭]|演[讲講]|[谈談][话話]|[强強][调調]|指出|要求)[）)]$"
    r"|^(?:资料|資料)(?:整理|汇编|彙編|编写|編寫)\s*[：:]\s*[\u4e00-\u9fff\s、]{2,16}$"
)
"""（本刊综合）, （本刊通讯员）, （译者）, （以上录自某某）, （示范：某某医院）, （某某著，某某社出版）, （某某在某会上的发言）: whence a box is."""


_OF_ARTICLE = re.compile(
    r"^[（(]?(?:本文)?(?:[摘选選节節][选選编編录錄]?自?|根据|根據|据|據|系)作者"
)
"""（摘自作者在某会上的讲话，标题为编者所加）: whence the article is."""
_FIRST = 12
"""Characters within which that is said."""


@per_issue(65536)
def closes_box(text: str) -> bool:
    """True for an attribution, and for who wrote a comment: （程远山　师范学院教授）."""
    text = rounded(text)
    if text[:1] in tuple("（(") and not re.search("[）)]", text):
        text += "）"  # OCR has lost it
    if _OF_ARTICLE.search(text[:_FIRST]):
        return False
    if is_attribution(text) or is_supplied(text):
        return True
    if is_bracketed_work(text) or is_compiled(text):
        return True
    house = _HOUSE.match(text) if len(text) <= 40 else None
    parts = [] if house is None else re.split("[ \u3000、]+", house["name"])
    desk = is_body("".join(parts)) or (len(parts) > 1 and is_body(parts[0]))
    if desk and sum(map(len, parts)) in _HOUSE_NAME and not is_name(parts[-1]):
        return True
    if len(text) <= _COMPILED_LINE and _ASCRIBED.match(text) is not None:
        return True
    hit = _SIGNED.match(text) if len(text) <= 40 else None
    return hit is not None and is_name(squeeze(hit["name"] or hit["other"] or hit["third"]))


def is_supplied(text: str) -> bool:
    """True for （某市急救中心供稿）, and nothing else."""
    return len(text) <= _SUPPLIED_LINE and _MADE.match(text) is not None


_SUPPLIED_LINE = 28
_ADVISED = re.compile(
    r"^[\u4e00-\u9fff]{2,16}(?:事务所|事務所|医院|醫院|检察院|檢察院|法院|中心)[ \u3000]+(?P<name>[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3})$"
)
_ADVISED_IN = re.compile(
    r"^[（(][\u4e00-\u9fff]{2,20}[ \u3000]+(?P<name>[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3})[）)]$"
)


def is_advised(text: str) -> bool:
    """True for 某某律师事务所　某某: whose advice a box gives, or who signs a whole article.

    In brackets any place or office may stand before the name: （二车间　某某）.
    """
    if len(text) > _SUPPLIED_LINE:
        return False
    hit = _ADVISED.match(text) or _ADVISED_IN.match(rounded(text))
    return hit is not None and is_name(squeeze(hit["name"]))


def is_compiled(text: str) -> bool:
    """True for （本刊根据实地走访整理，2024年4月）."""
    return len(text) <= _COMPILED_LINE and _COMPILED.match(text) is not None


AT_END = re.compile(
    r"(?<=[。！？”])\s*(?P<by>[（(](?:[^（）()]|[（(][^（）()]*[）)]){2,60}[）)]|——[^\s—。！？，；：“”]{2,20}"
    r"|——[^\s—。！？；：“”《》]{0,24}《[^《》。！？]{2,48}》[^\s—。！？；：“”《》]{0,16}"
    r"|——[^\s—。！？；：“”]{2,48}(?:[强強][调調]|指出|要求|[讲講][话話]|[谈談][话話]|[发發]言|致[辞辭]|[报報]告))$"
)
"""Behind the last sentence of a box: （某某）, ——某某, ——某部、某局《某通知》, ——某人在某会议上强调."""


@per_issue(65536)
def signed_at_end(text: str) -> str:
    """Who wrote a box, behind its last sentence: ……就更完整了。（程远山）, ……。——程远山; "" for nobody."""
    ends = text[-1:] in ("）", ")") or "——" in text
    hit = AT_END.search(text) if ends else None
    return hit["by"] if hit is not None and closes_box(hit["by"]) else ""


_BEHIND = re.compile(
    r"(?<=[。！])\s*(?P<by>[（(](?![见見详詳参參注附如即含约約按请請未不略完续續待下上左右其此这這该該限打猜每]|[^（）()]{0,6}(?:如下|从略|从畧|單位|单位))"
    rf"[{HAN}《“\d](?:[^（）()。！？；：，是了]|[（(][^（）()]{{1,12}}[）)]){{3,36}}[）)])$"
)
_SAYS_MORE = re.compile(
    "转載|转载|有[删刪改]|为例|為例|不|[限须須应應打猜]|答案|[谜謎]底|[本上下]期"
)
"""What is said of the text and not who said it: （有删节）, （按当年价格计算）, （答案在本期找）."""
_WHOSE = re.compile(
    "(?:留言|来信|來信|回信|口头禅|口頭禪|日记|日記|笔记|筆記|手记|手記|体会|體會|感言|心得|讲话|講話|谈话|談話|发言|發言|简报|簡報|年报|年報|公报|公報"
    "|统计|統計|[调調]查|文件|通知|意见|意見|方案|纪要|紀要|档案|檔案|资料|資料|第[\\d一二三四五六七八九十]{1,4}[题題条條章页頁号號期]"
    "|[\u4e00-\u9fff]{4}[局所站科室]|[员員长長者师師]|书记|書記|主任|教授|干部|幹部|职工|職工|工人|村民|居民|同志"
    "|[会會][议議]|(?:大|例|年|全|峰|座[谈談]|工作|[报報]告|[发發]布|[听聽][证證])[会會]|[论論][坛壇])$"
)
"""What ends with whose words or figures a text has."""


def told_behind(text: str) -> str:
    """Who or what a box is from, in brackets behind the full stop of its last sentence; "" if nothing is.

    GB/T 15834 sets a bracket that explains words of a sentence before its full stop; behind it
    stands what is said of the whole, as （某街道财政所） below its figures.
    """
    hit = _BEHIND.search(text) if text[-1:] in ("）", ")") else None
    if hit is None or _SAYS_MORE.search(hit["by"]):
        return ""
    by = hit["by"].strip("（）()")
    named = join_spaced(re.split("[ \u3000]+", by))
    signed = len(named) > 1 and is_name(named[-1])
    return hit["by"] if signed or is_body(by) or _WHOSE.search(by) else ""


def sourced_at_end(text: str) -> bool:
    """……可靠连接。（摘自《某某规程（试行）》）: a source behind the last sentence of a text."""
    return is_source(signed_at_end(text))


def closes(units: Sequence[Unit]) -> bool:
    """True for an attribution and what may be its second line, and no text after it."""
    if len(units) == 1 and is_advised(units[0].text):
        return True
    return closes_box(units[0].text) and not any(ends_sentence(one.text) for one in units[1:])
