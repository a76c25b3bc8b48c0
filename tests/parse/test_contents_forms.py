"""Contents whose form is told by the body: the reading that leaves fewest words over."""

from __future__ import annotations

import pytest

from converter.model import Role
from converter.parse.byline import read_byline
from converter.parse.contents import parse_contents
from converter.parse.contents.section_led import with_led_names
from converter.pipeline import Restored
from converter.source import Line
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n"


def test_pages_and_sections_on_lines_of_their_own() -> None:
    made = restored(
        f"{HEAD}目录\n卷首\n2\n夜里的渡口\n专栏\n4\n船匠的手\n慢慢地修 陆遥\n6\n摆渡人 唐果\n"
        f"卷首\n夜里的渡口\n{ONE}\n专栏\n河上的人\n船匠的手\n文 | 陆遥\n{TWO}\n摆渡人\n文 | 唐果\n{THREE}\n"
    )
    assert [(a.title[0].value, a.first_page) for a in made.issue.articles] == [
        ("夜里的渡口", "2"),
        ("船匠的手", "4"),
        ("摆渡人", "6"),
    ]
    assert [name for name, *_ in listed(made)] == ["卷首", "专栏", "专栏"]


def test_contents_end_where_a_listed_title_opens_its_text() -> None:
    made = restored(
        f"{HEAD}目录\n卷首\n01 夜渡 陆遥\n人物\n03 摆渡人 唐果\n05 修船的人 周一苇\n"
        f"夜渡\n● 陆 遥\n{ONE}\n摆渡人\n● 唐 果\n{TWO}\n修船的人\n● 周一苇\n{THREE}\n"
    )
    assert listed(made) == [
        ("卷首", "夜渡", ("陆遥",), "01"),
        ("人物", "摆渡人", ("唐果",), "03"),
        ("人物", "修船的人", ("周一苇",), "05"),
    ]
    assert len(made.issue.articles) == 3


def test_contents_end_above_a_first_line_that_breaks_off_with_dots() -> None:
    made = restored(
        f"{HEAD}目录\n\n人物\n\n陆 遥、何 溪：夜渡的灯火 …… 1\n\n唐 果：摆渡人 …… 3\n\n风物\n\n"
        "周一苇：修船的人 …… 5\n\n\n夜渡的灯火\n□ 陆 遥 何 溪\n\n"
        "　　围着那盏灯，渡口的人一夜一夜地等……这样的事，在上游几乎天天\n"
        f"都有，谁也不觉得稀奇。{ONE}\n\n摆渡人\n□ 唐 果\n\n　　{TWO}\n\n修船的人\n□ 周一苇\n\n　　{THREE}\n"
    )
    assert listed(made) == [
        ("人物", "夜渡的灯火", ("陆遥", "何溪"), "1"),
        ("人物", "摆渡人", ("唐果",), "3"),
        ("风物", "修船的人", ("周一苇",), "5"),
    ]
    assert len(made.issue.articles) == 3


def test_authors_before_the_first_line_of_a_title_that_has_two_or_three() -> None:
    made = restored(
        f"{HEAD}目 录\n\n人物\n\n陆 遥、何 溪：让渡口的灯一直亮着\n下沙湾的三年探索 . . . . 1\n\n"
        "唐 果：摆渡人 …… 3\n\n风物\n\n周一苇：修一条旧船要几道工\n刨花和桐油\n老船坞的一夭 …… 5\n\n\n"
        f"让渡口的灯一直亮着\n下沙湾的三年探索\n□ 陆 遥 何 溪\n\n　　{ONE}\n\n摆渡人\n□ 唐 果\n\n　　{TWO}\n\n"
        f"修一条旧船要几道工\n刨花和桐油\n老船坞的一天\n□ 周一苇\n\n　　{THREE}\n"
    )
    assert listed(made) == [
        ("人物", "让渡口的灯一直亮着下沙湾的三年探索", ("陆遥", "何溪"), "1"),
        ("人物", "摆渡人", ("唐果",), "3"),
        ("风物", "修一条旧船要几道工刨花和桐油老船坞的一天", ("周一苇",), "5"),
    ]
    assert len(made.issue.articles) == 3


def test_authors_before_titles_of_two_lines_that_the_body_has_on_one() -> None:
    made = restored(
        f"{HEAD}目 录\n\n人物\n\n陆 遥、何 溪：让渡口的灯亮着\n下沙湾的三年探索 ····· 1\n\n唐 果：摆渡人何以为难\n"
        "从石阶看潮位的变迁 ． ． ． ． 3\n\n风 物\n\n周一苇：修船的人 …… 5\n\n\n"
        f"让渡口的灯亮着　下沙湾的三年探索\n□ 陆 遥 何 溪\n\n　　{ONE}\n\n"
        f"摆渡人何以为难　从石阶看潮位的变迁\n□ 唐 果\n\n　　{TWO}\n\n修船的人\n□ 周一苇\n\n　　{THREE}\n"
    )
    assert listed(made) == [
        ("人物", "让渡口的灯亮着下沙湾的三年探索", ("陆遥", "何溪"), "1"),
        ("人物", "摆渡人何以为难从石阶看潮位的变迁", ("唐果",), "3"),
        ("风物", "修船的人", ("周一苇",), "5"),
    ]
    assert len(made.issue.articles) == 3


