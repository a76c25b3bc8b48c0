"""Contents of a weekly: pages on either side, what is told of an article on two lines, who wrote down a memory."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from tests.support.restored import listed, restored

TEXT = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，我们放学就去数台阶。"
CONTENTS = """目录
卷首
07 慢也是一种抵达 尤渡
声音·数字 08
封面故事
最后一班轮渡 10
桥通车以后，一条开了九十四年的轮渡航线
怎样和它的城市告别
渡口的人 14
桥和船的账 17
时局
社区食堂难过第二年 20
专栏
雨水的去处 29
项未远
30 涨价的早晨 古宁
"""


def _article(section: str, title: str, byline: str) -> str:
    return "\n\n".join(
        [*([section] if section else []), title, *([byline] if byline else []), TEXT]
    )


BODY = "\n\n".join(
    [
        _article("卷首", "慢也是一种抵达", "尤渡"),
        _article("", "声音·数字", ""),
        _article("封面故事", "最后一班轮渡", "本刊记者/黎小棠"),
        _article("", "渡口的人", "本刊记者/黎小棠"),
        _article("", "桥和船的账", "屠一鸣"),
        _article("时局", "社区食堂难过第二年", "本刊记者/封蕾"),
        _article("专栏", "雨水的去处", "项未远"),
        _article("专栏", "涨价的早晨", "古宁"),
    ]
)


def test_two_lines_that_the_body_lacks_tell_of_the_article_above() -> None:
    found = restored(f"江岸周刊\n2021年第34期\n主编：尤渡\n\n{CONTENTS}\n{BODY}\n")
    assert [(section, page) for section, _, _, page in listed(found)] == [
        ("卷首", "07"),
        ("卷首", "08"),
        ("封面故事", "10"),
        ("封面故事", "14"),
        ("封面故事", "17"),
        ("时局", "20"),
        ("专栏", "29"),
        ("专栏", "30"),
    ]


MEMORIES = """目录
亲历
县立中学迁校始末 骆守诚 口述（1）
单小舟 整理
修水库的日子 韦大壮（9）
人物
名医轶事 齐念祖（17）
"""


def test_who_wrote_down_a_memory_is_no_section() -> None:
    body = "\n\n".join(
        [
            _article("", "县立中学迁校始末", "骆守诚 口述 单小舟 整理"),
            _article("", "修水库的日子", "韦大壮"),
            _article("", "名医轶事", "齐念祖"),
        ]
    )
    found = restored(f"汀溪文史\n第二十三辑\n主编：管仲平\n\n{MEMORIES}\n{body}\n")
    assert [section.name for section in found.issue.contents.sections] == ["亲历", "人物"]


PUPILS = """目录
校园人物
2 门卫老程的第三只眼 全 一
樟树下
11 晚自习的第三种声音 高一（5）班 阮 星
回音壁
16 给学弟学妹的信 2021届 温 暖
"""


def test_the_number_of_a_class_is_no_page() -> None:
    body = "\n\n".join(
        [
            _article("校园人物", "门卫老程的第三只眼", "文/高二（7）班 全 一 图/摄影社"),
            _article("樟树下", "晚自习的第三种声音", "高一（5）班 阮 星"),
            _article("回音壁", "给学弟学妹的信", ""),
        ]
    )
    found = restored(f"樟下\n2022年春季号\n主编：冷小秋\n\n{PUPILS}\n{body}\n")
    assert [(authors, page) for _, _, authors, page in listed(found)] == [
        (("全一",), "2"),
        (("阮星",), "11"),
        (("温暖",), "16"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("文/高二（7）班 全 一 图/摄影社", "全一", "高二（7）班"),
        ("文/高一（1）班 田 野", "田野", "高一（1）班"),
        ("高一（5）班 阮 星", "阮星", "高一（5）班"),
    ],
)
def test_a_pupil_signs_with_the_class(line: str, name: str, office: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [(name, office)]


def test_who_wrote_down_a_memory_is_an_author_of_its_entry() -> None:
    body = "\n\n".join(
        [
            _article("", "县立中学迁校始末", ""),
            _article("", "修水库的日子", "韦大壮"),
            _article("", "名医轶事", "齐念祖"),
        ]
    )
    found = restored(f"汀溪文史\n第二十三辑\n主编：管仲平\n\n{MEMORIES}\n{body}\n")
    first = found.issue.contents.sections[0].entries[0]
    assert first.authors == ("骆守诚", "单小舟")


TRADE = """CONTENTS 目录

卷首
01 把漏掉的那一滴找回来 祝融生

产品
25 新品速览

会展
28 四月到江浦去 申冬
"""


def test_a_name_with_its_english_beside_it_is_no_first_line_of_a_title() -> None:
    body = f"卷首语\n把漏掉的那一滴找回来\n\n祝融生\n\n{TEXT}\n\n产品 PRODUCTS\n新品速览\n\n{TEXT}\n\n会展 EXPO\n四月到江浦去\n\n申冬\n\n{TEXT}"
    found = restored(f"泵阀世界\n2023年第2期\n主编：祝融生\n\n{TRADE}\n{body}\n")
    assert [(section, page) for section, _, _, page in listed(found)] == [
        ("卷首", "01"),
        ("产品", "25"),
        ("会展", "28"),
    ]


HOUSE = """本期导读
INDEX
【灯语】
01 把“差不多”留在井口外 石守正
【家里事】
19 写给下井的他 退休职工家属 曲 兰
20 爸爸的味道 药剂师 宁 岚
"""


def test_index_below_the_name_of_the_contents_says_it_in_english() -> None:
    body = "\n\n".join(
        [
            _article("灯语", "把“差不多”留在井口外", "石守正"),
            _article("家里事", "写给下井的他", "退休职工家属 曲 兰"),
            _article("", "爸爸的味道", "药剂师 宁 岚"),
        ]
    )
    found = restored(f"矿灯\n2020年第5期\n主编：耿直\n\n{HOUSE}\n{body}\n")
    assert [(section, title, authors) for section, title, authors, _ in listed(found)] == [
        ("灯语", "把“差不多”留在井口外", ("石守正",)),
        ("家里事", "写给下井的他", ("曲兰",)),
        ("家里事", "爸爸的味道", ("宁岚",)),
    ]
