"""A monthly in Markdown as document models write it: tables, bullets and hashes used as they come."""

from __future__ import annotations

from converter.model import Figure, Paragraph, PullQuote, Role, Table
from converter.parse.boxes import with_proved_labels
from converter.parse.context import Ledger
from converter.parse.issue.one_cell import without_frames
from converter.parse.markup import resolve
from converter.pipeline import Restored
from converter.profile import Profile
from converter.segment import find_furniture, make_units
from converter.source import Line
from tests.support.blocks import sourced
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
        "## 渡口\n\n季刊 2023年第2期（总第17期）\n\n| 主管 | 河湾镇文化站 |\n|---|---|\n| 主办 | 河湾镇读书会 |\n| 主编 | 沈一帆 |\n| 邮编 | 199072 |\n\n"
        "本刊所登的水情不能代替水文站的预报。\n"
    )
    values = [value for entry in made.issue.masthead.entries for value in entry.values]
    assert {"河湾镇文化站", "199072", "本刊所登的水情不能代替水文站的预报。"} <= {*values}
    assert not [value for value in values if "|" in value]


BROKEN = (
    "镇上的人说起那年的大水，都要先说石阶。他们说水漫到第三级的时候，渡船还在走，甲板上坐着赶集回来的人，"
    "篮子里的鸡伸着脖子看水；水漫到第九级，船老大才"
)
REST = "把缆绳系在樟树上，背着灯回了家，第二天一早，树还在，船已经不见了。"


