"""Who said it, or where it stands: the line with a dash under a quotation or a box."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Attribution
from converter.parse.boxes import attribution_text
from converter.parse.context import Context, piece_of, spans_of
from converter.segment import Unit


def read_attribution(units: Sequence[Unit], context: Context) -> Attribution:
    """The attribution in ``units``, of which the first begins it; its dash is dropped."""
    first = units[0]
    bare = attribution_text(first.text)
    context.ledger.drop_rest(first.first, first.text, bare, "dash")
    pieces = [piece_of(first, bare), *(piece_of(unit) for unit in units[1:])]
    return Attribution(context.ledger.text(pieces, blanks=True), spans_of(units))
