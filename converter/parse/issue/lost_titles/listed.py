"""The entries of the contents as their rows have them, with what the body lacks of their titles.

How the contents are to be read the body tells, which lacks titles here: what no line of it says,
and stands with the page, is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, squeeze, width
from converter.names import is_body, split_names
from converter.parse.contents.entries import plain_entry
from converter.parse.contents.marks import (
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    SUBTITLE,
    at_last_stroke,
)
from converter.parse.contents.people import is_authors, is_pen_name
from converter.parse.contents.raw import AND_OTHERS, RawEntry
from converter.parse.issue.lost_titles.printed import SHORT, Printed, are_names, frame_before
from converter.parse.kinds import is_credit, labelled
from converter.parse.openings.abroad import titles_abstracts
from converter.parse.section_names import is_common_section
from converter.source import Line
from converter.values import NamedTuple

LEAST, SECTION = 4, 6
"""The fewest characters of a title, and the most em of the name of a section."""
_SIGNED = 2
"""The fewest characters of one that has its author on its row."""
_ROWS = 3
"""The most rows of a title."""
_FEW = 4
"""Of so many pages one may stand on a line of its own."""
_OF_ROWS = 3
"""One row of so many is an entry; others are names of sections."""
_ORNAMENTS = "#●○◎□■◆◇▲△★☆※·•-* \u3000"
_PAGE_WITHIN = re.compile(r"[（(]\d{1,3}[）)](?=\s*[….·]{2})")
"""标题（4）……某某: the page before the leader."""
_SHEET = re.compile(r"^第?(?P<page>\d{1,2})\s*版\s*[：:]?\s*(?=\S)")
"""3版 标题: the page of a newspaper."""
_PAGE_INSIDE = re.compile(r"\S\s+[Pp]\d{1,3}(?=\s|$)")
"""专稿 REPORT P4 标题: a page within the row, which parts the section from the title."""
_BEHIND_NAME = re.compile(rf"^[{HAN}]{{2,6}}\s+(?P<entry>\d{{1,3}}\s+\S.*)$")
"""卷首 1 标题: the name of the section before the page of the entry."""
_OTHER = re.compile(
    r"^(?:本期)?(?:目[录錄次]|要目|[导導][读讀]|内容)[A-Za-z]*$|^[A-Za-z]*目[录錄次]$"
    r"|^\d{4}年第?\d+[期号號]$|总第\d+期$|^[【〔].*[】〕]$"
)
"""The heading of the contents, whose they are, and the name of a section in a frame."""
_SEVERAL = re.compile(r"\s[\dlIO]{1,3}\s")
"""标题 某某 102 标题: two entries on one line."""
_THEME = re.compile("[：:·|｜]")


class Row(NamedTuple):
    """A row of the contents without its page."""

    text: str
    title: str
    """What the row says but for its authors, "" if it says nothing else."""
    authors: tuple[str, ...]
    printed: bool
    """The body has what the row says on a line."""


class Entry:
    """The rows of an entry."""

    def __init__(self, rows: Sequence[Row], printed: Printed, *, opens: bool) -> None:
        self.rows = rows
        self.lost = _lost(rows, printed, opens=opens)
        """The rows of its title that the body lacks."""
        at = self.rows.index(self.lost[0]) if self.lost else 0
        self.above, self.below = rows[:at], rows[at:]
        """The other rows above those, and those with all below."""

    def signers(self, printed: Printed) -> list[int]:
        """The lines of the body by which those sign whom the entry names."""
        named = [row for row in self.below if row.authors][:1]
        named = named or [row for row in self.above if row.authors]
        return sorted({at for row in named for at in printed.signed(row.authors)})

    def signs(self, at: int, printed: Printed) -> bool:
        """True for a line by which those sign whom the entry names: right below its title it is its own."""
        return at in self.signers(printed)

    def others_below(self, printed: Printed) -> Iterator[int]:
        """The lines of the body with titles that stand below its own, of entries without a page.

        The first one that is signed is a line of its own title, where nobody signs above it.
        """
        others = any(row.authors for row in self.lost)
        for row in self.below:
            if others and row.printed and row.authors and SUBTITLE.match(row.title) is None:
                yield from printed.exact.get(key(row.title), ())
            others = others or bool(row.authors)


def entries_of(contents: Sequence[Line], printed: Printed) -> list[Entry]:
    """The entries of the contents: their rows up to the page, or from that on."""
    texts = [_plain(line.text, printed) for line in contents if not line.blank]
    first = sum(PAGE_FIRST.match(text) is not None for text in texts)
    last = sum(map(_ends_in_page, texts))
    if not (first or last):
        return _unpaged(texts, printed)
    alone = sum(PAGE_ONLY.match(text) is not None for text in texts)
    if alone * _FEW > first and PAGE_ONLY.match(texts[-1]) is None:
        return []  # pages on lines of their own, some of which may stand above their entries
    opens = first > last
    found: list[list[Row]] = [[]]
    for text in texts:
        if opens and PAGE_FIRST.match(text):
            found.append([])
        if (row := _row(text, printed)) is not None:
            found[-1].append(row)
        if not opens and _ends_in_page(text):
            found.append([])
    if not opens:
        _bring_up(found, printed)
        found.pop()  # what stands below the last page
    return [Entry(rows, printed, opens=opens) for rows in found]


def entries_read(read: Sequence[RawEntry], printed: Printed) -> list[Entry]:
    """The entries of the contents as they have been read, in the reading that the body bears out."""
    found: list[Entry] = []
    for entry in read:
        readings = [one for one in entry.readings() if one[0]]
        readings = [one for one in readings if not _are_houses(one[0], printed)] or readings
        joined = [(" ".join(lines), names) for lines, names in readings]
        likely = _borne_out(joined, printed) or next(iter(joined), ("", ()))
        if not likely[0] or split_names(likely[0]) is not None:
            continue
        lines, names = readings[joined.index(likely)]
        rows = [Row(line, line, (), printed=printed.has(line)) for line in lines]
        rows[-1] = rows[-1]._replace(authors=names)
        # The name of the section, over a byline that has lost its title, looks like one.
        named = len(rows) > 1 and rows[0].printed and width(lines[0]) <= SECTION
        rows = rows[1:] if named and not rows[1].printed else rows
        found.append(Entry(rows, printed, opens=True))
    return found


def _are_houses(lines: Sequence[str], printed: Printed) -> bool:
    """True if a house that signs in the body is among the lines of a title."""
    return any(is_body(line) and bool(printed.signed((squeeze(line),))) for line in lines)


def _bring_up(entries: list[list[Row]], printed: Printed) -> None:
    """Bring who signs an entry on the row below its page up to its rows, where most entries have such."""
    signed = [bool(rows) and _signs(rows[0], printed) for rows in entries[1:]]
    if not (signed and signed[-1] and sum(signed) * 2 > len(signed)):
        return
    for above, rows in pairwise(entries):
        if rows and _signs(rows[0], printed):
            row = rows.pop(0)
            above.append(row._replace(title="", authors=row.authors or (squeeze(row.text),)))


def _signs(row: Row, printed: Printed) -> bool:
    """True for a row of names alone, be it a pen name that signs a text of the body."""
    if row.authors:
        return not row.title
    return is_pen_name(row.text) and any(
        map(printed.may_sign, printed.exact.get(key(row.text), ()))
    )


def _unpaged(texts: Sequence[str], printed: Printed) -> list[Entry]:
    """The entries of contents without pages, one on each row, where their authors stand behind titles."""
    rows = [row for text in texts if (row := _row(text, printed)) is not None]
    if sum(bool(row.title and row.authors) for row in rows) * _OF_ROWS < len(rows):
        return []  # nothing tells one entry from the next
    if any(split_names(part) for row in rows for part in row.title.split()[1:]):
        return []  # a row may hold several, as in columns
    return [Entry([row], printed, opens=True) for row in rows if row.authors or row.printed]


def _plain(text: str, printed: Printed) -> str:
    """A row without the bars of a table, and without what stands before it.

    That may be a section in a frame that the body has on a line of its own.
    """
    text = " ".join(text.replace("|", " ").split()) if "|" in text else text.strip()
    text = _PAGE_WITHIN.sub("", _SHEET.sub(r"\g<page> ", text.lstrip(_ORNAMENTS)))
    if (frame := frame_before(text)) and key(frame) in printed.exact:
        text = text.removeprefix(frame).strip()
    hit = _BEHIND_NAME.match(text)
    return hit["entry"] if hit is not None else text


def _ends_in_page(text: str) -> bool:
    return (PAGE_LAST.match(text) or PAGE_ONLY.match(text)) is not None


def _lost(rows: Sequence[Row], printed: Printed, *, opens: bool) -> list[Row]:
    """The rows of a title that the body lacks; ``opens`` tells that the page stands before them."""
    lost: list[Row] = []
    for row in rows if opens else rows[::-1]:
        if _is_lost(row):
            if lost and row.authors and not opens:
                break  # of another entry
            lost.append(row)
            if opens and row.authors:
                break
        elif lost or (row.printed and row.title and SUBTITLE.match(row.title) is None):
            break
    if not opens:
        lost.reverse()
        if len(lost) > 1 and width(lost[0].title) <= SECTION:
            lost = lost[1:]
    title = "".join(row.title for row in lost)
    signed = any(row.authors for row in (lost if opens else (*lost, *rows[-1:])))
    least = _SIGNED if signed else LEAST
    if not least <= len(key(title)) <= SHORT or len(lost) > _ROWS or printed.has(title):
        return []
    if _PAGE_INSIDE.search(title):
        return []
    if title.count("，") > 1:
        return []  # what an article is about
    if (hit := AND_OTHERS.search(title)) is not None and printed.has(title[: hit.start()]):
        return []  # the first of several, which is a heading of their article
    return lost


def _is_lost(row: Row) -> bool:
    """True for what may be a title, or a line of one, that the body lacks."""
    title = row.title
    if not title or row.printed or not has_han(title):
        return False
    if title.endswith("。") or SUBTITLE.match(title) or _SEVERAL.search(title):
        return False
    if titles_abstracts(title) or _OTHER.search(squeeze(title)):
        return False
    if is_credit(row.text) or labelled(row.text):
        return False
    return not is_common_section(_THEME.split(title)[0])


def _row(text: str, printed: Printed) -> Row | None:
    """A row in the reading that the body bears out, ``None`` if there is nothing but a page."""
    entry = plain_entry(text, [0], -1)
    whole = " ".join(entry.texts)
    if not entry.texts and entry.authors_text:
        names = split_names(entry.authors_text) or (squeeze(entry.authors_text),)
        return Row(text, "", names, printed=False)
    if not key(whole):
        return None
    alone = split_names(whole) if not entry.authors_text else None
    if alone is not None:
        return Row(whole, "", alone, printed=bool(printed.signed(alone)))
    readings = [*_readings(entry, whole), *_above_line(whole, printed)]
    title, authors = _borne_out(readings, printed) or ("", ())
    if title:
        return Row(whole, title, authors, printed=printed.has(title))
    if is_authors(whole) and printed.has_within(whole):
        return Row(whole, "", (), printed=True)
    if is_body(whole) and printed.signed((squeeze(whole),)):
        return Row(whole, "", (squeeze(whole),), printed=True)
    return Row(whole, *readings[0], printed=False)


_Reading = tuple[str, tuple[str, ...]]
"""A title and its authors."""


def _readings(entry: RawEntry, whole: str) -> list[_Reading]:
    """What a row may say, the likeliest first; pen names stand in no list."""
    found = [
        (" ".join(titles), authors)
        for titles, authors in entry.readings()
        if titles and are_names(authors)
    ]
    head, stroke, who = at_last_stroke(whole)
    if stroke and is_pen_name(who):
        found.append((head.strip(), (squeeze(who),)))
    first, _, rest = whole.partition(" ")
    if rest and is_pen_name(first) and not entry.authors_text:
        found.append((rest, (first,)))
    return found or [(whole, ())]


def _above_line(whole: str, printed: Printed) -> Iterator[_Reading]:
    """The readings of a row whose last words the body has on a line over text, and not the others: who signs there."""
    words = whole.split()
    for cut in range(1, len(words)):
        title, line = " ".join(words[:cut]), "".join(words[cut:])
        if len(key(title)) >= LEAST and printed.over_text(line) and not printed.has(title):
            yield title, (line,)


def _borne_out(readings: Sequence[_Reading], printed: Printed) -> _Reading | None:
    """The reading of which the body has the title, or else the byline."""
    titled = [one for one in readings if printed.has(one[0])]
    whole = next((one for one in titled if len(key(one[0])) >= LEAST), None)
    if whole is not None:
        return whole
    signed = [one for one in readings if one[1] and printed.signed(one[1])]
    if not signed:
        return titled[0] if titled else None
    # 骨科 某某: the body has both on the line, and so both sign.
    name = "".join(signed[0][1])
    several = (one for one in signed if len(one[1]) == 1 and one[1][0] != name)
    return next((one for one in several if one[1][0].endswith(name)), signed[0])
