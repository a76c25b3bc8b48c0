"""Tables below a caption with a number, each cell of which stands on a line of its own."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Heading, Table
from tests.support.markup import blocks, issue_with
from tests.support.restored import restored

CAPTION = "表2 四渠派工的办法"
WORDS = (
    *("渠名", "平年", "灾年", "经管"),
    *("柳家渠", "工二日", "工五日", "渠长"),
    *("上渠", "钱三十文", "钱八十文", "值年"),
    *("西泉渠", "不派", "米三升", "祠堂"),
    *("新渠", "米一升", "—", "渠长"),
)
FIGURES = (
    *("去处", "件数", "经手"),
    *("衣被铺", "3126", "老何"),
    *("银楼", "408", "小何"),
    *("农具行", "977", "何二"),
)
TEXT = "守渠的规矩写在一块木牌上，挂在闸房的门后，每年开春由渠长念一遍，念完再挂回去。"


def _tables(article: int, *parts: str) -> list[list[list[str]]]:
    return [
        [[cell.text.value for cell in row] for row in table.rows]
        for table in blocks(issue_with(*parts), article, Table)
    ]


def _rows(cells: tuple[str, ...], columns: int) -> list[list[str]]:
    return [list(cells[at : at + columns]) for at in range(0, len(cells), columns)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("cells", "columns"), [(WORDS, 4), (FIGURES, 3)])
def test_cells_below_a_caption_are_a_table(cells: tuple[str, ...], columns: int, gap: str) -> None:
    found = _tables(0, TEXT, gap.join((CAPTION, *cells)), TEXT)
    assert found == [_rows(cells, columns)]


def test_cells_below_a_caption_are_no_titles_of_articles() -> None:
    found = issue_with(TEXT, "\n".join((CAPTION, *WORDS)), TEXT).articles
    assert [article.title[0].value for article in found] == ["老渠的新水", "一把旧锹"]


def test_hours_in_the_first_column_of_words_are_a_table_with_its_last_cell() -> None:
    cells = (
        "时间",
        "做什么",
        "10:00",
        "接一次水",
        "12:30",
        "散步",
        "15:00",
        "靠墙站",
        "17:30",
        "拉伸小腿",
    )
    assert _tables(0, TEXT, "\n\n".join(("闸房的一天", *cells)), TEXT) == [_rows(cells, 2)]


def test_short_lines_without_a_caption_are_no_table() -> None:
    assert _tables(0, TEXT, "\n".join(WORDS), TEXT) == []


def test_rows_whose_cells_are_parted_by_blanks_are_no_cells() -> None:
    rows = (
        "项目 上渠 下渠",
        "清淤 12.0 9.5",
        "修闸 5.1 1.8",
        "看渠 3.0 2.2",
        "杂支 0.8 0.8",
        "合计 20.9 14.3",
    )
    found = _tables(0, TEXT, "\n".join((CAPTION, *rows)), TEXT)
    assert found == [[row.split() for row in rows]]


def _headings(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Heading)]


def test_a_heading_below_a_table_of_cells_is_a_heading() -> None:
    cells = ("成分", "克数", "氯", "19.4", "钠", "10.8", "镁", "1.3", "硫酸根", "2.7")
    parts = ["水从哪里来", TEXT, "\n\n".join(("表1 渠水的成分", *cells)), "渠水会越来越咸吗"]
    parts += ["不会一直咸下去。" + TEXT[:40] + "。", "水到哪里去", TEXT]
    found = issue_with(*parts).articles[0]
    assert _headings(found) == ["水从哪里来", "渠水会越来越咸吗", "水到哪里去"]


@pytest.mark.parametrize(
    "caption",
    [
        "图3闸门的起落Fig.3Rise and fall of the gate",
        "图3闸门的起落 Fig.3 Rise and fall of the gate",
        "图3闸门的起落\nFig.3The gate",
    ],
)
def test_a_caption_in_two_languages_is_one_though_blanks_are_lost(caption: str) -> None:
    found = blocks(issue_with(TEXT, "![](a.png)", caption, TEXT), 0, Figure)
    told = ["".join(figure.caption.value.split()) for figure in found]
    assert told == ["".join(caption.split())]


def test_nine_rows_with_bars_are_no_cells_one_under_the_other() -> None:
    rows = [
        "次数|色名|时间/分",
        "-|-|-",
        "一|月白|1",
        "二|缥色|2",
        "三|天青|3",
        "四|湛蓝|5",
        "五|宝蓝|8",
    ]
    table = "\n".join(f"|{row}|" for row in [*rows, "六|绀青|12", "七|玄青|20"])
    made = restored(
        "目录\n1 染蓝 张水\n3 老街 李山\n\n染蓝\n\n张水\n\n下缸一次是月白，再下一次是缥色，一共七次，见下表。\n\n"
        f"表一　下缸时间\n\n{table}\n\n老街\n\n李山\n\n渡口只剩下一根拴船的木桩，下雨的时候积着水，鸟来喝。\n"
    )
    found = next(b for b in made.issue.articles[0].blocks if isinstance(b, Table))
    assert [len(row) for row in found.rows] == [3] * 8
