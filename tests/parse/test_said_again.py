"""Pull quotes without a full stop, which say again what a sentence of the text ends with."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, PullQuote
from converter.parse.assemble.again import repeated_lines
from converter.segment import Unit
from converter.source import Line
from tests.support.blocks import quotes, texts
from tests.support.restored import restored

FIRST = "修钟的老人在塔楼里住了四十年，每天夜里十二点起来上一次弦，风雨无阻，连除夕也不例外。"
SAYS = "镇上的人都说，这口钟走得比别处慢。老人不生气。他说，钟不怕慢，最怕有人替它着急。第二年换了新钟，分秒不差。"
LAST = "新钟装好的那天，老人把旧发条揣进怀里，下楼的时候数了数台阶，一百零八级，一级也没有少。"


def issue(*parts: str) -> Issue:
    return restored("\n\n".join(["塔楼上的钟", "何若溪", *parts])).issue


def test_between_two_whole_paragraphs() -> None:
    found = issue(FIRST, SAYS, "钟不怕慢，最怕有人替它着急", LAST)
    assert quotes(found) == ["钟不怕慢，最怕有人替它着急"]
    assert texts(found) == [FIRST, SAYS, LAST]


@pytest.mark.parametrize("again", ["", "着"])
def test_what_a_page_has_parted(again: str) -> None:
    head, tail = SAYS.split("替它着")
    found = issue(FIRST, f"{head}替它着", again + tail, "钟不怕慢，最怕有人替它着急", LAST)
    assert quotes(found) == ["钟不怕慢，最怕有人替它着急"]
    assert texts(found)[1] == SAYS


@pytest.mark.parametrize(
    "heading", ["最怕有人替它着急的日子", "塔楼上的第四十个年头", "老人不生气"]
)
def test_a_heading_ends_no_sentence_of_the_text(heading: str) -> None:
    found = issue(FIRST, SAYS, heading, LAST)
    assert quotes(found) == []
    heads = [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]
    assert heads == [heading]


CUT = "钟楼的楼梯有一百零八级，老人每一级都修补过，修补用的木板是从旧船上拆下来的，踩上去不响，也不打滑。"


MORE = "塔楼的门从来不锁，谁都可以上去看他上弦。"
BOX = ("资料", "发条，钟的力气所在。", "——《钟表小识》")


@pytest.mark.parametrize("at", [24, 40])
def test_the_first_piece_of_what_a_whole_quotation_says_is_its_text(at: int) -> None:
    found = issue(CUT, FIRST, SAYS, CUT[:at], *BOX, CUT[at:] + MORE, LAST)
    assert quotes(found) == [CUT]
    assert CUT + MORE in texts(found)


@pytest.mark.parametrize("at", [24, 40])
def test_so_is_the_last_piece(at: int) -> None:
    found = issue(CUT, FIRST, SAYS, MORE + CUT[:at], *BOX, CUT[at:], LAST)
    assert quotes(found) == [CUT]
    assert MORE + CUT in texts(found)


BROKEN = "他把拆下来的旧木板一块一块编上号，码在楼梯底下，说将来有人要修这座"
GOES_ON = "塔楼，总用得着。"


def test_sentences_of_two_paragraphs_within_a_sentence_are_a_quotation() -> None:
    told = "钟不怕慢，最怕有人替它着急。一百零八级，一级也没有少。"
    found = issue(SAYS, CUT + BROKEN, told, GOES_ON, LAST)
    assert quotes(found) == [told]
    assert texts(found) == [SAYS, CUT + BROKEN + GOES_ON, LAST]


def test_a_sentence_more_is_no_quotation() -> None:
    told = "钟不怕慢，最怕有人替它着急。塔上的风铃响了一整夜，谁也没睡。"
    assert quotes(issue(SAYS, CUT + BROKEN, told, GOES_ON, LAST)) == []


LAMP = "最近几年，最大的骗子换成了路灯。灯不眨眼，一直亮着，虫子的节拍淹没在里面，问了也没有人听见。守钟的人说，从前不是这样。"
SAID = "灯不眨眼，一直亮着，问了也没有人听见。"


def test_a_quotation_may_leave_out_a_clause() -> None:
    found = issue(FIRST, LAMP, SAID, LAST)
    assert quotes(found) == [SAID]
    assert texts(found) == [FIRST, LAMP, LAST]


SPREAD = (
    "灯不眨眼的那些夜里，老人先把窗户一扇一扇关好，又往炉子里添两块煤，拨旺了火，坐在楼梯口数完一百零八下钟声。"
    "守钟的人说，从前不是这样。"
)


def test_a_quotation_may_leave_out_all_that_stands_between_the_ends_of_a_sentence() -> None:
    told = "灯不眨眼的那些夜里，老人坐在楼梯口数完一百零八下钟声。"
    found = issue(FIRST, SPREAD, told, LAST)
    assert quotes(found) == [told]
    assert texts(found) == [FIRST, SPREAD, LAST]


def test_but_it_takes_more_than_a_few_characters_of_each() -> None:
    told = "灯不眨眼的那些夜里，老人总要数钟声。"
    assert quotes(issue(FIRST, SPREAD, told, LAST)) == []


def test_a_quotation_may_leave_out_who_says_something() -> None:
    says = "学徒站了一整天，老人被他看烦了，说，你到底是来干啥的？他说，来偷艺的。第二年换了新钟，学徒还在，老人的眼睛已经看不清钟面了。"
    told = "学徒站了一整天，老人被他看烦了：“你到底是来干啥的？”“来偷艺的。”"
    found = issue(FIRST, says, told, LAST)
    assert quotes(found) == [told]
    assert texts(found) == [FIRST, says, LAST]


def test_a_quotation_of_clauses_of_a_short_paragraph() -> None:
    says = "门当然不能全开。开一条缝，让风进来，让目光进来，让灰尘留在外面。"
    told = "开一条缝，让目光进来，让灰尘留在外面。"
    found = issue(FIRST, says, told, LAST)
    assert quotes(found) == [told]


@pytest.mark.parametrize("at", [6, 2, 1])
def test_a_page_may_part_what_it_says_wherever(at: int) -> None:
    says = FIRST + "也许工匠识字，并且觉得停在这里正好。"
    found = issue(says[:-at], says[-at:], "也许工匠识字，并且觉得停在这里正好。", LAST)
    assert quotes(found) == ["也许工匠识字，并且觉得停在这里正好。"]
    assert texts(found) == [says, LAST]


def test_but_not_where_it_takes_clauses_from_two_sentences() -> None:
    other = "灯不眨眼，一直亮着。虫子的节拍淹没在里面，问了也没有人听见。守钟的人说，从前不是这样，从前夜里是黑的。"
    assert quotes(issue(FIRST, other, SAID, LAST)) == []


def test_it_ends_the_box_whose_list_stands_above_it() -> None:
    box = ("小档案", "体长：雄八毫米，雌十毫米。", "居所：水田和缓流。", "寿命：七天，只喝露水。")
    found = issue(FIRST, LAMP, LAST, *box, SAID)
    assert quotes(found) == [SAID]


@pytest.mark.parametrize("end", ["最怕有人替它着急。", "最怕有人替它着了急。"])
def test_two_lines_that_blank_lines_part(end: str) -> None:
    """The text may say the last words in other ones."""
    says = SAYS.replace("钟不怕慢", "钟不怕慢，不怕旧，不怕没有人看")
    found = issue(FIRST, says, "钟不怕慢，不怕旧，不怕没有人看，", end, LAST)
    assert quotes(found) == ["钟不怕慢，不怕旧，不怕没有人看，" + end]


def test_right_below_the_first_paragraph_that_says_it() -> None:
    found = issue(SAYS + CUT, CUT, FIRST, LAST)
    assert quotes(found) == [CUT]
    assert texts(found) == [SAYS + CUT, FIRST, LAST]


def test_of_two_that_say_the_same_the_one_with_a_sentence_more_is_the_text() -> None:
    found = issue(FIRST, CUT, LAST, "也不是。" + CUT)
    assert quotes(found) == [CUT]
    assert texts(found) == [FIRST, LAST, "也不是。" + CUT]


def test_a_character_too_many_in_its_shortest_sentence() -> None:
    told = "镇上的人都说，这口钟走得比别处慢。老人人不生气。他说，钟不怕慢，最怕有人替它着急。"
    found = issue(FIRST, LAST, "他不着急。" + SAYS, told, CUT)
    assert quotes(found) == [told]


def test_one_that_the_ocr_has_torn_behind_a_short_line() -> None:
    told = f"{CUT[:-1]}，{FIRST[:-1]}，{LAST}"

    def unit(text: str, *, gap: bool = True) -> Unit:
        lines = tuple(Line(1, text[at : at + 20]) for at in range(0, len(text), 20))
        return Unit(lines, text, gap=gap, wrapped=True)

    units = [unit(told + SAYS), unit(told[:60]), unit(told[60:], gap=False), unit(MORE)]
    assert repeated_lines(units, [None] * 4, frozenset()) == {1: 3}
    whole = Unit((Line(1, told[:60]),), told[:60], gap=True)
    assert not repeated_lines([units[0], whole, *units[2:]], [None] * 4, frozenset())
    units[1] = unit("L1：" + told[:60])  # the lines of a program are told twice
    assert not repeated_lines(units, [None] * 4, frozenset())


def test_a_straight_mark_closes_what_another_opens() -> None:
    """“……，"他说 has lost no large mark that stood before it."""
    told = '“钟不怕慢，"他说，"最怕有人替它着急。"第二年换了新钟，分秒不差，老人还是天天上塔楼来。'
    found = issue(FIRST, "他不着急。" + told, LAST, told)
    assert quotes(found)[0][0] == "“"


