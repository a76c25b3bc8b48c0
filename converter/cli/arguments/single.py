"""The arguments of the commands that look at single issues."""

from __future__ import annotations

import argparse
from pathlib import Path

from converter.cli.arguments import shared


def parse(parser: argparse.ArgumentParser) -> None:
    """``fukan parse``: an issue as JSON."""
    shared.inputs(parser)
    shared.output(parser, "write to a file (default: standard output)")


def check(parser: argparse.ArgumentParser) -> None:
    """``fukan check``: what is doubtful in an issue."""
    shared.inputs(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="form of the report: text, json, annotations for GitHub or SARIF 2.1.0",
    )
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="say why each doubt matters and what to do"
    )
    shared.fail_on(parser, "severity from which the exit code is 1")
    parser.add_argument(
        "--changes", action="store_true", help="list every repair of the text as well"
    )
    parser.add_argument(
        "--drops", action="store_true", help="list everything that was left out as well"
    )
    shared.editions(parser, made=False)


def review(parser: argparse.ArgumentParser) -> None:
    """``fukan review``: an editor's desk."""
    parser.add_argument("input", type=Path, metavar="ISSUE", help="OCR text (.txt)")
    shared.readings(parser)
    shared.output(parser, "the page (default: output/ISSUE.review.html)")
    parser.add_argument(
        "--pages", action="store_true", help="show the PDF page on which each block landed"
    )
    desk = parser.add_argument_group("desk")
    desk.add_argument(
        "--serve", action="store_true", help="let the editor settle things in the browser"
    )
    desk.add_argument(
        "--port", type=_port, default=0, metavar="N", help="port of the desk (default: a free one)"
    )
    desk.add_argument("--open", action="store_true", help="open the page or the desk in a browser")
    shared.editions(parser, made=False)
    shared.looks(parser)


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 65535):
        msg = f"{text} is no port (0 to 65535)"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def explain(parser: argparse.ArgumentParser) -> None:
    """``fukan explain``: what a code means."""
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as HEA003; none: list all")


def profile(parser: argparse.ArgumentParser) -> None:
    """``fukan profile``: a magazine's conventions."""
    actions = parser.add_subparsers(
        title="actions", metavar="ACTION", required=True, prog=parser.prog
    )
    init = actions.add_parser(
        "init",
        help="propose a profile from issues of one magazine",
        description="Propose a profile from issues of one magazine.",
    )
    init.add_argument("inputs", nargs="+", type=Path, metavar="ISSUE", help="OCR text or a model")
    shared.output(init, "such as NAME.profile.toml (default: print)")
    init.add_argument("--force", action="store_true", help="replace the file if it exists")
