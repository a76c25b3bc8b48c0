"""Names under which Chinese magazines print their sections, where no contents name any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import SHAPES, ends_sentence, key, width
from converter.parse.openings.authors_above import IN_CAPITALS
from converter.parse.openings.names_alike import part_as_listed, part_as_others
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import NAMED, Survey
from converter.parse.openings.told_subtitles import part_told_subtitles
from converter.parse.section_names import is_common_section, is_short_name
from converter.parse.shapes import blanks_are_rare
from converter.segment import Unit


def part_names(
    survey: Survey, openings: Sequence[Opening], told: Sequence[Opening] = ()
) -> list[Opening]:
    """The openings with the names of sections off their titles, where no contents tell which those are.

    They stand on the first line, short ones over most of the titles, and are the same over
    some of them, or shorter than most of those titles; or they are common ones, in any line
    but the last, and what stands above them is of no title. Where the contents name sections,
    they may not have all; then a blank line has to part such a name from the title, or it is set
    as those are over the titles of ``told``, the articles that the contents list.
    """
    listed = bool(survey.contents.entries)
    for opening in openings:
        _move_to_title(survey, opening)
        _part_sure(survey, opening)
    if not listed:
        part_told_subtitles(survey, openings)
    several = [opening for opening in openings if len(opening.title) >= 2]
    over = [
        opening
        for opening in several
        if width(survey.units[opening.title[0]].text) <= _SHORT
        and survey.units[opening.title[1]].gap
    ]
    close = len(several) * 4 >= len(openings) * 3 or (not listed and blanks_are_rare(survey.units))
    if not over and close:  # a text without blank lines
        over = [one for one in several if width(survey.units[one.title[0]].text) <= _CLOSE]
    if over and _are_names(survey, over, len(openings), listed=listed):
        again = Counter(_name(survey, opening) for opening in over)
        for opening in over:
            long = width(survey.units[opening.title[0]].text) > _LONG
            if not long or again[_name(survey, opening)] > 1:
                opening.kickers.append(opening.title.pop(0))
    for opening in openings:
        lines = [survey.units[at].text for at in opening.title]
        named = [
            at
            for at, text in enumerate(lines[:-1])
            if _PAGED.match(text)
            or (is_common_section(text) and (not listed or survey.units[opening.title[at + 1]].gap))
        ]
        if named:
            opening.start = opening.title[named[-1]]
            opening.kickers = [opening.start]
            del opening.title[: named[-1] + 1]
            _part_column(survey, opening)
    if listed:
        part_as_listed(survey, openings, told)
        return list(openings)
    _part_marked(survey, openings)
    part_as_others(survey, openings)
    return _without_names(survey, openings)


def _part_column(survey: Survey, opening: Opening) -> None:
    """Take 灯下算盘 below 专栏 for the name of the column, over the longer title of one of its pieces."""
    if len(opening.title) < _FEWEST or not _COLUMNS.match(survey.units[opening.kickers[-1]].text):
        return
    name, title = (survey.units[at].text for at in opening.title[:2])
    if is_short_name(name) and width(name) < width(title):
        opening.columns.append(opening.title.pop(0))


_COLUMNS = re.compile(r"^\W*[专專]\s*[栏欄]\W*$")


def _part_sure(survey: Survey, opening: Opening) -> None:
    """Take 【征文·往事】 and ## 值日生 over # 标题 off a title: no title has such a first line."""
    if len(opening.title) < _FEWEST or opening.kickers:
        return
    name, title = (survey.units[at] for at in opening.title[:2])
    lower = name.markup_level > title.markup_level > 0
    if lower or (name.gap and _FRAMED.match(name.text) and not _FRAMED.match(title.text)):
        opening.kickers.append(opening.title.pop(0))


_FRAMED = re.compile(r"^(?:【[^【】]{2,16}】|〔[^〔〕]{2,16}〕|\[[^\[\]]{2,16}\])$")
_MARKS = frozenset(SHAPES + "※▌▎┃")
"""What stands before the names of sections."""