def test_box_in_a_table_of_one_cell_within_a_sentence() -> None:
    made = article(
        BROKEN,
        "| 水边叮嘱　水退了，也要等一等 |\n|---|\n| 石阶上的青苔比冰还滑，水退以后要晒两天才能走人。<br>——河湾镇水文站 |",
        REST,
    )
    assert sourced(made.issue) == [
        (
            "水边叮嘱",
            "水退了，也要等一等",
            ["石阶上的青苔比冰还滑，水退以后要晒两天才能走人。"],
            "河湾镇水文站",
        )
    ]
    first = made.issue.articles[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.value == BROKEN + REST


def test_names_in_one_column_stay_a_table() -> None:
    body = [Line(1, "| 渡口 |"), Line(2, "|---|"), Line(3, "| 老渡口 |"), Line(4, "| 新渡口 |")]
    assert without_frames(body, Ledger()) == (body, {})


def test_a_line_that_is_a_table_of_one_cell_is_a_line() -> None:
    body = [
        Line(1, "河湾的闸"),
        Line(2, ""),
        Line(3, "| ——访管闸人 |"),
        Line(4, ""),
        Line(5, "水来了。"),
    ]
    ledger = Ledger()
    lines, frames = without_frames(body, ledger)
    assert [line.text for line in lines] == ["河湾的闸", "", "——访管闸人", "", "水来了。"]
    assert not frames
    assert [(one.line, one.text) for one in ledger.drops] == [(3, "||")]


def test_a_row_of_one_cell_near_others_stays_one() -> None:
    body = [Line(1, "| 渡口 | 水位 |"), Line(2, ""), Line(3, "| 老渡口 |")]
    assert without_frames(body, Ledger()) == (body, {})


def test_name_over_points_within_a_sentence() -> None:
    made = article(
        BROKEN,
        "#### **渡口秤**",
        "一船坐满十二个人，大约重七百公斤；\n\n一船装满西瓜，大约重九百公斤；\n\n装西瓜的船走得慢，人少说话。",
        REST,
    )
    assert [(label, texts) for label, _, texts, _ in sourced(made.issue)] == [
        (
            "渡口秤",
            [
                "一船坐满十二个人，大约重七百公斤；",
                "一船装满西瓜，大约重九百公斤；",
                "装西瓜的船走得慢，人少说话。",
            ],
        )
    ]


def test_name_alone_over_figures_and_beside_a_title() -> None:
    made = article(
        ONE,
        "## 数水尺",
        "**12级**\n涨水时淹没的石阶\n\n**4成**\n改走大桥的人",
        "数据来源：河湾镇水文站",
        TWO,
        "**数水尺　一条渡船的尺寸**",
        "船长：九米\n\n船宽：两米一\n\n吃水：四十厘米",
    )
    assert sourced(made.issue) == [
        ("数水尺", "", ["12级　涨水时淹没的石阶", "4成　改走大桥的人"], "数据来源：河湾镇水文站"),
        ("数水尺", "一条渡船的尺寸", ["船长：九米", "船宽：两米一", "吃水：四十厘米"], ""),
    ]


def test_name_of_a_section_is_none_of_a_box() -> None:
    units = make_units(
        [Line(1, "# 专栏"), Line(2, ""), Line(3, "# 专栏　夜里的渡口"), Line(4, ONE)]
    )
    profile = Profile()
    assert "专栏" in with_proved_labels(profile, units).boxes.labels
    assert "专栏" not in with_proved_labels(profile, units, {"专栏"}).boxes.labels


def test_house_in_brackets_closes_a_box() -> None:
    made = article(
        BROKEN,
        "#### **小贴士** 哪些人坐船不收钱",
        "七十岁以上的老人，背着书包的学生，半夜里去卫生院的人，都不收钱。",
        "*（河湾镇社区卫生服务中心）*",
        REST,
    )
    assert [(label, source) for label, _, _, source in sourced(made.issue)] == [
        ("小贴士", "河湾镇社区卫生服务中心")
    ]


def test_title_and_subtitle_on_one_line() -> None:
    made = restored(
        f"{HEAD}# 目录\n\n- 2 **夜里的渡口** 陆遥\n  与船老大走一个通宵\n\n- 4 **船匠的手** 唐果\n\n"
        f"# **夜里的渡口** ——与船老大走一个通宵\n\n**文 |** 陆遥\n\n{ONE}\n\n# **船匠的手**\n\n**文 |** 唐果\n\n{TWO}\n"
    )
    first = made.issue.articles[0]
    assert [line.value for line in first.title] == ["夜里的渡口"]
    assert first.subtitle is not None
    assert first.subtitle.value == "——与船老大走一个通宵"
    assert [title for _, title, *_ in listed(made)] == ["夜里的渡口", "船匠的手"]


def test_title_in_the_first_row_of_a_table() -> None:
    made = article(
        ONE,
        "| 一天的渡船 | | |\n|---|---|---|\n| 时辰 | 去 | 回 |\n| 清早 | 31人 | 12人 |\n| 傍晚 | 9人 | 40人 |",
        TWO,
    )
    table = next(b for b in made.issue.articles[0].blocks if isinstance(b, Table))
    assert table.caption is not None
    assert table.caption.value == "一天的渡船"
    assert [cell.text.value for cell in table.rows[0]] == ["时辰", "去", "回"]
    assert [cell.header for row in table.rows for cell in row[:1]] == [True, False, False]


def test_text_below_a_picture_that_alone_goes_on_with_a_sentence() -> None:
    made = article(BROKEN, "![](p5_2.jpg)", REST, "## 水退以后", THREE)
    blocks = made.issue.articles[0].blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text.value == BROKEN + REST
    assert not [block for block in blocks if isinstance(block, Figure)]


def test_quotation_in_the_size_of_a_heading_at_the_top_of_a_page() -> None:
    made = article(
        BROKEN, "4", "渡口 2023.02", "## 渡船还在走，石阶已经看不见了。", REST, "6", THREE, "8", ONE
    )
    blocks = made.issue.articles[0].blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text.value == BROKEN + REST
    assert [b.paragraphs[0].value for b in blocks if isinstance(b, PullQuote)] == [
        "渡船还在走，石阶已经看不见了。"
    ]


def test_lines_about_who_has_answered() -> None:
    made = article(
        ONE,
        "**渡口：**水涨到哪里不走船？",
        "**沈青禾：**涨到第九级。",
        "**渡口：**怕不怕？",
        "**沈青禾：**怕，怕了四十年。",
        "沈青禾，河湾镇船工。一九六一年生于河湾，现任渡口班班长。",
    )
    assert [b.role for b in made.issue.articles[0].back if isinstance(b, Paragraph)] == [
        Role.BIOGRAPHY
    ]


def test_folios_with_a_blank_or_letters_in_them() -> None:
    lines = [
        *(ONE, "", "18", "", TWO, "", "Z0", "", THREE),
        *("", "2 2", "", ONE, "", "24", "", TWO),
    ]
    lines += ["", "26", "", THREE]
    body = [Line(number, text) for number, text in enumerate(lines, 1)]
    assert [(one.line, one.page) for one in find_furniture(body).breaks] == [
        (3, 18),
        (7, 20),
        (11, 22),
        (15, 24),
        (19, 26),
    ]
