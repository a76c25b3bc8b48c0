"""Titles break between words, and their text stays as it is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.epub import EpubOptions, write_epub
from converter.epub.words import word_breaks
from converter.model import Article, Issue, Text
from converter.profile import Profile
from converter.resources import Resources
from tests.support.epub import NAMESPACES, Epub
from tests.support.issues import FRAGMENTS, marked, paragraph

CORPUS = (
    "河湾镇的渡口在镇东。渡口的灯是邮递员点的，邮递员每天从渡口出发。河湾镇有四座桥，"
    "桥上的灯也归邮递员管。清晨的渡口没有人，清晨的桥上也没有人，只有邮递员和灯。"
)


def parts(text: str, corpus: str = CORPUS) -> list[str]:
    places = [0, *word_breaks(text, corpus), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


def test_words_that_the_article_uses_stay_whole() -> None:
    found = parts("清晨的渡口没有邮递员和灯")
    assert "|".join(found).replace("|", "") == "清晨的渡口没有邮递员和灯"
    for word in ("清晨", "渡口", "邮递员"):
        assert any(word in part for part in found), found
    assert len(found) >= 3


@pytest.mark.parametrize(
    "title", ["“路怒”二字怎么写", "《渡口》与《桥》", "为什么？因为灯。", "PM2.5与5G时代的河流"]
)
def test_no_mark_is_torn_from_what_it_belongs_to(title: str) -> None:
    for part in parts(title):
        assert part[0] not in "”》）？。，、"
        assert part[-1] not in "“《（"
    assert not any(part.endswith(("PM", "2", "5")) for part in parts(title)[:-1])


@pytest.mark.parametrize("corpus", ["", CORPUS])
def test_a_short_term_in_quotation_marks_stays_whole(corpus: str) -> None:
    found = parts("从“渡口册”到“灯火谱”：《河湾志》里的清晨", corpus)
    for term in ("“渡口册”", "“灯火谱”", "《河湾志》"):
        assert any(term in part for part in found), found


def test_no_stretch_is_too_long_for_a_narrow_screen() -> None:
    assert max(map(len, parts("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", ""))) <= 8


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join), st.sampled_from(["", CORPUS]))
def test_any_text_is_parted_in_order(text: str, corpus: str) -> None:
    places = [0, *word_breaks(text, corpus), len(text)] if text else [0]
    assert places == sorted(set(places))


def test_the_page_marks_the_places_and_keeps_the_text(tmp_path: Path) -> None:
    title = "清晨的渡口没有邮递员和灯"
    article = Article(
        "a01",
        (Text(title), marked("{note-ref=n1:①}桥上的灯也归邮递员管")),
        blocks=(paragraph(CORPUS),),
    )
    options = EpubOptions(Profile(), Resources(), cover=Path(__file__).with_name("cover.png"))
    write_epub(Issue(articles=(article,)), tmp_path / "book.epub", options)
    page = Epub(tmp_path / "book.epub").tree("EPUB/a01.xhtml")
    first, second = page.xpath("//x:h1/x:span", namespaces=NAMESPACES)
    assert "".join(first.itertext()) == title
    assert first.xpath("./x:wbr", namespaces=NAMESPACES)
    assert "".join(second.itertext()) == "①桥上的灯也归邮递员管"


def test_a_title_parts_no_number_from_what_it_counts(tmp_path: Path) -> None:
    article = Article("a01", (Text("清晨的渡口修补 1 例"),), blocks=(paragraph(CORPUS),))
    options = EpubOptions(Profile(), Resources(), cover=Path(__file__).with_name("cover.png"))
    write_epub(Issue(articles=(article,)), tmp_path / "book.epub", options)
    page = Epub(tmp_path / "book.epub").tree("EPUB/a01.xhtml")
    assert page.xpath("string(//x:h1//x:span[@class='whole'])", namespaces=NAMESPACES) == "1 例"
