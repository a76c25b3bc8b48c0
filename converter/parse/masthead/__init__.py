"""The masthead: every line as an entry with its kind, and what identifies the issue."""

from converter.parse.masthead.cover import without_cover_lines
from converter.parse.masthead.from_heads import told_by_heads
from converter.parse.masthead.identify import with_issue
from converter.parse.masthead.parse import elsewhere_of, parse_masthead

__all__ = ["elsewhere_of", "parse_masthead", "told_by_heads", "with_issue", "without_cover_lines"]
