"""What stands above and below a title: columns, parts of a series, subtitles, no one's byline."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph
from converter.parse.byline import names_subject, read_byline
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人。"
OTHER = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天。"


def issue(above: str = "", below: str = "文/白若溪\n") -> Issue:
    return restored(
        "目录\n专栏\n渡口的旧船 程远山 4\n老街的路灯 白若溪 8\n\n专栏\n渡口的旧船\n程远山\n\n"
        f"{PROSE}\n\n{above}老街的路灯\n{below}\n{OTHER}\n"
    ).issue


def texts(found: Issue) -> list[str]:
    blocks = [b for a in found.articles for b in (*a.front, *a.blocks) if isinstance(b, Paragraph)]
    return [block.text.value for block in blocks]


def test_the_name_of_a_column_below_that_of_its_section_is_the_kicker() -> None:
    found = issue("专栏\n市井经济学\n")
    assert texts(found) == [PROSE, OTHER]
    kicker = found.articles[1].kicker
    assert kicker is not None
    assert kicker.value == "市井经济学"


@pytest.mark.parametrize(
    "above",
    ["专栏之二\n", "专栏（二）\n", "专栏（第十一期）\n", "COLUMN\n"],
)
def test_what_counts_the_parts_of_a_section_is_no_text_of_the_article_before(above: str) -> None:
    found = issue(above)
    assert texts(found) == [PROSE, OTHER]
    column = above.split("\n")[-2]
    kicker = found.articles[1].kicker
    dropped = any(drop.text == column for drop in found.drops)
    assert dropped == column.isupper()  # what says the section's name in English
    assert dropped or (kicker is not None and kicker.value == column)


def test_points_around_the_name_of_a_column_are_none_of_it() -> None:
    found = issue("·专栏（之十一）·\n")
    assert texts(found) == [PROSE, OTHER]
    assert found.articles[1].kicker is not None
    assert found.articles[1].kicker.value == "专栏（之十一）"


def test_whom_an_article_is_about_is_its_subtitle() -> None:
    found = issue(below="专访渡口公司总经理何若河\n文/白若溪\n")
    article = found.articles[1]
    assert article.subtitle is not None
    assert article.subtitle.value == "专访渡口公司总经理何若河"
    assert [a.name for b in article.bylines for a in b.authors] == ["白若溪"]


@pytest.mark.parametrize("text", ["访问团 何若河", "专访/何若河", "采访|本刊记者 何若河"])
def test_who_asks_is_no_subject(text: str) -> None:
    assert not names_subject(text)


@pytest.mark.parametrize("text", ["本刊综合", "編輯部整理", "本刊编译"])
def test_what_nobody_signs_has_a_byline_without_authors(text: str) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert reading.authors == ()


def test_a_word_below_a_blank_line_under_all_authors_is_no_other_author() -> None:
    found = restored(
        "目录\n乡间短歌（二首） 闻小禾 7\n山歌要有人接 石小兰 13\n\n乡间短歌（二首）\n闻 小 禾\n\n水碓\n\n"
        "水走了一夜的山路\n来推这只木轮\n它不要工钱\n\n开镰\n\n父亲把镰刀伸进晨雾\n像伸进一封信\n他一行一行读过去\n\n"
        f"山歌要有人接\n石小兰\n\n{PROSE}\n"
    ).issue
    signed = [one.name for byline in found.articles[0].bylines for one in byline.authors]
    assert signed == ["闻小禾"]


@pytest.mark.parametrize("blank", ["", " "])
def test_the_day_on_which_each_text_was_written_leads_into_no_title(blank: str) -> None:
    written = [
        ("渡口的旧船", "程远山", PROSE),
        ("老街的路灯", "白若溪", OTHER),
        ("修船的木匠", "何小满", "木匠的刨子挂在墙上，刃口朝里，谁也不许碰，碰了要挨骂。"),
        ("桥头的集市", "陆云舟", "集市逢五逢十，卖竹器的占了最好的位置，卖茶的在桥洞下面。"),
    ]
    days = [f"2011{blank}年{blank}{month}{blank}月{blank}5{blank}日" for month in (5, 6, 7, 8)]
    listed = "\n".join(f"{title} {who} {page}" for page, (title, who, _) in enumerate(written, 2))
    body = "\n\n".join(
        f"{title}\n{who}\n\n　　{text}\n　　{day}"
        for (title, who, text), day in zip(written, days, strict=True)
    )
    made = restored(f"目录\n{listed}\n\n{body}\n").issue
    assert [article.kicker for article in made.articles] == [None] * 4
    assert [text for text in texts(made) if text.startswith("2011")] == [
        day.replace(" ", "") for day in days
    ]
