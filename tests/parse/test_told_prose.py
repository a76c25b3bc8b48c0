"""Prose as it is told: who asks and calls out in it, what it says again, and what begins with a date."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph, PullQuote
from converter.parse.assemble.alike import Calls
from converter.parse.heal import decide
from converter.parse.large import breaks_alone, pair_alone
from converter.parse.speakers import Speakers
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

PROSE = [
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。水开了，头一班船也就到了。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。灯油是镇上供的，每个月初一送到码头。",
    "后来修了桥，过河的人少了，灯却还亮着。镇上的孩子把渡口画在作业本上，老师批了一个优。",
]
OTHER = "\n\n".join(f"第{at}块船板是他爷爷锯的，泡了{at}年水也不烂，摸上去还是当年的样子。" for at in range(2, 9))  # fmt: skip
CONTENTS = "目录\n\n夜里的渡口 …… 沈一帆 3\n船匠的手 …… 陆遥 5\n\n夜里的渡口\n\n沈一帆\n\n"


def article(body: str) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks of an article with this body."""
    issue = restored(f"{CONTENTS}{body}\n\n船匠的手\n\n陆遥\n\n{OTHER}\n").issue
    found = []
    for block in issue.articles[0].blocks:
        if isinstance(block, PullQuote):
            found.append(("pull-quote", block.paragraphs[0].value))
        elif isinstance(block, Heading | Paragraph):
            found.append((block.type, block.text.value))
        elif isinstance(block, Box):
            found += [("box", one.text.value) for one in block.blocks if isinstance(one, Paragraph)]
    return found


@pytest.mark.parametrize(
    "line",
    [
        "啊呀，原来是在等头一班船！",
        "我问他这盏灯还要点多久？",
        "桥都修好了，谁还坐船呢？",
        "是那条没有人的船……",
        "“这灯还点吗？”我问他，“桥修好了，怎么办——”",
    ],
)
def test_a_line_that_alone_asks_or_calls_out_is_told(line: str) -> None:
    parts = [PROSE[0], line, *PROSE[1:]]
    assert article("\n\n".join(parts)) == [("paragraph", part) for part in parts]


def test_what_somebody_says_on_a_line_of_its_own_where_people_talk() -> None:
    said = [
        f"“{one}”摆渡的人说，“再等等吧。”"
        for one in ("船还没有满。", "水还没有退。", "灯还没有灭。")
    ]
    parts = [said[0], said[1], PROSE[0], "“那可太好了！”", PROSE[1], said[2]]
    assert article("\n\n".join(parts)) == [("paragraph", part) for part in parts]


def test_questions_are_headings_where_several_or_others_are() -> None:
    units = [
        Unit((Line(1, text),), text, gap=True)
        for text in ("灯从哪里来？", "油由谁来添？", "桥修好以后呢？", "船匠的手")
    ]
    assert not Calls(units, [0, 1, 2]).alone("灯从哪里来？")
    assert not Calls(units, [0, 3]).alone("灯从哪里来？")
    assert Calls(units, [0]).alone("灯从哪里来？")
    assert Calls(units, [0, 3]).alone("走吧！")


def test_who_is_cut_short_has_said_what_he_says() -> None:
    made = decide("“我是说——”", "“你一点儿没说错。”他说。")
    assert not made.join


def test_a_date_opens_the_rest_of_a_text_below_a_box_of_one_paragraph() -> None:
    cut = "五月五日上午，镇上的干部到渡口看望摆渡的人，添了灯油，换了缆绳，让大家感受到镇里的关"
    rest = "怀和温暖。"
    box = "链接 2014年10月，河湾镇修成第一座公路桥，桥长三百一十二米，桥上有二十四盏灯，从此镇上的人夜里也能过河。"
    then = "5月6日下午，在码头全体船工的配合下，三条渡船全部上岸，刷过桐油，晾在堤上。"
    found = article("\n\n".join([PROSE[0], cut, box, rest, then, PROSE[1]]))
    assert ("paragraph", cut + rest) in found
    assert ("box", box.removeprefix("链接 ")) in found


def test_what_an_article_speaks_of_all_along_sums_nothing_up() -> None:
    lead = "分别对旧式的木头缆桩和改进过的铁缆桩进行测试。"
    above = "码头上有旧式的木头缆桩四十根，改进过的铁缆桩二十根，都是船匠做的。"
    again = "旧式的木头缆桩泡了十年，改进过的铁缆桩只泡了一年。" + "".join(PROSE)
    parts = ["一、缆桩的由来", above + PROSE[0], "二、缆桩的测试", lead, again]
    kinds = ["heading", "paragraph", "heading", "paragraph", "paragraph"]
    assert article("\n\n".join(parts)) == list(zip(kinds, parts, strict=True))


def test_two_lines_of_a_page_that_the_ocr_has_kept_in_lines() -> None:
    column = "渡口的灯亮到后半夜，摆渡的人把缆绳绕"
    short = lines(column, "了三圈，才肯回屋去睡。")
    whole = [lines(text * 2) for text in PROSE]
    assert breaks_alone([*whole, short, *whole], 3)
    assert not breaks_alone([*whole, short, lines(*[column] * 6, "了三圈。"), *whole], 3)


def lines(*texts: str) -> Unit:
    """A paragraph on so many lines below a blank one."""
    rows = tuple(Line(at, text) for at, text in enumerate(texts, 1))
    return Unit(rows, "".join(texts), gap=True, wrapped=len(texts) > 1)


