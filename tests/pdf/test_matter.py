"""Small matter on the page: where it stands, and the white around it."""

from __future__ import annotations

from dataclasses import replace

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
)
from tests.pdf.conftest import Build, Built
from tests.pdf.reading import Run
from tests.pdf.sample import prose
from tests.pdf.test_makeup import brief, essay, issue_of, opens_on
from tests.pdf.test_page import off_grid, page_of
from tests.support import pdf

ORIGINS = (
    Paragraph(Text("收稿日期：2031-04-02"), Role.CREDIT),
    Paragraph(Text("基金项目：河湾镇地方文献整理项目"), Role.FUNDING),
    Paragraph(Text("作者简介：林汀，河湾师范学校教师。"), Role.BIOGRAPHY),
)


def body(number: int, sentences: int = 4) -> Paragraph:
    return Paragraph(Text(prose(number, sentences)), id=f"p{number}")


def article(*blocks: Block, **more: object) -> Article:
    return replace(Article("a01", (Text("渡口的账"),), blocks=blocks), **more)  # type: ignore[arg-type]


def found(built: Built, words: str) -> Run:
    """The first run in the articles that holds the words."""
    return next(r for r in built.runs if words in r.text and r.page > 1 and not r.artifact)


def lines_between(built: Built, above: str, below: str) -> float:
    """The distance of two baselines in lines of the grid."""
    return (found(built, above).y - found(built, below).y) / page_of(built).grid


@pytest.mark.parametrize("columns", [1, 2])
def test_origins_in_the_midst_of_a_text_do_not_part_it(build: Build, columns: int) -> None:
    """They stand at the foot of the first page, or in two columns at the end."""
    text = (body(1), body(2), *ORIGINS, *(body(number) for number in range(3, 12)))
    built = build(issue_of(article(*text)), columns=columns)
    origins = [found(built, words) for words in ("收稿日期", "基金项目", "作者简介")]
    others = [r for r in built.runs if r.page > 1 and not r.artifact and r not in origins]
    if columns == 1:
        first = min(run.page for run in others)
        assert {run.page for run in origins} == {first}
        here = [run.y for run in others if run.page == first and run.size > 9]
        assert max(run.y for run in origins) < min(here)
        assert all(run.size < page_of(built).size for run in origins)
    else:
        last = [run.y for run in others if run.page == origins[0].page and "Serif" in run.face]
        assert max(run.y for run in origins) < min(last)
    assert off_grid(built) == []


def test_a_caption_from_the_cover_stands_with_the_masthead(build: Build) -> None:
    issue = replace(
        issue_of(essay(1, 2, pull=False)),
        masthead=Masthead(
            "排版", entries=(MastheadEntry(MastheadKind.PUBLISHER, "出版", ("社",)),)
        ),
        front=(Figure(Text("封面：二号渡船")),),
    )
    built = build(issue)
    (caption,) = [run for run in built.runs if "二号渡船" in run.text]
    (label,) = [run for run in built.runs if run.text == "出版"]
    assert caption.page == label.page
    assert pdf.page_count(built.path) == 4  # cover, masthead, contents, article


def test_an_imprint_of_two_lines_without_labels_stands_below_the_contents(build: Build) -> None:
    lines = ("二〇二三年十一月", "渡口街坊会编印　免费取阅")
    entries = tuple(MastheadEntry(MastheadKind.OTHER, "", (line,)) for line in lines)
    issue = replace(issue_of(essay(1, 2, pull=False)), masthead=Masthead("排版", entries=entries))
    built = build(issue)
    assert pdf.page_count(built.path) == 3  # cover, contents, article
    entry = next(run for run in built.runs if run.page == 1 and "长文" in run.text)
    (foot,) = [run for run in built.runs if "免费取阅" in run.text]
    assert (foot.page, foot.y < entry.y) == (1, True)
    # More lines have a page of their own, without a column for labels.
    more = tuple(replace(entries[0], values=(f"第{at}行",)) for at in range(5))
    built = build(replace(issue, masthead=Masthead("排版", entries=more)))
    assert pdf.page_count(built.path) == 4
    page = page_of(built)
    left = min(run.x for run in built.runs if run.text == "第1行")
    assert left == pytest.approx(
        min(run.x for run in built.runs if run.text == "版权页"), abs=page.size / 4
    )


