"""Forms of a craft monthly in columns: sayings in narrow lines, captions across, end marks, mastheads."""

from __future__ import annotations

import pytest

from converter.model import Figure
from converter.parse.byline.known import read_known
from tests.support.blocks import boxes_of, headings, quotes, texts
from tests.support.restored import restored

SIZE = 24
TEXTS = (
    "井台在街的尽头，四块青石围成一圈，石上的绳痕深的有一寸，浅的也有半寸，老人说浅的那几道是发大水以后才有的，那年水漫过了窗台。",
    "井绳一年换一根，换下来的不扔，剪成一尺一尺的，谁家盖房子就拿去缠脚手架，缠过三家就算功德圆满，可以拿到河滩上去烧掉了。",
    "水桶是柏木的，不上漆，用桐油一年擦两遍，擦得发黑，盛出来的水带一点木头的香气，外乡人喝不惯，住在这里的人却离不了它。",
    "清明前后要淘一次井，淘井的人腰里系着麻绳下去，先把沉在底下的碎瓦捞干净，再把石缝里的青苔一点一点刮掉，上来时嘴唇都是紫的。",
    "下雪的早晨，谁先起来谁就扫出一条路，从自家门口一直扫到石阶边上，所以冬天看路有多宽，就知道那天打水的有几户人家。",
    "自来水通到镇上那年，大家都以为从此用不着它了，可是夏天停了三回电，三回都是从这里挑的水，挑过以后再没有人提填掉的话。",
    "如今守着它的是一位七十三岁的木匠，每天黄昏提着马灯去盖盖子，盖好了坐在旁边抽一袋烟，有人路过就讲一段从前的事。",
    "他讲得最多的是民国二十三年的大旱，方圆四十里的塘都见了底，只有这口还有水，排队的人从巷口一直排到了城门外面的大路上。",
)


def printed(*paragraphs: str, size: int = SIZE) -> list[str]:
    return [
        f"　　{text}"[at : at + size] for text in paragraphs for at in range(0, len(text) + 2, size)
    ]


def whole(lines: list[str]) -> str:
    head = "井台\n2021年第3期（总第41期）\n\n目录\n街尽头的井 梁小舟 4\n换下来的绳 云起 9\n\n"
    return head + "\n".join(
        ["街尽头的井", "梁小舟", *lines, "换下来的绳", "云起", *printed(*TEXTS[6:])]
    )


QUOTE = "井是跟着水脉走的，不是水脉跟着井走。你硬要它直，它就干给你看。"


def test_an_indented_sentence_in_far_shorter_lines_is_set_in() -> None:
    lines = [*printed(*TEXTS[:2]), *printed(QUOTE, size=18), *printed(*TEXTS[2:6])]
    found = restored(whole(lines)).issue
    assert quotes(found) == [QUOTE]
    assert texts(found)[:6] == list(TEXTS[:6])


@pytest.mark.parametrize("quote", [f"一、{QUOTE}", QUOTE.replace("。你", "：你"), "井台修好了。"])
def test_what_has_a_number_or_fills_its_lines_is_not(quote: str) -> None:
    lines = [*printed(*TEXTS[:2]), *printed(quote, size=18), *printed(*TEXTS[2:6])]
    assert quotes(restored(whole(lines)).issue) == []


ACROSS = "井台的一角。左边浅的绳痕，是发大水以后才有的，老人都还记得那一年的水。"


def test_a_flush_line_across_the_columns_is_a_caption() -> None:
    lines = [*printed(*TEXTS[:2]), ACROSS, *printed(*TEXTS[2:6])]
    found = restored(whole(lines)).issue
    captions = [b.caption.value for b in found.articles[0].blocks if isinstance(b, Figure)]
    assert captions == [ACROSS]


def test_an_end_mark_may_stand_on_the_next_line() -> None:
    lines = [*printed(*TEXTS[:6]), "◆"]
    text = whole(lines) + "◆"
    found = restored(text).issue
    assert [drop.text for drop in found.drops if drop.reason == "end-mark"] == ["◆", "◆"]
    assert not any("◆" in one for one in texts(found))