def _part_marked(survey: Survey, openings: Sequence[Opening]) -> None:
    """Take ■信箱 for the name of a section over a title, as ■特稿 and ■副刊 are over others.

    Nobody signs the title below it, so that it was taken for one itself.
    """
    first = [(*one.kickers[-1:], one.title[0])[0] for one in openings]
    marks = Counter(survey.units[at].text[0] for at in first)
    for opening in openings:
        at = opening.title[0]
        text = survey.units[at].text
        if text[0] not in _MARKS or marks[text[0]] < _FEWEST or width(text) > _SHORT:
            continue
        if len(opening.title) > 1:
            opening.kickers.append(opening.title.pop(0))
        elif survey.may_be_title(at + 1) and survey.byline(at + 1) is None:
            opening.kickers.append(at)
            opening.title = [at + 1]


_FEWEST = 2
"""So many names with one mark before them are no chance."""


def _without_names(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The openings without those that are the name of a section, of which the next one is the article."""
    kept: list[Opening] = []
    for opening in openings:
        above = kept[-1] if kept else None
        lines = [survey.units[at].text for at in above.title] if above is not None else []
        if above is not None and len(lines) == 1:
            between = survey.units[above.title[0] + 1 : opening.title[0]]
            if _stands_over(lines[0], between):
                opening.start = above.start
                opening.kickers = [*above.title, *opening.kickers]
                kept.pop()
        kept.append(opening)
    return kept


def _move_to_title(survey: Survey, opening: Opening) -> None:
    """Take 人物 for the name of a section where the line below it, over who signs, is no subtitle."""
    at = opening.title[-1] + 1
    name = survey.units[opening.title[0]]
    if len(opening.title) > 1 or opening.bylines or at + 1 >= len(survey.units):
        return
    lower = not name.markup_level and survey.units[at].markup_level == 1
    if not (lower or is_common_section(name.text)) or SUBTITLE.match(survey.units[at].text):
        return
    signed = any(survey.is_signed(below, NAMED) for below in (at + 1, at + 2))
    if signed and survey.may_be_title(at):
        opening.kickers, opening.title = opening.title, [at]


def _stands_over(name: str, between: Sequence[Unit]) -> bool:
    """True for the name of a section with nothing between it and the title, or its English and a motto."""
    if between and IN_CAPITALS.match(between[0].text) and is_short_name(name):
        return len(between) <= _PAGE_OF_NAME and all(width(unit.text) <= _MOTTO for unit in between)
    told = any(ends_sentence(unit.text) for unit in between)
    return is_common_section(name) and len(between) < _NEAR and not told


_PAGE_OF_NAME, _MOTTO = 4, 32
"""The most units on a page with the name of a section, and the most em of each."""
_PAGED = re.compile(r"^[\u4e00-\u9fff·]{2,6}\s+\d{1,3}$")
"""业务问答　11: a section and the page, which stand above a title and are none of it."""
_NEAR = 3
"""Lines between the name of a section and the title below it: its English and its pinyin."""
_SHORT, _CLOSE = 12, 6
"""Em of the name of a section above a title, with a blank line between the two and without."""


def _are_names(survey: Survey, over: Sequence[Opening], openings: int, *, listed: bool) -> bool:
    """True if the first lines of the titles of ``over`` are names of sections."""
    pairs = [[survey.units[at].text for at in opening.title[:2]] for opening in over]
    names = Counter(_name(survey, opening) for opening in over)
    shorter = sum(width(first) + 1 < width(second) for first, second in pairs)
    if len(pairs) >= _FEWEST and not listed and all(width(first) <= _TINY for first, _ in pairs):
        return True  # the first line of a title would be longer here and there
    if len(pairs) * 2 < openings:
        return False
    return max(names.values()) >= 2 or (len(pairs) >= _MANY and shorter * 4 >= len(pairs) * 3)


def _name(survey: Survey, opening: Opening) -> str:
    """The key of the first line of a title, without the number of a part."""
    return key(_NUMBER_OF_PART.sub("", survey.units[opening.title[0]].text))


_LONG = 8
"""Em of a name that is a line of a title where it stands once."""
_NUMBER_OF_PART = re.compile(
    r"\s*(?:之\s*[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十]{1,2}[）)])$"
)
"""专题之一 and 专题之二 are of one section."""
_TINY = 5
"""Em of several lines that are names of sections wherever titles of two lines are none else."""
_MANY = 3
"""So many lines over titles are names of sections, though each is another."""
