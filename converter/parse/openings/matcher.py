"""Finds all openings, in the order of the body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.hanzi import ends_sentence, key, squeeze, width
from converter.names import is_body
from converter.parse.cells import captioned_cells
from converter.parse.contents import RawContents
from converter.parse.kinds import is_editors_note
from converter.parse.led import heads_index, is_indexed
from converter.parse.openings.abroad import open_abstracts
from converter.parse.openings.alike import sign_alike
from converter.parse.openings.below_names import find_below_names
from converter.parse.openings.columns import card_above
from converter.parse.openings.fillers import add_fillers
from converter.parse.openings.framed import open_framed
from converter.parse.openings.gaps import add_first_lines, fill_gaps
from converter.parse.openings.head import HeadReader
from converter.parse.openings.listed import find_listed
from converter.parse.openings.marked_subtitles import part_marked_subtitles
from converter.parse.openings.opening import Opening, used_units
from converter.parse.openings.parts import without_parts
from converter.parse.openings.poem_titles import names_poems
from converter.parse.openings.postscript import postscript
from converter.parse.openings.survey import NO_EDGES, PageEdges, Survey
from converter.parse.openings.torn import without_rest, without_some
from converter.parse.openings.unlisted import UnlistedFinder
from converter.profile import Profile
from converter.segment import Unit

if TYPE_CHECKING:
    from converter.parse.headlines import Headline


def find_openings(
    units: Sequence[Unit],
    contents: RawContents,
    profile: Profile,
    decided: Mapping[int, bool] | None = None,
    headlines: Sequence[Headline] = (),
    edges: PageEdges = NO_EDGES,
    *,
    lettered: bool = False,
) -> list[Opening]:
    """The openings among the units of the body, in their order.

    ``decided`` says of the first line of a unit whether an editor sees a title there;
    ``headlines`` are those of a newspaper, ``edges`` what stands at the heads of pages;
    ``lettered`` tells that they are of a newsletter, whose name stood above all.
    """
    titles = decided or {}
    survey = Survey(units, contents, profile, edges, lettered=lettered)
    refused = {at for at, unit in enumerate(units) if titles.get(unit.first) is False}
    refused |= {at for at, unit in enumerate(units) if is_indexed(unit) or heads_index(units, at)}
    left = _left_authors(survey)
    openings = _by_contents(survey, refused | left.keys())
    taken = {at for opening in openings for at in opening.title}
    openings += [
        Opening(at, [at])
        for at, unit in enumerate(units)
        if titles.get(unit.first) and at not in taken
    ]
    openings += _by_looks(survey, openings, headlines, refused | captioned_cells(units), left)
    openings.sort(key=lambda opening: opening.start)
    _read_heads(survey, openings)
    part_marked_subtitles(survey, openings)
    openings += open_abstracts(survey, openings)
    sign_alike(survey, openings)
    openings = add_fillers(survey, without_parts(openings))
    # What turned out to be an author printed above a title is no title of its own.
    authors = {at for opening in openings for at, _ in opening.bylines}
    return [opening for opening in openings if not authors.issuperset(opening.title)]


def _by_contents(survey: Survey, refused: set[int]) -> list[Opening]:
    """The openings that the contents list."""
    openings = find_listed(survey, refused)
    add_first_lines(survey, openings)
    openings += fill_gaps(survey, openings, refused)
    for opening in openings:
        _name_collection(survey, opening)
    find_below_names(survey, openings)
    return openings


def _by_looks(
    survey: Survey,
    openings: list[Opening],
    headlines: Sequence[Headline],
    refused: set[int],
    left: Mapping[int, int],
) -> list[Opening]:
    """The openings beside ``openings`` that the contents lack; framed ones are added to these."""
    if headlines:
        from converter.parse.openings.headlined import open_headlines  # magazines have none

        return open_headlines(survey, headlines, openings, refused)
    openings += open_framed(survey, openings, refused)
    openings.sort(key=lambda opening: opening.start)
    cards = {
        card_above(survey.units, opening.start, "".join(opening.reading[0]), opening.reading[1])
        for opening in openings
    }
    unlisted = UnlistedFinder(survey, openings, refused | cards).find()
    unlisted = _with_text(survey, openings, _about_sections(survey, openings, unlisted))
    unlisted += _beyond_contents(survey, openings, unlisted, refused | cards)
    _list_signed(survey, unlisted, left)
    return unlisted + postscript(survey, [*openings, *unlisted])


def _beyond_contents(
    survey: Survey, openings: Sequence[Opening], unlisted: Sequence[Opening], refused: set[int]
) -> list[Opening]:
    """The articles that contents lack whose rest is lost, or many of their entries: as without contents."""
    known = [*openings, *unlisted]
    if (bare := without_rest(survey, openings)) is not None:
        last = max(one.title[-1] for one in openings) + _HEAD
        heads = set(range(last + 1))
    elif (bare := without_some(survey, openings, unlisted)) is not None:
        heads = {at for one in known for at in range(one.start, one.title[-1] + _HEAD)}
    else:
        return []
    from converter.parse.openings.names_alike import part_as_listed

    taken = {at for one in known for at in used_units(one)}
    found = UnlistedFinder(bare, [], refused | heads).told()
    more = [one for one in _about_sections(bare, [], found) if one.start not in heads]
    part_as_listed(survey, more, openings)
    return [one for one in more if not taken & used_units(one)]


def _about_sections(
    survey: Survey, openings: Sequence[Opening], unlisted: list[Opening]
) -> list[Opening]:
    """The ``unlisted`` without names of sections in their titles, and others set as they are."""
    listed = bool(survey.contents.entries)
    if listed and not unlisted:
        return []
    from converter.parse.openings.sections import part_names

    parted = part_names(survey, unlisted, openings)
    if listed:
        return parted
    from converter.parse.openings.set_alike import set_alike
    from converter.parse.openings.under_sections import under_sections

    return set_alike(survey, openings, under_sections(survey, parted))


def _read_heads(survey: Survey, openings: Sequence[Opening]) -> None:
    """Read what stands about each title, down to the text."""
    reader = HeadReader(survey, [at for opening in openings for at in opening.title])
    for index, opening in enumerate(openings):
        last = index + 1 == len(openings)
        reader.read(opening, len(survey.units) if last else openings[index + 1].start)


def _left_authors(survey: Survey) -> dict[int, int]:
    """The entries that are no more than a house which signs below a title, by the units where it does.

    Of 标题 / ……某县委宣传部 OCR has lost the title and the page, and the house looks like a title.
    """
    entries = survey.contents.entries
    alone = {
        key(entry.texts[0]): number
        for number, entry in enumerate(entries)
        if len(entry.texts) == 1 and not entry.page and is_body(entry.texts[0])
    }
    return {
        at: alone[survey.keys[at]]
        for at in range(1, len(survey.units) - 1)
        if survey.keys[at] in alone
        and survey.units[at].gap
        and survey.may_be_title(at - 1)
        and survey.prose_follows(at + 1)
    }


def _list_signed(survey: Survey, openings: Sequence[Opening], left: Mapping[int, int]) -> None:
    """Give the articles that such houses sign the entries that have lost their titles."""
    for opening in openings:
        signed = opening.title[-1] + 1
        if opening.entry < 0 and signed in left:
            opening.entry = left[signed]
            title = tuple(survey.units[at].text for at in opening.title)
            opening.reading = title, (squeeze(survey.units[signed].text),)


_HEAD = 3
"""Units of the head of an article below its title: a subtitle, and who signs."""
_AND_OTHERS = re.compile(
    r"(?:[（(]\s*外\s*[\d一二三四五六七八九十]{1,3}\s*[则則条條篇封问問题題章首]\s*[）)]$|[（(]?\s*等(?:\s*[\d一二三四五六七八九十]+\s*[则則条條篇问問题題])?\s*[）)]?|……|…)$"
)


def _name_collection(survey: Survey, opening: Opening) -> None:
    """某处通车等 of the contents, the first of several items under the name of their column.

    The column is the article, and what the contents name is a heading in it.
    """
    entry = survey.contents.entries[opening.entry]
    first = opening.title[0]
    text = survey.units[opening.title[-1]].text
    lines = (*entry.texts[-1:], *opening.reading[0][-1:])
    several = next((hit for line in lines if (hit := _AND_OTHERS.search(line))), None)
    if several is None or _AND_OTHERS.search(text) or _are_people(several, opening.reading[1]):
        return
    above, kept = first - 1, False
    if above > 0 and is_editors_note(survey.units[above].text):
        above -= 1  # on the column, below its name
    if above > 0 and not survey.is_section[above]:
        # Who keeps the column, between its name and the first of its pieces.
        signed = survey.byline(above, known=frozenset(opening.reading[1]))
        kept = signed is not None and signed.certainty >= _SIGNED
        above -= kept
    # （外二首） are an author's poems below the name of their genre; letters are by several.
    alone = "外" in several[0] and "封" not in several[0] and len(opening.reading[1]) <= 1
    if above >= 0 and survey.is_section[above] and (kept or not alone):
        opening.title, opening.start = [above], above


def _are_people(several: re.Match[str], authors: Sequence[str]) -> bool:
    """True for 标题 张三等: of several authors the contents name the first."""
    above = key(several.string[: several.start()])
    return several[0].strip() == "等" and bool(authors) and above.endswith(key(authors[-1]))


_SIGNED = 0.95
"""How sure a byline must be that stands between the name of a column and its first piece."""
_POEMS = 6
"""Units of poems: a byline and lines."""
_TEXT, _CLAUSE = 36, 18
"""Em of a piece that is text, whatever it ends with, and of a sentence that is."""


def _with_text(survey: Survey, listed: list[Opening], found: list[Opening]) -> list[Opening]:
    """Those of the openings ``found`` that have a text below them.

    The name of a column with its columnist above a title that is listed has none, nor has
    what the cover says before the contents.
    """
    starts = sorted(opening.start for opening in (*listed, *found))
    contents = min((line for entry in survey.contents.entries for line in entry.lines), default=0)
    kept = []
    for opening in found:
        at = opening.title[-1] + 1
        next_one = bisect_left(starts, at)
        end = starts[next_one] if next_one < len(starts) else len(survey.units)
        units = survey.units[at:end]
        if units and units[0].first < contents:
            units = [unit for unit in units if unit.first < contents]
        poems = names_poems(survey.units[opening.title[-1]].text) and len(units) > _POEMS
        if not listed or poems or any(_is_text(unit) for unit in units):
            kept.append(opening)
    return kept


def _is_text(unit: Unit) -> bool:
    return width(unit.text) >= _TEXT or (ends_sentence(unit.text) and width(unit.text) >= _CLAUSE)
