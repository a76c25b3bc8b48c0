"""A mark between what somebody is and the name: 本刊记者◎某某."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline


@pytest.mark.parametrize("mark", ["◎", "●", "■", " ◎ "])
@pytest.mark.parametrize("post", ["本刊记者", "特约撰稿", "主编", "实习记者", "《渡口》记者"])
def test_a_mark_stands_between_a_post_and_a_name(post: str, mark: str) -> None:
    found = read_byline(f"{post}{mark}罗长庚")
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [("罗长庚", post)]


def test_several_each_with_a_mark() -> None:
    found = read_byline("本刊记者●罗长庚 实习生●季有田")
    assert found is not None
    assert [one.name for one in found.authors] == ["罗长庚", "季有田"]


@pytest.mark.parametrize("text", ["渡口◎石阶", "记者站◎石阶", "老记者◎新渡口的灯"])
def test_a_mark_between_other_words_signs_nothing(text: str) -> None:
    assert read_byline(text) is None
