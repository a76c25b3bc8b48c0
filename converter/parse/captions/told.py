"""Lines that can be nothing but captions: who took a photograph, how, of what a picture is made."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.memo import per_issue
from converter.parse.captions.plain import is_plain_caption
from converter.segment.units import PICTURE_WORK, is_credited_picture

POINTERS = "▲▼△▽◀▶◄►◁▷←→↑↓↖↗↘↙"
"""Marks that stand before a caption and point to its picture."""
_CREDIT = 12
"""Em of who took a photograph, behind its caption."""
LONGEST = 64
"""Em: two or three lines beside a picture."""
_WORK = rf"摄影报道|{PICTURE_WORK}|摄|攝|提供|绘|繪|图片|图|圖"
_CREDITED = re.compile(
    rf"(?:[。\s]|）|”|」|^)\s*(?:(?:图片?(?:来源)?|圖片?(?:來源)?|摄|攝|照片(?:来源|來源)?|{PICTURE_WORK})\s*[/／：:|｜]\s*[^。，；]{{2,20}}"
    rf"|[{HAN}·]{{2,8}}(?:\s[{HAN}])?\s*[/／]\s*(?:{_WORK})"
    rf"|(?:图片?|圖片?|照片)(?:由|來自|来自)[^。，；]{{2,24}}(?:提供|供图|供圖|拍摄|拍攝|摄|攝)?"
    rf"|[{HAN}]{{2,12}}(?:供图|供圖|收藏|藏|翻拍)|(?<=。)(?!\S*由)[{HAN}]{{2,14}}提供|(?<=。\s)(?!\S*由)[{HAN}]{{2,14}}提供|[{HAN}](?:\s?[{HAN}]){{1,3}}\s*[/／｜|丨]\s*(?:{_WORK})|[{HAN}]{{2,4}}\s(?:摄|攝|供图|供圖))$|（(?:[^（）。]{{2,14}}(?=[^（）]*）$)|[^（）。《“]{{2,14}})\s*(?:{_WORK}|收?藏)）?$"
    rf"|[（(](?:图片?|圖片?|摄|攝|照片|绘|繪|{PICTURE_WORK})\s*[/／：:|｜]\s*[^（）()。]{{2,16}}[）)]$"
    rf"|(?<=[。！”）])(?:本[刊报報社])?(?:记者|記者|通讯员|通訊員)\s*(?:摄|攝)$"
    rf"|。\s*[{HAN}、]{{0,10}}(?:图片|圖片|照片|截图|截圖|插画|插畫|制图|製圖|新华社|新華社|中新社|美联社|美聯社|路透社|法新社)$"
)
"""What a caption ends with, after its first sentence or a blank."""
_DRAWN_BY = re.compile(
    rf"^(?!封面|题|題)[^。，；：！？/／|｜]{{3,24}}(?:(?<![插题題配])[图圖]|[像画畫]|（局部）)[ \u3000]+[{HAN}](?:\s?[{HAN}]){{1,3}}\s?(?:绘|繪|临摹|臨摹)$"
)
"""某某行旅图（局部）　某某 临摹: a picture that is named, and who drew it; 插图　某某 绘 only signs."""
_SIDES = re.compile(
    r"^(?:由|自|从|從)(?:左|上|右|下)(?:至|到|向|往)(?:右|下|左|上)[，：:\s为為依]"
    r"|^[^。]{2,30}[，：。\s](?:左|上)(?:图|圖|方|边|邊|侧|側)?(?:为|為|是|：)[^。]{1,24}[，；。\s](?:右|下)(?:图|圖|方|边|邊|侧|側)?(?:为|為|是|：)[^。]{1,24}。?$"
    r"|^(?:左|右|上|下|本页|前页|對頁|对页|跨页)(?:图|圖)(?:为|為|：|:|，|\s)"
    r"|^(?:上|左)：[^。；：]{2,30}[。；](?:下|右)：[^。；：]{2,30}。?$"
)
"""由左至右：……, 左为……，右为……, 上图：……"""
_ON_PAGE = re.compile(
    r"^(?:[左右前后後对對上下本]页|[左右前後对本]頁|[左右][上中下](?:图|圖|方)?|(?:上|中|下)(?:左|右)?(?:图|圖))[：:]\s*[^。；：！？“”]{4,40}。"
)
"""左页：某洞南口。……, 右上图：某某在……途中。……: on which page of two, or where on one, the picture is."""
_IN_A_ROW = re.compile(
    r"^[^。；：]{4,40}[，。（]\s*(?:由|自|从|從)(?:左|右|前|后|後)(?:至|到|向|往)(?:右|左|后|後|前)(?:依次)?(?:为|為|是)?[：:][^。；：]{4,}$"
)
"""……的排练室，从左至右：……: where somebody stands, with all names behind the colon and no full stop."""
_DATA = re.compile(
    r"^[^。；]{4,48}[（(](?:数据|数字|资料|數據|數字|資料)(?:来源|來源)[：:][^（）()。]{2,40}[）)]$"
)
"""……的变化（数据来源：……）: what a chart shows, and whence its figures are."""
_KEPT = re.compile(
    rf"^(?:[^，。；：]{{2,24}}的)[^，。；：]{{1,12}}，[^，。；：]{{2,16}}(?:清晰|依稀|[隐隱][约約]|至今)可[见見辨]。?$"
    rf"|^[^，。；：“”]{{2,20}}，(?:[现現今原](?:收?藏|存|陈列|陳列)[于於在]?[{HAN}]{{3,16}}|[现現][为為由][{HAN}]{{2,10}}(?:收?藏|保存|收存)|[{HAN}]{{2,12}}(?:馆|館|院|社|寺|所|[处處])(?:收?藏|提供))。?$"
)
"""某某的账本，现藏某市档案馆。 and 某年打捞的某舰，弹孔清晰可见。: a thing, and who keeps it, or what is to be seen of it."""
_PLACED = re.compile(
    r"^[^。！？；：“”]{1,24}(?<!》)（(?:左|右|中|前排|后排|後排|前|后|後|左起|右起|左[一二三四]|右[一二三四]|上|下|图中|图左|图右)[^（）]{0,6}）"
)
_BYLINE = re.compile(r"^(?:文字?|撰文|采写|採訪整理|采访整理|整理|图文|文图)\s*[/／：:|｜]")
_DATED = re.compile(
    r"[，,]\s*(?:摄于|攝於|拍摄于|拍攝於|摄影?于)\s*(?:约|約)?[\d一二三四五六七八九〇○零民國国]{1,}[^。]{0,12}。?$"
)

_TAKEN_AT = re.compile(
    r"^[^。，；：“”]{3,24}（(?:[^（）。]{0,8}[，\s]|作者|笔者|筆者|记者|記者)?(?:拍摄|拍攝|摄|攝)[于於][^（）。]{2,16}）$"
)
"""渡口的早市（摄于上游码头）: what is seen, and where the photograph was taken."""


_DRAWN = "漫画|漫畫|版画|版畫|木刻|剪纸|剪紙|水彩|油画|油畫|国画|國畫"
_ART = (
    rf"{_DRAWN}|中国画|中國畫|水彩画|水彩畫|水粉画?|水粉畫|素描|速写|速寫|书法|書法|篆刻|雕塑|摄影|攝影"
    "|年画|年畫|漆画|漆畫|连环画|連環畫"
)
"""Of what a picture is made."""
_ARTIST = rf"[{HAN}](?:\s?[{HAN}]){{1,3}}"
_KIND = re.compile(
    rf"^(?:{_DRAWN}|插图|插圖|题图|題圖|配图|配圖|附图|附圖)"
    rf"(?:\s*《[^》]{{1,20}}》\s*(?:[：:]|$|\s|(?=[（(](?:作者\s*[：:]\s*{_ARTIST}|{_ARTIST}\s*[作画畫绘繪刻剪摄攝])[）)]$))|\s*[：:])\s*(?P<rest>.*)$"
)
"""漫画《预约》：……, 插图：“……”, 漫画《候车》（某某作）: what kind of picture it is."""


def _tells_kind(text: str) -> bool:
    """True for a caption that says what kind of picture it has, and not only who drew it."""
    hit = _KIND.match(text)
    return hit is not None and ("《" in text[:8] or width(hit["rest"]) > _NAME_OF_ARTIST)


_NAME_OF_ARTIST = 6


_EXPOSED = re.compile(
    r"(?:光圈|快门|快門)\s*[：:]?\s*(?:[fF]\s*[/／]?\s*)?\d|[fF]\s*[/／]\s*\d|(?<![A-Za-z\d])[fF]\s?\d{1,2}(?:\.\d)?(?![\dA-Za-z])|(?<!\d)1\s*[/／]\s*\d{1,4}\s*(?:秒|[sS](?![A-Za-z]))|ISO\s*[：:]?\s*\d{2,5}|\d\s*mm\s*(?:镜头|鏡頭|[，,]|$)"
    r"|(?:胶卷|膠卷|胶片|膠片|反转片|反轉片|负片|負片|相机|相機|镜头|鏡頭)(?=[，,、\s]|$)|(?<=\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?\s*[摄攝]$"
)
"""How a photograph was taken: 光圈f/8, 1/125秒, ISO 400, the film, 1986年摄."""
_WORK_HEAD = re.compile(r"^《[^《》]{1,24}》(?P<rest>\s+\S.*|\s*[（(/／].*)$")
"""《出工》　海鸥4A双镜头相机，……: the title of a picture, and a blank."""
_TECHNIQUE = re.compile(
    rf"(?:{_ART}|(?:纸|絹|绢|紙)本(?:设色|設色|水墨|墨笔)?|套色[木版]刻?)(?=[\s，,、（(]|$)"
    r"|\d\s*(?:cm|mm|厘米|公分)?\s*[×xX✕*]\s*\d+(?:\.\d+)?\s*(?:cm|mm|厘米|公分)|(?<=\d)年(?:\d{1,2}月)?\s*作$"
)
"""Of what a picture is made, and how large it is: 国画, 纸本设色 68×136厘米, 1954年作."""
_OF_ARTIST = re.compile(
    rf"^[{HAN}]{{2,4}}\s*[《〈][^《》〈〉]{{1,24}}[》〉]\s*[，,]\s*(?:{_ART}|(?:纸|絹|绢|紙)本[{HAN}]{{0,4}}|布面[{HAN}]{{2,4}}|木版|石版|铜版|銅版|丝网|絲網|套色木刻)"
    r"\s*[，,、][^。；！？]*?[\d〇○零一二三四五六七八九十百]+\s*(?:cm|mm|厘米|公分|年)[^。；！？]{0,24}$"
)
"""何若溪〈门槛〉，木版，四十乘九十公分，2023年: whose work it is, of what, and how large."""
_MADE_BY = re.compile(
    rf"^\s+(?:[{HAN}]{{2,4}}[省市县縣区區]?\s+)?[{HAN}](?:\s?[{HAN}]){{1,3}}\s?[摄攝绘繪画畫作书書刻]$"
)
"""Whose picture it is, behind its title: 何若溪摄."""
_KIND_BEHIND = re.compile(
    rf"^[{HAN}“”·]{{1,12}}[（(](?:[套彩水]?[色印]?(?:{_ART}))[）)]"
    rf"(?:\s*[{HAN}](?:\s?[{HAN}]){{1,3}}\s?[作绘繪画畫摄攝]?)?$"
)
"""晚渡（国画）　何若溪."""


def _tells_work(text: str) -> bool:
    """True for the title of a photograph or painting, and how it was made behind it."""
    if text[:1] != "《":
        return _KIND_BEHIND.match(text) is not None or _OF_ARTIST.match(text) is not None
    hit = _WORK_HEAD.match(text)
    if hit is None or "。" in text[:-1] or "；" in text:
        return False
    return (
        _MADE_BY.match(hit["rest"]) is not None
        or _EXPOSED.search(hit["rest"]) is not None
        or _TECHNIQUE.search(hit["rest"]) is not None
    )


_DYNASTY = "商|周|战国|戰國|秦|汉|漢|三国|三國|晋|晉|隋|唐|五代|辽|遼|宋|金|元|明|清|民国|民國"
_ERA = (
    rf"(?:[东東西南北前后後]?(?:{_DYNASTY})(?:[{HAN}]{{2}})?"
    rf"|[{HAN}\d]{{1,8}}(?:代|朝|[纪紀]|[时時]期|年[间間]?|[早中晚]期|[初末]))"
)
_MEASURE = (
    r"(?:通|残|殘|口|底|腹|直|外|内|內|全|长|長|最大)?(?:高|长|長|宽|寬|径|徑|厚|重)\s?(?:约|約)?\s?\d+(?:\.\d+)?\s?"
    r"(?:厘米|釐米|公分|毫米|米|公尺|寸|克|公斤|千克|cm|mm|kg|g)"
)
_OBJECT = re.compile(
    rf"^[{HAN}“”·、]{{2,16}}[，,\s]\s?{_ERA}[，,\s]\s?(?:[^，。；：！？\d]{{1,10}}[，,\s]\s?)?{_MEASURE}"
    rf"(?:[，,、\s]\s?{_MEASURE})*(?:[，,\s]\s?[^，。；：！？]{{2,16}}(?:藏|出土|[征徵]集|[采採]集))?$"
)
"""铜牛铃，汉代，高7.2厘米: the label of a thing in a collection, of what time it is, and how large."""
_EXPOSURES = 2
"""So many facts about how a photograph was taken, and no sentence, are a caption without a title, too."""


def _tells_exposure(text: str) -> bool:
    """True for a line of nothing but such facts: 海鸥DF-1相机，58mm镜头，光圈f/2，快门1/15秒."""
    if not _MAY_EXPOSE.search(text) or "。" in text or width(text) > _EXPOSURE_LINE:
        return False
    parts = [part for part in re.split(r"[，,、\s]+", text) if part]
    told = sum(_EXPOSED.search(part) is not None for part in parts)
    return told >= _EXPOSURES and told * 2 >= len(parts)


_MAY_EXPOSE = re.compile(r"[fF]\s*[/／]\s*\d|1[/／]\d|ISO|mm")
_EXPOSURE_LINE = 48


def tells_data(text: str) -> bool:
    """True for the caption of a chart that says whence its figures are."""
    return width(text) <= LONGEST and _DATA.match(text) is not None


def places_picture(text: str) -> bool:
    """True for 左页：……。 and 右上图：……。, what tells first where the picture of a caption is."""
    return _ON_PAGE.match(text) is not None


_DATA_FROM = re.compile(
    r"^[（(]?\s*(?:资料|数据|数字|图表|資料|數據|數字|圖表)(?:来源|來源)\s*[：:]\s*[^。]{2,48}[）)]?$"
)


def is_data_source(text: str) -> bool:
    """True for 数据来源：某地统计局 on a line of its own, below a chart and its caption."""
    return len(text) <= LONGEST and _DATA_FROM.match(text) is not None


def credits_picture(text: str) -> bool:
    """True for a caption that says at its end who took its picture, who gave it, or who keeps the thing."""
    if width(text) > LONGEST or text[-1:] in "，、；：" or _BYLINE.match(text):
        return False
    hit = _CREDITED.search(text)
    return (
        (hit is not None and hit.start() > 0)
        or _KEPT.match(text) is not None
        or is_credited_picture(text)
    )


def is_picture_credit(text: str) -> bool:
    """True for 摄影/某某 and nothing else: who took the picture."""
    hit = _CREDITED.match(text)
    return hit is not None and hit.end() == len(text)


@per_issue(65536)
def is_unnumbered_caption(text: str) -> bool:
    """True for a line that can be nothing but the caption of a picture."""
    if width(text) > LONGEST or text[-1:] in "，、；：" or text.count("。") > 2:
        return False
    if _tells_kind(text) or _tells_work(text) or _tells_exposure(text):
        return True
    if _DATED.search(text) or _TAKEN_AT.search(text) or _IN_A_ROW.match(text) or tells_data(text):
        return True
    if _BYLINE.match(text):
        return False
    if _KEPT.match(text) or _OBJECT.match(text):
        return True
    if text and is_plain_caption(text):
        return True
    if _LEGEND.match(text):
        return True
    if (_SIDES.match(text) and width(text) <= 40) or places_picture(text):
        return True
    if _PLACED.match(text):
        after = text.partition("。")[2]  # （何若溪／摄）, 通讯员 何若溪 摄
        return text[-1] not in "！？”" and width(after) <= _CREDIT and width(text) <= 40
    hit = _CREDITED.search(text)
    if (hit is not None and hit.start() > 0) or ("。" in text and is_credited_picture(text)):
        return True
    return text[-1] in "绘繪摹" and _DRAWN_BY.match(text) is not None


_LEGEND = re.compile(
    rf"^(?:[{HAN}]{{1,8}})?(?:[平立剖]面|轴测|軸測|透视|透視|鸟瞰|鳥瞰|示意|[结結]构|[结結]構|分布|路[线線])[图圖]"
    rf"(?:[ \u3000]+(?:\d{{1,2}}|[A-Za-z①-⑳])[ .．、]?[{HAN}]{{1,10}}){{2,}}$"
)
"""剖面图　1 教室　2 院子: what a drawing is, and what its numbers stand for."""
