"""What weeklies and hobby monthlies have: who says it, tables with blanks, covers, replies to letters."""

from __future__ import annotations

import pytest

from converter.model import (
    Block,
    Box,
    Figure,
    Heading,
    Issue,
    Paragraph,
    PullQuote,
    Role,
    Table,
)
from converter.parse.masthead.numbers import issue_number, serial_number
from tests.support.restored import restored

ONE = "摆渡的人四十年里没有出过县，两岸的人却都由权叔送过，谁家嫁女，谁家还债，他在船上听得比在岸上多，听过也就放进水里了。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来，他说看不出来才叫修。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音，像有人在很远的地方说话。"
LAST = "水退下去以后，石阶一级一级露出来，老人把缆绳挂回桩上，等着对岸的灯亮起来，灯亮了，他就知道人到家了。"
IMPRINT = "河湾周刊\n2019年第3期\n主管：河东文化局\n主办：河东群众艺术馆\n主编：傅长林\n电话：0199-10227733\n\n"


def blocks(text: str) -> tuple[Block, ...]:
    made: Issue = restored(f"{IMPRINT}渡口纪事\n\n文／陆小满\n\n{text}").issue
    return made.articles[0].blocks


def wrapped(text: str) -> str:
    """A paragraph in lines of 21 em, the first one indented."""
    return (
        "　　" + text[:19] + "".join(f"\n{text[at : at + 21]}" for at in range(19, len(text), 21))
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_says_it_below_a_sentence_without_quotation_marks(gap: str) -> None:
    said = "水箱都上得了图，我们连水箱都不如。"
    made = blocks(f"{ONE}\n\n{said}{gap}——街坊权叔\n\n{TWO}\n\n{THREE}")
    quote = next(block for block in made if isinstance(block, PullQuote))
    assert [text.value for text in quote.paragraphs] == [said]
    assert quote.attribution is not None
    assert quote.attribution.text.value == "街坊权叔"


def test_some_clauses_of_what_somebody_says_at_length() -> None:
    said = "“飞机不会骗人。表会，天气预报会，自己的胆子也会。”"
    told = "他说：“飞机不会骗人。表会骗你，天气预报会骗你，有的时候自己的胆子也会骗你。”"
    made = blocks(f"{ONE}\n\n{said}\n\n{TWO}\n\n{told}{THREE}\n\n{LAST}")
    assert [block.paragraphs[0].value for block in made if isinstance(block, PullQuote)] == [said]


def test_a_number_and_what_it_counts_is_the_title_of_a_box() -> None:
    text = (
        f"{ONE}\n\n■数据库\n\n8416号机\n\n翼展18.2米，机长12.7米，最大起飞重量5500千克。\n\n{TWO}\n\n"
        f"■数据库\n\n坪坝机场\n\n跑道长900米，宽30米，海拔1240米，草坪可停六架。\n\n{THREE}"
    )
    titles = [block.title for block in blocks(text) if isinstance(block, Box)]
    assert [title and title.value for title in titles] == ["8416号机", "坪坝机场"]


ROWS = "厚袜棉鞋　　　218　　　21　　　9.6\n厚袜单鞋　　　197　　　38　　　19.3\n"


def test_a_table_with_blanks_whose_head_is_letter_spaced() -> None:
    head = "不同衣着学生的冻疮发生率（1986年冬）\n衣　着　　　人　数　　患　者　　百分率\n"
    text = f"{wrapped(ONE)}\n{head}{ROWS}三件事，现在就做\n{wrapped(TWO)}\n{wrapped(THREE)}\n"
    made = blocks(text)
    table = next(block for block in made if isinstance(block, Table))
    assert table.caption is not None
    assert table.caption.value == "不同衣着学生的冻疮发生率（1986年冬）"
    assert [cell.text.value for cell in table.rows[0]] == ["衣着", "人数", "患者", "百分率"]
    assert [block.text.value for block in made if isinstance(block, Heading)] == [
        "三件事，现在就做"
    ]


def test_a_table_with_blanks_below_its_caption_and_a_blank_line() -> None:
    text = f"{ONE}\n\n人口的三种算法\n\n来源　日期　人数　漏了谁\n普查　2006.07　1927　夜班工人\n登记　2009.03　1604　二房客\n\n{TWO}"
    table = next(block for block in blocks(text) if isinstance(block, Table))
    assert table.caption is not None
    assert table.caption.value == "人口的三种算法"


def test_the_caption_of_a_figure_with_a_number_in_words() -> None:
    above = "轧线的时候底下要垫一张报纸，轧完再把纸撕掉，毛衣就不会被压脚拉长，夜里也好认。"
    text = "\n".join(
        (
            *("\n".join(map(wrapped, (ONE, TWO, THREE))) for _ in range(4)),
            wrapped(above),
            "图一　开襟毛衣的轧线位置（虚线处为剪开线）",
            "三、袖子改护膝",
            wrapped(TWO),
        )
    )
    captions = [block.caption.value for block in blocks(text) if isinstance(block, Figure)]
    assert captions == ["图一 开襟毛衣的轧线位置（虚线处为剪开线）"]


def test_what_the_editors_reply_to_a_letter_has_a_heading() -> None:
    text = (
        f"编辑同志：\n\n{ONE}\n\n青山县　李顺成\n\n编者的话\n\n李顺成同志：\n\n{TWO}\n\n本刊编辑部"
    )
    made = blocks(text)
    assert [block.text.value for block in made if isinstance(block, Heading)] == ["编者的话"]
    assert not any(isinstance(block, Box) for block in made)


def test_a_sentence_on_the_cover_is_the_covers_though_an_article_says_it_again() -> None:
    said = "住在船上的人，最先看见太阳。"
    cover = (
        "河湾周刊\n\nNo. 382　　2009.05.14 - 05.20\n逢星期四出版\n\n"
        + said
        + "\n\n社长　　温少棠\n总编辑　麦怀远\n出版　　河湾出版社\n电话　　(852) 5550 0382\n\n"
    )
    contents = "目录\n\n14　渡口纪事　陆小满\n16　修碑上的字　白若溪\n18　田埂上听藕　傅长林\n\n"
    body = f"渡口纪事\n\n文：陆小满\n\n{ONE}{said}{TWO}\n\n修碑上的字\n\n文：白若溪\n\n{TWO}\n\n田埂上听藕\n\n文：傅长林\n\n{THREE}\n"
    made = restored(cover + contents + body).issue
    assert [quote.paragraphs[0].value for quote in made.cover_quotes] == [said]
    assert not made.articles[0].pull_quotes
    assert (made.masthead.number, made.masthead.serial) == ("382", 382)


def test_a_count_before_the_date() -> None:
    assert issue_number(["No. 12　　2009.05.14"]) == "12"
    assert serial_number(["No. 12　　2009.05.14"]) == 0
    assert serial_number(["No. 382　　2009.05.14"]) == 382


def test_the_contents_have_the_subtitle_on_a_line_of_its_own() -> None:
    contents = "目录\n\n14　渡口纪事\n　　文昌里重建，十二户何去何从　陆小满\n16　修碑上的字　白若溪\n18　田埂上听藕　傅长林\n\n"
    body = f"渡口纪事\n\n文昌里重建，十二户何去何从\n\n文：陆小满\n\n{ONE}\n\n修碑上的字\n\n文：白若溪\n\n{TWO}\n\n田埂上听藕\n\n文：傅长林\n\n{THREE}\n"
    first = restored(IMPRINT + contents + body).issue.articles[0]
    assert [line.value for line in first.title] == ["渡口纪事"]
    assert first.subtitle is not None
    assert first.subtitle.value == "文昌里重建，十二户何去何从"


def test_the_name_below_its_pinyin_and_above_what_the_magazine_is() -> None:
    cover = (
        "YUANSHOU\n\n援 手\n\n法律援助双月刊\n\n2010.10 第5期 （总第29期）\n\n主管 | 溪州市司法局\n"
        "主编 | 丰 小 满\n准印证 | 溪内资字第2010-077号\n电话 | 0012-148148\n出刊日期 | 2010年10月15日（免费赠阅）\n\n"
    )
    contents = "目录\n\n14　渡口纪事　陆小满\n16　修碑上的字　白若溪\n18　田埂上听藕　傅长林\n\n"
    body = f"渡口纪事\n\n陆小满\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}\n\n田埂上听藕\n\n傅长林\n\n{THREE}\n"
    masthead = restored(cover + contents + body).issue.masthead
    assert (masthead.title, masthead.number, masthead.date) == ("援手", "5", "2010-10-15")


def test_running_heads_with_the_year_and_the_number_name_the_magazine() -> None:
    cover = "河东的援手\n\n援手\n\n2010年第5期\n\n主管：溪州市司法局\n主编：丰小满\n电话：0012-148148\n\n"
    contents = "目录\n\n14　渡口纪事　陆小满\n16　修碑上的字　白若溪\n18　田埂上听藕　傅长林\n\n"
    head = "援手 · 2010年第5期"
    body = "".join(
        f"{title}\n\n{name}\n\n{text}\n\n{head}\n\n"
        for title, name, text in (
            ("渡口纪事", "陆小满", ONE),
            ("修碑上的字", "白若溪", TWO),
            ("田埂上听藕", "傅长林", THREE),
        )
    )
    assert restored(cover + contents + body).issue.masthead.title == "援手"


def test_who_signs_letters_between_those_of_others() -> None:
    signers = ["西岭 种瓜的老范", "滨城市海滨路小学 钱多多", "溪州 一个大儿媳妇"]
    text = (
        f"编辑老师：\n\n{ONE}\n\n{signers[0]}\n\n编辑：\n\n{TWO}\n\n{signers[1]}\n\n"
        f"编者：问过了，老人说不疼。\n\n河湾：\n\n{THREE}\n\n{signers[2]}"
    )
    made = blocks(text)
    assert not any(isinstance(block, Heading) for block in made)
    signed = [
        block.text.value
        for block in made
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
    ]
    assert signed == signers
