"""Lines of a column that are not its text, though no blank line parts them from it.

OCR that reads a page line by line writes what is set into a column where it stands: the name
of a box and the source under it, who edited the page, and pull quotes, in the middle of a
sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, unopened, width
from converter.parse.boxes import BARS, LABEL_SHAPE, bare_label, is_attribution, is_source
from converter.parse.captions import captions_within, credits_picture, is_unnumbered_caption
from converter.parse.cells import open_cells
from converter.parse.issue.box_authors import closes_named_box
from converter.parse.issue.column_quotes import (
    LONGEST_QUOTE,
    ColumnQuotes,
    note_behind_commas,
    note_turned,
)
from converter.parse.issue.credited_lines import note_credited_lines
from converter.parse.issue.flush_captions import note_flush
from converter.parse.issue.foot import foot_notes
from converter.parse.issue.frame import BRACKETS, Inset
from converter.parse.issue.kept_indents import filled, note_within
from converter.parse.issue.named_text import labels_text
from converter.parse.issue.named_within import NamesWithin
from converter.parse.issue.narrow_indented import note_narrow
from converter.parse.issue.page_feet import note_feet
from converter.parse.issue.pieces import Apart
from converter.parse.issue.pointed_lines import note_pointed
from converter.parse.issue.set_across import note_across
from converter.parse.issue.signed_rows import signed_in_rows
from converter.parse.issue.smaller_type import note_smaller
from converter.parse.kinds import is_credit
from converter.parse.said import signed_to, speaker_of
from converter.parse.tables import is_figure
from converter.parse.usage import joins
from converter.profile import Profile
from converter.segment.units import is_credited_picture, is_indented, is_price
from converter.segment.units.matter import rests_of_words
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.starts import needed
from converter.segment.units.told import TOOK, closes_bracket
from converter.source import Line

_LABELLED = re.compile(rf"^[{HAN}]{{1,8}}[：:]")


def find_in_column(
    lines: Sequence[Line],
    measure: float,
    profile: Profile,
    marked: Collection[int],
    absent: Collection[int],
    found: Apart,
) -> None:
    """Note the lines apart in a column of a ``measure``, the other arguments as for all lines."""
    from converter.parse.issue.beside import (  # few issues keep their lines
        captions_in_columns,
        sentences_in_columns,
    )
    from converter.parse.issue.spanning import boxes_at_feet, wide_paragraphs

    for note in foot_notes(lines, measure, absent):
        found.as_one(note)
    note_pointed(lines, measure, found)
    note_credited_lines(lines, measure, found)
    ends = signed_in_rows(lines)
    found.begins.update(line.number for above, line in enumerate(lines[1:]) if above in ends)
    labels = frozenset(profile.boxes.labels) | _shaped(lines)
    note_smaller(lines, measure, labels, found)
    if found.within_pictures:
        lines = [line for line in lines if line.number not in found.within_pictures]
    _note_insets(lines, measure, labels, marked, found)
    _note_nameless(lines, measure, labels, found)
    for at, end in boxes_at_feet(lines, measure):
        if not any(line.number in found.pieces for line in lines[at:end]):
            _note_inset(lines, Inset(at, ((at + 1, end),)), marked, found)
    for paragraph in wide_paragraphs(lines, measure):
        if not any(line.number in found.pieces for line in paragraph):
            found.as_one(paragraph)
    likely = _note_by_line(
        lines, measure, labels - frozenset(profile.boxes.ambiguous), labels, found
    )
    if likely:
        ColumnQuotes(lines, measure, found).find(likely)
    note_behind_commas(lines, measure, found)
    for sentence in sentences_in_columns(lines, measure):
        if not any(line.number in found.pieces for line in sentence):
            found.quote(sentence)
    note_turned(lines, measure, found)
    note_within(lines, measure, found)
    note_flush(lines, measure, found)
    note_narrow(lines, measure, found)
    note_across(lines, measure, found)
    note_feet(lines, measure, found)
    words = rests_of_words(lines)
    for caption in captions_in_columns(lines, measure):
        if not any(line.number in found.pieces or line.number in words for line in caption):
            if _is_said("".join(line.text.strip() for line in caption)):
                found.quote(caption)
                continue
            found.as_one(caption)
            found.captions.add(caption[0].number)


def find_beside_column(
    lines: Sequence[Line],
    measure: float,
    profile: Profile,
    marked: Collection[int],
    found: Apart,
) -> None:
    """Note the boxes and pull quotes beside which a column of a ``measure`` is narrower, and no more."""
    labels = frozenset(profile.boxes.labels) | _shaped(lines)
    _note_insets(lines, measure, labels, marked, found, beside=True)
    _note_nameless(lines, measure, labels, found)


def _is_said(text: str) -> bool:
    """True for “……。”, what somebody says and no more, which stands under no picture."""
    return text[0] in "“「" and text[-2:] in _SAID and not unopened(text[1:-1])


_SAID = tuple(f"{mark}{close}" for mark in "。！？" for close in "”」")


def _shaped(lines: Sequence[Line]) -> frozenset[str]:
    """What is alone on a line, or a wide blank before a title, and looks like the name of a sidebar in no list."""
    short = (
        bare_label(_TITLE_BEHIND.sub("", line.text.strip()))
        for at, line in enumerate(lines)
        if 0 < len(line.text) <= _NAMED_LINE and not _ends_above(lines, at, NUMBERED)
    )
    return frozenset(name for name in short if len(name) <= _SHAPED and LABEL_SHAPE.match(name))


def _ends_above(lines: Sequence[Line], at: int, opens: re.Pattern[str]) -> bool:
    """True for the second line of what begins like ``opens`` right above: a heading, some keywords."""
    above = lines[at - 1].text.strip() if at else ""
    return bool(above) and is_han(above[-1]) and opens.match(above) is not None


_KEYWORDS = re.compile("^[【\\[]?(?:关|關)(?:键|鍵)(?:词|詞|字)")
"""关键词：…… , of which a line may end within a word: 健康 | 档案."""
_SHAPED, _NAMED_LINE = 12, 24
"""Characters of such a name at most, and of one with its title."""
_TITLE_BEHIND = re.compile(r"(?<=\S)\u3000+[^\s，。：；][^，。；]*$")


def _note_by_line(
    lines: Sequence[Line],
    measure: float,
    sure: frozenset[str],
    labels: frozenset[str],
    found: Apart,
) -> list[int]:
    """Note what a line tells by itself; returns the lines at which pull quotes may begin.

    ``labels`` are the names of boxes, ``sure`` those that are no common words.
    """
    likely: list[int] = []
    within = NamesWithin(lines, measure)
    for at, line in enumerate(lines):
        if line.number in found.pieces:
            continue
        text = line.text.strip()
        size = width(text)
        if not text or size > measure + 4:
            if text and at and _is_wide_caption(lines[at - 1].text.strip(), text, measure):
                found.pieces[line.number] = line.number
                found.captions.add(line.number)
            continue
        named = size <= 10 and bare_label(text) in labels
        named = named and not _ends_above(lines, at, _KEYWORDS)
        if named or text[0] in _FRAMES or _heads_inset(lines, at, measure):
            _end_cut_in(lines, at, measure, found)
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        if _FIGURE_ALONE.fullmatch(text) and _titles_figure(after.strip(), measure):
            found.as_one(lines[at : at + 2])
            found.captions.add(line.number)
            continue
        apart = named or is_source(text) or (_credits(text, size) and not is_price(after.strip()))
        apart = apart or _titled_label(text, after, labels) or _heads_cells(lines, at, measure)
        if apart:
            found.as_one(lines[at : _closed_at(lines, at)])
        elif rest := within.rest_of(at):
            found.as_one([line])
            found.begins.add(lines[rest].number)
        elif count := _caption_lines(lines, at, measure):
            found.as_one(lines[at + 1 - count : _to_blank(lines, at + 1 - count, at)])
            found.captions.add(lines[at + 1 - count].number)
        elif _signs_box(lines, at, measure):
            found.as_one([line])
        elif text[0] in "—－一" and (name := speaker_of(text)):
            _set_in(lines, at, name, measure, labels, found)
        elif labels_text(text, sure):
            found.begins.add(line.number)
        elif (
            5 <= size <= measure - 2
            and at
            and (not ends_sentence(text) or _stands_within(lines, at, measure))
            and not _LABELLED.match(text)
        ):
            likely.append(at)
    return [at for at in likely if lines[at].number not in found.pieces]


def _signs_box(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for ——某某基层工作手册 below a sentence and short of its column: it goes on in no next line."""
    text = lines[at].text.strip()
    if not text.startswith("——") or ends_sentence(text) or width(text) > measure - _ROOM:
        return False
    return at > 0 and ends_sentence(lines[at - 1].text) and is_attribution(text)


