"""Sentences that are turned to be remembered, as pull quotes are and captions are not."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import width

_TURNS = re.compile(
    "不是[^。]*[而也，][是不]|是[^，。]{1,14}，不是|不在[^。]*而在|不[仅只是][^。]*更"
    "|只[有要][^。]*[才就]|没有[^。]*就没有|与其|與其|越[^。]{1,14}越|有多[^。]*有多"
    "|不[看光靠比][^。]*，[要只得就都]?[看靠比]|，[^，。]{1,6}了，[^，。]{1,6}[还還却卻][^，。]{1,8}。$"
    "|^[^，。：；]{1,10}是[^，。：；]{1,14}，[^：；。]{0,20}(?:是|要|不)[^：；。]*。$"
    "|^[^，。：；]{2,12}，是[^，。：；]{3,16}。$"
    "|^[^，。：；]{0,6}不是[^，。：；]{3,16}。$"
    "|^[^，。：；]{2,12}的是[^，。：；]{1,14}，[^。：；]*的[却才也还]?是[^。：；]*。$"
)
"""不是……而是……; 尺子是别人的，路要自己走。; 一枚错戳，是一个人累了的证据。; 记的是分，攒下来的却是人心。"""
_SHOWS = re.compile(r"\d|[摄攝图圖左右]|^这是|^這是|正在")
"""What tells where in a picture something is, or when it was taken."""
_LONGEST = 44
"""Em of such a sentence: three lines of a column in larger type."""


def is_turned_thought(text: str) -> bool:
    """True for one sentence with a turn, which shows nothing that a picture would have."""
    return (
        text.endswith("。")
        and "。" not in text[:-1]
        and width(text) <= _LONGEST
        and _SHOWS.search(text) is None
        and _TURNS.search(text) is not None
    )


_TOLD = re.compile(
    r"[我你您她这那此该咱這該]|(?<!其)他(?!们的)|[“”‘’「」『』《》：；（）、\d]|昨|今[年天日]|[去明当當]年|[后後][来來]|如今|[现現]在|目前|忽然"
    "|于是|於是|可是|但是|所以|因此|第[一二三四五六七八九十]|等。$|全[省市县縣国國]|[一二三四五六]是|了。$|着。$|[说說问問]"
    "|[二三四五六七八九十百千万萬两兩][年个個天次月块塊斤人里]|一[年天月次]|[记記]者|[负負][责責]|工作|建立|推[进進]|加[强強]|落[实實]|不[断斷]|有效|[机機]制"
)
"""Who speaks and of what, when it was, and how reports say what has been done: words of a text that goes on."""
_CALLS_UP = re.compile(
    "先[^，。]{1,8}，[再才後后][^，。]{1,10}。$|最[^，。]{1,8}(?:往往|[总總]是)?最|比[^，。]{3,12}更[^，。]{1,8}。$"
    "|，[^，。]{0,8}[就才总總都]是[^，。]{2,12}。$|往往|[总總](?:是|[会會])|永[远遠]|[宁寧][可愿願][^。]*，也"
    "|^[^，。]{3,14}的[^，。的]{1,4}，[^，。]{0,3}[不没沒][^，。]{2,14}。$|^[^，。]{2,12}，是[^，。]{4,30}的。$|^[^，。]{1,6}比[^，。]{1,6}，"
)
"""先……，再……; ……往往……; 宁可……，也……: the two sides of what is true at all times."""
_SHORTEST = 10


def says_what_always_holds(text: str) -> bool:
    """True for one sentence about no one and no time that weighs one thing against another.

    婚姻里的官司，卷宗最薄的地方往往最重。: of four hundred short paragraphs of magazines one is such a
    sentence. Within a text that goes on it may be the rest of one, which the words around it must tell.
    """
    if not _SHORTEST <= width(text) <= _LONGEST or text[-1] != "。" or "。" in text[:-1]:
        return False
    return _TOLD.search(text) is None and _CALLS_UP.search(text) is not None


_CLAUSE = re.compile("[，。；！？]")
_TELLS_OF = re.compile(
    r"[我你您這]|(?<!其)[他她](?!们的)|[“”‘’「」『』《》：（）、？\d]|昨|今[年天日]|[去明当當]年|[后後][来來]|[现現]在|目前|了。$|[说說问問]"
    r"|[记記]者|^第?[一二三四五六七八九十]|[二三四五六七八九十百千万萬两兩][年月日个個天次名户戶]"
)
"""Who tells of whom, and of when and how many: two sides of a report may be alike as well."""
_EVERY = frozenset("的了是在不有就也都和与與一那它们們要会會能上下中而就")
"""Characters of any clause."""
_TENSE = frozenset("了着著过過")
"""人多了，来看墙的也多了: what happened once, and then again."""
_SIDE, _SHORT_SIDE, _UNLIKE, _TWO = (3, 14), 6, 5, 2
"""The least and the most characters of such a clause, those of one that need only have most of its
characters in their places, by how many two of them differ at most, and in how many sentences they stand."""
_BALANCED, _NEXT = (14, 56), 2
"""The least and the most em of such a thought, and behind how many clauses the other one stands."""


def is_plain_thought(text: str) -> bool:
    """True for a thought with a turn that tells of no one and no time, as a longer one has to."""
    return is_turned_thought(text) and _TOLD.search(text) is None


def is_balanced_thought(text: str) -> bool:
    """True for a sentence or two of which two clauses say the same words in the same place.

    The first of a sentence is one of them, the next or the one behind that the other.

    材料里的数字是平的，日子里的数字有棱有角。: of a hundred short paragraphs in thirteen hundred
    articles none that tells of no one and no time is built so.
    """
    least, most = _BALANCED
    if not least <= width(text) <= most or text[-1] != "。" or text.count("。") > _TWO:
        return False
    if _TELLS_OF.search(text) is not None:
        return False
    for sentence in re.split("[。！]", text):
        first, *others = _CLAUSE.split(sentence)
        if any(_are_alike(first, other) for other in others[:_NEXT]):
            return True
        if sentence.count("；") == 1 and _has_two_halves(*sentence.split("；")):
            return True
    return False


def _has_two_halves(one: str, two: str) -> bool:
    """True for 敢红脸，是因为信任 and 肯出汗，是因为在乎: as many clauses, two of which say the same words."""
    clauses, others = _CLAUSE.split(one), _CLAUSE.split(two)
    return len(clauses) == len(others) > 1 and any(map(_are_alike, clauses, others))


def _are_alike(one: str, two: str) -> bool:
    """True for two clauses that have two characters in the same place, counted from either end."""
    least, most = _SIDE
    if len(one) == len(two) <= _SHORT_SIDE and one != two:
        same = [char for char, other in zip(one, two, strict=True) if char == other]
        if len(same) * 2 > len(one) and not _EVERY.issuperset(same):
            return True  # 管得住 and 管不住
    if not all(least <= len(side) <= most for side in (one, two)) or one == two:
        return False
    if abs(len(one) - len(two)) > _UNLIKE:
        return False
    return any(
        at == other or len(one) - at == len(two) - other
        for at in range(len(one) - 1)
        if not _EVERY.issuperset(pair := one[at : at + 2]) and _TENSE.isdisjoint(pair)
        for other in range(len(two) - 1)
        if two.startswith(pair, other)
    )


_REST = re.compile("[不没沒]|[是就而也才还還都却卻]|[^，]{1,3}，")


def begins_anew(text: str) -> bool:
    """False for 不是……，而是……。 and 夏天，后来……。, which may be the rest of a sentence as well."""
    return _REST.match(text) is None


_EXHORTS = re.compile(
    "[，。]要[^。]|必[须須]|[决決]定[着著]|只有|[宁寧]可|[归歸]根|[检檢][验驗]|就是要|就是最|[关關][键鍵]是|最[^，。]{1,6}的是"
    "|(.)不\\1|才[^，。]{2,20}。|一看[^。]+二看|也是[^。]+。|更是[^。]+。"
)
"""要把……; 群众……，才……。; 选得准不准: what one ought to do, or what it all comes to."""
_TELLS = re.compile(
    r"[\d《》：:]|[摄攝]|我(?![们們])|(?:^|[。；])[他她](?![们們])|[他她][^，。]{0,4}[说說]|[说說][他她]|你|[记記]者|本刊|[笔筆]者|[应應][当當]|(?:^|[，。；者人位])不得|[请請]勿|本[条條办辦]"
)
"""Figures, works, who speaks, and what the law bids: a report, a rule, or what a box explains."""
_LONG, _SENTENCES = 120, 4
"""Em of a thought in a few sentences, five or six lines of larger type, and how many those are."""


def is_long_thought(text: str) -> bool:
    """True for a few sentences that say what matters, too long for the pull quote that is one sentence."""
    return (
        _LONGEST < width(text) <= _LONG
        and text.endswith("。")
        and text.count("。") <= _SENTENCES
        and _TELLS.search(text) is None
        and (_TURNS.search(text) or _EXHORTS.search(text)) is not None
    )
