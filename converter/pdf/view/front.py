"""The pages before the articles: contents and masthead."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from converter import patterns as re
from converter.hanzi import squeeze
from converter.model import Article, Issue, Masthead, MastheadEntry, MastheadKind
from converter.pdf.tokens import Geometry
from converter.pdf.view.entries import LARGEST_ENTRY, LEADER, PAGE, entry_lines
from converter.pdf.view.text import em_width, names, sense_title
from converter.render.codes import codes_closed_up
from converter.render.words import Words
from converter.values import NamedTuple


class EntryView(NamedTuple):
    """An entry of the contents: it leads to an article, or says a ``page`` as printed.

    Its subtitle, and its authors where they are ``many_authors``, take ``subtitle_lines``.
    """

    id: str
    lines: tuple[str, ...]
    subtitle: str
    authors: str
    page: str = ""
    subtitle_lines: int = 0
    many_authors: str = ""


class SectionView(NamedTuple):
    """A section of the contents; its name takes ``name_lines`` where it stands beside them."""

    name: str
    entries: tuple[EntryView, ...]
    theme: str = ""

    @property
    def name_lines(self) -> int:
        """Lines of the name, and of what it is about, in the column for names."""
        return ceil(em_width(self.name) / _BESIDE_NAME) + ceil(em_width(self.theme) / _BESIDE_THEME)


class ContentsView(NamedTuple):
    """The contents; ``size`` is roomy, even, close, close full, or beside (open, dense).

    The lines of an imprint that has no page of its own stand at their ``foot``.
    """

    heading: str
    sections: tuple[SectionView, ...]
    size: str
    foot: tuple[str, ...] = ()


class MastheadRow(NamedTuple):
    """An entry of the masthead; the names of a staff stand on one line."""

    label: str
    values: tuple[str, ...]


class MastheadView(NamedTuple):
    """The masthead, in groups that belong together.

    ``size`` is even, close, tight or columns: the roomiest that goes on one page. ``label_width``
    is that of the labels in ems.
    """

    name: str
    issue: str
    rows: tuple[tuple[MastheadRow, ...], ...]
    notices: tuple[str, ...]
    size: str
    label_width: str


def masthead_values(masthead: Masthead, kind: MastheadKind) -> list[str]:
    """The values of all entries of a kind."""
    return [value for entry in masthead.entries if entry.kind is kind for value in entry.values]


# ------------------------------------------------------------------ contents


_SIZES = (
    ("roomy", 1.1, 0.65, 1.25),
    ("even", 1.0, 0.4, 0.75),
    ("close", 0.9, 0.45, 0.6),
    ("close full", 0.88, 0.27, 0.5),
)
"""Line, gap after an entry and gap after a section in lines of the grid; as in pdf-front.css.

The less room there is, the closer are the lines of a title, or it would run into the next.
"""
_SUBTITLE = 0.9
"""The size of a subtitle by that of the body, as pdf-front.css has it."""
_HEAD = 4.5
_FOOT_WHITE = 2
_SECTION_NAME = 1.25
_APART = 0.5
"""Lines of the rule above entries without a section, which are none of the section's above them."""
_BESIDE = 8.0
"""Ems that the names of sections take beside their entries, where there are many sections."""
_BESIDE_NAME = 7.2 / (1.05 * 1.06)
_BESIDE_THEME = 7.2 / 1.05
"""Characters to a line there, of a name and of what it is about: as large and as far apart as
pdf-front.css has them."""
_BESIDE_LINE = 0.88
_BESIDE_SIZES = (("beside open", 0.5, 0.8), ("beside", 0.22, 0.4), ("beside dense", 0.17, 0.3))
"""Gaps after an entry and after a section there, in lines of the grid."""


def contents(
    issue: Issue, wording: Words, geometry: Geometry, foot: tuple[str, ...] = ()
) -> ContentsView:
    """The articles that are there, in their order, under their sections.

    Where there are none, as in the cumulative index of a year, the contents as printed.
    """
    if not issue.articles:
        return _printed(issue, wording, geometry)
    lines = geometry.lines - (len(foot) + _FOOT_WHITE if foot else 0)
    sections = _sections(issue, geometry.full_measure)
    size = contents_size(sections, lines)
    if not size:
        narrow = _sections(issue, geometry.full_measure - _BESIDE)
        size = _beside_size(narrow, lines)
        sections = narrow if size else sections
    return ContentsView(
        heading=issue.contents.heading or wording.contents,
        sections=sections,
        # Over two pages there is no need to press.
        size=size or "even",
        foot=foot,
    )


