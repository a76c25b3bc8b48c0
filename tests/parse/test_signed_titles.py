"""Titles with their authors on the same line, as letterpress magazines set them."""

from __future__ import annotations

import pytest

from converter.hanzi import squeeze
from converter.model import Article, Issue
from converter.parse.byline import read_byline
from converter.parse.issue.signed_titles import with_titles_apart
from converter.source import Line
from tests.support.restored import restored

CONTENTS = """\
目　　录

小　　说
　渡　船……………………………乔　麦（2）
　石榴树下…………………………梁小满（3）
译　　文
　灯　塔……〔芬兰〕约·维格　陆　湾译（4
编者·读者·作者………………………（5）
补　　白
　渔家谚语（3）　写信之外（4）"""

BODY = """\
　　　渡　船　　　　　乔　麦
　　渡口的老船靠在岸边，船帮上刻着十七道印子，是十七年
里最高的水位，最上面的一道比人还高。
· 2 ·
　　　石榴树下　　　　　梁小满

　　石榴树是奶奶种的，种的那年她还没有过门，爷爷挑着担
子从树边上走过去，回头看了一眼。
　　　　　　　　渔家谚语
　　早看东南，晚看西北。
　　　　　　　　　　　　　　（梁小满）
· 3 ·
　　　灯　塔　　〔芬兰〕约·维格　陆　湾译

　　守灯塔的人每天晚上都点两盏灯，一盏给海上的船，一盏
给自己，别人问他为什么，他说怕船看不见他。
　　　　　　　　写信之外
　　一位朋友把信写好，念一遍，撕掉，再写一张空白的寄去。
· 4 ·
编者·读者·作者

　　本刊第三期上的《修伞》写得好，伞骨是七根还是八根，
请作者再查一查，我家的伞一直是八根。
· 5 ·"""


@pytest.fixture(scope="module")
def issue() -> Issue:
    return restored(f"沙洲文艺\n一九八四年第二期\n\n{CONTENTS}\n{BODY}\n").issue


def _named(issue: Issue, title: str) -> Article:
    return next(one for one in issue.articles if one.title[0].value == title)


def test_the_title_is_told_from_its_author(issue: Issue) -> None:
    found = {
        squeeze(one.title[0].value): [
            author.name for line in one.bylines for author in line.authors
        ]
        for one in issue.articles
    }
    assert found["渡船"] == ["乔麦"]
    assert found["石榴树下"] == ["梁小满"]


def test_fillers_on_one_line_stay_in_their_section(issue: Issue) -> None:
    sections = {
        "".join(entry.title): section.name
        for section in issue.contents.sections
        for entry in section.entries
    }
    assert sections["渔家谚语"] == sections["写信之外"] == "补白"


def test_a_column_of_readers_is_a_section_of_its_own(issue: Issue) -> None:
    assert issue.section_names[_named(issue, "编者·读者·作者").section] == "编者·读者·作者"


def _apart(*body: str) -> list[str]:
    contents = [Line(at, text) for at, text in enumerate(CONTENTS.splitlines())]
    lines = [Line(at, text) for at, text in enumerate(body)]
    return [line.text.strip() for line in with_titles_apart(lines, contents)]


def test_a_subtitle_may_have_the_author_on_its_line() -> None:
    assert _apart("　　　——读长诗《老渡》　　　梁小满") == ["——读长诗《老渡》", "梁小满"]


def test_a_misread_title_stands_as_the_others_do() -> None:
    lines = ("　　　渡　船　　　　　乔　麦", "", "　　　石榴树下　　　　梁小满", "")
    assert _apart(*lines, "　　　打 糙 糕　　　　周小秋")[-2:] == ["打 糙 糕", "周小秋"]


def test_a_list_of_prizes_is_no_row_of_titles() -> None:
    lines = ("　　　渡　船　　　　　乔　麦", "", "　　　石榴树下　　　　梁小满", "")
    prizes = ("一等奖　　　周小秋", "二等奖　　　吴大有")
    assert _apart(*lines, *prizes)[-2:] == list(prizes)


@pytest.mark.parametrize(
    "text", ["约·维格　　陆　湾译", "〔芬兰〕约·维格　陆　湾译", "约·维格 陆湾／译"]
)
def test_who_translated_stands_behind_the_foreigner(text: str) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [("约·维格", ""), ("陆湾", "译")]
