"""How well a reading of the contents agrees with the body: the fewer words left over, the better.

The way in which contents are printed (where the page stands, how sections are told) can be
mistaken; then titles, sections and authors run into one another. The body knows better: it
has the titles on lines of their own, and the authors near them.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key
from converter.names import is_body, is_latin_name, is_name, is_office, split_names
from converter.parse.contents.body import BodyIndex, is_byline
from converter.parse.contents.marks import GENRE, continues
from converter.parse.contents.people import is_staff, names_part_played, signs
from converter.parse.contents.raw import AND_OTHERS, RawContents, RawEntry
from converter.parse.credits import read_credits, writers
from converter.parse.section_names import is_counted_section
from converter.values import NamedTuple, replace

_ENTRY = 1.0
"""What an entry costs, so that no title is cut in two without need."""
_SECTION = 1.5
"""What a section costs that the body does not print."""
_PRINTED = 1.0
"""What one costs that stands over its titles there, too; it may as well be a title's first line."""
_SHORT = 6
"""Up to so many characters it is rather a section's name than a line of a title."""
_PAGED = 2
"""From so many entries with a page on all have one."""
_UNPAGED = 2.0
"""What an entry without a page costs where others have theirs."""
_EMPTY = 4
"""What an entry costs that has nothing but a page."""
_PARTS = re.compile(
    r"(?:采访|採訪|文字)?(?:口述|自述|整理|编译|編譯|翻译|翻譯|撰文|摄影|攝影|主持|著|译|譯|校)(?=$|[\s）)、，])|^(?:文|作者|本刊记者|记者|通讯员)(?=[\s/／：:])"
)
"""What the authors did: no name, and in the body perhaps in other words."""
_OWN_LINE = 7
"""From so many characters on a line of the body is no name of a section, but a title or its second half."""
_READINGS = 12


class Weight(NamedTuple):
    """What a reading costs, in characters, and whether it leaves nothing to be explained."""

    cost: float
    whole: bool
    """The body accounts for every word of every entry, and no section is a title."""


def weigh(contents: RawContents, body: BodyIndex, *, by_section: bool = False) -> Weight:
    """The words that the body does not account for, and a little for each part.

    ``by_section``: pages stand beside the sections, so that only their first entries have any.
    """
    left = [
        _unexplained(_without_count(_without_summary(one), body), body) for one in contents.entries
    ]
    sections = _section_costs(contents, body)
    total = sum(left) + _ENTRY * len(left) + sum(sections)
    total += sum(
        _EMPTY for entry in contents.entries if entry.texts[:1] and continues(entry.texts[0])
    )
    paged = sum(bool(entry.page) for entry in contents.entries)
    if paged >= _PAGED and not (by_section or _is_by_section(contents)):
        total += _UNPAGED * (len(left) - paged)
    signed = sum(
        len(entry.texts) == 1 and (_is_signer(entry, body) or _holds_post(entry.texts[0], body))
        for entry in contents.entries
    )
    total += _NAME * signed
    told = {key(text) for entry in contents.entries for text in entry.texts}
    total += sum(_NOTE if key(note[1]) in told else _note_cost(note) for note in contents.notes)
    tight = _has_tight_lines(contents, body)
    over = _over_others(contents, body, tight=tight) + _named_within(contents, body, tight=tight)
    falls = _falls(contents)
    total += _FALL * max(0, falls - 1)  # what is on the cover may stand first
    total += _OVER * over
    filled = {entry.section for entry in contents.entries}
    bare = [one.name for at, one in enumerate(contents.sections) if at not in filled]
    unfilled = sum(not _has_lost(name, told, body) for name in bare)
    total += _UNFILLED * unfilled
    joint = sum(_is_joint(entry, body) for entry in contents.entries)
    total += _OVER * joint
    whole = bool(left) and not any(left) and max(sections, default=0.0) <= _SECTION
    whole = (
        whole
        and not (over or unfilled or joint)
        and falls < _ACROSS
        and (by_section or paged in {0, len(left)})
        and not signed
    )
    whole = whole and not any(_is_listed(text, body) for _, text in contents.notes)
    return Weight(total, whole)


def _has_lost(name: str, listed: Collection[str], body: BodyIndex) -> bool:
    """True for a section whose only entry OCR has lost: the body has a signed title below its name.

    None of the contents' texts, whose keys are ``listed``, is that title.
    """
    if len(key(name)) > _SHORT or body.is_over_names(key(name)):
        return False
    return any(body.is_over_names(title) for title in body.below(key(name)) if title not in listed)


_LATIN = re.compile("[a-z]+")
_UNFILLED = 3.0
"""What a section without any entry costs."""
_OVER = 3.5
"""What an entry costs that the body has over the title of another one, as it has sections."""


