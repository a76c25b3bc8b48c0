"""An editor's desk: the source beside the restored issue, with every doubt, join and repair.

``desk`` lays an issue out, ``page`` makes one HTML file of it, ``server`` lets an editor
settle things there, ``acts`` turns what is done into corrections, ``pictures`` shows where
blocks landed on the PDF's pages.
"""

from converter.review.desk import Case, Desk, desk
from converter.review.page import Live, Page, Pictures

__all__ = ["Case", "Desk", "Live", "Page", "Pictures", "desk"]
