"""The module ``dataclasses`` for classes with slots, which are defined in a tenth of the time.

``from converter.records import dataclass, field, replace``. Python's own module writes the
methods of each class as source and compiles them one by one; for the classes that a run
needs that takes a third as long as to restore an issue. Here ``__init__`` alone is written,
the other methods are closures. What ``dataclasses`` and pydantic want to know of such a
class they are told when they ask.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, ge, gt, le, lt
from operator import eq as eq_of
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["asdict", "dataclass", "field", "names", "replace"]

_NOTHING: Any = object()
"""No default."""

Fields = dict[str, "_Field"]


class _Field:
    """What a class says of one of its fields."""

    __slots__ = ("default", "factory", "init", "repr", "type")

    def __init__(
        self,
        *,
        default: Any = _NOTHING,
        default_factory: Any = _NOTHING,
        init: bool = True,
        repr: bool = True,  # noqa: A002  (as dataclasses has it)
    ) -> None:
        self.default, self.factory = default, default_factory
        self.init, self.repr = init, repr
        self.type: Any = None


def names(kind: type) -> tuple[str, ...]:
    """The names of a class's fields, in order; none for a class that is no record."""
    return tuple(getattr(kind, "__record__", ()))


def _dataclass(
    *, slots: bool, frozen: bool = False, eq: bool = True, order: bool = False
) -> Callable[[type], type]:
    """``dataclasses.dataclass`` for classes with slots and without class variables."""
    if not slots:
        msg = "for a class without slots there is the module dataclasses"
        raise TypeError(msg)
    return lambda cls: _with_methods(cls, frozen=frozen, eq=eq, order=order)


def _replace(record: Any, /, **changes: Any) -> Any:
    """``dataclasses.replace``."""
    for name in record.__match_args__:
        if name not in changes:
            changes[name] = getattr(record, name)
    return record.__class__(**changes)


def _asdict(record: Any) -> dict[str, Any]:
    """``dataclasses.asdict``, which here copies nothing that holds no record."""
    return {name: _plain(getattr(record, name)) for name in names(type(record))}


if TYPE_CHECKING:
    # For a type checker they are what they stand for.
    from dataclasses import asdict, dataclass, field, replace
else:
    asdict, dataclass, field, replace = _asdict, _dataclass, _Field, _replace


def _plain(value: Any) -> Any:
    if names(type(value)):
        return _asdict(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        items = map(_plain, value)
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    return value


def _with_methods(cls: type, *, frozen: bool, eq: bool, order: bool) -> type:
    """The class anew, since slots cannot be given to one that exists."""
    fields: Fields = dict(getattr(cls, "__record__", {}))
    annotated = cls.__dict__.get("__annotations__", {})  # noqa: RUF063  (inspect takes 7 ms)
    own = [name for name in annotated if name not in fields]
    fields |= {name: _declared(cls, name) for name in own}
    space = _methods(fields, frozen=frozen, eq=eq, order=order) | {
        name: value
        for name, value in vars(cls).items()
        if name not in own and name not in ("__dict__", "__weakref__")
    }
    space |= {
        "__qualname__": cls.__qualname__,
        "__slots__": tuple(own),
        "__match_args__": tuple(name for name, of in fields.items() if of.init),
        "__record__": fields,
        "__dataclass_fields__": _Told(fields),
    }
    made = type(cls.__name__, cls.__bases__, space)
    type.__setattr__(made, "__init__", _init(made, fields, frozen=frozen))
    return made


def _declared(cls: type, name: str) -> _Field:
    value = cls.__dict__.get(name, _NOTHING)
    of = value if isinstance(value, _Field) else _Field(default=value)
    of.type = cls.__annotations__[name]
    return of


def _init(cls: type, fields: Fields, *, frozen: bool) -> Callable[..., None]:
    """``__init__``, which is quick only if it is compiled."""
    known: dict[str, Any] = {"NOTHING": _NOTHING, "__name__": cls.__module__}
    takes, does = ["self"], []
    for name, of in fields.items():
        value = name
        if of.factory is not _NOTHING:
            known[f"make_{name}"] = of.factory
            value = f"make_{name}()" + (f" if {name} is NOTHING else {name}" if of.init else "")
        elif of.default is not _NOTHING:
            known[f"default_{name}"] = of.default
        elif not of.init:
            continue
        if of.init:
            default = "NOTHING" if of.factory is not _NOTHING else f"default_{name}"
            takes.append(name if default not in known else f"{name}={default}")
        if frozen:
            known[f"set_{name}"] = getattr(cls, name).__set__
        does.append(f"set_{name}(self, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        does.append("self.__post_init__()")
    source = f"def __init__({', '.join(takes)}):\n " + "\n ".join(does or ["pass"])
    exec(source, known)  # noqa: S102  (written here, of names that are Python's own)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _methods(fields: Fields, *, frozen: bool, eq: bool, order: bool) -> dict[str, Any]:
    """The methods that a class gets where it does not define them."""
    values = _getter(tuple(fields))
    shown = tuple(name for name, of in fields.items() if of.repr)

    def __repr__(self: Any) -> str:  # noqa: N807
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({told})"

    made: dict[str, Any] = {"__repr__": __repr__}
    if eq:
        made |= {"__eq__": _comparison(eq_of, values), "__hash__": None}
    if eq and frozen:
        made["__hash__"] = lambda self: hash(values(self))
    if order:
        for compare in (lt, le, gt, ge):
            made[f"__{compare.__name__}__"] = _comparison(compare, values)
    if frozen:
        made |= {"__setattr__": _refuse, "__delattr__": _refuse}
        made |= {"__getstate__": _state, "__setstate__": _set_state}
    return made


def _getter(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """The values of these attributes as a tuple."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda record: tuple(getattr(record, name) for name in fields)


def _comparison(
    compare: Callable[[Any, Any], bool], values: Callable[[Any], tuple[Any, ...]]
) -> Callable[[Any, object], Any]:
    def method(self: Any, other: object) -> Any:
        if other.__class__ is self.__class__:
            return compare(values(self), values(other))
        return NotImplemented

    return method


def _refuse(_record: object, name: str, *_value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    msg = f"cannot change field {name!r}"
    raise FrozenInstanceError(msg)


def _state(record: Any) -> list[Any]:
    return [getattr(record, name) for name in names(type(record))]


def _set_state(record: Any, state: list[Any]) -> None:
    for name, value in zip(names(type(record)), state, strict=True):
        object.__setattr__(record, name, value)


class _Told:
    """``__dataclass_fields__``, which the module ``dataclasses`` makes when it is asked for."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def __get__(self, _record: object, _cls: type | None = None) -> dict[str, Any]:
        import dataclasses

        told = []
        for name, of in self._fields.items():
            given = {"default": of.default, "default_factory": of.factory}
            default = {kind: value for kind, value in given.items() if value is not _NOTHING}
            told.append((name, of.type, dataclasses.field(init=of.init, repr=of.repr, **default)))
        made: dict[str, Any] = dataclasses.make_dataclass("Record", told).__dict__[
            "__dataclass_fields__"
        ]
        return made
