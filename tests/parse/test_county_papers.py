"""A county's paper, and one of the 1980s."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, Role
from converter.parse.leads import is_lead
from tests.support.articles import named, texts, titles
from tests.support.restored import restored

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
