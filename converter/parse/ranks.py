"""Numbers that few magazines set before headings: 壹｜钟声, 甲、来信, 上｜离乡, Ⅱ. 归途.

Behind a bar or a mark they are numbers by themselves. A blank or a point may stand behind the
first character of a word as well, 上 海 and 陆·游; there only a series tells, 壹 …, 贰 …, 叁 ….
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, number, width
from converter.parse.kinds import is_salutation
from converter.segment import Unit
from converter.values import NamedTuple

BARS = "|｜丨"
"""What OCR reads for the stroke between a number and its heading."""
ROMAN = {
    text: value
    for value, text in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
} | {chr(0x2160 + value): value + 1 for value in range(12)}
HALVES = {"上": 1, "中": 2, "下": 3}
STEMS = {text: value for value, text in enumerate("甲乙丙丁戊己庚辛壬癸", 1)}
RANKS = frozenset(("capital", "roman", "half", "stem"))
"""The kinds of these numbers."""
_CAPITALS = "壹贰叁肆伍陆柒捌玖拾貳參陸"
SIMPLE = str.maketrans("貳參陸", "贰叁陆")
_NUMBER = (
    rf"(?:(?P<capital>[{_CAPITALS}]{{1,3}})|(?P<stem>[甲乙丙丁戊己庚辛壬癸])"
    r"|(?P<half>[上中下])(?P<word>篇|部|半场|半場)?|(?P<roman>[IVX]{1,4}|[Ⅰ-Ⅻ]))"
)
FIRST = frozenset(f"{_CAPITALS}甲乙丙丁戊己庚辛壬癸上中下IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")
"""With what such a number begins."""
_SURE = re.compile(
    rf"^{_NUMBER}(?:\s*[{BARS}]\s*(?P<rest>[{HAN}A-Z0-9“「《][^{BARS}]*)"
    rf"|(?:(?<![上中下篇部场場])\s*[、．]|(?<=[IVXⅠ-Ⅻ])\.)\s*(?P<other>(?![乙丙丁])[{HAN}“「《].*))$"
)
"""甲、乙双方 are two, and 中、美两国 is no second part."""
_LIKELY = re.compile(
    rf"^{_NUMBER}(?:\s*[·•：:.]\s*|\s+)(?P<rest>[{HAN}“「《][^：:。]+(?:[：:][^：:。]+)?)$"
)
_WIDEST, _BELOW = 32, 12
"""Em of the longest heading in a series, and the least of the text below one."""


class Rank(NamedTuple):
    """The kind and value of such a number, and what stands behind it."""

    kind: str
    value: int
    rest: str


def rank(text: str) -> Rank | None:
    """Such a number before a heading, if a bar or a mark parts them."""
    return _read(_SURE.match(text))


def likely_rank(text: str) -> Rank | None:
    """Such a number with no more than a blank or a point behind it."""
    hit = _LIKELY.match(text)
    if hit is None or (re.search("[：:]", hit["rest"]) and not (hit["capital"] or hit["word"])):
        return None
    return _read(hit)


def _read(hit: re.Match[str] | None) -> Rank | None:
    if hit is None:
        return None
    kind = next(name for name in ("capital", "stem", "half", "roman") if hit[name])
    raw = hit[kind]
    value = (
        ROMAN.get(raw, 0)
        if kind == "roman"
        else STEMS.get(raw) or HALVES.get(raw) or number(raw.translate(SIMPLE)) or 0
    )
    rest = hit["rest"] or hit.groupdict().get("other", "")
    return Rank(kind, value, rest) if value else None


def ranked_in_series(units: Sequence[Unit], short: Sequence[int]) -> dict[int, str]:
    """The headings that such numbers count, with a blank or a point behind: their kinds.

    ``short`` are the units that may be headings. A number that comes twice counts nothing: who
    speaks by turns on a stage is called 甲 and 乙.
    """
    members: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        text = units[at].text
        asks = text.endswith(("？", "？”", "?"))
        if text[0] not in FIRST or width(text) > _WIDEST or (ends_sentence(text) and not asks):
            continue
        found = likely_rank(text)
        if found is None or len(found.rest) < 2 or at + 1 >= len(units):
            continue
        before = units[at - 1].text if at else "。"
        whole = ends_sentence(before) or width(before) <= _WIDEST
        if whole and _stands_over_text(units, at):
            members.setdefault(found.kind, []).append((at, found.value))
    headings: dict[int, str] = {}
    for kind, places in members.items():
        values = [value for _, value in places]
        rising = values == sorted(set(values)) and values[0] == 1
        if len(values) > 1 and rising and values[-1] <= len(values) + 1:
            headings |= {at: kind for at, _ in places}
    return headings


def _stands_over_text(units: Sequence[Unit], at: int) -> bool:
    """True for a heading of one line, or of two that stand close, above a text or a letter.

    The first heading of its part may stand between, one of the two on a line more.
    """
    below = units[at + 1]
    if width(below.text) >= _BELOW or is_salutation(below.text):
        return True
    for other in range(at + 2, min(at + _LINES, len(units))):
        above, unit = units[other - 1].text, units[other]
        if likely_rank(above) is not None or ends_sentence(above) or not unit.gap:
            return False
        if width(unit.text) >= _BELOW:
            return True
    return False


_LINES = 4
"""So many lines below a number at most its text begins."""
