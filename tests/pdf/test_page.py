"""The page: type area and grid, heads and folios, openings, contents, outline."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from converter.model import (
    Article,
    Box,
    ContentsSection,
    Heading,
    Issue,
    Mark,
    MarkKind,
    Masthead,
    Paragraph,
    Role,
    Table,
    TableCell,
    Text,
)
from converter.pdf.options import PAGES_MM, PdfOptions
from converter.pdf.sheets import sheets
from converter.pdf.tokens import Geometry
from tests.pdf.conftest import Build, Built
from tests.pdf.reading import Run
from tests.pdf.sample import SENTENCES, prose, sample_issue
from tests.support import pdf

MM = 72 / 25.4


def page_of(built: Built) -> Geometry:
    return sheets(built.options, built.issue.language).geometry


def body_runs(built: Built) -> list[Run]:
    """The runs of running text: the body's size and face, no heads, folios or boxes.

    Nor pull quotes: in Traditional editions they take the body's face, in another colour.
    """
    size = page_of(built).size
    return [
        run
        for run in built.runs
        if abs(run.size - size) < 0.01
        and "Serif" in run.face
        and not run.artifact
        and (len(run.colour) != 3 or max(run.colour) - min(run.colour) < 0.1)
    ]


def off_grid(built: Built) -> list[Run]:
    """Runs of the body whose baseline is not a whole number of lines from the first one's."""
    geometry = page_of(built)
    found = body_runs(built)
    assert found, "no running text"
    first = geometry.height - geometry.top - geometry.grid / 2 - 0.38 * geometry.size
    steps = [(run, (first - run.y) / geometry.grid) for run in found]
    return [run for run, step in steps if abs(step - round(step)) * geometry.grid > 0.02]


@pytest.mark.parametrize(("page", "millimetres"), PAGES_MM.items())
def test_the_trimmed_page_has_the_size_that_was_asked_for(
    build: Build, page: str, millimetres: tuple[float, float]
) -> None:
    with pikepdf.open(build(page=page).path) as document:
        for one in document.pages:
            left, bottom, right, top = (float(side) for side in one.trimbox)
            assert right - left == pytest.approx(millimetres[0] * MM, abs=0.01)
            assert top - bottom == pytest.approx(millimetres[1] * MM, abs=0.01)


@pytest.mark.parametrize("size", [None, 9.0, 12.5])
@pytest.mark.parametrize("page", PAGES_MM)
@pytest.mark.parametrize("columns", [1, 2])
def test_the_measure_is_whole_ems_and_the_height_whole_lines(
    page: str, columns: int, size: float | None
) -> None:
    geometry = sheets(PdfOptions(page=page, columns=columns, size=size), "zh-Hans").geometry  # type: ignore[arg-type]

    across = geometry.inside + geometry.outside + geometry.full_measure * geometry.size
    down = geometry.top + geometry.bottom + geometry.lines * geometry.grid
    assert across == pytest.approx(geometry.width)
    assert down == pytest.approx(geometry.height)
    assert geometry.measure * columns + 2 * (columns - 1) == geometry.full_measure
    assert geometry.measure >= (10 if columns == 2 else 20)
    assert geometry.grid * 4 == int(geometry.grid * 4)


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"edition": "press"},
        {"theme": "modern"},
        {"page": "32k", "size": 10.0},
        {"page": "a4", "columns": 2},
        {"language": "zh-Hant-TW"},
    ],
    ids=str,
)
def test_every_line_of_the_body_stands_on_the_grid(build: Build, chosen: dict[str, object]) -> None:
    assert off_grid(build(**chosen)) == []


def _sentences(draw: st.DrawFn, most: int) -> str:
    return prose(draw(st.integers(0, len(SENTENCES))), draw(st.integers(1, most)))


