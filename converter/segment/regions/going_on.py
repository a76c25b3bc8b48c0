"""Contents that go on behind what looks like their end.

Sentences under the entries tell what the articles are about, and are prose like the body's.
But an entry gives a title that comes again further down, and nothing in the body does so that
the contents have not listed.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from converter import patterns as re
from converter.hanzi import has_han, key, only_difference, width
from converter.memo import per_issue
from converter.segment.journals import is_volume_head
from converter.segment.regions.entries import LEADER
from converter.segment.regions.labels import ISSUE_LINE, count_labels
from converter.source import Line

_NEAR = 7
"""Lines that hold something from one entry to the next: a title's, authors, sentences."""
_OF_TEXT = 0.5
"""For how much of one a line counts that tells what an article is about."""
_TITLE = 4
"""Characters of the shortest title that comes again by no chance."""
_ALONE = 6
"""Characters of one on a line without a page."""
_FAR = 3
"""Lines from a title in the contents to itself in the body."""
_SHORT_LINE = 80
_LONGEST = 120
"""Em of a line that may be a title in the body, and of an entry."""
_LINES = 3
"""The most lines of a title that has a page."""
_FEWEST = 2
"""So many entries in a row are no chance."""


def with_entries_below(lines: Sequence[Line], start: int, end: int, limit: int) -> int:
    """The end of the contents that begin at ``start``, with entries further down to ``limit``."""
    if end >= limit:
        return end
    places = short_lines(lines, start)
    listed: dict[str, frozenset[str]] = {}
    for at in range(start, end):
        _list(listed, lines[at].text, lines[at + 1].text)
    found: list[int] = []
    paged, since = 0, 0.0
    for at in _filled(lines, end, limit):
        text = lines[at].text.strip()
        if key(text) in listed or _is_misread(text, listed):
            break
        since += _OF_TEXT if _is_text(text) else 1
        paged += width(text) <= _LONGEST and _has_page(text)
        if not _says_again(text, listed) and _comes_again(lines, at, places):
            found.append(at)
            since = 0.0
        elif since > _NEAR:
            break
        _list(listed, text)
    if all(_is_weak(lines, at, places) for at in found) and len(found) < _LINES:
        return end
    if found and _holds_no_text(lines, end, limit):
        return _with_rest(lines, found[-1], limit, listed)
    if not found or (len(found) < _FEWEST and not _is_entry(lines, found[0], places)):
        return end
    if paged * _LINES < len(found) and _is_paged(lines, start, end):
        return end
    return _with_rest(lines, found[-1], limit, listed)


def closing_end(lines: Sequence[Line], start: int, limit: int) -> int:
    """The end of contents that close an issue, 0 for others: their titles stand above them.

    No paragraph is below, and no title comes again there.
    """
    rows = list(_filled(lines, start + 1, limit))
    # 主编：…… 编辑：…… and the folio of the page below it are no entries.
    while rows and (
        BARE_FOLIO.match(text := lines[rows[-1]].text.strip()) or count_labels(text) >= _FEWEST
    ):
        rows.pop()
    if not rows or len(rows) > _CLOSING or any(len(lines[at].text) > _DESCRIPTION for at in rows):
        return 0
    above = short_lines(lines[:start], 0)
    listed: list[str] = []
    for at in rows:
        name = next((one for one in titles_within(lines[at].text) if one in above), "")
        listed += [name] if name else []
    again = len(listed) - len(set(listed))
    if len(listed) < _LINES or again > 1 or len(listed) * _NEAR < len(rows):
        return 0
    return rows[-1] + 1


BARE_FOLIO = re.compile(r"^\W{0,3}\d{1,3}\W{0,3}$")
_CLOSING = 400
"""The most lines of contents that close an issue."""


def _holds_no_text(lines: Sequence[Line], end: int, limit: int) -> bool:
    """True for a few short lines between the contents and the masthead: nothing but entries."""
    between = lines[end:limit]
    return (
        limit < len(lines)
        and len(between) <= _BETWEEN
        and all(width(line.text) <= _TEXT[1] for line in between)
    )


_BETWEEN = 40


def _is_text(text: str) -> bool:
    """True for a line of running text, be it one of several."""
    return _TEXT[0] <= width(text) <= _TEXT[1] and re.search("[，。；：、]", text) is not None


