"""Who signs beside a title, told by the body or by what he did, and names of sections like his."""

from __future__ import annotations

import pytest

from converter.parse.contents import parse_contents
from converter.parse.contents.entries import plain_entry
from converter.parse.contents.raw import RawContents
from converter.parse.credits import Credit, read_credits
from converter.source import Line
from tests.support.restored import restored

CONTENTS = (
    "目录\n质量\n一次塌方的调查　石工　3\n古　　建\n飞檐起翘的口诀　阮小瓦　5\n"
    "匠　　人\n泥水匠的一把刀　云岭农学院营造系　7\n"
)
PROSE = "　　架子拆到一半的时候起了风，看门的人说风不大，可是墙上一个拉结也没有了。\n"
BODY = (
    f"一次塌方的调查\n石　工\n{PROSE}飞檐起翘的口诀\n阮小瓦\n{PROSE}"
    f"泥水匠的一把刀\n云岭农学院营造系\n{PROSE}"
)


def _lines(text: str, first: int) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), first)]


def _read(contents: str, body: str) -> RawContents:
    return parse_contents(_lines(contents, 1), _lines(body, 100))


def test_the_name_of_a_section_signs_no_entry_that_has_its_author_beside_it() -> None:
    found = _read(CONTENTS, BODY)
    assert [section.name for section in found.sections] == ["质量", "古建", "匠人"]
    assert [entry.section for entry in found.entries] == [0, 1, 2]


def test_a_house_in_no_list_signs_where_the_body_has_it_under_the_title() -> None:
    assert _read(CONTENTS, BODY).entries[-1].authors_text == "云岭农学院营造系"


def test_the_number_of_a_series_in_brackets_is_nobody() -> None:
    contents = "目录\n和棋的学问（相士明）……2\n老将不老（戈平）……3\n有奖征解（四十七）……5\n"
    found = _read(
        contents, f"和棋的学问\n相士明\n{PROSE}老将不老\n戈平\n{PROSE}有奖征解（四十七）\n{PROSE}"
    )
    assert (found.entries[-1].texts, found.entries[-1].authors_text) == (["有奖征解（四十七）"], "")


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        ("山路　　杭老汉口述　和平整理　8", "山路", "杭老汉口述 和平整理"),
        ("梅的身世　　（日）松本青叶　著　白及　译　9", "梅的身世", "（日）松本青叶 著 白及 译"),
        ("我的 父亲 和 他的 摄影 3", "我的 父亲 和 他的 摄影", ""),
    ],
)
def test_what_two_people_did_parts_them_from_the_title(text: str, title: str, authors: str) -> None:
    entry = plain_entry(text, [1], 0)
    assert (entry.texts, entry.authors_text) == ([title], authors)


def test_the_work_of_a_credit_is_letter_spaced_like_its_name() -> None:
    assert read_credits("摄　影　蒲　扇") == (Credit("摄影", ("蒲扇",)),)
    assert read_credits("设 计　理 念") is None


def _sections_of_the_quay(
    listed: str, third: str = ""
) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    pieces = (
        (
            "潮水比钟表准",
            "何海生",
            "他每天早上先看水位，再看墙上的钟，两样对不上的时候，他信水位。",
        ),
        ("修网的手", "韩小渡", "网眼破了三个，她坐在门槛上补，补到天黑，线头咬断了往地上一吐。"),
        (
            "码头上的一封信",
            third,
            "信封湿了一半，字还认得，说的是家里的猪下了九只崽，叫他不要挂念。",
        ),
        ("渔汛过后", "沈秋帆", "船都回来了，桅杆挤在一起，风一吹就响，像许多人在小声地说话一样。"),
    )
    body = "\n\n".join(
        f"{title}\n\n{who}\n\n{prose}" if who else f"{title}\n\n{prose}"
        for title, who, prose in pieces
    )
    found = restored(f"渔港月刊\n2021年第7期\n\n目录\n\n{listed}\n\n{body}\n").issue.contents
    return {
        section.name: [("".join(entry.title), entry.authors) for entry in section.entries]
        for section in found.sections
    }


def test_a_section_made_like_a_name_signs_no_entry_where_authors_stand_beside_titles() -> None:
    listed = (
        "水情\n潮水比钟表准 何海生 4\n手艺\n修网的手 韩小渡 6\n来函\n码头上的一封信 8\n"
        "安于渔\n渔汛过后 沈秋帆 9"
    )
    assert _sections_of_the_quay(listed) == {
        "水情": [("潮水比钟表准", ("何海生",))],
        "手艺": [("修网的手", ("韩小渡",))],
        "来函": [("码头上的一封信", ())],
        "安于渔": [("渔汛过后", ("沈秋帆",))],
    }


def test_a_name_below_an_entry_signs_it_where_the_body_has_the_name() -> None:
    listed = (
        "水情\n潮水比钟表准 何海生 4\n修网的手 韩小渡 6\n码头上的一封信 8\n"
        "安于渔\n渔汛过后 沈秋帆 9"
    )
    assert _sections_of_the_quay(listed, "安于渔")["水情"][2] == ("码头上的一封信", ("安于渔",))


def test_a_hotline_that_answers_is_the_author_of_its_answers() -> None:
    contents = (
        "目录\n【案例】\n一张发票 / 石工 / 3\n【答疑】\n热点问答 / 12366热线 / 5\n"
        "【来稿】\n飞檐的口诀 / 阮小瓦 / 7\n"
    )
    body = f"一张发票\n石工\n{PROSE}热点问答\n12366热线\n{PROSE}飞檐的口诀\n阮小瓦\n{PROSE}"
    made = restored(f"{contents}\n{body}").issue.contents.sections[1].entries[0]
    assert ("".join(made.title), made.authors) == ("热点问答", ("12366热线",))


def test_a_page_behind_a_bar_may_be_read_as_letters() -> None:
    contents = (
        "目录\n案例\n一张发票 | 石工 | 3\n飞檐的口诀 | 阮小瓦 | 5\n读物\n《补丁》三题 | 花弄影 | l2\n"
        "投书\n一件毛衣的归还 | 14\n"
    )
    body = (
        f"案例\n\n一张发票\n\n石工\n\n{PROSE}\n飞檐的口诀\n\n阮小瓦\n\n{PROSE}\n读物\n\n《补丁》三题\n\n花弄影\n\n"
        f"{PROSE}\n投书\n\n一件毛衣的归还\n\n{PROSE}"
    )
    sections = restored(f"{contents}\n{body}").issue.contents.sections
    told = [(s.name, "".join(e.title), e.authors, e.page) for s in sections for e in s.entries]
    assert told[2:] == [
        ("读物", "《补丁》三题", ("花弄影",), "12"),
        ("投书", "一件毛衣的归还", (), "14"),
    ]