def test_authors_before_titles_whose_second_line_is_misread_or_that_have_a_subtitle() -> None:
    made = restored(
        f"{HEAD}目 录\n\n人物\n\n陆 遥、何 溪：让渡口的灯亮着\n把三位老人送回石街下 ····· 1\n\n唐 果：摆渡人何以为难\n"
        "从石阶看潮位的变迁\n下沙湾的清晨\n——访渡口守夜人宋江 ． ． ． ． 3\n\n风 物\n\n周一苇：修船的人 …… 5\n\n\n"
        f"让渡口的灯亮着\n把三位老人送回石阶下\n□ 陆 遥 何 溪\n\n　　{ONE}\n\n"
        f"摆渡人何以为难\n从石阶看潮位的变迁\n下沙湾的清晨\n——访渡口守夜人宋江\n□ 唐 果\n\n　　{TWO}\n\n"
        f"修船的人\n□ 周一苇\n\n　　{THREE}\n"
    )
    assert listed(made) == [
        ("人物", "让渡口的灯亮着把三位老人送回石阶下", ("陆遥", "何溪"), "1"),
        ("人物", "摆渡人何以为难从石阶看潮位的变迁下沙湾的清晨", ("唐果",), "3"),
        ("风物", "修船的人", ("周一苇",), "5"),
    ]
    assert len(made.issue.articles) == 3


def test_a_section_and_a_title_of_three_lines_below_what_tells_of_an_entry() -> None:
    made = restored(
        f"{HEAD}目录\n\n【专题】\n\n一碗水的距离 陆遥 2\n古道上还有三位烧水的人。\n\n石头上的账 唐果 4\n"
        "碑上的字比人可靠，三百年来没有人改过一个字，来借水的人都要先念一遍再喝。\n\n【风味】\n\n让江边的鱼\n等一等\n冬天的一位渔民 周一苇 6\n开江以前，他每天都来。\n\n\n"
        f"一碗水的距离\n\n文｜陆遥\n\n{ONE}\n\n石头上的账\n\n文｜唐果\n\n{TWO}\n\n"
        f"让江边的鱼　等一等　冬天的一位渔民\n\n文｜周一苇\n\n{THREE}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("专题", "一碗水的距离"),
        ("专题", "石头上的账"),
        ("风味", "让江边的鱼等一等冬天的一位渔民"),
    ]


def test_a_section_and_a_title_of_three_lines_with_a_subtitle_below_what_tells_of_an_entry() -> (
    None
):
    made = restored(
        f"{HEAD}目录\n\n■ 专题\n\n一碗水的距离 陆遥 2\n古道上还有三位烧水的人。\n\n石头上的账 唐果 4\n"
        "碑上的字比人可靠，三百年来没有人改过一个字。\n\n■ 风味\n\n让江边的鱼\n等一等\n冬天的渔汛\n——访老渔民石大江 周一苇 6\n开江以前，他每天都来。\n\n\n"
        f"一碗水的距离\n\n文｜陆遥\n\n{ONE}\n\n石头上的账\n\n文｜唐果\n\n{TWO}\n\n"
        f"让江边的鱼\n等一等\n冬天的渔汛\n——访老渔民石大江\n\n文｜周一苇\n\n{THREE}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("专题", "一碗水的距离"),
        ("专题", "石头上的账"),
        ("风味", "让江边的鱼等一等冬天的渔汛"),
    ]


def test_authors_before_titles_that_are_misread_or_led_by_wide_stops() -> None:
    heads = "".join(f"{ONE[:-4]}\n\n修船的人\n\n{ONE[-4:]}{told}" for told in (TWO, THREE, TWO[:9]))
    made = restored(
        f"{HEAD}目　录\n\n◆特稿\n\n陆遥：夜渡的灯火 ····· 3\n\n唐果：渡口的士墙与石阶 ......... 5\n\n"
        "下沙省河湾市委组织部：修船的人 ． ． ． ． 7\n\n周一苇：试水的早晨 ． ． ． ． 9\n\n"
        f"夜渡的灯火\n\n陆遥\n\n{ONE}\n\n渡口的土墙与石阶\n\n唐果\n\n{TWO}\n\n"
        f"修船的人\n\n下沙省河湾市委组织部\n\n{THREE}{heads}\n\n试水的早晨\n\n周一苇\n\n{THREE}{ONE}\n"
    )
    assert [(title.replace("士", "土"), who) for _, title, who, _ in listed(made)] == [
        ("夜渡的灯火", ("陆遥",)),
        ("渡口的土墙与石阶", ("唐果",)),
        ("修船的人", ("下沙省河湾市委组织部",)),
        ("试水的早晨", ("周一苇",)),
    ]
    assert len(made.issue.articles) == 4


