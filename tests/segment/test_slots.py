"""Running heads that only their place tells: below the mark of a page, in mid-sentence."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.segment import find_furniture, page_marks
from converter.segment.slots import issues_between, titles_again
from converter.source import Line

CUT = "涨潮的时候渡口上只看得见一截栏杆，船要绕到上游去"
REST = "靠岸。第二天水退了，石阶一级一级露出来，老人又把缆绳"
QUOTE = ("水涨到哪里船就停", "到哪里，岸上的人也就在那里等着天亮。")
LAST = "挂回桩上，等着对岸的灯亮起来。"


def lines_of(*texts: str) -> list[Line]:
    return [Line(at + 1, text) for at, text in enumerate(texts)]


def heads(*texts: str, keep: frozenset[str] = frozenset()) -> list[str]:
    lines = lines_of(*texts)
    found = find_furniture(lines, keep=keep)
    return [line.text for line in lines if found.reasons.get(line.number) == "running-head"]


def page(number: int, head: str, *, whole: bool = False) -> list[str]:
    told = "甲乙丙丁戊己庚辛"[number] * 3
    above = f"{told}，{REST}{LAST}" if whole else f"{told}，{CUT}"
    return [above, f"— {number} —", "", head, "", f"{REST}{LAST}{CUT}{told}"]


@pytest.mark.parametrize("head", ["渡口的一天 3", "3 渡口的一天", "河湾学刊 2015年第12期"])
def test_the_number_of_the_page_or_the_issue_tells_a_head_below_a_mark(head: str) -> None:
    assert heads(CUT, "Page 3", "", head, "", REST, LAST) == [head]


def test_sections_that_no_contents_name_are_heads_where_others_stand_so() -> None:
    text = [
        *page(3, "讲堂"),
        *page(4, "河湾通讯"),
        *page(5, "书评"),
        *page(6, "河湾通讯", whole=True),
    ]
    assert heads(*text) == ["讲堂", "河湾通讯", "书评", "河湾通讯"]


def test_notes_at_the_foot_of_the_page_before_part_no_head_from_its_sentence() -> None:
    *above, mark, blank, head, gap, rest = page(5, "书评")
    notes = ["①何若溪：《白沙镇志》，白沙镇档案室1984年油印本，第166", "页。"]
    text = [*page(3, "讲堂"), *page(4, "河湾通讯"), *page(6, "河湾通讯"), *page(7, "讲堂")]
    noted = [*above, "", *notes, "", mark, blank, head, gap, rest]
    assert heads(*text, *noted) == ["讲堂", "河湾通讯", "河湾通讯", "讲堂", "书评"]


@pytest.mark.parametrize(("said", "more"), [(f"{QUOTE[0]}{QUOTE[1]}", []), ("", [QUOTE[0]])])
def test_the_first_line_of_a_pull_quote_is_no_head(said: str, more: list[str]) -> None:
    """The text says it again, and the line below right behind it."""
    quote = ["— 7 —", "", *QUOTE, f"{REST}{LAST}"]
    names = ["讲堂", "河湾通讯", "书评", "河湾通讯"]
    text = [line for at, name in enumerate(names, 3) for line in page(at, name)]
    assert heads(*text, f"{LAST}{said}{CUT}", *quote) == [*names, *more]


def test_one_short_line_below_a_mark_may_as_well_be_the_label_of_a_box() -> None:
    assert heads(*page(3, "讲堂")) == []
    text = [*page(3, "链接"), *page(4, "河湾通讯"), *page(6, "河湾通讯")]
    assert heads(*text, keep=frozenset({"链接"})) == ["河湾通讯", "河湾通讯"]


def test_what_stands_at_the_tops_of_two_pages_of_many_is_the_name_of_a_box() -> None:
    """And what stands there once is no head either."""
    others = [
        line
        for number, told in enumerate("子丑寅卯辰巳午未申酉戌亥", 40)
        for line in (f"{told * 3}，{REST}{LAST}{CUT}{told}", f"— {number} —", "")
    ]
    text = [*page(3, "路况"), *page(4, "潮位"), *page(6, "路况")]
    assert heads(*text) == ["路况", "潮位", "路况"]
    assert heads(*text, *others) == []


def test_a_title_of_two_lines_in_mid_sentence_is_the_head_of_the_page() -> None:
    lines = lines_of(
        "渡口上的守望",
        "从石阶下看潮位的变迁",
        "",
        CUT,
        "",
        "渡口上的守望从石阶下看潮位的变迁",
        REST,
    )
    assert titles_again(lines, {}) == [5]
    heading = lines_of("看潮位的三种办法", "", f"（二）{CUT}", "看潮位的三种办法", REST)
    assert titles_again(heading, {}) == []


def test_the_issue_between_two_halves_of_a_text_is_a_head_wherever_it_stands() -> None:
    head = "河湾时空 2025年第1期"
    assert issues_between(lines_of(CUT, head, REST, LAST, head, CUT), {}) == [1, 4]
    assert issues_between(lines_of(REST + LAST, head, CUT), {}) == []


def test_titles_beside_rising_folios_are_heads_though_no_contents_name_them() -> None:
    titles = ["渡口上的守望与修缮", "修一条旧船要几道工", "摆渡人：一个老码头的九年"]
    others = [
        "他说：“船要先刷桐油，再晾三天，晾到看不见水",
        "缆桩有新有旧，新的是铁的，旧的是石头的，石头上",
    ]
    text = []
    for title, page, told in zip(titles, (11, 13, 17), (CUT, *others), strict=True):
        text += [title, "", told, "", f"{title} {page}", "", f"{REST}{LAST}", ""]
    assert heads(*text) == [
        f"{title} {page}" for title, page in zip(titles, (11, 13, 17), strict=True)
    ]
    falling = [line.replace(" 17", " 12") for line in text]
    assert heads(*falling) == []


def test_a_head_that_has_no_room_for_its_title_is_none_where_it_first_stands() -> None:
    title = "从石阶下看潮位的变迁与渡口三十年的旧事新编"
    head = title[:16]
    text = [title, "", f"{CUT}{REST}{LAST}", "", head, "", "桥头的灯", "", f"{REST}{LAST}"]
    text += [
        "",
        CUT,
        "",
        head,
        "",
        f"{REST}{LAST}",
        "",
        f"{LAST}{CUT}",
        "",
        head,
        "",
        f"{REST}{LAST}",
    ]
    lines = lines_of(*text)
    found = find_furniture(lines, known=[key(title)])
    assert [at for at, line in enumerate(lines) if line.number in found.reasons] == [4, 12, 18]


def test_a_title_below_a_date_and_a_short_last_line_is_no_head_of_its_own_pages() -> None:
    title = "有序细化渡口水情"
    text = [
        f"{REST}{CUT}",
        "靠岸，灯才灭。",
        "2019年12月14日",
        "",
        "",
        "",
        title,
        "",
        "俞柏志",
    ]
    for told in (CUT, f"{LAST}{CUT}", f"{CUT}{REST}"):
        text += ["", told, "", title, "", f"{REST}{LAST}"]
    lines = lines_of(*text)
    found = find_furniture(lines)
    assert [
        at for at, line in enumerate(lines) if line.text == title and line.number in found.reasons
    ] == [
        12,
        18,
        24,
    ]


def test_a_lone_head_that_has_no_room_for_a_title_further_up_is_told_by_it() -> None:
    one, two = "让渡口的灯一直亮着", "从石阶下看三十年的旧事"
    text = [one, two, "", f"{CUT}{REST}{LAST}", "", f"{one}{two[:7]}", "", f"{REST}{LAST}"]
    lines = lines_of(*text)
    found = find_furniture(lines, known=[key(one), key(two), key(one + two)])
    assert [at for at, line in enumerate(lines) if line.number in found.reasons] == [5]
    text = [*text[:5], f"{one}{two}", *text[6:]]
    assert find_furniture(lines_of(*text[3:]), known=[key(one + two)]).reasons == {}


def test_a_lone_head_is_told_by_a_title_that_stands_on_one_line_further_up() -> None:
    one, two = "让渡口的灯一直亮着", "从石阶下看三十年的旧事"
    text = [f"{one}　{two}", "", f"{CUT}{REST}{LAST}", "", f"{one}{two[:7]}", "", f"{REST}{LAST}"]
    found = find_furniture(lines_of(*text), known=[key(one), key(two), key(one + two)])
    assert list(found.reasons) == [5]


def test_the_first_line_of_a_title_further_up_is_a_head_wherever_it_stands_alone() -> None:
    one, two = "让渡口的灯一直亮着", "从石阶下看三十年的旧事"
    pages = [part for at in range(3) for part in ("", one, "", f"{'甲乙丙'[at]}，{REST}{CUT}")]
    known = [key(one), key(one + two)]
    text = [f"{one}　{two}", "文｜陆遥", "", CUT, *pages]
    heads = find_furniture(lines_of(*text), known=known).reasons
    assert [number for number in heads if heads[number] == "running-head"] == [6, 10, 14]
    # Where no line has the whole title, it stands itself where it first does.
    heads = find_furniture(lines_of("渡口", *text[1:]), known=known).reasons
    assert [number for number in heads if heads[number] == "running-head"] == [10, 14]


def test_a_title_below_the_source_of_a_box_is_no_head_of_its_page() -> None:
    pages = [
        *page(3, "讲堂"),
        *page(4, "讲堂"),
        *(f"{REST}{LAST}", "资料来源：下沙湾水文站历年值班簿", "", "— 5 —", ""),
    ]
    title = ["桥头的灯", "——访下沙湾渡口守夜的老人和徒弟", "文｜陆遥", "", f"{REST}{LAST}"]
    assert heads(*pages, *title) == ["讲堂", "讲堂"]
    pages[-4] = CUT  # as if a picture had taken the end of the sentence
    assert heads(*pages, *title) == ["讲堂", "讲堂"]


@pytest.mark.parametrize("dash", ["", "——"])
def test_a_title_over_author_and_office_below_a_source_is_no_head(dash: str) -> None:
    box = [f"{REST}{LAST}", f"{dash}资料来源：水文站历年值班簿", "", "— 5 —", ""]
    title = ["桥头的灯", "", "下沙湾水文站原副站长　陆遥", "", f"{REST}{LAST}"]
    assert heads(*page(3, "讲堂"), *page(4, "讲堂"), *box, *title) == ["讲堂", "讲堂"]


def feet(*texts: str) -> dict[str, str]:
    lines = lines_of(*texts)
    marks = page_marks(lines)
    lines = [
        line._replace(text="") if at in marks.places else line for at, line in enumerate(lines)
    ]
    found = find_furniture(lines, marks=marks.breaks)
    return {line.text: why for line in lines if (why := found.reasons.get(line.number))}


def test_what_stands_above_the_marks_of_several_pages_is_the_foot_of_the_page() -> None:
    text: list[str] = []
    for number, foot in ((2, ["髷 渡口学刊 2016.08 上"]), (3, ["髸", "", "渡口学刊 2016.08 上"])):
        told = "甲乙丙丁戊己庚辛"[number] * 3
        text += [f"{told}，{REST}{LAST}{CUT}", "", *foot, "", f"<!-- 第 {number} 页 -->", ""]
    text += [f"河汊，{REST}{LAST}", "", "髹 渡口学刊 2016.08 上", "", "<!-- 第 4 页 -->", "", LAST]
    assert feet(*text) == {
        "髷 渡口学刊 2016.08 上": "running-head",
        "髸": "folio",
        "渡口学刊 2016.08 上": "running-head",
        "髹 渡口学刊 2016.08 上": "running-head",
    }


def test_two_lines_above_marks_of_pages_say_the_same_by_chance() -> None:
    text: list[str] = []
    for number in (2, 3):
        told = "甲乙丙丁戊己庚辛"[number] * 3
        text += [f"{told}，{REST}{LAST}", "", "来稿照登", "", f"<!-- 第 {number} 页 -->", ""]
    assert feet(*text, LAST) == {}
