"""A Traditional issue is restored as a Simplified one is, and keeps its characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.model import Box, Byline, Drop, Heading, Paragraph
from converter.parse.simplified import simplified
from converter.pipeline import restore
from converter.source import Line

TEXT = (
    "渡船開了三十年，船老大說，河面上的風從來不等人。後來橋通了，皇后大道上的鋪子一間一間地"
    "關門，只有碼頭邊的茶館還開著，裡面坐的都是等過船的人。乾貨行的老闆娘說，幹活的人少了。"
)
ISSUE = f"""目錄

鄉土
渡口的最後一班船 / 魯岸平 4

渡口的最後一班船

水鄉縣航運管理處副主任 魯岸平

{TEXT}

一、誰還需要一條船

{TEXT}{TEXT}

知識連結

渡船

渡船是把人和車送過河的船，在橋還少的年代，一條河上的渡口往往就是一個鎮子的開頭。

（資料來源：水鄉縣航運志）

{TEXT}
"""


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]


def test_words_that_only_simplified_rules_know_tell_their_lines() -> None:
    made = restore(ISSUE.encode(), name="x.txt")
    (article,) = made.issue.articles
    assert made.issue.language == "zh-Hant"
    (byline,) = article.bylines
    assert isinstance(byline, Byline)
    assert [(one.name, one.office) for one in byline.authors] == [
        ("魯岸平", "水鄉縣航運管理處副主任")
    ]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == [
        "一、誰還需要一條船"
    ]
    (box,) = (b for b in article.blocks if isinstance(b, Box))
    assert box.label == "知識連結"
    assert box.attribution is not None
    assert box.attribution.text.value == "資料來源：水鄉縣航運志"
    assert next(b.text.value for b in article.blocks if isinstance(b, Paragraph)) == TEXT
    assert made.account is not None
    assert made.account.balanced


def test_each_character_comes_back_where_one_stands_for_several() -> None:
    exchanged = simplified(lines(ISSUE))
    assert exchanged is not None
    assert any("后来桥通了，皇后大道上" in line.text for line in exchanged.lines)
    assert exchanged.give_back("".join(line.text for line in exchanged.lines)) == "".join(
        ISSUE.splitlines()
    )


def test_the_line_tells_between_two_spellings_of_the_same_words() -> None:
    text = f"{TEXT}\n週末見\n{TEXT}\n周末見\n{TEXT}"
    made = restore(text.encode(), name="x.txt")
    assert made.account is not None
    assert made.account.balanced


def test_of_what_a_seam_says_twice_the_text_keeps_what_is_not_dropped() -> None:
    text = f"{TEXT}\n\n碼頭上的人都走了，只剩下他站在船的前後\n\n后面看著水。{TEXT}"
    made = restore(text.encode(), name="x.txt")
    assert made.account is not None
    assert made.account.balanced


def test_a_simplified_issue_is_left_alone() -> None:
    assert simplified(lines("船老大说，河面上的风从来不等人。")) is None
    assert simplified(lines("船老大说，这里写着「風」字，是从前的写法。")) is None


@given(st.text("後后裡里裏於于鐘鍾台臺週周說這個國「」“”，。 a1", min_size=1, max_size=40))
def test_any_line_comes_back_as_it_was(text: str) -> None:
    exchanged = simplified([*lines(TEXT), Line(2, text)])
    assert exchanged is not None
    read = exchanged.lines[1].text
    assert not set(read) & set("後裡裏於鐘鍾臺週說這個國")
    assert ("「" in read) == ("「" in text and not {"“", "”"}.isdisjoint(text))
    assert exchanged.give_back(Drop(2, read, "folio")).text == text
