"""The units of the body without page furniture, and how they fall to the articles."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, squeeze, width
from converter.model import MastheadKind, plain_page
from converter.parse.byline.forms import AFFILIATION
from converter.parse.context import Context
from converter.parse.geometry import fit_measure
from converter.parse.issue.apart import find_apart
from converter.parse.issue.block_indents import with_blocks_flush
from converter.parse.issue.box_names import learn_from_lines
from converter.parse.issue.bracketed import with_authors_apart
from converter.parse.issue.drawings import drawings_in
from converter.parse.issue.end_ornaments import end_ornaments
from converter.parse.issue.fenced import fenced_boxes
from converter.parse.issue.folios import page_beginnings
from converter.parse.issue.glued_folios import glued_folios
from converter.parse.issue.glued_heads import without_glued_heads
from converter.parse.issue.hanging import hanging_paragraphs, hanging_seams
from converter.parse.issue.head import Head
from converter.parse.issue.large_marks import without_large_marks
from converter.parse.issue.left_lines import left_lines
from converter.parse.issue.listed_often import listed_often
from converter.parse.issue.misread_titles import misread_titles
from converter.parse.issue.one_cell import without_frames
from converter.parse.issue.ordinal_lines import ordinal_lines
from converter.parse.issue.overfull import without_doubled
from converter.parse.issue.pieces import Apart
from converter.parse.issue.read_in_turns import with_columns_in_order
from converter.parse.issue.read_twice import without_lines_read_twice
from converter.parse.issue.runs_twice import without_runs_read_twice
from converter.parse.issue.titles_on_text import with_box_titles_apart
from converter.parse.issue.two_on_a_line import (
    with_parts_apart,
    with_signatures_apart,
    with_sources_apart,
    with_subtitles_apart,
)
from converter.parse.kinds import REFERENCE_ITEM, labelled
from converter.parse.openings import Opening, used_units
from converter.parse.tables import is_row
from converter.segment import (
    Furniture,
    PageBreak,
    RestLine,
    Unit,
    as_printed,
    find_furniture,
    find_page_heads,
    head_key,
    make_units,
    unquoted,
)
from converter.segment.markup import PictureLine
from converter.segment.page_edges import PAGE_EDGES
from converter.segment.units import indent_of, measure_of
from converter.source import Line
from converter.values import NamedTuple

_TRANSLATED = re.compile(rf"^\W*(?P<name>[{HAN}]{{2,6}})\W*[A-Za-z][A-Za-z &'’\-]{{2,20}}$")


def _names_in_english(text: str, labels: Collection[str]) -> bool:
    """True for 术语 TERMS: the name of a box, with its English, that stands over several."""
    hit = _TRANSLATED.match(text) if text[-1:].isascii() and text[-1:].isalpha() else None
    return hit is not None and hit["name"] in labels


_ABOUT_PEOPLE = frozenset(
    [
        "作者简介",
        "作者簡介",
        "译者简介",
        "譯者簡介",
        "摄影师简介",
        "攝影師簡介",
        "嘉宾简介",
        "嘉賓簡介",
        "受访者简介",
        "受訪者簡介",
    ]
)
"""What stands over who somebody is, in article after article, and is no running head."""


def read_body(head: Head, context: Context) -> list[Unit]:
    """The units of the body without page furniture; notes where printed pages begin."""
    body, framed = without_frames(head.body, context.ledger)
    framed |= fenced_boxes(body)
    body, large = without_large_marks(with_blocks_flush(body), context.ledger)
    body, quote_marks = unquoted(body)
    for number, mark in quote_marks.items():
        context.ledger.drop(number, mark, "markup")
    names = frozenset(key(section.name) for section in head.contents.sections)
    listed = _listed(head)
    signed = {title: one.authors for title, one in listed.items()}
    misread = misread_titles(body, signed, _TITLE_LINE)
    listed |= {name: listed[title] for name, title in misread.items()}
    titles = frozenset(listed)
    body = _on_own_lines(body, head, titles, names, context)
    context.paper = find_page_heads(body, head.masthead.title)
    body = _without_heads(body, context)
    known = [key(name) for name in _known_names(head)]
    body = learn_from_lines(body, frozenset(known), context)
    labels = frozenset(key(label) for label in context.profile.boxes.labels)
    body = with_box_titles_apart(with_sources_apart(body, labels), labels)
    labels |= {key(line.text) for line in body if _names_in_english(line.text, labels)}
    labels |= _ABOUT_PEOPLE
    # A name in bold set apart with > is that of a box, be it on every other page.
    labels |= {
        key(line.text)
        for line in body
        if line.number in quote_marks and line.text.lstrip().startswith("**")
    }
    title = key(_bare_title(head))
    pages = {name: one.page for name, one in listed.items()}
    found = find_furniture(
        body,
        keep=labels | listed_often(head.contents, body),
        known=known,
        title=title,
        sections=names,
        marks=head.markers,
        pages=pages,
    )
    context.furniture = frozenset(
        number for number, reason in found.reasons.items() if reason in PAGE_EDGES
    )
    text, glued = _without_furniture(body, found, context)
    lines: Sequence[Line] = _read_once(text, context, labels.union(known), titles - names - labels)
    lines, drawn = _without_scrawls(
        with_columns_in_order(lines, context), labels.union(known), context
    )
    measure = measure_of([line for line in lines if not line.blank])
    lines, left = _without_left_lines(lines, measure, context)
    apart = find_apart(lines, context.profile, quote_marks, context.absent, measure)
    lines = _without_labels(lines, apart, context)
    if context.paper.heads or not _is_periodical(head):
        from converter.parse.headlines import find_headlines  # magazines have none

        context.headlines = find_headlines(lines, context.paper, head.masthead.title, titles)
    context.insets = {**apart.boxes, **framed, **head.frames}
    apart.pieces.update(large)
    apart.pieces.update(left)
    apart.caption(drawn)
    _note_lines(lines, measure, apart, context)
    _note_pieces(lines, listed, names, apart, context)
    quoted = {*quote_marks, *large, *apart.quoted}
    units = make_units(lines, quoted, apart.pieces, apart.begins, apart.captions, context.absent)
    _drop_markup(units, context)
    context.marked_headings = any(unit.markup_level for unit in units)
    marks = as_printed(head.markers, found.breaks)
    sheets = [PageBreak(one.last, one.page) for one in context.paper.heads if one.page]
    breaks = page_beginnings(sorted((*found.breaks, *glued)), lines, pages)
    _note_pages(units, [*marks, *(sheets or breaks)], context)
    return units


def _note_hanging(lines: Sequence[Line], measure: float, apart: Apart, context: Context) -> None:
    """Note the paragraphs whose first line stands out as pieces, each of which begins anew."""
    found = hanging_paragraphs(lines, measure)
    for one in found:
        apart.as_one(one.lines)
        if one.pointed:
            apart.captions.add(one.lines[0].number)
    for seam, joined in hanging_seams(found, lines):
        context.joins.setdefault(seam, joined)


def _note_lines(lines: Sequence[Line], measure: float, apart: Apart, context: Context) -> None:
    """Note as pieces what hangs, and the lines that a series tells for headings, each above a paragraph."""
    _note_hanging(lines, measure, apart, context)
    below = dict(itertools.pairwise(line.number for line in lines))
    for heading in ordinal_lines(lines, measure):
        apart.pieces.update(dict.fromkeys(heading, heading[0]))
        context.joins.setdefault((heading[-1], below[heading[-1]]), False)


def _read_once(
    lines: Sequence[Line], context: Context, known: Collection[str], titles: Collection[str]
) -> list[Line]:
    """The lines without lines and characters that OCR has read twice; ``known`` are keys of names.

    ``titles`` are those of the contents that are no names of sections or boxes.
    """
    once = without_runs_read_twice(lines, context, known)
    return without_doubled(without_lines_read_twice(once, context, known, titles), context)


def _on_own_lines(
    body: list[Line],
    head: Head,
    titles: frozenset[str],
    names: frozenset[str],
    context: Context,
) -> list[Line]:
    """The lines with authors, signatures, subtitles and parts of articles on a line each."""
    body = with_authors_apart(body)
    body = without_glued_heads(body, _bare_title(head), context.ledger)
    ornaments = end_ornaments(body, names | titles)
    for line in ornaments:
        context.ledger.drop(line.number, line.text, "end-mark")
    body = [line for line in body if line not in ornaments] if ornaments else body
    body = with_signatures_apart(_without_end_marks(body, context), titles)
    body = with_subtitles_apart(body, titles, head.contents)
    return with_parts_apart(body, titles, names, context)


def _note_pieces(
    lines: Sequence[Line],
    listed: Mapping[str, _Listed],
    names: frozenset[str],
    apart: Apart,
    context: Context,
) -> None:
    """Note the headlines, titles, names of sections and authors among the pieces that stand apart."""
    for seam in apart.parted:
        context.joins.setdefault(seam, False)
    for headline in context.headlines:
        apart.pieces.update((number, number) for number in headline.lines)
        if headline.joined:
            apart.pieces.update(dict.fromkeys(headline.title, headline.title[0]))
    for above, line in itertools.pairwise(lines):
        # Below the last sentence of a box, what the contents list is no more of its text.
        if line.number in apart.pieces and ends_sentence(above.text) and _is_listed(line, listed):
            apart.end_above(line.number, above.number)
    for number in (*_title_lines(lines, names.union(listed)), *_author_lines(lines, listed)):
        apart.pieces.setdefault(number, number)


def _without_labels(lines: list[Line], apart: Apart, context: Context) -> list[Line]:
    """The lines without what OCR has read within pictures, which is recorded."""
    labels = apart.within_pictures.difference(context.decisions.kept)
    for line in lines:
        if line.number in labels:
            context.ledger.drop(line.number, line.text, "chart-label")
    return [line for line in lines if line.number not in labels] if labels else lines


def _without_scrawls(
    lines: Sequence[Line], known: Collection[str], context: Context
) -> tuple[list[Line], frozenset[int]]:
    """The lines with a picture for what OCR has read in a drawing, and the numbers of the captions below."""
    scrawls, captions = drawings_in(lines, known)
    if not scrawls.isdisjoint(context.decisions.kept):
        return list(lines), frozenset()
    made: list[Line] = []
    for line in lines:
        if line.number in scrawls:
            context.ledger.drop(line.number, line.text, "chart-label")
            made.append(PictureLine(line.number, ""))
        else:
            made.append(line)
    return made, captions


def _without_left_lines(
    lines: list[Line], measure: float, context: Context
) -> tuple[list[Line], dict[int, int]]:
    """The lines without the blank ones within paragraphs that were left in lines, and the pieces that those are."""
    pieces: dict[int, int] = {}
    blank: set[int] = set()
    for run in left_lines(lines, measure):
        pieces.update((line.number, run[0].number) for line in run)
        blank.update(line.number + 1 for line in run[:-1])
    if not blank:
        return lines, pieces
    context.absent |= blank
    return [line for line in lines if line.number not in blank], pieces


def _drop_markup(units: Sequence[Unit], context: Context) -> None:
    """Note in the ledger what the units have lost: their markup, and hyphens at the ends of lines."""
    for unit in units:
        if unit.markup:
            context.ledger.drop(unit.first, unit.markup, "markup")
        for number in unit.hyphens:
            context.ledger.drop(number, "-", "hyphen")


_END_MARKS = tuple("■□◼◻◾◆◇●•▲★▪❑❖")
_STOPS = tuple("。！？…”’」』）)")
_ENDED = re.compile(rf"(?<=[{''.join(_STOPS)}])\s*(?P<mark>[{''.join(_END_MARKS)}])\s*$")


def _without_end_marks(body: Sequence[Line], context: Context) -> list[Line]:
    """The lines without the ornament behind the last full stop of an article, as in 点亮了。■.

    Where a printed line is full, it stands on the next one alone, as no other ornament does that
    ends an article elsewhere.
    """
    made: list[Line] = []
    ends = {
        line.number: hit["mark"]
        for line in body
        if line.text.rstrip().endswith(_END_MARKS) and (hit := _ENDED.search(line.text))
    }
    marks, above = frozenset(ends.values()), ""
    for line in body:
        text = line.text.strip()
        if text in marks and above.endswith(_STOPS):
            context.ledger.drop(line.number, text, "end-mark")
            continue
        if (mark := ends.get(line.number)) is None:
            made.append(line)
        else:
            context.ledger.drop(line.number, mark, "end-mark")
            text = text[:-1].rstrip()
            made.append(line._replace(text=line.text[: line.text.rindex(mark)]))
        above = text or above
    return made


def _without_heads(body: Sequence[Line], context: Context) -> list[Line]:
    """The lines without the heads of a newspaper's pages."""
    taken = context.paper.lines - context.decisions.kept
    for line in body:
        if line.number in taken:
            context.ledger.drop(line.number, line.text, "running-head")
    return [line for line in body if line.number not in taken]


