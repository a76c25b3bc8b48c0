"""What a profile changes in an issue."""

from __future__ import annotations

from converter.model import Box, Heading, MastheadKind
from converter.pipeline import Restored, restore
from converter.profile.load import parse_profile
from tests.profile.test_choose import ISSUE

SENTENCE = "潮水退下去以后，沙滩上留着一行浅浅的脚印，从防波堤一直通到那条搁了浅的旧船跟前。"
BODY = f"""\
{ISSUE}
浪花 17

{SENTENCE}

船长的话 {SENTENCE}

——临海市志

一 潮汐表

{SENTENCE}

甲、上半夜

{SENTENCE}
"""


def restored(toml: str, text: str = BODY) -> Restored:
    return restore(text.encode(), name="issue.txt", profile=parse_profile(toml, "p.toml"))


def boxes(found: Restored) -> list[str]:
    return [b.label for a in found.issue.articles for b in a.blocks if isinstance(b, Box)]


def test_a_label_of_the_magazine_begins_a_box() -> None:
    text = BODY.replace("——临海市志\n\n", "")  # a source would tell it of itself

    assert boxes(restored("", text)) == []
    assert boxes(restored('[boxes]\nextra = ["船长的话"]', text)) == ["船长的话"]


def test_a_running_head_of_the_magazine_is_dropped_whatever_its_folio() -> None:
    text = BODY.replace("浪花 17", "临海读本 17")

    dropped = restored('running-heads = ["临海读本"]', text).issue.drops

    assert ("临海读本 17", "running-head") in [(drop.text, drop.reason) for drop in dropped]
    assert not [d for d in restored("", text).issue.drops if "临海读本" in d.text]


def test_a_masthead_label_of_the_magazine_has_its_kind() -> None:
    text = BODY.replace("定价：12元", "定价：12元\n掌舵：海上生明月")

    def kind(found: Restored) -> MastheadKind:
        return next(e.kind for e in found.issue.masthead.entries if e.label == "掌舵")

    assert kind(restored('[masthead]\n"掌舵" = "sponsor"', text)) is MastheadKind.SPONSOR
    assert kind(restored("", text)) is not MastheadKind.SPONSOR


def test_a_section_that_the_contents_lack_is_known_by_the_profile() -> None:
    text = BODY.replace("灯下\n守塔人", "守塔人").replace(
        "守塔人的一夜\n\n白 浪", "灯下\n\n守塔人的一夜\n\n白 浪"
    )

    issue = restored('sections = ["灯下"]', text).issue

    assert issue.section_names[issue.articles[0].section] == "灯下"


def test_the_ladder_of_headings_orders_their_levels() -> None:
    numbered = BODY.replace("一 潮汐表", "（一）潮汐表").replace("甲、上半夜", "1. 上半夜")

    def levels(toml: str) -> list[int]:
        blocks = restored(toml, numbered).issue.articles[0].blocks
        return [block.level for block in blocks if isinstance(block, Heading)]

    assert levels("") == [1, 2]
    assert levels('headings = ["arabic", "cn-paren"]') == [2, 1]


def test_a_cleaning_rule_can_be_switched_off() -> None:
    text = BODY.replace("潮水退下去以后，", "潮水退下去以后,", 1)

    assert "punctuation-width" in {c.rule for c in restored("", text).issue.changes}
    off = restored('[cleaning]\noff = ["punctuation-width"]', text).issue.changes
    assert "punctuation-width" not in {change.rule for change in off}


def test_severities_follow_the_profile() -> None:
    def found(toml: str) -> dict[str, str]:
        return {
            d.code: d.severity.label for d in restored(toml, ISSUE[:40] * 2 + "\n\n").diagnostics
        }

    assert found("")["TOC001"] == "warning"
    assert found('[severities]\nTOC001 = "error"')["TOC001"] == "error"
    assert "TOC001" not in found('[severities]\nTOC001 = "off"')
