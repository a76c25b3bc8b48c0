"""Other forms of the lines of a case, of which the truth is the same.

Each takes a case and gives the lines of the form; ``None`` where the case has no such form.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter import patterns as re
from converter.hanzi import HAN, is_han
from converter.segment.regions.entries import is_contents_heading
from tests.evaluation.cases import Case
from tests.evaluation.told_forms import OTHERS, around_verse, contents, texts

_MARKUP = ("|", "- |", "#", "<", "-")
NO_START = frozenset("，。、；：？！”’）》」』")
MEASURE = 36
"""Characters of a line, where each is broken."""
_SPREAD, _FRONT = 3, 5
"""Contents over a third of the lines are spread over the issue, and a masthead ends within a fifth of them."""


def close(case: Case) -> list[str]:
    """Without blank lines but those around verse."""
    around = around_verse(case)
    lines = enumerate(texts(case), 1)
    return [line for number, line in lines if line.strip() or number in around]


def doubled(case: Case) -> list[str]:
    """A blank line between all lines, as Markdown parts paragraphs; tables stay whole."""
    found: list[str] = []
    within = False
    for line in texts(case):
        blank, row = not line.strip(), line.lstrip("- ").startswith("|")
        closed = within and not row and found[-1].rstrip().endswith("|")
        if blank or closed or (row and not within):
            found += [""] if found and found[-1] else []
        within = not blank and not closed and (within or row)
        if not blank:
            found += [line] if within else [line, ""]
    return found


def flush(case: Case) -> list[str]:
    """Without indents."""
    return [line.strip() for line in texts(case)]


def broken(case: Case) -> list[str]:
    """All long lines broken at one measure, without indents."""
    return [part for line in texts(case) for part in broken_at_measure(line)]


def broken_at_measure(line: str) -> Iterator[str]:
    """The parts of a line, of one measure but for marks that may begin none."""
    if len(line) <= MEASURE or line.lstrip().startswith(_MARKUP):
        yield line
        return
    first = 0
    while first < len(line):
        last = first + MEASURE
        while last < len(line) and line[last] in NO_START:
            last += 1
        yield line[first:last]
        first = last


def spaced(case: Case) -> list[str]:
    """Short lines with a blank between their characters."""
    word = re.compile(rf"[{HAN}]{{2,6}}")
    return [" ".join(line) if word.fullmatch(line) else line for line in texts(case)]


def blanked(case: Case) -> list[str]:
    """A blank behind each mark."""
    return [re.sub(r"([，。；：])(?=\S)", r"\1 ", line) for line in texts(case)]


def straight(case: Case) -> list[str]:
    """Straight quotation marks."""
    return [line.translate(str.maketrans("“”‘’", "\"\"''")) for line in texts(case)]


_BEHIND = re.compile(
    rf"(?<=[{HAN}”」』》）])[，：；？！]|（(?=[^（）]*[{HAN}][^（）]*）)|(?<=[{HAN}])）"
)
_CITED = re.compile(r"\s*[\[［〔]\s*\d+\s*[\]］〕]")
_HALF = str.maketrans("，：；？！（）", ",:;?!()")


def half(case: Case) -> list[str]:
    """Marks of half the width behind Chinese characters; works that are cited have their own."""
    return [
        line if _CITED.match(line) else _BEHIND.sub(lambda hit: hit[0].translate(_HALF), line)
        for line in texts(case)
    ]


def beheaded(case: Case) -> list[str] | None:
    """Without what stands above the contents: the masthead and the cover."""
    lines, region = texts(case), contents(case)
    if region is None or region.start * _FRONT > len(lines):
        return None
    return lines[region.start - 1 :]


def unheaded(case: Case) -> list[str] | None:
    """Without the heading of the contents: set as a picture, it was not read."""
    lines = texts(case)
    kept = [line for line in lines if not is_contents_heading(line)]
    return kept if len(kept) < len(lines) else None


def turned(case: Case) -> list[str] | None:
    """The contents at the end."""
    region = contents(case)
    if region is None:
        return None
    lines = texts(case)
    rest = [line for at, line in enumerate(lines, 1) if at not in region]
    return [*rest, "", *lines[region.start - 1 : region.stop - 1]]


def misread(case: Case) -> list[str] | None:
    """One character of every other longer line of the contents read as another one."""
    region = contents(case)
    if region is None:
        return None
    lines = texts(case)
    for number in region:
        text = lines[number - 1]
        places = [at for at, char in enumerate(text) if is_han(char)]
        if number % 2 and len(places) >= _LINE:
            at, other = places[2], OTHERS[number % len(OTHERS)]
            lines[number - 1] = text[:at] + other + text[at + 1 :]
    return lines


_LINE = 9
"""Han characters of a line that is rather a title than a section's name."""