class _Listed(NamedTuple):
    """What the contents say of a title: its page, and who may have written it."""

    page: str
    authors: frozenset[str]


def _listed(head: Head) -> dict[str, _Listed]:
    """What the contents say, by the keys of what their titles may be."""
    found: dict[str, _Listed] = {}
    for entry in head.contents.entries:
        for titles, authors in entry.readings():
            whole = "".join(titles)
            # A subtitle on the line of the title stands on one of its own in the body.
            for title in dict.fromkeys((key(whole), key(whole.partition("——")[0]))):
                others = found[title].authors if title in found else frozenset[str]()
                found[title] = _Listed(plain_page(entry.page), others.union(authors))
    return found


_CLASSED = re.compile(r"/\s*[A-Z]")
_LAST_PAGE = 32
"""No newspaper that names 某版 on none of its pages has so many."""


def _is_periodical(head: Head) -> bool:
    """True for 某某导报 with CN 99-1234/G3: newspapers have numbers without a class, and few pages."""
    pages = [int(entry.page) for entry in head.contents.entries if entry.page.isdecimal()]
    return _CLASSED.search(head.masthead.cn) is not None or max(pages, default=0) > _LAST_PAGE


def _bare_title(head: Head) -> str:
    """The name of the magazine without its English and without the edition in brackets: （上半月）."""
    return re.sub(r"\s+[A-Za-z][A-Za-z ]*$|\s*[（(][^（）()]+[）)]$", "", head.masthead.title)


