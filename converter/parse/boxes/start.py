"""The names of sidebars (链接, 小贴士 …) as they open or fill a line."""

from __future__ import annotations

from collections.abc import Collection

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.names import is_body, split_names
from converter.parse.frames import (
    FRAMES,
    ORNAMENTS,
    as_printed,
    between_pair,
    read_frame,
    with_known_mark,
)
from converter.parse.marked import LABEL_SHAPE, bold_name
from converter.profile import Boxes, Profile
from converter.segment import Unit
from converter.values import NamedTuple

BARS = "▌▍▎▏▋▊┃❙❚◼◾▪❖✦♦＋✚"
"""What is set before the names of boxes, and is no mark of lists or authors."""
_BRACKETED = re.compile(
    rf"^[【\[［〖〔﹝《〈「『▲■●◆★☆♥♦♪♠♣✿❀△▽※▶►☞➤◎◇{BARS}]\s*(?P<label>[^】\]］〗〕﹞》〉」』：:|｜│丨\s]{{2,8}})\s*[】\]］〗〕﹞》〉」』]?\s*(?P<sign>[：:|｜│丨]?)\s*(?P<rest>.*)$"
)


_SAYS = re.compile(
    r"^(?:营养师|營養師|医生|醫生|医师|醫師|药师|藥師|律师|律師|法官|检察官|檢察官|民警|交警|消防员|专家|專家|老师|老師|教练|教練|农技员|心理师|心理師|咨询师|諮詢師|大厨|大廚|主厨|主廚|厨师|廚師)"
    r"(?:说|說|说法|說法|支招|有话说|有話說|有话要说|教你|叮嘱|叮囑|告诉你|告訴你|连线|連線)$"
)
"""营养师说, 律师支招: who gives advice in a sidebar."""
SAYINGS = re.compile(rf"^[{HAN}]{{2,6}}(?:语录|語錄)$")
"""某老师语录: what somebody used to say, under a title of its own."""
_ADVISES = re.compile(
    r"^(?P<label>(?:医生|醫生|医师|醫師|律师|律師|法官|民警|专家|專家|老师|老師|教练|教練|农技员|厨师|廚師)(?:连线|連線|支招))(?:\s*[：:|｜]\s*|\s+)(?P<title>\S.{3,22})$"
)
"""专家连线　怎样谈补偿: the same and a title."""
_DOTTED = re.compile(
    r"^[·•・∙](?P<label>消息|信息|[简簡短书書会會资資][讯訊]|[动動][态態]|[补補]白|文摘|[简簡][报報]|小[资資]料|小知[识識]|小[经經][验驗])[·•・∙]$"
)
"""·消息· over a filler at the end of an article."""
_NUMBERED = re.compile(
    r"^(?P<label>(?:专栏|專欄|Box|BOX)\s*(?:\d{1,2}(?:[-—.．]\d{1,2})?|[一二三四五六七八九十]{1,3}))(?:\s*[：:、|｜]\s*|\s+|$)(?P<rest>\S.{0,40})?$"
)
"""专栏1：什么是“养老服务半径”: sidebars that a report counts."""
ABOUT_A_PERSON = re.compile(r"(?:简介|小传|档案|名片|簡介|檔案)$")


_TRANSLATED = re.compile(
    rf"^(?P<label>[^A-Za-z]{{0,3}}[{HAN}]{{2,6}}[】〕\]]?)\s*[/／|｜·]?\s*[A-Za-z][A-Za-z &'’\-]{{2,20}}$"
)
"""链接 LINK: the name of a box in two languages."""
_TRANSLATED_BESIDE = re.compile(
    rf"^[^A-Za-z{HAN}]{{0,2}}(?P<label>[{HAN}]{{2,6}})\s+[A-Z][A-Za-z &'’\-]{{2,20}}\s*[|｜]\s*(?P<title>[^|｜，。；！]{{2,20}})$"
)
"""链接 LINK | 老渡口: the same and a title."""
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
    text = unit.text.strip()
    start = _box_start(unit, with_known_mark(text), profile)
    if start is not None and start.rest:
        start = start._replace(rest=as_printed(start.rest, text))
    if start is None or start.own_line or start.titled:
        return start
    # 【名词解释】水力坡度 水流沿程……: the word that is explained, a blank, and what it means;
    # 书卡 《某书》 某某著，……: the work, and what it is.
    hit = _OF_WORK.match(start.rest)
    if hit is None and start.label:
        hit = (_DEFINED if _DEFINES.search(start.label) else _TITLED).match(start.rest)
    return start if hit is None else start._replace(term=hit["term"], rest=hit["text"])


