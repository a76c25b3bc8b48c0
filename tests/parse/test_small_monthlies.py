"""Small monthlies: houses before names, sayings in short lines, misread heads, lost indents."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph
from converter.names import is_name
from converter.parse.byline import read_byline
from tests.support.blocks import quotes, texts
from tests.support.restored import restored as restore

HEAD = "河声\n文艺月刊\n1996年第4期\n主办单位：河湾镇文化站\n编辑出版：《河声》编辑部\n主编：沈一帆\n\n"
ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
CUT = "摆渡的人姓丁，在船上住了四十年，他把缆绳一圈一圈绕起来，绕到第三圈才停手，转过身来对着"
REST = "岸上的孩子们招一招手，说天黑以后不要下水，水里的石头比白天滑，月亮照着也看不见。"
SAID = "丁师傅常说，水认得船，船认得灯，人认得回家的路。他说这话的时候眼睛看着河面，并不看人。"

PAGES = [
    "门诊上常常遇到这样的病人，胃痛十来年，药吃了一抽屉，见面第一句话便是有没有一种药吃下去就断根。",
    "我总是先不开方，请他把昨天一天吃的东西几点吃的同谁一起吃的从头到尾说一遍，说完他自己先笑起来。",
    "有一位汽车司机三十八岁，他早上空着肚子出车，十点钟在路边喝一碗凉豆浆，中饭拖到下午两点才吃上。",
    "胃是一个守时的器官，到了钟点不管有没有饭胃酸照样分泌出来，可见钟点这一关比忌口更要紧得多一些。",
]


def restored(text: str) -> Issue:
    return restore(text).issue


def issue_of(
    *body: str, contents: str = "目 录\n渡口的三盏灯 陆 遥 4\n\n", by: str = "陆 遥"
) -> Issue:
    return restored(HEAD + contents + "渡口的三盏灯\n\n" + by + "\n\n" + "\n\n".join(body) + "\n")


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("文 / 合规部 骆 谨", "骆谨", "合规部"),
        ("文/市农业局 骆谨", "骆谨", "市农业局"),
        ("撰文｜向阳厂 骆 谨", "骆谨", "向阳厂"),
    ],
)
def test_house_of_three_characters_stands_before_the_author(
    line: str, name: str, office: str
) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [(name, office)]


@pytest.mark.parametrize("place", ["石门县乌桕岭乡", "城关区河沿街道", "石门县乌桕岭乡磨坊村"])
def test_a_place_within_another_before_a_name_that_is_a_word(place: str) -> None:
    reading = read_byline(f"{place} 庄 稼", known=frozenset({"庄稼"}))
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [("庄稼", place)]


@pytest.mark.parametrize("place", ["甘棠县", "石塘", "白水河口", "江北"])
def test_place_before_the_one_author_of_the_contents_is_no_author(place: str) -> None:
    reading = read_byline(f"{place} 焦满仓", known=frozenset({"焦满仓"}))
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [("焦满仓", place)]


def test_two_authors_of_the_contents_are_both_authors() -> None:
    reading = read_byline("江北 焦满仓", known=frozenset({"江北", "焦满仓"}))
    assert reading is not None
    assert [one.name for one in reading.authors] == ["江北", "焦满仓"]


@pytest.mark.parametrize("word", ["甘棠县", "合规部", "白云厂"])
def test_names_of_places_and_offices_are_none_of_people(word: str) -> None:
    assert not is_name(word)
    assert is_name("李登科")


@pytest.mark.parametrize(
    "lines",
    ["水认得船，船认得灯，人\n认得回家的路。", "水认得船，船认\n得灯，人认得回\n家的路。"],
)
def test_short_lines_that_say_again_what_the_text_says_stand_below_it(lines: str) -> None:
    issue = issue_of(ONE, SAID, TWO, lines)
    assert quotes(issue) == ["水认得船，船认得灯，人认得回家的路。"]
    assert texts(issue) == [ONE, SAID, TWO]


def test_short_lines_without_blank_lines_cut_a_sentence() -> None:
    lines = "水认得船，船认得灯，\n人认得回家的路。"
    long = f"{TWO}{REST}"
    issue = restored(
        f"{HEAD}目 录\n渡口的三盏灯 陆 遥 4\n\n渡口的三盏灯\n陆 遥\n{ONE}{SAID}\n{CUT}\n{lines}\n{long}\n{PAGES[0]}{PAGES[1]}\n"
    )
    assert quotes(issue) == ["水认得船，船认得灯，人认得回家的路。"]
    assert CUT + long in texts(issue)


def test_saying_of_two_short_clauses_cuts_a_sentence() -> None:
    said = SAID.replace("水认得船，船认得灯，人认得回家的路", "灯不灭，船就不散")
    issue = issue_of(ONE, said, CUT, "灯不灭，船就不散。", REST, TWO)
    assert quotes(issue) == ["灯不灭，船就不散。"]
    assert CUT + REST in texts(issue)


def test_text_may_end_with_what_it_has_said() -> None:
    said = SAID.replace("水认得船，船认得灯，人认得回家的路", "灯不灭，船就不散")
    issue = issue_of(ONE, said, TWO, "灯不灭，船就不散。")
    assert quotes(issue) == []


def test_verse_that_comes_again_is_no_quotation() -> None:
    issue = issue_of(
        ONE,
        "灯在水上摇\n船在水下走\n回家的人啊。",
        TWO,
        "灯在水上摇\n船在水下走\n回家的人啊。",
        REST,
    )
    assert quotes(issue) == []


@pytest.mark.parametrize("blank", [" ", "\u3000"])
def test_who_speaks_but_once_in_a_round_table_may_be_letter_spaced(blank: str) -> None:
    turns = (
        "主持人：哪一位先谈？",
        f"丁大河：{ONE}",
        f"沈慕白：{TWO}",
        f"凌{blank}倩：{SAID}",
        f"丁大河：{TWO}",
        "主持人：今天就谈到这里，谢谢各位。",
    )
    issue = issue_of(*turns)
    (article,) = issue.articles
    speakers = [
        block.text.value[mark.start : mark.end]
        for block in article.blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
        if mark.kind.value == "speaker"
    ]
    assert speakers == ["主持人", "丁大河", "沈慕白", "凌倩", "丁大河", "主持人"]


def test_bold_run_in_beside_others_is_no_box() -> None:
    parts = ("案情", "争议", "处理", "点评")
    said = (ONE, TWO, SAID, REST)
    issue = issue_of(*(f"**【{name}】** {text}" for name, text in zip(parts, said, strict=True)))
    (article,) = issue.articles
    assert not any(isinstance(block, Box) for block in article.blocks)
    assert texts(issue) == [f"【{name}】{text}" for name, text in zip(parts, said, strict=True)]


@pytest.mark.parametrize("heading", ["一台磨浆机，两千三百块钱", "三把钥匙"])
def test_heading_may_be_an_em_shorter_than_the_lines_of_its_column(heading: str) -> None:
    # What a page cuts is whole lines of 15 em, two less in the first.
    whole = ONE + TWO
    cut = [(whole * 2)[: 15 * lines - 2] for lines in (2, 3, 4, 5, 3, 2)]
    body = []
    for text in cut:
        body += [ONE, text, "，" + REST]
    issue = issue_of(ONE, heading, "下岗那年，" + TWO, *body)
    (article,) = issue.articles
    assert [block.text.value for block in article.blocks if isinstance(block, Heading)] == [heading]


# -- hard-wrapped pages -------------------------------------------------------------


def wrapped(text: str, measure: int = 18, *, indent: bool = True) -> list[str]:
    """A paragraph in lines; without its indent the first is two em short."""
    lines = [text[: measure - 2]]
    rest = text[measure - 2 :]
    while rest:
        size = measure + (rest[measure : measure + 1] in tuple("，。、；：！？”"))
        lines.append(rest[:size])
        rest = rest[size:]
    return [("\u3000\u3000" if indent else "") + lines[0], *lines[1:]]


def test_title_as_long_as_a_line_is_apart_from_the_house_and_author_below_it() -> None:
    contents = (
        "目\u3000录\n胃病患者的“三分治，七分养”……陆竹青（2）\n夏天喝什么凉茶……施半夏（3）\n\n"
    )
    title = "\u3000\u3000\u3000胃病患者的“三分治，七分养”\n\u3000\u3000\u3000\u3000\u3000\u3000\u3000沧宁市第二人民医院内科\u3000陆竹青\n"
    other = "\u3000\u3000\u3000夏天喝什么凉茶\n\u3000\u3000\u3000\u3000\u3000\u3000\u3000中医师\u3000施半夏\n"
    body = "\n".join(line for text in PAGES for line in wrapped(text))
    issue = restored(f"{HEAD}{contents}{title}{body}\n\n{other}{body}\n")
    assert [article.title[0].value for article in issue.articles] == [
        "胃病患者的“三分治，七分养”",
        "夏天喝什么凉茶",
    ]
    names = [one.name for a in issue.articles for line in a.bylines for one in line.authors]
    assert names == ["陆竹青", "施半夏"]


@pytest.mark.parametrize("folio", ["· s ·", "\u3000" * 9 + "· s ·", "\u3000" * 12 + "— S —"])
def test_misread_folio_may_stand_at_the_right_edge(folio: str) -> None:
    contents = "目\u3000录\n夏天喝什么凉茶……施半夏（3）\n\n"
    whole = [*PAGES, ONE, TWO, SAID, REST]
    body = [line for text in whole for line in wrapped(text)]
    marks = [folio if page == 5 else f"· {page} ·" for page in (3, 4, 5, 6)]
    for at, mark in enumerate(marks, 1):
        body.insert(at * 4 + 1, mark)
    issue = restored(f"{HEAD}{contents}夏天喝什么凉茶\n施半夏\n" + "\n".join(body) + "\n")
    assert texts(issue) == whole


def test_running_head_of_which_a_character_is_misread_is_dropped() -> None:
    contents = "目 录\n渡口的三盏灯 陆 遥 3\n\n"
    head = HEAD.replace("河声", "邮苑")
    heads = [
        "1996年第4期 邮 苑 · 5 ·",
        "· 6 · 邮 苑 1996年第4期",
        "1996年第4期 邮 范 · 7 ·",
        "· 8 · 邮 苑 1996年第4期",
    ]
    body = []
    whole = [ONE + PAGES[0], PAGES[1] + TWO, SAID + PAGES[2], PAGES[3] + REST]
    for line, text, at in zip(heads, whole, (16, 71, 30, 53), strict=True):
        body += [text[:at], line, text[at:]]
    issue = restored(head + contents + "渡口的三盏灯\n陆 遥\n" + "\n".join(body) + "\n")
    assert texts(issue) == whole
    assert "running-head" in {drop.reason for drop in issue.drops if "范" in drop.text}
