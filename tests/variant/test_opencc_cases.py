"""OpenCC's own cases are read from a checkout, and what differs on purpose is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.opencc_cases import Line, lines_of, main

CASES = """{
  // a comment, and a comma that JSON does not know
  "cases": [
    {"id": "a", "input": "污水\\n拉上拉链", "expected": {"s2tw": "汙水\\n拉上拉鏈", "jp2t": "-"}},
    {"id": "b", "input": "後來", "expected": {"t2s": ["后来", "後来"]}},
  ],
}
"""


def test_the_cases_of_a_checkout_go_through_the_pipeline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "test" / "testcases" / "testcases.json"
    file.parent.mkdir(parents=True)
    file.write_text(CASES, encoding="utf-8")
    assert [(line.way, line.made, line.verdict) for line in lines_of(tmp_path)] == [
        ("s2tw", "污水", "on purpose"),
        ("s2tw", "拉上拉鍊", "on purpose"),
        ("t2s", "后来", "same"),
    ]
    assert main(["--opencc", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "s2tw: 0 of 2 lines as expected, 2 other on purpose, 0 else" in said
    assert "with a stretch in bold: 0 of 3 differ" in said


def test_a_fault_is_no_purpose() -> None:
    assert Line("s2tw", "后来", "後來", "后來").verdict == "other"
    assert Line("s2twp", "“污水”", "「汙水」", "「污水」").verdict == "on purpose"
    assert Line("s2twp", "社区数据", "社群資料", "社區資料").verdict == "on purpose"
    assert Line("s2tw", "社区", "社群", "社區").verdict == "other"
    assert Line("s2twp", "社区数据", "社群資料", "社區數據").verdict == "other"


def test_without_a_checkout_nothing_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "not measured" in capsys.readouterr().out
