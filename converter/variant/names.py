"""Personal names: which there are in an issue, and what they become.

A name is converted character by character, by rules of its own: 于洋 stays 于洋 although
the preposition is 於, and 范长江 becomes 范長江 although a pattern is 範. Names are taken
from the issue's bylines, staff, contents and speakers, and from its text where an office
before a name or a verb of saying after it gives them away.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from converter.model import Issue, MarkKind, MastheadKind, issue_texts
from converter.names import COMPOUND_SURNAMES, is_body, is_name
from converter.variant.engine import DATA, Engine

_FOREIGN_POINT = re.compile("[·•・‧]")
_SHORT = 2
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class NameRules:
    """The table of names: family names, given names, what precedes a family name in words."""

    surnames: dict[str, str]
    given: dict[str, str]
    before: dict[str, frozenset[str]]


@cache
def name_rules() -> NameRules:
    """The rules as they stand in ``data/names.toml``."""
    data = tomllib.loads((DATA / "names.toml").read_text(encoding="utf-8"))
    before = {name: frozenset(chars) for name, chars in data["before"].items()}
    return NameRules(data["surnames"], data["given"], before)


@dataclass(frozen=True, slots=True)
class ProtectedName:
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
    if _FOREIGN_POINT.search(name) or len(name) > _LONGEST:
        return "".join(rules.given.get(c) or engine.plain(c) for c in name)
    if name[:2] in COMPOUND_SURNAMES or name[:2] in rules.surnames:
        family, given = name[:2], name[2:]
    else:
        family, given = name[:1], name[1:]
    head = rules.surnames.get(family) or engine.plain(family)
    return head + "".join(rules.given.get(c) or engine.plain(c) for c in given)


_SOUNDS = (
    "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕宾波伯勃博卜布采蔡查茨达戴丹当道得德登邓狄迪蒂丁东杜顿多厄恩尔法凡范方"
    "菲费芬丰冯佛夫弗福富盖冈高戈哥格根古瓜圭果哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简江杰捷金京居久喀卡凯坎康考"
    "柯科可克肯库夸奎昆拉莱赖兰朗劳勒雷里理利立莉丽莲连良列烈林琳灵隆卢鲁路露伦罗洛吕律马玛迈麦曼芒毛梅门蒙孟米密"
    "敏明摩莫默姆木穆拿纳娜南瑙内嫩能尼年宁纽农努诺欧帕派潘庞佩彭皮匹平珀坡普齐奇契恰强乔钦琴丘屈让热日荣茹儒瑞若"
    "萨塞赛桑瑟森莎沙山珊尚舍申圣施什史士朔司丝斯松苏孙索塔泰坦汤唐陶特腾提田廷通图土托瓦万旺威韦维魏温文翁沃乌武"
    "西希锡席夏香肖歇谢辛欣兴雄休许雪雅亚延扬杨耶叶伊易意因英雍尤于约泽曾扎詹张兆珍朱兹子宗祖佐"
)
_FOREIGN = re.compile(rf"[{_SOUNDS}]{{1,10}}(?:[·•・‧][{_SOUNDS}]{{1,10}})+")
"""A name of another language, in the characters that are used for its sounds."""


def foreign_names(text: str) -> Iterator[re.Match[str]]:
    """Transcribed names in a text, told by the point between their parts (卡尔·里希特)."""
    return _FOREIGN.finditer(text) if _FOREIGN_POINT.search(text) else iter(())


def certain_names(issue: Issue) -> Iterator[str]:
    """The names that the issue itself marks as such, in order of appearance."""
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
    for text in issue_texts(issue):
        for mark in text.marks:
            if mark.kind is MarkKind.SPEAKER and is_name(text.value[mark.start : mark.end]):
                yield text.value[mark.start : mark.end]


_TITLES = (
    "书记|主任|部长|局长|厅长|司长|处长|科长|院长|校长|所长|馆长|社长|台长|站长|厂长|行长|会长|秘书长|理事长|董事长|"
    "总经理|经理|总裁|市长|县长|区长|省长|镇长|乡长|村长|队长|组长|班长|主席|委员|教授|副教授|研究员|院士|博士|工程师|"
    "设计师|记者|编辑|主编|医生|医师|律师|教师|老师|作家|诗人|画家|导演|演员|学者|专家|先生|女士|同志|负责人|创始人|"
    "村民|居民|司机|工人|师傅|战士|农民|传承人|支书|代表|队员|学生|同学|校友|市民|将军|元帅|总理|总书记|船长|机长|"
    "连长|排长|班长|营长|团长|师长|军长|司令|政委|警长|店长|店主|老板|老板娘|厨师|木匠|铁匠|石匠|渔民|牧民|果农|茶农|"
    "菜农|农户|护士|护士长|歌手|球员|教练|选手|摄影师|建筑师|雕刻家|书法家|收藏家|史学家|科学家|企业家|艺术家|音乐家|"
    "钢琴家|小说家|文学家|翻译家|经济学家|班主任|辅导员|志愿者|总监|总编|顾问|发言人|乘客|读者|作者|译者|邻居|妻子|"
    "丈夫|儿子|女儿|父亲|母亲|好友|朋友|同事|战友|搭档|徒弟|师父|导师"
)
_SAYING = (
    "说|表示|介绍|告诉|认为|指出|坦言|回忆|强调|回答|笑道|感慨|解释|补充|建议|透露|谈到|提到|写道|同志|先生|女士|教授|"
    "院士|研究员|老师|主任|院长|校长|局长|书记|医生|博士|团队|一家|等人"
)
_AMBIGUOUS_FAMILIES = "于余范郁岳台涂谷朴钟种卜丰沈姜干"


_NOT_GIVEN = "是在于的了和与对同为而也都被把将就由从向到以及或并者"
_BEGINS_WORD = re.compile(
    "余[下暇热额款粮生存毒威音韵味兴晖光烬党孽地数震力留外部晚年]|范[围例畴本文式儿]|岳[父母家丈]|谷[物粒类雨底地口仓]|"
    "钟[表楼头爱情声摆点]|姜[汁片丝汤茶末黄饼]|郁[闷结积金香葱]|涂[料改抹层写刷]|朴[素实]|沈阳|台[风上下阶面前词商湾北]|"
    "[种卜丰干]."
)
"""Words that begin like a name of an ambiguous family."""
_DISCOVERED = re.compile(
    rf"[{_AMBIGUOUS_FAMILIES}][^{_NOT_GIVEN}\W](?:[^{_NOT_GIVEN}\W](?=(?:{_SAYING}|[，、。；：（])))?"
)
_GIVEN = re.compile(rf"[余范郁岳姜涂谷钟沈][^{_NOT_GIVEN}\W]{{2}}")
"""A name of three characters that a title alone gives away (船长余茂松站在船头)."""
_BEFORE = re.compile(rf"(?:^|[，。；：！？“\n]|({_TITLES}))\Z")
_AFTER = re.compile(_SAYING)
_STOP = re.compile("[，、。；：（]")
_LONGEST_TITLE = 4


def discovered_names(issue: Issue) -> Iterator[str]:
    """Names of ambiguous families that their surroundings give away in the text.

    A clause may begin with one that a verb of saying or a title follows (范丽娜介绍，);
    after a title a mark of punctuation is enough (记者范丽娜、).
    """
    for text in issue_texts(issue):
        value = text.value
        for found in _DISCOVERED.finditer(value):
            start, end = found.span()
            before = _BEFORE.search(value[max(0, start - _LONGEST_TITLE) : start])
            if before is None or (start > 0 and not before[0]):
                continue
            said = _AFTER.match(value, end)
            if (said or (before[1] and _STOP.match(value, end))) and is_name(found[0]):
                yield found[0]
            elif before[1] and not _BEGINS_WORD.match(found[0]):
                whole = _GIVEN.match(value, start)
                if whole is not None and is_name(whole[0]):
                    yield whole[0]


def protected_names(names: Iterable[str], engine: Engine) -> tuple[ProtectedName, ...]:
    """The names that need protection, the commonest first.

    A name without a character that could be taken for another is left to OpenCC. One of
    two characters that the phrases know as a word (余波 → 餘波) is not protected everywhere.
    """
    made = []
    for name, _ in Counter(name for name in names if len(name) >= _SHORT).most_common():
        target = convert_name(name, engine)
        out = engine.convert(name)
        risky = any(c in name_rules().surnames or c in name_rules().given for c in name)
        if out.text == target and not out.guesses and not risky:
            continue
        is_word = len(name) == _SHORT and out.text != target and not out.guesses
        made.append(ProtectedName(name, target, everywhere=not is_word))
    return tuple(made)


def stands_as_name(text: str, start: int, end: int) -> bool:
    """False where the family name belongs to the word before it (由于洋流 holds no 于洋)."""
    if end - start > _SHORT or start == 0:
        return True
    return text[start - 1] not in name_rules().before.get(text[start], frozenset())
