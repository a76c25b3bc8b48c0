"""Pull quotes in the text: what is set apart, signed, set large, said again or cut in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, key, pairs_of, squeeze, unclosed, unopened, width
from converter.model import Attribution, Box, Figure, Heading, Paragraph, PullQuote, Role, Text
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.repeats import gaps_are_rare, stands_apart
from converter.parse.assemble.survey import Survey
from converter.parse.attributions import read_attribution
from converter.parse.boxes import is_attribution, is_excerpted
from converter.parse.captions import names_picture, shows_person
from converter.parse.context import piece_of, span_of, spans_of
from converter.parse.grams import Trigrams
from converter.parse.headings import run_in_series
from converter.parse.inline import Piece
from converter.parse.items import item_form
from converter.parse.kinds import NOTED, is_editors_note, labelled
from converter.parse.large import breaks_alone, is_narrow, large_to, pair_alone, parted_to
from converter.parse.said import signed_to
from converter.parse.seam import goes_on
from converter.segment import Unit

_SAID = 80
"""Em of a sentence with a name under it that is set into another one."""
_EXCERPTED = 3
"""Paragraphs of an excerpt."""
_BY_WHOM = 20
"""Em of the longest line that tells who said it."""
_LEADS = 30
"""The least em of a standfirst that is set as a quotation."""
_QUOTED = (10, 44)
"""Em of a sentence that may be set into another one without any sign: two lines or three."""
_LIKELY, _FAR = 2.5, 3.2
"""Log odds that the broken sentence goes on below it, and by how much more than in it.

