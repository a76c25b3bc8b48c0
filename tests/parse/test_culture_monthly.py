"""What a monthly of the arts prints: contents in several forms, its own name as a speaker, boxes within sentences."""

from __future__ import annotations

from converter.model import Issue
from converter.pipeline import restore

PROSE = (
    "河湾剧场的后台有一架老木梯，踩上去第三级总要响一声，演员们说那是给前台报信的。",
    "管道具的老人把每一件东西都挂上木牌，写明哪一出戏用过，哪一年修过，修了几回。",
    "散戏以后他要再走一遍，关掉最后一盏灯，把第二天要用的东西摆到侧幕边的长桌上。",
)
TEXT = "\n\n".join(PROSE)
HEAD = "河湾戏剧\n2021年第4期\n主办：河湾剧协\n主编：沈一禾\n国内统一刊号：CN 99-1533/J\n"


def listed(issue: Issue) -> list[tuple[str, str, str, str]]:
    """Section, title, authors and page of each entry."""
    return [
        (section.name, " ".join(entry.title), " ".join(entry.authors), entry.page)
        for section in issue.contents.sections
        for entry in section.entries
    ]


CONTENTS = """开场
4 木梯响过三声 沈一禾

对话
灯光是第二支画笔——对话舞美师何若溪 陆 遥
9

手艺 14 一把刀磨了十年 慢慢才有样子 / 周 苇

剧场课
18 为什么要有侧幕 方 舟

旧事
22 跑码头的人怎样过冬 谷 满 整理
"""
BODY = f"""开场 OPENING

木梯响过三声

文/沈一禾

{TEXT}

灯光是第二支画笔

对话舞美师何若溪

采访/陆遥

{TEXT}

一把刀磨了十年 慢慢才有样子

文/周苇

{PROSE[0]}

手艺 CRAFT

{TEXT}

剧场课 CLASS

为什么要有侧幕

文/方舟

{TEXT}

旧事

跑码头的人怎样过冬

整理/谷满

{TEXT}
"""


def test_pages_below_titles_and_behind_names_among_entries_that_begin_with_theirs() -> None:
    made = restore(f"{HEAD}\n目录\n\n{CONTENTS}\n\n{BODY}".encode(), name="issue.txt").issue
    assert listed(made) == [
        ("开场", "木梯响过三声", "沈一禾", "4"),
        ("对话", "灯光是第二支画笔", "陆遥", "9"),
        ("手艺", "一把刀磨了十年 慢慢才有样子", "周苇", "14"),
        ("剧场课", "为什么要有侧幕", "方舟", "18"),
        ("旧事", "跑码头的人怎样过冬", "谷满", "22"),
    ]
    assert all(entry.article for section in made.contents.sections for entry in section.entries)
