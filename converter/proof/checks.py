"""The checks of a restored issue, each a function from the issue to diagnostics."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, compress, count

from converter import patterns as re
from converter.diagnostics import Diagnostic, Span
from converter.hanzi import key, number, similarity, squeeze, unclosed, unopened
from converter.model import (
    Article,
    Block,
    Box,
    ContentsEntry,
    Figure,
    Heading,
    Issue,
    MarkKind,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Text,
    blocks_of,
)
from converter.model.walk import block_texts
from converter.proof.misread import misreadings
from converter.proof.mixed import mixed
from converter.script import language_of


def proof(issue: Issue) -> tuple[Diagnostic, ...]:
    """Everything an editor should look at, in the order of the lines."""
    found: list[Diagnostic] = []
    found += _masthead(issue)
    found += _pages(issue)
    traditional = language_of(issue) == "zh-Hant"
    names = _names(issue)
    listed: dict[str, ContentsEntry] = {}
    for section in issue.contents.sections:
        for entry in section.entries:
            listed.setdefault(entry.article, entry)
    for article in issue.articles:
        found += _article(article)
        if (entry_of := listed.get(article.id)) is not None:
            found += _against_contents(entry_of, article)
        found += _quotes(article)
        found += _punctuation(article)
        found += _series(article)
        found += _latin_between_han(article)
        found += _misread(article, names, traditional=traditional)
    return tuple(sorted(set(found), key=lambda d: (d.line, d.code, d.args)))


def _masthead(issue: Issue) -> Iterator[Diagnostic]:
    masthead = issue.masthead
    if not masthead.entries:
        return
    where = _first(masthead.spans)
    missing = [
        names
        for names, value in (
            (("title", "刊名"), masthead.title),
            (("year", "年份"), masthead.year),
            (("issue number", "期号"), masthead.number),
        )
        if not value
    ]
    if missing:
        en, zh = zip(*missing, strict=True)
        yield Diagnostic.of("MST002", where, missing=", ".join(en), lacking="、".join(zh))
    if masthead.issn and not issn_is_valid(masthead.issn):
        entry = next(
            (e for e in masthead.entries if masthead.issn[:4] in "".join(e.values) + e.label), None
        )
        yield Diagnostic.of(
            "MST003", entry.spans[0] if entry and entry.spans else where, issn=masthead.issn
        )


def issn_is_valid(issn: str) -> bool:
    """The check digit of an ISSN (ISO 3297, modulus 11 with the weights 8 to 2)."""
    plain = issn.replace("-", "")
    if not re.fullmatch(r"\d{7}[\dX]", plain):
        return False
    total = sum(int(char) * weight for char, weight in zip(plain[:7], range(8, 1, -1), strict=True))
    check = (11 - total % 11) % 11
    return plain[7] == ("X" if check == 10 else str(check))


def _pages(issue: Issue) -> Iterator[Diagnostic]:
    last, named = 0, True
    for section in issue.contents.sections:
        last = last if named else 0  # what stands in no section comes before all of them
        named = bool(section.name)
        for entry in section.entries:
            page = int(entry.page) if entry.page.isdecimal() else 0
            if page and page < last:
                span = _first(entry.spans)
                yield Diagnostic.of("TOC002", span, page=page, before=last)
            last = page or last


def _article(article: Article) -> Iterator[Diagnostic]:
    where = _first(article.spans)
    title = "".join(text.value for text in article.title)
    if not article.blocks and not article.front:
        yield Diagnostic.of("ART003", where, title=title)
    elif not article.bylines:
        yield Diagnostic.of("ART006", where, title=title)


def _against_contents(entry: ContentsEntry, article: Article) -> Iterator[Diagnostic]:
    listed, printed = key("".join(entry.title)), key("".join(text.value for text in article.title))
    where = _first(article.spans)
    over = key(article.kicker.value) if article.kicker is not None else ""
    # 灯下老秤·一张欠条: the column, which the article has above its title.
    column = listed.replace(printed, "", 1) if over and printed in listed else listed
    if listed != printed and column not in over and similarity(listed, printed) < 1:
        yield Diagnostic.of(
            "TOC004",
            where,
            listed="".join(entry.title),
            printed="".join(t.value for t in article.title),
        )
    if (told := article.subtitle) is not None and entry.subtitle:
        # In other words it may say the same; but for a character, one of the two was misread.
        one, other = key(entry.subtitle), key(told.value)
        longer = one.startswith(other) or other.startswith(one)
        if not longer and _MISREAD <= similarity(one, other) < 1:
            yield Diagnostic.of("TOC004", where, listed=entry.subtitle, printed=told.value)
    signed = {author.name for byline in article.bylines for author in byline.authors}
    absent = [name for name in entry.authors if name not in signed]
    if (
        signed
        and absent
        and not all(any(name in other or other in name for other in signed) for name in absent)
    ):
        yield Diagnostic.of(
            "TOC005", where, listed="、".join(entry.authors), signed="、".join(sorted(signed))
        )


_MISREAD = 0.75
"""How alike two subtitles are at least that are one, misread on one side."""
_MOST_TO_COMPARE = 20_000_000
"""Characters times quotations: a hundred times what a long article has."""


def _quotes(article: Article) -> Iterator[Diagnostic]:
    """A pull quote that differs from the sentence it was pulled from."""
    quotes = [block for block in blocks_of(article) if isinstance(block, PullQuote)]
    if not quotes:
        return
    body = squeeze("".join(b.text.value for b in article.blocks if isinstance(b, Paragraph)))
    if len(quotes) * len(body) > _MOST_TO_COMPARE:
        return  # no magazine prints such an article
    unsaid = [
        (quote, plain)
        for quote in quotes
        for plain in (squeeze(text.value) for text in quote.paragraphs)
        if len(plain) >= _SHORTEST and plain not in body
    ]
    if not unsaid:
        return  # as most are said as they stand, and need no key of the body
    body_key = key(body)
    # A quotation may put sentences together that stand apart.
    changed = [
        (quote, said)
        for quote, plain in unsaid
        if key(plain) not in body_key
        for said in _SENTENCE.findall(plain)
        if len(said) >= _SHORTEST and key(said) not in body_key
    ]
    places = _places({gram for _, plain in changed for gram in _grams(plain)}, body)
    for quote, plain in changed:
        difference = _nearest_difference(plain, body, places)
        if difference is not None:
            here, there = difference
            span = _first(quote.spans)
            yield Diagnostic.of("PRF001", span, quote=here, body=there)


_SENTENCE, _SHORTEST = re.compile("[^。！？]+[。！？]*”?"), 12
"""The sentences of a quotation, and characters of the shortest that is compared."""
_SAID_AGAIN = 0.75
"""The part of a quotation that stands in its source, where a misreading is all that differs."""


def _nearest_difference(quote: str, body: str, places: Places) -> tuple[str, str] | None:
    """Where a quotation first departs from its source: a few characters of each side.

    ``None`` if no stretch of the body is like it: many are in words of their own.
    """
    from difflib import SequenceMatcher

    start = _place_of(quote, places)
    if start is None:
        return None
    first = max(0, start - 8)
    window = body[first : start + len(quote) + 24]
    matcher = SequenceMatcher(None, quote, window, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _SAID_AGAIN * len(quote):
        return None
    codes = matcher.get_opcodes()
    for tag, i1, i2, j1, j2 in codes:
        # What the body has before and after the quotation is no difference.
        if tag == "equal" or (tag == "insert" and i1 in (0, len(quote))):
            continue
        return quote[max(0, i1 - 4) : i2 + 4], window[max(0, j1 - 4) : j2 + 4]
    return None


_GRAM, _STEP = 6, 2
_ENOUGH = 384
"""So many pieces are looked for one by one in the time in which the body is cut into pieces."""

Places = dict[str, list[int]]
"""Where in the body a piece of a quotation stands."""


def _grams(quote: str) -> list[str]:
    """The pieces by which a quotation is found, each two characters after the one before it."""
    return [quote[i : i + _GRAM] for i in range(0, max(1, len(quote) - _GRAM), _STEP)]


def _places(grams: set[str], body: str) -> Places:
    """Where these pieces stand; the body is read once, however many they are."""
    places: Places = {gram: [] for gram in grams}
    if len(grams) <= _ENOUGH:
        for gram, found in places.items():
            at = body.find(gram)
            while at >= 0:
                found.append(at)
                at = body.find(gram, at + 1)
        return places
    pieces = map("".join, zip(*(body[at:] for at in range(_GRAM)), strict=False))
    for at in compress(count(), map(places.__contains__, pieces)):
        places[body[at : at + _GRAM]].append(at)
    return places


def _place_of(quote: str, places: Places) -> int | None:
    """Where in the body a quotation begins: the place for which most of its pieces speak."""
    votes: Counter[int] = Counter(
        at - number * _STEP for number, gram in enumerate(_grams(quote)) for at in places[gram]
    )
    if not votes:
        return None
    near = {at: sum(votes[at + d] for d in range(-6, 7)) for at in votes}
    # Of equal ones the place where the quotation agrees from its beginning.
    best = max(near, key=lambda at: (near[at], votes[at], -at))
    return max(0, best)


def _punctuation(article: Article) -> Iterator[Diagnostic]:
    for block in blocks_of(article):
        line = _line_of(block)
        if line:
            mark = unclosed(line) or unopened(line)
            if mark:
                yield Diagnostic.of("PRF002", _last(block.spans), mark=mark, text=line[:16])
            continue
        if not isinstance(block, Paragraph):
            continue
        text = block.text.value
        left, stray = unclosed(text), unopened(text)
        if left:
            at = text.rfind(left[-1])
            yield Diagnostic.of(
                "PRF002", _line_at(block, at), mark=left[-1], text=text[at : at + 12]
            )
        bare = _ITEM.sub(_blanked, text) if stray else text
        if stray and (stray := unopened(bare)):
            at = bare.find(stray[0])
            yield Diagnostic.of(
                "PRF003", _line_at(block, at), mark=stray[0], text=text[max(0, at - 12) : at + 1]
            )


_ITEM = re.compile(
    r"(?:^|(?<=[；。，：、\s]))(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})[）)]"
)
"""1）, a）: the number of an item, of which the bracket is never opened."""


def _blanked(hit: re.Match[str]) -> str:
    return " " * len(hit[0])


def _line_of(block: Block) -> str:
    """The words of a heading or a caption, which are whole on their line; "" for other blocks."""
    match block:
        case Heading(text=text) | Figure(caption=text) | Table(caption=Text() as text):
            return text.value
        case _:
            return ""


def _first(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def _last(spans: tuple[Span, ...]) -> Span | None:
    return spans[-1] if spans else None


def _line_at(block: Paragraph, offset: int) -> int | Span | None:
    """The source line of a character, by the seams of the paragraph."""
    if not block.spans:
        return None
    seams = [mark.start for mark in block.text.marks if mark.kind is MarkKind.SEAM]
    index = sum(1 for seam in seams if seam <= offset)
    return block.spans[min(index, len(block.spans) - 1)]


_SERIES_HEAD = re.compile(
    r"^(?:（(?P<a>[一二三四五六七八九十]{1,3})）|(?P<b>[一二三四五六七八九十]{1,3})、|(?P<c>[一二三四五六七八九十]{1,3})是|（(?P<d>\d{1,2})）|(?P<e>\d{1,2})[.．、](?!\d))"
)


def _series(article: Article) -> Iterator[Diagnostic]:
    """A number series with a gap: 一、 二、 四、."""
    last: dict[str, int] = {}
    for block in article.blocks:
        if isinstance(block, Box) or not isinstance(block, (Paragraph, Heading)):
            continue
        hit = _SERIES_HEAD.match(block.text.value)
        if hit is None:
            continue
        kind = str(hit.lastgroup)
        value = number(hit[kind]) or 0
        if kind in ("a", "b") and kind == "b":
            last = {"b": last.get("b", 0)}
        before = last.get(kind, 0)
        if before and value > before + 1:
            yield Diagnostic.of(
                "PRF004",
                _first(block.spans),
                before=before,
                after=value,
                text=block.text.value[:12],
            )
        last[kind] = value


_LATIN = re.compile(r"(?P<word>and|the|of|or|in|to|is|for|with)(?=[\u4e00-\u9fff])")


def _latin_between_han(article: Article) -> Iterator[Diagnostic]:
    """A small English word between Chinese characters, which no author wrote."""
    for block in blocks_of(article):
        if isinstance(block, Paragraph) and block.role is not Role.ABSTRACT:
            for hit in _LATIN.finditer(block.text.value):
                # A look behind the word in the expression itself would be one at every character.
                if not "\u4e00" <= block.text.value[hit.start() - 1 : hit.start()] <= "\u9fff":
                    continue
                around = block.text.value[max(0, hit.start() - 6) : hit.end() + 6]
                yield Diagnostic.of(
                    "PRF005", _line_at(block, hit.start()), word=hit["word"], text=around
                )


def _misread(article: Article, names: frozenset[str], *, traditional: bool) -> Iterator[Diagnostic]:
    """Characters that stand for ones that look like them, or for their form in this script."""
    pieces: list[tuple[Block | None, str]] = [(None, text.value) for text in article.title]
    pieces += [
        (block, text.value)
        for block in blocks_of(article)
        if not isinstance(block, Box)
        for text in block_texts(block)
    ]
    pieces += [(None, note.text.value) for note in article.notes]
    begins = [0, *accumulate(len(value) + 1 for _, value in pieces)]
    told = "\n".join(value for _, value in pieces)
    hits = [("PRF006", hit) for hit in misreadings(told)]
    odd = mixed(told, traditional=traditional, names=names)
    hits += [("PRF007", hit) for hit in odd]
    for code, hit in hits:
        index = bisect_right(begins, hit.start) - 1
        block = pieces[index][0]
        at = hit.start - begins[index]
        where = _place_in(block, at) if block is not None else _first(article.spans)
        around = pieces[index][1][max(0, at - 6) : at + len(hit.read) + 6]
        yield Diagnostic.of(code, where, read=hit.read, printed=hit.printed, text=around)


def _names(issue: Issue) -> frozenset[str]:
    """The characters of the names that the issue tells of its authors and its staff."""
    authors = [
        author.name
        for article in issue.articles
        for byline in article.bylines
        for author in byline.authors
    ]
    staff = [value for entry in issue.masthead.entries for value in entry.values]
    return frozenset("".join(authors + staff))


def _place_in(block: Block, offset: int) -> int | Span | None:
    """The source line of a character of a paragraph, the first line of any other block."""
    return _line_at(block, offset) if isinstance(block, Paragraph) else _first(block.spans)
