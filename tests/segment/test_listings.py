"""Programs between fences: each line stands by itself."""

from __future__ import annotations

import pytest

from converter.model import Heading, PullQuote
from tests.support.markup import AFTER, BEFORE, blocks, issue_with, texts

WHOLE = BEFORE + AFTER
PROGRAM = """# 打开闸门
gate = Gate("upper")
for hour in range(24):
    if gate.level(hour) > 3:
        gate.open(hour)
print("closed: " + str(gate.count))"""


@pytest.mark.parametrize("fence", ["```python", "~~~python", "``` Python {.numbered}"])
def test_each_line_of_a_program_stands_by_itself(fence: str) -> None:
    issue = issue_with(WHOLE, f"{fence}\n{PROGRAM}\n{fence[:3]}", WHOLE[::-1])
    assert [" ".join(text.split()) for text in texts(issue)[1:-1]] == [
        " ".join(line.split()) for line in PROGRAM.splitlines()
    ]


def test_a_remark_in_a_program_is_neither_heading_nor_title() -> None:
    issue = issue_with(WHOLE, f"```\n{PROGRAM}\n```", WHOLE[::-1])
    assert len(issue.articles) == 2
    assert not blocks(issue, 0, Heading)


def test_what_a_program_says_twice_is_no_pull_quote() -> None:
    line = 'gate.open("the upper gate of the long canal at noon")'
    issue = issue_with(
        WHOLE, f"```python\n{line}\n```", WHOLE[::-1], f"```python\nx = 1\n{line}\n```"
    )
    assert not blocks(issue, 0, PullQuote)


def test_tags_in_a_program_stay() -> None:
    issue = issue_with(WHOLE, '```html5\n<div class="gate">\n<p>3</p>\n</div>\n```')
    assert '<div class="gate">' in texts(issue)


def test_bars_and_angles_that_begin_the_lines_of_a_program_are_its_own() -> None:
    rules = 'gate = "up"  | "half"   // by hand\n| "down" <lock> // at night\n| "shut"\n> 3'
    found = texts(issue_with(WHOLE, f"```\n{rules}\nopen(gate);\n```", WHOLE[::-1]))
    assert list(found[2:5]) == ['| "down" <lock> // at night', '| "shut"', "> 3"]


@pytest.mark.parametrize("name", ["", "text", "markdown"])
def test_english_between_fences_is_no_program(name: str) -> None:
    said = "The canal was dug by hand, and it took eleven winters to reach the fields."
    issue = issue_with(WHOLE, f"```{name}\n{said}\nNobody\nremembers the names.\n```")
    assert "remembers the names." not in texts(issue)


def test_a_fence_without_end_hides_nothing() -> None:
    issue = issue_with(WHOLE, "```python", "## 渠上的人", WHOLE[::-1])
    assert [heading.text.value for heading in blocks(issue, 0, Heading)] == ["渠上的人"]