def _title_lines(lines: Sequence[Line], titles: frozenset[str]) -> list[int]:
    """The numbers of lines that say a title of the contents, or a part of one, and no more.

    In the middle of a page a title stands right below a text that may end in a full line.
    """
    found: list[int] = []
    for above, line, below in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        if line.blank or len(line.text) > _TITLE_LINE or line.text[-1] in "。，；、":
            continue
        parted = [one for one in (line, below) if isinstance(one, RestLine)]
        if not parted and line.number in (above.number, below.number if below else 0):
            continue  # a line that was parted in two stands apart already
        name = key(line.text)
        if len(name) < _SURE:
            continue
        if name in titles:
            found.append(line.number)
        elif below is not None and name + key(below.text[:_TITLE_LINE]) in titles:
            found += [line.number, below.number]
    return found


def _is_listed(line: Line, listed: Collection[str]) -> bool:
    """True for a line that is a whole title of the contents."""
    text = line.text.strip()
    if line.blank or len(text) > _TITLE_LINE or ends_sentence(text):
        return False
    return len(name := key(text)) >= _SURE and name in listed


def _author_lines(lines: Sequence[Line], listed: Mapping[str, _Listed]) -> list[int]:
    """The numbers of lines with an author of the contents and his office below his title.

    Longer than the column, such a line looks like one of the text below it; several have no
    more than the ends of their lines between them, or where they work.
    """
    found: list[int] = []
    texts = [line for line in lines if not line.blank]
    for at, (above, title) in enumerate(zip([None, *texts], texts, strict=False)):
        if len(title.text) > _TITLE_LINE:
            continue
        name = key(title.text)
        told = listed.get(name)
        if above and not (told and told.authors):
            told = listed.get(key(above.text[:_TITLE_LINE]) + name)
        below = at + 1
        below += below < len(texts) and texts[below].text.startswith("——")  # the subtitle
        while told and below < len(texts) and _is_author_line(texts[below].text, told.authors):
            found.append(texts[below].number)
            below += 1
            if below < len(texts) and AFFILIATION.match(texts[below].text.strip()):
                found.append(texts[below].number)
                below += 1
    return found