def test_a_brief_piece_that_begins_a_page_names_its_section(build: Build) -> None:
    pieces = [brief(number, section=0) for number in range(1, 12)]
    issue = replace(issue_of(essay(20, 3, pull=False), *pieces), section_names=("补白",))
    built = build(issue)
    named = [run.page for run in built.runs if run.text == "补白" and run.page > 1]
    briefs = {opens_on(built, f"启事之{number}") for number in range(1, 12)}
    opening = opens_on(built, "启事之1")
    assert len(briefs - {opening}) > 1
    # Once a page: where the section opens, and on each that begins with one of its pieces.
    assert sorted(named) == sorted(briefs)
    assert off_grid(built) == []


@pytest.mark.parametrize(
    "following", [Heading(Text("二、账册"), 1), PullQuote((Text("船比桥老。"),))]
)
def test_a_caption_has_as_much_white_above_as_below(build: Build, following: Block) -> None:
    text = (body(1), Paragraph(Text("末行。")), Figure(Text("图一 水尺")), following, body(2))
    built = build(issue_of(article(*text)))
    words = "账册" if isinstance(following, Heading) else "船比桥老"
    above, below = lines_between(built, "末行", "水尺"), lines_between(built, "水尺", words)
    assert above == pytest.approx(2, abs=0.15)
    assert below == pytest.approx(2, abs=0.7)  # the pull quote is larger
    assert off_grid(built) == []


@pytest.mark.parametrize(
    ("language", "sign"), [("zh-Hans", "〔图略〕"), ("zh-Hant-TW", "〔圖略〕")]
)
def test_a_caption_says_that_its_picture_is_missing(build: Build, language: str, sign: str) -> None:
    boxed = Box("", None, (body(3, 1), Figure(Text("图二 船票"))))
    text = (body(1), Figure(Text("图一 水尺")), body(2), boxed)
    runs = build(issue_of(article(*text)), language=language).runs
    for caption in ("水尺", "船票"):
        at = next(at for at, run in enumerate(runs) if caption in run.text)
        assert runs[at - 1].text == sign


def test_a_caption_keeps_with_the_text_above_it(build: Build) -> None:
    """No page begins with one."""
    text = [
        block
        for number in range(24)
        for block in (body(number, 3 + number % 4), Figure(Text(f"图{number} 水尺")))
    ]
    built = build(issue_of(article(*text)))
    pages = {run.page for run in built.runs if "水尺" in run.text}
    assert len(pages) > 3
    for page in pages:
        here = [run for run in built.runs if run.page == page and not run.artifact]
        assert "水尺" not in max(here, key=lambda run: run.y).text
    assert off_grid(built) == []


def test_each_letter_is_set_off_from_the_answer_to_the_last(build: Build) -> None:
    text = (
        Paragraph(Text("编辑同志："), Role.SALUTATION),
        body(1),
        Paragraph(Text("渡口老陈"), Role.SIGNATURE),
        Paragraph(Text("编辑回复：已查。")),
        Paragraph(Text("编辑部的朋友："), Role.SALUTATION),
        body(2),
    )
    built = build(issue_of(article(*text)))
    assert lines_between(built, "已查", "编辑部的朋友") == pytest.approx(2, abs=0.01)
    assert lines_between(built, "渡口老陈", "已查") == pytest.approx(1, abs=0.01)


def test_references_before_the_english_abstract_are_small_and_on_the_grid(build: Build) -> None:
    text = (
        body(1),
        Heading(Text("参考文献"), 1),
        Paragraph(Text("[1]林汀.渡口账册考[M].河湾：河湾书局，2030."), Role.REFERENCE),
        Paragraph(Text("The Ledgers of the Ferry: How the Keepers"), Role.PARALLEL_TITLE),
        Paragraph(Text("of a Small Town Wrote down the River"), Role.PARALLEL_TITLE),
        Paragraph(Text("LIN Ting"), Role.PARALLEL_TITLE),
        body(2),
    )
    built = build(issue_of(article(*text)))
    assert found(built, "账册考").size < page_of(built).size
    title, more, author = (found(built, words) for words in ("How the", "Small Town", "LIN"))
    assert title.face == more.face != author.face
    assert off_grid(built) == []


