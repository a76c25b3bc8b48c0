"""Documents of LaTeX, formulas on lines of their own, items without stops."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Paragraph, Role, Table
from converter.segment import unmarked
from converter.source import Line
from tests.support.markup import (
    AFTER,
    BEFORE,
    blocks,
    issue_with,
    texts,
)

WHOLE = BEFORE + AFTER
MORE = "傍晚他沿着渠往回走，远远看见自家的灯已经亮了，灶上的水也烧开了，锅里的面条正冒着热气，一家人都在等他。"


def said(*lines: str) -> list[str]:
    """The texts of some lines."""
    made = unmarked([Line(number, text) for number, text in enumerate(lines, 1)])
    return [line.text for line in made.lines if not line.blank]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("\\section*{渠上的人}", ["# 渠上的人"]),
        ("\\subsection{渠首}", ["## 渠首"]),
        ("\\author{方晓禾}", ["方晓禾"]),
        ("\\item 先看渠首", ["- 先看渠首"]),
        ("\\includegraphics[width=5cm]{a.jpg}", []),
        ("\\begin{itemize}", []),
        ("村 & 户 & 渠 \\\\ \\hline", ["| 村 | 户 | 渠 |"]),
        ("\\Users\\fang", ["\\Users\\fang"]),
        ("甲 & 乙", ["甲 & 乙"]),
        ("\\alpha 粒子", ["\\alpha 粒子"]),
    ],
)
def test_commands_of_latex_become_marks(line: str, after: list[str]) -> None:
    assert said(line) == after


def test_a_document_of_latex_is_restored() -> None:
    tabular = (
        "\\begin{tabular}{|c|c|}\n\\hline\n村 & 户 \\\\\n\\hline\n柳湾 & 31 \\\\\n\\end{tabular}"
    )
    items = "\\begin{itemize}\n\\item 先看渠首\n\\item 再看闸门\n\\end{itemize}"
    picture = "\\includegraphics{a.jpg}\n\\caption{渠首的闸门}"
    issue = issue_with(WHOLE, "\\section*{渠上的人}", MORE, tabular, items, picture)
    assert [heading.text.value for heading in blocks(issue, 0, Heading)] == ["渠上的人"]
    [table] = blocks(issue, 0, Table)
    assert [[cell.text.value for cell in row] for row in table.rows] == [
        ["村", "户"],
        ["柳湾", "31"],
    ]
    found = [p.text.value for p in blocks(issue, 0, Paragraph) if p.role is Role.LIST_ITEM]
    assert found == ["先看渠首", "再看闸门"]
    assert [figure.caption.value for figure in blocks(issue, 0, Figure)] == ["渠首的闸门"]


@pytest.mark.parametrize("form", ["$$\nE = mc^2\n$$", "$$\n\nE = mc^2\n\n$$", "$$E = mc^2$$"])
def test_a_formula_on_lines_of_its_own_is_a_paragraph(form: str) -> None:
    assert texts(issue_with(WHOLE, form, MORE)) == [WHOLE, "E = mc2", MORE]


def test_items_without_marks_end_with_their_lines() -> None:
    issue = issue_with(WHOLE, "1. 先看渠首，有没有水", "2. 再看闸门，有没有漏", MORE)
    assert texts(issue)[-1] == MORE
