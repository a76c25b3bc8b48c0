"""Pull quotes within a sentence where no blank line parts anything."""

from __future__ import annotations

import pytest

from tests.support.blocks import quotes, texts
from tests.support.restored import restored

HEAD = "长街\n2023年第2期\n目录\n渡口的规矩　沈一帆　1\n灯下的账本　何秋水　4\n渡口的规矩\n沈一帆\n"
OTHER = "灯下的账本\n何秋水\n账本是三十年前的，纸已经发脆，翻的时候要用手掌托着。"
TEXTS = [
    "渡口有三条规矩，头一条是天黑不开船。摆渡的老李把这条规矩写在船舱的门板背后，写了擦，擦了写，字迹早就看不清了，他还是照着写。来坐船的人只要抬头看一眼，就知道几点钟以前要回到岸边。",
    "第二条是不载空手的人。空手的人要过河，得先捡一块石头，人走了，石头还在。对岸的石堆如今有一人多高，谁也搬不动。",
    "第三条规矩没有人说得清。老李今年七十三岁，船也有四十岁了。他说人和船一样，用久了就有了脾气，要顺着脾气使，才走得长远，也走得安稳。",
    "镇上来的干部劝他歇一歇，他坐在船头，把手里的缆绳慢慢地盘好，头也不抬，说开船这件事不能断，断了，对岸的孩子就要绕四十里山路去上学，到学校已经是中午。",
]


def issue(*body: str) -> tuple[list[str], list[str]]:
    found = restored(HEAD + "\n".join((*body, OTHER)) + "\n").issue
    return quotes(found), texts(found)[: len(TEXTS)]


@pytest.mark.parametrize(
    "said",
    [
        ["用久了就有了脾气，要顺着脾气使"],
        ["得先捡一块石头，人走了，", "石头还在。"],
        ["人走了，石头还在。", "对岸的石堆如今有一人多高，谁也", "搬不动。"],
    ],
)
def test_short_lines_that_cut_a_sentence_say_the_text_again(said: list[str]) -> None:
    cut = TEXTS[3].index("的缆绳")
    found, text = issue(*TEXTS[:3], TEXTS[3][:cut], *said, TEXTS[3][cut:])
    assert found == ["".join(said)]
    assert text == TEXTS


def test_the_sentence_that_is_cut_is_the_one_said_again() -> None:
    cut = TEXTS[2].index("了脾气")
    said = ["用久了就有了脾气，", "要顺着脾气使，才走得长远"]
    found, text = issue(*TEXTS[:2], TEXTS[2][:cut], *said, TEXTS[2][cut:], TEXTS[3])
    assert found == ["".join(said)]
    assert text == TEXTS


def test_a_remark_that_each_article_has_is_no_pull_quote() -> None:
    note = "（作者是渡口镇中学的教师）"
    cut = TEXTS[3][:-5]
    assert issue(*TEXTS[:2], note, *TEXTS[2:3], cut, note)[0] == []
