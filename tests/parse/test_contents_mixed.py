"""Contents of a study magazine that OCR has read in another form entry by entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.model import Issue
from tests.support.restored import restored

HEAD = "学用\n双月刊\n2019年第3期\n主办单位：河湾市委宣传部\n编辑出版：《学用》编辑部\n主编：沈一帆\n\n目 录\n\n"
SUBJECT = "——访河湾市水利局局长唐守诚、河湾大学教授陆遥"
ABOVE = """专稿

3

把每一条渠都通到田头
让每一块田都喝上清水 沈白

讲堂

-
| 7 | 老堤坝守得住新汛期 抢在前头 | |
| | 扎实推进城市防汛薄弱环节整改工作 | 何若溪 |

"""
MIDDLE = """访谈

11 一座水库怎样学会呼吸
——访河湾市水利局局长唐守诚、
河湾大学教授陆遥 方 舟
周一苇

"""
BELOW = """读者之声 15 开会能不能少念几页纸

诗苑

渠水（外一首） 18 柳青禾
"""
PROSE = (
    "老渠修于上个世纪，渠底的石板已经磨得发亮，每到春灌的时候，水要走上两天才能到达最远的一块田。",
    "今年春天，沿渠的九个村一起清淤，挖出来的泥堆在路边，晒干以后又拉回田里做了肥料。",
    "水走得快了，人的心也就不急了，从前半夜守水的人，现在可以在家里睡一个整觉。",
)
TEXT = "\n\n".join(PROSE)
BODY = f"""把每一条渠都通到田头 让每一块田都喝上清水

河湾市农业农村局局长 沈白

{TEXT}

老堤坝守得住新汛期 抢在前头
扎实推进城市防汛薄弱环节整改工作

河湾市应急管理局党委书记、局长 何若溪

{TEXT}

一座水库怎样学会呼吸

{SUBJECT}

本刊记者 方 舟 周一苇

{TEXT}

开会能不能少念几页纸

编辑部：

{TEXT}

渠水（外一首）

柳青禾

水从山里来
带着石头的凉
走到田里
就慢了

"""


def told(issue: Issue) -> list[tuple[str, str, str, str, str]]:
    """Section, title, subtitle, authors and page of each entry."""
    return [
        (section.name, " ".join(entry.title), entry.subtitle, " ".join(entry.authors), entry.page)
        for section in issue.contents.sections
        for entry in section.entries
    ]


PAGED_WITHIN = [
    ("读者之声", "开会能不能少念几页纸", "", "", "15"),
    ("诗苑", "渠水（外一首）", "", "柳青禾", "18"),
]


def test_each_entry_is_read_in_its_own_form() -> None:
    issue = restored(HEAD + ABOVE + MIDDLE + BELOW + "\n" + BODY).issue
    assert told(issue) == [
        ("专稿", "把每一条渠都通到田头 让每一块田都喝上清水", "", "沈白", "3"),
        ("讲堂", "老堤坝守得住新汛期 抢在前头 扎实推进城市防汛薄弱环节整改工作", "", "何若溪", "7"),
        ("访谈", "一座水库怎样学会呼吸", SUBJECT, "方舟 周一苇", "11"),
        *PAGED_WITHIN,
    ]
    assert all(entry.article for section in issue.contents.sections for entry in section.entries)
    assert len(issue.articles) == 5


@pytest.mark.parametrize("above", [ABOVE, MIDDLE, ABOVE + MIDDLE])
def test_pages_stand_within_the_last_entries(above: str) -> None:
    issue = restored(HEAD + above + BELOW + "\n" + BODY).issue
    assert told(issue)[-2:] == PAGED_WITHIN


def test_a_single_entry_stands_behind_the_name_of_its_section() -> None:
    below = "来信 来信两则 15\n"
    body = BODY[: BODY.index("开会能不能")] + f"来信两则\n\n编辑部：\n\n{TEXT}\n"
    issue = restored(HEAD + ABOVE + MIDDLE + below + "\n" + body).issue
    assert told(issue)[-1] == ("来信", "来信两则", "", "", "15")


def test_short_entries_behind_their_sections_are_no_names() -> None:
    below = "动态 15 各地短讯\n\n纪事 16 河湾市治水纪事\n"
    tail = f"动 态\n\n各地短讯\n\n{TEXT}\n\n纪 事\n\n河湾市治水纪事\n\n{TEXT}\n"
    body = BODY[: BODY.index("开会能不能")] + tail
    issue = restored(HEAD + ABOVE + MIDDLE + below + "\n" + body).issue
    assert told(issue)[-2:] == [
        ("动态", "各地短讯", "", "", "15"),
        ("纪事", "河湾市治水纪事", "", "", "16"),
    ]


LISTED = [
    ("专稿", "把每一条渠都通到田头 让每一块田都喝上清水", "", "沈白", "3"),
    ("讲堂", "老堤坝守得住新汛期 抢在前头 扎实推进城市防汛薄弱环节整改工作", "", "何若溪", "7"),
    ("讲堂", "学前有题目 学后有账目 让学习落到一件一件事情上", "", "河湾市委宣传部", "9"),
    ("访谈", "一座水库怎样学会呼吸", SUBJECT, "方舟 周一苇", "11"),
]
SECOND = f"""学前有题目 学后有账目
让学习落到一件一件事情上

