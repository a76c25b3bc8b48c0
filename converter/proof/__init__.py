"""Looks for what the machine doubts in a restored issue."""

from converter.proof.checks import proof

__all__ = ["proof"]
