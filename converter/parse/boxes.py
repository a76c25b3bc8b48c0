"""Sidebars (链接, 小贴士 …): where they begin and where they end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, unclosed, width
from converter.memo import per_issue
from converter.names import is_body, split_names
from converter.parse.frames import FRAMES, read_frame
from converter.parse.kinds import labelled, takes_from
from converter.parse.marked import bold_name, marked_names, names_like
from converter.parse.tables import is_caption
from converter.profile import Boxes, Profile
from converter.segment import Unit
from converter.values import NamedTuple

_DASHES = re.compile(r"^(?:——+|—|－－|--)\s*(?=\S)")
_SOURCE_WORDS = (
    "摘自|选自|摘编自|节选自|引自|来源|出处|资料来源|数据来源|信息来源|图片来源|资料出处|原载|转自|整理自|"
    "资料提供|資料提供|数据提供|數據提供|資料來源|數據來源|圖片來源|來源|出處|摘錄自|摘录自|節選自|選自|轉自|轉載自|转载自"
)
_PRINTED_IN = r"^[（(【\[]\s*(?:原?[载載]|[原发發]?刊[于於载載]?|[发發]表[于於])\s*《[^》]{2,40}》[^，。；]{0,30}[）)】\]]$"
"""（载《某报》1956年10月2日第三版）."""
_HELD = (
    r"^[（(][^（）()。《》]{0,16}《[^》]{2,40}》[，,][^（）()。]{2,30}[藏年月日版页頁期卷][）)]$"
)
"""（《某部战斗详报》，1947年10月，某省档案馆藏）."""
_SOURCE_LINE = re.compile(
    rf"^[（(【\[]?\s*(?:{_SOURCE_WORDS}|[据據](?![^《》，。]{{0,8}}，)|[\u4e00-\u9fff]{{2,4}}(?:摘|荐|薦)自)\s*[：:]?\s*\S.{{1,60}}[）)】\]]?$"
    rf"|{_PRINTED_IN}|{_HELD}"
    r"|^[（(]本?(?:案例|个案|個案|故事)(?:均|皆)?由[^，。；]{2,40}(?:提供|整理)[）)]$"
    r"|^[（(]?(?:数据|数字|资料|图表|图片|信息|數據|資料|圖片)(?:均|皆)?由[^，。；]{2,40}(?:提供|整理|统计|統計)[）)]?$"
)
BARS = "▌▍▎▏▋▊┃❙❚◼◾▪❖✦♦＋✚"
"""What is set before the names of boxes, and is no mark of lists or authors."""
_BRACKETED = re.compile(
    rf"^[【\[〖〔﹝《〈「『▲■●◆★※▶►☞➤◎◇{BARS}]\s*(?P<label>[^】\]〗〕﹞》〉」』：:|｜\s]{{2,8}})\s*[】\]〗〕﹞》〉」』]?\s*[：:|｜]?\s*(?P<rest>.*)$"
)


LABEL_SHAPE = re.compile(
    r"^[\u4e00-\u9fff]{1,4}(?:链接|鏈接|連結|连结|贴士|貼士|提示|名片|档案|檔案|词典|辞典|辭典|卡片|解释|解釋|百科|阅读|閱讀|小学堂|小學堂|小课堂|小課堂|"
    r"小教室|多一点|多一點|加油站|直通车|直通車|资讯站|資訊站|信息站|知识站|知識站|补给站|補給站|小常识|小常識|小知识|小知識|小识|小識|小锦囊|小錦囊|小窍门|小竅門|提醒|速递|速遞|速览|速覽|[+＋])$"
)
"""What the names of sidebars end with."""
_SAYS = re.compile(
    r"^(?:营养师|營養師|医生|醫生|医师|醫師|药师|藥師|律师|律師|法官|检察官|檢察官|民警|交警|消防员|专家|專家|老师|老師|教练|教練|农技员|心理师|心理師|咨询师|諮詢師|大厨|大廚|主厨|主廚|厨师|廚師)"
    r"(?:说|說|说法|說法|支招|有话说|有話說|有话要说|教你|叮嘱|叮囑|告诉你|告訴你)$"
)
"""营养师说, 律师支招: who gives advice in a sidebar."""
_DOTTED = re.compile(
    r"^[·•・∙](?P<label>消息|信息|[简簡短书書会會资資][讯訊]|[动動][态態]|[补補]白|文摘|[简簡][报報]|小[资資]料|小知[识識]|小[经經][验驗])[·•・∙]$"
)
"""·消息· over a filler at the end of an article."""
_NUMBERED = re.compile(
    r"^(?P<label>(?:专栏|專欄|Box|BOX)\s*(?:\d{1,2}(?:[-—.．]\d{1,2})?|[一二三四五六七八九十]{1,3}))(?:\s*[：:、|｜]\s*|\s+|$)(?P<rest>\S.{0,40})?$"
)
"""专栏1：什么是“养老服务半径”: sidebars that a report counts."""
_ABOUT_A_PERSON = re.compile(r"(?:简介|小传|档案|名片|簡介|檔案)$")


_TRANSLATED = re.compile(
    rf"^(?P<label>[^A-Za-z]{{0,3}}[{HAN}]{{2,6}}[】〕\]]?)\s*[/／|｜·]?\s*[A-Za-z][A-Za-z &'’\-]{{2,20}}$"
)
"""链接 LINK: the name of a box in two languages."""
_SLASHED = re.compile(
    rf"^[^{HAN}\d]?\s*(?P<label>[{HAN}]{{2,6}})\s*[/／]\s*(?P<title>[{HAN}A-Za-z\d《“][^。；/／]{{1,24}})$"
)
"""名词解释/水力坡度: the name of a box and its title."""
_DOT = re.compile("[·•・∙]")
_BEHIND_DOT = re.compile(
    rf"^(?P<label>[{HAN}]{{2,6}})\s*[·•・∙]\s*(?P<title>[{HAN}A-Za-z\d《“][^。；，·•・∙]{{1,24}})$"
)
"""名词解释·水力坡度: the same with a dot."""


class BoxStart(NamedTuple):
    """A box begins at a unit: its label, and the text on the same line."""

    label: str
    rest: str
    own_line: bool
    titled: bool = False
    """What stands beside the label is the title."""
    named: bool = False
    """What stands in the place of the label is the title."""
    term: str = ""
    """The title between the label and ``rest``, all of which stand on one line."""


_DEFINES = re.compile(
    r"(?:名词|名詞|术语|術語|词条|詞條|概念|[词詞辞辭]典|[解注][释釋])(?:卡|链接|鏈接)?$"
)
_DEFINED = re.compile(
    rf"^(?P<term>[{HAN}A-Za-z\d“”《》·-]{{2,14}})[ \u3000]+(?P<text>[{HAN}A-Za-z\d“《（](?:[^ \u3000]|[ \u3000](?![{HAN}])){{21,}})$"
)
_TITLED = re.compile(
    rf"^(?P<term>[{HAN}“”]{{3,12}}[？?]?)[ \u3000]+(?P<text>[{HAN}“《](?:[^ \u3000]|[ \u3000](?![{HAN}])){{21,}})$"
)
"""The title between the name of a box and its text, where no other blank parts characters."""


_OF_WORK = re.compile(r"^(?P<term>《[^》]{1,30}》)[ \u3000]+(?P<text>\S.{11,})$")


def box_start(unit: Unit, profile: Profile) -> BoxStart | None:
    """Read a unit as the beginning of a box."""
    start = _box_start(unit, profile)
    if start is None or start.own_line or start.titled:
        return start
    # 【名词解释】水力坡度 水流沿程……: the word that is explained, a blank, and what it means;
    # 书卡 《某书》 某某著，……: the work, and what it is.
    hit = _OF_WORK.match(start.rest)
    if hit is None and start.label:
        hit = (_DEFINED if _DEFINES.search(start.label) else _TITLED).match(start.rest)
    return start if hit is None else start._replace(term=hit["term"], rest=hit["text"])


def _box_start(unit: Unit, profile: Profile) -> BoxStart | None:
    text, boxes = unit.text.strip(), profile.boxes
    plain = squeeze(text)
    bare = bare_label(plain)
    if text[0] in "〔﹝" and bare in boxes.ambiguous:
        return None  # 〔点评〕, as parts of a text are named, too
    return (
        _alone(text, plain, bare, boxes.labels)
        or _marked(text, plain, boxes.labels)
        or _told_by_shape(text, plain, bare)
        or _parted_by_sign(text, boxes)
        or _opening(unit, text, boxes)
    )


def _alone(text: str, plain: str, bare: str, labels: Collection[str]) -> BoxStart | None:
    """链接, 链接 LINK: the name of a box has the line to itself."""
    if len(bare) <= _LONGEST and bare in labels and len(plain) <= len(bare) + 6:
        return BoxStart(bare, "", own_line=True)
    translated = _TRANSLATED.match(text) if len(text) <= _LONGEST else None
    if translated and bare_label(translated["label"]) in labels:
        return BoxStart(bare_label(translated["label"]), "", own_line=True)
    return None


def _marked(text: str, plain: str, labels: Collection[str]) -> BoxStart | None:
    """**链接** ……, ·消息·, 【链接】……: marks set the name off from what stands beside it."""
    bold = bold_name(text)
    if bold is not None and bold.label in labels:
        titled = width(bold.rest) <= _BESIDE and not ends_sentence(bold.rest)
        return BoxStart(bold.label, bold.rest, own_line=False, titled=titled)
    dotted = _DOTTED.match(plain)
    if dotted:
        return BoxStart(dotted["label"], "", own_line=True)
    frame = read_frame(text) if text[0] in FRAMES else None
    if frame is not None and frame.title and frame.name in labels:
        return BoxStart(frame.name, frame.title, own_line=False, titled=True)
    hit = _BRACKETED.match(text)
    if hit and _names_box(squeeze(hit["label"]), text, labels):
        return BoxStart(bare_label(hit["label"]), hit["rest"].strip(), own_line=False)
    return None


def _told_by_shape(text: str, plain: str, bare: str) -> BoxStart | None:
    """法条小贴士, 律师支招, 专栏1：……: what no list names, made as names of boxes are."""
    if len(plain) <= 6 and LABEL_SHAPE.match(bare) and len(plain) <= len(bare) + 4:
        return BoxStart(bare, "", own_line=True)
    if len(plain) <= 10 and _SAYS.match(bare):
        return BoxStart(bare, "", own_line=True)
    hit = _NUMBERED.match(text) if text[0] in "专專B" and not ends_sentence(text) else None
    if hit is None:
        return None
    rest = (hit["rest"] or "").strip()
    return BoxStart(squeeze(hit["label"]), rest, own_line=not rest, titled=True)


def _parted_by_sign(text: str, boxes: Boxes) -> BoxStart | None:
    """名词解释·水力坡度, 名词解释/水力坡度: a dot or a stroke parts name and title."""
    dotted = _BEHIND_DOT.match(text) if _DOT.search(text[:9]) else None
    if dotted and dotted["label"] in boxes.labels and dotted["label"] not in boxes.ambiguous:
        return BoxStart(dotted["label"], dotted["title"], own_line=False, titled=True)
    slashed = _SLASHED.match(text) if "/" in text[:9] or "／" in text[:9] else None
    if slashed is None or slashed["label"] not in boxes.labels:
        return None
    label, title = slashed["label"], slashed["title"]
    if _ABOUT_A_PERSON.search(label) is None and split_names(title) is not None:
        return None
    if label in boxes.ambiguous and is_body(title):
        return None  # 数据 / 某某委员会: who did it
    return BoxStart(label, title, own_line=False, titled=True)


def _opening(unit: Unit, text: str, boxes: Boxes) -> BoxStart | None:
    """链接｜标题, 链接　正文, 链接】标题: the name opens a line, with a blank or a mark behind it."""
    spaced = _SPACED.match(text)
    if spaced is not None and squeeze(spaced[0]) not in boxes.labels:
        spaced = None
    hit = _OPENED.match(text if spaced is None else squeeze(spaced[0]) + text[spaced.end() :])
    if hit is None or hit["label"] not in boxes.labels:
        return None
    label, parted, rest = hit["label"], hit["sep"], hit["rest"].strip()
    beside = width(rest) <= _BESIDE
    if parted[0] in "】〗":
        titled = beside and not ends_sentence(rest)
        return BoxStart(label, rest, own_line=False, titled=titled)
    if rest[0] in "/／":
        return None  # 数据 / 某某委员会: who did it
    colon = "：" in parted or ":" in parted
    if colon and label not in boxes.proved and _ABOUT_A_PERSON.search(label) is not None:
        return None
    barred = "|" in parted or "｜" in parted
    if barred or label not in boxes.ambiguous:
        titled = bool(unit.markup_level or unit.strong)  # ## 小辞典 船闸
        titled = titled or (barred and beside and rest[-1] not in "，、；：。")
        return BoxStart(label, rest, own_line=False, titled=titled)
    # A common word needs the blank that OCR leaves between a label and its text.
    if colon or len(rest) < _TEXT or _SAID_OF_WORD.match(rest):
        return None
    return BoxStart(label, rest, own_line=False)


_TEXT = 12
"""Characters of the shortest text beside a common word that names a box."""
_SAID_OF_WORD = re.compile("(?:显示|表明|来源|指出|顯示|是|和|与)")
"""数据 显示……: a sentence of which the word is a part."""


def _names_box(label: str, text: str, labels: Collection[str]) -> bool:
    """True for 【链接】……, and for a name that ends as those do, if brackets close it: 【法条链接】……."""
    if text.startswith(("《", "「", "『")):
        return False
    closed = text[0] in "【〖" and text[len(label) + 1 : len(label) + 2] in tuple("】〗")
    return label in labels or (closed and LABEL_SHAPE.match(label) is not None)


_OPENED = re.compile(
    r"^(?P<label>[^\s：:|｜】〗]{2,6})(?P<sep>\s*[：:|｜]\s*|[】〗]\s*|\s+)(?P<rest>\S.*)$"
)
"""链接｜标题, 链接　正文, and 链接】标题, of whose brackets OCR has lost one."""
_SPACED = re.compile(rf"^[{HAN}](?:[ \u3000][{HAN}]){{1,5}}(?=\s*[：:|｜]|\s+\S)")
"""链 接 ｜ 标题, 链 接 正文: a name that is letter-spaced."""
_LONGEST = 64
"""Characters of the longest name of a box; paragraphs are not looked for among the names."""


def bare_label(text: str) -> str:
    """The name of a sidebar without the brackets and ornaments around it."""
    return (
        squeeze(text)
        .lstrip("＋✚")
        .strip(
            "【】[]〖〗〔〕﹝﹞《》〈〉「」▲■●◆★※▶►☞➤▎▌▍▏┃丨：:|｜·—–->＞»›→▼▽◎☆◇○☉◉◈✧♨=＝~～/／"
        )
    )


_BESIDE = 20
"""Em of a title beside the name of a box."""
_OPENING_LABEL = re.compile(r"^(?P<label>\S{2,6}?)(?:\s*[：:]\s*|\s+)(?P<rest>\S.*)$")


def beside_title(text: str, profile: Profile) -> BoxStart | None:
    """词条 渡田, 背景：渡田镇: a name that boxes have, and the title of this one; ``None`` for anything else."""
    hit = _BESIDE_TITLE.match(text.strip())
    if hit is None or hit["label"] not in profile.boxes.labels:
        return None
    return BoxStart(hit["label"], hit["title"], own_line=False, titled=True)


_BESIDE_TITLE = re.compile(
    rf"^(?P<label>[{HAN}]{{2,6}})(?:[ \u3000]+|\s*：\s*)(?P<title>[^\s，。；：！]{{1,16}})$"
)


def with_proved_labels(
    profile: Profile, units: Sequence[Unit], sections: Collection[str] = ()
) -> Profile:
    """The profile in which common words that name boxes in this issue are no longer doubted.

    背景：…… may be a sentence or a box. It is a box if it stands in the middle of a broken
    sentence or is closed by an attribution, or beside a title as it stands elsewhere alone;
    then the word names a box wherever it opens a paragraph of this issue. So do names that
    the marks of the OCR prove, unless ``sections`` of the issue have them.
    """
    listed = profile.boxes.labels
    marked = (marked_names(units) | names_like(units, listed)).difference(listed, sections)
    profile = profile.with_box_labels(sorted(marked))
    doubted = frozenset(profile.boxes.ambiguous)
    proved = _framed_like_sure_ones(units, profile.boxes.labels, doubted)
    short = (unit.text for unit in units if len(unit.text) <= _BESIDE)
    alone = {plain for text in short if (plain := bare_label(text)) in doubted}
    for at, unit in enumerate(units):
        hit = _OPENING_LABEL.match(unit.text)
        if hit is None or hit["label"] in proved or hit["label"] not in profile.boxes.labels:
            continue
        about_person = _ABOUT_A_PERSON.search(hit["label"]) is not None
        if hit["label"] not in doubted and (not about_person or labelled(unit.text)):
            if about_person and at + 1 < len(units) and is_attribution(units[at + 1].text):
                proved.add(hit["label"])  # whence it is
            continue  # 人物简介：…… may cut a sentence as well, and is no box
        beside = hit["label"] in alone and _stands_beside(hit)
        if beside or _within_sentence(units, at) or _is_closed(units, at):
            proved.add(hit["label"])
    if not proved:
        return profile
    left = tuple(label for label in profile.boxes.ambiguous if label not in proved)
    boxes = profile.boxes._replace(ambiguous=left, proved=tuple(sorted(proved)))
    return profile._replace(boxes=boxes)


def _framed_like_sure_ones(
    units: Sequence[Unit], labels: Collection[str], doubted: Collection[str]
) -> set[str]:
    """〔补白〕 where 〔小知识〕 and 〔小档案〕 name boxes: common words in the same brackets."""
    short = (unit.text.strip() for unit in units if len(unit.text) <= _BESIDE)
    framed = {bare_label(text) for text in short if text[:1] == "〔" and text[-1:] == "〕"}
    sure = framed.intersection(labels).difference(doubted)
    return framed.intersection(doubted) if len(sure) >= _SURE else set()


_SURE = 2
"""So many names that nothing but boxes have show what a magazine's brackets are for."""


