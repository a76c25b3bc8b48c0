"""Lines of a column that stand by themselves go on, where OCR has joined those of other columns."""

from __future__ import annotations

from converter.model import Heading, Paragraph, Verse
from converter.pipeline import restore
from converter.segment.column_blanks import column_blanks
from converter.source import Line

COLUMN = """\
编辑部的同志：我是一名送水
工，每天骑车经过柳条街，街口的
井盖去年换过，比路面高出两指，
雨天积水的时候看不见，已经有三
辆车在那里摔过跤。
上个月我打了两次热线，都说
已经登记。登记本上的字不会自己
走到街口去，请帮我们再催一催。"""
"""Lines of fifteen em, without the indents of its two paragraphs."""

ISSUE = """\
街谈

2031年第2期

目录

街口的井盖 薛一舟 3

井与水 薛一舟 4

街口的井盖

薛一舟

柳条街的居民给本刊寄来十几封信，说的是同一件事。编辑按地址走了一趟，看见了那只井盖，也看见了它旁边的水坑。

来信

{column}

井与水

薛一舟

从前一条街共用一口井，谁家办喜事，谁家孩子落水，井台上半天就传遍了。如今井封了，话也少了，只剩下一块铁盖子。
"""


def spaced(text: str) -> str:
    return text.replace("\n", "\n\n")


def kept(text: str) -> str:
    found = [Line(number, part) for number, part in enumerate(text.split("\n"), 1)]
    return "\n".join(line.text for line in column_blanks(found))


def test_blank_lines_within_the_paragraphs_of_a_column_go_and_those_between_stay() -> None:
    first, second = COLUMN.split("上个月")
    assert kept(spaced(COLUMN)) == f"{first}\n上个月{second}"


def test_a_column_set_line_by_line_is_prose_among_joined_paragraphs() -> None:
    issue = restore(ISSUE.format(column=spaced(COLUMN)).encode(), name="issue.txt").issue
    blocks = issue.articles[0].blocks
    assert not any(isinstance(block, Verse) for block in blocks)
    texts = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    joined = COLUMN.replace("\n", "")
    cut = joined.index("上个月")
    assert texts[-2:] == [joined[:cut], joined[cut:]]
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == ["来信"]


def test_verse_with_a_blank_line_below_each_line_keeps_them() -> None:
    marked = spaced("""\
井台上的水，湿了又干，
井绳上的手，老了又换，
桶底的月亮，碎了又圆，
喝水的人啊，走了没还。""")
    bare = spaced("""\
我从柳条街一直走到没有灯的河岸
有人把一桶月亮倒进黑下来的水面
船篷底下的炉火还记得去年的雨声
而我已经叫不出任何一条鱼的名字""")
    assert kept(marked) == marked
    assert kept(bare) == bare


def test_lines_that_fill_a_line_each_as_a_list_does_keep_their_blanks() -> None:
    rows = spaced("""\
编辑：薛一舟、何小满、路平远
校对：何小满、陶青、季云生平
设计：路平远、薛一舟、陶青青
发行：季云生、何小满、路平远""")
    assert kept(rows) == rows


def test_a_caption_between_the_lines_of_a_column_stays_apart() -> None:
    text = """\
石块略小，凿痕细密，不是同一年
的东西。水关毁于何时，说法不同

关城后墙的小门洞，摄于三十年前

的是老人，他见过拆墙，也见过填
河。那时候的水，比现在高三尺。"""
    assert kept(text) == text


def test_a_line_whose_number_went_to_the_next_one_goes_on() -> None:
    text = spaced("""\
井台的石头磨得溜光，街上的老
人说那是绳子磨的，从来没有人
去量过它。今年有学生量了一回，
深的地方有三指，最宽的一道有
27.5厘米，量的人不敢再去踩它，
只好绕着走。""")
    assert kept(text) == text.replace("\n\n", "\n")


def test_rows_of_a_list_above_a_column_do_not_hide_it() -> None:
    rows = "街口的井盖\n井与水\n桥下的船\n修伞的人\n旧书摊\n老戏台\n渡口\n邮局"
    first, second = COLUMN.split("上个月")
    assert kept(spaced(f"{rows}\n{COLUMN}")) == spaced(rows) + f"\n\n{first}\n上个月{second}"