def _box_start(unit: Unit, text: str, profile: Profile) -> BoxStart | None:
    boxes = profile.boxes
    plain = squeeze(text)
    bare = bare_label(plain)
    if bare[-1:] in ("？", "?", "！", "!") and len(bare) <= _ASKS and bare[:-1] in boxes.labels:
        bare = bare[:-1]  # 你知道吗？
    if text[0] in "〔﹝" and bare in boxes.ambiguous:
        return None  # 〔点评〕, as parts of a text are named, too
    return (
        _alone(text, plain, bare, boxes.labels)
        or _marked(text, plain, boxes.labels)
        or _told_by_shape(text, plain, bare)
        or _parted_by_sign(text, boxes)
        or _opening(unit, text, boxes)
    )


_ASKS = 9
"""Characters of the longest such name and the mark behind it."""


def _alone(text: str, plain: str, bare: str, labels: Collection[str]) -> BoxStart | None:
    """链接, 链接 LINK: the name of a box has the line to itself."""
    if len(bare) <= _LONGEST and bare in labels and len(plain) <= len(bare) + 6:
        return BoxStart(bare, "", own_line=True)
    translated = _TRANSLATED.match(text) if len(text) <= _LONGEST else None
    if translated and bare_label(translated["label"]) in labels:
        return BoxStart(bare_label(translated["label"]), "", own_line=True)
    beside = _TRANSLATED_BESIDE.match(text) if "|" in text or "｜" in text else None
    if beside is not None and beside["label"] in labels:
        return BoxStart(beside["label"], beside["title"].strip(), own_line=False, titled=True)
    return None


def _marked(text: str, plain: str, labels: Collection[str]) -> BoxStart | None:
    """**链接** ……, ·消息·, 【链接】……: marks set the name off from what stands beside it."""
    bold = bold_name(text)
    if bold is not None and bold.label in labels:
        titled = width(bold.rest) <= BESIDE and not ends_sentence(bold.rest)
        return BoxStart(bold.label, bold.rest, own_line=False, titled=titled)
    dotted = _DOTTED.match(plain)
    if dotted:
        return BoxStart(dotted["label"], "", own_line=True)
    frame = read_frame(text) if text[0] in FRAMES else None
    if frame is not None and frame.title and frame.name in labels:
        return BoxStart(frame.name, frame.title, own_line=False, titled=True)
    name, rest = between_pair(text) or ("", "")
    if name and name in labels:
        titled = width(rest) <= BESIDE and not ends_sentence(rest)
        return BoxStart(name, rest, own_line=not rest, titled=titled and bool(rest))
    within = _WITHIN.match(text) if text[0] in "【〖〔［[" else None
    if within and (
        within["label"] in labels or (within["sep"].strip() and LABEL_SHAPE.match(within["label"]))
    ):
        return BoxStart(within["label"], within["title"].strip(), own_line=False, titled=True)
    hit = _BRACKETED.match(text)
    if hit and _names_box(squeeze(hit["label"]), text, labels):
        rest = hit["rest"].strip()
        parted = text[0] in "▶►☞➤" or hit["sign"] in _BARS
        titled = parted and _is_title(rest)
        return BoxStart(bare_label(hit["label"]), rest, own_line=False, titled=titled)
    return None


