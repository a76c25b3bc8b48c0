"""What looks like the beginning of a box and is none: headings, titles, lists of works."""

from __future__ import annotations

from collections import Counter

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze, width
from converter.parse.assemble.outline import Outline
from converter.parse.assemble.sourced import PARAGRAPH
from converter.parse.boxes import is_attribution
from converter.parse.kinds import REFERENCE_ITEM, is_reference_head, is_salutation
from converter.parse.marked import asks_reader
from converter.parse.ornaments import ORNAMENTED
from converter.segment import Unit

NOTES = re.compile(
    r"^(?:本刊|本报|本報)?(?:记者|記者|采访|採訪|作者)(?:手记|手記|札记|札記|感言|后记|後記)$"
)
"""What the one who wrote a report calls its last part."""
_PART_OF_WORK = re.compile(
    r"^(?:(?:所需|准备)?材料|工具|准备|你?需要(?:准备)?|你要准备|做法|步骤|制作(?:方法|步骤)?|动手做?|怎么做|实验(?:步骤|过程|材料)?|玩法)$"
)
"""What heads the parts of such a text."""
_MARKED = 12
"""Characters of such a word behind an ornament."""
_TITLE = 26
"""The most em of the title of a box."""
_WORD, _SISTERS = 4, 2
"""The most characters of a common word, and so many headings of its length make it one."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")


def free_reading_lists(outline: Outline) -> None:
    """延伸阅读 over numbered works, to the end of the article, heads its references."""
    for at, start in enumerate(outline.starts):
        if start is None or not is_reference_head(outline.units[at].text):
            continue
        works = outline.units[at + 1 :]
        if works and all(map(_is_cited, works)):
            outline.starts[at] = None


def _is_cited(unit: Unit) -> bool:
    """True for a work with its number and its year: 2. 某某，《某书》，某地：某社，2017."""
    text = unit.text
    return REFERENCE_ITEM.match(text) is not None and _YEAR.search(text) is not None


def free_headings(outline: Outline) -> None:
    """声音, a common word, among 桌子 and 沉默, which head the parts of an article as well."""
    ambiguous = outline.context.profile.boxes.ambiguous
    words = [at for at, unit in enumerate(outline.units) if len(unit.text) <= _WORD]
    heads = [at for at in words if outline.may_head(at)]
    sisters = Counter(_form(outline.units[at]) for at in heads if outline.starts[at] is None)
    for at in heads:
        unit = outline.units[at]
        if outline.starts[at] is None or unit.text not in ambiguous:
            continue
        decided = outline.box_decided(at)
        if not decided and sisters[_form(unit)] >= _SISTERS:
            outline.starts[at] = None
    _free_last_part(outline)
    _free_part_of_work(outline)
    _free_marked(outline)
    _free_second_lines(outline)
    _free_items(outline)


def _form(unit: Unit) -> tuple[int, bool, int]:
    """How a heading looks: its characters, whether it is bold, its level in Markdown."""
    return len(unit.text), unit.strong, unit.markup_level


def _free_items(outline: Outline) -> None:
    """- 特别提醒：…… below - 交通：…… is an item of the same list."""
    for at in range(1, len(outline.units)):
        start, unit, above = outline.starts[at], outline.units[at], outline.units[at - 1]
        if start is None or start.own_line or not (unit.bullet and above.bullet) or unit.gap:
            continue
        if outline.starts[at - 1] is None and not outline.box_decided(at):
            outline.starts[at] = None


def free_parts_of_title(outline: Outline, title: str) -> None:
    """声音 and 数字 under the title 声音·数字 head the parts of that page, and no boxes."""
    parts = [part for part in _PARTED.split(title.strip()) if part]
    if len(parts) < _SISTERS:
        return
    for at, unit in enumerate(outline.units):
        start = outline.starts[at]
        named = start is not None and start.own_line and squeeze(unit.text) in parts
        if named and not outline.box_decided(at):
            outline.starts[at] = None


_PARTED = re.compile(r"\s*[·•・、/／|｜&＆]\s*")


def _free_second_lines(outline: Outline) -> None:
    """创新健康档案 right below （三）缩短等候的时间， is the second line of the heading, and names no box."""
    listed = outline.context.profile.boxes.labels
    for at in range(1, len(outline.units)):
        start, above = outline.starts[at], outline.units[at - 1]
        if start is None or not start.own_line or start.label in listed or outline.units[at].gap:
            continue
        broken = outline.numbers[at - 1] is not None and above.text[-1] in "，、"
        if broken and width(above.text) <= _TITLE and not outline.box_decided(at):
            outline.starts[at] = None


def _free_marked(outline: Outline) -> None:
    """◇ 专家说 below ◇ 居民说 and ◇ 当事人说: of three marked alike the last is no box either."""
    marked = [
        (at, unit.text[0])
        for at, unit in enumerate(outline.units)
        if len(unit.text) <= _MARKED and ORNAMENTED.match(unit.text)
    ]
    sisters = Counter(mark for at, mark in marked if outline.starts[at] is None)
    listed = outline.context.profile.boxes.labels
    for at, mark in marked:
        start = outline.starts[at]
        if (
            start is not None
            and start.own_line
            and start.label not in listed
            and sisters[mark] >= _SISTERS
            and not outline.box_decided(at)
        ):
            outline.starts[at] = None


def _free_last_part(outline: Outline) -> None:
    """# 想一想 below # 准备 and # 动手做, the last of them, is the last part of the article."""
    heads = [at for at, unit in enumerate(outline.units) if unit.markup_level]
    last, sisters = heads[-1:], heads[:-1]
    for at in last:
        own, level = outline.starts[at], outline.units[at].markup_level
        alike = [
            other
            for other in sisters
            if outline.units[other].markup_level == level and outline.starts[other] is None
        ]
        if (
            own is not None
            and asks_reader(own.label)
            and len(alike) >= _SISTERS
            and len(alike) == len(sisters)
            and outline.may_head(at)
            and not outline.box_decided(at)
        ):
            outline.starts[at] = None


