"""Bylines of which OCR has misread a character, told by those whom the contents name."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline


@pytest.mark.parametrize(
    ("text", "known", "who"),
    [
        ("河务局副局长 右 溪", "石溪", ("石溪", "河务局副局长")),
        ("□ 河务局副局长 右溪", "石溪", ("石溪", "河务局副局长")),
        ("端本榕", "端木榕", ("端木榕", "")),
        ("文/庚之恒", "康之恒", ("康之恒", "")),
        ("庚之恒（河湾市护理中心）", "康之恒", ("康之恒", "")),
        ("百　术", "白术", ("白术", "")),
    ],
)
def test_what_is_read_is_no_name_and_differs_by_a_character(
    text: str, known: str, who: tuple[str, str]
) -> None:
    found = read_byline(text, known=frozenset({known}))
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [who]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("瞿未央", "瞿末央"),  # a name: the contents may be what is misread
        ("渡口记", "石榴记"),  # two characters differ
        ("新灯", "石溪"),
        ("河务局副局长说 右溪", "石溪"),
    ],
)
def test_other_words_are_not_who_the_contents_name(text: str, known: str) -> None:
    found = read_byline(text, known=frozenset({known}))
    assert found is None or known not in [one.name for one in found.authors]
