"""Contents without a heading or pages, whose titles stand again further down."""

from __future__ import annotations

from converter.segment.regions.find import find_regions
from converter.source import Line

TITLES = (
    ("社务", "修船夜校开课，头一晚来了三十个人！"),
    ("江上", "渡口的灯换过三次"),
    ("江上", "缆绳与它的第二级石阶"),
    ("人物", "柳远舟和他的桐油铺"),
    ("人物", "一个人的船坞"),
    ("来信", "请把汽笛再拉响一点好吗？"),
)
PROSE = "撑船的人看见灯亮了，就把缆绳收到第二级石阶上去，等江水自己落下来。" * 3


def test_a_title_behind_its_column_may_be_a_sentence() -> None:
    rows = [f"[{column}] {title}" for column, title in TITLES]
    body = [part for _, title in TITLES for part in ("", title, "祝小满", "", PROSE)]
    texts = ["渡口电子报", "第 12 期", "", *rows, *body]
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    assert find_regions(lines).contents is not None


def test_a_sentence_that_is_no_title_ends_them() -> None:
    rows = [title for _, title in TITLES]
    texts = [*rows[:3], "这一期说的都是渡口上的人和他们的灯，请慢慢看。", *rows[3:]]
    texts += [part for title in rows for part in ("", title, "祝小满", "", PROSE)]
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    assert find_regions(lines).contents is None
