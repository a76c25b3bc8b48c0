"""Numbers of items that OCR leaves on lines of their own, as narrow columns stretch the blank behind them."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph
from converter.pipeline import restore

TALE = "渡口的秤换过三回，最后一回是\n电子的，秤盘上还是压着那块旧砖，\n谁来称都要先把砖拿开。"
NOTE = (
    "来信请写明姓名和地址，由老街\n邮亭转交，逢三逢八开箱，开箱的人\n会把信按路名排好，按路名送。"
)
LAST = "秤修好以后，镇上的人先拿自家\n的盐来试，一包一包地称过去，没有\n一包少了分量，也没有一包多出来。"


def article(body: str) -> Article:
    contents = "目录\n修秤记　陆小舟　3\n老街的灯　简一尘　8\n"
    issue = f"{contents}\n修秤记\n陆小舟\n{TALE}\n{body}\n{LAST}\n\n老街的灯\n简一尘\n{NOTE}\n"
    return restore(issue.encode(), name="x.txt").issue.articles[0]


def texts(found: Article) -> list[str]:
    blocks = [block for block in found.blocks if isinstance(block, Heading | Paragraph)]
    return [block.text.value.replace(" ", "") for block in blocks]


@pytest.mark.parametrize(("one", "two", "three"), [("1.", "2.", "3."), ("A.", "B.", "C.")])
def test_a_number_alone_counts_the_item_below_as_its_neighbours_do(
    one: str, two: str, three: str
) -> None:
    items = (
        f"{one} 先把秤盘取下来擦干净，砝\n码一个一个放回木盒。",
        f"{two}\n看准星在不在原来的地\n方，不在就记下差多少。",
        f"{three} 换上新的秤绳，挂起来晾一\n个晚上再用。",
    )
    found = texts(article("\n".join(items)))
    assert found[1:4] == [item.replace("\n", "").replace(" ", "") for item in items]


def test_a_number_above_the_next_one_counts_no_words() -> None:
    body = "1. 先把秤盘取下来擦干净，砝\n码一个一个放回木盒。\n2.\n3. 换上新的秤绳，挂起来晾一\n个晚上再用。"
    assert "3.换上新的秤绳，挂起来晾一个晚上再用。" in texts(article(body))
