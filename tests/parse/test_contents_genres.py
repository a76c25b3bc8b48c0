"""Contents that name the genre before each title, letter-spaced to one width, as in the 1980s."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

LISTED = """\
目　录
报告文学　冰河上的夜班 ………… 石见山（1）
通　　讯　一把铜钥匙 ………………… 麦　冬（2）
车间里的话
话要说在机器旁边……… 骆成文（3）
工休一笑……………………（4）
短篇小说　白手套 ………… 洪小雁
（5）
路　　遇　半个西瓜 ………………… 于　澄（6）
小 小 说　借伞 ………………………… 尤　敏（7
知识园地　　厂工会宣教部（7）
俱 乐 部　猜谜揭晓……………（8）
　　　　　　填字 ……………… 申　平（8）
封面　炉前　　　（摄影）　　石见山
封三　填字图
"""
PIECES = [
    ("冰河上的夜班", "本刊记者　石见山", "那天夜里江面封了一半，拖轮在冰缝里走，舵工把帽耳朵放下来，听船底的响声。"),
    ("一把铜钥匙", "通讯员　麦　冬", "仓库的老保管有一串钥匙，最旧的那把是铜的，开的是一只空柜子，柜子里头什么也没有。"),
    ("话要说在机器旁边", "骆成文", "我当组长的头一年，话都是在会上说的，第二年起改在机器旁边说，声音大，人反倒听得进去。"),
    ("工休一笑", "", "师傅问徒弟几点了，徒弟说表停了，师傅说那就再干一会儿，等表走了再歇。"),
    ("白手套", "洪小雁", "她进厂那天领了两副手套，一副线的，一副布的，布的那副一直没有舍得戴。"),
    ("半个西瓜", "于　澄", "车到半路下了雨，对面的老人从网兜里掏出半个西瓜，一勺一勺分给了全车的人。"),
    ("借伞", "尤　敏", "下班时雨还没有停，门房的伞借光了，只剩下一把没有柄的，谁也不肯拿。"),
    ("知识园地", "厂工会宣教部", "电扇用过一个夏天，先擦净叶片上的灰，再上一点机油，包好以后放在干燥的地方。"),
    ("猜谜揭晓", "", "上期的谜语共收到来信二百零三封，猜中的有一百五十六封，名单贴在俱乐部的门口。"),
    ("填字", "申　平", "横行和竖行都要成词，答案在下一期公布，来信请寄本刊，信封上写明填字两个字。"),
]  # fmt: skip
SECTIONS = {
    "冰河上的夜班": "报告文学",
    "一把铜钥匙": "通讯",
    "话要说在机器旁边": "车间里的话",
    "工休一笑": "",
    "白手套": "短篇小说",
    "半个西瓜": "路遇",
    "借伞": "小小说",
    "知识园地": "",
    "猜谜揭晓": "俱乐部",
    "填字": "俱乐部",
}


def printed(contents: str = LISTED) -> str:
    """The issue, its articles under the titles alone."""
    body = "".join(f"\n{title}\n{who}\n\n{text}\n" for title, who, text in PIECES)
    return f"工友\n1984年第2期\n\n{contents}{body}"


def found(text: str) -> dict[str, str]:
    """The section of each entry of the contents, by its title."""
    return {title: name for name, title, _, _ in listed(restored(text))}


def test_letter_spaced_genres_before_the_titles_are_sections() -> None:
    assert found(printed()) == SECTIONS


def test_who_wrote_stands_behind_the_titles() -> None:
    authors = {title: names for _, title, names, _ in listed(restored(printed()))}
    assert authors["半个西瓜"] == ("于澄",)
    assert authors["借伞"] == ("尤敏",)
    assert authors["知识园地"] == ("厂工会宣教部",)


def test_all_articles_are_found_with_their_pages() -> None:
    made = restored(printed())
    assert [article.title[0].value for article in made.issue.articles] == [one[0] for one in PIECES]
    assert sorted(page for _, _, _, page in listed(made)) == list("1234567788")


def test_without_indents_an_entry_goes_on_with_the_section_above() -> None:
    flush = LISTED.replace("　　　　　　填字", "填字")
    assert found(printed(flush))["填字"] == "俱乐部"
    assert found(printed(flush))["工休一笑"] == "车间里的话"


@pytest.mark.parametrize("line", ["封三　填字图", "封面　炉前　　　（摄影）　　石见山"])
def test_pictures_of_the_covers_are_no_entries(line: str) -> None:
    contents = restored(printed()).issue.contents
    titles = "".join("".join(entry.title) for one in contents.sections for entry in one.entries)
    assert line.split()[1] not in titles
