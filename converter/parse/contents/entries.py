"""Rows of the contents to entries: page and leaders off, certain authors apart."""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.hanzi import HAN, key, width
from converter.names import is_body, is_name, is_office, split_names
from converter.parse.contents.marks import (
    BYLINE_PREFIX,
    LEADER,
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    WORKED_BY,
    after_dots,
    after_long_leader,
    page_number,
    split_leader,
    without_stroke,
)
from converter.parse.contents.people import is_authors, is_pen_name, is_staff
from converter.parse.contents.raw import RawEntry
from converter.parse.contents.rows import Row
from converter.parse.credits import Credit, read_credits

_AUTHOR_SEPARATOR = re.compile(
    r"\s*(?:\s[/／|｜]\s*|[／｜]|(?<=\S)/(?=\s*\S)|[□■◎○●◇◆△▲☆★※]\s*|\s(?:文|作者|撰文)\s*[/：:｜]\s*|\s(?:BY|By|by)\s+(?=[\u4e00-\u9fff]))\s*"
)


_IN_BRACKETS = re.compile(rf"^[（(][{HAN}·]{{2,4}}(?:[\s、，,]+[{HAN}·]{{2,4}})*[）)]$")
"""（沐青禾） behind a leader: nobody else stands there, whatever the surname."""


_NAMED = re.compile(
    r"^(?P<title>\S.*?)\s*[（(]\s*(?:作者|撰文)\s*[：:]\s*(?P<who>[^（）()：:]{2,24}?)\s*[）)]$"
)
"""标题（作者：某某）."""


def _are_in_brackets(text: str) -> bool:
    """True for （某某等） on a line of its own, below the title."""
    return _IN_BRACKETS.match(text) is not None and split_names(text.strip("（()）")) is not None


_TRAILING = re.compile(r"(?<=[^\s.．·•…⋯])\s*(?:…{2,}|[.．·•⋯…]{3,})$")
"""The dots that lead from the author to the page: 标题……作者……4."""
_LEADS_ON = re.compile(r"(?<=[^\s.．·•…⋯])\s*(?:…{3,}|[.．·•⋯]{6,})[.．·•⋯…\s]*$")
"""The same at the end of a line that the page does not end: no ellipsis is so long."""
_BOX_DASH = re.compile(r"\s*──+\s*")
"""The dash as it is drawn in Taiwan, before the second half of a title."""


def complete(entry: RawEntry) -> bool:
    """True if an entry already has its authors, so that the next line begins something new."""
    if entry.authors_text:
        return True
    return (
        any(split_names(token) for token in entry.texts[-1].split()[1:]) if entry.texts else False
    )


def plain_entry(text: str, lines: list[int], section: int) -> RawEntry:
    """The entry that a line begins."""
    entry = RawEntry(texts=[], lines=[], section=section)
    extend(entry, text, lines)
    return entry


def extend(entry: RawEntry, text: str, lines: list[int]) -> None:
    """Add a line to an entry: take off page and leader, keep certain authors apart."""
    entry.lines += lines
    rest, opens = _without_page(entry, _BOX_DASH.sub("——", text))
    leads = LEADER.match(rest) is not None
    before, after = split_leader(rest)
    if leads and after:
        entry.add_authors(after)
        return
    signed = is_authors(after) or _IN_BRACKETS.match(after) is not None
    signed = signed or (opens and after_dots(rest, after))
    if after and not signed and not after_long_leader(rest, after):
        before, after = rest, ""
    if after:
        entry.add_authors(after)
    if not before or (entry.authors_text and WORKED_BY.match(before)):
        return  # 宣传科整理: who has written down what the author told
    if entry.texts and (
        BYLINE_PREFIX.match(before) or read_credits(before) or _are_in_brackets(before)
    ):
        entry.add_authors(before)
        return
    if (named := _NAMED.match(before)) is not None:
        entry.add_authors(named["who"])
        before = named["title"]
    title = _without_bracket(entry, _without_stroke(entry, before))
    if title:
        entry.texts.append(title)


def _without_page(entry: RawEntry, text: str) -> tuple[str, bool]:
    """A line without the page of the entry, and whether it begins with that."""
    opens = PAGE_FIRST.match(text) if not entry.page else None
    if not entry.page and (hit := opens or PAGE_ONLY.match(text) or PAGE_LAST.match(text)):
        entry.printed_page, entry.page = hit["page"], page_number(hit["page"])
        text = hit.groupdict().get("rest") or ""
    rest = without_stroke(text.strip())
    return (_TRAILING.sub("", rest) if entry.page and opens is None else rest), opens is not None


