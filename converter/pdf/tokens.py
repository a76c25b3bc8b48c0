"""The design tokens: read from the sheets, completed by what the page yields, put in place.

WeasyPrint knows ``var()``, but resolves it anew for every element; here it is resolved
once, which is quicker and gives the program the numbers that the grid needs.
"""

from __future__ import annotations

from converter import patterns as re
from converter.pdf.options import PAGES_MM, PdfOptions
from converter.values import dataclass

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75}
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"--([\w-]+)\s*:\s*([^;]+?)\s*(?:;|\Z)")
_VAR = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_CALC = re.compile(r"calc\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_TERM = re.compile(r"\s*(?:(\d*\.?\d+)(pt|mm|cm|in|px)?|([-+*/()]))")

DEFAULT_SIZE = {"16k": 10.5, "32k": 10.0, "a4": 11.0, "b5": 10.5}
"""Body text in points: 五号 where the page is a magazine's, 小五半 on a book's."""


def read_tokens(sheet: str) -> dict[str, str]:
    """The custom properties of the ``:root`` rules of a sheet, unresolved."""
    found: dict[str, str] = {}
    for rule in _ROOT.finditer(_COMMENT.sub("", sheet)):
        found.update((name, value.strip()) for name, value in _DECLARATION.findall(rule[1]))
    return found


def without_tokens(sheet: str) -> str:
    """The sheet without comments and ``:root`` rules."""
    return _ROOT.sub("", _COMMENT.sub("", sheet))


class TokenError(ValueError):
    """A sheet asks for a token that no sheet declares, or tokens that need one another."""


def substitute(text: str, tokens: dict[str, str], depth: int = 0) -> str:
    """``text`` with every ``var()`` replaced and every ``calc()`` of lengths worked out.

    Raises :class:`TokenError` for an unknown token or a circle of tokens.
    """
    if depth > 20:
        msg = f"tokens need one another in a circle: {text}"
        raise TokenError(msg)

    def value(match: re.Match[str]) -> str:
        if match[1] not in tokens:
            msg = f"unknown token --{match[1]}"
            raise TokenError(msg)
        return substitute(tokens[match[1]], tokens, depth + 1)

    replaced = _VAR.sub(value, text)
    return _CALC.sub(_worked_out, replaced)


def _worked_out(match: re.Match[str]) -> str:
    try:
        number, is_length = _sum(_terms(match[1]))
    except (ValueError, ZeroDivisionError, IndexError):
        return match[0]
    return f"{number:.4f}".rstrip("0").rstrip(".") + ("pt" if is_length else "")


_Value = tuple[float, bool]


def _terms(text: str) -> list[_Value | str]:
    terms: list[_Value | str] = []
    position = 0
    while position < len(text.rstrip()):
        match = _TERM.match(text, position)
        if match is None:
            msg = text
            raise ValueError(msg)
        number, unit, sign = match.groups()
        terms.append(sign or (float(number) * _POINTS.get(unit, 1.0), unit is not None))
        position = match.end()
    return terms


def _sum(terms: list[_Value | str]) -> _Value:
    """Sums, products and parentheses over lengths in points and plain numbers."""
    value = _product(terms)
    while terms and terms[0] in ("+", "-"):
        sign = terms.pop(0)
        other = _product(terms)
        if other[1] != value[1]:
            msg = "a length and a number cannot be added"
            raise ValueError(msg)
        value = (value[0] + other[0] if sign == "+" else value[0] - other[0], value[1])
    return value


def _product(terms: list[_Value | str]) -> _Value:
    value = _factor(terms)
    while terms and terms[0] in ("*", "/"):
        sign = terms.pop(0)
        other = _factor(terms)
        if sign == "*":
            value = (value[0] * other[0], value[1] or other[1])
        else:
            value = (value[0] / other[0], value[1] and not other[1])
    return value


def _factor(terms: list[_Value | str]) -> _Value:
    head = terms.pop(0)
    if head == "-":
        number, is_length = _factor(terms)
        return (-number, is_length)
    if head == "(":
        value = _sum(terms)
        terms.pop(0)
        return value
    if not isinstance(head, str):
        return head
    raise ValueError(head)


def points(value: str) -> float:
    """A resolved length in points; a plain number stays what it is."""
    terms = _terms(value)
    return _sum(terms)[0]


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page in points: what the grid and the placement of boxes reckon with.

    ``measure`` is the length of a full line of text in ems of the body (of one column where
    there are two), ``lines`` the lines of a page.
    """

    width: float
    height: float
    size: float
    grid: float
    measure: int
    lines: int
    top: float
    bottom: float
    inside: float
    outside: float
    full_measure: int

    def tokens(self) -> dict[str, str]:
        """The geometry as tokens for the sheets."""
        return {
            "page-width": f"{self.width:.4f}pt",
            "page-height": f"{self.height:.4f}pt",
            "margin-top": f"{self.top:.4f}pt",
            "margin-bottom": f"{self.bottom:.4f}pt",
            "margin-inside": f"{self.inside:.4f}pt",
            "margin-outside": f"{self.outside:.4f}pt",
            "size": f"{self.size:g}pt",
            "grid": f"{self.grid:g}pt",
            "measure": f"{self.full_measure * self.size:g}pt",
            "column": f"{self.measure * self.size:g}pt",
            "lines": str(self.lines),
        }


def geometry(options: PdfOptions, tokens: dict[str, str]) -> Geometry:
    """The type area: a measure of whole ems and a height of whole lines in the page.

    clreq §2.3 (the type area is a whole number of characters by a whole number of lines).
    """
    width, height = (side * _POINTS["mm"] for side in PAGES_MM[options.page])
    size = options.size or DEFAULT_SIZE[options.page]

    def token(name: str) -> float:
        return points(substitute(tokens[name], tokens))

    grid = round(size * token("leading") * 4) / 4
    # The tokens are made for the default page; a smaller one has white in proportion.
    scale = min(1.0, PAGES_MM[options.page][0] / PAGES_MM["16k"][0])
    inside, outside = token("least-inside") * scale, token("least-outside") * scale
    top, bottom = token("least-top") * scale, token("least-bottom") * scale
    gap = int(token("column-gap")) if options.columns > 1 else 0
    longest = token("longest-measure") * options.columns + gap
    # A rounding error must not cost a character.
    ems = int(min(longest, (width - inside - outside) / size + 1e-6))
    ems -= (ems - gap) % options.columns
    lines = int((height - top - bottom) / grid + 1e-6)
    spare_width = width - inside - outside - ems * size
    spare_height = height - top - bottom - lines * grid
    return Geometry(
        width=width,
        height=height,
        size=size,
        grid=grid,
        measure=(ems - gap) // options.columns,
        full_measure=ems,
        lines=lines,
        top=top + spare_height * 0.4,
        bottom=bottom + spare_height * 0.6,
        inside=inside + spare_width * 0.45,
        outside=outside + spare_width * 0.55,
    )
