"""What OCR programs print beside each line: where it stands, how sure it is, whose it is.

PaddleOCR, RapidOCR and EasyOCR print the corners of a line, its text and a score; olmOCR
puts a head of YAML before each page.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.source import Line

_BOXED = re.compile(
    r"^\s*(?:\[[^\[\]]*\]\s*\w+\s+\w+:\s*)?[\[(]+\s*-?\d+(?:\.\d+)?\s*,[-\d.,\s\[\]]*\]+\s*,\s*[\[(]?\s*"
    r"(?P<quote>['\"])(?P<text>.*)(?P=quote)\s*,\s*['\"]?[01](?:\.\d+)?(?:[eE]-?\d+)?['\"]?\s*[\])]*,?\s*$"
)
_SCORED = re.compile(
    r"^(?P<text>.*\S)[\t ]+(?:[（(]?(?:0?\.\d{2,}|[01]\.0{1,2}|0\.\d{2,})[）)]?)\s*$"
)
_HEAD_KEY = re.compile(
    r"^(?:primary_language|is_rotation_valid|rotation_correction|is_table|is_diagram|page_number|page_width|page_height|"
    r"model|language|source|pages?|created|confidence|title|author|date|version|engine)\s*:\s*\S.*$"
)
_OLM_KEY = re.compile(
    r"^(?:primary_language|is_rotation_valid|rotation_correction|is_table|is_diagram)\s*:"
)
_HEAD_MOST = 16
_SHARE = 0.6
"""The share of all lines that must have the form: a program prints none without it."""


def undumped(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str, str]]]:
    """The texts of the lines, and what was left out: (line, text, reason)."""
    drops: list[tuple[int, str, str]] = []
    made = list(lines)
    pattern = _form(lines)
    if pattern is not None:
        for at, line in enumerate(lines):
            hit = pattern.match(line.text)
            if hit is None:
                continue
            start, end = hit.span("text")
            made[at] = Line(line.number, hit["text"])
            drops.append((line.number, (line.text[:start] + line.text[end:]).strip(), "markup"))
    _take_heads(made, drops)
    return made, drops


def _form(lines: Sequence[Line]) -> re.Pattern[str] | None:
    """What most lines look like, ``None`` for plain text."""
    sample = [line.text for line in lines[:400] if not line.blank]
    if len(sample) < 3:
        return None
    boxed = sum(1 for text in sample if text.lstrip()[:1] in ("[", "(") and _BOXED.match(text))
    if boxed >= 3 and boxed > _SHARE * len(sample):
        return _BOXED
    digits = sum(1 for text in sample if text.rstrip(" )）")[-1:].isdigit() and "." in text[-8:])
    if digits >= 3 and digits > _SHARE * len(sample):
        scored = sum(1 for text in sample if _SCORED.match(text))
        if scored > _SHARE * len(sample):
            return _SCORED
    return None


def _take_heads(lines: list[Line], drops: list[tuple[int, str, str]]) -> None:
    """Drop heads of YAML between two lines of hyphens: at the top, and olmOCR's on each page."""
    at = next((index for index, line in enumerate(lines) if not line.blank), len(lines))
    while at < len(lines):
        if lines[at].text.strip() == "---":
            end = _head_end(lines, at)
            if end:
                for index in range(at, end):
                    drops.append((lines[index].number, lines[index].text.strip(), "markup"))
                    lines[index] = Line(lines[index].number, "")
                at = end
                continue
        at += 1


def _head_end(lines: Sequence[Line], at: int) -> int:
    """The end of the head that begins at a line of hyphens, 0 if none does."""
    first = not any(line.text.strip() for line in lines[:at])
    known = _HEAD_KEY if first else _OLM_KEY
    for index in range(at + 1, min(len(lines), at + _HEAD_MOST)):
        text = lines[index].text.strip()
        if text in ("---", "..."):
            return index + 1 if index > at + 1 else 0
        if not known.match(text):
            return 0
    return 0
