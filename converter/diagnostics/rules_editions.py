"""Diagnostic rules: editions."""

from converter.diagnostics.core import Rule

RULES: tuple[Rule, ...] = ()
