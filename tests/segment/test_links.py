"""Links to the other files of an issue, as its contents have them in Markdown."""

from __future__ import annotations

import pytest

from tests.support.markup import AFTER, BEFORE, issue_with, texts


@pytest.mark.parametrize("link", ["part2.html", "./notes/end.md", "ch5.xhtml#渠上的人", "../a.htm"])
def test_a_link_to_another_file_of_the_issue_is_its_words(link: str) -> None:
    issue = issue_with(f"{BEFORE}见[守渠记]({link})，{AFTER}")
    assert texts(issue)[0] == f"{BEFORE}见守渠记，{AFTER}"


def test_a_link_to_a_page_elsewhere_keeps_its_address() -> None:
    issue = issue_with(f"{BEFORE}见[守渠记](https://canal.example/end.html)，{AFTER}")
    assert "canal.example/end.html" in str(issue)
