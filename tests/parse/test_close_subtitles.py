"""Titles with their subtitles behind them, on their line, as the contents tell."""

from __future__ import annotations

import pytest

from converter.parse.issue.close_subtitles import with_subtitles_apart
from converter.source import Line

CONTENTS = (
    "目　录\n\n4 桥下的木匠\n——访造船老人罗大川 梁小满\n\n9 一座粮仓的三本账 季云".splitlines()
)


def _apart(*body: str, contents: list[str] = CONTENTS) -> list[str]:
    lines = [Line(at, text) for at, text in enumerate(body, 100)]
    listed = [Line(at, text) for at, text in enumerate(contents)]
    return [line.text for line in with_subtitles_apart(lines, listed)]


@pytest.mark.parametrize("blank", ["　", " ", ""])
def test_a_subtitle_of_the_contents_stands_behind_its_title(blank: str) -> None:
    line = f"桥下的木匠{blank}——访造船老人罗大川"
    assert _apart(line, "", "正文。") == ["桥下的木匠", "——访造船老人罗大川", "", "正文。"]


@pytest.mark.parametrize(
    "line", ["——访造船老人罗大川", "桥下的木匠　——访石桥", "木匠说——访客多。", "下到河边，你会——"]
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert _apart(line) == [line]
    assert _apart("桥下的木匠　——访造船老人罗大川", contents=CONTENTS[:3]) == [
        "桥下的木匠　——访造船老人罗大川"
    ]


def test_the_contents_may_be_a_table() -> None:
    contents = ["| 4 | 桥下的木匠 | |", "|---|---|---|", "| | ——访造船老人罗大川 | 梁小满 |"]
    line = "桥下的木匠 ——访造船老人罗大川"
    assert _apart(line, contents=contents) == ["桥下的木匠", "——访造船老人罗大川"]
