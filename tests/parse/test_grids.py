"""One magazine on several grids: what pages, columns and boxes leave of its lines."""

from __future__ import annotations

import pytest

from converter.model import Box, Paragraph, PullQuote
from converter.parse.boxes import BoxStart
from converter.parse.heal.doubled import said_twice
from converter.parse.issue.lead_quotes import take_lead_quotes
from converter.parse.issue.quotes import _last_paragraph, _may_be_quote
from converter.parse.labels import proved_start
from converter.parse.large import breaks_alone, is_narrow, large_to
from converter.parse.learnt import learn_names
from converter.parse.rolls import opens_roll
from converter.profile import Profile
from converter.segment import Unit, find_furniture, make_units
from converter.source import Line
from tests.support.restored import listed, restored

IMPRINT = "堤声\n\n2023年第4期\n2023年8月20日出版\n\nISSN 9932 - 1108\nCN 99 - 2271/D\n\n"
DIKE = (
    "汛期之前，堤上的人把七十二个闸门逐个开合了一遍，锈的除锈，卡的加油，缺螺丝的当天配齐，不留到第二天。",
    "闸门能不能落到底，坐在屋里看报表是看不出来的，得有人下到闸室里，打着手电看门槽里有没有石头和树枝。",
    "今年汛期来得早，水头到的那天夜里，七十二个闸门全部落到了底，堤内的稻田一寸水也没有进。",
)
NIGHT = (
    "夜校设在旧粮站的二楼，一个星期上三个晚上，学员有种果树的，有开挖掘机的，最大的六十四岁，最小的十九。",
    "头一堂课只来了五个人，先生照样把粉笔字写满了黑板。他说，五个人听懂了，回去就是五个先生。",
    "到了秋天，二楼坐不下，长凳摆到了楼梯口，站在外面的人把耳朵贴着门，听完了才骑车回家。",
)


def unit(*rows: str, gap: bool = True) -> Unit:
    """A paragraph on so many lines."""
    lines = tuple(Line(at, text) for at, text in enumerate(rows, 1))
    return Unit(lines, "".join(rows), gap=gap, wrapped=len(rows) > 1)


def numbered(text: str) -> list[Line]:
    return [Line(at, line) for at, line in enumerate(text.split("\n"), 1)]


def test_a_pull_quote_below_the_last_letter_and_one_of_ten_characters() -> None:
    letters = "\n\n".join(
        ("编辑同志：", DIKE[0], "河西村 陆小满", "编辑同志：", DIKE[1], "堤南镇 柳一苇")
    )
    said = "夜校的灯亮着，学员就来了。黑板不怕旧，先生不怕人少，怕的是长凳上没有人。"
    text = f"目录\n\n1 来信两封\n3 旧粮站的夜校 田可风\n\n来信两封\n\n{letters}\n\n{said}\n\n旧粮站的夜校\n\n田可风\n\n"
    made = restored(text + "\n\n".join(NIGHT) + "\n")
    (quote,) = made.issue.articles[1].pull_quotes
    assert quote.paragraphs[0].value == said
    assert _may_be_quote([unit("人心热了，堤就不漏。")])
    assert not _may_be_quote([unit("人心热了，不漏。")])


def test_a_pull_quote_on_even_lines_without_a_full_stop() -> None:
    lines = [
        unit("家里每一盏灯都曾经，"),
        unit("照着一个人走完全部", gap=False),
        unit("的夜路", gap=False),
    ]
    assert _last_paragraph([unit(DIKE[0]), *lines]) == 1
    assert _may_be_quote(lines)
    assert not _may_be_quote([lines[0]._replace(gap=False), *lines[1:]])


def test_what_has_no_full_stop_below_the_author_in_several_articles() -> None:
    said = ["灯亮了一夜，堤也醒了一夜", "黑板擦得干净，话才写得明白", "水有水的路，人有人的路"]
    parts = [[unit(text), unit(DIKE[0] * 2), *map(unit, NIGHT)] for text in said]
    found: list[list[list[Unit]]] = [[] for _ in said]
    take_lead_quotes([[], *parts], found)
    assert [one[0][0].text for one in found] == said
    few: list[list[list[Unit]]] = [[], []]
    take_lead_quotes(
        [[], *([unit(text), unit(DIKE[0] * 2), *map(unit, NIGHT)] for text in said[:2])], few
    )
    assert few == [[], []]


def test_large_lines_that_have_lost_their_full_stop() -> None:
    whole = [unit(text * 2) for text in DIKE]
    rows = ("七十二个闸门落到了底，", "剩下的那一个小时，后来", "成了他忘不掉的一夜")
    assert breaks_alone([*whole, unit(*rows), *whole], 3, unstopped=True)
    assert not breaks_alone([*whole, unit(*rows), *whole], 3)
    parts = [unit(rows[0]), *(unit(row, gap=False) for row in rows[1:])]
    assert large_to([*whole, *parts, *whole], 3) == 6
    column = [unit(DIKE[0][:24], DIKE[0][24:48]), unit(*rows), unit(DIKE[1][:24], DIKE[1][24:48])]
    assert is_narrow(column, 1)


