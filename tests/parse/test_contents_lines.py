"""Lines of the contents that are no plain entries: names in English, authors first, sentences."""

from __future__ import annotations

import pytest

from converter.parse.contents import parse_contents
from converter.source import Line
from tests.support.restored import listed, restored

ONE = "摆渡的人四十年里没有出过县，两岸的人却都由他送过，谁家嫁女，谁家还债，他在船上听得比在岸上多，听过也就放进水里了。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来，他说看不出来才叫修。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音，像有人在很远的地方说话。"
IMPRINT = "水边\n2019年第3期\n主管：河东文化局\n主办：河东群众艺术馆\n主编：傅长林\n电话：0199-10227733\n\n"
BODY = (
    f"四十年的渡船\n\n陆小满\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}\n\n田埂上听藕\n\n傅长林\n\n{THREE}\n\n"
    f"夜里放第三次水\n\n万佩文\n\n{ONE}{TWO}\n"
)


def entries(contents: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    return listed(restored(f"{IMPRINT}目录\n\n{contents}\n\n{BODY}"))


def test_names_of_sections_with_their_english_over_them() -> None:
    text = "PEOPLE\n人物\n四十年的渡船\n修碑上的字\nFIELDS\n田间\n田埂上听藕\nNIGHT\n夜话\n夜里放第三次水"
    assert [(section, title) for section, title, _, _ in entries(text)] == [
        ("人物", "四十年的渡船"),
        ("人物", "修碑上的字"),
        ("田间", "田埂上听藕"),
        ("夜话", "夜里放第三次水"),
    ]


def test_names_of_sections_with_their_english_under_them() -> None:
    text = "人物\nPEOPLE\n四十年的渡船 陆小满\n\n田间\nFIELDS\n田埂上听藕 傅长林\n\n夜话\nNIGHT\n夜里放第三次水 万佩文"
    assert [(section, title) for section, title, _, _ in entries(text)] == [
        ("人物", "四十年的渡船"),
        ("田间", "田埂上听藕"),
        ("夜话", "夜里放第三次水"),
    ]


def test_a_section_its_english_the_title_and_the_page_on_one_line() -> None:
    text = "人物 PEOPLE 四十年的渡船 4\n修碑上的字 6\n田间 FIELDS 田埂上听藕 8\n夜话 NIGHT 夜里放第三次水 11"
    assert [(section, title, page) for section, title, _, page in entries(text)] == [
        ("人物", "四十年的渡船", "4"),
        ("人物", "修碑上的字", "6"),
        ("田间", "田埂上听藕", "8"),
        ("夜话", "夜里放第三次水", "11"),
    ]


SIGNED = [
    ("", "四十年的渡船", ("陆小满",), ""),
    ("", "修碑上的字", ("白若溪",), ""),
    ("", "田埂上听藕", ("傅长林",), ""),
    ("", "夜里放第三次水", ("万佩文",), ""),
]


def test_authors_before_their_titles_without_pages() -> None:
    for form in ("{who}：{title}", "{who} / {title}", "{who}《{title}》"):
        text = "\n".join(form.format(who=who[0], title=title) for _, title, who, _ in SIGNED)
        assert entries(text) == SIGNED, form


def test_a_title_with_a_colon_is_no_author_with_a_title() -> None:
    body = f"陆小满：四十年的渡船\n\n{ONE}\n\n白若溪：修碑上的字\n\n{TWO}\n\n傅长林：田埂上听藕\n\n{THREE}\n"
    text = "陆小满：四十年的渡船\n白若溪：修碑上的字\n傅长林：田埂上听藕"
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}"))
    assert [title for _, title, _, _ in found] == text.split("\n")


def test_sentences_on_several_lines_tell_what_articles_are_about() -> None:
    text = (
        "四十年的渡船\n他在船上听见的事情，比岸上的人一辈子听见的还要\n多，可是问起来，他只说水涨了，水又落了。\n"
        "修碑上的字\n一个字修一个上午，修完了谁也看不出来，石匠说看不\n出来才叫修。\n"
        "田埂上听藕\n三次水放完，泥里的东西都醒了，藕是听出来的，不是\n挖出来的。\n夜里放第三次水"
    )
    assert [title for _, title, _, _ in entries(text)] == [title for _, title, _, _ in SIGNED]


