"""The profile and the corrections that a command line asks for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from converter.pipeline import Restored, load_settings, restore
from converter.profile import Profile

if TYPE_CHECKING:
    from converter.corrections import Corrections


def settings_of(path: Path, options: argparse.Namespace) -> tuple[Profile, Corrections | None]:
    """What ``--profile``, ``--corrections`` and ``--without`` mean for one issue."""
    return load_settings(
        path, options.profile, corrections=options.corrections, without=options.without
    )


def restored(path: Path, options: argparse.Namespace) -> tuple[Restored, Corrections | None]:
    """One issue, restored as the command line asks, and the corrections for it."""
    profile, corrections = settings_of(path, options)
    return restore(path, profile=profile, corrections=corrections), corrections
