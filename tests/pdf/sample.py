"""A small magazine of our own invention, with one of each thing that a page can hold."""

from __future__ import annotations

from itertools import cycle, islice

from converter.model import (
    Article,
    Attribution,
    Author,
    Block,
    Box,
    Byline,
    Contents,
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

SENTENCES = (
    "清晨六点，渡口的第一班船已经靠岸，船工把缆绳绕过石桩，动作和他父亲三十年前一模一样。",
    "镇上的人说，这条江认得每一个在它身边长大的孩子。",
    "去年汛期，水位一度涨到12.6米，比警戒线高出0.8米，堤上的灯亮了整整九夜。",
    "“我们不是守着一条江，是守着两岸的日子。”老站长合上记录本，又补了一句：“日子是一天一天量出来的。”",
    "新修的栈道有4.3公里长，沿途设了七处观测点，数据每隔15分钟传回一次。",
    "在《沿江志》的末页，编者只写了八个字：水有来路，人有归处。",
    "孩子们把采来的水样贴上标签——日期、地点、天气，一样也不能少。",
    "合作社的账本换成了平板电脑，可是墙上那张手绘的鱼汛图谁也舍不得摘。",
    "他们算过，一亩湿地一年能留住的水，够全村人喝上四个月……",
    "到了傍晚，风从下游吹来，带着稻花和新漆的气味。",
    "有人问起从前的日子，她想了想，说从前的日子也是这样一桨一桨划过来的。",
    "图纸改了十一稿，最后留下来的，恰恰是最不起眼的那条排水沟。",
)


def prose(start: int, count: int) -> str:
    """A paragraph of ``count`` sentences, always the same for the same numbers."""
    return "".join(islice(cycle(SENTENCES), start, start + count))


def marked(text: str, *marks: tuple[MarkKind, str, str]) -> Text:
    """A text with marks over the named words."""
    made = []
    for kind, word, target in marks:
        start = text.index(word)
        made.append(Mark(kind, start, start + len(word), target))
    made.sort(key=lambda mark: (mark.start, -mark.end))
    return Text(text, tuple(made))


def _paragraphs(article: str, start: int, counts: tuple[int, ...]) -> list[Block]:
    return [
        Paragraph(Text(prose(start + 3 * index, count)), id=f"{article}-p{index}")
        for index, count in enumerate(counts)
    ]


def _box(id_: str, anchor: str, sentences: int, label: str = "链接") -> Box:
    return Box(
        label=label,
        title=Text("江水怎样被记住"),
        blocks=(Paragraph(Text(prose(7, sentences))),),
        attribution=Attribution(Text("摘自《沿江志》第三卷")),
        anchor=anchor,
        anchor_offset=40,
        id=id_,
    )


def _essay() -> Article:
    blocks = _paragraphs("a01", 0, (6, 5, 7, 4, 6))
    blocks[1:1] = [Heading(Text("一、船从哪里来"), 1, id="a01-h1")]
    blocks[3:3] = [Heading(Text("（一）三代人的缆绳"), 2, id="a01-h2")]
    anchor = Paragraph(Text(prose(2, 12)), id="a01-anchor")
    blocks += [
        Heading(Text("二、岸上的账本，以及账本里没有写下的那些日子和那些名字"), 1, id="a01-h3"),
        anchor,
        _box("a01-x1", "a01-anchor", 2),
        *_paragraphs("a01z", 5, (5, 4, 6, 7, 5)),
    ]
    return Article(
        id="a01",
        title=(Text("一条江的记性"), Text("沿江三镇水文站的四季")),
        subtitle=Text("——写在建站七十周年之际"),
        bylines=(Byline(Text("沿江水文站原站长 闻水生"), (Author("闻水生", "沿江水文站原站长"),)),),
        pull_quotes=(PullQuote((Text("我们不是守着一条江，是守着两岸的日子。"),)),),
        blocks=tuple(blocks),
        back=(
            Paragraph(
                Text("作者简介：闻水生，生于1958年，在沿江水文站工作四十一年。"), Role.BIOGRAPHY
            ),
            Paragraph(Text("（责任编辑：柳依岸）"), Role.CREDIT),
        ),
        section=0,
    )


def _survey() -> Article:
    noted = "湿地的面积在十年间增加了三成①，而鸟的种类增加了一倍②。" + prose(4, 4)
    anchor = Paragraph(Text(prose(1, 9)), id="a02-anchor")
    return Article(
        id="a02",
        title=(Text("让湿地回到地图上来"),),
        bylines=(Byline(Text("本刊编辑部"), (Author("本刊编辑部", is_body=True),)),),
        front=(
            Paragraph(
                marked("摘要：" + prose(8, 2), (MarkKind.LABEL, "摘要：", "")), Role.ABSTRACT
            ),
            Paragraph(
                marked("关键词：湿地；水文；沿江", (MarkKind.LABEL, "关键词：", "")), Role.KEYWORDS
            ),
        ),
        blocks=(
            Paragraph(
                marked(
                    noted,
                    (MarkKind.NOTE_REF, "①", "a02-n1"),
                    (MarkKind.NOTE_REF, "②", "a02-n2"),
                ),
                id="a02-p1",
            ),
            anchor,
            _box("a02-x1", "a02-anchor", 8),
            *_paragraphs("a02", 3, (6, 5, 6)),
            Heading(Text("一、数字里的变化"), 1),
            Paragraph(
                marked(
                    "一是水清了。细颗粒物PM2.5的年均浓度降到每立方米28微克。" + prose(3, 3),
                    (MarkKind.RUN_IN, "一是水清了。", ""),
                    (MarkKind.SUB, "2.5", ""),
                ),
            ),
            Table(
                caption=Text("表1 三镇湿地面积（公顷）"),
                rows=(
                    tuple(
                        TableCell(Text(cell), header=True) for cell in ("镇", "2014年", "2024年")
                    ),
                    tuple(TableCell(Text(cell)) for cell in ("上渡", "312", "418")),
                    tuple(TableCell(Text(cell)) for cell in ("中渡", "95", "140")),
                    tuple(TableCell(Text(cell)) for cell in ("下渡", "670", "842")),
                ),
            ),
            *_paragraphs("a02b", 6, (5, 6)),
            Figure(Text("下渡镇的观鸟亭，冬至前后可见灰鹤。")),
            *_paragraphs("a02c", 2, (4,)),
        ),
        back=(
            Paragraph(
                Text("[1] 沿江县志办：《沿江志》，沿江印社，2019年，第88页。"), Role.REFERENCE
            ),
            Paragraph(
                Text("[2] 渡口小学：《水样记录（第六册）》，油印本，2023年。"), Role.REFERENCE
            ),
        ),
        notes=(
            Note("a02-n1", "①", Text("据三镇联合测绘，含季节性水面。")),
            Note("a02-n2", "②", Text("记录以每年冬季同步调查为准，不含过境一日者。")),
        ),
        section=0,
    )


def _turn(name: str, text: str, role: Role) -> Paragraph:
    return Paragraph(marked(f"{name}：{text}", (MarkKind.SPEAKER, name, "")), role)


def _interview() -> Article:
    turns: list[Block] = []
    for index in range(5):
        turns += [
            _turn("记者", "您第一次上船的时候，想过会在江上过一辈子吗？", Role.QUESTION),
            _turn("陆观澜", prose(index, 4), Role.ANSWER),
            Paragraph(Text(prose(index + 5, 3)), Role.ANSWER),
        ]
    return Article(
        id="a03",
        title=(Text("把江水讲给孩子听"),),
        subtitle=Text("——访渡口小学教师陆观澜"),
        bylines=(
            Byline(Text("本刊记者 桑榆 季如川"), (Author("桑榆", "本刊记者"), Author("季如川"))),
        ),
        blocks=tuple(turns),
        section=1,
    )


def _verses() -> Article:
    return Article(
        id="a04",
        title=(Text("渡口"),),
        bylines=(Byline(Text("林汀"), (Author("林汀"),)),),
        blocks=(
            Verse(
                tuple(
                    Text(line)
                    for line in (
                        "船来的时候，雾还没有散，",
                        "灯是先到的，桨声是后到的。",
                        "谁在对岸喊我的名字，",
                        "喊得像一条很短的路。",
                    )
                )
            ),
            Paragraph(Text("此致"), Role.SALUTATION),
            Paragraph(Text("二〇二四年三月于上渡"), Role.SIGNATURE),
        ),
        section=2,
    )


def _entry(kind: MastheadKind, label: str, *values: str) -> MastheadEntry:
    return MastheadEntry(kind, label, values)


def sample_issue() -> Issue:
    """The magazine 江岸月读, issue 3 of 2024."""
    kind = MastheadKind
    return Issue(
        masthead=Masthead(
            title="江岸月读",
            year=2024,
            number="3",
            serial=117,
            date="2024-03-15",
            issn="1234-5679",
            cn="00-1234/G",
            price="18.00元",
            entries=(
                _entry(kind.PARALLEL_TITLE, "", "JIANG’AN MONTHLY"),
                _entry(kind.SUPERVISOR, "主管", "沿江县文化馆"),
                _entry(kind.SPONSOR, "主办", "《江岸月读》编辑部"),
                _entry(kind.STAFF, "主编", "柳依岸"),
                _entry(kind.STAFF, "编辑", "桑榆", "季如川"),
                _entry(kind.TELEPHONE, "编辑部", "(000) 5550100"),
                _entry(kind.ADDRESS, "社址", "沿江县渡口街7号"),
                _entry(kind.EMAIL, "电子邮箱", "post@example.org"),
                _entry(kind.PRINTER, "印刷", "沿江印社"),
                _entry(kind.NOTICE, "声明", "本刊所载文章，转载请注明出处。" + SENTENCES[1]),
            ),
        ),
        cover_quotes=(
            PullQuote((Text(prose(3, 3)),), Attribution(Text("三月，一位老水文人在开江仪式上说"))),
        ),
        contents=Contents("目录"),
        section_names=("江上", "访谈", "诗页"),
        articles=(_essay(), _survey(), _interview(), _verses()),
        source=SourceInfo(name="jiangan-2024-03.txt"),
    )
