"""Pull quotes and boxes without a name, in printed lines within a sentence."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Paragraph
from converter.parse.issue.apart import find_apart
from converter.parse.issue.beside import captions_in_columns
from converter.parse.issue.column_quotes import ColumnQuotes
from converter.parse.issue.pieces import Apart
from converter.profile import Profile
from converter.source import Line
from tests.support.blocks import quotes_within
from tests.support.columns import cut
from tests.support.restored import restored

COLUMN = (
    "老秤店开在桥头，门板上挂着一杆三尺长的秤，秤盘里常年放着一只青瓷碗。做秤的吴师傅每天早上先把碗擦一遍，"
    "擦完再开门。来做秤的人一年比一年少，来问路的倒多起来，他就在门口立了一块牌子，写明往车站怎么走。"
    "有人劝他改卖电子秤，他摇摇头，说那样的秤自己认不得字，也不知道它心里想的是什么。"
)
SIZE = 22


def article(*inset: str, at: int = 3) -> Article:
    """An article in printed lines without indents, and what stands between two of them."""
    body = cut(COLUMN, SIZE)
    head = ["目录", "1 老秤店 吴一桥", "", "老秤店", "吴一桥", ""]
    [found] = restored("\n".join([*head, *body[:at], *inset, *body[at:]])).issue.articles
    return found


def paragraphs(found: Article | Box) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


QUOTE = ("秤杆可以弯一点，", "做秤的人不能弯。")
LINES = (
    "杆秤由秤杆、秤砣和秤盘三样东西",
    "组成，一斤分作十六两。1959年",
    "改用十两一斤，老秤这才渐渐退出",
    "了集市。",
)
FRAME = "".join(LINES)


def test_short_lines_within_a_sentence_are_a_pull_quote() -> None:
    found = article(*QUOTE)
    assert quotes_within(found) == ["".join(QUOTE)]
    assert paragraphs(found) == [COLUMN]


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        (("秤杆弯一点不要紧，做秤", "的人不能弯。"), True),
        (
            ("秤杆弯一点不要紧，", "做秤的不能弯。"),
            False,
        ),  # these may as well be two clauses of text
    ],
)
def test_a_sentence_in_large_type_may_cut_one_between_its_clauses(
    lines: tuple[str, ...], *, quoted: bool
) -> None:
    text = COLUMN.replace("三尺长的秤，", "三尺长的老秤，")
    head = ["目录", "1 老秤店 吴一桥", "", "老秤店", "吴一桥", ""]
    body = cut(text, SIZE)
    [found] = restored("\n".join([*head, body[0], *lines, *body[1:]])).issue.articles
    assert quotes_within(found) == (["".join(lines)] if quoted else [])
    assert (paragraphs(found) == [text]) == quoted


@pytest.mark.parametrize("at", [2, 7])
def test_flush_lines_behind_commas_in_an_indented_column_are_a_pull_quote(at: int) -> None:
    texts = [f"{text}。" for text in COLUMN.split("。") if text]
    body = [line for text in texts for line in cut(f"　　{text}", SIZE)]
    head = ["目录", "1 老秤店 吴一桥", "", "老秤店", "吴一桥", ""]
    lines = [*head, *body[:at], *QUOTE, *body[at:]]
    [found] = restored("\n".join(lines)).issue.articles
    assert quotes_within(found) == ["".join(QUOTE)]
    assert paragraphs(found) == texts


def test_a_pull_quote_of_many_lines_is_taken_whole() -> None:
    """Its last lines alone are short enough to be told; what stands above them is said again, too."""
    said = COLUMN.partition("。")[2]
    texts = [COLUMN, f"{COLUMN[::-1].strip('。')}。"]
    body = [line for text in texts for line in cut(f"　　{text}", SIZE)]
    head = ["目录", "1 老秤店 吴一桥", "", "老秤店", "吴一桥", ""]
    at = len(cut(f"　　{COLUMN}", SIZE))
    lines = [*head, *body[:at], *cut(said, SIZE - 8), "", *body[at:]]
    [found] = restored("\n".join(lines)).issue.articles
    assert quotes_within(found) == [said]
    assert paragraphs(found) == texts


def test_a_caption_with_its_number_may_be_wider_than_the_column() -> None:
    shown = "图1　秤盘里的青瓷碗，吴师傅每天擦一遍。门板是他父亲留下来的。"
    found = article(shown)
    assert [block.caption.value for block in found.blocks if isinstance(block, Figure)] == [shown]
    assert paragraphs(found) == [COLUMN]


def test_the_last_line_of_a_paragraph_above_a_wider_caption_is_none() -> None:
    shown = "图1　秤盘里的青瓷碗，吴师傅每天擦一遍。门板是他父亲留下来的。"
    body = cut(f"　　{COLUMN[:30]}擦一遍。", SIZE) * 8
    texts = [
        *body,
        *cut(f"　　{COLUMN[:56]}“擦完了碗就开门做秤”，便是这个意思。", SIZE),
        shown,
        *body,
    ]
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    assert [line.text for one in captions_in_columns(lines, float(SIZE)) for line in one] == []


@pytest.mark.parametrize("at", [3, 4])
def test_even_lines_within_a_sentence_are_a_box_without_a_name(at: int) -> None:
    found = article(*LINES, at=at)
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert (box.label, box.title, paragraphs(box)) == ("", None, [FRAME])
    assert paragraphs(found) == [COLUMN]


def test_a_box_with_its_source_between_two_sentences() -> None:
    column = [*cut(COLUMN, SIZE), "那一年桥头的店铺关了十一家，只有他还开着门。"]
    box = [*LINES, "（桥头镇商会提供）"]
    head = ["目录", "1 老秤店 吴一桥", "", "老秤店", "吴一桥", ""]
    [found] = restored("\n".join([*head, *column, *box, *column])).issue.articles
    (inset,) = [block for block in found.blocks if isinstance(block, Box)]
    assert paragraphs(inset) == [FRAME]
    assert inset.attribution is not None
    assert inset.attribution.text.value == "桥头镇商会提供"


@pytest.mark.parametrize(
    "inset",
    [
        ("吴师傅在店里做秤。", "秤盘是铜的。"),  # the first line ends what the column breaks off
        ("秤杆可以弯一点，", "做秤的人不能弯"),  # no sentence
        ("吴师傅：秤杆可以弯，", "做秤的人不能弯。"),  # who speaks
    ],
)
def test_what_is_no_pull_quote(inset: tuple[str, ...]) -> None:
    assert quotes_within(article(*inset)) == []


def test_the_house_under_a_box_whose_name_is_known() -> None:
    house = "（桥头镇计量服务中心）"
    found = article("小知识", *LINES, house)
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert box.attribution is not None
    assert box.attribution.text.value == house.strip("（）")
    assert paragraphs(found) == [COLUMN]


def test_who_took_the_picture_on_the_line_below_its_caption() -> None:
    caption = ("▲吴师傅在店里校一杆秤。", "摄影/谷　风")
    (figure,) = [block for block in article(*caption).blocks if isinstance(block, Figure)]
    assert figure.caption.value.replace(" ", "") == "▲吴师傅在店里校一杆秤。摄影/谷风"


def test_even_lines_in_larger_type_that_tell_no_figures_are_a_pull_quote() -> None:
    said = "一杆秤准不准看得见的是星，看不见的是做秤的人。星钉歪了还能拔，手一抖就收不回来了。"
    found = article(*cut(said, 15))
    assert quotes_within(found) == [said]
    assert paragraphs(found) == [COLUMN]


@pytest.mark.parametrize(
    ("inset", "count"),
    [
        (("来问路的倒多起来，他就在门", "口立了一块牌子。"), 2),
        (("（二）把秤星钉在该钉的地方", "，不偏不倚"), 0),  # a heading that the contents have
        (("来问路的倒多起来，他就在门", "口立了一块牌子，"), 0),  # what goes on
        (("Keywords: steelyard;", "method; river"), 0),
    ],
)
def test_what_says_some_words_of_the_column_again(inset: tuple[str, str], count: int) -> None:
    above = ["（二）把秤星钉在该钉的", "地方，不偏不倚", "Keywords: steelyard; method;", "river"]
    above += cut(COLUMN, SIZE)[:-1]
    texts = [*above, *inset, "旧秤收了满满一屋子，没有一杆肯卖给外乡的人，"]
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    found = Apart()
    ColumnQuotes(lines, float(SIZE), found).find([len(above)])
    assert len(found.quoted) == count


SHORT = (
    "“做一杆秤要几天？”问路的人常问。",
    "吴师傅说，要看木头愿意不愿意。",
    "“愿意的木头呢？”",
    "“三天。”",
    "“不愿意的呢？”",
    "“那就让它再躺三年。”",
)


def test_a_pull_quote_above_the_rest_of_a_sentence_and_short_lines() -> None:
    """What is said again ends within a run of short lines, most of them what people say."""
    said = ("擦完再开门。来做秤的", "人一年比一年少。")
    texts = [COLUMN[:SIZE], *said, "牌子，写明怎么走。", *SHORT, f"每天早上，{''.join(said)}"]
    found = Apart()
    lines = [Line(at, text) for at, text in enumerate(texts)]
    ColumnQuotes(lines, float(SIZE), found).find([1])
    assert sorted(found.quoted) == [1, 2]


def test_a_long_pull_quote_may_change_a_word() -> None:
    said = "他摇摇头，说那样的秤自己认不得字，也不晓得它心里想的是什么，这才把门前的牌子摘下来擦干净，擦了一遍又一遍。"
    source = said.replace("不晓得", "不知道")
    texts = [Line(at, text) for at, text in enumerate(cut(said, SIZE - 8), 1)]
    lines = [Line(0, COLUMN[:SIZE]), *texts, Line(90, COLUMN[SIZE:]), Line(91, source)]
    found = Apart()
    ColumnQuotes(lines, float(SIZE), found).find([1])
    assert sorted(found.quoted) == [line.number for line in texts]


def test_a_source_behind_a_dash_goes_on_in_no_next_line() -> None:
    """Though 名册的青瓷碗 would read well: the line is short of its column."""
    source = "——桥头镇老手艺人名册"
    texts = [COLUMN[:SIZE], "小知识", *cut(FRAME, SIZE), source, "的青瓷碗，吴师傅擦了一遍。"]
    lines = [Line(at, text) for at, text in enumerate([*texts, *cut(COLUMN, SIZE)])]
    at = texts.index(source)
    assert find_apart(lines, Profile()).pieces.get(at) == at


def test_a_pull_quote_goes_on_to_the_end_of_its_sentence() -> None:
    """One of its lines is nearly as long as those of the column: figures take less room."""
    rows = [
        "来做秤的人一年比一年少，",
        "今年只有十一个，来问",
        "路的倒多起来，一天总有二三十个人来问",
        "车站怎么走。",
    ]
    texts = [
        f"{COLUMN[: SIZE - 1]}。",
        "",
        *rows,
        "",
        COLUMN[SIZE:],
        f"从前{COLUMN[:20]}，{''.join(rows)}",
    ]
    lines = [Line(at, text) for at, text in enumerate(texts)]
    found = Apart()
    quotes = ColumnQuotes(lines, 19.0, found)
    assert quotes._with_lines_below(2, 4) == 6
    assert quotes._with_lines_below(2, 6) == 6