def _stands_beside(hit: re.Match[str]) -> bool:
    """True for 词条　　浮桥: a label and a title, parted by more than a blank."""
    parted = hit.string[hit.end("label") : hit.start("rest")]
    wide = width(parted) >= 1 or len(parted) > 1
    return wide and width(hit["rest"]) <= _BESIDE and not ends_sentence(hit["rest"])


def _within_sentence(units: Sequence[Unit], at: int) -> bool:
    return width(units[at].text) >= 24 and cuts(units, at)


def cuts(units: Sequence[Unit], at: int) -> bool:
    """True if a sentence breaks off before a unit, or before the table above that."""
    top = at
    while at and top - at < _ROWS and units[at - 1].text.startswith("|"):
        at -= 1
    if 0 < at < top and is_caption(units[at - 1].text):
        at -= 1
    before = units[at - 1].text if at else "。"
    return width(before) > 24 and not ends_sentence(before) and before[-1] not in "：；—"


_ROWS = 40
"""Rows of a table, which end with no sentence."""


def _is_closed(units: Sequence[Unit], at: int) -> bool:
    """True if an attribution follows after a paragraph or a few."""
    for unit in units[at + 1 : at + 4]:
        if is_attribution(unit.text):
            return width(units[at].text) >= 24
        if width(unit.text) < 24:
            return False
    return False


