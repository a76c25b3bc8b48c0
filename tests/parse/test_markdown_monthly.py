"""A monthly in Markdown as document models write it: tables, bullets and hashes used as they come."""

from __future__ import annotations

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
