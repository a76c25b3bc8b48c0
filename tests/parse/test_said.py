"""Pull quotes with the name of who says it, and those set in short lines."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph, PullQuote
from converter.parse.said import signed_to, speaker_of
from converter.pipeline import restore


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("——马成岭，救护车驾驶员", "马成岭"),
        ("——沈若谷", "沈若谷"),
        ("一一何守拙", "何守拙"),
        ("——摘自《水渠记》", ""),
        ("——那一年的水特别大", ""),
        ("何守拙", ""),
    ],
)
def test_who_stands_behind_a_dash(line: str, name: str) -> None:
    assert speaker_of(line) == name


def test_a_few_lines_and_a_name_that_the_text_knows() -> None:
    texts = ["水渠不怕长，", "就怕没有人清淤", "——张长水，管水员", "渠水进了稻田。"]
    for broken in (True, False):
        assert signed_to(texts, broken=broken, known=lambda name: name == "张长水") == 2
        assert signed_to(texts, broken=broken, known=lambda _: False) == 0
    two = ["水渠不长。", "淤泥很多。", "——张长水"]
    assert signed_to(two, broken=False, known=lambda _: True) == 0
    assert signed_to(["水" * 60, "——张长水"], broken=True, known=lambda _: True) == 0


def article(*lines: str) -> Article:
    head = ["目录", "1 水渠记 李山", "", "水渠记", "李山", ""]
    return restore("\n".join([*head, *lines]).encode(), name="x.txt").issue.articles[0]


def blocks(found: Article) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    for block in found.blocks:
        if isinstance(block, PullQuote):
            told.append((block.type, "".join(text.value for text in block.paragraphs)))
        elif isinstance(block, Paragraph):
            told.append((block.type, block.text.value))
    return told


WRAPPED = (
    "水渠修了三年，从水库一直修到后山脚下的稻田边上，",
    "沿途的十一个村子都出了工。管水的张长水每天走一遍，",
    "看见渗水的地方就插一面小红旗，第二天再带人来补上。",
    "他说自己这辈子没有走过这么长的路，也没有看过这么",
)
REST = (
    "多的水。到了放水那一天，他反倒没有去看，一个人在家",
    "里睡了整整一天，醒来时水已经流到了后山的稻田里面。",
    "稻田的主人们都站在田埂上，等着看自己家的那一道口子",
    "什么时候见水，等了半天，水从下头漫上来，全湿了鞋。",
)


@pytest.mark.parametrize("between", [(), ("",)])
def test_lines_with_a_name_within_a_column(between: tuple[str, ...]) -> None:
    quote = ("水来得快，是因为渠直；", "水来得慢，也是因为渠直", "——张长水，管水员")
    found = blocks(article(*WRAPPED, *between, *quote, *between, *REST))
    assert ("pull-quote", "水来得快，是因为渠直；水来得慢，也是因为渠直") in found
    assert any("看过这么多的水。" in text for _, text in found)


def test_two_short_lines_between_blank_ones_that_say_again_what_somebody_said() -> None:
    said = "“渠修得一点都没错，”他说，“可是水就是不肯往这边流。”"
    found = blocks(
        article(
            *WRAPPED, *REST, said, "", "渠修得一点都没错，可是", "水就是不肯往这边流。", "", *REST
        )
    )
    assert ("pull-quote", "渠修得一点都没错，可是水就是不肯往这边流。") in found


def test_what_the_text_does_not_know_is_a_signature() -> None:
    letter = ("编辑部：", "渠里的水清了，谢谢你们写了那篇文章。", "——王小雨")
    assert not any(
        kind == "pull-quote" for kind, _ in blocks(article(*WRAPPED, *REST, "", *letter))
    )


def test_short_lines_behind_a_comma_within_a_sentence_that_goes_on_no_worse_below() -> None:
    above = (
        "水渠修了三年，从水库一直修到后山脚下的稻田边上，沿途的十一个村子都出了工。",
        "管水的人每天走一遍，看见渗水的地方就插一面小红旗，第二天再带人来补上。",
        "到了放水那一天，他一个人在家里睡了整整一天，醒来时水已经流到稻田里面。",
    )
    cut = "稻田的主人们都站在田埂上，等着自己家的那一道口子见水，等了半天，一共等湿了四十二双鞋，"
    quote = "宁可渠修得慢些，不可渠修\n得短些；短了的渠，等于没\n有修。"
    rest = "另外丢了三把铁锹。"
    last = "后来村里把那一天定作放水节，每年都有人穿着旧鞋到田埂上去站一站。"
    found = blocks(article("\n\n".join([*above, cut, quote, rest, last])))
    assert ("paragraph", cut + rest) in found
    assert ("pull-quote", quote.replace("\n", "")) in found
