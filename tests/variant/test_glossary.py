"""Glossaries: their two formats, their order, what is unused or in conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.cli.main import main
from converter.diagnostics import MissingInputError, ModelFormatError
from converter.pipeline import glossaries_beside
from converter.variant import Glossary
from tests.variant.made import HK, TW, codes, converted, glossary, tw

TOML = """
[terms]
"信息" = "資訊"
"信息化部" = "信息化部"

[names]
"于洋" = "於洋"

[zh-Hant-HK.terms]
"信息" = "訊息"
"""


def test_toml_and_opencc_formats_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text('[terms]\n"信息" = "資訊"\n', encoding="utf-8")
    (tmp_path / "one.txt").write_text("# of ours\n信息\t資訊 訊息\n", encoding="utf-8-sig")

    for name in ("one.toml", "one.txt"):
        assert tw("信息发布", glossaries=[Glossary.load(tmp_path / name)]) == "資訊發布"


def test_the_longest_word_wins_whatever_the_order(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(TOML, encoding="utf-8")

    made, report = converted("信息化部的信息，于洋", glossaries=[Glossary.load(path)])

    assert made == ["信息化部的資訊，於洋"]
    assert [(use.source, use.count, use.origin) for use in report.glossary] == [
        ("于洋", 1, "words.toml:7"),
        ("信息", 1, "words.toml:3"),
        ("信息化部", 1, "words.toml:4"),
    ]


def test_an_entry_of_the_edition_wins_over_the_general_one(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(TOML, encoding="utf-8")

    assert converted("信息", edition=HK, glossaries=[Glossary.load(path)])[0] == ["訊息"]
    assert converted("信息", edition=TW, glossaries=[Glossary.load(path)])[0] == ["資訊"]


def test_a_glossary_goes_before_phrases_names_and_vocabulary() -> None:
    words = glossary(("头发", "頭毛"), ("范长江", "范長江水"), ("软件", "軟體包"))

    made, _ = converted(
        "范长江的头发与软件", authors=["范长江"], glossaries=[words], vocabulary=True
    )

    assert made == ["范長江水的頭毛與軟體包"]


def test_of_two_glossaries_the_first_wins_and_the_conflict_is_told() -> None:
    one, two = glossary(("台账", "台帳"), name="a.toml"), glossary(("台账", "賬冊"), name="b.txt")

    made, report = converted("台账", glossaries=[one, two])

    assert made == ["台帳"]
    assert codes(report) == ["VAR005"]
    assert report.diagnostics[0].message("en") == (
        "two glossary entries disagree on 台账: 台帳 (a.toml:1) was used, 賬冊 (b.txt:1) was not"
    )


def test_an_entry_that_matches_nothing_is_told() -> None:
    made, report = converted("天晴", glossaries=[glossary(("雨天", "雨日"))])

    assert made == ["天晴"]
    assert [(use.source, use.count) for use in report.unused] == [("雨天", 0)]
    assert codes(report) == ["VAR006"]
    assert report.diagnostics[0].message("zh") == "词汇表条目“雨天→雨日”（terms.toml:1）没有用到"


def test_a_word_of_another_length_moves_the_marks_after_it() -> None:
    words = glossary(("出租车", "的士"))

    made, _ = converted("出租车上的{strong:灯}", glossaries=[words])

    assert made == ["的士上的燈"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.txt", "信息 資訊\n", "a.txt:1: expected a tab between the word and what it becomes"),
        ("a.txt", "好\t好\n信息\t\n", "a.txt:2: “信息” has nothing that it becomes"),
        ("a.toml", "[words]\n'信' = '信'\n", "a.toml:1: unknown table [words]; there are terms, "),
        ("a.toml", "[terms]\n'信' = 3\n", "a.toml:2: “信” must become a text in quotation marks"),
        ("a.toml", "[terms\n", "a.toml:1"),
    ],
)
def test_a_fault_is_told_with_its_line(name: str, text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ModelFormatError) as caught:
        Glossary.load(path)

    assert message in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"cannot read the glossary .*none.toml: no such"):
        Glossary.load(tmp_path / "none.toml")
    (tmp_path / "big5.txt").write_bytes("# a\n資訊\t資訊\n".encode("big5"))
    with pytest.raises(ModelFormatError, match=r"big5.txt:2: a glossary must be UTF-8"):
        Glossary.load(tmp_path / "big5.txt")


def test_glossaries_beside_the_issue_apply_after_the_command_line(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = tmp_path / "05.txt"
    issue.write_bytes(sample.read_bytes())
    (tmp_path / "glossary.txt").write_text("澄州\t澄府\n梧桐\t梧桐樹\n", encoding="utf-8")
    (tmp_path / "05.glossary.toml").write_text('[terms]\n"澄州" = "澄城"\n', encoding="utf-8")
    (tmp_path / "mine.txt").write_text("澄州\t澄邑\n", encoding="utf-8")
    (tmp_path / "06.glossary.toml").write_text("nonsense", encoding="utf-8")

    assert [path.name for path in glossaries_beside(issue)] == ["05.glossary.toml", "glossary.txt"]
    main(["check", str(issue), "--traditional", "tw"])
    beside = capsys.readouterr().out
    main(["check", str(issue), "--traditional", "tw", "--glossary", str(tmp_path / "mine.txt")])
    given = capsys.readouterr().out

    assert "“澄州” → “澄城” (05.glossary.toml:2, " in beside
    assert "“梧桐” → “梧桐樹” (glossary.txt:2, " in beside
    assert "“澄州” → “澄邑” (mine.txt:1, " in given
    assert "VAR005 two glossary entries disagree on 澄州" in given