def test_marks_in_a_byline_stand_high_and_can_be_read(build: Build) -> None:
    line = Text("林汀1", (Mark(MarkKind.SUP, 2, 3),))
    piece = article(body(1), bylines=(Byline(line, (Author("林汀"),)),))
    built = build(issue_of(piece))
    name, mark = (next(r for r in built.runs if r.page > 1 and r.text == t) for t in ("林汀", "1"))
    assert mark.y - name.y > name.size * 0.3
    assert mark.size > name.size * 0.55


def test_a_box_at_the_foot_closes_up_to_a_text_that_ends_early(build: Build) -> None:
    """On the last page of an article only: elsewhere the text goes on below it."""
    articles = []
    for number in range(8):
        text: list[Block] = [Paragraph(Text("一行。")) for _ in range(12 + number)]
        text += [body(at, 3) for at in range(6)]
        words = (Paragraph(Text(f"盒之{number}。" + "字里行间，" * 45)),)
        text.insert(-4, Box("链接", None, words, anchor="p1", id=f"x{number}"))
        if number % 2:  # English lines are lines too
            english = "The books of the ferry and of the river are kept in the town. " * 3
            text.append(Paragraph(Text(english), Role.ABSTRACT))
        articles.append(Article(f"a{number}", (Text("收起来的盒子"),), blocks=tuple(text)))
    built = build(issue_of(*articles))
    geometry = page_of(built)
    runs = [run for run in built.runs if run.page > 1 and not run.artifact]
    openings = {run.page for run in runs if run.size > 14}
    closed = 0
    for number in range(8):
        box = found(built, f"盒之{number}。")
        if box.page + 1 in openings or box.page == max(openings) + 1:
            text_above = [r.y for r in runs if r.page == box.page and "Serif" in r.face]
            gap = (min(text_above) - box.y) / geometry.grid
            assert 1 < gap < 7
            closed += box.y > geometry.bottom + geometry.grid * 12
    assert closed > 1
    assert off_grid(built) == []


@pytest.mark.parametrize("theme", ["classic", "modern"])
def test_a_poem_stands_under_its_title(build: Build, theme: str) -> None:
    stanza = Verse((Text("船来了又走"), Text("灯在水里站了一夜")))
    built = build(issue_of(article(stanza, Verse((Text("天亮了"),)))), theme=theme)
    geometry = page_of(built)
    starts = {round(found(built, words).x, 1) for words in ("船来了", "灯在水里", "天亮了")}
    assert len(starts) == 1
    (left,) = starts
    wide = 8 * geometry.size
    middle = geometry.width - geometry.outside - geometry.measure * geometry.size / 2
    assert (abs(left + wide / 2 - middle) < geometry.size) == (theme == "classic")


def test_verse_follows_its_heading_as_prose_does(build: Build) -> None:
    text = (
        Heading(Text("水碓"), 1),
        Verse((Text("船来了又走"),)),
        Heading(Text("开镰"), 1),
        body(1),
    )
    built = build(issue_of(article(body(2), *text)))
    assert lines_between(built, "水碓", "船来了") == pytest.approx(1, abs=0.2)
    assert off_grid(built) == []


def test_a_running_head_joins_the_lines_of_a_title(build: Build) -> None:
    lines = (Text("三本账，"), Text("两条船"))
    built = build(issue_of(replace(essay(1, 16, pull=False), title=lines)))
    heads = {run.text for run in built.runs if run.artifact and "三本账" in run.text}
    assert heads == {"三本账，两条船"}


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_who_asks_is_told_from_who_answers_by_the_face(build: Build, language: str) -> None:
    built = build(language=language)
    turns = [run for run in built.runs if run.text.startswith("：")]
    asked = {run.face for run in turns if "第一次上船" in run.text}
    answered = {run.face for run in turns if "第一次上船" not in run.text}
    assert len(asked) == len(answered) == 1
    assert asked != answered


