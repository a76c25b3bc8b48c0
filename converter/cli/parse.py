"""``fukan parse``: the model as JSON."""

from __future__ import annotations

import argparse
import sys

from converter.cli.report import line_of, printable
from converter.cli.settings import restored
from converter.diagnostics import Severity, UsageFaultError
from converter.files import write_whole
from converter.model.serial import to_json


def run(options: argparse.Namespace) -> int:
    """Write each issue's model; several issues need no ``--output`` and follow one another."""
    if options.output is not None and len(options.inputs) > 1:
        msg = "--output takes one issue; leave it out to print several models"
        raise UsageFaultError(msg)
    for path in options.inputs:
        found, _ = restored(path, options)
        text = to_json(found.issue)
        if options.output is not None:
            write_whole(options.output, text)
        else:
            sys.stdout.write(text)
        for doubt in found.diagnostics:
            if doubt.severity is Severity.ERROR:
                print(printable(line_of(doubt, path.name)), file=sys.stderr)
    return 0
