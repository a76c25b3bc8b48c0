"""Hard-wrapped columns whose paragraphs have their indents, and what is set flush within them."""

from __future__ import annotations

import textwrap

from converter.model import Article, Box, Paragraph, PullQuote
from tests.support.restored import listed, restored

INDENT = "\u3000\u3000"
TEXTS = [
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，谁也舍不得换。",
    "灯油一夜要烧三两，过了半夜就把灯芯捻小，天快亮的时候再捻大，好让早起的人看得见脚下的路。",
    "停电的晚上孩子们站在对岸的堤上看灯，一个挨一个坐在石阶上，数灯罩里的飞虫，数到一百就回家。",
    "灯罩一年擦两回，清明一回，中秋一回，擦的时候要先把灯吹熄，等玻璃凉了才能碰水，也不能急。",
]


def wrapped(text: str) -> list[str]:
    """The lines of a paragraph in a column of twenty em."""
    return [line.replace("　　", INDENT) for line in textwrap.wrap(INDENT + text, 20)]


def article(*parts: list[str]) -> Article:
    lines = [line for part in parts for line in part]
    more = [line for text in (*TEXTS[:2], *TEXTS[4:]) for line in wrapped(text)]
    head = "目录\n夜里的渡口 沈一帆 1\n补网的人 陆遥 5\n夜里的渡口\n沈一帆\n"
    body = "\n".join([*wrapped(TEXTS[2]), *lines, *more])
    return restored(f"{head}{body}\n补网的人\n陆遥\n" + "\n".join(more) + "\n").issue.articles[0]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def boxes(found: Article) -> list[tuple[str, str, int]]:
    return [
        (block.label, block.title.value if block.title else "", len(block.blocks))
        for block in found.blocks
        if isinstance(block, Box)
    ]


def test_a_box_ends_where_flush_text_carries_the_column_on() -> None:
    """Be the line above the box full and whole, or broken off; a mark tells the name."""
    first, *rest = wrapped(
        "他说灯是给看不见的人点的，所以他把灯挂得很高很高。夜里起雾的时候，他就把灯芯捻大。"
    )
    assert len(first) == 20
    name = ["▌时间轴　渡口一百年"]
    about = [*wrapped("1921年，渡口开航，有船四只。"), *wrapped("1958年，轮渡开通，木船停用。")]
    column = [first, rest[0], *name, *about, *rest[1:]]
    found = article(column)
    assert boxes(found) == [("时间轴", "渡口一百年", 2)]
    assert "".join([first, *rest]).strip() in paragraphs(found)


def test_a_name_that_only_boxes_have_and_a_title_behind_a_colon() -> None:
    first, *rest = wrapped(
        "停电的晚上孩子们站在对岸的堤上看灯，一个挨一个坐在石阶上，数灯罩里的飞虫，数到一百就回家。"
    )
    about = [
        "编者链接：渡口的信鸽",
        *wrapped("渡口养鸽始于清末，用来传递水情。"),
        "（据《渡口志》整理）",
    ]
    found = article([first, rest[0], *about, *rest[1:]])
    assert boxes(found) == [("编者链接", "渡口的信鸽", 1)]
    assert "".join([first, *rest]).strip() in paragraphs(found)


def test_a_caption_wider_than_the_column_within_a_sentence() -> None:
    first, *rest = wrapped(TEXTS[3])
    caption = "五月二十八日，渡口，摆渡的人在雨里确认缆绳的位置。摄影｜本刊记者 任 可"
    assert TEXTS[3] in paragraphs(article([first, rest[0], caption, *rest[1:]]))


def test_a_sentence_set_flush_in_words_of_the_article_is_a_pull_quote() -> None:
    said = "灯不会看，它只会亮。"
    found = article(wrapped(f"“{said}”摆渡的人说。"), wrapped(TEXTS[3]), [said])
    quotes = [block for block in found.blocks if isinstance(block, PullQuote)]
    assert [text.value for one in quotes for text in one.paragraphs] == [said]


def test_columns_named_in_the_contents_and_genres_behind_titles() -> None:
    body = {
        "巷口气象台\n台风前的面线\n简阿雀": TEXTS[0],
        "慢读\n一本没有人借的书\n温知远": TEXTS[1],
        "〔短篇小说〕\n回程票\n彭小乔": TEXTS[2],
        "〔诗〕\n潮间带\n魏南": TEXTS[3],
    }
    pieces = "\n\n".join(f"{head}\n\n{text}\n\n{TEXTS[4]}" for head, text in body.items())
    made = restored(
        "渡口\n2023年第2期\n\n目录\n专栏\n4　巷口气象台　台风前的面线　简阿雀\n6　慢读　一本没有人借的书　温知远\n"
        f"文学\n8　回程票（短篇小说）　彭小乔\n10　潮间带（诗）　魏南\n\n{pieces}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("专栏", "台风前的面线"),
        ("专栏", "一本没有人借的书"),
        ("文学", "回程票"),
        ("文学", "潮间带"),
    ]
    assert [a.title[-1].value for a in made.issue.articles] == [
        title for _, title, *_ in listed(made)
    ]


def test_a_column_below_the_running_head_of_a_page_is_no_end_of_the_text_above() -> None:
    pieces = [
        "水边札记\n夜里的渡口\n沈一帆",
        "灯下闲话\n补网的人\n陆遥",
        "巷口气象台\n台风前的面线\n简阿雀",
        "慢读\n一本没有人借的书\n温知远",
    ]
    body = "".join(
        f"\n\n{page}\n\n渡口\n\n{head}\n\n{TEXTS[page]}\n\n{TEXTS[page + 1]}"
        for page, head in enumerate(pieces)
    )
    listed_ones = "夜里的渡口　沈一帆　1\n补网的人　陆遥　2\n台风前的面线　简阿雀　3\n一本没有人借的书　温知远　4\n"
    made = restored(f"渡口\n2023年第2期\n主编：沈一帆\n\n目录\n{listed_ones}{body}\n")
    texts = {text for one in made.issue.articles for text in paragraphs(one)}
    assert not texts & {"水边札记", "灯下闲话", "巷口气象台", "慢读"}