def _sections(issue: Issue, measure: float) -> tuple[SectionView, ...]:
    found: list[tuple[int, list[EntryView]]] = []
    for article in issue.articles:
        if not found or found[-1][0] != article.section:
            found.append((article.section, []))
        found[-1][1].append(_entry(issue, article, measure))
    known = issue.section_names
    themes = {section.name: section.theme for section in issue.contents.sections}
    names = [known[index] if 0 <= index < len(known) else "" for index, _ in found]
    return tuple(
        SectionView(name, tuple(entries), themes.get(name, ""))
        for name, (_, entries) in zip(names, found, strict=True)
    )


def _printed(issue: Issue, wording: Words, geometry: Geometry) -> ContentsView:
    """The contents with their own words and pages."""
    sections = tuple(
        SectionView(
            section.name,
            tuple(
                EntryView(
                    id="",
                    lines=entry_lines(
                        entry.title or ("",),
                        "　".join(entry.authors),
                        geometry.full_measure,
                        page=4.4,
                    ),
                    subtitle=entry.subtitle,
                    authors="　".join(entry.authors),
                    page=entry.page,
                )
                for entry in section.entries
            ),
            section.theme,
        )
        for section in issue.contents.sections
    )
    return ContentsView(
        heading=issue.contents.heading or wording.contents,
        sections=sections,
        size="close full",  # an index of hundreds of entries is read line by line
    )


def _entry(issue: Issue, article: Article, measure: float) -> EntryView:
    authors = names(article.bylines)
    most = (measure - PAGE) / LARGEST_ENTRY
    subtitle = article.subtitle.value if article.subtitle else ""
    # So many that no line holds them stand on lines of their own below.
    many = authors if em_width(authors) + PAGE + LEADER > measure else ""
    authors = "" if many else authors
    below = (subtitle, many)
    return EntryView(
        id=article.id,
        lines=entry_lines(sense_title(issue, article, most), authors, measure, article=article),
        subtitle=subtitle,
        authors=authors,
        many_authors=many,
        subtitle_lines=sum(ceil(_SUBTITLE * em_width(text) / measure) for text in below),
    )


def contents_size(sections: Sequence[SectionView], lines: int) -> str:
    """The roomiest setting with names above their entries that goes on one page, or nothing."""
    for name, line, entry_gap, section_gap in _SIZES:
        height = _HEAD
        for section in sections:
            height += section_gap + (_SECTION_NAME if section.name else _APART)
            height += _entries_height(section, line, entry_gap)
        if height <= lines:
            return name
    return ""


def _beside_size(sections: Sequence[SectionView], lines: int) -> str:
    """The roomiest setting with the names beside the entries that goes on one page."""
    for name, entry_gap, section_gap in _BESIDE_SIZES:
        height = _HEAD + _APART * sum(not section.name for section in sections[1:])
        for section in sections:
            entries = _entries_height(section, _BESIDE_LINE, entry_gap)
            height += max(section.name_lines * _BESIDE_LINE, entries) + section_gap
        if height <= lines:
            return name
    return ""


def _entries_height(section: SectionView, line: float, gap: float) -> float:
    """The entries and the gaps between them: the gap after the last is part of the section's."""
    lines = sum(
        line * len(entry.lines) + min(line, 1.0) * entry.subtitle_lines for entry in section.entries
    )
    return lines + gap * (len(section.entries) - 1)


# ------------------------------------------------------------------ masthead


_GROUPS: tuple[tuple[MastheadKind, ...], ...] = (
    (MastheadKind.SUPERVISOR, MastheadKind.SPONSOR, MastheadKind.PUBLISHER),
    (MastheadKind.STAFF,),
    (
        MastheadKind.TELEPHONE,
        MastheadKind.ADDRESS,
        MastheadKind.POSTAL_CODE,
        MastheadKind.EMAIL,
        MastheadKind.WEB,
    ),
    (MastheadKind.DISTRIBUTION, MastheadKind.PRINTER, MastheadKind.LICENCE),
    (
        MastheadKind.ISSUE,
        MastheadKind.ISSN,
        MastheadKind.CN,
        MastheadKind.DATE,
        MastheadKind.PRICE,
    ),
    (MastheadKind.OTHER,),
)


_SMALL = 0.81
"""The size of the masthead by that of the body (--size-small)."""
_FIGURES = re.compile(r"[1-9]\d*")
_NO_DATA = (MastheadKind.TITLE, MastheadKind.PARALLEL_TITLE, MastheadKind.NOTICE)
_FOOT_ROWS = 3
_LABELS = (6.0, 12.0)
"""The least and the greatest width of the labels in ems."""
_MASTHEAD_SIZES = (
    *(("even", 0.9, 0.75), ("close", 0.8, 0.5), ("tight", 0.66, 0.35)),
    ("columns", 0.8, 0.5),
)
"""Line and gap after a group in lines of the grid; as in pdf-front.css."""


