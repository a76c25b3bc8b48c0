"""Whose issue it is, however covers and imprints write it."""

from __future__ import annotations

import pytest

from converter.model import Issue, MastheadKind
from converter.pipeline import restore

CONTENTS = "目录\n\n岸边的灯 宋小满 4\n\n桥上的早市 柯以宁 9"
BODY = (
    "岸边的灯\n\n宋小满\n\n灯塔修好的那天，守灯的老人没有来，他托人带了一盏马灯，说旧的要陪着新的亮一夜。\n\n"
    "桥上的早市\n\n柯以宁\n\n天没亮，桥上已经摆满了担子，卖菜的人用手电照着秤星，一两也不肯错。"
)
IMPRINT = (
    "主管：沅川出版集团\n主办：沅川文艺读物社\n编辑出版：《江灯》编辑部\n主编：林问渠\n"
    "地址：沅川市柳堤路3号\n定价：8.00元"
)


def restored(*parts: str) -> Issue:
    return restore("\n\n".join(parts).encode(), name="issue.txt").issue


@pytest.mark.parametrize(
    ("line", "year", "number", "date"),
    [
        ("2023·8", 2023, "8", "2023"),
        ("2023年双月刊 No.5", 2023, "5", "2023"),
        ("2023 / 8", 2023, "8", "2023"),
        ("2023 08", 2023, "8", "2023"),
        ("2023.08 VOL.096", 2023, "8", "2023-08"),
        ("月刊 2023 8", 2023, "8", "2023"),
        ("2023年第8期", 2023, "8", "2023"),
        ("2023年8月号", 2023, "8", "2023-08"),
        ("二〇二三年八月号", 2023, "8", "2023-08"),
        ("2023年08月号", 2023, "8", "2023-08"),
        ("摄影双月刊 · 2023 / 4 · 总第22期 · 8月1日出版", 2023, "4", "2023-08-01"),
    ],
)
def test_the_issue_in_few_signs(line: str, year: int, number: str, date: str) -> None:
    often, _, told = line.rpartition(" ") if line.startswith("月刊") else ("", "", line)
    if often:
        told, often = line.removeprefix("月刊 "), "月刊\n"
    masthead = restored(f"江灯\n{often}{told}", IMPRINT, CONTENTS, BODY).masthead
    assert (masthead.title, masthead.year, masthead.number) == ("江灯", year, number)
    assert masthead.date == ("2023-08" if often else date)


@pytest.mark.parametrize(
    ("line", "serial"),
    [
        ("2023年第8期 总第214期", 214),
        ("2023年第8期 总号214", 214),
        ("2023年第8期 總號二一四", 214),
        ("2023年第8期 总号二〇四", 204),
        ("2023年第8期 總號二七○", 270),
        ("2023.08 VOL.214", 214),
        ("2023年8月号 第214期", 214),
        ("2023年第8期 Vol.21, No.8", 0),
        ("2023年第8期", 0),
    ],
)
def test_the_number_of_the_whole(line: str, serial: int) -> None:
    assert restored(f"江灯\n{line}", IMPRINT, CONTENTS, BODY).masthead.serial == serial


@pytest.mark.parametrize("line", ["RIVER LIGHTS 2023/8", "RIVER & LIGHTS | 2023.08"])
def test_the_number_behind_the_name_in_english(line: str) -> None:
    masthead = restored(f"江灯\n{line}\n总第214期", IMPRINT, CONTENTS, BODY).masthead
    assert (masthead.title, masthead.year, masthead.number) == ("江灯", 2023, "8")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("双月刊 8月20日出版", "2023-08-20"),
        ("8 月 2O 日出版", "2023-08-20"),
        ("每月5日出版", "2023-08-05"),
        ("出版：2023年8月20日", "2023-08-20"),
        ("沅川印刷厂印刷　2023年8月出版", "2023-08"),
        ("2013年5月创刊", "2023"),
    ],
)
def test_the_day_of_publication(line: str, date: str) -> None:
    masthead = restored("江灯\n2023年第8期", f"{IMPRINT}\n{line}", CONTENTS, BODY).masthead
    assert masthead.date == date


