"""A monthly from the text layer of a PDF: contents without pages, authors in brackets, remarks below texts."""

from __future__ import annotations

from converter.model import Article, Issue, Paragraph, Role
from converter.parse.contents.bare import read_bare
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import rows_of
from converter.pipeline import restore
from converter.source import Line

PROSE = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，长着一层滑腻腻的青苔。",
    "船是去年秋天新刷的桐油，船头换了缆桩，只有那盏马灯还是从前的，玻璃罩上有一道裂纹。",
    "守渡的老周说，水大的年份一天要摇四十趟，水小的年份反而难，沙洲一处一处露出来。",
)
PIECES = {
    "卷头": ("编辑的话", "怎样投稿"),
    "本期话题": ("桥修好以后的三个渡口", "摆渡人的账本"),
    "人物": ("给一条河画水位线的人：老周　(Zhou and the River, Forty Years)", "灯塔下的三个人"),
    "读者来稿": ("我家的那支桨（作者：沈一帆）", "下水的日子（作者：R. Lane）"),
}
REMARK = "【本文由本刊整理自渡口志稿，采用姓名标示的方式授权】"


def issue_of_pieces() -> Issue:
    lines = ["江声月刊", "2023 年 4 月号", "", "目录"]
    for section, titles in PIECES.items():
        lines += [section, *titles]
    for section, titles in PIECES.items():
        lines += ["", section]
        for title in titles:
            lines += [*title.split("　"), *PROSE, *PROSE[:2], REMARK, ""]
    return restore("\n".join(lines).encode(), name="issue.txt").issue


def titled(issue: Issue, begin: str) -> Article:
    return next(one for one in issue.articles if one.title[0].value.startswith(begin))


def test_a_section_stands_over_the_first_line_of_a_title_on_two() -> None:
    listed, body = [], []
    for section, titles in PIECES.items():
        listed += [section, *titles]
        body += [section]
        for title in titles:
            body += [*title.split("　"), "".join(PROSE), ""]
    contents = [Line(number, text) for number, text in enumerate(listed, 1)]
    lines = [Line(number, text) for number, text in enumerate(body, 100)]
    rows = rows_of(contents, RawContents(), "")
    found = read_bare(rows, RawContents(), BodyIndex(lines, contents))
    assert found is not None
    assert [section.name for section in found.sections] == list(PIECES)


def test_who_is_named_as_the_author_in_brackets() -> None:
    issue = issue_of_pieces()
    listed = [entry for section in issue.contents.sections for entry in section.entries]
    assert [entry.authors for entry in listed[-2:]] == [("沈一帆",), ("R. Lane",)]
    article = titled(issue, "我家的那支桨")
    assert article.title[0].value == "我家的那支桨"
    assert [author.name for one in article.bylines for author in one.authors] == ["沈一帆"]


def test_a_remark_about_the_text_is_its_own() -> None:
    issue = issue_of_pieces()
    assert not any(article.pull_quotes for article in issue.articles)
    for article in issue.articles:
        said = [
            block.role
            for block in (*article.blocks, *article.back)
            if isinstance(block, Paragraph) and block.text.value == REMARK
        ]
        assert said == [Role.CREDIT]
