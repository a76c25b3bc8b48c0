"""Quoted classical text: where it stands, and how it becomes Traditional.

The classical language has words of its own where the modern one has others (后 the lord, 于
in the Odes, 舍 to rest, 余 I), so a quotation is read by a table of its own. It is known by
a mark of the model, by the list ``classical`` of a glossary, or by what is said of it:
《诗经》云：“……”. The last only where no particle of the modern language stands in it, for
what follows 孔子说 may as well be a translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from converter import patterns as re
from converter.hanzi import is_han
from converter.variant.engine import HELD, Engine, read_table

_WORKS = (
    "论语|孟子|大学|中庸|诗经|诗|尚书|书|礼记|周礼|仪礼|周易|易经|易传|易|春秋|左传|公羊传|谷梁传|孝经|尔雅|老子|道德经|"
    "庄子|荀子|韩非子|墨子|管子|列子|晏子春秋|吕氏春秋|孙子兵法|孙子|孔子家语|国语|战国策|史记|汉书|后汉书|三国志|"
    "晋书|资治通鉴|新唐书|旧唐书|贞观政要|说苑|新序|淮南子|论衡|盐铁论|春秋繁露|楚辞|离骚|九歌|世说新语|文心雕龙|"
    "颜氏家训|菜根谭|传习录|近思录|二程集|朱子语类|日知录|国策|六韬|商君书|鬼谷子|抱朴子|水经注|齐民要术|梦溪笔谈|"
    "出师表|岳阳楼记|醉翁亭记|兰亭集序|滕王阁序|桃花源记|劝学|师说|过秦论|谏太宗十思疏"
)
_SPEAKERS = (
    "孔子|孟子|老子|庄子|荀子|墨子|管子|韩非子|曾子|朱熹|朱子|王阳明|司马迁|诸葛亮|"
    "古人|先贤|先哲|圣人"
)
_SAID = "(?:有|尝|所)?(?:曰|云|言|语)|说过?|讲过?|[中里](?:说|讲|有言)|中?写道"
_QUOTE = "“([^“”]{4,120})”"
_BEFORE = re.compile(
    rf"(?:《(?:{_WORKS})(?:[·・][^》]{{1,12}})?》[^“”。；！？]{{0,14}}?"
    rf"|(?:{_SPEAKERS})(?:曾|曾经|早就|早已)?(?:{_SAID})"
    rf"|(?:^|[，。；：])(?:子|诗|书|语|经|传|易)(?:曰|云))[：:，]?{_QUOTE}"
)
_AFTER = re.compile(
    rf"{_QUOTE}[，。]?(?:——|—|（|这?(?:句话)?(?:语出|出自|见于|见|典出|源自))(?:\w{{1,6}}的?)?《(?:{_WORKS})(?:[·・》])"
)
_MODERN = re.compile(
    "[的了们这吗呢吧着么呀哪它她很]|什么|我们|因为|所以|如果|但是|没有|就是|可以|应该|时候"
)


class Reader:
    """Reads classical passages for one way of conversion."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._table: Mapping[str, str] = {s: t[0] for s, t in read_table("classical")}
        self._words = re.compile("|".join(sorted(self._table, key=len, reverse=True)))

    def read(self, passage: str) -> str:
        """The passage in Traditional; as it is if it is printed so in the Simplified issue."""
        if self._engine.is_neutral(passage) and not _is_simplified(passage):
            return passage
        parts, at = [], 0
        for word in self._words.finditer(passage):
            parts += [passage[at : word.start()], HELD * len(word[0])]
            at = word.end()
        masked = "".join([*parts, passage[at:]])
        out = list(self._engine.plain(masked))
        for word in self._words.finditer(passage):
            out[word.start() : word.end()] = self._table[word[0]]
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
    if "“" not in value:
        return
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(value):
            if not _MODERN.search(found[1]):
                yield found.span(1)
