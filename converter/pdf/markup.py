"""The issue as one page tree, through the templates."""

from __future__ import annotations

import re

from converter.model import Issue
from converter.pdf.options import PdfOptions
from converter.pdf.view import IssueView
from converter.render import environment

# What XML 1.0 §2.2 forbids; the filters drop it from texts, this from plain strings.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def markup(issue: Issue, seen: IssueView, options: PdfOptions) -> str:
    """Well-formed markup of the whole issue, without a namespace."""
    template = environment(options.resources, issue.language).get_template("pdf/issue.html")
    made = template.render(view=seen, language=issue.language, options=options)
    return _FORBIDDEN.sub("", made)
