"""Forms of a bimonthly in columns: captions of two lines, names of sections at feet, boxes with framed names."""

from __future__ import annotations

import pytest

from converter.model import Figure, Role
from converter.parse.issue.narrow import find_insets
from converter.parse.kinds import labelled
from converter.segment import find_furniture
from converter.segment.units.grid import Grid
from converter.segment.units.rows import is_set_apart
from converter.source import Line
from tests.support.blocks import texts
from tests.support.restored import restored

SIZE = 22
TEXTS = (
    "修表铺在十字街口的楼梯底下，只容得下一张桌子和一个人，顾客站在街上说话，下雨天就把伞撑在柜台上面，雨水顺着伞骨滴进他的茶杯。",
    "他修得最多的是上海牌，拆开来摆一桌子，镊子夹着比米粒还小的螺丝，嘴里含着一枚放大镜，谁来打招呼都只能哼一声，表示听见了。",
    "有一块怀表放了十一年没有人来取，他每个星期天上一次弦，对一次时间，说万一人家明天就来呢，总不能让人家拿走一块停了的表。",
    "后来真的来了一个姑娘，手里拿着当年的取件单，纸都黄了，说是整理爷爷的书时掉出来的，问这里还认不认，他把表递过去，还在走。",
    "楼梯拆的那一年，他把工具装在一个饼干盒子里，挨家挨户去告别，谁家的钟快几分慢几分，他都记得，顺手又给人家拨准了一回。",
    "如今街口是一家奶茶店，年轻人排着队，手腕上没有表，只有我每次走过还要朝楼梯底下看一眼，好像那里还亮着一盏小小的台灯。",
)


def printed(*paragraphs: str) -> list[str]:
    whole = (f"　　{text}" for text in paragraphs)
    return [text[at : at + SIZE] for text in whole for at in range(0, len(text), SIZE)]


def issue(*lines: str) -> str:
    head = "十字街\n1994年第2期（总第20期）\n目　录\n楼梯底下的表铺………陶然（2）\n奶茶店的队………云起（9）\n"
    other = printed(*TEXTS[4:])
    return head + "\n".join(["楼梯底下的表铺", "陶　然", *lines, "奶茶店的队", "云　起", *other])


CAPTION = "十字街的旧楼梯，1953年造，木匠姓倪，1988年拆除，陶"


@pytest.mark.parametrize(
    ("last", "captions"),
    [
        ("然摄", [f"{CAPTION}然摄"]),
        ("然在那里住过很多年。", []),
        ("然说，再见。\n拆楼的那一年", []),
    ],
)
def test_clauses_without_a_full_stop_between_indents_are_a_caption(
    last: str, captions: list[str]
) -> None:
    made = restored(issue(*printed(*TEXTS[:2]), CAPTION, last, *printed(*TEXTS[2:4]))).issue
    found = [one.caption.value for one in made.articles[0].blocks if isinstance(one, Figure)]
    assert found == captions
    if captions:
        assert texts(made)[:4] == list(TEXTS[:4])


def folios(*heads: str, even: int = 0, size: int = 2) -> dict[int, str]:
    """Which lines are furniture where the names stand over the folios 3, 5, 7……."""
    lines = []
    for at, name in enumerate(heads):
        lines += [*printed(TEXTS[at])[:size], name, f"·{3 + 2 * at + even * (at == 1)}·"]
    lines += printed(TEXTS[-1])
    numbered = [Line(at, text) for at, text in enumerate(lines, 1)]
    sections = frozenset(["街坊", "手艺", "老物件"])
    reasons = find_furniture(numbered, known=[*sections], sections=sections).reasons
    return {at: reasons[at] for at, text in enumerate(lines, 1) if text in heads and at in reasons}


def test_names_of_sections_over_folios_are_running_heads() -> None:
    assert list(folios("街坊", "手艺", "老物件").values()) == ["running-head"] * 3


@pytest.mark.parametrize(
    ("heads", "even"), [(["街坊", "手艺"], 0), (["街坊", "手艺", "老物件"], 1)]
)
def test_few_of_them_or_on_both_sides_of_the_sheet_are_not(heads: list[str], even: int) -> None:
    assert folios(*heads, even=even) == {}


NOTE = [
    "　　装在座钟里的长摆，上面挂着一",
    "根弹簧，下面有一个可以转的螺母。",
    "往上转钟就快，往下转钟就慢，一圈",
    "大约差半分钟，热天要往上转一点。",
]


@pytest.mark.parametrize("name", ["〔小词典〕钟摆", "［小词典］钟摆", "【小词典】钟摆"])
def test_a_name_in_a_frame_has_its_title_behind_it(name: str) -> None:
    above = printed(TEXTS[0])
    lines = [*above, name, *NOTE, *printed(TEXTS[1])]
    numbered = [Line(at, text) for at, text in enumerate(lines, 1)]
    (found,) = find_insets(numbered, SIZE, {"小词典"})
    assert (found.label, found.paragraphs) == (
        len(above),
        ((len(above) + 1, len(above) + 5),),
    )


def is_apart(row: str) -> bool:
    grid = Grid(measure=float(SIZE), spaced=False, indented=False)
    return is_set_apart(Line(1, row), Line(2, TEXTS[0][:SIZE]), grid)


def test_cells_far_apart_are_a_row() -> None:
    assert is_apart("上海牌全钢　　　　5.00　 20.00")
    assert not is_apart("上海牌全钢　　　　要五块钱左右")


def test_whence_it_was_translated_is_a_credit() -> None:
    label = labelled("（摘译自一九九〇年外国钟表杂志）")
    assert label is not None
    assert label.role is Role.CREDIT
