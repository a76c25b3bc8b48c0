"""Lines that look like entries of contents by themselves."""

from __future__ import annotations

import pytest

from converter.segment.regions.entries import entry_like


@pytest.mark.parametrize("text", ["编后记………………（15）", "编后记……（15）", "灯下杂记......（8）"])
def test_a_leader_to_a_page_in_brackets_makes_an_entry(text: str) -> None:
    assert entry_like(text)


def test_an_ellipsis_behind_clauses_makes_none() -> None:
    assert not entry_like("船走了，灯还亮着……（15）")
