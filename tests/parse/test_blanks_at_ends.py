"""Blanks at the ends of lines, and lines of nothing else, tell nothing and change nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from converter.pipeline import restore
from converter.values import replace

CASES = Path(__file__).parent.parent / "cases"
NAMES = (
    "tianzige-2017-05",
    "xinan-2024-18",
    "huaijiang-2018-37",
    "maochuan-2005-03",
    "woye-2024-03",
)


@pytest.mark.parametrize("blanks", ["  ", "\t", "\u3000 "])
@pytest.mark.parametrize("name", NAMES)
def test_an_issue_is_the_same_with_blanks_at_the_ends_of_its_lines(name: str, blanks: str) -> None:
    text = (CASES / name / "issue.txt").read_text("utf-8")
    plain = restore(text.encode(), name="issue.txt").issue
    ended = restore(text.replace("\n", f"{blanks}\n").encode(), name="issue.txt").issue
    assert replace(ended, source=plain.source) == plain


PROSE = (
    "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，摆渡的人照旧坐在石阶上，"
    "等着对岸那个人喊他，一等就是半天，石阶有三十一级，最下面的两级常年浸在水里，长着青苔。"
)


def test_a_line_of_blanks_below_a_full_line_is_blank() -> None:
    draw = random.Random(0)  # noqa: S311 - prose at random, and no secret
    lines: list[str] = []
    for _ in range(48):
        begin, size = draw.randrange(30), draw.randrange(90, 150)
        text = f"　　{(PROSE * 3)[begin:][:size].rstrip('，。')}。"
        lines += [text[at : at + 24] for at in range(0, len(text), 24)]
    for at in range(17, len(lines), 37):
        lines.insert(at, "  ")
    found = restore(("渡口\n\n张水\n\n" + "\n".join(lines)).encode(), name="issue.txt").issue
    assert len(found.articles) == 1
