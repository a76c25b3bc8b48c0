"""Contents with subtitles, in the many ways in which page, author and subtitle stand about a title."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph, Role
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.fronted import with_authors_behind
from converter.source import Line
from tests.support.restored import restored

HEAD = "河声\n文艺月刊\n1996年第4期\n主办单位：河湾镇文化站\n编辑出版：《河声》编辑部\n主编：沈一帆\n\n目 录\n"
LISTED = (
    ("小说", "渡口的三盏灯", "", "陆 遥", 4),
    ("访谈", "慢一点，再慢一点", "——访木匠周一苇", "唐 果", 7),
    ("随笔", "雨下在瓦上", "", "沈 白", 10),
    ("创作谈", "我怎样写一条河", "——《长河》后记", "何若溪", 13),
)
TEXTS = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。",
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。",
    "过江的人少了，卖糕的担子也少了，只有学校门口那一副还在，孩子们放学时围上去看。",
)


def issue(form: str, plain: str, mark: str) -> Issue:
    """An issue whose entries have this form, or that one without a subtitle."""
    contents = "\n".join(
        (form if subtitle else plain).format(s=section, t=title, u=subtitle, a=author, p=page)
        for section, title, subtitle, author, page in LISTED
    )
    body = "\n\n".join(
        "\n".join(filter(None, (mark.format(section), title, subtitle, author, text)))
        for (section, title, subtitle, author, _), text in zip(LISTED, TEXTS, strict=True)
    )
    return restored(f"{HEAD}{contents}\n\n{body}\n").issue


FORMS = [
    ("{s}\n{t}\n{u}　{a}／{p}", "{s}\n{t}　{a}／{p}"),
    ("{s}\n{t}\n{u} / {a} / {p}", "{s}\n{t} / {a} / {p}"),
    ("{s}\n{t}\n{u}……{a}（{p}）", "{s}\n{t}……{a}（{p}）"),
    ("{s}\n{p} {t}\n{u}\n{a}", "{s}\n{p} {t}\n{a}"),
    ("\n{s}\n\n{p} {t}\n\n{u}\n\n{a}", "\n{s}\n\n{p} {t}\n\n{a}"),
    ("{s}\n{p} {t}／{a}\n{u}", "{s}\n{p} {t}／{a}"),
    ("{s}\n{a}：{t}{u}……{p}", "{s}\n{a}：{t}……{p}"),
    ("{s}\n{t}（{p}）{a}\n{u}", "{s}\n{t}（{p}）{a}"),
    ("◎{s}\n{t}\n{u}\n{a}（{p}）", "◎{s}\n{t}\n{a}（{p}）"),
    ("{s}\n{t}……{p}\n{u}\n{a}", "{s}\n{t}……{p}\n{a}"),
    ("{s}\n{t}\n{u}\n{a}\n{p}", "{s}\n{t}\n{a}\n{p}"),
]


@pytest.mark.parametrize(("form", "plain"), FORMS)
@pytest.mark.parametrize("mark", ["■{}", ""])
def test_title_subtitle_author_and_page_are_told_apart(form: str, plain: str, mark: str) -> None:
    made = issue(form, plain, mark)
    expected = [
        (section, title, subtitle, (author.replace(" ", ""),), str(page))
        for section, title, subtitle, author, page in LISTED
    ]
    assert [
        (section.name, "".join(entry.title), entry.subtitle, entry.authors, entry.page)
        for section in made.contents.sections
        for entry in section.entries
    ] == expected
    assert [
        (
            made.section_names[one.section],
            "".join(line.value for line in one.title),
            one.subtitle.value if one.subtitle else "",
            tuple(author.name for line in one.bylines for author in line.authors),
            one.first_page,
        )
        for one in made.articles
    ] == expected


def test_years_in_brackets_are_no_page() -> None:
    listed = "教育史\n渡口小学始末（1935—1949）\n陆 遥 4\n随笔\n雨下在瓦上\n沈 白 10\n"
    body = f"渡口小学始末（1935—1949）\n陆 遥\n{TEXTS[0]}\n\n雨下在瓦上\n沈 白\n{TEXTS[2]}\n"
    made = restored(f"{HEAD}{listed}\n{body}").issue
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert [("".join(entry.title), entry.authors, entry.page) for entry in entries] == [
        ("渡口小学始末（1935—1949）", ("陆遥",), "4"),
        ("雨下在瓦上", ("沈白",), "10"),
    ]


def test_the_name_of_a_section_that_begins_like_a_surname() -> None:
    listed = "掌勺人\n豆腐不骗人 唐 果 9\n——访豆腐坊主人周一苇\n家常\n三个菜，四十分钟 陆 遥 11\n"
    body = f"掌勺人\n豆腐不骗人\n——访豆腐坊主人周一苇\n唐 果\n{TEXTS[0]}\n\n家常\n三个菜，四十分钟\n陆 遥\n{TEXTS[2]}\n"
    made = restored(f"{HEAD}{listed}\n{body}").issue
    assert [section.name for section in made.contents.sections] == ["掌勺人", "家常"]


def test_the_house_signs_below_a_title_and_before_the_page() -> None:
    listed = "小说\n渡口的三盏灯\n陆 遥 4\n信箱\n读者来信两题\n本刊法律信箱 7\n"
    body = (
        f"小说\n渡口的三盏灯\n陆 遥\n{TEXTS[0]}\n\n信箱\n读者来信两题\n■本刊法律信箱\n{TEXTS[2]}\n"
    )
    made = restored(f"{HEAD}{listed}\n{body}").issue
    assert [section.name for section in made.contents.sections] == ["小说", "信箱"]
    assert [author.name for line in made.articles[1].bylines for author in line.authors] == [
        "本刊法律信箱"
    ]


BODY = f"渡口的三盏灯\n陆 遥\n{TEXTS[0]}\n{TEXTS[1]}\n\n{{}}雨下在瓦上\n沈 白\n{TEXTS[2]}\n{TEXTS[3]}\n"
SHORT = "小说\n渡口的三盏灯……陆 遥（4）\n地方文艺史\n雨下在瓦上……沈 白（10）\n\n"


@pytest.mark.parametrize("form", ["{} COLUMN\n", "■{}　", "【{}】", "{}｜"])
def test_contents_end_before_a_section_that_comes_again_beside_other_words(form: str) -> None:
    body = form.format("小说") + BODY.format(form.format("地方文艺史"))
    made = restored(f"{HEAD}{SHORT}{body}").issue
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert ["".join(entry.title) for entry in entries] == ["渡口的三盏灯", "雨下在瓦上"]
    assert [
        (made.section_names[one.section], "".join(line.value for line in one.title))
        for one in made.articles
    ] == [("小说", "渡口的三盏灯"), ("地方文艺史", "雨下在瓦上")]


def test_a_name_below_a_signed_entry_is_the_next_section() -> None:
    listed = "小说\n渡口的三盏灯\n陆 遥 4\n家常\n雨下在瓦上\n沈 白 10\n\n"
    made = restored(f"{HEAD}{listed}{BODY.format('')}").issue
    assert [section.name for section in made.contents.sections] == ["小说", "家常"]


@pytest.mark.parametrize("mark", ["■{}", ""])
@pytest.mark.parametrize("form", ["{p} {s}\n{t}\n{u}\n{a}", "{s} {p}\n{t}\n{u}\n{a}"])
def test_nothing_is_told_twice_where_the_contents_list_the_sections(form: str, mark: str) -> None:
    contents = "\n".join(
        form.format(s=section, t=title, u=subtitle, a=author, p=page)
        for section, title, subtitle, author, page in LISTED
    )
    body = "\n\n".join(
        "\n".join(filter(None, (mark.format(section), title, subtitle, author, text)))
        for (section, title, subtitle, author, _), text in zip(LISTED, TEXTS, strict=True)
    )
    account = restored(f"{HEAD}{contents}\n\n{body}\n").account
    assert account is not None
    assert account.balanced


def test_sentences_that_contents_and_opening_both_print_are_a_standfirst() -> None:
    leads = ["一条河有三个名字，名字换一次，钱就换一个口袋。", "灯罩换过三回。灯芯一回也没有换过。"]
    titles = ["雨下在瓦上", "渡口的三盏灯"]
    contents = body = ""
    for page, title, lead, text in zip((4, 9), titles, leads, TEXTS, strict=False):
        contents += f"{page:02} {title}\n\n{lead}\n\n"
        body += f"{title}\n\n{lead}\n\n撰稿／沈白\n\n{text}\n\n{TEXTS[3]}\n\n"
    made = restored(f"{HEAD}{contents}随笔\n\n12 我怎样写一条河\n\n{body}").issue
    for article, lead in zip(made.articles, leads, strict=True):
        assert article.subtitle is None
        (first,) = article.front
        assert isinstance(first, Paragraph)
        assert (first.role, first.text.value) == (Role.STANDFIRST, lead)


def test_authors_behind_a_subtitle_on_the_line_under_the_title() -> None:
    contents = (
        "目　录\n\n04　夜里的渡口还亮着灯\n　　河湾镇夜航船工生活现场记　　沈一帆 宁 可\n\n"
        "08　船匠的手　　陆遥\n\n12　一根缆绳的打法　　方小舟\n\n"
    )
    told = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
    body = (
        f"夜里的渡口\n还亮着灯\n——河湾镇夜航船工生活现场记\n\n撰稿 沈一帆（本刊记者）　宁可（通讯员）\n\n{told}\n\n"
        f"船匠的手\n\n陆遥\n\n{told}\n\n一根缆绳的打法\n\n方小舟\n\n{told}\n"
    )
    made = restored(f"渡口\n2023年第2期\n主编：沈一帆\n\n{contents}{body}")
    entry = made.issue.contents.sections[0].entries[0]
    assert entry.title == ("夜里的渡口还亮着灯",)
    assert entry.subtitle == "河湾镇夜航船工生活现场记"
    assert entry.authors == ("沈一帆", "宁可")


def test_the_second_line_of_a_title_may_stand_in_a_heading_once_more() -> None:
    """祁志逸：守住老渡口 | 换了十一种船型 …… 4, of which the body has misread the first line."""
    rows = [
        "祁志逸：让老渡口真正用起来",
        "换了十一种船型……4",
        "沈一帆：石阶上的灯……9",
        "卓煜之：桥下的水……12",
    ]
    body = [
        "让老渡□真正用起来",
        "换了十一种船型",
        "祁志逸",
        "石阶上的灯",
        "沈一帆",
        "桥下的水",
        "卓煜之",
    ]
    body += ["", "换了十一种船型", ""]
    lines = [Line(at, text) for at, text in enumerate(rows, 1)]
    index = BodyIndex([Line(at, text) for at, text in enumerate(body, 1)], lines)
    found = [line.text for line in with_authors_behind(lines, index)]
    assert found[:2] == ["让老渡口真正用起来", "换了十一种船型　祁志逸……4"]


@pytest.mark.parametrize("name", ["谷 雨", "安 心"])
def test_a_name_in_wide_setting_that_is_a_word_behind_a_subtitle_is_one(name: str) -> None:
    entries = (
        f"4 渡口的三盏灯 陆 遥\n\n7 慢一点，再慢一点\n——访木匠周一苇 {name}\n\n10 雨下在瓦上 沈 白"
    )
    body = "\n\n".join(
        (
            f"渡口的三盏灯\n\n陆 遥\n\n{TEXTS[0]}",
            f"慢一点，再慢一点\n\n——访木匠周一苇\n\n{name}\n\n{TEXTS[1]}",
            f"雨下在瓦上\n\n沈 白\n\n{TEXTS[2]}",
        )
    )
    found = restored(f"{HEAD}{entries}\n\n{body}\n").issue
    entry = found.contents.sections[0].entries[1]
    assert (entry.subtitle, entry.authors) == ("——访木匠周一苇", (name.replace(" ", ""),))
    article = found.articles[1]
    assert [author.name for line in article.bylines for author in line.authors] == [
        name.replace(" ", "")
    ]
    assert [block.text.value for block in article.blocks if isinstance(block, Paragraph)] == [
        TEXTS[1]
    ]
