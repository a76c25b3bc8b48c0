"""A bimonthly of letters and local history: fillers, verse in classical forms, songs, letters of the dead."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Issue, Paragraph, Role, Verse
from converter.names import is_name, names_verse
from converter.parse.boxes import is_source
from converter.parse.byline import read_byline
from converter.parse.geometry import items_of
from converter.parse.kinds import is_date_line, takes_from
from tests.support.restored import restored

ISSUE = """\
渡　口
文史双月刊
1997年第2期（总第62期）

目　录

·往事·
　　桅灯底下……………………………………沈一帆（3）
　　缆绳的来历…………………………………温　洛（4）
·诗页·
　　江楼杂咏……………………………………季桂川（5）
·书简·
　　致友人二通…………………………………辛若水（6）
·谣谚·
　　船歌两首……………………………水　生搜集（7）
补　白　旧联拾趣（3）　老话说潮（4）

主　编　程远山
定　价　2.40元

往事

　　　　　　　　桅灯底下
　　　　　　　　　　　沈一帆

　　码头的吊车停了三天，第四天早上，调度室的灯先亮起来，
接着是食堂的灯，最后才是吊车上的那一盏。夜班的人把安全帽
扣在窗台上，帽子里都写着名字。

　　　　　　　　旧联拾趣

　　旧时店铺多有好联。伞铺联云：“有雨随时合，无风两面
开。”过路人念一遍，记一辈子。
　　　　　　　　　　　　　　　　（辑自《渡口杂缀》）

• 3 •


　　　　　　　　缆绳的来历
　　　　　　　　　　　温　洛

　　船台东边有一排旧平房，从前住过学徒，如今堆着缆绳，门
上的编号还是用白漆写的，从左到右数过去，正好十二间。

　　　　　　　　老话说潮

　　旧时船上看潮，不看皇历看月亮。我问老人准不准，老人说，
不准，可是说了几百年，不说也不行了。
　　　　　　　　　　　　　　　　（晏　平）

^ 、• ．i

• 4 •


诗页

　　　　　　　　江楼杂咏
　　　　　　　　　　　季桂川

　　　　　　　　　　七律·重过旧渡

　　　　　　廿年重到旧江亭，
　　　　　　水落沙平草自青。
　　　　　　缆石已随荒岸没，
　　　　　　橹声犹向断桥听。

　　　　　　　　　　浣溪沙·收旧书于北市

　　　　　　半市斜阳半市尘，
　　　　　　青衫一角委荒茵，
　　　　　　虫鱼食罢剩精神。

• 5 •


书简

　　　　　　　　致友人二通
　　　　　　　　　　　辛若水

　　　　　　　　　　　　　一

仲文吾兄：
　　手示敬悉。弟今夏走了十九个村子，脚上起了泡，却把这三
条界线走出来了，画在图上，正是三条小河。
　　　　　　　　　　　　　　　　弟　若水
　　　　　　　　　　　　　　　　（一九五六年）八月十二日

　　　　　　　　　　　　　二

仲文兄：
　　书稿已全部捆好，用油纸包了三层，放在老屋的谷仓里，谷
子在上，书在下。倘有人来问，只说是账。
　　　　　　　　　　　　　　　　若水顿首
　　　　　　　　　　　　　　　　（一九六八年）十一月三日

• 6 •


谣谚

　　　　　　　　船歌两首

　　　　　　高山顶上一丘田，
　　　　　　郎半边来妹半边。
　　　　　　郎那半边种甘蔗，
　　　　　　妹那半边种黄连。

　　　　　　打鱼人家船当家，
　　　　　　船头船尾晒丝瓜。
　　　　　　有人问我田多少，
　　　　　　一河大水一河沙。

　　　　　　　　　　　　　　　　（水　生　搜集）