def test_points_of_an_ellipsis_in_the_middle_of_the_line() -> None:
    assert article("\n\n".join([PROSE[0], "他系紧了钮扣，说⋯⋯再等等吧。", PROSE[1]]))[1] == (
        "paragraph",
        "他系紧了钮扣，说……再等等吧。",
    )


def test_what_somebody_says_below_the_words_that_introduce_it() -> None:
    said = ["“船满了就走。”", "“灯油从哪里来？”", "“再等等吧，还有人。”他摇着橹。"]
    parts = [PROSE[0] + "摆渡的人说：", said[0], PROSE[1] + "孩子问：", said[1], "他说：", said[2]]
    assert article("\n\n".join(parts)) == [("paragraph", part) for part in parts]
    once = [PROSE[0] + "摆渡的人说：", said[0], PROSE[1]]  # a page may break there
    assert article("\n\n".join(once)) == [("paragraph", once[0] + said[0]), ("paragraph", once[2])]


def test_who_speaks_in_a_tale_answers_no_questions() -> None:
    told = [f"叶三说：“{one}”" for one in ("船满了。", "水退了。", "灯灭了。")]
    speakers = Speakers([PROSE[0], told[0], PROSE[1], told[1], "“是吗？”", told[2]])
    assert not speakers.names


@pytest.mark.parametrize(
    ("first", "last", "quote"),
    [
        ("渡口是一个等的地方，", "桥上没有人等。", True),
        ("渡口是等人的地方，", "桥头是赶路的地界。", False),  # a couplet
    ],
)
def test_a_sentence_on_two_lines_behind_a_comma(first: str, last: str, *, quote: bool) -> None:
    whole = [lines(text * 2) for text in PROSE]
    below = lines(last)._replace(gap=False)
    assert pair_alone([*whole, lines(first), below, *whole], 3) is quote
    heading = lines("桥头的灯")
    assert pair_alone([*whole, lines(first), below, heading, *whole], 3) is quote


def test_who_signs_each_of_several_answers_heads_no_text() -> None:
    """Below the first name stands what the next letter is about."""
    parts = [
        "渡船几点开",
        PROSE[0],
        PROSE[1],
        "程远山",
        "对岸有没有灯",
        PROSE[2],
        PROSE[0],
        "程远山",
    ]
    kinds = [kind for kind, text in article("\n".join(parts)) if text == "程远山"]
    assert "heading" not in kinds


def test_questions_one_below_the_other_are_text() -> None:
    asked = ["渡船为什么总在夜里回来？", "灯油由谁来添？", "但桥修好以后船匠做什么？"]
    parts = [PROSE[0], asked[0], asked[1], PROSE[1], asked[2], PROSE[2]]
    assert article("\n\n".join(parts)) == [("paragraph", part) for part in parts]


def test_clauses_that_are_a_paragraph_each_stay_apart_within_a_page() -> None:
    rows = [
        "有人守着渡口，一守就是三十年，头发白了也不肯走；",
        "有人去了上游，把船卖给了修桥的人。",
    ]
    text = "\n\n".join([*PROSE, "· 2 ·", PROSE[0], *rows, "· 3 ·", PROSE[1], "· 4 ·", PROSE[2]])
    assert [("paragraph", row) for row in rows] == [one for one in article(text) if one[1] in rows]


@pytest.mark.parametrize("mark", ["·", "◆"])
def test_bare_items_of_a_how_to_end_above_its_next_part(mark: str) -> None:
    parts = ["备料", f"{mark}桐油", f"{mark}细麻绳两卷", f"{mark}旧灯罩（可选）", "动手"]
    parts += ["1. 缆绳解开，在石阶上铺平", "2. 每一股刷上桐油", "收尾"]
    made = article("\n\n".join([*PROSE, *parts, PROSE[0]]))[len(PROSE) :]
    heads = {"备料", "动手", "收尾"}
    told = [
        ("heading" if part in heads else "paragraph", part.replace(". ", ".")) for part in parts
    ]
    assert made == [*told, ("paragraph", PROSE[0])]


def test_what_somebody_says_below_a_line_that_no_page_fills_is_set_apart() -> None:
    text = "".join(
        f"第{at}盏灯挂在渡口的木桩上，灯油由摆渡的人自己添，添满一回能亮七夜" for at in range(90)
    )
    cut = "\n\n".join(text[at : at + 150 - 2 * (at == 0)] for at in range(0, 2400, 150))
    said = [
        "摆渡的人在码头上对他们说：",
        "“灯要亮着，亮到桥修好的那一天。”那天没有月亮，船已经满了。",
    ]
    made = article("\n\n".join([f"{cut}。", *said, PROSE[0]]))
    assert [one for one in made if one[1] in said] == [("paragraph", one) for one in said]


def test_a_scene_whose_speakers_stand_before_colons_has_no_headings() -> None:
    lines = ["月娥：船还没有来。", "肥仔：再等等。", "船家：桥修好了，谁还坐船？", "月娥：有人坐。"]
    lines += [
        "月娥：真的吗？",
        "船家：你看，灯亮了。",
        "肥仔：那是月亮。",
        "船家：不是月亮，是船！",
    ]
    lines += [
        "肥仔：走吧。",
        "月娥：走到哪里去？",
        "月娥：走吧。",
        "船家：走。",
        "肥仔：谁来点灯？",
        "船家：快了。",
    ]
    made = article("\n\n".join([PROSE[0], *lines, PROSE[1]]))
    assert "heading" not in {kind for kind, _ in made}
