"""Boxes without a source, whose next paragraph takes up what they speak of."""

from __future__ import annotations

import pytest

from converter.model import Issue
from converter.parse.cohesion import belong, terms
from tests.support.blocks import split
from tests.support.restored import restored

LEAD = "渡口的老板姓柴，二十年前从一条木船做起，如今手里有九条铁船，两座码头，和一本谁也看不懂的流水账。"
NEXT = (
    "他不肯再买第十条船，理由是镇上只有九个会看水的人，多一条船，就要有一条船交给不会看水的人去开。"
)
LAST = "问他往后怎么办，他指了指墙上的潮汐表，说涨潮的时候开船，落潮的时候补船，别的事情不归他管。"
SHARE = "船工在码头做满三年，可以用工钱换一份分红权，离开码头的时候，由老板按原价收回。"
MORE = "去年有七位船工拿到分红权，平均分得一万六千元，没有人在年底辞工。"
SEAM = "捻缝是用麻丝、桐油和石灰填满船板的接缝，一条木船从头到尾要捻三遍。"
OIL = "一遍捻缝用掉的桐油有四十斤，油要在太阳底下晒过一个夏天才不开裂。"


def issue(*lines: str) -> Issue:
    listed = ("目录", "第九条船 柴望 4", "等一等泥 窑生 8")
    others = (
        "等一等泥",
        "文｜窑生",
        "后山的窑厂烧了一百年的瓦，今年头一回停火，窑工们坐在窑口打牌。",
    )
    return restored("\n\n".join([*listed, "第九条船", "文｜柴望", *lines, *others])).issue


def test_a_paragraph_that_takes_up_a_term_of_the_box_belongs_to_it() -> None:
    found = issue(LEAD, NEXT, "知识链接", "谁来分钱", SHARE, MORE, LAST)
    assert split(found) == ([SHARE, MORE], [LEAD, NEXT, LAST])


def test_a_paragraph_that_names_what_the_box_explains_belongs_to_it() -> None:
    found = issue(LEAD, NEXT, "名词解释", "捻缝", SEAM, OIL, LAST)
    assert split(found) == ([SEAM, OIL], [LEAD, NEXT, LAST])


@pytest.mark.parametrize("size", [36, 44, 66])
def test_a_paragraph_that_names_it_stays_in_the_box_that_cuts_a_sentence(size: int) -> None:
    told = f"{LEAD}船板缝要年年补，管船板缝的师傅有三个，船板缝补得好不好，下水就知道。"
    seam = "船板缝是指两块船板之间的接口，宽不过一枚铜钱，填满以后要捻三遍。"
    dry = "自然风干的木头每年能让船板缝宽出一分，大约要两个夏天才会停下来。新船下水以前应当先晒后捻，捻过的船板缝第二年还要再看一遍。"
    text = "他不肯再买第十条船，也不肯再添第三座码头，理由是镇上只有九个会看水的人、四个会补船的人，多一条船，就要有一条船交给不会看水的人去开，多一座码头，就要有一座码头夜里没有灯。"
    found = issue(told, NEXT, text[:size], "名词解释 船板缝", seam, dry, text[size:], LAST)
    assert split(found) == ([seam, dry], [told, NEXT, text, LAST])


def test_a_clause_before_a_colon_opens_a_paragraph_of_a_box() -> None:
    praise = "接口填得满的船不一定不漏，可是没有一个师傅愿意先少填一遍。"
    why = "缘故也简单：接口填得越满，工钱拿得越多。工钱改成按日子算，漏的船反倒少了。"
    found = issue(LEAD, NEXT, LAST, "锐评", "接口填满了，漏的是什么", praise, why)
    assert split(found) == ([praise, why], [LEAD, NEXT, LAST])


def test_a_paragraph_on_what_the_article_speaks_of_goes_on_with_the_article() -> None:
    found = issue(LEAD, NEXT, "名词解释", "捻缝", SEAM, LAST, OIL.replace("捻缝", "油漆"))
    assert split(found)[0] == [SEAM]


def test_a_term_that_the_whole_article_uses_proves_nothing() -> None:
    told = f"{LEAD}分红权是后来才有的。"
    assert belong(SHARE, MORE, (LEAD, NEXT, LAST))
    assert not belong(SHARE, MORE, (told, NEXT, LAST))


def test_figures_and_common_words_are_no_terms() -> None:
    assert terms("一百四十二位，其中的") == set()
    assert terms("分红权") == {"分红权"}
    assert not belong("一百四十二位", "一百四十二位", ())
