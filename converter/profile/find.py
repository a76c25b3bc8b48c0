"""Finds the profiles that an issue may have: beside it, else in the user's folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from converter.diagnostics import UsageFaultError
from converter.hanzi import key
from converter.profile.schema import Profile, Vocabulary
from converter.values import NamedTuple

OWN_NAME = "fukan.toml"
SUFFIX = ".profile.toml"


class Candidate(NamedTuple):
    """A profile that was found, and the file it stands in."""

    path: Path
    profile: Profile


def profile_files(folder: Path) -> tuple[Path, ...]:
    """The profiles of a folder: ``fukan.toml`` first, then ``*.profile.toml`` by name."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  (a glob takes ten times as long)
    except OSError:
        return ()
    own = [OWN_NAME] if OWN_NAME in names else []
    found = (folder / name for name in (*own, *(n for n in names if n.endswith(SUFFIX))))
    return tuple(path for path in found if path.is_file())


def user_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where a user keeps profiles: ``fukan/profiles`` of the XDG configuration folder.

    Source: XDG Base Directory Specification 0.8 (``$XDG_CONFIG_HOME``, else ``~/.config``).
    """
    values = os.environ if environment is None else environment
    base = values.get("XDG_CONFIG_HOME", "")
    if not base or not Path(base).is_absolute():
        home = values.get("HOME", "")
        base = str(Path(home) / ".config") if home else "/nonexistent"
    return Path(base) / "fukan" / "profiles"


def choose(
    issue: Path,
    title: Callable[[], str],
    vocabulary: Vocabulary | None = None,
    *,
    users: Path | None = None,
) -> Profile:
    """The profile for an issue file.

    A profile beside the issue that lists the masthead's title wins, then one beside it
    that lists no titles, then one of the user's folder that lists the title, then the
    built-in default. ``title`` is asked only if a candidate lists titles. Raises
    :class:`UsageFaultError` where two profiles have an equal claim, and what
    :func:`load_profile` raises for a file that is not of its form.
    """
    beside = _load(profile_files(issue.parent), vocabulary)
    own = _load(profile_files(user_folder() if users is None else users), vocabulary)
    name = key(title()) if any(found.profile.titles for found in (*beside, *own)) else ""
    for group in (
        _matching(beside, name),
        tuple(found for found in beside if not found.profile.titles),
        _matching(own, name),
    ):
        if len(group) > 1 and group[0].path.name != OWN_NAME:
            files = " and ".join(str(found.path) for found in group[:2])
            msg = f"{files} both apply to {issue}; name one with --profile"
            raise UsageFaultError(msg)
        if group:
            return group[0].profile
    return Profile()


def _load(paths: Sequence[Path], vocabulary: Vocabulary | None) -> tuple[Candidate, ...]:
    if not paths:
        return ()
    from converter.profile.load import load_profile

    return tuple(Candidate(path, load_profile(path, vocabulary)) for path in paths)


def _matching(found: Sequence[Candidate], name: str) -> tuple[Candidate, ...]:
    """Those that list a title; titles are compared without blanks and punctuation."""
    return tuple(
        one for one in found if name and any(key(title) == name for title in one.profile.titles)
    )
