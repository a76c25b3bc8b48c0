"""A bimonthly of old documents: missing characters, who had which part, to whom papers are sent, news."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue, Paragraph, Role, Table
from converter.parse.kinds import is_salutation, labelled
from tests.support.restored import restored

HEAD = (
    "渡口文物\n2016年第3期\n主办：渡口县文物管理所\n主编：陶文渊\n电话：0199-10227733\n\n目录\n"
    "摆渡人的台阶 陶文渊 2\n红白两色 苏清 5\n文物短讯 8\n\n"
)
ONE = "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，数一数台阶就知道今天能不能开船。"
TWO = "水尺是后来才钉上去的，漆着红白两色，孩子们喜欢蹲在旁边看水怎样一格一格往上爬，老人却只相信石头。"
THREE = (
    "石头是从上游的山里运来的，每一块都有名字，刻在朝下的一面，只有水底的鱼和铺石阶的人读过它们。"
)
FOUR = (
    "红的一格是平安，白的一格是小心，再往上就没有漆了，漆匠说真要涨到那里，也就没有人有空来看它。"
)
FULL = (
    "渡船停了以后水尺还留在原处，漆掉了大半，看水的人换了三个，最后一个姓方，今年已经满了七十九岁。"
)


def issue(*body: str, news: str = "") -> Issue:
    parts = [
        "摆渡人的台阶\n陶文渊",
        *body,
        f"红白两色\n苏清\n\n{FOUR}",
        news and f"文物短讯\n\n{news}",
    ]
    return restored(HEAD + "\n\n".join(filter(None, parts)) + "\n").issue


def cut(text: str, size: int = 24, indent: str = "　　") -> str:
    """The printed lines of a paragraph."""
    text = indent + text
    return "\n".join(text[at : at + size] for at in range(0, len(text), size))


def texts(made: Issue, at: int = 0) -> list[str]:
    return [one.text.value for one in made.articles[at].blocks if isinstance(one, Paragraph)]


NEWS = [
    (
        "△六月十九日县文管所派人清点渡口石阶，共得刻有名字的石头六十三块，拓片两套，都存在所里备查。",
        "（方　远）",
    ),
    ("△水尺修复工程七月开工，漆工由三位老船匠担任，预计一个月完成。", "（苏）"),
    ("△渡船模型在县图书馆展出三天，观众一千二百余人，留言本写满两册。", "（本　刊）"),
]


@pytest.mark.parametrize("broken", [False, True])
def test_who_sent_one_of_several_pieces_of_news_signs_no_article(*, broken: bool) -> None:
    (text, sender), *others = NEWS
    first = f"{cut(text)}\n{sender}" if broken else cut(text + sender)
    made = issue(cut(ONE), news="\n".join([first, *(cut(text + name) for text, name in others)]))
    assert not made.articles[2].bylines
    assert texts(made, 2) == ["".join(piece).replace("　", "") for piece in NEWS]


@pytest.mark.parametrize(
    "text",
    [
        "（执笔：方　远　绘图：苏小清）",
        "（执教：渡口小学　方远；记录、点评：县教研室　苏清）",
        "（采访、整理：方远，摄影：苏清）",
    ],
)
def test_who_had_which_part(text: str) -> None:
    told = labelled(text)
    assert told is not None
    assert told.role is Role.CREDIT
    assert not _figures(issue(ONE, THREE, text))


def _figures(made: Issue) -> list[str]:
    return [one.caption.value for one in made.articles[0].blocks if isinstance(one, Figure)]


@pytest.mark.parametrize("text", ["（渡口旧影　摄影：苏清）", "（左起：方远　右起：苏清）"])
def test_what_tells_of_a_picture_tells_of_no_parts(text: str) -> None:
    assert labelled(text) is None


@pytest.mark.parametrize("work", ["整理", "执笔", "采写", "采访、整理"])
def test_who_gathered_a_text_stands_apart_below_a_full_line(work: str) -> None:
    flush = [line for one in (TWO, FULL) for line in cut(one, indent="").split("\n")]
    body = f"{cut(ONE)}\n{cut(THREE)}\n\n· 2 ·\n\n" + "\n".join(
        [*flush, f"（{work}：县档案馆编研科）"]
    )
    article = issue(body).articles[0]
    told = [
        one.text.value for one in (*article.blocks, *article.back) if isinstance(one, Paragraph)
    ]
    assert told[-1] == f"（{work}：县档案馆编研科）"
    assert told[-2].endswith(FULL)


def test_a_character_that_nobody_can_read_begins_no_item() -> None:
    text = "渡口石碑的下半截埋在泥里，认得出的字不到三成，上面写着船资每人二文，骡马□文，过期加收一倍，夜渡另议，违者□罚。"
    lines: list[str] = []
    for size in range(20, 44):
        if (lines := cut(text, size).split("\n"))[1][:1] == "□":
            break
    made = issue(cut(ONE, size) + "\n" + "\n".join(lines) + "\n" + cut(THREE, size))
    assert texts(made) == [ONE, text, THREE]


@pytest.mark.parametrize("text", ["渡口镇人民政府：", "县革命委员会："])
def test_an_office_to_which_a_paper_is_sent(text: str) -> None:
    assert is_salutation(text)
    lines = [*cut(ONE).split("\n"), text, *cut(THREE, indent="").split("\n")]
    assert texts(issue("\n".join(lines))) == [ONE, text, THREE]


def test_what_an_office_says_is_sent_to_nobody() -> None:
    assert not is_salutation("渡口镇人民政府：石阶不收费")


ROWS = [
    "编号\t名称\t所在\t现状",
    "东一\t水尺\t第七级\t完整",
    "东二\t系船石\t第三级\t断为两截",
    "西一\t石狮\t渡口\t残",
]
BROKEN = (
    "看水的人把每一块石头都编了号，东边的从水里数起，西边的从岸上数起，数到中间那一级",
    "两边正好碰在一起，谁也没有多数一块。",
)


@pytest.mark.parametrize("caption", ["渡口石阶与旧物登记表", "渡口旧物一览（单位：件）", ""])
def test_a_table_with_tabs_within_a_sentence(caption: str) -> None:
    table = "\n".join(filter(None, [caption, *ROWS]))
    made = issue(ONE, f"{BROKEN[0]}\n\n· 2 ·\n\n{table}\n\n{BROKEN[1]}", THREE).articles[0]
    (found,) = [one for one in made.blocks if isinstance(one, Table)]
    assert [[cell.text.value for cell in row] for row in found.rows] == [
        row.split("\t") for row in ROWS
    ]
    assert (found.caption.value if found.caption else "") == caption
    assert "".join(BROKEN) in [b.text.value for b in made.blocks if isinstance(b, Paragraph)]
