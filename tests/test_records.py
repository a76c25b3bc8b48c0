"""Records are dataclasses in all but the time that it takes to define them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, NamedTuple

import pytest
from pydantic import TypeAdapter

from converter import records
from converter.records import asdict, dataclass, field, names, replace


@dataclass(frozen=True, slots=True, order=True)
class Stop:
    """A station, as our records have it."""

    name: str
    minutes: int = 0
    lines: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class StopOfPython:
    """The same, as Python has it."""

    name: str
    minutes: int = 0
    lines: tuple[str, ...] = ()


StopOfPython.__qualname__ = "Stop"


@dataclass(slots=True)
class Route:
    """What changes, with all that a field can say."""

    stops: list[Stop] = field(default_factory=list)
    fares: dict[str, Stop] = field(default_factory=dict)
    note: str = field(default="", repr=False)
    length: int = field(init=False)

    def __post_init__(self) -> None:
        self.length = len(self.stops)


@dataclass(slots=True, eq=False)
class Thing:
    """Equal to itself alone."""

    name: str


@dataclass(slots=True)
class NightRoute(Route):
    """A route of a further field."""

    lamp: bool = True


class Pair(NamedTuple):
    """A named tuple that holds a record."""

    stop: Stop
    number: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No fields."""


ARGUMENTS: list[tuple[Any, ...]] = [("渡口",), ("渡口", 3), ("渡口", 3, ("一", "二")), ("岸", 4)]


@pytest.mark.parametrize("given", ARGUMENTS)
def test_a_record_says_what_a_dataclass_says(given: tuple[Any, ...]) -> None:
    ours, pythons = Stop(*given), StopOfPython(*given)
    assert repr(ours) == repr(pythons)
    assert asdict(ours) == dataclasses.asdict(pythons) == dataclasses.asdict(ours)
    assert Stop.__match_args__ == StopOfPython.__match_args__
    for other in ARGUMENTS:
        assert (ours == Stop(*other)) == (pythons == StopOfPython(*other))
        assert (ours < Stop(*other)) == (pythons < StopOfPython(*other))
        assert (ours >= Stop(*other)) == (pythons >= StopOfPython(*other))
    assert hash(ours) == hash(Stop(*given))
    assert ours not in [*given, pythons]


def test_it_takes_its_fields_by_place_and_by_name() -> None:
    assert Stop(name="渡口", lines=("一",)) == Stop("渡口", 0, ("一",))
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Stop()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'place'"):
        Stop("渡口", place=1)  # type: ignore[call-arg]


def test_a_frozen_record_does_not_change() -> None:
    stop = Stop("渡口")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot change field 'name'"):
        stop.name = "岸"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del stop.name
    assert stop == Stop("渡口")


def test_a_record_that_is_not_frozen_changes_and_has_no_hash() -> None:
    route = Route([Stop("渡口")])
    route.note = "改道"
    assert route.note == "改道"
    assert "note" not in repr(route)
    with pytest.raises(TypeError, match="unhashable"):
        hash(route)
    with pytest.raises(AttributeError):
        route.colour = "红"  # type: ignore[attr-defined]


def test_what_a_factory_makes_is_made_for_each() -> None:
    one, other = Route(), Route()
    one.stops.append(Stop("渡口"))
    assert other.stops == []
    assert Route([Stop("渡口")]).length == 1


def test_equality_can_be_left_out() -> None:
    assert Thing("灯") != Thing("灯")
    assert len({Thing("灯"), Thing("灯")}) == 2


def test_a_record_of_a_record_has_the_fields_of_both() -> None:
    night = NightRoute([Stop("渡口")], lamp=False)
    assert names(NightRoute) == ("stops", "fares", "note", "length", "lamp")
    assert (night.length, night.lamp) == (1, False)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


@pytest.mark.parametrize("change", [{}, {"minutes": 7}, {"name": "岸", "lines": ("三",)}])
def test_replace_changes_what_is_named(change: dict[str, Any]) -> None:
    stop = Stop("渡口", 3)
    assert replace(stop, **change) == dataclasses.replace(stop, **change)
    assert names(type(replace(stop, **change))) == ("name", "minutes", "lines")


def test_records_within_records_become_plain_too() -> None:
    route = Route([Stop("渡口")], {"夜": Stop("岸")})
    route.fares["昼"] = Pair(Stop("渡口"), 2)  # type: ignore[assignment]
    assert asdict(route) == dataclasses.asdict(route)


def test_names_are_those_of_records_alone() -> None:
    assert names(Stop) == ("name", "minutes", "lines")
    assert names(StopOfPython) == names(str) == ()


@pytest.mark.parametrize("thing", [Stop("渡口", 3), Route([Stop("渡口")]), Nothing()])
def test_records_travel_between_processes(thing: object) -> None:
    assert pickle.loads(pickle.dumps(thing)) == thing  # noqa: S301  (our own)
    assert copy.deepcopy(thing) == thing


def test_dataclasses_and_pydantic_know_them() -> None:
    assert dataclasses.is_dataclass(Stop)
    fields = {one.name: (one.type, one.default) for one in dataclasses.fields(Stop)}
    told = {one.name: (one.type, one.default) for one in dataclasses.fields(StopOfPython)}
    assert fields == told
    made = TypeAdapter(Stop).validate_json('{"name": "渡口", "lines": ["一"]}')
    assert made == Stop("渡口", lines=("一",))


def test_a_class_without_slots_is_refused() -> None:
    with pytest.raises(TypeError, match="there is the module dataclasses"):
        records.dataclass(slots=False)