def test_the_second_line_of_a_title_above_a_sentence() -> None:
    body = BODY.replace("修碑上的字\n", "修碑上的那几个字\n修到看不出来\n")
    text = (
        "四十年的渡船 4\n他在船上听见的事情，比岸上的人一辈子听见的还要多。\n"
        "修碑上的那几个字\n修到看不出来 6\n一个字修一个上午，修完了谁也看不出来，那才叫修。\n"
        "田埂上听藕 8\n三次水放完，泥里的东西都醒了，藕是听出来的。\n夜里放第三次水 9"
    )
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}"))
    assert [title for _, title, _, _ in found][1] == "修碑上的那几个字修到看不出来"


def test_entries_below_the_first_of_a_section_whose_name_has_the_page() -> None:
    body = f"卷首\n\n四十年的渡船\n\n{ONE}\n\n人物\n\n修碑上的字\n\n{TWO}\n\n田埂上听藕\n\n{THREE}\n\n夜话\n\n夜里放第三次水\n\n{ONE}\n"
    lines = "目录\n\n2 卷首\n四十年的渡船\n\n4 人物\n修碑上的字\n6 田埂上听藕\n\n9 夜话\n夜里放第三次水\n"
    contents = parse_contents(
        [Line(at, text) for at, text in enumerate(lines.split("\n"), 1)],
        [Line(at, text) for at, text in enumerate(body.split("\n"), 20)],
    )
    names = [section.name for section in contents.sections]
    assert [(names[entry.section], entry.page) for entry in contents.entries] == [
        ("卷首", "2"),
        ("人物", "4"),
        ("人物", "6"),
        ("夜话", "9"),
    ]


def test_two_columns_of_titles_without_pages() -> None:
    text = "四十年的渡船　　田埂上听藕\n修碑上的字　　夜里放第三次水"
    assert [title for _, title, _, _ in entries(text)] == [title for _, title, _, _ in SIGNED]


def test_contents_on_two_pages_without_page_numbers_about_the_masthead() -> None:
    text = f"目录\n\n四十年的渡船 陆小满\n修碑上的字 白若溪\n\n{IMPRINT}田埂上听藕 傅长林\n夜里放第三次水 万佩文\n\n\n{BODY}"
    assert listed(restored(text)) == SIGNED


def test_chinese_numerals_as_pages_above_the_masthead() -> None:
    text = f"目录\n\n四十年的渡船　二\n修碑上的字　四\n田埂上听藕　十三\n夜里放第三次水　廿六\n\n{IMPRINT}\n{BODY}"
    assert [(title, page) for _, title, _, page in listed(restored(text))] == [
        ("四十年的渡船", "2"),
        ("修碑上的字", "4"),
        ("田埂上听藕", "13"),
        ("夜里放第三次水", "26"),
    ]


def test_entries_without_pages_above_the_masthead() -> None:
    text = f"目录\n\n四十年的渡船\n修碑上的那几个字\n田埂上听水与藕\n夜里放第三次水\n\n{IMPRINT}\n{BODY}"
    text = text.replace("修碑上的字\n", "修碑上的那几个字\n").replace(
        "田埂上听藕\n", "田埂上听水与藕\n"
    )
    made = restored(text)
    assert len(listed(made)) == len(SIGNED)
    assert made.issue.masthead.title == "水边"


def test_names_before_bars_that_the_contents_do_not_give() -> None:
    body = BODY.replace("四十年的渡船", "人物｜四十年的渡船").replace(
        "田埂上听藕", "田间｜田埂上听藕"
    )
    text = "\n".join(f"{title} {who[0]}" for _, title, who, _ in SIGNED)
    made = restored(f"{IMPRINT}目录\n\n{text}\n\n{body}")
    assert ["".join(line.value for line in article.title) for article in made.issue.articles] == [
        title for _, title, _, _ in SIGNED
    ]


