"""What an article costs must grow with its length: counted in questions asked, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from converter import pipeline
from converter.diagnostics import FukanError
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


SIZES = tuple(map(monsters, (4_000, 8_000, 16_000)))
MOST = 2.35
"""By so much may the calls grow where the text doubles; what is quadratic comes to four times as many."""


def _calls(text: str) -> int:
    """How many functions the restoring of a text calls."""
    count = 0

    def called(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        pipeline.restore(text.encode(), name="issue.txt")
    except FukanError:
        pass  # of too little text to be an issue
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", SIZES[0])
def test_twice_the_text_takes_twice_the_calls(name: str) -> None:
    small, middle, large = (size[name] for size in SIZES)
    _calls(small[:400])  # tables and patterns are made once
    least, calls = _calls(small), _calls(middle)
    if calls > MOST * least:  # the first part of a text may be told from the rest
        assert _calls(large) - calls <= MOST * (calls - least)
