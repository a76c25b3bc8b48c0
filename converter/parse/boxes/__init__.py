"""Sidebars (链接, 小贴士 …): how they begin, what names them, and whence their texts are."""

from converter.parse.boxes.proved import cuts, with_proved_labels
from converter.parse.boxes.single import have_one_paragraph
from converter.parse.boxes.sources import (
    attribution_text,
    goes_on_as_source,
    is_attribution,
    is_bracketed_work,
    is_digest,
    is_excerpted,
    is_source,
    is_work,
    rounded,
)
from converter.parse.boxes.spaced_names import close_spaced_names, with_names_closed
from converter.parse.boxes.start import (
    ABOUT_A_PERSON,
    BARS,
    SAYINGS,
    BoxStart,
    bare_label,
    beside_title,
    box_start,
    decided_start,
    glued_title,
    is_excerpt,
)
from converter.parse.marked import LABEL_SHAPE

__all__ = [
    "ABOUT_A_PERSON",
    "BARS",
    "LABEL_SHAPE",
    "SAYINGS",
    "BoxStart",
    "attribution_text",
    "bare_label",
    "beside_title",
    "box_start",
    "close_spaced_names",
    "cuts",
    "decided_start",
    "glued_title",
    "goes_on_as_source",
    "have_one_paragraph",
    "is_attribution",
    "is_bracketed_work",
    "is_digest",
    "is_excerpt",
    "is_excerpted",
    "is_source",
    "is_work",
    "rounded",
    "with_names_closed",
    "with_proved_labels",
]
