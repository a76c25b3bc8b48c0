"""Where sentences end beside markup, and marks that are no quotation marks."""

from __future__ import annotations

import pytest

from converter.hanzi import ends_sentence, unclosed, unopened


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("**船工上了岸。**", True),
        ("他说：“**船工上了岸。**”", True),
        ("**船工上了岸**", False),
        ("船工**上了岸，**", False),
        ("（船工上了岸，没有再回来。——编者）", True),
        ("他住在水门外（今属城南，当时还是菜地。——译者注）", True),
        ("（船工上了岸——编者）", False),
        ("船工上了岸。——船", False),
    ],
)
def test_a_sentence_ends_where_bold_type_does(text: str, ends: bool) -> None:  # noqa: FBT001
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("原题为The Ferry’s Deal", ""),
        ("见VLDB’15的论文", ""),
        ("渡口’的船", "’"),
        ("‘渡口’的船", ""),
    ],
)
def test_an_apostrophe_within_a_word_closes_nothing(text: str, stray: str) -> None:
    assert (unopened(text), unclosed(text)) == (stray, "")
