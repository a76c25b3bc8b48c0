"""Names of boxes that stand in no list: the issue itself teaches them."""

from __future__ import annotations

import tomllib

import pytest

from converter.diagnostics import Severity
from converter.model import Box, Heading, Issue, Paragraph
from converter.parse.learnt import learn_names
from converter.parse.learnt.places import may_name, place_at
from converter.pipeline import Restored
from converter.profile import Profile
from converter.profile.propose import propose
from converter.source import Line
from tests.support.blocks import boxes as sourced_boxes
from tests.support.blocks import texts
from tests.support.restored import restored

FIRST = [
    "盐田在海堤里面排成棋盘，一格一格的水从浅到深，最里面的一格已经结出了白花。老盐工葛满仓说，看盐先看云，云低了就得收。",
    "晒盐的人把一年分成三季，春天纳潮，夏天晒卤，秋天归坨。三季里最忙的是伏天，太阳越毒，人越不能歇，半夜起来还要翻一遍卤水。",
    "盐场的仓库建在高处，门朝北开，墙根垫着三尺厚的石子。仓里的盐堆成山，山脚下插着竹牌，写着收盐的日子和盐工的名字。",
]
SECOND = [
    "渔港的码头修了三次，头一次用石头，后来用木桩，如今是水泥的。船多的时候一排要靠七层，上岸的人踩着别人的船走过去，像过一座晃动的桥。",
    "卖鱼的吆喝从凌晨三点开始，最先上岸的是带鱼，银白的一筐一筐，灯下像刚打出来的刀。买鱼的人不讲价，只看鳃，看完了才伸手。",
]
THIRD = [
    "灯塔守了四十年的人姓邝，塔上的灯换过五次，他换过三副眼镜。他说灯不怕风，怕雾，雾里灯光走不远，船就得靠耳朵听号子。",
    "塔下的菜园只有两分地，种葱、种蒜、种一点韭菜，泥土是从岸上一担一担挑来的。海风咸，菜长得慢，味道却比岸上的重。",
]
CUT = [
    ("收盐的时候四个人一组，两个人推耙，一个人装筐，还有一个人专门看天，只要海面上的云压到灯塔", "尖那么低，他就敲一下锣，所有的人都往坨地上跑，谁也不许回头拿草帽。"),
    ("鱼市收摊以后，地上的冰水要用扫帚一直扫到沟里去，扫地的老人每天能捡到半桶小杂鱼，他把这些小", "鱼分给码头上的猫，猫认得他的脚步，远远地就排成一行，一只也不抢。"),
    ("有一年台风把塔上的玻璃打碎了，邝师傅用一床棉被堵住窗口，自己抱着灯坐了一夜，第二天早上船都回", "来了，他却病了半个月，病好的那天，渔民们抬来一块新玻璃，上面什么字也没有。"),
]  # fmt: skip
TEXTS = [
    "海盐按照结晶的时间分为春盐、伏盐和秋盐。春盐粒细色白，宜于腌鱼；伏盐粒粗味重，多供工业使用；秋盐介于两者之间。",
    "渔船进港之前应当报告吃水和载货，未经许可不得在航道上抛锚；夜间靠泊的，船头船尾各挂一盏白灯，直到天亮。",
    "沿岸灯塔由航标管理单位负责维护，灯光的颜色、周期和射程不得擅自改变；发现灯光熄灭的，任何人都应当立即报告。",
]
SOURCES = ["——摘自《白沙县盐业志》", "——摘自《白沙港管理办法》", "——摘自《白沙县航标条例》"]


def issue(*bodies: list[str]) -> Restored:
    """An issue whose three articles have these bodies."""
    contents = ["目录", "盐田里的云 葛同舟 2", "三次码头 邵一苇 8", "守灯的人 邝小雨 14"]
    heads = [["盐田里的云", "葛同舟"], ["三次码头", "邵一苇"], ["守灯的人", "邝小雨"]]
    parts = [part for head, body in zip(heads, bodies, strict=True) for part in (*head, *body)]
    return restored("\n\n".join([*contents, *parts]))


