"""Contents that set every title in the marks of works, and bylines in brackets below them."""

from __future__ import annotations

from converter.model import Heading
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


def test_contents_below_the_magazines_own_words_for_them() -> None:
    text = f"{CONTENTS}{MASTHEAD}\n{BODY}".replace("一 次 过 河", "本 期 四 渡")
    made = restored(text)
    assert made.issue.contents.heading == "本期四渡"
    assert [name for name, *_ in listed(made)][:2] == ["第一渡 石阶", "第二渡 船坞"]


DECKED = (
    "渡 口\nDUKOU\n2023年6月号\n总第21期\n\n本期 INSIDE\n\n石阶 STEPS\n004　石阶三十一级　　沈一帆\n\n河上 RIVER\n"
    "006　船匠的手\n三代人修了四百条船，还有谁要坐木船　　陆 遥\n\n"
    "灯下 LAMP\n012　一盏灯亮到后半夜\n与摆渡人周阿福谈缆绳、雾和夜班　　唐 果\n\n木牌 BOARD\n015　木牌上的告示　　周 苇\n\n"
    "主编_沈一帆\n编辑_陆 遥　唐 果\n美术_小 禾\n编辑部_河湾镇渡口路1号\n定价_12.00元\n\n"
    f"石阶 STEPS\n\n石阶三十一级\n\n沈一帆_主编\n\n{ONE}\n\n"
    f"河上 RIVER\n\n船匠的手\n\n三代人修了四百条船，还有谁要坐木船\n\n采写_陆遥\n\n{TWO}\n\n{ONE}\n\n"
    f"◢ 桐油三遍\n\n{FOUR}\n\n◢ 缆桩\n\n{ONE}\n\n灯下 LAMP\n\n一盏灯亮到\n后半夜\n\n"
    f"与摆渡人周阿福谈缆绳、雾和夜班\n\n采写_唐果\n\n{THREE}\n\n{FOUR}\n\n"
    f"木牌 BOARD\n\n木牌上的告示\n\n采写_周苇\n\n{FOUR}\n\n{ONE}\n"
)


def test_what_tells_of_an_article_below_its_title_is_a_subtitle() -> None:
    made = restored(DECKED)
    assert made.issue.contents.heading == "本期 INSIDE"
    assert [
        (tuple(line.value for line in one.title), one.subtitle and one.subtitle.value)
        for one in made.issue.articles[1:3]
    ] == [
        (("船匠的手",), "三代人修了四百条船，还有谁要坐木船"),
        (("一盏灯亮到", "后半夜"), "与摆渡人周阿福谈缆绳、雾和夜班"),
    ]
    assert [
        (entry.title, entry.subtitle)
        for section in made.issue.contents.sections[1:3]
        for entry in section.entries
    ] == [
        (("船匠的手",), "三代人修了四百条船，还有谁要坐木船"),
        (("一盏灯亮到后半夜",), "与摆渡人周阿福谈缆绳、雾和夜班"),
    ]


def test_underlines_behind_the_labels_of_a_masthead_and_marks_before_headings() -> None:
    made = restored(DECKED)
    told = {entry.label: entry.values for entry in made.issue.masthead.entries}
    assert told["主编"] == ("沈一帆",)
    assert told["定价"] == ("12.00元",)
    blocks = made.issue.articles[1].blocks
    assert [one.text.value for one in blocks if isinstance(one, Heading)] == ["桐油三遍", "缆桩"]
