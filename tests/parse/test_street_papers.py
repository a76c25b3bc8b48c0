"""A street's paper without contents: its name, its titles, who signs and who speaks in it."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from tests.support.articles import articles, named, titles
from tests.support.restored import restored

PAPER = """\
柳条巷社区报　第21期　2023年11月
柳条巷社区居委会 编　免费取阅

**老邻居食堂开张了**

社区通讯员 小 艾

立冬那天，“老邻居食堂”在七号楼底层开张，头一天来了九十三位老人，头一锅饺子四十分钟就见了底。

最受欢迎的是靠窗的那张桌子，晒得到太阳，桌子上立着一块牌子，写着“慢慢吃”，谁也不许催。

（编辑：小艾）

**“我家的墙会出汗”**

文：江 望

每月的第二个星期六，议事会在食堂里开会。主持的是沈主任，来的有三号楼的冯老师、五号楼的大李、物业的小顾。

沈主任：先请冯老师说。

冯老师：我家的墙会出汗。一到梅雨天，墙纸鼓起来，像一幅地图。

大李：我家的更厉害，插座里往外冒水，点了三天蜡烛，女儿以为我在过生日。

小顾：外墙维修要三分之二的业主签字，去年敲了四百户的门，还差七十七户。

沈主任：没有开门的那些，是不在家，还是不愿意？

小顾：多数房子租出去了，打电话过去，人家以为我们是骗子。

散会的时候，大家约好下个月带着签了字的单子再来。

（编辑：小艾）

**给楼上的一封信**

楼上的朋友：

我是住在您楼下的老人，我们没有见过面，可是我认得您的脚步声，听见了，就知道您平安到家，我也可以睡了。

402室的老太太

11月19日夜

**冬天怎样防煤气中毒**

社区卫生服务站

天气转凉，使用燃气热水器和炭火取暖的住户要特别注意，热水器要装在通风的地方，浴室的门缝不要塞死。

万一发现有人中毒，先开窗，再关阀，把人抬到空气新鲜的地方，然后打电话。
"""


def test_what_stands_below_who_edited_a_text_is_a_title_and_so_is_what_is_set_like_it() -> None:
    assert titles(PAPER) == [
        "老邻居食堂开张了",
        "“我家的墙会出汗”",
        "给楼上的一封信",
        "冬天怎样防煤气中毒",
    ]


def test_a_letter_spaced_pen_name_and_a_station_sign() -> None:
    signed = [
        [one.name for line in article.bylines for one in line.authors]
        for article in articles(PAPER)
    ]
    assert signed == [["小艾"], ["江望"], [], ["社区卫生服务站"]]


def test_name_number_and_date_on_the_first_line_are_the_masthead() -> None:
    masthead = restored(PAPER).issue.masthead
    assert (masthead.title, masthead.number, masthead.date) == ("柳条巷社区报", "21", "2023-11")


def test_those_who_speak_once_among_others_are_told_by_the_text_above() -> None:
    blocks = [b for b in named(PAPER, "“我家的墙会出汗”").blocks if isinstance(b, Paragraph)]
    told = [mark for block in blocks for mark in block.text.marks if mark.kind.value == "speaker"]
    assert len(told) == 6


@pytest.mark.parametrize("label", ["难点", "老问题"])
def test_a_word_before_a_colon_among_them_is_nobody(label: str) -> None:
    text = PAPER.replace("大李：我家的更厉害，", f"{label}：我家的更厉害，")
    blocks = [b for b in named(text, "“我家的墙会出汗”").blocks if isinstance(b, Paragraph)]
    told = [mark for block in blocks for mark in block.text.marks if mark.kind.value == "speaker"]
    assert len(told) == 5


PIT = """\
矿 灯
2020年第6期
石鼓煤矿宣传部编　内部资料

■本期关注

智能化改造，矿工去哪儿

□ 鲁一苇　陶北川

今年五月，最后六名采煤工升井交了矿灯，从那天起，三百米深的地下只剩下机器，他们坐到了地面的屏幕前。

（责任编辑　冉 冉）

■井下故事

三百米深处的一只蟋蟀

□ 燕小京

那只蟋蟀是跟着坑木下来的，先是在皮带巷里叫，后来在我们休息的硐室里安了家，谁也没有见过它的样子。

（责任编辑　冉 冉）

■家属来信

写给井下的你

你昨天半夜回来，鞋也没有脱就睡着了，我想给你洗一洗脚，又怕把你弄醒，就端着盆在床边坐了一会儿。
"""


def test_a_mark_before_the_names_of_sections_is_none_of_them() -> None:
    assert titles(PIT)[-1] == "写给井下的你"
    assert restored(PIT).issue.section_names == ("本期关注", "井下故事", "家属来信")


HARBOUR = """\
灣畔　第12期　二〇二二年冬
灣畔街坊會出版　免費派發

**最後一間涼茶舖**

文：梁小滿

石梯街口的涼茶舖開了七十四年，銅壺換過三個，掌櫃換過兩代，碗從來沒有換過，這個月底就要關門了。

