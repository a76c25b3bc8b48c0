"""Takes the tables of an article with their captions and the notes below them."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, squeeze, width
from converter.model import Role, Table
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.cells import read_cells
from converter.parse.columns import read_words
from converter.parse.context import piece_of, span_of
from converter.parse.seam import goes_on
from converter.parse.tables import (
    FoundTable,
    columns_of,
    is_caption,
    is_figure,
    is_row,
    read_columns,
    read_table,
)
from converter.segment import Unit
from converter.values import replace

_CAPTION = 24
"""Em of the words above a table that has no number."""
_IN_UNITS = re.compile(r"\s*[（(][^（）()]{1,16}[）)]$")
"""（单位：平方米） behind the words above a table."""
_COUNT = r"(?:\d{1,2}(?:[.．－—-]\d{1,2})?|[一二三四五六七八九十]{1,3})?"
_NUMBERED = re.compile(rf"^[附]?表(?P<number>{_COUNT})")
_GOES_ON = re.compile(
    rf"^(?:[续續]附?表(?P<below>{_COUNT})(?!\d)|附?表(?P<behind>{_COUNT}).*[（(〔]?[续續][）)〕]?$)"
)
"""续表1, and 表1 某某情况（续）: the table of the page before goes on."""
_TABLE_NOTE = re.compile(
    r"^[（(]?\s*(?:(?:表)?[注註]\s*\d?|说明|說明|Note|(?:资料|数据|資料|數據)?(?:来源|來源))\s*[：:]\s*\S|^\*{1,3}\s*[pP]\s*[<＜]"
)
"""What explains the figures of a table, or tells whence they are."""
_PIECE = 24
"""Em of what goes on below a table and is broken off in its turn."""
_ALIKE = 1e-9
"""By so much differ sums of the same odds."""
_TAIL = 400
"""Characters of a broken sentence that tell how it goes on."""
_TABBED = 3
"""So many rows with the same tabs make a table, wherever they stand."""
_NAMES_TABLE = re.compile(
    r"(?:表|一[览覽]|[统統][计計]|[对對]照|明[细細]|名[单單录錄])(?:[（(][^（）()]{1,16}[）)])?$"
)
"""What the words above a table often end in: 某某登记表（单位：件）."""
_TITLE = 32
"""Em of a line right above a table that may name it."""


_BOLD, _PLAIN = 7, 8
"""The ranks of what is bold alone, below the six of #, and of what is not marked at all."""


def _rank(unit: Unit) -> int:
    """The rank of a unit among headings, by its Markdown."""
    return unit.markup_level or (_BOLD if unit.strong else _PLAIN)


def _same_head(above: Table, table: Table) -> bool:
    """True if two tables have one head."""
    return [cell.text.value for cell in above.rows[0]] == [
        cell.text.value for cell in table.rows[0]
    ]


