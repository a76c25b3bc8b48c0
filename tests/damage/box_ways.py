"""The ways in which magazines print boxes, drawn from dimensions that do not depend on one another.

Some belong to the house and are the same in a whole issue (how labels look, how a page is
furnished, how the text is laid out), others to a single box (what it is called, what it says,
where it stands).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from random import Random

ISSUE_WAYS: dict[str, tuple[str, ...]] = {
    "look": (
        *("plain", "plain", "plain", "ornament", "ornament blank", "bracket", "square"),
        *("tortoise", "colon", "blank", "wide blank", "bar", "slash", "bold", "hash"),
        *("spaced", "english", "english below", "upright", "glued"),
        *("none", "none", "none", "quoted", "cell"),
    ),
    "layout": ("blank", "blank", "blank", "single", "indent", "wrapped"),
    "furniture": ("none", "folio", "head", "both", "gaps"),
    "seam": ("before", "behind"),
    "damage": ("none", "none", "none", "doubled", "half width", "tight", "lost bracket"),
    "close": ("yes", "no"),
}
"""What a house does in all its boxes; what is more frequent stands there more than once."""

BOX_WAYS: dict[str, tuple[str, ...]] = {
    "name": ("common", "common", "rarer", "rarer", "own"),
    "title": ("none", "none", "line", "line", "two lines", "question", "work"),
    "body": (
        *("short", "short", "long", "long", "several", "several", "many", "dots", "small dots"),
        *("numbers", "wide numbers", "circled", "counted", "facts", "years", "recipe", "book"),
        *("person", "person", "life", "addresses", "glossary", "figures", "sayings"),
        *("quotation", "letter", "answers"),
    ),
    "source": (
        *("none", "none", "none", "bracket", "dash", "from", "data", "compiled", "written"),
        *("arranged", "bracket behind", "work"),
    ),
    "place": (
        *("sentence", "sentence", "sentence", "full stop", "between", "between", "heading"),
        *("beginning", "beginning", "above byline", "end", "row", "row between", "turn", "quote"),
    ),
}
"""What each box has of its own."""

COMMON = ("链接", "相关链接", "延伸阅读", "小贴士", "小档案", "资料", "背景", "名词解释")
RARER = (
    *("人物小传", "人物简介", "知识窗", "知多一点", "新闻背景", "数说", "大事记", "旁白", "编后"),
    *("小知识", "术语", "史料", "备忘录", "小词典", "档案", "提示", "小百科"),
)
_OWN_HEADS = ("江边", "灯下", "田头", "街角", "案头", "书房", "车间", "村口", "岭上", "百姓")
_OWN_TAILS = ("词典", "一瞥", "账本", "便签", "抽屉", "小识", "夹页", "拾零", "补白", "札", "说")
ENGLISH = {"链接": "LINK", "相关链接": "LINKS", "资料": "DATA", "背景": "BACKGROUND"}
_LISTS = frozenset(
    {"dots", "small dots", "numbers", "wide numbers", "circled", "counted", "sayings", "answers"}
)
"""What might as well be the article's own between whole paragraphs, if nothing names it."""
_TOLD = frozenset({"facts", "recipe", "book", "addresses", "figures"})
"""What is of another form than the text of an article, so that it needs no name."""


@dataclass(frozen=True, slots=True)
class House:
    """One way of each dimension of an issue."""

    look: str
    layout: str
    furniture: str
    seam: str
    damage: str
    close: str

    def ways(self) -> dict[str, str]:
        """The way of each dimension by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True)
class BoxWay:
    """One way of each dimension of a box."""

    name: str
    title: str
    body: str
    source: str
    place: str

    def ways(self) -> dict[str, str]:
        """The way of each dimension by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def draw_house(rng: Random) -> House:
    """The ways of an issue at random."""
    house = House(**{name: rng.choice(ways) for name, ways in ISSUE_WAYS.items()})
    if house.damage == "tight" and house.layout != "blank":
        house = replace(house, damage="none")
    if house.look in {"quoted", "cell"} and house.layout != "blank":
        house = replace(house, layout="blank")
    return house


def draw_box(rng: Random, house: House) -> BoxWay:
    """The ways of a box; what nobody could tell gives way to what one can."""
    way = BoxWay(**{name: rng.choice(ways) for name, ways in BOX_WAYS.items()})
    way = _sensible(way, rng)
    if house.layout in {"blank", "single"} and way.place == "full stop":
        way = replace(way, place="sentence")
    if way.place == "above byline" and house.look in {"none", "glued"}:
        way = replace(way, place="beginning")
    if house.look == "none":
        return _nameless(way, rng)
    if house.look in {"slash", "bar"} and way.title == "none":
        way = replace(way, title="line")
    if house.look in {"slash", "bar", "colon", "blank", "wide blank"} and way.title == "two lines":
        way = replace(way, title="line")
    if house.look == "glued":
        way = replace(way, title="none", name="common")
    return way


def _sensible(way: BoxWay, rng: Random) -> BoxWay:
    """A box whose parts go with one another."""
    if way.body in {"person", "life"}:
        way = replace(
            way, title=rng.choice(("none", "person")) if way.body == "person" else "person"
        )
    if way.body == "book":
        way = replace(way, title="work", source="none")
    elif way.title == "work":
        way = replace(way, title="line")
    if way.body in {"quotation", "letter"}:
        way = replace(way, title="none", source=rng.choice(("dash", "bracket", "who")))
    if way.body in {"recipe", "addresses", "book"} and way.source != "none":
        way = replace(way, source="none")
    if way.body == "recipe" and way.title in {"none", "two lines"}:
        way = replace(way, title="line")
    if way.body == "answers" and way.place == "turn":
        way = replace(way, body="short")
    if way.source == "bracket behind" and way.body not in {"short", "long", "several", "many"}:
        way = replace(way, source="bracket")
    return way


def _nameless(way: BoxWay, rng: Random) -> BoxWay:
    """A box without a label: a sentence it cuts, its source or its form must tell it."""
    if way.place in {"beginning", "heading", "turn", "row", "row between", "above byline"}:
        way = replace(way, place=rng.choice(("sentence", "sentence", "between", "end")))
    within = way.place in {"sentence", "quote"}
    if within:
        untitled = way.body in _LISTS | _TOLD or (way.source != "none" and way.body == "short")
        if way.title == "none" and not untitled:
            way = replace(way, title="line")
        return way
    if way.body in _TOLD:
        return replace(way, title="line") if way.title in {"none", "two lines"} else way
    way = replace(way, source=rng.choice(("bracket", "dash", "data", "compiled")))
    title = rng.choice(("none", "line")) if way.place != "end" else "line"
    told = way.body in {"long", "short", "quotation"} or (title == "line" and way.body == "several")
    return replace(way, body=way.body if told else "long", title=title)


def own_name(rng: Random) -> str:
    """A name of boxes that no list has."""
    return rng.choice(_OWN_HEADS) + rng.choice(_OWN_TAILS)
