"""Issues of whose contents OCR has lost every other entry, or the second half."""

from __future__ import annotations

import pytest

from tests.parse.test_without_contents import told
from tests.support.articles import articles
from tests.support.trades import TRADES

MASTHEAD = "渡口月刊\n2018年第4期\n\n目录\n\n"
WHOLE = (("卷首", "桥头的秤", "顾小满", "2"), ("手记", "伞匠的箱子", "韩秋水", "9"))
THIRD = ("风物", "漆匠的晴天", "贺小兰")
LISTED = "\n风物\n漆匠的晴天 …… 贺小兰 15\n\n"


def body(*pieces: tuple[str, str, str], frame: str = "{}", blank: str = "\n\n") -> str:
    """Pieces of a section, a title and who signs; nobody does where the name is empty."""
    heads = (
        blank.join(filter(None, (frame.format(name), title, who))) for name, title, who in pieces
    )
    return "\n\n".join(
        f"{head}\n\n{TRADES[at % len(TRADES)]}\n\n{TRADES[(at + 4) % len(TRADES)]}"
        for at, head in enumerate(heads)
    )


@pytest.mark.parametrize("frame", ["【{}】", "{}"])
def test_what_is_left_of_lost_entries_is_the_name_of_a_section(frame: str) -> None:
    (one, first, by, page), (two, second, author, other) = WHOLE
    contents = f"{one}\n{first} …… {by} {page}\n圆桌\n{two}\n{second} …… {author} {other}\n来信\n\n"
    pieces = (
        (one, first, by),
        ("圆桌", "老渡口该不该留", "卢小河"),
        (two, second, author),
        ("来信", "请给渡船留一盏灯", ""),
    )
    found = [
        told(article) for article in articles(MASTHEAD + contents + body(*pieces, frame=frame))
    ]
    assert found == [(title, (who,) if who else ()) for _, title, who in pieces]


def test_an_entry_without_a_page_is_a_title_where_its_text_stands_below() -> None:
    (one, first, by, page), (two, second, author, other) = WHOLE
    contents = f"{one}\n{first} …… {by} {page}\n{two}\n{second} …… {author} {other}\n编后\n\n"
    pieces = ((one, first, by), (two, second, author), ("", "编后", ""))
    found = [told(article)[0] for article in articles(MASTHEAD + contents + body(*pieces))]
    assert found == [first, second, "编后"]


@pytest.mark.parametrize("name", ["问账房", "乡间笔记"])
def test_names_over_titles_that_have_lost_their_entries_are_set_as_others(name: str) -> None:
    (one, first, by, page), (two, second, author, other) = WHOLE
    contents = f"{one}\n{first} …… {by} {page}\n{two}\n{second} …… {author} {other}\n\n"
    pieces = ((one, first, by), (two, second, author), (name, "一碗米粉的账", "文／卢小河"))
    text = MASTHEAD + contents + body(*pieces, blank="\n")
    assert [told(article)[0] for article in articles(text)] == [first, second, "一碗米粉的账"]


def test_a_name_over_a_title_that_ends_like_a_post_though_its_entry_is_lost() -> None:
    (one, first, by, page), (two, second, author, other) = WHOLE
    contents = f"{one}\n{first} …… {by} {page}\n{two}\n{second} …… {author} {other}\n\n"
    pieces = ((one, first, by), (two, second, author), ("人物", "山上的代课老师", "文／卢小河"))
    found = [told(article)[0] for article in articles(MASTHEAD + contents + body(*pieces))]
    assert found == [first, second, "山上的代课老师"]


def test_below_contents_that_break_off_articles_are_told_as_without_contents() -> None:
    (one, first, by, page), (two, second, author, other) = WHOLE
    contents = f"{one}\n{first} …… {by} {page}\n{two}\n{second} …… {author} {other}\n\n"
    lost = (
        ("来信", "给渡口的一封信", ""),
        ("", "三本账里看家底\n\n——河湾五个村的调查\n\n中共河湾县委党校调研组", ""),
        ("问答", "邮识问答", ""),
        ("", "换水的日子", "文／卢小河"),
    )
    text = (
        MASTHEAD + contents.rstrip() + LISTED + body((one, first, by), (two, second, author), THIRD)
    )
    for at, (name, title, who) in enumerate(lost):
        below = {"来信": "编辑同志：\n\n", "问答": "问：信该怎样寄？\n\n答：贴足邮票就行。\n\n"}
        told_below = (
            f"{below.get(name, '')}{TRADES[at % len(TRADES)]}{TRADES[at + 2]}\n\n{TRADES[at + 4]}"
        )
        text += "\n\n" + "\n\n".join(filter(None, (title, who, told_below)))
    found = [told(article)[0] for article in articles(text)]
    assert found == [first, second, THIRD[1], *(title.split("\n")[0] for _, title, _ in lost)]


def test_below_contents_that_break_off_names_of_sections_are_set_as_above() -> None:
    (one, first, by, page), (two, second, author, other) = WHOLE
    contents = f"{one}\n{first} …… {by} {page}\n{two}\n{second} …… {author} {other}\n\n"
    lost = (
        ("渡口来稿", "一张红黑榜", "河湾县委宣传部"),
        ("", "老船的补丁", "文／花小影"),
        ("", "换水的日子", "文／卢小河"),
    )
    text = (
        MASTHEAD
        + contents.rstrip()
        + LISTED
        + body((one, first, by), (two, second, author), THIRD, *lost)
    )
    found = [told(article)[0] for article in articles(text)]
    assert found == [first, second, THIRD[1], *(title for _, title, _ in lost)]
