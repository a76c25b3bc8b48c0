"""Where the boxes of an article begin: by their names, their sources, their frames, their points."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze, width
from converter.parse.assemble.answers import only_answers, talk_within
from converter.parse.assemble.below_credits import find_below_credits, find_last_remark
from converter.parse.assemble.box_frees import (
    free_comments,
    free_headings,
    free_notes,
    free_reading_lists,
    free_replies,
    free_titles,
)
from converter.parse.assemble.bridged import Bridges
from converter.parse.assemble.last_notes import close_last_notes
from converter.parse.assemble.lone_titles import lone_titles
from converter.parse.assemble.outline import Outline
from converter.parse.assemble.sourced import (
    coloned_texts,
    is_sourced,
    is_supplied_within,
    sourced_titles,
    titled_texts,
    told_start,
)
from converter.parse.assemble.told_within import find_told_within
from converter.parse.boxes import BoxStart, bare_label, beside_title, is_attribution, is_excerpt
from converter.parse.cards import about_start, books_start, card_start, cards_in, list_start
from converter.parse.close_set import close_to
from converter.parse.cutting import cutting_start
from converter.parse.extent import closes_box
from converter.parse.kinds import is_credit
from converter.parse.labels import (
    NAME_AND_TITLE,
    coloned,
    is_named,
    names_box,
    proved_start,
    sayings_start,
)
from converter.parse.marked import quoted_name, runs_in
from converter.parse.ornaments import ORNAMENTED, ornamented_start
from converter.parse.part_names import free_alike, free_parts
from converter.parse.points import (
    counted_between,
    counted_in_sentence,
    points_of_talk,
    points_to,
    things_to,
    told_in_brackets,
    years_to,
)
from converter.parse.recipes import RECIPE

_TOLD_LINE = 26
"""Characters of the name and the title of a box on one line."""
_PROVED_LINE = 40
"""Characters of a name that what stands below it proves."""


def find_boxes(outline: Outline) -> frozenset[int]:
    """Fill the ``starts`` and ``points`` of an outline; the units of the cards among the boxes."""
    free_reading_lists(outline)
    _find_marked_boxes(outline)
    free_parts(outline.units, outline.starts)
    free_headings(outline)
    free_comments(outline)
    _find_closed_boxes(outline)
    _find_proved_boxes(outline)
    free_alike(outline.units, outline.starts, outline.context.profile.boxes.labels)
    _find_points(outline)
    _find_bridged(outline)
    _find_lone(outline)
    _find_mates(outline)
    _find_books(outline)
    _find_next_in_row(outline)
    find_below_credits(outline)
    find_last_remark(outline)
    find_told_within(outline)
    _find_answers(outline)
    cards = _find_cards(outline)
    _part_names(outline)
    free_titles(outline)
    close_last_notes(outline)
    free_replies(outline)
    free_notes(outline)
    return cards


def _find_marked_boxes(outline: Outline) -> None:
    """What the OCR set apart with a bold name is a box; 【点评】 beside 【病例】 is none."""
    boxes = outline.context.profile.boxes
    for at, start in enumerate(outline.starts):
        if outline.box_decided(at):
            continue
        if start is None:
            name = quoted_name(outline.units, at)
            if name is not None:
                outline.starts[at] = BoxStart(
                    name.label,
                    name.rest,
                    own_line=not name.rest,
                    titled=bool(name.rest) and outline.units[at].strong,
                )
        elif start.label in boxes.ambiguous and runs_in(outline.units, at, frozenset(boxes.labels)):
            outline.starts[at] = None


def _find_closed_boxes(outline: Outline) -> None:
    """A short line, some paragraphs and their source are a box, whatever its name.

    法条速递 is in no list of names; 摘自…… after whole paragraphs tells. In a digest it is
    the article that ends there, or a piece of it.
    """
    if outline.context.digest:
        return
    told = (outline.units, outline.starts)
    for at, start in (titled_texts(*told) | coloned_texts(*told)).items():
        if not outline.box_decided(at):
            outline.starts[at] = start
    for at, unit in enumerate(outline.units[:-2]):
        may_label = at not in outline.series and _may_label(outline, at)
        below = (outline.units, outline.starts, outline.numbers, at + 1)
        sourced = may_label and (is_sourced(*below) or is_supplied_within(*below))
        if is_excerpt(unit.text) and outline.source_of_excerpt(at + 1) > at + 1:
            sourced = outline.starts[at] is None
        if sourced:
            outline.starts[at] = beside_title(unit.text, outline.context.profile) or BoxStart(
                bare_label(unit.text), "", own_line=True
            )
        elif _may_be_told(outline, at):
            outline.starts[at] = told_start(outline.units, outline.starts, outline.numbers, at)
    for at in sourced_titles(
        outline.units, outline.starts, outline.numbers, outline.context.decisions
    ):
        text = outline.units[at].text.strip()
        outline.starts[at] = beside_title(text, outline.context.profile) or BoxStart(
            "", text, own_line=False, titled=True
        )


def _may_be_told(outline: Outline, at: int) -> bool:
    """True for a short line without a number that nothing tells what it is."""
    return outline.is_free(at, _TOLD_LINE) and outline.numbers[at] is None


def _find_proved_boxes(outline: Outline) -> None:
    """Common words and unheard-of names over what can be nothing but a box."""
    profile = outline.context.profile
    for at in range(len(outline.units)):
        if outline.starts[at] is None and not outline.box_decided(at):
            outline.starts[at] = (
                card_start(outline.units, at)
                or about_start(outline.units, at)
                or list_start(outline.units, at)
                or sayings_start(outline.units, at)
            )
        if at not in outline.cells and outline.is_free(at, _PROVED_LINE):
            outline.starts[at] = (
                ornamented_start(outline.units, at, outline.context.sidebar_marks)
                or proved_start(outline.units, at, profile, outline.context.repeated)
                or cutting_start(
                    outline.units, at, outline.context.trigrams, profile, outline.context.repeated
                )
            )


def _find_points(outline: Outline) -> None:
    """A few short points under a title, between long paragraphs without headings, or in a talk."""
    told = points_of_talk(outline.units, outline.numbers) | years_to(outline.units, outline.numbers)
    told |= counted_in_sentence(outline.units)
    told |= counted_between(outline.units, outline.numbers)
    told |= close_to(outline.units, outline.numbers, outline.series) | told_in_brackets(
        outline.units
    )
    for at, end in told.items():
        _add_points(outline, at, end)
    for at, (name, end) in things_to(outline.units).items():
        if not outline.is_decided(at) and not any(outline.starts[at + 1 : end]):
            outline.starts[at] = BoxStart(name, "", own_line=True)
            outline.points[at] = outline.units[end - 1].last
    if outline.context.digest or any(outline.numbers) or outline.series:
        return
    for at, end in points_to(outline.units, outline.numbers).items():
        _add_points(outline, at, end)


def _find_bridged(outline: Outline) -> None:
    """What stands between the halves of broken sentences, and nothing else has told."""
    bridges = Bridges(
        outline.units,
        outline.starts,
        outline.is_no_box,
        outline.context.trigrams,
        frozenset(outline.context.profile.boxes.labels),
        outline.context.profile.boxes.ambiguous,
        outline.context.repeated,
    )
    second = {}
    if outline.context.pages and any(outline.starts):
        from converter.parse.assemble.second_boxes import behind_boxes

        second = behind_boxes(bridges, outline.context.pages)
    for at, (above, _) in second.items():
        outline.points.setdefault(above, outline.units[at - 1].last)
    for at, made in {**{at: made for at, (_, made) in second.items()}, **bridges.find()}.items():
        if not outline.is_decided(at) and made.start.label not in RECIPE:
            outline.starts[at] = made.start
            outline.points[at] = outline.units[made.end - 1].last


def _find_lone(outline: Outline) -> None:
    """The titles among numbered parts that are no headings, as each stands alone in its part."""
    for at in lone_titles(outline):
        if not outline.is_decided(at):
            text = outline.units[at].text.strip()
            outline.starts[at] = BoxStart("", text, own_line=False, titled=True)


_TRAVEL_WORDS = (
    "交通 住宿 食宿 餐饮 餐飲 美食 门票 門票 购物 購物 路线 路線 费用 費用 签证 簽證 气候 氣候"
)
_PRACTICAL = frozenset(_TRAVEL_WORDS.split())
"""What travellers are told in boxes, one beside the other."""


def _find_mates(outline: Outline) -> None:
    """住宿 over a paragraph, in an article in which 交通 is a box."""
    if not any(start is not None and start.label in _PRACTICAL for start in outline.starts):
        return
    for at, unit in enumerate(outline.units[:-1]):
        name, below = squeeze(unit.text), outline.units[at + 1]
        if name not in _PRACTICAL or not _may_be_told(outline, at) or outline.is_decided(at):
            continue
        if ends_sentence(below.text) and outline.starts[at + 1] is None:
            outline.starts[at] = BoxStart(name, "", own_line=True)
            outline.points[at] = below.last


def _find_books(outline: Outline) -> None:
    """The books that an article is about, below all of it, under a name of their own."""
    units = outline.units
    for at in range(max(2, len(units) - _LAST), len(units) - 1):
        start = None if outline.is_decided(at) or outline.starts[at] else books_start(units, at)
        if start is not None:
            outline.starts[at] = start
            outline.points[at] = units[-1].last


_LAST = 7
"""Units at the end of an article among which the name of such a box stands."""


def _find_next_in_row(outline: Outline) -> None:
    """资料：……。 right below the source of a box: the next one, though 资料 is a common word."""
    labels = outline.context.profile.boxes.labels
    for at in range(2, len(outline.units)):
        unit = outline.units[at]
        above = outline.starts[max(0, at - _REACH) : at - 1]
        if not (any(above) and closes_box(outline.units[at - 1].text)) or outline.is_decided(at):
            continue
        if outline.starts[at] is None and ends_sentence(unit.text):
            outline.starts[at] = coloned(unit.text, labels)


_REACH = 6
"""Units from the name of a box to its source."""


def _part_names(outline: Outline) -> None:
    """Part the name of a box from the title beside it where both were taken for its title."""
    known = {*outline.context.profile.boxes.labels, *outline.context.repeated}
    for at, start in enumerate(outline.starts):
        if start is None or start.label or not start.titled or is_credit(start.rest):
            continue
        hit = NAME_AND_TITLE.match(start.rest)
        if hit is not None and is_named(hit, known):
            outline.starts[at] = start._replace(label=hit["label"], rest=hit["title"].strip())


def _find_answers(outline: Outline) -> None:
    """问：…… and 答：…… under the name of a box, where nobody else asks in the article."""
    if told := talk_within(outline.units):
        at = told.start - 1
        if not outline.is_decided(at):
            name = BoxStart(outline.units[at].text.strip(), "", own_line=True)
            outline.starts[at] = outline.starts[at] or name
            outline.points[at] = outline.units[told.stop - 1].last
    answers = only_answers(outline.units)
    end = answers.stop
    while answers and end < len(outline.units) and closes_box(outline.units[end].text):
        end += 1
    goes_on = _goes_on(outline, answers.start - 1, end) if answers else False
    for at in range(max(0, answers.start - 2), answers.start):
        start = outline.starts[at]
        if start is None and goes_on and at + 1 == answers.start and not outline.is_decided(at):
            start = _framed_questions(outline.units[at].text)
            outline.starts[at] = start
        if start is None or not start.label or at in outline.points:
            continue
        # 问与答 is over the last part of an article, too.
        if start.label[-1] not in "问問答" or (goes_on and start.own_line):
            outline.points[at] = outline.units[end - 1].last
            beside = at + 1 == answers.start and bool(start.rest)
            outline.starts[at] = start._replace(titled=start.titled or beside)


_FRAMED_NAME = re.compile(r"^[【〖〔［\[◇◆■●★▲▶◎☆]\s*[^】〗〕］\]。：]{2,8}[】〗〕］\]◇◆■●★▲◎☆]?$")


def _framed_questions(text: str) -> BoxStart | None:
    """【你问我答】 over questions within an article: in brackets or behind a mark, as names of boxes are."""
    framed = _FRAMED_NAME.match(text.strip())
    return BoxStart(bare_label(text), "", own_line=True) if framed else None


def _goes_on(outline: Outline, at: int, end: int) -> bool:
    """True if prose stands above the name over some questions, and right below the last answer."""
    units = outline.units
    if not 0 < at < end < len(units) or outline.starts[end] or outline.numbers[end]:
        return False
    above, below = units[at - 1].text, units[end].text
    prose = min(width(above), width(below)) >= _PROSE
    return prose and ends_sentence(below) and outline.numbers[at - 1] is None


_PROSE = 16
"""The least em of a paragraph, or of what a box has cut of it."""


def _find_cards(outline: Outline) -> frozenset[int]:
    """Recipes, addresses and the like between paragraphs; the units of those that are boxes."""
    found: set[int] = set()
    for card in cards_in(outline.units, outline.numbers):
        known = (
            any(outline.starts[max(0, card.start - 1) : card.end]) or card.start in outline.series
        )
        if known or outline.is_decided(card.start) or outline.context.digest:
            continue
        text = outline.units[card.start].text.strip()
        if card.titled and _DATA.search(text):
            outline.starts[card.start] = BoxStart(squeeze(text), "", own_line=True)
        else:
            outline.starts[card.start] = BoxStart("", text, own_line=False, titled=card.titled)
        outline.points[card.start] = outline.units[card.end - 1].last
        found.update(range(card.start, card.end))
    return frozenset(found)


_DATA = re.compile("^.{2,4}(?:[资資]料|信息|[资資][讯訊]|[档檔]案)$")
"""影片资料: what such a card holds, and no title."""


def _add_points(outline: Outline, at: int, end: int) -> None:
    """Note a box of points, unless the editor or the text says what stands there."""
    text = outline.units[at].text.strip()
    if any(outline.starts[at:end]) or outline.is_decided(at) or is_attribution(text):
        return
    ornamented = ORNAMENTED.match(text)
    if names_box(text):
        outline.starts[at] = BoxStart(squeeze(text), "", own_line=True)
    elif ornamented is not None:
        outline.starts[at] = BoxStart("", ornamented["title"], own_line=False, titled=True)
    else:
        outline.starts[at] = BoxStart("", text, own_line=False, titled=True)
    outline.points[at] = outline.units[end - 1].last


def _may_label(outline: Outline, at: int) -> bool:
    """True if a unit may be the label of a box that no list of names holds."""
    unit, decisions = outline.units[at], outline.context.decisions
    return (
        outline.starts[at] is None
        and outline.numbers[at] is None
        and 2 <= width(unit.text) <= 8
        and unit.text[-1] not in "，。；：、？！…”』」）"
        and not unit.text.startswith("——")
        and not outline.box_decided(at)
        and unit.first not in decisions.headings
        and (
            not at
            or ends_sentence(outline.units[at - 1].text)
            or width(outline.units[at - 1].text) > 24
            or outline.numbers[at - 1] is not None
        )
    )
