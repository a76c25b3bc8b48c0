"""The pages of several entries on one line below them, each brought to its own.

标题 / 某某
标题 / 某某
标题 / 某某
23 24 25
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST
from converter.parse.contents.sections import has_title, holds_page
from converter.source import Line

_PAGES = re.compile(r"^\s*[(（]?\d{1,3}(?:(?:\s*[、，,/]\s*|\s+)\d{1,3}){1,7}[)）]?\s*$")


def with_gathered_pages(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines with each page at its entry: before the title, or behind all where the others have it there.

    There are as many pages as lines without one right above, and the body has each title.
    """
    rows = [at for at, line in enumerate(lines) if _PAGES.match(line.text)]
    if not rows:
        return lines
    made = list(lines)
    first = sum(PAGE_FIRST.match(line.text) is not None for line in lines)
    held = sum(holds_page(line.text) for line in lines)
    for at in rows:
        pages = re.findall(r"\d+", lines[at].text)
        above = [other for other in range(at - len(pages), at) if other >= 0]
        values = list(map(int, pages))
        if values != sorted(set(values)) or len(above) < len(pages):
            continue
        if not all(_is_entry(lines[other].text, body) for other in above):
            continue
        for page, other in zip(pages, above, strict=True):
            number, text = lines[other].number, lines[other].text.strip()
            made[other] = Line(number, f"{page} {text}" if first * 2 >= held else f"{text} {page}")
        made[at] = Line(lines[at].number, "")
    return made


def _is_entry(text: str, body: BodyIndex) -> bool:
    """True for a title without its page, be it with its author, that the body has."""
    if not text.strip() or holds_page(text):
        return False
    return has_title(text, body)
