"""Thoughts in no marks that the indents and the lines of a column tell to be set into a paragraph."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.parse.assemble.cut_in import SAID, Seam, echoes
from converter.parse.assemble.flush_within import is_flush_within, is_surely_within
from converter.parse.assemble.set_apart import is_said
from converter.parse.boxes import is_attribution
from converter.parse.captions import is_unnumbered_caption, names_picture, tells_of_thing
from converter.parse.items import item_form
from converter.parse.turned_thoughts import is_turned_thought, says_what_always_holds


class FlushWithin(Seam):
    """Tells the thoughts that are set into a paragraph so."""

    def is_thought(self, at: int) -> bool:
        """True for a thought in some short flush lines within a paragraph.

        Where they leave it open which of two short lines is the rest of that, the words must tell.
        """
        units, draft = self.survey.units, self.draft
        if draft.open is None or not is_flush_within(units, at):
            return False
        text = units[at].text
        if not self._may_be_said(at) or draft.open.last.rstrip()[-1:] in tuple("：:"):
            return False
        own = is_turned_thought(text) or says_what_always_holds(text) or echoes(units, at)
        if not own and may_show(text):
            return False
        if not draft.mid_sentence():
            return own or (not ends_sentence(text) and "，" in text)
        if is_surely_within(units, at):
            return True
        return self.goes_on_below(at, at, -_SURELY if own else -_ALIKE_ODDS)

    def _may_be_said(self, at: int) -> bool:
        """False where the form of a unit or of what is below it makes it something else."""
        text = self.survey.units[at].text
        if not (is_han(text[0]) or is_said(text)) or text[-1] in "，、：；" or width(text) > SAID:
            return False
        if unclosed(text) or unopened(text) or any(map(str.isdecimal, text)):
            return False
        if item_form(text) or is_attribution(text) or at in self.survey.biographies:
            return False
        return not self.is_told(at, at + 2)


def may_show(text: str) -> bool:
    """True for what may stand under a picture: several sentences, figures, things, and what goes on there."""
    several = "。" in text[:-1] and not is_said(text)
    if several or _GOES_ON_THERE.search(text) or any(map(str.isdecimal, text)):
        return True
    return names_picture(text) or tells_of_thing(text) or is_unnumbered_caption(text)


_GOES_ON_THERE = re.compile("在|正|着|著|时|時|[摄攝图圖左右]")
_SURELY, _ALIKE_ODDS = 1.0, 1e-9
"""By how much the words may speak against a thought, and by so much differ sums of the same odds."""
