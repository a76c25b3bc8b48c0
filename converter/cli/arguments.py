"""The command line: what may be said to ``fukan``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from converter import __version__


def _lazy(name: str) -> Callable[[argparse.Namespace], int]:
    """A command that is imported when it runs, so that ``--help`` answers at once."""

    def run(options: argparse.Namespace) -> int:
        import importlib

        module = importlib.import_module(f"converter.cli.{name}")
        return int(module.run(options))

    return run


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser with all commands; if it is for one, the arguments of the others are left out."""
    parser = argparse.ArgumentParser(
        prog="fukan",
        description="Republish OCR'd Chinese periodicals (复刊) as EPUB and PDF.",
    )
    parser.add_argument("--version", action="version", version=f"fukan {__version__}")
    # Where ``prog`` is not told, argparse formats a usage to find it.
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, prog=parser.prog
    )
    for name, (fill, told, description, epilog) in _COMMANDS.items():
        command = commands.add_parser(name, help=told, description=description, epilog=epilog)
        if only == name or only not in _COMMANDS:
            fill(command)
            command.set_defaults(run=_lazy(name))
    return parser


def _inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=Path, metavar="ISSUE", help="OCR text (.txt) or a model (.json)"
    )
    _readings(parser)


def _readings(parser: argparse.ArgumentParser) -> None:
    """How an issue is to be read."""
    _settings(parser)
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


def _settings(parser: argparse.ArgumentParser) -> None:
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


def _traditional(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("editions in the other script")
    group.add_argument(
        "--traditional",
        choices=("tw", "hk", "t"),
        help="add a Traditional edition: tw (Taiwan), hk (Hong Kong) or t (OpenCC standard)",
    )
    group.add_argument(
        "--simplified", action="store_true", help="add a Simplified edition of a Traditional source"
    )
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


def _convert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="OCR text (.txt), model (.json), folder, pattern ('archive/**/*.txt') or @list file",
    )
    _settings(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("output"),
        metavar="DIR",
        help="folder for the results (default: output)",
    )
    parser.add_argument(
        "-f", "--format", choices=("epub", "pdf"), help="write one format only (default: both)"
    )
    _traditional(parser)
    parser.add_argument(
        "--only-traditional",
        "--only-variant",
        dest="only_variant",
        action="store_true",
        help="leave the edition in the source's script out",
    )
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
    _looks(parser)
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
    _batch(parser)
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


def _looks(parser: argparse.ArgumentParser) -> None:
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


def _parse(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write to a file (default: standard output)",
    )


def _check(parser: argparse.ArgumentParser) -> None:
    _inputs(parser)
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
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="severity from which the exit code is 1 (default: error)",
    )
    parser.add_argument(
        "--changes", action="store_true", help="list every repair of the text as well"
    )
    parser.add_argument(
        "--drops", action="store_true", help="list everything that was left out as well"
    )
    _traditional(parser)


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="ISSUE", help="OCR text (.txt)")
    _readings(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="the page (default: output/ISSUE.review.html)",
    )
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
    desk.add_argument("--open", action="store_true", help="open the desk in the browser")
    _traditional(parser)
    _looks(parser)


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError
    return number


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as HEA003; none: list all")


def _profile(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        title="actions", metavar="ACTION", required=True, prog=parser.prog
    )
    init = actions.add_parser("init", help="propose a profile from issues of one magazine")
    init.add_argument("inputs", nargs="+", type=Path, metavar="ISSUE", help="OCR text or a model")
    init.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="such as NAME.profile.toml (default: print)",
    )
    init.add_argument("--force", action="store_true", help="replace the file if it exists")


def _library(parser: argparse.ArgumentParser) -> None:
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
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="severity of a doubt from which the exit code is 1 (default: error)",
    )
    parser.add_argument(
        "--serve", action="store_true", help="show the library to this machine's browser"
    )
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="port for --serve (default: 8000)"
    )
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
    report = parser.add_argument_group("report")
    report.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    report.add_argument("--json", action="store_true", help="report as JSON")


class _Command(NamedTuple):
    """What adds the arguments of a command, and what ``--help`` says of it."""

    fill: Callable[[argparse.ArgumentParser], None]
    help: str
    description: str | None = None
    epilog: str | None = None


_COMMANDS = {
    "convert": _Command(
        _convert,
        "convert issues to EPUB and PDF",
        "Convert issues to EPUB and PDF. What is up to date is not made again.",
        "Exit code: 0 all converted; 64 asked for nonsense, 65 bad input, 66 no such input, "
        "69 something missing on this machine, 70 a crash, 71 out of memory, 73 cannot write, "
        "75 time limit (of several failures the highest); 130 and 143 interrupted: "
        "the same command goes on where it was.",
    ),
    "parse": _Command(_parse, "write the restored issue as JSON"),
    "check": _Command(_check, "report what is doubtful in an issue"),
    "review": _Command(
        _review,
        "put an issue on an editor's desk",
        "Show the source beside the restored issue, with every doubt, join and repair: as one "
        "HTML file, or with --serve in the browser, where decisions are written to "
        "ISSUE.corrections.toml at once.",
    ),
    "explain": _Command(_explain, "say what a diagnostic code means"),
    "profile": _Command(_profile, "propose a magazine's profile"),
    "library": _Command(
        _library,
        "make a library of all converted issues",
        "Make a website with search, OPDS catalogues, indexes and metadata of all issues that "
        "were converted into a folder, and check them as a series.",
    ),
}
