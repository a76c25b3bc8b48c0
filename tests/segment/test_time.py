"""Time grows with the length of a line, whatever soup of markup it holds."""

from __future__ import annotations

import time

import pytest

from converter.clean import clean
from converter.parse.markup import resolve
from converter.segment import unmarked
from converter.source import Line

SIZE = 30_000


@pytest.mark.parametrize(
    "piece",
    [
        "<!--", "<img>", "</img><img>", "<table>", "<table>\n", "<table>\n</table>\n<table>\n", "<a a a a ", "<|det|>", "![](", "[a](#",
        "\\hline ", "\\hline" + " " * 400, "\\x & ", "& \\\\\n", "$a$\\*", "\\(", "${", "[^1]", "&amp;", "&#1;", "{1}--",
        "[1,]]]]", "([[1,2],'a',", "---\n", "$$\n", "- a\n", "| a\n", "**a", "<b>a", "<p>水", "\\text{{", "_{", "^", "渠 水 ", "&",
        "1", "1.", "x", "5I", "-", " ", "\u3000", "\t", "a;", "水;", "%,", "O.2",
    ],
)  # fmt: skip
def test_time_grows_with_length(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    for whole in (text, text.replace("\n", ""), f"</table></img>{text}水\\x"):
        begun = time.process_time()
        lines = clean([Line(n, part) for n, part in enumerate(whole.split("\n"), 1)]).lines
        for line in unmarked(lines).lines:
            resolve(line.text)
        # Even a slow machine is done in a tenth of this; what grows with the square is not.
        assert time.process_time() - begun < 6
