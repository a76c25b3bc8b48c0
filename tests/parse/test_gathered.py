"""Columns of sayings and of news, and heads of talks and records, in issues without contents."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from tests.support.bare import FIRST, LAST, LONG, article, issue, titles

SHORT = "渡口站把旧船改成了茶座，谁来了都能倒一杯，杯子自己带。"


def test_sayings_with_their_sources() -> None:
    said = "".join(
        f"{told}\n\n——{who}谈渡口停航的那一个早晨\n\n"
        for told, who in (
            ("“我们不是不开船，我们只是不开这一条。”", "摆渡人罗岩"),
            ("“先把雨停了再说。”", "气象员季小舟"),
            ("最贵的装修，是留一面空墙。", "泥瓦匠苏江"),
        )
    )
    assert titles(issue(FIRST, f"声音\n\n{said}", LAST)) == ["摆渡人的台阶", "声音", "水尺旁边"]


def test_news_below_the_name_of_their_section() -> None:
    news = f"渡口站改建茶座\n\n{SHORT}\n\n木牌换了新的\n\n{SHORT}\n\n"
    found = issue(FIRST, f"资讯 NEWS\n\n三月要闻\n\n{news}", LAST)
    assert "三月要闻" in titles(found)


def test_news_each_with_who_sent_it() -> None:
    news = f"上游渡口：{SHORT}（罗一鸣）\n\n下游渡口：{SHORT}（苏小星）\n\n"
    found = issue(FIRST, f"各渡口简讯\n\n{news}", LAST)
    assert titles(found) == ["摆渡人的台阶", "各渡口简讯", "水尺旁边"]


def test_a_talk_below_its_subtitle() -> None:
    asked = f"《风物》：船还开吗？\n\n罗岩：{LONG}\n\n《风物》：谁来接班？\n\n罗岩：{LONG}\n\n"
    found = issue(FIRST, f"从一把钥匙开始\n\n——摆渡人罗岩谈渡口\n\n{asked}", LAST)
    assert titles(found) == ["摆渡人的台阶", "从一把钥匙开始", "水尺旁边"]


def test_the_time_that_a_record_tells_of_is_a_line_of_its_title() -> None:
    told = f"六月\n\n2日，{LONG}\n\n7日，{LONG}\n\n"
    found = issue(FIRST, f"河湾渡口大事记\n\n（2013年1月至2月）\n\n本刊编辑部\n\n{told}", LAST)
    assert titles(found)[1] == "河湾渡口大事记（2013年1月至2月）"


def test_a_note_on_a_section_opens_no_article() -> None:
    noted = f"专题研究\n\n编者按：{LONG}\n\n"
    found = issue(FIRST, noted, article("石阶的级数", "——来自四个渡口的调查\n\n文／罗 岩"), LAST)
    assert "专题研究" not in titles(found)


def test_two_sentences_below_a_title_are_none_of_its_lines() -> None:
    lead = "灯暗下来的那三秒钟，是谁在船上？一个摆渡人的二十年"
    found = issue(FIRST, article(f"船上的黑暗\n\n{lead}", "罗 岩"), LAST)
    assert titles(found) == ["摆渡人的台阶", "船上的黑暗", "水尺旁边"]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("本刊编辑部主任 柴静安", "本刊编辑部主任"),
        ("《风物》编辑部副主任　罗 岩", "《风物》编辑部副主任"),
    ],
)
def test_who_heads_the_editors_signs(line: str, office: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.office for author in reading.authors] == [office]
