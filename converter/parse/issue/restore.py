"""Regions to an :class:`Issue`: the order of things, each done by its own module."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.diagnostics import Diagnostic, Span
from converter.hanzi import key, squeeze, width
from converter.model import Article, Change, Issue, Masthead, SourceInfo, article_texts
from converter.parse.boxes import (
    close_spaced_names,
    have_one_paragraph,
    is_digest,
    with_proved_labels,
)
from converter.parse.captions import has_captions, has_slanted_captions
from converter.parse.charts import without_charts
from converter.parse.context import Context, Decisions, Ledger
from converter.parse.counted import with_counted_names
from converter.parse.cutting import repeated_names
from converter.parse.decided import own_sections, paper_sections, place_boxes, titles_of
from converter.parse.issue.articles import make_article
from converter.parse.issue.body import (
    find_measure,
    parts_of,
    read_body,
    seams,
    tops_of,
    wrapped_width,
)
from converter.parse.issue.box_names import learn_from_cuts
from converter.parse.issue.box_titles import title_single_boxes
from converter.parse.issue.contents import make_contents
from converter.parse.issue.cut_by_fillers import return_rests
from converter.parse.issue.foot import return_notes
from converter.parse.issue.front import make_front, part_cover
from converter.parse.issue.head import Head, read_head
from converter.parse.issue.lead_ins import move_lead_ins
from converter.parse.issue.lead_quotes import take_lead_quotes
from converter.parse.issue.lead_thoughts import take_lead_thoughts
from converter.parse.issue.quotes import take_quotes
from converter.parse.issue.right_titles import right_titles
from converter.parse.issue.running import drop_repeated
from converter.parse.issue.torn_thoughts import with_thoughts_whole
from converter.parse.issue.wrapped_pages import edges_of_wrapped_pages
from converter.parse.jumps import follow_jumps
from converter.parse.masthead import told_by_heads
from converter.parse.openings import (
    Opening,
    PageEdges,
    find_openings,
    is_signed_with_source,
    without_shared,
)
from converter.parse.ornaments import sidebar_marks
from converter.parse.overleaf import settle_pages
from converter.parse.simplified import simplified
from converter.parse.turned import turn_columns
from converter.parse.uncut import is_uncut, is_uncut_within
from converter.profile import Profile
from converter.script import language_of
from converter.segment import Unit, head_key
from converter.segment.blank_lines import blank_numbers, even_blanks
from converter.segment.column_blanks import column_blanks
from converter.segment.line_signs import without_line_signs
from converter.segment.regions import ISSUE_LINE
from converter.segment.strays import without_strays
from converter.segment.torn_lines import with_torn_lines
from converter.source import Line, Source
from converter.values import NamedTuple, replace


class Parsed(NamedTuple):
    """The restored issue and what parsing has to say about it."""

    issue: Issue
    diagnostics: tuple[Diagnostic, ...]


def parse(
    lines: Sequence[Line], source: Source, profile: Profile, decisions: Decisions | None = None
) -> Parsed:
    """Restore an issue from its cleaned lines.

    ``decisions`` are an editor's, and overrule whatever the lines themselves say.
    """
    if (exchanged := simplified(lines)) is None:
        return _parse(lines, source, profile, decisions)
    parsed = _parse(exchanged.lines, source, exchanged.fold(profile), decisions)
    # Of a character that was read twice one place is dropped: the text has the other.
    drops = exchanged.give_back(parsed.issue.drops)
    kept = replace(parsed.issue, drops=())
    issue, diagnostics = exchanged.give_back((kept, parsed.diagnostics))
    issue = replace(issue, language=language_of(issue), profile=profile.name, drops=drops)
    return Parsed(issue, diagnostics)


def _parse(
    lines: Sequence[Line],
    source: Source,
    profile: Profile,
    decisions: Decisions | None,
    no_titles: Collection[str] | None = (),
) -> Parsed:
    """The same for an issue in Simplified characters, or in both.

    ``no_titles`` are titles of the contents that turned out to open no article where they were
    put into the body, ``None`` for all.
    """
    ledger = Ledger(frozenset(profile.cleaning_off))
    decided = decisions or Decisions()
    context = Context(profile, ledger, joins=dict(decided.joins), decisions=decided)
    clear = _without_strays(lines, context)
    evened = with_torn_lines(column_blanks(even_blanks(_without_line_signs(clear, ledger))))
    context.absent = blank_numbers(lines, evened)
    head = read_head(evened, ledger, dict(profile.masthead), no_titles)
    # What heads its pages and asks in its talks is the magazine, be it called as boxes are.
    context.profile = profile.without_box_label(squeeze(head.masthead.title))
    units = without_charts(read_body(head, context), ledger)
    units = with_thoughts_whole(units, context.profile)
    openings = _open(units, head, context)
    if unused := _unused(head.lost_titles, openings, units):
        return _parse(lines, source, profile, decisions, None if no_titles else unused)
    _note_lost_titles(head.lost_titles, ledger)
    units = drop_repeated(units, openings, head, context)
    parts = parts_of(units, openings)
    _learn(units, openings, parts, head, context)
    _settle(parts, openings, units, context)
    issue = _assemble(head, units, openings, parts, context)
    if ledger.links:
        from converter.parse.issue.hyperlinks import with_links  # few issues have any

        issue = with_links(issue, ledger.links)
    issue = replace(
        issue,
        articles=title_single_boxes(issue.articles, profile.boxes.labels),
        language=language_of(issue),
        profile=profile.name,
        source=SourceInfo(source.name, source.sha256, source.encoding, len(source.lines)),
        drops=tuple(sorted(ledger.drops, key=lambda drop: drop.line)),
        changes=tuple(ledger.changes),
    )
    return Parsed(issue, tuple(ledger.diagnostics))


def _without_strays(lines: Sequence[Line], context: Context) -> Sequence[Line]:
    """The lines without specks of the paper, stamps of who scanned it and pages twice, which are recorded."""
    found = without_strays(lines, context.decisions.kept)
    for line, reason in found.strays:
        context.ledger.drop(line.number, line.text, reason)
        if line.number in found.doubtful:
            context.ledger.doubt("SPK001", line.number, text=line.text.strip())
    for first, last in found.twice:
        context.ledger.doubt("HEA005", Span(first, last), count=last - first + 1)
    return found.lines


def _unused(
    titles: Sequence[Line], openings: Sequence[Opening], units: Sequence[Unit]
) -> frozenset[str]:
    """Those of the titles put into the body that are not taken for titles there."""
    if not titles:
        return frozenset()
    heads = [line for one in openings for at in one.title for line in units[at].lines]
    return frozenset(line.text for line in set(titles).difference(heads))


def _note_lost_titles(titles: Sequence[Line], ledger: Ledger) -> None:
    """Tell of the titles that only the contents have."""
    for line in titles:
        ledger.changes.append(Change(line.number, 0, "", line.text, "title-from-contents"))
        ledger.doubt("ART008", line.number, title=line.text)


def _without_line_signs(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """The lines without the signs of headings before running text, which are recorded."""
    found = without_line_signs(lines)
    for number, sign in found.signs.items():
        ledger.drop(number, sign, "markup")
    return found.lines


def _open(units: list[Unit], head: Head, context: Context) -> list[Opening]:
    """Where the articles begin; the boxes within their heads are known from then on."""
    sections = {section.name for section in head.contents.sections}
    close_spaced_names(units, context.profile)
    context.profile = with_proved_labels(context.profile, units, sections)
    tops = context.tops = tops_of(units, context.furniture)
    dropped = [drop.text for drop in context.ledger.dropped("running-head")]
    openings = find_openings(
        units,
        head.contents,
        context.profile,
        titles_of(context.decisions),
        context.headlines,
        PageEdges(tops, frozenset(map(head_key, dropped))),
        lettered=head.lettered,
    )
    above = [box for opening in openings for box in opening.boxes]
    ends = {units[box.start].first: units[box.stop - 1].last for box in above}
    context.insets = {**context.insets, **ends}
    if context.paper.heads:  # only newspapers tell their articles in other words
        from converter.parse.openings.headlined import match_teasers

        match_teasers(openings, units, head.contents, context.paper)
    return without_shared(openings)


def _learn(
    units: list[Unit],
    openings: list[Opening],
    parts: list[list[Unit]],
    head: Head,
    context: Context,
) -> None:
    """Note what the whole issue tells: its words, its measure, whether pages cut its sentences."""
    context.trigrams.learn_all([unit.text for unit in units])
    context.repeated = repeated_names(units, context.pages)
    heads = {at for o in openings for at in (*o.title, *o.subtitle, *(at for at, _ in o.bylines))}
    context.measure = find_measure(units, heads)
    context.captioned = has_captions(units)
    context.slanted = has_slanted_captions(units)
    signed = {at for at, one in enumerate(openings) if is_signed_with_source(one, units)}
    context.digest = is_digest(parts[1:], signed)
    context.single_boxes = have_one_paragraph(units, context.profile)
    context.sidebar_marks = sidebar_marks(parts)
    context.uncut = not context.pages and is_uncut(
        units, lettered=head.lettered, breaks=context.page_breaks
    )
    context.uncut_within = is_uncut_within(units, context.page_breaks)


def _settle(
    parts: list[list[Unit]], openings: list[Opening], units: list[Unit], context: Context
) -> None:
    """Bring what the pages have torn or turned to where it belongs, from one part to another."""
    if context.paper.heads:  # only newspapers have columns across their articles
        from converter.parse.woven import unweave

        unweave(parts, openings, units, context)
    turn_columns(parts, context)
    learn_from_cuts(units, parts, context)
    context.profile = with_counted_names(context.profile, parts[1:])
    return_rests(parts, openings, units)
    follow_jumps(parts, context.ledger)
    return_notes(parts, context.tops)
    move_lead_ins(parts, [bool(opening.kickers) for opening in openings], context.tops)


def _assemble(
    head: Head,
    units: list[Unit],
    openings: list[Opening],
    parts: list[list[Unit]],
    context: Context,
) -> Issue:
    """The issue of its parts: the front matter and the articles, in their sections."""
    titles = ["".join(units[at].text for at in (*o.title, *o.subtitle)) for o in openings]
    above = [min((units[at].first for at in _above(o, context)), default=0) for o in openings]
    above = _with_dropped_names(above, openings, units, head, context)
    entries = head.contents.entries
    sections = [entries[o.entry].section if o.entry >= 0 else -1 for o in openings]
    below = ["\n".join(entries[o.entry].texts[1:]) if o.entry >= 0 else "" for o in openings]
    unsigned = _unsigned(openings)
    turns = context.tops.union(context.pages)
    on_cover = part_cover(parts[0], head, _first_title(units, openings))
    quotes = take_quotes(
        parts, titles, above, sections, below, unsigned, context.trigrams, tops=turns
    )
    take_lead_quotes(parts, quotes)
    take_lead_thoughts(parts, quotes)
    cover, front = make_front([*on_cover, *parts[0]], head, context)
    context.titles = right_titles(openings, units, parts[1:], context)
    articles: list[Article] = []
    for index, opening in enumerate(openings):
        prefix = f"a{index + 1:02d}"
        articles.append(
            make_article(prefix, opening, units, parts[index + 1], quotes[index], head, context)
        )
    if not (head.lettered and context.uncut):  # a newsletter that no page has cut
        articles, found = settle_pages(
            articles,
            context.pages,
            context.joins,
            seams(units),
            context.tops | edges_of_wrapped_pages(units),
            wrapped_width(units),
            context.end_page,
        )
        context.ledger.diagnostics += found
    articles = place_boxes(articles, context.decisions.box_places)
    kickers = [[units[at].text for at in opening.kickers] for opening in openings]
    listed = _listed_names(head, kickers, context)
    names = _section_names(listed, kickers, articles, context)
    names = paper_sections(articles, names, context.paper)
    return Issue(
        masthead=_masthead(head, titles, context),
        cover_quotes=cover,
        contents=make_contents(head, openings, articles, listed, context),
        section_names=names,
        front=front,
        articles=tuple(_inherit_sections(articles, under_name=_has_marked_sections(units, head))),
    )


def _masthead(head: Head, titles: Sequence[str], context: Context) -> Masthead:
    """The masthead, with what only the running heads tell of the issue."""
    if head.masthead.title:
        return head.masthead
    heads = [drop.text for drop in context.ledger.dropped("running-head")]
    others = {key(section.name) for section in head.contents.sections} | set(map(key, titles))
    told = told_by_heads(head.masthead, heads, others)
    if told.title:
        context.ledger.doubt("MST004", None, title=told.title)
    return told


def _first_title(units: Sequence[Unit], openings: Sequence[Opening]) -> int:
    """The line of the first title, 0 if there is none."""
    return units[openings[0].title[0]].first if openings else 0


def _unsigned(openings: Sequence[Opening]) -> tuple[int, ...]:
    """The openings under which nobody signs, as under news and letters, where most are signed."""
    found = tuple(index for index, opening in enumerate(openings) if not opening.bylines)
    return found if len(found) * 2 < len(openings) else ()


def _above(opening: Opening, context: Context) -> tuple[int, ...]:
    """The units above a title; the first line of a newspaper's headline is rather of the title."""
    over = () if context.headlines else opening.overline
    return (*opening.kickers, *opening.columns, *over)


