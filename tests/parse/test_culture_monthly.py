"""What a monthly of the arts prints: contents in several forms, its own name as a speaker, boxes within sentences."""

from __future__ import annotations

from converter.model import Article, Box, Heading, Issue, Paragraph, Role, blocks_of
from converter.pipeline import restore

PROSE = (
    "河湾剧场的后台有一架老木梯，踩上去第三级总要响一声，演员们说那是给前台报信的。",
    "管道具的老人把每一件东西都挂上木牌，写明哪一出戏用过，哪一年修过，修了几回。",
    "散戏以后他要再走一遍，关掉最后一盏灯，把第二天要用的东西摆到侧幕边的长桌上。",
)
TEXT = "\n\n".join(PROSE)
HEAD = "河湾戏剧\n2021年第4期\n主办：河湾剧协\n主编：沈一禾\n国内统一刊号：CN 99-1533/J\n"


def listed(issue: Issue) -> list[tuple[str, str, str, str]]:
    """Section, title, authors and page of each entry."""
    return [
        (section.name, " ".join(entry.title), " ".join(entry.authors), entry.page)
        for section in issue.contents.sections
        for entry in section.entries
    ]


CONTENTS = """开场
4 木梯响过三声 沈一禾

对话
灯光是第二支画笔——对话舞美师何若溪 陆 遥
9

手艺 14 一把刀磨了十年 慢慢才有样子 / 周 苇

剧场课
18 为什么要有侧幕 方 舟

旧事
22 跑码头的人怎样过冬 谷 满 整理
"""
BODY = f"""开场 OPENING

木梯响过三声

文/沈一禾

{TEXT}

灯光是第二支画笔

对话舞美师何若溪

采访/陆遥

{TEXT}

一把刀磨了十年 慢慢才有样子

文/周苇

{PROSE[0]}

手艺 CRAFT

{TEXT}

剧场课 CLASS

为什么要有侧幕

文/方舟

{TEXT}

旧事

跑码头的人怎样过冬

整理/谷满

{TEXT}
"""


def test_pages_below_titles_and_behind_names_among_entries_that_begin_with_theirs() -> None:
    made = restore(f"{HEAD}\n目录\n\n{CONTENTS}\n\n{BODY}".encode(), name="issue.txt").issue
    assert listed(made) == [
        ("开场", "木梯响过三声", "沈一禾", "4"),
        ("对话", "灯光是第二支画笔", "陆遥", "9"),
        ("手艺", "一把刀磨了十年 慢慢才有样子", "周苇", "14"),
        ("剧场课", "为什么要有侧幕", "方舟", "18"),
        ("旧事", "跑码头的人怎样过冬", "谷满", "22"),
    ]
    assert all(entry.article for section in made.contents.sections for entry in section.entries)


def listed_in(contents: str, body: str = BODY) -> list[tuple[str, str, str, str]]:
    made = restore(f"{HEAD}\n目录\n\n{contents}\n\n{body}".encode(), name="issue.txt").issue
    return listed(made)


def test_an_entry_with_its_page_behind_below_its_section_among_others_that_begin_with_theirs() -> (
    None
):
    mixed = CONTENTS.replace("18 为什么要有侧幕 方 舟", "为什么要有侧幕\n方舟 18")
    told = listed_in(mixed.replace("4 木梯响过三声 沈一禾", "木梯响过三声 …… 沈一禾 4"))
    assert told[0] == ("开场", "木梯响过三声", "沈一禾", "4")
    assert told[3] == ("剧场课", "为什么要有侧幕", "方舟", "18")


def test_the_page_behind_a_section_where_others_end_their_entries() -> None:
    last = """开场
木梯响过三声 …… 沈一禾 4

对话
灯光是第二支画笔 …… 陆遥 9

手艺 14 一把刀磨了十年 慢慢才有样子 周苇

剧场课
为什么要有侧幕 …… 方舟 18
"""
    told = listed_in(last)
    assert told[2] == ("手艺", "一把刀磨了十年 慢慢才有样子", "周苇", "14")
    assert [one[0] for one in told] == ["开场", "对话", "手艺", "剧场课"]


HALVES = f"""坚持一戏一策

让老戏台常有新戏

河湾市文化局局长 沈一禾

{TEXT}

一把刀磨了十年 慢慢才有样子

周苇

{TEXT}

守住小剧场

让年轻人坐得下来

河湾剧协 陆遥

{TEXT}

跑码头的人怎样过冬

谷满

{TEXT}

后台的木梯换过几回

方舟

{TEXT}
"""


