"""The contents with what the body has said about them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import HAN, is_han, key, squeeze
from converter.model import (
    Article,
    Change,
    Contents,
    ContentsEntry,
    ContentsSection,
    Issue,
    Paragraph,
)
from converter.parse.account import model_strings
from converter.parse.contents import RawContents, RawEntry
from converter.parse.context import Context
from converter.parse.issue.head import Head, drop_leftovers
from converter.parse.issue.titles import listed_title
from converter.parse.openings import Opening, entry_title
from converter.segment.regions import ISSUE_LINE
from converter.values import replace

_DASHES = "contents-dashes"
"""── as it is drawn in Taiwan is —— (GB/T 15834-2011 §4.10)."""
_COLUMN = "column-title"
"""The name of a column is that of its section and of its entry."""
_ROLE_CHARACTERS = frozenset(
    "作本刊报社特约驻站记者通讯员评论撰稿人口述整理摄影图文采写编译供访讲执教析绘主持录策划统筹訪記訊員評論攝圖採寫編譯講執繪錄劃統籌"
)


def make_contents(
    head: Head,
    openings: list[Opening],
    articles: list[Article],
    names: Sequence[str],
    context: Context,
) -> Contents:
    """The contents with what the body has said about them.

    ``names`` are those of the sections over the articles: what the contents say beyond them is
    the theme of the section in this issue.
    """
    raw = head.contents
    if not raw.lines:
        return Contents()
    matched = {
        opening.entry: (opening, article)
        for opening, article in zip(openings, articles, strict=True)
        if opening.entry >= 0
    }
    _count_pages_once(head)
    printed = {line.number: line.text for line in head.contents_region}
    by_section = _by_section(raw, matched, articles, printed, context)
    for opening, article in zip(openings, articles, strict=True):
        # A newspaper's contents (导读) are but a choice.
        if opening.entry < 0 and not context.headlines:
            title = " ".join(text.value for text in article.title)
            context.ledger.doubt("ART001", article.spans[0], title=title)
    sections = [ContentsSection("", tuple(by_section[-1]))] if -1 in by_section else []
    for index, section in enumerate(raw.sections):
        entries = tuple(by_section.get(index, ()))
        theme = section.theme or section.name.removeprefix(names[index]).strip(_BETWEEN)
        spans = (Span.line(section.line),)
        sections.append(ContentsSection(names[index], entries, spans, theme))
    context.ledger.changes += [Change(line, 0, "", name, _COLUMN) for line, name in raw.columns]
    context.ledger.changes += _dashes(head)
    contents = Contents(raw.heading, tuple(sections), (Span(min(raw.lines), max(raw.lines)),))
    for line, name in raw.kickers:
        context.ledger.drop(line, name, "kicker")
    _drop_contents_rest(head, contents, context)
    return contents


def _count_pages_once(head: Head) -> None:
    """11 化学系 / 土木系 / 外文系: the page of all of them was printed once, and is the first one's."""
    texts = {line.number: line.text for line in head.contents_region}
    above: list[RawEntry] = []
    for entry in head.contents.entries:
        page = entry.printed_page
        if not page or [(one.printed_page, one.lines) for one in above[:1]] != [
            (page, entry.lines)
        ]:
            above = [entry]
            continue
        printed = " ".join(texts.get(line, "") for line in entry.lines)
        if len(above) >= len(re.findall(rf"(?<!\d){re.escape(page)}(?!\d)", printed)):
            entry.printed_page = ""
        above.append(entry)


def _by_section(
    raw: RawContents,
    matched: Mapping[int, tuple[Opening, Article]],
    articles: Sequence[Article],
    printed: Mapping[int, str],
    context: Context,
) -> dict[int, list[ContentsEntry]]:
    """The entries of each section, -1 for none; ``matched`` are the articles of those that have one.

    ``printed`` are the lines of the contents.
    """
    by_section: dict[int, list[ContentsEntry]] = {}
    for number, entry in enumerate(raw.entries):
        opening, article = matched.get(number, (None, None))
        if article is None and not any(entry.texts):
            continue  # the folio of the page
        above = by_section.get(entry.section, ())
        if article is None and above and _tells_of(entry, above[-1], articles):
            made = above[-1]
            deck = squeeze(" ".join(entry.texts))
            told = f"{made.subtitle} {deck}".strip()
            spans = (*made.spans, *(Span.line(line) for line in sorted(set(entry.lines))))
            by_section[entry.section][-1] = replace(made, subtitle=told, spans=spans)
            continue
        made = _make_entry(entry, opening, article, context)
        if article is not None:
            made = _with_all_authors(made, article, printed)
        by_section.setdefault(entry.section, []).append(made)
    return by_section


