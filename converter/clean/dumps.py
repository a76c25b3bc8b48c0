"""What OCR programs print beside each line: where it stands, how sure it is, whose it is.

PaddleOCR, RapidOCR and EasyOCR print the corners of a line, its text and a score; olmOCR
puts a head of YAML before each page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.source import Line

_BOXED = re.compile(
    r"^\s*(?:\[[^\[\]]*\]\s*\w+\s+\w+:\s*)?[\[(]+\s*-?\d+(?:\.\d+)?\s*,[-\d.,\s\[\]]*\]+\s*,\s*[\[(]?\s*"
    r"(?P<quote>['\"])(?P<text>.*)(?P=quote)\s*,\s*['\"]?[01](?:\.\d+)?(?:[eE]-?\d+)?['\"]?\s*[\])]*,?\s*$"
)
_SCORED = re.compile(
    r"^(?P<text>.*\S)[\t ]+(?:[（(]?(?:0?\.\d{2,}|[01]\.0{1,2}|0\.\d{2,})[）)]?)\s*$"
)
_QUOTED = re.compile(r"^ {0,3}> ?(?P<text>.*)$")
"""A line of a letter that is quoted as a whole; what is set apart within a text is a few lines of it."""
_ALL = 0.95
_HEAD_KEY = re.compile(
    r"^(?:primary_language|is_rotation_valid|rotation_correction|is_table|is_diagram|page_number|page_width|page_height|"
    r"model|language|source|pages?|created|confidence|title|author|date|version|engine)\s*:\s*\S.*$"
)
_OLM_KEY = re.compile(
    r"^(?:primary_language|is_rotation_valid|rotation_correction|is_table|is_diagram)\s*:"
)
_OF_TEXT = re.compile(r"^(?:title|author|date)\s*:")
"""What no engine says of a page: whoever keeps the text wrote it over it."""
_HEAD_MOST = 16
_LONGEST = 1000
"""Characters of a line as programs print it."""
_FEWEST = 12
"""Lines from which on all of them have a sign by no chance."""
_SHARE = 0.6
"""The share of all lines that must have the form: a program prints none without it."""


NAME = "ocr-dumps"


def dumps(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """What is no text of some lines, by their indexes."""
    found: dict[int, list[Edit]] = {}
    pattern = _form(lines)
    if pattern is not None:
        for at, line in enumerate(lines):
            short = pattern is _QUOTED or len(line.text) <= _LONGEST
            hit = pattern.match(line.text) if short else None
            if hit is not None:
                start, end = hit.span("text")
                edits = (Edit(0, start, ""), Edit(end, len(line.text), ""))
                found[at] = [edit for edit in edits if edit.end > edit.start]
    if any(line.text.startswith("---") for line in lines):
        from converter.clean.piece_heads import piece_heads  # few issues are such dumps

        found.update(piece_heads(lines))
        for at in _heads(lines):
            found[at] = [Edit(0, len(lines[at].text), "")]
    top = lines[:_TOP]
    if any(line.text.startswith("% ") for line in top):
        from converter.clean.title_blocks import title_block

        found.update({at: [Edit(0, 2, "")] for at in title_block(top)})
    return found


_TOP = 60
"""Lines at the top among which Pandoc's title block stands."""


def _form(lines: Sequence[Line]) -> re.Pattern[str] | None:
    """What most lines look like, ``None`` for plain text."""
    sample = [line.text for line in lines[:400] if not line.blank and len(line.text) <= _LONGEST]
    if len(sample) < 3:
        return None
    boxed = sum(1 for text in sample if text.lstrip()[:1] in ("[", "(") and _BOXED.match(text))
    if boxed >= 3 and boxed > _SHARE * len(sample):
        return _BOXED
    if sum(1 for text in sample if text.lstrip()[:1] == ">") >= max(_ALL * len(sample), _FEWEST):
        return _QUOTED
    digits = sum(1 for text in sample if text.rstrip(" )）")[-1:].isdigit() and "." in text[-8:])
    if digits >= 3 and digits > _SHARE * len(sample):
        scored = sum(1 for text in sample if _SCORED.match(text))
        if scored > _SHARE * len(sample):
            return _SCORED
    return None


def _heads(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of heads of YAML: at the top, and olmOCR's on each page."""
    at = 0
    while at < len(lines):
        end = _head_end(lines, at) if lines[at].text.strip() == "---" else 0
        yield from range(at, end)
        at = max(end, at + 1)


def _head_end(lines: Sequence[Line], at: int) -> int:
    """The end of the head that begins at a line of hyphens, 0 if none does."""
    first = at < _HEAD_MOST and all(line.blank for line in lines[:at])
    known = _HEAD_KEY if first else _OLM_KEY
    told = False
    for index in range(at + 1, min(len(lines), at + _HEAD_MOST)):
        text = lines[index].text.strip()
        if text in ("---", "..."):
            return index + 1 if told else 0
        if not known.match(text):
            return 0
        told = told or _OF_TEXT.match(text) is None
    return 0
