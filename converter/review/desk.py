"""One issue at one moment, with everything that the proofing page shows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from converter.corrections import Corrections, Replace
from converter.diagnostics import Diagnostic, Severity
from converter.pipeline import Restored, with_findings
from converter.report import account_line
from converter.review.forms import FormPanel, doubts_of, form_panel
from converter.review.items import Items, Part, walk
from converter.review.lists import (
    ContentsRow,
    DecisionRow,
    DoubtRow,
    DropGroup,
    contents,
    decisions,
    doubts,
    drops,
)
from converter.review.marks import Marker
from converter.review.origins import Origins
from converter.review.say import Say
from converter.review.sheet import Sheet, SheetLine
from converter.source import Line
from converter.values import NamedTuple, dataclass, field

if TYPE_CHECKING:
    from converter.variant import VariantReport


@dataclass(frozen=True, slots=True)
class Case:
    """What a desk is made of: a restored issue, its corrections, and what editions said.

    ``further`` are diagnostics of editions (a conversion, a PDF); ``variant`` is the report
    of the conversion to the other script.
    """

    restored: Restored
    corrections: Corrections = field(default_factory=Corrections)
    variant: VariantReport | None = None
    further: tuple[Diagnostic, ...] = ()


class Counts(NamedTuple):
    """How much there is of everything, for the head of the page."""

    articles: int
    lines: int
    characters: int
    errors: int
    warnings: int
    notes: int
    seen: int
    joins: int
    changes: int
    drops: int
    boxes: int
    forms: int


class Desk(NamedTuple):
    """Everything on the proofing page."""

    name: str
    title: str
    profile: str
    account: str
    balanced: bool
    counts: Counts
    sheet: tuple[SheetLine, ...]
    parts: tuple[Part, ...]
    doubts: tuple[DoubtRow, ...]
    codes: tuple[tuple[str, int], ...]
    contents: tuple[ContentsRow, ...]
    drops: tuple[DropGroup, ...]
    changes: tuple[tuple[str, str, str, tuple[tuple[int, int], ...]], ...]
    forms: FormPanel | None
    decisions: tuple[DecisionRow, ...]


def desk(case: Case, language: str) -> Desk:
    """Lay an issue out for proofing, in ``"zh"`` or English."""
    restored, say = case.restored, Say(language)
    whole = with_findings(restored, case.further)
    issue = restored.issue
    lines = restored.source.lines if restored.source else ()
    applied = restored.applied
    origins = Origins(lines, issue.changes)
    marker = Marker(
        origins,
        issue.changes,
        applied.joins if applied else {},
        doubts_of(case.variant),
        say,
        applied.box_places if applied else (),
    )
    parts = Items(issue, marker).parts()
    leads = _leads(parts)
    found, seen = whole.diagnostics, whole.seen
    rows = doubts(found, seen, leads, say)
    sheet = Sheet(lines, marker, issue.drops).all(leads, found, _wanted(lines, case))
    forms = form_panel(case.variant, issue, leads) if case.variant else None
    masthead = issue.masthead
    number = f"{masthead.year}.{masthead.number}" if masthead.year and masthead.number else ""
    account = restored.account
    return Desk(
        name=issue.source.name,
        title=" ".join(part for part in (masthead.title, number) if part) or issue.source.name,
        profile=restored.profile.name,
        account=account_line(account, language) if account else "",
        balanced=account.balanced if account else True,
        counts=_counts(case, found, seen, parts, len(marker.seams), forms),
        sheet=sheet,
        parts=parts,
        doubts=rows,
        codes=tuple(sorted(Counter(row.code for row in rows).items())),
        contents=contents(issue, say),
        drops=drops(issue.drops, say),
        changes=_changes(case, say),
        forms=forms,
        decisions=decisions(case.corrections, say),
    )


def _leads(parts: Iterable[Part]) -> dict[int, str]:
    """For each source line the item that holds it, the innermost one."""
    leads: dict[int, str] = {}
    for part in parts:
        for item in walk(part.items):
            for span in item.spans:
                for number in range(span.first, span.last + 1):
                    leads.setdefault(number, item.key)
    return leads


def _wanted(lines: Sequence[Line], case: Case) -> Mapping[int, str]:
    """The lines that an editor has changed, as they are to read."""
    applied = case.restored.applied
    edits: dict[int, list[Replace]] = {}
    for entry in applied.held if applied else ():
        if isinstance(entry, Replace):
            edits.setdefault(entry.line, []).append(entry)
    if not edits or applied is None:
        return {}
    parts: dict[int, str] = {}
    for part in applied.parts:
        # A line that was taken apart stands in several parts.
        number = part.line.number
        if number in edits:
            parts[number] = parts.get(number, "") + part.line.text
    return {number: text for number, text in parts.items() if number <= len(lines)}


def _changes(case: Case, say: Say) -> tuple[tuple[str, str, str, tuple[tuple[int, int], ...]], ...]:
    """The repairs: rule, before, after, and the lines with how often; most frequent first."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for change in case.restored.issue.changes:
        groups.setdefault((change.rule, change.before, change.after), []).append(change.line)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        (say.rule(rule), before, after, tuple(sorted(Counter(lines).items())))
        for (rule, before, after), lines in ordered
    )


def _counts(
    case: Case,
    found: Sequence[Diagnostic],
    seen: Sequence[Diagnostic],
    parts: Sequence[Part],
    joins: int,
    forms: FormPanel | None,
) -> Counts:
    issue = case.restored.issue
    by = Counter(one.severity for one in found)
    boxes = sum(item.kind == "box" for part in parts for item in walk(part.items))
    account = case.restored.account
    return Counts(
        articles=len(issue.articles),
        lines=issue.source.line_count,
        characters=account.source if account else 0,
        errors=by[Severity.ERROR],
        warnings=by[Severity.WARNING],
        notes=by[Severity.INFO],
        seen=len(seen),
        joins=joins,
        changes=len(issue.changes),
        drops=len(issue.drops),
        boxes=boxes,
        forms=sum(len(row.places) for row in forms.rows) if forms else 0,
    )
