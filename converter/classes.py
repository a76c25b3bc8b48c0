"""Dataclasses and named tuples in a fraction of the time that Python takes to make them.

``dataclasses`` loads ``inspect`` and ``ast`` and has every method of every class compiled
anew; ``typing.NamedTuple`` compiles each annotation and the constructor. All runs pay for
that when they start: a fifth of what they need to restore an issue. Here classes share their
methods, and the code of ``__init__`` with those of as many fields, and annotations stay
text. Whoever asks (``asdict``, pydantic) still finds a dataclass: what they look for is made
when they do. What is not known here (``order``, ``kw_only``, ``init=False``) is a ``TypeError``.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # not public
from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar

_Object = TypeVar("_Object")


class _Factory:
    """The default of a field that is made anew for each object."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


_NEEDED: Any = object()
"""The default of a field that has none."""


def field(*, default_factory: Callable[[], Any]) -> Any:
    """The default of a field that ``default_factory`` makes for each object."""
    return _Factory(default_factory)


def replace(value: _Object, /, **changes: Any) -> _Object:
    """A copy of a dataclass object in which some fields have other values."""
    for name in names_of(type(value)):
        if name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


def names_of(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for any other type."""
    return tuple(getattr(kind, "_defaults", ()))


def dataclass(
    kind: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002  (as dataclasses have it)
) -> Any:
    """Give a class the methods that its annotated fields ask for."""
    if kind is None:
        return lambda kind: dataclass(kind, frozen=frozen, slots=slots, eq=eq, repr=repr)
    own = _own_defaults(kind)
    defaults = {**getattr(kind, "_defaults", {}), **own}
    given = {
        name: value
        for name, value in kind.__dict__.items()
        if name not in own or not (slots or value.__class__ is _Factory)
    }
    body = {**_methods(defaults, frozen=frozen, slots=slots, eq=eq, repr=repr), **given}
    for name in ("__dict__", "__weakref__"):  # what Python adds to a class
        body.pop(name, None)
    if slots:
        body["__slots__"] = tuple(name for name in own if not hasattr(kind.__base__, name))
    body["__qualname__"] = kind.__qualname__
    # A class cannot be given slots: it is made again.
    made: Any = type(kind)(kind.__name__, kind.__bases__, body)
    made.__init__ = _init(made, defaults, frozen=frozen)
    return made


def _own_defaults(kind: type) -> dict[str, Any]:
    """The default of each field that the class itself names."""
    return {
        name: kind.__dict__.get(name, _NEEDED)
        for name, annotation in kind.__annotations__.items()
        if not str(annotation).startswith("ClassVar")
    }


def _methods(
    defaults: dict[str, Any],
    *,
    frozen: bool,
    slots: bool,
    eq: bool,
    repr: bool,  # noqa: A002
) -> dict[str, Any]:
    methods: dict[str, Any] = {
        "_defaults": defaults,
        "__match_args__": tuple(defaults),
        "__dataclass_fields__": _Asked(),
        "__dataclass_params__": _Asked(),
    }
    if eq:
        methods["_values"] = attrgetter(*(defaults or ("__class__",)))
        methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
    if repr:
        methods["__repr__"] = _repr
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    return methods


def _init(kind: type, defaults: dict[str, Any], *, frozen: bool) -> Callable[..., None]:
    """The method ``__init__``, which takes a value for each field."""
    made = [default.__class__ is _Factory for default in defaults.values()]
    code = _init_of(tuple(made), frozen=frozen, more=hasattr(kind, "__post_init__"))
    name_of = {f"a{number}": name for number, name in enumerate(defaults)}
    code = code.replace(
        co_qualname=f"{kind.__qualname__}.__init__",
        co_varnames=("self", *defaults),
        co_names=tuple(name_of.get(name, name) for name in code.co_names),
        co_consts=tuple(name_of.get(one, one) for one in code.co_consts),
    )
    known: dict[str, Any] = {"__name__": kind.__module__, "_set": object.__setattr__}
    known["_made"] = _NEEDED
    optional: list[Any] = []
    for number, default in enumerate(defaults.values()):
        if default is _NEEDED and optional:
            msg = f"{kind.__qualname__}: a field without a default follows one with a default"
            raise TypeError(msg)
        if made[number]:
            known[f"_make{number}"] = default.make
        if default is not _NEEDED:
            optional.append(_NEEDED if made[number] else default)
    return FunctionType(code, known, "__init__", tuple(optional))


@cache
def _init_of(made: tuple[bool, ...], *, frozen: bool, more: bool) -> CodeType:
    """The code of ``__init__`` for so many fields, which has still to be told their names.

    ``made`` tells of each whether a factory makes its default, ``more`` that a
    ``__post_init__`` follows.
    """
    does = []
    for number, by_factory in enumerate(made):
        name = f"a{number}"
        value = f"_make{number}() if {name} is _made else {name}" if by_factory else name
        does.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if more:
        does.append("self.__post_init__()")
    takes = ", ".join(["self", *(f"a{number}" for number in range(len(made)))])
    known: dict[str, Any] = {}
    exec(f"def __init__({takes}):\n {'; '.join(does) or 'pass'}", known)  # noqa: S102  (names)
    code: CodeType = known["__init__"].__code__
    return code


def _repr(self: Any) -> str:
    values = (f"{name}={getattr(self, name)!r}" for name in self._defaults)
    return f"{type(self).__qualname__}({', '.join(values)})"


def _eq(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return bool(self._values(self) == self._values(other))


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _refuse(self: Any, name: str, *value: Any) -> None:  # noqa: ARG001  (as Python calls it)
    from dataclasses import FrozenInstanceError

    told = f"cannot {'assign to' if value else 'delete'} field {name!r}"
    raise FrozenInstanceError(told)


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self._defaults]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self._defaults, state, strict=True):
        object.__setattr__(self, name, value)


class _Asked:
    """What ``dataclasses`` notes in a class, noted when somebody asks for it."""

    def __set_name__(self, kind: type, name: str) -> None:
        self._name = name

    def __get__(self, value: Any, kind: Any) -> Any:
        import dataclasses

        body: dict[str, Any] = {"__module__": kind.__module__, "__annotations__": {}}
        for base in reversed(kind.__mro__[:-1]):
            body["__annotations__"] |= base.__annotations__
        for name, default in kind._defaults.items():  # noqa: SLF001  (our own)
            if default.__class__ is _Factory:
                body[name] = dataclasses.field(default_factory=default.make)
            elif default is not _NEEDED:
                body[name] = default
        frozen = kind.__setattr__ is _refuse
        like: Any = dataclasses.dataclass(frozen=frozen)(type(kind.__name__, (), body))
        kind.__dataclass_fields__ = like.__dataclass_fields__
        kind.__dataclass_params__ = like.__dataclass_params__
        return getattr(kind, self._name)


@cache
def _new_of(count: int) -> CodeType:
    """The code of a constructor with so many arguments, which has still to be told their names."""
    names = "".join(f"a{number}, " for number in range(count))
    made: FunctionType = eval(f"lambda _cls, {names}: _new(_cls, ({names}))")  # noqa: S307
    return made.__code__


class _Tuples(type):
    """Makes named tuples of the classes that derive from :class:`NamedTuple`."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        """A class of tuples with a name for each place."""
        if bases[0].__base__ is not tuple:  # NamedTuple itself, or what derives from such a class
            return super().__new__(cls, name, bases, body)
        names = tuple(body.get("__annotations__", ()))
        defaults = {one: body[one] for one in names if one in body}
        code = _new_of(len(names)).replace(co_name="__new__", co_varnames=("_cls", *names))
        new = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(defaults.values()))
        body |= {one: _tuplegetter(place, f"Field {place}") for place, one in enumerate(names)}
        body |= {"_fields": names, "__match_args__": names, "_field_defaults": defaults}
        return super().__new__(cls, name, bases, {**body, "__slots__": (), "__new__": new})


class NamedTuple(tuple[Any, ...], metaclass=_Tuples):
    """What classes derive from that shall be named tuples of their annotated fields."""

    __slots__ = ()
    _fields = tuple[str, ...]()

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Any:
        """A tuple of these values."""
        return cls(*values)

    def _replace(self, /, **changes: Any) -> Any:
        """A copy in which some fields have other values."""
        return type(self)(**{**self._asdict(), **changes})

    def _asdict(self) -> dict[str, Any]:
        """The fields with their names."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        values = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(values)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)
