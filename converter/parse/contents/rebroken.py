"""Titles on two lines of the contents that the body parts at another place: one line again.

…………灯与 | 人的故事 某某 5, where the body has ………… | 灯与人的故事: neither line is one of the body, and
both together are.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, key, width
from converter.parse.contents.body import BodyIndex
from converter.source import Line

_BEHIND = re.compile(r"[\s·•….．/／（(]+(?:[^\s\d（(]{0,12}[\s·•….．/／（(]+)?\d{1,4}\s*[）)]?\s*$")
"""Who wrote it perhaps, and the page, behind the second line."""
_LEAST = 3
"""Characters of either line."""


def with_titles_rejoined(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, each title on one that the body has on lines of other lengths."""
    made = list[Line]()
    for line in lines:
        above = made[-1] if made else None
        if above is not None and _is_rest(above.text, line.text, body):
            made[-1] = Line(above.number, above.text.rstrip() + line.text.strip())
        else:
            made.append(line)
    return made if len(made) < len(lines) else lines


def _is_rest(above: str, text: str, body: BodyIndex) -> bool:
    """True for the second line of such a title, with who wrote it and the page behind it perhaps."""
    one = key(above)
    if _BEHIND.search(above) or above[-1:].isdigit() or text.strip()[:1].isdigit():
        return False  # 茶座 over 13 某题 某某, where the body has 茶座　13
    if len(one) < _LEAST or width(above) > _WIDEST or ends_sentence(above) or body.exact[one]:
        return False
    for rest in (text, _BEHIND.sub("", text)):
        other = key(rest)
        if len(other) >= _LEAST and not body.exact[other] and one + other in body.joined:
            return True
    return False


_WIDEST = 60
