"""Where a line of Chinese may end: kinsoku (避头尾), unbreakable marks, numbers with their units.

clreq §3.1.5 in the strict form (no line starts with a closing mark, a point, a connector, a
dash or an ellipsis; none ends with an opening mark), clreq §3.1.6 "Prohibition Rules for
Unbreakable Marks" (—— and …… stay whole, digits stay with prefix and suffix, annotation
marks with what they annotate), GB/T 15834-2011 §5.1. Between two narrow characters Unicode
line breaking (UAX 14, by Pango) decides. An address that would leave a line full of holes may
be broken before its @ and its dots, so that none of them looks like the end of a sentence
(The Chicago Manual of Style, 7.46); so may an equation behind its signs (GB 3101-93, §3.3.2).
What an expression says of a quantity (P < 0.01) is not broken, nor is the name of its unit
(毫米汞柱), and the blanks in either are as wide on every line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from converter import patterns as re
from converter.typeset import characters as kind

NEVER, ALLOWED, HYPHEN, FORCED, LATE = 0, 1, 2, 3, 4

_NO_START = (
    kind.CLOSE + kind.PAUSE + kind.COLON + kind.STOP + kind.EXCLAIM + kind.DOT + kind.DASH
    + kind.TRAIL + kind.UNIT + kind.LATIN_CLOSE + kind.SLASH + kind.MARK + kind.JOINER
    + kind.TIED + kind.SHY + kind.SPACE + kind.ZERO + kind.NEWLINE + kind.TAB + kind.QUOTE
    + kind.BLANK
)  # fmt: skip
_NO_END = (
    kind.OPEN + kind.LEAD + kind.CURRENCY + kind.LATIN_OPEN + kind.JOINER + kind.TIED
    + kind.SLASH + kind.QUOTE + kind.SHY
)  # fmt: skip
_ALL_KINDS = "".join(sorted(kind.FULL)) + (
    kind.ALPHA + kind.DIGIT + kind.SIGN + kind.UNIT + kind.CURRENCY + kind.LATIN_OPEN
    + kind.LATIN_CLOSE + kind.QUOTE + kind.SLASH + kind.SPACE + kind.TIED + kind.JOINER
    + kind.MARK + kind.ZERO + kind.SHY + kind.NEWLINE + kind.TAB
)  # fmt: skip
_MAY_START = str.maketrans({k: "0" if k in _NO_START else "1" for k in _ALL_KINDS})
_MAY_END = str.maketrans({k: "0" if k in _NO_END else "1" for k in _ALL_KINDS})

NO_START = frozenset(_NO_START)
"""Kinds that no line starts with."""
NO_END = frozenset(_NO_END)
"""Kinds that no line ends with."""

_FULL = "".join(sorted(kind.FULL)).replace("(", r"\(").replace(")", r"\)")
_NARROW_RUN = re.compile(f"[^{_FULL}]{{2,}}")
_OPEN_SPACES = re.compile(rf"[\({kind.LEAD}{kind.CURRENCY}{kind.LATIN_OPEN}] +".replace(" ", "S"))
_CARRIED = re.compile(f"{kind.MARK}+")
_TIME = re.compile(r"(?<=[0-9])：(?=[0-9]{1,2}(?![0-9]))")
"""18：52 and 3：1 with the colon of Chinese: a number of its own, like 18:52."""
_URL = re.compile(r"://|www\.|@|[\w-]\.[\w-]+/")
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:://|www\.)[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])[A-Z0-9_-]*[a-z][\w-]+(?:\.[a-z][\w-]+)+",
    re.ASCII,
)
"""name@host.net, www.host.net and host.net: each begins where its letters do, so that a long run of
letters is read once."""
_IN_ADDRESS = re.compile(r"(?<=[\w-]{2})[@.](?=[\w-]{2})", re.ASCII)
_THOUSANDS = re.compile(r"(?<![\d ])[0-9]{1,3}(?: [0-9]{3})+(?![\d ])")
"""12 345.6: a blank for the comma of thousands (GB/T 15835-2011, §5.1.2) parts no number."""
_OPERATOR = re.compile(r"(?<=\S)[=+×→⇌≈](?=\S\S)")
_MEASURE = re.compile(
    r"[0-9] (?=(?:%|‰|℃|°[CF]?|[kKMGTcdmnµμhp]?(?:m|g|s|W|Wh|V|A|Hz|Pa|J|L|l|t|B|b|eV|N|mol|cal)"
    r"|min|ha|h|d|K|Ω|lm|lx|cd|Bq|Gy|Sv|mmHg|kn|dB|rpm|ppm|px|pt)(?:[²³23]|/[a-z]+)?(?![A-Za-z]))"
)
"""5 d, 1.2 m: a number and the symbol of its unit (GB 3101-93, §3.3.1)."""
_LONE_LETTER = re.compile(r"(?<![A-Za-z0-9_\u0370-\u03ff-])[A-Za-z\u0370-\u03ff]-(?=[A-Za-z])")
"""E-mail, X-ray, α-amylase: one letter and a hyphen are no half of a word that ends a line."""

_RELATION = re.compile(
    r"(?<![A-Za-z0-9\u2080-\u2089²³⁺⁻)\]])[A-Za-z\u0370-\u03ff]{1,3}[0-9\u2080-\u2089²]?"
    r" ?[=<>≤≥≦≧≈≠±＝＜＞] ?(?=[-−+±]?[0-9.]*[0-9](?![0-9A-Za-z(]))"
)
"""P < 0.01, r = -0.83, n=36: a quantity, the sign and where the number begins."""
_RELATED = frozenset("=<>≤≥≦≧≈≠±＝＜＞")
_NAMED_UNIT = re.compile(
    r"(?<=[0-9 〇零一二三四五六七八九十百千万億亿两兩几幾半])"
    r"(?:(?:[毫厘釐分微纳奈公海英][米克升尺里分寸顷頃斤吨噸卡瓦巴]|[千兆吉][米克升卡瓦伏帕赫焦])"
    r"(?:汞柱|[时時])?|(?:平方|立方)[毫厘釐分千公]?[米尺里]|[摄攝]氏度|百分[点點])"
)
"""毫米, 平方公里, 百分点 behind a number: a line may end before the name of a unit, not in it."""
_ARTICLE_NUMBER = re.compile(
    r"(?:文章[编編][号號][：:\]】] ?)?"
    r"[0-9]{4}-[0-9]{3}[0-9Xx][（(][0-9]{4}[）)][0-9]{2}-[0-9]{3,4}-[0-9]{2}"
)
"""文章编号：1234-5679（2031）03-0009-04 (CAJ-CD B/T 1-2006): a single code of the journal."""

_STANDARD = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{1,4}/)?[A-Z]{1,6}(?:/[A-Z]{1,3})? "
    r"(?=[0-9][0-9.]*[—–:-][0-9]{4}(?![0-9]))"
)
"""GB/T 7714—2015, ISO 9001:2015: a standard's letters stay with its number (GB/T 1.1)."""

