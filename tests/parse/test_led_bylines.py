"""Who signs a text right before its first words, on their line."""

from __future__ import annotations

import pytest

from converter.model import article_texts
from converter.parse.issue.led_bylines import with_bylines_before_apart
from converter.source import Line
from tests.support.restored import restored

CONTENTS = """\
目　录
4 桥下的木匠 ..... 梁小满
6 把夜里的公交车
开到最后一个村口 ..... 秦河湾
11 一座粮仓的三本账
15 米粒｜猫为什么追自己的尾巴"""
TEXT = "船坞的门板是他一块一块刨出来的，刨了三十年，刨花堆得比门还高。"


def _apart(*body: str, contents: str = CONTENTS) -> list[str]:
    listed = [Line(at, text) for at, text in enumerate(contents.splitlines())]
    lines = [Line(at, text) for at, text in enumerate(body, 100)]
    return [line.text for line in with_bylines_before_apart(lines, listed)]


@pytest.mark.parametrize(
    ("title", "byline"),
    [
        ("桥下的木匠", "梁小满"),
        ("桥下的木匠", "文/梁小满"),
        ("桥下的木匠", "南川市造船厂厂长 梁 小 满"),
        ("桥下的木匠", "◎ 梁小满　南川市文联"),
        ("一座粮仓的三本账", "本刊记者 季云"),
        ("一座粮仓的三本账", "季　云"),
        ("猫为什么追自己的尾巴", "米粒"),
    ],
)
@pytest.mark.parametrize("text", [TEXT, f"[摘　要] {TEXT}", TEXT.replace("，", ",")])
def test_who_signs_below_a_title_stands_on_a_line_of_its_own(
    title: str, byline: str, text: str
) -> None:
    assert _apart(title, "", f"{byline} {text}") == [title, "", byline, text]


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (("把夜里的公交车", "开到最后一个村口"), "南川市交通局局长　秦 河 湾"),
        (("桥下的木匠", "——访秦师傅"), "文/梁小满"),
    ],
)
def test_the_title_has_two_lines_or_a_subtitle_below_it(
    above: tuple[str, str], byline: str
) -> None:
    assert _apart(*above, f"{byline} {TEXT}") == [*above, byline, TEXT]


LOOSE = "目　录\n修好每一座桥——我省危桥改造的实践 季云 4\n守桥的人们 南川市运输局 8"


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        (("修好每一座桥", "——我省危桥改造的实践"), "● 中共南川市运输局党组"),
        (("修好每一座桥", "——我省危桥改造的实践"), "本刊记者 柴 望 实习生 林小满"),
        (("守桥的人们",), "□ 本刊记者　柴望"),
    ],
)
def test_who_signs_beyond_doubt_need_not_stand_in_the_contents(
    above: tuple[str, ...], byline: str
) -> None:
    assert _apart(*above, f"{byline}　{TEXT}", contents=LOOSE) == [*above, byline, TEXT]
    assert _apart(*above, f"{byline}　他说刨花很香。", contents=LOOSE) == [
        *above,
        byline,
        "他说刨花很香。",
    ]


@pytest.mark.parametrize("byline", ["本刊记者 季云", "文/季云", "季 云", "□ 南川市运输局"])
def test_without_contents_it_signs_in_so_many_words(byline: str) -> None:
    assert _apart("桥下的木匠", "", f"{byline} {TEXT}", contents="") == [
        "桥下的木匠",
        "",
        byline,
        TEXT,
    ]


@pytest.mark.parametrize(
    "line",
    [
        TEXT,
        f"季云明 {TEXT}",  # nobody whom the contents name
        f"第二年，梁小满 {TEXT}",
        "梁小满 一九五一年生",
        f"季 云 ，{TEXT}",
        "季 云 明天 再 来 看 那 座 桥 ， 桥 还 在 。",
        "季 云 明 天 再 来 看 那 座 桥 ， 桥 还 在 。",
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert _apart("桥下的木匠", "", line) == ["桥下的木匠", "", line]


@pytest.mark.parametrize("above", ["他说的就是这个人。", "| 桥下的木匠 |", TEXT * 3])
def test_it_stands_below_a_title(above: str) -> None:
    line = f"文/梁小满 {TEXT}"
    assert _apart(above, line) == [above, line]


def test_the_article_has_its_author_and_its_first_paragraph() -> None:
    issue = restored(
        f"石　桥\n\n{CONTENTS}\n\n桥下的木匠\n\n南川市造船厂厂长 梁 小 满 {TEXT}\n\n"
        f"{TEXT}\n\n一座粮仓的三本账\n\n{TEXT}\n"
    )
    first = issue.issue.articles[0]
    assert [author.name for line in first.bylines for author in line.authors] == ["梁小满"]
    assert [text.value for text in article_texts(first)][-2:] == [TEXT, TEXT]
