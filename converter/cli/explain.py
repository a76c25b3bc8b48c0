"""``fukan explain``: what a diagnostic code means."""

from __future__ import annotations

import argparse
import difflib
import sys

from converter.cli.language import language
from converter.diagnostics import UsageFaultError
from converter.diagnostics.core import catalogue
from converter.report.explain import explanation, overview


def run(options: argparse.Namespace) -> int:
    """Explain the given codes, or list all of them."""
    rules = catalogue()
    spoken = language()
    codes = [code.upper() for code in options.codes]
    for code in codes:
        if code not in rules:
            near = difflib.get_close_matches(code, rules, 1, 0.5)
            hint = f"; did you mean {near[0]}?" if near else "; fukan explain lists them all"
            msg = f"there is no diagnostic {code}{hint}"
            raise UsageFaultError(msg)
    if codes:
        sys.stdout.write("\n".join(explanation(rules[code], spoken) for code in codes))
    else:
        sys.stdout.write(overview(rules.values(), spoken))
    return 0