def test_a_common_section_that_the_contents_lack_is_no_line_of_a_title() -> None:
    text = "人物\n四十年的渡船 陆小满 2\n修碑上的字 白若溪 5"
    body = BODY.replace("田埂上听藕", "随笔\n\n田埂上听藕")
    made = restored(f"{IMPRINT}目录\n\n{text}\n\n人物\n\n{body}")
    assert "田埂上听藕" in [
        "".join(line.value for line in article.title) for article in made.issue.articles
    ]


def test_a_line_that_ends_in_a_comma_is_no_section() -> None:
    body = BODY.replace("修碑上的字", "修碑的锤子，\n修到看不出来")
    text = "人物\n四十年的渡船 2\n修碑的锤子，\n修到看不出来 5\n田埂上听藕 8"
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n人物\n\n{body}"))
    assert [(section, title) for section, title, _, _ in found][1] == (
        "人物",
        "修碑的锤子，修到看不出来",
    )


def test_a_title_that_the_contents_break_within_a_word() -> None:
    body = BODY.replace("修碑上的字", "石匠用一个上午修碑上的一个字")
    text = "人物\n四十年的渡船 陆小满 2\n石匠用一个上\n午修碑上的一个字 白若溪 5\n田间\n田埂上听藕 傅长林 8"
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}"))
    assert found == [
        ("人物", "四十年的渡船", ("陆小满",), "2"),
        ("人物", "石匠用一个上午修碑上的一个字", ("白若溪",), "5"),
        ("田间", "田埂上听藕", ("傅长林",), "8"),
    ]


def test_names_before_bars_over_titles_that_are_misread_or_go_on() -> None:
    body = BODY.replace("夜里放第三次水", "夜里放第三次水\n和水一起醒来的东西")
    text = "人物｜四十年的渡船 2\n修碑上的字 5\n田间｜田埂上昕藕 8\n夜话｜夜里放第三次水\n和水一起醒来的东西 11"
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}"))
    assert [(section, page) for section, _, _, page in found] == [
        ("人物", "2"),
        ("人物", "5"),
        ("田间", "8"),
        ("夜话", "11"),
    ]


def test_authors_before_bars_are_no_sections() -> None:
    text = "陆小满｜四十年的渡船 2\n白若溪｜修碑上的字 5\n傅长林｜田埂上听藕 8"
    assert {section for section, _, _, _ in entries(text)} == {""}


def test_names_with_pages_that_the_body_does_not_have() -> None:
    text = "2 人物志\n四十年的渡船 陆小满\n\n5 手艺\n修碑上的字 白若溪\n6 田埂上听藕 傅长林\n\n9 夜话\n夜里放第三次水 万佩文"
    assert [(section, title, page) for section, title, _, page in entries(text)] == [
        ("人物志", "四十年的渡船", "2"),
        ("手艺", "修碑上的字", "5"),
        ("手艺", "田埂上听藕", "6"),
        ("夜话", "夜里放第三次水", "9"),
    ]


def test_a_misread_first_line_of_a_title_is_no_section() -> None:
    body = (
        BODY.replace("修碑上的字", "修碑上的那个字\n修到看不出来")
        .replace("田埂上听藕", "田埂上听水与藕\n水往下走的声音")
        .replace("夜里放第三次水", "夜里放第三次水\n和水一起醒来")
    )
    text = "四十年的渡船 2\n修碑士的那个字 修到看不出来 5\n田埂土听水与藕 水往下走的声音 8\n夜里放第二次水 和水一起醒来 11"
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}"))
    assert {section for section, _, _, _ in found} == {""}
    assert len(found) == len(SIGNED)


def test_contents_without_pages_at_the_end_of_an_issue() -> None:
    more = "".join(f"{ONE}{THREE}\n\n" for _ in range(20))
    text = f"{IMPRINT}{BODY}\n{more}目录\n\n四十年的渡船\n他在船上听见的，比岸上的人听见的还要多。\n\n修碑上的字\n\n田埂上听藕\n\n夜里放第三次水\n"
    found = listed(restored(text))
    assert [title for _, title, _, _ in found] == [title for _, title, _, _ in SIGNED]


def test_one_section_with_its_english_beside_the_only_title() -> None:
    text = f"{IMPRINT}目录\n\n人物 PEOPLE 四十年的渡船 陆小满 4\n\n四十年的渡船\n\n陆小满\n\n{ONE}\n\n{TWO}\n"
    assert listed(restored(text)) == [("人物", "四十年的渡船", ("陆小满",), "4")]


