"""A university's quarterly: who talks with an office behind the name, rounds of poems, pictures that cut sentences."""

from __future__ import annotations

import pytest

from converter.model import Box, Figure, Heading, MarkKind, Paragraph, PullQuote, Role, Table, Verse
from converter.parse.captions import opens_at_hour, tells_of_thing
from converter.parse.kinds import is_date_line, labelled
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
HEAD = "渡口\n2023·秋季号\n主办：河湾学院\n主编：沈一帆\n地址：河湾镇渡口路1号\n\n目录\n\n夜渡　陆遥……2\n早渡　周苇 唐果……6\n\n"


def _blocks(first: str, second: str = TWO) -> list[tuple[object, ...]]:
    text = f"{HEAD}夜渡\n\n陆遥\n\n{first}\n\n早渡\n\n周苇　唐果\n\n{second}\n"
    return [tuple(one.blocks) + tuple(one.back) for one in restored(text).issue.articles]


def _told(block: object) -> str:
    """Who speaks in a paragraph, as its mark says."""
    assert isinstance(block, Paragraph)
    marks = [mark for mark in block.text.marks if mark.kind is MarkKind.SPEAKER]
    return block.text.value[marks[0].start : marks[0].end] if marks else ""


def test_readers_on_the_net_ask() -> None:
    talk = (
        "@河湾的猫：船为什么改点了？\n\n周苇：水涨了，石阶只露出一半，靠不了岸。\n\n"
        "@挑担老魏：什么时候改回来？\n\n周苇：退到第七格就改，牌子上会写。"
    )
    blocks = _blocks(talk)[0]
    assert [_told(block) for block in blocks] == ["@河湾的猫", "周苇", "@挑担老魏", "周苇"]
    assert [block.role for block in blocks if isinstance(block, Paragraph)] == [
        Role.QUESTION,
        Role.ANSWER,
        Role.QUESTION,
        Role.ANSWER,
    ]


def test_each_poem_of_a_round_is_signed_below() -> None:
    poems = (
        "雾里的船\n\n雾把船吃掉一半，\n另一半还在响，\n桨是它的骨头，\n咯，咯，咯。\n\n周苇（水文系2021级）\n\n"
        "岸上的船\n\n船翻过来晒，\n肚子朝着太阳，\n漏过水的地方，\n补着三块铁皮。\n\n唐果（渡口职工）"
    )
    blocks = _blocks(ONE, poems)[1]
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == [
        "雾里的船",
        "岸上的船",
    ]
    assert sum(isinstance(block, Verse) for block in blocks) == 2
    signed = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert signed == ["周苇（水文系2021级）", "唐果（渡口职工）"]


@pytest.mark.parametrize(
    "caption",
    [
        "老渡口的石阶，最下面的两级常年在水里，至今没有换过。",
        "凌晨 4 点 20 分，“夜渡”二号靠岸。船头的灯是后来加的。",
    ],
)
def test_a_caption_without_a_mark_cuts_a_sentence(caption: str) -> None:
    cut = f"{ONE}\n\n{TWO}撑船的人把缆绳绕了三圈，才肯回屋里去睡，第二天又爬起来"
    blocks = _blocks(
        f"{cut}\n\n{caption}\n\n了。后来他不撑船了，灯还挂在那里，天黑以后自己会亮。\n\n{TWO}"
    )[0]
    captions = [block.caption.value for block in blocks if isinstance(block, Figure)]
    assert ["".join(one.split()) for one in captions] == ["".join(caption.split())]
    assert not any(isinstance(block, PullQuote) for block in blocks)


@pytest.mark.parametrize("tail", ["渡口边上添了一条", "后来渡口边上又修了两座"])
def test_what_was_counted_before_a_seam_is_no_caption_below_it(tail: str) -> None:
    thing = "通到水边的青石台阶，最下面的两级常年在水里，至今没有换过。"
    road = f"上船要走石板路，一条石板路走了三代人，两座石板路中间的小桥也走了三代人。{tail}"
    below = f"石板路的旁边，从前是卖鱼的棚子，如今改成了候船的屋子，屋里有长凳，有热水。{TWO}"
    blocks = _blocks(f"{ONE}\n\n{road}\n\n{thing}\n\n{below}\n\n{TWO}")[0]
    assert not any(isinstance(block, Figure) for block in blocks)
    assert road + thing in [block.text.value for block in blocks if isinstance(block, Paragraph)]


