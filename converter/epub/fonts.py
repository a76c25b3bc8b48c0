"""Embedded font subsets."""

from __future__ import annotations

from dataclasses import dataclass

from converter.diagnostics import Diagnostic
from converter.epub.options import EpubOptions
from converter.epub.pages import Pages
from converter.epub.parts import Resource


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files, the rules that use them, and what there is to say."""

    files: tuple[Resource, ...] = ()
    css: str = ""
    problems: tuple[Diagnostic, ...] = ()


NO_FONTS = Fonts()


def embedded(language: str, pages: Pages, options: EpubOptions) -> Fonts:
    """Subsets."""
    del language, pages, options
    return NO_FONTS
