"""A weekly of current affairs: words set large in ragged lines, scenes, decks, small print."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Heading, Issue, Paragraph, PullQuote
from converter.parse.byline import read_byline, shows_pictures
from converter.parse.captions import tells_scene
from tests.support.blocks import boxes_of
from tests.support.restored import restored as restore

HEAD = (
    "岸上周刊\n\nANSHANG WEEKLY\n\n2024.05.06 第17期 总第612期\n\n主管 岱川日报社\n\n出版 岸上周刊杂志社\n\n"
    "主编 周时渡\n\n地址 宁平市望江路17号\n\n定价 12.00元\n\n"
)
ONE = "铁匠铺的炉火一年四季不灭，打完锄头打菜刀，打完菜刀打船钉，火星子溅到街对面的药铺门口。"
TWO = "药铺掌柜的算盘是红木做的，珠子磨得发亮，他拨珠子的时候不看珠子，看的是抓药人的脸色。"
THREE = "修桥的消息传了十一年，测量的人来过三回，红白的标杆插在柳树底下，第二年落满了麻雀。"
CUT = (
    "渡口停运以后，对岸的豆腐过不来，老何只好绕道十一里从铁桥上走，走到集上已经是中午，所以他学会了"
)
REST = "在桥头的长椅上坐着等，等一个顺路的人，最久的一次等到天黑。"


def issue_of(
    *body: str,
    byline: str = "文｜本刊记者 沈默帆",
    print_: str = "",
    deck: str = "",
    under: str = "",
) -> Issue:
    rows = f"6 末班船停在腊月{deck}\n\n18 灯下\n\n"
    section = "封面报道 COVER STORY\n\n"
    listed = f"目录\n\nCONTENTS\n\n{section}{rows}{under}"
    first = "\n\n".join((f"{section}末班船停在腊月", byline, *body))
    second = f"灯下\n\n文｜尹小满\n\n{THREE}\n"
    return restore(f"{HEAD}{print_}{listed}{first}\n\n{second}").issue


def article(*body: str, byline: str = "文｜本刊记者 沈默帆") -> Article:
    return issue_of(*body, byline=byline).articles[0]


def quotes(made: Article) -> list[str]:
    return [t.value for b in made.blocks if isinstance(b, PullQuote) for t in b.paragraphs]


def texts(made: Article) -> list[str]:
    return [b.text.value for b in made.blocks if isinstance(b, Paragraph)]


# -- words set large --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "河上的人不是不坐船，\n是船不去他要去的地方",
        "河上的人不是不坐船，是\n船不去\n他要去的地方",
        "他说，河上的人不坐船。\n河上的人不是不坐船，\n是船不去他要去的地方",
    ],
)
def test_ragged_lines_without_a_mark_that_the_text_says_are_a_pull_quote(lines: str) -> None:
    own = "老船工翻开账本给我看。他说，河上的人不坐船。”河上的人不是不坐船，是船不去他要去的地方。”"
    made = article(ONE, CUT, lines, REST, own)
    assert quotes(made) == [lines.replace("\n", "")]
    assert texts(made) == [ONE, CUT + REST, own]


def test_words_that_a_page_cuts_elsewhere_are_said_all_the_same() -> None:
    lines = "没有坏。你想让它走，\n回家自己拧十四圈；\n你不想让它走，就这样放着，\n也对"
    first = "老船工把座钟原样交还，告诉那个年轻人：“没有坏。你想让它走，回家自己拧"
    last = "十四圈；你不想让它走，就这样放着，也对。”"
    made = article(CUT, lines, REST, first, "38", last)
    assert quotes(made) == [lines.replace("\n", "")]
    assert first + last in texts(made)


def test_lines_that_the_text_does_not_say_are_no_pull_quote() -> None:
    made = article(ONE, "船来了，\n船又走了，\n水里还是那盏灯", ONE.replace("铁匠", "木匠"))
    assert quotes(made) == []


# -- scenes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "4月11日，宁平县城西渡口。63条船自元旦起停放于此，多数已经漏水。",
        "4月20日凌晨，鹤尾港三号码头，捆缆绳的妇女一根绳要绕三圈半。",
        "2023年12月31日夜，末班船的船舱。",
    ],
)
def test_when_and_where_a_photograph_was_taken(text: str) -> None:
    assert tells_scene(text)
    made = article(ONE, CUT, text, REST, TWO)
    assert [b.caption.value for b in made.blocks if isinstance(b, Figure)] == [text]
    assert texts(made) == [ONE, CUT + REST, TWO]


@pytest.mark.parametrize(
    "text",
    [
        "4月18日，县政府召开了专题会议，议题是渡船。",
        "3月的一个雨天，他在县中门口看见了那个孩子。",
        "4月11日，天晴。渡口来了三个人，都说要过河，船工不在，他们就坐在石阶上等。等到中午，还是没有人来。",
    ],
)
def test_what_happened_on_a_day_is_no_caption(text: str) -> None:
    made = article(ONE, text, TWO)
    assert texts(made) == [ONE, text, TWO]


def test_what_the_cover_shows_is_a_caption() -> None:
    issue = issue_of(ONE, under="封面图｜宁平县2号渡口的站牌 原野／摄\n\n")
    front = [block.caption.value for block in issue.front if isinstance(block, Figure)]
    assert front == ["封面图｜宁平县2号渡口的站牌 原野／摄"]


# -- who wrote --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文｜本刊记者 沈默帆 洛一川", ["沈默帆", "洛一川"]),
        ("本刊记者 洛一川 沈默帆", ["洛一川", "沈默帆"]),
        ("文｜本刊记者 洛一川", ["洛一川"]),
        ("文/本刊记者 何见山 实习生 洛一川", ["何见山", "洛一川"]),
        ("文｜本刊记者 沈默帆 洛一川 报道", ["沈默帆", "洛一川"]),
    ],
)
def test_pen_names_behind_an_office(line: str, names: list[str]) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [one.name for one in reading.authors] == names


@pytest.mark.parametrize("line", ["本刊记者 深入 一线", "本刊记者 走基层"])
def test_words_behind_an_office_are_no_names(line: str) -> None:
    assert read_byline(line) is None


def test_who_took_the_pictures_is_no_author() -> None:
    made = article(ONE, TWO, byline="文｜本刊记者 沈默帆\n发自宁平县\n图｜本刊记者 原野")
    assert [a.name for b in made.bylines for a in b.authors] == ["沈默帆"]
    assert len(made.bylines) == 3
    assert not shows_pictures("文、图｜本刊记者 卓然")
    assert not shows_pictures("摄影/原野 文/李四")


def test_who_edited_an_article_is_no_box() -> None:
    remark = "（应受访者要求，文中何某为化名；实习生柯小满对本文亦有贡献）"
    made = article(ONE, TWO, remark, "责任编辑｜雷青禾", "17")
    assert not [block for block in (*made.blocks, *made.back) if isinstance(block, Box)]
    last = [b for b in (*made.blocks, *made.back) if isinstance(b, Paragraph)][-1]
    assert (last.role.value, last.text.value) == ("credit", "责任编辑｜雷青禾")


# -- contents and small print -------------------------------------------------------------------


def test_deck_under_a_title_of_the_contents_is_no_article() -> None:
    deck = "宁平县的渡船在去年最后一天收班，再也没有开出来"
    first = f"{deck}。受影响的有多少人，没有人说得清，因为他们大多没有开口。"
    issue = issue_of(first, ONE, deck=f"\n\n{deck}")
    (section,) = issue.contents.sections
    assert [(e.title, e.subtitle, e.page) for e in section.entries] == [
        (("末班船停在腊月",), deck, "6"),
        (("灯下",), "", "18"),
    ]


def test_title_that_no_article_has_stays_an_entry() -> None:
    issue = issue_of(ONE, deck="\n\n渡口明年还开不开，谁也没有说过一句准话")
    (section,) = issue.contents.sections
    assert len(section.entries) == 3


@pytest.mark.parametrize(
    "line",
    [
        "本刊所有文字、图片未经书面许可，不得转载",
        "本刊所付稿酬已包含网络传播费用。如有印装质量问题，请与印刷厂联系调换。",
        "投稿 gao@anshang.example.net",
        "官网 www.anshang.example.net",
    ],
)
def test_small_print_belongs_to_the_masthead(line: str) -> None:
    issue = issue_of(ONE, print_=f"{line}\n\n")
    assert issue.front == ()
    values = "".join(value for e in issue.masthead.entries for value in (e.label, *e.values))
    assert line.rsplit(maxsplit=1)[-1][-6:] in values


# -- books below what is said of them ----------------------------------------------------------

IMPRINTS = (
    "《炉边旧账》，匡石编纂，岱川县档案馆整理，2019年4月印行，工本费18元。",
    "《火星子》，何若溪著，临江书局2021年3月版，32.00元。",
)


def headings(made: Article) -> list[str]:
    return [b.text.value for b in made.blocks if isinstance(b, Heading)]


@pytest.mark.parametrize("count", [1, 2])
def test_imprints_under_a_name_at_the_end_of_an_article_are_a_box(count: int) -> None:
    made = article(ONE, TWO, CUT + REST, "### 书讯", *IMPRINTS[:count])
    assert [(label, inside) for label, _, inside in boxes_of(made)] == [
        ("书讯", list(IMPRINTS[:count]))
    ]
    assert headings(made) == []
    assert texts(made) == [ONE, TWO, CUT + REST]


@pytest.mark.parametrize(
    "body",
    [
        (ONE, TWO, "### 书讯", IMPRINTS[0], CUT + REST),
        (ONE, "### 炉火", IMPRINTS[1], TWO, "### 旧账", IMPRINTS[0]),
    ],
)
def test_they_are_none_above_a_text_and_where_others_stand_below_headings(
    body: tuple[str, ...],
) -> None:
    assert boxes_of(article(*body)) == []
