"""Lines that say who wrote, took the pictures or read the proofs."""

from __future__ import annotations

import pytest

from converter.segment.units.signs import is_credited, is_credited_picture


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("文/本刊记者 何远岗 詹伟雅", True),
        ("文/本刊记者 |何远岗 詹伟雅", True),  # a bar before the names
        ("文/本刊记者 |", False),
        ("文/本刊记者 | |", False),
        ("文/本刊记者 |一条很长的路要慢慢走", False),
    ],
)
def test_who_made_a_text(line: str, *, credited: bool) -> None:
    assert is_credited(line) == credited


def test_a_letter_spaced_name_behind_a_caption() -> None:
    assert is_credited_picture("船匠的第三口锅。夜里要烧四十分钟。摄影｜任 可")
    assert is_credited_picture("扳道工在雨里确认道岔的位置。摄影｜本刊记者 任 可")
