"""Where a page or a box parts a text: what goes on behind it, and what begins there."""

from __future__ import annotations

import pytest

from converter.model import Box, Issue, Paragraph, PullQuote
from converter.parse.assemble.cut_in import is_sibling
from converter.parse.geometry import Item, Page, calls_to, odds_of_closing, odds_of_opening, weigh
from converter.parse.geometry.words import odds_of_taking_up
from converter.parse.grams import Trigrams
from converter.parse.overleaf import _joins
from converter.parse.seam import goes_on
from converter.pipeline import restore

CONTENTS = "目录\n\n1 水渠记 张水\n\n5 图书室 李山\n\n"
CANAL = "水渠修了三年，从水库一直修到后山的稻田。水渠通水那天，稻田里的人都停下来看。管水渠的老张说，水渠不怕长，就怕没有人清淤。"
HABIT = "老张的本子上记着每一户的水量，谁也不多，谁也不少。用水按亩算，清淤按户摊，规矩写在渠首的石碑上。"
SCHOOL = "学校搬进新楼以后，图书室从一间变成了三间。孩子们下课就往图书室跑，借书的本子写满了四册。校长说，图书室的门不上锁。"


def issue(*parts: str) -> Issue:
    """An issue of an invented county magazine of one or two articles."""
    return restore((CONTENTS + "\n\n".join(parts)).encode(), name="x.txt").issue


def paragraphs(found: Issue, article: int = 0) -> list[str]:
    blocks = found.articles[article].blocks
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "text",
    [
        "可是路还没有修通。",
        "他说，水是等来的。",
        "还要把账本放在门口。",
        "凡是公家的地，都要量。",
        "但雨没有停。",
    ],
)
def test_what_carries_on_what_was_said_is_no_new_paragraph(text: str) -> None:
    assert odds_of_opening(text) > 0


@pytest.mark.parametrize(
    "text",
    ["坚持开门办学。", "做好清淤的事。", "“水是命根子。”", "抓好冬修。", "这些成绩，靠的是水渠。"],
)
def test_one_of_several_points_is_a_new_paragraph(text: str) -> None:
    assert odds_of_opening(text) < 0


def test_a_short_call_is_told_from_what_is_told() -> None:
    assert calls_to("健全责任体系。水渠分段包干，谁家的渠谁家清。")
    assert calls_to("强化家庭监护责任，让孩子少看一个钟头手机。")
    assert not calls_to("发挥学校的教育作用不是一句空话，要靠一节一节的课。")
    assert not calls_to("水渠分段包干，谁家的渠谁家清。")


def test_a_text_that_takes_leave_is_set_apart() -> None:
    assert odds_of_closing("只要人人出力，水渠一定能够用上一百年。") < 0
    assert odds_of_closing("水渠用了一百年。") == 0


def test_what_a_seam_says_twice_goes_on() -> None:
    trigrams = Trigrams()
    trigrams.learn(CANAL + SCHOOL)
    tail = "清淤的钱由村里补"
    assert goes_on(tail, "里补助一半，另一半按户来摊。", trigrams) >= 6
    assert goes_on(tail, "助一半，另一半按户来摊。", trigrams) < 6
    assert goes_on("水渐渐", "渐渐地退了。", trigrams) < 6  # said twice by right


def test_a_particle_carries_on_a_sentence_be_it_alone() -> None:
    trigrams = Trigrams()
    trigrams.learn(CANAL + SCHOOL)
    tail = "清淤的钱由村里补"
    assert goes_on(tail, "的那一半，年底才到账。", trigrams) > goes_on(tail, "的确少。", trigrams)
    assert goes_on(tail, "的", trigrams) < 6


