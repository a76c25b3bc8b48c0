"""Fillers at the foot of a page, whose authors stand in brackets at their ends."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph, Role
from tests.support.restored import restored

CONTENTS = "目录\n会走的沙丘（罗禾） 2\n给古树量腰围的人（柯文） 5\n渡口笑话（小满） 6\n\n"
HOST = "会走的沙丘\n罗　禾\n\n沙丘没有腿，它的腿是风，风把沙粒从缓坡吹上丘顶，一年走十五步。\n\n"
LAST = (
    "给古树量腰围的人\n柯　文\n\n全县的人都认识他，因为他见了树就要抱，抱了八年，抱了三千棵。\n\n"
    "渡口笑话\n\n顾客：“秤怎么都不一样？”售货员：“一样的话，您何必挑呢？”\n            （小　满　辑）\n"
)


def issue(filler: str) -> Issue:
    return restored(CONTENTS + HOST + filler + LAST).issue


def signed(found: Issue) -> list[tuple[str, list[str]]]:
    return [
        (
            "".join(line.value for line in article.title),
            [author.name for byline in article.bylines for author in byline.authors],
        )
        for article in found.articles
    ]


OTHERS = [("给古树量腰围的人", ["柯文"]), ("渡口笑话", ["小满"])]


@pytest.mark.parametrize("rule", ["", "＊　＊　＊\n"])
def test_a_filler_with_an_author_of_its_own_is_an_article(rule: str) -> None:
    found = issue(
        f"{rule}骆驼的睫毛\n\n骆驼的眼睛有两排长睫毛，刮大风的时候它闭上鼻孔。\n（石　头）\n\n"
    )
    assert signed(found) == [("会走的沙丘", ["罗禾"]), ("骆驼的睫毛", ["石头"]), *OTHERS]


@pytest.mark.parametrize("remark", ["（未完待续）", "（有删节）", "（罗　禾）"])
def test_other_remarks_and_the_author_once_more_make_no_article(remark: str) -> None:
    found = issue(f"骆驼的睫毛\n\n骆驼的眼睛有两排长睫毛，刮大风的时候它闭上鼻孔。\n{remark}\n\n")
    assert signed(found) == [("会走的沙丘", ["罗禾"]), *OTHERS]


def test_a_filler_below_who_drew_the_pictures_is_an_article() -> None:
    found = issue(
        "（插图：罗　川）\n\n骆驼的睫毛\n\n骆驼的眼睛有两排长睫毛，刮大风的时候它闭上鼻孔。\n（石　头）\n\n"
    )
    assert signed(found) == [("会走的沙丘", ["罗禾"]), ("骆驼的睫毛", ["石头"]), *OTHERS]


@pytest.mark.parametrize(
    ("by", "name"), [("（罗家塬　石　头）", "石头"), ("（临沙县治沙站 林长水）", "林长水")]
)
def test_a_filler_by_one_who_writes_from_a_place_is_an_article(by: str, name: str) -> None:
    text = "骆驼的睫毛\n\n骆驼的眼睛有两排长睫毛，刮大风的时候它闭上鼻孔。\n"
    found = issue(f"{text}{by}\n\n")
    assert signed(found) == [("会走的沙丘", ["罗禾"]), ("骆驼的睫毛", [name]), *OTHERS]


def test_the_pieces_of_a_column_signed_so_are_no_fillers() -> None:
    text = "骆驼的眼睛有两排长睫毛，刮大风的时候它闭上鼻孔。\n（罗家塬　石　头）\n\n"
    found = issue(f"骆驼的睫毛\n\n{text}骆驼的脚掌\n\n{text}")
    assert signed(found) == [("会走的沙丘", ["罗禾"]), *OTHERS]


def test_who_compiles_a_column_that_the_contents_name_without_an_author() -> None:
    contents = CONTENTS.replace("（小满）", "").replace(
        "\n\n", "\n桥头的灯（石桥） 7\n沙枣开花（林沙） 8\n\n"
    )
    more = "\n桥头的灯\n石　桥\n\n灯亮到后半夜，摆渡的人才肯回屋去睡。\n\n沙枣开花\n林　沙\n\n沙枣一开花，隔着三道沙梁也闻得见。\n"
    found = restored(contents + HOST + LAST + more).issue
    assert ("渡口笑话", []) in signed(found)
    texts = [block for article in found.articles for block in (*article.blocks, *article.back)]
    made_by = [
        one.text.value for one in texts if isinstance(one, Paragraph) and one.role is Role.CREDIT
    ]
    assert made_by == ["（小满辑）"]


def test_who_edited_an_article_ends_no_filler() -> None:
    text = "骆驼的睫毛\n\n骆驼的眼睛有两排长睫毛，刮大风的时候它闭上鼻孔。\n\n"
    assert signed(issue(f"{text}（编辑 石 头）\n\n")) == [("会走的沙丘", ["罗禾"]), *OTHERS]


def test_a_remark_and_who_edited_it_on_one_line() -> None:
    found = issue("骆驼闭上了它的鼻孔，等风过去。\n\n（文中人物为化名）（编辑 石小满）\n\n")
    last = found.articles[0].back[-1] if found.articles[0].back else found.articles[0].blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.role is Role.CREDIT
