"""Pages and leaders in whatever form they are printed, brought to the plain one: …… 4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, number, squeeze
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import (
    LEADER,
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    page_number,
)
from converter.parse.contents.raw import RawContents
from converter.segment.fed_heads import romans_at_feet
from converter.segment.regions.entries import POINTING
from converter.source import Line

_N = r"\d{1,4}(?:\s*[-–—~～]\s*\d{1,4})?"
_FORMS = {
    "第页": rf"第\s*(?P<ordinal>{_N})\s*[页頁]",
    "页": rf"(?P<unit>{_N})\s*[页頁]",
    "··": rf"[-–—·•・_~～]\s*(?P<between>{_N})\s*[-–—·•・_~～]",
    "【】": rf"[【〈《〔「＜<〖]\s*(?P<framed>{_N})\s*[】〉》〕」＞>〗]",
    "page": rf"(?:Page|PAGE|page|[Pp]g)\.?\s*(?P<page>{_N})",
    "→": rf"(?:[→⇒►▶▸@#＃*＊：:/／|｜◎○●□■◇◆☆★]|(?<![.．·•…])[·•])\s*(?P<pointed>{_N})",
}
_GLUED = re.compile(rf"^\s*(?P<page>\d{{1,3}})(?P<rest>[{HAN}《“‘「].*)$")
_ANY = "|".join(_FORMS.values())
_FIRST = re.compile(rf"^\s*(?:{_ANY})(?!\d)\s*(?P<rest>\S.*)$")
_LAST = re.compile(rf"^(?P<rest>.*?\S)\s*(?:{_ANY})\s*$")
_ALONE = re.compile(rf"^\s*(?:{_ANY})\s*$")
_PLACES = {"alone": _ALONE, "first": _FIRST, "last": _LAST}
_GROUPS = ("ordinal", "unit", "between", "framed", "page", "pointed")
_FEWEST = 3
"""So many lines that have it so are no chance."""

_LEADER = re.compile(
    r"(?<=[\w”’》」』）)！？!?])\s*(?:(?P<dot>[。—_＿~～,，'′*＊=:：`\-])\s?(?:(?P=dot)\s?){2,}|(?:[。…]\s?){3,}|\.{2}(?!\.))\s*"
    r"(?P<rest>[^。，,]{0,24}?[（(]?\d{1,4}[）)]?\s*)$"
)
"""Dots of other kinds: 标题————4, 标题。。。。作者 4, 标题 _____ 4."""


_LED_TO_NAME = re.compile(
    rf"^\s*[（(Pp]?\.?\d{{1,4}}[）)]?\s.*?[\w”’》」』）)！？!?]\s*(?P<lead>(?P<dot>[—_＿~～*＊=\-])(?:\s?(?P=dot)){{3,}})\s*[{HAN}·\s、/／]{{2,20}}$"
)
"""4 标题--------作者: dots of other kinds behind the page and the title."""
_NUMERAL = re.compile(
    r"^(?P<rest>.*\S?[\s…⋯.．·（(〔])(?P<page>[〇○零一二三四五六七八九十百廿卅]{1,4})\s*(?P<end>[）)〕]?[頁页]?)\s*$"
)


_FOLIO = 9
"""The highest folio of a page of contents; all they list begins on later pages."""


def without_folios(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the folios of the contents themselves, 2 between the entries of two pages.

    A figure on a line of its own, above which entries stand, is none of their pages where it is
    lower than each of them; or than the one above, where no page stands alone. VII right above
    a form feed is one, too.
    """
    if romans := frozenset(romans_at_feet(lines)):
        lines = [line for at, line in enumerate(lines) if at not in romans]
    alone = [at for at, line in enumerate(lines) if PAGE_ONLY.match(line.text)]
    low = [at for at in alone if _value(lines[at]) <= _FOLIO]
    if not low:
        return lines
    lone = set(alone)
    found = {at: _page_of(line.text) for at, line in enumerate(lines) if at not in lone}
    paged = {at: page for at, page in found.items() if page}
    high = [_value(lines[at]) for at in alone if at not in low]
    least = min((*paged.values(), *high), default=0)
    if len(paged) + len(high) < _FEWEST:
        return lines
    above = 0
    folios = set()
    for at in sorted({*paged, *low}):
        value = paged[at] if at in paged else _value(lines[at])
        inside = len(low) == 1 and not high and value < above
        if at not in paged and above and (value < least or inside):
            folios.add(at)
        above = max(above, paged.get(at, 0))
    kept = [line for at, line in enumerate(lines) if at not in folios]
    return _with_tables_whole(kept, {lines[at].number for at in folios})