def test_entries_without_a_section_are_set_off_from_the_section_above(build: Build) -> None:
    pieces = [brief(number, section=0) for number in (1, 2)]
    issue = replace(issue_of(*pieces, brief(3, section=-1)), section_names=("补白",))
    built = build(issue)
    listed = [
        next(run.y for run in built.runs if run.page == 2 and f"启事之{number}" in run.text)
        for number in (1, 2, 3)
    ]
    assert listed[1] - listed[2] > listed[0] - listed[1] + 6


def test_the_wish_that_ends_a_letter_stands_at_the_edge(build: Build) -> None:
    letter = (body(1), Paragraph(Text("此致")), Paragraph(Text("敬礼")))
    built = build(issue_of(article(*letter, Paragraph(Text("林汀"), Role.SIGNATURE))))
    lead, wish = found(built, "此致"), found(built, "敬礼")
    assert lead.x - wish.x == pytest.approx(2 * wish.size, abs=0.1)


def test_the_text_is_set_off_from_the_abstract_above_it(build: Build) -> None:
    text = (
        Paragraph(Text("摘要：渡口的账册。"), Role.ABSTRACT),
        Paragraph(Text("关键词：渡口"), Role.KEYWORDS),
        Paragraph(Text("账册一共三本。")),
        Paragraph(Text("船票另有一本。")),
    )
    built = build(issue_of(article(*text)))
    assert lines_between(built, "渡口的账册", "关键词") == pytest.approx(1, abs=0.05)
    assert lines_between(built, "关键词", "一共三本") == pytest.approx(2, abs=0.05)
    assert lines_between(built, "一共三本", "另有一本") == pytest.approx(1, abs=0.01)
    assert off_grid(built) == []


def test_a_heading_over_the_end_matter_stands_below_its_rule(build: Build) -> None:
    credit = Paragraph(Text("《渡口》，林汀著，江岸出版社出版"), Role.CREDIT)
    built = build(issue_of(article(body(1), Heading(Text("新书架"), 1), back=(credit,))))
    (head,) = [r for r in built.runs if r.text.strip() == "新书架" and r.page > 1]
    assert head.size < page_of(built).size
    assert lines_between(built, "新书架", "江岸出版社") == pytest.approx(1, abs=0.3)


def test_a_subtitle_in_the_contents_is_broken_between_words(build: Build) -> None:
    subtitle = "——" + "对话渡口镇水文站退休职工、" + "河湾县航运公司二号渡船老船长季如川"
    built = build(issue_of(article(body(1), subtitle=Text(subtitle))), page="32k")
    lines = [r for r in built.runs if r.page == 2 and r.text.strip() and r.text in subtitle]
    assert "".join(run.text for run in lines) == subtitle
    assert lines[0].text.endswith("、")


@pytest.mark.parametrize("count", [2, 12])
def test_authors_that_no_line_of_the_contents_holds_stand_below(build: Build, count: int) -> None:
    authors = tuple(Author(f"林汀{'甲乙丙丁戊己庚辛壬癸子丑'[one]}") for one in range(count))
    byline = Byline(Text("　".join(author.name for author in authors)), authors)
    built = build(issue_of(article(body(1), bylines=(byline,))), page="32k")
    (at,) = {r.page for r in built.runs if r.text.strip() == "目录"}
    listed = [r for r in built.runs if r.page == at and not (r.artifact and r.y < 60)]
    (title,) = [r for r in listed if "渡口的账" in r.text]
    named = [r for r in listed if "林汀" in r.text]
    (page,) = [r for r in listed if r.text.strip().isdecimal()]
    assert page.y == pytest.approx(title.y, abs=2)
    assert all((run.y < title.y - 5) == (count > 2) for run in named)


