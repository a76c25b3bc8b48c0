"""Pull quotes before a title, which the OCR reads as the end of the article before."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph, PullQuote
from converter.parse.issue.quote_odds import odds_of_habit
from converter.pipeline import restore
from tests.support.blocks import quotes as quotes_within
from tests.support.restored import restored

CANAL = (
    (
        "水渠修了三年，从水库一直修到后山的稻田。水渠通水那天，稻田里的人都停下来看。"
        "管水渠的老张说，水渠不怕长，就怕没有人清淤。清淤的人每年冬天下渠，把淤泥一担一担挑上来。"
    ),
    (
        "渠水进了稻田，稻田的产量一年比一年稳。村里立了规矩，用水按亩算，清淤按户摊。"
        "老张的本子上记着每一户的水量，谁也不多，谁也不少。"
    ),
    "水库放水的日子，老张一早就到渠首，把闸门摇起来，再沿着水渠走到后山。",
)
SCHOOL = (
    (
        "学校搬进新楼以后，图书室从一间变成了三间。孩子们下课就往图书室跑，借书的本子写满了四册。"
        "校长说，图书室的门不上锁，书丢了再买，孩子不读书才是真的丢了。"
    ),
    (
        "老师们把借书的本子当成课堂的镜子：哪个班借书多，哪个班的作文就写得长。"
        "图书室里最旧的是一本昆虫的书，书角已经翻圆了。"
    ),
    "家长开放日那天，孩子们领着家长去图书室，把自己读过的书一本一本指给家长看。",
)
MARKET = (
    (
        "集市每逢三六九开。卖菜的摊位靠东，卖竹器的摊位靠西，中间留一条过道。"
        "集市的管理员老周收摊位费，从不多收一角。摊贩们都说，集市的秤是准的。"
    ),
    "去年，集市装了公平秤，摊贩和顾客都可以自己称一称。老周说，公平秤装上以后，吵架的人少了一半。",
    "散集以后，老周扫过道，把菜叶装上车，送给养兔子的人家。",
)
IN_OTHER_WORDS = {
    "school": "孩子读不读书，看图书室的门锁不锁。借书的本子写满了，校长和老师的心也就放下了。",
    "market": "集市的秤准了，摊贩和顾客心里都准。公平秤不说话，吵架的人自己就少了一半。",
}


def issue(
    *, school: str = "", market: str = "", before_canal: str = "", mark: str = ""
) -> list[Article]:
    """Three articles of an invented county magazine, each perhaps with a quotation before it.

    The ``mark`` of a page may stand below the quotation.
    """
    parts = ["目录", "1 水渠记 张水", "3 图书室 李山", "5 赶集 王禾"]
    for title, author, text, quote in (
        ("水渠记", "张水", CANAL, before_canal),
        ("图书室", "李山", SCHOOL, school),
        ("赶集", "王禾", MARKET, market),
    ):
        parts += [quote] if quote else []
        parts += [f"{mark} {len(parts)}"] if mark else []
        parts += [title, author, *text]
    return list(restore("\n\n".join(parts).encode(), name="x.txt").issue.articles)


def quotes(article: Article) -> list[str]:
    return ["".join(text.value for text in quote.paragraphs) for quote in article.pull_quotes]


def last_paragraph(article: Article) -> str:
    block = article.blocks[-1]
    assert isinstance(block, Paragraph)
    return block.text.value


def test_a_quotation_in_other_words_belongs_to_the_article_that_it_speaks_of() -> None:
    said = "水渠不怕长，就怕没有人清淤。清淤的人每年冬天下渠，把淤泥一担一担挑上来。"
    canal, school, market = issue(before_canal=said, **IN_OTHER_WORDS)
    assert quotes(canal) == [said]
    assert quotes(school) == [IN_OTHER_WORDS["school"]]
    assert quotes(market) == [IN_OTHER_WORDS["market"]]
    assert last_paragraph(canal) == CANAL[-1]
    assert last_paragraph(school) == SCHOOL[-1]


def test_a_quotation_that_shares_only_the_words_of_the_title() -> None:
    said = "图书室开着灯，夜里才有人来。人来了，话就多了，村子也就不冷清了。"
    canal, school, _market = issue(before_canal=CANAL[0][:35], school=said)
    assert quotes(canal) == [CANAL[0][:35]]
    assert (quotes(school), last_paragraph(canal)) == ([said], CANAL[-1])


def test_the_last_of_a_series_of_like_paragraphs_ends_its_article() -> None:
    parts = ["目录", "1 水渠记 张水", "3 赶集 王禾", CANAL[0][:35], "水渠记", "张水", *CANAL[:2]]
    series = [
        "坚持把清淤的日子定在冬天，水落了，泥也冻硬了，一锹一块，挑起来轻省。",
        "坚持把清淤的账贴在祠堂门口，谁出工谁没出，一眼看得明白。",
        "坚持把公平秤用到清淤上，挑多少泥记多少斤，摊贩和集市那一套也管用。",
    ]
    text = "\n\n".join([*parts, *series, "赶集", "王禾", *MARKET])
    canal, market = restore(text.encode(), name="x.txt").issue.articles
    assert quotes(market) == []
    assert last_paragraph(canal) == series[-1]


def test_the_end_of_an_article_stays_its_end() -> None:
    for article, text in zip(issue(), (CANAL, SCHOOL, MARKET), strict=True):
        assert quotes(article) == []
        assert last_paragraph(article) == text[-1]


@pytest.mark.parametrize(
    "end",
    [
        # It speaks of its own article, though it names the next.
        "水渠边立了一块石碑，碑上刻着清淤的人。老张说，下一块碑该刻修水库的人。",
        "（本文作者系水渠管理员，图书室的孩子们都认得他。）",
        "作者简介：张水，在图书室和学校教过孩子们读书，借书的本子是他管的。",
    ],
)
def test_what_is_said_last_is_no_quotation_of_the_next_article(end: str) -> None:
    assert all(not quotes(article) for article in issue(school=end))


def test_a_quotation_that_a_page_has_cut_is_one_again() -> None:
    cut = "孩子读不读书，看图书室的门锁不锁。借书的\n\n本子写满了，校长和老师的心也就放下了。"
    _, school, market = issue(school=cut, market=IN_OTHER_WORDS["market"])
    assert quotes(school) == [IN_OTHER_WORDS["school"]]
    assert quotes(market) == [IN_OTHER_WORDS["market"]]


def test_a_quotation_in_two_close_lines_is_taken_whole() -> None:
    said = "哪个班借书多，哪个班的\n作文就写得长。"
    canal, school, _ = issue(school=said)
    assert quotes(school) == [said.replace("\n", "")]
    assert last_paragraph(canal) == CANAL[-1]


def test_a_quotation_whose_source_a_foot_note_parts() -> None:
    said = "水渠不怕长，就怕没有人清淤。清淤的人每年冬天下渠，把淤泥一担一担挑上来。"
    head, tail = CANAL[0].split("一担一担")
    note = "①张河：《修渠笔记》，水利书社1995年版，第12页。"
    body = [said, CANAL[1], f"{head}一担①", note, f"一担{tail}", CANAL[2]]
    text = "\n\n".join(["目录", "1 水渠记 张水", "3 赶集 王禾", "水渠记", "张水", *body])
    found = restore("\n\n".join([text, "赶集", "王禾", *MARKET]).encode(), name="x.txt").issue
    article = found.articles[0]
    quoted = [
        "".join(part.value for part in block.paragraphs)
        for block in (*article.pull_quotes, *article.front, *article.blocks)
        if isinstance(block, PullQuote)
    ]
    assert quoted == [said]


def test_a_section_that_has_them_before_its_other_titles_has_one_here() -> None:
    sections = [0, 0, 0, 1, 1, -1]
    habit = odds_of_habit({0, 1}, sections)
    assert habit[2] > habit[5] > habit[3] == habit[4]
    # Nothing is certain, and no title speaks for itself.
    assert max(map(abs, odds_of_habit(set(range(6)), [0] * 6))) <= 1.0
    assert odds_of_habit({0}, [0, -1])[0] == odds_of_habit({0}, [-1, -1])[0]


def test_a_thought_is_a_quotation_and_what_somebody_said_is_not() -> None:
    thought = "书角翻圆了，路不是短了，而是宽了；灯亮着，人就不会散。"
    canal, school, _ = issue(school=thought)
    assert (quotes(school), last_paragraph(canal)) == ([thought], CANAL[-1])
    told = "“书角翻圆了，路也宽了。”他对记者说，灯亮着的晚上，2019年他数过3遍。"
    canal, school, _ = issue(school=told)
    assert (quotes(school), last_paragraph(canal)) == ([], told)


def _closed(*last: str) -> list[object]:
    parts = ["目录", "1 水渠记 张水", "3 图书室 李山", "水渠记", "张水", *CANAL, *last]
    text = "\n\n".join([*parts, "图书室", "李山", *SCHOOL])
    return list(restore(text.encode(), name="x.txt").issue.articles[0].blocks)


def test_a_sentence_below_who_edited_an_article_is_a_quotation_of_it() -> None:
    *_, credit, last = _closed("（责任编辑：王禾）", "水渠通水，清淤的人记得水渠。")
    assert isinstance(credit, Paragraph)
    assert isinstance(last, PullQuote)
    assert last.paragraphs[0].value == "水渠通水，清淤的人记得水渠。"


@pytest.mark.parametrize(
    "last",
    [
        ("（责任编辑：王禾）", "千里之行，始于足下，不积跬步无以至。"),  # a filler
        ("清淤的人记得水渠，水渠也就记得清淤的人。",),  # the end of the article
    ],
)
def test_what_is_not_of_an_article_or_above_its_credit_is_none(last: tuple[str, ...]) -> None:
    assert not any(isinstance(block, PullQuote) for block in _closed(*last))


def test_a_sentence_in_short_lines_where_all_else_has_a_line_a_paragraph() -> None:
    quote = ["一把伞坏了扔掉，是十块钱的", "事；一把伞坏了有人修，是一辈", "子的事。"]
    prose = [
        "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。",
        "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。",
        "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。",
        "过江的人少了，卖糕的担子也少了，只有学校门口那一副还在，孩子们放学时围上去看。",
        "对岸的人说，听见桨声就知道是谁，也知道他今天高不高兴，昨天夜里睡得好不好。",
    ]
    text = "\n\n".join([*prose[:3], "\n".join(quote), *prose[3:]])
    (article,) = restored(f"渡口\n\n张水\n\n{text}").issue.articles
    quoted = [*article.pull_quotes, *(b for b in article.blocks if isinstance(b, PullQuote))]
    assert [line.value for one in quoted for line in one.paragraphs] == ["".join(quote)]
    assert [b.text.value for b in article.blocks if isinstance(b, Paragraph)] == prose


def test_lines_that_a_box_makes_short_carry_on_their_sentence() -> None:
    prose = [
        "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。",
        "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。",
        "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。",
        "过江的人少了，卖糕的担子也少了，只有学校门口那一副还在，孩子们放学时围上去看。",
    ]
    narrow = "的一处旧码头，停用时石阶上找不到\n一个脚印，如今住着七十三只水鸟。"
    box = "链接\n\n渡口应当在汛期以前检查缆绳和缆桩，发现松动的要马上更换。\n\n——摘自《河湾镇渡口守则》"
    cut = "石阶修好以后，水鸟回来了。对岸"
    text = "\n\n".join([*prose[:2], cut, narrow, box, *prose[2:]])
    (article,) = restored(f"渡口\n\n张水\n\n{text}").issue.articles
    found = [b.text.value for b in article.blocks if isinstance(b, Paragraph)]
    assert found == [*prose[:2], cut + narrow.replace("\n", ""), *prose[2:]]


def test_a_quotation_below_the_title_of_a_work_that_a_box_was_taken_from() -> None:
    box = "链接 老张说，最怕的不是水少，是没有人管水。管水的人多了，水就够了。"
    source = "——摘自全县水利座谈会材料\n《把水送到田头：二十四个村的探索》"
    said = IN_OTHER_WORDS["school"]
    canal, school, _market = issue(
        before_canal=CANAL[0][:35], school=f"{box}\n\n{source}\n\n{said}"
    )
    assert quotes(school) == [said]
    assert [block.label for block in canal.blocks if isinstance(block, Box)] == ["链接"]


SUM = "给一户一户的稻田再放多少水，也养不出好稻，总要有人去清那条老渠。"


def _below_heading(above: str) -> list[str]:
    body = f"一、水从哪里来\n\n{CANAL[0]}\n\n{above}\n\n二、渠要谁来清\n\n{SUM}\n\n{CANAL[1]}{CANAL[2]}"
    text = (
        f"目录\n1 修渠 张水\n5 修船 李山\n\n修渠\n\n张水\n\n{body}\n\n修船\n\n李山\n\n{CANAL[0]}\n"
    )
    return quotes_within(restored(text).issue)


def test_a_sentence_below_a_heading_in_words_of_the_section_above_is_a_quotation() -> None:
    assert _below_heading(f"水都放给了一户一户的稻田，却没有人去清那条老渠。{CANAL[1]}") == [SUM]


def test_a_sentence_below_a_heading_in_words_of_its_own_is_text() -> None:
    assert _below_heading(f"水都放给了稻田，老渠漏了也没有人管。{CANAL[1]}") == []


@pytest.mark.parametrize(
    "quote", ["“ 水渠不怕长，就怕没有人清淤。 ”", "“水渠不怕长，就怕没有人清淤。”"]
)
def test_blanks_within_the_marks_of_a_pull_quote_tell_nothing(quote: str) -> None:
    text = f"目录\n1 水渠 张水\n3 集市 李山\n\n水渠\n\n张水\n\n{CANAL[0]}\n\n{CANAL[1]}\n\n{CANAL[2]}\n\n{quote}\n\n集市\n\n李山\n\n{MARKET[0]}\n"
    made = restored(text).issue
    assert quotes_within(made) == ["“水渠不怕长，就怕没有人清淤。”"]


def test_a_pull_quote_whose_words_a_page_parts_where_they_are_said() -> None:
    said = "闸门摇起来的时候是一年里最响的时候，管水渠的老张说，渠水流得慢，"
    rest = "人就走得慢。走得慢的人看得见淤泥，也看得见稻子。"
    body = [
        said,
        "第8页",
        rest,
        CANAL[1],
        "清淤的人每年冬天下渠，一担一担把淤泥挑上来，堆在渠边晒着，开春的时候谁家要谁家就",
        "“渠水流得慢，人就走得慢。”",
        "第9页",
        "拉走，垫在菜地里，菜长得比往年都高。",
        CANAL[2],
        "第10页",
    ]
    text = "\n\n".join(
        ["目录\n1 水渠 张水\n3 集市 李山", "水渠", "张水", *body, "集市", "李山", MARKET[0]]
    )
    made = restored(text).issue
    assert quotes_within(made) == ["“渠水流得慢，人就走得慢。”"]
    assert any(
        "谁家就拉走" in block.text.value
        for block in made.articles[0].blocks
        if isinstance(block, Paragraph)
    )


def test_a_sentence_goes_on_with_an_ordinal_below_a_pull_quote() -> None:
    quote = "水渠不怕长，就怕没有人清淤。"
    cut = (
        "渠水进了稻田，稻田的产量一年比一年稳，可是在老张管水渠的八年里，村里的产量没有得过一次全县"
    )
    body = [CANAL[0], CANAL[1], cut, quote, "第9页", "第一，也没有断过一次水。", CANAL[2], "第10页"]
    text = "\n\n".join(
        ["目录\n1 水渠 张水\n3 集市 李山", "水渠", "张水", *body, "集市", "李山", MARKET[0]]
    )
    made = restored(text).issue
    assert quotes_within(made) == [quote]
    assert any(
        "全县第一，也没有断过" in block.text.value
        for block in made.articles[0].blocks
        if isinstance(block, Paragraph)
    )


def _before_market(*above: str) -> tuple[list[str], str]:
    """The pull quotes of the second of two articles, and the last words of the first."""
    parts = ["目录", "1 水渠记 张水", "3 赶集 王禾", CANAL[0][:35], "水渠记", "张水", *above]
    text = "\n\n".join([*parts, "赶集", "王禾", *MARKET])
    canal, market = restore(text.encode(), name="x.txt").issue.articles
    return quotes(market), last_paragraph(canal)


def test_a_quotation_below_an_article_of_two_paragraphs() -> None:
    said = IN_OTHER_WORDS["market"]
    assert _before_market(*CANAL[:2], said) == ([said], CANAL[1])


TALK = (
    "王禾：水渠修了三年，最难的是什么？",
    "张水：最难的是清淤。水渠不怕长，就怕没有人清淤。",
    "王禾：清淤的人从哪里来？",
    "张水：每家出一个人，冬天下渠，把淤泥一担一担挑上来。",
    "王禾：用水怎么算？",
    "张水：按亩算。我的本子上记着每一户的水量，谁也不多，谁也不少。",
)


def test_what_nobody_says_below_a_talk_is_rather_a_quotation() -> None:
    said = "一杆秤放在那里，就是一句话放在那里。"
    assert _before_market(*TALK, said) == ([said], TALK[-1])
    # Where answers go on without their speaker, it may be one of them.
    longer = [line for turn in TALK for line in (turn, *SCHOOL[1:])]
    assert _before_market(*longer, said) == ([], said)


def test_who_says_i_below_a_talk_is_the_one_who_answers() -> None:
    said = "我常跟人说，秤不是用来称东西的，是用来称自己的，过道窄一点也不要紧。"
    assert _before_market(*TALK, said) == ([], said)


def test_we_and_they_are_of_a_thought_as_well() -> None:
    thought = "让他们放心地来，我们才能放心地散集。"
    assert _before_market(*CANAL, thought) == ([thought], CANAL[-1])


@pytest.mark.parametrize("box", [["数据链接", "{}"], ["数据链接　{}"]])
def test_the_rest_of_a_sentence_below_a_box_is_no_quotation(box: list[str]) -> None:
    told = "全镇有水渠三条，总长四十二公里，灌溉稻田一万一千亩。"
    cut = "水渠的最后一段修好的那天，老人们从祠堂里抬出一只樟木箱子，箱子里装着四十七双草鞋，"
    rest = "说是留给后来赶集的人的，买卖再大，路也要一步一步走。"
    texts = [*CANAL, cut, *(one.format(told) for one in box), rest]
    listed = ("目录", "1 水渠记 张水", "3 赶集 王禾", CANAL[0][:35], "水渠记", "张水")
    found = restored("\n\n".join([*listed, *texts, "赶集", "王禾", *MARKET])).issue
    canal, market = found.articles
    assert quotes(market) == []
    assert [one.text.value for one in canal.blocks if isinstance(one, Paragraph)][-1] == cut + rest


def test_above_the_mark_of_a_page_a_paragraph_ends_its_article() -> None:
    for article in issue(**IN_OTHER_WORDS, mark="Page"):
        assert quotes(article) == []


def test_the_rest_of_an_english_abstract_is_no_pull_quote() -> None:
    """A blank line, where a page ends, parts it from its beginning."""
    prose = (
        "渡口的灯塔建成于一百年前，塔高三十一米，灯光能照到对岸的石壁上。守塔人每天傍晚上塔点灯，"
        "天亮以后熄灯，几十年没有误过一次。有一年发大水，塔基泡在水里，他在塔上住了十七天。"
    )
    abstract = [
        "Abstract: The archive method village",
        "method management storage long-term",
        "",
        "community practice. It shows the learning",
        "model method heritage archive forest storage",
        "archive evidence archive regional",
        "management.",
        "",
        "Keywords: wetland; management river;",
        "wetland",
    ]
    texts = [f"第{at}年，{prose}" for at in "一二三四"]
    column = [
        one for text in texts for one in (*(text[i : i + 19] for i in range(0, len(text), 19)), "")
    ]
    rows = ["目录", "", "灯塔 沈一帆 1", "", "灯塔", "", "沈一帆", "", *abstract, "", *column]
    assert not any("community" in text for text in quotes_within(restored("\n".join(rows)).issue))


def test_two_quotations_before_the_first_title_may_be_one_paragraph_and_the_next() -> None:
    first = issue(before_canal=f"{CANAL[0]}\n\n{CANAL[1]}")[0]
    assert [text.value for one in first.pull_quotes for text in one.paragraphs] == [*CANAL[:2]]


@pytest.mark.parametrize(
    "said", [CANAL[0][20:38], "水渠不说话，人把它修得多好，它就把人养得多好。"]
)
def test_a_quotation_between_title_and_byline(said: str) -> None:
    contents = "目录\n\n1 水渠记 张水\n\n3 图书室 李山\n"
    canal = "\n\n".join(["水渠记", said, "张水", *CANAL])
    school = "\n\n".join(["图书室", "李山", *SCHOOL])
    first = restored(f"{contents}\n{canal}\n\n{school}\n").issue.articles[0]
    quoted = [text.value for one in first.pull_quotes for text in one.paragraphs]
    told = [one.text.value for one in first.front if isinstance(one, Paragraph)]
    assert (quoted, told) == (([said], []) if said in CANAL[0] else ([], [said]))


def test_the_first_sentence_of_a_quotation_fills_its_printed_line() -> None:
    lines = [
        "立什么规矩就是举什么旗帜，举旗才聚得起四方的人心。",
        "看一条水渠，既要看它放水的时候，更要看没有水的时候；",
        "既要看渠首的闸门，更要看后山最末一块稻田里有没有水。",
    ]
    first = issue(before_canal="\n".join(lines))[0]
    assert [text.value for one in first.pull_quotes for text in one.paragraphs] == ["".join(lines)]
