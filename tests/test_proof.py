"""Where a pull quote departs from its source is found the same way however much is asked."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from converter.diagnostics import Span
from converter.model import (
    Article,
    Issue,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Paragraph,
    PullQuote,
    Text,
)
from converter.parse.account import take_account
from converter.proof import checks, proof
from converter.source import Line
from tests.support.drawn import drawn

FEW = st.text("山水、一", max_size=60)


@drawn(100)
@given(FEW, st.lists(FEW, max_size=4))
def test_pieces_are_found_alike_one_by_one_and_all_at_once(body: str, quotes: list[str]) -> None:
    grams = {gram for quote in quotes for gram in checks._grams(quote) if len(gram) == 6}
    filler = {f"{number:06}" for number in range(200)}
    few, many = checks._places(grams, body), checks._places(grams | filler, body)
    assert few == {gram: many[gram] for gram in grams}


def test_a_changed_word_of_each_of_many_quotations_is_told() -> None:
    said = [f"货船在清晨靠上了石桥边的码头，船工们系好了第{number}根缆绳" for number in range(90)]
    body = tuple(Paragraph(Text(text + "。")) for text in said)
    changed = tuple(
        PullQuote((Text(text.replace("清晨", "傍晚")),), spans=(Span.line(number + 1),))
        for number, text in enumerate(said)
    )
    article = Article("a1", (Text("码头"),), pull_quotes=changed, blocks=body)
    found = [d for d in proof(Issue(articles=(article,))) if d.code == "PRF001"]
    assert [d.line for d in found] == list(range(1, 91))
    assert all("傍晚" in dict(d.args)["quote"] and "清晨" in dict(d.args)["body"] for d in found)


def test_what_a_masthead_lacks_is_told_in_each_language() -> None:
    masthead = Masthead("渡口", entries=(MastheadEntry(MastheadKind.PRICE, "定价", ("8元",)),))
    (told,) = proof(Issue(masthead))
    assert told.message() == "the masthead does not tell: year, issue number"
    assert told.message("zh") == "版权页缺少：年份、期号"


def test_a_quotation_in_words_of_its_own_is_told_of_no_difference() -> None:
    body = (
        "货船在清晨靠上了石桥边的码头，船工们系好缆绳，把一筐筐盐抬到岸上，记账的人早就等在那里了。"
    )
    own = "把一筐筐盐抬到岸上，靠的是力气；把一笔笔账记在本子里，靠的是良心。"
    quotes = tuple(PullQuote((Text(text),), spans=(Span.line(1),)) for text in (own, body[:13]))
    article = Article("a1", (Text("码头"),), pull_quotes=quotes, blocks=(Paragraph(Text(body)),))
    assert [d for d in proof(Issue(articles=(article,))) if d.code == "PRF001"] == []


def test_a_quotation_may_put_sentences_together_that_stand_apart() -> None:
    one = "货船在清晨靠上了石桥边的码头，谁也没有喊。"
    other = "记账的人早就等在那里，把每一筐盐都过一遍秤。"
    body = tuple(Paragraph(Text(text)) for text in (f"{one}船工们系好了缆绳。", f"天亮了。{other}"))
    for said, told in ((one + other, []), (one + other.replace("每", "毎"), [2])):
        quotes = (PullQuote((Text(said),), spans=(Span.line(2),)),)
        article = Article("a1", (Text("码头"),), pull_quotes=quotes, blocks=body)
        found = [d for d in proof(Issue(articles=(article,))) if d.code == "PRF001"]
        assert [d.line for d in found] == told


@drawn(100)
@given(st.lists(FEW, max_size=6), st.lists(FEW, max_size=6), st.data())
def test_the_account_is_that_of_counting_every_character(
    lines: list[str], others: list[str], data: st.DataObject
) -> None:
    whole = data.draw(st.permutations([*lines, *others]))
    texts = ["".join(whole[at : at + 3]) for at in range(0, len(whole), 2)]
    blocks = tuple(Paragraph(Text(text)) for text in texts)
    issue = Issue(articles=(Article("a1", (), blocks=blocks),))
    account = take_account([Line(at + 1, text) for at, text in enumerate(lines)], issue)
    difference = Counter("".join(lines))
    difference.subtract(Counter("".join(texts)))
    assert account.missing == "".join(sorted((+difference).elements()))
    assert account.surplus == "".join(sorted((-difference).elements()))


def test_the_number_of_an_item_needs_no_opening_bracket() -> None:
    told = ("1）布料用温水浸透；2）下缸翻动。", "a）出缸，见风。", "晾干）再下一缸。")
    blocks = tuple(Paragraph(Text(text), spans=(Span.line(5),)) for text in told)
    found = proof(Issue(articles=(Article("a1", (Text("染蓝"),), blocks=blocks),)))
    assert [dict(d.args)["text"] for d in found if d.code == "PRF003"] == ["晾干）"]
