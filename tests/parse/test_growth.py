"""What an article costs must grow with its length: counted in questions asked, not in seconds."""

from __future__ import annotations

import pytest

from converter import pipeline
from converter.parse.assemble import survey
from converter.parse.items import asks
from tests.damage.monsters import monsters


@pytest.mark.parametrize("name", ["boxes", "box labels"])
def test_every_unit_is_asked_a_few_times_for_a_question(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0

    def counted(text: str) -> bool:
        nonlocal asked
        asked += 1
        return asks(text)

    monkeypatch.setattr(survey, "asks", counted)
    text = monsters(2000)[name]
    pipeline.restore(text.encode(), name="issue.txt")
    assert 0 < asked <= 2 * len(text.split())
