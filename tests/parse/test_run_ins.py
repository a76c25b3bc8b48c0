"""Run-in headings: a whole series has them, or none of it."""

from __future__ import annotations

import pytest

from converter.model import MarkKind, Paragraph
from converter.pipeline import restore


def _run_ins(*paragraphs: str) -> list[str]:
    head = ("目录", "灶边四季 宋小满 4", "灶边四季", "宋小满")
    issue = restore("\n\n".join((*head, *paragraphs)).encode(), name="issue.txt").issue
    return [
        block.text.value[mark.start : mark.end]
        for block in issue.articles[0].blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
        if mark.kind is MarkKind.RUN_IN
    ]


LEAD = "谷雨前后笋最嫩，山里人家一天三顿都离不开它，连腌菜坛子也要腾出一只来。"


def test_a_series_has_its_run_in_headings() -> None:
    found = _run_ins(
        LEAD,
        "一是选料要早。天不亮就上山，露水没干的笋才带着甜味。",
        "二是火候要准。水开以后再下锅，盖上盖子焖一刻钟。",
        "三是放凉要快。捞出来摊在竹匾里，对着穿堂风吹。",
    )
    assert found == ["一是选料要早。", "二是火候要准。", "三是放凉要快。"]


@pytest.mark.parametrize("sign", ["{}.", "{}．", "{}、", "({})", "第{}，"])
def test_one_step_of_two_sentences_among_others_of_one_has_none(sign: str) -> None:
    counted = "一二三四" if "第" in sign else "1234"
    steps = (
        "大米淘净，泡二十分钟。笋切成丁，用温水浸半小时去涩",
        "锅里放猪油，下笋丁，小火煸到边缘发亮",
        "连油一起倒在米上，水比平时少放一格",
        "饭好以后再焖十分钟，用饭勺从下往上翻松",
    )
    lines = [f"{sign.format(n)}{step}。" for n, step in zip(counted, steps, strict=True)]
    assert _run_ins(LEAD, *lines) == []


def test_each_series_is_judged_by_itself() -> None:
    found = _run_ins(
        LEAD,
        "1.笋要新鲜。壳上带泥的最好，切口发黄的不要。",
        "2.肉要带皮。肥瘦各半，切成麻将大的块。",
        "煮的时候照下面的次序来，一步也不要省，省了味道就散了，客人尝一口就知道。",
        "1.冷水下锅，煮开撇沫。这时顺手把姜拍松。",
        "2.小火炖一个钟头，中间不揭盖。",
        "3.收汁，撒一把葱花。",
    )
    assert found == ["1.笋要新鲜。", "2.肉要带皮。"]


def test_a_paragraph_that_goes_on_to_count_has_none() -> None:
    """The first of three points in one paragraph would stand out before the others."""
    found = _run_ins(
        LEAD,
        "一是选料要早。露水没干的笋才甜。二是火候要准。水开以后再下锅。三是放凉要快。",
        "做法说完了，还要说三句忌讳，老人家常常挂在嘴边，年轻人听过就忘。",
        "一要忌油。油锅没有烧热，笋丁就下去了。",
        "二要忌盐。一是盐下早了笋发硬，二是盐下多了压住鲜味。",
        "第一，锅要烧热。第二，油要放足。第三，火要压住，大家看了都说好。",
        "还有几个字要交代给年轻人，听过就忘的也请再听一遍，免得把一锅笋糟蹋了。",
        "（1）盐要后放。（2）酒要先放，先放才去得了涩味，记住这一条就够了。",
    )
    assert found == ["一要忌油。", "二要忌盐。"]
