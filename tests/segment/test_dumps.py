"""What OCR programs print beside each line, and documents of LaTeX."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Paragraph, Role, Table
from converter.segment import unmarked
from converter.source import Line
from tests.support.markup import (
    AFTER,
    BEFORE,
    HEAD,
    TAIL,
    balanced_issue,
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
    "form",
    [
        "[[[62.0, 40.0], [214.0, 40.0], [214.0, 68.0], [62.0, 68.0]], ('%s', 0.9987)]",
        "[2026/03/01 12:00:00] ppocr INFO: [[[62.0, 40.0], [214.0, 40.0]], ('%s', 0.99)]",
        "[[[62, 40], [214, 40], [214, 68], [62, 68]], '%s', '0.98']",
        "([[189, 75], [469, 75], [469, 165], [189, 165]], '%s', 0.3754989504814148)",
        "%s\t0.9987",
        "%s  0.99",
    ],
)
def test_boxes_and_scores_are_no_text(form: str) -> None:
    lines = ["老渠的新水", "清晨的渠水从山脚流下来", "一路经过三个村子", "才到田里"]
    assert said(*(form % line for line in lines)) == lines


def test_lines_that_end_in_figures_keep_them() -> None:
    lines = ("渠长 4.25", "村里的人都去看水，一直看到天黑才回来吃饭", "户数 0.31", "闸门关了")
    assert said(*lines) == list(lines)


def test_a_head_of_yaml_is_no_text() -> None:
    head = "---\nprimary_language: zh\nis_rotation_valid: True\nis_table: False\n---\n"
    made = balanced_issue(head + HEAD + WHOLE + f"\n\n{head}\n" + MORE + TAIL)
    assert texts(made) == [WHOLE, MORE]
    assert not any("language" in text for text in texts(made))


def test_a_rule_before_text_is_no_head() -> None:
    assert said("---", "渠水：清了", "---") == ["---", "渠水：清了", "---"]


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
