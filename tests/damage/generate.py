"""One seed, one damaged issue with its truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from tests.damage.compose import compose
from tests.damage.draft import Draft, map_texts, truth_to_json
from tests.damage.emit import Emitter
from tests.damage.front import contents, masthead
from tests.damage.press import Press
from tests.damage.reprint import reprint
from tests.damage.style import Style, other, sample_like, with_conventions


@dataclass(frozen=True, slots=True)
class Damaged:
    """The OCR text of an invented issue, and the issue."""

    seed: int
    style: Style
    text: str
    data: bytes
    truth: dict[str, Any]
    draft: Draft


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert = OpenCC("s2t").convert
    quotes = str.maketrans("“”‘’", "「」『』")
    return lambda text: convert(text).translate(quotes)


def _in_traditional(draft: Draft) -> Draft:
    """The draft as a magazine in Traditional characters prints it."""
    made = map_texts(draft, _converter())
    assert isinstance(made, Draft)
    return made


_CELLS = 7
"""Of so many issues of the sample's kind one has its contents as one table."""


def damaged_issue(seed: int, family: str, *, size: int = 1) -> Damaged:
    """The damaged issue of a seed; ``size`` multiplies the length of invented articles."""
    rng = Random(f"{family}-{seed}")  # noqa: S311  (no secret)
    style = with_conventions(rng, other(rng)) if family == "other" else sample_like(rng)
    if family != "other" and seed % _CELLS == _CELLS - 1:
        style = replace(style, contents="cells")
    draft = reprint(rng, style) if family == "reprint" else compose(rng, style, size=size)
    if style.traditional:
        draft = _in_traditional(draft)
    pages = Press(rng, style, draft).print()
    parts: list[str] = []
    if draft.cover_quote:
        quote, source = draft.cover_quote
        parts.append(f"\n\n{quote}\n\n——{source}\n\n\n")
    if draft.has_masthead:
        lines = masthead(rng, style, draft)
        parts.append("\n".join(map(_converter(), lines) if style.traditional else lines))
    if draft.has_contents:
        parts.append(
            "\n".join(contents(rng, style, draft)).replace(
                "录", "錄" if style.traditional else "录"
            )
        )
    body = Emitter(rng, style, draft).text(pages)
    if style.traditional:  # what the press adds: folios, continuations
        body = body.translate(str.maketrans("页转", "頁轉"))
    parts.append(body + "\n")
    text = "\n".join(parts)
    text = text.replace("\n", style.newline)
    data = text.encode("utf-8-sig" if style.bom else "utf-8")
    return Damaged(seed, style, text, data, truth_to_json(draft), draft)
