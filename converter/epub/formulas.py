"""Where a long equation may go on in the next line, and a number with blanks must not.

Browsers break no equation (UAX 14), so that the line before it would be torn apart. The places
behind its signs (GB 3101-93, §3.3.2) are marked with ``wbr``, which an older reading system does
not see. A blank for the comma of thousands (12 345, GB/T 15835-2011, §5.1.2) ends no line,
nor does that between a number and its unit (24 h, 500 mL, GB 3101-93, §3.2.1), nor those of
what is said of a quantity (P < 0.01).
"""

from __future__ import annotations

from converter import patterns as re
from converter.render.inline import xml_text

_RUN = re.compile(r"[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]{12,}")
"""So many characters without a blank and without Chinese ones may not fit into the line."""
WHOLE = r'<span class="whole">\g<0></span>'
_SIGN = re.compile(r"(?<=\S\S)[=+×→⇌≈](?=\S\S)")
_THOUSANDS = re.compile(r"(?<![\d ;])[0-9]{1,3}(?: [0-9]{3})+(?![\d ])")
_MEASURED = re.compile(
    r"(?<![A-Za-z0-9.,])[0-9][0-9.,]* (?:min|[hsd]|[kcmnμµ]?m[²³]?|[kmnμµ]?g|[mμµ]?[Ll]|[kM]?W"
    r"|kWh|[km]?V|[mμµ]?A|[kMG]?Hz|[kM]?Pa|mm ?Hg|k?J|k?cal|m?mol|[kKMGT]B|dB|℃|°C)(?![A-Za-z0-9])"
)

_RELATION = re.compile(
    r"(?<![A-Za-z0-9;&²)])[A-Za-z\u0370-\u03ff]{1,3}²?(?: ?(?:[=≤≥≈≠±]|&lt;|&gt;) |[＝＜＞])"
    r"[-−+]?[0-9][0-9.]*(?![0-9.]*[0-9A-Za-z(])"
)


def running(value: str) -> str:
    """``value`` escaped for XML, with places to break in long equations, none behind numbers."""
    escaped = xml_text(value)
    if "=" in escaped:
        escaped = _RUN.sub(_parted, escaped)
    if " " in escaped:
        escaped = _THOUSANDS.sub(WHOLE, escaped)
        escaped = _MEASURED.sub(WHOLE, escaped)
    if " " in escaped or "＜" in escaped or "＝" in escaped or "＞" in escaped:
        escaped = _RELATION.sub(WHOLE, escaped)
    return escaped


def _parted(run: re.Match[str]) -> str:
    whole = run[0]
    return whole if "=" not in whole or "://" in whole else _SIGN.sub(r"\g<0><wbr/>", whole)
