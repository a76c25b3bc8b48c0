"""Misread words are told, with their line, and words that only look like one are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.hanzi import is_han
from converter.model import article_texts, plain_text
from converter.pipeline import restore
from converter.proof import misread
from converter.proof.misread import Misreading, misreadings
from converter.proof.misreadings import ODD, WORDS

TABLE = [misread._word(entry) for entry in WORDS.split()]


@pytest.mark.parametrize(
    ("text", "read", "printed"),
    [
        ("渡口的老人说，那时侯没有桥。", "时侯", "时候"),
        ("他把船票留给自已。", "自已", "自己"),
        ("船工们恰谈过两回。", "恰谈", "洽谈"),
        ("说起河水，他淡到了那座桥。", "淡到", "谈到"),
        ("三干多人在堤上守了一夜。", "三干", "三千"),
        ("腾不岀手来。", "岀", "出"),
        ("大坝合龙的事，船工们没有意贝。", "意贝", "意见"),
        ("他們己經過了河。", "己經", "已經"),
        ("水闸改造以后安全远行。", "安全远行", "安全运行"),
    ],
)
def test_a_misread_word_is_told(text: str, read: str, printed: str) -> None:
    assert misreadings(text) == [Misreading(text.index(read), read, printed)]


@pytest.mark.parametrize(
    "text",
    [
        "他自己经历过那场水。",
        "竹篮是七十年代末来的，棋盘边还有死活题三道。",
        "读书是一个人最安静的远行，《远行者》是他的第一本书。",
        "凌晨两点，榆树堡全镇停电。",
        "这是由干部会议定下的，机关干部都来了。",
        "夜深人静，河水声更大了。",
        "周末来堤上的人多，年末能收齐。",
        "长期问题要长期办，不时问起的人也多。",
        "河水的咸味就淡到尝不出来，墨淡到看不见。",
        "渡口边有健身休闲的广场，集休闲和候船于一处，村集体闲置的屋子也修好了。",
        "各白领驿站的长远规划里，民生话题都由大家虚心请教得来。",
        "干部干部，干是当头的，只管埋头修堤，不曾挑起过争端，从河里捞起过四个人，也办起过夜校。",
        "延安干部当年在窑洞里公平谈判，党史上的宏观定位说得清楚。",
        "教材委员会帮扶特殊孩子，一支特殊的队伍教村民们认字，低保待遇照发。",
        "法官入员额的那天，安徽小姑娘从为父母买米说起，激动得难以自已。",
        "船工们谈起过年，谈起过去，话就多了。",
        "主体息息相关，司机自主休息，读书日当天组织务实，运营理念一新，因扰民而停。",
        "",
        "水",
    ],
)
def test_words_side_by_side_that_look_like_one_are_none(text: str) -> None:
    assert misreadings(text) == []


def test_each_entry_of_the_table_is_another_word_of_like_length() -> None:
    reads = [word.read for word in TABLE]
    assert len(set(reads)) == len(reads) > 700
    for word in TABLE:
        assert len(word.read) == len(word.printed)
        assert sum(map(str.__ne__, word.read, word.printed)) == 1
    assert all(len(entry) == 2 and is_han(entry[1]) for entry in ODD.split())


@settings(deadline=None)
@given(st.text("水自已己经时侯a𠮷\n", max_size=40))
def test_words_are_found_as_by_looking_for_each(text: str) -> None:
    wanted = [
        Misreading(at, word.read, word.printed)
        for word in TABLE
        for at in range(len(text))
        if text.startswith(word.read, at) and word.stands_at(text, at)
    ]
    assert misreadings(text) == sorted(wanted)


def test_a_misread_word_is_told_with_its_line_and_left_as_it_is() -> None:
    prose = "河湾镇的渡船停了三十年，去年春天又开了起来，摆渡的还是老陆一家。"
    text = f"目录\n\n渡口纪事 陆远舟 4\n\n渡口纪事\n\n陆远舟\n\n{prose}\n\n{prose[:-1]}，那时侯水深。\n"
    made = restore(text.encode(), name="issue.txt")
    told = [one for one in made.diagnostics if one.code == "PRF006"]
    assert [(one.line, dict(one.args)["read"]) for one in told] == [(11, "时侯")]
    assert "那时侯水深" in plain_text(article_texts(made.issue.articles[0]))
