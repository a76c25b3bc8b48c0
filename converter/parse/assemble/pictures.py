"""Captions: what stands under or beside pictures that the OCR did not keep."""

from __future__ import annotations

from functools import cached_property

from converter import patterns as re
from converter.hanzi import CIRCLED, ends_sentence, is_han, squeeze, width
from converter.model import Figure, Heading, Role
from converter.parse.assemble.captions_within import (
    CAPTION,
    EVEN,
    FEW_WORDS,
    KNOWN,
    LEAST,
    POINTED,
    SURELY,
    CaptionsWithin,
)
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.pointed_captions import PointedCaptions
from converter.parse.assemble.set_apart import gaps_are_rare, stands_apart
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.tailpieces import (
    ends_with_scene,
    is_below_author,
    shows_who_talks,
)
from converter.parse.captions import (
    captions_within,
    describes_picture,
    hours_within,
    is_data_source,
    is_slanted,
    is_unnumbered_caption,
    may_caption,
    names_picture,
    object_label,
    opens_caption,
    points_out,
    shows_person,
    tells_by_clauses,
    timed_captions,
)
from converter.parse.context import piece_of, spans_of
from converter.parse.kinds import is_salutation, labelled
from converter.parse.large import is_narrow
from converter.parse.seam import goes_on
from converter.parse.tables import is_caption, is_figure
from converter.parse.turned_thoughts import is_turned_thought
from converter.segment import Unit
from converter.segment.units.signs import EXPOSURE

_SIZED_ONLY = 0.5
"""How surely a size alone tells a caption."""
_CAPTIONED = -2.0
"""By how much a broken sentence must go on better below a sentence right below a picture than in
it (log odds), where most pictures have captions: it may go on somewhat worse."""
_IN_PLACE = -5.0
"""The same, where the lengths of the lines say already that it does."""
_NUMBERED = re.compile(
    r"^(?:图|圖)\s*(?:\d{1,2}(?:[-.—]\d{1,2})?|[一二三四五六七八九十]{1,3})(?:[\s　]+|\s*[：:|｜│丨])(?!所示|[列给給][出示有]|所列|反映|汇总|彙總|可知|可见|可見|中[，的]|为|為|是|显示|顯示|表明)"
)
"""The number of a figure, and a blank behind it, which text has not."""
_COVER = re.compile(
    r"^(?:封面|封底|封[二三]|题图|題圖|扉页|扉頁|目录|目錄|版权页)(?:图片?|圖片?|摄影|攝影|照片|绘画|插图)?\s*[|｜/／：:]"
)
"""What may stand before any text: 封面图｜……."""
_TAKEN = re.compile(
    r"[，,。][拍影]?[摄攝][于於]|[。”][（(][^（）()。，]{2,12}(?:[摄攝绘繪藏]|提供|供图|供圖|翻拍)[）)]$"
)
"""……留念，摄于1953年5月4日。（某某提供）: when a photograph was taken, and whose it is."""
_COUNTED = re.compile(r"^(?P<n>\d{1,2})(?P<mark>[、.．])")
_LEADS = re.compile("[我你您咱].*[。？！]$")
"""What speaks to the reader right below the picture over an article leads into it."""
_EXPOSED_CAPTION, _NAME_OF_PICTURE = 48, 20
_ACROSS = 3.0
"""Em by which a line across the columns of a page is longer than theirs."""


