"""Issues that no page has cut, told by fewer paragraphs, or although a few lines break."""

from __future__ import annotations

from converter.parse.uncut import is_uncut
from converter.segment import Unit
from converter.source import Line

WHOLE = (
    "磨刀的师傅每月初三到巷口来，板凳往地上一搁，水罐挂在扶手上，不用吆喝，各家的菜刀剪子就都送来了，"
    "磨好一把，他拿拇指在刃上横着试一试，说一声行了。"
)
CUT = "他走了以后巷口空出一块地方，谁也不去占，下雨的时候那里积着一汪"
ITEM = "3. 剪子两把，菜刀一把，都是张家阿婆送来的，还没有磨"


def units(*parts: str) -> list[Unit]:
    made = [tuple(Line(at, text) for text in part.split("\n")) for at, part in enumerate(parts, 1)]
    return [
        Unit(lines, "".join(line.text for line in lines), gap=True, wrapped=len(lines) > 1)
        for lines in made
    ]


def test_forty_paragraphs_tell_if_no_line_of_text_is_cut() -> None:
    assert is_uncut(units(*[WHOLE] * 45))
    assert not is_uncut(units(*[WHOLE] * 45, CUT))
    assert not is_uncut(units(*[WHOLE] * 30))


def test_an_item_of_a_list_may_do_without_a_mark() -> None:
    assert is_uncut(units(*[WHOLE] * 45, ITEM))


def test_a_few_paragraphs_may_have_a_line_break_of_their_own() -> None:
    broken = f"{WHOLE[:50]}\n{WHOLE[50:]}"
    assert is_uncut(units(*[WHOLE] * 98, broken, broken))
    assert not is_uncut(units(*[WHOLE] * 90, *[broken] * 10))
