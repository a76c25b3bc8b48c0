"""A text and the properties of its stretches."""

from __future__ import annotations

from enum import StrEnum

from converter.values import dataclass


class MarkKind(StrEnum):
    """What a stretch of a text is. Zero-width marks have ``start == end``."""

    SPEAKER = "speaker"
    """The name before a turn of an interview (记者), without its colon."""
    RUN_IN = "run-in"
    """A heading that opens a paragraph (（一）……。 or 一是……。)."""
    LABEL = "label"
    """A label that opens a paragraph (摘要：, 关键词：, 院士简介：), with its colon."""
    SUB = "sub"
    SUP = "sup"
    NOTE_REF = "note-ref"
    """The mark of a footnote (①); ``target`` is the note's id."""
    LINK = "link"
    """A web or e-mail address; ``target`` is the complete URL."""
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CLASSICAL = "classical"
    """Quoted classical text, which a variant leaves alone."""
    PAGE = "page"
    """Zero-width: here the printed page ``target`` begins."""
    SEAM = "seam"
    """Zero-width: here two pieces were joined; ``target`` is the line that goes on."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A property of ``value[start:end]`` of the text that carries it (character offsets)."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text and its marks.

    Marks are ordered by (start, -end) and nest properly: two marks either contain one
    another or do not overlap.
    """

    value: str
    marks: tuple[Mark, ...] = ()
