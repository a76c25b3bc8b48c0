"""Who signs below a title where no contents name anybody: who asks, who writes down, a post in no list."""

from __future__ import annotations

import pytest

from converter.model import Issue
from converter.parse.byline import read_byline
from tests.support.restored import restored

LONG = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。"
)
ASKED = "\n\n".join(
    f"陶然：{asked}\n\n罗岩：{LONG}" for asked in ("船还开吗？", "谁来接班？", "水呢？")
)
VERSE = "石阶一级一级\n走进水里\n又从水里\n走上来\n数到十九"


def issue(*pieces: tuple[str, str, str]) -> Issue:
    text = "".join(f"{title}\n\n{signed}\n\n{told}\n\n" for title, signed, told in pieces)
    return restored(f"河湾风物\n二〇一三年第二期\n\n{text}").issue


def heads(found: Issue) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (
            "".join(line.value for line in article.title),
            tuple(author.name for by in article.bylines for author in by.authors),
        )
        for article in found.articles
    ]


def text(count: int = 3) -> str:
    return "\n\n".join([LONG] * count)


@pytest.mark.parametrize(
    ("signed", "authors"),
    [
        ("採訪撰文／簡小雨　攝影／古大維", ["簡小雨"]),
        ("盖三省口述　老　末整理", ["盖三省", "老末"]),
        ("余音 编写", ["余音"]),
        ("封不晚 答", ["封不晚"]),
    ],
)
def test_who_signs(signed: str, authors: list[str]) -> None:
    reading = read_byline(signed)
    assert reading is not None
    assert [author.name for author in reading.authors] == authors


@pytest.mark.parametrize("line", ["教材 编写", "他口述 我整理", "问 答"])
def test_who_does_not(line: str) -> None:
    assert read_byline(line) is None


def test_who_asks_signs_the_talk() -> None:
    found = issue(
        ("摆渡人的台阶", "文／陶 然", text()),
        ("水尺旁边的灯", "采访：苏 河", f"{LONG}\n\n{ASKED}"),
        ("值班室的炉子", "文／罗 岩", text()),
    )
    assert heads(found) == [
        ("摆渡人的台阶", ("陶然",)),
        ("水尺旁边的灯", ("苏河",)),
        ("值班室的炉子", ("罗岩",)),
    ]


def test_who_leads_a_talk_stands_over_the_guests() -> None:
    guests = "圆桌嘉宾\n罗 岩（渡口站长）\n苏 河（船校讲师）\n季 舟（老船工）"
    found = issue(
        ("摆渡人的台阶", "文／陶 然", text()),
        ("渡船要不要换", "主持 / 江 离", f"{guests}\n\n{ASKED.replace('陶然', '江离')}"),
    )
    assert [title for title, _ in heads(found)] == ["摆渡人的台阶", "渡船要不要换"]


def test_who_wrote_signs_verse() -> None:
    found = issue(("摆渡人的台阶", "文／陶 然", text()), ("石阶", "文 / 罗 岩", VERSE))
    assert heads(found) == [("摆渡人的台阶", ("陶然",)), ("石阶", ("罗岩",))]


def test_whom_a_talk_is_about_is_no_line_of_the_title() -> None:
    found = issue(
        ("摆渡人的台阶", "文／陶 然", text()),
        ("慢一点的生意", "专访河湾渡运公司董事长苏江\n\n文／罗 岩", text()),
    )
    assert heads(found)[1] == ("慢一点的生意", ("罗岩",))


PLAIN = ("第61期中青班 鲜于墨", ("鲜于墨",))


def posted(*last: str) -> list[tuple[str, tuple[str, ...]]]:
    sure = [
        ("摆渡人的台阶", "河湾市水利局党组书记、局长 陶 然", text()),
        ("水尺旁边的灯", "河湾市交通局党组书记、局长 罗 岩", text()),
    ]
    titles = ("从一张借条守起", "从一份处方守起", "从一个称呼守起")
    return heads(issue(*sure, *zip(titles, last, [text()] * len(last), strict=False)))


def test_a_post_in_no_list_signs_where_others_sign_by_their_posts() -> None:
    assert posted("第61期中青班 鲜于墨")[2:] == [("从一张借条守起", ("鲜于墨",))]


def test_those_who_sign_the_pieces_of_an_article_are_more() -> None:
    signed = ("第61期中青班 鲜于墨", "第9期卫生班 杜 若", "第7期乡镇班 柴 桑")
    assert len(posted(*signed)) == 2


@pytest.mark.parametrize(
    ("line", "office"),
    [("2418 陶文渊", "2418"), ("2503　苏河", "2503"), ("1807班 罗岩石", "1807班")],
)
def test_pupils_sign_with_the_number_of_their_class(line: str, office: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.office for author in reading.authors] == [office]


@pytest.mark.parametrize("line", ["2019 陶文渊", "1949 苏河", "2450 罗岩石", "12418 陶文渊"])
def test_other_numbers_are_of_no_class(line: str) -> None:
    reading = read_byline(line)
    assert reading is None or all(not author.office for author in reading.authors)
