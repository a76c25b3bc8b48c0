"""Lists of Markdown: their items are in no broken sentence and frame no box."""

from __future__ import annotations

from converter.model import Box
from tests.support.markup import AFTER, BEFORE, blocks, issue_with, texts

WHOLE = BEFORE + AFTER


def test_the_items_of_a_list_end_without_a_full_stop_and_frame_no_box() -> None:
    issue = issue_with(
        WHOLE,
        "守渠人记下来的毛病，按轻重排下来是这样的：",
        "- 在上闸的第三块石板下面有一处很小的漏水，要趁冬天补上\n"
        "- 闸门的铁链生了锈\n- 渠底有淤泥\n- 石碑上的字看不清\n- 桥栏松了两根",
        WHOLE[::-1],
    )
    assert not blocks(issue, 0, Box)
    assert "闸门的铁链生了锈" in texts(issue)


def test_a_list_right_below_a_line_of_a_program_is_in_no_sentence() -> None:
    issue = issue_with(
        WHOLE,
        "```python\ngate.open(hour=3, speed=2, reason='water')  # 趁着天还没有亮的时候\n```",
        "渠口的记号",
        "- 一横是开\n- 两横是关\n- 三横是修",
        WHOLE[::-1],
    )
    assert not blocks(issue, 0, Box)


def test_items_in_latin_letters_lose_their_marks_with_the_others() -> None:
    issue = issue_with(WHOLE, "## 命令", "- gate open\n- gate close\n- 收水", WHOLE[::-1])
    assert {"gate open", "gate close", "收水"} <= set(texts(issue))
