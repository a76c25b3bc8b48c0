"""The contents as printed: sections and raw entries, before the body has been heard.

Where the title ends and the authors begin often cannot be told from the contents alone,
so an entry keeps its possible readings; :mod:`converter.parse.openings` decides with the
body.
"""

from converter.parse.contents.inline import part_of
from converter.parse.contents.named_titles import named_title
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.reader import parse_contents

__all__ = ["RawContents", "RawEntry", "RawSection", "named_title", "parse_contents", "part_of"]
