"""Finds headlines by what follows them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter.hanzi import ends_sentence, has_han, key, squeeze, width
from converter.names import is_name
from converter.parse.byline import read_byline
from converter.parse.headings import numbering
from converter.parse.headlines.signs import (
    BRIEFS,
    CLOSING,
    LABEL,
    MARK,
    MOST,
    NOTICE,
    ORNAMENTS,
    PEN_NAME,
    SHORT_NAME,
    SIGNED,
    SPACED,
    SUBTITLE,
    WIDEST,
    Chunk,
    Headline,
    chunks,
)
from converter.parse.kinds import is_credit, is_date_line, is_salutation, jump
from converter.parse.leads import is_lead
from converter.parse.letters.signers import is_placed
from converter.segment import Pages
from converter.segment.heads import plain_type
from converter.segment.units import is_indented, measure_of
from converter.source import Line


def find_headlines(
    lines: Sequence[Line], pages: Pages, title: str, listed: frozenset[str]
) -> list[Headline]:
    """The headlines of a newspaper, [] for any other text.

    ``pages`` tell that it is one, or its ``title`` and its datelines; ``listed`` are the keys
    of the titles that the contents have.
    """
    if not pages.heads:
        named = title.endswith(_NEWSPAPER) and not title.endswith(_JOURNAL)
        leads = sum(is_lead(line.text) for line in lines) if named else 0
        if leads < _FEWEST_LEADS:
            return []
    return _Finder(lines, pages, listed).find()


_NEWSPAPER = ("报", "報", "新闻", "新聞")
_JOURNAL = tuple(f"{kind}{one}" for kind in ("学", "學", "通", "画", "畫") for one in "报報")
"""学报, 通报 and 画报 are journals, though their news begin with 本刊讯."""
_FEWEST_LEADS = 3
_SEVERAL, _PLACED = 2, 24
"""So many who sign with their offices are no chance, and the most em of such a line."""


class _Finder:
    def __init__(self, lines: Sequence[Line], pages: Pages, listed: frozenset[str]) -> None:
        # Bold type around a line says nothing of what it is.
        self.lines = [
            line._replace(text=plain_type(line.text)) if line.text[:1] == "*" else line
            for line in lines
        ]
        self.pages = pages
        self.listed = listed
        self.measure = measure_of([line for line in lines if not line.blank]) or WIDEST
        self.chunks = list(chunks(lines))
        self.chunk_of = {
            at: number
            for number, chunk in enumerate(self.chunks)
            for at in range(chunk.begin, chunk.end)
        }
        self.taken: set[int] = set()
        alone = sum(1 for chunk in self.chunks if chunk.end - chunk.begin == 1)
        self.spaced = alone * 5 >= len(self.chunks) * 4
        """Blank lines part all lines."""

    def find(self) -> list[Headline]:
        """All headlines in order."""
        found: list[Headline] = []
        for at, line in enumerate(self.lines):
            if line.blank or at in self.taken or not self._is_anchor(at):
                continue
            headline = self._above(at)
            if headline is not None:
                pen_name = line.number if self._is_pen_name(at) else 0
                found.append(headline._replace(pen_name=pen_name))
        for number in range(len(self.chunks)):
            if self._stands_apart(number, found):
                chunk = self.chunks[number]
                found.append(self._made(list(range(chunk.begin, chunk.end))))
        return sorted(found, key=lambda one: one.lines[0])

    # -- what stands below a headline -----------------------------------------------

    def _text(self, at: int) -> str:
        return self.lines[at].text.strip()

    def _is_anchor(self, at: int) -> bool:
        text = self._text(at)
        first = at == self.chunks[self.chunk_of[at]].begin
        if is_lead(text):
            return True
        if self._is_byline(at):
            return True
        above = self._text(at - 1) if at and not first else ""
        briefs = width(above) <= SHORT_NAME and BRIEFS.search(above) is not None
        if (first and is_salutation(text)) or ((first or briefs) and self._lists(at)):
            return True
        # 更正 and no more, right below the end of an article.
        return not first and NOTICE.fullmatch(above) is not None and self._prose_below(at)

    def _is_byline(self, at: int) -> bool:
        """True for a byline with a headline above it and prose below."""
        text = self._text(at)
        if not 2 <= width(text) <= 30 or ends_sentence(text) or text[0] in "（(":
            return False
        if not at or (at == self.chunks[self.chunk_of[at]].begin and is_indented(self.lines[at])):
            return False  # a signature
        if self._is_pen_name(at):
            return self._prose_below(at + 1)
        reading = read_byline(text)
        needed = 0.6 if text[0] in ORNAMENTS or at in self._placed else 0.7
        return reading is not None and reading.certainty >= needed and self._prose_below(at + 1)

    @cached_property
    def _placed(self) -> frozenset[int]:
        """站务中心　某某 and 乘务中心　某某: offices that no list has, where several sign so below a line."""
        found = frozenset(
            chunk.begin + 1 for chunk in self.chunks if self._signs_from(chunk.begin + 1, chunk)
        )
        return found if len(found) >= _SEVERAL else frozenset()

    def _signs_from(self, at: int, chunk: Chunk) -> bool:
        text = self._text(at) if at + 1 < chunk.end else ""
        if not text or text[0] in "（(" or width(text) > _PLACED or not is_placed(text):
            return False
        reading = read_byline(text)
        return reading is not None and all(one.office for one in reading.authors)

    def _is_pen_name(self, at: int) -> bool:
        """True for 石　榴 at the end of the lines of a headline."""
        chunk = self.chunks[self.chunk_of[at]]
        return (
            (at == chunk.end - 1 or is_indented(self.lines[at + 1]))
            and at > chunk.begin
            and PEN_NAME.match(self._text(at)) is not None
            and read_byline(self._text(at)) is None
        )

    def _prose_below(self, at: int) -> bool:
        """True if text of some lines begins within a few lines below, before the next page."""
        page = self.pages.at(self.lines[at - 1].number)
        seen = 0
        for index in range(at, min(len(self.lines), at + 8)):
            line = self.lines[index]
            if line.blank:
                continue
            if self.pages.at(line.number) != page:
                return False
            chunk = self.chunks[self.chunk_of[index]]
            if chunk.end - index >= 3 or "。" in line.text or width(line.text) > WIDEST:
                return True
            seen += 1
            if seen > 3:
                return False
        return False

    def _lists(self, at: int) -> bool:
        """True for the first item of a list of briefs."""
        hit = MARK.match(self.lines[at].text)
        if hit is None:
            return False
        chunk = self.chunks[self.chunk_of[at]]
        rest = [self.lines[index].text for index in range(at, min(len(self.lines), chunk.end + 8))]
        marks = [other for text in rest if (other := MARK.match(text))]
        return [other["mark"] for other in marks].count(hit["mark"]) >= 2

    # -- the lines of a headline ----------------------------------------------------

    def _above(self, at: int) -> Headline | None:
        """The headline above a line that stands below one."""
        rows: list[int] = []
        index = at - 1
        while index >= 0 and self.lines[index].blank:
            index -= 1
        if index < 0 or self._new_page(index, at):
            return None
        chunk = self.chunks[self.chunk_of[index]]
        while index >= chunk.begin and len(rows) <= MOST and self._may_be_row(index, chunk):
            rows.insert(0, index)
            index -= 1
        if not rows or len(rows) > MOST or (index >= chunk.begin and not self._ends(index)):
            return None
        while rows[0] == chunk.begin and len(rows) < MOST:
            more = self._block_above(chunk, rows)
            if not more:
                break
            rows, chunk = [*more, *rows], self.chunks[self.chunk_of[more[0]]]
        if not self._is_headline(rows):
            return None
        if self._lists(at) and not self._heads_briefs(rows):
            return None
        return self._made(rows)

    def _heads_briefs(self, rows: Sequence[int]) -> bool:
        """True for what stands above a list of briefs, and no box or heading of an article."""
        name = "".join(self._text(at) for at in rows)
        above = rows[0] - 1
        while above >= 0 and self.lines[above].blank:
            above -= 1
        opens = above < 0 or self._new_page(above, rows[0])
        return opens or BRIEFS.search(name) is not None or self._closes_article(above)

    def _new_page(self, above: int, below: int) -> bool:
        numbers = (self.lines[above].number, self.lines[below].number)
        return self.pages.at(numbers[0]) != self.pages.at(numbers[1])

    def _may_be_row(self, at: int, chunk: Chunk) -> bool:
        text = self._text(at)
        if at in self.taken or width(text) > WIDEST or is_lead(text) or jump(text) is not None:
            return False
        if text[-1] in "。；，、：" or "。" in text or MARK.match(text) or is_credit(text):
            return False
        if ends_sentence(text) and chunk.begin != at and not self._is_whole(chunk):
            return False
        return not (text[0] in "（(" and text[-1] in "）)")

    def _is_whole(self, chunk: Chunk) -> bool:
        """True if a block of lines has nothing that ends a paragraph: it is a headline alone."""
        texts = [self._text(at) for at in range(chunk.begin, chunk.end)]
        return len(texts) <= MOST and not any("。" in text for text in texts)

    def _ends(self, at: int) -> bool:
        """True if a line above a headline, which nothing parts from it, ends its article."""
        text = self._text(at)
        return bool(
            ends_sentence(text)
            or is_credit(text)
            or jump(text)
            or SIGNED.match(text)
            or CLOSING.search(text)
        )

    def _block_above(self, chunk: Chunk, rows: Sequence[int]) -> list[int]:
        """The lines of the block above one that are part of its headline, too.

        They are if there is nothing but a subtitle below them, if they are the name of a
        column, or if a line stands by itself after the end of an article, or anywhere in a
        newspaper all of whose lines blank ones part.
        """
        number = self.chunk_of[chunk.begin]
        if not number or self._new_page(self.chunks[number - 1].begin, chunk.begin):
            return []
        above = self.chunks[number - 1]
        found = list(range(above.begin, above.end))
        if len(found) > 3 or not all(self._may_be_row(at, above) for at in found):
            return []
        name = squeeze(self._text(found[0]))
        if all(SUBTITLE.match(self._text(row)) for row in rows) or (
            len(found) == 1 and LABEL.match(name)
        ):
            return found
        closed = self.spaced or self._is_closed_above(number - 1)
        alone = closed and len(found) == 1 and not self._is_signature(found[0])
        return found if alone and read_byline(self._text(found[0])) is None else []

    def _is_closed_above(self, number: int) -> bool:
        """True if the article above a block has come to its end, or the page begins with it."""
        if not number or self._new_page(self.chunks[number - 1].begin, self.chunks[number].begin):
            return True
        return self._closed(self.chunks[number - 1].end - 1)

    def _is_headline(self, rows: Sequence[int]) -> bool:
        """False for text of a column, whose lines are full."""
        texts = [self._text(at) for at in rows]
        if not any(has_han(text) for text in texts) or numbering(texts[0]) is not None:
            return False
        if all(is_date_line(text) for text in texts):
            return False
        full = sum(abs(width(text) - self.measure) <= 1 for text in texts)
        return len(rows) < 3 or full * 2 < len(rows)

    def _made(self, rows: list[int]) -> Headline:
        """The headline that some lines are, told apart."""
        self.taken.update(rows)
        dashed = next(
            (n for n, at in enumerate(rows) if n and SUBTITLE.match(self._text(at))), len(rows)
        )
        head, under = rows[:dashed], rows[dashed:]
        joined = len(head) >= 2 and all(len(self._text(at)) == 1 for at in head)
        over: list[int] = []
        if not joined:
            # What a blank line parts from the headline stands above it.
            block = self.chunk_of[head[-1]]
            apart = [] if self.spaced else [at for at in head if self.chunk_of[at] != block]
            over, head, below_title = self._told(head[len(apart) :])
            over, under = [*apart, *over], [*below_title, *under]
        return Headline(
            self._numbers(over), self._numbers(head), self._numbers(under), joined=joined
        )

    def _numbers(self, rows: Sequence[int]) -> tuple[int, ...]:
        return tuple(self.lines[at].number for at in rows)

    def _told(self, rows: list[int]) -> tuple[list[int], list[int], list[int]]:
        """Lines above a title, the title, lines below it.

        The contents may have the title; it may be letter-spaced; a column's name stands above
        it. Two lines are a title else, of three or more the second is.
        """
        for size in range(min(3, len(rows)), 0, -1):
            for at in range(len(rows) - size + 1):
                name = key("".join(self._text(row) for row in rows[at : at + size]))
                if name in self.listed:
                    return rows[:at], rows[at : at + size], rows[at + size :]
        for at, row in enumerate(rows):
            if SPACED.match(self._text(row)) and len(squeeze(self._text(row))) >= 4:
                return rows[:at], [row], rows[at + 1 :]
        if len(rows) >= 2 and LABEL.match(squeeze(self._text(rows[0]))):
            over, title, under = self._told(rows[1:])
            return [rows[0], *over], title, under
        if len(rows) >= 3:
            return rows[:1], rows[1:2], rows[2:]
        return [], rows, []

    # -- headlines that nothing but their place tells --------------------------------

    def _stands_apart(self, number: int, found: Sequence[Headline]) -> bool:
        """True for a block of a line or two between an article's end and the next one's text."""
        chunk = self.chunks[number]
        if (
            chunk.end - chunk.begin > 2
            or chunk.begin in self.taken
            or number + 1 >= len(self.chunks)
        ):
            return False
        rows = range(chunk.begin, chunk.end)
        if not all(self._may_be_row(at, chunk) for at in rows) or not self._is_headline(rows):
            return False
        if self.chunks[number + 1].begin in self.taken or self._new_page(
            chunk.begin, self.chunks[number + 1].begin
        ):
            return False
        if is_indented(self.lines[chunk.begin]) or not self._prose_below(chunk.end):
            return False
        above = self.chunks[number - 1].end - 1 if number else -1
        opens = above < 0 or self._new_page(above, chunk.begin)
        name = key("".join(self._text(at) for at in rows))
        if not opens and not self._closed(above):
            return False
        if name in self.listed or NOTICE.search("".join(self._text(at) for at in rows)):
            return True
        return opens or self._closes_article(above) or self._is_signed(number, found)

    def _closed(self, at: int) -> bool:
        """True if nothing is left open in the line above."""
        return self._ends(at) or self._is_signature(at) or is_date_line(self._text(at))

    def _closes_article(self, at: int) -> bool:
        text = self._text(at)
        return bool(CLOSING.search(text) or SIGNED.match(text) or jump(text)) or self._is_signature(
            at
        )

    def _is_signature(self, at: int) -> bool:
        """True for an indented line of a place and a name, or of a name."""
        text = self._text(at)
        words = text.split()
        if not is_indented(self.lines[at]) or width(text) > 24 or ends_sentence(text):
            return False
        return len(words) == 2 or is_name(squeeze(text)) or is_date_line(text)

    def _is_signed(self, number: int, found: Sequence[Headline]) -> bool:
        """True if the text below a block ends with who signs it."""
        begins = {one.lines[0] for one in found}
        last = self.chunks[number].end - 1
        for chunk in self.chunks[number + 1 : number + 6]:
            if self.lines[chunk.begin].number in begins or self._new_page(last, chunk.begin):
                break
            last = chunk.end - 1
            if self._is_signature(last):
                return True
        return False
