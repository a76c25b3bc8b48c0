"""Names in brackets on lines of their own within a sentence: 〔随手记·第三天〕, 〖条文〗4.2, ※ 勘误.

A bracket that opens a line and closes on it parts a name from the text below as no printed
line of a paragraph does. Where the sentence above breaks off and goes on behind that text,
the name is that of a sidebar, whichever brackets the magazine has chosen.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.names import is_name
from converter.names.works import LEADING
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_reference_head, labelled
from converter.values import NamedTuple

_OPEN, _CLOSE = "【〖〔﹝〈［\\[", "】〗〕﹞〉］\\]"
_FRAMED = re.compile(
    rf"^[{_OPEN}]\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})(?:\s*[·・:：|｜│/／]\s*(?P<within>[^{_OPEN}{_CLOSE}。]{{1,16}}))?\s*[{_CLOSE}]\s*(?P<beside>\S.*)?$"
)
_MARKED = re.compile(rf"^※\s*(?P<name>[{HAN}]{{3,8}})$")
"""※ 勘误举例: a mark where others have brackets, which no list and no heading has."""
FRAMES = frozenset(f"{_OPEN}※") - {"\\"}
"""What such a line begins with."""
_TITLE = 20
"""Em of the longest title beside a name."""


class Frame(NamedTuple):
    """A name in brackets, and the title within them or beside."""

    name: str
    title: str


def read_frame(text: str) -> Frame | None:
    """Read a line as a name in brackets, with a title perhaps; ``None`` if it is none."""
    hit = _FRAMED.match(text) or _MARKED.match(text)
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
