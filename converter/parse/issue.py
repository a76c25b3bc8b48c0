"""Regions to an :class:`Issue`: the order of things, each done by its own module."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.diagnostics import Diagnostic, Span
from converter.hanzi import dice, ends_sentence, is_han, key, similarity, width
from converter.model import (
    Article,
    Author,
    Block,
    Byline,
    Change,
    Contents,
    ContentsEntry,
    ContentsSection,
    Issue,
    Masthead,
    MastheadKind,
    Paragraph,
    PullQuote,
    SourceInfo,
    Text,
)
from converter.parse.account import model_strings
from converter.parse.assemble import Assembler
from converter.parse.attributions import read_attribution
from converter.parse.boxes import is_attribution, with_proved_labels
from converter.parse.contents import RawContents, parse_contents
from converter.parse.context import Context, Decisions, Ledger, piece_of, span_of, spans_of
from converter.parse.decided import own_sections, place_boxes, titles_of
from converter.parse.geometry import fit_measure
from converter.parse.jumps import follow_jumps
from converter.parse.masthead import parse_masthead
from converter.parse.notes import link_notes
from converter.parse.openings import Matcher, Opening, entry_title, used_units
from converter.parse.overleaf import settle_pages
from converter.profile import Profile
from converter.script import language_of
from converter.segment import (
    PageBreak,
    Unit,
    find_furniture,
    find_regions,
    make_units,
    page_markers,
    unquoted,
)
from converter.segment.units import measure_of
from converter.source import Line, Source


@dataclass(frozen=True, slots=True)
class Parsed:
    """The restored issue and what parsing has to say about it."""

    issue: Issue
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Head:
    """The regions outside the body, read."""

    masthead: Masthead
    contents: RawContents
    body: list[Line]
    masthead_line: int
    contents_line: int
    contents_region: Sequence[Line] = ()
    markers: Sequence[PageBreak] = ()


def parse(
    lines: Sequence[Line], source: Source, profile: Profile, decisions: Decisions | None = None
) -> Parsed:
    """Restore an issue from its cleaned lines.

    ``decisions`` are an editor's, and overrule whatever the lines themselves say.
    """
    ledger = Ledger()
    decided = decisions or Decisions()
    context = Context(profile, ledger, joins=dict(decided.joins), decisions=decided)
    head = _read_regions(lines, ledger, dict(profile.masthead))
    units = _body_units(head, context)
    profile = context.profile = with_proved_labels(profile, units)
    matcher = Matcher(units, head.contents, profile, titles_of(decided))
    openings = matcher.find()
    units, openings = _drop_repeated(units, openings, head, context)
    for unit in units:
        context.evidence.learn(unit.text)
    context.measure = _measure(units)
    parts = _cut(units, openings)
    follow_jumps(parts, ledger)
    issue = _assemble(head, units, openings, parts, context)
    issue = replace(
        issue,
        language=language_of(issue),
        profile=profile.name,
        source=SourceInfo(source.name, source.sha256, source.encoding, len(source.lines)),
        drops=tuple(sorted(ledger.drops, key=lambda drop: drop.line)),
        changes=tuple(ledger.changes),
    )
    return Parsed(issue, tuple(ledger.diagnostics))


def masthead_of(lines: Sequence[Line]) -> Masthead:
    """The masthead alone: a quick look at whose issue this is."""
    found = find_regions(lines)
    if found.masthead is None:
        return Masthead()
    cover = lines[slice(*found.cover)] if found.cover else []
    return parse_masthead([*cover, *lines[slice(*found.masthead)]])


def _read_regions(lines: Sequence[Line], ledger: Ledger, labels: dict[str, str]) -> _Head:
    markers = page_markers(lines)
    if markers:
        # Blank lines in their place keep the numbers of the others.
        marked = {mark.line for mark in markers}
        for line in lines:
            if line.number in marked:
                ledger.drop(line.number, line.text, "page-marker")
        lines = [Line(line.number, "") if line.number in marked else line for line in lines]
    regions = find_regions(lines, labels)
    outside: set[int] = set()
    masthead, contents = Masthead(), RawContents()
    masthead_line = contents_line = 0
    contents_region: Sequence[Line] = ()
    region: Sequence[Line]
    if regions.masthead:
        cover = lines[slice(*regions.cover)] if regions.cover else []
        region = [*cover, *lines[slice(*regions.masthead)]]
        masthead = parse_masthead(region, labels)
        masthead_line = region[0].number
        outside.update(line.number for line in region)
        strings = [part for entry in masthead.entries for part in (entry.label, *entry.values)]
        _leftovers(region, strings, ledger, "label-mark")
    else:
        ledger.doubt("MST001", None)
    if regions.contents:
        region = contents_region = lines[slice(*regions.contents)]
        inside = {line.number for line in region} | outside
        contents = parse_contents(region, [line for line in lines if line.number not in inside])
        contents_line = region[0].number
        outside.update(line.number for line in region)
    else:
        ledger.doubt("TOC001", None)
    body = [line for line in lines if line.number not in outside]
    return _Head(masthead, contents, body, masthead_line, contents_line, contents_region, markers)


def _leftovers(
    region: Sequence[Line],
    strings: list[str],
    ledger: Ledger,
    reason: str,
    changes: Sequence[Change] = (),
) -> None:
    """Drop what a region has and its reading does not: colons, leaders, table rules."""
    rest = Counter(char for text in strings for char in text if not char.isspace())
    for change in changes:
        rest.update(change.before)
        rest.subtract(change.after)
    for line in region:
        lost = []
        for char in line.text:
            if char.isspace():
                continue
            if rest[char] > 0:
                rest[char] -= 1
            else:
                lost.append(char)
        if lost:
            ledger.drop(line.number, "".join(lost), _reason(lost, reason))


def _reason(lost: list[str], default: str) -> str:
    if all(char in "-|+:=" for char in lost):
        return "table-rule"
    if all(char in ".．·•…﹒⋯‥_-—/／|｜ " for char in lost):
        return "leader"
    return default


def _body_units(head: _Head, context: Context) -> list[Unit]:
    """The units of the body without page furniture; notes where printed pages begin."""
    labels = frozenset(key(label) for label in context.profile.boxes.labels)
    title = head.masthead.title
    names = [title, *(section.name for section in head.contents.sections)]
    names.append(re.sub(r"\s+[A-Za-z][A-Za-z ]*$", "", title))  # without its English
    for entry in head.contents.entries:
        for titles, authors in entry.readings():
            names += [*titles, "".join(titles), *authors]
    for masthead_entry in head.masthead.entries:
        if masthead_entry.kind is MastheadKind.PARALLEL_TITLE:
            names += masthead_entry.values
        elif masthead_entry.kind is MastheadKind.OTHER and not masthead_entry.label:
            # The title once more, in other characters: 書與城, 书与城 BOOKS & CITIES.
            names += [
                bare
                for value in masthead_entry.values
                if 2 <= width(bare := re.sub(r"\s+[A-Za-z][A-Za-z &]*$", "", value)) <= 8
            ]
    body, quote_marks = unquoted(head.body)
    for number, mark in quote_marks.items():
        context.ledger.drop(number, mark, "markup")
    found = find_furniture(body, keep=labels, known=[key(name) for name in names])
    extra = frozenset(_no_folio(text) for text in context.profile.running_heads)
    lines: list[Line] = []
    for line in body:
        reason = found.reasons.get(line.number)
        if reason is None and extra and _no_folio(line.text) in extra and not line.blank:
            reason = "running-head"
        if reason is None or line.number in context.decisions.kept:
            lines.append(line)
        else:
            context.ledger.drop(line.number, line.text, reason)
    units = make_units(lines, quote_marks)
    breaks = iter(sorted([*head.markers, *found.breaks], key=lambda mark: mark.line))
    pending = next(breaks, None)
    for unit in units:
        if unit.markup:
            context.ledger.drop(unit.first, unit.markup, "markup")
        for number in unit.hyphens:
            context.ledger.drop(number, "-", "hyphen")
        page = None
        while pending is not None and pending.line < unit.first:
            page, pending = pending.page, next(breaks, None)
        if page is not None:
            context.pages[unit.first] = str(page)
    return units


def _no_folio(text: str) -> str:
    """A running head without the digits that differ from page to page."""
    return re.sub(r"\d+", "", key(text))


def _seams(units: Sequence[Unit]) -> frozenset[int]:
    """The first lines of prose after a blank line, where blank lines are page breaks.

    They are if the OCR writes its paragraphs without a blank line between them.
    """
    prose = [
        unit
        for before, unit in itertools.pairwise(units)
        if width(before.text) >= 24 and width(unit.text) >= 24
    ]
    apart = [unit for unit in prose if unit.gap]
    if len(prose) < 12 or not apart or len(apart) * 3 > len(prose):
        return frozenset()
    return frozenset(unit.first for unit in apart)


def _measure(units: list[Unit]) -> float:
    """Em on a line: of hard-wrapped lines, or of the pieces that break off in mid-sentence."""
    wrapped = [line for unit in units if unit.wrapped for line in unit.lines[1:-1]]
    if len(wrapped) >= 8:
        return measure_of(wrapped)
    cut = [
        width(unit.text) + 2.0
        for unit in units
        if unit.text
        and not ends_sentence(unit.text)
        and width(unit.text) > 12
        and not unit.text.endswith(("：", "；"))
    ]
    measure, score = fit_measure(cut) if len(cut) >= 6 else (0.0, 0.0)
    # Of few pieces some always fit some measure; then only a clear fit says anything.
    return measure if score >= 3.5 or len(cut) >= 30 else 0.0


def _drop_repeated(
    units: list[Unit], openings: list[Opening], head: _Head, context: Context
) -> tuple[list[Unit], list[Opening]]:
    """Drop titles, section names and the magazine's name where they are running heads."""
    known = {key(section.name) for section in head.contents.sections}
    known.add(key(head.masthead.title))
    for opening in openings:
        known.add(key("".join(units[i].text for i in opening.title)))
        known.update(key(units[i].text) for i in opening.title if len(opening.title) == 1)
    known.discard("")
    used = {at for opening in openings for at in used_units(opening)}
    drop = {
        at
        for at, unit in enumerate(units)
        if at not in used
        and width(unit.text) <= 64
        and key(unit.text) in known
        and not unit.text.startswith("——")
        and unit.first not in context.decisions.kept
    }
    if not drop:
        return units, openings
    for at in drop:
        level = units[at].markup_level  # its # are dropped already
        for line in units[at].lines:
            context.ledger.drop(line.number, line.text.strip()[level:], "running-head")
            level = 0
    moved = {}
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        moved[at] = len(kept)
        if at not in drop:
            kept.append(unit)
    moved[len(units)] = len(kept)
    for opening in openings:
        opening.start, opening.end = moved[opening.start], moved[opening.end]
        for field in (opening.title, opening.kickers, opening.subtitle, opening.foreign):
            field[:] = [moved[at] for at in field]
        opening.bylines[:] = [(moved[at], reading) for at, reading in opening.bylines]
    return kept, openings


