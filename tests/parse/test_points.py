"""Boxes of points under a title of their own, between whole paragraphs."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Verse
from tests.support.blocks import boxes
from tests.support.restored import restored

PROSE = [
    "补锅的老秦每逢三六九进镇，担子一头是风箱，一头是小炉子，中间挂着一串铁片，走起来叮叮当当，全镇的人都知道他来了。孩子们跟在后面跑，跑到桥头就停住，桥那边是另一个镇子，有另一个补锅的。",
    "锅底漏了，他先把锅举起来对着天看，看见几个亮点，就用粉笔画几个圈，然后生火，拉风箱，把碎铁片烧成铁水，一勺一勺地补。",
    "补一个窟窿两块钱，三个窟窿五块。有人嫌贵，说买一口新锅才三十块。老秦不争，收拾担子就走，走不出十步，那人准把他叫回来。",
    "他补锅四十年，补过的锅自己也数不清。最难补的不是窟窿，是裂缝，裂缝会长，今天补了这一头，明天那一头又裂开，急不得。补裂缝要先在两头各打一个眼，把它截住，再从中间往两边补，这个道理他师傅只说过一遍，他记了一辈子，也只对徒弟说过一遍。",
    "太阳落山的时候，老秦熄了炉子，把风箱绑在担子上。有个孩子追出来，手里举着一只漏了的文具盒，他又把炉子点着了。",
]
TITLE = "怎么看一口锅补没补好？"
POINTS = [
    "对着太阳看，不透光。",
    "装满水放一夜，锅底不潮。",
    "用指头敲，声音是一个调子，不能有哑的地方。",
]


def issue(*parts: str, apart: str = "\n") -> Issue:
    body = apart.join(parts)
    return restored(
        f"目录\n\n补锅匠 张水 1\n渡口记 李山 3\n\n补锅匠\n\n张水\n\n{body}\n\n渡口记\n\n李山\n\n{PROSE[0][::-1]}。"
    ).issue


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("title", [TITLE, "补好没补好看三样"])
def test_points_under_a_title_are_a_box(title: str, apart: str) -> None:
    found = issue(*PROSE[:2], title, *POINTS, *PROSE[2:], apart=apart)
    assert boxes(found) == [("", title, POINTS)]
    blocks = found.articles[0].blocks
    assert [b.text.value for b in blocks if isinstance(b, Paragraph)] == PROSE


def test_an_ornament_is_no_part_of_the_title_of_a_box() -> None:
    found = issue(*PROSE[:2], "● 补好没补好看三样", *POINTS, *PROSE[2:], apart="\n\n")
    assert boxes(found) == [("", "补好没补好看三样", POINTS)]


@pytest.mark.parametrize(
    "below",
    [
        POINTS[:2],  # two may open any part
        ["“对着太阳看。”", "“装满水放一夜。”", "“用指头敲。”"],  # speech
        ["对着太阳看。不透光。", "装满水放一夜。锅底不潮。", "用指头敲。声音是一个调子。"],
        [*POINTS[:2], PROSE[2]],
    ],
)
def test_what_is_no_box_of_points(below: list[str]) -> None:
    found = issue(*PROSE[:2], TITLE, *below, *PROSE[3:])
    assert boxes(found) == []


def test_headings_of_their_form_are_its_sisters() -> None:
    found = issue(*PROSE[:2], "补好没补好", *POINTS, PROSE[2], "裂缝最难补", *PROSE[3:])
    assert not any(isinstance(block, Box) for block in found.articles[0].blocks)
    assert sum(isinstance(block, Heading) for block in found.articles[0].blocks) == 2


def test_sentences_of_any_length_are_no_verse() -> None:
    found = issue(*PROSE[:2], *POINTS, *PROSE[2:])
    assert not any(isinstance(block, Verse) for block in found.articles[0].blocks)
