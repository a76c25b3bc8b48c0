"""Where the contents are, and where they end."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, dice, ends_sentence, has_han, key, similarity, width
from converter.names import is_office, split_names
from converter.segment.journals import is_volume_head
from converter.segment.pagehead import opens_first_page
from converter.segment.regions.entries import (
    LEADER,
    LISTED,
    PAGED_WITHIN,
    ROW_OF_CONTENTS,
    entry_like,
    is_own_heading,
    is_prose,
    is_wrapped_prose,
)
from converter.segment.regions.going_on import closing_end, titles_within, with_entries_below
from converter.segment.regions.tail import (
    close_chunk,
    with_english,
    with_inner_pages,
    with_tail,
    without_kicker,
)
from converter.source import Line


def headless_contents(
    lines: Sequence[Line], masthead: tuple[int, int] | None
) -> tuple[int, int] | None:
    """A contents list that has lost its heading: at least three entries in a row."""
    limit = min(len(lines), 400)
    run: list[int] = []
    for i in range(limit):
        if masthead and masthead[0] <= i < masthead[1]:
            continue
        text = lines[i].text
        if not text.strip():
            continue
        if entry_like(text):
            run.append(i)
        elif width(text) > 60 or ends_sentence(text):
            if len(run) >= 3:
                break
            run = []
    if len(run) < 3 or (_below_text(lines, run[0], masthead) and not _named_below(lines, run)):
        return None
    start = run[0] - _has_title_above(lines, run[0], masthead)
    if (name := _filled_above(lines, start, masthead)) is not None:
        start = name
        head = _filled_above(lines, start, masthead)
        if head is not None and is_own_heading(lines[head].text):
            start = head
    return (start, contents_end(lines, start, masthead))


def retold_contents(
    lines: Sequence[Line], masthead: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Contents under a heading of no list, whose titles stand in their order on lines further down.

    停靠站 / 04站　慢下来的理由　某某: whatever is printed around the titles.
    """
    limit = min(len(lines), _TOP)
    places = {
        name: at
        for at, line in enumerate(lines)
        if 0 < len(line.text) <= _ENTRY and len(name := key(line.text)) >= _RETOLD_TITLE
        if not is_wrapped_prose(lines, at)
    }
    hits: list[tuple[int, int]] = []
    for at in range(limit):
        text = lines[at].text
        again = places.get(key(text), at) > at + _RETOLD_FAR  # a title may be a question
        if not again and (
            (width(text) > _SENTENCE and ends_sentence(text)) or is_wrapped_prose(lines, at)
        ):
            break
        short = width(text) <= _ENTRY and _OF_AN_IMPRINT.search(text) is None
        names = titles_within(text) if short else ()
        below = [places[name] for name in names if places.get(name, at) > at + _RETOLD_FAR]
        if below:
            hits.append((at, max(below)))
    first_told = min((place for _, place in hits), default=0)
    hits = [hit for hit in hits if hit[0] < first_told]
    paged = sum(any(map(str.isdecimal, lines[at].text)) for at, _ in hits)
    ordered = sum(one[1] < two[1] for one, two in itertools.pairwise(hits))
    if len(hits) < _RETOLD or ordered * 4 < (len(hits) - 1) * 3:
        return None
    if paged * 2 < len(hits) and not _is_bare_list(lines, [at for at, _ in hits], ordered):
        return None
    start, end = hits[0][0], hits[-1][0] + 1
    for _ in range(2):  # the name of the first section, and the heading
        above = _filled_above(lines, start, masthead)
        start = start if above is None else above
    while end < first_told and not lines[end].blank:
        end += 1
    return (start, end)


def _is_bare_list(lines: Sequence[Line], hits: Sequence[int], ordered: int) -> bool:
    """True if lines that stand again are a list without pages: many, in order, with little between."""
    filled = sum(not line.blank for line in lines[hits[0] : hits[-1] + 1])
    return len(hits) >= _BARE and ordered >= len(hits) - 2 and len(hits) * 2 >= filled


_BARE = 6
"""So many lines that stand again in their order are contents, though no page is printed."""