def test_a_mark_alone_that_ends_no_article_stays() -> None:
    found = restored(whole([*printed(*TEXTS[:3]), "◆", *printed(*TEXTS[3:6])])).issue
    assert not any(drop.reason == "end-mark" for drop in found.drops)


@pytest.mark.parametrize(
    "cover",
    [
        "# 井台\n\nJINGTAI · 江岸人文季刊\n\n2021年夏 第9卷第2期 2021年6月出版",
        "井台 2021·6\n\n月刊 1988年创刊\n2021年6月15日出版",
    ],
)
def test_the_name_is_what_stands_over_how_it_is_spelt_or_since_when(cover: str) -> None:
    made = "主办：江岸学会\n主编：梁小舟\n地址：江岸市井台路9号　邮编：196004\n定价：8.00元"
    body = f"街尽头的井\n\n梁小舟\n\n{TEXTS[0]}\n\n{TEXTS[1]}\n\n换下来的绳\n\n云起\n\n{TEXTS[2]}\n\n{TEXTS[3]}"
    text = f"{cover}\n\n{made}\n\n目录\n街尽头的井 梁小舟 4\n换下来的绳 云起 9\n\n{body}"
    assert restored(text).issue.masthead.title == "井台"


def test_the_editor_signs_the_first_article_below_the_masthead() -> None:
    made = "发行人　丁崇义\n总编辑　温若谷\n地　址　江岸市井台路9号\n定　价　8.00元"
    lines = [
        "慢一点才来得及",
        "总编辑　温若谷",
        *printed(*TEXTS[:3]),
        "街尽头的井",
        "梁小舟",
        *printed(*TEXTS[3:]),
    ]
    text = "\n".join(
        [
            "井台",
            "2021年第3期",
            "",
            "目录",
            "慢一点才来得及 温若谷 2",
            "街尽头的井 梁小舟 4",
            "",
            *made.split("\n"),
            *lines,
        ]
    )
    found = restored(text).issue
    assert [one.title[0].value for one in found.articles] == ["慢一点才来得及", "街尽头的井"]


def test_the_name_of_a_section_over_a_folio_in_mid_sentence_is_a_running_head() -> None:
    lines = printed(*TEXTS[:4])
    cut = next(
        at
        for at, line in enumerate(lines)
        if at > 3 and len(line) == SIZE and "\u4e00" <= line[-1] <= "\u9fff"
    )
    pages = [
        *lines[:cut],
        "街坊",
        "5",
        *lines[cut:],
        "街坊",
        "7",
        *printed(*TEXTS[4:6]),
        "街坊",
        "9",
    ]
    head = (
        "井台\n2021年第3期（总第41期）\n\n目录\n街坊\n4 街尽头的井 梁小舟\n10 换下来的绳 云起\n\n"
    )
    text = head + "\n".join(
        ["街尽头的井", "梁小舟", *pages, "换下来的绳", "云起", *printed(*TEXTS[6:])]
    )
    found = restored(text).issue
    assert not any("街坊" in one for one in texts(found))


def test_a_work_in_one_word_behind_a_known_name() -> None:
    found = read_known("封不晚 答", frozenset(["封不晚"]))
    assert found is not None
    assert [one.name for one in found.authors] == ["封不晚"]
    assert read_known("封不晚 答", frozenset(["云起"])) is None


FIGURES = ("41 000人：夜里出门的人数", "16公里：回家的平均路程", "2.7元：肯付的票价")


def test_figures_before_colons_are_all_of_a_box_and_none_its_title() -> None:
    body = (
        f"{TEXTS[0][:-1]}，\n\n数字\n\n"
        + "\n\n".join(FIGURES)
        + f"\n\n没有结果。{TEXTS[1]}\n\n{TEXTS[2]}"
    )
    text = f"井台\n2021年第3期\n\n目录\n街尽头的井 梁小舟 4\n\n街尽头的井\n\n梁小舟\n\n{body}"
    found = boxes_of(restored(text).issue.articles[0])
    assert [(label, title, len(inside)) for label, title, inside in found] == [("数字", "", 3)]


