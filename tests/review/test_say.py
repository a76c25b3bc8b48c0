"""The page has words for all that it explains, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.clean import RULE_NAMES
from converter.model import MarkKind, Role
from converter.parse.heal import SERIES
from converter.pipeline import restore
from converter.profile import Profile
from converter.report.names import DROPS
from converter.review.lists import _KINDS, WHOLE_LINES
from converter.review.marks import Marker
from converter.review.phrases import legend, script_words, shortcuts, tab_names, weights
from converter.review.say import Say
from tests.damage import damaged_issue
from tests.support.tools import ROOT

CASES = sorted((ROOT / "tests" / "cases").glob("*/issue.txt"))


def chinese(text: str) -> bool:
    return re.search(r"[\u4e00-\u9fff]", text) is not None


def test_every_cleaning_rule_and_role_has_a_name() -> None:
    for name in (*RULE_NAMES, "latex", "straight-quotes", "correction"):
        assert chinese(Say("zh").rule(name)), name
        assert Say("en").rule(name) != name
    for role in Role:
        assert chinese(Say("zh").item(role.value)), role


def test_every_reason_for_a_join_is_known_in_chinese() -> None:
    source = (ROOT / "converter" / "parse" / "heal" / "verdict.py").read_text(encoding="utf-8")
    reasons = {SERIES, *re.findall(r'\bjoin\(\s*"([^"]+)"', source)}
    assert len(reasons) >= 6
    for reason in reasons:
        assert chinese(Say("zh").join(reason)), reason


def test_every_reason_for_leaving_something_out_is_explained() -> None:
    texts = [path.read_bytes() for path in CASES]
    texts += [damaged_issue(seed, family).data for seed in (3, 4) for family in ("sample", "other")]
    reasons = {
        drop.reason
        for text in texts
        for drop in restore(text, name="issue.txt", profile=Profile()).issue.drops
    }
    assert len(reasons) >= 8
    for reason in reasons | WHOLE_LINES:
        assert reason in DROPS, reason
        assert chinese(Say("zh").reason(reason)), reason


@pytest.mark.parametrize("make", [weights, tab_names, script_words])
def test_the_furniture_of_the_page_is_said_in_both_languages(make: object) -> None:
    assert callable(make)
    one, other = make(Say("en")), make(Say("zh"))
    assert one.keys() == other.keys()
    for key, text in other.items():
        if isinstance(text, dict):
            assert all(map(chinese, text.values()))
            assert text.keys() == one[key].keys()
        else:
            assert chinese(text), key
            assert text.count("%") == one[key].count("%"), key


def test_keys_and_marks_are_explained_in_both_languages() -> None:
    for live in (False, True):
        en, zh = shortcuts(Say("en"), live=live), shortcuts(Say("zh"), live=live)
        assert [keys for keys, _ in en] == [keys for keys, _ in zh]
        assert all(chinese(what) for _, what in zh)
    assert all(chinese(what) for _, _, what in legend(Say("zh")))
    assert all(chinese(zh) for _, zh in _KINDS.values())


def test_every_word_that_the_script_asks_for_is_there() -> None:
    folder = ROOT / "templates" / "review" / "script"
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js")))
    asked = set(re.findall(r"\bwords\.(\w+)", text)) | set(re.findall(r'\bsay\("(\w+)"', text))
    assert len(asked) > 30
    assert asked <= script_words(Say("en")).keys() | {"marks"}


def test_every_mark_that_a_text_can_have_is_shown_or_styled(root: Path) -> None:
    sheet = (root / "styles" / "review.css").read_text(encoding="utf-8")
    quiet = {MarkKind.CLASSICAL}  # looks like the rest
    for kind in set(MarkKind) - quiet:
        shown = f".m.{kind.value}" if kind in (MarkKind.PAGE, MarkKind.SEAM) else f".{kind.value}"
        assert shown in sheet, kind
    assert Marker.__doc__