def with_boxes(*boxes: list[str], cut: bool = True) -> Restored:
    """An issue with one box in each article, within a sentence or between paragraphs."""
    bodies = []
    for at, (text, box) in enumerate(zip((FIRST, SECOND, THIRD), boxes, strict=True)):
        head, tail = CUT[at]
        inside = [head, *box, tail] if cut else [head + tail, *box]
        bodies.append([text[0], *inside, *text[1:]])
    return issue(*bodies)


def boxes(found: Issue) -> list[tuple[str, str, str]]:
    return [
        (
            block.label,
            "".join(one.text.value for one in block.blocks if isinstance(one, Paragraph)),
            block.attribution.text.value if block.attribution else "",
        )
        for article in found.articles
        for block in article.blocks
        if isinstance(block, Box)
    ]


def names(made: Restored) -> list[str]:
    return [str(dict(one.args)["label"]) for one in made.diagnostics if one.code == "BOX003"]


WHOLE = [head + tail for head, tail in CUT]
SAID = [source.removeprefix("——") for source in SOURCES]


@pytest.mark.parametrize("name", ["学习链接", "知道", "典藏", "微历史", "政策窗"])
def test_a_name_with_a_blank_and_a_source(name: str) -> None:
    made = with_boxes(*([f"{name} {text}", by] for text, by in zip(TEXTS, SOURCES, strict=True)))
    assert boxes(made.issue) == [(name, *both) for both in zip(TEXTS, SAID, strict=True)]
    assert [text for text in texts(made.issue) if text in WHOLE] == WHOLE
    assert names(made) == [name]


@pytest.mark.parametrize("name", ["学习链接", "知道", "典 藏", "【微历史】", "■ 政策窗"])
def test_a_name_on_a_line_of_its_own_is_no_running_head(name: str) -> None:
    made = with_boxes(*([name, text, by] for text, by in zip(TEXTS, SOURCES, strict=True)))
    label = name.replace(" ", "").strip("【】■")
    assert boxes(made.issue) == [(label, *both) for both in zip(TEXTS, SAID, strict=True)]
    assert [text for text in texts(made.issue) if text in WHOLE] == WHOLE
    assert not [drop for drop in made.issue.drops if drop.reason == "running-head"]


@pytest.mark.parametrize("name", ["学习链接", "相关链接", "政策窗口"])
def test_a_name_that_nothing_parts_from_its_text(name: str) -> None:
    made = with_boxes(*([f"{name}{text}", by] for text, by in zip(TEXTS, SOURCES, strict=True)))
    assert boxes(made.issue) == [(name, *both) for both in zip(TEXTS, SAID, strict=True)]
    assert [text for text in texts(made.issue) if text in WHOLE] == WHOLE


def test_a_name_that_is_glued_once_and_stands_apart_elsewhere() -> None:
    made = with_boxes(
        [f"知道 {TEXTS[0]}", SOURCES[0]], [f"知道{TEXTS[1]}", SOURCES[1]], ["知道", TEXTS[2]]
    )
    assert boxes(made.issue) == [
        ("知道", TEXTS[0], SAID[0]),
        ("知道", TEXTS[1], SAID[1]),
        ("知道", TEXTS[2], ""),
    ]


def test_a_name_without_any_source_that_cuts_sentences() -> None:
    made = with_boxes(*([f"典藏 {text}"] for text in TEXTS))
    assert boxes(made.issue) == [("典藏", text, "") for text in TEXTS]
    assert [text for text in texts(made.issue) if text in WHOLE] == WHOLE


def test_a_name_between_paragraphs_where_sources_close_its_texts() -> None:
    given = [[f"知道 {text}", by] for text, by in zip(TEXTS, SOURCES, strict=True)]
    made = with_boxes(*given, cut=False)
    assert boxes(made.issue) == [("知道", *both) for both in zip(TEXTS, SAID, strict=True)]


def test_a_name_over_titles_as_known_ones_stand() -> None:
    known = [["小贴士", "看云的三个办法", TEXTS[0]], ["小贴士", "进港先做什么", TEXTS[1]]]
    own = [["做做看", "一盏灯能照多远", TEXTS[2]], ["做做看", "夸大", TEXTS[1]]]
    (one, other), (third, fourth) = known, own
    made = issue([*FIRST, *one, *WHOLE[:1]], [*SECOND, *third, WHOLE[1], *other], [*THIRD, *fourth])
    assert [label for label, *_ in boxes(made.issue)] == ["小贴士", "做做看", "小贴士", "做做看"]


