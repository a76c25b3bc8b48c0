"""Calls of notes that OCR has read as other signs with a circle."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

CALL = "水尺钉在第七级石阶上，漆着红白两色，看水的人换过三个，最后一个姓方。"
PLAIN = "石头是从上游的山里运来的，每一块都有名字，刻在朝下的一面。"
NOTE = "①看水人的名册存县档案馆，缺一九六一年一册。"


def read(*texts: str) -> list[str]:
    return [line.text for line in clean([Line(at, text) for at, text in enumerate(texts, 1)]).lines]


@pytest.mark.parametrize("sign", "®©@")
def test_a_sign_behind_a_word_is_the_call_of_the_note_at_the_foot(sign: str) -> None:
    lines = [CALL + sign, PLAIN, NOTE]
    assert read(*lines) == [CALL + "①", PLAIN, NOTE]
    assert read(*read(*lines)) == read(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        [CALL + "®", PLAIN],  # no note
        [CALL + "①", PLAIN + "®", NOTE],  # it is called
        [CALL + "®", PLAIN + "®", NOTE],  # nobody can tell which
        [CALL, NOTE, PLAIN + "®"],  # the note stands above
        ["来信请寄看水人@example.org，勿寄现金。", PLAIN, NOTE],
        [CALL + "®", PLAIN, "①，那时候没有人认得。"],  # the call itself at the head of a line
    ],
)
def test_what_nothing_tells_to_be_a_call_is_left(lines: list[str]) -> None:
    assert read(*lines) == lines


def test_each_of_two_pages_has_its_own() -> None:
    assert read(CALL + "®", NOTE, PLAIN + "©", NOTE) == [CALL + "①", NOTE, PLAIN + "①", NOTE]
