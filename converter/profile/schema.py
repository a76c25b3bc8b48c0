"""The keys of a profile and their defaults, which serve any Chinese magazine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The magazine's colours as CSS hex triplets (#rrggbb)."""

    primary: str = "#8c2f24"
    """Titles, rules, the cover's ground."""
    accent: str = "#b8872b"
    """Small ornaments."""
    tint: str = "#f6efe4"
    """The ground of boxes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is particular to one magazine."""

    name: str = "default"
    colours: Colours = Colours()
