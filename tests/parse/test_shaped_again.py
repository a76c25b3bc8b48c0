"""Names of boxes that no list has, told by their form and by how they come again."""

from __future__ import annotations

from converter.model import Box, Paragraph, Text
from converter.parse.boxes import with_proved_labels
from converter.parse.fact_lines import tells_facts
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


def test_facts_of_a_card_stand_apart_from_each_other_and_from_what_it_tells_below() -> None:
    """One em stands between facts, whatever OCR has read there."""
    lines = [
        BRIDGE,
        "桥上的石羊",
        "沈川",
        "展品名片　石羊",
        "年代：东汉　质地：青石　来源：1961年征集",
        BRIDGE,
        "展品名片　省油灯",
        "年代：南宋 质地：瓷 来源：1987年东门外出土",
        "双层夹壁，侧面有一个小孔，可以注水降温，盏沿有火烧的痕迹。",
    ]
    made = restored(HEAD + "\n\n".join(lines)).issue.articles[-1].blocks
    box = [block for block in made if isinstance(block, Box)][-1]
    assert (box.label, box.title) == ("展品名片", Text("省油灯"))
    assert [block.text.value for block in box.blocks if isinstance(block, Paragraph)] == [
        "年代：南宋\u3000质地：瓷\u3000来源：1987年东门外出土",
        "双层夹壁，侧面有一个小孔，可以注水降温，盏沿有火烧的痕迹。",
    ]


def test_facts_are_of_several_kinds() -> None:
    assert tells_facts("年代：南宋　质地：瓷　来源：东门外")
    assert not tells_facts("单位：万户　单位：万户　单位：万户")
    assert not tells_facts("年代：南宋　质地：瓷。　来源：东门外")


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
