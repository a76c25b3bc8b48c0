"""The day on which a speech was held, in brackets below its title."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph, Role
from converter.parse.kinds import tells_day
from tests.support.restored import restored

TEXT = """　　今天，全镇各村的会计都来了，我讲三个问题，讲完
就请大家分组去算一算。
　　第一个问题，是把去年的账对清楚，一村一本，一
户一页，年底以前张榜公布。
　　第二个问题，是算盘还要不要打。
"""
OTHER = (
    """　　十月十二日上午，河湾镇老年体育协会在镇文化中
心召开第六届会员代表大会，八十六名代表出席。
"""
    * 4
)


def _speech(*below: str) -> Article:
    head = "目录\n在全镇村级会计培训班上的讲话 牧 野 1\n我教老伴打太极 贺兰英 5\n"
    body = "\n".join(["在全镇村级会计培训班上的讲话", *below])
    text = f"{head}{body}\n{TEXT}我教老伴打太极\n贺兰英\n{OTHER}"
    return restored(text).issue.articles[0]


@pytest.mark.parametrize(
    "day", ["（2019年9月26日）", "（二〇一九年九月二十六日）", "(1987年3月2日)"]
)
def test_the_day_of_a_speech_stays_with_its_text(day: str) -> None:
    found = _speech(day, "牧　野")
    assert found.subtitle is None
    assert [author.name for author in found.bylines[0].authors] == ["牧野"]
    first = found.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.role, first.text.value[1:-1]) == (Role.CREDIT, day[1:-1])


@pytest.mark.parametrize(
    "text", ["（2019年9月）", "2019年9月26日", "（2019年9月26日在某镇）", "（9月26日）"]
)
def test_other_dates_are_no_day_of_a_speech(text: str) -> None:
    assert not tells_day(text)
