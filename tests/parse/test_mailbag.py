"""Several writers in one article, and letters that are answered."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Role
from converter.parse.letters import signatures
from converter.segment.units import make_units
from converter.source import Line
from tests.support.restored import restored

ASKED = "您好！我家的水井是祖父挖的，去年井水忽然浑了，我不知道该不该再喝，也不知道该去问谁，只好写信给您。"
MORE = "井台上的石头还在，绳印有两指深。孩子们说该填了，省得有人掉下去，我舍不得，又说不出舍不得的道理。"
ANSWER = "您先不要喝，也先不要填。请您装一瓶井水送到县里的卫生站化验，化验不要钱，三天就有结果。"
LAST = "水若是好的，就淘一淘井底的泥；水若是坏的，就在井台上栽一棵树，根会替您记住这口井。"


def issue(*parts: str) -> Issue:
    other = "渡口只剩下一根拴船的木桩，木桩上的绳印有两指深，下雨的时候积着水，鸟来喝。"
    head = ["目录", "老井 张水 1", "渡口 李山 3", "老井", "张水"]
    return restored("\n\n".join([*head, *parts, "渡口", "李山", other])).issue


def blocks(found: Issue) -> list[tuple[str, str]]:
    return [
        (block.role.value if isinstance(block, Paragraph) else "heading", block.text.value)
        for block in found.articles[0].blocks
        if isinstance(block, (Paragraph, Heading))
    ]


def test_who_answers_signs_with_the_name_by_which_the_letter_calls() -> None:
    found = issue(
        "井姨：",
        ASKED,
        MORE,
        "小禾",
        "7月3日",
        "井姨回信",
        "小禾：",
        ANSWER,
        LAST,
        "井姨",
        "来信请寄：本刊编辑部“井姨信箱”收。",
    )
    got = blocks(found)
    assert ("heading", "井姨回信") in got
    assert (Role.SIGNATURE.value, "井姨") in got
    assert (Role.SIGNATURE.value, "小禾") in got
    assert not any("井姨回信小禾" in text for _, text in got)


def test_a_letter_of_one_paragraph_has_its_writer_below_it_and_the_editors_answer() -> None:
    found = issue(
        "井水浑了",
        "编辑同志：" + ASKED,
        "白桥 退休教师 程远山",
        "编者答：" + ANSWER,
        "旧井仍新",
        MORE,
        "县城 一名石匠的女儿",
        "编者答：" + LAST,
    )
    assert not any(line.authors for line in found.articles[0].bylines[1:])
    letter = ["heading", Role.BODY.value, Role.SIGNATURE.value, Role.EDITOR_NOTE.value]
    got = blocks(found)
    assert [kind for kind, _ in got] == [*letter, *letter]
    assert [text for kind, text in got if kind == "heading"] == ["井水浑了", "旧井仍新"]


def test_a_heading_stands_above_the_name_of_a_writer() -> None:
    found = issue(
        "编者按：老井该不该填，引起不少议论。本刊请几位读者各抒己见。",
        "井是村里的眼睛",
        "白桥县教师进修学校 程远山",
        ASKED[3:] + MORE,
        ANSWER + LAST,
    )
    got = blocks(found)
    assert [text for kind, text in got if kind == "heading"] == ["井是村里的眼睛"]
    signed = [text for kind, text in got if kind == Role.SIGNATURE.value]
    assert signed == ["白桥县教师进修学校 程远山"]


def test_a_letter_to_the_magazine_by_its_name_and_what_the_editors_say() -> None:
    imprint = "井台\n2021年第3期\n主办：白桥县文化馆\n"
    made = restored(
        "\n\n".join(
            [
                imprint,
                "目录",
                "来信 1",
                "来信",
                "编辑同志：",
                ASKED,
                "《井台》：",
                MORE,
                "编者：两封信都收到了。" + LAST,
            ]
        )
    )
    assert made.issue.masthead.title == "井台"
    got = [kind for kind, _ in blocks(made.issue)]
    letters = [Role.SALUTATION.value, Role.BODY.value]
    assert got == [*letters, *letters, Role.EDITOR_NOTE.value]


def test_whom_a_letter_addresses_is_no_heading_however_large() -> None:
    got = blocks(
        issue("## 来信", "## 井老师：", ASKED, MORE, "小禾", "## 回信", "小禾同学：", ANSWER)
    )
    assert ("heading", "来信") in got
    assert (Role.SALUTATION.value, "井老师：") in got


def test_the_weather_on_a_line_below_its_day_goes_with_it() -> None:
    got = blocks(issue("## 7月3日 晴", ASKED, "## 7月5日", "阴转小雨", MORE, "## 7月9日", ANSWER))
    assert [text for kind, text in got if kind == "heading"] == [
        "7月3日 晴",
        "7月5日 阴转小雨",
        "7月9日",
    ]


def test_what_was_measured_is_no_number_of_a_heading() -> None:
    got = blocks(issue(ASKED, "4.5公里，从井台到化验站的路比传说里的短了", "04", f"许多。{MORE}"))
    assert not [text for kind, text in got if kind == "heading"]


def test_who_addresses_the_editors_in_any_words_signs_below() -> None:
    issue = restored(
        "目录\n\n河里的石头 / 汪洋 1\n来信 4\n\n河里的石头\n\n汪洋\n\n河水退下去以后，石头上留着一圈一圈的白线，一年一圈，比年轮还清楚。\n\n"
        "来信\n\n石头会不会长大\n\n编辑叔叔、阿姨：你们好！我在河边捡的石头放在窗台上，过了一年，好像比以前大了一点。\n\n"
        "柳湾镇中心小学　何小满\n\n水往哪里去\n\n学校门口的水沟总是干的，可是下雨的时候水很多，它们后来都到哪里去了？\n\n槐树小学　唐一果"
    ).issue
    letters = issue.articles[-1]
    assert not letters.bylines
    assert [block.text.value for block in letters.blocks if isinstance(block, Heading)] == [
        "石头会不会长大",
        "水往哪里去",
    ]


def test_a_heading_of_two_clauses_stands_over_a_letter_to_the_editors() -> None:
    found = issue(
        "水井是大家的，井台也是",
        "编辑部：读完上一期写老井的文章，我把杂志拿给了对门，两家人一起把井台扫了一遍。",
        "河西 一位读者",
    )
    assert blocks(found)[0] == ("heading", "水井是大家的，井台也是")


def test_a_reader_who_signs_by_a_surname_and_somebody_without_a_name() -> None:
    texts = [
        "读完上一期写老井的文章，我想起外公。他一辈子没有离开过井台，谢谢你们替他写下来。",
        "河西 陈小姐",
        "贵刊第三期里的石桥应为木桥，因为我母亲出嫁那一天，就是从那座木桥上走过来的。",
        "河东 一个爱挑错的读者",
        "编按：感谢指正。",
    ]
    lines = [Line(number, text) for number, text in enumerate("\n\n".join(texts).split("\n"), 1)]
    assert signatures(list(make_units(lines)), talk=False) == {1, 3}


def test_who_asks_stands_at_the_right_edge_between_question_and_answer() -> None:
    right = "　" * 8
    texts = ["问：" + ASKED[3:], f"{right}白桥 小 禾", "答：" + ANSWER, "问：" + MORE, "白桥 小 禾"]
    lines = [Line(number, text) for number, text in enumerate("\n\n".join(texts).split("\n"), 1)]
    assert signatures(list(make_units(lines)), talk=True) == {1}


def test_who_signs_a_letter_above_the_answer_of_a_named_adviser_is_told() -> None:
    text = """# 他从不说对不起

