"""What cuts a sentence and has no mark of its own: captions, a box on one line; tables torn once."""

from __future__ import annotations

from converter.model import Box, Figure, Heading, Paragraph, Role, Table
from converter.parse.captions import is_unnumbered_caption, opens_at_hour
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
HEAD = "河灯\n2021年第9期（总第143期）\n\n目 录\n\n守灯二十年 …… 何若溪（4）\n一把盐 …… 沈川（12）\n\n守灯二十年\n\n何若溪\n\n"
LAST = f"\n\n一把盐\n\n沈川\n\n{PROSE}\n\n{PROSE}"


def _blocks(*pieces: str) -> tuple[object, ...]:
    made = restored(HEAD + "\n\n".join(pieces) + LAST)
    return made.issue.articles[0].blocks


def test_an_item_that_a_caption_cuts_is_no_heading() -> None:
    """The next item is a sentence, and so is the rest of this one."""
    blocks = _blocks(
        PROSE,
        "做法：",
        "①菱角在背上划十字，开水煮三分钟，趁热去",
        "守灯人的小菜（摄于东岸灯塔）",
        "壳去衣，切成四瓣，用凉水再冲一遍，沥干。",
        "②锅里放少许油，下菱角小火煎到表面金黄，盛出，再下姜片、葱结。",
        "③沿锅边烹入黄酒，加开水至与菱角齐平，大火烧开，小火烧二十分钟。",
        PROSE,
    )
    assert not any(isinstance(one, Heading) for one in blocks)
    captions = [one.caption.value for one in blocks if isinstance(one, Figure)]
    assert captions == ["守灯人的小菜（摄于东岸灯塔）"]
    texts = [one.text.value for one in blocks if isinstance(one, Paragraph)]
    assert (
        "①菱角在背上划十字，开水煮三分钟，趁热去壳去衣，切成四瓣，用凉水再冲一遍，沥干。" in texts
    )


def test_an_item_that_a_box_of_several_lines_cuts_is_no_heading() -> None:
    """The items before and behind it are sentences, of which a page cuts the first as well."""
    cut = ("2. 锅里放少许油，小火煎到金黄，这时候锅", "子会响一声，响得越久，菱角越脆。")
    blocks = _blocks(
        PROSE,
        "**做法**",
        "1. 菱角在背上划十字。开水煮三分钟，趁热去壳去",
        "12",
        "衣，用凉水再冲一遍。",
        cut[0],
        "> **厨房叮嘱**\n>\n> 油不能多，多了响不起来，只会溅到手上。\n>\n> 第一次做的人先穿上长袖，站得远一点。",
        cut[1],
        "3. 沿锅边烹入黄酒，大火烧开，小火烧二十分钟。",
        PROSE,
    )
    headings = [one.text.value for one in blocks if isinstance(one, Heading)]
    assert headings == ["做法"]
    texts = [one.text.value for one in blocks if isinstance(one, Paragraph)]
    assert "".join(cut).replace(" ", "") in texts


def test_where_a_photograph_was_taken_tells_a_caption() -> None:
    """In brackets behind what is seen; a sentence is none."""
    assert is_unnumbered_caption("渡口的早市（摄于上游码头）")
    assert not is_unnumbered_caption("他把照片翻过来，背面写着字（摄于上游码头）")


def test_a_person_at_work_and_an_hour_within_sentences() -> None:
    """Each is one sentence of its own, and the text goes on below it."""
    assert opens_at_hour("凌晨四点半，第一盏灯开始转动。")
    assert not opens_at_hour("凌晨的时候，第一盏灯开始转动。")
    first = f"何长亭守灯五十一年。{PROSE}"
    blocks = _blocks(
        first,
        f"何长亭把报告看了一晚上，第二天早上说，那就都做。{PROSE}如今坡上的旧灯照旧，坡下多了",
        "开灯前一天，何长亭用竹耙把灯台扫了最后一遍。",
        "一间三百平方米的玻璃房，里面摆着从前的灯。去年来看的人有十九万。",
        f"有人来问过价钱，{PROSE}我问他用了多大的",
        "凌晨四点半，第一盏灯开始转动。",
        "力气，他说怕碰坏了，一直是轻轻地推。",
        PROSE,
    )
    captions = [one.caption.value for one in blocks if isinstance(one, Figure)]
    assert captions == [
        "开灯前一天，何长亭用竹耙把灯台扫了最后一遍。",
        "凌晨四点半，第一盏灯开始转动。",
    ]


