"""Whole issues for tests: one by hand that has everything, and a strategy for any other.

``full_issue()`` has one of each thing that the model knows. ``issues()`` makes issues that
no magazine would print: markup and template syntax in the text, characters that XML forbids,
marks in marks, empty parts, no masthead, no article. All words are invented.
"""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from converter.model import (
    Article,
    Attribution,
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
    SourceInfo,
    Table,
    TableCell,
    Text,
    Verse,
)

FRAGMENTS = (
    "河", "小镇", "清晨的渡口没有人。", "，", "“灯”", "《风物》", "——", "……", "①", "　", " ",
    "PM2.5", "5.5%", "2024", "12", "the end of the line", "é", "𠮷", "\U000e0100",
    "<script>alert(1)</script>", "<b>", "</section>", "<!--", "-->", "]]>", "<![CDATA[", "&", "&amp;",
    "{{ 7 * 7 }}", "{% raise %}", "{#", '"', "'", "\\", "%",
    "\t", "\n", "\r\n", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\ufffd",
    "\ud800",
)  # fmt: skip
"""What texts are made of."""

ADDRESSES = (
    "http://www.example.org/",
    "https://example.org/a b?c=<d>#{{e}}",
    "mailto:editor@example.org",
    "javascript:alert(1)",
    "http://[broken",
    "http://例子.example/路?问=答",
    "http://user:word@example.org:99999/",
    "data:text/html,x",
    "",
)

values = st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join)
"""Any text, also none."""

names = st.sampled_from(
    ("沈一帆", "陆知秋", "欧阳明", "河湾镇文化站课题组", "M. Bell", "<i>乔</i>", "顾\x07南")
)
_WIDE = tuple(kind for kind in MarkKind if kind not in {MarkKind.PAGE, MarkKind.SEAM})
_TARGETS = st.sampled_from((*ADDRESSES, "n1", "n2", "n-none"))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text with marks that nest."""
    value = draw(values)
    marks: list[Mark] = []
    if value:
        _nest(draw, marks, 0, len(value), 0)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(value)))
        kind = draw(st.sampled_from((MarkKind.PAGE, MarkKind.SEAM)))
        marks.append(Mark(kind, at, at, draw(st.sampled_from(("7", "8", "12", "插1", "")))))
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Text(value, tuple(marks))


def _nest(draw: st.DrawFn, marks: list[Mark], low: int, high: int, depth: int) -> None:
    if depth > 2 or not draw(st.booleans()):
        return
    start = draw(st.integers(low, high - 1))
    end = draw(st.integers(start + 1, high))
    marks.append(Mark(draw(st.sampled_from(_WIDE)), start, end, draw(_TARGETS)))
    _nest(draw, marks, start, end, depth + 1)
    if end < high:
        _nest(draw, marks, end, high, depth + 1)


attributions = st.none() | texts().map(Attribution)
paragraphs = st.builds(Paragraph, texts(), role=st.sampled_from(Role))
headings = st.builds(Heading, texts(), level=st.integers(0, 7))
pull_quotes = st.builds(
    PullQuote, st.lists(texts(), max_size=2).map(tuple), attribution=attributions
)
verses = st.builds(Verse, st.lists(texts(), max_size=3).map(tuple))
figures = st.builds(Figure, texts())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table, also one without rows or with nothing but headers."""
    width = draw(st.integers(1, 3))
    cell = st.builds(TableCell, texts(), header=st.booleans())
    row = st.lists(cell, min_size=width, max_size=width).map(tuple)
    return Table(tuple(draw(st.lists(row, max_size=3))), caption=draw(st.none() | texts()))


_simple: st.SearchStrategy[Block] = st.one_of(
    paragraphs, paragraphs, headings, verses, tables(), figures, pull_quotes
)
boxes = st.builds(
    Box,
    label=st.sampled_from(("链接", "小贴士", "<b>", "")),
    title=st.none() | texts(),
    blocks=st.lists(_simple, max_size=2).map(tuple),
    attribution=attributions,
)
blocks: st.SearchStrategy[Block] = st.one_of(_simple, _simple, boxes)
some_blocks = st.lists(blocks, max_size=4).map(tuple)


