"""Articles that the contents do not list, found by title and byline."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, number, squeeze, width
from converter.model import Author, Role
from converter.names import SURNAMES, is_body, is_name, is_office, join_spaced, split_names
from converter.parse.byline import BylineReading
from converter.parse.items import is_over_item, item_form
from converter.parse.kinds import is_credit, is_date_line, is_salutation, jump, labelled
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import Survey
from converter.parse.shapes import blanks_are_rare, opens_document, stands_apart, title_level
from converter.parse.speakers import is_guest, is_roll_head, is_roll_name, opens_roll, takes_part
from converter.segment import Unit

_HEAD_LINES = 5
"""Lines of the head of an article: three of its title, a subtitle, and who signs."""
_SIGNED = 0.9
"""How sure a byline must be that makes a column of a section."""
_SIGNED_SURELY = 0.95
"""How sure it must be where the title is set as a heading of those that are listed."""
_PARAGRAPH = 48
"""The least em of a paragraph below a house that signs, where none else does."""
_TEXT = 3
"""Paragraphs of an article that has lost its entry in the contents."""
_PROSE = 16
"""The least em of its first paragraph."""
_NOTICE_NAME = 28
_NOTICE = re.compile(
    rf"^(?:(?:《[{HAN}]+》(?:(?:19|20)\d\d年度?)?|(?:(?:19|20)\d\d年度?)?(?:第[\d{HAN}]{{1,3}}[届屆])?[“「《][^“”「」《》]{{1,12}}[”」》])?[{HAN}]{{0,8}}(?:启事|啟事|啓事)|(?:《[{HAN}]+》|本[刊报報社])?[稿征徵][约約稿](?:简则|簡則)?"
    r"|(?:本期)?(?:封[面底二三]|题图|題圖)(?:照片|图片|摄影|设计|設計)?(?:说明|說明|介绍|介紹)"
    rf"|(?:[会會][费費]|[财財][务務]|捐款|[经經][费費]|[账帳]目)[{HAN}]{{0,4}}(?:公告|公示|公布)"
    r"|(?:本刊)?下期(?:预告|預告|要目)|(?:敬?告|致)(?:读者|讀者|作者|订户|訂戶)(?:书|書)?"
    r"|(?:欢迎|歡迎|请|請)(?:订阅|訂閱|投稿|邮购|郵購|赐稿|賜稿)(?:《[^》]{1,12}》)?(?:杂志|雜誌|月刊)?|(?:本[刊报報社]|重要|郑重|鄭重)(?:声明|聲明|公告|通告))$"
)
"""What the house tells its readers, and no magazine lists in its contents."""
_CENTRED = 3.0
"""Em of blanks before a line in the middle of a column or at its right edge; a first line has two."""
_CLOSED = 3
"""Units before which no article is at its end."""
_PIECES = re.compile("[（(等]?(?P<count>[两兩二三四五六七八九十2-9])[则則篇][）)]?$")
"""How many pieces stand under a title that counts them."""
_CORRECTION = re.compile("^(?:来函|來函)?(?:更正|勘误表?|勘誤表?)$")
"""What follows a notice, and elsewhere may as well stand in the column of the letters."""
_SMALL, _LAST = 16, 24
"""Pieces of a notice, and characters of its last sentence."""
_TOLD = re.compile("特此|[致谨謹][以此表]{0,4}歉|敬请|敬請|请予谅解|請予諒解")
"""With what the house ends what it has to say: 特此更正，并致歉意。"""
_FRAMED = re.compile(
    rf"^(?:[·•]\s*[{HAN}](?:\s*[{HAN}]){{1,5}}\s*[·•]|[【〔\[]\s*[{HAN}](?:\s*[{HAN}]){{1,5}}\s*[】〕\]]|[■◆●▲★]\s*[{HAN}](?:\s*[{HAN}]){{1,5}})$"
)
_NEWS = re.compile(
    rf"^\W?[{HAN}]{{0,3}}(?:[简簡短快]讯|簡訊|简讯|短訊|短讯|快訊|快讯|消息|動態|动态|书讯|書訊|要闻|要聞|补白|補白|花絮|[信资資]息|通讯|通訊|[记記]事)\W?$"
)
"""What magazines call the news that fill a page."""
_PREFACE = re.compile(
    r"^(?:[^，。；：！？（）]{2,24}[（(]代(?:序|跋|前言|后记|後記|[发發]刊[词詞]|卷首[语語])[）)]"
    r"|(?:[发發创創复復]刊|终刊|終刊)[词詞辞辭献獻]|前\s*言|序\s*言|卷首[语語]|刊首[语語]|[编編]者的[话話])$"
)
"""What opens an issue, or a book in parts, and tells so itself."""
_ASKING = re.compile("(?:问答|問答|答问|答問|解答|答疑|[门門][诊診]|信箱|咨询|諮詢)$")
_TELLING = re.compile(
    "(?:消息|动态|動態|简讯|簡訊|短讯|短訊|快讯|快訊|要闻|要聞|通告|预告|預告|花絮|来鸿|來鴻)$"
)
"""What names a column of questions, and one of news."""
_QUESTION, _ANSWER = re.compile("^(?:[问問]|Q)\\s*[：:]"), re.compile("^(?:答|A)\\s*[：:]")
_NEWS_MARKS, _GENRE = frozenset("△▲●○◆◇■□★☆※"), 8
"""With what each piece of news begins, and characters of the name of such a column."""
_EDITED = re.compile(
    r"^[（(【\[［〔■●◆※]?\s*(?:本文)?(?:责任编辑|責任編輯|责编|責編|责任校对|責任校對)"
)
_LETTER = 24
"""The most pieces of a letter."""
_ENOUGH = 3
_HEAD = 24
"""Em of the longest heading."""

_POEMS = re.compile(
    "(?:组诗|組詩|[（(](?:外|诗|詩)?[一二两兩三四五六七八九十]{1,2}(?:首|章)|[一二两兩三四五六七八九十]{1,2}首|诗抄|詩抄|诗钞|诗选|詩選)[）)]?$"
)
_STANZA, _VERSE = 5, 24
"""Lines below a byline that are verse, and their em."""
_SPACED = re.compile(rf"^[{HAN}][ \u3000]{{1,2}}[{HAN}]$")
_HALF = 20
"""Em of half a title."""
_TWO, _SECTION = 2, 6
"""So many are no chance, and the most em of the name of a section that the contents have lost."""
_MARKED = frozenset("□■◎○●◇◆△▲☆★")
"""What stands before those who sign."""
_IN_ENGLISH = re.compile(r"(?:[\s|｜/／·•]+[A-Z][A-Za-z &'’.\-]*)?$")
_HOUSE = 0.7
"""How sure the byline of a house is that nothing tells but its name."""
_PLACED_NAMES = re.compile(rf"^[{HAN}\s，,、\d^*＊†¹²³⁴⁵]+$")
_MARKS = re.compile(r"[，,、\d^*＊†¹²³⁴⁵]+")
_NAME_SIZE = (2, 4)
_BELOW_TITLE = 4
"""Units below a title among which its byline stands."""


def names_poems(title: str) -> bool:
    """True for 旧站台（组诗） and 渔港三首."""
    return _POEMS.search(title) is not None


def _spaced_name(text: str) -> BylineReading:
    """The one who signs by a letter-spaced word."""
    return BylineReading((Author(squeeze(text)),), _SIGNED)


def roll_lines(units: Sequence[Unit]) -> set[int]:
    """The lines of those who take part in a talk, which look like bylines."""
    found: set[int] = set()
    for at, unit in enumerate(units):
        goes_on = at - 1 in found and (is_roll_name(unit.text) or is_guest(unit.text))
        opens = is_roll_head(unit.text) or takes_part(unit.text) or opens_roll(unit.text, ())
        if goes_on or opens:
            found.add(at)
    return found


class UnlistedFinder:
    """Tells by its shape where an article begins."""

    def __init__(self, survey: Survey, refused: set[int]) -> None:
        self.survey = survey
        self.units = survey.units
        self.refused = refused
        self._level = 0
        """How many # the OCR puts before the titles that the contents list."""
        self._titles: frozenset[int] = frozenset()
        """Where those titles stand that have been found by the contents."""
        self._sectioned = False
        """Whether the names of sections stand over titles."""
        self._spaced = False
        """Whether names of two characters are set with a blank between these."""
        self._houses = False
        """Whether houses sign articles that the contents list."""
        self._signed: dict[int, bool] = {}
        """Where those begin that are listed, and whether the contents name who signs them."""
        self._starts: list[int] = []
        """The same places in their order."""
        self._first = 0
        """Where the first article begins that is listed."""
        self._contents_end = 0
        """The number of the last line of the contents, 0 if there are none."""
        self._deep = 0
        """How many blank lines stand over titles, and hardly anywhere else; 0 if no more than there."""

    @cached_property
    def _blanks_are_rare(self) -> bool:
        return blanks_are_rare(self.units)

    def find(self, openings: list[Opening]) -> list[Opening]:
        """The articles beside those that have been found by the contents."""
        listed, bare = bool(openings), not self.survey.contents.entries
        taken = {
            at
            for opening in openings
            for at in range(opening.start, opening.start + len(opening.title) + 3)
        }
        taken |= roll_lines(self.units)
        titles = {key("".join(self.units[i].text for i in opening.title)) for opening in openings}
        found: list[Opening] = []
        author_first = self._author_first(openings)
        # Where all that is listed has been found, a # more is a heading: OCR knows no levels.
        complete = len(openings) >= 3 and len(openings) >= len(self.survey.contents.entries)
        titles_at = [opening.title[0] for opening in openings]
        self._titles = frozenset(titles_at)
        self._sectioned = self.survey.has_sections_over(titles_at)
        self._spaced = any(map(self._is_signed_spaced, openings))
        self._houses = any(
            opening.reading[1] and all(map(is_body, opening.reading[1])) for opening in openings
        )
        self._signed = {opening.title[0]: bool(opening.reading[1]) for opening in openings}
        self._starts = sorted(self._signed)
        self._first = min((opening.start for opening in openings), default=0)
        self._contents_end = max(self.survey.contents.lines, default=0)
        self._deep = self._depth_over(openings)
        centred = self._heads_are_centred(titles_at, taken)
        self._level = title_level(self.units, titles_at) if len(titles_at) >= _ENOUGH else 0
        level = 0 if complete else title_level(self.units, titles_at)
        at = 0
        while at < len(self.units):
            opening = None
            own = at not in self.refused and self.survey.keys[at] not in titles
            told = at - 1 not in titles_at and self._is_notice(at)
            told = told or (at not in taken and self._is_below_notice(at, found))
            if own and told:
                opening = Opening(at, [at])
            elif own and at not in taken:
                opening = self._by_shape(at, taken, listed=listed)
                if opening is None:
                    opening = self._after_close(at)
                if opening is None and author_first:
                    opening = self._after_author(at, taken)
                if opening is None and (
                    self._stands_as_title(at, level, listed=listed)
                    or self._is_column(at, taken)
                    or (centred and self._is_flush_title(at))
                    or self._opens_issue(at)
                    or (bare and (self._is_genre(at) or self._is_preface(at)))
                ):
                    opening = Opening(at, [at])
            if opening is not None and opening.title[-1] + 1 in self._titles:
                opening = None  # it has no text: the name of a section, over a title
            if opening is not None:
                found.append(opening)
                at = self._below(opening)
            else:
                at += 1
        return found

    def _below(self, opening: Opening) -> int:
        """The unit below a title, its subtitle and the line that signs it."""
        at = opening.title[-1] + 1
        while at < len(self.units) and SUBTITLE.match(self.units[at].text):
            at += 1
        return at + 1

    def _depth_over(self, openings: Sequence[Opening]) -> int:
        """How many blank lines most titles have over them, if they alone have so many."""
        if len(openings) < _ENOUGH:
            return 0
        below = sorted(opening.start for opening in openings)[1:]  # the first may open a page
        deep, count = Counter(map(self._depth, below)).most_common(1)[0]
        if deep < _TWO or count * 4 < len(below) * 3:
            return 0
        others = sum(self._depth(at) == deep for at in range(len(self.units))) - count
        return deep if others * 3 <= len(openings) else 0

    def _depth(self, at: int) -> int:
        """How many lines stand between a unit and the one above it."""
        return self.units[at].first - self.units[at - 1].last - 1 if at else 0

    def _by_shape(self, at: int, taken: set[int], *, listed: bool) -> Opening | None:
        like_title = self.survey.may_be_title(at) or self._is_half_title(at)
        if not (like_title or self._ends_like_house(at)):
            return None
        before = self.units[at - 1] if at else None
        if before is not None and self._breaks_off(before):
            return None
        if self._is_fact(at) or is_over_item(self.units, at):
            return None
        title = [at]
        index = at + 1
        while index < len(self.units) and index - at < _HEAD_LINES and index not in taken:
            text = self.units[index].text
            reading = None if self._is_last_line(index) else self.survey.byline(index)
            if reading is not None and (
                reading.certainty >= self._needed(index, at, listed=listed)
                or self._signs_as_others(index, at, reading)
            ):
                follows = self.survey.prose_follows(index + 1) or self._are_poems(title, index + 1)
                if not follows or self._signs_letter(index, at):
                    return None
                if listed and (
                    self._signs_above(index, at) or self._is_lower(at, reading.certainty)
                ):
                    return None
                return self._below_section(title)
            if (placed := self._signs_placed(index)) is not None:
                return Opening(at, title, bylines=[(index, placed)])
            if reading is None and index == at + 1 and self._signs_spaced(index):
                return Opening(at, title, bylines=[(index, _spaced_name(text))])
            if SUBTITLE.match(text):
                index += 1
                continue
            if is_office(squeeze(text)) and self._is_signed(index + 1, alone=True):
                return Opening(at, title)
            if not self.survey.may_be_title(index) and not self._is_last_line(index):
                return None
            title.append(index)
            index += 1
        return None

    @staticmethod
    def _breaks_off(unit: Unit) -> bool:
        """True for a text that is not at its end, as （责任编辑：某某） and （下转第33页） are."""
        text = unit.text
        if ends_sentence(text) or unit.short:
            return False
        return not (is_credit(text) or (text[-1] in "）)" and jump(text) is not None))

    def _opens_issue(self, at: int) -> bool:
        """True for a title right below the contents, with a whole text between it and the first listed.

        OCR has lost its entry; nothing else stands so but the first article.
        """
        first, end = self._first, self._contents_end
        if first - at <= _TEXT or not end or self.units[at].first < end:
            return False
        if at and self.units[at - 1].first > end:
            return False
        texts = (self.units[index].text for index in range(at + 1, first))
        whole = sum(width(text) >= _PARAGRAPH and ends_sentence(text) for text in texts)
        return whole >= _TEXT and self.survey.may_be_title(at) and self._tells_below(at + 1)

    def _is_half_title(self, at: int) -> bool:
        """True for 七十二小时， over 谈成一件事, right below it: a title of two clauses on two lines."""
        units = self.units
        if at + 2 >= len(units) or not units[at].gap or units[at + 1].gap or units[at].wrapped:
            return False
        text, below = units[at].text, units[at + 1].text
        halves = text[-1] == "，" and max(width(text), width(below)) <= _HALF
        return halves and not re.search("[，。；：]", text[:-1] + below) and self.survey.may_be_title(at + 1)  # fmt: skip

    def _ends_like_house(self, at: int) -> bool:
        """True for 渡口上的同心支部, over a line with a mark that signs: a title, and no house that does."""
        units = self.units
        if at + 1 >= len(units) or not (units[at].gap and units[at].short and units[at + 1].gap):
            return False
        if units[at + 1].text[0] not in _MARKED or units[at].text[0] in _MARKED:
            return False
        own, below = self.survey.byline(at), self.survey.byline(at + 1)
        if own is None or below is None or not all(one.is_body for one in own.authors):
            return False
        return bool(below.authors) and below.certainty >= _SIGNED

    def _is_last_line(self, at: int) -> bool:
        """True for 一座好档案馆, the last line of a title above a subtitle: no house that signs."""
        unit, below = self.units[at], self.survey.after(at)
        reading = self.survey.byline(at)
        named = reading is not None and all(one.is_body for one in reading.authors)
        return named and unit.short and below is not None and SUBTITLE.match(below.text) is not None

    def _below_section(self, title: list[int]) -> Opening:
        """The opening with some lines as its title, of which the first may name a section.

        The contents have lost that with its only entry; sections stand over other titles, too,
        and a blank line parts them from these.
        """
        first = self.units[title[0]]
        name = _IN_ENGLISH.sub("", first.text)
        if len(title) < _TWO or not self._sectioned or width(name) > _SECTION or not name:
            return Opening(title[0], title)
        if not (first.gap and self.units[title[1]].gap) or first.markup_level:
            return Opening(title[0], title)
        return Opening(title[0], title[1:], kickers=title[:1])

    def _is_signed_spaced(self, opening: Opening) -> bool:
        """True if an article that the contents list is signed 鲁 橹 on a line below its title."""
        below = self.units[opening.title[-1] + 1 : opening.title[-1] + _BELOW_TITLE]
        return any(
            _SPACED.match(unit.text) and squeeze(unit.text) in opening.reading[1] for unit in below
        )

    def _signs_spaced(self, at: int) -> bool:
        """True for 温 暖 right below a title and above prose, where others sign so: no word, but a name."""
        text = self.units[at].text
        if not self._spaced or _SPACED.match(text) is None or text[0] not in SURNAMES:
            return False
        return self.units[at].gap and self.units[at - 1].gap and self.survey.prose_follows(at + 1)

    def _signs_as_others(self, at: int, title: int, reading: BylineReading) -> bool:
        """True for 某县委宣传部 between blank lines, below a title: so sign others that are listed.

        Where none do, it stands over a whole paragraph. Within an article that nobody signs it is
        one of several who have sent it.
        """
        units = self.units
        if not all(one.is_body for one in reading.authors):
            return False
        if reading.certainty < _HOUSE or at + 1 >= len(units) or not units[title].gap:
            return False
        below = units[at + 1].text
        if not self._houses and (width(below) < _PARAGRAPH or labelled(below)):
            return False
        above = bisect_left(self._starts, title) - 1
        signed = above >= 0 and self._signed[self._starts[above]]
        return signed and units[at].gap and units[at + 1].gap

    def _signs_placed(self, at: int) -> BylineReading | None:
        """贝宁川，相里春 above （某大学　某学院，某市　100000）: names that no list has, and where they work."""
        below = self.survey.byline(at + 1) if at + 1 < len(self.units) else None
        if below is None or below.authors or below.certainty < _SIGNED:
            return None
        if len(self.units[at].text) > _HEAD or not _PLACED_NAMES.match(self.units[at].text):
            return None
        names = join_spaced(_MARKS.sub(" ", self.units[at].text).split())
        if not all(_NAME_SIZE[0] <= len(name) <= _NAME_SIZE[1] for name in names):
            return None
        return BylineReading(tuple(map(Author, names)), _SIGNED)

    def _are_poems(self, title: Sequence[int], at: int) -> bool:
        """True for 旧站台（组诗）, 渔港三首 above several short lines: poems, and no text to follow."""
        lines = self.units[at : at + _STANZA]
        if len(lines) < _STANZA or not names_poems(self.units[title[-1]].text):
            return False
        return all(width(unit.text) <= _VERSE and not unit.wrapped for unit in lines)

    def _is_fact(self, at: int) -> bool:
        """True for 票价：…… beside 开放：……, below which may stand who gathered that."""
        if item_form(self.units[at].text) != "label":
            return False
        beside = (*self.units[max(0, at - 1) : at], *self.units[at + 1 : at + 2])
        # 专家简介：…… closes an article, and is no fact beside the title of the next.
        return any(
            item_form(unit.text) == "label" and labelled(unit.text) is None for unit in beside
        )

    def _signs_letter(self, at: int, title: int) -> bool:
        """True for a name alone over a date, or below a question that ends a letter.

        请问您，…… / 苏 木 / 2016年10月11日: the last words of a letter, who wrote it, and when.
        """
        text = self.units[at].text
        if split_names(text) is None and not is_name(squeeze(text)):
            return False
        below = self.survey.after(at)
        dated = below is not None and is_date_line(below.text)
        said = ends_sentence(self.units[title].text)
        if not title or not (dated or said):
            return False
        if dated and said and self.survey.contents.entries:
            return True
        for index in range(title - 1, max(-1, title - _LETTER), -1):
            if is_salutation(self.units[index].text):
                return True
            if index in self._titles:
                return False
        return False

    def _signs_above(self, at: int, title: int) -> bool:
        """True for （某某车间　某某） below lines of verse or a couplet, which it ends.

        Nothing parts what would be the title from the text above.
        """
        units = self.units
        apart = units[title].gap or units[title].first in self.survey.tops
        return units[at].text[0] in "（(" and not apart and units[title].indent >= _CENTRED

    def _is_lower(self, at: int, certainty: float) -> bool:
        """True for a heading below the level of all titles: ## 会唱歌的桥 / 危险吗 is no article.

        Its second line may begin like a surname; only what is surely a byline tells otherwise.
        """
        return 0 < self._level < self.units[at].markup_level and certainty < _SIGNED_SURELY

    def _is_signed(self, at: int, *, alone: bool = False) -> bool:
        """True if a name stands at a unit, ``alone`` as below the office on a line of its own."""
        reading = self.survey.byline(at) if at < len(self.units) else None
        if reading is None or not reading.authors:
            return False
        if alone and any(one.office for one in reading.authors):
            return False
        return self.survey.prose_follows(at + 1)

    def _stands_as_title(self, at: int, level: int, *, listed: bool) -> bool:
        """A title without a byline: by its markup, or by what only opens a document."""
        if not self.survey.may_be_title(at) or not self.survey.prose_follows(at + 1):
            return False
        if level and self.units[at].markup_level == level:
            return True
        apart = not self.survey.contents.entries and stands_apart(self.units, at)
        if apart and self._blanks_are_rare:
            return True
        return not listed and opens_document(self.units, at)

    def _is_column(self, at: int, taken: set[int]) -> bool:
        """The name of a section over a byline and text: a column, and its own title."""
        if not self.survey.is_section[at] or at + 2 >= len(self.units) or at + 1 in taken:
            return False
        reading = self.survey.byline(at + 1)
        if reading is None or reading.certainty < _SIGNED or not reading.authors:
            return False
        text = self.units[at + 2].text
        return ends_sentence(text) and width(text) >= _PROSE

    def _is_notice(self, at: int) -> bool:
        """征稿启事, 封面说明 over text: what the house itself has to say, a piece of its own."""
        text = self.units[at].text
        return (
            len(text) <= _NOTICE_NAME
            and _NOTICE.match(squeeze(text)) is not None
            and self.survey.may_be_title(at)
            and self._ends_above(at)
            and self.survey.prose_follows(at + 1)
            and not self._is_counted(at)
        )

    def _is_counted(self, at: int) -> bool:
        """True for 征订启事 under 简讯（三则）, of which only two stand above it."""
        before = bisect_left(self._starts, at) - 1
        start = self._starts[before] if before >= 0 else at
        hit = _PIECES.search(squeeze(self.units[start].text))
        if hit is None:
            return False
        above = sum(
            self.survey.may_be_title(index) and self.survey.prose_follows(index + 1)
            for index in range(start + 1, at)
        )
        return above + 1 == number(hit["count"])

    def _is_below_notice(self, at: int, found: Sequence[Opening]) -> bool:
        """True for a short title below 特此更正 or the house that signs a notice: the next piece."""
        if not found or at < _CLOSED or found[-1].title[0] + _SMALL < at:
            return False
        notice = squeeze(self.units[found[-1].title[0]].text)
        told = _NOTICE.match(notice) or _CORRECTION.match(notice)
        if told is None or not self.survey.may_be_title(at):
            return False
        before = self.units[at - 1]
        signed = before.indent >= _CENTRED and not ends_sentence(before.text)
        closed = signed or _TOLD.search(before.text[-_LAST:]) is not None
        return closed and width(self.units[at].text) <= _HEAD and self._tells_below(at + 1)

    def _is_preface(self, at: int) -> bool:
        """True for 前言 and 某某（代序） below a blank line, over text: nobody signs above those."""
        text = squeeze(self.units[at].text)
        if _PREFACE.match(text) is None or not self.units[at].gap:
            return False
        return self._tells_below(at + 1)

    def _is_genre(self, at: int) -> bool:
        """True for 邮识问答 over 问：, and 会务消息 over △……: a column that nobody signs."""
        below = [unit.text for unit in self.units[at + 1 : at + 1 + _TWO]]
        if len(below) < _TWO or not (self._ends_above(at) and self.survey.may_be_title(at)):
            return False
        text = squeeze(self.units[at].text)
        if _ASKING.search(text) and len(text) <= _GENRE:
            return _QUESTION.match(below[0]) is not None and _ANSWER.match(below[1]) is not None
        told = _TELLING.search(text) is not None and len(text) <= _GENRE
        return told and below[0][0] == below[1][0] and below[0][0] in _NEWS_MARKS

    def _after_close(self, at: int) -> Opening | None:
        """·简　讯· and a title below who edited an article, which is at its end there.

        Where no such name stands between, the title stands in the middle of its line.
        """
        if at < _CLOSED or not self.survey.may_be_title(at):
            return None
        news = _FRAMED.match(self.units[at - 1].text)
        named = news is not None and _NEWS.match(squeeze(self.units[at - 1].text)) is not None
        if news is not None and not named:
            return None  # the name of a box, or of a section
        above = self.units[at - 1 - named].text
        centred = self.units[at].indent >= _CENTRED
        if not (named or centred) or not _EDITED.match(above) or not is_credit(above):
            return None
        if width(self.units[at].text) > _HEAD or not self._tells_below(at + 1):
            return None
        return Opening(at - named, [at], kickers=[at - 1] if named else [])

    def _tells_below(self, at: int) -> bool:
        """True if a paragraph stands right below a title, and no list of names or works."""
        text = self.units[at].text if at < len(self.units) else ""
        return width(text) >= _PROSE and ends_sentence(text) and labelled(text) is None

    def _ends_above(self, at: int) -> bool:
        """True if what stands above a unit is at its end: a sentence, a signature, a page."""
        before = self.units[at - 1] if at else None
        return (
            before is None
            or self.units[at].gap
            or ends_sentence(before.text)
            or before.indent >= _CENTRED
            or before.text[-1] in "）)"
        )

    def _heads_are_centred(self, titles: list[int], taken: set[int]) -> bool:
        """True if all titles stand at the left edge, and headings in the middle of the column."""
        if len(titles) < _ENOUGH or any(self.units[at].indent >= 1 for at in titles):
            return False
        heads = [
            unit.indent
            for at, unit in enumerate(self.units)
            if at not in taken and self._may_head(at) and ends_sentence(self.units[at - 1].text)
        ]
        centred = sum(1 for indent in heads if indent >= _CENTRED)
        return centred >= _ENOUGH and centred * 3 >= len(heads) * 2

    def _may_head(self, at: int) -> bool:
        return (
            0 < at < len(self.units) - 1
            and width(self.units[at].text) <= _HEAD
            and self.survey.may_be_title(at)
            and not self.units[at].caption
            and width(self.units[at + 1].text) >= _PROSE
            and ends_sentence(self.units[at + 1].text)
        )

    def _is_flush_title(self, at: int) -> bool:
        """True for a title at the left edge below a signature or at the head of a page."""
        before = self.units[at - 1] if at else None
        return (
            before is not None
            and self.units[at].indent < 1
            and self._may_head(at)
            and (self.units[at].gap or (before.indent >= _CENTRED and not before.wrapped))
        )

    def _author_first(self, openings: list[Opening]) -> bool:
        """True if this magazine prints the author above the title."""
        above = sum(
            1
            for opening in openings
            if opening.start
            and opening.reading[1]
            and squeeze(self.units[opening.start - 1].text) in opening.reading[1]
        )
        return above >= 2

    def _after_author(self, at: int, taken: set[int]) -> Opening | None:
        """An author alone on a line, a title under it, then prose."""
        if at + 2 >= len(self.units) or at + 1 in taken or not self.units[at].gap:
            return None
        reading = self.survey.byline(at)
        if reading is None or reading.certainty < 0.7 or width(self.units[at].text) > 24:
            return None
        before = self.units[at - 1].text if at else "。"
        if (
            not ends_sentence(before)
            or not self.survey.may_be_title(at + 1)
            or not self.survey.prose_follows(at + 2)
        ):
            return None
        return Opening(at, [at + 1], bylines=[(at, reading)])

    def _needed(self, at: int, title: int, *, listed: bool) -> float:
        """How certain a byline must be: more where the contents should have listed it."""
        below = self.survey.after(at)
        label = labelled(below.text) if below is not None else None
        if self._deep and self._depth(title) == self._deep:
            return 0.6  # so far apart stand titles alone
        if self.units[title].gap and label is not None and label.role is Role.ABSTRACT:
            return 0.6  # 摘要 follows a byline and hardly anything else
        words = self.units[at].text.split()
        alone = len(words) <= 2 or all(len(word) == 1 for word in words)
        if listed:
            return 0.75 if alone else 0.85
        return 0.7
