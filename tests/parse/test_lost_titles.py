"""Titles that only the contents have: what tells where their articles begin, and what does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converter.model import Paragraph
from converter.parse import parse
from converter.parse.account import take_account
from converter.parse.context import Decisions
from converter.parse.issue.lost_titles import with_lost_titles
from converter.profile import Profile
from converter.source import read_bytes
from tests.segment.test_heads import lines_of
from tests.support.restored import listed, restored

TEXT = "水站的灯一直亮到后半夜，守站的人把闸门的高低记在一本簿子上，一个钟头记一回，记满一页就在页角上画一个小圈，好让接班的人看见。"
HEAD = "望河\n\n2022年第6期（总第88期）\n\n目 录\n\n"
PIECES = (
    ("水文", "闸门边上的簿子", "文／季长庚", "4"),
    ("人物", "替人看表的老曲", "文／苗田心", "9"),
    ("讲堂", "一条河为什么会改道", "文／方砚秋", "13"),
    ("街巷", "桥头的修伞铺", "文／鲁一苇", "20"),
)
ROWS = [f"{section}\n{title} …… {who[2:]} {page}" for section, title, who, page in PIECES]
TITLES = [title for _, title, _, _ in PIECES]


def _issue(
    lost: Sequence[str], rows: Sequence[str] = (), *, over: str = "", names: bool = True
) -> str:
    """An issue whose body lacks some lines; ``over`` stands above its second byline."""
    body: list[str] = []
    for at, (section, title, who, _) in enumerate(PIECES):
        body += [section] * names + [title] + ([over] if over and at == 1 else []) + [who]
        body += [f"{TEXT[:-1]}，{title[:2]}{one}。" for one in "一二三"]
    kept = [line for line in body if line not in lost]
    return HEAD + "\n".join(rows or ROWS) + "\n\n" + "\n\n".join(kept)


def _titles(text: str) -> list[str]:
    return ["".join(line.value for line in one.title) for one in restored(text).issue.articles]


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param(TITLES[1:2], id="one"),
        pytest.param(TITLES[::2], id="every other"),
        pytest.param(TITLES, id="all"),
    ],
)
def test_an_article_opens_at_its_byline_with_the_title_of_the_contents(lost: list[str]) -> None:
    made = restored(_issue(lost))
    assert _titles(_issue(lost)) == TITLES
    assert [one.bylines[0].text.value for one in made.issue.articles] == [
        who for _, _, who, _ in PIECES
    ]
    told = [dict(one.args)["title"] for one in made.diagnostics if one.code == "ART008"]
    assert told == list(lost)
    assert listed(made) == [(name, title, (who[2:],), page) for name, title, who, page in PIECES]


def test_nothing_is_told_where_the_body_has_all_titles() -> None:
    codes = {one.code for one in restored(_issue(())).diagnostics}
    assert not codes & {"ART002", "ART008"}


PAGE_FIRST = [f"{page} {title}\n{who[2:]}" for _, title, who, page in PIECES]
TABLE = [
    "| 页 | 标题 | 作者 |",
    *(f"| {page} | {title} | {who[2:]} |" for _, title, who, page in PIECES),
]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(PAGE_FIRST, id="the page before, the author below"),
        pytest.param(TABLE, id="a table"),
        pytest.param(
            [f"{who[2:]}　{title} …… {page}" for _, title, who, page in PIECES],
            id="the author before",
        ),
    ],
)
def test_in_other_forms_of_contents(rows: list[str]) -> None:
    assert _titles(_issue(TITLES[1:2], rows, names=False)) == TITLES


LONG = "替人看表的老曲 和他的十三只钟"
"""A title of two lines."""


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        pytest.param(
            ["替人看表的老曲"], ["替人看表的老曲", "和他的十三只钟"], id="the second line is lost"
        ),
        pytest.param(
            ["和他的十三只钟"], ["替人看表的老曲", "和他的十三只钟"], id="the first line is lost"
        ),
        pytest.param([], ["替人看表的老曲 和他的十三只钟"], id="both are lost"),
    ],
)
def test_a_title_of_two_lines_of_which_one_is_lost(body: list[str], titles: list[str]) -> None:
    rows = [row.replace(TITLES[1], LONG) for row in ROWS]
    text = _issue(TITLES[1:2], rows).replace("文／苗田心", "\n\n".join([*body, "文／苗田心"]))
    (article,) = [one for one in restored(text).issue.articles if "老曲" in one.title[0].value]
    assert [line.value for line in article.title] == titles
    assert article.bylines[0].authors[0].name == "苗田心"


@pytest.mark.parametrize("over", ["——一个钟表匠的下午", "The Man Who Minds the Clocks"])
def test_what_stands_between_a_title_and_its_byline_stands_there(over: str) -> None:
    made = restored(_issue(TITLES[1:2], over=over))
    article = made.issue.articles[1]
    assert article.title[0].value == TITLES[1]
    subtitle = (article.subtitle,) if article.subtitle is not None else ()
    front = (one.text for one in article.front if isinstance(one, Paragraph))
    assert [text.value for text in (*subtitle, *front)] == [over]


def test_the_subtitle_of_the_contents_tells_an_article_that_nobody_signs() -> None:
    rows = [ROWS[0], "人物\n替人看表的老曲——一个钟表匠的下午 …… 9", *ROWS[2:]]
    text = _issue(TITLES[1:2], rows, over="——一个钟表匠的下午").replace("\n\n文／苗田心", "")
    assert _titles(text) == TITLES


def test_the_name_of_a_section_over_text_tells_one_as_well() -> None:
    rows = [ROWS[0], "人物\n替人看表的老曲 …… 9", *ROWS[2:]]
    assert _titles(_issue(TITLES[1:2], rows).replace("\n\n文／苗田心", "")) == TITLES


def test_a_pen_name_of_no_list_signs_between_its_neighbours() -> None:
    text = _issue(TITLES[1:2]).replace("文／苗田心", "麦 子").replace("苗田心", "麦子")
    assert _titles(text) == TITLES


def _found(body: str, contents: str = "目 录\n" + "\n".join(ROWS)) -> list[str]:
    lines = lines_of(contents + "\n\n" + body)
    cut = len(contents.split("\n"))
    return [line.text for line in with_lost_titles(lines[cut:], lines[:cut])[1]]


SIGNED = "文／苗田心\n\n" + TEXT


@pytest.mark.parametrize(
    ("over", "found"),
    [
        pytest.param(TEXT, True, id="below a text"),
        pytest.param("人物", True, id="below a section"),
        pytest.param("人物之二", True, id="below a section that is counted"),
        pytest.param("（责任编辑：尹小满）", True, id="below who edited"),
        pytest.param("望河 8", True, id="below a running head"),
        pytest.param("望河 2022年第6期", True, id="below one that tells the issue"),
        pytest.param("河边的人", True, id="below one that stands on other pages, too"),
        pytest.param("街巷 9", True, id="below the name of a section beside a folio"),
        pytest.param("特别策划", True, id="below a common name of a section"),
        pytest.param("看表的人", False, id="below what may be the title"),
        pytest.param("他替谁看了一辈子的表？", False, id="below what may be a title that asks"),
        pytest.param("替人看钟表的老曲头。", False, id="below the title, quite misread"),
        pytest.param("一样东西：替人看表", False, id="below a title with a mark"),
    ],
)
def test_no_title_is_put_where_one_may_stand(over: str, *, found: bool) -> None:
    heads = "望河 6\n\n望河 7\n\n人物\n\n河边的人\n\n" + TEXT + "\n\n河边的人"
    body = "\n\n".join(
        [heads, TITLES[0], "文／季长庚", TEXT, over, SIGNED, TITLES[2], TEXT, TITLES[3], TEXT]
    )
    assert _found(body) == TITLES[1:2] * found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param([TITLES[2], TEXT, TITLES[3], TEXT, SIGNED], id="not between its neighbours"),
        pytest.param([TITLES[0], TEXT, SIGNED, TEXT, SIGNED, TITLES[2], TEXT], id="twice"),
        pytest.param([TITLES[0], TEXT, "（苗田心）", TITLES[2], TEXT, TEXT], id="in brackets"),
        pytest.param([TITLES[0], TEXT, "摄影／苗田心", TITLES[2], TEXT], id="of pictures"),
        pytest.param([TITLES[0], TEXT, "文／方砚秋", TEXT, TITLES[2], TEXT], id="of another"),
        pytest.param([TITLES[0], TEXT, "文／苗小必", TEXT, TITLES[2], TEXT], id="of a stranger"),
        pytest.param([TITLES[0], TEXT, "苗田心、石小舟", "完", TITLES[2]], id="over no text"),
    ],
)
def test_what_tells_nothing(body: list[str]) -> None:
    assert TITLES[1] not in _found("\n\n".join(body))


def _around(*body: str) -> str:
    return "\n\n".join([TITLES[0], TEXT, *body, TITLES[2], TEXT, TITLES[3], TEXT])


@pytest.mark.parametrize(
    ("row", "title", "body"),
    [
        pytest.param(
            f"{TITLES[1]} …… 苗田心 石小舟 9",
            TITLES[1],
            ["县钟表社主任 苗田心", "县文化馆馆长 石小舟", TEXT],
            id="each of two on a line",
        ),
        pytest.param(
            ROWS[1].split("\n")[1],
            TITLES[1],
            ["文／苗田心", TEXT, "——苗田心", TEXT],
            id="and whose words a quotation is",
        ),
        pytest.param(
            ROWS[1].split("\n")[1], TITLES[1], ["文／苗田必", TEXT], id="with a character misread"
        ),
        pytest.param("老曲 …… 苗田心 9", "老曲", ["文／苗田心", TEXT], id="a short title"),
    ],
)
def test_who_signs_tells_where(row: str, title: str, body: list[str]) -> None:
    assert _found(_around(*body), "\n".join(["目 录", ROWS[0], row, *ROWS[2:]])) == [title]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([f"{title} {who[2:]}" for _, title, who, _ in PIECES], id="none"),
        pytest.param(
            [
                *(f"{page} {title} {who[2:]}" for _, title, who, page in PIECES),
                "一封信 叶小满",
                "25",
                "27 旧船票 尹小棠",
            ],
            id="one on a line of its own",
        ),
    ],
)
def test_pages_that_the_contents_lack(rows: list[str]) -> None:
    assert _found(_around(SIGNED), "\n".join(["目 录", *rows])) == TITLES[1:2]


def test_who_signs_below_the_name_of_a_section_is_named_in_no_entry() -> None:
    rows = [ROWS[0], f"人物\n{TITLES[1]} …… 9", *ROWS[2:]]
    assert _found(_around("人物", SIGNED), "\n".join(["目 录", *rows])) == TITLES[1:2]


@pytest.mark.parametrize(
    ("above", "listed", "left"),
    [
        pytest.param("替人看表，", "替人看表，看了四十年", "看了四十年", id="in a comma"),
        pytest.param("表匠手记", "表匠手记·看了四十年", "看了四十年", id="before a dot"),
    ],
)
def test_a_line_of_a_title_ends_that_goes_on(above: str, listed: str, left: str) -> None:
    rows = [row.replace(TITLES[1], listed) for row in ROWS]
    assert _found(_around(above, SIGNED), "\n".join(["目 录", *rows])) == [left]


def test_contents_end_above_who_signs_the_first_article() -> None:
    rows = [f"{page} {title} {who[2:]}" for _, title, who, page in PIECES]
    text = _issue(TITLES[:1], rows, names=False).replace("文／季长庚\n\n", "● 季 长 庚\n")
    text = text.replace(rows[-1] + "\n\n", rows[-1] + "\n")
    assert _titles(text) == TITLES


def test_rows_that_are_no_titles_are_put_nowhere() -> None:
    rows = ["望河2022年第6期", "特别策划：守夜的人", "封面摄影：苗田心", *ROWS[:1], *ROWS[2:]]
    body = "\n\n".join([TITLES[0], "文／季长庚", TEXT, SIGNED, TITLES[2], TEXT, TITLES[3], TEXT])
    assert not _found(body, "目 录\n" + "\n".join(rows))


def test_an_editor_may_refuse_a_title() -> None:
    text = _issue(TITLES[1:2])
    line = text.split("\n").index("文／苗田心")
    source = read_bytes(text.encode(), "issue.txt")
    issue, told = parse(source.lines, source, Profile(), Decisions(titles={line: False}))
    assert TITLES[1] not in ["".join(x.value for x in one.title) for one in issue.articles]
    assert "ART008" not in {one.code for one in told}
    assert take_account(source.lines, issue).balanced


@pytest.mark.parametrize("below", ["文／季长庚", "季长庚"])
def test_who_signs_right_below_the_title_above_signs_no_lost_one(below: str) -> None:
    title, lost = "闸门边上的簿子（节选）", "那些圈是怎么画上去的"
    rows = [f"{title} …… 季长庚 4", f"{lost} …… 季长庚 7", *ROWS[2:]]
    first = f"{title}\n\n{below}\n\n{TEXT}"
    body = "\n\n".join([first, TITLES[2], TEXT, TITLES[3], TEXT])
    assert not _found(body, "目 录\n" + "\n".join(rows))
    two = "\n\n".join([first, below, TEXT, TITLES[2], TEXT, TITLES[3], TEXT])
    assert _found(two, "目 录\n" + "\n".join(rows)) == [lost]
