"""Where the lists end that fill a box: works, steps, rules, and what people say."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.extent.figure_lines import figures_end
from converter.parse.headings import numbering
from converter.parse.items import book_end, form_of, list_end, questions_end
from converter.parse.recipes import RECIPE
from converter.parse.rests import has_rest
from converter.parse.usage import joins
from converter.segment import Unit


def end_of_list(
    units: Sequence[Unit], begins: tuple[int, int], limit: int, beside: str, tail: str
) -> int:
    """Where a list ends with which the text of a box begins, 0 if none does.

    ``begins`` are the units of its name and of its text, which may stand ``beside`` the name;
    ``tail`` is the sentence that waits to be carried on below the box.
    """
    start, first = begins
    opening = beside if first == start else ""
    listed = list_end(units, first, limit, opening) or questions_end(units, first, limit, opening)
    if listed:
        listed = _steps_below(units, first, listed, limit)
        listed += _has_rest_below(units, first, listed, limit, tail)
        return listed - _carries_on_above(units, listed, tail)
    if listed := figures_end(units, first, limit, opening):
        return listed
    below = first > start
    if below and (listed := _end_below(units, first, limit)):
        return listed
    if below and is_han(tail[-1:] or "。") and (listed := _sayings_end(units, first, limit)):
        return listed
    if first < limit and tail[-1:] not in tuple("：:"):
        listed = sayings_end(opening or units[first].text, units, first, limit)
    if not listed and first < limit:
        listed = _clauses_end(units, first, limit, opening)
    if not listed and first < limit:
        listed = _refrain_end(opening or units[first].text, units, first, limit)
    if not listed and first < limit:
        listed = _terms_end(opening or units[first].text, units, first, limit)
    if not listed and first < limit:
        listed = _signed_end(opening or units[first].text, units, first, limit)
    if not listed and below:
        listed = _rules_end(units, first, limit, broken=bool(tail))
    return listed


def _steps_below(units: Sequence[Unit], first: int, listed: int, limit: int) -> int:
    """The end of a list of what a dish is made of with the steps below it: 一、……。 and 二、…….

    The end of the list where there are none, or fewer than two.
    """
    label = re.split("[：:]", units[listed - 1].text, maxsplit=1)[0]
    if label not in RECIPE and re.split("[：:]", units[first].text, maxsplit=1)[0] not in RECIPE:
        return listed
    end = listed
    while end < limit and ends_sentence(units[end].text):
        step = numbering(units[end].text)
        if step is None or step.value != end - listed + 1:
            break
        end += 1
    return end if end - listed >= _ITEMS else listed


def _has_rest_below(units: Sequence[Unit], first: int, listed: int, limit: int, tail: str) -> bool:
    """True if the last item of a list is cut by a page, and goes on in the piece below it.

    The next piece carries on the sentence above the box, the ``tail``.
    """
    if not tail or listed + 1 >= limit or listed - first < _ITEMS:
        return False
    last, rest = units[listed - 1].text, units[listed].text
    others = all(ends_sentence(unit.text) for unit in units[first : listed - 1])
    cut = others and is_han(last[-1]) and has_rest(units, listed - 1, limit)
    return cut and joins(last, rest) > joins(tail, rest)


_ITEMS = 2
"""Items of a list, at least."""


def _carries_on_above(units: Sequence[Unit], listed: int, tail: str) -> bool:
    """True if the last piece of a list carries on the sentence above the box, which ends nowhere else.

    轮胎：按说明书规定 is an item and ends without a mark; below the piece a paragraph begins.
    """
    piece = units[listed - 1]
    if not is_han(tail[-1:] or "。") or piece.opens is not False or form_of(piece):
        return False
    above = units[listed - 2].text.strip()
    followed = listed < len(units) and units[listed].opens is not True
    return not followed and is_han(above[-1]) and not ends_sentence(above)


def _end_below(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where works, books or steps end, which stand below the name of a box and never beside it."""
    return (
        _works_end(units, first, limit)
        or book_end(units, first, limit)
        or _steps_end(units, first, limit)
    )


def fields_end(units: Sequence[Unit], first: int) -> int:
    """Where several short lines end that each tell one thing (作者：某某 / 出版社：某社 / 页数：272页), 0 if none begin.

    None of them ends a sentence, and none says twice what it tells, as those who speak in turn do.
    """
    end, told = first, set[str]()
    while end < len(units):
        hit = _FIELD.match(units[end].text)
        if hit is None or hit["name"] in told or ends_sentence(units[end].text) or units[end].gap:
            break
        told.add(hit["name"])
        end += 1
    return end if end - first >= _FIELDS else 0


_FIELD = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,5})[：:]\s*\S.{0,39}$")
_FIELDS = 3
"""So many lines that each tell one thing make a list."""


def _clauses_end(units: Sequence[Unit], first: int, limit: int, opening: str) -> int:
    """Where one sentence ends whose clauses stand a line each: ……；/ ……；/ ……。, 0 if none does."""
    at = first
    text = opening or units[first].text
    while text.rstrip().endswith(("；", ";")) and width(text) <= _WORK_LINE and at + 1 < limit:
        at += 1
        text = units[at].text
    closed = text.rstrip().endswith("。") and width(text) <= _WORK_LINE
    return at + 1 if closed and at - first >= _ITEMS else 0


