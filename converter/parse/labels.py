"""Names of sidebars that only their company proves: 数读 三年账本, 數字看圳, 材料 鹹粥（四人份）.

A common word that heads a sidebar, and a name that is in no list, are headings by their looks.
What tells a sidebar is that it cuts a sentence in two, that a source closes it, or that
nothing but the items of a list stands below it.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze, width
from converter.names import is_name
from converter.parse.boxes import (
    ABOUT_A_PERSON,
    LABEL_SHAPE,
    BoxStart,
    bare_label,
    cuts,
    is_attribution,
    is_source,
)
from converter.parse.extent import is_compiled, sayings_end
from converter.parse.headings import numbering
from converter.parse.items import is_date, is_over_item, item_form, list_end
from converter.parse.kinds import is_credit, labelled
from converter.profile import Profile
from converter.segment import Unit

_TITLED = re.compile(
    r"^[【\[]?(?P<label>\S{2,6}?)[】\]]?(?P<sep>\s*[|｜丨/／]\s*|\s+)(?P<title>\S.{0,24})$"
)
NAME_AND_TITLE = re.compile(
    r"^[【〔〈\[]?(?P<label>[\u4e00-\u9fff]{2,6})(?P<sep>\s*[|｜丨/／：:】〕〉\]○●◎◆◇■□★☆※]\s*|\s+)(?P<title>(?:(?<=\u3000)[^\s，。；：！]{2,16}，)?[^\s，。；：！]{2,24})$"
)
"""A name and the title behind it; one of two clauses behind a wide blank."""
_SHORT_NAME = 5


def is_named(hit: re.Match[str], known: Collection[str]) -> bool:
    """True if what stands before a title, as ``hit`` has it, is one of the ``known`` or may be a name.

    A bar, a stroke or brackets part a name from a title; a blank parts two clauses as well, of
    which the first is as long as the second: 怎么去　怎么走.
    """
    label, sep, title = hit.group("label", "sep", "title")
    if label in known or (is_name(label) and not _THING.search(label)):
        return label in known
    if sep.strip():
        return sep.strip() not in "：:"
    return len(label) <= _SHORT_NAME and len(label) != len(title)


_THING = re.compile("[号號卡页頁栏欄单單录錄表窗角簿册冊志誌]$")
"""门牌号 begins like a surname, but nobody is named so."""
NAMED = re.compile(
    r"^(?:【(?P<framed>[\u4e00-\u9fff]{2,6})】|(?P<plain>[\u4e00-\u9fff]{2,6})[ \u3000]+)(?=[\u4e00-\u9fff“《])"
)
"""A name before the text of a box."""
_LIST_NAME_WORDS = (
    "材料 食材 配料 用料 原料 食譜 食谱 資訊 资讯 信息 數字 数字 工具 清单 清單 時間表 时间表"
)
_LIST_NAMES = frozenset(_LIST_NAME_WORDS.split())
"""Words under which lists are set in sidebars; in running text they are any words."""
_WORK_WORDS = (
    "文 图 圖 撰文 摄影 攝影 采访 採訪 采写 编辑 編輯 责编 整理 主持 供图 插图 插畫 插画 翻译"
)
_WORK = frozenset(_WORK_WORDS.split())
"""What stands before a bar in a byline."""
_NAME = 8
"""Em of the longest name of a sidebar."""
_QUESTION = 4
"""Em of the shortest question that is a title."""
_FACTS = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:信息|資訊|资讯|資料|资料|笔记|筆記|指南|须知|須知|攻略|清单|清單|一览|一覽|档案|檔案|名片|卡片|手册|手冊|备忘|備忘|手帖|手账|手帳|便签|便條|便条|速览|速覽|地图|地圖|导览|導覽|指引|路线图|路線圖|书单|書單|片单|片單)$"
)
"""旅行信息, 厨房笔记, 展覽資料: facts to take along, set apart at the end of an article."""
_KIT = re.compile(
    r"^[\u4e00-\u9fff]{0,3}(?:器材|工具|装备|裝備|行囊|百宝|百寶|材料|急救)(?:箱|包|袋|盒|清单|清單|单|單)$"
)
"""器材箱, 装备清单: what is needed, each thing behind what it is for."""
_QUIZ = re.compile(
    r"^(?:[一二三四五六七八九十百\d]{1,3}[个個]?)?(?:快|速|急|闪电|閃電|趣味|另类)(?:[问問答](?:[快速急][答问問])?|问答|問答)$|^[一二三四五六七八九十]{1,2}[问問](?:[一二三四五六七八九十]{1,2}答|[\u4e00-\u9fff]{2,3})?$"
)
"""十个快问, 闪电问答, 十问某某: quick answers at the end of an interview."""
_POINTED = re.compile("[，。；：、:（）()【】]|(?:1[89]|20)\\d\\d")
"""What the title of a list has none of."""
_BRACKETED = re.compile(r"^[【〔〖﹝〈\[]\s*[^】〕〗﹞〉\]。；：]{2,10}\s*[】〕〗﹞〉\]]$")
_TELLS = re.compile(
    r"^(?:数字|數字|数据|數據|图|圖|一图|一圖|数|數)(?:看|说|說|读|讀|解|里的|裡的|会说话|會說話)[\u4e00-\u9fff]{0,4}$"
)
"""数字看…, 图说…: figures set apart."""


def names_box(text: str) -> bool:
    """True for a name that is in no list and can hardly be anything but that of a sidebar."""
    plain = squeeze(text)
    return _FACTS.match(plain) is not None or LABEL_SHAPE.match(plain) is not None


STROKES = re.compile(r"(?<=\S)\s*[/／>＞»]{2,}$")
"""数字间 ///: strokes behind a name, which say nothing."""


