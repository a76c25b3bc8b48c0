"""A gazette of a court, a travel monthly and a children's magazine: what their contents and boxes are."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from converter.hanzi import key
from converter.model import Box, Heading, Paragraph, Role, Table
from converter.names import split_names
from converter.parse.contents import parse_contents
from converter.parse.credits import read_credits
from converter.parse.kinds import labelled
from converter.parse.letters import signatures
from converter.parse.plays import quoted
from converter.segment import find_furniture, make_units
from converter.segment.regions import find_regions
from converter.segment.units.flow import _is_item
from converter.source import Line
from tests.support.restored import restored

if TYPE_CHECKING:
    from converter.segment.units.grid import Grid

ONE = "渡口的石阶一共三十七级，最下面的几级长年浸在水里，挑水的人记得每一级的高低，夜里也不会踩空。"
TWO = "从前镇上的人天不亮就来挑水，水桶碰着水桶，谁家娶亲、谁家添丁，都在石阶上先传开了。"
THREE = "去年冬天镇里修路，工人要把石阶填平，七位老人坐在最上面的一级，坐到天黑，工人就收工了。"
HEAD = "目录\n石阶 张水 1\n老街 李山 3\n\n石阶\n\n张水\n\n"


def lines_of(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def titles(contents: str, body: str = "") -> list[tuple[str, str]]:
    found = parse_contents(lines_of(contents), lines_of(body))
    return [
        (found.sections[entry.section].name if entry.section >= 0 else "", entry.texts[0])
        for entry in found.entries
    ]


def test_the_number_of_a_document_below_its_title_is_no_entry() -> None:
    contents = (
        "目录\n文件\n河湾市法院关于诉前调解的意见 …………（3）\n　　（2019年2月18日　河湾法〔2019〕14号）\n"
        "案例\n帮邻居上梁受伤一案 …………（5）"
    )
    assert titles(contents) == [
        ("文件", "河湾市法院关于诉前调解的意见"),
        ("案例", "帮邻居上梁受伤一案"),
    ]


def test_one_mark_stands_before_sections_and_another_before_entries() -> None:
    contents = "目录\n♪ 故事树\n□ 不肯下班的路灯\n♪ 猜猜看\n□ 六月的谜语\n♪ 小邮局\n□ 渡口来的信"
    assert titles(contents) == [
        ("故事树", "不肯下班的路灯"),
        ("猜猜看", "六月的谜语"),
        ("小邮局", "渡口来的信"),
    ]


def test_a_name_of_many_magazines_and_its_theme_beside_it() -> None:
    contents = "目录\n卷首\n8　水在哪里拐弯　岑见山\n封面故事　盐井河\n9　一条河的七种咸　苗小满\n物产\n12　柿子红过霜降　贝小鹿"
    assert [section for section, _ in titles(contents)] == ["卷首", "封面故事", "物产"]


@pytest.mark.parametrize("head", ["2016年10月号　12", "12 | 2016年10月号"])
def test_the_month_of_the_issue_and_a_folio_are_a_running_head(head: str) -> None:
    assert find_furniture(lines_of(f"{ONE[:-1]}\n{head}\n{TWO}")).reasons == {2: "running-head"}


def test_names_and_sums_below_one_another_are_no_running_heads() -> None:
    rows = "张水　5 000\n李山　3 000\n石桥镇　1 986"
    assert not find_furniture(lines_of(rows), known=[key("张水"), key("李山")]).reasons


def test_parts_of_a_case_its_number_and_who_judged_it() -> None:
    text = (
        f"{HEAD}【裁判要旨】\n\n{ONE}\n\n【关键词】\n\n民事　财产损害赔偿　过失相抵\n\n【基本案情】\n\n{TWO}\n\n"
        f"【裁判结果】\n\n{THREE}\n\n审 判 长　孟　夏\n\n人民陪审员　桂 花 香\n\n书 记 员　田　苗\n\n老街\n\n李山\n\n{THREE}"
    )
    article = restored(text).issue.articles[0]
    assert [one.text.value for one in article.blocks if isinstance(one, Heading)] == [
        "【裁判要旨】",
        "【关键词】",
        "【基本案情】",
        "【裁判结果】",
    ]
    told = [one for one in (*article.blocks, *article.back) if isinstance(one, Paragraph)]
    assert [one.role for one in told[-3:]] == [Role.SIGNATURE] * 3
    assert not any(isinstance(one, Box) for one in article.blocks)


def test_the_number_of_a_case_is_a_credit() -> None:
    found = labelled("（2018）河0521刑初77号")
    assert found is not None
    assert found.role is Role.CREDIT
    assert labelled("（2018）一年里来了77号台风") is None


@pytest.mark.parametrize("form", ["☆{}☆　{}", "{} | {}", "{}│{}", "▎{}：{}"])
def test_a_name_in_no_list_that_a_mark_parts_from_its_titles(form: str) -> None:
    parts = (("石阶有多高", ONE), ("谁来挑水", TWO), ("七位老人", THREE))
    boxes = [f"{form.format('放大镜', title)}\n\n{text}" for title, text in parts]
    tall = "河埠头的石阶一共三十七级，最下面的几级长年浸在水里，长着青苔。挑水的人记得每一级的"
    text = (
        f"{HEAD}{TWO}\n\n{tall}\n\n{boxes[0]}\n\n高低，夜里不点灯也不会踩空。\n\n{THREE}\n\n{boxes[1]}\n\n"
        f"老街\n\n李山\n\n{ONE}\n\n{boxes[2]}"
    )
    found = restored(text).issue
    named = [
        (one.label, one.title.value if one.title else "")
        for article in found.articles
        for one in article.blocks
        if isinstance(one, Box)
    ]
    assert named == [("放大镜", title) for title, _ in parts]


def test_figures_in_groups_of_three_are_no_columns() -> None:
    rows = "\n".join(f"第{at}村捐款　{at * 3} 000" for at in range(1, 6))
    found = restored(f"{HEAD}{ONE}\n\n{rows}\n\n{TWO}\n\n老街\n\n李山\n\n{THREE}").issue
    assert not any(isinstance(one, Table) for one in found.articles[0].blocks)


def test_pieces_on_one_line_of_the_contents_and_the_page_of_their_section() -> None:
    contents = "目录\n2要闻　　　NEWS\n　　望湖楼竣工 / 校史出版 / 倒计时牌揭幕\n访谈　　　TALKS\n　3　一把尺子 | 米兰亭\n随笔　　　ESSAYS\n　6　食堂的窗口 | 莫小山"
    body = "\n\n".join(f"{title}\n\n{ONE}" for title in ("望湖楼竣工", "校史出版", "倒计时牌揭幕"))
    assert titles(contents, body)[:3] == [
        ("要闻", "望湖楼竣工"),
        ("要闻", "校史出版"),
        ("要闻", "倒计时牌揭幕"),
    ]


def test_the_rows_of_a_list_are_no_headings_and_end_above_one() -> None:
    rows = "个人捐赠\n　　张水　20 000\n　　一位读者　1 986\n班级捐赠\n　　石桥中学　58 000\n　　石桥小学　图书三百册\n"
    prose = f"　　{ONE}\n　　{TWO}\n"
    street = (
        "老街从东门到西门只有四百步，走得慢的人要走一个上午，因为每一家铺子里都有人招呼他坐下来。"
    )
    text = f"{HEAD}{prose}{rows}　　{THREE}\n\n老街\n\n李山\n\n　　{street}\n"
    article = restored(text).issue.articles[0]
    assert [one.text.value for one in article.blocks if isinstance(one, Heading)] == [
        "个人捐赠",
        "班级捐赠",
    ]


def test_lines_of_a_play_that_a_review_quotes_have_speakers() -> None:
    lines = [
        "老大：药钱是我出的。",
        "老二：你出钱，我出夜。",
        "老三：谁垫的？",
        "老大：我。",
        "老二：我。",
    ]
    assert quoted([ONE, *lines, TWO]) == {"老大", "老二"}
    recipe = [
        "用料：冬瓜一斤。",
        "做法：切片。",
        "用料：豆腐两块。",
        "做法：切块。",
        "火候：小火。",
    ]
    assert not quoted([ONE, *recipe, TWO])


def test_who_is_addressed_and_stands_alone_has_signed() -> None:
    lines = [
        "渡口姐姐：",
        ONE,
        "怕水的孩子",
        "怕水的孩子：",
        TWO,
        "渡口姐姐",
        "渡口姐姐：",
        THREE,
        "渡口姐姐",
    ]
    units = list(make_units(lines_of("\n\n".join(lines))))
    assert signatures(units, talk=False) == {2, 5, 8}


def test_who_asks_and_who_answers_sign_an_interview() -> None:
    found = read_credits("采访 米 粟　受访 甘 棠")
    assert found is not None
    assert [(one.work, one.writes) for one in found] == [("采访", True), ("受访", True)]


def test_a_record_below_the_text_of_a_box_is_its_source() -> None:
    text = f"{HEAD}{ONE}\n\n小知识\n\n石阶的来历\n\n{TWO}\n\n石桥镇座谈会记录\n\n{THREE}\n\n老街\n\n李山\n\n{THREE}"
    boxes = [one for one in restored(text).issue.articles[0].blocks if isinstance(one, Box)]
    assert [one.attribution.text.value if one.attribution else "" for one in boxes] == [
        "石桥镇座谈会记录"
    ]


def test_the_masthead_ends_above_paragraphs_without_blank_lines() -> None:
    long = f"　　{ONE}{TWO}{THREE}"
    text = f"渡口\n2021年第3期\n主管：河湾文化局\n主办：河湾剧协\n主编：阎思远\n编辑：米粟\n电话：0199-0271536\n石阶\n张水\n{long}\n{long}\n目录\n石阶\n张水 / P4"
    assert find_regions(lines_of(text)).masthead == (0, 7)


def test_the_number_of_the_issue_behind_its_name_is_no_title() -> None:
    page = f"{ONE}\n4\n公报　2019·2\n"
    lines = lines_of("".join((page, f"石阶的案子\n{page}", page, page)))
    heads = {line.number for line in lines if line.text.startswith("公报")}
    assert heads <= find_furniture(lines).reasons.keys()


def test_an_item_of_two_lines_among_those_that_end_with_semicolons() -> None:
    grid = cast("Grid", SimpleNamespace(measure=30.0))
    item = "二、被告人于判决生效之日起三十日内，在渡口放流鱼苗一万二"
    assert _is_item(item, "千尾，由渔政部门监督实施；", grid)
    assert not _is_item(item, "千尾的由来", grid)


@pytest.mark.parametrize(("above", "names"), [("", ["桑园"]), ("（柳镇　丁 一）", [])])
def test_who_sent_a_piece_is_told_behind_its_last_sentence(above: str, names: list[str]) -> None:
    text = f"{HEAD.replace(' 张水', '')}".replace("\n\n张水", "")
    body = f"{text}{ONE}{above}\n\n{TWO}（石桥镇　桑 园）\n\n老街\n\n李山\n\n{THREE}"
    article = restored(body).issue.articles[0]
    assert [one.name for byline in article.bylines for one in byline.authors] == names


def test_a_letter_spaced_name_before_and_others_may_be_a_word() -> None:
    assert split_names("雷 达 等") == ("雷达",)
    assert split_names("雷 达") is None


def test_places_and_those_who_have_no_name_sign_letters() -> None:
    letters = [
        ONE,
        "石桥县　一名家长",
        "不妨先问一问鸟",
        TWO,
        "白鹿机场　驱鸟员老万",
        "一台足够",
        THREE,
        "河湾市　雷　达",
    ]
    units = list(make_units(lines_of("\n\n".join(letters))))
    assert signatures(units, talk=False) == {1, 4, 7}
