"""Assembles one article: headings, healed paragraphs, boxes, turns, notes, in reading order.

:class:`Assembler` walks the units once and asks of each what it is. What can be told
beforehand stands in the :class:`~converter.parse.assemble.survey.Survey`, what has been
written in the :class:`~converter.parse.assemble.draft.Draft`; the readers of headings,
insets, notes and verse know those two, and not each other's insides.
"""

from converter.parse.assemble.assembler import Assembler, Body

__all__ = ["Assembler", "Body"]
