"""Fillers (补白): small pieces at the foot of a page, whose author stands at their end.

骆驼的“防沙设备” …… （石头）: what closes with another author in brackets than the article
above it is an article of its own, from the nearest title on; so is what stands below the
author of an article, if that closes it. Where one was taken from, （摘自……）, stands for its author.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.model import Author
from converter.names import is_body, is_name, split_names
from converter.parse.boxes import box_start, is_source
from converter.parse.byline import BylineReading, read_byline
from converter.parse.kinds import is_credit, jump, takes_from
from converter.parse.openings.opening import Opening, printed_authors
from converter.parse.openings.survey import Survey
from converter.parse.tables import is_row
from converter.segment import Unit

_SIGNED = re.compile(
    rf"^[（(]\s*(?P<name>[{HAN}·]{{1,4}}(?:\s+[{HAN}]){{0,3}}?)\s*(?P<work>辑|輯|编译|編譯|编|編|摘编?|译|譯|文|整理|供稿)?\s*[）)]$"
)
_SOURCED = re.compile(
    rf"^[（(]\s*(?P<label>作者\s*[：:]\s*)?(?P<name>[{HAN}·]{{2,4}}|[{HAN}](?:[ \u3000][{HAN}]){{1,3}})[ \u3000]+"
    r"(?:[摘选選辑輯节節]自|原[载載]于?|原載於)\s*[：:]?\s*[《“「『][^（）()。；]{2,50}[）)]$"
)
"""（某某　摘自《某书》）, （作者：某某　原载《某报》某日）: who wrote a piece, and where it stood before."""
_REMARK = re.compile(
    r"[删刪]|[节節]|[续續]|完|[资資]料|本刊|[选選摘]自|[图圖]$|原[载載]|化名|[连連][载載]|\s[校審审]$|[审審]?校$|^(?:编辑|編輯|责编|責編|校对|校對)\s"
)
_LONGEST = 14
"""Paragraphs of a filler."""


def add_fillers(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The openings, with those of fillers among them and the authors at the ends of others."""
    found: list[Opening] = []
    listed = [bool(opening.reading[1]) for opening in openings if opening.entry >= 0]
    told = sum(listed) * 2 >= len(listed)
    mostly_signed = sum(listed) * _MOSTLY >= len(listed) * (_MOSTLY - 1)
    for index, opening in enumerate(openings):
        found.append(opening)
        end = openings[index + 1].start if index + 1 < len(openings) else len(survey.units)
        below = _below_author(survey, openings, index, end) or _below_source(survey, opening, end)
        if below is not None:
            found.append(below)
            continue
        last = end - 1
        reading = signature_of(survey.units[last].text) if last >= opening.end else None
        if reading is None and opening.entry < 0 and not opening.bylines and last > opening.end:
            reading = _read_office(survey.units[last].text)
        authors = signed(opening)
        if reading is None and authors and last > opening.end:
            reading = _read_placed(survey, opening.end, last)
        if reading is None and not authors and last > opening.end:
            reading = _read_small_sourced(survey, opening.end, last)
        if reading is None and told and _is_sourced_filler(survey, opening, last):
            opening.bylines.append((last, BylineReading((), _SURE)))
            continue
        if reading is None and authors and (small := _small(survey, opening, last, authors)):
            found.append(small)
            continue
        if reading is None or (mostly_signed and _is_compiled(opening, survey.units[last].text)):
            continue
        name = reading.authors[0].name
        if not opening.bylines and (name in authors or _is_only(survey, opening.end, last)):
            opening.bylines.append((last, reading))
        elif (
            authors
            and name not in authors
            and not _is_column(survey, opening.end, last)
            and (title := _title(survey, opening.end, last))
        ):
            found.append(Opening(title, [title], bylines=[(last, reading)], end=title + 1))
    return found


def _is_sourced_filler(survey: Survey, opening: Opening, last: int) -> bool:
    """True for a small piece that the contents name without an author, and （辑自《某书》） ends.

    Where it was taken from stands for who signs, as with the fillers that they do not name. The
    contents tell the authors of the other articles.
    """
    if opening.entry < 0 or opening.bylines or opening.reading[1]:
        return False
    text = survey.units[opening.end : last]
    small = 0 < len(text) <= _PARAGRAPHS and sum(width(unit.text) for unit in text) <= _SMALL
    unit = survey.units[last]
    return small and unit.text[0] in "（(" and _sourced(unit) and ends_sentence(text[-1].text)