def _over_others(contents: RawContents, body: BodyIndex, *, tight: bool) -> int:
    """How many entries are rather sections: short, and the body has the titles below them there.

    So are the first lines of others, if there are several: 视野 over 检查互认.
    """
    titles = {
        body.as_printed(key(line))
        for entry in contents.entries
        for lines, _ in itertools.islice(entry.readings(), _READINGS)
        for line in lines[:2]
    }
    over = first = 0
    for entry in contents.entries:
        name = key(entry.texts[0]) if entry.texts else ""
        over += _is_over_other(entry, titles, body)
        if len(name) > _SHORT or not body.below(name) & titles - {name}:
            continue
        if len(entry.texts) > 1 and body.goes_on(entry.texts[0], entry.texts[1]):
            continue
        alone = len(entry.texts) == 1 and not entry.authors_text
        # The body has it on no line of its own, but in 视野｜检查互认.
        label = len(entry.texts) > 1 and entry.texts[0][-1] not in "：，、"
        label = label and not body.stands_alone(entry.texts[0])
        two = entry.texts[:2] if tight and len(entry.texts) > 1 else []
        parted = bool(two) and not signs(two[1]) and body.parts(*two, tight=True)
        over += alone or label or parted
        first += not alone and len(name) <= _FIRST
    return over + first * (first >= _SEVERAL)


def _is_over_other(entry: RawEntry, titles: Collection[str], body: BodyIndex) -> bool:
    """True for an entry whose pen name, 专栏, stands over the title of another one there, and not below its own."""
    if not (entry.texts and (entry.authors_text or len(entry.texts) > 1)):
        return False
    own, signed = entry.texts[0], entry.authors_text or entry.texts[-1]
    name = key(signed)
    if not 1 < len(name) <= _SHORT or is_name(name) or continues(signed):
        return False
    return bool(body.below(name) & {*titles} - {key(own), name}) and not body.stands_above(
        own, name
    )


def _is_joint(entry: RawEntry, body: BodyIndex) -> bool:
    """True for an entry of two lines of which each is a title of the body, with its author below."""
    if len(entry.texts) < _SEVERAL:
        return False
    titles = (
        any(
            body.is_over_names(key("".join(words[:count])))
            for count in range(min(len(words), _FIRST_WORDS), 0, -1)
        )
        for words in map(str.split, entry.texts)
    )
    return sum(titles) >= _SEVERAL


_FIRST_WORDS = 4
"""Words of a line of the contents, of which the first ones are a title."""


def _falls(contents: RawContents) -> int:
    """How often a page is less than the one above: two columns were read across, line by line."""
    pages = [int(entry.page) for entry in contents.entries if entry.page.isdecimal()]
    return sum(other < one for one, other in itertools.pairwise(pages))


_FALL = 1.0
"""What a page costs that is less than the one above."""
_ACROSS = 3
"""So many of them are no chance."""


def _is_by_section(contents: RawContents) -> bool:
    """True where the first entry of each section has a page, and no other entry."""
    firsts = {id(next(iter(own))) for _, own in itertools.groupby(contents.entries, _section)}
    paged = {id(entry) for entry in contents.entries if entry.page}
    return len(contents.sections) > 1 and paged == firsts


def _section(entry: RawEntry) -> int:
    return entry.section


def _has_tight_lines(contents: RawContents, body: BodyIndex) -> bool:
    """True if the body has lines of some title without a blank line between."""
    lines = (pair for entry in contents.entries for pair in itertools.pairwise(entry.texts))
    return any(body.goes_on(one, other) for one, other in lines)


def _named_within(contents: RawContents, body: BodyIndex, *, tight: bool) -> float:
    """How many entries begin with a name that the body has over their titles, a blank line between.

    人物　山上的教师: where blank lines part titles from what is above them, these are no one title.
    Columns that stand below their section are, in the body as well, no sections.
    """
    found: list[tuple[str, int]] = []
    columns: set[int] = set()
    for entry in contents.entries:
        words = [word for word in _WORDS.split(entry.texts[0]) if word] if entry.texts else []
        name = key(words[0]) if words else ""
        if len(name) < _SEVERAL or not _is_over(words, body, tight=tight):
            continue
        found.append((name, entry.section))
        if entry.section >= 0 and name in body.below(key(contents.sections[entry.section].name)):
            columns.add(entry.section)
    named = [name for name, section in found if section not in columns]
    return float(len(named)) if len(set(named)) >= _SEVERAL else _CHANCE * bool(named)


_PEN_NAME = 4
"""Characters of a name that is none of the usual ones, below which prose begins."""
_CHANCE = 0.6
"""For how much a single one counts, which may stand so by chance."""