def test_authors_before_titles_of_texts_that_the_body_has_lost() -> None:
    made = restored(
        f"{HEAD}目　录\n\n■ 特稿\n\n陆遥　何 溪　钟一鸣：夜渡：河湾镇的灯火\n石阶上的水痕 …… 3\n\n唐果：试水的早晨 …… 5\n\n"
        "■ 风物\n\n周一苇：修船的人说起桐油 …… 7\n\n沈一帆：渡口的土墙与石阶\n和它们的主人 …… 9\n\n"
        f"夜渡：河湾镇的灯火 石阶上的水痕\n\n陆遥 何溪 钟一鸣\n\n{ONE}\n\n{THREE}\n\n"
        f"渡口的土墙与石阶\n和它们的主人\n\n沈一帆\n\n{TWO}\n"
    )
    assert listed(made) == [
        ("特稿", "夜渡：河湾镇的灯火石阶上的水痕", ("陆遥", "何溪", "钟一鸣"), "3"),
        ("特稿", "试水的早晨", ("唐果",), "5"),
        ("风物", "修船的人说起桐油", ("周一苇",), "7"),
        ("风物", "渡口的土墙与石阶和它们的主人", ("沈一帆",), "9"),
    ]


def test_contents_end_above_lines_of_text_that_begin_with_years_and_counts() -> None:
    made = restored(
        f"{HEAD}目 次\n\n■ 特稿\n\n夜渡的灯火 …… 2\n\n摆渡人\n石阶上的水痕 …… 3\n  唐果\n\n■ 风物\n\n"
        "修船的人 …… 5\n  周一苇\n\n\n夜渡的灯火\n"
        "清早 5 点，渡口还笼着一层薄雾，守灯的人已经起来了。到了\n"
        "2010 年底，镇上一共还有 36 条木船，比上一年少了 2 条，另有\n"
        "新修的 6 条。那时候的人都说，船不怕旧，怕的是没有人肯划，\n"
        "也没有人肯修，修船的工钱一年比一年高。河湾镇的船匠把那\n"
        "34 条船分给 2 个小组，从船底到船头，从缆桩到灯罩，每一处都\n"
        f"记在本子上。\n\n摆渡人\n石阶上的水痕\n唐果\n\n{ONE}\n\n修船的人\n周一苇\n\n{TWO}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("特稿", "夜渡的灯火"),
        ("特稿", "摆渡人石阶上的水痕"),
        ("风物", "修船的人"),
    ]
    assert ["".join(line.value for line in one.title) for one in made.issue.articles] == [
        "夜渡的灯火",
        "摆渡人石阶上的水痕",
        "修船的人",
    ]


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("陆遥", "陆遥"),
        ("本刊记者 陆遥", "陆遥"),
        ("河湾县下沙区社会科学界联合会", "河湾县下沙区社会科学界联合会"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        f"{TWO + THREE[:-9]}\n{THREE[-9:]}{ONE}",
        f"{ONE[:30]}\n{ONE[30:]}{TWO[:17]}\n{TWO[17:]}{THREE}",
    ],
)
def test_a_text_that_the_contents_lack_is_no_entry_though_its_title_comes_again(
    signed: str, name: str, text: str
) -> None:
    made = restored(
        f"{HEAD}目 次\n\n专 栏\n\n夜渡的灯火\n石阶上的水痕 …… 9\n  唐果\n\n风 物\n\n修船的人 …… 13\n  周一苇\n\n"
        f"第 4 页\n\n渡口的来历与去处\n\n{signed}\n\n{text}\n\n{THREE}\n\n"
        f"渡口的来历与去处\n\n{THREE}\n\n渡口的来历与去处\n\n{TWO}\n\n"
        f"夜渡的灯火\n石阶上的水痕\n唐果\n\n{ONE}\n\n修船的人\n周一苇\n\n{THREE}\n"
    )
    assert [title for _, title, *_ in listed(made)] == ["夜渡的灯火石阶上的水痕", "修船的人"]
    first = made.issue.articles[0]
    assert first.title[0].value == "渡口的来历与去处"
    assert [author.name for line in first.bylines for author in line.authors] == [name]


def test_a_line_under_each_title_that_tells_what_it_is_about() -> None:
    made = restored(
        f"{HEAD}目录\n\n专题\n\n028 一碗水的距离\n\n古道上还有三位烧水的人。\n\n033 石头上的账\n\n"
        f"碑上的字比人可靠。\n\n风味\n\n035 等一尾鱼\n\n冬天，江边的人开始等鱼。\n\n专题\n\n"
        f"一碗水的距离\n\n撰文｜陆遥\n\n{ONE}\n\n石头上的账\n\n撰文｜唐果\n\n{TWO}\n\n"
        f"风味\n\n等一尾鱼\n\n撰文｜周一苇\n\n{THREE}\n"
    )
    found = [entry for section in made.issue.contents.sections for entry in section.entries]
    assert ["".join(entry.title) for entry in found] == ["一碗水的距离", "石头上的账", "等一尾鱼"]
    assert found[0].subtitle == "古道上还有三位烧水的人。"
    assert all(entry.article for entry in found)


def test_authors_before_titles_under_sections_that_only_the_contents_print() -> None:
    made = restored(
        f"{HEAD}目录\n专家门诊里的一天\n陆遥 夜里的渡口 2\n唐果 船匠的手 4\n厨房里的营养师\n"
        f"周一苇 摆渡人的灯 10\n\n夜里的渡口\n□河湾医院主任医师 陆遥\n{ONE}\n\n船匠的手\n□河湾医院医师 唐果\n{TWO}\n\n"
        f"摆渡人的灯\n□营养师 周一苇\n{THREE}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("专家门诊里的一天", "夜里的渡口"),
        ("专家门诊里的一天", "船匠的手"),
        ("厨房里的营养师", "摆渡人的灯"),
    ]


