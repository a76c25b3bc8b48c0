"""Whence a text was taken and who said it, on a line of its own: ——摘自……, （来源：……）, （载《某报》……）."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.memo import per_issue
from converter.names import is_body
from converter.parse.kinds import labelled, takes_from
from converter.segment import Unit

_DASHES = re.compile(r"^(?:——+|—|－－|--)\s*(?=\S)")
_SOURCE_WORDS = (
    "摘自|选自|摘编自|节选自|引自|来源|出处|资料来源|数据来源|信息来源|图片来源|资料出处|原载|转自|整理自|"
    "资料提供|資料提供|数据提供|數據提供|資料來源|數據來源|圖片來源|來源|出處|摘錄自|摘录自|辑自|輯自|录自|錄自|抄自|抄录自|抄錄自|節選自|選自|轉自|轉載自|转载自"
)
_WHO_TOOK_IT = r"[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3}(?:摘|荐|薦|[编編摘]?[译譯])自"
"""某　某摘自, 某某译自: who chose a text or put it into Chinese, before where it stood."""
_BEGINS = "[^《》，。]{0,24}(?:[统統][计計]|[测測估]算|[调調监監预預检檢][查测測]|介[绍紹]|[报報]道|了解|分析|[显顯]示)[^《》，。]{0,4}，(?!(?:19|20)\\d\\d年(?:\\d+月)?(?:\\d+日)?[）)]?$)"
"""据某局统计，……: a sentence begins so, of which a line may be no more."""
_PRINTED_IN = r"^[（(【\[]\s*(?:原?[载載]|[原发發]?刊[于於载載]?|[发發]表[于於])\s*《[^》]{2,40}》[^，。；]{0,30}[）)】\]]$"
"""（载《某报》1956年10月2日第三版）."""
_HELD = (
    r"^[（(][^（）()。《》]{0,16}《[^》]{2,40}》[，,][^（）()。]{2,30}[藏年月日版页頁期卷][）)]$"
)
"""（《某部战斗详报》，1947年10月，某省档案馆藏）."""
_SUPPLIED = (
    r"^[（(](?:资料|資料|数据|數據)[：:][^，。；：（）()]{2,30}(?:提供|整理|统计|統計)[）)]$"
)
"""（资料：某某提供）."""
_SOURCE_LINE = re.compile(
    rf"^[（(【\[]?\s*(?:{_SOURCE_WORDS}|[据據](?![^《》，。]{{0,8}}，|{_BEGINS})|{_WHO_TOOK_IT})\s*[：:]?\s*\S.{{1,60}}[）)】\]]?$"
    rf"|{_PRINTED_IN}|{_HELD}|{_SUPPLIED}"
    r"|^[（(][\u4e00-\u9fff]{2,4}[ \u3000]+(?:编写|編寫|撰写|撰寫|选编|選編|编撰|編撰)[）)]$"
    r"|^[（(]?参[考閱阅見见][：:]?\s*《[^《》]{2,40}》[^，。；]{0,24}[）)]?$"
    r"|^[（(]本?(?:案例|个案|個案|故事)(?:均|皆)?由[^，。；]{2,40}(?:提供|整理)[）)]$"
    r"|^[（(]?(?:数据|数字|资料|图表|图片|信息|數據|資料|圖片)(?:均|皆)?由[^，。；]{2,40}(?:提供|整理|统计|統計)[）)]?$"
)
_SQUARE = re.compile(r"[［〔]([^［］〔〕]+)[］〕]")


def rounded(text: str) -> str:
    """A line in brackets of another kind as if they were round: ［摘自《某某规程》］."""
    hit = _SQUARE.fullmatch(text) if text[:1] in ("［", "〔") else None
    return text if hit is None else f"（{hit[1]}）"


@per_issue(65536)
def is_attribution(text: str) -> bool:
    """True for ——摘自…… and （来源：……）."""
    plain = rounded(text.strip())
    if _DASHES.match(plain):
        return (
            width(plain) <= 80
            and not plain.endswith("——")  # —— 渡口的灯 ——
            and not (plain[-1] == "）" and "（" not in plain)  # ——编者）, the end of a remark
            # ——岸绿了。“树苗 | 还不够: text that a page breaks off
            and not re.search("[。！？][^。！？]{2,}$", _QUOTED.sub("", plain))
            and not (
                plain.endswith("。")
                and (width(plain) > 24 or ("，" in plain and "《" not in plain))
            )
        )
    if ends_sentence(plain):
        return False
    if width(plain) <= _SOURCE_SIZE:
        return _SOURCE_LINE.match(plain) is not None
    return width(plain) <= _LONG_SOURCE and _SOURCES.match(plain) is not None


_QUOTED = re.compile("“[^“”]*”|‘[^‘’]*’|《[^《》]*》|（[^（）]*）")
"""What may have a full stop within a source: the title of a work, a remark on it."""
_SOURCE_SIZE, _LONG_SOURCE = 50, 120
"""Em of where a text was taken from, and of several such in brackets."""
_SOURCES = re.compile(rf"^[（(【\[]\s*(?:{_SOURCE_WORDS})[^。！？；]+[）)】\]]$")
"""（整理自《某某办法》及某某部门负责人答记者问，有删节）."""
_WORK = re.compile(
    r"^[（(]\s*《[^《》]{2,60}(?:《[^《》]{1,30}》[^《》]{0,20})?》(?:[（(][^（）()]{1,12}[）)])?(?:第[^，。；（）()]{1,12}[条條章节節期版]|[，,][^。；（）()]{0,24}(?:年|[藏版页頁期])[^。；（）()]{0,16})?[）)]?$"
)


def is_bracketed_work(text: str) -> bool:
    """True for （《某某办法（试行）》） and （《某某日记》，1947年10月，某馆藏）.

    OCR may have lost the last bracket.
    """
    return text[:1] in tuple("（(") and len(text) <= _LONG_WORK and _WORK.match(text) is not None


_LONG_WORK = 80


def is_work(text: str) -> bool:
    """True for 《某某报告：几点启示》 and nothing else."""
    return text.startswith("《") and text.endswith("》") and "》" not in text[:-1]


def goes_on_as_source(above: str, below: str) -> bool:
    """True if a line goes on the source above it, which broke off at the end of a line.

    It closes what that leaves open and says little more, ——摘自《某某规划 | （试行）》第二章; or it
    is a bracket behind a work, the date of a count, the end of the name of a body, or the work in
    which it was printed.
    """
    above, below = above.strip(), below.strip()
    if not below or width(below) > _SECOND_LINE or _NOT_ON.search(below):
        return False  # ■ 小档案 begins the next box
    if opened := unclosed(above):
        rest = re.split("[》）)】”」]", below)[-1]
        closes = not unclosed(above + below) and not unopened(above + below)
        return closes and opened[0] in "《（【“「" and width(rest) <= _BEHIND
    if above[-1:] in ("》", "”"):
        return _IN_BRACKETS.match(below) is not None and labelled(below) is None
    if is_han(above[-1]) and "《" not in above and _PRINTED.match(below):
        return is_excerpted(above)  # ——摘自某某在座谈会上的发言 | 《某某简报》2023年第6期
    if _COUNTED_IN.match(below) or (_NUMBERED.search(above) and _CLAUSE.match(below)):
        return True
    if is_han(above[-1]) and _OF_DOCUMENT.search(below) and not _OF_DOCUMENT.search(above):
        return width(below) <= 2 * _BEHIND  # 摘自某某所1962年值班日 | 记，某市档案馆藏
    named = re.split("[：:—]", above)[-1].strip()
    return width(below) <= _BEHIND and not is_body(named) and is_body(named + below)


_NOT_ON = re.compile(
    r"^(?:[■□◆◇●▲▶]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、)|[。！？；]"
)
"""What goes on no source: a mark, a sentence, and （四）听取意见, though it ends as a document's name may."""
_PRINTED = re.compile(
    r"^《[^《》]{2,40}》(?:\s*[，,]?\s*(?:(?:19|20)\d\d\s*年|第\s*\d)[^，。；]{0,16}|[（(][^（）()]{2,16}[）)])?$"
)
_OF_DOCUMENT = re.compile(
    "(?:[讲講][话話]|[发發]言|[报報]告|[纪紀]要|通知|公[报報]|[办辦]法|[条條]例|[规規][定程划]|意[见見]|方案|[细細][则則]|日[记記]|(?<=日)[记記]|[档檔]案|年[鉴鑑]|[统統][计計]|(?<=[统統])[计計]|[馆館局室院所站社][存藏])$"
)
"""How the name of a document ends, or of where it is."""


