"""The width of round brackets: full around or beside Chinese (GB/T 15834-2011 §4.9)."""

from __future__ import annotations

from bisect import bisect_left

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import CJK_MARKS, HAN, is_han

_HAN_CLASS = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z0-9]")


def is_chinese(char: str) -> bool:
    """True for a Chinese character or mark."""
    return bool(char) and (is_han(char) or char in CJK_MARKS)


def neighbours(text: str, at: int) -> tuple[str, str]:
    """The nearest characters that are neither blanks nor marks of bold type (**Q:**我们), "" at either end."""
    left, right = at - 1, at + 1
    while left >= 0 and (text[left].isspace() or _is_bold(text, left)):
        left -= 1
    while right < len(text) and (text[right].isspace() or _is_bold(text, right)):
        right += 1
    return (text[left] if left >= 0 else "", text[right] if right < len(text) else "")


def _is_bold(text: str, at: int) -> bool:
    """True for one of the two stars that begin or end bold type."""
    return text[at] == "*" and "**" in text[max(0, at - 1) : at + 2]


_PHONE = re.compile(r"\(\s*\+?\d{2,4}\s*\)\s*\d|\(0\d{1,3}\)$")


def wide_brackets(text: str) -> list[Edit]:
    """Round brackets around or beside Chinese; a pair always gets one width."""
    edits: list[Edit] = []
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char in "(（":
            stack.append(at)
        elif char in ")）":
            pairs.append((stack.pop(), at) if stack else (-1, at))
    pairs += [(at, len(text)) for at in stack]
    hans = [hit.start() for hit in _HAN_CLASS.finditer(text)] if len(pairs) > _FEW else None
    for start, end in pairs:
        if not is_wide_pair(text, start, end, hans):
            continue
        if start >= 0 and text[start] == "(":
            edits.append(Edit(start, start + 1, "（"))
        if end < len(text) and text[end] == ")":
            edits.append(Edit(end, end + 1, "）"))
    return edits


_FEW = 16
"""So many pairs of brackets are looked into one by one."""


_CALL_ENDS = ("]", "］")


def _holds_han(text: str, start: int, end: int, hans: list[int] | None) -> bool:
    """True if a Chinese character stands in a stretch; ``hans`` are the places of all of them."""
    if hans is None:
        return _HAN_CLASS.search(text[start:end]) is not None
    at = bisect_left(hans, start)
    return at < len(hans) and hans[at] < end


def is_wide_pair(text: str, start: int, end: int, hans: list[int] | None = None) -> bool:
    """True if the round brackets at two places of a line are full-width ones.

    ``start`` is -1 and ``end`` the line's length for a bracket on another line. ``hans`` are the
    places of all Chinese characters, where they are known.
    """
    if start >= 0 and _PHONE.match(text, start):
        return False
    if (start >= 0 and text[start] == "（") or (end < len(text) and text[end] == "）"):
        return True
    if _holds_han(text, start + 1, end, hans):
        return True
    if start > 1 and text[start - 1] == "/" and text[start - 2].isascii():
        return False  # 28 L/(m²·h): a unit
    left = neighbours(text, start)[0] if start >= 0 else ""
    right = neighbours(text, end)[1] if end < len(text) else ""
    if start < 0:
        return is_chinese(neighbours(text, end)[0]) or is_chinese(right)
    if left in _CALL_ENDS and text[start - 1] == left:
        return False  # [1](P23): the page behind the call of a work
    return (
        is_chinese(left)
        or (not left and is_han(right))
        or (not _LATIN.match(left or "x") and is_chinese(right))
    )
