"""A Traditional monthly that sets strokes for colons, and names of sections beside their titles."""

from __future__ import annotations

from functools import cache

from converter.model import Box, Figure, Issue, MastheadKind, Paragraph, Role
from converter.parse.credits import read_credits
from converter.parse.masthead import parse_masthead
from converter.source import Line
from tests.support.restored import restored

HEAD = (
    "竹篙\n\n山村・生活・月刊\n\n民國112年5月號　第七卷第五期　總號第 81 期\n中華民國一一二年五月一日出版\n\n"
    "發 行 人／林 阿 水\n總 編 輯／陳若山\n採訪編輯／張見微、李遠\n法律顧問／王正心律師\n\n"
    "發行所／竹篙文化有限公司\n地　址／湖東縣北山鄉老街 8 號\n劃撥帳號／00081234　戶名／竹篙文化有限公司\n"
    "ISSN 9912-3040\n定　價／新台幣120元\n\n"
)
CONTENTS = (
    "目 錄\n\n封面故事\n\n04 老街的屋簷 採訪・撰文／張見微\n\n人物\n\n08 把鐘聲留在山裡\n專訪敲鐘人周石磊 採訪・撰文／李遠\n\n"
    "廚房 12 一罐醬油要走多遠 文／張見微\n\n居民信箱 16\n\n"
)
LONG = "老街在山腰上拐了三個彎，屋簷一間接著一間，下雨的日子從街頭走到街尾，肩膀上不會沾到一滴水，孩子們就在屋簷下跳房子。"
CUT = "每一間屋子都留著一根竹篙，靠在門後，晾衣服的時候才拿出來，去年有三"
REST = "十八戶人家換成了鋁的，老人家嫌它沒有聲音，夜裡聽不見風。"
APART = "老街現有屋舍七十二間。其中仍有人居住的四十一間，開店的十三間，其餘空著；空屋的屋頂由街坊每年清明輪流檢修。"
PICTURE = "1958年的老街，右邊有竹棚的便是醬園。（北山鄉土史研究會藏）"


@cache
def issue() -> Issue:
    body = (
        f"老街的屋簷\n\n採訪・撰文／張見微\n\n{LONG}\n\n{CUT}\n\n{APART}\n\n{REST}\n\n{LONG[:40]}。\n\n"
        f"把鐘聲留在山裡\n專訪敲鐘人周石磊\n\n採訪・撰文／李遠\n\n{LONG}\n\n"
        f"一罐醬油要走多遠\n\n文／張見微\n\n{LONG[:47]}\n\n{PICTURE}\n\n{LONG[47:]}\n\n"
        "【動手做】陽台上的豆子\n\n材料：黃豆半斤，粗鹽二兩。\n\n做法：豆子蒸熟，拌上麵粉，晾到長出黃衣。\n\n提醒：下雨天收進屋裡。\n\n"
        f"{LONG}\n\n居民信箱\n\n編輯先生：\n\n{LONG}\n\n北山鄉　周小滿　民國一一二年四月八日\n\n"
        "本刊回覆：謝謝周先生，已經轉告作者。\n"
    )
    return restored(HEAD + CONTENTS + body).issue


def article(number: int) -> list[object]:
    return list(issue().articles[number].blocks)


def test_strokes_stand_for_the_colons_of_a_masthead() -> None:
    masthead = parse_masthead([Line(at, text) for at, text in enumerate(HEAD.split("\n"), 1)])
    told = {entry.label: entry.values for entry in masthead.entries if entry.label}
    assert told["總編輯"] == ("陳若山",)
    assert told["採訪編輯"] == ("張見微", "李遠")
    assert told["劃撥帳號"] == ("00081234",)
    assert told["戶名"] == ("竹篙文化有限公司",)
    assert masthead.title == "竹篙"
    assert any(entry.kind is MastheadKind.ISSN for entry in masthead.entries)


def test_two_labels_with_a_stroke_between_them_are_one() -> None:
    masthead = parse_masthead([Line(1, "主编/编辑 何若溪"), Line(2, "2021年第3期")])
    assert [entry.label for entry in masthead.entries][:1] == ["主编/编辑"]


def test_a_subtitle_before_the_credits_of_the_contents_is_no_name() -> None:
    assert read_credits("專訪敲鐘人周石磊 採訪・撰文／李遠") is None
    entry = issue().contents.sections[1].entries[0]
    assert (entry.title, entry.subtitle) == (("把鐘聲留在山裡",), "專訪敲鐘人周石磊")


def test_a_section_stands_before_the_page_of_its_one_title() -> None:
    made = issue()
    names = [made.section_names[one.section] for one in made.articles]
    assert names == ["封面故事", "人物", "廚房", "居民信箱"]


def test_a_paragraph_within_a_sentence_that_goes_on_below_is_a_box() -> None:
    blocks = article(0)
    box = next(block for block in blocks if isinstance(block, Box))
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [APART]
    texts = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert CUT + REST in texts


def test_a_caption_tells_who_keeps_the_picture() -> None:
    blocks = article(2)
    assert [block.caption.value for block in blocks if isinstance(block, Figure)] == [PICTURE]
    assert LONG in [block.text.value for block in blocks if isinstance(block, Paragraph)]


def test_a_framed_name_and_a_title_over_labelled_items_are_a_box() -> None:
    box = next(block for block in article(2) if isinstance(block, Box))
    assert (box.label, box.title and box.title.value) == ("動手做", "陽台上的豆子")
    assert len(box.blocks) == 3


def test_place_name_and_date_on_one_line_sign_a_letter() -> None:
    signed = [
        block.text.value
        for block in article(3)
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
    ]
    assert signed == ["北山鄉 周小滿 民國一一二年四月八日"]
