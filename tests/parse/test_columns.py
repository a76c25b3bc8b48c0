"""Tables in columns that blanks part, and captions of pictures in the text."""

from __future__ import annotations

import pytest

from converter.model import Figure, Paragraph, Table, Verse
from converter.parse.captions import is_unnumbered_caption
from tests.support.markup import AFTER, BEFORE, blocks, issue_with, texts

WHOLE = BEFORE + AFTER
MORE = "傍晚他沿着渠往回走，远远看见自家的灯已经亮了，灶上的水也烧开了，锅里的面条正冒着热气，一家人都在等他。"


@pytest.mark.parametrize("blank", [" ", "  ", "\u3000\u3000", "\t"])
def test_rows_alike_are_a_table_with_its_caption(blank: str) -> None:
    rows = (
        "年份 渠长 村数",
        "一九五二年 四里 两村",
        "一九六〇年 九里 五村",
        "一九七八年 十二里 七村",
    )
    lines = "\n".join(("历年的渠", *(row.replace(" ", blank) for row in rows)))
    issue = issue_with(WHOLE, lines, MORE)
    [table] = blocks(issue, 0, Table)
    assert [[cell.text.value for cell in row] for row in table.rows] == [
        row.split() for row in rows
    ]
    assert [cell.header for row in table.rows for cell in row] == [True] * 3 + [False] * 9
    assert texts(issue)[-1] == MORE
    assert table.caption is not None
    assert table.caption.value == "历年的渠"


def test_words_without_figures_are_a_table_under_a_numbered_caption() -> None:
    issue = issue_with(WHOLE, "表2 谁管什么\n事项 谁管\n渠首 县里\n闸门 乡里", MORE)
    [table] = blocks(issue, 0, Table)
    assert table.caption is not None
    assert table.caption.value == "表2　谁管什么"
    assert len(table.rows) == 3


@pytest.mark.parametrize(
    "lines",
    [
        "方晓禾 田有余 石大江\n柳春生 李水清 王一鸣\n周正平 吴三省 郑百川",  # people
        "渠水 清清 流过\n柳树 青青 垂下\n燕子 双双 归来",  # a song
        "一九五二年 四里 两村\n一九六〇年 九里",  # no two rows alike
    ],
)
def test_names_and_songs_are_no_tables(lines: str) -> None:
    assert not blocks(issue_with(WHOLE, lines, MORE), 0, Table)


@pytest.mark.parametrize(
    "caption",
    [
        "方晓禾在渠首看水。　石大江／摄",
        "守渠人方晓禾（左）与他的徒弟，摄于1952年",
        "渠首的闸门（田有余 摄）",
        "渠首的闸门（2022年10月，作者摄）",
        "1936年的渠首。照片由渠县档案馆提供",
        "渠首的闸门。图片来源：渠县农会",
    ],
)
@pytest.mark.parametrize("cut", [True, False])
def test_who_took_a_picture_tells_its_caption(caption: str, cut: bool) -> None:  # noqa: FBT001
    parts = (BEFORE, caption, AFTER) if cut else (WHOLE, caption, MORE)
    issue = issue_with(*parts)
    assert len(blocks(issue, 0, Figure)) == 1
    assert texts(issue) == ([WHOLE] if cut else [WHOLE, MORE])


@pytest.mark.parametrize(
    "text",
    [
        "他爱好摄影。", "文／方晓禾　图／石大江", "（摄影 石大江）", "摄影／石大江", "这张照片由他保存了四十年。",
        "他把渠图画在墙上，谁来了都要看一看，问一问哪里是闸门，哪里是水口，哪里是他小时候摔下去过的地方。",
    ],
)  # fmt: skip
def test_text_about_pictures_is_no_caption(text: str) -> None:
    assert not is_unnumbered_caption(text)


def test_prose_below_a_stanza_is_no_line_of_it() -> None:
    stanza = "渠水清哟绕村走，\n走到门前问一声；\n问你今年收几斗，\n收了几斗留几升。"
    prose = "这支歌没有谱，也没有定词，早晨唱的和\n傍晚唱的不一样，天旱唱的和下雨唱的也不一样，会唱的人如今只剩下六位，最年轻的也七十八岁了。"
    issue = issue_with(WHOLE, f"{stanza}\n{prose}", MORE)
    [verse] = blocks(issue, 0, Verse)
    assert len(verse.lines) == 4
    assert [p.text.value for p in blocks(issue, 0, Paragraph)][1] == prose.replace("\n", "")


def test_rows_that_have_lost_their_bars_belong_to_their_table() -> None:
    lines = (
        "表1 校舍的去向\n\n| 去向 | 数量 | 占比 |\n|---|---|---|\n| 图书室 | 74 | 23.3 |\n\n"
        "闲置 140 44.2\n\n灭失 11 —"
    )
    issue = issue_with(WHOLE, lines, MORE)
    [table] = blocks(issue, 0, Table)
    assert [[cell.text.value for cell in row] for row in table.rows][2:] == [
        ["闲置", "140", "44.2"],
        ["灭失", "11", "—"],
    ]
    assert texts(issue)[-1] == MORE


@pytest.mark.parametrize("line", ["水渠 修到 后山", "闲置 140 44.2 多"])
def test_other_words_below_a_table_are_no_rows_of_it(line: str) -> None:
    lines = f"| 去向 | 数量 | 占比 |\n|---|---|---|\n| 图书室 | 74 | 23.3 |\n\n{line}"
    [table] = blocks(issue_with(WHOLE, lines, MORE), 0, Table)
    assert len(table.rows) == 2


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "blank lines"])
@pytest.mark.parametrize(
    "rows",
    [
        ("组别 组长 水源 水价", "一组 赵麦生 东渠 12元", "二组 钱谷子 西渠 15元", "三组 孙大豆 机井 28元"),
        ("日期 戏名 地点", "7月6日 闹渠 东村", "7月19日 水从天来 西村", "8月3日 分水 渠首"),
    ],
)  # fmt: skip
def test_one_column_of_figures_below_its_head_tells_a_table(
    rows: tuple[str, ...], gap: str
) -> None:
    issue = issue_with(WHOLE, gap.join(("四个组的水价情况", *rows)), MORE)
    [table] = blocks(issue, 0, Table)
    assert [[cell.text.value for cell in row] for row in table.rows] == [
        row.split() for row in rows
    ]
    assert table.caption is not None
    assert texts(issue) == [WHOLE, MORE]


@pytest.mark.parametrize(
    "lines",
    [
        "1952年 方晓禾 田有余\n1960年 石大江 柳春生\n1978年 李水清 王一鸣",  # no head
        "年份 渠长 副渠长\n1952年 方晓禾 田有余\n1960年 石大江 柳春生",  # too few
        "年份 渠长 副渠长\n1952年 方晓禾 田有余\n1960年 石大江 柳春生\n后来 李水清 王一鸣",
    ],
)
def test_figures_that_are_in_no_whole_column_tell_none(lines: str) -> None:
    assert not blocks(issue_with(WHOLE, lines, MORE), 0, Table)
