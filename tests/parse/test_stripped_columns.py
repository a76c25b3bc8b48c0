"""A monthly in printed lines all of whose indents are lost, with misread pages in its contents."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Heading, Issue, Paragraph, Table
from tests.support.restored import listed, restored

MEASURE = 18
OPENING = "去年秋天雨水多，渠里的水漫过了闸板，看渠的人三天三夜没有合眼，等雨停下来，他才发现自己少了一只鞋。"
STORIES = [
    "他说渠和人一样，要有地方歇一歇。修渠的时候在半路留了一个塘，水大的时候往里灌，水小的时候往外放，一年到头不慌不忙。塘边种了一圈柳树，根扎在石缝里，水再急也冲不走，夏天人就坐在树下面说话。",
    "村里开会商量换铁闸，他不说话，只把旧闸板翻过来给大家看，背面刻着三十一年的水位，一道也没有少。最高的一道刻在他肩膀上头，是他当年站在水里刻的，刻完了就病了一场，病好了又回来看渠。",
    "后来铁闸还是换了，旧闸板钉在看渠人的门上。孩子们放学走过，用手摸一摸最高的那一道，再摸摸自己的头，比一比谁长得快。有个孩子问他，水会不会涨到门上来，他说涨不上来，有我呢。",
]
FISH = [
    "塘里的鱼没有人养，也没有人钓，到了年底分给渠边的人家，一家两条，大的给老人，小的给孩子做汤喝。分鱼那天要敲锣，锣一响，全村的猫都跑到塘边上来，蹲成一排，也没有人去赶它们。",
    "有一年天旱，塘底裂开了口子，大家以为鱼都死光了。第二年开春水一进来，夜里就听见扑通一声，接着又是一声，看渠的人披着衣服出来，站在塘边笑，说它们比我还熟悉这条渠的脾气。",
    "捞鱼的网是用旧渔网补的，补网的人住在山后，不肯要工钱，只要一条鱼，还要指定是青鱼。他说青鱼肯长，一年一个样子，养鱼和补网都是急不得的事情，急了就会漏，漏掉的都是好的。",
]
SECOND = "镇上的农技站今年收到三百多份土样，化验下来，十份里有七份偏酸，撒石灰的人家不到两成。"


def column(text: str) -> list[str]:
    """A paragraph in printed lines that has lost its indent."""
    first, rest = text[: MEASURE - 2], text[MEASURE - 2 :]
    return [first, *(rest[at : at + MEASURE] for at in range(0, len(rest), MEASURE))]


def columns(text: str) -> list[str]:
    """Two paragraphs, the first of one sentence."""
    first, stop, rest = text.partition("。")
    return [*column(first + stop), *column(rest)]


def issue(*more: str) -> Issue:
    """Three articles, to the second of which some lines are added."""
    text = [
        "目 录",
        "◎渠上",
        "9 看渠的人 石 榴",
        "◎土里",
        "ll 先看土后撒肥 尚 勤",
        "◎水边",
        "13 塘里的鱼 何若溪",
        "渠上",
        "看渠的人",
        "文/石 榴",
        *(line for part in (OPENING, *STORIES) for line in columns(part)),
        "土里",
        "先看土后撒肥",
        "尚 勤 柳桥县农业技术推广中心高级农艺师",
        *column(SECOND),
        *more,
        "水边",
        "塘里的鱼",
        "文/何若溪",
        *(line for part in FISH for line in columns(part)),
    ]
    return restored("\n".join(text)).issue


def texts(article: Article) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for block in article.blocks:
        if isinstance(block, (Paragraph, Heading)):
            found.append((block.type, block.text.value))
        elif isinstance(block, Figure):
            found.append((block.type, block.caption.value))
    return found


def test_a_page_of_two_digits_none_of_which_was_read() -> None:
    text = "目 录\n◎渠上\n9 看渠的人 石榴\n◎土里\nll 先看土 尚勤\n◎水边\n13 塘里的鱼 何若溪"
    bodies = "\n\n".join(
        f"{title}\n文/{who}\n\n{OPENING}"
        for title, who in (("看渠的人", "石榴"), ("先看土", "尚勤"), ("塘里的鱼", "何若溪"))
    )
    found = listed(restored(f"{text}\n\n{bodies}"))
    assert found == [
        ("渠上", "看渠的人", ("石榴",), "9"),
        ("土里", "先看土", ("尚勤",), "11"),
        ("水边", "塘里的鱼", ("何若溪",), "13"),
    ]


def test_an_author_and_his_office_on_a_line_longer_than_the_column() -> None:
    article = issue().articles[1]
    [author] = [one for byline in article.bylines for one in byline.authors]
    assert (author.name, author.office) == ("尚勤", "柳桥县农业技术推广中心高级农艺师")
    assert texts(article) == [("paragraph", SECOND)]


FULL = [
    "石灰要在撒肥以前半个月撒，撒早了",
    "会被雨水冲走，撒晚了会烧坏麦苗的根，",
    "忘了这一条，一年的工夫就全都白费了。",
]
"""A paragraph whose last line is full."""


AFTER = "有一户人家去年撒了，今年嫌麻烦没有撒，麦子长到一拃高就不肯再长，老尚去看了三回，也没有别的办法。"


def test_a_heading_with_a_comma_below_a_full_line() -> None:
    article = issue(*FULL, "撒了又停，最不应该", *column(AFTER)).articles[1]
    assert texts(article)[1:] == [
        ("paragraph", "".join(FULL)),
        ("heading", "撒了又停，最不应该"),
        ("paragraph", AFTER),
    ]


def test_what_a_picture_shows_between_two_sentences_of_a_paragraph() -> None:
    rest = ["拔一棵看看根，根上没有疙瘩的就不要撒", "药，先松土，再等一场雨。"]
    article = issue(*FULL, "图为撒过石灰的麦地。", *rest).articles[1]
    assert sorted(texts(article)[1:]) == [
        ("figure", "图为撒过石灰的麦地。"),
        ("paragraph", "".join([*FULL, *rest])),
    ]


def test_a_lost_bracket_makes_no_caption() -> None:
    asked = ["问：麦子返青以后叶尖发黄，浇了水", "也不见好转，该怎么办呢？（柳桥镇石家", "湾 石 头"]
    told = column("答：先别浇水，拔一棵看看根，根上没有疙瘩的就不要撒药，先松土，再等一场雨。")
    more = column("问：塘里的鱼冬天浮头，是不是生了病？") + column(
        "答：水少了，鱼喘不过气，凿几个冰眼就好了。"
    )
    got = texts(issue(*asked, *told, *more).articles[1])
    assert [kind for kind, _ in got] == ["paragraph"] * 5
    assert got[1] == (
        "paragraph",
        "问：麦子返青以后叶尖发黄，浇了水也不见好转，该怎么办呢？（柳桥镇石家湾石头",
    )


def last(*lines: str) -> Article:
    """The last of two articles, with some lines in its text."""
    text = [
        *("目 录", "◎渠上", "9 看渠的人 石 榴", "◎水边", "13 塘里的鱼 何若溪"),
        *("渠上", "看渠的人", "文/石 榴"),
        *(line for part in (OPENING, *STORIES) for line in columns(part)),
        *("水边", "塘里的鱼", "文/何若溪"),
        *(line for part in FISH for line in columns(part)),
        *lines,
        *columns(STORIES[1]),
    ]
    return restored("\n".join(text)).issue.articles[-1]


def test_below_the_paragraphs_of_a_box_a_full_line_carries_on_the_sentence_that_it_cuts() -> None:
    tips = [
        "闸板夜里卡住了怎么办？先把上面一格的水放掉一半，再轻轻敲。",
        "由下游的人看着水位，再由子女替他拉住那根绳子。",
    ]
    kept = "旧渠修好以后他又看了十一年，闸边立着他定的规矩，漆成红的，天不下雨，他每天一早都要擦一遍，擦到字都淡了，还不肯换一块新的，看见的人都笑。"
    lines = column(kept)
    cut = [*lines[:2], "小贴士", *(line for tip in tips for line in column(tip)), *lines[2:]]
    article = last(*cut)
    assert kept in [text for _, text in texts(article)]
    [box] = [block for block in article.blocks if isinstance(block, Box)]
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == tips


CELLS = ["村名", "土样（份）", "偏酸（份）", "柳桥", "38", "21", "上圩", "51", "40"]


@pytest.mark.parametrize("at", [2, 3])
def test_a_short_line_over_cells_within_a_sentence_names_their_table(at: int) -> None:
    kept = STORIES[2].replace("。", "，") + "他说完就笑了。"
    lines = column(kept)
    article = last(*lines[:at], "两个村子的土样化验结果", *CELLS, *lines[at:])
    [table] = [block for block in article.blocks if isinstance(block, Table)]
    assert table.caption is not None
    assert table.caption.value == "两个村子的土样化验结果"
    assert [cell.text.value for row in table.rows for cell in row] == CELLS
    assert ("paragraph", kept) in texts(article)


RULE = "渠深一尺，闸板就要厚一寸，这是看渠的人自己试出来的；水急的地方再加半寸，"
RULE_END = "木头要用老槐树的，泡过三个夏天。"


@pytest.mark.parametrize(
    ("lines", "boxed"),
    [
        (("量板口诀", RULE, RULE_END, "14", "", "15"), True),
        (("量板口诀", RULE, RULE_END), False),  # the page goes on
        (("量板口诀", *column(RULE + RULE_END), "14", "", "15"), False),  # in the column
    ],
)
def test_a_few_words_over_lines_across_the_columns_at_the_foot_of_a_page_name_a_box(
    lines: tuple[str, ...], *, boxed: bool
) -> None:
    article = last(
        "12", "", "13", *columns(STORIES[0]), *lines, *columns(STORIES[2]), "16", "", "17"
    )
    found = [
        (box.label, [block.text.value for block in box.blocks if isinstance(block, Paragraph)])
        for box in article.blocks
        if isinstance(box, Box)
    ]
    assert found == ([("量板口诀", [RULE + RULE_END])] if boxed else [])
