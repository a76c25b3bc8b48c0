"""``fukan convert --watch`` and ``--article``: convert again whenever a file is saved."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from converter.batch import Recipe, discover
from converter.batch.preview import Preview
from converter.batch.watch import Watch, files_of
from converter.cli.faults import fault
from converter.cli.language import say
from converter.cli.report import line_of, printable
from converter.diagnostics import FukanError, UsageFaultError

_INTERRUPTED = frozenset((130, 143))


def preview(options: argparse.Namespace, recipe: Recipe) -> int:
    """Make the PDF of one article, and with ``--watch`` again after each change."""
    found = discover(options.inputs, output=options.output, recipe=recipe)
    if len(found.found) != 1 or found.refused:
        msg = "--article previews one issue; name a single file"
        raise UsageFaultError(msg)
    if options.format and "pdf" not in options.format:
        msg = "--article makes a PDF; leave --format epub out"
        raise UsageFaultError(msg)
    one = found.found[0]
    made = Preview(one.path, one.name, options.article, options.output, recipe)

    def once() -> int:
        began = time.monotonic()
        done = made.make()
        seconds = f"{time.monotonic() - began:.1f}"
        for diagnostic in done.diagnostics:
            print(line_of(diagnostic, one.path.name), file=sys.stderr)
        _tell(
            options,
            {"event": "preview", "file": str(done.path), "title": done.title},
            f"{done.path}: {done.title} ({seconds} s)",
        )
        return 0

    return watch(options, recipe, once) if options.watch else once()


def watch(options: argparse.Namespace, recipe: Recipe, once: Callable[[], int]) -> int:
    """Run ``once``, then again after every change, until interrupted (which is no fault)."""
    looking = Watch(lambda: files_of(options.inputs, options.output, recipe))
    try:
        code = _guarded(once, first=True)
        while code not in _INTERRUPTED:
            _tell(
                options,
                {"event": "watching"},
                say("watching; Ctrl-C ends", "监视中；按 Ctrl-C 结束"),
            )
            changed = looking.wait()
            names = ", ".join(_short(path) for path in changed[:4])
            more = len(changed) - 4
            names += say(f" and {more} more", f" 等 {len(changed)} 个") if more > 0 else ""
            _tell(
                options,
                {"event": "changed", "files": [str(path) for path in changed]},
                say(f"changed: {names}", f"已改动：{names}"),
            )
            code = _guarded(once)
    except KeyboardInterrupt:
        pass
    return 0


def _guarded(once: Callable[[], int], *, first: bool = False) -> int:
    """One round. What fails is said, and the next change may mend it."""
    try:
        return once()
    except UsageFaultError as error:
        if first:
            raise
        return _failed(error, error.exit_code)
    except FukanError as error:
        return _failed(error, error.exit_code)
    except Exception as error:  # noqa: BLE001  (a template or a style that is being written)
        return _failed(f"{type(error).__name__}: {error}", FukanError.exit_code)


def _failed(error: object, code: int) -> int:
    print(f"fukan: {printable(fault(str(error)))}", file=sys.stderr)
    return code


def _tell(options: argparse.Namespace, event: dict[str, object], text: str) -> None:
    if options.json:
        print(json.dumps(event, ensure_ascii=False), flush=True)
    elif not options.quiet:
        print(printable(text), flush=True)


def _short(path: Path) -> str:
    return "/".join(path.parts[-2:]) if len(path.parts) > 1 else path.name
