"""The rules of the line as arithmetic: kinds, breaks, spaces, filling, stretching."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.typeset import breaks, spacing
from converter.typeset import characters as kind
from converter.typeset.justify import squeeze, stretch
from converter.typeset.lines import Filler, Line, Measures
from converter.typeset.spacing import Frame, Ink, Spaces, Tier

MARKS = "，。、；：！？“”‘’（）《》「」·—…％～"
TEXTS = st.text(st.sampled_from("的一是了在A1b2 %-/" + MARKS), min_size=1, max_size=60)


def everywhere(text: str) -> list[bool]:
    """A UAX 14 that allows every break."""
    return [True] * (len(text) + 1)


def kinds(text: str) -> str:
    return kind.settle_shared(text, kind.kinds(text))


@given(TEXTS)
def test_no_opportunity_lies_before_a_closing_or_after_an_opening_mark(text: str) -> None:
    flags = breaks.opportunities(text, kinds(text), everywhere)

    assert len(flags) == len(text) + 1
    for index in range(1, len(text)):
        chinese = kinds(text)[index] == kind.kinds(text)[index]  # A’B and A·B are Latin
        if chinese and text[index] in "，。、；：！？”’）》」·％～":
            assert flags[index] == breaks.NEVER
        if text[index - 1] in "“‘（《「" and kinds(text)[index - 1] == kind.OPEN:
            assert flags[index] == breaks.NEVER


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("增长5.5%左右", ["增", "长", "5.5%", "左", "右"]),
        ("花了¥20买", ["花", "了", "¥20", "买"]),
        ("他说——是的", ["他", "说——", "是", "的"]),
        ("等等……然后", ["等", "等……", "然", "后"]),
        ("《书》“话”", ["《书》", "“话”"]),
        ("阿·贝多", ["阿·", "贝", "多"]),
        ("第３节①", ["第", "３", "节", "①"]),
        ("和/或", ["和/或"]),
        ("到18：52止", ["到", "18：52", "止"]),
        ("以3：1胜", ["以", "3：1", "胜"]),
        ("第5项：1998年", ["第", "5", "项：", "1998", "年"]),
        ("总分3：1998年", ["总", "分", "3：", "1998", "年"]),
    ],
)
def test_a_text_may_be_cut_here_and_nowhere_else(text: str, pieces: list[str]) -> None:
    def latin(whole: str) -> list[bool]:
        """No break between narrow characters."""
        narrow = [ord(char) < 0x2E80 for char in whole]
        return [*(not all(narrow[i - 1 : i + 1]) for i in range(len(whole))), True]

    flags = breaks.opportunities(text, kinds(text), latin)
    at = [0, *(i for i, flag in enumerate(flags) if flag), len(text)]
    assert [text[a:b] for a, b in pairwise(at) if a < b] == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "写成4Fe²⁺+O₂+10H₂O=4Fe(OH)₃+8H⁺。",
            ["写成4Fe²⁺+", "O₂+", "10H₂O=", "4Fe(OH)₃+", "8H⁺。"],
        ),
        ("设E=mc²。", ["设E=mc²。"]),
        ("用C++写", ["用C++写"]),
        ("见http://a.test/x?aa=11+22。", ["见http://a.test/x?aa=11+22。"]),
    ],
)
def test_an_equation_may_break_late_behind_its_signs(text: str, pieces: list[str]) -> None:
    flags = breaks.opportunities(text, kinds(text), lambda whole: [False] * (len(whole) + 1))
    at = [0, *(i for i, flag in enumerate(flags) if flag == breaks.LATE), len(text)]
    assert [text[a:b] for a, b in pairwise(at)] == pieces


@pytest.mark.parametrize(
    "whole",
    [
        "P < 0.01",
        "r = -0.83",
        "n=36",
        "p＜0.05",
        "χ² = 6.2",
        "毫米汞柱",
        "平方公里",
        "百分点",
        "千瓦时",
    ],
)
def test_an_expression_and_the_name_of_a_unit_are_one_piece(whole: str) -> None:
    text = f"其中20 {whole}，其余不计"
    flags = breaks.opportunities(text, kinds(text), everywhere)
    start = text.index(whole)

    number = start + len(whole.rstrip("0123456789.-"))  # within it UAX 14 decides
    assert not any(flags[start + 1 : min(number + 1, start + len(whole))])
    assert flags[text.index("其余") + 1]


def test_the_number_of_an_article_is_one_piece_with_its_label() -> None:
    whole = "文章编号：1999-4433（2031）03-0009-04"
    text = f"中图分类号：K297　{whole}"
    flags = breaks.opportunities(text, kinds(text), everywhere)
    assert not any(flags[text.index(whole) + 1 : len(text)])
    assert flags[text.index(whole)]


def test_a_line_may_end_between_a_number_and_the_name_of_its_unit_but_not_in_other_words() -> None:
    text = "约20毫米，公里程碑分米袋"
    flags = breaks.opportunities(text, kinds(text), everywhere)

    assert flags[text.index("毫")]
    assert flags[text.index("里程")]
    assert flags[text.index("米袋")]


def test_the_blanks_of_an_expression_are_told_from_those_between_words() -> None:
    text = "深1.2 m 时 P < 0.01，共12 345人 of all"
    found = breaks.bound_blanks(text)
    assert {text[at - 1 : at + 2] for at in found} == {"2 m", "P <", "< 0", "2 3"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("连续23 d维持", []),
        ("煮2 h后", []),
        ("共5 days后", [3]),
        ("用E-mail联系", []),
        ("照X-ray片", []),
        ("加α-amylase酶", []),
        ("在online-shop买", [8]),
    ],
)
def test_a_unit_stays_with_its_number_and_a_letter_with_its_word(
    text: str, places: list[int]
) -> None:
    flags = breaks.opportunities(text, kinds(text), everywhere)
    behind = [at + 1 for at, char in enumerate(text) if char in " -"]
    assert [at for at in behind if flags[at]] == places


@pytest.mark.parametrize("text", ["ab" * 10_000 + ".", "ab-" * 7000 + "@", "a1_" * 7000 + "/."])
def test_a_long_run_of_letters_is_read_once(text: str) -> None:
    begun = time.process_time()
    breaks.opportunities(text, kinds(text), everywhere)
    # A part of a second; what grows with the square takes several.
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("text", "places"),
    [("共12 345.6公里", []), ("有1 204 567份", []), ("从2021 2022年", [6]), ("编号12 34号", [5])],
)
def test_a_blank_for_the_comma_of_thousands_ends_no_line(text: str, places: list[int]) -> None:
    flags = breaks.opportunities(text, kinds(text), everywhere)
    behind = [at + 1 for at, char in enumerate(text) if char == " "]
    assert [at for at in behind if flags[at]] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("按GB/T 7714—2015著录", []),
        ("见T/DLDT 012—2024条文", []),
        ("照ISO 9001:2015办", []),
        ("在NASA 1969年", [6]),
        ("用MP3 2015—2016年", [5]),
    ],
)
def test_the_letters_of_a_standard_stay_with_its_number(text: str, places: list[int]) -> None:
    flags = breaks.opportunities(text, kinds(text), everywhere)
    blank = text.index(" ")
    assert [at for at in (blank + 1,) if flags[at]] == places
    assert (blank in breaks.bound_blanks(text)) == (not places)


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("他说“好”", 2, kind.OPEN),
        ("It’s", 2, kind.LATIN_CLOSE),
        ("He said “no” twice", 8, kind.LATIN_OPEN),
        ("用“OK”说", 1, kind.OPEN),
        ("kW·h", 2, kind.SIGN),
        ("贝·多", 1, kind.DOT),
        ("2024—2025", 4, kind.DASH),
        ("零〇", 1, kind.HAN),
        ("カ", 0, kind.HAN),
        ("Ⅳ", 0, kind.WIDE),
    ],
)
def test_a_sign_that_two_scripts_share_belongs_to_its_neighbours(
    text: str, index: int, expected: str
) -> None:
    assert kinds(text)[index] == expected


# ------------------------------------------------------------------ white of marks

FULL = Ink(1000, 80, 420)
OPENING = Ink(1000, 580, 920)
CENTRED = Ink(1000, 400, 600)


def frames(*ones: tuple[str, Ink, str]) -> dict[int, Frame]:
    return {
        index: spacing.frame_of(one, ink, convention, "full", shared=False)  # type: ignore[arg-type]
        for index, (one, ink, convention) in enumerate(ones)
    }


def test_a_point_before_an_opening_mark_gives_half_an_em() -> None:
    found = spacing.spaces_of(
        frames((kind.PAUSE, FULL, "hans"), (kind.OPEN, OPENING, "hans")), "full"
    )

    assert found.after[0] == -500
    assert 1 not in found.before


def test_two_centred_points_give_half_an_em_between_them() -> None:
    found = spacing.spaces_of(
        frames((kind.PAUSE, CENTRED, "tw"), (kind.PAUSE, CENTRED, "tw")), "full"
    )

    assert found.after.get(0, 0) + found.before.get(1, 0) == -500


def test_a_centred_point_before_a_closing_mark_does_not_stick_to_its_word() -> None:
    closing = Ink(1000, 80, 420)
    found = spacing.spaces_of(
        frames((kind.STOP, CENTRED, "tw"), (kind.CLOSE, closing, "tw")), "full"
    )

    assert found.after == {0: -250, 1: -250}
    assert 0 not in found.before


def test_an_exclamation_of_taiwan_never_shrinks_on_a_long_line() -> None:
    tw = spacing.spaces_of(frames((kind.EXCLAIM, CENTRED, "tw")), "full")
    hans = spacing.spaces_of(frames((kind.EXCLAIM, FULL, "hans")), "full")

    assert not any(tw.shrink.values())
    assert hans.shrink[Tier.STOP]


# ------------------------------------------------------------------ filling and stretching


def measures(text: str) -> Measures:
    """One em a character; a mark can give half of its own."""
    found = kinds(text)
    size = len(text)
    shrink = [0.0]
    for one in found:
        shrink.append(shrink[-1] + (500.0 if one in kind.MARKS else 0.0))
    return Measures(
        found,
        breaks.opportunities(text, found, everywhere),
        [1000.0 * index for index in range(size + 1)],
        {},
        [1000.0] * size,
        shrink,
        [0.0] * (size + 1),
        list(range(size + 1)),
    )


@given(TEXTS, st.integers(4, 20), st.integers(4, 20))
def test_the_lines_of_a_plan_are_the_text_and_none_is_too_long(
    text: str, first: int, rest: int
) -> None:
    numbers = measures(text)
    lines = Filler(numbers).plan(0, first * 1000.0, rest * 1000.0)

    assert [line.start for line in lines] == [0, *(line.after for line in lines[:-1])]
    assert lines[-1].after == len(text)
    for number, line in enumerate(lines):
        width = (rest if number else first) * 1000.0
        assert text[line.end : line.after].strip() == ""
        if line.end > line.start:
            room = numbers.shrink[line.end - 1] - numbers.shrink[line.start]
            whole = line.after - line.start <= 1 or not any(
                numbers.flags[line.start + 1 : line.after]
            )
            assert numbers.natural(line.start, line.end) <= width + room + 0.1 or whole


@given(TEXTS, st.integers(5, 12))
def test_a_line_takes_a_mark_in_before_it_is_stretched(text: str, ems: int) -> None:
    numbers = measures(text)
    for line in Filler(numbers).plan(0, ems * 1000.0, ems * 1000.0):
        assert line.excess == pytest.approx(ems * 1000.0 - numbers.natural(line.start, line.end))


@given(TEXTS, st.floats(1, 900))
def test_what_is_taken_out_or_put_in_is_just_what_was_asked_for(text: str, amount: float) -> None:
    numbers = measures(text)
    line = Filler(numbers).plan(0, 1e9, 1e9)[0]
    spaces = Spaces()
    for gap, one in enumerate(numbers.kinds[:-1]):
        if one in kind.MARKS:
            spaces.give(Tier.PAUSE, gap, 500, "after")
    room = sum(given_ for gap, given_, _ in spaces.shrink.get(Tier.PAUSE, ()) if gap < line.end - 1)

    taken = squeeze(line, spaces, lambda _: 1.0, min(amount, room))
    assert -sum(taken.after.values()) == pytest.approx(min(amount, room))

    put = stretch(line, numbers, spaces, lambda _: 1.0, amount)
    gaps = numbers.gaps[line.end - 1] - numbers.gaps[line.start] if line.end > line.start else 0
    if gaps:
        assert put.each * gaps == pytest.approx(amount)


def test_no_pause_is_half_as_wide_before_the_stops_have_given_some() -> None:
    """One line with narrow commas among lines with wide ones is seen."""
    spaces = Spaces()
    for gap, tier in enumerate((Tier.PAUSE, Tier.PAUSE, Tier.STOP)):
        spaces.give(tier, gap, 500, "after")
    line = Line(0, 4, 4, -700)

    taken = squeeze(line, spaces, lambda _: 1.0, 700)
    assert [round(taken.after[gap]) for gap in range(3)] == [-250, -250, -200]


def test_marks_are_not_pressed_where_a_stretch_would_not_be_seen() -> None:
    """A comma at half its width, or forty gaps wider by the sixtieth part of an em."""
    numbers = measures("的" * 19 + "，" + "的" * 60)
    (first, *_) = Filler(numbers).plan(0, 39_600.0, 39_600.0)
    assert first.excess == pytest.approx(600)


@pytest.mark.parametrize("call", ["②", "[12]"])
def test_the_call_of_a_note_is_no_company_for_the_last_character(call: str) -> None:
    text = "门在这里遇到了它，" * 4 + f"是业{call}。"
    numbers = measures(text)
    first = text.index(call)
    numbers.flags[first : first + len(call)] = bytes(len(call))  # as where the markup raises it
    short = text.index("业") * 1000.0 / 2  # two full lines, and one character over
    before = Filler(numbers).plan(0, short, short)
    assert text[before[-1].start : before[-1].end] == f"业{call}。"

    numbers.raised = frozenset(range(first, first + len(call)))
    after = Filler(numbers).plan(0, short, short)
    assert after[-1].start < text.index("业")


@given(TEXTS, st.integers(5, 12))
def test_a_paragraph_in_one_line_fewer_holds_the_same_text(text: str, ems: int) -> None:
    filler = Filler(measures(text))
    lines = filler.plan(0, ems * 1000.0, ems * 1000.0)
    tight = filler.plan_in(len(lines) - 1, 0, ems * 1000.0, ems * 1000.0)

    if tight is not None:
        assert len(tight) == len(lines) - 1
        assert [line.start for line in tight] == [0, *(line.after for line in tight[:-1])]
        assert tight[-1].after == len(text)


def test_marks_pull_the_last_characters_of_a_paragraph_back() -> None:
    """Some paragraphs of every kind have the white for one line fewer."""
    saved = 0
    for clause in range(5, 12):
        for length in range(60, 120):
            text = (("的" * clause + "，") * 30)[:length] + "了。"
            filler = Filler(measures(text))
            lines = filler.plan(0, 20_000.0, 20_000.0)
            saved += filler.plan_in(len(lines) - 1, 0, 20_000.0, 20_000.0) is not None
    assert saved > 10
