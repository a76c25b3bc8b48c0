"""Captions behind a mark that points to their pictures: ▲桥头的樟树."""

from __future__ import annotations

from functools import cached_property

from converter.hanzi import ends_sentence, width
from converter.parse.assemble.captions_within import POINTED
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.captions import POINTERS, is_unnumbered_caption


class PointedCaptions:
    """Tells captions behind a mark that points to a picture from headings and items behind the same."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft

    def is_pointed(self, at: int) -> bool:
        """True for a caption behind a mark that points to its picture: ▲桥头的樟树.

        Several in a row are the items of a list, but where photographs tell the article.
        """
        text = self.survey.units[at].text
        if text[0] not in POINTERS or width(text) > POINTED or self.draft.empty:
            return False
        units = self.survey.units
        beside = [units[other].text[:1] for other in (at - 1, at + 1) if 0 <= other < len(units)]
        if at > 1 and units[at - 1].opens is False:
            beside.append(units[at - 2].text[:1])  # of which a page has cut off the end
        # △……。 over ——某某, who says it
        beside += (
            units[other + other - at].text[:1]
            for other in (at - 1, at + 1)
            if 0 <= other + other - at < len(units) and units[other].text.startswith("——")
        )
        return (
            (self.survey.pictured or text[0] not in beside)
            and self.survey.starts[at] is None
            and at not in self._pointed_headings
        )

    @cached_property
    def _pointed_headings(self) -> frozenset[int]:
        """The units behind ▶ that are headings: a few words, each between two whole paragraphs.

        Where one of several cuts a sentence, or says more, all of them point to pictures.
        """
        units = self.survey.units
        found = [at for at, unit in enumerate(units) if unit.text[0] in _RIGHT]
        whole = all(
            0 < at < len(units) - 1
            and width(units[at].text) <= _HEADING
            and not ends_sentence(units[at].text)
            and not is_unnumbered_caption(units[at].text)
            and ends_sentence(units[at - 1].text)
            and (width(units[at + 1].text) > _HEADING or self._is_line_of_two(at))
            for at in found
        )
        return frozenset(found if whole and len(found) >= _SEVERAL else ())

    def _is_line_of_two(self, at: int) -> bool:
        """True for the first line of a heading whose second one stands right below, over a text."""
        units = self.survey.units
        if at + 2 >= len(units) or units[at + 1].gap:
            return False
        second = units[at + 1].text
        return not ends_sentence(second) and width(units[at + 2].text) > _HEADING


_RIGHT = "▶►▷"
_HEADING, _SEVERAL = 24, 2
"""Em of the longest heading behind a pointer, and how many of them are no chance."""
