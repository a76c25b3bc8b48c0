"""Blank lines below all lines of wrapped text, in its contents and at the foot of their page."""

from __future__ import annotations

from converter.segment.blank_lines import even_blanks
from tests.segment.test_heads import lines_of
from tests.support.blocks import texts
from tests.support.restored import listed, restored

TEXT = (
    "渡船从北岸开过来要一刻钟，船工老邱说，水大的时候要两刻，水小的时候一袋烟的工夫就到了，等船的人都坐在石阶上，看对面的山慢慢地亮起来。",
    "木牌上的时刻是三十年前写的，谁也没有照着开过船，人多的时候多开几趟，人少的时候就坐下来等，等的人不急，开船的人也不急。",
    "对岸的集市逢三逢八，挑担的人天不亮就在石阶上排开，篮子里的鸡一声不响，好像也知道今天要过河，只有狗不肯上船。",
    "桥修好的那一年，最后一班船坐满了人，有人从省城赶回来，只为了再听一回摇橹的声音，那声音和小时候听见的一模一样。",
)


def wrapped(text: str, size: int = 24) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def test_rows_of_a_table_and_a_small_share_of_full_lines_do_not_hide_them() -> None:
    rows = [f"| {n} | 某某渡口 | {n} 人 |" for n in range(12)]
    short = [f"第{n}条渡船" for n in range(30)]
    lines = [line for text in TEXT * 3 for line in wrapped(text)]
    source = "\n\n".join([*short, "\n".join(rows), *lines])
    evened = even_blanks(lines_of(source))
    assert not any(line.blank for line in evened)


def test_paragraphs_are_told_by_their_last_lines() -> None:
    contents = ["目录", "渡船停在老地方 厉舟平 3", "木牌上的时刻 季有田 5", "2024年第5期 ISSN 9922-7703 CN99-2208/D"]  # fmt: skip
    heads = (("渡船停在老地方", "厉舟平"), ("木牌上的时刻", "季有田"))
    pairs = (TEXT[:2], TEXT[2:])
    body = [
        line
        for head, pair in zip(heads, pairs, strict=True)
        for line in (*head, *wrapped(pair[0]), *wrapped(pair[1]))
    ]
    made = restored("\n\n".join([*contents, *body]))
    assert [title for _, title, _, _ in listed(made)] == [head[0] for head in heads]
    assert texts(made.issue) == list(TEXT)