def test_a_rule_parts_the_title_from_the_imprint() -> None:
    made = restore(
        f"# 江灯\n\nJIANG DENG\n\n2023年第8期\n\n---\n\n{IMPRINT}\n\n{CONTENTS}\n\n{BODY}".encode(),
        name="issue.txt",
    )
    masthead = made.issue.masthead
    assert masthead.title == "江灯"
    assert not any("---" in value for one in masthead.entries for value in one.values)
    assert [drop.text for drop in made.issue.drops if drop.reason == "rule"] == ["---"]


@pytest.mark.parametrize("label", ["主管、主办", "主管主办"])
def test_two_labels_for_one_house(label: str) -> None:
    imprint = IMPRINT.replace("主管：沅川出版集团\n主办：沅川文艺读物社", f"{label}　沅川出版集团")
    contents = f"{CONTENTS}\n\n沅川出版集团"  # as of a gazette, which has its house there, too
    entries = restored("江灯\n2023年第8期", imprint, contents, BODY).masthead.entries
    assert (label, ("沅川出版集团",)) in [(one.label, one.values) for one in entries]


@pytest.mark.parametrize(
    "cover", ["江灯\n2023·8", "江 灯\n\n文学月刊\n\n2023\n\n8", "江灯\n季刊\n二〇二三年 秋"]
)
def test_a_cover_away_from_the_imprint_belongs_to_the_masthead(cover: str) -> None:
    issue = restored(cover, CONTENTS, BODY, IMPRINT)
    assert issue.masthead.title == "江灯"
    assert issue.front == ()


def test_headlines_of_a_cover_stay_in_front() -> None:
    issue = restored(
        "江灯\n\n2023年8月号\n\n夜里，谁还醒着？\n\n![](cover.jpg)", IMPRINT, CONTENTS, BODY
    )
    assert (issue.masthead.title, issue.masthead.number) == ("江灯", "8")


def test_the_issue_line_between_contents_and_imprint() -> None:
    issue = restored("江灯", CONTENTS, "2023年第8期（总第214期）\n8月10日出版", IMPRINT, BODY)
    assert (issue.masthead.number, issue.masthead.serial) == ("8", 214)
    assert issue.masthead.date == "2023-08-10"
    assert [entry.title for section in issue.contents.sections for entry in section.entries] == [
        ("岸边的灯",),
        ("桥上的早市",),
    ]


def test_the_edition_of_a_journal_is_part_of_its_title() -> None:
    imprint = IMPRINT.replace("江灯", "沅川大学学报")
    head = "沅川大学学报\n（社会科学版）\n2023年第8期"
    assert restored(head, imprint, CONTENTS, BODY).masthead.title == "沅川大学学报（社会科学版）"


@pytest.mark.parametrize(
    "cover",
    [
        "岸边的灯",
        "岸边的灯\n\n一盏灯：照着三代人",
        "一盏灯，照着三代人\n\n桥上的早市",
    ],
)
def test_lines_of_the_cover_are_not_the_title(cover: str) -> None:
    imprint = "主管：沅川出版集团\n主办：沅川文艺学会\n定价：8.00元"
    issue = restored(cover, "江上月刊\n2023年第8期\n总第214期", imprint, CONTENTS, BODY)
    assert issue.masthead.title == "江上月刊"
    assert [article.title[0].value for article in issue.articles] == ["岸边的灯", "桥上的早市"]


@pytest.mark.parametrize("beside", ["季刊", "（双月刊）", "文学双月刊", "沅川造船厂工会 主办"])
def test_what_stands_below_the_title_is_not_the_title(beside: str) -> None:
    imprint = "主管：沅川出版集团\n主办：沅川文艺学会\n定价：8.00元"
    issue = restored(f"江 灯\n\n{beside}\n\n2023年第8期　总第214期", imprint, CONTENTS, BODY)
    assert issue.masthead.title == "江灯"


