"""Headings of several lines in columns that keep their lines and have no blank ones."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph
from converter.pipeline import restore

MEASURE = 16


def column(*paragraphs: str) -> str:
    """Text set line by line in a column; its indents are lost, so that first lines are two em short."""
    lines: list[str] = []
    for text in paragraphs:
        rest, room = text, MEASURE - 2
        while rest:
            end = room
            while end < len(rest) and rest[end] in "，。、；：？！”）":
                end -= 1
            lines.append(rest[:end])
            rest, room = rest[end:], MEASURE
    return "\n".join(lines)


LOCK = column(
    "六月二十日上午，青石镇把第一批共享农机停进了供销社的旧仓库，登记借机的农户当天排到了街口，傍晚才散。",
    "借机不用押金，只要按一个手印。管仓库的老人说，手印按得重的，还机的时候都把泥擦得很干净。",
)
SALT = column(
    "入梅以后盐价涨了两成，杂货店把一斤装改成半斤装，老主顾还是照旧按斤买，一次拎走两袋，谁也不肯吃亏。",
    "店主把算盘收进柜子，只留下一支铅笔，每一笔都记在日历背面，撕下来就是账。",
)
REED = column(
    "芦苇收割比去年早了九天，收苇的船从上游借来六条，苇捆在河滩上码成一排，远看像一道矮墙，挡住了半边风。",
    "造纸厂今年不再收苇，收下的苇子大半编成了席子，由镇上的合作社统一卖到外地。",
)
BOAT = column(
    "修船的人换了三个，法子却没有变：先把旧灰剔净，再填新灰，填一层压一层，干透了才许下水，急不得。",
    "今年多了一道工序，用电筒从船底往上照，哪里透光就在哪里画圈，画完再补，省了返工。",
)


def article(body: str) -> Article:
    contents = "目录\n镇上的夏天　陆小舟　3\n老街的灯　简一尘　8\n"
    head = "镇上的夏天\n陆小舟\n"
    tail = f"老街的灯\n简一尘\n{BOAT}\n"
    issue = restore(f"{contents}\n{head}{body}\n\n{tail}".encode(), name="x.txt").issue
    return issue.articles[0]


def headings(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Heading)]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_lines_that_break_off_though_the_column_has_room_are_one_heading() -> None:
    body = f"{SALT}\n青石镇农机共享仓“零等\n待”开张\n{LOCK}\n芦苇提前九天收割\n{REED}"
    found = article(body)
    assert headings(found) == ["青石镇农机共享仓“零等待”开张", "芦苇提前九天收割"]
    assert len(paragraphs(found)) == 6


def test_several_such_headings_tell_each_other() -> None:
    body = f"{SALT}\n“谁来替我把旧船补\n一补？”\n{LOCK}\n“苇子收完了做什么\n才好？”\n{REED}"
    assert headings(article(body)) == ["“谁来替我把旧船补一补？”", "“苇子收完了做什么才好？”"]


def test_a_heading_on_four_lines_keeps_its_number() -> None:
    first = "一、先把仓库的门打开"
    second = "二、再把借机的手续减\n到一个手印，让农户不\n用为一台插秧机跑两趟\n镇上"
    found = article(f"{first}\n{SALT}\n{second}\n{LOCK}")
    assert headings(found) == [first, second.replace("\n", "")]


@pytest.mark.parametrize(
    "lines",
    [
        "借机不用押金，只要按\n一个手印",  # what the text says: a pull quote
        "青石镇供销合作社办公\n室　梅一帆",  # who wrote it
        "送苇的船在河滩边排成\n队，等着过磅。",  # a sentence
        "江边的风吹过来\n江边的人走过去",  # verse
    ],
)
def test_other_short_lines_are_no_heading(lines: str) -> None:
    whole = lines.replace("\n", "").replace("\u3000", "")
    found = article(f"{SALT}\n{lines}\n{LOCK}\n{REED}")
    assert whole not in [text.replace("\u3000", "") for text in headings(found)]


def test_a_numbered_heading_does_not_go_on_in_one_of_lower_rank() -> None:
    body = f"1 盐从哪里来，往哪里\n1.1 店主的账\n{SALT}\n1.2 农户的账\n{LOCK}"
    assert "1.2 农户的账" in headings(article(body))
    assert all("店主的账" not in text or text.startswith("1.1") for text in headings(article(body)))
