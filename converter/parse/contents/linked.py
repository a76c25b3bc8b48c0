"""Contents whose lines are links to the texts: each is one title, and nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.parse.contents.raw import RawContents, RawEntry
from converter.segment.markup import EntryLine
from converter.source import Line


def linked_entries(lines: Sequence[Line]) -> RawContents | None:
    """The titles that such lines are, ``None`` if some say anything else."""
    filled = [line for line in lines if not line.blank]
    if not filled or not all(isinstance(line, EntryLine) for line in filled):
        return None
    made = RawContents(lines=[line.number for line in filled])
    for line in filled:
        title = line.text.strip().lstrip("-*+ ")
        signed = _SIGNED.match(title)
        entry = RawEntry([title], lines=[line.number], linked=True)
        if signed is not None:
            entry.texts, entry.authors_text = [signed["title"].strip()], signed["who"].strip()
        made.entries.append(entry)
    return made


_SIGNED = re.compile(
    r"^(?P<title>.*\S)\s*[（(]\s*(?:作者|文|撰文)\s*[：:]\s*(?P<who>[^（）()]{2,20})[）)]$"
)
"""一把旧锹（作者：田有余）."""
