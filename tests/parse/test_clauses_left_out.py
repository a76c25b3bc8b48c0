"""Pull quotes that leave words out of a sentence of their article."""

from __future__ import annotations

import pytest

from converter.model import Issue, PullQuote
from tests.support.blocks import texts
from tests.support.restored import restored

FIRST = (
    "桥修了三年。第一年打桩，打到一半遇上流沙，桩子一夜沉下去两尺，管工程的人蹲在岸上抽了一宿的烟。"
)
SAID = (
    "通车那天，九十岁的船老大被孙子用板车推着，从桥东走到桥西，又从桥西走回桥东，"
    "说这辈子总算不用等水退了。围着看的人都笑，笑着笑着，有人背过身去擦眼睛。"
)
LAST = "渡船后来停在桥下的芦苇里，有人出钱要买，船老大没有卖，说留着给鸭子下蛋，鸭子也要有个家。"
NEXT = ("修船", "文｜万里", "船坞里停着一条没有名字的船，名字要等到下水那天才写。")
QUOTE = "九十岁的船老大从桥东走到桥西，又从桥西走回桥东，说这辈子总算不用等水退了。"


def issue(*lines: str) -> Issue:
    listed = ("目录", "桥 端木青 4", "修船 万里 8")
    return restored("\n\n".join([*listed, "桥", "文｜端木青", *lines, *NEXT])).issue


def quotes(found: Issue) -> list[str]:
    article = found.articles[0]
    told = (*article.pull_quotes, *article.blocks)
    return ["".join(t.value for t in one.paragraphs) for one in told if isinstance(one, PullQuote)]


@pytest.mark.parametrize(
    "quote", [QUOTE, f"{QUOTE[:16]}\n{QUOTE[16:]}", f"{QUOTE[:21]}\n{QUOTE[21:]}"]
)
def test_a_sentence_that_leaves_a_clause_out_is_a_pull_quote(quote: str) -> None:
    found = issue(FIRST, SAID, quote, LAST)
    assert quotes(found) == [QUOTE]
    assert texts(found)[:3] == [FIRST, SAID, LAST]


def test_a_sentence_with_words_of_its_own_is_a_paragraph() -> None:
    own = "九十岁的船老大从桥东走到桥西，又从桥西走回桥东，谁叫他歇一歇他也不肯坐下。"
    found = issue(FIRST, SAID, own, LAST)
    assert quotes(found) == []
    assert texts(found)[:4] == [FIRST, SAID, own, LAST]


def test_so_is_one_that_leaves_out_what_somebody_says_more_of_a_thing() -> None:
    said = "埠头上有六根桩，有一杆磨得发亮的老秤，却没有一张凳子可以让等船的人坐下。来得早的人只好站着，站到腿酸，再蹲着，蹲到腿麻，船也就来了，来了又要等人齐。"
    quote = "埠头上有六根桩，有一杆老秤，却没有一张凳子可以让等船的人坐下。"
    found = issue(FIRST, said, LAST, quote, SAID)
    assert quotes(found) == [quote]
    assert texts(found)[:4] == [FIRST, said, LAST, SAID]
