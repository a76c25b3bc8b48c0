"""Columns that were read across, and halves of an article on two pages of a newspaper."""

from __future__ import annotations

from tests.support.articles import named, texts
from tests.support.restored import restored

WOVEN = """\
苇塘晚报
2021年3月5日　星期五　第18期　总第402期
主办：苇塘镇文化站　社址：苇塘镇渡口街3号　电话：0995-10020033　邮编：199001　零售价：0.50元
社长：容　与　总编辑：简　宁　热线：0995-10020034

1版　要闻　2021年3月5日　星期五

堤上的柳树活了九成
本报记者　方　竹

去年冬天栽下的三千棵柳树，
开春以后活了九成。护堤员老周每
天沿着大堤走一个来回，把歪了的
树苗一棵一棵扶正，用草绳捆在竹
竿上。他说树跟人一样，头一年最

渡口小学有了图书角

本报讯（通讯员甘棠）三月
一日，渡口小学的图书角开了门，
一共六百多本书，都是村里人捐的。
最旧的一本字典缺了封皮，是退休
教师石老师用了三十年的，扉页上

怕风，熬过清明就好了。
今年镇里打算再栽两千棵，地
方选在北闸口到石桥之间，那里的
堤最窄，夏天晒得人睁不开眼，行
人都盼着有一点荫凉。

还写着第一个学生的名字。
孩子们午饭以后来看书，看完
了放回原处，借走的要在本子上写
名字，管本子的是四年级的班长。

2版　文体　2021年3月5日　星期五

锣鼓队
方　舟

锣鼓一响，苇塘的老人就坐不
住了，最大的八十一岁。
本报地址：苇塘镇渡口街3号　电话：0995-10020035　印刷：苇塘镇印务所
"""


def test_columns_that_were_read_across_two_articles_are_sorted_out() -> None:
    first = texts(named(WOVEN, "堤上的柳树活了九成"))
    assert first[0].endswith("他说树跟人一样，头一年最怕风，熬过清明就好了。")
    assert first[1].startswith("今年镇里打算再栽两千棵")
    second = texts(named(WOVEN, "渡口小学有了图书角"))
    assert second[0].endswith("扉页上还写着第一个学生的名字。")
    assert second[1].startswith("孩子们午饭以后来看书")


def test_paragraphs_of_another_article_come_before_what_carries_a_sentence_on() -> None:
    text = (
        WOVEN.replace("他说树跟人一样，头一年最\n", "他说这是头一年。\n")
        .replace("怕风，熬过清明就好了。\n今年镇里打算", "今年镇里打算")
        .replace("教师石老师用了三十年的，扉页上\n\n", "教师石老师用了整整三十年才舍得\n\n")
        .replace("\n还写着第一个学生的名字。", "\n的，第一页写着学生的名字。")
    )
    assert texts(named(text, "堤上的柳树活了九成"))[-1].startswith("今年镇里打算再栽两千棵")
    assert texts(named(text, "渡口小学有了图书角"))[0].endswith("才舍得的，第一页写着学生的名字。")


def test_a_line_of_the_masthead_tells_several_things() -> None:
    masthead = restored(WOVEN).issue.masthead
    assert masthead.price == "0.50元"
    found = {entry.label: entry.values for entry in masthead.entries if entry.label}
    assert found["社长"] == ("容与",)
    assert found["总编辑"] == ("简宁",)
    assert found["热线"] == ("0995-10020034",)


def test_the_imprint_under_the_last_page_is_no_text() -> None:
    issue = restored(WOVEN).issue
    assert texts(issue.articles[-1]) == ["锣鼓一响，苇塘的老人就坐不住了，最大的八十一岁。"]
    found = {entry.label: entry.values for entry in issue.masthead.entries if entry.label}
    assert found["印刷"] == ("苇塘镇印务所",)


JUMPS = """\
目录
渡口的灯 …… 2
石桥的风 …… 3
两封旧信 …… 4

渡口的灯
方　竹

灯亮的时候船就靠岸，灯灭的时候人就回家，这样过了三十年，直到有一天
（下转第4页）

石桥的风
甘　棠

风从桥洞里来，带着水草和鱼的味道，孩子们说那是河在打哈欠，老人们却说
（下转第4页）

两封旧信
余　音

信在箱底压了四十年，字已经淡了，邮票还在。

（上接第3页）
那是上游要下雨了，收衣裳的时候到了。

（上接第2页）
看灯的人自己坐船走了，灯交给了他的女儿。
"""


def test_halves_find_each_other_by_the_pages_they_name() -> None:
    assert texts(named(JUMPS, "渡口的灯"))[0].endswith(
        "直到有一天看灯的人自己坐船走了，灯交给了他的女儿。"
    )
    assert texts(named(JUMPS, "石桥的风"))[0].endswith(
        "老人们却说那是上游要下雨了，收衣裳的时候到了。"
    )
