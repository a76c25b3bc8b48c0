"""Lines on which two things stand: a text and who signed it, the name of a part and a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, similarity, squeeze
from converter.names import is_name
from converter.parse.contents import RawContents, named_title, part_of
from converter.parse.context import Context
from converter.parse.issue.signed_rows import (
    NAME_END,
    signed_below_headings,
    signed_in_rows,
)
from converter.parse.openings import entry_title
from converter.source import Line

_CLOSING = tuple("）)")
_PART_LINE = 60
"""Characters of the name of a part and a title."""
_COLON = 10
"""Before so many characters stands the colon behind a section's name."""
_BEGUN = 4
"""From so many characters on a text may be the first line of a longer title."""
_SIGNED = re.compile(
    rf"^(?P<text>.*[。！？”…])(?P<blank>[ \u3000]{{3,}})(?P<name>[（(][{HAN}][{HAN} \u3000、·]{{0,14}}[）)])\s*$"
)
"""……缝纫机。　　　（某　某）: who wrote it, far to the right of its last line."""
_SIGNED_CLOSE = re.compile(
    rf"^(?P<text>.*[。！？”…])(?P<blank>[ \u3000]*\u3000[ \u3000]*)(?P<name>[（(][{HAN}]{{2,4}}[）)])\s*$"
)
"""……车厢味。”　（某某）, where the last line has no more room: as others are signed with a wide blank."""
_SENT_IN = re.compile(
    rf"^(?P<text>.*[。！？”…])(?P<blank>[ \u3000]{{3,}})(?P<name>[{HAN}]{{2,10}}[ \u3000]+[{HAN}](?:[ \u3000]{{0,2}}[{HAN}]){{1,2}})\s*$"
)
"""问：……怎么办？　　　青石县　郑梅: who sent a letter in, and from where, on its last line."""
_SOURCED = re.compile(
    rf"^(?P<text>.*[。！？”’」』…])[ \u3000]*(?P<name>[（(]\s*(?:(?:本文)?(?:摘自|摘编自|摘編自|节选自|節選自|选自|選自|转自|轉自|转载自|轉載自|编译自|編譯自|译自|譯自|原载|原載|刊于|刊於|据|據)[《“「〈]"
    rf"[^（()）]{{2,60}}|[{HAN}]{{0,4}}(?:摘自|荐自|薦自|选自|選自|摘编自|摘編自|转自|轉自)[^（()）。]{{2,60}}|[{HAN}][{HAN} \u3000、]{{1,10}}(?:辑|輯|供稿|摘编|摘編|编译|編譯)|[{HAN}][ \u3000]+[{HAN}])\s*[）)])\s*$"
)
"""……挂在墙上。（摘自《某某晚报》2009年5月12日）, ……迟到过。（某某辑）: whence a text comes, behind its last full stop."""


_REPORTED = re.compile(rf"[。！？”…][（(](?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})[）)]\s*$")
"""……新闻一则。（某某某）, （某 某）: a name right behind the last full stop."""
_SHORT = 2
"""Characters of a name that is set with a blank."""
_TWO = re.compile(rf"^[（(][{HAN}][ \u3000]+[{HAN}][）)]$")
_NEWS = 2
"""So many pieces that are signed so by longer names, or more by one of those and shorter ones."""


def with_signatures_apart(body: Sequence[Line], titles: frozenset[str] = frozenset()) -> list[Line]:
    """The lines, of which the last of an article has its author or its source on it.

    ……缝纫机。　　　（某　某）; where pieces of news end so one after the other, the name of two
    characters, which alone is set with a blank, stays on its line like the longer ones. So does
    all that ends the pieces of a column, whose headings are none of the ``titles`` of the contents.
    """
    made: list[Line] = []
    ends = [
        _REPORTED.search(line.text[-NAME_END:])
        for line in body
        if line.text.rstrip()[-1:] in _CLOSING
    ]
    names = [
        squeeze(hit["name"]) for hit in ends if hit is not None and is_name(squeeze(hit["name"]))
    ]
    longer = sum(len(name) > _SHORT for name in names)
    news = longer >= _NEWS or (longer > 0 and len(names) > _NEWS)
    rows, pieces = signed_in_rows(body), signed_below_headings(body, titles)
    habit = any(_SIGNED.match(line.text) for line in body if "\u3000\u3000\u3000" in line.text)
    for at, line in enumerate(body):
        closes = line.text.rstrip()[-1:] in _CLOSING
        hit = (_SIGNED.match(line.text) or _SOURCED.match(line.text)) if closes else None
        if hit is None and closes and habit:
            hit = _SIGNED_CLOSE.match(line.text)
        two = hit is not None and _TWO.match(hit["name"]) and "blank" not in hit.groupdict()
        if two and (news or at in rows or _is_item(body, at) or _is_in_a_row(body, at)):
            hit = None
        if hit is not None and at in pieces and "blank" not in hit.groupdict():
            hit = None
        if hit is None and "   " in line.text.replace("\u3000", " "):
            hit = _SENT_IN.match(line.text)
        if hit is None:
            made.append(line)
        else:
            made.append(line._replace(text=hit["text"]))
            made.append(Line(line.number, "\u3000" * 8 + hit["name"]))
    return made


