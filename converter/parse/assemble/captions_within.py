"""Captions within a sentence: what cuts it, and goes on with nothing."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.assemble.cut_in import echoes
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.flush_thoughts import may_show
from converter.parse.assemble.flush_within import begins_flush, ends_within, is_surely_within
from converter.parse.assemble.set_apart import gaps_are_rare, stands_apart
from converter.parse.assemble.survey import Survey
from converter.parse.captions import (
    is_unnumbered_caption,
    names_picture,
    opens_at_hour,
    shows_act,
    tells_of_thing,
    tells_scene,
)
from converter.parse.credits import read_credits
from converter.parse.kinds import labelled
from converter.parse.seam import MEASURES, goes_on
from converter.segment import Unit
from converter.segment.units import PICTURE_WORK

LEAST, CAPTION = 6, 40
"""Em of what names a chart, and of a caption under a picture: two lines of a column."""
POINTED = 72
"""Em of a caption that a mark points from to its picture."""
FEW_WORDS = 20
"""Em of a caption without a full stop within a sentence."""
SURELY = 1.0
"""By how much a sentence must go on below a caption rather than in it (log odds)."""
_CLEARLY = 2.5
"""The same of a sentence that only begins like a caption."""
EVEN = 0.0
"""The same, where most pictures have captions: the sentence must go on below no worse."""
_WORD = 2
_DOUBLED = 1.5
"""What it says that a piece begins with the character that stands before the seam."""
_ALIKE = 1e-9
"""By so much differ sums of the same odds."""
KNOWN = 2
"""Pieces of the article that speak of who is seen as well."""
_FAR = 2.0
"""By how much a sentence must go on better without a few words in its middle (log odds): of
seventy pieces that columns cut out of sentences one is judged so in error."""
_MARKS = re.compile("[，。；：！？、,;:“”（）|]")
_ARTIST = 16
_DRAWN = frozenset(PICTURE_WORK.split("|")) | {"摄", "攝", "绘", "繪", "题图", "題圖"}
"""What is done for a picture that stands beside a text."""
_AWAITS = frozenset("是为為有的在把被将將和与與及于於对對从從向让讓")
"""Words behind which the name of a thing goes on with the sentence."""
_COUNTS = re.compile(rf"[一二两兩三四五六七八九十几幾数數多\d每这這那某各][{MEASURES}]$")
"""添了一条: the thing that is counted goes on with it, too."""


_REST = 8
"""Em of a sentence's last words, which are no paragraph."""


def _is_short_rest(unit: Unit) -> bool:
    """True for some last words of a sentence, alone on their line."""
    return not unit.wrapped and width(unit.text) <= _REST and unit.text.endswith("。")


