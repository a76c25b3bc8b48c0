"""A province's monthly for those who work in its organisation departments."""

from __future__ import annotations

from converter.model import Box, Heading, Paragraph, Role
from tests.support.restored import restored

ONE = "老堤修了三次，每一次都有人在夜里守着，守堤的人换了几代，记事的本子传到现在已经有十七本。"
TWO = "清淤的时候挖出来一块旧石碑，上面刻着当年出工的人名，村里的人一个一个去认自己的祖父。"
THREE = "水位降下去以后，堤脚露出一排木桩，木头还是硬的，敲上去声音像敲在石头上一样。"
FOUR = "新的堤段用了防渗的布，布是从省城运来的，铺的时候要两个人面对面拉紧，不能有一道褶子，褶子里藏水。"
FIVE = "秋天最后一次巡堤，队长在本子上写了四个字，平安无事，然后把笔帽拧紧，放回胸前的口袋里。"
COVER = "汀河先声\n\nTINGHE XIANSHENG\n\n人物专访 守堤的人\n\n做事情先看脚下的泥，再看远处的山，看得清脚下，才走得到山前。干部的本事有一半长在腿上，另外一半长在记性里，走过的路要记得，说过的话更要记得，记得住的人，群众才记得住他。\n\n——摘自汀河市干部学校开学讲话\n\n"
HEAD = (
    "2021年第4期 总第88期\n2021年4月5日出版\n\n主管 中共汀河市委\n主办 中共汀河市委组织部\n\n"
    "编委会主任：沈一帆\n编 委：（按姓氏笔画为序）\n卫 然 方小舟 陆 遥\n\n主 编：何若溪\n地 址：汀河市长堤路4号\n定 价：6.00元\n\n目 录\n\n"
)
LISTED = "4 守堤的人/柳青禾 麦穗儿\n\n9 堤上的一年/本刊编辑部\n\n"


def test_the_name_of_the_magazine_stands_over_its_pinyin() -> None:
    issue = restored(
        f"{COVER}{HEAD}{LISTED}守堤的人\n\n本刊通讯员 柳青禾 汀河市委组织部 麦穗儿\n\n{ONE}\n\n{TWO}\n\n堤上的一年\n\n{THREE}\n"
    ).issue
    assert issue.masthead.title == "汀河先声"
    members = [entry.values for entry in issue.masthead.entries if entry.label == "编委"]
    assert members[0][-3:] == ("卫然", "方小舟", "陆遥")
    assert [quote.attribution is not None for quote in issue.cover_quotes] == [True]
    assert [article.title[0].value for article in issue.articles] == ["守堤的人", "堤上的一年"]
    authors = [one for line in issue.articles[0].bylines for one in line.authors]
    assert [(one.name, one.office) for one in authors] == [
        ("柳青禾", "本刊通讯员"),
        ("麦穗儿", "汀河市委组织部"),
    ]


def test_the_cover_keeps_what_a_box_of_the_first_article_says_again() -> None:
    said = COVER.split("\n\n")[3]
    quote = "堤守得住守不住，要看夜里最黑的那两个钟头有没有人站在上面。"
    for above in ("", f"{quote}\n\n"):
        issue = restored(
            f"{said}\n\n——摘自汀河市干部学校开学讲话\n\n汀河先声\n\n{HEAD}{LISTED}{above}守堤的人\n\n柳青禾\n\n{ONE}\n\n"
            f"链接 {said}\n\n——摘自汀河市干部学校开学讲话\n\n{TWO}\n\n堤上的一年\n\n{THREE}\n\n{FOUR}\n\n{FIVE}\n"
        ).issue
        assert [quote.paragraphs[0].value for quote in issue.cover_quotes] == [said]
        assert said not in [
            quote.paragraphs[0].value for one in issue.articles for quote in one.pull_quotes
        ]


def test_the_months_of_a_chronicle_are_headings() -> None:
    issue = restored(
        f"{HEAD}{LISTED}守堤的人\n\n柳青禾\n\n{ONE}\n\n堤上的一年\n\n3月\n\n1日，长堤开工，沿堤九个村的村民都来了。\n\n"
        f"6日至8日，第一段合拢，用去石料一千二百方。\n\n4月\n\n2日，第二段开工。{TWO}\n\n（本刊编辑部整理）\n"
    ).issue
    blocks = [*issue.articles[1].blocks, *issue.articles[1].back]
    assert [one.text.value for one in blocks if isinstance(one, Heading)] == ["3月", "4月"]


def test_a_paragraph_with_the_work_that_it_is_from_is_a_box() -> None:
    law = (
        "堤防保护范围是指在堤防两侧划定的禁止取土、爆破、打井和挖塘的地带，由县级以上人民政府公告。"
    )
    issue = restored(
        f"{HEAD}{LISTED}守堤的人\n\n柳青禾\n\n{ONE}\n\n{law}\n\n——《汀河市堤防管理办法》\n\n{TWO}\n\n堤上的一年\n\n{THREE}\n"
    ).issue
    box = next(one for one in issue.articles[0].blocks if isinstance(one, Box))
    assert box.attribution is not None
    assert box.attribution.text.value == "《汀河市堤防管理办法》"


def test_folios_and_heads_with_misread_figures_are_dropped() -> None:
    half, rest = TWO[:30], TWO[30:]
    other, more = FOUR[:40], FOUR[40:]
    issue = restored(
        f"{COVER}{HEAD}{LISTED}守堤的人\n\n柳青禾\n\n{ONE}{half}\n\n汀河先声 2O21·4\n\n{rest}\n\n{THREE}\n\n2l\n\n"
        f"{other}\n\n·2 2·\n\n{more}\n\n堤上的一年\n\n{FIVE}\n"
    ).issue
    texts = [one.text.value for one in issue.articles[0].blocks if isinstance(one, Paragraph)]
    assert texts == [ONE + TWO, THREE, FOUR]


def test_a_house_and_a_name_sign_a_letter_over_the_reply() -> None:
    issue = restored(
        f"{HEAD}4 守堤的人/柳青禾\n\n9 堤上的信/\n\n守堤的人\n\n柳青禾\n\n{ONE}\n\n堤上的信\n\n编辑部：\n\n{TWO}\n\n"
        f"汀河市东岸水利集团党委宣传部 方小舟\n\n编辑部回复\n\n{THREE}\n"
    ).issue
    blocks = issue.articles[1].blocks
    signed = [
        one.text.value
        for one in blocks
        if isinstance(one, Paragraph) and one.role is Role.SIGNATURE
    ]
    assert signed == ["汀河市东岸水利集团党委宣传部 方小舟"]
    assert [one.text.value for one in blocks if isinstance(one, Heading)] == ["编辑部回复"]