def test_a_clause_said_again_within_a_sentence_has_lost_its_full_stop() -> None:
    cut = "他说：“油省不得，人也省不得。”说完把灯芯挑高了一截，又到闸室里去看了一遍，回来的时候"
    text = "\n\n".join(
        (DIKE[0], cut, "油省不得，人也省不得", "天已经亮了，水也退下去两寸。", *NIGHT)
    )
    made = restored(f"目录\n\n1 闸口的灯 田可风\n\n闸口的灯\n\n田可风\n\n{text}\n")
    blocks = made.issue.articles[0].blocks
    assert [one.paragraphs[0].value for one in blocks if isinstance(one, PullQuote)] == [
        "油省不得，人也省不得"
    ]


@pytest.mark.parametrize(
    ("line", "roll"),
    [
        ("主持人：柳一苇，堤南镇夜校教师", True),
        ("主持人：柳一苇，你是离开的那一个。今天愿意回来，很不容易。", False),
        ("主持人：柳一苇，先从夜校讲起。他们是怎么来的？", False),
    ],
)
def test_whom_somebody_speaks_to_by_name_takes_part_in_no_roll(line: str, *, roll: bool) -> None:
    assert opens_roll(line, {"柳一苇"}) is roll


BODY = (
    "闸口的灯\n\n堤声县水务局防汛办公室\n\n"
    + "\n\n".join(DIKE)
    + "\n\n旧粮站的夜校\n\n本刊记者 田可风 通讯员 柳一苇\n\n"
    + "\n\n".join(NIGHT)
    + "\n\n渠\n\n檀一木\n\n"
    + "\n\n".join(reversed(DIKE))
    + "\n"
)
ENTRIES = [
    ("防汛", "闸口的灯", ("堤声县水务局防汛办公室",), "3"),
    ("乡学", "旧粮站的夜校", ("田可风", "柳一苇"), "5"),
    ("文苑", "渠", ("檀一木",), "8"),
]


def test_who_signs_stands_below_a_blank_line_in_the_contents() -> None:
    text = (
        "目录\n\n防汛\n\n3 闸口的灯\n\n堤声县水务局防汛办公室\n\n乡学\n\n5 旧粮站的夜校\n\n"
        "田可风 柳一苇\n\n文苑\n\n8 渠\n\n檀一木\n\n"
    )
    assert listed(restored(IMPRINT + text + BODY)) == ENTRIES


def test_who_signs_stands_below_all_titles_of_a_section() -> None:
    text = "目录\n\n堤上\n\n3 闸口的灯\n5 旧粮站的夜校\n\n堤声县水务局防汛办公室\n田可风 柳一苇\n\n文苑\n\n8 渠\n\n檀一木\n\n"
    assert [entry[1:] for entry in listed(restored(IMPRINT + text + BODY))] == [
        entry[1:] for entry in ENTRIES
    ]


def test_who_signs_again_ends_no_contents() -> None:
    body = BODY.replace("堤声县水务局防汛办公室", "本刊记者 田可风").replace(
        "檀一木", "本刊记者 田可风"
    )
    body = body.replace(" 通讯员 柳一苇", "")
    who = "本刊记者 田可风"
    text = f"目录\n\n防汛\n\n3 闸口的灯\n{who}\n\n乡学\n\n5 旧粮站的夜校\n{who}\n\n文苑\n\n8 渠\n{who}\n\n"
    found = listed(restored(IMPRINT + text + body))
    assert [(section, title, page) for section, title, _, page in found] == [
        (section, title, page) for section, title, _, page in ENTRIES
    ]


def test_a_name_of_boxes_before_the_first_of_the_printed_lines() -> None:
    rows = (DIKE[0][:24], DIKE[0][24:])
    saying = "悔过书　我现在常常想起那个夜\n里，要是有一个人拦住我，该有多好。"
    text = "\n".join(("\n".join(rows), "", saying, "", "——摘自某某的悔过书", "", *NIGHT))
    assert [one.name for one in learn_names(numbered(text), Profile(), frozenset()).names] == [
        "悔过书"
    ]