_REACH, _PIECES = 8, 3
"""Lines between the name of a section and a title, blank ones with them, and paragraphs."""


def _with_dropped_names(
    above: Sequence[int],
    openings: Sequence[Opening],
    units: Sequence[Unit],
    head: Head,
    context: Context,
) -> list[int]:
    """The lines of the names over the titles, with those that were dropped as running heads.

    人物 / PEOPLE / 雨不是录来的。 / the title: the first article of its section, whose name
    stands a few lines above the title.
    """
    entries, sections = head.contents.entries, head.contents.sections
    places = [entries[o.entry].section if o.entry >= 0 else -1 for o in openings]
    lines = {drop.line: key(drop.text) for drop in context.ledger.dropped("running-head")}
    found = list(above)
    seen = {-1}
    for at, (opening, place) in enumerate(zip(openings, places, strict=True)):
        if found[at] or place in seen:
            continue
        seen.add(place)
        title, name = units[opening.title[0]].first, key(sections[place].name)
        # Where the lines of a column are kept, a note over the title has several.
        top = units[opening.title[0] - _PIECES].first if opening.title[0] >= _PIECES else title
        first = max(0, min(title - _REACH, top - 1))
        near = [line for line in range(first, title) if lines.get(line) == name]
        found[at] = min(near, default=0)
    return found


