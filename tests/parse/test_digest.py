"""Digests (文摘): many short pieces, each with where it was taken from."""

from __future__ import annotations

import pytest

from converter.model import Box, Figure, Heading, Paragraph, Role
from converter.names import split_names
from converter.parse.boxes import is_digest
from converter.parse.byline import read_byline
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

HEAD = "芦笛文摘\n\n2011/3\n\n主办 河湾镇文化站\n\n主编 沈 一帆\n\n编辑 何 小满\n\n地址 河湾镇南街3号\n\n定价 3.00元\n\n"
CONTENTS = (
    "目 录\n\n卷首语 半截铅笔 陆 遥 2\n\n家 常\n\n祖母的算盘 唐 果 3\n\n言 论 4\n\n见 闻\n\n"
    "修钟的人 [波兰] 安·科瓦奇 5\n\n点 滴 6\n\n笑 林 7\n\n"
)
TEXT = "镇上的钟表铺开了四十年，门前的石阶被踩得中间低两头高，下雨的时候总要积一小洼水。"
MORE = "铺子里的钟各走各的，谁也不等谁，掌柜的说这样才热闹，要是一齐敲响，反倒要吓着人。"
LAST = "后来铺子关了门，钟一只一只被人领走，只剩下墙上的钉子，还照原来的样子排成三行。"
BODY = (
    f"卷首语\n\n半截铅笔\n\n□陆 遥\n\n{TEXT}\n\n{MORE} （摘自《河湾晚报》2010年5月2日）\n\n·2·\n\n"
    f"家 常\n\n祖母的算盘\n\n□唐 果 图／石 头\n\n{TEXT}\n\n{MORE[:30]}\n\n针脚\n\n"
    f"针脚细的人话少，针脚粗的人嗓门大，补在一件衣裳上，谁也不嫌弃谁。（何小满辑）\n\n{MORE[30:]}\n\n{LAST}\n\n"
    "（摘自《南街散文》2010年第4期）\n\n·3·\n\n"
    "言 论\n\n钟走得慢，是因为它数得认真。（一位修表匠）\n\n伞借出去容易，雨借不出去。（网友“半边云”）\n\n（何 小满辑）\n\n·4·\n\n"
    f"见 闻\n\n漫画《上弦》：“您先转，我后转。” 石 头／作\n\n修钟的人\n\n□[波兰]安·科瓦奇 林远译\n\n1\n\n{TEXT}\n\n2\n\n{MORE}\n\n3\n\n{LAST} （摘自《外国短篇百种》）\n\n"
    f"两把钥匙\n\n一把开门，一把开心。开门的那把常丢，开心的那把没有人配过。（摘自《枕边集》）\n\n·5·\n\n"
    f"点 滴\n\n石臼\n\n{TEXT}\n\n（摘自《百字集》 高 岚／文）\n\n门环\n\n{MORE}（摘自《短札》 方 圆／文）\n\n·6·\n\n"
    f"笑 林\n\n称重\n\n小明问：“秤也会累吗？”爷爷说：“会，你一上去它就叫唤。”\n\n问路\n\n路人说：“一直走，走到走不动就到了。”问路的说：“我已经走不动了。”\n\n（何 小满辑）\n\n·7·\n"
)


def test_columns_that_are_listed_by_their_own_names_are_sections_of_their_own() -> None:
    issue = restored(HEAD + CONTENTS + BODY).issue
    assert [
        (issue.section_names[a.section] if a.section >= 0 else "", a.title[0].value)
        for a in issue.articles
    ] == [
        ("卷首语", "半截铅笔"),
        ("家常", "祖母的算盘"),
        ("言论", "言论"),
        ("见闻", "修钟的人"),
        ("", "两把钥匙"),
        ("点滴", "点滴"),
        ("笑林", "笑林"),
    ]


