"""Articles whose entries the contents have lost, as the body shows them plainly."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
PIECES = [
    ("走河", "渡口的早市", "何若溪", "06"),
    ("人物", "守灯二十年", "沈川", "11"),
    ("船坞", "铁锚为什么会生锈", "柴望", "15"),
    ("闲话", "祖母的船票", "梅 笛", "21"),
]
HEAD = "河灯\n\n2021年第9期（总第143期）\n\n目 录\n\n"


def _issue(listed: list[tuple[str, str]], lost: str, *, sections: bool = True) -> list[str]:
    """The titles of the articles of an issue that prints sections over titles, ``lost`` the last of them."""
    contents = "\n".join(line for _, line in listed)
    body = []
    for section, title, who, _ in PIECES:
        body += [section] * sections + [title, who]
        body += [f"{PROSE[:-1]}，{title[:2]}{at}。" for at in "一二三"]
    made = restored(HEAD + contents + "\n\n" + "\n\n".join([*body, lost, PROSE, f"灯下{PROSE}"]))
    return ["".join(line.value for line in one.title) for one in made.issue.articles]


ALL = [(title, f"{section}\n{title} …… {who} {page}") for section, title, who, page in PIECES]
TITLES = [title for _, title, _, _ in PIECES]


@pytest.mark.parametrize(
    ("lost", "title"),
    [
        pytest.param("抽屉里的潮声\n\n叶 禾", "抽屉里的潮声", id="spaced name"),
        pytest.param("抽屉里的潮声\n\n温 暖", "抽屉里的潮声", id="spaced word"),
        pytest.param(
            "守了三个月，\n换来一张票\n\n文／叶小禾", "守了三个月，换来一张票", id="comma"
        ),
        pytest.param(
            "小城为什么需要\n\n一座好档案馆\n\n——对谈地方史学者\n\n文／叶小禾",
            "小城为什么需要一座好档案馆",
            id="house",
        ),
        pytest.param(
            "书评 REVIEWS\n\n盐是怎样走到山里去的\n\n文／叶小禾",
            "盐是怎样走到山里去的",
            id="section",
        ),
        pytest.param(
            "盐路上的骡马\n\n——以三个盐场为例\n\n贝宁川，相里春\n\n（河湾大学 历史学院，河湾 199027）",
            "盐路上的骡马",
            id="names of no list",
        ),
        pytest.param(
            "盐路上的骡马\n\n——读《盐路志》\n\n叶 禾\n\n（河湾大学 历史学院）",
            "盐路上的骡马",
            id="name below a subtitle",
        ),
        pytest.param("盐路上的骡马\n\n本刊采访组　执笔 / 叶 禾 沈小舟", "盐路上的骡马", id="team"),
        pytest.param(
            "灯塔里的一堂课\n\n红石湾镇党委宣传部", "灯塔里的一堂课", id="signed by a house"
        ),
        pytest.param("灯塔下的党支部\n\n◇ 红石湾镇党委宣传部", "灯塔下的党支部", id="like a house"),
        pytest.param(
            "渔村靠什么留人\n\n——渔民同站长的一次对话\n\n本刊记者 叶小禾\n\n"
            "对话嘉宾：沈川（渔业站站长、河湾镇人大代表）\n\n柴望（河湾镇民政办主任）",
            "渔村靠什么留人",
            id="roll",
        ),
        pytest.param(
            "把老师的时间\n还给老师\n●　河湾镇学区　滕守拙",
            "把老师的时间还给老师",
            id="like an office",
        ),
        pytest.param(
            "（责任编辑：闻人笛）\n\n盘活码头布局\n\n——访船匠陆遥\n\n本刊记者 郑 煜",
            "盘活码头布局",
            id="below who edited the one above, and like a house",
        ),
        pytest.param(
            "专家简介：陆遥，河湾县船闸站长，长期研究船灯。\n\n以船为家：河湾镇的七年探索\n\n文/沈小禾",
            "以船为家：河湾镇的七年探索",
            id="below who answered",
        ),
    ],
)
def test_an_article_that_the_contents_lack_opens_all_the_same(lost: str, title: str) -> None:
    """By its title, a byline below that, and text; its section is no line of the title."""
    assert _issue(ALL, lost) == [*TITLES, title]


def test_whom_the_contents_leave_below_another_entry_has_written_an_article() -> None:
    """Of the entry its authors are left, who are none of the article above it."""
    listed = [*ALL[:-1], (ALL[-1][0], f"{ALL[-1][1]}\n红石湾镇党委宣传部")]
    lost = "灯塔里的一堂课\n\n红石湾镇党委宣传部"
    assert _issue(listed, lost)[-2:] == ["祖母的船票", "灯塔里的一堂课"]


def test_the_name_of_a_section_is_not_the_title_below_it() -> None:
    """Where the entry below it is lost, the name is left without a page and looks like an entry."""
    listed = [*ALL, ("", "\n街边笔记\n\n书讯\n灯下四册 …… 丁一舟 30")]
    lost = "街边笔记\n\n菜市场的字\n\n白秀雀\n\n" + f"{PROSE}\n\n灯下{PROSE}"
    lost += "\n\n书讯\n\n灯下四册\n\n丁一舟"
    assert _issue(listed, lost) == [*TITLES, "菜市场的字", "灯下四册"]


def test_poems_open_without_text() -> None:
    """（组诗） behind a title tells that nothing but lines of verse stands below the byline."""
    lost = "旧渡船（组诗）\n\n尉迟鸣\n\n候船室\n\n长椅还是绿的\n坐过的人都不见了\n只有暖气片上\n烤着一只手套\n\n岔道\n\n草长得比枕木高\n铁轨还是向前\n只是不再通往什么地方\n\n编后记"
    assert _issue(ALL, lost)[: len(TITLES) + 1] == [*TITLES, "旧渡船（组诗）"]


HOUSES = [("经验", "把课堂搬上船", "河湾县委宣传部", "24")]


@pytest.mark.parametrize("left", ["", "\n..... 沙洲镇党委"])
def test_a_house_signs_an_article_that_the_contents_lack_where_others_are_signed_so(
    left: str,
) -> None:
    """The last entry may have got the house that is left of the lost one."""
    section, title, house, page = HOUSES[0]
    listed = [*ALL, (title, f"{section}\n{title} …… {house} {page}{left}")]
    lost = f"{section}\n\n{title}\n\n{house}\n\n{PROSE}\n\n灯下{PROSE}"
    lost += "\n\n渡船上的板凳会\n\n沙洲镇党委"
    assert _issue(listed, lost) == [*TITLES, title, "渡船上的板凳会"]


@pytest.mark.parametrize("above", ["", "街边的生意与笔记\n\n"])
def test_a_subtitle_that_the_contents_have_tells_the_title_above_it(above: str) -> None:
    """Of 街边的生意与笔记 over 菜市场的字 and ——副题 the contents have lost the title, and the name seems to be it."""
    listed = [*ALL, ("", "·街边的生意与笔记·\n——三位摊主的黑板 白秀雀 30")]
    lost = f"{above}菜市场的字\n\n——三位摊主的黑板\n\n白秀雀"
    assert _issue(listed, lost) == [*TITLES, "菜市场的字"]


def test_an_unsigned_title_right_below_the_contents_opens_the_first_article() -> None:
    """Nobody signs it and the contents have lost it: what follows is a whole text all the same."""
    listed = "人物\n守灯二十年 …… 沈川 11\n\n船坞\n铁锚为什么会生锈 …… 柴望 15"
    first = "检修船上的答卷\n\n" + "\n\n".join(f"{PROSE[:-1]}，检修{at}。" for at in "一二三四")
    others = f"守灯二十年\n\n沈川\n\n{PROSE}\n\n铁锚为什么会生锈\n\n柴望\n\n{PROSE}"
    made = restored(f"{HEAD}{listed}\n\n{first}\n\n{others}")
    titles = ["".join(line.value for line in one.title) for one in made.issue.articles]
    assert titles == ["检修船上的答卷", "守灯二十年", "铁锚为什么会生锈"]
