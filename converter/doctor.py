"""Says what this machine lacks for making a PDF, and the command that mends it.

Asks the dynamic linker for the libraries and fontconfig for the fonts. Knows nothing of
WeasyPrint, whose own complaint is a traceback: the PDF writer calls :func:`require`
before it imports it.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterable
from functools import cache

from converter.diagnostics import EnvironmentFaultError
from converter.values import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a PDF needs of the system.

    ``files`` are the names under which a library may be loaded (Linux, then macOS),
    ``families`` the font families that will do; one of either suffices. ``vital`` needs
    stop a PDF, the others make it slower or plainer.
    """

    name: str
    package: str
    files: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    vital: bool = True


# The libraries are those that WeasyPrint 70 opens (weasyprint/text/ffi.py); the packages
# are Debian's and Ubuntu's.
NEEDS = (
    Need("GObject", "libglib2.0-0", ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib")),
    Need("Pango", "libpango-1.0-0", ("libpango-1.0.so.0", "libpango-1.0.dylib")),
    Need("PangoFT2", "libpangoft2-1.0-0", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib")),
    Need("HarfBuzz", "libharfbuzz0b", ("libharfbuzz.so.0", "libharfbuzz.0.dylib")),
    Need("Fontconfig", "libfontconfig1", ("libfontconfig.so.1", "libfontconfig.1.dylib")),
    Need(
        "HarfBuzz's subsetter",
        "libharfbuzz-subset0",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        vital=False,
    ),
    Need(
        "the Song and Hei faces (Noto CJK)",
        "fonts-noto-cjk",
        families=("Noto Serif CJK SC",),
        vital=False,
    ),
    Need(
        "the heavier weights of Song and Hei",
        "fonts-noto-cjk-extra",
        families=("Noto Serif CJK SC Black",),
        vital=False,
    ),
    Need(
        "the Kai face (LXGW WenKai)",
        "fonts-lxgw-wenkai",
        families=("LXGW WenKai",),
        vital=False,
    ),
)


def missing() -> tuple[Need, ...]:
    """All that this machine lacks. Fonts count as present where fc-list is not to be had."""
    families = installed_families()
    return tuple(
        need
        for need in NEEDS
        if not (
            any(_loads(file) for file in need.files)
            if need.files
            else families is None or any(family in families for family in need.families)
        )
    )


@cache
def require() -> None:
    """Return where a PDF can be made.

    Raises :class:`EnvironmentFaultError` with one sentence that names what is missing and
    the command that installs it: a library that cannot be loaded, or no font at all that
    has Chinese characters.
    """
    lacking = [need for need in NEEDS if need.vital and not any(map(_loads, need.files))]
    if lacking:
        raise EnvironmentFaultError(_sentence(lacking, plural=len(lacking) > 1))
    if chinese_families() == frozenset():
        fonts = [need for need in NEEDS if need.families]
        msg = f"no font with Chinese characters is installed; {remedy(fonts)}"
        raise EnvironmentFaultError(msg)


def _sentence(lacking: list[Need], *, plural: bool) -> str:
    names = [need.name for need in lacking]
    listed = ", ".join(names[:-1]) + " and " + names[-1] if plural else names[0]
    noun = "the system libraries" if plural else "the system library"
    return f"{noun} {listed} {'are' if plural else 'is'} missing; {remedy(lacking)}"


def remedy(needs: Iterable[Need]) -> str:
    """The command that installs what is needed, for Debian and Ubuntu."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    packages = " ".join(dict.fromkeys(need.package for need in needs))
    return f"on Debian or Ubuntu run: {sudo}apt-get install {packages}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def installed_families() -> frozenset[str] | None:
    """The names of all installed font families; ``None`` where fc-list is not to be had."""
    return _fc_list(":")


def chinese_families() -> frozenset[str] | None:
    """The families that fontconfig holds fit for Chinese in either script."""
    return _fc_list(":lang=zh")


@cache
def _fc_list(pattern: str) -> frozenset[str] | None:
    command = ("fc-list", pattern, "family")
    try:
        done = subprocess.run(  # noqa: S603  (a fixed command)
            command, capture_output=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    text = done.stdout.decode("utf-8", "replace")
    return frozenset(name.strip() for line in text.splitlines() for name in line.split(","))
