"""What a monthly for motorists prints: cards of measures, sayings of the road, a scene within a sentence."""

from __future__ import annotations

from converter.model import Article, Box, Heading, Paragraph
from converter.parse.captions import is_unnumbered_caption
from converter.parse.credits import read_credits
from tests.support.restored import restored

TEXTS = [
    "星期一的早高峰，我开着这辆小车进城，绿灯一亮，它总能从一群大车的夹缝里先钻出来，钻出来以后就不行了。",
    "过了六十公里，电机开始喘，风声从四面八方挤进来，像坐在一只倒扣的铁皮桶里，说话要把脸凑到一起。",
    "后排座椅放倒以后，可以竖着放进一台洗衣机，放进去以后后视镜里什么也看不见，全靠同事在路边打手势。",
    "老车主们谁也不在意这些，他们每天往返不过三十公里，晚上从厨房的窗户里甩一根线下来，第二天又是满的。",
]
LAST = (
    "如果家里已经有一辆车，只缺一辆买菜的，它是对的；想拿它当唯一的一辆，请先在腊月的早上试一试。"
)
OTHERS = [
    "补胎的摊子摆在桥头，一只水盆，一把锉，一台手摇的气泵，摊主坐在小马扎上，听见哪辆车喘气就抬起头来。",
    "胎放进水盆里转一圈，哪里冒泡哪里就是眼，他用粉笔画个圈，锉毛，上胶，贴皮，拿小锤子敲十七下。",
]
MEASURES = ["长×宽×高：2920×1493×1621毫米", "轴距：1940毫米", "充电口：左前", "售价：3.28万元"]
CUT = "满电出门，表上写着四百一十。上了高速，我把速度定在一百一，表上的数字掉得比里程快，开了二百二十公里，能跑的还剩一百"


def article(*parts: str) -> Article:
    head = "目录\n\n小车进城 沈渡 3\n\n补胎的人 陆遥 9\n\n小车进城\n\n文/沈渡"
    last = ["补胎的人", "文/陆遥", *OTHERS]
    return restored("\n\n".join([head, *parts, *last]) + "\n").issue.articles[0]


def boxes(found: Article) -> list[tuple[str, list[str], str]]:
    return [
        (
            box.title.value if box.title else box.label,
            [block.text.value for block in box.blocks if isinstance(block, Paragraph)],
            box.attribution.text.value if box.attribution else "",
        )
        for box in found.blocks
        if isinstance(box, Box)
    ]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_lines_with_labels_that_stand_close_are_a_card_whatever_they_tell() -> None:
    made = article(*TEXTS[:3], "小车的尺寸", "\n".join(MEASURES), "该不该买", TEXTS[3], LAST)
    assert boxes(made) == [("小车的尺寸", MEASURES, "")]
    assert [b.text.value for b in made.blocks if isinstance(b, Heading)] == ["该不该买"]
    assert paragraphs(made) == [*TEXTS, LAST]


def test_what_several_people_say_under_a_heading_is_no_card() -> None:
    said = ["甲：坐得下，只是腿要收着。", "乙：我不坐后排。"]
    made = article(*TEXTS[:3], "坐得下坐不下", "\n".join(said), TEXTS[3])
    assert boxes(made) == []


def test_a_character_and_its_full_stop_carry_a_sentence_on_below_a_box() -> None:
    said = [
        "“换电站里的师傅说，最怕过节，一天要换三百多块，换到后来看见车就数数。”",
        "“隔壁那辆车的大姐带了毛线，四次换电织完一只袖子。”",
    ]
    made = article(*TEXTS[:2], CUT, "路上听来的", *said, "三。", *TEXTS[2:])
    assert boxes(made) == [("路上听来的", said, "")]
    assert CUT + "三。" in paragraphs(made)


def test_two_who_speak_by_turns_within_a_sentence_stand_in_a_box() -> None:
    said = ["师：坑比你高还是比你矮？", "生：比我高。", "师：那平均数呢？", "生：把坑填平了。"]
    cut = "坐在最后一排的孩子举手说，他们村的河，平均水深还没有他高，可是去年淹死了一头"
    made = article(*TEXTS[:2], cut, "片段", *said, "牛。", *TEXTS[2:])
    assert boxes(made) == [("片段", said, "")]
    assert cut + "牛。" in paragraphs(made)


def test_who_put_the_figures_in_order_closes_a_box() -> None:
    facts = ["调查时间：10月11日至22日。", "调查对象：九个小区的车主。", "有效回收率：87.5%。"]
    cut = "有意思的是，每天开车不到三十公里的人，对这辆车满意的比例高出"
    made = article(
        *TEXTS[:2], cut, "问卷说明", *facts, "（数据整理：本刊编辑部）", "一倍。", *TEXTS[2:]
    )
    assert boxes(made) == [("问卷说明", facts, "数据整理：本刊编辑部")]
    assert cut + "一倍。" in paragraphs(made)


def test_a_sentence_with_a_colon_below_a_close_list_is_the_rest_of_what_it_cuts() -> None:
    cut = "打捞用了四十天，潜水员堵住破口，再用六只空油罐抬起来。那时候还没有像样的打捞船，"
    rest = "全靠潮水：落潮时绑紧，涨潮时浮起来一寸，再往岸边拖一寸。"
    card = ["全长：56.4米", "型宽：7.9米", "航速：13.5节", "编制：74人"]
    made = article(*TEXTS[:2], cut, "旧船的尺寸", "\n".join(card), rest, *TEXTS[2:])
    assert boxes(made) == [("旧船的尺寸", card, "")]
    assert cut + rest in paragraphs(made)


def test_a_few_words_carry_a_sentence_on_below_what_ends_in_brackets() -> None:
    cut = "河狸要先把水拦起来，让小河变成池塘，水够深了，谁也找不到门，然后才在池塘中间"
    hint = "（提示：想一想铁锅生锈以后是什么颜色。答案在第12页）"
    asked = "河狸的门牙为什么是橙色的？"
    made = article(*TEXTS[:2], cut, "考考你", asked, hint, "盖房子。", *TEXTS[2:])
    (found,) = boxes(made)
    assert found[1][-1] == hint
    assert cut + "盖房子。" in paragraphs(made)


def test_who_drew_may_be_called_anything_beside_who_wrote() -> None:
    credited = read_credits("文 尹小荷 图 布布") or ()
    assert [(one.work, one.names) for one in credited] == [("文", ("尹小荷",)), ("图", ("布布",))]


def test_what_is_to_be_seen_of_a_thing_is_a_caption() -> None:
    assert is_unnumbered_caption("1946年打捞出水的炮舰，舷侧的弹孔清晰可见。")
    assert not is_unnumbered_caption("他站在岸上看了半天，弹孔清晰可见。")
