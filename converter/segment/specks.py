"""Specks of the paper that OCR has read: a lone mark or character on a line that can be no text.

A stain makes ·, a fold |, the edge of a frame 口 or 1, a small drawing ■ •. ‘ ♦ :. Whoever reads on takes
such a line for a heading, for the end of a sentence, or for what parts a box from its text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import has_han, is_han, width
from converter.source import Line
from converter.values import NamedTuple

_MARKS = frozenset("·•・･‧∙⋅.．。、，,'`´^~～_＿|｜丨¦\\/:：;；¨˙©®")
"""Marks that are no text by themselves, and no ornament either."""
_WITHIN = frozenset("·・･‧∙⋅_＿|｜丨¦^`\\")
"""Those that cannot have been torn off a line right above or below."""
_PROGRAM = frozenset("/\\:;")
"""Marks of which two are a sign of a program."""
_DIGITS, _ITEMS = frozenset("0123456789"), frozenset("-*+")
"""Folios, and the marks of list items that have lost their words."""
_STROKES = frozenset("1lIi|｜丨")
"""A short line, which may as well number the first section of a text."""
_FRAMES = frozenset("口囗丶丿亅冂匚凵ロ图圖")
"""What a frame or a bent stroke is read as, and what is left of a caption."""
_WIDEST, _MOST = 24, 2
"""Characters of a line with a speck and blanks around it, and of the speck."""
_NEAR = 8
"""Lines within which another line of one or two characters tells of a column, a chart or verse."""
_PROSE = 16
"""Em of a line that is no name and no cell."""


_DIGIT = re.compile(r"\d")


def find_specks(lines: Sequence[Line]) -> dict[int, bool]:
    """The places of specks, and whether they can be nothing else."""
    found = {at: True for at, line in enumerate(lines) if _is_of_drawing(lines, at, line.text)}
    short = [at for at, line in enumerate(lines) if _is_short(line)]
    if not short:
        return found
    single = {at: text for at in short if len(text := lines[at].text.strip()) == 1}
    alone = [at for at, text in single.items() if text not in _ITEMS]
    characters = [at for at in alone if single[at] not in _DIGITS]
    numerals: list[tuple[int, int]] | None = None
    for at in short:
        text = "".join(lines[at].text.split())
        if _cuts_sentence(lines, at, text) or _is_in_sentence(lines, at, text):
            found[at] = False
            continue
        if not (text in _STROKES or text in _FRAMES or _is_of_marks(text)):
            continue
        place = _Place.of(lines, at)
        crowd = characters if text in _MARKS else alone
        if _is_crowded(crowd, at) or not place.is_in_text(text):
            continue
        if text in _STROKES and place.apart:
            numerals = _numerals(lines) if numerals is None else numerals
            sure = text in _MARKS
            if (sure or place.tells_no_number()) and not _counts(numerals, at, sure=sure):
                found[at] = sure
        elif text in _FRAMES:
            numbered = place.below[:1].isdecimal()
            if place.apart and not numbered and not _is_of_word(lines, place, text):
                found[at] = False
        elif place.has_speck(text):
            found[at] = not place.is_cut or text in _WITHIN
    return found


_STAINS = frozenset("·•・･‧.．,'`´^~_|¦\\:;¨˙‘■□▪▫◼◆♦♣♠●")
"""What an engine reads in the strokes of a small drawing."""
_OF_SENTENCES = frozenset("。，、；：")
_SPOTS, _KINDS = 3, 3
"""So many pieces between blanks, and kinds of marks, are no ornament, whose marks are alike."""


def _is_of_drawing(lines: Sequence[Line], at: int, text: str) -> bool:
    """True for ■ •. ‘ ♦ : and ^ 、• ．i below a blank line: what is read in a small drawing.

    Its caption may stand right below. One letter may be among the marks; ＊　＊　＊ is an ornament,
    and ， 。 ； tell of marks.
    """
    if len(text) > _WIDEST or has_han(text) or len(spots := text.split()) < _SPOTS:
        return False
    marks = [char for spot in spots for char in spot if not (char.isascii() and char.isalpha())]
    letters = sum(map(len, spots)) - len(marks)
    stains = _STAINS.intersection(marks)
    if letters > 1 or not set(marks) <= _STAINS | _OF_SENTENCES or len(set(marks)) < _KINDS:
        return False
    place = _Place.of(lines, at)
    single = all(len(spot) <= _MOST for spot in spots) and len(stains) > 1
    begins = at == 0 or lines[at - 1].blank
    return single and begins and place.is_in_text(text)


def _cuts_sentence(lines: Sequence[Line], at: int, text: str) -> bool:
    """True for P between two full lines of a sentence, right above and below: what shines through the paper.

    No word is cut off at the end of a full line to stand alone above another. A Chinese character may
    be torn off, or the mark that ends the sentence: then the issue has to say elsewhere what the two
    lines say without it, and nowhere what they say with it.
    """
    if not 0 < at < len(lines) - 1 or text.isdecimal():
        return False
    above, below = lines[at - 1].text.strip(), lines[at + 1].text.strip()
    if min(width(above), width(below)) < _FULL or abs(width(above) - width(below)) > _UNEVEN:
        return False
    latin = text.isascii() and _ENDS.isdisjoint(text)
    goes_on = is_han(above[-1]) or (latin and above[-1] in _WITHIN_SENTENCE)
    if not (goes_on and is_han(below[0])):
        return False
    if latin:
        return True
    return len(text) == 1 and width(above) >= _WIDE and _says_without(lines, at, text)


def _is_in_sentence(lines: Sequence[Line], at: int, text: str) -> bool:
    """True for 口, 1 and a dot right between two parts of a sentence, be they no full lines.

    A mark may be of the sentence, unless the issue says elsewhere what stands there without it;
    口 may be of a word, and 1 before what is counted is a number.
    """
    if text not in _IN_SENTENCE or not 0 < at < len(lines) - 1:
        return False
    above, below = lines[at - 1].text.strip(), lines[at + 1].text.strip()
    if width(above) < _PROSE or not (is_han(above[-1:]) and is_han(below[:1])):
        return False
    if text == "1":
        return below[0] not in _COUNTED and above[-1] not in _BEFORE_NUMBER
    if text in "口囗ロ":
        return above[-1] not in _BEFORE_MOUTH and below[0] not in _BEHIND_MOUTH
    return text != "、" or _says_without(lines, at, text)


_IN_SENTENCE = frozenset("口囗ロ1丨.．、'`")
_COUNTED = frozenset(
    "元年月日期卷届屆号號岁歲人次时時分秒米克斤吨噸万萬亿億千百十个個名位条條座组組台臺辆輛艘所户戶家棵株间間件套页頁篇份倍处處种種转轉"
    "度公里批类類层層级級楼樓班队隊村县縣区區市省州镇鎮乡鄉项項支只隻枚张張片块塊本册冊部封场場顿頓代点點刻周天夜世对對双雙副"
)
_BEFORE_NUMBER = frozenset("第图圖表约約近达達为為共仅僅每占零")
"""Beside which a figure may be of the text."""
_BEFORE_MOUTH = frozenset(
    "人出入门門路窗港胸伤傷开開关關缺借随隨一两兩几幾井河山村街巷渡道风風接进進改亲親松张張闭閉胃可顺順户戶牲灶袖领領瓶碗洞虎裂切插炉爐枪槍刀住大小满滿夸誇"
)
_BEHIND_MOUTH = frozenset(
    "头頭语語碑号號岸径徑味腔才干中气氣粮糧音袋红紅述子服角哨令实實供吃渴信舌诵誦诀訣罩水感径"
)
"""What makes a word with 口 before and behind it."""


def _says_without(lines: Sequence[Line], at: int, text: str) -> bool:
    """True if the issue says elsewhere what two lines say without the one between them, and never what they say with it."""
    above, below = lines[at - 1].text.strip(), lines[at + 1].text.strip()
    seam, torn = above[-1] + below[0], (above[-1] + text, text + below[0])
    rest = [line.text for line in (*lines[: at - 1], *lines[at + 2 :])]
    return any(seam in one for one in rest) and not any(
        pair in one for one in rest for pair in torn
    )


_FULL, _UNEVEN = 16, 4
"""The least em of a full line, and by how much two of one column differ."""
_WIDE = 24
"""The least em of a line of the only column, beside which nothing stands that a character may be of."""
_ENDS, _WITHIN_SENTENCE = frozenset("?!.,;:"), frozenset("，、”’")


def _is_short(line: Line) -> bool:
    text = line.text
    return 0 < len(text) <= _WIDEST and 0 < len("".join(text.split())) <= _MOST


def _is_of_marks(text: str) -> bool:
    return set(text) <= _MARKS and (len(text) == 1 or _PROGRAM.isdisjoint(text))


class _Place(NamedTuple):
    """Where a short line stands: the texts above and below it, and whether blank lines part it from both."""

    above: str
    below: str
    apart: bool

    @classmethod
    def of(cls, lines: Sequence[Line], at: int) -> _Place:
        """The place of a line."""
        above, below = at - 1, at + 1
        while above >= 0 and lines[above].blank:
            above -= 1
        while below < len(lines) and lines[below].blank:
            below += 1
        return cls(
            lines[above].text.strip() if above >= 0 else "",
            lines[below].text.strip() if below < len(lines) else "",
            (above != at - 1 or not at) and (below != at + 1 or at + 1 == len(lines)),
        )

    @property
    def is_cut(self) -> bool:
        """True if the text above breaks off, so that a mark of its sentence may stand here."""
        return width(self.above) >= _PROSE and is_han(self.above[-1])

    def is_in_text(self, text: str) -> bool:
        """True beside Chinese text, and for a stroke not beside a row of a table."""
        beside = (self.above, self.below)
        row = text in _STROKES and text in _MARKS and any(one[:1] == "|" for one in beside)
        return any(map(has_han, beside)) and not row and not any(one[:1] == "<" for one in beside)

    def tells_no_number(self) -> bool:
        """True beside a line of text, or lines without any number: a 1 is no cell and no page there."""
        beside = (self.above, self.below)
        return any(width(text) >= _PROSE for text in beside) or not any(map(_DIGIT.search, beside))

    def has_speck(self, marks: str) -> bool:
        """True if ``marks`` can be none of a sentence or of a column here."""
        if self.apart:
            return marks != "。" or not self.is_cut
        beside = (self.above, self.below)
        return set(marks) <= _WITHIN and all(
            width(text) >= _PROSE and has_han(text) for text in beside
        )


def _is_crowded(short: Sequence[int], at: int) -> bool:
    """True if another line of one or two characters stands near."""
    return bisect_right(short, at + _NEAR) - bisect_left(short, at - _NEAR) > 1


_NUMERAL = re.compile(r"^\W{0,3}(?P<n>\d{1,3})\W{0,3}$")


def _numerals(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The places of numbers from 2 on that have lines of their own."""
    hits = ((at, _NUMERAL.match(line.text.strip())) for at, line in enumerate(lines) if line.text)
    told = ((at, int(hit["n"])) for at, hit in hits if hit is not None)
    return [(at, value) for at, value in told if value > 1]


