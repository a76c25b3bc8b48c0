"""The command line: what may be said to ``fukan``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn

from converter import __version__
from converter.cli.arguments import single
from converter.values import NamedTuple


def _lazy(name: str) -> Callable[[argparse.Namespace], int]:
    """A command that is imported when it runs, so that ``--help`` answers at once."""

    def run(options: argparse.Namespace) -> int:
        import importlib

        module = importlib.import_module(f"converter.cli.{name}")
        return int(module.run(options))

    return run


class _Parser(argparse.ArgumentParser):
    """A parser that says in the user's language what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, and exit with code 2."""
        from converter.cli.faults import fault
        from converter.cli.language import say

        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {say('error', '错误')}: {fault(message)}\n")


class _CommandParser(_Parser):
    """A command's parser: of what it does not know it speaks itself, with its own usage.

    argparse would leave that to the parser of all commands.
    """

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read the arguments; exit with code 2 if one is not known."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return known, unknown


def build_parser(only: str | None = None, *, chinese: bool = False) -> argparse.ArgumentParser:
    """The parser with all commands; if it is for one, the others are left out.

    ``chinese`` is the language of its help.
    """
    parser = _Parser(
        prog="fukan",
        description="Republish OCR'd Chinese periodicals (复刊) as EPUB and PDF.",
        formatter_class=_NARROW,
    )
    parser.add_argument("--version", action="version", version=f"fukan {__version__}")
    # Where ``prog`` is not told, argparse formats a usage to find it.
    commands = parser.add_subparsers(
        title="commands",
        metavar="COMMAND",
        required=True,
        prog=parser.prog,
        parser_class=_CommandParser,
    )
    for name in (only,) if only in _COMMANDS else _COMMANDS:
        fill, told, description, epilog = _COMMANDS[name]
        command = commands.add_parser(
            name,
            help=told,
            description=description or f"{told[0].upper()}{told[1:]}.",
            epilog=epilog,
            formatter_class=_NARROW,
        )
        fill(command)
        command.set_defaults(run=_lazy(name))
        command.formatter_class = argparse.HelpFormatter
    parser.formatter_class = argparse.HelpFormatter
    if chinese:
        from converter.cli.arguments.chinese import translate

        translate(parser)
    return parser


_NARROW = partial(argparse.HelpFormatter, width=80)
"""For each argument argparse makes a formatter, which would ask how wide the screen is."""


def _convert(parser: argparse.ArgumentParser) -> None:
    from converter.cli.arguments.convert import convert

    convert(parser)


def _library(parser: argparse.ArgumentParser) -> None:
    from converter.cli.arguments.library import library

    library(parser)


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
    "parse": _Command(single.parse, "write the restored issue as JSON"),
    "check": _Command(single.check, "report what is doubtful in an issue"),
    "review": _Command(
        single.review,
        "put an issue on an editor's desk",
        "Show the source beside the restored issue, with every doubt, join and repair: as one "
        "HTML file, or with --serve in the browser, where decisions are written to "
        "ISSUE.corrections.toml at once.",
    ),
    "explain": _Command(single.explain, "say what a diagnostic code means"),
    "profile": _Command(single.profile, "propose a magazine's profile"),
    "library": _Command(
        _library,
        "make a library of all converted issues",
        "Make a website with search, OPDS catalogues, indexes and metadata of all issues that "
        "were converted into a folder, and check them as a series.",
    ),
}
