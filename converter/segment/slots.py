"""Running heads told by their place: the first line below the mark of a page, the last above it.

Where a page begins the OCR may tell (Page 3, — 3 —); what stands there over the text is the
head of the page, be it the name of a section that no contents have, or the title of an article
with the number of this very page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import accumulate, pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, key, width
from converter.segment.page_edges import EDGE_NUMBER, PAGE_ENDS, SETTING, breaks_off, is_text
from converter.segment.units.grid import is_indented
from converter.segment.units.signs import FOOT_NOTE
from converter.source import Line

_WIDEST = 22
"""Em of the widest head; a title in it is cut short at so many."""
_COUNTED = 30
"""Em of the widest one that counts its page."""
_SIZE = 2
"""Characters of the shortest."""
_FEWEST = 2
"""So many heads in such places are no chance."""
_ONE_OF = 5
"""One of so many pages at least has a head where any has."""
_LONGEST_TITLE = 40
_TITLE = 8
"""Characters of the shortest title that stands again by no chance."""
_STOPS = re.compile(r"[，。；：、！？,;:!?|<>【】（(\[]")
_FULL_STOP = re.compile("[。；;|<>]")
_NUMBERED = re.compile(
    r"^\s*[（(]?(?:\d{1,2}(?:[.．]\d{1,2})*|[一二三四五六七八九十]{1,3})\s*(?:[）)、.．]|\s|(?<=\d)(?=[^\d年月日%])|$)|^第[一二三四五六七八九十]"
)
"""A heading, of which the second line may say what another says."""
_BESIDE = re.compile(r"^\S{1,2}\s+(?=\S{4})|(?<=\S\S\S\S)\s+\S{1,2}$")
"""A folio beside a running foot, whatever OCR has made of it."""
_OF_ISSUE = re.compile(rf"^[{HAN}]{{2,8}}\s+(?:19|20)\d\d\s*年\s*第\s*\d{{1,2}}\s*期$")
"""某刊 2015年第12期."""


def heads_below_marks(
    lines: Sequence[Line],
    keep: Container[str],
    reasons: Mapping[int, str],
    marks: Mapping[int, int],
) -> list[int]:
    """The places of the running heads right below marks of pages, which nothing else tells.

    ``keep`` are the keys of the labels of boxes, ``marks`` the pages that the marks count, by
    the numbers of their lines.
    """
    slots = _slots(lines, reasons, marks)
    free = [at for at in slots if not reasons.get(lines[at].number)]
    found = {at for at in free if _tells(lines[at].text, slots[at])}
    free = [at for at in free if _may_head(lines[at], keep)]
    heads = {at for at in slots if reasons.get(lines[at].number) == "running-head"} | found
    told = {key(lines[at].text) for at in heads}
    free = [at for at in free if at not in found and not _NUMBERED.match(lines[at].text)]
    again = Counter(key(lines[at].text) for at in free)
    within = [at for at in free if _is_within(lines, at, reasons)]
    if within:
        keys = [key(line.text) for line in lines]
        within = [at for at in within if not _is_said_on(keys, at)]
    more = {name for at in within if again[name := key(lines[at].text)] >= _FEWEST}
    count = len(heads) + sum(key(lines[at].text) in told | more for at in free)
    if count * _ONE_OF >= len(slots):  # on fewer pages they are the names of boxes
        told |= more
        if count >= _FEWEST:
            told.update(key(lines[at].text) for at in within)
    free = [at for at in free if key(lines[at].text) in told]
    found.update(at for at in free if at in within)
    free = [at for at in free if at not in found and _is_over(lines, at)]
    # The title of an article stands once by right, before its running heads.
    first = first_places(lines) if free else {}
    found.update(at for at in free if first[key(lines[at].text)] < at)
    return sorted(found)


def _is_said_on(keys: Sequence[str], at: int) -> bool:
    """True for the first line of a pull quote: the text says it again, and the line below right behind it.

    A head may be said in the text as well, but not with what stands below it on its page; ``keys`` are
    those of all lines, of which the same heads are no text.
    """
    below = next(filter(None, keys[at + 1 :]), "")
    if len(below) < _NEXT_WORDS:
        return False
    text = "".join(one for one in keys if one != keys[at])
    return keys[at] + below[:_NEXT_WORDS] in text


_NEXT_WORDS = 4
"""Characters of the next line that follow the first line of a pull quote by no chance."""


def feet_above_marks(
    lines: Sequence[Line],
    keep: Container[str],
    reasons: Mapping[int, str],
    marks: Container[int],
) -> dict[int, str]:
    """The running feet right above marks of pages, which say the same on several: what each is, by its place.

    Most of them cut a sentence. The folio beside one may be misread, 髸 某刊 2016.08 上, and stand alone above the next.
    """
    filled = [at for at, line in enumerate(lines) if not line.blank and line.number not in reasons]
    ends = [at for at, line in enumerate(lines) if line.number in marks]
    feet: dict[str, list[int]] = {}
    for end in (*ends, len(lines)):
        place = bisect_left(filled, end) - 1
        if place >= 0 and _may_head(lines[at := filled[place]], keep):
            feet.setdefault(key(_BESIDE.sub("", lines[at].text.strip())), []).append(at)
    found: dict[int, str] = {}
    for places in feet.values():
        if len(set(places).intersection(range(ends[-1] if ends else 0))) <= _FEWEST:
            continue
        above = [filled[place - 1] for at in places if (place := bisect_left(filled, at))]
        alone = [at for at in above if len(lines[at].text.strip()) == 1]
        over = [filled[max(0, bisect_left(filled, at) - 1)] if at in alone else at for at in above]
        if sum(breaks_off(lines[at].text.rstrip()) for at in over) * 2 < len(places):
            continue  # 责任编辑 某某, at the end of each article
        found |= dict.fromkeys(places, "running-head")
        if any(_BESIDE.search(lines[at].text.strip()) for at in places):
            found |= dict.fromkeys(alone, "folio")
    return found


def first_places(lines: Sequence[Line]) -> dict[str, int]:
    """Where lines stand for the first time, by their keys."""
    return {key(line.text): at for at, line in reversed([*enumerate(lines)])}


def issues_between(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[int]:
    """The places of 某刊 2015年第12期, where one of them breaks a text off."""
    places = [at for at, line in enumerate(lines) if _OF_ISSUE.match(line.text)]
    told = {lines[at].text for at in places if breaks_off(_above(lines, at, reasons))}
    return [at for at in places if lines[at].text in told and lines[at].number not in reasons]


def titles_again(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[int]:
    """The places of titles that stand again in mid-sentence, on one line if they have two above."""
    titles = _Titles()
    found: list[int] = []
    for at, line in enumerate(lines):
        if line.blank or line.number in reasons:
            continue
        short = len(line.text) <= _LONGEST_TITLE and not SETTING.match(line.text)
        name = key(line.text) if short else ""
        again = len(name) >= _TITLE and name in titles.seen and _is_within(lines, at, reasons)
        if again and not _NUMBERED.match(_above(lines, at, reasons)):
            found.append(at)
        else:
            titles.add(line.text, name)
    return found


class _Titles:
    """What may be the titles of a text, those of two lines as one; none has a mark of ``stops``."""

    def __init__(self, stops: re.Pattern[str] = _STOPS) -> None:
        self.seen: set[str] = set()
        self._stops = stops
        self._above: tuple[str, ...] = ()
        self._begun: dict[str, list[str]] = {}

    def add(self, text: str, name: str) -> None:
        """Note a line and its key, which is "" for one that is too long."""
        if name and not self._stops.search(text.rstrip("？！?!")):
            self._above = (name, *(one + name for one in self._above[: _LINES - 1]))
            self.seen.update(self._above)
            for title in self._above:
                alike = self._begun.setdefault(title[:_CUT_SHORT], [])
                if len(alike) < _ALIKE:
                    alike.append(title)
        else:
            self._above = ()

    def begins(self, head: str) -> bool:
        """True for the key of the beginning of a title."""
        alike = self._begun.get(head[:_CUT_SHORT], ())
        return any(title.startswith(head) and title != head for title in alike)


_LINES = 3
"""The most lines of a title."""
_ALIKE = 8
"""So many titles at most are looked at that begin alike."""


def titles_with_folios(
    lines: Sequence[Line], reasons: Mapping[int, str], numbers: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The places of 标题 11, where a title stands again beside a folio, and the pages.

    No contents need name the titles: they are lines further up, the pages of several rise, and
    one at least cuts a sentence. A few are told by the ``numbers`` of the pages above and below.
    """
    titles = _Titles(_FULL_STOP)
    found: list[tuple[int, int]] = []
    cut: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if line.blank or line.number in reasons:
            continue
        edge = EDGE_NUMBER.match(line.text) if len(line.text) <= _LONGEST_TITLE else None
        head = key(edge["head"] or edge["tail"]) if edge is not None else ""
        if edge is not None and len(head) >= _TITLE and head in titles.seen:
            found.append((at, int(edge["left"] or edge["right"])))
        elif edge is not None and len(head) >= _CUT_SHORT and titles.begins(head):
            cut.append((at, int(edge["left"] or edge["right"])))
        else:
            titles.add(line.text, key(line.text) if len(line.text) <= _LONGEST_TITLE else "")
    rising = all(one[1] < other[1] for one, other in pairwise(found))
    if len(found) >= _SEVERAL and rising and any(_is_within(lines, at, reasons) for at, _ in found):
        return found
    pages = sorted(numbers)
    return [place for place in sorted((*found, *cut)) if _is_next(*place, pages)]


