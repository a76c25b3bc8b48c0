"""Invented people, places, offices and magazines."""

from __future__ import annotations

from random import Random

from tests.damage.lexicon import letters, words

_MAGAZINE_HEADS = (
    "江河",
    "岭南北",
    "青禾",
    "望川",
    "长街",
    "沧浪",
    "明远",
    "行知",
    "山海",
    "云岫",
    "新垦",
    "同舟",
    "灯塔",
    "南薰",
    "麦田",
)
_MAGAZINE_TAILS = (
    "观察",
    "学刊",
    "纪事",
    "月刊",
    "论丛",
    "通讯",
    "时空",
    "工作",
    "评论",
    "研究",
    "文汇",
    "天地",
    "瞭望",
)
_ORGANS = (
    "水务局",
    "农业农村局",
    "文化和旅游局",
    "教育局",
    "自然资源局",
    "科学技术协会",
    "地方志编纂委员会",
    "档案馆",
    "总工会",
    "社会科学院",
)
_BODIES = (
    "委宣传部",
    "农业农村局",
    "水利局课题组",
    "林业和草原局",
    "委组织部",
    "图书馆",
    "博物馆",
    "社会科学界联合会",
    "教育局",
    "科学技术协会",
)


def person(rng: Random) -> str:
    """A name of two or three characters, now and then with a compound surname."""
    given = letters("given")
    if rng.random() < 0.03:
        return rng.choice(words("compound")) + rng.choice(given)
    name = rng.choice(letters("surnames")) + rng.choice(given)
    return name + rng.choice(given) if rng.random() < 0.68 else name


def place(rng: Random) -> str:
    """The name of a town or a county without what it is (澜川)."""
    return rng.choice(letters("places_a")) + rng.choice(letters("places_b"))


def county(rng: Random) -> str:
    """A county or a city with what it is (澜川县)."""
    return place(rng) + rng.choice(words("counties"))


def body(rng: Random) -> str:
    """An institution that signs an article as its author."""
    where = place(rng) + ("省" if rng.random() < 0.4 else "")
    tail = rng.choice(_BODIES)
    if where.endswith("省"):
        where += place(rng)
    return where + rng.choice(("市", "县") if tail.startswith("委") else ("市", "县", "区")) + tail


def organ(rng: Random) -> str:
    """An institution of a county."""
    return county(rng) + rng.choice(_ORGANS)


def office(rng: Random) -> str:
    """An office as a byline names it."""
    where = organ(rng)
    return where + (
        rng.choice(words("tops")) if rng.random() < 0.4 else rng.choice(words("calling"))
    )


def magazine(rng: Random) -> str:
    """The name of a magazine."""
    return rng.choice(_MAGAZINE_HEADS) + rng.choice(_MAGAZINE_TAILS)


def spaced(name: str, gap: str = " ") -> str:
    """A name of two characters with a blank between them, as printers set it; others as they are."""
    return gap.join(name) if len(name) == 2 else name
