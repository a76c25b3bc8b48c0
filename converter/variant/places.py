"""Names of quarters that end in 里: 梧桐里 keeps its 里, where 屋里 becomes 屋裡.

An old lane or a housing estate is often called so (里弄). What tells it from the word for
"inside" is a noun of settlement right behind it, somewhere in the issue: 梧桐里小区.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SETTLEMENTS = (
    "小区", "社区", "居委会", "居民区", "街道", "新村", "胡同", "弄堂", "派出所", "牌坊", "号院",
)  # fmt: skip
"""What follows the name of a quarter, and nothing that one would be inside of."""
_HOUSES = ("食堂", "菜场", "书店", "茶馆", "公寓", "片区", "街坊", "老住户")
"""What may follow it; the name must stand twice, then."""
_INSIDE = """
    城市 农村 乡村 山村 院子 屋子 村子 巷子 镇子 房子 箱子 柜子 弄堂 胡同 社区 小区
    老城 新城 古城 市区 县城 城区 街区 小城 大楼 楼房 楼道 家庭 生活 记忆 印象 故事
    手机 视频 照片 报告 文章 新闻 电话 信件 名单 系统 过程 时间 时候 年间 月份 日子
    心目 脑海 眼睛 目光 世界 全国 国家 学校 校园 单位 公司 工厂 车间 商场 超市 市场
    公园 景区 园区 这个 那个 整个 哪个 几个 所有 全部 每个 各个 许多
"""
_NOUNS = frozenset(_INSIDE.split())
_GRAMMAR = frozenset("的了在是到从把被和与这那哪其内中")


def quarters(texts: Iterable[str]) -> Iterator[str]:
    """The names of quarters that the texts speak of (梧桐里, 松涛里), in order of appearance."""
    values = [text for text in texts if "里" in text]
    for value in values:
        at = value.find("里", 2)
        while at > 0:
            name = value[at - 2 : at + 1]
            if _may_be_name(name[:2]) and _is_settled(value, at, name, values):
                yield name
            at = value.find("里", at + 1)


def _is_settled(value: str, at: int, name: str, values: list[str]) -> bool:
    if value.startswith(_SETTLEMENTS, at + 1) or _is_numbered(value[at + 1 : at + 5]):
        return True
    ends = value[at + 1 : at + 2] in {"", " ", "\u3000"}
    if ends and at > 2 and value[at - 3] in "市区县镇":  # the end of an address
        return True
    return value.startswith(_HOUSES, at + 1) and sum(v.count(name) for v in values) > 1


def _is_numbered(text: str) -> bool:
    """True for the number of a house (12号)."""
    number, mark, _ = text.partition("号")
    return bool(mark) and number.isdecimal()


def _may_be_name(name: str) -> bool:
    han = all("\u4e00" <= character <= "\u9fff" for character in name)
    return han and name not in _NOUNS and not _GRAMMAR.intersection(name)