@st.composite
def bylines(draw: st.DrawFn) -> Byline:
    """A byline whose text names its authors, or does not."""
    authors = tuple(
        Author(name, draw(st.sampled_from(("", "站长", "河湾镇 & 邻镇站长"))))
        for name in draw(st.lists(names, max_size=2))
    )
    printed = " ".join(" ".join(filter(None, (a.office, a.name))) for a in authors)
    return Byline(Text(draw(st.sampled_from((printed, printed, "")))), authors)


@st.composite
def articles(draw: st.DrawFn, number: int = 1) -> Article:
    """An article, also one without title or text."""
    few = st.lists(texts(), max_size=2).map(tuple)
    return Article(
        id=f"a{number:02d}",
        title=draw(few),
        subtitle=draw(st.none() | texts()),
        kicker=draw(st.none() | texts()),
        bylines=tuple(draw(st.lists(bylines(), max_size=2))),
        pull_quotes=tuple(draw(st.lists(pull_quotes, max_size=1))),
        front=draw(some_blocks),
        blocks=draw(some_blocks),
        back=draw(some_blocks),
        notes=tuple(
            Note(name, draw(st.sampled_from(("①", "[2]", ""))), draw(texts()))
            for name in draw(st.lists(st.sampled_from(("n1", "n2")), unique=True))
        ),
        section=draw(st.integers(-1, 3)),
        first_page=draw(st.sampled_from(("", "5", "7", "目1", "l02"))),
        language=draw(st.sampled_from(("", "", "en"))),
    )


@st.composite
def mastheads(draw: st.DrawFn) -> Masthead:
    """A masthead that may tell nothing."""
    entries = st.builds(
        MastheadEntry,
        st.sampled_from(MastheadKind),
        st.sampled_from(("", "主编", "网址", "<dt>")),
        st.lists(values, max_size=2).map(tuple),
    )
    return Masthead(
        title=draw(st.sampled_from(("", "山河评论", "<i>山</i>\x07"))),
        year=draw(st.sampled_from((0, 2023, 12345))),
        number=draw(st.sampled_from(("", "4", "7-8", "Z1", "<4>"))),
        serial=draw(st.sampled_from((0, 118))),
        date=draw(st.sampled_from(("", "2023", "2023-04", "2023-04-15", "2023-02-31", "soon"))),
        issn=draw(st.sampled_from(("", "1234-5679", "1234 - 567x", "no"))),
        cn=draw(st.sampled_from(("", "11-2233/G0", "CN 11 - 2233 / G0"))),
        entries=tuple(draw(st.lists(entries, max_size=4))),
    )


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    """A table of contents that may disagree with the articles."""
    entry = st.builds(
        ContentsEntry,
        st.lists(values, max_size=2).map(tuple),
        st.sampled_from(("", "副题")),
        st.lists(names, max_size=2).map(tuple),
        st.sampled_from(("", "5", "102")),
        st.sampled_from(("", "a01", "a02", "a99")),
    )
    section = st.builds(
        ContentsSection,
        st.sampled_from(("", "人物", "<河流>")),
        st.lists(entry, max_size=2).map(tuple),
    )
    return Contents(draw(values), tuple(draw(st.lists(section, max_size=2))))


@st.composite
def issues(draw: st.DrawFn) -> Issue:
    """Any issue at all."""
    count = draw(st.integers(0, 2))
    return Issue(
        masthead=draw(st.just(Masthead()) | mastheads()),
        cover_quotes=tuple(draw(st.lists(pull_quotes, max_size=1))),
        contents=draw(st.just(Contents()) | contents()),
        section_names=draw(st.sampled_from(((), ("人物", "<河流>"), ("人物", "", "人物")))),
        front=draw(some_blocks),
        articles=tuple(draw(articles(number=n + 1)) for n in range(count)),
        back=draw(some_blocks),
        language=draw(st.sampled_from(("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"))),
        source=SourceInfo(draw(st.sampled_from(("", "河 岸.txt", "<x>.txt"))), "ab" * 32),
    )


# ------------------------------------------------------------------ by hand