def test_a_name_that_stands_once_and_tells_twice() -> None:
    body = [FIRST[0], CUT[0][0], f"典藏 {TEXTS[0]}", SOURCES[0], CUT[0][1], *FIRST[1:]]
    made = issue(body, SECOND, THIRD)
    assert boxes(made.issue) == [("典藏", TEXTS[0], SAID[0])]
    assert names(made) == ["典藏"]


def test_a_name_on_a_line_of_its_own_that_stands_once_and_tells_twice() -> None:
    body = [FIRST[0], CUT[0][0], f"微评\n{TEXTS[0]}", "——姜白", CUT[0][1], *FIRST[1:]]
    also = "从港里望过去，灯塔尖那么小，像一根针；雾来的时候，灯塔尖也看不见了。"
    made = issue(body, [*SECOND, also], THIRD)
    assert boxes(made.issue) == [("微评", TEXTS[0], "姜白")]
    assert CUT[0][0] + CUT[0][1] in texts(made.issue)


def test_a_name_and_a_title_parted_by_a_colon_within_a_sentence() -> None:
    body = [FIRST[0], CUT[0][0], "坨地资料窗：春盐与伏盐", TEXTS[0], CUT[0][1], *FIRST[1:]]
    also = "从港里望过去，灯塔尖那么小，像一根针；雾来的时候，灯塔尖也看不见了。"
    made = issue(body, [*SECOND, also], THIRD)
    assert boxes(made.issue) == [("坨地资料窗", TEXTS[0], "")]
    assert WHOLE[0] in texts(made.issue)
    said = [FIRST[0], WHOLE[0], "坨地资料窗：春盐与伏盐", TEXTS[0], *FIRST[1:]]
    assert not boxes(issue(said, [*SECOND, also], THIRD).issue)


def test_a_name_that_stands_once_before_a_text_that_its_source_closes() -> None:
    body = [FIRST[0], f"盐工手边 {TEXTS[0]}", SOURCES[0], *FIRST[1:]]
    made = issue(body, SECOND, THIRD)
    assert boxes(made.issue) == [("盐工手边", TEXTS[0], SAID[0])]


def test_a_blank_that_stands_before_a_figure_parts_no_name() -> None:
    text = (
        "2019年共收海盐二十六万吨，比上年增加三成，其中伏盐占了一半以上，春盐和秋盐各占四分之一。"
    )
    body = [FIRST[0], f"四十座盐场 {text}", "（资料来源：《白沙县盐业志》）", *FIRST[1:]]
    assert names(issue(body, SECOND, THIRD)) == []


def test_a_name_that_recurs_before_texts_that_begin_with_a_year() -> None:
    said = ["2019年，全县晒盐二十六万吨，比上年增加三成，伏盐占了一半。", TEXTS[1], TEXTS[2]]
    made = with_boxes(*([f"典藏　{text}"] for text in said))
    assert boxes(made.issue) == [("典藏", text, "") for text in said]


def test_names_that_stand_once_each_before_texts_between_paragraphs() -> None:
    first = [FIRST[0], f"盐工手边 {TEXTS[0]}", *FIRST[1:]]
    second = [SECOND[0], f"码头回声 {TEXTS[1]}", *SECOND[1:]]
    told = [("盐工手边", TEXTS[0], ""), ("码头回声", TEXTS[1], "")]
    assert boxes(issue(first, second, THIRD).issue) == told
    assert boxes(issue(first, SECOND, THIRD).issue) == [], "one alone may be anything"


def test_a_line_that_stands_once_and_cuts_nothing_is_no_name() -> None:
    body = [FIRST[0], "微评", TEXTS[0], "——姜白", *FIRST[1:]]
    made = issue(body, SECOND, THIRD)
    assert names(made) == []


def test_a_name_made_of_a_known_word_that_stands_once() -> None:
    body = [FIRST[0], CUT[0][0], f"盐工链接 {TEXTS[0]}", CUT[0][1], *FIRST[1:]]
    made = issue(body, SECOND, THIRD)
    assert boxes(made.issue) == [("盐工链接", TEXTS[0], "")]


