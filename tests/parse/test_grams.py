from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from converter.hanzi import dice
from converter.parse import grams
from converter.parse.assemble import twice
from converter.parse.assemble.sources import _one_of_two, _quotes_likely, _says_less
from converter.parse.assemble.twice import SaidAgain
from converter.parse.grams import Runs, Trigrams, every_fourth, runs_of_four, telling
from converter.segment import Unit, make_units
from converter.source import Line

FEW = st.text("山水、一", max_size=40)
ANY = st.text("山水abc\U00020000\ud800", max_size=30)


def counted(texts: list[str]) -> Counter[str]:
    return Counter(text[at : at + 3] for text in texts for at in range(len(text) - 2))


@given(st.lists(FEW, max_size=4))
def test_trigrams_are_counted_as_they_stand_even_where_they_overlap(texts: list[str]) -> None:
    trigrams, wanted = Trigrams(), counted(texts)
    for text in texts:
        trigrams.learn(text)
    for gram in [*wanted, "海海海", "山", ""]:
        assert trigrams[gram] == wanted[gram]


def test_many_questions_are_answered_as_few_are() -> None:
    text = "".join(map(chr, range(0x4E00, 0x5000))) * 2
    trigrams, wanted = Trigrams(), counted([text])
    trigrams.learn(text)
    assert all(trigrams[gram] == count for gram, count in wanted.items())
    assert trigrams["没有的"] == 0
    trigrams.learn("没有的")
    assert trigrams["没有的"] == 1


def test_runs_of_any_length_are_counted_side_by_side() -> None:
    text = "".join(map(chr, range(0x4E00, 0x5800))) * 2 + "哈哈哈哈"
    trigrams = Trigrams()
    trigrams.learn(text)
    runs = [text[at : at + size] for size in (1, 2, 3) for at in range(0, len(text) - 3, 2)]
    for run in [*runs, "无", "无有", *runs, "哈哈", "哈哈哈"]:
        assert trigrams.count(run) == text.count(run)
    trigrams.learn("无有")
    assert (trigrams.count("无"), trigrams.count("哈哈")) == (1, 2)


@given(ANY)
def test_runs_of_four_are_the_same_where_the_characters_are(text: str) -> None:
    runs = runs_of_four(every_fourth(text))
    fours = [text[at : at + 4] for at in range(len(text) - 3)]
    assert len(runs) == len(fours)
    for one, a in zip(runs, fours, strict=True):
        assert [one == other for other in runs] == [a == b for b in fours]


@given(
    st.lists(FEW, max_size=6), st.lists(st.text("山水、一", min_size=1, max_size=4), max_size=200)
)
def test_a_run_is_found_in_one_text_and_not_across_two(texts: list[str], asked: list[str]) -> None:
    runs = Runs(texts, 3)
    for run in asked:
        assert (run in runs) == any(run in text for text in texts)


def said_again(names: list[str], index: int, needed: float) -> bool:
    """Every run of five characters counted in every text."""
    runs = Counter(text[at : at + 5] for text in ("\n".join(names),) for at in range(len(text) - 4))
    own = Counter(names[index][at : at + 5] for at in range(len(names[index]) - 4))
    return sum(n for run, n in own.items() if runs[run] > n) >= needed * (len(names[index]) - 4)


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a machine with other work
@given(
    st.lists(st.text("山水、一", min_size=10, max_size=40), max_size=6),
    st.data(),
    st.sampled_from([0, 40, 256]),
)
def test_what_is_said_again_is_found_as_by_counting_everything(
    names: list[str], data: st.DataObject, enough: int
) -> None:
    pieces = [*names, *("".join(names)[at : at + 14] for at in range(0, 40, 9))]
    names += [name for name in data.draw(st.permutations(pieces)) if len(name) >= 10]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twice, "_ENOUGH", enough)
        said = SaidAgain(names)
        for index in range(len(names)):
            for needed in (0.85, 1.0):
                assert said.holds(index, needed) == said_again(names, index, needed)


@pytest.mark.parametrize("signs", ["山水、一", "山水、𠮷"])
@given(st.data(), st.sampled_from([0, 3, 256]))
def test_the_texts_with_a_run_are_found_however_many_are_asked_for(
    signs: str, data: st.DataObject, enough: int
) -> None:
    names = data.draw(st.lists(st.text(signs, min_size=4, max_size=30), min_size=1, max_size=6))
    asked = data.draw(st.lists(st.text(signs, max_size=5), max_size=9))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twice, "_ENOUGH", enough)
        said = SaidAgain(names)
        places = [name[at : at + 4] for name in names for at in range(len(name) - 3)]
        own = places[:9]
        each = dict(zip(own, said.texts_with_each(own), strict=True))
        for run in [*asked, *own, *(name[1:5] for name in names)]:
            many = len(run) == 4 and places.count(run) > 1
            wanted = [number for number, name in enumerate(names) if run in name] if many else []
            assert list(said.texts_with(run)) == wanted
            assert list(each.get(run, wanted)) == wanted


def test_of_a_whole_year_every_part_is_learned_from() -> None:
    texts = [f"{number:04}" * 25 for number in range(9000)]
    learned = telling(texts)
    assert sum(map(len, learned)) < 150_000
    assert learned[-1][:4] > "8990"
    assert telling(texts[:1000]) == texts[:1000]
    assert list(telling([])) == []


def one_of_two(units: list[Unit], names: list[str]) -> set[int]:
    """Each compared with each."""
    left = set(range(len(names)))
    for one, other in combinations(range(len(names)), 2):
        if {one, other} <= left and dice(names[one], names[other]) >= 0.9:
            odds = {
                at: _quotes_likely(units, at) + _says_less(names[at], names[one + other - at])
                for at in (one, other)
            }
            left.discard(min((one, other), key=odds.__getitem__))
    return left


LIKE = st.sampled_from(["春山可望夏水清凉", "秋风又起冬雪纷飞", "明月松间照清泉石上流"])


@given(st.lists(st.builds("".join, st.lists(LIKE, min_size=1, max_size=3)), max_size=9))
def test_alike_texts_are_found_without_comparing_all(parts: list[str]) -> None:
    names = [part + str(number % 3) * (number % 2) for number, part in enumerate(parts)]
    blank = ("。", "。\n", "\n", "，")
    text = "".join(f"{name}{blank[number % 4]}\n\n" for number, name in enumerate(names))
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    units = make_units(lines)
    assume(len(units) == len(names))
    assert _one_of_two(units, names, set(range(len(names)))) == one_of_two(units, names)


@given(
    st.lists(st.text("甲乙丙\n", max_size=60), min_size=1, max_size=5),
    st.lists(st.text("甲乙丙丁\n", min_size=1, max_size=3), max_size=30),
    st.sampled_from([1, 3, 500]),
    st.sampled_from([1, 4, 512]),
)
def test_runs_with_rare_characters_are_counted_as_all_others(
    texts: list[str], asked: list[str], rare: int, many: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grams, "_RARE", rare)
        patch.setattr(grams, "_MANY", many)
        known = Trigrams()
        for text in texts:
            known.learn(text)
        for gram in asked:
            assert known.count(gram) == "\n".join(texts).count(gram)


def test_what_is_learnt_later_counts_beside_a_rare_character_too() -> None:
    known = Trigrams()
    known.learn("山塘的水。" * 200 + "水渠")
    assert known.count("水渠") == 1
    known.learn("水渠的水渠")
    assert known.count("水渠") == 3
