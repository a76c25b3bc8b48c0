"""Tells whether WeasyPrint is the one that the composition was written for."""

from __future__ import annotations

from inspect import signature
from typing import Any

from converter.diagnostics import Diagnostic

MAJOR_VERSION = "70"

_SIGNATURES = {
    "layout.inline:split_inline_box": (
        "context, box, position_x, max_x, bottom_space, skip_stack, containing_block, "
        "absolute_boxes, fixed_boxes, line_placeholders, waiting_floats, line_children, "
        "first_letter_style, first_line_style"
    ),
    "layout.inline:justify_line": "context, line, extra_width",
    "layout.inline:text_align": "context, line, available_width, last",
    "layout.inline:remove_last_whitespace": "context, line",
    "layout.inline:skip_first_whitespace": "box, skip_stack",
    "layout.inline:atomic_box": (
        "context, box, position_x, skip_stack, containing_block, absolute_boxes, fixed_boxes"
    ),
    "layout.inline:_out_of_flow_layout": (
        "context, box, containing_block, index, child, children, line_children, "
        "waiting_children, waiting_floats, absolute_boxes, fixed_boxes, line_placeholders, "
        "float_widths, max_x, position_x, bottom_space"
    ),
    "layout.preferred:inline_line_widths": (
        "context, box, outer, is_line_start, minimum, skip_stack, first_line"
    ),
    "layout.preferred:trailing_whitespace_size": "context, box",
    "layout.absolute:absolute_layout": (
        "context, placeholder, containing_block, fixed_boxes, bottom_space, skip_stack"
    ),
    "layout.percent:resolve_percentages": "box, containing_block",
    "text.line_break:Layout.__init__": "self, style, justification_spacing, max_width",
    "text.line_break:Layout.setup": "self, style",
    "text.line_break:Layout.get_first_line": "self",
    "text.line_break:strut": "style",
    "text.line_break:get_log_attrs": "text, lang",
    "text.line_break:_font_style_cache_key": "style, include_size",
    "text.fonts:font_features": (
        "font_kerning, font_variant_ligatures, font_variant_position, font_variant_caps, "
        "font_variant_numeric, font_variant_alternates, font_variant_east_asian, "
        "font_feature_settings"
    ),
    "draw.text:draw_first_line": "stream, textbox, text_overflow, block_ellipsis, matrix",
}


def misfit() -> Diagnostic | None:
    """What keeps the composition from working with the installed WeasyPrint, if anything."""
    import weasyprint

    version = str(weasyprint.__version__)
    if version.split(".", maxsplit=1)[0] != MAJOR_VERSION:
        return Diagnostic.of("TYP001", version=version, reason=f"not {MAJOR_VERSION}.x")
    for name, wanted in _SIGNATURES.items():
        function = _find(name)
        if function is None:
            return Diagnostic.of("TYP001", version=version, reason=f"{name} is gone")
        if ", ".join(signature(function).parameters) != wanted:
            return Diagnostic.of("TYP001", version=version, reason=f"{name} has changed")
    return None


def _find(name: str) -> Any:
    from importlib import import_module

    module, _, path = name.partition(":")
    found: Any = import_module(f"weasyprint.{module}")
    for part in path.split("."):
        found = getattr(found, part, None)
    return found
