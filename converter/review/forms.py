"""Conversion doubts of an edition in the other script: each place, and the forms on offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from converter.hanzi import is_han
from converter.model import Block, Box, Issue, Text, blocks_of
from converter.model.walk import block_texts, issue_texts
from converter.review.marks import Doubt
from converter.values import NamedTuple

if TYPE_CHECKING:
    from converter.variant import Decision, Use, VariantReport
    from converter.variant.report import Place

_AROUND = 10
_LONGEST = 8
"""Characters of a phrase that tells one place from the others."""


class Choice(NamedTuple):
    """A form of the character: what the phrase becomes with it."""

    form: str
    becomes: str
    chosen: bool


class FormPlace(NamedTuple):
    """One place where a form was a guess, with its text around it in the source's script."""

    line: int
    to: str
    before: str
    after: str
    phrase: str
    """What a correction quotes: as long as it takes to mean this place and no other."""
    choices: tuple[Choice, ...]


class FormRow(NamedTuple):
    """A character that has several forms in the other script, and where it stands."""

    character: str
    chosen: str
    others: tuple[str, ...]
    places: tuple[FormPlace, ...]


class FormPanel(NamedTuple):
    """All that an editor has to settle about an edition, and what was fixed for it."""

    edition: str
    rows: tuple[FormRow, ...]
    glossary: tuple[Use, ...]
    unused: tuple[Use, ...]
    names: tuple[Use, ...]
    vocabulary: tuple[Use, ...]
    characters: int


def doubts_of(report: VariantReport | None) -> Mapping[str, list[Doubt]]:
    """The guesses of a conversion by the id of their block."""
    found: defaultdict[str, list[Doubt]] = defaultdict(list)
    for decision in report.decisions if report else ():
        for place in decision.places:
            if place.block:
                one = Doubt(
                    place.offset, decision.character, decision.chosen, decision.alternatives
                )
                found[place.block].append(one)
    return found


def form_panel(report: VariantReport, issue: Issue, leads: Mapping[int, str]) -> FormPanel:
    """The doubts of a conversion, ready to be shown; those at most places first."""
    finder = _Finder(issue)
    rows = tuple(
        FormRow(
            decision.character,
            decision.chosen,
            decision.alternatives,
            tuple(_place(one, decision, finder, leads) for one in decision.places),
        )
        for decision in report.decisions
    )
    return FormPanel(
        report.edition, rows, report.glossary, report.unused, report.names, report.vocabulary,
        report.characters,
    )  # fmt: skip


def _place(
    place: Place, decision: Decision, finder: _Finder, leads: Mapping[int, str]
) -> FormPlace:
    line = place.span.first if place.span else 0
    to = f"i-{place.block}" if place.block else leads.get(line, "")
    text = finder.text(place, decision.character)
    if text is None:
        context, at = place.context, place.at
        return FormPlace(line, to, context[:at], context[at + 1 :], "", ())
    at = place.offset
    start, end = finder.phrase(text, at)
    forms = (decision.chosen, *decision.alternatives)
    low, high = place.at - (at - start), place.at + (end - at)
    choices: tuple[Choice, ...] = ()
    if end - start > 1 and low >= 0 and high <= len(place.context):
        left, right = place.context[low : place.at], place.context[place.at + 1 : high]
        choices = tuple(
            Choice(form, left + form + right, form == decision.chosen) for form in forms
        )
    before, after = text[max(0, at - _AROUND) : at], text[at + 1 : at + 1 + _AROUND]
    return FormPlace(line, to, before, after, text[start:end], choices)


class _Finder:
    """The texts of an issue by block, and all of them as one, to look for phrases in."""

    def __init__(self, issue: Issue) -> None:
        self._blocks: defaultdict[str, list[str]] = defaultdict(list)
        for block in _blocks(issue):
            if block.id:
                self._blocks[block.id] += [text.value for text in block_texts(block)]
        self._others = [text.value for text in _loose_texts(issue)]
        self._all = "\n".join((*(text.value for text in issue_texts(issue)), *self._others))

    def text(self, place: Place, character: str) -> str | None:
        """The source text of a place."""
        texts = self._blocks.get(place.block, []) if place.block else self._others
        return next((t for t in texts if t[place.offset : place.offset + 1] == character), None)

    def phrase(self, text: str, at: int) -> tuple[int, int]:
        """The shortest stretch around a place that the issue has only once.

        Of Han alone where that is enough; else with what stands around them, for a single
        character would mean every place that has it.
        """
        first = last = at
        while first and is_han(text[first - 1]):
            first -= 1
        while last + 1 < len(text) and is_han(text[last + 1]):
            last += 1
        for low, high in ((first, last), (0, len(text) - 1)):
            for size in range(2, _LONGEST + 1):
                for start in range(max(low, at - size + 1), min(at, high - size + 1) + 1):
                    if self._all.count(text[start : start + size]) == 1:
                        return start, start + size
        return max(0, at - _LONGEST // 2), min(len(text), at + _LONGEST // 2)


def _blocks(issue: Issue) -> Iterator[Block]:
    for root in (*issue.cover_quotes, *issue.front, *issue.back):
        yield root
        if isinstance(root, Box):
            yield from root.blocks
    for article in issue.articles:
        yield from blocks_of(article)


def _loose_texts(issue: Issue) -> Iterator[Text]:
    """Texts that are in no block: titles, bylines, notes, contents, masthead."""
    for article in issue.articles:
        if article.kicker:
            yield article.kicker
        yield from article.title
        if len(article.title) > 1:
            yield Text("".join(text.value for text in article.title))
        if article.subtitle:
            yield article.subtitle
        for byline in article.bylines:
            yield byline.text
        for note in article.notes:
            yield note.text
    for section in issue.contents.sections:
        yield from map(Text, (section.name, section.theme))
        for entry in section.entries:
            yield from map(Text, (*entry.title, entry.subtitle))
            yield Text("".join(entry.title))
    for one in issue.masthead.entries:
        yield from map(Text, (one.label, *one.values))