def _is_next(at: int, page: int, pages: Sequence[tuple[int, int]]) -> bool:
    """True for the number of a page that follows that of the one above, and not those below."""
    place = bisect_left(pages, (at, 0))
    above, below = pages[:place][-1:], pages[place : place + 1]
    return any(one <= page <= one + _NEXT for _, one in above) and all(
        page <= one for _, one in below
    )


_SEVERAL, _NEXT = 3, 2
"""So many titles beside numbers that rise are no chance, and pages from one folio to the next."""
_CUT_SHORT = 10
"""Characters of the beginning of a title for which its head has no room."""


_HEADED = 6
"""Characters of the shortest title that has its page's head right above it."""


def heads_over_titles(
    lines: Sequence[Line], known: Container[str], reasons: Mapping[int, str]
) -> list[int]:
    """The places of heads that stand right over the title they give, which has two lines or three."""
    filled = [at for at, line in enumerate(lines) if not (line.blank or line.number in reasons)]
    found: list[int] = []
    for place, at in enumerate(filled[:-2]):
        text = lines[at].text
        if len(text) > _LONGEST_TITLE or len(name := key(text)) < _HEADED or name not in known:
            continue
        below = [key(lines[other].text) for other in filled[place + 1 : place + 4]]
        if below[0] != name and name in accumulate(below):
            found.append(at)
    return found