def _is_over(words: Sequence[str], body: BodyIndex, *, tight: bool) -> bool:
    """True if the first of some words stands over others that are no names, as no line of a title does."""
    if len(words) < _SEVERAL or not body.parts(words[0], words[1], tight=tight):
        return False
    below = body.below(key(words[0]))
    return any(
        (name := key("".join(part))) in below
        and not signs(" ".join(part))
        and (len(name) > _PEN_NAME or body.below(name))
        for at in range(1, len(words))
        for part in (words[at : at + 1], words[at : at + 2])
    )


_WORDS = re.compile(r"[\s|｜丨·【】*]+")
_SEVERAL, _FIRST = 2, 4
"""So many short first lines of titles are rather sections, and how short."""
_NAME = 2.0
"""What an entry costs that is nothing but the name of somebody."""


def _is_name(text: str) -> bool:
    return split_names(text) is not None or is_staff(text)


def _is_signer(entry: RawEntry, body: BodyIndex) -> bool:
    """True for an entry of a name alone, or of 高一（2）班 某某, which the body has on one line."""
    text = entry.texts[0]
    alone = not entry.authors_text and body.exact[key(text)] > 0
    return _is_name(text) or (alone and is_byline(text))


def _holds_post(text: str, body: BodyIndex) -> bool:
    """True for 战云飞, whose surname is in no list, right below 某省某局党组书记、局长 in the body."""
    name = key(text)
    if not 1 < len(name) <= _PEN_NAME:
        return False
    return any(name in body.below(above) for above in body.exact if is_office(above))


_NOTE = 1.0
"""What a note costs that is English or a sentence, and so no title."""


_LOST = 3.0
"""What one costs that may have been an entry, or the page of one: more than an entry would."""


def _is_listed(text: str, body: BodyIndex) -> bool:
    """True for a title of the body that is left over."""
    name = key(text)
    return len(name) >= _OWN_LINE and has_han(text) and body.is_title(name)


_COUNT = re.compile(r"^\s*[一二三四五六七八九十两\d]{1,3}\s*[则則篇首封题題条條组組]\s*$")
"""How many pieces there are: no title."""


def _note_cost(note: tuple[int, str]) -> float:
    text = note[1]
    if _COUNT.match(text):
        return _NOTE
    if key(text).isdecimal() or (has_han(text) and not ends_sentence(text)):
        return _LOST + len(key(text))
    return _NOTE


def _without_summary(entry: RawEntry) -> RawEntry:
    """An entry without the sentences below its title that tell what it is about, or are said in it."""
    texts = [*entry.texts[:1], *(text for text in entry.texts[1:] if not text.endswith(_TOLD))]
    return entry if len(texts) == len(entry.texts) else replace(entry, texts=texts)


_TOLD = ("。", "。”", "。」")


def _without_count(entry: RawEntry, body: BodyIndex) -> RawEntry:
    """An entry without （外二篇） or （小说） behind its title, where the body has the title alone."""
    texts = [
        text if body.is_title(key(text)) else _without_genre(AND_OTHERS.sub("", text), body)
        for text in entry.texts
    ]
    return entry if texts == entry.texts else replace(entry, texts=texts)


def _without_genre(text: str, body: BodyIndex) -> str:
    hit = GENRE.match(text)
    return hit["title"] if hit is not None and body.exact[key(hit["title"])] else text


def _section_costs(contents: RawContents, body: BodyIndex) -> list[float]:
    """What each section costs: little if the body prints it over titles, much if it is one."""
    titles: set[str] = set()
    people: set[str] = set()
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for entry in contents.entries:
        signs_alone = len(entry.texts) == 1 and _is_signer(entry, body)
        for lines, authors in itertools.islice(entry.readings(), _READINGS):
            whole = (key(lines[0]), key("".join(lines))) if lines and not signs_alone else ()
            titles.update(map(body.as_printed, whole))
            people.update(key(name) for name in authors)
    for title in titles:
        heads[title[:_BEGIN]].append(title)
    lasts = {key(text.split()[-1]) for entry in contents.entries for text in entry.texts if text}
    signed = {name for one in titles | lasts if len(one) >= _BEGIN for name in body.below(one)}
    found = []
    for section in contents.sections:
        name = key(section.name)
        if not body.exact[name]:
            name = key(section.name + section.english)
        below = body.below(name)
        signs = name in signed and name not in titles
        signs = signs and (len(name) >= _BEGIN or (len(name) > 1 and not below))
        if signs and not (below & titles and not _is_name(section.name)):
            found.append(_SECTION + len(name))  # who signs below a title
        elif is_counted_section(section.name):
            found.append(_PRINTED)
        elif (
            below & titles
            or body.under(name) & titles
            or _begins_one(below, heads)
            or body.says_in_english(section.name)  # 信箱 LETTERS, over another page of its article
        ):
            found.append(_PRINTED - 1.5 * (len(name) <= _SHORT))
        elif below & people or (name not in titles and body.is_over_names(name)):
            found.append(_SECTION + len(name))  # a title, and its author under it
        elif body.exact[name] and name not in titles and len(_LATIN.sub("", name)) > _SHORT:
            found.append(_SECTION + len(name))  # a title over its text
        else:
            found.append(_SECTION)
    return found


