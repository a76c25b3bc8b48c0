"""Straight single quotation marks in Chinese text, and pull quotes that OCR parts at each printed line."""

from __future__ import annotations

import pytest

from tests.support.blocks import texts
from tests.support.restored import restored

CONTENTS = "目录\n渡船停在老地方　厉舟平　3\n木牌上的时刻　季有田　5"
TEXT = "渡口的木牌上写着时刻，船工老邱说，水大的时候要两刻，水小的时候一袋烟的工夫就到了对岸，等船的人坐在石阶上。"


OTHER = "护河的人每天清早沿着岸走一圈，把漂来的瓶子捡起来，把水色记在本子上，三年下来记满了十一个本子，一页也没有缺。"


def issue(*second: str, above: str = "") -> str:
    first = (
        TEXT,
        "后来修了桥，船工都上了岸，只有那块写着时刻的木牌还挂在老地方，漆皮翘起来，像一本受潮的字典。",
    )
    parts = (CONTENTS, "渡船停在老地方", "厉舟平", *first, above, "木牌上的时刻", "季有田", *second)
    return "\n\n".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("他提出“让每条河都有'河长'来管”的主张，大家都赞成。", "他提出“让每条河都有‘河长’来管”的主张，大家都赞成。"),
        ('他说"木牌上的\'时刻\'该改了"，没有人接话。', "他说“木牌上的‘时刻’该改了”，没有人接话。"),
        ("那块木牌长5'30\"，是O'Brien先生送来的，挂了三十年。", "那块木牌长5'30\"，是O'Brien先生送来的，挂了三十年。"),
    ],
)  # fmt: skip
def test_single_marks_pair_around_chinese_words(given: str, shown: str) -> None:
    assert shown in texts(restored(issue(f"{OTHER}{given}")).issue)[-1]


SAID = (
    "守住一条河，先要守住河边的人，让他们愿意每天清早走到岸",
    "上去看一眼，水清了说一声，水浑了喊一声，把看河当成自家门",
    "前的事来做，老人做给年轻的人看。年轻的人再做给孩子看，到",
    "了那一天，河就不用谁来守，它自己就会从山里清清亮亮地",
    "流过镇子，流过稻田和村口的石桥，一直流到大海的边上，让",
    "两岸的灯都亮起来。",
)


def test_a_pull_quote_parted_at_each_of_its_lines_is_one() -> None:
    made = restored(issue(f"{OTHER}{''.join(SAID)}", above="\n\n".join(SAID)))
    (quote,) = made.issue.articles[1].pull_quotes
    assert [text.value for text in quote.paragraphs] == ["".join(SAID)]
