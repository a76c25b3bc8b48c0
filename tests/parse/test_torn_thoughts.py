"""Pull quotes and other short sentences that a blank line has parted."""

from __future__ import annotations

import pytest

from converter.model import Block, Issue, MarkKind, Paragraph
from converter.parse.issue.torn_thoughts import with_thoughts_whole
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line
from tests.support.blocks import quotes, texts
from tests.support.ferry import FIRST, REST, WHOLE
from tests.support.restored import restored

LAST = "入冬以后水浅，渡船要绕过沙洲走，多花半袋烟的工夫，等船的人就在石阶上生一堆火，谁来了都让出一个位置。"


def issue(text: str) -> Issue:
    return restored(f"渡口\n\n张水\n\n{WHOLE}{WHOLE}\n\n{text}\n\n{LAST}").issue


def blocks(found: Issue) -> list[Block]:
    return [block for article in found.articles for block in article.blocks]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("船走得慢一点不要紧，要", "紧的是人人都还在说话。"),
        ("船走得慢一点不要紧", "，要紧的是人人都还在说话。"),
        ("船走得慢一点，船上的人就多说一会儿；", "船走得快了，话就只能留到对岸再说。"),
    ],
)
def test_the_halves_of_a_pull_quote_are_one(above: str, below: str) -> None:
    """Which is one because the article says it."""
    told = f"老人常说，{above}{below}说完他就去添灯油。"
    made = issue(f"{told}\n\n{FIRST}{REST}\n\n{above}\n\n{below}")
    assert quotes(made) == [above + below]


def test_a_paragraph_goes_on_below_a_pull_quote_that_cuts_it() -> None:
    """A short half of a sentence stands above the quotation, and carries on below it."""
    said = "船走得慢一点不要紧，要紧的是人人都还在说话。"
    told = f"老人常说，{said}说完他就去添灯油。"
    cut = "三十一级石阶，最下面两级浸在", "水里，长着青苔，谁也没有去刮。"
    made = issue(f"{told}\n\n{cut[0]}\n\n{said}\n\n{cut[1]}")
    assert quotes(made) == [said]
    assert "".join(cut) in texts(made)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("灯油账", "灯油一年十二斤，年底由船家凑钱还清。"),
        ("桨声，灯影，还有谁", "记者：您在渡口上摆了多少年渡？"),
        ("——镇上的老木匠在渡口说", "木桨要在水里泡足两个冬天。"),
    ],
)
def test_a_line_over_a_short_paragraph_is_no_half_of_it(above: str, below: str) -> None:
    made = issue(f"{above}\n\n{below}")
    assert not any(above.lstrip("—") + below in text for text in (*texts(made), *quotes(made)))


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        ("摆渡的人四十年来从不知", "道疲倦。", True),
        ("桨声一下数一下，", "灯影一寸长一寸。", False),
        ("桨声听得见的地", "地方不算远。", False),
    ],
)
def test_what_is_one_sentence(above: str, below: str, *, one: bool) -> None:
    """Verse is not, nor what is read on both sides of a seam, where it heals otherwise."""
    texts = [f"{WHOLE}{WHOLE}", above, below, LAST]
    units = [Unit((Line(at * 2, text),), text, gap=True) for at, text in enumerate(texts, 1)]
    made = with_thoughts_whole(units, Profile())
    assert (above + below in [unit.text for unit in made]) is one


def test_a_short_paragraph_tells_where_its_page_was_cut() -> None:
    made = issue("缆绳一共有三根，最长的一根从来没\n\n有用过。")
    (seam,) = (
        mark.start
        for block in blocks(made)
        if isinstance(block, Paragraph) and block.text.value.startswith("缆绳一共")
        for mark in block.text.marks
        if mark.kind is MarkKind.SEAM
    )
    assert seam == len("缆绳一共有三根，最长的一根从来没")
