"""Lines that say what an article is about: 导演：…, 片长：…, a book's publisher and price.

They have the role of a credit, but a credit that closes a page stands to the right, small
and by itself, while these are read from the top, one under the other, from a common edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Heading, Paragraph, Role

_RUN = 2
"""One line alone before the text may just as well say who took the pictures."""


def facts(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of such lines: right under a heading, or several before the text begins."""
    found: set[int] = set()
    run: list[int] = []
    begun = False
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role is Role.CREDIT:
            if run or not begun or isinstance(blocks[index - 1], Heading):
                run.append(index)
            continue
        if run and (begun or len(run) >= _RUN):
            found.update(run)
        run = []
        begun = True
    return frozenset(found)
