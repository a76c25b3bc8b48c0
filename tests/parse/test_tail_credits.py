"""Who edited an article, on the line of its last words."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Role
from tests.support.bend import article
from tests.support.ferry import BOATS, STONES


@pytest.mark.parametrize(
    ("credit", "role"),
    [
        ("（责编：苏禾）", Role.CREDIT),
        ("（责任编辑 黎平 游方）", Role.CREDIT),
        ("（作者系清河镇文化站站长）", Role.BIOGRAPHY),
    ],
)
def test_what_closes_an_article_stands_apart_from_its_last_words(credit: str, role: Role) -> None:
    found = article(STONES, f"{BOATS}{credit}")
    told = [one for one in [*found.blocks, *found.back] if isinstance(one, Paragraph)]
    assert [one.text.value for one in told[-2:]] == [BOATS, credit]
    assert told[-1].role is role


def test_brackets_within_the_text_stay_there() -> None:
    whole = f"{BOATS}（船的缆绳，是他自己搓的。）"
    between = f"{BOATS}（作者系清河镇文化站站长）"
    found = article(between, STONES, whole)
    told = [one.text.value for one in found.blocks if isinstance(one, Paragraph)]
    assert told[0] == between
    assert told[-1] == whole