Of twelve hundred sentences that a page breaks, which do go on in the next piece, none is
judged so in error."""

_WORK = re.compile(
    r"^——\s*(?:摘[自编編录錄]\S{0,2})?《[^《》]{2,40}》(?:第[^，。；]{1,10}[条條章])?$"
)
"""——《某条例》第七条."""
_BARS = frozenset("▌▍▎▊▋█┃")
_LARGE_MARK = re.compile(r"^[“「『❝\"＂〝]\s*(?=\S)")
_CLOSING = "”」』❞〞"
_FARTHER = 2.0
"""The second of the two for what somebody says, to which no word before it leads."""
_ASKS_FOR = frozenset(
    "说說道问問喊叫答想写寫称稱曰是为為即如着著了的出句唱念骂罵讲講话話成作以把有过過得和与與及在"
)
"""What may stand right before a quotation that is a part of its sentence."""
_OWN_WORDS = 0.33
"""The least share of the pairs of characters of such a sentence that its article has, too."""
_SURELY = 1.0
"""The second of the two for what cannot be said by who speaks."""
_UNLIKELY = -4.0
"""The first of the two where the indents tell that nothing else can go on."""
_PLAUSIBLE = 0.0
"""The first of the two for a sentence whose words the article has elsewhere."""
_ALIKE = 1e-9
"""By so much differ sums of the same odds."""
_LINES = 1.0
"""By how much the words may speak against what the commas behind short lines say already."""
_CLAUSES, _CLAUSE, _ECHO = re.compile("[，。；：！？、…“”「」]+"), 6, 0.4
"""The least characters of a clause that is not said twice by chance, and their part of the sentence."""
_SHORT_OF = 3.0
"""By so many em at least what is no full line is shorter than one, with the indent of a first line."""
_AS_LONG = 1.6
"""By so many em full lines of a column differ."""
_POINT = re.compile("其[一二三四五六七八][，是]|其次，|再次，|第[一二三四五六七八九十]{1,2}，")
"""其四，……: the next point of several carries on no sentence."""
_STOPS = re.compile("[。！？；]")
_FEW_LARGE = 2
"""Sentences set large in an article, of which none is a point of a list."""
CERTAIN = 5.0
"""The first of the two for a thought without a full stop, which may be anything, and for a box."""


class QuoteReader:
    """Takes the pull quotes that stand within an article."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context

    def take_quoted(self, at: int) -> int:
        """Take lines that the OCR set apart, without a label: a pull quote, if so few."""
        units = self.survey.units
        if not units[at].quoted or self._is_note(at):
            return 0
        last = self.survey.quoted_to(at) or units[at].last
        end = at
        while end < len(units) and units[end].last <= last:
            end += 1
        if not is_attribution(units[end - 1].text) and self._is_signed_below(end):
            end += 1
        mark = end - 1 if end - at > 1 and is_attribution(units[end - 1].text) else end
        texts = units[at:mark]
        if len(texts) > 3 or sum(width(unit.text) for unit in texts) > 200:
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

    def _is_signed_below(self, end: int) -> bool:
        """True for ——某某 below lines with >, of whom the article speaks, and which goes on below."""
        units = self.survey.units
        if end + 1 >= len(units) or not units[end].text.startswith("——"):
            return False
        name = squeeze(units[end].text.lstrip("—"))
        return is_attribution(units[end].text) and self.survey.speaks_of(name)

    def _leads_in(self, at: int, end: int) -> bool:
        """True for whole sentences over an article that it does not say again: a standfirst."""
        units = self.survey.units
        texts = [unit.text for unit in units[at:end]]
        if not self.draft.empty or end == len(units) or texts[0][0] in "“「『":
            return False
        if not all(map(ends_sentence, texts)) or sum(map(width, texts)) < _LEADS:
            return False
        body = "".join(key(unit.text) for unit in units[end:])
        clauses = [key(clause) for text in texts for clause in _CLAUSES.split(text)]
        return not any(len(clause) >= _CLAUSE and clause in body for clause in clauses)

    def _is_note(self, at: int) -> bool:
        """True for 编者按 …… before the text."""
        return self.draft.unbegun and is_editors_note(self.survey.units[at].text)

    def take_said(self, at: int) -> int:
        """Take what somebody says, and the name under it."""
        mark = self._said_to(at)
        if not mark and (self._confessed(at) or self._is_said_by(at)):
            mark = at + 1
        elif not mark or is_excerpted(self.survey.units[mark].text):
            return self._take_sourced(at) or self._take_before_doubled(at)
        units = self.survey.units
        text = self.context.ledger.text([piece_of(unit) for unit in units[at:mark]])
        attribution = read_attribution(units[mark : mark + 1], self.context)
        spans = spans_of(units[at : mark + 1])
        self.draft.interrupt(PullQuote((text,), attribution, spans, self.draft.new_id()))
        return mark + 1

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
            whole = ends_sentence(text) and _QUOTED[0] <= width(text) <= _SAID
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
        if not _is_said(units[at].text) or width(units[at].text) > _SAID:
            return False
        named = mark.startswith("——") and width(mark) <= _BY_WHOM and "《" not in mark
        alone = above[-1:] not in tuple("：:") and below[0] not in "“「" and not _is_said(above)
        whole = ends_sentence(below) and width(below) >= _LEADS
        return named and alone and whole and is_attribution(mark) and not self._is_told(at, at + 1)

    def _confessed(self, at: int) -> bool:
        """True for “……” and ——摘自某某日记 between whole paragraphs of an article, which goes on below.

        No ——摘自《某某报》, which tells where all of a text was printed.
        """
        units, draft = self.survey.units, self.draft
        if draft.open is None or draft.mid_sentence() or at + 2 >= len(units):
            return False
        text, mark = units[at].text, units[at + 1].text
        whole = text[0] in "“「" and text[-1] in "”」" and not unopened(text[1:-1])
        if not whole or width(text) > _SAID or width(units[at + 2].text) < _LEADS:
            return False
        return is_excerpted(mark) and "《" not in mark and not self._is_told(at, at + 3)

    def _take_sourced(self, at: int) -> int:
        """Take a quotation that cuts a sentence, with its source below it in brackets: a box.

        “……” and （据某某会议发言整理）: no name of boxes stands above them, and the article says
        the words nowhere else. So are whole sentences with ——摘自《某条例》 below them.
        """
        units = self.survey.units
        mark = self._sourced_to(at)
        if not mark:
            return 0
        spans, own = spans_of(units[at : mark + 1]), self.draft.new_id()
        said = tuple(
            Paragraph(self.draft.text(unit), Role.BODY, (span_of(unit),), self.draft.new_id())
            for unit in units[at:mark]
        )
        source = read_attribution(units[mark : mark + 1], self.context)
        self.draft.interrupt(Box("", None, said, source, "", -1, spans, own))
        return mark + 1

    def _take_before_doubled(self, at: int) -> int:
        """Take a paragraph below which a page begins with the last words of a broken sentence: a box.

        ……的老工友就明 | 某某工会中，…… | 就明白，今天……: those words say where the sentence goes on.
        """
        unit, following = self.survey.units[at], self.survey.after(at)
        if following is None or self.draft.open is None or not self.draft.mid_sentence():
            return 0
        if self._is_told(at, at + 1) or item_form(unit.text) or unit.opens or unit.caption:
            return 0
        tail, known = self.draft.open.last.rstrip(), self.context.pages
        again = _said_twice(tail, following.text) if following.first in known else 0
        if not again or _said_twice(tail, unit.text) or not ends_sentence(unit.text):
            return 0
        short = width(unit.text) < _LEADS or not any(map(str.isdecimal, unit.text))
        if short or not (unit.gap and following.gap) or at in self.survey.biographies:
            return 0
        if again < _SURELY_TWICE and not self._goes_on_below(at, at):
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
            if mark > at and is_excerpted(text):
                return mark if mark == at + 1 or self._goes_on_below(at, mark) else 0
            if self.survey.starts[mark] or width(text) > _SAID or not ends_sentence(text):
                break
        if at + 2 >= len(units) or self.survey.starts[at]:
            return 0
        text, source = units[at].text, units[at + 1].text
        quoted = text[0] in "“「" and text[-1] in "”」" and source[0] in "（("
        whole = ends_sentence(text) and width(text) <= _SAID
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

    def _goes_on_below(self, at: int, mark: int, least: float = 0.0) -> bool:
        """True if the sentence that breaks off above a unit goes on below ``mark`` rather than there."""
        if self.draft.open is None:
            return False
        tail, trigrams = self.draft.open.tail(400), self.context.trigrams
        own = goes_on(tail, self.survey.units[at].text, trigrams)
        return goes_on(tail, self.survey.units[mark + 1].text, trigrams) > own + least

    def _goes_on_in_prose(self, at: int, mark: int) -> bool:
        """The same, surely, and with a full stop: words without one may as well be a line of verse."""
        stops = "。" in self.survey.units[mark + 1].text
        return stops and self._goes_on_below(at, mark, _SURELY)

    def _said_to(self, at: int) -> int:
        """Where the name stands under a quotation that begins at a unit, 0 if none does."""
        units, broken = self.survey.units, self.draft.mid_sentence()
        if self.draft.empty or self.survey.starts[at] is not None or self.survey.numbers[at]:
            return 0
        text, mark = units[at].text, units[at + 1].text if at + 1 < len(units) else ""
        if broken and mark.startswith("——") and is_attribution(mark) and width(text) <= _SAID:
            quoted = text[0] in "“「『" and text[-1] in "”」』"
            if quoted or ends_sentence(text):
                return at + 1
        if units[at].opens or self.survey.speakers.turn(text) is not None:
            return 0
        texts = [unit.text for unit in units[at : at + 6]]
        known = self.survey.speaks_of
        end = signed_to(texts, broken=broken, known=known)
        # What a blank line parts from the first line begins further below.
        parted = any(unit.gap for unit in units[at + 1 : at + end])
        return at + end if end and not parted else 0

    def take_below_credit(self, at: int) -> int:
        """Take a sentence below who edited an article, where that is over, if it is its own.

        It stands at the foot of the last page, and says in a few words what the article does.
        """
        units = self.survey.units
        unit = units[at]
        if at + 1 < len(units) or not self.draft.closed_by_credit():
            return 0
        if not (_QUOTED[0] <= width(unit.text) <= _SAID and ends_sentence(unit.text)):
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
        end = self._large_to(at) or self._pair_to(at) or self.survey.quoted_lines.get(at, 0)
        end = end or self._parted_to(at)
        if end:
            units = self.survey.units[at:end]
            text = self.context.ledger.text(self._unmarked(units))
            spans, own = spans_of(units), self.draft.new_id()
            if self.draft.mid_sentence() and shows_person(self.survey.units, at, end):
                self.draft.interrupt(Figure(text, spans, own))
                return end
            return self._interrupt(text, at, end)
        if at not in self.survey.quotes and not (
            self._is_narrow(at) or self._cuts(at) or self._sums_up(at)
        ):
            return 0
        unit = self.survey.units[at]
        text = self.context.ledger.text(self._unmarked([unit]))
        if at not in self.survey.quotes and (names_picture(unit.text) or self._shows_speaker(at)):
            self.draft.interrupt(Figure(text, (span_of(unit),), self.draft.new_id()))
            return at + 1
        return self._interrupt(text, at, at + 1)

    def _interrupt(self, text: Text, at: int, end: int) -> int:
        """Set a pull quote in, with who speaks, if nothing but his name stands below it."""
        units, signed = self.survey.units, self._speaks_below(end)
        by = Attribution(self.draft.text(units[end]), (span_of(units[end]),)) if signed else None
        spans = spans_of(units[at : end + signed])
        self.draft.interrupt(PullQuote((text,), by, spans, self.draft.new_id()))
        return end + signed

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
        if width(self.draft.open.last) < _LEADS or self._is_told(at, at + 1):
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
        if hit is None or any(mark in text for mark in _CLOSING):
            return pieces
        self.context.ledger.drop(units[0].first, hit[0], "quotation-mark")
        lines = pieces[0].lines
        if lines:
            first = lines[0][1].lstrip()[hit.end() :]
            lines = ((lines[0][0], first), *lines[1:])
        pieces[0] = pieces[0]._replace(text=units[0].text[hit.end() :], lines=lines)
        return pieces

    def _large_to(self, at: int) -> int:
        """The end of a pull quote in a few short lines that cut a sentence in two."""
        survey, draft = self.survey, self.draft
        last = draft.open.last.rstrip()[-1:] if draft.open is not None else "："
        if last == "：" or not (draft.mid_sentence() or last == "；"):
            return 0
        end = large_to(survey.units, at)
        if end and not ends_sentence(survey.units[end - 1].text):
            end = end if self._goes_on_in_prose(at, end - 1) else 0
        return 0 if self._is_told(at, end) else end

    def _pair_to(self, at: int) -> int:
        """The end of a pull quote of two sentences on a line each, between whole paragraphs."""
        if self.draft.empty or self.draft.mid_sentence() or self.survey.speakers.names:
            return 0
        if not pair_alone(self.survey.units, at) or self._is_told(at, at + 2):
            return 0
        return at + 2

    def _parted_to(self, at: int) -> int:
        """The end of a pull quote in short lines that blank ones part, 0 if none begins.

        Within a broken sentence, what stands below must carry that on not much worse.
        """
        end = parted_to(self.survey.units, at, self.context.measure)
        if (
            not end
            or self.draft.empty
            or self._is_told(at, end)
            or item_form(self.survey.units[at].text)
        ):
            return 0
        above = self.survey.units[at - 1].text.rstrip()
        if above[-1] in "：:":
            return 0
        if not self.draft.mid_sentence():
            return end
        goes_on = end < len(self.survey.units) and self._goes_on_below(at, end - 1, -_LINES)
        return end if goes_on else 0

    def _is_told(self, at: int, end: int) -> bool:
        """True if a number, a label or a speaker says what one of some units is."""
        survey = self.survey
        return any(
            survey.numbers[index]
            or survey.starts[index]
            or labelled(survey.units[index].text)
            or survey.speakers.turn(survey.units[index].text)
            for index in range(at, end)
        )

    def _is_narrow(self, at: int) -> bool:
        """True for lines narrower than the column within a sentence, under no name of a box.

        Where all else has a line a paragraph, they may stand between two sentences as well.
        """
        survey, unit = self.survey, self.survey.units[at]
        narrow = self.draft.mid_sentence() and is_narrow(survey.units, at)
        if narrow and not ends_sentence(unit.text):
            narrow = self._goes_on_in_prose(at, at)
        return (
            (narrow or self._breaks_alone(at))
            and not (survey.numbers[at] or survey.starts[at] or labelled(unit.text))
            and not (item_form(unit.text) or survey.speakers.turn(unit.text))
        )

    def _breaks_alone(self, at: int) -> bool:
        """True for short lines where all else has a line a paragraph, and no box makes them so.

        Within a broken sentence, what stands below must carry that on better than they do, or
        no worse behind a comma, where a clause begins as a sentence does.
        """
        units, draft = self.survey.units, self.draft
        broken = draft.mid_sentence() and draft.open is not None and at + 1 < len(units)
        if draft.empty or not breaks_alone(units, at, unstopped=broken):
            return False
        size = max(width(line.text.strip()) for line in units[at].lines)
        if self.context.measure and abs(size - self.context.measure) <= _AS_LONG:
            return False  # a paragraph on a page of which OCR has kept the lines
        if any(self.survey.starts[index] for index in range(at - 1, min(at + 2, len(units)))):
            return False  # the column is narrower beside a box
        if not broken or draft.open is None:
            return True
        if not ends_sentence(units[at].text):
            return self._goes_on_in_prose(at, at)
        comma = draft.open.last.rstrip()[-1:] == "，"
        return self._goes_on_below(at, at, -_ALIKE if comma else 0.0)

    def _cuts(self, at: int) -> bool:
        """True for a whole sentence within another one, which breaks off in a word.

        What follows must carry the broken sentence on far better than the unit itself.
        """
        unit, following, broken = self.survey.units[at], self.survey.after(at), self.draft.open
        if following is None or broken is None or not self._may_cut(at, following):
            return False
        if is_sibling(broken.raw, following.text):
            return False
        tail, trigrams = broken.tail(400), self.context.trigrams
        likely = goes_on(tail, following.text, trigrams)
        needed, by = _LIKELY, _FAR
        if not ends_sentence(unit.text):
            # 等十 | 捏着她的指头，比吊一百吨的梁还紧张 | 个指头: only where nothing else can be.
            needed = CERTAIN
            if not (unit.gap and following.gap):
                return False
            if self._fills_no_line(at):
                return True
            if likely >= needed and goes_on(unit.text, following.text, trigrams) >= CERTAIN:
                return False
        elif unit.markup_level:  # as large as a heading, with a full stop, in mid-sentence
            return likely - goes_on(tail, unit.text, trigrams) > -1.0
        elif (
            _is_said(unit.text)
            and stands_apart(self.survey.units, at)
            and not _introduces(tail, unit.text)
        ):
            needed, by = 0.0, _FARTHER
        elif unit.opens is False:
            needed, by = _UNLIKELY, _SURELY
        elif self._shows_speaker(at):
            needed, by = 0.0, _SURELY
        elif echoes(self.survey.units, at) and not _is_known(tail, unit.text, trigrams):
            needed, by = _PLAUSIBLE, -_ALIKE
        return likely >= needed and likely - goes_on(tail, unit.text, trigrams) >= by

    def _may_cut(self, at: int, following: Unit) -> bool:
        """False where the form of a unit, or of the next one, lets it stand in no sentence."""
        unit, survey = self.survey.units[at], self.survey
        if (
            (unit.opens is False and not self._is_flush(at))
            or unit.wrapped
            or len(unit.text) > _QUOTED[1]
            or not _QUOTED[0] <= width(unit.text)
            or not self.draft.mid_sentence()
            or not (self._breaks_word() or unit.markup_level or self._fills_no_line(at))
        ):
            return False
        if unopened(unit.text) or unclosed(unit.text):
            return False
        if self._opens_page(at) and not unit.markup_level:
            return False
        if not (is_han(unit.text[0]) or _is_said(unit.text)):
            return False
        if any(map(str.isdecimal, unit.text)):
            return False  # figures belong to a report
        if survey.numbers[at] or survey.numbers[at + 1] or survey.starts[at + 1]:
            return False
        if survey.speakers.turn(unit.text) or survey.speakers.turn(following.text):
            return False
        if labelled(unit.text) or item_form(unit.text) or at in survey.biographies:
            return False
        whole = ends_sentence(following.text) or width(following.text) >= 24
        return whole and _POINT.match(following.text) is None

    def _breaks_word(self) -> bool:
        """True if the broken sentence has a character before the seam, and no mark."""
        return self.draft.open is not None and is_han(self.draft.open.last.rstrip()[-1:] or "。")

    def _fills_no_line(self, at: int) -> bool:
        """True for a few words in a broken sentence that are too short for a line of it.

        What pages and boxes cut out of a text is whole lines, whose measure the others tell.
        Beside a box the column is narrower.
        """
        unit, survey, draft = self.survey.units[at], self.survey, self.draft
        broken = draft.open.last.rstrip() if draft.open is not None else ""
        least = self.context.measure - _SHORT_OF
        if not _QUOTED[0] <= width(unit.text) <= least <= width(broken) or not is_han(
            unit.text[-1]
        ):
            return False
        if broken[-1] in "：:" or broken[-1] == unit.text[0] or _STOPS.search(unit.text):
            return False
        beside = draft.blocks and isinstance(draft.blocks[-1], Box)
        return not (beside or any(survey.starts[at - 1 : at + 2]))

    def _opens_page(self, at: int) -> bool:
        """True for the first unit of a page, which is the rest of what the last one broke off.

        But not where a word breaks off that only the next unit can carry on.
        """
        unit, following, draft = self.survey.units[at], self.survey.after(at), self.draft
        if unit.first not in self.context.pages or following is None or draft.open is None:
            return unit.first in self.context.pages
        tail, trigrams = draft.open.tail(400), self.context.trigrams
        below = goes_on(tail, following.text, trigrams)
        own = goes_on(tail, unit.text, trigrams)
        return below < CERTAIN or below - own < 2 * CERTAIN or not following.gap

    def _is_flush(self, at: int) -> bool:
        """True for a sentence of the article's own words set flush, as is what stands below it.

        Where paragraphs are indented no other begins there, and only the broken sentence is
        left to be carried on.
        """
        unit, following = self.survey.units[at], self.survey.after(at)
        flush = following is not None and following.opens is False
        return flush and ends_sentence(unit.text) and echoes(self.survey.units, at)

    def _sums_up(self, at: int) -> bool:
        """True for one sentence alone between a heading and its text, in words of the section above.

        奖金发给了单个的珠子，没有人去买那根线。 and below the next heading 给单个的珠子发再多的奖金，总要有人去买那根线。
        """
        units, blocks = self.survey.units, self.draft.blocks
        unit, following = units[at], self.survey.after(at)
        if self.draft.open is not None or not blocks or not isinstance(blocks[-1], Heading):
            return False
        if following is None or not (unit.gap and following.gap) or unit.opens:
            return False
        alone = width(following.text) > _SAID and ends_sentence(unit.text)
        if not alone or not _QUOTED[0] <= width(unit.text) <= _QUOTED[1]:
            return False
        if "。" in unit.text[:-1] or self._is_told(at, at + 1) or item_form(unit.text):
            return False
        above = [one.text for one in units[max(0, at - _NEAR) : at - 1]]
        return any(_shares_runs(unit.text, text, self.survey.told) for text in above)

    def _shows_speaker(self, at: int) -> bool:
        """True for 某某用过的刨子。 within what somebody says, who calls himself by no name."""
        return self.draft.talks and self.survey.begins_with_speaker(at)


