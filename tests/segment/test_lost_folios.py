"""Running heads that have lost their folio."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.segment import find_furniture
from converter.source import Line

PROSE = "水从山上下来，先过磨坊，再过学校，最后才到河边的灯塔。"
HEAD = "纸鸢 PAPER KITE"


def _dropped(*texts: str, known: tuple[str, ...] = ()) -> list[str]:
    """The texts, each below a paragraph, that are no text of the issue."""
    told = [one for text in texts for one in (PROSE, "", text, "")]
    lines = [Line(at, one) for at, one in enumerate(told, 1)]
    names = [key(one) for one in ("纸鸢", *known)]
    found = find_furniture(lines, known=names, title=key("纸鸢"))
    return [line.text for line in lines if line.number in found.reasons]


def test_the_name_and_more_words_is_a_head_where_others_have_a_folio() -> None:
    heads = [f"{HEAD} 008", HEAD, f"018 {HEAD}"]
    assert _dropped(*heads) == heads


@pytest.mark.parametrize(
    ("texts", "known"),
    [
        ([f"{HEAD} 008", HEAD], ()),  # a single head with a folio
        ([HEAD, f"{HEAD} 008", f"018 {HEAD}"], ()),  # above all of them
        ([f"{HEAD} 008", HEAD, f"018 {HEAD}"], (HEAD,)),  # the contents name it
        (["放飞 FLYING 008", "放飞 FLYING", "018 放飞 FLYING"], ()),  # not the magazine's name
    ],
)
def test_what_may_be_the_name_of_a_section_stays(texts: list[str], known: tuple[str, ...]) -> None:
    bare = next(one for one in texts if not any(map(str.isdigit, one)))
    assert bare not in _dropped(*texts, known=known)
