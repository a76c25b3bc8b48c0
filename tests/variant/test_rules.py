"""The table of contexts made ready: the same whether it was kept or made anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.variant import rules
from converter.variant.rules import Rules, characters_with_rules, read_rules, rules_of
from converter.variant.tables import DATA
from tests.evaluation.conversion import sentences


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "fukan" / "contexts"


def test_it_is_kept_and_read_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = rules._table.__wrapped__()
    (kept,) = home.iterdir()
    monkeypatch.setattr(rules, "read_rules", None)

    assert rules._table.__wrapped__() == made
    assert list(home.iterdir()) == [kept]


@pytest.mark.parametrize("damage", [b"", b"\xff" * 20, b"N"])
def test_what_is_damaged_is_made_anew(home: Path, damage: bytes) -> None:
    made = rules._table.__wrapped__()
    (kept,) = home.iterdir()
    kept.write_bytes(damage)

    assert rules._table.__wrapped__() == made
    assert kept.read_bytes() != damage


def test_an_edge_keeps_out_nothing_that_an_expression_would_find() -> None:
    texts = [sentence.source for sentence in sentences()][::5]
    tried = kept_out = 0
    for character in characters_with_rules():
        places = [(text, at) for text in texts for at in range(len(text)) if text[at] == character][
            :25
        ]
        for _, (_, before, left), (_, after, right), _ in rules_of(character) or ():
            for text, at in places:
                if before and left is not None and text[at - 1 : at] not in left:
                    assert not re.compile(before).search(text, max(0, at - 16), at), before
                    kept_out += 1
                if after and right is not None and text[at + 1 : at + 2] not in right:
                    assert not re.compile(after).match(text, at + 1), after
                    kept_out += 1
                tried += 1

    assert kept_out > tried / 4


@pytest.mark.parametrize(
    ("pattern", "last", "first"),
    [
        ("茶(?:要|得)?", set("茶要得"), {"茶"}),
        ("(?:^|[，。]|老)$", {"", *"，。老"}, {"", *"，。老"}),
        ("[0-2]个?", set("012个"), set("012")),
        ("不(?!是|要)", {"不"}, {"不"}),
        ("了{0,2}好+", {"好"}, set("了好")),
        ("[^，]", None, None),
        ("好.{0,3}", None, {"好"}),
        ("(?:好)?", None, None),
    ],
)
def test_the_edges_of_an_expression(
    pattern: str, last: set[str] | None, first: set[str] | None
) -> None:
    assert rules._edge(pattern, last=True) == last
    assert rules._edge(pattern, last=False) == first


def test_the_table_has_rules_and_topics() -> None:
    made, topics = read_rules("# x\n@tea\t2\t茶\n冲\t沖\t(?:{A})$\t茶\t@tea\n{A}\t甲|乙\n")

    assert set(made) == {"冲"}
    assert list(Rules(made["冲"])) == [("沖", ("甲|乙", "", None), ("茶", "", None), "@tea")]
    assert topics == {"@tea": (2, "茶")}
    source = (DATA / "contexts.txt").read_text(encoding="utf-8")
    assert read_rules(source)[0].keys() == characters_with_rules()


def test_two_neighbours_tell_which_rules_may_hold() -> None:
    made, _ = read_rules(
        "只\t只\t(?:一二|三)$\t\n只\t隻\t\t[鸟鱼]\n只\t只\t(?:^|。)$\t好?\n只\t只\t.$\t(?=鱼)鱼\n"
    )
    rules = Rules(made["只"])

    assert len(rules) == 4
    assert list(rules.between("二", "鸟")) == [0, 1]
    assert list(rules.between("三", "")) == [0]
    assert list(rules.between("一", "鱼")) == [1, 3]
    assert list(rules.between("", "好")) == [2]
    assert list(rules.between("。", "鱼")) == [1, 2, 3]


def test_a_range_of_characters_is_no_list_of_words() -> None:
    """[0-9] is any digit, not a nought, a dash and a nine."""
    rules, _ = read_rules("只\t只\t[0-9]$\t适用\n于\t于\t[甲乙丙]$\t")
    (digit,) = Rules(rules["只"])
    (listed,) = Rules(rules["于"])

    assert digit == ("只", ("", "[0-9]$", frozenset("0123456789")), ("适用", "", None), "")
    assert listed == ("于", ("甲|乙|丙", "", None), ("", "", None), "")
