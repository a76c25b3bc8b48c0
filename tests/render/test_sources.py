"""Whence a box was taken."""

from __future__ import annotations

import pytest

from converter.render import environment
from converter.resources import Resources


@pytest.mark.parametrize(
    ("source", "dash"),
    [
        ("资料来源：渡口镇水文站", ""),
        ("來源：《渡口志》", ""),
        ("摘自：《渡口志》", ""),
        ("摘自《渡口志》", "——"),
        ("《渡口志》", "——"),
        ("水文站站长季如川", "——"),
    ],
)
def test_a_dash_leads_to_a_source_that_does_not_say_it_is_one(source: str, dash: str) -> None:
    made = environment(Resources(), "zh-Hans")
    assert made.from_string("{{ source|dash }}").render(source=source) == dash
