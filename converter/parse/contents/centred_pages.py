"""Authors and pages that are set beside the middle of an entry of two lines, and read between them.

标题一半 / 某某（5） / 标题另一半: OCR takes the lines as they stand on the page, from its top to its
foot. Who wrote an entry of one line, and its page, may be read before it as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, similarity
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import SUBTITLE
from converter.source import Line

_SIGNED_PAGE = re.compile(
    rf"^[\s·•….．-]*(?P<who>[{HAN}][{HAN}·=]{{1,7}})\s*[（(](?P<page>\d{{1,3}})[）)]\s*$"
)
"""·某某（5）, with a part of the leader before it perhaps."""
_LEADER_ONLY = re.compile(r"^[\s·•….．,，-]*$")
_FEWEST, _TOLD = 4, 2
"""So many such lines, of which so many stand between two lines of an entry, are no chance."""
_ALIKE = 0.85
"""How alike the body has a title that OCR has misread."""


def with_centred_pages_below(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, with 某某（5） below the second line of its entry, and not above it."""
    filled = [line for line in lines if not _LEADER_ONLY.match(line.text)]
    pages = [int(hit["page"]) for line in filled if (hit := _SIGNED_PAGE.match(line.text))]
    if len(pages) < _FEWEST or pages != sorted(set(pages)):
        return lines
    titles = body.joined
    made, told = list[Line](), 0
    rest = list(filled)
    while rest:
        line = rest.pop(0)
        signed = _SIGNED_PAGE.match(line.text)
        if signed is None:
            made.append(line)
            continue
        below = rest[0] if rest and not _SIGNED_PAGE.match(rest[0].text) else None
        if below is not None and made:
            way = _way(made[-1].text, below.text, titles)
            told += bool(way)
            if way == "title":  # printed on two lines that the body parts elsewhere, or not at all
                made[-1] = Line(made[-1].number, made[-1].text.rstrip() + rest.pop(0).text.strip())
            elif way or _SIGNED_PAGE.search(made[-1].text):
                made.append(rest.pop(0))
        made.append(Line(line.number, f"…… {signed['who']}（{signed['page']}）"))
    return made if told >= _TOLD else lines


def _way(above: str, below: str, titles: frozenset[str]) -> str:
    """How a line is the second of the entry above: as its subtitle, the rest of its title, a line of it; "" if not."""
    if SUBTITLE.match(below.strip()):
        return "" if SUBTITLE.match(above.strip()) else "subtitle"
    name = key(above) + key(below)
    if name in titles:
        return "title"
    alike = (one for one in titles if abs(len(one) - len(name)) <= 1)
    return "line" if any(similarity(one, name) >= _ALIKE for one in alike) else ""