def _heads_cells(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a short line within a broken sentence, right over cells with a line each: the name of their table."""
    text, above = lines[at].text.strip(), lines[at - 1].text.strip() if at else ""
    if is_indented(lines[at]) or not above or width(text) > measure - _ROOM or ends_sentence(text):
        return False
    broken = is_han(above[-1]) and width(above) >= measure - 1.4
    return broken and open_cells([one.text.strip() for one in lines[at + 1 : at + 1 + _CELLS]])


_CELLS = 9
"""Lines of the smallest table that is told by its cells."""


def _closed_at(lines: Sequence[Line], at: int) -> int:
    """The end of a line, or of the next that closes its bracket: （摘自《某书》，某社2008 | 年版）."""
    text, after = lines[at].text.strip(), lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    return at + 1 + (text[0] in "（(" and bool(after) and closes_bracket(text, after))


_ROOM = 3.0
"""Em that are left behind the last line of a source."""
_FRAMES = BRACKETS | frozenset("［" + BARS + "★☆◆◇■□●▲►▶")
"""What stands before the name of a box."""


def _heads_inset(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a short flush line that ends nothing, within a broken sentence and over an indent."""
    text = lines[at].text.strip()
    if (
        not at
        or is_indented(lines[at])
        or width(text) > measure - 2
        or not _indented(lines, at + 1)
    ):
        return False
    above = lines[at - 1].text.strip()
    return is_han(above[-1:] or " ") and width(above) >= measure - 1.4 and is_han(text[-1])


def _stands_within(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a short line between full ones, of which the first breaks off and the other is flush.

    Below the last line of a paragraph the first of the next has an indent.
    """
    if at + 1 >= len(lines) or is_indented(lines[at]) or is_indented(lines[at + 1]):
        return False
    above, below = lines[at - 1].text.strip(), lines[at + 1].text.strip()
    return (
        min(width(above), width(below)) >= measure - 1.4
        and is_han(above[-1])
        and not ends_sentence(above)
        and not unopened(lines[at].text)  # ……才算数。”: the end of what somebody says
        and not (NUMBERED.match(below) or SPEAKER.match(below))
        and any(map(is_indented, lines[max(0, at - _PAGE) : at + _PAGE]))
    )


_PAGE = 24
"""Lines on either side of which one at least has an indent, where the OCR keeps those of a page."""


def _note_insets(
    lines: Sequence[Line],
    measure: float,
    labels: frozenset[str],
    marked: Collection[int],
    found: Apart,
    *,
    beside: bool = False,
) -> None:
    """Note the boxes that their frame tells: name and paragraphs are a piece each.

    ``beside``: only those that a narrower column stands beside.
    """
    from converter.parse.issue.narrow import find_insets, find_insets_beside

    find = find_insets_beside if beside else find_insets
    for inset in find(lines, measure, labels):
        _note_inset(lines, inset, marked, found)
    if not beside:
        from converter.parse.issue.islands import find_islands

        for inset in find_islands(lines, measure, found.pieces):
            _note_inset(lines, inset, marked, found)


def _note_inset(lines: Sequence[Line], inset: Inset, marked: Collection[int], found: Apart) -> None:
    """Note a box: its name and its paragraphs are a piece each."""
    first = lines[inset.label].number
    if first not in marked:
        found.boxes[first] = lines[inset.end - 1].number
        found.pieces[first] = first
        for start, end in inset.paragraphs:
            found.as_one(lines[start:end])
            found.parted.add((lines[start - 1].number, lines[start].number))


def _note_nameless(
    lines: Sequence[Line], measure: float, labels: frozenset[str], found: Apart
) -> None:
    """Note what is set into a column without a name: pull quotes, and boxes with their sources."""
    from converter.parse.issue.narrow import cores_of
    from converter.parse.issue.narrow_text import paragraphs
    from converter.parse.issue.set_between import set_between
    from converter.parse.issue.set_in import Column

    cores, measure = cores_of(lines, measure)
    for at, end in set_between(lines, cores, measure):
        if _goes_on_named(lines, at, labels):
            continue
        if not any(line.number in found.pieces for line in lines[at:end]):
            found.quote(lines[at:end])
    quotes: ColumnQuotes | None = None
    for one in Column(lines, cores, measure).find():
        if any(line.number in found.pieces for line in lines[one.first : one.last]):
            continue
        if _goes_on_named(lines, one.first, labels):
            continue
        quotes = quotes or ColumnQuotes(lines, measure, found)
        again = one.last == one.end and quotes.stands_elsewhere(one.first, one.end)
        if one.quoted or again:
            found.quote(lines[one.first : one.end])
            continue
        found.boxes[lines[one.first].number] = lines[one.last - 1].number
        inner = max(cores[one.first : one.end])
        parts = paragraphs(lines, cores, one.first, one.end, inner)
        for start, end in (*parts, *([(one.end, one.last)] if one.last > one.end else ())):
            found.as_one(lines[start:end])
            found.parted.add((lines[start - 1].number, lines[start].number))


def _goes_on_named(lines: Sequence[Line], at: int, labels: frozenset[str]) -> bool:
    """True right below 名词解释 ……, the name of a box and its first words, of which the sentence goes on."""
    above = lines[at - 1] if at else None
    if above is None or above.blank or above.number + 1 != lines[at].number:
        return False
    return not ends_sentence(above.text) and labels_text(above.text.strip(), labels)


def _set_in(
    lines: Sequence[Line],
    mark: int,
    name: str,
    measure: float,
    labels: frozenset[str],
    found: Apart,
) -> None:
    """Part the few short lines above a name behind a dash, whose words they are.

    All of them stand on one page: no folio or running head has been taken out between them.
    """
    at = mark
    while (
        at
        and mark - at < LONGEST_QUOTE
        and 0 < filled(lines[at - 1]) <= measure - 1.5
        and lines[at - 1].number + 1 == lines[at].number
    ):
        at -= 1
    if at == mark or (at and 0 < filled(lines[at - 1]) < measure - 1.4):
        return
    at += _ends_paragraph(lines, at, mark)
    if any(bare_label(line.text) in labels for line in lines[at:mark]):
        return  # the name is that of who wrote the box
    if closes_named_box(lines, at, mark, measure, labels):
        return
    texts = [line.text for line in lines[at : mark + 1]]
    said = [line.text for line in lines if name in line.text and not speaker_of(line.text)]
    if signed_to(texts, broken=True, known=lambda _: bool(said)) != mark - at:
        return
    found.quote(lines[at:mark])
    found.quote([lines[mark]])


def _ends_paragraph(lines: Sequence[Line], at: int, mark: int) -> bool:
    """True for the last line of the text above what somebody says, which alone is said again."""
    if mark - at < 2 or not ends_sentence(lines[at].text):
        return False
    near = (*lines[max(0, at - _FAR) : at], *lines[mark : mark + _FAR])
    told = key("".join(line.text.strip() for line in near))
    said = key("".join(line.text.strip() for line in lines[at + 1 : mark]))
    return said in told and key(lines[at].text) not in told


_FAR = 300
"""Lines on either side among which the words of a quotation stand in the article."""
_TITLED = re.compile(
    r"^(?:[【\[［]|(?P<mark>[■□●◆◇▲★☆▶►▷▎▌]))?(?P<label>[^\s■□●◆◇▲★☆▶►▷▎▌]{2,6}?)[】\]］]?(?:\s+|\s*[|｜]\s*)[^，。；：]{2,20}$"
)


def _titled_label(text: str, after: str, labels: frozenset[str]) -> bool:
    """小知识 什么是航标？: the name of a box and its title on one line, which is not full."""
    hit = _TITLED.match(text)
    return (
        hit is not None
        and hit["label"] in labels
        and (text[-1] in "？?" or width(text) <= width(after.strip()) - (1 if hit["mark"] else 3))
    )


_MAY_CLOSE = re.compile(
    rf"(?:[摄攝供图圖影春夏秋冬）)]|[年月日代]|[摄攝][于於][^，。；]{{2,16}}|[排中左右起][^，。]{{0,4}}[为為是][{HAN}（）、]{{2,16}})$"
)
"""What captions end with, and few lines of text."""
_CAPTION_LINES = 3
_NEXT = 4
"""So many lines below, blank ones among them, the column goes on, over the end of a page as well."""


def _is_wide_caption(before: str, text: str, measure: float) -> bool:
    """True for a caption that is wider than the column, with its number or who made it.

    Without a number it cuts a sentence, or has who took the picture behind its last stop.
    """
    if _NUMBERED_FIGURE.match(text) and is_figure(text):
        return True
    if _TOOK_IT.search(text) and credits_picture(text) and is_unnumbered_caption(text):
        return True
    cut = width(before) >= measure - 1.5 and not ends_sentence(before)
    return cut and is_credited_picture(text) and is_unnumbered_caption(text)


_TOOK_IT = re.compile(r"[。”][（(][^（()）]{2,10}[/／ 　]?[摄攝][）)]$")
_FIGURE_ALONE = re.compile(r"[图圖]\s?\d{1,2}")


def _titles_figure(text: str, measure: float) -> bool:
    """True for the title of a figure whose number stands above it: 图1 | 不同摊青厚度下叶温的变化."""
    short = 2 < width(text) < measure - _SHORT
    return short and is_han(text[-1]) and not any(mark in text for mark in "，。；：")


_SHORT = 1.5
"""By so many em the title of a figure is shorter than the lines of its column."""
_NUMBERED_FIGURE = re.compile(r"^[图圖]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[ \u3000]+\S")
_CREDITED = 12
"""Em of a caption with who took the picture that is no last line of a longer one."""


def _caption_lines(lines: Sequence[Line], at: int, measure: float) -> int:
    """How many lines a picture's caption has that ends with one, within a broken sentence; 0 for none.

    The line above fills the measure and ends nothing, and flush text goes on below.
    """
    text = lines[at].text.strip()
    if (ends_sentence(text) and text[-1] not in "）)") or _MAY_CLOSE.search(text) is None:
        return 0
    after = next((line for line in lines[at + 1 : at + 1 + _NEXT] if not line.blank), None)
    if after is None or is_indented(after):
        return 0
    if count := _caption_between_blanks(lines, at, measure, after):
        return count
    for count in range(1, _CAPTION_LINES + 1):
        start = at + 1 - count
        if start < 1 or is_indented(lines[start]) or lines[start].blank:
            return 0
        above = _above(lines, start)
        broken = width(above) >= measure - 1.5 and not ends_sentence(above)
        whole = "".join(line.text.strip() for line in lines[start : at + 1])
        full = count == 1 and width(text) > measure - 1.5
        if broken and not unopened(whole) and _is_caption(whole, full=full):
            return count
        if count == 1 and (_TAKEN.match(text) or text in TOOK):
            continue  # the caption stands above, and may end a sentence
        if full or ends_sentence(above) or not measure / 2 < width(above) <= measure - 0.6:
            return 0  # lines of the column, and no narrower ones
    return 0


def _to_blank(lines: Sequence[Line], first: int, at: int) -> int:
    """The end of a caption that has more lines between its blank ones than tell what it is.

    某某速写。左为夏羽，右为冬 | 羽，下方三图……。: the line that tells it is as long as any, and breaks off.
    """
    end = at + 1
    while end < len(lines) and not lines[end].blank:
        end += 1
    inner = [filled(line) for line in lines[first:end]]
    text, last = lines[at].text.strip(), lines[end - 1].text
    if end == at + 1 or end - first > _CAPTION_LINES or not lines[first - 1].blank:
        return at + 1
    full = filled(lines[at]) >= max(inner) - _EVENLY and is_han(text[-1])
    indented = any(map(is_indented, lines[first:end]))
    return end if full and ends_sentence(last) and not indented else at + 1


_EVENLY = 1.5
"""Em by which the full lines of a caption differ."""


def _caption_between_blanks(lines: Sequence[Line], at: int, measure: float, after: Line) -> int:
    """How many lines a caption has between two blank ones, all but the last as full as those of the column.

    图1 …… opens one. Else the last one might be a caption by itself (月竖起。（某某摄）): then the one above it would be of the
    text, and that would read better so than from above the first blank line to below the second.
    """
    count = next((n for n in range(1, at + 1) if lines[at - n].blank), 0)
    begins = 1 < count <= _CAPTION_LINES and (at + 1 == len(lines) or lines[at + 1].blank)
    if not begins or any(is_indented(line) for line in lines[at + 1 - count : at + 1]):
        return 0
    own = [line.text.strip() for line in lines[at + 1 - count : at + 1]]
    if _NUMBERED_FIGURE.match(own[0]) and not any(map(ends_sentence, own[:-1])):
        return count
    tail, rest = _above(lines, at + 1 - count), after.text.strip()
    broken = width(tail) >= measure - 1.5 and not ends_sentence(tail)
    if not broken or any(ends_sentence(line) for line in own[:-1]) or unopened("".join(own)):
        return 0
    if not _is_caption("".join(own), full=False):
        return 0
    apart = joins(tail, rest) + joins(own[-2], own[-1])
    return count if apart >= joins(tail, own[0]) + joins(own[-2], rest) - _BLANKS else 0


_BLANKS = 3.0
"""What the two blank lines say for a caption of all lines between them (log odds)."""


def _above(lines: Sequence[Line], at: int) -> str:
    """The line above one, be it the last of the page before."""
    near = reversed(lines[max(0, at - 1 - _NEXT) : at])
    return next((text for line in near if (text := line.text.strip())), "")


_TAKEN = re.compile(rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}[ \u3000]*[摄攝]$")
"""李延河　摄: who took the picture, on a line below the caption."""


def _is_caption(text: str, *, full: bool) -> bool:
    if text[-1] in "摄攝供图圖影" and width(text) < _CREDITED:
        return False
    opens = is_han(text[0]) or text[0] == "“" or text[0].isdecimal()
    return opens and captions_within(text, full=full)


_REACH = 12
"""Lines of a box that is set into a column and has no end of its own."""


def _end_cut_in(lines: Sequence[Line], at: int, measure: float, found: Apart) -> None:
    """Part a box whose lines are indented from the sentence that goes on flush below it.

    The paragraphs of the box begin with an indent, and what is left of the sentence that the
    box cuts in two has none: it stands below the end of a sentence, best of a short line. Where a
    mark tells the box, the text above may end with a full line, and a full one goes on below.
    """
    before = lines[at - 1].text.strip() if at else ""
    name = lines[at].text.strip()
    if width(before) < measure - 1.4:
        return
    if not _indented(lines, at + 1):
        at += _is_title(lines, at + 1, measure)
        if not _indented(lines, at + 1):
            return
    whole = ends_sentence(before)
    if whole and name[0] not in _FRAMES - BRACKETS:
        return
    last = 0
    for end in range(at + 2, min(len(lines), at + _REACH)):
        text = lines[end].text
        if not text.strip() or text.strip()[0] in "【[":
            break
        above = lines[end - 1].text.rstrip()
        if not _indented(lines, end) and (ends_sentence(above) or _is_bracketed_source(above)):
            full = width(text.strip()) >= measure - 1.4
            if not full and (whole or not ends_sentence(text)):
                continue  # a heading, a caption, the source of the box, or the next box
            short = _CARRIES_ON.match(text) or _has_room(above, text.strip(), measure)
            last = end if short else last or end
            if short:
                break
    if not last:
        return
    close = last - _is_bracketed_source(lines[last - 1].text)
    first = next((begin for begin in range(close - 1, at, -1) if _indented(lines, begin)), close)
    frame = max((width(line.text.rstrip()) for line in lines[at + 1 : close]), default=0.0)
    while (
        first - 1 > at
        and _indented(lines, first - 1)
        and not ends_sentence(lines[first - 1].text)
        and lines[first - 1].text.rstrip()[-1] not in "；;"
        and width(lines[first - 1].text.rstrip()) >= frame - 1.4
    ):
        first -= 1  # all lines of the box stand in from the column
    if first < close:
        found.as_one(lines[first:close])


def _is_bracketed_source(text: str) -> bool:
    """True for （据《某某日报》） on a line of its own, below which what a box cuts goes on; for 来源：某馆 as well."""
    plain = text.strip()
    if _FROM.match(plain):
        return width(plain) <= _CREDITED and not ends_sentence(plain)
    return plain[:1] in ("（", "(") and plain[-1] in "）)" and is_source(plain)


_FROM = re.compile("(?:[资資]料|[数數][据據])?[来來]源[：:]")
_CARRIES_ON = re.compile("了[^解结結却卻不断斷然]|的[^确確士]|[们們吗嗎呢吧]")
"""What begins no sentence: the rest of one whose beginning stands above the box."""


def _is_title(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for the title below a box's name: short, flush, no sentence, over an indent."""
    text = lines[at].text.strip() if at < len(lines) else ""
    ends = not text or ends_sentence(text) or text[-1] in "，、；："
    return not ends and width(text) <= measure - 2 and _indented(lines, at + 1)


def _has_room(above: str, text: str, measure: float) -> bool:
    """True for a line with room for the first word of the next one, and so the last of a paragraph."""
    size = width(above)
    even = not any(char.isascii() for char in above)  # figures are of many widths
    return size < measure - 3.5 or (even and size + needed(text) < measure)


def _indented(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and is_indented(lines[at])


def _credits(text: str, size: float) -> bool:
    return size <= 24 and is_credit(text)
