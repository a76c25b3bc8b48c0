"""人均：18元 below the text of a box: the last facts in it, which are no headings of the article."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.parse.assemble.survey import Survey
from converter.parse.kinds import is_credit, labelled
from converter.parse.paragraph import complete

_LABELLED = re.compile(rf"^[{HAN}]{{2,6}}[：:]\s*\S")
_FACT = re.compile(rf"^[{HAN}]{{2,6}}[：:](?=\D*\d)[^。！？：]{{2,20}}$")
"""最佳季节：3月至5月: what it is, and a figure."""
_CARD = re.compile("(?:档案|檔案|小档|小檔|名片|卡片|小传|小傳|简历|簡歷)$")
"""What names a card about somebody or something."""
_ENTRY = re.compile(
    rf"^(?:[{HAN}]{{2}}|[{HAN}]{{0,4}}(?:作品|信条|信條|爱好|愛好|名言|座右铭|座右銘|口头禅|口頭禪|格言|著作|荣誉|榮譽|奖项|獎項|经历|經歷|专长|專長|职业|職業|绝活|絕活|最[{HAN}]{{1,6}}|(?:喜欢|喜歡|擅长|擅長)的?[{HAN}]{{0,4}}|(?:出|坐|门|門)[诊診]时?時?[间間]))[：:]\s*\S"
)
"""代表作品：……, 信条：……, 最怕：……: what cards tell of somebody."""


def facts_below(survey: Survey, last: int, name: str = "") -> int:
    """The end of the facts below the ``last`` unit of the text of a box, the unit below that if there are none.

    Where more lines with labels follow that tell no figure, all of them are a list of their own, but
    on a card about somebody, as the ``name`` of the box tells.
    """
    units, end = survey.units, last + 1
    if _CARD.search(name) and complete(units[last].text):
        while end < len(units) and _is_entry(survey, end):
            end += 1
        if end > last + 1:
            return end
    if not complete(units[last].text):
        return end
    while end < len(units) and _is_fact(survey, end):
        end += 1
    more = end < len(units) and _LABELLED.match(units[end].text) is not None
    return last + 1 if more else end


def _is_entry(survey: Survey, at: int) -> bool:
    """True for one of the short lines of a card, on which nobody speaks and which signs nothing."""
    text = survey.units[at].text.strip()
    told = survey.starts[at] or survey.numbers[at] or at in survey.series
    if told or _ENTRY.match(text) is None or width(text) > _LINE or is_credit(text):
        return False
    return labelled(text) is None and survey.speakers.turn(text) is None


_LINE = 48
"""The most em of such a line."""


def _is_fact(survey: Survey, at: int) -> bool:
    text = survey.units[at].text.strip()
    told = survey.starts[at] or survey.numbers[at] or at in survey.series
    if told or _FACT.match(text) is None or is_credit(text) or labelled(text) is not None:
        return False
    return survey.speakers.turn(text) is None
