"""Lines without an end are cleaned in parts, and nothing of them is lost or moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.clean import clean
from converter.clean.long_lines import LONG, Parts
from converter.source import Line

SENTENCE = "渠上的闸门年年都要油漆一遍,看闸人说这是规矩。"
MENDED = SENTENCE.replace(",", "，")


def test_each_sentence_of_a_long_line_is_mended_in_its_place() -> None:
    times = 3 * LONG // len(SENTENCE)
    made = clean([Line(7, "渠边"), Line(8, SENTENCE * times), Line(9, SENTENCE)])
    assert [line.number for line in made.lines] == [7, 8, 9]
    assert [line.text for line in made.lines] == ["渠边", MENDED * times, MENDED]
    comma = SENTENCE.index(",")
    places = [(8, comma + n * len(SENTENCE)) for n in range(times)] + [(9, comma)]
    assert [(one.line, one.column) for one in made.changes] == places


@given(
    st.lists(
        st.text(alphabet="水渠。”>a0 \u3000", max_size=6).map(lambda text: text * (LONG // 3)),
        max_size=4,
    )
)
def test_parts_are_short_and_make_the_lines_again(texts: list[str]) -> None:
    lines = [Line(n * 3, text) for n, text in enumerate(texts, 1)]
    parts = Parts(lines)
    assert all(len(part.text) <= LONG for part in parts.lines)
    assert list(parts.joined(parts.lines)) == lines
    for part in parts.lines:
        number, column = parts.place(part.number, 0)
        text = next(line.text for line in lines if line.number == number)
        assert text.startswith(part.text, column)


@pytest.mark.parametrize("end", ["。", "。”", "</p>"])
def test_a_part_ends_where_a_sentence_does(end: str) -> None:
    sentence = "水" * 90 + end
    parts = Parts([Line(1, sentence * 100)])
    assert len(parts.lines) > 1
    assert all(part.text.endswith(end) for part in parts.lines)
