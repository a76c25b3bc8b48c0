"""A line in bold among hard-wrapped ones begins nothing but a heading."""

from __future__ import annotations

from converter.model import Heading
from tests.support.markup import HEAD, TAIL, balanced_issue, blocks, texts

LINES = (
    "\u3000\u3000清淤的日子定在霜降以后，那时候田里的活计已经",
    "做完，渠水也浅，人站在渠底抬头只看得见天和柳树。",
)
LAST = (
    "\u3000\u3000挑泥的人排成一行，从渠底一直排到渠顶，泥桶从",
    "一双手传到另一双手，天黑以前要清完一里。",
)


def test_a_bold_line_is_no_part_of_the_paragraph_above() -> None:
    issue = balanced_issue(
        HEAD + "\n".join((*LINES, "**二、挑泥**", "**（一）桶从手里过**", *LAST)) + TAIL
    )
    assert [one.text.value for one in blocks(issue, 0, Heading)] == ["二、挑泥", "（一）桶从手里过"]
    assert list(texts(issue)) == ["".join(two).strip() for two in (LINES, LAST)]