_OWN_LABEL = re.compile(
    rf"^[【\[〖《〈「▲■●◆★※▶►☞➤{BARS}\s]*(?P<label>[^】\]〗》〉」：:|｜，。\s]{{1,8}})[】\]〗》〉」]*(?:\s+|\s*[：:|｜]\s*)(?P<rest>\S.*)$"
)


_BARRED = re.compile(r"^[^\s：:|｜，。]{2,6}\s*[：:|｜]\s*[^：:|｜，。；]{2,16}$")
"""名词：浮桥: the name of a box and its title, and nothing else."""


def decided_start(unit: Unit) -> BoxStart:
    """A box where an editor says so: its first word is the label if it looks like one."""
    text = unit.text.strip()
    hit = _OWN_LABEL.match(text)
    if hit and not unit.wrapped and _BARRED.match(text) and not ends_sentence(text):
        return BoxStart(hit["label"], hit["rest"].strip(), own_line=False, titled=True)
    if width(text) <= 10 and not ends_sentence(text):
        return BoxStart(squeeze(text).strip("【】[]〖〗▲■●◆★※▶►☞➤：:|｜"), "", own_line=True)
    if hit:
        # ●名家一页●　三盏灯
        label = bare_label(hit["label"]) or hit["label"]
        return BoxStart(label, hit["rest"].strip(), own_line=False)
    return BoxStart("", text, own_line=False)