def _is_title(rest: str) -> bool:
    """True for a few words beside the name of a box, without a mark of a sentence."""
    return 0 < width(rest) <= BESIDE and re.search("[，。；：！]", rest) is None


def _told_by_shape(text: str, plain: str, bare: str) -> BoxStart | None:
    """法条小贴士, 律师支招, 专栏1：……: what no list names, made as names of boxes are."""
    if len(plain) <= 6 and LABEL_SHAPE.match(bare) and len(plain) <= len(bare) + 4:
        return BoxStart(bare, "", own_line=True)
    if len(plain) <= 10 and _SAYS.match(bare):
        return BoxStart(bare, "", own_line=True)
    if len(plain) <= 10 and SAYINGS.match(bare):
        return BoxStart("", bare, own_line=False, titled=True)
    apart = _WIDELY.match(text.strip()) if "\u3000" in text else None
    if apart is not None and LABEL_SHAPE.match(apart["label"]) and _is_title(apart["title"]):
        return BoxStart(apart["label"], apart["title"], own_line=False, titled=True)
    advice = _ADVISES.match(text.strip())
    if advice is not None and not (ends_sentence(text) or "。" in text):
        return BoxStart(advice["label"], advice["title"].strip(), own_line=False, titled=True)
    hit = _NUMBERED.match(text) if text[0] in "专專B" and not ends_sentence(text) else None
    if hit is None:
        return None
    rest = (hit["rest"] or "").strip()
    return BoxStart(squeeze(hit["label"]), rest, own_line=not rest, titled=True)


_WIDELY = re.compile(r"(?P<label>\S{3,8})\u3000+(?P<title>[\u4e00-\u9fff“《][^\u3000]*)$")
"""受访者小档案　某某: a wide blank parts a name from the title."""


def _parted_by_sign(text: str, boxes: Boxes) -> BoxStart | None:
    """名词解释·水力坡度, 名词解释/水力坡度: a dot or a stroke parts name and title."""
    dotted = _BEHIND_DOT.match(text) if _DOT.search(text[:9]) else None
    if dotted and dotted["label"] in boxes.labels and dotted["label"] not in boxes.ambiguous:
        return BoxStart(dotted["label"], dotted["title"], own_line=False, titled=True)
    slashed = _SLASHED.match(text) if "/" in text[:9] or "／" in text[:9] else None
    if slashed is None or slashed["label"] not in boxes.labels:
        return None
    label, title = slashed["label"], slashed["title"]
    if ABOUT_A_PERSON.search(label) is None and split_names(title) is not None:
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
    if hit is None:
        return None
    if hit["label"] not in boxes.labels:
        return _named_aloud(hit)
    label, parted, rest = hit["label"], hit["sep"], hit["rest"].strip()
    beside = width(rest) <= BESIDE
    if label not in boxes.labels:
        # 教材链接：皮影: the name is in no list, but made as those are, and over a title.
        shaped = parted.strip() in ("：", ":") and LABEL_SHAPE.match(label) is not None
        title = shaped and beside and not re.search("[，。；：！？]", rest)
        return BoxStart(label, rest, own_line=False, titled=True) if title else None
    if parted[0] in "】〗":
        titled = beside and not ends_sentence(rest)
        return BoxStart(label, rest, own_line=False, titled=titled)
    if rest[0] in "/／":
        return None  # 数据 / 某某委员会: who did it
    colon = "：" in parted or ":" in parted
    if colon and label not in boxes.proved and ABOUT_A_PERSON.search(label) is not None:
        return None
    barred = parted.strip() in tuple("|｜│▏▎▍")
    if barred or label not in boxes.ambiguous:
        titled = bool(unit.markup_level or unit.strong)  # ## 小辞典 船闸
        titled = titled or (barred and beside and rest[-1] not in "，、；：。")
        titled = titled or (colon and _is_title(rest))  # 相关资料：《某片》小档案
        titled = titled or (parted == "\u3000" and _NAMES.match(rest) is not None)
        return BoxStart(label, rest, own_line=False, titled=titled)
    # A common word needs the blank that OCR leaves between a label and its text.
    if colon or len(rest) < _TEXT or _SAID_OF_WORD.match(rest):
        return None
    return BoxStart(label, rest, own_line=False)