def test_a_title_with_its_subtitle_behind_a_blank_is_no_section() -> None:
    made = restored(
        f"{HEAD}目录\n\n视 野\n\n夜里的渡口 陆遥 5\n\n河 边 故 事\n\n修船的人来了 ——访船匠周一苇 唐果 4\n\n"
        f"副 刊\n\n石阶上的水痕 沈一帆 6\n\n修船的人来了\n\n——访船匠周一苇\n\n唐果\n\n{TWO}\n\n"
        f"修船的人来了 5\n\n{ONE}\n\n石阶上的水痕\n\n沈一帆\n\n{THREE}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("视野", "夜里的渡口"),
        ("河边故事", "修船的人来了"),
        ("副刊", "石阶上的水痕"),
    ]


@pytest.mark.parametrize(("printed", "page"), [("03-04", "03"), ("3—5", "3"), ("l2～14", "12")])
def test_a_range_of_pages_begins_with_the_first(printed: str, page: str) -> None:
    lines = [Line(number, text) for number, text in enumerate(["目录", f"{printed} 夜渡 陆遥"], 1)]
    (entry,) = parse_contents(lines).entries
    assert entry.page == page


def test_a_text_between_title_and_byline_is_the_standfirst() -> None:
    made = restored(
        f"{HEAD}目录\n夜渡　陆遥　1\n摆渡人　唐果　3\n船　周一苇　5\n\n夜渡\n\n渡口要停了，灯还亮着。\n\n文 | 陆遥\n\n{ONE}\n\n"
        f"摆渡人\n\n唐果\n\n{TWO}\n\n船\n\n周一苇\n\n{THREE}\n"
    )
    first = made.issue.articles[0]
    assert [(block.role, block.text.value) for block in first.front] == [  # type: ignore[union-attr]
        (Role.STANDFIRST, "渡口要停了，灯还亮着。")
    ]
    assert [author.name for author in first.bylines[0].authors] == ["陆遥"]


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("口述：冯 阿 四　整理：纪 晓 棠", [("冯阿四", "口述"), ("纪晓棠", "整理")]),
        ("〔英〕 H·洛夫特 苏 青编译", [("H·洛夫特", "编译"), ("苏青", "编译")]),
        ("（爱尔兰）M·奥康纳 著　卫 川 译", [("M·奥康纳", "著"), ("卫川", "译")]),
        ("文/临溪县人民检察院　纪晓棠", [("纪晓棠", "临溪县人民检察院")]),
        ("撰文｜林朵　拓片｜老贺", [("林朵", "")]),
        ("白 露　作家，现居榕港", [("白露", "作家")]),
    ],
)
def test_credits_with_spaced_names_foreigners_and_houses(
    text: str, authors: list[tuple[str, str]]
) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [(author.name, author.office) for author in reading.authors] == authors


@pytest.mark.parametrize(
    "word", ["后来", "成都", "任期", "应该", "海风", "古树", "水渠 修好，现居后山"]
)
def test_words_that_begin_like_names_are_no_bylines(word: str) -> None:
    assert read_byline(word) is None


def test_dots_before_the_page_lead_to_nothing() -> None:
    made = restored(
        f"{HEAD}目录\n\n小说\n\n..... 2 看 灯 陆 遥\n\n人物\n\n4 摆渡的人\n..... 唐 果\n\n6 编后\n\n"
        f"看 灯\n\n陆 遥\n\n{ONE}\n\n摆渡的人\n\n唐 果\n\n{TWO}\n\n编后\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("", "编后", (), "6"),
        ("小说", "看灯", ("陆遥",), "2"),
        ("人物", "摆渡的人", ("唐果",), "4"),
    ]
    assert [a.first_page for a in made.issue.articles] == ["2", "4", "6"]


def test_a_department_signs() -> None:
    made = restored(
        f"{HEAD}目录\n\n问答\n2 汛期五问 集团安全生产部\n4 夏天的电 江东公司市场部\n\n"
        f"汛期五问\n\n集团安全生产部\n\n{ONE}\n\n夏天的电\n\n江东公司市场部\n\n{TWO}\n"
    )
    assert [entry[2] for entry in listed(made)] == [("集团安全生产部",), ("江东公司市场部",)]
    assert [len(article.title) for article in made.issue.articles] == [1, 1]


def test_a_cell_names_the_section_of_its_row() -> None:
    made = restored(
        f"{HEAD}目录\n\n-\n- | | | | |\n|---|---|---|---|\n| 卷首 | 夜里的老渡口 | 陆遥 | 1 |\n"
        "| 面对面 | 修了三十年船的人 | 唐果 | 2 |\n\n故事\n4 摆渡的人 周一苇\n\n"
        f"夜里的老渡口\n\n陆遥\n\n{ONE}\n\n修了三十年船的人\n\n唐果\n\n{TWO}\n\n摆渡的人\n\n周一苇\n\n{THREE}\n"
    )
    assert [entry[:2] for entry in listed(made)] == [
        ("卷首", "夜里的老渡口"),
        ("面对面", "修了三十年船的人"),
        ("故事", "摆渡的人"),
    ]


