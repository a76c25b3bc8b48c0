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
    """A name and its form. ``everywhere`` is False for one that is a word of the language
    too: it is protected where a name stands for certain, not in running text."""

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
    "村民|居民|司机|工人|师傅|战士|农民|传承人|支书|代表|队员|学生|同学|校友|市民|将军|元帅|总理|总书记"
)
_SAYING = (
    "说|表示|介绍|告诉|认为|指出|坦言|回忆|强调|回答|笑道|感慨|解释|补充|建议|透露|谈到|提到|写道|同志|先生|女士|教授|"
    "院士|研究员|老师|主任|院长|校长|局长|书记|医生|博士|团队|一家|等人"
)
_AMBIGUOUS_FAMILIES = "于余范后郁岳台涂谷党朴钟种卜丰沈姜干"


@cache
def _discovery() -> re.Pattern[str]:
    """An office or the start of a clause, a name of an ambiguous family, a verb of saying."""
    han = r"[\u4e00-\u9fff]"
    not_first = "[^是在于的了和与对同为而也都被把将就由从向到以及或并]"
    given = rf"{not_first}(?:{han}(?={_SAYING}|[，。、；：！？）”]))?"
    family = f"[{_AMBIGUOUS_FAMILIES}]"
    after = f"(?={_SAYING})"
    return re.compile(
        rf"(?:(?<=[，。；：！？“、\n])|^)({family}{given}){after}"
        rf"|(?:{_TITLES})({family}{not_first}{han}?)(?={_SAYING}|[，、。；：（])"
    )


def discovered_names(issue: Issue) -> Iterator[str]:
    """Names of ambiguous families that their surroundings give away in the text."""
    pattern = _discovery()
    for text in issue_texts(issue):
        if any(family in text.value for family in _AMBIGUOUS_FAMILIES):
            for found in pattern.finditer(text.value):
                name = found[1] or found[2]
                if is_name(name):
                    yield name


def protected_names(names: Iterable[str], engine: Engine) -> tuple[ProtectedName, ...]:
    """The names that need protection, the commonest first.

    A name without a character that could be taken for another is left to OpenCC. One
    that OpenCC's phrases know as a word (余波 → 餘波) is not protected everywhere.
    """
    made = []
    for name, _ in Counter(name for name in names if len(name) >= _SHORT).most_common():
        target = convert_name(name, engine)
        out = engine.convert(name)
        risky = any(c in name_rules().surnames or c in name_rules().given for c in name)
        if out.text == target and not out.guesses and not risky:
            continue
        is_word = out.text != target and not out.guesses
        made.append(ProtectedName(name, target, everywhere=not is_word))
    return tuple(made)


def stands_as_name(text: str, start: int, end: int) -> bool:
    """False where the family name belongs to the word before it (由于洋流 holds no 于洋)."""
    if end - start > _SHORT or start == 0:
        return True
    return text[start - 1] not in name_rules().before.get(text[start], frozenset())
