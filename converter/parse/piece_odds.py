"""What a piece below the first paragraph of a box says of itself: the box's own, or the text's.

The weights (log odds) are fitted to boxes of many magazines, set into other places of their
articles.
"""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, bigrams, ends_sentence, is_han, key, width
from converter.names import is_name
from converter.parse.cohesion import terms
from converter.parse.grams import Trigrams
from converter.parse.heal.series import is_parted
from converter.parse.items import item_form
from converter.parse.seam import goes_on, is_scrap, says_rest, tells_when
from converter.parse.usage import joins
from converter.segment import Unit
from converter.values import NamedTuple


class Around(NamedTuple):
    """What stands around a box: the sentence that it cuts, and what tells where that goes on."""

    tail: str
    """The paragraph, or its end, that breaks off before the box, "" if none does."""
    before: Sequence[str]
    """The pieces above the box."""
    trigrams: Trigrams
    later: Sequence[Unit]
    """Pieces behind the next boxes, any of which may carry the sentence on as well."""
    name: str
    """The label and the title of the box."""
    title: str
    """The title of the box alone, "" if it has none."""
    opening: str
    """The first paragraph of the box, without its label."""
    tops: Container[int] = ()
    """The first lines of what stands at the top of a page."""
    single: bool = False
    """The boxes of the issue have one paragraph each, where a source closes them."""

    def about(self) -> frozenset[str]:
        """Pairs of characters that tell what the box is about, and nothing else of the issue."""
        return frozenset(
            pair
            for pair in bigrams(key(self.name)) - bigrams(key(self.tail))
            if pair and "的" not in pair and self.trigrams.count(pair) <= _RARE
        )


_RARE = 3
"""So often at most does an issue say a word that tells what a box is about."""
_SAME, _ECHOED = 3, 1.5
"""Characters at the seam, and what it says that the text above goes on behind them in the same way:
……防线失守，是根本原因。……防线失守， | 是重要原因。"""
_DOUBLED = 1.5
"""What it says that a piece begins with the character that stands before the seam."""