@st.composite
def _blocks(draw: st.DrawFn) -> tuple[Paragraph | Heading | Box | Table, ...]:
    made: list[Paragraph | Heading | Box | Table] = []
    for number in range(draw(st.integers(3, 9))):
        kind = draw(st.sampled_from(["paragraph", "paragraph", "heading", "box", "table"]))
        if kind == "heading":
            made.append(Heading(Text(_sentences(draw, 1)), draw(st.integers(1, 3))))
        elif kind == "table":
            cell = Text(_sentences(draw, 1)[: draw(st.integers(1, 40))])
            rows = draw(st.integers(1, 20))
            made.append(Table(tuple((TableCell(cell), TableCell(cell)) for _ in range(rows))))
        else:
            text = _sentences(draw, 12)
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            mark = Mark(draw(st.sampled_from([MarkKind.STRONG, MarkKind.SUP])), start, end)
            role = draw(st.sampled_from([Role.BODY, Role.QUESTION, Role.LIST_ITEM]))
            anchor = f"p{number}"
            made.append(Paragraph(Text(text, (mark,)), role, id=anchor))
            if kind == "box":
                inner = Paragraph(Text(_sentences(draw, 14)))
                made.append(Box("链接", None, (inner,), anchor=anchor, id=f"x{number}"))
    return tuple(made)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to shrink means to set a book for every step
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(blocks=_blocks())
def test_the_grid_and_the_text_hold_for_any_article(
    build: Build, blocks: tuple[Paragraph | Heading | Box | Table, ...]
) -> None:
    last = Paragraph(Text(prose(0, 3)))
    issue = Issue(Masthead("网格"), articles=(Article("a", (Text("题"),), blocks=(*blocks, last)),))
    built = build(issue)

    assert off_grid(built) == []
    # Nothing is lost and nothing printed twice, wherever a box found its place. Letters are
    # counted, not phrases: the last sentence of a paragraph and the first of the next one
    # may read like the beginning of a third.
    wanted = sum((_letters(block) for block in (*blocks, last)), Counter[str]())
    wanted.update("链接" * sum(isinstance(block, Box) for block in blocks))
    wanted.update("网格题" + "目录网格题" + "题")  # cover, contents, opening
    printed = Counter("".join(run.text for run in built.runs if not run.artifact))
    assert wanted - printed == Counter(), "lost"
    folio = printed - wanted
    assert folio.total() == 1, "printed twice"
    assert folio.keys() <= set("0123456789")  # the page in the contents


def _texts(block: object) -> list[str]:
    match block:
        case Paragraph() | Heading():
            return [block.text.value]
        case Box():
            return [text for inner in block.blocks for text in _texts(inner)]
        case Table():
            return [cell.text.value for row in block.rows for cell in row]
        case _:
            raise AssertionError(block)


def _letters(block: object) -> Counter[str]:
    return Counter(char for text in _texts(block) for char in text if not char.isspace())


# ------------------------------------------------------------------ heads, folios, openings


def heads_and_folios(built: Built) -> dict[int, list[str]]:
    """The artifacts of each page that are text: running heads and folios, from the top."""
    found: dict[int, list[Run]] = defaultdict(list)
    for run in built.runs:
        if run.artifact and run.text.strip(" .·…“"):
            found[run.page].append(run)
    return {
        page: ["".join(r.text for r in group)]
        if len(group := sorted(runs_, key=lambda r: (-r.y, r.x))) == 1
        else _by_line(group)
        for page, runs_ in found.items()
    }


def _by_line(group: list[Run]) -> list[str]:
    lines: dict[float, str] = {}
    for run in group:
        lines[round(run.y, 1)] = lines.get(round(run.y, 1), "") + run.text
    return list(lines.values())


def test_the_verso_names_the_magazine_and_the_recto_the_article(screen: Built) -> None:
    found = heads_and_folios(screen)

    # Pages from 0: the first article opens on page 5, goes on over pages 6 and 7.
    assert [line.replace(" ", "") for line in found[5]] == [
        "江岸月读·2024年第3期　总第117期",
        "6",
    ]
    assert [line.replace(" ", "") for line in found[6]] == ["一条江的记性沿江三镇水文站的四季", "7"]


def test_an_apostrophe_in_latin_text_is_no_chinese_mark(screen: Built) -> None:
    """’ of the Chinese faces is a whole em, and would part JIANG’AN."""
    with pypdfium2.PdfDocument(screen.path) as document:
        page = document[0].get_textpage()
        at = next(n for n in range(page.count_chars()) if page.get_text_range(n, 1) == "’")
        left, _, right, _ = page.get_charbox(at, loose=True)
    size = next(run.size for run in screen.runs if "JIANG" in run.text)
    assert right - left < size / 2


def test_heads_and_folios_stand_outside(screen: Built) -> None:
    geometry = page_of(screen)
    for run in screen.runs:
        if run.artifact and run.text.isdigit() and run.page >= 4:
            if run.page % 2:  # a verso
                assert run.x == pytest.approx(geometry.outside, abs=0.5)
            else:
                assert run.x > geometry.width - geometry.outside - 20


def test_an_opening_has_a_folio_and_no_running_head(screen: Built) -> None:
    found = heads_and_folios(screen)
    openings = [
        run.page for run in screen.runs if run.size > 18 and run.page > 3 and not run.artifact
    ]

    assert sorted(set(openings)) == [4, 7, 10, 12]
    for page in set(openings):
        assert found[page] == [str(page + 1)]