def _begins_one(below: Iterable[str], titles: Mapping[str, Sequence[str]]) -> bool:
    """True if a line under a section's name is the first of a title of several.

    ``titles`` are those of all entries by their first characters.
    """
    rests = (
        title[len(line) :]
        for line in below
        if len(line) >= _BEGIN
        for title in titles.get(line[:_BEGIN], ())
        if title.startswith(line)
    )
    return any(len(rest) >= _REST and split_names(rest) is None for rest in rests)


_BEGIN, _REST = 4, 3
"""The fewest characters of the first line of a title, and of what is left of it."""


def _unexplained(entry: RawEntry, body: BodyIndex) -> int:
    """The characters of an entry in none of its readings found in the body; the fewest."""
    if not entry.texts:
        return _EMPTY
    credited = read_credits(entry.authors_text) if entry.authors_text else None
    people = "".join(writers(credited)) if credited else _PARTS.sub("", entry.authors_text)
    people = people.removesuffix("等")
    size = len(key("".join(entry.texts))) + len(key(people)) - _part_played(entry.texts)
    best = 0
    for titles, authors in itertools.islice(entry.readings(), _READINGS):
        signed = authors and _stands_below(entry.authors_text, titles, body)
        named = len(key(people)) if signed else _people(authors, titles, body)
        found = _title(titles, body) + named
        best = max(best, min(size, found))
        if best == size:
            break
    return size - best


def _stands_below(text: str, titles: Sequence[str], body: BodyIndex) -> bool:
    """True for what the body has below a title in the same words, be it on several lines.

    某某中学高二　某某, 某某讲述　某某整理: whoever these are, so the article is signed.
    """
    rest, above = key(text), key(titles[-1])
    while rest:
        line = max(filter(rest.startswith, body.below(above)), key=len, default="")
        if not line:
            return False
        rest, above = rest.removeprefix(line), line
    return bool(text)


def _part_played(texts: Sequence[str]) -> int:
    """The characters of 整理 behind a name at the end of an entry: neither a name nor a title."""
    words = texts[-1].split() if texts else []
    return len(words[-1]) if len(words) > _SEVERAL and names_part_played(words[-1]) else 0


def _people(authors: tuple[str, ...], titles: tuple[str, ...], body: BodyIndex) -> int:
    """How many characters of the authors are names that the body has, too.

    A pen name like no other is one if the body has it right under the title; so is （默）, with
    which a short piece is signed at its end.
    """
    return sum(
        len(key(name))
        for name in authors
        if body.names(key(name))
        and (
            is_name(name)
            or is_body(name)
            or is_latin_name(name)
            or is_staff(name)
            or (len(key(name)) <= _INITIALS and body.exact[key(name)] > 0)
            or any(body.is_signed(line, name) for line in titles)
            or _holds_post(name, body)
        )
    )


_INITIALS = 2
"""Characters of a pen name that may stand alone at the end."""


def _title(titles: tuple[str, ...], body: BodyIndex) -> int:
    """How many characters of a title the body has: its lines one under the other."""
    whole = key("".join(titles))
    if body.is_title(whole):
        return len(whole)
    parts = [part for line in titles for part in _halves(line, body)]
    found, above = 0, ""
    for part in parts:
        name = key(part)
        misread = len(name) >= _OWN_LINE and not body.exact[key(above)]
        if above and not misread and not _stands_above(above, part, body):
            break
        printed = body.as_printed(name) if body.is_title(name) else body.misread_below(above, name)
        if not printed:
            break
        found, above = found + len(name), printed
    if found or titles[-1][-1:] in tuple("）)"):
        return found
    cut = body.cut_short(whole)
    signed = split_names(whole[cut:]) is not None  # who signs it is no more of the title
    return found if signed else cut


def _stands_above(one: str, other: str, body: BodyIndex) -> bool:
    return body.stands_above(one, other) or body.stands_above_like(one, other)


def _halves(line: str, body: BodyIndex) -> list[str]:
    """A line, parted before its subtitle if it has one, or between long words where the body parts it."""
    head, dash, rest = line.partition("——")
    if dash and head:
        return [head, rest]
    words = line.split()
    whole = body.is_title(key(line)) or any(len(key(word)) < _WORD for word in words)
    return [line] if whole else words


_WORD = 4
"""Characters of a word that may be a line of the title in the body."""