def test_a_cell_names_the_section_of_its_row_and_of_those_below_with_none() -> None:
    made = restored(
        f"{HEAD}目录\n\n|  |  |  |\n|--|--|--|\n| 老渡口 | 夜里的灯照得见三里 / 陆遥 | 1 |\n"
        "| | 修了三十年船的人 / 唐果 | 2 |\n河上人家 | 摆渡的人 / 周 苇 | 4 |\n\n"
        f"夜里的灯照得见三里\n\n陆遥\n\n{ONE}\n\n修了三十年船的人\n\n唐果\n\n{TWO}\n\n"
        f"摆渡的人\n\n周苇\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("老渡口", "夜里的灯照得见三里", ("陆遥",), "1"),
        ("老渡口", "修了三十年船的人", ("唐果",), "2"),
        ("河上人家", "摆渡的人", ("周苇",), "4"),
    ]


def test_a_short_title_before_the_line_below_it_is_no_section() -> None:
    made = restored(
        f"{HEAD}目录\n\n| 夜渡 | 三里外照得见的一盏灯 | 1 |\n|---|---|---|\n| 修船 | 三十年里的桐油与麻丝 | 2 |\n\n"
        f"夜渡\n\n——三里外照得见的一盏灯\n\n陆遥\n\n{ONE}\n\n修船\n\n——三十年里的桐油与麻丝\n\n唐果\n\n{TWO}\n"
    )
    assert [entry[0] for entry in listed(made)] == ["", ""]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文/本刊测试组　执笔/乔未眠", ["本刊测试组", "乔未眠"]),
        ("文／本刊调查组 执笔／乔未眠 王小满", ["本刊调查组", "乔未眠", "王小满"]),
        ("《秤星》评测组", ["《秤星》评测组"]),
        ("解答 / 省委组织部组织二处", ["省委组织部组织二处"]),
        ("市财政局会计科", ["市财政局会计科"]),
        ("省委研究室党建研究处", ["省委研究室党建研究处"]),
        ("云河集团财务处", ["云河集团财务处"]),
        ("石浦区环境局 水南街道办事处", ["石浦区环境局", "水南街道办事处"]),
        ("省发展和改革委员会 课题组", ["省发展和改革委员会课题组"]),
    ],
)
def test_a_part_of_a_house_or_of_an_office_signs(line: str, names: list[str]) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.name for author in reading.authors] == names


def test_a_part_of_the_house_behind_a_stroke_is_an_author() -> None:
    made = restored(
        f"{HEAD}目录\n\n05 十二把桨，划出了什么/本刊测试组\n\n09 摆渡的人/周一苇\n\n"
        f"十二把桨，划出了什么\n\n文/本刊测试组　执笔/陆遥\n\n{ONE}\n\n摆渡的人\n\n周一苇\n\n{THREE}\n"
    )
    assert [entry[2] for entry in listed(made)] == [("本刊测试组",), ("周一苇",)]
    signed = [one.name for byline in made.issue.articles[0].bylines for one in byline.authors]
    assert signed == ["本刊测试组", "陆遥"]


def test_an_author_in_a_cell_is_no_section() -> None:
    made = restored(
        f"{HEAD}目录\n\n| 陆遥 | 夜里的老渡口 | 1 |\n|---|---|---|\n| 唐果 | 修了三十年船的人 | 2 |\n\n"
        f"夜里的老渡口\n\n陆遥\n\n{ONE}\n\n修了三十年船的人\n\n唐果\n\n{TWO}\n"
    )
    assert [(entry[0], entry[2]) for entry in listed(made)] == [
        ("", ("陆遥",)),
        ("", ("唐果",)),
    ]


def pieces(row: str) -> Restored:
    """An issue with this row of several pieces, of which the body has two."""
    made = restored(
        f"{HEAD}目录\n\n故事\n\n2 摆渡的人 周一苇\n\n小经验\n\n{row}\n\n"
        f"摆渡的人\n\n周一苇\n\n{THREE}\n\n缆绳防潮\n\n{ONE}\n\n（河湾镇 陆 遥）\n\n"
        f"桐油刷三遍\n\n{TWO}\n\n（沙洲村 唐果）\n"
    )
    assert [("".join(t.value for t in a.title), a.first_page) for a in made.issue.articles] == [
        ("摆渡的人", "2"),
        ("缆绳防潮", "4"),
        ("桐油刷三遍", "4"),
    ]
    return made


def test_titles_on_one_line_that_the_body_has_apart() -> None:
    made = pieces("4 缆绳防潮 / 桐油刷三遍 ..... 读者来稿")
    signed = [[author.name for b in a.bylines for author in b.authors] for a in made.issue.articles]
    assert signed == [["周一苇"], ["陆遥"], ["唐果"]]


def test_titles_on_one_line_of_which_the_body_has_lost_one() -> None:
    made = pieces("4 缆绳防潮 / 桐油刷三遍 / 旧网晾鱼干 ..... 读者来稿")
    assert [title for _, title, _, _ in listed(made)][1:] == [
        "缆绳防潮",
        "桐油刷三遍",
        "旧网晾鱼干",
    ]