_EXCERPT = re.compile(
    r"(?:摘[录錄抄选選登编編]|节选|節選|选[段登摘读]|選[段登摘讀]|片段|台词|臺詞|对白|對白|原文|书摘|書摘|文摘)$"
)
_EXCERPT_WORD = 2


def is_excerpt(label: str) -> bool:
    """剧本摘录, 原著选段: a box that quotes a work, in which people may speak."""
    return _EXCERPT.search(label[-_EXCERPT_WORD:]) is not None


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
            # ——岸绿了。“树苗 | 还不够: text that a page breaks off
            and not re.search("[。！？][^。！？”’》）]{2,}$", plain)
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


_SOURCE = re.compile(
    rf"^(?:——+|[（(【\[])\s*(?:{_SOURCE_WORDS}|[\u4e00-\u9fff]{{2,4}}(?:摘|荐|薦)自)|^——+\s*《[^》]{{2,40}}》"
    r"|^[（(]\s*(?:据|據)[^，。《》]{0,20}《[^》]{2,40}》[^，。]{0,12}[）)]$"
    r"|^(?:据|據)[^，。《》]{0,20}《[^》]{2,40}》(?:[（(][^（）()，。]{2,30}[）)]|第[^，。]{1,8}[卷期页頁章])?(?:整理|编写|編寫|改写|改寫|摘编|摘編)?$"
    rf"|{_PRINTED_IN}|{_HELD}"
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


def is_digest(parts: Iterable[Sequence[Unit]]) -> bool:
    """True if most articles, whose units are ``parts``, end with （摘自……）."""
    lasts = [_last_text(units) for units in parts if units]
    sourced = sum(1 for text in lasts if takes_from(text) or (text[0] in "（(" and is_source(text)))
    return sourced >= _DIGESTED and sourced * 2 >= len(lasts)


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
    return plain[1:-1].strip() if plain[-1] in "）)】]" and not dashed else plain
