"""Who did what: 文/李四 图/赵六, 口述／張三 整理／李四, 张三 口述　李四 整理.

Magazines put the word for the work before the name or after it. Who wrote is an author;
who took the photographs or drew the pictures is named in the byline and is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, squeeze
from converter.memo import per_issue
from converter.names import (
    CAPITALS,
    SMALLS,
    from_abroad,
    is_body,
    is_latin_name,
    is_name,
    is_workplace,
    join_spaced,
    join_surnames,
    split_names,
)
from converter.names.house import DESK, HOUSE
from converter.names.works import BEHIND, FREE, GLUED, PICTURES, STROKES, WRITING, one_of
from converter.values import NamedTuple

_WORK = one_of(WRITING | PICTURES)
_BOTH = re.compile(rf"^(?P<one>{_WORK})\s*[．.·・、&＆和/／]\s*(?P<other>{_WORK})$")
_BEFORE = re.compile(rf"^(?P<work>{_WORK})\s*[/／：:｜|丨]\s*(?P<rest>.*)$")
_DOTTED = re.compile(
    rf"^(?P<work>{_WORK})[·・．](?:(?P<other>{_WORK})[·・．])?(?P<name>[{HAN}]{{2,4}})$"
)
"""文・某某, 文・圖・某某: dots for strokes."""
_AFTER = re.compile(rf"^(?P<name>.+?)\s*[/／｜|丨]\s*(?P<work>{_WORK})$")
_AFTER_DOT = re.compile(rf"^(?P<name>[{HAN}]{{2,4}})[·・．](?P<work>{_WORK})$")
_GLUED = re.compile(rf"^(?P<name>[{HAN}]{{2,4}}?)(?P<work>{one_of(GLUED)})$")
_PEN_NAME = re.compile(
    rf"^(?:[{HAN}A-Za-z·•.]{{1,10}}|[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){{1,3}})$"
)
_NATION = re.compile(
    rf"[〔\[［（(【]\s*[{HAN}]{{1,4}}\s*[〕\]］）)】]\s*(?=[{HAN}A-Z][{HAN}A-Za-z.]{{0,8}}[·•・])"
)
"""〔英〕 before the name of a foreigner."""
_SPACED_NAME = rf"(?:[{HAN}]{{2,4}}?|[{HAN}](?:[ \u3000]+[{HAN}]){{1,2}})"


class Credit(NamedTuple):
    """One or several people and what they did ("" if it is not said)."""

    work: str
    names: tuple[str, ...]

    @property
    def writes(self) -> bool:
        """True for whom a library would call an author."""
        return not self.work or self.work in WRITING


_BEHIND = re.compile(
    rf"^[（(]?\s*(?P<writer>{_SPACED_NAME})(?P<gap>[ \u3000]{{0,2}})(?P<work>文|辑|輯|编|編|译|譯)(?:[\s、，]+(?P<other>{_SPACED_NAME})(?P<second>图|圖|摄|攝|绘|繪|译|譯|校))?\s*[）)]?$"
)
"""某某文　某　某图, 某　某辑: what they did right behind their names."""


def _behind(text: str) -> tuple[Credit, ...] | None:
    """Read works that stand behind names without a blank; a name alone must be letter-spaced."""
    hit = _BEHIND.match(text) if len(text) <= 24 else None
    if hit is None:
        return None
    names = [squeeze(hit["writer"]), squeeze(hit["other"] or "")]
    if hit["gap"] and (hit["other"] or names[0] != hit["writer"] or not is_name(names[0])):
        return None  # letter-spaced as a whole
    if hit["gap"]:
        return (Credit(hit["work"], (names[0],)),)
    if not hit["other"]:
        return (Credit(hit["work"], (names[0],)),) if names[0] != hit["writer"] else None
    sure = [is_name(name) for name in names]
    if not any(sure) or (hit["second"] in "译譯校" and not all(sure)):
        return None
    return (Credit(hit["work"], (names[0],)), Credit(hit["second"], (names[1],)))


@per_issue(4096)
def read_credits(text: str) -> tuple[Credit, ...] | None:
    """Read a line of names and works; ``None`` if it names no work or holds anything else."""
    if _STAFF.search(text):
        return None
    text = join_surnames(_whole_work(text))
    if text.rstrip("）) ")[-1:] in tuple("文辑輯编編译譯图圖摄攝绘繪校") and (
        behind := _behind(text)
    ):
        return behind
    if (translated := _translated(text)) is not None:
        return translated
    text = _NATION.sub("", text)
    if (signed := _signed_before(text)) is not None:
        return signed
    if text[:1] in ("文", "撰") and (drawn := _ILLUSTRATED.match(text)) and is_name(drawn["name"]):
        return Credit(drawn["work"], (drawn["name"],)), Credit(drawn["other"], (drawn["who"],))
    if text[-2:] in _WRITES_DOWN and (told := _TOLD.match(text.strip())) is not None:
        return Credit(told["told"], (squeeze(told["who"]),)), Credit(
            text[-2:], (squeeze(told["by"]),)
        )
    items = _items(text)
    if not any(work for work, _ in items) or len(items) > 24:
        return None
    found = _prefixed(items) if items[0][0] else _suffixed(items)
    if not found or ("，" in text and not _names_anybody(found)):
        return None
    return tuple(found)


_WRITES_DOWN = frozenset(["整理", "记录", "記錄", "执笔", "執筆", "采写", "採寫", "撰文"])
_TOLD = re.compile(
    rf"^(?P<who>{_SPACED_NAME})[ \u3000]*(?P<told>口述|自述|讲述|講述)[ \u3000、，]+(?P<by>{_SPACED_NAME})[ \u3000]*(?:{one_of(_WRITES_DOWN)})$"
)
"""某某口述　老　末整理: who told it, and who has written it down, by whatever name."""
_ILLUSTRATED = re.compile(
    rf"^(?P<work>文|撰文)[ \u3000]+(?P<name>[{HAN}]{{2,4}})[ \u3000]+(?P<other>{one_of(PICTURES)})[ \u3000]+(?P<who>[{HAN}]{{1,4}})$"
)
"""文 某某 图 布布: who drew may be called anything, where who wrote is somebody."""
_SPREAD = re.compile(rf"^(?P<one>[{HAN}])[ \u3000]+(?P<two>[{HAN}])(?=[ \u3000/／：:｜|])")


def _whole_work(text: str) -> str:
    """摄　影　某　某 with its work on one word: magazines spread this as they do names."""
    hit = _SPREAD.match(text) if text[1:2] in tuple(" \u3000") else None
    work = f"{hit['one']}{hit['two']}" if hit is not None else ""
    return f"{work}{text[hit.end() :]}" if hit and work in WRITING | PICTURES else text


def _names_anybody(found: Iterable[Credit]) -> bool:
    """False for 点评：手很有内容，眼睛也很有内容，问: clauses, where names may be pen names."""
    names = [name for credit in found for name in credit.names]
    return any(is_name(name) or is_body(name) or is_latin_name(name) for name in names)


_TRANSLATED = re.compile(
    rf"^(?P<who>[〔\[［（(【][^〕\]］）)】]{{1,5}}[〕\]］）)】]\s*\S.*?|[{HAN}A-Z.]{{1,8}}(?:[·•・][{HAN}A-Z.]{{1,8}}){{1,3}})(?:(?P<wrote>\s*[/／]?\s*(?:原?著|撰))|(?P<made>\s+[作诗詩文]))?(?:[\s，,/／、]+[□■◎○●◇◆]?|[□■◎○●◇◆])\s*(?:(?P<by>[{HAN}]{{2,4}}?|[{HAN}][ \u3000]+[{HAN}]{{1,2}})\s*[/／]?\s*(?:译|譯|翻译|翻譯|编译|編譯|[校选選译譯笺箋]?[注註]|点校|點校|校点|校點)|(?:译|譯|翻译|翻譯)\s*[/／：:｜|]\s*(?P<other>[{HAN}]{{2,4}}|[{HAN}][ \u3000]+[{HAN}]{{1,2}}))$"
)


def _translated(text: str) -> tuple[Credit, ...] | None:
    """[日]松本 和子 某某/译, 约·维格 某某译, 约·维格 作 ○某某译: a foreigner, and who translated."""
    plain = text.strip().strip("□■◎○●◇◆ ")
    if (
        not plain
        or plain[-1] in "）)"
        or not (plain[0] in "〔[［（(【" or "译" in plain or "譯" in plain)
    ):
        return None
    hit = _TRANSLATED.match(plain)
    who = hit["who"] if hit is not None else ""
    name = _foreigner(_NATION.sub("", who) if hit is not None and hit["made"] else who)
    if hit is None or not name or (hit["wrote"] and "·" in name):
        return None  # two names with what they did behind them
    return (Credit("", (name,)), Credit("译", (squeeze(hit["by"] or hit["other"]),)))


_OF_OLD = re.compile(
    rf"^[〔\[［（(【](?:先秦|[东東西][汉漢晋晉]|三国|三國|南北朝|[北南]宋|[汉漢魏晋晉隋唐宋辽遼金元明清]|清末|民国|民國)[〕\]］）)】]\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})$"
)
"""〔清〕某 某, who wrote long ago what another one explains."""


def _foreigner(text: str) -> str:
    """The name of one behind a country or a dynasty, or with a dot in it."""
    if (old := _OF_OLD.match(text)) is not None:
        return squeeze(old["name"])
    named = split_names(text) if "·" in text or "•" in text or "・" in text else None
    return named[0] if named is not None and len(named) == 1 else from_abroad(text)


_THEN_WORK = re.compile(
    rf"^(?P<who>[^/／：:｜|]{{2,24}}?)\s+(?P<rest>(?:{_WORK})\s*[/／：:｜|]\s*(?!(?:{_WORK})(?:\s|$))\S.*)$"
)


def _signed_before(text: str) -> tuple[Credit, ...] | None:
    """□某某　图／某某: who wrote stands first and without a work, the others behind theirs."""
    if STROKES.isdisjoint(text):
        return None
    hit = _THEN_WORK.match(text.strip().strip("（）()【】[]□■◎○●◇◆ "))
    if hit is None:
        return None
    words = _items(hit["who"])
    names = None if any(kind for kind, _ in words) else _people([w for _, w in words], free=False)
    found = _prefixed(_items(hit["rest"])) if names else None
    if not names or not found or any(credit.work in WRITING for credit in found):
        return None
    return (Credit("", names), *found)


def writers(found: tuple[Credit, ...]) -> tuple[str, ...]:
    """The names of those who wrote, or all names if nobody did."""
    writing = [name for credit in found if credit.writes for name in _without_place(credit.names)]
    named = writing or [name for credit in found for name in _without_place(credit.names)]
    return tuple(name for name in named if not _NOBODY.search(name))


def _without_place(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without where the first of them works: 动力车间 of 文/动力车间 某某."""
    return names[1:] if _begins_with_place(names) else names


