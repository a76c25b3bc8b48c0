"""Who signs a single article above its title, where the others have their authors below theirs."""

from __future__ import annotations

import pytest

from converter.parse.contents import RawContents, RawEntry
from converter.parse.contents.numbered import Proved
from converter.parse.contents.proved import turn_signed_above
from converter.parse.contents.stream import Piece
from converter.parse.openings import find_openings
from converter.profile import Profile
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

TEXT = "水站的灯一直亮到后半夜，守站的人把闸门的高低记在一本簿子上，一个钟头记一回，记满一页就在页角上画一个小圈，好让接班的人看见。"
TITLES = ("闸门边上的簿子", "替人看表的老曲", "一条河为什么会改道", "桥头的修伞铺")
PAGES = ("4", "9", "13", "20")


def _issue(names: tuple[str, ...], rows: list[str], above: int, *, end: str = "") -> str:
    """An issue one of whose articles is signed above its title; ``end`` closes the one before that."""
    body: list[str] = []
    for at, (title, who) in enumerate(zip(TITLES, names, strict=True)):
        body += [who, title] if at == above else [title, who]
        body += [f"{TEXT[:-1]}，{title[:2]}{one}。" for one in "一二三"]
        body += [end] if at + 1 == above and end else []
    head = "望河\n\n2022年第6期（总第88期）\n\n目 录\n\n" + "\n".join(rows)
    return head + "\n\n" + "\n\n".join(one for one in body if one)


def _signed(text: str) -> list[tuple[str, list[str]]]:
    """The titles of an issue, each with those who sign it."""
    return [
        (
            "".join(line.value for line in one.title),
            [author.name for line in one.bylines for author in line.authors],
        )
        for one in restored(text).issue.articles
    ]


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("望河县审计局", TITLES[1], TITLES[1]),
        ("执笔 苗田心", TITLES[1], TITLES[1]),
        (TITLES[1], "望河县审计局", TITLES[1]),
        ("高山", "苦荞", "高山"),  # a title that looks like a name
    ],
)
def test_who_signs_above_a_title_is_no_title_of_the_contents(
    above: str, below: str, title: str
) -> None:
    pieces = [Piece("line", [(0, one)]) for one in (above, below)]
    entry = Proved(pieces[:1], pieces[1:])
    turn_signed_above([entry])
    assert [one.text for one in entry.titles] == [title]
    assert len(entry.names) == 1


@pytest.mark.parametrize("who", ["苗田心", "苗 田", "文／苗田心", "□ 望河县审计局"])
def test_a_name_between_a_signed_article_and_a_title_that_nobody_signs(who: str) -> None:
    names = ("季长庚", who, "方砚秋", "鲁一苇")
    rows = [f"{title} …… {page}" for title, page in zip(TITLES, PAGES, strict=True)]
    found = _signed(_issue(names, rows, 1))
    assert [title for title, _ in found] == list(TITLES)
    assert [len(signed) for _, signed in found] == [1, 1, 1, 1]


@pytest.mark.parametrize("end", ["（执笔：苗田心）", "作者：苗田心"])
def test_what_ends_the_article_above_signs_no_other(end: str) -> None:
    names = ("季长庚", "", "方砚秋", "鲁一苇")
    rows = [f"{title} …… {page}" for title, page in zip(TITLES, PAGES, strict=True)]
    assert _signed(_issue(names, rows, 1, end=end))[1] == (TITLES[1], [])


def test_words_of_the_title_that_look_like_a_name_sign_nothing_where_others_do() -> None:
    subtitle = "——访看水尺的老曲"
    entry = RawEntry(["向阳而生 把日子过到高处", subtitle], "9", authors_text="蓝 溪 苗田心")
    body = f"向阳而生\n把日子过到高处\n\n{subtitle}\n\n本刊记者 蓝 溪 苗田心\n\n{TEXT}"
    units = make_units([Line(at, text) for at, text in enumerate(body.splitlines(), 1)])
    (opening,) = find_openings(units, RawContents(entries=[entry]), Profile())
    assert [units[at].text for at in opening.title] == ["向阳而生", "把日子过到高处"]
