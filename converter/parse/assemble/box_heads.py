"""What stands over a box: a name of boxes, or its own title."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import bigrams, key, width
from converter.model import Text
from converter.names import is_name
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.boxes import LABEL_SHAPE, BoxStart
from converter.parse.context import piece_of
from converter.parse.extent import BoxExtent
from converter.parse.inline import closed_up
from converter.parse.labels import STROKES, names_box
from converter.segment import Unit

_ABOUT = 6
"""Em from which on what stands above a box is rather its title than its name."""
_COUNTED = re.compile(
    "^(?!.*[问問答]$)[一二两三四五六七八九十几]{1,2}[种種个個件句条條类類点點招步样樣问問项項处處张張封][\u4e00-\u9fff]{1,4}$"
)
"""五种雨, 四句口诀: what is counted below, and no name under which other boxes stand."""
_BORN = re.compile("^(?:1[89]|20)\\d\\d年[^，。]{0,12}[出生]")
_TELLS = re.compile("(?:数[字据读说]|數[字據讀說]|[图圖][说解說])")
"""数字滩涂, 图说老街: rather a name than a title."""
_TOLD = 4
"""Em of what the article says by no chance that stands once over a box."""
_BEGIN = 2
"""Characters by which a title and the text below it begin alike."""


class BoxHeads:
    """Tells the name under which boxes stand from the title of a single one."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context

    def is_over_label(self, start: BoxStart, below: str) -> bool:
        """True if the title of a box stands over its label, 链接, and not under it."""
        labels = self.context.profile.boxes.labels
        known = start.label in labels and start.label not in self.context.once
        return bool(start.label) and start.own_line and below in labels and not known

    def own_title(self, unit: Unit) -> Text:
        """The title of a box, without the strokes behind it."""
        kept = STROKES.sub("", unit.text)
        if kept == unit.text:
            return self.draft.text(unit, blanks=True)
        self.context.ledger.drop_rest(unit.first, unit.text, kept, "label-mark")
        return self.context.ledger.text([piece_of(unit, kept)], blanks=True)

    def is_title(self, start: BoxStart) -> bool:
        """True for a line above a box that says what it is about, and is no name of boxes."""
        known = start.label in self.context.profile.boxes.labels
        return (
            start.own_line
            and not known
            and (width(start.label) >= _ABOUT or _COUNTED.match(start.label) is not None)
            and LABEL_SHAPE.match(start.label) is None
            and "，" not in start.label
        )

    def heads_own(self, start: BoxStart, extent: BoxExtent) -> bool:
        """True for 老渡口的灯 over 老渡口在镇子的南头……: what a box is about, and no name of boxes."""
        known = start.label in self.context.profile.boxes.labels
        if (known and start.label not in self.context.once) or not start.own_line:
            return False
        if not extent.body or not start.label:
            return False
        first, own = self.survey.units[extent.body[0]].text, start.label[:_BEGIN]
        # 钟楼小史 over 某大学钟楼建于1931年，……: a name that stands there once.
        once = start.label in self.context.once
        opening = first.partition("，")[0] if once else first[:_BEGIN]
        if LABEL_SHAPE.match(start.label) is not None:
            return False
        if once and width(start.label) >= _TOLD and self.survey.told.count(start.label) > 1:
            return not names_box(start.label)  # 四十七天: words of the article
        return own in opening or self._speaks_of(start.label, extent, known=known)

    def _speaks_of(self, name: str, extent: BoxExtent, *, known: bool) -> bool:
        """True if the text of a box has a word of what stands over it once in the issue.

        The last word of a name that is ``known`` to be one of boxes is none of the text.
        """
        if name in self.context.repeated or _TELLS.match(name) or names_box(name):
            return False
        text = key("".join(self.survey.units[at].text for at in extent.body))
        if is_name(name) and (name in text or _BORN.search(text)):
            return True  # of whom it tells
        words = {name[-_BEGIN:]} if known else bigrams(key(name))
        return any(word in text for word in words)

    def title(self, at: int, start: BoxStart, extent: BoxExtent) -> Text | None:
        """The title of a box, which may stand on the line of its label."""
        if extent.title is None:
            return None
        unit = self.survey.units[extent.title]
        if extent.title == at:
            return closed_up(self.context.ledger.text([piece_of(unit, start.rest)], blanks=True))
        return closed_up(self.draft.text(unit, blanks=True))