class Alloting:
    """Weighs single pieces below the first paragraph of a box."""

    def __init__(self, units: Sequence[Unit], first: int, around: Around) -> None:
        self.units = units
        self.first = first
        self.around = around
        near = units[max(0, first - PAGE) : first + PAGE]
        self.spaced = sum(unit.gap for unit in near) * 2 >= len(near)
        """Blank lines part all paragraphs."""
        self.about = around.about()
        self.title = bigrams(key(around.title))
        self.article = bigrams(key("".join(around.before[-_NEAR:]) + around.tail))
        self.told = "。".join((*around.before, around.tail))
        self.calls = _is_programme(units, first)
        """The paragraphs of the text begin with a short call each."""
        self.right_above = "".join((*around.before[-1:], around.tail))
        self.terms = terms("。".join((*around.before[-_NEAR:], around.tail)))
        sizes = sorted(size for size in map(width, around.before) if size >= _TEXT)
        self.usual = max(_BOXES, sizes[len(sizes) // 2]) if len(sizes) > 1 else _USUAL

    def _said(self, at: int) -> str:
        """What the box says, if it ends before a unit."""
        texts = (self._above(below + 1) for below in range(self.first, at))
        return "。".join((self.around.name, *texts))

    def _box(self, at: int) -> frozenset[str]:
        """The pairs of characters of that."""
        return bigrams(key(self._said(at)))

    def _above(self, at: int) -> str:
        """What stands above a unit, without the label of the box."""
        return self.around.opening if at == self.first + 1 else self.units[at - 1].text

    def _narrower(self, at: int) -> int:
        """1 for a piece set in the measure of the box, -1 for one in that of the text, else 0.

        Both are known where the OCR keeps the printed lines, and a frame is narrower.
        """
        frame, line = _measure(self.units[self.first]), _measure(self.units[at])
        column = max(map(_measure, self.units[max(0, self.first - PAGE) : self.first]), default=0.0)
        if not (frame and line) or column < frame + _FRAME:
            return 0
        return 1 if line <= frame + _FRAME / 2 else -1

    def _like_boxes(self, text: str) -> float:
        """How much rather a piece has the length of a box's paragraph than of one of the text."""
        own, usual = math.log(_BOXES), math.log(self.usual)
        size = max(own - _LEAST, min(usual + 1.5, math.log(width(text))))
        return (usual - own) * ((usual + own) / 2 - size)

    def own(self, at: int) -> float:
        """The log odds that a paragraph is the box's and not the text's."""
        text, above = self.units[at].text, self._above(at)
        pairs, kind = bigrams(key(text)), item_form(text)
        score = _TITLED if self.around.title else _UNTITLED + _SINGLE * self.around.single
        score += _LENGTH * self._like_boxes(text)
        score += _FRAGMENT * (width(text) <= _FEW < width(above))
        score += _QUOTED * (_is_quoted(text) and not _is_quoted(self.around.opening))
        persons = [_PERSON_WORD.search(one) is not None for one in (text, self.around.opening)]
        score += _PERSONS * (persons[0] - persons[1])
        score += _FIGURES * min(1.0, 5 * _digits(text))
        score += _COUNTING * (min(_figures(text), _figures(self.around.opening)) > _MANY)
        score += self._counts(text)
        score += _PERSON * self._begins_with_somebody(text) + _SAID * bool(_SAYS.search(text))
        score += _TEXTS_WORDS * min(1.0, len((pairs & self.article) - self._box(at)) / 4)
        score += _BOXES_WORD * bool(self.about & pairs)
        score += _NAMED * self._is_named(text)
        score += _OPENS_TITLE * bool(self.title & bigrams(key(text[:_FIRST])))
        shared = (terms(text) & terms(self._said(at))) - self.terms
        score += _BOXES_TERMS * min(1.0, len(shared) / 3)
        score += _NARROW * self._narrower(at)
        score += _PARTED * (self.units[at].gap and not self.spaced)
        score += _OTHER_FORM * bool(kind and kind != item_form(above))
        if _BORN.search(self.around.opening):
            score += _LIFE * bool(_LIVED.match(text))
        score += _LIFE * self._is_other(text)
        score += _THE_SAME * self._speaks_of_it(text)
        if self._explains():
            score += _DEFINED if _DEFINITION.match(text) else _UNDEFINED
        score += _TERM * self._is_term(text)
        score += _RULES * (self._rules() and _RULE.search(text) is not None)
        score += _NO_CALL * (self.calls and not self.around.tail and not _HEADED.match(text))
        return max(-_MOST_OWN, min(_MOST_OWN, score))

    def _counts(self, text: str) -> float:
        """What it says that a paragraph has figures, or none, in a box whose name promises them."""
        if not _COUNTS.search(self.around.name) or _digits(self.around.opening) < _DENSE:
            return 0.0
        if not _figures(text):
            return _UNCOUNTED
        return _COUNTED * (_digits(text) >= _DENSE and width(text) <= _FIGURE_LINE)

    def _is_above_call(self, at: int) -> bool:
        """True for a piece right above one that begins with a call."""
        below = self.units[at + 1].text if at + 1 < len(self.units) else ""
        whole = width(below) >= _PROGRAMME or not ends_sentence(below)
        return whole and _HEADED.match(below) is not None

    def _explains(self) -> bool:
        """True for a box that tells what words mean, as its name and its first paragraph say."""
        defines = _DEFINITION.match(self.around.opening)
        return defines is not None and _GLOSSARY.search(self.around.name) is not None

    def _rules(self) -> bool:
        """True for a box of rules in a text that gives none right above it."""
        return _RULE.search(self.around.opening) is not None and not _RULE.search(self.right_above)

    def _is_other(self, text: str) -> bool:
        """True for one person more, 某某，本名不详，……, in a box that tells of persons."""
        return _WHO.match(text) is not None and bool(_WHO.match(self.around.opening))

    def _speaks_of_it(self, text: str) -> bool:
        """True for 2018年，该镇…… in a box that begins with a 镇 by its name, and below no other.

        So do 全团…… and 这首诗……, which have the longer name of what they speak of before them. And
        违反上述规定的……, below rules that say that word, and 其中准则…… below kinds of which that is one.
        """
        above = _ABOVE.search(text[:_EARLY])
        if above is not None and above["what"] not in self.right_above:
            return above["what"] in self.around.opening
        hit = _SAID_BEFORE.search(text[:_EARLY])
        if hit is None or hit[0] in self.right_above:
            return False
        return hit["kind"] in self.around.opening[: _EARLY if hit[0][0] in "该該" else 2 * _EARLY]

    def _is_named(self, text: str) -> bool:
        """True for a piece with the name of what a box explains, which the paragraph above has not."""
        name = self.around.title
        short = _NAME_SIZE[0] <= len(name) <= _NAME_SIZE[1]
        explained = short and name in self.around.opening[:_EARLY]
        return explained and name in text and name not in self.right_above

    def _is_term(self, text: str) -> bool:
        """True for a term, a wide blank and what it means, as the first paragraph of the box has it."""
        return _TERM_FORM.match(text) is not None and bool(_TERM_FORM.match(self.around.opening))

    def _begins_with_somebody(self, text: str) -> bool:
        """True for 他…… and for 柯满仓说……, whom the text above the box names and the box does not."""
        name = text[:_NAME]
        acts = text[_NAME : _NAME + 1] in _ACTS and is_name(name)
        named = acts and name in self.told and name not in self.around.opening
        return named or _SOMEBODY.match(text) is not None

    def odds(self, at: int) -> float:
        """The log odds that a piece carries on the broken sentence, by the words at the seam."""
        tail, text, trigrams = self.around.tail, self.units[at].text, self.around.trigrams
        odds = goes_on(tail, text, trigrams)
        if tail[-1] == text[0] and is_han(text[0]):
            # 排队 | 队名单: one character that OCR has read on both sides of the box
            odds = max(odds, goes_on(tail[:-1], text, trigrams) + _DOUBLED)
        echoed = len(tail) >= _SAME and tail[-_SAME:] + text[0] in self.told
        return odds + _ECHOED * echoed

    def carries(self, at: int, odds: float) -> float:
        """The log odds that a piece carries on the broken sentence, with all that it says.

        Where each paragraph begins with a call, it is the piece above one, unless that may be
        the short rest of the sentence.
        """
        score = self._carries(at, odds)
        if self.calls and self._is_above_call(at):
            score += _ABOVE_CALL * (self._carries(at + 1, self.odds(at + 1)) < score)
        return score

    def _carries(self, at: int, odds: float) -> float:
        """The same by what the piece itself says."""
        text, above = self.units[at].text, self._above(at)
        score = _SEAM * max(-4.0, min(8.0, odds))
        score += _CERTAIN * (odds >= _SURE) + _CLEAR * max(0.0, min(8.0, odds - _SURE))
        score += _REST * max(-4.0, min(4.0, says_rest(self.around.tail, text)))
        if is_han(text[0]) and is_han(self.around.tail[-1]):
            score += _CHAR * ((text[0] in _WITHIN) - (text[0] in _OPENING))
        score += _REST_LENGTH * max(-1.5, min(1.5, math.log(width(text) / self.usual)))
        score += _SCRAP * is_scrap(text)
        score += _FEW_WORDS * (width(text) <= _FEW and ends_sentence(text)) + _QUOTE * (
            text[0] in "“《「『"
        )
        numbered = item_form(text) and not is_parted(self.around.tail, text)
        score += _NUMBERED * bool(numbered) + _CHAINED * chained(above, text)
        score += _BEGINS_ALIKE * begins_alike(above, text) - _TERM * self._is_term(text)
        score -= _DEFINED * (self._explains() and _DEFINITION.match(text) is not None)
        score -= _LIFE * self._is_other(text)
        score += _JOINED * (
            _JOINS.match(text) is not None and _HALVES.search(self.around.tail) is None
        )
        words = len((bigrams(key(text)) & self._box(at)) - self.article)
        score += _LINE * (width(text) <= HEADING and not ends_sentence(text))
        score += _SAYS_TITLE * bool(self.title & bigrams(key(text[:_FIRST])))
        score -= _WHEN * tells_when(self.around.tail, text)
        score += joins(self.around.tail, text)
        return score + _SAYS_BOX * min(1.0, words / 3)


_SCRAP = 1.5
"""What it says for the rest of a sentence that it is no more than a word or two with a full stop."""
_WHEN = 3.0
"""What it says against a piece that it begins with the time of a sentence (今年以来，), as none of
260,000 pieces cut out of the sentences of some eighty issues does."""
_TITLED, _UNTITLED = -0.4, -1.2
"""What a box with a title says for one paragraph more, and one without."""
_BOXES, _USUAL, _TEXT = 38.0, 50.0, 16
"""Em of a usual paragraph of a box, of one of a text where it is unknown, and of the shortest
piece of the text that is one."""
_LENGTH, _LEAST, _REST_LENGTH = 2.9, 0.35, -0.85
"""What it says for a box, and for what carries a sentence on, how long a paragraph is (by the
logarithm), and by how much less than that of a box it tells nothing more."""
_FEW, _FRAGMENT, _FEW_WORDS = 12, -1.65, 1.0
"""Em of the rest of a sentence, and what it says for a box, and for what carries a sentence on."""
_QUOTED = -1.5
"""What it says for a box that a paragraph is nothing but what somebody says, and the first is not."""
_FIGURES, _PERSON, _SAID, _PERSONS = 0.5, -1.55, -1.1, -1.15
"""What it says for a box that a paragraph is full of figures, begins with somebody, has speech, and
persons where the box has none above it."""
_NUMERALS = re.compile(
    r"\d[\d.,]*|[一二三四五六七八九十百千万萬两兩〇零]{2,}|[二三四五六七八九十两兩][户戶亩畝人名个個座条條只隻斤元里米页頁件次岁歲天年月]|百分之"
)
_COUNTING, _MANY = 1.2, 0.12
"""The same of figures, in characters as well, that fill more than such a part of both: 参加战斗一百一十六次.

Fitted, as that of 全团……, to 493 pieces of issues with known truth; on 234 of other issues, held out,
more are told right, and the log loss is less."""
_COUNTS = re.compile("[数數][据據字读讀说說看]")
_COUNTED, _FIGURE_LINE, _DENSE, _UNCOUNTED = 2.2, 60, 0.05, -2.5
"""The same of a short paragraph full of figures below another, where the name of the box promises
figures: 数读; and of one that has none, as the coda of an article."""
_SINGLE = -1.5
"""What it says for a box without a title that those with a source have one paragraph each: so have
seven of eight without one in the issues where that is so, and half of all others."""
_NAMED, _NAME_SIZE = 2.0, (3, 10)
"""What it says for a box that a paragraph has the name that is its title and opens its text, and the
characters of such a name."""
_OPENS_TITLE, _FIRST = 0.6, 10
"""What it says for a box that a paragraph begins with a word of its title, in so many characters."""
_MOST_OWN = 2.5
"""The most that a single paragraph says for a box, or against it."""
_NARROW, _FRAME = 3.0, 1.6
"""The same of a piece in the measure of the frame, which is narrower by so many em."""
_PARTED, PAGE = -2.5, 30
"""The same of a blank line before it, where so many units have hardly any."""
_OTHER_FORM = -0.55
"""The same of an item of a list that the piece above is not."""
_BORN = re.compile("年[出]?生|出生|生[于於]|籍[贯貫]")
_LIVED = re.compile(
    "^(?:著有|著作|曾[任获獲在]|[现現]任|[历歷]任|兼任|先后|先後|[毕畢][业業][于於]|代表作|主要[作著]|作品|出版|[获獲]|[师師][从從])"
)
_LIFE = 2.0
"""The same of 曾任…… and 著有……, which have nobody before them, where the box tells of a person."""
_SAID_BEFORE = re.compile(
    "(?:[该該全]|[这這][座首条條部本家個个支])(?P<kind>[镇鎮县縣市村乡鄉区區州馆館校院厂廠社所站局组組会會河湖桥橋团團坝壩队隊书書诗詩店寺塔山楼樓渠路街岛島港族省园園矿礦库庫])"
)
_ABOVE = re.compile(rf"(?:上述|前述|上列|^其中[的，,]?)(?P<what>[{HAN}]{{2}})")
_THE_SAME, _EARLY = 2.5, 16
"""What it says that a paragraph speaks of what the first one is about as of something named, and
within how many characters of both."""
_WHO = re.compile(
    rf"^[{HAN}·]{{2,4}}(?:（[^（）]{{4,24}}）)?，(?:男|女|本名|原名|又名|别名|別名|字|号|號|[{HAN}]{{2,8}}人(?=[，。]))"
)
"""某某（1906—1935），女，某县人，……."""
_GLOSSARY = re.compile("名[词詞]|概念|[术術][语語]|[词詞][典条條]|[释釋][义義]|解[释釋]")
_DEFINITION = re.compile(
    r"^[^，。：；？！]{2,18}(?:[：:](?![“「])|，?(?:是|系)?指(?!出)|，又[称稱])"
)
_TERM, _TERM_FORM = 2.5, re.compile(rf"^[{HAN}]{{1,8}}\u3000+[{HAN}“《]")
"""What it says for a box, and against the rest of a sentence: 缆桩　渡口边……, below 水尺　量水的……."""
_RULE = re.compile(
    "的，(?:[^，。；]{0,12}(?:应[当该]|應[當該]|不得)|由|以|可以?|须|須|依照|按|经|經|予以|从[轻重]|從[輕重])|不得(?!不)"
)
_NO_CALL, _ABOVE_CALL = 1.2, 2.4
"""What it says for a box that a paragraph begins with no call, where those of the text do; and for
what carries a sentence on, that the next paragraph begins with one: the text goes on there."""
_RULES = 2.0
"""The same of a rule, ……的，应当……, below another, where the text has none."""
_DEFINED, _UNDEFINED = 1.5, -1.0
"""The same of one term more, 末端电价：……, in a box that tells what terms mean, and of none; and
against that as the rest of a sentence."""
_TEXTS_WORDS, _BOXES_TERMS, _BOXES_WORD, _NEAR = -1.35, 0.6, 1.05, 3
"""The same of words of so many pieces of the text, of terms of the box, and of a word of its title."""
_SEAM, _REST, _SURE, _CERTAIN, _CLEAR, _CHAR = 0.19, 0.66, 5.5, 0.64, 0.39, 1.14
"""How much the odds at the seam tell, those of them that the piece itself gives, and the more from
so many on and by each one above, and a first character that no paragraph begins with."""
_QUOTE, _NUMBERED, _CHAINED, _BEGINS_ALIKE = -1.7, -3.6, -1.0, -1.2
"""What a quotation mark at its beginning says, a number, a word of the piece above, and the
same character or figures as at the beginning of that."""
HEADING = 24
"""Em of the longest heading."""
_SAYS_BOX, _SAYS_TITLE, _LINE = -2.1, -0.4, -2.0
"""What words of the box say, one of its title, and that it is short and no sentence, as a heading."""
_JOINED = -2.0
"""What it says that a piece joins a sentence on, where no mark stands before it."""
_JOINS = re.compile(
    "所以|不过|不過|但是?(?!凡)|可是|然而|因此|因而|于是|於是|而且|况且|況且|何况|何況|其实|其實|同样，|同樣，|总之|總之"
)
_HALVES = re.compile(r"(?:[^\u4e00-\u9fff]|[之只再大最至不非关關])$")
"""The first half of such a word, or of another with it (之|所以, 只|不过), or a mark."""
_PERSON_WORD = re.compile("[他她我你您]")
_SAYS = re.compile("[说說道问問：]，?：?[“「]|[”」][，。]?[他她我]?[说說]")
_SOMEBODY = re.compile("^[“「]?(?:我|他|她|它|你|这|這|那|后来|後來|当时|當時|有人|有一)")
_NAME, _ACTS = 3, frozenset("说說讲講听聽问問想笑看走站坐拿指告回答在把对對从從和跟也又就还還是一")
"""Characters of most names, and what somebody does, or how, behind them."""
_WITHIN = frozenset(
    "的了是年个來来里子出得时時分就着业多能点點会會面们們次和百只位间口部动動道都员度條条之月量定么字半题區区件样樣话元场級级务者设重體体化组户钟己均明查意线项众候力千什费报任持几率边邊底准干万共案片结块系达议委才句层占认些步性份室哪质花验情决贴源复亮险求器色叫施置告格约育盖布岁續续料掉轻"
)
"""Characters that stand within sentences, and hardly ever at the beginning of a paragraph."""
_OPENING = frozenset("我第三答这這二从從记問问四本今老编全那坚对對做他最专專改白推如")
"""Characters that paragraphs begin with; counted in prose of many magazines, like the others."""
_FIRST_WORDS, _LAST_WORDS = 6, 40


def _is_programme(units: Sequence[Unit], first: int) -> bool:
    """True if most paragraphs around a box, in its part of the article, begin with a call."""
    above = first - 1
    while above > max(0, first - PAGE) and not _is_part(units[above].text):
        above -= 1
    below, end = first, min(len(units), first + PAGE)
    while below < end and not _HEADED.match(units[below].text):
        below += 1
    last = next((at for at in range(first, end) if _is_part(units[at].text)), end)
    told = [
        _HEADED.match(unit.text) is not None
        for before, unit in (*pairwise(units[above:first]), *pairwise(units[below - 1 : last]))
        if width(unit.text) > HEADING and (ends_sentence(before.text) or _is_part(before.text))
    ]
    return sum(told) >= _CALLED and 5 * sum(told) > 3 * len(told)


def _is_part(text: str) -> bool:
    """True for 一、……, over a part of an article."""
    return _PART.match(text) is not None and width(text) <= _PART_LINE and not ends_sentence(text)


_PART, _PART_LINE = re.compile("[一二三四五六七八九十]{1,3}、"), 64
_CALLED, _PROGRAMME = 3, 80.0
_HEADED = re.compile(
    "(?![他她它我你这那這])[\u4e00-\u9fff“”、《》]{4,18}(?<![的了着过呢吧])。(?!$)"
)
"""So many calls make a programme, and em of its shortest paragraphs: 健全责任体系。 before all that is to be done for that."""


def _measure(unit: Unit) -> float:
    """The widest printed line of a piece that has several, 0 if it has not."""
    return (
        max((width(line.text.strip()) for line in unit.lines), default=0.0) if unit.wrapped else 0.0
    )


def _is_quoted(text: str) -> bool:
    """True for “吵架也是一种修路。”: all of it in quotation marks."""
    return text[0] in "“「『" and text[-1] in "”」』"


def _digits(text: str) -> float:
    """The part of a text that is figures."""
    return sum(map(str.isdigit, text)) / len(text)


def _figures(text: str) -> float:
    """The part of a text that is figures, and numbers written in characters; 一条 is often no number."""
    return sum(map(len, _NUMERALS.findall(text))) / len(text)


def chained(before: str, text: str) -> bool:
    """True if a paragraph takes up at its beginning what the one before says at its end."""
    head = key(text[:_FIRST_WORDS])[:2]
    return len(head) > 1 and head in key(before[-_LAST_WORDS:])


def begins_alike(before: str, text: str) -> bool:
    """True if two paragraphs begin with one character (看井栏…… 看井壁……), or with figures."""
    return text[0] == before[0] or (_digits(text[:2]) > 0 and _digits(before[:2]) > 0)
