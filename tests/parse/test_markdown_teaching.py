"""A teaching monthly in Markdown as document models write it: bold type that is lost, alone or a name."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph, Table
from converter.parse.byline import read_byline
from converter.parse.heal import explains_overleaf
from converter.parse.marked import names_like
from converter.pipeline import Restored
from converter.segment import find_furniture, make_units
from converter.source import Line
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
BROKEN = "河水退下去的那几天，镇上的人都到石阶上来洗被子，一级一级铺开，远看像一面"
REST = "彩色的墙，风一吹就动。"
HEAD = "# 渡口\n\nDU KOU\n\n2023年第2期\n\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"


def article(*lines: str) -> Restored:
    """An issue of two articles, of which the first has some lines."""
    listing = ("# 目录", "夜里的渡口 / 陆遥（2）", "船匠的手 / 唐果（8）")
    body = ("# 夜里的渡口", "文／陆遥", *lines, "# 船匠的手", "文／唐果", TWO, ONE)
    return restored(HEAD + "\n\n".join((*listing, *body)) + "\n")


def texts(made: Restored) -> list[str]:
    """The paragraphs of the first article."""
    return [b.text.value for b in made.issue.articles[0].blocks if isinstance(b, Paragraph)]


def boxes(made: Restored) -> list[tuple[str, str]]:
    """The labels and titles of the boxes in the first article."""
    found = [b for b in made.issue.articles[0].blocks if isinstance(b, Box)]
    return [(b.label, b.title.value if b.title else "") for b in found]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("文／沈青禾 河湾县林业站", [("沈青禾", "河湾县林业站")]),
        ("主持：沈青禾 河湾县林业站", [("沈青禾", "河湾县林业站")]),
        ("文／沈青禾、河湾县林业站", [("沈青禾", ""), ("河湾县林业站", "")]),
    ],
)
def test_where_an_author_works_behind_the_name(line: str, who: list[tuple[str, str]]) -> None:
    found = read_byline(line)
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == who


def test_afterword_without_bold_type_among_sections_that_have_it() -> None:
    made = restored(
        f"{HEAD}# 目录\n\n**专题**\n\n夜里的渡口 / 陆遥（2）\n\n**手艺**\n\n船匠的手 / 唐果（4）\n\n编后\n\n灯下的话（6）\n\n"
        f"# 夜里的渡口\n\n陆遥\n\n{ONE}\n\n# 船匠的手\n\n唐果\n\n{TWO}\n\n## 编后\n\n## 灯下的话\n\n{THREE}\n"
    )
    assert listed(made)[-1] == ("编后", "灯下的话", (), "6")
    assert [part.value for part in made.issue.articles[-1].title] == ["灯下的话"]


def test_heading_whose_bold_type_is_not_closed() -> None:
    made = article(ONE, "**船上的规矩", TWO, "**岸上的规矩**", THREE)
    heads = [b.text.value for b in made.issue.articles[0].blocks if isinstance(b, Heading)]
    assert heads == ["船上的规矩", "岸上的规矩"]


def test_name_in_bold_that_asks_the_reader() -> None:
    made = article(ONE, f"**量一量** {TWO}", THREE)
    assert boxes(made) == [("量一量", "")]
    assert texts(made) == [ONE, THREE]


def test_name_that_asks_the_reader_without_bold_type() -> None:
    made = article(ONE, f"量一量 {TWO}", THREE)
    assert boxes(made) == [("量一量", "")]


def test_name_in_bold_like_that_of_another_box() -> None:
    long = [ONE, THREE] * 7
    lines = [f"**链接** {TWO}", *long, f"**渡口旧事** {TWO}", *long]
    units = make_units([Line(2 * at + 1, text) for at, text in enumerate(lines)])
    assert names_like(units, ("链接",)) == {"渡口旧事"}
    assert not names_like(units, ("名词解释",))
    points = [f"**链接** {TWO}", *long, f"**看水** {TWO}", f"**看灯** {TWO}"]
    units = make_units([Line(2 * at + 1, text) for at, text in enumerate(points)])
    assert not names_like(units, ("链接",))


def test_title_in_a_sentence_that_ends_with_a_reason() -> None:
    made = article(BROKEN, "**老船不能换的三个理由**", TWO, REST, THREE)
    assert boxes(made) == [("", "老船不能换的三个理由")]
    assert texts(made)[0] == BROKEN + REST


def test_heading_below_a_table_whose_last_cell_is_no_sentence() -> None:
    table = (
        "| 月份 | 水位与放船的次数，由渡口班逐日记录 |\n|---|---|\n"
        "| 六月 | 退到第九级，每天放船四次，遇雨减半 |"
    )
    made = article(ONE, table, "**看水三件事**", f"（一）{ONE}", f"（二）{TWO}", f"（三）{THREE}")
    assert boxes(made) == []
    heads = [b.text.value for b in made.issue.articles[0].blocks if isinstance(b, Heading)]
    assert heads == ["看水三件事"]


def test_row_of_which_a_bar_is_lost() -> None:
    made = article(
        ONE,
        "| 部位 | 毛病 | 办法 |\n|---|---|---|\n| 船底 | 漏水 | 补麻 |\n| 船头 | 开裂 换木板 |",
        TWO,
    )
    table = next(b for b in made.issue.articles[0].blocks if isinstance(b, Table))
    assert [cell.text.value for cell in table.rows[-1]] == ["船头", "开裂", "换木板"]


def test_name_of_the_magazine_in_pinyin_within_a_sentence() -> None:
    made = article(BROKEN, "DUKOU", REST, THREE)
    assert texts(made) == [BROKEN + REST, THREE]


def test_misread_folio_above_a_title() -> None:
    lines = [ONE, "", "l0", "", "# 船匠的手", "", TWO, "", "· 16 ·", "", THREE]
    body = [Line(number, text) for number, text in enumerate(lines, 1)]
    assert 3 in find_furniture(body, known=("船匠的手",)).reasons
    assert 3 not in find_furniture(body).reasons


def test_sentence_that_goes_on_overleaf_behind_a_colon() -> None:
    above = "再说一说怎样交班。渡口班不写日记，只留一张“水单”："
    below = "下一个人没有到过这条河也看得懂，哪里水急，哪里有桩，一句一句写在上面。"
    assert texts(article(above, "· 4 ·", below, THREE))[0] == above + below
    assert texts(article(above, below, THREE))[0] == above
    assert not explains_overleaf("渡口班定下的规矩主要有三条。内容如下：", below)
