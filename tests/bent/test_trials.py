"""Local damage: what is counted, told and written of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bent.test_kinds import SMALL
from tests.evaluation.bent import told
from tests.evaluation.bent.__main__ import main
from tests.evaluation.bent.kinds import Kind
from tests.evaluation.bent.saved import as_truth
from tests.evaluation.bent.sheet import Bend, Sheet
from tests.evaluation.bent.trials import KINDS, Plan, of_case, trials
from tests.evaluation.cases import evaluate, hand_made, in_folder
from tests.evaluation.from_truth import read_truth

LAST = "陈师傅：有。"
HERE = str(Path(__file__).parent)


def _last(sheet: Sheet) -> list[int]:
    return [row for row, line in enumerate(sheet.lines) if line.startswith(LAST)]


def _robbed(sheet: Sheet, row: int) -> Bend:
    """The last paragraph is not read."""
    return sheet.bent({row: []})


def _robbed_or_not(sheet: Sheet, row: int) -> Bend:
    """The last paragraph is not read; it may be missing."""
    return sheet.bent({row: []}, sheet.truth, sheet.with_items(3, 4, 1))


def _nowhere(_: Sheet) -> list[int]:
    return []


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, places, bend in (
        ("robbed", _last, _robbed),
        ("robbed_or_not", _last, _robbed_or_not),
        ("nowhere", _nowhere, _robbed),
    ):
        kind = Kind(name, "made up", bend.__doc__ or "", places, bend)
        monkeypatch.setitem(KINDS, name, kind)


@pytest.mark.usefixtures("known")
def test_what_a_damage_takes_is_counted_by_figures() -> None:
    (trial,) = of_case(SMALL, Plan(("robbed",)))
    assert trial.worse == {"paragraphs": 1, "speakers": 1}
    assert {(name, miss.got) for name, miss in trial.misses} == {
        ("paragraphs", ""),
        ("speakers", ""),
    }
    (change,) = trial.changes
    assert change.before[0].startswith(LAST)
    assert change.after == ()


@pytest.mark.usefixtures("known")
def test_of_several_truths_the_best_counts() -> None:
    (trial,) = of_case(SMALL, Plan(("robbed_or_not",)))
    assert not trial.worse
    assert not trial.misses
    assert len(trial.truth.articles[3].items) == 4


@pytest.mark.usefixtures("known")
def test_a_kind_without_a_place_has_no_trial_and_is_named() -> None:
    plan = Plan(("robbed", "nowhere"))
    found = of_case(SMALL, plan)
    assert [one.kind for one in found] == ["robbed"]
    assert told.skipped(plan.kinds, found) == ["nowhere"]


@pytest.mark.usefixtures("known")
def test_a_crash_is_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        msg = "no way"
        raise ValueError(msg)

    monkeypatch.setattr("tests.evaluation.bent.trials.restore", broken)
    (trial,) = of_case(SMALL, Plan(("robbed",)))
    assert "kept" in trial.worse
    assert any("no way" in miss.expected for _, miss in trial.misses)


@pytest.mark.usefixtures("known")
def test_the_table_has_a_row_for_each_kind_that_was_tried() -> None:
    found = of_case(SMALL, Plan(("robbed", "robbed_or_not", "nowhere")))
    rows = [line.split() for line in told.table(found).split("\n")]
    assert ["robbed", "1", "1", "paragraphs", "1,", "speakers", "1"] in rows
    assert ["robbed_or_not", "1", "0"] in rows
    assert ["all", "2", "1", "paragraphs", "1,", "speakers", "1"] in rows
    assert not [row for row in rows if row[:1] == ["nowhere"]]


@pytest.mark.usefixtures("known")
def test_a_miss_is_told_with_what_was_changed() -> None:
    (trial,) = of_case(SMALL, Plan(("robbed",)))
    text = told.misses(trial)
    assert "robbed small #0" in text
    assert f"  - {LAST}" in text
    assert "[speakers] in 问一问摆渡的人" in text


def test_each_case_is_tried_in_its_order() -> None:
    cases = list(hand_made(("sample", "muyu-2021-05")))
    found = list(trials(cases, Plan(("cut_by_blank",), per=2)))
    assert [one.case for one in found] == ["muyu-2021-05"] * 2 + ["sample"] * 2


# --- the command --------------------------------------------------------------------------


def test_the_command_tells_the_kinds_and_groups_that_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--folder", HERE, "--kinds", "talks,box_moved"]) == 0
    rows = [line.split()[0] for line in capsys.readouterr().out.split("\n") if line.strip()]
    talks = [name for name, kind in KINDS.items() if kind.group == "talks"]
    assert rows == ["trials", "talks", *talks, "boxes", "box_moved", "all"]


@pytest.mark.usefixtures("known")
def test_the_command_writes_json_and_what_came_out_worse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--folder", HERE, "--kinds", "robb*", "--json", "--save", str(tmp_path)])
    data = json.loads(capsys.readouterr().out)
    assert data["kinds"]["robbed"] == {
        "trials": 1,
        "worse": 1,
        "figures": {"paragraphs": 1, "speakers": 1},
    }
    assert [one["kind"] for one in data["worse"]] == ["robbed"]
    (saved,) = in_folder(tmp_path)
    assert saved.name == "robbed-bent-0"
    assert LAST not in saved.data.decode()
    assert evaluate(saved, via="model").figures["paragraphs"].misses
    assert "speakers" in (tmp_path / saved.name / "told.txt").read_text()


@pytest.mark.parametrize("asked", [["--kinds", "no_such_kind"], ["--folder", "no/such/folder"]])
def test_the_command_refuses_what_there_is_not(asked: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code


def test_a_truth_that_is_written_is_read_again() -> None:
    for case in hand_made():
        assert read_truth(as_truth(case.truth)) == case.truth, case.name
