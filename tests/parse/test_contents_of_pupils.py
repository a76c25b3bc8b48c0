"""Contents with what pupils have written: their schools and classes, and who helped them."""

from __future__ import annotations

from tests.support.restored import restored

TEXT = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，我们放学就去数台阶。"
CONTENTS = """目录

讲台
（4）把船划进课堂 陆 遥
习作
（9）渡口的台阶 河湾镇实验小学五（3）班 章小满
指导教师 沈 白
（10）月亮也过河 桐溪中心小学四年级 罗一诺
指导教师：陆 遥
"""
BODY = (
    f"把船划进课堂\n\n陆 遥\n\n{TEXT}\n\n"
    f"渡口的台阶\n\n河湾镇实验小学五（3）班 章小满\n\n{TEXT}\n\n（指导教师：沈 白）\n\n"
    f"月亮也过河\n\n桐溪中心小学四年级 罗一诺\n\n{TEXT}\n\n（指导教师：陆 遥）\n"
)


def test_who_helped_is_neither_an_author_nor_a_section() -> None:
    found = restored(f"河声\n2023年第4期\n主编：沈白\n\n{CONTENTS}\n{BODY}").issue
    listed = [
        (section.name, ["".join(entry.title) for entry in section.entries])
        for section in found.contents.sections
    ]
    assert listed == [("讲台", ["把船划进课堂"]), ("习作", ["渡口的台阶", "月亮也过河"])]
    signed = [
        [(author.name, author.office) for line in article.bylines for author in line.authors]
        for article in found.articles
    ]
    assert signed == [
        [("陆遥", "")],
        [("章小满", "河湾镇实验小学五（3）班")],
        [("罗一诺", "桐溪中心小学四年级")],
    ]
