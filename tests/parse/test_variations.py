"""One small issue in the many ways in which an OCR program may write it down."""

from __future__ import annotations

import pytest

from converter.model import Box, Issue, Paragraph, PullQuote
from converter.pipeline import Restored
from tests.support.restored import restored

FIRST = "清渠镇在三年里修了十二条水渠，" + "沿渠的村子都用上了自来水，" * 6 + "大家都说值得。"
QUOTE = "修渠先修心，" + "人心齐了，水就能到田里，" * 3 + "这是镇里三年来最要紧的一条经验。"
SECOND = "镇里的办法不多，只有三条。" + QUOTE + "后来的几年也都照着做。"
OTHER = "柳湾村的学校只有四十名学生，" + "可是老师们一个也没有走，" * 6 + "校长说这不容易。"
PEOPLE = ("关长河", "苏小满")
TITLES = ("把水引到后山 清渠镇的三年", "留在柳湾 一所村小的七年")
SECTIONS = ("经验", "人物")
ENTRIES = tuple(zip(SECTIONS, (3, 9), TITLES, PEOPLE, strict=True))


def plain() -> list[str]:
    lines = ["目 录", ""]
    for section, page, title, who in ENTRIES:
        lines += [section, "", f"{page} {title} {who}", ""]
    return lines


def leaders() -> list[str]:
    lines = ["目 录", ""]
    for section, page, title, who in ENTRIES:
        lines += [section, "", f"{title} ……………… {who} {page}", ""]
    return lines


def bracketed() -> list[str]:
    lines = ["目 录", ""]
    for section, page, title, who in ENTRIES:
        lines += [section, "", f"{title}（{who}）………{page}", ""]
    return lines


def piped() -> list[str]:
    lines = ["# 目录", ""]
    for section, page, title, who in ENTRIES:
        lines += [f"## {section}", "", "| 页码 | 标题 | 作者 |", "|---|---|---|"]
        lines += [f"| {page} | {title} | {who} |", ""]
    return lines


def body(*, quote: str = "", kickers: bool = False) -> list[str]:
    lines = []
    for number, (section, _, title, who) in enumerate(ENTRIES):
        lines += [section, ""] if kickers else []
        lines += [title, "", f"县水利局局长 {who}" if not number else who, ""]
        if number:
            lines += [OTHER, ""]
            continue
        lines += [quote, ""] if quote else []
        lines += [
            FIRST[:40],
            "",
            "链接 渠首在后山脚下，",
            "",
            "——摘自《清渠志》",
            "",
            FIRST[40:],
            "",
        ]
        lines += ["一、只有三条", "", SECOND, ""]
    return lines


def joined(*parts: list[str]) -> Restored:
    return restored("\n".join(line for part in parts for line in part))


def texts(issue: Issue) -> list[str]:
    return [b.text.value for a in issue.articles for b in a.blocks if isinstance(b, Paragraph)]


def authors(issue: Issue) -> list[str]:
    return [w.name for a in issue.articles for b in a.bylines for w in b.authors]


def sections(issue: Issue) -> list[str]:
    return [issue.section_names[a.section] if a.section >= 0 else "" for a in issue.articles]


@pytest.mark.parametrize("contents", [plain, leaders, bracketed, piped])
def test_contents_in_any_form(contents: object) -> None:
    assert callable(contents)
    issue = joined(contents(), body()).issue
    assert sections(issue) == list(SECTIONS)
    assert authors(issue) == list(PEOPLE)
    assert [a.first_page for a in issue.articles] == ["3", "9"]
    assert texts(issue) == [FIRST, SECOND, OTHER]


def test_without_contents_the_names_above_the_titles_are_sections() -> None:
    lines = body(kickers=True)
    again = ["人物", "", "守在石桥 一座老桥的百年", "", "苏小满", "", OTHER[::-1][1:] + "。", ""]
    issue = joined(lines, again).issue
    assert sections(issue) == ["经验", "人物", "人物"]
    assert "".join(t.value for t in issue.articles[1].title).startswith("留在柳湾")


def test_a_box_in_the_middle_of_a_sentence_follows_the_whole_paragraph() -> None:
    first = joined(plain(), body()).issue.articles[0]
    box = next(block for block in first.blocks if isinstance(block, Box))
    assert box.label == "链接"
    assert box.attribution is not None
    assert box.attribution.text.value == "摘自《清渠志》"
    assert box.anchor_offset == 40


def test_a_long_pull_quote_is_none_of_the_paragraphs() -> None:
    issue = joined(plain(), body(quote=QUOTE)).issue
    assert texts(issue) == [FIRST, SECOND, OTHER]
    article = issue.articles[0]
    quotes = [b for b in (*article.pull_quotes, *article.blocks) if isinstance(b, PullQuote)]
    assert [q.paragraphs[0].value for q in quotes] == [QUOTE]


def test_a_pull_quote_that_was_misread_is_told_with_the_very_characters() -> None:
    made = joined(plain(), body(quote=QUOTE.replace("最要紧", "最要聚")))
    told = [d for d in made.diagnostics if d.code == "PRF001"]
    assert [d.message("en") for d in told] == [
        "the pull quote reads “年来最要聚的一条经”, its source “年来最要紧的一条经”"
    ]


def test_a_letter_spaced_name_holds_no_word_of_the_press() -> None:
    lines = [line.replace("苏小满", "苏 文 满") for line in body()]
    issue = joined([line.replace("苏小满", "苏文满") for line in plain()], lines).issue
    assert authors(issue) == ["关长河", "苏文满"]
