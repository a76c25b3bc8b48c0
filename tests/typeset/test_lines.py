"""The Chinese line, measured on finished PDFs: clreq §3.1, §3.2, §3.4; GB/T 15834-2011, §5.1."""

from __future__ import annotations

import re
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from converter.model.walk import block_texts, blocks_of
from converter.pipeline import restore
from converter.render import inline
from tests.support.tools import run
from tests.typeset.reader import Line
from tests.typeset.setting import Set, all_breaches, composed, plain, ragged
from tests.typeset.texts import HAN, paragraphs

RANDOM = settings(
    max_examples=9,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # to shrink means to set a book for every step
    suppress_health_check=[HealthCheck.too_slow],
)
MEASURES = st.integers(17, 42)


def step(line: Line, text: str) -> float:
    """From the origin of the first of these characters to that of the last, in ems."""
    owners = [glyph for glyph in line.glyphs for _ in glyph.text]  # —— may be one glyph
    at = line.text.index(text)
    first, last = owners[at], owners[at + len(text) - 1]
    return round((last.x - first.x) / first.size, 3)


def one_line(markup: str, **chosen: Any) -> Line:
    setting = composed([markup], 40, align="left", **chosen)
    ((line,),) = setting.paragraphs
    return line


# ------------------------------------------------------------------ any text


def sound(setting: Set, *, centred: bool = False) -> None:
    assert setting.report.failures == setting.report.fallbacks == 0
    assert ragged(setting, centred=centred) == []
    assert all_breaches(setting) == []


@RANDOM
@given(markups=paragraphs(), ems=MEASURES)
def test_any_paragraph_is_flush_and_keeps_its_text_and_kinsoku(
    markups: tuple[str, ...], ems: int
) -> None:
    # `composed` has compared the text of every paragraph with its source.
    sound(composed(markups, ems))


@settings(RANDOM, max_examples=4)
@given(markups=paragraphs(), ems=MEASURES, language=st.sampled_from(["zh-Hant-TW", "zh-Hant-HK"]))
def test_so_it_is_with_the_marks_of_taiwan_and_hong_kong(
    markups: tuple[str, ...], ems: int, language: str
) -> None:
    traditional = [re.sub("“", "「", re.sub("”", "」", one)) for one in markups]

    sound(composed(traditional, ems, language=language), centred=True)


@settings(RANDOM, max_examples=4)
@given(markups=paragraphs(count=8), ems=MEASURES, style=st.sampled_from(["kaiming", "half"]))
def test_so_it_is_in_every_house_style(markups: tuple[str, ...], ems: int, style: str) -> None:
    sound(composed(markups, ems, style=style))


@settings(RANDOM, max_examples=3)
@given(markups=paragraphs(count=8), ems=MEASURES, pitch=st.sampled_from(["0.05em", "0.12em"]))
def test_letter_spacing_leaves_the_edge_flush(
    markups: tuple[str, ...], ems: int, pitch: str
) -> None:
    setting = composed(markups, ems, extra=f"p {{ letter-spacing: {pitch} }}")

    assert ragged(setting) == []
    assert all_breaches(setting) == []


def test_a_line_feed_of_the_author_ends_a_line_and_nothing_else() -> None:
    text = HAN[:70] + "\n" + HAN[70:150] + "\n\n" + HAN[150:190]
    setting = composed([text], 25, extra="p { white-space: pre-line }")
    lines = [line.text for line in setting.lines]

    assert HAN[50:70] in lines
    assert HAN[145:150] in lines
    assert "".join(lines) == plain(text)


def test_the_text_that_poppler_extracts_is_the_text_of_the_source(tmp_path: Path) -> None:
    text = "他说：“我们守着《沿江志》（第3卷）——整整12.6米高的堤，GDP与EPUB……都在这里。”" * 6
    target = tmp_path / "x.pdf"
    target.write_bytes(composed([text], 26).pdf)

    assert re.sub(r"\s", "", run("pdftotext", "-raw", target, "-")) == text
    assert re.sub(r"\s", "", run("pdftotext", target, "-")) == text


# ------------------------------------------------------------------ marks

_BEFORE = "，。：；！？”》）」"
_AFTER = "“《（「"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *product(_BEFORE, _AFTER),
        *product("”》）」", "，。：；！？、"),
        *product("，。：；！？", "”》）」"),
        *product("“《（", "“《（"),
        *product("”》）", "”》）"),
    ],
)
def test_two_marks_share_one_em_and_a_half(one: str, other: str) -> None:
    line = one_line(f"甲{one}{other}乙")

    assert step(line, f"甲{one}{other}乙") == 2.5  # 甲 itself, and 1.5 for both


def test_a_pair_is_as_narrow_over_the_border_of_inline_boxes() -> None:
    line = one_line("甲》<b>“乙</b><a><span>（</span>丙</a>）<b>，</b>丁")

    assert step(line, "甲》“乙") == 2.5
    assert step(line, "丙），丁") == 2.5


