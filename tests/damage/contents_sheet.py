"""A whole page of contents: its heading, its sections and entries, its damage and its edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby, zip_longest
from random import Random

from tests.damage import names
from tests.damage.contents_pages import (
    WAYS,
    Layout,
    beside_section,
    entry_lines,
    in_english,
    section_lines,
    shown_page,
    table_rows,
)
from tests.damage.listed import Listed

_JOINED = 0.25
"""How many entries OCR reads on the line of the entry above."""
Block = list[str]
"""Lines that nothing may part: a section's name or an entry."""


def contents_sheet(rng: Random, layout: Layout, articles: list[Listed]) -> list[str]:
    """The lines of the contents, "" for a blank one."""
    listed = [article for article in articles if article.listed]
    blocks, pages = _blocks(rng, layout, listed)
    if layout.container == "abreast":
        blocks = _abreast(rng, blocks)
    if layout.damage == "joined":
        blocks = _joined(rng, blocks)
    if layout.damage == "interleaved":
        blocks = _interleaved(blocks)
    lines = [*layout.heading.split("|"), ""]
    if layout.around == "issue line":
        lines = ["2021年第6期", *lines]
    if layout.beside == "cover story" and listed[-1].section:
        lines += ["封面故事", " ".join(listed[-1].title), ""]
    for named, block in blocks:
        gap = layout.gaps == "entries" or (named and layout.gaps == "sections")
        lines += [*([""] if gap and lines[-1] else []), *block]
    if pages:
        lines += ["", *pages]
    return [*lines, *_edges(rng, layout), ""]


def _blocks(
    rng: Random, layout: Layout, listed: list[Listed]
) -> tuple[list[tuple[bool, Block]], list[str]]:
    """The blocks with whether each begins a section, and the pages if they stand apart."""
    blocks: list[tuple[bool, Block]] = []
    pages: list[str] = []
    groups = groupby(listed, key=lambda article: article.section)
    for english, (name, group) in zip(_all_english(rng), groups, strict=False):
        own = _other_way(rng, layout) if layout.mixed == "yes" and rng.random() < 0.4 else layout
        for at, article in enumerate(group):
            above = []
            if name and not at:
                above = section_lines(rng, own, name, article.page, english)
            if above and own.container in {"lines", "abreast"}:
                blocks.append((True, above))
            block = _entry(rng, own, article, above, english, first=at == 0)
            blocks.append((at == 0 and not above, block))
            if own.page == "apart":
                pages.append(shown_page(rng, own, article.page))
    return _with_rules(layout, blocks), pages


def _all_english(rng: Random) -> Iterator[str]:
    """What says the names of the sections in English, one after the other."""
    return map(in_english, count(rng.randrange(100)))


def _entry(
    rng: Random, layout: Layout, article: Listed, above: Block, english: str, *, first: bool
) -> Block:
    """The lines of an entry, with the name of its section if it is printed beside it."""
    if layout.container in {"lines", "abreast"}:
        unpaged = layout.page in {"none", "apart"} or (
            layout.page == "section only" and (not first or layout.section == "paged")
        )
        lines = entry_lines(rng, layout, article, paged=not unpaged)
        if article.section and (first or layout.section == "each entry"):
            return beside_section(layout, article.section, english, lines)
        return lines
    rows = table_rows(rng, layout, article)
    if layout.section == "each entry":
        return [f"| {article.section} {rows[0]}", *(f"| {row}" for row in rows[1:])]
    if above:
        if layout.container in {"part table", "small tables"}:
            return [*above, "", *rows]
        return [f"| {above[0]} | | |", *rows]
    return rows


