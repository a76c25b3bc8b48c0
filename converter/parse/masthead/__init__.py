"""The masthead: every line as an entry with its kind, and what identifies the issue."""

from converter.parse.masthead.identify import with_issue
from converter.parse.masthead.parse import parse_masthead

__all__ = ["parse_masthead", "with_issue"]
