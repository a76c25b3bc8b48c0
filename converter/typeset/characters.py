"""What kind of character each one is, for the composition of a Chinese line.

Every character gets a one-letter kind, so that a paragraph becomes a string of kinds on
which regular expressions and ``str.translate`` work at the speed of C. The kinds follow the
tables of clreq (Appendix A, "Tables of Chinese punctuation marks") and the prohibition rules
of clreq §3.1.5 "Prohibition Rules for Line Start and Line End" in their strict form (严格处理),
which also keeps dashes and ellipses from the start of a line, and GB/T 15834-2011, §5.1.
"""

from __future__ import annotations

import unicodedata

from converter import patterns as re

# Kinds of full-width characters.
HAN = "H"
"""Han, kana, Hangul: what stands in the grid of the line and takes a quarter em to Latin."""
WIDE = "W"
"""Other full-width signs and objects: ①, ■, emoji, full-width letters, images."""
OPEN = "("
CLOSE = ")"
PAUSE = "m"
"""，and 、"""
COLON = "k"
"""：and ；"""
STOP = "p"
"""。and ．"""
EXCLAIM = "x"
"""！and ？"""
DOT = "d"
"""The middle dot (间隔号)."""
DASH = "e"
"""One half of —— or ……, and —as a connector."""
TRAIL = "t"
"""Other full-width signs that no line starts with: ～ ％ ℃ 々 ー."""
LEAD = "f"
"""Full-width signs that no line ends with: ￥ ＄ №."""

# Kinds of narrow characters.
BLANK = "I"
"""The ideographic space: takes an em, but not at the end of a line."""

ALPHA = "A"
DIGIT = "D"
SIGN = "y"
"""Narrow signs that Unicode line breaking decides about (UAX 14)."""
UNIT = "U"
"""% ‰ ° ′ ²: belong to the number before them."""
CURRENCY = "P"
"""$ ¥ ± −: belong to the number after them."""
LATIN_OPEN = "b"
LATIN_CLOSE = "q"
QUOTE = "Q"
"""Straight and French quotation marks: their side is not known."""
SLASH = "v"
SPACE = "S"
TIED = "N"
"""No-break space, word joiner."""
JOINER = "J"
"""Zero-width joiner: nothing breaks on either side."""
MARK = "C"
"""Combining marks, variation selectors, invisible controls: belong to what they follow."""
ZERO = "Z"
"""Zero-width space: a line may break after it."""
SHY = "h"
"""Soft hyphen."""
NEWLINE = "B"
TAB = "T"

OBJECT = "\ufffc"
"""Stands in the stream for an image or another box that is not text."""

FULL = frozenset(HAN + WIDE + OPEN + CLOSE + PAUSE + COLON + STOP + EXCLAIM + DOT + DASH)
FULL |= frozenset(TRAIL + LEAD + BLANK)
POINTS = frozenset(PAUSE + COLON + STOP + EXCLAIM)
"""点号: what pauses or ends."""
MARKS = POINTS | frozenset(OPEN + CLOSE + DOT)
"""Marks whose frame may be narrowed."""
INVISIBLE = frozenset(MARK + JOINER + ZERO + SHY + NEWLINE)
TRIMMED = SPACE + NEWLINE + ZERO + BLANK
"""What is left out at the end of a line."""
WORDLIKE = frozenset(HAN + WIDE + ALPHA + DIGIT + SIGN + UNIT + CURRENCY)
"""What counts as a character when a last line is called lonely."""

AMBIGUOUS = {"“": OPEN, "‘": OPEN, "”": CLOSE, "’": CLOSE, "…": DASH, "—": DASH, "·": DOT}
"""Signs that Chinese and Latin share; the neighbours decide whose they are."""
LATIN_FORM = {
    "“": LATIN_OPEN, "‘": LATIN_OPEN, "”": LATIN_CLOSE, "’": LATIN_CLOSE,
    "…": LATIN_CLOSE, "—": LATIN_CLOSE, "·": SIGN,
}  # fmt: skip

