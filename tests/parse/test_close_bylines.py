"""Titles with who wrote them right behind, on their line, as the contents tell."""

from __future__ import annotations

import pytest

from converter.parse.issue.close_bylines import with_bylines_apart
from converter.source import Line
from tests.support.restored import restored

CONTENTS = """\
目　录

卷首
4 桥下的木匠 ..... 梁小满

调查
6 把夜里的公交车
开到最后一个村口 ..... 秦河湾
11 一座粮仓的三本账 季云 沈家禾

书房
15 猫为什么追自己的尾巴
19 旧信 ..... 米粒
21 雨前的谷场 ..... 禾谷县农机站
24 补齐冷链短板
让山货走得更远 葛 洲
八点半的校门 …… 本刊记者 温故 27
□ 村里的图书馆　　文/吴 童 图/鹿 鹿
| 技术角 | 锻件加热炉的改进 | 技术中心 陶冶 | 31 |"""


def _apart(*body: str) -> list[str]:
    contents = [Line(at, text) for at, text in enumerate(CONTENTS.splitlines())]
    lines = [Line(at, text) for at, text in enumerate(body, 100)]
    made = with_bylines_apart(lines, contents)
    return [line.text.strip() for line in made]


@pytest.mark.parametrize(
    ("line", "title", "byline"),
    [
        ("桥下的木匠 梁小满", "桥下的木匠", "梁小满"),
        ("桥下的木匠 / 梁小满", "桥下的木匠", "/ 梁小满"),
        ("桥下的木匠｜梁小满", "桥下的木匠", "｜梁小满"),
        ("桥下的木匠 文／梁小满", "桥下的木匠", "文／梁小满"),
        ("桥下的木匠　□ 本刊记者 梁小满", "桥下的木匠", "□ 本刊记者 梁小满"),
        ("桥下的木匠（梁小满）", "桥下的木匠", "（梁小满）"),
        ("桥下的木匠梁小满", "桥下的木匠", "梁小满"),
        ("一座粮仓的三本账 季云 沈家禾", "一座粮仓的三本账", "季云 沈家禾"),
        ("猫为什么追自己的尾巴 本刊记者 何一帆", "猫为什么追自己的尾巴", "本刊记者 何一帆"),
        ("旧信 米粒", "旧信", "米粒"),
        ("雨前的谷场　禾谷县农机站", "雨前的谷场", "禾谷县农机站"),
        ("猫为什么追自己的尾巴 何一帆", "猫为什么追自己的尾巴", "何一帆"),
        ("雨前的“谷场”禾谷县农机站", "雨前的“谷场”", "禾谷县农机站"),
        (
            "补齐冷链短板 让山货走得更远南川市商务局处长、一级调研员 葛 洲",
            "补齐冷链短板 让山货走得更远",
            "南川市商务局处长、一级调研员 葛 洲",
        ),
        (
            "八点半的校门本刊记者 温 故 实习生 林小满",
            "八点半的校门",
            "本刊记者 温 故 实习生 林小满",
        ),
        ("村里的图书馆 文/吴　童　图/鹿　鹿", "村里的图书馆", "文/吴　童　图/鹿　鹿"),
        ("锻件加热炉的改进技术中心 陶 冶", "锻件加热炉的改进", "技术中心 陶 冶"),
    ],
)
def test_who_wrote_it_stands_behind_the_title(line: str, title: str, byline: str) -> None:
    assert _apart(line, "", "正文从这里开始。") == [title, byline, "", "正文从这里开始。"]


def test_an_office_stands_before_the_name_and_a_title_has_two_lines() -> None:
    lines = ("把夜里的公交车", "开到最后一个村口　南川市交通局局长　秦 河 湾")
    assert _apart(*lines) == ["把夜里的公交车", "开到最后一个村口", "南川市交通局局长　秦 河 湾"]


def test_the_second_half_of_a_title_is_no_office() -> None:
    line = "把夜里的公交车 开到最后一个村口　南川市交通局局长　秦 河 湾"
    assert _apart(line)[0] == "把夜里的公交车 开到最后一个村口"


@pytest.mark.parametrize(
    "lines",
    [
        ("一座粮仓的三本账", "季云 沈家禾"),
        ("旧信", "文/米粒 图/白帆"),
        ("把夜里的公交车 开到最后一个村口",),
        ("桥下的木匠", "", "桥下的木匠 梁小满 4"),
        ("桥下的木匠 梁小满", "", "桥下的木匠", "梁小满"),
    ],
)
def test_other_lines_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert _apart(*lines) == list(lines)


def test_blank_lines_need_not_part_the_two() -> None:
    text = "他把刨子放在桥墩上，说木头也要喘一口气，过了晌午再来看，它自己就直了，不必去压它。"
    body = f"桥下的木匠 / 梁小满\n\n{text}\n\n{text}\n\n旧信　米粒\n\n{text}\n\n{text}\n"
    issue = restored(f"谷雨\n2021年第3期\n\n{CONTENTS}\n\n{body}").issue
    found = {
        "".join(one.value for one in article.title): [
            author.name for line in article.bylines for author in line.authors
        ]
        for article in issue.articles
    }
    assert found["桥下的木匠"] == ["梁小满"]
    assert found["旧信"] == ["米粒"]


@pytest.mark.parametrize("section", ["专题·桥", "卷首 | OPENING"])
def test_contents_end_at_a_title_that_is_signed_on_its_line(section: str) -> None:
    text = "他把刨子放在桥墩上，说木头也要喘一口气，" * 6 + "过了晌午再来看，它自己就直了。"
    contents = (
        "目录\n\n专题·桥\n004　桥下的木匠　梁小满\n012　晒谷人家　林一\n书房\n019　旧信　米粒"
    )
    body = f"桥下的木匠　撰文 | 梁小满　摄影 | 白帆\n\n{text}\n\n{text}\n\n晒谷人家　撰文 | 林一\n\n{text}"
    issue = restored(f"谷雨\n2021年第3期\n\n{contents}\n\n{section}\n\n{body}\n").issue
    assert ["".join(one.value for one in article.title) for article in issue.articles] == [
        "桥下的木匠",
        "晒谷人家",
    ]


def test_what_comes_again_is_a_running_head_and_stays_on_one_line() -> None:
    head = "桥下的木匠 梁小满"
    assert _apart(*([head, "", "正文。", ""] * 2))[:2] == ["桥下的木匠", "梁小满"]
    assert _apart(*([head, "", "正文。", ""] * 3)).count(head) == 3


def test_what_somebody_did_is_no_title_of_the_contents() -> None:
    contents = [Line(1, "慢车"), Line(2, "停二十六站"), Line(3, "撰文、摄影/阮灯")]
    line = Line(9, "撰文、摄影/阮灯")
    assert with_bylines_apart([Line(7, "慢车"), Line(8, ""), line], contents)[-1] == line