_NEAR = 4
"""Lines above one, among which the report before it ends."""
_MARKS = "●■◆▲★◎□○◇▶►※"


def _is_item(body: Sequence[Line], at: int) -> bool:
    """True for one of several reports that begin with one mark, each with who sent it at its end."""
    mark = body[at].text.strip()[0]
    if mark not in _MARKS:
        return False
    for places in (
        range(at - 1, max(-1, at - _NEAR), -1),
        range(at + 1, min(len(body), at + _NEAR)),
    ):
        near = next(filter(None, (body[place].text.strip() for place in places)), " ")
        if near[0] == mark and near[-1] in _CLOSING:
            return True
    return False


def _is_in_a_row(body: Sequence[Line], at: int) -> bool:
    """True for a piece of news right above or below another one that ends with who sent it as well.

    Between two articles that are signed so stands the title of the second.
    """
    above = next(
        (line.text for line in reversed(body[max(0, at - _NEAR) : at]) if not line.blank), ""
    )
    below = next((line.text for line in body[at + 1 : at + _NEAR] if not line.blank), "")
    return any(_REPORTED.search(text[-NAME_END:]) for text in (above, below))


def with_sources_apart(lines: Sequence[Line], labels: frozenset[str]) -> list[Line]:
    """The lines, of which the last of a box has its source on it: ……五次。（来源：某某医院）.

    ``labels`` are the keys of the names of boxes; elsewhere figures have their sources so. Behind
    a dash it stands on the only line of its box: 链接：…………五次。——某某医院.
    """
    made: list[Line] = []
    for at, line in enumerate(lines):
        closes = line.text.rstrip()[-1:] in _CLOSING
        hit = _SOURCE_BEHIND.match(line.text) if closes else None
        dashed = hit is None and "——" in line.text[-_DASHED:]
        if dashed and (hit := _DASH_BEHIND.match(line.text)) is not None:
            top = at  # the line itself has the name
        else:
            top = max(0, at - _BOX_LINES)
        if hit is None or not _is_named(lines[top : at + 1], labels):
            made.append(line)
        else:
            made += [line._replace(text=hit["text"]), Line(line.number, hit["name"])]
    return made


_SOURCE_BEHIND = re.compile(
    rf"^(?P<text>.*[。！？”’」』…])[ \u3000]*(?P<name>[（(]\s*[{HAN}]{{0,4}}(?:来源|來源|出处|出處)\s*[：:][^（()）。]{{2,60}}[）)])\s*$"
)
_DASH_BEHIND = re.compile(
    r"^(?P<text>.*[。！？”’」』…])[ \u3000]*(?P<name>——\s*[^—。，；：！？]{2,30}?)\s*$"
)
_BOX_LINES, _DASHED = 12, 40


def _is_named(lines: Sequence[Line], labels: frozenset[str]) -> bool:
    """True if the name of a box begins one of the lines."""
    firsts = (_FIRST_WORD.match(line.text) for line in lines)
    return any(hit is not None and key(hit[1]) in labels for hit in firsts)


_FIRST_WORD = re.compile(r"^\s*[【〖]?([^\s：:】〗]+)")


_SUBTITLED = re.compile(
    r"^(?P<title>#{1,6}\s+[^—]{2,40}?)\s+(?P<subtitle>(?:——|－－|--)\s*\S.{0,40})$"
)


