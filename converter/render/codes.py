"""The name and the numbers that a magazine goes by, as they are written."""

from __future__ import annotations

from converter import patterns as re
from converter.model import Masthead

_CODE = re.compile(
    r"(?<!\d)(\d{2,4})\s*[-—–－]\s*(\d{3,5}[xX]?)(?:\s*[/／]\s*([A-Z]{1,2}\d{0,2}))?(?!\d)"
)
"""1234-567X (ISO 3297) or 00-1234/G (GB/T 9999): typewriters and OCR set blanks in them."""


def codes_closed_up(value: str, masthead: Masthead) -> str:
    """A line of the masthead with its ISSN and CN as the masthead was understood to say.

    ISSN 1234 - 5679 becomes ISSN 1234-5679, wherever it stands, and the letter-spaced name
    (渡 口) the name; all else stays, and so does the mark that was printed (CN 00—1178).
    """

    def closed(hit: re.Match[str]) -> str:
        code = f"{hit[1]}-{hit[2].upper()}" + (f"/{hit[3]}" if hit[3] else "")
        return "".join(hit[0].split()) if code in {masthead.issn, masthead.cn} else hit[0]

    return _name_closed_up(_CODE.sub(closed, value), masthead.title)


def _name_closed_up(value: str, name: str) -> str:
    if len(name) < 2 or name[:1].isascii() or name in value:
        return value
    squeezed = "".join(value.split())
    at = squeezed.find(name)
    if at < 0:
        return value
    places = [index for index, char in enumerate(value) if not char.isspace()]
    return value[: places[at]] + name + value[places[at + len(name) - 1] + 1 :]
