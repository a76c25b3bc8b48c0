"""Reviews and talks: facts about a work, who takes part, works in the contents, authors at the end."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Paragraph, Role
from converter.parse.facts import facts_of
from converter.pipeline import Restored
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

HEAD = "灯下\n2024年第3期\n主办单位：河湾市文联\n主编：沈一帆\n出版：《灯下》编辑部\n"
ONE = "磨坊停了二十年，导演把它拍得像还在转。镜头跟着水走，水停的地方，人也停下来，谁都没有说话。"
TWO = "一家旅馆，七个晚上，住店的人换了又换，只有前台那盆绿萝一直活着，最后一场它开了花。"
FACTS = ["导演：何若溪", "主演：唐可、梁石", "片长：101分钟", "评分：★★★"]
MEET = ["导演：鲁白", "编剧：鲁白、叶小河", "上映：3月8日"]


def said(article: Article, role: Role | None = None) -> list[str]:
    blocks = (*article.front, *article.blocks, *article.back)
    return [
        block.text.value
        for block in blocks
        if isinstance(block, Paragraph) and (role is None or block.role is role)
    ]


def reviews(gap: str) -> Restored:
    parts = [
        "新片",
        "《水磨坊》：停下来的水",
        *FACTS,
        ONE,
        "（文／苗青）",
        "《七夜旅馆》：一盆绿萝的证词",
        *MEET,
        TWO,
        "（文／程远山）",
    ]
    contents = "目录\n新片\n《水磨坊》 4\n《七夜旅馆》 5\n\n"
    return restored(HEAD + contents + gap.join(parts) + "\n")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_contents_give_the_work_and_the_title_goes_on_after_a_colon(gap: str) -> None:
    articles = reviews(gap).issue.articles
    assert [one.title[0].value for one in articles] == [
        "《水磨坊》：停下来的水",
        "《七夜旅馆》：一盆绿萝的证词",
    ]
    assert [[who.name for by in one.bylines for who in by.authors] for one in articles] == [
        ["苗青"],
        ["程远山"],
    ]
    assert [said(one, Role.CREDIT) for one in articles] == [FACTS, MEET]
    assert [said(one, Role.BODY) for one in articles] == [[ONE], [TWO]]


def facts(*texts: str) -> list[int]:
    lines = [Line(2 * at, text) for at, text in enumerate(texts, 1)]
    blank = [Line(2 * at + 1, "") for at in range(1, len(lines))]
    both = sorted([*lines, *blank], key=lambda line: line.number)
    return sorted(facts_of(make_units(both)))


def test_facts_stand_in_rows_of_several_kinds_and_are_no_talk() -> None:
    assert facts("话剧《秤》", "编剧：何若溪", "导演：唐可", "地点：红砖剧场", ONE) == [0, 1, 2, 3]
    assert facts(ONE, "导演：何若溪　得票：12", TWO) == [1]
    talk = ["导演：先看光。", "演员：再看人。", "导演：人是跟着光走的。", "演员：光跟着谁？"]
    assert facts(*talk) == []
    assert facts("时间：周六上午", "地点：三号厅", ONE) == []


def test_those_who_take_part_in_a_talk_are_no_article() -> None:
    turns = [
        "主持人：一盏灯应该照谁？",
        "闻笛：照看戏的人。戏台上的人自己会发光，看戏的人摸黑进场，最怕绊着。",
        "邱满：我不同意，灯要照台口那一块地板。",
        "主持人：为什么是地板？",
        "闻笛：他扫了三十年地板，当然替地板说话。",
    ]
    roll = ["与谈人", "闻笛 剧场灯光师", "邱满 老戏迷"]
    contents = "目录\n圆桌\n一盏灯照谁 4\n新片\n停下来的水 苗青 6\n\n"
    body = ["圆桌", "一盏灯照谁", "整理／唐可", *roll, *turns, "新片", "停下来的水", "苗青", ONE]
    articles = restored(HEAD + contents + "\n\n".join(body)).issue.articles
    assert [one.title[0].value for one in articles] == ["一盏灯照谁", "停下来的水"]
    assert said(articles[0], Role.CREDIT) == roll
    assert said(articles[0], Role.QUESTION) == [turns[0], turns[3]]
    assert said(articles[0], Role.ANSWER) == [turns[1], turns[2], turns[4]]


MILL = [
    "磨坊在村子的下游，水渠到这里拐了一个弯，弯里积着一汪清水，夏天孩子们在里面摸螺蛳，冬天结一层薄冰。",
    "看磨的老人姓唐，一辈子没有离开过那间石头房子。他说磨盘是有脾气的，下料急了它就响，下料慢了它也响，不急不慢的时候才不出声。",
    "公社的时候磨坊归大队，磨一斗麦子收二两面，面装在一只木桶里，年底分给村里的五保户。谁也没有多拿过。",
    "木桶现在还在，桶底的字已经看不清了，只认得出一个公字，是当年用烧红的铁条烙上去的，摸上去扎手。",
    "停磨那年是个旱年，渠里断了四个月的水。老人把磨盘抬起来，垫了一层油布，说来年还要用的，后来再也没有用上。",
    "如今村里要修一个陈列室，来量过两回尺寸，老人都不在家，去女儿那里带外孙去了。量完就走。",
    "陈列室修好以后，磨盘搬到了屋里，水声没有搬进来。看的人要自己想一想，它从前的样子。",
    "老人的外孙后来学了水利，放假回来总是先去看渠，看完了才肯回家吃饭。吃过饭还要再去看一回。",
    "他说水轮和人一样，要有水推着才肯走。没有水推着的时候，就只好站在那里等着，一直等到下一场大雨来的那天。",
    "村口的石碑上刻着修渠的人名，一共三十九个。老人的名字在最后一行，那年十六岁。",
    "石碑旁边有一棵皂角树，树上挂着一口钟。从前开工的时候敲三下，收工的时候敲两下。",
]
BOX = "水轮有上射和下射两种，上射的省水，下射的省料。唐家磨坊用的是下射式，轮叶一共十六片，都是枣木做的。"


def column(text: str, measure: int = 17) -> list[str]:
    """The lines of a paragraph in a column whose indent of two em is lost; marks hang."""
    lines, size = [], measure - 2
    while text:
        end = size + (text[size : size + 1] in tuple("，。"))
        lines.append(text[:end])
        text, size = text[end:], measure
    return lines


def test_captions_and_names_of_boxes_in_columns_that_have_lost_their_indents() -> None:
    paragraphs = [column(text) for text in MILL]
    paragraphs[1].insert(2, "唐师傅在磨坊门口")
    paragraphs[4][2:2] = ["水轮小识", *column(BOX, 16)]
    lines = "\n".join(line for paragraph in paragraphs for line in paragraph)
    found = restored(f"目录\n停下来的水 苗青 4\n\n停下来的水\n苗青\n{lines}\n").issue.articles[0]
    captions = [one.caption.value for one in found.blocks if isinstance(one, Figure)]
    assert captions == ["唐师傅在磨坊门口"]
    assert [one.label for one in found.blocks if isinstance(one, Box)] == ["水轮小识"]
    assert said(found) == MILL


@pytest.mark.parametrize("label", ["剧本摘录", "原著选段"])
def test_an_excerpt_with_its_source_is_a_box_in_which_people_speak(label: str) -> None:
    lines = [
        "（磨倌把手伸进水里。）",
        "磨倌：今年的水凉。",
        "（水轮停了半拍，又转起来。）",
        "磨倌：凉的水有劲。",
        "女儿：凉的水伤手。",
    ]
    parts = [ONE, label, *lines, "——选自《水磨坊》第二场", TWO]
    body = "\n\n".join(["停下来的水", "苗青", *parts])
    found = restored(f"目录\n停下来的水 苗青 4\n\n{body}\n").issue.articles[0]
    box = next(one for one in found.blocks if isinstance(one, Box))
    assert box.label == label
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == lines
    assert box.attribution is not None
    assert box.attribution.text.value == "选自《水磨坊》第二场"
    assert said(found) == [ONE, TWO]


TREES = [
    "他在北坡种了四十年树，头十年种一棵死一棵，人家说他是在给山插筷子，他不吭声，第二年照样插。",
    "树活过来以后，坡上先有了鸟，后有了雾。气象站的人来量过，雨比从前多了一成，都落在这面坡上。",
    "问他是不是树招来的雨，他说树不会招手，树只是站着，站得久了，云就愿意在这里歇一歇。",
]


def test_a_pull_quote_between_the_name_of_a_section_and_the_title_is_the_articles() -> None:
    said_of = "雨不是等来的，是种出来的。"
    contents = "目录\n新片\n停下来的水 苗青 4\n影人\n种雨的人 程远山 6\n\n"
    first = ["新片", "NEW FILMS", "停下来的水", "苗青", ONE, TWO, MILL[4]]
    second = ["影人", "PEOPLE", said_of, "种雨的人", "程远山", *TREES]
    found = restored(HEAD + contents + "\n\n".join([*first, *second]) + "\n").issue.articles
    quotes = [[text.value for one in a.pull_quotes for text in one.paragraphs] for a in found]
    assert quotes == [[], [said_of]]
    assert said(found[0], Role.BODY) == [ONE, TWO, MILL[4]]


def test_a_note_in_printed_lines_may_stand_between_the_two_as_well() -> None:
    said_of = "秤砣虽小，压得住千斤的船。"
    note = (
        "编者按：今年的影人栏目从北坡开始。我们去的那天没有下雨，坡上的雾却一直没有散，人走在里面，衣服都是湿的。"
        "种树的人不爱说话，问一句，答一句，答完又低头去看树。"
    )
    lines = "\n".join(note[at : at + 20] for at in range(0, len(note), 20))
    contents = "目录\n新片\n停下来的水 苗青 4\n影人\n种雨的人 程远山 6\n\n"
    first = ["新片", "NEW FILMS", "停下来的水", "苗青", ONE, TWO, MILL[4]]
    trees = [TREES[0], "影人", TREES[1], "影人", TREES[2]]
    second = ["影人", said_of, lines, "种雨的人", "程远山", *trees]
    found = restored(HEAD + contents + "\n\n".join([*first, *second]) + "\n").issue.articles
    quotes = [[text.value for one in a.pull_quotes for text in one.paragraphs] for a in found]
    assert quotes == [[], [said_of]]


@pytest.mark.parametrize(
    "imprint",
    [
        "何若溪著，渡口文化，二〇一八年十一月，320元",
        "唐 可 编著　渡口出版社2019年3月版",
        "（英）某森著，何若溪译，渡口出版社，2019年2月，定价38.5元",
        "何若溪著，唐可繪，渡口文化，新臺幣320元",
    ],
)
def test_who_wrote_a_book_and_what_it_costs_is_a_fact_below_its_name(imprint: str) -> None:
    assert facts(ONE, "《时刻表的背面》", imprint, TWO) == [2]
    assert facts(ONE, imprint, TWO) == []  # below no name of a work
    sentence = "何若溪著，渡口文化的人都说卖不掉。一本320元"
    assert facts("《时刻表的背面》", sentence, TWO) == []
