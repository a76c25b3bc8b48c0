"""Contents in which a leader stands behind the names of sections: 封面故事 …… 标题 / 4, or 诗……… alone."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.labels import is_signer
from converter.source import Line

_LED = re.compile(
    rf"^\s*(?:[-*•]\s+)?(?:\d{{1,2}}[.．、]\s*)?(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})\s*(?:…{{1,}}|[.·．]{{3,}}|-{{4,}}|—{{2,}})\s*"
    r"(?P<title>[^/／|…]{2,40}?)\s*[/／|]\s*(?P<page>\d{1,3})\s*$"
)
_SPACED = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,8}})\u3000+(?P<title>\S[^\u3000]{{1,39}}?)[ \u3000]+(?P<page>\d{{1,3}})$"
)
"""当令　三伏天的一杯水　5."""
_FEWEST = 3
"""So many entries of the form are no chance."""


def with_sections_led(lines: Sequence[Line], index: BodyIndex) -> list[Line]:
    """The lines, of which those are parted in two that have their section before the leader.

    The body has what stands behind it as a title, and what stands before it over that.
    """
    return _parted(_parted(list(lines), index, _LED), index, _SPACED)


def _parted(lines: list[Line], index: BodyIndex, form: re.Pattern[str]) -> list[Line]:
    """The same of one ``form``, unless the names before the titles are those of the authors."""
    hits = {at: hit for at, line in enumerate(lines) if (hit := form.match(line.text))}
    people = sum(split_names(hit["name"]) is not None for hit in hits.values())
    told = sum(
        index.is_title(key(hit["title"]))
        and index.stands_above(key(hit["name"]), key(hit["title"]))
        and not is_signer(hit["title"])  # 外婆的菜园　初二（3）班 林小满　8
        for hit in hits.values()
    )
    if len(hits) < _FEWEST or told * 4 < len(hits) * 3 or people * 3 > len(hits):
        return lines
    made: list[Line] = []
    for at, line in enumerate(lines):
        hit = hits.get(at)
        if hit is None:
            made.append(line)
        else:
            made.append(Line(line.number, f"【{hit['name']}】"))
            lead = "\u3000" if form is _SPACED else " / "
            made.append(Line(line.number, f"{hit['title']}{lead}{hit['page']}"))
    return made


_OPEN = re.compile(
    rf"^\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{0,7}})\s*(?:…{{2,}}|[.·．]{{4,}}|-{{4,}}|—{{3,}})\s*(?P<rest>.*)$"
)
_ENDS_PAGED = re.compile(r"(?P<rest>\S.*?)\s*[/／|（(\s]\s*\d{1,3}\s*[）)]?\s*$")
_TO_PAGE = re.compile(r"(?:…|[.·．]{3,}|-{4,}|—{3,})\s*[（(]?\d{1,3}[）)]?\s*$")
_FEWEST_OPEN = 2


def with_led_names(lines: Sequence[Line]) -> list[Line]:
    """The lines without the leaders behind names of sections: 诗………, which lead to no page.

    Where the first entry stands behind such a leader, 卷首……… 标题（3）, it gets a line of its own.
    Other leaders lead to pages: then a line that ends with one has lost its page.
    """
    hits = {at: hit for at, line in enumerate(lines) if (hit := _OPEN.match(line.text))}
    below = [line.text for line in lines[1:]] + [""]
    bare = [at for at, hit in hits.items() if not hit["rest"] and _ENDS_PAGED.search(below[at])]
    if len(bare) < _FEWEST_OPEN or any(_TO_PAGE.search(line.text) for line in lines):
        return list(lines)
    paged = {at: _ENDS_PAGED.search(hit["rest"]) for at, hit in hits.items() if hit["rest"]}
    if any(hit is None or not has_han(hit["rest"]) for hit in paged.values()):
        return list(lines)
    made: list[Line] = []
    for at, line in enumerate(lines):
        if at in bare or at in paged:
            made.append(Line(line.number, f"【{hits[at]['name']}】"))
            if at in paged:
                made.append(Line(line.number, hits[at]["rest"]))
        else:
            made.append(line)
    return made
