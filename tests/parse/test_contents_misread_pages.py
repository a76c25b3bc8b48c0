"""Pages of the contents that OCR has read as letters, or twice."""

from __future__ import annotations

import pytest

from converter.parse.contents.misread_pages import with_pages_as_counted
from converter.parse.contents.raw import RawContents
from converter.source import Line


def _read(*texts: str) -> tuple[list[str], dict[int, str]]:
    """What the lines are read as, and what is noted as printed."""
    contents = RawContents()
    lines = [Line(at, text) for at, text in enumerate(texts, 1)]
    return [line.text for line in with_pages_as_counted(lines, contents)], contents.numerals


@pytest.mark.parametrize(
    ("texts", "at", "read", "printed"),
    [
        (("河上的灯/1", "桥下的人/Z", "渡口/4", "水位/9"), 1, "桥下的人/2", "Z"),
        (("河上的灯（1）", "桥下的人（S）", "渡口（6）", "水位（9）"), 1, "桥下的人（5）", "S"),
        (("04 河上的灯", "0B 桥下的人", "12 渡口", "15 水位"), 1, "08 桥下的人", "0B"),
        (("河上的灯　1版", "桥下的人　b版", "渡口　7版", "水位　8版"), 1, "桥下的人　6版", "b"),
        (
            ("河上的灯 …… 4", "桥下的人 …… 10 10", "渡口 …… 12", "水位 …… 15"),
            1,
            "桥下的人 …… 10",
            "10 10",
        ),
        (
            ("河上的灯 …… 4", "桥下的人 …… 7 7", "渡口 …… 12", "水位 …… 15"),
            1,
            "桥下的人 …… 7",
            "7 7",
        ),
        (("河上的灯（4", "桥下的人（B", "渡口（12）", "水位（15）"), 1, "桥下的人（8", "B"),
        (("5", "l2", "14", "20"), 1, "12", "l2"),
        (("渡口 …… 12", "水位 …… 15", "河上的灯 …… 1", "桥下的人 …… S"), 3, "桥下的人 …… 5", "S"),
    ],
)
def test_between_its_neighbours(texts: tuple[str, ...], at: int, read: str, printed: str) -> None:
    lines, noted = _read(*texts)
    assert lines == [*texts[:at], read, *texts[at + 1 :]]
    assert noted == {at + 1: printed}


@pytest.mark.parametrize(
    "texts",
    [
        # Not between the one above and the one below.
        ("河上的灯/1", "桥下的人/B", "渡口/4", "水位/9"),
        # 1 or 11: either may be.
        ("河上的灯 …… 1", "桥下的人 …… 1 1", "渡口 …… 12", "水位 …… 15"),
        # No other page stands so.
        ("河上的灯 …… 1", "桥下的人／Z", "渡口 …… 12", "水位 …… 15"),
        # Too few that do.
        ("河上的灯/1", "桥下的人/Z", "渡口/4"),
        # Every page is one already.
        ("河上的灯/1", "桥下的人/2", "渡口/4", "水位/9"),
        # The last of the contents: 8, or an appendix far behind.
        ("河上的灯 …… 1", "桥下的人 …… 2", "渡口 …… 3", "水位 …… 8B"),
    ],
)
def test_what_may_be_otherwise_stays(texts: tuple[str, ...]) -> None:
    assert _read(*texts) == (list(texts), {})


def test_a_cell_of_a_table_is_told_by_all_pages() -> None:
    texts = (
        "| S | 让老街慢慢好起来",
        "的办法 | 某某 |",
        "12 渡口 某某",
        "17 水位 某某",
        "20 河灯 某某",
    )
    lines, noted = _read(*texts)
    assert lines[0] == "| 5 | 让老街慢慢好起来"
    assert noted == {1: "S"}
