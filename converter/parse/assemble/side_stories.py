"""A short piece that is set beside the numbered parts of an article."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.model import Box
from converter.parse.assemble.box_blocks import BoxReader
from converter.parse.attributions import read_attribution
from converter.parse.boxes import BoxStart
from converter.parse.context import spans_of
from converter.parse.inline import closed_up

_STORY = 12
"""Units of a piece that is set beside the article."""
_STORY_TITLE = 32
"""Em of its title."""
_SIGNS_STORY = re.compile(
    rf"^[（(]\s*(?:文|撰文|文字|采写|撰稿)\s*[/／：:]\s*[{HAN}·\s、]{{2,16}}[）)]$"
)
_STORY_START = BoxStart("", "", own_line=True)
"""A box that begins with its title."""


class SideStoryReader(BoxReader):
    """Takes short pieces with a title and a signature of their own: boxes."""

    def take(self, at: int) -> int:
        """Take a short piece with a title and a signature of its own between 四、 and 五、: a box.

        码头上的灯 / its text / （文/某某）: the parts of the article itself are numbered.
        """
        mark = self._side_story_to(at)
        if not mark:
            return 0
        title = closed_up(self.draft.text(self.survey.units[at], blanks=True))
        own = self.draft.new_id()
        blocks = self.blocks.of_box(at, _STORY_START, tuple(range(at + 1, mark)), "")
        signed = read_attribution(self.survey.units[mark : mark + 1], self.context)
        spans = spans_of(self.survey.units[at : mark + 1])
        self.draft.close()
        self.blocks.add(Box("", title, blocks, signed, "", -1, spans, own))
        return mark + 1

    def _side_story_to(self, at: int) -> int:
        """Where a side story is signed whose title stands at a unit, 0 if none does."""
        survey, units = self.survey, self.survey.units
        text = units[at].text
        if self.draft.mid_sentence() or self.draft.empty or survey.numbers[at] or survey.starts[at]:
            return 0
        if (
            width(text) > _STORY_TITLE
            or ends_sentence(text)
            or width(units[at - 1].text) <= _STORY_TITLE
        ):
            return 0
        for mark in range(at + 1, min(len(units) - 1, at + _STORY)):
            if _SIGNS_STORY.match(units[mark].text):
                return mark if mark > at + 1 and self._counts_on(at, mark + 1) else 0
            if not ends_sentence(units[mark].text) or survey.starts[mark] or survey.numbers[mark]:
                return 0
        return 0

    def _counts_on(self, at: int, below: int) -> bool:
        """True if the next number of the article's parts stands below some units."""
        numbers = self.survey.numbers
        number = numbers[below]
        if number is None:
            return False
        before = (one for one in reversed(numbers[:at]) if one and one.kind == number.kind)
        last = next(before, None)
        return last is not None and last.value + 1 == number.value
