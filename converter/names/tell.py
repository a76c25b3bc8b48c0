"""Whether a text is a name, an office or an institution."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, is_han, squeeze
from converter.memo import per_issue
from converter.names.house import HOUSE, TEAM
from converter.names.verse import is_titled_verse
from converter.names.words import (
    BODIES,
    COMPOUND_SURNAMES,
    LANDS,
    NO_NAMES,
    OFFICES,
    PLACES_OF_SYLLABLES,
    SURNAMES,
    SYLLABLES,
)
from converter.names.works import MADE, PICTURES, WRITING

_OFFICE_NAMES = frozenset(OFFICES)
_BODY_RE = re.compile(
    rf"[{HAN}·（）“”《》A-Za-z0-9]{{3,40}}(?:{'|'.join(sorted(BODIES, key=len, reverse=True))})$"
)
_UNIT_RE = re.compile(
    rf"^[{HAN}]{{2,24}}(?:厂|廠|公司|集团|集團|矿|礦|车间|車間|工区|工段|电站|電站|分局|机务段|省站|市站|县站)"
    rf"[{HAN}]{{0,8}}(?:[一二三四五六七八九十甲乙丙丁]|[{HAN}]{{2}})(?:班|班组|班組|科|队|隊)$"
)
"""澜州热电厂锅炉车间丙班: a crew of a works."""
_OFFICE_RE = re.compile(
    rf"^[{HAN}]{{2,20}}(?:部|委|局|厅|廳|办|辦|公司|集团|集團|研究[室院]|[支总總]队|[支總]隊)[{HAN}]{{1,6}}(?:(?<![深好难難用何到长長妙益害实實高远遠细細明暗痛根])[处處]|科|股|室)$"
)
"""省委组织部组织二处: an office of an office."""
_DEPARTMENT_RE = re.compile(
    rf"^[{HAN}]{{2,20}}(?:总工会|總工會|工会|工會|妇联|婦聯|联合会|協會|协会|学会|學會|集团|集團|公司|党校|黨校|大学|大學|学院|學院|医院|醫院|图书馆|圖書館|博物馆|博物館|研究院)"
    rf"(?![的里内內全])[{HAN}]{{1,6}}(?<![全内內外局俱干幹])(?<!俱乐)部$"
)
"""某市总工会女职工部: a department of a house."""
_HOUSE_RE = re.compile(
    rf"^(?:{HOUSE}|《[^》]{{1,16}}》(?:杂志社?|雜誌社?|编辑部|編輯部)?)[{HAN}]{{1,8}}(?:{TEAM})$"
)
"""本刊测试组: a part of the house that publishes."""
_DESK_RE = re.compile(rf"^[{HAN}]{{2,6}}(?:编辑部|編輯部|编辑室|編輯室|工作室|服务部|服務部)$")
"""厨房编辑部: those of the house who make a column."""
_PARTY_RE = re.compile(
    rf"^[{HAN}]{{0,16}}(?:(?:[省市县縣區区州盟旗镇鎮乡鄉团團]委|机关|機關|党委|黨委|党组|工委)"
    rf"(?:(?:党建|黨建|巡视|巡察|政法|改革|深改|督查|网信|信访|外事|台|农|财经|国安|审计|编|老干|史志|文明)?办|政研室|督查室|讲师团|党校)"
    rf"|团[省市县区州盟旗镇]委|[省市县区州盟旗](?:妇联|工商联|侨联|文联|科协|残联|社科联|记协|作协|关工委|直工委|台办|编办|文明办|党建办)|(?![走过穿扫逛这那老大小新])[{HAN}]{{2,4}}街道)$"
)
"""县委党建办, 团市委, 市妇联: offices of a committee, and bodies of a town by short names."""
_BODY_FORMS = (
    _BODY_RE,
    _UNIT_RE,
    _OFFICE_RE,
    _DEPARTMENT_RE,
    _HOUSE_RE,
    _DESK_RE,
    _PARTY_RE,
)
_FOREIGN = re.compile(
    rf"^(?!.*[A-Z]{{3}})(?:[\[［〔（(][{HAN}]{{1,4}}[\]］〕）)])?[{HAN}A-Z.]{{1,8}}(?:[·•・][{HAN}A-Z.]{{1,8}}){{1,4}}$"
)
"""[日]松本·和子; 特稿·FEATURE says the same in two languages."""
CAPITALS, SMALLS = "A-ZÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇŐŘŚŞŠŤŮŰŹŻŽ", "a-zß-öø-ÿąćčďęěğıłńňőřśşšťůűźżž"
"""Letters of names in Latin script. Vowels with a bar or a hook are of pinyin."""
_LATIN_NAME = re.compile(
    r"^(?!(?:The|An?|On|In|Of|For|To|At|By|From|With|How|What|Why|When|Where|Who|My|Our|Your) )"
    rf"[{CAPITALS}][{CAPITALS}{SMALLS}'’.\-]+(?: [{CAPITALS}][{CAPITALS}{SMALLS}'’.\-]*){{1,4}}$"
)
_SPLIT = re.compile(r"[\s、，,；;/／｜|&＆]+")


_LAND = re.compile(rf"^[\[［〔（(][{HAN}]{{1,4}}[\]］〕）)](?=[{HAN}A-Z])")


_DOTTED_NUMBERS = frozenset("一二三四五六七八九十壹贰叁甲乙丙丁上中下")
"""一·钟声 is a heading."""


_WHO_READS = frozenset(
    ["读者", "讀者", "作者", "编者", "編者", "编辑", "編輯", "记者", "記者", "译者", "譯者"]
)


def names_who_reads(text: str) -> bool:
    """True for 读者·作者·编者, the name of a section about all of them."""
    parts = re.split("[·•・]", text.strip("·•・ \u3000"))
    return len(parts) > 1 and _WHO_READS.issuperset(part.strip() for part in parts)


@per_issue(4096)
def is_name(token: str) -> bool:
    """True if a word without blanks may well be a personal name (two to four characters)."""
    if _FOREIGN.match(token):
        if names_who_reads(token):
            return False
        first = re.split("[·•・]", token, maxsplit=1)[0]
        other = first in WRITING or first in PICTURES or first in _DOTTED_NUMBERS  # 文·某某
        return not (other or is_titled_verse(token))
    if 4 <= len(token) <= _LONGEST and is_written_by_sound(token):
        return True
    return 2 <= len(token) <= 4 and all(map(is_han, token)) and _has_surname(token)


def _has_surname(token: str) -> bool:
    """True for two to four characters that begin with a surname and are no other word."""
    size = len(token)
    if token in NO_NAMES:
        return False
    if token in _OFFICE_NAMES or (size == _THREE and token[-1] in HOUSES):
        return False  # 甘棠县, 合规部
    if token[:2] in COMPOUND_SURNAMES and size >= 3:
        return True
    if size == 4 and (token[1] not in SURNAMES or token[:2] in NO_NAMES):
        return False  # 相关链接, 麦田观察
    return token[0] in SURNAMES


_THREE, _LONGEST = 3, 7


def is_written_by_sound(token: str) -> bool:
    """乌云其其格, 阿依古丽, 次仁朗达: a name of another people of China, by its sound."""
    return (
        SYLLABLES.issuperset(token)
        and 2 * sum(char in _COMMON for char in token) <= len(token)
        and not token.startswith(PLACES_OF_SYLLABLES)
    )


_COMMON = frozenset("不都和合通提日子色海白力特木古金德江别班达")
"""Of the characters that tell sounds, those of which other words are made, too."""


HOUSES = frozenset("县縣部局厅廳厂廠室")
"""With what the names of places and offices end, and those of people do not."""


_FROM_ABROAD = re.compile(
    rf"^[〔\[［（(【]\s*(?P<land>[{HAN}]{{1,5}})\s*[〕\]］）)】]\s*"
    rf"(?P<name>(?P<initials>(?:[A-Z][.．]\s?){{1,3}})[{HAN}]{{2,8}}"
    rf"|[{HAN}]{{1,5}}(?:[ \u3000][{HAN}]{{1,4}})?)$"
)


def from_abroad(text: str) -> str:
    """The name behind a country: [日]松本 和子 is 松本和子; "" for anything else."""
    hit = _FROM_ABROAD.match(text) if len(text) <= _FOREIGNER else None
    if hit is None or hit["land"] not in LANDS:
        return ""
    return hit["name"] if hit["initials"] else squeeze(hit["name"])


_FOREIGNER = 20


def is_latin_name(text: str) -> bool:
    """True for a name in Latin script with at least two words (Pearl S. Buck)."""
    return _LATIN_NAME.match(text) is not None


_CLASS = re.compile(
    rf"^(?:[{HAN}]{{2,16}}(?:学院|學院|系|专业|專業|校|中|小学|小學))?\s*(?:[{HAN}]{{1,8}})?"
    r"(?:[初高大][一二三]|[一二三四五六七八九]年[级級]|[一二三四五六七八九]|\d{2,4}[级級]?)\s*[（(]?\s*[\d一二三四五六七八九十]{1,4}\s*[）)]?\s*班$"
)
"""初二（3）班, 五（2）班, 中文系2003级1班: what pupils have as others have offices."""


@per_issue(65536)
def is_office(text: str) -> bool:
    """True if the text ends in the name of an office or a profession (……部党组书记、部长)."""
    return text.endswith(OFFICES) or is_class(text)


def is_class(text: str) -> bool:
    """True for the class of a pupil: 初二（3）班."""
    if text[-1:] in ("届", "屆"):
        return _CLASS_OF.match(text) is not None
    if text[-1:] in ("级", "級"):
        return _YEAR_OF_SCHOOL.search(text) is not None
    return text[-1:] == "班" and _CLASS.match(text) is not None


_CLASS_OF = re.compile("(?:19|20)[0-9]{2}[届屆]$")
"""2021届 某某: who has left the school in that year."""
_YEAR_OF_SCHOOL = re.compile("(?:小[学學]|中[学學]|[学學]校|^)[一二三四五六七八九]年[级級]$")
"""某某中心小学四年级."""


@per_issue(4096)
def is_body(text: str) -> bool:
    """True if the text ends like the name of an institution (……市委宣传部)."""
    plain = squeeze(text)
    whole = plain.count("（") == plain.count("）")
    if not whole or _is_one_body(plain):
        return whole
    first, *others = plain.split("、")  # 某市委组织部、市委宣传部
    return bool(others) and _is_one_body(first) and all(one.endswith(BODIES) for one in others)


def _is_one_body(plain: str) -> bool:
    if "的" in plain or (plain[-1:] == "局" and _NO_BUREAU.search(plain)):
        return False  # 船上的支部 is a title
    return any(form.match(plain) is not None for form in _BODY_FORMS)


def is_workplace(text: str) -> bool:
    """True if the text ends like the name of where people work or learn: 河湾小学, 机修车间.

    Unlike a body it signs nothing itself, and tells something only beside a name.
    """
    return _WORKPLACE.match(squeeze(text)) is not None


_WORKPLACE = re.compile(
    rf"^[{HAN}（）\d]{{2,20}}(?:小学|小學|中学|中學|[一二三四五六七八九十]中|学校|學校|中心校|教学点|教學點|幼儿园|幼兒園|(?:大学|大學|学院|學院|学校|學校)[{HAN}]{{1,10}}(?:系|专业|專業)|车间|車間|社区|社區|[县縣市区區镇鎮乡鄉][{HAN}]{{1,5}}村"
    r"|街道|[支大中]队|[支大中]隊|公司|工厂|[械纸紙布钢鋼药藥船车車]厂|煤矿|煤礦|[急门門诊診外内內儿兒妇婦骨眼]{1,2}科|农科院|救援站|气象站|供电所|派出所|客运站|管理站|服务站|水文站|护林站)$"
)
_NO_BUREAU = re.compile("(?:[布格大变變开開破结結棋僵]|(?<!安)全)局$")
"""全面盘活菜市场布局, 开新局谋全局: how things stand, and no bureau."""


def houses_in(text: str) -> tuple[str, ...]:
    """The names of several institutions with blanks between them, () for anything else.

    某某区生态环境局 某某街道办事处 sign together; 省发展和改革委员会 课题组 is one of them.
    """
    tokens = text.split()
    several = len(tokens) > 1 and all(len(one) >= _HOUSE and is_body(one) for one in tokens)
    return tuple(tokens) if several else ()


_HOUSE = 6
"""Characters of the shortest name of an institution beside another."""


def is_of_the_house(text: str) -> bool:
    """True for a part of the house that publishes: 本刊市场部, 《某刊》评测组."""
    return _HOUSE_RE.match(squeeze(text)) is not None


def join_spaced(tokens: list[str]) -> list[str]:
    """Put letter-spaced names together: 翟, 健, 林晓楠 → 翟健, 林晓楠."""
    out: list[str] = []
    pending: list[str] = []

    def flush() -> None:
        told = len(pending) > _TWO and pending[-1] in MADE and pending[-2] not in _WORKS
        made = [pending.pop()] if told else []
        while pending:
            take = 2
            # Of four characters three would leave one, and no name is so short.
            if len(pending) == 3 or (len(pending) > 4 and pending[2] not in SURNAMES):
                take = 3
            out.append("".join(pending[:take]))
            del pending[:take]
        out.extend(made)

    for token in tokens:
        if len(token) == 1 and is_han(token):
            if not pending and out and out[-1] in COMPOUND_SURNAMES:
                out[-1] += token
            else:
                pending.append(token)
        else:
            flush()
            out.append(token)
    flush()
    return out


_SURNAME_APART = re.compile(
    rf"(?<![{HAN}·])(?P<surname>[{HAN}])[ \u3000]{{1,2}}(?P<given>[{HAN}]{{2}})(?![{HAN}·])"
)
_BEHIND = "文图圖诗詩等译譯编編摄攝绘繪画畫选選荐薦辑輯校注註著摘撰记記"
_GIVEN_APART = re.compile(rf"([{HAN}]{{2}})[ \u3000]((?![{_BEHIND}])[{HAN}])")
"""毕素 琴: a name that OCR has torn, and no work behind it."""
_WORKS = "文图圖诗詩"
"""Surnames that say what somebody did, too."""


def _together(hit: re.Match[str]) -> str:
    """何 以宁 is as wide as 方 白 with its blanks: one name, if the three make one."""
    surname, whole = hit["surname"], hit["surname"] + hit["given"]
    before = hit.string[: hit.start()].split()
    if before and len(before[-1]) == 1:
        return hit[0]  # the second character of the name before: 王 方 李明
    named = surname in SURNAMES and surname not in _WORKS and is_name(whole)
    return whole if named else hit[0]


def join_surnames(text: str) -> str:
    """戚 小雨 口述 with its name as one word, as it is set to the width of longer ones."""
    return _SURNAME_APART.sub(_together, text)


def _is_spaced_name(token: str, tokens: list[str], text: str) -> bool:
    """舒 展 beside 关 山, letter-spaced as that is, or as wide as 关小山, is somebody.

    Alone it is a word.
    """
    if len(token) != _TWO or token[0] not in SURNAMES or token[0] in _WORKS or token in WRITING:
        return False
    parts = _SPLIT.split(text)
    return all(char in parts for char in token) and any(
        is_name(one)
        and (len(one) == _THREE or (len(one) == _TWO and all(char in parts for char in one)))
        for one in tokens
    )


_TWO = 2
_LATIN_AND = re.compile(
    rf"\s*(?:[、，,&＆/／]|(?<=[{CAPITALS}{SMALLS}.])\s*(?:[与和與及]|\band\b)(?=\s*[{CAPITALS}]))\s*"
)
"""Anna Lind 与 Jon Berg, Anna Lind & Jon Berg: names in Latin script beside one another."""


_TWO_APART = re.compile(rf"[{HAN}][ \u3000]+[{HAN}]")


@per_issue(4096)
def split_names(text: str) -> tuple[str, ...] | None:
    """The names of a list of nothing but names; ``None`` if something in it is no name.

    Knows blanks, 、 and / as separators, letter-spacing, 等 at the end, and Latin names.
    """
    plain = text.strip().removesuffix("等").strip()
    if not plain or ("班" in plain and any(map(is_class, plain.split()))):
        return None  # 高一（5）班 某某: a class, whose characters begin like names
    if is_latin_name(plain):
        return (plain,)
    if (abroad := _LATIN_AND.split(plain))[1:] and all(map(is_latin_name, abroad)):
        return tuple(abroad)
    if plain != text.strip() and _TWO_APART.fullmatch(plain) and plain[0] in SURNAMES:
        return (plain[0] + plain[-1],)  # 雷 达 等: a person, whatever the word means
    if " " in plain or "\u3000" in plain:
        plain = join_surnames(plain)
        if (torn := _GIVEN_APART.fullmatch(plain)) is not None and is_name(
            whole := "".join(torn.groups())
        ):
            plain = whole
    tokens = join_spaced([token for token in _SPLIT.split(plain) if token])
    names: list[str] = []
    for token in tokens:
        if is_name(token) or _is_spaced_name(token, tokens, plain):
            names.append(_LAND.sub("", token))
        else:
            return None
    return tuple(names) or None


def two_names(text: str) -> tuple[str, ...]:
    """Two names that no blank parts, at the likeliest of several cuts; () for anything else."""
    if len(text) == _PAIR and text[:2] in COMPOUND_SURNAMES:
        return ()
    parted = ((text[:cut], text[cut:]) for cut in _CUTS)
    return next((names for names in parted if all(map(_is_personal, names))), ())


_PAIR, _CUTS = 4, (3, 2, 4)
"""Characters of the shortest two names, and behind how many the first ends, the likeliest first."""


def _is_personal(text: str) -> bool:
    return 2 <= len(text) <= _PAIR and split_names(text) is not None


_THREE_EACH, _MOST_GLUED = 3, 15
"""Characters of most names, and of five of them."""
_IN_NO_NAME = frozenset("的了着过得是在与和及或把被从对為为之不而以其這这那些个個")
"""Characters of titles and of no names, or of few."""


@per_issue(1024)
def glued_names(text: str) -> tuple[str, ...]:
    """Names that no blank parts, of which most have three characters; () for anything else.

    Four characters may begin like surnames twice by chance, and so may any word.
    """
    if not _PAIR < len(text) <= _MOST_GLUED or not all(map(is_han, text)):
        return ()
    if not _IN_NO_NAME.isdisjoint(text):
        return ()
    best: tuple[str, ...] = ()
    rests: list[tuple[tuple[str, ...], str]] = [((), text)]
    while rests:
        names, rest = rests.pop()
        if not rest:
            best = max(best, names, key=_whole)
        sizes = (size for size in (2, 3) if len(rest) >= size and rest[0] in SURNAMES)
        named = (size for size in sizes if _is_personal(rest[:size]))
        rests += [((*names, rest[:size]), rest[size:]) for size in named]
    return best if _whole(best) * 2 > len(best) else ()


def _whole(names: tuple[str, ...]) -> int:
    """How many names have three characters."""
    return sum(len(name) == _THREE_EACH for name in names)