def _without_stroke(entry: RawEntry, text: str) -> str:
    """A title without the authors behind a stroke, or with works: 标题/某某, 标题 文/某某."""
    title, mark, who = text.partition("◎")
    if mark and title.strip() and _TRANSLATED.match(who.strip()):
        entry.add_authors(who.strip())
        return title.strip()
    credited = _credits_apart(text)
    if credited is not None:
        text, named = credited
        entry.add_authors(named)
    if (far := _FAR_BEHIND.match(text)) is not None:
        entry.add_authors(far["who"])
        return far["title"]
    parts = _AUTHOR_SEPARATOR.split(text, maxsplit=1)
    if len(parts) == 1 or _is_of_column(parts):
        return (
            text  # 灯下老秤｜一张白条的三种命运 秦不语: the bar stands behind the name of a column
        )
    title, who = parts
    loose = re.search(r"\s[/／]\s|\s(?:BY|By|by)\s", text) is not None
    if title and (is_authors(who) or (loose and is_pen_name(who))):
        entry.add_authors(who)
        entry.stroke = "／" in text or "/" in text
        return title
    if not title and entry.texts and is_authors(who):
        entry.add_authors(who)
        return ""
    return text


_TRANSLATED = re.compile(
    rf"^[{HAN}·・•\s]{{2,24}}[ \u3000](?:作|著)\s*[/／、\s]\s*[{HAN}](?:\s?[{HAN}]){{1,3}}\s*[译譯]$"
)
"""某某・某某 作／某某 譯: a foreigner, and who has translated the words."""
_FAR_BEHIND = re.compile(
    rf"^(?P<title>\S.*?\S)(?: {{8,}}|\u3000{{4,}}|\t+)(?P<who>[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]){{1,2}}|[{HAN}]{{2,4}})$"
)
"""标题　　　　　　某　某: so wide a blank parts nothing but the author, be the name a word."""


_BRACKET = re.compile(r"^(?P<title>.*\S)\s*[（(](?P<who>[^（()）]{2,20})[）)]$")


def _without_bracket(entry: RawEntry, title: str) -> str:
    """A title without the authors in brackets behind it."""
    hit = _BRACKET.match(title)
    if hit is None or not (split_names(who := hit["who"]) or is_body(who) or is_staff(who)):
        return title
    entry.add_authors(who)
    entry.bracketed = True
    return hit["title"]


_SIGNED = re.compile(rf"^(?P<title>\S.*?)\s+(?P<who>[{HAN}](?:\s+[{HAN}]){{1,2}}|\S+)$")
"""标题 秦不语, 标题 秦 语: a title with its author, whose name may be letter-spaced."""
_COLUMN, _TITLE = 6, 6
"""The most em of the name of a column, and the fewest of a title behind it."""


def _is_of_column(parts: list[str]) -> bool:
    """True if what stands behind a bar is a title with its author, and a short name before it."""
    if len(parts) != 2 or not 2 <= width(parts[0]) <= _COLUMN or split_names(parts[1]):
        return False
    hit = _SIGNED.match(parts[1])
    title, who = (hit["title"], hit["who"]) if hit is not None else ("", "")
    return (
        width(title) >= _TITLE
        and bool(split_names(who))
        and not (is_body(title) or is_office(title) or is_authors(title) or read_credits(parts[1]))
    )


def _credits_apart(text: str) -> tuple[str, str] | None:
    """The title and its credits: 标题　文/某某 图/某某; ``None`` if there are none."""
    tokens = text.split()
    if not re.search(r"[/／：:｜|]", text):
        return _works_apart(tokens)
    for cut in range(1, len(tokens)):
        tail = " ".join(tokens[cut:])
        if re.search(r"[/／：:｜|]", tail) and read_credits(tail):
            return " ".join(tokens[:cut]).rstrip(" /／|｜"), tail
    return None


def _works_apart(tokens: list[str]) -> tuple[str, str] | None:
    """标题　某某口述　某某整理, 标题　（日）某某　著　某某　译: at least two, each a name and a work."""
    if len(tokens) <= 2 or tokens[-1][-1] not in _LAST_OF_WORKS:
        return None
    if _TOLD.match(tokens[-2]) and _WRITTEN_DOWN.match(tokens[-1]):
        return " ".join(tokens[:-2]), " ".join(tokens[-2:])
    for cut in range(1, len(tokens) - 1):
        tail = " ".join(tokens[cut:])
        found = read_credits(tail) or ()
        abroad = tail[0] in "（([［〔【"
        if len(found) > 1 and all(_is_somebody(credit, abroad=abroad) for credit in found):
            return " ".join(tokens[:cut]), tail
    return None


