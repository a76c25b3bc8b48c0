"""A magazine's conventions as data: the keys, their TOML form, where profiles are found.

Most issues have no profile, so that ``load`` and ``propose`` are imported where they are used.
"""

from converter.profile.find import choose, profile_files, user_folder
from converter.profile.schema import Boxes, Colours, House, Profile, Vocabulary

__all__ = [
    "Boxes",
    "Colours",
    "House",
    "Profile",
    "Vocabulary",
    "choose",
    "profile_files",
    "user_folder",
]
