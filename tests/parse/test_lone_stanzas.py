"""Stanzas of one line above the title of the next poem."""

from __future__ import annotations

from converter.model import Heading, Verse
from tests.support.restored import restored
from tests.support.street import issue


def test_a_line_alone_over_the_title_of_the_next_poem_is_a_stanza() -> None:
    poems = [
        "井沿\n\n绳子在石头上写字\n写了一百年\n石头不识字\n替它记着",
        "它还没有写完",
        "木桶\n\n一块板靠着另一块板\n水来了\n它们就抱在一起\n不说话",
        "月亮\n\n打上来一个\n倒进缸里\n井里还有一个",
    ]
    found = restored(issue("\n\n".join(poems), first="井台三首（组诗）")).issue.articles[0]
    heads = [block.text.value for block in found.blocks if isinstance(block, Heading)]
    stanzas = [len(block.lines) for block in found.blocks if isinstance(block, Verse)]
    assert (heads, stanzas) == (["井沿", "木桶", "月亮"], [4, 1, 4, 3])
