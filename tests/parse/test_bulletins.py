"""Bulletins without contents: minutes, questions and answers, folios at the foot."""

from __future__ import annotations

from converter.model import Paragraph
from tests.support.restored import restored
from tests.support.street import PAIL, ROPE, WELL


def bulletin(*articles: str) -> str:
    """Articles without contents, a page each, with the name of the issue and the folio at the foot."""
    feet = [f"{text}\n\n井台通讯 2021 年第 3 期\n\n{17 + at}" for at, text in enumerate(articles)]
    return "井台通讯\n2021 年第 3 期\n\n" + "\n\n".join(feet) + "\n"


SIGNED = [
    f"{title}\n\n{who}（北街水务站）\n\n{WELL}，{title}。\n\n{PAIL}，{title}。\n\n{ROPE}，{title}。"
    for title, who in (
        ("井台的石头怎样换", "任重远"),
        ("柏木桶的桐油", "葛明"),
        ("井绳小考", "胡一刀"),
    )
]
FACTS = [
    "时间：2021年3月9日",
    "地点：北街茶馆二楼",
    "主持人：理事长 罗定邦",
    "参加人员：理事21人，列席5人",
]
MINUTES = "\n\n".join(
    ["井台协会第六次会议纪要", *FACTS, f"会议听取了看井人的报告。{WELL}。", f"会议议定，{ROPE}。"]
)
ASKED = "\n\n".join(
    [
        "问与答",
        "问：井水发浑怎么办？",
        f"答：先停一天。{WELL}。",
        "问：桶漏了怎么办？",
        f"答：泡一夜。{PAIL}。",
    ]
)


def test_minutes_open_with_when_and_where_and_nobody_signs_them() -> None:
    found = restored(bulletin(*SIGNED[:2], MINUTES, SIGNED[2])).issue.articles
    assert "井台协会第六次会议纪要" in ["".join(t.value for t in one.title) for one in found]
    minutes = next(one for one in found if one.title[0].value.endswith("纪要"))
    assert not minutes.bylines
    texts = [b.text.value for b in minutes.blocks if isinstance(b, Paragraph)]
    assert [text.replace(" ", "") for text in texts[:4]] == [
        fact.replace(" ", "") for fact in FACTS
    ]


def test_questions_and_answers_at_the_head_of_a_page_are_a_column() -> None:
    found = restored(bulletin(*SIGNED[:2], ASKED, SIGNED[2])).issue.articles
    assert "问与答" in [one.title[0].value for one in found]


def test_without_contents_the_ends_of_the_issue_tell_that_folios_stand_at_the_foot() -> None:
    found = restored(bulletin(*SIGNED)).issue.articles
    assert [one.first_page for one in found] == ["17", "18", "19"]


def test_a_talk_opens_with_its_subtitle_and_when_it_was() -> None:
    turns = [
        "苏打：今天请两位谈谈修桶。",
        "葛明：桶散了要箍。",
        "任重远：箍紧了还要泡。",
        "苏打：泡多久？",
    ]
    facts = ["时间：三月九日下午", "地点：北街茶馆", "主持：苏打"]
    talk = "\n\n".join(["“修补”对谈\n——两位老师傅与一个后生", *facts, *turns, "葛明：泡一夜。"])
    found = restored(bulletin(*SIGNED[:2], talk, SIGNED[2])).issue.articles
    titles = ["".join(line.value for line in one.title) for one in found]
    assert "“修补”对谈" in titles
    own = found[titles.index("“修补”对谈")]
    assert own.subtitle is not None
    assert own.subtitle.value == "——两位老师傅与一个后生"
    texts = [b.text.value for b in own.blocks if isinstance(b, Paragraph)]
    assert texts[:2] == facts[:2]


def test_who_signs_a_letter_with_the_day_is_no_line_of_the_title_below() -> None:
    letters = f"街坊来信\n\n编辑先生：\n\n{WELL}。\n\n何美仪　十一月二十日"
    other = f"补桶箱\n\n口述：胡一刀　整理：葛明\n\n{PAIL}，箱里有三层。\n\n{ROPE}，箱里有三层。"
    found = restored(bulletin(SIGNED[0], letters, other)).issue.articles
    assert "补桶箱" in ["".join(line.value for line in one.title) for one in found]
    assert not any(one.kicker for one in found)


def test_what_an_issue_costs_is_told_without_a_colon_above_its_first_title() -> None:
    head = [
        "井台志",
        "二〇二一年三月号",
        "主编：罗维",
        "采访：麦琪",
        "出版：北街井台协会",
        "地址：北街十一号",
    ]
    texts = [f"　　{text[:22]}\n{text[22:44]}\n{text[44:]}。" for text in (WELL, PAIL, ROPE) * 3]
    pages = [
        "\n".join([title, f"文：{who}", *texts])
        for title, who in (("井台的石头", "任重远"), ("柏木桶", "葛明"))
    ]
    made = restored("\n".join([*head, "每册港币三十五元", *pages]))
    assert "".join(line.value for line in made.issue.articles[0].title) == "井台的石头"
    assert "三十五元" in made.issue.masthead.price