def _begins_with_place(words: Sequence[str]) -> bool:
    """True for a place and the names of those who work there."""
    return len(words) > 1 and works_at(words[0]) and all(map(is_name, words[1:]))


_NOBODY = re.compile(r"(?:提供|供图|供圖|资料室?|資料室?|图片社|圖片社|网络|網絡|AI生成)$")
"""图/受访者提供: where a picture comes from, and who is no author."""


_NAME, _BARE_WORK, _WORK_WITH_STROKE = 0, 1, 2
_Item = tuple[int, str]
"""What a word is (a name, a work standing free, a work with its stroke or colon), and the word."""
_STAFF = re.compile(rf"{HOUSE}|{DESK}|记者|記者|通讯员|通訊員|评论员|評論員|特约|特約")


def _items(text: str) -> list[_Item]:
    """The words of a line with what they are."""
    spread = re.sub(r"\s*([/／：:｜|丨])\s*", r"\1", text.strip().strip("（）()【】[]□■◎○●◇◆ "))
    spread = _BETWEEN_LATIN.sub(" 与 ", spread)
    items: list[_Item] = []
    for token in re.split(r"[\s，,、；;]+", spread):
        other = _OTHER_WORK.match(token)
        sure = bool(items) and items[0][0] == _WORK_WITH_STROKE
        if other is not None and _is_other_work(other["work"], other["name"], sure=sure):
            items += [(_WORK_WITH_STROKE, other["work"]), (_NAME, other["name"])]
        else:
            items += _words(token)
    return items