_NAMES = re.compile(rf"^[{HAN}]{{1,8}}$")
"""石羊 behind 展品名片 and a wide blank: what the box is about, and no text of it."""
_TEXT = 12
"""Characters of the shortest text beside a common word that names a box."""
_SAID_OF_WORD = re.compile("(?:显示|表明|来源|指出|顯示|是|和|与)")
"""数据 显示……: a sentence of which the word is a part."""


_SURE_NAME = re.compile(
    rf"^[{HAN}]{{2}}(?:链接|鏈接|連結|连结|花絮|资料卡|資料卡|小贴士|小貼士|小档案|小檔案|小词典|小辞典|小辭典|小百科|小知识|小知識|小常识|小常識|卡片|条规|條規)$|^[小微](?:提醒|提示|贴士|貼士|课堂|課堂)$|^微(?:故事|案例|党课|黨課|镜头|鏡頭|观点|觀點|知识|知識)$"
)
"""Names that only boxes have: two words of any kind and what such a box is."""
_CLAUSES = re.compile("[，；、].{4}")
"""What the first printed line of a text has, and no title."""


def _named_aloud(hit: re.Match[str]) -> BoxStart | None:
    """编者链接：某地的信鸽: a name that only boxes have, though no list has it, and a title beside it.

    Or 纪法链接 党员干部……。, behind a blank or a colon the first paragraph or the title.
    """
    title = hit["rest"].strip()
    if _SURE_NAME.match(hit["label"]) is None:
        return None
    text = width(title) > BESIDE or title[-1] == "。"
    if hit["sep"].strip() in ("", "：", ":") and text:
        runs = ends_sentence(title) or _CLAUSES.search(title) is not None
        return BoxStart(hit["label"], title, own_line=False) if runs else None
    return BoxStart(hit["label"], title, own_line=False, titled=True) if _is_title(title) else None


_WITHIN = re.compile(
    rf"^[【〖〔［\[]\s*(?P<label>[{HAN}]{{2,8}})(?P<sep>\s*[：:·・|｜]\s*|[ \u3000]+)(?P<title>[^【】〖〗〔〕［］\[\]。；！]{{1,24}})[】〗〕］\]]$"
)
"""【人物档案：某某】, 【资料窗　老渡口】: a name and a title in the same brackets."""
_OF_A_WORK = tuple("，。、；：？！（(的中里是和与")
"""How a sentence goes on behind the title of a work."""


def _names_box(label: str, text: str, labels: Collection[str]) -> bool:
    """True for 【链接】……, and for a name that ends as those do, if brackets close it: 【法条链接】……."""
    if text.startswith(("「", "『")):
        return False
    if text[0] == "《":  # a work, but where the brackets close behind the name of a box
        beside = text[len(label) + 2 :].strip()
        alone = text[len(label) + 1 : len(label) + 2] == "》" and not beside.startswith(_OF_A_WORK)
        return alone and label in labels and not (beside and ends_sentence(beside))
    closed = text[0] in "【〖［" and text[len(label) + 1 : len(label) + 2] in tuple("】〗］")
    return label in labels or (closed and LABEL_SHAPE.match(label) is not None)


_OPENED = re.compile(
    r"^(?P<label>[^\s：:|｜│▏▎▍】〗]{2,6})(?P<sep>\s*[：:|｜│▏▎▍]\s*|[】〗]\s*|\s+)(?P<rest>\S.*)$"
)
"""链接｜标题, 链接　正文, and 链接】标题, of whose brackets OCR has lost one."""
_SPACED = re.compile(rf"^[{HAN}](?:[ \u3000][{HAN}]){{1,5}}(?=\s*[：:|｜]|\s+\S)")
"""链 接 ｜ 标题, 链 接 正文: a name that is letter-spaced."""
_BARS = frozenset("|｜│丨")
_LONGEST = 64
"""Characters of the longest name of a box; paragraphs are not looked for among the names."""