_SECOND_LINE, _BEHIND = 40, 12
"""Em of the second line of a source, and of what may stand in it behind a bracket that it closes."""
_IN_BRACKETS = re.compile("^[（(][^（）()]{2,28}[）)]$")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百零〇\d]{0,5}$")
_CLAUSE = re.compile(
    r"^[一二三四五六七八九十百零〇\d]{0,5}[条條章节節款期版页頁号號卷题題届屆次](?:第[^，。；]{1,8}[款项項])?[）)]?$"
)
"""……第二 | 十九条: the number of a clause, broken at the end of its line."""
_COUNTED_IN = re.compile(r"^[^，。！？；：\d]{0,3}(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?$")
"""截 | 至2024年1月: what is left of when it was counted."""
_SOURCE = re.compile(
    rf"^(?:——+|[（(【\[])\s*(?:{_SOURCE_WORDS}|{_WHO_TOOK_IT})|^——+\s*《[^》]{{2,40}}》"
    r"|^[（(]\s*(?:据|據)[^，。《》]{0,20}《[^》]{2,40}》[^，。]{0,12}[）)]$"
    r"|^(?:据|據)[^，。《》]{0,20}《[^》]{2,40}》(?:[（(][^（）()，。]{2,30}[）)]|第[^，。]{1,8}[卷期页頁章])?(?:整理|编写|編寫|改写|改寫|摘编|摘編)?$"
    rf"|{_PRINTED_IN}|{_HELD}|{_SUPPLIED}"
)