_BEHIND = re.compile(rf"[。！？”…]\s*[（(](?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})[）)]$")
"""……牌子现在还在。（某某某）: who tells a small piece, behind its last word."""


def _small(survey: Survey, opening: Opening, last: int, authors: frozenset[str]) -> Opening | None:
    """The small piece below an article of others, whose one author stands behind its last word.

    Nothing else in the article is signed so; in a column each of its pieces may be.
    """
    units = survey.units
    hit = _BEHIND.search(units[last].text)
    if hit is None or not is_name(name := squeeze(hit["name"])) or name in authors:
        return None
    at = _title(survey, opening.end, last + 1)
    if not at or last - at > _PARAGRAPHS or not units[at].gap:
        return None
    if sum(width(unit.text) for unit in units[at : last + 1]) > _SMALL:
        return None
    if any(_BEHIND.search(unit.text) for unit in units[opening.end : last]):
        return None
    if any(map(survey.may_be_title, range(max(opening.end, at - _PIECE), at))):
        return None  # a column of pieces with headings
    return Opening(at, [at], end=at + 1)


_PARAGRAPHS, _PIECE = 3, 2
"""The most paragraphs of a small piece, and units of a part of a column."""


def _is_compiled(opening: Opening, text: str) -> bool:
    """True for （某某辑） under a column that the contents, which tell authors, name without one."""
    hit = _SIGNED.match(text)
    compiled = hit is not None and hit["work"] is not None and hit["work"][0] in "辑輯编編"
    return compiled and opening.entry >= 0 and not opening.reading[1]


_MOSTLY = 4
"""All texts but one of so many have an author in contents that tell them."""


def signed(opening: Opening) -> frozenset[str]:
    """The authors of an article, as it prints them or as the contents have them."""
    return printed_authors(opening).union(opening.reading[1])


def _below_author(
    survey: Survey, openings: Sequence[Opening], index: int, end: int
) -> Opening | None:
    """The filler below the author whom the contents give and whose name ends the article.

    The author's name in brackets becomes the byline, be there a filler or not. The end of an
    article that goes on here after 上接 has its author, too.
    """
    own = openings[index]
    unsigned = [own] if not own.bylines and own.reading[1] else []
    if len(own.reading[1]) > 1 and _signs_parts(survey, own, end):
        return None
    for at in range(own.end, end):
        text = survey.units[at].text
        if (hit := jump(text)) is not None and hit.on:
            unsigned = [one for one in openings[:index] if not one.bylines and one.reading[1]]
        for one in unsigned:
            reading = _read_known(text, frozenset(one.reading[1]))
            if reading is not None:
                one.bylines.append((at, reading))
                return _filler(survey, at + 1, end)
    return None


def _signs_parts(survey: Survey, own: Opening, end: int) -> bool:
    """True if several of the authors of an article sign pieces of it, a poem each perhaps."""
    known = frozenset(own.reading[1])
    found: set[str] = set()
    for at in range(own.end, end):
        reading = _read_known(survey.units[at].text, known)
        if reading is not None:
            found.update(one.name for one in reading.authors)
            if len(reading.authors) > 1:
                return False
    return len(found & known) > 1


def _below_source(survey: Survey, own: Opening, end: int) -> Opening | None:
    """The filler between the source of a signed article, （摘自……）, and one of its own."""
    units = survey.units
    if (
        not (own.bylines or own.reading[1])
        or end - own.end < _FEWEST
        or not _sourced(units[end - 1])
    ):
        return None
    for at in range(end - 3, max(own.end, end - _LONGEST), -1):
        if _sourced(units[at]) and survey.may_be_title(at + 1):
            texts = units[at + 2 : end - 1]
            *inner, last = (unit.text for unit in texts)
            # What somebody says may begin a line of its own.
            whole = ends_sentence(last) and all(
                ends_sentence(text) or text[-1] in "：:" for text in inner
            )
            size = sum(width(unit.text) for unit in texts)
            filler = _filler(survey, at + 1, end) if whole and size <= _SMALL else None
            if filler is not None:
                filler.bylines.clear()  # its source is no author
            return filler
        if _sourced(units[at]):
            break
    return None


