"""Short columns of prose and of verse, and the headings between paragraphs."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Verse
from converter.segment import make_units
from converter.segment.units import is_verse
from converter.source import Line
from tests.support.restored import restored


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


PROSE = """\
老渡口在镇子的南头，石阶三十一级，最下
面的两级常年浸在水里。涨水的时候要往上
移九级，摆渡的人照旧坐着。
等着对岸那个人喊他，一等就是半天。有时
候一天也没有人来，他也不走。"""


def test_a_narrow_column_of_prose_is_no_verse() -> None:
    assert not is_verse(lines(PROSE))
    assert len(make_units(lines(PROSE))) < 5


@pytest.mark.parametrize(
    "stanza",
    [
        "雨从一片瓦，走到另一片瓦\n像祖母数完一颗念珠\n又数下一颗\n她不着急，雨也不着急",
        "南方以南，是海\n海以南，是更大的海\n我把船系在石头上\n把石头系在夜里",
        "篙子点哟——点东山，\n东山石头咬人脚；\n篙子收哟——收西湾，\n西湾灯火照我还。",
    ],
)
def test_lines_that_end_by_sense_are_verse(stanza: str) -> None:
    assert is_verse(lines(stanza))


def column(heading: str, lead: str) -> Issue:
    text = [
        "目录\n渡口的旧船……张水 1\n老街的路灯……李山 4\n",
        "渡口的旧船",
        "张水",
        f"{lead}老渡口在镇子的南头，石阶三十一",
        "级，最下面的两级常年浸在水里，长着青",
        "苔，没有人去扫它们。",
        f"{lead}涨水的时候要往上移九级，摆渡的",
        "人照旧坐着，等着对岸那个人喊他，一等",
        "就是半天，喊的人不多。",
        heading,
        f"{lead}那盏灯还是从前的灯，灯罩换过三",
        "回，灯芯一回也没有换过，亮到后半夜才",
        "熄，熄了还有人去摸它。",
        f"{lead}孩子们下课就往图书室跑，借书的",
        "本子写满了四册，最旧的是一本讲昆虫的",
        "书，书角已经翻得圆了。",
        "",
        "老街的路灯",
        "李山",
        f"{lead}集市每逢三六九开，卖菜的摊位靠",
        "东，卖竹器的摊位靠西，中间留着一条过",
        "道，走得过一辆板车去。",
        f"{lead}散集以后，老周扫过道，把菜叶装",
        "上车，送给养兔子的人家，天天如此，扫",
        "完了才回家去吃饭。",
        f"{lead}镇上修桥的消息传了八年，桥墩立",
        "起来又停了，停了又立，立到第九年终于",
        "合龙，渡船停了半天。",
    ]
    return restored("\n".join(text)).issue


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("灯还亮着，等灯的人老了", "　　"),
        ("　　灯还亮着，等灯的人老了", "　　"),
        ("　　　　灯还亮着，等灯的人老了", "　　"),
        ("    灯还亮着，等灯的人老了", "    "),
    ],
)
def test_a_line_without_a_stop_above_the_first_line_of_a_paragraph_is_a_heading(
    heading: str, lead: str
) -> None:
    found = column(heading, lead)
    assert len(found.articles) == 2
    blocks = found.articles[0].blocks
    assert [b.text.value for b in blocks if isinstance(b, Heading)] == ["灯还亮着，等灯的人老了"]
    assert len([b for b in blocks if isinstance(b, Paragraph)]) == 4
    assert not any(isinstance(b, Verse) for b in blocks)
