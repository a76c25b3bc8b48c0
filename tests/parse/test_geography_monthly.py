"""What a geography monthly sets in its columns: captions that cut a sentence, questions and letters."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Role
from converter.parse.captions import describes_picture
from tests.parse.test_captions_of_lines import captions, issue
from tests.parse.test_kept_indents import CUT, WHOLE
from tests.support.blocks import texts
from tests.support.columns import set_in
from tests.support.restored import restored

CONTENTS = """\
潮汐线
2009年3月号（总第31期）

目录
卷首语
02 退潮以后 葛小川
海岸
03 量潮的人
张水
实验
05 一碗海水
李山
{own}
岛屿志
07 没有码头的岛
何溪

{body}"""
PAGES = (
    ("EDITOR’S NOTE", "卷首语", "退潮以后", "葛小川"),
    ("THE COAST", "海岸", "量潮的人", "张水"),
    ("AT HOME", "实验", "一碗海水", "李山"),
    ("ISLANDS", "岛屿志", "没有码头的岛", "何溪"),
)
PROSE = (
    "潮水每天要来两回，早一回晚一回，守闸的人不看钟，他听见石缝里的小螃蟹往上爬，就晓得该起来关闸门了。",
    "闸门是樟木做的，泡在水里七十年没有烂，只是每年立夏要刷一遍桐油，刷油的那一天村里的狗都不肯靠近它。",
)


def column(*paragraphs: str) -> list[str]:
    """Paragraphs in a column that is set solid, its indents lost."""
    return [line for text in paragraphs for line in set_in(text, 20)]


def monthly(*questions: str, own: str) -> Issue:
    """An issue, in which a page of ``questions`` stands before the last article, as ``own`` lists it."""
    pages = ["\n".join((*page, *column(*PROSE))) for page in PAGES]
    pages.insert(3, "\n".join(questions))
    return restored(CONTENTS.format(own=own, body="\n\n".join(pages))).issue


@pytest.mark.parametrize("at", [CUT - 1, CUT, CUT + 1])
@pytest.mark.parametrize("last", ["家。摄影／葛小川", "水。供图／河湾水文站"])
def test_the_last_line_of_a_caption_that_might_be_one_takes_the_line_above(
    last: str, at: int
) -> None:
    lines = ("站在石阶最下面的一级上的，是葛家女儿", last)
    found = issue(*lines, at=at)
    assert captions(found) == ["".join(lines)]
    assert WHOLE in texts(found)


@pytest.mark.parametrize("at", [CUT - 1, CUT])
def test_a_caption_of_one_line_leaves_the_line_above_to_the_text(at: int) -> None:
    found = issue("等船的人和行李。摄影／葛小川", at=at)
    assert captions(found) == ["等船的人和行李。摄影／葛小川"]
    assert WHOLE in texts(found)


def test_what_happens_now_is_no_name_of_a_thing() -> None:
    told = "。冰川退走以后留下了一个湖，长六百四十米，湖的下沿是一道石垄。"
    assert describes_picture("湖边采到的石斧线图" + told)
    assert describes_picture("湖边采到的双孔石斧" + told)
    assert not describes_picture("现在轮到第三次" + told)
    assert not describes_picture("后来村里人另选址" + told)


QUESTIONS = [
    "Q & A",
    "问潮台",
    "海水为什么是咸的",
    *column("问：河水是淡的，流到海里就咸了，盐是从哪里来的？"),
    "河湾镇小学 苗小雨",
    *column(
        "答：盐本来就在石头里，雨水把它一点一点洗下来，河把它带到海里，水升上去变成云，盐留在海里。"
    ),
    "潮水为什么一天来两回",
    *column("问：月亮一天只过头顶一回，潮水为什么要来两回？我问过许多人，说法都不一样。"),
    "读者 石敢",
    *column(
        "答：朝着月亮的一面水鼓起来，背着月亮的一面也鼓起来，地球转一圈，一个地方要经过两个鼓包。"
    ),
]


def test_a_column_below_its_english_as_the_names_of_the_sections_are() -> None:
    found = monthly(*QUESTIONS, own="06 问潮台")
    assert [
        (section.name, ["".join(entry.title) for entry in section.entries])
        for section in found.contents.sections
    ] == [
        ("卷首语", ["退潮以后"]),
        ("海岸", ["量潮的人"]),
        ("实验", ["一碗海水"]),
        ("问潮台", ["问潮台"]),
        ("岛屿志", ["没有码头的岛"]),
    ]


def test_who_sends_the_first_question_has_not_written_the_page() -> None:
    page = monthly(*QUESTIONS, own="06 问潮台").articles[3]
    assert page.bylines == ()
    heads = [block.text.value for block in page.blocks if isinstance(block, Heading)]
    assert heads == ["海水为什么是咸的", "潮水为什么一天来两回"]
    signed = [
        block.text.value
        for block in page.blocks
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
    ]
    assert signed == ["河湾镇小学 苗小雨", "读者 石敢"]


def test_letters_joined_by_a_sign_are_the_english_of_a_section() -> None:
    """Q & A over the title of the page is none of the article before."""
    found = monthly(*QUESTIONS, own="06 问潮台")
    assert not [text for text in texts(found) if "Q" in text]


LETTERS = [
    "LETTERS",
    "来信照登",
    "那张图上的箭头反了",
    "编辑同志：",
    *column("贵刊第二期的插图里，河的箭头画反了，我在河边住了三十年，可以保证它是往东流的。"),
    "河湾镇中学 苗得雨",
    "关于“{name}”",
    "潮汐线：",
    *column("看了第二期，我想起我们村外的滩涂上也有这样的石头，后面拖着一道沟，大的有磨盘大。"),
    "盐井村 牧羊人 索南",
]


@pytest.mark.parametrize("heading", ["石头比去年大了", "关于“会走路的石头”"])
def test_the_heading_of_a_letter_to_the_magazine_by_its_name(heading: str) -> None:
    """Nothing goes on with whom a letter addresses, whatever the heading ends with."""
    letters = [heading if line.startswith("关于") else line for line in LETTERS]
    page = monthly(*letters, own="06 来信照登").articles[3]
    heads = [block.text.value for block in page.blocks if isinstance(block, Heading)]
    assert heads == ["那张图上的箭头反了", heading]
    assert "潮汐线：" in [b.text.value for b in page.blocks if isinstance(b, Paragraph)]
