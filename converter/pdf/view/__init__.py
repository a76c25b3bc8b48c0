"""What the templates of the PDF see: the issue, made ready for the page.

Nothing here knows HTML (but for the tags around a footnote); the templates know nothing of
the model's corners. The views are named tuples: cheap to declare, and start-up counts.
"""

from converter.pdf.view.issue import IssueView, view_of

__all__ = ["IssueView", "view_of"]
