"""The conversion report: what was guessed, where, how often, what else it could be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli.main import main
from converter.diagnostics import Span
from converter.model import Mark, MarkKind, Paragraph, Text
from converter.variant import Place, convert
from tests.variant.made import HK, TW, converted, issue_of

ISSUE = (
    "学习与发展\n2024年第1期\n\n目　录\n\n渡口 / 沈渔 …… 1\n\n渡口\n沈渔\n\n"
    "他说要干到底，从头干起。云是白的，云走得慢。网址是 www.example.org，头发长了。\n"
)


def test_each_place_is_told_with_context_count_and_alternatives() -> None:
    _, report = converted("他说：“干到底！”", "干，干，干。")

    (decision,) = report.decisions
    assert (decision.character, decision.chosen) == ("干", "幹")
    assert decision.alternatives == ("乾", "干")
    assert decision.count == 3
    assert decision.places[0] == Place("p2", None, 0, "幹，幹，幹。", 0)
    assert [place.block for place in decision.places] == ["p2", "p2", "p2"]


def test_the_most_doubtful_character_comes_first() -> None:
    _, report = converted("干，云，云，后，后，后。")

    assert [d.count for d in report.decisions] == sorted(
        (d.count for d in report.decisions), reverse=True
    )


def test_a_place_names_the_line_it_came_from() -> None:
    spans = (Span(12, 12), Span(15, 16))
    text = Text("前一半，干后一半，干。", (Mark(MarkKind.SEAM, 4, 4),))
    issue = issue_of("一")
    (article,) = issue.articles
    block = Paragraph(text, spans=spans, id="p1")
    issue = type(issue)(articles=(type(article)("a1", article.title, blocks=(block,)),))

    _, report = convert(issue, TW)

    places = [place for d in report.decisions if d.character == "干" for place in d.places]
    assert [place.span for place in places] == [Span(15, 16)] * len(places)
    assert report.diagnostics[0].code == "VAR001"


def test_the_note_is_a_sentence() -> None:
    _, report = converted("干，干。")

    (note,) = report.diagnostics
    assert note.message("en") == (
        "干 became 幹 at 2 place(s) because no phrase decided it (also possible: 乾、干), "
        "first in “幹，幹。”"
    )
    assert note.message("zh") == (
        "“干”有2处没有词语可依，按默认转为“幹”（另可作乾、干），首见于“幹，幹。”"
    )


def test_forms_that_the_region_does_not_tell_apart_are_no_doubt() -> None:
    _, report = converted("最近要发布。", "布。", edition=TW)

    assert "布" not in {decision.character for decision in report.decisions}


def test_what_the_signs_leave_in_no_doubt_is_not_listed() -> None:
    """发 in 持续发力 is no hair; 采 before 砂 and 致 before 贫 are told by rules."""
    made, report = converted("各地持续发力，打击非法采砂，防止返贫致贫；应学尽学。")

    assert made == ["各地持續發力，打擊非法採砂，防止返貧致貧；應學盡學。"]
    assert report.decisions == ()


def test_a_sign_that_foreign_names_lack_leaves_a_doubt() -> None:
    _, report = converted("制度环境里，靠真才实学。")

    assert [d.character for d in report.decisions] == ["里"]


def test_the_data_are_plain_json() -> None:
    _, report = converted("“干”，于洋与云。", authors=["于洋"], edition=HK)

    data = json.loads(json.dumps(report.to_data()))

    assert data["edition"] == "zh-Hant-HK"
    assert data["characters"] == 8
    assert {d["character"] for d in data["decisions"]} == {"干", "云"}
    assert set(data["decisions"][0]["places"][0]) == {"block", "span", "offset", "context", "at"}


def test_check_prints_the_places_or_all_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "i.txt"
    path.write_text(
        ISSUE.replace("他说要干到底", "他说要干，干，干，干，干，干，干到底"), encoding="utf-8"
    )

    main(["check", str(path), "--traditional", "tw"])
    few = capsys.readouterr().out
    main(["check", str(path), "--traditional", "tw", "-v"])
    every = capsys.readouterr().out

    assert "i.txt: “干” → “幹” (or 乾, 干), " in few
    assert " more (-v shows all)" in few
    assert " more (" not in every
    assert every.count("[幹]") > few.count("[幹]") == 3
    assert "VAR001" not in few


def test_check_gives_the_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "i.txt"
    path.write_text(ISSUE, encoding="utf-8")

    main(["check", str(path), "--traditional", "hk", "--json"])

    data = json.loads(capsys.readouterr().out)
    assert data["variant"]["edition"] == "zh-Hant-HK"
    (decision,) = data["variant"]["decisions"]
    assert (decision["character"], decision["chosen"], decision["alternatives"]) == (
        "云",
        "雲",
        ["云"],
    )
    assert decision["places"][0]["span"] == {"first": 11, "last": 11}
    assert [found["code"] for found in data["diagnostics"]].count("VAR001") == 1


def test_parsing_loads_nothing_of_this() -> None:
    code = (
        "import sys; from converter.pipeline import restore; restore(b'\\xe4\\xb8\\x80', name='a');"
        "print([n for n in sys.modules if 'opencc' in n or n.startswith('converter.variant')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout.strip() in {"[]", ""}


@pytest.mark.parametrize("text", ["他从后庄来。", "渔船驶进后港。", "后湖社区办活动。"])
def test_places_that_may_be_written_either_way_are_listed(text: str) -> None:
    """No sign tells 后港 from 後港: an editor must look."""
    _, report = converted(text)

    assert any(decision.character == "后" for decision in report.decisions)


def test_what_is_plain_is_not_listed() -> None:
    _, report = converted("他吃完后走了，这一台是新的。")

    assert not report.decisions
