"""What an article costs must grow with its length: counted in questions asked, not in seconds."""

from __future__ import annotations

import pytest

from converter import pipeline
from converter.parse.assemble import survey
from converter.parse.assemble.verse import VerseReader
from tests.damage.monsters import monsters
from tests.support.calls import calls_of


@pytest.mark.parametrize("name", ["boxes", "box labels"])
def test_every_unit_is_asked_a_few_times_for_a_question(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = calls_of(monkeypatch, survey, "asks")
    text = monsters(2000)[name]
    pipeline.restore(text.encode(), name="issue.txt")
    assert 0 < asked.call_count <= 2 * len(text.split())


def test_short_lines_are_not_read_anew_for_each_stanza_that_they_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = calls_of(monkeypatch, VerseReader, "_is_next_line")
    prose = "渡口的木船一共有四条，两条在水里，一条在岸上，还有一条只剩下龙骨，孩子们把它当作一座桥，来来回回地走着玩。\n\n"
    lines = "".join(
        f"渡口条例规定，船家应当保证木船正\n\n常过河不得停{chr(0x4E00 + 7 * at)}。\n\n"
        for at in range(200)
    )
    pipeline.restore((prose * 8 + lines).encode(), name="issue.txt")
    assert 0 < asked.call_count <= 4 * lines.count("\n")
