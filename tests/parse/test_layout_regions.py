"""What an engine that looks for the parts of a page first reads apart: initials, last lines, titles around authors."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from converter.parse.byline import read_byline
from converter.parse.byline.known import read_known
from converter.parse.speakers import Speakers
from tests.support.blocks import boxes
from tests.support.restored import listed, restored

SALT = "运盐的船一趟走七天，回来的时候舱里装满了瓷器，船工说，去时咸，来时脆，一路上不敢大声咳嗽。"
TOWER = "灯塔上的钟每隔十五分钟响一次，守塔的人早就听不见了，他的妻子却说，停一次她就醒一次。"
NET = "补网的女人坐在门槛上，一天补两丈，线是自己搓的，颜色比旧网浅，远远看去像网上落了一层霜。"
ROPE = "缆绳要先在海水里泡三天，晒干，再泡三天，这样拉起来才不打滑，断的时候也先给人一个响声。"
CONTENTS = "目录\n\n运盐船 高远 4\n\n灯塔 江帆 8\n\n"
OTHER = f"\n\n灯塔\n\n江帆\n\n{TOWER}\n"


def blocks(*parts: str) -> list[str]:
    """The texts of the first article's blocks, headings behind #."""
    text = "\n\n".join(["运盐船", "高远", *parts])
    article = restored(CONTENTS + text + OTHER).issue.articles[0]
    return [
        f"# {one.text.value}" if isinstance(one, Heading) else one.text.value
        for one in article.blocks
        if isinstance(one, (Heading, Paragraph))
    ]


@pytest.mark.parametrize(
    ("above", "beside", "below"),
    [
        (
            [],
            "港口往东，有一条旧河，当年的运盐船",
            "从这里绕过沙洲到外海去，一路上要换三次篙。",
        ),
        (
            ["本期讲述：高远，船工，撑船三十八年。"],
            "的盐罐传了四代人，每一代都添一道",
            "米粒大小的刻痕，刻在罐口的里面，外人看不见。",
        ),
        (
            [],
            "月17日傍晚，上游水文站的电话打到盐",
            "务公所，说水头两个时辰以后到，船都要拢岸。",
        ),
    ],
)
def test_the_lines_beside_an_initial_are_no_heading(
    above: list[str], beside: str, below: str
) -> None:
    assert blocks(*above, beside, below, SALT, NET, ROPE)[len(above)] == beside + below


def test_a_heading_in_two_clauses_further_below_stays_one() -> None:
    head = "去时咸，来时脆"
    assert f"# {head}" in blocks(SALT, NET, ROPE, head, SALT, NET)


def test_a_box_below_the_last_line_of_a_paragraph_read_apart() -> None:
    broken = (
        "老船工家里有一只盐罐，传了四代，罐口磨得发亮。罐里的盐从来没有吃完过，谁也不知",
        "道是谁添的，只知",
    )
    box = "一看罐口，磨亮的是老罐；二看罐底，有指印的是手捏的；三看罐身，上半截颜色深。"
    rest = "道罐子空过一回，那一年翻了两条船。"
    parts = [SALT, NET, *broken, "盐罐三看", box, rest, ROPE]
    issue = restored(CONTENTS + "\n\n".join(["运盐船", "高远", *parts]) + OTHER).issue
    assert [label or title for label, title, _ in boxes(issue)] == ["盐罐三看"]
    texts = [one.text.value for one in issue.articles[0].blocks if isinstance(one, Paragraph)]
    assert "".join((*broken, rest)) in texts


def test_an_author_stands_beside_the_first_line_of_a_title() -> None:
    contents = "目录\n\n海上\n\n4 把运盐船请回来 高远\n\n让老码头活起来\n\n岸上\n\n8 灯塔 江帆\n\n10 补网的人 林岚\n\n"
    body = (
        f"海上\n\n把运盐船请回来让老码头活起来\n\n高远\n\n{SALT}\n\n{NET}\n\n"
        f"岸上\n\n灯塔\n\n江帆\n\n{TOWER}\n\n补网的人\n\n林岚\n\n{NET}\n"
    )
    assert listed(restored(contents + body)) == [
        ("海上", "把运盐船请回来让老码头活起来", ("高远",), "4"),
        ("岸上", "灯塔", ("江帆",), "8"),
        ("岸上", "补网的人", ("林岚",), "10"),
    ]


def test_authors_with_their_pages_read_as_a_column_of_their_own() -> None:
    titles = ["请运盐船回来", "灯塔上的钟", "补网的女人"]
    whos = ["麦田", "稻香", "高远"]
    contents = "\n\n".join(["目录", *titles, *(f"{who} {4 + at}" for at, who in enumerate(whos))])
    texts = [SALT, TOWER, NET]
    body = "\n\n".join(
        f"{title}\n\n{who}\n\n{text}\n\n{ROPE}"
        for title, who, text in zip(titles, whos, texts, strict=True)
    )
    assert listed(restored(f"{contents}\n\n{body}\n")) == [
        ("", title, (who,), str(4 + at))
        for at, (title, who) in enumerate(zip(titles, whos, strict=True))
    ]


def test_a_mark_read_for_the_blank_between_an_office_and_a_name() -> None:
    known = frozenset({"高远"})
    found = read_known("中共临海市委常委、宣传部部长、高远", known)
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [
        ("高远", "中共临海市委常委、宣传部部长")
    ]
    assert read_known("运盐船、灯塔、高远", known) is None


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("本刊记者乔叶通讯员向阳", [("乔叶", "本刊记者"), ("向阳", "通讯员")]),
        ("本刊记者孟晓舟特约记者柳青", [("孟晓舟", "本刊记者"), ("柳青", "特约记者")]),
    ],
)
def test_staff_without_a_blank_between_them(line: str, who: list[tuple[str, str]]) -> None:
    found = read_byline(line)
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == who


@pytest.mark.parametrize("line", ["本刊通讯员队伍培训", "本刊记者进村当通讯员"])
def test_words_with_the_names_of_posts_in_them_are_no_staff(line: str) -> None:
    assert read_byline(line) is None


TALK = [
    "乔叶一天里最难熬的是什么时候？",
    "骆玉成：凌晨三点半，中间五十分钟没有一条船。",
    "卜桂香：我和他不一样，我数桩。",
    "向阳：家里人支持吗？",
    "卜桂香：支持，饭盒装得冒尖。",
    "骆玉成：吃不完的喂狗。",
]


def test_who_signs_a_talk_and_asks_once_is_a_speaker() -> None:
    signed = Speakers(TALK, authors=("乔叶", "向阳"))
    turn = signed.turn(TALK[3])
    assert turn is not None
    assert turn.speaker == "向阳"
    assert Speakers(TALK).turn(TALK[3]) is None


def test_what_a_dish_is_made_of_is_no_speaker() -> None:
    lists = [
        "用料：老藕两节，糯米半碗。",
        "用料：松菌半斤，老豆腐一块。",
        "用料：柿饼两个，生姜一块。",
    ]
    steps = "做法：洗净切片，小火煮到汤色发红。"
    asked = ["记者：藕要选几节的？", "厨师：选中间那一节。"]
    talk = Speakers([text for one in lists for text in (one, steps)] + asked)
    assert "用料" not in talk.names
