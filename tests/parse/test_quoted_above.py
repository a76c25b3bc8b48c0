"""A pull quote above a title tells an article that the contents have lost."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
ROAD = "骡队从盐场出来，走到垭口要两天，赶骡人夜里睡在石屋里，把盐袋垫在身下，怕的是下雨，更怕的是路断。"
QUOTE = "船票压在抽屉底下，三十年没有人问起。"
PIECES = [("渡口的早市", "何若溪"), ("守灯二十年", "沈川"), ("铁锚为什么会生锈", "柴望")]
HEAD = "河灯\n\n2021年第9期（总第143期）\n\n目 录\n\n渡口的早市 …… 何若溪 06\n守灯二十年 …… 沈川 11\n铁锚为什么会生锈 …… 柴望 15"


@pytest.mark.parametrize(
    ("quote", "found"),
    [(QUOTE, True), ("码头上的人都走了，只剩下一条黄狗。", False), (QUOTE[:-1], False)],
    ids=["said below", "said nowhere", "no sentence"],
)
def test_a_title_below_what_its_article_says(quote: str, *, found: bool) -> None:
    body = []
    for title, who in PIECES:
        body += [title, f"{who}（河湾镇文史研究会会长）"]
        body += [f"{PROSE[:-1]}，{title[:2]}{at}。" for at in "一二三"]
        if title == PIECES[1][0]:
            body += [quote, "盐路上的骡马\n河湾区农业农村局", ROAD, f"她说，{QUOTE}{ROAD}"]
    articles = restored("\n\n".join([HEAD, *body])).issue.articles
    titles = [one.title[0].value for one in articles]
    assert titles == [title for title, _ in PIECES[:2]] + ["盐路上的骡马"] * found + [PIECES[2][0]]
    if found:
        assert [text.value for text in articles[2].pull_quotes[-1].paragraphs] == [QUOTE]
