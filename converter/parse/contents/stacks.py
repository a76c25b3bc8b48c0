"""Sections whose entries OCR has read cell by cell: all titles, then all authors, then all pages.

标题 / 标题 / 某某 / 某某 / （5） / （10）: each title stands over its author in the body, and the
pages grow. So do the pages that all stand behind the last of some entries: 标题 某某 / 标题 某某 （5）（10）.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import has_han, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.source import Line

_PAGE = r"[（(\[]\s*\d{1,3}\s*[）)\]]|(?<!\d)\d{1,3}(?!\d)"
_PAGES = re.compile(rf"^\s*(?:{_PAGE})(?:\s*(?:{_PAGE}))*\s*$")
_BEHIND = re.compile(r"^(?P<entry>.*\S)\s*(?P<pages>(?:[（(\[]\s*\d{1,3}\s*[）)\]]\s*){2,})$")
_ONE = re.compile(_PAGE)
_SEVERAL = 2


def with_stacks_parted(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, those of such sections in the order of their entries."""
    out: list[Line] = []
    for block in _blocks(lines):
        out += _in_order(block, body) or block
    return out


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank ones, each of which is a block of its own."""
    block: list[Line] = []
    for line in lines:
        if line.blank:
            yield from (block, [line])
            block = []
        else:
            block.append(line)
    yield block


def _in_order(block: list[Line], body: BodyIndex) -> list[Line]:
    """The lines of a block entry by entry, [] if they are no stacks."""
    if not block or "|" in block[-1].text:
        return []
    last = block[-1]
    behind = _BEHIND.match(last.text)
    if behind is not None and has_han(behind["entry"]):
        block = [*block[:-1], last._replace(text=behind["entry"])]
        pages = [last._replace(text=one) for one in _ONE.findall(behind["pages"])]
    else:
        size = len(block)
        while size and _PAGES.match(block[size - 1].text):
            size -= 1
        pages = [
            line._replace(text=one) for line in block[size:] for one in _ONE.findall(line.text)
        ]
        block = block[:size]
    count = len(pages)
    if count < _SEVERAL or not _grow(pages):
        return []
    if len(block) == count and behind is not None:
        return [line for pair in zip(block, pages, strict=True) for line in pair]
    titles, names = block[:count], block[count:]
    if len(names) != count or not all(
        _is_signed(title.text, name.text, body) for title, name in zip(titles, names, strict=True)
    ):
        return []
    return [line for entry in zip(titles, names, pages, strict=True) for line in entry]


def _is_signed(title: str, name: str, body: BodyIndex) -> bool:
    """True for a title of the body and who stands below it, or nothing but names."""
    if split_names(title) is not None:
        return False
    return body.stands_above(title, name) or (
        body.exact[key(title)] > 0 and split_names(name) is not None
    )


def _grow(pages: Sequence[Line]) -> bool:
    values = [int("".join(filter(str.isdecimal, page.text))) for page in pages]
    return all(one < other for one, other in pairwise(values))
