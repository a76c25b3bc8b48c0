"""The titles of several poems that make one article: 渡口手记（组诗）, 短诗二首.

In print a title stands apart from its poem, alone between blank lines; where OCR kept no blank line below it, it is the
first line of a stanza, told by its length and by the stanzas, which it makes one line longer. The forms of classical
verse tell themselves: 七律·某题, 浣溪沙·某题.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, ends_sentence, is_han, number, width
from converter.names import names_verse
from converter.parse.kinds import is_credit
from converter.segment import Unit

_GROUP = re.compile(
    r"组诗|組詩|诗选|詩選|诗抄|诗钞|詩鈔|诗辑|詩輯|小辑|小輯|诗草|诗笺|"
    r"(?P<more>外)?(?P<n>[一二三四五六七八九十两兩]{1,3}|\d{1,2})\s*(?:首|题|題|章|阕|闋)"
)
_CLAUSE = re.compile("^不|[了着过過把被我你他她它]|没有|沒有")
"""What makes a line a clause rather than a name."""
_LONGEST = 10
"""Em of a poem's title."""
_SURE = 0.45
_SURE_PARTED = 0.6
"""What makes a title sure, and what does where blank lines part all lines and tell no title."""
_APART = 0.5
"""What speaks for a line that has a blank line above it and below."""


def poem_titles(
    units: Sequence[Unit], title: str, is_seam: Callable[[int], bool]
) -> frozenset[int]:
    """The units that are titles of poems in an article with that title.

    ``is_seam`` tells of a unit whether it begins a page right after the last line of the
    page before.
    """
    hit = _GROUP.search(title)
    while units and is_credit(units[-1].text):
        units = units[:-1]
    if len(units) < _POEM or not _is_verse(units):
        return frozenset()
    count = (
        (number(hit["n"].replace("两", "二").replace("兩", "二")) or 0) if hit and hit["n"] else 0
    )
    if (
        edge := _by_form(units, count)
        or _marked(units)
        or _at_edge(units)
        or _letter_spaced(units, count)
    ):
        return edge
    if hit is None:
        return _over_each(units, _stanzas(units, is_seam))
    if set_off := _by_indent(units) or _flush(units):
        return set_off
    from statistics import median  # loads long, and few issues have poems in groups

    stanzas = _stanzas(units, is_seam)
    sizes = Counter(end - begin for begin, end in stanzas)
    typical = median(width(unit.text) for unit in units)
    scores = {
        begin: _score(units, begin, end, sizes, typical)
        for begin, end in stanzas
        if _may_title(units[begin].text) and (end < len(units) or (count and end - begin > 1))
    }
    first = stanzas[0][0]
    sure = _SURE
    if _are_parted(units):
        scores = {at: score - _APART for at, score in scores.items()}
        sure = _SURE_PARTED
    found = set()
    if first in scores and not (hit["n"] and hit["more"]):
        found.add(first)  # 外二首: the first poem has its title above all
    rest = sorted((at for at in scores if at not in found), key=lambda at: (-scores[at], at))
    if count:
        found.update([at for at in rest if scores[at] > 0][: count - len(found)])
    else:
        found.update(at for at in rest if scores[at] >= sure)
    return frozenset(found) if len(found) >= 2 or (hit["n"] and hit["more"]) else frozenset()


def _by_form(units: Sequence[Unit], count: int) -> frozenset[int]:
    """Lines that name the form and the subject of the poem below: 七律·某题, 鹧鸪天.

    Each poem has one, the first as well; ``count`` tells how many there are, 0 if nothing does.
    """
    found = frozenset(at for at, unit in enumerate(units) if names_verse(unit.text.strip()))
    if 0 not in found or len(found) < max(_SEVERAL, count):
        return frozenset()
    ends = [*sorted(found)[1:], len(units)]
    poems = all(end - at > _SEVERAL for at, end in zip(sorted(found), ends, strict=True))
    return found if poems else frozenset()


