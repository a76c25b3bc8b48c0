"""An issue of two articles, the first of them in a column with indents, to set lines into."""

from __future__ import annotations

from converter.model import Article
from tests.support.restored import restored

INDENT = "\u3000\u3000"
HEAD = "目录\n井台边的学校　　乔木生　2\n修伞的人　　倪小满　6\n"
LAST = f"修伞的人\n倪小满\n{INDENT}巷口的伞摊只有三尺宽，伞骨插在竹筒里，长的短的分\n作两排，谁来都能一眼看见自己那一根。\n"
COLUMN = f"""{INDENT}学校在井台的东边，两间屋子一口钟，钟是从旧轮船上拆
下来的，敲起来有水的声音。先生姓尤，教了三十一年书，
教过的学生里有三个做了船长，一个做了先生。他上课以前
先到井边打一桶水，放在教室门口，谁渴了谁自己去舀。
{INDENT}水瓢只有一只，是半个葫芦做的，用了十几年，边上磨
出了一个缺口。孩子们都晓得从缺口的对面喝，没有人教过
他们。后来换了搪瓷缸子，一人一只，挂在墙上的钉子上，
风大的日子叮叮当当地响，先生说，这才像一所学校。
""".splitlines()


def article(*lines: str) -> Article:
    """The first article, whose lines are given."""
    text = "\n".join(lines)
    return restored(f"{HEAD}井台边的学校\n乔木生\n{text}\n{LAST}").issue.articles[0]
