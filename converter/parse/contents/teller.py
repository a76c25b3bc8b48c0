"""Tells the names of sections from entries, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, key, squeeze, width
from converter.names import is_body, split_names
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.entries import complete, plain_entry
from converter.parse.contents.marks import (
    LEADER,
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    SUBTITLE,
    at_last_stroke,
    continues,
    goes_on_below,
    split_leader,
)
from converter.parse.contents.people import are_pen_names, is_author_row, is_pen_name, is_staff
from converter.parse.contents.raw import RawEntry
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import (
    holds_page,
    is_marked,
    section_name,
    section_style,
    titles_of,
)
from converter.parse.credits import read_credits
from converter.parse.section_names import is_common_section, is_counted_section

_SHORT_NAME = 6
_LONGEST = 10
"""The most em of a section's name where nothing but the body tells that it is one."""


def _begins_with_names(text: str) -> bool:
    """True for 作者 标题 …… 4: the authors stand before the title."""
    return next(iter(plain_entry(text, [], -1).leading_names()), None) is not None


def _are_signed_beside(paged: Sequence[str]) -> bool:
    """True for contents of 标题 某某 4, entry for entry but a few without an author."""
    rests = [hit["rest"].strip() for text in paged if (hit := PAGE_LAST.match(text))]
    signed = sum(_ends_in_names(rest) for rest in rests)
    return signed >= _FEWEST_SIGNED and signed * 3 >= len(paged) * 2


_FEWEST_SIGNED = 3
"""So many entries with who signs them beside their titles tell that all have them there."""


def signed_below(entry: RawEntry | None) -> bool:
    """True for an entry whose last line, which has the page, is nothing but names."""
    return entry is not None and len(entry.texts) > 1 and split_names(entry.texts[-1]) is not None


def _is_signed(entry: RawEntry | None) -> bool:
    """True for an entry with a line whose last words are names, be they letter-spaced, or a house."""
    for text in entry.texts if entry is not None else ():
        tokens = text.split()
        if any(split_names(" ".join(tokens[cut:])) for cut in range(1, len(tokens))):
            return True
        if len(tokens) > 1 and (is_body(tokens[-1]) or is_staff(tokens[-1])):
            return True
    return False


def signs_summary(entry: RawEntry | None, text: str, body: BodyIndex) -> bool:
    """True for names below the sentences that tell what an entry is about, where nobody signs it yet.

    The body has each of them in a short line, too; and in a byline where the clause ends without a
    mark and the body, which has the title, knows nothing of it.
    """
    if entry is None or not entry.page or entry.authors_text or len(entry.texts) < 2:
        return False
    title, about = entry.texts[-2:]
    names = split_names(text)
    if names is None or split_names(title.split()[-1]):
        return False
    if ends_sentence(about):
        return all(body.names(key(name)) for name in names)
    told = len(entry.texts) == 2 and body.is_title(key(title)) and not body.is_title(key(about))
    return told and all(body.signs(key(name)) for name in names)


_FEATURE = re.compile(r"^(?P<section>[^|｜丨\d\s]{2,8})\s*[|｜丨]\s*[^|｜丨]{4,24}$")
_NAMED = re.compile(
    r"^(?P<section>[^|｜丨·・：:\d\s]{2,8})(?:\s*[|｜丨·・：:]\s*|\s+)[^|｜丨·・：:\s]{2,16}$"
)


def is_feature(text: str, body: BodyIndex) -> bool:
    """专题｜石桥三百年, without a page: the name of a section, and what it is about this time.

    A name of many magazines may stand in one line with that in the body, too: 特别策划·老街; and it
    may be counted where an issue has several themes: 专题一 石桥三百年.
    """
    if re.search(r"\d$|[.．…·]{3,}", text):
        return False
    if is_counted_section(text):
        return True
    if (hit := _FEATURE.match(text)) is not None and body.exact[key(hit["section"])]:
        return True
    hit = _NAMED.match(text)
    return hit is not None and bool(body.exact[key(text)]) and is_common_section(hit["section"])


