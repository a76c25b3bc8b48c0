"""One article: its head and its body."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import HAN, ends_sentence, key, squeeze
from converter.model import (
    Article,
    Author,
    Block,
    Byline,
    Heading,
    Paragraph,
    PullQuote,
    Role,
    Text,
    plain_page,
)
from converter.names import SURNAMES, houses_in, is_body, is_name, join_spaced, split_names
from converter.parse.assemble import Assembler, Body
from converter.parse.byline import BylineReading, read_byline, tells_by_pictures
from converter.parse.contents import RawEntry
from converter.parse.context import Context, piece_of, span_of, spans_of
from converter.parse.headings import numbering
from converter.parse.inline import Piece
from converter.parse.issue.head import Head
from converter.parse.issue.kickers import kicker_of
from converter.parse.issue.quotes import quote
from converter.parse.issue.titles import corrected, title_of, without_star
from converter.parse.kinds import labelled
from converter.parse.notes import link_notes
from converter.parse.openings import Opening
from converter.segment import Unit
from converter.values import replace

_STARS = re.compile(r"[*＊]+|[†‡]")
"""Beside the name of an author: a note at the foot of the page tells more of him."""


def make_article(
    prefix: str,
    opening: Opening,
    all_units: list[Unit],
    units: list[Unit],
    quotes: list[list[Unit]],
    head: Head,
    context: Context,
) -> Article:
    """The article that opens at ``opening``, with ``units`` as its body.

    ``prefix`` is its identifier, and begins those of its blocks; ``quotes`` are the pull
    quotes that stood before its title.
    """
    entry = head.contents.entries[opening.entry] if opening.entry >= 0 else None
    title, subtitle, starred = _titled(opening, all_units, units, entry, context)
    kicker, over = kicker_of(opening, all_units, head.contents.sections, context)
    units, closing = (units, None) if opening.bylines else _closing(units, opening)
    bylines = _bylines(opening, all_units, units, entry, context, closing)
    said = tuple(quote(group, f"{prefix}-q{i + 1}", context) for i, group in enumerate(quotes))
    body = _body(prefix, units, title, bylines, head.masthead.title, context, starred=starred)
    foreign = _foreign_titles([all_units[at] for at in opening.foreign], prefix, context)
    groups = _paragraphs([all_units[at] for at in opening.standfirst])
    again = _said_again(groups, units, f"{prefix}-q", len(said), context)
    said, told = (*said, *again), () if again else _standfirst(groups, prefix, context)
    plain = not (units and units[0].markup_level)
    if subtitle is None and plain and not told and not body.front:
        subtitle, below = _lone_heading(body.blocks)
        body.blocks[:] = below
    article = Article(
        id=prefix,
        title=title,
        subtitle=subtitle,
        kicker=kicker,
        bylines=bylines,
        pull_quotes=said,
        front=(*foreign, *told, *body.front),
        blocks=tuple(body.blocks),
        back=tuple(body.back),
        notes=tuple(body.notes),
        section=entry.section if entry is not None else -1,
        first_page=_first_page(opening, all_units, entry, context),
        spans=spans_of(all_units[i] for i in (*over, *opening.title, *opening.subtitle)),
    )
    if entry is not None and not opening.bylines:
        article = _with_all_signers(article, entry)
    return link_notes(article)


def _first_page(
    opening: Opening, units: list[Unit], entry: RawEntry | None, context: Context
) -> str:
    """The printed page on which an article begins, as the contents say or else the page itself."""
    if entry is not None:
        return plain_page(entry.page)
    return context.page_of(units[opening.title[0]].first)


def _titled(
    opening: Opening,
    all_units: list[Unit],
    units: list[Unit],
    entry: RawEntry | None,
    context: Context,
) -> tuple[tuple[Text, ...], Text | None, bool]:
    """The title and the subtitle, and whether the title is less than is printed: without a star."""
    printed = corrected(title_of(opening, all_units, context), opening, all_units, context)
    title = without_star(printed, all_units[opening.title[-1]].last, units, context)
    subtitle = _subtitle([all_units[i] for i in opening.subtitle], context)
    if subtitle is None and entry is not None:
        title, subtitle = _subtitle_apart(title, opening.reading[0])
    return title, subtitle, title != printed


def _body(
    prefix: str,
    units: list[Unit],
    title: tuple[Text, ...],
    bylines: Sequence[Byline],
    house: str,
    context: Context,
    *,
    starred: bool,
) -> Body:
    """The text of an article; stars may call from its title and from who signs it."""
    name = "".join(text.value for text in title)
    called = {hit[0] for line in bylines for hit in _STARS.finditer(line.text.value)}
    stars = starred + len(called)
    signed = [author.name for byline in bylines for author in byline.authors]
    assembler = Assembler(units, context, prefix, signed, house, name, stars=stars)
    assembler.survey.pictured = any(tells_by_pictures(line.text.value) for line in bylines)
    return assembler.build()


def _with_all_signers(article: Article, entry: RawEntry) -> Article:
    """The article of 某某等 in the contents, with all as its authors who sign a part of it."""
    listed = [author.name for byline in article.bylines for author in byline.authors]
    printed = "".join(squeeze(text) for text in (*entry.texts, entry.authors_text))
    if len(listed) != 1 or f"{listed[0]}等" not in printed:
        return article
    signers: dict[str, str] = {}
    for block in article.blocks:
        if isinstance(block, Paragraph) and block.role is Role.SIGNATURE:
            *place, name = join_spaced(block.text.value.split())
            if place and is_name(name):
                signers.setdefault(name, " ".join(place))
    if listed[0] not in signers or len(signers) < _SEVERAL:
        return article
    (byline,) = article.bylines
    authors = tuple(Author(name, place) for name, place in signers.items())
    every = replace(byline, text=Text(" ".join(signers)), authors=authors)
    return replace(article, bylines=(every,))


_SEVERAL = 2
"""So many letters make more than one."""


def _signed_piece(unit: Unit) -> Piece:
    """俞 乐 编 as 俞乐 编: a letter-spaced name, and what somebody did is no character of it."""
    piece, words = piece_of(unit), unit.text.split()
    if not all(len(word) == 1 for word in words):
        return piece
    parts = join_spaced(words)
    return piece._replace(text=" ".join(parts)) if len(parts[-1]) == 1 else piece


def _bylines(
    opening: Opening,
    units: list[Unit],
    body: Sequence[Unit],
    entry: RawEntry | None,
    context: Context,
    closing: tuple[Unit, BylineReading] | None,
) -> tuple[Byline, ...]:
    """The bylines as the article prints them, or else with the authors of the contents.

    A report in a newspaper names them in its dateline, a review below its last paragraph
    (``closing``).
    """
    if closing is not None:
        unit, reading = closing
        text = context.ledger.text([piece_of(unit)], blanks=True)
        return (Byline(text, reading.authors, (span_of(unit),)),)
    bylines = tuple(
        Byline(
            context.ledger.text([_signed_piece(units[at])], blanks=True),
            reading.authors,
            (span_of(units[at]),),
        )
        for at, reading in sorted(opening.bylines)
    )
    if body and not bylines and context.headlines:
        from converter.parse.leads import read_lead

        lead = read_lead(body[0].text)
        if lead is not None:
            return (Byline(Text(lead[0]), lead[1].authors, (span_of(body[0]),)),)
    names = opening.reading[1]
    if entry is None or not names:
        return bylines
    if bylines:
        return _signed_as_listed(bylines, names)
    if names[0] in _EDITORS and any(squeeze(unit.text) == names[0] for unit in body[-_CREDITS:]):
        return ()  # they sign below the text, where it stays
    spans = tuple(Span.line(number) for number in entry.lines[-1:])
    return (Byline(Text(" ".join(names)), tuple(Author(name) for name in names), spans),)


def _signed_as_listed(bylines: tuple[Byline, ...], names: Sequence[str]) -> tuple[Byline, ...]:
    """The bylines, where the contents name as its author the house that sent a text.

    县档案馆供稿 alone tells of nobody who wrote it.
    """
    first, *more = bylines
    printed = squeeze(first.text.value)
    names = [_SUPPLIED.sub("", name) for name in names]
    if any(line.authors for line in bylines) or not all(name in printed for name in names):
        return bylines
    signed = tuple(Author(name, is_body=is_body(name)) for name in names)
    return (replace(first, authors=signed), *more)


_SUPPLIED = re.compile(
    "(?<=[部会室局馆館社处處院所组組科])(?:整理|供稿|选编|選編|辑录|輯錄|摘编|摘編)$"
)
"""县档案馆供稿: what a house does with a text that it has not written."""
_WRITERS = r"(?:文|文字|撰文|作者|采写|採寫|执笔|執筆|编译|編譯|图文|圖文|文[·、/／]?图|整理)\s*[/／：:|｜]"
_WRITTEN_BY = re.compile(
    rf"^(?:[（(【\[]\s*(?P<by>{_WRITERS}.{{2,30}}?)\s*[）)】\]]|(?!整理)(?P<plain>{_WRITERS}[^，。；：]{{2,16}}))$"
)


def _closing(
    units: list[Unit], opening: Opening
) -> tuple[list[Unit], tuple[Unit, BylineReading] | None]:
    """The body without what signs it below its end, and that, if anything does."""
    closing = _closing_byline(units)
    if closing is not None:
        return [unit for unit in units if unit is not closing[0]], closing
    listed = opening.reading[1] if opening.entry >= 0 else _sole_signer(units)
    return _signed_last(units, listed) if listed else _sent_last(units)


def _sent_last(units: list[Unit]) -> tuple[list[Unit], tuple[Unit, BylineReading] | None]:
    """……走另一边。（柳沟村 徐满仓）: the body without who sent it, behind its last sentence."""
    hit = _LAST_WORDS.search(units[-1].text) if units else None
    if hit is None or _SENDER.match(hit["by"]) is None:
        return units, None
    if any(_LAST_WORDS.search(unit.text) for unit in units[:-1]):
        return units, None  # several pieces of news, each with its own
    signed = units[-1]._replace(text=hit["by"])
    reading = _sender(signed, units)
    if reading is None:
        return units, None
    text = units[-1]._replace(text=units[-1].text[: hit.start()].rstrip())
    return [*units[:-1], text], (signed, reading)


def _sole_signer(units: Sequence[Unit]) -> tuple[str, ...]:
    """The name behind the last words of a piece that the contents do not list, () for none.

    Behind the quotation that ends a longer text it is the one who said that.
    """
    signed = [hit for unit in units if (hit := _LAST_WORDS.search(unit.text)) is not None]
    if len(signed) != 1:
        return ()
    last = _LAST_WORDS.search(units[-1].text)
    if len(units) > _SMALL and (last is None or last.string[last.start() - 1] in _QUOTED):
        return ()
    name = squeeze(signed[0]["names"])
    return (name,) if is_name(name) else ()


_SMALL, _QUOTED = 3, frozenset("”」’』")
"""Pieces of a short text, and the ends of quotations."""
_LAST_WORDS = re.compile(r"(?<=[。！？”…])\s*(?P<by>[（(](?P<names>[^（）()。！？：]{2,24})[）)])$")


def _signed_last(
    units: list[Unit], listed: Sequence[str]
) -> tuple[list[Unit], tuple[Unit, BylineReading] | None]:
    """……还在账本里。（孙渡）: the body without those behind its last sentence whom the contents name."""
    for at in range(len(units) - 1, max(-1, len(units) - 1 - _CREDITS), -1):
        unit = units[at]
        hit = _LAST_WORDS.search(unit.text) if listed else None
        if hit is not None:
            names = split_names(hit["names"]) or (squeeze(hit["names"]),)
            if set(names) != set(listed):
                return units, None
            authors = tuple(Author(name, is_body=is_body(name)) for name in names)
            text = unit._replace(text=unit.text[: hit.start()].rstrip())
            signed = unit._replace(text=hit["by"])
            return [*units[:at], text, *units[at + 1 :]], (signed, BylineReading(authors, 0.9))
        if labelled(unit.text) is None:
            break
    return units, None


def _closing_byline(units: Sequence[Unit]) -> tuple[Unit, BylineReading] | None:
    """（文／某某） at the end of an article that has no byline under its title."""
    for unit in units[: -1 - _CREDITS : -1]:
        hit = _WRITTEN_BY.match(unit.text)
        by = (hit["by"] or hit["plain"]) if hit is not None else ""
        reading = read_byline(by) if by else _sender(unit, units)
        if reading is not None and reading.authors:
            return unit, reading
        if labelled(unit.text) is None:
            return None
    return None


_SENDER = re.compile(
    rf"^[（(]\s*(?P<place>[{HAN}]{{2,14}})\s+(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s*[）)]$"
)


def _sender(unit: Unit, units: Sequence[Unit]) -> BylineReading | None:
    """（柳沟村 徐满仓）: who sent a short piece, where nobody else signs a part of it."""
    hit = _SENDER.match(unit.text)
    if hit is None and (made := _MADE_BY.match(unit.text)) is not None:
        others = sum(_MADE_BY.match(other.text) is not None for other in units)
        name = squeeze(made["name"])
        return BylineReading((Author(name),), 0.9) if others == 1 and is_name(name) else None
    if hit is None:
        return _senders(unit, units) or _house(unit, units)
    name = squeeze(hit["name"])
    # 桑 园 is set apart as names of two characters are, be it a word.
    spaced = name != hit["name"] and len(name) == _TWO and name[0] in SURNAMES
    if _EDITED.match(hit["place"]) or not (is_name(name) or spaced):
        return None
    if sum(_SENDER.match(other.text) is not None for other in units) > 1:
        return None  # letters, each with its own
    return BylineReading((Author(name, hit["place"]),), 0.9)


def _senders(unit: Unit, units: Sequence[Unit]) -> BylineReading | None:
    """（六五届　某某　某某　某某）: several who sent it together, and whence; two may be an office and a name."""
    hit = _SENDERS.match(unit.text)
    if hit is None or sum(_SENDERS.match(other.text) is not None for other in units) > 1:
        return None
    names = hit["names"].split()
    if _EDITED.match(hit["place"]) or is_name(hit["place"]) or not all(map(is_name, names)):
        return None
    return BylineReading(tuple(Author(name, hit["place"]) for name in names), 0.9)


_SENDERS = re.compile(
    rf"^[（(]\s*(?P<place>[{HAN}]{{2,14}})(?P<names>(?:\s+[{HAN}]{{2,4}}){{2,4}})\s*[）)]$"
)
_MADE_BY = re.compile(
    rf"^[（(]\s*(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s+(?:文\s*[/／、·&]?\s*(?:[图圖]|[摄攝]影?)|[图圖]\s*[/／、·&]?\s*文)\s*[）)]$"
)
"""（某某 文/图）: who wrote what stands above, and took its pictures."""
_TWO = 2
_EDITED = re.compile("本[栏欄版期]|[责責]任?[编編]|[编編][辑輯校]$")
"""（本栏编辑 某某）: who has put together what others wrote."""
_IN_BRACKETS = re.compile(r"^[（(]\s*(?P<by>[^（()）：:，。]{5,30}?)\s*[）)]$")


def _house(unit: Unit, units: Sequence[Unit]) -> BylineReading | None:
    """（市委组织部组织二处）: the office that answers for all that stands above."""
    hit = _IN_BRACKETS.match(unit.text)
    if hit is None or not is_body(hit["by"]):
        return None
    if sum(_IN_BRACKETS.match(other.text) is not None for other in units) > 1:
        return None
    names = houses_in(hit["by"]) or (squeeze(hit["by"]),)
    return BylineReading(tuple(Author(name, is_body=True) for name in names), 0.9)


_EDITORS = frozenset(("编者", "編者", "编辑部", "編輯部", "本刊编辑部", "本刊編輯部"))
_CREDITS = 3
"""Lines at the end of an article that tell who made it."""


def _foreign_titles(units: list[Unit], prefix: str, context: Context) -> tuple[Block, ...]:
    """The English title, and the lines below it that say who wrote it and where."""
    return tuple(
        Paragraph(
            context.ledger.text([piece_of(unit)], blanks=True),
            Role.PARALLEL_TITLE,
            spans=(span_of(unit),),
            id=f"{prefix}-e{number}",
        )
        for number, unit in enumerate(units, 1)
    )


def _paragraphs(units: list[Unit]) -> list[list[Unit]]:
    """The paragraphs between title and byline; lines that nothing parts are one."""
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and not unit.gap:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _said_again(
    groups: list[list[Unit]], units: list[Unit], prefix: str, have: int, context: Context
) -> tuple[PullQuote, ...]:
    """The pull quotes between title and byline: whole sentences, all of which the text says again."""
    if not groups or not all(ends_sentence(group[-1].text) for group in groups):
        return ()
    text = "".join(key(unit.text) for unit in units)
    names = ["".join(key(unit.text) for unit in group) for group in groups]
    if not all(len(name) >= _LEAST_SAID and name in text for name in names):
        return ()
    return tuple(
        quote(group, f"{prefix}{number}", context) for number, group in enumerate(groups, have + 1)
    )


_LEAST_SAID = 12
"""Characters of the shortest pull quote below a title."""


def _standfirst(groups: list[list[Unit]], prefix: str, context: Context) -> tuple[Block, ...]:
    return tuple(
        Paragraph(
            context.ledger.text([piece_of(unit) for unit in group]),
            Role.STANDFIRST,
            spans_of(group),
            f"{prefix}-s{number}",
        )
        for number, group in enumerate(groups, 1)
    )


_FEW = 3
"""Blocks of a piece that is too short to tell."""
_LETTER = (Role.SALUTATION, Role.SIGNATURE)
"""What a letter has, which may be the only one on its page."""
_WORK = re.compile("[/／|｜〈〉［］\\[\\]]")
"""理／某某: who did it, and no subtitle."""


def _lone_heading(blocks: Sequence[Block]) -> tuple[Text | None, Sequence[Block]]:
    """The subtitle below a byline, and the blocks below it.

    The only heading of an article, above all its text, heads nothing that the title does not.
    """
    first = blocks[0] if blocks else None
    if not isinstance(first, Heading) or numbering(first.text.value) is not None:
        return None, blocks
    if first.text.value[0] in "【〔":
        return None, blocks  # 【裁判摘要】, the name of what stands below it
    roles = {block.role for block in blocks if isinstance(block, Paragraph)}
    if len(blocks) <= _FEW or not roles.isdisjoint(_LETTER):
        return None, blocks
    if _WORK.search(first.text.value) or any(isinstance(block, Heading) for block in blocks[1:]):
        return None, blocks
    return first.text, blocks[1:]


def _subtitle_apart(
    title: tuple[Text, ...], listed: Sequence[str]
) -> tuple[tuple[Text, ...], Text | None]:
    """听见了，没听清——耳朵老去的十年 on one line, of which the contents have the first half only."""
    head, dash, told = title[0].value.partition("——") if len(title) == 1 else ("", "", "")
    if not (dash and head and told) or title[0].marks or key(head) != key("".join(listed)):
        return title, None
    return (Text(head.rstrip()),), Text(dash + told)


def _subtitle(units: list[Unit], context: Context) -> Text | None:
    """The lines of a subtitle; in a newspaper each is a clause of its own."""
    if not units:
        return None
    if context.headlines and not units[0].text.startswith("—"):
        lines = [context.ledger.text([piece_of(unit)], blanks=True) for unit in units]
        return Text(" ".join(line.value for line in lines))
    return context.ledger.text([piece_of(unit) for unit in units], blanks=True)
