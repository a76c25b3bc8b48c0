"""An issue of a street with a well: two articles, the first with a body that each test writes."""

from __future__ import annotations

WELL = "井台在街的尽头，四块青石围成一圈，石上的绳痕深的有一寸，浅的也有半寸，老人说浅的那几道是发大水以后才有的"
ROPE = "井绳一年换一根，换下来的不扔，剪成一尺一尺的，谁家盖房子就拿去缠脚手架，缠过三家就算功德圆满，可以烧掉了"
PAIL = "水桶是柏木的，不上漆，用桐油一年擦两遍，擦得发黑，盛出来的水带一点木头的香气，外乡人喝不惯，本街人离不了"
HEAD = "井台\n2021年第3期（总第41期）\n\n"


def issue(body: str, *, first: str = "街尽头的井", who: str = "梁小舟") -> str:
    """Contents of two articles and both, of which the first one has the given body."""
    contents = f"目录\n{first} {who} 4\n换下来的绳 云起 9\n\n"
    last = f"换下来的绳\n\n云起\n\n{ROPE}。\n\n{PAIL}。\n"
    return f"{HEAD}{contents}{first}\n\n{who}\n\n{body}\n\n{last}"
