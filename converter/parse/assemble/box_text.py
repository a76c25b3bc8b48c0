"""The text of a box: paragraphs, items of a list, figures and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.model import Mark, MarkKind, Role, Text
from converter.parse.context import Ledger
from converter.parse.headings import numbering
from converter.parse.inline import Piece, respaced, with_marks
from converter.parse.items import item_form
from converter.segment import Unit
from converter.values import NamedTuple

_HEAD = 16
"""Em of a bold line that stands out from the text of a box: a figure, or a word or two."""
_COUNTED = 32
"""Em of what a figure counts."""
_POINT = 60
"""Em of one of several points without a number."""
_NUMBER = 3
"""The most characters of a number and its point."""
_ITEM = 120
"""Em of an item of a list."""


def stands_out(unit: Unit) -> bool:
    """True for a short line all in bold, with which no paragraph of a box goes on, or goes into."""
    return unit.strong and width(unit.text) <= _HEAD and not ends_sentence(unit.text)


def counts(head: str, text: str) -> bool:
    """True if a line in bold is the figure that the few words below it explain: **41%** of what."""
    return re.search(r"\d", head) is not None and width(text) <= _COUNTED and "。" not in text[:-1]


class Opening(NamedTuple):
    """How a paragraph of a box opens: with a line in bold, or with the mark of an item."""

    head: bool = False
    bullet: bool = False


def box_texts(
    groups: Sequence[Sequence[Piece]], openings: Sequence[Opening], ledger: Ledger, *, quotes: bool
) -> Iterator[tuple[Text, Role]]:
    """The text and the role of each paragraph of a box, of which ``groups`` are the pieces.

    Two or more of one form in a row are the items of a list; in a box that ``quotes`` a work
    people may speak instead.
    """
    raws = ["".join(piece.text for piece in group) for group in groups]
    forms = [
        _form(raw, opening, len(group), quotes=quotes)
        for raw, opening, group in zip(raws, openings, groups, strict=True)
    ]
    if not quotes:
        forms = [form or _point(raws, at) for at, form in enumerate(forms)]
    for at, group in enumerate(groups):
        text = ledger.text(list(group))
        if openings[at].head:
            text = _headed(text, apart=len(group) > 1)
        elif not text.marks or min(mark.start for mark in text.marks) > _TERM_SIZE:
            text = _with_term_apart(text, raws[at])
        if forms[at] and forms[at] in (*forms[max(0, at - 1) : at], *forms[at + 1 : at + 2]):
            yield text if openings[at].head else _numbered(text, raws[at]), Role.LIST_ITEM
        else:
            yield text, Role.BODY


def _form(text: str, opening: Opening, pieces: int, *, quotes: bool) -> str:
    """The form of an item, "" for a paragraph."""
    if opening.bullet:
        return "bullet"
    if opening.head:
        return "counted" if pieces > 1 else ""
    if quotes or width(text) > _ITEM:
        return ""
    form = item_form(text)
    return "" if form == "date" else form


def _point(raws: Sequence[str], at: int) -> str:
    """The form of short points, each with a semicolon at its end but for the last."""
    ends = [raw.rstrip()[-1:] in ("；", ";") for raw in raws[max(0, at - 1) : at + 1]]
    return "point" if any(ends) and width(raws[at]) <= _POINT else ""


def _headed(text: Text, *, apart: bool) -> Text:
    """A text that begins with a line in bold, one em ``apart`` from what stands below it."""
    seams = [mark.start for mark in text.marks if mark.kind is MarkKind.SEAM]
    end = min(seams, default=len(text.value))
    made = respaced(text, end, "\u3000") if apart else text
    return with_marks(made, Mark(MarkKind.STRONG, 0, end))


_TERM = re.compile(rf"^\s*(?P<term>[{HAN}A-Za-z\d.,%％℃“”《》]{{1,10}})\u3000+(?=[{HAN}\d“《（])")
_TERM_SIZE = 10
"""Characters of a term or an amount, at most."""


def _with_term_apart(text: Text, raw: str) -> Text:
    """28%　其余……, 水尺　量水的石条……: a wide blank parts an amount or a term from what it says of it."""
    hit = _TERM.match(raw)
    if hit is None or not text.value.startswith(hit["term"]):
        return text
    return respaced(text, len(hit["term"]), "\u3000")


def _numbered(text: Text, raw: str) -> Text:
    """An item with a blank behind its number: 1　每平方米……, 1. 阳台……."""
    number = numbering(raw)
    if number is None or number.kind not in ("arabic", "letter"):
        return text
    end = text.value.find("".join(number.rest.split())[:1], 1)
    if not 0 < end <= _NUMBER or text.value[end - 1] in "、）)":
        return text
    return respaced(text, end, " " if text.value[end - 1] in ".．" else "\u3000")