def echoes(units: Sequence[Unit], at: int) -> bool:
    """True for a sentence a good part of which the article says elsewhere, clause for clause."""
    text = units[at].text
    if not (stands_apart(units, at) or gaps_are_rare(units, at)):
        return False
    clauses = [clause for clause in _CLAUSES.split(text) if len(clause) >= _CLAUSE]
    said = "".join(
        clause
        for clause in clauses
        if any(other != at and clause in one.text for other, one in enumerate(units))
    )
    return len(said) >= _ECHO * len(text)


def _is_set_large(unit: Unit) -> bool:
    """True for a whole sentence in bold type or marked as a heading."""
    return (
        bool(unit.strong or unit.markup_level)
        and unit.gap
        and not (unit.quoted or unit.bullet)
        and unit.text[-1:] == "。"
        and _QUOTED[0] <= width(unit.text) <= _QUOTED[1]
    )


def _shares_runs(own: str, text: str, told: str) -> bool:
    """True if a text has two runs of characters of a sentence, and those are a good part of it.

    What ``told``, the whole article, says more than once beside the sentence itself is what it
    speaks of, and no sign.
    """
    runs, at = [], 0
    while at < len(own):
        end = at + _RUN
        if end > len(own) or own[at:end] not in text:
            at += 1
            continue
        while end < len(own) and own[at : end + 1] in text:
            end += 1
        if told.count(own[at:end]) - own.count(own[at:end]) == 1:
            runs.append(end - at)
        at = end
    return len(runs) > 1 and sum(runs) >= _PART * len(own)


