"""Reads a finished PDF back: what stands where, in which face, in which colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_CHAR = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: its page (from 0), the start of its baseline in points from the
    lower left corner of the trimmed page, its size in points, face, colour and text."""

    page: int
    x: float
    y: float
    size: float
    face: str
    colour: tuple[float, ...]
    text: str
    artifact: bool


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _unicode(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    data = font.ToUnicode.read_bytes()
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _CHAR.findall(data)
    }


class _Fonts:
    def __init__(self, page: pikepdf.Page) -> None:
        self._fonts: Any = page.obj.Resources.get("/Font", {})
        self._maps: dict[str, dict[int, str]] = {}

    def face(self, name: str) -> str:
        return str(self._fonts[name].BaseFont).split("+")[-1].lstrip("/")

    def text(self, name: str, codes: bytes) -> str:
        if name not in self._maps:
            self._maps[name] = _unicode(self._fonts[name])
        found = self._maps[name]
        pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
        return "".join(found.get(code, "\ufffd") for code in pairs)


def runs(path: Path) -> list[Run]:
    """Every stretch of text of a PDF, in the order in which it is painted."""
    with pikepdf.open(path) as pdf:
        return [run for number, page in enumerate(pdf.pages) for run in _runs(number, page)]


def _runs(number: int, page: pikepdf.Page) -> Iterator[Run]:  # noqa: C901  (one case an operator)
    fonts = _Fonts(page)
    left, bottom = (float(side) for side in page.trimbox[:2])
    matrix: Matrix = _IDENTITY
    colour: tuple[float, ...] = (0.0,)
    font, size = "", 0.0
    text_matrix: Matrix = _IDENTITY
    stack: list[tuple[Matrix, tuple[float, ...], str, float]] = []
    marks: list[bool] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        match operator:
            case "q":
                stack.append((matrix, colour, font, size))
            case "Q":
                matrix, colour, font, size = stack.pop()
            case "cm":
                matrix = _times(tuple(float(one) for one in operands), matrix)  # type: ignore[arg-type]
            case "BMC" | "BDC":
                marks.append(str(operands[0]) == "/Artifact")
            case "EMC":
                marks.pop()
            case "rg" | "k" | "g" | "sc" | "scn":
                colour = tuple(float(one) for one in operands)
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "Tm":
                text_matrix = tuple(float(one) for one in operands)  # type: ignore[assignment]
            case "TJ" | "Tj":
                parts = operands[0] if operator == "TJ" else [operands[0]]
                text = "".join(
                    fonts.text(font, bytes(part))
                    for part in parts
                    if isinstance(part, pikepdf.String)
                )
                place = _times(text_matrix, matrix)
                scale = abs(place[3]) or abs(place[0])
                yield Run(
                    page=number,
                    x=place[4] - left,
                    y=place[5] - bottom,
                    size=size * scale,
                    face=fonts.face(font),
                    colour=colour,
                    text=text,
                    artifact=any(marks),
                )
