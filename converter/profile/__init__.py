"""A magazine's conventions as data."""

from converter.profile.schema import Colours, Profile

__all__ = ["Colours", "Profile"]