def entries_of(imprint: str) -> list[tuple[str, str, tuple[str, ...]]]:
    entries = restored("江灯\n2023年第8期", imprint, CONTENTS, BODY).masthead.entries
    return [(one.kind.value, one.label, one.values) for one in entries]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("美术总监　卓 原", ("staff", "美术总监", ("卓原",))),
        ("图片统筹 阿 榕 许栀", ("staff", "图片统筹", ("阿榕", "许栀"))),
        ("版 式 设 计 许栀", ("staff", "版式设计", ("许栀",))),
        ("发行部电话 (0199)10660145", ("distribution", "发行部电话", ("(0199)10660145",))),
        ("每份定价 6.00元", ("price", "每份定价", ("6.00元",))),
        ("沅川市文化馆主管", ("supervisor", "主管", ("沅川市文化馆",))),
        ("主办沅川读书会", ("sponsor", "主办", ("沅川读书会",))),
        ("翻译：许栀　Anna O'Neil　林 汀", ("staff", "翻译", ("许栀", "Anna O'Neil", "林汀"))),
        ("主管 主办：沅川市文化馆", ("supervisor", "主管主办", ("沅川市文化馆",))),
        ("出版人　林 汀", ("staff", "出版人", ("林汀",))),
        ("投稿：deng@example.org", ("email", "投稿", ("deng@example.org",))),
        ("本刊文字不代表主办者的意见。", ("notice", "", ("本刊文字不代表主办者的意见。",))),
    ],
)
def test_an_entry_is_told_by_what_its_label_ends_with(
    line: str, entry: tuple[str, str, tuple[str, ...]]
) -> None:
    assert entry in entries_of(f"主编　林问渠\n{line}\n地址　沅川市柳堤路3号\n印刷　沅川印刷厂")


def test_a_postcode_behind_an_address_is_an_entry_of_its_own() -> None:
    found = entries_of("主编　林问渠\n地址　沅川市柳堤路3号　邮编 199204\n印刷　沅川印刷厂")
    assert ("address", "地址", ("沅川市柳堤路3号",)) in found
    assert ("postal-code", "邮编", ("199204",)) in found


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("邮发代号 99-36 定价 25.00元", ("邮发代号", "定价")),
        ("编辑部 (0199) 10660145 投稿 deng@example.org", ("编辑部", "投稿")),
        ("执行主编 林汀　　责任编辑 许栀 阿 榕", ("执行主编", "责任编辑")),
        ("印刷 沅川印刷厂 发行 沅川市邮政局 定价 8 元", ("印刷", "发行", "定价")),
        ("国内统一刊号 CN99-1234/G 邮发代号 99-36", ("国内统一刊号", "邮发代号")),
        # Two labels of one house, a house that is called like a label, a label that says nothing.
        ("编辑 出版 《江灯》编辑部", ("编辑出版",)),
        ("地址 沅川市柳堤路3号 编辑部", ("地址",)),
    ],
)
def test_labels_without_a_colon_part_a_line(line: str, labels: tuple[str, ...]) -> None:
    found = [label for _, label, _ in entries_of(f"主编　林问渠\n{line}\n社址　沅川市柳堤路3号")]
    assert found[found.index("主编") + 1 : found.index("社址")] == list(labels)


def test_the_mark_of_a_page_over_the_cover_is_no_line_of_the_imprint() -> None:
    parts = ("第 1 页", "江灯\n2023年第8期", IMPRINT, CONTENTS, BODY)
    made = restore("\n\n".join(parts).encode(), name="issue.txt").issue
    assert made.masthead.title == "江灯"
    assert not [one for one in made.masthead.entries if "页" in "".join(one.values)]
    assert ("第 1 页", "page-marker") in [(drop.text, drop.reason) for drop in made.drops]


def test_the_name_and_the_name_in_english_are_not_told_once_more() -> None:
    entries = entries_of(f"RIVER LIGHTS\n\n江灯 RIVER LIGHTS\n\n{IMPRINT}")
    assert ("parallel-title", "", ("RIVER LIGHTS",)) in entries
    assert not [values for kind, _, values in entries if kind == "other"]


