"""Names in brackets on lines of their own within a sentence: 〔随手记·第三天〕, ♥条文♥ 4.2, ※ 勘误.

A bracket that opens a line and closes on it parts a name from the text below as no printed
line of a paragraph does. Where the sentence above breaks off and goes on behind that text,
the name is that of a sidebar, whichever brackets the magazine has chosen.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, ends_sentence, is_han, squeeze, width
from converter.names import is_name, split_names
from converter.names.works import LEADING
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_reference_head, labelled
from converter.values import NamedTuple

_OPEN, _CLOSE = "【〖〔﹝〈［\\[", "】〗〕﹞〉］\\]"
_FRAMED = re.compile(
    rf"^[{_OPEN}]\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})(?:\s*[·・:：|｜│/／]\s*(?P<within>[^{_OPEN}{_CLOSE}。]{{1,16}}))?\s*[{_CLOSE}]\s*(?P<beside>\S.*)?$"
)
ORNAMENTS = "♥♡♣♠♦♪♫★☆＊✿❀◆◇■□●○◎▲△▼▽～"
_ORNAMENTS = frozenset(f"{ORNAMENTS}/#＃▶►▷▎▌")
PAIRED = SHAPES + "※#＃"
"""Those between two of which the name of a box may stand before its title."""
_PAIR = re.compile(rf"^(?P<mark>[{PAIRED}])\s*(?P<name>[{HAN}]{{2,8}})\s*(?P=mark)\s*(?P<rest>.*)$")
_SIGN_CLASS = "▌▍▎▏▋▊┃❙❚◼◾▪❖✦＋✚※►☞➤▶▷◉☉◈✧♨" + ORNAMENTS
_KNOWN = frozenset(_SIGN_CLASS)
_SIGNS = ("So", "Sm")
"""Unicode's general categories of pictures, ornaments and the signs ＞ and →."""


_SPEAKING = frozenset("⚠☎☏✉✆☞")
"""Pictures that say something themselves, before a warning or an address."""


def with_known_mark(text: str) -> str:
    """☁ 小贴士：…… as ■ 小贴士：……: a sign of any kind before a name says what ■ does."""
    mark = text[:1]
    if (
        mark < "\u2190"
        or mark.isalnum()
        or mark in _KNOWN
        or mark in _SPEAKING
        or unicodedata.category(mark) not in _SIGNS
    ):
        return text
    plain = text.replace(_PICTURED, "")
    return plain.replace(mark, "■") if is_han(plain[1:].lstrip()[:1]) else text


_PICTURED = "\ufe0f"
"""Says that the character before it is shown as a picture."""


def as_printed(part: str, text: str) -> str:
    """A part of what :func:`with_known_mark` makes of a text, as it stands in the text: with its own signs."""
    first = with_known_mark(text).rfind(part)
    if part in text or first < 0:
        return part
    places = [at for at, char in enumerate(text) if char != _PICTURED]
    end = first + len(part)
    return text[places[first] : places[end] if end < len(places) else len(text)]


_LINE = 40
"""Characters of the longest line between ornaments."""
_BETWEEN = re.compile(
    rf"^(?P<mark>[{ORNAMENTS}#＃]|//)\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})\s*(?P=mark)\s*(?P<beside>\S.*)?$"
)
"""★提示★ 浮桥: one ornament on both sides, as brackets are."""
_BEFORE = re.compile(
    rf"^(?P<mark>[{ORNAMENTS}])\s*(?P<name>[{HAN}]{{2,6}})\s*(?P<sign>[：｜|│┃丨])\s*(?P<beside>[^，。；：！|｜│┃丨]{{1,16}})$"
)
"""■ 提示：浮桥, ■ 提示│浮桥: an ornament, a name and a title."""
_BESIDE = re.compile(
    rf"^(?P<mark>[{ORNAMENTS}▶►▷▎▌])\s*(?P<name>[{HAN}]{{2,6}})(?P<sign>[ \u3000])\s*(?P<beside>[{HAN}《“][^，。；：！|｜ \u3000]{{1,15}})$"
)
"""▶提示　浮桥: the same with a blank between name and title."""
_ENGLISHED = re.compile(
    rf"^(?P<mark>[{ORNAMENTS}▶►▷▎▌]?)\s*(?:(?P<name>[{HAN}]{{2,6}})\s+[A-Z]{{3,12}}|(?P<latin>[A-Z]{{3,5}}|[A-Z][a-z]{{2,4}}))(?P<sign>\s*[|｜]\s*(?P<beside>[^|｜，。；！]{{2,20}}))?$"
)
"""◆ 地址簿 ADDRESS, 地址簿 ADDRESS | 三家馄饨铺: a name in two languages, with a mark or a bar."""
_MARKED = re.compile(rf"^※\s*(?P<name>[{HAN}]{{3,8}})$")
"""※ 勘误举例: a mark where others have brackets, which no list and no heading has."""
FRAMES = frozenset(f"{_OPEN}※/#＃{ORNAMENTS}") - {"\\"}
"""What such a line begins with."""
_TITLE = 20
"""Em of the longest title beside a name."""


class Frame(NamedTuple):
    """A name in brackets, and the title within them or beside."""

    name: str
    title: str


