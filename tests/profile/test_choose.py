"""Which profile an issue gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.diagnostics import UsageFaultError
from converter.pipeline import choose_profile, load_settings, restore
from converter.profile import Profile, user_folder

ISSUE = """\
浪花

2031年第3期

主编：白 浪
地址：临海市灯塔街2号
定价：12元

目录

灯下
守塔人的一夜 ........ 白浪 3

守塔人的一夜

白 浪

塔上的灯每晚亮十二个小时，守塔人便醒十二个小时。他说这不算辛苦，辛苦的是天亮以后睡不着，听见船一条一条地回来，数着数着又多出一条，只好起来再数一遍。
"""


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "issues"
    folder.mkdir()
    path = folder / "issue.txt"
    path.write_text(ISSUE, encoding="utf-8")
    return path


def profile(path: Path, name: str, *titles: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = ", ".join(f'"{title}"' for title in titles)
    path.write_text(f'name = "{name}"\ntitles = [{listed}]\n', encoding="utf-8")


def test_without_any_it_is_the_default(issue: Path) -> None:
    assert choose_profile(issue) == Profile()


def test_the_masthead_chooses_among_those_beside_the_issue(issue: Path) -> None:
    profile(issue.with_name("a.profile.toml"), "other", "沙滩")
    profile(issue.with_name("b.profile.toml"), "own", "浪 花")

    assert choose_profile(issue).name == "own"


def test_one_that_lists_no_titles_serves_every_issue_beside_it(issue: Path) -> None:
    profile(issue.with_name("fukan.toml"), "all")

    assert choose_profile(issue).name == "all"


def test_one_that_lists_the_title_goes_before_one_that_lists_none(issue: Path) -> None:
    profile(issue.with_name("fukan.toml"), "all")
    profile(issue.with_name("b.profile.toml"), "own", "浪花")

    assert choose_profile(issue).name == "own"


def test_the_users_folder_comes_last_and_only_by_title(issue: Path) -> None:
    profile(user_folder() / "x.profile.toml", "any")
    profile(user_folder() / "y.profile.toml", "mine", "浪花")

    assert choose_profile(issue).name == "mine"
    profile(issue.with_name("fukan.toml"), "all")
    assert choose_profile(issue).name == "all"


def test_two_with_an_equal_claim_are_refused(issue: Path) -> None:
    profile(issue.with_name("a.profile.toml"), "one", "浪花")
    profile(issue.with_name("b.profile.toml"), "two", "浪花")

    with pytest.raises(UsageFaultError, match=r"both apply to .*; name one with --profile"):
        choose_profile(issue)


def test_the_file_that_the_user_names_wins(issue: Path, tmp_path: Path) -> None:
    profile(issue.with_name("a.profile.toml"), "own", "浪花")
    profile(tmp_path / "named.toml", "named", "不相干")

    found, _ = load_settings(issue, tmp_path / "named.toml")

    assert found.name == "named"


def test_a_model_is_told_by_its_masthead_too(issue: Path) -> None:
    from converter.model.serial import to_json

    profile(issue.with_name("a.profile.toml"), "own", "浪花")
    model = issue.with_suffix(".json")
    model.write_text(to_json(restore(issue).issue), encoding="utf-8")

    assert choose_profile(model).name == "own"


def test_cleaning_rules_are_switched_off_by_name(issue: Path) -> None:
    found, _ = load_settings(issue, without=["dashes"])

    assert found.cleaning_off == ("dashes",)
    with pytest.raises(UsageFaultError, match="there is no cleaning rule dusting; there are "):
        load_settings(issue, without=["dusting"])


@pytest.mark.parametrize(
    ("home", "expected"),
    [("/home/a", "/home/a/.config/fukan/profiles"), ("", "/nonexistent/fukan/profiles")],
)
def test_the_users_folder_follows_the_home_folder(home: str, expected: str) -> None:
    assert user_folder({"HOME": home}) == Path(expected)
