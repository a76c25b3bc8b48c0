"""A monthly of two columns line by line: fillers within stories, sections with dots, tables, frames."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model import Article, Paragraph, Table
from converter.names import split_names
from converter.parse.issue.apart import find_apart
from converter.parse.section_names import is_common_section
from converter.profile import Profile
from converter.source import Line
from tests.support.restored import listed, restored

CONTENTS = """\
目　　录
小说
　末班慢船………………………陆　砚(2)
散文
　母亲的渡口……………………江若兰(5)
　祖母的船票……………………梅　笛(6)
读者·作者·编者
　读者来信………………………………(8)
补白
　站长的算盘(3)　守船上的年夜饭(4)
"""
STORY = """\
末班慢船
陆　砚
　　六三四次是这条河上的最后一趟慢船，每天晚
上八点零五分从苇荡口开出来，十一点四十到麻藤
河，九个码头，码头码头停。船舱里点一盏马灯，
前头坐人，后头堆行李，行李当中坐着守船的老金，
他把炉子捅开，再提着水壶从船头走到船尾，一共
"""
FILLER = """\
守船上的年夜饭
　　五十年代的守船四面透风，除夕当班，老船长带
了一只炉子、半棵白菜和一块冻肉。船过鹿磴，汤
刚滚，浪头一掀，锅飞出去，扣在舱板上。到岸以
后他端出一碗，说：“有一股子船舱味。”　（老闸）
"""
REST = """\
是九十二步。这九十二步他走了四年，船上的人他认
得的比不认得的多。
"""
OTHERS = """\
站长的算盘
　　早年鹿磴渡有位伍站长，算盘打得极好，算运费从
不用第二遍，客商都服他。　　　（石更）
母亲的渡口
江若兰
　　母亲看了十八年渡口，那渡口没有名字，图上只写
着一个号码，我们几个孩子就把它叫作六十三。
·读者·作者·编者·
读者来信
　　编辑同志：我们渡口一共十四个人，订了三份刊物，
每月一到先由值班站长翻一遍，再念给大家听。
"""


def _articles() -> dict[str, Article]:
    made = restored(CONTENTS + STORY + FILLER + REST + OTHERS)
    assert ("读者·作者·编者", "读者来信", (), "8") in listed(made)
    assert ("补白", "守船上的年夜饭", (), "4") in listed(made)
    return {one.title[0].value: one for one in made.issue.articles}


def _texts(article: Article) -> list[str]:
    return [one.text.value for one in article.blocks if isinstance(one, Paragraph)]


def test_a_filler_that_is_signed_gives_the_rest_back_to_the_story_that_it_cuts() -> None:
    articles = _articles()
    filler, story = articles["守船上的年夜饭"], articles["末班慢船"]
    assert [one.name for line in filler.bylines for one in line.authors] == ["老闸"]
    assert _texts(filler)[-1].endswith("“有一股子船舱味。”")
    assert "一共是九十二步。这九十二步他走了四年" in _texts(story)[-1]


@pytest.mark.parametrize("text", ["读者·作者·编者", "·作者·读者·"])
def test_readers_authors_and_editors_are_a_section_and_no_name(text: str) -> None:
    assert is_common_section(text)
    assert split_names(text) is None


ROWS = """\
　　最要紧的还是平时不惹它。下面这张表贴在工具
房门背后，二十年没有出过差错。
　　　　表1　水温差与作业对照
高于常年水温　可以做　不可以做
10℃以下　起锚、换缆　—
10℃至15℃　单根换缆　连续拆板
l5℃至20℃　拧紧螺栓　起锚、换缆
20℃以上　巡查、浇水　一切松动作业
　　表里的常年水温，每个码头都不相同，要到站里
去抄，不可拿邻近码头的数字来代。
"""


def test_cells_of_words_behind_a_measure_are_rows() -> None:
    made = restored(f"{CONTENTS}{STORY}{ROWS}{OTHERS}")
    tables = [b for one in made.issue.articles for b in one.blocks if isinstance(b, Table)]
    assert [len(table.rows) for table in tables] == [5]
    assert clean([Line(1, "l5℃至20℃")]).lines[0].text == "15℃至20℃"


FRAMED = """\
　　送信有两样家什，一样是两条腿，一样
是轧道车。轧道车是四个铁轮子一块木板，
当中立一根横杠，两个人面对面，一起一伏
地压，车就往前跑。下坡不用压，得踩闸，
闸是一块榆木，踩一路，冒一路的烟。跟我
搭伙的叫佟四，比我大三岁，人长得瘦。
　　我要说的是五三年发大水那一回。七月
十六日夜里，麻藤河涨了一丈四，便桥上的
木排架让树干撞歪了两排。桥这边停着一列
运粮的车，桥那边的石方队有一千一百多口
〔小词典〕
　轧道车：又称压道车，旧时线路工人巡
　查、运送工具用的人力轨道车，一般由
　两人或四人压动，时速可达15公里，遇
　有列车须即时抬下线路。
· 9 ·
人，断粮两天了。工程处下的命令是：天亮
以前必须通知对岸的队伍退到高处，粮食改
从上游摆渡。电话不通，命令落到了我和佟
四手里。
"""


def test_a_frame_all_of_whose_lines_stand_in_holds_one_paragraph() -> None:
    texts = [text for text in FRAMED.splitlines() if not text.startswith("·")]
    lines = [
        Line(at + (at > texts.index("　有列车须即时抬下线路。")), text)
        for at, text in enumerate(texts)
    ]
    found = find_apart(lines, Profile(), measure=19.0)
    box = [
        found.pieces.get(line.number)
        for line in lines
        if line.text.startswith("　") and line.text[1] != "　"
    ]
    assert len(box) == _FRAME_LINES
    assert len(set(box)) == 1


_FRAME_LINES = 4
