"""Lines that OCR has thrown into disorder: each of them is still told once, and none twice."""

from __future__ import annotations

import time

import pytest

from converter.parse.inline import Piece, build
from tests.support.restored import restored

GARBLED = [
    # The title of one article below that of another is not its subtitle as well.
    (
        "您问我答：渡口月票怎么买　3版\n关于封桥三日的告示　3版\n码头旧事　4版\n1版　要闻\n码头旧事\n"
        "您问我答：渡口月票怎么买\n本报记者 陆 遥\n\n　　　　河湾镇渡口管理站\n　　　　2024年6月13日\n"
        "责任编辑：唐 果　版式：周 苇　校对：何 溪\n\n4版　副刊　2024年6月14日　星期五\n"
    ),
    # Names of sections one below the other, of which each may be the title of the next.
    "【科学小实验】\n【儿歌园】\n【故事树】\n　　小刺猬怕黑。\n",
    # Contents at the end, the name of a section among them twice.
    (
        "评论\n\n本刊评论员\n\n基层治理\n\n——沙河县推行院落议事的实践与思考\n\n半月刊\n2022年8月1日出版\n"
        "沙河县有三百一十二个自然院落，过去村里开会，一半人不来，来的一半人不说。2020年以来，县委组织部推行院落议事，把会场搬到家门口，一人一条板凳，谁都可以说话，群众称之为“板凳会”。\n"
        "特稿\n\n在建设海洋强省中展现更大作\n\n基层治理\n启示之二：小事不小。三年里议得最多的是路灯、垃圾和水沟，件件都小，件件连着民心。\n"
        "\n党旗飘扬\n\n岛上来了个“灯书记”\n目 录\n特稿\n在建设海洋强省中展现更大作为 …… 钟 砺（2）\n"
        "评论\n改作风要从“减”字入手 …… 本刊评论员（9）\n基层治理\n半月刊\n——沙河县推行院落议事的实践与思考 …… 中共沙河县委组织部（11）"
    ),
    # Words between two titles on one line of the contents.
    (
        "|\n〔日〕一读《书》……目录\n一来源：某局——口述：国际标准连续出版物号：ISSN1234-5678一来源：某局1引言——4·（一）”"
        "##标题葛海生帐Ⅲ（一）\n·4·（一）\n_责任编辑__\n-一读《书》\n一来源：某局\n|"
    ),
    # The # of Markdown behind the name of a section.
    (
        "整理：”\n|标题Ⅲ\n\n2022年第4期夜里收网\n4\n船靠岸的时候天还没有亮，码头上只有一盏灯。-\n夜里收网\n"
        "船靠岸的时候天还没有亮，码头上只有一盏灯。——\n15\n标题\n\n整理：#夜里收网\n"
    ),
    # A stroke between a title and its author, set where the contents have none.
    (
        "员，一本成本两块八。顾　眉　说“义渡” …………………………………… 7\n冯　雁　整理　我替镇上送过盐 …………………… 9\n"
        "桑 榆　古渡《永禁勒索碑》释读 ………………… 12\n\n说“义渡”\n顾  眉\n古渡《永禁勒索碑》释读\n桑 榆\n"
    ),
    # Who reports, in the dateline that stands below a title.
    (
        "槐江周报\n国内统一刊号：CN 99-0047\u3000邮发代号：99-47\u3000主管：中共槐江市委宣传部\u3000主办：槐江报业传媒集团\u3000零售价：1.00元\n"
        "\n槐江周报\u30002018年9月20日\u3000星期四\n老字号“同春酱园”重开前店后坊\n本报讯（记者甘霖）停业九年\n"
        "（上接第1版）\n酱园街原址重新开张。前店卖酱菜，\n青菜\u30002.80\u30003.40\n猪后腿\u300015.60\u300015.20\n"
        "七十三岁“小生”再登台\u3000\u3000\u3000\u3000 6版\n06 文体\u30002018年9月20日\u3000星期四\u3000编辑／鲍小冬\u3000版式／小满\u3000槐江周报\n"
    ),
    # A byline on the line of the text, which begins with the same characters.
    "渡口旧事\n\n他把缆绳一圈一圈地收好，又去看那块\n水尺</div>水尺上的刻度，比昨天高了两寸。\n",
    # The name of a section, which the body has below the title of its first piece, too.
    (
        "六点半的渡船　开船时间提早之后 …… 本刊记者 沈渔 8\n圆桌\n老码头上该不该留一座吊臂 …… 主持人 苏田 10\n"
        "读者来信\n请给渡船留一盏灯 等三则 …… 15\n\n开船时间提早之后\n六点半的渡船\n\n【圆桌】\n\n"
        "老码头上该不该留一座吊臂\n【圆桌】\n\n【读者来信】\n\n请给渡船留一盏灯 等三则"
    ),
    # A name on a line of the contents, taken for that of a section.
    (
        "地址：云川市船厂路1号工会大楼304室\n                                    110 船模比赛征稿启事\n目 录\n"
        "岗位                                权益\n97 一号船坞的凌晨四点 小满            l02 高温津贴的五问五答 工会权益部\n"
        "江 平\n99 一把旧焊枪的七次改造 韩焊          104 家属院里的末班车 江平\n"
        "                                    110 船模比赛征稿启事\n"
        "凌晨四点，一号船坞里没有人说话。八百吨的龙门吊垂下四根钢缆，吊着一段三百二十吨重的船艏，离坞墩还有两米。指挥老耿站在坞底，手里没有对讲机，只有一面绿旗、一面红旗。他说，到了这个分上，嘴没有手快。\n"
        "韩 焊\n\n班组里有一把焊枪，编号017，1998年进厂，按说早该报废了，可是谁也舍不得扔。二十五年里，它被改造过七次，每一次都留下一个名字。\n"
        "岗位                                权益\n99 一把旧焊枪的七次改造 韩焊          104 家属院里的末班车 江平\n\n"
        "小 满\n\n高温津贴的五问五答"
    ),
    # The page of another line, with a letter for a digit, on an entry of several lines.
    (
        "一寸光阴 | 花弄影 | 1\n | 6\n植物染的七种蓝 | 浣江染坊 | 9\n《补丁》三题 | 花弄影 | l2\n"
        "植物染的七种蓝\n浣江染坊\n\n《补丁》三题\n花弄影\n"
    ),
]


@pytest.mark.parametrize("text", GARBLED)
def test_garbled_lines_are_told_once(text: str) -> None:
    assert restored(text).issue.drops is not None


def test_a_piece_of_which_nothing_is_left_has_its_seam() -> None:
    built = build([Piece("绳收好了", 1, 1), Piece("", 2, 2), Piece("水尺", 2, 2)])
    assert [mark.start for mark in built.text.marks] == [4, 4]


@pytest.mark.parametrize("text", ["…" * 5000, "." * 5000, "_" * 5000, "（渡口\n" * 3000])
def test_time_grows_with_what_is_repeated(text: str) -> None:
    begun = time.process_time()
    restored(text)
    # Some seconds at most on a slow machine; what grows with the square takes half a minute.
    assert time.process_time() - begun < 15
