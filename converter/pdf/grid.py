"""The baseline grid and the make-up of boxes, on top of WeasyPrint's layout.

CSS as WeasyPrint knows it has no grid. Six functions of its layout are replaced while a
document is rendered, and only then:

* a line of text is exactly as high as its ``line-height``, and the em box of its characters
  stands in the middle of it, whatever faces they come from (``line_box_verticality``): a
  glyph from a fallback face does not push the page down, and Song and Kai share a baseline;
* a block with the class ``snap`` is made higher, up to the next line of the grid, and
  balanced columns end on one (``block_container_layout``);
* an inset that no longer fits on the page does not end the page, as a float would, but gives
  way (``_out_of_flow_layout``, ``_in_flow_layout``; see :mod:`converter.pdf.insets`);
* what stands at the foot of the page stays there: WeasyPrint would send a box or a note to
  the next page for the sake of one more line of text, and leave its place empty
  (``_linebox_layout``).

clreq §2.3.2: the type area is a grid of lines, and what is set apart within it occupies
whole lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import signature
from math import ceil, floor
from typing import Any

from converter.pdf.foot import above_the_foot
from converter.pdf.insets import Insets, classes_of, giving_back, parting_boxes

_SIGNATURES = {
    "block_container_layout": (
        "context, box, bottom_space, skip_stack, page_is_empty, absolute_boxes, fixed_boxes, "
        "adjoining_margins, first_letter_style, first_line_style, discard, max_lines"
    ),
    "_out_of_flow_layout": (
        "context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes, "
        "adjoining_margins, bottom_space"
    ),
    "_in_flow_layout": (
        "context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes, "
        "adjoining_margins, bottom_space, position_y, skip_stack, first_letter_style, "
        "first_line_style, discard, next_page, max_lines"
    ),
    "_linebox_layout": (
        "context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes, "
        "adjoining_margins, bottom_space, position_y, skip_stack, first_letter_style, "
        "first_line_style, draw_bottom_decoration, max_lines"
    ),
    "columns_layout": (
        "context, box, bottom_space, skip_stack, containing_block, page_is_empty, "
        "absolute_boxes, fixed_boxes, adjoining_margins, first_letter_style, first_line_style"
    ),
}
_PX = 96 / 72
_CENTRE = 0.38
"""The middle of the em box above the baseline: ideographs reach from -0.12 to 0.88 em
(OpenType, BASE table, the ideographic em box)."""


def fits_installed_weasyprint() -> bool:
    """True if the functions to be replaced have the parameters this module was written for."""
    from weasyprint.layout import LayoutContext, block, inline

    def parameters(module: Any, name: str) -> str:
        function = getattr(module, name, None)
        return ", ".join(signature(function).parameters) if callable(function) else ""

    return (
        parameters(inline, "line_box_verticality") == "box"
        and parameters(LayoutContext, "layout_footnote") == "self, footnote"
        and parameters(LayoutContext, "_update_footnote_area") == "self"
        and all(parameters(block, name) == known for name, known in _SIGNATURES.items())
    )


@contextmanager
def grid(points: float) -> Iterator[bool]:
    """Set the documents rendered inside the block on a grid of ``points``.

    Yields False, and leaves WeasyPrint alone, where its functions are not the known ones.
    """
    if not fits_installed_weasyprint():
        yield False
        return
    from weasyprint.layout import LayoutContext, block, inline

    stock = {name: getattr(block, name) for name in _SIGNATURES}
    stock_line = inline.line_box_verticality
    stock_note = LayoutContext.layout_footnote
    stock_area = LayoutContext._update_footnote_area  # noqa: SLF001
    insets = Insets(stock["_out_of_flow_layout"], stock["_in_flow_layout"], points * _PX)
    block.block_container_layout = _snapping(stock["block_container_layout"], points * _PX)
    block._out_of_flow_layout = insets.out_of_flow  # noqa: SLF001  (nothing public does it)
    block._in_flow_layout = insets.in_flow  # noqa: SLF001
    block._linebox_layout = _keeping_the_foot(stock["_linebox_layout"])  # noqa: SLF001
    block.columns_layout = above_the_foot(stock["columns_layout"])
    inline.line_box_verticality = _exact_line(stock_line)
    LayoutContext.layout_footnote = parting_boxes(stock_note, points * _PX)
    LayoutContext._update_footnote_area = giving_back(stock_area)  # noqa: SLF001
    try:
        yield True
    finally:
        for name, function in stock.items():
            setattr(block, name, function)
        inline.line_box_verticality = stock_line
        LayoutContext.layout_footnote = stock_note
        LayoutContext._update_footnote_area = stock_area  # noqa: SLF001


def _exact_line(stock: Callable[..., Any]) -> Callable[..., Any]:
    from weasyprint.formatting_structure import boxes
    from weasyprint.text.line_break import strut

    atomic = boxes.AtomicInlineLevelBox
    known: dict[int, tuple[Any, tuple[float, float]]] = {}

    def line_box_verticality(box: Any) -> tuple[float, float]:
        found: tuple[float, float] = stock(box)
        if any(isinstance(child, atomic) for child in box.children):
            return found
        style = box.style
        kept = known.get(id(style))
        if kept is None:
            height, _ = strut(style)
            baseline = height / 2 + _CENTRE * style["font_size"]
            # The style is kept, so that its id stays its own.
            kept = known[id(style)] = style, (height - baseline, -baseline)
        return kept[1]

    return line_box_verticality


def _snapping(stock: Callable[..., Any], grid_px: float) -> Callable[..., Any]:
    from weasyprint.formatting_structure import boxes

    def block_container_layout(context: Any, box: Any, *others: Any, **named: Any) -> Any:
        result = stock(context, box, *others, **named)
        made, resume_at = result[0], result[1]
        if made is not None and made.is_column:
            # Balanced columns end where half of the text does, somewhere between two lines.
            made.height = floor(made.height / grid_px + 0.01) * grid_px
            return result
        if made is None or resume_at is not None or made.element is None:
            return result
        if not isinstance(made, boxes.BlockBox) or "snap" not in classes_of(made):
            return result
        total = made.margin_height()
        missing = ceil(total / grid_px - 0.01) * grid_px - total
        if 0 < missing < grid_px:
            made.height += missing
            if made.element.tag == "aside":
                for child in made.children:
                    child.translate(dy=missing / 2)
        if box.style["break_inside"] == "avoid" and made.padding_bottom > grid_px / 4:
            # WeasyPrint counts the padding of what ends at the foot of the page twice.
            made.height += made.padding_bottom
            made.padding_bottom = 0
        return result

    return block_container_layout


_WHOLE = 1_000_000  # orphans: the paragraph begins on the next page


def _keeping_the_foot(stock: Callable[..., Any]) -> Callable[..., Any]:
    def _linebox_layout(
        context: Any, box: Any, index: int, child: Any, new_children: list[Any], *others: Any
    ) -> Any:
        foot = list(context.current_page_footnotes)
        children, margins = list(new_children), list(others[3])
        result = stock(context, box, index, child, new_children, *others)
        if not any(note in foot for note in context.reported_footnotes):
            return result
        # It was the paragraph's second line that did not fit. The foot is laid out again,
        # and the paragraph goes to the next page.
        for note in [*foot, *result[4]]:
            context.unlayout_footnote(note)
        for note in foot:
            context.layout_footnote(note)
        new_children[:], others[3][:] = children, margins
        style = box.style
        box.style = style.copy()
        box.style["orphans"] = _WHOLE
        try:
            return stock(context, box, index, child, new_children, *others)
        finally:
            box.style = style

    return _linebox_layout