• 7 •
"""


def articles(text: str = ISSUE) -> dict[str, Article]:
    return {"".join(line.value for line in one.title): one for one in issue(text).articles}


def issue(text: str = ISSUE) -> Issue:
    return restored(text).issue


def authors(article: Article) -> list[str]:
    return [author.name for byline in article.bylines for author in byline.authors]


def paragraphs(article: Article) -> list[tuple[str, str]]:
    return [
        (block.role, block.text.value)
        for block in (*article.front, *article.blocks, *article.back)
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize("name", ["补　白　", "补白 ", "补　白："])
def test_fillers_behind_their_name_are_by_nobody_of_that_name(name: str) -> None:
    text = ISSUE.replace("补　白　", name)
    entries = [
        ("".join(entry.title), entry.authors, entry.page)
        for section in issue(text).contents.sections
        for entry in section.entries
        if not section.name
    ]
    assert entries == [("旧联拾趣", (), "3"), ("老话说潮", (), "4")]


def test_whence_a_filler_is_stands_where_others_are_signed() -> None:
    found = articles()
    assert [byline.text.value for byline in found["旧联拾趣"].bylines] == ["（辑自《渡口杂缀》）"]
    assert [role for role, _ in paragraphs(found["旧联拾趣"])] == [Role.BODY]
    assert authors(found["旧联拾趣"]) == []


def test_the_source_of_a_signed_piece_is_no_byline() -> None:
    """The contents tell its author, and the source is its last paragraph."""
    found = articles(ISSUE.replace("旧联拾趣（3）", "旧联拾趣（佟川）（3）"))
    assert paragraphs(found["旧联拾趣"])[-1] == (Role.CREDIT, "（辑自《渡口杂缀》）")


def test_what_signs_below_the_text_takes_its_room_on_the_page() -> None:
    filler = articles()["旧联拾趣"]
    last = items_of(filler)[-1]
    assert last.first == filler.bylines[0].spans[0].first
    assert last.first > filler.blocks[-1].spans[-1].last


def test_a_filler_is_signed_above_what_is_read_in_a_drawing() -> None:
    filler = articles()["老话说潮"]
    assert authors(filler) == ["晏平"]
    assert len(paragraphs(filler)) == 1


def test_the_forms_of_verse_head_poems_and_are_nobody() -> None:
    found = articles()["江楼杂咏"]
    assert authors(found) == ["季桂川"]
    assert [one.text.value for one in found.blocks if isinstance(one, Heading)] == [
        "七律·重过旧渡",
        "浣溪沙·收旧书于北市",
    ]
    assert [len(one.lines) for one in found.blocks if isinstance(one, Verse)] == [4, 3]


TITLES = ["七律·秋夜重过旧渡见桅灯", "浣溪沙·收旧书于北市口"]


def test_forms_of_verse_head_poems_also_where_they_are_long_and_nothing_sets_them_off() -> None:
    found = articles(under_each_other(TITLES))["江楼杂咏"]
    assert [one.text.value for one in found.blocks if isinstance(one, Heading)] == TITLES
    assert [len(one.lines) for one in found.blocks if isinstance(one, Verse)] == [4, 3]


def test_one_form_of_verse_among_lines_of_a_poem_is_no_title() -> None:
    """Each poem of several has one, the first as well."""
    found = articles(under_each_other(["重过旧渡", "浣溪沙·收旧书于北市口"]))["江楼杂咏"]
    assert "浣溪沙·收旧书于北市口" not in [
        one.text.value for one in found.blocks if isinstance(one, Heading)
    ]


def under_each_other(titles: list[str]) -> str:
    """The issue with other titles of the poems, at the edge of the verse and right above it."""
    edge = "　" * 6
    text = ISSUE.replace("　　　　　　　　　　七律·重过旧渡\n\n", f"{edge}{titles[0]}\n")
    return text.replace("　　　　　　　　　　浣溪沙·收旧书于北市\n\n", f"{edge}{titles[1]}\n")


@pytest.mark.parametrize("text", ["七律·重过旧渡", "水調歌頭·江樓", "满江红•夜航"])
def test_a_form_of_verse_is_no_name_from_abroad(text: str) -> None:
    assert names_verse(text)
    assert not is_name(text)


@pytest.mark.parametrize("text", ["如梦令", "沁园春　雪夜", "临江仙（二首）"])
def test_a_poem_may_be_told_by_its_tune_alone(text: str) -> None:
    assert names_verse(text)


@pytest.mark.parametrize("text", ["如梦令人惊", "浪淘沙，万里来", "少年游到对岸", "奥多·莱恩"])
def test_lines_that_only_begin_like_a_tune_name_no_poem(text: str) -> None:
    assert not names_verse(text)


def test_names_from_abroad_stay_names() -> None:
    assert is_name("奥多·莱恩")


def test_who_signs_a_letter_above_the_next_is_no_heading() -> None:
    found = articles()["致友人二通"]
    assert [one.text.value for one in found.blocks if isinstance(one, Heading)] == ["一", "二"]
    assert [text for role, text in paragraphs(found) if role == Role.SIGNATURE] == [
        "弟 若水",
        "（一九五六年）八月十二日",
        "若水顿首",
        "（一九六八年）十一月三日",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（一九五六年）八月十二日",
        "〔1956年〕8月12日",
        "(1956)8月12日夜",
        "〔民国三十六年〕五月一日",
    ],
)
def test_the_year_of_an_old_letter_may_stand_in_brackets(text: str) -> None:
    """Who edits it has found out when it was written."""
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["（一九五六年）", "（八月）十二日", "（1956年）8月12日开学典礼纪要"]
)
def test_other_lines_with_a_year_in_brackets_are_no_dates(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize("work", ["搜集", "采录", "搜集整理", "记录整理"])
def test_who_has_gathered_songs_signs_them_by_name(work: str) -> None:
    """The pen name is a word, and is told by the work right behind it."""
    found = articles(ISSUE.replace("搜集", work))["船歌两首"]
    assert [
        (author.name, author.office) for byline in found.bylines for author in byline.authors
    ] == [("水生", work)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("（程远山　搜集整理）", [("程远山", "搜集整理")]),
        ("程远山采录", [("程远山", "采录")]),
        ("沈一帆讲述　程远山记录整理", [("沈一帆", "讲述"), ("程远山", "记录整理")]),
        ("沈一帆　讲述　程远山　蒐集整理", [("沈一帆", "讲述"), ("程远山", "蒐集整理")]),
    ],
)
def test_who_tells_a_tale_and_who_has_gathered_it(text: str, people: list[tuple[str, str]]) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [(author.name, author.office) for author in reading.authors] == people


@pytest.mark.parametrize("text", ["（辑自某县旧志稿）", "（抄自渡口石碑）", "——录自某人日记"])
def test_a_source_may_be_no_book(text: str) -> None:
    assert is_source(text)


@pytest.mark.parametrize(
    "text", ["（辑自《渡口杂缀》）", "抄录自《渡口杂缀》", "（录自《渡口旧闻》稿本）"]
)
def test_pieces_are_gathered_and_copied_from_books(text: str) -> None:
    assert takes_from(text)
