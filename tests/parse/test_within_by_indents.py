"""What the indents and the full lines of a column tell to be set into a paragraph between blank lines."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.model import Article, Box, Figure, Heading, Paragraph, PullQuote
from converter.parse.contents.body import BodyIndex
from converter.parse.issue.quote_odds import Words, odds_of_quote
from converter.segment import make_units
from converter.segment.units.grid import grid_of
from converter.source import Line
from tests.support.restored import restored

SIZE = 30
TEXTS = [
    "修钟的铺子在巷子口上，门面只有一扇，玻璃擦得很亮。师傅姓顾，来这里的时候二十岁，如今头发白了一半，手还是稳的。",
    "墙上挂着四十多只钟，没有两只走得一样。他说不要紧，钟和人一样，各有各的脾气，只要天黑以前都走到了就好。",
    "送来修的钟多半不是坏了，是脏了。油泥积在齿轮里，越走越慢，拆开洗一遍，晾干，再点上三滴油，就又能走十年。",
    "也有修不好的。那年夏天有人抱来一只座钟，发条断成三截，他找遍了旧货摊，没有找到一样粗的，只好原样送回去。",
    "铺子里没有收音机，也没有电视。来的人坐在长凳上等，听着满墙的钟各走各的，听久了，心里反倒安静下来。",
    "学徒来过五个，走了四个。留下的那个是个姑娘，眼睛好，坐得住，头一年只许她洗零件，第二年才让她上手装。",
    "姑娘装好的头一只钟挂在门后，快了半分钟。师傅没有动它，说快就快着吧，年轻人做的东西，总要比别人急一点。",
    "入冬以后活就少了，钟怕冷，人也怕冷。他把炉子捅旺，一只一只给墙上的钟上弦，从东头到西头，正好一壶水的工夫。",
]
CUT = (
    "钟楼的大钟归他管了三十年，每个月初一都上去一回，先把摆锤停住，"
    "再一格一格地往上摇那根比胳膊还粗的发条，一边摇一边数着"
)
WHOLE = (
    "钟楼的大钟归他一个人管了三十年，每个月初一上去一回，先把摆锤停住，"
    "再一格一格往上摇那根发条，三十年里一回也没有误过。"
)
REST = "数，摇到第六十四下才停手，满身都是汗。底下的人听见钟响，就知道他又爬过一回一百二十级台阶。"


def column(text: str, indent: int = 2) -> list[str]:
    """The lines of a paragraph, the first with its indent."""
    first = SIZE - indent
    lines = [text[:first], *(text[at : at + SIZE] for at in range(first, len(text), SIZE))]
    return ["\u3000" * indent + lines[0], *lines[1:]]


def article(*between: str, above: str = CUT, rest: str = REST) -> Article:
    """An article with a paragraph that something cuts between others."""
    blocks = [column(text) for text in TEXTS[:3]]
    blocks += [column(above), *([one] for one in between), column(rest, 0)]
    blocks += [column(text) for text in TEXTS[3:]]
    body = "\n\n".join("\n".join(block) for block in blocks)
    text = f"目录\n走得不一样的钟 林小满 1\n\n走得不一样的钟\n\n林小满\n\n{body}\n"
    return restored(text).issue.articles[0]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def quotes(found: Article) -> list[str]:
    every = (block for block in found.blocks if isinstance(block, PullQuote))
    return [text.value for one in every for text in one.paragraphs]


def test_a_short_flush_line_within_a_paragraph_is_a_pull_quote() -> None:
    found = article("一百二十级台阶，没有一级是白爬的")
    assert quotes(found) == ["一百二十级台阶，没有一级是白爬的"]
    assert CUT + REST in paragraphs(found)


def test_the_full_line_above_may_end_with_a_sentence() -> None:
    found = article("爬上去的是人，响起来的是钟", above=WHOLE, rest=REST[2:])
    assert quotes(found) == ["爬上去的是人，响起来的是钟"]
    assert WHOLE + REST[2:] in paragraphs(found)


@pytest.mark.parametrize("said", ["修得好的是钟，修不好的是日子。", "“慢一点，就听得见它走。”"])
def test_a_sentence_that_shows_nothing_is_no_caption_there(said: str) -> None:
    found = article(said)
    assert quotes(found) == [said]
    assert not [block for block in found.blocks if isinstance(block, Figure)]


def test_what_may_stand_under_a_picture_is_a_caption_there() -> None:
    found = article("顾师傅在钟楼上，身后是1931年的铸铁齿轮。")
    assert not quotes(found)
    assert CUT + REST in paragraphs(found)


def test_words_that_describe_a_picture_are_its_caption_there() -> None:
    caption = "钟楼上的铸铁齿轮。此图由东向西拍摄，左下角的标尺长三十厘米。"
    found = article("\n".join(column(caption, 0)), above=WHOLE, rest=REST[2:])
    assert [one.caption.value for one in found.blocks if isinstance(one, Figure)] == [caption]
    assert WHOLE + REST[2:] in paragraphs(found)


def test_a_flush_line_below_a_paragraph_that_has_ended_early_is_none_of_it() -> None:
    said = "老街坊都说，听见他的钟才想起做饭。"
    lines = [column(text) for text in TEXTS]
    body = "\n\n".join("\n".join(block) for block in (*lines[:4], [said], *lines[4:]))
    text = f"目录\n走得不一样的钟 林小满 1\n\n走得不一样的钟\n\n林小满\n\n{body}\n"
    assert TEXTS[3] in paragraphs(restored(text).issue.articles[0])


def test_a_name_over_indented_paragraphs_within_a_paragraph_is_that_of_a_box() -> None:
    rest = "时辰，直到天亮。"
    said = ["先听快慢，再听轻重，最后听尾音。", "听不出来的，把手放在钟壳上。"]
    found = article("听钟的门道", *(f"\u3000\u3000{text}" for text in said), rest=rest)
    boxes = [block for block in found.blocks if isinstance(block, Box)]
    assert [len(box.blocks) for box in boxes] == [len(said)]
    assert not [block for block in found.blocks if isinstance(block, Heading)]
    assert CUT + rest in paragraphs(found)


def test_paragraphs_of_two_lines_tell_the_column_by_their_indented_first_lines() -> None:
    groups = [[Line(at, line) for at, line in enumerate(column(text[:50]))] for text in TEXTS * 2]
    assert grid_of(groups).measure == float(SIZE)
    assert grid_of(groups[:6]).measure == 0.0


def test_without_indents_paragraphs_of_two_lines_tell_the_column_as_well() -> None:
    groups = [
        [Line(at, line) for at, line in enumerate(column(text[:49] + "。", 0))] for text in TEXTS
    ]
    assert grid_of([*groups, *groups[:4]])[:2] == (float(SIZE), True)
    ragged = [[Line(1, text[: 20 + at]), Line(2, "。")] for at, text in enumerate(TEXTS)]
    assert grid_of(ragged).measure == 0.0


def test_a_flush_text_below_an_article_that_ends_early_is_rather_a_pull_quote() -> None:
    quote = "网上的洞是留给水走的，不是留给鱼走的。"
    above = make_units(
        Line(at, line)
        for at, line in enumerate(line for text in TEXTS for line in (*column(text), ""))
    )
    below = make_units(Line(900 + at, line) for at, line in enumerate(column(REST)))

    def odds(indent: str) -> float:
        lines = [*(line for text in TEXTS for line in (*column(text), "")), indent + quote]
        own = make_units(Line(at, line) for at, line in enumerate(lines))
        parts = [above, own, below]
        words = [Words("".join(key(unit.text) for unit in part)) for part in parts]
        return odds_of_quote(parts, words, 1, len(own) - 1, 0)

    assert odds("") > odds("\u3000\u3000") + 2


def test_what_a_line_of_running_text_says_of_a_column_is_no_part_of_a_title() -> None:
    said = [
        "这一期的栏目“修钟的人”，一共收了六篇，",
        "写的都是手上的活，没有一篇不是等出来的。",
    ]
    name = "修钟的人"
    assert not BodyIndex([Line(at, text) for at, text in enumerate(said, 1)]).is_part(
        f"栏目　{name}"
    )
    title = [Line(1, f"栏目　{name}和他的徒弟")]
    assert BodyIndex(title).is_part(f"栏目　{name}")
