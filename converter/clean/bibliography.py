"""Lines of a bibliography, and what marks they have in print."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from converter import patterns as re
from converter.clean.edits import CleaningRule, Edit
from converter.hanzi import HAN
from converter.source import Line

_CITED = re.compile(r"^\s*[\[［]\s*\d{1,3}\s*[\]］]")
_MEDIUM = re.compile(r"[\[［][A-Z]{1,2}(?:/[A-Z]{2})?[\]］]")
_AUTHORED = re.compile(
    rf"^\s*[\[［]\s*\d{{1,3}}\s*[\]］]\s*[{HAN}][{HAN} 　，、·]{{1,16}}[．.]\s*\S"
)
"""[1] 何 某．: an author and a point, before there were letters for the medium."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CITED_END = re.compile(r"\d[)）]?\s*[.．。]?\s*$")


def _ends_entry(lines: Sequence[Line], at: int) -> bool:
    """True if an entry that has told neither year nor pages does so below a blank line: 明远 | 瞭望,2018(3):45-85."""
    above, below = lines[at - 1].text, lines[at + 1].text if at + 1 < len(lines) else ""
    rest = _CITED_END.search(below) and _YEAR.search(below) and len(below) <= _REST
    return bool(rest) and not (_CITED_END.search(above) or _CITED.match(below))


_REST = 40
"""Characters of the rest of an entry."""


def bibliography(lines: Sequence[Line]) -> frozenset[int]:
    """The positions of lines of a bibliography, which keeps the marks of its own standard.

    An entry (GB/T 7714-2015) begins with its number in brackets and tells its medium in
    brackets, [J] or [EB/OL]; it may be wrapped over a few lines. Older ones have no such
    letters, but an author with a point, and a year and pages at its end.
    """
    found: set[int] = set()
    for start, line in enumerate(lines):
        if "[" not in line.text and "［" not in line.text:
            continue
        if not _CITED.match(line.text):
            continue
        end, medium = start, False
        older, dated = _AUTHORED.match(line.text) is not None, False
        while end < len(lines) and end - start < 5:
            text = lines[end].text
            if not text.strip() and end > start and (not medium or _ends_entry(lines, end)):
                end += 1  # a page ends within the entry
                continue
            if not text.strip() or (end > start and (_CITED.match(text) or text[0].isspace())):
                break
            medium = medium or _MEDIUM.search(text) is not None
            end += 1
            dated = dated or (older and _YEAR.search(text) is not None)
            medium = medium or (dated and _CITED_END.search(text) is not None)
            if medium and _CITED_END.search(text):
                break
        if medium:
            found.update(range(start, end))
    return frozenset(found)


_POINT = "．"
_WIDE = re.compile(rf"(?<=[{HAN}］])[，：]|（\d{{1,4}}）")
_HALF = re.compile(rf"(?<=[{HAN}])[,:;(]|(?<=\d)\(\d{{1,4}}\)")
_NEAR, _FEWEST = 12, 3
"""Lines of the page above an entry, and how many of them tell how OCR has read its marks."""


def set_full(lines: Sequence[Line], cited: Collection[int]) -> frozenset[int]:
    """The positions of entries of which OCR has read the full marks, but for the points, as half-width ones.

    Another entry of the issue has them full, with points that are as full; and so far as it can be
    seen, OCR has read those of the text above on the same page as half-width ones, too.
    """
    likely = [
        at for at in sorted(cited) if _POINT in lines[at].text and _HALF.search(lines[at].text)
    ]
    if not likely or not any(
        _POINT in lines[at].text
        and _WIDE.search(lines[at].text)
        and not _HALF.search(lines[at].text)
        for at in cited
    ):
        return frozenset()
    return frozenset(at for at in likely if _is_read_half(lines, at, cited))


def _is_read_half(lines: Sequence[Line], at: int, cited: Collection[int]) -> bool:
    """True if the text above has nothing but half-width marks between its characters."""
    above = (lines[place].text for place in range(at - 1, -1, -1) if place not in cited)
    text = "\n".join(islice(above, _NEAR))
    half = len(_TEXT_HALF.findall(text))
    return half >= _FEWEST and half > 4 * len(_TEXT_WIDE.findall(text))


_TEXT_HALF = re.compile(rf"(?<=[{HAN}])[,;](?=[{HAN}])")
_TEXT_WIDE = re.compile("[，；]")


_ISSUE = re.compile(r"(?<=\d)\(\d{1,4}\)(?=[：:，,．])")


def _brackets_of_issues(text: str) -> list[Edit]:
    """The edits for 2015(2)：11 in an entry whose marks are full: which issue of a year it was."""
    return [
        Edit(at, at + 1, mark)
        for hit in _ISSUE.finditer(text)
        for at, mark in ((hit.start(), "（"), (hit.end() - 1, "）"))
    ]


ISSUES = CleaningRule("brackets-width", _ISSUE, _brackets_of_issues, rare=True)
"""The rule of that name for such an entry, which has no Chinese beside the brackets."""
