"""From a stream of text boxes to the numbers that lines are made of.

Imported only while a document is composed (it needs WeasyPrint).
"""

from converter.typeset.paragraph.faces import FontBook, Settings
from converter.typeset.paragraph.measured import Paragraph, measure

__all__ = ["FontBook", "Paragraph", "Settings", "measure"]