# -- what is no name of boxes ------------------------------------------------------------


def test_a_running_head_that_cuts_sentences_is_dropped() -> None:
    made = with_boxes(*(["海风文丛"] for _ in TEXTS))
    assert boxes(made.issue) == []
    assert [text for text in texts(made.issue) if text in WHOLE] == WHOLE
    assert names(made) == []


def test_a_running_head_below_each_folio_though_boxes_stand_below_it() -> None:
    cats = "猫等着小鱼分给它们，小鱼分给码头上的哪一只，哪一只就跟着老人走，走到沟边才散。"
    head, tail = CUT[1]
    found = issue(
        [*FIRST, "3", "白沙春秋", f"链接　{TEXTS[0]}", SOURCES[0], WHOLE[0]],
        [cats, head, "9", "白沙春秋", TEXTS[1], tail, SECOND[0]],
        [*THIRD, "15", "白沙春秋", f"资料　{TEXTS[2]}", SOURCES[2], WHOLE[2]],
    )
    heads = [drop for drop in found.issue.drops if drop.text == "白沙春秋"]
    assert [drop.reason for drop in heads] == ["running-head"] * 3


def test_a_running_head_with_the_number_of_the_issue() -> None:
    made = with_boxes(*(["海风文丛 2021年第3期"] for _ in TEXTS))
    assert boxes(made.issue) == []
    assert [text for text in texts(made.issue) if text in WHOLE] == WHOLE


@pytest.mark.parametrize("name", ["背景情况", "主要做法", "成效"])
def test_a_heading_that_each_article_has(name: str) -> None:
    made = issue(*([text[0], name, *text[1:]] for text in (FIRST, SECOND, THIRD)))
    assert boxes(made.issue) == []
    headings = [
        block.text.value
        for article in made.issue.articles
        for block in article.blocks
        if isinstance(block, Heading)
    ]
    assert headings == [name] * 3


@pytest.mark.parametrize(
    "start",
    ["我们要", "第一，", "早上 5 点，", "葛满仓：", "记者：", "葛满仓 ", "一是", "据了解，"],
)
def test_words_with_which_several_paragraphs_begin(start: str) -> None:
    bodies = [[text[0], f"{start}{text[1]}", *text[2:]] for text in (FIRST, SECOND, THIRD)]
    made = issue(*bodies)
    assert boxes(made.issue) == []
    assert names(made) == []


def test_who_speaks_by_turns_without_a_colon() -> None:
    talk = [
        "记者 您守了四十年，最怕的是什么天气，风还是雾？",
        "邝师傅 怕雾。风来了有声音，雾来了没有声音，你不知道它什么时候进的门。",
    ]
    made = issue(FIRST, SECOND, [THIRD[0], *talk, *talk, *talk, THIRD[1]])
    assert boxes(made.issue) == []


def test_the_last_part_of_each_article_above_a_title_with_its_subtitle() -> None:
    titles = ["盐田里的云", "三次码头", "守灯的人"]
    parts = ["目录", *(f"{title} {at}" for at, title in enumerate(titles, 2))]
    for title, text in zip(titles, (FIRST, SECOND, THIRD), strict=True):
        parts += [title, f"——白沙县某某{title[:2]}记", text[0], "评析", text[1]]
    made = restored("\n\n".join(parts))
    assert names(made) == []


def test_the_folio_below_a_part_of_each_article_is_no_source() -> None:
    made = issue(
        *(
            [text[0], "案情", text[1], f"— {at} —", "海风文丛", *text]
            for at, text in enumerate((FIRST, SECOND, THIRD), 8)
        )
    )
    assert names(made) == []


def test_a_running_head_with_a_title_beside_it() -> None:
    text = [
        part
        for head, (above, below) in zip(("咸的海", "长堤上", "夜航船"), CUT, strict=True)
        for part in (*FIRST, above, f"海风文丛　{head}", below)
    ]
    lines = [Line(number, part) for number, part in enumerate("\n\n".join(text).split("\n"), 1)]
    assert learn_names(lines, Profile(), frozenset()).names == ()


