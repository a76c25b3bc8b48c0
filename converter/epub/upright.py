"""Short numbers upright in vertical lines (横排数字, 縱中橫)."""

from __future__ import annotations

from converter import patterns as re
from converter.render.inline import xml_text

# clreq §2.2.3.2 and JIS X 4051: numbers of one or two digits stand upright in one square;
# longer ones and those of Latin words, decimals and percentages lie on their side. So do those
# that a blank alone parts from such words (24 h, No. 2), and those of 2016, 5(2): 11-15.
_SHORT = re.compile(
    r"(?<![0-9A-Za-z.,:/%+\-&#;(])(?<![A-Za-z.,:)] )[0-9]{1,2}(?![0-9A-Za-z.,:/%+\-(]| [A-Za-z])"
)


def upright(value: str) -> str:
    """``value`` escaped for XML, its numbers of one or two digits in ``span.tcy``."""
    return _SHORT.sub(r'<span class="tcy">\g<0></span>', xml_text(value))
