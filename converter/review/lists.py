"""The lists beside the text: doubts, contents against body, what was dropped, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from converter.corrections import Conversion, Corrections, Seam, about, kind_of, line_of
from converter.corrections.write import entry_text
from converter.diagnostics import Diagnostic
from converter.diagnostics.core import rule_of
from converter.hanzi import key as plain_key
from converter.model import Article, ContentsEntry, Drop, Issue, plain_page
from converter.review.say import Say
from converter.values import NamedTuple

_WEIGHTS = ("ACC", "SRC", "COR", "ART", "TOC", "MST", "BOX", "HEA", "PRF", "VAR", "PDF")
"""Areas of doubts of the same severity, heaviest first: lost text, then wrong structure, then
single words."""

WHOLE_LINES = frozenset(("running-head", "folio", "page-marker", "rule", "image", "section-page"))
"""Reasons for which whole lines are dropped, which an editor can keep."""


class DoubtRow(NamedTuple):
    """One diagnostic in the list."""

    key: str
    code: str
    severity: str
    line: int
    last: int
    message: str
    why: str
    fix: str
    about: str
    seen: bool
    to: str


class ContentsRow(NamedTuple):
    """An entry of the contents beside the article it was matched to.

    ``state`` is ``same``, ``differs`` or ``missing``; an article that no entry lists has
    none of the contents' values.
    """

    state: str
    listed: str
    listed_by: str
    listed_page: str
    entry: str
    printed: str
    signed: str
    page: str
    article: str
    differs: tuple[str, ...]


class DropRow(NamedTuple):
    """Something that was left out."""

    line: int
    text: str
    reason: str
    says: str
    keep: bool


class DropGroup(NamedTuple):
    """What was left out for one reason; ``words`` counts its letters and Han characters."""

    name: str
    words: int
    rows: tuple[DropRow, ...]


class DecisionRow(NamedTuple):
    """An entry of the corrections file. ``place`` is its line there."""

    place: int
    line: int
    kind: str
    text: str
    to: int


def doubts(
    open_ones: Iterable[Diagnostic],
    seen: Iterable[Diagnostic],
    leads: Mapping[int, str],
    say: Say,
) -> tuple[DoubtRow, ...]:
    """All diagnostics, the weightiest first, those that an editor has seen last."""
    rows = [
        *(_doubt(found, leads, say, seen=False) for found in sorted(open_ones, key=weight)),
        *(_doubt(found, leads, say, seen=True) for found in sorted(seen, key=weight)),
    ]
    return tuple(row._replace(key=f"d{number}") for number, row in enumerate(rows, 1))


def weight(found: Diagnostic) -> tuple[int, int, int, str]:
    """The order of doubts: by severity, by what it is about, by line."""
    area = found.code[:3]
    rank = _WEIGHTS.index(area) if area in _WEIGHTS else len(_WEIGHTS)
    return -found.severity, rank, found.line, found.code


def _doubt(found: Diagnostic, leads: Mapping[int, str], say: Say, *, seen: bool) -> DoubtRow:
    rule = rule_of(found.code)
    lines = range(found.span.first, found.span.last + 1) if found.span else range(0)
    return DoubtRow(
        "",
        found.code,
        found.severity.label,
        found.line,
        found.span.last if found.span else 0,
        found.message(say.language),
        rule.why[say.zh],
        rule.fix[say.zh],
        about(found),
        seen,
        next((leads[line] for line in lines if line in leads), ""),
    )


def contents(issue: Issue, say: Say) -> tuple[ContentsRow, ...]:
    """The contents against the body, in the order of the contents, the unlisted at the end."""
    articles = {article.id: article for article in issue.articles}
    rows, listed = [], set[str]()
    for s, section in enumerate(issue.contents.sections):
        for n, entry in enumerate(section.entries):
            article = articles.get(entry.article)
            listed.add(entry.article)
            rows.append(_listed(f"i-c{s}-{n}", entry, article, say))
    rows += (_unlisted(one, say) for one in issue.articles if one.id not in listed)
    return tuple(rows)


def _listed(key: str, entry: ContentsEntry, article: Article | None, say: Say) -> ContentsRow:
    colon = "" if not entry.subtitle or entry.subtitle.startswith("—") else "："
    title = "".join((*entry.title, colon, entry.subtitle))
    by = say(", ", "、").join(entry.authors)
    if article is None:
        why = (say("no such article", "正文未见"),)
        return ContentsRow("missing", title, by, entry.page, key, "", "", "", "", why)
    differs = []
    subtitle = article.subtitle.value if article.subtitle else ""
    if plain_key("".join(entry.title) + entry.subtitle) not in {
        plain_key(_title(article)),
        plain_key(_title(article) + subtitle),
    }:
        differs.append(say("title", "标题"))
    signed = {plain_key(author.name) for line in article.bylines for author in line.authors}
    if {plain_key(name) for name in entry.authors} - signed and signed:
        differs.append(say("author", "作者"))
    if entry.page and article.first_page and plain_page(entry.page) != article.first_page:
        differs.append(say("page", "页码"))
    return ContentsRow(
        "differs" if differs else "same", title, by, entry.page, key,
        _title(article), _authors(article), article.first_page, f"p-{article.id}", tuple(differs),
    )  # fmt: skip


def _unlisted(article: Article, say: Say) -> ContentsRow:
    why = (say("not in the contents", "目录未列"),)
    return ContentsRow(
        "missing", "", "", "", "", _title(article), _authors(article), article.first_page,
        f"p-{article.id}", why,
    )  # fmt: skip


def _title(article: Article) -> str:
    return "".join(text.value for text in article.title)


def _authors(article: Article) -> str:
    names = (author.name for byline in article.bylines for author in byline.authors)
    return "、".join(names)


def drops(found: Sequence[Drop], say: Say) -> tuple[DropGroup, ...]:
    """What was left out, by reason; reasons that cost words first, mere marks last."""
    groups: dict[str, list[DropRow]] = {}
    for drop in found:
        keep = drop.reason in WHOLE_LINES
        row = DropRow(drop.line, drop.text, drop.reason, say.reason(drop.reason), keep)
        groups.setdefault(drop.reason, []).append(row)
    made = [
        DropGroup(say.reason(reason), sum(_words(row.text) for row in rows), tuple(rows))
        for reason, rows in groups.items()
    ]
    return tuple(sorted(made, key=lambda group: -group.words))


def _words(text: str) -> int:
    return sum(char.isalnum() for char in text)


def decisions(corrections: Corrections, say: Say) -> tuple[DecisionRow, ...]:
    """The entries of the corrections file, the latest first."""
    rows = []
    for entry in reversed(corrections.entries):
        text = "\n".join(entry_text(entry).splitlines()[1:])
        match entry:
            case Seam():
                to = entry.first
            case Conversion():
                to = 0
            case _:
                to = line_of(entry)
        kind = say(*_KINDS[kind_of(entry)])
        rows.append(DecisionRow(entry.place, line_of(entry), kind, text, to))
    return tuple(rows)


_KINDS = {
    "replace": ("Text changed", "改动文字"),
    "join": ("Joined", "接合"),
    "split": ("Parted", "拆开"),
    "heading": ("Heading", "小标题"),
    "title": ("Title", "标题"),
    "box": ("Box", "链接框"),
    "drop": ("Dropped", "舍弃"),
    "keep": ("Kept", "保留"),
    "traditional": ("Traditional form", "繁体字形"),
    "seen": ("Seen", "已阅"),
}
