"""Pull quotes and captions at the foot of a page, in lines that keep another measure than its column.

OCR reads them last, so that they stand between two pages: below the end of a paragraph, or within a
sentence that the next page carries on. That a page ends tell the lines that have been taken out.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, unclosed, unopened, width
from converter.parse.boxes import is_attribution
from converter.parse.issue.pieces import Apart
from converter.parse.kinds import is_credit, labelled, opens_otherwise
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED
from converter.source import Line

_NARROWER, _EVEN = 4.5, 1.6
"""Em by which all lines of a quotation are shorter than the column, more than a lost indent and a mark,
and by which full ones differ."""
_LINES, _LEAST = 4, 9
"""Lines of the longest, and em of the shortest line that breaks off."""
_NEAR, _FAR = 8, 200
"""Lines above that tell how wide the column is there, and lines on either side among which the
article says it as well."""
_CLEARLY = 1.0
"""By what (log odds) the next page must carry a sentence on better than what stands at the foot."""


def note_feet(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note what stands at the foot of each page and is none of its column, whose ``measure`` is in em."""
    for stop in range(3, len(lines)):
        if lines[stop].number == lines[stop - 1].number + 1 or lines[stop - 1].blank:
            continue
        at = _quote_from(lines, stop, measure, found)
        if at:
            found.quote(lines[at:stop])
        elif at := _caption_from(lines, stop, measure, found):
            found.as_one(lines[at:stop])
            found.captions.add(lines[at].number)


def _quote_from(lines: Sequence[Line], stop: int, measure: float, found: Apart) -> int:
    """Where the short lines begin that make whole sentences down to the foot of a page, 0 for none."""
    if not ends_sentence(lines[stop - 1].text):
        return 0
    for at in range(stop - 1, max(0, stop - 1 - _LINES), -1):
        text = lines[at].text.strip()
        free = text and lines[at].number not in found.pieces and not is_indented(lines[at])
        if not free or width(text) > measure - _NARROWER:
            return 0
        above = lines[at - 1].text.strip()
        if above and (ends_sentence(above) or width(above) >= measure - _EVEN):
            return at if _is_quote(lines, at, stop, measure) else 0
    return 0


def _is_quote(lines: Sequence[Line], at: int, stop: int, measure: float) -> bool:
    """True for lines that break off early, or that the article says elsewhere as well."""
    texts = [line.text.strip() for line in lines[at:stop]]
    said = "".join(texts)
    if opens_otherwise(said) or unclosed(said) or unopened(said) or "：" in said:
        return False
    if is_attribution(texts[-1]):
        return False
    above, below = lines[at - 1].text.strip(), lines[stop].text.strip()
    broken = not ends_sentence(above)
    if broken and (is_indented(lines[stop]) or not _carries_on(above, texts[0], below)):
        return False
    early = all(is_han(text[-1]) or text[-1] in "，、" for text in texts[:-1])
    early = early and len(texts) > 1 and min(map(width, texts[:-1])) >= _LEAST
    if not early:
        return _is_said_elsewhere(lines, at, stop, said)
    # Where the whole column is narrower than others, its lines are as short.
    above_it = lines[max(0, at - _NEAR) : at]
    wide = sum(width(line.text.rstrip()) > measure - _NARROWER for line in above_it)
    return wide * 2 > len(above_it)


def _carries_on(above: str, own: str, below: str) -> bool:
    """True if the next page carries a sentence on better than what stands at the foot of this one."""
    if not below:
        return False
    if own[0] in "“「":
        return above[-1] not in "：:，"
    return joins(above, below) > joins(above, own) + _CLEARLY


def _is_said_elsewhere(lines: Sequence[Line], at: int, stop: int, said: str) -> bool:
    """True if the article has the words of some lines within others."""
    own = key(said)
    if len(own) < _LEAST:
        return False
    near = (*lines[max(0, at - _FAR) : at], *lines[stop : stop + _FAR])
    return own in key("".join(line.text.strip() for line in near))


def _caption_from(lines: Sequence[Line], stop: int, measure: float, found: Apart) -> int:
    """Where a line or two begin that tell what a picture shows, down to the foot of a page, 0 for none.

    They stand below a whole text, or below a line that the next page carries on better.
    """
    for at in (stop - 1, stop - _TWO):
        shown = "".join(line.text.strip() for line in lines[at:stop])
        if not shown or is_indented(lines[at]) or lines[at].number in found.pieces:
            return 0
        if _SHOWS.search(shown) is None or NUMBERED.match(shown) or labelled(shown):
            continue
        if ends_sentence(shown) or is_credit(shown):
            continue
        above, below = lines[at - 1].text.strip(), lines[stop].text.strip()
        if not above or not below:
            continue
        full = width(above) >= measure - _EVEN and not is_indented(lines[stop])
        broken = full and joins(above, below) > joins(above, shown) + _CLEARLY
        wide = width(lines[at].text.strip()) > measure + _EVEN  # no line of the column is
        if ends_sentence(above) or broken or (full and wide):
            return at
    return 0


_TWO = 2
_SHOWS = re.compile(
    rf"剧照|劇照|[（(](?:[左右中前后後][一二三四排]{{0,2}}|局部)[）)]|[左右前后後中][一二三四][为為是起]|[左右][为為]|(?:拍摄|拍攝|留影|合影)$"
    rf"|[。！？”][{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}[ \u3000]*[摄攝]$"
)
"""剧照：某某（右）, 左二为某某, ……参加了拍摄, ……。某某摄."""