_TABLE: tuple[tuple[str, str], ...] = (
    (OPEN, "（《〈「『【〔［｛〖〘〚｟“‘﹁﹃"),
    (CLOSE, "）》〉」』】〕］｝〗〙〛｠”’﹂﹄"),
    (PAUSE, "，、"),
    (COLON, "：；"),
    (STOP, "。．｡"),
    (EXCLAIM, "！？‼⁇⁈⁉"),
    (DOT, "·‧・"),
    (DASH, "—…⸺⋯―"),
    (TRAIL, "～〜％‰℃℉々〻ーゝゞヽヾ〟‥／ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"),
    (LEAD, "￥＄￡￠￦№＃＠"),
    (UNIT, "%°′″‴²³¹¢℅"),
    (CURRENCY, "$£€¥±−"),
    (LATIN_OPEN, "([{"),
    (LATIN_CLOSE, ")]},.;:!?-–‐‑~"),
    (QUOTE, "\"'«»‹›"),
    (SLASH, "/"),
    (SPACE, " "),
    (TIED, "\u00a0\u202f\u2007\u2060\ufeff"),
    (JOINER, "\u200d"),
    (ZERO, "\u200b"),
    (SHY, "\u00ad"),
    (NEWLINE, "\n\r\f\v\u0085\u2028\u2029"),
    (TAB, "\t"),
    (BLANK, "\u3000"),
    (WIDE, OBJECT),
)


class _Kinds(dict[int, str]):
    """Code point → kind, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(code)
        return kind


def _kind(code: int) -> str:  # noqa: PLR0911  (a table of cases)
    category = unicodedata.category(chr(code))
    if category[0] == "M" or category == "Cf" or 0x1F3FB <= code <= 0x1F3FF:
        return MARK
    width = unicodedata.east_asian_width(chr(code))
    if width == "W":
        ideographic = category == "Lo" or code in (0x3007, 0x3006)
        return HAN if ideographic else WIDE
    if width == "F" or 0x2460 <= code <= 0x24FF or 0x2160 <= code <= 0x217F:
        return WIDE  # ① and Ⅳ take a whole em in Chinese faces
    if 0xFF61 <= code <= 0xFF9F:
        return HAN  # half-width kana
    if category[0] == "L":
        return ALPHA
    if category[0] == "N":
        return DIGIT
    return SIGN


_KINDS = _Kinds({ord(char): kind for kind, chars in _TABLE for char in chars})


def kinds(text: str) -> str:
    """The kinds of all characters, a letter each; shared signs as the Chinese ones they may be."""
    return text.translate(_KINDS)


_SHARED = re.compile("[“”‘’…—·]+")
_NARROW = "[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]"
_LETTER_BEFORE = re.compile(_NARROW + r"\Z")
_LETTER_AFTER = re.compile(_NARROW)
_LATIN_BEFORE = re.compile(_NARROW + r"[)\].,;:!?]* ?\Z|[0-9)\],;:.!?] \Z")
_LATIN_AFTER = re.compile(r"[.,;:!?)]? ?" + _NARROW + "| [(0-9]")


def settle_shared(text: str, found: str) -> str:
    """The kinds with shared signs inside Latin text turned into the Latin ones they are there.

    ``It’s``, ``kW·h`` and quotation marks with Latin text on both sides and a space outside
    (``He said “no” twice``) are Latin; everything else next to Chinese is Chinese, as in
    他说“OK”。 and 2024—2025 (GB/T 15834-2011, §4.13: the em dash as connector).
    """
    changed: list[str] | None = None
    for match in _SHARED.finditer(text):
        first, last = match.span()
        if not _is_latin(text, first, last):
            continue
        if changed is None:
            changed = list(found)
        for index in range(first, last):
            changed[index] = LATIN_FORM[text[index]]
    return found if changed is None else "".join(changed)


def _is_latin(text: str, first: int, last: int) -> bool:
    before, after = text[max(0, first - 4) : first], text[last : last + 4]
    signs = text[first:last]
    touching = bool(_LETTER_BEFORE.search(before)) and bool(_LETTER_AFTER.match(after))
    if signs in {"’", "·"}:
        if touching:
            return True
        if signs == "·":
            return False
    elif signs in {"—", "…", "——", "……"}:
        spaced = before.endswith(" ") or after.startswith(" ")
        return bool(_LATIN_BEFORE.search(before) and _LATIN_AFTER.match(after)) and (
            spaced or (touching and signs == "…")
        )
    outer = before if signs[0] in "“‘" else after
    return (
        (outer.endswith(" ") if signs[0] in "“‘" else outer.startswith(" "))
        and bool(_LATIN_BEFORE.search(before))
        and bool(_LATIN_AFTER.match(after))
    )
