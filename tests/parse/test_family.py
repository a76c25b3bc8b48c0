"""A family monthly: columns with their keepers, recipes, quizzes, sayings in boxes."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, PullQuote, Role
from tests.support.restored import restored

HEAD = (
    "灶与灯\n2023年第4期\n主办单位：河湾市妇女联合会\n编辑出版：《灶与灯》编辑部\n主编：沈一帆\n\n"
)
SAYS = "父亲把钥匙放在门框上面，出门的人谁回来得早，谁就先把炉子里的火捅开，等着后面的人。"
MORE = "灯泡坏过三回，三回都是邻居家的孩子搭着凳子来换，换完站在下面看一会儿才肯回去睡觉。"


def issue(contents: str, body: str) -> Issue:
    """The issue with these contents and this body."""
    return restored(f"{HEAD}目录\n\n{contents}\n\n{body}\n").issue


@pytest.mark.parametrize("several", ["等三则", "等2问", "等 三 题"])
@pytest.mark.parametrize("keeper", ["主持/戴律师", "主持人：罗雪燕", ""])
def test_a_column_is_the_article_and_its_first_piece_a_heading(several: str, keeper: str) -> None:
    name = keeper[-3:] or "罗雪燕"
    listed = f"家事\n\n3 门框上的钥匙 …… 沈一帆\n\n你问我答\n\n| 7 | 借出去的钱怎么要回来 {several} | {name} |\n|---|---|---|"
    signed = f"{keeper}\n\n" if keeper else ""
    body = (
        f"家事\n\n门框上的钥匙\n\n沈一帆\n\n{SAYS}\n\n{MORE}\n\n你问我答\n\n{signed}"
        "借出去的钱怎么要回来\n\n问：表弟借了我五千元，没有写借条，现在他说不记得了，我该怎么办？\n\n"
        "答：转账的记录、聊天的记录都可以作证，先客客气气地发一条短信去，请他说一个日子。\n\n"
        "楼上漏水该找谁\n\n问：楼上的水管坏了，把我家的墙泡得起了皮，楼上说应当由物业来管。\n\n"
        "答：先看坏的是哪一段管子，分户阀以内的由楼上负责，分户阀以外的由物业负责修理。"
    )
    article = issue(listed, body).articles[-1]
    assert [text.value for text in article.title] == ["你问我答"]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == [
        "借出去的钱怎么要回来",
        "楼上漏水该找谁",
    ]
    assert [author.name for line in article.bylines for author in line.authors] == [name]


def test_a_quiz_is_by_who_designed_it_and_its_results_are_a_heading_like_the_questions() -> None:
    quiz = "\n\n".join(
        f"{n}. {asked}\n\nA. 先坐一会儿再说。（1分）\n\nB. 马上动手去做。（2分）"
        for n, asked in enumerate(["家里来了客人，你会——", "炉子灭了，你会——"], 1)
    )
    body = f"你家的炉子是哪一种\n\n设计/叶知微\n\n{SAYS}\n\n{quiz}\n\n结果分析\n\n2—3分：慢火。{MORE}\n\n4分：旺火。{SAYS}"
    article = issue("测试\n\n9 你家的炉子是哪一种", body).articles[0]
    assert [author.name for line in article.bylines for author in line.authors] == ["叶知微"]
    levels = {b.text.value: b.level for b in article.blocks if isinstance(b, Heading)}
    assert levels["结果分析"] == 1


def test_who_made_the_page_stays_a_credit_where_somebody_else_wrote() -> None:
    body = f"门框上的钥匙\n\n策划/叶知微\n\n文/沈一帆\n\n{SAYS}\n\n{MORE}"
    article = issue("3 门框上的钥匙 …… 沈一帆", body).articles[0]
    assert [author.name for line in article.bylines for author in line.authors] == ["沈一帆"]


@pytest.mark.parametrize(
    ("parts", "levels"), [(("原料", "做法"), [1, 2, 2, 1, 2, 2]), (("怎么做",), [1, 2, 1, 2])]
)
def test_parts_that_come_again_stand_under_the_dishes(
    parts: tuple[str, ...], levels: list[int]
) -> None:
    dishes = "\n\n".join(
        f"{dish}\n\n"
        + "\n\n".join(f"{part}\n\n{text}" for part, text in zip(parts, (SAYS, MORE), strict=False))
        for dish in ("板栗焖鸡", "桂花糯米藕")
    )
    body = f"秋天里的两道菜\n\n文/沈一帆\n\n{SAYS}{MORE}\n\n{dishes}"
    article = issue("灶台边\n\n3 秋天里的两道菜 …… 沈一帆", body).articles[0]
    assert [b.level for b in article.blocks if isinstance(b, Heading)] == levels


def test_plain_headings_that_come_once_are_of_one_level() -> None:
    heads = ("门框", "炉子", "灯泡", "凳子")
    texts = "\n\n".join(f"{head}\n\n{SAYS}" for head in heads)
    article = issue(
        "3 门框上的钥匙 …… 沈一帆", f"门框上的钥匙\n\n文/沈一帆\n\n{MORE}\n\n{texts}"
    ).articles[0]
    assert [b.level for b in article.blocks if isinstance(b, Heading)] == [1, 1, 1, 1]


def test_a_clause_said_before_is_a_pull_quote_without_a_full_stop() -> None:
    body = (
        "门框上的钥匙\n\n文/沈一帆\n\n那一年我上夜班，回家时全楼都睡了，钥匙放在门框上面，谁先回来谁就把火捅开。"
        f"{SAYS}\n\n天快亮了。我摸着黑往上走，走到拐角处才想\n\n钥匙放在门框上面，谁先回来谁就把火捅开\n\n"
        f"起来今天是休息日，父亲一定还没有睡，正坐在炉子旁边等我回来吃饭。\n\n{MORE}"
    )
    article = issue("3 门框上的钥匙 …… 沈一帆", body).articles[0]
    quotes = [b for b in article.blocks if isinstance(b, PullQuote)]
    assert [q.paragraphs[0].value for q in quotes] == ["钥匙放在门框上面，谁先回来谁就把火捅开"]
    assert any("才想起来今天" in b.text.value for b in article.blocks if isinstance(b, Paragraph))


@pytest.mark.parametrize("marks", ["“”", "「」"])
def test_sayings_in_a_box_stay_together(marks: str) -> None:
    said = [
        f"{marks[0]}{words}{marks[1]}{remark}"
        for words, remark in (
            ("你看看人家。", "比来比去，只比出一肚子的委屈来。"),
            ("下次再说吧。", "孩子知道，下次就是没有这一次了。"),
            ("我是为你好。", "好不好，要由穿鞋的那个人来说才算。"),
        )
    ]
    body = (
        "门框上的钥匙\n\n文/沈一帆\n\n" + SAYS + "\n\n晚饭桌上最好少提分数，真要说的时候不妨先\n\n"
        "专家提示\n\n三句话少说为妙\n\n"
        + "\n\n".join(said)
        + "\n\n问一问学校里今天有什么好玩的事，再慢慢地绕回来。\n\n"
        + MORE
    )
    article = issue("3 门框上的钥匙 …… 沈一帆", body).articles[0]
    box = next(b for b in article.blocks if isinstance(b, Box))
    assert len(box.blocks) == 3
    assert any("不妨先问一问" in b.text.value for b in article.blocks if isinstance(b, Paragraph))


@pytest.mark.parametrize("keeper", ["主持 / 海棠姐姐", ""])
def test_other_pieces_in_brackets_make_a_column_of_one_that_somebody_keeps(keeper: str) -> None:
    signed = f"{keeper}\n\n" if keeper else ""
    body = (
        f"门框上的钥匙\n\n沈一帆\n\n{SAYS}\n\n{MORE}\n\n信箱\n\n{signed}"
        f"钥匙该给谁\n\n{SAYS}{MORE}\n\n灯该谁来换\n\n{MORE}{SAYS}"
    )
    listed = "家事\n\n门框上的钥匙 …… 沈一帆 3\n\n信箱\n\n钥匙该给谁（外一则） …… 海棠姐姐 7"
    article = issue(listed, body).articles[1]
    assert article.title[0].value == ("信箱" if keeper else "钥匙该给谁")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_few_words_under_a_picture_cut_a_sentence(gap: str) -> None:
    body = (
        f"门框上的钥匙\n\n沈一帆\n\n{SAYS}\n\n那一年的冬天特别冷，父亲从厂里借来一辆板车，把过冬的煤一次\n\n"
        f"![](images/p05_01.jpg){gap}父亲和他的板车\n\n拉了回来，码在楼梯拐角的下面，整整齐齐，像一堵矮墙。\n\n{MORE}"
    )
    article = issue("3 门框上的钥匙 …… 沈一帆", body).articles[0]
    texts = [b.text.value for b in article.blocks if isinstance(b, Paragraph)]
    assert any("把过冬的煤一次拉了回来" in text for text in texts)


@pytest.mark.parametrize(
    ("before", "quoted"),
    [
        ("她发现粮库巷的水表两天没有转，敲门也没有人应，老人摔倒在厨房，已经", True),
        ("她走到粮库巷的那一头，看见石灰墙上端端正正地写着", False),
        ("她把门推开一道缝，屋里的灯亮着，老人坐在炉子旁边说", False),
    ],
)
def test_what_somebody_says_is_a_pull_quote_where_no_word_leads_to_it(
    before: str, *, quoted: bool
) -> None:
    said = "“水表不转的人家，我要多敲一遍门。”"
    body = (
        f"门框上的钥匙\n\n沈一帆\n\n{SAYS}独居的人一天一夜没有出门，已经一天一夜没有用水。\n\n"
        f"{before}\n\n{said}\n\n一天一夜。老人得救以后，她写了一份建议，请水厂把表接到社区里来。\n\n{MORE}"
    )
    article = issue("3 门框上的钥匙 …… 沈一帆", body).articles[0]
    assert any(isinstance(b, PullQuote) for b in article.blocks) is quoted


def test_who_sent_a_question_in_stands_on_its_last_line() -> None:
    body = (
        f"门框上的钥匙\n沈一帆\n　　{SAYS}\n　　{MORE}\n·百家诊所·\n孩子夜里磨牙怎么办\n"
        "　　问：我的孩子夜里磨牙，打过两次虫还是磨，请问该怎么办？　　　　青石县　郑　梅\n"
        "　　答：晚饭少吃一些，临睡以前安静半个小时；如果仍然不好，请到口腔科检查。\n"
        "老人能不能喝冰水\n　　问：我父亲爱喝冰水，喝完常说肚子疼，要紧吗？　　　　云脚镇　刘　四\n"
        "　　答：要当心。放到不冰手再喝，一次不要超过一小杯。"
    )
    listed = (
        "·家事·\n门框上的钥匙……沈一帆（3）\n·百家诊所·\n孩子夜里磨牙怎么办等二则……本刊编辑部（7）"
    )
    article = issue(listed, body).articles[1]
    assert article.title[0].value == "百家诊所"
    signed = [
        b.text.value
        for b in article.blocks
        if isinstance(b, Paragraph) and b.role is Role.SIGNATURE
    ]
    assert len(signed) == 2
    assert all(
        "郑" not in b.text.value
        for b in article.blocks
        if isinstance(b, Paragraph) and b.role is Role.QUESTION
    )
