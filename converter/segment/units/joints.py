"""Two lines of running text become one."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import has_han


def glue(one: str, other: str) -> str:
    """Join two lines of running text: a blank only between two Latin words."""
    left, right = one.rstrip(), other.strip()
    if not left or not right:
        return left + right
    if left[-1] == "-" and len(left) > 1 and left[-2].isascii() and left[-2].isalpha():
        return left[:-1] + right if is_hyphened(left, right) else left + right
    if is_torn_number(left, right) or is_torn_address(left, right) or is_tight(left, right):
        return left + right
    if left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum():
        return f"{left} {right}"
    if left[-1] in ",.;:" and right[0].isascii() and right[0].isalnum():
        return f"{left} {right}"
    if left[-1] in "?!" and left[-2:-1].isalpha() and left.isascii() and right[0].isupper():
        return f"{left} {right}"
    if are_latin(left, right):
        return f"{left} {right}"
    return left + right


_AFTER, _BEFORE = frozenset("%)]'\"’”"), frozenset("(['\"‘“")


def are_latin(left: str, right: str) -> bool:
    """True for two lines of English with a mark between: ……by 31% | in the first year, the group | (P<0.05)."""
    if left[-1] not in _AFTER and right[0] not in _BEFORE:
        return False
    if not (left[-1].isalnum() or left[-1] in _AFTER) or not (
        right[0].isalnum() or right[0] in _BEFORE
    ):
        return False
    return not has_han(left[-12:]) and not has_han(right[:12]) and " " in left[-24:]


def is_torn_address(left: str, right: str) -> bool:
    """True for an address over two lines: E-mail：someone@ | example.edu, http://www. | example.org."""
    return (
        left[-1] in "@./_:-"
        and right[0].isascii()
        and right[0].isalnum()
        and _ADDRESS.search(left[-_LONGEST:]) is not None
    )


_ADDRESS = re.compile(r"(?:[\w.-]+@[\w.-]*|https?:\S*|www\.\S*|(?:DOI|doi):\S*)$", re.ASCII)
_LONGEST = 60
"""Characters of an address."""


def is_torn_number(left: str, right: str) -> bool:
    """True for a number that the end of a Chinese line tears in two: 20 | 18年, 21. | 0亿.

    Behind a comma only the next three digits belong to it: 12, | 345; 2014, | 22(1) is a year
    and the volume.
    """
    if left[-1:] == "," and not (_THOUSANDS.search(left[-12:]) and _THREE.match(right)):
        return False
    return (
        right[:1].isdecimal()
        and re.search(r"\d[.,]?$", left[-2:]) is not None
        and (has_han(left[-12:]) or has_han(right[:12]))
    )


_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})*,$")
_THREE = re.compile(r"\d{3}(?!\d)")


def is_tight(left: str, right: str) -> bool:
    """True for [J].某某学刊, | 2021(3):22-29, where a reference has no blanks behind its marks."""
    return (
        left[-1:] in tuple(",.;:")
        and right[:1].isdecimal()
        and (has_han(left[-2:]) or left[-2:-1].isdecimal())
        and re.search(r"[,.;:]\s", left[-_LONGEST:]) is None
    )


def is_hyphened(left: str, right: str) -> bool:
    """True if a Latin word is broken over two lines, so that its hyphen goes."""
    return re.search(r"[A-Za-z]-$", left[-2:]) is not None and right[:1].islower()
