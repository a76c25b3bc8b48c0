"""Makes WeasyPrint's line boxes from planned lines.

Imported only while a document is composed (it needs WeasyPrint).
"""

from converter.typeset.composer.maker import Maker
from converter.typeset.composer.places import position, skip_spaces
from converter.typeset.composer.request import Request

__all__ = ["Maker", "Request", "position", "skip_spaces"]
