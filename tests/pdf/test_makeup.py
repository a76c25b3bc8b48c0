"""Make-up: how articles end, what stands at the foot of a page, where boxes go."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from converter.model import (
    Article,
    Attribution,
    Author,
    Block,
    Box,
    Byline,
    Figure,
    Heading,
    Issue,
    Mark,
    MarkKind,
    Masthead,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    TableCell,
    Text,
)
from tests.pdf.conftest import Build, Built
from tests.pdf.reading import Run
from tests.pdf.sample import prose
from tests.pdf.test_page import body_runs, off_grid, page_of
from tests.support import pdf, tools


def issue_of(*articles: Article) -> Issue:
    return Issue(Masthead("排版"), articles=articles)


def essay(number: int, paragraphs: int, *, pull: bool = True) -> Article:
    blocks = [
        Paragraph(Text(prose(number + at, 4 + (at + number) % 3)), id=f"p{number}-{at}")
        for at in range(paragraphs)
    ]
    quotes = (PullQuote((Text(prose(number, 2)),)),) if pull else ()
    return Article(
        f"a{number:02}", (Text("长文怎样收尾"),), pull_quotes=quotes, blocks=tuple(blocks)
    )


def lines_by_page(built: Built) -> Counter[int]:
    """The lines of running text on each page."""
    return Counter(page for page, _ in {(run.page, round(run.y)) for run in body_runs(built)})


def test_articles_of_every_length_end_with_more_than_a_line_or_two(build: Build) -> None:
    # Each length from a page and a bit on, so that tails of every size come up.
    built = build(issue_of(*(essay(number, 8 + number // 2) for number in range(14))))
    last: dict[str, int] = {}
    counts = lines_by_page(built)
    openings = sorted({run.page for run in built.runs if run.size > 18 and not run.artifact})
    for first, following in zip(openings[1:], [*openings[2:], max(counts) + 1], strict=True):
        if following - first > 1:
            last[f"{first}"] = counts[following - 1]

    assert len(last) > 6
    short = [page for page, lines in last.items() if lines <= 3]
    # A page of two lines may remain where nothing has the white to give: not often.
    assert len(short) <= 1
    assert off_grid(built) == []


def _table(name: str) -> Table:
    head = tuple(TableCell(Text(one), header=True) for one in ("年份", "水位"))
    rows = tuple(tuple(TableCell(Text(one)) for one in (f"{1990 + at}", "三尺")) for at in range(9))
    return Table((head, *rows), caption=Text(name))


def _holes(built: Built, first: int) -> list[float]:
    """The lines of white at the foot of each page that does not end an article."""
    geometry = page_of(built)
    runs = [run for run in built.runs if run.page >= first and not run.artifact]
    openings = {run.page for run in runs if run.size > 14}
    lowest = {run.page: min(r.y for r in runs if r.page == run.page) for run in runs}
    return [
        (y - geometry.bottom) / geometry.grid
        for page, y in sorted(lowest.items())
        if page + 1 in lowest and page + 1 not in openings
    ]


def test_the_text_goes_on_where_a_table_has_no_room(build: Build) -> None:
    articles = []
    for number in range(12):
        lead = tuple(Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(12 + number))
        text = tuple(Paragraph(Text(prose(at, 5)), id=f"p{number}-{at}") for at in range(5))
        blocks: tuple[Block, ...] = (*lead, _table(f"表{number}之一"), *text)
        articles.append(Article(f"a{number}", (Text("让一让"),), blocks=blocks))
    built = build(issue_of(*articles))
    holes = _holes(built, 2)
    assert len(holes) > 8
    assert max(holes) < 3
    printed = "".join(run.text for run in built.runs if not run.artifact)
    assert all(printed.count(f"表{number}之一") == 1 for number in range(12))
    assert all(printed.count(prose(at, 5)) == 12 for at in range(5))
    assert off_grid(built) == []


def _long_texts(count: int, *middle: Block, lines: int = 14) -> Issue:
    """Texts with the blocks a line further down in each."""
    articles = []
    for number in range(count):
        lead = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(lines + number)]
        text = [Paragraph(Text(prose(at, 4)), id=f"t{number}-{at}") for at in range(3)]
        rest = [Paragraph(Text(prose(at, 5)), id=f"p{number}-{at}") for at in range(6)]
        blocks: tuple[Block, ...] = (*lead, *text, *middle, *rest)
        articles.append(Article(f"a{number}", (Text("让一让"),), blocks=blocks))
    return issue_of(*articles)


_ASIDE = Box("链接", None, (Paragraph(Text("盒中之言。" + "字里行间，" * 40)),))


def test_a_box_goes_up_where_a_heading_follows_it(build: Build) -> None:
    """It may not pass the heading; the paragraphs before it fill the page below it."""
    built = build(_long_texts(10, _ASIDE, Heading(Text("夜里的灯"), 1), lines=6))
    holes = _holes(built, 2)
    assert len(holes) > 8
    assert max(holes) < 4.4  # before the heading, there may be as much
    printed = "".join(run.text for run in built.runs if not run.artifact)
    assert printed.count("盒中之言。") == 10
    assert all("夜里的灯" not in one[:900] for one in printed.split("盒中之言。")[:1])
    assert off_grid(built) == []


def test_an_answer_goes_on_with_its_question_where_a_box_has_no_room(build: Build) -> None:
    asked = Paragraph(Text("这条江您走过多少回？"), Role.QUESTION)
    answer = Paragraph(Text(prose(2, 6)), Role.ANSWER)
    built = build(_long_texts(8, _ASIDE, asked, answer, lines=10))
    assert max(_holes(built, 2)) < 4
    printed = "".join(run.text for run in built.runs if not run.artifact)
    assert printed.count("走过多少回？" + prose(2, 1)) == 8


def test_no_pull_quote_stands_last_above_white(build: Build) -> None:
    quote = PullQuote((Text("水有来路，人有归处。"),))
    built = build(_long_texts(8, quote, lines=8))
    # Its own white, and no line more; two lines of a paragraph may go overleaf.
    assert max(_holes(built, 2)) < 2.6
    assert off_grid(built) == []


@pytest.mark.parametrize("follows", [None, Heading(Text("夜里的灯"), 1)])
def test_no_column_ends_early_for_the_sake_of_a_box(build: Build, follows: Block | None) -> None:
    blocks: list[Block] = []
    for at in range(24):
        blocks.append(Paragraph(Text(prose(at, 4 + at % 3)), id=f"p{at}"))
        if at % 2:
            inner = (Paragraph(Text(f"盒之{at}。" + "字里行间，" * (25 + at))),)
            blocks.append(Box("链接", None, inner, id=f"x{at}"))
            blocks += [follows] if follows else []
    article = Article("a", (Text("两栏"),), blocks=tuple(blocks))
    built = build(issue_of(article), columns=2, page="a4")
    geometry = page_of(built)
    runs = [run for run in built.runs if run.page > 1 and not run.artifact]
    last = max(run.page for run in runs)
    lowest: dict[tuple[int, bool], float] = {}
    for run in runs:
        if run.page < last:
            side = run.page, run.x > geometry.width / 2
            lowest[side] = min(lowest.get(side, geometry.height), run.y)
    assert len(lowest) >= 4
    # A heading needs three lines and the white above it, a box has padding below.
    empty = sorted((y - geometry.bottom) / geometry.grid for y in lowest.values())
    # Where the paragraph before the box is too short, nothing helps: not often.
    assert empty[-2] < 4.4 if follows else empty[-1] < 3
    printed = "".join(run.text for run in runs)
    assert all(printed.count(f"盒之{at}。") == 1 for at in range(1, 24, 2))


def test_a_box_at_the_foot_closes_up_to_text_that_ends_early(build: Build) -> None:
    """In the midst of an article as well, where the heading that follows has no room."""
    articles = []
    for number in range(10):
        lead = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(8 + number)]
        called = Paragraph(Text(prose(1, 6)), id=f"c{number}")
        words = tuple(Paragraph(Text("字里行间，" * 12)) for _ in range(4))
        box = Box("链接", None, words, anchor=f"c{number}", id=f"x{number}")
        rest = tuple(Paragraph(Text(prose(at, 5))) for at in range(6))
        question = Paragraph(Text("这条江您走过多少回？"), Role.QUESTION)
        head = Heading(Text("夜里的灯"), 1)
        blocks: tuple[Block, ...] = (*lead, called, box, head, question, *rest)
        articles.append(Article(f"a{number}", (Text("靠一靠"),), blocks=blocks))
    built = build(issue_of(*articles))
    geometry = page_of(built)
    runs = [run for run in built.runs if run.page > 1 and not run.artifact]
    found = 0
    for page in {run.page for run in runs}:
        here = [run for run in runs if run.page == page]
        boxed = [run.y for run in here if "Kai" in run.face or run.text == "链接"]
        text = [run.y for run in here if "Serif" in run.face and run.y > max(boxed, default=900)]
        if boxed and text:
            found += 1
            assert (min(text) - max(boxed)) / geometry.grid < 4.4
    assert found > 6


@pytest.mark.parametrize(
    ("before", "after"),
    [("历年的水位如下：", prose(3, 5)), ("一行。", "从上表可以看出，" + prose(3, 5))],
)
def test_a_table_stays_above_what_speaks_of_it(build: Build, before: str, after: str) -> None:
    articles = []
    for number in range(8):
        lead = tuple(Paragraph(Text("一行。")) for _ in range(16 + number))
        around = Paragraph(Text(before)), Paragraph(Text(after))
        blocks: tuple[Block, ...] = (*lead, around[0], _table(f"表{number}之一"), around[1])
        articles.append(Article(f"a{number}", (Text("让一让"),), blocks=blocks))
    built = build(issue_of(*articles))
    printed = "".join(run.text for run in built.runs if not run.artifact)
    for number in range(8):
        table = printed.index(f"表{number}之一")
        assert before in printed[table - 40 : table]
        assert printed.index(after, table) - table < 100
    assert max(_holes(built, 2)) > 4  # there was no room, and nothing was done about it


def test_no_page_has_a_line_or_a_credit_for_itself(build: Build) -> None:
    """The rule above the credit goes, or else the paragraph before keeps the line company."""
    credit = Paragraph(Text("（责任编辑 苗 禾）"), Role.CREDIT)
    articles = []
    for number in range(24):
        text = [Paragraph(Text(prose(at, 2)), id=f"p{number}-{at}") for at in range(11)]
        text += [Paragraph(Text("满一行的字。" * 6)) for _ in range(number % 12)]
        back = (credit,) if number < 12 else ()
        articles.append(Article(f"a{number}", (Text("怎样收尾"),), blocks=tuple(text), back=back))
    built = build(issue_of(*articles))
    lines = Counter(
        page
        for page, _ in {(r.page, round(r.y)) for r in built.runs if r.page > 1 and not r.artifact}
    )
    openings = {run.page for run in built.runs if run.size > 18 and not run.artifact}
    last = [lines[page] for page in lines if page not in openings]
    assert len(last) > 12
    assert min(last) > 2
    printed = "".join(run.text for run in built.runs if not run.artifact)
    assert printed.count("责任编辑") == 12
    assert printed.count("满一行的字。" * 6) == sum(number % 12 for number in range(24))
    assert off_grid(built) == []


def test_a_credit_below_a_box_has_no_page_for_itself(build: Build) -> None:
    """The box goes overleaf with it, and the few lines before, where nothing saves the page."""
    credit = Paragraph(Text("（责任编辑 苗 禾）"), Role.CREDIT)
    articles = []
    for number in range(24):
        text: list[Block] = [
            Paragraph(Text("一行字，没有多的。"), id=f"p{number}-{at}") for at in range(8 + number)
        ]
        box = Box("链接", None, (Paragraph(Text(f"盒之{number}。" + "字里行间，" * 12)),))
        articles.append(
            Article(f"a{number}", (Text("盒下的署名"),), blocks=(*text, box), back=(credit,))
        )
    built = build(issue_of(*articles))
    runs = [run for run in built.runs if run.page > 1 and not run.artifact]
    lines = Counter(page for page, _ in {(run.page, round(run.y)) for run in runs})
    openings = {run.page for run in runs if run.size > 18}
    last = [lines[page] for page in lines if page not in openings]
    assert len(last) > 6
    assert min(last) > 1
    printed = "".join(run.text for run in runs)
    assert printed.count("责任编辑") == 24
    assert all(printed.count(f"盒之{number}。") == 1 for number in range(24))


@pytest.mark.parametrize("columns", [1, 2])
def test_an_article_made_up_again_keeps_all_of_its_text(build: Build, columns: int) -> None:
    articles = tuple(essay(number, 9 + number, pull=False) for number in range(12 // columns**2))
    built = build(issue_of(*articles), columns=columns)

    wanted = Counter[str]()
    for article in articles:
        for block in article.blocks:
            assert isinstance(block, Paragraph)
            wanted.update(block.text.value)
    printed = Counter("".join(run.text for run in built.runs if not run.artifact))
    assert wanted - printed == Counter()
    extra = printed - wanted
    assert extra.total() < 60 + 24 * len(articles)  # cover, contents, titles


def test_a_box_at_the_foot_is_not_sent_on_for_the_sake_of_one_line(build: Build) -> None:
    """Its page would end with the place that was kept for it empty."""
    blocks: list[Paragraph | Box | Heading] = []
    for number in range(30):
        blocks.append(Paragraph(Text(prose(number, 3 + number % 5)), id=f"p{number}"))
        if number % 6 == 2:
            inner = (Paragraph(Text(prose(number, 9))),)
            blocks.append(Box("链接", None, inner, anchor=f"p{number}", id=f"x{number}"))
    built = build(issue_of(Article("a", (Text("盒子"),), blocks=tuple(blocks))))
    geometry = page_of(built)

    pages = sorted({run.page for run in body_runs(built)})
    assert len(pages) > 4
    for page in pages[1:-1]:
        text = [run.y for run in built.runs if run.page == page and not run.artifact]
        empty = (min(text) - geometry.bottom) / geometry.grid
        # A heading, widows or a paragraph's first line may cost two lines, a box has padding,
        # and closes up to the text. Its place has eight lines.
        assert empty < 5, f"page {page + 1} ends {empty:.1f} lines early"


def test_a_box_without_room_takes_neither_its_paragraph_nor_the_heading_overleaf(
    build: Build,
) -> None:
    articles = []
    for number in range(12):
        lead = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(17 + number)]
        called = Paragraph(Text("满一行的字。" * 22), id=f"c{number}")
        words = tuple(Paragraph(Text("字里行间，" * 20)) for _ in range(4))
        box = Box("链接", None, words, anchor=f"c{number}", id=f"x{number}")
        rest = tuple(Paragraph(Text(prose(at, 5))) for at in range(9))
        head = Heading(Text("夜里的灯"), 1)
        blocks: tuple[Block, ...] = (*lead, head, called, box, *rest)
        articles.append(Article(f"a{number}", (Text("等一等"),), blocks=blocks))
    built = build(issue_of(*articles))
    holes = _holes(built, 2)
    assert len(holes) > 12
    assert max(holes) < 4  # a heading with two lines and the white above it
    assert off_grid(built) == []


def test_an_inset_without_room_sinks_to_the_foot_of_a_page(build: Build) -> None:
    """It neither hangs over the foot nor leaves the page before it half empty."""
    articles = []
    for number in range(16):
        lead = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(8 + number)]
        rest = [Paragraph(Text(prose(at, 5)), id=f"p{number}-{at}") for at in range(12)]
        words = (Paragraph(Text(f"盒之{number}。" + "字里行间，" * 15)),)
        box = Box("链接", None, words, anchor=f"p{number}-0", id=f"x{number}")
        blocks: tuple[Paragraph | Box, ...] = (*lead, rest[0], box, *rest[1:])
        articles.append(Article(f"a{number}", (Text("沉下去的盒子"),), blocks=blocks))
    built = build(issue_of(*articles))
    geometry = page_of(built)

    runs = [run for run in built.runs if not run.artifact]
    everything = "".join(run.text for run in runs)
    assert [everything.count(f"盒之{number}。") for number in range(16)] == [1] * 16
    openings = {run.page for run in runs if run.size > 18}
    kinds = set()
    pages = pdf.page_count(built.path)
    for page in range(min(openings - {0, 1}), pages):
        here = [run for run in runs if run.page == page]
        boxed = [run for run in here if "Kai" in run.face and run.size < 10]
        for run in boxed:  # half a line of padding is below the last one
            assert run.y >= geometry.bottom + geometry.grid / 2
        if boxed:
            kinds.add(min(run.x for run in boxed) > geometry.width / 2)
        if page + 1 not in openings and page + 1 < pages:
            empty = (min(run.y for run in here) - geometry.bottom) / geometry.grid
            assert empty < 2.4, f"page {page + 1} ends {empty:.1f} lines early"
    assert kinds == {True, False}  # some found room beside their paragraph, some did not
    assert off_grid(built) == []


@pytest.mark.parametrize("boxes", [1, 2])
def test_no_box_has_the_last_page_of_an_article_for_itself(build: Build, boxes: int) -> None:
    """The box goes to the foot of the page before it, and the text from there overleaf."""
    articles = []
    for number in range(12):
        text = [Paragraph(Text(prose(at, 2)), id=f"p{number}-{at}") for at in range(9)]
        text += [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(number)]
        last = tuple(
            Box("链接", None, (Paragraph(Text(f"盒之{number}之{at}。" + "字里行间，" * 20)),))
            for at in range(boxes)
        )
        articles.append(Article(f"a{number}", (Text("最后的盒子"),), blocks=(*text, *last)))
    built = build(issue_of(*articles))

    runs = [run for run in built.runs if not run.artifact]
    everything = "".join(run.text for run in runs)
    for number in range(12):
        for at in range(boxes):
            assert everything.count(f"盒之{number}之{at}。") == 1
    long = 0
    openings = {run.page for run in runs if run.size > 18}
    for page in range(min(openings - {0, 1}), pdf.page_count(built.path)):
        here = [run for run in runs if run.page == page]
        assert any(run.size > 10 for run in here), f"page {page + 1} has boxes alone"
        long += page not in openings
    assert long >= 3  # articles that need a second page for a box
    assert off_grid(built) == []


def test_a_box_and_a_note_on_the_author_have_no_page_for_themselves(build: Build) -> None:
    """The box goes to the foot of the page before, and its text to the note overleaf."""
    articles = []
    for number in range(1, 9):
        text = [Paragraph(Text(prose(at, 4)), id=f"p{number}-{at}") for at in range(5)]
        text += [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(number)]
        told = "作者简介：" + "林汀，长年行船，写有《渡口的账》。" * 8
        back = (Paragraph(Text(told), Role.BIOGRAPHY),)
        articles.append(Article(f"a{number}", (Text("末页"),), blocks=(*text, _ASIDE), back=back))
    built = build(issue_of(*articles))
    runs = [run for run in built.runs if not run.artifact and run.page > 1]
    assert "".join(run.text for run in runs).count("盒中之言。") == 8
    for page in {run.page for run in runs}:
        here = [run for run in runs if run.page == page]
        assert any(run.size > 10 for run in here), f"page {page + 1} has no text"
    assert off_grid(built) == []


def test_where_an_author_works_does_not_stand_on_a_page_of_its_own(build: Build) -> None:
    """Half of the white around a table makes room for it."""
    row = (TableCell(Text("甲")), TableCell(Text("乙")))
    byline = (Byline(Text("林汀"), (Author("林汀"),)),)
    back = (Paragraph(Text("（作者单位：本校物理系）"), Role.CREDIT),)
    articles = []
    for number in range(8):
        lines = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(18 + number)]
        blocks: tuple[Paragraph | Table, ...] = (*lines[:6], Table((row, row)), *lines[6:])
        articles.append(
            Article(f"a{number}", (Text("单位"),), bylines=byline, blocks=blocks, back=back)
        )
    built = build(issue_of(*articles))

    pages = [run.page for run in built.runs if "本校物理系" in run.text]
    assert len(pages) == len(articles)
    for page in pages:
        here = "".join(run.text for run in built.runs if run.page == page)
        assert "一行" in here, f"page {page + 1} has nothing else"
    assert off_grid(built) == []


def test_who_the_author_is_has_no_page_for_itself_below_two_columns(build: Build) -> None:
    """The last words go overleaf with it where nothing saves the page."""
    back = (Paragraph(Text("林汀，一九七五年生。" + "甲乙丙丁，" * 24), Role.BIOGRAPHY),)
    articles = []
    for number in range(12):
        lines = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(44 + number)]
        articles.append(Article(f"a{number}", (Text("作者"),), blocks=tuple(lines), back=back))
    built = build(issue_of(*articles), columns=2)
    pages = [run.page for run in built.runs if "七五年生" in run.text]
    assert len(pages) == len(articles)
    assert len(set(pages)) == len(pages)
    for page in pages:
        here = "".join(run.text for run in built.runs if run.page == page)
        assert "一行" in here, f"page {page + 1} has nothing else"
    assert off_grid(built) == []


@pytest.mark.parametrize(
    ("told", "broken"),
    [
        (
            "摘自《青浦县水利工程管理条例》第三章第十七条",
            ["——摘自《青浦县水利工程管理", "条例》第三章第十七条"],
        ),
        ("摘自《水利条例》第一百三十七条", ["——摘自《水利条例》", "第一百三十七条"]),
        ("资料来源：青浦县水利工程协会年报", ["资料来源：青浦县", "水利工程协会年报"]),
    ],
)
def test_the_source_of_a_box_is_balanced_and_broken_between_words(
    build: Build, told: str, broken: list[str]
) -> None:
    source = Attribution(Text(told))
    box = Box("链接", None, (Paragraph(Text("渠道两侧不得取土。")),), source, anchor="p", id="x")
    text = (Paragraph(Text(prose(1, 12)), id="p"), box, Paragraph(Text(prose(2, 9))))
    built = build(issue_of(Article("a", (Text("条例"),), blocks=text)))

    lines: dict[int, str] = {}
    for run in built.runs:
        if run.size < 9 and not run.artifact and run.page > 1:
            lines[round(run.y)] = lines.get(round(run.y), "") + run.text
    printed = [line for _, line in sorted(lines.items(), reverse=True)]
    first = next(at for at, line in enumerate(printed) if line.startswith(("——", "资料来源")))
    assert printed[first : first + 2] == broken


@pytest.mark.parametrize(("kind", "lines"), [("box", 4.0), ("table", 2.5)])
def test_what_has_a_ground_stands_below_an_inset_and_not_behind_it(
    build: Build, kind: str, lines: float
) -> None:
    # Figures are half as wide as they are taken to be: less text stands beside the inset.
    text = Paragraph(Text("12.5，" * 64), id="p")
    words = (Paragraph(Text("旁边的盒子。" + "字里行间，" * 26)),)
    inset = Box("链接", None, words, anchor="p", id="x")
    row = (TableCell(Text("下面")), TableCell(Text("下面")))
    below: Box | Table = Table((row, row))
    if kind == "box":
        below = Box("链接", None, (Paragraph(Text("下面的盒子。")),), id="y")
    built = build(issue_of(Article("a", (Text("两样"),), blocks=(text, inset, below))))

    runs = [run for run in built.runs if not run.artifact and run.page > 1]
    beside = [run for run in runs if "Kai" in run.face and run.x > page_of(built).width / 2]
    assert len(beside) > 4
    under = [run for run in runs if "下面" in run.text]
    assert under
    # There is a line of white between the one and the other, besides their paddings.
    apart = min(run.y for run in beside) - max(run.y for run in under)
    assert apart > lines * page_of(built).grid


def brief(number: int, *, section: int = -1, sentences: int = 3) -> Article:
    return Article(
        f"b{number:02}",
        (Text(f"启事之{number}"),),
        section=section,
        blocks=(Paragraph(Text(prose(number, sentences))),),
    )


def opens_on(built: Built, title: str) -> int:
    """The page of the first title that has these words, after cover and contents."""
    return min(
        run.page
        for run in built.runs
        if title in run.text and run.size > 14 and run.page > 1 and not run.artifact
    )


def heads(built: Built, page: int) -> list[str]:
    """What stands above the type area of a page."""
    top = page_of(built).height - page_of(built).top
    return [run.text for run in built.runs if run.artifact and run.page == page and run.y > top]


def test_a_few_lines_share_the_page_of_what_stands_before_them(build: Build) -> None:
    built = build(
        issue_of(essay(1, 2, pull=False), brief(2), brief(3, sentences=2), essay(4, 2, pull=False))
    )
    first, second, third = (opens_on(built, t) for t in ("长文", "启事之2", "启事之3"))
    assert first == second == third
    assert pdf.page_count(built.path) == third + 2
    assert not off_grid(built)


def test_what_leads_in_to_a_section_opens_a_page(build: Build) -> None:
    issue = replace(
        issue_of(
            essay(1, 2, pull=False),
            brief(2, section=0),
            replace(essay(3, 2, pull=False), section=0),
            brief(4, section=1),
        ),
        section_names=("专辑", "补白"),
    )
    built = build(issue)
    assert opens_on(built, "启事之2") == opens_on(built, "启事之4") - 1
    assert opens_on(built, "启事之2") == opens_on(built, "长文") + 1


@pytest.mark.parametrize("sentences", [2, 6])
def test_a_kicker_or_a_title_of_two_lines_counts_as_lines(build: Build, sentences: int) -> None:
    """Five lines of news do not have a page because their title has two; nine would."""
    news = replace(
        brief(2, sentences=sentences),
        title=(Text("上渡的船修好了"), Text("下渡的船也修好了")),
        kicker=Text("两岸新闻"),
    )
    built = build(issue_of(essay(1, 2, pull=False), news, essay(4, 2, pull=False)))
    first = built.issue.articles[0].title[0].value
    assert (opens_on(built, "上渡的船") == opens_on(built, first)) == (sentences == 2)


@pytest.mark.parametrize("paragraphs", range(6, 12))
def test_a_head_over_brief_pieces_is_that_of_the_page(build: Build, paragraphs: int) -> None:
    briefs = tuple(brief(number) for number in range(2, 6))
    built = build(issue_of(essay(1, paragraphs, pull=False), *briefs, essay(6, 7, pull=False)))
    pages = sorted({opens_on(built, f"启事之{number}") for number in range(2, 6)})
    for page in pages:
        text = [run for run in built.runs if run.page == page and not run.artifact]
        opened = max(text, key=lambda run: run.y).text.startswith("启事")
        # A page that a brief piece begins has none; where an article ends, it is the article's.
        assert bool(heads(built, page)) != opened
        assert all("启事" not in head for head in heads(built, page))
    last = max(run.page for run in built.runs)
    assert "".join(heads(built, last))


@pytest.mark.parametrize("sentences", range(2, 30, 3))
def test_a_page_that_goes_on_begins_at_its_head(build: Build, sentences: int) -> None:
    """Above a heading or a box with which a page begins there is no white."""
    blocks = [
        block
        for at in range(9)
        for block in (
            Heading(Text(f"第{at}节"), 1, id=f"h{at}"),
            Paragraph(Text(prose(at, 5 + (sentences + at) % 4)), id=f"p{at}"),
            Box(
                "旁注", None, (Heading(Text("其一"), 1), Paragraph(Text(prose(at, 3)))), id=f"x{at}"
            ),
        )
    ]
    start = Paragraph(Text(prose(0, sentences)), id="p")
    built = build(issue_of(Article("a01", (Text("长文"),), blocks=(start, *blocks))))
    geometry = page_of(built)
    highest: dict[int, float] = {}
    for run in built.runs:
        if not run.artifact and run.size < 14:
            highest[run.page] = max(highest.get(run.page, 0.0), run.y)
    opening = opens_on(built, "长文")
    for page, y in highest.items():
        if page > opening:
            assert geometry.height - geometry.top - y < 1.7 * geometry.grid, page


def test_a_column_begins_at_its_head(build: Build) -> None:
    """Neither a heading nor a box has white above it that the other column has not."""
    articles = []
    for number in range(4):
        blocks: list[Block] = [Paragraph(Text(prose(0, 2 + 7 * number)), id="p")]
        for at in range(8):
            boxed = (Paragraph(Text(prose(at, 2))),)
            blocks.append(Heading(Text(f"第{at}节"), 1, id=f"h{at}"))
            blocks.append(Paragraph(Text(prose(at, 4 + (number + at) % 3)), id=f"p{at}"))
            blocks.append(Box("旁注", None, boxed, id=f"x{at}"))
        articles.append(Article(f"a{number}", (Text("长文"),), blocks=tuple(blocks)))
    built = build(issue_of(*articles), columns=2, page="a4")
    geometry = page_of(built)
    runs = [run for run in built.runs if not run.artifact and run.page > 1]
    openings = {run.page for run in runs if run.size > 18}
    heads: dict[tuple[int, bool], tuple[float, bool]] = {}
    for run in runs:
        if run.page not in openings:
            side = run.page, run.x > geometry.width / 2
            heads[side] = max(heads.get(side, (0.0, False)), (run.y, run.size > geometry.size + 1))
    assert len(heads) > 4
    assert any(heading for _, heading in heads.values())
    for y, _ in heads.values():
        assert geometry.height - geometry.top - y < 2 * geometry.grid  # a box has padding


def test_english_among_chinese_is_set_flush_left_in_a_face_for_reading(build: Build) -> None:
    abstract = (
        "The ferry of the upper town has been kept by three families. Each of them wrote down "
        "the water levels, and what is left of their books is the memory of the river."
    )
    blocks = (
        Paragraph(Text(prose(0, 8))),
        Paragraph(Text("The Books of the Ferry and the Memory of the River"), Role.PARALLEL_TITLE),
        Paragraph(Text(abstract), Role.ABSTRACT),
    )
    built = build(issue_of(Article("a01", (Text("渡口的账"),), blocks=blocks)), columns=2)
    english = [run for run in built.runs if run.text.isascii() and len(run.text) > 20]
    assert english
    assert all("Serif" in run.face for run in english)
    with pikepdf.open(built.path) as document:
        languages = [
            str(thing.Lang)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/Lang" in thing
        ]
    assert languages.count("en") == 2


def test_the_names_of_authors_in_english_are_not_torn_apart(build: Build) -> None:
    names = "ZHAO Wanqing, QIAN Songnian, SUN Jiheng, LI Chaoping, ZHOU Mianzhi, WU Dingyuan"
    blocks = (
        Paragraph(Text("The Books of the Ferry and the Memory of the River"), Role.PARALLEL_TITLE),
        Paragraph(Text(names), Role.PARALLEL_TITLE),
        *(Paragraph(Text(prose(number, 8))) for number in range(3)),
    )
    built = build(issue_of(Article("a01", (Text("渡口的账"),), blocks=blocks)), columns=2)
    seen = tools.run("pdftotext", "-bbox", built.path, "-")
    words = re.findall(r'xMin="(.+?)" .+ xMax="(.+?)" .+>(.+)</word>', seen)
    spans = {word: (float(left), float(right)) for left, right, word in words}
    for family, given in (("ZHAO", "Wanqing,"), ("SUN", "Jiheng,"), ("LI", "Chaoping,")):
        assert spans[given][0] - spans[family][1] < 0.4 * page_of(built).size


def test_what_leads_in_is_set_apart_from_the_text(build: Build) -> None:
    lead, body = Paragraph(Text(prose(3, 2)), Role.ABSTRACT), Paragraph(Text(prose(0, 8)))
    built = build(issue_of(Article("a01", (Text("渡口的账"),), front=(lead,), blocks=(body,))))
    lines = sorted({round(run.y, 1) for run in built.runs if run.page == 2 and run.size < 14})
    gaps = [round((above - below) / page_of(built).grid) for below, above in pairwise(lines)]
    assert gaps[1:].count(2) == 1  # the first one is above the folio


def test_those_who_take_part_in_a_conversation_are_set_apart_from_it(build: Build) -> None:
    blocks = tuple(
        Paragraph(Text(value), role)
        for value, role in (
            (prose(0, 4), Role.BODY),
            ("嘉宾：林汀（上渡船工）　许栀（水文站站长）", Role.CREDIT),
            ("记者：水涨了怎么办？", Role.QUESTION),
            (prose(1, 4), Role.ANSWER),
        )
    )
    built = build(issue_of(Article("a01", (Text("渡口的账"),), blocks=blocks)))
    lines = sorted({round(run.y, 1) for run in built.runs if run.page == 2 and run.size < 14})
    gaps = [round((above - below) / page_of(built).grid) for below, above in pairwise(lines)]
    assert gaps[1:].count(2) == 2
    assert off_grid(built) == []


def test_a_last_page_with_a_few_lines_is_told_with_the_lines_to_cut(build: Build) -> None:
    articles = []
    for number in range(3):
        text = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(31 + 9 * number)]
        title = (Text("末页之"), Text(f"再说第{number}回"))
        articles.append(Article(f"a{number}", title, blocks=tuple(text)))
    built = build(issue_of(*articles))
    told = [dict(one.args) for one in built.diagnostics if one.code == "PDF010"]
    assert [one["title"] for one in told] == ["末页之 再说第0回"]  # the others have more
    runs = [run for run in built.runs if run.page == int(told[0]["page"]) - 1 and not run.artifact]
    # Two of those on the page have come to keep the others company.
    assert 0 < int(told[0]["lines"]) <= len({round(run.y) for run in runs})
    # With so many lines less, the page is gone.
    less = replace(articles[0], blocks=articles[0].blocks[int(told[0]["lines"]) :])
    assert pdf.page_count(build(issue_of(less)).path) == int(told[0]["page"]) - 1


def test_the_text_goes_on_where_a_caption_has_no_room(build: Build) -> None:
    """Its paragraph would go overleaf with it, or two lines of that."""
    built = build(_long_texts(16, Figure(Text("图一 水尺。" + "甲乙丙丁" * 12)), lines=8))
    holes = _holes(built, 2)
    assert len(holes) > 12
    assert max(holes) < 3
    assert "".join(run.text for run in built.runs).count("图一　水尺。") == 16
    assert off_grid(built) == []


def test_a_caption_that_just_fits_stands_at_the_foot_of_the_page(build: Build) -> None:
    """The white below it is not wanted twice."""
    caption = Figure(Text("图一 水尺。" + "甲乙丙丁" * 12))
    built = build(_long_texts(16, caption, Heading(Text("夜里的灯"), 1), lines=8))
    geometry = page_of(built)
    lowest = min(run.y for run in built.runs if "甲乙丙丁" in run.text)
    assert lowest < geometry.bottom + geometry.grid  # half a line is below it
    assert max(_holes(built, 2)) < 4.6
    assert off_grid(built) == []


def test_a_box_takes_the_question_that_calls_it_not_overleaf(build: Build) -> None:
    """With the box there is no room for the answer, which stays with its question."""
    articles = []
    for number in range(12):
        lead = [Paragraph(Text("一行。"), id=f"l{number}-{at}") for at in range(12 + number)]
        asked = Paragraph(Text("这条江您走过多少回？"), Role.QUESTION, id=f"q{number}")
        answer = Paragraph(Text(prose(2, 6)), Role.ANSWER, id=f"w{number}")
        words = tuple(Paragraph(Text("字里行间，" * 20)) for _ in range(3))
        box = Box("链接", None, words, anchor=f"q{number}", id=f"x{number}")
        rest = [Paragraph(Text(prose(at, 5)), id=f"p{number}-{at}") for at in range(9)]
        blocks: tuple[Block, ...] = (*lead, asked, box, answer, *rest)
        articles.append(Article(f"a{number}", (Text("等一等"),), blocks=blocks))
    built = build(issue_of(*articles))
    assert max(_holes(built, 2)) < 3.6
    printed = "".join(run.text for run in built.runs if not run.artifact)
    assert printed.count("链接") == 12
    assert printed.count("走过多少回？") == 12
    assert off_grid(built) == []


def test_several_bylines_stand_together(build: Build) -> None:
    bylines = tuple(
        Byline(Text(f"{does}／{name}"), (Author(name),))
        for does, name in (("文", "林汀"), ("摄影", "许栀"))
    )
    text = (Paragraph(Text(prose(1, 4))),)
    built = build(issue_of(Article("a", (Text("水尺"),), bylines=bylines, blocks=text)))
    first, second = (
        next(run.y for run in built.runs if run.page > 1 and name in run.text)
        for name in ("林汀", "许栀")
    )
    assert first - second == pytest.approx(page_of(built).grid, abs=0.1)
    assert off_grid(built) == []


def test_a_caption_below_a_box_takes_it_not_overleaf(build: Build) -> None:
    """There is room for the box alone, which may not go up to its heading."""
    heading, caption = Heading(Text("夜里的灯"), 1), Figure(Text("图一　水尺。"))
    text = Paragraph(Text(prose(2, 4)))
    built = build(_long_texts(10, heading, text, _ASIDE, caption, heading, lines=2))
    below = [run.page for run in built.runs if "水尺。" in run.text]
    boxes = [run.page for run in built.runs if "盒中之言。" in run.text]
    assert len(boxes) == len(below) == 10
    assert any(box < page for box, page in zip(boxes, below, strict=True))
    assert off_grid(built) == []


@pytest.mark.parametrize("columns", [1, 2])
def test_who_signs_a_letter_and_when_stays_with_its_last_words(build: Build, columns: int) -> None:
    letter: list[Block] = []
    for number in range(60):
        letter += [
            Paragraph(Text("渡口的老师："), Role.SALUTATION),
            Paragraph(Text(prose(number, 2 + number % 7)), id=f"p{number}"),
            Paragraph(Text("此致")),
            Paragraph(Text("敬礼！")),
            Paragraph(Text("渡口老陈"), Role.SIGNATURE),
            Paragraph(Text("二〇三一年六月三日"), Role.SIGNATURE),
        ]
    built = build(issue_of(Article("a1", (Text("来信"),), blocks=tuple(letter))), columns=columns)
    half = page_of(built).width / 2
    tops: dict[tuple[int, bool], Run] = {}
    feet: dict[tuple[int, bool], Run] = {}
    for run in (run for run in built.runs if run.page > 2 and not run.artifact):
        column = (run.page, columns > 1 and run.x > half)
        if column not in tops or run.y > tops[column].y:
            tops[column] = run
        if column not in feet or run.y < feet[column].y:
            feet[column] = run
    assert len(tops) > 3
    assert all("渡口的老师" not in run.text for run in feet.values())
    for words in ("此致", "敬礼", "渡口老陈", "六月三日"):
        assert all(words not in run.text for run in tops.values())


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("words", ["资料来源：渡口水文站", "注：据渡口水文站", "註：據渡口水文站"])
def test_what_is_told_of_a_table_stands_right_below_it(
    build: Build, columns: int, words: str
) -> None:
    note = Paragraph(Text(words), Role.CREDIT)
    text = (Paragraph(Text(prose(1, 4))), _table("表一"), note, Paragraph(Text("水退了。")))
    built = build(issue_of(Article("a1", (Text("水位"),), blocks=text)), columns=columns)
    runs = [run for run in built.runs if not run.artifact and run.page > 1]
    (told,) = [run for run in runs if "水文站" in run.text]
    (after,) = [run for run in runs if "水退了" in run.text]
    row = min((run for run in runs if run.text == "1998"), key=lambda run: run.y)
    geometry = page_of(built)
    assert 0.8 < (row.y - told.y) / geometry.grid < 1.5
    assert 1.5 < (told.y - after.y) / geometry.grid < 2.2
    assert told.x < row.x
    assert off_grid(built) == []


@pytest.mark.parametrize("lines", [3, 6, 9])
def test_columns_below_a_table_end_above_the_notes_of_those_above_it(
    build: Build, lines: int
) -> None:
    called = Text("一行①", (Mark(MarkKind.NOTE_REF, 2, 3, "n"),))
    rest = tuple(Paragraph(Text(prose(at, 6)), id=f"p{at}") for at in range(16))
    lead = tuple(Paragraph(Text(prose(at, 1)), id=f"l{at}") for at in range(lines))
    blocks: tuple[Block, ...] = (Paragraph(called, id="c"), *lead, _table("表一"), *rest)
    notes = (Note("n", "①", Text("据渡口志。" * 30)),)
    built = build(issue_of(Article("a1", (Text("水位"),), blocks=blocks, notes=notes)), columns=2)
    runs = [run for run in built.runs if run.page == 2 and run.x > 20]
    (_, foot) = [run for run in runs if run.text.strip().startswith("①") or "①" in run.text]
    body = [run.y for run in runs if run.size > foot.size + 1 and not run.text.strip().isdecimal()]
    assert any("表一" in run.text for run in runs)
    assert min(body) > foot.y + page_of(built).grid
    assert off_grid(built) == []


def test_columns_with_a_box_at_their_end_have_level_feet(build: Build) -> None:
    """A short text is shared out between them, and the box stands below, across both."""
    text = Paragraph(Text(prose(0, 3)), id="p")
    box = Box("链接", None, (Paragraph(Text("盒中字里行间，" * 20)),), id="x")
    built = build(issue_of(Article("a", (Text("两栏"),), blocks=(text, box))), columns=2)
    geometry = page_of(built)
    feet: dict[bool, float] = {}
    for run in body_runs(built):
        side = run.x > geometry.width / 2
        feet[side] = min(feet.get(side, geometry.height), run.y)
    assert len(feet) == 2
    assert abs(feet[True] - feet[False]) < 1.5 * geometry.grid
    boxed = [run for run in built.runs if "盒中字里行间" in run.text]
    assert max(run.y for run in boxed) < min(feet.values())


def test_a_box_leaves_its_place_where_it_makes_the_last_columns_uneven(build: Build) -> None:
    """Not divided, it would stand at the head of the right one, and the left one be short."""
    articles = []
    for number in range(8):
        text = [Paragraph(Text("两行的一段话。" * 6), id=f"p{number}-{at}") for at in range(12)]
        words = tuple(Paragraph(Text("盒中字里行间，" * 14)) for _ in range(3))
        box = Box("链接", None, words, anchor=f"p{number}-{number + 3}", id=f"x{number}")
        blocks: tuple[Block, ...] = (*text[: number + 4], box, *text[number + 4 :])
        articles.append(Article(f"a{number}", (Text("两栏"),), blocks=blocks))
    built = build(issue_of(*articles), columns=2, page="a4")
    geometry = page_of(built)
    apart = []
    for page in sorted({run.page for run in body_runs(built)}):
        runs = [run for run in built.runs if run.page == page and not run.artifact]
        feet = [
            min(run.y for run in runs if (run.x > geometry.width / 2) == right)
            for right in (False, True)
        ]
        apart.append(abs(feet[0] - feet[1]) / geometry.grid)
    assert len(apart) == 8
    assert max(apart) < 3
    printed = "".join(run.text for run in built.runs if not run.artifact)
    assert printed.count("盒中字里行间，" * 14) == 24
    assert off_grid(built) == []
