"""Contents that have lost their heading, and the name of their first section."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

TEXT = (
    "渡口的石阶一共三十一级，最下面的两级长年泡在水里，涨水的时候只看得见栏杆，水退了又长出青苔。"
)
FRONT = "渡口\n\n2017年第3期（总第27期）\n双月刊 6月20日出版\n\n"
ENTRIES = [
    ("专稿", ("挪船要先挪桩", "修桥铺路的三条旧规矩"), "季有田", "3"),
    ("讲堂", ("让灯亮到最后一户",), "罗长庚", "8"),
    ("讲堂", ("把石阶修到田埂上",), "沈一帆", "10"),
    ("访谈", ("给渡口留一条缝",), "白小船", "13"),
]


def issue(gap: str) -> str:
    rows: list[str] = []
    last = ""
    for section, title, author, page in ENTRIES:
        if section != last:
            rows += ["", section, *([""] if gap else [])]
        last = section
        rows += [*title[:-1], f"{title[-1]} ………… {author}（{page}）"]
    body = "\n\n".join("\n\n".join([*title, author, TEXT, TEXT]) for _, title, author, _ in ENTRIES)
    return FRONT + "\n".join(rows) + "\n\n\n" + body


@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_first_section_belongs_to_contents_without_a_heading(gap: str) -> None:
    assert [(section, page) for section, _, _, page in listed(restored(issue(gap)))] == [
        (section, page) for section, _, _, page in ENTRIES
    ]
