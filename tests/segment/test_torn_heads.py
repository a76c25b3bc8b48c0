"""Running heads on two lines, and with a character misread."""

from __future__ import annotations

import pytest

from converter.segment.torn_heads import torn_heads
from converter.source import Line

TEXT = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上的人都认得"
HEADS = ("渡口 2023年4月", "渡口往事")


def dropped(*texts: str, sections: frozenset[str] = frozenset()) -> list[str]:
    """What else is dropped among these lines, where three pages have each of two heads."""
    heads = [one for one in HEADS for _ in range(3)]
    lines = [Line(at, text) for at, text in enumerate([*heads, *texts], 1)]
    reasons = dict.fromkeys(range(1, len(heads) + 1), "running-head")
    return [lines[at].text for at in torn_heads(lines, frozenset(), sections, reasons)]


@pytest.mark.parametrize("gap", [(), ("",)])
@pytest.mark.parametrize("pair", [("渡口", "2023年4月"), ("渡口", "往事")])
def test_a_head_on_two_lines_is_one(pair: tuple[str, str], gap: tuple[str, ...]) -> None:
    assert dropped(TEXT, pair[0], *gap, pair[1], TEXT) == list(pair)
    assert not dropped(TEXT, pair[0], TEXT, pair[1])


def test_the_name_of_a_section_stays_over_its_title() -> None:
    assert not dropped(TEXT, "渡口", "往事", TEXT, sections=frozenset({"渡口"}))


@pytest.mark.parametrize(
    ("line", "above", "is_head"),
    [
        ("渡日 2023年4月", "这是最后一句。", True),
        ("渡口住事", TEXT, True),
        ("渡口住事", "这是最后一句。", False),  # it may be a title
        ("渡口故事", TEXT, False),  # another word
        ("渡口往事。", TEXT, False),
    ],
)
def test_a_character_misread(line: str, above: str, *, is_head: bool) -> None:
    assert dropped(above, line, TEXT) == [line] * is_head
