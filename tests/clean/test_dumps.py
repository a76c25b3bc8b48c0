"""What OCR programs print beside each line is no text."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line
from tests.support.markup import AFTER, BEFORE, HEAD, TAIL, balanced_issue, texts

WHOLE = BEFORE + AFTER
MORE = "傍晚他沿着渠往回走，远远看见自家的灯已经亮了，灶上的水也烧开了，锅里的面条正冒着热气，一家人都在等他。"


def said(*lines: str) -> list[str]:
    """The texts of some lines."""
    made = clean([Line(number, text) for number, text in enumerate(lines, 1)])
    assert clean(made.lines).lines == made.lines
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


def test_an_issue_dumped_line_by_line_is_restored() -> None:
    form = "[[[62.0, 40.0], [214.0, 40.0], [214.0, 68.0], [62.0, 68.0]], ('%s', 0.9987)]"
    plain = HEAD + WHOLE + TAIL
    dumped = "\n".join(form % line if line.strip() else line for line in plain.split("\n"))
    made, true = balanced_issue(dumped), balanced_issue(plain)
    assert texts(made) == texts(true) == [WHOLE]
    assert [article.title for article in made.articles] == [a.title for a in true.articles]


def test_a_text_that_is_quoted_as_a_whole() -> None:
    plain = [f'渠水从第{at}个村子流过，守渠的老人说："清了。"' for at in range(1, 9)]
    quoted = [line for text in plain for line in (f"> {text}", ">")]
    assert said(*quoted) == said(*plain)
    assert said("渠水清清。", *quoted)[1].startswith("> ")
