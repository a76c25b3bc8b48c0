"""Specks of the paper that stand as a lone mark or character on a line."""

from __future__ import annotations

import pytest

from converter.segment.strays import without_strays
from converter.source import Line

TEXT = "老秤行的门板一共十二块，每天清早由账房先生按号码一块一块卸下来。"
NEXT = "最旧的那一块上还留着光绪年间的刀痕，谁也说不清是怎么来的。"
CUT = "老秤行的门板一共十二块，每天清早由账房先生按号码一块一块卸下"


def numbered(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def read(*texts: str) -> list[str]:
    return [line.text for line in without_strays(numbered(*texts)).lines]


@pytest.mark.parametrize(
    "speck", ["·", "|", "、", "＿", "丨", ".", "。", "··", "   ，", "口", "1", "l"]
)
def test_a_lone_mark_between_paragraphs_is_no_text(speck: str) -> None:
    assert read(TEXT, "", speck, "", NEXT) == [TEXT, "", NEXT]


def test_a_line_within_a_column_may_be_a_speck_too() -> None:
    assert read(TEXT, "·", NEXT) == [TEXT, NEXT]
    assert read(TEXT, "", "|", NEXT) == [TEXT, "", NEXT]


def test_a_mark_of_an_item_that_has_lost_its_words_is_no_other_character() -> None:
    row = "| 46 | 门板上的刀痕 | 何若溪 |"
    assert read("老秤行", "", "口", "", "-", row) == ["老秤行", "", "-", row]


def test_of_the_blank_lines_the_deeper_gap_stays() -> None:
    assert read(TEXT, "", ".", "", "", NEXT) == [TEXT, "", "", NEXT]


def test_specks_are_told_by_their_lines_and_doubts_among_them() -> None:
    found = without_strays(numbered(TEXT, "", "·", "", NEXT, *[""] * 12, "口", "", NEXT))
    assert [(line.number, reason) for line, reason in found.strays] == [(3, "speck"), (18, "speck")]
    assert found.doubtful == {18}


def test_what_an_editor_keeps_is_no_speck() -> None:
    lines = numbered(TEXT, "", "·", "", NEXT)
    assert without_strays(lines, {3}).lines == lines


def test_a_mark_of_the_sentence_above_stays() -> None:
    assert read(CUT, "", "。", "", NEXT) == [CUT, "", "。", "", NEXT]
    assert read(CUT, "。", NEXT) == [CUT, "。", NEXT]


def test_a_numeral_that_2_follows_numbers_a_part() -> None:
    page = [TEXT, "", "1", "", NEXT, *[""] * 9, "2", "", TEXT]
    assert read(*page) == page


def test_1_is_the_page_of_the_first_entry_where_those_of_the_others_follow() -> None:
    rows = [text for page in ("1", "31", "50", "63") for text in (NEXT, "", page, "")]
    assert read(TEXT, "", *rows, TEXT).count("1") == 1
    assert read(TEXT, "", *rows[:-4], TEXT).count("1") == 0
    rows[-2] = "49"
    assert read(TEXT, "", *rows, TEXT).count("1") == 0


def test_a_numeral_between_12_and_13_is_no_folio() -> None:
    far = [""] * 9
    assert read("12", *far, TEXT, "", "1", "", NEXT, *far, "13").count("1") == 0


def test_cells_are_no_specks() -> None:
    page = ["渡口", "", "1", "", "石阶", "", "1", "", "缆桩 3"]
    assert read(*page) == page


def test_a_stroke_beside_a_row_of_a_table_is_of_the_table() -> None:
    page = [TEXT, "", "|", "", "| 秤 | 砣 |"]
    assert read(*page) == page


def test_what_stands_in_a_column_of_characters_is_one() -> None:
    page = ["手", "", "口", "", "心", "", TEXT]
    assert read(*page) == page


@pytest.mark.parametrize(
    "page",
    [
        (
            "先生的口述史",
            TEXT,
            "",
            "秤行旧事",
            "",
            "口",
            "",
            "述这段往事的老人今年九十一岁，说话仍然很慢，每句都要想一想。",
        ),
        (
            "他守着渡口过日子",
            "",
            "他把秤砣包在布里，沿着河走了十五里，一直走到下游的渡",
            "",
            "口",
            "",
            TEXT,
        ),
    ],
)
def test_a_character_of_a_word_stays(page: tuple[str, ...]) -> None:
    assert read(*page) == list(page)


@pytest.mark.parametrize("ornament", ["※", "*", "■", "一", "瓦"])
def test_ornaments_numerals_and_headings_stay(ornament: str) -> None:
    page = [TEXT, "", ornament, "", NEXT]
    assert read(*page) == page


def test_the_signs_of_a_program_stay() -> None:
    page = [TEXT, "", "//", "", NEXT]
    assert read(*page) == page


@pytest.mark.parametrize("speck", ["P", "m", "Ld", "+K"])
def test_what_shines_through_the_paper_cuts_no_sentence(speck: str) -> None:
    assert read(CUT, speck, NEXT) == [CUT, NEXT]
    assert read(CUT + "，", speck, NEXT) == [CUT + "，", NEXT]


def test_a_sign_that_the_issue_says_nowhere_cuts_no_sentence() -> None:
    again = "账房先生说，卸下最旧的那一块时要轻一点，别碰着门槛。"
    for speck in ("汇", "?", "！"):
        assert read(CUT, speck, NEXT, again) == [CUT, NEXT, again]


@pytest.mark.parametrize(
    "page",
    [
        (TEXT, "P", NEXT),  # no sentence is cut
        (CUT, "P", "旧刀痕"),  # no full line is below
        (CUT, "汇", NEXT),  # the issue says 下最 nowhere else
        (CUT, "来", NEXT, "卸下最旧的那一块门板来，要轻一点。", "他把门板卸下来靠在墙上。"),
        (CUT, "?", NEXT),
    ],
)
def test_what_may_be_of_the_sentence_stays(page: tuple[str, ...]) -> None:
    assert read(*page) == list(page)


@pytest.mark.parametrize("drawing", ["■ •. ‘ ♦ :", "^ 、• ．i", "· ' ~  _", "  | . ♦ ,"])
def test_what_is_read_in_a_small_drawing_is_no_text(drawing: str) -> None:
    assert read(TEXT, "", drawing, "", NEXT) == [TEXT, "", NEXT]
    found = without_strays(numbered(TEXT, "", drawing, "", NEXT))
    assert [(line.number, reason) for line, reason in found.strays] == [(3, "speck")]
    assert not found.doubtful


@pytest.mark.parametrize(
    "line",
    [
        "＊　＊　＊",
        "■ ■ ■",
        "· · ·",
        "◆ ● ◆",
        "， 。 ； ：",  # a lesson tells of marks
        "， 。 ·",
        "• a ■ b .",  # more than one letter
        "• ■ 3 .",
        "（ ^ _ ^ ）",
        "■•.‘♦:",  # no blanks part it
        "•.‘ ♦:| ■",  # a piece of three
    ],
)
def test_ornaments_and_other_lines_of_marks_stay(line: str) -> None:
    page = [TEXT, "", line, "", NEXT]
    assert read(*page) == page


def test_the_caption_of_a_small_drawing_may_stand_right_below_it() -> None:
    assert read(TEXT, "", "■ . ' i", NEXT) == [TEXT, "", NEXT]


def test_marks_close_to_a_line_of_text_are_no_drawing() -> None:
    page = [TEXT, "■ •. ‘ ♦ :", NEXT]
    assert read(*page) == page


@pytest.mark.parametrize("speck", [".", "．", "丨", "'", "1", "口"])
@pytest.mark.parametrize(
    "rest",
    ["来靠在墙上。", "来靠在墙上，再去把账房里的算盘和秤砣一样一样搬出来，摆到门口的长案上。"],
)
def test_a_speck_right_within_a_sentence_is_no_text(speck: str, rest: str) -> None:
    assert read(CUT, speck, rest) == [CUT, rest]


def test_a_mark_within_a_sentence_is_a_speck_if_the_issue_says_it_without() -> None:
    assert read(CUT, "、", "来靠在墙上。", "", "他把门板卸下来。") == [
        CUT,
        "来靠在墙上。",
        "",
        "他把门板卸下来。",
    ]
    assert read(CUT, "、", "来靠在墙上。") == [CUT, "、", "来靠在墙上。"]


@pytest.mark.parametrize(
    ("above", "sign", "below"),
    [
        (CUT, "1", "块，靠在墙上。"),
        (CUT + "为", "1", "，靠在墙上。"),
        (CUT + "的第", "1", "扇门。"),
        (CUT + "，靠着门", "口", "的石鼓。"),
        (CUT, "口", "述史里没有的那一块。"),
        ("账房先生", "1", "来靠在墙上。"),
        (TEXT, "1", NEXT),
    ],
)
def test_figures_and_words_within_a_sentence_stay(above: str, sign: str, below: str) -> None:
    assert read(above, sign, below) == [above, sign, below]
