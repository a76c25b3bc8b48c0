"""Those who sign by names that begin with no surname of a list, told by their posts; posts that are no authors."""

from __future__ import annotations

import pytest

from converter.names import is_name, is_office
from converter.parse.byline import read_byline
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.rows import Row
from converter.parse.contents.stream import pieces_of, places_of
from converter.parse.openings.posts import holder_of, is_post
from converter.source import Line
from tests.parse.test_study_heads import BOATS, HEAD, TEXT, heads, made

POSTS = "河湾省航务局党组书记、局长"


BYLINES = (
    f"{POSTS}\n战云舟",
    f"{POSTS}\n\n战云舟",
    f"{POSTS} 战云舟",
    f"文／{POSTS} 战云舟",
    f"战云舟（{POSTS}）",
)


@pytest.mark.parametrize("byline", BYLINES)
def test_an_article_that_the_contents_lack_is_told_by_posts_and_a_name_in_no_list(
    byline: str,
) -> None:
    issue = made(
        f"{HEAD}目录\n修船的人 唐果 2\n夜航 秦小满 6",
        "修船的人\n唐果",
        *BOATS,
        f"守住一盏灯\n\n{byline}",
        *TEXT,
        "夜航\n秦小满",
        *TEXT[::-1],
    )
    assert [title for title, _, _ in heads(issue)] == ["修船的人", "守住一盏灯", "夜航"]
    assert heads(issue)[1][2] == [("战云舟", POSTS)]


@pytest.mark.parametrize("post", ["河湾县委党校教育长", "河湾大学教务长", "河湾县人民检察院检察长"])
def test_posts_that_end_in_a_rare_word_are_offices(post: str) -> None:
    assert is_office(post)


@pytest.mark.parametrize(
    ("posts", "text", "holder"),
    [
        (POSTS, "战云舟", "战云舟"),
        (POSTS, "战 舟", "战舟"),
        ("本刊特约记者", "战云舟", "战云舟"),
        ("河湾县渡口管理委员会", "石阶", ""),  # a house, and a heading below it
        (POSTS, "引言", ""),
        (POSTS, "副局长", ""),
        (POSTS, "讲话", ""),
        (POSTS, "守灯的人", ""),
        ("石阶和缆绳", "战云舟", ""),
    ],
)
def test_who_holds_posts(posts: str, text: str, holder: str) -> None:
    assert holder_of(posts, text) == holder


@pytest.mark.parametrize("signed", [(POSTS, "战云舟"), (f"{POSTS} 战云舟",)])
def test_a_name_in_no_list_is_no_title_in_contents_read_across(signed: tuple[str, ...]) -> None:
    lines = ["守住一盏灯", *signed, TEXT[0] * 2, "修船的人", "唐果", TEXT[1] * 2]
    body = BodyIndex([Line(at, line) for at, line in enumerate(lines, 10)])
    rows = [
        Row([text], [at], gap=False)
        for at, text in enumerate(["守住一盏灯　　　修船的人", "战云舟 10　　　唐果 18"], 1)
    ]
    told = [(piece.kind, piece.text) for piece in pieces_of(places_of(rows), body)]
    assert ("names", "战云舟") in told
    assert [text for kind, text in told if kind == "line"] == ["守住一盏灯", "修船的人"]


@pytest.mark.parametrize("post", ["本刊记者", "本刊特约记者", POSTS])
@pytest.mark.parametrize("form", ["战云舟\n{}", "{} 战云舟", "战 云 舟（{}）"])
def test_a_name_in_no_list_beside_its_posts_where_the_contents_name_nobody(
    form: str, post: str
) -> None:
    issue = made(
        f"{HEAD}目录\n守住一盏灯 2\n修船 唐果 4",
        f"守住一盏灯\n\n{form.format(post)}",
        *TEXT,
        "修船\n唐果",
        *BOATS,
    )
    assert heads(issue)[0] == ("守住一盏灯", "", [("战云舟", post)])
    assert len(issue.articles[0].blocks) == len(TEXT)


@pytest.mark.parametrize("entry", ["陆遥 秦小满 2", "陆遥 2", "2"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("本刊记者", ("本刊记者", "本刊记者")),
        ("《渡务学习》记者", ("《渡务学习》记者", "《渡务学习》记者")),
        ("本刊记者 通讯员", ("本刊记者", "通讯员")),
    ],
)
def test_what_two_are_of_a_paper_stands_below_their_names(
    entry: str, gap: str, line: str, posts: tuple[str, str]
) -> None:
    issue = made(
        f"{HEAD}目录\n守住一盏灯 {entry}\n修船 唐果 4",
        f"守住一盏灯\n陆　遥 秦小满{gap}{line}",
        *TEXT,
        "修船\n唐果",
        *BOATS,
    )
    assert heads(issue)[0][2] == list(zip(("陆遥", "秦小满"), posts, strict=True))
    assert len(issue.articles[0].blocks) == len(TEXT)


def test_another_name_is_no_post_of_whom_the_contents_name() -> None:
    found = read_byline("陆　遥 秦小满", known=frozenset(["陆遥"]))
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [("陆遥", ""), ("秦小满", "")]


@pytest.mark.parametrize("names", ["冯 舟 解小满", "解小满"])
def test_an_article_that_the_contents_lack_is_told_by_a_house_over_names(names: str) -> None:
    issue = made(
        f"{HEAD}目录\n修船的人 唐果 2\n夜航 秦小满 6",
        "修船的人\n唐果",
        *BOATS,
        f"守住一盏灯 看看航标站怎样过冬\n\n河湾县委组织部\n{names}",
        *TEXT,
        "夜航\n秦小满",
        *TEXT[::-1],
    )
    assert len(issue.articles) == len(["修船的人", "守住一盏灯", "夜航"])
    assert heads(issue)[1][2] == [
        (name, "河湾县委组织部") for name in names.replace("冯 舟", "冯舟").split()
    ]


@pytest.mark.parametrize("name", ["乜红缨", "妫长水", "庹小满", "淳于越"])
def test_rare_surnames(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "post",
    [
        "河湾省信访接待中心三级主任科员",
        "河湾县水利局四级调研员",
        "河湾大学文学院二级教授",
        "河湾县民政局科员",
        "河湾省委宣传部理论处干部",
        "河湾县教育局驻石桥村第一书记",
    ],
)
def test_the_level_of_a_post_stands_between_the_house_and_what_somebody_is(post: str) -> None:
    assert is_post(post)
    assert not is_post(post.replace("河湾", "去年的"))
