"""Cleaned lines to a restored issue."""

from converter.parse.account import Account, take_account
from converter.parse.issue import Parsed, parse

__all__ = ["Account", "Parsed", "parse", "take_account"]
