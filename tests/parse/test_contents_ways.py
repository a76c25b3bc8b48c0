"""One issue whose contents are printed in many ways: all of them say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.pipeline import restore
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"
Entry = tuple[str, str, str, str]
ENTRIES: list[Entry] = [
    ("特稿", "夜里的渡口还亮着灯", "沈一帆", "4"),
    ("特稿", "船匠的手", "陆遥", "6"),
    ("人物", "摆渡人", "唐果", "9"),
    ("人物", "一根缆绳的打法", "方小舟", "12"),
]
TOLD = ["三条缆绳，两盏灯。", "他的手比船板还要硬，十年没有离开过木头。", "从前的渡口只有他一个人会撑篙。", "水手结有七种打法，第一种最难学会。"]  # fmt: skip
FULL = {48 + digit: 0xFF10 + digit for digit in range(10)}
LEADERS = [".,..;……‘", "一一一一一一", "···…··’.", "，．．．，．"]
LATIN = ["The Lamp of the Ferry", "Hands of a Shipwright", "The Ferryman", "How to Tie a Rope"]


def printed(form: Callable[[int, Entry], str], section: str = "{}\n") -> str:
    """The contents: ``section`` above the entries of each, in their ``form``."""
    out, last = "", ""
    for number, entry in enumerate(ENTRIES):
        if entry[0] != last and section:
            last = entry[0]
            out += section.format(last)
        out += form(number, entry)
    return out


WAYS = {
    "author over the title": printed(lambda _, e: f"{e[2]}\n{e[1]} / {e[3]}\n"),
    "bars around sections": printed(lambda _, e: f"{e[3]} {e[1]}／{e[2]}\n", "丨{}丨\n"),
    "bars of several kinds": printed(lambda _, e: f"{e[3]} {e[1]}／{e[2]}\n", "|{}丨\n"),
    "leaders of two kinds": printed(lambda _, e: f"{e[1]} ..........…… {e[2]} ({e[3]})\n"),
    "strokes": printed(lambda _, e: f"{int(e[3]):02}/{e[1]}/{e[2]}\n"),
    "page, title, what it is about, author": printed(
        lambda n, e: f"{e[3]}\n{e[1]}\n{TOLD[n]}\n文/{e[2]}\n\n"
    ),
    "page, title, English, author": printed(
        lambda n, e: f"{int(e[3]):03}\n{e[1]}\n{LATIN[n]}\n{e[2]}\n\n", "{} FEATURE\n\n"
    ),
    "a stroke right behind the title": printed(
        lambda _, e: f"{e[1]}/ {e[2]}（{e[3]}）\n", "\n【{}】\n"
    ),
    "squares before authors": printed(lambda _, e: f"■{e[2]} {e[1]}（{e[3]}）\n"),
    "numbered entries": printed(lambda n, e: f"{n + 1}. {e[1]} …… {e[2]} {e[3]}\n"),
    "sections in brackets": printed(lambda _, e: f"{e[3]} [{e[0]}] {e[1]} {e[2]}\n", ""),
    "sections before colons": printed(lambda _, e: f"{e[0]}：{e[1]}（{e[2]}） {e[3]}\n", ""),
    "English below the section": printed(lambda _, e: f"{e[3]} {e[1]}\n{e[2]}\n", "{}\nFEATURE\n"),
    "names set upright": printed(
        lambda _, e: f"{e[1]}……{e[2]}（{e[3]}）\n", "\n{0[0]}\n{0[1]}\n\n"
    ),
    "a dot before the page": printed(lambda _, e: f"{e[1]} {e[2]}·{e[3]}\n"),
    "misread leaders": printed(lambda n, e: f"{e[1]}{LEADERS[n]}{e[2]}({e[3]})\n"),
    "leaders over two lines": printed(lambda _, e: f"{e[1]}………………\n……………{e[2]}（{e[3]}）\n"),
    "the page before the author": printed(lambda _, e: f"{e[1]}　P{e[3]}　{e[2]}\n"),
    "rules before the names": printed(lambda _, e: f"{e[1]} …… {e[2]} {e[3]}\n", "────────── {}\n"),
    "rules behind the names": printed(
        lambda _, e: f"{int(e[3]):03} ▎{e[1]} ▎{e[2]}\n", "\n{} ──────────────\n"
    ),
    "full-width pages": printed(
        lambda _, e: f"{e[1]}／{e[2]}　Ｐ．{int(e[3]):02}\n".translate(FULL), "【{}】\n"
    ),
    "circles": printed(lambda _, e: f"{e[1]}◎{e[2]}◎{e[3]}\n", "●{}\n"),
    "tabs": printed(lambda _, e: f"{e[0]}\t{e[1]}\t{e[2]}\t{e[3]}\n", ""),
    "authors behind dashes": printed(lambda _, e: f"{e[1]} ………… {e[3]}\n——{e[2]}\n", "\n{}\n"),
    "English with the page below": printed(
        lambda n, e: f"{e[1]} {e[2]}\n{LATIN[n]} …… {e[3]}\n", "\n{} Feature\n"
    ),
    "italics": printed(lambda _, e: f"- **{e[3]}** {e[1]} *文/{e[2]}*\n", "### {}\n"),
    "works below the title": printed(lambda _, e: f"P{e[3]} {e[1]}\n摄影/撰文 {e[2]}\n"),
    "labels in a column": "| 页码 | 内容 | 作者 |\n|---|---|---|\n"
    + printed(lambda _, e: f"| P{e[3]} | 【{e[0]}】{e[1]} | {e[2]} |\n", ""),
    "English above the section": printed(lambda _, e: f"{e[3]} {e[1]}\n{e[2]}\n", "FEATURE\n{}\n"),
}


def body(byline: str, *, sections: bool, gap: str) -> str:
    """The articles, each with its byline."""
    out: list[str] = []
    last = ""
    for number, (section, title, author, _) in enumerate(ENTRIES):
        if sections and section != last:
            out.append(section)
        last = section
        out += [title, byline.format(author), f"{ONE}{number}号船。", f"{TWO}{number}盏灯。"]
    return gap.join(out) + "\n"


BODIES = {
    "blank lines": body("{}", sections=True, gap="\n\n"),
    "credits": body("文/{}", sections=True, gap="\n\n"),
    "no sections": body("{}", sections=False, gap="\n\n"),
    "no blank lines": body("{}", sections=True, gap="\n"),
}


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("contents", WAYS.values(), ids=WAYS)
def test_all_ways_say_the_same(contents: str, text: str) -> None:
    issue = restored(f"{HEAD}目录\n\n{contents}\n{text}").issue
    found = [
        (
            issue.section_names[article.section] if article.section >= 0 else "",
            "".join(line.value for line in article.title),
            "、".join(author.name for line in article.bylines for author in line.authors),
            article.first_page.lstrip("0"),
        )
        for article in issue.articles
    ]
    assert found == ENTRIES


def test_sections_with_pages_over_titles_without() -> None:
    contents = "特稿 4\n夜里的渡口还亮着灯 沈一帆\n船匠的手 陆遥\n人物 9\n摆渡人 唐果\n一根缆绳的打法 方小舟\n"
    issue = restored(f"{HEAD}目录\n\n{contents}\n{BODIES['credits']}").issue
    assert [section.name for section in issue.contents.sections] == ["特稿", "人物"]
    assert [article.first_page for article in issue.articles] == ["4", "", "9", ""]


BODY = "，".join(["江边的早晨总是从缆绳开始的", "水手把它抛上岸去", "岸上的人接住了"] * 4) + "。"
PIECES = {"夜里的灯": "沈一帆", "船匠的手": "陆遥", "摆渡的人": "唐果", "一根缆绳": "方小舟"}


def sections_of(contents: str, heads: dict[str, str]) -> list[tuple[str, str]]:
    """The sections and titles of an issue; ``heads`` stand above the titles in the body."""
    text = HEAD + "目录\n" + contents + "\n"
    for title, author in PIECES.items():
        text += f"{heads.get(title, '')}\n{title}\n{author}\n\n{BODY}\n\n{BODY}\n\n"
    made = restore(text.encode(), name="x.txt")
    return [(section, title) for section, title, *_ in listed(made)]


TOLD_APART = [
    ("特稿", "夜里的灯"),
    ("人物", "船匠的手"),
    ("人物", "摆渡的人"),
    ("手艺", "一根缆绳"),
]


def test_two_sections_on_one_line_are_two_where_the_body_has_the_second() -> None:
    contents = "特稿　人物\n4 夜里的灯 沈一帆\n6 船匠的手 陆遥\n9 摆渡的人 唐果\n手艺\n12 一根缆绳 方小舟\n"
    heads = {"船匠的手": "人物  6", "摆渡的人": "人物  9", "一根缆绳": "手艺  12"}
    assert sections_of(contents, heads) == TOLD_APART
    heads = {"夜里的灯": "特稿", "船匠的手": "人物", "一根缆绳": "手艺"}
    assert sections_of(contents.replace("特稿　人物", "特稿 | 人物"), heads) == TOLD_APART


def test_a_framed_section_on_the_line_of_its_first_entry() -> None:
    contents = (
        "【特稿】\n\n夜里的灯 / 沈一帆（4）\n\n【人物】船匠的手 / 陆遥（6）\n摆渡的人 / 唐果（9）\n\n"
        "【手艺】\n\n一根缆绳 / 方小舟（12）\n"
    )
    assert sections_of(contents, {}) == TOLD_APART


def test_two_words_over_one_entry_are_no_two_sections() -> None:
    contents = "特稿　人物\n4 夜里的灯 沈一帆\n手艺\n6 船匠的手 陆遥\n9 摆渡的人 唐果\n12 一根缆绳 方小舟\n"
    names = [name for name, _ in sections_of(contents, {"船匠的手": "手艺  6"})]
    assert "人物" not in names


def test_a_page_under_its_title_and_author_among_pages_that_stand_first() -> None:
    contents = "特稿\n4 夜里的灯 沈一帆\n人物\n6 船匠的手 陆遥\n摆渡的人 唐果\n9\n手艺\n12 一根缆绳 方小舟\n"
    assert sections_of(contents, {}) == TOLD_APART


def test_a_name_in_brackets_behind_a_leader_is_the_authors_whatever_its_surname() -> None:
    text = (
        HEAD + "目录\n特稿\n夜里的渡口还亮着灯. . . . .（琮青禾）4\n船匠的手．．．．（陆遥）6\n\n"
    )
    text += f"夜里的渡口还亮着灯\n\n渡口管理所所长 琮青禾\n\n{BODY}\n\n{BODY}\n\n船匠的手\n\n陆遥\n\n{BODY}\n\n{BODY}\n"
    issue = restore(text.encode(), name="x.txt").issue
    entries = [entry for section in issue.contents.sections for entry in section.entries]
    assert [entry.title for entry in entries] == [("夜里的渡口还亮着灯",), ("船匠的手",)]
    assert [entry.authors for entry in entries] == [("琮青禾",), ("陆遥",)]


def test_entries_set_like_those_whose_sections_the_body_proves_have_sections_too() -> None:
    contents = (
        "卷首灯　夜里的灯 …… 4\n特稿　船匠的手 …… 6\n　　　　摆渡的人 …… 9\n"
        "人物　第一个撑篙的人 …… 10\n故地　上游的石阶 …… 11\n手艺　一根缆绳 …… 12\n"
    )
    bodies = {
        "夜里的灯": "",
        "船匠的手": "特稿",
        "摆渡的人": "",
        "第一个撑篙的人": "人物",
        "上游的石阶": "故地",
        "一根缆绳": "",
    }
    text = f"{HEAD}目录\n{contents}\n"
    for title, head in bodies.items():
        text += f"{head}\n\n{title}\n沈一帆\n\n{BODY}\n\n{BODY}\n\n"
    made = restore(text.encode(), name="x.txt")
    assert [(section, title) for section, title, *_ in listed(made)] == [
        ("卷首灯", "夜里的灯"),
        ("特稿", "船匠的手"),
        ("特稿", "摆渡的人"),
        ("人物", "第一个撑篙的人"),
        ("故地", "上游的石阶"),
        ("手艺", "一根缆绳"),
    ]


WHO = PIECES
BY_SECTION = [["夜里的灯"], ["船匠的手", "摆渡的人"], ["一根缆绳"]]
NAMES = ["特稿", "人物", "手艺"]
PAGES = dict(zip(PIECES, ["4", "6", "9", "12"], strict=True))
HEADS = {"夜里的灯": "特稿", "船匠的手": "人物", "一根缆绳": "手艺"}


def whole(title: str) -> str:
    """An entry on one line."""
    return f"{title} / {WHO[title]} …… {PAGES[title]}"


def cells(*of: Callable[[str], str]) -> str:
    """A table with a row for each section, whose entries OCR has not parted."""
    rows = []
    for name, titles in zip(NAMES, BY_SECTION, strict=True):
        made = " | ".join("<br>".join(map(one, titles)) for one in of)
        rows.append(f"| {name} | {made} |")
    return "\n".join([rows[0], "|---|---|", *rows[1:]]) + "\n"


SEVERAL = {
    "whole entries in a cell": cells(whole),
    "titles, authors and pages in a cell each": cells(str, WHO.__getitem__, PAGES.__getitem__),
    "pages first, authors behind the titles": cells(
        PAGES.__getitem__, lambda title: f"{title} {WHO[title]}"
    ),
    "names in the cells of their entries": "| 特稿<br>4 夜里的灯 沈一帆 | 手艺<br>12 一根缆绳 方小舟 |\n|---|---|\n| 人物<br>6 船匠的手 陆遥<br>9 摆渡的人 唐果 | |\n",
    "HTML": "<table><tr><td>特稿</td><td>夜里的灯</td><td>沈一帆</td><td>4</td></tr><tr><td>人物</td><td>船匠的手<br/>摆渡的人</td><td>陆遥<br/>唐果</td><td>6<br/>9</td></tr><tr><td>手艺</td><td>一根缆绳</td><td>方小舟</td><td>12</td></tr></table>\n",
    "rows that have lost the empty cell": "特稿 | 夜里的灯……沈一帆 | 4\n人物 | 船匠的手……陆遥 | 6\n摆渡的人……唐果 | 9\n手艺 | 一根缆绳……方小舟 | 12\n",
    "pages beside the names": "4　特稿\n　　夜里的灯　沈一帆\n\n6　人物\n　　船匠的手　陆遥\n9　摆渡的人　唐果\n\n12　手艺\n　　一根缆绳　方小舟\n",
    "what is best above all": "摆渡的人\n一根缆绳\n\n目　次\n\n特稿\n4 夜里的灯 沈一帆\n人物\n6 船匠的手 陆遥\n9 摆渡的人 唐果\n手艺\n12 一根缆绳 方小舟\n",
    "all names above the entries": "特　稿\n人　物\n手　艺\n\n"
    + "\n".join(map(whole, PIECES))
    + "\n",
    "all names below the entries": "\n".join(map(whole, PIECES)) + "\n\n特　稿\n人　物\n手　艺\n",
    "all names on a line": "特稿　人物　手艺\n\n" + "\n".join(map(whole, PIECES)) + "\n",
    "all names with marks": "■特稿\n■人物\n■手艺\n\n" + "\n".join(map(whole, PIECES)) + "\n",
}


@pytest.mark.parametrize("contents", SEVERAL.values(), ids=SEVERAL)
def test_sections_and_entries_in_cells_and_columns_of_their_own(contents: str) -> None:
    assert sections_of(contents, HEADS) == TOLD_APART


def test_names_above_all_entries_that_the_body_does_not_print_are_those_of_the_blocks() -> None:
    blocks = "\n\n".join("\n".join(map(whole, titles)) for titles in BY_SECTION)
    assert sections_of(f"特　稿\n人　物\n手　艺\n\n{blocks}\n", {}) == TOLD_APART


def test_words_before_titles_are_kickers_where_the_sections_have_lines_of_their_own() -> None:
    contents = "特稿·FEATURE\n4 灯火 夜里的灯 沈一帆\n\n人物·PEOPLE\n6 匠人 船匠的手 陆遥\n9 老人 摆渡的人 唐果\n\n手艺·CRAFT\n12 绳结 一根缆绳 方小舟\n"
    assert sections_of(contents, HEADS) == TOLD_APART


@pytest.mark.parametrize("author", ["　方小舟　", "……"])
def test_the_first_line_of_a_title_is_no_section_below_one(author: str) -> None:
    contents = (
        f"特稿\n夜里的渡口\n还亮着灯{author}4\n船匠\n和他的手{author}6\n\n人物\n摆渡的人{author}9\n"
    )
    text = f"{HEAD}目录\n\n{contents}\n"
    for over, title in [
        ("特稿", "夜里的渡口\n还亮着灯"),
        ("", "船匠\n和他的手"),
        ("人物", "摆渡的人"),
    ]:
        text += f"{over}\n\n{title}\n\n文/方小舟\n\n{BODY}\n\n{BODY}\n\n"
    found = restored(text).issue.contents.sections
    assert [(one.name, ["".join(entry.title) for entry in one.entries]) for one in found] == [
        ("特稿", ["夜里的渡口还亮着灯", "船匠和他的手"]),
        ("人物", ["摆渡的人"]),
    ]


def test_a_pen_name_over_its_title_is_the_author() -> None:
    contents = "特　稿\n\n沈一帆\n夜里的灯　4\n\n人　物\n\n哑　石\n船匠的手　6\n唐　果\n摆渡的人　9\n\n手　艺\n\n方小舟\n一根缆绳　12\n"
    text = f"{HEAD}目录\n{contents}\n"
    for title, who in {**WHO, "船匠的手": "哑　石"}.items():
        text += f"{HEADS.get(title, '')}\n\n{title}\n\n{who}\n\n{BODY}\n\n{BODY}\n\n"
    issue = restored(text).issue
    assert [one.title[0].value for one in issue.articles] == list(WHO)
    assert issue.articles[1].bylines[0].authors[0].name == "哑石"


def test_a_word_alone_under_the_title_signs_where_nearly_all_are_signed_so() -> None:
    text = f"{HEAD}目录\n\n" + "".join(f"{title} {page}\n" for title, page in PAGES.items())
    for title, who in {**WHO, "摆渡的人": "逗号"}.items():
        text += f"\n{title}\n\n{who}\n\n{BODY}\n\n{BODY}\n"
    signed = [article.bylines[0].authors[0].name for article in restored(text).issue.articles]
    assert signed == ["沈一帆", "陆遥", "逗号", "方小舟"]
    heads = text.replace(f"逗号\n\n{BODY}", f"起因\n\n{BODY}\n\n结果")
    assert not restored(heads).issue.articles[2].bylines


def test_a_name_set_upright_beside_its_entries() -> None:
    contents = "特 夜里的灯……沈一帆 4\n稿 船匠的手……陆遥 6\n人 摆渡的人……唐果 9\n物\n手 一根缆绳……方小舟 12\n艺\n"
    heads = {"夜里的灯": "特稿", "摆渡的人": "人物", "一根缆绳": "手艺"}
    found = sections_of(contents.replace("人 摆", "\n人 摆").replace("手 一", "\n手 一"), heads)
    assert found == [("特稿", "夜里的灯"), ("特稿", "船匠的手"), *TOLD_APART[2:]]


def test_a_section_that_begins_like_a_surname_is_told_by_its_english() -> None:
    contents = "STORY 特稿\n\n4\n夜里的灯 / 沈一帆\n\nPOLITICS 时政\n\n6\n船匠的手 / 陆遥\n9\n摆渡的人 / 唐果\n\nCRAFT 手艺\n\n12\n一根缆绳 / 方小舟\n"
    found = sections_of(contents, {"夜里的灯": "特稿", "船匠的手": "时政", "一根缆绳": "手艺"})
    assert [name for name, _ in found] == ["特稿", "时政", "时政", "手艺"]


def test_authors_before_titles_of_whom_one_signs_by_a_word() -> None:
    contents = "特　稿\n沈一帆　夜里的灯 4\n\n人　物\n谷　雨　船匠的手 6\n唐　果　摆渡的人 9\n\n译　介\n方小舟　一根缆绳 12\n"
    assert [name for name, _ in sections_of(contents, {})] == ["特稿", "人物", "人物", "译介"]


def test_pupils_sign_with_their_classes() -> None:
    told = [("外婆的菜园", "初二（3）班", "林小满", "8"), ("借书证", "五（2）班", "谢雨桐", "10"), ("雨的标点", "高一（2）班", "田野", "12")]  # fmt: skip
    contents = "".join(
        f"{title}　　　　{where} {who}　{page}\n" for title, where, who, page in told
    )
    text = f"{HEAD}目录\n\n新叶\n{contents}\n新叶\n\n"
    for title, where, who, _ in told:
        text += f"{title}\n\n{where}　{who}\n\n{BODY}\n\n{BODY}\n\n"
    issue = restored(text).issue
    assert [(made.title[0].value, made.first_page) for made in issue.articles] == [
        (title, page) for title, _, _, page in told
    ]
    signed = [one for made in issue.articles for line in made.bylines for one in line.authors]
    assert [(one.office, one.name) for one in signed] == [(where, who) for _, where, who, _ in told]


def test_pages_in_chinese_numerals_are_read_and_on_record() -> None:
    pages = ["四", "一〇", "一四", "二二"]
    contents = "專題\n" + "".join(
        f"{title}⋯⋯⋯⋯{who}　{page}\n"
        for (title, who), page in zip(PIECES.items(), pages, strict=True)
    )
    text = HEAD + "目錄\n" + contents + "\n"
    for title, who in PIECES.items():
        text += f"{title}\n{who}\n\n{BODY}\n\n{BODY}\n\n"
    made = restored(text)
    assert [article.first_page for article in made.issue.articles] == ["4", "10", "14", "22"]
    found = [(one.before, one.after) for one in made.issue.changes if one.rule == "page-number"]
    assert found == list(zip(pages, ["4", "10", "14", "22"], strict=True))


def test_a_section_over_a_page_and_nothing_else_is_its_own_article() -> None:
    contents = (
        "特稿 FEATURE\n008 夜里的灯\n\n渡口之数 FIGURES\n012\n\n"
        "人物 PEOPLE\n020 船匠的手\n025 摆渡的人\n\n"
    )
    text = f"{HEAD}目录\n{contents}\n"
    for name, title in (
        ("特稿", "夜里的灯"),
        ("", "渡口之数"),
        ("人物", "船匠的手"),
        ("", "摆渡的人"),
    ):
        text += f"{name}\n\n{title}\n\n本刊记者/沈一帆\n\n{BODY}\n\n{BODY}\n\n"
    found = listed(restored(text))
    assert [(section.split()[0], title, page) for section, title, _, page in found] == [
        ("特稿", "夜里的灯", "008"),
        ("渡口之数", "渡口之数", "012"),
        ("人物", "船匠的手", "020"),
        ("人物", "摆渡的人", "025"),
    ]


def test_an_author_before_the_title_and_over_it_is_no_line_of_the_title() -> None:
    contents = (
        "专栏\n4 沈一帆 灯是一种天气\n6 陆遥 把缆绳写进账本\n\n特稿\n9 船匠的手\n12 一根缆绳\n\n"
    )
    text = f"{HEAD}目录\n{contents}\n"
    for head, title in (
        ("专栏 | 沈一帆", "灯是一种天气"),
        ("专栏 | 陆遥", "把缆绳写进账本"),
        ("特稿", "船匠的手"),
        ("特稿", "一根缆绳"),
    ):
        text += f"{head}\n\n{title}\n\n{BODY}\n\n{BODY}\n\n"
    issue = restored(text).issue
    assert [
        (
            "".join(line.value for line in one.title),
            [who.name for by in one.bylines for who in by.authors],
        )
        for one in issue.articles
    ] == [
        ("灯是一种天气", ["沈一帆"]),
        ("把缆绳写进账本", ["陆遥"]),
        ("船匠的手", []),
        ("一根缆绳", []),
    ]


RUN_ON = [
    (
        "●特稿：4 夜里的灯（沈一帆）／6 船匠的\n手（陆遥）\n●人物：9 摆渡的人（唐\n果）／11 第一个撑篙的人（方小舟）\n"
        "●手艺：12 一根缆绳（何若溪）\n●水尺：14 三则\n封面：老渡口（沈一帆摄）\n"
    ),
    (
        "特稿：4 夜里的灯（沈一帆）；6 船匠的手（陆遥）\n人物：9 摆渡的人（唐果）；11 第一个撑篙的\n人（方小舟）\n"
        "手艺：12 一根缆绳（何若溪）\n水尺：14 三则\n"
    ),
]


@pytest.mark.parametrize("contents", RUN_ON)
@pytest.mark.parametrize("heading", ["目录", "本 期 水 情"])
def test_sections_that_are_paragraphs_of_entries(contents: str, heading: str) -> None:
    text = f"{HEAD}{heading}\n\n{contents}\n"
    pieces = {
        "夜里的灯": ("特稿", "沈一帆"),
        "船匠的手": ("", "陆遥"),
        "摆渡的人": ("人物", "唐果"),
        "第一个撑篙的人": ("", "方小舟"),
        "一根缆绳": ("手艺", "何若溪"),
        "水尺": ("", ""),
    }
    for title, (head, author) in pieces.items():
        text += "".join(f"{part}\n\n" for part in (head, title, author) if part)
        text += f"{BODY}\n\n{BODY}\n\n"
    assert listed(restored(text)) == [
        ("特稿", "夜里的灯", ("沈一帆",), "4"),
        ("特稿", "船匠的手", ("陆遥",), "6"),
        ("人物", "摆渡的人", ("唐果",), "9"),
        ("人物", "第一个撑篙的人", ("方小舟",), "11"),
        ("手艺", "一根缆绳", ("何若溪",), "12"),
        ("水尺", "水尺", (), "14"),
    ]


def test_facts_with_figures_are_no_contents() -> None:
    text = (
        "渡口\n\n张水\n\n船：3 条在用，最老的一条用了三十年。\n灯：4 盏，灯罩换过三回。\n绳：5 根，每根二十丈。\n\n"
        + BODY
    )
    assert not restored(text).issue.contents.sections


@pytest.mark.parametrize("before", [":", "A"])
def test_dots_between_numbers_are_no_leaders(before: str) -> None:
    made = restored(f"{before}||0..0\n|0..0\n|0..0")  # balanced: no leader was made of them
    titles = [entry.title for one in made.issue.contents.sections for entry in one.entries]
    assert "…" not in "".join(map("".join, titles))


@pytest.mark.parametrize(("printed_page", "page"), [("l5", "5"), ("l1", "11"), ("15", "15")])
def test_a_stroke_before_a_page_that_would_be_too_high(printed_page: str, page: str) -> None:
    last = "12" if page != "15" else "16"
    issue = restored(
        f"目录\n\n夜里的渡口 / 沈一帆……3\n船匠的手 / 陆遥……{printed_page}\n摆渡人 / 唐果……{last}\n\n"
        f"夜里的渡口\n\n沈一帆\n\n{ONE}\n\n船匠的手\n\n陆遥\n\n{TWO}\n\n摆渡人\n\n唐果\n\n{TOLD[1]}"
    ).issue
    entries = [entry for section in issue.contents.sections for entry in section.entries]
    assert [entry.page for entry in entries] == ["3", page, last]


def test_a_sentence_below_an_entry_that_has_lost_its_page_or_a_digit_of_it() -> None:
    """The entry ends with the stroke; of 25 OCR has made 2S."""
    contents = (
        f"特稿\n夜里的渡口还亮着灯 沈一帆 / 4\n{TOLD[0]}\n船匠的手 陆遥 /\n{TOLD[1]}\n"
        f"\n人物\n摆渡人 唐果 / 9\n{TOLD[2]}\n\n后记\n一根缆绳的打法 / 2S\n"
    )
    text = BODIES["blank lines"].replace("一根缆绳的打法", "后记\n\n一根缆绳的打法")
    assert listed(restored(f"{HEAD}目录\n\n{contents}\n{text}")) == [
        ("特稿", "夜里的渡口还亮着灯", ("沈一帆",), "4"),
        ("特稿", "船匠的手", ("陆遥",), ""),
        ("人物", "摆渡人", ("唐果",), "9"),
        ("后记", "一根缆绳的打法", (), "25"),
    ]


MIXED = (
    "目 录\n\n开篇\n会响的木头 陆遥 2\n\n| 林间笔记 | | |\n|---|---|---|\n| 啄木鸟的早饭 | 沈一帆 | 4 |\n| 同行 | | |\n"
    "| 一个人的苗圃 | 唐果 | 7 |\n\n林业史上的某一天\n第一座没有砍完的山 方小舟 9\n\n读者 \n来信照登 12\n\n"
)
MIXED_BODY = "".join(
    f"{section}\n\n{title}\n\n文／{name}\n\n{text}\n\n"
    for section, title, name, text in (
        ("开篇", "会响的木头", "陆遥", "松木放在火边烤一夜，裂缝里就有声音，像有人在里面一下一下地敲门。"),
        ("林间笔记", "啄木鸟的早饭", "沈一帆", "天刚亮，它已经把一棵死树敲了三百多下，木屑落在雪上，薄薄的一层。"),
        ("同行", "一个人的苗圃", "唐果", "她的苗圃只有半亩地，种了四十一种树苗，没有一种是别人肯买的。"),
        ("林业史上的某一天", "第一座没有砍完的山", "方小舟", "那一年的秋天下了命令，斧子停在半山腰，山顶上的冷杉留到了今天。"),
        ("读者", "来信照登", "本刊编辑部", "上一期的年轮数错了一圈，有四位读者写信来问，我们数了三遍，是错了。"),
    )
)  # fmt: skip


def test_names_across_a_table_of_a_few_entries_say_nothing_of_the_plain_lines() -> None:
    issue = restored(HEAD + MIXED + MIXED_BODY).issue
    assert [(issue.section_names[a.section], a.title[0].value) for a in issue.articles] == [
        ("开篇", "会响的木头"),
        ("林间笔记", "啄木鸟的早饭"),
        ("同行", "一个人的苗圃"),
        ("林业史上的某一天", "第一座没有砍完的山"),
        ("读者", "来信照登"),
    ]


def test_a_bar_behind_a_section_that_is_misread_among_others() -> None:
    contents = (
        "目　录\n\n04　特稿│夜里的渡口还亮着灯　　沈一帆\n\nO6　工坊│船匠的手　　陆遥\n\n"
        "09 人物丨摆渡人 唐果\n\n12　手艺 | 一根缆绳的打法　　方小舟\n\n15　来信│灯油的来历　　周牧川\n\n"
    )
    titles = ("夜里的渡口还亮着灯", "船匠的手", "摆渡人", "一根缆绳的打法", "灯油的来历")
    names = ("沈一帆", "陆遥", "唐果", "方小舟", "周牧川")
    body = "".join(f"{t}\n\n{n}\n\n{ONE}\n\n{TWO}\n\n" for t, n in zip(titles, names, strict=True))
    assert listed(restored(HEAD + contents + body)) == [
        ("特稿", titles[0], ("沈一帆",), "04"),
        ("工坊", titles[1], ("陆遥",), "06"),
        ("人物", titles[2], ("唐果",), "09"),
        ("手艺", titles[3], ("方小舟",), "12"),
        ("来信", titles[4], ("周牧川",), "15"),
    ]
