"""Where insets go for which a page has no room; white at the head of a page.

WeasyPrint would end the page before such a float. Here the text goes on, and the inset

* sinks to the foot of this page or of the next one, across the whole measure, if there is
  text enough to fill the page above it,
* or goes to its refuge, an empty ``div`` after the paragraph it belongs to.

What a page begins with loses the white above it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_ABOVE = 2
"""Lines of its paragraph that stand above an inset at the foot of the page."""
_OVERLEAF = 5
"""Lines of text that stand above one at the foot of the next page."""

_NOTHING = False, None, None, None
"""What ``_out_of_flow_layout`` says of something that takes no place."""


def classes_of(box: Any) -> list[str]:
    """The classes of an element's own box."""
    element = box.element
    if (
        element is None
        or box.element_tag != element.tag
        or type(box.style).__name__ != "ComputedStyle"
    ):
        return []  # anonymous boxes and pseudo-elements carry their parent's element
    return (element.get("class") or "").split()


class Insets:
    """Lets insets give way; stands in for two functions of ``weasyprint.layout.block``."""

    def __init__(
        self, out_of_flow: Callable[..., Any], in_flow: Callable[..., Any], line: float
    ) -> None:
        self._stock_out_of_flow = out_of_flow
        self._stock_in_flow = in_flow
        self._line = line
        self._homeless: dict[Any, Any] = {}

    def out_of_flow(
        self, context: Any, box: Any, index: int, child: Any, new_children: list[Any], *others: Any
    ) -> Any:
        """Set an inset beside its paragraph, or see where else it can go."""
        if not (child.is_floated() and "inset" in classes_of(child)):
            return self._stock_out_of_flow(context, box, index, child, new_children, *others)
        if _stands_at_a_foot(context, child):
            return _NOTHING
        bottom_space = others[-1]
        shapes = list(context.excluded_shapes)
        children = list(new_children)
        origin = child.position_x, child.position_y
        result = self._stock_out_of_flow(context, box, index, child, new_children, *others)
        stop, _, made, broken = result
        if not stop and not broken and not _sticks_out(context, made, bottom_space):
            self._homeless.pop(child.element, None)
            sunk(context).pop(child.element, None)
            return result
        # No room: take back what was done.
        new_children[:] = children
        context.excluded_shapes = shapes
        child.position_x, child.position_y = origin
        if self._sinks(context, child, bottom_space):
            self._homeless.pop(child.element, None)
            sunk(context)[child.element] = context.current_page
        else:
            self._homeless[child.element] = child
        return _NOTHING

    def in_flow(
        self, context: Any, box: Any, index: int, child: Any, new_children: list[Any], *others: Any
    ) -> Any:
        """Set a block; in its refuge, the inset that has no other place."""
        if self._homeless and "refuge" in classes_of(child):
            inset = self._homeless.get(_inset_of(child.element, box))
            if inset is not None:
                child = _as_block(inset, child, self._line)
        if new_children and "brief" in classes_of(child):
            child = _without_section(child)
        # A column that goes on from the page before counts its blocks from 0 as well.
        if not new_children and (box.is_column or (index and others[0])):  # page_is_empty
            child = _without_top_margin(child)
        with _white_below(_insets_above(context, child), self._line):
            return self._stock_in_flow(context, box, index, child, new_children, *others)

    def _sinks(self, context: Any, inset: Any, bottom_space: float) -> bool:
        """Put an inset at the foot of this page or of the next one, if it may go there."""
        below = int(inset.element.get("data-below") or 0)
        if not below or context.in_column:
            return False

        def lines_left() -> float:
            height: float = context.page_bottom - bottom_space - inset.position_y
            return height / self._line

        room = lines_left()
        note = as_note(inset)
        context.footnotes.append(note)
        overflows = context.layout_footnote(note)
        if not overflows and _ABOVE <= lines_left() <= below:
            return True
        context.unlayout_footnote(note)
        context.footnotes.remove(note)
        # With no room for two lines, the paragraph goes overleaf, and the inset with it.
        if room < _ABOVE or below < room + _OVERLEAF or context.current_page_footnotes:
            return False
        context.reported_footnotes.append(note)
        return True


def parting_boxes(stock: Callable[..., Any], line: float) -> Callable[..., Any]:
    """``LayoutContext.layout_footnote`` with white below a box at the foot of a page.

    Another box or notes stand there; the first of the notes has no rule above it. A box that
    is put off has no room on its page.
    """

    def layout_footnote(self: Any, footnote: Any) -> Any:
        kinds, above = classes_of(footnote), self.current_page_footnotes
        if "bottom" in kinds:
            tried(self)[footnote.element] = self.current_page
        if "box" in kinds:
            apart = any("box" in classes_of(note) for note in above)
        else:
            apart = bool(above) and "box" in classes_of(above[-1])
        if apart or "box" in kinds or footnote.style["margin_top"].value:
            style = footnote.style = footnote.style.copy()
            style["margin_top"] = style["margin_top"]._replace(value=line / 2 if apart else 0)
        overflows = stock(self, footnote)
        return overflows or put_off(self).get(footnote.element) == self.current_page

    return layout_footnote


