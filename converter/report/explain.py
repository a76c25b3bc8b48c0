"""The long explanation of a diagnostic code, and the list of all codes."""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.diagnostics import Rule, Severity

_FIELD = re.compile(r"\{(\w+)\}")
_LABELS = {
    "en": ("why it matters", "what to do", "example", "source"),
    "zh": ("为何要紧", "如何处理", "示例", "依据"),
}
_SEVERITIES = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"},
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "说明"},
}


def template(rule: Rule, language: str = "en") -> str:
    """What a diagnostic of this code says, with ‹names› for what differs."""
    return _FIELD.sub(r"‹\1›", rule.zh if language == "zh" else rule.en)


def explanation(rule: Rule, language: str = "en") -> str:
    """All that the catalogue knows about a code, as a short text."""
    known = "zh" if language == "zh" else "en"
    zh = known == "zh"
    why, fix, example, source = _LABELS[known]
    lines = [f"{rule.code} · {_SEVERITIES[known][rule.severity]}", template(rule, known), ""]
    lines += [f"{why}{_COLON[zh]}{rule.why[zh]}", f"{fix}{_COLON[zh]}{rule.fix[zh]}"]
    if rule.example:
        told = rule.example if isinstance(rule.example, str) else rule.example[zh]
        lines.append(f"{example}{_COLON[zh]}{told}")
    if rule.source:
        lines.append(f"{source}{_COLON[zh]}{rule.source}")
    profile = (
        '在体例文件的 [severities] 中可改变级别，例如 {code} = "off"。'
        if zh
        else 'A profile can change its weight under [severities]: {code} = "off".'
    )
    return "\n".join([*lines, "", profile.format(code=rule.code)]) + "\n"


_COLON = (": ", "：")


def overview(rules: Iterable[Rule], language: str = "en") -> str:
    """All codes, one a line, with their severities and what they say."""
    known = "zh" if language == "zh" else "en"
    lines = [
        f"{rule.code}  {_SEVERITIES[known][rule.severity]:<8}{template(rule, known)}"
        for rule in sorted(rules, key=lambda rule: rule.code)
    ]
    return "\n".join(lines) + "\n"
