"""Forms of a case in other characters that print as its own do, and with the signs of other programs.

Each takes a case and gives the lines of the form, of which the truth is the same.
"""

from __future__ import annotations

import unicodedata

from tests.evaluation.cases import Case
from tests.evaluation.told_forms import ROW, texts, with_signs

_BLANKS = str.maketrans({" ": "\u00a0", "\u3000": "\u2003"})
_MARKS = str.maketrans("，。、：；！？（）《》", "︐︒︑︓︔︕︖︵︶︽︾")
_RADICALS = {
    ord(plain): char
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9))
    if len(plain := unicodedata.normalize("NFKC", char := chr(code))) == 1 and plain != char
}
_EVERY = 4


def odd_blanks(case: Case) -> list[str]:
    """Blanks that part no words, and those of an em, as pages of the web have them."""
    return [line if ROW.match(line) else line.translate(_BLANKS) for line in texts(case)]


def invisible(case: Case) -> list[str]:
    """Between the characters of every fourth line one that nobody sees."""
    return [
        line if at % _EVERY or ROW.match(line) else "\u200b".join(line)
        for at, line in enumerate(texts(case))
    ]


def radicals(case: Case) -> list[str]:
    """Radicals and compatibility forms for the characters that look like them."""
    return [line.translate(_RADICALS) for line in texts(case)]


def vertical(case: Case) -> list[str]:
    """Marks as vertical text has them."""
    return [line if ROW.match(line) else line.translate(_MARKS) for line in texts(case)]


def hard_breaks(case: Case) -> list[str]:
    """A backslash behind each line that another one follows, as Pandoc writes them."""
    lines = texts(case)
    return [
        f"{line}\\"
        if line.strip() and below.strip() and not (ROW.match(line) or ROW.match(below))
        else line
        for line, below in zip(lines, [*lines[1:], ""], strict=True)
    ]


def closed_signs(case: Case) -> list[str]:
    """Titles and headings between signs of Markdown."""
    return with_signs(case, {"title": ("# ", " #"), "heading": ("## ", " ##")})


def set_apart(case: Case) -> list[str]:
    """All lines with the sign of what is quoted."""
    return [f"> {line}".rstrip() for line in texts(case)]