def test_an_author_and_a_page_in_one_cell_below_the_name_of_what_opens_the_issue() -> None:
    made = restored(
        f"{HEAD}目录\n\n-\n- | | | |\n|---|---|---|\n| 开卷 | 夜里的老渡口 | 本刊编辑部 4 |\n\n"
        "故事\n\n| 修了三十年船的人 | 唐果 | 6 |\n|---|---|---|\n| 摆渡的人 | 周一苇 | 8 |\n\n"
        f"夜里的老渡口\n\n□ 本刊编辑部\n\n{ONE}\n\n修了三十年船的人\n\n□ 唐果\n\n{TWO}\n\n"
        f"摆渡的人\n\n□ 周一苇\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("开卷", "夜里的老渡口", ("本刊编辑部",), "4"),
        ("故事", "修了三十年船的人", ("唐果",), "6"),
        ("故事", "摆渡的人", ("周一苇",), "8"),
    ]


def test_an_office_in_brackets_at_the_end_has_written_an_article_without_a_byline() -> None:
    made = restored(
        f"{HEAD}目录\n\n2 摆渡的几个问题\n\n4 摆渡的人 周一苇\n\n摆渡的几个问题\n\n{ONE}\n\n{TWO}\n\n"
        f"（市委组织部组织二处）\n\n摆渡的人\n\n周一苇\n\n{THREE}\n"
    )
    first = made.issue.articles[0]
    assert [one.name for byline in first.bylines for one in byline.authors] == [
        "市委组织部组织二处"
    ]
    assert len(first.blocks) == 2


def test_a_masthead_below_the_contents_begins_with_its_title() -> None:
    made = restored(
        f"目录\n2023.11\n\n2 夜里的老渡口 陆遥\n\n4 摆渡的人 周一苇\n\n渡口\nDUKOU\n\n（月刊 1994年创刊）\n"
        "2023年第11期 总第342期\n2023年11月20日出版\n\n主管单位：河湾镇文化站\n主办单位：河湾镇文化站\n"
        f"主编：沈一帆\n电话：(010) 13302216\n定价：15.00元\n\n夜里的老渡口\n\n陆遥\n\n{ONE}\n\n摆渡的人\n\n周一苇\n\n{THREE}\n"
    )
    assert made.issue.masthead.title == "渡口"
    assert [entry[1] for entry in listed(made)] == ["夜里的老渡口", "摆渡的人"]
    assert len(made.issue.articles) == 2


@pytest.mark.parametrize("text", ["(一)\n0\n0\n0\n【\n(一)", "0\n0\n本\n期\n目\n录\n\n全\n渔\n5\n"])
def test_frames_that_only_the_reading_needs_are_not_printed(text: str) -> None:
    assert "【】" not in "".join(part for entry in listed(restored(text)) for part in entry[1])


def test_a_page_below_the_leader_that_awaits_it() -> None:
    made = restored(
        f"目录\n\n夜里的老渡口 / 陆遥………2\n摆渡的人和他的船 / 沅州市水利局……\n4\n\n"
        f"旧船 / 周一苇………6\n\n新船 / 周一苇………8\n\n夜里的老渡口\n\n陆遥\n\n{ONE}\n\n摆渡的人和他的船\n\n沅州市水利局\n\n{THREE}\n"
    )
    assert [(entry[1], entry[3]) for entry in listed(made)] == [
        ("夜里的老渡口", "2"),
        ("摆渡的人和他的船", "4"),
        ("旧船", "6"),
        ("新船", "8"),
    ]


@pytest.mark.parametrize("heading", ["CONTENTS\n本 期 目 录", "本 期 目 录\nCONTENTS"])
def test_the_heading_is_the_chinese_one(heading: str) -> None:
    """Whichever stands above the other."""
    made = restored(
        f"{HEAD}{heading}\n夜渡 陆遥 1\n摆渡人 唐果 3\n夜渡\n陆遥\n{ONE}\n摆渡人\n唐果\n{TWO}\n"
    )
    assert made.issue.contents.heading == "本期目录"
    assert [title for _, title, *_ in listed(made)] == ["夜渡", "摆渡人"]


def test_signs_that_point_to_pages_and_to_authors() -> None:
    """>>03 标题 @作者, one entry of which has lost its sign, and another has a misread page."""
    made = restored(
        f"{HEAD}# 目录\n\n## 卷首\n\n>>03 夜里的老渡口 @陆遥\n\n## 人物\n\n>>04 摆渡的人和他的船 @沈 禾 唐小果\n\n"
        f"08 旧船下水 @周一苇\n\n## 来信\n\n>>I6 灯什么时候亮 @唐小果\n\n卷首 FOREWORD\n\n# 夜里的老渡口\n\n陆遥\n\n{ONE}\n\n"
        f"# 摆渡的人和他的船\n\n沈禾 唐小果\n\n{TWO}\n\n# 旧船下水\n\n周一苇\n\n{THREE}\n\n来信 LETTERS\n\n# 灯什么\n\n# 时候亮\n\n"
        f"唐小果\n\n{ONE}\n"
    )
    assert listed(made) == [
        ("卷首", "夜里的老渡口", ("陆遥",), "03"),
        ("人物", "摆渡的人和他的船", ("沈禾", "唐小果"), "04"),
        ("人物", "旧船下水", ("周一苇",), "08"),
        ("来信", "灯什么时候亮", ("唐小果",), "16"),
    ]
    assert len(made.issue.articles) == 4


