"""Who speaks in an interview, a dialogue or a round table: the labels that open turns of speech."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.names import SURNAMES, is_name, is_office, join_spaced
from converter.parse.called import is_called, is_person
from converter.parse.kinds import calls_kin, is_addressed
from converter.parse.plays import cast, quoted
from converter.parse.rolls import lists_people, name_on_roll, names_host, people_listed
from converter.parse.speaker_labels import ALSO, speaker_label
from converter.values import NamedTuple

_ASKERS_WORDS = (
    "记者 問 问 本刊 本刊记者 本报记者 主持人 主持 采访者 编者 編者 编辑 編輯 采访人 採訪者 訪問者 訪談者 "
    "访谈者 访问者 提问 提問 Q 《本刊》 笔者 筆者 記者 記 记 本刊記者 訪員 访员 提问者 提問者 "
    "编辑部 編輯部 小编 小編 本报 本報 采访组 採訪組"
)
_ASKERS = frozenset(_ASKERS_WORDS.split())
_EDITORS_WORDS = "编者 編者 编辑 編輯 编辑部 編輯部 小编 小編 笔者 筆者 本刊 本报 本報"
_EDITORS = frozenset(_EDITORS_WORDS.split())
"""Who answers letters too; alone they are no interview."""
_ANSWERERS_WORDS = "答 A 受访者 受訪者 嘉宾 嘉賓 來賓 来宾 专家 專家 被采访者"
_ANSWERERS = frozenset(_ANSWERERS_WORDS.split())
_ANSWER = frozenset("答")
"""What opens the answer to a letter, be the question without a label; more than once it is no word."""
_NO_SPEAKER_WORDS = (
    "注 按 附 例 例如 比如 如 即 图 表 摘要 关键词 来源 资料来源 目的 方法 结果 结论 要求 原因 答案 地址 电话 "
    "时间 地点 网址 链接 编者按 提示 说明 特点 优点 缺点 做法 作者 责编 责任编辑 材料 用法 意义 原则 目标 建议 "
    "首先 其次 再次 最后 总之 第一 第二 第三 第四 第五 同时 此外 另外 题目 背景 案情 点评 评析 分析 解读 观点 "
    "其一 其二 其三 其四 具体 主要 成效 经验 问题 措施 内容 步骤 启示 思考 备注 附记 后记 又及 PS 联系方式 "
    "收件人 邮编 用料 主料 辅料 配料 调料 原料 制法 圖 關鍵詞 來源 資料來源 結果 結論 電話 時間 地點 網址 連結 连结 編者按 說明 特點 優點 缺點 責編 "
    "原則 目標 建議 其後 其后 最後 總之 題目 點評 觀點 經驗 問題 內容 步驟 啟示 備註 附記 後記 集合 費用 费用"
)
_NO_SPEAKER = frozenset(_NO_SPEAKER_WORDS.split())
"""Words that open a paragraph with a colon and speak of a thing, and no person."""
_PAIRS = tuple(
    frozenset(pair.split())
    for pair in (
        "甲 乙", "父 子", "母 子", "母 女", "父 女", "男 女", "医 患", "醫 病",
        "妈妈 孩子", "爸爸 孩子", "顾客 店员", "旁白 画外音",
    )
)  # fmt: skip
"""Those who talk with each other and are called by what they are."""
_TEACHERS = frozenset(["师", "師", "老师", "老師", "教师", "教師", "T"])
"""Who leads the talk with those who are taught, and asks (课堂实录)."""
_PUPILS = frozenset(["生", "学生", "學生", "同学", "同學", "S"])
_CHORUS = frozenset(
    [
        "众生",
        "眾生",
        "众",
        "众人",
        "眾",
        "眾人",
        "全班",
        "全体",
        "全體",
        "齐",
        "齊",
        "合",
        "生齐",
        "生众",
        "师生",
        "師生",
        "学生们",
        "學生們",
        "同学们",
        "同學們",
        "全班齐声",
        "全班学生",
    ]
)
"""All who are taught, or who talk, with one voice."""
_ONE_OF_THEM = re.compile(r"(?<=[生学學])[甲乙丙丁戊己庚A-Z]$")
"""生甲, 学生A: one of them."""
_SPACED = re.compile(
    r"^(?P<name>(?:问|答|問|Q|A|记者|記者|Q\d{1,2})(?:[（(][^（）()]{1,24}[）)])?)(?P<colon>\s+)(?P<rest>\S.*)$"
)
"""问　船几点开？, 问（某镇　某某）　……: a label that a blank parts from what is said."""
_ANSWERED = re.compile(r"^(?:答|A)\s*[：:]\s*\S")
_ASKED = re.compile(r"[？?]\s*(?:[（(][^（）()]{1,24}[）)]\s*)?$")
"""……是板子太小吗？（某站　小骆）: a question, and who asks it perhaps."""


def _has_signed(texts: Sequence[str], at: int, name: str) -> bool:
    """True for 某某：…… right below …… 某某: an answer to who has signed the letter above, and addresses him."""
    above = texts[at - 1].split() if at and len(texts[at - 1]) <= _SIGNED else []
    return len(above) > 1 and above[-1] == name and not _MARKED.search("".join(above))


_SIGNED = 28
"""Characters of the longest line with a house and who signs."""
_MARKED = re.compile("[，。：；！？]")


class Turn(NamedTuple):
    """The beginning of a turn of speech: who, and where the name ends and begins."""

    speaker: str
    end: int
    asks: bool
    start: int = 0
    """Where the name begins, after an ornament."""


class Speakers:
    """Knows who speaks in an article: labels that open paragraphs again and again.

    ``texts`` are the paragraphs of an article, ``extra_askers`` what its magazine calls
    those who ask, ``authors`` those who sign it.
    """

    def __init__(
        self,
        texts: Iterable[str],
        extra_askers: Iterable[str] = (),
        authors: Iterable[str] = (),
    ) -> None:
        self.askers = _ASKERS | frozenset(extra_askers)
        signed = frozenset(authors)
        texts = list(texts)
        spaced = {_speaker_name(hit["name"]) for text in texts if (hit := _SPACED.match(text))}
        spaced = {name.rstrip("0123456789") for name in spaced}
        answered = not _ANSWERERS.isdisjoint(spaced) or any(map(_ANSWERED.match, texts))
        self._spaced = len(spaced & self.askers) > 0 and answered
        counts: Counter[str] = Counter()
        order: list[tuple[str, bool]] = []
        self.roll: set[str] = set()
        """Who takes part, as 嘉宾：张三（教授） 李四（作家） lists them."""
        hosts: set[str] = set()
        names = (text for text in texts if len(text) <= _NAME_LINE)
        scene = any(_ALONE.match(text) and not is_addressed(text) for text in names)
        for at, text in enumerate(texts):
            hit = self._match(text)
            letter = is_addressed(text) and not (scene and calls_kin(text))
            if hit is None or (letter and not self._is_answered(texts, at)):
                continue
            if _is_told(hit) or _has_signed(texts, at, hit["name"]):
                continue
            if listed := people_listed(hit["rest"]):
                self.roll.update(listed)
                if hit["name"].startswith("主持"):
                    hosts.update(people_listed(ALSO.split(hit["rest"], maxsplit=1)[0]))
            elif not _is_title(hit["rest"]):
                name = _speaker_name(hit["name"])
                counts[name] += 1
                order.append((name, _ASKED.search(hit["rest"]) is not None))
        self._again = frozenset(name for name, count in counts.items() if count >= _AGAIN)
        self._called_by_answer = counts["答"] >= _AGAIN
        """Who answers is called 答: 叶板：…… once in such a talk tells of a thing."""
        self.names: frozenset[str] = frozenset()
        named = [one for text in texts if (one := name_on_roll(text, counts)) and is_name(one)]
        self.roll.update(named if len(named) > 1 else ())
        if counts:
            self._find(counts, order, signed)
            self.names |= self._in_a_row(texts)
            self.names |= cast(texts, _NO_SPEAKER)
            self.names |= self._with_posts(texts)
            self.names = self.names or quoted(texts)
            self.names |= self._introduced(texts)
        self._marks = {} if self.names else _marks_of(texts)
        """The bare marks before what is asked and answered, and which of them asks."""
        self.names |= self._marks.keys()
        if hosts:  # 主持：张三; nobody else of those who take part asks
            self.askers = (self.askers - self.roll) | hosts

    def _find(
        self, counts: Counter[str], order: Sequence[tuple[str, bool]], signed: frozenset[str]
    ) -> None:
        """Tell the speakers among the labels, and which of them ask."""
        short = _short_forms(counts, signed | self.roll)
        alternating = _alternating(order) or _answered(order, signed) or _to_and_fro(order)
        alternating |= _ask_by_name(order) | _asked_of_author(order, signed)
        self.askers |= frozenset(name for name, asks in alternating.items() if asks)
        asking = sum(count for name, count in counts.items() if self._asks(name))
        talking = signed & counts.keys()
        if len(talking) < 2:
            talking = frozenset()  # one who signs and is named is quoted; two talk
        found = {
            name
            for name, count in counts.items()
            if name in alternating
            or name in talking
            or self._speaks(name, count, asking)
            or (is_name(name) and _told(name, counts, short) >= 2)
        }
        if len(found) > 1:  # of two who sign a talk OCR may have lost the colon of one
            found |= {name for name, asks in order if asks and name in signed}
        found |= _by_surname(counts, found, short, asking)
        if asking >= _TALK:
            found |= {name for name in counts if name not in _NO_SPEAKER and is_called(name)}
        for pair in _PAIRS:
            if pair <= counts.keys() and sum(counts[name] for name in pair) >= 3:
                found |= pair
        lesson = counts.keys() & (_TEACHERS | _PUPILS)
        if lesson & _TEACHERS and lesson & _PUPILS and sum(counts[name] for name in lesson) >= 3:
            found |= lesson | (counts.keys() & _CHORUS)
            self.askers |= lesson & _TEACHERS
        if (len(found) < 2 and sum(counts[name] for name in found) < 3) or found <= _EDITORS:
            found = {name for name in _ANSWER if counts[name] > 1}
        if found:
            found |= counts.keys() & _CHORUS  # 全体：（笑）
        self.names = frozenset(found)
        whole = {short.get(name, name) for name in found}
        if not any(map(self._asks, whole)) and (mine := whole & signed) and mine != whole:
            self.askers |= mine  # who signs an interview asks the questions
        self.askers |= {one for one, full in short.items() if full in self.askers}

    def _in_a_row(self, texts: Sequence[str]) -> frozenset[str]:
        """Those who speak one after the other, where nobody asks: 县农科所专家：……, 村干部：…….

        Most of them speak of themselves, as no list of duties does.
        """
        said = {
            at: (_speaker_name(hit["name"]), hit["rest"])
            for at, text in enumerate(texts)
            if (hit := self._match(text)) and width(hit["rest"]) >= _CUT and not _is_told(hit)
        }
        places = [
            at for at, (name, _) in said.items() if name not in _NO_SPEAKER and is_person(name)
        ]
        names = frozenset(said[at][0] for at in places)
        if len(names) < _ROW or len(places) * 2 <= places[-1] - places[0]:
            return frozenset()
        own = sum(_MYSELF.search(said[at][1]) is not None for at in places)
        long = sum(width(said[at][1]) >= _SPEECH for at in places)
        return names if min(own, long) * 2 >= len(places) else frozenset()

    def _with_posts(self, texts: Sequence[str]) -> frozenset[str]:
        """Those who are told with their posts where they first speak: 某某（某村党支部书记）：……."""
        posts: dict[str, str] = {}
        for text in texts:
            hit = self._match(text) if "（" in text[:_NAME_LINE] else None
            told = _POST.search(hit["name"]) if hit is not None else None
            if hit is not None and told is not None and width(hit["rest"]) >= _CUT:
                posts.setdefault(_speaker_name(hit["name"]), told["post"])
        offices = sum(any(map(is_office, post.split("、"))) for post in posts.values())
        several = len(posts) >= _POSTED and offices * 2 > len(posts)
        return frozenset(posts) - _NO_SPEAKER if several else frozenset()

    def _introduced(self, texts: Sequence[str]) -> frozenset[str]:
        """Those who speak once, right beside a turn of others, and whom the text above them all names.

        ……来的有3号楼的冯老师、5号楼的大李。
        """
        if len(self.names) < _TALK:
            return frozenset()
        said = {
            at: _speaker_name(hit["name"])
            for at, text in enumerate(texts)
            if (hit := self._match(text)) and hit["rest"].strip() and not _is_told(hit)
        }
        told = [at for at, name in said.items() if name in self.names]
        if len(told) < _TALK or not told[0]:
            return frozenset()
        above = "".join(texts[: min(said)])
        found: set[str] = set()
        for at, name in said.items():
            beside = any(said.get(one, "") in self.names | found for one in (at - 1, at + 1))
            short = _NAMED[0] <= len(name) <= _NAMED[1] and name not in _NO_SPEAKER
            if beside and short and (is_person(name) or _BY_SIZE.match(name)) and name in above:
                found.add(name)
        return frozenset(found)

    def _is_answered(self, texts: Sequence[str], at: int) -> bool:
        """True for 编辑部：……？ over 张三：……: no letter, since somebody speaks next."""
        hit = self._match(texts[at])
        following = self._match(texts[at + 1]) if at + 1 < len(texts) else None
        return (
            hit is not None
            and following is not None
            and hit["rest"].strip() != ""
            and hit["name"] in self.askers
            and is_name(_speaker_name(following["name"]))
        )

    def _match(self, text: str) -> re.Match[str] | None:
        """The label of a paragraph, the colon or the blank after it, and the rest."""
        return speaker_label(text) or (_SPACED.match(text) if self._spaced else None)

    def _asks(self, name: str) -> bool:
        """True for who asks by what they are called: 记者, 《某刊》, @某网友."""
        return (
            name in self.askers
            or name.startswith(("《", "@", "＠"))
            or (name.endswith(("记者", "主持人", "記者")) and len(name) <= 8)
        )

    def _speaks(self, name: str, count: int, asking: int) -> bool:
        if self._asks(name) or name in _ANSWERERS:
            return True
        if name in _NO_SPEAKER or len(name) > 8:
            return False
        if name in self.roll or (asking >= 1 and count >= 2):
            return True
        if asking >= 1 and is_name(name) and not self._called_by_answer:
            return True
        return count >= 2 and is_name(name)

    def may_say(self, text: str) -> bool:
        """True for 阿雾：再来一杯？ in an article in which 阿雾：, whoever that is, recurs."""
        if text[-1] not in _CALLS or not self._again:
            return False
        hit = speaker_label(text)
        return hit is not None and _speaker_name(hit["name"]) in self._again

    def turn(self, text: str) -> Turn | None:
        """Read a paragraph as the beginning of a turn of one of the speakers."""
        if not self.names:
            return None
        if text[:1] in self._marks:
            return Turn(text[0], 1, self._marks[text[0]])
        hit = self._match(text)
        if hit is None:
            return None
        name = _speaker_name(hit["name"])
        listed = lists_people(hit["rest"]) or names_host(name, hit["rest"])
        if name not in self.names or listed:
            return None
        return Turn(
            name if name in "QA" else _bare(hit["name"]),
            hit.end("name"),
            self._asks(name),
            hit.start("name"),
        )


_NAME_LINE = 6
_ALONE = re.compile(rf"^[{HAN}]{{1,4}}[：:]$")
"""The name of who speaks over the words: where such names stand, 妈妈： is one of them and heads no letter."""
_TALK = 2
"""So many turns of one who asks are a talk, in which others may speak once only."""
_ROW, _SPEECH, _CUT = 4, 30, 12
"""So many people in a row speak, and em of what most of them say, and of what a page may have cut off."""
_MYSELF = re.compile("[我咱俺]")
_NAMED = (2, 4)
_BY_SIZE = re.compile(f"^大[{''.join(sorted(SURNAMES))}]$")
"""大李, as people are called."""
_CALLS = "！？…!?"
_AGAIN = 3
"""So many paragraphs with one label before them are what somebody says."""


def _is_told(hit: re.Match[str]) -> bool:
    """True for 叶三说：“……”: who speaks in what is told, and no label of a turn."""
    name, rest = hit["name"], hit["rest"].lstrip()
    says = len(name) > 2 and name[-1] in "说說道问問答喊"
    return says and (rest[:1] in tuple('“「『"') or not rest)


def _short_forms(counts: Counter[str], known: Collection[str]) -> dict[str, str]:
    """The labels of one character, 沈 for 沈之遥, and the full names they stand for."""
    full = [name for name in (*counts, *known) if len(name) > 1 and name not in _NO_SPEAKER]
    found = {}
    for one in counts:
        if len(one) == 1 and (name := next((name for name in full if name[0] == one), "")):
            found[one] = name
    return found


def _by_surname(
    counts: Counter[str], found: Collection[str], short: dict[str, str], asking: int
) -> set[str]:
    """The labels of one character that stand for speakers: 沈 for 沈之遥.

    So does a surname that speaks again and again among several people who do, be its full name said
    nowhere.
    """
    round_table = sum(map(is_name, found)) >= _TABLE
    return {
        one
        for one in counts
        if len(one) == 1
        and (
            (asking or short[one] in found)
            if one in short
            else round_table and counts[one] >= _TALK and one in SURNAMES
        )
    }


_TABLE = 3
"""So many people with full names make a round table."""


def _told(name: str, counts: Counter[str], short: dict[str, str]) -> int:
    """How often somebody speaks, by the full name or by its first character."""
    return counts[name] + sum(counts[one] for one, full in short.items() if full == name)


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
        most = sum(mine) * 2 > len(mine) and changes * 4 >= 3 * (len(pair) - 1)
        # A page or a column may have cut off the end of some questions.
        half = sum(mine) * 2 == len(mine) and changes == len(pair) - 1 and len(pair) >= _STRICT
        if most or (half and not any(asked for name, asked in turns if name == other)):
            found |= {one: True, other: False}
    return found


_STRICT = 6
"""From so many turns on that go strictly to and fro half of the questions are enough."""


def _to_and_fro(turns: Sequence[tuple[str, bool]]) -> dict[str, bool]:
    """施：……。 and 郁：……。 by turns, of whom the first leads the talk, be it without a question.

    Surnames alone stand for those who talk; words that take turns so are longer.
    """
    names = [name for name, _ in turns]
    two = dict.fromkeys(names)
    changes = sum(a != b for a, b in itertools.pairwise(names))
    if len(two) != 2 or len(names) < _STRICT or changes < len(names) - 2:
        return {}
    if not all(len(name) == 1 and name in SURNAMES for name in two):
        return {}
    return {name: name == names[0] for name in two}


def _ask_by_name(turns: Sequence[tuple[str, bool]]) -> dict[str, bool]:
    """读者张三问：……, above 答：…… or 李医生答：……: those who ask and answer, with a name before the word."""
    found: dict[str, bool] = {}
    for (name, _), (other, _) in itertools.pairwise(turns):
        named = len(other) > 1 and other[-1] == "答"
        if len(name) > 1 and name[-1] in "问問" and (named or other in _ANSWERERS):
            found[name] = True
            if named:
                found[other] = False
    return found


def _marks_of(texts: Sequence[str]) -> dict[str, bool]:
    """□ and ■ that take turns before questions and answers, as _alternating tells labels."""
    turns = [(text[0], _ASKED.search(text) is not None) for text in texts if text[:1] in _MARKS]
    return _alternating(turns)


_MARKS = frozenset("□■○●◇◆△▲▽▼☆★")
"""What stands for those who ask and answer where nobody is named."""


def _answered(turns: Sequence[tuple[str, bool]], signed: Collection[str]) -> dict[str, bool]:
    """One who signs, and another who talks with the author in turn, as 学员 and who taught them.

    ``turns`` as of :func:`_alternating`, only that those who ask may do so without a question mark.
    """
    counts = Counter(name for name, _ in turns if len(name) <= 8 and name not in _NO_SPEAKER)
    # 可以慢慢来：……, which is said but once, begins what one of them says.
    names = {name: count for name, count in counts.items() if count > 1}
    if len(names) != 2 or len(mine := names.keys() & signed) != 1:
        return {}
    if any(one == other for one, other in itertools.pairwise(n for n, _ in turns if n in names)):
        return {}
    (author,) = mine
    (other,) = names.keys() - mine
    asks = is_name(other)  # two names: who signs a talk has asked; else the author was asked
    return {author: asks, other: not asks}


def _asked_of_author(turns: Sequence[tuple[str, bool]], signed: Collection[str]) -> dict[str, bool]:
    """钱女士：……？, 老何：……？ and below each 药学部：……, which signs: readers ask, and the author answers.

    ``turns`` as of :func:`_alternating`.
    """
    asked, answered = turns[::2], {name for name, _ in turns[1::2]}
    if (
        len(turns) < 2 * _TALK
        or len(turns) % 2
        or len(answered) != 1
        or not answered <= set(signed)
    ):
        return {}
    if not all(asks and name not in answered | _NO_SPEAKER for name, asks in asked):
        return {}
    return {**dict.fromkeys((name for name, _ in asked), True), **dict.fromkeys(answered, False)}


_POSTED = 3
"""So many people are told with their posts."""
_POST = re.compile(r"[（(](?P<post>[^（）()]{2,24})[）)]$")


def _is_title(rest: str) -> bool:
    """一河一账：港川县的七年探索: a heading of two halves, with no sentence in it."""
    told = bool(rest.strip()) and width(rest) <= 24 and not re.search("[，。！？；：…—]", rest)
    return told and re.fullmatch(r"\s*[（(][^（）()]+[）)]\s*", rest) is None  # 众生：（笑）


def _speaker_name(raw: str) -> str:
    """By which name a speaker is counted: one of many (生1) by theirs."""
    return _ONE_OF_THEM.sub("", _bare(raw).rstrip("0123456789"))


def _bare(raw: str) -> str:
    bare = re.sub(r"[（(].*$", "", raw)
    return "".join(join_spaced(bare.split())) if " " in bare or "\u3000" in bare else bare
