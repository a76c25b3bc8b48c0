"""Running heads of the magazine's name and that of a section, in the middle of a sentence."""

from __future__ import annotations

import pytest

from converter.model import Box, Paragraph
from converter.pipeline import restore

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船。船上的人都认得对岸的灯。"


@pytest.mark.parametrize("head", ["三人谈 河湾月刊", "河湾月刊 三人谈"])
def test_the_names_of_magazine_and_section_within_a_sentence_are_a_running_head(head: str) -> None:
    first, rest = (
        "摆渡的老人在渡口住了四十年，每天傍晚都要下到水边",
        "看一看拴船的绳子，月亮已经爬过了山顶。",
    )
    text = (
        "河湾月刊\n2024年第3期\n\n目录\n\n三人谈\n渡口 张水 1\n\n文苑\n老街 李山 3\n\n"
        f"渡口\n\n张水\n\n{PROSE}\n\n{first}\n\n{head}\n\n{rest}\n\n老街\n\n李山\n\n{PROSE}\n"
    )
    blocks = restore(text.encode(), name="x.txt").issue.articles[0].blocks
    assert [block.text.value for block in blocks if isinstance(block, Paragraph)] == [
        PROSE,
        first + rest,
    ]
    assert not any(isinstance(block, Box) for block in blocks)
