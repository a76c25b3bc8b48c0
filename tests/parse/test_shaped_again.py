"""Names of boxes that no list has, told by their form and by how they come again."""

from __future__ import annotations

from converter.model import Paragraph
from converter.parse.boxes import with_proved_labels
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

BRIDGE = "桥是四十年前修的，桥面只有两米宽，收割机开不过去，对岸三百亩稻子年年要靠人背，背到后来就没有人愿意种了。"
HEAD = "渡口文博\n2021年第9期（总第43期）\n\n目 录\n\n灯下的人 …… 何若溪（4）\n桥上的石羊 …… 沈川（12）\n\n灯下的人\n\n何若溪\n\n"


def test_a_name_made_as_those_of_boxes_before_several_titles() -> None:
    """Once is no series, and before a sentence the words may be its first ones."""

    def told(*texts: str) -> bool:
        units = [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]
        return "展品名片" in with_proved_labels(Profile(), units).boxes.labels

    assert told("展品名片　省油灯", BRIDGE, "展品名片　石羊", BRIDGE)
    assert not told("展品名片　省油灯", BRIDGE)
    assert not told("展品名片：省油灯", BRIDGE, "展品名片：石羊", BRIDGE)
    assert not told("展品名片　省油灯", "展品名片　石羊", BRIDGE)
    assert not told("展品名片　挂在灯的下面。", BRIDGE, "展品名片　挂在羊的后面。", BRIDGE)


def test_a_name_in_a_frame_of_any_form_parts_the_text() -> None:
    """〔作者介绍〕 as 【作者介绍】 does."""
    cut = "渡口的灯亮了五十年，守灯的人换了三个，每一个都在墙上写下自己的名字，最后一个写下名字的那天，汽"
    rows = [
        *(cut[at : at + 24] for at in range(0, len(cut), 24)),
        "〔作者介绍〕",
        "何若溪，女，一九六四年生，渡口中学教师。",
        "车开过来，又开走了。",
    ]
    made = restored(HEAD + "\n".join([BRIDGE, *rows]) + f"\n\n桥上的石羊\n\n沈川\n\n{BRIDGE}\n")
    texts = [
        block.text.value for block in made.issue.articles[0].blocks if isinstance(block, Paragraph)
    ]
    assert not any("汽〔作者介绍〕" in text or "教师。车开" in text for text in texts)