def test_a_quotation_between_a_box_and_a_title_is_the_articles() -> None:
    quote = "图书室的门不上锁，孩子们下课就往里跑。借书的本子越厚，学校的底子就越厚，家长的心也就放下了。"
    found = issue(
        *(
            "水渠记",
            "张水",
            CANAL,
            HABIT,
            CANAL.replace("三年", "五年"),
            HABIT.replace("老张", "老陈"),
        ),
        *("链接", "冬修水渠由受益的村庄分段承担，不得摊派。", "——摘自《水渠管理办法》"),
        *(quote, "图书室", "李山", SCHOOL, SCHOOL.replace("三间", "四间")),
    )
    (taken,) = found.articles[1].pull_quotes
    assert taken.paragraphs[0].value == quote
    assert quote not in "".join(paragraphs(found))


def test_a_quotation_may_leave_out_what_stands_between_two_sentences() -> None:
    quote = "水渠不怕长。水渠通水那天，稻田里的人都停下来看。"
    said = "水渠不怕长。修渠的人换了三茬，没有一个说过累。水渠通水那天，稻田里的人都停下来看。灯亮到半夜。"
    found = issue("水渠记", "张水", said, HABIT, quote, SCHOOL)
    quotes = [block for block in found.articles[0].blocks if isinstance(block, PullQuote)]
    assert [one.paragraphs[0].value for one in quotes] == [quote]


def test_sentences_of_which_one_is_new_are_no_quotation() -> None:
    again = "水渠不怕长。修水库的人后来都搬走了。水渠通水那天，稻田里的人都停下来看。"
    said = "水渠不怕长。修渠的人换了三茬，没有一个说过累。水渠通水那天，稻田里的人都停下来看。灯亮到半夜。"
    found = issue("水渠记", "张水", said, HABIT, again, SCHOOL)
    assert not any(isinstance(block, PullQuote) for block in found.articles[0].blocks)


@pytest.mark.parametrize(
    "credit", ["（责任编辑：陈禾）", "责任编辑：陈禾", "〔责编／陈禾〕", "[编辑 陈 禾]"]
)
def test_who_edited_each_article_is_no_running_head(credit: str) -> None:
    parts = ["目录", *(f"{number}号水渠 张水 {number}" for number in "一二三四")]
    for number in "一二三四":
        # A page breaks off in the sentence whose few last words stand above the credit.
        parts += [f"{number}号水渠", "张水", CANAL + CANAL[:30], "水都看见了。", credit]
    drops = restore("\n\n".join(parts).encode(), name="x.txt").issue.drops
    assert not [drop for drop in drops if "禾" in drop.text and drop.reason == "running-head"]


def test_a_page_of_wrapped_lines_among_whole_paragraphs_has_paragraphs_between_blank_lines() -> (
    None
):
    whole = [CANAL.replace("三年", f"{n}年") + HABIT for n in "三四五六七八九十"]
    # The first line has lost its indent and ends a sentence two em before the measure.
    wrapped = (
        "水渠通水那天，稻田里的人都停下来看，谁也没有说话。\n"
        "老张坐在渠首的石碑上，把本子翻到第一页，记下水到后山的\n"
        "时辰，又把三年里清过淤的人一个一个地写在后面，写了整整\n"
        "两页。"
    )
    found = issue("水渠记", "张水", *whole, wrapped, HABIT)
    assert wrapped.replace("\n", "") in paragraphs(found)


SHORT = "一要把账本放在门口，谁来都能翻。二要把清淤的日子写在墙上，谁都赖不掉。三要把水量记到户。"


def _cut_at(measure: int, count: int) -> list[str]:
    """Pieces that pages have cut, whose last lines are full, each with the rest of its sentence."""
    text = (CANAL + HABIT + SCHOOL).replace("。", "，")
    parts = []
    for number in range(count):
        size = measure * (2 + number % 2) - 2
        start = number * 7
        parts += [text[start : start + size], text[start + size : start + size + 23] + "就是这样。"]
    return parts


