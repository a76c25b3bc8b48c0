"""Issues that no page has cut: nothing goes on behind a blank line."""

from __future__ import annotations

from converter.model import Article, Heading, Paragraph
from tests.support.restored import restored

PROSE = (
    "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡。管水的人天不亮就上渠，"
    "把闸门摇到合适的高度，再沿着渠走一遍，看有没有漏水的地方。"
)
MANY = 90
"""Paragraphs enough to tell that none is cut."""


def _first(text: str) -> Article:
    contents = "目录\n1 修渠记 张水\n3 老街 李山"
    found = restored(f"{contents}\n\n{text}\n\n老街\n\n文／李山\n\n{PROSE}\n")
    return found.issue.articles[0]


def test_a_line_without_a_mark_does_not_go_on_behind_a_blank_line() -> None:
    lines = (
        "时间和地点都写在窗口的木牌子上，请大家到时候自己去看一看",
        "在渠上走一遍，才知道哪一段漏水。",
    )
    text = "\n\n".join(("修渠记", "文／张水", *[PROSE] * MANY, *lines, *[PROSE] * 2))
    article = _first(text)
    *_, line, told, _, _ = article.blocks
    assert isinstance(line, Heading | Paragraph)
    assert isinstance(told, Paragraph)
    assert (line.text.value, told.text.value) == lines


def test_where_some_paragraphs_are_cut_a_line_may_go_on() -> None:
    lines = ("闸门旁边的新式水位计", "在渠上走一遍，才知道哪一段漏水，哪一段只是潮。")
    cut = f"{PROSE}{PROSE[:40]}", PROSE[40:]
    text = "\n\n".join(("修渠记", "文／张水", *cut * (MANY // 2), *lines, PROSE, PROSE))
    article = _first(text)
    texts = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert f"{PROSE}{PROSE}" in texts


def test_where_pages_alone_cut_paragraphs_a_line_does_not_go_on_within_one() -> None:
    pages = [
        part
        for page in range(4, 4 + MANY // 2)
        for part in (PROSE, f"{PROSE}{PROSE[:40]}", f"· {page} ·", PROSE[40:])
    ]
    lines = ("1）把渠上的闸门都走一遍", "走过一遍，才知道哪一段漏水，哪一段只是潮。")
    article = _first("\n\n".join(("修渠记", "文／张水", *pages, PROSE, *lines, PROSE)))
    texts = [block.text.value for block in article.blocks if isinstance(block, Heading | Paragraph)]
    assert f"{PROSE}{PROSE}" in texts
    assert lines[0] in texts