def _listed_names(
    head: Head, kickers: Sequence[Sequence[str]], context: Context
) -> tuple[str, ...]:
    """The names of the sections of the contents, as the articles print them."""
    over = [drop.text for drop in context.ledger.dropped("running-head")]
    alone = {key(text) for texts in kickers for text in texts}
    printed = alone | {key(_FOLIO.sub("", ISSUE_LINE.sub("", text))) for text in over}
    return tuple(_as_printed(section.name, printed) for section in head.contents.sections)


def _section_names(
    names: tuple[str, ...],
    kickers: Sequence[Sequence[str]],
    articles: list[Article],
    context: Context,
) -> tuple[str, ...]:
    """The names of the sections, to which the articles' own ``kickers`` may add."""
    known = list(context.profile.sections)
    if not names:
        known += [_DRESS.sub("", text) for above in kickers for text in above]
    return own_sections(articles, kickers, names, known)


_DRESS = re.compile(r"^[\s【〔\[·•・｜丨|■□◆◇●○◎▲△★☆※▌▎┃]+|[\s】〕\]·•・｜丨|■□◆◇●○◎▲△★☆※▌▎┃]+$")
"""What stands around the name of a section: 【随笔】, ·随笔·, ■随笔."""
_FOLIO = re.compile(r"^[\s\d|｜·/／—-]+|[\s\d|｜·/／—-]+$")


