"""Applies the cleaning rules to lines and keeps a record of every change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from converter.clean.bibliography import ISSUES, bibliography, set_full
from converter.clean.byline_marks import misread_marks
from converter.clean.close_names import NAME as CLOSE
from converter.clean.close_names import close_names
from converter.clean.decimal_numbers import decimal_numbers
from converter.clean.dumps import NAME as DUMPS
from converter.clean.dumps import dumps
from converter.clean.early import Early, read_early
from converter.clean.edits import CleaningRule, Edit, apply_edits
from converter.clean.forms import HINT
from converter.clean.heading_numbers import heading_numbers
from converter.clean.lone_dashes import NAME as DASHES
from converter.clean.lone_dashes import lone_dashes
from converter.clean.long_lines import LONG, Parts
from converter.clean.misread_calls import misread_calls
from converter.clean.numbers import misread_numbers
from converter.clean.ornaments import misread_ornaments
from converter.clean.pairs import LOST, lost_closings, parted_pairs
from converter.clean.pairs import NAME as PAIRS
from converter.clean.printed_twice import NAME as TWICE
from converter.clean.printed_twice import printed_twice
from converter.clean.private_signs import NAME as SIGNS
from converter.clean.private_signs import private_signs
from converter.clean.quotes import NAME as QUOTES
from converter.clean.quotes import quotes
from converter.clean.rules import EARLY, EARLY_HINT, LOOKALIKES, MARK_RULES, RARE, RULES, WIDTHS
from converter.clean.spaces import NAME as SPACES
from converter.clean.spaces import spaces
from converter.clean.speaker_colons import NAME as SPEAKERS
from converter.clean.speaker_colons import misread_speakers, speaker_colons
from converter.clean.stops import NAME as STOPS
from converter.clean.stops import inner_stops
from converter.model import Change
from converter.source import Line
from converter.values import NamedTuple, replace


class Cleaned(NamedTuple):
    """The repaired lines (as many as came in, same numbers) and what was changed."""

    lines: tuple[Line, ...]
    changes: tuple[Change, ...]


def clean(lines: Iterable[Line], *, without: Collection[str] = ()) -> Cleaned:
    """Apply every rule but those named in ``without``, in their order.

    Idempotent: cleaning the result again changes nothing.
    """
    source = list(lines)
    if all(len(line.text) <= LONG for line in source):
        return _clean(source, without)
    parts = Parts(source)
    made = _clean(parts.lines, without)
    changes = []
    for one in made.changes:
        line, column = parts.place(one.line, one.column)
        changes.append(replace(one, line=line, column=column))
    return Cleaned(tuple(parts.joined(made.lines)), tuple(changes))


def _clean(source: list[Line], without: Collection[str]) -> Cleaned:
    known = [rule for rule in RULES if rule.name not in without]
    out: list[Line] = []
    changes: list[Change] = []
    early = read_early(source, [rule for rule in known if rule.name in EARLY], EARLY_HINT)
    if TWICE not in without:
        early |= _printed_once(source, early)
    for at, one in early.items():
        source[at] = source[at]._replace(text=one.text)
    dumped = {} if DUMPS in without else dumps(source)
    marked = {} if LOOKALIKES in without else _put(source, misread_marks(source), LOOKALIKES)
    quoted = {} if QUOTES in without else _quoted(source, dumped)
    cited = bibliography(source)
    rules = _chosen(known)
    others = _chosen([rule for rule in known if rule.name not in MARK_RULES])
    full = set_full(source, cited) if cited else frozenset()
    kept = {rule.name for rule in known} - (MARK_RULES - WIDTHS)
    widths = _chosen([rule for rule in (ISSUES, *known) if rule.name in kept])
    plain = [
        line._replace(text=_without(line.text, dumped[at])) if at in dumped else line
        for at, line in enumerate(source)
    ]
    torn = {} if SPACES in without else spaces(plain)
    misread = (
        {}
        if LOOKALIKES in without
        else {
            **misread_calls(source),
            **decimal_numbers(source),
            **heading_numbers(source),
            **misread_numbers(source),
            **misread_ornaments(source),
            **misread_speakers(source),
        }
    )
    signs = {} if SIGNS in without else private_signs(source)
    parted = {} if PAIRS in without else parted_pairs(plain)
    lost = {} if LOST in without else lost_closings(plain)
    stops = {} if STOPS in without else inner_stops(plain)
    close = {} if CLOSE in without else close_names(plain)
    spoken = {} if SPEAKERS in without else speaker_colons(plain)
    halved = {} if DASHES in without else lone_dashes(plain)
    alone = (
        (DASHES, halved),
        (CLOSE, close),
        (SPEAKERS, spoken),
        (SIGNS, signs),
        (LOOKALIKES, misread),
    )
    for at, line in enumerate(source):
        if not line.text and at not in early:
            out.append(line)
            continue
        first = [(DUMPS, dumped.get(at, ())), (SPACES, torn.get(at, ()))]
        in_place = not any(edits for _, edits in first)
        if in_place:
            first += [(name, edits[at]) for name, edits in alone if at in edits]
        if at in parted and at not in cited and in_place:
            first.append((PAIRS, parted[at]))
        if at in stops and at not in cited and not any(edits for _, edits in first):
            first.append((STOPS, stops[at]))
        if at in lost and _stand_before(lost[at], first):
            first.append((LOST, lost[at]))
        read = early.get(at)
        changes += _in_place((*marked.get(at, ()), *quoted.get(at, ())), read)
        own = others if at in cited else rules
        made = _clean_line(line, widths if at in full else own, first, read)
        changes += made.changes
        out += made.lines
    return Cleaned(tuple(out), tuple(changes))


def _printed_once(lines: Sequence[Line], early: Mapping[int, Early]) -> dict[int, Early]:
    """The lines that are printed twice, with one character for two, by their indexes."""
    found = {}
    for at, edits in printed_twice(lines).items():
        text = lines[at].text
        read = early.get(at) or Early(text, list(range(len(text) + 1)), ())
        once, columns = apply_edits(read.text, read.columns, edits)
        change = Change(lines[at].number, columns[0], read.text, once, TWICE)
        found[at] = Early(once, columns, (*read.changes, change))
    return found


def _quoted(lines: list[Line], dumped: Mapping[int, Sequence[Edit]]) -> dict[int, list[Change]]:
    """Make straight quotation marks of lines curly; what was changed, by the indexes of the lines.

    Those in which a program sets the words are no text.
    """
    words = [
        line._replace(text=_blanked(line.text, dumped[at])) if at in dumped else line
        for at, line in enumerate(lines)
    ]
    return _put(lines, quotes(words), QUOTES)


def _put(
    lines: list[Line], edits: Mapping[int, Sequence[Edit]], name: str
) -> dict[int, list[Change]]:
    """Make edits of a character for a character in the lines; what was changed, by their indexes."""
    changes: dict[int, list[Change]] = {}
    for at, made in edits.items():
        number, text = lines[at].number, lines[at].text
        changes[at] = [Change(number, one.start, text[one.start], one.after, name) for one in made]
        lines[at] = lines[at]._replace(text=_without(text, made))
    return changes


def _blanked(text: str, edits: Sequence[Edit]) -> str:
    """The text with blanks for what is edited, so that all else keeps its column."""
    for edit in edits:
        text = text[: edit.start] + " " * (edit.end - edit.start) + text[edit.end :]
    return text


_ROUNDS = 8


_Chosen = Mapping[tuple[bool, bool, bool], Sequence[CleaningRule]]
"""The rules for a line by whether it has rare characters, hints of forms and blanks."""


def _chosen(rules: Sequence[CleaningRule]) -> _Chosen:
    return {
        (rare, formed, blank): [
            rule
            for rule in rules
            if (rare or not rule.rare) and (formed or not rule.form) and (blank or not rule.blank)
        ]
        for rare in (False, True)
        for formed in (False, True)
        for blank in (False, True)
    }


def _stand_before(edits: Sequence[Edit], others: Sequence[tuple[str, Sequence[Edit]]]) -> bool:
    """True if none of the other edits, which are made first, moves the places of these."""
    return all(edits[-1].end <= other.start for _, made in others for other in made)


def _in_place(changes: Sequence[Change], read: Early | None) -> Sequence[Change]:
    """The changes of a line by its columns in the file, if characters of it were read otherwise."""
    if read is None:
        return changes
    return [replace(one, column=read.columns[one.column]) for one in changes]


def _clean_line(
    line: Line,
    rules: _Chosen,
    first: Sequence[tuple[str, Sequence[Edit]]],
    read: Early | None,
) -> Cleaned:
    """Apply the rules again and again: what one repairs may be evidence for another.

    ``first`` are edits that the other lines call for, which come before; those of each kind
    are told as one change. ``read`` is the line as its characters were read before those.
    """
    text = line.text
    columns: list[int] | None = read.columns if read else None
    changes: list[Change] = list(read.changes) if read else []
    for name, edits in first:
        if not edits:
            continue
        columns = columns or list(range(len(text) + 1))
        start, end = edits[0].start, edits[-1].end
        before, column, size = text[start:end], columns[start], len(text)
        text, columns = apply_edits(text, columns, edits)
        changes.append(
            Change(line.number, column, before, text[start : len(text) - size + end], name)
        )
    for _ in range(_ROUNDS):
        changed = False
        rare = RARE.search(text) is not None
        formed = HINT.search(text) is not None
        blank = " " in text or "\u3000" in text
        for rule in rules[rare, formed, blank]:
            if rule.trigger.search(text):
                break
        else:
            break
        for rule in rules[True, formed, True]:
            if (rule.rare and not rare) or rule.trigger.search(text) is None:
                continue
            edits = rule.edits(text)
            if not edits:
                continue
            changed = True
            if columns is None:
                columns = list(range(len(text) + 1))
            for edit in edits:
                before = text[edit.start : edit.end]
                changes.append(
                    Change(line.number, columns[edit.start], before, edit.after, rule.name)
                )
            text, columns = apply_edits(text, columns, edits)
            rare = True
        if not changed:
            break
    return Cleaned((line if columns is None else Line(line.number, text),), tuple(changes))


def _without(text: str, edits: Sequence[Edit]) -> str:
    return apply_edits(text, list(range(len(text) + 1)), edits)[0]