def test_what_is_seen_and_what_is_said_of_it() -> None:
    assert tells_of_thing("老渡口的石阶，最下面的两级常年在水里，至今没有换过。")
    assert not tells_of_thing("渡口收入的一部分，要交给镇上修石阶，剩下的归船工。")
    assert not tells_of_thing("渡船实际载客的人数，应当不大于核定的数目。")
    assert not tells_of_thing("我们渡口的石阶，最下面的两级常年在水里。")
    assert not tells_of_thing("当场修的当场修，修好了就不再往镇上报。")
    assert opens_at_hour("凌晨4点20分，“夜渡”二号靠岸。船头的灯是后来加的。")
    assert not opens_at_hour("凌晨4点20分，她说：“靠岸了。”")


def test_a_sentence_about_a_table_is_no_caption() -> None:
    rows = "表一　渡口的船\n船名  吨位  船龄\n夜渡一号  12  31年\n夜渡二号  9  4年\n早渡  15  8年"
    blocks = _blocks(f"{ONE}\n\n表一是我们对三条船所做的丈量。\n\n{rows}\n\n{TWO}")[0]
    assert any(isinstance(block, Table) for block in blocks)
    assert not any(isinstance(block, Figure) for block in blocks)
    texts = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert "表一是我们对三条船所做的丈量。" in texts


def test_sayings_with_their_sources_in_brackets_are_no_verse() -> None:
    sayings = "“这条船我撑了二十二年，今天第一次发现\n它很好看。对不起，从前那些年。”（周苇\n　老渡口，夜班）"
    assert not any(isinstance(block, Verse) for block in _blocks(sayings)[0])


def test_the_season_of_an_issue_and_the_place_of_a_date() -> None:
    assert restored(HEAD).issue.masthead.number == "3"
    assert is_date_line("8月29日 于河湾")
    assert not is_date_line("8月29日 于河湾渡口上船的人一共有三百个")
    note = labelled("编者记：九月起，渡口早关一小时。")
    assert note is not None
    assert note.role is Role.EDITOR_NOTE


def test_a_talk_under_a_name_cuts_a_sentence_of_a_lecture() -> None:
    cut = f"{ONE}\n\n{TWO}撑船的人把缆绳绕了三圈，才肯回屋里去睡，第二天有一群人在岸"
    asked = (
        "现场提问\n\n听众（水文系）：水尺上的第七格是谁定的？\n\n陆遥：从前的船工，水涨到那里就看不见石阶了。\n\n"
        "听众（附中学生）：要是没有看见呢？\n\n陆遥：那就等雾散。"
    )
    rest = "边架起三台照相机，拍了一夜，拍到的灯是六盏，不是七盏，有一盏在水里。"
    blocks = _blocks(f"{cut}\n\n{asked}\n\n{rest}\n\n{TWO}")[0]
    boxes = [block for block in blocks if isinstance(block, Box)]
    assert [(one.label, len(one.blocks)) for one in boxes] == [("现场提问", 4)]
    assert (TWO + cut.rpartition(TWO)[2] + rest) in [
        block.text.value for block in blocks if isinstance(block, Paragraph)
    ]


def test_those_who_sit_at_a_table_stand_behind_a_frame() -> None:
    roll = "〔在座〕周苇（渡口管理员）　唐果（学生会，常年坐早班船）　何奶奶（船工家属）"
    blocks = _blocks(
        f"{roll}\n\n主持人：先请周苇说说。\n\n周苇：人手不够。\n\n主持人：唐果呢？\n\n唐果：可以排班。"
    )[0]
    first = blocks[0]
    assert isinstance(first, Paragraph)
    assert first.role is Role.CREDIT


def test_news_that_is_signed_keeps_its_names_of_two_characters_as_well() -> None:
    news = (
        f"{ONE}（陆遥远）\n\n渡口的钟停了三天，修钟的人说齿轮磨短了，要换一个新的。（周 苇）\n\n"
        "早班船改在六点半开，牌子上的字是新描的，雨淋不掉。（唐 果）"
    )
    texts = [block.text.value for block in _blocks(news)[0] if isinstance(block, Paragraph)]
    assert [text.partition("（")[2] for text in texts] == ["陆遥远）", "周苇）", "唐果）"]
