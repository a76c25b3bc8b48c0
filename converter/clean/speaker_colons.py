"""The colon behind who speaks, where OCR has lost it or read another mark: 记者.最后……, 某某　我补充一个…….

Who speaks is known from the many other lines that begin with the name and a colon. A comma or a full
stop there, and 问 or 答 without its colon, are told by those who speak above and below as well: it is
another's turn. So is a name of which OCR has misread a character: 间：……, 纪者：…….
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, squeeze, width
from converter.look_alikes import look_alike
from converter.source import Line
from converter.values import NamedTuple

NAME = "speaker-colons"

_WHO = rf"^\s*(?:\*\*)?(?P<name>[{HAN}]{{2,4}}|[{HAN}][ \u3000][{HAN}]|[问問答荅记記间間]|《[{HAN}]{{2,8}}》)"
_TURN = re.compile(rf"{_WHO}[ \u3000]?[：:](?=\s*\S)")
_OTHER = re.compile(
    rf"{_WHO}(?P<mark>[ \u3000]*[.．;；·•，,。、][ \u3000]*|[ \u3000]+)(?=(?:\*\*)?[{HAN}“《‘「（(])"
)
_SAID = re.compile("[，。？！；,?!;]")
_ASKS = re.compile("[？?]")
_DOUBTED = re.compile("[，,。、]")
"""Marks behind which the sentence of a text may as well go on."""
_OFTEN, _TWICE, _REACH, _CLOSE, _LEAST, _ASKED = 3, 2, 40, 6, 10, 4
"""So often must a name stand before a colon, and so often 问, within so many lines above and below, or close
above; and the least em of what is said, and of what others than those who speak above and below say."""
_COLONS = ("：", ":")


def speaker_colons(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that put the colon behind who speaks."""
    talk = _Talk.of(lines)
    found: dict[int, list[Edit]] = {}
    for at, line in enumerate(lines) if talk.often else ():
        hit = _OTHER.match(line.text) if at not in talk.turns else None
        if hit is None or squeeze(hit["name"]) not in talk.named:
            continue
        name, rest = squeeze(hit["name"]), line.text[hit.end() :]
        if width(rest) < _ASKED or not _SAID.search(rest):
            continue
        sure = len(name) > 1 and width(rest) >= _LEAST and not _DOUBTED.search(hit["mark"])
        often = name in talk.often
        told = talk.is_within(at) if sure and often else talk.is_anothers_turn(at, name)
        if told or (sure and often and _ASKS.search(rest) and talk.is_answered(at, name)):
            found[at] = [Edit(*hit.span("mark"), "：")]
    return found


def misread_speakers(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits that put right a character in who speaks, by the indexes of the lines: 间：…… among 问：……."""
    talk = _Talk.of(lines)
    rare = Counter(talk.turns.values())
    found: dict[int, list[Edit]] = {}
    for at, name in talk.turns.items() if talk.often else ():
        if name in talk.often or rare[name] > 1:
            continue
        meant = [one for one in talk.often if _is_misread(name, one)]
        if len(meant) == 1 and talk.is_anothers_turn(at, meant[0]):
            place = next(i for i, char in enumerate(name) if char != meant[0][i])
            text = lines[at].text
            column = [i for i, char in enumerate(text) if not char.isspace()][place]
            found[at] = [Edit(column, column + 1, meant[0][place])]
    return found


def _is_misread(name: str, meant: str) -> bool:
    """True for two names of which one character differs, and looks alike."""
    differ = [pair for pair in zip(name, meant, strict=False) if pair[0] != pair[1]]
    return len(name) == len(meant) and len(differ) == 1 and look_alike(*differ[0])


class _Talk(NamedTuple):
    """Who speaks where."""

    turns: Mapping[int, str]
    """Who speaks on which of the lines, by their indexes."""
    often: frozenset[str]
    """Those who do so again and again."""
    named: frozenset[str]
    """Those, and who does so twice; another's turn above and below tells that it is theirs."""
    spoken: Sequence[int]
    """The indexes of their lines."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Talk:
        """The talks of an issue."""
        turns = {
            at: squeeze(hit["name"])
            for at, line in enumerate(lines)
            if any(colon in line.text[:_HEAD] for colon in _COLONS)
            and (hit := _TURN.match(line.text))
        }
        often = {
            name
            for name, count in Counter(turns.values()).items()
            if count >= (_OFTEN if len(name) > 1 else _TWICE)
        }
        twice = {name for name, count in Counter(turns.values()).items() if count >= _TWICE}
        spoken = [at for at, name in turns.items() if name in often]
        return cls(turns, frozenset(often), frozenset(twice), spoken)

    def _beside(self, at: int) -> tuple[int, int]:
        """The lines of the turns above and below a line, ``-1`` for none."""
        place = bisect_left(self.spoken, at)
        above = self.spoken[place - 1] if place else -1
        place += place < len(self.spoken) and self.spoken[place] == at
        return above, self.spoken[place] if place < len(self.spoken) else -1

    def is_within(self, at: int) -> bool:
        """True for a line with turns of the talk near it above and below; the last one has them close above."""
        above, below = self._beside(at)
        near = 0 <= below <= at + _REACH
        return above >= 0 and at - above <= (_REACH if near else _CLOSE)

    def is_answered(self, at: int, name: str) -> bool:
        """True for what opens a talk: another than ``name`` speaks right below it."""
        _, below = self._beside(at)
        return 0 <= below <= at + _CLOSE and self.turns[below] != name

    def is_anothers_turn(self, at: int, name: str) -> bool:
        """True if others than ``name`` speak above a line and below it, or above alone at the end."""
        above, below = self._beside(at)
        near = 0 <= below <= at + _REACH
        if not self.is_within(at) or self.turns[above] == name:
            return False
        return not near or self.turns[below] != name


_HEAD = 12
"""Characters of a line within which the colon of a speaker stands."""