_PARTED = re.compile(rf"^[{HAN}]{{2,8}}[·・][{HAN}]{{2,8}}$")
_COMMON = re.compile(rf"^(?P<name>[{HAN}]{{2,8}})[：:][{HAN}“”《》]{{2,12}}$")
_IN_TABLE, _SHORT_LINE = 16, 8
"""The most em of a section's name over the rows of a table, or where its theme stands with it;
and otherwise, where its entries begin with their pages."""


def _is_parted(text: str, before: RawEntry | None) -> bool:
    """特别策划·新就业形态: a name and its theme, where the entry above has its author.

    A colon may part a title as well; before it stands a name that many magazines have (专题：一碗米粉).
    """
    own = _PARTED.match(text) is not None
    if not own and (hit := _COMMON.match(text)) is not None:
        own = is_common_section(hit["name"])
    return own and (before is None or _is_signed(before))


def _chinese(text: str) -> str:
    """封面故事 COVER STORY without its English and its blanks."""
    bare = squeeze(re.sub(r"[A-Za-z&’' ]+", "", text))
    return bare or squeeze(text)


def _ends_in_names(text: str) -> bool:
    """True if all words but the first are names of people, or the last is a house; Cover Story is none.

    POLITICS 时政 says the same in two languages.
    """
    tokens = text.split()
    if len(tokens) < 2 or all(len(token) == 1 for token in tokens):
        return False
    if tokens[0].isascii() and tokens[0].isupper():
        return False
    rest = " ".join(tokens[1:])
    return (bool(split_names(rest)) and has_han(rest)) or is_body(tokens[-1])


_FEWEST_HEADED, _BLOCK = 2, 20
"""So many blocks that short lines open are no chance, if they have no more rows than so many: longer
ones are the columns of a page, each of several sections."""


def _have_heads(rows: Sequence[Row]) -> bool:
    """True if blank lines part the rows, and each block but one perhaps has a name above it."""
    plain = [row for row in rows if not (row.table or row.section or row.alone)]
    blocks = [row for row in plain if row.gap]
    headed = sum(
        width(squeeze(row.cells[0])) <= _LONGEST
        and not holds_page(row.cells[0])
        and split_names(row.cells[0]) is None
        for row in blocks
    )
    some = len(blocks) * 2 <= len(plain) <= len(blocks) * _BLOCK
    return some and headed >= max(_FEWEST_HEADED, len(blocks) - 1)


def _is_other(text: str) -> bool:
    """True for what is plainly no name of a section: a byline, a page, a sentence."""
    return (
        continues(text)
        or names_subject(text)
        or ends_sentence(text)
        or width(text) > _LONGEST_ROW
        or LEADER.search(text) is not None
        or PAGE_ONLY.match(text) is not None
        or read_credits(text) is not None
        or goes_on_below(text)
    )


_LONGEST_ROW = 20
"""The most em of a row that is the name of a section."""


def _partings(text: str) -> list[tuple[str, str]]:
    """The words of a line before each of its blanks, and those behind it."""
    words = text.split()
    return [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]


