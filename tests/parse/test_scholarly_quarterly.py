"""What a scholarly quarterly has: tables over two pages, numbers before any word, a year's index."""

from __future__ import annotations

import pytest

from converter.hanzi import squeeze
from converter.model import Heading, Paragraph, Table
from converter.parse.headings import numbering
from converter.segment.units.grid import Grid
from converter.segment.units.told import told
from converter.source import Line
from tests.support.restored import restored

HEAD = """渠岸学报
2023年第4期
主办单位：渠岸师范学院
主编：程远山

目次
流域与社会
渠水的次序 …… 沈一帆（3）
方法讨论
账本怎样读 …… 陆小遥（9）
《渠岸学报》2023年总目录（12）

"""
PROSE = "渠水灌溉的难处，在于水要从别人的地边上过，上游的人家打开斗门，下游就少一个时辰，夜里来堵，第二天就要骂街。"
MORE = "账本一共九册，由前后三任保管员记录，左边是抽水的日期和时长，右边是各家的名字和应交的钱，中间缺了一年。"


@pytest.mark.parametrize("below", ["续表1", "表1 三村分摊办法（续）"])
def test_a_table_that_goes_on_overleaf(below: str) -> None:
    table = f"表1 三村分摊办法\n\n| 阶段 | 依据 |\n|---|---|\n| 一 | 人口 |\n| 二 | 桶数 |\n\n· 4 ·\n\n{below}\n\n| 阶段 | 依据 |\n|---|---|\n| 三 | 户 |\n| 四 | 牲口 |"
    body = (
        f"渠水的次序\n\n沈一帆\n\n{PROSE}\n\n{table}\n\n{MORE}\n\n账本怎样读\n\n陆小遥\n\n{MORE}\n"
    )
    made = restored(HEAD + body)
    found = [one for one in made.issue.articles[0].blocks if isinstance(one, Table)]
    assert [[cell.text.value for cell in row] for table in found for row in table.rows] == [
        ["阶段", "依据"],
        ["一", "人口"],
        ["二", "桶数"],
        ["三", "户"],
        ["四", "牲口"],
    ]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("line", "numbered"),
    [
        ("3 分析方法", True),
        ("2 时间分配", True),
        ("4 人口结构", True),
        ("3 分之后", False),
        ("4 人一组", False),
        ("5 个乡镇", False),
    ],
)
def test_a_word_that_begins_like_a_measure(line: str, numbered: bool) -> None:  # noqa: FBT001
    assert (numbering(line) is not None) is numbered


def test_the_index_of_a_year_keeps_its_sections() -> None:
    index = [
        "流域与社会",
        "堤上人家：大水之后的宅基地…………………………邵一苇（2·5）",
        "渠水的次序…………………………沈一帆（4·3）",
        "方法讨论",
        "账本怎样读…………………………陆小遥（4·9）",
    ]
    body = f"渠水的次序\n\n沈一帆\n\n{PROSE}\n\n账本怎样读\n\n陆小遥\n\n{MORE}\n\n《渠岸学报》2023年总目录\n\n"
    made = restored(HEAD + body + "\n\n".join(index))
    blocks = made.issue.articles[-1].blocks
    assert [
        squeeze(one.text.value) for one in blocks if isinstance(one, (Heading, Paragraph))
    ] == index
    assert [one.text.value for one in blocks if isinstance(one, Heading)] == [index[0], index[3]]


@pytest.mark.parametrize(
    ("text", "after", "goes_on"),
    [
        ("周期之内，谁家第", "一、谁家第二、谁家最末，以及每一家大致从几点浇到几点。", True),
        ("一部村史——评《南庄》…………………………虞清和（2", "·80）", True),
        ("我们在三所小学的", "一、二年级听课六十四节。", True),
        ("执教：横街小学　宁小楠", "评析：师范学院　程远山", False),
        (
            "[3] OSTBY K. Turns and trust: irrigation without meters[M].",
            "Northport: Reed Press, 1996.",
            True,
        ),
        ("堤上人家：大水之后的宅基地…………………………", "邵一苇（2·5）", True),
        ("“脚价”考…………………………钮坚（2·77）", "“浇头”小考…………………………钮坚（4·68）", False),
    ],
)
def test_whether_a_line_goes_on(text: str, after: str, goes_on: bool) -> None:  # noqa: FBT001
    assert (
        told(Line(1, text), Line(2, after), None, Grid(34.0, spaced=False, indented=True))
        is goes_on
    )


def test_an_abstract_in_english_goes_on_overleaf() -> None:
    parts = [
        "Abstract: Three villages on a watershed have shared one pump since 1996.",
        "Nine account books show that the way of sharing its bill changed from heads to buckets.",
    ]
    text = f"渠水的次序\n\n沈一帆\n\n{PROSE}\n\n{parts[0]}\n\n· 4 ·\n\n{parts[1]}\n\n账本怎样读\n\n陆小遥\n\n{MORE}\n\n· 5 ·\n"
    article = restored(HEAD + text).issue.articles[0]
    blocks = (*article.front, *article.blocks, *article.back)
    assert " ".join(parts) in [one.text.value for one in blocks if isinstance(one, Paragraph)]
