"""A magazine's conventions as data: the keys, their TOML form, where profiles are found."""

from converter.profile.find import choose, profile_files, user_folder
from converter.profile.load import Vocabulary, load_profile, parse_profile
from converter.profile.propose import propose
from converter.profile.schema import Boxes, Colours, House, Profile

__all__ = [
    "Boxes",
    "Colours",
    "House",
    "Profile",
    "Vocabulary",
    "choose",
    "load_profile",
    "parse_profile",
    "profile_files",
    "propose",
    "user_folder",
]
