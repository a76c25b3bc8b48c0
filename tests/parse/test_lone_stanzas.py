"""Stanzas of one line above the title of the next poem."""

from __future__ import annotations

from converter.model import Heading, Verse
from tests.support.restored import restored

ROPE = "井绳一年换一根，换下来的不扔，剪成一尺一尺的，谁家盖房子就拿去缠脚手架，缠过三家就算功德圆满，可以烧掉了"
PAIL = "水桶是柏木的，不上漆，用桐油一年擦两遍，擦得发黑，盛出来的水带一点木头的香气，外乡人喝不惯，本街人离不了"
HEAD = "井台\n2021年第3期（总第41期）\n\n"


def issue(body: str, *, first: str = "街尽头的井", who: str = "梁小舟") -> str:
    """Contents of two articles and both, of which the first one has the given body."""
    contents = f"目录\n{first} {who} 4\n换下来的绳 云起 9\n\n"
    last = f"换下来的绳\n\n云起\n\n{ROPE}。\n\n{PAIL}。\n"
    return f"{HEAD}{contents}{first}\n\n{who}\n\n{body}\n\n{last}"


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
