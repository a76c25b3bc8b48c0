"""Options that several commands have."""

from __future__ import annotations

import argparse
from pathlib import Path


def folder(text: str) -> Path:
    """The folder of that name; none has the empty one, which would be the one at hand."""
    if not text.strip():
        msg = "the name of the folder is empty"
        raise argparse.ArgumentTypeError(msg)
    return Path(text)


def inputs(parser: argparse.ArgumentParser) -> None:
    """The issues of a command, and how they are to be read."""
    parser.add_argument(
        "inputs", nargs="+", type=Path, metavar="ISSUE", help="OCR text (.txt) or a model (.json)"
    )
    readings(parser)


def readings(parser: argparse.ArgumentParser) -> None:
    """How an issue is to be read."""
    settings(parser)
    parser.add_argument(
        "--corrections",
        type=Path,
        metavar="FILE",
        dest="corrections",
        help="an editor's corrections (default: ISSUE.corrections.toml, if there is one)",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="RULE",
        help="switch a cleaning rule off (check --changes shows their names)",
    )


def settings(parser: argparse.ArgumentParser) -> None:
    """What every command takes that reads an issue."""
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="FILE",
        help="the magazine's conventions (default: told by the masthead)",
    )
    parser.add_argument(
        "--no-corrections",
        dest="corrections",
        action="store_false",
        default=True,
        help="leave the corrections beside the issue alone",
    )


TRADITIONAL = {"tw": "zh-Hant-TW", "hk": "zh-Hant-HK", "t": "zh-Hant"}
"""The editions that ``--traditional`` names."""
_MADE = (
    "add a Traditional edition: tw (Taiwan), hk (Hong Kong) or t (OpenCC standard)",
    "add a Simplified edition of a Traditional source",
)
_LOOKED_AT = (
    "look at a Traditional edition, too: tw (Taiwan), hk (Hong Kong) or t (OpenCC standard)",
    "look at a Simplified edition of a Traditional source, too",
)


def editions(parser: argparse.ArgumentParser, *, made: bool) -> None:
    """Which editions in the other script there shall be: ``made``, or only looked at."""
    group = parser.add_argument_group("editions in the other script")
    traditional, simplified = _MADE if made else _LOOKED_AT
    group.add_argument("--traditional", choices=tuple(TRADITIONAL), help=traditional)
    group.add_argument("--simplified", action="store_true", help=simplified)
    group.add_argument(
        "--vocabulary",
        action=argparse.BooleanOptionalAction,
        help="convert vocabulary as well as characters (tw)",
    )
    group.add_argument(
        "--glossary",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="fixed conversions (TOML or OpenCC format)",
    )


def looks(parser: argparse.ArgumentParser) -> None:
    """The user's own templates and style sheets."""
    looks = parser.add_argument_group("looks")
    looks.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="your templates; files it lacks are the program's",
    )
    looks.add_argument(
        "--styles",
        type=Path,
        metavar="DIR",
        help="your style sheets; files it lacks are the program's",
    )


def output(parser: argparse.ArgumentParser, told: str) -> None:
    """Where a single file is written."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=told)


def fail_on(parser: argparse.ArgumentParser, told: str) -> None:
    """From which severity on the exit code says so."""
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help=f"{told} (default: error)",
    )
