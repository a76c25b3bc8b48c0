"""Boxes whose one paragraph tells in its last brackets whence it is, and paragraphs that are none."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading
from tests.support.restored import restored

GATE = "守渠的人天不亮就起来，先看闸板上的水痕，再看渠底的草，草倒向哪一边，水夜里就往哪一边走过。"
SILT = "清淤要等到霜降以后，渠里的水放干了，泥晒三天，晒到能站住铁锹，一锹下去，泥是整块整块的。"
BRIDGE = (
    "渠上有七座小桥，最窄的一座只过得去一辆独轮车，推车的人到了桥头都要先喊一声，听对面有没有人。"
)
SAID = "水到了田头，先看鞋湿不湿，再看苗直不直，鞋湿苗直就可以收工。（来源：《守渠手册》）"


def article(*parts: str) -> list[object]:
    found = restored("\n\n".join(["长渠\n\n罗长水", *parts])).issue
    return [block for one in found.articles for block in one.blocks]


def test_a_name_in_no_list_over_a_paragraph_with_its_source() -> None:
    blocks = article(GATE, SILT, "守渠人语", SAID, BRIDGE)
    (box,) = [block for block in blocks if isinstance(block, Box)]
    assert box.title is not None
    assert box.title.value == "守渠人语"
    assert box.attribution is not None
    assert box.attribution.text.value == "来源：《守渠手册》"
    assert not any(isinstance(block, Heading) for block in blocks)


@pytest.mark.parametrize(
    "parts",
    [
        (GATE, SILT, "守渠人语", SAID),  # whence all of the article is
        (GATE, SILT, "守渠人语", SAID, BRIDGE, "过桥的人", GATE),
        (GATE, SILT, "守渠人语", SAID, BRIDGE, "过桥的人", SAID, GATE),
    ],
)
def test_headings_over_paragraphs_with_sources(parts: tuple[str, ...]) -> None:
    assert not any(isinstance(block, Box) for block in article(*parts))