class TableReader:
    """Takes tables out of the running text.

    Each ``take…`` gives the index after what it took, 0 where there is nothing to take.
    """

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context
        self.below = -1
        """The unit right below the table that was taken last."""

    def take(self, at: int) -> int:
        """Take a table with bars or in columns, and its caption."""
        units = self.survey.units
        if at in self.survey.cells:
            cells = self.survey.cells[at]
            return self._add_table(FoundTable(read_cells(units, cells, self.context), cells.end))
        if is_row(units[at].text):
            found = read_table(units, at, self.context, None)
            if found is not None:
                return self._add_table(found)
        columns = read_columns(units, at, self.context)
        if columns is not None and (not self.draft.mid_sentence() or self._tabbed_end(at)):
            return self._add_table(columns)
        following = self.survey.after(at)
        if following is not None and (titled := self._titled_columns(at)) is not None:
            return self._add_table(titled)
        heads = following is not None and is_row(following.text) and self._may_head(at)
        if heads and following is not None:
            found = read_table(units, at + 1, self.context, units[at])
            if found is not None:
                return self._add_table(found)
        words = read_words(units, at, self.context)
        return 0 if words is None else self._add_table(words)

    def _may_head(self, at: int) -> bool:
        """True for the caption of a table, or a few words right above its first row."""
        unit = self.survey.units[at]
        if is_caption(unit.text) or unit.centred:
            return True
        return (
            width(_IN_UNITS.sub("", unit.text)) <= _CAPTION
            and (is_han(unit.text[-1]) or unit.text[-1] in "）)")
            and not is_row(unit.text)
            and (not (unit.markup_level or unit.strong) or self._is_marked_apart(at))
            and self.survey.numbers[at] is None
            and self.survey.starts[at] is None
            and (not self.draft.mid_sentence() or self._goes_on_below(at))
        )

    def _is_marked_apart(self, at: int) -> bool:
        """True for **某某时刻表** or #### 某某 right above a table, where no heading of the article is marked so.

        It ranks below the headings, or heads nothing but the table.
        """
        survey = self.survey
        if at in survey.series:
            return False
        own = _rank(survey.units[at])
        headings = {
            _rank(unit)
            for place, unit in enumerate(survey.units)
            if not (unit.quoted or survey.starts[place] or self._is_over_rows(place))
            and not ends_sentence(unit.text)  # a standfirst in bold
        } - {_PLAIN}
        if own in headings:
            return False
        if own > max(headings, default=_BOLD - 1):
            return True
        return bool(headings) and self._ends_below(at)

    def _is_over_rows(self, at: int) -> bool:
        """True for what stands right above the first row of a table."""
        below = self.survey.after(at)
        return below is not None and is_row(below.text)

    def _ends_below(self, at: int) -> bool:
        """True if a heading or a box follows the table below a unit, or the article ends with it."""
        units, end = self.survey.units, self._below_rows(at)
        return (
            end == len(units) or _rank(units[end]) < _PLAIN or self.survey.starts[end] is not None
        )

    def _below_rows(self, at: int) -> int:
        """The first unit below the table right below a unit."""
        units, end = self.survey.units, at + 1
        while end < len(units) and is_row(units[end].text):
            end += 1
        return end

    def _goes_on_below(self, at: int) -> bool:
        """True if what stands below the table carries the broken sentence on better than its caption."""
        return self._goes_on_at(self._below_rows(at), at)

    def _goes_on_at(self, end: int, at: int) -> bool:
        """The same, where what is below the table stands at ``end``."""
        units = self.survey.units
        if self.draft.open is None or end == len(units):
            return False
        if not (ends_sentence(units[end].text) or width(units[end].text) >= _PIECE):
            return False
        tail, trigrams = self.draft.open.tail(_TAIL), self.context.trigrams
        below, own = (goes_on(tail, units[place].text, trigrams) for place in (end, at))
        apart = units[at].gap and units[end].gap
        return below > own + (-_ALIKE if apart else 0.0)

    def _titled_columns(self, at: int) -> FoundTable | None:
        """A table in columns below a short line that is its caption."""
        unit = self.survey.units[at]
        first = self.survey.units[at + 1]
        if columns_of(first) is None or columns_of(unit) is not None:
            return None
        if first.gap and not (unit.gap and self._may_head(at)):
            return None  # blank lines that part all tell nothing
        numbered = is_caption(unit.text)
        if ends_sentence(unit.text) or not (numbered or width(unit.text) <= _TITLE):
            return None
        if self.draft.mid_sentence() and not numbered and not self._names_tabbed(at):
            return None
        return read_columns(self.survey.units, at + 1, self.context, unit)

    def _names_tabbed(self, at: int) -> bool:
        """True for 某某登记表 above rows with tabs within a broken sentence, which goes on below them."""
        end, unit = self._tabbed_end(at + 1), self.survey.units[at]
        if not end:
            return False
        apart = unit.gap and _NAMES_TABLE.search(unit.text) is not None
        return apart or self._goes_on_at(end, at)

    def _tabbed_end(self, at: int) -> int:
        """The end of rows that have as many tabs each, which no sentence has; 0 for a few."""
        units, end = self.survey.units, at
        tabs = units[at].text.count("\t")
        while end < len(units) and units[end].text.count("\t") == tabs > 1:
            if end > at and units[end].gap:
                break
            end += 1
        return end if end - at >= _TABBED else 0

    def _add_table(self, found: FoundTable) -> int:
        found = self._with_caption_below(found)
        above = self.draft.last_table()
        if above is not None and self._goes_on(above, found.table):
            self.draft.put_for_last(self._joined(above, found.table))
        else:
            self.draft.interrupt(found.table)
        self.below = found.end
        return found.end

    def _goes_on(self, above: Table, table: Table) -> bool:
        """True for a table under 续表1 below 表1, and for one under the same head at the top of a page."""
        if len(above.rows[0]) != len(table.rows[0]):
            return False
        if table.caption is None:
            return table.spans[0].first in self.context.tops and _same_head(above, table)
        hit = _GOES_ON.match(squeeze(table.caption.value))
        numbered = _NUMBERED.match(squeeze(above.caption.value)) if above.caption else None
        own = hit and (hit["below"] or hit["behind"])
        return hit is not None and (numbered is None or own in (None, "", numbered["number"]))

    def _joined(self, above: Table, table: Table) -> Table:
        """The table with the rows of what goes on with it on the next page, under the same head."""
        rows, line = table.rows, table.spans[0].first
        if table.caption is not None:
            self.context.ledger.drop(line, table.caption.value, "jump-line")
        if _same_head(above, table):
            head, rows = rows[0], rows[1:]
            at = table.spans[table.caption is not None].first
            self.context.ledger.drop(at, "".join(cell.text.value for cell in head), "duplicate")
        elif above.rows[0][0].header and rows[0][0].header:
            rows = (tuple(replace(cell, header=False) for cell in rows[0]), *rows[1:])
        return replace(above, rows=(*above.rows, *rows), spans=(*above.spans, *table.spans))

    def _with_caption_below(self, found: FoundTable) -> FoundTable:
        """The table with 图3 …… right below it: OCR has made a table of a chart."""
        units, at = self.survey.units, found.end
        if found.table.caption is not None or at >= len(units) or units[at].pictured:
            return found
        below = self.survey.after(at)
        heads_next = below is not None and is_row(below.text)
        if heads_next or not is_figure(units[at].text) or ends_sentence(units[at].text):
            return found
        caption = self.context.ledger.caption([piece_of(units[at])])
        spans = (*found.table.spans, span_of(units[at]))
        return FoundTable(replace(found.table, caption=caption, spans=spans), at + 1)

    def take_note(self, at: int) -> int:
        """Take 注：…… right below a table, which is no text of the article."""
        unit = self.survey.units[at]
        if at != self.below or not _TABLE_NOTE.match(unit.text):
            return 0
        self.draft.set_below(unit, Role.CREDIT, 0)
        self.below = at + 1
        return at + 1
