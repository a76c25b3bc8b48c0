"""A literary monthly: flush sections, folios in full-width dots, poems told by indents."""

from __future__ import annotations

from converter.model import Article, Heading, Issue, Paragraph, Verse
from tests.support.restored import restored

ISSUE = """\
河埠文学
一九九四年第六期
（总第一三一期）

目　录

短篇小说
　　水表房………………………………………贺兰生（２）
　　旧单车………………………………………舒　垣（４）

诗　歌
　　江边三题………………………………………闵　江（６）
　　给一座拆掉的车站……………………………尚未央（７）

编后记…………………………………………………（８）

封　面　早潮（水印木刻）………………石若虚

主　编　容　与
电　话　0996—10023187
定　价　1.80元

短篇小说
　　　　水　表　房
　　　　　　贺兰生
　　　　一
　　老安退休的前一个月，水厂派来一个徒弟，叫于小海，
头发烫得像一盆刚开的菊花。老安看了看他，没有说话，把
一串钥匙从腰上解下来，哗啦一声搁在桌上。钥匙一共六十
．2．
三把，开的是城东六十三座水表房。
　　　　二
　　半个月下来，于小海学会了三件事，哪一座房的锁要先
往上提再拧，哪一户的狗要先扔一块馒头。
　　　　砚边小札
　　　　　　温　陶
　　教人写字的先生说，写一字最难，没有地方可以藏。长
的字、繁的字，一笔写坏了，还有别的笔画替它遮一遮。
．3．
　　　　旧单车
　　　　　　舒　垣
　　那年夏天，我们镇上一共有十一辆自行车，其中最好的
一辆是邮递员老葛的，墨绿色，前梁上缠着一层塑料皮。
· ll ·
诗　歌
　　　　江边三题
　　　　　　闵　江
　　　　缆　绳
　　它一生的力气
　　都用来不走

　　船晃一下
　　它就在铁桩上
　　再写一遍自己的名字
　　　　卖鱼的人
　　他用一根稻草
　　提着整条江的早晨
　　走过石阶
　　　　灯
　　红的让船向左
　　绿的让船向右
　　　　给一座拆掉的车站
　　　　　　尚未央
　　站名还在，写在去年的车票上
　　钟还在，挂在收破烂的人家里
　　走得比从前准

　　我来接一个人
　　她说过坐傍晚的那一班
　　傍晚来了
　　带着两根生锈的铁轨
．12．
　　　　编后记
　　编完这一期，窗外的雨已经下了三天。邮递员把两捆来
稿放在门口，外面裹着塑料布，一封也没有湿。
"""


def issue() -> Issue:
    return restored(ISSUE).issue


def named(title: str) -> Article:
    return next(a for a in issue().articles if "".join(t.value for t in a.title) == title)


def headings(title: str) -> list[str]:
    return [block.text.value for block in named(title).blocks if isinstance(block, Heading)]


def section(title: str) -> str:
    found = named(title).section
    return issue().section_names[found] if found >= 0 else ""


def test_an_entry_set_flush_like_the_sections_is_in_none() -> None:
    assert section("编后记") == ""
    assert section("旧单车") == "短篇小说"


def test_a_filler_between_two_articles_of_a_section_is_in_none() -> None:
    assert section("砚边小札") == ""


def test_folios_in_full_width_dots_cut_no_sentence() -> None:
    first = next(b for b in named("水表房").blocks if isinstance(b, Paragraph))
    assert first.text.value.endswith("钥匙一共六十三把，开的是城东六十三座水表房。")
    text = "".join(drop.text for drop in issue().drops if drop.reason == "page-marker")
    assert "ll" in text


def test_chapters_of_a_story_are_headings() -> None:
    assert headings("水表房") == ["一", "二"]


def test_titles_of_poems_are_set_further_in() -> None:
    assert headings("江边三题") == ["缆绳", "卖鱼的人", "灯"]
    stanzas = [b for b in named("江边三题").blocks if isinstance(b, Verse)]
    assert [len(stanza.lines) for stanza in stanzas] == [2, 3, 3, 2]


def test_long_lines_of_a_poem_are_no_headings() -> None:
    assert headings("给一座拆掉的车站") == []
    stanzas = [b for b in named("给一座拆掉的车站").blocks if isinstance(b, Verse)]
    assert [len(stanza.lines) for stanza in stanzas] == [3, 4]
