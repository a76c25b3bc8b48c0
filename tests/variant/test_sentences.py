"""Sentences with their truth: fewer wrong characters than bare OpenCC, markup or none."""

from __future__ import annotations

import pytest

from converter.hanzi import has_han
from converter.model import Mark, MarkKind, Paragraph, Text
from converter.variant import Edition, convert
from tests.evaluation.conversion import compare, main, measure, sentences
from tests.variant.made import issue_of

EDITIONS = [Edition.TAIWAN, Edition.HONG_KONG]
DIFFICULT = (
    "发后里干面系制复征只台云几谷表斗丑卷致准采冲布占注游周志历钟松舍余于范郁岳姜胡须朴涂丰咸尽当并杰坛回脏签"
    "出划卤困御欲汇泛症团扎托折借伙愈梁涌赞恶烟"
)


def test_the_set_has_hundreds_of_sentences_and_every_difficult_character() -> None:
    found = list(sentences())
    text = "".join(sentence.source for sentence in found)

    assert sum(sentence.file == "first" for sentence in found) >= 300
    assert sum(sentence.file != "first" for sentence in found) >= 100
    assert {c for c in DIFFICULT if text.count(c) < 2} == set()
    assert len({sentence.source for sentence in found}) == len(found)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_pipeline_beats_bare_opencc_by_far(edition: Edition) -> None:
    ours, theirs = measure(edition)

    assert len(theirs.faults) > 80, "the sentences are not difficult any more"
    assert len(ours.faults) * 6 <= len(theirs.faults), "\n".join(map(str, ours.faults))


@pytest.mark.parametrize("edition", EDITIONS)
def test_markup_changes_no_character(edition: Edition) -> None:
    """A phrase half in bold converts as one."""
    for number, sentence in enumerate(sentences()):
        size = len(sentence.source)
        cuts = sorted((number * 7 + step * step * 5) % (size + 1) for step in range(6))
        kinds = (MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.STRONG)
        spans = zip(kinds, cuts[::2], cuts[1::2], strict=True)
        marks = tuple(Mark(kind, start, end) for kind, start, end in spans if start < end)
        plain, _ = convert(issue_of(Text(sentence.source)), edition)
        rich, _ = convert(issue_of(Text(sentence.source, marks)), edition)
        one, other = plain.articles[0].blocks[0], rich.articles[0].blocks[0]
        assert isinstance(one, Paragraph)
        assert isinstance(other, Paragraph)
        assert one.text.value == other.text.value
        assert other.text.marks == marks


def test_the_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--file", "second"]) == 0

    printed = capsys.readouterr().out
    assert "zh-Hant-TW second: " in printed
    assert "bare OpenCC" in printed


def test_a_fault_is_told_by_its_place() -> None:
    sentence = next(sentence for sentence in sentences() if sentence.file == "first")
    truth = "".join(place[0] for place in sentence.truths[Edition.TAIWAN])
    wrong = truth[:3] + "錯" + truth[4:]

    (fault,) = compare(sentence, Edition.TAIWAN, wrong)

    assert fault.offset == 3
    assert str(fault).startswith(f"first:{sentence.line}")
    assert f"▸{sentence.source[3:9]}" in str(fault)
    assert has_han(sentence.source)