@pytest.mark.parametrize(
    "above", ["白沙县航标管理处副主任、高级工程师 邝 屹", "三、压实各方责任，让每一盏灯都亮起来"]
)
def test_a_stray_blank_below_a_byline_or_a_heading(above: str) -> None:
    made = issue([FIRST[0], above, f"渔民 {TEXTS[1]}", *FIRST[1:]], SECOND, THIRD)
    assert names(made) == []


def test_quotations_that_begin_alike_have_no_name() -> None:
    given = [[f"坚持{text}", by] for text, by in zip(TEXTS, SOURCES, strict=True)]
    made = with_boxes(*given)
    assert names(made) == []


# -- what is said of it -------------------------------------------------------------------


def test_the_diagnostic_names_what_was_learnt() -> None:
    made = with_boxes(*([f"知道 {text}", by] for text, by in zip(TEXTS, SOURCES, strict=True)))
    found = [one for one in made.diagnostics if one.code == "BOX003"]
    assert [one.severity for one in found] == [Severity.INFO]
    assert found[0].message("en") == (
        "“知道”, which no list has, is taken for the name of boxes (3 in this issue)"
    )
    assert found[0].message("zh") == ("“知道”不在附栏名称表中，据正文推断为附栏名称（本期3处）")


def test_a_profile_is_proposed_with_what_was_learnt() -> None:
    made = with_boxes(*([f"知道 {text}", by] for text, by in zip(TEXTS, SOURCES, strict=True)))
    assert "知道" in tomllib.loads(propose([made.issue]))["boxes"]["extra"]


TITLES = ["三种海盐", "进港的规矩", "谁来看灯"]


@pytest.mark.parametrize(
    "form", ["●潮汐录　{}", "潮汐录\n\n{}", "◆潮汐录\n\n{}", "## 潮汐录\n\n{}"]
)
def test_a_name_with_a_title_of_its_own_each_time(form: str) -> None:
    made = with_boxes(
        *([form.format(title), text] for title, text in zip(TITLES, TEXTS, strict=True)), cut=False
    )
    found = boxes(made.issue)
    assert [one[0] for one in found] == ["潮汐录"] * 3
    assert all(one[1].startswith(text) for one, text in zip(found, TEXTS, strict=True))
    titles = [
        block.title.value
        for article in made.issue.articles
        for block in article.blocks
        if isinstance(block, Box) and block.title
    ]
    assert titles == TITLES


@pytest.mark.parametrize("form", ["潮汐录\n\n{}", "潮汐录\n{}"])
def test_a_name_over_titles_of_its_own_in_two_articles(form: str) -> None:
    first, second = ([form.format(TITLES[at]), TEXTS[at]] for at in range(2))
    made = issue([*FIRST, *first], [SECOND[0], *second, SECOND[1], WHOLE[1]], THIRD)
    assert [label for label, *_ in boxes(made.issue)] == ["潮汐录"] * 2
    assert names(made) == ["潮汐录"]


def test_a_heading_that_comes_again_over_another_one_in_the_same_article_names_no_box() -> None:
    first, second = (["潮汐录", TITLES[at], TEXTS[at]] for at in range(2))
    made = issue([*FIRST, *first, WHOLE[0], *second, WHOLE[1]], SECOND, THIRD)
    assert not boxes(made.issue)
    assert not names(made)


def test_a_heading_that_comes_again_over_texts_without_titles_names_no_box() -> None:
    made = with_boxes(*(["尾声", text] for text in TEXTS), cut=False)
    assert not boxes(made.issue)
    assert not names(made)


@pytest.mark.parametrize(
    ("name", "box"),
    [("延伸一览", True), ("补充链接", True), ("晒盐手艺", False)],
)
def test_a_text_that_opens_with_the_title_beside_a_name_like_others(
    name: str,
    box: bool,  # noqa: FBT001
) -> None:
    about = f"{name}　海盐分为哪几种"
    made = issue(
        [FIRST[0], FIRST[1], about, TEXTS[0].replace("海盐", "海盐分为三种，", 1), FIRST[2]],
        SECOND,
        THIRD,
    )
    found = [one for one in made.issue.articles[0].blocks if isinstance(one, Box)]
    assert [one.label for one in found] == ([name] if box else [])