def _is_author_line(text: str, names: Collection[str]) -> bool:
    """True for 何 若溪 某某站高级农艺师: one of some names, and words that are no sentence."""
    plain = squeeze(text) if len(text) <= _TITLE_LINE else "。"
    return not _POINTED.search(plain) and any(
        len(name) > 1 and name != plain and (plain.startswith(name) or plain.endswith(name))
        for name in names
    )


_POINTED = re.compile("[，。；：！？“”]")
_TITLE_LINE, _SURE = 60, 4
"""Characters of a line with a title, and the fewest of a title that no other line has by chance."""


def _known_names(head: Head) -> list[str]:
    """What running heads may say: the magazine's name, sections, titles, authors."""
    title = head.masthead.title
    names = [title, *(section.name for section in head.contents.sections)]
    names.append(_bare_title(head))
    names += re.findall(r"(?<=\s)[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+$", title)
    # 专题　石桥三百年: the pages have the first word alone.
    names += [name.split()[0] for name in names[1:-1] if len(name.split()) > 1]
    for entry in head.contents.entries:
        for titles, authors in entry.readings():
            whole = "".join(titles)
            halves = whole.split("——") if "——" in whole else ()
            names += [*titles, whole, *halves, *authors]
    for printed in head.masthead.entries:
        if printed.kind is MastheadKind.PARALLEL_TITLE:
            names += printed.values
            names += [hit[0] for value in printed.values if (hit := _SPELT.match(value))]
        elif printed.kind is MastheadKind.OTHER and not printed.label:
            names += _with_edition(_bare_title(head), printed.values)
            # The title once more, in other characters: 書與城, 书与城 BOOKS & CITIES.
            names += [
                bare
                for value in printed.values
                if 2 <= width(bare := re.sub(r"\s+[A-Za-z][A-Za-z &]*$", "", value)) <= 8
            ]
    return names


