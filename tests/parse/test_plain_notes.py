"""Notes at the foot of a page whose mark OCR has read as a plain digit."""

from __future__ import annotations

from converter.model import Article, Paragraph
from tests.support.bend import PROSE, article


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_a_note_in_the_middle_of_a_sentence_is_one_that_a_digit_above_calls() -> None:
    found = article(
        f"{PROSE}\n\n摆渡的老人姓何，在渡口住了四十年，是村里最早会看水的人1，每天傍晚他都要下到水边\n\n"
        "1 参见《水镇渡口志》，水镇志办公室编，1998年版，第213页。\n\n"
        "看一看拴船的绳子，回来的时候月亮已经爬过了山顶。"
    )
    assert [(note.marker, note.text.value) for note in found.notes] == [
        ("1", "参见《水镇渡口志》，水镇志办公室编，1998年版，第213页。")
    ]
    assert paragraphs(found)[1].endswith(
        "每天傍晚他都要下到水边看一看拴船的绳子，回来的时候月亮已经爬过了山顶。"
    )


def test_a_digit_that_counts_calls_no_note() -> None:
    found = article(
        f"{PROSE}\n\n摆渡的老人姓何，在渡口住了四十年，去年的评比排在第1，每天傍晚他都要下到水边看船，一共看了\n\n"
        "1 见过的人都说没有这样的事。\n\n三遍才回来，月亮已经爬过了山顶。"
    )
    assert not found.notes