@pytest.mark.parametrize(
    "told",
    ["从前上弦是为了快，如今上弦是为了慢。", "他守了一辈子钟，从来不看时刻。"],
)
def test_who_it_is_that_says_so_may_be_another_word(told: str) -> None:
    says = "老人不生气，他说：“你们从前上弦是为了快，如今上弦是为了慢。”第二年换了新钟，没有人再提这件事。"
    kept = "老何守了一辈子钟，从来不看时刻。他说时刻是给别人看的，第二年换了新钟，分秒不差。"
    found = issue(FIRST, says, kept, told, LAST)
    assert quotes(found) == [told]
    assert texts(found) == [FIRST, says, kept, LAST]


def test_what_the_paragraph_right_above_ends_with_heads_nothing() -> None:
    told = "钟不怕慢，最怕有人替它着急"
    end = SAYS.replace("。第二年换了新钟，分秒不差", "")
    column = "\n".join(f"　　{text[:20]}\n{text[20:40]}\n{text[40:]}" for text in (FIRST, end))
    below = "\n".join(f"　　{text[:20]}\n{text[20:40]}\n{text[40:]}" for text in (CUT, LAST))
    assert quotes(issue(f"{column}\n{told}\n{below}")) == [told]


def test_who_speaks_in_a_talk_signs_a_sentence_between_its_turns() -> None:
    turns = [
        "本刊：您守这座钟多少年了？",
        "何老更：四十年。" + FIRST,
        "本刊：听说您从来不看钟上的时刻？",
        "何老更：不看。时刻是给别人看的，我只听它的声音，声音对了，什么时候都对。",
        "耳朵记得的，眼睛早就忘了。\n何老更",
        "本刊：新钟装好以后呢？",
        "何老更：" + LAST,
    ]
    (article,) = issue("——访守钟人何老更", *turns).articles
    (quote,) = (block for block in article.blocks if isinstance(block, PullQuote))
    assert quote.paragraphs[0].value == "耳朵记得的，眼睛早就忘了。"
    assert quote.attribution is not None
    assert quote.attribution.text.value == "何老更"


def test_the_rest_of_a_sentence_is_no_quotation_though_its_words_are_said_elsewhere() -> None:
    rest = "搬到塔楼底下的旧船里，老人坐在楼梯口数完钟声。"
    says = "守钟的人说，灯要搬到塔楼底下的旧船里，又把炉子里的煤拨旺，添上两块新的，老人坐在楼梯口数完钟声。从前不是这样。"
    found = issue(says, FIRST, CUT + "去年冬天他又一块一块地把拆下来的旧木板", rest, LAST)
    assert quotes(found) == []


def test_what_cuts_a_sentence_says_less_than_the_paragraph_that_it_quotes() -> None:
    rest = "钟不怕慢，最怕有人替它着急。第二年换了新钟，分秒不差，镇上的人倒不习惯了。"
    text, (head, tail) = f"老人说，{rest}", CUT.split("都修补过，")
    found = issue(FIRST, f"{head}都修补", rest, f"过，{tail}", MORE, text, LAST)
    assert quotes(found) == [rest]
    assert texts(found) == [FIRST, CUT, MORE, text, LAST]
