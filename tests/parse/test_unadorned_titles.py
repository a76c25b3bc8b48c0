"""Ornaments before titles, which are no part of them, as they are none of headings."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

TEXT = (
    "船靠岸的时候天还没有亮，码头上只有一盏灯。老葛把缆绳绕了三圈，蹲下来数网眼，"
    "数到第十七个的时候听见有人喊他的名字，他没有抬头，只把手举起来摇了一摇。"
)
PIECES = [("夜里收网的人", "葛海生"), ("潮水表上的铅笔字", "王小满"), ("一条船怎样变老", "韩小渡")]
CONTENTS = "".join(f"{title}　{who}　{at}\n\n" for at, (title, who) in enumerate(PIECES, 4))


@pytest.mark.parametrize("mark", ["◎", "■", "★ ", "● "])
@pytest.mark.parametrize("contents", ["", f"目录\n\n{CONTENTS}"])
def test_a_title_has_lost_the_ornament_before_it(mark: str, contents: str) -> None:
    body = "\n\n".join(f"{mark}{title}\n\n{who}\n\n{TEXT}\n\n{TEXT}" for title, who in PIECES)
    issue = restored(f"海角人家\n\n2022年第4期\n\n{contents}{body}\n").issue
    titles = ["".join(text.value for text in article.title) for article in issue.articles]
    assert titles == [title for title, _ in PIECES]
    assert [one.text for one in issue.drops if one.reason == "list-mark"] == [mark.strip()] * 3
