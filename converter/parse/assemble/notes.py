"""Footnotes at the foot of their pages: their marks stand in the text before them."""

from __future__ import annotations

from collections import Counter

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, ends_sentence, is_han, squeeze, width
from converter.model import Note, Role
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.context import piece_of, spans_of
from converter.parse.kinds import is_foreign, is_notes_head, is_reference_head, labelled
from converter.parse.seam import carries_on

_NOTE_START = re.compile(
    rf"^(?P<marker>[{CIRCLED}]|注\s*[①-⑳]{{1,2}}\s*[：:]|[注註]\s*\d{{1,2}}(?!\d)\s*[：:．.、]?|[注註]\s*[一二三四五六七八九十]{{1,2}}\s*[：:．.、]|[\[［〔【（(]\s*[注註]\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*[\]］〕】）)]|\*{{1,3}}(?!\*|[^*]{{1,40}}\*)|※)\s*(?P<rest>\S.*)$"
)
"""① and its kin, and stars; but **补齐短板**。 is a bold run-in heading."""
_BRACKETED = re.compile(r"^(?P<marker>[\[［〔](?P<n>\d{1,3})[\]］〕])\s*(?P<rest>\S.*)$")
_PLAIN = re.compile(rf"^(?P<marker>[1-9]\d?)\s*[.．、]?\s*(?P<rest>[{HAN}《“「].*[。）〕])$")
_COUNTS = re.compile("[第到至为為是达達约約加减減乘除等于於版图圖表例式页頁卷期号號數数值比]$")
"""第 and the like before a digit, which calls no note: 排名第1，."""
_TAIL = 64
"""Characters of the sentence that a note may cut."""
_EXPLAINS = re.compile(
    rf"^[“《]?(?P<term>[{HAN}]{{2,10}}?)[”》]?[，：]?(?:即|系|是指|指的是|指|又称|又名|俗称|全称)"
)
_ABOVE = 8
"""Units above a note among which the text has the word that it explains."""
_TEXT = 24
"""The least em of a piece of text below a note."""
_FAR = 400
"""Units between a note and its call."""
_RUNNING = (Role.BODY, Role.QUESTION, Role.ANSWER)


