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
from converter.hanzi import HAN, ends_sentence, only_difference, squeeze, width
from converter.look_alikes import look_alike
from converter.names import is_name
from converter.source import Line
from converter.values import NamedTuple

NAME = "speaker-colons"

_WHO = (
    rf"^\s*(?:\*\*)?(?P<name>[{HAN}]{{2,4}}|[{HAN}][ \u3000][{HAN}]|[{HAN}QA]|《[{HAN}]{{2,8}}》)"
)
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
    for at, line in enumerate(lines) if talk.speakers else ():
        hit = _OTHER.match(line.text) if at not in talk.turns else None
        if hit is None or squeeze(hit["name"]) not in talk.speakers:
            continue
        name, rest = squeeze(hit["name"]), line.text[hit.end() :]
        if (
            width(rest) < _ASKED
            or rest.rstrip().endswith(_COLONS)
            or not (_SAID.search(rest) or _goes_on(lines, at))
        ):
            continue
        sure = not _DOUBTED.search(hit["mark"])
        if not sure and _is_within_sentence(lines, at):
            continue  # ……副教授； | 丁未，某局科长。
        if talk.tells(at, name, rest, sure=sure):
            found[at] = [Edit(*hit.span("mark"), "：")]
    return found


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """True for a printed line whose sentence goes on in the line right below it."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return not below[:1].isspace() and _SAID.search(below) is not None


def _is_within_sentence(lines: Sequence[Line], at: int) -> bool:
    """True for a printed line right below another one whose sentence goes on in it."""
    above = lines[at - 1] if at else None
    if above is None or above.blank or above.number + 1 != lines[at].number:
        return False
    return not ends_sentence(above.text) and above.text.rstrip()[-1:] not in _COLONS


def misread_speakers(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits that put right a character in who speaks, by the indexes of the lines: 间：…… among 问：……."""
    talk = _Talk.of(lines)
    found: dict[int, list[Edit]] = {}
    for at, name in talk.turns.items() if talk.speakers else ():
        if name in talk.often or talk.times[name] > 1:
            continue
        meant = [one for one in talk.twice if _is_misread(name, one)]
        if len(meant) == 1 and talk.is_between(at, meant[0], first=True):
            place = next(i for i, char in enumerate(name) if char != meant[0][i])
            text = lines[at].text
            column = [i for i, char in enumerate(text) if not char.isspace()][place]
            found[at] = [Edit(column, column + 1, meant[0][place])]
    return found


def _is_misread(name: str, meant: str) -> bool:
    """True for two names of which one character differs, and looks alike."""
    pair = only_difference(name, meant)
    return pair is not None and look_alike(*pair)


class _Talk(NamedTuple):
    """Who speaks where."""

    turns: Mapping[int, str]
    """Who speaks on which of the lines, by their indexes."""
    times: Mapping[str, int]
    """How many turns each has."""
    often: frozenset[str]
    """Those who do so again and again."""
    twice: frozenset[str]
    """Those who do so twice or more."""
    speakers: frozenset[str]
    """They, and the people who do so once or twice."""
    spoken: Sequence[int]
    """The indexes of the lines of those who speak often."""
    said: Sequence[int]
    """The indexes of the lines of all speakers."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Talk:
        """The talks of an issue."""
        turns = {
            at: squeeze(hit["name"])
            for at, line in enumerate(lines)
            if any(colon in line.text[:_HEAD] for colon in _COLONS)
            and (hit := _TURN.match(line.text))
        }
        times = Counter(turns.values())
        twice = {name for name, count in times.items() if count >= _TWICE}
        often = {name for name in twice if len(name) == 1 or times[name] >= _OFTEN}
        people = {
            name for name in turns.values() if name in _ASKING or name[0] == "《" or is_name(name)
        }
        several = sum(name in people for name in turns.values()) >= _OFTEN
        speakers = frozenset(often | twice | people) if often or several else frozenset()
        spoken, said = (
            [at for at, name in turns.items() if name in names] for names in (often, often | people)
        )
        return cls(turns, times, frozenset(often), frozenset(twice), speakers, spoken, said)

    def tells(self, at: int, name: str, rest: str, *, sure: bool) -> bool:
        """True if who speaks around a line tells that ``name`` speaks on it, and says ``rest``.

        ``sure`` is a mark behind the name where no sentence goes on.
        """
        asks = _ASKS.search(rest) is not None
        if sure and self.is_between(at, name, asks=asks):
            return True
        if name in self.often and sure and len(name) > 1 and width(rest) >= _LEAST:
            return self.is_within(at) or (asks and self.is_answered(at, name))
        return name in self.twice and self.is_anothers_turn(at, name)

    def is_between(self, at: int, name: str, *, first: bool = False, asks: bool = False) -> bool:
        """True if others than ``name`` speak near above a line and below it, or answer what one ``asks`` first.

        Anybody may begin the talk for sure who is ``first``, and end it close below another.
        """
        above, below = _around(self.said, at)
        if first and below < 0 <= above and at - above <= _CLOSE:
            return self.turns[above] != name
        if not (at < below <= at + _REACH) or self.turns[below] == name:
            return False
        if above >= 0 and at - above <= _REACH:
            return self.turns[above] != name
        return first or (asks and (name in _ASKING or name[0] == "《"))

    def is_within(self, at: int) -> bool:
        """True for a line with turns of the talk near it above and below; the last one has them close above."""
        above, below = _around(self.spoken, at)
        near = 0 <= below <= at + _REACH
        return above >= 0 and at - above <= (_REACH if near else _CLOSE)

    def is_answered(self, at: int, name: str) -> bool:
        """True for what opens a talk: another than ``name`` speaks right below it."""
        _, below = _around(self.spoken, at)
        return 0 <= below <= at + _CLOSE and self.turns[below] != name

    def is_anothers_turn(self, at: int, name: str) -> bool:
        """True if others than ``name`` speak above a line and below it, or above alone at the end."""
        above, below = _around(self.spoken, at)
        near = 0 <= below <= at + _REACH
        if not self.is_within(at) or self.turns[above] == name:
            return False
        return not near or self.turns[below] != name


def _around(places: Sequence[int], at: int) -> tuple[int, int]:
    """The places before and behind another, ``-1`` for none."""
    place = bisect_left(places, at)
    above = places[place - 1] if place else -1
    place += place < len(places) and places[place] == at
    return above, places[place] if place < len(places) else -1


_ASKING = frozenset(
    ["问", "問", "答", "Q", "A", "记者", "記者", "本刊", "读者", "讀者", "编者", "編者"]
)
"""Who asks and who answers, without a name."""
_HEAD = 12
"""Characters of a line within which the colon of a speaker stands."""
