"""Heads of YAML over the texts of a site, as Jekyll and Hugo have them: title, author, date.

Of such a head the title and the author are of the text: ``title: 一把旧锹`` is its title, and
where that stands again right below, it does so once. The other keys are for the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import has_han, key
from converter.source import Line

_KEY = re.compile(r"^(?P<key>[A-Za-z][\w-]*)\s*:(?:\s+(?P<value>\S.*?))?\s*$")
_MORE = re.compile(r"^(?:\s+\S|-\s)")
"""What goes on from the key above: an item of a list, the second line of a text."""
_TELLING = frozenset(("title", "layout", "date", "pubdate", "publishdate", "tags", "categories"))
"""Keys one of which every such head has."""
_MOST, _FEWEST, _BELOW = 60, 2, 6
"""Lines within which a head ends, the fewest keys in it, and filled lines in which the title may stand again."""
_RULE = "---"


def piece_heads(lines: Sequence[Line]) -> Iterator[tuple[int, list[Edit]]]:
    """What becomes of the lines of such heads, by their indexes."""
    at = 0
    while at < len(lines):
        end = _head_end(lines, at) if lines[at].text.strip() == _RULE else 0
        for index in range(at, end):
            if not lines[index].blank:
                yield index, _kept(lines[index].text)
        for index in _titles_again(lines, at, end):
            yield index, [Edit(0, len(lines[index].text), "")]
        at = max(end, at + 1)


def _head_end(lines: Sequence[Line], at: int) -> int:
    """The end of the head that begins at a line of hyphens, 0 if none does."""
    if at and not lines[at - 1].blank:
        return 0
    keys: list[str] = []
    for index in range(at + 1, min(len(lines), at + _MOST)):
        text = lines[index].text
        if text.strip() == _RULE:
            told = len(keys) >= _FEWEST and not _TELLING.isdisjoint(keys)
            return index + 1 if told else 0
        if hit := _KEY.match(text):
            keys.append(hit["key"].lower())
        elif not lines[index].blank and not (keys and _MORE.match(text)):
            return 0
    return 0


def _kept(text: str) -> list[Edit]:
    """A line of a head without what is for the machine: a title as Markdown has it, who wrote it."""
    hit = _KEY.match(text)
    signs = {"title": "# ", "author": "作者："}
    sign = signs.get(hit["key"].lower()) if hit else None
    span = _words(hit) if hit and sign else None
    if sign is None or span is None or (sign == "# " and not has_han(text)):
        return [Edit(0, len(text), "")]
    edits = (Edit(0, span[0], sign), Edit(span[1], len(text), ""))
    return [edit for edit in edits if edit.end > edit.start]


def _words(hit: re.Match[str]) -> tuple[int, int] | None:
    """Where the words of a key stand, without quotation marks; ``None`` for lists and the like."""
    value = hit["value"] or ""
    start, end = hit.span("value")
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        start, end, value = start + 1, end - 1, value[1:-1]
    if not any(map(str.isalpha, value)) or value[0] in "[{|>&*!":
        return None
    return start, end


def _titles_again(lines: Sequence[Line], at: int, end: int) -> Iterator[int]:
    """The line right below a head that says its title again."""
    titles = set()
    for line in lines[at:end]:
        hit = _KEY.match(line.text)
        if hit and hit["key"].lower() == "title" and (span := _words(hit)):
            titles.add(key(line.text[span[0] : span[1]]))
    filled = [
        index for index in range(end, min(len(lines), end + 2 * _BELOW)) if not lines[index].blank
    ]
    for index in filled[:_BELOW] if titles else ():
        if key(lines[index].text.lstrip("# ")) in titles:
            yield index
            return
