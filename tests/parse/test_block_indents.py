"""Texts set in from both edges of a column: what all of their lines have before them is no indent."""

from __future__ import annotations

from converter.model import Box, Paragraph
from converter.parse.issue.block_indents import with_blocks_flush
from converter.source import Line
from tests.support.restored import restored

FULL = [
    "老渡口在镇子的南头，石阶有三十一级，最下面",
    "两级常年浸在水里，长着一层滑腻腻的青苔，生",
]
BOX = [
    "　　　　孟水生，一九六三年生于河湾。初中",
    "　　毕业后当过装卸工和轮机工，现在是县航",
    "　　运站的技工。一九九〇年发表过《缆绳》。",
    "　　　　他写的都是渡口的人和事，自己说是",
    "　　替石阶记账。",
]
FLUSH = [line[2:] for line in BOX]


def flush(*texts: str) -> list[str]:
    lines = [Line(at, text) for at, text in enumerate(texts, 1)]
    return [line.text for line in with_blocks_flush(lines)]


def test_the_lines_lose_what_all_of_them_have() -> None:
    assert flush(*FULL, "　　　　　　　　作者小传", *BOX, *FULL) == [
        *FULL,
        "　　　　　　　　作者小传",
        *FLUSH,
        *FULL,
    ]


def test_lines_of_paragraphs_verse_and_blank_ones_keep_theirs() -> None:
    for texts in (
        ["　　" + FULL[0][:-2], FULL[1], *FULL, "　　" + FULL[0][:-2], FULL[1]],
        ["　　　　谷子躺着", "　　太阳也躺着，", "　　中间隔着一张", "　　竹匾"],
        ["　　　　", *FULL],
        ["　　" + line for line in FULL * 2],
    ):
        assert flush(*texts) == texts


def test_a_box_set_in_has_its_paragraphs_whole() -> None:
    article = [
        "夜里的渡船",
        "孟水生",
        "",
        "　　" + FULL[0][:-2],
        *FULL[::-1] * 6,
        "",
        "　　　　　　　　作者小传",
        *BOX,
        "",
    ]
    text = "\n".join(
        ["目录", "夜里的渡船 孟水生 2", "", *article, FULL[0], *FULL[::-1], "走上去要扶着。"]
    )
    boxes = [block for block in restored(text).issue.articles[0].blocks if isinstance(block, Box)]
    paragraphs = [one.text.value for one in boxes[0].blocks if isinstance(one, Paragraph)]
    whole = [line.strip() for line in BOX]
    assert paragraphs == ["".join(whole[:3]), "".join(whole[3:])]
