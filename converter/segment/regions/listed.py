"""What the contents have said down to a line, and whether the next one is none of them."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, dice, has_han, is_misread, key, similarity, width
from converter.names import is_body, is_office, split_names
from converter.segment.journals import is_volume_head
from converter.segment.pagehead import opens_first_page
from converter.segment.regions.entries import (
    LEADER,
    LISTED,
    PAGED_WITHIN,
    ROW_OF_CONTENTS,
    entry_like,
    is_prose,
    is_wrapped_prose,
)
from converter.segment.regions.going_on import titles_within
from converter.source import Line

ENTRY = 60
"""Characters of a line that may be the title of an article."""
_SUBTITLED = re.compile(rf"^(?:\d{{1,4}}\s+)?(?P<title>[^—…·]{{4,30}})——[{HAN}《“]")
"""标题——副题 …… 5: the article may have the first half on a line of its own."""
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
_PARTS, _PARTED = 3, 8
"""Lines of a title, and characters of the shortest that stands on several."""
_FRESH = 2
"""So many entries in a row that say something new are no running head of a page."""
DESCRIPTION = 80
"""The most em of the line under a title that tells what the article is about."""
_SIGNER = re.compile(rf"[{HAN}]{{2,4}}$")
_SIGNED = 14
"""Em of a byline with one name."""
_SHORTEST, _TITLE, _OVER = 2, 4, 6
"""Characters of the shortest section's and article's name, and lines over which one may stand."""
_BELOW = 12
_ENGLISH = re.compile(r"^[A-Z][A-Za-z '’&.\-]{2,40}$")
"""The name of a section in English, on a line of its own."""
_ONE_LINE = 56
"""Em of a section and a title on one line."""
_SIGNED_TITLE = re.compile(
    r"^(?:.*[】｜\s])?(?P<who>[^\s】｜：:《]{2,16}?)\s*(?:[：:]\s*(?P<title>\S.*)|《(?P<work>[^》]+)》)$"
)
"""某某：标题, 某某《标题》."""


_TWO_CELLS = re.compile(r"^\s*\S[^，。；]{0,24}?(?:[ \u3000]{2,}|\t)\S[^，。；]{1,16}$")
"""某题　　某某."""
_BEHIND = re.compile(r"(?<=\S)(?:\s+|(?=[/／|｜■□●○◆◇]))\S")
"""Where a byline may begin behind a title."""
_CODE = re.compile(
    r"^(?:国际标准|國際標準|国内统一|國內統一)(?:连续出版物|連續出版物|刊)[号號]\s*[：:]|^ISSN\s?\d"
)
"""国际标准连续出版物号：ISSN 1234-5679, below the last entry: a line of the imprint."""


class Listed:
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
        if glued := glued_titles(text):
            self.last_entry = index
            for title in glued:
                self.titles.setdefault(title, index)
        elif entry_like(text):
            self.last_entry = index
            self.rows.add(index, text)
            if len(whole := key(text).strip("0123456789")) >= _WHOLE:
                self.whole.setdefault(whole, index)
            for title in listed_titles(text):
                self.titles.setdefault(title, index)
        elif width(text) <= _LONGEST_HEAD:
            self.heads.update((key(text), key(re.sub("[A-Za-z]+", "", text))))  # 卷首 PREFACE

    def ends_at(self, index: int) -> bool:
        """True if a line is none of the contents, but of what stands below them."""
        lines, text = self.lines, self.lines[index].text.strip()
        if self._is_row_again(index):
            return False
        if opens_first_page(text) or (self.last_entry > self.start and _CODE.match(text)):
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
        if self._opens_again(index) or self._is_marked_again(index) or self._opens_signed(index):
            return True
        if self._is_parted_again(index):
            return True
        if self._signs_again(index):
            return False
        return self._says_again(index, name) and not _entries_follow(lines, index, self.limit)

    def _signs_again(self, index: int) -> bool:
        """True for 本刊记者 某某 or 本刊编辑部 right below the lines of another entry, who has signed one above."""
        who = self.lines[index].text.strip().lstrip("/／ ")
        office, _, name = who.partition(" ")
        if not (is_office(office) and split_names(name)) and not is_body(who):
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

    def _is_parted_again(self, index: int) -> bool:
        """True for a title on two or three lines, which an entry above gives on one, and no entries below."""
        name = key(self.lines[index].text)
        for at in range(index + 1, min(self.limit, index + _PARTS)):
            text = self.lines[at].text
            if not name or not text.strip() or entry_like(text):
                return False
            name += key(text)
            above = min(self.titles.get(name, index), self.said.get(name, index))
            if above < index - 1 and len(name) >= _PARTED:
                return not _entries_follow(self.lines, at, self.limit)
        return False

    def _is_marked_again(self, index: int) -> bool:
        """True for ## and a title that an entry without such marks gives: what it opens, be it a table."""
        text = self.lines[index].text.strip()
        hit = _MARKED.match(text) if text.startswith("#") else None
        if hit is None:
            return False
        at = self._misread_at(name := key(hit["title"]), self.said.get(name, index))
        return at < index - 1 and not self.lines[at].text.lstrip().startswith("#")

    def _opens_signed(self, index: int) -> bool:
        """True for a listed title with its byline behind it, over long prose, or for its section above it."""
        if self._is_signed_again(index):
            return True
        name = key(re.sub("[A-Za-z]+", "", self.lines[index].text))
        if not name or name not in self.heads:
            return False
        below = range(index + 1, min(len(self.lines), index + _HEAD))
        title = next((at for at in below if not self.lines[at].blank), index)
        return title > index and self._is_signed_again(title)

    def _is_signed_again(self, index: int) -> bool:
        """True for 标题　某局局长　某某 without a page, over long prose, where an entry above gives the title."""
        text = self.lines[index].text.strip()
        if len(text) > ENTRY or text[-1:].isdigit() or text[:1].isdigit() or "。" in text:
            return False
        names = (key(text[: hit.start()]) for hit in _BEHIND.finditer(text))
        places = (
            min(self.titles.get(name, index), self.said.get(name, index))
            for name in names
            if len(name) > 1
        )
        if min(places, default=index) >= index - 1:
            return False
        below = (line.text for line in self.lines[index + 1 : index + _BELOW] if not line.blank)
        prose = any(len(line) > _LONG_PROSE for line in itertools.islice(below, _HEAD))
        return (prose or _opens_text(self.lines, index)) and not _entries_follow(
            self.lines, index, self.limit
        )

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
            name = key(text.rpartition("｜")[2])
            if self._misread_at(name, self.place_of(name)) < at - 1:
                found = at
        return found

    def _misread_at(self, name: str, index: int) -> int:
        """The first line that gives a title but for a misread character; ``index`` if none does."""
        if len(name) < _LONG_NAME:
            return index
        return min((at for one, at in self.said.items() if is_misread(name, one)), default=index)

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

    def _is_row_again(self, index: int) -> bool:
        """True for 无题　　某某 among rows of a title and its author: he has written two of one name."""
        lines, text = self.lines, self.lines[index].text
        if _TWO_CELLS.match(text) is None or all(
            line.text != text for line in lines[self.start : index]
        ):
            return False
        below = (line.text for line in lines[index + 1 : index + _BELOW] if not line.blank)
        return any(_TWO_CELLS.match(one) for one in itertools.islice(below, 2))


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
        title = next(listed_titles(text), "")
        page = "".join(re.findall(r"\d+", text)[-1:])
        rest = re.sub(r"[\d\s/／|｜·.．…]", "", text)
        if page and key(rest) == title and (title, page) in self._listed:
            self.again = self.again or index
            self._fresh = 0
            return
        self._fresh += 1
        if not self.again or self._fresh >= _FRESH:
            self.last, self.again = index, 0
        self._listed.update((one, page) for one in listed_titles(text) if page)