def test_the_contents_give_the_page_on_which_each_article_opens(screen: Built) -> None:
    contents = pdf.text(screen.path, 3, layout=True)
    for title, page in (
        ("沿江三镇水文站的四季", 5),
        ("让湿地回到地图上来", 8),
        ("把江水讲给孩子听", 11),
        ("渡口", 13),
    ):
        (line,) = [line for line in contents.splitlines() if line.strip().startswith(title)]
        assert line.split()[-1] == str(page)
        assert title in pdf.text(screen.path, page)


@pytest.mark.parametrize(
    "names", ["甲乙丙丁戊己庚辛壬癸子丑寅", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
)
def test_many_sections_of_one_entry_stand_on_one_page_of_contents(build: Build, names: str) -> None:
    article = sample_issue().articles[-1]
    many = tuple(f"栏目之{name}" for name in names)
    issue = replace(
        sample_issue(),
        section_names=many,
        articles=tuple(
            replace(article, id=f"a{index:02}", section=index, title=(Text(f"渡口{name[-1]}记"),))
            for index, name in enumerate(many)
        ),
    )
    made = build(issue)
    page = pdf.text(made.path, 3, layout=True).splitlines()
    for name in many:
        # The name of the section and its entry on one line, the page at its end.
        (line,) = [line for line in page if line.strip().startswith(name)]
        assert f"渡口{name[-1]}记" in line
        assert line.split()[-1].isdecimal()
    assert "版权页" in pdf.text(made.path, 4)


def test_entries_without_a_section_leave_no_row_for_a_second_page_of_contents(build: Build) -> None:
    article = sample_issue().articles[-1]
    names = [f"栏目之{name}" for name in "甲乙丙丁戊己庚辛壬癸子"]
    # A filler without a section stands below the article of every other one.
    rows = [row for at in range(len(names)) for row in ([at, -1] if at % 2 else [at, at])]
    issue = replace(
        sample_issue(),
        section_names=tuple(names),
        articles=tuple(
            replace(article, id=f"a{index:02}", section=section, title=(Text(f"渡口记{index:02}"),))
            for index, section in enumerate(rows)
        ),
    )
    runs = [run for run in build(issue).runs if run.text.startswith("渡口记")]
    assert len([run for run in runs if run.page == 2]) == len(rows)


def test_names_of_sections_have_the_room_of_their_lines_and_no_more(build: Build) -> None:
    names = (
        *("江上", "造船人的故事", "渡口青年信箱", "水尺", "江岸读者之声选登", "造船人和他的儿女们"),
        *("船工", "沿江乡镇调查报告与思考", "灯", "江河湖海", "渡船", "纤道", "补白"),
    )
    article = sample_issue().articles[-1]
    issue = replace(
        sample_issue(),
        section_names=names,
        articles=tuple(
            replace(article, id=f"a{index:02}", section=index, title=(Text(f"渡口{index}记"),))
            for index in range(len(names))
        ),
    )
    runs = [run for run in build(issue).runs if run.page == 2]
    rows = [run.y for run in runs if run.text.startswith("渡口") and run.text.endswith("记")]
    left = min(run.x for run in runs)
    set_on = [run for run in runs if abs(run.x - left) < 1 and run.y <= rows[0] + 1]
    assert len(rows) == len(names)
    gaps = [above - below for above, below in pairwise(rows)]
    lines = [
        len({run.y for run in set_on if below + 1 < run.y < above + 1})
        for above, below in pairwise(rows)
    ]
    assert set(lines) == {1, 2}
    usual = gaps[0]
    for name, gap, count in zip(names, gaps, lines, strict=False):
        assert gap == pytest.approx(usual + (count - 1) * 18 * 0.88, abs=0.5), name


@pytest.mark.parametrize("sections", [4, 9])
def test_the_lines_of_a_title_stand_closer_than_title_and_title(
    build: Build, sections: int
) -> None:
    """However close the contents: names of sections above their entries, or beside them."""
    article = sample_issue().articles[-1]
    titles = tuple((Text(f"渡口{name}的老船工"), Text(f"守着{name}号水尺")) for name in "甲乙丙丁")
    pieces = [
        (section, title) for section in range(sections) for title in titles[: max(1, 8 // sections)]
    ]
    pieces += [(sections - 1, title) for title in titles]
    issue = replace(
        sample_issue(),
        section_names=tuple(f"栏目{number}" for number in range(sections)),
        articles=tuple(
            replace(article, id=f"a{index:02}", section=section, title=title)
            for index, (section, title) in enumerate(pieces)
        ),
    )
    lines = [run for run in build(issue).runs if run.page == 2 and "号水尺" in run.text]
    heads = [run for run in build(issue).runs if run.page == 2 and "的老船工" in run.text]
    assert len(lines) == len(heads) == len(pieces)
    *_, before, last = zip(heads, lines, strict=True)
    within, between = before[0].y - before[1].y, before[1].y - last[0].y
    assert between > 1.2 * within


def test_what_a_section_is_about_stands_behind_its_name(build: Build) -> None:
    issue = sample_issue()
    listed = ContentsSection(issue.section_names[0], theme="渡船百年")
    made = build(replace(issue, contents=replace(issue.contents, sections=(listed,))))
    page = pdf.text(made.path, 3, layout=True).splitlines()
    (line,) = [line for line in page if "渡船百年" in line]
    assert line.split() == [issue.section_names[0], "渡船百年"]


def test_the_contents_lead_to_the_articles(screen: Built) -> None:
    with pikepdf.open(screen.path) as document:
        names = document.Root.Names.Dests.Names
        goals = {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}
        links = [link for link in document.pages[2].Annots if link.Subtype == "/Link"]
        # One for each line of a title: four articles, one of them with two lines.
        assert len(links) == 5
        for link in links:
            page = goals[str(link.Dest)][0]
            assert page.objgen in {one.objgen for one in document.pages}
            assert str(link.Contents)


def test_the_outline_has_sections_articles_and_headings(screen: Built) -> None:
    with pikepdf.open(screen.path) as document, document.open_outline() as outline:
        top = [item.title for item in outline.root]
        (section,) = [item for item in outline.root if item.title == "江上"]
        first, second = section.children
        assert top == ["封面", "卷首", "目录", "版权页", "江上", "访谈", "诗页"]
        assert first.title == "一条江的记性 沿江三镇水文站的四季"
        assert [item.title for item in first.children] == [
            "一、船从哪里来",
            "二、岸上的账本，以及账本里没有写下的那些日子和那些名字",
        ]
        assert [item.title for item in first.children[0].children] == ["（一）三代人的缆绳"]
        assert second.title == "让湿地回到地图上来"


def test_a_heading_keeps_with_two_lines_of_what_follows(build: Build) -> None:
    # Enough paragraphs that headings meet the foot of a page at every height.
    blocks = [
        block
        for number in range(60)
        for block in (
            Heading(Text(f"第{number}个小标题"), 1),
            Paragraph(Text(prose(number, 1 + number % 4))),
        )
    ]
    issue = Issue(Masthead("标题"), articles=(Article("a", (Text("长文"),), blocks=tuple(blocks)),))
    built = build(issue)
    geometry = page_of(built)

    below: Counter[str] = Counter()
    for heading in (run for run in built.runs if "个小标题" in run.text and not run.artifact):
        lines = {
            round(run.y)
            for run in body_runs(built)
            if run.page == heading.page and heading.y - 2.6 * geometry.grid < run.y < heading.y
        }
        below[heading.text] = len(lines)
    assert len(below) == 60
    # A paragraph of one line has but one; the next heading then has to keep as well.
    short = {f"第{number}个小标题" for number in range(60) if number % 4 == 0}
    assert {name for name, count in below.items() if count < 2} <= short
    assert min(below.values()) >= 1


def test_no_page_begins_with_a_paragraphs_last_line_or_ends_with_its_first(build: Build) -> None:
    blocks = tuple(Paragraph(Text(prose(number, 2 + number % 5))) for number in range(80))
    issue = Issue(Masthead("孤行"), articles=(Article("a", (Text("长文"),), blocks=blocks),))
    built = build(issue)
    geometry = page_of(built)
    left = {0: geometry.inside, 1: geometry.outside}

    lines: dict[tuple[int, int], Run] = {}
    for run in body_runs(built):
        key = (run.page, -round(run.y))
        if key not in lines or run.x < lines[key].x:
            lines[key] = run
    ordered = [lines[key] for key in sorted(lines)]
    indented = [run.x > left[run.page % 2] + 1.5 * geometry.size for run in ordered]
    pages = sorted({run.page for run in ordered})
    assert len(pages) > 3
    for page in pages[:-1]:
        last = max(i for i, run in enumerate(ordered) if run.page == page)
        assert not indented[last], "a paragraph's first line alone at the foot"
        follows = last + 1
        if not indented[follows]:
            assert not indented[follows + 1], "a paragraph's last line alone at the head"