def is_source(text: str) -> bool:
    """True for an attribution that says in so many words where a text was taken from."""
    return is_attribution(text) and _SOURCE.match(rounded(text.strip())) is not None


def is_excerpted(text: str) -> bool:
    """True for ——摘自《某条例》第七条: whence a text is, and not who said it."""
    return _EXCERPTED.match(text.strip()) is not None and is_attribution(text)


_EXCERPTED = re.compile(rf"^(?:——+|—|－－|--)\s*(?:{_SOURCE_WORDS})\s*[：:]?\s*\S")
_DIGESTED = 3
"""From so many articles on that end with a source all may."""


def is_digest(parts: Iterable[Sequence[Unit]], signed: Container[int] = ()) -> bool:
    """True if most articles, whose units are ``parts``, end with （摘自……）.

    Those of the numbers (0-based) ``signed`` have that, apart from their units, in the brackets in
    which they are signed.
    """
    told = [at in signed or _is_sourced(units) for at, units in enumerate(parts) if units]
    return sum(told) >= _DIGESTED and sum(told) * 2 >= len(told)


def _is_sourced(units: Sequence[Unit]) -> bool:
    text = _last_text(units)
    return takes_from(text) or (text[0] in "（(" and is_source(text))


def _last_text(units: Sequence[Unit]) -> str:
    """The text of the last unit, with the line above if a bracket opens there and ends here."""
    last = units[-1].text
    above = units[-2].text if len(units) > 1 and last[-1] in "）)" else ""
    return f"{above}{last}" if above[:1] in tuple("（(") and unclosed(above)[:1] else last


def attribution_text(text: str) -> str:
    """The attribution without its dash or brackets."""
    bare = _DASHES.sub("", text.strip())
    plain, dashed = rounded(bare), bare != text.strip()
    if plain[:1] not in tuple("（(【["):
        return plain
    if unclosed(plain)[:1] == plain[0]:
        return plain[1:].strip()  # the OCR has lost the bracket that closes it
    if dashed:
        return bare
    return plain[1:-1].strip() if plain[-1] in "）)】]" else plain