def framed_like(
    texts: Iterable[str],
    listed: Container[str],
    doubted: Container[str] = (),
    likely: Callable[[str], bool] | None = None,
) -> frozenset[str]:
    """The names between the ornaments between which the issue has one that is ``listed``.

    ♥动动手♥ where ♥小贴士♥ names a box: what is alike in form is so in kind. So is
    ■ 动动手：叠纸船 where there is ■ 小贴士：晒被子, and [动动手] or ▍动动手 alone on a line
    where most names that stand so are listed, or ``likely`` those of boxes. Before a title that
    needs no name that only boxes have: ▶名词　浮桥, with a ``doubted`` one, will do.
    """
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    signed: defaultdict[str, set[str]] = defaultdict(set)
    for line in texts:
        barred = "|" in line or "｜" in line
        if len(line) > _LINE or (line[:1].isalnum() and not barred):
            continue
        text = with_known_mark(line)
        if name_and_form := _signed(text):
            signed[name_and_form[1] + line[0]].add(name_and_form[0])
        if not (text[:1] in _ORNAMENTS or barred):
            continue
        hit = _BETWEEN.match(text) or _BEFORE.match(text) or _beside(text)
        if hit is None:
            if (two := _in_two_languages(text)) is not None:
                found[two[0], ""].add(two[1])
            continue
        name = squeeze(hit["name"])
        sign = hit.groupdict().get("sign", "")
        titled = bool(sign) and not is_credit(f"{name}：{hit['beside']}")
        if name in listed or titled or read_frame(text) is not None:
            found[hit["mark"], sign].add(name)
    alike = (
        names
        for (_, sign), names in found.items()
        if any(name in listed or (sign and name in doubted) for name in names)
    )
    known = (names for names in signed.values() if _are_mostly(names, listed, likely))
    return frozenset().union(*alike, *known)


_SIGNED = re.compile(
    rf"^(?P<mark>[{_SIGN_CLASS}［《\[])\s*(?P<name>[{HAN}]{{2,7}})\s*(?P<close>[］》\]]|(?P=mark))?(?P<sign>\s*[：｜|/／]\s*|\s*)(?P<beside>(?:(?<=[^{HAN}])[^，。；：！|｜]{{1,20}})?)$"
)
"""[提示], ▍提示, ◎提示◎ 浮桥, ☁提示：浮桥: a sign, a name and perhaps a title."""
_CLOSED_BY = {"［": "］", "《": "》", "[": "]"}


def _signed(text: str) -> tuple[str, str] | None:
    """A name behind a sign on a line of its own or before a title, and the form of the line."""
    hit = _SIGNED.match(text)
    if hit is None or hit["close"] != _CLOSED_BY.get(text[0], hit["close"]):
        return None
    name = hit["name"]
    made = is_credit(text) or is_credit(name + hit["beside"]) or is_reference_head(name)
    if made or is_name(name) or name in LEADING or numbering(name) is not None:
        return None
    if labelled(f"{name}：") is not None:
        return None
    return name, hit["mark"] + (hit["close"] or "")


def _are_mostly(
    names: Collection[str], listed: Container[str], likely: Callable[[str], bool] | None
) -> bool:
    """True for several names of which one at least is ``listed`` and half are ``likely``."""
    told = sum(name in listed or (likely is not None and likely(name)) for name in names)
    return told >= _SURE and told * 2 >= len(names) and any(name in listed for name in names)


_SURE = 2
"""So many names that are nothing but those of boxes show what a sign before them is for."""


def _in_two_languages(text: str) -> tuple[str, str] | None:
    """The form of ◆ 地址簿 ADDRESS or 地址簿 ADDRESS | 三家馄饨铺, and the name; TIPS is one in one."""
    hit = _ENGLISHED.match(text)
    if hit is None or not (hit["mark"] or hit["sign"]):
        return None
    return f"{hit['mark']}A{'|' if hit['sign'] else ''}", hit["name"] or hit["latin"]


def _beside(text: str) -> re.Match[str] | None:
    """▶提示　浮桥 as its parts, ``None`` for what names a person, as ▶摄影　某某 does."""
    hit = _BESIDE.match(text)
    people = hit is not None and (is_name(hit["name"]) or split_names(hit["beside"]) is not None)
    return None if people else hit


def between_pair(text: str) -> tuple[str, str] | None:
    """☆放大镜☆　标题: the name between two ornaments, and what stands behind, "" for nothing."""
    hit = _PAIR.match(text) if text[:1] in PAIRED else None
    return None if hit is None else (hit["name"], hit["rest"].strip())


def read_frame(text: str) -> Frame | None:
    """Read a line as a name in brackets, with a title perhaps; ``None`` if it is none."""
    hit = _FRAMED.match(text) or _BETWEEN.match(text) or _MARKED.match(text)
    if hit is None:
        return None
    named = hit.groupdict()
    within, beside = named.get("within") or "", named.get("beside") or ""
    first, _, rest = named["name"].partition("\u3000")
    if not within and min(len(first), len(rest)) > 1 and rest.isalpha():
        named["name"], within = first, rest  # 【资料窗　老渡口】
    name, title = "".join(named["name"].split()), (within or beside).strip()
    if (within and beside) or width(title) > _TITLE or ends_sentence(title):
        return None
    if title[-1:] in tuple("，、；：") or (not title and is_name(name)) or name in LEADING:
        return None
    made = is_credit(text) or is_credit(name + title) or is_reference_head(name)
    if made or numbering(name) is not None or labelled(f"{name}：") is not None:
        return None
    return Frame(name, title)
