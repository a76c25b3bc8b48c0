"""What stands about the text of a weekly: credits below it, ratings, replies to letters, guests."""

from __future__ import annotations

import pytest

from converter.model import Author, Heading, Issue, Paragraph, Role
from converter.parse.byline import read_byline
from converter.parse.heal import decide
from converter.parse.kinds import is_rating, labelled
from converter.segment.folios import in_digits
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"


def issue(*parts: str, contents: str = "水边 2", title: str = "水边") -> Issue:
    head = ["渡口\n2023年第2期", "目录", contents, "灯下 李山 8", title]
    return restored("\n\n".join([*head, *parts, "灯下", "李山", THREE])).issue


def blocks(found: Issue) -> list[tuple[str, str]]:
    article = found.articles[0]
    return [
        (block.role.value if isinstance(block, Paragraph) else "heading", block.text.value)
        for block in (*article.front, *article.blocks, *article.back)
        if isinstance(block, (Paragraph, Heading))
    ]


def test_a_house_between_two_names_is_where_the_second_one_works() -> None:
    found = read_byline("本刊记者 简 宁 河湾县委宣传部 欧阳一苇")
    assert found is not None
    assert found.authors == (Author("简宁", "本刊记者"), Author("欧阳一苇", "河湾县委宣传部"))


def test_writers_of_parts_with_their_offices_in_brackets() -> None:
    found = blocks(
        issue(
            "编者按：河滩上的事，住在河边的人最清楚。这里登出其中两位的来信。",
            "给河滩留一点空地",
            "黎小筠（河湾师范学校教授）",
            ONE + TWO,
            "旧码头的新本事",
            "申屠望（河湾航运公司总工程师",
            f"{TWO}{THREE}码头上的人",
            "都认得他。",
            contents="河滩与码头 黎小筠 申屠望 2",
            title="河滩与码头",
        )
    )
    assert [kind for kind, _ in found] == [
        "editor-note", "heading", "signature", "body", "heading", "signature", "body",
    ]  # fmt: skip


def test_the_house_replies_below_a_letter() -> None:
    found = blocks(
        issue(
            "灯罩上的裂纹", ONE, "河湾镇 贺兰心", f"编辑回复：{TWO}", "石阶", THREE, "河湾镇 卞云"
        )
    )
    assert ("editor-note", f"编辑回复：{TWO}") in found


def test_who_gathered_the_words_is_named_below_them() -> None:
    found = blocks(issue(*(f"{said}{ONE}" for said in "甲乙丙丁戊己"), "整理/洪小满"))
    assert found[-1] == ("credit", "整理/洪小满")


@pytest.mark.parametrize("text", ["推荐指数：★★★★☆", "好看程度 ★★★☆☆"])
def test_ratings_are_no_headings(text: str) -> None:
    assert is_rating(text)
    found = blocks(issue("《缆绳》", ONE, text, "《旧船》", TWO, text))
    assert [kind for kind, _ in found] == ["heading", "body", "credit"] * 2


def test_stars_in_a_sentence_are_no_rating() -> None:
    assert not is_rating("那家旅馆挂着五颗星：★★★★★，灯却不亮")


def test_guests_with_their_offices_on_lines_of_their_own() -> None:
    talk = ["主持人：河上的灯还亮着吗？", f"林伯驹：{ONE}", "主持人：以后呢？", f"方璐：{TWO}"]
    found = blocks(
        issue(
            "访谈嘉宾：林伯驹 河湾航运公司经理",
            "方 璐 河湾镇小学教师",
            THREE,
            *talk,
            title="水边\n\n周一苇",
            contents="水边 周一苇 2",
        )
    )
    assert [kind for kind, _ in found[:3]] == ["credit", "credit", "body"]


def test_a_guest_who_is_introduced_in_a_sentence_does_not_speak_there() -> None:
    talk = ["主持人：河上的灯还亮着吗？", f"林伯驹：{ONE}", "主持人：以后呢？", f"林伯驹：{TWO}"]
    found = blocks(issue("嘉宾：林伯驹，河湾航运公司经理，管过七盏灯。", *talk))
    assert [kind for kind, _ in found] == ["credit", "question", "answer", "question", "answer"]


def test_where_an_author_lives_is_a_biography() -> None:
    found = labelled("（作者现居北方某城，教师）")
    assert found is not None
    assert found.role is Role.BIOGRAPHY


def test_misread_digits_behind_the_name_of_the_magazine() -> None:
    assert in_digits("渡口周刊 2OO6.31 l7") == "渡口周刊 2006.31 17"
    assert in_digits("渡口 Old Ill") == "渡口 Old Ill"


def test_the_end_of_a_sentence_is_said_again_overleaf() -> None:
    found = decide("过江的车不等人，从桥上走只要十一分钟。", "钟。这一年渡口只运了九十六个人。")
    assert (found.join, found.cut) == (True, 2)
    assert not decide("她摇摇头，说不对。", "对。他又说了一遍，声音比刚才大。").join


def test_the_end_of_a_clause_and_its_colon_that_a_seam_says_twice_are_said_once() -> None:
    found = decide("第一批写的都退了回去。第二批就不同了：", "了：“老张在渠边站了一夜，鞋湿了。”")
    assert (found.join, found.cut) == (True, 2)
    assert not decide("要备的东西如下：", "铁锹：每户一把。").join