@pytest.mark.parametrize(("longer", "alone"), [("", True), ("谁用多少，看账。", False)])
def test_a_series_goes_on_behind_a_box_only_if_a_line_is_full_there(
    longer: str, *, alone: bool
) -> None:
    first = SHORT + longer
    found = issue(
        *("水渠记", "张水", *_cut_at(27, 10), first),
        *("链接", "冬修水渠由受益的村庄分段承担。", "——摘自《水渠管理办法》"),
        "四要把石碑擦干净。五要把孩子们领来看。",
    )
    told = [text for text in paragraphs(found) if "四要" in text]
    assert told[0].startswith("四要") is alone, (len(first) + 2) % 27


@pytest.mark.parametrize(
    ("rest", "alone"), [("手。", True), ("手" + "，谁都看得见，谁都说得出" * 2 + "。", False)]
)
def test_a_series_does_not_go_on_below_a_last_line_at_the_head_of_a_page(
    rest: str, *, alone: bool
) -> None:
    first = (
        "一要把账本放在门口，谁来都能翻。二要把清淤的日子写在墙上，谁都赖不掉，写到谁的名下谁就停了"
    )
    found = issue(
        "水渠记", "张水", *_cut_at(27, 10), first, rest, "三要把石碑擦干净。四要请孩子们来看。"
    )
    told = [text for text in paragraphs(found) if "三要" in text]
    assert told[0].startswith("三要") is alone


def test_a_series_goes_on_below_lines_beside_a_box() -> None:
    found = issue(
        *("水渠记", "张水", *_cut_at(27, 10)),
        "渠首的石碑上有三要。一要把账本放在门口，谁来都能",
        *("链接", "冬修水渠由受益的村庄分段承担。", "——摘自《水渠管理办法》"),
        *("翻。二要把清淤的日子写在墙上，谁都赖不掉。", "三要把石碑擦干净，请孩子们来看。"),
    )
    told = [text for text in paragraphs(found) if "三要把" in text]
    assert told[0].startswith("渠首的石碑上有三要。")


def test_words_of_the_text_within_a_sentence_are_a_quotation_and_no_caption() -> None:
    said = "分到水最少的三户人家最先把水渠修到家门口"
    found = issue(
        *("水渠记", "张水", f"{CANAL}{said}，离渠首近的倒拖到开春。{HABIT}"),
        *(
            f"{SCHOOL}水渠从水库一直修到后山的",
            said,
            "稻田，谁也不多，谁也不少。",
            "石碑立在渠首。",
        ),
    )
    quotes = [block for block in found.articles[0].blocks if isinstance(block, PullQuote)]
    assert [quote.paragraphs[0].value for quote in quotes] == [said]


def test_a_box_ends_where_the_broken_sentence_is_said_twice() -> None:
    found = issue(
        *(
            "水渠记",
            "张水",
            CANAL,
            "清淤的钱从哪里来？按照老规矩，用水的村庄各出一半，不够的由镇里补",
        ),
        *("链接 冬修", "指每年冬天清理水渠淤泥的工程，由受益的村庄分段承担。"),
        "里补助，修桥的钱一分也不能动。账本放在渠首，谁来都能翻。",
        "助学的钱另外算，由镇里补，补助的账也要公布。镇里补助过三回，补助的钱都用在了渠上。",
    )
    (box,) = (block for block in found.articles[0].blocks if isinstance(block, Box))
    assert len(box.blocks) == 1
    assert any("由镇里补助，修桥的钱" in text for text in paragraphs(found))


def test_a_clause_behind_a_dash_that_a_page_breaks_off_is_no_source() -> None:
    found = issue(
        *("水渠记", "张水", f"{CANAL}渠水一头连着水库，一头连着后山的稻田"),
        *("——眼看着稻子一天比一天黄，便是最好的证明。“清淤的事还", "没有做完。”老张说。", HABIT),
    )
    assert any("稻田——眼看着" in text and "还没有做完" in text for text in paragraphs(found))