Boundaries = Callable[[str], Sequence[bool]]
"""Text → for each index whether UAX 14 allows a break before that character."""


def opportunities(text: str, found: str, uax14: Boundaries) -> bytearray:
    """For each index whether a line may end before that character (index 0 and the end: never).

    ``found`` are the kinds of ``text``. Values are NEVER, ALLOWED, HYPHEN (after a soft
    hyphen), FORCED (after a preserved line feed) and LATE (where nothing else keeps a line whole).
    """
    size = len(text)
    if size < 2:
        return bytearray(size + 1)
    carried = _carry(found) if kind.MARK in found else found
    ends = int.from_bytes(carried[:-1].translate(_MAY_END).encode(), "big")
    starts = int.from_bytes(found[1:].translate(_MAY_START).encode(), "big")
    both = (ends & starts).to_bytes(size - 1, "big")
    flags = bytearray(1)
    flags += both.translate(_TO_FLAGS)
    flags.append(NEVER)
    if kind.SPACE in found:
        for match in _OPEN_SPACES.finditer(found):
            flags[match.end()] = NEVER
    if kind.COLON in found:
        for match in _TIME.finditer(text):
            flags[match.end()] = NEVER
    _narrow(text, found, uax14, flags)
    for first, last in _wholes(text):
        flags[first + 1 : last] = bytes(last - first - 1)
    if kind.NEWLINE in found:
        for index, one in enumerate(found):
            if one == kind.NEWLINE:
                flags[index + 1] = FORCED
    return flags


