"""Finds the typefaces for the cover and for embedding, without asking a library."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from converter.values import dataclass

_REGIONS = {"zh-Hant-HK": "HK", "zh-Hant-TW": "TC", "zh-Hant": "TC"}

# File names by role and weight, best first; {region} is SC, TC or HK.
_FILES: dict[str, tuple[str, ...]] = {
    "song-black": (
        "NotoSerifCJK-Black.ttc", "NotoSerifCJK{region}-Black.otf",
        "SourceHanSerif{region}-Heavy.otf", "SourceHanSerif-Heavy.ttc",
        "NotoSerif{region}-Black.otf", "NotoSerifCJK-Bold.ttc",
    ),
    "song-bold": (
        "NotoSerifCJK-Bold.ttc", "NotoSerifCJK{region}-Bold.otf", "SourceHanSerif{region}-Bold.otf",
        "SourceHanSerif-Bold.ttc", "NotoSerif{region}-Bold.otf",
    ),
    "song": (
        "NotoSerifCJK-Regular.ttc", "NotoSerifCJK{region}-Regular.otf",
        "SourceHanSerif{region}-Regular.otf", "SourceHanSerif-Regular.ttc",
        "NotoSerif{region}-Regular.otf", "Songti.ttc",
    ),
    "hei": (
        "NotoSansCJK-Medium.ttc", "NotoSansCJK-Regular.ttc", "NotoSansCJK{region}-Medium.otf",
        "SourceHanSans{region}-Medium.otf", "SourceHanSans-Medium.ttc",
        "NotoSans{region}-Medium.otf",
        "wqy-zenhei.ttc", "PingFang.ttc",
    ),
    "hei-bold": (
        "NotoSansCJK-Bold.ttc", "NotoSansCJK{region}-Bold.otf", "SourceHanSans{region}-Bold.otf",
        "SourceHanSans-Bold.ttc", "NotoSans{region}-Bold.otf",
    ),
    "kai": ("LXGWWenKai-Regular.ttf", "LXGWWenKaiTC-Regular.ttf", "Kaiti.ttc"),
}  # fmt: skip


_USUAL = Path("/usr/share/fonts/opentype/noto")
"""Where Debian has Noto; to look there first spares the walk through all fonts."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: its file and, in a collection (.ttc), its number."""

    path: Path
    index: int = 0


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path(data) / "fonts",
        home / ".fonts",
        home / "Library/Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
    )


@cache
def _installed() -> dict[str, Path]:
    """The paths of all font files by name; the first folder wins."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for root, folders, names in os.walk(folder):
            folders.sort()  # the order of a disk is not the same on every machine
            for name in names:
                if name.endswith((".ttc", ".otf", ".ttf")):
                    found.setdefault(name, Path(root, name))
    return found


def _path(name: str) -> Path | None:
    usual = _USUAL / name
    return usual if usual.is_file() else _installed().get(name)


def region_of(language: str) -> str:
    """SC, TC or HK: whose shapes of the characters a language wants."""
    for tag, region in _REGIONS.items():
        if language.startswith(tag):
            return region
    return "SC"


_ORDER = {"SC": 2, "TC": 3, "HK": 4}
"""The order of the regions in the collections of Noto and Source Han: JP, KR, SC, TC, HK."""


def _count(path: Path) -> int:
    """How many faces a collection holds (OpenType, TTC header)."""
    with path.open("rb") as file:
        head = file.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


def _index(path: Path, region: str) -> int:
    """The number of the region's face in a collection."""
    if path.suffix != ".ttc" or not path.name.startswith(("NotoS", "SourceHanS")):
        return 0
    count = _count(path)
    wanted = _ORDER[region]
    if wanted >= count:  # older collections have no Hong Kong
        wanted = _ORDER["TC"]
    return wanted if wanted < count else 0


@cache
def find_face(role: str, language: str) -> Face | None:
    """The best installed face for a role (song, song-bold, song-black, hei, hei-bold, kai)."""
    region = region_of(language)
    for pattern in _FILES[role]:
        path = _path(pattern.format(region=region))
        if path is not None:
            return Face(path, _index(path, region))
    return None


def all_faces() -> tuple[Face | None, ...]:
    """The best installed face for each role in each language; ``None`` where there is none."""
    return tuple(find_face(role, language) for role in _FILES for language in ("zh", *_REGIONS))