def test_a_dash_read_as_two_ones_before_a_clause_is_one() -> None:
    found = issue(
        "水渠记", "张水", f"{CANAL}把水库同稻田放在一起看", f"一一回头一看，水已经到了。{HABIT}"
    )
    assert any("一起看——回头一看" in text for text in paragraphs(found))


def test_a_caption_on_one_line_within_a_column_parts_no_sentence() -> None:
    column = (
        "　　水渠修了三年，从水库一直修到后山的稻田，路确实要让，可\n"
        "是既没有开过会，也没有立过字据，谁家让出多少都记不清楚，\n"
        "稻田村的村民在渠首的石碑前查看水量。（张水 摄）\n"
        "老张只好一户一户去问，问了整整一个冬天，才把让出的地补进\n"
        "账本，贴在渠首。\n"
        "　　开春以后再没有人来争，水从水库一直流到后山，清淤的人\n"
        "也比往年多了一半。\n"
    )
    found = issue("水渠记", "张水", column * 3)
    texts = paragraphs(found)
    assert any("都记不清楚，老张只好" in text for text in texts)
    assert not any("摄）" in text for text in texts)


def test_a_credit_at_the_end_of_a_longer_text_is_no_caption_of_its_own() -> None:
    column = (
        "　　水渠修了三年，从水库一直修到后山的稻田，路确实要让，可\n"
        "是既没有开过会，也没有立过字据，谁家让出多少都记不清楚。\n"
        "　　通水那天稻田村的村民都停下手里的活，在渠首的石碑前查\n"
        "看水量和账本。（张水 摄）\n"
        "　　开春以后再没有人来争，水从水库一直流到后山，清淤的人\n"
        "也比往年多了一半。\n"
    )
    found = issue("水渠记", "张水", column * 3)
    assert not any(text.endswith("在渠首的石碑前查") for text in paragraphs(found))


def test_a_quotation_below_the_leave_that_an_article_takes() -> None:
    quote = "孩子读书，门槛不能高。门再开大一点，把灯再点亮一点，坐下来读书的人就会多。"
    leave = "只要人人出力，水渠就一定能够用上一百年，老张的本子也一定能够传下去。"
    found = issue(
        *("水渠记", "张水", CANAL, HABIT, CANAL.replace("三年", "五年"), leave, quote),
        *("图书室", "李山", SCHOOL, SCHOOL.replace("三间", "四间")),
    )
    (taken,) = found.articles[1].pull_quotes
    assert taken.paragraphs[0].value == quote
    assert leave in paragraphs(found)


@pytest.mark.parametrize(
    ("rest", "other"),
    [
        ("而是每年冬天一担一担挑上来的。", "冬修是每年的大事，家家都要出人。"),
        ("就把闸门摇起来，看水往哪里走，走多远。", "水闸是前年冬天换的，摇起来轻了一半。"),
        ("修水渠的钱由村里出。", "冬修是指每年冬天清理水渠淤泥的工程。"),
    ],
)
def test_the_way_in_which_clauses_begin_tells_the_rest_of_a_sentence(rest: str, other: str) -> None:
    trigrams = Trigrams()
    trigrams.learn(SCHOOL)
    tail = "渠里的水不是从天上掉下来的，老张"
    assert goes_on(tail, rest, trigrams) > goes_on(tail, other, trigrams)


def test_a_box_ends_before_the_next_of_several_like_paragraphs() -> None:
    found = issue(
        *("水渠记", "张水", CANAL, "定规矩，先定用水的规矩。去年以来，稻田"),
        *("链接", "冬修，由受益的村庄分段承担，谁也不能少出一个工。"),
        *("渠首的石碑上刻着每一户的水量，谁来都能看。", "定规矩，再定清淤的规矩。按户来摊。"),
        "每一次清淤都有人记账，账本放在渠首。",
    )
    (box,) = (block for block in found.articles[0].blocks if isinstance(block, Box))
    assert len(box.blocks) == 1
    assert any("稻田渠首的石碑" in text for text in paragraphs(found))


