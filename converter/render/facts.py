"""Lines that say what an article is about: 导演：…, 片长：…, a book's publisher and price.

They have the role of a credit, but a credit that closes a page stands to the right, small
and by itself, while these are read from the top, one under the other, from a common edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Heading, Paragraph, Role

_RUN = 2
"""One line alone before the text may just as well say who took the pictures."""
_SPOKEN = frozenset({Role.QUESTION, Role.ANSWER})


def facts(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of such lines: right under a heading, or several before the text begins.

    And right before the first word of a conversation, of which they say who takes part in it.
    """
    found: set[int] = set()
    run: list[int] = []
    begun = spoken = told = False
    for index, block in enumerate(blocks):
        role = block.role if isinstance(block, Paragraph) else None
        if role is Role.CREDIT:
            told = told if run else not begun or isinstance(blocks[index - 1], Heading)
            run.append(index)
            continue
        speaks = role in _SPOKEN
        if run and ((told and (begun or len(run) >= _RUN)) or (speaks and not spoken)):
            found.update(run)
        run = []
        begun = True
        spoken = spoken or speaks
    return frozenset(found)