def test_a_name_between_points_on_the_line_of_its_entry_is_that_of_a_section() -> None:
    made = restored(
        f"{HEAD}目 录\n\n·卷首·\n夜里的渡口/陆遥（1）\n\n·船事·\n船匠的手/唐果（3）\n\n"
        f"·人物· “摆渡人”的灯/周一苇（5）\n\n"
        f"夜里的渡口\n\n陆遥\n\n{ONE}\n\n船匠的手\n\n唐果\n\n{TWO}\n\n“摆渡人”的灯\n\n周一苇\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("卷首", "夜里的渡口", ("陆遥",), "1"),
        ("船事", "船匠的手", ("唐果",), "3"),
        ("人物", "“摆渡人”的灯", ("周一苇",), "5"),
    ]


@pytest.mark.parametrize("name", ["船事", "船 事", "【船事】", "诗 POETRY"])
def test_the_name_of_a_section_behind_the_page_of_the_entry_above(name: str) -> None:
    """OCR has read the line of the name as the end of the one above."""
    plain = "".join(char for char in name.partition(" P")[0] if char not in "【】 ")
    made = restored(
        f"{HEAD}目录\n卷首\n夜里的渡口 陆遥 / 1 {name}\n船匠的手 唐果 / 3\n慢慢地修 沈白 / 4\n"
        f"人物\n摆渡人的灯 周一苇 / 5\n\n"
        f"卷首\n\n夜里的渡口\n\n陆遥\n\n{ONE}\n\n{name}\n\n船匠的手\n\n唐果\n\n{TWO}\n\n慢慢地修\n\n沈白\n\n{THREE}\n\n"
        f"人物\n\n摆渡人的灯\n\n周一苇\n\n{ONE}\n"
    )
    assert listed(made) == [
        ("卷首", "夜里的渡口", ("陆遥",), "1"),
        (plain, "船匠的手", ("唐果",), "3"),
        (plain, "慢慢地修", ("沈白",), "4"),
        ("人物", "摆渡人的灯", ("周一苇",), "5"),
    ]


def test_leaders_behind_names_of_sections_lead_to_no_page() -> None:
    texts = [
        "卷首………沈 白　夜渡（1）",
        "诗………",
        "陆 遥　船匠的手（2）",
        "短篇小说………",
        "唐 果　摆渡人（3）",
    ]
    lines = with_led_names([Line(number, text) for number, text in enumerate(texts, 1)])
    assert [line.text for line in lines] == [
        "【卷首】",
        "沈 白　夜渡（1）",
        "【诗】",
        "陆 遥　船匠的手（2）",
        "【短篇小说】",
        "唐 果　摆渡人（3）",
    ]
    lost = [Line(number, text) for number, text in enumerate(["夜渡……", "甲 3", "岸上……", "乙……5"])]
    assert with_led_names(lost) == lost


def test_a_character_alone_on_its_line_is_the_name_of_a_section() -> None:
    made = restored(
        f"{HEAD}目录\n卷 首\n1　夜渡　沈白\n诗\n2　船匠的手　陆 遥\n随笔\n3　〔北境〕安·林 著　唐 果 译　摆渡人\n"
        f"夜渡\n沈白\n{ONE}\n船匠的手\n陆 遥\n{TWO}\n摆渡人\n［北境］安·林　著\n唐　果　译\n{THREE}\n"
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("卷首", "夜渡"),
        ("诗", "船匠的手"),
        ("随笔", "摆渡人"),
    ]


@pytest.mark.parametrize(
    "listed_as",
    ["3 摆渡人\n..... 方圆 周一苇", "- | | | |\n|---|---|---|\n| 3 | 摆渡人 | 方圆 周一苇 |"],
)
def test_a_word_beside_a_sure_name_signs_as_the_body_says(listed_as: str) -> None:
    made = restored(
        f"{HEAD}\n目录\n\n1 夜渡\n..... 唐果\n\n{listed_as}\n\n5 修船的人\n..... 陆遥\n\n夜渡\n\n唐 果\n\n{ONE}\n\n"
        f"摆渡人\n\n本刊记者 方 圆 周一苇\n\n{TWO}\n\n修船的人\n\n陆 遥\n\n{THREE}\n"
    )
    assert [names for _, _, names, _ in listed(made)][1] == ("方圆", "周一苇")
    assert not [one for one in made.diagnostics if one.code == "TOC003"]


def test_such_a_word_is_none_of_the_subtitle_before_it() -> None:
    made = restored(
        f"{HEAD}\n目录\n\n1 夜渡\n..... 唐果\n\n3 摆渡人\n——访老渡口的船工 乔 木 周一苇\n\n5 修船的人\n..... 陆遥\n\n夜渡\n\n唐 果\n\n{ONE}\n\n"
        f"摆渡人\n\n——访老渡口的船工\n\n本刊记者 乔 木 周一苇\n\n{TWO}\n\n修船的人\n\n陆 遥\n\n{THREE}\n"
    )
    found = [entry for section in made.issue.contents.sections for entry in section.entries][1]
    assert (found.subtitle, found.authors) == ("——访老渡口的船工", ("乔木", "周一苇"))
    assert not [one for one in made.diagnostics if one.code in ("TOC003", "ACC001")]