def _refrain_end(said: str, units: Sequence[Unit], first: int, limit: int) -> int:
    """Where several short sentences end that all begin with the same word (不要……。 不要……。), 0 if none do.

    ``said`` is the first of them, which stands beside the name of the box perhaps.
    """
    word = said.strip()[:_WORD]
    if len(word) < _WORD or not all(map(is_han, word)):
        return 0
    end = first
    texts = [said, *(unit.text for unit in units[first + 1 : limit])]
    for text in texts:
        short = text.startswith(word) and width(text) <= _WORK_LINE
        if not (short and ends_sentence(text) and len(_STOPS.findall(text)) == 1):
            break
        end += 1
    return end if end - first >= _REFRAIN else 0


_WORD, _REFRAIN = 2, 3
"""Characters of a word with which so many paragraphs of a sentence begin by no chance."""
_STOPS = re.compile("[。！？]")


def ends_clauses(units: Sequence[Unit], first: int, end: int) -> bool:
    """True if what stands above a place ends a sentence that has its clauses on lines of their own."""
    above, last = (units[max(first, end - back)].text.rstrip() for back in (2, 1))
    return above.endswith(("；", ";")) and last.endswith("。")


_LISTED_WORK = re.compile(
    r"^(?:[^《》〈〉，。：；]{2,24}[，：:]?\s*)?[《〈][^》〉]{2,40}[》〉](?:[，、（(；\s][^。！？]{2,60})?[。.]?$"
)
_WORK_LINE = 72
"""Em of a work with its author, its publisher and its year."""


def _works_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list of works ends that stand under 延伸阅读, a line each, 0 if none begins."""
    end = first
    while (
        end < limit
        and width(units[end].text) <= _WORK_LINE
        and _LISTED_WORK.match(units[end].text.strip())
    ):
        end += 1
    return end if end - first > 1 else 0


def _steps_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where the steps end below what they need (准备：……), 0 if none begin there."""
    at = first + 1
    if at >= limit or not ends_sentence(units[first].text) or form_of(units[at]) != "step":
        return 0
    return list_end(units, at, limit)


_QUOTED = re.compile(r"^(?:“[^“”]{2,60}”|「[^「」]{2,60}」)")
_SAYINGS = 3
"""So many paragraphs that open with what somebody says are a list of sayings."""


def _sayings_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list ends of things one says, each with a remark, 0 if none begins."""
    end = first
    while end < limit and _QUOTED.match(units[end].text) and ends_sentence(units[end].text):
        end += 1
    # What carries on the broken sentence stands below it.
    return end if end - first >= _SAYINGS and end < limit else 0


def _rules_end(units: Sequence[Unit], first: int, limit: int, *, broken: bool) -> int:
    """Where a few short sentences end that are set close, each on its line, 0 if none begin.

    The rules of a house, proverbs: below them stands something longer, or nothing of the box. In a
    ``broken`` sentence the last may be what is left of that; elsewhere blank lines may part all.
    """
    end, apart = first, not broken and first < limit and units[first].gap
    while end < limit and _is_rule(units[end], below=end > first and not apart):
        end += 1
    longer = not broken and end < len(units) and width(units[end].text) >= _LONGER
    return end if end - first >= _RULES - longer else 0


def _is_rule(unit: Unit, *, below: bool) -> bool:
    text = unit.text.strip()
    return (
        width(text) <= _RULE
        and text[-1] in "。！"
        and is_han(text[0])
        and not (unit.wrapped or (below and unit.gap))
    )


_WHOLE_SAYING = re.compile("^(?:“[^“”]*[。！？…]”|「[^「」]*[。！？…]」)$")
"""What somebody says, and nothing about it."""


def sayings_end(said: str, units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list ends of what people say, each a paragraph in marks of its own, 0 if none begins.

    ``said`` is the first of them, which stands beside the name of the box perhaps.
    """
    if not _WHOLE_SAYING.match(said):
        return 0
    end = first + 1
    while end < limit and _WHOLE_SAYING.match(units[end].text):
        end += 1
    return end if end - first >= _SAYINGS else 0


_SIGNED = re.compile(
    "[。！？”](?P<by>——[^\\s—。！？，；：“”][^—。！？，；：“”]{1,20}|[（(][^（）()。！？；：《》]{2,20}[）)])$"
)


def _signed_end(said: str, units: Sequence[Unit], first: int, limit: int) -> int:
    """Where paragraphs end each of which has behind it who says it, 0 if there is but one.

    ……。——社区书记 某某, ……。（退休教师 某某）; ``said`` is the first of them, as in
    :func:`sayings_end`.
    """
    hit = _SIGNED.search(said)
    if hit is None or width(said) > _SAYING:
        return 0
    form, end = hit["by"][0], first + 1
    while end < limit and width(units[end].text) <= _SAYING:
        below = _SIGNED.search(units[end].text)
        if below is None or below["by"][0] != form:
            break
        end += 1
    return end if end > first + 1 else 0


_SAYING = 120
"""Em of the longest of them."""
_TERM = re.compile(
    "^(?:“[^“”]{2,20}”|「[^「」]{2,20}」|[^“”「」，。：；！？]{2,16})，?(?:是指|指的是|泛指|特指|一般指|通常指)"
)
"""“导师帮带”，是指……: what a word means."""


def _terms_end(said: str, units: Sequence[Unit], first: int, limit: int) -> int:
    """Where paragraphs end each of which says what a word means, 0 if there is but one.

    ``said`` is the first of them, as in :func:`sayings_end`.
    """
    if not _TERM.match(said):
        return 0
    end, terms = first + 1, 1
    while end < limit and _TERM.match(units[end].text):
        cut = not ends_sentence(units[end].text) and end + 1 < limit  # by a page
        end, terms = end + 1 + cut, terms + 1
    return end if terms > 1 else 0


_RULES, _RULE, _LONGER = 4, 20, 60
"""So many such sentences are a list, one fewer above a paragraph of so many em, and the most em of one."""
