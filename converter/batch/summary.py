"""The summary of a batch as JSON and as a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from converter import __version__
from converter.batch.row import Status
from converter.batch.run import Summary
from converter.files import write_whole
from converter.resources import Resources


def summary_data(summary: Summary) -> dict[str, Any]:
    """The summary for JSON: totals first, then a row for each issue."""
    rows = [row.data() for row in summary.rows]
    sums = ("pages", "articles", "boxes", "errors", "warnings", "notes")
    return {
        "program": f"fukan {__version__}",
        "exit_code": summary.exit_code,
        "stopped_by": summary.stopped_by,
        "workers": summary.workers,
        "seconds": round(summary.seconds, 3),
        "cpu_seconds": round(sum(row.cpu for row in summary.rows), 3),
        "issues": {str(status): summary.count(status) for status in Status},
        "totals": {name: sum(row[name] for row in rows) for name in sums},
        "rows": rows,
    }


def write_summary(
    folder: Path,
    summary: Summary,
    resources: Resources,
    language: str,
    said: Callable[[str], str] = str,
) -> Path:
    """Write ``summary.json`` and ``summary.html`` to ``folder``; returns the page's path.

    ``language`` is that of the page's own words, ``"zh"`` or ``"en"``, and ``said`` puts what
    went wrong in it. Raises :class:`~converter.diagnostics.OutputError`.
    """
    from converter.render import environment

    data = summary_data(summary)
    text = json.dumps(data, indent=1) + "\n"  # ASCII: file names need not be text
    write_whole(folder / "summary.json", text)
    template = environment(resources, "zh-Hans").get_template("batch/summary.html")
    rows = [{**row, "reason": said(row["reason"])} for row in data["rows"]]
    page = template.render(
        summary={**data, "stopped_by": said(summary.stopped_by), "rows": rows},
        language=language,
        css=resources.style_text("batch.css"),
    )
    target = folder / "summary.html"
    write_whole(target, page.encode("utf-8", "replace"))
    return target
