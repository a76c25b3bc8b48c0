"""Runs a command and turns errors into plain sentences and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from converter.cli.arguments import build_parser
from converter.diagnostics import FukanError

EXIT_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``fukan`` and return its exit code.

    0 all well, 1 converted with diagnostics of severity error (``check`` only), 2 usage,
    64–73 as in the ``sysexits`` convention, 130 interrupted.
    """
    options = build_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except FukanError as error:
        print(f"fukan: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("fukan: interrupted", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone; say nothing more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RecursionError:
        print("fukan: the input is nested too deeply", file=sys.stderr)
        return 65
    except MemoryError:
        print("fukan: not enough memory for this input", file=sys.stderr)
        return 71
