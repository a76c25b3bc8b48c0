"""A magazine's conventions as data."""

from converter.profile.schema import Boxes, Colours, Profile

__all__ = ["Boxes", "Colours", "Profile"]