def proved_start(
    units: Sequence[Unit], at: int, profile: Profile, repeated: Collection[str] = ()
) -> BoxStart | None:
    """A sidebar at a unit that its company proves, ``None`` if it does not.

    ``repeated`` are names that begin lines of the issue more than once.
    """
    unit = units[at]
    text = STROKES.sub("", unit.text.strip())
    asks = text[-1] in "？?" and width(text) >= _QUESTION  # 人往哪里 | 去？ asks nothing by itself
    if not 2 <= width(text) <= 32 or text[-1] in "，、；：" or (ends_sentence(text) and not asks):
        return None
    if not any(map(str.isalpha, text)):
        return None  # 2019.3.16, above what happened then
    if told := _behind_colon(units, at, text, profile) or _quiz(units, at, text):
        return told
    if text[0] == "|" or (text[0].isdigit() and numbering(text) is not None) or labelled(text):
        return None  # a row of a table; 1 材料与方法, over 1.1 and 1.2
    if is_over_item(units, at):
        return None
    if _TELLS.match(text):
        listed = _lists(units, at) or clauses_end(units, at + 1) > at + 2
        return BoxStart(text, "", own_line=True) if listed else None
    if _CHRONICLE.match(text) and not unit.markup_level and _tells_years(units, at):
        return BoxStart(text, "", own_line=True)
    doubted = bare_label(text) in profile.boxes.ambiguous and _BRACKETED.match(text) is not None
    if doubted and (_proved(units, at) or _lists(units, at + 1)):
        return BoxStart(bare_label(text), "", own_line=True)
    named = _titled(units, at, text, profile, repeated) or _framed(units, at)
    if named is not None:
        return named
    bracketed = _BRACKETED.match(text) is not None
    words = (width(text) > _NAME or asks) and not _POINTED.search(text)
    if words and not is_credit(text) and cuts(units, at) and _lists(units, at):
        return BoxStart("", text, own_line=False, titled=True)
    if not bracketed and (width(text) > _NAME or text[-1] in "）)”？?"):
        return None
    label = bare_label(text) if bracketed else text
    if cuts(units, at) and _lists(units, at):
        return BoxStart(label, "", own_line=True)  # a list set into a sentence, under its name
    if bare_label(text) in _LIST_NAMES and _lists_below_title(units, at):
        return BoxStart(bare_label(text), "", own_line=True)
    labelled_items = _lists(units, at) and item_form(units[at + 1].text) == "label"
    if labelled_items and (_KIT.match(label) or (_FACTS.match(label) and _above_head(units, at))):
        return BoxStart(label, "", own_line=True)
    if (bracketed or _FACTS.match(label) or _QUIZ.match(label)) and _lists_to_the_end(
        units, at, 2 if bracketed else 3
    ):
        return BoxStart(label, "", own_line=True)
    return None


