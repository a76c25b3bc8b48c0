"""Boxes without a source, whose next paragraph takes up what they speak of."""

from __future__ import annotations

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
