"""Subtitles that their words tell, in issues without contents: the dash before them is lost, or read as 一.

读《某书》, ……的一点体会 and ……有感 say what a text is; no title has such a last line below another.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section


def part_told_subtitles(survey: Survey, openings: Sequence[Opening]) -> None:
    """Part such subtitles from the titles of ``openings``."""
    for opening in openings:
        if opening.subtitle:
            continue
        lines = [survey.units[at].text for at in opening.title]
        told = subtitle_lines(lines)
        # 文学评论 over 评《某书》 is the name of a section, over a title.
        if told and not all(map(is_common_section, lines[:-told])):
            cut = len(opening.title) - told
            opening.title, opening.subtitle = opening.title[:cut], opening.title[cut:]


def subtitle_lines(lines: Sequence[str]) -> int:
    """How many of the last lines of a title are its subtitle, by their words, be the dash lost or misread."""
    if len(lines) > _LINES and _SAYS.search(lines[-1]) and _READS.match(lines[-2]):
        return 0 if lines[-3][-1] in _GOES_ON or _READS.match(lines[-1]) else 2
    if len(lines) < _LINES or lines[-2][-1] in _GOES_ON:
        return 0
    told = any(form.search(lines[-1]) for form in (_DASHED, _ABOUT, _SAYS))
    return int(told)


_LINES = 2
"""A title and its subtitle."""
_GOES_ON = frozenset("，、：的与與和及")
"""What a line of a title does not end with, above the subtitle."""
_DASHED = re.compile(rf"^(?:—|－|--)[{HAN}《“]{{4,}}")
_ABOUT = re.compile(
    rf"^一?(?:[读讀评評记記访訪]|学习|學習|[试試略再][论論谈談评評])[{HAN}]{{0,12}}《"
)
_READS = re.compile("^一?(?:[读讀评評记記访訪从從]|学习|學習|[试試略再][论論谈談评評])")
_SAYS = re.compile(
    rf"[{HAN}“”《》、]{{4,}}(?:体会|體會|心得|有感|札记|札記|随想|隨想|[观觀读讀][后後]|[谈談][起开開]"
    r"|之[一二三四五]|[纪紀]要|综述|綜述|座[谈談][会會])$|》[代]?[序跋]$"
)
"""……的一点体会, 读某书有感: what a text is, and not what it is about."""
