"""A school's journal: who edited each article below it, and news at the foot of a page."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Issue, Paragraph, Role
from tests.support.restored import restored

HEAD = (
    "　　　　　　河湾师专学报\n　　　　　一九九三年第二期（总第三十八期）\n\n　　　　　　　　目　　录\n教育研究\n"
    "板书训练的现状与改进…………………纪云樵（1）\n语言研究\n河湾话里的“把”字……………芮　禾\n　　　　　　　　　　　　　　　　　　　（6）\n"
    "实验\n电学演示板的改进………………贺一川（9）\n\n主　编　石　瑛\n编　辑　河湾师专学报编辑部\n印　刷　河湾印刷厂\n发　行　河湾邮电局\n刊　号　ISSN 9957-1854\n\n"
)
PROSE = (
    "　　板书是教师的第二张嘴。学生听不清的，看板书可以补上；学生忘记了的，\n看板书可以想起来。可是近几年来，各中学反映新教师板书字不成行、行不\n成篇的意见逐年增多{}。\n"
    "　　测查分三项。第一项为静态书写，要求学生在黑板上用十分钟写完一百二\n十个字，内容为初中课文一段；第二项为布局设计，发给教案一份，要求用一\n块黑板设计出一节课的板书。\n"
)
CLOSE = (
    "　　　　　　　　　　　　（作者单位：本校教育系）\n　　　　　　　　　　　　责任编辑　邹　节\n"
)
NOTE = "　　注释：\n　　① 见本校教育系编《微格教学讲义》（油印本），1991年，第47页第二行。\n"
NEWS = "四月十六日至十七日，我校举行第六次科学讨论会，收到论文八十七篇，其中四\n十三篇在五个分组会上宣读。\n　　　　　　　　　　　　（科研处）\n"


def journal(news: str) -> Issue:
    return restored(
        f"{HEAD}　　　　　　　　板书训练的现状与改进\n　　　　　　　　　　　　　纪云樵\n{PROSE.format('①')}{NOTE}{CLOSE}·5·\n"
        f"　　　　　　　　河湾话里的“把”字\n　　　　　　　　　　　　　芮　禾\n{PROSE.format('')}{CLOSE}{news}·8·\n"
        f"　　　　　　　　电学演示板的改进\n　　　　　　　　　　　　　贺一川\n{PROSE.format('')}{CLOSE}·12·\n"
    ).issue


def closing(article: Article) -> list[str]:
    return [
        block.text.value
        for block in (*article.blocks, *article.back)
        if isinstance(block, Paragraph) and block.role in (Role.CREDIT, Role.BIOGRAPHY)
    ]


def titles(issue: Issue) -> list[str]:
    return ["".join(line.value for line in article.title) for article in issue.articles]


LISTED = ["板书训练的现状与改进", "河湾话里的“把”字", "电学演示板的改进"]


def test_what_stands_at_the_right_edge_below_an_article_is_no_note_and_no_running_head() -> None:
    issue = journal("")
    assert titles(issue) == LISTED
    assert [note.text.value for note in issue.articles[0].notes] == [
        "见本校教育系编《微格教学讲义》（油印本），1991年，第47页第二行。"
    ]
    for article in issue.articles:
        assert closing(article) == ["（作者单位：本校教育系）", "责任编辑 邹节"]
    entries = [entry for section in issue.contents.sections for entry in section.entries]
    assert [(entry.title, entry.page) for entry in entries] == [
        ((title,), page) for title, page in zip(LISTED, ("1", "6", "9"), strict=True)
    ]


@pytest.mark.parametrize(
    "name", ["·简　讯·\n　　　", "【校园消息】\n", "■简讯\n　　　", "　　　　　　　　"]
)
def test_news_below_the_end_of_an_article_are_a_piece_of_their_own(name: str) -> None:
    issue = journal(f"{name}我校举行科学讨论会\n{NEWS}")
    assert titles(issue) == [*LISTED[:2], "我校举行科学讨论会", LISTED[2]]


def test_a_heading_within_an_article_is_none() -> None:
    made = journal(
        f"　　　　　　　　我校举行科学讨论会\n{NEWS}".replace(
            "　　　　　　　　", "　　附　记\n　　　　　　　　", 1
        )
    )
    assert "我校举行科学讨论会" not in titles(made)
    assert any(isinstance(block, Heading | Paragraph) for block in made.articles[1].blocks)


def cut(*paragraphs: str, size: int = 20) -> str:
    """Paragraphs that columns of so many em cut in two, as OCR of whole paragraphs leaves them."""
    places = [size * (1 + at % 2) - 2 for at in range(len(paragraphs))]
    return "\n\n".join(
        f"{text[:place]}\n\n{text[place:]}" for text, place in zip(paragraphs, places, strict=True)
    )


LONG = (
    "九月十四日全市推广开庭年历现场会在云阳召开，七个县的分管院长和法庭庭长五十余人参加了会议并参观了两个巡回点",
    "石门县人民法院与县邮政局签订协议聘请三十一名乡邮员为兼职送达员，试行以来共送达诉讼文书四百一十六件，成功率很高",
    "全县的水渠都由各村自己清淤，水从哪里来，到哪里去，都写在老张的本子上，一写就是三十多年，从来没有出过一次差错",
)


def test_a_full_line_right_below_the_title_is_a_heading() -> None:
    first = "全市法院推广开庭年历会在云阳召开过"  # a line of the column, with its indent
    prose = [f"{text}。" for text in LONG]
    text = (
        "河湾审判\n\n2011年第3期\n\n主办单位：河湾法院\n\n编辑出版：《河湾审判》编辑部\n\n主编：沈一帆\n\n目 录\n\n"
        f"审务简讯三则 …… 孟 和 3\n\n水渠记 …… 何若溪 5\n\n审务简讯三则\n\n孟 和\n\n{first}\n\n9月14日，现场会开了一天，会后大家坐船去看了上游的两个村子，天黑才回到县里。\n\n水渠记\n\n何若溪\n\n{cut(*prose, *prose, *prose)}\n"
    )
    made = restored(text).issue
    assert [b.text.value for b in made.articles[0].blocks if isinstance(b, Heading)] == [first]


def test_no_heading_stands_over_the_note_of_its_page() -> None:
    made = restored(
        "河湾学刊\n2011年第3期\n主办单位：河湾学院\n编辑出版：《河湾学刊》编辑部\n主编：沈一帆\n\n目 录\n\n渡船的账目 …… 裴若拙 3\n\n"
        f"渡船的账目\n\n裴若拙\n\n{LONG[0]}①。\n\n巡回开庭通常只有一名审判员和一名\n\n① 见《河湾渡船账》，河湾学院藏，第3叶。\n\n书记员，没有法警。{LONG[1]}。\n"
    ).issue
    [article] = made.articles
    assert not [b for b in article.blocks if isinstance(b, Heading)]
    assert [b.text.value for b in article.blocks if isinstance(b, Paragraph)][1].startswith(
        "巡回开庭通常只有一名审判员和一名书记员，没有法警。"
    )
