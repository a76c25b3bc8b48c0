"""A monthly in Markdown as document models write it: tables, bullets and hashes used as they come."""

from __future__ import annotations

from converter.model import Figure, Paragraph, Table
from converter.parse.markup import resolve
from converter.pipeline import Restored
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
HEAD = "# 渡口\n\n2023年第2期\n\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"


def test_sections_across_tables_of_which_only_some_say_so() -> None:
    made = restored(
        f"{HEAD}# 目录\n\n"
        '<table><tr><td colspan="2">专栏</td></tr><tr><td>2</td><td>夜里的渡口 陆遥</td></tr>'
        '<tr><td colspan="2">手艺</td></tr><tr><td>4</td><td>船匠的手 唐果<br>访木船匠人周一苇</td></tr></table>\n\n'
        "<table><tr><td>来信</td><td></td></tr><tr><td></td><td>灯下的人 沈小鱼</td></tr></table>\n\n"
        f"# 专栏\n\n# 夜里的渡口\n\n文/陆遥\n\n{ONE}\n\n# 船匠的手\n\n## 访木船匠人周一苇\n\n文/唐果\n\n{TWO}\n\n"
        f"## 来信\n\n# 灯下的人\n\n沈小鱼\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("专栏", "夜里的渡口", ("陆遥",), "2"),
        ("手艺", "船匠的手", ("唐果",), "4"),
        ("来信", "灯下的人", ("沈小鱼",), ""),
    ]
    articles = made.issue.articles
    assert [a.title[0].value for a in articles] == ["夜里的渡口", "船匠的手", "灯下的人"]
    assert articles[1].subtitle is not None
    assert articles[1].subtitle.value == "访木船匠人周一苇"


def test_entries_with_bullets_and_bold_titles_between_sections() -> None:
    made = restored(
        f"{HEAD}# **目录** Contents\n\n#### **专栏**\n\n- 2 **夜里的渡口** 陆遥\n\n#### **手艺**\n\n"
        "- 4 **船匠的手** 唐果\n  同木船匠人走一趟水路\n\n**灯下**\n\n6 **灯下的人** 沈小鱼\n\n#### **来信**\n\n- 8 **写给河的信** 顾青\n\n"
        f"## 专栏\n\n# **夜里的渡口**\n\n**文 |** 陆遥\n\n{ONE}\n\n# **船匠的手**\n\n**文 |** 唐果\n\n{TWO}\n\n"
        f"**灯下**\n\n# 灯下的人\n\n**文 |** 沈小鱼\n\n{THREE}\n\n## 来信\n\n## **写给河的信**\n\n顾青\n\n{ONE}\n"
    )
    assert listed(made) == [
        ("专栏", "夜里的渡口", ("陆遥",), "2"),
        ("手艺", "船匠的手", ("唐果",), "4"),
        ("灯下", "灯下的人", ("沈小鱼",), "6"),
        ("来信", "写给河的信", ("顾青",), "8"),
    ]


def article(*lines: str) -> Restored:
    """An issue of two articles, of which the first has some lines."""
    listing = ("# 目录", "- 2 **夜里的渡口** 陆遥", "- 8 **船匠的手** 唐果")
    body = (
        "# **夜里的渡口**",
        "**文 |** 陆遥",
        *lines,
        "# **船匠的手**",
        "**文 |** 唐果",
        TWO,
        ONE,
    )
    return restored(HEAD + "\n\n".join((*listing, *body)) + "\n")


def test_items_that_begin_in_bold_lose_their_bullets() -> None:
    made = article(
        ONE, "- **看水：**涨水的日子不渡人。\n- **看灯：**灯灭了就回头。\n- 看人：醉了的不渡。"
    )
    texts = [b.text.value for b in made.issue.articles[0].blocks if isinstance(b, Paragraph)]
    assert texts[1:] == ["看水：涨水的日子不渡人。", "看灯：灯灭了就回头。", "看人：醉了的不渡。"]


def test_slanted_captions_and_folios() -> None:
    made = article(
        "河水退下去的那几天，镇上的人都到石阶上来洗被子，一级一级铺开，远看像一面",
        "*4 | 渡口*",
        "彩色的墙。",
        "![](p4_1.jpg)",
        "*退水以后的石阶，摄于五月。 陆遥／摄*",
        ONE,
        "*近十年涨水的日子（2013—2022 年*",
        "| 月份 | 日子 |\n|---|---|\n| 五月 | 12 |\n| 六月 | 21 |",
        TWO,
        "*6 | 渡口*",
        THREE,
    )
    blocks = made.issue.articles[0].blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text.value.endswith("远看像一面彩色的墙。")
    assert [b.caption.value for b in blocks if isinstance(b, Figure)] == [
        "退水以后的石阶，摄于五月。 陆遥／摄"
    ]
    table = next(b for b in blocks if isinstance(b, Table))
    assert table.caption is not None
    assert table.caption.value.startswith("近十年涨水的日子")


def test_letters_of_a_formula_that_blanks_part() -> None:
    assert resolve(r"每方吃进$\mathrm { C O } _ { 2 }$十一公斤")[0] == "每方吃进CO2十一公斤"


def test_day_of_publication_behind_the_number_of_the_issue() -> None:
    made = restored(
        "渡口\n2023年第4期（总第17期） 2023年4月8日出版\n主办单位：河湾镇文化站\n主编：沈一帆\n\n"
        + ONE
    )
    assert made.issue.masthead.date == "2023-04-08"


def test_masthead_in_a_table_of_markdown() -> None:
    made = restored(
        f"# 目录\n\n2 夜里的渡口 陆遥\n\n4 船匠的手 唐果\n\n# 夜里的渡口\n\n陆遥\n\n{ONE}\n\n# 船匠的手\n\n唐果\n\n{TWO}\n\n"
        "## 渡口\n\n季刊 2023年第2期（总第17期）\n\n| 主管 | 河湾镇文化站 |\n|---|---|\n| 主办 | 河湾镇读书会 |\n| 主编 | 沈一帆 |\n"
    )
    values = [value for entry in made.issue.masthead.entries for value in entry.values]
    assert "河湾镇文化站" in values
    assert not [value for value in values if "|" in value]
