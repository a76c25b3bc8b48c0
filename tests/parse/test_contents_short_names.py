"""Sections of one character and authors without a name on the lines of entries."""

from __future__ import annotations

from tests.support.restored import restored

HEAD = "渡口誌\n2019年第3期\n主辦：河灣文化協會\n發行人：沈一帆\n編輯：陸 遙\n\n"
CONTENTS = (
    "目　錄\n\n編後小記\n燈油用完以後　編輯室／2\n\n人物\n補網的人　何小滿／4\n\n"
    "地方　渡口的十二個月　本刊資料室／7\n書訊　架上三冊　陸遙／9\n詩　灘　沈一帆／10\n\n"
)
PROSE = [
    "老渡口在鎮子的南頭，石階有三十一級，最下面的兩級常年浸在水裡，漲水的時候只看得見欄杆。",
    "船底刷了三遍桐油，船頭換了新的纜樁，只有那盞燈還是從前的燈，玻璃罩上有一道裂紋。",
    "燈油一夜要燒三兩，過了半夜就把燈芯捻小，天快亮的時候再捻大，好讓早起的人看得見路。",
    "停電的晚上孩子們都到渡口來，一個挨一個坐在石階上，數到一百就有人叫他們回家睡覺。",
]
BODY = (
    f"燈油用完以後\n\n　　{PROSE[0]}\n\n編輯室\n\n人物\n\n補網的人\n\n◎何小滿\n\n　　{PROSE[1]}\n\n"
    f"地方\n\n渡口的十二個月\n\n本刊資料室\n\n　　{PROSE[2]}\n\n書訊\n\n架上三冊\n\n陸　遙\n\n　　{PROSE[3]}\n\n"
    "詩\n\n灘\n\n沈一帆\n\n他把一條河\n收進網裡\n每一個結\n都是一個渡口\n"
)


def test_one_character_over_another_is_a_section_and_its_title() -> None:
    made = restored(HEAD + CONTENTS + BODY).issue
    assert [
        (
            made.section_names[one.section],
            "".join(line.value for line in one.title),
            [author.name for line in one.bylines for author in line.authors],
        )
        for one in made.articles
    ] == [
        ("編後小記", "燈油用完以後", ["編輯室"]),
        ("人物", "補網的人", ["何小滿"]),
        ("地方", "渡口的十二個月", ["本刊資料室"]),
        ("書訊", "架上三冊", ["陸遙"]),
        ("詩", "灘", ["沈一帆"]),
    ]