def _free_part_of_work(outline: Outline) -> None:
    """想一想 below 材料 and 做法 is a part of what tells how to make something, as those are."""
    parts = [
        at
        for at, unit in enumerate(outline.units)
        if len(unit.text) <= _WORD and outline.starts[at] is None and _PART_OF_WORK.match(unit.text)
    ]
    if len(parts) < _SISTERS:
        return
    for at in range(parts[_SISTERS - 1] + 1, len(outline.units)):
        own = outline.starts[at]
        asks = own is not None and own.own_line and asks_reader(own.label)
        if asks and outline.may_head(at) and not outline.box_decided(at):
            outline.starts[at] = None


def free_titles(outline: Outline) -> None:
    """小算盘 over 名词解释：三权不变: what looks like a second box is the title of the first."""
    for at, start in enumerate(outline.starts[:-2]):
        below = outline.starts[at + 1]
        text = outline.units[at + 1].text
        if (
            start is not None
            and start.own_line
            and below is not None
            and start.label != below.label
            and width(text) <= _TITLE
            and not ends_sentence(text)
            and outline.starts[at + 2] is None
            and not outline.box_decided(at + 1)
        ):
            outline.starts[at + 1] = None


def free_replies(outline: Outline) -> None:
    """编者的话 over 某某同志：, below a letter: what the editors reply, under a heading of its own."""
    greeted = [at for at, unit in enumerate(outline.units) if is_salutation(unit.text)]
    for at in greeted[1:]:
        start = outline.starts[at - 1]
        if start is None or not start.own_line or _REPLY.match(start.label) is None:
            continue
        if not outline.box_decided(at - 1):
            outline.starts[at - 1] = None


_COMMENT = re.compile(
    r"^(?:(?:专家|專家|编者|編者|教师|教師|名师|名師|导师|導師)?(?:点评|點評|评点|評點|评析|評析|短评|短評|简评|簡評|赏析|賞析)|[旁眉批]批|评注|評注|按语|按語)$"
)
"""What names a remark on the words right above it."""


def free_comments(outline: Outline) -> None:
    """【点评】…… again and again, each on the line of its text, goes along with the text and is no box.

    So somebody remarks on the parts of a lesson, on games, poems and cases, where they end.
    """
    told = [
        (at, start)
        for at, start in enumerate(outline.starts)
        if start is not None and start.rest and not (start.own_line or start.titled)
    ]
    times = Counter(start.label for _, start in told if _COMMENT.match(start.label))
    for at, start in told:
        if times[start.label] > 1 and not outline.box_decided(at):
            outline.starts[at] = None


def _is_framed_comment(text: str, label: str) -> bool:
    """True for 【点评】 alone on its line, which is set as the parts of an article are."""
    return text.strip()[:1] in tuple("【[［〔") and _COMMENT.match(label) is not None


_REPLY = re.compile("^[编編](?:[者辑輯]|[后後])|^(?:答[复覆復]|回音|回信|[复覆復]信)")


def free_notes(outline: Outline) -> None:
    """记者手记 over many paragraphs, the last of a report, is the heading of its last part; so is 【点评】.

    A note of a few is a box that takes them. Another's note has a title, or a source; a box in
    the middle has text behind it.
    """
    for at, start in enumerate(outline.starts[:-2]):
        if (
            start is None
            or at in outline.points
            or not start.own_line
            or not (
                NOTES.match(start.label) or _is_framed_comment(outline.units[at].text, start.label)
            )
        ):
            continue
        below = outline.units[at + 1 :]
        whole = [unit for unit in below if ends_sentence(unit.text)]
        if (
            at
            and ends_sentence(outline.units[at - 1].text)
            and sum(width(unit.text) >= PARAGRAPH for unit in whole) > 1
            and width(below[0].text) >= PARAGRAPH
            and not any(outline.starts[at + 1 :])
            and not any(is_attribution(unit.text) for unit in below)
            and not (outline.units[at].quoted or outline.units[at].first in outline.context.insets)
            and not outline.box_decided(at)
        ):
            outline.starts[at] = None
