"""The style sheets of a PDF: found, put in order, their tokens put in place."""

from __future__ import annotations

from converter import patterns as re
from converter.diagnostics import UsageFaultError
from converter.pdf.options import PdfOptions
from converter.pdf.press import INKS, OutputIntent, separated
from converter.pdf.tokens import (
    Geometry,
    TokenError,
    geometry,
    points,
    read_tokens,
    substitute,
    without_tokens,
)
from converter.profile import Colours
from converter.values import dataclass


@dataclass(frozen=True, slots=True)
class Sheets:
    """The resolved sheet, the tokens it was made of, and the page it is for."""

    css: str
    tokens: dict[str, str]
    geometry: Geometry


def sheets(options: PdfOptions, language: str, intent: OutputIntent | None = None) -> Sheets:
    """The sheet of an edition in a language (a BCP 47 tag); ``intent`` is the press's.

    Later ones win: tokens.css, the language's tokens, the theme, the profile's colours, the
    page. Raises :class:`UsageFaultError` for a theme that is not there or a token unknown.
    """
    names = ["tokens.css"]
    if language.startswith("zh-Hant"):
        names.append("tokens-zh-Hant.css")
    if language == "zh-Hant-HK":
        names.append("tokens-zh-Hant-HK.css")
    style = options.resources.style_text
    try:
        theme = style(f"themes/{options.theme}.css")
    except FileNotFoundError as error:
        msg = f"--theme: there is no theme {options.theme!r} in styles/themes"
        raise UsageFaultError(msg) from error
    tokens: dict[str, str] = {}
    for sheet in (*(style(name) for name in names), theme):
        tokens.update(read_tokens(sheet))
    tokens.update(_language_faces(options, names))
    colours = options.profile.colours
    for name in ("primary", "accent", "tint"):
        value = getattr(colours, name)
        if value != getattr(Colours(), name) or name not in tokens:
            tokens[name] = value
    tokens.setdefault("ghost", _between(tokens["tint"], tokens["accent"], _GHOST))
    if options.edition == "press":
        tokens.update(_inks(tokens, intent))
    made = geometry(options, tokens)
    tokens.update(made.tokens())
    tokens["box-padding"] = _box_padding(made, points(substitute(tokens["size-box"], tokens)))
    parts = [style("pdf.css"), style("pdf-front.css"), theme]
    if options.edition == "press":
        parts.append(style("pdf-press.css"))
    try:
        css = "\n".join(substitute(without_tokens(part), tokens) for part in parts)
        resolved = {name: substitute(value, tokens) for name, value in tokens.items()}
    except TokenError as error:
        msg = f"styles: {error}"
        raise UsageFaultError(msg) from error
    return Sheets(css, resolved, made)


_GHOST = 0.16
"""How far the picture behind the cover's text goes from the tint to the accent."""


def _between(one: str, other: str, share: float) -> str:
    """A colour between two hex triplets; the first if they are not that."""
    if not all(re.fullmatch(r"#[0-9a-fA-F]{6}", colour) for colour in (one, other)):
        return one
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _inks(tokens: dict[str, str], intent: OutputIntent | None) -> dict[str, str]:
    """The colours of the tokens as inks: neutrals in black alone, the others separated."""
    inks = {
        name: separated(value, intent)
        for name, value in tokens.items()
        if re.fullmatch(r"#[0-9a-fA-F]{6}", value)
    }
    return inks | INKS


def _box_padding(page: Geometry, size: float) -> str:
    """What is left of the measure when a box has lines of whole ems, on either side."""
    measure = page.measure * page.size
    ems = int(measure / size - 2)
    return f"{(measure - ems * size) / 2:g}pt"


def _language_faces(options: PdfOptions, names: list[str]) -> dict[str, str]:
    """The faces of the language, which a theme must not undo."""
    faces: dict[str, str] = {}
    for name in names[1:]:
        tokens = read_tokens(options.resources.style_text(name))
        faces.update((key, value) for key, value in tokens.items() if key.startswith("face-"))
    return faces
