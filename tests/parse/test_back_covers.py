"""What is on the covers, as it stands at the end of an issue, below its last article."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading
from tests.support.restored import restored

ONE = "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，数一数台阶就知道今天能不能开船。"
TWO = "水尺是后来才钉上去的，漆着红白两色，孩子们喜欢蹲在旁边看水怎样一格一格往上爬，老人却只相信石头。"
HEAD = (
    "渡口文物\n2016年第3期\n主办：渡口县文物管理所\n主编：陶文渊\n电话：0199-10227733\n\n目录\n"
    "摆渡人的台阶 陶文渊 2\n红白两色 苏清 5\n\n"
)
BODY = f"摆渡人的台阶\n陶文渊\n\n{ONE}\n\n· 2 ·\n\n红白两色\n苏清\n\n{TWO}\n\n· 5 ·\n\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["封面：渡口旧影（苏　清摄）", "封底：红白水尺", "本刊内部交流　欢迎来稿"],
            [
                ("封面", ("渡口旧影（苏　清摄）",)),
                ("封底", ("红白水尺",)),
                ("", ("本刊内部交流　欢迎来稿",)),
            ],
        ),
        (
            ["封面摄影：苏清", "封二：石阶", "封底：《水尺》"],
            [("封面摄影", ("苏清",)), ("封二", ("石阶",)), ("封底", ("《水尺》",))],
        ),
    ],
)
def test_what_is_on_the_covers_below_the_last_article(
    lines: list[str], told: list[tuple[str, tuple[str, ...]]]
) -> None:
    made = restored(HEAD + BODY + "\n".join(lines) + "\n").issue
    entries = [(one.label, one.values) for one in made.masthead.entries]
    assert entries[-len(told) :] == told
    assert not [b for b in made.articles[-1].blocks if isinstance(b, (Heading, Figure))]


def test_one_picture_of_the_cover_at_the_end_is_of_the_article() -> None:
    made = restored(f"{HEAD}{BODY}封面：红白水尺（苏清摄）\n").issue
    assert [one.label for one in made.masthead.entries if one.label == "封面"] == []