def bare_label(text: str) -> str:
    """The name of a sidebar without the brackets and ornaments around it."""
    return (
        squeeze(text)
        .lstrip("＋✚")
        .strip(
            "【】[]［］〖〗〔〕﹝﹞《》〈〉「」※▶►☞➤▎▌▍▏┃丨：:|｜·—–->＞»›→◎☉◉◈✧♨=＝~/／"
            + ORNAMENTS
        )
    )


BESIDE = 20
"""Em of a title beside the name of a box."""


def beside_title(text: str, profile: Profile) -> BoxStart | None:
    """词条 渡田, 背景：渡田镇: a name that boxes have, and the title of this one; ``None`` for anything else."""
    hit = _BESIDE_TITLE.match(text.strip())
    if hit is None or hit["label"] not in profile.boxes.labels:
        return None
    return BoxStart(hit["label"], hit["title"], own_line=False, titled=True)


_BESIDE_TITLE = re.compile(
    rf"^(?P<label>[{HAN}]{{2,6}})(?:[ \u3000]+|\s*：\s*)(?P<title>[^\s，。；：！]{{1,16}})$"
)


_OWN_LABEL = re.compile(
    rf"^[【\[［〖《〈「▲■●◆★※▶►☞➤{BARS}\s]*(?P<label>[^】\]］〗》〉」：:|｜，。\s]{{1,8}})[】\]］〗》〉」]*(?:\s+|\s*[：:|｜]\s*)(?P<rest>\S.*)$"
)


_BARRED = re.compile(r"^[^\s：:|｜，。]{2,6}\s*[：:|｜]\s*[^：:|｜，。；]{2,16}$")
"""名词：浮桥: the name of a box and its title, and nothing else."""
_WIDE = re.compile(rf"^(?P<label>[{HAN}]{{2,5}})\u3000+(?P<rest>[^\s，。；：！]{{3,18}})$")
"""窍门　怎样存姜: the same with a wide blank; of two words as long as each other the line is one name."""


def glued_title(text: str, profile: Profile) -> BoxStart | None:
    """链接扣碗听泉: a name that only boxes have, and the title, from between which OCR took the blank.

    Only what tells that a box begins there, as its frame does, can say so.
    """
    plain = text.strip()
    if not _PLAIN.match(plain):
        return None
    sizes = range(min(_LONGEST_NAME, len(plain) - _SHORTEST_TITLE), 1, -1)
    label = next((plain[:size] for size in sizes if plain[:size] in profile.boxes.sure), "")
    return BoxStart(label, plain[len(label) :], own_line=False, titled=True) if label else None


_PLAIN = re.compile(rf"^[{HAN}“”《》]{{5,14}}$")
_LONGEST_NAME, _SHORTEST_TITLE = 6, 3
"""Characters of the longest such name, and of the shortest title."""


def decided_start(unit: Unit) -> BoxStart:
    """A box where an editor says so: its first word is the label if it looks like one."""
    text = unit.text.strip()
    hit = _OWN_LABEL.match(text)
    if hit and not unit.wrapped and _BARRED.match(text) and not ends_sentence(text):
        return BoxStart(hit["label"], hit["rest"].strip(), own_line=False, titled=True)
    wide = _WIDE.match(text)
    if wide is not None and not unit.wrapped and len(wide["label"]) != len(wide["rest"]):
        return BoxStart(wide["label"], wide["rest"], own_line=False, titled=True)
    if width(text) <= 10 and not ends_sentence(text):
        return BoxStart(
            squeeze(text).strip("【】[]［］〖〗〔〕▲■●◆★※▶►☞➤：:|｜"), "", own_line=True
        )
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
