"""Those elected and honoured, and short news, in the bulletin of a village or an association."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph, Role
from tests.support.restored import restored

INDENT = "\u3000\u3000"
TEXT = [
    "　　十月十二日上午，河湾镇老年体育协会在镇文化",
    "中心召开第六届会员代表大会，八十六名代表出席了",
    "会议，通过了工作报告。",
    "　　报告指出，五年来协会会员由三百人发展到五百",
    "七十人，建成门球场四片。",
]


def article(*lines: str) -> Article:
    head = "目录\n会员代表大会召开 1\n我教老伴打太极 贺兰英 5\n"
    other = "\n".join(TEXT)
    body = "\n".join([*TEXT, *lines])
    text = f"{head}会员代表大会召开\n{body}\n我教老伴打太极\n贺兰英\n" + f"{other}\n" * 6
    return restored(text).issue.articles[0]


def told(found: Article) -> list[tuple[Role, str]]:
    return [(one.role, one.text.value) for one in found.blocks if isinstance(one, Paragraph)][2:]


def test_those_elected_stand_on_lines_of_their_own() -> None:
    found = article(
        "　　大会选举产生了新一届领导班子：",
        "　　会　长：邓守业",
        "　　副会长：贺兰英　倪　根　宋大有",
        "　　顾　问：老　艾",
        "　　会议号召全体会员为建设和谐河湾再添一把力。",
    )
    assert [text for role, text in told(found) if role is Role.LIST_ITEM] == [
        "会长：邓守业",
        "副会长：贺兰英 倪根 宋大有",
        "顾问：老艾",
    ]
    assert not any(isinstance(block, Heading) for block in found.blocks)


def test_names_under_a_heading_are_parted_from_it_and_from_each_other() -> None:
    found = article(
        "一、健身之星",
        "　　施阿菊　宋大有　倪　根　贺兰英　董长根　汪小妹",
        "卜　亮　鲁阿根　白玉兰　桑　田",
        "二、先进分会",
        "　　石坎村分会　松坑村分会　云崖社区分会",
        "　　希望受表彰的集体和个人珍惜荣誉，再接再厉。",
    )
    assert [text for role, text in told(found) if role is Role.LIST_ITEM] == [
        "施阿菊 宋大有 倪根 贺兰英 董长根 汪小妹 卜亮 鲁阿根 白玉兰 桑田",
        "石坎村分会 松坑村分会 云崖社区分会",
    ]


def test_points_with_indents_are_each_a_paragraph_and_news_go_on_over_a_page() -> None:
    found = article(
        "　　（一）象棋、围棋每副十五元，缺一子补一元钱；",
        "　　（二）其他器材按购入价折旧后赔偿。",
        "　　▲ 十一月五日，柔力球队赴县里参加健身展示，",
        "获优秀组织奖。",
        "　　▲ 十一月十八日，松坑村门球场完成草皮更换，",
        "· 4 ·",
        "重新投入使用。",
        "　　▲ 十二月二日，协会邀请医生为会员讲冬季健康。",
        *TEXT,
        "（倪　根　文/图）",
    )
    assert [text.replace("▲ ", "▲") for _, text in told(found)][:5] == [
        "（一）象棋、围棋每副十五元，缺一子补一元钱；",
        "（二）其他器材按购入价折旧后赔偿。",
        "▲十一月五日，柔力球队赴县里参加健身展示，获优秀组织奖。",
        "▲十一月十八日，松坑村门球场完成草皮更换，重新投入使用。",
        "▲十二月二日，协会邀请医生为会员讲冬季健康。",
    ]
    assert [one.name for byline in found.bylines for one in byline.authors] == ["倪根"]


@pytest.mark.parametrize("head", ["圆桌嘉宾", "**圆桌嘉宾**", "与会嘉宾："])
def test_guests_below_their_head_are_no_title_and_each_has_a_line(head: str) -> None:
    guests = [
        "倪 根（河湾镇门球队队长，队龄二十二年）",
        "宋大有（河湾镇太极队教练，队龄三年）",
        "鲁 根（柳塘大学体育学院讲师）",
    ]
    turns = [
        "主持人：老年人打球，最怕什么？",
        "倪根：最怕不服老。我们队去年摔了三个，都是抢着捡球摔的。",
        "宋大有：太极也一样，蹲得太低，膝盖先不答应。",
        "主持人：那么怎么练才好？",
        "鲁根：练到微微出汗，还能说一句整话，就正好。",
    ]
    text = "".join(TEXT).replace(INDENT, "")
    body = "\n".join([head, *guests]) + "\n\n" + "\n\n".join(turns)
    found = restored(
        f"目录\n\n1 老了怎么练 童一舟\n\n5 我教老伴打太极 贺兰英\n\n老了怎么练\n\n主持 / 童一舟\n\n{body}\n\n"
        f"我教老伴打太极\n\n文 / 贺兰英\n\n{text}\n"
    ).issue
    assert ["".join(line.value for line in one.title) for one in found.articles] == [
        "老了怎么练",
        "我教老伴打太极",
    ]
    first = found.articles[0]
    assert first.subtitle is None
    roles = [(one.role, one.text.value) for one in first.blocks if isinstance(one, Paragraph)]
    assert [text for role, text in roles if role is Role.CREDIT] == [head.strip("*"), *guests]
