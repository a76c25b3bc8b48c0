"""Quoted classical text: where it stands, and how it becomes Traditional.

The classical language has words of its own where the modern one has others (后 the lord, 于
in the Odes, 舍 to rest, 余 I), so a quotation is read by a table of its own. It is known by
a mark of the model, by the list ``classical`` of a glossary, or by what is said of it:
《诗经》云：“……”. The last only where no particle of the modern language stands in it, for
what follows 孔子说 may as well be a translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from converter import patterns as re
from converter.hanzi import is_han
from converter.variant.engine import Engine
from converter.variant.tables import HELD, read_table

_TITLES = """
    论语 孟子 大学 中庸 诗经 诗 尚书 书 礼记 周礼 仪礼 周易 易经 易传 易
    春秋 左传 公羊传 谷梁传 孝经 尔雅 老子 道德经 庄子 荀子 韩非子 墨子 管子
    列子 晏子春秋 吕氏春秋 孙子兵法 孙子 孔子家语 国语 战国策 史记 汉书 后汉书
    三国志 晋书 资治通鉴 新唐书 旧唐书 贞观政要 说苑 新序 淮南子 论衡 盐铁论
    春秋繁露 楚辞 离骚 九歌 世说新语 文心雕龙 颜氏家训 菜根谭 传习录 近思录
    二程集 朱子语类 日知录 六韬 商君书 鬼谷子 抱朴子 水经注 齐民要术 梦溪笔谈
    出师表 岳阳楼记 醉翁亭记 兰亭集序 滕王阁序 桃花源记 劝学 师说 过秦论
    谏太宗十思疏
"""
_WORKS = frozenset(_TITLES.split())
_QUOTE = re.compile("“([^“”]{4,120})”")
_MODERN = re.compile(
    "[的了们这吗呢吧着么呀哪它她很你]|因为|所以|如果|但是|没有|就是|可以|应该|时候"
)
"""What no classical text holds, or so rarely that it may go by the modern rules then."""
_NEAR = 36
"""So many characters before a quotation its work is named, at most."""
_NAMED = re.compile(r"《([^《》·・]{1,8})(?:[·・][^《》]{1,12})?》[^“”。；！？]{0,14}$")
_SPOKEN = re.compile(
    "(?:(?:孔子|孟子|[老庄荀墨管曾朱]子|韩非子|朱熹|王阳明|司马迁|诸葛亮|古人|先[贤哲]|圣人)(?:曾经?|早[就已])?"
    "(?:(?:有|尝|所)?[曰云言语]|说过?|讲过?|写道)|(?:^|[，。；：])[子诗书语经传易][曰云])[：:，]?$"
)
_SAID = tuple("曰云言语说过讲道")
"""What it ends with, but for a mark: few places need the expression."""
_NAMED_AFTER = re.compile(
    r"[，。]?(?:——|—|（|这?(?:句话)?(?:语出|出自|见于|见|典出|源自))(?:\w{1,6}的?)?"
    r"《([^《》·・]{1,8})[》·・]"
)


@cache
def _table() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """What the words of the classical language become, and what finds them."""
    table = {source: targets[0] for source, targets in read_table("classical")}
    return table, re.compile("|".join(sorted(table, key=len, reverse=True)))


class Reader:
    """Reads classical passages for one way of conversion."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, passage: str) -> str:
        """The passage in Traditional; as it is if it is printed so in the Simplified issue."""
        if self._engine.is_neutral(passage) and not _is_simplified(passage):
            return passage
        table, words = _table()
        parts, at = [], 0
        for word in words.finditer(passage):
            parts += [passage[at : word.start()], HELD * len(word[0])]
            at = word.end()
        masked = "".join([*parts, passage[at:]])
        out = list(self._engine.plain(masked))
        for word in words.finditer(passage):
            out[word.start() : word.end()] = table[word[0]]
        return "".join(out)


def _is_simplified(passage: str) -> bool:
    """True if every Han character is one of GB 2312-80, which has no Traditional ones."""
    try:
        "".join(c for c in passage if is_han(c)).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def quotations(value: str) -> Iterator[tuple[int, int]]:
    """Where classical text is quoted and attributed, without its quotation marks."""
    for found in _QUOTE.finditer(value) if "“" in value else ():
        words = found[1]
        if not _MODERN.search(words):
            before = value[max(0, found.start() - _NEAR) : found.start()]
            if _is_attributed(before, value[found.end() : found.end() + _NEAR]):
                yield found.span(1)


def _is_attributed(before: str, after: str) -> bool:
    named = _NAMED.search(before) if "《" in before else None
    if named is None or named[1] not in _WORKS:
        named = _NAMED_AFTER.match(after) if "《" in after else None
    if named is not None and named[1] in _WORKS:
        return True
    return before.rstrip("：:，").endswith(_SAID) and _SPOKEN.search(before) is not None
