"""The command ``fukan``: arguments, printing, exit codes. The only place that prints."""

from converter.cli.main import main

__all__ = ["main"]