WRAPPED = """　　这也解释了另一件事：为什么塔上的灯总比家里的
亮。塔上的灯用的是猛火，灯芯底下的温度可以到三百度，

灯油在室温下放置不要超过两小时，应当尽快分装、冷藏，并在二十四小时之内用完。剩下的灯油容易发浊，过滤一遍并不能把它变清。

水汽一冒出来就被吹走；家里的灯火小，灯罩也薄，
一下子添进三勺油，温度立刻掉下去一半，剩下的
时间都在冒烟，所以在家里点灯，最有用的一招不
是换灯，而是少添，一次只添一勺。
　　隔夜的灯油是清的，一碰热灯芯就可以升到一百四
十度以上，里面却还留着水分，所以外面亮堂，里
面柔和。说到底，好灯要的是一个“差”。
"""


def test_a_box_on_one_line_within_a_hard_wrapped_column() -> None:
    """It has neither name nor source, but no line of the column is so long."""
    boxes = [one for one in _blocks(PROSE, WRAPPED.rstrip()) if isinstance(one, Box)]
    assert len(boxes) == 1
    assert boxes[0].label == ""
    (text,) = (one.text.value for one in boxes[0].blocks if isinstance(one, Paragraph))
    assert text.startswith("灯油在室温下")


def _table(*rows: str) -> list[list[str]]:
    drawn = "\n".join([rows[0], "|---|---|---|", *rows[1:]])
    (table,) = (one for one in _blocks(PROSE, drawn, PROSE) if isinstance(one, Table))
    return [[cell.text.value for cell in row] for row in table.rows]


def test_one_row_of_a_full_table_is_broken() -> None:
    """What stands alone in the row below is its last cell; a figure stands in the cell before its own."""
    rows = _table("| 灯 | 油 | 火 |", "| 东岸 | 菜油 | 旺 |", "| 西岸 | 桐油 | 弱 |", "| 中洲 | 豆油 | |", "| | | 不稳 |")  # fmt: skip
    assert rows[-1] == ["中洲", "豆油", "不稳"]
    rows = _table("| 灯 | 油 | 斤 |", "| 东岸 | 菜油 | 12 |", "| 西岸 | 桐油 9 | |", "| 中洲 | 豆油 | 7 |")  # fmt: skip
    assert rows[2] == ["西岸", "桐油", "9"]


def test_rows_that_are_empty_by_right_stay() -> None:
    """Several gaps are no damage, and words are no figures."""
    rows = _table("| 灯 | 油 | 火 |", "| 东岸 | | 旺 |", "| 西岸 | 桐油 | |", "| 中洲 | 豆油 | |")
    assert [len(row) for row in rows] == [3, 3, 3, 3]
    rows = _table("| 灯 | 油 | 火 |", "| 东岸 | 菜油 | 旺 |", "| 西岸 | 桐油 少 | |", "| 中洲 | 豆油 | 弱 |")  # fmt: skip
    assert rows[2] == ["西岸", "桐油少", ""]


def test_an_english_title_over_the_chinese_abstract() -> None:
    """The title and the authors stand between those in Chinese and the abstract."""
    blocks = restored(
        HEAD
        + "\n\n".join(
            [
                "The Seven Lamps of the North Bank\nHE Ruoxi",
                f"摘 要：{PROSE}",
                "关键词：灯；渡口",
                PROSE,
                PROSE,
            ]
        )
        + LAST
    ).issue.articles[0]
    told = [
        one.text.value
        for one in (*blocks.front, *blocks.blocks)
        if isinstance(one, Paragraph) and one.role is Role.PARALLEL_TITLE
    ]
    assert told == ["The Seven Lamps of the North Bank", "HE Ruoxi"]


def test_of_two_pieces_that_begin_alike_the_nearer_carries_a_sentence_on() -> None:
    """Where an article tells by photographs, a whole sentence may be a caption."""
    made = restored(
        "目录\nP4 一只壶 青釉\nP6 老街 李山\n\n一只壶\n\n图文 | 青 釉\n\n"
        "壶是外公的，紫砂，容得下四杯水，那年冬天把滚水倒进壶里，从壶嘴到壶底裂了一道缝。\n\n"
        "外公就用它泡冷茶，放在井栏上，等月亮上来就能喝了。我长大以后才知道有个词叫“冷泡”，\n\n"
        "5\n\n外公泡了三十年。\n\n外公走的那年，壶传给了我。铜钉绿了，我不敢擦，怕一擦，水就漏了。\n\n"
        f"老街\n\n文 | 李 山\n\n{PROSE}\n"
    )
    texts = [b.text.value for b in made.issue.articles[0].blocks if isinstance(b, Paragraph)]
    assert texts[1].endswith("有个词叫“冷泡”，外公泡了三十年。")
    assert texts[2].startswith("外公走的那年，")