_FEWEST = 5
"""Units of an article, its source, and a filler with its title and its source."""
_SMALL = 600
"""The most em of a filler."""


def _sourced(unit: Unit) -> bool:
    return takes_from(unit.text) or (unit.text[0] in "（(" and is_source(unit.text))


def _read_sourced(text: str) -> BylineReading | None:
    """Who wrote a piece, where it stood before being told in the same brackets.

    A blank parts the two: （某某摘自……） has chosen the piece, and written nothing. What is set with
    blanks between its characters, or behind 作者, is a name.
    """
    hit = _SOURCED.match(text) if len(text) <= _LONGEST_SOURCE else None
    if hit is None:
        return None
    name = squeeze(hit["name"])
    sure = hit["label"] or name != hit["name"] or is_name(name)
    return BylineReading((Author(name, ""),), 0.9) if sure else None


_LONGEST_SOURCE = 60


def is_signed_with_source(opening: Opening, units: Sequence[Unit]) -> bool:
    """True for an article at whose end one pair of brackets has its author and where it stood before."""
    return any(_read_sourced(units[at].text) is not None for at, _ in opening.bylines)


def _read_small_sourced(survey: Survey, first: int, last: int) -> BylineReading | None:
    """（某某　摘自《某书》） below a small piece of nobody else, in which no other source stands."""
    reading = _read_sourced(survey.units[last].text)
    above = survey.units[first:last]
    if reading is None or any(map(_sourced, above)):
        return None
    small = len(above) <= _PARAGRAPHS and sum(width(unit.text) for unit in above) <= _SMALL
    return reading if small and ends_sentence(above[-1].text) else None


def _filler(survey: Survey, title: int, end: int) -> Opening | None:
    """The filler that begins at a unit, if that may be its title and text stands below."""
    if title + 1 >= end or width(survey.units[title].text) > _TITLE:
        return None
    if not survey.may_be_title(title) or not survey.prose_follows(title + 1):
        return None
    filler = Opening(title, [title], end=title + 1)
    own = _read_own(survey.units[end - 1])
    if own is not None and end - 1 > title:
        filler.bylines.append((end - 1, own))
    return filler


def _read_known(text: str, known: frozenset[str]) -> BylineReading | None:
    """（儿童保健所　某某）: brackets that hold a known author, and where he works or what he did."""
    plain = text.strip()
    if width(plain) > _WIDEST or plain[:1] not in tuple("（(") or plain[-1:] not in tuple("）)"):
        return None
    inside = plain[1:-1].strip()
    if not any(name in squeeze(inside) for name in known):
        return None
    reading = signature_of(plain) or _read_sourced(plain) or read_byline(inside, known=known)
    return (
        reading if reading is not None and {one.name for one in reading.authors} & known else None
    )


def _read_office(text: str) -> BylineReading | None:
    """（县委报道组 某某）, （记者 某某 通讯员 某某）: who reports, at the end of a report."""
    plain = text.strip()
    if width(plain) > _WIDEST or plain[:1] not in tuple("（(") or plain[-1:] not in tuple("）)"):
        return None
    inside = plain[1:-1].strip()
    if _REMARK.search(inside) or is_source(plain) or not _BLANK.search(inside):
        return None
    reading = read_byline(inside)
    if reading is None or reading.certainty < _SURE or not reading.authors:
        return None
    return reading if all(one.office for one in reading.authors) else None


_PLACED = re.compile(
    rf"^[（(]\s*(?P<place>[{HAN}]{{2,12}})[ \t\u3000]+(?P<name>[{HAN}](?:[ \t\u3000]*[{HAN}]){{1,3}})\s*[）)]$"
)
_PLACE = re.compile(
    "[省市县縣区區州旗镇鎮乡鄉村堡庄莊屯寨湾灣沟溝街坊营營岛島塬坪岭嶺坝壩]$"
    f"|^[{HAN}]{{2,3}}[省市县縣区區镇鎮乡鄉村]"
)


