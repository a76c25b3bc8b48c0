"""Where a long equation may go on in the next line: behind its signs (GB 3101-93, §3.3.2).

Browsers break none (UAX 14), so that the line before it would be torn apart. The places are
marked with ``wbr``, which an older reading system does not see.
"""

from __future__ import annotations

from converter import patterns as re
from converter.render.inline import xml_text

_RUN = re.compile(r"[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]{12,}")
"""So many characters without a blank and without Chinese ones may not fit into the line."""
_SIGN = re.compile(r"(?<=\S\S)[=+×→⇌≈](?=\S\S)")


def running(value: str) -> str:
    """``value`` escaped for XML, long equations in it with places to break."""
    escaped = xml_text(value)
    return _RUN.sub(_parted, escaped) if "=" in escaped else escaped


def _parted(run: re.Match[str]) -> str:
    whole = run[0]
    return whole if "=" not in whole or "://" in whole else _SIGN.sub(r"\g<0><wbr/>", whole)