_OTHER_WORK = re.compile(rf"^(?P<work>[{HAN}]{{2,6}})[/／｜|](?P<name>[{HAN}·]{{1,20}})$")


_SHORT_WORK = 3
_WORK_ENDS = re.compile(
    r"(?:审|審|订|訂|定|校|对|對|顾问|顧問|指导|指導|支持|协助|協助|协调|協調|制作|製作|统筹|統籌|设计|設計|策划|策劃|翻译|翻譯|编辑|編輯|助理|监制|監製|记录|記錄|讲述|講述|执行|執行|导演|導演|编剧|編劇|主持|解说|解說|摄|攝|绘|繪|演|奏|唱|译|譯|录|錄|范|範|人|者|员|員|师|師)$"
)
"""How longer words for works end that are in no list, and those of a title hardly do."""


def _is_other_work(work: str, name: str, *, sure: bool) -> bool:
    """True for 科学审订/某某: a work that is in no list, and who did it.

    ``sure``: behind one that is in a list, with a stroke like it, any name may stand.
    """
    listed = work in WRITING or work in PICTURES
    if listed or is_name(work) or (len(work) > _SHORT_WORK and not _WORK_ENDS.search(work)):
        return False  # 把学习成果写进 / 某县委: the end of a title
    return is_name(name) or is_body(name) or (sure and not is_body(work))


