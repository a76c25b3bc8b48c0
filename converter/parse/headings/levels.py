"""The levels of an article's headings, by the ladder of their numbers.

The ladder is that of official and learned writing in Chinese (一、 （一） 1. （1） ①;
GB/T 9704-2012 §7.3.3 for official texts, GB/T 7713 for 1 / 1.1 / 1.1.1).
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.parse.ranks import RANKS

LADDER = (
    "bare", "chapter", "part", "counted", "capital", "roman", "half", "named", "figure", "stem", "cn", "cn-paren", "arabic", "decimal-2", "decimal-3", "decimal-4", "ordinal", "arabic-paren", "circled", "letter",
)  # fmt: skip


def levels(
    kinds: Sequence[str], ladder: Sequence[str] = (), values: Sequence[int] = ()
) -> dict[str, int]:
    """The level of each kind of heading that an article uses, 1 for the highest.

    ``kinds`` are those of its headings in order, ``"plain"`` for those without a number, and
    ``values`` their numbers, 0 for none. Plain headings stand above the numbered ones if the
    numbers start anew after them.
    """
    order = list(ladder) or list(LADDER)
    used = [kind for kind in order if kind in kinds]
    if not ladder:
        used = _nested(used, kinds)
    if (
        kinds.count("plain") == 1
        and used
        and (kinds[0] == "plain" or (kinds[-1] == "plain" and kinds.count(used[0]) > 1))
    ):
        # 引言 before 一、 二、 三、 is their sister and not their mother, as is 结语 after them.
        return {kind: index + 1 for index, kind in enumerate(used)} | {"plain": 1}
    if "plain" in kinds:
        above = _restarts(kinds) and not (used and _over_plain(used[0], kinds, values))
        used.insert(0 if not used or above else len(used), "plain")
    return {kind: index + 1 for index, kind in enumerate(used)}


def _over_plain(kind: str, kinds: Sequence[str], values: Sequence[int]) -> bool:
    """True if the numbers of a kind rise over all the article, and most have plain headings below.

    The first heading, 引子, is then their sister.
    """
    places = [at for at, other in enumerate(kinds[: len(values)]) if other == kind]
    counted = [values[at] for at in places]
    # What stands below the last number may as well be the next part of all.
    over = sum(kinds[at + 1 : at + 2] == ["plain"] for at in places[:-1])
    return (
        len(places) > 1
        and kinds[1] == kind
        and counted == sorted(set(counted))
        and over * 2 >= len(places) - 1
    )


_LOOSE = ("bare", "named", "figure", "counted", *RANKS)
"""Kinds that have no place of their own in the ladder: 案例一 may stand over 一、 and under it."""


def _nested(used: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """The kinds in the order of their levels: 片段1 between 二、 and 三、 stands under them."""
    first = {kind: kinds.index(kind) for kind in used}
    last = {kind: len(kinds) - 1 - kinds[::-1].index(kind) for kind in used}
    order = list(used)
    for kind in (one for one in used if one in _LOOSE):
        over = [
            other
            for other in used
            if other not in _LOOSE and first[other] < first[kind] and last[kind] < last[other]
        ]
        if over:
            order.remove(kind)
            order.insert(max(map(order.index, over)) + 1, kind)
    return order


def _restarts(kinds: Sequence[str]) -> bool:
    """True if the first heading is plain, so that numbered ones come under plain ones."""
    return bool(kinds) and kinds[0] == "plain"
