"""Captions that are names or sentences: what is to be seen, who, and when."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.names import is_name
from converter.segment import Unit

WITHIN = 48
"""Em of a caption that is told by its words and by the sentence that it cuts."""
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
    r"^(?![我你您他她它这這那谁此本该按从從以到在对對据據把由当當为為经經懂俗]|(?:现在|現在|如今|眼下|今年|今天|去年|后来|後來|当时|當時|不久|接着|终于|終於)(?!的))[A-Za-z\d]{0,8}[A-Za-z\d\u4e00-\u9fff、·“”《》（）]{4,26}(?=[，。：])"
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
    if topic is None or not is_name_of_thing(topic[0]):
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


_CLAUSES = 2
"""So many commas are in no heading and no name."""


def tells_by_clauses(text: str, *, stops: bool = False) -> bool:
    """True for 东门的铸铁邮筒，1934年造，1979年拆除: clauses of one thing, and no full stop behind them.

    It tells a caption where little but captions is set as the text is; with ``stops`` there may be
    sentences before the last clause.
    """
    return (
        text.count("，") + stops * text.count("。") >= _CLAUSES
        and not ends_sentence(text)
        and (is_han(text[-1]) or text[-1] in "）)")
    )


def points_out(text: str) -> bool:
    """True for 第三号船桨，左下角可见铁箍（修补之后）: a thing, where it is seen in its picture, and no sentence."""
    if width(text) > WITHIN or "。" in text or text[-1] in "，、；：！？":
        return False
    topic, comma, rest = text.partition("，")
    return bool(comma) and is_name_of_thing(topic) and _SHOWN.search(rest) is not None


_SENTENCES = 4
_TOLD = 7
"""The least characters of a name alone before a full stop: 高畦地膜。 opens an item as well."""
_VERBS = "[是有了着著过過不没沒就要会會能让讓把被给給来來去说說想看做走为為对對]"


def is_name_of_thing(text: str) -> bool:
    """True for words that name something: 从海中捞起的青瓷碗, 隔舱板与流水孔."""
    verb = re.search("[是把将將被]|在于|在於", text) or re.search(_VERBS, text.rpartition("的")[2])
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
    return is_name_of_thing(_ROOMS.sub("", hit["thing"]))


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
    return is_name_of_thing(hit["place"]) and (
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


_WHERE_WHO = re.compile(
    rf"^[{HAN}]{{2,10}}(?:[里裡中上前旁边邊下外内內]|门口|門口|现场|現場)的(?P<who>[{HAN}]{{2,4}})。(?:[^。“”我]{{4,48}}。)?$"
)


def names_where(text: str) -> str:
    """Whom a caption names by where he is: 直播间里的某某。墙上没有钟，……。; "" for any other text."""
    hit = _WHERE_WHO.match(text) if width(text) <= WITHIN else None
    return hit["who"] if hit is not None and is_name(hit["who"]) else ""


_ACT = re.compile(
    rf"^(?:[{HAN}]{{2,8}}，)?(?P<who>[{HAN}]{{2,4}}?)(?:正?在|用|把|给|給|向)[^，。；：“”]{{4,20}}。$"
)


def shows_act(units: Sequence[Unit], at: int) -> int:
    """How often an article names the person who does something in the one sentence of a unit.

    开坛前一天，何若溪用竹耙把酱面搅了一遍。: when, who, with what and what; 0 for any other text.
    """
    hit = _ACT.match(units[at].text) if width(units[at].text) <= WITHIN else None
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
