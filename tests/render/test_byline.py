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
            [("", "口述/"), ("author", "陈阿婆"), ("", " 整理/"), ("author", "冯可")],
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
            [("author", "贺川"), ("", " "), ("author", "冯可")],
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
