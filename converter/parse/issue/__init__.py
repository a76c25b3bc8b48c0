"""Regions to an :class:`~converter.model.Issue`."""

from converter.parse.issue.head import masthead_of
from converter.parse.issue.restore import Parsed, parse

__all__ = ["Parsed", "masthead_of", "parse"]
