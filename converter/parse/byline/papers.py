"""Papers and magazines before or behind the names of those who write for them: 文 | 渡口周刊 某某."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.names import is_name
from converter.names.house import PAPER
from converter.parse.byline.reading import BylineReading
from converter.values import replace

_PAPER = re.compile(rf"^[{HAN}]{{2,8}}(?:{PAPER}|月刊|早报|时报|時報|晚報|日報|週刊|雜誌)$")
_SURE = 0.9
"""How sure a line has to be a byline."""


def with_paper(reading: BylineReading | None) -> BylineReading | None:
    """A byline of which one name is that of a paper: it is where the others are, and no author."""
    if reading is None or len(reading.authors) <= 1 or reading.certainty < _SURE:
        return reading
    papers = [one for one in reading.authors if not one.office and _PAPER.match(one.name)]
    others = [one for one in reading.authors if one not in papers]
    if len(papers) != 1 or not all(one.office or is_name(one.name) for one in others):
        return reading
    paper = papers[0].name
    signed = tuple(one if one.office else replace(one, office=paper) for one in others)
    return reading._replace(authors=signed)
