"""Columns of an issue in its contents: which of the lines name one, and which entries it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, PAGE_LAST, split_leader
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row

FEWEST_BLOCKS = 2
"""From so many blocks on that a section opens, the others are of no section."""
AFTERWORD = re.compile(r"^[编編]\s*[后後]\s*(?:[记記语語话話])?$")
"""编后, at the end of an issue and of no section."""
_COLUMN = 6
"""The most em of the name of a column."""
_OWN = re.compile(
    rf"^(?:[读讀][者编編](?:[来來][信函]|信箱|[园園]地|之[声聲]|[回反迴][音馈饋响響]|投[书書]|往[来來]|[论論][坛壇])|[编編][读讀]往[来來]|(?:(?:[读讀]者|作者|[编編][者辑輯])[·・、与與和]?){{2,3}}|(?:[{HAN}]{{2}})?[来來][信函]照登|(?:[{HAN}]{{2}})?[来來][信函]|(?:[{HAN}]{{2}})?信箱"
    r"|[开開]心(?:一刻|果)|[轻輕][松鬆]一刻|笑林|笑一笑|[言语語][论論]|[语語][录錄]|[声聲]音|[数數](?:字|[说說讀读])|[点點]滴|[补補]白|漫画[与與]?幽默|幽默|百味)$"
)
"""Columns without titles, which magazines list by their own names."""
_SPACED = re.compile(r"^\S(?:\s+\S){1,5}$")
_FEWEST_SPACED = 2
_WITH_ENGLISH = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,5}})\s*(?P<english>[A-Z]{{3,}}(?:[ &’'-]+[A-Z]+)*|[A-Z]+(?: ?[&’'-] ?[A-Z]+)+)$"
)
_FEWEST_ENGLISH = 3
"""So many sections that say their names in English as well are a convention."""
_BEFORE_SECTIONS = frozenset("□■◆◇●○▲△★☆※▌▎")
_OF_COLUMNS = re.compile("[专專][栏欄]$")
_FEWEST_COLUMNS = 2
_NAMED_COLUMN = re.compile(rf"^(?P<name>[{HAN}]{{2,8}})(?:\s*[|｜丨]\s*|\s+)(?P<rest>\S.*)$")


def settle_columns(contents: RawContents, rows: Sequence[Row], body: BodyIndex) -> None:
    """声音 7 and 来信 14, apart where sections open the other blocks: sections of their own."""
    heads = {section.line for section in contents.sections}
    blocks = blocks_of(rows)
    headless = [block for block in blocks if not heads & block]
    if len(headless) * 2 > len(blocks) or len(blocks) - len(headless) < FEWEST_BLOCKS:
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


def settle_own(contents: RawContents, rows: Sequence[Row], body: BodyIndex) -> None:
    """言 论 …… 7 below the titles of another section: a section of its own, and its only article.

    It is letter-spaced as the names of the sections are, or has a mark before it as they have
    and no other entry has (□学会动态 …… 28), has English behind it as they do
    (来信 LETTERS …… 25), or over it in the body (Q & A, and 你问我答 below), or is called as such
    columns are; and the body prints no name over it.
    """
    texts = {number: row.cells[0] for row in rows for number in row.lines if not row.table}
    spaced = sum(bool(_SPACED.match(texts.get(section.line, ""))) for section in contents.sections)
    english = sum(bool(section.english) for section in contents.sections)
    below_english = sum(body.stands_below_english(one.name) for one in contents.sections)
    marked = _marked_like_sections(contents, texts)
    framed = _framed_like_sections(contents, texts, body)
    own: dict[int, RawSection] = {}
    for at, entry in enumerate(contents.entries):
        before = contents.entries[at - 1] if at else None
        if before is None or before.section < 0:
            continue
        if entry.section not in (before.section, -1):
            continue
        if not set(contents.free).isdisjoint(entry.lines):
            continue
        if len(entry.texts) != 1 or not entry.page:
            continue
        if at in framed:
            name, who = framed[at]
            own[at] = RawSection(name, entry.lines[0])
            entry.texts, entry.section = [name], before.section
            entry.authors_text = entry.authors_text or who
            continue
        if entry.authors_text:
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
        column = _is_column(before) and at - 1 not in own  # 声音 that is a section itself has none
        among = _OWN.match(squeeze(over)) is not None or column
        alike = alike or (english >= _FEWEST_ENGLISH and body.says_in_english(name))
        alike = alike or (
            below_english >= _FEWEST_ENGLISH and body.stands_below_english(entry.texts[0])
        )
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


def _framed_like_sections(
    contents: RawContents, texts: Mapping[int, str], body: BodyIndex
) -> dict[int, tuple[str, str]]:
    """The names, and who signs, of entries in brackets as most sections are: [法律信箱] 某某 /6.

    Most entries are not; the body has the names, in brackets or not.
    """
    hits = [_FRAMED.match(texts.get(section.line, "").strip()) for section in contents.sections]
    framed = [hit["mark"] for hit in hits if hit is not None]
    if len(framed) < _FEWEST_ENGLISH or len(framed) * 2 <= len(hits):
        return {}
    found = {}
    for at, entry in enumerate(contents.entries):
        hit = _FRAMED.match(entry.texts[0].strip()) if len(entry.texts) == 1 else None
        if hit is None or hit["mark"] not in framed or not body.exact[key(hit["name"])]:
            continue
        who = entry.texts[0].strip()[hit.end() :].strip()
        if not who or split_names(who) is not None:
            found[at] = (squeeze(hit["name"]), who)
    return found if len(found) * 4 <= len(contents.entries) else {}


_FRAMED = re.compile(
    rf"^(?P<mark>[\[【〔［「『〖])\s*(?P<name>[{HAN}](?:\s*[{HAN}]){{1,7}})\s*[\]】〕］」』〗]"
)


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


def blocks_of(rows: Sequence[Row]) -> list[set[int]]:
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
    afterword = bool(contents.entries) and AFTERWORD.match("".join(contents.entries[-1].texts))
    others = len(blocks) - len(opened) - 1
    if len(opened) < FEWEST_BLOCKS or last in opened or (others and not afterword):
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
    if len(heads) < FEWEST_BLOCKS or max(heads) >= 1:
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


def _has_own_lines(hit: re.Match[str], body: BodyIndex) -> bool:
    """True if the body has two parts of an entry on lines of their own."""
    title, *behind = hit["rest"].split()
    if split_names(hit["name"]) is not None and split_names(" ".join(behind)) is None:
        return False  # 某某　标题: the author; 冷板凳 begins like one, and the author stands behind
    lines = body.exact[key(hit["name"])] > 0 and body.exact[key(title)] > 0
    return lines and split_names(title) is None