def _slots(
    lines: Sequence[Line], reasons: Mapping[int, str], marks: Mapping[int, int]
) -> dict[int, int]:
    """The first filled line below each mark of a page, and which page the mark counts."""
    slots: dict[int, int] = {}
    page = -1
    for at, line in enumerate(lines):
        page = marks.get(line.number, page)
        reason = reasons.get(line.number)
        if line.blank or reason in PAGE_ENDS:
            continue
        if page >= 0:
            slots[at] = page
        page = -1
    return slots


def _may_head(line: Line, keep: Container[str]) -> bool:
    text = line.text.strip()
    name = key(text)
    return (
        len(name) >= _SIZE
        and name not in keep
        and has_han(text)
        and width(text) <= _WIDEST
        and not is_indented(line)
        and not (_STOPS.search(text) or ends_sentence(text))
    )


def _tells(text: str, page: int) -> bool:
    """True for the issue, or a title with the number of the page: 渡口的一天 3, below Page 3."""
    edge = EDGE_NUMBER.match(text) if width(text) <= _COUNTED and not ends_sentence(text) else None
    counts = edge is not None and page > 0 and int(edge["left"] or edge["right"]) == page
    return counts or _OF_ISSUE.match(text) is not None


def _is_within(lines: Sequence[Line], at: int, reasons: Mapping[int, str]) -> bool:
    """True for a line in the midst of a sentence, whose rest stands below."""
    below = _below(lines, at)
    if below is None or is_indented(below) or below.number in reasons:
        return False
    if below.text.startswith("——") and not is_text(below.text):
        return False  # what stands under a title
    above = _above(lines, at, reasons)
    if not breaks_off(above):
        above = _above_notes(lines, at, reasons)
    return breaks_off(above) and (is_text(below.text) or width(below.text) * 5 >= width(above) * 4)


def _is_over(lines: Sequence[Line], at: int) -> bool:
    """True if text stands right below a line, and not who wrote it."""
    below = _below(lines, at)
    return below is not None and is_text(below.text)


def _below(lines: Sequence[Line], at: int) -> Line | None:
    """The filled line below one, ``None`` for the last."""
    return next((lines[i] for i in range(at + 1, len(lines)) if not lines[i].blank), None)


def _above_notes(lines: Sequence[Line], at: int, reasons: Mapping[int, str]) -> str:
    """The text above the notes at the foot of the page before, "。" if it has none."""
    filled = (
        i for i in range(at - 1, -1, -1) if not lines[i].blank and lines[i].number not in reasons
    )
    first, rest = 0, 0
    for place in filled:
        if FOOT_NOTE.match(lines[place].text.strip()):
            first, rest = place, 0
        elif rest == _NOTE_LINES:
            break
        else:
            rest += 1
    return _above(lines, first, reasons) if first else "。"


_NOTE_LINES = 3
"""Lines of a note below its first one."""


def _above(lines: Sequence[Line], at: int, reasons: Mapping[int, str]) -> str:
    """The text right above a line."""
    above = (lines[i] for i in range(at - 1, -1, -1))
    filled = (one.text for one in above if not one.blank and one.number not in reasons)
    return next(filled, "。").rstrip()
