"""Forms of a case with what does not belong to its text, or with a part of it out of its place.

Each takes a case and gives the lines of the form, of which the truth is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter import patterns as re
from converter.hanzi import is_han
from tests.evaluation.cases import Case
from tests.evaluation.line_forms import MEASURE, NO_START, broken_at_measure
from tests.evaluation.reading import normal
from tests.evaluation.told_forms import LONG, PAGE, PART, ROW, SCRAPS, contents, texts

_STAMPS = ("扫描全能王 创建", "汀兰大学图书馆藏", "www.old-papers.example.com")
_RESIDUE = (("图",), ("©",), ("0", "20", "40", "60", "80"), ("2019", "2020", "2021", "2022"))
"""What OCR leaves of a picture and of a chart."""
_LARGE = 3
"""Characters of a line that a large one takes."""
_LABEL = 8
"""Characters of 编者按：, which no large character begins."""
_AGAIN = 20
"""Characters of a printed line that is read twice."""
_WORD = re.compile(r"[A-Za-z]{6,}")


def dropcap(case: Case) -> list[str]:
    """The large first character of an article on a line of its own, every other one with a blank below."""
    firsts = {
        normal(item.text)[:12]
        for article in case.truth.articles
        for item in [next((one for one in article.items if one.kind == "paragraph"), None)]
        if item is not None
    }
    found: list[str] = []
    turn = 0
    for line in texts(case):
        text = line.strip()
        told = normal(text)[:12] in firsts and "：" not in text[:_LABEL]
        if len(text) < LONG or not is_han(text[0]) or not told:
            found.append(line)
            continue
        found += [text[0], *[""] * (turn % 2), text[1:]]
        turn += 1
    return found


def initials(case: Case) -> list[str]:
    """The same where all long lines are broken at one measure: the first two stand beside the character."""
    found: list[str] = []
    lone = False
    for line in dropcap(case):
        beside = lone and len(line) >= LONG - 1
        if line.strip():
            lone = len(line.strip()) == 1 and is_han(line.strip())
        first = 0
        for _ in range(2 * beside):
            end = first + MEASURE - _LARGE
            while end < len(line) and line[end] in NO_START:
                end += 1
            found.append(line[first:end])
            first = end
        found += broken_at_measure(line[first:])
    return found


def watermarked(case: Case) -> list[str]:
    """The stamp of a program, a library or a site on each page, on some of them within paragraphs."""
    return _at_pages(case, [_STAMPS[len(texts(case)) % len(_STAMPS)]])


def captioned(case: Case) -> list[str]:
    """What is left of pictures and charts between paragraphs."""
    found: list[str] = []
    for at, line in enumerate(texts(case)):
        found.append(line)
        if at % PAGE == 0 and not line.strip() and at:
            found += [part for text in _RESIDUE[at // PAGE % len(_RESIDUE)] for part in (text, "")]
    return found


def _at_pages(case: Case, stray: list[str]) -> list[str]:
    """The lines with some between pages, also where a page ends within a paragraph."""
    found: list[str] = []
    since = 0
    for line in texts(case):
        since += 1
        if since >= PAGE // 2 and len(line) >= LONG and not ROW.match(line):
            found += [line[:PART], "", *stray, "", line[PART:]]
            since = 0
        elif since >= PAGE // 2 and not line.strip():
            found += ["", *stray, ""]
            since = 0
        else:
            found.append(line)
    return found


def doubled_lines(case: Case) -> list[str]:
    """The last printed line of a page once more at the top of the next one."""
    found: list[str] = []
    for at, line in enumerate(texts(case), 1):
        if at % PAGE < PAGE // 3 and len(line) >= LONG and not ROW.match(line):
            found += [line[:PART], "", line[PART - _AGAIN :]]
        else:
            found.append(line)
    return found


def hyphened(case: Case) -> list[str]:
    """All long lines broken at one measure, within a Latin word with a hyphen."""
    region = contents(case) or range(0)
    return [
        part
        for number, line in enumerate(texts(case), 1)
        for part in ([line] if number in region or ROW.match(line) else _hyphened(line))
    ]


def _hyphened(line: str) -> Iterator[str]:
    while len(line) > MEASURE:
        end = MEASURE
        word = next((hit for hit in _WORD.finditer(line) if hit.start() < end < hit.end()), None)
        if word is not None and word.start() + 3 <= end <= word.end() - 3:
            yield line[:end] + "-"
        else:
            while end < len(line) and (line[end] in NO_START or (word and end < word.end())):
                end += 1
            yield line[:end]
        line = line[end:]
    yield line


def specked(case: Case) -> list[str]:
    """Scraps between the printed lines of paragraphs, and behind no blank line."""
    found: list[str] = []
    for at, line in enumerate(part for text in texts(case) for part in _wrapped(text)):
        found.append(line)
        if at % PAGE == 0 and at and len(line) == MEASURE:
            found.append(SCRAPS[at // PAGE % len(SCRAPS)])
    return found


def _wrapped(line: str) -> Iterator[str]:
    return iter([line]) if ROW.match(line) else _hyphened(line)