def _read_placed(survey: Survey, first: int, last: int) -> BylineReading | None:
    """（某某县　某　某） at the end of a filler: whence its author writes, and his name.

    Nothing else in the article is signed so; in a column each piece may be.
    """
    reading = _placed(survey.units[last].text)
    if reading is None or any(_placed(unit.text) for unit in survey.units[first:last]):
        return None
    at = _title(survey, first, last)
    small = sum(width(unit.text) for unit in survey.units[at:last]) <= _SMALL
    return reading if at and small else None


def _placed(text: str) -> BylineReading | None:
    """A place or a house and a name in brackets as a byline."""
    hit = _PLACED.match(text) if len(text) <= _WIDEST else None
    if hit is None or _REMARK.search(text.strip("（()） ")):
        return None
    name, place = squeeze(hit["name"]), hit["place"]
    spaced = name != hit["name"]
    if not (spaced or is_name(name)) or not (_PLACE.search(place) or is_body(place)):
        return None
    return BylineReading((Author(name, place),), _SURE)


_BLANK = re.compile(r"\s")
_SURE = 0.6


def _read_own(unit: Unit) -> BylineReading | None:
    """Who signs a filler, or where it was taken from; at the right edge a word is a name."""
    reading = signature_of(unit.text)
    if reading is not None:
        return reading
    if is_source(unit.text):
        return BylineReading((), 0.9)
    hit = _SIGNED.match(unit.text) if unit.indent >= _RIGHT else None
    if hit is None:
        hit = _ALONE.match(unit.text) if unit.indent >= _RIGHT else None
    if hit is None or _REMARK.search(hit["name"]):
        return None
    return BylineReading((Author(squeeze(hit["name"]), ""),), 0.7)


_ALONE = re.compile(rf"^[（(]\s*(?P<name>[{HAN}]{{1,4}})\s*[）)]$")
_RIGHT = 5.0
"""Em of blanks before a line that stands at the right edge of its column."""
_TITLE = 24
_WIDEST = 40


def _is_only(survey: Survey, first: int, last: int) -> bool:
    """True if nobody else signs a part of what stands above the end of an article."""
    return not any(signature_of(unit.text) for unit in survey.units[first:last])


def _is_column(survey: Survey, first: int, last: int) -> bool:
    """True if several others sign pieces above the end of an article: a column of jokes or letters."""
    return sum(signature_of(unit.text) is not None for unit in survey.units[first:last]) > 1


def signature_of(text: str, *, surely: bool = False) -> BylineReading | None:
    """A name in brackets as a byline; ``None`` for any other remark.

    ``surely`` tells that it stands where somebody signs, be it a pen name in no list.
    """
    hit = _SIGNED.match(text) if len(text) <= 16 else None
    if hit is None or _REMARK.search(hit["name"]) or is_credit(text):
        return None  # （编辑 某　某） has made the page
    name = squeeze(hit["name"])
    if len(name) == _TWO_SPACED and len(two := split_names(hit["name"]) or ()) > 1:
        return BylineReading(tuple(Author(one, "") for one in two), 0.9)
    # Only names are printed with blanks between their characters: （石　头）.
    spaced = 2 <= len(name) <= 4 and name != hit["name"].strip()
    named = spaced or is_name(name) or (surely and hit["work"] is None and len(name) > 1)
    return BylineReading((Author(name, ""),), 0.9) if named else None


_TWO_SPACED = 4
"""Characters of two names that are set with blanks: （某 某　某 某）."""


def _title(survey: Survey, first: int, last: int) -> int:
    """The nearest title above the end of a filler, 0 if there is none with whole text below."""
    for at in range(last - 2, max(first, last - _LONGEST), -1):
        unit = survey.units[at]
        if box_start(unit, survey.profile) is not None:
            return 0  # what is signed is the box
        if width(unit.text) > _TITLE or not survey.may_be_title(at):
            continue
        before = survey.units[at - 1]
        # （插图：某某） ends an article, too, and so does a table.
        remark = before.text[-1] in "）)" or is_row(before.text)
        closed = ends_sentence(before.text) or remark or _sourced(before)
        return at if closed and ends_sentence(survey.units[last - 1].text) else 0
    return 0
