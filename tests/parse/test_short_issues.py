"""What a short issue of a small house has, where nothing else helps to tell it."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph, Role, Verse
from tests.support.articles import articles, named, texts, titles
from tests.support.blocks import quotes
from tests.support.restored import listed, restored

ONE = (
    "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上晒着去年的网，网眼里还挂着干了的水草。"
)
TWO = "摆渡的老人不说话，撑一篙，看一眼对岸的柳树，再撑一篙，等船靠了岸，才伸手去接那两枚铜钱。"


def said(article: Article) -> list[tuple[str, str, Role]]:
    """Who speaks, what, and as what, paragraph by paragraph."""
    return [
        (block.text.value[: block.text.marks[0].end] if block.text.marks else "", block.text.value, block.role)
        for block in article.blocks
        if isinstance(block, Paragraph)
    ]  # fmt: skip


PLAY = (
    "人物：\n老\u3000船——摆渡人，六十岁。\n青\u3000禾——学生。\n柳三姑——卖茶的。\n\n〔幕启。渡口，黄昏。\n\n"
    "老\u3000船：过河吗？\n青\u3000禾：不过。\n老\u3000船：那你等谁？\n\n〔柳三姑上。\n\n"
    "柳三姑：（笑）等茶凉。\n青\u3000禾：我等水退。\n\n老\u3000船：水今年不退了。\n"
)


def test_the_persons_of_a_play_speak_its_lines_which_are_no_verse() -> None:
    (article,) = articles(f"渡口季刊\n2009年第2期\n\n目录\n夜渡 …… 顾平 2\n\n夜渡\n顾平\n\n{PLAY}")
    assert not any(isinstance(block, Verse) for block in article.blocks)
    assert [(who, text.split("：")[-1]) for who, text, _ in said(article) if who] == [
        ("老船", "过河吗？"),
        ("青禾", "不过。"),
        ("老船", "那你等谁？"),
        ("柳三姑", "（笑）等茶凉。"),
        ("青禾", "我等水退。"),
        ("老船", "水今年不退了。"),
    ]
    assert {"老船——摆渡人，六十岁。", "青禾——学生。"} <= set(texts(article))


@pytest.mark.parametrize(("asks", "answers"), ["□■", "◆◇", "●○"])
def test_bare_marks_take_turns_before_questions_and_answers(asks: str, answers: str) -> None:
    article = named(
        "渡口季刊\n2019年第1期\n\n访老船工\n◎本刊记者 顾平\n\n"
        f"{ONE}\n\n{asks}您第一次撑船是哪一年？\n{answers}{TWO}\n\n那是一条柏木船，漆了三遍。\n\n{asks}那条船还在吗？\n{answers}{TWO}\n"
        f"{asks}后来呢？\n{answers}{ONE}\n",
        "访老船工",
    )
    roles = [role for who, _, role in said(article) if who]
    assert roles == [Role.QUESTION, Role.ANSWER] * 3
    assert said(article)[3][2] is Role.ANSWER


def test_marks_that_do_not_take_turns_are_those_of_news() -> None:
    (article,) = articles(
        f"渡口季刊\n2019年第1期\n\n渡口简讯\n◎顾平\n\n■{ONE}\n■{TWO}\n□{ONE}\n□{TWO}\n"
    )
    assert {role for _, _, role in said(article)} <= {Role.BODY, Role.LIST_ITEM}


@pytest.mark.parametrize(
    ("head", "name", "year", "number"),
    [
        ("渡口\n2022 · 6月号 · 总第87期\n", "渡口", 2022, "6"),
        ("河湾大学校友通讯\n2016年·夏  第34辑\n", "河湾大学校友通讯", 2016, "34"),
        ("渡口同乡会会刊\u3000第一百一十八期\n二〇一九年一月十五日\n", "渡口同乡会会刊", 2019, "118"),
        (
            "河湾医学杂志 2020 年 4 月第 12 卷第 2 期  Hewan Med J, April 2020, Vol. 12, No. 2\n",
            "河湾医学杂志", 2020, "2",
        ),
    ],
)  # fmt: skip
def test_the_issue_above_the_first_title(head: str, name: str, year: int, number: str) -> None:
    made = restored(
        f"{head}\n夜渡\n◎顾平\n\n{ONE}\n\n{TWO}\n\n船匠\n◎林小满\n\n{TWO}\n\n{ONE}\n"
    ).issue
    masthead = made.masthead
    assert (masthead.title, masthead.year, masthead.number) == (name, year, number)
    assert ["".join(one.value for one in article.title) for article in made.articles] == [
        "夜渡",
        "船匠",
    ]


def test_who_made_an_issue_on_its_last_line_is_no_text() -> None:
    text = f"渡口季刊\n2019年第1期\n\n夜渡\n◎顾平\n\n{ONE}\n\n{TWO}\n\n编辑：顾平\u3000林小满\u3000\u3000刻印：渡口文化站\n"
    assert texts(named(text, "夜渡")) == [ONE, TWO]


def test_rows_with_leaders_and_gifts_with_their_sums_are_paragraphs_each() -> None:
    rows = [
        "渡口小学 · · · · · · · · 两条长凳",
        "顾平 · · · · · · · · · · 5万元",
        "林小满 · · · · · · · 2万元",
    ]
    gifts = ["余伯\u3000一百元", "梅女士\u3000五十元", "渡口酒家\u3000二百元"]
    text = "\n".join((*rows, "", "以下是上月的捐款：", *gifts))
    found = texts(
        named(f"渡口季刊\n2019年第1期\n\n修桥纪事\n◎顾平\n\n{ONE}\n\n{text}\n", "修桥纪事")
    )
    assert [one.replace(" ", "") for one in found[1:4]] == [row.replace(" ", "") for row in rows]
    assert [one.replace(" ", "").replace("\u3000", "") for one in found[-3:]] == [
        one.replace("\u3000", "") for one in gifts
    ]


def test_a_pull_quote_in_marks_that_no_sentence_has() -> None:
    made = restored(
        f"渡口季刊\n2019年第1期\n\n夜渡\n◎顾平\n\n{ONE}\n\n❝雾不是遮住河，雾就是河。❞\n\n{TWO}\n"
    ).issue
    assert quotes(made) == ["❝雾不是遮住河，雾就是河。❞"]


def test_a_title_with_its_stars_is_no_rating() -> None:
    text = f"渡口季刊\n2019年第1期\n\n本月新书\n◎顾平\n\n《第三条岸》 ★★★☆\n\n{ONE}\n\n《水退》 ★★★★\n\n{TWO}\n"
    assert texts(named(text, "本月新书")) == [ONE, TWO]


def test_strokes_lead_to_authors_whose_names_are_words() -> None:
    entries = "P4 夜渡--------顾 平\nP6 修船的法子--------石 磊\nP8 渡口的定时任务--------企鹅\n"
    bodies = f"夜渡\n\n□顾 平\n\n{ONE}\n\n修船的法子\n\n□石 磊\n\n{TWO}\n\n渡口的定时任务\n\n□企 鹅\n\n{ONE}\n"
    text = f"渡口季刊\n2001年第7期\n\n目录\n\n{entries}\n{bodies}"
    assert titles(text) == ["夜渡", "修船的法子", "渡口的定时任务"]
    made = restored(text)
    assert listed(made)[-1][2] == ("企鹅",)
