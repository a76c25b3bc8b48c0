"""Which issue of which magazine this is, in all the ways that an EPUB has to say it."""

from __future__ import annotations

from pathlib import PurePath

from converter import patterns as re
from converter.model import Issue, MastheadKind
from converter.render.inline import readable
from converter.render.words import Words
from converter.values import NamedTuple

_NAMESPACE = "4f0d729e-0e68-5036-93d0-567ad3e1f70b"
"""The UUID namespace of editions made by this program; it must never change."""

_ISSN = re.compile(r"(\d{4})\s*[-–—－]?\s*(\d{3}[\dXx])")
_DATE = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
)
_LEADING = re.compile(r"\d+")
_BLANKS = re.compile(r"\s+")
_MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

NO_DATE = "2000-01-01T00:00:00Z"
"""``dcterms:modified`` of an issue that does not tell its date: any fixed moment will do."""


def one_line(value: str) -> str:
    """A text for metadata and labels: no control characters, blanks run together."""
    return _BLANKS.sub(" ", readable(value)).strip()


class Identity(NamedTuple):
    """``magazine`` and ``title`` are never empty, everything else may be."""

    magazine: str
    parallel: str
    issue: str
    """2022年第2期; 2016年总第23期 of a magazine that does not count by the year."""
    total: str
    """总第52期, unless ``issue`` says it."""
    number: str
    """The issue's number alone (2, 7-8, Z1), the total number where it has no other."""
    title: str
    """What the reader's shelf shows: the magazine and the issue."""
    unique: str
    """``urn:uuid:`` of a UUIDv5, the same for every run, its own for every edition."""
    issn: str
    cn: str
    date: str
    modified: str
    position: str
    """``group-position``: 2024.09, which sorts and is a decimal number as calibre wants."""
    language: str
    from_masthead: bool

    @property
    def numbering(self) -> str:
        """Issue and total number, as a masthead prints them."""
        return "　".join(part for part in (self.issue, self.total) if part)


def _issue_label(issue: Issue, words: Words) -> str:
    masthead = issue.masthead
    year = f"{masthead.year}年" if masthead.year else ""
    if masthead.counts_on:
        return f"{year}{_total_label(issue, words)}"
    number = one_line(masthead.number)
    unit = masthead.unit or words.issue_end
    return year + (f"{words.issue_start}{number}{unit}" if number else "")


def _total_label(issue: Issue, words: Words) -> str:
    serial = issue.masthead.serial
    return f"{words.issue_total}{serial}{words.issue_end}" if serial else ""


def _position(year: int, number: str, serial: int) -> str:
    # EPUB 3.3 D.4.2: whole numbers joined by points. Padded, or 2024.10 = 2024.1 for calibre.
    first = _LEADING.match(number)
    if year and first:
        return f"{year}.{int(first[0]):02d}"
    return str(year or serial or "")


def _magazine(issue: Issue, words: Words) -> tuple[str, bool]:
    title = one_line(issue.masthead.title)
    if title:
        return title, True
    return one_line(PurePath(issue.source.name).stem) or words.untitled, False


def _unique(issue: Issue, identity: tuple[str, ...], edition: str) -> str:
    from uuid import UUID, uuid5

    known = [part for part in identity if part]
    if not issue.masthead.number or len(known) < 3:
        known.append(issue.source.sha256)  # else two nameless issues would be the same book
    return uuid5(UUID(_NAMESPACE), "\n".join((*known, edition))).urn


def _date(value: str) -> str:
    """The value if it is a date of the calendar (ISO 8601, to the year, month or day)."""
    if not _DATE.fullmatch(value):
        return ""
    if value[len("2022-02-") :] > "28":  # every month has so many days
        from datetime import date

        try:
            date.fromisoformat(value)
        except ValueError:
            return value[: len("2022-02")]
    return value


def printed_date(date: str) -> str:
    """2022-04-15 as 2022年4月15日; "" for what is no date."""
    parts = _DATE.fullmatch(date)
    if not parts:
        return ""
    units = zip(("year", "month", "day"), "年月日", strict=True)
    return "".join(f"{int(parts[name])}{unit}" for name, unit in units if parts[name])


def identity_of(issue: Issue, words: Words, *, vertical: bool, modified: str) -> Identity:
    """Everything that identifies this edition of this issue."""
    masthead = issue.masthead
    magazine, known = _magazine(issue, words)
    label = _issue_label(issue, words)
    total = "" if masthead.counts_on else _total_label(issue, words)
    found = _ISSN.search(masthead.issn)
    issn = f"{found[1]}-{found[2].upper()}" if found else ""
    cn = re.sub(r"^CN\s*", "", one_line(masthead.cn), flags=re.IGNORECASE).replace(" ", "")
    date = _date(masthead.date) or _date(str(masthead.year))
    stamp = f"{date}{'-01-01'[len(date) - 4 :]}T00:00:00Z" if date else NO_DATE
    parallel = next(
        (
            e.values[0]
            for e in masthead.entries
            if e.kind is MastheadKind.PARALLEL_TITLE and e.values
        ),
        "",
    )
    edition = issue.language + ("-vertical" if vertical else "")
    key = (issn or cn or magazine, str(masthead.year or ""), one_line(masthead.number))
    return Identity(
        magazine=magazine,
        parallel=one_line(parallel),
        issue=label,
        total=total,
        number=one_line(masthead.number) or (str(masthead.serial) if masthead.serial else ""),
        title=" ".join(part for part in (magazine, label or total) if part),
        unique=_unique(issue, key, edition),
        issn=issn,
        cn=cn,
        date=date,
        modified=modified if _MODIFIED.fullmatch(modified) else stamp,
        position=_position(masthead.year, masthead.number, masthead.serial),
        language=issue.language,
        from_masthead=known,
    )
