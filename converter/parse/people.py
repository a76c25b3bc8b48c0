"""Who wrote it, and who answers: a few lines about them at an end of an article, or about all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.model import Role
from converter.names import is_name
from converter.parse.kinds import labelled
from converter.segment import Unit

_OPENS = re.compile(
    rf"^[（(]?(?P<name>[{HAN}·]{{1,4}}(?:\s[{HAN}]{{1,3}}){{0,3}}|[{HAN}·]{{2,12}})\s*(?:[，,：:]|（)"
)
_IS = re.compile(
    rf"^(?:[（(]\s*(?P<name>[{HAN}·]{{2,8}}?|[{HAN}]\s[{HAN}])\s*(?:系(?![列统統])|[现現][为為任]|[为為是])"
    rf"|(?P<bare>[{HAN}·]{{2,8}}?|[{HAN}]\s[{HAN}])\s*系(?![列统統]))"
)
"""（某某系某大学副教授，…… and 某某系某大学副教授: who an author is, without a mark behind the name."""
_TELLS = re.compile(
    r"(?:^.{1,14}[，,]\s*[男女][，,])|\d{4}年(?:\d{1,2}月)?(?:出)?生|[生於于]\S{1,8}(?:年|人)|年生|任教|执教|執教|教授|讲师|講師|博士|硕士|碩士|学者|學者|研究员|研究員|作家|诗人|詩人|作者|译者|譯者|记者|記者|编辑|編輯|"
    r"评论家|批评家|批評家|評論家|画家|畫家|律师|律師|医师|醫師|分析师|分析師|工程师|工程師|从业者|从事|從事|现居|現居|现为|現為|现任|現任|著有|出版有|出版过|毕业于|畢業於|就读|就讀|供职|供職|任职|任職|会员|會員|教师|教師|职工|職工"
)
"""Words with which magazines introduce their authors."""


def biographies(units: Sequence[Unit], authors: Collection[str]) -> frozenset[int]:
    """The units that introduce an author, after the text or one after the other, or who answers.

    ``authors`` sign the article, or speak in it.
    """
    signed = {squeeze(name) for name in authors}
    likely: dict[int, str] = {}
    for at, unit in enumerate(units):
        if width(unit.text) > 240:
            continue
        hit = _OPENS.match(unit.text)
        name = squeeze(hit["name"]) if hit is not None else ""
        if name not in signed and (told := _IS.match(unit.text)) is not None:
            who = squeeze(told["name"] or told["bare"])
            name = who if who in signed else name
        if (name in signed or is_name(name)) and _TELLS.search(unit.text):
            likely[at] = name
    alike = len(likely) >= 3 and len(set(likely.values())) >= 3
    numbered = [at for at, unit in enumerate(units) if unit.text[0] in "（(" and _is_places(unit)]
    return frozenset(
        at
        for at, name in (*likely.items(), *((at, "") for at in numbered))
        if (at in numbered and _is_last(units, at, likely))
        or (name in signed and (_is_last(units, at, likely) or _is_over_talk(units, at, name)))
        or (alike and _is_beside(likely, at))
        or (name in signed and _is_below_label(units, at))
    )


_PLACES = re.compile(
    r"^[（(]\s*1\s*[.．、]\s*[^。；;]{4,40}(?:[；;]\s*\d\s*[.．、]\s*[^。；;]{4,40})+[）)]?$"
)


def _is_places(unit: Unit) -> bool:
    """True for （1. 某某博物馆；2. 某某学院）: where the authors work, by the marks behind their names."""
    return len(unit.text) <= _LONGEST and _PLACES.match(unit.text) is not None


_LONGEST = 160


def _is_last(units: Sequence[Unit], at: int, likely: Collection[int]) -> bool:
    """True if no more prose follows a unit."""
    rest = (other for other in range(at + 1, len(units)) if other not in likely)
    return at > 0 and all(width(units[other].text) < 48 for other in rest)


def _is_over_talk(units: Sequence[Unit], at: int, name: str) -> bool:
    """True for 何若溪，舞美师，1971年生……, a line or two above the talk in which she answers.

    What is longer begins to tell of the visit.
    """
    text = units[at].text
    if at > _TOP or width(text) > _LINES or text[len(name) : len(name) + 1] not in tuple("，,"):
        return False
    turns = tuple(name + colon for colon in "：:")
    return any(unit.text.startswith(turns) for unit in units[at + 1 : at + _NEAR])


_TOP, _LINES, _NEAR = 2, 72, 12
"""The last unit and the most em of what introduces somebody above a talk, and how soon he speaks."""


_BORN = re.compile(r"^[^，,]{2,14}[，,]\s*[男女][，,]")


def _is_below_label(units: Sequence[Unit], at: int) -> bool:
    """True for 某某，男，1980年生，…… below the dates of a paper, 收稿日期：……, and over its text."""
    if not at or _BORN.match(units[at].text) is None:
        return False
    label = labelled(units[at - 1].text)
    return label is not None and label.role in (Role.CREDIT, Role.FUNDING, Role.KEYWORDS)


def _is_beside(likely: Collection[int], at: int) -> bool:
    return at - 1 in likely or at + 1 in likely
