"""Finds the typefaces for the cover and for embedding, without asking a library."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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


def region_of(language: str) -> str:
    """SC, TC or HK: whose shapes of the characters a language wants."""
    for tag, region in _REGIONS.items():
        if language.startswith(tag):
            return region
    return "SC"


@cache
def _index(path: Path, region: str) -> int:
    """The number of the region's face in a collection."""
    from PIL import ImageFont

    if path.suffix != ".ttc":
        return 0
    for index in range(16):
        try:
            family, _ = ImageFont.truetype(str(path), 10, index=index).getname()
        except OSError:
            break
        if family and family.endswith(f" {region}"):
            return index
    return 0


def find_face(role: str, language: str) -> Face | None:
    """The best installed face for a role (song, song-bold, song-black, hei, hei-bold, kai)."""
    region = region_of(language)
    installed = _installed()
    for pattern in _FILES[role]:
        path = installed.get(pattern.format(region=region))
        if path is not None:
            return Face(path, _index(path, region))
    return None
