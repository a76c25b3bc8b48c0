"""Personal names: which there are in an issue, and what they become.

A name is converted character by character, by rules of its own: 于洋 stays 于洋 although
the preposition is 於, and 范长江 becomes 范長江 although a pattern is 範. Names are taken
from the issue's bylines, staff, contents and speakers;
:mod:`~converter.variant.discover` finds more of them in its text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from converter import patterns as re
from converter.model import Issue, MarkKind, MastheadKind, Text
from converter.names import COMPOUND_SURNAMES, is_body, is_name
from converter.values import NamedTuple
from converter.variant.discover import office_before
from converter.variant.engine import Engine
from converter.variant.tables import name_rules

_POINTS = "·•・‧．"
_SHORT = 2
_LONGEST = 4


class ProtectedName(NamedTuple):
    """A name and its form.

    ``everywhere`` is False for one that is a word of the language too: it is protected
    where a name stands for certain, not in running text.
    """

    source: str
    target: str
    everywhere: bool = True


def convert_name(name: str, engine: Engine) -> str:
    """A name in the script of the engine's way, character by character."""
    rules = name_rules()
    if any(c in name for c in _POINTS) or len(name) > _LONGEST:
        return "".join(rules.given.get(c) or engine.plain(c) for c in name)
    if name[:2] in COMPOUND_SURNAMES or name[:2] in rules.surnames:
        family, given = name[:2], name[2:]
    else:
        family, given = name[:1], name[1:]
    head = rules.surnames.get(family) or engine.plain(family)
    return head + "".join(rules.given.get(c) or engine.plain(c) for c in given)


_SOUNDS = (
    "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕宾波伯勃博卜布采蔡查茨达戴丹当道得德登邓狄迪蒂丁东杜顿多厄恩尔法凡范方"
    "菲费芬丰冯佛夫弗福富盖葛冈高戈哥格根古瓜圭果哈海汉翰豪赫黑亨洪侯胡华怀惠霍基吉季加贾简江杰捷金京居久喀卡凯坎康考"
    "柯科可克肯库夸奎昆拉莱赖兰朗劳勒雷里理利立莉丽莲连良列烈林琳灵隆卢鲁路露伦罗洛吕律马玛迈麦曼芒毛梅门蒙孟米密"
    "敏明摩莫默姆木穆拿纳娜奈南瑙内嫩能尼年宁纽农努诺欧帕派潘庞佩彭皮匹平珀坡普齐奇契恰强乔钦琴丘屈让热日荣茹儒瑞若"
    "萨塞赛桑瑟森莎沙山珊尚舍申圣施什史士舒朔司丝斯松苏孙索塔泰坦汤唐陶特腾提田廷通图土托瓦万旺威韦维魏温文翁沃乌武"
    "西希锡席夏香肖歇谢辛欣兴雄休许雪雅亚延扬杨耶叶伊易意因英雍尤于约泽曾扎詹张兆珍朱兹子宗祖佐"
)

_AFTER_YU = "尔贝连勒斯格洛雷内泽韦哈伊姆班"
"""What 于 goes before in names of other languages (于贝尔, 于连)."""
_SYLLABLES = "阿贝伯葛盖格古科卡凯克拉莱雷卢罗洛米纳尼帕佩萨塞特瓦维沃希雅亚"
"""Those that 里 follows in no word of its own (山里, 海里)."""
_LATIN = 5
"""So far before Latin letters in brackets 里 may stand in the name that they write."""


@cache
def _foreign() -> re.Pattern[str]:
    """A name of another language, in the characters that are used for its sounds.

    于 is one at the beginning of a part (于尔根·哈贝马斯), and a preposition at the end of a
    word or of the name (关于哈贝马斯, 立基于彼得·科萨克, 哈贝马斯于一九六二年).
    """
    others = _SOUNDS.replace("于", "")
    not_after = "".join(sorted(name_rules().before["于"]))
    first = rf"(?:(?<![{not_after}])于(?=[{_AFTER_YU}]))?[{others}]{{1,10}}"
    return re.compile(rf"{first}(?:[{_POINTS}](?:于(?=[{_AFTER_YU}]))?[{others}]{{1,10}})+")


