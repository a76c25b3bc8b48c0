"""A county's history in print lines: notes and captions within sentences, pages that lost their indents."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Heading, Paragraph, Verse
from converter.parse.captions import captions_within, points_out
from converter.parse.issue.foot import foot_notes
from converter.segment.units.stripped import measure_by_first_lines
from converter.source import Line
from tests.support.ferry import BOATS, BRIDGE, FERRY, LAMP, MEASURE, SHIP, STONES
from tests.support.restored import listed, restored


def column(text: str, *, indented: bool = True) -> list[str]:
    """The lines of a paragraph, with or without the indent of the first."""
    first = MEASURE - 2
    lines = [text[:first], *(text[at : at + MEASURE] for at in range(first, len(text), MEASURE))]
    return ["\u3000\u3000" * indented + lines[0], *lines[1:]]


def article(*lines: str) -> Article:
    return restored("\n".join(["老渡口", "何若溪", *lines])).issue.articles[0]


def texts(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_the_last_of_several_notes_ends_above_the_sentence_that_they_cut() -> None:
    texts = [
        "石阶①一共四十八级，樟树②下停着一",
        "①光绪《渡口续志》作四十七级。",
        "②樟树今已不存，一九七一年修桥时伐",
        "去，见镇志。",
        "只船，船底朝天，孩子们在上面捉迷藏，",
        "谁也不肯下来。",
    ]
    lines = [Line(at, text) for at, text in enumerate(texts, 1)]
    assert [[line.number for line in note] for note in foot_notes(lines, 18.0)] == [[2], [3, 4]]


CAPTIONS = [
    "渡口的石阶与灯塔，1969年",
    "老船票的正面，民国二十三年",
    "何若溪家的渡船，1958年摄于东桥",
    "渡船公会来函原件（局部）",
    "渡口小学师生合影，二排中为何若溪",
    "渡口后墙里的旧石阶。何小满摄于2003年10月",
    "渡口石阶上的马灯　何小满摄",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_within_a_sentence_says_what_is_seen_and_when(caption: str) -> None:
    assert captions_within(caption)
    cut = column(FERRY)
    for pages in (True, False):
        above = [line for text in (STONES, BOATS, LAMP) for line in column(text, indented=pages)]
        found = article(*above, *above, *cut[:2], caption, *cut[2:], *above)
        assert [block.caption.value for block in found.blocks if isinstance(block, Figure)] == [
            caption.replace("\u3000", " ")
        ]
        assert FERRY in texts(found)


def test_a_caption_of_two_lines_in_a_narrower_measure() -> None:
    caption = ["何若溪（左）与程远山在渡船上，狗名“老船", "三”。约摄于1966年，何若溪提供"]
    cut = column(FERRY)
    above = [line for text in (STONES, BOATS, LAMP) for line in column(text)]
    found = article(*above, *above, *cut[:2], *caption, *cut[2:], *above)
    assert [block.caption.value for block in found.blocks if isinstance(block, Figure)] == [
        "".join(caption)
    ]
    assert FERRY in texts(found)


@pytest.mark.parametrize(
    "text",
    [
        "那是我离开渡口的头一年，1969年",  # is a clause
        "我到东桥去看他，1969年",
        "船工说，环在，船就在，这话传了三代人",
        "《渡口续志》，光绪十九年",
    ],
)
def test_what_goes_on_as_a_sentence_captions_nothing(text: str) -> None:
    assert not captions_within(text)


def test_lines_apart_at_the_end_of_a_page_say_where_something_is_seen() -> None:
    assert points_out("第三号船桨，左下角可见铁匠敲上去的箍（修补以后）")
    assert not points_out("他在左下角写了名字，此图便归了我")
    above = [line for text in (STONES, BOATS, FERRY) for line in column(text)]
    caption = ["第三号船桨，左下角可见铁匠敲上去的箍（修补以", "后）"]
    contents = ["目录", "老渡口……何若溪（3）", "夜里的灯……程远山（6）", ""]
    head, other = ["老渡口", "何若溪"], ["", "夜里的灯", "程远山", *column(LAMP), *above, "· 6 ·"]
    rest = [*column(LAMP), *above, "· 4 ·", "", *above]
    pages = [*head, *above, "", *caption, "", "· 3 ·", "", *rest, "· 5 ·"]
    found = restored("\n".join([*contents, *pages, *other])).issue.articles[0]
    captions = [block.caption.value for block in found.blocks if isinstance(block, Figure)]
    assert captions == ["".join(caption)]
    assert texts(found)[2:4] == [FERRY, LAMP]


CONTENTS = """目　录
●渡口旧事
老渡口………………何若溪（3）
夜里的灯………………程远山（5）
●渡口人物
摆渡的人………………乔麦（7）
编后记………………编　者（9）
补　白：渡口的规矩（4）“三不等”（6）船上的话（8）
"""


def test_fillers_and_the_afterword_stand_in_no_section() -> None:
    titles = ["老渡口", "渡口的规矩", "夜里的灯", "“三不等”", "摆渡的人", "船上的话", "编后记"]
    body = "\n".join(
        f"{title}\n\n{STONES}{FERRY}\n\n· {at} ·\n" for at, title in enumerate(titles, 3)
    )
    made = restored(f"{CONTENTS}\n{body}")
    sections = {title: section for section, title, _, _ in listed(made)}
    assert sections == {
        "编后记": "",
        "渡口的规矩": "",
        "“三不等”": "",
        "船上的话": "",
        "老渡口": "渡口旧事",
        "夜里的灯": "渡口旧事",
        "摆渡的人": "渡口人物",
    }
    # What stands in no section comes first and is no page out of order.
    told = [found for found in made.diagnostics if found.code == "TOC002"]
    assert len(told) <= 1


def test_first_lines_tell_of_lost_indents_where_no_last_line_is_short() -> None:
    lines = [
        "渡口的石阶，一共四十八级。",
        "每一级都是从后山抬下来的青石，抬石的人",
        "里有我的曾祖，他左肩高右肩低，一辈子没有改",
        "过来，过来过去，也就没有人再说他。这是一句。",
        "涨水的时候船停在半坡的樟树下，树干上钉",
        "着一只铁环，铁环磨得比手指还细，船工说环在",
        "船就在，这话传了三代人，到我这里没有断过。",
    ]
    group = [Line(at, text) for at, text in enumerate(lines, 1)]
    assert measure_by_first_lines([group], 20.0) == 21.0
    assert measure_by_first_lines([group[:4]], 20.0) == 0.0


def test_pages_without_indents_are_told_beside_the_notes_that_cut_them() -> None:
    kept = [line for text in (STONES, BRIDGE, SHIP) for line in column(text)]
    more = [line for text in (SHIP, STONES, BRIDGE) for line in column(text)]
    called = FERRY.replace("老规矩。", "老规矩①。")
    cut = column(called, indented=False)
    note = ["① 光绪《渡口续志》也这样说，见卷三《津梁》的末", "一条。"]
    lamp, boats = column(LAMP, indented=False), column(BOATS, indented=False)
    found = article(*kept, "· 3 ·", *lamp, *cut[:2], *note, *cut[2:], *boats, "· 4 ·", *more)
    assert texts(found)[3:6] == [LAMP, called, BOATS]


def test_a_heading_of_one_character_has_fellows() -> None:
    def part(*texts: str) -> list[str]:
        return column("".join(texts), indented=False)

    stones, boats = part(STONES, BRIDGE, LAMP), part(BOATS, SHIP, STONES)
    ferry, lamp = part(FERRY, BRIDGE, SHIP), part(LAMP, STONES, BOATS)
    found = article(*stones, "大水", *boats, "盐", *ferry, "娶亲", *lamp, *boats)
    heads = [block.text.value for block in found.blocks if isinstance(block, Heading)]
    assert heads == ["大水", "盐", "娶亲"]
    alone = article(*stones, *boats, "盐", *ferry, *lamp)
    assert not [block for block in alone.blocks if isinstance(block, Heading)]


def test_verse_below_a_full_line_that_leads_to_it() -> None:
    song = ["正月渡口挂新灯，", "一盏灯儿水上明，", "东家的船儿早早到，", "西家的姐儿慢慢行。"]
    lead = "老人们都说从前摆渡的人都会唱一支歌，一个人唱，对岸的人听见了便接着往下唱，我记得开头的四句："
    assert len(lead) == 2 * MEASURE - 2
    above = [line for text in (STONES, BOATS, LAMP) for line in column(text)]
    found = article(*above, *above, *column(lead), *song, *column(FERRY), *above)
    verses = [block for block in found.blocks if isinstance(block, Verse)]
    assert [[line.value for line in verse.lines] for verse in verses] == [song]
    assert lead in texts(found)


def test_a_house_that_sent_a_text_signs_it_where_the_contents_say_so() -> None:
    contents = (
        "目录\n老渡口………何若溪（3）\n渡口公会函件二件………县档案馆（4）\n编后记………编　者（5）\n"
    )
    body = "\n".join([*column(STONES), *column(BOATS), *column(FERRY)])
    letter = "迳启者：\n" + body
    right = "\u3000" * 12
    articles = restored(
        f"{contents}\n老渡口\n何若溪\n{body}\n· 3 ·\n\n渡口公会函件二件\n县档案馆供稿\n{letter}\n"
        f"{right}渡口公会理事长\u3000□若溪\n{body}\n{right}渡口公会会长\u3000程远山叩\n· 4 ·\n\n"
        f"编后记\n{body}\n{right}编　者\n· 5 ·\n"
    ).issue.articles
    signed = [[one.name for line in each.bylines for one in line.authors] for each in articles]
    assert signed == [["何若溪"], ["县档案馆"], []]
    roles = {
        block.text.value: block.role.value
        for each in articles
        for block in (*each.front, *each.blocks, *each.back)
        if isinstance(block, Paragraph) and block.role.value != "body"
    }
    assert roles == {
        "迳启者：": "salutation",
        "渡口公会理事长 □若溪": "signature",
        "渡口公会会长 程远山叩": "signature",
        "编者": "signature",
    }
