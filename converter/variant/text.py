"""One text with its marks, converted as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.model import MarkKind, Text
from converter.values import NamedTuple, dataclass, field, replace
from converter.variant.addresses import addresses
from converter.variant.classics import Reader, quotations
from converter.variant.context import Topics, form_in
from converter.variant.engine import PRIVATE, Converted, Engine, Guess, Term
from converter.variant.family import family_form, form_alone
from converter.variant.likely import weigh
from converter.variant.names import (
    ProtectedName,
    convert_name,
    foreign_names,
    stands_as_name,
)
from converter.variant.quotes import Loose, Quoted, convert_quotes, with_characters
from converter.variant.tables import HELD

_COUNTED = re.compile(
    r"(?<=[0-9０-９])(?: |[余多百千万亿]{1,2})?(只)"
    r"(?![有能是要会需好得不见剩占为用管够求限顾想在对让]|适用|考虑|反驳|代表|针对|允许|容许|涉及|规定|列|包含|涵盖|收录)"
)
"""只 after a number counts animals and things (30只 → 30隻), unless it goes with a verb."""
_AUTHORED = (
    r"(?:[》〉][，、]?[（(]?|由)[\u4e00-\u9fff·]{2,8}?"
    r"(?<![看聽想說唱讀笑走坐站拿捧抱對跟隨帶聊念唸沿朝望])(著)(?=[，。；、）)譯]|$)"
    r"|(?:^|[，。；：（(]|另|曾|先後)(著)有"
)
"""著 of an author in running text (《夜航》，林海著，…), where Taiwan's 著 is mostly 着."""
_SHORTEST = 2
_TITLE_MARKS = re.compile(r"《[^《》]*》")


class Hold(NamedTuple):
    """A stretch of the source that becomes ``target`` whatever OpenCC makes of it."""

    start: int
    end: int
    target: str
    origin: str = ""
    """The key of the glossary entry or name behind it; "" for other reasons."""
    fixed: bool = False
    """True for an address: quotation marks in it stay too."""


class Outcome(NamedTuple):
    """A converted text. ``moved`` maps an offset of the source to one of the result."""

    text: Text
    guesses: tuple[Guess, ...] = ()
    loose: tuple[Loose, ...] = ()
    moved: Callable[[int], int] = int


