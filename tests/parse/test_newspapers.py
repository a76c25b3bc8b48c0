"""Newspapers: sections in the heads of pages, headlines that no contents list."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model import Article, Heading, Paragraph, Role
from converter.parse.leads import is_lead, read_lead
from converter.segment import find_page_heads
from converter.source import read_bytes
from tests.support.restored import restored

PAPER = """\
苇塘晚报
2021年3月5日　星期五　第18期　总第402期　今日4版
主办：苇塘镇文化站
网址：www.weitang.example.com

导 读

渡口的钟又走了　3版

1版　要闻　2021年3月5日　星期五　编辑：简宁

苇塘大堤加高工程开工
——全长六公里，汛期以前完成

　　本报讯（记者 方竹 通讯员 钱亦舟）3月3日，
苇塘大堤加高工程在北闸口开工，镇里有关负责人
和一百多名村民到场。
　　工程全长六公里，计划在汛期到来以前完成，
沿线十二座涵闸一并改建。
（下转3版）

让好事有人管到底
□ 本报评论员

　　堤上栽了一排柳树，栽的时候人人到场，浇水
的时候一个人也没有。
　　好事开头容易，管到底难。

简讯

　　●3月1日，镇图书室迁入新址，藏书八千册。
　　●三月起，渡船末班时间改为晚上七点。

2版　乡土　2021年3月5日　星期五　编辑：余音

老人节上的锣鼓
苇塘老年锣鼓队成立十年
本报记者 沈小满

　　锣鼓一响，苇塘的老人就坐不住了。这支队伍
里年纪最大的八十一岁，最小的也过了六十。
　　十年里，他们走遍了全镇二十三个村子。

2021年3月5日　星期五　民生　3版

（上接1版）
　　据悉，施工期间堤顶道路禁止机动车通行，行
人可以走堤下的小路。

渡口的钟又走了

　　本报讯（通讯员 甘棠）停了四年的渡口大钟3月
2日重新走动。修钟的是七十岁的钟表匠郁师傅，
他没有收钱。

更正

　　本报上期第2版《春耕》一文中，“四百亩”应为
“四十亩”。

4版　苇花副刊　2021年3月5日　星期五

连载⑦
芦花白
石　榴

