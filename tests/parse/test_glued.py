"""Headings that the OCR has glued to the paragraph below them."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from tests.support.restored import restored

FIRST = "水从北坡的水库下来，到了村口分成两股，一股进田，一股进塘，天旱的时候管水的人要守一夜。"
NEXT = "石头底下翻出一块碑，碑上的字还看得清楚，写的是每家每年要出几个工，谁家缺了工罚谷一斗。"
LAST = "罚来的谷子留给修渠的人吃，吃不完的挂在梁上，过年的时候分给村里的孤老，一户也没有漏过。"


def read(*parts: str) -> tuple[list[str], list[str]]:
    """The headings and the paragraphs of an article of these parts."""
    contents = "目录\n\n修渠 端木青 4\n\n修渠\n\n端木青"
    blocks = restored("\n\n".join([contents, *parts])).issue.articles[0].blocks
    heads = [one.text.value for one in blocks if isinstance(one, Heading)]
    return heads, [one.text.value for one in blocks if isinstance(one, Paragraph)]


@pytest.mark.parametrize(
    ("heads", "text"),
    [
        (("一、老渠漏在哪里", "二、新渠怎么修"), f"一是清淤。{NEXT}"),
        (
            ("一、解决好“谁来修”的问题", "二、解决好“谁来管”的问题", "三、解决好水往哪里去的问题"),
            NEXT,
        ),
    ],
)
def test_a_heading_ends_where_its_fellows_do(heads: tuple[str, ...], text: str) -> None:
    parts = [part for head in heads[:-1] for part in (head, FIRST)][:2]
    parts += [part for head in heads[1:-1] for part in (head, LAST)]
    found, texts = read(*parts, heads[-1] + text)
    assert found == list(heads)
    assert texts[-1] == text


@pytest.mark.parametrize(
    "text",
    [
        f"二、新渠怎么修，一是清淤，二是砌石。{NEXT}",
        f"二、修渠的石头从后山抬下来。{NEXT}",
        f"新渠怎么修一是清淤。{NEXT}",
    ],
)
def test_a_paragraph_without_a_heading_stays_whole(text: str) -> None:
    heads, texts = read("一、老渠漏在哪里", FIRST, text, LAST)
    assert heads == ["一、老渠漏在哪里"]
    assert texts == [FIRST, text, LAST]
