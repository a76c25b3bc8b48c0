"""The regions outside the body: the masthead and the contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import squeeze
from converter.model import Change, Masthead
from converter.parse.contents import RawContents, parse_contents
from converter.parse.contents.linked import linked_entries
from converter.parse.contents.run_on import with_sections_apart
from converter.parse.contents.upright import with_upright_names
from converter.parse.context import Ledger
from converter.parse.issue.choice import without_choice
from converter.parse.issue.close_bylines import with_bylines_apart
from converter.parse.issue.close_entries import with_entries_parted
from converter.parse.issue.close_sections import with_names_before_apart
from converter.parse.issue.close_subtitles import with_subtitles_apart
from converter.parse.issue.doubled_characters import with_doubled_characters
from converter.parse.issue.led_bylines import with_bylines_before_apart
from converter.parse.issue.listed_titles import with_listed_titles_apart
from converter.parse.issue.lost_characters import with_lost_characters
from converter.parse.issue.lost_sections import with_lost_sections
from converter.parse.issue.lost_titles import with_lost_titles, with_titles_of
from converter.parse.issue.masthead_columns import with_labels_beside
from converter.parse.issue.misread_dashes import with_dashes_read
from converter.parse.issue.misread_heading import with_heading_read
from converter.parse.issue.signed_titles import with_titles_apart
from converter.parse.issue.stray_entries import with_entries_back
from converter.parse.issue.strays import with_strays_moved
from converter.parse.issue.teasers import with_sheets
from converter.parse.issue.titles_read import with_titles_read
from converter.parse.issue.translated_titles import with_translations_apart
from converter.parse.masthead import (
    elsewhere_of,
    parse_masthead,
    with_issue,
    without_cover_lines,
)
from converter.parse.simplified import simplified
from converter.segment import (
    PageBreak,
    Regions,
    find_regions,
    joined_bold,
    page_marks,
    unmarked,
)
from converter.segment.regions.labels import is_masthead_line
from converter.segment.regions.newsletter import newsletter_line
from converter.segment.rules import is_rule
from converter.source import Line
from converter.values import dataclass, field


@dataclass(slots=True, eq=False, repr=False)
class Head:
    """The regions outside the body, read."""

    masthead: Masthead
    contents: RawContents
    body: list[Line]
    masthead_line: int
    contents_line: int
    contents_region: Sequence[Line] = ()
    markers: Sequence[PageBreak] = ()
    frames: Mapping[int, int] = field(default_factory=dict)
    """The last lines of frames that the markup draws, by their first lines."""
    lost_titles: Sequence[Line] = ()
    """The titles of the contents that have been put into the body, which lacks them."""
    lettered: bool = False
    """Whether the one line above all texts, which Markdown marks, names a newsletter."""


def masthead_of(lines: Sequence[Line]) -> Masthead:
    """The masthead alone: a quick look at whose issue this is."""
    if (exchanged := simplified(lines)) is not None:
        return exchanged.give_back(_masthead_of(exchanged.lines))
    return _masthead_of(lines)


def _masthead_of(lines: Sequence[Line]) -> Masthead:
    found = find_regions(lines)
    if found.masthead is None:
        return Masthead()
    cover = lines[slice(*found.cover)] if found.cover else []
    contents = lines[slice(*found.contents)] if found.contents else []
    region = [*cover, *lines[slice(*found.masthead)]]
    return parse_masthead(region, None, elsewhere_of(contents, _outside(lines, found)))


_PARAMETERS = re.compile(r"^\s*期刊基本[参參][数數]\s*[：:]")
"""期刊基本参数：CN 11-1234/C*1987*b*A4*…: what CY/T 171 has a journal print below its contents."""


def _outside(lines: Sequence[Line], regions: Regions) -> list[Line]:
    """The lines that are neither masthead nor contents."""
    known = (regions.masthead, regions.cover, regions.foot, regions.contents, regions.more)
    inside = {at for part in known if part for at in range(*part)}
    return [line for at, line in enumerate(lines) if at not in inside]


def read_head(
    lines: Sequence[Line],
    ledger: Ledger,
    labels: dict[str, str],
    no_titles: Collection[str] | None = (),
) -> Head:
    """Read the regions outside the body; ``labels`` are a profile's for the masthead.

    ``no_titles`` are the titles of the contents that are not to be put into the body, which
    lacks them; ``None`` for all.
    """
    lines, frames = _without_html(lines, ledger)
    marks = page_marks(lines)
    if marks.places:
        lines = _without_markers(lines, marks.places, ledger)
    lines = _read_apart(lines, ledger, labels)
    regions = find_regions(_without_stars(lines), labels)
    read = lines
    if regions.contents:
        read = with_dashes_read(lines, regions, ledger)
        read = with_doubled_characters(read, regions, ledger)
        read = with_titles_read(with_lost_characters(read, regions, ledger), regions, ledger)
    if read is not lines:
        lines, regions = read, find_regions(_without_stars(read), labels)
    lines, regions = _without_strays(lines, regions, labels, ledger)
    outside: set[int] = set()  # places, not numbers: HTML makes several lines of one
    head = Head(Masthead(), RawContents(), [], 0, 0, markers=marks.breaks, frames=frames)
    head.lettered = regions.masthead is not None and regions.masthead == newsletter_line(lines)
    if regions.masthead:
        _read_masthead(head, lines, regions, labels, ledger)
        for part in (regions.masthead, regions.cover, regions.foot):
            outside.update(range(*(part or (0, 0))))
    else:
        ledger.doubt("MST001", None)
    if regions.contents:
        more = lines[slice(*regions.more)] if regions.more else []
        region = [*lines[slice(*regions.contents)], *more]
        if regions.masthead:  # which has it already
            region = [line for line in region if not _PARAMETERS.match(line.text)]
        head.contents_region = _without_bold(region, ledger)
        head.contents_line = head.contents_region[0].number
        outside.update(range(*regions.contents), range(*(regions.more or (0, 0))))
        head.body = [line for at, line in enumerate(lines) if at not in outside]
        head.body = with_listed_titles_apart(head.body, head.contents_region)
        head.body = with_names_before_apart(head.body, head.contents_region)
        head.body = with_subtitles_apart(head.body, head.contents_region)
        head.body = with_titles_apart(head.body, head.contents_region)
        head.body = with_bylines_apart(head.body, head.contents_region)
        head.body = with_bylines_before_apart(head.body, head.contents_region)
        _read_entries(head, no_titles)
        head.contents = with_lost_sections(head.contents, head.body)
        head.body = with_translations_apart(head.body, head.contents_region)
        if not head.contents.lines:  # nothing but bars
            head.contents_region, head.contents_line = (), 0
            outside.difference_update(range(*regions.contents), range(*(regions.more or (0, 0))))
    else:
        ledger.doubt("TOC001", None)
    head.masthead = with_issue(head.masthead, [line.text for line in head.contents_region])
    if not head.contents_region:
        head.body = [line for at, line in enumerate(lines) if at not in outside]
        head.body = with_bylines_before_apart(head.body, ())
    return head


def _read_entries(head: Head, no_titles: Collection[str] | None) -> None:
    """Read the contents, and put the titles that the body lacks into it, but for ``no_titles``."""
    region = head.contents_region
    if no_titles is not None:
        head.body, head.lost_titles = with_lost_titles(head.body, region, no_titles)
    head.contents = _read_contents(head)
    if no_titles is None:
        return
    head.body, more = with_titles_of(head.body, region, head.contents.entries, no_titles)
    if more:
        head.lost_titles = [*head.lost_titles, *more]
        head.contents = _read_contents(head)


def _read_contents(head: Head) -> RawContents:
    return linked_entries(head.contents_region) or parse_contents(
        head.contents_region, head.body, head.masthead.title
    )


def _without_strays(
    lines: Sequence[Line], regions: Regions, labels: Collection[str], ledger: Ledger
) -> tuple[Sequence[Line], Regions]:
    """The lines, those of the masthead and of the contents each in their own region, and the regions."""
    moved = with_strays_moved(lines, regions, ledger)
    if moved is not lines:
        regions = find_regions(_without_stars(moved), labels)
    made = with_entries_back(moved, regions)
    if made is not moved:
        regions = find_regions(_without_stars(made), labels)
    return made, regions


def _read_apart(lines: Sequence[Line], ledger: Ledger, labels: dict[str, str]) -> Sequence[Line]:
    """The lines with what one of them holds of several on a line each."""
    lines = with_labels_beside(_without_label_tables(lines, labels, ledger))
    lines = with_sheets(lines, ledger)
    lines, left = with_sections_apart(lines)
    for one in left:
        ledger.drop_rest(one.line, one.text, one.kept, "contents-rest")
    lines = with_entries_parted(with_upright_names(lines), ledger)
    lines = with_heading_read(lines, ledger)
    return without_choice(lines, ledger)


def _read_masthead(
    head: Head, lines: Sequence[Line], regions: Regions, labels: dict[str, str], ledger: Ledger
) -> None:
    """Read the masthead, without the lines of the cover that are said again inside."""
    parts = (regions.cover, regions.masthead, regions.foot)
    region = [line for part in parts if part for line in lines[slice(*part)]]
    region = _without_bold(_without_rules(region, ledger), ledger)
    listed = lines[slice(*regions.contents)] if regions.contents else []
    region += [line for line in listed if _PARAMETERS.match(line.text)]
    elsewhere = elsewhere_of(listed, _outside(lines, regions))
    read = parse_masthead(region, labels, elsewhere)
    head.masthead, told = without_cover_lines(read, elsewhere)
    # What stands below the name on the cover is of the cover, too.
    head.masthead_line = lines[(regions.masthead or (0, 0))[0]].number
    cover = {span.first for entry in told for span in entry.spans}
    for line in region:
        if line.number in cover:
            ledger.drop(line.number, line.text, "cover-line")
    rest = [line for line in region if line.number not in cover]
    strings = [part for one in head.masthead.entries for part in (one.label, *one.values)]
    drop_leftovers(rest, strings, ledger, "label-mark")


def _without_html(
    lines: Sequence[Line], ledger: Ledger
) -> tuple[Sequence[Line], Mapping[int, int]]:
    """The lines without HTML, and the frames in it; what became of it is recorded."""
    made = unmarked(lines)
    for number, text, reason in made.drops:
        ledger.drop(number, text, reason)
    for number, before, after in made.changes:
        ledger.changes.append(Change(number, 0, before, after, "html"))
    ledger.links += made.links
    lines, left = joined_bold(made.lines)
    for number, text in left:
        ledger.drop(number, text, "markup")
    return lines, made.frames


def _without_stars(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without bold type, which tells no region from another."""
    if not any("**" in line.text for line in lines):
        return lines
    return [
        line._replace(text=line.text.replace("**", "")) if "**" in line.text else line
        for line in lines
    ]


