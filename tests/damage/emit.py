"""Pages as the text that an OCR program writes.

Layouts: ``blank`` (a paragraph is one line, blank lines between them, as in the issue
that was studied), ``single`` (one line each, no blank lines), ``indent`` (printed lines,
the first of a paragraph indented), ``wrapped`` (printed lines, blank lines between
paragraphs), ``bare`` (printed lines with nothing between paragraphs).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from tests.damage import noise
from tests.damage.draft import Draft, Para
from tests.damage.printed import Page, Run
from tests.damage.style import Style

_RUNNING = frozenset({"text", "quote", "box-text", "note"})
_WRAPPED = frozenset({"indent", "wrapped", "bare"})


@dataclass(slots=True)
class _Chunk:
    """A run on its way to text. ``lines`` are what will be lines of the file."""

    run: Run
    lines: list[str]
    page: int


def join_lines(lines: list[str]) -> str:
    """Printed lines as running text: a blank only between Latin words."""
    out = ""
    for line in lines:
        glue = " " if out and out[-1].isascii() and line[:1].isascii() else ""
        out += glue + line
    return out


class Emitter:
    """Writes the pages of one issue."""

    def __init__(self, rng: Random, style: Style, draft: Draft) -> None:
        self.rng, self.style, self.draft = rng, style, draft
        self.folio_form = style.folio
        self.head_first = rng.random() < 0.5
        self.indents = rng.random() < 0.5
        blocks = (block for piece in draft.pieces for block in piece.blocks)
        self.speakers = {block.speaker for block in blocks if isinstance(block, Para)} - {""}

    def text(self, pages: list[Page]) -> str:
        """All pages, their furniture and the blanks between them."""
        chunks = [self._chunks(page) for page in pages]
        self._double(chunks)
        parts = [self._page(page, made) for page, made in zip(pages, chunks, strict=True)]
        gap = "\n" * (1 + self.style.seam_blanks)
        return gap.join(part for part in parts if part)

    # --- runs -----------------------------------------------------------------------------

    def _chunks(self, page: Page) -> list[_Chunk]:
        rng, style = self.rng, self.style
        wrapped = style.layout in _WRAPPED or rng.random() < style.wrapped_pages
        half = rng.random() < style.half_pages
        wide = rng.random() < style.spaced_pages
        straight = rng.random() < style.straight_quotes
        loose = rng.random() < style.loose_dash
        out: list[_Chunk] = []
        for run in _merged(page.runs):
            lines = self._lines(run, wrapped=wrapped)
            if run.kind != "title":
                lines = [
                    self._damage(line, half=half, wide=wide, straight=straight) for line in lines
                ]
            if loose and run.kind in ("attribution", "text"):
                lines = [noise.loose_dash(line, rng) for line in lines]
            if style.markdown and run.kind == "text" and run.starts:
                lines[0] = self._with_bold_speaker(lines[0])
            out.append(_Chunk(run, lines, page.number))
        return out

    def _with_bold_speaker(self, line: str) -> str:
        name, colon, rest = re.split("([：:])", f"{line}：", maxsplit=1)
        return f"**{name}{colon}**{rest[:-1]}" if name in self.speakers else line

    def _damage(self, line: str, *, half: bool, wide: bool, straight: bool) -> str:
        if self.rng.random() < self.style.latex:
            line = noise.latex(line, self.rng)
        if half:
            line = noise.half_width(line)
        if wide:
            line = noise.spaced(line)
        return noise.straight(line) if straight else line

    def _lines(self, run: Run, *, wrapped: bool) -> list[str]:
        match run.kind:
            case "table":
                return self._table(run.lines)
            case "heading" if not wrapped:
                return self._marked(run, run.gap.join(run.lines).split("\n"))
            case "title":
                return self._marked(run, run.gap.join(run.lines).split("\n"))
            case kind if kind in _RUNNING and not wrapped:
                return [join_lines(run.lines)]
            case _:
                return list(run.lines)

    def _marked(self, run: Run, lines: list[str]) -> list[str]:
        """Titles and headings as Markdown, if this OCR writes it."""
        if not self.style.markdown or not run.starts:
            return lines
        if run.kind == "title":
            return [f"# {line}" if line else "" for line in lines]
        return [f"{'#' * (run.level + 1)} {lines[0]}", *lines[1:]]

    def _table(self, rows: list[str]) -> list[str]:
        cells = [row.split("\t") for row in rows]
        out = [f"| {' | '.join(row)} |" for row in cells]
        out.insert(1, "|" + "---|" * len(cells[0]))
        if self.rng.random() < 0.25:  # a broken table: no outer pipes on some rows
            out = [line.strip("| ") if i % 3 == 2 else line for i, line in enumerate(out)]
        return out

    def _double(self, pages: list[list[_Chunk]]) -> None:
        """Characters that stand on both sides of a seam."""
        chunks = [chunk for page in pages for chunk in page]
        for index, chunk in enumerate(chunks):
            if (
                chunk.run.ends
                or chunk.run.kind != "text"
                or self.rng.random() >= self.style.doubled
            ):
                continue
            after = next((c for c in chunks[index + 1 : index + 12] if c.run.kind == "text"), None)
            if after is not None and not after.run.starts and after.run.kind == "text":
                pair = noise.doubled(self.rng, chunk.lines[-1], after.lines[0])
                chunk.lines[-1], after.lines[0] = pair

    # --- pages ----------------------------------------------------------------------------

    def _page(self, page: Page, chunks: list[_Chunk]) -> str:
        between = "\n\n" if self.style.layout in ("blank", "wrapped") else "\n"
        parts = [self._head(page), *(self._render(chunk) for chunk in chunks), self._foot(page)]
        text = between.join(part for part in parts if part)
        marker = self._marker(page.number)
        return f"{marker}{between}{text}" if marker else text

    def _render(self, chunk: _Chunk) -> str:
        layout, run = self.style.layout, chunk.run
        lines = list(chunk.lines)
        apart = layout in ("single", "indent", "bare")
        indented = layout == "indent" or (layout == "single" and self.indents)
        if run.starts and run.kind in ("text", "box-text") and indented:
            lines[0] = "\u3000\u3000" + lines[0]
        text = "\n".join(lines)
        if apart and run.kind in ("title", "verse", "table"):
            return f"\n{text}" if run.kind == "title" else f"\n{text}\n"
        if apart and run.kind in ("byline", "attribution", "box-label", "quote"):
            return f"{text}\n" if run.kind != "box-label" else f"\n{text}"
        return text

    def _marker(self, number: int) -> str:
        match self.style.marker:
            case "comment":
                return f"<!-- page {number} -->"
            case "bracket":
                return f"[第{number}页]"
            case "dashes":
                return f"--- {number} ---"
            case "formfeed":
                return "\f"
            case "page":
                return f"Page {number}"
            case _:
                return ""

    def _folio(self, number: int) -> str:
        name = self.draft.magazine
        return {
            "bare": f"{number}",
            "dash": f"— {number} —",
            "dot": f"· {number} ·",
            "page": f"第{number}页",
            "named": f"{number} {name}" if number % 2 == 0 else f"{name} {number}",
            "barred": f"{name} | {number}",
        }.get(self.style.folio, "")

    def _head(self, page: Page) -> str:
        """The running head; the opening page of an article has none."""
        if page.opens:
            return ""
        issue = f"{self.draft.magazine} {self.draft.year}年第{self.draft.number}期"
        title = "".join(page.piece.title)[:18]
        section = self.draft.sections[page.piece.section]
        even = page.number % 2 == 0
        match self.style.running_head:
            case "magazine":
                return issue
            case "section":
                return section if not even else self.draft.magazine
            case "title":
                return title if not even else issue
            case "alternate":
                number = str(page.number)
                return f"{number} {issue}" if even else f"{title} {number}"
            case _:
                return ""

    def _foot(self, page: Page) -> str:
        return self._folio(page.number)


def _merged(runs: list[Run]) -> list[Run]:
    """Runs with those that OCR reads together put together."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1].tight and out[-1].kind == run.kind:
            last = out[-1]
            out[-1] = Run(
                run.kind,
                last.lines + run.lines,
                last.starts,
                run.ends,
                last.indent,
                tight=run.tight,
            )
        else:
            out.append(run)
    return out