def test_a_text_about_something_else_below_a_title_beside_a_name() -> None:
    made = issue([FIRST[0], FIRST[1], "延伸一览　海盐分为哪几种", FIRST[2]], SECOND, THIRD)
    assert not any(isinstance(one, Box) for one in made.issue.articles[0].blocks)


def test_the_parts_of_experiments_take_turns() -> None:
    """【步骤】 always stands between the same two, and each text goes on in the next line."""
    text = [FIRST[0]]
    for name in ("会跳舞的葡萄干", "不肯混的三层水", "站起来的鸡蛋"):
        text += [name, f"【准备】一只杯子，{name[-2:]}六粒。"]
        text += [
            f"【步骤】把{name}放在桌子上，等上一分钟，看着它",
            "慢慢地沉到杯子底下去，再浮上来。",
        ]
        text += ["【为什么】轻的住在楼上，重的住在楼下，谁也不", "肯搬家，搅一搅就乱了。"]
    lines = [Line(number, part) for number, part in enumerate(text, 1)]
    assert learn_names(lines, Profile(), frozenset()).names == ()


@pytest.mark.parametrize("form", ["{}：{}", "{}\n\n{}"])
def test_names_that_are_other_ones_each_time_over_titles(form: str) -> None:
    """Two cut sentences, and the third stands between paragraphs, alone in its article."""
    told = [("记一笔", "春盐与秋盐"), ("算细账", "灯几时挂"), ("停一停", "谁来看灯")]
    bodies = []
    for at, (text, one) in enumerate(zip((FIRST, SECOND, THIRD), told, strict=True)):
        head, tail = CUT[at]
        box = [form.format(*one), TEXTS[at]]
        inside = [head, *box, tail] if at < 2 else [head + tail, *box]
        bodies.append([text[0], *inside, *text[1:]])
    found = sourced_boxes(issue(*bodies).issue)
    assert [one[:2] for one in found] == told


def test_headings_of_one_form_that_follow_each_other_name_no_boxes() -> None:
    heads = ["起初：纳潮", "后来：晒卤", "末了：归坨"]
    bodies = [[line for pair in zip(heads, one, strict=False) for line in pair] for one in (FIRST, SECOND, THIRD)]  # fmt: skip
    assert not boxes(issue(*bodies).issue)


def test_headings_with_which_several_articles_begin_name_no_boxes() -> None:
    rubrics = ("看天色", "盐工具", "随便说说")
    titles = ("盐田里的云", "三次码头", "灯下的菜园")
    lines = []
    for at, title in enumerate(titles):
        lines.append(title)
        for name, one in zip(
            rubrics, ("一格盐的来历", "半筐鱼的价钱", "两分地的收成"), strict=True
        ):
            lines += [name, f"{title[:2]}的{one}", (FIRST + SECOND)[at] + one]
    found = learn_names([Line(n, one) for n, one in enumerate(lines, 1)], Profile(), set(titles))
    assert not set(rubrics) & {one.name for one in found.names}


def test_the_last_key_word_on_a_line_of_its_own_names_no_box() -> None:
    lines = [Line(at + 1, text) for at, text in enumerate((
        *("关键词：盐田；渔港；", "海堤灯塔", "", CUT[0][0], "", CUT[0][1], ""),
        *("关键词：鱼市；码头；", "海堤灯塔", "", CUT[1][0], "", CUT[1][1], ""),
    ))]  # fmt: skip
    places = [place for at in (1, 8) if (place := place_at(at, "海堤灯塔"))]
    assert not may_name(places, lines)
    assert may_name(places, [line._replace(text=line.text.rstrip("；")) for line in lines])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("早上 5 点，渡口还笼着一层薄雾。", ""),
        ("早上　5 点，渡口还笼着一层薄雾。", "早上"),
        ("【早上】 5 点，渡口还笼着一层薄雾。", "早上"),
        ("早上 雾还没有散，船工先把灯点上。", "早上"),
    ],
)
def test_blanks_around_figures_part_no_name_from_a_text(line: str, name: str) -> None:
    found = place_at(0, line)
    assert (found.name if found is not None else "") == name
