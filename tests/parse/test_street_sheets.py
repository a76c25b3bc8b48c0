"""Sheets without contents: what a school, a street or a society prints, told by how it sets its titles."""

from __future__ import annotations

from tests.parse.test_without_contents import HEAD, told
from tests.support.articles import articles
from tests.support.restored import restored
from tests.support.trades import TRADES


def test_who_signs_between_a_framed_section_and_the_title() -> None:
    pieces = [
        ("会务", "", "三届二次理事会召开", ""),
        ("论坛", "寿明远", "别让一杆秤跑得太快", "——老秤上市时间的思考"),
        ("技术", "娄春生", "柿漆的干湿怎样掌握", ""),
    ]
    body = "\n\n".join(
        "\n\n".join(
            filter(None, (f"【{name}】", who, f"{title}\n{below}", TRADES[at], TRADES[at + 3]))
        )
        for at, (name, who, title, below) in enumerate(pieces)
    )
    found = articles(HEAD + body)
    expected = [(title, (who,) if who else ()) for _, who, title, _ in pieces]
    assert [told(article) for article in found] == expected


def test_a_poem_under_a_mark_and_a_name() -> None:
    verse = "银杏把信写在路上\n扫地的人读了一遍\n装进了口袋"
    body = f"渡口的灯\n□ 初二（3）班　伍佳禾\n　　{TRADES[0]}\n　　{TRADES[1]}\n\n秋天的短信\n□ 初一（5）班　鲁小雨\n{verse}\n"
    found = articles(HEAD + body)
    assert [told(article) for article in found] == [
        ("渡口的灯", ("伍佳禾",)),
        ("秋天的短信", ("鲁小雨",)),
    ]


def test_heads_under_the_signs_of_titles_where_headings_are_bold() -> None:
    pieces = [
        ("## 雨燕回来的那个星期\n\n文 / 麦秋", "**缝要留多宽**"),
        ("## 一张湿地地图是怎样画成的\n\n文 / 骆一帆", "**跟着水鸟走**"),
    ]
    body = "\n\n".join(
        f"{head}\n\n{TRADES[at]}\n\n{heading}\n\n{TRADES[at + 2]}"
        for at, (head, heading) in enumerate(pieces)
    )
    plain = f"## 六月活动\n\n{TRADES[5]}\n\n{TRADES[6]}"
    found = articles(f"# 栖园\n2018年第4期\n\n{body}\n\n{plain}\n")
    assert [told(article)[0] for article in found][2:] == ["六月活动"]
    # What an engine takes for large, headings as well as titles, tells nothing.
    heads = body.replace("**缝要留多宽**", "## 缝要留多宽").replace(
        "**跟着水鸟走**", "## 跟着水鸟走"
    )
    assert len(articles(f"# 栖园\n2018年第4期\n\n{heads}\n")) == 2


SIGNED = [
    ("东门早市挪进了院子", "邵桂枝"),
    ("楼道的灯为什么总是坏", "穆小川"),
    ("修伞人的木箱", "尚文秋"),
]


def _sheet(between: str = "", *, heading: str = "", last: str = "") -> str:
    """A sheet of pieces that are signed at their ends, and some that nobody signs before the last."""
    pieces = [
        f"{title}\n{TRADES[at]}\n{heading}{TRADES[at + 3]}{last if at == 2 else ''}\n（通讯员 {who}）"
        for at, (title, who) in enumerate(SIGNED)
    ]
    pieces.insert(2, f"便民服务日安排\n{TRADES[6]}{between}")
    return HEAD + "\n\n".join(pieces) + "\n"


def test_what_stands_below_the_only_blank_lines_as_titles_do() -> None:
    titles = [told(article)[0] for article in articles(_sheet())]
    assert titles[2:] == ["便民服务日安排", "修伞人的木箱"]
    # Where headings stand right below their texts, several such lines tell.
    news = f"\n\n我和对门老刘\n{TRADES[7]}"
    flush = [told(article)[0] for article in articles(_sheet(news, heading="漆与伞\n"))]
    assert flush[2:] == ["便民服务日安排", "我和对门老刘", "修伞人的木箱"]


def test_a_lost_blank_line_changes_nothing_of_how_titles_are_set() -> None:
    news = f"\n\n我和对门老刘\n{TRADES[7]}"
    text = _sheet(news, heading="漆与伞\n")
    lost = text.replace("\n\n楼道的灯", "\n楼道的灯")
    assert lost != text
    titles = [told(article)[0] for article in articles(lost)]
    assert titles[2:] == ["便民服务日安排", "我和对门老刘", "修伞人的木箱"]


def test_a_heading_right_below_its_text_tells_so_above_a_paragraph_that_has_lost_its_end() -> None:
    whole = TRADES[3] + TRADES[4] + TRADES[5]
    first = f"渡口的灯\n□ 初二（3）班　伍佳禾\n{TRADES[0]}\n漆与伞\n{whole[:-1]}"
    second = f"秋天的短信\n□ 初一（5）班　鲁小雨\n{TRADES[1]}"
    plain = f"便民服务日安排\n{TRADES[6]}\n\n我和对门老刘\n{TRADES[7]}"
    found = articles(f"{HEAD}{first}\n\n{second}\n\n{plain}\n")
    assert [told(article)[0] for article in found][2:] == ["便民服务日安排", "我和对门老刘"]