def test_what_is_left_of_a_box_may_stand_behind_another_one() -> None:
    found = issue(
        *("水渠记", "张水", CANAL, "清淤的人每年冬天下渠，把淤泥一担一担挑上来，挑到后"),
        *("链接", "冬修由受益的村庄分段承担，谁也不能少出一个工，少出的要按"),
        *("链接", "水闸两年一换，由渠首的人看守。", "——摘自《水闸管理办法》"),
        *("户来补。", "——摘自《水渠管理办法》"),
        *("山的菜地里去。", HABIT),
    )
    one, other = (block for block in found.articles[0].blocks if isinstance(block, Box))
    assert [box.attribution and box.attribution.text.value for box in (one, other)] == [
        "摘自《水渠管理办法》",
        "摘自《水闸管理办法》",
    ]
    (rest,) = (block.text.value for block in one.blocks if isinstance(block, Paragraph))
    assert rest.endswith("少出的要按户来补。")
    assert any("挑到后山的菜地里去" in text for text in paragraphs(found))


def test_a_box_without_source_that_breaks_off_takes_no_other_text() -> None:
    found = issue(
        *("水渠记", "张水", CANAL),
        *("链接", "冬修由受益的村庄分段承担，谁也不能少出一个工，少出的要按"),
        *("链接", "水闸两年一换，由渠首的人看守。", "——摘自《水闸管理办法》"),
        HABIT,
    )
    assert HABIT in paragraphs(found)


def test_the_second_line_of_a_broken_heading_is_no_box() -> None:
    found = issue(
        *("水渠记", "张水", CANAL, "一、把清淤的事分到户，让每一户都说得", "清楚自己的渠", HABIT),
        *("二、把闸门修好", CANAL.replace("三年", "五年")),
    )
    assert not any(isinstance(block, Box) for block in found.articles[0].blocks)


def test_a_narrow_paragraph_between_blank_lines_is_one() -> None:
    wrapped = (
        "水渠通水那天，稻田里的人都停下来看，谁也没有说话，老张\n"
        "坐在渠首的石碑上，把本子翻到第一页，记下水到后山的时辰。\n"
    )
    narrow = (
        "冬修由受益的村庄分段承担，谁也不能少出一个\n"
        "工，少出的要按户来补，补来的钱用在渠上，账\n"
        "本放在渠首。\n"
    )
    found = issue("水渠记", "张水", *[wrapped] * 8, "链接", narrow, "——摘自《水渠管理办法》", HABIT)
    (box,) = (block for block in found.articles[0].blocks if isinstance(block, Box))
    assert box.title is None
    assert [block.text.value for block in box.blocks if isinstance(block, Paragraph)] == [
        narrow.replace("\n", "")
    ]


def test_the_rest_of_a_sentence_behind_a_box_is_no_quotation() -> None:
    found = issue(
        *(
            "水渠记",
            "张水",
            CANAL,
            HABIT,
            CANAL.replace("三年", "五年") + "图书室的孩子们也来读书，借书的人",
        ),
        *("链接", "冬修水渠由受益的村庄分段承担，不得摊派。", "——摘自《水渠管理办法》"),
        *(
            "写满了图书室的本子，孩子们读书的门不上锁。",
            "图书室",
            "李山",
            SCHOOL,
            SCHOOL.replace("三间", "四间"),
        ),
    )
    assert not found.articles[1].pull_quotes
    assert any("借书的人写满了图书室的本子" in text for text in paragraphs(found))


def test_a_quotation_below_a_box_from_two_works() -> None:
    quote = "图书室的门不上锁，孩子们下课就往里跑。借书的本子越厚，学校的底子就越厚，家长的心也就放下了。"
    found = issue(
        *("水渠记", "张水", CANAL, HABIT, CANAL.replace("三年", "五年")),
        *("链接", "冬修水渠由受益的村庄分段承担。", "——摘自《水渠管理办法》\n《后山志》"),
        *(quote, "图书室", "李山", SCHOOL, SCHOOL.replace("三间", "四间")),
    )
    assert [one.paragraphs[0].value for one in found.articles[1].pull_quotes] == [quote]


