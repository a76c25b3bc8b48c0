"""Digests and Taiwanese monthlies in other forms: marked sections, sources without brackets, 註一."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Issue, Paragraph, Role
from converter.parse.byline import read_byline
from tests.support.restored import restored

DIGEST = """\
风信子文摘
2013年第6期 总第88期
半月刊
主办：白鹭出版集团
主编：季 青
责任编辑：何 小满 唐 果
地址：白鹭市南街3号
定价：5.00元

目录

卷首
半截铅笔……………………陆 遥 1
【人生】
祖母的算盘……………………唐 果 4
等一只船……………………[日]松本 和子 6
【声音】
声音……………………9
【幽默】
笑一笑……………………10
【互动】
编读往来……………………12

卷首

半截铅笔
文/陆 遥

镇上的钟表铺开了四十年，门前的石阶被踩得中间低两头高，下雨的时候总要积一小洼水，水里有半条街的灯。
铺子里的钟各走各的，谁也不等谁，掌柜的说这样才热闹，要是一齐敲响，反倒要吓着人，吓着那些钟自己。
后来铺子关了门，钟一只一只被人领走，只剩下墙上的钉子，还照原来的样子排成三行，像没有写完的算式。
（林远荐自《河湾晚报》2010年5月2日，石头图）

1

【人生】

祖母的算盘
○唐 果

祖母的算盘缺了两颗珠子，她用纽扣补上，一颗是黑的，一颗是蓝的，打起来声音比别的珠子要闷一些。
一
她算账从来不用笔，算完了把算盘往墙上一挂，第二天再取下来，数还在上面，一颗也没有动过，猫也不去碰它。
二
有一年发大水，算盘漂走了，过了三天又漂回来，挂在门口的树枝上，珠子一颗不少，连那两颗纽扣也还在原处。
祖母说：“它认得路。”
摘自《南街散文》2010年第4期

风信子文摘 2013·6 4

一念
心里有事的时候，路总是短的；心里没事的时候，路上总有花。（摘自《小窗集》）

等一只船
[日]松本 和子 李远达/译

渡口的老人每天都来等船，船早就不开了，他还是来，坐在石阶的第三级上，带一壶茶和两只杯子，一坐就是一下午。
有人问他等谁，他说等船。人家说船不开了，他说：“我知道。”过了一会儿又说：“它不知道。”问的人就不再问了。
那年冬天他没有来，石阶上放着两只杯子，茶还是热的，有人说看见一只船靠了岸，又有人说那不过是雾，雾散了什么也没有。
（摘自《海外文摘》2009年第11期）

6

【声音】

伞借出去容易，雨借不出去。——网友“半边云”
钟走得慢，是因为它数得认真。——一位修表匠的话
我们总以为来日方长，其实来日只有来日那么长。——作家安之在讲座上说

9

【幽默】

笑一笑

称重
小明问：“秤也会累吗？”爷爷说：“会，你一上去它就叫唤，叫得比我还响。”
问路
路人说：“一直走，走到走不动就到了。”问路的说：“我已经走不动了，这里是哪里？”

10

【互动】

编读往来

风信子：
我是一名守林员，山上没有信号，只有你们的杂志。上一期被松鼠叼走了三页，请问第二十页写的是什么？
守林员 老程

编辑部：已将上一期样刊寄出，另附松子一包，请代交松鼠。

