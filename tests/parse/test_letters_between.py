"""Letters as they end: 顺颂 | 文安, and who signs; what a page cuts in poems; who made what."""

from __future__ import annotations

import pytest

from converter.hanzi import ends_sentence
from converter.model import Heading, Paragraph, Role, Verse
from converter.parse.byline import read_byline
from converter.parse.farewells import is_farewell, opens_farewell
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"


@pytest.mark.parametrize("text", ["此致", "敬礼！", "顺颂", "译安", "即请文安", "冬 祺"])
def test_a_farewell_is_told_by_its_words(text: str) -> None:
    """With its wish or without, letter-spaced or not."""
    assert is_farewell(text)


@pytest.mark.parametrize("text", ["长安", "治安", "此致读者", "平安归来"])
def test_other_words_take_no_leave(text: str) -> None:
    """They may be headings."""
    assert not is_farewell(text)


def test_a_sentence_may_lead_to_the_farewell() -> None:
    """So it stands behind a mark, and not behind a word."""
    assert opens_farewell("写得潦草，请谅。顺颂")
    assert not opens_farewell("代表们由此致")


LETTERS = [
    "关于一座灯塔的通信",
    "戚长亭 柯北星",
    "戚长亭致柯北星",
    "北星兄：",
    f"《渡口》收到，读了三遍。{PROSE}",
    f"{PROSE[:-1]}，请谅。顺颂",
    "译安",
    "长亭",
    "二〇一七年六月三日",
    "柯北星复戚长亭",
    "长亭先生：",
    f"手教敬悉。{PROSE}",
    "您把那一句放回去了吗？",
    "即请",
    "文安",
    "晚 北星 敬上",
    "2017年6月19日",
    f"又及：{PROSE}",
]
CONTENTS = "河灯\n2017年第3期（总第47期）\n\n目 录\n\n{}\n\n一把盐 …… 何若溪（30）\n\n"


def test_letters_that_answer_each_other() -> None:
    """Neither line of the farewell goes on with the other, nor is one a title or a heading."""
    text = CONTENTS.format("关于一座灯塔的通信 …… 戚长亭 柯北星（21）")
    made = restored(text + "\n\n".join([*LETTERS, "一把盐", "何若溪", PROSE, PROSE]))
    assert len(made.issue.articles) == 2
    blocks = made.issue.articles[0].blocks
    heads = [one.text.value for one in blocks if isinstance(one, Heading)]
    assert heads == ["戚长亭致柯北星", "柯北星复戚长亭"]
    found = {one.text.value: one.role for one in blocks if isinstance(one, Paragraph)}
    assert {"译安", "文安", "即请"} <= found.keys()
    signed = [text for text, role in found.items() if role is Role.SIGNATURE]
    assert signed[0] == "长亭"
    assert len(signed) == 4
    called = [text for text, role in found.items() if role is Role.SALUTATION]
    assert called == ["北星兄：", "长亭先生："]


POEMS = """旧渡船（组诗）

尉迟鸣

退潮

水退下去以后

· 16 ·

我们才知道
船一直停在
多么浅的地方

孩子们光着脚
捡走了
昨天的星星

岔道

他走得那么小心
好像前面
真的有一个终点
在等他

· 17 ·

而且会迟到

扳道工

一生只做一个动作
让左边的去左边
让右边的去右边
"""


def test_a_page_cuts_one_line_off_a_stanza() -> None:
    """It stands at the foot of a page or at the head of the next, and is no heading."""
    text = CONTENTS.format("旧渡船（组诗） …… 尉迟鸣（16）")
    made = restored(text + POEMS + "\n" + f"· 18 ·\n\n一把盐\n\n何若溪\n\n{PROSE}\n\n{PROSE}")
    blocks = made.issue.articles[0].blocks
    heads = [one.text.value for one in blocks if isinstance(one, Heading)]
    assert heads == ["退潮", "岔道", "扳道工"]
    stanzas = [[line.value for line in one.lines] for one in blocks if isinstance(one, Verse)]
    assert [len(lines) for lines in stanzas] == [4, 3, 5, 3]
    assert stanzas[2][-1] == "而且会迟到"


@pytest.mark.parametrize(
    "text", ["海的人。”$^{[1]}$", "海的人。”^{[1]}", "海的人。<sup>2</sup>", "海的人。”²"]
)
def test_a_raised_call_stands_behind_the_end_of_a_sentence(text: str) -> None:
    """However the reader of the page has written it."""
    assert ends_sentence(text)
    assert not ends_sentence(text.replace("。", ""))


def test_whom_the_contents_name_though_he_has_not_written() -> None:
    """制作/…… of a recipe: who made the dish and who wrote it down."""
    reading = read_byline("制作/苏小亭 整理/麦 穗 摄影/陶 然", known=frozenset(["苏小亭"]))
    assert reading is not None
    assert [one.name for one in reading.authors] == ["苏小亭", "麦穗"]


def test_a_name_in_brackets_above_the_masthead_signs() -> None:
    """（岑　溪） below the last article belongs to that."""
    mast = "主管：临江市航运局\n主办：临江市船员协会\n编辑出版：《河灯》杂志社\n地址：临江市水门口17号\n邮编：199420"
    text = CONTENTS.format("编后 …… （25）")
    pieces = ["一把盐", "何若溪", PROSE, PROSE, "编 后", PROSE, PROSE, "（岑 溪）", mast]
    made = restored(text + "\n\n".join(pieces))
    assert all("岑" not in value for one in made.issue.masthead.entries for value in one.values)
    assert [who.name for one in made.issue.articles[-1].bylines for who in one.authors] == ["岑溪"]
