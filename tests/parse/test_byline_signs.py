"""Bylines whose works and names are parted by other signs than strokes, or stand between marks."""

from __future__ import annotations

import pytest

from converter.names import split_names
from converter.parse.byline import read_byline
from tests.support.restored import listed, restored


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("★陆遥★", ["陆遥"]),
        ("■ 陆 遥 ■", ["陆遥"]),
        ("陆遥 ◎ 文", ["陆遥"]),
        ("_文 陆遥_", ["陆遥"]),
        ("〔陆遥〕", ["陆遥"]),
        ("[陆遥　唐果]", ["陆遥", "唐果"]),
        ("文字 陆遥　摄影 唐果", ["陆遥"]),
        ("文案｜陆遥　摄影｜唐果", ["陆遥"]),
        ("撰稿：陆遥；摄影：唐果", ["陆遥"]),
        ("陆遥 供稿", ["陆遥"]),
        ("陆遥 摄影报道", ["陆遥"]),
        ("陆遥（57岁，船工）", ["陆遥"]),
        ("讲述：陆遥（船工）　记录：唐果", ["陆遥", "唐果"]),
        ("文 / 陆　遥　试吃 / 老　温", ["陆遥"]),
        ("文/陆遥 实验/渡口厨房组", ["陆遥"]),
        ("本刊特约记者 / 高　原　发自白石镇", ["高原"]),
        ("驻外记者 / 高　原", ["高原"]),
        ("本刊记者 高原/发自白石、石桥", ["高原"]),
    ],
)
def test_who_signs_whatever_the_signs(text: str, names: list[str]) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [author.name for author in reading.authors] == names


def test_a_name_in_frames_signs_if_the_contents_have_it() -> None:
    assert read_byline("【陆遥】") is None
    reading = read_byline("【陆遥】", known=frozenset(["陆遥"]))
    assert reading is not None
    assert [author.name for author in reading.authors] == ["陆遥"]


@pytest.mark.parametrize(
    "text", ["〔渡口词条〕", "[3]", "★渡口★", "渡口的灯 ◎ 文", "来稿：一封；退稿：两封"]
)
def test_what_only_looks_like_one(text: str) -> None:
    reading = read_byline(text)
    assert reading is None or reading.certainty < 0.75


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("本刊记者温故实习生林小满", [("温故", "本刊记者"), ("林小满", "实习生")]),
        ("特约撰稿柏舟通讯员钟离", [("柏舟", "特约撰稿"), ("钟离", "通讯员")]),
        ("读者石小榴", [("石小榴", "读者")]),
        ("技术中心陶冶", [("陶冶", "技术中心")]),
        ("口述：冯阿四整理：纪晓棠", [("冯阿四", "口述"), ("纪晓棠", "整理")]),
    ],
)
def test_offices_stand_close_to_the_names_that_the_contents_give(
    text: str, authors: list[tuple[str, str]]
) -> None:
    reading = read_byline(text, known=frozenset(name for name, _ in authors))
    assert reading is not None
    assert [author.name for author in reading.authors] == [name for name, _ in authors]


@pytest.mark.parametrize("text", ["石榴花开向阳坡", "一路向阳，一路走来看见向阳", "访作家向阳"])
def test_a_name_within_other_words_signs_nothing(text: str) -> None:
    assert read_byline(text, known=frozenset(["向阳"])) is None


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("本刊记者 司徒麦　摄影 米 山", [("司徒麦", "本刊记者"), ("米山", "摄影")]),
        ("本刊记者 司徒麦 图 米山", [("司徒麦", "本刊记者"), ("米山", "图")]),
        ("评测 司 徒 麦 米 山", [("司徒麦", "评测"), ("米山", "评测")]),
        ("试吃　米 山　司徒麦", [("米山", "试吃"), ("司徒麦", "试吃")]),
        ("文 米 山 司徒麦", [("米山", ""), ("司徒麦", "")]),
    ],
)
def test_all_whom_the_contents_name_sign_behind_words_for_what_they_did(
    text: str, signed: list[tuple[str, str]]
) -> None:
    reading = read_byline(text, known=frozenset(["司徒麦", "米山"]))
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == signed


def test_who_took_the_pictures_beside_others_than_the_contents_name_is_no_author() -> None:
    reading = read_byline("本刊记者 宰父禾　摄影 米 山", known=frozenset(["司徒麦", "米山"]))
    assert reading is not None
    assert [one.name for one in reading.authors] == ["宰父禾"]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("俞 乐 编", ("俞乐", "编")),
        ("俞　乐　编", ("俞乐", "编")),
        ("沈 禾 輯", ("沈禾", "輯")),
        ("李 小 明 编", ("李小明", "编")),
        ("尹 向 东", ("尹向东", "")),
    ],
)
def test_what_somebody_did_is_no_character_of_a_letter_spaced_name(
    text: str, author: tuple[str, str]
) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [author]


def test_who_took_the_picture_is_no_author_though_the_name_is_letter_spaced() -> None:
    assert read_byline("林 川 摄") is None
    assert split_names("林 川 摄") is None
    assert split_names("林 川 尧") == ("林川尧",)
    assert split_names("卓 文 编") == ("卓文编",)  # 文 and 编 may be two works


def test_a_byline_keeps_the_blank_before_what_somebody_did() -> None:
    head = (
        "渡口\n1991年第5期\n主编：沈一帆\n\n目录\n谜语会猜…………俞 乐 编(9)\n船匠的手…………陆 遥(3)\n\n"
    )
    one = "一家兄弟五六个，围着柱子团团坐，等到长大要分家，衣服一件一件都要扯破了，猜一种菜园里常见的东西，猜中的寄来。"
    two = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，灯油是镇上供的，月月不断。"
    made = restored(f"{head}谜语会猜\n俞 乐 编\n\n{one}\n\n船匠的手\n陆 遥\n\n{two}\n")
    bylines = [article.bylines[0] for article in made.issue.articles]
    assert [(one.text.value, one.authors[0].name) for one in bylines] == [
        ("俞乐 编", "俞乐"),
        ("陆遥", "陆遥"),
    ]
    assert listed(made)[0][2] == ("俞乐",)
