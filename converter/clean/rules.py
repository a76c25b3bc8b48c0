"""The cleaning rules. Each finds edits in the text of one line and knows no other line.

Marks and their widths: GB/T 15834-2011 §4 and §5.1 (full-width marks in Chinese text);
numbers and Latin words keep half-width marks (GB/T 15834-2011 appendix, CY/T 154).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from converter import patterns as re
from converter.clean import (
    close_names,
    dashes,
    dumps,
    forms,
    pairs,
    printed_twice,
    quotes,
    spaces,
    speaker_colons,
)
from converter.clean.brackets import is_chinese, neighbours, wide_brackets
from converter.clean.edits import CleaningRule, Edit
from converter.hanzi import HAN, width

PROTECTED = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
    r"|www\.[\w.\-/?=&%#:~]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\$[^$\n]{1,80}\$"
    r"|\]\((?:#[^()\s]*|[^()\s]*[./][^()\s]*)\)"
    r"|!\[[^\[\]]*(?=\]\()",
    re.ASCII,
)
"""Addresses, also those of links and pictures, what stands for these, and formulas, which no rule touches."""

_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffe\uffff\ud800-\udfff"
_COMPATS = "\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0002f800-\U0002fa1f"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_COMPAT = re.compile(f"[{_COMPATS}]")
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
RARE = re.compile(f"[{_CONTROLS}{_COMPATS}{_BLANKS}(),;:!?.．]")
"""Characters that most lines of Chinese prose lack. One look for them spares five."""
_LATIN = re.compile(r"[A-Za-z0-9]")


def _protected(text: str) -> list[tuple[int, int]]:
    if (
        "@" not in text
        and "www" not in text
        and "://" not in text
        and "$" not in text
        and "[" not in text
    ):
        return []
    return [(found.start(), _address_end(found)) for found in PROTECTED.finditer(text)]


def _address_end(found: re.Match[str]) -> int:
    """The end of an address, without the bracket around it: (见 https://canal.example/b)."""
    more = found[0].count(")") - found[0].count("(")
    own = found[0].startswith("](") or more <= 0
    return found.end() if own or not found[0].endswith(")") else found.end() - 1


def _outside(edits: list[Edit], text: str) -> list[Edit]:
    """The edits in their order, each place edited once, and none inside what is protected."""
    spans = _protected(text)
    kept: list[Edit] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        while at < len(spans) and spans[at][1] <= edit.start:
            at += 1
        twice = bool(kept) and edit.start < kept[-1].end
        if not twice and (at == len(spans) or edit.start < spans[at][0]):
            kept.append(edit)
    return kept


def _controls(text: str) -> list[Edit]:
    """Control and invisible format characters, which no printed page has."""
    return [Edit(found.start(), found.end(), "") for found in _CONTROL.finditer(text)]


_WIDE_BLANKS = "\u2001\u2003"
_ODD_BLANK = re.compile(f"[{_BLANKS}]")


def _blanks(text: str) -> list[Edit]:
    """Blanks of other kinds (that holds two words together, that of an em): they print as blanks do."""
    return [
        Edit(*hit.span(), "\u3000" if hit[0] in _WIDE_BLANKS else " ")
        for hit in _ODD_BLANK.finditer(text)
    ]


_RADICALS = str.maketrans(
    "⺒⺓⺔⺕⺘⺙⺝⺠⺡⺣⺤⺦⺧⺨⺩⺪⺫⺬⺭⺰⺲⺵⺹⺻⺼⺽⺾⻁⻂⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "巳幺彑彐扌攵月民氵灬爫丬牛犭王疋目示礻纟罒羊耂聿月臼艹虎衤西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)
"""CJK Radicals Supplement, whose characters Unicode makes equal to no others in NFKC
(EquivalentUnifiedIdeograph.txt of the Unicode Character Database)."""


def _compat(text: str) -> list[Edit]:
    """Look-alikes from compatibility blocks: radicals for characters, full-width letters."""
    edits = []
    for found in _COMPAT.finditer(text):
        plain = unicodedata.normalize("NFKC", found[0]).translate(_RADICALS)
        if plain != found[0]:
            edits.append(Edit(found.start(), found.end(), plain))
    return edits


_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_HALF_MARK = re.compile(r"[,;:!?]")
_MARK_RUN = re.compile(r"[,;:!?](?:\s*[,;:!?])*")
_HAN_CLASS = re.compile(f"[{HAN}]")


@lru_cache(maxsize=8)
def _mostly_chinese(text: str) -> bool:
    # Asked for each mark of a line, which may have thousands.
    return len(_HAN_CLASS.findall(text)) * 5 > 2 * len(text)


def _marks(text: str) -> list[Edit]:
    """Half-width , ; : ! ? in Chinese text. Kept in numbers, times, Latin phrases."""
    edits = []
    for found in _MARK_RUN.finditer(text):
        # Marks side by side are judged as one by what stands around all of them.
        left = neighbours(text, found.start())[0]
        right = neighbours(text, found.end() - 1)[1]
        places = [at for at in range(found.start(), found.end()) if text[at] in _WIDE]
        asked = _ASKED.match(text, 0, found.end()) is not None and _mostly_chinese(text)
        if asked or any(_is_wide(text, text[at], left, right) for at in places):
            edits += [Edit(at, at + 1, _WIDE[text[at]]) for at in places]
    return [] if edits and _is_english(text) else _outside(edits, text)


_ASKED = re.compile(r"\s*(?:\*\*)?[QA]:$")
"""Q: at the head of a turn, be it before a year."""
_FOUR_WORDS = re.compile(r"\b[A-Za-z]{2,}(?:[^A-Za-z]+[A-Za-z]+){3}")


def _is_english(text: str) -> bool:
    """True for words without Chinese; their quotation marks are those of Chinese text as well."""
    return _HAN_CLASS.search(text) is None and _FOUR_WORDS.search(text) is not None


def _is_wide(text: str, mark: str, left: str, right: str) -> bool:
    if not left:
        # A mark at the head of a line was cut off from the sentence before it.
        return _mostly_chinese(text)
    if is_chinese(left) or (mark == ";" and _mostly_chinese(text)):
        return True
    if right:
        return is_chinese(right) or (left in "%％" and mark == "," and _mostly_chinese(text))
    return mark != ":" and _mostly_chinese(text)


_POINT = re.compile(rf"[.．](?<=[{HAN}”》）].)(?=\s*$|[”’」』）]|\"(?![A-Za-z]))")


def _full_stop(text: str) -> list[Edit]:
    """A full stop read as a half-width point, at the end of a line or before a closing mark."""
    return _outside([Edit(hit.start(), hit.end(), "。") for hit in _POINT.finditer(text)], text)


_DECIMAL = re.compile(
    rf"(?<=\d)．(?=\d)(?:(?<=[{HAN}]\d．)|(?<=[{HAN}]\d\d．)|(?<=\d\d\d．)|(?<=^[2-9]\d．))"
)
"""A point within a number; behind a mark or at the head of a line a small one may be that of an item."""


def _points(text: str) -> list[Edit]:
    """A full-width point between figures: 82．6分."""
    return _outside([Edit(hit.start(), hit.end(), ".") for hit in _DECIMAL.finditer(text)], text)


def _brackets(text: str) -> list[Edit]:
    """Round brackets around or beside Chinese; a pair always gets one width."""
    return _outside(wide_brackets(text), text)


_DOTS = re.compile(
    rf"(?<=[{HAN}，。！？”》）])(?:\.{{3}}|\.{{6}}|。{{3}}|。{{6}}|·{{3}}|·{{6}}|・{{3,6}}|(?<!⋯)⋯{{1,2}}(?!⋯)|…)(?=[{HAN}“”《（，。！？]|$)"
    rf"|(?:^|(?<=^\u3000\u3000))\.{{3}}(?:\.{{3}})?(?=[{HAN}“《（])"
)


def _ellipsis(text: str) -> list[Edit]:
    """An ellipsis is six points in two em (GB/T 15834-2011 §4.11)."""
    edits = []
    for found in _DOTS.finditer(text):
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        if "…" in (before, after) or (found[0] == "…" and (before == "…" or after == "…")):
            continue
        edits.append(Edit(found.start(), found.end(), "……"))
    return _outside(edits, text)


def _dashes(text: str) -> list[Edit]:
    return _outside(dashes.edits(text), text)


LOOKALIKES = "look-alikes"
_COUNTED = (
    "个(?![人体別别性])|個(?![人體別性])|位(?![于於居列置])|[条條](?![件例])|[项項](?![目])|批(?![评判准評準])|次(?![要序])|些|[样樣](?![本式板])|般|"
    "起(?![初来來码碼先因草点點])|旦|番(?![茄薯])|座(?![谈位右談])|句(?!子)|股(?![份票东東])|直(?![接播升辖属到至轄屬])|份(?![额子量額])|"
    "件(?!数)|模一[样樣]|式[两三四兩]份|事一|百(?=[一二三四五六七八九〇零余多餘个個张張名人里户斤元万年次])"
)
"""What stands behind 一 and not behind a dash: measures, and words that begin with it."""
_BEFORE_ONE = "于於有是这那每第头頭了成为某另同过在到把被像等各看做用找请来后前这這為過來請後"
"""Behind these no dash stands before a measure; nor does one behind the mark of a clause."""
_TRIED = "看想走试試说說听聽问問等坐歇尝嘗找聊谈談读讀写寫跳动動摸转轉瞧逛算查练練学學讲講升抬扫掃翻数數碰挪摇搖拍敲推拉擦洗吹晒曬笑停量"
"""What somebody does for a moment, 看一看; no range begins and ends with such a word."""
_UNITS = "元年月日期卷届屆号號岁歲人次时時分秒米克斤吨噸万萬亿億个個名位条條座组組台臺辆輛艘所户戶家棵株间間件套页頁篇份倍处處种種转轉度"
_COUNTS = f"(?:[{_UNITS}℃％%‰]|公[里斤尺頃顷])"
"""What a number stands before: l2元, 2O19年, 1O个."""
_KANA = {"ニ": "二", "ハ": "八", "ロ": "口", "カ": "力", "エ": "工", "タ": "夕", "ー": "一"}
"""Kana that look like Chinese characters, which they are in a line without other kana."""
_JAPANESE = re.compile(f"(?![{''.join(_KANA)}])[\u3041-\u3096\u30a1-\u30fa]")
_LOOKALIKE = (
    (re.compile(rf"(?<![—\-])(?<=[{_BEFORE_ONE}，,。；;：:“（])—(?=(?:{_COUNTED}))"), "一"),
    (re.compile(rf"(?<=[往向][上下前后里外後裡裏])—(?=[{HAN}][，。,])"), "一"),
    (re.compile(rf"(?<=[{HAN}])—(?=模一[样樣])"), "一"),
    (re.compile(rf"(?<=([{_TRIED}]))—(?=\1)"), "一"),
    (re.compile(rf"(?<=一([{HAN}]))—(?=\1)"), "一"),
    (re.compile(rf"(?<=[{HAN}])[•‧・･∙⋅](?=[{HAN}])"), "·"),
    # Also both of 二〇〇八, which are read alike.
    (re.compile(r"(?<=[一二三四五六七八九〇])[0OoО○](?=[0OoО○]?[一二三四五六七八九〇])"), "〇"),
    (re.compile(r"(?<=[一二三四五六七八九〇][0OoО○])[0OoО○](?=[一二三四五六七八九〇])"), "〇"),
    (re.compile(r"(?<=\d)一(?=\d)"), "—"),
    (re.compile(r"(?<=\d[年月日号])一(?=\d{1,4}\s?[年月日号])"), "—"),
    (re.compile(r"(?<![—\-])(?:(?<=^)|(?<=[。；：，\s]))[—-](?=是[^—])"), "一"),
    (re.compile(r"(?<=第)[—-](?=[章节条期，、,])"), "一"),
    (re.compile(r"^一{1,2}(?=(?:摘|选|選|引|摘编|摘編)自《)"), "——"),
    (re.compile(r"(?<!\S)[—-](?=、)"), "一"),
    (
        re.compile(
            rf"(?:(?<=[{HAN}，。；：、（“])|(?<=[{HAN}，。；：、（“] )|^)[lI](?=\d{{1,3}}\s?[多余餘]?{_COUNTS})"
        ),
        "1",
    ),
    (
        re.compile(
            r"(?<![—\-\d〇一二三四五六七八九])[—-](?=[八九][〇零○O一二三四五六七八九]{2}年)"
        ),
        "一",
    ),
    (re.compile(rf"(?<=\d)[lI](?=\d{{0,3}}(?:\.\d{{1,3}})?\s?{_COUNTS})"), "1"),
    # Also both of 9OO转 and 2OO6年.
    (re.compile(rf"(?<=\d)O(?=[\dO]{{0,3}}\s?{_COUNTS})"), "0"),
    (re.compile(rf"(?<=\dO)O(?=\d{{0,3}}\s?{_COUNTS})"), "0"),
    *(
        (re.compile(f"(?<=[{HAN}，。；：、（“]){kana}(?=[{HAN}，。；：、）”])"), char)
        for kana, char in _KANA.items()
    ),
)


# Here, too, all ways begin with one of a few characters.
_LOOKALIKE_TRIGGER = re.compile(
    rf"[ニハロカエター•‧・･∙⋅0OoО○一—第lI-](?:(?<=[ニハロカエター•‧・･∙⋅])|(?<=^一)一?[摘选選引]|(?<=[lI])(?=\d)|(?<=\d[lIO])(?=[\dO{_UNITS}公.\s])|(?<=[^—]—)(?=[个個位条條项項批次些样樣般起旦番座句股直份件模式事百])|(?<=[往向].—)|(?<=[{_TRIED}]—)(?=[{_TRIED}])|(?<=一[{HAN}]—)(?=[{HAN}])|"
    r"(?<=[一二三四五六七八九〇][0OoО○])|(?<=[\d年月日号]一)(?=\d)|(?<=[—-])[是、八九]|(?<=第)[—-])"
)


def _lookalikes(text: str) -> list[Edit]:
    """Characters that OCR takes for one another where only one of them can stand."""
    japanese = _JAPANESE.search(text) is not None
    edits = [
        Edit(hit.start(), hit.end(), after)
        for pattern, after in _LOOKALIKE
        for hit in pattern.finditer(text)
        if not (japanese and hit[0] in _KANA)
    ]
    return _outside(edits, text)


_AND = re.compile(rf"(?:(?<=[{HAN}”」』》）％%\d])[ \u3000]+|^)and[ \u3000]+(?=[{HAN}“「『《（\d])")


def _conjunction(text: str) -> list[Edit]:
    """和 read as English, 农技站 and 信贷员: OCR by a language model translates now and then.

    Only in Chinese prose; a title or a name may be written so by right.
    """
    if width(text) < _PROSE or not _mostly_chinese(text):
        return []
    edits = []
    for hit in _AND.finditer(text):
        around = text[max(0, hit.start() - 6) : hit.start()] + text[hit.end() : hit.end() + 6]
        if not re.search("[A-Za-z]", around):
            edits.append(Edit(hit.start(), hit.end(), "和"))
    return _outside(edits, text)


_TWICE = re.compile(
    rf"(?<=[，。；：、！？])([由而或但该該其并並与與及且因和])\1(?=([{HAN}])(?!\2))"
)


def _twice(text: str) -> list[Edit]:
    """，由由学生带领: a word at the head of a clause that OCR has read on both sides of a seam.

    None of these is said twice; 和和美美 has both of its characters twice.
    """
    return [Edit(hit.start(), hit.start() + 1, "") for hit in _TWICE.finditer(text)]


_DEGREES = re.compile(r"(?<=\d) ?[°º˚] ?C(?![A-Za-z])")


def _degrees(text: str) -> list[Edit]:
    """25 °C for 25℃ in Chinese prose, where the print has one sign behind its figure."""
    if not _mostly_chinese(text):
        return []
    return [Edit(*hit.span(), "℃") for hit in _DEGREES.finditer(text)]


_SPACED_YEAR = re.compile(r"(?<![\d.．])(?<![\d.．] )(?:1 [5-9]|2 0) \d \d(?= ?年)")


def _spaced_year(text: str) -> list[Edit]:
    """1 9 6 7年 for 1967年: digits that the printer or the OCR has set apart."""
    return [
        Edit(hit.start(), hit.end(), hit[0].replace(" ", "")) for hit in _SPACED_YEAR.finditer(text)
    ]


_SPACED_COUNT = re.compile(
    rf"(?<=[{HAN}])(?<![图圖表例式第章节節条條款])[1-9](?: \d){{1,3}}(?=(?:{_COUNTS}|[户戶家项項村镇鎮县縣市省所座台]))"
)


def _spaced_count(text: str) -> list[Edit]:
    """全省1 7个市 for 全省17个市; 图1 7个市…… is a caption."""
    return [
        Edit(hit.start(), hit.end(), hit[0].replace(" ", ""))
        for hit in _SPACED_COUNT.finditer(text)
    ]


_SPACED_DECIMAL = re.compile(
    rf"(?:(?<=[{HAN}])|(?<=[{HAN}] ))(?<![图圖表例式第章节節条條款])(?<![图圖表例式第章节節条條款] )\d{{1,4}}(?P<point> [.．] ?|[.．] )(?=\d{{1,3}} ?[{HAN}%％‰℃])"
)


def _spaced_decimal(text: str) -> list[Edit]:
    """全省18. 6万名: a blank within a decimal number, before what it counts.

    A number at the head of a line may be that of an item, and 图1. 6个…… is a caption.
    """
    return [Edit(*hit.span("point"), ".") for hit in _SPACED_DECIMAL.finditer(text)]


_SPACED_CAPITALS = re.compile(
    rf"(?<=[{HAN}，。、；：（“])(?:A I|C T|G D P|I T|P C|T V|A P P|D N A|G P S|L E D|U S B|V R|A R|I C U|P P T|K T V|C E O|B I M|S U V|N G O|O L E D|P M)(?=[{HAN}，。、；：）”])"
)
"""The letters of an abbreviation that people write in Chinese sentences, and no A B of two groups."""


def _spaced_capitals(text: str) -> list[Edit]:
    """出C T机的维保合同 for 出CT机: an abbreviation in a line whose letters OCR has set apart."""
    return [
        Edit(hit.start(), hit.end(), hit[0].replace(" ", ""))
        for hit in _SPACED_CAPITALS.finditer(text)
    ]


_SPACED_NUMBER = re.compile(
    r"（([ \u3000]*)([〇零一二三四五六七八九十]{1,3}|\d{1,2})([ \u3000]*)）"
)


def _spaced_number(text: str) -> list[Edit]:
    """（ 二 ） for （二）: the number of a heading or an item, set apart from its brackets."""
    return [
        Edit(hit.start(group), hit.end(group), "")
        for hit in _SPACED_NUMBER.finditer(text)
        for group in (1, 3)
        if hit[group]
    ]


_SPACED_FIGURE = re.compile(rf"(?<=\d)[ \u3000]+(?=\\?[%％‰](?![\d%％])|\.\d+[{HAN}％%])")


def _spaced_figure(text: str) -> list[Edit]:
    """87 % for 87%, 112 .6万 for 112.6万: a sign set apart from its number, in Chinese prose."""
    if not (_mostly_chinese(text) or text.rstrip()[-1] in "。，；、"):
        return []
    edits = [Edit(hit.start(), hit.end(), "") for hit in _SPACED_FIGURE.finditer(text)]
    return _outside(edits, text)


_SPACED_ADDRESS = re.compile(
    r"(?<![\w@])[\w.+-]{2,}(?P<before> ?)@(?P<after> ?)(?=[\w-]+(?:\.[\w-]+)+)", re.ASCII
)


def _spaced_address(text: str) -> list[Edit]:
    """bianji@ some.example.com: a blank beside the @ of an address."""
    return [
        Edit(*hit.span(side), "")
        for hit in _SPACED_ADDRESS.finditer(text)
        for side in ("before", "after")
        if hit[side]
    ]


_CODE = re.compile(
    r"(?:ISSN|CN|刊[号號])[\s:：]{0,3}(?:ISSN|CN)?\s?\d{2,4}\s?(?P<dash>[-—–－])\s?\d{3}[\dXx]"
    r"(?:\s?(?P<slash>[/／])\s?(?=[A-Z]))?"
)


def _codes(text: str) -> list[Edit]:
    """CN 00—1234／G: the marks of an ISSN (ISO 3297) and of a CN (GB/T 9999) are half-width."""
    return [
        Edit(*hit.span(name), mark)
        for hit in _CODE.finditer(text)
        for name, mark in (("dash", "-"), ("slash", "/"))
        if hit[name] not in {None, mark}
    ]


_PROSE = 30
"""From this width on (em) a line is a piece of running text and no title."""


RULES: tuple[CleaningRule, ...] = (
    CleaningRule("control-characters", _CONTROL, _controls, rare=True),
    CleaningRule("compatibility-forms", _COMPAT, _compat, rare=True),
    CleaningRule("odd-blanks", _ODD_BLANK, _blanks, rare=True),
    *forms.FORMS,
    CleaningRule(LOOKALIKES, _LOOKALIKE_TRIGGER, _lookalikes),
    CleaningRule("degrees", re.compile("C(?:(?<=[°º˚]C)|(?<=[°º˚] C))"), _degrees),
    CleaningRule("spaced-years", re.compile(r" (?<=\d )\d \d ?年"), _spaced_year, blank=True),
    CleaningRule("spaced-digits", re.compile(rf" (?<=[{HAN}]\d )\d"), _spaced_count, blank=True),
    CleaningRule(
        "spaced-decimals",
        re.compile(r" (?<=\d[.．] )\d| (?<=\d )[.．]"),
        _spaced_decimal,
        blank=True,
    ),
    CleaningRule("spaced-capitals", re.compile(r" (?<=[A-Z] )[A-Z]"), _spaced_capitals, blank=True),
    CleaningRule("spaced-addresses", re.compile(" @|@ "), _spaced_address, blank=True),
    CleaningRule(
        "codes",
        re.compile(r"[—–－／](?:(?<=／)(?=\s?[A-Z])|(?<!／)(?=\s?\d{3}[\dXx]))"),
        _codes,
    ),
    CleaningRule("doubled-words", _TWICE, _twice),
    CleaningRule("conjunction", re.compile(r"(?: |^)and "), _conjunction, blank=True),
    CleaningRule("dashes", dashes.TRIGGER, _dashes),
    CleaningRule("brackets-width", re.compile(r"[()]"), _brackets, rare=True),
    CleaningRule(
        "spaced-numbers", re.compile("[ \u3000](?:(?<=（.)|(?=）))"), _spaced_number, blank=True
    ),
    CleaningRule(
        "spaced-figures", re.compile(r"[ \u3000](?<=\d.)(?=[%％‰.\\])"), _spaced_figure, blank=True
    ),
    CleaningRule("punctuation-width", _HALF_MARK, _marks, rare=True),
    CleaningRule("full-stop", re.compile("[.．]"), _full_stop, rare=True),
    CleaningRule("decimal-points", re.compile("．"), _points, rare=True),
    CleaningRule("ellipsis", re.compile(r"\.\.\.|。。。|···|・・・|…|⋯"), _ellipsis),
)

RULE_NAMES = (
    dumps.NAME,
    printed_twice.NAME,
    spaces.NAME,
    quotes.NAME,
    pairs.LOST,
    close_names.NAME,
    speaker_colons.NAME,
    *(rule.name for rule in RULES),
)

EARLY = frozenset(
    {
        "control-characters",
        "compatibility-forms",
        "odd-blanks",
        "entities",
        "line-ends",
        "private-use",
        "presentation-forms",
    }
)
"""Rules that only say which character another one stands for; they come before what lines tell of each other."""
EARLY_HINT = re.compile(
    f"[&¬￢\ue000-\uf8ff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff64{_CONTROLS}{_COMPATS}{_BLANKS}]|\\\\(?![^\n])"
)

WIDTHS = frozenset({"brackets-width", "punctuation-width"})
"""Rules that make marks as wide as those of Chinese prose are."""
MARK_RULES = WIDTHS | {"dashes", "full-stop", "decimal-points", "ellipsis"}
"""Rules that give marks the form that Chinese prose has; a bibliography has its own."""
