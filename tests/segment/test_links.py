"""Links to the other files of an issue, as its contents have them in Markdown."""

from __future__ import annotations

import pytest

from converter.model import MarkKind, Paragraph
from tests.support.markup import AFTER, BEFORE, balanced_issue, blocks, issue_with, texts


@pytest.mark.parametrize("link", ["part2.html", "./notes/end.md", "ch5.xhtml#渠上的人", "../a.htm"])
def test_a_link_to_another_file_of_the_issue_is_its_words(link: str) -> None:
    issue = issue_with(f"{BEFORE}见[守渠记]({link})，{AFTER}")
    assert texts(issue)[0] == f"{BEFORE}见守渠记，{AFTER}"


@pytest.mark.parametrize(
    "link",
    ["https://canal.example/end.html", "https://canal.example/a_(b)", "mailto:lock@canal.example"],
)
def test_a_link_to_a_page_elsewhere_is_its_words_and_leads_there(link: str) -> None:
    (first, *_) = blocks(
        issue_with(f"{BEFORE}见[守渠记 第 2 册]({link})和[旧册](http://old.example)，{AFTER}"),
        0,
        Paragraph,
    )
    assert first.text.value == f"{BEFORE}见守渠记第2册和旧册，{AFTER}"
    links = [mark for mark in first.text.marks if mark.kind is MarkKind.LINK]
    assert [(first.text.value[one.start : one.end], one.target) for one in links] == [
        ("守渠记第2册", link),
        ("旧册", "http://old.example"),
    ]


def test_an_address_between_angles_stands_without_them() -> None:
    found = texts(issue_with(f"{BEFORE}见<https://canal.example/end>，{AFTER}"))
    assert found[0] == f"{BEFORE}见https://canal.example/end，{AFTER}"


def test_a_page_of_a_source_behind_its_number_is_no_link() -> None:
    assert "[1](P23)" in texts(issue_with(f"{BEFORE}[1](P23)，{AFTER}"))[0]


def test_what_a_text_is_translated_from_is_no_title_above_its_author() -> None:
    issue = balanced_issue(
        f"# 渠志\n\n2023年第3期\n\n# 目录\n\n守渠人来信 5\n\n一把旧锹 7\n\n# 守渠人来信\n\n- 原文：[Letters from the Lock](https://canal.example/l)\n"
        f"- 作者：何守田\n\n{BEFORE}{AFTER}\n\n# 一把旧锹\n\n- 原文：[A Spade](https://canal.example/s)\n"
        f"- 作者：田有余\n\n{AFTER}{BEFORE}也一样。\n"
    )
    assert [
        (
            "".join(line.value for line in one.title),
            [who.name for by in one.bylines for who in by.authors],
        )
        for one in issue.articles
    ] == [("守渠人来信", ["何守田"]), ("一把旧锹", ["田有余"])]
