"""An editor's decisions about one issue, kept in a small file beside it.

``load`` reads them, ``apply`` puts them to the lines of the source, ``verify`` looks what
became of them, ``write`` adds and removes entries.
"""

from converter.corrections.apply import Applied, Part, apply_corrections, kind_of, line_of
from converter.corrections.entries import (
    BoxEnd,
    BoxPlace,
    BoxStartLine,
    Conversion,
    Corrections,
    DropLine,
    Entry,
    HeadingLine,
    KeepLine,
    Replace,
    Seam,
    Seen,
    TitleLine,
)
from converter.corrections.load import corrections_path, load_corrections, parse_corrections
from converter.corrections.verify import about, settle, without_effect
from converter.corrections.write import entry_text, with_entry, without_entry

__all__ = [
    "Applied",
    "BoxEnd",
    "BoxPlace",
    "BoxStartLine",
    "Conversion",
    "Corrections",
    "DropLine",
    "Entry",
    "HeadingLine",
    "KeepLine",
    "Part",
    "Replace",
    "Seam",
    "Seen",
    "TitleLine",
    "about",
    "apply_corrections",
    "corrections_path",
    "entry_text",
    "kind_of",
    "line_of",
    "load_corrections",
    "parse_corrections",
    "settle",
    "with_entry",
    "without_effect",
    "without_entry",
]