　　船到江心的时候，雾散了。他看见对岸站着一
个人，手里提着一盏没有点亮的灯。
　　他把篙插到底，船停住了。
（未完待续）
"""


def articles(text: str) -> tuple[Article, ...]:
    return restored(text).issue.articles


def titles(text: str) -> list[str]:
    return ["".join(line.value for line in article.title) for article in articles(text)]


def named(text: str, title: str) -> Article:
    return next(a for a in articles(text) if "".join(t.value for t in a.title) == title)


def test_every_headline_opens_an_article() -> None:
    assert titles(PAPER) == [
        "苇塘大堤加高工程开工",
        "让好事有人管到底",
        "简讯",
        "老人节上的锣鼓苇塘老年锣鼓队成立十年",
        "渡口的钟又走了",
        "更正",
        "芦花白",
    ]


def test_the_heads_of_pages_name_the_sections() -> None:
    issue = restored(PAPER).issue
    assert issue.section_names == ("要闻", "乡土", "民生", "苇花副刊")
    assert [article.section for article in issue.articles] == [0, 0, 0, 1, 2, 2, 3]
    assert [article.first_page for article in issue.articles] == ["1", "1", "1", "2", "3", "3", "4"]


def test_a_subtitle_and_a_kicker_stand_about_the_title() -> None:
    first = named(PAPER, "苇塘大堤加高工程开工")
    assert first.subtitle is not None
    assert first.subtitle.value.endswith("全长六公里，汛期以前完成")
    last = named(PAPER, "芦花白")
    assert last.kicker is not None
    assert last.kicker.value == "连载⑦"
    assert [a.name for line in last.bylines for a in line.authors] == ["石榴"]


def test_the_reporters_of_a_dateline_sign() -> None:
    first = named(PAPER, "苇塘大堤加高工程开工")
    assert [(a.office, a.name) for line in first.bylines for a in line.authors] == [
        ("记者", "方竹"),
        ("通讯员", "钱亦舟"),
    ]
    block = first.blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text.value.startswith("本报讯（记者 方竹 通讯员 钱亦舟）3月3日，")


def test_a_continuation_joins_its_article() -> None:
    first = named(PAPER, "苇塘大堤加高工程开工")
    assert isinstance(first.blocks[-1], Paragraph)
    assert first.blocks[-1].text.value.startswith("据悉，施工期间")


def test_nothing_is_lost_or_counted_twice() -> None:
    found = restored(PAPER)
    assert found.account is not None
    assert found.account.balanced


def test_a_headline_in_several_lines() -> None:
    text = PAPER.replace(
        "老人节上的锣鼓\n苇塘老年锣鼓队成立十年\n",
        "重阳的热闹从哪里来\n老 人 节 上 的 锣 鼓\n苇塘老年锣鼓队成立十年\n走遍二十三个村子\n",
    )
    article = named(text, "老人节上的锣鼓")
    assert article.kicker is not None
    assert article.kicker.value == "重阳的热闹从哪里来"
    assert article.subtitle is not None
    assert article.subtitle.value == "苇塘老年锣鼓队成立十年 走遍二十三个村子"


def test_a_vertical_title_is_one_line() -> None:
    text = PAPER.replace("连载⑦\n芦花白\n石　榴\n", "芦\n花\n石　榴\n")
    assert named(text, "芦花").title[0].value == "芦花"


@pytest.mark.parametrize(
    ("head", "page", "name"),
    [
        ("02 要闻　2018年9月20日　星期四　编辑／尹默　版式／小满　芦江日报", 2, "要闻"),
        ("槐荫副刊\n2018年9月20日　星期四　07", 7, "槐荫副刊"),
        ("芦江日报\n民　生\n3\n2018年9月20日　星期四　编辑／桑榆", 3, "民生"),
        ("芦江日报　2018年9月20日　星期四\n经济　O5\n编辑／尹默　版式／杜若", 5, "经济"),
        ("2024年6月14日　星期五　民生　3版", 3, "民生"),
        ("第三版　国际　2024年6月14日　星期五", 3, "国际"),
        ("A04 | 文化·读书 | 2024.6.14 星期五", 4, "文化·读书"),
        ("责任编辑：余音　电话：0995-10020033　4版　副刊", 4, "副刊"),
    ],
)
def test_forms_of_heads(head: str, page: int, name: str) -> None:
    text = f"1版　要闻　2018年9月20日　星期四\n\n{'堤上风大。' * 20}\n\n{head}\n\n{'渡口人多。' * 20}\n"
    lines = clean(read_bytes(text.encode(), "paper.txt").lines).lines
    heads = find_page_heads(lines, "芦江日报").heads
    assert [(one.page, one.name) for one in heads] == [(1, "要闻"), (page, name)]


@pytest.mark.parametrize(
    "text",
    [
        "青石镇政府\n2018年9月20日\n\n堤上风大。\n\n木材厂\n2018年9月21日\n",  # signatures
        "12 芦江 2018年第9期\n\n堤上风大。\n\n13 芦江 2018年第9期\n",  # a magazine's running heads
        "渡口的钟　2版\n老街旧事　4版\n",  # contents
        "2018年9月20日　星期四\n\n晴。堤上风大。\n\n2018年9月21日　星期五\n\n雨。\n",  # a diary
    ],
)
def test_what_is_no_head_of_a_page(text: str) -> None:
    lines = read_bytes(text.encode(), "text.txt").lines
    assert not find_page_heads(lines, "芦江").heads


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯（记者尹默、通讯员韦小禾）9月14日，", ["尹默", "韦小禾"]),
        ("东华社澜都9月17日电（记者穆山）为期三天的", ["穆山"]),
        ("本报青墩3月2日讯（本报记者 沈小满 实习生 赵六）", ["沈小满", "赵六"]),
        ("（记者 方竹）昨天，", ["方竹"]),
    ],
)
def test_datelines(text: str, names: list[str]) -> None:
    found = read_lead(text)
    assert found is not None
    assert [author.name for author in found[1].authors] == names


def test_a_dateline_without_names() -> None:
    assert read_lead("本报讯 3月2日，渡口的钟重新走动。") is None
    assert read_lead("他说（记者在场）不必再等。") is None


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


def texts(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报1月5日讯 记者王小二报道：昨日", ["王小二"]),
        ("【記者王小明／台北報導】昨天", ["王小明"]),
        ("本报讯 记者张三丰、李四方报道", ["张三丰", "李四方"]),
        ("晚报讯（记者 赵六合）", ["赵六合"]),
    ],
)
def test_further_datelines(text: str, names: list[str]) -> None:
    found = read_lead(text)
    assert found is not None
    assert [author.name for author in found[1].authors] == names


@pytest.mark.parametrize(
    "text", ["今天的晚报讯息", "他在本报讯问处", "记者从镇里获悉，", "这家日报讯速"]
)
def test_what_is_no_dateline(text: str) -> None:
    assert not is_lead(text)


def test_lines_without_blank_ones_between_them() -> None:
    text = "\n".join(line for line in PAPER.split("\n") if line)
    assert titles(text) == titles(PAPER)


def test_all_lines_parted_by_blank_ones() -> None:
    text = PAPER.replace("渡口的钟又走了\n\n　　本报讯", "停了四年以后\n渡口的钟又走了\n　　本报讯")
    spaced = "\n\n".join(line for line in text.split("\n") if line)
    assert named(spaced, "渡口的钟又走了").kicker is not None
    assert len(titles(spaced)) == len(titles(PAPER))


def test_a_line_by_itself_above_a_headline_is_its_kicker() -> None:
    text = PAPER.replace("让好事有人管到底\n", "堤上的柳树\n\n让好事有人管到底\n").replace(
        "（下转3版）\n", ""
    )
    kicker = named(text, "让好事有人管到底").kicker
    assert kicker is not None
    assert kicker.value == "堤上的柳树"


def test_datelines_make_a_newspaper_without_heads_of_pages() -> None:
    text = PAPER.replace("更正\n\n　　本报上期", "更正\n\n　　本报讯（记者 方竹）本报上期")
    top, rest = text.split("1版　要闻", 1)
    text = top + "".join(line for line in rest.splitlines(keepends=True) if "星期五" not in line)
    assert "苇塘大堤加高工程开工" in titles(text)
    assert "渡口的钟又走了" in titles(text)


def test_a_list_in_an_article_makes_no_article_of_its_heading() -> None:
    text = PAPER.replace(
        "　　十年里，他们走遍了全镇二十三个村子。\n",
        "　　十年里，他们走遍了全镇二十三个村子。\n\n主要曲目\n\n●《过河》，十二面锣。\n●《开犁》，六面鼓。\n",
    )
    assert titles(text) == titles(PAPER)


def test_what_a_newspaper_does_not_announce_is_no_doubt() -> None:
    found = restored(PAPER)
    assert not [one for one in found.diagnostics if one.code in ("ART001", "ART002")]


def test_a_teaser_in_other_words_belongs_to_the_article_of_its_page() -> None:
    text = PAPER.replace(
        "渡口的钟又走了　3版", "渡口的钟又走了　3版\n八十岁的锣鼓队敲了十年　2版"
    ).replace("苇塘老年锣鼓队成立十年", "苇塘老年锣鼓队敲了十年")
    entries = [e for section in restored(text).issue.contents.sections for e in section.entries]
    assert named(text, "老人节上的锣鼓苇塘老年锣鼓队敲了十年").id in [e.article for e in entries]


COUNTY = """\
沅湾日报
YUANWAN DAILY
中共沅湾县委机关报　国内统一连续出版物号CN99-0088
二〇〇九年十一月三日　星期二　己丑年九月十七　第4417期
县委报道组编印　联系电话　0990－10066012

