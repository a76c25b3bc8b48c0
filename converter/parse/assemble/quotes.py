"""Pull quotes in the text: what is set apart, signed, set large, said again or cut in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, key, pairs_of, squeeze, unopened, width
from converter.model import Attribution, Box, Figure, Paragraph, PullQuote, Role, Text
from converter.parse.assemble.cut_in import CLAUSE, CLAUSES, QUOTED, SAID, CutIn, Seam
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.flush_thoughts import FlushWithin
from converter.parse.assemble.no_quotes import is_of_text
from converter.parse.assemble.set_apart import is_said
from converter.parse.assemble.sourced import is_taken_from, signs_long
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.unstopped import is_unstopped_end, is_unstopped_thought
from converter.parse.attributions import read_attribution
from converter.parse.boxes import is_attribution, is_excerpted
from converter.parse.captions import names_picture, shows_person
from converter.parse.context import piece_of, span_of, spans_of
from converter.parse.inline import Piece
from converter.parse.items import item_form
from converter.parse.kinds import NOTED, is_editors_note, labelled
from converter.parse.said import signed_to, speaker_of
from converter.parse.seam import goes_on
from converter.segment import Unit

_EXCERPTED = 3
"""Paragraphs of an excerpt."""
_SET_IN, _SET_IN_UNITS, _VERSE = 2.5, 4, 17
"""Em by which a quotation from a work stands in, units of it, and em of a line that is no verse."""
_BY_WHOM = 20
"""Em of the longest line that tells who said it."""
_HEAD = 20
"""Em of the longest heading that may stand below it."""
_LEADS = 30
"""The least em of a standfirst that is set as a quotation."""
_WORK = re.compile(
    r"^——\s*(?:摘[自编編录錄]\S{0,2})?《[^《》]{2,40}》(?:第[^，。；]{1,10}[条條章])?$"
)
"""——《某条例》第七条."""
_BARS = frozenset("▌▍▎▊▋█┃")
_SOURCE = re.compile("^（[^（），。：；]{3,16}）$")
_LARGE_MARK = re.compile(r"^[“「『❝\"＂〝]\s*(?=\S)")
_CLOSING = '”」』❞〞"＂'
_OWN_WORDS = 0.33
"""The least share of the pairs of characters of such a sentence that its article has, too."""
_FEW_LARGE = 2
"""Sentences set large in an article, of which none is a point of a list."""


class QuoteReader(Seam):
    """Takes the pull quotes that stand within an article."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        super().__init__(survey, draft)
        self._cut_in = CutIn(survey, draft)
        self._flush_within = FlushWithin(survey, draft)
        self._last = (0, "")
        """Where the last pull quote ended that was taken from the text, and its words."""

    def take_quoted(self, at: int) -> int:
        """Take lines that the OCR set apart, without a label: a pull quote, if so few."""
        units = self.survey.units
        if not units[at].quoted or self._is_note(at):
            return 0
        last = self.survey.quoted_to(at) or units[at].last
        end = at + 1
        while end < len(units) and units[end].last <= last:
            end += 1
        if not is_attribution(units[end - 1].text) and self._is_signed_below(end):
            end += 1
        mark = end - 1 if end - at > 1 and is_attribution(units[end - 1].text) else end
        texts = units[at:mark]
        if len(texts) > 3 or sum(width(unit.text) for unit in texts) > 200:
            return 0
        if any(unit.bullet for unit in texts) or (mark == end and self._is_led_up_to()):
            return 0
        if mark == end and self._leads_in(at, end):
            for unit in texts:
                self.draft.single(unit, Role.STANDFIRST)
            return end
        attribution = read_attribution(units[mark:end], self.context) if mark < end else None
        self.draft.interrupt(
            PullQuote(
                tuple(self.context.ledger.text(pieces) for pieces in _paragraphs(texts)),
                attribution,
                spans_of(units[at:end]),
                self.draft.new_id(),
            )
        )
        return end

    def _is_led_up_to(self) -> bool:
        """True below 他写道：: what is set apart there is quoted by the text, which would break off without it."""
        return self.draft.open is not None and self.draft.open.last.rstrip().endswith("：")

    def _is_signed_below(self, end: int) -> bool:
        """True for ——某某 below lines with >, in an article which goes on below.

        What ends a sentence may be the text's, unless the article speaks of who it names.
        """
        units = self.survey.units
        if end + 1 >= len(units) or not units[end].text.startswith("——"):
            return False
        name = squeeze(units[end].text.lstrip("—"))
        if not is_attribution(units[end].text):
            return False
        told = width(name) <= _BY_WHOM and not ends_sentence(name)
        return told or self.survey.speaks_of(name)

    def _leads_in(self, at: int, end: int) -> bool:
        """True for whole sentences over an article that it does not say again: a standfirst."""
        units = self.survey.units
        texts = [unit.text for unit in units[at:end]]
        if not self.draft.empty or end == len(units) or texts[0][0] in "“「『":
            return False
        if not all(map(ends_sentence, texts)) or sum(map(width, texts)) < _LEADS:
            return False
        body = "".join(key(unit.text) for unit in units[end:])
        clauses = [key(clause) for text in texts for clause in CLAUSES.split(text)]
        return not any(len(clause) >= CLAUSE and clause in body for clause in clauses)

    def _is_note(self, at: int) -> bool:
        """True for 编者按 …… before the text."""
        return self.draft.unbegun and is_editors_note(self.survey.units[at].text)

    def take_said(self, at: int) -> int:
        """Take what somebody says, and the name under it."""
        mark = self._said_to(at)
        if not mark and (self._confessed(at) or self._is_said_by(at) or self._has_source_close(at)):
            mark = at + 1
        elif not mark or is_taken_from(self.survey.units[mark].text):
            return self._take_sourced(at) or self._take_before_doubled(at)
        units = self.survey.units
        text = self.context.ledger.text([piece_of(unit) for unit in units[at:mark]])
        attribution = read_attribution(units[mark : mark + 1], self.context)
        spans = spans_of(units[at : mark + 1])
        self.draft.interrupt(PullQuote((text,), attribution, spans, self.draft.new_id()))
        return mark + 1

    def _set_in_to(self, at: int) -> int:
        """The source below lines that stand in deeper than paragraphs begin, between blank ones; 0 if none does.

        渡船不是路。…… | 　　　　　　——《无名渡口》第五十七封: words that the article quotes from a work.
        They keep their place, as a pull quote need not.
        """
        units = self.survey.units
        if self.draft.empty or self.draft.mid_sentence() or not units[at].gap:
            return 0
        for mark in range(at, min(len(units) - 1, at + _SET_IN_UNITS + 1)):
            unit = units[mark]
            if unit.indent < _SET_IN or (mark > at and unit.gap):
                return 0
            if unit.text.startswith("——") and "《" in unit.text:
                prose = max((width(one.text) for one in units[at:mark]), default=0) > _VERSE
                return mark if prose and units[mark + 1].gap else 0
            if self.survey.numbers[mark] or self.survey.starts[mark]:
                return 0
        return 0

    def take_in_marks(self, at: int) -> int:
        """Take ❝……❞, in marks that no sentence has: a pull quote, wherever it stands."""
        units = self.survey.units
        end = self._marked_to(at)
        if not end:
            return 0
        signed = end < len(units) and is_attribution(units[end].text)
        attribution = read_attribution(units[end : end + 1], self.context) if signed else None
        pieces = [piece_of(unit) for unit in units[at:end]]
        if units[at].text[0] in _BARS:
            self.context.ledger.drop(units[at].first, units[at].text[0], "list-mark")
            pieces[0] = piece_of(units[at], units[at].text[1:].strip())
        text = self.context.ledger.text(pieces)
        spans = spans_of(units[at : end + signed])
        self.draft.interrupt(PullQuote((text,), attribution, spans, self.draft.new_id()))
        return end + signed

    def _marked_to(self, at: int) -> int:
        """Where the marks close that a unit opens, 0 if it opens none or they stay open.

        A bar before a whole sentence closes with it; where several have one, they are points.
        """
        units = self.survey.units
        if units[at].text[0] in _BARS:
            text, alone = units[at].text, self._barred == 1
            whole = ends_sentence(text) and QUOTED[0] <= width(text) <= SAID
            return at + 1 if alone and whole and not self.draft.empty else 0
        if units[at].text[0] != "❝":
            return 0
        for end in range(at + 1, min(len(units), at + _EXCERPTED) + 1):
            if units[end - 1].text.endswith("❞"):
                return end
        return 0

    @cached_property
    def _barred(self) -> int:
        """How many units of the article begin with a bar."""
        return sum(unit.text[0] in _BARS for unit in self.survey.units)

    def _is_said_by(self, at: int) -> bool:
        """True for “……。” and ——水手长　某某 between whole paragraphs, and no others like it beside.

        Below 墙上写着： and above another “……” they are the text's, and over it a motto.
        """
        units, draft = self.survey.units, self.draft
        if draft.open is None or draft.mid_sentence() or at + 2 >= len(units):
            return False
        mark, below, above = units[at + 1].text, units[at + 2].text, draft.open.last.rstrip()
        if not is_said(units[at].text) or width(units[at].text) > SAID:
            return False
        named = mark.startswith("——") and width(mark) <= _BY_WHOM and "《" not in mark
        alone = above[-1:] not in tuple("：:") and below[0] not in "“「" and not is_said(above)
        whole = (ends_sentence(below) and width(below) >= _LEADS) or self._heads_text(at + 2)
        return named and alone and whole and is_attribution(mark) and not self.is_told(at, at + 1)

    def _has_source_close(self, at: int) -> bool:
        """True for a sentence with （某某的备课本） or ——街坊某叔 right below it, where blank lines part all else.

        Between two whole paragraphs of an article nothing but a pull quote has such a line. Where
        no blank lines tell, the article speaks of who says it.
        """
        units, draft = self.survey.units, self.draft
        if draft.open is None or draft.mid_sentence() or at + 2 >= len(units):
            return False
        text, mark, below = (unit.text for unit in units[at : at + 3])
        close = units[at].gap and not units[at + 1].gap and units[at + 2].gap
        if mark.startswith("——"):
            names = "《" not in mark and width(mark) <= _BY_WHOM and is_attribution(mark)
            told = close or any(
                map(self.survey.speaks_of, (squeeze(mark)[-3:], squeeze(mark)[-2:]))
            )
            sourced = names and told and not self.is_told(at, at + 1)
        else:
            sourced = close and _SOURCE.match(mark) is not None and labelled(mark) is None
        if not sourced or draft.open.last.rstrip()[-1:] in tuple("：:"):
            return False
        plain = not (units[at].wrapped or self.survey.numbers[at] or self.survey.starts[at])
        whole = plain and ends_sentence(text) and QUOTED[0] <= width(text) <= SAID
        apart = at + 1 not in self.survey.biographies | self.survey.signatures
        return whole and apart and "，" in below

    def _heads_text(self, at: int) -> bool:
        """True for a few words over a paragraph, below a name that stands close under what was said."""
        units = self.survey.units
        if at + 1 >= len(units) or units[at - 1].gap or not (units[at].gap and units[at + 1].gap):
            return False
        short = width(units[at].text) <= _HEAD and is_han(units[at].text[-1])
        return short and width(units[at + 1].text) >= _LEADS

    def _confessed(self, at: int) -> bool:
        """True for “……” and ——摘自某某日记 between whole paragraphs of an article, which goes on below.

        No ——摘自《某某报》, which tells where all of a text was printed.
        """
        units, draft = self.survey.units, self.draft
        if draft.open is None or draft.mid_sentence() or at + 2 >= len(units):
            return False
        text, mark = units[at].text, units[at + 1].text
        whole = text[0] in "“「" and text[-1] in "”」" and not unopened(text[1:-1])
        if not whole or width(text) > SAID or width(units[at + 2].text) < _LEADS:
            return False
        return is_excerpted(mark) and "《" not in mark and not self.is_told(at, at + 3)

    def _take_sourced(self, at: int) -> int:
        """Take a quotation that cuts a sentence, with its source below it in brackets: a box.

        “……” and （据某某会议发言整理）: no name of boxes stands above them, and the article says
        the words nowhere else. So are whole sentences with ——摘自《某条例》 below them.
        """
        units = self.survey.units
        set_in = self._set_in_to(at)
        mark = set_in or self._sourced_to(at)
        if not mark or (not set_in and self._goes_on_in(at, mark)):
            return 0
        spans, own = spans_of(units[at : mark + 1]), self.draft.new_id()
        groups = [units[at:mark]] if set_in else [[unit] for unit in units[at:mark]]
        texts = [self.context.ledger.text(list(map(piece_of, group))) for group in groups]
        said = tuple(
            Paragraph(text, Role.BODY, spans_of(group), self.draft.new_id())
            for text, group in zip(texts, groups, strict=True)
        )
        source = read_attribution(units[mark : mark + 1], self.context)
        self.draft.interrupt(Box("", None, said, source, "", -1, spans, own))
        return mark + 1

    def _goes_on_in(self, at: int, mark: int) -> bool:
        """True if the broken sentence goes on in the first of several pieces, and not below their source."""
        units = self.survey.units
        if mark < at + 2 or mark + 1 >= len(units) or self.draft.open is None:
            return False
        if units[mark + 1].opens and not units[at].opens:
            return True  # a paragraph begins there
        tail, trigrams = self.draft.open.last, self.context.trigrams
        inside, below = (goes_on(tail, units[one].text, trigrams) for one in (at, mark + 1))
        return inside > below

    def _take_before_doubled(self, at: int) -> int:
        """Take a paragraph below which a page begins with the last words of a broken sentence: a box.

        ……的老工友就明 | 某某工会中，…… | 就明白，今天……: those words say where the sentence goes on.
        """
        unit, following = self.survey.units[at], self.survey.after(at)
        if following is None or self.draft.open is None or not self.draft.mid_sentence():
            return 0
        if self.is_told(at, at + 1) or item_form(unit.text) or unit.opens or unit.caption:
            return 0
        tail, known = self.draft.open.last.rstrip(), self.context.pages
        again = _said_twice(tail, following.text) if following.first in known else 0
        if not again or _said_twice(tail, unit.text) or not ends_sentence(unit.text):
            return 0
        short = width(unit.text) < _LEADS or not any(map(str.isdecimal, unit.text))
        if short or not (unit.gap and following.gap) or at in self.survey.biographies:
            return 0
        if again < _SURELY_TWICE and not self.goes_on_below(at, at):
            return 0
        said = (Paragraph(self.draft.text(unit), Role.BODY, (span_of(unit),), self.draft.new_id()),)
        self.draft.interrupt(
            Box("", None, said, None, "", -1, (span_of(unit),), self.draft.new_id())
        )
        return at + 1

    def _sourced_to(self, at: int) -> int:
        """Where the source stands under such a quotation that begins at a unit, 0 if none does."""
        units = self.survey.units
        if not self.draft.mid_sentence():
            return at + 1 if self._is_of_work(at) else 0
        for mark in range(at, min(len(units) - 1, at + _EXCERPTED + 1)):
            text = units[mark].text
            if mark > at and is_taken_from(text):
                return mark if mark == at + 1 or self.goes_on_below(at, mark) else 0
            if mark > at and signs_long(units[at:mark], text):
                return mark if self.goes_on_below(at, mark) else 0
            if self.survey.starts[mark] or not ends_sentence(text):
                break
            if units[mark].quoted and not units[at].quoted:
                break  # what is set apart with > has its own source
        if at + 2 >= len(units) or self.survey.starts[at]:
            return 0
        text, source = units[at].text, units[at + 1].text
        quoted = text[0] in "“「" and text[-1] in "”」" and source[0] in "（("
        whole = ends_sentence(text) and width(text) <= SAID
        return at + 1 if quoted and whole and is_attribution(source) else 0

    def _is_of_work(self, at: int) -> bool:
        """True for a paragraph with ——《某办法》 below it, between those of an article that goes on.

        In a digest, and where several paragraphs have theirs, each is a piece of its own.
        """
        units, survey = self.survey.units, self.survey
        if self.draft.open is None or self.context.digest or at + 2 >= len(units):
            return False
        text, below = units[at].text, units[at + 2].text
        if survey.starts[at] or survey.numbers[at] or survey.speakers.turn(text) is not None:
            return False
        if not _WORK.match(units[at + 1].text) or labelled(text) or labelled(below):
            return False
        if any(is_attribution(unit.text) for unit in (units[at - 1], *units[at + 3 : at + 4])):
            return False
        whole = ends_sentence(units[at - 1].text) and ends_sentence(text)
        return whole and min(width(text), width(below)) >= _LEADS

    def _said_to(self, at: int) -> int:
        """Where the name stands under a quotation that begins at a unit, 0 if none does."""
        units, broken = self.survey.units, self.draft.mid_sentence()
        if self.draft.empty or self.survey.starts[at] is not None or self.survey.numbers[at]:
            return 0
        text, mark = units[at].text, units[at + 1].text if at + 1 < len(units) else ""
        if broken and mark.startswith("——") and is_attribution(mark) and width(text) <= SAID:
            quoted = text[0] in "“「『" and text[-1] in "”」』"
            # ……已经填 | 过的那一张。”: the line closes what the one right above it opens.
            rest = not units[at].gap and unopened(text)
            # 陪伴不是把他拉上来，…… and right below it ——某某, in a block of their own.
            block = units[at].gap and not units[at + 1].gap and speaker_of(mark) != ""
            if not rest and (quoted or block or ends_sentence(text)):
                return at + 1
        if units[at].opens or units[at].caption or self.survey.speakers.turn(text) is not None:
            return 0
        texts = [unit.text for unit in units[at : at + 6]]
        end = signed_to(texts, broken=broken, known=self.survey.speaks_of)
        if not end and self._signs_own(at):
            return at + 1
        # What a blank line parts from the first line begins further below, and so does a paragraph.
        parted = any(unit.gap or unit.opens for unit in units[at + 1 : at + end])
        return at + end if end and not parted else 0

    def _signs_own(self, at: int) -> bool:
        """True for a line without a full stop and ——某某, who wrote the article, between whole paragraphs of it."""
        units = self.survey.units
        if at + 2 >= len(units) or not (units[at].gap and units[at + 2].gap) or units[at + 1].gap:
            return False
        text, below = units[at].text, units[at + 2].text
        own = speaker_of(units[at + 1].text) in self.survey.authors
        apart = ends_sentence(units[at - 1].text) and width(below) >= QUOTED[0]
        return own and apart and is_han(text[-1]) and QUOTED[0] <= width(text) <= QUOTED[1]

    def take_below_credit(self, at: int) -> int:
        """Take a sentence below who edited an article, where that is over, if it is its own.

        It stands at the foot of the last page, and says in a few words what the article does.
        """
        units = self.survey.units
        unit = units[at]
        if at + 1 < len(units) or not self.draft.closed_by_credit():
            return 0
        if not (QUOTED[0] <= width(unit.text) <= SAID and ends_sentence(unit.text)):
            return 0
        if labelled(unit.text) or self.survey.numbers[at] or is_attribution(unit.text):
            return 0
        if NOTED.match(unit.text):
            return 0
        name, text = key(unit.text), "".join(key(one.text) for one in units[:at])
        pairs = pairs_of(name)
        if sum(pair in text for pair in pairs) < _OWN_WORDS * len(pairs):
            return 0
        self.draft.close()
        said = (self.draft.text(unit),)
        self.draft.interrupt(PullQuote(said, None, (span_of(unit),), self.draft.new_id()))
        return at + 1

    def take_repeated(self, at: int) -> int:
        """Take a pull quote that is told by what it says again, or by what it cuts in two."""
        if (
            self._goes_on_with_stroke(at)
            or self._was_quoted(at)
            or is_of_text(self.survey.units, self.draft, at)
        ):
            return 0
        end = (
            self._cut_in.large_to(at)
            or self._cut_in.pair_to(at)
            or self.survey.quoted_lines.get(at, 0)
        )
        end = end or self._cut_in.parted_to(at)
        if end:
            units = self.survey.units[at:end]
            text = self.context.ledger.text(self._unmarked(units))
            spans, own = spans_of(units), self.draft.new_id()
            if self.draft.mid_sentence() and shows_person(self.survey.units, at, end):
                self.draft.interrupt(Figure(text, spans, own))
                return end
            return self._interrupt(text, at, end)
        if at not in self.survey.quotes and not (
            self._cut_in.is_narrow(at)
            or self._cut_in.cuts(at)
            or self._cut_in.sums_up(at)
            or self._cut_in.stands_alone(at)
            or self._flush_within.is_thought(at)
            or self._is_signed_by_speaker(at)
            or is_unstopped_thought(self.survey, self.draft, at)
            or is_unstopped_end(self.survey, self.draft, at)
        ):
            return 0
        unit = self.survey.units[at]
        text = self.context.ledger.text(self._unmarked([unit]))
        if at not in self.survey.quotes and (
            names_picture(unit.text) or self._cut_in.shows_speaker(at)
        ):
            self.draft.interrupt(Figure(text, (span_of(unit),), self.draft.new_id()))
            return at + 1
        return self._interrupt(text, at, at + 1)

    def _goes_on_with_stroke(self, at: int) -> bool:
        """True for ——……。 below what breaks off: with a stroke a sentence goes on, and none begins."""
        text = self.survey.units[at].text
        return text.startswith("——") and ends_sentence(text) and self.draft.mid_sentence()

    def _was_quoted(self, at: int) -> bool:
        """True for what carries a sentence on right below a pull quote that says some of its words."""
        end, said = self._last
        if at != end or not said or not self.draft.mid_sentence():
            return False
        clauses = CLAUSES.split(self.survey.units[at].text)
        return any(len(clause) >= CLAUSE and clause in said for clause in clauses)

    def _interrupt(self, text: Text, at: int, end: int) -> int:
        """Set a pull quote in, with who speaks, if nothing but his name stands below it.

        So does ——《某书》, from which it is.
        """
        units, signed = self.survey.units, self._speaks_below(end)
        by = Attribution(self.draft.text(units[end]), (span_of(units[end]),)) if signed else None
        if not signed and end + 1 < len(units) and _WORK.match(units[end].text):
            signed, by = True, read_attribution(units[end : end + 1], self.context)
        spans = spans_of(units[at : end + signed])
        self.draft.interrupt(PullQuote((text,), by, spans, self.draft.new_id()))
        self._last = end + signed, text.value
        return end + signed

    def _is_signed_by_speaker(self, at: int) -> bool:
        """True for a sentence with the name of who says it right below, between the turns of a talk.

        In a scene names stand above what is said, and no turn follows them.
        """
        units, speakers = self.survey.units, self.survey.speakers
        if at + 2 >= len(units) or not self._speaks_below(at + 1) or units[at + 1].gap:
            return False
        text = units[at].text
        if units[at].opens or not ends_sentence(text):
            return False
        if not QUOTED[0] <= width(text) <= SAID or self.is_told(at, at + 1):
            return False
        return speakers.turn(units[at + 2].text) is not None

    def _speaks_below(self, end: int) -> bool:
        """True for a line that is nothing but the name of somebody who speaks in the article."""
        following = self.survey.units[end] if end < len(self.survey.units) else None
        names = self.survey.speakers.names
        return following is not None and bool(names) and squeeze(following.text) in names

    def take_set_large(self, at: int) -> int:
        """Take a sentence in bold type, or as large as a heading, between whole paragraphs.

        No heading ends with a full stop; where several in an article do, they are points of it.
        """
        unit, following = self.survey.units[at], self.survey.after(at)
        if not _is_set_large(unit) or following is None or self.draft.mid_sentence():
            return 0
        below = following.markup_level or width(following.text) >= _LEADS
        if self.draft.empty or self.draft.open is None or not below or not following.gap:
            return 0
        if width(self.draft.open.last) < _LEADS or self.is_told(at, at + 1):
            return 0
        if item_form(unit.text) or is_attribution(unit.text) or at in self.survey.biographies:
            return 0
        if self._set_large > _FEW_LARGE:
            return 0
        text = self.draft.text(unit)
        self.draft.interrupt(PullQuote((text,), None, (span_of(unit),), self.draft.new_id()))
        return at + 1

    @cached_property
    def _set_large(self) -> int:
        """How many sentences of the article are set large."""
        return sum(map(_is_set_large, self.survey.units))

    def _unmarked(self, units: Sequence[Unit]) -> list[Piece]:
        """The pieces of a pull quote without the large quotation mark that stands before it."""
        pieces = [piece_of(unit) for unit in units]
        hit = _LARGE_MARK.match(units[0].text)
        text = "".join(unit.text for unit in units)
        if hit is None or any(mark in text[1:] for mark in _CLOSING):
            return pieces
        self.context.ledger.drop(units[0].first, hit[0], "quotation-mark")
        lines = pieces[0].lines
        if lines:
            first = lines[0][1].lstrip()[hit.end() :]
            lines = ((lines[0][0], first), *lines[1:])
        pieces[0] = pieces[0]._replace(text=units[0].text[hit.end() :], lines=lines)
        return pieces


def _is_set_large(unit: Unit) -> bool:
    """True for a whole sentence in bold type or marked as a heading."""
    return (
        bool(unit.strong or unit.markup_level)
        and unit.gap
        and not (unit.quoted or unit.bullet)
        and unit.text[-1:] == "。"
        and QUOTED[0] <= width(unit.text) <= QUOTED[1]
    )


def _paragraphs(units: Sequence[Unit]) -> list[list[Piece]]:
    """The pieces of the paragraphs of a quotation, of which each line may be marked."""
    found: list[list[Piece]] = []
    broken = False
    for unit in units:
        if not broken:
            found.append([])
        found[-1].append(piece_of(unit))
        broken = is_han(unit.text[-1]) or unit.text[-1] in "，、；："
    return found


def _said_twice(tail: str, text: str) -> int:
    """How many characters a text has in common with the end of what breaks off above it."""
    sizes = range(min(_MOST_TWICE, len(tail), len(text)), 1, -1)
    return next((size for size in sizes if tail.endswith(text[:size])), 0)


_SURELY_TWICE, _MOST_TWICE = 3, 16
"""So many characters are said twice by no chance, and so many at most."""
