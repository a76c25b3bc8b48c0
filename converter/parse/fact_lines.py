"""What a card tells of a thing, several facts on a line: 年代：南宋　质地：瓷　尺寸：高4.2厘米."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.model import Text
from converter.parse.inline import Piece, respaced

_FACT = rf"[{HAN}]{{2,4}}：[^：。！？；]{{1,30}}"
_SEVERAL = re.compile(rf"^{_FACT}(?:[ \u3000]+{_FACT})+$")
_NEXT = re.compile(rf"[ \u3000]+(?P<label>[{HAN}]{{2,4}}：)")


def tells_facts(text: str) -> bool:
    """True for three facts or more, each another one, which are whole without a full stop."""
    if text.count("：") < 3 or _SEVERAL.match(text) is None:
        return False
    labels = [text[: text.index("：")], *(hit["label"] for hit in _NEXT.finditer(text))]
    return len(set(labels)) == len(labels)


def with_facts_apart(text: Text, pieces: Sequence[Piece]) -> Text:
    """A text of several facts with one em before each but the first; ``pieces`` are it as it was read.

    Blanks between Chinese characters mean nothing elsewhere; here they are all that parts the facts.
    """
    if text.value.count("：") < 2:
        return text
    raw = "".join(piece.text for piece in pieces)
    if _SEVERAL.match(raw) is None:
        return text
    places: list[int] = []
    at = 0
    for hit in _NEXT.finditer(raw):
        at = text.value.find(hit["label"], at + 1)
        if at < 0:
            return text
        places.append(at)
    if all(text.value[place - 1].isspace() for place in places):
        return text
    for place in reversed(places):
        text = respaced(text, len(text.value[:place].rstrip()), "\u3000")
    return text