def test_figures_cut_into_no_sentence_as_a_quotation() -> None:
    found = issue(
        *("水渠记", "张水", CANAL, "竹编卖不出价，村里办起合作社，统一设计、统一品牌，带动310户"),
        *("农户户均增收8600元。今年又有四个办法要试。", f"实践告诉我们，{SCHOOL}", HABIT),
    )
    assert not any(isinstance(block, PullQuote) for block in found.articles[0].blocks)


@pytest.mark.parametrize(
    ("then", "joined"),
    [("四是把清淤的日子定下来，每年冬天一次。", True), ("石碑也换了新的，字大了一号。", False)],
)
def test_between_two_of_a_series_what_stands_behind_a_box_is_no_paragraph(
    then: str, *, joined: bool
) -> None:
    texts = [
        "一是把渠首的闸门换成新的，老张早晚各看一遍。",
        "二是把水量记到户，月底在祠堂里看。",
        "三是把账目贴在石碑旁边。欠了工的，冬天补上。",
        "",
        *("看账的人多了，吵架的人就少了。", then, "五是把渠边的树看好。", "六是把石碑擦干净。"),
    ]
    items = [
        Item("text" if text else "box", at, at, size=len(text) + 2.0, text=text)
        for at, text in enumerate(texts)
    ]
    page = Page(27.0, 20.0, 9.0, 9.0)
    assert ((2, 4) in _joins(items, [0.0] * len(items), page, {})) is joined


@pytest.mark.parametrize(
    ("own", "text", "alike"),
    [
        ("有人看水。一条渠两个人。", "有钱修渠。谁家的田在渠尾，谁家少出一半。", False),
        ("有队伍看水。一条渠两个人。", "有办法看水。一条渠两道闸。", True),
        ("从渠首看，水是够的。", "从渠尾看，水是等来的。", True),
        ("五年前渠上没有闸。", "五年来，渠上添了三道闸。", True),
        ("一是看闸。天亮以前开。", "二是看渠。一天走两遍。", True),
        ("一是看闸。天亮以前开。", "三是看渠。一天走两遍。", False),
        ("水渠修了三年。", "了两根烟，谁也没有说话。", False),
    ],
)
def test_a_paragraph_that_begins_as_the_one_above_carries_on_no_sentence_of_it(
    own: str,
    text: str,
    alike: bool,  # noqa: FBT001
) -> None:
    assert is_sibling(own, text) is alike


@pytest.mark.parametrize(
    ("sizes", "goes_on_behind"), [((60.0, 58.0), True), ((118.0, 125.0), False)]
)
def test_where_no_page_is_known_lengths_tell_that_a_paragraph_goes_on_behind_a_box(
    sizes: tuple[float, float],
    goes_on_behind: bool,  # noqa: FBT001
) -> None:
    texts = [Item("text", at, at, 120.0, text=CANAL) for at in range(8)]
    first, last = (
        Item("text", at, at, size, text=HABIT) for at, size in zip((8, 10), sizes, strict=True)
    )
    items = [*texts, first, Item("box", 9, 9, 20.0), last, Item("heading", 11, 11, 6.0)]
    weigh([items])
    first.says = 0.0
    assert ((8, 10) in _joins(items, [0.0] * len(items), None, {})) is goes_on_behind


def test_the_head_of_a_point_goes_on_with_its_text() -> None:
    points = ["一是把水渠修通。", "二是把水渠管好。", "三是把水量记清。"]
    texts = [CANAL, HABIT, SCHOOL]
    whole = [f"{head}{text}" for head, text in zip(points, texts, strict=True)]
    parted = issue("水渠记", "张水", whole[0], points[1], texts[1], whole[2])
    assert paragraphs(parted) == whole