今日导读
· 一条水渠救活三个村 详见二版
· 校车上的“点名册” 详见三版

县里召开秋冬水利动员会
要求年底前修复水毁渠道六十公里
本报讯 11月2日，全县秋冬水利动员会在县影剧院召开，会议传达了省市有关会议精神，安排部署了今冬明春的水利工作。
会议要求，各乡镇要在年底前修复水毁渠道六十公里，清淤山塘一百二十口。
县水利局、财政局负责人作了发言。会议由副县长主持。
（县委报道组 罗 平）

“洋专家”走进橘子园
据新华社长沙11月2日电（记者 周 勉）一位来自海外的柑橘专家日前走进沅湾的橘子园，手把手教橘农修枝。
他在园里蹲了整整一天，鞋上全是泥。

图片新闻
10月31日，渡口小学的孩子们在操场上晒红薯干。通讯员 沈小满 摄

第二版
综合新闻
沅湾日报 2009年11月3日 星期二

一条水渠救活三个村
本报记者 方竹 通讯员 甘棠
核心提示：三个村子，一条水渠，断流十一年之后又通了水。
渠修好的那天，老支书在渠边坐了一夜。他说，听见水响才敢睡。
老支书的账本
账本是用旧挂历的背面订的，一笔一笔记着每家出的工。最多的一家出了四十七个工，最少的也有九个。
“少的那家只有一个寡妇，”老支书说，“她那九个工，顶得上别人九十个。”
三个村的约定
水到了田头，怎么分？三个村的代表在渠首开了一夜的会，定下了单日双日轮流放水的规矩。
有人提议刻一块碑。后来碑没有刻，规矩倒是一直守着。

