"""Writes the command reference of the README from the program itself: `make reference`.

With --check it writes nothing and fails where the README is not up to date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from converter.cli.arguments import build_parser  # noqa: E402  (after the path)
from converter.diagnostics import errors  # noqa: E402

README = ROOT / "README.md"
BEGIN, END = "<!-- reference: made by `make reference` -->\n", "<!-- end of reference -->\n"


def sentence(text: str) -> str:
    text = " ".join(text.split()).replace("%%", "%")
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def cell(text: str) -> str:
    return " ".join(text.split()).replace("%%", "%").replace("|", r"\|")


def option_names(action: argparse.Action) -> str:
    """``-o``, ``--output DIR`` as the README writes them."""
    value = ""
    if action.choices:
        value = " " + "|".join(str(choice) for choice in action.choices)
    elif action.nargs != 0:
        value = f" {action.metavar or action.dest.upper()}"
    names = [f"`{name}`" for name in action.option_strings]
    names[-1] = names[-1][:-1] + value + "`"
    return cell(", ".join(names))


def commands(
    parser: argparse.ArgumentParser, help_text: str = ""
) -> Iterator[tuple[argparse.ArgumentParser, str]]:
    """Every command that does something, with its help."""
    nested = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not nested:
        yield parser, help_text
    for group in nested:
        helps = {pseudo.dest: pseudo.help or "" for pseudo in group._choices_actions}
        for name, command in group.choices.items():
            yield from commands(command, helps.get(name, ""))


def describe(parser: argparse.ArgumentParser, help_text: str) -> Iterator[str]:
    shown = [one for one in parser._actions if one.help != argparse.SUPPRESS]
    places = [one for one in shown if not one.option_strings]
    inputs = " ".join(
        f"{one.metavar or one.dest}{'…' * (one.nargs in ('+', '*'))}" for one in places
    )
    yield f"### `{parser.prog} {inputs}`".replace(" `", "`").replace("###`", "### `")
    yield ""
    yield sentence(parser.description or help_text)
    details = [f"`{one.metavar or one.dest}`: {cell(one.help)}." for one in places if one.help]
    if details:
        yield " ".join(details)
    yield ""
    options = [one for one in shown if one.option_strings and one.dest != "help"]
    if options:
        yield "| option | |"
        yield "|---|---|"
        yield from (f"| {option_names(one)} | {cell(one.help or '')} |" for one in options)
        yield ""


def exit_codes() -> Iterator[str]:
    """The table of exit codes from the family of errors."""
    told: dict[int, list[str]] = {}
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.FukanError):
            code, text = kind.exit_code, (kind.__doc__ or "").strip().splitlines()[0].rstrip(".")
            if kind is errors.FukanError:
                text = "A fault of the program"
            told.setdefault(code, []).append(text)
    yield "### Exit codes"
    yield ""
    yield "The highest that applies, where several issues fail."
    yield ""
    yield "| code | |"
    yield "|---|---|"
    yield "| 0 | Done |"
    yield "| 1 | `fukan check` found a doubt of the severity that `--fail-on` names |"
    yield "| 2 | The command line is not understood |"
    yield from (f"| {code} | {'; '.join(told[code])} |" for code in sorted(told))
    yield "| 130, 143 | Interrupted (Ctrl-C, SIGTERM) |"
    yield ""


def reference() -> str:
    lines = [""]
    for command, help_text in commands(build_parser()):
        lines += describe(command, help_text)
    lines += exit_codes()
    return "\n".join(lines) + "\n"


def main() -> int:
    old = README.read_text(encoding="utf-8")
    head, _, rest = old.partition(BEGIN)
    _, _, tail = rest.partition(END)
    new = head + BEGIN + reference() + END + tail
    if "--check" in sys.argv[1:]:
        if new != old:
            print("the command reference of the README is out of date: run `make reference`")
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
