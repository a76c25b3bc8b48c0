"""Headings that OCR has put behind the last sentence of the paragraph above, on its line."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph
from tests.support.bend import PROSE, article

LAMP = "灯是点灯人自己做的，玻璃罩子裂过两回，用鱼胶粘好，风再大也没有灭过，船上的人看得见。"


def told(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Heading | Paragraph)]


@pytest.mark.parametrize(
    "heads",
    [
        ("一、旧船从哪里来", "二、修船的人怎样过冬", "三、以后怎么办"),
        ("（一）旧船从哪里来", "（二）修船的人怎样过冬", "（三）以后怎么办"),
        ("1.旧船从哪里来", "2.修船的人怎样过冬", "3.以后怎么办"),
    ],
)
@pytest.mark.parametrize("glued", [0, 1, 2])
def test_a_heading_behind_a_paragraph_is_told_by_those_that_count_to_it_or_on(
    heads: tuple[str, str, str], glued: int
) -> None:
    pieces = [PROSE]
    for at, head in enumerate(heads):
        if at == glued:
            pieces[-1] += head
        else:
            pieces.append(head)
        pieces.append(LAMP)
    whole = [PROSE, *(text for head in heads for text in (head, LAMP))]
    found = [text.replace(" ", "") for text in told(article(*pieces))]
    assert found == whole


def test_what_no_headings_count_to_stays_in_its_paragraph() -> None:
    found = article("一、旧船从哪里来", f"{PROSE}三、以后怎么办", LAMP)
    assert [block.text.value for block in found.blocks if isinstance(block, Heading)] == [
        "一、旧船从哪里来"
    ]