_TOLD = re.compile(rf"^[{HAN}]{{2,4}}(?:口述|自述|讲述|講述)$")
_WRITTEN_DOWN = re.compile(rf"^[{HAN}]{{2,4}}(?:整理|记录|記錄)$")
"""某老汉口述　某某整理: who tells and who has written it down, be their names words."""
_LAST_OF_WORKS = frozenset("译譯理录錄影图圖")
"""The last characters of what the second one did: 译, 整理, 记录, 摄影, 供图."""


def _is_somebody(credit: Credit, *, abroad: bool) -> bool:
    """True for names with a work, or for a foreigner's, whose country stands before it."""
    if not credit.work:
        return abroad
    return bool(credit.names) and (abroad or all(map(is_name, credit.names)))


def merge(rows: list[Row], section: int) -> RawEntry:
    """The entry of several rows, of which the last has the page."""
    entry = RawEntry(texts=[], lines=[], section=section)
    for row in rows:
        text = row.cells[0]
        if row is not rows[-1] and not entry.page and not PAGE_LAST.match(text):
            entry.lines += row.lines
            before, after = split_leader(text)
            if after and is_authors(after):
                entry.texts.append(before)
                entry.add_authors(after)
            else:
                entry.texts.append(_LEADS_ON.sub("", text))
        else:
            extend(entry, text, row.lines)
    return entry


def authors_behind(rows: Iterable[Row]) -> bool | None:
    """True if tables name the authors behind the titles, ``None`` if no row tells.

    A row tells in which one cell is certain to hold names, and another is not.
    """
    order = 0
    for row in rows:
        cells = [cell.replace("\n", " ") for cell in row.cells if not PAGE_ONLY.match(cell)]
        if row.table and len(cells) == _TITLE_AND_AUTHORS:
            first, last = map(is_authors, cells)
            order += last - first
    return order > 0 if order else None


_TITLE_AND_AUTHORS = 2


def table_entry(row: Row, section: int, *, behind: bool | None = None) -> RawEntry | None:
    """The entry of a table's row; ``None`` if it holds but a page.

    ``behind`` is what :func:`authors_behind` says of all rows.
    """
    cells = list(row.cells)
    paged = next(((cell, hit) for cell in cells if (hit := PAGE_ONLY.match(cell))), None)
    rest = [cell for cell in cells if paged is None or cell is not paged[0]]
    if not rest:
        return None
    if paged is None:
        return (
            plain_entry("\n".join(rest), row.lines, section)
            if len(rest) == 1
            else _cells_entry(rest, row, section, "", behind=behind)
        )
    return _cells_entry(rest, row, section, paged[1]["page"], behind=behind)


def _cells_entry(
    cells: list[str], row: Row, section: int, page: str, *, behind: bool | None
) -> RawEntry:
    names = [is_authors(cell.replace("\n", " ")) for cell in cells]
    plain = [i for i, named in enumerate(names) if not named]
    # ……服务发展大局 ends like a house, but is no name.
    plain = plain or [i for i, cell in enumerate(cells) if split_names(cell) is None] or [0]
    title_at = max(plain, key=lambda i: (len(key(cells[i])), -i))
    if len(plain) == len(cells) == _TITLE_AND_AUTHORS and behind is not None:
        title_at = 0 if behind else 1
    entry = RawEntry(texts=[], lines=list(row.lines), section=section)
    entry.printed_page, entry.page = page, page_number(page)
    for text in cells[title_at].split("\n"):
        before, after = split_leader(text)
        named = bool(after) and is_authors(after)
        if named:
            entry.add_authors(after)
        title = before.rstrip(" /／|｜") if named or not after else text.strip()
        if not title:
            continue
        if page and len(cells) == 1 and not named:
            extend(entry, title, [])  # 标题/作者
        else:
            entry.texts.append(title)
    others = [cell.replace("\n", " ") for i, cell in enumerate(cells) if i != title_at]
    for other in others:
        if not entry.page and (hit := PAGE_ONLY.match(other)):
            entry.printed_page, entry.page = hit["page"], page_number(hit["page"])
        else:
            entry.add_authors(other.strip(".…· "))
    return entry