def test_a_pair_in_a_face_with_narrow_quotation_marks_is_as_wide() -> None:
    line = one_line("<em>甲》“乙”，丙</em>")

    assert step(line, "甲》“乙") == 2.5
    assert step(line, "乙”，丙") == 2.5


@pytest.mark.parametrize(("mark", "ems"), [("，", 1), ("“", 1), ("”", 1), ("·", 1), ("。", 1)])
def test_a_mark_alone_has_its_em(mark: str, ems: int) -> None:
    assert step(one_line(f"甲{mark}乙"), f"甲{mark}乙") == 1 + ems


def test_a_dash_and_an_ellipsis_take_two_ems() -> None:
    assert step(one_line("甲——乙……丙"), "甲——乙") == 3
    assert step(one_line("甲——乙……丙"), "乙……丙") == 3


@pytest.mark.parametrize(
    ("style", "comma", "stop"), [("full", 1.0, 1.0), ("kaiming", 0.5, 1.0), ("half", 0.5, 0.5)]
)
def test_the_house_style_gives_marks_their_width(style: str, comma: float, stop: float) -> None:
    line = one_line("甲，乙。丙", style=style)

    assert step(line, "甲，乙") == 1 + comma
    assert step(line, "乙。丙") == 1 + stop


def test_an_opening_mark_at_the_start_of_a_line_loses_its_blank_half() -> None:
    setting = composed([("《" + HAN[:18] + "》") * 5], 19)

    starts = [line.glyphs[0] for line in setting.lines if line.text[0] == "《"]
    assert starts
    for glyph in starts:
        assert glyph.x == pytest.approx(setting.left - glyph.size / 2, abs=0.1)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW"])
def test_a_point_at_the_end_of_a_line_stands_as_the_region_has_it(language: str) -> None:
    centred = language != "zh-Hans"
    setting = composed([(HAN[:19] + "，") * 6], 20, language=language)
    ends = [line.glyphs[-1] for line in setting.full_lines if line.text[-1] == "，"]

    assert ends
    for glyph in ends:
        # On the Mainland half an em of ink and no blank; in Taiwan in the middle of its em.
        beyond = glyph.x + glyph.size - setting.right
        assert beyond == pytest.approx(0 if centred else glyph.size / 2, abs=0.6)
    assert ragged(setting, centred=centred) == []


# ------------------------------------------------------------------ Latin and digits


@pytest.mark.parametrize("text", ["甲A乙", "甲<b>A</b>乙", "<b>甲</b>A<em>乙</em>", "甲 A 乙"])
def test_a_quarter_em_lies_between_han_and_latin_and_no_space_doubles_it(text: str) -> None:
    line = one_line(text)
    first, latin, last = line.glyphs

    assert latin.x - first.x == pytest.approx(1.25 * first.size, abs=0.02)
    assert last.x - latin.x - latin.width == pytest.approx(0.25 * first.size, abs=0.02)


def test_a_blank_between_two_phrases_is_wider_than_that_beside_latin() -> None:
    first, other = one_line("甲 乙").glyphs
    assert other.x - first.x == pytest.approx(1.5 * first.size, abs=0.02)


@pytest.mark.parametrize("strokes", ["——一", "一——"])
def test_a_dash_is_told_from_the_number_beside_it(strokes: str) -> None:
    told, other = (one_line(f"甲{text}乙") for text in (strokes, strokes.replace("一", "二")))
    wider = told.glyphs[-1].x - told.glyphs[0].x - (other.glyphs[-1].x - other.glyphs[0].x)
    assert wider == pytest.approx(told.glyphs[0].size / 8, abs=0.02)


def test_no_quarter_em_lies_beside_marks() -> None:
    line = one_line("（A）甲")
    bracket, latin, closing, _ = line.glyphs

    assert latin.x - bracket.x == pytest.approx(bracket.size, abs=0.02)
    assert closing.x - latin.x - latin.width == pytest.approx(0, abs=0.02)


def test_the_space_can_be_switched_off() -> None:
    first, latin, _ = one_line("甲A乙", autospace=False).glyphs

    assert latin.x - first.x == pytest.approx(first.size, abs=0.02)


def test_no_line_is_justified_by_the_blank_before_a_unit() -> None:
    """Beside it all gaps between Han have to open."""
    markups = [HAN[:at] + "0.5 m×0.5 m" + HAN[30 : 60 + at] for at in range(4, 17)]
    blanks = set()
    for line in composed(markups, 24).full_lines:
        for one, other in pairwise(line.glyphs):
            if (one.text, other.text) == ("5", "m"):
                blanks.add(round((other.x - one.right) / one.size, 2))
    assert len(blanks) == 1, blanks


@pytest.mark.parametrize("lead", ["——", "●", "■ "])
def test_what_leads_a_paragraph_in_stands_close_to_an_opening_mark(lead: str) -> None:
    def beyond(text: str, other: str) -> float:
        """From the lead to what it leads in, in ems."""
        glyphs = one_line(text).glyphs
        first = next(glyph for glyph in glyphs if glyph.text in lead)
        return (next(g.x for g in glyphs if g.text == other) - first.x) / first.size

    assert beyond(f"{lead}《甲》乙", "《") == pytest.approx(
        beyond(f"{lead}丙甲乙", "丙") - 0.5, abs=0.06
    )
    assert beyond(f"甲{lead}《乙》", "《") == pytest.approx(beyond(f"甲{lead}丙乙", "丙"), abs=0.06)


