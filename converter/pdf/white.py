"""White that an article can give to save a line, or a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from converter.pdf.insets import classes_of

_SHARE = 0.67
"""What the white above, between and below the parts of an opening can give."""
_RISE = 1.0
"""Lines that a title rises at most."""
_BACK_SHARE = 0.4
"""What remains of the white above what stands at the end of an article; half a line is below."""
_BARE = 2
"""No more credits than this stand below a text without a rule."""
_LEAST = 0.4
"""White of less than this much of a line is left alone."""

Styles = list[tuple[Any, Any]]
"""Boxes and the styles that they are to have."""
Undo = Callable[[], None]

_White = list[tuple[Any, str, float]]


def body_of(article: Any) -> Any:
    """The text of an article between its opening and what stands at its end."""
    return next((box for box in article.children if "body" in classes_of(box)), None)


def _white(article: Any, grid: float) -> tuple[_White, _White]:
    """The margins in the opening that can give, below the title and above it."""
    opening = next((box for box in article.children if "opening" in classes_of(box)), None)
    if opening is None:
        return [], []
    title = next((at for at, box in enumerate(opening.children) if "title" in classes_of(box)), 0)
    sides = [(box, side) for box in opening.children for side in ("margin_top", "margin_bottom")]
    split = 2 * title + 1
    below = [*sides[split:], (opening, "margin_bottom")]
    return _giving(below, grid), _giving(sides[:split], grid)


def _giving(sides: list[tuple[Any, str]], grid: float) -> _White:
    return [
        (box, side, box.style[side].value)
        for box, side in sides
        if getattr(box.style[side], "unit", "") in {"px", None}
        and box.style[side].value >= _LEAST * grid
    ]


def _room(found: _White) -> float:
    return _SHARE * sum(white for _, _, white in found)


def lines_of_white(article: Any, grid: float) -> int:
    """How many lines the opening can give."""
    below, above = _white(article, grid)
    return int((_room(below) + min(_room(above), _RISE * grid)) / grid)


def tightened(article: Any, wanted: float, grid: float) -> Styles:
    """New styles for boxes of the opening that save so many pixels.

    The white below the title gives first: two titles that sink alike on facing pages are seen.
    """
    below, above = _white(article, grid)
    first = min(wanted, _room(below))
    styles: dict[int, tuple[Any, Any]] = {}
    for found, part in ((below, first), (above, wanted - first)):
        room = sum(white for _, _, white in found)
        for box, side, white in found if part else ():
            _, style = styles.setdefault(id(box), (box, box.style.copy()))
            style[side] = style[side]._replace(value=white * (1 - part / room))
    return list(styles.values())


def halved(article: Any, grid: float) -> Styles:
    """New styles for what stands between paragraphs with a line of white above and below."""
    styles: Styles = []
    body = body_of(article)
    boxes = [box for box in body.children if box.style["float"] == "none"] if body else []
    # Beside other white, half a line would collapse with it, and the text leave the grid.
    for before, box, after in zip(boxes, boxes[1:], boxes[2:], strict=False):
        if _margin(before, "bottom") or _margin(after, "top") or "snap" not in classes_of(box):
            continue
        if min(_margin(box, "top"), _margin(box, "bottom")) >= grid - 0.1:
            style = box.style.copy()
            for name in ("margin_top", "margin_bottom"):
                style[name] = style[name]._replace(value=style[name].value / 2)
            styles.append((box, style))
    for back in article.children:
        if "back" in classes_of(back):
            style = back.style.copy()
            style["margin_top"] = style["margin_top"]._replace(
                value=_margin(back, "top") * _BACK_SHARE
            )
            styles.append((back, style))
    return styles


def bare(article: Any) -> Styles:
    """New styles for a credit that ends an article: right below the text, without a rule."""
    styles: Styles = []
    for back in article.children:
        if "back" not in classes_of(back) or len(back.children) > _BARE:
            continue
        if all("credit" in classes_of(child) for child in back.children):
            style = back.style.copy()
            for name in ("margin_top", "padding_top"):
                style[name] = style[name]._replace(value=0)
            style["border_top_width"], style["border_top_style"] = 0, "none"
            styles.append((back, style))
            for line in (line for child in back.children for line in child.children):
                style = line.style.copy()
                style["text_align_all"] = style["text_align_last"] = "right"
                styles.append((line, style))
    return styles


def _margin(box: Any, side: str) -> float:
    value: float = getattr(box.style[f"margin_{side}"], "value", 0)
    return value


def put(styles: Styles) -> Undo:
    """Give boxes new styles; the way back."""
    before = [(box, box.style) for box, _ in styles]
    for box, style in styles:
        box.style = style

    def back() -> None:
        for box, style in before:
            box.style = style

    return back