class FigureReader:
    """Takes captions, by their numbers, their words, their marks or the pictures above them."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context
        self.within = CaptionsWithin(survey, draft)
        self.pointed = PointedCaptions(survey, draft)
        self.timed = timed_captions(survey.units) | hours_within(survey.units)
        """The units of captions that open with the hour."""
        self.last = 0
        """The unit below the caption that was taken last."""

    def take_figure(self, at: int) -> int:
        """Take the caption of a picture, or of a table that the OCR did not read."""
        end = object_label(self.survey.units, at)
        if end and self.survey.starts[at] is None:
            units = self.survey.units[at:end]
            text = self.context.ledger.caption([piece_of(one) for one in units])
            self.draft.interrupt(Figure(text, spans_of(units), self.draft.new_id()))
            return end
        unit = self.survey.units[at]
        numbered = is_figure(unit.text) or is_caption(unit.text)
        if numbered and self.draft.carries_on(unit) and not self._numbers_figure(at):
            return 0
        if not numbered and self._is_counted(at):
            return 0
        if is_turned_thought(unit.text) and not (unit.pictured or unit.centred):
            return 0  # 一本没有还的书，是一句没有说完的话。 within a sentence: a pull quote
        if not (
            numbered
            or at in self.timed
            or self._is_under_picture(at)
            or self._is_set_in(at)
            or self._is_centred(at)
            or self.pointed.is_pointed(at)
            or self._is_portrait(at)
            or self._is_in_column(at)
            or self._is_described(at)
            or self._is_last_of_page(at)
            or ends_with_scene(self.survey, self.draft, at)
            or is_below_author(self.survey, self.draft, at)
            or shows_who_talks(self.survey, self.draft, at)
            or self._is_person(at)
            or (self.draft.mid_sentence() and self.within.cuts_sentence(at))
            or self.within.heads_page(at)
            or self._shows_who_answers(at)
            or self._is_told_by(at)
            or self._is_above_source(at)
            or self._is_exposed(at)
            or self._is_slanted(at)
        ):
            return 0
        end = self.last = at + 1 + self._is_credited_below(at)
        units = self.survey.units[at:end]
        caption = self.context.ledger.caption([piece_of(one) for one in units])
        self.draft.interrupt(Figure(caption, spans_of(units), self.draft.new_id()))
        following = self.survey.after(at)
        if following is not None and is_data_source(following.text):
            self.draft.set_below(following, Role.CREDIT, 0)
            self.last = at + 2
        return self.last

    def _is_credited_below(self, at: int) -> bool:
        """True for 摄影/某　某 on the line right below a caption, which is a sentence."""
        following = self.survey.after(at)
        if self._is_exposed(at):
            return True
        if following is None or following.gap or not ends_sentence(self.survey.units[at].text):
            return False
        return self.within.tells_artist(following.text)

    def _is_slanted(self, at: int) -> bool:
        """True for a line in italics where captions are set so, or of clauses without a full stop: its picture is lost."""
        unit = self.survey.units[at]
        if self.draft.empty or self.survey.starts[at] is not None or not is_slanted(unit):
            return False
        return self.context.slanted or tells_by_clauses(unit.text, stops=True)

    def _is_exposed(self, at: int) -> bool:
        """True for a caption with 光圈 f/4　快门 1/60s　ISO 1600 right below it, as photographers tell."""
        unit, following = self.survey.units[at], self.survey.after(at)
        if following is None or following.gap or self.survey.starts[at] is not None:
            return False
        size = width(unit.text)
        whole = size <= _NAME_OF_PICTURE or (ends_sentence(unit.text) and size <= _EXPOSED_CAPTION)
        return (
            whole and not EXPOSURE.match(unit.text) and EXPOSURE.match(following.text) is not None
        )

    def _is_set_in(self, at: int) -> bool:
        """True for a caption that its words tell, though no picture was seen above it."""
        text = self.survey.units[at].text
        within = self.draft.mid_sentence() and self.survey.after(at) is not None
        return (
            (is_unnumbered_caption(text) or (within and captions_within(text)))
            and self.survey.starts[at] is None
            and at not in self.survey.series
            and self.survey.speakers.turn(text) is None
            and labelled(text) is None
            and (not self.draft.empty or _COVER.match(text) is not None or self._opens_with(text))
        )

    def _opens_with(self, text: str) -> bool:
        """True for the caption of the picture over an article, which says who took it, or when."""
        told = _TAKEN.search(text) is not None and width(text) > _NAME_OF_PICTURE
        return told and len(self.survey.units) > 1

    def _is_centred(self, at: int) -> bool:
        """True for what a layout tool has set in the middle next to a picture, or within a sentence."""
        unit = self.survey.units[at]
        if not unit.centred or unit.markup_level or self.survey.starts[at] is not None:
            return False
        beside = unit.pictured or (
            at + 1 < len(self.survey.units) and self.survey.units[at + 1].pictured
        )
        return beside or self.draft.mid_sentence()

    def _is_portrait(self, at: int) -> bool:
        """True for the author's name alone between the byline and the first paragraph."""
        unit = self.survey.units[at]
        return (
            at == 0
            and self.draft.empty
            and squeeze(unit.text) in self.survey.authors
            and self.survey.after(at) is not None
        )

    def _is_in_column(self, at: int) -> bool:
        """True for short lines that cut a sentence of their column, which goes on below."""
        unit = self.survey.units[at]
        if not unit.caption or self.survey.starts[at] is not None:
            return False
        if not self.draft.mid_sentence():
            across = not unit.wrapped and width(unit.text) >= self.context.measure + _ACROSS
            told = across or opens_caption(unit.text) or tells_by_clauses(unit.text)
            return not self.draft.empty and (told or unit.pictured)
        return not ends_sentence(unit.text) or self.within.cut_by(at, _IN_PLACE)

    def _is_described(self, at: int) -> bool:
        """True for a caption of several sentences between paragraphs, or within one.

        Within a sentence what is below must carry it on as well as the caption would, and
        better where its words do not tell for sure.
        """
        unit = self.survey.units[at]
        if self.draft.empty or unit.markup_level or unit.bullet or self._runs_on(at):
            return False
        told = describes_picture(unit.text)
        if not told or self.survey.numbers[at] or self.survey.starts[at] is not None:
            return False
        following, paragraph = self.survey.after(at), self.draft.open
        above = self.draft.blocks[-1:]
        headed = paragraph is None and bool(above) and isinstance(above[0], Heading)
        if headed and (following is None or self.survey.numbers[at + 1] is not None):
            return False  # all that stands below a heading
        if not self.draft.mid_sentence() or paragraph is None:
            return told > _SIZED_ONLY and labelled(unit.text) is None
        if following is None or self.survey.number(at + 1) is not None:
            return False
        tail, trigrams = paragraph.tail(400), self.context.trigrams
        own = goes_on(tail, unit.text, trigrams)
        needed = -0.1 if told > _SIZED_ONLY else SURELY
        return goes_on(tail, following.text, trigrams) >= own + needed

    def _runs_on(self, at: int) -> bool:
        """True for flush lines that go on with a paragraph: no blank lines part them, or nothing else does so."""
        unit, following = self.survey.units[at], self.survey.after(at)
        if unit.opens is not False:
            return False
        if following is None or not (unit.gap and following.gap):
            return True
        return self.draft.mid_sentence() and following.opens is not False

    def _is_last_of_page(self, at: int) -> bool:
        """True for lines apart at the end of a page that say where in a picture something is seen."""
        unit, following = self.survey.units[at], self.survey.after(at)
        ends = following is None or following.first in self.context.pages
        return ends and unit.gap and not self.draft.empty and points_out(unit.text)

    def _shows_who_answers(self, at: int) -> bool:
        """True for 某某在船坞里。…… between answers of an interview, which speak of no such name."""
        told = self._shows_speaker(at) and not self.draft.mid_sentence()
        units = self.survey.units
        return told and shows_person(units, at, at + 1) > 0 and "我" not in units[at].text

    def _is_person(self, at: int) -> bool:
        """True for a person of the article and where he is, within a sentence that goes on below."""
        units, unit = self.survey.units, self.survey.units[at]
        if at + 1 >= len(units) or unit.opens is False:
            return False
        if not self.draft.mid_sentence():
            return self._parts_turns(at)
        if unit.markup_level or unit.bullet or self.survey.numbers[at]:
            return False
        known = 0 if self.survey.starts[at] else shows_person(units, at, at + 1)
        if not known or is_narrow(units, at):
            return known > 0
        apart = stands_apart(units, at) or gaps_are_rare(units, at)
        return known >= KNOWN and apart and self.within.cut_by(at, EVEN)

    def _parts_turns(self, at: int) -> bool:
        """True for 某某在工作室里。 above a turn or a box of a talk, in which he is the one who speaks."""
        survey, following = self.survey, self.survey.after(at)
        return (
            self._shows_speaker(at)
            and following is not None
            and survey.units[at].gap
            and survey.starts[at] is None
            and (
                survey.starts[at + 1] is not None
                or survey.speakers.turn(following.text) is not None
            )
            and shows_person(survey.units, at, at + 1) > 0
        )

    def _is_told_by(self, at: int) -> bool:
        """True for 老渡口的船工。他把缆绳盘好…… where an article tells by photographs.

        What names a thing and says a sentence about it, or whatever else is whole and cuts a
        sentence that goes on below no worse than in it.
        """
        survey, unit = self.survey, self.survey.units[at]
        if not survey.pictured or self.draft.empty or width(unit.text) > POINTED:
            return False
        if not (unit.gap and ends_sentence(unit.text)) or at in survey.quotes:
            return False
        if survey.starts[at] or survey.numbers[at] or labelled(unit.text) or unit.markup_level:
            return False
        named = names_picture(unit.text)
        if not self.draft.mid_sentence():
            return named
        following = survey.after(at)
        if not named and following is not None and _carries_nothing_on(following):
            return False
        # What a page cuts ends as short and as whole. A sentence that a caption has cut goes on below it.
        return (named or self.last < at) and self.within.cut_by(at, EVEN)

    def _is_above_source(self, at: int) -> bool:
        """True for a few words above 数据来源：……: the caption of a chart that OCR has left out."""
        unit, following = self.survey.units[at], self.survey.after(at)
        return (
            following is not None
            and is_data_source(following.text)
            and LEAST <= width(unit.text) <= CAPTION
            and (is_han(unit.text[-1]) or unit.text[-1] in "）)")
            and not (self.survey.numbers[at] or self.survey.starts[at] or self.draft.empty)
            and not (unit.wrapped or unit.bullet or labelled(unit.text))
            and self.survey.speakers.turn(unit.text) is None
        )

    def _is_under_picture(self, at: int) -> bool:
        """True for a line or a short sentence under a picture that is no text of the article.

        In a broken sentence it must be whole, or few words, and end with its page or before another
        picture, or what follows must carry the sentence on: text that goes on at the foot of
        a page breaks off there.
        """
        unit, following = self.survey.units[at], self.survey.after(at)
        if at == 0 and self.draft.empty and _LEADS.search(unit.text):
            return False
        known = self.context.captioned and may_caption(unit)
        if (
            not unit.pictured
            or unit.markup_level
            or (unit.quoted and following is not None and following.quoted)
            or unit.strong
            or unit.bullet
            or not (known or (width(unit.text) <= CAPTION and "。" not in unit.text.rstrip("。")))
            or unit.text[-1] in "：，、；"
            or not (self.survey.numbers[at] is None or (known and unit.text[0] in CIRCLED))
            or self.survey.starts[at] is not None
            or self.survey.speakers.turn(unit.text) is not None
            or labelled(unit.text) is not None
        ):
            return False
        if not self.draft.mid_sentence():
            # Where no heading has markup, a line that is no sentence may be one.
            whole = ends_sentence(unit.text) or self.context.marked_headings
            return whole and not (is_salutation(unit.text) or unit.text[-1] == "？")
        if following is not None and (
            following.markup_level or self.survey.speakers.turn(following.text) is not None
        ):
            return self._shows_speaker(at)  # nothing else goes on with the sentence
        ends = following is None or following.pictured or following.first in self.context.pages
        if not ends_sentence(unit.text):
            # Text that breaks off twice would fill its line.
            if following is None or not following.gap:
                return False
            few = width(unit.text) <= FEW_WORDS and is_han(unit.text[-1])
            if few and ends_sentence(following.text) and self.within.cut_by(at, _IN_PLACE):
                return True
            return known and not unit.wrapped and self.within.cut_with_next(at)
        # Where pictures have captions, whatever may be one is.
        needed = _CAPTIONED if known else SURELY
        return ends or self.within.cut_by(at, needed) or self._shows_speaker(at)

    def _is_counted(self, at: int) -> bool:
        """True for 2、…… under a picture if 1、…… or 3、…… stands under none: an item, or a heading."""
        units = self.survey.units
        hit = _COUNTED.match(units[at].text)
        if hit is None:
            return False
        beside = {(int(hit["n"]) + step, hit["mark"]) for step in (-1, 1)}
        return not beside.isdisjoint(self._counts)

    @cached_property
    def _counts(self) -> frozenset[tuple[int, str]]:
        """The numbers, and the marks behind them, of all units under no picture."""
        hits = (_COUNTED.match(unit.text) for unit in self.survey.units if not unit.pictured)
        return frozenset((int(hit["n"]), hit["mark"]) for hit in hits if hit is not None)

    def _numbers_figure(self, at: int) -> bool:
        """True for 图1　…… within a sentence that goes on below: no 如 | 图1所示，……."""
        if self.within.cut_by(at):
            return True
        text, draft = self.survey.units[at].text, self.draft
        calls = draft.open is not None and draft.open.last.rstrip()[-1:] in tuple(
            "如见見由从從据據在"
        )
        return _NUMBERED.match(text) is not None and not calls and self.survey.after(at) is not None

    def _shows_speaker(self, at: int) -> bool:
        """True for 某某在码头。 within what somebody says: nobody speaks of himself by his name."""
        return self.draft.talks and self.survey.begins_with_speaker(at)


def _carries_nothing_on(unit: Unit) -> bool:
    """True for what begins with an indent, a heading, or 图1　……: no sentence goes on in it."""
    return bool(unit.opens or unit.markup_level) or is_figure(unit.text)