class CaptionsWithin:
    """Tells what is a caption where it stands in the middle of a sentence, which goes on below it."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context

    def cuts_sentence(self, at: int) -> bool:
        """True for what is a caption only within a sentence, in the middle of which it stands."""
        return (
            self._is_scene(at)
            or self._is_act(at)
            or self._is_thing(at)
            or self._is_few_words(at)
            or self._is_flush(at)
            or self._is_artist(at)
        )

    def _is_scene(self, at: int) -> bool:
        """True for a date, a place and what happens there within a sentence that goes on below."""
        unit, following = self.survey.units[at], self.survey.after(at)
        return (
            unit.gap
            and following is not None
            and following.gap
            and tells_scene(unit.text)
            and not (unit.markup_level or unit.bullet or self.survey.numbers[at])
            and self.survey.starts[at] is None
            and at not in self.survey.dated
            and self.cut_by(at, EVEN)
        )

    def _is_act(self, at: int) -> bool:
        """True for one sentence that shows a person of the article, or an hour, within another one.

        That goes on below far better, and nobody says the same in the text.
        """
        survey, unit, following = self.survey, self.survey.units[at], self.survey.after(at)
        if following is None or not (unit.gap and following.gap):
            return False
        if not opens_at_hour(unit.text) and shows_act(survey.units, at) < KNOWN:
            return False
        if unit.markup_level or unit.bullet or survey.numbers[at] or survey.starts[at]:
            return False
        return self.cut_by(at, EVEN) and not echoes(survey.units, at)

    def _is_thing(self, at: int) -> bool:
        """True for a thing and a sentence about it, within another sentence that goes on far better below."""
        survey, unit, following = self.survey, self.survey.units[at], self.survey.after(at)
        if following is None or not (unit.gap and following.gap):
            return False
        if unit.markup_level or unit.bullet or survey.numbers[at] or survey.starts[at]:
            return False
        if unit.opens is not None or following.opens or not tells_of_thing(unit.text):
            return False
        if self.draft.open is None:
            return False
        last = self.draft.open.last.rstrip()
        if last[-1:] in _AWAITS or _COUNTS.search(last[-2:]):
            return False  # ……只是 | 老渡口的一部分，……
        return self.cut_by(at, _CLEARLY) and not echoes(survey.units, at)

    def _is_flush(self, at: int) -> bool:
        """True for a sentence or two, set flush where paragraphs are indented, within another one.

        What stands below is as flush, and carries the broken sentence on better: no paragraph
        begins there, and nothing is left to be carried on but that sentence. Where no paragraph
        can end with them, or a few words alone are below at the top of a page, no worse is enough.
        """
        survey, unit, following = self.survey, self.survey.units[at], self.survey.after(at)
        text = unit.text
        if following is None or unit.opens is not False or following.opens:
            return False
        top = unit.first in self.context.pages and _is_short_rest(following)
        if following.opens is None and not top:
            return False
        if not (unit.gap and following.gap):
            return False
        if not ends_sentence(text) or not LEAST <= width(text) <= POINTED or "？" in text:
            return False
        if not may_show(text) and is_surely_within(survey.units, at):
            return False  # a pull quote
        told = survey.starts[at] or survey.numbers[at] or labelled(text) or at in survey.quotes
        if told or unit.markup_level or unit.bullet or unit.quoted or at in survey.series:
            return False
        if survey.starts[at + 1] or survey.speakers.turn(text) is not None:
            return False
        least = EVEN if top or ends_within(survey.units, at) else SURELY
        return self.cut_by(at, least) and not echoes(survey.units, at)

    def heads_page(self, at: int) -> bool:
        """True for a thing that is named, set flush at the top of a page where paragraphs are indented.

        水边的菖蒲。根要一直泡着。 between blank lines: it is no paragraph, and carries no sentence on.
        """
        survey, unit, following = self.survey, self.survey.units[at], self.survey.after(at)
        if following is None or self.draft.empty or self.draft.mid_sentence():
            return False
        if unit.first not in self.context.pages or not (unit.gap and following.gap):
            return False
        if unit.opens is not False or following.opens is None or not names_picture(unit.text):
            return False
        told = survey.starts[at] or survey.numbers[at] or at in survey.quotes or at in survey.series
        if told or unit.markup_level or unit.bullet or unit.quoted or survey.starts[at + 1]:
            return False
        if following.opens is False:
            return ends_within(survey.units, at) and not names_picture(following.text)
        return begins_flush(survey.units, at)

    def _is_few_words(self, at: int) -> bool:
        """True for some words without a mark within a sentence that goes on far better without them.

        The words above them must not go on in them, nor they in what stands below.
        """
        survey, unit, following = self.survey, self.survey.units[at], self.survey.after(at)
        text, open_ = unit.text, self.draft.open
        if following is None or open_ is None or unit.wrapped or following.opens:
            return False
        if not 4 <= width(text) <= FEW_WORDS:
            return False
        if (
            _MARKS.search(text)
            or not is_han(text[-1])
            or not is_han(open_.last.rstrip()[-1:] or "。")
        ):
            return False
        told = survey.starts[at] or survey.numbers[at] or survey.number(at + 1) or labelled(text)
        if told or at in survey.series or at in survey.quotes or unit.markup_level or unit.bullet:
            return False
        if survey.starts[at + 1] or survey.speakers.turn(following.text) is not None:
            return False
        if not (stands_apart(survey.units, at) or gaps_are_rare(survey.units, at)):
            return False
        tail, trigrams = open_.tail(400), self.context.trigrams
        within = max(goes_on(tail, text, trigrams), goes_on(tail + text, following.text, trigrams))
        return goes_on(tail, following.text, trigrams) >= within + _FAR

    def _is_artist(self, at: int) -> bool:
        """True for 插图／小　何 within a sentence: who made a picture that has no other caption."""
        return self.tells_artist(self.survey.units[at].text)

    def tells_artist(self, text: str) -> bool:
        """True for a line that says who made a picture: 插图／小　何."""
        if width(text) > _ARTIST:
            return False
        credited = read_credits(text) or ()
        return bool(credited) and all(credit.work in _DRAWN for credit in credited)

    def cut_by(self, at: int, least: float = SURELY) -> bool:
        """True if a broken sentence goes on below a unit rather than in it, by so much.

        Where both begin with the same word, the nearer one carries it on. Captions that their words
        tell, right below, are no text that could.
        """
        if self.draft.open is None:
            return False
        below, units = at + 1, self.survey.units
        while below < len(units) and is_unnumbered_caption(units[below].text):
            below += 1
        if below >= len(units) or self.survey.number(below) is not None:
            return False
        following = units[below]
        tail, trigrams = self.draft.open.tail(400), self.context.trigrams
        text = self.survey.units[at].text
        if text[:_WORD] == following.text[:_WORD]:
            least = max(least, SURELY)
        own = goes_on(tail, text, trigrams)
        if tail[-1] == text[0] and is_han(text[0]):
            # 四五十只 | 只，都是空着手: a character that OCR has read on both sides of the seam
            own = max(own, goes_on(tail[:-1], text, trigrams) + _DOUBLED)
        return goes_on(tail, following.text, trigrams) >= own + least - _ALIKE

    def cut_with_next(self, at: int) -> bool:
        """True if a broken sentence clearly goes on below a unit, or below a short sentence under it.

        That may be a pull quote, which stands at the same seam.
        """
        if self.cut_by(at, _CLEARLY):
            return True
        quote, rest = self.survey.after(at), self.survey.after(at + 1)
        if quote is None or rest is None or self.draft.open is None:
            return False
        short = quote.gap and rest.gap and width(quote.text) <= CAPTION
        if not short or not ends_sentence(quote.text) or self.survey.number(at + 2) is not None:
            return False
        tail, trigrams = self.draft.open.tail(400), self.context.trigrams
        own = max(
            goes_on(tail, text, trigrams) for text in (self.survey.units[at].text, quote.text)
        )
        return goes_on(tail, rest.text, trigrams) >= own + _CLEARLY
