"""A speck of the paper in an issue: it is dropped, told, and parts nothing."""

from __future__ import annotations

import pytest

from converter.model import Heading
from tests.support.markup import AFTER, BEFORE, HEAD, TAIL, blocks, texts
from tests.support.restored import restored

WHOLE = "渠成那天放了一串鞭炮，水头走到哪一村，哪一村的孩子就跟着跑到哪一村。"


@pytest.mark.parametrize("speck", ["·", "|", "口", "1", "＿"])
def test_a_speck_is_dropped_and_parts_nothing(speck: str) -> None:
    body = f"{BEFORE}\n\n{speck}\n\n{AFTER}\n\n{WHOLE}"
    made = restored(HEAD + body + TAIL)
    assert list(texts(made.issue)) == [BEFORE + AFTER, WHOLE]
    assert not blocks(made.issue, 0, Heading)
    line = (HEAD + body).split("\n").index(speck) + 1
    assert [(one.line, one.text) for one in made.issue.drops if one.reason == "speck"] == [
        (line, speck)
    ]
    told = [one.line for one in made.diagnostics if one.code == "SPK001"]
    assert told == ([line] if speck in "口1" else [])
