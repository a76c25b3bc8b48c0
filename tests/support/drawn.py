"""How many texts the property tests draw, and whether they are the same ones each time.

``make test`` draws the same texts from the same tests, so that a red suite means the change that
was made. ``make fuzz`` sets ``FUKAN_FUZZ`` to the times as many to draw, new ones each time; what
it finds becomes an ``@example`` of the test.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import settings

TIMES = int(os.environ.get("FUKAN_FUZZ") or 0)
"""Times as many examples as a test asks for; 0 for the same ones each time."""


def drawn(examples: int, **more: Any) -> settings:
    """The settings of a test that draws so many ``examples``; no time limit for one of them."""
    return settings(
        max_examples=examples * max(TIMES, 1), deadline=None, derandomize=not TIMES, **more
    )
