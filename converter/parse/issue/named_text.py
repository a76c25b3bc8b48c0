"""Boxes whose name stands before their text, in lines that are shorter than those of the column.

政策口袋　机关干部每年…… need have no name on a line of its own: a sentence breaks off in a full
line, lines of one shorter measure follow, the first of which begins with a name and a blank, and
below the end of their sentence, or their source, the broken one goes on in a full line.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence
from converter.names import is_name
from converter.parse.boxes import LABEL_SHAPE, is_attribution
from converter.parse.captions import is_unnumbered_caption, names_picture
from converter.parse.issue.frame import Inset, after_source, is_titled
from converter.parse.kinds import is_credit, labelled
from converter.segment.units import is_indented
from converter.segment.units.signs import opens_foot
from converter.source import Line

NAMED_TEXT = re.compile(
    rf"^\s*[【\[■▲●◆★※▶►]?\s*(?P<label>[{HAN}]{{2,8}})(?:[】\]]|[ \u3000]+|\s*[|｜])\s*(?=[{HAN}“《\d])"
)
"""The name of a box and the first words of its text, or behind a bar its title."""
_NARROWER, _FAR = 1.6, 2.5
"""By so many em at least the lines of such a box are shorter than the column's: those under a name
that is known, and under another."""
_ALIKE = 1.2
"""By so much may the lines differ that fill it."""
_OPENING = 3.6
"""By so much may the first be shorter: the indent that OCR takes away, and a wide blank."""
_LINES, _MOST = 3, 16
"""The fewest lines under a name that nothing else tells, and the most of a box."""
_LEAST = 10
"""Em of the narrowest frame."""


def named_text(
    lines: Sequence[Line],
    cores: Sequence[float],
    at: int,
    measure: float,
    labels: Collection[str],
    *,
    broken: bool,
) -> Inset | None:
    """The box whose name and first words stand on a line; ``broken`` if a sentence stops above it.

    ``cores`` are the widths of the lines without marks that may hang, ``measure`` that of the
    column, ``labels`` the known names of boxes.
    """
    hit = NAMED_TEXT.match(lines[at].text) if cores[at] <= measure - _NARROWER else None
    if hit is None or is_attribution(lines[at].text):
        return None
    known = hit["label"] in labels or LABEL_SHAPE.match(hit["label"]) is not None
    end = _end(lines, cores, at, measure)
    if not _fills_frame(lines, cores, at, end):
        return None
    last = after_source(lines, end)
    below = last < len(lines) and not lines[last].blank and not is_indented(lines[last])
    goes_on = broken and below and cores[last] >= measure - _NARROWER
    if known:
        told = goes_on or last > end
    else:
        narrow = max(cores[at:end]) <= measure - _FAR
        several = end - at >= _LINES or last > end
        told = goes_on and narrow and several and _may_name(hit["label"], lines[at].text.strip())
    if not told:
        return None
    text = (at + is_titled(lines, at), end)
    return Inset(at, (text, (end, last)) if last > end else (text,))


def _may_name(label: str, text: str) -> bool:
    """True unless a line says who made something, what a picture shows, or who somebody is."""
    return not (
        is_name(label)
        or is_credit(text)
        or opens_foot(text)
        or names_picture(text)
        or is_unnumbered_caption(text)
        or labelled(text) is not None
    )


def _end(lines: Sequence[Line], cores: Sequence[float], at: int, measure: float) -> int:
    """Where the lines end that are all shorter than the column."""
    end = at + 1
    while (
        end < len(lines)
        and end - at < _MOST
        and 0 < cores[end] <= measure - _NARROWER
        and not is_indented(lines[end])
        and not is_attribution(lines[end].text)
    ):
        end += 1
    return end


def _fills_frame(lines: Sequence[Line], cores: Sequence[float], at: int, end: int) -> bool:
    """True for one paragraph of two lines at least, which all but the last fill a frame."""
    if end - at < 2 or ends_sentence(lines[at].text) or not ends_sentence(lines[end - 1].text):
        return False
    inner = max(cores[at:end])
    return (
        inner >= _LEAST
        and cores[at] >= inner - _OPENING
        and all(core >= inner - _ALIKE for core in cores[at + 1 : end - 1])
    )


_LABEL = re.compile(r"^[【\[]?(?P<label>\S{2,8}?)(?:[】\]]|\s+|\s*[|｜])\s*\S")


def labels_text(text: str, labels: frozenset[str]) -> bool:
    """背景链接 “修旧如旧”这句话……, 温馨提示：为什么……: the name of a box and the first line of its text.

    A short name before a colon may stand at the head of a line by chance, within a sentence.
    """
    name, parted, rest = text[:_HEAD].partition("：")
    if parted and rest and rest[0] not in _NO_TEXT:
        return len(name) >= _WHOLE and name in labels
    hit = _LABEL.match(text)
    return hit is not None and hit["label"] in labels


_WHOLE, _HEAD = 4, 12
"""Characters of a name that stands at the head of a line by no chance, and of what is looked at."""
_NO_TEXT = "《hw"
"""What stands behind the colon where a work or an address is named."""
