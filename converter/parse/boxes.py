"""Sidebars (链接, 小贴士 …): where they begin and where they end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, squeeze, width
from converter.names import is_name
from converter.parse.grams import Trigrams
from converter.parse.heal import NO_START as _NO_START
from converter.parse.items import form_of, list_end
from converter.parse.kinds import labelled
from converter.parse.marked import bold_name, marked_names
from converter.parse.seam import goes_on
from converter.profile import Profile
from converter.segment import Unit

_DASHES = re.compile(r"^(?:——+|—|－－|--)\s*(?=\S)")
_SOURCE_WORDS = (
    "摘自|选自|摘编自|节选自|引自|来源|出处|资料来源|数据来源|信息来源|图片来源|资料出处|原载|转自|整理自|"
    "資料來源|數據來源|圖片來源|來源|出處|摘錄自|節選自|選自|轉自|轉載自|转载自"
)
_SOURCE_LINE = re.compile(
    rf"^[（(【\[]?\s*(?:{_SOURCE_WORDS}|据|據)\s*[：:]?\s*\S.{{1,60}}[）)】\]]?$"
)
_BRACKETED = re.compile(
    r"^[【\[〖《〈「『▲■●◆★※▶►☞➤]\s*(?P<label>[^】\]〗》〉」』：:|｜\s]{2,8})\s*[】\]〗》〉」』]?\s*[：:|｜]?\s*(?P<rest>.*)$"
)


LABEL_SHAPE = re.compile(
    r"^[\u4e00-\u9fff]{1,4}(?:链接|鏈接|連結|贴士|貼士|提示|档案|檔案|词典|辞典|辭典|卡片|解释|解釋|百科|阅读|閱讀|小学堂|小學堂|小课堂|小課堂|"
    r"小教室|多一点|多一點|加油站|直通车|直通車|资讯站|資訊站|信息站|知识站|知識站|补给站|補給站|小常识|小常識|小知识|小知識|小锦囊|小錦囊|小窍门|小竅門|提醒|速递|速遞|速览|速覽|[+＋])$"
)
"""What the names of sidebars end with."""
_SAYS = re.compile(
    r"^(?:营养师|營養師|医生|醫生|医师|醫師|药师|藥師|律师|律師|法官|检察官|檢察官|民警|交警|消防员|专家|專家|老师|老師|教练|教練|农技员|心理师|心理師|咨询师|諮詢師|大厨|大廚|主厨|主廚|厨师|廚師)"
    r"(?:说|說|说法|說法|支招|有话说|有話說|有话要说|教你|叮嘱|叮囑|告诉你|告訴你)$"
)
"""营养师说, 律师支招: who gives advice in a sidebar."""
_NUMBERED = re.compile(
    r"^(?P<label>(?:专栏|專欄|Box|BOX)\s*(?:\d{1,2}(?:[-—.．]\d{1,2})?|[一二三四五六七八九十]{1,3}))(?:\s*[：:、|｜]\s*|\s+|$)(?P<rest>\S.{0,40})?$"
)
"""专栏1：什么是“养老服务半径”: sidebars that a report counts."""
_ABOUT_A_PERSON = re.compile(r"(?:简介|小传|档案|名片|簡介|檔案)$")


class BoxStart(NamedTuple):
    """A box begins at a unit: its label, and the text on the same line."""

    label: str
    rest: str
    own_line: bool
    titled: bool = False
    """What stands beside the label is the title."""


class BoxExtent(NamedTuple):
    """Which units a box takes (indexes, end exclusive) and which of them say what."""

    end: int
    title: int | None
    body: tuple[int, ...]
    attribution: tuple[int, ...]


def box_start(unit: Unit, profile: Profile) -> BoxStart | None:
    """Read a unit as the beginning of a box."""
    text = unit.text.strip()
    plain = squeeze(text)
    labels, ambiguous = profile.boxes.labels, profile.boxes.ambiguous
    bare = bare_label(plain)
    if bare in labels and len(plain) <= len(bare) + 6:
        return BoxStart(bare, "", own_line=True)
    bold = bold_name(text)
    if bold is not None and bold.label in labels:
        titled = width(bold.rest) <= _BESIDE and not ends_sentence(bold.rest)
        return BoxStart(bold.label, bold.rest, own_line=False, titled=titled)
    hit = _BRACKETED.match(text)
    if hit and squeeze(hit["label"]) in labels and not text.startswith(("《", "「", "『")):
        return BoxStart(squeeze(hit["label"]), hit["rest"].strip(), own_line=False)
    if len(plain) <= 6 and LABEL_SHAPE.match(bare) and len(plain) <= len(bare) + 4:
        return BoxStart(bare, "", own_line=True)
    if len(plain) <= 10 and _SAYS.match(bare):
        return BoxStart(bare, "", own_line=True)
    hit = _NUMBERED.match(text) if text[0] in "专專B" and not ends_sentence(text) else None
    if hit:
        rest = (hit["rest"] or "").strip()
        return BoxStart(squeeze(hit["label"]), rest, own_line=not rest, titled=True)
    hit = re.match(r"^(?P<label>[^\s：:|｜]{2,6})(?P<sep>\s*[：:|｜]\s*|\s+)(?P<rest>\S.*)$", text)
    if hit is None or hit["label"] not in labels:
        return None
    rest = hit["rest"].strip()
    colon = "：" in hit["sep"] or ":" in hit["sep"]
    about_person = _ABOUT_A_PERSON.search(hit["label"]) is not None
    if colon and about_person and hit["label"] not in profile.boxes.proved:
        return None
    if hit["label"] not in ambiguous or "|" in hit["sep"] or "｜" in hit["sep"]:
        titled = bool(unit.markup_level or unit.strong)  # ## 小辞典 船闸
        return BoxStart(hit["label"], rest, own_line=False, titled=titled)
    # A common word needs the blank that OCR leaves between a label and its text.
    if (
        not colon
        and len(rest) >= 12
        and not re.match(r"(?:显示|表明|来源|指出|顯示|是|和|与)", rest)
    ):
        return BoxStart(hit["label"], rest, own_line=False)
    return None


def bare_label(text: str) -> str:
    """The name of a sidebar without the brackets and ornaments around it."""
    return squeeze(text).strip("【】[]〖〗《》「」▲■●◆★※▶►☞➤▎▌▍▏┃丨：:|｜·—->＞»›→▼▽◎☆◇○")


_BESIDE = 20
"""Em of a title beside the name of a box."""
_OPENING_LABEL = re.compile(r"^(?P<label>\S{2,6}?)(?:\s*[：:]\s*|\s+)(?P<rest>\S.*)$")


def with_proved_labels(profile: Profile, units: Sequence[Unit]) -> Profile:
    """The profile in which common words that name boxes in this issue are no longer doubted.

    背景：…… may be a sentence or a box. It is a box if it stands in the middle of a broken
    sentence or is closed by an attribution; then the word names a box wherever it opens
    a paragraph of this issue. So do names that the marks of the OCR prove.
    """
    marked = tuple(sorted(marked_names(units).difference(profile.boxes.labels)))
    if marked:
        boxes = replace(profile.boxes, labels=(*profile.boxes.labels, *marked))
        profile = replace(profile, boxes=boxes)
    proved: set[str] = set()
    doubted = frozenset(profile.boxes.ambiguous)
    for at, unit in enumerate(units):
        hit = _OPENING_LABEL.match(unit.text)
        if hit is None or hit["label"] in proved or hit["label"] not in profile.boxes.labels:
            continue
        about_person = _ABOUT_A_PERSON.search(hit["label"]) is not None
        if hit["label"] not in doubted and (not about_person or labelled(unit.text)):
            continue  # 人物简介：…… may cut a sentence as well, and is no box
        if _within_sentence(units, at) or _is_closed(units, at):
            proved.add(hit["label"])
    if not proved:
        return profile
    left = tuple(label for label in profile.boxes.ambiguous if label not in proved)
    boxes = replace(profile.boxes, ambiguous=left, proved=tuple(sorted(proved)))
    return replace(profile, boxes=boxes)


def _within_sentence(units: Sequence[Unit], at: int) -> bool:
    if not at or width(units[at].text) < 24:
        return False
    before = units[at - 1].text
    return width(before) > 24 and not ends_sentence(before) and before[-1] not in "：；——"


def _is_closed(units: Sequence[Unit], at: int) -> bool:
    """True if an attribution follows after a paragraph or a few."""
    for unit in units[at + 1 : at + 4]:
        if is_attribution(unit.text):
            return width(units[at].text) >= 24
        if width(unit.text) < 24:
            return False
    return False


_OWN_LABEL = re.compile(
    r"^[【\[〖《〈「▲■●◆★※▶►☞➤\s]*(?P<label>[^】\]〗》〉」：:|｜，。\s]{1,8})[】\]〗》〉」]*(?:\s+|\s*[：:|｜]\s*)(?P<rest>\S.*)$"
)


def decided_start(unit: Unit) -> BoxStart:
    """A box where an editor says so: its first word is the label if it looks like one."""
    text = unit.text.strip()
    if width(text) <= 10 and not ends_sentence(text):
        return BoxStart(squeeze(text).strip("【】[]〖〗▲■●◆★※▶►☞➤：:|｜"), "", own_line=True)
    hit = _OWN_LABEL.match(text)
    if hit:
        return BoxStart(hit["label"], hit["rest"].strip(), own_line=False)
    return BoxStart("", text, own_line=False)


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
    r"|^[（(]\s*(?:点评[人者]?|點評[人者]?|作者|评论?|文)?\s*[：:]?\s*(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3})(?:[\s，,、：:]+[^（）。]{2,24})?[）)]$"
    r"|^(?:点评[人者]?|点评专家|點評人|整理|讲述人?|供稿)\s*[：:]\s*(?P<other>[\u4e00-\u9fff]{2,4})(?:[\s（，].*)?$"
)


def _closes_box(text: str) -> bool:
    """True for an attribution, and for who wrote a comment: （程远山　师范学院教授）."""
    if is_attribution(text):
        return True
    hit = _SIGNED.match(text) if len(text) <= 40 else None
    return hit is not None and is_name(squeeze(hit["name"] or hit["other"] or hit["third"]))


def _closes(units: Sequence[Unit]) -> bool:
    """True for an attribution and what may be its second line, and no text after it."""
    return is_attribution(units[0].text) and not any(ends_sentence(one.text) for one in units[1:])


def is_attribution(text: str) -> bool:
    """True for ——摘自…… and （来源：……）."""
    plain = text.strip()
    if _DASHES.match(plain):
        return width(plain) <= 80 and not (
            plain.endswith("。") and (width(plain) > 24 or ("，" in plain and "《" not in plain))
        )
    return width(plain) <= 50 and _SOURCE_LINE.match(plain) is not None and not ends_sentence(plain)


_SOURCE = re.compile(rf"^(?:——+|[（(【\[])\s*(?:{_SOURCE_WORDS})|^——+\s*《[^》]{{2,40}}》")


def is_source(text: str) -> bool:
    """True for an attribution that says in so many words where a text was taken from."""
    return is_attribution(text) and _SOURCE.match(text.strip()) is not None


def attribution_text(text: str) -> str:
    """The attribution without its dash or brackets."""
    plain = _DASHES.sub("", text.strip())
    if plain == text.strip() and plain[:1] in "（(【[" and plain[-1:] in "）)】]":
        return plain[1:-1].strip()
    return plain


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
    if width(rest) > 20 or rest[-1] in "，、；：。" or not ends_sentence(following.text):
        return False
    if width(following.text) <= 20 or following.text[0] in _NO_START:
        return False
    if following.gap:
        asks = rest[-1] in "？?"
        return not re.search("[，。；：！？,;:!?]", rest[:-1] if asks else rest) and (
            asks or (not ends_sentence(rest) and rest[-1] not in _FUNCTION_END)
        )
    return not ends_sentence(rest) or (rest[-1] in "？?" and width(following.text) >= 24)


_FUNCTION_END = frozenset("的了和与與及在对對为為将將是把被从從向由于於并並而且或以使让讓之")
"""Words after which a line goes on."""


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
    mark = next((i for i in range(start + 1, limit) if _closes_box(units[i].text)), None)
    title, first = _title_of(units, start, head, limit)
    listed = list_end(units, first, limit, head.rest if first == start else "")
    if (
        mark is not None
        and mark >= first
        and (
            mark == listed
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
    return BoxExtent(*_without_attribution(units, first, limit, title, tail, trigrams, later))


def _more_attribution(units: Sequence[Unit], mark: int, index: int) -> bool:
    text = units[index].text
    return (
        width(text) <= 60
        and not ends_sentence(text)
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


def _without_attribution(
    units: Sequence[Unit],
    first: int,
    limit: int,
    title: int | None,
    tail: str,
    trigrams: Trigrams,
    later: Sequence[Unit],
) -> tuple[int, int | None, tuple[int, ...], tuple[int, ...]]:
    end = first + 1
    near = units[max(0, first - 30) : first + 30]
    spaced = sum(unit.gap for unit in near) * 2 >= len(near)
    # Text that breaks off and goes on in the next unit of the same block or page.
    while end < limit and not units[end].gap and (spaced or not ends_sentence(units[end - 1].text)):
        end += 1
    if not tail:
        if not ends_sentence(units[end - 1].text) and end < limit and units[end].gap:
            end += 1
        return end, title, tuple(range(first, end)), ()
    if not ends_sentence(units[end - 1].text) and end + 1 < limit:
        end += 1
    end = _continuation_at(units, end, min(limit, end + 4), tail, trigrams, later)
    return end, title, tuple(range(first, end)), ()


_PARALLEL = 8.0
"""What it says that a piece begins as the broken paragraph does: 建立“学”…… 建立“用”……."""
_ALIKE = 3
"""So many characters alike are no chance."""
_LONGER = 1.0
"""What each further paragraph of a box without attribution has to be outweighed by."""


_LATER = 2.5
"""By how much a piece behind the next box must carry a sentence on better (log odds)."""


def _continuation_at(
    units: Sequence[Unit],
    first: int,
    limit: int,
    tail: str,
    trigrams: Trigrams,
    later: Sequence[Unit],
) -> int:
    """Which unit carries on a sentence that the box interrupted: the likeliest, or the next.

    It may be one that stands ``later``, behind other boxes: then all before is the box's.
    """
    if first >= limit:
        return first
    best, best_score = first, -math.inf
    opening = tail[:_ALIKE] if len(tail) > _ALIKE and is_han(tail[0]) else ""
    for index in range(first, limit):
        if units[index].opens is False:
            return index  # the only one that has no indent
        text = units[index].text
        score = goes_on(tail, text, trigrams) - _LONGER * (index - first)
        if opening and text.startswith(opening):
            score -= _PARALLEL
        if units[index].opens is None and score > best_score:
            best, best_score = index, score
        if not ends_sentence(units[index].text):
            return best
    behind = max((goes_on(tail, unit.text, trigrams) for unit in later), default=-math.inf)
    return limit if behind >= best_score + _LATER else best