class NoteReader:
    """Takes the notes out of the text."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.notes: list[Note] = []
        self._taken: Counter[str] = Counter()
        self._calls: list[str] = []
        """The markers that open a piece and call a note."""

    def take(self, at: int) -> int:
        """Take a note; the index after it, 0 if the unit is none."""
        unit = self.survey.units[at]
        if is_notes_head(unit.text) and at + 1 < len(self.survey.units):
            below = self._begins(at + 1)
            if below is not None and self._is_marked(below[0], at + 1):
                self.draft.context.ledger.drop(unit.first, unit.text, "notes-head")
                return at + 1
        begun = self._begins(at)
        if begun is None:
            return self._take_plain(at) or self._take_bracketed(at)
        marker, rest = begun
        if not (
            self._interrupts(marker, at)
            or self._is_next(marker, at)
            or self._is_marked(marker, at)
            or self._explains(rest, at)
        ):
            return 0
        return self._add(at, self._end(at), marker, rest)

    def _take_bracketed(self, at: int) -> int:
        """Take [1] ……, the note at the foot of a page, where [1] stands in the text above it.

        Works cited at the end have the same form; below a note the text goes on, or the note
        before it was one.
        """
        text = self.survey.units[at].text
        hit = _BRACKETED.match(text) if text[0] in "[［〔" else None
        if hit is None or self.draft.references:
            return 0
        marker = hit["marker"]
        follows = (
            bool(self.notes)
            and self.notes[-1].marker == f"{marker[0]}{int(hit['n']) - 1}{marker[-1]}"
        )
        if not (follows or self._goes_on_below(at)) or not self._is_marked(marker, at):
            return 0
        return self._add(at, self._end(at), marker, hit["rest"])

    def _take_plain(self, at: int) -> int:
        """Take 1 参见某书。 in the middle of a sentence, which ……的人1，…… calls above: a raised digit read as any other."""
        unit = self.survey.units[at]
        hit = _PLAIN.match(unit.text) if unit.text[0].isdecimal() else None
        below = self.survey.after(at)
        broken = self.draft.open if self.draft.mid_sentence() else None
        if hit is None or below is None or broken is None:
            return 0
        marker = hit["marker"]
        call = re.compile(rf"(?<=[{HAN}”》]){marker}(?=[，。；：、”》])")
        above = (one.text for one in self.survey.units[max(0, at - _ABOVE) : at])
        called = (text[: found.start()] for text in above if (found := call.search(text)))
        if not any(_COUNTS.search(text) is None for text in called):
            return 0
        tail, trigrams = broken.tail(_TAIL), self.draft.context.trigrams
        if carries_on(tail, unit.text, trigrams) > carries_on(tail, below.text, trigrams):
            return 0
        return self._add(at, self._end(at), marker, hit["rest"])

    def _goes_on_below(self, at: int) -> bool:
        """True if the text goes on below a note, and no works are listed further below."""
        below = [unit.text for unit in self.survey.units[at + 1 : at + 1 + _FAR]]
        if any(map(is_reference_head, below)):
            return False
        return any(
            width(text) >= _TEXT and not _BRACKETED.match(text) and not is_foreign(text)
            for text in below
            if labelled(text) is None
        )

    def take_call(self, at: int) -> int:
        """Take a piece that opens with the call of a note, which belongs to the sentence before.

        ……比征信还准。” | ③民间信仰……: the page broke between them. The note itself, ③ 某某访谈……,
        stands further below, and no ② or ④ that would make both a list stands between.
        """
        unit, marker = self.survey.units[at], self.survey.units[at].text[0]
        if marker not in CIRCLED or self.draft.open is None or self.draft.mid_sentence():
            return 0
        if not is_han(unit.text[1:2] or " ") or self.draft.open.role not in _RUNNING:
            return 0
        if self.draft.open.last[0] in CIRCLED or not self._is_called_for(marker, at):
            return 0
        self.draft.go_on(unit)
        self._calls.append(marker)
        return at + 1

    def _is_called_for(self, marker: str, at: int) -> bool:
        """True if the next note below is the one that a marker calls, and is called nowhere else."""
        before = CIRCLED[CIRCLED.index(marker) - 1] if marker != CIRCLED[0] else ""
        if before and not self._taken[before]:
            below = self.survey.units[max(0, at - _FAR) : at]
            if not any(before in unit.text[1:] for unit in below):
                return False
        # Notes of the same page whose calls stand further above come before it.
        above = CIRCLED[: CIRCLED.index(marker)]
        firsts = (unit.text[0] for unit in self.survey.units[at + 1 :])
        notes = (first for first in firsts if first in CIRCLED and first not in above)
        return next(notes, "") == marker and not self._is_marked(marker, at)

    def take_in_box(self, at: int, *, cut: bool) -> bool:
        """Take a note that stands within a box; false if the unit is none.

        It cuts a sentence in two (``cut``), or stands at the foot of the page, below its call.
        """
        begun = self._begins(at)
        if begun is None or begun[0][0] not in CIRCLED:
            return False
        if not cut:
            unit, below = self.survey.units[at], self.survey.after(at)
            tops = self.draft.context.tops
            foot = below is not None and any(unit.last < top <= below.first for top in tops)
            if not foot or not self._is_marked(begun[0], at):
                return False
        self._add(at, at + 1, *begun)
        return True

    def _add(self, at: int, end: int, marker: str, rest: str) -> int:
        """Add the note of some units; the index after it."""
        units, ledger = self.survey.units[at:end], self.draft.context.ledger
        unit = units[0]
        lost = unit.text[: len(unit.text) - len(rest)]
        ledger.drop_rest(unit.first, lost, marker, "label-mark")
        pieces = [piece_of(unit, rest), *(piece_of(other) for other in units[1:])]
        own = f"{self.draft.prefix}-n{len(self.notes) + 1:02d}"
        self._taken[marker] += 1
        self.notes.append(Note(own, marker, ledger.text(pieces), spans_of(units)))
        return end

    def _begins(self, at: int) -> tuple[str, str] | None:
        """The marker of the note that may begin at a unit, and the rest of its line."""
        hit = _NOTE_START.match(self.survey.units[at].text)
        if hit is None:
            return None
        marker = squeeze(hit["marker"]).rstrip("：:．.、").strip("[]［］〔〕【】")
        if marker[-1:] in CIRCLED:
            marker = marker.removeprefix("注")
        elif marker[0] == "注" and marker[1:].isdecimal() and not self._is_marked(marker, at):
            marker = marker[1:]
        return marker, hit["rest"]

    def _end(self, at: int) -> int:
        """The end of the note that begins at a unit."""
        units = self.survey.units
        end = at + 1
        while (
            end < len(units)
            and not units[end].gap
            and not ends_sentence(units[end - 1].text)
            and self.survey.numbers[end] is None
            and not _NOTE_START.match(units[end].text)
        ):
            end += 1
        return end

    def _interrupts(self, marker: str, at: int) -> bool:
        """True if a sentence breaks off before ①, and no list of ① and ② begins here or stands here."""
        return (
            self.draft.mid_sentence()
            and marker[0] in CIRCLED
            and not self._holds_list(marker, at)
            and (self.survey.number(at + 1) is None or self._follows_as_note(marker, at))
        )

    def _explains(self, rest: str, at: int) -> bool:
        """True for ① 某某即某市某某局。 below a paragraph that says 某某, of which OCR has lost the mark.

        It stands alone: in a list ② has its place beside ①.
        """
        hit = _EXPLAINS.match(rest) if rest and ends_sentence(rest) else None
        if hit is None or self.survey.units[at].text[0] not in CIRCLED or self.draft.open is None:
            return False
        beside = (*self.survey.units[max(0, at - 1) : at], *self.survey.units[at + 1 : at + 2])
        if any(unit.text[0] in CIRCLED for unit in beside):
            return False
        above = self.survey.units[max(0, at - _ABOVE) : at]
        return any(hit["term"] in unit.text for unit in above)

    def _holds_list(self, marker: str, at: int) -> bool:
        """True for ①……。②……。③……。 in one paragraph, of which no text above calls the first."""
        text = self.survey.units[at].text
        following = CIRCLED[CIRCLED.index(marker[0]) + 1 :][:1]
        listed = bool(following) and re.search(rf"[。；]\s*{following}", text) is not None
        return listed and not self._is_marked(marker, at)

    def _follows_as_note(self, marker: str, at: int) -> bool:
        """True if the next unit is the note after this one: ① and then ②."""
        text = self.survey.units[at + 1].text
        return text[0] in CIRCLED and CIRCLED.index(text[0]) == CIRCLED.index(marker[0]) + 1

    def _is_next(self, marker: str, at: int) -> bool:
        """True if note ② ended right above this ③."""
        if not self.notes or marker[0] not in CIRCLED or not at:
            return False
        previous = self.notes[-1]
        return (
            previous.spans[-1].last == self.survey.units[at - 1].last
            and previous.marker[0] in CIRCLED
            and CIRCLED.index(marker[0]) == CIRCLED.index(previous.marker[0]) + 1
        )

    def _is_marked(self, marker: str, at: int) -> bool:
        """True if the marker stands inside an earlier text, after a word or a full stop."""
        more = r"|\d" if marker[-1].isdecimal() else ""  # 註1 in 註12
        pattern = re.compile(
            rf"(?<=[{HAN}。，；：”》）（「」【［〔\[(%％℃a-zA-Z\d]){re.escape(marker)}(?!\s*${more})|(?<=[。”》）])\s?{re.escape(marker)}$"
        )
        seen = self._taken[marker]
        found = self._calls.count(marker)
        if found > seen:
            return True
        for index in range(at - 1, max(-1, at - _FAR), -1):
            text = self.survey.units[index].text
            if marker not in text or (text.startswith(marker) and _NOTE_START.match(text)):
                continue
            found += len(pattern.findall(text))
            if found > seen:
                return True
        return False
