"""Pull quotes without a full stop where each paragraph is a line, and names of boxes below a comma."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph
from tests.support.blocks import quotes, texts
from tests.support.restored import restored

BEFORE = (
    "修桥的人姓霍，一生修过十一座桥，通车的那天从来不去，领导剪彩的时候他在工棚里收拾行李。",
    "有人问他为什么，他说桥这种东西第一年看不出好坏，要等过了三个汛期，他才肯来走一走。",
    "第七座桥在白石滩，第三年汛期山洪下来，他连夜坐车去，站在桥头，一直站到天亮才肯坐下。",
)
AFTER = (
    "水退了，桥还在。他从这头走到那头，又走回来，对守桥的人说，现在可以把名字刻上去了。",
    "守桥的人说，名字三年前就刻好了，刻的是县长的。他笑了笑，说那就让县长也来站一夜。",
)


def issue(*parts: str) -> Issue:
    return restored("\n\n".join(("桥头", "霍山", *BEFORE, *parts, *AFTER)) + "\n").issue


def of(found: Issue, kind: type) -> list[object]:
    return [b for a in found.articles for b in a.blocks if isinstance(b, kind)]


def test_two_lines_between_whole_paragraphs_that_turn_a_thought_are_a_pull_quote() -> None:
    found = issue("真正的签名，\n是签在第三个汛期之后的")
    assert quotes(found) == ["真正的签名，是签在第三个汛期之后的"]
    assert texts(found) == [*BEFORE, *AFTER]


def test_beside_other_headings_they_are_a_heading() -> None:
    text = "那一夜他想了很多，想到第一座桥，想到教他看水的师傅，天就一点一点地亮起来了。"
    found = issue("白石滩的一夜", text, "真正的签名，\n是签在第三个汛期之后的")
    assert not quotes(found)


def test_within_a_sentence_they_need_no_words_that_carry_it_on() -> None:
    found = issue(
        "守桥的工程师说，",
        "堵车不是因为路太少，\n而是因为“我先走”太多",
        "如果每十辆车里有一辆肯等一等，这座桥上就再也不会有人按喇叭了。",
    )
    assert quotes(found) == ["堵车不是因为路太少，而是因为“我先走”太多"]
    assert (
        "守桥的工程师说，如果每十辆车里有一辆肯等一等，这座桥上就再也不会有人按喇叭了。"
        in texts(found)
    )


def test_a_line_within_a_sentence_may_hold_a_word_that_asks() -> None:
    parts = (
        "桥上有一个小小的闸门，水太大的时候会自己打开，不用人守着，",
        "安全闸教会了人们怎样和水相处",
        "所以上游的堤和下游的堰后来都照着它做了一个，一直用到今天。",
    )
    found = restored("\n\n".join(("桥头", "霍山", *BEFORE, *parts)) + "\n").issue
    assert quotes(found) == [parts[1]]
    assert texts(found)[-1] == parts[0] + parts[2]


@pytest.mark.parametrize("name", ["法条链接", "相关链接"])
def test_the_name_of_a_box_below_a_comma_is_no_second_line_of_a_heading(name: str) -> None:
    found = issue(
        "老霍说，修桥和种地一样，",
        name,
        "桥梁自建成之日起，每年至少应当检查一次，汛期之后须加查一次，记录由管护单位保存。",
        "要顺着水找源头。他说完就到上游去了，走了三天才回来。",
    )
    assert not of(found, Heading)
    (box,) = of(found, Box)
    assert isinstance(box, Box)
    assert box.label == name
    assert "老霍说，修桥和种地一样，要顺着水找源头。他说完就到上游去了，走了三天才回来。" in texts(
        found
    )


def test_who_signs_right_below_a_thought_within_a_sentence_needs_no_other_mention() -> None:
    found = issue(
        "你可以慢慢吃，隔一会儿说一句和吃饭没有关系的话，他可能不回答，",
        "陪伴不是把他拉上来，是坐到他旁边去\n——林深",
        "但是他听见了，过了很久才说出第一句话来。",
    )
    assert quotes(found) == ["陪伴不是把他拉上来，是坐到他旁边去"]


def test_the_name_below_a_thought_within_the_article_closes_no_box_above() -> None:
    found = issue(
        "一台翻新泵拆开以后，能修的修，不能修的回炉。它的价格是新泵的四成，",
        "小档案",
        "再制造是指对旧产品进行专业化修复，使其性能不低于新品的过程，须标注字样。",
        "寿命大约是六成。",
        "争议在于标牌。镇上最大的老板褚大勇立了一块牌子，本店只卖旧泵，他对来的人说，",
        "旧不丢人，装新才丢人。\n——褚大勇",
        "他的生意反而比别人好，一条街的人都来学他的样子。",
    )
    assert quotes(found) == ["旧不丢人，装新才丢人。"]
    (box,) = of(found, Box)
    assert isinstance(box, Box)
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [
        "再制造是指对旧产品进行专业化修复，使其性能不低于新品的过程，须标注字样。"
    ]


NIGHT = "那一夜他想了很多，想到第一座桥，想到教他看水的师傅，天就一点一点地亮起来了，水也退下去了。"
TRAIN = "列车长跟了这趟车十九年，乘客的名字叫得出一半，谁在哪一站下，谁的鸡要喂，她都记在本子上。"
SNOW = "有一年大雪，车在半道停了七个小时，乘客把豆腐买光了，在锅炉上煮了吃，到站的时候都成了熟人。"


def test_a_couplet_without_a_stop_is_no_heading_where_no_heading_is_one() -> None:
    couplet = "谁也不喜欢它，谁也离不开它"
    found = issue("慢，是有道理的", NIGHT, couplet, TRAIN, "最后一天", SNOW)
    assert quotes(found) == [couplet]


def test_beside_another_couplet_it_is_a_heading() -> None:
    couplet = "快车把人送到地方，慢车把地方送到人跟前"
    found = issue("桥上的人看水，桥下的人看天", NIGHT, couplet, TRAIN, "最后一天", SNOW)
    assert quotes(found) == []


def test_what_the_author_signs_between_whole_paragraphs_closes_no_box_above() -> None:
    found = issue(
        "叹气的时候，你会把肺里最底下的那口气吐出来。很多人岔气，不是吸得不够，",
        "教练提示",
        "岔气时放慢脚步，用手按住疼的一侧，长长地吐三口气，吐完了再走五十步。",
        "是吐得太少。",
        NIGHT,
        "跑步是从不着急开始的\n——霍山",
        TRAIN,
    )
    assert quotes(found) == ["跑步是从不着急开始的"]
    (box,) = of(found, Box)
    assert isinstance(box, Box)
    assert len(box.blocks) == 1
    assert box.attribution is None
