"""Quotations and boxes with their source, of which the OCR has lost the label or a mark."""

from __future__ import annotations

import pytest

from converter.model import Box, Issue, Paragraph
from tests.support.blocks import sourced, texts
from tests.support.restored import restored

FIRST = "水从北坡的水库下来，到了村口分成两股。管水的人天不亮就上渠，把闸门摇到合适的高度，再沿着渠走一遍，看有没有漏水的地方，漏了的地方先用草袋堵上，回来再报给村里。"
CUT = "去年夏天雨水少，田里的裂缝能放进一只手，村里人一商量，决定先把最老的那一段渠"
REST = "翻出来重砌一遍，砌到第三天，石头底下翻出一块碑，碑上的字还看得清楚。"
LAST = "碑上写的是每家每年要出几个工，谁家缺了工，罚谷一斗，罚来的谷子留给修渠的人吃。"
QUOTED = "“管水先管人，人心齐了，水就走得顺当。”"
ORDER = "用水按先远后近、先高后低的次序，任何一户不得在夜里私自开闸。"


def issue(*lines: str) -> Issue:
    others = ("修船", "文｜万里", "船坞里停着一条没有名字的船，名字要等到下水那天才写。")
    listed = ("目录", "修渠 端木青 4", "修船 万里 8")
    return restored("\n\n".join([*listed, "修渠", "文｜端木青", *lines, *others])).issue


def first_box(found: Issue) -> Box | None:
    return next((one for one in found.articles[0].blocks if isinstance(one, Box)), None)


@pytest.mark.parametrize("source", ["（据北坡乡管水会议发言整理）", "（摘自《北坡水利志》）"])
def test_a_quotation_with_its_source_in_brackets_is_a_box(source: str) -> None:
    found = issue(FIRST, CUT, QUOTED, source, REST, LAST)
    box = first_box(found)
    assert box is not None
    assert box.attribution is not None
    assert (box.label, box.attribution.text.value) == ("", source[1:-1])
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [QUOTED]
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]


@pytest.mark.parametrize("end", ["）", ""])
@pytest.mark.parametrize("work", ["《北坡乡用水章程》", "《北坡乡用水章程（试行）》"])
def test_a_work_in_brackets_closes_a_box_that_has_a_name(work: str, end: str) -> None:
    found = issue(FIRST, CUT, "相关链接", ORDER, f"（{work}{end}", REST, LAST)
    box = first_box(found)
    assert box is not None
    assert box.attribution is not None
    assert box.attribution.text.value == work
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]


@pytest.mark.parametrize("source", ["（《北坡乡用水章程》）", "——《北坡乡用水章程》"])
@pytest.mark.parametrize(
    ("head", "label", "title"),
    [("水规便签", "水规便签", ""), ("外地水规 南坡乡的“水账”", "外地水规", "南坡乡的“水账”")],
)
def test_a_name_nobody_has_heard_of_with_its_source_within_a_sentence(
    head: str, label: str, title: str, source: str
) -> None:
    lines = [f"{head} {ORDER}"] if not title else [head, ORDER]
    found = issue(FIRST, CUT, *lines, source, REST, LAST)
    assert sourced(found) == [(label, title, [ORDER], "《北坡乡用水章程》")]
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("（图片由北坡乡文化站提供", "（图片由北坡乡文化站提供）"),
        ("（照片均由北坡乡文化站提供）", "（照片均由北坡乡文化站提供）"),
        ("（执笔：齐小满 冉青）", "（执笔：齐小满 冉青）"),
        ("（执笔：齐 冉 责任编辑：齐小满）", "（执笔：齐冉 责任编辑：齐小满）"),
    ],
)
def test_whose_pictures_these_are_and_who_wrote_are_credits(printed: str, read: str) -> None:
    found = issue(FIRST, LAST, printed).articles[0]
    last = (*found.blocks, *found.back)[-1]
    assert isinstance(last, Paragraph)
    assert (last.role.value, last.text.value.replace("\u3000", " ")) == ("credit", read)


def test_a_source_at_the_end_of_an_article_is_its_own() -> None:
    found = issue(FIRST, CUT, QUOTED, "（据北坡乡管水会议发言整理）")
    assert first_box(found) is None


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("《北坡乡用水章程", "《北坡乡用水章程》"),
        ("《北坡乡“三先三后”用水章程（试行）", "《北坡乡“三先三后”用水章程（试行）》"),
        ("《北坡乡用水章程（征求意见稿》", "《北坡乡用水章程（征求意见稿）》"),
        ("《北坡乡用水章程》", "《北坡乡用水章程》"),
        ("北坡乡用水章程", "北坡乡用水章程"),
    ],
)
def test_a_work_gets_its_last_mark_back(printed: str, read: str) -> None:
    box = first_box(issue(FIRST, CUT, "相关链接", ORDER, f"——{printed}", REST, LAST))
    assert box is not None
    assert box.attribution is not None
    assert box.attribution.text.value == read


