"""The heads of newspaper pages (报眉): page, name of the section, date, editors, the paper.

``02 要闻　2018年9月20日　星期四　编辑／某某　槐江周报`` on one line, or its parts on a few: what
it is made of tells it, in any order. A newspaper names its sections nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, number, squeeze, width
from converter.source import Line
from converter.values import NamedTuple

_MOST_LINES = 6
"""Lines of one head, each of its parts on a line of its own."""
_NAME = 8
"""The most em of a section's name."""
_WIDEST = 72
"""Em of a head on one line, with its editors and a telephone number."""
_SHEET = r"(?:第\s*)?(?P<{0}>[A-Z]?\s?[\dOolI〇]{{1,3}}|[一二三四五六七八九十]{{1,3}})\s*版"
_PIECES = re.compile(
    r"(?P<date>(?:(?:19|20)\d\d|[二一][〇零○O一二三四五六七八九]{3})\s*(?:年|[.．/-])\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月|[.．/-])\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?)"
    r"|(?P<week>(?:星期|周|週|礼拜)[一二三四五六日天](?![\u4e00-\u9fff]))"
    r"|(?P<lunar>(?:农历|農曆|夏历)\S{2,14})"
    rf"|(?P<sheet>{_SHEET.format('number')}(?![\u4e00-\u9fff]))"
    rf"|(?P<credit>(?:本版|值班|责任|執行|执行|美术|视觉|版面|图片|文字|见习|首席|本期)*(?:编辑|編輯|责编|責編|美编|版式|校对|校對|编审|组版|检校|责校|制图|统筹|主编|编委|审读|签发|排版|设计)\s*[/／:：|｜]?\s*(?P<who>[{HAN}]{{2,4}}(?![{HAN}])|[{HAN}]\s[{HAN}](?:\s[{HAN}])?(?![{HAN}]))(?:\s*[、，,]\s*[{HAN}]{{2,4}})*)"
    r"|(?P<contact>(?:新闻|读者|投稿|广告|编辑部|本版|副刊)*(?:热线|電話|电话|传真|邮箱|信箱|投稿|E-?mail|QQ|网址|微信)\s*[:：]?\s*[\w@.\-—()（）]+|[\w.\-]+@[\w.\-]+|www\.\S+)"
    r"|(?P<issue>(?:总\s*)?第\s*[\d一二三四五六七八九十百〇]+\s*期)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[A-D]?[O〇\d]?\d$")
_LOOKS = str.maketrans("lIOo〇", "11000")
_LETTERS = re.compile(rf"(?<![{HAN}])[{HAN}](?:\s[{HAN}])+(?![{HAN}])")
_SECTION = re.compile(rf"^[{HAN}]{{2,}}(?:[·&＆/／][{HAN}]+)*$")


class PageHead(NamedTuple):
    """A head: its first and last line (numbers), the page, and the name of the section."""

    first: int
    last: int
    page: int
    name: str