def _as_printed(name: str, printed: Collection[str]) -> str:
    """专题　石桥三百年 of the contents is 专题 where the articles themselves say no more.

    ``printed`` are the keys of the names over their titles and over their pages.
    """
    first, _, rest = (
        part.strip() for part in re.sub("[：·・|｜丨\u3000]", " ", name, count=1).partition(" ")
    )
    if not rest or key(first) not in printed or key(rest) in printed:
        return name
    return first


_FILLER = 300
"""The most em of a filler (补白), which belongs to no section."""


def _is_filler(article: Article) -> bool:
    """True for the few words that fill a page up."""
    size = sum(width(text.value) for text in article_texts(article))
    return size <= _FILLER


def _has_marked_sections(units: Sequence[Unit], head: Head) -> bool:
    """True if the signs of Markdown alone tell sections, each from its name to the next."""
    if head.contents.entries:
        return False
    from converter.parse.marked_sections import section_level

    return section_level(units, lettered=head.lettered) > 0


def _inherit_sections(articles: list[Article], *, under_name: bool) -> list[Article]:
    """An article that the contents lack stands in the section of those around it.

    ``under_name`` tells that a section goes on to the name of the next one.
    """
    out: list[Article] = []
    for index, article in enumerate(articles):
        if article.section < 0 and out and under_name:
            out.append(replace(article, section=out[-1].section))
            continue
        if article.section < 0 and out and index + 1 < len(articles):
            before, after = out[-1].section, articles[index + 1].section
            if before == after and not _is_filler(article):
                out.append(replace(article, section=before))
                continue
        out.append(article)
    return out
