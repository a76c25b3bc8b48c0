"""Sections whose names the contents have lost, and the body prints as it does the others."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
CUT, REST = "守灯人把灯罩擦了一遍，又把灯芯剪短，说这样", "才照得远，过船的人都认得。"
CONTENTS = """河灯

2021年第9期（总第143期）

目 录

走河

渡口的早市 …… 何若溪 06

人物

守灯二十年 …… 沈川 11

铁锚为什么会生锈 …… 柴望 15

闲话

祖母的船票 …… 梅 笛 21
"""


def _issue(head: str, *, within: str) -> list[tuple[str, list[str]]]:
    """The sections and their titles, where ``head`` stands over the third title and ``within`` in its text."""
    body = [
        *("走河", "渡口的早市", "何若溪", PROSE, f"赶早的人{CUT}", "走河", REST),
        *("人物", "守灯二十年", "沈川", PROSE, PROSE),
        *(head, "铁锚为什么会生锈", "柴望", PROSE, f"船匠说，{CUT}", within, REST, PROSE),
        *("闲话", "祖母的船票", "梅 笛", PROSE, PROSE),
    ]
    made = restored(f"{CONTENTS}\n\n" + "\n\n".join(body))
    return [
        (section.name, ["".join(entry.title) for entry in section.entries])
        for section in made.issue.contents.sections
    ]


def test_a_name_over_a_title_and_within_a_sentence_is_a_section() -> None:
    assert _issue("船坞", within="船坞") == [
        ("走河", ["渡口的早市"]),
        ("人物", ["守灯二十年"]),
        ("船坞", ["铁锚为什么会生锈"]),
        ("闲话", ["祖母的船票"]),
    ]


def test_the_head_within_the_sentence_is_dropped() -> None:
    body = ["铁锚为什么会生锈", "柴望", PROSE, f"船匠说，{CUT}", "船坞", REST]
    text = [CONTENTS, "走河", "渡口的早市", "何若溪", f"赶早的人{CUT}", "走河", REST, "船坞", *body]
    made = restored("\n\n".join(text))
    texts = [getattr(block, "text", None) for block in made.issue.articles[-1].blocks]
    assert f"船匠说，{CUT}{REST}" in [text.value for text in texts if text is not None]
    assert [drop.reason for drop in made.issue.drops if drop.text == "船坞"] == [
        "section-name",
        "running-head",
    ]


@pytest.mark.parametrize(("head", "within"), [("船坞", "渔歌"), ("柴望", "柴望")])
def test_a_name_once_and_who_signs_are_no_sections(head: str, within: str) -> None:
    assert [name for name, _ in _issue(head, within=within)] == ["走河", "人物", "闲话"]