法院提醒您
买卖二手车要查清四件事

本报讯（通讯员 余音）县法院近日审结一起二手车买卖纠纷，提醒市民购买二手车时要查清抵押、违章、事故和过户四件事。
法官说，口头约定的事，最好落在纸上。

要闻简报
■县图书馆11月起延长开放时间至晚上九点。
■农机补贴申报将于11月15日截止。
■今冬第一场寒潮预计周四到达我县。

第三版
民生
沅湾日报 2009年11月3日 星期二

校车上的“点名册”
——记渡口小学校车司机石大山
□ 本报记者 沈小满

早上六点一刻，石大山的校车准时停在老樟树下。他不看表，看的是树影。
车上有一本点名册，是他自己画的格子。谁坐哪个座位，谁晕车，谁的奶奶耳背要多按一声喇叭，都记在上面。
七年了，点名册换了五本，没有漏过一个孩子。

读者信箱

编辑同志：
我们小区门口的路灯坏了两个月，晚上买菜回来看不见台阶，已经有三个老人摔过跤。希望有关部门管一管。
县城北街居民 李秀兰

县供电公司答复：接到反映后，我公司已于10月30日更换灯泡两只，并对线路进行了检修。

遗失声明
本人不慎遗失身份证一张，号码尾数为0417，声明作废。
王小河
2009年11月1日

