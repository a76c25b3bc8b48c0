"""Forms of a branch's monthly: questions and answers, parts, notes, sayings set in, contents cell by cell."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model import Box, ContentsEntry, Heading, Issue, MarkKind, Paragraph, Role
from converter.names import is_body
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.dashed import settle_dashed
from converter.parse.contents.raw import RawContents, RawEntry
from converter.parse.contents.running import (
    with_counts_closed,
    with_lettered_pages_apart,
    with_names_carried_back,
)
from converter.parse.contents.side_columns import with_columns_below_each_other
from converter.parse.contents.stacks import with_stacks_parted
from converter.parse.geometry.texts import opens_itself
from converter.parse.heal import decide
from converter.parse.kinds import tells_who_answers
from converter.parse.ranks import likely_rank
from converter.parse.turned_thoughts import is_balanced_thought
from converter.source import Line
from tests.support.blocks import headings, quotes, sourced, texts
from tests.support.restored import restored
from tests.support.street import PAIL, ROPE, WELL, issue


def numbered(text: str) -> list[Line]:
    return [Line(at, line) for at, line in enumerate(text.split("\n"), 1)]


def read(lines: list[Line] | tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_an_author_over_the_end_of_a_line_belongs_to_the_entry_above() -> None:
    lines = numbered("8 街尽头的井 冷 泉 12 换下来的绳\n云起 15 桐油擦过的桶 池 塘")
    assert read(list(with_names_carried_back(lines))) == [
        "8 街尽头的井 冷 泉 12 换下来的绳 云起",
        "15 桐油擦过的桶 池 塘",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "8 街尽头的井 冷 泉 12 换下来的绳 云起\n街坊 15 桐油擦过的桶 池 塘",
        "8 街尽头的井\n云起 5 桐油擦过的桶 池 塘",
        "街尽头的井 8\n云起 15 桐油擦过的桶",
    ],
)
def test_a_section_or_a_smaller_page_does_not(text: str) -> None:
    assert read(list(with_names_carried_back(numbered(text)))) == text.split("\n")


def test_what_counts_a_class_is_no_page() -> None:
    lines = numbered("街尽头的井 某校第 37 期进修班 12\n第 3 页")
    assert read(list(with_counts_closed(lines))) == ["街尽头的井 某校第37期进修班 12", "第 3 页"]


def entries(found: Issue) -> list[ContentsEntry]:
    """All entries of the contents."""
    return [entry for section in found.contents.sections for entry in section.entries]


STACKED = "街尽头的井\n换下来的绳\n梁 小 舟\n云 起\n（5）\n（10）"
PAGES_BEHIND = "街尽头的井 梁小舟\n换下来的绳 云起 （5）（10）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STACKED, "街尽头的井\n梁 小 舟\n（5）\n换下来的绳\n云 起\n（10）"),
        (PAGES_BEHIND, "街尽头的井 梁小舟\n（5）\n换下来的绳 云起\n（10）"),
        (STACKED.replace("（10）", "（3）"), STACKED.replace("（10）", "（3）")),
        (STACKED.replace("云 起", "打水"), STACKED.replace("云 起", "打水")),
    ],
)
def test_entries_read_cell_by_cell_come_together(text: str, expected: str) -> None:
    body = numbered(f"街尽头的井\n梁小舟\n{WELL}。\n换下来的绳\n云起\n{ROPE}。")
    lines = with_stacks_parted(numbered(text), BodyIndex(body))
    assert "\n".join(read(list(lines))) == expected


def test_a_section_of_the_contents_read_cell_by_cell() -> None:
    body = f"街尽头的井\n\n梁 小 舟\n\n{WELL}。\n\n{PAIL}。\n\n换下来的绳\n\n云 起\n\n{ROPE}。\n\n{PAIL}。"
    found = restored(f"井台\n2021年第3期（总第41期）\n\n目录\n\n街坊\n\n{STACKED}\n\n{body}").issue
    assert [(one.title[0], *one.authors, one.page) for one in entries(found)] == [
        ("街尽头的井", "梁小舟", "5"),
        ("换下来的绳", "云起", "10"),
    ]


def test_a_page_alone_in_the_next_row_is_that_of_the_row_above() -> None:
    table = "| 街尽头的井 | 梁小舟 |\n|---|---|\n| | （5） |\n\n换下来的绳 云起 （10）"
    body = f"街尽头的井\n\n梁小舟\n\n{WELL}。\n\n{PAIL}。\n\n换下来的绳\n\n云起\n\n{ROPE}。\n\n{PAIL}。"
    found = restored(f"井台\n2021年第3期（总第41期）\n\n目录\n\n{table}\n\n{body}").issue
    assert [(one.title[0], one.page) for one in entries(found)] == [
        ("街尽头的井", "5"),
        ("换下来的绳", "10"),
    ]


def test_names_in_a_row_are_parted_by_those_set_so_elsewhere() -> None:
    lines = numbered(f"主编 梁 舟\n\n梁 舟 陆 远\n\n一 周 简 讯\n\n{WELL}。")
    assert read(clean(lines).lines)[2:5] == ["梁 舟 陆 远", "", "一周简讯"]


@pytest.mark.parametrize("parts", [("上篇 死水：井台差一点被填掉", "下篇 活水：把井绳交给年轻人")])
def test_the_parts_of_an_article_with_headings_of_their_own_open_none(
    parts: tuple[str, str],
) -> None:
    one, two = parts
    body = f"{WELL}。\n\n{one}\n\n章程之争\n\n{ROPE}。\n\n人心之散\n\n{PAIL}。\n\n{two}\n\n一口老井\n\n{ROPE}。\n\n{PAIL}。"
    found = restored(issue(body)).issue
    assert [one.title[0].value for one in found.articles] == ["街尽头的井", "换下来的绳"]
    levels = [
        (block.level, block.text.value)
        for block in found.articles[0].blocks
        if isinstance(block, Heading)
    ]
    assert [(level, text[:2]) for level, text in levels] == [
        (1, "上篇"),
        (2, "章程"),
        (2, "人心"),
        (1, "下篇"),
        (2, "一口"),
    ]
    assert not any(isinstance(block, Box) for block in found.articles[0].blocks)


def test_a_colon_tells_a_part_only_with_its_word() -> None:
    assert likely_rank("上篇 死水：井台差一点被填掉") is not None
    assert likely_rank("上 死水：井台差一点被填掉") is None


MORE = "清明前后要淘一次井，淘井的人腰里系着麻绳下去，先把沉在底下的碎瓦捞干净，再把石缝里的青苔一点一点刮掉，上来时嘴唇都是紫的"
MOST = "下雪的早晨，谁先起来谁就扫出一条路，从自家门口一直扫到石阶边上，所以冬天看路有多宽，就知道那天打水的有几户人家"
ASKED = ("一问：打水的人去了哪里？", "二问：井绳由谁来换？", "三问：井台还要不要？")


def test_questions_that_count_each_other_are_headings_over_who_answers() -> None:
    answers = zip(
        ASKED,
        (
            "◎ 答卷人：谷 雨 柳河县井台村党支部书记",
            "◎ 答卷人：郝大川 柳河镇党委书记",
            "◎ 答卷人：闻笛 街道党工委书记",
        ),
        (WELL, MORE, MOST),
        strict=True,
    )
    body = "\n\n".join(f"{asked}\n\n{who}\n\n{said}。" for asked, who, said in answers)
    found = restored(issue(body)).issue
    assert headings(found) == list(ASKED)
    signed = [
        block.text.value
        for block in found.articles[0].blocks
        if isinstance(block, Paragraph) and block.role is Role.CREDIT
    ]
    assert len(signed) == len(ASKED)
    assert signed[0].startswith("◎")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("◎ 答卷人：谷 雨 柳河县井台村党支部书记", True),
        ("第37期中青班 江 离", True),
        ("◎ 答卷人：他说井台上的事还要慢慢来", False),
        ("第37期中青班 绳痕", False),
    ],
)
def test_who_answers_has_a_name_and_an_office(text: str, *, told: bool) -> None:
    assert tells_who_answers(text) is told


def test_a_note_whose_mark_is_lost_explains_a_word_of_the_text() -> None:
    body = f"{WELL}。\n\n① 绳痕即井绳在石沿上磨出的凹槽。\n\n{ROPE}。"
    found = restored(issue(body)).issue
    assert [(note.marker, note.text.value) for note in found.articles[0].notes] == [
        ("①", "绳痕即井绳在石沿上磨出的凹槽。")
    ]


@pytest.mark.parametrize("text", ["① 柳树即种在井边的树。", "① 绳痕要每年量一次。"])
def test_an_item_that_explains_no_word_of_the_text_is_none(text: str) -> None:
    found = restored(issue(f"{WELL}。\n\n{text}\n\n{ROPE}。")).issue
    assert not found.articles[0].notes


def test_a_saying_on_two_lines_may_begin_with_a_word_in_marks() -> None:
    body = f"{WELL}。\n\n“挑一担”挑的是日子，\n不是挑别人的话头。\n\n{ROPE}。\n\n{PAIL}。\n\n{MORE}。\n\n{MOST}。"
    found = restored(issue(body)).issue
    assert quotes(found) == ["“挑一担”挑的是日子，不是挑别人的话头。"]


def test_a_sentence_that_ends_otherwise_than_the_paragraph_above_is_set_in() -> None:
    said = f"{WELL}。打水要的就是一口气，气顺了，水就好打。"
    body = f"{said}\n\n打水要的就是一口气，气顺了，水就来。\n\n{ROPE}。\n\n{PAIL}。"
    found = restored(issue(body)).issue
    assert quotes(found) == ["打水要的就是一口气，气顺了，水就来。"]
    assert texts(found)[:2] == [said, f"{ROPE}。"]


def test_a_plain_name_opens_what_is_set_apart_and_who_speaks_closes_it() -> None:
    box = "> 挑水感言\n\n> {}。\n\n> （第37期井台班学员 江 离）"
    body = f"{WELL}。\n\n{box.format(ROPE)}\n\n{PAIL}。\n\n{box.format(PAIL)}\n\n{WELL}。"
    found = sourced(restored(issue(body)).issue)
    assert [(label, inside) for label, _, inside, _ in found] == [
        ("挑水感言", [f"{ROPE}。"]),
        ("挑水感言", [f"{PAIL}。"]),
    ]
    assert all(source.startswith("第37期井台班学员") for *_, source in found)


@pytest.mark.parametrize(
    ("above", "below", "cut"),
    [
        ("水桶和井绳放到一起，就", "就有了冲突，谁也不肯先松手。", 1),
        ("天最热的时候井台上有六十多", "多度，石头烫得站不住人。", 1),
        ("水一担一担地挑，户", "户都有份，谁也不落下。", 0),
    ],
)
def test_what_is_never_said_twice_at_a_seam(above: str, below: str, cut: int) -> None:
    assert decide(above, below).cut == cut


CUT = WELL[: WELL.index("老人说") + 3]
REST = WELL[len(CUT) :]


@pytest.mark.parametrize(
    ("broken", "quote", "rest"),
    [
        ("敢把心里话", "敢挑水，是因为信任；肯淘井，是因为在乎。", "掏出来。"),
        ("有些路只能用脚走过", "数字能告诉你有几口井，却不能替你打上一桶水。", "去。"),
        (
            "井台先湿了一片，再软",
            "不以水小而不淘，守住一根井绳，就守住了一条街。",
            "了一段，最后才塌了一角。",
        ),
    ],
)
def test_what_can_begin_no_sentence_goes_on_below_a_saying(
    broken: str, quote: str, rest: str
) -> None:
    body = f"{WELL}，{broken}\n\n{quote}\n\n{rest}\n\n{ROPE}。\n\n{PAIL}。"
    found = restored(issue(body)).issue
    assert quotes(found) == [quote]
    assert texts(found)[0] == f"{WELL}，{broken}{rest}"


def test_half_of_a_balanced_saying_that_the_text_has() -> None:
    said = f"{WELL}。把水打满，事情就办成了一半，还有就是要常来看看。"
    body = (
        f"{ROPE}。\n\n把水打满，事情就办成了一半；把井淘清，另一半也就不难。\n\n{said}\n\n{PAIL}。"
    )
    found = restored(issue(body)).issue
    assert quotes(found) == ["把水打满，事情就办成了一半；把井淘清，另一半也就不难。"]


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("敢挑水，是因为信任；肯淘井，是因为在乎。", True),
        ("敢挑水，是因为信任；淘井的人多。", False),
    ],
)
def test_two_halves_of_one_form(text: str, *, balanced: bool) -> None:
    assert is_balanced_thought(text) is balanced


def test_a_salutation_is_no_line_of_a_title() -> None:
    body = f"街尽头的井\n\n编辑同志：\n\n{WELL}。\n\n{PAIL}。\n\n（柳河县 梁小舟）\n\n换下来的绳\n\n编辑同志：\n\n{ROPE}。\n\n{MORE}。\n\n（柳河县 云起）"
    text = (
        f"井台\n2021年第3期（总第41期）\n\n目录\n街尽头的井/梁小舟 4\n换下来的绳/云起 9\n\n{body}"
    )
    found = restored(text).issue
    assert [[line.value for line in one.title] for one in found.articles] == [
        ["街尽头的井"],
        ["换下来的绳"],
    ]


@pytest.mark.parametrize("last", ["症结剖析", "警示与建议"])
def test_a_case_opens_with_its_first_part_and_has_others_of_no_list(last: str) -> None:
    found = restored(
        issue(f"案情回放\n\n{WELL}。\n\n{PAIL}。\n\n{last}\n\n{ROPE}。\n\n{MORE}。")
    ).issue
    heads = [block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)]
    assert heads == ["案情回放", last]


def test_a_case_has_its_last_part_and_a_part_may_open_with_a_heading() -> None:
    body = f"案情回放\n\n{WELL}。\n\n问题剖析\n\n问题一：井绳够不够\n\n{ROPE}。\n\n问题二：水桶满不满\n\n{PAIL}。\n\n编辑点评\n\n{MORE}。"
    found = restored(issue(body)).issue
    levels = [(b.level, b.text.value) for b in found.articles[0].blocks if isinstance(b, Heading)]
    assert levels == [
        (1, "案情回放"),
        (1, "问题剖析"),
        (2, "问题一：井绳够不够"),
        (2, "问题二：水桶满不满"),
        (1, "编辑点评"),
    ]


@pytest.mark.parametrize("name", ["柳河县直机关工委", "柳河市国资委", "柳河市残联", "柳河口岸海关"])
def test_bodies_that_sign_articles(name: str) -> None:
    assert is_body(name)


def test_who_has_compiled_a_box() -> None:
    body = f"{WELL}，\n\n链接　桐油\n\n{PAIL}。\n\n（乔木 编写）\n\n而绳痕年年在变。\n\n{ROPE}。"
    found = sourced(restored(issue(body)).issue)
    assert [source.replace(" ", "") for *_, source in found] == ["乔木编写"]


def test_a_row_that_names_two_things_in_a_column_is_no_entry() -> None:
    table = "| 栏目 / 标题 | 作者 | 页码 |\n|---|---|---|\n| **街坊** | | |\n| 街尽头的井 | 梁小舟 | 4 |\n| **老绳** | | |\n| 换下来的绳 | 云起 | 9 |"
    body = f"街尽头的井\n\n梁小舟\n\n{WELL}。\n\n{PAIL}。\n\n换下来的绳\n\n云起\n\n{ROPE}。\n\n{PAIL}。"
    found = restored(f"井台\n2021年第3期（总第41期）\n\n目录\n\n{table}\n\n{body}")
    assert [section.name for section in found.issue.contents.sections] == ["街坊", "老绳"]
    assert not any(one.code == "ART002" for one in found.diagnostics)


def test_a_subtitle_that_was_read_as_an_entry_is_that_of_the_one_above() -> None:
    contents = RawContents()
    contents.entries = [
        RawEntry(["街尽头的井"], page="4", authors_text="梁小舟", lines=[1]),
        RawEntry(["——访一位守井人"], lines=[2]),
        RawEntry(["——看绳"], page="9", lines=[3]),
    ]
    settle_dashed(contents)
    assert [(entry.texts, entry.lines) for entry in contents.entries] == [
        (["街尽头的井", "——访一位守井人"], [1, 2]),
        (["——看绳"], [3]),
    ]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("朋友们，一盏灯只有一斤六两。", True),
        ("朋友们都走了。", False),
        ("——为守夜的人添一件棉衣。去年冬天一共添了四十件。", True),
        ("—为守夜的人", False),
    ],
)
def test_who_is_called_and_the_dash_of_a_point_open_a_paragraph(text: str, *, opens: bool) -> None:
    assert opens_itself(text) is opens


def test_columns_of_contents_that_are_a_table_are_read_one_below_the_other() -> None:
    table = (
        "| 街坊 | 访谈 |\n|---|---|\n"
        "| 街尽头的井　梁小舟（4） | 换下来的绳——访守井人　云起（8） |\n| 柏木的桶　陆远（6） | 老街 |\n|  | 清明淘井　江离（1O） |"
    )
    lines = with_columns_below_each_other(numbered(f"目录\n{table}\n下雪的早晨（12）"))
    assert read(list(lines)) == [
        "目录",
        "街坊",
        "街尽头的井　梁小舟（4）",
        "柏木的桶　陆远（6）",
        "访谈",
        "换下来的绳——访守井人　云起（8）",
        "老街",
        "清明淘井　江离（1O）",
        "下雪的早晨（12）",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 街尽头的井 | 梁小舟 | 4 |\n|---|---|---|\n| 换下来的绳 | 云起 | 8 |",
        "| 街尽头的井　梁小舟（4） |\n|---|\n| 换下来的绳　云起（8） |",
        "| 街尽头的井（4） | 这口井是全镇最老的一口，水也最甜，年年都要淘一次 |\n| 换下来的绳（8） | 绳 |",
    ],
)
def test_other_tables_of_contents_stay_rows(table: str) -> None:
    assert read(list(with_columns_below_each_other(numbered(table)))) == table.split("\n")


def test_pages_with_a_letter_part_entries_and_are_whole() -> None:
    lines = numbered(
        "P3 街尽头的井 / 梁小舟 P20 换下来的绳 / 云起\nP22 柏木的桶\nP2 4 清明淘井\nP27 下雪的早晨"
    )
    assert read(list(with_lettered_pages_apart(lines))) == [
        "P3 街尽头的井 / 梁小舟",
        "P20 换下来的绳 / 云起",
        "P22 柏木的桶",
        "P24 清明淘井",
        "P27 下雪的早晨",
    ]
    few = numbered("P2 4 清明淘井\nP27 下雪的早晨")
    assert read(list(with_lettered_pages_apart(few))) == ["P2 4 清明淘井", "P27 下雪的早晨"]


def test_boxes_that_are_counted_by_marks_in_circles() -> None:
    body = f"{WELL}，\n\n学习卡片① 什么是绳痕\n\n{ROPE}。\n\n而井台还在。\n\n{PAIL}，\n\n学习卡片②\n\n{MORE}。\n\n人也还在。\n\n{MOST}。"
    found = sourced(restored(issue(body)).issue)
    assert [(label, title) for label, title, _, _ in found] == [
        ("学习卡片①", "什么是绳痕"),
        ("学习卡片②", ""),
    ]


def test_those_who_are_told_with_their_posts_speak() -> None:
    said = (
        ("石磊（井台村党支部书记）", WELL),
        ("常青（水泥厂窑炉车间党支部书记）", MORE),
        ("老船（退休教师、旁听读者）", MOST),
    )
    body = "\n\n".join(f"{who}：我说说井台。{text}。" for who, text in said)
    found = restored(issue(body)).issue.articles[0]
    told = [
        mark.kind is MarkKind.SPEAKER
        for block in found.blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
    ]
    assert sum(told) == len(said)


def test_a_pair_of_lines_is_no_heading_where_all_headings_are_counted() -> None:
    body = f"第一题　井与绳\n\n{WELL}。\n\n井台是一本活期存折，\n一代人不能取光\n\n{ROPE}。\n\n第二题　桶与油\n\n{PAIL}。\n\n{MORE}。\n\n第三题　雪与路\n\n{MOST}。"
    found = restored(issue(body)).issue
    assert quotes(found) == ["井台是一本活期存折，一代人不能取光"]
    assert [text[:3] for text in headings(found)] == ["第一题", "第二题", "第三题"]


@pytest.mark.parametrize(
    ("last", "quoted"), [("井不认得桶，桶认得井", True), ("井台边上，淘井的人都走了", False)]
)
def test_a_couplet_below_the_last_paragraph(last: str, *, quoted: bool) -> None:
    found = restored(issue(f"{WELL}。\n\n{ROPE}。\n\n{MORE}。\n\n{last}")).issue
    assert quotes(found) == ([last] if quoted else [])
