"""``fukan parse``: the model as JSON."""

from __future__ import annotations

import argparse
import sys

from converter.cli.report import line_of
from converter.diagnostics import Severity, UsageFaultError
from converter.files import write_whole
from converter.model.serial import to_json
from converter.pipeline import restore
from converter.profile import Profile


def run(options: argparse.Namespace) -> int:
    """Write each issue's model; several issues need no ``--output`` and follow one another."""
    if options.output is not None and len(options.inputs) > 1:
        msg = "--output takes one issue; leave it out to print several models"
        raise UsageFaultError(msg)
    for path in options.inputs:
        restored = restore(path, profile=Profile())
        text = to_json(restored.issue)
        if options.output is not None:
            write_whole(options.output, text)
        else:
            sys.stdout.write(text)
        for found in restored.diagnostics:
            if found.severity is Severity.ERROR:
                print(line_of(found, path.name), file=sys.stderr)
    return 0
