"""A byline without what stands around it: whence somebody reports, letter-spacing."""

from __future__ import annotations

from collections.abc import Collection

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, squeeze
from converter.names import SURNAMES, is_name, split_names
from converter.names.house import HOUSE, POST, RANK
from converter.names.works import GLUED, MADE, PICTURES, STROKES, WRITING, one_of
from converter.parse.byline.forms import RAISED

_FROM = re.compile(
    rf"(?<=[{HAN}])\s*(?:[/／|｜，,]\s*|\s)(?:发自|發自|报道自|寄自|摄于|发于)\s*[{HAN}、·]{{2,16}}$|^(?:By|BY|by)\s+(?=[{HAN}])|^[\[［【](?=[{HAN}]{{2,6}}(?:记者|記者|通讯员|撰稿人?|评论员)[\]］】])"
)
"""本刊记者 某某 发自某地, 本刊记者 某某/发自某地, By 某某, [本刊记者] 某某: what stands around a byline."""
_TAUGHT = re.compile(
    r"^(?:执\s*教|執\s*教|授\s*课|授\s*課|说\s*课|說\s*課|评\s*析|評\s*析|点\s*评|點\s*評|评\s*点|評\s*點)\s+(?=[\u4e00-\u9fff]{2})"
)
"""执　教　某小学　某　某: who gave a lesson and who judges it, without a colon."""
_LETTERS = re.compile(
    rf"(?<![^\s：:/／｜|（(、，])[{HAN}](?:\s(?!(?:{one_of(WRITING | PICTURES)})\s*[/／：:｜|])[{HAN}])+(?=$|[\s（(）)、，*＊†‡]|(?:{one_of(GLUED)})(?:\s|$))"
)
"""沈 禾, and not the work that follows: 沈 禾 图 / 陆 遥."""


_MARKS = SHAPES + "※▪◉⊙"
_WORK = one_of(WRITING | PICTURES)
_MARKED_WORK = re.compile(
    rf"(?<![^\s（(])(?P<work>(?:{_WORK})(?:[、·&＆](?:{_WORK}))*)\s*[{_MARKS}]\s*(?=[{HAN}A-Z])"
)
"""文 ◎ 某某: a mark where others print a stroke."""
_ORNAMENTS = frozenset(_MARKS)


_PLACED_WORK = re.compile(
    rf"^(?P<who>[{HAN}·](?:[ \u3000]?[{HAN}·]){{1,5}}\s*[（(][^（）()]{{2,40}}[）)])\s*(?:{one_of(WRITING)})$"
)
"""某某（某某站）主答: where somebody works stands before what he did."""
_DOT = re.compile(rf"(?<=[{HAN}]{{2}})(?: ·|· )(?=[{HAN}]{{2}})")
"""埃里克· 霍尔姆: a blank beside the dot in the name of a foreigner."""
_RAISED = str.maketrans("1234567890，、", "¹²³⁴⁵⁶⁷⁸⁹⁰,,")


_UNDERLINE = re.compile(rf"(?<=[{HAN}])[ \u3000]?_[ \u3000]?(?=[{HAN}])")
"""撰文_某某: an underline where others print a stroke."""
_FRAMES = ("〔〕", "[]", "［］", "【】")
_ALSO_TOOK = re.compile(r"(?<=\S)\s+[文撰][并並兼][摄攝图圖绘繪]影?(?=[〕\]］]?$)")
"""某某　文并摄: who wrote has taken the pictures, too."""


def unframed(text: str, known: Collection[str]) -> str:
    """A byline in brackets without them, 〔某系2020级 某某〕, be the second one lost.

    The contents name who signs, or nothing but names or one of the house is so framed: else it
    is a note, or tells whom a talk has called to a table.
    """
    plain = text.strip()
    frame = next((one for one in _FRAMES if plain.startswith(one[0])), "")
    inside = plain[1:].removesuffix(frame[1]).strip() if frame else ""
    if not inside or any(mark in inside for mark in (*frame, "：", "。")):
        return text
    bare = squeeze(inside)
    signs = any(name in bare for name in known) or (frame != "【】" and split_names(inside))
    return inside if signs or _OF_HOUSE.match(bare) else text


_OF_HOUSE = re.compile(rf"(?:{HOUSE})(?:{RANK})*(?:{POST})[{HAN}]{{0,4}}$")
"""本刊评论员, 本刊记者某某, without blanks."""