_BESIDE_SAYING = re.compile(r"^(?P<label>[\u4e00-\u9fff]{2,6})[ \u3000]+(?P<said>[“「].*[”」])$")


def sayings_start(units: Sequence[Unit], at: int) -> BoxStart | None:
    """一线声音 “……。” over “……。” and “……。”: a name in no list, and what several people say.

    On a line of its own a name is a heading, too, but where it cuts a sentence.
    """
    text, limit = units[at].text.strip(), min(len(units), at + _MOST_SAID)
    if _NAME_ALONE.match(text) and cuts(units, at) and at + 1 < limit:
        below = sayings_end(units[at + 1].text, units, at + 1, limit)
        return BoxStart(text, "", own_line=True) if below else None
    hit = _BESIDE_SAYING.match(text) if len(text) <= _SAID else None
    if hit is None or is_name(hit["label"]):
        return None
    end = sayings_end(hit["said"], units, at, limit)
    return BoxStart(hit["label"], hit["said"], own_line=False) if end else None


_NAME_ALONE = re.compile("^[\u4e00-\u9fff]{2,8}$")
_SAID, _MOST_SAID = 160, 12
"""Characters of the first saying, and the most of them."""
_CHRONICLE = re.compile(
    r"^[【\[]?[\u4e00-\u9fff]{0,8}(?:大事[记記](?:略)?|大事年表|年表|大事(?:一览|一覽)|时间[线線轴軸]|時間[线線轴軸]|编年|編年)[】\]]?$"
)
"""大事记, 某某年表: years and what happened in them."""
_YEAR = re.compile(r"(?:1\d|20)\d\d\s*年|\d{1,2}\s*月")
"""Years also of the centuries before the last."""
_FEWEST_YEARS = 3
_TITLE = 24
"""The most em of the title of a chronicle."""


def _tells_years(units: Sequence[Unit], at: int) -> bool:
    """True if a title and dates stand below a unit, or dates and their source.

    Without either its name is a heading.
    """
    titled = not item_form(title := units[at + 1].text) if at + 1 < len(units) else False
    first = at + 1 + titled
    if first >= len(units):
        return False
    if titled and (width(title) > _TITLE or ends_sentence(title) or title[-1] in "，、；："):
        return False
    end = list_end(units, first, min(len(units), first + 16))
    dated = sum(_is_dated(unit.text) for unit in units[first:end])
    if end < first + _FEWEST_YEARS or dated * 2 <= end - first:
        return False
    return titled or (end < len(units) and is_attribution(units[end].text))


def _is_dated(text: str) -> bool:
    return is_date(text) or _YEAR.match(text) is not None


