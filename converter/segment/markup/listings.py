"""Programs between the fences of Markdown, in which # opens a remark and no heading."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import has_han
from converter.segment.markup.rows import CodeLine
from converter.source import Line

_OPEN = re.compile(r"^\s*(?P<fence>`{3,}|~{3,})\s*(?P<name>[A-Za-z][\w+#.-]*)?(?P<more>[^`~]*)$")
_CLOSE = re.compile(r"^\s*(?:`{3,}|~{3,})\s*$")
_PROSE = frozenset(
    ("markdown", "md", "text", "txt", "plain", "plaintext", "html", "latex", "tex", "ocr")
)
"""What engines call the fence around a page or a frame, in which there is no program."""
_SIGNS = re.compile(r"[{}<>=;$_\\]|\w\(|^\s*(?:[#%]|//|--)")
"""What English has hardly ever and programs have on most lines."""
_LONGEST = 400
"""Lines within which a fence must end."""


def listing_at(lines: Sequence[Line], first: int) -> list[CodeLine]:
    """The program whose fence opens with the line at ``first``; none if there is no such fence.

    It is told by the name of its language, or by lines without Chinese most of which have signs
    that no text has. Blank lines are among those that are given.
    """
    hit = _OPEN.match(lines[first].text)
    if hit is None or has_han(hit["more"]):
        return []
    end = first + 1
    stop = min(len(lines), end + _LONGEST)
    while end < stop and not _CLOSE.match(lines[end].text):
        end += 1
    if end == stop:
        return []
    inside = lines[first + 1 : end]
    texts = [line.text for line in inside if not line.blank]
    foreign = [text for text in texts if not has_han(text)]
    signs = sum(_SIGNS.search(text) is not None for text in texts)
    name = (hit["name"] or "").lower()
    named = bool(name) and name not in _PROSE and signs > 0
    if not (named or (2 * len(foreign) > len(texts) and 2 * signs > len(texts))):
        return []
    return [CodeLine(line.number, line.text) for line in inside]
