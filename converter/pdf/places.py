"""Where each block of the issue landed on the pages of its PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from converter.values import dataclass

if TYPE_CHECKING:
    from weasyprint.document import Document


@dataclass(frozen=True, slots=True)
class Landing:
    """A rectangle on a page that holds a block, or the part of it that stands there.

    ``block`` is the block's id in the model, or an article's id and ``-title`` for its
    opening. ``page`` counts from 0; ``left``, ``top``, ``width`` and ``height`` are shares
    of the page's width and height.
    """

    block: str
    page: int
    left: float
    top: float
    width: float
    height: float


def landings(document: Document) -> tuple[Landing, ...]:
    """All blocks of a laid-out document, page by page.

    The templates name a block by the attribute ``data-block``.
    """
    found: dict[tuple[str, int], tuple[float, float, float, float]] = {}
    for number, page in enumerate(document.pages):
        for block, edges in _boxes(page):
            old = found.get((block, number))
            found[block, number] = _around(old, edges) if old else edges
    sizes = [(page.width, page.height) for page in document.pages]
    return tuple(
        Landing(
            block,
            number,
            left / sizes[number][0],
            top / sizes[number][1],
            (right - left) / sizes[number][0],
            (bottom - top) / sizes[number][1],
        )
        for (block, number), (left, top, right, bottom) in found.items()
    )


def _boxes(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The block-level boxes of a page that carry a block's id, and their edges in CSS pixels."""
    for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001  (no public way)
        element = getattr(box, "element", None)
        block = element.get("data-block") if element is not None else None
        if not block or not hasattr(box, "border_box_x"):
            continue
        left, top = box.border_box_x(), box.border_box_y()
        yield block, (left, top, left + box.border_width(), top + box.border_height())


def _around(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    return (
        min(one[0], other[0]), min(one[1], other[1]),
        max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip
