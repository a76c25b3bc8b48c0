"""What monthlies print about education and towns: posts below titles, boxes named once, quotes first."""

from __future__ import annotations

from converter.model import Box, Heading, Issue
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，灯还亮着。"
MORE = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天，天黑了才回屋。"
THIRD = "石阶有三十一级，最下面的两级常年浸在水里，长着青苔，走上去要扶着栏杆。"
CONTENTS = "目录\n\n石阶上的灯　　言伯端　　3\n我给孙女当学生　　桑秀英　　7\n学校怎样办起来\n——月亮课堂调查　　邵一勤　孟　川　　9\n\n"


def issue(first: str = "", second: str = "", third: str = "") -> Issue:
    return restored(
        f"{CONTENTS}{first}石阶上的灯\n\n言伯端 东岑大学教育学部教授、家庭研究中心主任\n\n{PROSE}\n\n{MORE}\n\n"
        f"我给孙女当学生\n\n桑秀英 青崖县木梓乡村民\n\n{THIRD}\n\n{second}{PROSE}\n\n"
        "学校怎样办起来\n——月亮课堂调查\n\n邵一勤 岑南省教育研究院副研究员\n孟 川 青崖县教育局办公室主任\n\n"
        f"{PROSE}\n\n{third}{MORE}\n"
    ).issue


def test_a_known_author_and_a_post_below_the_title_are_a_byline() -> None:
    found = issue()
    signed = [
        [(a.name, a.office) for b in one.bylines for a in b.authors] for one in found.articles
    ]
    assert signed == [
        [("言伯端", "东岑大学教育学部教授、家庭研究中心主任")],
        [("桑秀英", "青崖县木梓乡村民")],
        [("邵一勤", "岑南省教育研究院副研究员"), ("孟川", "青崖县教育局办公室主任")],
    ]
    assert not [b for one in found.articles for b in one.blocks if isinstance(b, Heading)]


def test_words_above_the_first_title_are_its_pull_quote() -> None:
    said = "灯是给走夜路的人点的，不是给灯自己看的，石阶也是一样。"
    found = issue(first=f"{said}\n\n")
    (quote,) = found.articles[0].pull_quotes
    assert [one.value for one in quote.paragraphs] == [said]


def boxes(text: str) -> list[tuple[str, str]]:
    found = issue(second=text)
    return [
        (b.label, b.title.value if b.title is not None else "")
        for one in found.articles
        for b in one.blocks
        if isinstance(b, Box)
    ]


CUT = "老人把缆绳绕了三圈，才肯回屋去睡，天亮以前又起来看一遍，看看那条船是不是还"
REST = "在原来的地方，是不是还系得牢，要是松了就再绕上三圈。"


def test_a_name_of_boxes_and_a_title_stand_on_one_line() -> None:
    source = "——《荻港州志》"
    text = "捐给义渡的田产，不得买卖、抵押，租谷专门用于修船和渡工口粮。"
    assert boxes(f"词条 渡田\n\n{text}\n\n{source}\n\n{REST[:-1]}了。\n\n") == [("词条", "渡田")]
    assert boxes(f"{CUT}\n\n词条 浦\n\n{text}\n\n{source}\n\n{REST}\n\n") == [("词条", "浦")]


def test_a_name_that_stands_once_and_says_something_is_the_title_of_the_box() -> None:
    text = "课本和练习册三斤一两，水壶一斤二两，铅笔盒四两，还有一块从河边捡来的石头。"
    assert boxes(f"{CUT}\n\n书包的重量\n\n{text}\n\n{REST}\n\n") == [("", "书包的重量")]


def test_a_title_below_a_folio_and_a_lost_full_stop_is_no_running_head() -> None:
    text = (
        "目录\n\n石阶上的灯　　张水　　3\n一封减厘的信　　李桥　　5\n桨声　　王渡　　8\n\n"
        f"石阶上的灯\n\n□ 张水（渡口小学教师）\n\n{PROSE}\n\n— 4 —\n\n{MORE}\n\n{CUT}\n\n— 5 —\n\n"
        f"一封减厘的信\n\n□ 李桥（渡口档案馆研究馆员）\n\n{THIRD}\n\n{PROSE}\n\n— 6 —\n\n{MORE}\n\n"
        f"桨声\n\n□ 王渡（渡工）\n\n{THIRD}\n\n{PROSE}\n"
    )
    found = restored(text).issue
    assert [one.title[0].value for one in found.articles] == ["石阶上的灯", "一封减厘的信", "桨声"]
    assert found.articles[1].bylines[0].authors[0].name == "李桥"


def test_a_card_of_a_book_has_the_book_for_its_title() -> None:
    card = "书卡 《盐道九百里》 祁维岳著，云墩出版社2021年3月第1版，398页，定价68.00元。"
    assert boxes(f"{CUT}\n\n{card}\n\n{REST}\n\n") == [("书卡", "《盐道九百里》")]


def test_who_has_given_what_a_box_tells_is_its_source() -> None:
    found = issue(
        second=f"{CUT}\n\n小贴士\n\n绕缆绳要绕三圈，绕完再打一个活结。\n\n资料提供：渡口水文站\n\n{REST}\n\n"
    )
    (box,) = [b for one in found.articles for b in one.blocks if isinstance(b, Box)]
    assert box.attribution is not None
    assert box.attribution.text.value == "资料提供：渡口水文站"


def test_a_bar_of_any_width_may_stand_before_the_name_of_a_box() -> None:
    one = f"{CUT}\n\n▍数说 2023年渡口一共过了二千九百一十四人次，比上年增长四成六。\n\n{REST}\n\n"
    other = f"{CUT[:-2]}否\n\n▍数说 2022年渡口一共过了一千九百九十四人次，比上年少了一成。\n\n{REST}\n\n"
    assert boxes(one + other) == [("数说", ""), ("数说", "")]