def _titled(
    units: Sequence[Unit], at: int, text: str, profile: Profile, repeated: Collection[str]
) -> BoxStart | None:
    """A name and a title on one line, which says ``text``: 数读 三年账本."""
    hit = _TITLED.match(text)
    if hit is None or hit["label"][0] in "（(" or re.search("[，。；：！]", hit["title"]):
        return None
    label, title = hit["label"], hit["title"].strip()
    start = BoxStart(label, title, own_line=False, titled=True)
    if label in profile.boxes.ambiguous or LABEL_SHAPE.match(label):
        below_credit = at > 0 and is_credit(units[at - 1].text)  # the text is over
        alone = "\u3000" in hit["sep"] and _among_numbers(units, at, label)
        return start if below_credit or alone or _proved(units, at) else None
    if label in _LIST_NAMES:
        return start if _lists(units, at) else None
    if hit["sep"].strip() and label not in _WORK and not is_credit(units[at].text.strip()):
        # 旅行信息｜鹤岭古道: no list has the name, but a bar parts it from the title.
        facts = _FACTS.match(label) is not None and _lists_to_the_end(units, at, 3)
        again = label in repeated and _over_text(units, at)
        return start if facts or again or cuts(units, at) or _is_sourced(units, at) else None
    return None


_COLON = re.compile(
    r"^(?P<label>[\u4e00-\u9fff]{2,6})\s*[：:]\s*(?P<title>[^\s，。；：！？]{2,20})$"
)


def _behind_colon(units: Sequence[Unit], at: int, text: str, profile: Profile) -> BoxStart | None:
    """案例：一碗面的整改 in mid-sentence, and 人物小传：张三 over 张三，……: a title behind a name that boxes have."""
    hit = _COLON.match(text)
    if hit is None or at + 1 >= len(units):
        return None
    label, title, below = hit["label"], hit["title"], units[at + 1].text
    person = ABOUT_A_PERSON.search(label) is not None
    if not (label in profile.boxes.labels or LABEL_SHAPE.match(label) or person):
        return None
    told = width(below) > _TITLE and ends_sentence(below)
    set_in = cuts(units, at) or (person and below.startswith(title))
    return BoxStart(label, title, own_line=False, titled=True) if told and set_in else None


_QUIZ_TITLE = re.compile(
    r"^[^\s，。；：]{0,12}(?:自测|自測|自评|自評|小测试|小測試|小测验|小測驗|测一测|測一測|测试题|測試題|自查表)(?:题|題|表)?$"
)
"""管理者情绪自测: what readers are asked to find out about themselves."""
_NAME_AND_QUIZ = re.compile(
    r"^(?P<label>[\u4e00-\u9fff]{2,6})(?:[ \u3000]+|\s*[：:]\s*)(?P<title>\S+)$"
)


def _quiz(units: Sequence[Unit], at: int, text: str) -> BoxStart | None:
    """今日话题 管理者情绪自测, on one line or on two, over what it asks: the name of a box and a quiz."""
    below = units[at + 1].text.strip() if at + 1 < len(units) else ""
    hit = _NAME_AND_QUIZ.match(text)
    if hit is not None and _QUIZ_TITLE.match(hit["title"]) and _asks(below):
        return BoxStart(hit["label"], hit["title"], own_line=False, titled=True)
    over = _NAME_ALONE.match(text) and width(text) <= _NAME and at + 2 < len(units)
    if over and _QUIZ_TITLE.match(below) and _asks(units[at + 2].text):
        return BoxStart(text, "", own_line=True)
    return None


def _asks(text: str) -> bool:
    """True for what asks its reader."""
    return "？" in text and ("你" in text or "您" in text)


def _among_numbers(units: Sequence[Unit], at: int, label: str) -> bool:
    """True for 案例　一张通知, once over whole paragraphs where headings are numbered: none of them."""
    named = (at for at, unit in enumerate(units) if unit.text.startswith(label))
    if len(tuple(itertools.islice(named, 2))) > 1:
        return False
    heads = sum(width(unit.text) <= _HEAD and _CN.match(unit.text) is not None for unit in units)
    return heads > 1 and _over_text(units, at)


