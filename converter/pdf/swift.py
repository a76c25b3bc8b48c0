"""Shortcuts through WeasyPrint's layout where it works for nothing.

None of them changes a page:

* of the sixteen margin boxes of a page only those with content are made, where no two of
  them share a side, and a running head that says what it said two pages before is not laid
  out again (``make_margin_boxes``);
* the height of an empty line is worked out once for each style (``strut``);
* beside a float, a line of Chinese fits wherever two characters fit; the narrowest width of
  the rest of the paragraph need not be measured for every line
  (``inline_min_content_width``);
* for a page, the styles of its own margin boxes are looked up, not looked for among those of
  all pages (``set_page_type_computed_styles``), and boxes that are on every page are not
  asked for on every page where there are none (``layout_fixed_boxes``): with both, the time
  would grow with the square of the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

_SIDES = ("top", "bottom", "left", "right")
_PLACES = {
    "top": ("left", "center", "right"),
    "bottom": ("left", "center", "right"),
    "left": ("top", "middle", "bottom"),
    "right": ("top", "middle", "bottom"),
}
_CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")
_NOTHING = ("normal", "inhibit", "none")


@contextmanager
def swiftly() -> Iterator[None]:
    """Take the shortcuts for what is rendered inside the block."""
    from weasyprint import layout
    from weasyprint.layout import inline, page

    stock = layout.make_margin_boxes, inline.strut, inline.inline_min_content_width
    stock_fixed, stock_styles = layout.layout_fixed_boxes, page.set_page_type_computed_styles
    layout.make_margin_boxes = _margin_boxes(stock[0])
    inline.strut = _remembered(stock[1])
    inline.inline_min_content_width = _two_characters
    layout.layout_fixed_boxes = _fixed_boxes(stock_fixed)
    page.set_page_type_computed_styles = _page_styles()
    try:
        yield
    finally:
        layout.make_margin_boxes, inline.strut, inline.inline_min_content_width = stock
        layout.layout_fixed_boxes, page.set_page_type_computed_styles = stock_fixed, stock_styles


def _fixed_boxes(stock: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    none_in: set[int] = set()

    def layout_fixed_boxes(context: Any, pages: list[Any], page: Any) -> Iterator[Any]:
        if id(context) in none_in:
            return iter(())
        if pages and not any(one.fixed_boxes for one in (*pages, page)):
            # The first page asks for those of all that follow.
            none_in.add(id(context))
            return iter(())
        return stock(context, pages, page)

    return layout_fixed_boxes


def _page_styles() -> Callable[..., None]:
    pseudo_types: dict[int, tuple[Any, int, set[str]]] = {}

    def set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
        style_for.add_page_declarations(page_type)
        root = html.etree_element
        style_for.set_computed_styles(page_type, root=root, parent=root, base_url=html.base_url)
        cascaded = style_for.get_cascaded_styles()
        _, seen, known = pseudo_types.get(id(style_for), (style_for, 0, set()))
        known.update(pseudo for _, pseudo in islice(cascaded, seen, None) if pseudo)
        pseudo_types[id(style_for)] = style_for, len(cascaded), known
        for pseudo in sorted(known):
            if (page_type, pseudo) in cascaded:
                style_for.set_computed_styles(
                    page_type,
                    pseudo_type=pseudo,
                    root=root,
                    parent=page_type,
                    base_url=html.base_url,
                )

    return set_page_type_computed_styles


def _remembered(stock: Callable[..., tuple[float, float]]) -> Callable[..., tuple[float, float]]:
    memory: dict[int, tuple[Any, tuple[float, float]]] = {}

    def strut(style: Any) -> tuple[float, float]:
        found = memory.get(id(style))
        if found is None:
            # The style is kept, so that its id stays its own.
            found = memory[id(style)] = (style, stock(style))
        return found[1]

    return strut


def _two_characters(_context: Any, box: Any, **_options: Any) -> float:
    return float(box.style["font_size"]) * 2


def _margin_boxes(stock: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    known: _Heads = {}

    def make_margin_boxes(context: Any, page: Any, state: Any) -> Iterator[Any]:
        def has_content(keyword: str) -> bool:
            style = context.style_for(page.page_type, keyword)
            return style is not None and style["content"] not in _NOTHING

        filled = {
            side: [place for place in _PLACES[side] if has_content(f"@{side}-{place}")]
            for side in _SIDES
        }
        if (
            any(len(places) > 1 for places in filled.values())
            or any(has_content(f"@{corner}-corner") for corner in _CORNERS)
            or filled["left"]
            or filled["right"]
        ):
            yield from stock(context, page, state)
            return
        for side in ("top", "bottom"):
            for place in filled[side]:
                yield _margin_box(context, page, state, f"@{side}-{place}", known)

    return make_margin_boxes


_Heads = dict[tuple[str, str, float, float], tuple[Any, Any]]
"""Margin boxes by their place, their text and where the page has them, with their styles."""


def _margin_box(context: Any, page: Any, state: Any, keyword: str, known: _Heads) -> Any:
    """The only margin box of a side: as wide as the page's border box, as the sheet says."""
    import copy

    from weasyprint.formatting_structure import boxes, build
    from weasyprint.layout import page as layout

    style = context.style_for(page.page_type, keyword)
    layout._standardize_page_based_counters(style, keyword)  # noqa: SLF001
    box = boxes.MarginBox(keyword, style)
    box.is_generated = True
    quote_depth, counter_values = list(state[0]), copy.deepcopy(state[1])
    scopes = [set(scope) for scope in state[2]] + [set()]
    build.update_counters((quote_depth, counter_values, scopes, state[3]), box.style)
    box.children = build.content_to_boxes(
        box.style,
        box,
        quote_depth,
        counter_values,
        context.get_image_from_uri,
        context.target_collector,
        context.counter_style,
        context,
        page,
    )
    text = "".join(child.text for child in box.children if isinstance(child, boxes.TextBox))
    key = (keyword, text, page.margin_left, page.border_width())
    cascaded = getattr(style, "cascaded", None)
    if key in known and cascaded is not None and known[key][0] == cascaded:
        return known[key][1]
    box.process_whitespace()
    box.process_text_transform()
    box = build.create_anonymous_boxes(box)
    width = page.border_width()
    top = keyword.startswith("@top")
    height = page.margin_top if top else page.margin_bottom
    layout.resolve_percentages(box, (width, height))
    box.position_x = page.margin_left
    box.position_y = 0 if top else page.margin_top + page.border_height()
    layout.compute_fixed_dimension(context, box, width, False, True)  # noqa: FBT003
    layout.compute_fixed_dimension(context, box, height, True, top)  # noqa: FBT003
    made = layout.margin_box_content_layout(context, page, box)
    known[key] = (cascaded, made)
    return made