COLUMN = (
    "田里的裂缝要等下了雨才合得上，可是去年的雨水偏偏少，\n"
    "东坡的梯田一块接一块地干了，西坡的果园也落了一地的\n"
    "青果。老人们坐在祠堂门口算账，算来算去，还是要从渠\n"
    "上想办法，渠漏得厉害，十桶水送到田头只剩下六桶，剩\n"
    "下的四桶都喂了路边的草。算清了账，村里人就把最老的"
)
FRAME = (
    (
        "分水石：砌在渠口的一块石头，上面凿\n"
        "有两道槽，一道宽一道窄，水从槽里过，\n"
        "宽的给田多的一边，谁也不能挪动。"
    ),
    (
        "同闸门相比，分水石不用人看；同水表\n"
        "相比，它不会坏，也没有人会去改它上\n"
        "面的刻度，所以一直用到现在。"
    ),
    "北坡现在还有分水石十一块，其中有\n字的三块。",
)
BELOW = (
    "那一段渠翻了出来，从渠首到分水石，一尺一尺地重砌了\n"
    "一遍，砌到第三天，石头底下翻出一只铁匣，匣里的账本\n"
    "还看得清楚，写的是三十年前各家出的工。"
)


@pytest.mark.parametrize("others", [[], [FIRST, CUT + REST, LAST]])
def test_a_frame_has_paragraphs_of_two_lines(others: list[str]) -> None:
    found = issue(*others, COLUMN, "小资料", *FRAME, BELOW)
    box = first_box(found)
    assert box is not None
    inside = [one.text.value for one in box.blocks if isinstance(one, Paragraph)]
    assert inside == [text.replace("\n", "") for text in FRAME]
    assert texts(found)[len(others)] == (COLUMN + BELOW).replace("\n", "")


@pytest.mark.parametrize(
    ("names", "own"),
    [
        (["端木青", "司马川", "欧阳水"], True),
        (["李 川", "端木青", "王 水 根"], True),
        (["李 川"], False),
    ],
)
def test_pieces_of_news_keep_who_signs_them(names: list[str], own: bool) -> None:  # noqa: FBT001
    news = [
        f"{text}（{name}）" for text, name in zip([CUT + REST, LAST, ORDER], names, strict=False)
    ]
    told = [text.replace(" ", "") for text in news]
    assert (told == texts(issue(FIRST, *news))[1 : 1 + len(news)]) is own


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("——白若溪（清河渡口管理处处长），", "摘自《清河日报》6月14日"),
        ("——白若溪（清河渡口管理处处长", "兼省水运协会理事），在座谈会上的发言"),
    ],
)
def test_who_said_it_goes_on_in_a_second_line(first: str, second: str) -> None:
    said = "渠不怕长，怕的是没有人记得上回是谁清的淤，记得的人走了，淤就又长回来了。"
    article = issue(FIRST, f"{first}\n{second}", said, "——柯满仓（管水员）").articles[0]
    found = [b.text.value for b in (*article.blocks, *article.back) if isinstance(b, Paragraph)]
    assert found == [FIRST, first + second, said, "——柯满仓（管水员）"]


NIGHT = "夜里看水的是两个老人，一个提灯，一个背锹，走到渠首正好是半夜，歇一袋烟的工夫再往回走。"
SOURCES = (
    "（整理自《北坡乡用水章程（试行）》、北坡乡水管站《闸门看守须知》、村民大会历年记录，有删节）"
)


@pytest.mark.parametrize("title", ["开闸要过“三道门”", "夜里由谁看水"])
def test_a_title_of_its_own_and_a_source_make_a_box_between_paragraphs(title: str) -> None:
    found = issue(FIRST, "一、修渠", CUT + REST, title, ORDER, SOURCES, LAST, "二、看水", NIGHT)
    box = first_box(found)
    assert box is not None
    assert box.title is not None
    assert box.attribution is not None
    assert (box.label, box.title.value) == ("", title)
    assert box.attribution.text.value == SOURCES[1:-1]
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]


def test_one_of_the_headings_is_no_title_of_a_box() -> None:
    parts: tuple[str, ...] = (
        "这条老渠到底是谁修的",
        CUT + REST,
        "天旱的时候夜里由谁看水",
        ORDER,
        SOURCES,
    )
    parts = (*parts, LAST, "罚来的谷子归谁家吃", NIGHT)
    assert first_box(issue(FIRST, *parts)) is None


def test_a_source_that_lost_its_bracket_is_told_without_the_other() -> None:
    box = first_box(issue(FIRST, CUT, "相关链接", ORDER, SOURCES[:-1], REST, LAST))
    assert box is not None
    assert box.attribution is not None
    assert box.attribution.text.value == SOURCES[1:-1]


LONG = "整理自《北坡乡用水章程（试行）》及乡水利站、乡农经站、乡司法所有关负责人就《北坡乡用水章程（试行）》答村民问"


@pytest.mark.parametrize("title", ["村里开闸要过“三道手”", "村里开闸要过\n“三道手”"])
@pytest.mark.parametrize("source", ["整理自北坡乡《用水章程》", LONG])
def test_a_title_and_a_source_in_brackets_make_a_box(title: str, source: str) -> None:
    found = issue(FIRST, LAST, title, ORDER, f"（{source}）", CUT + REST)
    assert sourced(found) == [("", "村里开闸要过“三道手”", [ORDER], source)]
    assert texts(found)[:3] == [FIRST, LAST, CUT + REST]


def test_a_title_that_stands_before_the_text_of_a_sourced_box() -> None:
    source = "（整理自北坡乡《用水章程》、\n本刊旧文《渠上的规矩》）"
    found = issue(FIRST, LAST, f"开闸要过三道手 {ORDER}", source, CUT + REST)
    assert sourced(found) == [
        ("", "开闸要过三道手", [ORDER], "整理自北坡乡《用水章程》、本刊旧文《渠上的规矩》")
    ]
    assert texts(found)[:3] == [FIRST, LAST, CUT + REST]
