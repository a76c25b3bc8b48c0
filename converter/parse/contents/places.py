"""Entries that stand in no section, or in another than they seem to, once all are read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, squeeze
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.columns import AFTERWORD, FEWEST_BLOCKS, blocks_of
from converter.parse.contents.marks import GENRE, GENRE_BEFORE
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row
from converter.parse.section_names import is_common_section, is_counted_section
from converter.values import replace

_WORDS = re.compile(r"[A-Za-z]{2,}[\s,]+[A-Za-z]")
_TRANSLATED = 3
"""So many titles in two languages are the way of the magazine."""
_SLASHES = re.compile(r"\s+[/／]\s+")
_FILLERS = re.compile(r"^(?P<name>[补補]\s*白)(?:\s*[：:]\s*|\s+)(?P<rest>\S.*)$")
_FILLER = re.compile(r"^[补補]\s*白\s*[：:]?$")
_NAMED = 2
"""Lines of an entry with the name of its column above it."""
_FEWEST_NAMES = 3
"""So many names that each stand over one entry are those of articles rather than of parts."""
_FEWEST_FREE = 2
"""So many entries outside of all sections are no exceptions."""
_NOTICE = re.compile(
    rf"^(?:《[{HAN}]{{2,16}}》|本[刊报報])?(?:(?:(?:19|20)\d\d年度?)?(?:征[稿订]|徵[稿訂]|订阅|訂閱)(?:启事|啟事|通知|简则|簡則)?|稿[约約]|(?:投稿|来稿|來稿|作者)须知|(?:投稿|来稿)(?:指南|要求|约定))$"
)
"""What a journal asks of those who write for it, or who take it."""
_STROKE = re.compile(r"^[lI|](?P<page>\d{1,2})$")
"""l7: 17, or 7 behind the last stroke of what leads to it."""


def settle_translations(contents: RawContents, body: BodyIndex) -> None:
    """Stations Without Names below 无名小站, which the body has below the title, too.

    Where most entries say their titles again in English, that is no part of these.
    """
    found = {id(entry): _translations(entry, body) for entry in contents.entries}
    told = sum(map(bool, found.values()))
    if told < _TRANSLATED or told * 3 < len(found) * 2:
        return
    for entry in contents.entries:
        own = found[id(entry)]
        entry.texts = [text for text in entry.texts if text not in own]


def _translations(entry: RawEntry, body: BodyIndex) -> list[str]:
    """The lines of an entry below its first that are in English, and lines of the body."""
    if not entry.texts or not has_han(entry.texts[0]):
        return []
    below = (text for text in entry.texts[1:] if not has_han(text) and _WORDS.search(text))
    return [text for text in below if body.exact[key(text)]]


def settle_sets(contents: RawContents, body: BodyIndex) -> None:
    """竹筒诱捕地老虎 / 草木灰拌韭根 …… 18: titles on one line that the body has on lines of their own."""
    made: list[RawEntry] = []
    for entry in contents.entries:
        parts = _SLASHES.split(entry.texts[0]) if len(entry.texts) == 1 else []
        if len(parts) > 1 and _are_titles(parts, body):
            # 读者来稿 stands for authors who sign below their pieces.
            authors = entry.authors_text if split_names(entry.authors_text) else ""
            first, *more = (replace(entry, texts=[part], authors_text=authors) for part in parts)
            made += [first, *(replace(other, printed_page="") for other in more)]
        else:
            made.append(entry)
    contents.entries[:] = made


def _are_titles(parts: Sequence[str], body: BodyIndex) -> bool:
    """True for lines of the body that do not follow each other, as a title and its author do."""
    lines = all(len(key(part)) > 2 and body.exact[key(part)] > 0 for part in parts)
    return lines and not any(body.stands_above(*two) for two in itertools.pairwise(parts))


def settle_fillers(contents: RawContents, body: BodyIndex) -> None:
    """补白：渡口的规矩（5）“三不借”（13）: pieces that fill pages up, and stand in no section.

    The body has their titles without that word, which may stand a blank before the first of them
    and be read as its subtitle, or as a section. Those on the lines right below are such, too.
    """
    freed = _free_fillers(contents)
    line = section = 0
    for entry in sorted(contents.entries, key=lambda one: one.lines[:1]):
        if not entry.lines or not entry.texts:
            continue
        if line and entry.lines[0] == line + 1 and entry.section == section:
            line = entry.lines[-1]
        name = _take_filler_name(entry, body)
        if name:
            contents.kickers.append((entry.lines[0], name))
        if name or entry.lines[0] in freed:
            line, section = entry.lines[0], entry.section
        if line and entry.lines[0] == line:
            entry.section = -1


def _take_filler_name(entry: RawEntry, body: BodyIndex) -> str:
    """Take 补白 out of an entry that the body has without it; "" if it says nothing like that."""
    apart = next((text for text in entry.texts[1:] if _FILLER.match(text)), "")
    if apart and body.exact[key(entry.texts[0])]:
        entry.texts.remove(apart)
        return apart
    hit = _FILLERS.match(entry.texts[0])
    if hit is None or not body.exact[key(hit["rest"])]:
        return ""
    entry.texts[0] = hit["rest"]
    return hit["name"]


def _free_fillers(contents: RawContents) -> frozenset[int]:
    """The lines of sections of the name 补白 whose first entries stand beside it; these stand in none now."""
    freed = set()
    for at, one in reversed(list(enumerate(contents.sections))):
        beside = [entry for entry in contents.entries if one.line in entry.lines]
        if _FILLER.match(one.name) and beside and all(entry.section == at for entry in beside):
            contents.kickers.append((one.line, one.name))
            _leave_out(contents, at)
            freed.add(one.line)
    return frozenset(freed)


def _leave_out(contents: RawContents, at: int) -> None:
    """Make the entries of a section stand in none."""
    del contents.sections[at]
    for entry in contents.entries:
        if entry.section >= at:
            entry.section = -1 if entry.section == at else entry.section - 1


def settle_genres(contents: RawContents, body: BodyIndex) -> None:
    """回程票（短篇小说）, 诗：夜校: what a piece is stands beside its title here, and not in the body."""
    for entry in contents.entries:
        hit = GENRE.match(entry.texts[0]) if entry.texts else None
        if hit is not None and body.exact[key(hit["title"])] and not body.exact[key(hit[0])]:
            entry.texts[0] = hit["title"] + entry.texts[0][hit.end() :]
        before = GENRE_BEFORE.match(entry.texts[0]) if entry.texts else None
        rest = "" if before is None else entry.texts[0][before.end() :]
        if rest and any(body.exact[key(title)] for title in (rest, rest.split()[0])):
            entry.texts[0] = rest  # 诗：夜校, which is 夜校 in the body


def settle_afterword(contents: RawContents) -> None:
    """编后记 …… 编者 …… 18 as the last of all, below the entries of a section: of none itself.

    Fillers may stand below it. A section for what the editors say may well hold it.
    """
    placed = [entry for entry in contents.entries if entry.section >= 0]
    last = placed[-1] if len(placed) > 1 else None
    if last is None or last.section != placed[-2].section:
        return
    if AFTERWORD.match(squeeze("".join(last.texts[:1])).removesuffix("编者")) is None:
        return
    if not re.search("[编編]", contents.sections[last.section].name):
        last.section = -1


def settle_own_words(contents: RawContents) -> None:
    """编后 on a line over 写给下一年 …… 26, where sections stand over titles: a section, too.

    Its form may be another than that of the other names, of which a document model sets some in
    bold type.
    """
    entry = contents.entries[-1] if contents.entries else None
    if entry is None or len(contents.sections) < FEWEST_BLOCKS or len(entry.texts) < _NAMED:
        return
    if len(entry.lines) < _NAMED or not AFTERWORD.match(squeeze(entry.texts[0])):
        return
    name = RawSection(squeeze(entry.texts.pop(0)), entry.lines[0])
    entry.section = len(contents.sections)
    contents.sections.append(name)


def settle_trailing(contents: RawContents) -> None:
    """Fillers and letters below ·科学家的故事· and its article, where every name is of one.

    Each section before the last one has one entry, and several stand above the first section
    (a single one may be the foreword): what follows the one entry of the last section is of
    none, either.
    """
    placed = [entry.section for entry in contents.entries]
    last = len(contents.sections) - 1
    if last < _FEWEST_NAMES or placed[:_FEWEST_FREE] != [-1] * _FEWEST_FREE:
        return
    if placed[-1] != last or placed.count(last) <= _FEWEST_FREE:
        return
    if any(placed.count(section) != 1 for section in range(last)):
        return
    for entry in contents.entries[placed.index(last) + 1 :]:
        entry.section = -1


def settle_loose(contents: RawContents, rows: Sequence[Row]) -> None:
    """支部短讯（14）　启事（15）, in blocks below that of the last section, and unsigned: of none.

    Every section opens a block of its own, with one article; all those are signed.
    """
    heads = {section.line for section in contents.sections}
    blocks = blocks_of(rows)
    opened = [at for at, block in enumerate(blocks) if heads & block]
    placed = [entry for entry in contents.entries if entry.section >= 0]
    if len(opened) < _FEWEST_NAMES or len(opened) != len(contents.sections):
        return
    below = set().union(*blocks[opened[-1] + 1 :])
    own = [entry for entry in placed if not below.issuperset(entry.lines)]
    loose = [entry for entry in placed if below.issuperset(entry.lines)]
    if sorted(entry.section for entry in own) != list(range(len(contents.sections))):
        return
    if all(map(_is_signed, own)) and not any(map(_is_signed, loose)):
        for entry in loose:
            entry.section = -1


def settle_below_all(contents: RawContents, rows: Sequence[Row]) -> None:
    """某某征文启事（9）, unsigned and in a block below the one in which all sections stand: of none.

    A blank line that parts no section from another parts from all of them what stands below it.
    """
    heads = {section.line for section in contents.sections}
    own = {section.line for section in contents.sections if _is_own(section, contents.entries)}
    blocks = blocks_of(rows)
    opened = [at for at, block in enumerate(blocks) if (heads - own) & block]
    if len(opened) != 1 or len(heads - own) < _FEWEST_NAMES:
        return
    below = set().union(*blocks[opened[0] + 1 :])
    placed = [entry for entry in contents.entries if entry.section >= 0]
    loose = [entry for entry in placed if below.issuperset(entry.lines)]
    others = [entry for entry in placed if blocks[opened[0]].issuperset(entry.lines)]
    if any(map(_is_signed, loose)) or 2 * sum(map(_is_signed, others)) <= len(others):
        return
    for entry in loose:
        if entry.lines[0] not in own:
            entry.section = -1


def _is_own(section: RawSection, entries: Sequence[RawEntry]) -> bool:
    """True for 来信 …… 7, a section and its only article on one line."""
    return any(section.line in entry.lines for entry in entries)


def _is_signed(entry: RawEntry) -> bool:
    return any(authors for _, authors in entry.readings())


def settle_notice(contents: RawContents) -> None:
    """《某刊》稿约 …… 73, below the signed articles of the last section: of no section.

    Nor is it of one whose other articles are unsigned, if a blank line parts it from them, as it
    parts none of the articles of one section.
    """
    if not contents.entries:
        return
    *others, entry = contents.entries
    mates = [other for other in others if other.section == entry.section]
    if entry.section < 0 or entry.authors_text or not mates:
        return
    signed = all(map(_is_signed, mates))
    told = signed or (_is_apart(mates[-1], entry) and _stand_close(others))
    if told and _NOTICE.match(squeeze("".join(entry.texts))):
        entry.section = -1


def _is_apart(above: RawEntry, below: RawEntry) -> bool:
    """True if a line stands between two entries, as a blank one does."""
    return bool(above.lines and below.lines) and min(below.lines) > max(above.lines) + 1


def _stand_close(entries: Sequence[RawEntry]) -> bool:
    """True if no line parts entries of one section, of which there are some."""
    pairs = [(one, two) for one, two in itertools.pairwise(entries) if one.section == two.section]
    return bool(pairs) and not any(_is_apart(one, two) for one, two in pairs)


def settle_stacked(contents: RawContents, body: BodyIndex) -> None:
    """来信 / 两封信 / 征稿启事: 两封信, which the body has right below 来信, is a title and no section.

    Nothing else stands in 来信, and in the body no title of the contents below 两封信, as below the
    theme of a feature.
    """
    for at in reversed(_empty(contents)):
        if at + 1 >= len(contents.sections):
            continue
        one, other = contents.sections[at : at + 2]
        inside = [place for place, entry in enumerate(contents.entries) if entry.section == at + 1]
        if not inside or other.line <= one.line or other.english or other.theme:
            continue
        titles = [entry.texts[0] for entry in contents.entries if entry.texts]
        over = any(body.stands_above(other.name, title) for title in titles)
        if over or not body.stands_above(one.name, other.name):
            continue
        made = RawEntry([other.name], lines=[other.line], section=at)
        contents.entries.insert(inside[0], made)
        del contents.sections[at + 1]
        for entry in contents.entries:
            entry.section -= entry.section > at


def settle_first_lines(contents: RawContents, body: BodyIndex) -> None:
    """Give the first line of a title back to it that was taken for a section, right below another one.

    理论讲堂 / 下好先手棋 / 打赢歼灭战 某某 9: the section that is left without an entry heads pages of the
    body or is one of many magazines; the other has its only place there, over the title.
    """
    for at in reversed(_empty(contents)):
        if at + 1 >= len(contents.sections):
            continue
        above, below = contents.sections[at : at + 2]
        name = key(below.name)
        own = [entry for entry in contents.entries if entry.section == at + 1]
        if len(name) < _FIRST_LINE or below.line - above.line > _CLOSE or not own:
            continue
        printed = is_common_section(above.name) or bool(body.exact[key(above.name)])
        if not printed or is_common_section(below.name) or is_counted_section(below.name):
            continue
        told = {key(text) for entry in contents.entries for text in entry.texts}
        under = body.below(key(above.name)) - told
        if any(len(one) <= _TITLE_LINE and not one.isdecimal() for one in under):
            continue  # the title of an entry that OCR has lost
        first = own[0]
        over = first.texts and body.stands_above(below.name, first.texts[0])
        if not over or body.exact[name] != 1 or below.theme:
            continue
        first.texts.insert(0, below.name)
        first.lines.insert(0, below.line)
        del contents.sections[at + 1]
        for entry in contents.entries:
            entry.section -= entry.section > at


_FIRST_LINE, _TITLE_LINE, _CLOSE = 4, 24, 3
"""Characters of the first line of a title and of the longest, and lines down to the first from the
name of its section."""


def settle_empty(contents: RawContents, body: BodyIndex) -> None:
    """Fill sections that have no titles: with the entry whose page has their name, or their own.

    OCR takes the names, titles and pages of a column out of their order; the pages of the
    body have the name of the section beside the folio. A page without a title is that of a
    section without one: the column bears the section's name.
    """
    for at in _empty(contents):
        folios = {str(page) for page in body.folios(contents.sections[at].name)}
        fits = [entry for entry in contents.entries if entry.texts and entry.page in folios]
        if len(fits) == 1 and fits[0].section >= 0:
            fits[0].section = at
    bare = [entry for entry in contents.entries if entry.page and not entry.texts]
    empty = _empty(contents)
    for entry in bare:
        own = entry.section if entry.section in empty else -1
        if own < 0 and len(bare) == len(empty) == 1:
            own = empty[0]
        if own >= 0:
            section = contents.sections[own]
            entry.texts, entry.section = [section.name], own
            entry.lines.append(section.line)
            contents.columns.append((section.line, section.name))


def _empty(contents: RawContents) -> list[int]:
    """The sections that have no entry with a title."""
    filled = {entry.section for entry in contents.entries if entry.texts}
    return [at for at in range(len(contents.sections)) if at not in filled]


def settle_misread_pages(contents: RawContents) -> None:
    """…… 3, ……l7, …… 10: of a page that seems too high, what the stroke before it has added goes.

    The pages around it are in order, and it is between them without the stroke alone.
    """
    paged = [entry for entry in contents.entries if entry.page.isdecimal()]
    for before, entry, after in zip(paged, paged[1:], paged[2:], strict=False):
        hit = _STROKE.match(entry.printed_page)
        if hit is None:
            continue
        low, high = int(before.page), int(after.page)
        if low <= int(hit["page"]) <= high < int(entry.page):
            entry.page = hit["page"]


def settle_heading(contents: RawContents, body: BodyIndex) -> None:
    """The one name above all entries that no title stands under in the body heads the contents: 翻到哪一页？."""
    if contents.heading or len(contents.sections) != 1 or len(contents.entries) < _HEADED:
        return
    (section,) = contents.sections
    first = min(line for entry in contents.entries for line in entry.lines)
    if section.line >= first or any(entry.section for entry in contents.entries):
        return
    if section.name[-1:] not in _CALLS or body.exact[key(section.name)]:
        return
    contents.heading = section.name
    contents.sections.clear()
    for entry in contents.entries:
        entry.section = -1


_HEADED, _CALLS = 3, tuple("？！?!")
"""So many entries that stand below such a heading, and with what it asks or calls the reader."""
