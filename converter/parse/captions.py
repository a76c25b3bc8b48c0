"""Captions without a number: who is on the left, who took the photograph, when it was taken."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.memo import per_issue
from converter.names import is_name
from converter.segment import Unit
from converter.segment.units import PICTURE_WORK, is_credited_picture

POINTERS = "▲▼△▽◀▶◄►◁▷←→↑↓↖↗↘↙"
"""Marks that stand before a caption and point to its picture."""
_CREDIT = 12
"""Em of who took a photograph, behind its caption."""
_LONGEST = 64
"""Em: two or three lines beside a picture."""
_WORK = rf"摄影报道|{PICTURE_WORK}|摄|攝|提供|绘|繪|图片|图|圖"
_CREDITED = re.compile(
    rf"(?:[。\s]|）|”|」|^)\s*(?:(?:图片?(?:来源)?|圖片?(?:來源)?|摄|攝|照片(?:来源|來源)?|{PICTURE_WORK})\s*[/／：:|｜]\s*[^。，；]{{2,20}}"
    rf"|[{HAN}·]{{2,8}}(?:\s[{HAN}])?\s*[/／]\s*(?:{_WORK})"
    rf"|(?:图片?|圖片?|照片)(?:由|來自|来自)[^。，；]{{2,24}}(?:提供|供图|供圖|拍摄|拍攝|摄|攝)?"
    rf"|[{HAN}]{{2,12}}(?:供图|供圖|收藏|藏|翻拍)|(?<=。)(?!\S*由)[{HAN}]{{2,14}}提供|(?<=。\s)(?!\S*由)[{HAN}]{{2,14}}提供|[{HAN}](?:\s?[{HAN}]){{1,3}}\s*[/／｜|丨]\s*(?:{_WORK})|[{HAN}]{{2,4}}\s(?:摄|攝|供图|供圖))$|（[^（）。]{{2,14}}\s*(?:{_WORK}|收?藏)）?$"
    rf"|[（(](?:图片?|圖片?|摄|攝|照片|绘|繪|{PICTURE_WORK})\s*[/／：:|｜]\s*[^（）()。]{{2,16}}[）)]$"
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
_IN_A_ROW = re.compile(
    r"^[^。；：]{4,40}[，。（]\s*(?:由|自|从|從)(?:左|右|前|后|後)(?:至|到|向|往)(?:右|左|后|後|前)(?:依次)?(?:为|為|是)?[：:][^。；：]{4,}$"
)
"""……的排练室，从左至右：……: where somebody stands, with all names behind the colon and no full stop."""
_DATA = re.compile(
    r"^[^。；]{4,48}[（(](?:数据|数字|资料|數據|數字|資料)(?:来源|來源)[：:][^（）()。]{2,40}[）)]$"
)
"""……的变化（数据来源：……）: what a chart shows, and whence its figures are."""
_PLACED = re.compile(
    r"^[^。！？；：“”]{1,24}（(?:左|右|中|前排|后排|後排|前|后|後|左起|右起|左[一二三四]|右[一二三四]|上|下|图中|图左|图右)[^（）]{0,6}）"
)
_BYLINE = re.compile(r"^(?:文字?|撰文|采写|採訪整理|采访整理|整理|图文|文图)\s*[/／：:|｜]")
_DATED = re.compile(
    r"[，,]\s*(?:摄于|攝於|拍摄于|拍攝於|摄影?于)\s*(?:约|約)?[\d一二三四五六七八九〇○零民國国]{1,}[^。]{0,12}。?$"
)

_TAKEN_AT = re.compile(
    r"^[^。，；：“”]{3,24}（(?:[^（）。]{0,8}[，\s])?(?:拍摄|拍攝|摄|攝)[于於][^（）。]{2,16}）$"
)
"""渡口的早市（摄于上游码头）: what is seen, and where the photograph was taken."""


_DRAWN = "漫画|漫畫|版画|版畫|木刻|剪纸|剪紙|水彩|油画|油畫|国画|國畫"
_ART = (
    rf"{_DRAWN}|中国画|中國畫|水彩画|水彩畫|水粉画?|水粉畫|素描|速写|速寫|书法|書法|篆刻|雕塑|摄影|攝影"
    "|年画|年畫|漆画|漆畫|连环画|連環畫"
)
"""Of what a picture is made."""
_KIND = re.compile(
    rf"^(?:{_DRAWN}|插图|插圖|题图|題圖|配图|配圖|附图|附圖)"
    r"(?:\s*《[^》]{1,20}》\s*(?:[：:]|$|\s)|\s*[：:])\s*(?P<rest>.*)$"
)
"""漫画《预约》：……, 插图：“……”: what kind of picture it is."""


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
        return _KIND_BEHIND.match(text) is not None
    hit = _WORK_HEAD.match(text)
    if hit is None or "。" in text[:-1] or "；" in text:
        return False
    return (
        _MADE_BY.match(hit["rest"]) is not None
        or _EXPOSED.search(hit["rest"]) is not None
        or _TECHNIQUE.search(hit["rest"]) is not None
    )


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
    return width(text) <= _LONGEST and _DATA.match(text) is not None


_DATA_FROM = re.compile(
    r"^[（(]?\s*(?:资料|数据|数字|图表|資料|數據|數字|圖表)(?:来源|來源)\s*[：:]\s*[^。]{2,48}[）)]?$"
)


def is_data_source(text: str) -> bool:
    """True for 数据来源：某地统计局 on a line of its own, below a chart and its caption."""
    return len(text) <= _LONGEST and _DATA_FROM.match(text) is not None


@per_issue(65536)
def is_unnumbered_caption(text: str) -> bool:
    """True for a line that can be nothing but the caption of a picture."""
    if width(text) > _LONGEST or text[-1:] in "，、；：" or text.count("。") > 2:
        return False
    if _tells_kind(text) or _tells_work(text) or _tells_exposure(text):
        return True
    if _DATED.search(text) or _TAKEN_AT.search(text) or _IN_A_ROW.match(text) or tells_data(text):
        return True
    if _BYLINE.match(text):
        return False
    if _LEGEND.match(text):
        return True
    if _SIDES.match(text) and width(text) <= 40:
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
_DATE = (
    r"(?:(?:民國|民国|光绪|光緒|宣统|宣統|咸丰|咸豐|同治|道光)?[一二三四五六七八九十〇○零元\d]{1,4}\s*年代?(?:[初末]|前[后後])?"
    r"(?:\s*[一二三四五六七八九十\d]{1,2}\s*月)?(?:\s*[一二三四五六七八九十\d]{1,3}\s*[日号號])?)"
)
_TAKEN = re.compile(
    rf"[，,。；\s]\s*(?:[{HAN}]{{2,4}})?\s*[约約]?\s*(?:{_DATE})?\s*(?:摄|攝|拍摄|拍攝)[于於][^，。；：！？“”]{{2,16}}"
    rf"(?:[，,]\s*[{HAN}]{{2,12}}(?:提供|供图|供圖|收藏|藏))?$"
)
"""……，1958年摄于某镇; ……。约摄于1966年，某某提供: when or where it was taken, behind what it shows."""
_IN_YEAR = re.compile(rf"[，,]\s*(?:[约約]|摄|攝)?\s*{_DATE}\s*[春夏秋冬摄攝]?$")
_IN_PART = re.compile(
    "（(?:局部|部分|正面|背面|正反面|原件|复制件|複製件|影印件?|抄件|书影|書影|封面|内页|內頁|放大|缩小|縮小)）$"
)
_IN_ROWS = re.compile(
    rf"[合留旧舊][影照][，,。；]\s*(?:第?[一二三四五六七八九前后後中末][排列行](?:左|右|中|正中|居中)?|[左右]起?|正?中|居中)(?:起|数|數)?第?[一二三四五六七八九\d]?[者人]?[为為是][{HAN}（）、]{{2,16}}$"
)
"""……合影，二排中为某某: who stands where."""
_WITHIN = 48
"""Em of a caption that is told by its words and by the sentence that it cuts."""


def captions_within(text: str, *, full: bool = False) -> bool:
    """True for a line within a broken sentence that is the caption of a picture.

    It needs no more to be told than who or what is seen, and when: 渡口的灯塔，1969年;
    渡口小学师生合影，二排中为何若溪; 商会来函原件（局部）. As a paragraph of its own each might be
    another thing. A line that is ``full`` may be text, which breaks anywhere.
    """
    if is_unnumbered_caption(text):
        return not full or "。" not in text[: len(text) // 2]
    if width(text) > _WITHIN or ends_sentence(text) or text[-1] in "，、；：" or text[0] in "《（":
        return False
    if _IN_ROWS.search(text) or is_credited_picture(text):
        return True
    if full:
        return False
    told = _IN_YEAR.search(text)
    if told is None:
        return (_TAKEN.search(text) or _IN_PART.search(text)) is not None
    named = text[: told.start()]
    return 4 <= width(named) <= _NAME_OF_THING and _is_name_of_thing(named)


_NAME_OF_THING = 20
_NAMED = re.compile(
    rf"^(?![我你您他她它这那谁了着著过過的地得们們和与與及把被从從])[{HAN}、·“”]{{1,12}}的[{HAN}、·“”]{{1,10}}。(?:[^。]{{4,40}}。)?$"
)
_HAPPENS = re.compile(
    "[是有在了着著过過不没沒就要会會能让讓把被给給来來去到说說想看做走为為对對从從]"
)
_PREDICATES = re.compile("[是有在不没沒就要会會能让讓把被]")


def names_picture(text: str) -> bool:
    """卖糕的红灯笼。竹骨、红纸，每年换一次纸。: what is seen, and no sentence about it.

    What stands before 的 may tell what was done with it: 老人用过的刨子.
    """
    if _NAMED.match(text) is None:
        return False
    told, _, name = text.partition("。")[0].rpartition("的")
    return _HAPPENS.search(name) is None and _PREDICATES.search(told) is None


_LONG = (20, 160)
"""Em of a caption of several sentences, which tells what is to be seen."""
_NUMBER = r"[\d一二三四五六七八九十百两零〇点.．]"
_SIZED = re.compile(
    rf"(?:高|径|徑|长|長|宽|寬|厚|深|重)[^，。；：]{{0,3}}?{_NUMBER}{{1,9}}(?:厘米|釐米|公分|毫米|米|公尺|公克|克)"
)
_SHOWN = re.compile(
    rf"[此本][图圖](?!书|書)|(?:标尺|標尺)[长長为為每单單共总總一二三四五六七八九十\d]|比例尺|由[{HAN}]{{1,2}}向[{HAN}]{{1,2}}(?:拍|摄|攝|看|望)"
    r"|[左右][上下](?:角|方)(?:可见|可見|为|為|是|的标尺|的標尺)|(?:^|[，。；])[图圖画畫照](?:中|片中|面中|左|右)"
)
_PICTURE = re.compile(
    r"(?:照片|旧照|舊照|旧影|舊影|(?<![路航曲折])线图|(?<![路航曲折])線圖|拓片|拓本|剖面图?|剖面圖|剖视图?|示意图?|示意圖|复原图|復原圖|局部|全景|近景|航拍|俯拍|书影|書影)$"
)
"""What is said of a picture and hardly of the thing itself; and what a picture is."""
_TWO_SIDES = re.compile(
    r"^(?:左|上)(?:图|圖|边|邊|侧|側)?(?:为|為|是)[^。；，]{2,24}[，；](?:右|下)(?:图|圖|边|邊|侧|側)?(?:为|為|是)[^。；，]{2,24}[。；]"
)
_TOPIC = re.compile(
    r"^(?![我你您他她它这這那谁此本该按从從以到在对對据據把由当當为為经經懂俗])[A-Za-z\d]{0,8}[A-Za-z\d\u4e00-\u9fff、·“”《》（）]{4,26}(?=[，。：])"
)


_LOOKED_AT = re.compile(
    "^(?:[看望翻换換拿找盯瞧][着著了过過到看出起开開]|打开|打開|端详|端詳|凝视|凝視|面对|面對)|[这這那]些"
)
"""看看这些胡同的照片，……: what somebody does with pictures."""


def describes_picture(text: str) -> float:
    """How surely a paragraph is a caption of several sentences, 0 to 1.

    It opens with a name instead of a sentence, and goes on with what only a picture has
    (此图, 标尺, 由南向北拍摄) or with the size of the thing: 第六十二拐上的蹄窝。……深六点八厘米。
    """
    low, high = _LONG
    if text[-1:] != "。" or not low <= width(text) <= high or text.count("。") > _SENTENCES:
        return 0.0
    if _TWO_SIDES.match(text):
        return 1.0
    topic = _TOPIC.match(text) if "我" not in text else None
    if topic is None or not _is_name_of_thing(topic[0]):
        return 0.0
    alone = text[topic.end()] == "。"
    rest = text[topic.end() :]
    if _SHOWN.search(rest):
        return 1.0
    if _PICTURE.search(topic[0]) and not _LOOKED_AT.search(topic[0]):
        return 0.75
    if alone:
        near = "。".join(rest.split("。")[: _SENTENCES - 1])  # no story that ends with a size
        return 0.75 if len(topic[0]) >= _TOLD and _SIZED.search(near) else 0.0
    return 0.5 if rest[0] == "，" and _SIZED.search(rest.partition("。")[0]) else 0.0


_OPENS = re.compile(r"^(?:[本此上下左右题題插附]?[图圖]|照片)(?:为|為|是|示)\S.*。$")


def opens_caption(text: str) -> bool:
    """图为……。: what a picture shows, in a sentence that begins like few others."""
    return _OPENS.match(text) is not None


def points_out(text: str) -> bool:
    """True for 第三号船桨，左下角可见铁箍（修补之后）: a thing, where it is seen in its picture, and no sentence."""
    if width(text) > _WITHIN or "。" in text or text[-1] in "，、；：！？":
        return False
    topic, comma, rest = text.partition("，")
    return bool(comma) and _is_name_of_thing(topic) and _SHOWN.search(rest) is not None


_SENTENCES = 4
_TOLD = 7
"""The least characters of a name alone before a full stop: 高畦地膜。 opens an item as well."""
_VERBS = "[是有了着著过過不没沒就要会會能让讓把被给給来來去说說想看做走为為对對]"


def _is_name_of_thing(text: str) -> bool:
    """True for words that name something: 从海中捞起的青瓷碗, 隔舱板与流水孔."""
    verb = re.search("[是把将將被]", text) or re.search(_VERBS, text.rpartition("的")[2])
    return verb is None and not text.endswith(
        (
            "时",
            "時",
            "后",
            "後",
            "前",
            "中",
            "里",
            "上",
            "下",
            "间",
            "間",
            "年",
            "月",
            "日",
            "天",
            "初",
            "末",
        )
    )


_SEEN = re.compile(
    rf"^(?P<thing>[^，。；：！？]{{3,20}}的[{HAN}]{{1,6}})，[^。！？]{{6,48}}。(?:[^。！？]{{4,40}}。)?$"
)
_SPEAKS = re.compile(
    "[我你您咱]|^(?:这|那|其|该|此|所有|同样|这样|那样)|(?:说|认为|觉得|表示)，|应[当该]?|必须|不得|[不未][大小高低多少]于|宜"
)


def tells_of_thing(text: str) -> bool:
    """True for 老渡口的石阶，最下面两级常年在水里。: a thing that is seen, and a sentence about it."""
    hit = _SEEN.match(text)
    if hit is None or _SPEAKS.search(text) or _ABSTRACT.search(hit["thing"]):
        return False
    if _EACH.search(hit["thing"]):
        return False
    return _is_name_of_thing(_ROOMS.sub("", hit["thing"]))


_EACH = re.compile(r"(?P<act>[\u4e00-\u9fff]{1,4})的(?P=act)$")
"""该修的修: whatever is to be done is done, and no thing is seen."""
_ROOMS = re.compile("过道|過道|会场|會場|会议室|會議室|来路|去路")
"""Things whose names have a verb in them."""
_ABSTRACT = re.compile(
    "(?:部分|之一|问题|結果|结果|原因|情况|情況|意义|意義|方法|办法|辦法|关系|關係|作用|影响|影響|变化|變化|经验|經驗|条件|條件|水平|程度|过程|過程)$"
)


_SCENE = re.compile(
    r"^(?:(?:19|20)\d\d\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号號]|[初底中])?\s*(?:凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|傍晚|黄昏|晚上?|深?夜)?[，,]\s*(?P<place>[^，。；：“”]{3,24})(?P<mark>[，。])"
)


def tells_scene(text: str) -> bool:
    """True for 4月11日，城西公交场站。……: when and where a photograph was taken, and what it shows."""
    hit = _SCENE.match(text) if width(text) <= _POINTED_LONG and ends_sentence(text) else None
    if hit is None or text.count("。") > _SCENES:
        return False
    return _is_name_of_thing(hit["place"]) and (
        hit["mark"] == "。" or _PLACE.search(hit["place"]) is not None
    )


_PERSON = re.compile(
    rf"^(?P<who>[{HAN}]{{2,4}}?)(?:（[^（）]{{1,8}}）)?(?:正?在|[和与與跟])[^，。；：“”]{{2,18}}[，。]"
)
_CALLED = re.compile(
    "(?:师傅|師傅|老师|老師|大爷|大爺|大妈|大媽|大娘|大叔|阿姨|阿婆|奶奶|爷爷|爺爺|先生|女士|医生|醫生)$"
)


def shows_person(units: Sequence[Unit], at: int, end: int) -> int:
    """How often an article names the person of whom a caption in some units tells where he is.

    何若溪在渡口收伞。……; 0 for any other text. ``units`` are those of the article.
    """
    text = "".join(unit.text for unit in units[at:end])
    hit = _PERSON.match(text) if width(text) <= _POINTED_LONG and ends_sentence(text) else None
    if hit is None or text.count("。") > _SCENES + 1 or "“" in text:
        return 0
    who = hit["who"]
    if not (is_name(who) or _CALLED.search(who)):
        return 0
    return sum(who in unit.text for unit in (*units[:at], *units[end:]))


_ACT = re.compile(
    rf"^(?:[{HAN}]{{2,8}}，)?(?P<who>[{HAN}]{{2,4}}?)(?:正?在|用|把|给|給|向)[^，。；：“”]{{4,20}}。$"
)


def shows_act(units: Sequence[Unit], at: int) -> int:
    """How often an article names the person who does something in the one sentence of a unit.

    开坛前一天，何若溪用竹耙把酱面搅了一遍。: when, who, with what and what; 0 for any other text.
    """
    hit = _ACT.match(units[at].text) if width(units[at].text) <= _WITHIN else None
    if hit is None or not is_name(hit["who"]):
        return 0
    return sum(hit["who"] in unit.text for unit in (*units[:at], *units[at + 1 :]))


_DAYTIME = "凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|傍晚|黄昏|晚上|夜里|夜晚|深夜|半夜"
_AT_HOUR = re.compile(
    rf"^(?:{_DAYTIME})(?:\s?[一二三四五六七八九十两\d]{{1,3}}\s?[点點时時](?:半|\s?[一二三四五六七八九十两\d]{{1,3}}\s?[刻分])?)，"
    rf"(?:[^，。；：！？“”]|“[^“”，。]{{1,8}}”){{4,24}}。(?:[^。！？]{{6,40}}。)?$"
)


def opens_at_hour(text: str) -> bool:
    """凌晨四点半，第一锅汤开始翻白。: what is seen in a picture, and at what hour."""
    return _AT_HOUR.match(text) is not None


_HOURS = r"[一二三四五六七八九十两\d]{1,3}"
_HOUR = re.compile(
    rf"^(?:凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|傍晚|黄昏|晚上|夜里|夜晚|深夜|半夜)?(?:{_HOURS}[点時时](?:半|{_HOURS}[刻分])?)?，"
    rf"(?P<who>[{HAN}]{{2,5}}?[员員人者师師工生])(?:正?在|用|把|给|給|为|為|向|沿)[^，。；：“”]{{2,20}}。(?P<more>[^。“”]{{6,40}}。)$"
)
"""夜里十一点，测量员用绳子量水深。……: when, who by his trade, what he does, and why."""
_TOLD_OF = re.compile("[了着著过過我你您他她它们們这這那]|第二天|后来|後來|从此|從此")


def tells_hour(text: str) -> str:
    """Of a caption that tells the hour, who does something then; "" for any other text.

    A second sentence explains what is to be seen, and goes on with no story.
    """
    hit = _HOUR.match(text) if width(text) <= _POINTED_LONG else None
    if hit is None or hit.start("who") < _SHORTEST_HOUR or _TOLD_OF.search(hit["more"]):
        return ""
    return hit["who"]


_SHORTEST_HOUR = 3
_POINTED_LONG, _SCENES = 72, 2
_PLACE = re.compile(
    "(?:港|码头|碼頭|站|场|場|村|镇|鎮|乡|鄉|县|縣|市|区|區|街|路|巷|桥|橋|河|江|湖|海|山|岛|島|滩|灘|湾|灣|厂|廠|院|馆|館|店|校|园|園|城|楼|樓|室|厅|廳|里|裡|内|內|前|旁|外|上|下|边|邊|口|处|處|现场|現場)$"
)
_MEASURED = re.compile(
    r"^[（(]?(?:通|残|殘|口|底|腹|直|外|内)?(?:高|长|長|宽|寬|径|徑|厚|重)(?:约|約)?\s*\d+(?:\.\d+)?\s*"
    r"(?:厘米|公分|毫米|米|尺|寸|克|公斤|千克|cm|mm|kg|g)"
)
_LABEL_LINES = 4


def object_label(units: Sequence[Unit], at: int) -> int:
    """The end of the label of an object in a collection, 0 if none begins at a unit.

    铁船钉（北宋） / 残长12.6厘米，重83克　馆藏号……: a name, and how large the object is.
    """
    end = at
    while end < len(units) and end - at <= _LABEL_LINES and (end == at or not units[end].gap):
        if width(units[end].text) > _LONGEST or ends_sentence(units[end].text):
            return 0
        end += 1
    texts = [unit.text for unit in units[at:end]]
    measured = [index for index, text in enumerate(texts) if _MEASURED.match(text)]
    return end if measured and measured[0] <= 1 and end - at <= _LABEL_LINES else 0


_SHORT = 48
"""Em of a caption under a picture: two lines of a column and what is left of a third."""


def has_captions(units: Sequence[Unit]) -> bool:
    """True if the pictures of an issue have captions: short texts where its paragraphs are long."""
    below = [unit for unit in units if unit.pictured and not unit.markup_level]
    texts = [width(unit.text) for unit in below if not unit.strong]
    if len(texts) < 3:
        return False
    short = sum(1 for size in texts if size <= _SHORT)
    prose = sorted(
        width(unit.text)
        for unit in units
        if not unit.pictured and ends_sentence(unit.text) and width(unit.text) >= 12
    )
    return short * 4 >= len(texts) * 3 and len(prose) >= 8 and prose[len(prose) // 2] >= _SHORT


def may_caption(unit: Unit) -> bool:
    """True for a text that may stand under a picture where pictures have captions."""
    text = unit.text
    return (
        unit.pictured
        and not (unit.markup_level or unit.strong or unit.bullet)
        and width(text) <= _SHORT
        and text[0] not in "“「『"
        and text[-1] not in "：，、；"
        and sum(map(text.count, "。！？")) <= 3
        and (ends_sentence(text) or len(text) >= 8)
    )