def test_the_page_of_a_section_is_that_of_its_first_entry() -> None:
    text = "人物 2\n四十年的渡船 陆小满 2\n修碑上的字 白若溪 5\n田间 8\n田埂上听藕 傅长林 8\n夜话 11\n夜里放第三次水 万佩文 11"
    assert [(section, title, page) for section, title, _, page in entries(text)] == [
        ("人物", "四十年的渡船", "2"),
        ("人物", "修碑上的字", "5"),
        ("田间", "田埂上听藕", "8"),
        ("夜话", "夜里放第三次水", "11"),
    ]


def test_who_signs_below_a_title_is_no_section() -> None:
    text = "2 四十年的渡船\n陆小满\n5 修碑上的字\n白若溪\n8 田埂上听藕\n傅长林\n11 夜里放第三次水\n万佩文"
    assert entries(text) == [
        ("", title, who, page)
        for (_, title, who, _), page in zip(SIGNED, ("2", "5", "8", "11"), strict=True)
    ]


def test_sections_with_pages_below_an_article_of_none() -> None:
    more = "修碑的锤子\n\n万佩文\n\n" + TWO + THREE
    text = (
        "2 四十年的渡船\n陆小满\n\n5 石作\n修碑上的字\n白若溪\n6 修碑的锤子\n万佩文\n\n"
        "8 田间\n田埂上听藕\n傅长林\n\n11 夜话\n夜里放第三次水\n万佩文"
    ).replace("石作", "手艺")
    body = BODY.replace("田埂上听藕", f"{more}\n\n田埂上听藕")
    found = listed(restored(f"{IMPRINT}目录\n\n{text}\n\n{body}"))
    assert [(section, page) for section, _, _, page in found] == [
        ("", "2"),
        ("手艺", "5"),
        ("手艺", "6"),
        ("田间", "8"),
        ("夜话", "11"),
    ]


def test_the_digits_of_a_page_set_apart() -> None:
    last = "四十年的渡船 8\n修碑上的字 11\n田埂上听藕 1 4\n夜里放第三次水 17"
    assert [page for _, _, _, page in entries(last)] == ["8", "11", "14", "17"]
    first = "8 四十年的渡船\n11 修碑上的字\n1 4 田埂上听藕\n17 夜里放第三次水"
    assert [page for _, _, _, page in entries(first)] == ["8", "11", "14", "17"]


@pytest.mark.parametrize(
    "form", ["{title} {page}", "{page} {title}", "| {page} | {title} |", "{title} …… {page}"]
)
def test_the_folio_of_the_contents_is_no_page_of_an_entry(form: str) -> None:
    pages = ("8", "11", "14", "17")
    lines = [
        form.format(title=title, page=page)
        for (_, title, _, _), page in zip(SIGNED, pages, strict=True)
    ]
    text = "\n".join([*lines[:2], "", "2", "", *lines[2:]])
    assert [(title, page) for _, title, _, page in entries(text)] == [
        (title, page) for (_, title, _, _), page in zip(SIGNED, pages, strict=True)
    ]


def test_an_entry_said_twice_and_names_behind_pages() -> None:
    lines = [
        "◆ 水上",
        "四十年的渡船 陆小满 8",
        "修碑上的字 白若溪 11 ◆ 田间",
        "田埂上听藕 傅长林 14",
    ]
    text = "\n".join([*lines, lines[-1], "◆ 夜话", "夜里放第三次水 万佩文 17"])
    assert [(section, title) for section, title, _, _ in entries(text)] == [
        ("水上", "四十年的渡船"),
        ("水上", "修碑上的字"),
        ("田间", "田埂上听藕"),
        ("夜话", "夜里放第三次水"),
    ]
    text = "四十年的渡船 8\n修碑上的字 11 田埂上听藕 14\n夜里放第三次水 17 "
    assert [title for _, title, _, _ in entries(text)] == [title for _, title, _, _ in SIGNED]