def _with_edition(title: str, values: Sequence[str]) -> list[str]:
    """The name of a journal with its edition, be this on the line below it: 某某大学学报（社会科学版）."""
    editions = (value.removeprefix(title).strip() for value in values)
    return [f"{title}{edition}" for edition in editions if title and _EDITION.match(edition)]


_EDITION = re.compile(rf"^[（(][{HAN}·、\s]{{2,16}}版[）)]$")
_SPELT = re.compile(r"^[A-Z]{4,}(?=\s+[A-Z])")
"""LINJIANG of LINJIANG CITY REVIEW: the Chinese name spelt, which the pages have alone."""


def _without_glued_folios(
    body: list[Line], found: Furniture, context: Context
) -> tuple[list[Line], list[PageBreak]]:
    """The lines without the folios behind their text, and the pages that those count."""
    made = list(body)
    breaks = []
    for at, start, page in glued_folios(body, found.reasons, found.breaks):
        line = body[at]
        if line.number not in context.decisions.kept:
            context.ledger.drop(line.number, line.text[start:].strip(), "folio")
            made[at] = line._replace(text=line.text[:start])
            breaks.append(PageBreak(line.number, page, foot=True))
    return made, breaks


def _without_furniture(
    body: list[Line], found: Furniture, context: Context
) -> tuple[list[Line], list[PageBreak]]:
    """The lines that are text, and the pages that folios behind their text count; the others are dropped.

    HTML makes several lines of one number; which of them a reason is for nobody can tell.
    """
    body, glued = _without_glued_folios(body, found, context)
    shared = Counter(line.number for line in body if not line.blank)
    extra = frozenset(head_key(text) for text in context.profile.running_heads)
    lines: list[Line] = []
    for line in body:
        reason = found.reasons.get(line.number)
        if reason is None and extra and head_key(line.text) in extra and not line.blank:
            reason = "running-head"
        if reason is None or line.number in context.decisions.kept or shared[line.number] > 1:
            lines.append(line)
        else:
            context.ledger.drop(line.number, line.text, reason)
    return lines, glued


def _note_pages(units: Sequence[Unit], marks: Sequence[PageBreak], context: Context) -> None:
    """Note for the first unit after each page break which printed page begins there."""
    breaks = iter(sorted(marks, key=lambda mark: mark.line))
    pending = next(breaks, None)
    for unit in units:
        page = None
        while pending is not None and pending.line < unit.first:
            page, pending = pending.page, next(breaks, None)
        if page is not None:
            context.pages[unit.first] = str(page)
    context.end_page = pending.page if pending is not None else 0


