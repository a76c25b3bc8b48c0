"""Entities, escapes, calls of notes, forms of marks: what is no character of the page."""

from __future__ import annotations

import pytest

from converter.clean import clean, unprintable
from converter.diagnostics import Span
from converter.source import Line


def cleaned(text: str) -> str:
    """The text, cleaned; cleaning it once more must change nothing."""
    made = clean([Line(1, text)])
    assert clean(made.lines).lines == made.lines
    return made.lines[0].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("渠&nbsp;水", "渠 水"),
        ("渠水&mdash;&mdash;清了", "渠水——清了"),
        ("&#28192;水&#x6E05;", "渠水清"),
        ("3 &lt; 5，A &amp; B", "3 < 5，A & B"),
        # What would be read as a tag or an entity stays until the text is built.
        ("&lt;b&gt;", "&lt;b>"),
        ("&amp;nbsp;", "&amp;nbsp;"),
        ("AT&T; R&D", "AT&T; R&D"),
    ],
)
def test_entities_are_characters(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    "call",
    ["$^{①}$", "${}^{①}$", "$①$", "\\textcircled{1}", "$^\\textcircled{1}$", "$\\textcircled{\\scriptsize 1}$", "<sup>①</sup>", "^{①}", "[^1]"],
)  # fmt: skip
def test_a_call_of_a_note_is_a_circled_figure(call: str) -> None:
    assert cleaned(f"渠水清了。{call}村里人都去看。") == "渠水清了。①村里人都去看。"


@pytest.mark.parametrize("head", ["[^12]: ", "[^12]：", "$^{⑫}$ "])
def test_so_is_the_head_of_a_note(head: str) -> None:
    assert cleaned(f"{head}渠长是当年的数字。").replace(" ", "") == "⑫渠长是当年的数字。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("方晓禾$^{1}$ 田有余$^{2,*}$", "方晓禾¹ 田有余²,*"),
        ("FANG Xiaohe$^{1}$, TIAN Youyu<sup>2</sup>", "FANG Xiaohe¹, TIAN Youyu²"),
        ("水面10 km$^{2}$", "水面10 km$^{2}$"),
        ("10$^{5}$亩", "10$^{5}$亩"),
        ("渠水清了$^{2}$。村里人都去看。", "渠水清了$^{2}$。村里人都去看。"),
    ],
)
def test_figures_after_names_are_raised(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\\* 本文是课题成果", "* 本文是课题成果"),
        ("1\\. 修渠", "1. 修渠"),
        ("见“水”\\[1\\]", "见“水”[1]"),
        ("\\(渠\\)", "（渠）"),
        ("\\(（1）\\)量渠。", "（1）量渠。"),
        ("\\(x^2 + y\\)", "$x^2 + y$"),
        ("$a\\!b$", "$a\\!b$"),
        ("C:\\work\\(new)", "C:\\work\\(new)"),
        # Bare marks here would make an item and a heading.
        ("\\- 修渠", "\\- 修渠"),
        ("\\# 修渠", "\\# 修渠"),
    ],
)
def test_backslashes_of_markdown_go(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the old irri¬", "the old irri-"),
        ("老渠的¬", "老渠的"),
        ("¬p ∧ q", "¬p ∧ q"),
        ("︵一︶︽渠志︾﹁水﹂﹐渠︰", "（一）《渠志》「水」，渠："),
        ("ﬁeld ｢渠｣｡", "field 「渠」。"),
        ("\uf0b7 修渠", "• 修渠"),
        ("沈一帆\uf02a", "沈一帆*"),
        ("奥\uf0d7莱恩", "奥·莱恩"),
        ("\ue3a1", "\ue3a1"),
        ("文∕某某　攝影⁄某某", "文／某某　攝影／某某"),
        ("1∕2", "1∕2"),
    ],
)
def test_forms_of_marks_are_the_marks(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    "text",
    ["a < b", "3 * 4 = 12", "file_name", "A_1", "2^10", "a[1]", "x & y", "[^a]", "~5", "R&D"],
)
def test_what_looks_like_markup_stays(text: str) -> None:
    assert cleaned(text) == text


def test_an_unknown_private_sign_is_a_doubt() -> None:
    [doubt] = unprintable([Line(3, "渠水\ue3a1清了"), Line(4, "渠水清了")])
    assert (doubt.code, doubt.span) == ("SRC003", Span.line(3))
    assert doubt.message() == (
        "U+E3A1 on this line is of the Private Use Area, where each font has its own signs"
    )