_PAGE = re.compile(r"^\s*第\s*\d{1,3}\s*[页頁]\s*$")
"""第 1 页, over the cover or the imprint of a scan."""


def _without_rules(lines: Sequence[Line], ledger: Ledger) -> list[Line]:
    """The lines of a masthead, blank where a rule or the mark of a page parts them."""
    made = list(lines)
    for at, line in enumerate(lines):
        reason = "rule" if is_rule(line.text) else "page-marker" if _PAGE.match(line.text) else ""
        if reason:
            ledger.drop(line.number, line.text.strip(), reason)
            made[at] = Line(line.number, "")
    return made


_BOLD_LEAD = re.compile(r"^\s*\*\*[^*\s][^*]*\*\*[^*]*$")


def _without_bold(lines: Sequence[Line], ledger: Ledger) -> list[Line]:
    """The lines of a region without bold type.

    Where some lines begin with it, none of which ends with a page, and others do not, their
    stars stay as the marks of sections.
    """
    bold = [line for line in lines if _BOLD_LEAD.match(line.text)]
    others = sum(1 for line in lines if not line.blank) - len(bold)
    words = all(line.text.lstrip()[2].isalnum() for line in bold)  # with no mark of their own
    headed = sum(line.text.startswith("#") for line in lines)
    words = words and headed <= 1  # sections, below the heading of the contents
    marked = len(bold) >= 2 and others >= 2 and words and not any(map(_is_paged, bold))
    made = []
    for line in lines:
        stars = line.text.count("**")
        if stars % 2 or not stars:
            made.append(line)
            continue
        text = line.text.replace("**", "").strip()
        if marked and _BOLD_LEAD.match(line.text):
            text, stars = f"**{text}", stars - 1
        ledger.drop(line.number, "**" * stars, "markup")
        made.append(Line(line.number, text))
    return made


