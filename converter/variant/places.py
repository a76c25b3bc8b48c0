"""Names of quarters that end in 里: 梧桐里 keeps its 里, where 屋里 becomes 屋裡.

An old lane or a housing estate is often called so (里弄). What tells it from the word for
"inside" is a noun of settlement right behind it, somewhere in the issue: 梧桐里小区.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.model import Issue, issue_texts

_SETTLEMENT = (
    r"小区|社区|居委会|居民区|街道|新村|胡同|弄堂|派出所|牌坊|号院|(?:\d+|[一二三四五六七八九十])号"
)
_INSIDE = (
    "城市|农村|乡村|山村|院子|屋子|村子|巷子|镇子|房子|箱子|柜子|弄堂|胡同|社区|小区|老城|新城|古城|市区|县城|城区|街区|"
    "小城|大楼|楼房|楼道|家庭|生活|记忆|印象|故事|手机|视频|照片|报告|文章|新闻|电话|信件|名单|系统|过程|时间|时候|"
    "年间|月份|日子|心目|脑海|眼睛|目光|世界|全国|国家|学校|校园|单位|公司|工厂|车间|商场|超市|市场|公园|景区|园区|"
    "这个|那个|整个|哪个|几个|所有|全部|每个|各个|许多"
)
_QUARTER = re.compile(
    rf"([\u4e00-\u9fff]{{2}})里(?={_SETTLEMENT})"
    r"|(?<=[市区县镇])([\u4e00-\u9fff]{2})里(?=[ \u3000]|$)"
)
_HOUSE = re.compile("([\u4e00-\u9fff]{2})里(?=食堂|菜场|书店|茶馆|公寓|片区|街坊|[的，]?老住户)")
_NOUN = re.compile(_INSIDE)
_GRAMMAR = re.compile("[的了在是到从把被和与这那哪其内中]")


def quarters(issue: Issue) -> Iterator[str]:
    """The names of quarters that an issue speaks of (梧桐里, 松涛里), in order of appearance."""
    values = [text.value for text in issue_texts(issue) if "里" in text.value]
    for value in values:
        for found in _QUARTER.finditer(value):
            if _may_be_name(name := found[1] or found[2]):
                yield f"{name}里"
        for found in _HOUSE.finditer(value):  # a weaker sign: once more, then
            if _may_be_name(found[1]) and sum(other.count(found[0]) for other in values) > 1:
                yield found[0]


def _may_be_name(name: str) -> bool:
    return not _NOUN.fullmatch(name) and not _GRAMMAR.search(name)