def foreign_names(text: str) -> Iterator[re.Match[str]]:
    """Transcribed names in a text, told by the point between their parts (卡尔·里希特)."""
    if "·" in text or "•" in text or "・" in text or "‧" in text or "．" in text:
        return _foreign().finditer(text)  # faster to ask than any() of them
    return iter(())


def told_in_latin(texts: Iterable[str]) -> Iterator[str]:
    """Transcribed names with 里 that a text has in Latin letters too: 通贝里（Thunberg）."""
    for text in texts:
        for bracket in _BRACKETS.finditer(text):
            before = text[max(0, bracket.start() - 2 * _LATIN) : bracket.start()].rstrip("号")
            if "里" in before[-_LATIN:]:
                found = _latin().search(before) or (
                    _ENDS_IN_RI.match(text, bracket.end() - 1) and _short().search(before)
                )
                if found:
                    yield found[0]
                    if found[0].endswith("里") and len(found[0]) > _SHORT + 1:
                        yield found[0][-_SHORT - 1 :]


_BRACKETS = re.compile(r"\s?[（(]\s?[A-Z]")
_ENDS_IN_RI = re.compile(r"[A-Z][^\W\d_]*[rl](?:e?[yi]|ay|ee|ie)\b")
"""A name that ends in the sound of 里 (Murray, Perry)."""


@cache
def _latin() -> re.Pattern[str]:
    others = _SOUNDS.replace("于", "")
    before = rf"(?:[{others}]{{1,3}}[{others}]|[{_SYLLABLES}])"
    return re.compile(rf"{before}里[{others}]{{0,4}}$|[{others}]里[{others}]{{1,4}}$")


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"[{_SOUNDS.replace('于', '')}]里$")


def certain_names(issue: Issue, texts: Iterable[Text]) -> Iterator[str]:
    """The names that the issue itself marks as such, also in its texts, in order of appearance."""
    for entry in issue.masthead.entries:
        if entry.kind is MastheadKind.STAFF:
            yield from (value for value in entry.values if is_name(value))
    for section in issue.contents.sections:
        for line in section.entries:
            yield from (author for author in line.authors if is_name(author))
    for article in issue.articles:
        for byline in article.bylines:
            yield from (
                author.name
                for author in byline.authors
                if not author.is_body and not is_body(author.name)
            )
    for text in texts:
        for mark in text.marks:
            if mark.kind is MarkKind.SPEAKER and is_name(text.value[mark.start : mark.end]):
                yield text.value[mark.start : mark.end]


def protected_names(names: Iterable[str], engine: Engine) -> tuple[ProtectedName, ...]:
    """The names that need protection, the commonest first.

    A name without a character that could be taken for another is left to OpenCC. One of
    two characters that the phrases know as a word (余波 → 餘波) is not protected everywhere.
    """
    made = []
    rules = name_rules()
    for name, _ in Counter(name for name in names if len(name) >= _SHORT).most_common():
        target = convert_name(name, engine)
        out = engine.convert(name)
        risky = any(c in rules.surnames or c in rules.given for c in name)
        if out.text == target and not out.guesses and not risky:
            continue
        is_word = len(name) == _SHORT and out.text != target and not out.guesses
        made.append(ProtectedName(name, target, everywhere=not is_word))
    return tuple(made)


def stands_as_name(text: str, start: int, end: int) -> bool:
    """False where the family name belongs to the word before it (由于洋流 holds no 于洋)."""
    if end - start > _SHORT or start == 0:
        return True
    before = name_rules().before.get(text[start], frozenset())
    return text[start - 1] not in before or office_before(text, start)
