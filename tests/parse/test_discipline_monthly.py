"""What monthlies of auditors and inspectors print: answers of an office, boxes of law, confessions."""

from __future__ import annotations

import pytest

from converter.model import Box, Issue, Paragraph, PullQuote
from converter.parse.grams import Trigrams
from converter.parse.heal.doubled import said_twice
from converter.parse.seam import goes_on
from tests.support.restored import restored

SCALES = "粮站的磅秤每天早晨要校一回，司磅员把二十公斤的铁砣放上去，看横杆停在当中，才肯开门收粮。"
BOOKS = "账房的窗台上放着一只旧算盘，珠子磨得发亮，年轻人都用电脑了，只有老会计月底还要拨上一遍。"
KEYS = "仓库的钥匙一共三把，分在三个人的手里，少了哪一个都开不了门，这是老站长定下的规矩。"
SAID = "“头一回多收了半袋麦子，我夜里没有睡着；到了第二回，就睡得很香了。”"


def one(*lines: str, dots: str = "……", byline: str = "柴望") -> Issue:
    """An article with its contents, and two more below it."""
    author = byline.rpartition("|")[2].strip()
    listed = f"目录\n\n三把钥匙 / {author} {dots} 4\n一杆秤 / 窑生 …… 8\n旧算盘 / 甘棠 …… 9"
    tail = ("一杆秤", "窑生", SCALES, "旧算盘", "甘棠", BOOKS)
    return restored("\n\n".join((listed, "三把钥匙", byline, *lines, *tail))).issue


def boxes(found: Issue) -> list[tuple[str, list[str]]]:
    return [
        (box.label, [block.text.value for block in box.blocks if isinstance(block, Paragraph)])
        for box in found.articles[0].blocks
        if isinstance(box, Box)
    ]


def counted(*learnt: str) -> Trigrams:
    trigrams = Trigrams()
    for text in learnt:
        trigrams.learn(text)
    return trigrams


def quotations(found: Issue) -> list[str]:
    blocks = found.articles[0].blocks
    return ["".join(t.value for t in b.paragraphs) for b in blocks if isinstance(b, PullQuote)]


def test_two_dots_that_are_left_of_a_leader_lead_to_the_page() -> None:
    found = one(KEYS, dots="..")
    entry = next(entry for part in found.contents.sections for entry in part.entries)
    assert (entry.page, entry.authors) == ("4", ("柴望",))


def test_an_office_that_answers_is_the_author() -> None:
    found = one(KEYS, byline="答复 | 青埠县粮食局监督科")
    assert len(found.articles) == 3
    authors = [author.name for line in found.articles[0].bylines for author in line.authors]
    assert authors == ["青埠县粮食局监督科"]


@pytest.mark.parametrize("label", ["粮法链接", "以案释纪"])
def test_names_of_boxes_in_brackets_before_their_text(label: str) -> None:
    rule = f"【{label}】收购粮食的应当当场称重、当场付款，不得压低等级，也不得代扣任何别的款项。"
    found = one(KEYS, rule, "——《青埠粮食收购办法》第七条", BOOKS)
    assert boxes(found) == [(label, [rule.partition("】")[2]])]


def test_other_words_in_brackets_are_no_names_of_boxes() -> None:
    found = one(KEYS, f"【粮站旧事】{BOOKS}", SCALES)
    assert not boxes(found)


def test_what_somebody_wrote_of_himself_between_paragraphs_is_a_pull_quote() -> None:
    found = one(KEYS, SAID, "——摘自司磅员的检讨书", BOOKS)
    assert quotations(found) == [SAID]


@pytest.mark.parametrize(
    "lines",
    [(KEYS, SAID, "——摘自《青埠粮讯》", BOOKS), (KEYS, BOOKS, "——摘自司磅员的检讨书", SCALES)],
)
def test_what_a_paper_printed_or_nobody_quotes_is_none(lines: tuple[str, ...]) -> None:
    assert not quotations(one(*lines))


@pytest.mark.parametrize(
    ("before", "after", "size"),
    [
        ("老站长只讲了一个故事", "事。听的人都不作声。", 1),
        ("他只讲他经手的事", "事，听的人都不作声。", 0),
    ],
)
def test_the_end_of_a_word_for_a_thing_said_twice(before: str, after: str, size: int) -> None:
    text = "故事是从粮站传出来的，讲故事的人不在了，故事还在；漆有一层，灰有一层，霜又有一层。"
    assert said_twice(before, after, counted(text, before, after))[0] == size


def test_what_tells_where_a_thing_is_begins_anew() -> None:
    tail, trigrams = "老站长把三把钥匙分给了住在", counted(KEYS, BOOKS, SCALES)
    plain = goes_on(tail, "青埠仓，离河不远，建成四十年了。", trigrams)
    assert goes_on(tail, "青埠仓，位于河的北岸，建成四十年了。", trigrams) < plain