_SIGNS = frozenset("/／：:｜|丨．.·・、&＆和")
"""Without one of these a word tells no work before or behind a name, nor two works."""


def _words(token: str) -> list[_Item]:
    if not token:
        return []
    if not _SIGNS.isdisjoint(token) and (signed := _signed_words(token)):
        return signed
    if token in FREE:
        return [(_BARE_WORK, token)]
    if (hit := _GLUED.match(token)) is not None and is_name(hit["name"]):
        return [(_NAME, hit["name"]), (_BARE_WORK, hit["work"])]
    return [(_NAME, part) for part in re.split(r"[/／]", token) if part]


def _signed_words(token: str) -> list[_Item]:
    """What a word with such a sign tells, nothing if that is no sign of a work."""
    if _BOTH.match(token):
        return [(_WORK_WITH_STROKE, "图文")]
    if (hit := _DOTTED.match(token)) is not None and is_name(hit["name"]):
        work = "图文" if hit["other"] else hit["work"]
        return [(_WORK_WITH_STROKE, work), (_NAME, hit["name"])]
    if (hit := _BEFORE.match(token)) is not None:
        rest = _words(hit["rest"])
        if len(rest) == 1 and rest[0][0]:  # 文/图 张三
            return [(_WORK_WITH_STROKE, "图文")]
        return [(_WORK_WITH_STROKE, hit["work"]), *rest]
    both = re.match(
        rf"^(?P<one>{_WORK})[．.·・&＆](?P<other>{_WORK})\s*[/／：:｜|]\s*(?P<rest>.*)$", token
    )
    if both is not None:
        return [(_WORK_WITH_STROKE, "图文"), *_words(both["rest"])]
    hit = _AFTER_DOT.match(token)
    if hit is not None and not is_name(hit["name"]):
        hit = None
    if (hit := hit or _AFTER.match(token)) is not None:
        return [*_words(hit["name"]), (_WORK_WITH_STROKE, hit["work"])]
    return []


_LATIN = re.compile(rf"^[{CAPITALS}][{CAPITALS}{SMALLS}.'’-]*$")
_BETWEEN_LATIN = re.compile(rf"(?<=[{SMALLS}{CAPITALS}.])\s*、\s*(?=[{CAPITALS}])")


def _latin_together(words: list[str]) -> list[str]:
    """Keith Lo, of whom the blank makes two words."""
    out: list[str] = []
    for word in words:
        if out and _LATIN.match(word) and all(map(_LATIN.match, out[-1].split())):
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out


