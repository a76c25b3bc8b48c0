"""Corrections that do not fit their source any more."""

from __future__ import annotations

import pytest

from converter.corrections import parse_corrections
from converter.model.serial import to_json
from converter.pipeline import restore
from converter.profile import Profile
from tests.corrections.samples import ISSUE, corrected, line, said

MOVED = ISSUE.replace("定价：9元", "定价：9元\n电话：0990-7654321")


@pytest.mark.parametrize(
    ("toml", "kind", "quote"),
    [
        ("[[replace]]\nline = 27\ntext = '没有这话'\nwith = 'x'", "replace", "没有这话"),
        ("[[drop]]\nline = 27\ntext = '没有这话'", "drop", "没有这话"),
        ("[[heading]]\nline = 27\ntext = '没有这话'\nlevel = 1", "heading", "没有这话"),
        (
            "[[join]]\nlines = [27, 31]\nend = '没有这话'\nstart = '他从不'",
            "join",
            "没有这话|他从不",
        ),
        (
            "[[box]]\nline = 23\ntext = '链接'\nparagraph = 27\nparagraph-text = '没有这话'",
            "box",
            "没有这话",
        ),
        ("[[seen]]\ncode = 'HEA003'\nline = 27\ntext = '没有这话'", "seen", "没有这话"),
    ],
)
def test_a_stale_correction_is_reported_and_changes_nothing(
    toml: str, kind: str, quote: str
) -> None:
    found = corrected(toml)

    assert said(found, "COR001") == [
        (
            27,
            f"the correction ({kind}) on line 1 of the corrections file was not applied: “{quote}” is not there any more",
        )
    ] or said(found, "COR001")[0][1].endswith(f"“{quote}” is not there any more")
    assert found.issue.articles == corrected("").issue.articles


def test_a_correction_follows_its_line_when_lines_are_added_above() -> None:
    toml = "[[heading]]\nline = 31\ntext = '他从不催人，也从不抢渡'\nlevel = 2"

    found = corrected(toml, MOVED)

    assert said(found, "COR002") == [
        (
            32,
            "the correction (heading) on line 1 of the corrections file was made for line 31; its text now stands here and it was applied here",
        )
    ]
    assert [b.spans[0].first for b in found.issue.articles[0].blocks if b.type == "heading"] == [
        30,
        32,
    ]


def test_a_join_follows_its_lines_too() -> None:
    toml = "[[split]]\nlines = [19, 21]\nend = '用几分力'\nstart = '气。渡口对面'"

    found = corrected(toml, MOVED)

    assert [place for place, _ in said(found, "COR002")] == [20]
    assert len(found.issue.articles[0].blocks) == len(corrected("").issue.articles[0].blocks) + 1


def test_a_quotation_that_fits_several_lines_follows_none() -> None:
    text = ISSUE.replace("撑篙的人\n\n沈 渔", "撑篙的人\n\n沈 渔\n\n他从不催人，也从不抢渡。")
    toml = "[[drop]]\nline = 27\ntext = '他从不催人，也从不抢渡'"

    found = corrected(toml, text)

    assert len(said(found, "COR001")) == 1
    assert not [drop for drop in found.issue.drops if drop.reason == "correction"]


def test_a_text_that_stands_several_times_on_its_line_is_not_guessed() -> None:
    found = corrected("[[replace]]\nline = {一年里}\ntext = '，'\nwith = '、'")

    assert said(found, "COR003") == [
        (
            line("一年里"),
            "the correction on line 1 of the corrections file was not applied: “，” stands 3 times on this line",
        )
    ]


def test_of_two_that_contradict_each_other_the_first_holds() -> None:
    toml = """
[[heading]]
line = 31
text = "他从不"
level = 1
[[heading]]
line = 31
text = "他从不"
level = 2
[[replace]]
line = 27
text = "外出的人"
with = "出门的人"
[[replace]]
line = 27
text = "的人回来"
with = "的回来"
"""
    found = corrected(toml)

    assert said(found, "COR004") == [
        (
            27,
            "the correction (replace) on line 14 of the corrections file contradicts an earlier one and was not applied",
        ),
        (
            31,
            "the correction (heading) on line 6 of the corrections file contradicts an earlier one and was not applied",
        ),
    ]
    assert [b.level for b in found.issue.articles[0].blocks if b.type == "heading"] == [1, 1]


def test_a_correction_without_effect_is_reported() -> None:
    found = corrected("[[join]]\nlines = [{水的}, {他从不}]\nend = '水的脾气'\nstart = '他从不'")

    assert said(found, "COR005") == [
        (line("水的"), "the correction (join) on line 1 of the corrections file had no effect")
    ]


def test_a_conversion_whose_words_are_not_in_the_issue_is_reported() -> None:
    found = corrected("[[traditional]]\ntext = '没有这话'\nas = '沒有這話'")

    assert [message for _, message in said(found, "COR005")] == [
        "the correction (traditional) on line 1 of the corrections file had no effect"
    ]


def test_a_doubt_marked_as_seen_that_went_away_is_noted() -> None:
    found = corrected("[[seen]]\ncode = 'HEA003'\nline = {一年里}\ntext = '一年里'")

    assert said(found, "COR006") == [
        (
            line("一年里"),
            "the doubt HEA003, marked as seen on line 1 of the corrections file, is not raised any more",
        )
    ]


def test_corrections_of_lines_do_not_apply_to_a_model() -> None:
    model = to_json(corrected("").issue).encode()
    corrections = parse_corrections("[[drop]]\nline = 27\ntext = '一年里'", "c.toml")

    found = restore(model, name="issue.json", profile=Profile(), corrections=corrections)

    assert said(found, "COR007") == [
        (0, "1 correction(s) speak of lines of a text, but this issue was read from a model")
    ]


def test_what_is_stale_is_said_in_chinese_too() -> None:
    found = corrected("[[drop]]\nline = 27\ntext = '没有这话'")

    messages = [d.message("zh") for d in found.diagnostics if d.code == "COR001"]
    assert messages == ["更正文件第 1 行的更正（drop）未应用：源文中已没有“没有这话”"]
