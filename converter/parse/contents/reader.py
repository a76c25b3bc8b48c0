"""The contents of an issue: their lines put right, read in each way they may be printed, and settled."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from converter.hanzi import squeeze
from converter.parse.contents.abreast import (
    with_bracketed_pages_apart,
    with_pairs_parted,
    with_titles_abreast,
)
from converter.parse.contents.across import with_columns_apart
from converter.parse.contents.apart import with_pages_apart, with_pages_within
from converter.parse.contents.bare_names import settle_bare_names, settle_signing_names
from converter.parse.contents.behind_pages import with_words_behind_pages
from converter.parse.contents.beside import with_sections_beside
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.broken import with_whole_lines
from converter.parse.contents.cells import with_framed_cells, with_section_cells
from converter.parse.contents.centred_pages import with_centred_pages_below
from converter.parse.contents.chosen import or_proved
from converter.parse.contents.columns import (
    settle_flush,
    settle_named_columns,
    settle_own,
)
from converter.parse.contents.cut_names import with_names_whole
from converter.parse.contents.dashed import settle_dashed
from converter.parse.contents.described import settle_described
from converter.parse.contents.featured import with_featured_story
from converter.parse.contents.framed import with_level_names, with_plain_frames
from converter.parse.contents.fronted import with_authors_behind
from converter.parse.contents.gathered import with_joint_sections, with_sections_gathered
from converter.parse.contents.gathered_pages import with_gathered_pages
from converter.parse.contents.glued import (
    with_glued_pages,
    with_names_behind,
    with_pages_first,
    with_signed_sections,
    with_whole_names,
)
from converter.parse.contents.glued_between import with_pages_behind_names
from converter.parse.contents.glued_lines import with_glued_lines_apart
from converter.parse.contents.glued_names import with_glued_names_apart
from converter.parse.contents.glued_sections import Reading, or_parted
from converter.parse.contents.halves import columns_below, one_column, unpaired, without_halves
from converter.parse.contents.in_turns import with_turns_parted
from converter.parse.contents.indented import with_flush_sections
from converter.parse.contents.inline import (
    with_barred_lead,
    with_bilingual_lead,
    with_bilingual_names,
    with_english,
    with_mates,
    with_opening,
    with_own_sections,
    without_parts,
)
from converter.parse.contents.labels import with_labels, with_leading_names
from converter.parse.contents.layout import (
    by_columns,
    paged_sections,
    unbarred,
    unbulleted,
    unnumbered,
    with_pages_last,
    with_tabs,
    without_english,
)
from converter.parse.contents.lost_pages import settle_lost_pages
from converter.parse.contents.marks import page_number
from converter.parse.contents.misread_pages import with_pages_as_counted
from converter.parse.contents.over_own import with_authors_below
from converter.parse.contents.over_titles import with_names_over_titles
from converter.parse.contents.paged import (
    with_equal_pages,
    with_lone_pages,
    with_paged_sections,
    with_shared_pages,
)
from converter.parse.contents.pages import (
    with_arabic_pages,
    with_bare_pages,
    with_plain_pages,
    without_doubled,
    without_folios,
)
from converter.parse.contents.parted import (
    settle_joined,
    settle_summaries,
    without_numbers,
    without_pictures,
)
from converter.parse.contents.parted_titles import with_titles_parted
from converter.parse.contents.pen_names import add_pen_names, without_pen_names
from converter.parse.contents.pen_names_below import without_pen_names_below
from converter.parse.contents.people import names_teacher, with_writers_beside
from converter.parse.contents.places import (
    settle_afterword,
    settle_below_all,
    settle_empty,
    settle_fillers,
    settle_first_lines,
    settle_genres,
    settle_heading,
    settle_loose,
    settle_misread_pages,
    settle_notice,
    settle_own_words,
    settle_sets,
    settle_stacked,
    settle_trailing,
    settle_translations,
)
from converter.parse.contents.raw import RawContents, RawEntry
from converter.parse.contents.rebroken import with_titles_rejoined
from converter.parse.contents.rows import Row, rows_of
from converter.parse.contents.running import (
    with_counts_closed,
    with_entries_apart,
    with_lettered_pages_apart,
    with_names_behind_apart,
    with_names_carried_back,
    with_pages_of_names_below,
    with_pieces_apart,
)
from converter.parse.contents.section_led import with_led_names, with_sections_led
from converter.parse.contents.sections import (
    settle_english,
)
from converter.parse.contents.side_columns import with_columns_below_each_other
from converter.parse.contents.signers_apart import with_signers_beside
from converter.parse.contents.signers_below import without_signers_below
from converter.parse.contents.single import with_named_columns, with_single_entries
from converter.parse.contents.spaced_houses import with_spaced_houses
from converter.parse.contents.stacks import with_stacks_parted
from converter.parse.contents.stroked import with_strokes_whole
from converter.parse.contents.themed_names import with_themed_names
from converter.parse.contents.themes import settle_signing_notes, with_theme_notes
from converter.parse.contents.titled import settle_marks, with_names_between, with_titles_unmarked
from converter.parse.contents.told import add_told, without_told
from converter.parse.contents.torn import with_pages_below, with_whole_rows
from converter.parse.contents.walk import RowReader
from converter.parse.contents.weigh import weigh
from converter.parse.contents.within import with_pages_outside, with_sections_before
from converter.parse.contents.years import settle_years
from converter.segment.units import indent_of
from converter.source import Line
from converter.values import replace


def parse_contents(
    lines: Sequence[Line], body: Iterable[Line] = (), title: str = ""
) -> RawContents:
    """Read the lines of the contents region.

    ``body`` are the other lines of the issue, ``title`` is that of the magazine.
    """
    others = tuple(body)
    read = or_parted(lines, BodyIndex(others, lines), lambda own: _read(own, others, title))
    if read.cost < _UNTOLD or (parted := with_titles_parted(others, lines)) is None:
        return read.contents
    told = or_parted(lines, BodyIndex(parted, lines), lambda own: _read(own, parted, title))
    return (told if told.cost < read.cost / 2 else read).contents


_UNTOLD = 24.0
"""What is left to be explained (characters) of contents that are torn."""


def _read(lines: Sequence[Line], body: Sequence[Line], title: str) -> Reading:
    """Read lines of contents, as they are or with some of them parted."""
    index = BodyIndex(body, lines)
    beside = RawContents()
    lines = with_pages_as_counted(lines, beside)
    framed = {line.number: line.text for line in lines if "【" in line.text or "】" in line.text}
    barred = {line.number: count for line in lines if (count := _strokes(line.text))}
    lines, signers = without_signers_below(lines, index)
    lines, pen_names = without_pen_names(lines, index)
    lines, below = without_pen_names_below(lines, index)
    indents = _indents(lines)  # those of two entries on a line are lost when it is parted
    lines, unmarked = _mended_lines(lines, index, beside)
    rows = with_themed_names(rows_of(paged_sections(lines, beside), beside, title))
    rows = with_strokes_whole(rows)
    rows = with_names_between(rows) if unmarked else rows
    rows, told = without_told(without_english(rows, beside), index)
    rows = with_barred_lead(with_bilingual_lead(with_mates(rows), index), index)
    rows = with_signers_beside(with_whole_lines(rows, index), index)
    rows = with_equal_pages(rows, index)
    rows = without_numbers(with_names_behind(rows, index), beside)
    plain, noted = rows, beside.begun()
    rows = _mended_rows(rows, index, beside)
    for number, indent in _indents(lines).items():
        indents[number] = max(indents.get(number, 0.0), indent)
    rows = with_leading_names(rows, index, beside, indents)
    rows = with_sections_beside(rows, index, beside)
    telling = rows[:_TELLING]
    best, (side, style, printed) = _best_reading(telling, beside, index)
    if len(rows) > len(telling):
        best = RowReader(rows, beside, index, side, style, printed=printed).read()
    else:
        best = or_proved(
            _or_close(best, rows, beside, index), ((rows, beside), (plain, noted)), index
        )
    cost = weigh(best, index, by_section=any(row.page for row in rows)).cost
    settled = _settled(best, rows, index, indents)
    add_told(settled, told)
    add_pen_names(settled, pen_names | signers | below)
    return Reading(_without_own_frames(_without_own_strokes(settled, barred), framed), cost)


def _without_own_strokes(contents: RawContents, barred: Mapping[int, int]) -> RawContents:
    """The contents without the strokes that were set between titles and authors and are left in texts.

    ``barred`` tells how many strokes are printed on the lines that have any.
    """
    for entry in contents.entries:
        printed = sum(barred.get(line, 0) for line in set(entry.lines))
        if sum(map(_strokes, entry.texts)) > printed:
            entry.texts = [text.replace(" / ", " ").strip() for text in entry.texts]
        if not printed or sum(map(_strokes, entry.texts)) > printed:
            entry.texts = [text.replace("/", "").strip() for text in entry.texts]
        entry.texts = [text for text in entry.texts if text]
    return contents


def _indents(lines: Sequence[Line]) -> dict[int, float]:
    """The indents of lines by their numbers, in em; the deepest where several have one number."""
    found: dict[int, float] = {}
    for line in lines:
        found[line.number] = max(found.get(line.number, 0.0), indent_of(line.text))
    return found


def _strokes(text: str) -> int:
    return text.count("/") + text.count("／")


def _mended_lines(
    lines: Sequence[Line], index: BodyIndex, beside: RawContents
) -> tuple[Sequence[Line], bool]:
    """The lines as rows were printed; and True if their titles stood in the marks of works."""
    lines = with_titles_rejoined(with_centred_pages_below(lines, index), index)
    lines = with_names_whole(without_doubled(with_flush_sections(lines, index), index), index)
    lines = with_glued_names_apart(lines, index)
    lines = with_glued_lines_apart(lines, index)
    lines = with_writers_beside([line for line in lines if not names_teacher(line.text)])
    lines = with_lettered_pages_apart(with_columns_below_each_other(lines))
    lines = with_pages_behind_names(lines, index)
    lines = with_stacks_parted(with_names_carried_back(with_counts_closed(lines)), index)
    lines = with_pages_of_names_below(with_tabs(lines))
    lines = with_gathered_pages(with_spaced_houses(lines), index)
    lines = without_folios(with_bare_pages(lines))
    lines = with_sections_led(with_led_names(lines), index)
    lines = with_arabic_pages(columns_below(without_halves(lines)), beside)
    lines = with_plain_pages(with_pages_as_counted(lines, beside))
    lines = with_titles_unmarked(marked := lines, index, beside)
    unmarked = lines is not marked
    lines = with_authors_below(with_level_names(lines, index), index)
    lines = with_authors_behind(lines, index)
    lines = with_columns_apart(one_column(with_turns_parted(lines)), index)
    lines = with_titles_abreast(lines, index)
    lines = with_pieces_apart(with_pairs_parted(unpaired(lines), index), index)
    lines = with_names_behind_apart(with_words_behind_pages(lines, index), index)
    lines = with_bracketed_pages_apart(lines, index)
    lines = unnumbered(unbulleted(unbarred(with_entries_apart(lines))))
    lines = with_plain_frames(with_pages_last(lines), index)
    return lines, unmarked


def _mended_rows(rows: list[Row], index: BodyIndex, beside: RawContents) -> list[Row]:
    """The rows, each with one entry or one section, as far as a row and those around it tell."""
    rows = with_glued_pages(
        _by_entry(with_whole_rows(with_pages_below(rows), index), beside), index
    )
    rows = with_signed_sections(with_featured_story(rows, beside), index)
    rows = with_whole_names(with_pages_first(rows, index), index)
    rows = with_section_cells(with_framed_cells(rows, beside), index)
    rows = with_lone_pages(with_shared_pages(rows, index, beside), index, beside)
    rows = with_pages_outside(with_sections_before(rows, index), index)
    rows = with_pages_apart(with_pages_within(rows), index)
    rows = with_names_over_titles(rows, index)
    rows = with_theme_notes(rows, index, beside)
    rows = with_joint_sections(with_sections_gathered(rows, index), index)
    rows = without_parts(with_opening(with_bilingual_names(with_english(rows)), index), index)
    rows = with_paged_sections(with_single_entries(rows, index, beside), index, beside)
    rows = with_own_sections(with_labels(rows, index), index)
    return without_pictures(with_named_columns(rows, index, beside), beside, index)


def _without_own_frames(contents: RawContents, framed: Mapping[int, str]) -> RawContents:
    """The contents without the 【】 of names taken for sections that were read otherwise.

    ``framed`` are the lines on which such marks are printed, by their numbers.
    """
    for entry in contents.entries:
        printed = [squeeze(framed[line]) for line in entry.lines if line in framed]
        entry.texts = [
            text if any(squeeze(text) in one for one in printed) else _unframed(text)
            for text in entry.texts
        ]
        if not any(squeeze(entry.authors_text) in one for one in printed):
            entry.authors_text = _unframed(entry.authors_text)
    if not any(contents.heading in squeeze(text) for text in framed.values()):
        contents.heading = _unframed(contents.heading)
    return contents


def _unframed(text: str) -> str:
    return text.replace("【", "").replace("】", "")


def _by_entry(rows: list[Row], beside: RawContents) -> list[Row]:
    """The rows, where tables name their columns or hold several entries in a row."""
    if not any("\n" in cell for row in rows for cell in row.cells):
        return by_columns(rows, beside)
    from converter.parse.contents.several import (  # few contents need it
        with_entries_abreast,
        with_whole_entries,
    )

    return with_whole_entries(by_columns(with_entries_abreast(rows), beside))


_TELLING = 1000
"""Rows of a thick volume; of more contents so many tell as much as all how they are printed."""
_Way = tuple[str, str, bool]
"""The side, the style and whether the body prints sections, as :class:`RowReader` takes them."""


def _best_reading(
    rows: Sequence[Row], beside: RawContents, index: BodyIndex
) -> tuple[RawContents, _Way]:
    """The best of all ways in which the rows may be read: what it gives, and which it is."""
    first = RowReader(rows, beside, index)
    best, way = first.read(), ("", "", False)
    by_section = any(row.page for row in rows)
    least, whole = weigh(best, index, by_section=by_section)
    if whole:
        return best, way
    least -= _GAIN
    sure = first.teller.sure
    styles = (first.teller.style,) if sure else ("marked", "alone", "inline")
    forms = itertools.product(
        ("first", "last", "none"), styles, (False,) if sure else (False, True)
    )
    for side, style, printed in forms:
        if (side, style, printed) == (first.side, first.teller.style, False):
            continue
        found = RowReader(rows, beside, index, side, style, printed=printed).read()
        cost = weigh(found, index, by_section=by_section).cost
        if cost < least:
            best, way, least = found, (side, style, printed), cost
    return best, way


def _or_close(
    best: RawContents, rows: Sequence[Row], beside: RawContents, index: BodyIndex
) -> RawContents:
    """The reading of the rows as if no blank lines parted them, where such part all of them alike.

    It must leave less to be explained than the ``best`` of those that heed the blank lines.
    """
    if len(rows) < _ALL_APART or not all(row.gap for row in rows if not row.table):
        return best
    by_section = any(row.page for row in rows)
    least, whole = weigh(best, index, by_section=by_section)
    if whole:
        return best
    close = [replace(row, gap=False, alone=False) for row in rows]
    found, _ = _best_reading(close, beside, index)
    return found if weigh(found, index, by_section=by_section).cost < least - _GAIN else best


_ALL_APART = 6
"""So many rows between blank lines tell that those part nothing."""


def _numerals(contents: RawContents, entry: RawEntry) -> Iterator[str]:
    """The numerals on the lines of an entry that may be its page: l2 is that of no entry on page 6."""
    for line in entry.lines:
        numeral = contents.numerals.get(line)
        if numeral is not None and not (
            (page := page_number(numeral)).isdecimal() and page != entry.page
        ):
            yield numeral


def _settled(
    contents: RawContents, rows: Sequence[Row], body: BodyIndex, indents: Mapping[int, float]
) -> RawContents:
    """The contents with all that can be told of them once they are read."""
    _part_from_sections(contents)
    for entry in contents.entries:
        entry.printed_page = next(_numerals(contents, entry), entry.printed_page)
        if not set(contents.free).isdisjoint(entry.lines):
            entry.section = -1
    settle_years(contents, rows)
    settle_dashed(contents)
    settle_lost_pages(contents, rows, body)
    settle_marks(contents, body)
    settle_described(contents, body)
    settle_english(contents)
    settle_translations(contents, body)
    settle_misread_pages(contents)
    settle_sets(contents, body)
    settle_genres(contents, body)
    settle_named_columns(contents, body)
    settle_joined(contents, body)
    settle_summaries(contents, body)
    settle_stacked(contents, body)
    settle_first_lines(contents, body)
    settle_empty(contents, body)
    settle_bare_names(contents, body)
    settle_signing_names(contents, body)
    settle_flush(contents, indents)
    settle_fillers(contents, body)
    settle_afterword(contents)
    settle_own(contents, rows, body)
    settle_own_words(contents)
    settle_trailing(contents)
    settle_loose(contents, rows)
    settle_below_all(contents, rows)
    settle_notice(contents)
    settle_signing_notes(contents)
    settle_heading(contents, body)
    return contents


def _part_from_sections(contents: RawContents) -> None:
    """Leave the name of a section out of entries that have its line, and those that are no more.

    Garbled contents give both.
    """
    named = {(section.line, section.name) for section in contents.sections}
    named -= set(contents.columns)
    kept: list[RawEntry] = []
    for entry in contents.entries:
        own = {name for line, name in named if line in entry.lines}
        texts = [text for text in entry.texts if text not in own]
        if texts and len(texts) < len(entry.texts):
            entry.texts[:] = texts
        names = entry.authors_text.split()
        if len(names) > 1 and not own.isdisjoint(names) and len(entry.lines) > 1:
            entry.authors_text = " ".join(name for name in names if name not in own)
        if entry.page or len(entry.texts) != 1 or entry.texts[0] not in own:
            kept.append(entry)
    contents.entries[:] = kept


_GAIN = 2.0
"""By how many characters another way to read the contents must be better than what they look like."""