def _cut(units: list[Unit], openings: list[Opening]) -> list[list[Unit]]:
    """The units before the first article, then those of each article's body."""
    bounds = [opening.start for opening in openings] + [len(units)]
    parts = [list(units[: bounds[0]])]
    used = {at for opening in openings for at in used_units(opening)}
    for index, opening in enumerate(openings):
        # What stands between the parts of an opening and is none of them is text.
        over = [units[at] for at in range(opening.start, opening.end) if at not in used]
        parts.append([*over, *units[opening.end : bounds[index + 1]]])
    return parts


def _assemble(
    head: _Head,
    units: list[Unit],
    openings: list[Opening],
    parts: list[list[Unit]],
    context: Context,
) -> Issue:
    quotes = [_take_quotes(parts, index) for index in range(len(openings))]
    cover, front = _front_matter(parts[0], head, context)
    articles = []
    for index, opening in enumerate(openings):
        prefix = f"a{index + 1:02d}"
        articles.append(
            _article(prefix, opening, units, parts[index + 1], quotes[index], head, context)
        )
    settled, found = settle_pages(articles, context.pages, context.joins, _seams(units))
    articles[:] = place_boxes(settled, context.decisions.box_places)
    context.ledger.diagnostics += found
    kickers = [[units[at].text for at in opening.kickers] for opening in openings]
    names = tuple(_as_printed(section.name, kickers) for section in head.contents.sections)
    known = list(context.profile.sections)
    if not names:
        known += [text for above in kickers for text in above]
    names = own_sections(articles, kickers, names, known)
    contents = _contents(head, openings, articles, context)
    return Issue(
        masthead=head.masthead,
        cover_quotes=cover,
        contents=contents,
        section_names=names,
        front=front,
        articles=tuple(_inherit_sections(articles)),
    )


