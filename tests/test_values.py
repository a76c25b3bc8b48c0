"""What dataclasses have in common: equality, hash and repr of their fields."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from converter import model
from converter.diagnostics import Span
from converter.model import Drop, Mark, MarkKind, Text
from converter.values import Value


def test_values_are_equal_if_their_fields_are() -> None:
    assert Drop(3, "——", "dash") == Drop(3, "——", "dash")
    assert Drop(3, "——", "dash") != Drop(4, "——", "dash")
    assert len({Span(1, 2), Span(1, 2), Span(2, 2)}) == 2


def test_a_value_is_no_tuple_and_no_value_of_another_class() -> None:
    @dataclass(frozen=True, slots=True, repr=False, eq=False)
    class Range(Value):
        first: int
        last: int

    assert Range(1, 2) != Span(1, 2)
    assert Span(1, 2) != (1, 2)
    assert Range(1, 2) == Range(1, 2)


def test_a_value_of_one_field_is_equal_to_its_like() -> None:
    @dataclass(frozen=True, slots=True, repr=False, eq=False)
    class Name(Value):
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
    with pytest.raises(FrozenInstanceError):
        span.first = 1  # type: ignore[misc]
    assert replace(span, last=5) == Span(3, 5)
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301  (our own)
    with pytest.raises(ValueError, match="not a span of lines: 2-1"):
        Span(2, 1)


@pytest.mark.parametrize("name", model.__all__)
def test_every_dataclass_of_the_model_is_such_a_value(name: str) -> None:
    kind = getattr(model, name)
    if not hasattr(kind, "__dataclass_fields__"):
        return
    assert kind.__eq__ is Value.__eq__
    assert kind.__hash__ is Value.__hash__
    assert list(kind.__annotations__) == [field.name for field in fields(kind)]
