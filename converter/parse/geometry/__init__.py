"""The printed page as evidence: so many characters a line, so many lines a page.

OCR text keeps no page breaks but for the seams they leave: a paragraph that stops in the
middle of a sentence. Those seams tell the measure (characters a line), because text that
is cut at the foot of a page fills its last line; the amount of text between them, and the
page numbers of the contents, tell the depth (lines a page). With both, the other breaks
can be found: those that fall on a full stop, where a paragraph seems to end and goes on
overleaf.
"""

from converter.parse.geometry.fit import fit_line, fit_page, weigh
from converter.parse.geometry.items import items_of
from converter.parse.geometry.layout import lay_out
from converter.parse.geometry.measure import fit_measure
from converter.parse.geometry.odds import habits_of, odds_of_going_on
from converter.parse.geometry.page import INDENT, Item, Layout, Page
from converter.parse.geometry.texts import (
    follower,
    is_head_alone,
    may_go_on,
    odds_in_series,
    opens_itself,
)
from converter.parse.geometry.words import calls_to, odds_of_closing, odds_of_opening

__all__ = [
    "INDENT",
    "Item",
    "Layout",
    "Page",
    "calls_to",
    "fit_line",
    "fit_measure",
    "fit_page",
    "follower",
    "habits_of",
    "is_head_alone",
    "items_of",
    "lay_out",
    "may_go_on",
    "odds_in_series",
    "odds_of_closing",
    "odds_of_going_on",
    "odds_of_opening",
    "opens_itself",
    "weigh",
]