def _with_all_authors(
    made: ContentsEntry, article: Article, printed: Mapping[int, str]
) -> ContentsEntry:
    """An entry with those who sign its article and stand in a row there, too.

    方圆 吴双: beside a sure name a word may be one, which the body has in its byline. It may have
    been read as the end of the subtitle.
    """
    signed = tuple(one.name for line in article.bylines for one in line.authors)
    lines = (line for span in made.spans for line in range(span.first, span.last + 1))
    row = key("".join(signed))
    if not made.authors or not set(made.authors) < set(signed):
        return made
    if not any(row in key(printed.get(line, "")) for line in lines):
        return made
    subtitle = made.subtitle
    for name in reversed([name for name in signed if name not in made.authors]):
        subtitle = _without_last(subtitle, name)
        if name in squeeze("".join((*made.title, subtitle))):
            return made
    return replace(made, authors=signed, subtitle=subtitle)


def _without_last(text: str, name: str) -> str:
    """A line without the name that ends it, behind a blank and with blanks in it perhaps."""
    if not squeeze(text).endswith(name):
        return text
    at = len(text)
    for char in reversed(name):
        at = text.rindex(char, 0, at)
    return text[:at].rstrip() if text[at - 1 : at].isspace() else text


_BETWEEN = " \t\u3000|｜丨：:·・•—"
"""What stands between the name of a section and its theme."""
_DECK = 10
"""Characters of a line that tells under a title what the article is about."""


def _tells_of(entry: RawEntry, above: ContentsEntry, articles: Sequence[Article]) -> bool:
    """True for a line under the title of an article that says the same as its beginning.

    14 末班车停在十二月 / 县里的公交车在年底收班，再也没有开出来: no article of its own.
    """
    article = next((one for one in articles if one.id == above.article), None)
    deck = key("".join(entry.texts))
    if article is None or entry.page or len(deck) < _DECK:
        return False
    blocks = (*article.front, *article.blocks[:_FIRST])
    said = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    return deck in key("".join(said))


_FIRST = 2


def _dashes(head: Head) -> list[Change]:
    """The drawn dashes that the entries have as plain ones."""
    listed = {
        line
        for entry in head.contents.entries
        if "——" in "".join(entry.texts)
        for line in entry.lines
    }
    return [
        Change(line.number, hit.start(), hit[0], "——", _DASHES)
        for line in head.contents_region
        if line.number in listed
        for hit in re.finditer("──+", line.text)
    ]


_LETTERS = re.compile(rf"^[{HAN}](?:\s+[{HAN}])+$")
"""笑　　话: blanks that make a short title as wide as others."""


def _make_entry(
    entry: RawEntry, opening: Opening | None, article: Article | None, context: Context
) -> ContentsEntry:
    """An entry in the reading that its article bears out."""
    reading = opening.reading if opening is not None else next(iter(entry.readings()), ((), ()))
    titles, subtitle = entry_title(entry, reading)
    if article is not None:
        titles, subtitle = _as_printed(titles, subtitle, article)
        titles = listed_title(titles, article, entry.lines[0], context)
    # What the body has over the title as a line of it may be whom the contents name.
    named = [line for line in titles if line not in reading[1]]
    authors = reading[1] if named else tuple(name for name in reading[1] if name not in titles)
    titles = tuple(named) or tuple(titles)
    titles = tuple(squeeze(line) if _LETTERS.match(line) else line for line in titles)
    if reading[1] and not subtitle.startswith("—") and reading[1][-1] in squeeze(subtitle):
        subtitle = ""  # the same names, which the OCR has garbled
    if not key(subtitle):
        subtitle = ""  # the stroke between title and author
    made = ContentsEntry(
        title=tuple(titles),
        subtitle=subtitle,
        authors=authors,
        page=entry.page,
        article=article.id if article is not None else "",
        spans=tuple(Span.line(line) for line in sorted(set(entry.lines))),
    )
    if article is None:
        context.ledger.doubt("ART002", made.spans[0], title=" ".join(titles))
    signs = squeeze(entry.printed_page)
    told = signs != "" and signs in squeeze("".join(titles))  # the title has these very signs
    if entry.printed_page != entry.page and entry.lines and not told:
        context.ledger.changes.append(
            Change(entry.lines[0], 0, entry.printed_page, entry.page, "page-number")
        )
    return made


