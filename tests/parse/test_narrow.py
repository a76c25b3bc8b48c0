"""Boxes that their frame tells: lines shorter than those of the column."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.issue.narrow import find_insets
from converter.pipeline import restore
from converter.source import Line
from tests.support.columns import cut

COLUMN = (
    "水渠修了三年，从水库一直修到后山脚下的稻田边上，沿途的十一个村子都出了工。管水的张长水每天走一遍，"
    "看见渗水的地方就插一面小红旗，第二天再带人来补。他说自己这辈子没有走过这么长的路，也没有看过这么多的水。"
    "到了放水那一天，他反倒没有去看，一个人在家里睡了整整一天，醒来时水已经流到了后山的稻田里面。"
)
FRAME = (
    "渠首是一条渠开头的地方，那里有闸门，有沉沙池，也有守渠人住的小屋。"
    "水从这里进渠，泥沙从这里留下。"
)


def lines(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def column(*inset: str) -> list[str]:
    body = cut(COLUMN, 24)
    return [*body[:3], *inset, *body[3:]]


@pytest.mark.parametrize("name", ["小知识", "渠上的话", "【渠上的话】"])
def test_lines_that_stop_at_a_shorter_measure_are_a_box(name: str) -> None:
    text = lines(column(name, *cut(FRAME, 20)))
    found = find_insets(text, 24, {"小知识"})
    assert [(one.label, one.paragraphs) for one in found] == [(3, ((4, 7),))]


def test_a_title_and_two_paragraphs() -> None:
    inset = ("小知识", "什么是渠首", *cut(FRAME, 20), *cut(FRAME, 20))
    (found,) = find_insets(lines(column(*inset)), 24, {"小知识"})
    assert found.paragraphs == ((4, 5), (5, 8), (8, 11))
    (box,) = [block for block in article(column(*inset)).blocks if isinstance(block, Box)]
    assert box.title is not None
    assert box.title.value == "什么是渠首"
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == [FRAME, FRAME]


@pytest.mark.parametrize(
    "inset",
    [
        cut(FRAME, 24),  # as wide as the column
        ["渠上的话", FRAME[:20]],  # one line proves nothing
        ["天旱水不断", "雨大渠不满", "守渠三十年", "一步也不慢"],  # verse
        ["渠上的话", "水从远方来，", "人从近处走，", "谁也不等谁。"],
    ],
)
def test_what_is_no_frame(inset: list[str]) -> None:
    assert find_insets(lines(column(*inset)), 24, {"小知识"}) == []


def test_a_name_in_no_list_between_whole_paragraphs_is_none() -> None:
    body = cut(COLUMN, 24)
    text = lines([*body, "渠上的话", *cut(FRAME, 20), *body])
    assert find_insets(text, 24, {"小知识"}) == []
    assert find_insets(text, 24, {"小知识", "渠上的话"}) != []


def article(body: list[str]) -> Article:
    head = ["目录", "1 水渠记 李山", "", "水渠记", "李山", ""]
    return restore("\n".join([*head, *body]).encode(), name="x.txt").issue.articles[0]


def test_the_sentence_goes_on_below_the_box() -> None:
    found = article(column("渠上的话", *cut(FRAME, 20)))
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert box.label == "渠上的话"
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == [FRAME]
    assert [b.text.value for b in found.blocks if isinstance(b, Paragraph)] == [COLUMN]


def test_a_heading_with_a_number_is_no_line_of_the_box_above_it() -> None:
    body = cut(COLUMN, 24)
    text = lines([*body, "小知识", *cut(FRAME, 18), "二、放水那一天", *body])
    (found,) = find_insets(text, 24, {"小知识"})
    assert found.end == len(body) + 1 + len(cut(FRAME, 18))


def test_what_the_ocr_has_marked_needs_no_frame() -> None:
    first, second = FRAME.split("。")[:2]
    inset = [
        f"| {text}"
        for text in ("小知识", f"{first[:20]}", f"{first[20:]}。", f"{second}。", "——张长水")
    ]
    found = article([*column()[:3], "", *inset, "", *column()[3:], "", *cut(COLUMN[::-1], 24)])
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert box.attribution is not None
    assert box.attribution.text.value == "张长水"
    assert "".join(b.text.value for b in box.blocks if isinstance(b, Paragraph)) == FRAME


def test_one_page_whose_lines_were_kept_among_whole_paragraphs() -> None:
    whole = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水，一直忙到天亮。"
    last = "对岸的人说，听见桨声就知道是谁，可是如今桥修好了，没有人再坐船，桨也就搁在了屋檐底下。"
    kept = (
        "我在老渡口的值班室里干了二十六年，写了二十六年值班日记。\n这本日记变过三次脸。",
        (
            "第二次，日记变成了表格，三十四个空，水位、风力、缆绳、\n"
            "船底，一个小时填一次。空是填满了，可是人也变成了填空的。\n"
            "有个新来的小姑娘问我，表上没有的究竟要不要写，我被她问\n"
            "住了。那天夜里什么也没有发生。"
        ),
    )
    text = "\n\n".join(["渡口", "张水", whole, *kept, last])
    [article] = restore(text.encode(), name="x.txt").issue.articles
    found = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert found[-3:] == [*(part.replace("\n", "") for part in kept), last]


def below_a_first_line(*inset: str) -> list[str]:
    """A column whose second paragraph a box cuts in its first line, which has lost its indent."""
    body = cut(COLUMN, 24)
    return [*body, "水到了。", "　　" + COLUMN[:22], *inset, *cut(COLUMN[22:], 24)]


def insets(text: list[str]) -> list[list[tuple[int, int]]]:
    """The paragraphs of the boxes, counted from the line of the name."""
    found = find_insets(lines(text), 24, {"小知识"})
    return [[(a - one.label, b - one.label) for a, b in one.paragraphs] for one in found]


def test_a_first_line_that_has_lost_its_indent_fills_its_column() -> None:
    inset = ("", "渠上的话", *cut(FRAME, 20), "")
    text = [line.strip("　") for line in below_a_first_line(*inset)]
    assert insets(text) == [[(1, 4)]]
    # In the middle of a paragraph a line as short as that is its last one.
    other = [*cut(COLUMN, 24)[:3], COLUMN[72:94], *inset, *cut(COLUMN[94:], 24)]
    assert insets(other) == []


def test_a_few_words_behind_a_blank_line_carry_the_sentence_on() -> None:
    body = cut(COLUMN, 24)
    own = [*cut(FRAME, 20)]
    assert insets([*body[:3], "", "渠上的话", *own, "", "一天也不歇。", *body]) == [[(1, 4)]]
    # A heading carries nothing on.
    assert insets([*body[:3], "", "渠上的话", *own, "", "放水那一天", "", *body]) == []


def test_who_said_it_stands_in_brackets_under_a_saying() -> None:
    body = cut(COLUMN, 24)
    inset = ["渠上的话", *cut(FRAME, 20)[:2], FRAME[40:], "三样不离身：锹、灯、雨衣。"]
    text = [*body[:3], "", *inset, "（渠首，佚名）", "", *body[3:]]
    assert insets(text) == [[(1, 4), (4, 6)]]
    # Not between whole paragraphs, nor for words in brackets that carry a line on.
    assert insets([*body, "", *inset, "（渠首，佚名）", "", *body]) == []


def test_numbered_items_that_fill_the_frame_are_no_headings_of_sections() -> None:
    body = cut(COLUMN, 24)
    items = [f"{count}、{FRAME[:29]}。" for count in "一二三"]
    inset = [piece for item in items for piece in cut(item, 20)]
    text = [*body[:3], "", "渠上的话", *inset, "", *body[3:]]
    assert insets(text) == [[(1, 3), (3, 5), (5, 7)]]
    # 二、 that does not fill it heads a section, as before.
    short = [*cut(items[0], 20), "二、放水那一天", "水就来了，一直流到山脚下的田里。"]
    assert insets([*body, "小知识", *short, *body]) == [[(1, 3)]]


def test_the_rest_of_a_line_that_closes_a_quotation_names_no_box() -> None:
    text = lines(column("变迁”（20BSH69）", *cut(FRAME, 20)))
    assert find_insets(text, 24, set()) == []
    named = lines(column("渠的“变迁”", *cut(FRAME, 20)))
    assert len(find_insets(named, 24, set())) == 1


def test_points_of_a_sentence_each_end_with_full_lines() -> None:
    points = [
        "渠首是一条渠开头的地方，那里有一道闸门，也有沉沙池。",
        "渠尾是最后一块田，水流到那里就不再走。",  # it fills its line
        "渠身要年年清淤，清出来的泥挑到田里，比粪还要肥些。",
    ]
    inset = [row for point in points for row in cut(point, 19)]
    (found,) = find_insets(lines(column("小知识", *inset)), 24, {"小知识"})
    assert found.paragraphs == ((4, 6), (6, 7), (7, 9))
    prose = "渠首是一条渠开头的地方，那里有一道闸门。那里也有沉沙池，也有守渠人住的小屋。水从这里进渠，泥沙从这里留下来。"
    (found,) = find_insets(lines(column("小知识", *cut(prose, 20))), 24, {"小知识"})
    assert found.paragraphs == ((4, 7),)


@pytest.mark.parametrize(
    ("last", "joined"), [("说了三个字：", False), ("走到渠首停下来，看了看水，说了三个字：", True)]
)
def test_a_colon_in_a_short_last_line_ends_its_paragraph(last: str, joined: bool) -> None:  # noqa: FBT001
    body = [*cut(COLUMN[:96], 24), last, "", "“放水吧。”", "", *cut(COLUMN, 24)]
    texts = [b.text.value for b in article(body).blocks if isinstance(b, Paragraph)]
    assert ("“放水吧。”" in texts) is not joined


def test_a_source_closes_a_box_whose_name_is_in_no_list() -> None:
    points = [
        "　　渠首是一条渠开头的地方，那里",
        "有闸门。",
        "　　水从这里进渠，从分水口流到田",
        "里去。",
    ]
    text = lines(column("渠上有什么", *points, "——据《后山水利志》"))
    (found,) = find_insets(text, 24, ())
    assert found.paragraphs == ((4, 6), (6, 8), (8, 9))
    text = lines(column("渠上有什么", *points, "——据《后山水利志》和水管站的", "档案"))
    (found,) = find_insets(text, 24, ())
    assert found.paragraphs[-1] == (8, 10)


def test_a_pull_quote_over_its_speaker_is_no_box() -> None:
    said = ["我这辈子没有走过这么长", "的路，也没有看过这么多", "的水，都流到田里去了。"]
    assert insets(column(*said, "——张长水")) == []


def test_paragraphs_with_indents_end_before_the_next_indent() -> None:
    points = [
        "　　放水前请给管水员打电话，号码",
        "写在闸房门口，",
        "放水以后请把闸门关好，钥匙交回",
        "站里。",
        "　　不要在渠边洗农药桶，也不要在",
        "渠里游泳。",
    ]
    text = lines(column("用水须知", *points))
    (found,) = find_insets(text, 24, {"用水须知"})
    assert found.paragraphs == ((4, 8), (8, 10))


def test_points_in_a_box_within_an_interview_are_nobody() -> None:
    said = cut("张长水：" + COLUMN, 24)
    points = [
        "分水口：渠水从这里流进田里，有木",
        "闸。",
        "沉沙池：泥沙沉在池底，冬天清一次",
        "淤。",
        "资料来源：《后山水利志》",
    ]
    text = [
        "记者：您管这条渠管了多少年？",
        *said,
        "记者：渠上哪几个地方最不好管，您夜里总也放心",
        "渠上的几个地方",
        *points,
        "不下？",
        *said,
    ]
    made = article(text)
    (box,) = [block for block in made.blocks if isinstance(block, Box)]
    assert box.attribution is not None
    assert [b.text.value[:4] for b in box.blocks if isinstance(b, Paragraph)] == [
        "分水口：",
        "沉沙池：",
    ]
    turns = [
        b.text.value[:3]
        for b in made.blocks
        if isinstance(b, Paragraph) and "：" in b.text.value[:4]
    ]
    assert turns == ["记者：", "张长水", "记者：", "张长水"]


def test_a_section_in_brackets_is_no_part_of_the_box_above_it() -> None:
    box = [
        "小档案｜张长水",
        "学历：水利学校渠道科",
        "经历：大渠三副、上游水文站观测员",
        "著作：《渠上的话》（一九八二年油印）",
    ]
    below = [
        "【生活】",
        "一碗粥的时间",
        "文／何阿薇",
        "\u3000\u3000雨天适合煮粥。不是因为粥暖，是因为粥要人守着，而",
    ]
    text = lines([*cut(COLUMN, 24)[:4], "了。我太太说他一个星期就会回来。", *box, *below])
    assert all(one.end <= 9 for one in find_insets(text, 24, {"小档案"}))


def test_each_title_opens_an_entry_of_a_list_of_books() -> None:
    books = ["《渠首》，江守田著，河湾书店，二〇", "〇一年", "《守渠三十年》，石敢著，上游书店"]
    inset = ("延伸阅读", *books, "《水》，温小渠著，上游书店，二〇〇", "三年")
    (found,) = find_insets(lines(column(*inset)), 24, {"延伸阅读"})
    assert found.paragraphs == ((4, 6), (6, 7), (7, 9))
