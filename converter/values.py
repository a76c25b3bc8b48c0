"""``dataclass``, ``field``, ``replace`` and ``NamedTuple``: those of the standard library.

A type checker takes them for these, and may: their users cannot tell them apart. What makes
the classes in truth is :mod:`converter.classes`, which is quicker.
"""

from typing import TYPE_CHECKING

from converter.classes import names_of

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import NamedTuple
else:
    from converter.classes import NamedTuple, dataclass, field, replace

__all__ = ["NamedTuple", "dataclass", "field", "names_of", "replace"]