def _is_paged(line: Line) -> bool:
    return re.search(r"\d[）)\s*]*$", line.text) is not None


_FEWEST_LABELS = 3
"""Rows that make a masthead, as so many lines do (:mod:`converter.segment.regions`)."""


def _without_label_tables(
    lines: Sequence[Line], labels: Collection[str], ledger: Ledger
) -> Sequence[Line]:
    """Rows of a masthead that OCR took for a table, | 主编： | 某某 |, as lines."""
    rows = {
        at: cells
        for at, line in enumerate(lines)
        if line.text[:1] == "|" and (cells := _label_cells(line.text, labels))
    }
    if len(rows) < _FEWEST_LABELS:
        return lines
    made: list[Line] = []
    for at, line in enumerate(lines):
        if (at - 1 in rows and _TABLE_RULE.match(line.text)) or _is_head_of(lines, at, rows):
            ledger.drop(line.number, line.text, "table-rule")
            made.append(Line(line.number, ""))
            continue
        if at not in rows:
            made.append(line)
            continue
        ledger.drop(line.number, "|" * line.text.count("|"), "table-rule")
        made += [Line(line.number, f"{name}  {value}") for name, value in rows[at]]
    return made


def _is_head_of(lines: Sequence[Line], at: int, rows: Container[int]) -> bool:
    """True for | 项目 | 内容 | and the rule below it, over the rows of a masthead.

    A table in Markdown has a head, be there none in print.
    """
    if at + 1 in rows and _TABLE_RULE.match(lines[at].text):
        at -= 1
    elif at + 2 not in rows or not _TABLE_RULE.match(lines[at + 1].text):
        return False
    return at >= 0 and _COLUMNS.match(lines[at].text) is not None