def _as_printed(
    titles: tuple[str, ...], subtitle: str, article: Article
) -> tuple[tuple[str, ...], str]:
    """The last line of a title as a subtitle, where the article has it as one, behind a dash.

    So is what stands behind a blank on its line.
    """
    below = key(article.subtitle.value) if article.subtitle is not None else ""
    if len(titles) > 1 and not subtitle and key(titles[-1]) == below:
        return titles[:-1], titles[-1]
    title, _, told = titles[0].partition(" ") if len(titles) == 1 else ("", "", "")
    if told and not subtitle and key(told) == below:
        return (title,), told
    return titles, subtitle


def _is_role(text: str) -> bool:
    """True if nothing is left but what somebody is or did: 本刊记者, 口述, 图."""
    rest = [char for char in text if is_han(char)]
    return len(rest) <= 6 and _ROLE_CHARACTERS.issuperset(rest)


def _holds_words(rest: str, line: str) -> bool:
    """True if two Chinese characters that were left over stand together in their line.

    The rest is told by counting characters, so a single one may belong to another line.
    """
    pairs = itertools.pairwise(rest)
    return any(is_han(one) and is_han(other) and one + other in line for one, other in pairs)


def _drop_contents_rest(head: Head, contents: Contents, context: Context) -> None:
    """What the lines of the contents hold beside their reading: leaders, rules, dashes."""
    strings = [
        *model_strings(Issue(contents=contents)),
        *(name for _, name in head.contents.kickers),
    ]
    changes = [
        change
        for change in context.ledger.changes
        if change.rule in ("page-number", "contents-from-title", _COLUMN, _DASHES)
    ]
    before = len(context.ledger.drops)
    drop_leftovers(head.contents_region, strings, context.ledger, "contents-rest", changes)
    texts = {line.number: line.text for line in head.contents_region}
    words = sorted({squeeze(text) for text in strings}, key=lambda text: (-len(text), text))
    for drop in context.ledger.drops[before:]:
        line = texts.get(drop.line, "")
        if ISSUE_LINE.search(line) and not re.sub(f"[{HAN}\\d\\s]", "", line):
            continue  # 2024年第17期 总第612期, over the contents
        if not _is_role(drop.text) and _holds_words(drop.text, line):
            rest = _unread(line, words)
            if rest and not _is_role(rest) and not _is_head(rest, head.masthead.title):
                context.ledger.doubt("TOC003", drop.line, text=rest)


def _is_head(rest: str, title: str) -> bool:
    """True for 某刊2019·4 and 某报2019年4月5日, the running head of the page below the contents."""
    name = squeeze(title)
    dated = _DATES.sub("", rest[len(name) :])
    return bool(name) and rest.startswith(name) and not any(map(is_han, dated))


_DATES = re.compile("[年月日号號第期总總卷版]|星期[一二三四五六日]|周[一二三四五六日]")
"""Characters of the date and the number of an issue."""


def _unread(line: str, words: Sequence[str]) -> str:
    """What a line has beside the words that were read from it, as it stands there.

    ``words`` are squeezed, and the longest first. Of what was counted (颍南市验) nobody would know where it comes from (颍南市实验小学).
    """
    rest = squeeze(line)
    for text in words:
        if len(text) > 1:
            rest = rest.replace(text, "\0")
    rest = re.sub(r"[（(\[]\d{0,3}[）)\]]", "\0", rest)
    parts = (part.strip(_AROUND) for part in re.split(r"[\0|｜]|[.．…·•]{2,}", rest))
    return " ".join(part for part in parts if any(map(is_han, part)))


_AROUND = "/／…·•—-.:：,，、;；"
"""Leaders, strokes and stops around the words of a line."""