主持：罗敏

罗敏老师：

我和丈夫结婚六年，他什么都好，就是从来不说对不起。上个月他把我养了三年的兰花浇死了，一句话也没有。

我要的不是花，是一句话。我是不是太计较了？

一个等着道歉的妻子

罗敏答：

您一点也不计较。道歉不是为了分出谁对谁错，是为了告诉对方：我看见你疼了。
"""
    blocks = restored(text).issue.articles[0].blocks
    told = [(b.role, b.text.value) for b in blocks if isinstance(b, Paragraph)]
    assert (Role.SIGNATURE, "一个等着道歉的妻子") in told


_LISTED = ("目录", "老井 张水 1", "渡口 李山 3", "井边闲话 6")
_OTHERS = ("老井", "张水", ASKED, "渡口", "李山", MORE)


def test_the_first_letter_is_no_standfirst_where_the_house_answers_it() -> None:
    """No more is told of it than that its writer stands over what is longer."""
    letter = ("石头还在", ASKED, "白桥客运段家属　程远山")
    made = restored(
        "\n\n".join([*_LISTED, *_OTHERS, "井边闲话", *letter, "本刊回复：" + ANSWER, LAST, MORE])
    )
    found = made.issue.articles[-1]
    assert found.subtitle is None
    assert not any(line.authors for line in found.bylines)
    assert [b.text.value for b in found.blocks if isinstance(b, (Paragraph, Heading))][:2] == [
        "石头还在",
        ASKED,
    ]


def test_a_heading_of_the_level_of_others_heads_the_first_piece_and_is_no_subtitle() -> None:
    others = ("# 老井", "张水", ASKED, "# 渡口", "李山", MORE)
    pieces = (
        "## 石头还在",
        ASKED,
        "白桥客运段家属　程远山",
        "## 绳印两指深",
        MORE,
        "白桥客运段家属　程小禾",
    )
    made = restored("\n\n".join([*_LISTED, *others, "# 井边闲话", *pieces]))
    found = made.issue.articles[-1]
    assert found.subtitle is None
    assert not any(line.authors for line in found.bylines)
    headings = [b.text.value for b in found.blocks if isinstance(b, Heading)]
    assert headings == ["石头还在", "绳印两指深"]


@pytest.mark.parametrize("title", ["来信与答复", "读者来信和回音"])
def test_under_the_name_of_a_letters_page_the_first_letter_is_no_standfirst(title: str) -> None:
    listed = [*_LISTED[:3], f"{title} 6"]
    letter = (ASKED, "白桥客运段家属　程远山")
    made = restored("\n\n".join([*listed, *_OTHERS, title, *letter, ANSWER, LAST, MORE]))
    found = made.issue.articles[-1]
    assert not any(line.authors for line in found.bylines)
    assert next(b.text.value for b in found.blocks if isinstance(b, Paragraph)) == ASKED


def test_a_subtitle_of_the_level_of_headings_stands_over_who_signs() -> None:
    others = ("# 老井", "张水", ASKED, "# 渡口", "李山", MORE)
    pieces = ("## 石头还在", "文/程远山", ASKED, "## 绳印两指深", MORE, ANSWER)
    made = restored("\n\n".join([*_LISTED, *others, "# 井边闲话", *pieces]))
    found = made.issue.articles[-1]
    assert found.subtitle is not None
    assert [one.name for line in found.bylines for one in line.authors] == ["程远山"]
