"""The short end of a sentence below a frame, over a title or another page: it stands flush."""

from __future__ import annotations

from converter.model import Box, Paragraph
from tests.support.restored import restored

MEASURE, FRAME = 28, 26
BRIDGE = "总工程师主持修建了江上的三座大桥，自己却从来不从桥上过江，他住在江北，单位在江南，上下班坐的都是轮渡，一坐就是四十年"
NOISE = "桥是给别人修的，他站在桥上，耳朵里全是伸缩缝的声音，哪一块板松了，哪一根索紧了，听得心慌，夜里回到家里还在响"
LAST = "停航那天他也来了，没有站在人群里，一个人走到下游，从桥墩数过去，一个，两个，三个，风很大，他把帽子摘下来，对"
REST = "着江水站了很久才走。"
CARD = "邵伯钧，一九三四年生，桥梁专家，曾任市桥梁工程局总工程师，主持设计一桥、二桥、三桥。"
RIVER = "江上的船少了一半，剩下的一半多是运沙的，夜里亮着一盏灯，慢慢地往下走，走到看不见的地方，灯还亮着，像一颗星"
assert len(LAST) + 2 == 2 * MEASURE


def wrapped(text: str, measure: int) -> str:
    """The lines of a paragraph with its indent."""
    text = "　　" + text
    return "\n".join(text[at : at + measure] for at in range(0, len(text), measure))


def issue(rest: str) -> str:
    head = "两江评论\n2011年第9期\n\n目录\n6 修桥的人不过桥 申屠雪\n8 江上的灯 鲁大川\n"
    lines = [
        "修桥的人不过桥",
        "□ 申屠雪",
        wrapped(f"{BRIDGE}。", MEASURE),
        wrapped(f"{NOISE}。", MEASURE),
    ]
    lines += [wrapped(LAST, MEASURE), "小档案", wrapped(CARD, FRAME), rest]
    lines += [
        "江上的灯",
        "□ 鲁大川",
        wrapped(f"{RIVER}。", MEASURE),
        wrapped(f"{RIVER}一样。", MEASURE),
    ]
    return head + "\n".join(lines) + "\n"


def test_the_flush_end_of_a_sentence_below_a_frame_is_no_line_of_it() -> None:
    found = restored(issue(REST)).issue.articles[0].blocks
    boxes = [block for block in found if isinstance(block, Box)]
    assert [
        "".join(p.text.value for p in box.blocks if isinstance(p, Paragraph)) for box in boxes
    ] == [CARD]
    assert [b.text.value for b in found if isinstance(b, Paragraph)][-1] == LAST + REST
