"""Where a long equation may go on in the next line, and a number with blanks in it must not.

Browsers break no equation (UAX 14), so that the line before it would be torn apart. The places
behind its signs (GB 3101-93, §3.3.2) are marked with ``wbr``, which an older reading system does
not see. A blank for the comma of thousands (12 345, GB/T 15835-2011, §5.1.2) ends no line.
"""

from __future__ import annotations

from converter import patterns as re
from converter.render.inline import xml_text

_RUN = re.compile(r"[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]{12,}")
"""So many characters without a blank and without Chinese ones may not fit into the line."""
_SIGN = re.compile(r"(?<=\S\S)[=+×→⇌≈](?=\S\S)")
_THOUSANDS = re.compile(r"(?<![\d ;])[0-9]{1,3}(?: [0-9]{3})+(?![\d ])")


def running(value: str) -> str:
    """``value`` escaped for XML, with places to break in long equations and none in numbers."""
    escaped = xml_text(value)
    if "=" in escaped:
        escaped = _RUN.sub(_parted, escaped)
    if " " in escaped:
        escaped = _THOUSANDS.sub(r'<span class="whole">\g<0></span>', escaped)
    return escaped


def _parted(run: re.Match[str]) -> str:
    whole = run[0]
    return whole if "=" not in whole or "://" in whole else _SIGN.sub(r"\g<0><wbr/>", whole)
