"""The issue as one page tree, through the templates."""

from __future__ import annotations

from traceback import extract_tb
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.diagnostics import UsageFaultError
from converter.model import Issue
from converter.pdf.options import PdfOptions
from converter.pdf.view import IssueView
from converter.render import environment

if TYPE_CHECKING:
    from jinja2 import TemplateError

# What XML 1.0 §2.2 forbids; the filters drop it from texts, this from plain strings.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def markup(issue: Issue, seen: IssueView, options: PdfOptions) -> str:
    """Well-formed markup of the whole issue, without a namespace.

    Raises :class:`UsageFaultError` for a user's template that cannot be filled in.
    """
    from jinja2 import TemplateError

    try:
        template = environment(options.resources, issue.language).get_template("pdf/issue.html")
        made = template.render(view=seen, language=issue.language, options=options)
    except TemplateError as error:
        if options.resources.templates is None:
            raise
        msg = f"--templates: {_place(error)}: {error.message}"
        raise UsageFaultError(msg) from error
    return _FORBIDDEN.sub("", made)


def _place(error: TemplateError) -> str:
    """The file and line of a template at which an error arose."""
    name, line = getattr(error, "filename", None), getattr(error, "lineno", 0)
    for frame in extract_tb(error.__traceback__):
        if frame.filename.endswith(".html"):  # Jinja puts its templates into the traceback
            name, line = frame.filename, frame.lineno or 0
    return f"{name or 'a template'}, line {line}"