def _as_printed(name: str, kickers: Sequence[Sequence[str]]) -> str:
    """专题　石桥三百年 of the contents is 专题 where the articles themselves say no more."""
    first, _, rest = (part.strip() for part in name.replace("：", " ", 1).partition(" "))
    above = {key(text) for texts in kickers for text in texts}
    if not rest or key(first) not in above or {key(name), key(rest)} & above:
        return name
    return first


def _inherit_sections(articles: list[Article]) -> list[Article]:
    """An article that the contents lack stands in the section of those around it."""
    out: list[Article] = []
    for index, article in enumerate(articles):
        if article.section < 0 and out and index + 1 < len(articles):
            before, after = out[-1].section, articles[index + 1].section
            if before == after:
                out.append(replace(article, section=before))
                continue
        out.append(article)
    return out


# -- pull quotes and front matter -------------------------------------------------------


def _take_quotes(parts: list[list[Unit]], index: int) -> list[list[Unit]]:
    """Take the pull quotes that stand before a title out of the part before it."""
    before, own = parts[index], parts[index + 1]
    if not before:
        return []
    text = key("".join(unit.text for unit in own))
    previous = key("".join(unit.text for unit in before[:-1])) if index else ""
    quotes: list[list[Unit]] = []
    while before and len(quotes) < 3:
        at = len(before) - 1
        marks: list[Unit] = []
        if is_attribution(before[at].text) and at and before[at].text.startswith("——"):
            marks = [before[at]]
            at -= 1
        name = key(before[at].text)
        if len(name) < 12 or not _contained(name, text) or (previous and name in previous):
            break
        first = at
        quotes.insert(0, [*before[first : at + 1], *marks])
        del before[first:]
    return quotes


