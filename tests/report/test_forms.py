"""The forms of a report."""

from __future__ import annotations

import json
import re

from converter.diagnostics import Diagnostic, Span
from converter.diagnostics.core import catalogue
from converter.model import Change, Drop
from converter.report import (
    Report,
    as_data,
    change_line,
    conversion_lines,
    diagnostic_line,
    drop_line,
    reasons,
    summary,
)
from converter.report.explain import explanation, overview
from converter.report.github import github
from converter.report.sarif import sarif
from converter.variant import Decision, Place, Use, VariantReport

CUT = Diagnostic.of("HEA003", Span(7, 8), end="没有完")
WHOLE = Diagnostic.of("TOC001")
REPORT = Report(
    path="本刊 issues/2030,5:1.txt",
    diagnostics=(WHOLE, CUT),
    seen=(Diagnostic.of("ART006", 3, title="题"),),
    changes=(Change(4, 2, ",", "，", "punctuation-width"),),
    drops=(Drop(9, "渡口 7", "running-head"),),
)


def test_a_diagnostic_is_one_line_in_either_language() -> None:
    assert (
        diagnostic_line(CUT, "a.txt")
        == "a.txt:7: HEA003 the paragraph stops in the middle of a sentence: “…没有完”"
    )
    assert diagnostic_line(CUT, "a.txt", "zh") == "a.txt:7: HEA003 段落在句中中断：“……没有完”"
    assert diagnostic_line(WHOLE, "a.txt").startswith("a.txt: TOC001 ")
    assert "\033[33mHEA003\033[0m" in diagnostic_line(CUT, "a.txt", colour=True)


def test_why_and_what_to_do_are_told_below_it() -> None:
    rule = catalogue()["HEA003"]

    assert reasons(CUT) == (f"    why: {rule.why[0]}", f"    do:  {rule.fix[0]}")
    assert reasons(CUT, "zh") == (f"    缘由：{rule.why[1]}", f"    处理：{rule.fix[1]}")


def test_changes_and_drops_are_lines_with_their_places() -> None:
    assert (
        change_line(Change(4, 2, ",", "，", "punctuation-width"), "a.txt")
        == "a.txt:4:3: punctuation-width: “,” → “，”"
    )
    assert (
        drop_line(Drop(9, "渡口 7", "running-head"), "a.txt")
        == "a.txt:9: dropped (running-head): 渡口 7"
    )
    assert (
        drop_line(Drop(9, "渡口 7", "running-head"), "a.txt", "zh")
        == "a.txt:9: 舍弃（页眉）：渡口 7"
    )
    assert (
        change_line(Change(4, 2, ",", "，", "punctuation-width"), "a.txt", "zh")
        == "a.txt:4:3: 标点改全角（punctuation-width）：“,” → “，”"
    )


def test_the_summary_counts() -> None:
    assert summary((WHOLE, CUT)) == "0 errors, 2 warnings, 0 notes"
    assert summary((CUT,), seen=2) == "0 errors, 1 warning, 0 notes, 2 seen"
    assert summary((CUT,), "zh", seen=2) == "0 个错误，1 个警告，0 条说明，2 条已阅"


def test_a_conversion_report_shows_guesses_with_places() -> None:
    place = Place("a01-b001", Span.line(5), 3, "皇后在後面", 1)
    report = VariantReport(
        "zh-Hant-TW",
        decisions=(Decision("后", "後", ("后",), 1, (place,)),),
        glossary=(Use("干事", "幹事", 2, "g.toml:3"),),
        unused=(Use("云", "雲", 0, "g.toml:4"),),
    )

    assert list(conversion_lines(report, "a.txt")) == [
        "a.txt: “后” → “後” (or 后), 1 place",
        "    a.txt:5: 皇[后]在後面",
        "a.txt: “干事” → “幹事” (g.toml:3, 2 times)",
        "a.txt: “云” → “雲” (g.toml:4, not used)",
    ]
    assert next(conversion_lines(report, "a.txt", "zh")) == "a.txt: “后” → “後”（亦可作 后），1 处"


def test_json_holds_what_was_asked_for() -> None:
    data = json.loads(json.dumps(as_data(REPORT)))

    assert data["file"] == REPORT.path
    assert [(d["code"], d["line"], d["last_line"]) for d in data["diagnostics"]] == [
        ("TOC001", 0, 0),
        ("HEA003", 7, 8),
    ]
    assert {"message", "message_zh", "why", "why_zh", "hint", "hint_zh"} <= data["diagnostics"][
        1
    ].keys()
    assert data["changes"] == [
        {"line": 4, "column": 2, "before": ",", "after": "，", "rule": "punctuation-width"}
    ]
    assert data["seen"][0]["code"] == "ART006"
    assert "variant" not in data
    assert as_data(Report("a.txt", error="no text")) == {"file": "a.txt", "error": "no text"}


def test_github_annotations_escape_what_would_end_them() -> None:
    lines = list(github([REPORT, Report("b.txt", error="100%\nlost")]))

    assert lines[1].startswith(
        "::warning file=本刊 issues/2030%2C5%3A1.txt,line=7,endLine=8,title=HEA003::the paragraph"
    )
    assert lines[0].startswith("::warning file=本刊 issues/2030%2C5%3A1.txt,title=TOC001::")
    assert lines[2] == "::error file=b.txt::100%25%0Alost"
    assert all("\n" not in line for line in lines)


def test_sarif_has_the_structure_that_the_standard_asks_for() -> None:
    log = json.loads(json.dumps(sarif([REPORT, Report("/books/b c.txt", error="no text")])))

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ART006", "HEA003", "TOC001"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "%E6%9C%AC%E5%88%8A%20issues/2030%2C5%3A1.txt"
    by_code = {result["ruleId"]: result for result in run["results"]}
    region = by_code["HEA003"]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "endLine": 8}
    assert "region" not in by_code["TOC001"]["locations"][0]["physicalLocation"]
    assert by_code["ART006"]["suppressions"] == [{"kind": "external", "status": "accepted"}]
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {"level": "error", "message": {"text": "/books/b c.txt: no text"}}
            ],
        }
    ]


def test_sarif_names_an_absolute_path_by_a_file_address() -> None:
    log = sarif([Report("/a b/c.txt", diagnostics=(CUT,))])

    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///a%20b/c.txt"


def test_every_code_is_explained_in_both_languages() -> None:
    for rule in catalogue().values():
        english, chinese = explanation(rule, "en"), explanation(rule, "zh")
        assert english.startswith(f"{rule.code} · ")
        assert rule.why[0] in english
        assert rule.fix[0] in english
        assert rule.why[1] in chinese
        assert rule.fix[1] in chinese
        assert "{" not in english + chinese
        (told,) = [line for line in chinese.splitlines() if line.startswith("示例：")] or ["示例："]
        # Codes, options and addresses are the same in both; prose is not.
        assert not re.search("[a-z]+ (?:a|an|the|of|that|was|in|no|by) ", told), rule.code


def test_the_overview_lists_every_code_once() -> None:
    lines = overview(catalogue().values()).splitlines()

    assert [line.split()[0] for line in lines] == sorted(catalogue())