class Pages(NamedTuple):
    """The heads of a newspaper, in the order of its pages; none for any other text."""

    heads: tuple[PageHead, ...] = ()
    lines: frozenset[int] = frozenset()
    """The numbers of the lines that are heads."""

    def at(self, line: int) -> PageHead | None:
        """The head of the page on which a line stands, ``None`` above the first."""
        at = bisect_right(self.heads, line, key=lambda head: head.first)
        return self.heads[at - 1] if at else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sections, each once, in order."""
        return tuple(dict.fromkeys(head.name for head in self.heads if head.name))


class _Parts(NamedTuple):
    """What a line is made of; ``name`` is what is none of the known parts."""

    kinds: frozenset[str]
    page: int
    name: str


def find_page_heads(lines: Sequence[Line], title: str) -> Pages:
    """The heads of pages; ``title`` is the newspaper's, which they tell themselves if it is lost.

    There are at least two that tell a date or 版, and no two of them the same page.
    """
    anchors = [at for at, line in enumerate(lines) if _may_head(line.text)]
    if len(anchors) < _FEWEST:
        return Pages()
    title = title or _own_name(lines[at].text for at in anchors)
    reader = _Reader(lines, title)
    heads: list[PageHead] = []
    taken: set[int] = set()
    end = sure = 0
    for at in anchors:
        found = reader.head(at) if at >= end else None
        if found is None:
            continue
        end = found.end
        taken.update(range(found.begin, found.end))
        if not heads or found.head.page != heads[-1].page or not found.head.page:
            heads.append(found.head)
            sure += found.sure
    if not title.endswith("报") and sure < _FEWEST:
        return Pages()  # magazines have running heads with dates
    if len({head.page for head in heads}) < _FEWEST:
        return Pages()
    return Pages(tuple(heads), frozenset(lines[at].number for at in taken))


def _own_name(anchors: Iterable[str]) -> str:
    """某某日报, which stands beside the date on one page and another; "" for none."""
    words = Counter(word for text in anchors if _DAY.search(text) for word in text.split())
    again = (word for word, times in words.most_common() if times >= _FEWEST)
    return next((word for word in again if _PAPER.match(word)), "")


def opens_first_page(text: str) -> bool:
    """True for the head of the first page, below the contents: 1版　要闻, 2024年6月14日　星期五　01版."""
    if not _may_head(text):
        return False
    parts = _parts_of(text, "")
    if parts is None or "sheet" not in parts.kinds or parts.page != 1:
        return False
    dated = bool(parts.kinds & {"date", "week"})
    return dated or (bool(parts.name) and _SHEET_FIRST.match(text.strip()) is not None)


_SHEET_FIRST = re.compile(r"^(?:第\s*)?[A-D]?[0O〇]?[1l一]\s*版")
_FEWEST = 2
"""Heads that make a newspaper."""
_DAY = re.compile("星期|周[一二三四五六日]")
_PAPER = re.compile(rf"^[{HAN}]{{2,8}}[报報]$")
_HINT = re.compile("版|[年.．/-]|星期|周[一二三四五六日]")
_PROSE = re.compile("[，。；？！“”…、《》（）()]")


def _may_head(text: str) -> bool:
    """True for a line that may be, or be part of, a head: nothing that a sentence has."""
    if not 2 <= len(text) <= _WIDEST or _HINT.search(text) is None:
        return False
    return _PROSE.search(re.sub("[（(][^（）()]*[）)]|(?<=[0-9])、", "", text)) is None


class _Found(NamedTuple):
    """A head and the indexes of its lines."""

    head: PageHead
    begin: int
    end: int
    sure: bool
    """It has 版 or the day of the week, as none but newspapers do."""


class _Reader:
    """Reads heads about the lines that may tell one."""

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        self.lines = lines
        self.title = squeeze(title)
        self._read: dict[int, _Parts | None] = {}

    def parts(self, at: int) -> _Parts | None:
        """What a line is made of, ``None`` if it is no part of a head."""
        if not 0 <= at < len(self.lines):
            return None
        if at not in self._read:
            self._read[at] = _parts_of(self.lines[at].text, self.title)
        return self._read[at]

    def head(self, at: int) -> _Found | None:
        """The head to which a line belongs."""
        if self.parts(at) is None:
            return None
        begin, end = at, at + 1
        while at - begin < _MOST_LINES and self._belongs(begin - 1):
            begin -= 1
        while end - begin < _MOST_LINES and self._belongs(end):
            end += 1
        while end > at + 1 and not self._solid(end - 1):
            end -= 1  # a title right below
        while begin < at and not self._solid(begin) and not self._opens(begin):
            begin += 1
        found = [parts for index in range(begin, end) if (parts := self.parts(index)) is not None]
        kinds = frozenset().union(*(parts.kinds for parts in found))
        names = [parts.name for parts in found if parts.name]
        pages = [parts.page for parts in found if parts.page]
        if (
            len(names) > 1
            or len(pages) > 1
            or not _is_head(kinds, paged=bool(pages), named=bool(names))
        ):
            return None
        head = PageHead(
            self.lines[begin].number,
            self.lines[end - 1].number,
            pages[0] if pages else 0,
            names[0] if names else "",
        )
        return _Found(head, begin, end, sure=bool(kinds & {"sheet", "week"}))

    def _belongs(self, at: int) -> bool:
        return self.parts(at) is not None

    def _solid(self, at: int) -> bool:
        """True for a line that has more than what may be a name."""
        parts = self.parts(at)
        return parts is not None and bool(parts.kinds or parts.page)

    def _opens(self, at: int) -> bool:
        """True if nothing stands right above a line but the end of a sentence."""
        return at == 0 or self.lines[at - 1].blank or ends_sentence(self.lines[at - 1].text)


def _is_head(kinds: frozenset[str], *, paged: bool, named: bool) -> bool:
    """True for what no signature and no date under a letter has."""
    if "sheet" in kinds:
        return named or bool(kinds & {"date", "week", "title", "credit"})
    if paged:
        return "date" in kinds and (named or bool(kinds & {"week", "title"}))
    return {"date", "week"} <= kinds and (named or bool(kinds & {"title", "credit"}))


def _parts_of(text: str, title: str) -> _Parts | None:
    """What a line is made of, ``None`` if it holds what no head has."""
    if not text.strip() or width(text) > _WIDEST:
        return None
    kinds: set[str] = set()
    pages: list[int] = []

    def take(hit: re.Match[str]) -> str:
        kind = next(name for name in _KINDS if hit[name])
        kinds.add(kind)
        if kind == "sheet":
            pages.append(_page(hit["number"]))
        return "\u3000"

    rest = _PIECES.sub(take, text)
    if _PROSE.search(rest):
        return None
    rest = _LETTERS.sub(lambda hit: squeeze(hit[0]), rest.replace("\u3000", " ").strip())
    names = []
    for word in re.split(r"[\s|｜•—\-]+", rest):
        token = word.strip("·/／：:")
        if not token:
            continue
        if token == title:
            kinds.add("title")
        elif _NUMBER.match(token):
            pages.append(_page(token))
        elif token.isascii() and token.isalpha():
            continue  # the paper's name in Latin letters
        else:
            names.append(token)
    if len(names) > 1 or len(pages) > 1:
        return None
    name = names[0] if names else ""
    if name and (not _SECTION.match(name) or width(name) > _NAME or name in _NO_NAMES):
        return None
    return _Parts(frozenset(kinds), pages[0] if pages else 0, name)


_KINDS = ("date", "week", "lunar", "sheet", "credit", "contact", "issue")
_NO_NAMES = frozenset(("今日", "本期", "共", "本报", "出版"))


def _page(text: str) -> int:
    """The number of a page: O5 is 5, A03 is 3, 三 is 3."""
    digits = re.sub("^[A-D]", "", squeeze(text)).translate(_LOOKS)
    return (number(digits) or 0) if digits else 0
