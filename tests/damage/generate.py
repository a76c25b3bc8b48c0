"""One seed, one damaged issue with its truth."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.damage.compose import compose
from tests.damage.draft import Draft, truth_to_json
from tests.damage.emit import Emitter
from tests.damage.front import contents, masthead
from tests.damage.press import Press
from tests.damage.style import Style, other, sample_like


@dataclass(frozen=True, slots=True)
class Damaged:
    """The OCR text of an invented issue, and the issue."""

    seed: int
    style: Style
    text: str
    data: bytes
    truth: dict[str, Any]
    draft: Draft


def damaged_issue(seed: int, family: str, *, size: int = 1) -> Damaged:
    """The damaged issue of a seed; ``size`` multiplies the length of its articles."""
    rng = Random(f"{family}-{seed}")  # noqa: S311  (no secret)
    style = sample_like(rng) if family == "sample" else other(rng)
    draft = compose(rng, style, size=size)
    pages = Press(rng, style, draft).print()
    parts: list[str] = []
    if draft.cover_quote:
        quote, source = draft.cover_quote
        parts.append(f"\n\n{quote}\n\n——{source}\n\n\n")
    if draft.has_masthead:
        parts.append("\n".join(masthead(rng, style, draft)))
    if draft.has_contents:
        parts.append("\n".join(contents(rng, style, draft)))
    parts.append(Emitter(rng, style, draft).text(pages) + "\n")
    text = "\n".join(parts).replace("\n", style.newline)
    data = text.encode("utf-8-sig" if style.bom else "utf-8")
    return Damaged(seed, style, text, data, truth_to_json(draft), draft)