_COUNTED_UNIT = re.compile(rf"(?:^|(?<=\s))\d{{1,3}}(?P<unit>[{HAN}])(?=\s)")


def with_bare_pages(lines: Sequence[Line]) -> Sequence[Line]:
    """05站　标题 as 05 标题, where one and the same character stands behind most pages.

    No other word of the line begins so: 10个 words is one of a title.
    """
    units = Counter(hit["unit"] for line in lines for hit in _COUNTED_UNIT.finditer(line.text))
    unit, count = next(iter(units.most_common(1)), ("", 0))
    if count < _FEWEST or count * 2 < units.total():
        return lines
    paged = re.compile(rf"(?:^|(?<=\s))(\d{{1,3}}){unit}(?=\s)")
    values = [int(hit[1]) for line in lines for hit in paged.finditer(line.text)]
    if values != sorted(values):
        return lines
    return [Line(line.number, paged.sub(r"\1", line.text)) for line in lines]


def without_doubled(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines without those that say again, right below it, what a line says.

    The name of a section may be that of its only entry as well: it is said again where another
    entry follows.
    """
    said = ""
    twice = set()
    for at, line in enumerate(lines):
        text = squeeze(line.text)
        if text and text == said and has_han(text):
            following = next(
                (
                    lines[below].text
                    for below in range(at + 1, len(lines))
                    if not lines[below].blank
                ),
                "",
            )
            if _is_entry(line.text, body) or _is_entry(following, body):
                twice.add(at)
        said = text or said
    return [line for at, line in enumerate(lines) if at not in twice] if twice else lines


def _is_entry(text: str, body: BodyIndex) -> bool:
    """True for a line with a page, and for one long enough that the body has, or a row with its words."""
    if (_page_of(text) or "|" in text) and len(key(text)) >= _ENTRY:
        return True
    return len(key(text)) >= _ENTRY and body.exact[key(text)] > 0


_ENTRY = 6
"""Characters of the shortest entry."""


def _with_tables_whole(lines: Sequence[Line], broken: Collection[int]) -> list[Line]:
    """The lines without blank ones between two rows of a table, where a line that is gone stood."""
    made: list[Line] = []
    blank: list[Line] = []
    for line in lines:
        if not line.text.strip():
            blank.append(line)
            continue
        rows = bool(made) and made[-1].text.lstrip()[:1] == line.text.lstrip()[:1] == "|"
        if not (rows and any(made[-1].number < number < line.number for number in broken)):
            made += blank
        blank = []
        made.append(line)
    return made + blank


def _page_of(text: str) -> int:
    """The page at an end of an entry, or in the outer cell of a row; 0 for none."""
    cells = [cell for cell in text.strip().strip("|").split("|") if cell.strip()]
    if "|" in text and cells:
        hits = [PAGE_ONLY.match(cells[0]), PAGE_ONLY.match(cells[-1])]
    else:
        hits = [PAGE_FIRST.match(text), PAGE_LAST.match(text)]
    hit = hits[0] or hits[1]
    return int(page_number(hit["page"])) if hit is not None else 0


def _value(line: Line) -> int:
    """The page that stands alone on a line."""
    hit = PAGE_ONLY.match(line.text)
    return int(page_number(hit["page"])) if hit is not None else 0


def with_arabic_pages(lines: Sequence[Line], contents: RawContents) -> Sequence[Line]:
    """標題 …… 作者 一二: 12, where the pages grow and none is in figures.

    What is printed is noted in ``contents``.
    """
    hits = {at: hit for at, line in enumerate(lines) if (hit := _NUMERAL.match(line.text))}
    values = [number(hit["page"].replace("○", "〇")) or 0 for hit in hits.values()]
    if len(values) < _FEWEST or values != sorted(values) or len(set(values)) < _FEWEST:
        return lines
    if sum(any(map(str.isdecimal, line.text)) for line in lines) * 4 > len(values):
        return lines
    made = list(lines)
    for (at, hit), value in zip(hits.items(), values, strict=True):
        made[at] = Line(lines[at].number, f"{hit['rest']}{value}{hit['end']}")
        contents.numerals[lines[at].number] = hit["page"]
    return made


def with_plain_pages(lines: Sequence[Line]) -> Sequence[Line]:
    """第4页, -4-, 【4】, →4 before titles, behind them or apart: 4, and …… for other leaders."""
    lines = _with_plain_signs(_without_pointing(_with_plain_bars(lines)))
    lines = _unglued(_with_pages_below(_with_leaders(lines)))
    found: dict[int, tuple[str, str]] = {}
    kinds: Counter[tuple[str, str]] = Counter()
    plain = 0
    for at, line in enumerate(lines):
        text = line.text
        if not any(map(str.isdecimal, text)) or text.count("|") > 1:
            continue
        plain += any(form.match(text) is not None for form in (PAGE_ONLY, PAGE_FIRST, PAGE_LAST))
        for place, form in _PLACES.items():
            hit = form.match(text)
            if hit is not None:
                page = next(group for group in _GROUPS if hit[group])
                kinds[place, page] += 1
                rest = hit.groupdict().get("rest") or ""
                made = f"{hit[page]} {rest}" if place == "first" else f"{rest} {hit[page]}"
                found[at] = (f"{place} {page}", made.strip())
                break
    if not kinds:
        return lines
    (place, page), count = kinds.most_common(1)[0]
    if count < _FEWEST or count * 2 < plain:
        return lines
    return [
        Line(line.number, found[at][1]) if found.get(at, ("",))[0] == f"{place} {page}" else line
        for at, line in enumerate(lines)
    ]


_AWAITED = re.compile(r"[^\s.．·•…⋯].*?(?:[.．·•…⋯]\s*){2,}$")
_LED = re.compile(r"[.．·•…⋯]\s*\d{1,4}\s*$")


def _with_pages_below(lines: Sequence[Line]) -> Sequence[Line]:
    """标题……… and 22 on the next line as one, where other leaders have their page beside them."""
    places = [
        at
        for at in range(len(lines) - 1)
        if _AWAITED.match(lines[at].text) and PAGE_ONLY.match(lines[at + 1].text)
    ]
    if not places or sum(_LED.search(line.text) is not None for line in lines) < _FEWEST:
        return lines
    made = list(lines)
    for at in places:
        made[at] = Line(lines[at].number, f"{lines[at].text} {lines[at + 1].text.strip()}")
        made[at + 1] = Line(lines[at + 1].number, "")
    return made


_BAR = re.compile(r"(?<=[^\s|])(?:\s+[▎▏▍▌▋▊▉┃│丨❘¦∣]|\s*[‖∥║])\s*(?=\S)")


def _with_plain_bars(lines: Sequence[Line]) -> Sequence[Line]:
    """4 ▎标题 ▎作者 with the bars that most contents have."""
    hits = {at for at, line in enumerate(lines) if _BAR.search(line.text) is not None}
    if len(hits) < _FEWEST:
        return lines
    return [
        Line(line.number, _BAR.sub(" | ", line.text)) if at in hits else line
        for at, line in enumerate(lines)
    ]


def _without_pointing(lines: Sequence[Line]) -> Sequence[Line]:
    """>>03 标题: 03 标题, where several entries have what points to their page."""
    hits = {at: hit for at, line in enumerate(lines) if (hit := POINTING.match(line.text))}
    if len(hits) < _FEWEST:
        return lines
    return [
        Line(line.number, line.text[hits[at].end() :]) if at in hits else line
        for at, line in enumerate(lines)
    ]


_SIGN = re.compile(rf"(?<=\S)\s+[@＠]\s*(?P<who>[{HAN}][{HAN}\s、·（）()/／]{{0,24}})$")


def _with_plain_signs(lines: Sequence[Line]) -> Sequence[Line]:
    """标题 @作者 as 标题 / 作者, where several authors have that sign before them."""
    hits = {at: hit for at, line in enumerate(lines) if (hit := _SIGN.search(line.text))}
    if len(hits) < _FEWEST:
        return lines
    return [
        Line(line.number, f"{line.text[: hits[at].start()]} / {hits[at]['who']}")
        if at in hits
        else line
        for at, line in enumerate(lines)
    ]


def _unglued(lines: Sequence[Line]) -> Sequence[Line]:
    """4标题 作者, where the numbers grow from line to line and no line has another page."""
    hits = {at: hit for at, line in enumerate(lines) if (hit := _GLUED.match(line.text))}
    values = [int(hit["page"]) for hit in hits.values()]
    if len(values) < _FEWEST or values != sorted(values) or len(set(values)) < _FEWEST:
        return lines
    if any(form.match(line.text) for line in lines for form in (PAGE_ONLY, PAGE_FIRST, PAGE_LAST)):
        return lines
    return [
        Line(line.number, f"{hits[at]['page']} {hits[at]['rest']}") if at in hits else line
        for at, line in enumerate(lines)
    ]


_DOTS = ".．·•…⋯‥﹒・"
_STRAY = ",，;；:：'‘’\"“”、~～_—^*\\-"
_DAMAGED = re.compile(
    rf"(?<=[\w”’》」』）)！？!?])\s*(?:一{{4,}}|[,，;；]?\s*[{_DOTS}](?:[\s{_STRAY}]*[{_DOTS}])+[\s{_STRAY}]*)"
    r"(?P<rest>[^。，,…]{0,24}?[（(]?[\dlIO]{1,4}[）)]?\s*)$"
)
"""Dots that OCR took for other signs, in part or all: 标题.,..;……‘作者 4, 标题一一一一一作者 4."""
_TEX = re.compile(r"\$?\s*(?:\\[lc]?dots\s*)+\$?")


def _with_leaders(lines: Sequence[Line]) -> Sequence[Line]:
    """标题————4 and the like with the dots that most contents have."""
    if any("dots" in line.text for line in lines):
        lines = [Line(line.number, _TEX.sub(" …… ", line.text)) for line in lines]
    hits = {
        at: hit
        for at, line in enumerate(lines)
        if line.text[-1:] in _ENDS and (hit := _LEADER.search(line.text)) is not None
    }
    if len(hits) < _FEWEST:
        hits = {}
    leaders = sum(LEADER.search(line.text) is not None for line in lines)
    if leaders + len(hits) >= _FEWEST:
        hits = {at: hit for at, line in enumerate(lines) if (hit := _damaged(line.text))} | hits
    hits = {at: hit for at, hit in hits.items() if _is_title(hit.string[: hit.start()])}
    lines = _with_leaders_to_names(lines)
    return [
        Line(line.number, f"{line.text[: hits[at].start()]} …… {hits[at]['rest']}")
        if at in hits
        else line
        for at, line in enumerate(lines)
    ]


def _with_leaders_to_names(lines: Sequence[Line]) -> Sequence[Line]:
    """4 标题--------作者 with the dots that most contents have, where several entries have those."""
    hits = {at: hit for at, line in enumerate(lines) if (hit := _LED_TO_NAME.match(line.text))}
    if len(hits) < _FEWEST:
        return lines
    return [
        Line(line.number, f"{line.text[: hit.start('lead')]} …… {line.text[hit.end('lead') :]}")
        if (hit := hits.get(at)) is not None
        else line
        for at, line in enumerate(lines)
    ]


_LETTER = re.compile(r"[^\W\d_]")


def _is_title(text: str) -> bool:
    """True for what may stand before a leader: 0..0 in a row of a table is none, nor another leader."""
    bare = text.lstrip()
    return text.count("|") <= 1 and bare[:1] not in _DOTS and _LETTER.search(text) is not None


def _damaged(text: str) -> re.Match[str] | None:
    """The leader of a line that is not dots alone, or has two of them; ``None`` for any other."""
    hit = _DAMAGED.search(text) if text[-1:] in _ENDS else None
    if hit is None:
        return None
    dots = text[hit.start() : hit.start("rest")]
    few = LEADER.search(dots) is None and LEADER.search(hit["rest"]) is None
    return hit if few or re.search(f"[一{_STRAY}]", dots) is not None else None


_ENDS = tuple("0123456789lO）)")
"""What a line with a page ends with."""
