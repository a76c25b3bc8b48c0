"""Which common words name boxes in an issue: 背景, 词条, where nothing but a box can begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.parse.boxes.sources import is_attribution
from converter.parse.boxes.start import ABOUT_A_PERSON, BESIDE, bare_label
from converter.parse.captions.told import POINTERS
from converter.parse.cut_colons import is_cut_behind_colon
from converter.parse.frames import framed_like
from converter.parse.kinds import labelled
from converter.parse.marked import LABEL_SHAPE, marked_names, names_like
from converter.parse.tables import is_caption
from converter.profile import Profile
from converter.segment import Unit

_OPENING_LABEL = re.compile(r"^(?P<label>\S{2,6}?)(?:\s*[：:]\s*|\s+)(?P<rest>\S.*)$")


def with_proved_labels(
    profile: Profile, units: Sequence[Unit], sections: Collection[str] = ()
) -> Profile:
    """The profile in which common words that name boxes in this issue are no longer doubted.

    背景：…… may be a sentence or a box. It is a box if it stands in the middle of a broken
    sentence or is closed by an attribution, or beside a title as it stands elsewhere alone;
    then the word names a box wherever it opens a paragraph of this issue. So do names that
    the marks of the OCR prove, unless ``sections`` of the issue have them.
    """
    listed = profile.boxes.labels
    marked = marked_names(units) | names_like(units, listed)
    sure = profile.boxes.sure
    ambiguous = frozenset(profile.boxes.ambiguous)
    texts = (unit.text.strip() for unit in units)
    marked |= framed_like(
        texts,
        sure,
        ambiguous,
        lambda name: name in listed or LABEL_SHAPE.match(name) is not None,
    )
    marked |= _shaped_again(units)
    marked = marked.difference(listed, sections)
    profile = profile.with_box_labels(sorted(marked))
    doubted = frozenset(profile.boxes.ambiguous)
    proved = _framed_like_sure_ones(units, profile.boxes.labels, doubted)
    places = {
        at: plain
        for at, unit in enumerate(units)
        if len(unit.text) <= BESIDE and (plain := bare_label(unit.text)) in doubted
    }
    alone = frozenset(places.values())
    proved |= _cutting_again(units, places)
    for at, unit in enumerate(units):
        hit = _OPENING_LABEL.match(unit.text)
        if hit is None or hit["label"] in proved or hit["label"] not in profile.boxes.labels:
            continue
        about_person = ABOUT_A_PERSON.search(hit["label"]) is not None
        if hit["label"] not in doubted and (not about_person or labelled(unit.text)):
            if about_person and at + 1 < len(units) and is_attribution(units[at + 1].text):
                proved.add(hit["label"])  # whence it is
            continue  # 人物简介：…… may cut a sentence as well, and is no box
        beside = hit["label"] in alone and _stands_beside(hit)
        if beside or _within_sentence(units, at) or _is_closed(units, at):
            proved.add(hit["label"])
    if not proved:
        return profile
    left = tuple(label for label in profile.boxes.ambiguous if label not in proved)
    boxes = profile.boxes._replace(ambiguous=left, proved=tuple(sorted(proved)))
    return profile._replace(boxes=boxes)


def _shaped_again(units: Sequence[Unit]) -> frozenset[str]:
    """展品名片　省油灯 and 展品名片　石羊: names made as those of boxes are, before several titles."""
    titles: dict[str, set[str]] = {}
    for unit, below in pairwise(units):
        hit = _OPENING_LABEL.match(unit.text) if width(unit.text) <= BESIDE else None
        if hit is None or not LABEL_SHAPE.match(hit["label"]) or not _stands_beside(hit):
            continue
        parted = unit.text[hit.end("label") : hit.start("rest")]
        if not parted.strip() and width(below.text) >= _TEXT:  # 维基百科：某人 is a reference
            titles.setdefault(hit["label"], set()).add(hit["rest"])
    return frozenset(name for name, told in titles.items() if len(told) >= _SURE)


_TEXT = 16
"""Em of what stands below such a title at least."""


def _cutting_again(units: Sequence[Unit], places: Mapping[int, str]) -> set[str]:
    """The common words alone on their lines, by their ``places``, that cut sentences there again and again.

    In brackets they do so once, where they stand in them again: 〔背景〕.
    """
    found = Counter(plain for at, plain in places.items() if cuts(units, at))
    framed = Counter(plain for at, plain in places.items() if units[at].text.strip() != plain)
    again = {plain for plain, count in framed.items() if count >= _SURE and found[plain]}
    return again | {plain for plain, count in found.items() if count >= _SURE}


def _framed_like_sure_ones(
    units: Sequence[Unit], labels: Collection[str], doubted: Collection[str]
) -> set[str]:
    """〔补白〕 where 〔小知识〕 and 〔小档案〕 name boxes: common words in the same brackets."""
    short = (unit.text.strip() for unit in units if len(unit.text) <= BESIDE)
    framed = {bare_label(text) for text in short if text[:1] == "〔" and text[-1:] == "〕"}
    sure = framed.intersection(labels).difference(doubted)
    return framed.intersection(doubted) if len(sure) >= _SURE else set()


_SURE = 2
"""So many names that nothing but boxes have show what a magazine's brackets are for."""


def _stands_beside(hit: re.Match[str]) -> bool:
    """True for 词条　　浮桥: a label and a title, parted by more than a blank."""
    parted = hit.string[hit.end("label") : hit.start("rest")]
    wide = width(parted) >= 1 or len(parted) > 1
    return wide and width(hit["rest"]) <= BESIDE and not ends_sentence(hit["rest"])


def _within_sentence(units: Sequence[Unit], at: int) -> bool:
    return width(units[at].text) >= 24 and cuts(units, at)


def cuts(units: Sequence[Unit], at: int) -> bool:
    """True if a sentence breaks off before a unit, or before the table above that."""
    top = at
    while at and top - at < _ROWS and units[at - 1].text.startswith("|"):
        at -= 1
    if 0 < at < top and is_caption(units[at - 1].text):
        at -= 1
    if at and (_ends_with_line(units[at - 1]) or units[at - 1].text[0] in POINTERS):
        return False  # the caption of a picture is no sentence
    before = units[at - 1].text if at else "。"
    if at and is_cut_behind_colon(units[at - 1]):
        return True
    return width(before) > 24 and not ends_sentence(before) and before[-1] not in "：；—"


def _ends_with_line(unit: Unit) -> bool:
    """True for a line of a program, or an item of a list without a comma, which needs no full stop."""
    return unit.code or (unit.bullet and unit.text.rstrip()[-1] not in "，、")


_ROWS = 40
"""Rows of a table, which end with no sentence."""


def _is_closed(units: Sequence[Unit], at: int) -> bool:
    """True if an attribution follows after a paragraph or a few."""
    for unit in units[at + 1 : at + 4]:
        if is_attribution(unit.text):
            return width(units[at].text) >= 24
        if width(unit.text) < 24:
            return False
    return False
