"""Cleaned lines to a restored issue."""

from converter.parse.account import Account, take_account
from converter.parse.context import Decisions
from converter.parse.issue import Parsed, masthead_of, parse

__all__ = ["Account", "Decisions", "Parsed", "masthead_of", "parse", "take_account"]
