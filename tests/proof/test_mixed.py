"""A character of the other script among those of the issue's own is told and left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import article_texts, plain_text
from converter.pipeline import restore
from converter.proof.misread import Misreading
from converter.proof.mixed import mixed
from converter.proof.scripts import BOTH_WAYS, ONLY_TRADITIONAL, SHAPES


@pytest.mark.parametrize(
    ("text", "traditional", "read", "printed"),
    [
        ("河边的老人说，這里从前有一座桥。", False, "這", "这"),
        ("船工们把缆绳拴在樹上。", False, "樹", "树"),
        ("河邊的老人說，这裡從前有一座橋。", True, "这", "這"),
        ("船工們把纜繩拴在树上。", True, "树", "樹"),
    ],
)
def test_a_character_of_the_other_script_is_told(
    text: str, *, traditional: bool, read: str, printed: str
) -> None:
    assert mixed(text, traditional=traditional) == [Misreading(text.index(read), read, printed)]


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("碑上刻着“河清海晏，歲稔年豐”八个字。", False),
        ("“門”字少了一横，匾上的“樓”也看不清了。", False),
        ("乾隆年间的于家堡，范姓人家藉此兴盛，登高瞭望。", False),
        ("河邊的老人說，床前有台灣來的鄰居，后里的裏頭着火了。", True),
        ("他没有别的話，内心决意走了。", True),
        ("", False),
        ("樹", False),
    ],
)
def test_what_is_quoted_or_of_both_scripts_is_not(text: str, *, traditional: bool) -> None:
    assert mixed(text, traditional=traditional) == []


def test_people_write_their_names_as_they_like() -> None:
    text = "这是渡口的摆渡人陸远舟说的。"
    assert mixed(text, traditional=False)
    assert mixed(text, traditional=False, names=frozenset("周平陸远舟")) == []


def test_the_table_is_of_pairs_and_names_no_character_twice() -> None:
    pairs = ONLY_TRADITIONAL + BOTH_WAYS
    assert len(pairs) % 2 == 0
    assert len(set(pairs[::2])) == len(pairs) // 2
    assert len(set(BOTH_WAYS)) == len(BOTH_WAYS)
    assert not set(pairs[::2]) & set(pairs[1::2])
    assert set(SHAPES) <= set(BOTH_WAYS[1::2])


@given(text=st.text("这這里裡，河橋桥a𠮷\n", max_size=30), traditional=st.booleans())
def test_each_place_is_within_the_text_and_of_another_character(
    text: str, *, traditional: bool
) -> None:
    for hit in mixed(text, traditional=traditional):
        assert text[hit.start] == hit.read != hit.printed


def test_it_is_told_with_its_line_and_left_as_it_is() -> None:
    prose = "河湾镇的渡船停了三十年，去年春天又开了起来，摆渡的还是老陆一家。"
    text = f"目录\n\n渡口纪事 陆远舟 4\n\n渡口纪事\n\n陆远舟\n\n{prose}\n\n{prose[:-1]}，說的人都笑了。\n"
    made = restore(text.encode(), name="issue.txt")
    told = [one for one in made.diagnostics if one.code == "PRF007"]
    assert [(one.line, dict(one.args)["printed"]) for one in told] == [(11, "说")]
    assert "說的人都笑了" in plain_text(article_texts(made.issue.articles[0]))
