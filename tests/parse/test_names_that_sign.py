"""Contents in which the name of a section looks like that of a person: 史话 below an entry that nobody signs."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

TEXT = "桥修好以后，他还是每天早上坐在石阶上，等一个喊他过渡的人。"
SECTIONS = [
    ("手札", "给一只碗让座", "章叔平", "4"),
    ("特稿", "一口井里的三百年", "颜知秋", "5"),
    ("对谈", "说明牌该写多少字", "何若溪", "8"),
    ("幕后", "夜里两点的展厅", "付长顺", "10"),
    ("留言簿", "观众有话想说", "", "12"),
]


def issue(name: str, *, signs: str = "") -> str:
    """An issue whose last section has a ``name``, above which ``signs`` signs the article below its title."""
    articles = [
        *SECTIONS[:-1],
        (*SECTIONS[-1][:2], signs, "12"),
        (name, "冬天去看这几个展", "", "13"),
    ]
    lines = [part for one in articles for part in (one[0], one[3], one[1], one[2]) if part]
    body = [
        part
        for one in articles
        for part in (*one[:3], TEXT + TEXT, signs if one[2] == signs else "")
    ]
    return "\n".join(["展柜内外", "2019年第11期", "目录", *lines, *filter(None, body), ""])


@pytest.mark.parametrize("name", ["展讯", "史话", "方圆", "于无声处"])
def test_a_name_that_the_body_has_over_the_next_title_is_that_of_its_section(name: str) -> None:
    entries = listed(restored(issue(name)))
    assert entries[-2:] == [
        ("留言簿", "观众有话想说", (), "12"),
        (name, "冬天去看这几个展", (), "13"),
    ]


def test_who_signs_at_the_end_above_the_next_title_is_an_author() -> None:
    entries = listed(restored(issue("", signs="石秋")))
    assert ("留言簿", "观众有话想说", ("石秋",), "12") in entries