def _marked(units: Sequence[Unit]) -> frozenset[int]:
    """Short lines with one ornament before each, ◎窗, all above verse that has none."""
    marks = Counter(unit.text[0] for unit in units if unit.text[0] in _ORNAMENTS)
    if not marks or marks.most_common(1)[0][1] < _SEVERAL:
        return frozenset()
    mark = marks.most_common(1)[0][0]
    found = {at for at, unit in enumerate(units) if unit.text[0] == mark}
    titles = all(_may_title(units[at].text) and at + 1 < len(units) for at in found)
    apart = not any(at + 1 in found for at in found)
    return frozenset(found) if titles and apart and min(found) == 0 else frozenset()


def _letter_spaced(units: Sequence[Unit], count: int) -> frozenset[int]:
    """粉　笔 and 摆渡人: titles of two characters are spaced to the length of those of three, and no verse is.

    The first line is one of them; ``count`` tells how many there are, 0 if nothing does.
    """
    spaced = {at for at, unit in enumerate(units) if _SPACED.match(unit.text)}
    if not spaced:
        return frozenset()
    threes = {
        at
        for at, unit in enumerate(units)
        if len(unit.text) == _THREE
        and all(map(is_han, unit.text))
        and not _CLAUSE.search(unit.text)
    }
    for found in (spaced, spaced | threes):
        ends = [*sorted(found)[1:], len(units)]
        verse = all(end - at > _SEVERAL for at, end in zip(sorted(found), ends, strict=True))
        if verse and min(found) == 0 and len(found) >= max(_SEVERAL, count):
            return frozenset(found)
    return frozenset()


_SPACED, _THREE = re.compile(rf"^[{HAN}][ \u3000]+[{HAN}]$"), 3
_ORNAMENTS = frozenset(SHAPES + "※◉⊙")
"""What stands before the title of each poem of a group."""


def _at_edge(units: Sequence[Unit]) -> frozenset[int]:
    """Short lines at the edge of the column, each above verse that is set far in."""
    if any(DEEP > unit.indent >= 1 for unit in units):
        return frozenset()
    found = {at for at, unit in enumerate(units) if unit.indent < 1}
    last = len(units) - 1
    titles = {
        at
        for at in found
        if _may_title(units[at].text) and at < last and units[at + 1].indent >= DEEP
    }
    several = len(titles) >= _SEVERAL and titles == found and len(titles) * 3 <= len(units)
    return frozenset(titles) if several else frozenset()


def signed_verse(units: Sequence[Unit]) -> dict[int, int]:
    """The lines of verse above （某某车间　某某）, which stands further in than they do.

    Where it does not, their first line must end within its sentence, short as it is, or with
    no mark and indented. Gives the index of the line with the name for that of the first line,
    below which no title, text or blank line stands.
    """
    found: dict[int, int] = {}
    for at, unit in enumerate(units):
        if len(unit.text) > _SIGNER or not _SIGNED.match(unit.text):
            continue
        deep, top = unit.indent > DEEP, at
        while top and _is_above(units, top - 1, at, deep=deep):
            top -= 1
        if at - top >= _COUPLET and (deep or units[top].text[-1] in "，、" or _is_bare(units[top])):
            found[top] = at
    return found


def _is_bare(unit: Unit) -> bool:
    """True for an indented line that ends without a mark, as few paragraphs do."""
    return is_han(unit.text[-1]) and unit.indent >= 1


def _is_above(units: Sequence[Unit], at: int, signer: int, *, deep: bool) -> bool:
    """True for a line of verse above another one, or above who wrote it."""
    line, below = units[at], units[at + 1]
    within = DEEP <= line.indent < units[signer].indent if deep else line.indent >= 1
    if below.gap or line.wrapped or not within:
        return False
    return width(line.text) <= _LINE and (at + 1 == signer or line.indent == below.indent)