def test_contents_under_a_heading_of_no_list_are_told_by_their_titles() -> None:
    text = (
        "河埠头\n　　03站　四十年的渡船　　陆小满\n石作\n　　05站　修碑上的字　　白若溪\n"
        "田间　08站　田埂上听藕　　傅长林\n灯下\n　　12站　夜里放第三次水　　万佩文"
    )
    found = listed(
        restored(f"水边\n2019年第3期 总第9期\n\n停靠处\n\n{text}\n\n主编　傅长林\n\n{BODY}")
    )
    assert [(title, authors, page) for _, title, authors, page in found] == [
        (title, authors, page)
        for (_, title, authors, _), page in zip(SIGNED, ("03", "05", "08", "12"), strict=True)
    ]


def test_a_rule_over_an_entry_is_no_section_with_a_column() -> None:
    restored(
        "——-\n\n## 笔谈：组织生活怎样开\n18 会前先把板凳搬来/牟铁生\n18 批评要带药方/晏知秋\n\n笔 谈\n组织生活怎样开"
    )


def test_whom_the_contents_name_is_no_line_of_the_title_as_well() -> None:
    restored(
        "导读\n社保·医保　断缴三个月，年限还算不算？　　　　4版\n"
        "4月2日傍晚下大雨，一个骑车的人把雨衣给了我，自己淋着走了。\n本周焦点\n断缴三个月，年限还算不算？"
    )


@pytest.mark.parametrize(
    "line", ["4 把渡口的灯 擦得更亮 本刊评论员", "把渡口的灯 擦得更亮 / 本刊评论员 …… 4"]
)
def test_the_second_line_of_a_title_is_no_part_of_who_signs(line: str) -> None:
    head = f"{IMPRINT}目录\n\n卷首语\n\n{line}\n\n人物\n\n6 修碑上的字 白若溪"
    body = f"把渡口的灯\n\n擦得更亮\n\n本刊评论员\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}"
    article = restored(f"{head}\n\n{body}").issue.articles[0]
    assert [text.value for text in article.title] == ["把渡口的灯", "擦得更亮"]
    assert [one.name for byline in article.bylines for one in byline.authors] == ["本刊评论员"]


@pytest.mark.parametrize("line", ["封面题字：尧 山", "编辑委员会", "扫码关注我们"])
def test_a_line_above_the_contents_is_no_garbled_line_of_the_first_title(line: str) -> None:
    head = f"{IMPRINT}{line}\n\n目录\n\n卷首语\n\n4 把渡口的灯 擦得更亮 本刊评论员\n\n人物\n\n6 修碑上的字 白若溪"
    body = f"把渡口的灯\n\n擦得更亮\n\n本刊评论员\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}"
    article = restored(f"{head}\n\n{body}").issue.articles[0]
    assert [text.value for text in article.title] == ["把渡口的灯", "擦得更亮"]


@pytest.mark.parametrize("dots", ["………… .", "…………--", "…………", "………… .."])
def test_dots_behind_a_blank_are_of_the_leader_and_of_no_name(dots: str) -> None:
    rows = [
        f"{title}{dots}{who[0]}{who[1:]}({at})"
        for at, (_, title, (who,), _) in enumerate(SIGNED, 2)
    ]
    found = entries("\n".join(rows))
    assert [(title, authors) for _, title, authors, _ in found] == [
        (title, authors) for _, title, authors, _ in SIGNED
    ]


IN_A_BLOCK = (
    "[水上]\n四十年的渡船……陆小满(2)\n[石作]\n修碑上的字……白若溪(4)\n[田间]\n田埂上听藕……傅长林(6)"
)
CALL = "“水边的人”征文启事"


@pytest.mark.parametrize(
    ("last", "section"),
    [
        (f"\n\n{CALL}…………(8)", ""),
        (f"\n{CALL}…………(8)", "田间"),
        (f"\n\n{CALL}…………万佩文(8)", "田间"),
    ],
    ids=["apart", "close", "signed"],
)
def test_what_stands_apart_below_all_sections_is_of_none(last: str, section: str) -> None:
    body = f"{BODY}\n\n{CALL}\n\n{THREE}{TWO}\n"
    made = listed(restored(f"{IMPRINT}目录\n\n{IN_A_BLOCK}{last}\n\n{body}"))
    assert [one[0] for one in made if one[1] == CALL] == [section]
