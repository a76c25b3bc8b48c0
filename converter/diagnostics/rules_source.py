"""Diagnostic rules: source."""

from converter.diagnostics.core import Rule

RULES: tuple[Rule, ...] = ()
