"""Titles of three lines with their page before the first: what stands below it is neither name nor teaser."""

from __future__ import annotations

from tests.support.restored import restored

TEXT = (
    "渡口有三条规矩，头一条是天黑不开船。摆渡的老李把这条规矩写在船舱的门板背后，写了擦，擦了写。"
)
PIECES = [
    (5, ("把检修安排在无风的夜里", "从堤坝边看渡船的变迁", "从船头看缆绳的变迁"), "钟芷"),
    (8, ("改进渡口的路径与展望", "全面改进老码头", "把淡水送上最远的小岛"), "萧萍"),
    (11, ("从铁塔下看江水的变迁", "风浪小了之后", "——访石塘村船工冉铭鹤"), "翟岱野"),
    (19, ("把考试改成一次小小的展览",), "白北"),
]


def test_the_second_line_of_a_title_of_three_is_no_pen_name_and_no_teaser() -> None:
    rows = ["麦田通讯", "2023年第5期", "", "目录", ""]
    for page, (first, *more), who in PIECES:
        rows += [f"{page} {first}", *more[:-1]]
        rows += [f"{more[-1]} {who}"] if more else []
        rows[-1] += "" if more else f" {who}"
        rows.append("")
    for _, title, who in PIECES:
        for part in (*title, who, TEXT, TEXT):
            rows += [part, ""]
    articles = restored("\n".join(rows)).issue.articles
    assert [tuple(line.value for line in one.title) for one in articles] == [
        tuple(line for line in title if not line.startswith("——")) for _, title, _ in PIECES
    ]
    named = [[author.name for line in one.bylines for author in line.authors] for one in articles]
    assert named == [[who] for *_, who in PIECES]
