"""Titles of poems that are spaced to one length, titles with a genre below them, and breaks between scenes."""

from __future__ import annotations

from converter.model import Article, Heading, Issue, Paragraph, Verse
from tests.support.restored import restored

CONTENTS = """目 录
小 说 榜
4 过秤（短篇小说） 丘一禾
16 第九盏灯（短篇小说） 安 渡
诗 歌 台
38 渡口（组诗） 水 杉
41 短诗二首 木易安
"""
STORY = """\
　　收购站的磅秤坏了三天，老葛就在上面睡了三天。他说
秤是有魂的，你不压着它，它就跑了，跑到没有人的地方。
☆
　　站长从县里请来修秤的师傅，是个女的，姓方，三十来
岁，背着一只帆布包，包里装着一把新的刀口。
"""
OTHER = """\
　　隧道里一共有二百四十盏灯，从洞口数，第九盏是坏的，
巡线员小侯报了四次，四次都有人来修。
　　老巡线员焦师傅说，那盏是留给人的，小侯问留给谁，
焦师傅不说，只把帽檐往下拉一拉。
"""
POEMS = """\
小说榜
过 秤
（短篇小说）
丘一禾
{story}小说榜
第九盏灯
（短篇小说）
安 渡
{other}诗歌台
渡 口（组诗）
水 杉
摆渡人
他一生都在对岸
我们从这边喊他
把两种喊声洗成一种
缆 绳
系住船的
不是绳子
是木桩在泥里的那一截
短诗二首
木易安
称 呼
叫我小名的人
一年比一年少
她已经不认得我
立 秋
风把一片叶子
交给我
又要了回去
"""


def issue() -> Issue:
    return restored(
        f"榆林渡\n2019年第4期\n主编：丘壑\n{CONTENTS}{POEMS.format(story=STORY, other=OTHER)}"
    ).issue


def titles(found: Issue) -> list[str]:
    return [
        "".join(one.value for one in article.title).replace(" ", "") for article in found.articles
    ]


def headings(article: Article) -> list[str]:
    return [b.text.value.replace(" ", "") for b in article.blocks if isinstance(b, Heading)]


def test_spaced_lines_within_verse_are_titles_of_poems_and_so_are_those_of_three() -> None:
    *_, group, short = issue().articles
    assert headings(group) == ["摆渡人", "缆绳"]
    assert headings(short) == ["称呼", "立秋"]
    assert sum(isinstance(block, Verse) for block in group.blocks) == 2


def test_a_title_of_two_characters_over_its_genre_opens_the_first_article() -> None:
    assert titles(issue())[:2] == ["过秤", "第九盏灯"]


def test_an_ornament_alone_between_two_scenes_is_no_text() -> None:
    first = issue().articles[0]
    assert [b.text.value[:4] for b in first.blocks if isinstance(b, Paragraph)] == [
        "收购站的",
        "站长从县",
    ]
