"""Contents that set every title in the marks of works, and bylines in brackets below them."""

from __future__ import annotations

from converter.parse.byline import read_byline
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
FOUR = "告示贴在渡口的木牌上，雨把墨洗淡了，字还认得出来，下一班船改在六点半开。"
MASTHEAD = "主办　河湾镇文化站\n主编　沈一帆\n编辑　陆 遥　唐 果\n地址　河湾镇渡口路1号\n"
CONTENTS = (
    "渡 口\nDUKOU\n2023·夏季号\n总第21期\n\n一 次 过 河\n\n第一渡 石阶\n陆 遥　《夜里的渡口》 3\n\n"
    "第二渡 船坞\n唐 果 周 苇　《船匠的手 6\n| 第三渡 灯下 | |\n|---|---|\n"
    "| 河湾中学“灯下”小组　《摆渡人》（外一则） | 9 |\n\n第四渡 告示牌 12\n\n"
)
BODY = (
    f"第一渡 石阶\n\n夜里的渡口\n\n〔船运站2019级 陆 遥〕\n\n{ONE}\n\n第二渡 船坞\n\n船匠的手\n\n"
    f"〔唐 果　周 苇〕\n\n{TWO}\n\n第三渡 灯下\n\n摆渡人\n\n〔河湾中学“灯下”小组〕\n\n{THREE}\n\n"
    f"第四渡 告示牌\n\n告示牌\n\n{FOUR}\n"
)


def test_titles_in_the_marks_of_works_with_authors_before_them() -> None:
    made = restored(f"{CONTENTS}{MASTHEAD}\n{BODY}")
    assert [(name, title, page) for name, title, _, page in listed(made)] == [
        ("第一渡 石阶", "夜里的渡口", "3"),
        ("第二渡 船坞", "船匠的手", "6"),
        ("第三渡 灯下", "摆渡人", "9"),
        ("第四渡 告示牌", "告示牌", "12"),
    ]
    assert [
        tuple(a.name for b in one.bylines for a in b.authors) for one in made.issue.articles
    ] == [
        ("陆遥",),
        ("唐果", "周苇"),
        ("河湾中学“灯下”小组",),
        (),
    ]


def test_titles_that_the_body_has_in_these_marks_as_well_keep_them() -> None:
    text = f"{CONTENTS}{MASTHEAD}\n{BODY}"
    for title in ("夜里的渡口", "船匠的手", "摆渡人"):
        text = text.replace(f"\n{title}\n", f"\n《{title}》\n")
    assert any("《" in title for _, title, *_ in listed(restored(text)))


def test_a_byline_in_brackets_is_told_by_whom_the_contents_name() -> None:
    known = frozenset(["苏河", "陆遥"])
    for text in (
        "〔船运系2019级 陆 遥　水文系2020级 苏 河〕",
        "〔船运系2019级 陆 遥　水文系2020级 苏 河",
    ):
        reading = read_byline(text, known=known)
        assert reading is not None
        assert [(one.name, one.office) for one in reading.authors] == [
            ("陆遥", "船运系2019级"),
            ("苏河", "水文系2020级"),
        ]
    assert read_byline("〔在座〕苏 河：到了。", known=known) is None
    assert read_byline("〔以下为录音整理〕", known=known) is None


def test_an_underline_stands_for_a_stroke_in_a_byline() -> None:
    known = frozenset(["陆遥"])
    for text, office in (
        ("陆 遥_主编", "主编"),
        ("陆遥_专栏", ""),
        ("坐诊_陆遥", ""),
        ("采写_陆遥", ""),
    ):
        reading = read_byline(text, known=known)
        assert reading is not None
        assert [(one.name, one.office) for one in reading.authors] == [("陆遥", office)]
