"""Titles with their authors in brackets on the same line: 一把旧锹（作者：田有余）."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, width
from converter.source import Line

_SIGNED = re.compile(
    r"^(?P<title>(?:#+\s+)?\S.*?)\s*"
    r"(?P<byline>[（(]\s*(?:作者|撰文|文)\s*[：:／/]\s*[^（）()。]{2,24}[）)])\s*$"
)
_LONGEST, _TITLE = 80, 36
"""Characters of such a line, and the most em of its title."""


def with_authors_apart(body: Sequence[Line]) -> list[Line]:
    """The lines, of which a title and who wrote below it are two.

    The title is marked, or stands between blank lines, or between one and a line of text.
    """
    made: list[Line] = []
    for at, line in enumerate(body):
        short = len(line.text) <= _LONGEST and line.text.rstrip()[-1:] in ("）", ")")
        signed = _SIGNED.match(line.text) if short else None
        if signed is None or not _is_title(body, at, signed["title"]):
            made.append(line)
            continue
        made += [
            line._replace(text=signed["title"]),
            Line(line.number, ""),
            Line(line.number, signed["byline"]),
        ]
    return made


def _is_title(body: Sequence[Line], at: int, title: str) -> bool:
    """True for a line that is marked, or for a few words of a line of its own."""
    words = title.lstrip("# ")
    if not has_han(words) or width(words) > _TITLE:
        return False
    if title.startswith("#"):
        return True
    above, below = _begins(body, at), at + 1 == len(body) or body[at + 1].blank
    # A text layer has no blank line between title and text; a list of works begins with one.
    below = below or (words[0] not in "《“" and width(body[at + 1].text.strip()) > _TITLE / 2)
    return above and below and not ends_sentence(words) and not re.search("[，。；：]", words)


def _begins(body: Sequence[Line], at: int) -> bool:
    """True below a blank line, and below the name of a section that stands below one."""
    if at == 0 or body[at - 1].blank:
        return True
    name = body[at - 1].text.strip()
    short = has_han(name) and width(name) <= _NAME and not ends_sentence(name)
    return short and (at == 1 or body[at - 2].blank) and not re.search("[，。；：]", name)


_NAME = 10
"""The most em of a section's name."""
