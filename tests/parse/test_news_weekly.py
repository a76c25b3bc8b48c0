"""A weekly of news: letters, columns with cards, boxes without names, charts and captions."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Heading, Issue, Paragraph, PullQuote, Role
from converter.segment.units import is_imprint
from tests.support.blocks import boxes
from tests.support.restored import restored

MILL = (
    "磨坊在镇子的西头，水从山上下来，先推磨，再浇菜，最后流进学校门口的那条沟里。看磨的人姓裴，看了三十一年，石槽里的水位高一寸低一寸，他在屋里听声音就知道。",
    "去年春天水忽然小了，磨转得慢，磨出来的面也粗。镇上的人先是抱怨，后来发现上游新修了一座小水库，水到了水库就不走了，要等到每个月的初五才放一次。",
    "裴师傅走了十二里路，去找管水库的人。那人说图纸上没有磨坊，只有灌渠和自来水厂，他也没有办法。裴师傅问他吃不吃面，他说吃，于是两个人都笑了起来。",
    "后来的办法是每天早上放一个钟头的水，够磨三百斤麦子。图纸没有改，放水的闸门上多了一根绳子，绳子的另一头系在磨坊的窗户上，谁来磨面谁就拉一下。",
)


LAMP = "渡口的灯挂在一棵柳树上，灯油由过河的人轮流添。添过油的人在树干上划一道，划满了一圈就换一个高度，最高的一圈已经够不着了。"
OTHER = f"渡口的灯\n\n文／何若溪\n\n{LAMP}\n"


def issue(body: str) -> Issue:
    return restored(
        "石桥周刊\n2024年第9期\n\n目录\n\n1 磨坊的水 / 程远山\n\n4 渡口的灯 / 何若溪\n\n"
        f"磨坊的水\n\n文／程远山\n\n{body}\n\n{OTHER}"
    ).issue


def said(made: Article) -> list[tuple[Role, str]]:
    return [(b.role, b.text.value) for b in made.blocks if isinstance(b, Paragraph)]


def texts(made: Article) -> list[str]:
    return [text for _, text in said(made)]


def figures(made: Article) -> list[str]:
    return [block.caption.value for block in made.blocks if isinstance(block, Figure)]


LETTERS = (
    "图书室应当星期天开门\n\n我在镇上住了九年，图书室只有上班的日子开门，上班的人都去不了。我问过三次，回答都是没有人值班。\n\n{}\n\n"
    "桥上那颗铁钉\n\n上一期的照片说明写错了，那座桥是木头修的，只是外面包了一层石头。我父亲参加过修桥，家里还留着一颗桥上的铁钉。\n\n石桥镇 程小山"
)


@pytest.mark.parametrize(
    "name",
    [
        "石桥镇 一位中学生的父亲",
        "一名骑手，不署名了",
        "一位读者（匿名）",
        "石桥镇 一名水手",
        "一位店主，恕不具名",
    ],
)
def test_who_signs_a_letter_without_a_name(name: str) -> None:
    found = restored(
        f"石桥周刊\n2024年第9期\n\n目录\n\n1 读者来信\n\n4 渡口的灯 / 何若溪\n\n读者来信\n\n{LETTERS.format(name)}\n\n"
        f"{OTHER}"
    ).issue.articles[0]
    signed = [text for role, text in said(found) if role is Role.SIGNATURE]
    assert [text.replace(" ", "") for text in signed] == [name.replace(" ", ""), "石桥镇程小山"]
    heads = [block.text.value for block in found.blocks if isinstance(block, Heading)]
    assert heads[-1] == "桥上那颗铁钉"


def test_a_pull_quote_below_the_name_of_its_section_after_a_letter() -> None:
    quote = "水到了水库就不走了，磨坊只好等着，等到每个月的初五，等到有人想起来磨坊也要喝水。"
    found = restored(
        "石桥周刊\n2024年第9期\n\n目录\n\n1 读者来信\n\n封面故事\n\n4 磨坊的水 / 程远山\n6 渡口的灯 / 何若溪\n\n"
        f"读者来信\n\n{LETTERS.format('一名骑手，不署名了')}\n\n封面故事\n\n{quote}\n\n磨坊的水\n\n文／程远山\n\n"
        + "\n\n".join(MILL)
        + f"\n\n{OTHER}"
    ).issue
    quotes = [text.value for one in found.articles[1].pull_quotes for text in one.paragraphs]
    assert quotes == [quote]


ABOUT = "专栏作者，种过地，做过邮递员，现居石桥镇。著有随笔集《等水的人》。"


@pytest.mark.parametrize(
    ("listed", "card"),
    [
        ("8 慢走 | 绳子的另一头 秦 语", f"秦 语\n{ABOUT}"),
        ("8 慢走 | 绳子的另一头 秦不语", f"文／秦不语\n{ABOUT}"),
        ("慢走：绳子的另一头 秦不语 8", f"秦不语，{ABOUT}"),
        ("8 绳子的另一头 / 秦不语", f"秦不语\n{ABOUT}"),
    ],
)
@pytest.mark.parametrize("over", ["", "专栏\n\n"])
def test_the_card_of_a_columnist_stands_above_the_title(listed: str, card: str, over: str) -> None:
    found = restored(
        "石桥周刊\n2024年第9期\n\n目录\n\n封面故事\n\n4 磨坊的水 / 程远山\n6 渡口的灯 / 何若溪\n\n专栏\n\n"
        f"{listed}\n\n封面故事\n\n磨坊的水\n\n文／程远山\n\n{MILL[0]}\n\n{MILL[1]}\n\n"
        f"{OTHER}\n{over}慢走\n\n{card}\n\n绳子的另一头\n\n{MILL[2]}\n\n{MILL[1]}\n"
    ).issue
    last = found.articles[-1]
    assert len(found.articles) == 3
    assert [line.value for line in last.title] == ["绳子的另一头"]
    assert last.kicker is not None
    assert last.kicker.value == "慢走"
    signed = [author.name for line in last.bylines for author in line.authors]
    assert signed == ["秦语" if "秦 语" in listed else "秦不语"]
    assert texts(last)[0].endswith(ABOUT)
    assert texts(found.articles[1]) == [LAMP]
    assert found.section_names[last.section] == "专栏"


def test_a_column_beside_its_title_below_the_name_of_the_section() -> None:
    found = restored(
        "石桥周刊\n2024年第9期\n\n目录\n\n封面故事\n\n4 磨坊的水 / 程远山\n6 渡口的灯 / 何若溪\n\n专栏\n\n"
        f"8 慢走 | 绳子的另一头 秦不语\n\n封面故事\n\n磨坊的水\n\n文／程远山\n\n{MILL[0]}\n\n{MILL[1]}\n\n"
        f"{OTHER}\n慢走\n\n绳子的另一头\n\n秦不语\n\n{MILL[2]}\n\n{MILL[1]}\n"
    ).issue
    last = found.articles[-1]
    assert found.section_names == ("封面故事", "专栏")
    assert found.section_names[last.section] == "专栏"
    assert last.kicker is not None
    assert last.kicker.value == "慢走"
    assert texts(found.articles[1]) == [LAMP]


def test_the_title_of_a_box_within_a_sentence_may_stand_on_two_lines() -> None:
    at = MILL[0].index("年，")
    head, tail = MILL[0][:at], MILL[0][at:]
    found = issue(
        f"{MILL[1]}\n\n{head}\n\n看磨的人怎样知道\n水大了一寸\n\n{MILL[2]}\n\n{tail}\n\n{MILL[3]}"
    )
    assert boxes(found) == [("", "看磨的人怎样知道水大了一寸", [MILL[2]])]
    assert MILL[0] in texts(found.articles[0])


def test_an_excerpt_within_a_sentence_is_a_box_and_what_somebody_said_a_pull_quote() -> None:
    head, tail = MILL[1][:40], MILL[1][40:]
    law = "水库的放水时间由镇水利站确定；确定之前应当征求下游用水户的意见，并在渠首公布。"
    found = issue(
        f"{MILL[0]}\n\n{head}\n\n{law}\n\n——摘自《石桥镇小型水库管理办法》第五条\n\n{tail}\n\n{MILL[3]}"
    )
    made = next(block for block in found.articles[0].blocks if isinstance(block, Box))
    assert made.attribution is not None
    assert made.attribution.text.value == "摘自《石桥镇小型水库管理办法》第五条"
    found = issue(f"{MILL[0]}\n\n{head}\n\n{law}\n\n——裴师傅\n\n{tail}\n\n{MILL[3]}")
    assert boxes(found) == []
    assert any(isinstance(block, PullQuote) for block in found.articles[0].blocks)


def test_an_excerpt_of_two_paragraphs_ends_where_its_source_stands() -> None:
    at = MILL[0].index("年，")
    law = ["放水时间由镇水利站确定。", "确定之前应当征求下游用水户的意见，并在渠首公布。"]
    found = issue(
        f"{MILL[1]}\n\n{MILL[0][:at]}\n\n{law[0]}\n\n{law[1]}\n\n——摘自《石桥镇水利志》\n\n{MILL[0][at:]}\n\n{MILL[3]}"
    )
    assert boxes(found) == [("", "", law)]
    assert MILL[0] in texts(found.articles[0])


TALK = (
    "石桥周刊：您修过多少座桥？\n\n裴若拙：修过十一座，塌了一座。塌的那座不是我设计的，不过我也签了字。\n\n"
    "石桥周刊：哪一座最难？\n\n裴若拙：最小的那一座。桥面只有一扇门宽，两头的人家谁都不肯让出一块石头。"
)
LIST = [
    "东门桥（2016年）：换掉三块石板，工钱两千元。",
    "柳堤桥（2018年）：桥栏加高一尺。",
    "渡口桥（2021年）：只修了灯。",
]


@pytest.mark.parametrize("below", ["", "\n\n石桥周刊：塌了的那座呢？\n\n裴若拙：重修了。"])
def test_a_list_under_a_title_in_a_talk_is_a_box_and_nobody_says_it(below: str) -> None:
    found = issue(f"{MILL[0]}\n\n{TALK}\n\n裴若拙修过的三座桥\n\n" + "\n\n".join(LIST) + below)
    assert boxes(found) == [("", "裴若拙修过的三座桥", LIST)]
    turns = [text for role, text in said(found.articles[0]) if role is Role.ANSWER]
    assert len(turns) == 2 + bool(below)


def test_a_caption_of_who_speaks_parts_the_turns_of_a_talk() -> None:
    caption = "裴若拙在老磨坊改成的工作室里。她身后是十一座桥的图纸。"
    turn = "石桥周刊：塌了的那座后来呢？\n\n裴若拙：后来重修了，这一回我没有签字。"
    found = issue(f"{MILL[0]}\n\n{TALK}\n\n{caption}\n\n{turn}")
    assert figures(found.articles[0]) == [caption]


def test_the_names_of_a_row_cut_a_sentence_as_a_caption() -> None:
    head, tail = MILL[1][:47], MILL[1][47:]
    assert head.endswith("，")
    caption = "“石槽”乐队在磨坊楼上的排练室，从左至右：鼓手裴舟、主唱何小溪、琴手程山"
    found = issue(f"{MILL[0]}\n\n{head}\n\n{caption}\n\n{tail}\n\n{MILL[3]}")
    assert figures(found.articles[0]) == [caption]
    assert MILL[1] in texts(found.articles[0])


@pytest.mark.parametrize(
    ("labels", "caption", "source"),
    [
        (
            ["■ 磨坊数量（座） ■ 面粉产量（万斤）", "31 28 22 19 17", "2019 2020 2021 2022 2023"],
            "2019—2023年石桥镇磨坊与面粉（数据来源：石桥镇统计站）",
            "",
        ),
        (["■ 座数 ■ 产量", "31 28 22 19", "2019年 2020年 2021年 2022年"], "图1\u3000磨坊", ""),
        (["31 28 22 19", "2019 2020 2021 2022"], "图1\u3000磨坊的数量", "数据来源：石桥镇统计站"),
    ],
)
def test_the_key_and_the_figures_of_a_chart(labels: list[str], caption: str, source: str) -> None:
    chart = "\n\n".join([*labels, caption, *filter(None, [source])])
    found = issue(f"{MILL[0]}\n\n{chart}\n\n{MILL[1]}\n\n{MILL[3]}")
    assert figures(found.articles[0]) == [caption]
    text = [text for role, text in said(found.articles[0]) if role is Role.BODY]
    assert text == [MILL[0], MILL[1], MILL[3]]
    assert [drop.text for drop in found.drops if drop.reason == "chart-label"] == labels
    assert [text for role, text in said(found.articles[0]) if role is Role.CREDIT] == (
        [source] if source else []
    )


def test_a_few_words_above_whence_the_data_are_name_the_chart_between_them() -> None:
    chart = "石桥镇磨坊数量的变化\n\n31 28 22 19\n\n2019 2020 2021 2022\n\n数据来源：石桥镇统计站"
    found = issue(f"{MILL[0]}\n\n{chart}\n\n{MILL[1]}\n\n{MILL[3]}")
    assert figures(found.articles[0]) == ["石桥镇磨坊数量的变化"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("何若溪 文 程小山 图 小渡口童书馆 2024年7月 定价：36元", True),
        ("何若溪　图 石桥出版社　2024年7月", True),
        ("中文 图书馆 2024年7月的账目", False),
    ],
)
def test_the_imprint_of_a_picture_book(text: str, *, found: bool) -> None:
    assert is_imprint(text) is found


def listed(entry: str, head: str) -> Issue:
    """The issue whose last entry and the head of whose last article are these."""
    return restored(
        "石桥周刊\n2024年第9期\n\n目录\n\n1 磨坊的水 / 程远山\n\n4 渡口的灯 / 何若溪\n\n"
        f"{entry}\n\n磨坊的水\n\n文／程远山\n\n{MILL[0]}\n\n{MILL[1]}\n\n{OTHER}\n{head}\n\n{MILL[2]}\n\n{MILL[3]}\n"
    ).issue


def test_who_wrote_before_a_colon_in_the_contents() -> None:
    found = listed("8 秦不语：绳子的另一头", "绳子的另一头\n\n秦不语")
    last = found.contents.sections[-1].entries[-1]
    assert (last.title, last.authors) == (("绳子的另一头",), ("秦不语",))


def test_a_title_that_begins_with_a_name_keeps_it() -> None:
    found = listed("8 秦不语：守闸的人 / 裴若拙", "秦不语：守闸的人\n\n裴若拙")
    last = found.contents.sections[-1].entries[-1]
    assert (last.title, last.authors) == (("秦不语：守闸的人",), ("裴若拙",))


def test_a_word_in_other_brackets_over_the_title_than_before_it_in_the_contents() -> None:
    found = listed("8 （短评）谁来拉那根绳子 / 秦不语", "【短评】\n\n谁来拉那根绳子\n\n秦不语")
    last = found.articles[-1]
    assert [line.value for line in last.title] == ["谁来拉那根绳子"]
    assert last.kicker is not None
    assert last.kicker.value == "短评"


def test_a_second_line_in_the_contents_is_the_subtitle_that_the_article_has() -> None:
    found = listed(
        "8 绳子的另一头\n   看磨的三十一年 / 秦不语", "绳子的另一头\n\n——看磨的三十一年\n\n秦不语"
    )
    last = found.contents.sections[-1].entries[-1]
    assert (last.title, last.subtitle) == (("绳子的另一头",), "看磨的三十一年")


def test_years_close_together_under_a_title_are_a_box() -> None:
    years = ["2012年开通，十四条线", "2015年换了新的闸门", "2019年夜班减为两人", "2022年停用"]
    found = issue(f"{MILL[0]}\n\n磨坊十一年\n" + "\n".join(years) + f"\n\n{MILL[1]}\n\n{MILL[3]}")
    assert boxes(found) == [("", "磨坊十一年", years)]
