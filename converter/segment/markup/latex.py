r"""Commands of LaTeX that make a document: \section*{…}, \begin{tabular}, \includegraphics.

Mathpix and Nougat write their pages so. Formulas inside a paragraph are read where texts
are built.
"""

from __future__ import annotations

from converter import patterns as re
from converter.values import NamedTuple

HINT = re.compile(r"^\s*\\[a-zA-Z]|\\\\\s*(?:\\hline\s*)?$|\\item\b")
_HEADING = re.compile(
    r"^\s*\\(?P<kind>title|chapter|section|subsection|subsubsection|paragraph|caption)\*?\s*\{(?P<text>[^{}]*)\}\s*(?:\\\\)?\s*$"
)
_LEVELS = {
    "title": 1,
    "chapter": 1,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "caption": 0,
}
_WRAPPED = re.compile(
    r"^\s*\\(?:author|date|textbf|textit|centerline|emph)\s*\{(?P<text>[^{}]*)\}\s*(?:\\\\)?\s*$"
)
_ITEM = re.compile(r"^\s*\\item\s*(?:\[[^\]]*\])?\s*(?P<text>\S.*)$")
_SILENT = re.compile(
    r"^(?:\\(?:(?:begin|end)\s*\{[a-zA-Z]+\*?\}(?:\[[^\[\]]*\])?(?:\{[^{}]*\})*|hline|toprule|midrule|bottomrule|centering|noindent|maketitle"
    r"|par|smallskip|medskip|bigskip|footnotesize|small|cline\{[^{}]*\}|label\{[^{}]*\}|setcounter\{[^{}]*\}\{[^{}]*\}|usepackage(?:\[[^\[\]]*\])?\{[^{}]*\}"
    r"|documentclass(?:\[[^\[\]]*\])?\{[^{}]*\})(?![a-zA-Z])\s*)+(?:\\\\)?$"
)
_PICTURE = re.compile(r"^\s*\\includegraphics(?:\[[^\]]*\])?\{[^{}]*\}\s*(?:\\\\)?\s*$")
_ROW_END = re.compile(r"\s*\\\\(?:\s*\\hline)?$")
_CELL_END = re.compile(r"(?<!\\)&")


class LatexLine(NamedTuple):
    """What a line becomes, and what was written before and is written instead.

    ``text`` is "" for a line that says nothing; ``picture`` tells that a picture stood there.
    """

    text: str
    before: str
    after: str
    picture: bool = False


def read_latex(text: str) -> LatexLine | None:
    """Resolve a line of LaTeX; ``None`` for any other."""
    if HINT.search(text) is None:
        return None
    if _PICTURE.match(text):
        return LatexLine("", text.strip(), "", picture=True)
    if hit := _HEADING.match(text):
        level = _LEVELS[hit["kind"]]
        return _with(text, hit, "#" * level + " " if level else "")
    if hit := _WRAPPED.match(text):
        return _with(text, hit, "")
    if hit := _ITEM.match(text):
        return _with(text, hit, "- ")
    plain = text.strip()
    if _SILENT.match(plain):
        return LatexLine("", plain, "")
    return _row(plain)


def _row(text: str) -> LatexLine | None:
    r"""A row of a table: 村 & 户 \\."""
    tail = text[-24:]
    end = _ROW_END.search(tail)
    if end is None or "&" not in text:
        return None
    cells = _CELL_END.split(text[: len(text) - len(tail) + end.start()])
    if len(cells) < 2:
        return None
    row = "| " + " | ".join(cell.strip() for cell in cells) + " |"
    return LatexLine(row, "&" * (len(cells) - 1) + end[0].strip(), "|" * (len(cells) + 1))


def _with(text: str, hit: re.Match[str], mark: str) -> LatexLine:
    start, end = hit.span("text")
    before = (text[:start] + text[end:]).strip()
    said = hit["text"].strip()
    return LatexLine(mark + said if said else "", before, mark.strip() if said else "")
