"""Titles of which OCR has lost a character over their text, which the contents have whole."""

from __future__ import annotations

import pytest

from converter.parse.context import Ledger
from converter.parse.issue.lost_characters import with_lost_characters
from converter.segment import Regions
from converter.source import Line
from tests.support.restored import listed, restored

CONTENTS = """\
目　录
桥下的木匠和他的船 ..... 梁小满 4
论“三本账”的由来 ..... 秦河湾 6
把夜里的公交车开到
最后一个村口去 ..... 季云 11
南山南（外一首） ..... 米粒 15
雨前的谷场（上） ..... 季云 17
雨后的晒谷场 ..... 季云 19
谷场边上的石碾子孟 知 远 20
夏天的第一场雨等 ..... 季云 21""".splitlines()
TEXT = "船坞的门板是他一块一块刨出来的，刨了三十年，刨花堆得比门还高。"


def _read(*body: str) -> tuple[list[str], Ledger]:
    lines = [Line(at, text) for at, text in enumerate((*CONTENTS, *body), 1)]
    regions = Regions(masthead=None, contents=(0, len(CONTENTS)))
    ledger = Ledger()
    made = with_lost_characters(lines, regions, ledger)
    return [line.text for line in made[len(CONTENTS) :]], ledger


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("桥下的匠和他的船", "桥下的木匠和他的船"),
        ("下的木匠和他的船", "桥下的木匠和他的船"),
        ("桥下的木匠和他的", "桥下的木匠和他的船"),
        ("论“本账”的由来", "论“三本账”的由来"),
        ("论“三账”的由来", "论“三本账”的由来"),
        ("论“三本”的由来", "论“三本账”的由来"),
        ("把夜里的公交车开到最一个村口去", "把夜里的公交车开到最后一个村口去"),
        ("# **南山南（外一）**", "# **南山南（外一首）**"),
    ],
)
def test_a_title_lacks_a_character(line: str, title: str) -> None:
    made, ledger = _read(line, TEXT)
    assert made == [title, TEXT]
    assert [one.code for one in ledger.diagnostics] == ["TOC004"]
    assert [(one.before, one.line) for one in ledger.changes] == [("", len(CONTENTS) + 1)]


@pytest.mark.parametrize(
    "body",
    [
        ("桥下的木匠和他的船",),
        ("雨前的谷场",),  # the second half may stand elsewhere
        ("季云论“三本账”的由",),
        ("下的木匠和他的船", "下的木匠和他的船"),  # nobody can tell which
        ("这一座桥", "下的木匠和他的船"),
        ("桥下的木匠和他的", "船"),
        ("把夜里的公交车开", "到最后一个村口去"),
        ("桥下的木匠和他的船梁",),
        ("雨前的谷",),
        ("夏天的第一场雨",),  # the first of several
        ("谷场边上的石碾子",),  # the first character of a name
    ],
)
def test_other_lines_stay_as_they_are(body: tuple[str, ...]) -> None:
    made, ledger = _read(*body, TEXT)
    assert made[: len(body)] == list(body)
    assert not ledger.changes


def test_the_article_has_the_title_of_the_contents() -> None:
    head = "\n".join(("石　桥", "", *CONTENTS[:3]))
    first, second = f"桥下的匠和他的船\n\n梁小满\n\n{TEXT}", f"论“三本账”的由来\n\n秦河湾\n\n{TEXT}"
    made = restored(f"{head}\n\n{first}\n\n{second}\n")
    titles = ["桥下的木匠和他的船", "论“三本账”的由来"]
    assert ["".join(line.value for line in one.title) for one in made.issue.articles] == titles
    assert [title for _, title, *_ in listed(made)] == titles
