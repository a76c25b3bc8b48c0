"""An issue in Traditional Chinese, or a Traditional one in Simplified.

OpenCC is the engine. Around it: a phrase dictionary that mends its known errors, names
that stay names, glossaries, quotation marks, and a report of every guess.
"""

from converter.variant.convert import convert
from converter.variant.editions import Edition
from converter.variant.glossary import Entry, Glossary
from converter.variant.report import Decision, Place, Use, VariantReport

__all__ = [
    "Decision",
    "Edition",
    "Entry",
    "Glossary",
    "Place",
    "Use",
    "VariantReport",
    "convert",
]
