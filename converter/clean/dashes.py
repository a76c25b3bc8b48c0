"""Dashes that OCR has read as other strokes: 一一, --, － or half of one."""

from __future__ import annotations

from converter import patterns as re
from converter.clean.edits import Edit
from converter.clean.places import joins_places
from converter.hanzi import HAN

ONE_BY_ONE = "签簽摆擺贴貼敲掏擦对列说回落兑核登清检查过展呈细指解破化销排梳标注辨比罗叙讲询问致答应印验尝翻纠更改整道告握点记走拜作介得加做完实研审商破验走给予分讨论收归入出反通配剖拆击打消满补填對說兌檢過細銷標註羅敘講詢問應驗嘗糾點記實審給討論歸擊滿補"
"""With what a verb begins that 一一 (one by one) stands before: 一一对应, 一一落实."""
CLAUSE_STARTS = (
    "这[就是也种些样]|那[就是些]|就是|也就是|正是|于是|因为|所以|但是|可是|然而|不过|而且|甚至|不是|不仅|无论|只有|只要|如果|原来|其实|果然|终于|总算|"
    "渐渐|慢慢|眼看|回头|不知不觉|出人意料|一点一点|一步一步|我们|他们|她们|人们"
)
"""Words that open a clause: a single — before them is no range (北京—上海) but half a dash."""
_OF_SUBTITLE = (
    "(?=以[^，。；！？]{2,24}[为為](?:例|中心)$|[访訪读讀评評][^，。；！？一二三]{0,12}[《“][^，。；！？]*$"
    "|[访訪][^，。；！？一二三]{4,24}[长長记記任员員家师師者][^，。；！？]{2,4}$"
    "|(?:资料|資料)?[来來]源[：:]|(?:摘|选|選|引|摘编|摘編|节选|節選|编|編|整理)自[《“])"
)
"""一以某市为例, 一读《某书》, 一来源：某局: a dash over the width of one character, before what a title is
about, and before where a text comes from."""
_TAKEN = r"- (?=(?:摘|选|選|引|摘编|摘編|节选|節選)自[《“])"
"""- 摘自《某书》, which is no item of a list."""
_ENDS_SUBTITLE = "观察|觀察|纪实|紀實|侧记|側記|访谈|訪談|见闻|見聞|启示|啟示|调查|調查|探索|思考|综述|綜述|纪事|紀事|札记|札記|[一二三四五六七八九十]人[谈談]"
_START = re.compile(
    rf"^(\s*)(?:[一-]{_OF_SUBTITLE}|{_TAKEN}|-(?=[{HAN}][^，。；！？、]{{4,30}}(?:{_ENDS_SUBTITLE})$)|-{{2,4}}[ \u3000](?=[{HAN}《A-Z][^-—]{{1,30}}$)|(?:-{{2,4}}|－－|──|――|––|一一(?!次(?!要)|[个個](?![人体別别性])|位(?![于於居]))|—一|一—|━━?|[⸺⸻])(?=[^\s\-—一─―–|.━⸺⸻])|[－─―–—](?=[^\s\-—一─―–|\d.、]))"
)
_INNER = re.compile(
    rf"[-－─―–一—━⸺⸻](?:(?<=[{HAN}”》），。！？%％\dA-Za-z].)(?:(?:(?<=-)-|(?<=－)－|(?<=–)–)(?=[{HAN}“《（A-Za-z\d]|$)|(?:(?<=─)─|(?<=―)―|(?<=━)━)(?=[{HAN}“《（A-Za-z\d，。！？；：、”’」』）…]|$))"
    rf"|(?<=[{HAN}”》），。！？%％\dA-Za-z][⸺⸻])(?=[{HAN}“《（A-Za-z\d]|$)"
    rf"|(?<=[%％\d）”]一)一(?=[{HAN}])"
    rf"|(?<=[{HAN}》]一)(?<![逐将把都也已再予要须应可能会并就便而地作的们他她我你其之一二三四五六七八九十第周期國国唯惟统統同单單专專万萬任某每另这這那哪无無初高归歸]一)一(?:(?={CLAUSE_STARTS})|(?!一(?![点步遍次年天])|[{ONE_BY_ONE}]|表[达達]|[传傳][达達授]|[剥剝][夺奪]))(?![一二三四五六七八九十〇零○]{{0,3}}(?:年(?![轻輕幼老])|[月日期号號元圆圓页頁室]))(?![次个個位条條件名])(?=[{HAN}]{{3}}|[{HAN}]{{1,2}}$)"
    rf"|(?<=[{HAN}”》）]—)(?=(?:{CLAUSE_STARTS})))"
)
# All ways begin with one of a few characters, so that the search skips all others.
TRIGGER = re.compile(
    rf"[⸺⸻━]|[－─―–一—-](?:(?<=^-){_TAKEN[1:]}|(?<=^[一-])(?:{_OF_SUBTITLE}|(?=[^-]*(?:{_ENDS_SUBTITLE})$))|(?<=[－─―–])|(?<=-)-|(?<=一)一|(?<=—)(?<!——)(?!—))"
)


_HALF = re.compile(
    rf"—(?:(?<=[{HAN}]{{5}}—)(?=[{HAN}]{{6,}}(?:[，。！？；]|$))"
    rf"|(?<=[{HAN}]{{7}}—)(?=[{HAN}]{{4,5}}[，。])|(?<=[\d ][%％]—)(?=[{HAN}]{{2}}))"
)
"""Half a dash between two clauses; between two names it is a range (北京—上海)."""


_ONE_BY_ONE = re.compile(rf"^\s*一一[{ONE_BY_ONE}][^《]*。$")
"""一一作答。, the last line of a paragraph; who said something ends with no full stop."""


def edits(text: str) -> list[Edit]:
    """A Chinese dash is two em (GB/T 15834-2011 §4.10); OCR reads it in many ways."""
    found_edits = []
    found = _START.match(text)
    # Before a long text a single dash is the second half of one that the line cut in two.
    short = (
        (len(text) <= 60 and "。" not in text.rstrip("。"))
        or not text.lstrip().startswith(("—", "–", "―"))
        or text.lstrip()[1:2] in "—–―"
    )
    if found and short and not (text.lstrip().startswith("——") or _ONE_BY_ONE.match(text)):
        found_edits.append(Edit(found.end(1), found.end(), "——"))
    found_edits += [Edit(hit.start(), hit.end(), "——") for hit in _INNER.finditer(text)]
    return found_edits + half_dashes(text)


def half_dashes(text: str) -> list[Edit]:
    """The dashes between two clauses of which OCR read only one half."""
    return [
        Edit(hit.start(), hit.end(), "——")
        for hit in _HALF.finditer(text)
        if not re.search("[从自][^到至]*$", text[max(0, hit.start() - 12) : hit.start()])
        and not joins_places(text, hit.start())
    ]