def test_the_source_stands_apart_from_the_last_sentence() -> None:
    first = restored(HEAD + CONTENTS + BODY).issue.articles[0]
    credit = first.back[-1]
    assert isinstance(credit, Paragraph)
    assert (credit.role, credit.text.value) == (
        Role.CREDIT,
        "（摘自《河湾晚报》2010年5月2日）",
    )
    assert isinstance(first.blocks[-1], Paragraph)
    assert first.blocks[-1].text.value == MORE


def test_a_signed_filler_cuts_a_sentence_in_two() -> None:
    article = restored(HEAD + CONTENTS + BODY).issue.articles[1]
    boxes = [block for block in article.blocks if isinstance(block, Box)]
    texts = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert [(box.label, box.title and box.title.value) for box in boxes] == [("", "针脚")]
    assert boxes[0].attribution is not None
    assert boxes[0].attribution.text.value == "何小满辑"
    assert texts == [TEXT, MORE, LAST]


def test_what_has_a_source_of_its_own_below_that_of_an_article_is_a_filler() -> None:
    issue = restored(HEAD + CONTENTS + BODY).issue
    filler = issue.articles[4]
    assert filler.bylines == ()
    assert [b.text.value for b in (*filler.blocks, *filler.back) if isinstance(b, Paragraph)] == [
        "一把开门，一把开心。开门的那把常丢，开心的那把没有人配过。",
        "（摘自《枕边集》）",
    ]


def test_chapters_that_count_from_one_are_no_folios() -> None:
    article = restored(HEAD + CONTENTS + BODY).issue.articles[3]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == ["1", "2", "3"]
    assert [author.name for line in article.bylines for author in line.authors] == [
        "安·科瓦奇",
        "林远",
    ]


def test_pieces_with_sources_under_the_name_of_a_column_are_no_boxes() -> None:
    article = restored(HEAD + CONTENTS + BODY).issue.articles[5]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == ["石臼", "门环"]
    assert not any(isinstance(block, Box) for block in article.blocks)


def test_a_caption_says_what_kind_of_picture_it_is() -> None:
    issue = restored(HEAD + CONTENTS + BODY).issue
    figures = [b for a in issue.articles for b in a.blocks if isinstance(b, Figure)]
    assert [f.caption.value for f in figures] == ["漫画《上弦》：“您先转，我后转。” 石 头／作"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("何 以宁", ("何以宁",)),
        ("林晓楠 何 以宁", ("林晓楠", "何以宁")),
        ("王 方 李明", ("王方", "李明")),
        ("元/千克", None),
    ],
)
def test_a_surname_apart_from_two_characters(text: str, names: tuple[str, ...] | None) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("□梁小满 图／庄木", ["梁小满"]),
        ("□李四　王五　摄影：赵六", ["李四", "王五"]),
        ("□本刊特约作者 丁 如海", ["丁如海"]),
        ("企劃／本刊編輯部", ["本刊編輯部"]),
        ("□[捷克]卡·维索卡 林一川译", ["卡·维索卡", "林一川"]),
    ],
)
def test_bylines_of_digests(text: str, authors: list[str]) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [author.name for author in reading.authors] == authors


def test_a_source_that_its_column_breaks_closes_an_article_of_a_digest() -> None:
    def part(*texts: str) -> list[Unit]:
        return [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]

    broken = part(TEXT, "（林远摘自《河湾晚报》2010年5月2日，石", "头图）")
    whole = part(TEXT, "（摘自《南街散文》2010年第4期）")
    aside = part(TEXT, "（他说到这里停了一下，看看窗", "外）")
    assert is_digest([broken, whole, broken])
    assert not is_digest([aside, whole, aside])


@pytest.mark.parametrize("frame", ["｜{}｜", "|{}|"])
def test_the_name_of_a_section_between_bars_is_the_title_of_its_only_piece(frame: str) -> None:
    named = BODY.replace("言 论\n", frame.format("言论") + "\n")
    assert named != BODY
    issue = restored(HEAD + CONTENTS + named).issue
    assert "言论" in ["".join(line.value for line in article.title) for article in issue.articles]
