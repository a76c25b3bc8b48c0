"""Names of files as page marks: a program that reads page after page prints one over each.

``===== page_0012.png =====``, ``# scans/IMG_0012.jpg``, ``文件：乙_012.tif``, ``扫描件_012``.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.source import Line

_ORNAMENTS = " \t\u3000-=—–_*#~[]【】(（)）<>|`"
_LONGEST = 120
_SUFFIX = re.compile(
    r"\.(?:(?P<picture>jpe?g|png|tiff?|bmp|gif|webp|jp2|pdf)|txt|md|html?|xml|json)$", re.IGNORECASE
)
_SCAN = re.compile(
    r"(?:扫描[件页]?|掃描[件頁]?|影像|scan(?:ned)?|image|img|dsc|slide)[\s_-]?\d+$", re.IGNORECASE
)
_NAME = re.compile(r"^(?:[\w.]{1,10}\s?[:：]\s?)?[^，。；：！？、“”《》!]+$")
"""A name of a file: nothing of a sentence, and no sign of a picture of Markdown."""
_DIGITS = re.compile(r"\d+")
_FEWEST, _PICTURES = 3, 2
"""So many names tell pages, and so many of pictures."""


def file_marks(lines: Sequence[Line]) -> Iterator[int]:
    """The indexes of lines that name the file of the page below them.

    One name says little by itself: there are several, alike but for their numbers, which rise.
    """
    series: defaultdict[str, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if 3 <= len(line.text) <= _LONGEST and (name := _name(line.text)):
            numbers = tuple(map(int, _DIGITS.findall(name)))
            series[_DIGITS.sub("0", name)].append((at, numbers))
    for name, found in series.items():
        rising = all(one < other for (_, one), (_, other) in itertools.pairwise(found))
        picture = (hit := _SUFFIX.search(name)) is not None and hit["picture"]
        if len(found) >= (_PICTURES if picture else _FEWEST) and rising:
            yield from (at for at, _ in found)


def _name(text: str) -> str:
    """The name of a file that a line is, ``""`` for any other line."""
    name = text.strip(_ORNAMENTS)
    if not name[-1:].isalnum() or not _DIGITS.search(name):
        return ""
    if "://" in name or not (_SUFFIX.search(name) or _SCAN.match(name)):
        return ""
    return name if _NAME.match(name) else ""
