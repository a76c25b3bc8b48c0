"""Family names that are words too, told by the given name behind them.

:mod:`~converter.variant.discover` wants an office before the name or a verb of saying after
it. What is left is a name that stands between marks or particles (研究采矿的于伯川、). There
the characters of the given name decide: both must be such as parents choose, and the whole
must end where a name ends. Only families that OpenCC would write otherwise are asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from converter import patterns as re
from converter.variant.tables import DATA, name_rules

_FAMILIES = {"于": "于", "余": "余", "钟": "鍾", "涂": "涂", "游": "游"}
"""Each with its form, where the commonest form of the character is another (於 餘 鐘 塗 遊)."""
_SURE = frozenset("余钟涂游")
"""Those that a beginning and a given name tell; 于 is a preposition too often."""
_GIVEN = 2
"""Characters of the given name; one alone is too little to go by."""
_RANKS, _RANKED = frozenset("二三四五六七八大小老"), frozenset("柱栓娃妞")
"""Where a child is called by its place among others (余二柱)."""
_OFTEN = 3
"""So many times a name must stand in an issue to be taken for one wherever it stands."""
_LEFT = "，。；：！？、“”‘《（(—…·　 \n"
_OPENS = ("", "\n", *"，。；！？“")
"""What a clause stands behind."""
_LEFT_WORDS = (*"的和与及叫由请找问给跟听见帮替陪", "认识", "她是", "他是", "我是", "就是")
_ACTS = (
    "主持", "负责", "带领", "带队", "率", "作", "做", "发言", "发了", "强调", "表示", "指出",
    "介绍", "透露", "告诉", "回忆", "认为", "补充", "第一", "每天", "正", "带", "拿", "接", "站",
    "蹲", "走", "跑", "一边", "一面", "说", "笑", "谈", "参加", "担任", "宣布", "要求", "前往",
    "赶", "亲自", "同志", "等", "家", "从", "把", "也", "今年", "曾", "已", "去", "直接", "转身",
)  # fmt: skip
"""What a person does, behind a name of which an office has told the beginning."""
_PEOPLE = "人员长师家者民士手友妻母父兄弟姐妹授记爷奶婆伯叔舅姑姨侄孙嫂婶媳夫主犯桌密甥婿匠工户"
"""The last character of what somebody is (创办人涂宗和)."""
_OFFICES = (
    "知县", "县令", "知府", "知州", "太守", "巡抚", "总督", "尚书", "侍郎", "御史", "道台", "将军",
    "书记", "主任", "经理", "教授", "支书", "主席", "同志",
)  # fmt: skip
"""Of whom the office is told with the family 于, though its last character tells nobody."""
_OWNERS = ("的", *_OFFICES)
_LEFT_OF_YU = (
    *"、（(·的和与叫。！？”\n帮替陪", "认识", "碰见", "遇见", "看见", "望见", "撞见", "师从",
    *_OFFICES,
)  # fmt: skip
"""Before the family 于, which is mostly a preposition."""
_TAKEN = (
    *"把派请让给跟问找叫被和与", "嫁给了", "交给了", "送给了", "只有", "还有", "轮到", "只剩",
    "就数", "听说", "据说", "都说", "认识", "认得", "多亏", "幸亏", "原来是",
)  # fmt: skip
"""What somebody is the object of: no preposition follows it."""
_FREE = (*(f"{word}后" for word in "会以之然最饭课事随午日年月天赛演婚战"), "后来", "原来", "本来")
"""Before the subject of a sentence, though the last character would govern a preposition."""
_LIVELY = (
    *"说道笑哭把又也却才还没不问答喊叫想望听觉站蹲坐走跑端扛挑拎拿举推拉抱背叹摇愣先留给被",
    "对他", "对她", "对我", "对你", "对大家", "对记者", "对着", "告诉", "转身", "回头", "抬头",
    "低头", "抬起", "点头", "点了", "知道", "记得", "认为", "发言", "自己", "一个人", "一边",
    "一面", "从来", "正在", "每天", "每年", "今年", "那年", "家里", "家的", "老人", "夫妇", "夫妻",
    "父子",
)  # fmt: skip
"""What somebody does, and hardly what is done at a place that a preposition goes before."""
_LASTING = "着了过"
_NAMES_ALONE = frozenset(
    "芬芳兰娟娜丽娥婷淑珍秀莲菊芝琴琳瑶颖慧敏倩萍莉芸蓉娇凤晓栋彬斌涛俊浩轩鑫坤辉旭鹏毅磊勇昊宏桂娴娣妮嫣妍婉婕媛"
    "颂琪瑞琼瑛璐瑾玲珊玮珺雯霞露薇菲茜蕾蔚蓓荷莹莎婧姣姗娅琦璇彦彤彪彰恺恬惠慈懿捷敬昕晟晨晗晖曦栓柱柏楠桦沛泓泽浚"
    "淇渊湛溥漪潇烨焕煜熙翰翠耘聪舜芊芮苑茵荃菁萱葵蕊铭锋鸿麟骏骞"
)
"""What names are made of, and hardly what a preposition governs."""
_ALONE = frozenset("娟娜婷燕磊斌涛勇敏芳莉倩颖萍娥琳媛婕雯彬栋俊毅昊鹏丽浩强洁玲霞玮")
"""Given names of one character that are no beginning of anything else."""
_MOMENTS = ("这时", "那时", "彼时", "此时", "当时", "有时", "同时", "平时", "顿时", "一时")
"""Before 钟 that is somebody; what else ends so is the hour of a clock."""
_SOUGHT_OR_LAID = (*"红绿蓝白黑金银黄朱遍完好厚名西东南北", "满红", "满金", "满白", "满朱")
"""What is laid on (涂满红漆) or gone to (游西湖) begins with these."""
_SIGHTS = "山湖江河海岛城园州川峡泉京台岩溪林"
_SAID = (
    "说", "道", "笑", "把", "发了", "发言", "告诉", "介绍", "表示", "坦言", "指出", "回忆", "认为",
    "感慨", "摇", "站", "蹲",
)  # fmt: skip
"""What follows a name at the beginning of a clause, where 于 may be the preposition."""
_AFTER_ALONE = (
    *"，。；、）说笑道把蹲站摇坐", "宣布", "表示", "告诉", "点头", "吃了", "喝了", "哭了", "想了",
    "看了", "听了", "愣", "叹", "接过", "抬头", "低头", "转身", "没说",
)  # fmt: skip
"""What follows a name of two characters: more than the clause of a preposition would begin with."""
_NOT_ALONE = frozenset("民国家心理法人今世外内天海水山中上下年时前后大小先公平安一义本实名身手口")
"""Characters of given names that a preposition governs by themselves (藏富于民)."""
_WORDS_BEFORE = {
    "余": "其剩业多有之盈富残十百千万亿年岁个里人次亩元件名位家户篇场项茶饭课劫公空月日两几",
    "钟": "分时秒点闹警敲编挂古金座铜大小晨丧暮撞铁石木沙电台老铸口个打听原更应",
    "游": "旅导出畅郊漫周巡上中下交云神远夜同春秋梦环遨重",
}
"""Before a rest, a clock and a journey that are no family; before 涂 nothing matters."""
_BY_FAMILY = {
    "范": tuple("围例本文式畴读"),
    "余": tuple("下款额热生力波音地数粮悸温韵裕味暇辜孽党留烬晖光存震年量件人个名元者外"),
    "钟": (
        *"表楼头摆点声乳爱情意鼎鼓罩琴塔匠面针架",
        *(f"形{thing}" for thing in "的曲花罩瓶顶帽屋玻线，。"),
    ),
    "涂": tuple("料抹满改层装上写黑炭脂鸦地去画成了着在于油漆口防掉得过到把"),
}
"""Families by which alone a report may call somebody, and what makes a word of each."""
_CLOCKS = "(?<![当这那同有此届])时钟|[闹挂座古敲撞打]钟|大钟(?!村)|钟(?:楼|声|表(?![示达现明]))"
"""What an article on clocks and bells speaks of."""
_TOLD_OF = (
    "否认", "承认", "表示", "指出", "忆述", "认为", "透露", "续指", "亲自", "认罪", "被捕", "被控",
    "身穿", "戴着", "没有反抗", "老师", "教授", "先生", "女士",
)  # fmt: skip
"""What somebody does or is whom a report calls by the family."""
_RIGHT = "，。；：！？、”’》）)—… 　\n"
_RIGHT_WORDS = (
    "说", "道", "在", "是", "的", "和", "与", "从", "把", "也", "就", "又", "都", "已", "便",
    "将", "等", "曾", "率", "则", "却", "弃", "指", "称", "当", "才", "回应", "今", "昨", "去年",
    "那年", "一样", "其", "还", "为", "以", "所", "任", "著", "摄", "译", "及",
    "笔下", "先生", "女士", "同志", "老师", "教授", "坐", "站", "认", "来", "到", "对", "向",
    "有", "推", "写", "讲", "笑", "带", "走", "看", "想", "当", "做", "被", "导演", "主", "住",
    "生于", "出生", "牺牲", "去世", "退休", "结婚", "离开", "低头", "抬头",
    "一九", "二〇", "1", "2", "保存", "发现", "成为", "担任", "毕业", "参加",
    "两位", "三位", "四位", "五位",
)  # fmt: skip


@cache
def _table() -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[str, ...]]:
    """The characters of given names, words made of them that are none, words that are both.

    Last stand names that are known in full, of whom a text goes on by the family alone.
    """
    given: set[str] = set()
    words: set[str] = set()
    both: set[str] = set()
    known: list[str] = []
    for line in (DATA / "given.txt").read_text(encoding="utf-8").splitlines():
        kind, _, what = line.partition("\t")
        if kind == "given":
            given.update(what)
        elif kind == "word":
            words.update(what.split(" "))
        elif kind == "both":
            both.update(what.split(" "))
        elif kind == "known":
            known += what.split(" ")
    return frozenset(given), frozenset(words), frozenset(both), tuple(known)


def named_often(texts: Sequence[str]) -> Iterator[str]:
    """Names that stand so often in these texts that nothing else would (于凤章, 于凤章, …)."""
    found: Counter[str] = Counter()
    begun: set[str] = set()
    for text in texts:
        for family in _FAMILIES:
            at = text.find(family)
            while at >= 0:
                name = text[at : at + 1 + _GIVEN]
                if _is_given(name[1:]):
                    found[name] += 1
                    if _begins(text, at):
                        begun.add(name)
                at = text.find(family, at + 1)
    yield from (name for name, times in found.items() if times >= _OFTEN and name in begun)
    yield from _named_shortly(texts)


def _named_shortly(texts: Sequence[str]) -> Iterator[str]:
    """The same of two characters: clauses begin with them, and go on as after a person."""
    begun: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    for text in texts:
        for at in _stands(text, "于"):
            given = text[at + 1 : at + 2]
            if given in _table()[0] and given not in _NOT_ALONE and text[at - 1 : at] in _OPENS:
                begun[text[at : at + 2]] += 1
                acts[text[at : at + 2]] += ends_as_person(text, at + 2)
    for name, times in begun.items():
        if times >= _OFTEN and acts[name] > 1:
            after = {text[at + 1 : at + 3] for text in texts for at in _stands(text, name)}
            if after.isdisjoint(_table()[1]):
                yield name


def _stands(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def family_form(text: str, offset: int) -> str:
    """The form of a family name that stands at ``offset``, "" if none does."""
    form = _FAMILIES.get(text[offset])
    if form is None:
        return ""
    end = offset + 1 + _GIVEN
    if is_given(text[offset + 1 : end]):
        begins = _begins(text, offset)
        sure = text[offset] in _SURE or _owned(text, offset)
        if (begins and (sure or _ends(text, end))) or _is_told(text, offset, end):
            return form
        if not begins:
            return ""
    return form if _is_named_alone(text, offset) or _is_word(text, offset, end) else ""


def form_alone(text: str, offset: int, article: str, names: Iterable[str]) -> str:
    """The form of a family name that stands for somebody of whom the article speaks so.

    Reports go on like this after the first sentence: 钟否认控罪, 余的供词. ``names`` are the
    full ones that are known; "" where the character is a word, or where nobody is told.
    """
    family = text[offset]
    if family not in _BY_FAMILY or not _is_alone(text, offset):
        return ""
    if family == "钟" and re.search(_CLOCKS, article):
        return ""
    named = any(name[0] == family and name in article for name in names)
    return _FAMILIES.get(family, family) if named or _is_named(article, family) else ""


def _is_alone(text: str, offset: int) -> bool:
    """False where a family name is part of a word, or a rest that a number tells."""
    family, before = text[offset], text[offset - 1 : offset]
    if text.startswith(_BY_FAMILY[family], offset + 1):
        return False
    if family == "钟" and text.endswith(_MOMENTS, 0, offset):
        return text.startswith(_LIVELY, offset + 1)
    if before.isdigit() or before in name_rules().before[family]:
        return False
    return before not in tuple(_WORDS_BEFORE.get(family, ""))


@lru_cache(maxsize=8)
def _is_named(article: str, family: str) -> bool:
    """True if an article has a full name of the family, or says what somebody called so did."""
    if any(name[0] == family and name in article for name in _table()[3]):
        return True
    for at in _stands(article, family):
        end = at + 1 + _GIVEN
        if _is_full(article, at, end):
            return True
        if article.startswith(_TOLD_OF, at + 1) and _is_alone(article, at):
            return True
    return False


def _is_full(article: str, at: int, end: int) -> bool:
    """True for a full name at its beginning; its given name may be a word (钟翰林, 范国威)."""
    given = article[at + 1 : end]
    if len(given) != _GIVEN or not _table()[0].issuperset(given) or not _begins(article, at):
        return False
    if _is_given(given) and _ends(article, end):
        return True
    known = not article.startswith(_BY_FAMILY[article[at]], at + 1)
    return known and article.startswith((*_TOLD_OF, "（"), end)


def is_given(given: str, *, alone: bool = False) -> bool:
    """True if what stands behind a family name may be a given name; ``alone``: of one character."""
    if alone:
        return len(given) == 1 and given in _table()[0]
    return _is_given(given) or given in _table()[2]


def ends_as_person(text: str, end: int) -> bool:
    """True if a name may end here: what follows is a mark, or what a person is or does."""
    return _ends(text, end) or text.startswith(_ACTS, end) or text.startswith("着", end + 1)


def signs_of_name(text: str, offset: int) -> str:
    """What speaks for a family name at ``offset``, a letter for each sign.

    ``g`` a given name follows, ``h`` half of one, ``e`` it ends as names end, ``b`` it
    begins as they begin, ``p`` what somebody is goes before.
    """
    signs = ""
    given = text[offset + 1 : offset + 1 + _GIVEN]
    end = offset + 1 + _GIVEN
    if given not in _table()[1]:  # a word that is no name does not end as one either
        if _is_given(given):
            signs = "g"
        elif len(given) == _GIVEN and given[0] in _table()[0]:
            signs = "h"
        if text[end : end + 1] in tuple(_RIGHT) or text.startswith(_RIGHT_WORDS, end):
            signs += "e"
    if offset == 0 or text[offset - 1] in _LEFT or text.endswith(_LEFT_WORDS, 0, offset):
        signs += "b"
    elif text[offset - 1] in _PEOPLE:
        signs += "p"
    return signs


def _begins(text: str, offset: int) -> bool:
    if offset == 0:
        return True
    if text[offset] == "于":
        return text.endswith(_LEFT_OF_YU, 0, offset)
    before = text[offset - 1]
    return before in _LEFT or before in _PEOPLE or text.endswith(_LEFT_WORDS, 0, offset)


def _owned(text: str, offset: int) -> bool:
    """True where no preposition stands: behind an office or 的, save that of 目的于."""
    return text.endswith(_OWNERS, 0, offset) and not text.endswith("目的", 0, offset)


def _is_word(text: str, offset: int, end: int) -> bool:
    """True if 于 belongs to what precedes, and the given name is a word (邻村的于大海。)."""
    told = text[offset] == "于" and _owned(text, offset) and _ends(text, end)
    return told and all(character in _table()[0] for character in text[offset + 1 : end])


def _is_named_alone(text: str, offset: int) -> bool:
    """True if one character behind the family name is a given name (司法所的于强。)."""
    given = text[offset + 1 : offset + 2]
    if given not in _table()[0] or given in _NOT_ALONE:
        return False
    if given in _ALONE and _is_called_shortly(text, offset):
        return True
    after = _AFTER_ALONE if text[offset] == "于" else _SAID
    return _begins(text, offset) and text.startswith(after, offset + 2)


def _is_called_shortly(text: str, offset: int) -> bool:
    """The same of a character that is hardly anything but a given name (墙上挂着于娟的字)."""
    before = text[offset - 1 : offset]
    if text[offset] == "于":
        if text.endswith(_TAKEN, 0, offset):
            return True
        free = before not in name_rules().before["于"] or text.endswith(_FREE, 0, offset)
        return free and (_is_lively(text, offset + 2) or ends_as_person(text, offset + 2))
    known = text[offset] in _SURE and before not in _WORDS_BEFORE.get(text[offset], "")
    return known or text.endswith(_MOMENTS, 0, offset)


def _is_told(text: str, offset: int, end: int) -> bool:
    """True if a given name, or what follows it, tells a person where the beginning does not."""
    before = text[offset - 1]
    if text[offset] == "于":
        return _is_yu(text, offset, end)
    if before in _WORDS_BEFORE.get(text[offset], "") and not text.endswith(_MOMENTS, 0, offset):
        return False
    likely = not text.startswith(_SOUGHT_OR_LAID, offset + 1) and text[end - 1] not in _SIGHTS
    return likely or ends_as_person(text, end) or text.startswith(tuple(_LASTING), end + 1)


def _is_yu(text: str, offset: int, end: int) -> bool:
    """The same of the family 于, which the preposition outnumbers by far."""
    before = text[offset - 1]
    if text.endswith(_TAKEN, 0, offset):
        return True
    if before in _PEOPLE and ends_as_person(text, end):
        return True
    if before in _LEFT and text.startswith(_SAID, end):
        return True
    if before in name_rules().before["于"] and not text.endswith(_FREE, 0, offset):
        return False
    if _is_lively(text, end):
        return True
    return not _NAMES_ALONE.isdisjoint(text[offset + 1 : end]) and ends_as_person(text, end)


def _is_lively(text: str, end: int) -> bool:
    """True if somebody acts behind a name: 扛着锄头, 又来了."""
    return text.startswith(_LIVELY, end) or text.startswith("着", end + 1)


def _is_given(given: str) -> bool:
    characters, words, _, _ = _table()
    if len(given) != _GIVEN or given in words or given[1] not in characters:
        return False
    return given[0] in characters or (given[0] in _RANKS and given[1] in _RANKED)


def _ends(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in _RIGHT or text.startswith(_RIGHT_WORDS, end)
