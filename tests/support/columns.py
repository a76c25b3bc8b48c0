"""Paragraphs set in a column, as a page prints them."""

from __future__ import annotations


def cut(text: str, size: int, lost: int = 0) -> list[str]:
    """The printed lines of so many characters, the first shorter by the indent that is lost."""
    first = size - lost
    return [text[:first], *(text[at : at + size] for at in range(first, len(text), size))]


def set_in(text: str, measure: int, indent: str = "") -> list[str]:
    """The lines of a paragraph, whose indent is ``indent``, or lost.

    No line begins with a mark: it hangs over the end of the one above.
    """
    lines: list[str] = []
    room = measure - 2
    while text:
        end = room
        while end < len(text) and text[end] in "，。":
            end += 1
        lines.append(text[:end])
        text, room = text[end:], measure
    return [indent + lines[0], *lines[1:]]
