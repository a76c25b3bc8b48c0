"""Runs a command and turns errors into plain sentences and exit codes."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Iterator, Sequence

EXIT_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``fukan`` and return its exit code.

    0 all well, 1 converted with diagnostics of severity error (``check`` only), 2 usage,
    64–75 as in the ``sysexits`` convention, 130 interrupted.
    """
    with _few_collections():
        from converter.diagnostics import FukanError  # modules make much that lives, too

        try:
            code = _run(sys.argv[1:] if arguments is None else arguments)
        except (FukanError, KeyboardInterrupt, OSError, RecursionError, MemoryError) as error:
            return _told(error)
        if arguments is None:
            _leave(code)  # before what was made is searched for cycles once more
    return code


def _run(given: Sequence[str]) -> int:
    from converter.cli.arguments import build_parser
    from converter.cli.language import language

    for stream in (sys.stdout, sys.stderr):
        # File names need not be text, and a terminal need not know every character.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = build_parser(given[0] if given else None, chinese=language() == "zh")
    options = parser.parse_args(given)
    code = int(options.run(options))
    sys.stdout.flush()  # now, while it can be told that the disk is full
    return code


def _leave(code: int) -> None:
    """End the program now, unless a thread has still something to do.

    What is registered for the end is done. Python would also take every object apart, which
    after a PDF is a tenth of all the time.
    """
    threading = sys.modules.get("threading")
    if (threading is None or threading.active_count() == 1) and sys.gettrace() is None:
        atexit._run_exitfuncs()  # noqa: SLF001  (what Python itself calls)
        sys.stderr.flush()
        os._exit(code)


@contextlib.contextmanager
def _few_collections() -> Iterator[None]:
    """What a command makes lives to its end; looking for cycles in it takes 6 % of the time."""
    before = gc.get_threshold()
    gc.set_threshold(250_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _told(error: BaseException) -> int:
    """Say in a sentence what ended the command; returns its exit code."""
    from converter.diagnostics import FukanError, InputError, MemoryLimitError, OutputError

    code = OutputError.exit_code
    match error:
        case FukanError():
            text, code = str(error), error.exit_code
        case KeyboardInterrupt():
            text, code = "interrupted", EXIT_INTERRUPTED
        case BrokenPipeError():
            # The reader (head, less) has gone: say nothing more.
            text, code = "", 0
        case OSError():
            text = f"{error.filename or 'cannot print'}: {error.strerror or error}"
        case RecursionError():
            text, code = "the input is nested too deeply", InputError.exit_code
        case _:
            text, code = "not enough memory for this input", MemoryLimitError.exit_code
    if isinstance(error, OSError):
        # Nothing more to standard output, not even what is left when Python ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if text:
        from converter.cli.faults import fault
        from converter.cli.report import printable

        with contextlib.suppress(OSError):
            print(f"fukan: {printable(fault(text))}", file=sys.stderr)
    return code