_OF_AN_IMPRINT = re.compile(r"[：:]|\d{4}\s*年|[总總]第")
"""主编：某某, 2023年第4期: what a masthead says, on every page perhaps."""
_SENTENCE = 20
"""Em of a sentence of a text, which is none of the contents."""
_TOP, _RETOLD, _RETOLD_FAR, _RETOLD_TITLE = 200, 4, 6, 4
"""Lines of the front matter, the fewest titles that stand again, how far below, and their characters."""


def _filled_above(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> int | None:
    """The line of a few words above one, outside the masthead; ``None`` if none stands there."""
    index = at - 1
    while index >= 0 and not lines[index].text.strip("- |"):
        index -= 1
    short = index >= 0 and width(lines[index].text) <= _HEADING
    return index if short and not _inside(index, masthead) else None


_HEADING = 10
"""The most em of the name of a section, or of what stands over the contents."""


def _has_title_above(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> bool:
    """True if the title of an entry stands on the line above its leader: 渡口的船 over …… 某某（1）."""
    above = at - 1
    if above < 0 or lines[above].blank or _inside(above, masthead):
        return False
    return _LEADS.match(lines[at].text) is not None and not ends_sentence(lines[above].text)


_LEADS = re.compile(r"^\s*(?:[.．·…‥]{2,}|——)")
"""With what the second line of an entry begins: a leader, or the dash of a subtitle."""


def _below_text(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> bool:
    """True if running text stands above a line, outside the masthead: an article has begun."""
    texts = [lines[index].text for index in range(at) if not _inside(index, masthead)]
    whole = any(width(text) > _PARAGRAPH and ends_sentence(text) for text in texts)
    return whole or sum("。" in text for text in texts) >= _WRAPPED


_PARAGRAPH, _WRAPPED = 30, 6
"""Em of a paragraph, and lines with a full stop of hard-wrapped ones."""


def _named_below(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """True if titles of half the entries stand on lines of their own below: else it is a table.

    Of a title on two lines the contents have the first, and the body perhaps both on one.
    """
    below = sorted({key(line.text) for line in lines[run[-1] + 1 :] if len(line.text) < _ENTRY})
    listed = [at for at in run if has_han(lines[at].text)]
    named = sum(
        any(len(name) > 1 and _is_begun(name, below) for name in _listed_titles(lines[at].text))
        for at in listed
    )
    return named > 1 and named * 2 >= len(listed)


def _is_begun(name: str, below: Sequence[str]) -> bool:
    """True for one of the keys in order, or for the beginning of one that is long enough to tell."""
    at = bisect_left(below, name)
    if at == len(below):
        return False
    return below[at] == name or (len(name) >= _TELLING and below[at].startswith(name))


_TELLING = 6
"""Characters of the first line of a title that no other line begins with by chance."""
_ENTRY = 60
"""Characters of a line that may be the title of an article."""


def _inside(index: int, region: tuple[int, int] | None) -> bool:
    return region is not None and region[0] <= index < region[1]


def contents_end(lines: Sequence[Line], start: int, masthead: tuple[int, int] | None) -> int:
    """The first line after the contents: prose, the masthead, or a title that comes again."""
    limit = masthead[0] if masthead and masthead[0] > start else len(lines)
    if start > _FAR_DOWN and (closing := closing_end(lines, start, limit)):
        return closing
    listed = _Listed(lines, start, limit)
    index = start + 1
    in_row = False
    while index < limit:
        text = lines[index].text.strip()
        # A row of a table may go on over several lines.
        in_row = bool(text) and (text.startswith("|") or in_row) and not text.endswith("|")
        if text and not in_row and listed.ends_at(index):
            break
        if text:
            listed.add(index)
        index += 1
    index = listed.head_of(index)
    last_entry, described, rows = listed.last_entry, listed.described, listed.rows
    if rows.again:
        # The page that opens the first section, with its name and its titles.
        last_entry, index, described = rows.last, rows.again, 0
    end = close_chunk(lines, last_entry, index, listed.seen)
    end = with_tail(lines, start, max(end, last_entry + 1), index, listed.seen)
    end = with_inner_pages(lines, end, index)
    end = with_english(lines, end, limit)
    end = without_kicker(lines, start, end, index, listed.place_of)
    if described >= 2:
        end = max(end, _last_description(lines, last_entry, min(limit, index + 1)))
    return with_entries_below(lines, start, end, limit)


_SUBTITLED = re.compile(rf"^(?:\d{{1,4}}\s+)?(?P<title>[^—…·]{{4,30}})——[{HAN}《“]")
"""标题——副题 …… 5: the article may have the first half on a line of its own."""
_FAR_DOWN = 40
"""Lines above contents that may close an issue."""


class _Listed:
    """What the contents have said down to a line."""

    def __init__(self, lines: Sequence[Line], start: int, limit: int) -> None:
        self.lines = lines
        self.start = start
        self.limit = limit
        self.seen: dict[str, int] = {}
        """The keys of texts and of their parts, and where each first stands."""
        self.titles: dict[str, int] = {}
        self.said: dict[str, int] = {}
        """What a title on any line may be, with its section and its authors before it."""
        self.whole: dict[str, int] = {}
        """The keys of entries with all but their pages."""
        self.heads: set[str] = set()
        """What may be the names of sections."""
        self.last_entry = start
        self.rows = _Rows(start)
        self.described = 0
        """How many entries have a sentence under them."""

    def add(self, index: int) -> None:
        """Note what stands on a line of the contents."""
        text = self.lines[index].text.strip()
        _remember(self.seen, text, index)
        if (hit := _SUBTITLED.match(text)) is not None:
            self.seen.setdefault(key(hit["title"]), index)
        for name in titles_within(text):
            self.said.setdefault(name, index)
        if entry_like(text):
            self.last_entry = index
            self.rows.add(index, text)
            if len(whole := key(text).strip("0123456789")) >= _WHOLE:
                self.whole.setdefault(whole, index)
            for title in _listed_titles(text):
                self.titles.setdefault(title, index)
        elif width(text) <= _LONGEST_HEAD:
            self.heads.update((key(text), key(re.sub("[A-Za-z]+", "", text))))  # 卷首 PREFACE

    def ends_at(self, index: int) -> bool:
        """True if a line is none of the contents, but of what stands below them."""
        lines, text = self.lines, self.lines[index].text.strip()
        if opens_first_page(text):
            return True
        if (
            self.last_entry > self.start
            and is_volume_head(text)
            and not _entries_follow(lines, index, self.limit)
        ):
            return True
        if is_prose(text) or is_wrapped_prose(lines, index):
            if not _describes(lines, index, self.limit):
                return True
            self.described += 1
        if index - self.start > 2 and (
            _section_again(lines, index, self.seen, self.heads)
            or _opens_section(lines, index, self.titles, self.heads)
            or _named_again(lines, index, self.titles, self.heads)
        ):
            return True
        name = key(text)
        if name in self.titles and index - self.titles[name] > 1:
            entry = lines[self.titles[name]].text
            if _opens_text(lines, index) or _is_signed(lines, index, entry):
                return True
        if self._opens_again(index) or self._is_marked_again(index):
            return True
        if self._signs_again(index):
            return False
        return self._says_again(index, name) and not _entries_follow(lines, index, self.limit)

    def _signs_again(self, index: int) -> bool:
        """True for 本刊记者 某某 right below the lines of another entry, who has signed one above."""
        office, _, name = self.lines[index].text.strip().partition(" ")
        if not is_office(office) or not split_names(name):
            return False
        above = range(index - 1, max(self.start, index - _GLUED - 1), -1)
        for at in itertools.takewhile(lambda one: not self.lines[one].blank, above):
            if entry_like(self.lines[at].text):
                return at == self.last_entry
        return False

    def _opens_again(self, index: int) -> bool:
        """True for a title that a line above gives, be it behind its section, and long prose below it."""
        text = self.lines[index].text.strip()
        over, _, title = text.rpartition("｜")
        name = key(title)
        if self.said.get(name, index) >= index - 2 or entry_like(text):
            return False
        if over and name in self.seen and _opens_text(self.lines, index):
            return True  # 人物｜标题, which stands above as 标题
        below = (line.text for line in self.lines[index + 1 : index + _BELOW] if not line.blank)
        for line in itertools.islice(below, _HEAD):
            if entry_like(line):
                return False
            if len(line) > _LONG_PROSE:
                return True
        return False

    def _is_marked_again(self, index: int) -> bool:
        """True for ## and a title that an entry without such marks gives: what it opens, be it a table."""
        text = self.lines[index].text.strip()
        hit = _MARKED.match(text) if text.startswith("#") else None
        at = self.said.get(key(hit["title"]), index) if hit is not None else index
        return at < index - 1 and not self.lines[at].text.lstrip().startswith("#")

    def place_of(self, name: str) -> int:
        """The line on which a key first stands, one beyond all others if on none."""
        beyond = len(self.lines)
        return min(self.seen.get(name, beyond), self.said.get(name, beyond))

    def head_of(self, index: int) -> int:
        """Where what ends the contents begins: at the title that they give, right above its text."""
        above = (at for at in range(index - 1, self.start + 1, -1) if not self.lines[at].blank)
        found = index
        for at in itertools.islice(above, _HEAD):
            text = self.lines[at].text.strip()
            if entry_like(text) or len(text) > _LONG_PROSE:
                break
            if self.place_of(key(text.rpartition("｜")[2])) < at - 1:
                found = at
        return found

    def _says_again(self, index: int, name: str) -> bool:
        """True if a line says what stands further up, and is no entry."""
        if entry_like(self.lines[index].text.strip()):
            return False
        if name in self.whole and index - self.whole[name] > 1:
            return True  # the title and its author on one line
        again = len(name) >= _LONG_NAME and index - self.seen.get(name, index) > 1
        if again and has_han(name):
            return True  # COLUMN may stand over several sections
        above = {part: at for part, at in self.seen.items() if at < index - 1}
        return _title_again(name, above)


_GLUED = 3
"""Lines of an entry above who wrote it."""
_MARKED = re.compile(r"^#{1,4}\s+(?P<title>\S.*?)\s*#*$")
_HEAD, _LONG_PROSE = 4, 110
"""Lines from a title to its text, and characters of a paragraph that tells of no article, but is one's."""
_WHOLE = 4
"""Characters of the shortest title with its author."""
_LONGEST_HEAD = 16
"""Em of the name of a section."""
_LONG_NAME = 5
"""Characters of a text that says something again, where a shorter one may do so by chance."""


def rest_of_contents(
    lines: Sequence[Line], start: int, masthead: tuple[int, int]
) -> tuple[int, int] | None:
    """What follows of the contents below a masthead that stands within or above them.

    ``None`` where nothing does: no run of entries stands right below it, nor titles that come
    again further down.
    """
    first, last = masthead
    if first <= start or first - start > _FARTHEST:
        return None
    below = [line.text for line in lines[last : last + 4 * _NEAR] if not line.blank][:_NEAR]
    several = sum(entry_like(text) and not is_prose(text) for text in below) >= _SEVERAL
    joined = [*lines[:first], Line(lines[first].number, ""), *lines[last:]]
    if several:
        end = contents_end(joined, start, None)
    else:
        end = with_entries_below(joined, start, first + 1, len(joined))
    end += last - first - 1
    return (last, end) if end > last else None


_FARTHEST = 120
"""Lines of contents above a masthead that stands within them."""
_NEAR, _SEVERAL = 8, 3
"""Of so many lines below the masthead so many are entries, where the contents go on."""


_FRESH = 2
"""So many entries in a row that say something new are no running head of a page."""


class _Rows:
    """The entries of the contents, and those at their end that only say again what was listed."""

    def __init__(self, start: int) -> None:
        self.last = start
        """The last entry with a title of its own."""
        self.again = 0
        """The first of those below it that say the same as others, 0 for none."""
        self._fresh = 0
        self._listed: set[tuple[str, str]] = set()

    def add(self, index: int, text: str) -> None:
        """Note an entry; 潮水 / 8 says the same as 潮水 …… 林采桑 8."""
        title = next(_listed_titles(text), "")
        page = "".join(re.findall(r"\d+", text)[-1:])
        rest = re.sub(r"[\d\s/／|｜·.…]", "", text)
        if page and key(rest) == title and (title, page) in self._listed:
            self.again = self.again or index
            self._fresh = 0
            return
        self._fresh += 1
        if not self.again or self._fresh >= _FRESH:
            self.last, self.again = index, 0
        self._listed.update((one, page) for one in _listed_titles(text) if page)


_DESCRIPTION = 80
"""The most em of the line under a title that tells what the article is about."""


def _describes(lines: Sequence[Line], index: int, limit: int) -> bool:
    """True for a sentence under an entry, if another entry follows within a few lines."""
    if width(lines[index].text.strip()) > _DESCRIPTION:
        return False
    texts = [lines[at].text for at in range(index - 1, max(0, index - 6), -1)]
    above = [text for text in texts if text.strip()][:3]
    # The author may stand between, and the page on a line of its own over the title.
    if not any(entry_like(text) for text in above) and not any(
        text.strip().isdigit() for text in above[1:]
    ):
        return False
    below = [lines[at].text for at in range(index + 1, min(limit, index + 10))]
    near = [text for text in below if text.strip()][:3]
    return any(entry_like(text) and not is_prose(text) for text in near)


def _last_description(lines: Sequence[Line], entry: int, limit: int) -> int:
    """The end of the sentence under the last entry, 0 if none stands there."""
    below = [at for at in range(entry + 1, min(limit, entry + 8)) if not lines[at].blank]
    for at in below[:_BETWEEN]:
        text = lines[at].text.strip()
        if ends_sentence(text):
            return at + 1 if width(text) <= _DESCRIPTION else 0
        if width(text) > _NAMES:
            break
    return 0


_BETWEEN = 3
"""Lines below an entry, of which the last may be a sentence: a subtitle, an author, and it."""
_NAMES = 24


def _listed_titles(text: str) -> Iterator[str]:
    """What the title in an entry may be, without its page and with fewer words at its end."""
    whole = PAGED_WITHIN.split(LEADER.split(text.strip().strip("| "))[0])[0]
    plain = re.sub(r"^\s*[\dlIO〇]{1,4}[\s|]+", "", whole)
    words = re.sub(r"[\s/（(|·]+[\dlIO〇]{1,4}\s*[）)]?$", "", plain).split()
    for count in range(min(len(words), 8)):
        name = key("".join(words[: len(words) - count]))
        if len(name) >= 2:
            yield name


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    """True if prose begins within three lines, after an author perhaps, and no entry before."""
    below = (at for at in range(index + 1, min(len(lines), index + 8)) if not lines[at].blank)
    for at in itertools.islice(below, 3):
        if entry_like(lines[at].text):
            return False
        if is_prose(lines[at].text) or is_wrapped_prose(lines, at):
            return True
    return False


_SIGNER = re.compile(rf"[{HAN}]{{2,4}}$")


def _is_signed(lines: Sequence[Line], index: int, entry: str) -> bool:
    """True if the line below a title names with a mark or a work whom its entry names at its end."""
    below = (line.text.strip() for line in lines[index + 1 : index + _BELOW] if not line.blank)
    text = next(below, "")
    signer = _SIGNER.search(text)
    if signer is None or signer[0] == text or width(text) > _SIGNED or entry_like(text):
        return False
    return key(entry).rstrip("0123456789").endswith(signer[0])


_SIGNED = 14
"""Em of a byline with one name."""


def _section_again(
    lines: Sequence[Line], index: int, seen: dict[str, int], heads: set[str]
) -> bool:
    """True if a section comes again and a title that is listed stands below it."""
    text = lines[index].text
    # 百科 · 动物: the section, and a part of it.
    name = key(re.split(r"[·•|｜／/]", text.strip(), maxsplit=1)[0])
    chinese = key(re.sub(r"[A-Za-z][A-Za-z '’&.-]*$", "", text.strip()))
    if not {key(text), name, chinese} & heads or entry_like(text):
        return False
    below = (line.text for line in lines[index + 1 : index + _BELOW] if not line.blank)
    first = next(below, "")
    if _ENGLISH.match(first.strip()):
        first = next(below, "")  # EDITOR'S LETTER, between the section and the title
    if not first or entry_like(first):
        return False
    title = key(first)
    return len(title) >= 4 and title in seen


def _opens_section(
    lines: Sequence[Line], index: int, titles: Container[str], heads: Container[str]
) -> bool:
    """True if a section comes again, and a pull quote or who wrote it stands over a listed title."""
    if len(name := key(lines[index].text)) < _SHORTEST or name not in heads:
        return False
    below = [line.text for line in lines[index + 1 : index + _BELOW] if not line.blank][:_OVER]
    entry = next((at for at, text in enumerate(below) if entry_like(text)), len(below))
    return any(len(name := key(text)) >= _TITLE and name in titles for text in below[:entry])


_SHORTEST, _TITLE, _OVER = 2, 4, 6
"""Characters of the shortest section's and article's name, and lines over which one may stand."""
_BELOW = 12
_ENGLISH = re.compile(r"^[A-Z][A-Za-z '’&.\-]{2,40}$")
"""The name of a section in English, on a line of its own."""


def _named_again(
    lines: Sequence[Line], index: int, titles: Container[str], heads: Iterable[str]
) -> bool:
    """True for ■小说　标题 or 小说｜标题: a section that is listed, and a title with its text below."""
    text = lines[index].text
    name = key(text)
    if entry_like(text) or width(text) > _ONE_LINE:
        return False
    rests = (name[len(head) :] for head in heads if len(head) > 1 and name.startswith(head))
    return any(len(rest) > 1 and rest in titles for rest in rests) and _opens_text(lines, index)


_ONE_LINE = 56
"""Em of a section and a title on one line."""


def _entries_follow(lines: Sequence[Line], index: int, limit: int) -> bool:
    """True if the list goes on: two entries more before any prose, or the page right below."""
    below = next((line.text for line in lines[index + 1 : limit] if line.text.strip()), "")
    if LISTED.search(below):
        return True
    found = 0
    for at in range(index + 1, min(limit, index + 40)):
        text = lines[at].text.strip()
        if text and (is_prose(text) or is_wrapped_prose(lines, at)):
            break
        found += bool(ROW_OF_CONTENTS.search(text) or LISTED.search(text))
    return found >= 2


_SIGNED_TITLE = re.compile(
    r"^(?:.*[】｜\s])?(?P<who>[^\s】｜：:《]{2,16}?)\s*(?:[：:]\s*(?P<title>\S.*)|《(?P<work>[^》]+)》)$"
)
"""某某：标题, 某某《标题》."""


def _remember(seen: dict[str, int], text: str, index: int) -> None:
    for part in re.split(r"[\s|｜/／◎○●□■▎]+|…+|[.·]{3,}", PAGED_WITHIN.sub(" ", text)):
        name = key(part)
        if len(name) >= 4:
            seen.setdefault(name, index)
    if (signed := _SIGNED_TITLE.match(text)) is not None and split_names(signed["who"]):
        seen.setdefault(key(signed["title"] or signed["work"]), index)
    seen.setdefault(key(re.sub(r"^\s*[\dlIO〇]{1,4}\s|\s[\dlIO〇]{1,4}\s*$", "", text)), index)


def _title_again(name: str, seen: dict[str, int]) -> bool:
    """True if a line is a title already listed, or the joined lines of one."""
    if len(name) >= 6 and any(
        abs(len(part) - len(name)) <= 1
        and dice(part, name) >= 0.6
        and similarity(part, name) >= 0.85
        for part in seen
    ):
        return True
    if len(name) < 8:
        return False
    rest = name
    for part in sorted(seen, key=len, reverse=True):
        if len(part) >= 4 and part in rest:
            rest = rest.replace(part, "", 1)
    if len(rest) <= len(name) * 0.15:
        return True
    # A misread character in one of the lines.
    return rest != name and any(
        abs(len(part) - len(rest)) <= 1 and similarity(part, rest) >= 0.8 for part in seen
    )