@pytest.mark.parametrize("columns", [1, 2])
def test_a_table_of_many_columns_keeps_its_words_and_the_measure(
    build: Build, columns: int
) -> None:
    names = ("编号", "名称", "建成年份", "流量（m³/s）", "所在县", "管理单位", "备注")
    values = ("1958", "1,250.5", "临河县", "县水利局闸坝管理所", "汛期塌坝运行 LSTM-Attention")
    head = tuple(TableCell(Text(name), header=True) for name in names)
    rows = [
        tuple(TableCell(Text(value)) for value in (str(at), f"青溇{at}闸", *values))
        for at in "甲乙丙丁"
    ]
    built = build(issue_of(article(body(1), Table((head, *rows)))), columns=columns)
    shown = [r for r in built.runs if r.page > 1 and not r.artifact]
    for word in ("建成年份", "所在县", "临河县", "青溇丙闸"):
        assert any(run.text.strip() == word for run in shown), word
    right = max(run.x + len(run.text) * run.size for run in shown if "塌坝" in run.text)
    assert right < 185 / 25.4 * 72 - page_of(built).size


@pytest.mark.parametrize("first", ["林", "林汀", "林汀洲", "欧阳汀洲"])
def test_no_name_is_parted_by_the_end_of_a_line(build: Build, first: str) -> None:
    """Neither below the title nor on the cover nor in the contents."""
    others = tuple(f"方汀{one}" for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未")
    authors = tuple(Author(name) for name in (first, *others))
    byline = Byline(Text(" ".join(f"{author.name}{3}" for author in authors)), authors)
    built = build(issue_of(article(body(1), bylines=(byline,))), page="32k")
    lines: dict[tuple[int, float], str] = {}
    for run in built.runs:
        if not run.artifact and run.size < 14:
            at = run.page, round(run.y / 6)
            lines[at] = lines.get(at, "") + run.text
    named = [line for line in lines.values() if "汀" in line]
    assert len(named) >= 6
    assert {sum(name in line for line in named) for name in others} == {3}


@pytest.mark.parametrize("signed", [True, False])
def test_a_title_that_no_line_of_the_contents_holds_is_broken_between_words(
    build: Build, *, signed: bool
) -> None:
    """The number of its page stands beside its last words, not on a line of dots below them."""
    title = "从上游的“一船一账”到下游的“一埠一册”：沿江三县十一个渡口四十年来的航运账册、船票与水位记录的整理札记"
    bylines = (Byline(Text("林汀"), (Author("林汀"),)),) if signed else ()
    one = article(body(1), title=(Text(title),), bylines=bylines)
    built = build(issue_of(one), page="32k")
    (at,) = {r.page for r in built.runs if r.text.strip() == "目录"}
    listed = [r for r in built.runs if r.page == at and not (r.artifact and r.y < 60)]
    lines = [r for r in listed if r.text.strip() and r.text.strip() in title]
    assert "".join(run.text.strip() for run in lines) == title
    assert lines[0].text.strip().endswith("：")
    (page,) = [r for r in listed if r.text.strip().isdecimal()]
    assert page.y == pytest.approx(lines[-1].y, abs=2)
    assert lines[-1].x + len(lines[-1].text) * lines[-1].size < page.x


def test_keywords_and_codes_take_the_whole_width_of_a_column(build: Build) -> None:
    """In less of it, numbers that cannot be broken would leave lines loose."""
    line = "中图分类号：K297　文献标识码：A　文章编号：1999-4433（2031）03-0009-04"
    text = (Paragraph(Text(line), Role.KEYWORDS), body(1), body(2))
    built = build(issue_of(article(*text)), columns=2)
    first = found(built, "中图分类号")
    assert first.x == pytest.approx(found(built, "镇上的人说").x - 2 * page_of(built).size, abs=0.1)
    assert first.y == found(built, "文献标识码").y
    # Nor is that of the article broken.
    assert found(built, "文章编号").y == found(built, "03-0009-04").y


def test_a_credit_that_closes_an_article_stands_to_the_right(build: Build) -> None:
    credit = Paragraph(Text("（责任编辑：林汀）"), Role.CREDIT)
    biography = Paragraph(Text("作者简介：林汀。"), Role.BIOGRAPHY)
    built = build(issue_of(article(body(1), back=(biography, credit))))
    assert found(built, "责任编辑").x > found(built, "作者简介").x + page_of(built).size * 20


def test_a_credit_before_the_text_is_set_off_from_it(build: Build) -> None:
    credit = Paragraph(Text("课题组组长：林汀；执笔：季如川。"), Role.CREDIT)
    built = build(issue_of(article(credit, Paragraph(Text("水尺立在岸边。")), body(2))))
    assert lines_between(built, "课题组", "水尺立在") == pytest.approx(1.5, abs=0.1)
    assert off_grid(built) == []


def test_the_number_of_a_source_is_raised(build: Build) -> None:
    source = Paragraph(Text("[1] 林汀. 水尺[M]. 上渡: 上渡出版社, 2019."), Role.REFERENCE)
    built = build(issue_of(article(Paragraph(Text("渡口的水位上升[1]。")), back=(source,))))
    text, number = found(built, "水位上升"), found(built, "[1]")
    assert number.size < 0.7 * text.size
    assert number.y > text.y


def test_the_codes_of_an_article_stand_apart(build: Build) -> None:
    line = "中图分类号：K297文献标识码：A文章编号：1999-4433（2031）03-0009-04"
    text = (Paragraph(Text(line), Role.KEYWORDS), body(1), body(2))
    built = build(issue_of(article(*text)))
    code, label = found(built, "K297"), found(built, "文献标识码")
    assert label.face != code.face
    assert label.x > found(built, "K297").x + 2.5 * code.size


def test_an_office_over_a_name_stands_before_it(build: Build) -> None:
    """It was printed on a line of its own; where the report was sent from stays on one."""
    lines = (
        Byline(Text("渡口报主编"), ()),
        Byline(Text("林汀"), (Author("林汀", "渡口报主编"),)),
        Byline(Text("发自上渡"), ()),
    )
    built = build(issue_of(article(body(1), bylines=lines)))
    office, sent = found(built, "渡口报主编"), found(built, "发自上渡")
    name = next(r for r in built.runs if r.text == "林汀" and r.page == office.page)
    assert name.y == pytest.approx(office.y, abs=2)
    assert name.x > office.x + 5 * office.size
    assert sent.y < name.y - 10


def test_who_said_what_opens_the_issue_is_told_on_one_line(build: Build) -> None:
    """Where there is room for it beside the indent of a source."""
    source = "5月4日，林汀同志在全县渡口工作座谈会上的讲话中强调的话"
    quote = PullQuote((Text(prose(1, 3)),), Attribution(Text(source)))
    built = build(replace(issue_of(article(body(1))), cover_quotes=(quote,)))
    lines = {round(r.y) for r in built.runs if r.page == 1 and set(r.text) & set("月汀讲强")}
    quoted = {round(r.y) for r in built.runs if r.page == 1 and r.size > page_of(built).size}
    assert len(lines - quoted) == 1


def test_in_what_order_a_staff_is_named_stands_with_the_names(build: Build) -> None:
    staff = MastheadEntry(MastheadKind.STAFF, "编委会（以姓氏笔画为序）", ("林汀", "方汀洲"))
    masthead = Masthead("渡口", entries=(staff,))
    built = build(replace(issue_of(article(body(1))), masthead=masthead))
    label = next(r for r in built.runs if r.text.strip() == "编委会")
    order = next(r for r in built.runs if "以姓氏笔画为序" in r.text)
    assert order.y == pytest.approx(label.y, abs=0.1)
    assert order.x > label.x + 5 * label.size


def test_notes_below_a_box_are_set_off_from_it(build: Build) -> None:
    """It has a ground of its own, and there is no rule above them."""
    text = Text("账在渡口①。" + prose(1, 3), (Mark(MarkKind.NOTE_REF, 4, 5, "n"),))
    words = Paragraph(Text("盒中话。" + "字里行间，" * 90))
    box = Box("链接", None, (words,), anchor="p1", id="x")
    one = article(body(1), box, Paragraph(text), *(body(at, 9) for at in range(2, 9)))
    built = build(issue_of(replace(one, notes=(Note("n", "①", Text("见账簿。")),))))
    note = found(built, "见账簿")
    boxed = [r for r in built.runs if r.page == note.page and "字里行间" in r.text]
    assert 1.7 < (min(r.y for r in boxed) - note.y) / page_of(built).grid < 3