（責任編輯：阿堅）

**天台上的稻田**

訪問：阿堅

舊工廈的天台種了一片水稻，種的人從前做會計，五年前辭了職，在這裡插下第一行秧，第一年收了三斤。

（責任編輯：阿堅）

**冬天的海**

海　螺

冬天的海不說話
它把浪收進口袋
像收起一疊沒有寄出的信

船都回來了
只有燈塔站在外面
替我們受涼
"""


def test_a_paper_that_is_given_away_names_itself_and_whom_it_has_asked() -> None:
    made = restored(HARBOUR).issue
    assert (made.masthead.title, made.masthead.number) == ("灣畔", "12")
    assert titles(HARBOUR) == ["最後一間涼茶舖", "天台上的稻田", "冬天的海"]
    assert [line.text.value for line in made.articles[1].bylines] == ["訪問：阿堅"]


WARD = """\
榆树堡中心医院《院讯》2023年第2期

一台没有灯的手术

凌晨两点四十分，全镇停电，手术刚刚开始七分钟，无影灯是黑的，监护仪靠电池亮着一小块绿光，谁也没有说话。

第十二秒，灯亮了，第十四秒，第一个孩子出来了，第四十秒，哭了，外面等着的人都站了起来。

（妇产科　简 宁）

冬春季节，怎样给孩子退烧

孩子一发烧，家里就乱成一团，捂汗的、擦酒精的、半夜抱着往急诊跑的，其实先要看孩子的精神好不好。

（儿科　庄小鹤）

问与答：医保的小问题

问：我在外地住院，回来能报销吗？

答：办了异地就医备案的，在当地直接结算，不用回来报，没有备案的带上发票和清单也可以报。

（医保办）

更夫老聂

老聂的活，是夜里每隔一个小时拎着一盏马灯，绕着医院走一圈，病房里的人都认得那盏灯，数着它等天亮。

（退休职工　苇岸人）
"""


def test_what_stands_below_who_wrote_a_text_is_a_title_where_nothing_lists_them() -> None:
    assert titles(WARD) == [
        "一台没有灯的手术",
        "冬春季节，怎样给孩子退烧",
        "问与答：医保的小问题",
        "更夫老聂",
    ]
    masthead = restored(WARD).issue.masthead
    assert (masthead.title, masthead.year, masthead.number) == ("院讯", 2023, "2")


def test_who_wrote_a_text_that_has_lost_its_end_closes_it() -> None:
    torn = WARD.replace("看孩子的精神好不好。", "看孩子的精神").replace("都站了起来。", "都")
    assert titles(torn) == titles(WARD)


def test_two_of_one_form_close_texts_of_which_one_certainly_tells_who_wrote_it() -> None:
    """苇岸人 is no name that everybody knows; the lines of two texts more are lost."""
    torn = WARD.replace("（儿科　庄小鹤）\n", "").replace("（妇产科　简 宁）\n", "")
    torn = torn.replace("（医保办）", "（医保办　庄小鹤）")
    assert titles(torn) == ["一台没有灯的手术", "更夫老聂"]


def test_a_line_below_a_dash_is_a_subtitle_over_an_editors_note_where_nothing_lists_titles() -> (
    None
):
    talk = """\
该不该把夜市请回来

——五位青年的街角对话

策划：匡 野　记录：邬丽丽

【编者按】槐荫路夜市关了四年，最近街道打算有条件地恢复，我们请来五位青年，从七点谈到九点半。

“我是闻着孜然味长大的”

祁连：我爸的摊子在第三根电线杆底下，卖了十四年羊肉串，我的学费就是一串一串烤出来的。

樊小溪：我家在二楼，夏天不敢开窗，晾的校服第二天穿到学校，同学问我是不是吃过烧烤。
"""
    text = PIT.partition("■井下故事")[0].replace("（责任编辑　冉 冉）\n", "") + talk
    assert titles(text)[-1] == "该不该把夜市请回来"


LIBRARY = """\
縣圖通訊　第三十八期　民國一〇九年六月
桐山縣立圖書館 編印

◎流動書車的一天

池　雨

早上七點，書車從總館出發，車上有一千二百本書、一位司機和一隻貓，貓是去年在山上撿的，名叫「借閱」。

逾期的書，孩子們會在下個月自己排好，放在路口的石頭上，上面壓一顆

縣圖通訊 38　　　1

石子。

◎一本書的失而復得

沈默言

民國七十四年借出的一本書，上個月還回來了，還書的是一位六十歲的船長，書頁裡夾著一張當年的借書證。

縣圖通訊 38　　　2
"""


def test_a_mark_before_titles_over_those_who_sign_makes_no_sections_of_them() -> None:
    made = restored(LIBRARY).issue
    assert (made.masthead.title, made.masthead.number, made.masthead.date) == (
        "縣圖通訊",
        "38",
        "2020-06",
    )
    assert [title.lstrip("◎") for title in titles(LIBRARY)] == [
        "流動書車的一天",
        "一本書的失而復得",
    ]
    assert made.section_names == ()
