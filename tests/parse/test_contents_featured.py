"""Contents that show the cover story first, and rows that hold what belongs to others."""

from __future__ import annotations

from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"


def _article(title: str, who: str) -> str:
    return f"{title}\n\n文/{who}\n\n{ONE}{title}。\n\n{TWO}\n\n"


BODY = (
    _article("旧缆绳", "沈一帆")
    + _article("一条河的冬天", "陆遥")
    + _article("慢慢地修船", "唐果")
    + _article("摆渡人回家", "周一苇")
)
SHOWN = (
    "目录\n\nCOVER STORY 封面故事 P4\n\n一条河的冬天\n\n十二月的最后一天，渡口封了。\n\n"
    "4 一条河的冬天 文/陆遥\n\n9慢慢地修船 文/唐果\n\n手记 沈一帆\n\n2 旧缆绳\n\n回声\n12 摆渡人回家 周一苇\n\n"
)


def test_the_cover_story_is_shown_first_and_listed_in_its_place() -> None:
    made = restored(HEAD + SHOWN + BODY)
    assert listed(made) == [
        ("封面故事", "一条河的冬天", ("陆遥",), "4"),
        ("封面故事", "慢慢地修船", ("唐果",), "9"),
        ("手记", "旧缆绳", ("沈一帆",), "2"),
        ("回声", "摆渡人回家", ("周一苇",), "12"),
    ]
    assert len(made.issue.articles) == 4
    assert all(entry.article for one in made.issue.contents.sections for entry in one.entries)


def test_a_section_that_is_its_own_article_is_not_shown_twice() -> None:
    made = restored(
        f"{HEAD}目录\n\n卷首\n2 旧缆绳 沈一帆\n\n水边速写\n4 水边速写\n\n人物\n9 慢慢地修船 唐果\n12 摆渡人回家 周一苇\n\n"
        + BODY.replace("一条河的冬天", "水边速写").replace("文/陆遥\n\n", "")
    )
    assert listed(made)[1] == ("水边速写", "水边速写", (), "4")


def test_columns_among_columns_are_no_sections() -> None:
    made = restored(
        f"{HEAD}目录\n\n卷首\n2 旧缆绳 沈一帆\n\n资讯\n4 数字\n5 声音\n\n人物\n9 慢慢地修船 唐果\n12 摆渡人回家 周一苇\n\n"
        f"{_article('旧缆绳', '沈一帆')}数字\n\n{ONE}\n\n声音\n\n{TWO}\n\n"
        + BODY[BODY.index("慢慢地修船") :]
    )
    assert [(name, title) for name, title, *_ in listed(made)] == [
        ("卷首", "旧缆绳"),
        ("资讯", "数字"),
        ("资讯", "声音"),
        ("人物", "慢慢地修船"),
        ("人物", "摆渡人回家"),
    ]


def test_titles_that_begin_with_a_number_keep_it() -> None:
    body = BODY.replace("慢慢地修船", "9条旧船的下落")
    made = restored(
        f"{HEAD}目录\n\n卷首\n2 旧缆绳 沈一帆\n\n人物\n4 一条河的冬天 陆遥\n9条旧船的下落 唐果 9\n12 摆渡人回家 周一苇\n\n{body}"
    )
    assert [title for _, title, *_ in listed(made)] == [
        "旧缆绳",
        "一条河的冬天",
        "9条旧船的下落",
        "摆渡人回家",
    ]


def test_a_page_beside_the_name_over_the_piece_that_opens_the_issue() -> None:
    made = restored(
        f"{HEAD}目录\n\n02 编辑室报告\n旧缆绳　沈一帆\n\n专题\n渡口封了\n\n| | | |\n|---|---|---|\n"
        "| 04 | 一条河的冬天 | 陆遥 |\n| 09 | 慢慢地修船 | 唐果 |\n\n人物\n摆渡人回家 ‧‧‧‧‧ 周一苇 12\n\n"
        "书评\n20 桨声里的人 何平\n\n"
        f"编辑室报告\n\n{_article('旧缆绳', '沈一帆')}专题　渡口封了\n\n{_article('一条河的冬天', '陆遥')}"
        f"{_article('慢慢地修船', '唐果')}{_article('摆渡人回家', '周一苇')}{_article('桨声里的人', '何平')}"
    )
    assert listed(made) == [
        ("编辑室报告", "旧缆绳", ("沈一帆",), "02"),
        ("专题 渡口封了", "一条河的冬天", ("陆遥",), "04"),
        ("专题 渡口封了", "慢慢地修船", ("唐果",), "09"),
        ("人物", "摆渡人回家", ("周一苇",), "12"),
        ("书评", "桨声里的人", ("何平",), "20"),
    ]