def test_points_that_all_stand_alone_are_paragraphs() -> None:
    points = ["一是把水渠修通。", "二是把水渠管好。", "三是把水量记清。"]
    assert paragraphs(issue("水渠记", "张水", *points, HABIT)) == [*points, HABIT]


def lean(*texts: str) -> float:
    """What is said of the first text: that the second one goes on with it."""
    items = [Item("text", at, at, text=text) for at, text in enumerate(texts)]
    weigh([items])
    return items[0].says


def test_what_begins_with_the_same_head_goes_on_with_nothing_above_it() -> None:
    own = "从东村的渠看，水少了三成。"
    assert lean(own, "从西村的井看，水多了两成。", SCHOOL) < lean(
        own, "西村的井里水多了两成。", SCHOOL
    )


def test_what_closes_an_article_needs_no_call() -> None:
    call, last = "健全责任体系。水渠分段包干，谁家的渠谁家清。", "水渠用了一百年。"
    assert lean(call, last) < lean(call, last, SCHOOL)


def test_what_must_be_done_goes_on_with_what_must_be_done() -> None:
    def says(before: str) -> float:
        items = [Item("text", 1, 1, text=before), Item("text", 2, 2, text="要把账本放在门口。")]
        weigh([[*items, Item("text", 3, 3, text=SCHOOL)]])
        return items[0].says

    assert says("水渠是大家的，要把规矩立起来。") > says("水渠是大家的，规矩早就有了。")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("她天天清早打开渠首的闸。", "闸打开了，下游就知道她在。"),
        ("水到底去了哪里？", "去了三里外的鱼塘。"),
    ],
)
def test_what_takes_up_the_sentence_before_goes_on_with_it(before: str, after: str) -> None:
    assert odds_of_taking_up(before, after) > odds_of_taking_up("老张走了。", after)


def test_a_full_line_with_a_stop_at_the_foot_of_a_page_goes_on_where_lengths_tell_so() -> None:
    page = Page(28.0, 20.0, 10.0, 10.0, play=0.3)

    def joined(last: float, lean: float) -> bool:
        texts = [Item("text", at, at, 150.0, text=CANAL) for at in range(6)]
        items = [
            *texts,
            Item("text", 6, 6, last, text=HABIT),
            Item("text", 7, 7, 90.0, text=SCHOOL),
        ]
        items[6].lean = lean
        return (6, 7) in _joins(items, [0.0] * 6 + [1.0, 0.0], page, {})

    assert joined(84.0, -1.5)
    assert not joined(75.0, -1.5)
    assert not joined(84.0, -3.0)


FIGURES = "全乡现有水渠41条，其中能通水到末级的29条，每年清淤两次的17条，占41.5%。"


@pytest.mark.parametrize("again", ["谁也不多，", "不多，谁"])
def test_figures_between_a_broken_sentence_and_its_last_words_overleaf_are_a_box(
    again: str,
) -> None:
    broken = f"{CANAL[:-1]}，老张的本子上记着每一户的水量，谁也不多，"
    broken = broken if broken.endswith(again) else f"{broken}谁"
    rest = f"{again}也不少。"
    found = issue(
        "水渠记\n\n张水", HABIT, broken, FIGURES, "— 2 —", "水渠记 2001.3", rest, CANAL,
        "图书室\n\n李山", SCHOOL, "— 5 —", "图书室 2001.3", SCHOOL,
    )  # fmt: skip
    boxes = [block for block in found.articles[0].blocks if isinstance(block, Box)]
    assert [
        one.text.value for box in boxes for one in box.blocks if isinstance(one, Paragraph)
    ] == [FIGURES]
    assert any(
        text.endswith("谁也不多，谁也不少。") or "不多，谁也不少" in text
        for text in paragraphs(found)
    )
