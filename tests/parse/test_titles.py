"""Titles that the contents put right."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from converter.pipeline import Restored, restore

NEAR = "渡口的人都知道，船来得慢，话就说得长，一壶茶可以从早上喝到过河，再从过河喝到天黑。"
TEXT = "水渠修了三年，从水库一直修到后山的稻田。通水那天，稻田里的人都停下来看。"


def titled(listed: str, printed: str) -> Restored:
    lines = [
        "目录",
        f"1 {listed} 张水",
        "3 图书室 李山",
        printed,
        "张水",
        TEXT,
        "图书室",
        "李山",
        TEXT,
    ]
    return restore("\n\n".join(lines).encode(), name="x.txt")


def test_a_title_that_breaks_off_within_a_word_is_completed_and_that_is_said() -> None:
    found = titled("以一条长渠灌溉后山三百亩稻田", "以一条长渠灌溉后山三百")
    article = found.issue.articles[0]
    assert "".join(text.value for text in article.title) == "以一条长渠灌溉后山三百亩稻田"
    assert ("", "亩稻田", "title-from-contents") in [
        (change.before, change.after, change.rule) for change in found.issue.changes
    ]
    assert "TOC004" in [one.code for one in found.diagnostics]


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("以一条长渠灌溉后山：三百亩稻田", "以一条长渠灌溉后山"),
        ("水渠记三则", "水渠记"),
    ],
)
def test_a_shorter_title_may_be_meant(listed: str, printed: str) -> None:
    article = titled(listed, printed).issue.articles[0]
    assert "".join(text.value for text in article.title) == printed


def test_offices_before_a_name_behind_a_label() -> None:
    reading = read_byline("文/ 澜州市委副秘书长、市委办公室主任 孟 知 远")
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [
        ("孟知远", "澜州市委副秘书长、市委办公室主任")
    ]
    reading = read_byline("文 / 白塔区人民法院速裁庭 伍思齐　图 / 张石")
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [
        ("伍思齐", "白塔区人民法院速裁庭")
    ]


def test_a_part_of_the_house_signs_and_a_numbered_heading_does_not() -> None:
    reading = read_byline("本刊市场部")
    assert reading is not None
    assert [(one.name, one.is_body) for one in reading.authors] == [("本刊市场部", True)]
    assert read_byline("1 文化纸") is None


def test_the_title_on_the_cover_opens_no_article() -> None:
    head = [
        "溪边月刊",
        "2023年第4期",
        "",
        "封面故事",
        "水门边的一百年",
        "",
        "目录",
        "",
        "【封面故事】",
    ]
    contents = ["水门边的一百年／张念潮　…………2", "图书室／李山　…………5", ""]
    cover = ["■封面故事", "", "水门边的一百年", "文／张念潮　摄影／蔡知行", "", TEXT, ""]
    other = ["图书室", "文／李山", "", "学校搬进新楼以后，图书室从一间变成了三间。"]
    issue = restore("\n".join([*head, *contents, *cover, *other]).encode(), name="x.txt").issue
    assert [[one.name for line in a.bylines for one in line.authors] for a in issue.articles] == [
        ["张念潮"],
        ["李山"],
    ]
    assert [block.type for block in issue.articles[0].blocks] == ["paragraph"]


def test_letter_spaced_labels_of_a_masthead() -> None:
    head = ["溪邊月刊", "民國一一三年十月號　第八十七期", "", "目次", "水門邊／張念潮　……２", ""]
    foot = [
        "發 行 人　洪清泉",
        "總 編 輯　許念潮",
        "電　　話　（00）018-2200",
        "會　　址　水門路18號",
    ]
    text = "\n".join([*head, "水門邊", "文／張念潮", "", TEXT, "", *foot])
    masthead = restore(text.encode(), name="x.txt").issue.masthead
    told = {entry.label: entry.values for entry in masthead.entries if entry.label}
    assert told["發行人"] == ("洪清泉",)
    assert told["會址"] == ("水門路18號",)


def test_items_with_an_ornament_are_headings_without_it_and_no_bylines() -> None:
    head = ["目录", "1 信息三则", "3 图书室 李山", "", "信息三则", ""]
    items = [
        "●大蒜：早卖不如晚卖",
        TEXT,
        "●骗子换了新招",
        TEXT.replace("水渠", "骗子"),
        "●仔猪看涨",
    ]
    text = "\n\n".join(
        [*head, *items, "集上的仔猪一斤六元，比上月涨了五角。", "图书室", "李山", TEXT]
    )
    found = restore(text.encode(), name="x.txt").issue
    headings = [b.text.value for b in found.articles[0].blocks if b.type == "heading"]
    assert headings == ["大蒜：早卖不如晚卖", "骗子换了新招", "仔猪看涨"]
    assert not found.articles[0].bylines
    assert [drop.text for drop in found.drops if drop.reason == "list-mark"] == ["●"] * 3


def test_the_name_of_a_column_and_the_cover_open_no_article() -> None:
    cover = ["# 溪边月刊", "RIVERSIDE MONTHLY", "2024年5月号　第88期", "# 目录"]
    contents = ["1 水渠记 张水", "3 图书室 李山", "5 赶集 王禾"]
    body = [
        "# 水渠记",
        "张水",
        TEXT,
        "**闲话抽屉**",
        "**李山**",
        "## 图书室",
        TEXT,
        "# 赶集",
        "王禾",
        TEXT,
    ]
    issue = restore("\n\n".join([*cover, *contents, *body]).encode(), name="x.txt").issue
    titles = ["".join(text.value for text in article.title) for article in issue.articles]
    assert titles == ["水渠记", "图书室", "赶集"]


def test_bold_numbers_close_together_are_chapters() -> None:
    contents = ["目录", "1 渡口 张水", "3 图书室 李山", "# 渡口", "张水", NEAR]
    told = [
        TEXT,
        "船家说，水再大也要过河，过河的人等在对岸。",
        "第二天雾散了，渡口的铃又响了一次。",
    ]
    chapters = [part for n, text in enumerate(told, 1) for part in (f"**{n}**", f"{text}{NEAR}")]
    rest = [
        "# 图书室",
        "李山",
        *[
            f"学校的第{n}间图书室，也开着灯，借书的人排到了第{n}级台阶。"
            for n in "一二三四五六七八九"
        ],
    ]
    issue = restore("\n\n".join([*contents, *chapters, *rest]).encode(), name="x.txt").issue
    headings = [b.text.value for b in issue.articles[0].blocks if b.type == "heading"]
    assert headings == ["1", "2", "3"]
