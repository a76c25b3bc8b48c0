"""Captions below the last words of an article or a turn, where nothing follows that tells them."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.model import Role
from converter.names import is_name
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.captions import names_where, tells_hour
from converter.parse.kinds import is_credit, labelled
from converter.parse.paragraph import complete

_BELOW = (20, 40)
"""Em of a sentence below the author's house: a line or two under a picture."""
_AFTERWORD = re.compile(
    "本[文刊报期书]|[此该]文|又及|附[记注言]|补[记注]|后记|[谨敬]|感谢|致谢|编者|作者|译者|原[载文]|[他她我]|欢迎|来稿|注"
)
"""How a word to the reader begins that stands below the author's house."""


def ends_with_scene(survey: Survey, draft: Draft, at: int) -> bool:
    """True below the last sentence of an article for a scene with somebody without a name."""
    unit = survey.units[at]
    if survey.after(at) is not None or not unit.gap or draft.empty:
        return False
    who = "" if draft.mid_sentence() else tells_hour(unit.text)
    # 测量员何若溪 has a name, and a text speaks of him by that.
    told = "。".join(one.text for one in survey.units[:at]) if who else ""
    behind = told.split(who)[1:] if who else []
    return bool(who) and all(is_name(text[:3]) or is_name(text[:2]) for text in behind)


def is_below_author(survey: Survey, draft: Draft, at: int) -> bool:
    """True for a short sentence below the author's house, with which the text is over."""
    unit, before = survey.units[at], draft.open
    if survey.after(at) is not None or not unit.gap or before is None:
        return False
    over = before.role is Role.BIOGRAPHY and complete(before.last)
    text, (least, most) = unit.text, _BELOW
    sentence = is_han(text[0]) and ends_sentence(text) and text[-1] not in "”！？"
    told = labelled(text) or is_credit(text) or _AFTERWORD.match(text)
    return over and sentence and not told and least <= width(text) <= most


def shows_who_talks(survey: Survey, draft: Draft, at: int) -> bool:
    """True for 直播间里的某某。…… between whole paragraphs of a talk with 某某: who is seen, and where."""
    unit = survey.units[at]
    if not unit.gap or draft.empty or draft.mid_sentence() or survey.starts[at] is not None:
        return False
    return names_where(unit.text) in survey.speakers.names