@dataclass(eq=False, repr=False)
class Converter:
    """Converts texts by one engine, one set of glossaries and one set of names.

    ``glossary`` maps a source word to its target, ``names`` the protected names; the
    counters say how often each was used.
    """

    engine: Engine
    plain: Engine
    """The same way without the vocabulary."""
    glossary: dict[str, str] = field(default_factory=dict)
    names: dict[str, ProtectedName] = field(default_factory=dict)
    classics: Reader | None = None
    """Reads quoted classical text, on the way to Traditional."""
    ahead: dict[str, str] = field(default_factory=dict)
    """What the engine has made of texts that are to come."""
    glossary_uses: Counter[str] = field(default_factory=Counter)
    name_uses: Counter[str] = field(default_factory=Counter)
    term_uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    _words: re.Pattern[str] | None = None
    _about: Callable[[], str] | None = None
    _whole: str | None = None
    _topics: Topics | None = None

    def __post_init__(self) -> None:
        running = [name for name, entry in self.names.items() if entry.everywhere]
        self._words = _longest_first({*self.glossary, *running})

    def convert(self, text: Text, extra: Sequence[Hold] = ()) -> Outcome:
        """Convert a text and move its marks; ``extra`` are further stretches to hold."""
        value = text.value
        holds = _apart([*extra, *self._classical(text), *self._marked(text), *self._found(value)])
        masked = _mask(value, holds)
        made = self._settled(value, self.engine.convert(masked, self.ahead.get(masked)))
        quoted = self._quoted(value, holds)
        out = quoted.put_into(made.text)
        pieces = self._terms(value, made.terms)
        for hold in holds:
            self._count(hold)
            pieces.append((hold.start, hold.end, _hold_text(hold, quoted)))
        loose = quoted.loose
        if not pieces:
            return Outcome(Text(out, text.marks), made.guesses, loose)
        joined, moved = _assemble(out, sorted(pieces))
        marks = tuple(replace(m, start=moved(m.start), end=moved(m.end)) for m in text.marks)
        return Outcome(Text(joined, marks), made.guesses, loose, moved)

    def speak_of(self, about: Callable[[], str]) -> None:
        """Tell how to get the whole text of the article that the coming texts belong to."""
        self._about = about
        self._whole = None
        self._topics = Topics(self._article)

    def _article(self) -> str:
        """The whole text that the coming texts belong to, "" where there is none."""
        if self._whole is None:
            self._whole = self._about() if self._about is not None else ""
        return self._whole

    def _settled(self, value: str, made: Converted) -> Converted:
        """Decide by their surroundings what the engine could only guess."""
        if not made.guesses:
            return made
        chosen: list[tuple[int, str]] = []
        left: list[Guess] = []
        topics = self._topics or Topics(lambda: value)
        for guess in made.guesses:
            source = guess.character.source
            form = form_in(value, guess.offset, source, topics)
            form = form or family_form(value, guess.offset)
            form = form or form_alone(value, guess.offset, self._article(), self.names)
            if form:
                chosen.append((guess.offset, self.engine.local_form(form)))
                continue
            default = guess.character.forms[0]
            likely, clear = weigh(value, guess.offset, self._article(), made.text, default)
            if clear:
                continue
            character = guess.character.led_by(self.engine.local_form(likely))
            chosen.append((guess.offset, character.forms[0]))
            left.append(Guess(guess.offset, character))
        return made._replace(text=with_characters(made.text, chosen), guesses=tuple(left))

    def _quoted(self, value: str, holds: Sequence[Hold]) -> Quoted:
        quotes = self.engine.path.quotes
        if quotes is None:
            return Quoted()
        fixed = [hold for hold in holds if hold.fixed] if holds else ()
        kept = {i for hold in fixed for i in range(hold.start, hold.end)}
        return convert_quotes(value, quotes[0], quotes[1], kept)

    def _terms(self, value: str, terms: Sequence[Term]) -> list[tuple[int, int, str]]:
        """What the vocabulary puts in; the titles of works (《…》) keep their own words."""
        titles = [match.span() for match in _TITLE_MARKS.finditer(value)] if terms else []
        topics = self._topics or Topics(lambda: value)
        pieces = []
        for term in terms:
            start, end = term.offset, term.offset + len(term.source)
            target = term.target
            titled = any(first < start and end < last for first, last in titles)
            if titled or (term.about and term.about not in topics):
                target = self.plain.plain(term.source)
            else:
                self.term_uses[term.source, target] += 1
            pieces.append((start, end, target))
        return pieces

    def _classical(self, text: Text) -> list[Hold]:
        """Classical passages that are marked so or attributed to a work of antiquity."""
        if self.classics is None:
            kept = [m for m in text.marks if m.kind is MarkKind.CLASSICAL]
            return [Hold(m.start, m.end, text.value[m.start : m.end], fixed=True) for m in kept]
        spans = [(m.start, m.end) for m in text.marks if m.kind is MarkKind.CLASSICAL]
        holds = []
        for start, end in [*spans, *quotations(text.value)]:
            passage = text.value[start:end]
            target = self.classics.read(passage)
            holds.append(Hold(start, end, target, fixed=target is passage))
        return holds

    def _count(self, hold: Hold) -> None:
        if hold.origin in self.glossary:
            self.glossary_uses[hold.origin] += 1
        elif hold.origin in self.names:
            self.name_uses[hold.origin] += 1

    def _marked(self, text: Text) -> list[Hold]:
        """Addresses that are marked as links, speakers' names."""
        holds = []
        for mark in text.marks:
            word = text.value[mark.start : mark.end]
            if mark.kind is MarkKind.LINK:
                holds.append(Hold(mark.start, mark.end, word, fixed=True))
            elif mark.kind is MarkKind.SPEAKER:
                holds.extend(self._name_at(word, mark.start))
        return holds

    def _name_at(self, word: str, start: int) -> list[Hold]:
        if word in self.glossary:
            return [Hold(start, start + len(word), self.glossary[word], word)]
        if word in self.names:
            return [Hold(start, start + len(word), self.names[word].target, word)]
        return []

    def authored(self, value: str, *, byline: bool = False) -> list[Hold]:
        """Where 著 is what an author did; every one in a byline is."""
        if not self.engine.path.region_phrases or "著" not in value:
            return []
        if byline:
            return [Hold(m.start(), m.end(), m[0]) for m in re.finditer("著", value)]
        found = re.compile(_AUTHORED).finditer(value)
        return [Hold(*m.span(m.lastindex or 0), "著") for m in found]

    def names_in(self, value: str, names: Sequence[str]) -> list[Hold]:
        """Where people stand in a byline, letter-spaced or not (钟 离)."""
        holds = []
        for name in names:
            target = self.glossary.get(name) or self.name(name, count=False)
            if len(name) < _SHORTEST or len(target) != len(name):
                continue
            # The blanks of a name of two words (Anna Lindqvist) are none of its letters.
            spaced_out = r"[ \u3000]*".join(map(re.escape, "".join(name.split())))
            for found in re.finditer(spaced_out, value):
                letters = iter("".join(target.split()))
                spaced = "".join(c if c.isspace() else next(letters) for c in found[0])
                holds.append(Hold(*found.span(), spaced, name))
        return holds

    def _found(self, value: str) -> list[Hold]:
        """Addresses, words of the glossary and names in the running text."""
        holds = [Hold(at, end, value[at:end], fixed=True) for at, end in addresses(value)]
        if _may_be_private(value):
            holds += [Hold(*m.span(), m[0], fixed=True) for m in PRIVATE.finditer(value)]
        if self._words is not None:
            holds += self._listed(value)
        holds += self.authored(value)
        if self.engine.path.characters:
            holds += self._foreign(value)
            if "只" in value:
                holds += [Hold(*m.span(1), "隻") for m in _COUNTED.finditer(value)]
        return holds

    def _foreign(self, value: str) -> list[Hold]:
        """Names of other languages whose sounds OpenCC would take for words."""
        holds = []
        for match in foreign_names(value):
            target = convert_name(match[0], self.plain)
            made = self.plain.convert(match[0])
            if made.guesses or made.text != target:
                holds.append(Hold(*match.span(), target))
        return holds

    def _listed(self, value: str) -> list[Hold]:
        holds = []
        words = self._words
        at = 0
        while words is not None and (match := words.search(value, at)):
            word, start, end = match[0], match.start(), match.end()
            at = end
            if word in self.glossary:
                holds.append(Hold(start, end, self.glossary[word], word))
            elif stands_as_name(value, start, end):
                holds.append(Hold(start, end, self.names[word].target, word))
            else:
                at = start + 1
        return holds

    def name(self, name: str, *, count: bool = True) -> str:
        """A string that is a name by its place (an author, a member of the staff)."""
        held = self._name_at(name, 0)
        if not held:
            return self.convert(Text(name)).text.value
        if count:
            self._count(held[0])
        return held[0].target


