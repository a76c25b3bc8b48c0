"""Bylines whose works and names are parted by other signs than strokes, or stand between marks."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline


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
