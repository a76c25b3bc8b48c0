"""Pieces of the house's own, which the contents do not list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, number, squeeze, width
from converter.parse.kinds import is_credit, labelled
from converter.parse.openings.opening import Opening
from converter.parse.openings.signers import CENTRED, HEAD
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section

PROSE = 16
"""The least em of its first paragraph."""
_NOTICE_NAME = 28
_YEAR = r"(?:(?:19|20)\d\d年度?)?"
_NOTICE = re.compile(
    rf"^(?:(?:《[{HAN}]+》(?:(?:19|20)\d\d年度?)?|(?:(?:19|20)\d\d年度?)?(?:第[\d{HAN}]{{1,3}}[届屆])?[“「《][^“”「」《》]{{1,12}}[”」》])?[{HAN}]{{0,8}}(?:启事|啟事|啓事)|(?:《[{HAN}]+》|本[刊报報社])?[稿征徵][约約稿](?:简则|簡則)?"
    rf"|(?:本[刊报報社])?{_YEAR}[{HAN}]{{0,8}}(?:启事|啟事|啓事)"
    rf"|(?:《[{HAN}]+》|本[刊报報社])?{_YEAR}[{HAN}]{{0,6}}(?:(?:[征徵约約组組投]稿|[征徵][订訂文])(?:通知|公告|函|须知|須知|指南|简则|簡則)|(?:来稿|來稿|作者)(?:须知|須知|指南))"
    r"|(?:本期)?(?:封[面底二三]|题图|題圖)(?:照片|图片|摄影|设计|設計)?(?:说明|說明|介绍|介紹)"
    rf"|(?:[会會][费費]|[财財][务務]|捐款|[经經][费費]|[账帳]目)[{HAN}]{{0,4}}(?:公告|公示|公布)"
    r"|(?:本刊)?下期(?:内容|內容)?(?:预告|預告|要目|看点|看點|导读|導讀|精彩|提要)|(?:敬?告|致)(?:读者|讀者|作者|订户|訂戶)(?:书|書)?"
    r"|(?:欢迎|歡迎|请|請)(?:订阅|訂閱|投稿|邮购|郵購|赐稿|賜稿)(?:(?:19|20)\d\d年度?)?(?:《[^》]{1,12}》)?(?:杂志|雜誌|月刊)?|(?:本[刊报報社]|重要|郑重|鄭重)(?:声明|聲明|公告|通告))$"
)
"""What the house tells its readers, and no magazine lists in its contents."""
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
FRAMED = re.compile(
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
_ASKED_AND_ANSWERED = re.compile("^(?:问[与和]答|問[與和]答|Q&A)$")
_ASKING = re.compile(
    "(?:问[与和]?答|問[與和]答|Q&A|问答|問答|答问|答問|解答|答疑|[门門][诊診]|信箱|咨询|諮詢)$"
)
_TELLING = re.compile(
    "(?:消息|动态|動態|简讯|簡訊|短讯|短訊|快讯|快訊|要闻|要聞|通告|预告|預告|花絮|来鸿|來鴻)$"
)
"""What names a column of questions, and one of news."""
_ASKS = re.compile(
    r"^(?:读者|讀者|你|您|群众|群眾|职工|職工|家长|家長|百姓)[来來]?[问問][^题題]{0,4}$"
)
"""你问我查, 读者问茶: what columns of questions are called, too."""
_HOSTED = re.compile(
    rf"^(?:主持人?|本期主持人?|解答|答疑|坐[诊診])\s*[：:／/|｜]\s*[{HAN}　 ]{{2,8}}$"
)
"""主持：某律师: who answers in such a column."""
_QUESTION, _ANSWER = re.compile("^(?:[问問]|Q)\\s*[：:]"), re.compile("^(?:答|A)\\s*[：:]")
_NEWS_MARKS, _GENRE = frozenset("△▲●○◆◇■□★☆※"), 8
"""With what each piece of news begins, and characters of the name of such a column."""
EDITED = re.compile(
    r"^[（(【\[［〔■●◆※]?\s*(?:本文|本栏目?|本版)?\s*(?:责任|責任|执行|執行)?\s*(?:编\s*辑|編\s*輯|责\s*编|責\s*編|校\s*对|校\s*對)"
)
"""Who edited or proof-read an article, as it stands at its end."""
TWO, SECTION = 2, 6
"""So many are no chance, and the most em of the name of a section that the contents have lost."""


def is_prose(survey: Survey, at: int) -> bool:
    """True for a paragraph of text: printed on several lines, or with a clause or a full stop."""
    if at >= len(survey.units):
        return False
    unit = survey.units[at]
    long = width(unit.text) >= PROSE
    return long and (unit.wrapped or ends_sentence(unit.text) or "，" in unit.text)


class OwnPieces:
    """Tells pieces of the house's own, which nobody signs: notices, prefaces, news."""

    def __init__(self, survey: Survey, starts: Sequence[int]) -> None:
        self.survey = survey
        self.units = survey.units
        self._starts = starts
        """Where the articles begin that are listed, in their order."""

    def is_notice(self, at: int) -> bool:
        """征稿启事, 封面说明 over text: what the house itself has to say, a piece of its own."""
        text = self.units[at].text
        return (
            len(text) <= _NOTICE_NAME
            and _NOTICE.match(squeeze(text)) is not None
            and self.survey.may_be_title(at)
            and self.ends_above(at)
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

    def is_below_notice(self, at: int, found: Sequence[Opening]) -> bool:
        """True for a short title below 特此更正 or the house that signs a notice: the next piece."""
        if not found or at < _CLOSED or found[-1].title[0] + _SMALL < at:
            return False
        notice = squeeze(self.units[found[-1].title[0]].text)
        told = _NOTICE.match(notice) or _CORRECTION.match(notice)
        if told is None or not self.survey.may_be_title(at):
            return False
        before = self.units[at - 1]
        signed = before.indent >= CENTRED and not ends_sentence(before.text)
        closed = signed or _TOLD.search(before.text[-_LAST:]) is not None
        return closed and width(self.units[at].text) <= HEAD and self.tells_below(at + 1)

    def is_preface(self, at: int) -> bool:
        """True for 前言 and 某某（代序） below a blank line, over text: nobody signs above those."""
        text = squeeze(self.units[at].text)
        if _PREFACE.match(text) is None or not self.units[at].gap:
            return False
        return self.tells_below(at + 1)

    def is_genre(self, at: int) -> bool:
        """True for 邮识问答 over 问：, and 会务消息 over △……: a column that nobody signs."""
        below = [unit.text for unit in self.units[at + 1 : at + 1 + TWO]]
        text = squeeze(self.units[at].text)
        # 问与答 is a box's name as well; but below an article that ends with its page it stands over none.
        named = self.survey.may_be_title(at) or (
            _ASKED_AND_ANSWERED.match(text) is not None
            and self.units[at].first in self.survey.tops
            and (not at or ends_sentence(self.units[at - 1].text))
        )
        if len(below) < TWO or not (self.ends_above(at) and named):
            return False
        if _ASKING.search(text) and len(text) <= _GENRE:
            # 信箱 over the title of a piece is its section.
            section = is_common_section(text) and self.survey.may_be_title(at + 1)
            return not section and self._asks_below(at + 1)
        told = _TELLING.search(text) is not None and len(text) <= _GENRE
        return told and below[0][0] == below[1][0] and below[0][0] in _NEWS_MARKS

    def is_answered(self, at: int) -> bool:
        """True for a title over 主持：某某 and questions, be it right below 律师门诊, which names the column.

        It is the name itself where nothing else stands over who answers.
        """
        if not (self.ends_above(at) and self.survey.may_be_title(at)) or at + TWO >= len(
            self.units
        ):
            return False
        text = squeeze(self.units[at].text)
        if _HOSTED.match(self.units[at + 1].text):
            named = at > 0 and _ASKING.search(squeeze(self.units[at - 1].text)) is not None
            return (named or _ASKING.search(text) is not None) and self._asks_below(at + TWO)
        return len(text) <= _GENRE and _ASKS.match(text) is not None and self._asks_below(at + 1)

    def _asks_below(self, at: int) -> bool:
        """True for a question and its answer, below a heading perhaps."""
        at += at < len(self.units) and self.survey.may_be_title(at)
        below = [unit.text for unit in self.units[at : at + TWO]]
        return (
            len(below) == TWO
            and _QUESTION.match(below[0]) is not None
            and _ANSWER.match(below[1]) is not None
        )

    def after_close(self, at: int) -> Opening | None:
        """·简　讯· and a title below who edited an article, which is at its end there.

        Where no such name stands between, the title stands in the middle of its line.
        """
        if at < _CLOSED or not self.survey.may_be_title(at):
            return None
        news = FRAMED.match(self.units[at - 1].text)
        named = news is not None and _NEWS.match(squeeze(self.units[at - 1].text)) is not None
        if news is not None and not named:
            return None  # the name of a box, or of a section
        above = self.units[at - 1 - named].text
        centred = self.units[at].indent >= CENTRED
        if not (named or centred) or not EDITED.match(above) or not is_credit(above):
            return None
        if width(self.units[at].text) > HEAD or not self.tells_below(at + 1):
            return None
        return Opening(at - named, [at], kickers=[at - 1] if named else [])

    def tells_below(self, at: int) -> bool:
        """True if a paragraph stands right below a title, and no list of names or works."""
        text = self.units[at].text if at < len(self.units) else ""
        return width(text) >= PROSE and ends_sentence(text) and labelled(text) is None

    def ends_above(self, at: int) -> bool:
        """True if what stands above a unit is at its end: a sentence, a signature, a page.

        The name of a section at the top of the page is its running head there, which ends nothing.
        """
        if (
            at > 1
            and self.survey.is_section[at - 1]
            and self.units[at - 1].first in self.survey.tops
        ):
            at -= 1
        before = self.units[at - 1] if at else None
        return (
            before is None
            or self.units[at].gap
            or ends_sentence(before.text)
            or before.indent >= CENTRED
            or before.text[-1] in "）)"
        )
