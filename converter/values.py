"""What dataclasses have in common.

``dataclass`` writes its methods anew for each class and has Python compile them, for which
every run pays when it starts. Those that are the same for all classes stand here, and
``@dataclass(..., repr=False, eq=False)`` leaves them alone.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, ClassVar


class Value:
    """The base of frozen dataclasses: ``repr``, equality and hash are those of their fields."""

    __slots__ = ()
    _values: ClassVar[attrgetter[Any]]
    """Gives the values of all fields."""

    def __init_subclass__(cls) -> None:
        cls._values = attrgetter(*cls.__annotations__)

    def __repr__(self) -> str:
        values = (f"{name}={getattr(self, name)!r}" for name in self.__annotations__)
        return f"{type(self).__qualname__}({', '.join(values)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._values(self) == self._values(other))

    def __hash__(self) -> int:
        return hash(self._values(self))