def _with_rules(layout: Layout, blocks: list[tuple[bool, Block]]) -> list[tuple[bool, Block]]:
    """The rows of tables below their rules; a broken table has lost bars instead."""
    if layout.container in {"lines", "abreast"}:
        return blocks
    if layout.container == "small tables":
        return [(named, _as_table(block)) for named, block in blocks]
    columns = blocks[0][1][-1].count("|") - 1
    rule = "|" + "---|" * columns
    apart = layout.container == "part table"
    found = []
    for at, (named, block) in enumerate(blocks):
        broken = layout.container == "broken table" and at % 3 == 1
        rows = [_without_bars(line) for line in block] if broken else block
        found.append((named and apart, [rows[0], rule, *rows[1:]] if at == 0 else rows))
    return found


def _as_table(block: Block) -> Block:
    """The rows of an entry as a table of their own, below the name of a section perhaps."""
    first = next(at for at, line in enumerate(block) if line.startswith("|"))
    columns = block[first].count("|") - 1
    head = ["-", f"-{' |' * (columns + 1)}"] if first else [f"|{'   |' * columns}"]
    return [*block[:first], *head, f"|{'---|' * columns}", *block[first:], ""]


def _without_bars(line: str) -> str:
    """A row without its outer bars, or the first of its lines without the bar before it."""
    return line.removeprefix("| ") if "\n" in line else line.strip("| ")


def _other_way(rng: Random, layout: Layout) -> Layout:
    """The layout as one section has it that is printed in another way."""
    author = rng.choice(
        [way for way in WAYS["author"] if way not in {"none", "colon", "before", "leader"}]
    )
    page = layout.page
    if page in {"first", "last", "leader", "below", "glued", "slash"}:
        page = rng.choice(("first", "last", "below", "leader"))
    section = layout.section
    if layout.section in {"above", "bold", "beside", "vertical", "spaced"}:
        section = rng.choice(("above", "beside", "above"))
    return replace(layout, author=author, page=page, section=section)


def _joined(rng: Random, blocks: list[tuple[bool, Block]]) -> list[tuple[bool, Block]]:
    """Entries whose first line OCR has read on the last line of the entry above."""
    out: list[tuple[bool, Block]] = []
    for named, block in blocks:
        if out and not named and rng.random() < _JOINED and not out[-1][0]:
            out[-1][1][-1] += f" {block[0]}"
            out[-1][1].extend(block[1:])
        else:
            out.append((named, list(block)))
    return out


def _interleaved(blocks: list[tuple[bool, Block]]) -> list[tuple[bool, Block]]:
    """Two columns that OCR has read across, line by line."""
    middle = len(blocks) // 2
    left = [line for _, block in blocks[:middle] for line in block]
    right = [line for _, block in blocks[middle:] for line in block]
    size = max(len(left), len(right))
    left += [""] * (size - len(left))
    right += [""] * (size - len(right))
    return [(False, [line]) for pair in zip(left, right, strict=True) for line in pair if line]


def _abreast(rng: Random, blocks: list[tuple[bool, Block]]) -> list[tuple[bool, Block]]:
    """Two columns of entries, of which OCR has read each two on one line."""
    lines = [" ".join(block) for _, block in blocks]
    middle = (len(lines) + 1) // 2
    gap = rng.choice(("　　", "    ", "\t"))
    pairs = zip_longest(lines[:middle], lines[middle:], fillvalue="")
    return [(False, [f"{one}{gap}{other}" if other else one]) for one, other in pairs]


def _edges(rng: Random, layout: Layout) -> list[str]:
    """What stands below the entries and is none."""
    match layout.around:
        case "credits":
            return [
                "",
                f"封面：{names.county(rng)}渡口（{names.person(rng)} 摄）",
                f"封底摄影/{names.person(rng)}",
            ]
        case "covers":
            return [
                "",
                f"封面　{names.county(rng)}渡口　{names.person(rng)} 摄",
                f"封二　{names.county(rng)}老街（摄影）　{names.person(rng)}",
                f"封三　{names.county(rng)}春早（国画）　{names.person(rng)}",
            ]
        case "notice":
            return ["", "本刊图文未经许可不得转载"]
        case _:
            return []
