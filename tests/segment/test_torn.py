"""Lines that a text layer has broken off behind a bracket."""

from __future__ import annotations

import pytest

from converter.segment.units import make_units
from converter.segment.units.torn import are_halved
from converter.source import Line


def test_a_mark_that_begins_no_line_begins_no_paragraph() -> None:
    page = [
        "老渡口在镇子的南头，石阶有三十一级，最下面的两",
        "级常年浸在水里。他第一次讲的题目是「涨水」",
        "，从石阶讲起，讲",
        "到栏杆只剩下一截的那几年，船底刷了三遍桐油，船",
        "头换了新的缆桩，只有那盏灯还是从前的灯。",
    ] * 3
    units = make_units([Line(at, text) for at, text in enumerate(page, 1)])
    assert not any(unit.text.startswith("，") for unit in units)
    assert not any(unit.text.startswith("到栏杆") for unit in units)


def texts_of(page: list[str]) -> list[str]:
    return [unit.text for unit in make_units([Line(at, text) for at, text in enumerate(page, 1)])]


FULL = [
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年",
    "浸在水里，长着一层滑腻腻的青苔，生人走上去要扶着栏杆",
]
PAGE = [
    *FULL * 6,
    "才站得稳。",
    "五年以前，",
    "他头一次摇船过江，水正大，船头歪着走了半里",
    "路才靠上岸。站在边上的老周说：",
    "“你这样摇，到天黑也",
    "过不去。”他没有回嘴，第二天，",
    "他又来了，还是那条船，",
    "那支桨，",
    "那件洗得发白的蓝布褂子，江面上一丝风也没有，",
    "船到江心，",
    "他把桨横在膝上，听了一会儿水声。后来镇上修",
    "了桥，",
    "渡口停了，船卖给了下游养鱼的人，桨挂在他家的堂屋",
    "里，一挂就是三十年。",
]


def test_a_line_on_two_is_one_where_both_fill_the_column() -> None:
    found = texts_of(PAGE)
    assert len(found) == 2
    assert found[1].startswith("五年以前，他头一次摇船过江")
    assert "老周说：“你这样摇，到天黑也过不去。”" in found[1]


@pytest.mark.parametrize(
    ("above", "halves"),
    [
        (FULL[1], ("他抬头看见水已经退了，", "石阶一级一级露出来，青苔还是那")),
        ("才站得稳。", ("五年以前他头一次摇船过江，", "水正大，船头歪着走了半")),
    ],
)
def test_one_line_on_two_is_one_where_no_other_line_is(above: str, halves: tuple[str, str]) -> None:
    """A first line that has lost its indent is two em shorter."""
    page = [*FULL * 4, "才站得稳。", *FULL, above, *halves, *FULL, "才站得稳。"]
    assert any("".join(halves) + FULL[0] in text for text in texts_of(page))


@pytest.mark.parametrize(
    "halves",
    [
        ("他抬头看见水已经退了，", "石阶一级一级露出来。"),
        ("他抬头看见水已经退了，", "石阶露出来，青苔还"),
        ("水退了，", "石阶一级一级露出来，青苔还是那样地绿，船"),
    ],
)
def test_a_short_line_behind_a_comma_is_none_that_does_not_fill_its_line(
    halves: tuple[str, str],
) -> None:
    page = [*FULL * 4, "才站得稳。", *FULL, *halves, *FULL, "才站得稳。"]
    assert not any("".join(halves) + FULL[0] in text for text in texts_of(page))


def test_the_lines_of_a_couplet_are_none() -> None:
    verse = ["渡口无人水自流，石阶三十一层秋，", "灯塔不知人去远，夜来犹自照行舟。"]
    assert texts_of([*PAGE, *verse])[-2:] == verse


def test_a_numbered_heading_is_no_half_of_the_line_above() -> None:
    """However well the end of a paragraph and the heading below it fill one line together."""
    heads = "（二）把“摆渡人的灯”落到每一条渡船的船头上"
    page = [*PAGE, "过河。", heads, *FULL * 2, "才站得稳。"]
    assert heads in texts_of(page)


def test_headings_on_two_lines_do_not_show_that_lines_are_halved() -> None:
    heads = ["一、教摆渡人怎样看水看天看云，", "也教他们看风看江上灯"]
    page = [line for _ in range(5) for line in (*heads, *FULL * 2, "才站得稳。")]
    groups = [[Line(at, text) for at, text in enumerate(page, 1)]]
    assert not are_halved(groups, 26.0)
    assert are_halved([[Line(at, text) for at, text in enumerate(PAGE, 1)]], 26.0)


def test_who_signs_in_brackets_is_no_rest_of_a_text_that_has_lost_its_end() -> None:
    """Where somebody works, and the name; below a comma the name alone."""
    assert texts_of([*FULL, "（渡口管理站　祝小满）", "下一篇"])[1] == "（渡口管理站　祝小满）"
    comma = [FULL[0], FULL[1][:-1] + "，"]
    assert texts_of([*comma, "（祝小满）", "下一篇"])[1] == "（祝小满）"
    assert len(texts_of([*FULL, "（祝小满）到了午后才松开手。"])) == 1


def test_a_word_behind_a_nearly_full_line_is_the_rest_of_it() -> None:
    """Within a paragraph: below its end the line may be a first one, and the word a heading."""
    halves = ["年年都有人来擦，栏杆和石阶这才露出来了一点，", "青苔还是"]
    assert any(
        "".join(halves) + FULL[1] in text for text in texts_of([*FULL * 4, *halves, FULL[1]])
    )
    page = [*FULL * 4, "才站得稳。", halves[0][2:], "青苔还是", FULL[1]]
    assert not any(halves[0] + "青苔" in text for text in texts_of(page))


def test_the_end_of_a_sentence_ends_no_line_that_somebody_says() -> None:
    """What is said goes on in the line below, which closes it."""
    halves = ["“你不要摇得这样快，", "先把水看清楚了，再慢慢地落下桨去。"]
    page = [*FULL * 4, *halves, "石阶底下的水最急。”", *FULL, "才站得稳。"]
    assert any("".join(halves) + "石阶底下的水最急。”" in text for text in texts_of(page))
    page[page.index("石阶底下的水最急。”")] = "石阶底下的水最急。"
    assert not any("".join(halves) + "石阶" in text for text in texts_of(page))
