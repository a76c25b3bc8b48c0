"""The profile that is proposed from given issues."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from converter.cli.profile import interviewers, ladder
from converter.model import Drop, Heading, Issue, Text
from converter.pipeline import load_profile, restore
from converter.profile import Profile
from converter.profile.load import parse_profile
from converter.profile.propose import propose

CASES = sorted(Path("tests/cases").glob("*/issue.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_proposal_is_read_back_as_a_profile(path: Path, language: str, tmp_path: Path) -> None:
    issues = [restore(path, profile=Profile()).issue]
    text = propose(
        issues, headings=ladder(issues), interviewers=interviewers(issues), language=language
    )
    target = tmp_path / "p.toml"
    target.write_text(text, encoding="utf-8")

    profile = load_profile(target)

    title = issues[0].masthead.title
    assert profile.titles == ((title,) if title else ())
    assert set(profile.sections) == {name for name in issues[0].section_names if name}
    assert profile.headings == ladder(issues)
    assert profile.colours == Profile().colours


def test_boxes_and_running_heads_that_were_found_are_proposed() -> None:
    issue = restore(Path("tests/cases/haoqidao-2023-05/issue.txt"), profile=Profile()).issue

    data = tomllib.loads(propose([issue]))

    assert {"小贴士", "延伸阅读"} <= set(data["boxes"]["extra"])
    assert any("好奇岛" in head for head in data["running-heads"])


def test_a_running_head_is_proposed_without_what_its_numbers_leave() -> None:
    drops = tuple(Drop(at, f"青鸟　2022.4　{at}", "running-head") for at in (33, 47))
    data = tomllib.loads(propose([Issue(drops=drops)]))
    assert data["running-heads"] == ["青鸟"]


def test_the_profile_that_was_proposed_changes_nothing_in_the_issue_it_came_from() -> None:
    for path in CASES:
        issue = restore(path, profile=Profile()).issue
        text = propose([issue], headings=ladder([issue]), interviewers=interviewers([issue]))
        again = restore(path, profile=parse_profile(text, "p")).issue
        assert [a.title for a in again.articles] == [a.title for a in issue.articles], path
        assert sum(len(a.blocks) for a in again.articles) == sum(
            len(a.blocks) for a in issue.articles
        ), path


def test_a_name_that_heads_text_elsewhere_in_the_issue_is_not_proposed_for_boxes() -> None:
    issue = restore(Path("tests/cases/haoqidao-2023-05/issue.txt"), profile=Profile()).issue
    article = issue.articles[0]
    heading = Heading(Text("小贴士"), 1)
    articles = (replace(article, blocks=(*article.blocks, heading)), *issue.articles[1:])

    extra = tomllib.loads(propose([replace(issue, articles=articles)]))["boxes"]["extra"]

    assert "延伸阅读" in extra
    assert "小贴士" not in extra


def test_an_issue_without_anything_gives_an_empty_but_valid_proposal() -> None:
    from converter.model import Issue

    assert parse_profile(propose([Issue()]), "p").titles == ()