def test_what_somebody_says_over_a_heading_with_the_name_close_below() -> None:
    quote = "“我每天晚上挑着别人的水，把别人送回家，然后想，我怎么回去呢。”"
    body = f"{TEXTS[0]}\n\n{quote}\n——挑水工 汪铁军\n\n从前是有过的\n\n{TEXTS[1]}\n\n{TEXTS[2]}"
    text = f"井台\n2021年第3期\n\n目录\n街尽头的井 梁小舟 4\n\n街尽头的井\n\n梁小舟\n\n{body}"
    assert quotes(restored(text).issue) == [quote]


def test_a_question_of_somebody_who_is_named_below_is_no_heading() -> None:
    said = [
        f"“{text}”\n\n——{who}"
        for text, who in (
            ("井是不是也要睡觉？", "读者六岁的女儿。她每天都来打水"),
            ("我以为那是水管。", "一位业主"),
        )
    ]
    body = f"{TEXTS[0]}\n\n" + "\n\n".join(said) + f"\n\n{TEXTS[1]}"
    text = f"井台\n2021年第3期\n\n目录\n街尽头的井 梁小舟 4\n\n街尽头的井\n\n梁小舟\n\n{body}"
    assert headings(restored(text).issue) == []


def test_names_with_a_bar_behind_their_pages_are_sections() -> None:
    contents = "P4 | 卷首\n街尽头的井\n\nP6 | 封面\n换下来的绳\nP8 柏木的桶\n\nP10 | 对话\n清明淘井\n\nP12 | 专栏\n扫雪的人 梁小舟\nP13 停电的夏天 云起\n\nP14 | 声音"
    titles = ("街尽头的井", "换下来的绳", "柏木的桶", "清明淘井", "扫雪的人", "停电的夏天", "声音")
    body = "\n\n".join(
        f"{title}\n\n专栏作家/云起\n\n{text}" for title, text in zip(titles, TEXTS, strict=False)
    )
    found = restored(f"井台\n2021年第3期\n\n目录\n{contents}\n\n{body}").issue
    assert [section.name for section in found.contents.sections] == [
        "卷首",
        "封面",
        "对话",
        "专栏",
        "声音",
    ]
    assert [entry.page for section in found.contents.sections for entry in section.entries] == [
        "4", "6", "8", "10", "12", "13", "14",
    ]  # fmt: skip


def test_a_bold_name_set_apart_on_every_page_is_no_running_head() -> None:
    box = "> **井边笔记**\n\n> {}"
    body = f"{TEXTS[0][:-1]}，\n\n{box.format(TEXTS[3])}\n\n水也一样。\n\n{TEXTS[1][:-1]}，\n\n{box.format(TEXTS[4])}\n\n人也一样。\n\n{TEXTS[2][:-1]}，\n\n{box.format(TEXTS[5])}\n\n井也一样。"
    text = f"井台\n2021年第3期\n\n目录\n街尽头的井 梁小舟 4\n\n# 街尽头的井\n\n梁小舟\n\n{body}"
    found = boxes_of(restored(text).issue.articles[0])
    assert [(label, inside) for label, _, inside in found] == [
        ("井边笔记", [text]) for text in TEXTS[3:6]
    ]


def test_a_caption_in_italics_that_has_lost_its_picture() -> None:
    def shown(text: str) -> str:
        return f"![](images/fig.jpg)\n*{text}*"

    lost = "井台的一角。左边浅的绳痕，是发大水以后才有的。"
    body = f"{TEXTS[0]}\n\n{shown('清早的井台。')}\n\n{TEXTS[1]}\n\n{shown('挂着的井绳。')}\n\n{TEXTS[2]}\n\n*{lost}*\n\n{TEXTS[3]}"
    text = f"井台\n2021年第3期\n\n目录\n街尽头的井 梁小舟 4\n\n# 街尽头的井\n\n梁小舟\n\n{body}"
    found = restored(text).issue.articles[0]
    assert lost in [block.caption.value for block in found.blocks if isinstance(block, Figure)]
