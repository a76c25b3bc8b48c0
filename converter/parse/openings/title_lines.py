"""The lines that the contents give as one title: a column's name, the title, its subtitle."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import key, width
from converter.parse.openings.columns import is_column_of
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey

_SEVERAL, _TELLS, _LONGER = 2, 16, 1.5
"""Lines of a title and its subtitle, em of one that tells of the article, and by how much it is longer."""
_CLAUSES, _TWICE = 12, 2
"""Em of one that tells of it in fewer words, if it is longer by so much."""
_TALKS = re.compile(r"^[与與和对對同][^。；！]{4,}?(?:[谈談聊]|[对對][话話]|[对對][谈談])")
"""与某某谈某事: a talk, and about what."""


class TitleLines:
    """Tells what of the lines of a title that the contents give is a column's name, or a subtitle."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.units = survey.units

    def part(self, opening: Opening) -> None:
        """Leave the title alone among the lines of an opening's title."""
        self._column(opening)
        self._unmarked(opening)
        self._told_below(opening)

    def _column(self, opening: Opening) -> None:
        """灯下老秤·一张白条的三种命运 of the contents, of which the body prints the column alone."""
        if opening.entry < 0 or len(opening.title) < 2:
            return
        entries = self.survey.contents.entries
        others = ("".join(one.texts) for at, one in enumerate(entries) if at != opening.entry)
        if is_column_of("".join(opening.reading[0]), self.units[opening.title[0]].text, others):
            opening.overline.append(opening.title.pop(0))

    def _unmarked(self, opening: Opening) -> None:
        """# 标题 over a plain line that the contents print behind it on one line: its subtitle.

        Two lines of one length, with no blank line between them, are the halves of a headline.
        """
        above, last = opening.title[0], opening.title[-1]
        marked = [self.units[at].markup_level > 0 for at in opening.title]
        if above == last or not all(marked[:-1]) or marked[-1] or self.units[last].strong:
            return
        halves = width(self.units[above].text) == width(self.units[last].text)
        if halves and last == above + 1 and not self.units[last].gap:
            return
        listed = opening.reading[0][0].rpartition(" ") if len(opening.reading[0]) == 1 else ("",)
        if not opening.subtitle and key(listed[-1]) == key(self.units[last].text) and listed[0]:
            opening.subtitle.append(opening.title.pop())

    def _told_below(self, opening: Opening) -> None:
        """Take the last line that the contents list with a title for its subtitle, if it tells of that.

        A blank line parts it from the title, and it is a clause or two about the article: 与某某谈
        某事, or longer by far than the title is.
        """
        above, last = opening.title[:-1], opening.title[-1]
        lines, authors = opening.reading
        if not above or opening.subtitle or len(lines) < _SEVERAL or not self.units[last].gap:
            return
        told = self.units[last].text.strip()
        title = "".join(self.units[at].text for at in above)
        if key(lines[-1]) != key(told) or title[-1] in "，、：—":
            return
        sized = width(told) >= max(_TELLS, width(title) * _LONGER) or (
            width(told) >= max(_CLAUSES, width(title) * _TWICE)
        )
        longer = sized and re.search("[，、？]", told)
        if longer or (_TALKS.match(told) and width(told) > width(title)):
            opening.subtitle.append(opening.title.pop())
            opening.reading = (lines[:-1], authors)
