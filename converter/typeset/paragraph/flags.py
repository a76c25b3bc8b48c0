"""Where a paragraph may break.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi

from converter.typeset.breaks import ALLOWED, FORCED, NEVER, opportunities
from converter.typeset.stream import Walk


def flags_of(walk: Walk, text: str, found: str) -> bytearray:
    """For each index whether a line may, must or must not end before it."""
    style = walk.root.box.style

    def uax14(whole: str) -> list[bool]:
        attributes = line_break.get_log_attrs(whole, style["lang"])
        numbers = memoryview(ffi.buffer(attributes)).cast("I").tolist()
        return [bool(number & 1) for number in numbers]

    flags = opportunities(text, found, uax14)
    for index in walk.ties:
        if flags[index] != FORCED:
            flags[index] = NEVER
    for piece in walk.pieces:
        if piece.wraps and not piece.raised and not piece.leader:
            continue
        for index in range(piece.start + 1, piece.end):
            if flags[index] != FORCED:
                flags[index] = NEVER
        if piece.raised and piece.start and flags[piece.start] != FORCED:
            flags[piece.start] = NEVER  # an annotation mark stays with what it annotates
        if piece.leader:
            if piece.start:
                flags[piece.start] = ALLOWED
            if piece.end < len(text):
                flags[piece.end] = NEVER
    return flags
