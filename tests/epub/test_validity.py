"""EPUBCheck finds nothing to say, of any edition and of any text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from converter.epub import EpubOptions, write_epub
from converter.model import Issue, Masthead
from converter.profile import Profile
from converter.resources import Resources
from tests.support.epubcheck import Message
from tests.support.issues import full_issue, issues

Check = Callable[..., list[Message]]

OPTIONS = EpubOptions(Profile(), Resources())

EXPLAINED: frozenset[str] = frozenset()
"""Usage notes of EPUBCheck that are allowed, each with its reason; there is none."""


def found(issue: Issue, options: EpubOptions, check: Check, folder: Path) -> list[Message]:
    target = folder / "book.epub"
    write_epub(issue, target, options)
    return [message for message in check(target, usage=True) if message.code not in EXPLAINED]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-HK"])
def test_an_issue_with_everything_is_valid(language: str, epubcheck: Check, tmp_path: Path) -> None:
    assert found(full_issue(language), OPTIONS, epubcheck, tmp_path) == []


def test_the_vertical_edition_is_valid(epubcheck: Check, tmp_path: Path) -> None:
    options = replace(
        OPTIONS, vertical=True, conforms_to="EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    )
    assert found(full_issue("zh-Hant-TW"), options, epubcheck, tmp_path) == []


@pytest.mark.parametrize(
    "issue",
    [
        Issue(),
        replace(full_issue(), masthead=Masthead(), articles=(), front=(), cover_quotes=()),
    ],
    ids=["nothing at all", "no masthead and no articles"],
)
def test_an_issue_that_lacks_parts_is_valid(issue: Issue, epubcheck: Check, tmp_path: Path) -> None:
    assert found(issue, OPTIONS, epubcheck, tmp_path) == []


def drawn(count: int) -> list[Issue]:
    """Some random issues, the same in every run."""
    made: list[Issue] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(issues())
    def gather(issue: Issue) -> None:
        made.append(issue)

    gather()
    return made


def test_any_text_is_valid(epubcheck: Check, tmp_path: Path) -> None:
    """A run costs seconds, so eighty random issues go into two books."""
    pool = drawn(80)
    assert len(pool) >= 40
    for number in range(2):
        part = pool[number::2]
        articles = [article for issue in part for article in issue.articles]
        assert articles
        issue = replace(
            max(part, key=lambda issue: len(issue.masthead.entries)),
            section_names=("人物", "", "<河流>"),
            front=tuple(block for issue in part for block in issue.front),
            back=tuple(block for issue in part for block in issue.back),
            cover_quotes=tuple(quote for issue in part for quote in issue.cover_quotes),
            articles=tuple(replace(a, id=f"a{n:03d}") for n, a in enumerate(articles)),
        )
        assert found(issue, OPTIONS, epubcheck, tmp_path) == []