def _counts(numerals: Sequence[tuple[int, int]], at: int, *, sure: bool) -> bool:
    """True for a stroke that may be 1: what counts next is 2, or a folio of the first pages.

    So is the page of the first entry of the contents, below which those of the others stand.
    Between 12 and 13 it is none of them; ``sure`` is a stroke that hardly is a figure.
    """
    place = bisect_left(numerals, (at, 0))
    following = numerals[place][1] if place < len(numerals) else 0
    before = numerals[place - 1][1] if place else 0
    if following == _SECOND or sure or before:
        return following == _SECOND
    return 0 < following <= _FIRST_PAGES or _lists_pages(numerals[place : place + _LISTED], at)


_SECOND, _FIRST_PAGES = 2, 9
_LISTED = 3
"""So many numbers that rise a few lines below each other are pages of the contents."""


def _lists_pages(numerals: Sequence[tuple[int, int]], at: int) -> bool:
    """True for 31, 50 and 63 below the stroke, with no more than a title and blank lines between them."""
    column = [(at, 1), *numerals]
    return len(column) > _LISTED and all(
        0 < below - above <= _NEAR and page < other
        for (above, page), (below, other) in pairwise(column)
    )


def _is_of_word(lines: Sequence[Line], place: _Place, char: str) -> bool:
    """True if the issue has the character elsewhere beside its neighbour: it ends or begins a word.

    The large first character of a text stands below no text, but below a title or a name.
    """
    pairs = [place.above[-1:] + char] if place.is_cut else []
    if is_han(place.below[:1]) and width(place.below) >= _PROSE > width(place.above):
        pairs.append(char + place.below[0])
    return any(pair in line.text for line in lines for pair in pairs)
