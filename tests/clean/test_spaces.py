"""Blanks between any two characters, as some OCR engines write them."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

PROSE = (
    "守 渠的 老 人 每天沿 着 渠 走 一 遍,看 看 哪里 漏水",
    "渠 水 从 山 脚流 下来,一 路经 过 三个 村 子 才 到 田 里",
    "他 说 这 条 渠挖 了整 整 十一 个 冬天,没有 停 过 一天",
    "如今 柳 湾 的人 都 靠 它浇 地,也 靠它 做饭 洗 衣 裳",
)


def cleaned(*lines: str) -> list[str]:
    """Some lines, cleaned in an issue whose every line has blanks."""
    source = [Line(n, text) for n, text in enumerate((*lines, *PROSE), 1)]
    made = clean(source)
    again = clean(made.lines)
    assert again.lines == made.lines
    return [line.text for line in made.lines[: len(lines)]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("文/本刊编 辑部", "文/本刊编辑部"),
        ("主 办 : 渠县农 会", "主办：渠县农会"),
        ("4.1.2 检 查周 期", "4.1.2 检查周期"),
        ("12 老 渠的新 水", "12 老渠的新水"),
        ("老 渠的新 水 12", "老渠的新水 12"),
        ("2024 年 4月 10 日", "2024年4月10日"),
        ("柳湾村  石桥 村", "柳湾村  石桥村"),
        ("项　目　　时　限", "项　目　　时　限"),
        ("the old canal of the village", "the old canal of the village"),
        ("渠 长 12.5 km 左右", "渠长12.5 km 左右"),
    ],
)
def test_blanks_say_nothing_where_all_lines_have_them(before: str, after: str) -> None:
    assert cleaned(before) == [after]


def test_a_title_is_parted_from_its_author_by_the_line_over_the_article() -> None:
    row, title, byline = cleaned(
        "老 渠 的 新 水 方 晓 禾 / 5", "老 渠的新 水", "渠 县 农 会 干 事 方晓 禾"
    )
    assert row == "老渠的新水 方晓禾 / 5"
    assert title == "老渠的新水"
    assert byline == "渠县农会干事 方晓禾"


def test_names_of_the_masthead_are_known_too() -> None:
    assert cleaned("责 任 编 辑:田 有 余", "(摄影 本 刊 记 者 田有 余)") == [
        "责任编辑：田有余",
        "（摄影 本刊记者 田有余）",
    ]


def test_the_change_of_a_line_is_one() -> None:
    made = clean([Line(n, text) for n, text in enumerate(PROSE, 1)])
    spaces = [change for change in made.changes if change.rule == "ocr-spaces"]
    assert [change.line for change in spaces] == [1, 2, 3, 4]
    assert spaces[0].before == "守 渠的 老 人 每天沿 着 渠 走 一 遍,看 看 哪里 漏水"[1:-2]
    comma = next(change for change in made.changes if change.rule == "punctuation-width")
    assert PROSE[0][comma.column] == ","


def test_an_issue_without_such_blanks_keeps_its_own() -> None:
    source = [Line(n, text.replace(" ", "")) for n, text in enumerate(PROSE, 1)]
    source.append(Line(5, "田有余 方晓禾 石 桥"))
    assert clean(source).lines[-1].text == "田有余 方晓禾 石 桥"


def test_the_rule_can_be_switched_off() -> None:
    made = clean([Line(1, text) for text in PROSE], without=("ocr-spaces",))
    assert made.lines[0].text.startswith("守 渠的 老 人")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("特 约撰 稿 柏 舟 通讯 员 钟 离", "特约撰稿 柏舟 通讯员 钟离"),
        ("总 编 辑 田 有 余", "总编辑 田有余"),
        ("记 者 田 有 余 方 晓 禾", "记者 田有余 方晓禾"),
        ("链 接 渠志 是县 里编的 一 本书，记着每 一段 渠 的 来历", "链接 渠志是县里编的一本书，记着每一段渠的来历"),
        ("资 料 显 示 今年的 雨水 比 去年多 了 两成", "资料显示今年的雨水比去年多了两成"),
    ],
)  # fmt: skip
def test_offices_people_and_labels_of_boxes_stay_apart(before: str, after: str) -> None:
    assert cleaned(before) == [after]


def test_rows_of_the_contents_may_begin_with_their_page() -> None:
    assert cleaned("05 老 渠 的 新 水 田 有 余 方 晓 禾", "老渠 的新 水")[0] == (
        "05 老渠的新水 田有余 方晓禾"
    )


def test_a_page_whose_characters_stand_apart_has_none_of_its_blanks() -> None:
    page = (
        "  守 渠 的 老 人 每 天 沿 着 渠 走 一 遍 ， 看 看 哪 里",
        "漏 水 。",
        "",
        "渠 水 长 流",
        "",
        "总 编 辑 田 有 余",
    )
    others = [text.replace(" ", "") for text in PROSE * 3]
    source = [Line(n, text) for n, text in enumerate((*page, *others), 1)]
    made = clean(source)
    assert [line.text for line in made.lines[:2]] == [
        "  守渠的老人每天沿着渠走一遍，看看哪里",
        "漏水。",
    ]
    assert made.lines[3].text == "渠水长流"
    assert clean(made.lines).lines == made.lines


def test_blanks_before_units_that_the_issue_mostly_writes_without() -> None:
    joined = "渠宽90cm，深60cm，闸板厚4mm，长2km，每袋重25kg，管径15cm，离村3km。"
    parted = "水落下去以后，渠底又抬高了 3 cm，老人说是淤泥。"
    made = clean([Line(1, joined), Line(2, parted)])
    assert made.lines[1].text == "水落下去以后，渠底又抬高了 3cm，老人说是淤泥。"
    assert clean(made.lines).lines == made.lines
    assert clean([Line(1, parted)]).lines[0].text == parted


def _with_blanks(*lines: str) -> list[str]:
    """Some lines, cleaned in an issue that mostly has a blank behind each mark."""
    prose = ("渠水从山脚流下来， 一路经过三个村子， 才到田里， 走得很慢。",) * 5
    source = [Line(n, text) for n, text in enumerate((*lines, *prose), 1)]
    made = clean(source)
    assert clean(made.lines).lines == made.lines
    return [line.text for line in made.lines[: len(lines)]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "守渠人每天沿着渠走， 看看： 哪里漏水。 他不急。",
            "守渠人每天沿着渠走，看看：哪里漏水。他不急。",
        ),
        ("他说： “不急， 不急。 ”", "他说：“不急，不急。”"),
        ("主编： 方 晓 禾", "主编：方 晓 禾"),
        ("渠水还会回来吗？ 方晓禾 12", "渠水还会回来吗？ 方晓禾 12"),
        ("渠水还会回来吗？ 没有人知道。", "渠水还会回来吗？没有人知道。"),
    ],
)
def test_a_blank_behind_each_mark_says_nothing(before: str, after: str) -> None:
    assert _with_blanks(before) == [after]


def test_a_blank_behind_a_mark_here_and_there_stays() -> None:
    text = "守渠人每天沿着渠走， 看看哪里漏水。"
    prose = "渠水从山脚流下来，一路经过三个村子，才到田里，走得很慢。"
    made = clean([Line(n, one) for n, one in enumerate((text, *[prose] * 5), 1)])
    assert made.lines[0].text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("简 讯", "简 讯"),
        ("一 周 简 讯", "一周简讯"),
        ("主 编 梅 笛", "主 编 梅 笛"),
        ("本 刊 评 论 员", "本刊评论员"),
        ("　　方 晓 禾", "　　方 晓 禾"),
        ("　　征 稿 启 事", "　　征稿启事"),
        ("卢 秋 水 方 晓 禾", "卢 秋 水 方 晓 禾"),
        ("桂 花 糯 米 藕", "桂花糯米藕"),
        ("渠水 简讯", "渠水 简讯"),
        (
            "关 于 印 发 《 柳 湾 水 渠 管 护 办 法 》 的 通 知",
            "关于印发《柳湾水渠管护办法》的通知",
        ),
        ("柳　湾　水　渠　管　护　办　法", "柳湾水渠管护办法"),
        ("水 渠 2023 年 工 作 要 点", "水渠2023年工作要点"),
        ("一 周 简 讯 3", "一 周 简 讯 3"),
        ("水 渠　管 护", "水 渠　管 护"),
    ],
)
def test_a_short_line_set_apart_character_by_character_has_none_of_its_blanks(
    before: str, after: str
) -> None:
    made = clean([Line(1, before), Line(2, "渠水从山脚流下来，方晓禾走了一路。")])
    assert made.lines[0].text == after
    assert clean(made.lines).lines == made.lines


def test_a_line_of_a_paragraph_set_apart_is_no_title() -> None:
    texts = (
        "出 生 30 天 的 小 羊 跟 着 守 渠 的 人 去",
        "了 渠 上 ，看 他 走 完 三 个 村 子 ，水 也",
    )
    made = clean(
        [
            Line(1, "渠水从山脚流下来，一直流到柳湾。"),
            *(Line(n, one) for n, one in enumerate(texts, 2)),
        ]
    )
    assert made.lines[1].text == texts[0]
