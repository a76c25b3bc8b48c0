"""Entries of a calendar, of which none is a title, whoever speaks there."""

from __future__ import annotations

import pytest

from converter.parse.items import is_of_calendar
from tests.parse.test_grids import unit

SPOKEN = "5月15日，线上，《渡口木船检查规程》宣贯第一讲"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["4月26日，北岸，技能比武（承办：北岸分会）", SPOKEN, "（主讲：车立恒）"], True),
        (["活动日历", SPOKEN, "（主讲：车立恒）", "5月29日，南岸，现场会"], True),
        (["渡船停在老地方", SPOKEN, "车立恒", "渡口的木牌上写着时刻。"], False),
        (["4月26日，北岸", "5月报告会侧记", "车立恒"], False),
        (["4月26日，北岸", "3月8日报道：船工的节日", "车立恒"], False),
    ],
)
def test_a_day_near_another(lines: list[str], *, told: bool) -> None:
    assert is_of_calendar([unit(line) for line in lines], 1) is told
