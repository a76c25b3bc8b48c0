"""Sets paragraphs inside the composition and reads their lines back from the PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import weasyprint

from converter.pdf.engine import css_of, html_of, own_files
from converter.typeset import composition
from converter.typeset.report import Report
from tests.support.tools import ROOT
from tests.typeset.reader import Line, Reader

SIZE, PITCH, MARGIN = 10.0, 18.0, 40.0
FACES = {"zh-Hans": "SC", "zh-Hant-TW": "TC", "zh-Hant-HK": "HK"}

OPENING = "（《〈「『【〔“‘"
CLOSING = "）》〉」』】〕”’"
POINTS = "，、。；：！？"
NO_START = CLOSING + POINTS + "…—·％～%℃"
NO_END = OPENING + "￥$¥"


@dataclass(frozen=True, slots=True)
class Set:
    """Paragraphs as they were set: their lines, and what the composition said."""

    paragraphs: tuple[tuple[Line, ...], ...]
    report: Report
    measure: float
    pdf: bytes

    @property
    def left(self) -> float:
        return MARGIN

    @property
    def right(self) -> float:
        return MARGIN + self.measure

    @property
    def full_lines(self) -> list[Line]:
        """All lines but the last ones of their paragraphs."""
        return [line for lines in self.paragraphs for line in lines[:-1]]

    @property
    def lines(self) -> list[Line]:
        return [line for lines in self.paragraphs for line in lines]


def sheet(ems: int, language: str, *, align: str, extra: str) -> str:
    face = f"Noto Serif CJK {FACES[language]}"
    return f"""
        @page {{ size: {ems * SIZE + 2 * MARGIN}pt 1000pt; margin: {MARGIN}pt }}
        html {{ font: {SIZE}pt/{PITCH}pt "{face}" }}
        body {{ margin: 0 }}
        p, h1 {{ margin: 0; text-align: {align}; orphans: 1; widows: 1 }}
        p.indented {{ text-indent: 2em }}
        h1 {{ font-size: inherit; font-weight: 400; text-align: left }}
        b {{ font-family: "Noto Sans CJK {FACES[language]}"; font-weight: 700 }}
        em {{ font-style: normal; font-family: "LXGW WenKai" }}
        a {{ color: inherit; text-decoration: none }}
        i {{ font-style: normal; font-size: 1.2em; line-height: 1 }}
        u {{ text-decoration: none; padding-left: 0.3em }}
        sup {{ font-size: 0.62em; line-height: 0 }}
        {extra}
    """


def composed(
    markups: Sequence[str],
    ems: int = 30,
    *,
    language: str = "zh-Hans",
    align: str = "justify",
    tag: str = "p",
    extra: str = "",
    **chosen: Any,
) -> Set:
    """Set each markup as a paragraph on a measure of so many ems."""
    body = "".join(f"<{tag}>{markup}</{tag}>" for markup in markups)
    with composition(**chosen) as report:
        data = pdf_of(body, sheet(ems, language, align=align, extra=extra), language)
    return Set(_paragraphs(data, markups), report, ems * SIZE, data)


def pdf_of(body: str, css: str, language: str = "zh-Hans") -> bytes:
    """The PDF of a body, with or without the composition, as the caller has it."""
    fetcher = own_files(())
    fonts = weasyprint.text.fonts.FontConfiguration()
    html = html_of(f'<html lang="{language}"><body>{body}</body></html>', fetcher)
    style = css_of(css, ROOT, fetcher, fonts)
    data: bytes = html.render(stylesheets=[style], font_config=fonts).write_pdf(
        pdf_identifier=b"0" * 16, uncompressed_pdf=True
    )
    return data


def plain(markup: str) -> str:
    """The characters of a markup, tags and blanks left out."""
    text = re.sub(r"<[^>]*>", "", markup)
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&#8203;", "")):
        text = text.replace(entity, char)
    return re.sub(r"\s", "", text)


def escaped(text: str) -> str:
    return escape(text, quote=False)


def _paragraphs(data: bytes, markups: Sequence[str]) -> tuple[tuple[Line, ...], ...]:
    """Deal the glyphs out to the paragraphs; their text must be exactly that of the markup.

    Glyphs come in the order of drawing. A line is new where they go back to the left.
    """
    glyphs = [glyph for glyph in Reader(data).glyphs if glyph.text.strip()]
    made: list[tuple[Line, ...]] = []
    at = 0
    for markup in markups:
        text, read = plain(markup), ""
        lines: list[Line] = []
        while len(read) < len(text) and at < len(glyphs):
            glyph = glyphs[at]
            at += 1
            read += glyph.text
            before = lines[-1].glyphs[-1] if lines else None
            if before is None or glyph.page != before.page or glyph.x < before.x - 2 * SIZE:
                lines.append(Line())
            lines[-1].glyphs.append(glyph)
        assert read == text
        made.append(tuple(lines))
    assert at == len(glyphs)
    return tuple(made)


def right_edge(line: Line, *, centred: bool = False) -> float:
    """Where a line ends: a closing mark or a dot at its end stands in half an em.

    ``centred``: points in the middle of their em, as in Taiwan, keep it.
    """
    last = line.glyphs[-1]
    if last.text == "·":
        return last.x + last.width / 2 + last.size / 4
    if last.text in CLOSING or (last.text in POINTS and not centred):
        return last.x + last.size / 2
    return last.x + last.width


def breaches(line: Line, *, is_first: bool, is_last: bool) -> list[str]:
    """What the line does that kinsoku forbids."""
    found = []
    text = line.text
    if not is_first and text[0] in NO_START:
        found.append(f"starts with {text[0]}: {text}")
    if not is_last and text[-1] in NO_END:
        found.append(f"ends with {text[-1]}: {text}")
    return found


def all_breaches(setting: Set) -> list[str]:
    """The same for all lines."""
    return [
        breach
        for lines in setting.paragraphs
        for number, line in enumerate(lines)
        for breach in breaches(line, is_first=not number, is_last=number == len(lines) - 1)
    ]


def ragged(setting: Set, *, centred: bool = False) -> list[tuple[float, str]]:
    """Lines before a paragraph's last that miss the measure by more than 0.1 pt."""
    misses = (
        (right_edge(line, centred=centred) - setting.right, line.text)
        for line in setting.full_lines
    )
    return [(round(miss, 2), text) for miss, text in misses if abs(miss) > 0.1]
