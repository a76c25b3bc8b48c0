"""Articles below names of sections in a frame, ·人物·, that the contents do not list or have lost.

A magazine that prints the name of each section so, over its first title, prints nothing else
in that form: where it stands below the end of a text, and above what may be a title, an article
opens. The contents need not have it, nor be there at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.parse.boxes import box_start
from converter.parse.byline import BylineReading
from converter.parse.items import ASKS_OR_ANSWERS
from converter.parse.kinds import is_credit
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import Survey
from converter.segment.units.signs import TIMED

_CHARACTERS = rf"[{HAN}](?:\s*[{HAN}]){{1,7}}"
_FORMS = {
    "points": re.compile(rf"^(?P<mark>[·•・])\s*{_CHARACTERS}\s*(?P=mark)$"),
    "marks": re.compile(rf"^(?P<mark>[◆◇■□●○◎★☆▲△])\s*{_CHARACTERS}\s*(?P=mark)$"),
    "bars": re.compile(rf"^[｜丨|]\s*{_CHARACTERS}\s*[｜丨|]$"),
    "brackets": re.compile(rf"^[【〔\[［]\s*{_CHARACTERS}\s*[】〕\]］]$"),
    "english": re.compile(rf"^{_CHARACTERS}[\s|｜/／·]+[A-Z][A-Z]+(?:[ &’'-]+[A-Z]+)*$"),
}
"""·人物·, ◆人物◆, ｜人物｜, 人物 PEOPLE. Names in two languages head the pages that go on, too."""
_OVER, _ALONE = 2, 3
"""So many such names over titles that are listed are a convention, and so many without contents."""
_MARKED = re.compile(rf"^[◎○□■◇◆●]\s*[{HAN}](?:\s*[{HAN}]){{1,5}}$")
"""□老　桥: who signs, be the name a word."""


def _is_told(text: str) -> bool:
    """True for 问：……, and for when something will be: the text of a column, and no title."""
    return ASKS_OR_ANSWERS.match(text) is not None or TIMED.match(text) is not None


_NEAR = 3
"""Units below a name among which the title stands that is listed."""
_SIGNED = 0.7
"""How sure a byline must be below a title over which a known section stands."""
_LONGEST = 32
"""Characters of a name with its frame or its English."""
_RIGHT, _SIGNATURE = 3.0, 16
"""Em of blanks before who signs, and of a signature."""


def open_framed(
    survey: Survey, openings: Sequence[Opening], refused: Collection[int]
) -> Iterator[Opening]:
    """The openings below such names, beside the listed ``openings``; none at the units ``refused``."""
    found = {at: form for at in range(len(survey.units) - 1) if (form := _form(survey, at))}
    titles = {at for opening in openings for at in opening.title}
    for form in _FORMS:
        names = [at for at, other in found.items() if other == form]
        if names:
            yield from _below(survey, names, titles, refused, surely=form != "english")


def _below(
    survey: Survey,
    names: Sequence[int],
    titles: AbstractSet[int],
    refused: Collection[int],
    *,
    surely: bool,
) -> Iterator[Opening]:
    """The openings below ``names`` of one form, which alone tells them ``surely`` or not."""
    over = {at for at in names if not titles.isdisjoint(range(at + 1, at + 1 + _NEAR))}
    listed = bool(survey.contents.entries)
    several = len({survey.keys[at] for at in names})
    if len(over) < _OVER if listed else several < _ALONE:
        return
    seen = {survey.keys[at] for at in over}
    titled = sum(bool(_title_below(survey, at + 1, titles)) for at in names)
    own = surely and not listed and titled >= _OVER and several == len(names)
    signed = {} if listed else _signed_above(survey, names)
    for at in names:
        if at in over or at in titles or at + 1 in refused or not _closes(survey, at):
            continue
        title = _title_below(survey, at + 1 + (at in signed), titles)
        new = surely and survey.keys[at] not in seen
        if title and (new or _is_signed(survey, title[-1] + 1)):
            seen.add(survey.keys[at])
            bylines = [(at + 1, signed[at])] if at in signed else []
            yield Opening(at, title, bylines=bylines, kickers=[at])
        elif own and not title and at + 1 not in names:
            yield Opening(at, [at], framed=True)  # 【问答】 over 问：, a column of its own


def _signed_above(survey: Survey, names: Sequence[int]) -> dict[int, BylineReading]:
    """Who signs between such a name and the title, where several do: 【论坛】 / 某某 / 标题."""
    found = {}
    for at in names:
        reading = survey.byline(at + 1)
        if reading is None or not reading.authors or reading.certainty < _SIGNED:
            continue
        if at + 2 >= len(survey.units) or survey.byline(at + 2) is not None:
            continue  # who signs stands below the title, which is no more than a few words
        if _title_below(survey, at + 2, ()):
            found[at] = reading
    return found if len(found) >= _OVER else {}


def _form(survey: Survey, at: int) -> str:
    """The form of ·人物· on a line of its own; "" for another line, and for ·消息· over the news of a box."""
    unit = survey.units[at]
    if len(unit.text) > _LONGEST:
        return ""
    form = next((form for form, name in _FORMS.items() if name.match(unit.text)), "")
    return form if form and box_start(unit, survey.profile) is None else ""


def _closes(survey: Survey, at: int) -> bool:
    """True if what stands above a unit is at its end: a sentence, a signature, a remark."""
    if not at:
        return True
    before = survey.units[at - 1]
    return (
        ends_sentence(before.text)
        or before.text[0] in "（(〔［"
        or before.text[-1] in "）)〕］"
        or before.indent >= _RIGHT
        or width(before.text) <= _SIGNATURE
        or is_credit(before.text)
    )


def _title_below(survey: Survey, at: int, titles: Collection[int]) -> list[int]:
    """The lines of the title that begins at a unit, with a text below it; [] if none does."""
    units = survey.units
    if at in titles or not survey.may_be_title(at) or _is_told(units[at].text):
        return []
    title = [at]
    second = at + 1
    if second < len(units) and not units[second].gap and _is_second(survey, second):
        title.append(second)
    below = title[-1] + 1
    if below < len(units) and SUBTITLE.match(units[below].text):
        below += 1
    return title if survey.prose_follows(below) else []


def _is_second(survey: Survey, at: int) -> bool:
    """True for the second line of a title, which no blank line parts from the first."""
    reading = survey.byline(at)
    signs = reading is not None and reading.certainty >= _SIGNED
    signs = signs or _MARKED.match(survey.units[at].text) is not None
    return survey.may_be_title(at) and not signs and not SUBTITLE.match(survey.units[at].text)


def _is_signed(survey: Survey, at: int) -> bool:
    """True if a byline stands at a unit, or below the subtitle at it."""
    units = survey.units
    if at < len(units) and SUBTITLE.match(units[at].text):
        at += 1
    reading = survey.byline(at) if at < len(units) else None
    return (
        reading is not None
        and bool(reading.authors)
        and reading.certainty >= _SIGNED
        and len(squeeze(units[at].text)) > 1
    )
