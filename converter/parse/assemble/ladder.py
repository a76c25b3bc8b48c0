"""The levels of an article's headings, which only their order tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import key
from converter.model import Block, Heading, Paragraph
from converter.parse.headings import Numbering, levels
from converter.parse.kinds import BACK_HEADS
from converter.parse.tiers import COUNTED, Count, counted

_EDGE_WORDS = (
    "引子 引言 楔子 序 序曲 序幕 序章 开篇 开头 前言 尾声 结语 结束语 结尾 余论 余音 后记 代结语 写在最后 写在后面 "
    "開篇 開頭 尾聲 結語 結束語 結尾 餘論 餘音 後記 寫在最後"
)
_EDGES = frozenset(_EDGE_WORDS.split()) | BACK_HEADS
"""Headings before the first number or behind the last one, and its sisters."""
_PARTS, _OVER = 4, 2
"""Two headings, and under both of them the same one."""
_INGREDIENTS = re.compile(
    r"^(?:原料|材料|用料|主料|主辅料|食材|配料|原材料|所需材料|准备材料)(?:[（(][^（()）]{1,8}[）)])?\s*[：:]"
)
"""What opens a recipe."""
_FEWEST_OTHERS = 2
_NAMED = "named"
"""The kind of 案例一 and 病例二."""
_FRAMES = ("【】", "[]", "［］", "〔〕", "〖〗")


def opens_recipe(text: str) -> bool:
    """True for 原料：……, what a dish is made of."""
    return _INGREDIENTS.match(text) is not None


class Ladder:
    """The headings of an article in their order, with what numbers them."""

    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []
        """For each heading its place among the blocks and its kind."""
        self._values: dict[int, int] = {}
        """By the same places what the numbers of headings count."""
        self._counts: dict[int, Count] = {}
        """By the same places what counts headings in a form that is no numbering."""

    def add(self, place: int, kind: str, number: Numbering | None, count: Count | None) -> None:
        """Note a heading that stands at a place among the blocks."""
        self._found.append((place, kind))
        if number is not None:
            self._values[place] = number.value
        if count is not None:
            self._counts[place] = count

    def settle(self, blocks: list[Block], profile: Sequence[str]) -> None:
        """Give all headings among the blocks their levels; ``profile`` is a magazine's own ladder."""
        self._take_counted()
        own = [
            (place, kind)
            for place, kind in self._found
            if kind != "references" and not kind.startswith("level-")
        ]
        values = [self._values.get(place, 0) for place, _ in own]
        level = levels([kind for _, kind in own], profile, values)
        below = (
            self._repeated_parts(blocks) or self._recipes(blocks) or self._counted_in_frames(blocks)
        )
        sisters = self._framed_sisters(blocks)
        for at, (place, kind) in enumerate(self._found):
            block = blocks[place]
            if isinstance(block, Heading):
                found = int(kind[6:]) if kind.startswith("level-") else level.get(kind, 1)
                if kind == "plain" and (not at or key(block.text.value) in _EDGES):
                    found = 1  # nothing stands over it, though others stand under numbers
                if at in sisters:
                    found = level[_NAMED]
                found += at in below
                blocks[place] = Heading(block.text, found, block.spans, block.id)

    def _take_counted(self) -> None:
        """Tell the headings that count in a form of their own from the plain ones under them."""
        others = [
            (place, kind == "plain") for place, kind in self._found if place not in self._counts
        ]
        parts = counted(self._counts, others)
        self._values |= {place: self._counts[place].value for place in parts}
        self._found = [(place, COUNTED if place in parts else kind) for place, kind in self._found]

    def _framed_sisters(self, blocks: Sequence[Block]) -> frozenset[int]:
        """Which headings stand beside 【病例一】 and 【病例二】: 【处方】 and 【体会】, in the same frame.

        None of them stands between the counted ones, which would have parts of their own then.
        """
        named = [at for at, (_, kind) in enumerate(self._found) if kind == _NAMED]
        plain = [at for at, (_, kind) in enumerate(self._found) if kind == "plain"]
        if len(named) < _OVER or any(named[0] < at < named[-1] for at in plain):
            return frozenset()
        frames = {self._frame(blocks, at) for at in named}
        if len(frames) > 1 or not (frame := frames.pop()):
            return frozenset()
        return frozenset(at for at in plain if self._frame(blocks, at) == frame)

    def _counted_in_frames(self, blocks: Sequence[Block]) -> frozenset[int]:
        """第一课时 and 第二课时 below 【教学过程】: which headings count in no brackets, under one of several in such.

        None of those stands between the first and the last of them.
        """
        if {kind for _, kind in self._found} != {"plain"}:
            return frozenset()
        frames = [self._frame(blocks, at) for at in range(len(self._found))]
        bare = [at for at, frame in enumerate(frames) if not frame]
        counts = [self._counts.get(self._found[at][0]) for at in bare]
        values = [count.value for count in counts if count is not None]
        if len(bare) < _OVER or values != [*range(1, len(bare) + 1)] or not frames[0]:
            return frozenset()
        row = bare == [*range(bare[0], bare[-1] + 1)]
        alike = len({count.form for count in counts if count is not None}) == 1
        framed = len(frames) - len(bare) > _OVER and len({*frames} - {""}) == 1
        return frozenset(bare) if row and alike and framed else frozenset()

    def _frame(self, blocks: Sequence[Block], at: int) -> str:
        """The brackets around a heading, "" if none stand there."""
        block = blocks[self._found[at][0]]
        text = block.text.value.strip() if isinstance(block, Heading) else ""
        frame = text[:1] + text[-1:]
        return frame if frame in _FRAMES else ""

    def _repeated_parts(self, blocks: Sequence[Block]) -> frozenset[int]:
        """Which headings come again under others: 原料 and 做法 under the name of each dish."""
        kinds = {kind for _, kind in self._found}
        if kinds != {"plain"} or len(self._found) < _PARTS:
            return frozenset()
        texts = [blocks[place] for place, _ in self._found]
        names = [key(block.text.value) for block in texts if isinstance(block, Heading)]
        again = {name for name, times in Counter(names).items() if times > 1}
        own = [at for at, name in enumerate(names) if name not in again]
        # A dish that is told in prose has none below.
        over = sum(at + 1 < len(names) and names[at + 1] in again for at in own)
        if over < _OVER or own[0]:
            return frozenset()
        return frozenset(range(len(names))) - frozenset(own)

    def _recipes(self, blocks: Sequence[Block]) -> frozenset[int]:
        """Which headings name a dish, with 原料：…… right below, among others that tell of more."""
        dishes = set()
        for at, (place, _) in enumerate(self._found):
            below = blocks[place + 1] if place + 1 < len(blocks) else None
            if isinstance(below, Paragraph) and opens_recipe(below.text.value):
                dishes.add(at)
        others = len(self._found) - len(dishes)
        if not dishes or 0 in dishes or others < _FEWEST_OTHERS:
            return frozenset()
        # Two dishes in a row stand beside each other, and so beside what is over the first.
        apart = not any(at - 1 in dishes for at in dishes)
        alike = {kind for _, kind in self._found} == {"plain"}
        return frozenset(dishes) if apart and alike else frozenset()