def _contained(name: str, text: str) -> bool:
    """True if nearly all of a text is said in another."""
    # Some pieces of a long text tell as much as all.
    own = [name[i : i + 4] for i in range(0, len(name) - 3, 1 + len(name) // 60)]
    return sum(gram in text for gram in own) >= 0.8 * max(1, len(own))


def _quote(units: list[Unit], own_id: str, context: Context) -> PullQuote:
    body = [unit for unit in units if not is_attribution(unit.text)]
    marks = [unit for unit in units if is_attribution(unit.text)]
    attribution = read_attribution(marks, context) if marks else None
    return PullQuote(
        tuple(context.ledger.text([piece_of(unit)]) for unit in body),
        attribution,
        spans_of(units),
        own_id,
    )


def _front_matter(
    units: list[Unit], head: _Head, context: Context
) -> tuple[tuple[PullQuote, ...], tuple[Block, ...]]:
    """Cover quotations (prose with an attribution before masthead and contents) and the rest."""
    first_region = min(
        (line for line in (head.masthead_line, head.contents_line) if line), default=0
    )
    cover: list[PullQuote] = []
    group: list[Unit] = []
    rest: list[Unit] = []
    for unit in units:
        early = unit.first < first_region
        if early and is_attribution(unit.text) and group:
            cover.append(_quote([*group, unit], f"c{len(cover) + 1:02d}", context))
            group = []
        elif early and (ends_sentence(unit.text) or width(unit.text) > 40):
            group.append(unit)
        else:
            rest += [*group, unit]
            group = []
    if group and first_region and not rest:
        cover.append(_quote(group, f"c{len(cover) + 1:02d}", context))
        group = []
    rest += group
    if not rest:
        return tuple(cover), ()
    body = Assembler(rest, context, "f00").build()
    for note in body.notes:
        body.back.append(Paragraph(note.text, spans=note.spans, id=note.id))
        context.ledger.drop(note.spans[0].first, note.marker, "label-mark")
    if head.contents.entries:
        context.ledger.doubt("ART004", span_of(rest[0]), text=rest[0].text[:20])
    return tuple(cover), (*body.front, *body.blocks, *body.back)


# -- articles -----------------------------------------------------------------------------


def _article(
    prefix: str,
    opening: Opening,
    all_units: list[Unit],
    units: list[Unit],
    quotes: list[list[Unit]],
    head: _Head,
    context: Context,
) -> Article:
    entry = head.contents.entries[opening.entry] if opening.entry >= 0 else None
    title = _corrected(_title(opening, all_units, context), opening, all_units, context)
    subtitle = _subtitle([all_units[i] for i in opening.subtitle], context)
    bylines = tuple(
        Byline(
            context.ledger.text([piece_of(all_units[at])], blanks=True),
            reading.authors,
            (span_of(all_units[at]),),
        )
        for at, reading in sorted(opening.bylines)
    )
    if not bylines and entry is not None and opening.reading[1]:
        names = opening.reading[1]
        bylines = (
            Byline(
                Text(" ".join(names)),
                tuple(Author(name) for name in names),
                tuple(Span.line(n) for n in entry.lines[-1:]),
            ),
        )
    for at in opening.kickers:
        context.ledger.drop(all_units[at].first, all_units[at].text, "section-name")
    pull_quotes = tuple(
        _quote(group, f"{prefix}-q{i + 1}", context) for i, group in enumerate(quotes)
    )
    signed = [author.name for byline in bylines for author in byline.authors]
    body = Assembler(units, context, prefix, signed, head.masthead.title).build()
    foreign: tuple[Block, ...] = tuple(
        Paragraph(
            context.ledger.text([piece_of(all_units[at])], blanks=True),
            spans=(span_of(all_units[at]),),
            id=f"{prefix}-e{i + 1}",
        )
        for i, at in enumerate(opening.foreign)
    )
    article = Article(
        id=prefix,
        title=title,
        subtitle=subtitle,
        bylines=bylines,
        pull_quotes=pull_quotes,
        front=(*foreign, *body.front),
        blocks=tuple(body.blocks),
        back=tuple(body.back),
        notes=tuple(body.notes),
        section=entry.section if entry is not None else -1,
        first_page=entry.page
        if entry is not None
        else context.pages.get(all_units[opening.title[0]].first, ""),
        spans=spans_of(all_units[i] for i in (*opening.title, *opening.subtitle)),
    )
    return link_notes(article)


def _title(opening: Opening, units: list[Unit], context: Context) -> tuple[Text, ...]:
    """The title in the author's own lines: as the contents break it, if the words agree."""
    body = [context.ledger.text([piece_of(units[i])], blanks=True) for i in opening.title]
    if len(body) > 1 or opening.entry < 0:
        return tuple(body)
    listed = [line for line in opening.reading[0] if not line.startswith(("——", "—", "--"))]
    if len(listed) < 2 or body[0].marks:
        return tuple(body)
    broken = _break_like(body[0].value, listed)
    return tuple(Text(line) for line in broken) if broken else tuple(body)


def _corrected(
    title: tuple[Text, ...], opening: Opening, units: list[Unit], context: Context
) -> tuple[Text, ...]:
    """The title with a misread character put right from the contents, if the text bears it out."""
    if opening.entry < 0 or any(text.marks for text in title):
        return title
    printed = _counting("".join(text.value for text in title))
    right = _counting(
        "".join(line for line in opening.reading[0] if not line.startswith(("——", "—", "--")))
    )
    body, listed = key(printed), key(right)
    if body == listed or len(body) != len(listed):
        return title
    wrong = [at for at, (one, other) in enumerate(zip(body, listed, strict=True)) if one != other]
    if len(wrong) > 2:
        return title
    out = title
    for at in wrong:
        if (
            _votes(context, listed, at) > _votes(context, body, at) - 1
            and _votes(context, listed, at) > 0
        ):
            out = _replace_at(out, at, right[at])
            line = units[opening.title[0]].first
            context.ledger.changes.append(
                Change(line, 0, printed[at], right[at], "title-from-contents")
            )
    return out


def _counting(text: str) -> str:
    """The characters of a text that count for its key, as they are printed."""
    return "".join(char for char in text if key(char))


def _votes(context: Context, name: str, at: int) -> int:
    """How often the issue says what stands around a character of a title."""
    trigrams = context.trigrams
    return (
        max(
            trigrams[name[start : start + 3]]
            for start in range(max(0, at - 2), max(1, min(at + 1, len(name) - 2)))
        )
        if len(name) >= 3
        else 0
    )


def _replace_at(title: tuple[Text, ...], at: int, char: str) -> tuple[Text, ...]:
    """Replace the ``at``-th character that counts for a key."""
    out = list(title)
    seen = 0
    for index, text in enumerate(title):
        for place, one in enumerate(text.value):
            if not key(one):
                continue
            if seen == at:
                out[index] = Text(text.value[:place] + char + text.value[place + 1 :])
                return tuple(out)
            seen += 1
    return title


def _break_like(value: str, lines: list[str]) -> list[str] | None:
    """Break ``value`` where ``lines`` break, if it has blanks at those places."""
    parts = value.split(" ")
    out: list[str] = []
    for line in lines:
        name = key(line)
        taken = ""
        while parts and len(key(taken)) < len(name):
            taken = f"{taken} {parts.pop(0)}".strip()
        if not taken or abs(len(key(taken)) - len(name)) > 1 or dice(key(taken), name) < 0.5:
            return None
        out.append(taken)
    return out if not parts else None


def _subtitle(units: list[Unit], context: Context) -> Text | None:
    if not units:
        return None
    return context.ledger.text([piece_of(unit) for unit in units], blanks=True)


# -- contents -------------------------------------------------------------------------------


def _contents(
    head: _Head, openings: list[Opening], articles: list[Article], context: Context
) -> Contents:
    """The contents with what the body has said about them."""
    raw = head.contents
    if not raw.lines:
        return Contents()
    matched = {
        opening.entry: (opening, articles[i])
        for i, opening in enumerate(openings)
        if opening.entry >= 0
    }
    by_section: dict[int, list[ContentsEntry]] = {}
    for number, entry in enumerate(raw.entries):
        opening, article = matched.get(number, (None, None))
        reading = opening.reading if opening is not None else next(iter(entry.readings()), ((), ()))
        titles, subtitle = entry_title(entry, reading)
        if article is not None:
            titles = _listed_title(titles, article, entry.lines[0], context)
        made = ContentsEntry(
            title=tuple(titles),
            subtitle=subtitle,
            authors=reading[1],
            page=entry.page,
            article=article.id if article is not None else "",
            spans=tuple(Span.line(line) for line in sorted(set(entry.lines))),
        )
        by_section.setdefault(entry.section, []).append(made)
        if article is None:
            context.ledger.doubt("ART002", made.spans[0], title=" ".join(titles))
        if entry.printed_page != entry.page and entry.lines:
            context.ledger.changes.append(
                Change(entry.lines[0], 0, entry.printed_page, entry.page, "page-number")
            )
    for index, opening in enumerate(openings):
        if opening.entry < 0:
            article = articles[index]
            title = " ".join(text.value for text in article.title)
            context.ledger.doubt("ART001", article.spans[0], title=title)
    sections = []
    if -1 in by_section:
        sections.append(ContentsSection("", tuple(by_section[-1])))
    for index, section in enumerate(raw.sections):
        sections.append(
            ContentsSection(
                section.name, tuple(by_section.get(index, ())), (Span.line(section.line),)
            )
        )
    lines = sorted(set(raw.lines))
    spans = (Span(lines[0], lines[-1]),)
    made_contents = Contents(raw.heading, tuple(sections), spans)
    _drop_contents_rest(head, made_contents, context)
    return made_contents


def _listed_title(
    titles: tuple[str, ...], article: Article, line: int, context: Context
) -> tuple[str, ...]:
    """The title in the contents with misread characters put right from the article."""
    printed = "".join(text.value for text in article.title)
    shown = _counting(printed)
    body, listed = key(shown), key("".join(titles))
    if body == listed or len(body) != len(listed) or similarity(body, listed) < 0.8:
        return titles
    out = list(titles)
    seen = 0
    for index, title in enumerate(titles):
        chars = list(title)
        for place, char in enumerate(chars):
            if not key(char):
                continue
            if body[seen] != listed[seen]:
                right = shown[seen]
                context.ledger.changes.append(Change(line, 0, char, right, "contents-from-title"))
                context.ledger.doubt("TOC004", line, listed="".join(titles), printed=printed)
                chars[place] = right
            seen += 1
        out[index] = "".join(chars)
    return tuple(out)


_ROLE_CHARACTERS = frozenset(
    "本刊报社特约驻站记者通讯员评论撰稿人口述整理摄影图文采写编译供访訪記者訊員評論攝圖採寫編譯"
)


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


def _drop_contents_rest(head: _Head, contents: Contents, context: Context) -> None:
    """What the lines of the contents hold beside their reading: leaders, rules, dashes."""
    strings = list(model_strings(Issue(contents=contents)))
    changes = [
        change
        for change in context.ledger.changes
        if change.rule in ("page-number", "contents-from-title")
    ]
    before = len(context.ledger.drops)
    _leftovers(head.contents_region, strings, context.ledger, "contents-rest", changes)
    texts = {line.number: line.text for line in head.contents_region}
    for drop in context.ledger.drops[before:]:
        if not _is_role(drop.text) and _holds_words(drop.text, texts.get(drop.line, "")):
            context.ledger.doubt("TOC003", drop.line, text=drop.text)
