"""Pages of articles as folios tell them: below a running head, and the last one."""

from __future__ import annotations

import pytest

from converter.model import Article, MarkKind, article_texts
from converter.parse.context import Context, Ledger
from converter.parse.issue.body import _note_pages
from converter.parse.overleaf import _before_end
from converter.profile import Profile
from converter.segment import PageBreak, Unit
from converter.source import Line
from tests.support.restored import restored

CUT, REST = "船舱里的水已经舀干，堤上的人数了又", "数，才把船缆一根一根地收回来。"
TEXT = "岸上的灯亮了一排，照着收回来的船缆，也照着堤上的人。"


def articles(foot: tuple[str, str], head: str, following: str) -> tuple[Article, ...]:
    """Two articles, of which the first goes on over the foot of page 2, and ends on page 3."""
    contents = ["目录", "", "渡口", "", "2 夜里的渡船 孟水生", "", f"{following} 堤上的灯 陶然", ""]
    first = [
        "夜里的渡船",
        "",
        "孟水生",
        "",
        TEXT,
        "",
        TEXT,
        "",
        f"{TEXT[:-1]}，{foot[0]}",
        "",
        "2",
        "",
    ]
    second = [head, "", foot[1], "", TEXT, "", TEXT, "", "3", ""]
    third = ["堤上的灯", "", "陶然", "", TEXT, "", TEXT, "", following]
    text = "\n".join(["河湾", "", "2003年第2期", "", *contents, *first, *second, *third])
    return restored(text).issue.articles


def pages(article: Article) -> list[str]:
    marks = (mark for text in article_texts(article) for mark in text.marks)
    return [mark.target for mark in marks if mark.kind is MarkKind.PAGE]


@pytest.mark.parametrize(
    "foot",
    [(CUT, REST), (CUT + "数。", "七月里水涨了三尺，渡船改在石阶的最上一级靠岸，木桩也换了新的。")],
)
@pytest.mark.parametrize("head", ["", "渡口"])
def test_folios_within_an_article_tell_its_last_page(foot: tuple[str, str], head: str) -> None:
    first, second = articles(foot, head, "4")
    assert pages(first) == ["3"]
    assert (first.first_page, first.last_page, second.last_page) == ("2", "3", "")


def test_folios_that_do_not_lead_to_the_next_article_tell_none() -> None:
    first, _ = articles((CUT, REST), "", "6")
    assert (pages(first), first.last_page) == (["3"], "")


def test_no_page_is_reckoned_behind_the_last_that_is_printed() -> None:
    assert _before_end({3: "20", 9: "21", 14: "22"}, 22) == {3: "20", 9: "21"}
    assert _before_end({3: "20", 14: "22"}, 0) == {3: "20", 14: "22"}


@pytest.mark.parametrize(("foot", "end"), [(9, 4), (3, 0)])
def test_a_folio_below_all_text_tells_where_it_ends(foot: int, end: int) -> None:
    units = [Unit((Line(at, TEXT),), TEXT, gap=True) for at in (1, 5)]
    context = Context(Profile(), Ledger())
    _note_pages(units, [PageBreak(foot, 4, foot=True)], context)
    assert context.end_page == end
