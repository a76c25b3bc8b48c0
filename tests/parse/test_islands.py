"""Boxes between blank lines in a column whose paragraphs have none."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph, PullQuote
from tests.support.blocks import headed_boxes
from tests.support.restored import restored

INDENT = "\u3000\u3000"
SIZE = 24
TEXTS = [
    "修钟的铺子在桥头，门面只有一张桌子宽，墙上挂着十七只钟，各走各的，没有两只是同一个时候。",
    "老师傅说，钟同人一样，走得快的未必准，走得慢的未必错，要紧的是每天都往一个方向走。",
    "来修钟的多半是老人，抱着一只座钟从对岸走过来，钟在怀里还响着，走到桥上正好是半点。",
    "学徒先学三个月擦油，擦下来的油泥能看出这只钟在谁家，厨房里的发黏，烟铺里的发黄。",
    "铺子里不收电子钟，不是不会修，是修好了也没有声音，夜里醒来不知道它还在不在走。",
]
CUT = "拆开以后先看发条，发条断了可以接，齿轮缺了可以补，最怕的是有人自己动过手，把小螺丝全都给拧花"
REST = "了。遇到这样的钟，他先不说价钱，只叫人把钟留下三天。"
BOX = ["一根发条能走多久，要看它有多长，八天钟的发", "条拉直了有两米，上一次走八天。"]


def wrapped(text: str, indent: str = INDENT) -> list[str]:
    full = indent + text
    return [full[at : at + SIZE] for at in range(0, len(full), SIZE)]


def article(*parts: list[str]) -> Article:
    head = "目　录\n桥头的钟……沈渡（1）\n补伞的人……陆遥（5）\n\n桥头的钟\n沈渡\n"
    body = "\n".join(line for part in parts for line in part)
    last = "\n".join(line for text in TEXTS for line in wrapped(text))
    text = f"{head}{body}\n\n补伞的人\n陆遥\n{last}\n"
    return restored(text).issue.articles[0]


def prose(*texts: str) -> list[str]:
    return [line for text in texts for line in wrapped(text)]


def test_what_blank_lines_set_into_a_sentence_is_a_box() -> None:
    lines = wrapped(CUT)
    assert len(lines[-1]) == SIZE
    rest = wrapped(REST, "")
    made = article(prose(*TEXTS[:3]), lines, ["", "发条有多长", *BOX, ""], rest, prose(TEXTS[3]))
    assert headed_boxes(made) == [("发条有多长", ["".join(BOX)])]
    assert CUT + REST in [b.text.value for b in made.blocks if isinstance(b, Paragraph)]


def test_flush_narrow_lines_between_whole_paragraphs_are_a_box() -> None:
    made = article(prose(*TEXTS[:3]), ["", "发条有多长", *BOX, ""], prose(*TEXTS[3:]))
    assert headed_boxes(made) == [("发条有多长", ["".join(BOX)])]


@pytest.mark.parametrize(
    "texts",
    [
        wrapped("".join(BOX)),  # the text of the column under a heading
        ["桥头的钟，", "走了一百年，", "没有人问它，", "几点。"],  # verse
    ],
)
def test_other_lines_between_blank_ones_are_none(texts: list[str]) -> None:
    made = article(prose(*TEXTS[:3]), ["", "发条有多长", *texts, ""], prose(*TEXTS[3:]))
    assert headed_boxes(made) == []


def test_a_thought_in_large_type_that_breaks_off_in_a_word_has_no_name() -> None:
    lines = wrapped(CUT)
    thought = ["钟要的是准头，不", "是响声大得惊人。"]
    rest = wrapped(REST, "")
    made = article(prose(*TEXTS[:3]), lines, ["", *thought, ""], rest, prose(TEXTS[3]))
    assert headed_boxes(made) == []
    assert CUT + REST in [b.text.value for b in made.blocks if isinstance(b, Paragraph)]


def test_where_blank_lines_part_all_paragraphs_they_tell_nothing() -> None:
    parts = [[*wrapped(text), ""] for text in TEXTS]
    made = article(*parts[:3], ["发条有多长", *BOX, ""], *parts[3:])
    assert headed_boxes(made) == []


def test_a_flush_thought_between_paragraphs_that_begin_with_an_indent_is_a_pull_quote() -> None:
    thought = "钟要的是准头，不是响声。"
    assert len(wrapped(TEXTS[3])[-1]) <= SIZE - 3
    made = article(prose(*TEXTS[:4]), [thought], prose(TEXTS[4]))
    quotes = [text.value for b in made.blocks if isinstance(b, PullQuote) for text in b.paragraphs]
    assert quotes == [thought]