def _may_be_private(value: str) -> bool:
    """False where nothing can be that the engine must not see: a quick look at the bytes.

    The private characters of plane 15 begin with F3 in UTF-8; half a surrogate pair has none.
    """
    try:
        return b"\xf3" in value.encode()
    except UnicodeEncodeError:
        return True


def _longest_first(words: set[str]) -> re.Pattern[str] | None:
    """The words of this issue, which are not worth keeping for the next."""
    import re as unkept

    ordered = sorted(words, key=lambda word: (-len(word), word))
    return unkept.compile("|".join(map(re.escape, ordered))) if ordered else None


def _apart(holds: list[Hold]) -> list[Hold]:
    """Holds in order of place; of two that overlap, the one that was listed first stays."""
    kept: list[Hold] = []
    for hold in holds:
        if hold.start < hold.end and all(
            hold.end <= other.start or other.end <= hold.start for other in kept
        ):
            kept.append(hold)
    return sorted(kept, key=lambda hold: hold.start)


def _mask(value: str, holds: Sequence[Hold]) -> str:
    if not holds:
        return value
    parts, at = [], 0
    for hold in holds:
        parts += [value[at : hold.start], HELD * (hold.end - hold.start)]
        at = hold.end
    return "".join([*parts, value[at:]])


def _hold_text(hold: Hold, quoted: Quoted) -> str:
    """The target of a hold, with the quotation marks that were converted in it."""
    if hold.end - hold.start != len(hold.target):
        return hold.target
    return quoted.put_into(hold.target, hold.start)


def _assemble(out: str, pieces: list[tuple[int, int, str]]) -> tuple[str, Callable[[int], int]]:
    """Put the held pieces back in; the function moves an offset across them."""
    parts: list[str] = []
    starts: list[int] = []
    rows: list[tuple[int, int, int, int]] = []
    at = shift = 0
    for start, end, target in pieces:
        parts += [out[at:start], target]
        starts.append(start)
        rows.append((start, end, start + shift, len(target)))
        shift += len(target) - (end - start)
        at = end
    parts.append(out[at:])

    def moved(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return offset
        start, end, new_start, length = rows[index]
        if offset >= end:
            return new_start + length + (offset - end)
        return new_start + min(offset - start, length)

    return "".join(parts), moved