_TEXT = (14, 50)
"""The fewest and the most em of such a line; a paragraph of an article is longer."""


def _list(listed: dict[str, frozenset[str]], text: str, below: str = "") -> None:
    """Note what may be titles on a line, be it with the one ``below``, with the numbers there."""
    numbers = frozenset(re.findall(r"\d+", text))
    for name in titles_within(text, below):
        listed.setdefault(name, numbers)


def _says_again(text: str, listed: Mapping[str, frozenset[str]]) -> bool:
    """True for a title that was listed with the same page: the page that opens the first section."""
    numbers = frozenset(re.findall(r"\d+", text))
    return any(numbers & listed.get(name, frozenset()) for name in titles_within(text))


def _is_misread(text: str, listed: Collection[str]) -> bool:
    """True for a title without a page that was listed, but for a character that OCR has misread."""
    name = key(text)
    if not _ALONE <= len(name) <= _LONGEST or _has_page(text):
        return False
    return any(_differ_once(one, name) for one in listed)


def _differ_once(one: str, other: str) -> bool:
    """True if one character is another, and both are none of those that tell parts of a story."""
    pair = only_difference(one, other)
    return pair is not None and not _OF_PARTS.issuperset(pair)


_OF_PARTS = frozenset("一二三四五六七八九十上中下前后後0123456789")
"""What tells the parts of one story from one another."""


def short_lines(lines: Sequence[Line], start: int) -> dict[str, int]:
    """The keys of the short lines from one on, titles among them, and where each stands last."""
    places: dict[str, int] = {}
    for at in range(start, len(lines)):
        if 0 < len(lines[at].text) <= _SHORT_LINE:
            places |= dict.fromkeys(_printed(lines[at].text), at)
    return places


def lists_title(lines: Sequence[Line], at: int, places: Mapping[str, int]) -> bool:
    """True for an entry of the contents: its title comes again further down, below neither page nor author.

    So is one without either below another whose title comes again.
    """
    if not _comes_again(lines, at, places):
        return False
    above = next(
        (one for one in range(at - 1, max(-1, at - _NEAR), -1) if not lines[one].blank), -1
    )
    beside = above >= 0 and _comes_again(lines, above, places)
    return beside or _is_entry(lines, at, places)


def _is_paged(lines: Sequence[Line], start: int, end: int) -> bool:
    """True for contents that have pages; OCR may have lost some, and others are printed without."""
    paged = sum(_has_page(line.text) for line in lines[start:end])
    return paged * _LINES * 2 >= sum(not line.blank for line in lines[start:end])


def _is_entry(lines: Sequence[Line], at: int, places: Mapping[str, int]) -> bool:
    """True for a line whose title opens a text further down, and none here: it has its page, or its author.

    The author stands below the title there.
    """
    below = list(islice(_filled(lines, at + 1, len(lines)), _OPENING))
    if any(len(lines[one].text) > _DESCRIPTION for one in below):
        return False
    if _has_page(lines[at].text) or _is_signed(lines, at, places):
        return True
    return any(_PAGE.fullmatch(lines[one].text.strip()) for one in (at - 1, *below[:1]))


def _has_page(text: str) -> bool:
    return _PAGE.search(text) is not None or _INNER_PAGE.search(text) is not None


def _is_signed(lines: Sequence[Line], at: int, places: Mapping[str, int]) -> bool:
    """True for a title with words behind it that stand right below it further down."""
    words = _words(lines[at].text)[1:]
    words += [one + other for one, other in pairwise(words) if len(one) == len(other) == 1]  # 温 暖
    names = {name for word in words if len(name := key(word)) >= _NAME}
    if not names:
        return False
    for again in {places[name] for name in titles_within(lines[at].text) if name in places}:
        below = islice(_filled(lines, again + 1, len(lines)), _OPENING)
        signed = "".join(key(lines[one].text) for one in below)
        if any(name in signed for name in names):
            return True
    return False


def _filled(lines: Sequence[Line], start: int, limit: int) -> Iterator[int]:
    return (at for at in range(start, limit) if not lines[at].blank)