def _over_each(units: Sequence[Unit], stanzas: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The first lines of all stanzas, where each is a short name that none of its other lines is as short as.

    一首一节 with its title right above it: in a poem of several stanzas not all of them open so.
    """
    above = stanzas[0][0] if stanzas and width(units[stanzas[0][0]].text) > _NAME_OF_POEM else -1
    stanzas = [one for one in stanzas if one != (above, above + 1)]  # who has chosen them, and why
    for begin, end in stanzas:
        text = units[begin].text
        named = width(text) <= _NAME_OF_POEM and _may_title(text) and _CLAUSE.search(text) is None
        shortest = min((width(unit.text) for unit in units[begin + 1 : end]), default=0.0)
        if not named or end - begin <= _STANZA or width(text) >= shortest:
            return frozenset()
    names = {units[begin].text for begin, _ in stanzas}  # a call comes again: 江水啊
    distinct = len(names) == len(stanzas) and not any(name[-1] in "啊呀哦呵" for name in names)
    several = distinct and len(stanzas) >= _SEVERAL
    return frozenset(begin for begin, _ in stanzas) if several else frozenset()


_NAME_OF_POEM, _STANZA = 5, 4
"""The most em of a title that only its shortness tells, and the least lines below it."""
DEEP = 3.0
"""Em of blanks before a line that is no paragraph's first."""
_SIGNED = re.compile(rf"^[（(][{HAN}]{{2,12}}[ \u3000]+[{HAN}](?:[ \u3000]*[{HAN}]){{1,3}}[）)]$")
"""（石桥机务段　林　野）: where somebody works, and the name."""
_SIGNER, _COUPLET, _LINE = 24, 2, 24


def _by_indent(units: Sequence[Unit]) -> frozenset[int]:
    """Short lines set further in than all others, each above a line that is not."""
    common = Counter(unit.indent for unit in units).most_common(1)[0][0]
    deep = {at for at, unit in enumerate(units) if unit.indent >= common + _DEEPER}
    titles = {
        at
        for at in deep
        if _may_title(units[at].text) and at + 1 < len(units) and at + 1 not in deep
    }
    several = len(titles) >= _SEVERAL and titles == deep and len(titles) * 3 <= len(units)
    return frozenset(titles) if several else frozenset()


_DEEPER = 1.5
_SEVERAL = 2


def _flush(units: Sequence[Unit]) -> frozenset[int]:
    """Short lines without an indent, where the lines of all poems of a group have that of paragraphs."""
    found = [at for at, unit in enumerate(units) if unit.indent < 1]
    titles = all(
        _may_title(units[at].text) and at + 1 < len(units) and units[at + 1].indent >= 1
        for at in found
    )
    several = len(found) >= _SEVERAL and titles and len(found) * 3 <= len(units)
    return frozenset(found) if several else frozenset()


def is_all_verse(units: Sequence[Unit]) -> bool:
    """True for an article of short lines, hardly any of which ends a sentence."""
    if len(units) < _POEM or not _is_verse(units):
        return False
    return sum(1 for unit in units if ends_sentence(unit.text)) * 4 <= len(units)


_POEM = 6
"""Lines of the shortest poem that is told by all of its lines."""


def _are_parted(units: Sequence[Unit]) -> bool:
    """True where a blank line stands above nearly each line, and none tells a stanza."""
    return sum(unit.gap for unit in units) * 10 >= len(units) * 9


def is_parted_verse(units: Sequence[Unit]) -> bool:
    """True for an article of verse between whose lines OCR has set blank ones."""
    return is_all_verse(units) and _are_parted(units)


def _is_verse(units: Sequence[Unit]) -> bool:
    short = sum(1 for unit in units if width(unit.text) <= 24 and not unit.wrapped)
    return short * 10 >= len(units) * 9


def _stanzas(units: Sequence[Unit], is_seam: Callable[[int], bool]) -> list[tuple[int, int]]:
    """The stanzas, first line and end; one that goes over a page counts as two."""
    begins = [at for at, unit in enumerate(units) if not at or unit.gap or is_seam(at)]
    return list(zip(begins, [*begins[1:], len(units)], strict=True))


def _may_title(text: str) -> bool:
    return (
        width(text) <= _LONGEST and (is_han(text[-1]) or text[-1] in "）》”") and "，" not in text
    )


def _score(
    units: Sequence[Unit], begin: int, end: int, sizes: Counter[int], typical: float
) -> float:
    """How likely the first line of a stanza is the title of a poem."""
    text, size = units[begin].text, end - begin
    score = (typical - width(text)) / max(typical, 1)
    if size == 1:
        score += _APART
    elif sizes[size - 1] > 1:
        score += 0.3  # with its title a stanza is a line longer than the others
    elif len(sizes) > 1 and sizes[size] > 1 and sizes[size] >= max(sizes.values()):
        score -= 0.2
    return score - (0.2 if _CLAUSE.search(text) else 0.0)
