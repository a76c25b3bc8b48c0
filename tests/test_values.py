"""What stands in for the dataclasses and named tuples of the standard library is like them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
import typing
from dataclasses import FrozenInstanceError, asdict, fields, is_dataclass
from typing import Any, ClassVar

import pytest

from converter import classes, model
from converter.diagnostics import Span
from converter.model import Drop, Mark, MarkKind, Text
from converter.values import NamedTuple, dataclass, names_of, replace


def test_values_are_equal_if_their_fields_are() -> None:
    assert Drop(3, "——", "dash") == Drop(3, "——", "dash")
    assert Drop(3, "——", "dash") != Drop(4, "——", "dash")
    assert len({Span(1, 2), Span(1, 2), Span(2, 2)}) == 2


def test_a_value_is_no_tuple_and_no_value_of_another_class() -> None:
    @dataclass(frozen=True, slots=True)
    class Range:
        first: int
        last: int

    assert Range(1, 2).__eq__(Span(1, 2)) is NotImplemented
    assert Span(1, 2).__eq__((1, 2)) is NotImplemented
    assert Range(1, 2) == Range(1, 2)


def test_a_value_of_one_field_is_equal_to_its_like() -> None:
    @dataclass(frozen=True, slots=True)
    class Name:
        name: str

    assert Name("翟健") == Name("翟健")
    assert Name("翟健") != Name("陆远舟")
    assert hash(Name("翟健")) == hash(Name("翟健"))


def test_repr_is_what_dataclasses_write() -> None:
    text = Text("题", (Mark(MarkKind.SUB, 0, 1),))
    assert repr(text) == (
        "Text(value='题', marks=(Mark(kind=<MarkKind.SUB: 'sub'>, start=0, end=1, target=''),))"
    )


def test_spans_are_in_the_order_of_lines() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]
    assert max(Span(3, 4), Span(1, 9)) == Span(3, 4)


def test_a_value_stays_what_it_is_and_travels() -> None:
    span = Span(3, 4)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'first'"):
        span.first = 1  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'first'"):
        del span.first
    assert replace(span, last=5) == Span(3, 5)
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301  (our own)
    assert copy.deepcopy(span) == span
    with pytest.raises(ValueError, match="not a span of lines: 2-1"):
        Span(2, 1)


def _page(has: Any) -> type:
    class Page:
        """A page."""

        first: int
        kinds: list[str] = has(default_factory=list)
        label: str = "页"
        count: ClassVar[int] = 3

        def twice(self) -> int:
            """Some times."""
            return self.first * self.count

    return Page


def _checked() -> type:
    class Checked:
        """A number."""

        value: int = 0

        def __post_init__(self) -> None:
            if self.value < 0:
                raise ValueError(self.value)

        def __repr__(self) -> str:
            return "own"

    return Checked


def _empty() -> type:
    class Empty:
        """Nothing."""

    return Empty


def _more(base: Any) -> type:
    class More(base):  # type: ignore[misc]
        """A page of more."""

        label: str = "版"
        extra: int = 7

    return More


OPTIONS: tuple[dict[str, bool], ...] = (
    {},
    {"slots": True},
    {"frozen": True},
    {"frozen": True, "slots": True},
    {"slots": True, "eq": False, "repr": False},
)


def _shapes(made_by: Any, has: Any) -> dict[str, Any]:
    """The same classes, made by one decorator or the other."""
    shapes: dict[str, Any] = {}
    for options in OPTIONS:
        name = " ".join(options)
        shapes[f"page {name}"] = made_by(**options)(_page(has))
        shapes[f"empty {name}"] = made_by(**options)(_empty())
        shapes[f"checked {name}"] = made_by(**options)(_checked())
    shapes["more"] = made_by(slots=True)(_more(shapes["page slots"]))
    return shapes


OURS = _shapes(classes.dataclass, classes.field)
THEIRS = _shapes(dataclasses.dataclass, dataclasses.field)


@pytest.mark.parametrize("name", OURS)
def test_a_dataclass_is_what_the_standard_library_makes(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__doc__ == theirs.__doc__
    assert ours.__qualname__ == theirs.__qualname__
    assert ("__dict__" in dir(ours)) == ("__dict__" in dir(theirs))
    assert (ours.__hash__ is None) == (theirs.__hash__ is None)
    plain = [
        [
            (one.name, one.kind, one.default is one.empty)
            for one in inspect.signature(kind).parameters.values()
        ]
        for kind in (ours, theirs)
    ]
    assert plain[0] == plain[1]


@pytest.mark.parametrize("name", OURS)
def test_its_objects_are_what_the_standard_library_makes(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]
    values = [4] if ours.__match_args__ else []
    one, other = ours(*values), theirs(*values)
    assert repr(one).partition(" at 0x")[0] == repr(other).partition(" at 0x")[0]
    assert (one == ours(*values)) == (other == theirs(*values))
    changes: dict[str, Any] = dict.fromkeys(ours.__match_args__[:1], 9)
    assert (one == classes.replace(one, **changes)) == (
        other == dataclasses.replace(other, **changes)
    )
    assert asdict(classes.replace(one, **changes)) == asdict(dataclasses.replace(other, **changes))
    assert asdict(dataclasses.replace(one)) == asdict(other)
    assert asdict(copy.copy(one)) == asdict(other)


def test_each_object_gets_a_default_of_its_own() -> None:
    kind = OURS["page slots"]
    kind(1).kinds.append("x")
    assert kind(1).kinds == []
    assert kind(1, ["y"]).kinds == ["y"]
    assert kind(2).twice() == 6


def test_what_follows_the_making_is_done() -> None:
    with pytest.raises(ValueError, match="-1"):
        OURS["checked frozen slots"](-1)


def test_no_field_may_be_needed_behind_one_that_has_a_default() -> None:
    class Kind:
        first: int = 0
        second: str

    with pytest.raises(TypeError, match="without a default"):
        classes.dataclass(Kind)


@pytest.mark.parametrize("option", ["order", "kw_only", "weakref_slot", "unsafe_hash"])
def test_what_is_not_known_is_refused(option: str) -> None:
    with pytest.raises(TypeError, match=option):
        classes.dataclass(**{option: True})
    with pytest.raises(TypeError, match="init"):
        classes.field(init=False)  # type: ignore[call-arg]


@pytest.mark.parametrize("name", model.__all__)
def test_every_dataclass_of_the_model_is_one_to_others(name: str) -> None:
    kind = getattr(model, name)
    names = names_of(kind)
    if names:
        assert is_dataclass(kind)
        assert tuple(one.name for one in fields(kind)) == names == tuple(kind.__annotations__)


def test_what_is_no_dataclass_has_no_names() -> None:
    assert names_of(str) == ()
    assert names_of(MarkKind) == ()


class Ours(NamedTuple):
    """A place."""

    line: int
    text: str = ""
    more: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.line + len(self.text)


class Theirs(typing.NamedTuple):
    """A place."""

    line: int
    text: str = ""
    more: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.line + len(self.text)


def test_a_named_tuple_is_what_the_standard_library_makes() -> None:
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    assert (Ours.__doc__, Ours.__module__) == (Theirs.__doc__, Theirs.__module__)
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert repr(Ours(3, "x")).removeprefix("Ours") == repr(Theirs(3, "x")).removeprefix("Theirs")
    assert tuple(Ours(3)) == tuple(Theirs(3)) == (3, "", ())
    assert Ours(3, "词").end == 4
    assert Ours(3)._replace(line=4)._asdict() == {"line": 4, "text": "", "more": ()}
    assert pickle.loads(pickle.dumps(Ours(3))) == Ours(3)  # noqa: S301  (our own)
    with pytest.raises(TypeError, match="line"):
        Ours()  # type: ignore[call-arg]


class Further(Ours):
    """What derives from a named tuple has its fields and no others."""

    def twice(self) -> int:
        """Two times."""
        return 2 * self.line


def test_a_field_may_have_any_name() -> None:
    class Odd(NamedTuple):
        cls: int
        self: int
        new: int

    assert Odd(cls=1, self=2, new=3) == Odd(1, 2, 3)._replace(self=2) == (1, 2, 3)


def test_a_class_may_derive_from_a_named_tuple() -> None:
    assert Further(3, "词").twice() == 6
    assert Further(3)._replace(text="x") == Further(3, "x") == (3, "x", ())
    assert type(Further(3)._replace(line=4)) is Further
    assert (Further(3)._fields, Further(3).end) == (Ours._fields, 3)


def test_restoring_an_issue_does_not_load_what_is_slow() -> None:
    code = "import converter.pipeline, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "converter.parse" in loaded
    assert not {"dataclasses", "inspect", "ast"} & set(loaded)
