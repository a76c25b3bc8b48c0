"""The conventions of a magazine and the habits of the OCR that read it, drawn by seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

LABELS = (
    "链接",
    "相关链接",
    "延伸阅读",
    "小贴士",
    "小档案",
    "资料",
    "背景",
    "名词解释",
    "知识窗",
    "背景链接",
)

MORE_LABELS = ("知识链接", "新闻链接", "小知识", "小词典", "小常识", "温馨提示")


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that is decided once for an issue."""

    family: str
    # the page
    measure: int
    """Characters in a line."""
    depth: int
    """Lines in a column."""
    columns: int
    first_page: int
    run_on: bool
    """Articles may open on the page on which the one before ends."""
    # the parts
    labels: tuple[str, ...]
    label_how: tuple[str, ...]
    ladders: tuple[str, ...]
    kinds: tuple[str, ...]
    byline: str
    quote_place: str
    notes: str
    """foot of the page, end of the article, or none."""
    # the contents
    contents: str
    name_gap: str
    author_mark: str
    section_form: str
    # what the OCR wrote
    layout: str
    """blank, single, indent, wrapped or bare: see :mod:`.emit`."""
    title_join: str
    marker: str
    folio: str
    running_head: str
    newline: str
    bom: bool
    seam_blanks: int
    column_cuts: bool
    # how often
    half_pages: float
    spaced_pages: float
    wrapped_pages: float
    doubled: float
    moved_boxes: float
    cut_boxes: float
    latex: float
    straight_quotes: float
    loose_dash: float
    title_errors: float
    lost_entries: float
    lost_bodies: float
    jumps: float
    split_headings: float
    page_errors: float
    altered_quotes: float
    traditional: bool = False
    markdown: bool = False
    """The OCR marks titles and headings with ``#``, and who speaks in bold."""
    sourced: str = "dash"
    """How boxes tell whence they are: behind a dash, in brackets or with 来源."""
    quote_form: str = "whole"
    """Pull quotes are whole sentences, or abridged, or have who says so below them."""
    editors_note: str = "colon"


def sample_like(rng: Random) -> Style:
    """The conventions of the one kind of issue that was studied."""
    return Style(
        family="sample",
        measure=rng.randrange(29, 34),
        depth=rng.randrange(21, 28),
        columns=1,
        first_page=rng.choice((3, 4, 5, 5, 6, 7)),
        run_on=False,
        labels=("链接",),
        label_how=("inline", "alone"),
        ladders=("cn", "cn-paren", "cn-runin", "cn-first", "cn-all", "none"),
        kinds=("essay",) * 5 + ("interview", "report"),
        byline="office",
        quote_place="before",
        notes="none",
        contents=rng.choice(("mixed", "mixed", "mixed", "pipe", "plain-first", "leader-author")),
        name_gap=" ",
        author_mark=" ",
        section_form="plain",
        layout="blank",
        title_join=rng.choice((" ", " ", " ", "\n", "\n\n")),
        marker="",
        folio="",
        running_head="",
        newline="\n",
        bom=False,
        seam_blanks=1,
        column_cuts=False,
        half_pages=rng.choice((0.0, 0.05, 0.12)),
        spaced_pages=rng.choice((0.0, 0.06, 0.15)),
        wrapped_pages=rng.choice((0.0, 0.04, 0.1)),
        doubled=rng.choice((0.0, 0.02, 0.05)),
        moved_boxes=0.15,
        cut_boxes=0.05,
        latex=rng.choice((0.0, 0.5, 1.0)),
        straight_quotes=0.0,
        loose_dash=rng.choice((0.0, 0.0, 0.1)),
        title_errors=rng.choice((0.0, 0.0, 0.1)),
        lost_entries=0.0,
        lost_bodies=0.0,
        jumps=0.0,
        split_headings=0.04,
        page_errors=rng.choice((0.0, 0.0, 0.1)),
        altered_quotes=0.15,
    )