_HEAD, _CN = 32, re.compile("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
"""Em of a heading, and the numbers that such headings have."""


def _over_text(units: Sequence[Unit], at: int) -> bool:
    """True for a line below a whole paragraph, or the first, over one or over a list."""
    if at + 1 >= len(units) or (at and not ends_sentence(units[at - 1].text)):
        return False
    return _lists(units, at) or (
        width(units[at + 1].text) > _TITLE and ends_sentence(units[at + 1].text)
    )


_FRAMED = re.compile(
    r"^[【\[]\s*(?P<label>[\u4e00-\u9fff]{2,6})\s*[】\]]\s*(?P<title>[^\s【】\[\]，。；：！][^【】，。；：！]{2,20})$"
)


def _framed(units: Sequence[Unit], at: int) -> BoxStart | None:
    """【动手做】阳台也能晒的菜干, and below it 材料：…… 做法：……: what is in no list, with its items."""
    hit = _FRAMED.match(units[at].text.strip())
    if hit is None or not _lists(units, at) or item_form(units[at + 1].text) != "label":
        return None
    return BoxStart(hit["label"], hit["title"].strip(), own_line=False, titled=True)


def _proved(units: Sequence[Unit], at: int) -> bool:
    """True if a sidebar fits at a unit better than a heading."""
    return cuts(units, at) or _lists(units, at) or _is_sourced(units, at)


def _lists(units: Sequence[Unit], at: int) -> bool:
    """True if a list stands below a unit."""
    return at + 2 < len(units) and list_end(units, at + 1, min(len(units), at + 6)) > at + 2


def _lists_below_title(units: Sequence[Unit], at: int) -> bool:
    """True for 食谱 over 蚵仔咸粥（四人份）, and below that 材料：…… and 调味：……."""
    title = units[at + 1].text if at + 1 < len(units) else "。"
    if item_form(title) or ends_sentence(title) or width(title) > _TITLE or "，" in title:
        return False
    return _lists(units, at + 1) and item_form(units[at + 2].text) == "label"


def clauses_end(units: Sequence[Unit], at: int) -> int:
    """Where short lines end that stop with semicolons, but for the last with its full stop, 0 for none."""
    end = at
    while end < len(units) and width(units[end].text) <= _FIGURES and units[end].text[-1] in "；;":
        end += 1
    whole = at < end < len(units) and units[end].text[-1] == "。"
    return end + 1 if whole and width(units[end].text) <= _FIGURES else 0


_FIGURES = 40
"""Em of what tells one figure of several."""


def _lists_to_the_end(units: Sequence[Unit], at: int, least: int) -> bool:
    """True if below a unit nothing stands but the items of one list, so many at least."""
    end = min(len(units), at + 16)
    return at + least < len(units) == list_end(units, at + 1, end)


def _above_head(units: Sequence[Unit], at: int) -> bool:
    """True if the next heading stands right below the items of a list, and no text that they belong to.

    Above it another paragraph has ended: facts about a book stand over a review.
    """
    if not at or width(units[at - 1].text) <= _TITLE or not ends_sentence(units[at - 1].text):
        return False
    end = list_end(units, at + 1, min(len(units), at + 16))
    below = units[end].text.strip() if end < len(units) else "。"
    return width(below) <= _TITLE and not ends_sentence(below) and below[-1] not in "，、；："


def _is_sourced(units: Sequence[Unit], at: int) -> bool:
    """True if the source of a text closes what stands below a unit."""
    below = (unit.text for unit in units[at + 2 : at + 7])
    return any(is_source(text) or is_compiled(text) for text in below)


def coloned(text: str, labels: Collection[str]) -> BoxStart | None:
    """资料：……: one of the ``labels`` with a colon behind it, be it a common word; ``None`` for anything else.

    Only the place tells that this is the beginning of a box.
    """
    name, parted, rest = text.strip()[: _NAME + 1].partition("：")
    if not (parted and rest and name in labels):
        return None
    return BoxStart(name, text.strip()[len(name) + 1 :].strip(), own_line=False)