def test_a_title_whose_third_line_the_body_has_misread_is_one() -> None:
    made = restored(
        f"{HEAD}目录\n\n◆渡口\n\n一碗水的距离 陆遥 2\n古道上还有三位烧水的人……这样的事，在路亭里几乎天天看得见。\n\n"
        "让江边的鱼等一等\n岸上的人\n修补渔网的那些间隙 何溪、唐果、白鹭 4\n开江以前，他们每天都来；雾散了才走。\n\n"
        "◆风味\n\n石头上的账 周一苇 6\n碑上的字比人可靠。\n\n\n"
        f"一碗水的距离\n文｜陆遥\n\n{ONE}\n\n让江边的鱼等一等\n岸上的人\n修补渔网的那些问隙\n文｜何溪 唐果 白鹭\n\n{TWO}\n\n"
        f"石头上的账\n文｜周一苇\n\n{THREE}\n"
    )
    assert [title[:9] for _, title, *_ in listed(made)] == [
        "一碗水的距离",
        "让江边的鱼等一等岸",
        "石头上的账",
    ]


def test_the_last_lines_of_a_quotation_below_the_contents_that_the_body_says_again_are_no_entry() -> (
    None
):
    quoted = (
        "今年春天他们把埠头上的旧船一条一条拖上岸来\n修好 32 条船，占全数的 36%。”摆渡人\n陆遥说。"
    )
    made = restored(
        f"{HEAD}目录\n\n专题\n\n一碗水的距离 陆遥 2\n\n石头上的账 唐果 4\n\n风味\n\n让江边的鱼等一等 周一苇 6\n\n"
        f"“水退了以后大家才看清楚河床，石头比前年又低了\n一尺，{quoted}\n\n\n"
        f"一碗水的距离\n文｜陆遥\n\n{ONE}\n\n36%。”摆渡人陆遥说。\n\n石头上的账\n文｜唐果\n\n{TWO}\n\n"
        f"让江边的鱼等一等\n文｜周一苇\n\n{THREE}\n"
    )
    assert [title for _, title, *_ in listed(made)] == [
        "一碗水的距离",
        "石头上的账",
        "让江边的鱼等一等",
    ]


def test_strokes_set_between_titles_and_authors_are_left_in_none_that_has_its_own() -> None:
    text = (
        "本期內容\n社評\n一座渡口的燈火史／\n葉子 …………………… 11\n石階不是負資產／本刊 ……………………… 3\n社評\n撰文：凌\n"
        f"波　攝影：Tony Lam\n{ONE}\n社評\n石階不是負資產／本刊 ……………………… 3\n一座渡口的燈火史\n葉子\n"
    )
    made = restored(text)
    assert made.account is not None
    assert made.account.balanced
    found = [entry for section in made.issue.contents.sections for entry in section.entries]
    assert not any("/" in line for entry in found for line in (*entry.title, entry.subtitle))


def test_a_stroke_before_an_author_with_brackets_is_no_subtitle() -> None:
    rows = "**卷首**\n\n- 01 渡口的灯 / 沈渡\n\n**数据**\n\n- 03 一碗水要等多久 / 五（3）班等水组\n\n**观察**\n\n- 05 石阶上的账 / 何川"
    body = "\n\n".join(
        f"# {title}\n\n{name}\n\n{ONE}"
        for title, name in (
            ("渡口的灯", "沈渡"),
            ("一碗水要等多久", "河西市渡口小学 五（3）班等水组"),
            ("石阶上的账", "何川"),
        )
    )
    made = restored(f"# 渡口\n\n## 目录\n\n{rows}\n\n{body}\n")
    found = [entry for section in made.issue.contents.sections for entry in section.entries]
    assert [(entry.title, entry.subtitle) for entry in found] == [
        (("渡口的灯",), ""),
        (("一碗水要等多久",), ""),
        (("石阶上的账",), ""),
    ]


def test_pages_behind_strokes_stand_below_the_entries_and_all_together() -> None:
    rows = (
        "要论\n\n渡口的灯 …… 沈渡 / 3\n\n石阶上的账\n——一条老街的十年 何川\n/ 5\n\n"
        "调研\n\n河水怎样分\n——对六县水渠的调查\n罗长庚\n\n札记\n\n一碗水的重量 季有田"
    )
    texts = {
        "渡口的灯": "沈渡",
        "石阶上的账\n\n——一条老街的十年": "何川",
        "河水怎样分\n\n——对六县水渠的调查": "罗长庚",
        "一碗水的重量": "季有田",
    }
    body = "\n\n".join(f"{title}\n\n{name}\n\n{ONE}" for title, name in texts.items())
    made = restored(f"渡口\n2023年第4期\n\n目 录\n\n{rows}\n\n/ 8\n\n/ 11\n\n{body}\n")
    assert made.account is not None
    assert made.account.balanced
    assert listed(made) == [
        ("要论", "渡口的灯", ("沈渡",), "3"),
        ("要论", "石阶上的账", ("何川",), "5"),
        ("调研", "河水怎样分", ("罗长庚",), "8"),
        ("札记", "一碗水的重量", ("季有田",), "11"),
    ]
    assert not [one for one in made.diagnostics if one.code in {"ART002", "ART004"}]
