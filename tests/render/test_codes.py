"""The numbers that a magazine goes by, as they are written."""

from __future__ import annotations

import pytest

from converter.model import Masthead
from converter.render.codes import codes_closed_up

FERRY = Masthead("江岸月读", issn="1234-567X", cn="00-1234/G")


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("ISSN 1234 - 567x", "ISSN 1234-567x"),
        ("CN 00－1234 ／ G", "CN 00－1234／G"),
        ("国际刊号：1234—567X　国内刊号：00 - 1234/G", "国际刊号：1234—567X　国内刊号：00-1234/G"),
        ("电话：(000) 5550100 - 12", "电话：(000) 5550100 - 12"),
        ("100 - 1234/G", "100 - 1234/G"),
        ("江 岸　月 读（季刊）", "江岸月读（季刊）"),
        ("《江岸月读》杂志社 编辑部", "《江岸月读》杂志社 编辑部"),
        ("江岸 读月", "江岸 读月"),
    ],
)
def test_the_numbers_of_a_magazine_have_no_blanks(printed: str, shown: str) -> None:
    assert codes_closed_up(printed, FERRY) == shown


def test_of_a_magazine_without_numbers_nothing_changes() -> None:
    assert codes_closed_up("ISSN 1234 - 567X", Masthead("江岸月读")) == "ISSN 1234 - 567X"
