"""What stands within the long reports of a weekly: quotes on two lines, stories beside, figures."""

from __future__ import annotations

from converter.model import Block, Box, Heading, Issue, Paragraph, PullQuote
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，栏杆上拴着一根旧绳。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，夜里照出来的光也是裂开的。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水，水开了就到石阶上去坐着。"
FOUR = "镇上的人大多从桥上走，只有挑担子的人还坐船，他们说桥头离菜场太远，担子压得肩膀疼，不如坐在船上歇一歇。"
FIVE = "码头的石墩上刻着年份，最早的一个已经看不清了，孩子们用手指去描，描来描去，描出来的年份一个也不一样。"
SIX = "冬天江面上有雾，雾里听得见桨声，却看不见船，岸上的人便朝着桨声喊一句，船上的人也朝着岸喊一句，都不知道对面是谁。"
LAST = "摆渡人说，他不会修桥，也不会开车，他只认得这一段水，认得每一块石头，哪里深哪里浅，闭着眼睛也摸得过去。"


def issue(*parts: str) -> Issue:
    head = ["渡口\n2023年第2期", "目录", "水边的灯 何文 2", "旧绳 李山 8", "水边的灯", "文/何文"]
    return restored("\n\n".join([*head, *parts, "旧绳", "文/李山", LAST])).issue


def kinds(found: Issue) -> list[str]:
    return [_kind(block) for block in found.articles[0].blocks]


def _kind(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.role.value
    return block.type


def test_one_sentence_on_two_lines_between_paragraphs_is_a_pull_quote() -> None:
    found = issue(ONE, TWO, THREE, "渡船是这里最后一个\n不问你带了什么的地方。", FOUR, FIVE, SIX)
    quotes = [block for block in found.articles[0].blocks if isinstance(block, PullQuote)]
    assert [quote.paragraphs[0].value for quote in quotes] == [
        "渡船是这里最后一个不问你带了什么的地方。"
    ]


def test_two_lines_of_verse_are_none() -> None:
    found = issue(ONE, TWO, THREE, "一盏灯照着两边的岸，\n一条绳牵着两边的人。", FOUR, FIVE, SIX)
    assert "pull-quote" not in kinds(found)


def test_a_story_with_its_own_title_and_author_between_numbered_parts() -> None:
    found = issue(
        "一、早晨",
        ONE,
        "二、正午",
        TWO,
        "石阶上的豆腐脑",
        THREE,
        FOUR,
        "（文/洪小满）",
        "三、夜里",
        SIX,
    )
    boxes = [block for block in found.articles[0].blocks if isinstance(block, Box)]
    assert [box.title.value if box.title else "" for box in boxes] == ["石阶上的豆腐脑"]
    assert boxes[0].attribution is not None
    assert boxes[0].attribution.text.value == "文/洪小满"
    assert [
        block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)
    ] == [
        "一、早晨",
        "二、正午",
        "三、夜里",
    ]


def test_figures_that_only_others_tell_are_headings() -> None:
    found = issue("103年", ONE, "41.6万人次", TWO, "2.4元", THREE, "17:1", FOUR, "0", FIVE)
    assert [
        block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)
    ] == [
        "103年",
        "41.6万人次",
        "2.4元",
        "17:1",
        "0",
    ]


def test_a_heading_on_two_lines_over_text_that_a_page_cuts() -> None:
    found = issue(
        ONE,
        "石桥镇：当成公共\n汽车来养",
        f"石桥镇把船{FOUR[:-1]}，镇上的人",
        f"都说好。{TWO}",
        THREE,
    )
    heads = [block for block in found.articles[0].blocks if isinstance(block, Heading)]
    assert [head.text.value for head in heads] == ["石桥镇：当成公共汽车来养"]


def test_a_question_that_leads_on_is_no_heading() -> None:
    found = issue("一、坐船的人", "那么，谁还在坐船？", ONE, "二、不坐船的人", TWO)
    heads = [block for block in found.articles[0].blocks if isinstance(block, Heading)]
    assert [head.text.value for head in heads] == ["一、坐船的人", "二、不坐船的人"]


def test_what_stands_below_who_gathered_an_article_is_of_the_next_one() -> None:
    said = "绳子旧了可以换，石阶旧了可以修，\n坐船的人老了，绳子和石阶又去等谁？"
    rope = "旧绳拴在石阶上，石阶上坐着等船的人，绳子换了三根，石阶换了两级，坐船的人还是那几个，绳子的那一头没有人。"
    head = ["渡口\n2023年第2期", "目录", "声音 2", "旧绳 李山 8", "声音"]
    parts = [
        *(
            f"“{said}。”——某人，在{place}。"
            for said, place in zip("春夏秋冬", "镇县市省", strict=True)
        )
    ]
    text = "\n\n".join(
        [*head, ONE, *parts, "整理/洪小满", said, "旧绳", "文/李山", rope, rope + ONE]
    )
    found = restored(text).issue
    assert [quote.paragraphs[0].value for quote in found.articles[1].pull_quotes] == [
        said.replace("\n", "")
    ]