责任编辑：余音　电话：10066013　E-mail:ywrb@example.com
"""


def test_a_county_paper_whose_pages_are_counted_in_words() -> None:
    assert titles(COUNTY) == [
        "县里召开秋冬水利动员会要求年底前修复水毁渠道六十公里",
        "“洋专家”走进橘子园",
        "图片新闻",
        "一条水渠救活三个村",
        "法院提醒您买卖二手车要查清四件事",
        "要闻简报",
        "校车上的“点名册”",
        "读者信箱",
        "遗失声明",
    ]
    issue = restored(COUNTY).issue
    assert (issue.masthead.title, issue.masthead.date) == ("沅湾日报", "2009-11-03")
    assert issue.section_names == ("综合新闻", "民生")


def test_teasers_tell_their_pages_in_words() -> None:
    entries = [e for section in restored(COUNTY).issue.contents.sections for e in section.entries]
    assert [(e.title, e.page) for e in entries] == [
        (("一条水渠救活三个村",), "2"),
        (("校车上的“点名册”",), "3"),
    ]
    assert all(entry.article for entry in entries)


def test_who_reports_may_stand_at_the_end_in_brackets() -> None:
    first = named(COUNTY, "县里召开秋冬水利动员会要求年底前修复水毁渠道六十公里")
    assert [(a.office, a.name) for line in first.bylines for a in line.authors] == [
        ("县委报道组", "罗平")
    ]


def test_headings_within_an_article_open_none() -> None:
    headings = [
        b.text.value for b in named(COUNTY, "一条水渠救活三个村").blocks if isinstance(b, Heading)
    ]
    assert headings == ["老支书的账本", "三个村的约定"]


def test_who_writes_a_letter_signs_above_the_reply() -> None:
    roles = [b.role for b in named(COUNTY, "读者信箱").blocks if isinstance(b, Paragraph)]
    assert roles == [Role.SALUTATION, Role.BODY, Role.SIGNATURE, Role.BODY]


OLD = """\
青川农民报
一九八一年四月十六日　星期四
农历辛酉年三月十二
第三百零八期
今日四版　零售三分

鸡鸭鹅兔一齐上
——柳溪公社社员家庭副业见闻

　　【本报讯】柳溪公社今春放手让社员发展家庭副业，
家家户户养鸡养鸭，房前屋后种瓜种豆，集市上鸡蛋的价
钱比去年跌了一成。
　　社员老何算了一笔账，光是四十只鸡，一年就能添一
台缝纫机。　　　　　　　　　　　　　（吴　远）

谷雨前后话育秧

　　新华社青川十四日电　谷雨将近，记者在几个公社看
到，秧田已经整得像镜子一样平，泥面上插着测温的竹筒。
　　农技员说，宁可让秧等田，不可让田等秧。

第二版　　　青川农民报　　　一九八一年四月十六日

包工到组以后
本报通讯员　温　陶

　　队长敲钟，敲了三遍没有人来。他走到地头一看，人
已经在地里了，都在自家组的那几垄上，弯着腰，谁也没
有抬头。
　　“往后不用敲了。”他对自己说。
　　那口钟后来挂在仓库里，再也没有响过。

来函照登

编辑同志：
　　我社去年订的喷雾器至今没有到货，厂方来信说缺一
个铜嘴。一个铜嘴能值几个钱？误了虫情，损失就大了。
　　　　　　　　　　　　　　石桥公社　罗玉清

小常识
怎样保存大蒜

　　大蒜挂在通风的地方，不要同土豆放在一处。

第三版　　　青川农民报　　　一九八一年四月十六日

寓言两则
方　舟

水牛和白鹭

　　水牛对白鹭说，我驮着你走了一年，你什么时候也驮
我一回？白鹭说，等你的背上长出虫子的时候。

秤

　　秤杆说，我量过的东西比你多。秤砣没有说话，往后
挪了一格。

天气预报

　　今日多云，夜里有小雨，东南风三级，气温十二到二
十一度。
"""


def test_a_paper_of_the_1980s() -> None:
    assert titles(OLD) == [
        "鸡鸭鹅兔一齐上",
        "谷雨前后话育秧",
        "包工到组以后",
        "来函照登",
        "寓言两则",
        "天气预报",
    ]
    masthead = restored(OLD).issue.masthead
    assert (masthead.title, masthead.date, masthead.number) == ("青川农民报", "1981-04-16", "308")
    assert not restored(OLD).issue.front


def test_an_author_on_the_last_line_of_the_text_signs() -> None:
    first = named(OLD, "鸡鸭鹅兔一齐上")
    assert [a.name for line in first.bylines for a in line.authors] == ["吴远"]
    assert texts(first)[-1].endswith("一年就能添一台缝纫机。")


@pytest.mark.parametrize(
    "text", ["新华社青川十四日电　谷雨", "本报十日讯　昨夜", "新华社北京四月十日电"]
)
def test_datelines_with_days_in_words(text: str) -> None:
    assert is_lead(text)
