"""What OCR does to the characters of a page."""

from __future__ import annotations

import re
from random import Random

_HALF = str.maketrans({"，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")"})
_LATIN = "A-Za-z0-9"
_HAN = "\u4e00-\u9fff"
_LATEX = (
    (re.compile(r"PM2\.5"), ("PM_{2.5}", "$PM_{2.5}$")),
    (re.compile(r"CO2(?!\d)"), ("CO_{2}", "$CO_2$")),
)


def half_width(text: str) -> str:
    """Full-width marks read as half-width ones (the full stop seldom is)."""
    return text.translate(_HALF)


def spaced(text: str) -> str:
    """Blanks around numbers and Latin words, and after the number of a heading."""
    text = re.sub(rf"(?<=[{_HAN}])(?=[{_LATIN}])", " ", text)
    text = re.sub(rf"(?<=[{_LATIN}%])(?=[{_HAN}])", " ", text)
    return re.sub(r"^([（(][一二三四五六七八九十]+[）)])(?=\S)", r"\1 ", text)


def latex(text: str, rng: Random) -> str:
    """Subscripts as a formula reader writes them."""
    for pattern, forms in _LATEX:
        text = pattern.sub(lambda _, forms=forms: rng.choice(forms), text)  # type: ignore[misc]
    return text


def straight(text: str) -> str:
    """Curly quotation marks read as straight ones."""
    return text.replace("“", '"').replace("”", '"')


def loose_dash(text: str, rng: Random) -> str:
    """The dash of two em read as something shorter."""
    return text.replace("——", rng.choice(("--", "—", "一一", "－－", "──")))


def doubled(rng: Random, one: str, other: str) -> tuple[str, str]:
    """Both sides of a seam, with up to three characters standing on both.

    Either the OCR completes the word cut at the foot, or repeats its beginning overleaf.
    Left alone where the text itself has the same characters on both sides.
    """
    size = rng.choice((1, 1, 1, 2, 3))
    left, right = one[-size:], other[:size]
    if len(left) < size or len(right) < size or left == right or one[-1:] == other[:1]:
        return one, other
    if not all(re.match(f"[{_HAN}]", char) for char in left + right):
        return one, other
    if rng.random() < 0.5:
        return one + right, other
    return one, left + other