_NEXT = 5
"""Lines below such a sentence among which the next entry ends: a section, a title of three lines, and a subtitle."""


def _describes(lines: Sequence[Line], index: int, limit: int) -> bool:
    """True for a sentence under an entry, if another entry follows within a few lines."""
    if width(lines[index].text.strip()) > DESCRIPTION:
        return False
    texts = [lines[at].text for at in range(index - 1, max(0, index - 6), -1)]
    above = [text for text in texts if text.strip()][:3]
    # The author may stand between, and the page on a line of its own over the title.
    if not any(entry_like(text) for text in above) and not any(
        text.strip().isdigit() for text in above[1:]
    ):
        return False
    below = [lines[at].text for at in range(index + 1, min(limit, index + 10))]
    near = [text for text in below if text.strip()][:_NEXT]
    return any(entry_like(text) and not is_prose(text) for text in near)


def listed_titles(text: str) -> Iterator[str]:
    """What the title in an entry may be, without its page and with fewer words at its end."""
    whole = PAGED_WITHIN.split(LEADER.split(text.strip().strip("| "))[0])[0]
    plain = re.sub(r"^\s*[\dlIO〇]{1,4}[\s|]+", "", whole)
    words = re.sub(r"[\s/（(|·]+[\dlIO〇]{1,4}\s*[）)]?$", "", plain).split()
    for count in range(min(len(words), 8)):
        name = key("".join(words[: len(words) - count]))
        if len(name) >= 2:
            yield name