_COLUMNS = re.compile(
    r"^\s*\|(?:\s*(?:项目|項目|名称|名稱|类别|類別|栏目|欄目|条目|條目|内容|內容|信息|资讯|資訊|说明|說明|详情|詳情)?\s*\|)+\s*$"
)
"""The names of columns that hold labels, and what stands behind these."""
_TABLE_RULE = re.compile(r"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
"""|---|---|, below the first row of a table in Markdown."""


_PAGE_DIGITS = 4
"""Digits of a page at most; | 邮编 | 199072 | is no entry of the contents."""


def _label_cells(text: str, labels: Collection[str]) -> list[tuple[str, str]]:
    """The labels and values of a row that is made of them, [] for any other."""
    cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
    if len(cells) % 2:
        return []
    pairs = [
        (name, value) for name, value in zip(cells[::2], cells[1::2], strict=True) if name or value
    ]
    named = all(
        value
        and not (value.isdecimal() and len(value) <= _PAGE_DIGITS)
        and is_masthead_line(f"{name.rstrip('：:')}：{value}", labels)
        for name, value in pairs
    )
    return pairs if named else []


def _without_markers(
    lines: Sequence[Line], places: Collection[int], ledger: Ledger
) -> Sequence[Line]:
    """Blank lines in the place of page markers, which keep the numbers of the others."""
    kept = list(lines)
    for at in places:
        ledger.drop(kept[at].number, kept[at].text, "page-marker")
        kept[at] = Line(kept[at].number, "")
    return kept


def drop_leftovers(
    region: Sequence[Line],
    strings: list[str],
    ledger: Ledger,
    reason: str,
    changes: Sequence[Change] = (),
) -> None:
    """Drop what a region has and its reading does not: colons, leaders, table rules."""
    altered = frozenset(squeeze(change.after) for change in changes)
    left, rest = _without_whole(region, strings, altered, changes)
    if min(rest.values(), default=0) < 0:
        # What a change has put in was found in another place: then the sum alone tells.
        left, rest = _without_whole(region, strings, frozenset(map(squeeze, strings)), changes)
    for line, text in zip(region, left, strict=True):
        lost = []
        for char in text:
            if rest[char] > 0:
                rest[char] -= 1
            else:
                lost.append(char)
        if lost:
            ledger.drop(line.number, "".join(lost), _reason(lost, reason))


_NEAR, _PLACES = 20000, 4
"""Characters of a region among which a string stands, as those before it have told, and so many
places that are looked at."""


def _without_whole(
    region: Sequence[Line],
    strings: Sequence[str],
    counted: Collection[str],
    changes: Sequence[Change],
) -> tuple[list[str], Counter[str]]:
    """The lines without the strings that stand whole in one of them, and the characters of the others.

    The strings to be ``counted`` alone are not looked for; ``changes`` tell what stood in the lines
    in place of some. What is left of a line is then what nobody has read, and not every character
    that is one too many.
    """
    whole = "\n".join(squeeze(line.text) for line in region)
    rest: Counter[str] = Counter()
    spans: list[tuple[int, int]] = []
    taken = bytearray(len(whole))
    at = 0
    for text in map(squeeze, strings):
        sought = len(text) > 1 and text not in counted
        found = _place_of(text, whole, taken, at) if sought else -1
        if found < 0:
            rest.update(text)
            continue
        at = found + len(text)
        taken[found:at] = b"\1" * len(text)
        spans.append((found, at))
    left, start = [], 0
    for found, end in sorted(spans):
        left.append(whole[start:found])
        start = end
    lines = "".join([*left, whole[start:]]).split("\n")
    for change in changes:
        rest.update(change.before)
        rest.subtract(change.after)
    return lines[: len(region)], rest


def _place_of(text: str, whole: str, taken: bytearray, at: int) -> int:
    """Where a string stands that nothing has taken, -1 if nowhere near.

    Rather at the beginning of a line or behind what is taken than within a sentence.
    """
    places: list[int] = []
    found = whole.find(text, at, at + _NEAR)
    if found < 0:
        found = whole.find(text, max(0, at - _NEAR), at)
    while found >= 0 and len(places) < _PLACES:
        places.append(found)
        found = whole.find(text, found + 1, at + _NEAR)
    free = [place for place in places if not any(taken[place : place + len(text)])]
    edges = (place for place in free if not place or taken[place - 1] or whole[place - 1] == "\n")
    return next(edges, free[0] if free else -1)


def _reason(lost: list[str], default: str) -> str:
    if all(char in "-|+:=" for char in lost):
        return "table-rule"
    if all(char in ".．·•…﹒⋯‥_-—/／|｜ " for char in lost):
        return "leader"
    return default