def _wholes(text: str) -> Iterator[tuple[int, int]]:
    """What is never broken, whatever stands in it: from where to where."""
    for unit in _NAMED_UNIT.finditer(text):
        yield unit.span()
    if "）" in text or ")" in text:
        for number in _ARTICLE_NUMBER.finditer(text):
            yield number.span()
    if " " in text:
        for standard in _STANDARD.finditer(text):
            yield standard.start(), standard.end() + 1
    if not _RELATED.isdisjoint(text):
        for relation in _RELATION.finditer(text):
            yield relation.start(), relation.end() + 1


def bound_blanks(text: str) -> set[int]:
    """The blanks in 0.5 m, 12 345, P < 0.01 and GB/T 7714: no line is justified by them."""
    if " " not in text:
        return set()
    ends = (_MEASURE, _STANDARD)
    found = {hit.end() - 1 for pattern in ends for hit in pattern.finditer(text)}
    for pattern in (_THOUSANDS, _RELATION):
        for match in pattern.finditer(text):
            found.update(at for at in range(*match.span()) if text[at] == " ")
    return found


_TO_FLAGS = bytes(ALLOWED if code == ord("1") else NEVER for code in range(256))


def _carry(found: str) -> str:
    """Combining marks as the kind of what they follow."""
    return _CARRIED.sub(
        lambda match: (
            (found[match.start() - 1] if match.start() else kind.ALPHA)
            * (match.end() - match.start())
        ),
        found,
    )


def _narrow(text: str, found: str, uax14: Boundaries, flags: bytearray) -> None:
    """Let UAX 14 decide inside Latin text; keep solidus, units and soft hyphens right."""
    boundaries: Sequence[bool] | None = None
    for match in _NARROW_RUN.finditer(found):
        first, last = match.span()
        if boundaries is None:
            boundaries = uax14(text)
        for index in range(first + 1, last):
            flags[index] = ALLOWED if boundaries[index] else NEVER
            if found[index - 1] == kind.SHY:
                flags[index] = HYPHEN
        run = found[first:last]
        if kind.SLASH in run and not _URL.search(text, first, last):
            # A solidus stands neither first nor last in a line (GB/T 15834-2011, §5.1.9).
            for index in range(first, last):
                if found[index] == kind.SLASH:
                    flags[index] = NEVER
                    if index + 1 < len(flags):
                        flags[index + 1] = NEVER
        if "=" in text[first:last] and not _URL.search(text, first, last):
            for sign in _OPERATOR.finditer(text, first + 2, last):
                flags[sign.end()] = flags[sign.end()] or LATE
    if boundaries is not None:
        for number in _MEASURE.finditer(text):
            flags[number.end()] = NEVER
        for letter in _LONE_LETTER.finditer(text) if "-" in text else ():
            flags[letter.end()] = NEVER
        for number in _THOUSANDS.finditer(text) if kind.SPACE in found else ():
            for index in range(number.start() + 1, number.end()):
                flags[index] = NEVER
        for address in _ADDRESS.finditer(text) if "@" in text or "." in text else ():
            for dot in _IN_ADDRESS.finditer(text, *address.span()):
                flags[dot.start()] = flags[dot.start()] or LATE
