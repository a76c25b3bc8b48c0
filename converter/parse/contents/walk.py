"""Walks the rows of the contents and makes sections and entries of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter.hanzi import ends_sentence, has_han, key, squeeze, width
from converter.names import is_body, split_names
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.columns import (
    AFTERWORD,
    settle_columns,
    settle_last_block,
)
from converter.parse.contents.entries import (
    authors_behind,
    complete,
    extend,
    merge,
    plain_entry,
    table_entry,
)
from converter.parse.contents.layout import (
    with_pages,
)
from converter.parse.contents.lone_signers import settle_lone_signers
from converter.parse.contents.marks import (
    LEADER,
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    at_last_stroke,
    continues,
    page_number,
    split_leader,
    without_stroke,
)
from converter.parse.contents.people import are_pen_names, is_author_row, is_authors, is_pen_name
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row, page_side
from converter.parse.contents.sections import (
    section_of,
    titles_of,
)
from converter.parse.contents.signed import (
    settle_author_side,
    settle_authors_above,
    settle_authors_between,
    settle_brackets,
    settle_broken_names,
    settle_dashes,
    settle_houses_behind,
    settle_strokes,
    settle_subtitles,
)
from converter.parse.contents.teller import SectionTeller, signed_below, signs_summary
from converter.parse.contents.unknown import settle_names

_SUBTITLE = 8
"""Em of the shortest subtitle that only the body tells."""
_MOST_LINES = 12
"""Lines of one entry."""
_LONG_NAME = 8
"""The most characters of the name of a section."""
_SIGNED_TOGETHER = 8
"""Entries of a section whose authors stand together below them."""
_PAGED = 2
"""From so many entries on that begin with their pages others may do so."""


def _ends_in_house(texts: Sequence[str]) -> bool:
    """True for a title with a house that signs on a line below it, or behind a blank."""
    words = texts[-1].split() if texts else []
    return len(texts) + len(words) > 2 and is_body("".join(words[-1:]))


def _is_signed_behind(text: str) -> bool:
    """True for 标题 / 某某, of which the stroke tells who signs."""
    before, stroke, behind = at_last_stroke(text)
    return bool(stroke and before.strip()) and is_authors(behind.strip())


class RowReader:
    """Walks the rows of the contents and makes sections and entries of them.

    ``beside`` is what the lines hold that are no rows. ``side`` and ``style`` are the way in which they are printed, where that is not left to
    what they look like; ``printed`` tells that the body prints the names of sections, too.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        beside: RawContents,
        body: BodyIndex,
        side: str = "",
        style: str = "",
        *,
        printed: bool = False,
    ) -> None:
        self.contents = beside.begun()
        self.body = body
        self.side = side or page_side(rows)
        self.paged_first = sum(PAGE_FIRST.match(row.cells[0]) is not None for row in rows) >= _PAGED
        self.rows = with_pages(list(rows), self.side, body)
        self.teller = SectionTeller(self.rows, self.side, body, style, printed=printed)
        self.pending: list[Row] = []
        self.current: RawEntry | None = None
        self.page: Row | None = None
        """The row of a section that no entry has yet, with the page that its first one has."""
        self.whole = False
        """Whether the section above has its one entry."""

    @cached_property
    def first(self) -> bool:
        """Whether any entry begins with its page, be it in a table."""
        return any(
            (PAGE_ONLY if row.table else PAGE_FIRST).match(row.cells[0]) for row in self.rows
        )

    @cached_property
    def behind(self) -> bool | None:
        """Whether tables name the authors behind the titles."""
        return authors_behind(self.rows)

    @property
    def section(self) -> int:
        """The index of the section that entries now belong to, -1 before the first."""
        return len(self.contents.sections) - 1

    def read(self) -> RawContents:
        """All sections and entries."""
        for position, row in enumerate(self.rows):
            following = self.rows[position + 1] if position + 1 < len(self.rows) else None
            self._row(row, following)
        self._flush()
        settle_subtitles(self.contents.entries, self.body)
        settle_broken_names(self.contents.entries)
        settle_lone_signers(self.contents, self.body)
        settle_names(self.contents, self.rows, self.body)
        settle_columns(self.contents, self.rows, self.body)
        settle_last_block(self.contents, self.rows)
        settle_author_side(self.contents.entries, self.body)
        settle_authors_above(self.contents.entries, self.body)
        settle_houses_behind(self.contents.entries, self.body)
        settle_authors_between(self.contents.entries, self.body)
        settle_dashes(self.contents.entries)
        settle_strokes(self.contents.entries)
        settle_brackets(self.contents.entries)
        self.contents.lines += [number for row in self.rows for number in row.lines]
        return self.contents

    def _row(self, row: Row, following: Row | None) -> None:
        if row.table:
            self._flush()
            self._add(
                table_entry(row, self.section, behind=self.behind)
                or plain_entry(" ".join(row.cells), row.lines, self.section)
            )
        elif self.teller.is_section(row, following, self.current, pending=bool(self.pending)):
            self._flush()
            self._open_section(row)
        elif self.side == "first":
            self._page_first(row)
        elif self.side == "last":
            self._page_last(row, following)
        elif self.contents.entries and self._goes_on(row):
            extend(self.contents.entries[-1], row.cells[0], row.lines)
        else:
            self._add(plain_entry(row.cells[0], row.lines, self.section))

    def _open_section(self, row: Row) -> None:
        """Begin a section; its name and what says it in English may stand on two lines."""
        section = section_of(row.cells[0], row.lines[0], self.body)
        name, sections = section.name, self.contents.sections
        entries = self.contents.entries
        filled = not sections or (bool(entries) and entries[-1].section == self.section)
        if not filled and not has_han(name) and has_han(sections[-1].name):
            sections[-1].english = name
            name = sections[-1].name
        elif not filled and has_han(name) and not has_han(sections[-1].name):
            sections[-1] = RawSection(name, row.lines[0], sections[-1].name)
        elif not sections or name != sections[-1].name:
            sections.append(section)
        self.teller.last = name
        self.current = None
        self.page, self.whole = row, False

    def _add(self, entry: RawEntry) -> None:
        if self.page is not None and self.page.page and not entry.page:
            entry.printed_page, entry.page = self.page.page, page_number(self.page.page)
            entry.lines += self.page.lines
        if self.whole:
            entry.section = -1
        self.whole = self.whole or (self.page is not None and self.page.one)
        self.page = None
        self.contents.entries.append(entry)
        self.current = entry

    def _flush(self) -> None:
        """Lines that wait for a page which never came are entries of their own.

        Two are one where the lower ends with a leader and who wrote it, and the body has them so.
        """
        waiting, self.pending = self.pending, []
        for at, row in enumerate(waiting):
            title, who = split_leader(row.cells[0])
            above = waiting[at - 1].cells[0] if at else ""
            if above and who and is_authors(who) and self.body.stands_above(above, title):
                extend(self.contents.entries[-1], row.cells[0], row.lines)
            else:
                self._add(plain_entry(row.cells[0], row.lines, self.section))

    def _is_afterword(self, text: str) -> bool:
        """True for 编后 without a page, which the body has alone on a line: no further line of a title."""
        bare = squeeze(text)
        return AFTERWORD.match(bare) is not None and self.body.exact[key(bare)] > 0

    def _page_first(self, row: Row) -> None:
        """88 强化…… 魏某: a number begins an entry, other lines go on with it."""
        text = row.cells[0]
        hit = PAGE_FIRST.match(text)
        if hit is None and (self._has_own_page(text) or self._is_afterword(text)):
            self._add(plain_entry(text, row.lines, self.section))
            return
        if (
            hit is None
            and self.current is not None
            and signs_summary(self.current, text, self.body)
        ):
            self.current.add_authors(text)
            self.current.lines += row.lines
            return
        signed = self._signed_above(text) if hit is None and row.gap else None
        if signed is not None:
            signed.add_authors(text)
            signed.lines += row.lines
            return
        goes_on = self._is_subtitle(row) or continues(text)
        goes_on = goes_on or not (row.gap or self._begins_anew(text))
        goes_on = goes_on or ends_sentence(text) or self._signs(text) or self._is_second(row)
        if hit is None and self.current is not None and goes_on:
            extend(self.current, text, row.lines)
            return
        stray = hit is None and not LEADER.search(text) and not continues(text)
        if stray and self.section < 0 and not self.contents.entries:
            self.contents.notes.append((row.lines[0], text))
            return
        self._add(plain_entry(text, row.lines, self.section))

    def _begins_anew(self, text: str) -> bool:
        """True for a title of the body right below an entry that has its author and its page.

        The page of such an entry stands behind it, be it among others that begin with theirs.
        """
        current = self.current
        if current is None or not current.page or not self.first or is_author_row(text):
            return False
        if not complete(current) and not _ends_in_house(current.texts):
            return False
        titles = titles_of(text)
        if any(self.body.stands_above(one, title) for one in current.texts for title in titles):
            return False
        return any(self.body.begins(key(title)) for title in titles)

    def _goes_on(self, row: Row) -> bool:
        """True for more of the entry above, where no line has a page."""
        text = row.cells[0]
        if continues(text):
            return True
        if row.gap or self.current is None:
            return False
        below = any(self.body.stands_above(title, text) for title in self.current.texts)
        last = self.current.texts[-1:]
        below = below or (is_pen_name(text) and any(self.body.is_signed(one, text) for one in last))
        signs = split_names(text) is not None  # ……服务大局 ends like a house, but is a title
        return below or (signs and not complete(self.current)) or names_subject(text)

    def _signs(self, text: str) -> bool:
        """True for the author of the entry above, of whom the body says so, below a blank line."""
        if self.current is None or self.current.authors_text or split_names(text) is None:
            return False
        return any(self.body.is_signed(line, text) for line in self.current.texts)

    def _signed_above(self, text: str) -> RawEntry | None:
        """The entry above that a line signs in the body, where names stand below several titles."""
        if not (is_author_row(text) or are_pen_names(text)):
            return None
        for entry in reversed(self.contents.entries[-_SIGNED_TOGETHER:]):
            if entry.section != self.section or entry.authors_text or not entry.page:
                break
            titles = (*entry.texts, "".join(entry.texts))
            if any(self.body.is_signed(title, text) for title in titles):
                return entry
        return None

    def _has_own_page(self, text: str) -> bool:
        """True for a title of the body with its page behind it, where others have theirs first."""
        hit = PAGE_LAST.match(text)
        if hit is None or not self.paged_first:
            return False
        if self.current is None or not self.current.page:
            return False
        title = split_leader(hit["rest"])[0]
        return any(self.body.exact[key(one)] for one in (title, *titles_of(title)))

    def _is_second(self, row: Row) -> bool:
        """True for the second line of a title below a blank one, as the body has them.

        The entry has nobody yet who signs it, and the row no page of its own; what has lost its page
        is longer than the name of a section.
        """
        if not row.gap or self.current is None or not self.current.texts:
            return False
        if not self.current.page and len(key(self.current.texts[-1])) <= _LONG_NAME:
            return False
        if self.current.authors_text or len(self.current.texts) > _MOST_LINES:
            return False
        above, text = self.current.texts[-1], row.cells[0]
        titles = (key("".join((*self.current.texts, title))) for title in titles_of(text))
        return self.body.stands_above(above, text) or any(map(self.body.is_printed, titles))

    def _is_subtitle(self, row: Row) -> bool:
        """True for a line right below an entry that tells whom it is about, or is so in the body.

        Where the body has it, the title above is told from its authors.
        """
        text = row.cells[0]
        if row.gap or self.current is None or is_author_row(text):
            return False
        if names_subject(text):
            return True
        if not self.current.page or width(text) < _SUBTITLE:
            return False
        if len(self.current.texts) > _MOST_LINES:
            return False  # no entry: a reading that has gone astray
        for lines, authors in self.current.readings():
            if any(self.body.stands_above("".join(part), text) for part in (lines, lines[-1:])):
                self.current.settle(lines, authors)
                return True
        return False

    def _tells(self, row: Row) -> bool:
        """True for a sentence right below an entry that tells what it is about."""
        return self.current is not None and not row.gap and row.cells[0].endswith("。")

    def _opens_title(self, text: str, following: Row | None) -> bool:
        """True if the body has a line over the next one: 把新药送到服务中心 ends like a house.

        A name belongs to the title below it, if the body has it under that and no other.
        """
        if following is None:
            return False
        below = following.cells[0]
        if split_names(text) is not None:
            signs = any(self.body.is_signed(title, text) for title in titles_of(below))
            return (signs or self.body.goes_on(text, below)) and not self._signs(text)
        return self.body.stands_above(text, below)

    def _lost_page(self, row: Row) -> bool:
        """标题 / 某某 above a blank line and 声音 / 20, which the body has by itself: its page is missing.

        So it is without a blank line where the entry below has an author of its own behind a stroke.
        """
        hit = PAGE_LAST.match(row.cells[0]) if self.pending else None
        if hit is None or not _is_signed_behind(self.pending[-1].cells[0]):
            return False
        title = split_leader(hit["rest"])[0].strip(" /／")
        if not row.gap:
            return _is_signed_behind(title)
        return bool(self.body.exact[key(title)])

    def _page_last(self, row: Row, following: Row | None) -> None:
        """……魏某 88: lines wait for the number that ends their entry."""
        text = row.cells[0]
        before_page = following is not None and PAGE_ONLY.match(following.cells[0]) is not None
        ends = PAGE_LAST.match(text) is not None
        ends = ends or (without_stroke(text) != text and not before_page)
        if (
            not self.pending
            and self.contents.entries
            and not ends
            and not before_page
            and (continues(text) or self._is_subtitle(row) or self._tells(row))
        ):
            extend(self.contents.entries[-1], text, row.lines)
            return
        if (
            not self.pending
            and self.current is not None
            and not self.current.authors_text
            and not signed_below(self.current)
            and is_author_row(text)
            and not self._opens_title(text, following)
        ):
            self.current.authors_text = text
            self.current.lines += row.lines
            return
        if self._lost_page(row):
            self._flush()
        self.pending.append(row)
        if ends or PAGE_ONLY.match(text):
            self._add(merge(self.pending, self.section))
            self.pending = []
