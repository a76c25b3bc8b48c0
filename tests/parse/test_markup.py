"""Markup inside a paragraph: LaTeX, HTML and Markdown; and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.model import MarkKind
from converter.parse.inline import Piece, build
from converter.parse.markup import resolve


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$p < 0.01$", "p < 0.01"),
        ("$94.3\\%$", "94.3%"),
        ("$ 94.3 \\% $", "94.3%"),
        ("$10 \\times 3$倍", "10×3倍"),
        ("3 \\times 4", "3 × 4"),
        ("$10{\\sim}20$米", "10～20米"),
        ("$3~5$米", "3～5米"),
        ("$25^{\\circ}\\mathrm{C}$", "25℃"),
        ("$180\\mathrm{°C}$", "180℃"),
        ("超过37.3$^{\\circ}$C的一律", "超过37.3℃的一律"),
        ("有意义$(P<0.05)$；", "有意义（P<0.05）；"),
        ("为$(4.21\\pm0.87)\\ \\mathrm{h}$", "为（4.21±0.87）h"),
        ("$$E=mc^2$$", "E=mc2"),
        ("$\\frac{1}{2}$", "1/2"),
        ("$\\frac{a+b}{2}$", "(a+b)/2"),
        ("$\\left(a\\right)$", "(a)"),
        ("$\\bar{x}$", "x\u0304"),
        ("\\alpha粒子", "α粒子"),
        ("\\textbf{老渠}的水", "老渠的水"),
        ("~~老渠~~新渠", "老渠新渠"),
        ("&lt;b&gt;是标记", "<b>是标记"),
        ("甲 &amp; 乙", "甲 & 乙"),
        ("输入`gate --up **3**`，水就来", "输入gate --up **3**，水就来"),
        ("显著$\\scriptstyle ( \\mathrm { P < } 0 . 0 1 )$", "显著（P<0.01）"),
    ],
)
def test_markup_becomes_what_it_shows(before: str, after: str) -> None:
    assert resolve(before)[0] == after


@pytest.mark.parametrize(
    "text",
    [
        "每亩$5和$6之间", "$5 to $6 now", "a < b", "3 * 4 * 5", "3*4*5", "甲*乙*丙", "file_name_1", "A_1", "2^10", "C:\\times\\to", "5~8米",
        "*本文是成果。*作者是老师。", "* 注 *", "$", "$$", "水价$", "x & y; z", "``a''", "` 甲 `", "it`s 3 o`clock",
    ],
)  # fmt: skip
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert resolve(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("PM$_{2.5}$", "sub", "2.5"),
        ("$\\mathrm{CO_2}$", "sub", "2"),
        ("\\mathrm{CO_2}排放", "sub", "2"),
        ("水面10 km$^{2}$", "sup", "2"),
        ("H<sub>2</sub>O", "sub", "2"),
        ("14.6×10^9/L", "sup", "9"),
        ("水面10 km^2", "sup", "2"),
        ("郝一宁^1,2", "sup", "1,2"),
        ("**要紧**的是水", "strong", "要紧"),
        ("*要紧*的是水", "emphasis", "要紧"),
    ],
)
def test_raised_lowered_and_stressed_stretches_are_marked(text: str, kind: str, said: str) -> None:
    value, [mark] = resolve(text)
    assert (mark.kind.value, value[mark.start : mark.end]) == (kind, said)


pieces = st.sampled_from(
    ["$", "$$", "{", "}", "\\frac", "\\mathrm", "^", "_", "\\times", "*", "**", "`", "~", "~~", "<sup>", "</sup>", "&lt;", "水", "a", "2", " ", "\\%", "<"]
)  # fmt: skip


@given(st.lists(pieces, max_size=30).map("".join))
@example("$**$$$**${***")
def test_no_character_is_lost_in_any_soup_of_markup(text: str) -> None:
    made = build([Piece(text, 1, 1)])
    have = sorted("".join(made.text.value.split()))
    have += [char for drop in made.drops for char in drop.text]
    for change in made.changes:
        have += change.before
        for char in change.after:
            have.remove(char)
    assert sorted(have) == sorted("".join(text.split()))


STARS = [
    ("人民至上、生命至上**，宁可十防九空。", "人民至上、生命至上，宁可十防九空。"),
    ("这是最大的民生**。每一部电梯都要查。", "这是最大的民生。每一部电梯都要查。"),
    ("永远把渠水放在心上。**", "永远把渠水放在心上。"),
]
MASKS = [
    "记者找到了王**，他不愿多说。",
    "获奖的有赵**、欧阳**、陈**三人。",
    "**作者是水文站的站长",
    "题目**",
]


@pytest.mark.parametrize(("before", "after"), STARS)
def test_a_sign_of_bold_print_that_lost_its_other_half_is_dropped(before: str, after: str) -> None:
    built = build([Piece(before, 7, 7)])
    assert built.text.value == after
    assert built.text.marks == ()
    assert [(d.line, d.text, d.reason) for d in built.drops] == [(7, "**", "markup")]


@pytest.mark.parametrize("text", MASKS)
def test_stars_that_hide_a_name_or_point_to_a_note_stay(text: str) -> None:
    assert build([Piece(text, 7, 7)]).text.value == text


def test_bold_print_that_a_page_cuts_is_bold_on_both_sides() -> None:
    built = build([Piece("必须坚持**改革", 7, 7), Piece("创新**，建立机制。", 9, 9, "12")])
    assert built.text.value == "必须坚持改革创新，建立机制。"
    strong = [m for m in built.text.marks if m.kind is MarkKind.STRONG]
    assert [(m.start, m.end) for m in strong] == [(4, 8)]
    assert [(m.kind, m.start) for m in built.text.marks if m.kind is not MarkKind.STRONG] == [
        (MarkKind.PAGE, 6),
        (MarkKind.SEAM, 6),
    ]
    assert [(d.line, d.text) for d in built.drops] == [(7, "**"), (9, "**")]


def test_marks_keep_their_places_where_blanks_run_together() -> None:
    text = build([Piece("渡口  水面  10 km<sup>2</sup>", 1, 1)], blanks=True).text
    (mark,) = text.marks
    assert text.value[mark.start : mark.end] == "2"
