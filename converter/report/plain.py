"""Findings as lines of text for a terminal, Chinese or English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from converter.diagnostics import Diagnostic, Severity
from converter.diagnostics.core import rule_of
from converter.model import Change, Drop
from converter.parse import Account
from converter.report.names import DROPS, RULES

if TYPE_CHECKING:
    from converter.variant import Decision, VariantReport

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def diagnostic_line(
    found: Diagnostic, name: str, language: str = "en", *, colour: bool = False
) -> str:
    """One diagnostic as ``file:line: CODE message``."""
    where = f"{name}:{found.line}" if found.line else name
    code = f"\033[{_COLOURS[found.severity]}m{found.code}\033[0m" if colour else found.code
    return f"{where}: {code} {found.message(language)}"


def reasons(found: Diagnostic, language: str = "en") -> tuple[str, str]:
    """Why a diagnostic matters and what to do about it, as two indented lines."""
    rule = rule_of(found.code)
    zh = language == "zh"
    why, fix = ("缘由：", "处理：") if zh else ("why: ", "do:  ")
    return (f"    {why}{rule.why[zh]}", f"    {fix}{rule.fix[zh]}")


def change_line(change: Change, name: str, language: str = "en") -> str:
    """One repair of the text; columns count from 1. The name of its rule is for ``--without``."""
    rule = f"{change.rule}: "
    if language == "zh" and change.rule in RULES:
        rule = f"{RULES[change.rule][1]}（{change.rule}）："
    return f"{name}:{change.line}:{change.column + 1}: {rule}“{change.before}” → “{change.after}”"


def drop_line(drop: Drop, name: str, language: str = "en") -> str:
    """One stretch of text that was left out."""
    if language == "zh":
        reason = DROPS[drop.reason][1] if drop.reason in DROPS else drop.reason
        return f"{name}:{drop.line}: 舍弃（{reason}）：{drop.text}"
    return f"{name}:{drop.line}: dropped ({drop.reason}): {drop.text}"


_FEW = 3


def conversion_lines(
    report: VariantReport, name: str, language: str = "en", *, every: bool = False
) -> Iterator[str]:
    """What the conversion to an edition decided by default, and what was fixed for it.

    The first places of each character, or with ``every`` all of them.
    """
    zh = language == "zh"
    for decision in report.decisions:
        yield f"{name}: {_decision(decision, zh=zh)}"
        shown = decision.places if every else decision.places[:_FEW]
        for place in shown:
            line = place.span.first if place.span else 0
            where = f"{name}:{line}" if line else name
            yield f"    {where}: {_context(place.context, place.at)}"
        if more := decision.count - len(shown):
            yield f"    另有 {more} 处（-v 全部列出）" if zh else f"    {more} more (-v shows all)"
    for use in report.glossary:
        times = f"{use.count} 处" if zh else f"{use.count} times"
        yield f"{name}: “{use.source}” → “{use.target}” ({use.origin}, {times})"
    for use in report.unused:
        idle = "未用到" if zh else "not used"
        yield f"{name}: “{use.source}” → “{use.target}” ({use.origin}, {idle})"


def _decision(decision: Decision, *, zh: bool) -> str:
    others = "、".join(decision.alternatives) if zh else ", ".join(decision.alternatives)
    if zh:
        tail = f"（亦可作 {others}），{decision.count} 处"
    else:
        tail = f" (or {others}), {decision.count} {'place' if decision.count == 1 else 'places'}"
    return f"“{decision.character}” → “{decision.chosen}”{tail}"


def _context(text: str, at: int) -> str:
    """The text around a place with the place in brackets."""
    return f"{text[:at]}[{text[at : at + 1]}]{text[at + 1 :]}" if at < len(text) else text


def summary(found: Iterable[Diagnostic], language: str = "en", *, seen: int = 0) -> str:
    """``2 errors, 1 warning, 3 notes``; doubts that were settled are counted apart."""
    counts = Counter(diagnostic.severity for diagnostic in found)
    errors, warnings, notes = (
        counts[level] for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    if language == "zh":
        settled = f"，{seen} 条已阅" if seen else ""
        return f"{errors} 个错误，{warnings} 个警告，{notes} 条说明{settled}"
    settled = f", {seen} seen" if seen else ""
    parts = ((errors, "error"), (warnings, "warning"), (notes, "note"))
    text = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts)
    return text + settled


def account_line(account: Account, language: str = "en") -> str:
    """The account of characters in one sentence."""
    missing, surplus = len(account.missing), len(account.surplus)
    if language == "zh":
        state = "账平" if account.balanced else f"少 {missing}，多 {surplus}"
        return (
            f"字数账：源文 {account.source}，入模型 {account.kept}，舍弃 {account.dropped}，"
            f"修正 {account.changed}→{account.gained}；{state}"
        )
    state = "balanced" if account.balanced else f"{missing} missing, {surplus} too many"
    return (
        f"characters: {account.source} in the source, {account.kept} in the model, "
        f"{account.dropped} dropped, {account.changed} changed into {account.gained}; {state}"
    )
