"""Names of boxes that the OCR has marked: ``> **健康账本**``, ``**健康账本** 四瓶钙片的账``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, ends_sentence, squeeze, width
from converter.names import is_name
from converter.segment import Unit
from converter.values import NamedTuple

LABEL_SHAPE = re.compile(
    r"^[\u4e00-\u9fff]{1,4}(?:链接|鏈接|連結|连结|贴士|貼士|提示|名片|小档|小檔|档案|檔案|词典|辞典|辭典|卡片|解释|解釋|百科|阅读|閱讀|小学堂|小學堂|小课堂|小課堂|"
    r"小教室|小课|小課|多一点|多一點|加油站|直通车|直通車|资讯站|資訊站|信息站|知识站|知識站|补给站|補給站|小常识|小常識|小知识|小知識|小识|小識|小锦囊|小錦囊|小窍门|小竅門|小账本|小賬本|小帳本|提醒|速递|速遞|速览|速覽|支招|妙招|条规|條規|[+＋])$"
    r"|^[小微][调調][查研]$|^微(?:故事|案例|党课|黨課|镜头|鏡頭|心愿|评论|評論|观点|觀點|知识|知識)$"
)
"""What the names of sidebars end with."""
_BOLD = re.compile(r"^\*\*(?P<label>[^*]{2,12})\*\*(?P<rest>.*)$")
_NAME = 10
"""Em of the longest name."""
_BRACKETED = re.compile(r"^[【\[](?P<label>[^】\]]{2,6})[】\]]\s*(?P<rest>\S)")


class MarkedName(NamedTuple):
    """The name of a box, and what stands beside it."""

    label: str
    rest: str


def bold_name(text: str) -> MarkedName | None:
    """A name set in bold before other text: ``**小提醒** 出汗多的日子……``."""
    hit = _BOLD.match(text.strip()) if text.startswith("**") else None
    if hit is None:
        return None
    label = squeeze(hit["label"]).strip("【】：:")
    rest = hit["rest"].strip().lstrip("：:|｜").strip()
    if not rest or not 2 <= width(label) <= _NAME or re.search("[，。；！？：]", label):
        return None
    return MarkedName(label, rest)


def quoted_name(units: Sequence[Unit], at: int) -> MarkedName | None:
    """The name of a box that the OCR has set apart with ``>``, if its first words are bold."""
    unit = units[at]
    if not unit.quoted or (at and units[at - 1].quoted):
        return None
    text = _SIGN.sub("", unit.text.strip())
    whole = _WHOLE.match(text) if text != unit.text.strip() else None
    if whole is not None and at + 1 < len(units) and units[at + 1].quoted:
        return _name_and_title(whole["name"])  # 🔍 **名词解释：重心**
    if unit.strong and at + 1 < len(units) and units[at + 1].quoted:
        return _name_and_title(text)
    return bold_name(text)


_SIGN = re.compile(r"^[^\w\s*【\[〔（(“「『《#>|]{1,3}\s*(?=\*\*)")
_PICTURE = re.compile(r"^[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]{1,4}\s*(?=\w)")
"""A small picture within the bold of a name."""
_WHOLE = re.compile(r"^\*\*(?P<name>[^*]+)\*\*$")
"""A small picture before a name in bold."""
_TITLE = 24
"""Em of the longest title beside a name."""
_BESIDE = re.compile(
    r"^(?P<label>[【\[]?[^\s：:|｜]{2,8})(?:\s*[|｜：:]\s*|\s+)(?P<title>[^\s|｜].+)$"
)


def _name_and_title(text: str) -> MarkedName | None:
    """A name alone, or a title beside it: 人物档案　某某某, 💡 人物档案：某某某."""
    text = _PICTURE.sub("", text)
    hit = _BESIDE.match(text)
    label, title = (hit["label"], hit["title"].strip()) if hit else (text, "")
    if not 2 <= width(label) <= _NAME or re.search("[：:|｜。！？，]", label):
        return None
    if width(title) > _TITLE or re.search("[。！，；？]", title):
        return None
    return MarkedName(squeeze(label).strip("【】[]"), title)


def marked_names(units: Sequence[Unit]) -> frozenset[str]:
    """The names of boxes that the OCR's marks prove for a whole issue.

    A name in bold before other text may be a heading or a speaker; where it cuts a sentence,
    and more than once, it names a box.
    """
    quoted = {name.label for at in range(len(units)) if (name := quoted_name(units, at))}
    bold = [(at, name) for at, unit in enumerate(units) if (name := bold_name(unit.text))]
    counts = Counter(name.label for _, name in bold)
    cut = {name.label for at, name in bold if at and _breaks_off(units[at - 1].text)}
    found = quoted | {label for label in cut if counts[label] > 1} | _titled(units)
    found |= _headed(units)
    return frozenset(found | _ornamented(units) | _over_quoted(units) | _counted(units))


def _headed(units: Sequence[Unit]) -> set[str]:
    """The names in bold before a title, in the markup of a heading that cuts a sentence: #### **试一试** 做一个浮标.

    A heading that is bold in part stands below a whole sentence.
    """
    return {
        name.label
        for above, unit in pairwise(units)
        if unit.markup_level
        and _breaks_off(above.text)
        and (name := bold_name(unit.text)) is not None
        and width(name.rest) <= _TITLE
        and not ends_sentence(name.rest)
    }


_COUNTED = re.compile(
    rf"^(?P<label>(?P<name>[{HAN}]{{2,6}})(?P<n>[{CIRCLED[:20]}]))(?:[ \t\u3000]+(?P<title>[^。；]{{2,24}}))?$"
)

_COUNTED_BESIDE = re.compile(
    rf"^(?P<label>(?P<name>[{HAN}]{{2,6}})(?P<n>[{CIRCLED[:20]}]))(?:[ \t\u3000]+|\s*[：:])"
)
"""学习卡片② 潮间带是……, 学习卡片②：: the same before a text, or a colon."""


def _counted(units: Sequence[Unit]) -> set[str]:
    """学习卡片①, 学习卡片② ……: names with a number, alone on a line or over a title; a call for a note does not rise so."""
    series: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for unit in units:
        text = unit.text.strip()
        hit = _COUNTED.match(text) if len(text) <= _COUNTED_LINE else None
        if (
            hit is None
            and (hit := _COUNTED_BESIDE.match(text))
            and not LABEL_SHAPE.match(hit["name"])
        ):
            hit = None
        if hit is not None:
            series[hit["name"]].append((CIRCLED.index(hit["n"]) + 1, hit["label"]))
    return {
        label
        for members in series.values()
        if [value for value, _ in members] == list(range(1, len(members) + 1)) and len(members) > 1
        for _, label in members
    }


_COUNTED_LINE = 40


def _over_quoted(units: Sequence[Unit]) -> set[str]:
    """Plain names that open what is set apart with ``>``, over its text: each twice, or in mid-sentence."""
    heads = [
        at
        for at, unit in enumerate(units[:-1])
        if unit.quoted
        and _WORDS.match(unit.text)
        and not (at and units[at - 1].quoted)
        and units[at + 1].quoted
        and width(units[at + 1].text) >= _TEXT
        and not is_name(unit.text)
    ]
    counts = Counter(units[at].text for at in heads)
    return {
        units[at].text
        for at in heads
        if counts[units[at].text] > 1 or (at and _breaks_off(units[at - 1].text))
    }


_ORNAMENTED = re.compile(rf"^(?P<mark>[◆◇■□▲△▼●◎★☆※♦])\s*(?P<label>[{HAN}]{{2,6}})$")
_FEW = 2
"""So many names behind one ornament that cut sentences are no headings."""


def _ornamented(units: Sequence[Unit]) -> set[str]:
    """The names behind an ornament that mostly cut sentences: ◆数据快读, ◆试验花絮, each once.

    Headings have ornaments as well, but stand below whole paragraphs.
    """
    names: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for at, unit in enumerate(units):
        hit = _ORNAMENTED.match(unit.text.strip()) if len(unit.text) <= _NAME else None
        if hit is not None and at and not is_name(hit["label"]):
            names[hit["mark"]].append((at, hit["label"]))
    found: set[str] = set()
    for places in names.values():
        cut = sum(_breaks_off(units[at - 1].text) for at, _ in places)
        if cut >= _FEW and cut * 2 >= len(places):
            found.update(label for _, label in places)
    return found


_ACTS = re.compile(rf"^(?P<deed>[{HAN}])一(?P=deed)$")
_WORDS = re.compile(rf"^[{HAN}]{{2,8}}$")
_APART, _TEXT = 12, 24
"""Units between names that are none of a row of points, and em of the text behind each."""


def asks_reader(name: str) -> bool:
    """True for 量一量, 试一试: what a reader is asked to do beside the text."""
    return _ACTS.match(name) is not None


def names_like(units: Sequence[Unit], listed: Container[str]) -> frozenset[str]:
    """Names in bold before a text that stands alone, as that of a box does: **量一量** 一根扁担…….

    They ask the reader to do something; or the issue has a name that is ``listed`` in the same
    form, and what stands so is no row of points.
    """
    bold = [(at, name) for at, unit in enumerate(units) if (name := bold_name(unit.text))]
    alike = any(name.label in listed for _, name in bold)
    others = [(at, name) for at, name in bold if name.label not in listed]
    found = set()
    for index, (at, name) in enumerate(others):
        near = [
            abs(at - other) for other, _ in others[max(0, index - 1) : index + 2] if other != at
        ]
        alone = min(near, default=_APART) >= _APART
        whole = width(name.rest) >= _TEXT and ends_sentence(name.rest)
        words = _WORDS.match(name.label) is not None and not is_name(name.label)
        if alone and whole and ((alike and words) or asks_reader(name.label)):
            found.add(name.label)
    return frozenset(found)


_BEFORE_TITLE = re.compile(
    rf"^(?P<label>[{HAN}]{{2,6}})(?:[ \t]*\u3000[ \t\u3000]*|[ \t]{{2,}}|\s*[|｜]\s*)(?P<title>[^|｜\s].*)$"
)


def _titled(units: Sequence[Unit]) -> set[str]:
    """Names that stand alone over one text, and beside a title over another: 数字角　一座桥的零件."""
    heads = [unit.text.strip() for unit in units if unit.markup_level or unit.strong]
    beside = {
        hit["label"]
        for text in heads
        if (hit := _BEFORE_TITLE.match(text)) is not None
        and width(hit["title"]) <= _TITLE
        and not ends_sentence(hit["title"])
    }
    return beside.intersection(heads)


def _breaks_off(text: str) -> bool:
    return width(text) > 24 and not ends_sentence(text) and text[-1] not in "：；"


def runs_in(units: Sequence[Unit], at: int, labels: frozenset[str]) -> bool:
    """True for 【点评】…… in a text that has 【病例】…… as well: it opens a paragraph, no box."""
    hit = _BRACKETED.match(units[at].text.lstrip("*"))
    return hit is not None and any(
        other is not None and other["label"] not in labels
        for other in (_BRACKETED.match(unit.text.lstrip("*")) for unit in units)
    )
