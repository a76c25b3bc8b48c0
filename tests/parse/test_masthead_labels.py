"""Labels of a masthead that other marks than colons part from what they say."""

from __future__ import annotations

import pytest

from converter.segment.regions import with_colons
from converter.segment.regions.labels import is_masthead_line
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
TOLD = (
    ("主办", "河湾镇文化站"),
    ("主编", "沈一帆"),
    ("编辑", "陆遥　唐果"),
    ("地址", "河湾镇渡口路1号"),
    ("定价", "12.00元"),
)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "form",
    [
        "{}_{}",
        "{}｜{}",
        "{}|{}",
        "{}·{}",
        "{}——{}",
        "{} - {}",
        "{}={}",
        "【{}】{}",
        "（{}）{}",
        "●{}：{}",
        "{}……{}",
        "{} » {}",
    ],
)
def test_a_masthead_in_other_forms(form: str, *, first: bool) -> None:
    masthead = "\n".join(form.format(label, value) for label, value in TOLD)
    contents = "目录\n\n船匠的手　陆遥……2\n雾里的钟声　何若溪……4"
    body = f"船匠的手\n\n文/陆遥\n\n{ONE}\n\n雾里的钟声\n\n文/何若溪\n\n{TWO}"
    parts = [masthead, contents, body] if first else [contents, body, masthead]
    made = restored("渡口\n2023年第3期\n总第21期\n\n" + "\n\n".join(parts) + "\n").issue
    told = {entry.label: entry.values for entry in made.masthead.entries}
    assert told["主编"] == ("沈一帆",)
    assert told["编辑"] == ("陆遥", "唐果")
    assert made.masthead.price == "12.00元"
    assert ["".join(line.value for line in one.title) for one in made.articles] == [
        "船匠的手",
        "雾里的钟声",
    ]


def test_who_edits_an_article_is_no_masthead() -> None:
    assert is_masthead_line("主编｜沈一帆")
    assert not is_masthead_line("编辑｜陆遥")
    assert not is_masthead_line("【摄影】唐果")
    assert with_colons("编辑｜陆遥") == "编辑：陆遥"
    assert with_colons("主编……3") == "主编……3"
    assert with_colons("渡口｜石阶") == "渡口｜石阶"


@pytest.mark.parametrize("label", ["内部定价", "工本费", "单价"])
def test_what_an_issue_costs_that_is_not_sold(label: str) -> None:
    assert is_masthead_line(f"{label}：8.00元")
    head = "河湾组工\n\n2024年第3期\n\n主办：河湾镇文化站\n\n主编：沈一帆\n\n"
    listed = "目录\n\n卷首语\n\n4 老渡口 何若河\n\n6 修船 陆遥\n\n"
    body = f"老渡口\n\n何若河\n\n{ONE}\n\n修船\n\n陆遥\n\n{TWO}"
    issue = restored(f"{head}{label}：8.00元\n\n{listed}{body}").issue
    assert (issue.masthead.price, issue.articles[0].title[0].value) == ("8.00元", "老渡口")
