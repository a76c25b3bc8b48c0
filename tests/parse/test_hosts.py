"""Who leads a talk by a name that is a common word: a line of those who take part, and no turn."""

from __future__ import annotations

from converter.model import Paragraph, Role
from converter.parse.rolls import names_host, takes_part
from tests.support.restored import restored


def test_a_host_is_named_on_a_line_without_a_mark() -> None:
    assert takes_part("主持人：田园")
    assert names_host("主持人", "田 园")
    assert not names_host("主持人", "好的。")
    assert not names_host("李老师", "田园")


def test_the_line_that_names_the_host_is_no_turn_of_the_talk() -> None:
    said = ["最难的是一楼，井道要占一楼的光。", "最难的其实是算账，三楼该出多少。"]
    turns = [f"{who}：{text}" for who, text in zip(("邬桂兰", "纪大勇"), said, strict=True)]
    body = [
        "主持人：田园",
        "嘉　宾：邬桂兰（社区书记）　纪大勇（网格员）",
        "主持人：各位先说说，难在哪里？",
    ]
    body += [turns[0], turns[1], "主持人：有没有办法？", turns[0], turns[1]]
    text = "街道\n2023年第6期\n\n目录\n电梯难在哪里 高低 4\n一条长凳 云起 9\n\n电梯难在哪里\n\n高低\n\n"
    text += (
        "\n\n".join(body)
        + f"\n\n一条长凳\n\n云起\n\n大槐树下有一条长凳，{said[0]}\n\n长凳不长，{said[1]}\n"
    )
    found = restored(text).issue.articles[0].blocks
    roles = {block.text.value: block.role for block in found if isinstance(block, Paragraph)}
    assert roles["主持人：田园"] is Role.CREDIT
