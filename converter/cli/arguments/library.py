"""The arguments of ``fukan library``."""

from __future__ import annotations

import argparse
from pathlib import Path

from converter.cli.arguments import shared


def library(parser: argparse.ArgumentParser) -> None:
    """``fukan library``: a library of all converted issues."""
    parser.add_argument("output", type=Path, metavar="OUTPUT", help="folder that convert wrote to")
    parser.add_argument(
        "-o",
        "--site",
        type=Path,
        metavar="DIR",
        help="folder for the library (default: OUTPUT/library)",
    )
    parser.add_argument("--title", default="", help="name of the library (default: the magazine's)")
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="FILE",
        help="the magazine's conventions: how severe doubts about the series are",
    )
    parser.add_argument(
        "--base-url",
        default="",
        metavar="URL",
        help="address at which it will stand (adds sitemap, RSS and absolute links)",
    )
    parser.add_argument(
        "--no-search", dest="search", action="store_false", help="make no full-text index"
    )
    parser.add_argument(
        "--check", action="store_true", help="check the series only and make no library"
    )
    shared.fail_on(parser, "severity of a doubt from which the exit code is 1")
    parser.add_argument(
        "--serve", action="store_true", help="show the library to this machine's browser"
    )
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="port for --serve (default: 8000)"
    )
    shared.looks(parser)
    report = parser.add_argument_group("report")
    report.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    report.add_argument("--json", action="store_true", help="report as JSON")