河湾市委宣传部

{TEXT}

"""
TITLES = [
    ["把每一条渠都通到田头", "让每一块田都喝上清水 沈白"],
    ["老堤坝守得住新汛期 抢在前头", "扎实推进城市防汛薄弱环节整改工作 何若溪"],
    ["学前有题目 学后有账目", "让学习落到一件一件事情上 河湾市委宣传部"],
    ["一座水库怎样学会呼吸", f"{SUBJECT} 方 舟 周一苇"],
]
FORMS: dict[str, Callable[[list[str], str], list[str]]] = {
    "first": lambda lines, page: [f"{page} {lines[0]}", *lines[1:]],
    "last": lambda lines, page: [*lines[:-1], f"{lines[-1]} {page}"],
    "stroke": lambda lines, page: [*lines[:-1], f"{lines[-1]} / {page}"],
    "above": lambda lines, page: [page, *lines],
    "apart": lambda lines, page: [page, "", *lines],
    "cell": lambda lines, page: [f"| {page} | {lines[0]}", f"{lines[1]} | |"],
}


def printed(forms: tuple[str, ...], between: str) -> str:
    """The contents, each entry in another of the forms; ``between`` stands below a section."""
    out: list[str] = []
    last = ""
    for (section, *_, page), lines, form in zip(LISTED, TITLES, forms, strict=True):
        if section != last:
            out += ["", section, *([""] if between else [])]
        last = section
        out += FORMS[form](lines, page)
    return "\n".join(out) + "\n\n"


ALL = tuple(FORMS)
TURNED = [ALL[at:] + ALL[:at] for at in range(len(ALL))]


@pytest.mark.parametrize("between", ["", "blank"])
@pytest.mark.parametrize(
    "forms", [turned[:4] for turned in TURNED] + [turned[3::-1] for turned in TURNED]
)
def test_forms_of_entries_may_change_with_or_without_blank_lines(
    forms: tuple[str, ...], between: str
) -> None:
    place = BODY.index("一座水库")
    body = BODY[:place] + SECOND + BODY[place : BODY.index("开会能不能")]
    issue = restored(HEAD + printed(forms, between) + body).issue
    assert told(issue) == LISTED


def test_a_row_goes_on_in_the_only_table() -> None:
    listed = """专稿

3 把每一条渠都通到田头
让每一块田都喝上清水 沈白

讲堂

| ll | 老堤坝守得住新汛期 抢在前头 | |
| | 扎实推进城市防汛薄弱环节整改工作 | 何若溪 |

"""
    body = BODY[: BODY.index("一座水库")]
    issue = restored(HEAD + listed + body).issue
    assert [(title, page) for _, title, _, _, page in told(issue)] == [
        (LISTED[0][1], "3"),
        (LISTED[1][1], "11"),
    ]


def test_a_house_below_the_row_of_its_title_is_no_title() -> None:
    listed = """专稿

| 3 | 一座水库怎样学会呼吸 河湾市水利局探索水库调度侧记 |
河湾市水利局宣传委员会

11 把每一条渠都通到田头 沈白

"""
    body = f"""一座水库怎样学会呼吸

河湾市水利局探索水库调度侧记

河湾市水利局宣传委员会

{TEXT}

把每一条渠都通到田头

沈白

{TEXT}
"""
    issue = restored(HEAD + listed + body).issue
    assert [(authors, page) for _, _, _, authors, page in told(issue)] == [
        ("河湾市水利局宣传委员会", "3"),
        ("沈白", "11"),
    ]
    assert len(issue.articles) == 2
