"""Figures that fill a box, each on a line of its own: 47个网格, 312名调解员, 调解成功率97.2%."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.parse.headings import ends_in_particle
from converter.segment import Unit

_LINE = 32
"""The most em of what a figure counts, with the figure."""
_FEWEST, _PLAIN = 2, 3
"""So many lines that all begin with a figure are a list, and so many of which only the first does."""
_TELLS = re.compile(rf"^[^。；：！？]*\d[^。；：！？]*(?<=[{HAN}”」）)%％℃\d])$")
_NUMBER = r"[约約近超逾达達仅僅]?\d[\d.,，]*(?: \d{3}(?!\d))*\s*"
_BEGINS = re.compile(rf"^{_NUMBER}[余多]?[{HAN}%％℃]")
_COUNTS = re.compile(rf"^{_NUMBER}[{HAN}%％℃/]{{1,6}}[：:]\s*[^。；：！？]+(?<=[{HAN}”」）)])$")
"""16公里：平均的回家距离: a figure, and what it counts behind a colon."""
_MARKED = re.compile(r"^(?:\d{1,2}\s*[.．、]|\d{4}\s*年|\d{1,2}\s*[月日时時])")
"""Items with numbers, dates and hours, which are other lists."""


def _tells_figure(text: str) -> bool:
    """True for a few words with a figure among them, and no end of a sentence."""
    told = text.strip()
    tells = _TELLS.match(told) or _COUNTS.match(told)
    return width(told) <= _LINE and tells is not None and not ends_in_particle(told)


def _begins(text: str) -> bool:
    told = text.strip()
    return _BEGINS.match(told) is not None and _MARKED.match(told) is None


def figures_end(units: Sequence[Unit], first: int, limit: int, opening: str = "") -> int:
    """Where such lines end, each below a blank line, 0 if none begin; ``opening`` may be the first."""
    texts = [opening or units[first].text] if first < limit else []
    end = first + 1
    while texts and end < limit and units[end].gap and _tells_figure(units[end].text):
        texts.append(units[end].text)
        end += 1
    if not texts or not (_tells_figure(texts[0]) and _begins(texts[0])):
        return 0
    return end if len(texts) >= (_FEWEST if all(map(_begins, texts)) else _PLAIN) else 0


def are_figures(units: Sequence[Unit], opening: str = "") -> bool:
    """True if such lines are all of what a box says; ``opening`` is as in :func:`figures_end`."""
    return figures_end(units, 0, len(units), opening) == len(units) > 0