12
"""
MONTHLY = """\
山海誌
SHANHAI MONTHLY
2020年5月號
總第61期
封面故事 鹽田之後
目錄
主編的話
02 把鹽留下 唐以安
封面故事
04 鹽田之後
06 PART ONE 曬鹽的人 簡若水
09 PART TWO 鹽的另一種用法 洪大川
人物側寫
12 修船的人
——訪老船匠林火旺 洪大川
讀者投書 15
主編的話
把鹽留下
唐以安｜山海誌主編
小時候家裡的鹽是裝在陶罐裡的，母親抓一把撒進鍋裡，從來不用匙，她說手知道輕重，匙不知道。後來鹽裝進了塑膠罐，罐口有孔，一搖就出來，母親反倒不會用了，常常鹹得吞不下去。
這一期我們走訪了三處停曬的鹽田，想知道鹽不在了，田還在不在，人還在不在。答案都寫在後面，有些寫得清楚，有些寫得模糊，模糊的地方請讀者自己走一趟。
02
封面故事 COVER STORY
鹽田之後
After the Salt
企畫｜編輯部
鹽田停曬二十年，田埂還在，水門還在，守水門的人也還在。他每天打開一次水門，讓潮水進來看一看，再讓它回去。
PART ONE
曬鹽的人
The Salt Makers
撰文｜簡若水　攝影｜陳朗
「鹽是太陽的，我們只是替它掃地。」
天還沒亮，莊水木就出門了。他是這片鹽田最後一個曬鹽的人，今年七十八歲，腰彎得和耙子差不多。停曬那年他五十八，公司來收耙子，他把最舊的那一支藏在床底下，說是留著打蛇，其實床底下從來沒有蛇。
風比太陽要緊
曬鹽看起來靠太陽，其實靠風【註一】。沒有風，水面結一層皮，太陽再大也曬不透；有風，水面打皺，皺一次薄一層，一個下午就見底。莊水木聽風不用耳朵，用後頸，後頸一涼，就知道是東北風，
04
山海誌 2020.05
【圖1】莊水木與他藏了二十年的耙子。
可以放水了。
老規矩是初一十五不收鹽，留給海龍王。年輕時他不信，有一年偏在十五收了一擔，回家的路上扁擔就斷了【註二】，鹽撒了一地，第二天那塊地寸草不生，他母親罵了他半年。
鹽田小學堂
滷水
海水曬到能浮起一顆雞蛋，就叫滷水。鹽工隨身帶一顆生雞蛋，浮起一個銅板大小，就可以結晶了。
資料來源／鹽業文化館
如今田裡養魚，魚不知道這裡曬過鹽，只是長得特別結實。莊水木撈起一條給我看，說你看牠的眼睛，多亮，鹽洗過的。
註釋
註一：據《北門鹽場誌》，年平均風速每秒五公尺。
註二：訪談日期為2020年2月11日。
08
PART TWO
鹽的另一種用法
Salt, Otherwise
文字／洪大川　圖片提供／鹽業文化館
鹽田停曬以後，年輕人把鹽做成了別的東西：浴鹽、鹽燈、鹽雕的小船。做小船的叫阿滿，她用模子把粗鹽壓緊，放在太陽底下曬三天，再用刀修出船舷和桅杆。
小船不能碰水，一碰就化，可是買的人偏要放進水裡看。阿滿起先捨不得，後來也跟著看，看船一點一點矮下去，最後剩一根桅杆，她說，這才像船，船就是要回到海裡去的。
圖2、鹽雕的小船，高十二公分。（阿滿提供）
11
山海誌 2020.05
人物側寫
修船的人
——訪老船匠林火旺
文字・攝影／洪大川
林火旺，1943年生，造船五十一年，修船二十年，如今一年只修一條船。
Q：您怎麼知道一條船還能修？
A：敲。敲龍骨，聲音是亮的就還能修，聲音悶了，就不要修了，修了也是騙人，海不受騙。
Q：最難修的是哪裡？
A：最難修的是船主的心。船主捨不得，壞到不能修的也要修；船主捨得，好好的也拿去燒了。
我這一輩子
修過三百多條船，真正修好的，大概一半，另外一半，是把船主修好了。
14
讀者投書
編輯先生：
四月號寫石滬的那一篇，把「滬房」寫成了「滬屋」，老人家看了笑了一個下午，特此來信。
澎湖 讀者 許阿滿
編輯室回覆：多謝指正，已在電子版更正。
我家的陶罐
主編：
看了您寫母親抓鹽，我也去翻了家裡的陶罐，罐底還有一層，抓了一把，果然剛好。
臺南 陳金水
15
"""


def articles(issue: Issue) -> list[tuple[str, str, list[str]]]:
    """The section, the title and the authors of each article."""
    return [
        (
            issue.section_names[a.section] if a.section >= 0 else "",
            a.title[0].value,
            [author.name for line in a.bylines for author in line.authors],
        )
        for a in issue.articles
    ]


def test_the_pieces_of_a_digest_with_marked_sections() -> None:
    assert articles(restored(DIGEST).issue) == [
        ("卷首", "半截铅笔", ["陆遥"]),
        ("人生", "祖母的算盘", ["唐果"]),
        ("", "一念", []),
        ("人生", "等一只船", ["松本和子", "李远达"]),
        ("声音", "声音", []),
        ("幽默", "笑一笑", []),
        ("互动", "编读往来", []),
    ]


def test_a_source_without_brackets_is_no_heading() -> None:
    article = restored(DIGEST).issue.articles[1]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == ["一", "二"]
    last = article.back[-1]
    assert isinstance(last, Paragraph)
    assert (last.role, last.text.value) == (Role.CREDIT, "摘自《南街散文》2010年第4期")


def test_each_saying_has_who_said_it() -> None:
    article = restored(DIGEST).issue.articles[4]
    assert len(article.blocks) == 3


def test_the_articles_of_a_monthly_with_parts() -> None:
    assert articles(restored(MONTHLY).issue) == [
        ("主編的話", "把鹽留下", ["唐以安"]),
        ("封面故事", "鹽田之後", ["編輯部"]),
        ("封面故事", "曬鹽的人", ["簡若水"]),
        ("封面故事", "鹽的另一種用法", ["洪大川"]),
        ("人物側寫", "修船的人", ["洪大川"]),
        ("讀者投書", "讀者投書", []),
    ]


def test_notes_with_chinese_numbers_and_captions_in_brackets() -> None:
    article = restored(MONTHLY).issue.articles[2]
    assert [note.marker for note in article.notes] == ["註一", "註二"]
    assert [b.caption.value for b in article.blocks if isinstance(b, Figure)] == [
        "【圖1】莊水木與他藏了二十年的耙子。"
    ]
    assert any(
        "就知道是東北風，可以放水了。" in block.text.value
        for block in article.blocks
        if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[日]松本 和子 李远达/译", ["松本和子", "李远达"]),
        ("□[日]星新一 李有宽译", ["星新一", "李有宽"]),
        ("[日]松本 和子", ["松本和子"]),
        ("[美国]海伦 著 李远 译", ["海伦", "李远"]),
        ("[本刊记者] 李远", ["李远"]),
        ("唐以安｜山海誌主編", ["唐以安"]),
        ("文字／洪大川　圖片提供／鹽業文化館", ["洪大川"]),
    ],
)
def test_bylines_with_countries_and_offices(text: str, names: list[str]) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [author.name for author in reading.authors] == names
