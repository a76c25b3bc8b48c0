"""Paragraphs that say what they are: abstracts, keywords, biographies, credits, speakers."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.model import Role
from converter.names import is_name, join_spaced, split_names

_SEP = r"\s*[】\]］）〕]?\s*[：:]\s*|\s*[】\]］〕]\s*"
_LABELS: tuple[tuple[Role, str], ...] = (
    (Role.ABSTRACT, r"(?:内容)?摘\s*要|内容提要|提\s*要|Abstract|ABSTRACT|摘\s*要"),
    (
        Role.KEYWORDS,
        r"关\s*键\s*[词字]|關\s*鍵\s*[詞字]|Key\s*[Ww]ords|KEY\s*WORDS|Keywords|中图分类号|文献标[识志]码|文章编号|DOI|分类号|收稿日期|引用格式|中圖分類號",
    ),
    (Role.FUNDING, r"基金项目|资助项目|项目基金|基金|本文系|課題來源|基金項目"),
    (
        Role.BIOGRAPHY,
        r"(?:第一|通[讯信])?(?:作者|院士|专家|嘉宾|人物|学者|受访者|受访人|訪談者|受訪者|采访对象|讲者|主讲人|译者|教授|画家|诗人)(?:简介|介绍|小传|小档案|单位|簡介|介紹)|作者",
    ),
    (
        Role.EDITOR_NOTE,
        r"编\s*者\s*按|编\s*者\s*的\s*话|编\s*者\s*语|编辑按|本刊按|按\s*语|開卷語|編\s*者\s*按|编\s*按|編按",
    ),
    (Role.STANDFIRST, r"导\s*[语读言]|引\s*言|核心提示|核心观点|本期导读|導\s*[語讀言]"),
    (
        Role.CREDIT,
        r"(?:本文|本期|本栏目?|栏目|本版)?\s*(?:责任\s*编辑|责\s*编|責任編輯|责任\s*校对|校\s*对|美术编辑|编\s*辑|審校|责编/?[^：:]{0,4})",
    ),
)
_LABELLED = tuple(
    (role, re.compile(rf"^[【\[［（(〔■●▲◆※*]?\s*(?P<label>{pattern})(?P<sep>{_SEP})(?P<rest>.*)$"))
    for role, pattern in _LABELS
)
_CREDIT_LINE = re.compile(
    rf"^[（(【\[]\s*(?:本文)?(?:责任编辑|责编|責任編輯|编辑|校对|图|摄影|供图|文|本栏编辑)\s*[：:／/|\s]\s*[{HAN}\s、/·]{{2,24}}[）)】\]]$"
)
_BIO_LINE = re.compile(
    r"^[（(【\[]?\s*(?:本文)?作者(?:系|为|為|是|单位|現為|现为|现任|曾任|：|:|／|/).{2,400}$"
)
_STANDALONE_NOTE = re.compile(
    r"^(?:编\s*者\s*按|编\s*按|編\s*者\s*按|核心提示|导\s*[语读]|内容提要|摘\s*要)\s*$"
)
_REFERENCE_HEAD = re.compile(
    r"^[【\[]?\s*(?:参\s*考\s*文\s*献|主要参考文献|引用文献|參\s*考\s*文\s*獻|参考书目|参考资料|注\s*释|注\s*解|註\s*釋|References|REFERENCES|附\s*注)\s*[】\]]?\s*[：:]?\s*$"
)
REFERENCE_ITEM = re.compile(
    r"^(?:[\[［〔【]\s*\d{1,3}\s*[\]］〕】]|\d{1,3}[.．]\s|[①-⑳㉑-㊿])\s*\S"
)
_JUMP = re.compile(
    r"[（(]?\s*(?P<dir>下转|上接|下轉)\s*(?:第\s*)?(?:(?P<page>[\dlIO]{1,4})\s*[页頁版]|封[二三四底])\s*[）)]?"
)
_ENGLISH = re.compile(r"^[^\u4e00-\u9fff]*$")
_SALUTATION = re.compile(
    rf"^(?:(?:亲爱|尊敬|敬爱|亲|親愛)的?[{HAN}、]{{1,16}}|[{HAN}]{{1,10}}(?:同志|编辑|老师|先生|女士|朋友们?|读者们?|小朋友|同学|同學|姐姐|哥哥|叔叔|阿姨|爷爷|奶奶|妈妈|爸爸|您好|你好|如晤|惠鉴|台鉴|臺鑒)|这位[{HAN}]{{2,4}}|[這这]位[{HAN}]{{2,4}}|各[{HAN}、]{{1,24}}|[{HAN}]{{1,6}}[们們](?:[、，][{HAN}]{{1,6}}[们們]){{0,3}})\s*[：:！]$"
)
_DATE_LINE = re.compile(
    r"^(?:(?:19|20)\d\d|[二一][〇零○九一二三四五六七八]{3}|民國[一二三四五六七八九十〇○]+)\s*年(?:\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号]?)?)?(?:[，\s]*(?:于|於|写于)?[\u4e00-\u9fff]{2,8})?$"
    r"|^(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号](?:[晨早午晚夜]|凌晨|深夜|清晨|黄昏|傍晚)?$"
)
_ASKERS = frozenset(
    [
        "记者",
        "問",
        "问",
        "本刊",
        "本刊记者",
        "本报记者",
        "主持人",
        "采访者",
        "編者",
        "编者",
        "编辑",
        "采访人",
        "訪問者",
        "訪談者",
        "访谈者",
        "提问",
        "Q",
        "《本刊》",
        "笔者",
        "記者",
        "記",
        "记",
        "本刊記者",
        "主持",
    ]
)
_NO_SPEAKER = frozenset(
    [
        "注",
        "按",
        "附",
        "例如",
        "比如",
        "例",
        "如",
        "即",
        "摘要",
        "关键词",
        "来源",
        "资料来源",
        "图",
        "表",
        "目的",
        "方法",
        "结果",
        "结论",
        "要求",
        "原因",
        "答案",
        "地址",
        "电话",
        "时间",
        "地点",
        "网址",
        "链接",
        "编者按",
        "提示",
        "说明",
        "特点",
        "优点",
        "缺点",
        "做法",
        "作者",
        "责编",
        "责任编辑",
        "材料",
        "用法",
        "结论",
        "意义",
        "原则",
        "目标",
        "建议",
        "首先",
        "其次",
        "再次",
        "最后",
        "总之",
        "第一",
        "第二",
        "第三",
        "第四",
        "同时",
        "此外",
        "另外",
        "题目",
        "背景",
        "案情",
        "点评",
        "评析",
        "分析",
        "解读",
        "观点",
        "其一",
        "其二",
        "其三",
        "其四",
        "具体",
        "主要",
        "成效",
        "经验",
        "问题",
        "措施",
        "内容",
        "步骤",
        "启示",
        "思考",
        "备注",
        "附记",
        "后记",
        "又及",
        "PS",
        "联系方式",
        "收件人",
        "邮编",
    ]
)


class Labelled(NamedTuple):
    """A paragraph that opens with a label: its role, and the length of label and separator."""

    role: Role
    end: int


def is_credit(text: str) -> bool:
    """责编 / 韩磊, 策划 | 本刊编辑部: who made the page, on a line of its own."""
    return width(text) <= 40 and _MADE_BY.match(text) is not None and text[-1] not in "。，；"


_MADE_BY = re.compile(
    r"^[（(【\[■●◆※]?\s*(?:本文|本期|本栏目?|栏目|本版|执行)?\s*(?:责任编辑|责\s*编|責任編輯|責編|责任校对|校对|校對|美术编辑|美编|版式|"
    r"编辑|編輯|策划|策劃|统筹|統籌|监制|監製|执行|制图|製圖|设计|設計|供图|供圖|排版)\s*[/／|｜:：]\s*\S"
)


def labelled(text: str) -> Labelled | None:
    """Read a label such as 摘要： or 【编者按】 at the beginning of a paragraph."""
    if is_credit(text) and ":" not in text and "：" not in text:
        return Labelled(Role.CREDIT, 0)
    for role, pattern in _LABELLED:
        hit = pattern.match(text)
        if hit is None:
            continue
        label = squeeze(hit["label"])
        if (
            label in ("作者", "编辑", "引言", "基金")
            and "：" not in hit["sep"]
            and ":" not in hit["sep"]
        ):
            continue
        if label in ("作者", "编辑", "校对", "基金", "本文系") and width(text) > 120:
            continue
        return Labelled(role, hit.end("sep"))
    if _CREDIT_LINE.match(text):
        return Labelled(Role.CREDIT, 0)
    if _BIO_LINE.match(text) and width(text) <= 400:
        return Labelled(Role.BIOGRAPHY, 0)
    return None


def standalone_note(text: str) -> bool:
    """编者按, 导语 … alone on a line: the next paragraph is what it names."""
    return len(text) <= 10 and _STANDALONE_NOTE.match(text) is not None


def note_role(text: str) -> Role:
    """The role that a standalone label gives to the next paragraph."""
    found = labelled(f"{squeeze(text)}：")
    return found.role if found else Role.STANDFIRST


def is_reference_head(text: str) -> bool:
    """参考文献 or 注释 as a heading."""
    return len(text) <= 16 and _REFERENCE_HEAD.match(text) is not None


def jump(text: str) -> re.Match[str] | None:
    """（下转第40页） or （上接第12页） anywhere in a text; groups ``dir`` and ``page``."""
    return _JUMP.search(text) if "转" in text or "接" in text or "轉" in text else None


def is_foreign(text: str) -> bool:
    """True for a line without a Chinese character that is made of words."""
    return _ENGLISH.match(text) is not None and sum(char.isalpha() for char in text) >= 4


def is_salutation(text: str) -> bool:
    """亲爱的读者： at the head of a letter."""
    return width(text) <= 20 and _SALUTATION.match(text) is not None


def is_date_line(text: str) -> bool:
    """A date alone on a line, as at the end of a letter or an essay."""
    return width(text) <= 24 and _DATE_LINE.match(text) is not None


_SPEAKER = re.compile(
    rf"^(?P<name>(?:《[{HAN}A-Za-z·]{{2,12}}》(?:记者|記者|编辑部)?|[{HAN}A-Za-z·]{{1,12}})(?:\s[{HAN}A-Za-z]{{1,10}}){{0,2}}(?:[（(][^（）()]{{1,24}}[）)])?)\s*(?P<colon>[：:])(?P<rest>.*)$"
)


_PARENTHESES = re.compile(r"[（(][^（）()]*[）)]")


def _alternating(turns: Sequence[tuple[str, bool]]) -> dict[str, bool]:
    """Two labels that take turns, and which of them asks.

    ``turns`` are labels in order and whether what follows each ends in a question mark.
    """
    found: dict[str, bool] = {}
    names = Counter(name for name, _ in turns if len(name) <= 8 and name not in _NO_SPEAKER)
    for (one, _), (other, _) in itertools.pairwise(turns):
        if one == other or names[one] < 2 or names[other] < 2 or one in found:
            continue
        mine = [asked for name, asked in turns if name == one]
        pair = [name for name, _ in turns if name in (one, other)]
        changes = sum(a != b for a, b in itertools.pairwise(pair))
        if sum(mine) * 2 > len(mine) and changes * 4 >= 3 * (len(pair) - 1):
            found |= {one: True, other: False}
    return found


class Turn(NamedTuple):
    """The beginning of a turn of speech: who, and where the name and the colon end."""

    speaker: str
    end: int
    asks: bool


class Speakers:
    """Knows who speaks in an article: labels that open paragraphs again and again."""

    def __init__(
        self,
        texts: Iterable[str],
        extra_askers: Iterable[str] = (),
        authors: Iterable[str] = (),
    ) -> None:
        self.askers = _ASKERS | frozenset(extra_askers)
        counts: Counter[str] = Counter()
        order: list[tuple[str, bool]] = []
        self.roll: set[str] = set()
        """Who takes part, as 嘉宾：张三（教授） 李四（作家） lists them."""
        for text in texts:
            hit = _SPEAKER.match(text)
            if hit and _is_roll(hit["rest"]):
                self.roll.update(split_names(_PARENTHESES.sub(" ", hit["rest"])) or ())
            elif hit and not _is_title(hit["rest"]):
                name = _speaker_name(hit["name"])
                counts[name] += 1
                order.append((name, hit["rest"].rstrip().endswith(("？", "?"))))
        asking = sum(count for name, count in counts.items() if self._asks(name))
        alternating = _alternating(order)
        self.askers |= frozenset(name for name, asks in alternating.items() if asks)
        asking += sum(counts[name] for name, asks in alternating.items() if asks)
        full = {name for name in (*counts, *authors, *self.roll) if len(name) > 1}
        self.names = frozenset(
            name
            for name, count in counts.items()
            if self._speaks(name, count, asking)
            or name in alternating
            or (len(name) == 1 and asking and any(one.startswith(name) for one in full))
        )
        self.askers |= frozenset(
            name
            for name in self.names
            if len(name) == 1
            and any(one[0] == name for one in (self.askers | frozenset(authors)) & full)
        )
        if len(self.names) < 2 and sum(counts[name] for name in self.names) < 3:
            self.names = frozenset()
        if (
            not any(map(self._asks, self.names))
            and (mine := self.names & frozenset(authors))
            and mine != self.names
        ):
            self.askers |= mine  # who signs an interview asks the questions

    def _asks(self, name: str) -> bool:
        return (
            name in self.askers
            or name.startswith("《")
            or (name.endswith(("记者", "主持人", "記者")) and len(name) <= 8)
        )

    def _speaks(self, name: str, count: int, asking: int) -> bool:
        if self._asks(name) or name in ("答", "A", "受访者", "嘉宾", "專家", "专家", "受訪者"):
            return True
        if name in _NO_SPEAKER or len(name) > 8:
            return False
        if name in self.roll or (asking >= 1 and (is_name(name) or count >= 2)):
            return True
        return count >= 2 and is_name(name)

    def turn(self, text: str) -> Turn | None:
        """Read a paragraph as the beginning of a turn of one of the speakers."""
        if not self.names:
            return None
        hit = _SPEAKER.match(text)
        if hit is None:
            return None
        name = _speaker_name(hit["name"])
        if name not in self.names or _is_roll(hit["rest"]):
            return None
        return Turn(name, hit.end("name"), self._asks(name))


def _is_title(rest: str) -> bool:
    """一河一账：港川县的七年探索: a heading of two halves, with no sentence in it."""
    return bool(rest.strip()) and width(rest) <= 24 and not re.search("[，。！？；：…—]", rest)


def is_roll(text: str) -> bool:
    """嘉宾：张三（教授） 李四（作家）: a line of those who take part."""
    hit = _SPEAKER.match(text)
    if hit is None or not _is_roll(hit["rest"]):
        return False
    return _TAKES_PART.search(squeeze(hit["name"])) is not None or "（" in hit["rest"]


_TAKES_PART = re.compile(
    r"^(?:主持人?|特邀嘉宾|嘉宾|與談人?|与谈人?|对谈人?|對談人?|访谈人|受访人|采访人?|主讲人?|來賓|出席|列席|参加|与会)"
)


def _is_roll(rest: str) -> bool:
    """张三（教授） 李四（作家）: who takes part, and no turn of speech."""
    bare = _PARENTHESES.sub(" ", rest).strip()
    return bool(bare) and width(rest) <= 120 and split_names(bare) is not None


def _speaker_name(raw: str) -> str:
    bare = re.sub(r"[（(].*$", "", raw)
    return "".join(join_spaced(bare.split())) if " " in bare else bare