def masthead(
    source: Masthead, name: str, number: str, more: Sequence[str], geometry: Geometry
) -> MastheadView:
    """The entries of the masthead by what they are about; title and issue stand above.

    ``more`` are loose lines before the articles that go with its notices.
    """
    groups = []
    for kinds in _GROUPS:
        rows = [
            _row(source, entry)
            for entry in source.entries
            if entry.kind in kinds
            and entry.values
            and not (_is_told(entry, number) or _is_repeated(entry, source.entries))
        ]
        if rows:
            groups.append(tuple(rows))
    notices = (*masthead_values(source, MastheadKind.NOTICE), *more)
    widest = max((em_width(row.label) for group in groups for row in group), default=0.0)
    # Where nothing has a label, there is no column for them.
    width = min(max(widest + 1.5, _LABELS[0]), _LABELS[1]) if widest else 0.0
    return MastheadView(
        name=name,
        issue=number,
        rows=tuple(groups),
        notices=notices,
        size=_masthead_size(groups, notices, width, geometry),
        label_width=f"{width:g}",
    )


def lines_at_the_foot(issue: Issue, imprint: MastheadView) -> tuple[str, ...]:
    """An imprint of a few lines without labels: they stand below the contents.

    A page for the day and the price would be left empty.
    """
    rows = [row for group in imprint.rows for row in group]
    if not issue.articles or len(rows) > _FOOT_ROWS or any(row.label for row in rows):
        return ()
    return (*(value for row in rows for value in row.values), *imprint.notices)


def _is_told(entry: MastheadEntry, number: str) -> bool:
    """True of the number of the issue, unless it tells a volume or a date as well.

    Of a year or a number alone, too, as the cover has them in large figures.
    """
    told = set(re.findall(r"\d+", number))
    if entry.kind is MastheadKind.OTHER and not entry.label:
        return told.issuperset(entry.values)
    if entry.kind is not MastheadKind.ISSUE:
        return False
    return all("卷" not in one and told.issuperset(_FIGURES.findall(one)) for one in entry.values)


def _is_repeated(entry: MastheadEntry, entries: Sequence[MastheadEntry]) -> bool:
    """True of a line without a label that another entry says, and more: 双月刊, 双月刊　2005年创刊.

    The cover has the price and how often the magazine appears, and so has the imprint.
    """
    if entry.label:
        return False
    others = [
        (squeeze(value), bool(other.label))
        for other in entries
        if other is not entry and other.kind not in _NO_DATA
        for value in other.values
    ]
    return all(
        any(own in told and (own != told or labelled) for told, labelled in others)
        for own in map(squeeze, entry.values)
    )


_ORDER = re.compile(r"(?P<label>[^（(]+)(?P<order>[（(].+[）)])")
"""编委（按姓氏笔画为序）"""


def _row(source: Masthead, entry: MastheadEntry) -> MastheadRow:
    """The entry; in what order a staff is named stands with the names, not in the label."""
    values = _shown(source, entry)
    hit = _ORDER.fullmatch(entry.label) if entry.kind is MastheadKind.STAFF else None
    if hit:
        return MastheadRow(hit["label"], (f"{hit['order']}\u3000{values[0]}",))
    return MastheadRow(entry.label, values)


def _shown(source: Masthead, entry: MastheadEntry) -> tuple[str, ...]:
    if entry.kind is MastheadKind.STAFF:
        return ("　".join(entry.values),)
    return tuple(codes_closed_up(value, source) for value in entry.values)


def _masthead_size(
    groups: Sequence[Sequence[MastheadRow]],
    notices: Sequence[str],
    label: float,
    geometry: Geometry,
) -> str:
    across = geometry.full_measure / _SMALL
    foot = sum(ceil(em_width(text) / across) * 0.84 + 1 for text in notices)
    for name, line, gap in _MASTHEAD_SIZES:
        columns = 2 if name == "columns" else 1
        room = across / columns - label - (2 if columns > 1 else 0)
        height = sum(
            gap + sum(line * _row_lines(row, room, label) for row in group) for group in groups
        )
        if _HEAD + height / columns + foot <= geometry.lines:
            return name
    return "columns"


def _row_lines(row: MastheadRow, room: float, label: float) -> int:
    values = sum(max(1, ceil(em_width(value) / room)) for value in row.values)
    return max(values, ceil(em_width(row.label) / label) if label else 0)
