"""The generator of damaged issues, and what the parser makes of them.

The first half proves the generator: it is deterministic, it prints as printers do, it shows
every kind of damage, and whatever its truth holds stands in its text. The second half
restores hundreds of its issues; ``make evaluate`` does thousands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.damage import Damaged, damaged_issue
from tests.damage.compose import compose
from tests.damage.lines import NO_END, NO_START, fill, width
from tests.damage.press import Press
from tests.damage.prose import Prose
from tests.damage.style import other, sample_like
from tests.evaluation import report
from tests.evaluation.cases import Outcome, evaluate, generated
from tests.evaluation.compare import AIMED, Figure, Figures
from tests.support.drawn import drawn

FAMILIES = ("sample", "other")
RESTORED = {"sample": 100, "other": 150, "reprint": 40}
"""Issues of each family that every run of the tests restores."""
THROUGH_EPUB = 6
"""Issues of each family that go through the finished EPUB."""


@cache
def issue(seed: int, family: str) -> Damaged:
    return damaged_issue(seed, family)


# --- the generator ------------------------------------------------------------------------


@pytest.mark.parametrize("family", RESTORED)
def test_a_seed_always_gives_the_same_issue(family: str) -> None:
    for seed in range(5):
        one, other = damaged_issue(seed, family), damaged_issue(seed, family)
        assert one.data == other.data
        assert one.truth == other.truth


@pytest.mark.parametrize("family", FAMILIES)
def test_two_seeds_give_two_issues(family: str) -> None:
    assert len({issue(seed, family).data for seed in range(20)}) == 20


@drawn(100)
@given(st.text(st.sampled_from("春江水暖，。；：“”（）《》、！？abc 12.5%"), max_size=300))
def test_printed_lines_hold_the_whole_text(text: str) -> None:
    assert "".join("".join(fill(text, 20, 2)).split()) == "".join(text.split())


@drawn(100)
@given(st.integers(0, 10**6), st.integers(16, 44))
def test_printed_lines_are_full_and_keep_the_rules_of_line_breaking(
    seed: int, measure: int
) -> None:
    lines = fill(Prose(Random(seed)).paragraph(300), measure)  # noqa: S311  (no secret)
    assert len(lines) > 5
    for line in lines[:-1]:
        # A word or a number that did not fit may leave some room.
        assert measure - 8 < width(line) <= measure + 2
        assert line[-1] not in NO_END
    starts = [line[0] for line in lines if not line.startswith(("——", "……"))]
    assert not NO_START & set(starts)


@pytest.mark.parametrize("family", FAMILIES)
def test_no_printed_page_holds_more_lines_than_it_has(family: str) -> None:
    for seed in range(20):
        rng = Random(f"{family}-{seed}")  # noqa: S311  (no secret)
        style = sample_like(rng) if family == "sample" else other(rng)
        pages = Press(rng, style, compose(rng, style)).print()
        numbers = [page.number for page in pages]
        assert numbers == list(range(numbers[0], numbers[0] + len(pages)))
        for page in pages:
            text = sum(len(run.lines) for run in page.runs if run.kind == "text")
            assert text <= style.depth * style.columns
            texts_printed = (run for run in page.runs if run.kind == "text")
            lines = [line for run in texts_printed for line in run.lines if not line.isascii()]
            assert all(width(line) <= style.measure + 2 for line in lines)


def bare(text: str) -> str:
    """The Chinese characters, letters and digits of a text."""
    text = re.sub(r"[_^]\{([^{}]*)\}|\$", r"\1", text).replace("_", "")
    return re.sub(r"[\W_一]+", "", unicodedata.normalize("NFKC", text))


def texts(truth: dict[str, Any]) -> Iterator[str]:
    for article in truth["articles"]:
        if article["optional"]:
            continue
        yield from article["pull_quotes"]
        for block in article["blocks"]:
            yield block.get("text", "")
            yield from block.get("paragraphs", ())
            yield from block.get("lines", ())


def pieces(text: str, source: str) -> int:
    """The number of pieces of the source of which a text is made up; 0 if it is not."""
    count = 0
    while text:
        size = len(text)
        while size and text[:size] not in source:
            size = size - 1 if size < 32 else size * 7 // 8
        if not size:
            return 0
        while size < len(text) and text[: size + 1] in source:
            size += 1
        text, count = text[size:], count + 1
    return count


@pytest.mark.parametrize("family", FAMILIES)
def test_what_the_truth_holds_stands_in_the_text(family: str) -> None:
    checked = 0
    for seed in range(12):
        made = issue(seed, family)
        source = bare(made.text)
        for text in texts(made.truth):
            plain = bare(text)
            # Every page break and every box may cut a text once; nothing else does.
            assert 0 < pieces(plain, source) <= 2 + len(plain) // 60 or not plain, text
            checked += 1
    assert checked > 300


SHOWN = {
    "sample": {
        "a paragraph cut in mid-sentence": r"[一-鿿]\n\n[一-鿿]",
        "a box on the line of its label": r"(?m)^链接 \S",
        "a box whose label stands alone": r"(?m)^链接$",
        "an attribution": r"(?m)^——",
        "an attribution of two lines": r"(?m)^——[^\n]+\n《",
        "two boxes in a row": r"(?m)^——[^\n]+\n\n链接",
        "a box within a sentence": r"[一-鿿]\n\n链接[^—]*\n\n——[^\n]+\n\n[一-鿿]",
        "contents in pipes": r"(?m)^- \| \| \| \|\n\|-+",
        "contents in plain lines": r"(?m)^\d+ [一-鿿][^\n]+$",
        "leader dots before an institution": r"(?m)^\.{5} ",
        "a letter-spaced label": r"(?m)^社 长：",
        "a letter-spaced name": r"(?m) [一-鿿] [一-鿿]$",
        "half-width commas": r"[一-鿿],[一-鿿]",
        "half-width parentheses in a numbering": r"(?m)^\([一二三四五]\)",
        "blanks around numbers": r"[一-鿿] \d+ [一-鿿]",
        "a hard-wrapped page": r"[一-鿿，]\n[一-鿿][^\n]*\n[一-鿿]",
        "a subscript of LaTeX": r"PM_\{2\.5\}|CO_\{2\}",
        "turns of an interview": r"(?m)^记者：",
        "headings of the first level": r"(?m)^一、",
        "headings of the second level": r"(?m)^（一）[^。\n]+$",
        "run-in headings": r"(?m)^（一）[^。\n]+。.",
        "points": r"(?m)^一是",
        "a biographical note": r"(?m)^(?:专家|人物|嘉宾)简介：",
        "a dash read as something else": r"(?m)^(?:--|—|一一|－－|──)[一-鿿《]",
        "a misread page number": r"(?m)^\|? ?\d*[lO]\d* ",
    },
    "other": {
        "folios": r"(?m)^(?:—|·) \d+ (?:—|·)$",
        "bare folios": r"(?m)^\d{1,3}$",
        "running heads": r"(?m)^[一-鿿]{4,5} \d{4}年第\d+期$",
        "running heads with the folio": r"(?m)^\d+ [一-鿿]{4,5} \d{4}年第\d+期$",
        "page markers": r"(?m)^<!-- page \d+ -->$",
        "form feeds": r"\f",
        "indents": r"(?m)^\u3000\u3000\S",
        "labels in brackets": r"(?m)^(?:【[一-鿿]+】|■ [一-鿿]+)$",
        "abstracts": r"(?m)^[\u3000]*摘要[：:]",
        "English abstracts": r"(?m)^[\u3000]*Abstract:",
        "references": r"(?m)^[\u3000]*\[1\]",
        "foot notes": r"(?m)^①",
        "marks of notes": r"[一-鿿％%）”]①[，,]",
        "tables": r"(?m)^\|---\|",
        "captions": r"(?m)^表\d ",
        "verse": r"(?m)^[一-鿿]{6,11}\n[一-鿿]{6,11}\n[一-鿿]{6,11}$",
        "letters": r"(?m)^[\u3000]*(?:编辑同志|各位同仁|亲爱的读者)[：:]",
        "editors' notes": r"(?m)^[\u3000]*编者按[：:]",
        "credits": r"[（(]责任编辑[：:]",
        "continued articles": r"（下转第\d+页）",
        "continuations": r"（上接第\d+页）",
        "questions and answers": r"(?m)^[\u3000]*问[：:]",
        "decimal headings": r"(?m)^1\.1 ",
        "ordinals": r"(?m)^[\u3000]*第一[，,]",
        "contents with slashes": r"/[一-鿿]{2,4} [.…·．]",
        "contents with authors in brackets": r"[…·.．]（[一-鿿]{2,4}）\d+",
        "straight quotation marks": r'[一-鿿]"[一-鿿]',
        "LaTeX in dollars": r"\$PM_\{2\.5\}\$|\$CO_2\$",
        "line ends of Windows": r"\r\n",
        "titles of boxes behind a bar": r"(?m)^[一-鿿]{2,4}｜\S",
        "names of boxes behind an arrow": r"(?m)^▶[一-鿿]",
        "sources in brackets": r"(?m)^（(?:摘自|据)[^）]+）$",
        "sources by their name": r"(?m)^(?:资料)?来源：",
        "who made the pictures": r"(?m)^文/.* 图/",
        "who has told it": r"(?m)^口述/.* 整理/",
        "folios with the magazine's name": r"(?m)^[一-鿿]{4,5} \| \d+$",
        "headings 01 and 02": r"(?m)^01 [一-鿿“]",
        "editors' notes in brackets": r"【编者按】",
        "two entries of the contents on a line": r"\d\u3000\u3000\S[^\n]*\d\n",
        "authors before titles": r"(?m)^[一-鿿]{2,4}：[^\n]+[.…·．] \d+$",
        "authors below titles": r"(?m)^\d+ [一-鿿][^\n]*\n  [一-鿿]",
        "who says what is pulled out": r"(?m)^——[一-鿿]{2,4}$",
        "who speaks in bold": r"(?m)^\*\*[一-鿿Q]{1,4}[：:]\*\*",
    },
}


@pytest.mark.parametrize(
    ("family", "name", "pattern"),
    [(f, n, p) for f, patterns in SHOWN.items() for n, p in patterns.items()],
    ids=lambda value: value if value and len(value) < 60 else "",
)
def test_the_generator_shows(family: str, name: str, pattern: str) -> None:
    assert any(re.search(pattern, issue(seed, family).text) for seed in range(150)), name


def test_some_files_begin_with_a_byte_order_mark() -> None:
    assert any(issue(seed, "other").data.startswith(b"\xef\xbb\xbf") for seed in range(60))


def test_some_seams_double_characters() -> None:
    """Found by comparing with the truth: the text holds more than was printed."""
    surplus = 0
    for seed in range(40):
        made = issue(seed, "sample")
        printed = sum(len(bare(text)) for text in texts(made.truth))
        body = made.text[made.text.index("目 录") :]
        surplus += len(bare(body)) > printed and made.style.doubled > 0
    assert surplus > 3


# --- what the parser makes of them --------------------------------------------------------

AIM = {"sample": 0.99, "other": 0.97, "reprint": 0.99}

NOT_YET: dict[tuple[str, str], str] = {
    ("other", "pull quotes"): "0.936",
    ("other", "boxes"): "0.963",
}
"""Figures below their aim, each with what was measured when it was last looked at."""


@cache
def outcomes(family: str) -> tuple[Outcome, ...]:
    return tuple(evaluate(case, via="model") for case in generated(family, range(RESTORED[family])))


@cache
def figures(family: str) -> Figures:
    return report.total(outcomes(family))


def shown(figure: Figure) -> str:
    """The first misses of a figure, for whoever has to mend it."""
    rows = [f"{miss.where}: {miss.expected!r} | {miss.got!r}" for miss in figure.misses[:5]]
    return "\n".join([f"F1 {figure.f1:.4f}", *rows])


@pytest.mark.parametrize("family", RESTORED)
@pytest.mark.parametrize("name", [name for name in AIMED if name != "kept"])
def test_damaged_issues_are_restored(
    family: str, name: str, request: pytest.FixtureRequest
) -> None:
    if (family, name) in NOT_YET:
        reason = NOT_YET[family, name]
        request.node.add_marker(pytest.mark.xfail(strict=True, reason=reason))
    figure = figures(family)[name]
    assert figure.expected > 100, "too few to say anything"
    assert figure.f1 >= AIM[family], shown(figure)


@pytest.mark.parametrize("family", RESTORED)
def test_no_character_of_a_damaged_issue_is_lost(family: str) -> None:
    figure = figures(family)["kept"]
    assert figure.expected > 5_000 * RESTORED[family]
    assert figure.hits == figure.expected, shown(figure)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_finished_epub_says_what_the_model_says(family: str) -> None:
    for case in generated(family, range(THROUGH_EPUB)):
        model, book = (evaluate(case, via=via).figures for via in ("model", "epub"))
        for name in AIMED:
            if name == "kept":
                assert book[name].hits == book[name].expected, shown(book[name])
            else:
                assert book[name].f1 == pytest.approx(model[name].f1), (case.name, name)