def other(rng: Random) -> Style:
    """Some other magazine, scanned and read by some other program."""
    columns = rng.choice((1, 1, 2))
    layout = rng.choice(
        ("blank",) * 6 + ("single",) * 3 + ("indent",) * 3 + ("wrapped",) * 2 + ("bare",)
    )
    marker = rng.choice(("",) * 6 + ("comment", "bracket", "dashes", "formfeed", "page"))
    folio = rng.choice(("",) * 5 + ("bare", "dash", "dot")) if not marker else ""
    head = rng.choice(("",) * 4 + ("magazine", "section", "title", "alternate"))
    one, two = rng.sample(LABELS, 2)
    return Style(
        family="other",
        measure=rng.randrange(18, 24) if columns == 2 else rng.randrange(26, 43),
        depth=rng.randrange(28, 44) if columns == 2 else rng.randrange(22, 40),
        columns=columns,
        first_page=rng.choice((1, 2, 3, 4, 5, 8)),
        run_on=rng.random() < 0.3,
        labels=(one,) if rng.random() < 0.6 else (one, two),
        label_how=tuple(
            rng.sample(("inline", "alone", "colon", "bracket", "lenticular"), rng.choice((1, 1, 2)))
        ),
        ladders=tuple(
            rng.sample(
                (
                    "cn",
                    "cn-paren",
                    "cn-runin",
                    "cn-first",
                    "cn-all",
                    "cn-digit",
                    "cn-digit-runin",
                    "decimal",
                    "ordinal",
                    "plain",
                    "none",
                ),
                4,
            )
        ),
        kinds=rng.choice(
            (
                ("essay", "essay", "interview", "report", "foreword"),
                ("paper", "paper", "paper", "essay"),
                ("report", "report", "essay", "poem", "letter", "foreword"),
                ("essay", "report", "interview", "paper", "letter"),
                ("report", "round-table", "interview", "foreword"),
            )
        ),
        byline=rng.choice(
            ("office", "name", "text-slash", "square", "author-colon", "bracket-office", "circle")
        ),
        quote_place=rng.choice(("none", "none", "before", "after", "body")),
        notes=rng.choice(("none", "none", "foot", "end")),
        contents=rng.choice(
            (
                "mixed",
                "pipe",
                "plain-first",
                "plain-last",
                "leader",
                "leader-author",
                "slash",
                "two-lines",
                "pipe-wide",
            )
        ),
        name_gap=rng.choice((" ", "\u3000", "")),
        author_mark=rng.choice((" ", "、", "\u3000", ",")),
        section_form=rng.choice(("plain", "lenticular", "square", "diamond", "spaced", "dots")),
        layout=layout,
        title_join=rng.choice((" ", "\u3000", "\n", "\n\n")),
        marker=marker,
        folio=folio,
        running_head=head,
        newline=rng.choice(("\n", "\n", "\n", "\r\n")),
        bom=rng.random() < 0.1,
        seam_blanks=rng.choice((1, 1, 2)),
        column_cuts=columns == 2 and rng.random() < 0.3,
        half_pages=rng.choice((0.0, 0.0, 0.1, 0.5, 1.0)),
        spaced_pages=rng.choice((0.0, 0.1, 1.0)),
        wrapped_pages=rng.choice((0.0, 0.0, 0.15)),
        doubled=rng.choice((0.0, 0.02)),
        moved_boxes=rng.choice((0.0, 0.1, 0.2)),
        cut_boxes=0.05,
        latex=rng.choice((0.0, 0.6)),
        straight_quotes=rng.choice((0.0, 0.0, 0.3)),
        loose_dash=rng.choice((0.0, 0.0, 0.5)),
        title_errors=rng.choice((0.0, 0.0, 0.15)),
        lost_entries=rng.choice((0.0, 0.0, 0.1)),
        lost_bodies=rng.choice((0.0, 0.0, 0.0, 0.1)),
        jumps=rng.choice((0.0, 0.0, 0.15)),
        split_headings=0.05,
        page_errors=rng.choice((0.0, 0.0, 0.1)),
        altered_quotes=0.1,
        traditional=rng.random() < 0.06,
        markdown=layout == "blank" and rng.random() < 0.12,
    )


def with_conventions(rng: Random, style: Style) -> Style:
    """Some other magazine with more of the conventions that magazines have."""

    def some(share: float, ways: tuple[str, ...], usual: str) -> str:
        return rng.choice(ways) if rng.random() < share else usual

    label, *others = style.labels
    how, *more = style.label_how
    ladder, *ladders = style.ladders
    numbered = some(0.5, ("zero", "cn-space", "digit-dun"), ladder)
    folios = ("page", "named", "barred")
    listed = ("first-below", "summary", "abreast", "author-first")
    return replace(
        style,
        labels=(some(0.4, MORE_LABELS, label), *others),
        label_how=(some(0.4, ("bar", "arrow", "shell"), how), *more),
        ladders=(numbered, *ladders),
        byline=some(0.3, ("text-bar", "text-picture", "told"), style.byline),
        folio=style.folio if style.marker else some(0.25, folios, style.folio),
        contents=some(0.25, listed, style.contents),
        sourced=some(0.5, ("bracket", "source"), "dash"),
        quote_form=some(0.5, ("abridged", "said"), "whole"),
        editors_note=some(0.5, ("bracket",), "colon"),
    )
