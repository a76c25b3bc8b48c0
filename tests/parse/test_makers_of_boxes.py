"""Who made a box, below it."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.extent import closes_box, is_advised
from tests.support.restored import restored
from tests.support.well import COLUMN, HEAD, INDENT, LAST, article

BOX = (
    f"{INDENT}葫芦瓢是把长老的葫芦对半锯开、掏净",
    "晒干做成的水瓢，轻，不漏，掉在井里也能",
    "自己浮上来，从前家家灶头上都挂着一只。",
)


def boxes(found: Article) -> list[tuple[str, list[str], str]]:
    return [
        (
            block.label,
            [one.text.value for one in block.blocks if isinstance(one, Paragraph)],
            block.attribution.text.value if block.attribution else "",
        )
        for block in found.blocks
        if isinstance(block, Box)
    ]


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("（县志办公室供稿）", "县志办公室供稿"),
        ("（尤先生 抄录）", "尤先生 抄录"),
        ("清波律师事务所　尤景明", "清波律师事务所 尤景明"),
    ],
)
def test_below_a_box_in_narrower_lines_stands_who_made_it(mark: str, name: str) -> None:
    made = article(*COLUMN[:6], "井台名物", *BOX, mark, *COLUMN[6:])
    text = "".join(BOX).replace(INDENT, "")
    assert boxes(made) == [("井台名物", [text], name)]
    whole = "".join(COLUMN[4:]).replace(INDENT, "")
    assert whole in [one.text.value for one in made.blocks if isinstance(one, Paragraph)]


@pytest.mark.parametrize(
    "text", ["（河湾县疾病预防控制中心健康教育科供稿）", "（尤先生　拓并录）", "（本刊辑）"]
)
def test_who_supplied_a_text_closes_its_box(text: str) -> None:
    assert closes_box(text)


def test_a_house_and_a_name_are_whose_advice_a_box_gives() -> None:
    assert is_advised("清波律师事务所　尤景明")
    assert is_advised("河湾县人民医院　尤 明")
    assert not is_advised("河湾县人民医院　门诊楼三楼")
    assert not closes_box("清波律师事务所　尤景明")


def test_a_name_of_two_characters_before_a_text_that_somebody_supplied() -> None:
    text = "葫芦瓢是把长老的葫芦对半锯开、掏净晒干做成的水瓢，从前家家灶头上都挂着一只。"
    parts = ["".join(COLUMN[:4]), "名物 " + text, "（河湾县民俗馆供稿）", "".join(COLUMN[4:])]
    body = "\n\n".join(part.replace(INDENT, "") for part in parts)
    head = HEAD.replace("\n", "\n\n")
    last = LAST.replace(INDENT, "").replace("\n", "\n\n")
    made = restored(f"{head}井台边的学校\n\n乔木生\n\n{body}\n\n{last}").issue.articles[0]
    assert boxes(made) == [("名物", [text], "河湾县民俗馆供稿")]
    plain = body.replace("\n\n（河湾县民俗馆供稿）", "")
    alone = restored(f"{head}井台边的学校\n\n乔木生\n\n{plain}\n\n{last}").issue.articles[0]
    assert boxes(alone) == []