GLUED_PAGE = re.compile(rf"(?<=[{HAN}）”》？！])(?:\d{{1,3}}|[（(]\d{{1,3}}[）)])(?=[{HAN}])")
"""标题5某某, 标题（5）某某: a page between two words with no blank about it."""


def glued_titles(text: str) -> list[str]:
    """The keys of the titles on a line of entries that have their page between title and author: 标题5某某."""
    hits = list(GLUED_PAGE.finditer(text)) if len(text) <= _ENTRIES else []
    if not hits or split_names(text[hits[-1].end() :].strip()) is None:
        return []
    ends = (0, *(hit.end() for hit in hits))
    parts = (text[end : hit.start()].split()[-1:] for end, hit in zip(ends, hits, strict=False))
    return [title for part in parts if len(title := key("".join(part))) >= _TITLE]


_ENTRIES = 120
"""Characters of the longest line with such entries."""


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    """True if prose begins within three lines, after an author perhaps, and no entry before."""
    below = (at for at in range(index + 1, min(len(lines), index + 8)) if not lines[at].blank)
    for at in itertools.islice(below, 3):
        if entry_like(lines[at].text):
            return False
        if is_prose(lines[at].text) or is_wrapped_prose(lines, at):
            return True
    return False


def _is_signed(lines: Sequence[Line], index: int, entry: str) -> bool:
    """True if the line below a title names with a mark or a work whom its entry names at its end."""
    below = (line.text.strip() for line in lines[index + 1 : index + _BELOW] if not line.blank)
    text = next(below, "")
    signer = _SIGNER.search(text)
    if signer is None or signer[0] == text or width(text) > _SIGNED or entry_like(text):
        return False
    return key(entry).rstrip("0123456789").endswith(signer[0])


_FOLIO = re.compile(r"^\W*\d{1,4}\W*$")


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
    if _FOLIO.match(first.strip()):
        first = next(below, "")  # both head the first page
    if not first or entry_like(first):
        return False
    title = key(first)
    if len(title) < 4 and (genre := next(below, "").strip())[:1] in ("（", "("):
        title = key(first + genre)  # 过 秤 over （短篇小说）, which the contents have on one line
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
        found += bool(
            ROW_OF_CONTENTS.search(text) or LISTED.search(text) or _IN_BRACKETS.match(text)
        )
    return found >= 2


_IN_BRACKETS = re.compile(rf"^[·…\s]*[{HAN}·]{{2,12}}[（(]\d{{1,3}}[）)]$")
"""某某（23）, the page of an entry behind who wrote it."""


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
