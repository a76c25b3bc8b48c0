"""What the templates of the PDF are given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import (
    Article,
    Author,
    Block,
    Box,
    Byline,
    Contents,
    ContentsEntry,
    ContentsSection,
    Figure,
    Heading,
    Issue,
    Mark,
    MarkKind,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    TableCell,
    Text,
    Verse,
    parallel_titles,
)
from converter.pdf.options import PdfOptions
from converter.pdf.placement import Room
from converter.pdf.sheets import sheets
from converter.pdf.view.article import TitleTokens, _back, articles
from converter.pdf.view.cover import cover
from converter.pdf.view.front import contents, masthead
from converter.pdf.view.pieces import flow, referred_notes
from converter.pdf.view.tables import table_view
from converter.pdf.view.text import issue_number
from converter.render.words import Words
from tests.pdf.sample import prose

NOTE = Note("a01-n01", "①", Text("据渡口碑记。"))
CALL = Text("老渡口①在南头。", (Mark(MarkKind.NOTE_REF, 3, 4, NOTE.id),))


@pytest.mark.parametrize(("text", "left"), [(CALL, 0), (Text("老渡口在南头。"), 1)])
def test_a_heading_over_notes_goes_where_the_notes_are_at_the_foot(text: Text, left: int) -> None:
    article = Article(
        id="a01",
        title=(Text("老渡口"),),
        blocks=(Paragraph(text),),
        back=(Heading(Text("注释："), 1),),
        notes=(NOTE,),
    )
    referred = referred_notes(article.blocks)
    loose = tuple(note for note in article.notes if note.id not in referred)
    assert len(_back(article, loose)) == left


def test_a_title_in_another_language_stands_in_the_opening() -> None:
    article = Article(
        id="a01",
        title=(Text("老渡口"),),
        front=(
            Paragraph(Text("The Old Ferry"), Role.PARALLEL_TITLE),
            Paragraph(Text("渡口在南头。"), Role.STANDFIRST),
        ),
    )
    parallel, front = parallel_titles(article)
    assert [block.text.value for block in parallel] == ["The Old Ferry"]
    assert front == article.front[1:]


def test_cells_reach_over_columns_and_rows() -> None:
    head = TableCell(Text("件数"), header=True, colspan=2)
    year = TableCell(Text("年份"), header=True, rowspan=2)
    names = tuple(TableCell(Text(name), header=True) for name in ("来信", "去信"))
    row = tuple(TableCell(Text(value)) for value in ("1990", "12", "9"))
    shown, (below,), _ = table_view(Table(((year, head), names, row)), 36)
    assert [(cell.colspan, cell.rowspan) for cell in shown[0]] == [(1, 2), (2, 1)]
    assert [(cell.colspan, cell.rowspan) for cell in below] == [(1, 1)] * 3


@pytest.mark.parametrize(
    ("measure", "held", "least"),
    [(36, [True, True, False, False], 8), (18, [True, False, False, False], 4), (8, [], 0)],
)
def test_words_in_a_table_stay_whole_where_there_is_room(
    measure: float, held: list[bool], least: float
) -> None:
    cells = ("七号", "双溪橡胶坝", "渡口市水务集团闸坝管理所", "景观蓄水，汛期塌坝运行")
    names = ("编号", "名称", "管理单位", "备注")
    head = tuple(TableCell(Text(name), header=True) for name in names)
    table = Table((head, tuple(TableCell(Text(value)) for value in cells)))
    (above,), (row,), _ = table_view(table, measure)
    assert [cell.held for cell in row] == (held or [False] * 4)
    assert {cell.least for cell in row if not cell.held} == {least}
    assert [cell.held for cell in above] == [cell.held for cell in row]


def test_facts_about_a_work_are_told_from_the_credit_that_closes_a_page() -> None:
    credit, body = (Paragraph(Text("监制：江上客"), Role.CREDIT), Paragraph(Text("船靠了岸。")))
    heading = Heading(Text("《渡口》"), 1)
    blocks = (credit, credit, body, credit, heading, credit, body, credit)
    pieces = flow(blocks, Room(measure=36, lines=37, columns=1))
    assert ["fact" in piece.classes for piece in pieces] == [
        *(True, True, False, False),
        *(False, True, False, False),
    ]
    (alone, _) = flow((credit, body), Room(measure=36, lines=37, columns=1))
    assert "fact" not in alone.classes


def test_a_stanza_stays_whole_and_a_caption_is_set_off() -> None:
    line = Text("船来了又走")
    caption = Figure(Text("图1 老渡口"))
    room = Room(measure=36, lines=37, columns=1)
    stanza, poem, figure, boxed = (
        *flow((Verse((line,) * 8), Verse((line,) * 9), caption), room),
        *flow((caption,), room, boxed=True),
    )
    assert (stanza.classes, poem.classes) == ("whole", "")
    assert (figure.classes, boxed.classes) == ("snap balanced", "")


def test_a_caption_leaves_no_white_beside_an_inset() -> None:
    """The next paragraph stands there in its place, but no heading."""
    room = Room(measure=36, lines=37, columns=1)
    anchor = Paragraph(Text("江" * 60), id="p1")
    text = Paragraph(Text("岸" * 400), id="p2")
    box = Box("链接", None, (Paragraph(Text("渡" * 60)),), anchor="p1", id="x1")
    caption, heading = Figure(Text("图1 老渡口")), Heading(Text("二、上岸"), 1)

    def kinds(*blocks: Block) -> list[str]:
        return [piece.kind for piece in flow(blocks, room)]

    assert kinds(anchor, caption, box, text, text) == [
        *("box", "paragraph", "refuge", "paragraph", "figure", "paragraph")
    ]
    assert kinds(anchor, text, box, caption, text)[-2:] == ["figure", "paragraph"]
    *_, figure, last = flow((anchor, caption, box, text, heading), room)
    assert (figure.kind, "parting" in figure.classes, last.kind) == ("figure", True, "heading")


def test_no_box_stands_between_a_heading_and_its_text() -> None:
    room = Room(measure=36, lines=37, columns=1)
    heading = Heading(Text("二、上岸"), 1)
    text = Paragraph(Text("岸" * 400), id="p1")
    box = Box("链接", None, (Paragraph(Text("渡" * 60)),), id="x1")
    wide = replace(box, blocks=(Paragraph(Text("渡" * 600)),))

    def kinds(*blocks: Block) -> list[str]:
        return [piece.kind for piece in flow(blocks, room)]

    assert kinds(heading, box, text) == ["heading", "box", "paragraph", "refuge"]  # beside it
    assert kinds(heading, wide, text, text) == ["heading", "paragraph", "box", "paragraph"]
    asked, answer = replace(text, role=Role.QUESTION), replace(text, role=Role.ANSWER)
    assert kinds(heading, wide, asked, answer)[-2:] == ["paragraph", "box"]
    # What the heading of boxes alone stands over stays as it is.
    assert kinds(heading, wide, heading, text) == ["heading", "box", "heading", "paragraph"]


def test_a_box_below_who_signs_a_question_stands_beside_the_answer() -> None:
    room = Room(measure=36, lines=37, columns=1)
    asked = Paragraph(Text("问：缆桩松了怎么办？"), Role.QUESTION, id="p1")
    signed = Paragraph(Text("（上渡 林汀）"), Role.SIGNATURE, id="p2")
    answer = Paragraph(Text("答：" + "岸" * 400), Role.ANSWER, id="p3")
    box = Box("链接", None, (Paragraph(Text("渡" * 60)),), anchor="p2", id="x1")
    pieces = flow((asked, signed, box, answer), room)
    assert [piece.block.id for piece in pieces] == ["p1", "p2", "x1", "p3", "x1"]
    assert pieces[2].placement.startswith("inset")


@pytest.mark.parametrize(
    ("masthead", "told"),
    [
        (Masthead(year=2024, number="5", serial=118), "2024年第5期　总第118期"),
        (Masthead(year=2024, number="27", serial=27), "2024年总第27期"),
        (Masthead(number="27", serial=27), "总第27期"),
        (Masthead(year=2024, number="2", serial=2), "2024年第2期　总第2期"),
        (Masthead(serial=27), "总第27期"),
    ],
)
def test_an_issue_counted_from_the_first_one_is_of_no_year(masthead: Masthead, told: str) -> None:
    assert issue_number(masthead, "zh-Hans") == told


def test_an_em_parts_the_number_of_a_caption_from_its_name() -> None:
    room = Room(measure=36, lines=37, columns=1)
    cells = (tuple(TableCell(Text(value)) for value in ("上渡", "12.6")),)
    table, figure = flow((Table(cells, Text("表一 三处水尺")), Figure(Text("图2-1 老渡口"))), room)
    assert isinstance(table.block, Table)
    assert isinstance(figure.block, Figure)
    assert table.block.caption == Text("表一　三处水尺")
    assert figure.block.caption == Text("图2-1　老渡口")


def test_one_line_holds_its_heading_and_what_follows_but_not_the_next_heading() -> None:
    room = Room(measure=36, lines=37, columns=1)

    def classes(*blocks: Block) -> str:
        return flow((Heading(Text("处理"), 2), Paragraph(Text("各退一步。")), *blocks), room)[
            1
        ].classes

    assert classes(Paragraph(Text("下文。"))) == "short"
    assert classes(Heading(Text("说法"), 2), Paragraph(Text("下文。"))) == ""


def _piece(name: str, section: int, length: int, author: str = "林汀") -> Article:
    byline = (Byline(Text(author), (Author(author),)),) if author else ()
    body = (Paragraph(Text("江" * length)),)
    return Article(name, (Text(name),), section=section, bylines=byline, blocks=body)


def test_the_cover_leads_with_the_special_and_leaves_fillers_out() -> None:
    issue = Issue(
        Masthead("江岸月读"),
        section_names=("来信", "江上", "特别策划", "渡口", "补白"),
        articles=(
            _piece("来信", 0, 900, author=""),
            _piece("沿江三镇", 1, 900),
            _piece("一条江的一年", 2, 20, author=""),
            _piece("春汛", 2, 900),
            _piece("渡口的灯", 3, 900),
            _piece("水尺", 4, 60),
        ),
    )
    made = cover(issue, "江岸月读", "2024年第3期", sheets(PdfOptions(), "zh-Hans").geometry)
    assert [teaser.lines[0] for teaser in made.teasers] == ["一条江的一年", "沿江三镇", "渡口的灯"]

    few = replace(issue, articles=issue.articles[:1] + issue.articles[-1:])
    made = cover(few, "江岸月读", "2024年第3期", sheets(PdfOptions(), "zh-Hans").geometry)
    assert [(teaser.section, *teaser.lines) for teaser in made.teasers] == [
        ("", "来信"),
        ("补白", "水尺"),
    ]


def test_the_cover_names_signed_pieces_before_a_column_of_no_section() -> None:
    pieces = [_piece("数字", -1, 900, author="")]
    pieces += [_piece(f"{name}记", number, 900) for number, name in enumerate("江渡灯")]
    issue = Issue(Masthead("江岸月读"), section_names=tuple("江渡灯"), articles=tuple(pieces))
    made = cover(issue, "江岸月读", "2024年第3期", sheets(PdfOptions(), "zh-Hans").geometry)
    assert [teaser.lines[0] for teaser in made.teasers] == ["江记", "渡记", "灯记"]


@pytest.mark.parametrize("others", [2, 4])
def test_the_cover_does_not_lead_with_what_the_editor_says(others: int) -> None:
    names = ("卷首语", "江上", "渡口", "船台", "灯下", "编后记")
    pieces = [_piece(f"{name}一篇", number, 900) for number, name in enumerate(names)]
    issue = Issue(
        Masthead("江岸月读"),
        section_names=names,
        articles=tuple(pieces[: others + 1] + pieces[-1:]),
    )
    made = cover(issue, "江岸月读", "2024年第3期", sheets(PdfOptions(), "zh-Hans").geometry)
    told = [teaser.section for teaser in made.teasers]
    assert told[:others] == list(names[1 : others + 1])
    assert ("卷首语" in told) == (others < 3)


@pytest.mark.parametrize("characters", range(13, 21))
def test_the_first_title_of_the_cover_is_no_larger_than_its_longest_line_allows(
    characters: int,
) -> None:
    geometry = sheets(PdfOptions(), "zh-Hans").geometry
    issue = Issue(Masthead("江岸月读"), articles=(_piece("渡" * characters, -1, 900),))
    made = cover(issue, "江岸月读", "2024年第3期", geometry)
    assert float(made.lead_size) * characters <= geometry.width - 96


def test_nothing_stands_between_a_question_and_its_answer() -> None:
    question = Paragraph(Text("哪一年水最大？"), Role.QUESTION, id="q")
    answer = Paragraph(Text("五四年，水到了门槛。"), Role.ANSWER, id="a")
    body = Paragraph(Text("他翻开账本。"), id="b")
    box, figure = Box("链接", None, (body,), anchor="q"), Figure(Text("图1 水尺"))
    room = Room(measure=36, lines=37, columns=2)

    def order(*blocks: Block) -> list[str]:
        return [piece.kind for piece in flow(blocks, room)]

    assert order(question, box, figure, answer, body) == [
        *("paragraph", "paragraph", "box", "figure", "paragraph"),
    ]
    assert order(question, box, body) == ["paragraph", "box", "paragraph"]
    assert order(question, figure) == ["paragraph", "figure"]
    quote = PullQuote((Text("水到了门槛。"),))
    assert order(question, quote, answer) == ["paragraph", "paragraph", "pull-quote"]


def test_no_figure_stands_between_a_quotation_and_what_leads_in_to_it() -> None:
    lead, quoted = Paragraph(Text("账上写着："), id="a"), Paragraph(Text("水到了门槛。"), id="b")
    item = Paragraph(Text("一是水尺。"), Role.LIST_ITEM, id="c")
    figure, said = Figure(Text("图1　水尺")), PullQuote((Text("水到了门槛。"),))
    room = Room(measure=36, lines=37, columns=1)

    def order(*blocks: Block) -> list[Block]:
        return [piece.block for piece in flow(blocks, room)]

    assert order(lead, figure, said, quoted, quoted) == [lead, quoted, figure, said, quoted]
    for blocks in ((quoted, figure, quoted), (lead, figure, item), (lead, figure)):
        assert order(*blocks) == list(blocks)


@pytest.mark.parametrize(
    ("length", "boxed", "classes"),
    [
        *((23, False, "brief"), (24, False, "few"), (90, False, "long")),
        *((36, True, "brief"), (90, True, "few"), (140, True, "long")),
    ],
)
def test_a_pull_quote_is_measured_in_its_own_size(
    length: int, *, boxed: bool, classes: str
) -> None:
    room = Room(measure=36, lines=37, columns=1)
    (piece,) = flow((PullQuote((Text("江" * length),)),), room, boxed=boxed)
    assert piece.classes == classes


@pytest.mark.parametrize(("length", "classes"), [(11, "brief"), (29, "few"), (40, "long")])
def test_in_a_column_there_is_less_white_beside_a_pull_quote(length: int, classes: str) -> None:
    room = Room(measure=18, lines=37, columns=2)
    (piece,) = flow((PullQuote((Text("江" * length),)),), room)
    assert piece.classes == classes


def test_a_pull_quote_is_not_the_last_word() -> None:
    room = Room(measure=36, lines=37, columns=1)
    first, last = Paragraph(Text("渡口有三本账。")), Paragraph(Text("账在，船就在。"))
    asked = Paragraph(Text("问：谁来记？"), Role.QUESTION)
    drawn, motto = PullQuote((Text("账在，船就在！"),)), PullQuote((Text("水往低处走。"),))
    box = Box("链接", None, (Paragraph(Text("水尺。")),))

    def order(*blocks: Block) -> list[Block]:
        return [piece.block for piece in flow(blocks, room)]

    assert order(first, last, drawn) == [first, drawn, last]
    assert order(first, last, drawn, box) == [first, drawn, last, box]
    assert order(first, asked, last, drawn) == [first, drawn, asked, last]
    # A motto is one; and before the first paragraph is the opening.
    assert order(first, last, motto) == [first, last, motto]
    assert order(last, drawn) == [last, drawn]


def test_a_pull_quote_does_not_stand_right_below_its_own_words() -> None:
    room = Room(measure=36, lines=37, columns=1)
    lead, after = Paragraph(Text("渡口有三本账。")), Paragraph(Text("后来桥通了。"))
    said = Paragraph(Text("老陈合上本子，说：“账在，船就在。”他把灯捻小了。"))
    long_ago = Paragraph(Text("老陈说：“账在，船就在。”" + "水位一天一天地记下来。" * 4))
    drawn, heading = PullQuote((Text("账在，船就在"),)), Heading(Text("三本账"), 1)

    def order(*blocks: Block) -> list[Block]:
        return [piece.block for piece in flow(blocks, room)]

    assert order(lead, said, drawn, after) == [lead, drawn, said, after]
    assert order(lead, long_ago, drawn, after) == [lead, long_ago, drawn, after]
    assert order(heading, said, drawn, after) == [heading, said, drawn, after]
    assert order(said, after, drawn, lead) == [said, after, drawn, lead]


def _titled(*lines: str) -> Issue:
    """An issue with one article under such a title."""
    article = replace(_piece("a01", 0, 900), title=tuple(Text(line) for line in lines))
    return Issue(Masthead("江岸月读"), section_names=("江上",), articles=(article,))


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("老船工的", "四本账"), ("老船工的四本账",)),
        (("一本账记水", "一本账记人"), ("一本账记水", "一本账记人")),
        # On one line the first title of the cover would be smaller, the contents have no room.
        (
            ("从上游到下游走过三十七个渡口的", "一条江一百二十年来的四十八位船工和他们的日子"),
            ("从上游到下游走过三十七个渡口的", "一条江一百二十年来的四十八位船工和他们的日子"),
        ),
    ],
)
def test_cover_and_contents_join_lines_that_no_pause_parts(
    lines: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    issue = _titled(*lines)
    geometry = sheets(PdfOptions(), "zh-Hans").geometry
    ((entry,),) = (section.entries for section in contents(issue, Words(), geometry).sections)
    assert tuple(line for line in entry.lines if line) == shown
    assert cover(issue, "江岸月读", "2024年第3期", geometry).teasers[0].lines == shown


def test_a_head_and_an_outline_have_no_blank_within_a_phrase() -> None:
    (made,) = articles(_titled("老船工的", "四本账"), Room(36, 37, 1), TitleTokens(24, 16, 400))
    assert (made.running, made.mark) == ("老船工的四本账", "老船工的四本账")
    assert [line.value for line in made.title] == ["老船工的", "四本账"]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("老木桥柱脚的嵌固性", "能怎样测"), ("老木桥柱脚的嵌固性能怎样测",)),
        (("老木桥的柱脚", "嵌固性能怎样测"), ("老木桥的柱脚", "嵌固性能怎样测")),
    ],
)
def test_a_title_that_was_torn_within_a_word_is_mended(
    lines: tuple[str, str], shown: tuple[str, ...]
) -> None:
    issue = _titled("".join(lines))
    body = (Paragraph(Text("性能好的木料，性能差的灰浆，都要测一测，能修的才修。" + prose(1, 12))),)
    (article,) = issue.articles
    article = replace(article, title=tuple(map(Text, lines)), blocks=body)
    listed = ContentsSection("", (ContentsEntry(("".join(lines),), article=article.id),))
    issue = replace(issue, articles=(article,), contents=Contents("目录", (listed,)))
    (made,) = articles(issue, Room(36, 37, 1), TitleTokens(24, 16, 400))
    assert tuple(line.value for line in made.title) == shown
    assert made.mark == "".join(lines)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2024年第5期（总第118期）", 0),
        ("第十二卷第五期", 1),
        ("2024年10月 第5期", 1),
    ],
)
def test_the_masthead_shows_what_its_head_does_not_say_of_the_issue(value: str, shown: int) -> None:
    source = Masthead("江岸月读", entries=(MastheadEntry(MastheadKind.ISSUE, "", (value,)),))
    number = "2024年第5期　总第118期"
    made = masthead(source, "江岸月读", number, (), sheets(PdfOptions(), "zh-Hans").geometry)
    assert [row.values for group in made.rows for row in group] == [(value,)] * shown


def test_year_and_number_alone_are_told_by_the_head_of_the_masthead() -> None:
    entries = [MastheadEntry(MastheadKind.OTHER, "", (value,)) for value in ("2024", "5", "19")]
    number = "2024年第5期　总第118期"
    page = sheets(PdfOptions(), "zh-Hans").geometry
    made = masthead(Masthead("江岸月读", entries=tuple(entries)), "江岸月读", number, (), page)
    assert [row.values for group in made.rows for row in group] == [("19",)]


def test_a_line_without_a_label_is_not_told_twice_in_the_masthead() -> None:
    entries = (
        MastheadEntry(MastheadKind.TITLE, "", ("江岸双月刊",)),
        MastheadEntry(MastheadKind.OTHER, "", ("双月刊",)),
        MastheadEntry(MastheadKind.PRICE, "", ("18元",)),
        MastheadEntry(MastheadKind.PRICE, "零售价", ("18 元",)),
        MastheadEntry(MastheadKind.OTHER, "", ("双月刊　2005年创刊",)),
    )
    page = sheets(PdfOptions(), "zh-Hans").geometry
    made = masthead(Masthead("江岸双月刊", entries=entries), "江岸双月刊", "", (), page)
    values = [value for group in made.rows for row in group for value in row.values]
    assert values == ["18 元", "双月刊　2005年创刊"]
    # Two that say the same stay, or both would be gone.
    same = Masthead("江岸", entries=(entries[1], entries[1]))
    made = masthead(same, "江岸", "", (), page)
    assert len([row for group in made.rows for row in group]) == 2


def test_the_masthead_writes_the_numbers_of_the_magazine_without_blanks() -> None:
    entries = (
        MastheadEntry(MastheadKind.ISSN, "", ("ISSN 1234 - 5679",)),
        MastheadEntry(MastheadKind.CN, "", ("CN 00 - 1234/G",)),
    )
    source = Masthead("江岸月读", issn="1234-5679", cn="00-1234/G", entries=entries)
    made = masthead(source, "江岸月读", "", (), sheets(PdfOptions(), "zh-Hans").geometry)
    values = [value for group in made.rows for row in group for value in row.values]
    assert values == ["ISSN 1234-5679", "CN 00-1234/G"]


@pytest.mark.parametrize(
    ("entries", "size"), [(9, "even"), (24, "close"), (29, "tight"), (40, "columns")]
)
def test_many_lines_of_a_masthead_move_together_before_they_take_two_columns(
    entries: int, size: str
) -> None:
    """In half of a small page addresses and the names of houses would be broken."""
    page = sheets(PdfOptions(page="32k"), "zh-Hans").geometry
    lines = tuple(
        MastheadEntry(MastheadKind.TELEPHONE, "广告联系电话", ("(0796) 10260187",))
        for _ in range(entries)
    )
    made = masthead(Masthead("江岸月读", entries=lines), "江岸月读", "", ("声明。",), page)
    assert made.size == size


def test_the_quotations_of_all_openings_are_in_one_style() -> None:
    """By the whole measure, over which they stand, and not by the columns below them."""
    quotes = [PullQuote((Text("江" * count),)) for count in (20, 50, 70, 120, 130)]
    pieces = [
        replace(_piece(f"a{at}", 0, 900), pull_quotes=(one,)) for at, one in enumerate(quotes)
    ]

    def styles(*chosen: Article) -> list[str]:
        made = articles(
            Issue(Masthead("江岸月读"), articles=chosen),
            Room(19, 38, 2),
            TitleTokens(24, 16, 400, ems=38),
        )
        return [pull.classes for view in made for pull in view.pull_quotes]

    assert styles(*pieces[:2]) == ["brief", "few"]
    assert styles(*pieces[:4]) == ["brief", "few", "few", "few"]
    assert styles(pieces[1], *pieces[3:]) == ["long"] * 3
    endless = replace(pieces[0], pull_quotes=(PullQuote((Text("江" * 300),)),))
    assert styles(*pieces[1:3], endless) == ["long"] * 3