def test_paragraphs_of_a_page_that_has_lost_its_indents_but_not_its_blank_lines() -> None:
    def rows(text: str, lead: str) -> str:
        first = 24 - len(lead)
        return lead + "\n".join(
            (text[:first], *(text[at : at + 24] for at in range(first, len(text), 24)))
        )

    kept = [rows(text, "　　") for text in (*DIKE, *NIGHT) * 3]
    lost = [rows(text, "") for text in (*DIKE, *NIGHT)]
    units = make_units(numbered("\n\n".join((*kept, *lost, *kept))))
    flush = units[len(kept) : len(kept) + len(lost)]
    assert [one.text for one in flush] == [*DIKE, *NIGHT]
    assert not any(one.opens is False for one in flush)
    alone = make_units(numbered("\n\n".join((*kept, lost[0], *kept))))
    assert alone[len(kept)].opens is False


def test_a_head_over_names_of_boxes_and_headings_is_of_the_page() -> None:
    below = ("二、怎样守住", NIGHT[0], "链接", NIGHT[1], "三、守到什么时候")
    text = "\n\n".join(f"{DIKE[at % 3]}\n\n本期关注\n\n{one}" for at, one in enumerate(below))
    heads = [line.number for line in numbered(text) if line.text == "本期关注"]
    found = find_furniture(numbered(text), keep=frozenset(["链接"])).reasons
    assert all(found.get(number) == "running-head" for number in heads[1:])
    plain = text.replace("二、怎样守住", DIKE[0]).replace("三、守到什么时候", DIKE[1])
    assert not set(heads) & set(find_furniture(numbered(plain), keep=frozenset(["链接"])).reasons)


def test_a_head_within_the_sentences_of_a_narrow_column() -> None:
    def column(text: str) -> str:
        return "\n".join(text[at : at + 16] for at in range(0, 48, 16))

    texts = (*DIKE, *NIGHT)
    text = "\n\n".join(f"{column(one)}\n\n本期关注\n\n{one[48:]}" for one in texts)
    heads = [line.number for line in numbered(text) if line.text == "本期关注"]
    assert set(heads[1:]) <= set(find_furniture(numbered(text)).reasons)
    # The first line of several paragraphs that begin alike is none.
    begun = "\n\n".join(
        f"{column(one)}\n\n　　巡堤的人说，到了后半夜水声\n{one[:16]}" for one in texts
    )
    assert not find_furniture(numbered(begun)).reasons


def test_paragraphs_of_a_few_printed_lines_in_a_short_issue() -> None:
    """A first line that has lost its indent and ends a sentence goes on below."""
    first = "这一期的稿子大半是老人写的，有的写在账本背面。"

    def column(text: str) -> str:
        return "\n".join(text[at : at + 25] for at in range(0, len(text), 25))

    pairs = [column(f"{text[:39]}。") for text in (*DIKE, *NIGHT)]
    wrapped = [*pairs, column(DIKE[0] + NIGHT[0]), column(DIKE[1] + NIGHT[1])]
    units = make_units(numbered("\n\n".join((*wrapped, f"{first}\n{column(DIKE[0])}"))))
    assert units[-1].text == first + DIKE[0]


@pytest.mark.parametrize(
    ("line", "above", "start"),
    [
        ("案例：一口锅的整改", DIKE[0][:30], ("案例", "一口锅的整改")),
        ("案例：一口锅的整改", DIKE[0], None),
        ("人物小传：陆小满", DIKE[0], ("人物小传", "陆小满")),
        ("人物小传：柳一苇", DIKE[0], None),
    ],
)
def test_a_colon_between_the_name_of_a_box_and_its_title(
    line: str, above: str, start: tuple[str, str] | None
) -> None:
    told = "陆小满，一九七一年生，河西村人，在堤上守了三十年的闸，带出徒弟五十三名。"
    found = proved_start([unit(above), unit(line), unit(told), unit(DIKE[0][30:])], 1, Profile())
    expected = BoxStart(start[0], start[1], own_line=False, titled=True) if start else None
    assert found == expected


def test_folios_on_the_lines_of_the_text() -> None:
    parts = [
        DIKE[0][:31],
        f"第4页 {DIKE[0][31:]}",
        *DIKE[1:],
        NIGHT[0][:26],
        f"第7页 {NIGHT[0][26:]}",
    ]
    parts += [NIGHT[1][:30], f"9 堤声 {NIGHT[1][30:]}", NIGHT[2]]
    text = (
        f"{IMPRINT}目录\n\n1 闸口的灯 田可风\n\n闸口的灯\n\n田可风\n\n" + "\n\n".join(parts) + "\n"
    )
    made = restored(text)
    blocks = made.issue.articles[0].blocks
    assert not any(isinstance(one, Box) for one in blocks)
    assert [one.text.value for one in blocks if isinstance(one, Paragraph)] == [*DIKE, *NIGHT]


def test_people_who_are_called_by_a_character_twice() -> None:
    assert said_twice("树跟前住着一位老太", "太。树上多了虫眼，她当天就知道。", None) == (0, "")