def with_subtitles_apart(
    body: Sequence[Line], titles: frozenset[str], contents: RawContents
) -> list[Line]:
    """The lines, of which # 标题 ——副题 are two where ``titles``, the keys of the contents', have the first.

    So is 标题 副题, whose dash OCR has lost, where the ``contents`` have the two with one, and
    标题——副题, where they have the same; a running head says that again and again.
    """
    made: list[Line] = []
    listed = _listed_subtitles(contents)
    dashed = Counter(line.text.strip() for line in body if "——" in line.text[:_PART_LINE])
    for line in body:
        hit = _SUBTITLED.match(line.text.strip()) if line.text[:1] == "#" else None
        if hit is not None and key(hit["title"]) in titles and key(line.text) not in titles:
            made += [line._replace(text=hit["title"]), Line(line.number, hit["subtitle"])]
        elif (
            dashed[line.text.strip()] == 1
            and (hit := _DASHED_TITLE.match(line.text)) is not None
            and _is_alike(hit["subtitle"], listed.get(key(hit["title"])))
        ):
            made += [line._replace(text=hit["title"]), Line(line.number, f"——{hit['subtitle']}")]
        elif listed and len(line.text) <= _PART_LINE and (cut := _subtitle_at(line.text, listed)):
            made += [line._replace(text=line.text[:cut]), Line(line.number, line.text[cut:])]
        else:
            made.append(line)
    return made


def _listed_subtitles(contents: RawContents) -> dict[str, str]:
    """The subtitles that the contents have behind dashes, by the titles above them; keys of both."""
    found: dict[str, str] = {}
    for entry in contents.entries:
        title, subtitle = entry_title(entry, (tuple(entry.texts), ()))
        if key(subtitle) and "—" not in "".join(title):
            found[key("".join(title))] = key(subtitle)
    return found


def _subtitle_at(text: str, listed: Mapping[str, str]) -> int:
    """Where the subtitle of a line begins, behind a blank and the title that ``listed`` has it below."""
    for blank in _BLANKS.finditer(text):
        if _is_alike(text[blank.end() :], listed.get(key(text[: blank.start()]))):
            return blank.end()
    return 0


def _is_alike(text: str, subtitle: str | None) -> bool:
    return subtitle is not None and similarity(key(text), subtitle) >= _ALIKE


_DASHED_TITLE = re.compile(
    r"^(?P<title>\s*(?:#{1,6}\s+)?[^—]{2,40}?)\s*——\s*(?P<subtitle>[^—。，；]{2,40})\s*$"
)
"""标题——副题 on one line."""


_BLANKS = re.compile(r"(?<=\S)[ \u3000]+(?=[^\s—－-])")
_ALIKE = 0.8
"""So alike is a subtitle to what the contents have, but for a misread character."""


def with_parts_apart(
    body: Sequence[Line], titles: frozenset[str], names: frozenset[str], context: Context
) -> list[Line]:
    """The lines, of which Part 1｜标题 has the part over the title, as others print it.

    So have ■小说　标题 and 小说：标题 the name of the section, if ``names`` has it, or if several
    titles have names before their bars that the contents do not give.
    """
    made: list[Line] = []
    names |= _names_before_bars(body, titles)
    for line in body:
        found = _apart(line.text.strip(), titles, names) if len(line.text) <= _PART_LINE else None
        if found is None:
            made.append(line)
        else:
            made += [line._replace(text=found[0]), Line(line.number, found[1])]
            name, title = found
            if line.text.lstrip().startswith("#"):  # ## of a line are those of its title
                title = title.lstrip("#")
                name = found[1].removesuffix(title) + name
            context.ledger.drop_rest(line.number, line.text, name + title, "label-mark")
    return made


def _names_before_bars(body: Sequence[Line], titles: frozenset[str]) -> frozenset[str]:
    """The keys of 要闻 and 民生, before the bars of lines whose rests are titles of the contents."""
    barred = (
        line.text.strip() for line in body if "｜" in line.text and len(line.text) <= _PART_LINE
    )
    found: set[str] = set()
    for text in barred:
        named = named_title(text)
        if named is None or key(text) in titles:
            continue
        title = key(named[1])
        if title in titles or _begins_title(title, titles):
            found.add(key(named[0]))
    return frozenset(found) if len(found) >= _SEVERAL else frozenset()


_SEVERAL = 2


def _apart(text: str, titles: frozenset[str], names: frozenset[str]) -> tuple[str, str] | None:
    """The part or section that a line names, and the title behind it; ``None`` for another line."""
    part = part_of(text)
    if part is not None:
        return part if key(part[1]) in titles else None
    named = named_title(text)
    if named is None and "：" in text[2:_COLON]:
        name, _, rest = text.partition("：")
        named = name, rest.strip()
    if named is None or key(named[0]) not in names:
        return None
    title = key(named[1])
    if title in titles or _begins_title(title, titles):
        return None if key(text) in titles else named
    return None


def _begins_title(name: str, titles: frozenset[str]) -> bool:
    """True for the first line of a title that goes on below."""
    return len(name) >= _BEGUN and any(title.startswith(name) for title in titles)