_PAGE = re.compile(
    r"^\s*[（(【]?(?:[Pp]\.?|第)?\s*[\dlIO]{0,3}\d[\dlIO]{0,3}\s*[页頁]?[）)】]?(?!\d|年|月|日)"
    r"|[（(【]?(?:[Pp]\.?|第)?\s*[\dlIO]{0,3}\d[\dlIO]{0,3}\s*[页頁]?[）)】]?\s*$"
    r"|(?<=[\s.．·…）)])[一二三四五六七八九十百廿卅〇零]{1,5}\s*$"
)
"""A page at an end of a line."""
_PARTS = re.compile(r"(?:[\s|｜丨/／·【】\[\]（）()：:■●◆□○◇*#]|——)+")
_INNER_PAGE = re.compile(
    r"(?<=[\s|｜丨·】*#])(?:[Pp]\.?|第)?\s*[\dlIOZ]{0,2}\d[\dlIOZ]{0,2}\s*[页頁]?(?=[\s“‘《「『【·]|[一-鿿])"
)
"""A page behind the name of a section: 对话｜17 标题."""
_OPENING = 2
"""Lines below the title of an article, of which one is prose."""
_DESCRIPTION = 110
"""Characters of what tells under an entry what the article is about; prose is longer."""
_NAME = 2
"""Characters of the name of an author."""


def _printed(text: str) -> Iterator[str]:
    """What a line of the body may have of the contents: all of it, or what stands behind a bar."""
    yield key(text)
    _, bar, title = text.partition("｜")
    if bar:
        yield key(title)


def _words(text: str) -> list[str]:
    """The parts of a line of the contents, without its page and what stands behind leaders."""
    return [part for part in _PARTS.split(LEADER.split(_PAGE.sub(" ", text))[0]) if part]


@per_issue(4096)
def titles_within(text: str, below: str = "") -> tuple[str, ...]:
    """What the title on a line of the contents may be, one that goes on ``below`` as well."""
    return tuple(_titles_within(text, below))


def _titles_within(text: str, below: str) -> Iterator[str]:
    for own in dict.fromkeys((text, _INNER_PAGE.sub(" ", text))):
        words = _words(own)
        count = len(words)
        words += _words(below)[:_FEWEST] if below else []
        for first in range(min(count, _BEFORE)):
            for last in range(first + 1, min(len(words), first + _WORDS) + 1):
                name = key("".join(words[first:last]))
                if len(name) >= _TITLE:
                    yield name


_BEFORE = 6
"""Words of a line with which the title may begin, behind the name of a section and authors."""
_WORDS = 12
"""The most words of a title."""


def _comes_again(lines: Sequence[Line], at: int, places: Mapping[str, int]) -> bool:
    """True for a line that gives a title of which another line further down consists."""
    text = lines[at].text
    if width(text) > _LONGEST or not has_han(text) or text.rstrip().endswith("。"):
        return False
    if ISSUE_LINE.search(text) is not None or is_volume_head(text):
        return False  # the head of a page
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if below.rstrip().endswith("。"):
        below = ""  # the last line of a paragraph, which running text says again
    found = [name for name in titles_within(text, below) if places.get(name, 0) > at + _FAR]
    if any(len(name) >= _ALONE for name in found) or key(text) in found:
        return True
    return bool(found) and (_has_page(text) or _is_signed(lines, at, places))


def _is_weak(lines: Sequence[Line], at: int, places: Mapping[str, int]) -> bool:
    """True for a few characters that may come again by chance: a heading, the end of a letter."""
    text = lines[at].text
    return len(key(text)) < _ALONE and not _has_page(text) and not _is_signed(lines, at, places)


def _with_rest(lines: Sequence[Line], last: int, limit: int, listed: Container[str]) -> int:
    """The end of what belongs to the last entry: authors and sentences, up to what comes again."""
    below = list(islice(_filled(lines, last + 1, limit), _NEAR))
    for count, at in enumerate(below):
        if key(lines[at].text) in listed or _opens(lines, below[count:], listed):
            return at
    end = last + 1
    while end < limit and not lines[end].blank:
        end += 1
    return end


def _opens(lines: Sequence[Line], below: Sequence[int], listed: Container[str]) -> bool:
    """True for the name of a section over a title that is listed."""
    if len(below) < _FEWEST or width(lines[below[0]].text) > _ALONE + 2:
        return False
    return key(lines[below[1]].text) in listed
