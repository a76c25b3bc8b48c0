"""The composition that is at work, and the three functions of WeasyPrint that it replaces.

``split_inline_box`` of ``weasyprint.layout.inline`` makes a line: for a Chinese line box this
module makes it instead. ``justify_line`` would stretch it afterwards: it is left alone, being
flush. ``inline_line_widths`` of ``weasyprint.layout.preferred`` measures paragraphs for tables
and floats. Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import wraps
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred

from converter.diagnostics import Diagnostic
from converter.typeset.composer import Maker, Request
from converter.typeset.joints import Corpus
from converter.typeset.paragraph import FontBook, Paragraph, Settings, measure
from converter.typeset.report import Report
from converter.typeset.stream import Struts, UnsupportedError, Walk, is_chinese
from converter.typeset.widths import line_widths

_EDGES = tuple(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right"))

Stock = Callable[..., Any]


class Engine:
    """Composes the Chinese line boxes of documents."""

    def __init__(self, settings: Settings, report: Report) -> None:
        self.settings = settings
        self.report = report
        self._book = FontBook()
        self._context: Any = None
        self._last: Paragraph | None = None
        self._struts: Struts = {}
        self._corpus: Corpus | None = None

    def takes(self, box: Any) -> bool:
        """True for a line box in Chinese, set from left to right."""
        return (
            isinstance(box, boxes.LineBox)
            and is_chinese(box.style)
            and box.style["direction"] == "ltr"
            and box.style["font_size"] > 0
        )

    def line(self, arguments: tuple[Any, ...]) -> tuple[Any, Any, bool]:
        """One composed line, its resume point, and whether it ends in a forced break."""
        request = Request(arguments)
        block = request.block
        goes_on = request.skip_stack is not None
        paragraph = self._paragraph(
            request.context, request.line_box, block, block.width, goes_on=goes_on
        )
        words = self._words(request.context) if self._is_title(request.line_box) else None
        made = Maker(request, paragraph, words).make()
        self.report.lines += 1
        return made

    def _paragraph(
        self, context: Any, line_box: Any, block: Any, width: float, *, goes_on: bool = False
    ) -> Paragraph:
        known: Paragraph | None = getattr(line_box, "composition", None)
        if known is not None:
            goes_on = goes_on and known is self._last
            if known.is_current(line_box, width, goes_on=goes_on):
                self._last = known
                return known
        walk = Walk(context, line_box, block, self._struts)
        paragraph = measure(walk, self.settings, self._book, width)
        self.report.paragraphs += 1
        line_box.composition = self._last = paragraph
        return paragraph

    def _is_title(self, line_box: Any) -> bool:
        titles = self.settings.titles
        if line_box.element_tag in titles:
            return True
        element = line_box.element
        if element is None or line_box.element_tag != element.tag:
            return False
        classes = element.get("class")
        return bool(classes) and any(f".{one}" in titles for one in classes.split())

    def _words(self, context: Any) -> Corpus:
        """The text of the document, blanks left out."""
        if self._corpus is None or self._context is not context:
            self._context = context
            styles = getattr(context.style_for, "_computed_styles", {})
            root = next((one for one, _ in styles if getattr(one, "tag", "") == "html"), None)
            text = "".join("".join(root.itertext()).split()) if root is not None else ""
            self._corpus = Corpus(text)
        return self._corpus

    def failed(self, error: Exception) -> None:
        """Count a line that could not be composed and say so once."""
        self.report.failures += 1
        self.report.note(Diagnostic.of("TYP002", error=f"{type(error).__name__}: {error}"))

    def widths(
        self,
        context: Any,
        box: Any,
        minimum: bool,  # noqa: FBT001
        skip_stack: Any,
        first_line: bool,  # noqa: FBT001
    ) -> list[float]:
        """The widths of the lines of a line box that is broken everywhere or nowhere."""
        if not _is_plain(box):
            raise UnsupportedError
        paragraph = self._paragraph(context, box, (0, 0), -1.0)
        return line_widths(paragraph, context, skip_stack, minimum=minimum, first_line=first_line)


def _is_plain(box: Any) -> bool:
    """True if nothing in the line box has a width that the containing block decides."""
    for child in box.children:
        if isinstance(child, boxes.InlineBox):
            style = child.style
            if any(style[f"border_{side}_width"] for side in ("left", "right")):
                return False
            if any(getattr(style[edge], "value", 1) for edge in _EDGES):
                return False
            if not _is_plain(child):
                return False
        elif not isinstance(child, boxes.TextBox) and child.is_in_normal_flow():
            return False
    return True


current: ContextVar[Engine | None] = ContextVar("composition", default=None)


def replacements(stock: dict[str, Stock]) -> dict[str, Stock]:
    """The functions to put in the place of those in ``stock``, by name."""
    stock_split = stock["split_inline_box"]
    stock_justify = stock["justify_line"]
    stock_widths = stock["inline_line_widths"]

    # `wraps`: a second block finds the signatures of the functions that are replaced.
    @wraps(stock_split)
    def split_inline_box(*arguments: Any) -> Any:
        engine = current.get()
        if engine is not None and not arguments[-1] and engine.takes(arguments[1]):
            try:
                made, resume_at, forced = engine.line(arguments)
            except UnsupportedError:
                engine.report.fallbacks += 1
            except Exception as error:  # noqa: BLE001  (a line must come out in any case)
                engine.failed(error)
            else:
                return made, resume_at, forced, None, None, {"left": 0, "right": 0}
        return stock_split(*arguments)

    @wraps(stock_justify)
    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        if getattr(line, "composed", None) is None:
            stock_justify(context, line, extra_width)

    @wraps(stock_widths)
    def inline_line_widths(
        context: Any,
        box: Any,
        outer: bool,  # noqa: FBT001
        is_line_start: bool,  # noqa: FBT001
        minimum: bool,  # noqa: FBT001
        skip_stack: Any = None,
        first_line: bool = False,  # noqa: FBT001, FBT002
    ) -> Iterator[float]:
        engine = current.get()
        if engine is not None and engine.takes(box):
            try:
                return iter(engine.widths(context, box, minimum, skip_stack, first_line))
            except UnsupportedError:
                pass
            except Exception as error:  # noqa: BLE001  (the same)
                engine.failed(error)
        found: Iterator[float] = stock_widths(
            context, box, outer, is_line_start, minimum, skip_stack, first_line
        )
        return found

    return {
        "split_inline_box": split_inline_box,
        "justify_line": justify_line,
        "inline_line_widths": inline_line_widths,
    }


MODULES = {
    "split_inline_box": inline,
    "justify_line": inline,
    "inline_line_widths": preferred,
}
