"""Names of sections that stand over pages with their pinyin, and no blank between."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from tests.support.restored import restored

TEXTS = [
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，数一数台阶就知道今天能不能开船。",
    "水尺是后来才钉上去的，漆着红白两色，孩子们喜欢蹲在旁边看水怎样一格一格往上爬，老人却只相信石头。",
    "石头是从上游的山里运来的，每一块都有名字，刻在朝下的一面，只有水底的鱼和铺石阶的人读过它们。",
]
OTHERS = [
    "数石头要从最上面一级数起，数到水边就停，水里的那几级归鱼去数，谁要是多数了一级，谁就得请大家喝茶。",
    "我小时候总想多数一级，趴在石阶上往水里看，看见的却是自己的脸，一晃一晃的，像另一个数石头的孩子。",
    "红的一格是平安，白的一格是小心，再往上就没有漆了，漆匠说，真要涨到那里，也就没有人还有空来看它。",
]
HEAD = (
    "渡口月刊\n2016年第3期\n\n目录\n\n水边旧事\n2 摆渡人的台阶 陶文渊\n5 数石头 罗石生\n"
    "岸上人家\n8 红白两色 苏清\n\n"
)


def texts(over: str) -> tuple[list[str], list[str]]:
    """The headings and the paragraphs of the first article, over whose second page something stands."""
    body = (
        f"摆渡人的台阶\n陶文渊\n\n{TEXTS[0]}\n\n{TEXTS[1]}\n\n·2·\n\n{over}\n\n{TEXTS[2]}\n\n·3·\n\n"
        f"数石头\n罗石生\n\n{OTHERS[0]}\n\n{OTHERS[1]}\n\n·5·\n\n红白两色\n苏清\n\n{OTHERS[2]}\n\n·8·\n"
    )
    blocks = restored(HEAD + body).issue.articles[0].blocks
    headings = [block.text.value for block in blocks if isinstance(block, Heading)]
    return headings, [block.text.value for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("over", ["水边旧事SHUIBIANJIUSHI", "岸上人家ANSHANGRENJIA"])
def test_the_name_of_a_section_and_its_pinyin_head_a_page(over: str) -> None:
    assert texts(over) == ([], [TEXTS[0], TEXTS[1], TEXTS[2]])


@pytest.mark.parametrize("over", ["水边旧事KTV", "石阶旁的歌声SHIJIEPANG"])
def test_other_capitals_behind_a_heading_are_no_head_of_a_page(over: str) -> None:
    assert texts(over)[0] == [over]