_RUN, _PART, _NEAR = 5, 0.3, 8
"""Characters of a run that is no chance, the part of the sentence that such runs are, and the pieces
above it among which its source stands."""


def _is_said(text: str) -> bool:
    """True for “……。”: whole sentences in the marks of speech."""
    return text[0] in "“「" and text[-2:] in ("。”", "。」", "！”", "！」")


def _is_known(tail: str, after: str, trigrams: Trigrams) -> bool:
    """True if the issue elsewhere says the characters at a seam side by side."""
    return trigrams[tail[-2:] + after[0]] + trigrams[tail[-1] + after[:2]] > 1


def is_sibling(own: str, text: str) -> bool:
    """True for a paragraph that begins as the one above it does: 从主体看，…… 从作风看，…….

    What carries on a broken sentence does not.
    """
    if run_in_series(own) and run_in_series(text) == run_in_series(own) + 1:
        return True
    if own[:2] == text[:2] or any(own[at : at + 3] in text[:_BEGIN] for at in range(_BEGIN - 2)):
        return True
    one, other = _HEAD.match(own), _HEAD.match(text)
    return one is not None and other is not None and one.groups() == other.groups()


_BEGIN = 8
_HEAD = re.compile("(.)[^，。：；！？]{1,10}(.[，。])")
"""The first and the last character of a head, and the mark behind it: 有队伍干事。 有办法成事。"""


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


def _introduces(before: str, text: str) -> bool:
    """True if a word before a quotation asks for it, or if it is not all of one: 墙上写着 | “……！”."""
    return before[-1] in _ASKS_FOR or any(mark in text[1:-1] for mark in "”」")
