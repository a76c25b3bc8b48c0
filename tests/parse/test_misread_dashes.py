"""Dashes before subtitles that OCR has read as another stroke on one of the two sides."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
CONTENTS = """目　录

灯下的听众
{listed} …… 祁敏行 3
守灯二十年 …… 沈川 9
铁锚为什么会生锈 …… 柴望 15"""
BODY = """灯下的听众

{printed}

祁敏行

{prose}

守灯二十年

沈川

{prose}

铁锚为什么会生锈

柴望

{prose}"""
SUBTITLE = "河湾女校作文中的夜读书写"


def _subtitle(listed: str, printed: str) -> tuple[str, list[tuple[str, str]]]:
    made = restored(
        f"{CONTENTS.format(listed=listed)}\n\n{BODY.format(printed=printed, prose=PROSE)}"
    )
    article = made.issue.articles[0]
    found = article.subtitle.value if article.subtitle is not None else ""
    return found, [(one.before, one.after) for one in made.issue.changes if one.rule == "dashes"]


@pytest.mark.parametrize("stroke", ["一", "-", "~"])
def test_a_stroke_in_the_body_is_the_dash_that_the_contents_have(stroke: str) -> None:
    found, changes = _subtitle(f"——{SUBTITLE}", f"{stroke}{SUBTITLE}")
    assert found == f"——{SUBTITLE}"
    assert changes == [(stroke, "——")]


def test_a_stroke_in_the_contents_is_the_dash_that_the_body_has() -> None:
    assert _subtitle(f"一{SUBTITLE}", f"——{SUBTITLE}") == (f"——{SUBTITLE}", [("一", "——")])


def test_a_stroke_before_other_words_stays() -> None:
    assert _subtitle(f"——{SUBTITLE}", "一个人的夜读书写")[1] == []
