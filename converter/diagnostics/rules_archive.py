"""Diagnostic rules: archive."""

from converter.diagnostics.core import Rule

RULES: tuple[Rule, ...] = ()
