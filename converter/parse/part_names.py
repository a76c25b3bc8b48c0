"""Names in brackets that head the parts of an article, though boxes may be called so, too."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.boxes import BoxStart, cuts
from converter.parse.series import is_part_of_case
from converter.segment import Unit

_FORM = re.compile(r"^[【\[][^】\]]{2,8}[】\]]$")
"""What heads the parts of a case or a lesson: 【案例回放】, 【分析】."""
_MARKED = re.compile(rf"^(?P<mark>[■◆●▲★◎])\s*[{HAN}]{{2,10}}$")
"""■ 案情回放, which heads the parts of an article where others of its form do."""
_COMMENTS = re.compile(r"(?:点评|點評|评析|評析|解析|解读|解讀|说法|說法|启示|啟示)[】\]]$")
"""The part of a case in which somebody tells what is to be learnt from it."""
_SISTERS = 2
"""So many names of one form tell that it is that of the parts."""


def free_parts(units: Sequence[Unit], starts: list[BoxStart | None]) -> None:
    """Take from the beginnings of boxes, ``starts``, the names of parts.

    【案例回放】 that opens the text is one, as are the others of its form; 【专家点评】 and
    【基本案情】 are where others of their form are, ■ 案情回放 that opens the text where most
    are none, and 案情回放 alone where 原因剖析 stands alone below.
    """
    _free_marked(units, starts)
    _free_plain(units, starts)
    forms = [at for at, unit in enumerate(units) if _FORM.match(unit.text)]
    if not forms or units[forms[0]].quoted:
        return
    first = starts[0]
    # No two parts have one name.
    several = len({units[at].text for at in forms}) == len(forms) > 1
    aside = first is not None and _ASIDE.search(first.label) is not None
    if forms[0] == 0 and first is not None and first.own_line and several and not aside:
        for at in forms:
            starts[at] = None
        return
    parts = [at for at in forms if starts[at] is None]
    for at in forms if len(parts) >= _SISTERS else ():
        alike = units[at].strong == units[parts[0]].strong
        text = units[at].text
        part = _COMMENTS.search(text) or is_part_of_case(text)
        if alike and part and (not cuts(units, at) or _are_keywords(units[at - 1].text)):
            starts[at] = None


def free_alike(
    units: Sequence[Unit], starts: list[BoxStart | None], named: Collection[str]
) -> None:
    """Take from the ``starts`` a name in brackets among several parts that have brackets, too.

    【法官的话】 below 【事情经过】, 【争在哪里】 and 【法院怎么判】 is the last of them, unless it
    cuts a sentence or is ``named`` as that of boxes elsewhere.
    """
    if sum(unit.text[0] in "【[" for unit in units) <= _SISTERS:
        return
    forms = [at for at, unit in enumerate(units) if _FORM.match(unit.text)]
    parts = [at for at in forms if starts[at] is None]
    if len(parts) <= _SISTERS:
        return
    for at in forms:
        start = starts[at]
        if start is None or start.label in named or _ASIDE.search(start.label):
            continue
        if parts[0] < at and units[at].strong == units[parts[0]].strong and not cuts(units, at):
            starts[at] = None


_KEYWORDS = re.compile(rf"^[{HAN}A-Za-z“”]{{2,12}}(?:[\s；;]+[{HAN}A-Za-z“”]{{2,12}})+$")


def _are_keywords(text: str) -> bool:
    """民事　财产损害赔偿　过失相抵, under 【关键词】: it ends without a full stop, and no sentence is cut."""
    return _KEYWORDS.match(text.strip()) is not None


_ASIDE = re.compile(
    "(?:[链鏈]接|連結|连结|[贴貼]士|知[识識]|[资資]料|[阅閱][读讀]|[词詞]典|[简簡]介|小[传傳]|名片)$"
)
"""链接, 小知识: what stands beside a text and is no part of it."""


def _free_marked(units: Sequence[Unit], starts: list[BoxStart | None]) -> None:
    """Take ■ 案情回放 at the beginning of the text from the boxes, where such lines head its parts."""
    first = _MARKED.match(units[0].text) if units else None
    if first is None or units[0].quoted or starts[0] is None:
        return
    alike = [
        at
        for at, unit in enumerate(units)
        if (hit := _MARKED.match(unit.text)) is not None and hit["mark"] == first["mark"]
    ]
    if sum(starts[at] is None for at in alike) >= _SISTERS:
        starts[0] = None


def _free_plain(units: Sequence[Unit], starts: list[BoxStart | None]) -> None:
    """Take 案情回放 at the beginning of the text from the boxes, where 症结剖析 heads a later part."""
    first = starts[0] if starts else None
    if first is None or not first.own_line or units[0].quoted or not is_part_of_case(first.label):
        return
    below = (
        unit.text.strip()
        for unit, start in zip(units[1:], starts[1:], strict=True)
        if start is None
    )
    if any(_PLAIN.match(text) and (is_part_of_case(text) or _LATER.search(text)) for text in below):
        starts[0] = None


_PLAIN = re.compile(rf"^[{HAN}]{{2,8}}$")
_LATER = re.compile("(?:剖析|评析|評析|分析|启示|啟示|警示|建议|建議|反思|点评|點評|说法|說法)$")
"""How the names of the later parts of a case end."""