def giving_back(stock: Callable[..., Any]) -> Callable[..., Any]:
    """``LayoutContext._update_footnote_area`` that leaves no white above notes that went on.

    WeasyPrint would keep that line of the page, so that a paragraph which just ends on it
    went overleaf with its box, and its heading too.
    """

    def _update_footnote_area(self: Any) -> Any:
        overflows = stock(self)
        area = self.current_footnote_area
        if not area.children and area.height != "auto" and not self.in_column:
            self.page_bottom += area.margin_height()
            area.height = "auto"
        return overflows

    return _update_footnote_area


def sunk(context: Any) -> dict[Any, int]:
    """The insets that went to the foot of a page, by their element: the page that sent them."""
    found: dict[Any, int] = context.__dict__.setdefault("sunk_insets", {})
    return found


def tried(context: Any) -> dict[Any, int]:
    """The boxes for the foot of a page, by their element: the last page they were set on.

    They need not have remained there: their place may have been wanted by what calls them.
    """
    found: dict[Any, int] = context.__dict__.setdefault("tried_boxes", {})
    return found


def put_off(context: Any) -> dict[Any, int]:
    """The boxes that go to the page after the one on which they are called, by their element."""
    found: dict[Any, int] = context.__dict__.setdefault("boxes_put_off", {})
    return found


def _stands_at_a_foot(context: Any, inset: Any) -> bool:
    """True if this page, laid out once more, or one before it has sent the inset to a foot."""
    page = context.current_page
    if sunk(context).get(inset.element, page) < page:
        return True
    notes = (*context.current_page_footnotes, *context.reported_footnotes)
    return any(note.element is inset.element for note in notes)


def _insets_above(context: Any, child: Any) -> list[Any]:
    """The insets below which a block has to stand that has a ground or rules of its own."""
    if not context.excluded_shapes or child.style["clear"] != "both":
        return []
    return [shape for shape in context.excluded_shapes if "inset" in classes_of(shape)]


@contextmanager
def _white_below(insets: list[Any], line: float) -> Iterator[None]:
    """A line of white below insets while a block is set that stands below them.

    Where a float decides how low a block stands, the block's own margin counts for nothing
    (CSS 2.2, §9.5.2): two boxes would touch.
    """
    for inset in insets:
        inset.margin_bottom += line
    try:
        yield
    finally:
        for inset in insets:
            inset.margin_bottom -= line


def _sticks_out(context: Any, inset: Any, bottom_space: float) -> bool:
    """True of an inset whose ground reaches below the last line of the page.

    WeasyPrint asks how high its text is, and forgets the padding.
    """
    lower_edge = inset.position_y + inset.margin_top + inset.border_height()
    return bool(context.overflows_page(bottom_space, lower_edge))


def _without_top_margin(block: Any) -> Any:
    """A block at the head of a column or a page, where white above it would be a dent.

    WeasyPrint takes every break to a named page for a forced one, and keeps the margin.
    """
    margin = block.style["margin_top"]
    if not getattr(margin, "value", 0):
        return block
    bare = block.copy()
    bare.style = block.style.copy()
    bare.style["margin_top"] = margin._replace(value=0)
    return bare


def _without_section(article: Any) -> Any:
    """A brief piece without the name of its section, which its page has told already."""
    opening, *rest = article.children
    kept = [child for child in opening.children if "at-head" not in classes_of(child)]
    if len(kept) == len(opening.children):
        return article
    return article.copy_with_children([opening.copy_with_children(kept), *rest])


def _inset_of(refuge: Any, parent: Any) -> Any:
    wanted = refuge.get("data-inset")
    for child in parent.children:
        element = child.element
        if element is not None and wanted and element.get("data-inset") == wanted:
            return element
    return None


def _as_block(inset: Any, refuge: Any, white: float) -> Any:
    """A copy of the inset in the flow where its refuge stands, with white around it."""
    block = _across(inset, white, white)
    block.style["margin_left"] = refuge.style["margin_left"]
    block.position_x, block.position_y = refuge.position_x, refuge.position_y
    return block


def as_note(inset: Any) -> Any:
    """A copy of a box for the foot of a page, where the area of notes has white above it."""
    note = _across(inset, 0, 0)
    _unline(note)
    return note


def _unline(block: Any) -> None:
    """Take the boxes of lines out again: the area of notes makes them for all that is in it."""
    from weasyprint.formatting_structure import boxes

    children: list[Any] = []
    for child in block.children:
        if isinstance(child, boxes.LineBox):
            children += child.children
            continue
        if isinstance(child, boxes.BlockContainerBox):
            _unline(child)
        children.append(child)
    block.children = children


def _across(inset: Any, above: float, below: float) -> Any:
    """A copy of the inset as a block of the whole measure."""
    block = inset.deepcopy()
    style = block.style = block.style.copy()
    style["float"] = "none"
    style["width"] = "auto"
    for side, value in (("top", above), ("bottom", below), ("left", 0)):
        style[f"margin_{side}"] = style[f"margin_{side}"]._replace(value=value)
    return block
