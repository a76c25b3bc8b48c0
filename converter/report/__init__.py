"""What is to be said about issues, in the forms that people and programs read.

Pure functions from findings to text: for the terminal, as JSON, SARIF and GitHub
annotations, and the long explanation of a code. Only the command line prints them, which
asks :mod:`.sarif`, :mod:`.github` and :mod:`.explain` themselves where they are wanted.
"""

from converter.report.plain import (
    account_line,
    change_line,
    conversion_lines,
    diagnostic_line,
    drop_line,
    reasons,
    summary,
)
from converter.report.report import Report, as_data, diagnostic_data

__all__ = [
    "Report",
    "account_line",
    "as_data",
    "change_line",
    "conversion_lines",
    "diagnostic_data",
    "diagnostic_line",
    "drop_line",
    "reasons",
    "summary",
]