def test_lines_of_the_cover_are_no_data_of_the_imprint() -> None:
    """What the contents say, and the title once more, stand where they belong already."""
    made = restore(
        f"# 江灯\n\n2023年第8期\n\n## 桥上的早市\n\n# 江 灯\n\n{IMPRINT}\n\n{CONTENTS}\n\n{BODY}".encode(),
        name="issue.txt",
    ).issue
    values = [value for one in made.masthead.entries for value in one.values]
    assert values.count("江灯") == 1
    assert "桥上的早市" not in values
    assert [drop.text for drop in made.drops if drop.reason == "cover-line"] == [
        "## 桥上的早市",
        "# 江 灯",
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("江灯评论 RIVER LIGHTS REVIEW", "江灯评论"),
        ("江灯 | Lights & Rivers", "江灯"),
        ("# 江灯 Newsletter", "江灯"),
        ("江灯 DIY", "江灯 DIY"),
    ],
)
def test_the_name_in_english_behind_the_chinese_one(line: str, title: str) -> None:
    found = restored(
        f"{line}\n2023年第8期", IMPRINT.replace("《江灯》", ""), CONTENTS, BODY
    ).masthead
    assert (found.title, found.number) == (title, "8")
    english = [one.values[0] for one in found.entries if one.kind is MastheadKind.PARALLEL_TITLE]
    assert english == [line.strip("# ").removeprefix(title).strip(" |")][: title != "江灯 DIY"]


def test_the_name_with_how_often_it_appears_and_the_number_of_no_single_year() -> None:
    imprint = "茶山雙月刊　第十九期\n中華民國八十年三月創刊\n中華民國八十三年五月十日出版\n發行人／{}\n編輯／白玉書　沈 南\n發行所／{}雜誌社\n社址／茶山鎮中正路八號\n印刷／大東印刷廠\nISSN 9918-4400"
    head = "茶山雙月刊　第十九期\n中華民國八十三年五月"
    body = BODY + "這盞燈《茶山》第十五期寫過一次。"
    told = restored(head, CONTENTS, body, imprint.format("沈一帆", "茶山")).masthead
    assert (told.title, told.number, told.serial, told.date) == ("茶山", "19", 19, "1994-05-10")
    for text, house in ((body, "茶山雙月刊"), (BODY, "茶山")):
        whole = restored(head, CONTENTS, text, imprint.format("沈一帆", house)).masthead
        assert (whole.title, whole.serial) == ("茶山雙月刊", 19)


def test_a_number_of_the_magazine_is_what_it_says_whatever_its_label_is() -> None:
    found = entries_of("主编　林问渠\n刊　号　ISSN 9918-4400\n　　　　CN 99-1318/D\n定价　8.00元")
    assert ("issn", "刊号", ("ISSN 9918-4400",)) in found
    assert ("cn", "", ("CN 99-1318/D",)) in found


def test_how_often_it_appears_below_name_and_number_on_one_line_is_no_title() -> None:
    cover = "《江灯》　2023年第8期　总第96期\n（月刊）\n2023年8月5日出版\n主办：沅川文艺读物社\n主编：林问渠"
    made = restored(cover, CONTENTS, BODY).masthead
    assert (made.title, made.number, made.serial) == ("江灯", "8", 96)


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("船歌里的她", "水上人家自己的杂志"),
        ("舷", "沅川船舶博物馆馆刊 · 季刊"),
        ("舷", "沅川船舶博物馆馆刊·半年刊"),
    ],
)
def test_whose_paper_it_is_stands_below_its_name(name: str, below: str) -> None:
    imprint = IMPRINT.replace("《江灯》编辑部", "沅川文化馆")
    masthead = restored(f"{name}\n\n{below}\n\n2023年第4期", imprint, CONTENTS, BODY).masthead
    assert masthead.title == name


def test_a_school_paper_is_called_by_the_line_above_whose_it_is() -> None:
    made = restored("小泉\n河湾中学校报\n第88期　2021年11月15日　本期四版", CONTENTS, BODY)
    assert made.masthead.title == "小泉"


@pytest.mark.parametrize("beside", ["舊埕 文化資產季刊\n", ""])
def test_the_name_stands_over_what_the_magazine_is(beside: str) -> None:
    cover = "舊埕\n文化資產季刊\n108年第3期（秋季號）\n總號第27期"
    imprint = f"{beside}108年第3期　總號第27期\n中華民國108年9月15日出版\n\n發行人　施仲謀\n總編輯　林知遠\n定價　150元"
    pages = "\n\n".join(f"{page:02}　舊埕 秋季號\n\n{BODY}" for page in (2, 4, 6, 8))
    assert restored(cover, imprint, CONTENTS, pages).masthead.title == "舊埕"
