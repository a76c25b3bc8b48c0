"""Lines of verse: a block of short lines without a number or a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.model import Verse
from converter.names import split_names
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.boxes import is_attribution
from converter.parse.context import spans_of
from converter.parse.headings import ends_row
from converter.parse.kinds import is_back_head, is_credit, labelled
from converter.parse.led import rows_end
from converter.parse.letters import WHENCE
from converter.parse.plays import persons
from converter.parse.poems import is_all_verse, is_parted_verse
from converter.parse.tables import columns_of
from converter.segment import Unit
from converter.segment.units import is_verse

_COUPLETS, _MOST_LINES = 4, 40
_REGULAR = (5, 16)
"""Em of a line of regular verse with its mark; one of two clauses has 14 and two marks."""


def _are_points(group: Sequence[Unit]) -> bool:
    """True for lines of any length, each of which is a sentence: no verse, but short paragraphs.

    A heading may stand above three of them.
    """
    sizes = [width(unit.text) for unit in group]
    whole = all(ends_sentence(unit.text) for unit in group[len(group) > _FEWEST :])
    return whole and max(sizes) - min(sizes) > _RAGGED


_FEWEST, _RAGGED = 3, 2.5
"""Lines of a stanza, and em by which those of regular verse differ at most."""


def _is_line(unit: Unit, size: float, place: int) -> bool:
    """True for a line of regular verse ``size`` em wide: the first of two ends with a comma.

    The second may be of another length: 进货的秤小一点， | 吃亏的是自家；.
    """
    low, high = _REGULAR
    if unit.wrapped or not low <= size <= high or abs(width(unit.text) - size) > _UNEVEN:
        return False
    marks = "，；" if place % 2 == 0 else "。！？；"
    return unit.text[-1] in marks


def _is_free_line(unit: Unit) -> bool:
    """True for a short line of words alone between blank ones."""
    text = unit.text
    plain = not (unit.markup_level or unit.strong or unit.quoted or unit.bullet or unit.wrapped)
    return (
        plain
        and unit.gap
        and _FREE[0] <= width(text) <= _FREE[1]
        and _WORDS.match(text) is not None
    )


_PARTICLES = frozenset("的了着過过在把被它他她我你不就都也又还還像里裡上下去来來是没沒一")
"""What few items of a list or cells of a table have in them, and most lines of verse."""
_FEET = (5.0, 7.0)
"""Em of a line of a quatrain."""


def _reads_as_verse(group: Sequence[Unit]) -> bool:
    """True for lines of verse without marks: four of one length, or most with a word such as 的 or 在."""
    texts = [unit.text.strip() for unit in group]
    if not all(map(is_han, "".join(texts))):
        return False
    sizes = {width(text) for text in texts}
    if len(sizes) == 1 and sizes <= set(_FEET):
        return True
    speaking = sum(not _PARTICLES.isdisjoint(text) for text in texts)
    return len(sizes) > 1 and _MOSTLY * speaking >= (_MOSTLY - 1) * len(texts)


_COLONS = frozenset("：:")
_CALLS = re.compile("[诗詩写寫唱念歌谣謠联聯句][^，。：；]{0,4}[：:]$")
"""有一首诗：, 他抄下两句：, 是他自己写的：."""
_BARE_LINE = re.compile(rf"^[{HAN}]{{4,12}}$")
_MOSTLY = 3
"""Two lines of three."""
_CLAUSES = re.compile(
    rf"^(?:(?P<five>[{HAN}]{{5}}[，、；！？][{HAN}]{{5}})|[{HAN}]{{7}}[，、；！？][{HAN}]{{7}})[，。；！？]$"
)
"""A line of regular verse of two clauses of five or of seven characters."""


_RHYME = re.compile(rf"^[{HAN}]{{2,8}}[，、；][{HAN}]{{2,8}}[，。；！？]$")
"""A line of two clauses of any length, as rhymes have that one learns by heart."""


_FACT = re.compile(rf"^(?P<label>[{HAN}]{{2,6}})[：:]\s*\S")


def are_facts(group: Sequence[Unit]) -> bool:
    """True for 时间：……, 地点：…… and 看点：……: each line has a label of its own, as verse has not."""
    labels = {hit["label"] for unit in group if (hit := _FACT.match(unit.text)) is not None}
    return len(group) > 1 and len(labels) == len(group)


def _is_quatrain(group: Sequence[Unit]) -> bool:
    """True for two lines of four clauses alike, which prose has never."""
    if len(group) != 2:
        return False
    one, other = (_CLAUSES.match(unit.text.strip()) for unit in group)
    if one is None or other is None:
        return False
    return (one["five"] is None) == (other["five"] is None)


def _say_the_like(group: Sequence[Unit]) -> bool:
    """True for 会说的人记住自己， over 会做的人记住路。: a saying in two lines, of a clause each."""
    if len(group) != 2:
        return False
    one, other = (unit.text.strip() for unit in group)
    if one[-1] != "，" or other[-1] != "。" or not all(map(_ONE_CLAUSE.match, (one, other))):
        return False
    shared = sum(a == b for a, b in zip(one, other, strict=False))
    return one[0] == other[0] and shared >= _SHARED and abs(len(one) - len(other)) <= _SHARED


_OF_POEM = re.compile(
    "^(?:这|這|那|上面|以上)[^，。]{0,14}(?:诗|詩|对联|對聯|民谣|民謠|歌谣|歌謠|歌词|歌詞|口诀|口訣|顺口溜|順口溜)"
)
"""这是我二十岁时写的两行诗, below the two lines."""
_LINE_OF_POEM = re.compile(rf"^[{HAN}]{{2,12}}[，；。！？…]?$")
_SHARED = 3
"""Characters in the same places of both lines, and by how many one may be longer, at most."""
_ONE_CLAUSE = re.compile(rf"^[{HAN}]{{4,12}}[，。]$")
_NUMBER = re.compile("^[（(]?其[一二三四五六七八九十]{1,3}[）)]?$")


def _leads(text: str) -> bool:
    """有三种说法。老人唱的是：, and 其二 over one of several poems: above verse, and none of its lines."""
    return (text.endswith(("：", ":")) and "。" in text) or _NUMBER.match(text) is not None


_EXPLAINS = re.compile(
    r"^[【〔\[［](?:注|注释|注釋|注解|註|註釋|评|評|评析|評析|按|译|譯|译文|赏析|賞析|释|釋)[】〕\]］]"
)
"""【注】…… right below a poem."""
_BOARD = re.compile(
    r"^[【\[〔［]?\s*(?:附\s*[：:]?\s*)?板[书書](?:[设設][计計]|[内內]容)?\s*[】\]〕］]?$"
)
"""【板书设计】, which heads what the teacher writes on the blackboard."""
_FRAMES, _LINES_ON_BOARD = tuple("【[〔［"), 2
_FREE = (3, 16)
"""Em of a line of free verse."""
_SET_IN = 2.5
"""Em by which verse stands in that is no prose: more than a first line does."""
_IN_BRACKET = re.compile("（[^（）]*$")
"""What breaks off within brackets: whence a saying is, and no line of a poem."""
_WORDS = re.compile(rf"^[{HAN}“”‘’《》「」、，；。？！…—· ]+$")
_DEEPER, _TITLE = 4.0, 12
"""Em by which the title of a poem stands deeper than its lines, and of the longest such title."""
_UNEVEN = 0.5
_PROSE_LINES = 12
"""More lines than are prose at the end of a stanza: each of those is half as long again as all above."""
_LONGEST = 24
"""Em of the longest line of verse."""
_PARTY = re.compile(
    r"，[男女](?:，|$)|^(?:原告|被告|被?上诉人|被?申请人|第三人|公诉机关|被告人|辩护人|(?:委托|诉讼)代理人|法定代表人)[：，\u4e00-\u9fff×某]"
)
"""原告某某，男，四十六岁，……: who goes to court."""


_OF_CLAUSES = re.compile(rf"(?:[{HAN}]{{1,11}}[，。；：！？、]){{1,6}}")
"""马扎分排上下层，一壶凉茶两只灯。: clauses of a few characters, each with its mark."""


class VerseReader:
    """Finds stanzas among the units."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        listed = sum(ends_row(unit.text) for unit in survey.units) > 1  # who gave how much
        self.poem = not listed and is_all_verse(survey.units)
        """The whole article is verse."""
        self.parted = not listed and is_parted_verse(survey.units)
        """And blank lines part its lines."""
        self.persons = persons([unit.text for unit in survey.units])
        """Who appears in a play, line by line."""
        self._versed, self._looked = False, 0
        """Whether a stanza stands above, and how many blocks were looked at for one."""
        self._run = range(0)
        """The last lines that were found to go on below each other, whichever the first one is."""
        self._other = -1
        """The last unit that was found to be no line of verse."""

    def take(self, at: int) -> int:
        """Take a stanza; the index after it, 0 if none begins here."""
        end = 0
        if not self.draft.mid_sentence():
            end = self.survey.signed_verse.get(at, 0)
            end = (
                end
                or self._poem_end(at)
                or self._above_signed(at, self.stanza_end(at))
                or self._couplet_end(at)
                or self._parted_end(at)
                or self._called_end(at)
                or self._lone_end(at)
                or self._between_end(at)
                or self._board_end(at)
                or self._form_end(at)
            )
        group = self.survey.units[at:end] if end else []
        if not group or are_facts(group):
            return 0
        self.draft.close()
        lines = tuple(self.draft.text(unit, blanks=True) for unit in group)
        self.draft.blocks.append(Verse(lines, spans_of(group), self.draft.new_id()))
        return end

    def _form_end(self, at: int) -> int:
        """The end of a stanza below a title that tells a form of classical verse, whatever ends its lines."""
        units, end = self.survey.units, at
        while self.survey.names_verse and end < len(units) and (end == at or not units[end].gap):
            if units[end].wrapped or not _OF_CLAUSES.fullmatch(units[end].text.strip()):
                return 0
            end += 1
        return end

    def _board_end(self, at: int) -> int:
        """The end of what stands on the blackboard, below the heading of a lesson that says so.

        Its lines are no headings; the next part of the lesson has one in the same brackets, or over prose.
        """
        units = self.survey.units
        head = units[at - 1].text.strip() if at else ""
        if _BOARD.match(head) is None:
            return 0
        framed, end = head[0] in _FRAMES, at
        while end < len(units) and self._is_on_board(end) and units[end].text[0] not in _FRAMES:
            end += 1
        if not framed and end < len(units) and width(units[end].text) > _LONGEST:
            end -= 1
        return end if end - at >= _LINES_ON_BOARD else 0

    def _is_on_board(self, at: int) -> bool:
        """True for a short line, and for no number or beginning of anything."""
        unit = self.survey.units[at]
        if unit.wrapped or width(unit.text) > _LONGEST or at in self.survey.series:
            return False
        return not (self.survey.numbers[at] or self.survey.starts[at])

    def _lone_end(self, at: int) -> int:
        """The end of a stanza of one line, which ends its poem: below it stands the title of the next.

        That is shorter, over a stanza of its own; no two titles stand one below the other.
        """
        units, blocks = self.survey.units, self.draft.blocks
        if not (blocks and isinstance(blocks[-1], Verse)) or at + 2 >= len(units):
            return 0
        unit, title = units[at : at + 2]
        speaks = _is_free_line(unit) and not _PARTICLES.isdisjoint(unit.text)
        heads = title.gap and units[at + 2].gap and all(map(is_han, title.text))
        if not (speaks and heads) or width(title.text) >= width(unit.text):
            return 0
        return at + 1 if not self._is_no_verse(at) and self.stanza_end(at + 2) else 0

    def _between_end(self, at: int) -> int:
        """The end of a stanza of one line between two others, all of which stand in as deep."""
        units, blocks = self.survey.units, self.draft.blocks
        if not (blocks and isinstance(blocks[-1], Verse)) or at + 1 >= len(units):
            return 0
        unit, below = units[at : at + 2]
        indents = [one.indent for one in units[at - 1 : at + 2]]
        deep = min(indents) >= _SET_IN and max(indents) - min(indents) < 1
        alone = unit.gap and below.gap and not unit.wrapped and width(unit.text) <= _FREE[1]
        if not (deep and alone) or self.survey.numbers[at] or self.survey.starts[at]:
            return 0
        return at + 1 if self.stanza_end(at + 1) else 0

    def _above_signed(self, at: int, end: int) -> int:
        """The end of a stanza, 0 where its first line is the title of a poem that is signed."""
        return 0 if any(at < top < end for top in self.survey.signed_verse) else end

    def stanza_end(self, at: int) -> int:
        """The end of the stanza that begins at a unit, 0 if none does."""
        units, blocks = self.survey.units, self.draft.blocks
        if at < len(units) and (_leads(units[at].text) or self._is_title_between(at)):
            return 0
        end = self._lines_end(at)
        if at <= self._other < end - _PROSE_LINES:
            return 0
        while end - at > 3 and self._is_prose_below(units[at : end - 1], end - 1):
            end -= 1
        group = units[at:end]
        versed = self.poem or (blocks and isinstance(blocks[-1], Verse))
        least = 2 if versed or self._is_couplet(end) or self._are_two_lines(at, group) else 3
        if len(group) < least:
            return 0
        last = end - (end - at > 1 and self._goes_overleaf(at, end - 1))
        others = (
            index
            for index in range(at, end)
            if units[index].wrapped or (index < last and self._is_no_verse(index))
        )
        if (other := next(others, -1)) >= 0:
            self._other = other
            return 0
        if len(group) == 2:
            return end if all(width(unit.text) <= 16 for unit in group) else 0
        if self.poem:
            return end
        return end if is_verse([unit.lines[0] for unit in group]) and not _are_points(group) else 0

    def _lines_end(self, at: int) -> int:
        """The end of the short lines from a unit on, that of those known to go on where it is one of them."""
        units = self.survey.units
        known = at in self._run
        end = stop = self._run.stop if known else at
        while (
            end < len(units)
            and width(units[end].text) <= _LONGEST
            and (end == at or self._is_next_line(at, end))
            and (end == at or end not in self.survey.signatures)
            and (end == at or end not in self.survey.biographies)
            and not is_credit(units[end].text)
            and not (end > at and _EXPLAINS.match(units[end].text))
        ):
            end += 1
        while stop < end and (stop == at or self._follows(stop)):
            stop += 1
        self._run = range(self._run.start if known else at, stop)
        return end

    def _are_two_lines(self, at: int, group: Sequence[Unit]) -> bool:
        """True for two lines of four clauses: all of a length, or of any behind a colon.

        The first ends with a comma then, as no paragraph does, and blank lines part the two
        from the text. Two clauses are enough where the text below calls them a poem.
        """
        if len(group) != 2 or _is_quatrain(group):
            return len(group) == 2
        below = self.survey.after(at + 1)
        apart = group[0].gap and not group[1].gap and (below is None or below.gap)
        called = at > 0 and self.survey.units[at - 1].text.endswith(("：", ":"))
        rhyme = called and all(_RHYME.match(unit.text.strip()) for unit in group)
        if not rhyme and below is not None and _OF_POEM.match(below.text):
            rhyme = all(_LINE_OF_POEM.match(unit.text.strip()) for unit in group)
        return apart and rhyme and group[0].text[-1] in "，；"

    def _is_next_line(self, at: int, end: int) -> bool:
        """True if the stanza from ``at`` goes on in a unit: no blank line but those of a page's end parts them."""
        return self._goes_overleaf(at, end) or self._follows(end)

    def _follows(self, at: int) -> bool:
        """True for a unit that no blank line but those of a page's end parts from the one above."""
        gap = self.survey.units[at].gap and not self.survey.is_seam(at)
        return not (gap or at in self.survey.series or self._is_title_between(at))

    def _is_title_between(self, at: int) -> bool:
        """True for a few words in the middle of their line between lines of verse: the title of the next poem."""
        if not 0 < at < len(self.survey.units) - 1:
            return False
        above, unit, below = self.survey.units[at - 1 : at + 2]
        return (
            unit.indent >= max(above.indent, below.indent) + _DEEPER
            and width(unit.text) <= _TITLE
            and is_han(unit.text[-1])
            and ends_sentence(above.text)
        )

    def _has_verse(self) -> bool:
        """True if a stanza stands above in the article; blocks that were looked at once are none."""
        blocks = self.draft.blocks
        new = range(self._looked, len(blocks))
        self._looked = max(0, len(blocks) - 1)
        self._versed = self._versed or any(isinstance(blocks[at], Verse) for at in new)
        return self._versed

    def _goes_overleaf(self, at: int, end: int) -> bool:
        """True for a line at the foot of a page whose stanza follows, and for the last of one overleaf.

        No heading of a poem stands at the foot of a page, and none right above another one.
        """
        units = self.survey.units
        if end < len(units) and end - at >= _FEWEST and self._closes_overleaf(at, end):
            return True
        if end + 1 >= len(units) or not units[at].gap or not self.survey.is_overleaf(end):
            return False
        if not self.poem and not self._has_verse():
            return False
        if self.survey.numbers[end] or self.survey.starts[end] or labelled(units[end].text):
            return False
        if end - at == 1:
            return not units[end + 1].gap
        heads = units[end + 1 : end + 3]
        return len(heads) == 2 and all(unit.gap for unit in heads) and width(heads[0].text) <= 24

    def _closes_overleaf(self, at: int, end: int) -> bool:
        """True for the article's last line, overleaf, of a stanza whose lines end without a mark."""
        units = self.survey.units
        text = units[end].text
        if end + 1 < len(units) or not self.survey.is_overleaf(end) or not is_han(text[-1]):
            return False
        above = units[at:end]
        longest = max(width(unit.text) for unit in above)
        return width(text) <= longest and all(is_han(unit.text[-1]) for unit in above)

    def _is_couplet(self, at: int) -> bool:
        """True for two short lines between blank ones, the second stanza of two such below the first."""
        pair, units = self.survey.units[at : at + 2], self.survey.units
        if len(pair) < 2 or not pair[0].gap or pair[1].gap:
            return False
        if at + 2 < len(units) and not units[at + 2].gap:
            return False
        short = all(5 <= width(unit.text) <= 16 and not unit.wrapped for unit in pair)
        bare = is_han(units[at - 1].text[-1]) and is_han(units[at - 2].text[-1])
        return short and bare and not any(map(self._is_no_verse, (at, at + 1)))

    def _couplet_end(self, at: int) -> int:
        """The end of regular verse that blank lines part, line by line, as the OCR parts all.

        Pairs of lines, each as long as in the first one, which end with a comma and a full stop;
        what is above calls for them with a colon or ends a sentence.
        """
        units = self.survey.units
        pair = [width(unit.text) for unit in units[at : at + 2]]
        end = at
        while end < len(units) and end - at < _MOST_LINES:
            if not _is_line(units[end], pair[(end - at) % 2], end - at):
                break
            end += 1
        end -= (end - at) % 2
        called = at > 0 and units[at - 1].text.endswith(("：", ":"))
        least = 2 if called and _say_the_like(units[at:end]) else _COUPLETS
        if end - at < least or any(self._is_no_verse(index) for index in range(at, end)):
            return 0
        return end if any(unit.gap for unit in units[at + 1 : end]) else 0

    def _poem_end(self, at: int) -> int:
        """The end of a poem in an article of verse whose lines blank ones part: the next title."""
        if not self.parted:
            return 0
        units, end = self.survey.units, at
        while end < len(units) and not (units[end].wrapped or self._is_no_verse(end)):
            if is_credit(units[end].text) or width(units[end].text) > _LONGEST:
                break
            end += 1
        return end if end - at > 1 else 0

    def _parted_end(self, at: int) -> int:
        """The end of verse, each line of which is a paragraph to the OCR.

        Several short lines in a row, hardly one of which ends a sentence, are neither headings
        nor text where the OCR marks headings. Elsewhere they may be a list, or the cells of a
        table, unless they read as verse does.
        """
        units = self.survey.units
        end = at
        while end < len(units) and end - at < _MOST_LINES and _is_free_line(units[end]):
            end += 1
        group = units[at:end]
        if len(group) < _COUPLETS or any(self._is_no_verse(index) for index in range(at, end)):
            return 0
        whole = sum(unit.text[-1] in "。；" for unit in group)
        named = sum(split_names(unit.text) is not None for unit in group)
        if named or whole > 1:
            return 0
        return end if self.draft.context.marked_headings or _reads_as_verse(group) else 0

    def _called_end(self, at: int) -> int:
        """The end of a few lines without marks below 是他自己写的：, which calls for verse."""
        units = self.survey.units
        above = units[at - 1].text if at else ""
        if above[-1:] not in _COLONS or not _CALLS.search(above):
            return 0
        end = at
        while end < len(units) and _BARE_LINE.match(units[end].text) and not units[end].wrapped:
            end += 1
        group = units[at:end]
        if not 1 < len(group) <= _MOST_LINES or any(map(self._is_no_verse, range(at, end))):
            return 0
        told = end == len(units) or ends_sentence(units[end].text)
        return end if told and not any(split_names(unit.text) for unit in group) else 0

    def _is_prose_below(self, verse: Sequence[Unit], at: int) -> bool:
        """True for a line of prose that the page cut, right below a stanza."""
        text, below = self.survey.units[at].text, self.survey.after(at)
        if not is_han(text[-1]):
            return False
        longest = 1.5 * max(width(unit.text) for unit in verse)
        if below is not None and width(below.text) <= longest:
            return False  # a longer line of verse, and the next stanza
        return width(text) > longest

    def _is_no_verse(self, at: int) -> bool:
        """True for a unit that begins something else."""
        text = self.survey.units[at].text
        return bool(
            self.survey.starts[at]
            or at in self.survey.series
            or columns_of(self.survey.units[at]) is not None
            or self.survey.numbers[at]
            or labelled(text)
            or is_back_head(text)
            or at in self.survey.biographies
            or at in self.survey.signatures
            or self.survey.speakers.turn(text)
            or is_attribution(text)
            or at in self.persons
            or WHENCE.match(text)
            or rows_end(self.survey.units, at)
            or _PARTY.search(text)
            or _IN_BRACKET.search(text)
            or ends_row(self.survey.units[at].text)
        )