_NAME = rf"[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}"
_ON_BOTH_SIDES = re.compile(rf"^(?P<mark>[{_MARKS}])\s*(?P<inside>[^{_MARKS}]+?)\s*(?P=mark)$")
"""★某某★: a mark that stands behind the names as well."""
_BETWEEN_DOTS = re.compile(r"^[·•・]\s*(?P<inside>[^·•・]{2,24}?)\s*[·•・]$")
"""·某某·: a dot on both sides of the names."""
_MARK_BEFORE_WORK = re.compile(rf"^(?P<name>{_NAME})\s*[{_MARKS}]\s*(?P<work>{_WORK})$")
"""某某 ◎ 文."""
_DOTS = frozenset("·•・")
_BLANK_FOR_STROKE = re.compile(
    rf"^(?P<one>文字?|撰文|采写|撰稿|文案)[ \u3000]+(?P<writer>{_NAME})[ \u3000]+"
    rf"(?P<other>摄影|攝影|绘图|繪圖|插图|插圖|供图|供圖|图片|圖片|制图|製圖|设计|設計)[ \u3000]+(?P<artist>{_NAME})$"
)
"""文字 某某　摄影 某某."""
_SENT = re.compile(rf"^(?P<name>{_NAME})[ \u3000]+(?P<work>供稿|来稿|投稿|摄影报道|图文报道)$")
"""某某 供稿: who sent it, and has written it."""
_SEMICOLONS = re.compile(
    rf"^(?:{_WORK})\s*[/／：:｜|]\s*[^；/／：:｜|]{{2,16}}(?:；\s*(?:{_WORK})\s*[/／：:｜|]\s*[^；/／：:｜|]{{2,16}})+$"
)
"""撰稿：某某；摄影：某某."""


def _with_strokes(text: str) -> str:
    """A byline whose works and names other signs part than strokes and blanks, with these."""
    if "_" in text:
        text = _UNDERLINE.sub("／", text.strip().strip("_"))
    if "；" in text and not STROKES.isdisjoint(text) and _SEMICOLONS.match(text):
        text = text.replace("；", "\u3000")
    if (both := _ON_BOTH_SIDES.match(text)) is not None:
        return f"{both['mark']}{both['inside']}"
    marked = None if _ORNAMENTS.isdisjoint(text) else _MARK_BEFORE_WORK.match(text)
    sent = marked or _SENT.match(text)
    if sent is not None and is_name(squeeze(sent["name"])):
        return f"{sent['work']}／{sent['name']}"
    dotted = _BETWEEN_DOTS.match(text) if text[:1] in _DOTS else None
    if dotted is not None and split_names(dotted["inside"]) is not None:
        return f"◎ {dotted['inside']}"
    if (hit := _BLANK_FOR_STROKE.match(text)) is not None:
        return f"{hit['one']}／{hit['writer']}\u3000{hit['other']}／{hit['artist']}"
    return text


def plain_line(text: str) -> str:
    """A line without that, names put together, marks raised, works with a colon or stroke."""
    text = _with_strokes(_ALSO_TOOK.sub("", text))
    if "·" in text:
        text = _DOT.sub("·", text)
    if "^" in text or "<" in text:
        text = RAISED.sub(lambda hit: (hit["marks"] or hit["tagged"]).translate(_RAISED), text)
    text = _PLACED_WORK.sub(r"\g<who>", text.strip())
    plain = _TAUGHT.sub(lambda hit: squeeze(hit[0]) + "：", text)
    if not _ORNAMENTS.isdisjoint(plain):
        plain = _MARKED_WORK.sub(r"\g<work>／", plain)
    return _FROM.sub("", _unspaced(plain))


def with_names_whole(plain: str, known: Collection[str]) -> str:
    """撰文 张 三丰 李四 without the blank in a name that the contents give.

    A name with blanks between all of its characters is set so, and is told by that.
    """
    for name in known if " " in plain or "\u3000" in plain else ():
        if len(name) in _PARTED:
            for cut in range(1, len(name)):
                for blank in " \u3000":
                    plain = plain.replace(f"{name[:cut]}{blank}{name[cut:]}", name)
    return plain


_PARTED = range(3, 5)
"""The characters of a name that one blank parts and does not space out."""


def _unspaced(text: str) -> str:
    """刘 文 先 → 刘文先: a letter-spaced name, of whose characters none is a word like 文 or 图.

    文 磊 is one, too: no single character is the name of somebody who wrote.
    """
    spaced = " " in text or "\u3000" in text
    return _LETTERS.sub(lambda hit: _as_name(hit[0]), text) if spaced else text


def _as_name(spaced: str) -> str:
    name, made = squeeze(spaced), ""
    if len(name) > _SPACED and name[-1] in MADE and name[-2] not in _WORKS:
        name, made = name[:-1], f" {name[-1]}"
    works = name[0] in "文图" and (len(name) != _SPACED or name[0] == "图" or name[1] in _BESIDE)
    whole = len(name) <= 3 and name[0] in SURNAMES and not works and is_name(name)
    return name + made if whole else spaced


_WORKS = frozenset("文图圖诗詩")
_SPACED, _BESIDE = 2, frozenset("图圖摄攝影译譯编編辑輯诗詩书書画畫校")
"""Characters of a name with one blank, and what else is done to an article: 文 图, 文 摄."""
