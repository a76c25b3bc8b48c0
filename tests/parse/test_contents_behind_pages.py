"""Contents in which OCR has run the next section or entry onto a page: 标题 某某 4随笔."""

from __future__ import annotations

from tests.support.restored import restored

PROSE = "磨坊在村子的尽头，水车一天转到晚，磨盘上的麦子响得很细，像有人在屋里翻一本厚书。"
MORE = "他把袋口扎紧，拍一拍身上的粉，说今年的麦子比去年干，磨出来的面也要白上一些，你带点回去。"
PIECES = [
    ("小说", "守磨坊的人", "沈麦生"),
    ("小说", "第三只水桶", "韩小渡"),
    ("散文", "雪天借来的炉子", "陆秋禾"),
    ("诗歌", "石桥以西（外一首）", "顾南山"),
    ("评论", "慢下来读一张地图", "柳远舟"),
]
BODY = "\n\n".join(f"{title}\n\n{who}\n\n{PROSE}\n\n{MORE}" for _, title, who in PIECES)


def contents(listed: str, body: str = BODY) -> list[tuple[str, str, tuple[str, ...], str]]:
    found = restored(f"石磨文艺\n2022年第4期\n\n目录\n\n{listed}\n\n{body}\n").issue.contents
    return [
        (section.name, "".join(entry.title), entry.authors, entry.page)
        for section in found.sections
        for entry in section.entries
    ]


TOLD = [
    (section, title, (who,), str(page))
    for (section, title, who), page in zip(PIECES, (4, 9, 15, 21, 26), strict=True)
]


def test_the_name_of_the_next_section_stands_right_behind_a_page() -> None:
    listed = (
        "小说\n守磨坊的人 沈麦生 4\n第三只水桶 韩小渡 9散文\n雪天借来的炉子 陆秋禾 15诗歌\n"
        "石桥以西（外一首） 顾南山 21评论\n慢下来读一张地图 柳远舟 26"
    )
    assert contents(listed) == TOLD


def test_another_entry_and_the_next_section_stand_behind_a_page() -> None:
    listed = (
        "小说\n守磨坊的人 沈麦生 4第三只水桶 韩小渡 9散文\n雪天借来的炉子 陆秋禾 15诗歌\n"
        "石桥以西（外一首） 顾南山 21评论\n慢下来读一张地图 柳远舟 26"
    )
    assert contents(listed) == TOLD


def test_a_title_with_a_number_in_it_is_whole() -> None:
    body = BODY.replace("守磨坊的人", "守磨坊 40年").replace("第三只水桶", "修路队与 3只水桶")
    listed = (
        "小说\n守磨坊 40年 沈麦生 4\n修路队与 3只水桶 韩小渡 9\n散文\n雪天借来的炉子 陆秋禾 15\n"
        "诗歌\n石桥以西（外一首） 顾南山 21\n评论\n慢下来读一张地图 柳远舟 26"
    )
    assert [title for _, title, _, _ in contents(listed, body)[:2]] == [
        "守磨坊 40年",
        "修路队与 3只水桶",
    ]
