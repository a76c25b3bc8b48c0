"""How often something is asked: what a cost is counted in, where seconds tell of the machine."""

from __future__ import annotations

from unittest.mock import Mock, create_autospec

import pytest


def calls_of(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> Mock:
    """A function of a module or a method of a class, which does the same and counts its calls."""
    original = getattr(owner, name)
    counted: Mock = create_autospec(original, side_effect=original)
    monkeypatch.setattr(owner, name, counted)
    return counted