class SectionTeller:
    """Tells the names of sections from entries, in the way that these contents print them.

    ``side`` is where the pages stand (:func:`~converter.parse.contents.rows.page_side`),
    ``style`` how sections are told ("": as it seems, see :func:`section_style`). ``printed``:
    what the body prints right above a title is the name of a section, and no line of the title.
    """

    def __init__(
        self, rows: list[Row], side: str, body: BodyIndex, style: str = "", *, printed: bool = False
    ) -> None:
        self.side = side
        self.body = body
        seems, self.sure = section_style(rows)
        self.style = style or seems
        self.printed = printed
        paged = [row.cells[0] for row in rows if not row.table and holds_page(row.cells[0])]
        self.author_first = sum(map(_begins_with_names, paged)) * 3 >= 2 * max(3, len(paged))
        alone = sum(not row.table and bool(PAGE_ONLY.match(row.cells[0])) for row in rows)
        self.pages_below = side == "last" and alone > len(paged)
        """Nearly all entries have their pages on lines of their own."""
        self.told = any(row.section and row.page and not row.one for row in rows)
        """Every section has its page beside it, so that no other row is one."""
        self.headed = side == "last" and _have_heads(rows)
        """Blank lines part the sections, with the name of each right below one."""
        self.beside = side == "last" and _are_signed_beside(paged)
        """The authors stand between titles and pages, so that no other line names any."""
        self.last = ""
        """The name of the section above which no entry stands yet; "" once one does."""

    def is_section(
        self, row: Row, following: Row | None, current: RawEntry | None, *, pending: bool
    ) -> bool:
        """True if a row is the name of a section.

        ``current`` is the entry before it; ``pending`` tells that lines wait for the page
        that ends their entry.
        """
        text = row.cells[0]
        if following is None or SUBTITLE.match(following.cells[0]):
            return False
        if row.section or self.told:
            return row.section
        if is_feature(text, self.body):
            return True
        if _is_other(text):
            return False
        if self._names_column(text, following):
            return True
        if self._is_within(row, following, current, pending=pending):
            return False
        if self.printed and self._stands_over(row, following, current):
            return True
        if self._is_signed_below(row, following, current):
            return False
        if self._signs(row, following, current) or self._ends_entry(row, following, current):
            return False
        if signs_summary(current, text, self.body):
            return False
        waits = self.side == "last" and current is not None and not current.authors_text
        waits = waits and not (self.author_first or signed_below(current))
        # 特别策划·小院大治 is made like a name from abroad, but nobody in the body is called so.
        waits = waits and not (_is_parted(text, current) and not self.body.names(key(text)))
        if waits and split_names(text) and not self._is_apart(row):
            signed = self.beside or _is_signed(current)
            signed = signed and self._prints_over(text, following)
            nobody = self.beside and holds_page(following.cells[0]) and not self._is_named(text)
            return signed or nobody or self._is_nobody(text, following, current)
        if self.style == "marked":
            across = row.alone and bool(row.columns)  # in a row of a table that holds nothing else
            return (across or is_marked(text)) and not re.search(r"\d$", text)
        if self.body.is_part(text):
            return False
        if not pending and (
            self._is_printed_apart(text, following) or self._is_theme(row, following)
        ):
            return True
        if holds_page(text) or pending or _ends_in_names(text):
            return False
        return self._by_place(row, following, current)

    @staticmethod
    def _names_column(text: str, following: Row) -> bool:
        """True for 读者来信 over 22 读者来信: the name of a column, which is its title as well."""
        below = following.cells[0]
        hit = PAGE_FIRST.match(below) or PAGE_LAST.match(below)
        return hit is not None and key(split_leader(hit["rest"])[0]) == key(text) != ""

    def _is_within(
        self, row: Row, following: Row, before: RawEntry | None, *, pending: bool
    ) -> bool:
        """True for the first line of a title, in contents whose sections stand below blank lines.

        A blank line may be lost: what the body prints again and again is a section's name.
        """
        if not self.headed or row.gap or row.alone or following.gap or is_marked(row.cells[0]):
            return False
        if before is None and not pending and self.last and has_han(self.last):
            return has_han(row.cells[0])  # right below the name of its section
        return not self.body.heads(row.cells[0])

    def _stands_over(self, row: Row, following: Row, before: RawEntry | None) -> bool:
        """True if the body shows that a row is no line of the title in the next row.

        It prints the row by itself, and the title right under it; or it has the title
        whole, and the row nowhere.
        """
        text, below = row.cells[0], following.cells[0]
        if width(squeeze(text)) > _LONGEST or holds_page(text):
            return False
        if following.table:
            return any(
                self.body.stands_above(text, cell) or self.body.stands_over(text, cell)
                for cell in following.cells
                if has_han(cell)
            )
        if continues(below):
            return False
        above = before.texts[-1] if before is not None and before.texts else self.last
        if above and self.body.stands_above(above, text):
            return False  # the second line of a title, or a title under its section's name
        name = section_name(text)
        if not self.body.exact[key(name)] and self.body.exact[key(text)]:
            name = text  # the body has its English beside it
        paged = holds_page(below) or PAGE_LAST.match(below) is not None
        if not self.body.is_title(key(name)):
            own = self._is_whole(text) or _ends_in_names(text) or self._names_people(text)
            return paged and not own and self._is_whole(below)
        titles = titles_of(below)
        if any(self.body.stands_above(name, title) for title in titles):
            return True
        return paged and any(self.body.stands_over(name, title) for title in titles)

    def _prints_over(self, text: str, following: Row) -> bool:
        """家常 begins like a surname, but the body prints it over the title in the next row."""
        titles = titles_of(following.cells[0])
        return width(squeeze(text)) <= _LONGEST and any(
            self.body.stands_above(text, title) for title in titles
        )

    def _is_named(self, text: str) -> bool:
        """True if the body has a name anywhere, or all of several."""
        return self.body.names(key(text)) or all(
            self.body.names(key(name)) for name in split_names(text) or (text,)
        )

    def _is_nobody(self, text: str, following: Row, current: RawEntry | None) -> bool:
        """古建 below 标题 石工 4: who signs the entry stands beside its title, as under it in the body.

        So he does behind a stroke, and on a line below the title. A second author would stand
        under it, too.
        """
        if current is None or not current.texts or not current.page:
            return False
        parts = _partings(current.texts[-1])
        title, stroke, who = at_last_stroke(current.texts[-1])
        parts += [(title, who)] if stroke else []
        if len(current.texts) > 1 and is_pen_name(current.texts[-1]):
            parts.append((current.texts[-2], current.texts[-1]))
        if any(self.body.is_signed(line, text) for line in current.texts):
            return False
        return any(
            self.body.is_signed(title, who) and not self.body.is_signed(title, text)
            for title, who in parts
        ) and self._is_whole(following.cells[0])

    def _is_apart(self, row: Row) -> bool:
        """史 話, between blank lines as other sections are: no author, whom the body would name."""
        return self.style == "alone" and row.alone and not self.body.names(key(row.cells[0]))

    def _is_signed_below(self, row: Row, following: Row, before: RawEntry | None) -> bool:
        """True for a title over its author and page, 某某 5, and under its section's name."""
        if self.side != "last" or row.gap or before is not None or not self.last:
            return False
        text, below = row.cells[0], following.cells[0]
        hit = PAGE_LAST.match(below)
        rest = split_leader(hit["rest"])[0] if hit is not None else ""
        if self.pages_below and hit is None:
            rest = below  # its page has a line of its own
        if self.body.stands_above(self.last, rest):
            return False
        if split_names(rest) is not None:
            return True
        # 阿城 is in no list of names; the body has all three under one another.
        under = self.body.below(key(text))
        signs = is_pen_name(rest) or is_staff(squeeze(rest)) or is_body(rest)
        return signs and key(rest) in under and self.body.stands_above(self.last, text)

    def _signs(self, row: Row, following: Row, before: RawEntry | None) -> bool:
        """True for an author: the body has the name in the line under the title beside it.

        The title stands below where the pages end the entries, and above where they begin them.
        """
        name = row.cells[0]
        first = self.side == "first" and (are_pen_names(name) or is_body(name))
        if split_names(name) is None and not first:
            return False
        above = before.texts if before is not None else []
        titles = titles_of(following.cells[0]) if self.side == "last" else above
        lines = [line for title in titles for line in (title, *title.split()[-1:])]
        if titles is above and len(above) > 1:
            lines.append("".join(above))  # the body has on one line what stands here on two
        return any(self.body.is_signed(line, name) for line in dict.fromkeys(lines))

    def _ends_entry(self, row: Row, following: Row, before: RawEntry | None) -> bool:
        """True for the author of the entry right above, with a blank line or another below."""
        if row.gap or not following.gap or before is None or not before.page:
            return False
        text = row.cells[0]
        if before.authors_text or (self.side == "last" and (complete(before) or split_names(text))):
            return False  # what else tells of names where the pages stand last
        if self.side == "none":
            return False
        pen_name = self.side == "first" and is_pen_name(text) and self.body.names(key(text))
        return is_author_row(text) or pen_name

    def _is_whole(self, text: str) -> bool:
        """True if the title in a row is one of the body, from its first word to its last."""
        return any(
            len(key(title)) >= 4 and self.body.begins(key(title)) for title in titles_of(text)
        )

    @staticmethod
    def _names_people(text: str) -> bool:
        return split_names(text) is not None or is_author_row(text)

    def _is_printed_apart(self, text: str, following: Row) -> bool:
        """专题　石桥三百年: the body prints the first word alone above the article.

        What the body goes on with in the next row is the first line of a title.
        """
        words = text.split()
        return (
            len(words) == 2
            and 2 <= len(words[0]) <= 4
            and has_han(words[0])
            and bool(self.body.exact[key(words[0])])
            and not PAGE_LAST.match(text)
            and not split_names(words[1])
            and not any(self.body.goes_on(words[1], one) for one in titles_of(following.cells[0]))
        )

    def _is_theme(self, row: Row, following: Row) -> bool:
        """专题　让机器下井 without a page, over entries that begin with theirs: the body has it so.

        A blank line stands above it here, or the body has it over more than one article.
        """
        words = row.cells[0].split()
        return (
            self.side == "first"
            and (row.gap or self.body.exact[key(row.cells[0])] > 1)
            and not following.table
            and PAGE_FIRST.match(following.cells[0]) is not None
            and len(words) >= 2
            and 2 <= len(words[0]) <= 4
            and bool(self.body.exact[key(row.cells[0])])
        )

    def _parts_signed(self, row: Row, following: Row, current: RawEntry | None) -> bool:
        """党务问答 between 30 标题 某某 and 标题 某某, whose page is lost: the body has both signed so.

        No other line of an entry stands behind its author, and before the title of the next.
        """
        text = row.cells[0]
        if following.table or current is None or not current.texts:
            return False
        if width(squeeze(text)) > _SHORT_NAME or self.body.begins(key(text)):
            return False
        return all(map(self._has_signer, (current.texts[-1], following.cells[0])))

    def _has_signer(self, text: str) -> bool:
        """True for 标题 某某 where the body has the name under the title."""
        return any(self.body.is_signed(title, who) for title, who in _partings(text))

    def _by_place(self, row: Row, following: Row, current: RawEntry | None) -> bool:
        """What the blank lines about a row and the page in the next one say."""
        text, below = row.cells[0], following.cells[0]
        size = width(squeeze(text))
        if self.author_first and _begins_with_names(below) and not _begins_with_names(text):
            return True  # the authors open an entry
        if row.alone:
            return width(text) <= 16
        if self.style == "alone" and below and not following.gap:
            # The body has the title below it, and no line that begins so.
            own = row.gap and size <= _SHORT_NAME and split_names(text) is None
            page = PAGE_ONLY if following.table else PAGE_FIRST
            if own and self.side == "first" and page.match(below):
                return True  # the page opens the entry, so that no line above is of its title
            cells = [cell.split("\n")[0] for cell in following.cells]
            whole = any(map(self._is_whole, cells))
            return own and whole and not self.body.begins(key(text))
        if self.side == "first":
            # Not after an unfinished entry of the same block: that is a title's second line.
            paged = following.table or PAGE_FIRST.match(below) is not None
            paged = paged or (row.gap and holds_page(below))
            if not paged and self._parts_signed(row, following, current):
                return True
            most = _IN_TABLE if following.table or _is_parted(text, current) else _SHORT_LINE
            if not paged or width(_chinese(text)) > most:
                return False
            if not following.table and key(text) in map(key, titles_of(below)):
                return True  # 数字 over 6 数字: a section, and its only article
            apart = row.gap or current is None or complete(current)
            return (
                apart
                or not self.body.exact[key(text)]
                or self.body.says_in_english(text)  # 信箱 LETTERS, be it over another page
                or self._stands_over(row, following, current)
            )
        if self.side == "last":
            if self.pages_below and PAGE_ONLY.match(below):
                return False  # its own page
            if size <= 5 and not SUBTITLE.match(below):
                return True
            paged = following.table or PAGE_LAST.match(below) is not None
            if paged and _is_parted(text, current) and not self.body.begins(key(text)):
                return size <= _IN_TABLE
            return (row.gap or size <= 6) and size <= 10 and paged
        return row.gap and size <= 8 and not following.gap
