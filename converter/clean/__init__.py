"""Repairs of single lines: named, ordered, recorded, each of which can be switched off."""

from converter.clean.edits import CleaningRule
from converter.clean.engine import Cleaned, clean
from converter.clean.forms import unprintable
from converter.clean.rules import RULE_NAMES, RULES

__all__ = ["RULES", "RULE_NAMES", "Cleaned", "CleaningRule", "clean", "unprintable"]
