"""Entries that stand in no section, or in another than they seem to, once all are read."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, squeeze, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import GENRE, PAGE_FIRST, PAGE_LAST, split_leader
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row
from converter.values import replace

_FEWEST_BLOCKS = 2
"""From so many blocks on that a section opens, the others are of no section."""
_AFTERWORD = re.compile(r"^[编編]\s*[后後]\s*(?:[记記语語话話])?$")
"""编后, at the end of an issue and of no section."""
_COLUMN = 6
"""The most em of the name of a column."""


def settle_columns(contents: RawContents, rows: Sequence[Row], body: BodyIndex) -> None:
    """声音 7 and 来信 14, apart where sections open the other blocks: sections of their own."""
    heads = {section.line for section in contents.sections}
    blocks = _blocks(rows)
    headless = [block for block in blocks if not heads & block]
    if len(headless) * 2 > len(blocks) or len(blocks) - len(headless) < _FEWEST_BLOCKS:
        return
    own: dict[int, RawSection] = {}
    for block in headless:
        inside = [at for at, entry in enumerate(contents.entries) if block.issuperset(entry.lines)]
        columns = [contents.entries[at] for at in inside]
        if not all(map(_is_column, columns)):
            continue
        if any(body.opens_column(entry.texts[0]) for entry in columns):
            own |= {
                at: RawSection(entry.texts[0], entry.lines[0])
                for at, entry in zip(inside, columns, strict=True)
            }
    _insert(contents, own)


def _insert(contents: RawContents, own: Mapping[int, RawSection]) -> None:
    """Give entries, by their indexes, sections of their own, each behind the one it was in."""
    if not own:
        return
    contents.columns += [(section.line, section.name) for section in own.values()]
    places = [(float(at), section) for at, section in enumerate(contents.sections)]
    places += [(contents.entries[at].section + 0.5, section) for at, section in own.items()]
    was = contents.sections
    contents.sections = [section for _, section in sorted(places, key=lambda place: place[0])]
    index = {id(section): at for at, section in enumerate(contents.sections)}
    for at, entry in enumerate(contents.entries):
        if at in own:
            entry.section = index[id(own[at])]
        elif entry.section >= 0:
            entry.section = index[id(was[entry.section])]


_OWN = re.compile(
    rf"^(?:[读讀][者编編](?:[来來][信函]|信箱|[园園]地|之[声聲]|[回反迴][音馈饋响響]|投[书書]|往[来來]|[论論][坛壇])|[编編][读讀]往[来來]|(?:(?:[读讀]者|作者|[编編][者辑輯])[·・、与與和]?){{2,3}}|(?:[{HAN}]{{2}})?[来來][信函]照登|(?:[{HAN}]{{2}})?[来來][信函]|(?:[{HAN}]{{2}})?信箱"
    r"|[开開]心(?:一刻|果)|[轻輕][松鬆]一刻|笑林|笑一笑|[言语語][论論]|[语語][录錄]|[声聲]音|[点點]滴|[补補]白|漫画[与與]?幽默|幽默|百味)$"
)
"""Columns without titles, which magazines list by their own names."""
_SPACED = re.compile(r"^\S(?:\s+\S){1,5}$")
_FEWEST_SPACED = 2
_WITH_ENGLISH = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,5}})\s*(?P<english>[A-Z]{{3,}}(?:[ &’'-]+[A-Z]+)*)$"
)
_FEWEST_ENGLISH = 3
"""So many sections that say their names in English as well are a convention."""


def settle_own(contents: RawContents, rows: Sequence[Row], body: BodyIndex) -> None:
    """言 论 …… 7 below the titles of another section: a section of its own, and its only article.

    It is letter-spaced as the names of the sections are, or has a mark before it as they have
    and no other entry has (□学会动态 …… 28), has English behind it as they do
    (来信 LETTERS …… 25), or is called as such columns are; and the body prints no name over it.
    """
    texts = {number: row.cells[0] for row in rows for number in row.lines if not row.table}
    spaced = sum(bool(_SPACED.match(texts.get(section.line, ""))) for section in contents.sections)
    english = sum(bool(section.english) for section in contents.sections)
    marked = _marked_like_sections(contents, texts)
    own: dict[int, RawSection] = {}
    for at, entry in enumerate(contents.entries):
        before = contents.entries[at - 1] if at else None
        if before is None or before.section < 0:
            continue
        if entry.section not in (before.section, -1):
            continue
        if not set(contents.free).isdisjoint(entry.lines):
            continue
        if len(entry.texts) != 1 or entry.authors_text or not entry.page:
            continue
        if english >= _FEWEST_ENGLISH and (found := _in_two_languages(entry, texts, body)):
            own[at] = found
            entry.texts, entry.section = [found.name], before.section
            contents.notes = [one for one in contents.notes if one != (found.line, found.english)]
            continue
        name = squeeze(entry.texts[0])
        if at in marked:
            name = name.lstrip("".join(_BEFORE_SECTIONS))
        alike = spaced >= _FEWEST_SPACED and _SPACED.match(entry.texts[0]) is not None
        over = contents.sections[before.section].name
        alike = (alike or at in marked) and entry.section >= 0
        # 读者园地 has such columns in it, and so has 资讯 with 数字 and 声音.
        among = _OWN.match(squeeze(over)) is not None or _is_column(before)
        if not (alike or (_OWN.match(name) and not among)) or not body.exact[key(name)]:
            continue
        if not body.stands_above(over, name):
            own[at] = RawSection(name, entry.lines[0])
            entry.texts, entry.section = [name], before.section
    _insert(contents, own)


def _marked_like_sections(contents: RawContents, texts: Mapping[int, str]) -> frozenset[int]:
    """The entries with the mark before them that most sections have, and most entries have not."""
    marks = Counter(
        text[0]
        for section in contents.sections
        if (text := texts.get(section.line, "").strip()) and text[0] in _BEFORE_SECTIONS
    )
    if not marks:
        return frozenset()
    mark, count = marks.most_common(1)[0]
    found = frozenset(
        at
        for at, entry in enumerate(contents.entries)
        if texts.get(entry.lines[0], "").strip()[:1] == mark
    )
    often = count >= _FEWEST_SPACED and count * 2 > len(contents.sections)
    return found if often and len(found) * 4 <= len(contents.entries) else frozenset()


_BEFORE_SECTIONS = frozenset("□■◆◇●○▲△★☆※▌▎")


def _in_two_languages(
    entry: RawEntry, texts: Mapping[int, str], body: BodyIndex
) -> RawSection | None:
    """The section that 来信 LETTERS …… 25 is, ``None`` for another entry; ``texts`` are by line."""
    line = entry.lines[0]
    paged = PAGE_LAST.match(texts.get(line, "")) or PAGE_FIRST.match(texts.get(line, ""))
    hit = _WITH_ENGLISH.match(split_leader(paged["rest"])[0]) if paged is not None else None
    name = squeeze(hit["name"]) if hit is not None else ""
    if hit is None or not key(entry.texts[0]).startswith(key(name)):
        return None
    printed = body.exact[key(name)] or body.exact[key(hit[0])]
    return RawSection(name, line, hit["english"]) if printed else None


def _blocks(rows: Sequence[Row]) -> list[set[int]]:
    """The lines of the blocks of rows, which blank lines part."""
    found: list[set[int]] = []
    for row in rows:
        if row.gap or not found:
            found.append(set())
        found[-1].update(row.lines)
    return found


def _is_column(entry: RawEntry) -> bool:
    """True for an entry that is a short name and a page."""
    return (
        len(entry.texts) == 1
        and bool(entry.page)
        and not entry.authors_text
        and width(entry.texts[0]) <= _COLUMN
    )


def settle_last_block(contents: RawContents, rows: Sequence[Row]) -> None:
    """本期作者 …… 15, apart at the end where sections open all other blocks: in no section."""
    blocks = [index for index, row in enumerate(rows) if row.gap]
    heads = {section.line for section in contents.sections}
    opened = [index for index in blocks if heads.intersection(rows[index].lines)]
    last = blocks[-1] if blocks else 0
    afterword = bool(contents.entries) and _AFTERWORD.match("".join(contents.entries[-1].texts))
    others = len(blocks) - len(opened) - 1
    if len(opened) < _FEWEST_BLOCKS or last in opened or (others and not afterword):
        return
    if last != len(rows) - 1 or len(heads) != len(opened) or not contents.entries:
        return
    entry = contents.entries[-1]
    if entry.page and not entry.authors_text and set(entry.lines) <= set(rows[last].lines):
        entry.section = -1


def settle_flush(contents: RawContents, indents: Mapping[int, float]) -> None:
    """编后记 …… 18, set flush like the names of the sections and not like their entries.

    ``indents`` are those of the lines, in em by the lines' numbers.
    """
    heads = [indents.get(section.line, 0.0) for section in contents.sections]
    if len(heads) < _FEWEST_BLOCKS or max(heads) >= 1:
        return
    placed = [entry for entry in contents.entries if entry.section >= 0 and entry.lines]
    if any(contents.sections[entry.section].line in entry.lines for entry in placed):
        return  # 6 人物 over 标题, and 9 标题: the pages stand flush
    flush = [entry for entry in placed if indents.get(entry.lines[0], 0.0) < 1]
    paged = sum(bool(entry.page) for entry in flush)
    if not paged or paged * 4 > sum(bool(entry.page) for entry in placed):
        return
    for entry in flush:
        entry.section = -1


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


_WORDS = re.compile(r"[A-Za-z]{2,}[\s,]+[A-Za-z]")
_TRANSLATED = 3
"""So many titles in two languages are the way of the magazine."""


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


_SLASHES = re.compile(r"\s+[/／]\s+")


def settle_fillers(contents: RawContents, body: BodyIndex) -> None:
    """补白：渡口的规矩（5）“三不借”（13）: pieces that fill pages up, and stand in no section.

    The body has their titles without that word. Those on the lines right below are such, too.
    """
    line = section = 0
    for entry in sorted(contents.entries, key=lambda one: one.lines[:1]):
        if line and entry.lines and entry.lines[0] == line + 1 and entry.section == section:
            line = entry.lines[-1]
        hit = _FILLERS.match(entry.texts[0]) if entry.texts and entry.lines else None
        if hit is not None and body.exact[key(hit["rest"])]:
            line, section = entry.lines[0], entry.section
            contents.kickers.append((line, hit["name"]))
            entry.texts[0] = hit["rest"]
        if line and entry.lines and entry.lines[0] == line:
            entry.section = -1


_FILLERS = re.compile(r"^(?P<name>[补補]\s*白)\s*[：:]\s*(?P<rest>\S.*)$")


def settle_named_columns(contents: RawContents, body: BodyIndex) -> None:
    """专栏 over 巷口　台风前后 某某 and 慢读　一本书 某某: each column has a name before its title.

    The body has both on lines of their own. One such line may be a title of two lines, which the
    contents print as one; not all in a section of columns are.
    """
    for at, section in enumerate(contents.sections):
        own = [entry for entry in contents.entries if entry.section == at]
        if _OF_COLUMNS.search(section.name) is None or len(own) < _FEWEST_COLUMNS:
            continue
        hits = [_NAMED_COLUMN.match(entry.texts[0]) for entry in own if entry.texts]
        told = [hit for hit in hits if hit is not None and _has_own_lines(hit, body)]
        if len(told) < len(own):
            continue
        for entry, hit in zip(own, told, strict=True):
            contents.kickers.append((entry.lines[0], hit["name"]))
            entry.texts[0] = hit["rest"]


_OF_COLUMNS = re.compile("[专專][栏欄]$")
_FEWEST_COLUMNS = 2
_NAMED_COLUMN = re.compile(rf"^(?P<name>[{HAN}]{{2,8}})(?:\s*[|｜丨]\s*|\s+)(?P<rest>\S.*)$")


def _has_own_lines(hit: re.Match[str], body: BodyIndex) -> bool:
    """True if the body has two parts of an entry on lines of their own."""
    title, *behind = hit["rest"].split()
    if split_names(hit["name"]) is not None and split_names(" ".join(behind)) is None:
        return False  # 某某　标题: the author; 冷板凳 begins like one, and the author stands behind
    lines = body.exact[key(hit["name"])] > 0 and body.exact[key(title)] > 0
    return lines and split_names(title) is None


def settle_genres(contents: RawContents, body: BodyIndex) -> None:
    """回程票（短篇小说）: what a piece is stands behind its title here, and over it in the body."""
    for entry in contents.entries:
        hit = GENRE.match(entry.texts[0]) if entry.texts else None
        if hit is not None and body.exact[key(hit["title"])] and not body.exact[key(hit[0])]:
            entry.texts[0] = hit["title"] + entry.texts[0][hit.end() :]


def settle_afterword(contents: RawContents) -> None:
    """编后记 …… 编者 …… 18 as the last of all, below the entries of a section: of none itself.

    Fillers may stand below it. A section for what the editors say may well hold it.
    """
    placed = [entry for entry in contents.entries if entry.section >= 0]
    last = placed[-1] if len(placed) > 1 else None
    if last is None or last.section != placed[-2].section:
        return
    if _AFTERWORD.match(squeeze("".join(last.texts[:1])).removesuffix("编者")) is None:
        return
    if not re.search("[编編]", contents.sections[last.section].name):
        last.section = -1


def settle_own_words(contents: RawContents) -> None:
    """编后 on a line over 写给下一年 …… 26, where sections stand over titles: a section, too.

    Its form may be another than that of the other names, of which a document model sets some in
    bold type.
    """
    entry = contents.entries[-1] if contents.entries else None
    if entry is None or len(contents.sections) < _FEWEST_BLOCKS or len(entry.texts) < _NAMED:
        return
    if len(entry.lines) < _NAMED or not _AFTERWORD.match(squeeze(entry.texts[0])):
        return
    name = RawSection(squeeze(entry.texts.pop(0)), entry.lines[0])
    entry.section = len(contents.sections)
    contents.sections.append(name)


_NAMED = 2
"""Lines of an entry with the name of its column above it."""


_FEWEST_NAMES = 3
"""So many names that each stand over one entry are those of articles rather than of parts."""

_FEWEST_FREE = 2
"""So many entries outside of all sections are no exceptions."""


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
    blocks = _blocks(rows)
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


def _is_signed(entry: RawEntry) -> bool:
    return any(authors for _, authors in entry.readings())


_NOTICE = re.compile(
    rf"^(?:《[{HAN}]{{2,16}}》|本[刊报報])?(?:(?:(?:19|20)\d\d年度?)?(?:征[稿订]|徵[稿訂]|订阅|訂閱)(?:启事|啟事|通知|简则|簡則)?|稿[约約]|(?:投稿|来稿|來稿|作者)须知|(?:投稿|来稿)(?:指南|要求|约定))$"
)
"""What a journal asks of those who write for it, or who take it."""


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


_STROKE = re.compile(r"^[lI|](?P<page>\d{1,2})$")
"""l7: 17, or 7 behind the last stroke of what leads to it."""


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
