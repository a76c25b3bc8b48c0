"""A PDF comes out whole, and says what it is."""

from __future__ import annotations

import subprocess
from pathlib import Path

from converter.pdf import PdfOptions, write_pdf
from tests.pdf.sample import sample_issue


def test_a_pdf_is_written_and_qpdf_finds_it_sound(tmp_path: Path) -> None:
    target = tmp_path / "issue.pdf"

    diagnostics = write_pdf(sample_issue(), target, PdfOptions())

    assert [diagnostic.message() for diagnostic in diagnostics] == []
    subprocess.run(["qpdf", "--check", target], check=True, capture_output=True)
