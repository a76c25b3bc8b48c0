"""The masthead page and the contents page, made ready for their templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from converter import patterns as re
from converter.epub.identity import Identity, one_line, printed_date
from converter.model import ContentsEntry, Issue, Masthead, MastheadEntry, MastheadKind
from converter.render.codes import codes_closed_up
from converter.render.links import link_for
from converter.values import NamedTuple


class Value(NamedTuple):
    """A value of the masthead; ``href`` is "" where it is no address."""

    text: str
    href: str = ""


class Row(NamedTuple):
    """An entry of the masthead: its label ("" for none) and what it says.

    ``names`` are those of a staff, which share lines.
    """

    label: str
    values: tuple[Value, ...]
    names: bool = False


class MastheadView(NamedTuple):
    """The masthead: headline, the lines under it, groups of labelled entries, the small print."""

    title: str
    parallel: tuple[str, ...]
    lines: tuple[str, ...]
    groups: tuple[tuple[Row, ...], ...]
    notices: tuple[Row, ...]


class EntryView(NamedTuple):
    """A line of the contents; ``file`` is "" where no article was found for it."""

    lines: tuple[str, ...]
    subtitle: str
    authors: tuple[str, ...]
    page: str
    file: str


class SectionView(NamedTuple):
    """A section of the contents."""

    name: str
    entries: tuple[EntryView, ...]
    theme: str = ""


class ContentsView(NamedTuple):
    """The contents page."""

    heading: str
    sections: tuple[SectionView, ...]


_HEAD_LINES = (MastheadKind.ISSUE, MastheadKind.DATE, MastheadKind.ISSN, MastheadKind.CN)
_GROUPS: tuple[frozenset[MastheadKind], ...] = (
    frozenset({MastheadKind.SUPERVISOR, MastheadKind.SPONSOR, MastheadKind.PUBLISHER}),
    frozenset({MastheadKind.STAFF}),
    frozenset(
        {
            MastheadKind.TELEPHONE,
            MastheadKind.ADDRESS,
            MastheadKind.POSTAL_CODE,
            MastheadKind.EMAIL,
            MastheadKind.WEB,
        }
    ),
    frozenset({MastheadKind.DISTRIBUTION, MastheadKind.PRICE}),
    frozenset({MastheadKind.PRINTER, MastheadKind.LICENCE, MastheadKind.OTHER}),
)
_PARTS = re.compile(r"[（(）)\s]+")
"""Between what a line of the head says of the volume, the number, the whole number."""
_ADDRESSES = frozenset({MastheadKind.WEB, MastheadKind.EMAIL, MastheadKind.DISTRIBUTION})


def _row(entry: MastheadEntry, masthead: Masthead) -> Row:
    linked = entry.kind in _ADDRESSES
    return Row(
        entry.label,
        tuple(
            Value(codes_closed_up(value, masthead), link_for(value) if linked else "")
            for value in entry.values
        ),
        names=entry.kind is MastheadKind.STAFF,
    )


def _head_line(entry: MastheadEntry) -> str:
    """An entry of the head as one line: its label and values, as a masthead prints them."""
    values = "　".join(entry.values)
    if not entry.label:
        return values
    return f"{entry.label} {values}" if entry.label.isascii() else f"{entry.label}：{values}"


def masthead_view(masthead: Masthead, identity: Identity) -> MastheadView | None:
    """The masthead page, or ``None`` where the issue tells nothing of itself."""
    entries = masthead.entries
    if not entries and not masthead.title and not identity.numbering:
        return None
    lines = [
        codes_closed_up(_head_line(entry), masthead)
        for entry in entries
        if entry.kind in _HEAD_LINES
    ]
    kinds = {entry.kind for entry in entries}
    made = (
        (MastheadKind.ISSUE, identity.numbering),
        (MastheadKind.DATE, printed_date(masthead.date)),
        (MastheadKind.ISSN, f"ISSN {identity.issn}" if identity.issn else ""),
        (MastheadKind.CN, f"CN {identity.cn}" if identity.cn else ""),
    )
    lines += [line for kind, line in made if line and kind not in kinds]
    lines = _told_once(lines)
    groups = (tuple(_row(e, masthead) for e in entries if e.kind in group) for group in _GROUPS)
    titles = [v for e in entries if e.kind is MastheadKind.TITLE for v in e.values]
    parallel = [v for e in entries if e.kind is MastheadKind.PARALLEL_TITLE for v in e.values]
    price_told = any(e.kind is MastheadKind.PRICE for e in entries) or not masthead.price
    return MastheadView(
        title=identity.magazine,
        parallel=tuple(
            dict.fromkeys(v for v in (*titles, *parallel) if one_line(v) != identity.magazine)
        ),
        lines=(*lines, *(() if price_told else (masthead.price,))),
        groups=tuple(group for group in groups if group),
        notices=tuple(_row(e, masthead) for e in entries if e.kind is MastheadKind.NOTICE),
    )


def _told_once(lines: Iterable[str]) -> list[str]:
    """The lines without those that say nothing beside another.

    第3期 does not beside 2023年第3期, nor 第3期（总第61期） beside 第3期（第19卷　总第61期）.
    """
    parts = {line: _PARTS.split(line) for line in lines}
    return [
        one
        for one, said in parts.items()
        if not any(
            one != other and all(part in other for part in said) and len(one) < len(other)
            for other in parts
        )
    ]


def _entry(entry: ContentsEntry, file: str, authors: tuple[str, ...]) -> EntryView:
    return EntryView(
        lines=tuple(line for line in entry.title if line.strip()),
        subtitle=entry.subtitle,
        authors=entry.authors or authors,
        page=entry.page,
        file=file,
    )


def contents_view(
    issue: Issue,
    files: Mapping[str, str],
    labels: Mapping[str, str],
    authors: Mapping[str, tuple[str, ...]],
) -> ContentsView:
    """The contents as printed, with links; articles that it forgot stand where they belong.

    The mappings give the file, the label and the authors of an article by its id.
    """
    listed = {entry.article for section in issue.contents.sections for entry in section.entries}
    missing = [article for article in issue.articles if article.id not in listed]
    names = issue.section_names

    def own(name: str) -> Iterable[EntryView]:
        for article in missing:
            section = names[article.section] if 0 <= article.section < len(names) else ""
            if section == name:
                yield EntryView(
                    lines=tuple(t.value for t in article.title) or (labels[article.id],),
                    subtitle=article.subtitle.value if article.subtitle else "",
                    authors=authors[article.id],
                    page=article.first_page,
                    file=files[article.id],
                )

    printed = {section.name for section in issue.contents.sections}
    sections = [
        SectionView(
            section.name,
            (
                *(
                    _entry(e, files.get(e.article, ""), authors.get(e.article, ()))
                    for e in section.entries
                ),
                *own(section.name),
            ),
            one_line(section.theme),
        )
        for section in issue.contents.sections
    ]
    others = dict.fromkeys(name for name in (*names, "") if name not in printed)
    sections += [SectionView(name, made) for name in others if (made := tuple(own(name)))]
    return ContentsView(
        heading=one_line(issue.contents.heading),
        sections=_unnamed_placed(
            [section for section in sections if section.name or section.entries],
            list(files.values()),
        ),
    )


def _unnamed_placed(sections: list[SectionView], files: list[str]) -> tuple[SectionView, ...]:
    """The sections with those that have no name where their articles stand in the issue."""

    def place(section: SectionView) -> int:
        return min((files.index(e.file) for e in section.entries if e.file), default=-1)

    moving = [section for section in sections if not section.name and place(section) >= 0]
    placed = [section for section in sections if section not in moving]
    for section in moving:
        later = (at for at, other in enumerate(placed) if place(other) > place(section))
        placed.insert(next(later, len(placed)), section)
    return tuple(placed)