def test_headings_below_blank_lines_are_no_titles() -> None:
    last = f"\n\n伞匠的话\n{TRADES[1]}\n\n柿漆的话\n{TRADES[0]}"
    titles = [told(article)[0] for article in articles(_sheet(last=last))]
    assert "伞匠的话" not in titles
    assert "柿漆的话" not in titles


def test_who_signs_behind_a_full_last_line() -> None:
    signed = "\n".join(
        f"{title}\n{TRADES[at]}\n{TRADES[at + 3]}\n（{who}）"
        for at, (title, who) in enumerate(SIGNED[:2])
    )
    last = "\n".join((TRADES[1], *TRADES[5:7], f"{TRADES[2]}{{}}（苗得雨）"))
    text = f"{HEAD}{signed}\n二婶分家\n{last}\n谚语与节气\n{TRADES[7]}\n{TRADES[4]}\n"
    assert told(articles(text.format(""))[2]) == ("二婶分家", ("苗得雨",))
    assert [told(article) for article in articles(text.format(""))][3:] == [("谚语与节气", ())]
    quoted = articles(text.format("“漆要慢慢干。”"))
    assert ("二婶分家", ("苗得雨",)) not in [told(article) for article in quoted]


def test_one_who_signs_on_a_line_and_one_who_signs_behind_a_full_last_line() -> None:
    first = f"渡口的灯\n{TRADES[0]}\n{TRADES[3]}\n（河湾公社农技站　董满仓）"
    last = "\n".join((TRADES[1], *TRADES[5:7], f"{TRADES[2]}（苗得雨）"))
    text = f"{HEAD}{first}\n二婶分家\n{last}\n谚语与节气\n{TRADES[7]}\n{TRADES[4]}\n"
    assert [told(article) for article in articles(text)] == [
        ("渡口的灯", ("董满仓",)),
        ("二婶分家", ("苗得雨",)),
        ("谚语与节气", ()),
    ]


def test_a_letter_box_over_who_is_addressed() -> None:
    letter = f"编辑同志：\n{TRADES[3]}\n大柳树大队　范有田"
    text = f"{HEAD}渡口的灯\n□ 伍佳禾\n{TRADES[0]}\n{TRADES[1]}\n读者信箱\n{letter}\n"
    assert [told(article)[0] for article in articles(text)] == ["渡口的灯", "读者信箱"]


def test_several_who_sign_at_the_end_and_poems_below_them() -> None:
    pieces = [
        ("六十年后再点名", "五六届　白书琴"),
        ("寻找一位同学", "六五届　涂美玲　管秀英　翟凤"),
    ]
    signed = "\n\n".join(
        f"{title}\n{TRADES[at]}\n{TRADES[at + 3]}\n（{who}）"
        for at, (title, who) in enumerate(pieces)
    )
    verse = "回　校\n皂角树高过旧墙，\n钟声犹自绕回廊。\n白头不识新门径，\n却向井边寻课堂。"
    found = articles(f"{HEAD}{signed}\n\n旧体诗两首\n{verse}\n（五八届　邝仲文）\n")
    assert [told(article) for article in found] == [
        ("六十年后再点名", ("白书琴",)),
        ("寻找一位同学", ("涂美玲", "管秀英", "翟凤")),
        ("旧体诗两首", ("邝仲文",)),
    ]


def test_a_postscript_that_is_set_as_titles_are() -> None:
    body = "\n\n".join(
        f"{title}\n{who}\n{TRADES[at]}\n{TRADES[at + 3]}" for at, (title, who) in enumerate(SIGNED)
    )
    titles = [told(article)[0] for article in articles(f"{HEAD}{body}\n\n编后\n{TRADES[7]}\n")]
    assert titles == [*(title for title, _ in SIGNED), "编后"]


def test_a_season_below_the_number_is_the_date_of_a_masthead() -> None:
    text = f"沿河\n文学小报\n第十七号\n二〇二二年春\n\n渡口的灯\n陆小满\n{TRADES[0]}\n{TRADES[1]}\n"
    masthead = restored(text).issue.masthead
    assert (masthead.title, masthead.year, masthead.number) == ("沿河", 2022, "17")


def test_offices_that_several_sign_with_in_a_newspaper() -> None:
    lead = f"本报讯（记者　牧小舟）{TRADES[4]}\n{TRADES[5]}"
    poem = "最后一个乘客下车了\n我替他看了看座位\n有一张报纸，一点体温\n和一个没有下车的梦"
    text = (
        f"渡口人\n渡口客运公司主办　2022年9月30日　第19期\n第1版 要闻\n\n渡船试航\n{lead}\n\n"
        f"第2版 副刊\n\n末班船\n船务中心　尤小棠\n{poem}\n\n"
        f"母亲第一次坐船\n票务中心　郗雨\n{TRADES[0]}\n{TRADES[1]}\n{TRADES[2]}\n"
    )
    assert [told(article) for article in articles(text)][1:] == [
        ("末班船", ("尤小棠",)),
        ("母亲第一次坐船", ("郗雨",)),
    ]


def test_names_of_sections_between_two_marks() -> None:
    pieces = [
        ("校园动态", "新图书馆落成", ""),
        ("忆旧", "食堂门前的黑板", "陆小满"),
        ("启事", "征集老照片", ""),
    ]
    body = "\n".join(
        "\n".join(filter(None, (f"◆{name}◆", title, who, TRADES[at], TRADES[at + 3])))
        for at, (name, title, who) in enumerate(pieces)
    )
    found = articles(HEAD + body)
    assert [told(article) for article in found] == [
        (title, (who,) if who else ()) for _, title, who in pieces
    ]
