"""Diagnostic rules: parse."""

from converter.diagnostics.core import Rule

RULES: tuple[Rule, ...] = ()
