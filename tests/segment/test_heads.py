"""Running heads in the forms of journals, and where the masthead is."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.segment import find_furniture
from converter.segment.folios import in_digits
from converter.segment.regions import find_regions
from converter.source import Line

KNOWN = [key(name) for name in ("渡口", "夜里的渡口灯火", "沈一帆", "顾南", "M·奥康纳")]
PROSE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里"


def lines_of(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def reason(head: str) -> str | None:
    found = find_furniture(lines_of(f"{PROSE}\n{head}\n{PROSE}。"), known=KNOWN)
    return found.reasons.get(2)


@pytest.mark.parametrize(
    "head",
    [
        "沈一帆等：夜里的渡口灯火",
        "第3期 沈一帆，等：夜里的渡口灯火 · 3 ·",
        "奥康纳：夜里的渡口灯火",
        "第3期 沈一帆，顾　南：夜里的渡口灯 5",
        "渡口 No.38　6",
        "6　38 渡口",
        "渡口·第十四辑",
        "渡口 2022年12月第14卷第6期 The Ferry, December 2022, Vol.14, No.6",
    ],
)
def test_heads_of_author_and_title(head: str) -> None:
    assert reason(head) == "running-head"


def test_blanks_between_the_parts_of_a_head_make_it_no_longer() -> None:
    blank = "\u3000" * 16
    assert reason(f"第3期{blank}夜里的渡口灯火{blank}7") == "running-head"


LETTERED = ["渡口·lO", "2Ol3.7·ll", "渡口·1S", "2013.7·l7"]


def test_figures_of_heads_that_are_read_as_letters() -> None:
    heads = ["渡口·8", "2013.7·9", *LETTERED, "渡口·18", "2013.7·19", "渡口·20", "2013.7·21"]
    lines = lines_of("\n".join(f"{PROSE}\n{head}\n{PROSE}。" for head in heads))
    found = find_furniture(lines, known=KNOWN)
    assert [found.reasons.get(at) for at in range(2, 3 * len(heads), 3)] == ["running-head"] * 10
    assert [mark.page for mark in found.breaks] == [8, 9, 10, 11, 15, 17, 18, 19, 20, 21]


@pytest.mark.parametrize("other", ["2Ol4.7·ll", "石阶·lO", "渡口·SOS"])
def test_letters_that_tell_no_page_between_the_others(other: str) -> None:
    heads = ["渡口·8", "2013.7·9", other, "渡口·18", "2013.7·19", "渡口·20", "2013.7·21"]
    lines = lines_of("\n".join(f"{PROSE}\n{head}\n{PROSE}。" for head in heads))
    assert 8 not in find_furniture(lines, known=["渡口"]).reasons


def test_the_last_cell_of_a_row_over_a_head_is_no_folio() -> None:
    pages = "\n".join(f"{PROSE}\n渡口·{at}\n{PROSE}。" for at in (8, 9, 10))
    cells = f"{pages}\n3.0 35 13\n15\n渡口·11\n{PROSE}。"
    assert 11 not in find_furniture(lines_of(cells), known=KNOWN).reasons
    assert 11 in find_furniture(lines_of(cells.replace("3.0 35 13", PROSE)), known=KNOWN).reasons


@pytest.mark.parametrize(
    "text",
    [
        "沈一帆：夜里的渡口灯火没有熄。",
        "沈一帆说：夜里没有人",
        "沈一帆1，顾南2",
        "第十四辑里有一篇",
    ],
)
def test_what_only_begins_like_one_stays(text: str) -> None:
    assert reason(text) is None


def test_a_name_with_more_words_and_a_rising_folio() -> None:
    pages = "\n".join(f"{PROSE}{n}\n{n} 渡口·读写天地\n{PROSE}。" for n in (4, 6, 8))
    found = find_furniture(lines_of(pages), known=KNOWN)
    assert [found.reasons.get(number) for number in (2, 5, 8)] == ["running-head"] * 3
    assert [mark.page for mark in found.breaks] == [4, 6, 8]


def test_the_name_on_the_cover_where_the_imprint_follows_the_contents() -> None:
    text = (
        "康宁渡口\nKANGNING DUKOU\n2021年第9期\n总第231期\n换季，从一杯水开始\n定价：8.00元\n\n目录\n"
        "夜渡 沈一帆 2\n摆渡人 顾南 4\n\n主管单位 河湾镇\n主办单位 河湾镇文化站\n主编 沈一帆\n电话 0199-5521\n\n"
        f"夜渡\n沈一帆\n{PROSE}。"
    )
    found = find_regions(lines_of(text))
    assert found.cover == (0, 6)
    assert found.masthead is not None
    assert found.masthead[0] >= 11


def test_a_name_far_above_the_first_label_is_of_the_masthead() -> None:
    text = (
        "線場\nLINEFIELD\n設計．藝術．生活\n第46期 ISSUE 46\n2024年9月號\nHK$48\n出版 線場文化有限公司\n總編輯 宋以諾\n"
        "編輯 方以晴\n美術總監 周行\n攝影 林一\n地址 東圍\n電話 0128\n\n目錄\n04 字 宋以諾\n05 牌 方以晴\n"
    )
    assert find_regions(lines_of(text)).masthead == (0, 13)


def test_the_name_of_a_section_in_two_languages_over_a_folio_is_a_head() -> None:
    lines = "渡船又要开了\n渡口 THE FERRY\n4\n一条旧船，停在\n渡口FERRY\n6\n岸边，没有人\n渡口 THE FERRY\n下雨"
    found = find_furniture(lines_of(lines), known=["渡口"])
    assert {2, 5} <= found.reasons.keys()
    assert 8 not in found.reasons


def test_another_name_over_a_folio_is_text() -> None:
    lines = "渡船又要开了\n石阶 STEPS\n4\n一条旧船\n渡口 FERRY\n5\n岸边"
    assert 2 not in find_furniture(lines_of(lines), known=["渡口"]).reasons


def test_a_folio_read_as_letters_beside_the_name_of_a_section_is_one() -> None:
    lines = (
        "渡船又要开了。\n渡口 9\n一条旧船。\n10 渡口\n岸边。\n渡口 l1\n下雨了。\nI2 渡口\n停了。"
    )
    found = find_furniture(lines_of(lines), known=["渡口"])
    assert {2, 4, 6, 8} <= found.reasons.keys()
    assert [one.page for one in found.breaks] == [9, 10, 11, 12]


@pytest.mark.parametrize("text", ["渡口 Io", "渡口 OO", "渡口 3l只", "渡口1l"])
def test_letters_that_are_no_digits_stay(text: str) -> None:
    assert in_digits(text) == text


def test_a_section_in_two_languages_over_its_first_title_ends_the_contents() -> None:
    listed = "目录\nCONTENTS\n卷首语\n04 老渡口的一盏灯\n顾南\n资讯\n16 三月的渡口\n封面摄影/沈一帆"
    body = f"卷首语\nEDITOR'S LETTER\n老渡口的一盏灯\n文/顾南\n{PROSE}，长着青苔。"
    regions = find_regions(lines_of(f"{listed}\n{body}"))
    assert regions.contents == (0, 8)


@pytest.mark.parametrize(
    ("above", "head", "expected"),
    [
        (f"{PROSE}，那年", "渡 口", "running-head"),
        (f"{PROSE}。", "渡口", None),  # the section of the next article
        (f"{PROSE}，那年", "浸水的石阶", None),
    ],
)
def test_a_section_below_a_folio_within_a_sentence(
    above: str, head: str, expected: str | None
) -> None:
    text = f"{PROSE}，\n· 3 ·\n{PROSE}。\n{above}\n· 4 ·\n{head}\n{PROSE}。\n{PROSE}，\n· 5 ·"
    assert find_furniture(lines_of(text), known=KNOWN).reasons.get(6) == expected


@pytest.mark.parametrize(
    "between", ["", "石阶每一级都记得一个人，\n也记得他的扁担。\n沈一帆　文化站站长\n"]
)
def test_contents_end_at_a_section_that_stands_again_over_a_listed_title(between: str) -> None:
    listed = "目录\n渡口记事\n03 夜里的渡口灯火 沈一帆\n摆渡人家\n08 船匠的手艺 顾南"
    body = f"渡口记事\n{between}夜里的渡口灯火\n　　{PROSE}。\n　　{PROSE}，那年没有涨水。"
    assert find_regions(lines_of(f"{listed}\n{body}")).contents == (0, 5)


def test_the_class_of_an_article_in_brackets_is_no_head_though_its_figures_alone_differ() -> None:
    one, other, last = (
        f"【中图分类号】C{n}　【文献标识码】A　【文章编号】9900-0000（2024）05-00{n}-04"
        for n in (10, 24, 38)
    )
    pages = "\n\n".join(f"{PROSE}。\n\n{text}\n\n{PROSE}。" for text in (one, other, last))
    assert not find_furniture(lines_of(pages), known=KNOWN).reasons


def test_an_author_signs_each_of_several_letters_below_a_long_title() -> None:
    title = "给一位在石阶上数了四十年潮水的守灯人的三封信和他寄回来的潮位表"
    letter = f"守灯的老人家：\n{PROSE}。\n此致\n敬礼！\n顾　南\n2023年9月{{}}日\n"
    text = f"{title}\n顾　南\n\n" + "\n".join(letter.format(day) for day in (2, 9, 16))
    found = find_furniture(lines_of(text), known=[*KNOWN, key(title)])
    assert found.reasons == {}


def test_a_masthead_at_the_end_of_an_issue_of_four_hundred_lines() -> None:
    front = "康宁渡口\n2021年第9期\n\n目录\n夜渡 沈一帆 2\n摆渡人 顾南 4\n\n夜渡\n沈一帆\n"
    labels = [
        "主管",
        "主办",
        "社长",
        "主编",
        "编辑",
        "设计",
        "校对",
        "地址",
        "电话",
        "传真",
        "印刷",
        "定价",
    ]
    told = "\n".join(f"{label}　小　满" for label in labels)
    text = f"{front}{f'{PROSE}。{chr(10)}' * 385}\n{told}\n"
    found = find_regions(lines_of(text)).masthead
    assert found is not None
    assert found[1] - found[0] >= len(labels)


def test_a_report_that_begins_with_the_words_of_its_title_keeps_its_first_line() -> None:
    title = "渡口镇第十二届代表会议主席团举行第二次会议"
    text = f"{title}\n\n　　渡口镇第十二届代表会议主席团\n8日下午在老渡口举行第二次会\n议。"
    assert find_furniture(lines_of(text), known=[key(title)]).reasons == {}


def test_two_heads_in_turns_that_count_the_pages_of_a_thin_issue() -> None:
    cut = "渡船又要开了，站在船头的人把缆绳绕了三圈，慢慢地数着"
    heads = ["4　　二〇二三年第四期", "河湾镇老年体育协会会讯　　5", "6　　二〇二三年第四期", "河湾镇老年体育协会会讯　　7"]  # fmt: skip
    lines = lines_of("\n".join(text for head in heads for text in (cut, head, "水里的灯。")))
    numbers = [line.number for line in lines if line.text in heads]
    assert set(numbers) <= find_furniture(lines, known=["河湾老体会讯"]).reasons.keys()


def test_a_section_of_one_character_on_the_only_page_between_two_heads() -> None:
    pages = "\n".join(
        f"短篇小说 ｜ {page}\n灯下的人把缆绳绕了三圈，慢慢地数着。" for page in (4, 5, 6, 7)
    )
    more = "短篇小说 ｜ 9\n灯下的人把缆绳绕了三圈。"
    lines = lines_of(f"{pages}\n8 ｜ 诗\n旧雨伞和新船桨\n{more}")
    assert 9 in find_furniture(lines, known=["短篇小说", "诗"]).reasons


@pytest.mark.parametrize(("by", "found"), [(2, True), (1, False)])
def test_a_name_that_the_contents_lack_on_every_other_page(*, by: int, found: bool) -> None:
    page = f"{PROSE}\n" * 16
    heads = [f"{1890 + by * at} 渡口志稿" for at in range(5)]  # or the numbers of tables
    lines = lines_of("".join(f"{page}{head}\n" for head in heads) + f"{page}。")
    reasons = find_furniture(lines).reasons
    assert all((line.number in reasons) is found for line in lines if line.text in heads)


def test_contents_without_heading_and_pages_whose_titles_stand_again_in_their_order() -> None:
    titles = [f"{word}的渡口灯火" for word in ("春天", "夏天", "秋天", "冬天", "从前", "后来")]
    listed = "\n".join(("渡口月刊", "前言", *titles))
    body = "\n\n".join(f"{title}\n{PROSE}，{PROSE}。" for title in titles)
    assert find_regions(lines_of(f"{listed}\n\n{body}")).contents is not None
    assert find_regions(lines_of(f"{listed}\n\n{PROSE}，{PROSE}。")).contents is None


def test_contents_without_heading_one_title_of_which_is_a_question_and_a_table_of_folders() -> None:
    words = ("春天", "夏天", "秋天", "冬天", "从前", "后来")
    titles = [*(f"{word}的渡口灯火" for word in words), "渡口的灯为什么一到夜里就要有人来点上？"]
    listed = "\n".join(("前言", *titles))
    text = f"{PROSE}。\n" * 30
    body = "\n\n".join(f"{title}\n{text}" for title in titles)
    found = find_regions(lines_of(f"{listed}\n\n{body}\n目录\n\n用途\n\n灯 1\n\n船 2\n"))
    assert found.contents is not None
    assert found.contents[1] == len(titles) + 1


def test_the_magazines_name_below_a_folio_and_over_a_title_is_a_running_head() -> None:
    text = f"渡口\n\n{PROSE}。\n\n· 4 ·\n\n渡口\n\n夜里的灯火\n\n{PROSE}。\n\n· 5 ·\n\n{PROSE}。"
    lines = lines_of(text)
    reasons = find_furniture(lines, title=key("渡口")).reasons
    assert [line.number in reasons for line in lines if line.text == "渡口"] == [False, True]


@pytest.mark.parametrize(
    "heads",
    [
        ("1994年1月", "2004年1月", "2009年1月"),
        ("2004年第四季度", "2009年第四季度", "2013年第四季度"),
        ("6月3–6日", "7月8–9日", "9月2–4日"),
        ("时间：2021/03/30 20:30", "时间：2021/04/13 20:30", "时间：2021/04/27 20:30"),
        ("示例 1", "示例 2", "示例 3"),
    ],
)
def test_dates_and_examples_over_whole_paragraphs_are_no_heads_of_pages(
    heads: tuple[str, ...],
) -> None:
    lines = lines_of("".join(f"{head}\n\n{PROSE}。\n\n{PROSE}。\n\n" for head in heads))
    assert find_furniture(lines).reasons == {}


def test_the_source_of_one_chart_after_the_other_is_no_head_though_it_cuts_sentences() -> None:
    cut = f"{PROSE}，\n\n资料来源：河湾水务局\n\n{PROSE}。\n\n"
    assert find_furniture(lines_of(cut * 3)).reasons == {}
    other = find_furniture(lines_of(cut.replace("资料来源：", "本期看点：") * 3)).reasons
    assert list(other.values()) == ["running-head"] * 3


def test_a_running_head_without_a_folio_of_which_a_character_is_misread() -> None:
    names = ("河湾纪事补编", "河湾纪事补编", "河湾纪享补编", "河湾纪事补编")
    pages = "\n\n".join(f"{name}\n\n{PROSE}，\n\n{4 + at}" for at, name in enumerate(names))
    lines = lines_of(f"{PROSE}，\n\n3\n\n{pages}")
    reasons = find_furniture(lines).reasons
    assert {reasons.get(line.number) for line in lines if line.text in names} == {"running-head"}
    other = lines_of(f"{PROSE}，\n\n3\n\n{pages}".replace("纪享补编", "渡口补编"))
    assert (
        next(one.number for one in other if "渡口" in one.text) not in find_furniture(other).reasons
    )


def test_a_head_that_breaks_off_the_second_line_below_an_indented_one() -> None:
    column = "　　老渡口在镇子的南头石阶一共有三十一\n级，最下面的两级常年浸在水里，船夫上岸以\n前总要在那里坐一坐，把桨上的水滴干净，才"
    page = f"{column}\n\n本期看点\n\n肯开口说话。"
    found = find_furniture(lines_of("\n\n".join([page] * 3)), known=KNOWN)
    assert list(found.reasons.values()) == ["running-head"] * 3


@pytest.mark.parametrize(
    ("below", "dropped"), [("渡口\n\n夜里的渡口灯火", 3), ("夜里的渡口灯火", 2)]
)
def test_the_first_of_several_heads_over_a_section_and_a_title(below: str, dropped: int) -> None:
    cut = f"{PROSE}\n\n本期看点\n\n{PROSE}。"
    text = f"{PROSE}。\n\n本期看点\n\n{below}\n\n沈一帆\n\n{cut}\n\n{cut}"
    found = find_furniture(lines_of(text), known=KNOWN)
    assert list(found.reasons.values()) == ["running-head"] * dropped


def test_the_next_part_of_a_series_is_no_misread_running_head_where_it_first_stands() -> None:
    titles = ["渡口往事（上）", "渡口往事（中）", "渡口往事（下）"]
    heads = [head for title in titles for head in (title, title, "渡口月刊", title, "渡口月刊")]
    text = f"{PROSE}，{PROSE}。\n\n" * 3
    pages = [
        f"{head}\n\n{text}{PROSE}，{PROSE}{'' if at % 5 < 4 else '。'}\n\n{at + 4}\n\n"
        for at, head in enumerate(heads)
    ]
    lines = lines_of("".join(pages))
    reasons = find_furniture(lines, known=[key(name) for name in (*titles, "渡口月刊")]).reasons
    kept = [line.text for line in lines if line.number not in reasons and line.text in titles]
    assert kept == titles


@pytest.mark.parametrize(
    ("head", "found"), [("2006·14", True), ("2　结果", False), ("渡口 THE FERRY　人物", True)]
)
def test_heads_of_dates_and_names_and_the_same_part_of_each_paper(
    head: str, *, found: bool
) -> None:
    text = "\n".join(
        f"{PROSE}，{'晴雨雪'[at] * (at + 1)}天只看得见\n\n{at + 4}\n{head}\n\n栏杆。"
        for at in range(3)
    )
    known = [*KNOWN, key("THE FERRY"), key("人物")]
    reasons = find_furniture(lines_of(text), known=known, title=key("渡口")).reasons
    assert [number for number, why in reasons.items() if why == "running-head"] == (
        [4, 10, 16] if found else []
    )


@pytest.mark.parametrize(("label", "dropped"), [("链接", 3), ("守灯的人", 2)])
def test_a_head_that_first_stands_over_the_name_of_a_box_is_no_title(
    label: str, dropped: int
) -> None:
    below = f"{label}\n\n守灯的日子\n{PROSE}。"
    pages = [f"{PROSE}。\n6 渡口月刊\n\n\n水边人家\n\n{below}"]
    pages += [f"{PROSE}\n{at} 渡口月刊\n\n\n水边人家\n{PROSE}。" for at in (8, 10)]
    lines = lines_of("\n".join(pages))
    found = find_furniture(lines, keep=frozenset(["链接"]), known=KNOWN)
    heads = [line for line in lines if line.text == "水边人家"]
    assert [found.reasons.get(line.number) for line in heads].count("running-head") == dropped


@pytest.mark.parametrize(
    ("end", "kept"),
    [("。", True), ("。\n\n——唐果在船厂说", True), ("。\n\n2020年8月14日", True), ("", False)],
)
def test_a_misread_title_that_stands_nowhere_above_is_no_running_head(
    end: str, *, kept: bool
) -> None:
    title, misread = "夜里的渡口灯火", "夜里的液口灯火"
    heads = "\n\n".join(f"{title} {at}\n\n{PROSE}，{PROSE}" for at in (31, 33, 35))
    lines = lines_of(f"{PROSE}{end}\n\n--- 29 ---\n\n{misread}\n\n沈一帆\n\n{PROSE}\n\n{heads}。")
    found = find_furniture(lines, known=KNOWN)
    number = next(line.number for line in lines if line.text == misread)
    assert (number not in found.reasons) is kept


@pytest.mark.parametrize("rest", ["", "夜里的灯火"])
def test_a_title_that_begins_like_an_author_is_no_head_of_author_and_title(rest: str) -> None:
    title = "沈一帆：渡口的三年探索"
    known = [*KNOWN, key(title + rest), key("渡口的三年探索与思考")]
    lines = lines_of(f"{PROSE}。\n\n{title}\n\n{rest or '顾南'}\n\n{PROSE}。")
    assert 3 not in find_furniture(lines, known=known).reasons


SECTIONS = (("江边旧事", "第一根缆桩"), ("江边旧事", "灯塔下的三个人"), ("手艺", "箍桶的老周"))


def three_lines_over_each_page() -> list[str]:
    """Twelve pages with the issue, the section and the name of the house, each on a line over the text."""
    lines: list[str] = []
    for at, (section, title) in enumerate(SECTIONS):
        for page in range(4):
            lines += ["2023 年第 4 期（总第 31 期）", "", section, "", "《潮声评论》", ""]
            lines += [title, "沈一帆", ""] if not page else []
            lines += [f"{PROSE}，{at}号船{page}", f"{PROSE}。", "", str(4 * at + page + 1), ""]
    return lines


def test_each_line_of_a_running_head_is_one() -> None:
    lines = [Line(number, text) for number, text in enumerate(three_lines_over_each_page(), 1)]
    known = [key(name) for pair in SECTIONS for name in (*pair, "沈一帆")]
    found = find_furniture(lines, known=known)
    named = [line.number for line in lines if line.text == "《潮声评论》"]
    assert [found.reasons.get(number) for number in named] == ["running-head"] * 12
    titles = [line.number for line in lines if line.text in dict(SECTIONS).values()]
    assert not any(number in found.reasons for number in titles)


def test_one_who_has_written_several_pieces_is_no_running_head() -> None:
    pieces = [f"{PROSE}\n\n- 作者：**M. Reed**\n\n{PROSE}，第{n}篇。\n" for n in "一二三四"]
    found = find_furniture(lines_of("\n".join(pieces)))
    assert "running-head" not in found.reasons.values()


def test_two_lines_of_a_head_may_change_places_from_page_to_page() -> None:
    lines = ["渡口评论", "", "夜里的渡口灯火", "沈一帆", "", f"{PROSE}。", ""]
    heads = (("Ferry Monthly", "第 52 卷"), ("第 52 卷", "Ferry Monthly"))
    for page in range(12, 24, 2):
        over = heads[page // 2 % 2]
        lines += [f"{PROSE}。", str(page), "", over[0], "", over[1], "", "Feb 2023", ""]
        lines += [f"{PROSE}。", ""]
    found = find_furniture(lines_of("\n".join(lines)), known=KNOWN)
    names = ("Ferry Monthly", "第 52 卷", "Feb 2023")
    told = [found.reasons.get(at) for at, line in enumerate(lines, 1) if line in names]
    assert told == ["running-head"] * 18


@pytest.mark.parametrize("foot", ["渡口灯火　　矿灯　2020·6　{}", "二〇二四．秋　00{}", "{}　灯火"])
def test_a_foot_with_a_number_that_rises_where_no_blank_line_tells_an_edge(foot: str) -> None:
    pages = "\n".join(f"{PROSE}。\n{PROSE}\n{foot.format(n)}\n，{PROSE}。" for n in (1, 2, 3, 5))
    found = find_furniture(lines_of(pages))
    assert [found.reasons.get(number) for number in (3, 7, 11, 15)] == ["running-head"] * 4
    items = "\n".join(f"{PROSE}。\n{foot.format(n)}\n{PROSE}。" for n in (1, 2, 3, 5))
    dated = "2020·6" in foot  # the issue's date beside a folio stands nowhere else
    assert len(find_furniture(lines_of(items)).reasons) == 4 * dated


def test_a_head_over_the_folio_of_the_first_page_is_no_title_though_a_short_line_follows() -> None:
    lines = ["渡口评论", ""]
    for page in range(2, 12, 2):
        lines += [
            f"{PROSE}。",
            "",
            "某某　十月三日",
            "",
            "渡口季刊",
            "",
            str(page),
            "",
            "夜里的渡口灯火",
        ]
        lines += ["沈一帆", "", f"{PROSE}。", "", str(page + 1), ""]
    found = find_furniture(lines_of("\n".join(lines)), known=KNOWN)
    told = [found.reasons.get(at) for at, line in enumerate(lines, 1) if line == "渡口季刊"]
    assert told == ["running-head"] * 5


def test_the_first_of_two_lines_of_a_title_is_a_head_where_it_stands_alone() -> None:
    title = ("县级博物馆库房分级管理的困境", "与出路")
    lines = [
        "目录",
        "",
        *title,
        "沈一帆",
        "",
        f"{PROSE}。",
        "",
        "二、原因",
        "",
        title[0],
        "",
        "— 69 —",
    ]
    lines += ["", f"{PROSE}。", "", "— 70 —", "", f"{PROSE}。"]
    found = find_furniture(lines_of("\n".join(lines)), known=[key("".join(title))])
    assert (found.reasons.get(3), found.reasons.get(11)) == (None, "running-head")


@pytest.mark.parametrize(
    ("below", "dropped"), [("县博物馆馆长 沈一帆", False), ("二、原因在账上", True)]
)
def test_the_beginning_of_a_title_over_who_signs_is_no_head_though_the_text_above_breaks_off(
    below: str, *, dropped: bool
) -> None:
    title = "县级博物馆库房分级管理的困境与出路"
    text = f"{PROSE}，{PROSE}，{PROSE}，守库的人\n\n{title[:-3]}\n\n{below}\n\n{PROSE}。"
    found = find_furniture(lines_of(text), known=[key(title)])
    assert (3 in found.reasons) is dropped