def test_below_the_name_of_its_section_the_first_words_of_an_entry_are_its_title() -> None:
    contents = """讲堂
坚持一戏一策 让老戏台常有新戏 …… 沈一禾 4
一把刀磨了十年 慢慢才有样子 …… 周苇 9

经验
守住小剧场 让年轻人坐得下来 …… 陆遥 14
跑码头的人怎样过冬 …… 谷满 18

旧事
后台的木梯换过几回 …… 方舟 22
"""
    assert listed_in(contents, HALVES) == [
        ("讲堂", "坚持一戏一策 让老戏台常有新戏", "沈一禾", "4"),
        ("讲堂", "一把刀磨了十年 慢慢才有样子", "周苇", "9"),
        ("经验", "守住小剧场 让年轻人坐得下来", "陆遥", "14"),
        ("经验", "跑码头的人怎样过冬", "谷满", "18"),
        ("旧事", "后台的木梯换过几回", "方舟", "22"),
    ]


def article(*body: str, head: str = HEAD) -> Article:
    """An article with these blocks below its byline, the first of two."""
    text = [
        head,
        "目录",
        "4 木梯响过三声 沈一禾\n9 跑码头的人怎样过冬 谷满",
        "木梯响过三声",
        "文/沈一禾",
    ]
    text += [*body, "跑码头的人怎样过冬", "文/谷满", *PROSE]
    return restore("\n\n".join(text).encode(), name="issue.txt").issue.articles[0]


def paragraphs(made: Article) -> list[str]:
    return [block.text.value for block in made.blocks if isinstance(block, Paragraph)]


def boxes(made: Article) -> list[tuple[str, str, list[str]]]:
    """Name, title and paragraphs of each box."""
    return [
        (
            block.label,
            block.title.value if block.title else "",
            [one.text.value for one in block.blocks if isinstance(one, Paragraph)],
        )
        for block in blocks_of(made)
        if isinstance(block, Box)
    ]


TALK = (
    "长灯：您每天最早到剧场，来了先做什么？",
    "何若溪：先把台上的灯一盏一盏打开，再一盏一盏关掉，看看它们夜里有没有改了脾气。",
    "长灯：灯也有脾气吗？",
    "何若溪：有的灯热得慢，你催它，它就闪一下给你看，老灯都是这样，跟老人差不多。",
    "长灯：最难打的一束光是什么？",
    "何若溪：天快亮还没有亮的那一束，蓝里头要有一点灰，灰里头要有一点红。",
)


def test_a_magazine_is_called_by_the_name_under_which_it_asks() -> None:
    head = "长 灯\n舞台艺术月刊\n2021年4月号\n2021年4月5日出版 总第88期\n主办：河湾剧协\n主编：沈一禾\n国内统一刊号：CN 99-1533/J\n"
    made = article(*TALK, head=head)
    text = "\n\n".join([head, "目录", "4 木梯响过三声 沈一禾", "木梯响过三声", "文/沈一禾", *TALK])
    assert restore(text.encode(), name="issue.txt").issue.masthead.title == "长灯"
    roles = [block.role for block in made.blocks if isinstance(block, Paragraph)]
    assert roles == [Role.QUESTION, Role.ANSWER] * 3


def test_who_answers_is_introduced_above_the_talk() -> None:
    about = "何若溪，舞美师，1971年生于河湾，做过四十部戏，教授灯光设计多年。"
    made = article(about, *[turn.replace("长灯：", "记者：") for turn in TALK])
    assert isinstance(made.blocks[0], Paragraph)
    assert made.blocks[0].role is Role.BIOGRAPHY


QUESTIONS = (
    "问：台上的酒是真的吗？",
    "答：多半是凉茶，颜色浓一点就像黄酒，淡一点就像白酒兑了水。",
    "问：打碎的碗天天要买新的吗？",
    "答：碗是石膏做的，一场一只，碎了扫起来，磨成粉还能再做一只。",
)


def test_questions_and_answers_behind_the_name_of_their_box_within_a_sentence() -> None:
    made = article(
        PROSE[0],
        "管道具的老人不抹油，也不拿火去烤，只把那封信交给",
        f"观众问答 {QUESTIONS[0]}",
        *QUESTIONS[1:],
        "的一个徒弟，让他揣在怀里走了一个冬天，到开春拿出来，折痕已经快要断了。",
        PROSE[1],
    )
    assert boxes(made) == [("观众问答", "", list(QUESTIONS))]
    assert not any(isinstance(block, Heading) for block in made.blocks)
    assert paragraphs(made)[1].startswith(
        "管道具的老人不抹油，也不拿火去烤，只把那封信交给的一个徒弟"
    )


