"""Who said it, or where it stands: the line with a dash under a quotation or a box."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import is_han, unclosed, unopened
from converter.model import Attribution
from converter.parse.boxes import attribution_text
from converter.parse.context import Context, piece_of, spans_of
from converter.segment import Unit


def read_attribution(units: Sequence[Unit], context: Context) -> Attribution:
    """The attribution in ``units``, of which the first begins it; its dash is dropped.

    Where OCR has lost the last mark, the title of a work gets it back: ——《某某纪要, and so does
    a bracket in it: 《某某条例（草案》.
    """
    first = units[0]
    bare = attribution_text(first.text)
    context.ledger.drop_rest(first.first, first.text, bare, "dash")
    below = list(units[1:])
    if below and (mark := unopened(bare + "".join(unit.text for unit in below))):
        # （整理自《某某》、 and 《某某办法》）: the bracket that closes both lines
        last = below[-1]
        if mark in tuple("）)】]") and last.text.endswith(mark):
            context.ledger.drop(last.last, mark, "dash")
            below[-1] = last._replace(text=last.text[:-1].rstrip())
    pieces = [piece_of(first, bare), *(piece_of(unit) for unit in below)]
    text = "".join(piece.text for piece in pieces).rstrip()
    lost, whole, end = "", "", pieces[-1]
    if unclosed(text) == "《" and (is_han(text[-1]) or text[-1] in "”）"):
        lost, whole = "》", end.text.rstrip() + "》"
    elif unclosed(text) == "《（" and text[-1] == "》":
        lost, whole = "）", end.text.rstrip()[:-1] + "）》"
    if lost:
        pieces[-1] = end._replace(text=whole)
        context.ledger.put_back(end.last, lost)
    return Attribution(context.ledger.text(pieces, blanks=True), spans_of(units))
