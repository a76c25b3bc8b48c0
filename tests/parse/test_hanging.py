"""Paragraphs whose first line stands out: turns of a talk, items, notes and captions."""

from __future__ import annotations

from converter.model import Box, Figure, Paragraph, Verse
from converter.parse.issue.hanging import hanging_paragraphs
from converter.source import Line
from tests.support.restored import restored

HEAD = "溪岸月刊\n2020年第3期\n\n目录\n3　修水车的人　　许满仓\n9　渡口的账　　方竹生\n\n"
MORE = (
    "　　渠水从上游的石坝下来，到村口分成两股，一股去磨坊，\n"
    "一股去田里。分水的木闸只有半人高，开多少、关多少，都\n"
    "写在祠堂的墙上，过了六十年还看得清楚，没有人改过。\n"
)
PROSE = (
    "　　镇上的水车从前有三十一座，如今能转的只剩四座，都\n"
    "是许师傅一个人在修。他说木头和人一样，歇久了骨头要\n"
    "疼，所以每年开春都要把车轮卸下来晒两天太阳。\n"
    "　　我们沿着渠走了一个上午，听他讲每一座水车的脾气。\n"
)
TURNS = (
    "问：您修的第一座水车还在吗？\n"
    "答：不在了。那座在我们村的坝边，车轮一丈二，能带十\n"
    "　　八分田的水。我二十六岁接手修它，修到第九年，抽\n"
    "　　水机来了，主人说不要修了。我没有烧，轴心还留着。\n"
    "　　现在是我家的饭桌腿。\n"
    "　　　　是后来才想明白的。抽水机快，一个钟头顶水车\n"
    "　　一天，可是抽水机不会停。\n"
    "问：选料有什么讲究？\n"
    "答：轴心要用青冈，叶板用杉木，榫头用枣木。木头锯好\n"
    "　　不能马上做，要先泡在溪里，泡到它喝饱，再拿上来\n"
)
REST = (
    "\n5\n\n"
    "　　阴干，让它把水吐出来。没有喝过水的木头一下水就开\n"
    "　　裂，第二年准要喊疼。\n"
    "问：还收徒弟吗？\n"
    "答：收同学。\n\n"
)
SECOND = "渡口的账\n\n方竹生\n\n" + PROSE.replace("水车", "渡船").replace("许师傅", "老方")


def _body(text: str, article: int = 0) -> list[str]:
    blocks = restored(text).issue.articles[article].blocks
    return [one.text.value for one in blocks if isinstance(one, Paragraph)]


def test_each_turn_is_whole_be_it_cut_by_a_page() -> None:
    body = _body(HEAD + "修水车的人\n\n许满仓\n\n" + PROSE + TURNS + REST + SECOND)
    turns = [text for text in body if text[:2] in ("问：", "答：")]
    assert [text[-7:] for text in turns] == [
        "一座水车还在吗？"[-7:],
        "我家的饭桌腿。",
        "料有什么讲究？",
        "二年准要喊疼。",
        "：还收徒弟吗？",
        "答：收同学。",
    ]
    assert "是后来才想明白的。抽水机快，一个钟头顶水车一天，可是抽水机不会停。" in body


def test_the_lines_of_a_column_do_not_hang() -> None:
    text = (PROSE * 4).split("\n")
    lines = [Line(at, line) for at, line in enumerate(text, 1)]
    assert hanging_paragraphs(lines, 25.0) == []


def test_headings_with_numbers_over_paragraphs_do_not_hang() -> None:
    heading = "一、三十一座水车如今能转的只剩四座，都在修\n"
    lines = [Line(at, line) for at, line in enumerate((heading + PROSE).split("\n") * 3, 1)]
    assert hanging_paragraphs(lines, 25.0) == []


def test_works_in_a_box_are_an_item_each() -> None:
    box = (
        "\n延　伸　阅　读\n"
        "《溪边洗衣记》，徐满秀口述、文史班整理，二〇一九\n　年自印，镇图书室可以借阅。\n"
        "〈一根竹竿的刻度〉，刊于本刊第二十七期，第十二页\n　至第十五页。\n\n"
    )
    blocks = restored(HEAD + "修水车的人\n\n许满仓\n\n" + PROSE + box + MORE + SECOND)
    (found,) = (one for one in blocks.issue.articles[0].blocks if isinstance(one, Box))
    assert found.label == "延伸阅读"
    texts = [one.text.value for one in found.blocks if isinstance(one, Paragraph)]
    assert [text[-5:] for text in texts] == ["可以借阅。", "第十五页。"]


def test_a_caption_of_two_lines_is_one() -> None:
    captions = "\n　▲许师傅自己做的量水竹竿，刻度用红漆\n　　重描了七次。（方竹生摄）\n\n"
    text = HEAD + "修水车的人\n\n许满仓\n\n" + PROSE + captions + MORE + captions + SECOND
    body = restored(text).issue.articles[0].blocks
    figures = [one for one in body if isinstance(one, Figure)]
    assert [one.caption.value[-11:] for one in figures] == ["描了七次。（方竹生摄）"] * 2


def test_a_quotation_from_a_work_stands_in_with_its_source() -> None:
    quoted = (
        "\n　　　渡船不是路。路在那里等你，渡船要你去等它。\n"
        "　　　等的时候，人才有空看见对岸。\n"
        "　　　　　　　　——《无名渡口》第五十七封\n\n"
    )
    body = restored(HEAD + "修水车的人\n\n许满仓\n\n" + PROSE + quoted + MORE + SECOND)
    (box,) = (one for one in body.issue.articles[0].blocks if isinstance(one, Box))
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [
        "渡船不是路。路在那里等你，渡船要你去等它。等的时候，人才有空看见对岸。"
    ]
    assert box.attribution is not None
    assert box.attribution.text.value == "《无名渡口》第五十七封"


def test_one_line_between_two_stanzas_is_verse() -> None:
    poem = (
        "　　　　大水来的那一夜\n　　　　桥把自己拆成两半，\n　　　　一半还站在这边\n"
        "　　　　等我下课，\n\n　　　　一半去看海了。\n\n　　　　明年他们要盖一座新的，\n"
        "　　　　水泥的，\n　　　　哪里也不会去的。\n"
    )
    made = restored(HEAD + "修水车的人\n\n许满仓\n\n" + PROSE + "\n" + poem + "\n" + SECOND)
    verses = [one for one in made.issue.articles[0].blocks if isinstance(one, Verse)]
    assert [len(one.lines) for one in verses] == [4, 1, 3]