FACTS = (
    "交通：河湾站每天有三班车到老码头，末班四点半。",
    "时间：最好是冬天去，水落下去，能看见台基。",
    "提醒：后台有人住着，进去以前先敲三下门。",
)


def test_facts_behind_the_name_of_their_box_and_a_clause_said_again_at_its_seam() -> None:
    made = article(
        PROSE[0],
        "我问能不能上去看一看那架老木梯，看门的人想了想说，去吧，",
        f"看戏指南 {FACTS[0]}",
        *FACTS[1:],
        "吧，小心第三级。我就上去了，踩到第三级它果然响了一声，台下空空的，没有一个人。",
        PROSE[1],
    )
    assert boxes(made) == [("看戏指南", "", list(FACTS))]
    assert "看门的人想了想说，去吧，小心第三级。我就上去了" in paragraphs(made)[1]


def test_a_title_between_the_name_of_a_box_and_its_text() -> None:
    made = article(
        PROSE[0],
        "这一年台上换了一种更轻的幕布，拉起来没有声音，收幕的人站在侧",
        "名词解释 3号景片 3号景片是挂在台口后面的一块软景，画的多半是远处的山和水，能收能放。",
        "幕边上，总要伸手去摸一摸，看它是不是真的已经落到了地板上。",
        "小知识 一盏会动的灯 找一张厚纸卷成筒，在筒上扎十个小孔，放在手电筒前面慢慢转动，墙上就有了星星。",
        PROSE[1],
    )
    told = boxes(made)
    assert [(label, title) for label, title, _ in told] == [
        ("名词解释", "3号景片"),
        ("小知识", "一盏会动的灯"),
    ]


def test_what_stands_on_the_next_page_carries_a_sentence_on_below_a_box() -> None:
    made = article(
        PROSE[0],
        "台口的灯分成2、3、4、6、8、12盏一组，哪一组坏了都有备用的一组顶上去，不会误了戏。",
        "箱子打开，里面垫着一床旧棉被，木梯的横档、绳子、滑轮、",
        "名词解释 吊杆是挂幕布和景片的横杆，老剧场用麻绳拉，新剧场用电机拉，一座剧场少说有二十道。",
        "1985年起，河湾剧场换了新的木梯和滑轮，备用的绳子一组一组配发到后台，一架木梯、一台电机，演员们就能给前台报信了。",
        "— 8 —",
        "一副用布包好的铁钩，各归各位，擦得发亮。老人说，这是师傅传下来的，他一天也没有舍得用过。",
        "— 9 —",
        PROSE[1],
    )
    ((label, _, told),) = boxes(made)
    assert (label, len(told)) == ("名词解释", 2)
    assert "横档、绳子、滑轮、一副用布包好的铁钩" in paragraphs(made)[2]


def test_the_mark_before_what_somebody_says_is_put_back() -> None:
    said = "下雨也得唱。”老人后来教徒弟，只说这一句，“底下还有一个人坐着，你就得唱。”"
    assert paragraphs(article(PROSE[0], said, PROSE[1]))[1] == f"“{said}"
    within = "他想了一会儿。下雨也得唱。”老人后来教徒弟，只说这一句。"
    assert paragraphs(article(PROSE[0], within, PROSE[1]))[1] == within
    opened = "老人说：“台下的人不管你累不累。"
    goes_on = "他们只管你唱不唱。”老人说完就不说了。"
    assert paragraphs(article(PROSE[0], opened, goes_on))[-1].endswith(goes_on)


def test_a_box_that_promises_figures_has_the_short_paragraphs_full_of_them() -> None:
    figures = (
        "河湾县乡间剧团备案演员2316人，一人一档，建档率100%。",
        "四年里乡间剧团辞退不登台、不练功、不守约的演员184人，占7.9%。",
        "演员平均月报酬由2018年的1920元提高到4360元，参保率由12.4%提高到91.7%。",
    )
    text = (
        "一是把好进门这一关。河湾县的乡间剧团都立了规矩，演员进团要先唱三场，由老演员和村里的听众一起打分，分数贴在后台的墙上。",
        "二是把好登台这一关。乡间剧团的演员每年许下三件实事，写在村口的木牌上，做完一件划掉一件，年底由听众来评，评得不好的第二年少排戏。",
        "三是把好养老这一关。唱不动了的演员留在团里教徒弟，教出一个登台的，团里给他补一份钱，让他不为吃穿发愁。",
    )
    made = article(text[0], "数读", *figures, *text[1:])
    assert boxes(made) == [("数读", "", list(figures))]
