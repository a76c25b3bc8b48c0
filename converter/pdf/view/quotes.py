"""Pull quotes: how long they are to the eye, and where none of them stands."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Heading, Paragraph, PullQuote, Role
from converter.pdf.placement import text_lines

_LONG_PULL = 3
"""A pull quote of more lines is text to read, in the colour of text."""
_VERY_LONG = 5
"""More lines than this are never set in the colour of the magazine, nor in the middle."""
_NEAR = 20
"""Characters, about a line in one of two columns, that do not part a sentence from its echo."""


def ended(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with pull quotes that come after the last paragraph before it.

    What was taken from the text to draw a reader in cannot be its last word.
    """
    last = max((at for at, one in enumerate(blocks) if isinstance(one, Paragraph)), default=0)
    at = last
    while at and _leads(blocks[at - 1]):
        at -= 1
    late = [one for one in blocks[last + 1 :] if isinstance(one, PullQuote)]
    if late:
        text = _letters("".join(one.text.value for one in blocks if isinstance(one, Paragraph)))
        late = [one for one in late if _from(one, text)]
    if not late or not at:
        return blocks
    rest = (one for one in blocks[last + 1 :] if one not in late)
    return (*blocks[:at], *late, *blocks[at : last + 1], *rest)


def apart(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with no pull quote right below the words that it was taken from.

    There it would be read as the same sentence said twice. It stands above their paragraph
    instead, if another one is above that.
    """
    placed = list(blocks)
    for at in range(2, len(placed)):
        quote, said, before = placed[at], placed[at - 1], placed[at - 2]
        if not isinstance(quote, PullQuote) or not _is_text(said) or not _is_text(before):
            continue
        if _closes(quote, said) and not _closes(quote, before):
            placed[at - 1], placed[at] = quote, said
    return placed


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.BODY


def _closes(quote: PullQuote, block: Block) -> bool:
    """Whether a pull quote is among the last words of a paragraph."""
    text = _letters(block.text.value) if isinstance(block, Paragraph) else ""
    size = sum(len(_letters(paragraph.value)) for paragraph in quote.paragraphs)
    return _from(quote, text[-size - _NEAR :])


def _leads(block: Block) -> bool:
    """True of what is not parted from the block below it."""
    asks = isinstance(block, Paragraph) and block.role is Role.QUESTION
    return asks or isinstance(block, Heading)


def _from(quote: PullQuote, text: str) -> bool:
    """Whether a pull quote is words of the text, as its ``_letters`` have them."""
    words = _letters("".join(paragraph.value for paragraph in quote.paragraphs))
    return bool(words) and quote.attribution is None and words in text


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def pull_classes(quote: PullQuote, ems: float) -> str:
    """``brief`` for a quotation of one line, ``few`` of two or three, ``long`` of many.

    ``ems`` is the length of its line in its own size.
    """
    lengths = [len(paragraph.value) for paragraph in quote.paragraphs]
    if len(lengths) == 1 and lengths[0] <= ems:
        return "brief"
    lines = sum(text_lines(length, ems) for length in lengths)
    if lines > _LONG_PULL:
        return "long"
    return "few" if len(lengths) == 1 else ""


def opening_classes(quotes: Sequence[PullQuote], ems: float) -> dict[PullQuote, str]:
    """The classes of the quotations that open the articles of an issue, all in one style.

    They are ``long`` where most of them are, or one is very long.
    """
    found = {quote: pull_classes(quote, ems) for quote in quotes}
    long = [quote for quote, classes in found.items() if classes == "long"]
    lines = [sum(text_lines(len(one.value), ems) for one in quote.paragraphs) for quote in long]
    if 2 * len(long) > len(found) or max(lines, default=0) > _VERY_LONG:
        return dict.fromkeys(found, "long")
    short = {quote: "few" if len(quote.paragraphs) == 1 else "" for quote in long}
    return found | short
