"""Covers that list some titles before the contents do."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
CONTENTS = (
    "目 次\n\n水\n边\n人\n\n夜里的渡口 …… 2\n陆 遥\n\n船匠慢慢地修 …… 4\n唐 果\n\n"
    "旧\n事\n\n摆渡人回家 …… 6\n周一苇\n\n"
)
IMPRINT = (
    "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"
    "本刊图文未经许可不得转载。来稿一个月内未接到通知的，作者可自行处理。\n\n"
)
BODY = f"夜里的渡口\n\n陆 遥\n\n{ONE}\n\n船匠慢慢地修\n\n唐 果\n\n{TWO}\n\n摆渡人回家\n\n周一苇\n\n{THREE}\n"
LISTED = [
    ("水边人", "夜里的渡口", ("陆遥",), "2"),
    ("水边人", "船匠慢慢地修", ("唐果",), "4"),
    ("旧事", "摆渡人回家", ("周一苇",), "6"),
]


@pytest.mark.parametrize(
    "choice",
    [
        "船匠慢慢地修\n摆渡人回家",
        "夜里的渡口 陆遥\n摆渡人回家 周一苇",
        "4 船匠慢慢地修\n6 摆渡人回家",
    ],
)
def test_titles_on_the_cover_are_not_the_contents(choice: str) -> None:
    made = restored(f"渡口\n\n2023.02\n\n本期要目\n{choice}\n\n{CONTENTS}{IMPRINT}{BODY}")
    assert listed(made) == LISTED
    assert [article.title[0].value for article in made.issue.articles] == [one[1] for one in LISTED]
    assert not made.issue.front


def test_contents_with_a_heading_in_english_below_stay() -> None:
    titles = (
        "水边人\n夜里的渡口 …… 陆遥 2\n船匠慢慢地修 …… 唐果 4\n旧事\n摆渡人回家 …… 周一苇 6\n\n"
    )
    english = "CONTENTS\nThe Ferry at Night 2\nSlow Repairs 4\nThe Ferryman 6\n\n"
    assert listed(restored(f"{IMPRINT}目录\n{titles}{english}{BODY}")) == LISTED


def test_single_characters_elsewhere_are_no_names() -> None:
    poem = "夜里的渡口\n\n陆 遥\n\n灯\n\n桨\n\n灯\n\n我们都等着对岸那个人喊他。\n\n"
    made = restored(f"{IMPRINT}{CONTENTS}{poem}{ONE}\n\n{BODY[BODY.index('船匠') :]}")
    assert listed(made) == LISTED
