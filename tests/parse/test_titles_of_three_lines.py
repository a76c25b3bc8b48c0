"""Titles on two or three lines, each by itself in the body, in contents that OCR has misread."""

from __future__ import annotations

import pytest

from converter.segment.regions.going_on import with_entries_below
from converter.source import Line
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
HEAD = "河灯\n\n2021年第9期（总第143期）\n\n目 录\n\n"
Titles = list[tuple[str, ...]]


def _read(contents: str, *pieces: str) -> tuple[list[tuple[str, Titles]], Titles]:
    """The sections of the contents with the titles of their entries, and the titles of the articles."""
    body = "\n\n".join(f"{head}\n\n{PROSE}\n\n{PROSE[:-1]}，{head[:2]}。" for head in pieces)
    issue = restored(f"{HEAD}{contents}\n\n{body}\n").issue
    listed = [(one.name, [entry.title for entry in one.entries]) for one in issue.contents.sections]
    return listed, [tuple(line.value for line in one.title) for one in issue.articles]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (
            "渡口上的第三代人\n他们还在等一盏灯.........（沈 川）5",
            "渡口上的第三代人 他们还在等一盏灯",
        ),
        ("1 渡口窗下的守竣 沈川", "渡口窗下的守望"),
    ],
    ids=["two lines on one", "misread"],
)
def test_contents_end_at_a_title_that_they_have_otherwise(entry: str, title: str) -> None:
    said = ["渡口志 2021年第9期", "渡船上的灯为什么不灭？9"]
    text = ["目 录", "", *entry.split("\n"), "", title, *said, *[PROSE] * 6, title, *said]
    lines = [Line(at + 1, line) for at, line in enumerate(text)]
    end = text.index("", 2)
    assert with_entries_below(lines, 0, end, len(lines)) == end


def test_the_first_lines_of_an_entry_are_no_names_of_sections_gathered_above_the_entries() -> None:
    contents = (
        "书 评\n\n让旧账本真正用起来\n一盏灯何以长久\n反复修补旧船板\n——访船匠沈川 何若溪 5\n\n"
        "一 线 观 察\n\n以灯促渡：河湾镇的三年\n窗口的回声 叶小禾,柴望 14\n\n"
        "从石阶下看潮位的变迁\n——访水文员陆遥 唐果,方小舟 15"
    )
    listed, _ = _read(
        contents,
        "让旧账本真正用起来\n\n一盏灯何以长久\n\n反复修补旧船板\n\n——访船匠沈川\n\n本刊记者 何若溪",
    )
    assert listed[0] == ("书评", [("让旧账本真正用起来", "一盏灯何以长久", "反复修补旧船板")])


@pytest.mark.parametrize(
    ("at", "printed", "listed"),
    [(0, "渡船的一天", "渡船的一夫"), (1, "河湾的答卷", "河琮的答卷")],
)
def test_a_misread_line_of_a_title_is_no_name_of_a_section(
    at: int, printed: str, listed: str
) -> None:
    lines = ["潮水看得懂了之后", "把价钱写在明处"]
    lines.insert(at, printed)
    title = "\n".join(lines).replace(printed, listed)
    contents = (
        f"◆人物\n\n同船匠签下保底的合同\n旧船板的路径与思考 ...... 沈川、陆遥 8\n\n◆特稿\n\n{title} ．．．． 何若溪 16\n\n"
        "◆对话\n\n让灯真正亮起来 ...... 唐 果 17"
    )
    found, _ = _read(
        contents,
        "同船匠签下保底的合同\n\n旧船板的路径与思考\n\n文/沈川　陆遥",
        "\n\n".join(lines) + "\n\n文/何若溪",
        "让灯真正亮起来\n\n文/唐 果",
    )
    assert [name for name, _ in found] == ["人物", "特稿", "对话"]
    assert [len(entries) for _, entries in found] == [1, 1, 1]


def test_a_title_of_three_lines_with_its_subtitle_need_not_be_listed() -> None:
    contents = "书评\n\n潮位的来路何以为难 ......... 8\n  沈 川\n\n史话\n\n从石阶下看渡船的变迁 …… 11\n  何若溪"
    lost = "核定各段的船期\n\n渡口交易的实践\n\n险滩少了之后\n——访河湾县船闸站长陆遥\n文/本刊记者 侯 棠"
    _, titles = _read(
        contents, lost, "潮位的来路何以为难\n\n文/沈 川", "从石阶下看渡船的变迁\n\n文/何若溪"
    )
    assert titles[0] == ("核定各段的船期", "渡口交易的实践", "险滩少了之后")