def marked(pattern: str) -> Text:
    """A text from a pattern: ``{kind:text}`` or ``{kind=target:text}`` is marked, and nests not.

    ``marked("水。{page=7:}{note-ref=n1:①}")``
    """
    value, marks, rest = "", list[Mark](), pattern
    while rest:
        plain, opened, rest = rest.partition("{")
        value += plain
        if opened:
            inner, _, rest = rest.partition("}")
            head, _, text = inner.partition(":")
            kind, _, target = head.partition("=")
            target = target.replace("|", ":")
            marks.append(Mark(MarkKind(kind), len(value), len(value) + len(text), target))
            value += text
    return Text(value, tuple(marks))


def paragraph(pattern: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph from a pattern of :func:`marked`."""
    return Paragraph(marked(pattern), role)


def _table() -> Table:
    """A table whose head reaches over two rows and over two columns."""
    head = (
        (
            TableCell(Text("年份"), header=True, rowspan=2),
            TableCell(Text("件数"), header=True, colspan=2),
        ),
        tuple(TableCell(Text(name), header=True) for name in ("来信", "去信")),
    )
    rows = (("1990", "12万", "9万"), ("2020", "1万", "3千"))
    body = (tuple(TableCell(Text(v), header=c == 0) for c, v in enumerate(row)) for row in rows)
    return Table((*head, *body), caption=Text("表1　河湾镇邮件数量"))


def _letters() -> Article:
    return Article(
        id="a01",
        kicker=Text("特别报道"),
        title=(Text("门牌比地图记得更久"), Text("——访河湾镇邮递员沈一帆")),
        subtitle=Text("一份来自渡口的报告"),
        bylines=(
            Byline(
                Text("河湾镇文化站站长 陆 知 顾南星"),
                (Author("陆知", "河湾镇文化站站长"), Author("顾南星")),
            ),
        ),
        pull_quotes=(PullQuote((Text("门牌换了三回，信还是送到了。"),)),),
        front=(
            paragraph("编者按：本文为虚构的采访，人物与地名都不实有。", Role.EDITOR_NOTE),
            paragraph("{label:关键词：}邮路；门牌；渡口", Role.KEYWORDS),
            paragraph(
                "The houses of the town were numbered three times, and each of the numbers is still in use.",
                Role.ABSTRACT,
            ),
        ),
        blocks=(
            paragraph(
                "清晨5点，渡口的灯还亮着。12名邮递员{note-ref=n1:①}从河边出发，穿过{page=6:}"
                "四十二座桥。门牌换了三回，信还是送到了。详见{link=http|//www.example.org/post:www.example.org}。"
            ),
            Heading(Text("一、门牌的来历"), 1, id="a01-h1"),
            paragraph("最早的普查在1952年，那时没有人说起PM{sub:2.5}，也没有10{sup:3}户人家。"),
            Box(
                "链接",
                Text("门牌小史"),
                (
                    paragraph("最早的门牌是木头的，写着“渡口东一号”。"),
                    Heading(Text("从木到瓷"), 1),
                    paragraph("后来换成搪瓷，蓝底白字，雨里也看得清。{note-ref=n2:②}"),
                ),
                Attribution(Text("摘自《河湾镇志》手稿")),
                id="a01-box1",
            ),
            Heading(Text("（一）三次编号"), 2, id="a01-h2"),
            paragraph("{run-in:一是按河编。}上游为单，下游为双。"),
            Heading(Text("二、走过的路"), 1, id="a01-h3"),
            paragraph("{speaker:记者}：您一共走了多少路？", Role.QUESTION),
            paragraph(
                "{speaker:沈一帆}：我没有数过。鞋子换了三十一双{page=7:}，桥换了两座。", Role.ANSWER
            ),
            paragraph("再说，路是会变的。", Role.ANSWER),
            Verse((Text("一封信走过三条河，"), Text("到家时桂花落了。"))),
            _table(),
            Figure(Text("图1　渡口旧址（方晴 摄）")),
            PullQuote((Text("路是会变的，门牌不会。"),), Attribution(Text("沈一帆"))),
            Box("", None, (paragraph("没有名字的方框。"),), id="a01-box2"),
        ),
        back=(
            paragraph("沈一帆，1961年生，邮递员。", Role.BIOGRAPHY),
            paragraph("（责任编辑 方晴）", Role.CREDIT),
        ),
        notes=(
            Note("n1", "①", Text("据镇邮政所2019年的登记。")),
            Note("n2", "②", Text("搪瓷厂在下游十里。")),
            Note("n3", "③", Text("没有人引用的一条。")),
        ),
        section=0,
        first_page="5",
        last_page="8",
    )


def full_issue(language: str = "zh-Hans") -> Issue:
    """An issue with one of each thing that the model knows."""
    entries = (
        (MastheadKind.TITLE, "", "山河评论"),
        (MastheadKind.PARALLEL_TITLE, "", "Shanhe Pinglun"),
        (MastheadKind.ISSUE, "", "2023年第4期　总第118期"),
        (MastheadKind.SUPERVISOR, "主管", "河湾镇文化联合会"),
        (MastheadKind.SPONSOR, "主办", "山河评论杂志社"),
        (MastheadKind.PUBLISHER, "出版", "山河评论杂志社"),
        (MastheadKind.STAFF, "社长", "欧阳 明"),
        (MastheadKind.STAFF, "主编", "单晓舟"),
        (MastheadKind.STAFF, "校对", "顾 南"),
        (MastheadKind.TELEPHONE, "编辑部", "(000) 1234567"),
        (MastheadKind.EMAIL, "电子邮箱", "editor@example.org"),
        (MastheadKind.WEB, "网址", "www.example.org"),
        (MastheadKind.DISTRIBUTION, "邮发代号", "00-000"),
        (MastheadKind.PRINTER, "印刷", "渡口印刷厂"),
        (MastheadKind.NOTICE, "声明", "本刊文字均为虚构，转载请告知。"),
    )
    river = Article(
        id="a02",
        title=(Text("一条河怎样回来"),),
        bylines=(Byline(Text("单晓舟"), (Author("单晓舟"),)),),
        blocks=(
            paragraph("<script>alert(1)</script>、{page=10:}“水”与 & 都照原样留下。"),
            paragraph("渡口　　二〇二三年春", Role.SIGNATURE),
        ),
        section=1,
        first_page="9",
    )
    team = Article(
        id="a03",
        title=(Text("把灯留在渡口"),),
        bylines=(
            Byline(Text("河湾镇文化站课题组"), (Author("河湾镇文化站课题组", is_body=True),)),
        ),
        blocks=(paragraph("灯是1978年装上的。"),),
        section=1,
        first_page="10",
    )
    return Issue(
        masthead=Masthead(
            title="山河评论",
            year=2023,
            number="4",
            serial=118,
            date="2023-04-15",
            issn="1234-5679",
            cn="11-2233/G0",
            price="12元",
            entries=tuple(MastheadEntry(kind, label, (value,)) for kind, label, value in entries),
        ),
        cover_quotes=(
            PullQuote((Text("水往低处走，路往远处走。"),), Attribution(Text("渡口题字"))),
        ),
        contents=Contents(
            "目录",
            (
                ContentsSection(
                    "人物",
                    (
                        ContentsEntry(
                            ("门牌比地图记得更久", "——访河湾镇邮递员沈一帆"),
                            "",
                            ("陆知", "顾南星"),
                            "5",
                            "a01",
                        ),
                    ),
                ),
                ContentsSection(
                    "河流",
                    (
                        ContentsEntry(("一条河怎样回来",), "", ("单晓舟",), "9", "a02"),
                        ContentsEntry(("没有印出来的一篇",), "", ("佚名",), "12"),
                    ),
                ),
            ),
        ),
        section_names=("人物", "河流"),
        front=(Heading(Text("卷首语"), 1), paragraph("春天从渡口来。")),
        articles=(_letters(), river, team),
        back=(paragraph("下期预告：桥的名字。"),),
        language=language,
        source=SourceInfo("shanhe-2023-04.txt", "ab" * 32, "utf-8", 100),
    )


def model_texts(issue: Issue) -> Iterator[str]:
    """Every string of the issue's articles that a reader must find, in the model's order."""
    from converter.model import article_texts

    for article in issue.articles:
        for text in article_texts(article):
            yield text.value