@pytest.mark.parametrize("whole", ["5.5%", "¥20", "-3℃", "1,800", "——", "……", "PM2.5", "2024—2025"])
def test_what_belongs_together_is_on_one_line_at_every_measure(whole: str) -> None:
    text = HAN[:14] + whole + HAN[20:37] + "<b>" + whole + "</b>" + HAN[40:58]
    for ems in range(15, 32, 2):
        broken = [line.text for line in composed([text], ems).lines]
        if whole in {"2024—2025", "PM2.5"}:
            assert not any(line.startswith(("—", ".")) for line in broken)
        else:
            assert sum(line.count(whole) for line in broken) == 2, broken


# ------------------------------------------------------------------ the paragraph


def test_no_character_stands_alone_in_the_last_line_where_it_can_be_helped() -> None:
    texts = [
        HAN[:at] + "，" + HAN[at : at + length] + "。"
        for at in (9, 23)
        for length in range(60, 120)
    ]
    setting = composed(texts, 24)
    assert len(setting.lines) > 3 * len(texts)

    alone = [
        lines[-1].text
        for lines in setting.paragraphs
        if len([glyph for glyph in lines[-1].glyphs if glyph.text in HAN]) < 2
    ]
    assert alone == []


def stretches(setting: Set) -> list[float]:
    """The widest step between two Han of each line without Latin, less the em they stand in."""
    found = []
    for line in setting.full_lines:
        if re.search(r"[\x21-\x7e]", line.text):
            continue
        steps = sorted(
            step - 1 for one, other, step in line.steps() if one.text in HAN and other.text in HAN
        )
        if steps:
            found.append(steps[len(steps) // 2])
    return sorted(found)


@pytest.mark.parametrize(
    "address",
    ["luhua@linhewenshi.example.com", "www.linhewenshi.org.cn", "shop.linhewenshi.example.com"],
)
def test_an_address_is_broken_before_its_dots_rather_than_a_line_be_full_of_holes(
    address: str,
) -> None:
    starts = set()
    for ems in range(16, 26):
        setting = composed([HAN[:80] + f"请寄{address}，收到即复。"], ems)
        assert ragged(setting) == []
        starts |= {line.text[0] for line in setting.lines if line.text[0].isascii()}
        for one, other in (two for line in setting.lines for two in pairwise(line.glyphs)):
            if one.text >= "一" and other.text >= "一":
                assert other.x - one.x < 1.2 * one.size

    assert starts & {".", "@"}
    assert starts <= {".", "@", address[0]}


def test_an_address_that_leaves_no_line_loose_stays_whole() -> None:
    setting = composed([HAN[:200] + "函索luhua@linhe.example.com" + HAN[200:260]], 38)

    assert any("luhua@linhe.example.com" in line.text for line in setting.lines)


def test_the_colour_of_the_page_is_even() -> None:
    marks = "，。，、；，：，，。"
    texts = []
    for number in range(40):
        clauses = (
            HAN[(17 * number + 29 * k) % 900 :][: 4 + (number * 7 + k * 5) % 14] + marks[k % 10]
            for k in range(14)
        )
        texts.append("".join(clauses)[:-1] + "。")
    found = stretches(composed(texts, 38))

    assert len(found) > 100
    assert abs(found[int(len(found) * 0.99)]) <= 0.03


# ------------------------------------------------------------------ whole issues


def measured(path: Path) -> None:
    """All paragraphs of an issue with their inline markup, at the bars of the specification."""
    texts = [
        text
        for article in restore(path).issue.articles
        for block in blocks_of(article)
        for text in block_texts(block)
        if len(text.value) > 40
    ]
    markups = [re.sub(r"</?(?:cite|span)[^>]*>", "", str(inline(text))) for text in texts]
    setting = composed(markups, 38, extra="strong { font-weight: 700 }")
    lines = len(setting.full_lines)

    assert lines > 50
    assert len(ragged(setting)) <= lines // 1000
    assert all_breaches(setting) == []
    # Two marks take an em and a half, and half an em less where the line has to shrink.
    pairs = {
        (step(line, text), line is lines_[-1])
        for lines_ in setting.paragraphs
        for line in lines_
        for text in re.findall(r"[\u4e00-\u9fff][》”）][“《（，。][\u4e00-\u9fff]", line.text)
    }
    assert {width for width, is_last in pairs if is_last} <= {2.5}
    assert all(2 <= width <= 2.5 + 3 * 0.03 for width, _ in pairs)
    colour = stretches(setting)
    assert abs(colour[int(len(colour) * 0.99)]) <= 0.03


def test_the_sample_issue_keeps_the_bars(sample: Path) -> None:
    measured(sample)


def test_a_real_issue_keeps_the_bars(real_issue: Path) -> None:
    measured(real_issue)