def _without_and(words: list[str]) -> list[str]:
    """沈一帆 与 顾南: what joins two names is none itself, nor is it part of a spaced one."""
    return [
        word
        for at, word in enumerate(words)
        if word not in _AND
        or min(map(len, (*words[at - 1 : at], *words[at + 1 : at + 2])), default=1) < 2
    ]


_AND = frozenset(("与", "和", "與", "及", "&", "＆"))


def _letter_spaced(words: list[str]) -> frozenset[str]:
    """尕 让: only names are set with a blank between two characters."""
    if len(words) == 2 and all(len(word) == 1 and has_han(word) for word in words):
        return frozenset(("".join(words),))
    return frozenset()


def _people(words: list[str], *, free: bool) -> tuple[str, ...] | None:
    """Words as names; pen names only where the work says that a name must follow."""
    names = []
    words = _without_and(_latin_together(words))
    spaced = _letter_spaced(words)
    words = join_spaced(words)
    placed = _begins_with_place(words)
    for word in words:
        known = is_name(word) or is_latin_name(word) or is_body(word) or word in spaced
        known = known or (placed and word == words[0])
        if not known and not (free and _PEN_NAME.match(word) and (has_han(word) or len(word) >= 3)):
            return None
        names.append(word)
    return tuple(names)


def works_at(word: str) -> bool:
    """True for 宣传部, 二分厂, 河湾小学 and 体能教练, behind which stands who works there or as that."""
    told = len(word) >= _SHORTEST_PLACE and (_PLACE.search(word) is not None or is_workplace(word))
    return told and not is_name(word)


_SHORTEST_PLACE = 3
"""Characters of such a word at least: 老师 alone is how somebody is called."""
_PLACE = re.compile(
    "(?:部|处|處|科|室|车间|車間|分厂|分廠|工区|工區|班|中心|[馆館]|站|所|队|隊|局|学院|學院|公司|集团|集團|协会|協會|学会|學會|大学|大學|中心校|[医醫教科究画畫书書剧劇老利]院|[林农農牧茶渔漁盐鹽][场場]|剧团|劇團|[日晚早时時][报報]|电视台|電視台|电台|電台|出版社|教练|教練|老师|老師|医师|醫師|教师|教師)$"
)
_LONGEST_PEN_NAME = 6


def _is_subtitle(word: str) -> bool:
    """True for 专访种树人某某 before 文/某某: longer than any pen name, and no house."""
    return len(word) > _LONGEST_PEN_NAME and not (
        is_name(word) or is_body(word) or is_latin_name(word)
    )


_TRANSLATES = frozenset(["译", "譯", "翻译", "翻譯"])


def _prefixed(items: list[_Item]) -> list[Credit] | None:
    """Each work goes with the names after it."""
    out: list[Credit] = []
    at = 0
    while at < len(items):
        works = []
        stroke = False
        while at < len(items) and items[at][0]:
            works.append(items[at][1])
            stroke = stroke or items[at][0] == _WORK_WITH_STROKE
            at += 1
        words = []
        while at < len(items) and not items[at][0]:
            words.append(items[at][1])
            at += 1
        names = _people(words, free=stroke)
        if not names or not works:
            return None
        work = next((one for one in works if one in WRITING), works[0])
        out.append(Credit(work, names))
    return out


def _suffixed(items: list[_Item]) -> list[Credit] | None:
    """Each work goes with the names before it."""
    out: list[Credit] = []
    words: list[str] = []
    for kind, word in items:
        if kind == _NAME:
            words.append(word)
            continue
        names = _people(words, free=kind == _WORK_WITH_STROKE and (bool(out) or word in BEHIND))
        if names and not out and any(map(_is_subtitle, names)):
            return None
        if not names:
            if out and not words:
                continue
            return None
        abroad = [name for name in names if "·" in name] if word in _TRANSLATES else []
        if abroad and len(abroad) < len(names):
            out.append(Credit("", tuple(abroad)))
            names = tuple(name for name in names if name not in abroad)
        out.append(Credit(word, names))
        words = []
    if words:
        names = _people(words, free=False)
        if not names:
            return None
        out.append(Credit("", names))
    return out
