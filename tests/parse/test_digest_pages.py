"""Pages of a digest: frames, quotations and riddles between paragraphs, a quiz, readers' letters."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph, PullQuote, Role, Verse
from converter.parse.grams import learnt
from converter.parse.headings import Neighbourhood, is_heading_text, plain_heading
from converter.parse.issue.quotes import take_quotes
from converter.parse.kinds import takes_from
from converter.segment import Unit
from converter.segment.units.indents import indents_among_paragraphs
from converter.segment.units.signs import is_verse
from converter.source import Line
from tests.support.restored import restored

MAST = "柳笛文摘\n2014年第9期\n主办：柳笛杂志社\n主编：安若溪\n定价：5.00元\n\n目录\n\n"
LONG = "渡口边上的老磨坊停了二十年，磨盘还在，只是石缝里长满了青苔，孩子们拿它当桌子，在上面写字，也在上面下棋。"
MORE = "守磨坊的人姓季，年轻时候替东家管账，账本用牛皮纸包着，一年一本，放在梁上的木箱里，从来不许别人去翻。"
LAST = "木桥是去年秋天修的，桥板换了新的，走上去不再吱呀作响，镇上的人反倒不习惯，过桥时总要停下来听一听。"
NEXT = "水闸的闸门每年开两次，一次在清明，一次在霜降，开闸那天两岸都站满了人，谁也不说话，只听水往下走。"


def articles(contents: str, body: str) -> list[Article]:
    return list(restored(f"{MAST}{contents}\n\n{body}").issue.articles)


def one(body: str) -> Article:
    return articles(
        "1 老磨坊 …… 季晚亭\n5 木桥 …… 何青禾",
        f"老磨坊\n\n文/季晚亭\n\n{body}\n\n木桥\n\n文/何青禾\n\n{LAST}\n\n{NEXT}\n",
    )[0]


def paragraphs(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


def boxes(article: Article) -> list[tuple[str, list[str]]]:
    return [
        (block.label, [part.text.value for part in block.blocks if isinstance(part, Paragraph)])
        for block in article.blocks
        if isinstance(block, Box)
    ]


def lines_of(*texts: str) -> list[Line]:
    return [Line(at, text) for at, text in enumerate(texts, 1)]


def test_below_a_box_no_piece_goes_on_with_a_word_that_a_comma_would_part() -> None:
    cut = "孩子们多半是在四五岁到六七岁之间"
    article = one(
        f"{LONG}\n\n{MORE}村里的老人说，认字这件事急不得，{cut}\n\n小词条 开蒙\n\n旧时称儿童入学识字为开蒙，一般在春天择日举行。\n\n"
        f"学会它。学会了这件事的孩子，才坐得住，也才听得进别人说话。\n\n所以不必着急，磨盘上的字擦了再写，写了再擦，总有一天会写满的。\n\n我小时候也在那里写过字，写的是自己的名字，写了半年才写得端正。"
    )
    assert boxes(article) == [("小词条", ["旧时称儿童入学识字为开蒙，一般在春天择日举行。"])]
    assert any(f"{cut}学会它。" in text for text in paragraphs(article))


def test_the_indents_of_one_page_are_told_among_paragraphs_that_blank_lines_part() -> None:
    plain = [Line(1, LONG)]
    first = lines_of("“算盘”，各打各的，谁也不肯让谁，", "打到天黑才一起收了摊子回家去。")
    second = lines_of("　　后来磨坊拆了，梁上的木箱不知去向，", "有人说被水冲走了。")
    third = lines_of("　　牛皮纸倒还在，包着别人家的咸鱼，", "挂在集市的棚子下面。")
    groups = [plain, first, second, third, plain]
    told = [indents_among_paragraphs(groups, at) for at in range(len(groups))]
    assert told == [False, True, True, True, False]


def test_a_pull_quote_of_one_clause_that_cuts_a_sentence() -> None:
    article = one(
        f"{LONG}奶奶说：“磨子又没有少转一圈。”\n\n{MORE}我每天从磨坊门口过，看见他坐在门槛上，把账本摊在膝\n\n"
        f"磨子又没有少转一圈。\n\n盖上晒太阳。字都褪了，他还是一页一页地翻，翻得很慢。"
    )
    quotes = [block for block in article.blocks if isinstance(block, PullQuote)]
    assert [quote.paragraphs[0].value for quote in quotes] == ["磨子又没有少转一圈。"]
    assert any("摊在膝盖上晒太阳" in text for text in paragraphs(article))


def test_a_riddle_below_the_source_of_an_article() -> None:
    article = one(
        f"{LONG}\n\n{MORE}\n\n（摘自《南岸晚报》）\n\n谜语\n\n两块石头叠着走，走到天黑没挪窝。（打一农具）"
    )
    assert boxes(article) == [("谜语", ["两块石头叠着走，走到天黑没挪窝。（打一农具）"])]


def test_what_one_may_answer_is_no_heading() -> None:
    assert not is_heading_text("A.坐着等　B.先走一步　C.看看再说")
    assert is_heading_text("A.磨坊的账")
    article = one(
        f"{LONG}\n\n1.渡船迟迟不来，你会：\n\nA.坐着等　B.先走一步　C.看看再说\n\n2.下雨了，你会：\n\n"
        f"A.撑伞　B.跑　C.躲在磨坊里\n\n计分\n\n选A得三分，选B得两分，选C得一分，三分以上的人最适合去守磨坊。\n\n{MORE}"
    )
    headings = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert headings == ["计分"]


def test_lines_that_break_off_with_the_first_words_of_a_clause_are_no_verse() -> None:
    cut = (
        "那天夜里，她叫我披上蓑衣，",
        "跟她去看磨。我当是要罚我。",
        "可是她把我领到了水闸跟前，一直",
    )
    assert not is_verse(lines_of(*cut))
    verse = ("磨盘转，", "水花开，", "转到门前，", "花落下来")
    assert is_verse(lines_of(*verse))
    assert not any(isinstance(block, Verse) for block in one("\n".join(cut)).blocks)


def test_who_edits_below_reporters_and_letters_with_headings_of_their_own() -> None:
    found = articles(
        "1 老磨坊 …… 季晚亭\n5 读者来信",
        f"老磨坊\n\n《柳笛文摘》记者/季晚亭\n\n编辑/何青禾\n\n{LONG}\n\n{MORE}\n\n读者来信\n\n关于《水闸》\n\n{NEXT}\n\n"
        f"南岸 船工 贺兰舟\n\n关于《石阶》\n\n{LAST}\n\n北岸 读者 安小禾\n\n编辑老师：\n\n我们在学院里办了一个读书的小组，每个星期五的晚上念一篇贵刊的文章给大家听。\n\n南岸学院　五班全体\n",
    )
    assert [block.text.value for block in found[0].blocks if isinstance(block, Paragraph)] == [
        LONG,
        MORE,
    ]
    letters = found[1]
    assert not letters.bylines
    assert [
        block.text.value
        for block in letters.blocks
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
    ] == ["南岸 船工 贺兰舟", "北岸 读者 安小禾", "南岸学院 五班全体"]


def test_who_signs_the_first_letter_of_a_page_has_not_written_the_page() -> None:
    answer = f"本刊回音：收到来信以后，编辑部去了一趟水闸。{MORE}"
    found = articles(
        "1 老磨坊 …… 季晚亭\n5 读者之声",
        f"老磨坊\n\n季晚亭\n\n{LONG}\n\n{MORE}\n\n读者之声\n\n水闸能不能晚关一点\n\n{NEXT}\n\n"
        f"金鸡岭区南岸社区 贺兰舟\n\n{answer}\n\n谢谢摆渡的人\n\n{LAST}\n\n北岸 安小禾\n",
    )
    assert not found[1].bylines
    heads = [block.text.value for block in found[1].blocks if isinstance(block, Heading)]
    assert heads == ["水闸能不能晚关一点", "谢谢摆渡的人"]


def test_whence_a_piece_is_behind_who_sent_it_or_chose_it() -> None:
    for text in (
        "（安若溪　摘自《灯下集》）",
        "（贺兰舟荐自作者诗集《水闸以北》）",
        "摘自《柳笛》",
    ):
        assert takes_from(text)
    assert not takes_from("他摘自作者诗集《水闸以北》的那几行")


def test_a_headline_whose_words_the_news_below_it_says_again() -> None:
    news = "上月十五日起，南岸渡口的夜船重新开航，头一班坐了四十多人。"
    said = learnt([news, "夜船停在南岸，船上月光很好。"])

    def likely(text: str) -> float:
        unit = Unit((Line(1, text),), text, gap=True)
        below = Unit((Line(3, news),), news, gap=True)
        return plain_heading(unit, Neighbourhood("", below, after_is_turn=False, trigrams=said))

    assert likely("南岸渡口又有夜船") > likely("镇上的人又坐夜船") + 0.2
    assert likely("南岸渡口的灯，照着夜船") < likely("南岸渡口又有夜船") - 0.2


def test_what_a_reader_asks_heads_the_answer_with_a_name_behind_it() -> None:
    text, answer = (
        "夜里的渡船为什么总要先靠左岸再过河？（南岸读者　秋葵）",
        "左岸水深，船不会搁浅，人也好走。",
    )
    unit = Unit((Line(1, text),), text, gap=True)
    below = Unit((Line(3, answer),), answer, gap=True)
    around = Neighbourhood("", below, after_is_turn=False, trigrams=learnt([answer]))
    assert plain_heading(unit, around) >= 0.5


def test_a_heading_that_fills_its_line_over_a_text_that_begins_with_its_word() -> None:
    def likely(after: str) -> float:
        unit = Unit(
            (Line(1, "选题关：问题要从众人的嘴里来"),), "选题关：问题要从众人的嘴里来", gap=True
        )
        below = Unit((Line(3, after),), after, gap=True)
        around = Neighbourhood("", below, after_is_turn=False, trigrams=learnt([after]), measure=16)
        return plain_heading(unit, around)

    assert likely("选题选得好，报告就成了一半，选得不好，跑断腿也写不出来。") >= 0.5
    assert likely("报告就成了一半，选得不好，跑断腿也写不出来。") < 0.5


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("问她以后还坐不坐夜船，她说", "她说坐。就是不知道还有没有人等。"),
        ("她打算把渡口的地图印两百份", "报告里漏掉了一栏，"),
    ],
)
def test_no_heading_calls_for_speech_or_stands_over_a_line_with_a_comma(
    text: str, after: str
) -> None:
    unit = Unit((Line(1, text),), text, gap=True)
    below = Unit((Line(3, after),), after, gap=True)
    around = Neighbourhood("", below, after_is_turn=False, trigrams=learnt([after]))
    assert plain_heading(unit, around) < 0.5


def test_the_last_paragraph_set_as_those_above_it_is_no_pull_quote() -> None:
    def paragraph(at: int, *texts: str) -> Unit:
        lines = tuple(Line(at + place, text) for place, text in enumerate(texts))
        return Unit(lines, "".join(text.strip() for text in texts), gap=True, wrapped=True)

    plain = [Unit((Line(at, text),), text, gap=True) for at, text in enumerate((LONG, MORE), 1)]
    above = paragraph(5, "　　木桥修好的那天没有人剪彩，只有几个", "孩子跑过去又跑回来。")
    last = paragraph(8, "　　过木桥的人都要数一数石阶，数到第十九", "级便到了集市，木桥就在身后。")
    story = f"集市散了以后，木桥上只剩下卖柴的人，他坐在石阶上。{LAST}"
    own = [Unit((Line(12, text),), text, gap=True) for text in (story, NEXT)]
    parts = [[], [*plain, above, last], own]
    assert take_quotes(parts, ["老磨坊", "木桥上的石阶"], [0, 0], [0, 0]) == [[], []]
    assert parts[1][-1] is last


@pytest.mark.parametrize("text", ["（笑）", "（众人大笑）", "（笑）这是我们渡口的号子", "（掌声）"])
def test_what_is_heard_in_a_talk_heads_nothing(text: str) -> None:
    after = "田总：那段时间我没少去渡口，每次去都要在船上坐到天黑才回来。"
    unit = Unit((Line(1, text),), text, gap=True)
    below = Unit((Line(3, after),), after, gap=True)
    around = Neighbourhood("我也坐过。", below, after_is_turn=True, trigrams=learnt([after]))
    assert plain_heading(unit, around) < 0.5


@pytest.mark.parametrize(
    "lines",
    [
        (
            "参考书目",
            "河湾县志办公室编，《河湾县水利志》，",
            "1963年。",
            "磨房账册，河湾县档案馆藏。",
        ),
        (
            "要三个人一起来才开得了闸吗？没有人说。",
            "现在看闸的是一部手机。",
            "（作者为河湾中学教师）",
        ),
    ],
)
def test_works_and_who_wrote_a_text_are_no_verse(lines: tuple[str, ...]) -> None:
    assert not is_verse(lines_of(*lines))
