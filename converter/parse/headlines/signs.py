"""What the lines of headlines look like, and the blocks of lines in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.source import Line
from converter.values import NamedTuple

MOST = 6
"""Lines of a headline."""
WIDEST = 34
"""Em of a line of a headline; longer ones are text."""
LABEL = re.compile(
    rf"^[{HAN}]{{0,6}}(?:评论|快评|短评|时评|锐评|社论|言论|连载|特写|侧记|速写|专访|通讯|调查|观察|聚焦|关注|追踪|札记|手记|故事|人物|漫笔|随笔|杂谈|访谈|点击|视点|论坛|之声|热线)(?:[⑴-⑽①-⑳]|[（(]?[\d一二三四五六七八九十]{{1,3}}[）)]?)?$"
)
"""The name of a column above a title: 本周评论, 长篇小说连载⑫."""
NOTICE = re.compile(
    r"^(?:重要)?(?:更正|勘误|启事|声明|致歉|道歉|公告|通告|公示|通知|讣告|鸣谢|致读者|编后|天气预报|图片新闻|图片报道|图说新闻|下期预告|来函照登)(?:与说明)?$"
    r"|(?:启事|公告|通告|公示|声明|征稿|招聘|遗失声明|招标|拍卖|预告)$"
)
"""Notices, which nobody signs and no dateline opens."""
BRIEFS = re.compile(
    r"(?:简讯|短讯|快讯|快报|简报|集锦|集萃|速递|速览|播报|动态|预告|信息|资讯|一览|要览|看点|消息|在线|短波|點滴|点滴|演展|活动)$"
    r"|^(?:一周|本周|近期|今日|昨日|本月|周末|一句话|数字|今天)"
)
"""What a list of briefs is called."""
SHORT_NAME = 8
MARK = re.compile(r"^\s*(?P<mark>[●▲■◆★☆○◎□△◇▪•※►▶])")
SPACED = re.compile(rf"^[{HAN}，、！？：“”·](?:[ \u3000][{HAN}，、！？：“”·])+$")
ORNAMENTS = frozenset("□■○●◎◇◆△▲")
PEN_NAME = re.compile(rf"^[{HAN}][ \u3000]+[{HAN}](?:[ \u3000]+[{HAN}])?$")
"""Nothing but names is set with a blank between two characters."""
SUBTITLE = re.compile(r"^(?:——|—|--|－－|──)")
CLOSING = re.compile(r"[（(]\s*(?:未完待续|完|全文完|待续|续完|连载\S{0,6})\s*[）)]$")
SIGNED = re.compile(rf"^[（(]\s*[{HAN}\s·、]{{2,16}}[）)]$")


class Headline(NamedTuple):
    """The lines of a headline, by their numbers."""

    overline: tuple[int, ...]
    """引题: the lines above the title."""
    title: tuple[int, ...]
    subtitle: tuple[int, ...]
    joined: bool = False
    """The title is set vertically: each of its lines is a character."""
    pen_name: int = 0
    """A line below it that is no name but for its blanks: 石　榴."""

    @property
    def lines(self) -> tuple[int, ...]:
        """All lines."""
        return (*self.overline, *self.title, *self.subtitle)


class Chunk(NamedTuple):
    """Lines without a blank line or the head of a page between them: indexes, end exclusive."""

    begin: int
    end: int


def chunks(lines: Sequence[Line]) -> list[Chunk]:
    """The blocks of lines; a gap in their numbers is furniture that has been taken out."""
    found: list[Chunk] = []
    begin = -1
    for at, line in enumerate(lines):
        apart = begin >= 0 and (
            line.blank or line.number - lines[at - 1].number > 1 or line.text.startswith("\f")
        )
        if apart:
            found.append(Chunk(begin, at))
            begin = -1
        if begin < 0 and not line.blank:
            begin = at
    if begin >= 0:
        found.append(Chunk(begin, len(lines)))
    return found
