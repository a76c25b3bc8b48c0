"""Names in brackets on lines of their own within a sentence: 〔随手记·第三天〕, ♥条文♥ 4.2, ※ 勘误.

A bracket that opens a line and closes on it parts a name from the text below as no printed
line of a paragraph does. Where the sentence above breaks off and goes on behind that text,
the name is that of a sidebar, whichever brackets the magazine has chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.names import is_name
from converter.names.works import LEADING
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_reference_head, labelled
from converter.values import NamedTuple

_OPEN, _CLOSE = "【〖〔﹝〈［\\[", "】〗〕﹞〉］\\]"
_FRAMED = re.compile(
    rf"^[{_OPEN}]\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})(?:\s*[·・:：|｜│/／]\s*(?P<within>[^{_OPEN}{_CLOSE}。]{{1,16}}))?\s*[{_CLOSE}]\s*(?P<beside>\S.*)?$"
)
ORNAMENTS = "♥♡♣♠♦♪♫★☆＊✿❀◆◇■□●○▲△▼▽～"
_ORNAMENTS = frozenset(f"{ORNAMENTS}/")
PAIRED = "■□●○◆◇▲△★☆◎※"
"""Those between two of which the name of a box may stand before its title."""
_PAIR = re.compile(rf"^(?P<mark>[{PAIRED}])\s*(?P<name>[{HAN}]{{2,8}})\s*(?P=mark)\s*(?P<rest>.*)$")
_LINE = 40
"""Characters of the longest line between ornaments."""
_BETWEEN = re.compile(
    rf"^(?P<mark>[{ORNAMENTS}]|//)\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})\s*(?P=mark)\s*(?P<beside>\S.*)?$"
)
"""★提示★ 浮桥: one ornament on both sides, as brackets are."""
_BEFORE = re.compile(
    rf"^(?P<mark>[{ORNAMENTS}])\s*(?P<name>[{HAN}]{{2,6}})\s*(?P<sign>[：｜|])\s*(?P<beside>[^，。；：！|｜]{{1,16}})$"
)
"""■ 提示：浮桥: an ornament, a name and a title."""
_MARKED = re.compile(rf"^※\s*(?P<name>[{HAN}]{{3,8}})$")
"""※ 勘误举例: a mark where others have brackets, which no list and no heading has."""
FRAMES = frozenset(f"{_OPEN}※/{ORNAMENTS}") - {"\\"}
"""What such a line begins with."""
_TITLE = 20
"""Em of the longest title beside a name."""


class Frame(NamedTuple):
    """A name in brackets, and the title within them or beside."""

    name: str
    title: str


def framed_like(texts: Iterable[str], listed: Container[str]) -> frozenset[str]:
    """The names between the ornaments between which the issue has one that is ``listed``.

    ♥动动手♥ where ♥小贴士♥ names a box: what is alike in form is so in kind. So is
    ■ 动动手：叠纸船 where there is ■ 小贴士：晒被子.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        if text[:1] not in _ORNAMENTS or len(text) > _LINE:
            continue
        hit = _BETWEEN.match(text) or _BEFORE.match(text)
        name = "" if hit is None else squeeze(hit["name"])
        if hit is None:
            continue
        sign = hit.groupdict().get("sign", "")
        titled = bool(sign) and not is_credit(f"{name}：{hit['beside']}")
        if name in listed or titled or read_frame(text) is not None:
            found[hit["mark"] + sign].add(name)
    alike = (names for names in found.values() if any(name in listed for name in names))
    return frozenset().union(*alike)


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
    name, title = "".join(named["name"].split()), (within or beside).strip()
    if (within and beside) or width(title) > _TITLE or ends_sentence(title):
        return None
    if title[-1:] in tuple("，、；：") or (not title and is_name(name)) or name in LEADING:
        return None
    made = is_credit(text) or is_credit(name + title) or is_reference_head(name)
    if made or numbering(name) is not None or labelled(f"{name}：") is not None:
        return None
    return Frame(name, title)