def tops_of(units: Sequence[Unit], furniture: Container[int]) -> frozenset[int]:
    """The first lines of the units above which a running head or a folio stands."""
    return frozenset(
        unit.first
        for before, unit in itertools.pairwise(units)
        if any(line in furniture for line in range(before.last + 1, unit.first))
    )


def seams(units: Sequence[Unit]) -> frozenset[int]:
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


def find_measure(units: list[Unit], heads: Container[int] = ()) -> float:
    """Em on a line: of hard-wrapped lines, or of the pieces that break off in mid-sentence.

    ``heads`` are the units of titles and bylines, which no page cuts.
    """
    wrapped = [line for unit in units if unit.wrapped for line in unit.lines[1:-1]]
    if len(wrapped) >= 8:
        return _without_hanging(wrapped, measure_of(wrapped) or wrapped_width(units))
    cut = [
        width(unit.text) + 2.0
        for at, unit in enumerate(units)
        if unit.text
        and at not in heads
        and not ends_sentence(unit.text)
        and width(unit.text) > 12
        and not unit.text.endswith(("：", "；"))
        and not _ends_by_itself(unit.text)
    ]
    measure, score = fit_measure(cut) if len(cut) >= 6 else (0.0, 0.0)
    if 0 < measure < (widest := wrapped_width(units)) - 2:
        return widest
    # Of few pieces some always fit some measure; then only a clear fit says anything.
    return measure if score >= 3.5 or len(cut) >= 30 else 0.0


def _ends_by_itself(text: str) -> bool:
    """True for 关键词：……, references, rows of tables and titles, which have no mark: no page cuts them.

    Those of one table are about as long as each other, and tell a measure of their own; so are
    headings, in which words stand in quotation marks or in a row.
    """
    pause = _PAUSE if width(text) > _HEADING else _STOP
    if not pause.search(text) or is_row(text):
        return True
    return labelled(text) is not None or REFERENCE_ITEM.match(text) is not None


_PAUSE, _STOP = re.compile("[，。；：、！？”]"), re.compile("[，。；！？]")
_HEADING = 24
"""Em of the longest heading on one line."""


def wrapped_width(units: Sequence[Unit]) -> float:
    """Em of the longest lines of which several are alike in hard-wrapped text; 0 for none.

    The measure is no narrower, though what a page cuts may fit lines of half the length.
    """
    sizes = [
        width(line.text.strip()) + (lead if (lead := indent_of(line.text)) <= _DEEP else 0.0)
        for unit in units
        if unit.wrapped
        for line in unit.lines[:-1]
    ]
    alike = Counter(map(round, sizes))
    several = (size for size in alike if alike[size] + alike[size - 1] >= _ALIKE)
    return float(max(several, default=0))


_DEEP, _ALIKE = 4.0, 4
"""The deepest indent of a first line, and how many lines are no chance."""


def _without_hanging(lines: Sequence[Line], measure: float) -> float:
    """The width that most lines share which do not end with a mark, near a rough measure.

    A mark may hang over the end of its line (clreq §3.1.6), so that a line with one is longer.
    """
    sizes = Counter(
        size
        for line in lines
        if is_han(line.text.rstrip()[-1:])
        and abs((size := width(line.text.strip())) - measure) <= 1.5
    )
    return max(sizes, key=lambda size: (sizes[size], size), default=measure)


def parts_of(units: list[Unit], openings: list[Opening]) -> list[list[Unit]]:
    """The units before the first article, then those of each article's body."""
    bounds = [opening.start for opening in openings] + [len(units)]
    used = {at for opening in openings for at in used_units(opening)}
    parts = [[units[at] for at in range(bounds[0]) if at not in used]]
    for index, opening in enumerate(openings):
        # What stands between the parts of an opening and is none of them is text.
        over = [units[at] for at in range(opening.start, opening.end) if at not in used]
        rest = range(opening.end, bounds[index + 1])
        parts.append([*over, *(units[at] for at in rest if at not in used)])
    return parts
