"""An issue in, the same issue in another script out."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from converter import patterns as re
from converter.diagnostics import Diagnostic
from converter.model import Issue, Text, issue_texts
from converter.values import replace
from converter.variant.classics import Reader
from converter.variant.discover import discovered_names
from converter.variant.editions import Edition, Path, path_between
from converter.variant.engine import Character, Engine, engine_for
from converter.variant.family import named_often
from converter.variant.glossary import CLASSICAL, Entry, Glossary
from converter.variant.names import (
    ProtectedName,
    certain_names,
    protected_names,
    told_in_latin,
)
from converter.variant.places import quarters
from converter.variant.quotes import settle
from converter.variant.report import Decision, Place, Use, VariantReport
from converter.variant.text import Converter
from converter.variant.walk import Seen, Walker, guesses_of, loose_of

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SAMPLE = 20_000
_OF_HAN = bytes((*range(0x34, 0xA0), 0xF9, 0xFA))
"""The first bytes of Han characters in UTF-16 (U+3400 to U+9FFF, U+F900 to U+FAFF)."""


def convert(
    issue: Issue,
    edition: Edition,
    *,
    vocabulary: bool = False,
    glossaries: Sequence[Glossary] = (),
    protect: Sequence[str] = (),
    house: bool = True,
) -> tuple[Issue, VariantReport]:
    """Make the edition of an issue: same structure, same ids, same spans.

    ``vocabulary`` puts the region's terms for the mainland's (信息 → 資訊); of several
    ``glossaries`` an earlier one wins; ``protect`` are further personal names;
    ``house=False`` keeps OpenCC's own choice among equivalent forms (汙 for 污).
    """
    path = path_between(issue.language, edition, _sample(issue))
    if path is None:
        note = Diagnostic.of("VAR002", None, language=issue.language, edition=edition.value)
        made = replace(issue, language=edition.value)
        return made, VariantReport(edition.value, (note,))
    entries, conflicts = _entries(glossaries, edition)
    texts = tuple(issue_texts(issue))
    plain = engine_for(path.key, house=house)
    engine = engine_for(path.key, vocabulary=vocabulary, house=house)
    names = _names(issue, texts, protect, plain)
    reader = Reader(plain) if path.characters else None
    converter = Converter(
        engine,
        plain,
        glossary=_targets(entries, reader),
        names={name.source: name for name in names},
        classics=reader,
        ahead=engine.ahead([*(text.value for text in texts), *_strings(issue)]),
    )
    walker = Walker(converter)
    made = walker.issue(issue, edition.value)
    decisions = _decisions(walker.seen)
    diagnostics = [
        *(_vocabulary_note(path, edition) if vocabulary else ()),
        *conflicts,
        *_decision_notes(decisions),
        *_quote_notes(walker.seen, path),
        *_name_notes(names, converter),
        *_unused_notes(entries, converter),
    ]
    return made, _report(edition, diagnostics, decisions, entries, converter, walker.seen)


def _sample(issue: Issue) -> str:
    parts: list[str] = []
    size = 0
    for text in issue_texts(issue):
        parts.append(text.value)
        size += len(text.value)
        if size > _SAMPLE:
            break
    return "".join(parts)


Entries = dict[str, tuple[Glossary, Entry]]


def _entries(glossaries: Sequence[Glossary], edition: Edition) -> tuple[Entries, list[Diagnostic]]:
    """One entry per word, and a diagnostic for each that another one overrules."""
    entries: Entries = {}
    notes = []
    for glossary in glossaries:
        for entry in glossary.for_edition(edition):
            first = entries.setdefault(entry.source, (glossary, entry))
            if first[1].target != entry.target:
                notes.append(
                    Diagnostic.of(
                        "VAR005",
                        None,
                        source=entry.source,
                        target=first[1].target,
                        place=_origin(*first),
                        other=entry.target,
                        other_place=_origin(glossary, entry),
                    )
                )
    return entries, notes


def _targets(entries: Entries, reader: Reader | None) -> dict[str, str]:
    """What each word of the glossaries becomes; a classical passage is read."""
    targets = {}
    for source, (_, entry) in entries.items():
        if entry.kind == CLASSICAL:
            targets[source] = reader.read(source) if reader else entry.target
        else:
            targets[source] = entry.target
    return targets


def _origin(glossary: Glossary, entry: Entry) -> str:
    return f"{glossary.name}:{entry.line}"


def _names(
    issue: Issue, texts: Sequence[Text], protect: Sequence[str], engine: Engine
) -> tuple[ProtectedName, ...]:
    """Names are protected on the way from Simplified; the other way nothing threatens them."""
    if not engine.path.characters:
        return ()
    values = [text.value for text in texts]
    whole = ["\n".join(values)]
    told = (*discovered_names(whole), *named_often(whole), *told_in_latin(whole))
    found = [*certain_names(issue, texts), *told, *protect]
    people = protected_names(found, engine)
    places = dict.fromkeys(quarters(values))
    return (*people, *(ProtectedName(p, f"{engine.plain(p[:-1])}里") for p in places))


def _strings(issue: Issue) -> Iterator[str]:
    """What is converted besides the texts of an issue: its contents and its masthead."""
    for section in issue.contents.sections:
        yield section.name
        for line in section.entries:
            yield from ("".join(line.title), line.subtitle, *line.authors)
    for entry in issue.masthead.entries:
        yield from (entry.label, *entry.values)
    for article in issue.articles:
        yield "".join(line.value for line in article.title)


def _decisions(seen: Sequence[Seen]) -> tuple[Decision, ...]:
    places: dict[Character, list[Place]] = defaultdict(list)
    for item, guess in guesses_of(seen):
        context, at = item.context(guess.offset)
        span = item.span_at(guess.offset)
        places[guess.character].append(Place(item.block, span, guess.offset, context, at))
    made = [
        Decision(c.source, c.forms[0], c.forms[1:], len(found), tuple(found))
        for c, found in places.items()
    ]
    return tuple(sorted(made, key=lambda decision: (-decision.count, decision.character)))


def _decision_notes(decisions: Sequence[Decision]) -> list[Diagnostic]:
    return [
        Diagnostic.of(
            "VAR001",
            decision.places[0].span,
            character=decision.character,
            chosen=decision.chosen,
            others="、".join(decision.alternatives),
            count=decision.count,
            context=decision.places[0].context,
        )
        for decision in decisions
    ]


def _quote_notes(seen: Sequence[Seen], path: Path) -> list[Diagnostic]:
    if path.quotes is None:
        return []
    notes = []
    for items in loose_of(seen):
        texts = [(item.source.value, item.outcome.loose) for item in items]
        for item, faults in zip(items, settle(texts, path.quotes[0]), strict=True):
            for fault in faults:
                around = item.source.value[max(0, fault.offset - 8) : fault.offset + 9]
                span = item.span_at(fault.offset)
                code = "VAR003" if fault.opening else "VAR004"
                notes.append(Diagnostic.of(code, span, mark=fault.mark, context=around))
    return notes


def _vocabulary_note(path: Path, edition: Edition) -> list[Diagnostic]:
    return [] if path.vocabulary else [Diagnostic.of("VAR008", None, edition=edition.value)]


def _name_notes(names: Sequence[ProtectedName], converter: Converter) -> list[Diagnostic]:
    return [
        Diagnostic.of("VAR007", None, name=name.source, target=name.target)
        for name in names
        if not name.everywhere and name.source not in converter.glossary
    ]


def _unused_notes(entries: Entries, converter: Converter) -> list[Diagnostic]:
    return [
        Diagnostic.of("VAR006", None, source=source, target=entry.target, place=_origin(g, entry))
        for source, (g, entry) in entries.items()
        if not converter.glossary_uses[source]
    ]


def _han(texts: Iterable[str]) -> int:
    """Han characters in all, counted in half the time where none needs two units of UTF-16."""
    text = "\n".join(texts)
    units = text.encode("utf-16", "surrogatepass")  # this name needs no module of encodings
    if len(units) != 2 * len(text) + 2:
        return sum(map(len, _HAN.findall(text)))
    first = 3 if sys.byteorder == "little" else 2
    return len(text) - len(units[first::2].translate(None, _OF_HAN))


def _uses(counts: Counter[str], targets: dict[str, str], origins: dict[str, str]) -> list[Use]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Use(s, targets[s], n, origins.get(s, "")) for s, n in ordered if n]


def _report(
    edition: Edition,
    diagnostics: list[Diagnostic],
    decisions: tuple[Decision, ...],
    entries: Entries,
    converter: Converter,
    seen: Sequence[Seen],
) -> VariantReport:
    origins = {source: _origin(*entry) for source, entry in entries.items()}
    forms = {name.source: name.target for name in converter.names.values()}
    terms = sorted(converter.term_uses.items(), key=lambda item: (-item[1], item[0]))
    return VariantReport(
        edition.value,
        tuple(diagnostics),
        decisions,
        glossary=tuple(_uses(converter.glossary_uses, converter.glossary, origins)),
        unused=tuple(
            Use(source, entry.target, 0, origins[source])
            for source, (_, entry) in entries.items()
            if not converter.glossary_uses[source]
        ),
        names=tuple(_uses(converter.name_uses, forms, {})),
        vocabulary=tuple(Use(source, target, n) for (source, target), n in terms),
        characters=_han(item.source.value for item in seen),
    )
