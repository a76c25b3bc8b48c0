"""Cards of a book or a film in the head of a review, whose makers wrote none of the article."""

from __future__ import annotations

import pytest

from converter.model import Box, Paragraph, Role
from tests.support.blocks import sourced
from tests.support.restored import restored

PROSE = [
    "老汪在码头边修了三十年船，木船修成了铁船，铁船又修成了玻璃钢的。他说船底最怕的不是石头，是藤壶，一年不铲就有两寸厚。",
    "每年三月，他把船拖上坡，用铲刀一寸一寸地铲，铲下来的碎壳堆在坡脚，像一堆灰白的雪。村里的年轻人大多去了城里。",
    "现在坡上一年还能修二十来条船，都是近海的小船，跑不远，也舍不得扔。船主们嘴上说，再修一年就不修了。",
]
CARDS = {
    "labels": [
        "《捻缝笔记》",
        "作者：骆一舟",
        "出版：海岬书局，2023年7月",
        "页数：312页　定价：42元",
    ],
    "named": ["书名：捻缝笔记", "作者：骆一舟", "译者：何敬", "出版社：海岬书局"],
    "spaced": ["书　名：捻缝笔记", "作　者：骆一舟", "出版社：海岬书局"],
    "framed": ["【捻缝笔记】", "著者：骆一舟", "译者：何敬", "ISBN：978-99-0000-0"],
    "written": ["《捻缝笔记》", "骆一舟　著", "海岬书局2023年7月版"],
    "marked": ["◎《捻缝笔记》", "◎骆一舟 著", "◎海岬书局2023年7月版"],
    "film": ["《船坡》", "导演：骆一舟", "编剧：何敬", "上映：2023年7月"],
}


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize("byline", ["文／汪洋", "□ 汪洋", "汪洋", ""])
@pytest.mark.parametrize("subtitle", ["——评《捻缝笔记》", ""])
def test_who_wrote_the_book_is_no_author(card: str, place: str, byline: str, subtitle: str) -> None:
    signed = [byline] if byline else []
    below = [*CARDS[card], *signed] if place == "above" else [*signed, *CARDS[card]]
    title = ["捻到不粘手", subtitle] if subtitle else ["捻到不粘手"]
    pieces = [
        "目录\n\n灯塔记　李山　1\n捻到不粘手　汪洋　3\n潮水记　何水　7",
        *("灯塔记", "李山", *(text[::-1][1:] + "。" for text in PROSE)),
        *(*title, *below, *PROSE),
        *("潮水记", "何水", *(text[8:] for text in PROSE)),
    ]
    found = restored("\n\n".join(pieces)).issue
    assert len(found.articles) == 3
    review = found.articles[1]
    assert [one.name for line in review.bylines for one in line.authors] == ["汪洋"]
    facts = [
        "".join(one.text.value.split())
        for one in review.blocks
        if isinstance(one, Paragraph) and one.role is Role.CREDIT
    ]
    assert facts == ["".join(line.split()) for line in CARDS[card]]


def test_who_made_the_page_is_no_card() -> None:
    made = ["作者：汪洋", "摄影：何敬", "主编：骆一舟"]
    pieces = ["目录\n\n灯塔记　汪洋　1\n潮水记　何水　7", "灯塔记", *made, *PROSE, "潮水记", "何水"]
    found = restored("\n\n".join([*pieces, *(text[8:] for text in PROSE)])).issue
    names = [one.name for line in found.articles[0].bylines for one in line.authors]
    assert names[:1] == ["汪洋"]


def test_a_document_with_its_day_and_place_in_brackets_closes_a_box() -> None:
    cut = PROSE[1].index("一寸一寸")
    said = "船坡于二十日五时四十分进水，人员船只无损失，拖上坡的渔船计三十一条。"
    source = "（《船坡值班记录》，1967年10月，海岬档案馆藏）"
    pieces = [
        "目录\n\n灯塔记 汪洋 1\n潮水记 何水 7",
        *(
            "灯塔记",
            "汪洋",
            PROSE[0],
            PROSE[1][:cut],
            "【档案摘录】",
            said + source,
            PROSE[1][cut:],
        ),
        *(PROSE[2], "潮水记", "何水", *(text[8:] for text in PROSE)),
    ]
    found = restored("\n\n".join(pieces)).issue
    assert sourced(found) == [("档案摘录", "", [said], source[1:-1])]
    assert PROSE[1] in [b.text.value for b in found.articles[0].blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize("label", ["书卡", "延伸阅读"])
def test_a_card_under_the_name_of_a_box(label: str) -> None:
    title, *facts = CARDS["labels"]
    facts = [*facts[:2], "定价：42元"]
    text = "".join(PROSE)
    pieces = [
        *("目录\n\n灯塔记　李山　1\n潮水记　何水　7", "灯塔记", "李山", PROSE[0], text[:70]),
        *(label, title, "\n".join(facts), text[70:], "潮水记", "何水", *PROSE),
    ]
    box = next(
        one
        for one in restored("\n\n".join(pieces)).issue.articles[0].blocks
        if isinstance(one, Box)
    )
    assert box.title is not None
    assert (box.label, box.title.value) == (label, title)
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == facts
