"""The arguments of ``fukan convert``."""

from __future__ import annotations

import argparse
from pathlib import Path

from converter.cli.arguments import shared


def convert(parser: argparse.ArgumentParser) -> None:
    """``fukan convert``: issues to EPUB and PDF."""
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="OCR text (.txt), model (.json), folder, pattern ('archive/**/*.txt') or @list file",
    )
    shared.settings(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=shared.folder,
        default=Path("output"),
        metavar="DIR",
        help="folder for the results (default: output)",
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=("epub", "pdf"),
        action="append",
        default=[],
        help="write this format only; repeat for more (default: both)",
    )
    shared.editions(parser, made=True)
    parser.add_argument(
        "--only-traditional",
        "--only-variant",
        dest="only_variant",
        action="store_true",
        help="leave the edition in the source's script out",
    )
    _epub(parser)
    _pdf(parser)
    shared.looks(parser)
    _again(parser)
    _batch(parser)
    _report(parser)


def _epub(parser: argparse.ArgumentParser) -> None:
    epub = parser.add_argument_group("EPUB")
    epub.add_argument(
        "--vertical",
        action=argparse.BooleanOptionalAction,
        help="set the Traditional EPUB vertically",
    )
    epub.add_argument(
        "--embed-fonts", action="store_true", help="embed subsets of the fonts in the EPUB"
    )
    epub.add_argument(
        "--cover", type=Path, metavar="PICTURE", help="your own cover picture (JPEG or PNG)"
    )
    epub.add_argument(
        "--conforms-to",
        default="",
        metavar="STANDARD",
        help="what a person has audited, such as 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'",
    )
    epub.add_argument(
        "--certified-by", default="", metavar="NAME", help="who has audited it (--conforms-to)"
    )


def _pdf(parser: argparse.ArgumentParser) -> None:
    pdf = parser.add_argument_group("PDF")
    pdf.add_argument(
        "--pdf",
        choices=("screen", "press", "archive"),
        default="screen",
        help="kind of PDF (default: screen)",
    )
    pdf.add_argument(
        "--page", choices=("16k", "32k", "a4", "b5"), help="page size (default: 16k, 185 × 260 mm)"
    )
    pdf.add_argument("--columns", type=int, choices=(1, 2), help="columns of text (default: 1)")
    pdf.add_argument("--size", type=float, metavar="PT", help="size of the body text in points")
    pdf.add_argument(
        "--signature",
        type=int,
        choices=(4, 8, 16),
        help="pad the press edition to whole sheets of so many pages",
    )
    pdf.add_argument("--theme", help="theme of the PDF (default: classic)")


def _again(parser: argparse.ArgumentParser) -> None:
    again = parser.add_argument_group("while designing")
    again.add_argument(
        "-w",
        "--watch",
        action="store_true",
        help="convert again whenever the issue, its corrections, a template or a style is saved",
    )
    again.add_argument(
        "--article",
        type=int,
        metavar="N",
        help="make the PDF of one article only, as a preview (NAME.article-N.pdf)",
    )


def _batch(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("many issues")
    group.add_argument(
        "-j", "--jobs", type=int, metavar="N", help="worker processes (default: all processors)"
    )
    group.add_argument("--force", action="store_true", help="convert what is up to date as well")
    group.add_argument(
        "--time-limit",
        type=float,
        metavar="SECONDS",
        help="give an issue up after so long (default: 600 in a batch; 0: never)",
    )
    group.add_argument(
        "--memory-limit",
        type=int,
        metavar="MB",
        help="memory a worker may take (default: its share of the machine's; 0: no limit)",
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="convert on the Dask cluster at tcp://HOST:PORT (needs fukan[cluster])",
    )


def _report(parser: argparse.ArgumentParser) -> None:
    report = parser.add_argument_group("report")
    report.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    report.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print the doubts of every issue, not of a single one only",
    )
    report.add_argument("--json", action="store_true", help="report events as lines of JSON")
    report.add_argument(
        "--report",
        type=Path,
        metavar="DIR",
        help="write summary.html and summary.json here (several issues: default OUTPUT/.fukan)",
    )
