"""Bylines: nothing printed is left out, and names are found in them."""

from __future__ import annotations

import pytest

from converter.model import Author, Byline, Text
from converter.render.byline import byline_parts


@pytest.mark.parametrize(
    ("line", "authors", "parts"),
    [
        (
            "口述/陈阿婆 整理/冯可",
            (Author("陈阿婆"), Author("冯可")),
            [
                *(("", "口述/"), ("author", "陈阿婆"), ("", "　")),
                *(("", "整理/"), ("author", "冯可")),
            ],
        ),
        # Who took the pictures does not sign, and is named as the author is.
        (
            "文/本刊记者 贺川 图/阿 榛 供图/河湾测站",
            (Author("贺川", "本刊记者"),),
            [
                *(("", "文/"), ("office", "本刊记者"), ("", " "), ("author", "贺川"), ("", "　")),
                *(("", "图/"), ("contributor", "阿榛"), ("", "　")),
                *(("", "供图/"), ("contributor", "河湾测站")),
            ],
        ),
        (
            "撰文/冯可 摄影/冯可 贺川（除署名外）",
            (Author("冯可"),),
            [
                *(("", "撰文/"), ("author", "冯可"), ("", "　"), ("", "摄影/")),
                *(
                    ("contributor", "冯可"),
                    ("", "　"),
                    ("contributor", "贺川"),
                    ("", "（除署名外）"),
                ),
            ],
        ),
        (
            "文 / 摄影 冯可",
            (Author("冯可"),),
            [("", "文 / 摄影 "), ("author", "冯可")],
        ),
        # A blank between two is lost where OCR has their marks.
        (
            "贺川¹冯可¹,² 阿榛²",
            (Author("贺川"), Author("冯可"), Author("阿榛")),
            [
                *(("author", "贺川"), ("", "¹"), ("", "　"), ("author", "冯可"), ("", "¹,²")),
                *(("", "　"), ("author", "阿榛"), ("", "²")),
            ],
        ),
        (
            "贺川1，冯可1,2 阿榛2",
            (Author("贺川"), Author("冯可"), Author("阿榛")),
            [
                *(("author", "贺川"), ("", "1，"), ("author", "冯可"), ("", "1,2"), ("", "　")),
                *(("author", "阿榛"), ("", "2")),
            ],
        ),
        # Offices before their names, or behind them.
        (
            "本刊记者 贺川 实习生 冯可",
            (Author("贺川", "本刊记者"), Author("冯可", "实习生")),
            [
                *(("office", "本刊记者"), ("", " "), ("author", "贺川"), ("", "　")),
                *(("office", "实习生"), ("", " "), ("author", "冯可")),
            ],
        ),
        (
            "贺川 口述 冯可 整理",
            (Author("贺川", "口述"), Author("冯可", "整理")),
            [
                *(("author", "贺川"), ("", " "), ("office", "口述"), ("", "　")),
                *(("author", "冯可"), ("", " "), ("office", "整理")),
            ],
        ),
        (
            "文/贺川 镇水文站",
            (Author("贺川", "镇水文站"),),
            [("", "文/"), ("author", "贺川"), ("", " "), ("office", "镇水文站")],
        ),
        (
            "镇水文站站长 贺 川",
            (Author("贺川", "镇水文站站长"),),
            [("office", "镇水文站站长"), ("", " "), ("author", "贺川")],
        ),
        ("（1．河湾师范学校，河湾 199020）", (), [("", "（1．河湾师范学校，河湾 199020）")]),
        (
            "贺川冯可",
            (Author("贺川"), Author("冯可")),
            [("author", "贺川"), ("", "　"), ("author", "冯可")],
        ),
        # Two names are further apart than a name and an office.
        (
            "本刊记者 贺川 冯可",
            (Author("贺川", "本刊记者"), Author("冯可", "本刊记者")),
            [
                *(("office", "本刊记者"), ("", " "), ("author", "贺川"), ("", "　")),
                ("author", "冯可"),
            ],
        ),
        (
            "[河湾] 阿图·贺川 著 冯可 译",
            (Author("阿图·贺川"), Author("冯可")),
            [
                *(("", "[河湾] "), ("author", "阿图·贺川"), ("", " 著"), ("", "　")),
                *(("author", "冯可"), ("", " 译")),
            ],
        ),
        (
            "文 贺川 图 冯可",
            (Author("贺川"), Author("冯可")),
            [("", "文 "), ("author", "贺川"), ("", " 图 "), ("author", "冯可")],
        ),
        (
            "通讯员贺川",
            (Author("贺川", "通讯员"),),
            [("office", "通讯员"), ("", " "), ("author", "贺川")],
        ),
        (
            "文|本刊记者 贺川",
            (Author("贺川", "本刊记者"),),
            [("", "文 | "), ("office", "本刊记者"), ("", " "), ("author", "贺川")],
        ),
        # From where a report comes is nobody's name.
        (
            "本刊记者 贺川/发自汀阳",
            (Author("贺川", "本刊记者"),),
            [("office", "本刊记者"), ("", " "), ("author", "贺川"), ("", "/发自汀阳")],
        ),
        ("", (Author("贺川", "站长"),), [("office", "站长"), ("", " "), ("author", "贺川")]),
        ("", (), []),
    ],
)
def test_a_byline_is_cut_into_names_offices_and_the_rest(
    line: str, authors: tuple[Author, ...], parts: list[tuple[str, str]]
) -> None:
    made = byline_parts(Byline(Text(line), authors))
    assert [(part.kind, part.text.value) for part in made] == parts


def test_figures_behind_names_stand_high() -> None:
    """Where a person works is called for by ¹, which OCR has as 1 on the line."""
    line = Byline(Text("贺川1，冯可1,2"), (Author("贺川"), Author("冯可")))
    raised = [
        (part.text.value, mark.end) for part in byline_parts(line) for mark in part.text.marks
    ]
    assert raised == [("1，", 1), ("1,2", 3)]
