"""Answers are remembered while an issue is read, and forgotten when it is done."""

from __future__ import annotations

from converter import memo


def test_an_answer_is_found_once_and_again_after_forgetting() -> None:
    asked: list[str] = []

    @memo.per_issue(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("春"), length("春"), length("春夏")] == [1, 1, 2]
    assert asked == ["春", "春夏"]
    memo.forget()
    assert length("春") == 1
    assert asked == ["春", "春夏", "春"]


def test_no_more_answers_are_kept_than_asked_for() -> None:
    asked: list[str] = []

    @memo.per_issue(1)
    def same(text: str) -> str:
        asked.append(text)
        return text

    for text in ("春", "夏", "春"):
        same(text)
    assert asked == ["春", "夏", "春"]
